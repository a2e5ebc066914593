export const id = 930;
export const ids = [930];
export const modules = {

/***/ 72930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  create: () => (/* binding */ create)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/job/backoff.js
var backoff = __webpack_require__(30635);
// EXTERNAL MODULE: ./lib/job/body.js
var body = __webpack_require__(40391);
// EXTERNAL MODULE: ./lib/job/fingerprint.js
var job_fingerprint = __webpack_require__(46655);
// EXTERNAL MODULE: ./lib/job/lookup.js
var lookup = __webpack_require__(12053);
// EXTERNAL MODULE: ./lib/job/work.js
var job_work = __webpack_require__(85378);
;// CONCATENATED MODULE: ./lib/job/launch.js




/** Waits between the looks after a lost reply, in milliseconds: a list may lag behind by a minute. */
const LOOKS = [1000, 4000, 10_000, 20_000, 30_000];
/** How long a creation may go on after the run was cancelled, in milliseconds: the runner kills the step after 7.5 s. */
const GRACE = 4000;
/**
 * Sends the create call; at most twice, and twice only when the first is in no list after repeated looks.
 * @throws ProviderError when it is refused; ActionError when it stays unclear whether a job exists
 */
async function launch(given, work) {
    const { body, remember } = given;
    remember('creating');
    for (let attempt = 1;; attempt += 1) {
        try {
            const job = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.create, () => work.provider.createJob(body, outliving(work.signal)));
            remember('created', job);
            return { job, found: false };
        }
        catch (error) {
            if (!(error instanceof errors/* ProviderError */.mZ) || error.facts.fate !== 'unknown')
                throw error;
            work.warn(`${error.message} The server may have created the job all the same; looking for it.`);
            const job = await look(given, work);
            if (job !== undefined) {
                remember('created', job);
                work.say(`The job exists: ${job.id}.`);
                return { job, found: true };
            }
            if (attempt === 2) {
                throw new errors/* ActionError */.lZ(`The job was asked for twice without a clear answer, and it is in no list. ${error.message} Run again: the next run looks first and creates it only if it does not exist.`, { cause: error });
            }
            work.say('No such job exists; asking once more.');
        }
    }
}
/**
 * A signal that fires a few seconds after another: a creation that is under way when the run is cancelled is awaited so long, so that its job can be cancelled
 * by name. What has no answer by then is left to the post step, which looks for it.
 */
