export const id = 583;
export const ids = [583];
export const modules = {

/***/ 96999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bG: () => (/* binding */ takeUp),
/* harmony export */   mX: () => (/* binding */ notFound),
/* harmony export */   pC: () => (/* binding */ findJob),
/* harmony export */   ux: () => (/* binding */ matchingJobs)
/* harmony export */ });
/* unused harmony exports bearsAll, wanted */
/* harmony import */ var _api_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91688);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _job_backoff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30635);
/* harmony import */ var _job_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46655);
/* harmony import */ var _job_lookup_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12053);
/* harmony import */ var _job_paging_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2023);
/* harmony import */ var _job_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(732);
/* harmony import */ var _job_work_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85378);
/* harmony import */ var _data_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(66147);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93798);
/** The job that an operation is about. */










/** Whether a job bears all these pairs; asked again on our side, because some servers ignore the filter. */
function bearsAll(job, metadata) {
    return Object.entries(metadata ?? {}).every(([key, value]) => job.metadata?.[key] === value);
}
/** The jobs that `metadata` and `status` ask for, newest first. */
function matchingJobs({ inputs }, limit, work) {
    const { metadata, status } = inputs;
    const accept = (job) => bearsAll(job, metadata) && (status === undefined || job.status === status);
    return (0,_job_paging_js__WEBPACK_IMPORTED_MODULE_9__/* .newest */ .B)((0,_job_lookup_js__WEBPACK_IMPORTED_MODULE_4__/* .jobReader */ .Ps)(metadata, work), { limit, accept });
}
/** What was looked for, in words. */
function wanted({ inputs }) {
    const { job_id, metadata, status } = inputs;
    const which = job_id !== undefined
        ? `with job_id: ${job_id}`
        : metadata !== undefined
            ? `with metadata ${JSON.stringify(metadata)}`
            : 'with the fingerprint of these inputs';
    return `${which}${status === undefined || job_id !== undefined ? '' : ` and status: ${status}`}`;
}
/** The job itself: by `job_id`, else the newest with this `metadata`, else, where the inputs of `create` are given, by their fingerprint. */
async function look(step, work) {
    const { job_id, metadata } = step.inputs;
    if (job_id !== undefined) {
        return (0,_job_work_js__WEBPACK_IMPORTED_MODULE_6__/* .persist */ .Z)(work, _job_backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.read, () => work.provider.retrieveJob(job_id, work.signal)).catch((error) => {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ProviderError */ .mZ && error.facts.status === 404)
                return undefined;
            throw error;
        });
    }
    return metadata === undefined ? byFingerprint(step, work) : (await matchingJobs(step, 1, work))[0];
}
async function byFingerprint(step, work) {
    const data = await (0,_data_js__WEBPACK_IMPORTED_MODULE_7__/* .prepareData */ .cN)(step);
    const { jobs, unclear } = await (0,_job_lookup_js__WEBPACK_IMPORTED_MODULE_4__/* .findIdentical */ .Ph)(await (0,_identity_js__WEBPACK_IMPORTED_MODULE_8__/* .fingerprintFor */ .I)(step, data, work), (0,_identity_js__WEBPACK_IMPORTED_MODULE_8__/* .likenessOf */ .m)(step, data), work);
    const { status } = step.inputs;
    const matching = jobs.filter((job) => status === undefined || job.status === status);
    const plan = (0,_job_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planOf */ .XC)(await (0,_job_lookup_js__WEBPACK_IMPORTED_MODULE_4__/* .candidates */ .Xi)(matching, work), unclear);
    if (plan.action === 'refuse')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Job ${plan.job.id} is not taken up: ${plan.reason}.`);
    if (plan.action !== 'create')
        return plan.job;
    // Nothing lives: the last one to have ended says what became of it.
    return matching
        .filter((job) => (0,_api_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(job.status))
        .sort(_job_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .byAge */ .jI)
        .at(-1);
}
/**
 * The job that the inputs name.
 * @returns undefined when there is none and `if_not_found` is `empty`
 * @throws ActionError when there is none and it is `fail`
 */
async function findJob(step, work) {
    const job = await look(step, work);
    if (job === undefined)
        notFound(step);
    return job;
}
/** Keeps the job in the findings, and publishes its ID at once: a run that is killed later has told it. */
function takeUp(step, job) {
    const { runner, draft, connection } = step;
    draft.job = job;
    draft.origin = (0,_job_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .originOf */ .yv)(job.metadata ?? {});
    draft.price ??= (0,_data_js__WEBPACK_IMPORTED_MODULE_7__/* .priceOf */ .xx)(step, job.model ?? '');
    if (draft.provider !== undefined)
        draft.provider = { ...draft.provider, jobUrl: connection.profile.jobPage?.(job.id) };
    runner.setOutput('job_id', job.id);
}
/** No match: what `if_not_found` says. @throws ActionError unless it is `empty` */
function notFound(step) {
    const text = `There is no job ${wanted(step)}.`;
    if (step.inputs.if_not_found === 'fail') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${text} Check the input and that the key belongs to the project of the job, or write if_not_found: empty.`);
    }
    step.draft.ending = 'absent';
    step.runner.info(text);
}


