export const id = 35;
export const ids = [35];
export const modules = {

/***/ 60847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ outOfTime),
/* harmony export */   r: () => (/* binding */ cancelOnRequest)
/* harmony export */ });
/* harmony import */ var _api_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91688);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _job_backoff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30635);
/** What becomes of the remote job when the step must end before it: out of time, or the workflow run is cancelled. */



/** A cancel after an abort has only seconds: the runner kills the step soon. In milliseconds. */
const LAST_WORDS = 4000;
/** Cancels the remote job, without the signal that already fired. @returns what the log says of it */
async function cancelJob({ draft }, job, work, patience) {
    const { clock, provider } = work;
    try {
        const answer = await (0,_job_backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .retrying */ .R$)({ ..._job_backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.verb, patience }, { clock, deadline: clock.now() + patience }, () => provider.cancelJob(job.id, AbortSignal.timeout(patience)));
        draft.job = answer;
        return (0,_api_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(answer.status)
            ? `Job ${job.id} is ${answer.status}.`
            : `Job ${job.id} is being cancelled (${answer.status}).`;
    }
    catch (error) {
        return `Job ${job.id} could not be cancelled and may still run: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`;
    }
}
/** Whether `cancel` reaches this job: one that this run created, or any where the input is written out. */
function mayCancel(owned, writtenOut) {
    return owned || writtenOut;
}
/** The workflow run is being cancelled: does what `on_cancel` says, and ends the step. */
async function cancelOnRequest(step, job, owned, work) {
    const { inputs, draft, runner } = step;
    draft.ending = 'cancelled';
    const wanted = (inputs.on_cancel ?? 'cancel') === 'cancel';
    const done = !wanted
        ? `Job ${job.id} runs on (on_cancel: detach).`
        : mayCancel(owned, inputs.on_cancel !== undefined)
            ? await cancelJob(step, job, work, LAST_WORDS)
            : `Job ${job.id} was not created by this run and runs on; on_cancel: cancel would cancel it.`;
    runner.saveState('phase', 'ended');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The workflow run was cancelled. ${done}`);
}
/** `timeout_minutes` are over: does what `on_timeout` says. */
async function outOfTime(step, job, owned, work) {
    const { inputs, draft, runner } = step;
    const { on_timeout, timeout_minutes } = inputs;
    runner.saveState('phase', 'ended');
    draft.ending = 'detached';
    if (on_timeout === 'detach') {
        runner.info(`Job ${job.id} is still ${job.status} after ${timeout_minutes} minutes and runs on (on_timeout: detach).`);
        return;
    }
    const goOn = `A later step with operation: wait and job_id: ${job.id} goes on watching.`;
    if (on_timeout === 'cancel') {
        // `fail` is the default of on_timeout, so `cancel` was written out.
        const done = await cancelJob(step, job, work, _job_backoff_js__WEBPACK_IMPORTED_MODULE_2__/* .RETRY */ .p6.verb.patience);
        draft.ending = 'cancelled';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Job ${job.id} was still ${job.status} after timeout_minutes: ${timeout_minutes}. ${done}${owned ? '' : ' It was not created by this run.'}`);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`Job ${job.id} is still ${job.status} after timeout_minutes: ${timeout_minutes}; it runs on.`, {
        mend: goOn,
    });
}


/***/ }),

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


/***/ }),

/***/ 65813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iP: () => (/* binding */ announce),
  WR: () => (/* binding */ watchToEnd)
});

