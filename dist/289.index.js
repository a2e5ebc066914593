export const id = 289;
export const ids = [289];
export const modules = {

/***/ 72920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ actionsRunner),
  m: () => (/* binding */ rawInputs)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
;// CONCATENATED MODULE: ./lib/adapters/commands.js
/**
 * Text on its way to the runner's log. The runner reads commands from it: `::name::` at the start of a line (after white space), `##[name]` anywhere.
 * Text from data, servers or file names must stay text.
 */
/** Characters that steer a terminal, hide text or turn its direction. Line feeds and tabs are not among them. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** The same text, unable to act: no command, no terminal escape, no hidden or turned characters; lines stay lines. */
function inert(text) {
    return text
        .replace(/\r\n?/g, '\n')
        .replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replace(/^(\s*):(?=:)/gm, '$1: ')
        .replaceAll('##[', '## [');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
;// CONCATENATED MODULE: ./lib/adapters/context.js
/** Where and why this step runs: the runner's variables, and the event's payload read leniently. */




const Repository = schemas/* nullish */.cl6(schemas/* looseObject */._H3({ full_name: schemas/* nullish */.cl6(schemas/* string */.YjP()), private: schemas/* nullish */.cl6(schemas/* boolean */.zMY()) }));
const Payload = schemas/* looseObject */._H3({
    repository: Repository,
    pull_request: schemas/* nullish */.cl6(schemas/* looseObject */._H3({ head: schemas/* nullish */.cl6(schemas/* looseObject */._H3({ repo: Repository })) })),
    workflow_run: schemas/* nullish */.cl6(schemas/* looseObject */._H3({ head_repository: Repository })),
});
function readPayload(file) {
    if (!file)
        return {};
    try {
        const parsed = Payload.safeParse(JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8')));
        return parsed.success ? parsed.data : {};
    }
    catch {
        // No payload is no secret and no fork; what matters for safety is that the event's name, which comes from elsewhere, still stands.
        return {};
    }
}
/** Whether the event carries content of another repository. A head whose repository is gone counts as foreign. */
function isFork(eventName, payload, repository) {
    if (eventName.startsWith('pull_request'))
        return payload.pull_request?.head?.repo?.full_name !== repository;
    if (eventName === 'workflow_run')
        return payload.workflow_run?.head_repository?.full_name !== repository;
    return false;
}
/** Reads the context from the runner's variables; what is missing is empty. */
function readContext(environment) {
    const payload = readPayload(environment.GITHUB_EVENT_PATH);
    const eventName = environment.GITHUB_EVENT_NAME ?? '';
    const repository = environment.GITHUB_REPOSITORY ?? '';
    const actor = environment.GITHUB_ACTOR ?? '';
    const fork = isFork(eventName, payload, repository);
    return {
        eventName,
        repository,
        sha: environment.GITHUB_SHA ?? '',
        ref: environment.GITHUB_REF ?? '',
        workflow: environment.GITHUB_WORKFLOW ?? '',
        job: environment.GITHUB_JOB ?? '',
        step: environment.GITHUB_ACTION ?? '',
        runId: environment.GITHUB_RUN_ID ?? '',
        runAttempt: environment.GITHUB_RUN_ATTEMPT ?? '',
        actor,
        serverUrl: environment.GITHUB_SERVER_URL || 'https://github.com',
        apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
        workspace: external_node_path_.resolve(environment.GITHUB_WORKSPACE || process.cwd()),
        temp: external_node_path_.resolve(environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)()),
        fork,
        withoutSecrets: eventName.startsWith('pull_request') && (fork || actor === 'dependabot[bot]'),
        privateRepository: payload.repository?.private === true,
    };
}

;// CONCATENATED MODULE: ./lib/adapters/actions-runner.js
/** The runner's protocol: INPUT_* and STATE_* in, log lines, commands and the files behind GITHUB_OUTPUT, GITHUB_STATE and GITHUB_STEP_SUMMARY out. */



/** The texts of the inputs, by name. An input that the runner did not name at all is undefined. */
function rawInputs(environment, names) {
    return Object.fromEntries(names.map((name) => [name, environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]]));
}
function properties(place) {
    if (place === undefined)
        return {};
    return {
        file: place.file,
        ...(place.line === undefined ? {} : { startLine: place.line }),
        ...(place.column === undefined ? {} : { startColumn: place.column }),
    };
}
/** An annotation longer than this is cut by the platform in the middle of a word. */
const MESSAGE = 4000;
/** The runner that this process runs under. */
function actionsRunner(environment) {
    return {
        context: readContext(environment),
        mask(secret) {
            // The log shows a secret also as a server or a serialiser wrote it, and a secret of several lines line by line.
            const forms = new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), ...secret.split(/\r?\n/)]);
            for (const form of forms)
                if (form.trim().length >= 3)
                    core/* setSecret */.Pq(form);
        },
        debug: (text) => core/* debug */.Yz(inert(text)),
        info: (text) => core/* info */.pq(inert(text)),
        notice: (text) => core/* notice */.lm(inert(text).slice(0, MESSAGE)),
        warning: (text, place) => core/* warning */.$e(inert(text).slice(0, MESSAGE), properties(place)),
        error: (text, place) => core/* error */.z3(inert(text).slice(0, MESSAGE), properties(place)),
        startGroup: (title) => core/* startGroup */.Oh(inert(title)),
        endGroup: () => core/* endGroup */.N4(),
        setOutput: (name, value) => core/* setOutput */.uH(name, value),
        saveState: (name, value) => core/* saveState */.LZ(name, value),
        getState: (name) => core/* getState */.Gu(name),
        async writeSummary(markdown) {
            if (!environment.GITHUB_STEP_SUMMARY)
                return core/* debug */.Yz('There is no GITHUB_STEP_SUMMARY to write the summary to.');
            await core/* summary */.z.emptyBuffer().addRaw(markdown).write({ overwrite: true });
        },
        fail() {
            process.exitCode = core/* ExitCode */.yU.Failure;
        },
    };
}


/***/ }),

/***/ 61642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** The machine's own time. */
const systemClock = {
    now: () => Date.now(),
    async sleep(milliseconds, signal) {
        if (signal?.aborted)
            return;
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
        }
        catch (error) {
            if (!Error.isError(error) || error.name !== 'AbortError')
                throw error;
        }
    },
};


/***/ }),

/***/ 63250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ useEnvironmentProxies)
/* harmony export */ });
/**
 * The one way out to the network. Everything that this process requests (provider, GitHub, OIDC) goes through Node's global dispatcher, which is set
 * here to one that honours HTTPS_PROXY, HTTP_PROXY and NO_PROXY in either case; NODE_EXTRA_CA_CERTS is honoured by Node itself.
 */
let done;
async function setDispatcher() {
    const { EnvHttpProxyAgent, setGlobalDispatcher } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
    // The callers set their own time limits: a paused upload or a slow list must not be cut by a second, hidden one.
    // Plain http goes through a proxy as it always has, not through a tunnel, which many proxies permit for https only.
    const options = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 30_000 }, proxyTunnel: false };
    setGlobalDispatcher(new EnvHttpProxyAgent(options));
}
/** Sends all later `fetch` calls of this process through the proxies that the environment names. To be awaited before the first request; a step that makes none loads nothing. */
function useEnvironmentProxies() {
    done ??= setDispatcher();
    return done;
}


/***/ }),

/***/ 91688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ Checkpoint),
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   Kx: () => (/* binding */ Model),
/* harmony export */   Tx: () => (/* binding */ RemoteFile),
/* harmony export */   _0: () => (/* binding */ JobEvent),
/* harmony export */   _O: () => (/* binding */ Job)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63619);
/**
 * What servers of the fine-tuning API send, read as leniently as real servers make necessary and no more: the fields that the action relies on
 * are checked, others are kept, null and absence are the same thing. `status` is a plain text, since servers have states that the specification
 * does not name (`paused`, Azure's file states) and an unknown one must never end a watch.
 */

const maybeText = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const maybeNumber = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig());
/** A fine-tuning job. Times are Unix seconds. Failure is told by `status` alone: `error` may be present on a healthy job. */
const Job = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created_at: maybeNumber,
    finished_at: maybeNumber,
    estimated_finish: maybeNumber,
    model: maybeText,
    fine_tuned_model: maybeText,
    status: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    training_file: maybeText,
    validation_file: maybeText,
    result_files: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    trained_tokens: maybeNumber,
    error: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ code: maybeText, message: maybeText, param: maybeText })),
    hyperparameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({})),
    method: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: maybeText })),
    seed: maybeNumber,
    suffix: maybeText,
    user_provided_suffix: maybeText,
    metadata: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
});
/** An event of a job. `data` of a `metrics` event holds numbers by name; which names, depends on method and provider. */
const JobEvent = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created_at: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    level: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    message: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    type: maybeText,
    data: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
});
const Checkpoint = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created_at: maybeNumber,
    fine_tuned_model_checkpoint: maybeText,
    step_number: maybeNumber,
    metrics: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J())),
});
/** An uploaded file. Some servers leave `status` out: then the file counts as ready. `bytes` is its size in bytes. */
const RemoteFile = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    bytes: maybeNumber,
    created_at: maybeNumber,
    expires_at: maybeNumber,
    filename: maybeText,
    purpose: maybeText,
    status: maybeText,
    status_details: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
});
/** A model. `shutdown_date` (YYYY-MM-DD) is when the provider takes it away, where it says so. */
const Model = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), shutdown_date: maybeText });
const TERMINAL = new Set(['succeeded', 'failed', 'cancelled']);
/** Whether a job in this status never changes again. An unknown status is not terminal. */
function isTerminal(status) {
    return TERMINAL.has(status);
}


