export const id = 765;
export const ids = [765];
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
/** Longer lines are cut: nobody reads them, and a page that holds them stands still. In characters. */
const LINE = 4000;
/** The same text, unable to act: no command, no terminal escape, no hidden or turned characters; lines stay lines, and readable. */
function inert(text) {
    return text
        .replace(/\r\n?/g, '\n')
        .split('\n')
        .map((line) => (line.length > LINE ? `${line.slice(0, LINE)}…` : line))
        .join('\n')
        .replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
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
const PullRequest = schemas/* looseObject */._H3({
    number: schemas/* nullish */.cl6(schemas/* number */.aig()),
    head: schemas/* nullish */.cl6(schemas/* looseObject */._H3({ sha: schemas/* nullish */.cl6(schemas/* string */.YjP()), repo: schemas/* nullish */.cl6(schemas/* looseObject */._H3({ full_name: schemas/* nullish */.cl6(schemas/* string */.YjP()) })) })),
    base: schemas/* nullish */.cl6(schemas/* looseObject */._H3({ sha: schemas/* nullish */.cl6(schemas/* string */.YjP()) })),
});
const Payload = schemas/* looseObject */._H3({
    repository: Repository,
    pull_request: schemas/* nullish */.cl6(PullRequest),
    workflow_run: schemas/* nullish */.cl6(schemas/* looseObject */._H3({
        head_repository: Repository,
        head_branch: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        head_sha: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        pull_requests: schemas/* nullish */.cl6(schemas/* array */.YOg(PullRequest)),
    })),
    before: schemas/* nullish */.cl6(schemas/* string */.YjP()),
});
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
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
function pullRequestOf({ pull_request, workflow_run }) {
    const own = workflow_run?.pull_requests?.find(({ head }) => head?.sha === workflow_run.head_sha);
    const { number, base, head } = pull_request ?? own ?? {};
    if (number == null)
        return undefined;
    return { number, baseSha: base?.sha ?? '', headSha: head?.sha ?? '' };
}
function triggerOf({ workflow_run }) {
    if (workflow_run == null)
        return undefined;
    const { head_repository, head_branch, head_sha } = workflow_run;
    return { repository: head_repository?.full_name ?? '', branch: head_branch ?? '', sha: head_sha ?? '' };
}
/** The commit that is checked out in the workspace; undefined when there is no checkout. Read without git, which not every runner has. */
function checkedOut(workspace) {
    const read = (name) => (0,external_node_fs_.readFileSync)(external_node_path_.join(workspace, '.git', name), 'utf8');
    try {
        const head = read('HEAD').trim();
        const branch = /^ref: (refs\/.+)$/.exec(head)?.[1];
        const commit = branch === undefined ? head : read(branch).trim();
        return COMMIT.test(commit) ? commit : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * The commit whose data the step reads. On `pull_request_target` and `workflow_run` GITHUB_SHA is a commit of the base branch, whatever was checked out; on
 * `pull_request` it is the merge, while a workflow may have checked out the head.
 */
function commitOf(eventName, sha, payload, workspace) {
    if (eventName === 'pull_request_target' || eventName === 'workflow_run')
        return checkedOut(workspace) ?? '';
    const head = payload.pull_request?.head?.sha;
    return head && checkedOut(workspace) === head ? head : sha;
}
/** Reads the context from the runner's variables; what is missing is empty. */
function readContext(environment) {
    const payload = readPayload(environment.GITHUB_EVENT_PATH);
    const eventName = environment.GITHUB_EVENT_NAME ?? '';
    const repository = environment.GITHUB_REPOSITORY ?? '';
    const actor = environment.GITHUB_ACTOR ?? '';
    const fork = isFork(eventName, payload, repository);
    const workspace = external_node_path_.resolve(environment.GITHUB_WORKSPACE || process.cwd());
    return {
        eventName,
        repository,
        sha: commitOf(eventName, environment.GITHUB_SHA ?? '', payload, workspace),
        ref: environment.GITHUB_REF ?? '',
        workflow: environment.GITHUB_WORKFLOW ?? '',
        job: environment.GITHUB_JOB ?? '',
        step: environment.GITHUB_ACTION ?? '',
        runId: environment.GITHUB_RUN_ID ?? '',
        runAttempt: environment.GITHUB_RUN_ATTEMPT ?? '',
        actor,
        serverUrl: environment.GITHUB_SERVER_URL || 'https://github.com',
        apiUrl: (environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
        workspace,
        temp: external_node_path_.resolve(environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)()),
        fork,
        withoutSecrets: eventName.startsWith('pull_request') && (fork || actor === 'dependabot[bot]'),
        privateRepository: payload.repository?.private === true,
        pullRequest: pullRequestOf(payload),
        triggeredBy: eventName === 'workflow_run' ? triggerOf(payload) : undefined,
        before: payload.before != null && COMMIT.test(payload.before) && !/^0+$/.test(payload.before) ? payload.before : undefined,
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
            const forms = new Set([
                secret,
                JSON.stringify(secret).slice(1, -1),
                encodeURIComponent(secret.toWellFormed()),
                ...secret.split(/\r?\n/),
            ]);
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
    const { EnvHttpProxyAgent, setGlobalDispatcher } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
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
/* harmony export */   PZ: () => (/* binding */ UploadPart),
/* harmony export */   Tx: () => (/* binding */ RemoteFile),
/* harmony export */   _0: () => (/* binding */ JobEvent),
/* harmony export */   _O: () => (/* binding */ Job),
/* harmony export */   cZ: () => (/* binding */ PartedUpload),
/* harmony export */   nR: () => (/* binding */ timeOf)
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
/** A part of an upload. */
const UploadPart = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** An upload in parts. It holds its file once it is completed. */
const PartedUpload = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), status: maybeText, file: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(RemoteFile) });
/** A model. `shutdown_date` (YYYY-MM-DD) is when the provider takes it away, where it says so. */
const Model = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), shutdown_date: maybeText });
const TERMINAL = new Set(['succeeded', 'failed', 'cancelled']);
/** Whether a job in this status never changes again. An unknown status is not terminal. */
function isTerminal(status) {
    return TERMINAL.has(status);
}
/** A server's time as `2026-11-23T09:00:00.000Z`; empty for none, and for a number that is no time. */
function timeOf(seconds) {
    const date = new Date((seconds ?? Number.NaN) * 1000);
    return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}


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
/** Two buffers in turn: one to look at, one to read into. */
function turning() {
    const buffers = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)];
    let turn = 0;
    return () => {
        turn += 1;
        return buffers[turn % 2] ?? buffers[0];
    };
}
/** Files under the rules of this step. */
function localFiles(options) {
    const { workspace, temp, allowPaths, fork } = options;
    const absolute = (given) => external_node_path_.resolve(workspace, given);
    let folders;
    /** The real path of a regular file that may be read. */
    async function resolve(given) {
        const asked = absolute(given);
        const real = await (0,promises_.realpath)(asked).catch(() => undefined);
        if (real === undefined)
            throw new errors/* ActionError */.lZ(`There is no file ${given}. Paths are relative to the workspace; check its spelling and the checkout.`);
        folders ??= Promise.all([workspace, temp, ...allowPaths.map(absolute)].map(realFolder));
        const roots = await folders;
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
    /** Files of which parts are read, again and again. */
    const again = new Map();
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
        async *scan(given, take = turning()) {
            const file = await (0,promises_.open)(await resolve(given));
            let reading;
            try {
                reading = file.read(take());
                for (;;) {
                    const { bytesRead, buffer } = await reading;
                    if (bytesRead === 0)
                        return;
                    reading = file.read(take());
                    yield buffer.subarray(0, bytesRead);
                }
            }
            finally {
                // Who stops early leaves a read under way.
                await reading?.catch(() => undefined);
                await file.close();
            }
        },
        async readRange(given, offset, length) {
            const resolved = again.get(given) ?? resolve(given);
            again.set(given, resolved);
            const file = await (0,promises_.open)(await resolved);
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
        const { wireProvider } = await Promise.all(/* import() */[__webpack_require__.e(193), __webpack_require__.e(59)]).then(__webpack_require__.bind(__webpack_require__, 44059));
        const options = { identityToken: githubIdentityToken, mask: (secret) => runner.mask(secret) };
        if (connection.profile.name !== 'sandbox')
            return wireProvider(connection, options);
        const { startSandbox } = await Promise.all(/* import() */[__webpack_require__.e(574), __webpack_require__.e(899), __webpack_require__.e(984)]).then(__webpack_require__.bind(__webpack_require__, 85210));
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
    mend;
    constructor(message, options) {
        super(options?.mend ? `${message} ${options.mend}` : message, options);
        this.mend = options?.mend || undefined;
    }
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
    constructor(message, code, options) {
        super(message, options);
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

/***/ 18608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ optionalChoice),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   WI: () => (/* binding */ optionalNumber),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   uv: () => (/* binding */ structured)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88532);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23945);
/** Schemas that turn one input's raw text into its value. Each issue's message is the phrase of what is allowed; the report adds place and value. */

function refuse(issues, input, allowed, path = []) {
    issues.push({ code: 'custom', message: allowed, input, path });
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .NEVER */ .tm;
}
const raw = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP());
/** A text, or undefined when the input is empty. */
const text = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(raw, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((value) => value || undefined));
/** The non-empty lines of a text, trimmed. */
const lines = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(raw, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((value) => (value ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')));
/** One of several words; the first is the default. */
function choice(...words) {
    const allowed = `one of ${words.join(', ')}`;
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(raw, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((value, context) => {
        const word = words.find((candidate) => candidate === (value || words[0]));
        return word ?? refuse(context.issues, value, allowed);
    }));
}
/** One of several words, or undefined when the input is empty. */
function optionalChoice(...words) {
    const required = choice(...words);
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(raw, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((value, context) => {
        if (!value)
            return undefined;
        const parsed = required.safeParse(value);
        return parsed.success ? parsed.data : refuse(context.issues, value, `one of ${words.join(', ')}`);
    }));
}
/** `true` or `false` in the spellings of YAML 1.2's core schema, as GitHub's own toolkit takes them. */
function flag(otherwise) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(raw, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((value, context) => {
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
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(raw, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((value, context) => {
        if (!value)
            return undefined;
        return numberIn(value, range) ?? refuse(context.issues, value, phrase(range));
    }));
}
/** A number with a default. */
function number(range, otherwise) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(raw, zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((value, context) => {
        if (!value)
            return otherwise;
        return numberIn(value, range) ?? refuse(context.issues, value, phrase(range));
    }));
}
function checked(schema, value, issues) {
    const parsed = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xL(schema, value);
    if (parsed.success)
        return parsed.data;
    for (const issue of parsed.error.issues)
        issues.push({ code: 'custom', message: issue.message, input: value, path: issue.path });
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .NEVER */ .tm;
}
function unreadable(fault, line) {
    return `JSON or YAML that can be read (${line === undefined ? '' : `line ${line}: `}${fault})`;
}
/** Parsed JSON or YAML of this schema, or undefined when the input is empty. */
function structured(schema) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((parsed, context) => {
        if (parsed === undefined)
            return undefined;
        if ('fault' in parsed)
            return refuse(context.issues, undefined, unreadable(parsed.fault, parsed.line));
        return checked(schema, parsed.value, context.issues);
    }));
}


/***/ }),

