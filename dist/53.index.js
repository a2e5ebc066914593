export const id = 53;
export const ids = [53];
export const modules = {

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

/***/ 9333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
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


/***/ }),

/***/ 46655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XG: () => (/* binding */ FINGERPRINT_KEY),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   eV: () => (/* binding */ nameWithFingerprint),
/* harmony export */   fk: () => (/* binding */ fingerprintInName),
/* harmony export */   uf: () => (/* binding */ createdBy),
/* harmony export */   xo: () => (/* binding */ jobMetadata),
/* harmony export */   yv: () => (/* binding */ originOf),
/* harmony export */   zR: () => (/* binding */ hashInName)
/* harmony export */ });
/* unused harmony export canonicalMethod */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _api_requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30816);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9333);
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
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(parts)).digest('hex');
}
/** The content hash that an uploaded file's name carries: `<stem>.<64 hex digits>.jsonl`. */
function hashInName(filename) {
    return /\.([0-9a-f]{64})\.jsonl$/.exec(filename ?? '')?.[1];
}
/** The name with which the training data of a job goes up where a server may keep no metadata: it carries the job's fingerprint before the content hash. */
function nameWithFingerprint(filename, fingerprint) {
    return filename.replace(/\.([0-9a-f]{64}\.jsonl)$/, `.${fingerprint}.$1`);
}
/** The fingerprint in such a name. */
function fingerprintInName(filename) {
    return /\.([0-9a-f]{64})\.[0-9a-f]{64}\.jsonl$/.exec(filename)?.[1];
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
/** Where a job says that it came from; each part undefined where it does not say. Foreign text. */
function originOf(metadata) {
    return {
        repository: metadata[`${RESERVED}repository`],
        commit: metadata[`${RESERVED}commit`],
        run: metadata[`${RESERVED}run`],
    };
}
/** Who created a job, by its provenance; undefined when it bears none. */
function createdBy(metadata) {
    const { repository, commit, run } = originOf(metadata);
    const parts = [
        repository === undefined ? '' : `repository ${repository}`,
        commit === undefined ? '' : `commit ${commit.slice(0, 12)}`,
        run === undefined ? '' : `run ${run}`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? undefined : parts.join(', ');
}


/***/ }),

/***/ 12053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ settleRace),
/* harmony export */   Ph: () => (/* binding */ findIdentical),
/* harmony export */   Ps: () => (/* binding */ jobReader),
/* harmony export */   Xi: () => (/* binding */ candidates),
/* harmony export */   qi: () => (/* binding */ identicalJobs)
/* harmony export */ });
/* harmony import */ var _api_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91688);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _backoff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30635);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46655);
/* harmony import */ var _paging_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2023);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(732);
/* harmony import */ var _work_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85378);
/** Jobs that already exist: found by their fingerprint, each one compared again on our side. */







const SCAN_JOBS = 2000;
const SCAN_SECONDS = 90 * 24 * 3600;
const PAGE = 100;
/** Lists may leave metadata out; so many jobs are then looked at one by one. */
const RETRIEVED = 50;
const FILE_PAGES = 20;
/**
 * Reads pages of jobs that bear this metadata. A server that does not know the filter may refuse it or ignore it: so what comes is to be compared again.
 * @param filters whether the server is asked to filter at all
 */