/***/ }),

/***/ 30816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ CreateBody),
/* harmony export */   IQ: () => (/* binding */ Integrations),
/* harmony export */   IT: () => (/* binding */ Method),
/* harmony export */   OS: () => (/* binding */ Metadata),
/* harmony export */   QD: () => (/* binding */ DpoHyperparameters),
/* harmony export */   fE: () => (/* binding */ KnownGrader),
/* harmony export */   kr: () => (/* binding */ ReinforcementHyperparameters),
/* harmony export */   nO: () => (/* binding */ SupervisedHyperparameters),
/* harmony export */   qF: () => (/* binding */ METADATA_PAIRS)
/* harmony export */ });
/* unused harmony exports SIMILARITY_METRICS, Integration, METADATA_KEY_LENGTH, METADATA_VALUE_LENGTH, Seed, Suffix */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73305);
/**
 * The bodies that the fine-tuning API takes, as its schema bounds them (openai-openapi 2.3.0, amended by what servers document: grader
 * maps, `response_format`). Objects stay open, because providers add fields of their own and a body goes out exactly as its author meant it;
 * the fields that the API names are checked. Each `error` text says what is allowed, so that whoever reports a failure only adds the place and the value.
 */

/** `auto`, or a number that passes; `allowed` is how the range reads in an error. */
function autoOr(allowed, passes) {
    const accepts = (value) => value === 'auto' || (typeof value === 'number' && passes(value));
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(accepts, { error: `"auto" or ${allowed}` }));
}
const whole = (low, high) => autoOr(`a whole number from ${low} to ${high}`, (value) => Number.isInteger(value) && value >= low && value <= high);
const common = {
    n_epochs: whole(1, 50),
    batch_size: whole(1, 256),
    learning_rate_multiplier: autoOr('a number above 0', (value) => value > 0),
};
const atLeastOne = autoOr('a whole number from 1', (value) => Number.isInteger(value) && value >= 1);
const SupervisedHyperparameters = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3(common, { error: 'a map of hyperparameters' });
const DpoHyperparameters = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    ...common,
    beta: autoOr('a number above 0 and up to 2', (value) => value > 0 && value <= 2),
}, { error: 'a map of hyperparameters' });
const ReinforcementHyperparameters = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    ...common,
    compute_multiplier: autoOr('a number above 0.00001 and up to 10', (value) => value > 0.00001 && value <= 10),
    eval_interval: atLeastOne,
    eval_samples: atLeastOne,
    reasoning_effort: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['default', 'low', 'medium', 'high'], { error: 'one of default, low, medium, high' })),
}, { error: 'a map of hyperparameters' });
const text = (what) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: what }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1, what));
const StringCheckGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('string_check'),
    name: text('a name'),
    input: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a template such as {{sample.output_text}}' }),
    reference: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text or a template such as {{item.answer}}' }),
    operation: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['eq', 'ne', 'like', 'ilike'], { error: 'one of eq, ne, like, ilike' }),
});
const SIMILARITY_METRICS = [
    'cosine',
    'fuzzy_match',
    'bleu',
    'gleu',
    'meteor',
    'rouge_1',
    'rouge_2',
    'rouge_3',
    'rouge_4',
    'rouge_5',
    'rouge_l',
];
const TextSimilarityGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('text_similarity'),
    name: text('a name'),
    input: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a template such as {{sample.output_text}}' }),
    reference: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text or a template such as {{item.answer}}' }),
    evaluation_metric: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(SIMILARITY_METRICS, { error: `one of ${SIMILARITY_METRICS.join(', ')}` }),
});
const PythonGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('python'),
    name: text('a name'),
    source: text('Python source that defines grade(sample, item)'),
    image_tag: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'an image tag' })),
});
const GraderMessage = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ role: text('a role'), content: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J() });
const ScoreModelGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('score_model'),
    name: text('a name'),
    model: text('the name of the model that grades'),
    input: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(GraderMessage, { error: 'a list of messages' }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1, 'a list of at least one message')),
    range: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()], { error: 'two numbers, the lowest and the highest score' })),
    sampling_params: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({}, { error: 'a map' })),
});
const LabelModelGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('label_model'),
    name: text('a name'),
    model: text('the name of the model that grades'),
    input: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(GraderMessage, { error: 'a list of messages' }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1, 'a list of at least one message')),
    labels: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), { error: 'a list of labels' }),
    passing_labels: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), { error: 'a list of labels' }),
});
const SimpleGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('type', [StringCheckGrader, TextSimilarityGrader, PythonGrader, ScoreModelGrader, LabelModelGrader], { error: 'a grader with a type of string_check, text_similarity, python, score_model or label_model' });
/** The specification draws `graders` as one grader, the guides as a map from name to grader; servers take the map. */
const MultiGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('multi'),
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a name' })),
    graders: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([SimpleGrader, zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), SimpleGrader)], { error: 'a map from name to grader' }),
    calculate_output: text('a formula over the names of the graders'),
});
/** The graders that the API itself defines. */
const KnownGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('type', [...SimpleGrader.def.options, MultiGrader], {
    error: 'a grader with a type of string_check, text_similarity, python, score_model, label_model or multi',
});
const KNOWN_GRADERS = ['string_check', 'text_similarity', 'python', 'score_model', 'label_model', 'multi'];
/** A grader as an author may write it: the API's own kinds are checked, a provider's own kind (Bedrock's `lambda`) passes as it is. */
const Grader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: text('the kind of grader') }, { error: 'a grader: a map with a type' }), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value, context) => {
    if (!KNOWN_GRADERS.includes(value.type))
        return value;
    const checked = KnownGrader.safeParse(value);
    if (!checked.success) {
        for (const { path, message } of checked.error.issues)
            context.issues.push({ code: 'custom', path, message, input: value });
    }
    return value;
}));
const ResponseFormat = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: text('json_schema') }, { error: 'a map with a type' });
const Method = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('type', [
    zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('supervised'),
        supervised: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ hyperparameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(SupervisedHyperparameters) }, { error: 'a map' })),
    }),
    zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('dpo'),
        dpo: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ hyperparameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(DpoHyperparameters) }, { error: 'a map' })),
    }),
    zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('reinforcement'),
        reinforcement: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
            grader: Grader,
            response_format: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(ResponseFormat),
            hyperparameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(ReinforcementHyperparameters),
        }, { error: 'a map with a grader' }),
    }),
], { error: 'a map whose type is supervised, dpo or reinforcement' });
const Integration = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: text('the kind of integration, such as wandb'),
    wandb: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        project: text('the name of the project'),
        name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' })),
        entity: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' })),
        tags: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' }), { error: 'a list of texts' })),
    })),
}, { error: 'a map with a type' });
const Integrations = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(Integration, { error: 'a list of integrations' })
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(5, 'a list of at most 5 integrations'));
const METADATA_PAIRS = 16;
const METADATA_KEY_LENGTH = 64;
const METADATA_VALUE_LENGTH = 512;
/** `metadata`: at most 16 pairs of text, a key of at most 64 characters, a value of at most 512. */
const Metadata = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(METADATA_KEY_LENGTH, `a key of at most ${METADATA_KEY_LENGTH} characters`)), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' })
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(METADATA_VALUE_LENGTH, `a value of at most ${METADATA_VALUE_LENGTH} characters`)), { error: 'a map from text to text' })
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB((map) => Object.keys(map).length <= METADATA_PAIRS, `at most ${METADATA_PAIRS} pairs`));
const SEED = 'a whole number from 0 to 2147483647';
const SUFFIX = 'a text of 1 to 64 characters';
const Seed = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr({ error: SEED }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(0, SEED), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._lte */ .Zm(2147483647, SEED));
const Suffix = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: SUFFIX }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1, SUFFIX), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(64, SUFFIX));
/** The body of `POST /fine_tuning/jobs`. */
const CreateBody = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    model: text('the name of a model'),
    training_file: text('the ID of an uploaded file'),
    validation_file: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(text('the ID of an uploaded file')),
    suffix: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(Suffix),
    seed: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(Seed),
    method: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(Method),
    hyperparameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(SupervisedHyperparameters),
    integrations: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(Integrations),
    metadata: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(Metadata),
});


/***/ }),

/***/ 28866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M3: () => (/* binding */ connector),
  $B: () => (/* binding */ entryFile),
  P_: () => (/* binding */ filesFor)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/adapters/files.js
/** Local files, read only where the step may read: the workspace, RUNNER_TEMP, and the folders that `allow_paths` names. */