// UNUSED EXPORTS: jobFailure

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/providers/explanations.js
var explanations = __webpack_require__(14920);
// EXTERNAL MODULE: ./lib/report/log.js
var log = __webpack_require__(19820);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
// EXTERNAL MODULE: ./lib/operations/ending.js
var ending = __webpack_require__(60847);
// EXTERNAL MODULE: ./lib/operations/find.js
var find = __webpack_require__(96999);
// EXTERNAL MODULE: ./lib/api/objects.js
var objects = __webpack_require__(91688);
// EXTERNAL MODULE: ./lib/job/backoff.js
var backoff = __webpack_require__(30635);
// EXTERNAL MODULE: ./lib/job/paging.js
var paging = __webpack_require__(2023);
;// CONCATENATED MODULE: ./lib/job/events.js
const PAGE = 100;
const PAGES = 200;
function stepOf(event) {
    const step = typeof event.data === 'object' && event.data !== null ? Reflect.get(event.data, 'step') : undefined;
    return typeof step === 'number' ? step : undefined;
}
/** Which way a page is sorted: by its times, or, where it all lies within one second, by its steps. Undefined when neither tells. */
function directionOf(events) {
    const steps = events.map(stepOf).filter((step) => step !== undefined);
    const measures = [events.map((event) => event.created_at), steps];
    for (const measure of measures) {
        const first = measure[0];
        const last = measure.at(-1);
        if (first !== undefined && last !== undefined && first !== last)
            return first > last ? 'newest-first' : 'oldest-first';
    }
    return undefined;
}
/** By time; events of one second stay as they stood, because only the server knows their order. */
function inOrder(events) {
    return [...events].sort((left, right) => left.created_at - right.created_at);
}
/** Remembers what was seen. One reader for one job. */
class EventReader {
    #provider;
    #jobId;
    #seen = new Set();
    #direction;
    #last;
    constructor(provider, jobId) {
        this.#provider = provider;
        this.#jobId = jobId;
    }
    /** The events that were not seen before, oldest first. One request as long as nothing is new beyond one page. */
    async read(signal) {
        const fresh = [];
        let after = this.#direction === 'oldest-first' ? this.#last : undefined;
        for (let page = 0; page < PAGES; page += 1) {
            const { data, has_more } = await this.#provider.listEvents(this.#jobId, { after, limit: PAGE }, signal);
            this.#direction ??= directionOf(data);
            const news = data.filter((event) => !this.#seen.has(event.id));
            for (const event of news) {
                if (this.#seen.has(event.id))
                    continue;
                this.#seen.add(event.id);
                fresh.push(event);
            }
            const last = data.at(-1)?.id;
            if (this.#direction === 'oldest-first' && last !== undefined)
                this.#last = last;
            // Newest first: a page with something known reaches back to the last look. No news on a page at all: the server pages in circles.
            const reached = this.#direction === 'newest-first' && news.length < data.length;
            if (!has_more || last === undefined || last === after || reached || news.length === 0)
                break;
            after = last;
        }
        return inOrder(this.#direction === 'oldest-first' ? fresh : fresh.reverse());
    }
}

// EXTERNAL MODULE: ./lib/job/work.js
var job_work = __webpack_require__(85378);
;// CONCATENATED MODULE: ./lib/job/watch.js
/** Watching a job to its end: an async generator of what happened. One retrieve and one events request a look. */





/** The next interval in seconds: news make it shorter, quiet makes it longer. */
function nextInterval(current, pace, news) {
    if (news === 'status')
        return pace.from;
    if (news === 'events')
        return Math.max(pace.from, current / 2);
    return Math.min(pace.to, current * 1.5);
}
/**
 * Yields what happens to the job until it ends, the deadline comes or the signal fires; returns which of these it was, with the job as last seen.
 * @throws ProviderError when the server cannot be read for longer than the policy's patience; the job goes on without us
 */
async function* watch(job, pace, work) {
    const reader = new EventReader(work.provider, job.id);
    let current = job;
    let interval = pace.from;
    let eventsFail = false;
    /** The server may have asked not to be asked sooner. */
    let eventsFrom = 0;
    yield { kind: 'status', job, before: undefined };
    for (;;) {
        const before = current.status;
        // A job that has ended already has its events still to be read.
        const ended = (0,objects/* isTerminal */.Hd)(current.status);
        if (!ended) {
            try {
                current = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.watch, () => work.provider.retrieveJob(job.id, work.signal));
            }
            catch (error) {
                if (error instanceof errors/* AbortedError */.oM)
                    return { reason: 'aborted', job: current };
                throw error;
            }
        }
        let fresh = [];
        try {
            if (work.clock.now() >= eventsFrom) {
                fresh = await reader.read(work.signal);
                eventsFail = false;
            }
        }
        catch (error) {
            if (error instanceof errors/* AbortedError */.oM)
                return { reason: 'aborted', job: current };
            if (!(error instanceof errors/* ProviderError */.mZ))
                throw error;
            if (!eventsFail)
                yield { kind: 'trouble', message: `The job's events cannot be read just now. ${error.message}` };
            eventsFail = true;
            eventsFrom = work.clock.now() + (error.facts.retryAfter ?? 0);
        }
        const changed = current.status !== before;
        // In the order in which it happened: a job runs before it tells its steps, and ends after them.
        if (changed && !(0,objects/* isTerminal */.Hd)(current.status))
            yield { kind: 'status', job: current, before };
        for (const event of fresh)
            yield { kind: 'event', event };
        if (changed && (0,objects/* isTerminal */.Hd)(current.status))
            yield { kind: 'status', job: current, before };
        if ((0,objects/* isTerminal */.Hd)(current.status))
            return { reason: 'terminal', job: current };
        interval = nextInterval(interval, pace, changed ? 'status' : fresh.length > 0 ? 'events' : 'none');
        yield { kind: 'look', job: current, nextInSeconds: interval };
        const left = work.deadline - work.clock.now();
        if (left > 0)
            await work.clock.sleep(Math.min(interval * 1000, left), work.signal);
        if (work.signal.aborted)
            return { reason: 'aborted', job: current };
        if (work.clock.now() >= work.deadline)
            return { reason: 'deadline', job: current };
    }
}

// EXTERNAL MODULE: ./lib/report/metrics.js
var metrics = __webpack_require__(86159);
// EXTERNAL MODULE: ./lib/operations/step.js
var operations_step = __webpack_require__(98474);
;// CONCATENATED MODULE: ./lib/operations/follow.js
/** Following a job in the log and in the findings until it ends, time is up, or the run is cancelled. */









/** No line for so long: a sign of life, in milliseconds. */
const HEARTBEAT = 5 * 60_000;
const CHECKPOINT_PAGES = 20;
/** The pace that the inputs ask for, or the provider's own. */
function paceOf(step) {
    const { poll_interval_seconds } = step.inputs;
    if (poll_interval_seconds > 0)
        return { from: poll_interval_seconds, to: poll_interval_seconds };
    const [from, to] = step.connection.profile.pollSeconds;
    return { from, to };
}
/** Writes what happens into log and findings. @returns why the watch ended */
async function follow(step, job, work, onLook) {
    const { runner, clock, draft } = step;
    const watched = watch(job, paceOf(step), work);
    let told = clock.now();
    let first;
    for (;;) {
        const next = await watched.next();
        if (next.done) {
            draft.job = next.value.job;
            return next.value;
        }
        const line = lineOf(next.value);
        if (line !== undefined) {
            runner.info(line);
            told = clock.now();
        }
        if (next.value.kind === 'trouble')
            (0,operations_step/* warn */.R8)(step, next.value.message);
        if (next.value.kind === 'look') {
            await step.tell('running');
            if (clock.now() - told > HEARTBEAT) {
                runner.info((0,log/* heartbeatLine */.JY)(next.value.job, clock.now() - step.started));
                told = clock.now();
            }
            const other = await onLook?.();
            if (other !== undefined) {
                await watched.return({ reason: 'terminal', job: other });
                return follow(step, other, work);
            }
        }
    }
    function lineOf(happening) {
        if (happening.kind === 'status') {
            draft.job = happening.job;
            return (0,log/* statusLine */.Bs)(happening.job, happening.before);
        }
        if (happening.kind !== 'event')
            return undefined;
        draft.events = [...draft.events, happening.event];
        const point = (0,metrics/* metricPoint */.fl)(happening.event);
        if (point === undefined)
            return (0,log/* eventLine */.V8)(happening.event);
        draft.metrics = [...draft.metrics, point];
        // The provider's own times: events may come in bundles.
        const time = happening.event.created_at * 1000;
        first ??= { step: point.step, time };
        const pace = point.step > first.step ? (time - first.time) / (point.step - first.step) : undefined;
        return `${(0,objects/* timeOf */.nR)(happening.event.created_at).slice(11, 19)} ${(0,log/* progressLine */.oz)(point, pace)}`.trimStart();
    }
}
/** Reads what a job leaves besides its name: checkpoints and result files. What cannot be read is a warning. */
async function collect(step, job, work) {
    const { draft } = step;
    const tolerant = async (what, read) => {
        try {
            await read();
        }
        catch (error) {
            if (!(error instanceof errors/* ProviderError */.mZ))
                throw error;
            (0,operations_step/* warn */.R8)(step, `${what} could not be read; the job is not affected. ${error.message}`);
        }
    };
    await tolerant('The checkpoints', async () => {
        const read = (after) => (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.extra, () => work.provider.listCheckpoints(job.id, { after, limit: 100 }, work.signal));
        for await (const page of (0,paging/* pagesOf */.E)(read, CHECKPOINT_PAGES))
            draft.checkpoints = [...draft.checkpoints, ...page.filter((one) => !draft.checkpoints.some(({ id }) => id === one.id))];
    });
    for (const id of job.result_files ?? []) {
        await tolerant(`The result file ${id}`, async () => {
            const text = (0,metrics/* decodeResultFile */.mo)(await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.extra, () => work.provider.fileContent(id, work.signal)));
            draft.resultFiles = [...draft.resultFiles, { id, name: `${id}.csv`, text }];
        });
    }
}

;// CONCATENATED MODULE: ./lib/operations/watching.js








/** Turns the end of the watch into the end of the step. @returns the job, when someone else cancelled it */
async function judge(step, end, owned, work) {
    const { runner, draft } = step;
    const { job } = end;
    if (end.reason === 'aborted')
        return (0,ending/* cancelOnRequest */.r)(step, job, owned, work);
    if (end.reason === 'deadline') {
        await (0,ending/* outOfTime */.p)(step, job, owned, work);
        return undefined;
    }
    if (job.status === 'cancelled') {
        draft.ending = 'cancelled';
        return job;
    }
    runner.saveState('phase', 'ended');
    await collect(step, job, work);
    if (job.status === 'succeeded') {
        draft.ending = 'succeeded';
        runner.info((0,log/* modelLine */.O4)(job));
        return undefined;
    }
    draft.ending = 'failed';
    throw jobFailure(job);
}
/** The closing line of a job that failed: its cause, cut where it is long, and what to do about it. */
function jobFailure(job) {
    const cause = (0,report_text/* inertLine */.Fq)(job.error?.message || 'the provider gave no reason', 500).replace(/[.\s]*$/, '.');
    const code = job.error?.code ?? undefined;
    const named = code === undefined ? '' : ` (${(0,report_text/* inertLine */.Fq)(code, 80)})`;
    return new errors/* JobError */.CR(`Job ${(0,report_text/* inertLine */.Fq)(job.id, 80)} failed${named}: ${cause}`, code, { mend: (0,explanations/* explainJob */.p9)(job.error ?? {}) });
}
/** Tells which job is watched from now on. @param reused whether it existed before this step */
function announce(step, job, reused) {
    const { runner, draft } = step;
    (0,find/* takeUp */.bG)(step, job);
    draft.reused = reused;
    runner.setOutput('reused', String(reused));
    runner.info((0,log/* announcementLine */.uw)(job, reused, draft.provider?.jobUrl));
}
/**
 * Watches to the end, and judges it.
 * @param owned whether this run created the job: only then `cancel` reaches it without being written out
 * @param onLook may give another job to go on with
 * @returns the job, when someone else cancelled it
 * @throws JobError when it failed; ActionError out of time, or when the run is cancelled
 */
async function watchToEnd(step, job, owned, work, onLook) {
    const { draft } = step;
    const end = await (0,operations_step/* stage */.dw)(step, `Watch ${(0,report_text/* inertLine */.Fq)(job.id, 80)}`, () => follow(step, job, work, onLook));
    return judge(step, end, owned && draft.reused === false, work);
}


/***/ }),