function outliving(signal) {
    const controller = new AbortController();
    const late = () => setTimeout(() => controller.abort(), GRACE).unref();
    if (signal.aborted)
        late();
    else
        signal.addEventListener('abort', late, { once: true });
    return controller.signal;
}
/** Looks several times. @throws ActionError when a job appeared of which it cannot be proved that it is this one */
async function look({ fingerprint, likeness, known }, work) {
    for (const wait of LOOKS) {
        await work.clock.sleep(wait, work.signal);
        if (work.signal.aborted)
            throw new errors/* AbortedError */.oM('The run is being cancelled while it is unclear whether the job exists.');
        const { jobs, unclear } = await (0,lookup/* findIdentical */.Ph)(fingerprint, likeness, work);
        const [job] = jobs;
        if (job !== undefined)
            return job;
        const appeared = unclear.find(({ id }) => !known.has(id));
        if (appeared !== undefined) {
            throw new errors/* ActionError */.lZ(`The answer to the create call was lost, and the job ${appeared.id} (${appeared.status}) may be the one; this server keeps no metadata to prove it. Nothing was created anew. Look at it, and go on with operation: wait and job_id: ${appeared.id}.`);
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/job/plan.js
var job_plan = __webpack_require__(732);
// EXTERNAL MODULE: ./lib/job/upload.js + 1 modules
var job_upload = __webpack_require__(39836);
// EXTERNAL MODULE: ./lib/providers/connection.js + 1 modules
var providers_connection = __webpack_require__(32388);
// EXTERNAL MODULE: ./lib/report/log.js
var log = __webpack_require__(19820);
// EXTERNAL MODULE: ./lib/operations/data.js + 5 modules
var operations_data = __webpack_require__(41805);
// EXTERNAL MODULE: ./lib/api/objects.js
var objects = __webpack_require__(91688);
;// CONCATENATED MODULE: ./lib/operations/ending.js
/** What becomes of the remote job when the step must end before it: out of time, or the workflow run is cancelled. */



/** A cancel after an abort has only seconds: the runner kills the step soon. In milliseconds. */
const LAST_WORDS = 4000;
/** Cancels the remote job, without the signal that already fired. @returns what the log says of it */
async function cancelJob(job, work, patience) {
    const { clock, provider } = work;
    try {
        const answer = await (0,backoff/* retrying */.R$)({ ...backoff/* RETRY */.p6.verb, patience }, { clock, deadline: clock.now() + patience }, () => provider.cancelJob(job.id, AbortSignal.timeout(patience)));
        return (0,objects/* isTerminal */.Hd)(answer.status)
            ? `Job ${job.id} is ${answer.status}.`
            : `Job ${job.id} is being cancelled (${answer.status}).`;
    }
    catch (error) {
        return `Job ${job.id} could not be cancelled and may still run: ${(0,errors/* messageOf */.bD)(error)}`;
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
            ? await cancelJob(job, work, LAST_WORDS)
            : `Job ${job.id} was not created by this run and runs on; on_cancel: cancel would cancel it.`;
    runner.saveState('phase', 'ended');
    throw new errors/* ActionError */.lZ(`The workflow run was cancelled. ${done}`);
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
        const done = await cancelJob(job, work, backoff/* RETRY */.p6.verb.patience);
        draft.ending = 'cancelled';
        throw new errors/* ActionError */.lZ(`Job ${job.id} was still ${job.status} after timeout_minutes: ${timeout_minutes}. ${done}${owned ? '' : ' It was not created by this run.'}`);
    }
    throw new errors/* ActionError */.lZ(`Job ${job.id} is still ${job.status} after timeout_minutes: ${timeout_minutes}; it runs on. ${goOn}`);
}

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







/** No line for so long: a sign of life, in milliseconds. */
const HEARTBEAT = 5 * 60_000;
/** The pace that the inputs ask for, or the provider's own. */
function paceOf(step) {
    const { poll_interval_seconds } = step.inputs;
    if (poll_interval_seconds > 0)
        return { from: poll_interval_seconds, to: poll_interval_seconds };
    const [from, to] = step.connection.profile.pollSeconds;
    return { from, to };
}
/** What every stage of the job's story needs, from this step. */
function workOf(step, provider) {
    return {
        provider,
        clock: step.clock,
        signal: step.signal,
        deadline: step.started + step.inputs.timeout_minutes * 60_000,
        say: (text) => step.runner.info(text),
        warn: (text) => (0,operations_step/* warn */.R8)(step, text),
    };
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
        return (0,log/* progressLine */.oz)(point, point.step > first.step ? (time - first.time) / (point.step - first.step) : undefined);
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
        let after;
        for (let page = 0; page < 20; page += 1) {
            const query = { after, limit: 100 };
            const { data, has_more } = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.extra, () => work.provider.listCheckpoints(job.id, query, work.signal));
            draft.checkpoints = [...draft.checkpoints, ...data.filter((entry) => !draft.checkpoints.some(({ id }) => id === entry.id))];
            const last = data.at(-1)?.id;
            if (!has_more || last === undefined || last === after)
                return;
            after = last;
        }
    });
    for (const id of job.result_files ?? []) {
        await tolerant(`The result file ${id}`, async () => {
            const text = (0,metrics/* decodeResultFile */.mo)(await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.extra, () => work.provider.fileContent(id, work.signal)));
            draft.resultFiles = [...draft.resultFiles, { id, name: `${id}.csv`, text }];
        });
    }
}

;// CONCATENATED MODULE: ./lib/operations/create.js















