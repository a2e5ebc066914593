export const id = 139;
export const ids = [139];
export const modules = {

/***/ 29139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  create: () => (/* binding */ create)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/job/body.js
var body = __webpack_require__(40391);
// EXTERNAL MODULE: ./lib/job/fingerprint.js
var job_fingerprint = __webpack_require__(46655);
// EXTERNAL MODULE: ./lib/job/backoff.js
var backoff = __webpack_require__(30635);
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
// EXTERNAL MODULE: ./lib/report/log.js
var log = __webpack_require__(19820);
// EXTERNAL MODULE: ./lib/operations/data.js + 4 modules
var operations_data = __webpack_require__(66147);
// EXTERNAL MODULE: ./lib/operations/ending.js
var ending = __webpack_require__(60847);
// EXTERNAL MODULE: ./lib/operations/identity.js
var identity = __webpack_require__(93798);
// EXTERNAL MODULE: ./lib/operations/step.js
var operations_step = __webpack_require__(98474);
;// CONCATENATED MODULE: ./lib/operations/model-life.js
/** Before money is spent: whether the provider knows the model, and how long it will keep it. */




const DAY = 24 * 3_600_000;
/** Said without being asked when a model lives for less. */
const SOON = 90;
/** Whole days from one moment to the beginning of a day (`YYYY-MM-DD`, UTC); undefined for any other text. */
function daysUntil(date, now) {
    const time = /^\d{4}-\d{2}-\d{2}/.test(date ?? '') ? Date.parse((date ?? '').slice(0, 10)) : Number.NaN;
    return Number.isNaN(time) ? undefined : Math.floor((time - now) / DAY);
}
/**
 * Looks at the model. What cannot be seen stops nothing: many servers do not have the call, or list only the models that can be called.
 * @throws ActionError when the model is shut down sooner than `min_model_days`
 */
async function checkModel(step, work) {
    const { model, min_model_days } = step.inputs;
    if (model === undefined)
        return;
    let date;
    try {
        date = (await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.extra, () => work.provider.retrieveModel(model, work.signal))).shutdown_date;
    }
    catch (error) {
        if (!(error instanceof errors/* ProviderError */.mZ))
            throw error;
        const { status, code, param } = error.facts;
        if (status === 404 && (code === 'model_not_found' || param === 'model'))
            (0,operations_step/* warn */.R8)(step, `The provider does not know the model ${model}, or this key may not see it; check its name. ${error.message}`);
        else
            step.runner.debug(`The model could not be looked at. ${error.message}`);
        return;
    }
    const days = daysUntil(date, step.clock.now());
    if (days === undefined)
        return;
    const when = days < 0 ? `was shut down on ${date}` : `is shut down on ${date}, in ${days} day${days === 1 ? '' : 's'}`;
    if (days < min_model_days) {
        throw new errors/* ActionError */.lZ(`The base model ${model} ${when}, and min_model_days is ${min_model_days}; nothing was uploaded. Choose a model that lives longer.`);
    }
    if (days < SOON)
        (0,operations_step/* warn */.R8)(step, `The base model ${model} ${when}; models trained from it may go with it.`);
}

// EXTERNAL MODULE: ./lib/operations/server.js
var server = __webpack_require__(41623);
;// CONCATENATED MODULE: ./lib/operations/tidy.js
/** `delete_files: after_success`: what this run uploaded goes when its job has its model. */




/** Deletes the files; what cannot be deleted is a warning. */
async function tidy(step, uploads, work) {
    if (step.inputs.delete_files !== 'after_success')
        return;
    for (const { id, proves } of uploads) {
        if (proves) {
            (0,operations_step/* warn */.R8)(step, `The file ${id} is kept: this server keeps no metadata, and only its name shows a later run that the job exists.`);
            continue;
        }
        try {
            await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.extra, () => work.provider.deleteFile(id, work.signal));
            work.say(`Deleted the file ${id} (delete_files: after_success).`);
        }
        catch (error) {
            const gone = error instanceof errors/* ProviderError */.mZ && error.facts.status === 404;
            if (!gone && !(error instanceof errors/* ProviderError */.mZ) && !(error instanceof errors/* AbortedError */.oM))
                throw error;
            if (!gone)
                (0,operations_step/* warn */.R8)(step, `The file ${id} could not be deleted; the job is not affected. ${error.message}`);
        }
    }
}

// EXTERNAL MODULE: ./lib/operations/watching.js + 3 modules
var watching = __webpack_require__(65813);
;// CONCATENATED MODULE: ./lib/operations/create.js
