/***/ 14920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   dR: () => (/* binding */ isFinal),
/* harmony export */   p9: () => (/* binding */ explainJob)
/* harmony export */ });
/** What a provider's refusal means and what to do about it, as data. Matched from the top; the first that fits is told. */
const CLOSED = 'OpenAI closed fine-tuning to new organisations on 2026-05-07 and to inactive ones on 2026-07-02, and creates no jobs for anyone from 2027-01-06. ' +
    'Azure (base_url https://RESOURCE.openai.azure.com/openai/v1) and other servers of this wire (provider: compatible) still train.';
const EXPLANATIONS = [
    { code: 'training_not_available', tell: CLOSED, final: true },
    {
        code: 'insufficient_quota',
        tell: 'The account has no credit left, or its spending limit is reached. Raise it with the provider and run again.',
        final: true,
    },
    {
        code: 'billing_hard_limit_reached',
        tell: 'The spending limit is reached. Raise it with the provider and run again.',
        final: true,
    },
    { code: 'exceeded_quota', tell: 'The account has no credit left. Raise it with the provider and run again.', final: true },
    {
        code: 'daily_rate_limit_exceeded',
        tell: 'The number of fine-tuning jobs a day for this model is used up. Run again after 24 hours.',
        final: true,
    },
    {
        status: 401,
        tell: 'The key was not accepted. Check that api_key belongs to this server and has not been revoked.',
        final: true,
    },
    {
        status: 403,
        tell: 'The key may not do this. Check the permissions of the key, its project and its organisation.',
        final: true,
    },
    {
        status: 404,
        call: '/fine_tuning/jobs/',
        tell: 'The server knows no such job. Check job_id, and that the key belongs to the same project.',
        final: true,
    },
    {
        status: 404,
        call: '/files/',
        tell: 'The server knows no such file. Check the ID, and that the key belongs to the same project.',
        final: true,
    },
    {
        status: 404,
        tell: 'The server has no such address. Check that base_url is the API root, such as https://host/v1.',
        final: true,
    },
    { status: 405, tell: 'The server does not offer this call. Check that base_url is the API root.', final: true },
    { status: 413, tell: 'The file is larger than the server takes.', final: true },
];
function explanationOf(facts) {
    return EXPLANATIONS.find((entry) => (entry.code === undefined || entry.code === facts.code || entry.code === facts.type) &&
        (entry.status === undefined || entry.status === facts.status) &&
        (entry.call === undefined || facts.call.includes(entry.call)));
}
/** What to do about a failed call; empty when there is nothing to add to the server's own words. */
function explain(facts) {
    return explanationOf(facts)?.tell ?? '';
}
/** Whether the same request can never succeed within this run. */
function isFinal(facts) {
    return explanationOf(facts)?.final ?? false;
}
const AGAIN = 'A failed job is not taken up again: the next create makes a new one.';
/** What a job's own error means. Matched from the top. */
const JOB_EXPLANATIONS = [
    {
        about: /moderation|safety|unsafe|flagged|harm|content[_ ]policy|usage[_ ]polic/i,
        tell: 'The provider’s safety check refused the data or the model. Take out the rows that its message names, or ask the provider for a review; then run again.',
    },
    {
        about: /invalid_(training|validation)_file|invalid_file_format|invalid_n_examples/i,
        tell: `The provider refused a data file that passed here. Mend what its message names, and run again. ${AGAIN}`,
    },
    {
        about: /insufficient_quota|exceeded_quota|billing|spending limit|credit/i,
        tell: `Raise the account’s credit or limit with the provider, and run again. ${AGAIN}`,
    },
    { about: /rate_limit/i, tell: `Too many jobs were asked for at once or today. Run again later. ${AGAIN}` },
    { about: /server_error|internal|timeout|timed out/i, tell: `The fault is the provider’s. Run again. ${AGAIN}` },
];
/** What to do about a job that failed. */
function explainJob(error) {
    const text = `${error.code ?? ''} ${error.message ?? ''}`;
    return JOB_EXPLANATIONS.find(({ about }) => about.test(text))?.tell ?? `Look at the events for more. ${AGAIN}`;
}


/***/ })

};