/** A second look for a racing run comes this long after the creation, in milliseconds: lists may lag by a minute. */
const SECOND_LOOK = 70_000;
/** Runs the whole story; what is found on the way stands in the step's draft, whatever happens. */
async function create(step) {
    const { runner, connection, draft } = step;
    runner.startGroup('Check the data');
    const data = await (0,operations_data/* prepareData */.c)(step).finally(() => runner.endGroup());
    if (connection.credential === undefined && connection.profile.name !== 'sandbox')
        return withoutCredential(step);
    const provider = await step.connect();
    const work = workOf(step, provider);
    draft.provider = { name: connection.profile.name, baseUrl: provider.baseUrl, jobUrl: undefined };
    const fingerprint = await fingerprintFor(step, data, work);
    draft.fingerprint = fingerprint;
    runner.setOutput('fingerprint', fingerprint);
    const likeness = { model: step.inputs.model, trainingFile: data.training.kind === 'id' ? data.training.id : undefined };
    const follower = { step, data, fingerprint, likeness, work };
    let before;
    for (let round = 1;; round += 1) {
        const { plan, unclear } = await decide(fingerprint, likeness, step.inputs.reuse, work);
        // A job of ours that someone cancelled is not created anew against their will; one that a racing run cancelled has a twin to go on with.
        if (before !== undefined && (round > ROUNDS || (before.owned && plan.action === 'create')))
            throw cancelledByOthers(before.job);
        draft.reason = plan.reason;
        runner.info((0,log/* planLine */.od)(plan.action, plan.reason, plan.action === 'create' ? undefined : plan.job.id));
        if (plan.action === 'refuse')
            throw new errors/* ActionError */.lZ(`Job ${plan.job.id} is not repeated: ${plan.reason}.`);
        before = await carryOut({ ...follower, unclear }, plan);
        if (before === undefined)
            return;
        runner.info(`Job ${before.job.id} was cancelled by someone else; looking once more.`);
    }
}
/** So often a job that someone else cancelled is followed by another look. */
const ROUNDS = 3;
function cancelledByOthers(job) {
    return new errors/* JobError */.CR(`Job ${job.id} was cancelled by someone else. Run the workflow again to create it anew.`, 'cancelled');
}
/** Creates or attaches, and waits for the end. @returns the job, when someone else cancelled it */
async function carryOut(follower, plan) {
    const { step, fingerprint, work } = follower;
    const { draft } = step;
    const owned = plan.action === 'create';
    const job = owned ? (await createJob(follower)).job : plan.job;
    await announce(step, job, !owned);
    try {
        const cancelled = await finish(step, job, owned, fingerprint, work);
        return cancelled === undefined ? undefined : { job: cancelled, owned: owned && draft.reused === false };
    }
    catch (error) {
        if (!(error instanceof errors/* AbortedError */.oM))
            throw error;
        return cancelOnRequest(step, draft.job ?? job, owned && draft.reused === false, work);
    }
}
/** Looks for twins of a job that racing runs created. A look that fails does not lose the job; the next one, or the next run, will see them. */
async function settle(step, job, fingerprint, work) {
    try {
        return await (0,lookup/* settleRace */.H2)(job, fingerprint, work);
    }
    catch (error) {
        if (!(error instanceof errors/* ProviderError */.mZ))
            throw error;
        (0,operations_step/* warn */.R8)(step, `It could not be seen whether another run created the same job. ${error.message}`);
        return undefined;
    }
}
/** Waits for the end, as far as asked, and judges it. @returns the job, when someone else cancelled it */
async function finish(step, job, owned, fingerprint, work) {
    const { runner, draft, inputs } = step;
    const winner = owned ? await settle(step, job, fingerprint, work) : undefined;
    if (winner !== undefined)
        await announce(step, winner, true);
    if (!inputs.wait) {
        runner.saveState('phase', 'ended');
        draft.ending = 'detached';
        runner.info(`Not waiting for ${draft.job?.id} (wait: false).`);
        return undefined;
    }
    runner.startGroup(`Watch ${draft.job?.id}`);
    let secondLook = owned && winner === undefined ? step.clock.now() + SECOND_LOOK : Number.POSITIVE_INFINITY;
    const onLook = async () => {
        if (step.clock.now() < secondLook)
            return undefined;
        secondLook = Number.POSITIVE_INFINITY;
        const other = await settle(step, job, fingerprint, work);
        if (other !== undefined)
            await announce(step, other, true);
        return other;
    };
    const end = await follow(step, winner ?? job, work, onLook).finally(() => runner.endGroup());
    return judge(step, end, owned && draft.reused === false, work);
}
/** Turns the end of the watch into the end of the step. @returns the job, when someone else cancelled it */
async function judge(step, end, owned, work) {
    const { runner, draft } = step;
    const { job } = end;
    if (end.reason === 'aborted')
        return cancelOnRequest(step, job, owned, work);
    if (end.reason === 'deadline') {
        await outOfTime(step, job, owned, work);
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
        runner.info(`The model is ${job.fine_tuned_model ?? 'not named by the provider; see the checkpoints'}.`);
        return undefined;
    }
    draft.ending = 'failed';
    const cause = job.error?.message ?? 'The provider gave no reason.';
    const code = job.error?.code ?? undefined;
    throw new errors/* JobError */.CR(`Job ${job.id} failed${code === undefined ? '' : ` (${code})`}: ${cause}`.slice(0, 980), code);
}
/** Publishes the job's ID at once: a run that is killed later has told it. */
async function announce(step, job, reused) {
    const { runner, draft, connection } = step;
    draft.job = job;
    draft.reused = reused;
    const jobUrl = connection.profile.jobPage?.(job.id);
    if (draft.provider !== undefined)
        draft.provider = { ...draft.provider, jobUrl };
    runner.setOutput('job_id', job.id);
    runner.setOutput('reused', String(reused));
    runner.info(`Job ${job.id} (${job.status})${jobUrl === undefined ? '' : `: ${jobUrl}`}`);
}
async function createJob({ step, data, fingerprint, likeness, unclear, work }) {
    const { inputs, runner, connection } = step;
    const { context } = runner;
    const run = `${context.runId}/${context.runAttempt} ${context.job} ${context.step}`.trim();
    const metadata = (0,job_fingerprint/* jobMetadata */.xo)(inputs.metadata, fingerprint, {
        repository: context.repository,
        commit: context.sha,
        run: context.runId === '' ? '' : run,
    });
    runner.startGroup('Send the data');
    const place = async (file, rename = (name) => name) => {
        if (file.kind === 'id')
            return file.id;
        const upload = { ...file.upload, filename: rename(file.upload.filename) };
        return (await (0,job_upload/* placeFile */.af)(upload, connection.profile, work)).file.id;
    };
    const named = (name) => (work.provider.keepsMetadata ? name : (0,job_fingerprint/* nameWithFingerprint */.eV)(name, fingerprint));
    const files = await (async () => ({
        training_file: await place(data.training, named),
        validation_file: data.validation === undefined ? undefined : await place(data.validation),
    }))().finally(() => runner.endGroup());
    runner.setOutput('training_file_id', files.training_file);
    if (files.validation_file !== undefined)
        runner.setOutput('validation_file_id', files.validation_file);
    return launch({
        body: (0,body/* createBody */.F)(inputs, files, metadata),
        fingerprint,
        likeness,
        known: new Set(unclear.map(({ id }) => id)),
        remember: (phase, job) => {
            runner.saveState('fingerprint', fingerprint);
            runner.saveState('phase', phase);
            if (job !== undefined) {
                runner.saveState('job_id', job.id);
                runner.setOutput('job_id', job.id);
            }
        },
    }, work);
}
/** The plan over what the provider holds now. A job on its way to being cancelled is awaited first. */
async function decide(fingerprint, likeness, reuse, work) {
    for (;;) {
        const { jobs, unclear } = await (0,lookup/* findIdentical */.Ph)(fingerprint, likeness, work);
        const plan = (0,job_plan/* planOf */.XC)(await (0,lookup/* candidates */.Xi)(jobs, work), reuse ? unclear : []);
        if (plan.action !== 'settle')
            return { plan, unclear };
        work.say(`${plan.reason} (${plan.job.id}).`);
        await work.clock.sleep(5000, work.signal);
        if (work.signal.aborted || work.clock.now() > work.deadline) {
            throw new errors/* ActionError */.lZ(`Job ${plan.job.id} is still being cancelled; nothing was created. Run again when it has ended.`);
        }
    }
}
/** A file by ID is what its name says it holds, where its name says so. */
async function identityOf(file, work) {
    if (file.kind === 'upload')
        return file.sha256;
    const remote = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.read, () => work.provider.retrieveFile(file.id, work.signal));
    return (0,job_fingerprint/* hashInName */.zR)(remote.filename) ?? file.id;
}
async function fingerprintFor(step, data, work) {
    const { inputs, runner } = step;
    const { repository, runId, job, step: stepId } = runner.context;
    return (0,job_fingerprint/* fingerprintOf */.ax)(inputs, {
        training: await identityOf(data.training, work),
        validation: data.validation === undefined ? undefined : await identityOf(data.validation, work),
        scope: inputs.reuse ? undefined : [repository, runId, job, stepId, inputs.matrix ?? ''].join('\n'),
    });
}
/** A fork's pull request has no secrets: its data is proved, and that is all that can be done. */
function withoutCredential(step) {
    const { runner, draft, connection } = step;
    if (!runner.context.withoutSecrets)
        throw new errors/* InputError */.dz([{ place: 'api_key', message: (0,providers_connection/* credentialAdvice */._)(connection) }]);
    draft.ending = 'skipped';
    runner.notice('No credential on a pull request from a fork or by Dependabot: the data was checked and passes, nothing was created.');
}


/***/ })

};