/** A second look for a racing run comes this long after the creation, in milliseconds: lists may lag by a minute. */
const SECOND_LOOK = 70_000;
/** Runs the whole story; what is found on the way stands in the step's draft, whatever happens. */
async function create(step) {
    const { runner, draft } = step;
    const data = await (0,operations_step/* stage */.dw)(step, 'Check the data', () => (0,operations_data/* prepareData */.cN)(step));
    await step.tell('checked');
    if ((0,server/* lacksCredential */.k)(step) && runner.context.withoutSecrets)
        return withoutCredential(step);
    const work = await (0,server/* open */.h)(step);
    const fingerprint = await (0,identity/* fingerprintFor */.I)(step, data, work);
    const likeness = (0,identity/* likenessOf */.m)(step, data);
    const uploads = [];
    const follower = { step, data, fingerprint, likeness, uploads, work };
    let before;
    for (let round = 1;; round += 1) {
        const { plan, unclear } = await decide(fingerprint, likeness, step.inputs.reuse, work);
        // A job of ours that someone cancelled is not created anew against their will; one that a racing run cancelled has a twin to go on with.
        if (before !== undefined && (round > ROUNDS || (before.owned && plan.action === 'create')))
            throw cancelledByOthers(before.job);
        // A job of another run is none that this run would know.
        const reason = plan.action === 'create' && !step.inputs.reuse && round === 1 ? 'reuse is false' : plan.reason;
        draft.reason = reason;
        runner.info((0,log/* planLine */.od)(plan.action, reason, plan.action === 'create' ? undefined : plan.job.id));
        if (plan.action === 'refuse')
            throw new errors/* ActionError */.lZ(`Job ${plan.job.id} is not repeated: ${plan.reason}.`);
        before = await carryOut({ ...follower, unclear }, plan);
        if (before === undefined)
            break;
        runner.info(`Job ${before.job.id} was cancelled by someone else; looking once more.`);
    }
    if (draft.ending === 'succeeded')
        await tidy(step, uploads, work);
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
    (0,watching/* announce */.iP)(step, job, !owned);
    await step.tell('queued');
    try {
        const cancelled = await finish(step, job, owned, fingerprint, work);
        return cancelled === undefined ? undefined : { job: cancelled, owned: owned && draft.reused === false };
    }
    catch (error) {
        if (!(error instanceof errors/* AbortedError */.oM))
            throw error;
        return (0,ending/* cancelOnRequest */.r)(step, draft.job ?? job, owned && draft.reused === false, work);
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
        (0,watching/* announce */.iP)(step, winner, true);
    if (!inputs.wait) {
        runner.saveState('phase', 'ended');
        draft.ending = 'detached';
        runner.info(`Not waiting for ${draft.job?.id} (wait: false).`);
        return undefined;
    }
    let secondLook = owned && winner === undefined ? step.clock.now() + SECOND_LOOK : Number.POSITIVE_INFINITY;
    const onLook = async () => {
        if (step.clock.now() < secondLook)
            return undefined;
        secondLook = Number.POSITIVE_INFINITY;
        const other = await settle(step, job, fingerprint, work);
        if (other !== undefined)
            (0,watching/* announce */.iP)(step, other, true);
        return other;
    };
    return (0,watching/* watchToEnd */.WR)(step, winner ?? job, owned, work, onLook);
}
async function createJob({ step, data, fingerprint, likeness, uploads, unclear, work }) {
    const { inputs, runner, connection } = step;
    await checkModel(step, work);
    const { context } = runner;
    const run = `${context.runId}/${context.runAttempt} ${context.job} ${context.step}`.trim();
    const metadata = (0,job_fingerprint/* jobMetadata */.xo)(inputs.metadata, fingerprint, {
        repository: context.repository,
        commit: context.sha,
        run: context.runId === '' ? '' : run,
    });
    const place = async (file, rename = (name) => name) => {
        if (file.kind === 'id')
            return file.id;
        const upload = { ...file.upload, filename: rename(file.upload.filename) };
        const placed = await (0,job_upload/* placeFile */.af)(upload, connection.profile, work);
        if (placed.uploaded)
            uploads.push({ id: placed.file.id, proves: upload.filename !== file.upload.filename });
        return placed.file.id;
    };
    const named = (name) => (work.provider.keepsMetadata ? name : (0,job_fingerprint/* nameWithFingerprint */.eV)(name, fingerprint));
    const files = await (0,operations_step/* stage */.dw)(step, 'Send the data', async () => ({
        training_file: await place(data.training, named),
        validation_file: data.validation === undefined ? undefined : await place(data.validation),
    }));
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
/** A fork's pull request has no secrets: its data is proved, and that is all that can be done. */
function withoutCredential({ runner, draft }) {
    draft.ending = 'skipped';
    runner.notice('No credential on a pull request from a fork or by Dependabot: the data was checked and passes, nothing was created.');
}


/***/ })

};
