export const id = 992;
export const ids = [992];
export const modules = {

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
    /** Parts of a file: what arrived twice counts once. */
    part: { patience: 10 * MINUTE, obeys: 60 * MINUTE, first: 1000, longest: 30_000, unknown: true, notFound: false },
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

/***/ 2023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ newest),
/* harmony export */   E: () => (/* binding */ pagesOf)
/* harmony export */ });
/**
 * The pages of a list, in order, until it ends or stands still.
 * @param read the page after the item of this ID; the first one for undefined
 * @param most pages that are read at most
 */
async function* pagesOf(read, most) {
    let after;
    for (let page = 0; page < most; page += 1) {
        const { data, has_more } = await read(after);
        yield data;
        const last = data.at(-1)?.id;
        if (!has_more || last === undefined || last === after)
            return;
        after = last;
    }
}
const timeOf = (item) => item?.created_at ?? 0;
/** Pages that are read at most. */
const MOST_PAGES = 1000;
/**
 * The newest items that are wanted, newest first, each once, in whatever order the server keeps them: where it begins with the oldest, everything is read.
 * @param read the page after the item of this ID
 */
async function newest(read, { limit, accept = () => true }) {
    const found = new Map();
    let oldestFirst;
    for await (const page of pagesOf(read, MOST_PAGES)) {
        oldestFirst ??= timeOf(page[0]) < timeOf(page.at(-1));
        for (const item of page)
            if (accept(item) && !found.has(item.id))
                found.set(item.id, item);
        if (!oldestFirst && found.size >= limit)
            break;
    }
    const items = [...found.values()];
    if (oldestFirst)
        items.reverse();
    return items.sort((left, right) => timeOf(right) - timeOf(left)).slice(0, limit);
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

/***/ 15317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* unused harmony export duty */
/* harmony import */ var _adapters_actions_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72920);
/* harmony import */ var _adapters_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61642);
/* harmony import */ var _api_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91688);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28866);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71300);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(59516);
/* harmony import */ var _job_lookup_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12053);
/* harmony import */ var _providers_connection_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(32388);
/** The post step: the safety net for a main step that was cancelled before it could act. Best effort; it never fails a workflow. */









/** A cancelled workflow run leaves its steps five minutes. In milliseconds. */
const PATIENCE = 4 * 60_000;
const LOOKS = [0, 2000, 8000, 20_000, 40_000];
/** What the main step left, and whether there is anything to do about it. Pure. */
function duty(state) {
    if (state.phase === '' || state.phase === 'ended')
        return 'nothing';
    return state.cancelled && state.onCancel !== 'detach' ? 'cancel' : 'leave';
}
/** Runs the post step. Never throws. */
async function run(environment = process.env) {
    const runner = (0,_adapters_actions_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .actionsRunner */ .A)(environment);
    const raw = (0,_adapters_actions_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .rawInputs */ .m)(environment, _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .INPUT_NAMES */ .Qh);
    for (const secret of await (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .secretsIn */ .VY)(raw))
        runner.mask(secret);
    const closers = [];
    try {
        await act(runner, environment, closers);
    }
    catch (error) {
        runner.warning(`The post step could not finish: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
    }
    await Promise.all(closers.map((close) => close()));
}
/** The live jobs of this fingerprint, looked for several times: one that was created a moment ago may be in no list yet. */
async function lookFor(fingerprint, work) {
    for (const wait of LOOKS) {
        await work.clock.sleep(wait, work.signal);
        const jobs = await (0,_job_lookup_js__WEBPACK_IMPORTED_MODULE_6__/* .identicalJobs */ .qi)(fingerprint, work);
        if (jobs.length > 0)
            return jobs.filter((job) => !(0,_api_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .isTerminal */ .Hd)(job.status)).map(({ id }) => id);
    }
    return [];
}
async function act(runner, environment, closers) {
    const raw = (0,_adapters_actions_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .rawInputs */ .m)(environment, _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .INPUT_NAMES */ .Qh);
    const cancelled = raw.job_status?.trim() === 'cancelled' || runner.getState('cancelled') === 'true';
    const jobId = runner.getState('job_id');
    const task = duty({ phase: runner.getState('phase'), cancelled, onCancel: raw.on_cancel?.trim() || undefined });
    if (task === 'nothing')
        return;
    if (task === 'leave') {
        return runner.notice(`The step ended before its job${jobId === '' ? '' : ` ${jobId}`} did; a re-run takes it up again instead of paying twice.`);
    }
    const files = (0,_connect_js__WEBPACK_IMPORTED_MODULE_3__/* .filesFor */ .P_)(raw, runner.context);
    const inputs = await (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readInputs */ .Ko)(raw, (file) => files.readText(file));
    const provider = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_3__/* .connector */ .M3)((0,_providers_connection_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveConnection */ .XC)(inputs, environment), runner, closers)();
    const signal = AbortSignal.timeout(PATIENCE);
    const work = {
        provider,
        clock: _adapters_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m,
        signal,
        deadline: _adapters_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.now() + PATIENCE,
        say: (text) => runner.info(text),
        warn: (text) => runner.warning(text),
    };
    const ids = jobId === '' ? await lookFor(runner.getState('fingerprint'), work) : [jobId];
    for (const id of ids) {
        const before = await provider.retrieveJob(id, signal);
        if ((0,_api_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .isTerminal */ .Hd)(before.status))
            runner.info(`Job ${id} is ${before.status}; there is nothing to cancel.`);
        else
            runner.notice(`Job ${id} is ${(await provider.cancelJob(id, signal)).status}, because the workflow run was cancelled.`);
    }
    if (ids.length === 0)
        runner.info('No job was created, so there is nothing to cancel.');
}


/***/ })

};