const CHUNK = 1024 * 1024;
function isInside(folder, file) {
    const relative = external_node_path_.relative(folder, file);
    return relative !== '' && !relative.startsWith(`..${external_node_path_.sep}`) && relative !== '..' && !external_node_path_.isAbsolute(relative);
}
/** @returns the folder with its links resolved, or undefined when there is none. */
async function realFolder(folder) {
    return (0,promises_.realpath)(folder).catch(() => undefined);
}
/** Files under the rules of this step. */
function localFiles(options) {
    const { workspace, temp, allowPaths, fork } = options;
    const absolute = (given) => external_node_path_.resolve(workspace, given);
    /** The real path of a regular file that may be read. */
    async function resolve(given) {
        const asked = absolute(given);
        const real = await (0,promises_.realpath)(asked).catch(() => undefined);
        if (real === undefined)
            throw new errors/* ActionError */.lZ(`There is no file ${given}. Paths are relative to the workspace; check its spelling and the checkout.`);
        const roots = await Promise.all([workspace, temp, ...allowPaths.map(absolute)].map(realFolder));
        const [realWorkspace] = roots;
        const inWorkspace = realWorkspace !== undefined && isInside(realWorkspace, real);
        if (fork && isInside(workspace, asked) && !inWorkspace) {
            throw new errors/* ActionError */.lZ(`${given} is a link that leaves the workspace; with a fork's content it is not followed. Commit the file itself.`);
        }
        if (!roots.some((root) => root !== undefined && isInside(root, real))) {
            throw new errors/* ActionError */.lZ(`${given} lies outside the workspace and RUNNER_TEMP. Name its folder in the input allow_paths if it is meant to be read.`);
        }
        // .git holds the checkout's own token.
        if (inWorkspace && external_node_path_.relative(realWorkspace, real).split(external_node_path_.sep).includes('.git')) {
            throw new errors/* ActionError */.lZ(`${given} lies in the .git folder, which is never read as data. Give the path of the data file.`);
        }
        const facts = await (0,promises_.stat)(real);
        if (!facts.isFile())
            throw new errors/* ActionError */.lZ(`${given} is ${facts.isDirectory() ? 'a folder' : 'no regular file'}. Give a file, or a glob such as ${given}/*.jsonl.`);
        return real;
    }
    let reportFolder;
    return {
        async exists(given) {
            const facts = await (0,promises_.stat)(absolute(given)).catch(() => undefined);
            return facts?.isFile() ?? false;
        },
        async glob(pattern) {
            // Node's own globber lists links to files and does not walk through links to folders.
            const found = await Array.fromAsync((0,promises_.glob)(pattern, { cwd: workspace }));
            const regular = await Promise.all(found.map(async (file) => ((await this.exists(file)) ? [file.split(external_node_path_.sep).join('/')] : [])));
            return regular.flat().sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
        },
        async readText(given) {
            return (0,promises_.readFile)(await resolve(given), 'utf8');
        },
        async size(given) {
            return (await (0,promises_.stat)(await resolve(given))).size;
        },
        async *read(given) {
            yield* (0,external_node_fs_.createReadStream)(await resolve(given), { highWaterMark: CHUNK });
        },
        async *scan(given) {
            const file = await (0,promises_.open)(await resolve(given));
            try {
                const buffers = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)];
                let reading = file.read(buffers[0], 0, CHUNK);
                for (let turn = 0;; turn += 1) {
                    const { bytesRead, buffer } = await reading;
                    if (bytesRead === 0)
                        return;
                    reading = file.read(buffers[(turn + 1) % 2] ?? buffers[0], 0, CHUNK);
                    yield buffer.subarray(0, bytesRead);
                }
            }
            finally {
                await file.close();
            }
        },
        async readRange(given, offset, length) {
            const file = await (0,promises_.open)(await resolve(given));
            try {
                const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, offset);
                return buffer.subarray(0, bytesRead);
            }
            finally {
                await file.close();
            }
        },
        async writeReport(name, content) {
            reportFolder ??= (0,promises_.mkdtemp)(external_node_path_.join(temp, 'fine-tune-report-'));
            const file = external_node_path_.join(await reportFolder, name);
            await (0,promises_.writeFile)(file, content);
            return file;
        },
    };
}

// EXTERNAL MODULE: ./lib/adapters/http.js
var http = __webpack_require__(63250);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
;// CONCATENATED MODULE: ./lib/adapters/identity.js

/** A fresh OIDC token of GitHub for this audience. @throws when the workflow does not have `permissions: id-token: write` */
function githubIdentityToken(audience) {
    return core/* getIDToken */.V9(audience);
}

;// CONCATENATED MODULE: ./lib/connect.js
/** What main step and post step build alike: the way to the provider, and the files of the step. */





/** The bundled entry. A worker thread starts the same file again; it knows its role by its data. */
function entryFile() {
    return external_node_path_.join(import.meta.dirname, `index${external_node_path_.extname(import.meta.filename)}`);
}
/** Opens the connection when it is first needed, once. The sandbox is started here and closed with the step. */
function connector(connection, runner, closers) {
    let opened;
    const open = async () => {
        await (0,http/* useEnvironmentProxies */.F)();
        const { wireProvider } = await Promise.all(/* import() */[__webpack_require__.e(193), __webpack_require__.e(949)]).then(__webpack_require__.bind(__webpack_require__, 78949));
        const options = { identityToken: githubIdentityToken, mask: (secret) => runner.mask(secret) };
        if (connection.profile.name !== 'sandbox')
            return wireProvider(connection, options);
        const { startSandbox } = await Promise.all(/* import() */[__webpack_require__.e(630), __webpack_require__.e(210)]).then(__webpack_require__.bind(__webpack_require__, 85210));
        const apiKey = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const sandbox = await startSandbox({
            folder: external_node_path_.join(runner.context.temp, 'fine-tune-sandbox'),
            entry: entryFile(),
            apiKey,
        });
        closers.push(() => sandbox.close());
        return wireProvider({ ...connection, baseUrl: sandbox.url, credential: { kind: 'key', key: apiKey } }, options);
    };
    return () => {
        opened ??= open();
        return opened;
    };
}
/** Files under this step's rules; `allow_paths` is read before the other inputs, because `method` may be a file. */
function filesFor(raw, context) {
    const allowPaths = (raw.allow_paths ?? '')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    return localFiles({ workspace: context.workspace, temp: context.temp, allowPaths, fork: context.fork });
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ JobError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   fL: () => (/* binding */ DataError),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   mZ: () => (/* binding */ ProviderError),
/* harmony export */   oM: () => (/* binding */ AbortedError)
/* harmony export */ });
/**
 * The errors that a user reads. Each is one line: what was wrong, the value, what is allowed, what to do; facts stand in fields, causes are kept.
 * Anything else that is thrown is a defect of the action, and is shown as one.
 */
/** An error whose message is meant for the person who reads the log. */
class ActionError extends Error {
    name = 'ActionError';
}
/** One or several wrong inputs, reported together. */
class InputError extends ActionError {
    name = 'InputError';
    problems;
    constructor(problems) {
        const lines = problems.map((problem) => problem.message);
        super(lines.length === 1 ? lines.join('') : `${lines.length} inputs are wrong: ${lines.join(' ')}`);
        this.problems = problems;
    }
}
/** The data does not pass: nothing was uploaded, nothing created. */
class DataError extends ActionError {
    name = 'DataError';
}
/** A call to the provider that did not succeed. */
class ProviderError extends ActionError {
    name = 'ProviderError';
    facts;
    constructor(message, facts, options) {
        super(message, options);
        this.facts = facts;
    }
}
/** A job that ended otherwise than asked: failed, cancelled by someone, or out of time. */
class JobError extends ActionError {
    name = 'JobError';
    code;
    constructor(message, code) {
        super(message);
        this.code = code;
    }
}
/** The wait was cut short, because the workflow run is being cancelled. */
class AbortedError extends ActionError {
    name = 'AbortedError';
}
/** The first line of an error's message, whatever was thrown. */
function messageOf(error) {
    return Error.isError(error) ? error.message : String(error);
}


/***/ }),

/***/ 24165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qh: () => (/* binding */ INPUT_NAMES),
  Ko: () => (/* binding */ readInputs)
});