function jobReader(metadata, work, filters = true) {
    let filter = filters ? metadata : undefined;
    const read = async (after) => {
        const query = { after, limit: PAGE, ...(filter === undefined ? {} : { metadata: filter }) };
        try {
            return await (0,_work_js__WEBPACK_IMPORTED_MODULE_5__/* .persist */ .Z)(work, _backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.read, () => work.provider.listJobs(query, work.signal));
        }
        catch (error) {
            const refused = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProviderError */ .mZ && (error.facts.status === 400 || error.facts.status === 422);
            if (filter === undefined || !refused)
                throw error;
            filter = undefined;
            return read(after);
        }
    };
    return read;
}
/** Every page of jobs, newest first, until the list ends or the scan's limits are reached. */
async function* pages(work, metadata) {
    let seen = 0;
    // Where metadata may not be kept, a list filtered by it would prove nothing.
    for await (const page of (0,_paging_js__WEBPACK_IMPORTED_MODULE_6__/* .pagesOf */ .E)(jobReader(metadata, work, work.provider.keepsMetadata), Number.POSITIVE_INFINITY)) {
        yield page;
        seen += page.length;
        const last = page.at(-1);
        if (last === undefined)
            return;
        const age = work.clock.now() / 1000 - (last.created_at ?? Number.POSITIVE_INFINITY);
        if (seen >= SCAN_JOBS || age > SCAN_SECONDS) {
            work.say(`Looked through ${seen} jobs back to ${last.id}; older ones were not compared.`);
            return;
        }
    }
}
/** Names of files by ID: asked for once, when the first is wanted. */
class FileNames {
    #listed;
    #asked = 0;
    #work;
    constructor(work) {
        this.#work = work;
    }
    async #list() {
        const names = new Map();
        const work = this.#work;
        const read = (after) => (0,_work_js__WEBPACK_IMPORTED_MODULE_5__/* .persist */ .Z)(work, _backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.read, () => work.provider.listFiles({ after }, work.signal));
        for await (const page of (0,_paging_js__WEBPACK_IMPORTED_MODULE_6__/* .pagesOf */ .E)(read, FILE_PAGES))
            for (const { id, filename } of page)
                names.set(id, filename ?? undefined);
        return names;
    }
    /** The file's name; undefined when the server does not tell it. */
    async of(id) {
        this.#listed ??= await this.#list();
        if (this.#listed.has(id) || this.#asked >= RETRIEVED)
            return this.#listed.get(id);
        this.#asked += 1;
        const work = this.#work;
        const file = await (0,_work_js__WEBPACK_IMPORTED_MODULE_5__/* .persist */ .Z)(work, _backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.read, () => work.provider.retrieveFile(id, work.signal)).catch(unlessMissing);
        this.#listed.set(id, file?.filename ?? undefined);
        return file?.filename ?? undefined;
    }
}
function unlessMissing(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProviderError */ .mZ && error.facts.status === 404)
        return undefined;
    throw error;
}
/**
 * Looks through the jobs for those that bear this fingerprint: in their metadata, or, where a server keeps none, in the name of their training file.
 * @throws ProviderError when a list fails: a failure is not an absence
 */
async function findIdentical(fingerprint, likeness, work) {
    const found = new Map();
    const unclear = new Map();
    const names = new FileNames(work);
    let retrieved = 0;
    for await (const page of pages(work, { [_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .FINGERPRINT_KEY */ .XG]: fingerprint })) {
        for (const listed of page) {
            const silent = listed.metadata == null;
            const name = silent && listed.training_file ? await names.of(listed.training_file) : undefined;
            const named = name !== undefined && (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintInName */ .fk)(name) === fingerprint;
            const possible = (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .bears */ .oJ)(listed, fingerprint) || named || (silent && retrieved < RETRIEVED);
            if (!possible)
                continue;
            retrieved += silent && !named ? 1 : 0;
            // Retrieve before attaching: a list may lag behind, or leave metadata out.
            const job = await (0,_work_js__WEBPACK_IMPORTED_MODULE_5__/* .persist */ .Z)(work, _backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.read, () => work.provider.retrieveJob(listed.id, work.signal)).catch(unlessMissing);
            if (job === undefined)
                continue;
            if ((0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .bears */ .oJ)(job, fingerprint) || (named && job.metadata == null))
                found.set(job.id, job);
            else if (likeness !== undefined && mayBe(job, name, likeness))
                unclear.set(job.id, job);
        }
    }
    return { jobs: [...found.values()].sort(_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .byAge */ .jI), unclear: [...unclear.values()].sort(_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .byAge */ .jI) };
}
/** Whether a job without metadata may ask for the same: its data is the file that was given, or nobody knows which it is. */
function mayBe(job, name, { model, trainingFile }) {
    if (job.metadata != null || job.model !== model || job.status === 'failed' || job.status === 'cancelled')
        return false;
    return trainingFile === undefined ? name === undefined : job.training_file === trainingFile;
}
/** The jobs that bear this fingerprint, oldest first. @throws ProviderError when a list fails */
async function identicalJobs(fingerprint, work) {
    return (await findIdentical(fingerprint, undefined, work)).jobs;
}
/** The jobs with what is known of their models. Only a clear 404 counts as gone. */
async function candidates(jobs, work) {
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
    const time = (0,_api_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(job.created_at || undefined);
    return time === '' ? '' : ` of ${time.slice(0, 10)}`;
}
/**
 * Decides over the jobs that bear the fingerprint, in any order.
 * @param unclear jobs that may be identical, which cannot be proved; they count only where nothing else decides
 */
function planOf(candidates, unclear = []) {
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
    const [first, ...others] = unclear;
    if (first !== undefined) {
        const names = [first, ...others.slice(0, 4)].map(({ id, status }) => `${id} (${status})`).join(', ');
        return {
            action: 'refuse',
            job: first,
            reason: `this server keeps no metadata, and it cannot be proved that ${names}${others.length > 4 ? ` and ${others.length - 4} more` : ''} asks for something else; go on with operation: wait and its job_id, or create anew with reuse: false`,
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


/***/ })

};