/***/ }),

/***/ 93798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ fingerprintFor),
/* harmony export */   m: () => (/* binding */ likenessOf)
/* harmony export */ });
/* harmony import */ var _job_backoff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30635);
/* harmony import */ var _job_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46655);
/* harmony import */ var _job_work_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85378);
/** By what the job of this step's inputs is recognised. */



/** A file by ID is what its name says it holds, where its name says so. */
async function identityOf(file, work) {
    if (file.kind === 'upload')
        return file.sha256;
    const remote = await (0,_job_work_js__WEBPACK_IMPORTED_MODULE_2__/* .persist */ .Z)(work, _job_backoff_js__WEBPACK_IMPORTED_MODULE_0__/* .RETRY */ .p6.read, () => work.provider.retrieveFile(file.id, work.signal));
    return (0,_job_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .hashInName */ .zR)(remote.filename) ?? file.id;
}
/** The fingerprint of the job that these inputs ask for; kept in the findings and the outputs. */
async function fingerprintFor(step, data, work) {
    const { inputs, runner, draft } = step;
    const { repository, runId, job, step: stepId } = runner.context;
    const fingerprint = (0,_job_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .ax)(inputs, {
        training: await identityOf(data.training, work),
        validation: data.validation === undefined ? undefined : await identityOf(data.validation, work),
        scope: inputs.reuse ? undefined : [repository, runId, job, stepId, inputs.matrix ?? ''].join('\n'),
    });
    draft.fingerprint = fingerprint;
    runner.setOutput('fingerprint', fingerprint);
    return fingerprint;
}
/** What of a job is compared where it bears no fingerprint. */
function likenessOf({ inputs }, data) {
    return { model: inputs.model, trainingFile: data.training.kind === 'id' ? data.training.id : undefined };
}


/***/ }),

/***/ 56583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list),
/* harmony export */   listCheckpoints: () => (/* binding */ listCheckpoints),
/* harmony export */   listEvents: () => (/* binding */ listEvents),
/* harmony export */   retrieve: () => (/* binding */ retrieve)
/* harmony export */ });
/* harmony import */ var _job_backoff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30635);
/* harmony import */ var _job_paging_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2023);
/* harmony import */ var _job_work_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85378);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19820);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96999);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41623);