// UNUSED EXPORTS: OPERATIONS, PROVIDERS

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./lib/api/requests.js
var requests = __webpack_require__(30816);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/structured.js
var structured = __webpack_require__(62832);
;// CONCATENATED MODULE: ./lib/inputs/combinations.js
const ON_ONE_JOB = ['retrieve', 'list_events', 'list_checkpoints', 'cancel', 'pause', 'resume'];
/** Everything that is wrong between inputs that are each right by themselves. */
function combinationProblems(inputs) {
    return [...needs(inputs), ...exclusions(inputs), ...identity(inputs)];
}
function needs(inputs) {
    const problems = [];
    const missing = (place, mend) => problems.push({ place, message: `Input ${place} is missing; operation ${inputs.operation} needs it. ${mend}` });
    if (inputs.operation === 'create' && inputs.model === undefined) {
        missing('model', 'Write the name of the base model, for example model: gpt-4.1-mini-2025-04-14');
    }
    if ((inputs.operation === 'create' || inputs.operation === 'validate') && inputs.training_file.length === 0) {
        missing('training_file', 'Write the path of the training data, for example training_file: data/train.jsonl');
    }
    const named = inputs.job_id !== undefined || inputs.metadata !== undefined;
    if (ON_ONE_JOB.includes(inputs.operation) && !named) {
        missing('job_id', 'Write job_id, or metadata that the job bears.');
    }
    if (inputs.operation === 'wait' && !named && (inputs.model === undefined || inputs.training_file.length === 0)) {
        missing('job_id', 'Write job_id, or metadata that the job bears, or the same model and training_file as the create step.');
    }
    if (inputs.operation === 'create' && inputs.method?.type === 'reinforcement' && inputs.validation_file.length === 0) {
        missing('validation_file', 'Reinforcement fine-tuning takes validation data too, for example validation_file: data/valid.jsonl');
    }
    return problems;
}
function exclusions(inputs) {
    const problems = [];
    if (inputs.method !== undefined && inputs.hyperparameters !== undefined) {
        problems.push({
            place: 'hyperparameters',
            message: `Inputs method and hyperparameters are both given; the API takes one. Move the hyperparameters to method.${inputs.method.type}.hyperparameters.`,
        });
    }
    if (inputs.method !== undefined && 'hyperparameters' in inputs.method) {
        const { type } = inputs.method;
        problems.push({
            place: 'method.hyperparameters',
            message: `Input method.hyperparameters is in a place that the API does not read. Move it to method.${type}.hyperparameters.`,
        });
    }
    const reserved = Object.keys(inputs.extra_body ?? {}).filter((name) => ['model', 'training_file', 'validation_file', 'metadata'].includes(name));
    for (const name of reserved) {
        problems.push({
            place: `extra_body.${name}`,
            message: `Input extra_body.${name} would replace what the action itself sends. Use the input ${name} instead.`,
        });
    }
    return problems;
}
function identity(inputs) {
    const parts = {
        identity_provider_id: inputs.identity_provider_id,
        service_account_id: inputs.service_account_id,
        audience: inputs.audience,
    };
    const given = Object.entries(parts).filter(([, value]) => value !== undefined);
    if (given.length === 0)
        return [];
    const problems = Object.entries(parts)
        .filter(([, value]) => value === undefined)
        .map(([place]) => ({
        place,
        message: `Input ${place} is missing; keyless access needs identity_provider_id, service_account_id and audience together.`,
    }));
    if (inputs.api_key !== undefined) {
        problems.push({
            place: 'api_key',
            message: 'Input api_key is given beside identity_provider_id; use one of the two ways to sign in.',
        });
    }
    if (inputs.provider !== 'auto' && inputs.provider !== 'openai') {
        problems.push({
            place: 'provider',
            message: `Input provider is ${inputs.provider}; keyless access with identity_provider_id works with openai only. Use api_key for ${inputs.provider}.`,
        });
    }
    return problems;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/parse.js + 1 modules
var parse = __webpack_require__(23945);
;// CONCATENATED MODULE: ./lib/inputs/fields.js
/** Schemas that turn one input's raw text into its value. Each issue's message is the phrase of what is allowed; the report adds place and value. */


function refuse(issues, input, allowed, path = []) {
    issues.push({ code: 'custom', message: allowed, input, path });
    return core/* NEVER */.tm;
}
const raw = schemas/* optional */.lqM(schemas/* string */.YjP());
/** A text, or undefined when the input is empty. */
const fields_text = schemas/* pipe */.FsL(raw, schemas/* transform */.pdi((value) => value || undefined));
/** The non-empty lines of a text, trimmed. */
const lines = schemas/* pipe */.FsL(raw, schemas/* transform */.pdi((value) => (value ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')));
/** One of several words; the first is the default. */
function choice(...words) {
    const allowed = `one of ${words.join(', ')}`;
    return schemas/* pipe */.FsL(raw, schemas/* transform */.pdi((value, context) => {
        const word = words.find((candidate) => candidate === (value || words[0]));
        return word ?? refuse(context.issues, value, allowed);
    }));
}
/** One of several words, or undefined when the input is empty. */
function optionalChoice(...words) {
    const required = choice(...words);
    return schemas/* pipe */.FsL(raw, schemas/* transform */.pdi((value, context) => {
        if (!value)
            return undefined;
        const parsed = required.safeParse(value);
        return parsed.success ? parsed.data : refuse(context.issues, value, `one of ${words.join(', ')}`);
    }));
}
/** `true` or `false` in the spellings of YAML 1.2's core schema, as GitHub's own toolkit takes them. */
function flag(otherwise) {
    return schemas/* pipe */.FsL(raw, schemas/* transform */.pdi((value, context) => {
        if (!value)
            return otherwise;
        if (/^(true|True|TRUE)$/.test(value))
            return true;
        if (/^(false|False|FALSE)$/.test(value))
            return false;
        return refuse(context.issues, value, 'true or false');
    }));
}
/** A decimal number written in plain digits: no `1e3`, no `0x10`, no trailing words. */
function numberIn(value, range) {
    if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value))
        return undefined;
    const number = Number(value);
    const inside = (range.above ? number > range.low : number >= range.low) && number <= (range.high ?? Number.MAX_SAFE_INTEGER);
    return inside && (!range.whole || Number.isInteger(number)) ? number : undefined;
}
function phrase(range) {
    const start = `a ${range.whole ? 'whole' : 'decimal'} number ${range.above ? 'above' : 'from'} ${range.low}`;
    return range.high === undefined ? (range.above ? start : `${start} up`) : `${start} to ${range.high}`;
}
/** A number, or undefined when the input is empty. */
function optionalNumber(range) {
    return schemas/* pipe */.FsL(raw, schemas/* transform */.pdi((value, context) => {
        if (!value)
            return undefined;
        return numberIn(value, range) ?? refuse(context.issues, value, phrase(range));
    }));
}
/** A number with a default. */
function number(range, otherwise) {
    return schemas/* pipe */.FsL(raw, schemas/* transform */.pdi((value, context) => {
        if (!value)
            return otherwise;
        return numberIn(value, range) ?? refuse(context.issues, value, phrase(range));
    }));
}
function checked(schema, value, issues) {
    const parsed = parse/* safeParse */.xL(schema, value);
    if (parsed.success)
        return parsed.data;
    for (const issue of parsed.error.issues)
        issues.push({ code: 'custom', message: issue.message, input: value, path: issue.path });
    return core/* NEVER */.tm;
}
function unreadable(fault, line) {
    return `JSON or YAML that can be read (${line === undefined ? '' : `line ${line}: `}${fault})`;
}
/** JSON or YAML text of this schema, or undefined when the input is empty. */
function fields_structured(schema) {
    return schemas/* pipe */.FsL(raw, schemas/* transform */.pdi((value, context) => {
        if (!value)
            return undefined;
        const parsed = (0,structured/* parseStructured */.j)(value);
        if ('fault' in parsed)
            return refuse(context.issues, undefined, unreadable(parsed.fault, parsed.line));
        return checked(schema, parsed.value, context.issues);
    }));
}
/** A map of texts (`key=value` lines, JSON or YAML) of this schema, or undefined when the input is empty. */
function textMap(schema) {
    return schemas/* pipe */.FsL(raw, schemas/* transform */.pdi((value, context) => {
        if (!value)
            return undefined;
        const parsed = (0,structured/* parseTextMap */.J)(value);
        if ('fault' in parsed)
            return refuse(context.issues, undefined, unreadable(parsed.fault, parsed.line));
        return checked(schema, parsed.value, context.issues);
    }));
}

// EXTERNAL MODULE: ./lib/inputs/secrets.js
var secrets = __webpack_require__(59516);
;// CONCATENATED MODULE: ./lib/inputs/problems.js

/** A value that is right for its input, to show what to write. */
const EXAMPLES = {
    operation: 'create',
    training_file: 'data/train.jsonl',
    method: '{type: supervised, supervised: {hyperparameters: {n_epochs: 3}}}',
    hyperparameters: '{n_epochs: 3}',
    integrations: '[{type: wandb, wandb: {project: support-bot}}]',
    metadata: 'team=support',
    seed: '42',
    suffix: 'support-bot',
    extra_body: '{trainingType: globalstandard}',
    base_url: 'https://RESOURCE.openai.azure.com/openai/v1',
    timeout_minutes: '330',
    poll_interval_seconds: '30',
    limit: '20',
    price_per_million_tokens: '3.00',
    max_cost_usd: '25',
    max_tokens: '5000000',
    status: 'succeeded',
};
const SHOWN = 100;
/** A value as it reads in an error: short, on one line, never a credential. */
function shown(value, name = '') {
    if (value === undefined || value === '')
        return 'missing';
    if ((0,secrets/* isSecretName */.eh)(name))
        return '***';
    if (Array.isArray(value))
        return `a list of ${value.length}`;
    if (typeof value === 'object' && value !== null) {
        const names = Object.keys(value);
        return names.length === 0 ? 'an empty map' : `a map of ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;
    }
    const written = JSON.stringify(value) ?? String(value);
    return written.length > SHOWN ? `${written.slice(0, SHOWN)}…" (${written.length - 2} characters)` : written;
}
/** The value at a path inside a parsed input, or undefined. */
function valueAt(value, path) {
    return path.reduce((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}
/**
 * One problem as a sentence.
 * @param path the input's name, then the place inside it
 * @param allowed the phrase of what is allowed
 * @param values the inputs as given, structured ones parsed
 */
function problemOf(path, allowed, values) {
    const [input, ...inside] = path.map(String);
    const name = input ?? 'inputs';
    const place = [name, ...inside].join('.');
    const value = valueAt(values[name], inside);
    const phrase = allowed === 'Invalid input' ? 'of the form that the API describes' : allowed;
    const example = EXAMPLES[name];
    const mend = example === undefined ? '' : ` For example: ${name}: ${example}`;
    return { place, message: `Input ${place} is ${shown(value, inside.at(-1) ?? name)}; it must be ${phrase}.${mend}` };
}

;// CONCATENATED MODULE: ./lib/inputs/unusual.js
/** Names that the API does not know, in places where a provider may know them. They go out as they are; a likely slip is pointed out. */

const KNOWN = {
    supervised: Object.keys(requests/* SupervisedHyperparameters */.nO.shape),
    dpo: Object.keys(requests/* DpoHyperparameters */.QD.shape),
    reinforcement: Object.keys(requests/* ReinforcementHyperparameters */.kr.shape),
};
/** The number of single-character edits between two words. */
function distance(left, right) {
    let row = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (const [above, letter] of [...left].entries()) {
        const next = [above + 1];
        for (const [index, other] of [...right].entries()) {
            next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}
/** The known name that a slip of up to three letters was probably meant to be. */
function nearest(name, known) {
    const ranked = known.map((candidate) => ({ candidate, edits: distance(name, candidate) })).sort((a, b) => a.edits - b.edits);
    const [best] = ranked;
    return best !== undefined && best.edits <= Math.min(3, name.length / 2) ? best.candidate : undefined;
}
/** A remark for each name that the API does not name. */
function unusualNames(inputs) {
    const { method } = inputs;
    const type = method?.type ?? 'supervised';
    const settings = method === undefined ? undefined : Reflect.get(method, method.type);
    const inner = typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'hyperparameters') : undefined;
    const place = method === undefined ? 'hyperparameters' : `method.${type}.hyperparameters`;
    const given = inputs.hyperparameters ?? (typeof inner === 'object' && inner !== null ? inner : {});
    const remarks = Object.keys(given)
        .filter((name) => !KNOWN[type].includes(name))
        .map((name) => remark(`${place}.${name}`, nearest(name, KNOWN[type])));
    const fields = method === undefined ? [] : Object.keys(method).filter((name) => name !== 'type' && name !== type);
    return [...remarks, ...fields.map((name) => remark(`method.${name}`, nearest(name, [type])))];
}
function remark(place, meant) {
    return `${place} is not a field that the API names; it is sent as it is.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js
/** The action's inputs: raw texts in, one frozen value out. This is the only place that knows their defaults and ranges besides `action.yml`. */








const OPERATIONS = [
    'create',
    'validate',
    'wait',
    'retrieve',
    'list',
    'list_events',
    'list_checkpoints',
    'cancel',
    'pause',
    'resume',
];
const PROVIDERS = ['auto', 'openai', 'azure', 'bedrock', 'nebius', 'compatible', 'sandbox'];
/** What `status` may ask for. Servers have states that the specification does not name, so any word passes. */
const STATUS = schemas/* pipe */.FsL(fields_text, schemas/* transform */.pdi((value, context) => {
    if (value === undefined || /^[a-z_]{1,40}$/.test(value))
        return value;
    context.issues.push({ code: 'custom', input: value, message: 'a status such as succeeded, running or paused' });
    return core/* NEVER */.tm;
}));
/** The bare word `dpo` means `{type: dpo}`. */
const MethodInput = schemas/* pipe */.FsL(schemas/* pipe */.FsL(schemas/* unknown */.L5J(), schemas/* transform */.pdi((value) => (typeof value === 'string' ? { type: value } : value))), requests/* Method */.IT);
const AnyMap = schemas/* record */.g1P(schemas/* string */.YjP({ error: 'a text' }), schemas/* unknown */.L5J(), { error: 'a map' });
const InputsSchema = schemas/* object */.Ikc({
    operation: choice(...OPERATIONS),
    model: fields_text,
    training_file: lines,
    validation_file: lines,
    method: fields_structured(MethodInput),
    hyperparameters: fields_structured(requests/* SupervisedHyperparameters */.nO),
    integrations: fields_structured(requests/* Integrations */.IQ),
    metadata: textMap(requests/* Metadata */.OS),
    seed: optionalNumber({ low: 0, high: 2_147_483_647, whole: true }),
    suffix: schemas/* pipe */.FsL(fields_text, schemas/* transform */.pdi((value, context) => {
        if (value === undefined || [...value].length <= 64)
            return value;
        context.issues.push({ code: 'custom', input: value, message: 'a text of 1 to 64 characters' });
        return core/* NEVER */.tm;
    })),
    extra_body: fields_structured(AnyMap),
    provider: choice(...PROVIDERS),
    base_url: fields_text,
    allow_http: flag(false),
    api_key: fields_text,
    organization: fields_text,
    project: fields_text,
    identity_provider_id: fields_text,
    service_account_id: fields_text,
    audience: fields_text,
    wait: flag(true),
    timeout_minutes: number({ low: 0, above: true, high: 35 * 24 * 60 }, 330),
    poll_interval_seconds: number({ low: 0, high: 3600 }, 0),
    on_timeout: choice('fail', 'detach', 'cancel'),
    on_cancel: optionalChoice('cancel', 'detach'),
    reuse: flag(true),
    job_id: fields_text,
    status: STATUS,
    if_not_found: choice('fail', 'empty'),
    limit: number({ low: 1, high: 10_000, whole: true }, 20),
    min_model_days: number({ low: 0, high: 3650, whole: true }, 0),
    price_per_million_tokens: optionalNumber({ low: 0 }),
    max_cost_usd: optionalNumber({ low: 0 }),
    max_tokens: optionalNumber({ low: 1, whole: true }),
    exact_tokens_up_to_mb: number({ low: 0 }, 200),
    strict: flag(false),
    allow_secrets: flag(false),
    allow_paths: lines,
    allow_untrusted_data: flag(false),
    show_rows: choice('auto', 'true', 'false'),
    delete_files: choice('never', 'after_success'),
    artifact_name: schemas/* pipe */.FsL(schemas/* optional */.lqM(schemas/* string */.YjP()), schemas/* transform */.pdi((value) => value ?? 'auto')),
    comment: flag(false),
    github_token: fields_text,
    job_status: fields_text,
    matrix: fields_text,
});
const INPUT_NAMES = Object.keys(InputsSchema.shape);
/** White space around a value is no error, and an expression that was never evaluated counts as empty. */
function plain(value) {
    const trimmed = value?.trim();
    return trimmed !== undefined && /^\$\{\{[\s\S]*\}\}$/.test(trimmed) ? '' : trimmed;
}
/**
 * Checks all inputs.
 * @param raw the texts as given
 * @param readText reads a file of the workspace, for a `method` that is a path
 * @throws InputError with every problem that was found
 */
async function readInputs(raw, readText) {
    const given = Object.fromEntries(INPUT_NAMES.map((name) => [name, plain(raw[name])]));
    const method = await methodText(given.method ?? '', readText);
    const parsed = InputsSchema.safeParse({ ...given, method });
    const values = { ...given, method: parsedValue(method) };
    for (const name of ['hyperparameters', 'integrations', 'metadata', 'extra_body'])
        values[name] = parsedValue(given[name]);
    if (!parsed.success)
        throw new errors/* InputError */.dz(parsed.error.issues.map((issue) => problemOf(issue.path, issue.message, values)));
    const problems = combinationProblems(parsed.data);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return Object.freeze({ ...parsed.data, remarks: unusualNames(parsed.data) });
}
/** The text of `method`: as given, or read from the file that it names. */
async function methodText(given, readText) {
    if (!/^[^\n{}]+\.(json|ya?ml)$/i.test(given))
        return given;
    try {
        return await readText(given);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        throw new errors/* InputError */.dz([{ place: 'method', message: `Input method names a file that cannot be read: ${error.message}` }]);
    }
}
function parsedValue(value) {
    if (!value)
        return undefined;
    const parsed = (0,structured/* parseStructured */.j)(value);
    return 'fault' in parsed ? undefined : parsed.value;
}


/***/ }),

/***/ 59516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J8: () => (/* binding */ dropSecrets),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   eh: () => (/* binding */ isSecretName)
/* harmony export */ });
/* harmony import */ var _structured_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62832);
/** Which inputs, and which fields inside them, are credentials. */

const SECRET_NAME = /(^|[_-])(key|apikey|token|secret|password|passwd|credential|credentials|authorization)$/i;
/** Whether a field of this name holds a credential: `api_key`, `token`, `client-secret`, `apiKey`. */
function isSecretName(name) {
    return SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
}
/** The texts under secret names anywhere inside a value. */
function secretTexts(value, secret) {
    if (typeof value === 'string')
        return secret ? [value] : [];
    if (typeof value === 'number')
        return secret ? [String(value)] : [];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([name, inner]) => secretTexts(inner, isSecretName(name) || (secret && Array.isArray(value))));
}
/** Every credential among the raw inputs, to be masked before anything is logged. Reads leniently: a text that does not parse holds no named fields. */
function secretsIn(raw) {
    const direct = [raw.api_key, raw.github_token].map((value) => value?.trim());
    const inside = [raw.integrations, raw.extra_body].flatMap((value) => {
        const parsed = (0,_structured_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStructured */ .j)(value ?? '');
        return 'fault' in parsed ? [] : secretTexts(parsed.value, false);
    });
    // One or two characters would blacken the whole log, and "none" is the word for no key.
    return [...direct, ...inside].filter((value) => value !== undefined && value.length >= 3 && value !== 'none');
}
/** A copy in which every credential reads `***`. Shapes, names and other values stay. */
function withoutSecrets(value, secret = false) {
    if (Array.isArray(value))
        return value.map((inner) => withoutSecrets(inner, secret));
    if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutSecrets(inner, isSecretName(name))]));
    }
    return secret && value !== null ? '***' : value;
}
/** A copy without the fields that hold credentials. */
function dropSecrets(value) {
    if (Array.isArray(value))
        return value.map(dropSecrets);
    if (typeof value !== 'object' || value === null)
        return value;
    const kept = Object.entries(value).filter(([name]) => !isSecretName(name));
    return Object.fromEntries(kept.map(([name, inner]) => [name, dropSecrets(inner)]));
}


/***/ }),

/***/ 30635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R$: () => (/* binding */ retrying),
/* harmony export */   p6: () => (/* binding */ RETRY),
/* harmony export */   su: () => (/* binding */ isRepeatable),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Retry as data: which call, which failure, how often, how long. The server's own timing is a minimum; every wait takes an abort signal. */

const MINUTE = 60_000;
const RETRY = {
    /** Reading: lists, single objects, result files. */
    read: { patience: 2 * MINUTE, obeys: 60 * MINUTE, first: 1000, longest: 30_000, unknown: true, notFound: false },
    /** Reading while a job runs that is already paid for. */
    watch: { patience: 15 * MINUTE, obeys: 60 * MINUTE, first: 1000, longest: MINUTE, unknown: true, notFound: true },
    /** What surrounds a job: its loss is a warning. */
    extra: { patience: 20_000, obeys: 5 * MINUTE, first: 1000, longest: 5000, unknown: true, notFound: false },
    /** Cancel, pause, resume: asking twice is asking once. */
    verb: { patience: MINUTE, obeys: 5 * MINUTE, first: 500, longest: 10_000, unknown: true, notFound: false },
    /** Sending data: a lost reply is looked up, not sent again. */
    upload: { patience: 10 * MINUTE, obeys: 60 * MINUTE, first: 2000, longest: MINUTE, unknown: false, notFound: false },
    /** Creating a job: only what surely did nothing is repeated. */
    create: { patience: 30 * MINUTE, obeys: 60 * MINUTE, first: 5000, longest: 5 * MINUTE, unknown: false, notFound: false },
};
/** Whether the policy repeats a call after this failure. */
function isRepeatable(error, policy) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProviderError */ .mZ))
        return false;
    const { facts } = error;
    if (facts.status === 404)
        return policy.notFound;
    if (facts.final)
        return false;
    if (facts.status === 429)
        return true;
    if (facts.fate === 'unsent')
        return true;
    return facts.fate === 'unknown' && policy.unknown;
}
/** The wait before attempt `number` (from 1), in milliseconds: doubling, spread by up to a quarter, never sooner than the server asks. */
function pause(policy, number, retryAfter, chance) {
    const doubled = Math.min(policy.longest, policy.first * 2 ** (number - 1));
    return Math.max(doubled * (1 - chance / 4), retryAfter ?? 0);
}
/**
 * Calls until the call succeeds, the failure is one that does not pass, or patience ends.
 * @throws the last failure, or AbortedError
 */
async function retrying(policy, { clock, signal, deadline, onRetry }, call) {
    const started = clock.now();
    // What the server itself asks to wait is no part of our own patience, up to a limit.
    let asked = 0;
    for (let number = 1;; number += 1) {
        try {
            return await call();
        }
        catch (error) {
            if (!isRepeatable(error, policy))
                throw error;
            const wait = pause(policy, number, error.facts.retryAfter, Math.random());
            const next = clock.now() + wait;
            asked = Math.min(policy.obeys, asked + (error.facts.retryAfter ?? 0));
            if (next > started + policy.patience + asked || next > (deadline ?? Number.POSITIVE_INFINITY))
                throw error;
            onRetry?.(error, wait);
            await clock.sleep(wait, signal);
            if (signal?.aborted)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM(`Stopped waiting after: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
        }
    }
}


/***/ }),

/***/ 46655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XG: () => (/* binding */ FINGERPRINT_KEY),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   xo: () => (/* binding */ jobMetadata),
/* harmony export */   zR: () => (/* binding */ hashInName)
/* harmony export */ });
/* unused harmony exports canonicalJson, canonicalMethod */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _api_requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30816);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59516);
/**
 * By what an identical job is recognised: a SHA-256 over everything that decides what is trained, and nothing that does not. Not in it: the server (it
 * lists only its own jobs), integrations, metadata. Pure.
 */