/***/ 71300:
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
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
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

// EXTERNAL MODULE: ./lib/inputs/fields.js
var fields = __webpack_require__(18608);
// EXTERNAL MODULE: ./lib/inputs/problems.js
var inputs_problems = __webpack_require__(51733);
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
const STATUS = schemas/* pipe */.FsL(fields/* text */.Qq, schemas/* transform */.pdi((value, context) => {
    if (value === undefined || /^[a-z_]{1,40}$/.test(value))
        return value;
    context.issues.push({ code: 'custom', input: value, message: 'a status such as succeeded, running or paused' });
    return core/* NEVER */.tm;
}));
const PlainSchema = schemas/* object */.Ikc({
    operation: (0,fields/* choice */.Yq)(...OPERATIONS),
    model: fields/* text */.Qq,
    training_file: fields/* lines */.Mn,
    validation_file: fields/* lines */.Mn,
    seed: (0,fields/* optionalNumber */.WI)({ low: 0, high: 2_147_483_647, whole: true }),
    suffix: schemas/* pipe */.FsL(fields/* text */.Qq, schemas/* transform */.pdi((value, context) => {
        if (value === undefined || [...value].length <= 64)
            return value;
        context.issues.push({ code: 'custom', input: value, message: 'a text of 1 to 64 characters' });
        return core/* NEVER */.tm;
    })),
    provider: (0,fields/* choice */.Yq)(...PROVIDERS),
    base_url: fields/* text */.Qq,
    allow_http: (0,fields/* flag */.Jt)(false),
    api_key: fields/* text */.Qq,
    organization: fields/* text */.Qq,
    project: fields/* text */.Qq,
    identity_provider_id: fields/* text */.Qq,
    service_account_id: fields/* text */.Qq,
    audience: fields/* text */.Qq,
    wait: (0,fields/* flag */.Jt)(true),
    timeout_minutes: (0,fields/* number */.ai)({ low: 0, above: true, high: 35 * 24 * 60 }, 330),
    poll_interval_seconds: (0,fields/* number */.ai)({ low: 0, high: 3600 }, 0),
    on_timeout: (0,fields/* choice */.Yq)('fail', 'detach', 'cancel'),
    on_cancel: (0,fields/* optionalChoice */.AU)('cancel', 'detach'),
    reuse: (0,fields/* flag */.Jt)(true),
    job_id: fields/* text */.Qq,
    status: STATUS,
    if_not_found: (0,fields/* choice */.Yq)('fail', 'empty'),
    limit: (0,fields/* number */.ai)({ low: 1, high: 10_000, whole: true }, 20),
    min_model_days: (0,fields/* number */.ai)({ low: 0, high: 3650, whole: true }, 0),
    price_per_million_tokens: (0,fields/* optionalNumber */.WI)({ low: 0 }),
    max_cost_usd: (0,fields/* optionalNumber */.WI)({ low: 0 }),
    max_tokens: (0,fields/* optionalNumber */.WI)({ low: 1, whole: true }),
    exact_tokens_up_to_mb: (0,fields/* number */.ai)({ low: 0 }, 200),
    strict: (0,fields/* flag */.Jt)(false),
    allow_secrets: (0,fields/* flag */.Jt)(false),
    allow_paths: fields/* lines */.Mn,
    allow_untrusted_data: (0,fields/* flag */.Jt)(false),
    show_rows: (0,fields/* choice */.Yq)('auto', 'true', 'false'),
    delete_files: (0,fields/* choice */.Yq)('never', 'after_success'),
    artifact_name: schemas/* pipe */.FsL(schemas/* optional */.lqM(schemas/* string */.YjP()), schemas/* transform */.pdi((value) => value ?? 'auto')),
    comment: (0,fields/* flag */.Jt)(false),
    github_token: fields/* text */.Qq,
    job_status: fields/* text */.Qq,
    matrix: fields/* text */.Qq,
});
/** Those that hold JSON or YAML. */
const STRUCTURED = ['method', 'hyperparameters', 'integrations', 'metadata', 'extra_body'];
const INPUT_NAMES = [...Object.keys(PlainSchema.shape), ...STRUCTURED];
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
    const texts = { ...given, method: await methodText(given.method ?? '', readText) };
    const plainly = PlainSchema.safeParse(given);
    const { structures, problems: unreadable, remarks } = await structuresOf(texts);
    if (!plainly.success || structures === undefined) {
        const issues = plainly.success ? [] : plainly.error.issues;
        throw new errors/* InputError */.dz([...issues.map((issue) => (0,inputs_problems/* problemOf */.Z)(issue.path, issue.message, given)), ...unreadable]);
    }
    const inputs = { ...plainly.data, ...structures };
    const problems = combinationProblems(inputs);
    if (problems.length > 0)
        throw new errors/* InputError */.dz(problems);
    return Object.freeze({ ...inputs, remarks });
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
const NONE = {
    method: undefined,
    hyperparameters: undefined,
    integrations: undefined,
    metadata: undefined,
    extra_body: undefined,
};
/** The structured inputs. Their parser and schemas are loaded where there is something to read: many steps have none. */
async function structuresOf(given) {
    if (STRUCTURED.every((name) => !given[name]))
        return { structures: NONE, problems: [], remarks: [] };
    const { readStructures } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(784)]).then(__webpack_require__.bind(__webpack_require__, 46784));
    return readStructures(given);
}