/** So many items the API gives in one page. */
const PAGE = 100;
/** The job of this step, kept in the findings; undefined when there is none and that is no error. */
async function jobOf(step, work) {
    const job = await (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findJob */ .pC)(step, work);
    if (job === undefined)
        return undefined;
    (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .takeUp */ .bG)(step, job);
    step.draft.ending = 'done';
    return job;
}
/** One look at a job. */
async function retrieve(step) {
    const job = await jobOf(step, await (0,_server_js__WEBPACK_IMPORTED_MODULE_4__/* .open */ .h)(step));
    if (job !== undefined)
        step.runner.info((0,_report_log_js__WEBPACK_IMPORTED_MODULE_2__/* .statusLine */ .Bs)(job, undefined));
}
/** The jobs, newest first. Without a filter none is a fine answer. */
async function list(step) {
    const work = await (0,_server_js__WEBPACK_IMPORTED_MODULE_4__/* .open */ .h)(step);
    const { inputs, draft, runner } = step;
    draft.jobs = await (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .matchingJobs */ .ux)(step, inputs.limit, work);
    draft.ending = 'done';
    if (draft.jobs.length === 0 && (inputs.metadata !== undefined || inputs.status !== undefined))
        return (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .notFound */ .mX)(step);
    runner.info(`${draft.jobs.length} ${draft.jobs.length === 1 ? 'job' : 'jobs'}.`);
}
/** The events of a job. */
async function listEvents(step) {
    const work = await (0,_server_js__WEBPACK_IMPORTED_MODULE_4__/* .open */ .h)(step);
    const job = await jobOf(step, work);
    if (job === undefined)
        return;
    const { inputs, draft, runner } = step;
    const read = (after) => (0,_job_work_js__WEBPACK_IMPORTED_MODULE_1__/* .persist */ .Z)(work, _job_backoff_js__WEBPACK_IMPORTED_MODULE_0__/* .RETRY */ .p6.read, () => work.provider.listEvents(job.id, { after, limit: PAGE }, work.signal));
    // The report tells them in the order of time.
    draft.events = (await (0,_job_paging_js__WEBPACK_IMPORTED_MODULE_5__/* .newest */ .B)(read, { limit: inputs.limit })).toReversed();
    runner.info(`${draft.events.length} ${draft.events.length === 1 ? 'event' : 'events'} of job ${job.id}.`);
}
/** The checkpoints of a job. */
async function listCheckpoints(step) {
    const work = await (0,_server_js__WEBPACK_IMPORTED_MODULE_4__/* .open */ .h)(step);
    const job = await jobOf(step, work);
    if (job === undefined)
        return;
    const { inputs, draft, runner } = step;
    const read = (after) => (0,_job_work_js__WEBPACK_IMPORTED_MODULE_1__/* .persist */ .Z)(work, _job_backoff_js__WEBPACK_IMPORTED_MODULE_0__/* .RETRY */ .p6.read, () => work.provider.listCheckpoints(job.id, { after, limit: PAGE }, work.signal));
    draft.checkpoints = await (0,_job_paging_js__WEBPACK_IMPORTED_MODULE_5__/* .newest */ .B)(read, { limit: inputs.limit });
    runner.info(`${draft.checkpoints.length} ${draft.checkpoints.length === 1 ? 'checkpoint' : 'checkpoints'} of job ${job.id}.`);
}


/***/ }),

/***/ 41623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ open),
/* harmony export */   k: () => (/* binding */ lacksCredential)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _providers_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32388);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98474);
/** The provider of this step, opened. */



/** Whether there is nothing to sign in with. (The sandbox needs nothing.) */
function lacksCredential({ connection }) {
    return connection.credential === undefined && connection.profile.name !== 'sandbox';
}
/** Connects, and gives what every stage of a job's story needs. @throws InputError without a credential */
async function open(step) {
    const { connection, draft } = step;
    if (lacksCredential(step))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz([{ place: 'api_key', message: (0,_providers_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .credentialAdvice */ ._)(connection) }]);
    const provider = await step.connect();
    const { name, beforeUse } = connection.profile;
    draft.provider = { name, baseUrl: provider.baseUrl, jobUrl: undefined, beforeUse };
    return {
        provider,
        clock: step.clock,
        signal: step.signal,
        deadline: step.started + step.inputs.timeout_minutes * 60_000,
        say: (text) => step.runner.info(text),
        warn: (text) => (0,_step_js__WEBPACK_IMPORTED_MODULE_2__/* .warn */ .R8)(step, text),
    };
}


/***/ })

};