/** Raise it when the recipe below changes: jobs of another recipe are never taken for ours. */
const VERSION = 'fine-tune-action/1';
/** The reserved metadata key of the fingerprint. */
const FINGERPRINT_KEY = 'finetune_action_fingerprint';
const RESERVED = 'finetune_action_';
/** Keys sorted at every depth, absent values left out, so that equal values have one text. */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const entries = Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(',')}}`;
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Without `auto`, which means what absence means, and without maps that this leaves empty. */
function withoutAuto(settings) {
    const { hyperparameters, ...rest } = settings;
    if (!isMap(hyperparameters))
        return rest;
    const set = Object.entries(hyperparameters).filter(([, value]) => value !== 'auto' && value !== null && value !== undefined);
    return set.length === 0 ? rest : { ...rest, hyperparameters: Object.fromEntries(set) };
}
/** The method in one form: bare, absent and deprecated forms are made equal. */
function canonicalMethod(asked) {
    const { method, hyperparameters } = asked;
    const type = method?.type ?? 'supervised';
    const given = method === undefined ? { hyperparameters } : Reflect.get(method, type);
    const settings = withoutAuto(isMap(given) ? given : {});
    const others = Object.entries(method ?? {}).filter(([name]) => name !== 'type' && name !== type);
    return { type, ...(Object.keys(settings).length === 0 ? {} : { [type]: settings }), ...Object.fromEntries(others) };
}
/** The fingerprint, lower-case hex. */
function fingerprintOf(asked, identity) {
    const parts = {
        version: VERSION,
        model: asked.model,
        method: canonicalMethod(asked),
        seed: asked.seed,
        suffix: asked.suffix,
        extra_body: asked.extra_body === undefined || Object.keys(asked.extra_body).length === 0 ? undefined : (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .dropSecrets */ .J8)(asked.extra_body),
        training: identity.training,
        validation: identity.validation,
        scope: identity.scope,
    };
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(canonicalJson(parts)).digest('hex');
}
/** The content hash that an uploaded file's name carries: `<stem>.<64 hex digits>.jsonl`. */
function hashInName(filename) {
    return /\.([0-9a-f]{64})\.jsonl$/.exec(filename ?? '')?.[1];
}
/**
 * The metadata to send: the user's pairs untouched, the fingerprint, and of the provenance what fits into 16 pairs.
 * @throws ActionError when the fingerprint itself does not fit, or the user's pairs use a reserved key
 */
function jobMetadata(given, fingerprint, provenance) {
    const pairs = given ?? {};
    const taken = Object.keys(pairs).find((key) => key.startsWith(RESERVED));
    if (taken !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input metadata uses the key ${taken}; keys that begin with ${RESERVED} are the action's own. Choose another key.`);
    }
    const room = _api_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_PAIRS */ .qF - Object.keys(pairs).length - 1;
    if (room < 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input metadata has ${_api_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_PAIRS */ .qF} pairs; at most ${_api_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .METADATA_PAIRS */ .qF - 1} fit beside the fingerprint, by which a job is never paid for twice. Take one out.`);
    }
    const extras = Object.entries({
        [`${RESERVED}repository`]: provenance.repository,
        [`${RESERVED}commit`]: provenance.commit,
        [`${RESERVED}run`]: provenance.run,
    }).filter(([, value]) => value !== '' && value.length <= 512);
    return { ...pairs, [FINGERPRINT_KEY]: fingerprint, ...Object.fromEntries(extras.slice(0, room)) };
}


/***/ }),

/***/ 12053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ settleRace),
/* harmony export */   Xi: () => (/* binding */ candidates),
/* harmony export */   qi: () => (/* binding */ identicalJobs)
/* harmony export */ });
/* harmony import */ var _api_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91688);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _backoff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30635);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46655);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(732);
/* harmony import */ var _work_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85378);
/** Jobs that already exist: found by their fingerprint, each one compared again on our side. */






const SCAN_JOBS = 2000;
const SCAN_SECONDS = 90 * 24 * 3600;
const PAGE = 100;
/** Lists may leave metadata out; so many jobs are then looked at one by one. */
const RETRIEVED = 50;
/** Every page of jobs, newest first, until the list ends or the scan's limits are reached. */
async function* pages(work, metadata) {
    let after;
    let filter = metadata;
    for (let seen = 0;;) {
        const query = { after, limit: PAGE, ...(filter === undefined ? {} : { metadata: filter }) };
        const page = await (0,_work_js__WEBPACK_IMPORTED_MODULE_5__/* .persist */ .Z)(work, _backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.read, () => work.provider.listJobs(query, work.signal)).catch((error) => {
            // A server that does not know the filter may refuse it; the list without it says the same, only longer.
            if (filter !== undefined && error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProviderError */ .mZ && (error.facts.status === 400 || error.facts.status === 422))
                return undefined;
            throw error;
        });
        if (page === undefined) {
            filter = undefined;
            continue;
        }
        yield page.data;
        seen += page.data.length;
        const last = page.data.at(-1);
        if (!page.has_more || last === undefined || last.id === after)
            return;
        const age = work.clock.now() / 1000 - (last.created_at ?? Number.POSITIVE_INFINITY);
        if (seen >= SCAN_JOBS || age > SCAN_SECONDS) {
            work.say(`Looked through ${seen} jobs back to ${last.id}; older ones were not compared.`);
            return;
        }
        after = last.id;
    }
}
/**
 * The jobs that bear this fingerprint, oldest first, each as the server shows it now.
 * @throws ProviderError when the list fails: a failure is not an absence
 */
async function identicalJobs(fingerprint, work) {
    const found = new Map();
    let retrieved = 0;
    for await (const page of pages(work, { [_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .FINGERPRINT_KEY */ .XG]: fingerprint })) {
        for (const job of page) {
            const silent = job.metadata == null && retrieved < RETRIEVED;
            if (!silent && !(0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .bears */ .oJ)(job, fingerprint))
                continue;
            retrieved += silent ? 1 : 0;
            // Retrieve before attaching: a list may lag behind.
            const current = await (0,_work_js__WEBPACK_IMPORTED_MODULE_5__/* .persist */ .Z)(work, _backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.read, () => work.provider.retrieveJob(job.id, work.signal)).catch((error) => {
                if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProviderError */ .mZ && error.facts.status === 404)
                    return undefined;
                throw error;
            });
            if (current !== undefined && (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .bears */ .oJ)(current, fingerprint))
                found.set(current.id, current);
        }
    }
    return [...found.values()].sort(_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .byAge */ .jI);
}
/** The same jobs with what is known of their models. Only a clear 404 counts as gone. */
async function candidates(fingerprint, work) {
    const jobs = await identicalJobs(fingerprint, work);
    return Promise.all(jobs.map(async (job) => ({ job, modelGone: await isModelGone(job, work) })));
}
async function isModelGone(job, work) {
    if (job.status !== 'succeeded' || !job.fine_tuned_model)
        return false;
    const model = job.fine_tuned_model;
    try {
        await (0,_work_js__WEBPACK_IMPORTED_MODULE_5__/* .persist */ .Z)(work, _backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.extra, () => work.provider.retrieveModel(model, work.signal));
        return false;
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProviderError */ .mZ))
            throw error;
        const { status, code, param } = error.facts;
        // A 404 for the address itself is a server without the call, not a model that is gone.
        return status === 404 && (code === 'model_not_found' || param === 'model');
    }
}
/** Of several live jobs with one fingerprint the oldest wins; the rest are cancelled. @returns the winner, when it is another than `job` */
async function settleRace(job, fingerprint, work) {
    const live = (await identicalJobs(fingerprint, work)).filter((other) => !(0,_api_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(other.status));
    const [winner, ...rest] = live;
    if (winner === undefined || rest.length === 0)
        return undefined;
    for (const surplus of rest) {
        work.warn(`The job ${surplus.id} asks for the same as the older ${winner.id}; it is cancelled, so that only one is paid for.`);
        await (0,_work_js__WEBPACK_IMPORTED_MODULE_5__/* .persist */ .Z)(work, _backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.verb, () => work.provider.cancelJob(surplus.id, work.signal));
    }
    return winner.id === job.id ? undefined : winner;
}


/***/ }),

/***/ 732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XC: () => (/* binding */ planOf),
/* harmony export */   jI: () => (/* binding */ byAge),
/* harmony export */   oJ: () => (/* binding */ bears)
/* harmony export */ });
/* harmony import */ var _api_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91688);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46655);
/** Create, attach or reuse: decided from what the provider already holds, with the reason in a line. Pure; printing a decision is the dry run. */


const CANCELLING = new Set(['cancelling', 'cancel_requested', 'cancellation_requested']);
/** Codes and words by which providers refuse a model after it was trained, and paid for. */
const REFUSED_AFTER_TRAINING = /moderation|safety|harm|content[_ ]policy|usage[_ ]polic/i;
/** Whether this job bears the fingerprint; asked again on our side, because some servers ignore the filter of a list. */
function bears(job, fingerprint) {
    return job.metadata?.[_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .FINGERPRINT_KEY */ .XG] === fingerprint;
}
/** The order in which identical jobs win: the oldest first, then the smallest ID. */
function byAge(left, right) {
    return ((left.created_at ?? Number.POSITIVE_INFINITY) - (right.created_at ?? Number.POSITIVE_INFINITY) ||
        (left.id < right.id ? -1 : 1));
}
function day(job) {
    return job.created_at ? ` of ${new Date(job.created_at * 1000).toISOString().slice(0, 10)}` : '';
}
/** Decides over the jobs that bear the fingerprint, in any order. */
function planOf(candidates) {
    const jobs = candidates.map(({ job }) => job).sort(byAge);
    const live = jobs.filter((job) => !(0,_api_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(job.status) && !CANCELLING.has(job.status));
    const [winner, ...surplus] = live;
    const succeeded = candidates.filter(({ job }) => job.status === 'succeeded').sort((left, right) => byAge(left.job, right.job));
    const usable = succeeded.filter(({ modelGone }) => !modelGone).at(-1);
    if (usable !== undefined) {
        return {
            action: 'reuse',
            job: usable.job,
            reason: `an identical job${day(usable.job)} has succeeded; its model is used again`,
        };
    }
    if (winner !== undefined) {
        return {
            action: 'attach',
            job: winner,
            surplus,
            reason: `an identical job${day(winner)} is ${winner.status}; it is watched instead of paying again`,
        };
    }
    const ending = jobs.find((job) => CANCELLING.has(job.status));
    if (ending !== undefined)
        return { action: 'settle', job: ending, reason: `an identical job is being cancelled; its end is awaited` };
    const failed = jobs.filter((job) => job.status === 'failed');
    const refused = failed.find((job) => (job.trained_tokens ?? 0) > 0 && REFUSED_AFTER_TRAINING.test(`${job.error?.code ?? ''} ${job.error?.message ?? ''}`));
    if (refused !== undefined) {
        return {
            action: 'refuse',
            job: refused,
            reason: `an identical job was trained and then refused (${refused.error?.message ?? refused.error?.code}); it is not paid for again until the inputs change, or with reuse: false`,
        };
    }
    const last = failed.at(-1);
    if (last !== undefined)
        return { action: 'create', reason: `an identical job${day(last)} failed (${last.error?.message ?? 'without a reason'})` };
    const gone = succeeded.at(-1);
    if (gone !== undefined)
        return { action: 'create', reason: `the model of the identical job${day(gone.job)} is gone` };
    if (jobs.length > 0)
        return { action: 'create', reason: 'an identical job was cancelled' };
    return { action: 'create', reason: 'no identical job exists' };
}


/***/ }),

/***/ 85378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ persist)
/* harmony export */ });
/* harmony import */ var _backoff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30635);

/** Calls under a retry policy; each repetition is told in the log. */
function persist(work, policy, call) {
    const { clock, signal, deadline } = work;
    const onRetry = (error, wait) => work.say(`${error.message} Trying again in ${Math.ceil(wait / 1000)} s.`);
    return (0,_backoff_js__WEBPACK_IMPORTED_MODULE_0__/* .retrying */ .R$)(policy, { clock, signal, deadline, onRetry }, call);
}


/***/ }),

/***/ 32388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ credentialAdvice),
  XC: () => (/* binding */ resolveConnection)
});

// UNUSED EXPORTS: checkBaseUrl

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/providers/profiles.js
/** What differs between servers of the wire, as data. No other place knows a vendor's name. Sources: the vendors' own pages, gathered 2026-11-22. */
const FILES = {
    fileWaits: ['uploaded', 'pending', 'running', 'queued', 'processing', 'importing', 'notRunning'],
    fileErrors: ['error', 'failed', 'deleted', 'deleting'],
};
const POLL = [5, 60];
/** A host that nobody has. */
const NO_HOST = /^(?!)/;
const PROFILES = {
    openai: {
        name: 'openai',
        title: 'OpenAI',
        ownBaseUrl: 'https://api.openai.com/v1',
        hosts: /^([a-z]{2}\.)?api\.openai\.com$/,
        keyVariable: 'OPENAI_API_KEY',
        authorization: 'bearer',
        ...FILES,
        pollSeconds: POLL,
        data: { minimumRows: 10, bom: 'error', imagesPerRow: 10, developerRole: true },
        jobPage: (jobId) => `https://platform.openai.com/finetune/${encodeURIComponent(jobId)}`,
    },
    azure: {
        name: 'azure',
        title: 'Azure OpenAI',
        hosts: /^[a-z0-9-]+\.(openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com|openai\.azure\.us)$/,
        rootPath: '/openai/v1',
        keyVariable: 'AZURE_OPENAI_API_KEY',
        authorization: 'header-or-token',
        ...FILES,
        pollSeconds: POLL,
        data: { minimumRows: 10, bom: 'warning', imagesPerRow: 64, maximumBytes: 512_000_000, developerRole: true },
        jobPage: () => 'https://ai.azure.com',
    },
    bedrock: {
        name: 'bedrock',
        title: 'Amazon Bedrock',
        missing: 'it trains by reinforcement with Lambda graders only, and that is not built yet',
        hosts: /^bedrock-mantle\.[a-z0-9-]+\.api\.aws$/,
        keyVariable: 'AWS_BEARER_TOKEN_BEDROCK',
        authorization: 'bearer',
        ...FILES,
        pollSeconds: POLL,
        data: { minimumRows: 100, bom: 'error', imagesPerRow: 10, developerRole: false },
    },
    nebius: {
        name: 'nebius',
        title: 'Nebius Token Factory',
        missing: 'it keeps no metadata, by which a job is recognised, and its ways are not built yet',
        ownBaseUrl: 'https://api.tokenfactory.nebius.com/v1',
        hosts: /^api\.(tokenfactory|studio)\.nebius\.(com|ai)$/,
        keyVariable: 'NEBIUS_API_KEY',
        authorization: 'bearer',
        ...FILES,
        pollSeconds: POLL,
        data: { minimumRows: 1, bom: 'error', imagesPerRow: 10, developerRole: false },
    },
    compatible: {
        name: 'compatible',
        title: 'a compatible server',
        hosts: NO_HOST,
        authorization: 'bearer',
        ...FILES,
        pollSeconds: POLL,
        data: { minimumRows: 1, bom: 'warning', imagesPerRow: 10, developerRole: false },
    },
    sandbox: {
        name: 'sandbox',
        title: 'the sandbox',
        hosts: NO_HOST,
        authorization: 'bearer',
        ...FILES,
        pollSeconds: [0.5, 5],
        data: { minimumRows: 1, bom: 'error', imagesPerRow: 10, developerRole: true },
    },
};
/** The profile whose own host this is; `compatible` when it is nobody's. */
function profileOfHost(host) {
    return Object.values(PROFILES).find((profile) => profile.hosts.test(host)) ?? PROFILES.compatible;
}