/***/ }),

/***/ 51733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ problemOf)
/* harmony export */ });
/* unused harmony export shown */
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59516);

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
    if ((0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .eh)(name))
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


/***/ }),

/***/ 59516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J8: () => (/* binding */ dropSecrets),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   eh: () => (/* binding */ isSecretName)
/* harmony export */ });
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
/** The credentials in a structured input. */
async function secretsInside(text) {
    if (text === undefined || text.trim() === '')
        return [];
    const { parseStructured } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(832)]).then(__webpack_require__.bind(__webpack_require__, 62832));
    const parsed = parseStructured(text);
    return 'fault' in parsed ? [] : secretTexts(parsed.value, false);
}
/** Every credential among the raw inputs, to be masked before anything is logged. Reads leniently: a text that does not parse holds no named fields. */
async function secretsIn(raw) {
    const direct = [raw.api_key, raw.github_token].map((value) => value?.trim());
    const inside = await Promise.all([raw.integrations, raw.extra_body].map(secretsInside));
    // One or two characters would blacken the whole log, and "none" is the word for no key.
    return [...direct, ...inside.flat()].filter((value) => value !== undefined && value.length >= 3 && value !== 'none');
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
        keepsMetadata: true,
        ...FILES,
        pollSeconds: POLL,
        data: { minimumRows: 10, bom: 'error', imagesPerRow: 10, developerRole: true },
        jobPage: (jobId) => `https://platform.openai.com/finetune/${encodeURIComponent(jobId.toWellFormed())}`,
    },
    azure: {
        name: 'azure',
        title: 'Azure OpenAI',
        hosts: /^[a-z0-9-]+\.(openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com|openai\.azure\.us)$/,
        rootPath: '/openai/v1',
        keyVariable: 'AZURE_OPENAI_API_KEY',
        authorization: 'header-or-token',
        keepsMetadata: true,
        ...FILES,
        pollSeconds: POLL,
        data: { minimumRows: 10, bom: 'warning', imagesPerRow: 64, maximumBytes: 512_000_000, developerRole: true },
        maximumTrainingTokens: 2_000_000_000,
        jobPage: () => 'https://ai.azure.com',
        beforeUse: 'Deploy the model under this name in Azure before it can be called.',
    },
    bedrock: {
        name: 'bedrock',
        title: 'Amazon Bedrock',
        missing: 'it trains by reinforcement with Lambda graders only, and that is not built yet',
        hosts: /^bedrock-mantle\.[a-z0-9-]+\.api\.aws$/,
        keyVariable: 'AWS_BEARER_TOKEN_BEDROCK',
        authorization: 'bearer',
        keepsMetadata: false,
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
        keepsMetadata: false,
        ...FILES,
        pollSeconds: POLL,
        data: { minimumRows: 1, bom: 'error', imagesPerRow: 10, developerRole: false },
    },
    compatible: {
        name: 'compatible',
        title: 'a compatible server',
        hosts: NO_HOST,
        authorization: 'bearer',
        keepsMetadata: false,
        ...FILES,
        pollSeconds: POLL,
        data: { minimumRows: 1, bom: 'warning', imagesPerRow: 10, developerRole: false },
    },
    sandbox: {
        name: 'sandbox',
        title: 'the sandbox',
        hosts: NO_HOST,
        authorization: 'bearer',
        keepsMetadata: true,
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