;// CONCATENATED MODULE: ./lib/providers/connection.js
/** Which server, and who signs in how: decided from the inputs and the environment before anything is sent. Pure. */



function refuse(place, message) {
    throw new errors/* InputError */.dz([{ place, message }]);
}
/** `localhost` and the addresses that never leave the machine. */
function isLoopback(host) {
    return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || ((0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.'));
}
/** Addresses of private networks (RFC 1918, RFC 4193) and names without a dot. Not link-local: there the clouds keep their credentials. */
function isPrivate(host) {
    if ((0,external_node_net_.isIP)(host) === 4)
        return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host);
    if (host.startsWith('['))
        return /^\[f[cd]/.test(host);
    return !host.includes('.');
}
/**
 * The checked API root.
 * @param place where it was given, for the error
 * @throws InputError when it is no URL, carries a credential or a query, or is plain `http` to where that is not allowed
 */
function checkBaseUrl(text, place, allowHttp) {
    if (!URL.canParse(text))
        refuse('base_url', `${place} is ${JSON.stringify(text)}; it must be a URL such as https://api.openai.com/v1.`);
    const url = new URL(text);
    if (url.username || url.password)
        refuse('base_url', `${place} carries a user name or password. Take it out and use the input api_key.`);
    if (url.search || url.hash) {
        refuse('base_url', `${place} is ${JSON.stringify(text)}; it must be the API's root without ?query and #fragment. Leave out ${url.search || url.hash}.`);
    }
    if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
        return url;
    if (url.protocol !== 'http:')
        refuse('base_url', `${place} is ${JSON.stringify(text)}; it must begin with https://.`);
    if (allowHttp && isPrivate(url.hostname))
        return url;
    return refuse('base_url', `${place} is ${JSON.stringify(text)}; plain http is allowed on loopback only${isPrivate(url.hostname) ? ', and to private addresses with allow_http: true.' : '. Use https.'}`);
}
/**
 * Decides provider, address and credential.
 * @throws InputError when they do not fit each other, or the provider is not built yet
 */
function resolveConnection(inputs, environment) {
    const organization = inputs.organization ?? (environment.OPENAI_ORG_ID || undefined);
    const project = inputs.project ?? (environment.OPENAI_PROJECT_ID || undefined);
    if (inputs.provider === 'sandbox')
        return { profile: PROFILES.sandbox, baseUrl: '', credential: undefined, organization: undefined, project: undefined };
    const fromEnvironment = inputs.base_url === undefined && Boolean(environment.OPENAI_BASE_URL?.trim());
    const given = inputs.base_url ?? (environment.OPENAI_BASE_URL?.trim() || undefined);
    const named = inputs.provider === 'auto' ? undefined : PROFILES[inputs.provider];
    const text = given ?? (named ?? PROFILES.openai).ownBaseUrl;
    if (text === undefined)
        return refuse('base_url', `Input base_url is missing; provider ${inputs.provider} needs it, for example ${exampleUrl(named)}.`);
    const url = checkBaseUrl(text, fromEnvironment ? 'The variable OPENAI_BASE_URL' : 'Input base_url', inputs.allow_http);
    const profile = named ?? profileOfHost(url.hostname);
    if (profile.missing !== undefined) {
        refuse('provider', `Input provider: ${profile.title} cannot be used yet, because ${profile.missing}. Use openai, azure, compatible or sandbox.`);
    }
    const path = url.pathname.replace(/\/+$/, '');
    if (profile.rootPath !== undefined && path !== profile.rootPath) {
        refuse('base_url', `Input base_url is ${JSON.stringify(text)}; for ${profile.title} it must end in ${profile.rootPath}: ${url.origin}${profile.rootPath}.`);
    }
    const credential = credentialFor(inputs, environment, profile, url, fromEnvironment);
    const isOwn = profile.name === 'openai' || profile.name === 'compatible';
    return {
        profile,
        baseUrl: `${url.origin}${path}`,
        credential,
        // A header that other vendors do not know could be refused by them, and says more than they need to know.
        organization: isOwn ? (profile.name === 'openai' ? organization : inputs.organization) : undefined,
        project: isOwn ? (profile.name === 'openai' ? project : inputs.project) : undefined,
    };
}
function credentialFor(inputs, environment, profile, url, fromEnvironment) {
    const { identity_provider_id, service_account_id, audience } = inputs;
    if (identity_provider_id !== undefined && service_account_id !== undefined && audience !== undefined) {
        if (!PROFILES.openai.hosts.test(url.hostname)) {
            refuse('base_url', `Input base_url is ${JSON.stringify(url.href)}; keyless access with identity_provider_id works with ${PROFILES.openai.ownBaseUrl} only.`);
        }
        return { kind: 'identity', identityProviderId: identity_provider_id, serviceAccountId: service_account_id, audience };
    }
    if (inputs.api_key === 'none')
        return { kind: 'none' };
    if (inputs.api_key !== undefined)
        return keyOf(inputs.api_key, 'Input api_key');
    const own = profile.keyVariable !== undefined && profile.hosts.test(url.hostname) ? profile.keyVariable : undefined;
    const variable = own ?? (fromEnvironment && profileOfHost(url.hostname).name === 'compatible' ? PROFILES.openai.keyVariable : undefined);
    const value = variable === undefined ? undefined : environment[variable]?.trim();
    return value ? keyOf(value, `The variable ${variable}`) : undefined;
}
/** A key that cannot stand in a header is caught here, with its name and not its value. */
function keyOf(key, place) {
    if (!/^[\x21-\x7e]+$/.test(key))
        refuse('api_key', `${place} holds white space or characters that no key has. Copy the key again, without quotes or line breaks.`);
    return { kind: 'key', key };
}
function exampleUrl(profile) {
    return profile?.name === 'azure' ? 'https://RESOURCE.openai.azure.com/openai/v1' : 'https://llm.example.com/v1';
}
/** What to do when no credential was found, in a line. */
function credentialAdvice(connection) {
    const { profile, baseUrl } = connection;
    const variable = profile.keyVariable !== undefined && profile.hosts.test(new URL(baseUrl).hostname) ? profile.keyVariable : undefined;
    const ways = variable === undefined
        ? 'Write api_key with a secret'
        : `Write api_key: \${{ secrets.${variable} }}, or set the variable ${variable}`;
    const none = profile.name === 'compatible' ? ', or api_key: none for a server that asks for no key' : '';
    return `There is no credential for ${baseUrl}. ${ways}${none}. A variable of another vendor is never sent there.`;
}


/***/ }),

/***/ 62832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseTextMap),
/* harmony export */   j: () => (/* binding */ parseStructured)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/** Structured inputs: JSON or YAML text to plain values. YAML 1.2 (core schema) contains JSON, so one parser reads both. */

/** Reads JSON or YAML. Duplicate keys, tags and anchors that explode are faults. */
function parseStructured(text) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        version: '1.2',
        schema: 'core',
        uniqueKeys: true,
        prettyErrors: true,
        stringKeys: true,
    });
    const [error] = document.errors;
    if (error)
        return { fault: firstLine(error.message), line: error.linePos?.[0].line };
    const [warning] = document.warnings;
    if (warning)
        return { fault: firstLine(warning.message), line: warning.linePos?.[0].line };
    try {
        return { value: document.toJS({ maxAliasCount: 100 }), root: document.contents };
    }
    catch (error) {
        return { fault: firstLine(Error.isError(error) ? error.message : String(error)), line: undefined };
    }
}
/**
 * A map of texts, as metadata is written: `key=value` lines, or a JSON or YAML map. A number, a boolean or a date keeps the text that its author wrote
 * (`1.10` stays `1.10`), which the parsed value no longer has.
 */
function parseTextMap(text) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.every((line) => /^\s*[^\s={}"':][^={}"':]*=/.test(line))) {
        return {
            value: Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()])),
        };
    }
    const parsed = parseStructured(text);
    if ('fault' in parsed || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parsed.root))
        return parsed;
    const pairs = parsed.root.items.map(({ key, value }) => {
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : String(key);
        const plain = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && (typeof value.value === 'number' || typeof value.value === 'boolean');
        return [name, plain ? (value.source ?? String(value.value)) : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? value.value : value];
    });
    return { value: Object.fromEntries(pairs) };
}
function firstLine(text) {
    return text.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? text;
}


/***/ }),

/***/ 97447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ BearerCredentialHandler)
/* harmony export */ });
class BearerCredentialHandler {
  #token;

  constructor(token) {
    this.#token = token;
  }

  prepareHeaders(headers) {
    headers.authorization = `Bearer ${this.#token}`;
  }
}


/***/ }),

/***/ 34353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ HttpClient)
/* harmony export */ });
/**
 * The one call that `@actions/core` makes, for an OIDC token, over Node's own `fetch`. So it goes out through the dispatcher that the whole action uses, and a
 * step that contacts nobody does not load a second HTTP client at its start (about 60 ms).
 */
class HttpClient {
  #userAgent;
  #handlers;

  constructor(userAgent, handlers = []) {
    this.#userAgent = userAgent;
    this.#handlers = handlers;
  }

  async getJson(url) {
    const headers = { accept: 'application/json', 'user-agent': this.#userAgent };
    for (const handler of this.#handlers) handler.prepareHeaders(headers);
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(30_000) });
    if (!response.ok) {
      const error = new Error(`the service answered ${response.status}`);
      error.statusCode = response.status;
      throw error;
    }
    return { statusCode: response.status, result: await response.json(), headers: {} };
  }
}


/***/ })

};
