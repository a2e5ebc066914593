export const id = 294;
export const ids = [294];
export const modules = {

/***/ 32896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ countOf)
/* harmony export */ });
/** The number of problems of one severity. */
function countOf(dataset, severity) {
    return dataset.counts.filter((entry) => entry.severity === severity).reduce((sum, entry) => sum + entry.count, 0);
}


/***/ }),

/***/ 40391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ createBody),
/* harmony export */   k: () => (/* binding */ askedFields)
/* harmony export */ });
const FIELDS = ['model', 'suffix', 'seed', 'method', 'hyperparameters', 'integrations'];
/** The fields that the user wrote out, without files and metadata. `seed: 0` is a seed. */
function askedFields(asked) {
    const entries = FIELDS.map((name) => [name, asked[name]]).filter(([, value]) => value !== undefined);
    return { ...Object.fromEntries(entries), ...asked.extra_body };
}
/**
 * The body of `POST /fine_tuning/jobs`.
 * @param metadata the user's pairs and our own; undefined where nothing is to be sent
 */
function createBody(asked, files, metadata) {
    const { extra_body, ...plain } = asked;
    return {
        ...askedFields({ ...plain, extra_body: undefined }),
        training_file: files.training_file,
        ...(files.validation_file === undefined ? {} : { validation_file: files.validation_file }),
        ...(metadata === undefined ? {} : { metadata }),
        ...extra_body,
    };
}


/***/ }),

/***/ 39836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  af: () => (/* binding */ placeFile),
  Vr: () => (/* binding */ uploadName)
});

// UNUSED EXPORTS: awaitUsable

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/job/backoff.js
var backoff = __webpack_require__(30635);
// EXTERNAL MODULE: ./lib/job/paging.js
var paging = __webpack_require__(2023);
// EXTERNAL MODULE: ./lib/job/work.js
var job_work = __webpack_require__(85378);
;// CONCATENATED MODULE: ./lib/job/parts.js



/** Smaller files go in one request. In bytes. */
const IN_PARTS_FROM = 64 * 1024 * 1024;
const PART = 16 * 1024 * 1024;
/** Parts on their way at once: they are all that is held in memory. */
const AT_ONCE = 3;
/** So often the end of an upload is asked for. */
const ENDINGS = 4;
/** The answers of servers that have no such API. */
const ABSENT = new Set([404, 405, 501]);
/** Cuts bytes into parts, in memory that `spare` gives back. */
async function* cut(bytes, spare) {
    let memory = spare.pop() ?? new Uint8Array(PART);
    let filled = 0;
    for await (const chunk of bytes) {
        for (let from = 0; from < chunk.length;) {
            const size = Math.min(chunk.length - from, PART - filled);
            memory.set(chunk.subarray(from, from + size), filled);
            from += size;
            filled += size;
            if (filled < PART)
                continue;
            yield { bytes: memory, memory };
            memory = spare.pop() ?? new Uint8Array(PART);
            filled = 0;
        }
    }
    if (filled > 0)
        yield { bytes: memory.subarray(0, filled), memory };
}
/** Sends all parts. @returns their IDs in order */
async function sendParts(uploadId, upload, work) {
    const stop = new AbortController();
    const own = { ...work, signal: AbortSignal.any([work.signal, stop.signal]) };
    const ids = [];
    const spare = [];
    const flying = new Set();
    let index = 0;
    const send = async (at, { bytes, memory }) => {
        const part = await (0,job_work/* persist */.Z)(own, backoff/* RETRY */.p6.part, () => own.provider.addPart(uploadId, bytes, own.signal));
        ids[at] = part.id;
        spare.push(memory);
    };
    try {
        for await (const part of cut(upload.open(), spare)) {
            const sending = send(index, part).finally(() => flying.delete(sending));
            // It is awaited below; a failure before that is no unhandled one.
            sending.catch(() => undefined);
            flying.add(sending);
            index += 1;
            if (flying.size >= AT_ONCE)
                await Promise.race(flying);
        }
        await Promise.all(flying);
        return ids;
    }
    catch (error) {
        stop.abort();
        throw error;
    }
}
/** Asks for the end of the upload. After a lost answer the file is looked for first, since an upload ends only once. */
async function complete(uploadId, ids, find, work) {
    for (let attempt = 1;; attempt += 1) {
        try {
            const { file } = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.upload, () => work.provider.completeUpload(uploadId, ids, work.signal));
            if (file != null)
                return file;
            throw new errors/* ActionError */.lZ(`The upload ${uploadId} was completed, but the provider names no file. Run again.`);
        }
        catch (error) {
            const lost = error instanceof errors/* ProviderError */.mZ && error.facts.fate === 'unknown';
            if (!lost && attempt === 1)
                throw error;
            await work.clock.sleep(1000 * 2 ** attempt, work.signal);
            const file = await find();
            if (file !== undefined)
                return file;
            if (!lost || attempt === ENDINGS || work.signal.aborted)
                throw error;
            work.say(`${error.message} The file is not there yet; asking for it once more.`);
        }
    }
}
/**
 * Sends a file in parts.
 * @param find looks the file up among those that the provider has
 * @returns the file; undefined when the server has no API for parts
 * @throws ProviderError when it stays without success; the upload is given up then
 */
async function sendInParts(upload, find, work) {
    const { filename, bytes } = upload;
    const begun = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.part, () => work.provider.beginUpload({ filename, bytes }, work.signal)).catch((error) => {
        if (error instanceof errors/* ProviderError */.mZ && ABSENT.has(error.facts.status ?? 0))
            return undefined;
        throw error;
    });
    if (begun === undefined)
        return undefined;
    try {
        const ids = await sendParts(begun.id, upload, work);
        return await complete(begun.id, ids, find, work);
    }
    catch (error) {
        // It would end by itself within the hour.
        await work.provider.cancelUpload(begun.id, AbortSignal.timeout(2000)).catch(() => undefined);
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/job/upload.js





const PAGES = 20;
const HOUR = 3_600_000;
/** A file that expires sooner than this might be gone before the job has read it. */
const LIFETIME = 48 * HOUR;
/** Some servers call a file `uploaded` for good. */
const UPLOADED_FOR_GOOD = 5 * 60_000;
const FILE_PATIENCE = HOUR;
/** `data/train.jsonl` and its hash make `train.<sha256>.jsonl`: the name by which the same bytes are found again. */
function uploadName(path, sha256) {
    const stem = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9_-]+/g, '-');
    return `${stem.slice(0, 60) || 'data'}.${sha256}.jsonl`;
}
/** The uploaded file of this name and size, if there is one that can still be used. */
async function findUploaded(upload, states, work) {
    const read = (after) => (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.read, () => work.provider.listFiles({ after }, work.signal));
    for await (const page of (0,paging/* pagesOf */.E)(read, PAGES)) {
        const soon = (work.clock.now() + LIFETIME) / 1000;
        const found = page.find((file) => file.filename === upload.filename &&
            file.bytes === upload.bytes &&
            !states.fileErrors.includes(file.status ?? '') &&
            (file.expires_at ?? Number.POSITIVE_INFINITY) > soon);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** Looks before sending; a failing list only costs an upload, which costs nothing. */
async function lookBefore(upload, states, work) {
    try {
        return await findUploaded(upload, states, work);
    }
    catch (error) {
        if (!(error instanceof errors/* ProviderError */.mZ))
            throw error;
        work.warn(`The uploaded files could not be listed, so ${upload.filename} is sent. ${error.message}`);
        return undefined;
    }
}
/** In parts where the file is large and the server knows how, else in one request. */
async function sendOnce(upload, states, work) {
    if (upload.bytes >= IN_PARTS_FROM) {
        const file = await sendInParts(upload, () => lookBefore(upload, states, work), work);
        if (file !== undefined)
            return file;
        work.say('This server takes no uploads in parts; the file goes in one request.');
    }
    return work.provider.uploadFile(upload, work.signal);
}
/** Sends until the server has it. A reply that was lost is looked up before anything is sent again. */
async function send(upload, states, work) {
    const started = work.clock.now();
    for (let number = 1;; number += 1) {
        try {
            return await sendOnce(upload, states, work);
        }
        catch (error) {
            if (!(error instanceof errors/* ProviderError */.mZ))
                throw error;
            const lost = error.facts.fate === 'unknown';
            if (!lost && !(0,backoff/* isRepeatable */.su)(error, backoff/* RETRY */.p6.upload))
                throw error;
            const wait = (0,backoff/* pause */.v7)(backoff/* RETRY */.p6.upload, number, error.facts.retryAfter, Math.random());
            if (work.clock.now() + wait > Math.min(work.deadline, started + backoff/* RETRY */.p6.upload.patience))
                throw error;
            work.say(`${error.message} ${lost ? 'Looking whether it arrived' : 'Trying again'} in ${Math.ceil(wait / 1000)} s.`);
            await work.clock.sleep(wait, work.signal);
            if (work.signal.aborted)
                throw new errors/* AbortedError */.oM('The upload was cut short because the run is being cancelled.', { cause: error });
            const arrived = lost ? await lookBefore(upload, states, work) : undefined;
            if (arrived !== undefined)
                return arrived;
        }
    }
}
/** Waits until the provider can use the file. @throws ActionError with the provider's words when it never will */
async function awaitUsable(file, states, work) {
    const started = work.clock.now();
    let current = file;
    for (let wait = 500; states.fileWaits.includes(current.status ?? ''); wait = Math.min(wait * 1.5, 10_000)) {
        const waited = work.clock.now() - started;
        if (current.status === 'uploaded' && waited > UPLOADED_FOR_GOOD) {
            work.warn(`The file ${file.id} is still "uploaded" after 5 minutes; going on, since some servers never say more.`);
            return current;
        }
        if (waited > FILE_PATIENCE || work.clock.now() > work.deadline) {
            throw new errors/* ActionError */.lZ(`The file ${file.id} is still "${current.status}" and cannot be used. Run again: the upload is found and not repeated.`);
        }
        await work.clock.sleep(wait, work.signal);
        if (work.signal.aborted)
            throw new errors/* AbortedError */.oM('Stopped waiting for the file because the run is being cancelled.');
        current = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.watch, () => work.provider.retrieveFile(file.id, work.signal));
    }
    if (states.fileErrors.includes(current.status ?? '')) {
        const details = typeof current.status_details === 'string'
            ? current.status_details
            : JSON.stringify(current.status_details ?? 'no reason given');
        throw new errors/* ActionError */.lZ(`The provider cannot use the file ${file.id} (${current.status}): ${details}. Mend the data and run again.`);
    }
    return current;
}
/** Sees to it that these bytes are with the provider, once. */
async function placeFile(upload, states, work) {
    const existing = await lookBefore(upload, states, work);
    if (existing !== undefined) {
        work.say(`${upload.filename} is with the provider already as ${existing.id}.`);
        return { file: await awaitUsable(existing, states, work), uploaded: false };
    }
    const file = await send(upload, states, work);
    if (file.bytes != null && file.bytes !== upload.bytes) {
        throw new errors/* ActionError */.lZ(`The provider holds ${file.bytes} bytes of ${upload.filename}, but ${upload.bytes} were sent. Nothing was created; run again.`);
    }
    work.say(`Uploaded ${upload.filename} as ${file.id}.`);
    return { file: await awaitUsable(file, states, work), uploaded: true };
}


/***/ }),

/***/ 98294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/adapters/actions-runner.js + 2 modules
var actions_runner = __webpack_require__(72920);
// EXTERNAL MODULE: ./lib/adapters/http.js
var http = __webpack_require__(63250);
;// CONCATENATED MODULE: ./lib/adapters/artifacts.js
/** The run's artifacts. The client is large, so it is loaded only when something is uploaded. */

/** The artifact service of this runner, if it has one: the variables that the client needs are set by the runner itself. */
function runArtifacts(environment) {
    const local = environment.LOCAL_ACTION_ARTIFACT_PATH;
    return {
        available: Boolean((environment.ACTIONS_RUNTIME_TOKEN && environment.ACTIONS_RESULTS_URL) || local),
        async upload(name, folder, files) {
            await (0,http/* useEnvironmentProxies */.F)();
            const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(351), __webpack_require__.e(271)]).then(__webpack_require__.bind(__webpack_require__, 69271));
            await new DefaultArtifactClient().uploadArtifact(name, [...files], folder);
        },
    };
}

// EXTERNAL MODULE: ./lib/adapters/clock.js
var clock = __webpack_require__(61642);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/adapters/github-refusal.js

/** Why GitHub refused, for a person. */
function refusal(error) {
    const status = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
    return status === 403 || status === 401 || status === 404
        ? `the token may not (${status}). Give the job the permission:\n\n    permissions:\n      contents: read\n      pull-requests: write\n`
        : (0,errors/* messageOf */.bD)(error);
}

// EXTERNAL MODULE: ./lib/connect.js + 2 modules
var lib_connect = __webpack_require__(28866);
// EXTERNAL MODULE: ./lib/inputs/inputs.js + 1 modules
var inputs_inputs = __webpack_require__(71300);
// EXTERNAL MODULE: ./lib/inputs/secrets.js
var secrets = __webpack_require__(59516);
;// CONCATENATED MODULE: ./lib/operations/guards.js
/**
 * Why this event's content may not be used with the workflow's secrets; undefined when it may.
 * `pull_request_target` and `workflow_run` run with secrets and a writing token, whoever wrote the head that they concern.
 */
function untrustedContent(context, allowed) {
    const withSecrets = context.eventName === 'pull_request_target' || context.eventName === 'workflow_run';
    if (!withSecrets || !context.fork || allowed)
        return undefined;
    return (`The event ${context.eventName} concerns a fork's head and runs with this repository's secrets, so its data is not used. ` +
        'Run on pull_request instead (there the data is validated without secrets), or write allow_untrusted_data: true if you have checked the head.');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/report/metrics.js
var report_metrics = __webpack_require__(86159);
;// CONCATENATED MODULE: ./lib/report/metrics-csv.js

/** A cell as RFC 4180 wants it. */
function cell(value) {
    const text = String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** Points of the events, completed by the result files, by step. */
function bySteps({ metrics, resultFiles }) {
    const points = [...resultFiles.flatMap(({ text }) => (0,report_metrics/* parseResultCsv */.T)(text)), ...metrics];
    const steps = new Map();
    for (const { step, values } of points)
        steps.set(step, { ...steps.get(step), ...values });
    return steps;
}
/** The table; empty when nothing was measured. Columns are the provider's own names. */
function renderMetricsCsv(findings) {
    const steps = bySteps(findings);
    const names = [...new Set([...steps.values()].flatMap((values) => Object.keys(values)))];
    if (names.length === 0)
        return '';
    const lines = [...steps]
        .sort(([left], [right]) => left - right)
        .map(([step, values]) => [step, ...names.map((name) => values[name])].map(cell).join(','));
    return `${[['step', ...names].map(cell).join(','), ...lines].join('\n')}\n`;
}

// EXTERNAL MODULE: ./lib/dataset/dataset.js
var dataset_dataset = __webpack_require__(32896);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
;// CONCATENATED MODULE: ./lib/report/tables.js

/** A table; empty when it has no rows. The cells are Markdown already. */
const rows = (head, body) => body.length === 0
    ? ''
    : [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...body.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
function fileUrl({ run }, path, line) {
    if (run.repository === '' || run.sha === '' || /^(\/|[A-Za-z]:|\.\.)/.test(path))
        return undefined;
    const place = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
    return `${run.serverUrl}/${run.repository}/blob/${run.sha}/${place}${line === undefined ? '' : `#L${line}`}`;
}
/** A place in a file as a link to its line at the commit, where the repository is known. */
function placed(findings, path, line) {
    const text = line === undefined ? path : `${path}:${line}`;
    const url = fileUrl(findings, path, line);
    return url === undefined ? (0,report_text/* markdownText */.p7)(text) : (0,report_text/* markdownLink */.iQ)(text, url);
}

;// CONCATENATED MODULE: ./lib/report/sections.js
/** The parts of the summary, each a piece of Markdown or empty. Pure. */




const ICONS = {
    succeeded: '✅',
    valid: '✅',
    failed: '❌',
    stopped: '❌',
    cancelled: '⏹️',
    paused: '⏸️',
    detached: '⏳',
    skipped: '⏭️',
    done: '🔎',
    absent: '🔎',
};
function title(findings) {
    const { ending, job, reused } = findings;
    switch (ending) {
        case 'succeeded':
            return reused ? 'Model ready, used again' : 'Model ready';
        case 'valid':
            return 'The data passes';
        case 'failed':
            return 'The training failed';
        case 'cancelled':
            return 'Cancelled';
        case 'paused':
            return 'The job is paused';
        case 'detached':
            return `The job runs on${job === undefined ? '' : ` (${(0,report_text/* markdownText */.p7)(job.status)})`}`;
        case 'skipped':
            return 'Checked only: no credential on this pull request';
        case 'absent':
            return 'No job matches';
        case 'done':
            return outcomeTitle(findings);
        case 'stopped':
            return findings.datasets.some((dataset) => (0,dataset_dataset/* countOf */.p)(dataset, 'error') > 0)
                ? 'The data does not pass'
                : 'Stopped before the end';
    }
}
/** What an operation on jobs that exist has shown. */
function outcomeTitle({ operation, job, jobs, events, checkpoints }) {
    const counted = (count, noun) => `${(0,report_text/* whole */.WQ)(count)} ${noun}${count === 1 ? '' : 's'}`;
    if (operation === 'list')
        return counted(jobs.length, 'job');
    if (operation === 'list_events')
        return counted(events.length, 'event');
    if (operation === 'list_checkpoints')
        return counted(checkpoints.length, 'checkpoint');
    return `The job is ${(0,report_text/* markdownText */.p7)(job?.status ?? 'unknown')}`;
}
/** What a reader must know in ten seconds. */
function headline(findings) {
    const { job, estimate, error, provider, reason } = findings;
    const facts = [
        trained(findings),
        job === undefined ? '' : `job ${(0,report_text/* copyable */.kh)(job.id)}`,
        trainingTime(findings),
        estimate?.cost === undefined ? '' : `estimated at ${(0,report_text/* dollars */.E9)(estimate.cost.usd)}`,
        provider === undefined ? '' : (0,report_text/* markdownText */.p7)(provider.name),
    ].filter((part) => part !== '');
    const lines = [`## ${ICONS[findings.ending]} ${title(findings)}`];
    const model = job?.fine_tuned_model;
    if (model)
        lines.push((0,report_text/* isName */.Eo)(model) ? `\`\`\`text\n${model}\n\`\`\`` : (0,report_text/* markdownCode */.D9)(model));
    if (error !== undefined)
        lines.push(`> **Cause:** ${(0,report_text/* markdownText */.p7)(error.message, 1000)}`);
    if (facts.length > 0)
        lines.push(facts.join(' · '));
    if (reason !== undefined && job !== undefined && findings.reused !== undefined)
        lines.push(`${findings.reused ? 'Attached' : 'Created'}, because ${(0,report_text/* markdownText */.p7)(reason, 500)}.`);
    else if (reason !== undefined && job !== undefined)
        lines.push(`Note: ${(0,report_text/* markdownText */.p7)(reason, 500)}.`);
    if (provider?.name === 'sandbox' && job !== undefined) {
        lines.push('_The sandbox is a rehearsal: it trained a tiny model on these rows, at no cost. The name above cannot be called._');
    }
    const turned = (0,report_metrics/* overfitting */.U)(findings.metrics);
    if (turned !== undefined) {
        const judged = (0,report_metrics/* judgeCheckpoints */.R9)(findings.checkpoints)?.checkpoint;
        const last = Math.max(...findings.checkpoints.map(({ step_number }) => step_number ?? 0));
        const best = (judged?.step_number ?? last) < last ? judged?.fine_tuned_model_checkpoint : undefined;
        lines.push(`⚠️ **Overfitting:** the validation loss was lowest at step ${turned.step} (${(0,report_text/* figure */.vP)(turned.lowest)}) and has risen to ${(0,report_text/* figure */.vP)(turned.last)} since. ${best ? `The checkpoint ${(0,report_text/* copyable */.kh)(best)} is the better model; fewer` : 'Fewer'} epochs, or more data, would help.`);
    }
    return lines.join('\n\n');
}
/** What was trained, beside what was expected. */
function trained({ job, estimate }) {
    if (job?.trained_tokens == null)
        return '';
    const expected = estimate === undefined ? '' : ` (${(0,report_text/* whole */.WQ)(estimate.tokens.tokens)} expected)`;
    return `**${(0,report_text/* whole */.WQ)(job.trained_tokens)}** trained tokens${expected}`;
}
function trainingTime({ job, started, finished }) {
    if (job?.created_at && job.finished_at)
        return `took ${(0,report_text/* duration */.p0)((job.finished_at - job.created_at) * 1000)}`;
    return finished > started ? `after ${(0,report_text/* duration */.p0)(finished - started)}` : '';
}
function flat(value, prefix) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return [[prefix, value]];
    return Object.entries(value).flatMap(([name, inner]) => flat(inner, prefix === '' ? name : `${prefix}.${name}`));
}
function shown(value) {
    if (value === undefined || value === null)
        return '';
    return (0,report_text/* markdownCode */.D9)(typeof value === 'string' ? value : JSON.stringify(value), 120);
}
/** What was asked and what the provider used; where they differ, it is said. */
function request(findings) {
    const { asked, job } = findings;
    const { training_file, validation_file, metadata, hyperparameters, method, ...rest } = asked;
    const type = typeof method === 'object' && method !== null ? Reflect.get(method, 'type') : 'supervised';
    const used = job === undefined ? undefined : (job.method ?? { type, [String(type)]: { hyperparameters: job.hyperparameters ?? {} } });
    const wanted = new Map([
        ...flat(rest, ''),
        ...flat(method ?? { type: undefined, supervised: { hyperparameters: hyperparameters ?? {} } }, 'method'),
    ]);
    const got = new Map(flat({
        model: job?.model,
        seed: job?.seed,
        suffix: job?.suffix ?? job?.user_provided_suffix,
        ...(used === undefined ? {} : { method: used }),
    }, ''));
    const names = [...new Set([...wanted.keys(), ...got.keys()])].filter((name) => shown(wanted.get(name)) !== '' || shown(got.get(name)) !== '');
    const body = names.map((name) => {
        const asks = wanted.get(name);
        const uses = got.get(name);
        const differs = asks !== undefined &&
            asks !== 'auto' &&
            uses !== undefined &&
            uses !== null &&
            JSON.stringify(asks) !== JSON.stringify(uses);
        return [
            (0,report_text/* markdownText */.p7)(name.replace(/^method\.\w+\.hyperparameters\./, '').replace(/^method\.type$/, 'method')),
            shown(asks) || '–',
            ...(job === undefined ? [] : [`${shown(uses) || '–'}${differs ? ' ⚠️ differs' : ''}`]),
        ];
    });
    const head = ['Parameter', 'Asked', ...(job === undefined ? [] : ['Used'])];
    return body.length === 0 ? '' : `### Request\n\n${rows(head, body)}`;
}
/** The last values, and the checkpoints with the best one marked. */
function results(findings) {
    const last = Object.entries((0,report_metrics/* lastMetrics */.sc)(findings.metrics));
    const best = (0,report_metrics/* bestCheckpoint */.b1)(findings.checkpoints);
    const judged = (0,report_metrics/* judgeCheckpoints */.R9)(findings.checkpoints);
    const parts = [];
    if (last.length > 0)
        parts.push(`### Final metrics\n\n${rows(['Metric', 'Value'], last.slice(0, 20).map(([name, value]) => [(0,report_text/* markdownText */.p7)(name), (0,report_text/* figure */.vP)(value)]))}`);
    const body = [...findings.checkpoints]
        .sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0))
        .slice(-20)
        .map((checkpoint) => {
        const { metrics } = checkpoint;
        const metric = (...names) => {
            const value = names.map((name) => metrics?.[name]).find((found) => typeof found === 'number');
            return typeof value === 'number' ? (0,report_text/* figure */.vP)(value) : '';
        };
        return [
            checkpoint.id === best?.id && judged !== undefined ? '⭐' : '',
            (0,report_text/* whole */.WQ)(checkpoint.step_number ?? 0),
            (0,report_text/* copyable */.kh)(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id),
            metric('train_loss', 'train_mean_reward'),
            metric('full_valid_loss', 'valid_loss', 'full_valid_mean_reward'),
        ];
    });
    if (body.length > 0) {
        const by = judged === undefined ? '' : `\n\n⭐ best by ${(0,report_text/* markdownText */.p7)(judged.metric)}`;
        parts.push(`### Checkpoints\n\n${rows(['', 'Step', 'Model', 'Training', 'Validation'], body)}${by}`);
    }
    return parts.join('\n\n');
}
/** The jobs that were listed, newest first. */
function jobs({ jobs: found }) {
    const body = found
        .slice(0, 100)
        .map((job) => [
        (0,report_text/* copyable */.kh)(job.id),
        (0,report_text/* markdownText */.p7)(job.status),
        job.fine_tuned_model ? (0,report_text/* copyable */.kh)(job.fine_tuned_model) : '',
        (0,report_text/* markdownText */.p7)(job.model ?? ''),
        job.trained_tokens == null ? '' : (0,report_text/* whole */.WQ)(job.trained_tokens),
        job.created_at ? new Date(job.created_at * 1000).toISOString().slice(0, 16).replace('T', ' ') : '',
    ]);
    const more = found.length > body.length ? `\n\n_and ${(0,report_text/* whole */.WQ)(found.length - body.length)} more in the report_` : '';
    return body.length === 0 ? '' : `${rows(['Job', 'Status', 'Model', 'Base', 'Trained tokens', 'Created (UTC)'], body)}${more}`;
}
/** Events that are neither metrics nor small talk. */
function events(findings) {
    const asked = findings.operation === 'list_events';
    const told = findings.events.filter(({ type }) => asked || type !== 'metrics').slice(asked ? -200 : -30);
    if (told.length === 0)
        return '';
    const body = told.map((event) => [
        new Date(event.created_at * 1000)
            .toISOString()
            .slice(asked ? 0 : 11, 19)
            .replace('T', ' '),
        (0,report_text/* markdownText */.p7)(event.level ?? ''),
        (0,report_text/* markdownText */.p7)(event.message ?? '', 300),
    ]);
    const table = rows(['UTC', '', 'Message'], body);
    return asked ? table : `<details><summary>Events</summary>\n\n${table}\n\n</details>`;
}
/** What went wrong around the job without losing it. */
function warnings(findings) {
    return findings.warnings.length === 0
        ? ''
        : `### Warnings\n\n${findings.warnings
            .slice(0, 20)
            .map((text) => `- ${(0,report_text/* markdownText */.p7)(text, 500)}`)
            .join('\n')}`;
}
/** Where to look further. */
function links(findings) {
    const { run, provider, job } = findings;
    const base = `${run.serverUrl}/${run.repository}`;
    const found = [
        run.repository === '' || run.runId === '' ? '' : (0,report_text/* markdownLink */.iQ)('Workflow run', `${base}/actions/runs/${run.runId}`),
        run.repository === '' || run.sha === '' ? '' : (0,report_text/* markdownLink */.iQ)(`Commit ${run.sha.slice(0, 7)}`, `${base}/commit/${run.sha}`),
        provider?.jobUrl === undefined || job === undefined ? '' : (0,report_text/* markdownLink */.iQ)('Job at the provider', provider.jobUrl),
    ].filter((link) => link !== '');
    return found.join(' · ');
}
/** What to do with the model now. */
function next(findings) {
    const { job, provider } = findings;
    const model = job?.fine_tuned_model;
    if (!model || provider === undefined || provider.name === 'sandbox' || !(0,report_text/* isName */.Eo)(model))
        return '';
    if (provider.name === 'azure')
        return '### Next\n\nDeploy the model under this name in Azure before it can be called.';
    return [
        '### Next',
        '',
        '```sh',
        `curl ${provider.baseUrl.replace(/[^\w.:/-]/g, '')}/chat/completions \\`,
        '  -H "Authorization: Bearer $API_KEY" -H "Content-Type: application/json" \\',
        `  -d '{"model": "${model}", "messages": [{"role": "user", "content": "Hello"}]}'`,
        '```',
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/report/model-card.js




/** A YAML scalar that is nothing but this text: JSON is YAML. */
const scalar = (text) => JSON.stringify(text.toWellFormed());
function field(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
function methodOf({ asked, job }) {
    const type = field(job?.method ?? asked.method, 'type');
    return typeof type === 'string' ? type : 'supervised';
}
/** The hyperparameters that the provider says it used, else those that were asked for. */
function hyperparametersOf({ asked, job }) {
    const type = methodOf({ asked, job });
    const found = [job?.method, asked.method]
        .map((method) => field(field(method, type), 'hyperparameters'))
        .find((value) => typeof value === 'object' && value !== null);
    return Object(found ?? job?.hyperparameters ?? asked.hyperparameters ?? {});
}
function settings({ asked, job }) {
    const shown = (value) => value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    const pairs = [
        ['method', methodOf({ asked, job })],
        ['seed', job?.seed ?? asked.seed],
        ['suffix', asked.suffix],
        ...Object.entries(hyperparametersOf({ asked, job })),
    ];
    return pairs.map(([name, value]) => [name, shown(value)]).filter(([, value]) => value !== '');
}
function frontMatter(findings, model) {
    const base = String(findings.job?.model ?? findings.asked.model ?? '');
    return [
        '---',
        `model_name: ${scalar(model)}`,
        `base_model: ${scalar(base)}`,
        'tags:',
        ...['fine-tuned', methodOf(findings), ...(findings.provider === undefined ? [] : [findings.provider.name])].map((tag) => `- ${scalar(tag)}`),
        '---',
    ].join('\n');
}
/** The card; empty when there is no model. */
function renderModelCard(findings) {
    const { job, datasets, provider, run, checkpoints, metrics, fingerprint } = findings;
    const model = job?.fine_tuned_model;
    if (job === undefined || !model)
        return '';
    const data = datasets.map(({ role, paths, rows: count, bytes: size, tokens, sha256 }) => [
        role,
        paths.map((path) => (0,report_text/* markdownText */.p7)(path)).join(', '),
        (0,report_text/* whole */.WQ)(count),
        tokens === undefined ? '' : `${tokens.kind === 'exact' ? '' : '≈ '}${(0,report_text/* whole */.WQ)(tokens.tokens)}`,
        (0,report_text/* bytes */.ee)(size),
        (0,report_text/* markdownCode */.D9)(sha256),
    ]);
    const best = (0,report_metrics/* bestCheckpoint */.b1)(checkpoints);
    const measured = Object.entries((0,report_metrics/* lastMetrics */.sc)(metrics)).map(([name, value]) => [(0,report_text/* markdownText */.p7)(name), (0,report_text/* figure */.vP)(value)]);
    const facts = [
        ['Base model', (0,report_text/* markdownCode */.D9)(String(job.model ?? ''))],
        ['Provider', provider === undefined ? '' : `${(0,report_text/* markdownText */.p7)(provider.name)}, ${(0,report_text/* markdownText */.p7)(provider.baseUrl)}`],
        ['Job', (0,report_text/* markdownCode */.D9)(job.id)],
        ['Trained tokens', job.trained_tokens == null ? '' : (0,report_text/* whole */.WQ)(job.trained_tokens)],
        ['Finished', job.finished_at ? new Date(job.finished_at * 1000).toISOString() : ''],
        ['Best checkpoint', best === undefined ? '' : (0,report_text/* markdownCode */.D9)(best.fine_tuned_model_checkpoint ?? best.id)],
        ['Fingerprint of the inputs', fingerprint === undefined ? '' : (0,report_text/* markdownCode */.D9)(fingerprint)],
        ['Commit', run.sha === '' ? '' : (0,report_text/* markdownCode */.D9)(`${run.repository}@${run.sha}`)],
    ];
    const sandbox = provider?.name === 'sandbox' ? ['This model was made by the sandbox, a rehearsal; it cannot be called.'] : [];
    return `${[
        frontMatter(findings, model),
        `# ${(0,report_text/* markdownText */.p7)(model)}`,
        ...sandbox,
        rows(['', ''], facts.filter(([, value]) => value !== '')),
        ...(data.length === 0 ? [] : [`## Data\n\n${rows(['Role', 'Paths', 'Rows', 'Tokens', 'Size', 'SHA-256'], data)}`]),
        `## Training\n\n${rows(['Setting', 'Value'], settings(findings).map(([name, value]) => [(0,report_text/* markdownText */.p7)(name), (0,report_text/* markdownCode */.D9)(value, 200)]))}`,
        ...(measured.length === 0 ? [] : [`## Final metrics\n\n${rows(['Metric', 'Value'], measured)}`]),
        `## Provenance\n\n${links(findings)}`,
    ].join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/report/outputs.js
/** The step's outputs, from what was found. Pure; every value is a text. */


/** A value larger than this breaks `env:` in a later step. In bytes. */
const LARGEST = 100 * 1024;
/** How many whole items of a JSON array fit, and the array of them. */
function jsonWithin(items) {
    const kept = [];
    let size = 2;
    for (const item of items) {
        const text = JSON.stringify(item);
        size += Buffer.byteLength(text) + 1;
        if (size > LARGEST)
            break;
        kept.push(text);
    }
    return { text: `[${kept.join(',')}]`, count: kept.length };
}
/** The outputs that are arrays, newest items first. */
function arrays({ operation, jobs, events, checkpoints }) {
    return {
        ...(operation === 'list' ? { jobs } : {}),
        ...(operation === 'list_events' || events.length > 0 ? { events: events.toReversed() } : {}),
        ...(operation === 'list_checkpoints' || checkpoints.length > 0 ? { checkpoints } : {}),
    };
}
/** What of the outputs had to be cut, a line each. */
function cutOutputs(findings) {
    return Object.entries(arrays(findings)).flatMap(([name, items]) => {
        const { count } = jsonWithin(items);
        return count === items.length
            ? []
            : [
                `Output ${name} holds the first ${count} of ${items.length} items, as more than 100 KB would not fit a variable; ${name}.jsonl of the report holds all.`,
            ];
    });
}
function fits(text) {
    return Buffer.byteLength(text) <= LARGEST ? text : undefined;
}
/** Whether the data passed, where there was data to check. */
function valid(findings) {
    if (findings.datasets.length === 0)
        return undefined;
    return String(findings.datasets.every((dataset) => (0,dataset_dataset/* countOf */.p)(dataset, 'error') === 0) && findings.error?.code !== 'data');
}
/** All outputs that apply, by name; what does not apply is absent. */
function outputsOf(findings) {
    const { job, estimate, error } = findings;
    const training = findings.datasets.find(({ role }) => role === 'training_file');
    const last = (0,report_metrics/* lastMetrics */.sc)(findings.metrics);
    const best = (0,report_metrics/* bestCheckpoint */.b1)(findings.checkpoints);
    const outputs = {
        job_id: job?.id,
        status: findings.ending === 'skipped' ? 'skipped' : job?.status,
        fine_tuned_model: job?.fine_tuned_model ?? undefined,
        trained_tokens: job?.trained_tokens == null ? undefined : String(job.trained_tokens),
        training_file_id: job?.training_file ?? undefined,
        validation_file_id: job?.validation_file ?? undefined,
        result_files: job === undefined ? undefined : JSON.stringify(job.result_files ?? []),
        reused: findings.reused === undefined ? undefined : String(findings.reused),
        reason: findings.reason,
        fingerprint: findings.fingerprint,
        metrics: Object.keys(last).length === 0 ? undefined : JSON.stringify(last),
        best_checkpoint: best === undefined
            ? undefined
            : JSON.stringify({ model: best.fine_tuned_model_checkpoint ?? null, step: best.step_number ?? null, id: best.id }),
        error_code: error?.code ?? job?.error?.code ?? undefined,
        error_message: error?.message,
        examples: training === undefined ? undefined : String(training.rows),
        estimated_tokens: estimate === undefined ? undefined : String(Math.round(estimate.tokens.tokens)),
        estimated_cost_usd: estimate?.cost === undefined ? undefined : estimate.cost.usd.toFixed(2),
        valid: valid(findings),
        job: job === undefined ? undefined : fits(JSON.stringify(job)),
        ...Object.fromEntries(Object.entries(arrays(findings)).map(([name, items]) => [name, jsonWithin(items).text])),
    };
    return Object.fromEntries(Object.entries(outputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

;// CONCATENATED MODULE: ./lib/report/provenance.js
/**
 * Provenance of a model: an in-toto statement (https://in-toto.io/Statement/v1) with a predicate in the terms of SLSA (https://slsa.dev/provenance/v1), which
 * binds the model's name to the data, the commit, the workflow and the settings. A provider shows no bytes of a model, so the subject is its name:
 * the digest is the SHA-256 of the name itself, as the file model.txt holds it. Pure.
 */

const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
/** What kind of making this is, and what its parameters mean: the fields of the API's create call. */
const BUILD_TYPE = 'https://platform.openai.com/docs/api-reference/fine-tuning/create';
/** The predicate; undefined when there is no model. */
function renderPredicate(findings) {
    const { job, run, provider, asked, datasets, fingerprint } = findings;
    if (!job?.fine_tuned_model)
        return undefined;
    const repository = `${run.serverUrl}/${run.repository}`;
    const time = (seconds) => (seconds == null ? undefined : new Date(seconds * 1000).toISOString());
    return {
        buildDefinition: {
            buildType: BUILD_TYPE,
            externalParameters: {
                ...asked,
                workflow: { repository, ref: run.ref, name: run.workflow, job: run.job, step: run.step },
            },
            internalParameters: {
                provider: provider?.name,
                base_url: provider?.baseUrl,
                fingerprint,
                method: job.method ?? undefined,
                hyperparameters: job.hyperparameters ?? undefined,
                seed: job.seed ?? undefined,
                reused: findings.reused,
            },
            resolvedDependencies: [
                ...(run.sha === '' ? [] : [{ uri: `git+${repository}@${run.ref}`, digest: { gitCommit: run.sha } }]),
                ...datasets.map(({ role, paths, sha256, rows, bytes }) => ({
                    name: role,
                    digest: { sha256 },
                    annotations: { paths: [...paths], rows, bytes },
                })),
                { name: 'base_model', annotations: { model: job.model ?? null } },
            ],
        },
        runDetails: {
            builder: { id: provider?.baseUrl ?? 'unknown' },
            metadata: {
                invocationId: run.runId === '' ? job.id : `${repository}/actions/runs/${run.runId}/attempts/${run.runAttempt}`,
                startedOn: time(job.created_at),
                finishedOn: time(job.finished_at),
            },
            byproducts: [{ name: 'job', annotations: { id: job.id, trained_tokens: job.trained_tokens ?? null } }],
        },
    };
}
/** The whole statement; undefined when there is no model. */
function renderProvenance(findings) {
    const predicate = renderPredicate(findings);
    const name = findings.job?.fine_tuned_model;
    if (predicate === undefined || !name)
        return undefined;
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex');
    return {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name, digest: { sha256 } }],
        predicateType: PREDICATE_TYPE,
        predicate,
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
;// CONCATENATED MODULE: ./lib/report/result.js
/** `result.json`: what a later program wants to know of a run. The schema is published as docs/result.schema.json. */



const result_text = schemas/* nullable */.mee(schemas/* string */.YjP());
const number = schemas/* nullable */.mee(schemas/* number */.aig());
const Result = schemas/* object */.Ikc({
    /** Raised when a field changes its meaning or goes away; new fields may come without it. */
    version: schemas/* literal */.euz(1),
    operation: schemas/* string */.YjP(),
    ending: schemas/* enum */.k5n(['succeeded', 'failed', 'cancelled', 'paused', 'detached', 'skipped', 'stopped', 'valid', 'done', 'absent']),
    /** ISO 8601, UTC. */
    started: schemas/* string */.YjP(),
    finished: schemas/* string */.YjP(),
    run: schemas/* object */.Ikc({
        repository: schemas/* string */.YjP(),
        sha: schemas/* string */.YjP(),
        ref: schemas/* string */.YjP(),
        workflow: schemas/* string */.YjP(),
        job: schemas/* string */.YjP(),
        step: schemas/* string */.YjP(),
        run_id: schemas/* string */.YjP(),
        run_attempt: schemas/* string */.YjP(),
    }),
    provider: schemas/* nullable */.mee(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), base_url: schemas/* string */.YjP(), job_url: result_text })),
    asked: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
    job: schemas/* nullable */.mee(schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        status: schemas/* string */.YjP(),
        model: result_text,
        fine_tuned_model: result_text,
        trained_tokens: number,
        created_at: number,
        finished_at: number,
        training_file: result_text,
        validation_file: result_text,
        result_files: schemas/* array */.YOg(schemas/* string */.YjP()),
        seed: number,
        method: schemas/* unknown */.L5J(),
        hyperparameters: schemas/* unknown */.L5J(),
    })),
    fingerprint: result_text,
    reused: schemas/* nullable */.mee(schemas/* boolean */.zMY()),
    reason: result_text,
    metrics: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig()),
    best_checkpoint: schemas/* nullable */.mee(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), model: result_text, step: number })),
    checkpoints: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), model: result_text, step: number, metrics: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) })),
    data: schemas/* array */.YOg(schemas/* object */.Ikc({
        role: schemas/* enum */.k5n(['training_file', 'validation_file']),
        paths: schemas/* array */.YOg(schemas/* string */.YjP()),
        format: result_text,
        rows: schemas/* number */.aig(),
        bytes: schemas/* number */.aig(),
        sha256: schemas/* string */.YjP(),
        errors: schemas/* number */.aig(),
        warnings: schemas/* number */.aig(),
        problems: schemas/* array */.YOg(schemas/* object */.Ikc({ rule: schemas/* string */.YjP(), severity: schemas/* enum */.k5n(['error', 'warning']), count: schemas/* number */.aig() })),
        tokens: schemas/* nullable */.mee(schemas/* object */.Ikc({
            kind: schemas/* enum */.k5n(['exact', 'estimated', 'sampled']),
            tokens: schemas/* number */.aig(),
            low: schemas/* number */.aig(),
            high: schemas/* number */.aig(),
            basis: schemas/* string */.YjP(),
        })),
    })),
    estimate: schemas/* nullable */.mee(schemas/* object */.Ikc({
        epochs: schemas/* number */.aig(),
        epochs_asked: schemas/* boolean */.zMY(),
        tokens: schemas/* number */.aig(),
        low: schemas/* number */.aig(),
        high: schemas/* number */.aig(),
        cost_usd: number,
    })),
    error: schemas/* nullable */.mee(schemas/* object */.Ikc({ code: result_text, message: schemas/* string */.YjP() })),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/** The result of a run so far; what is not known is null. */
function renderResult(findings) {
    const { run, provider, job, estimate, error } = findings;
    const best = (0,report_metrics/* bestCheckpoint */.b1)(findings.checkpoints);
    return {
        version: 1,
        operation: findings.operation,
        ending: findings.ending,
        started: new Date(findings.started).toISOString(),
        finished: new Date(findings.finished).toISOString(),
        run: {
            repository: run.repository,
            sha: run.sha,
            ref: run.ref,
            workflow: run.workflow,
            job: run.job,
            step: run.step,
            run_id: run.runId,
            run_attempt: run.runAttempt,
        },
        provider: provider === undefined ? null : { name: provider.name, base_url: provider.baseUrl, job_url: provider.jobUrl ?? null },
        asked: { ...findings.asked },
        job: job === undefined
            ? null
            : {
                id: job.id,
                status: job.status,
                model: job.model ?? null,
                fine_tuned_model: job.fine_tuned_model ?? null,
                trained_tokens: job.trained_tokens ?? null,
                created_at: job.created_at ?? null,
                finished_at: job.finished_at ?? null,
                training_file: job.training_file ?? null,
                validation_file: job.validation_file ?? null,
                result_files: [...(job.result_files ?? [])],
                seed: job.seed ?? null,
                method: job.method ?? null,
                hyperparameters: job.hyperparameters ?? null,
            },
        fingerprint: findings.fingerprint ?? null,
        reused: findings.reused ?? null,
        reason: findings.reason ?? null,
        metrics: (0,report_metrics/* lastMetrics */.sc)(findings.metrics),
        best_checkpoint: best === undefined
            ? null
            : { id: best.id, model: best.fine_tuned_model_checkpoint ?? null, step: best.step_number ?? null },
        checkpoints: findings.checkpoints.map((checkpoint) => ({
            id: checkpoint.id,
            model: checkpoint.fine_tuned_model_checkpoint ?? null,
            step: checkpoint.step_number ?? null,
            metrics: { ...checkpoint.metrics },
        })),
        data: findings.datasets.map((dataset) => ({
            role: dataset.role,
            paths: [...dataset.paths],
            format: dataset.format ?? null,
            rows: dataset.rows,
            bytes: dataset.bytes,
            sha256: dataset.sha256,
            errors: (0,dataset_dataset/* countOf */.p)(dataset, 'error'),
            warnings: (0,dataset_dataset/* countOf */.p)(dataset, 'warning'),
            problems: dataset.counts.map((entry) => ({ ...entry })),
            tokens: dataset.tokens === undefined ? null : { ...dataset.tokens },
        })),
        estimate: estimate === undefined
            ? null
            : {
                epochs: estimate.epochs,
                epochs_asked: estimate.epochsAsked,
                tokens: estimate.tokens.tokens,
                low: estimate.tokens.low,
                high: estimate.tokens.high,
                cost_usd: estimate.cost?.usd ?? null,
            },
        error: error === undefined ? null : { code: error.code ?? null, message: error.message },
        warnings: [...findings.warnings],
    };
}

// EXTERNAL MODULE: ./lib/dataset/rules.js
var dataset_rules = __webpack_require__(79903);
;// CONCATENATED MODULE: ./lib/report/sarif.js

const TEXT = 1000;
/**
 * One run with every problem that was kept, and the rules that they name.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
function renderSarif(datasets) {
    const problems = datasets.flatMap((dataset) => dataset.problems);
    const named = [...new Set(problems.map(({ rule }) => rule))];
    const table = new Map(Object.entries(dataset_rules/* RULES */.y0));
    const rules = named.map((id) => {
        const rule = table.get(id);
        const source = rule === undefined || rule.source === 'practice' ? {} : { helpUri: rule.source };
        return {
            id,
            shortDescription: { text: rule?.summary ?? id },
            help: { text: rule?.mend ?? id },
            defaultConfiguration: { level: rule?.severity ?? 'warning' },
            ...source,
        };
    });
    const results = problems.map(({ rule, severity, message, path, line, column }) => ({
        ruleId: rule,
        ruleIndex: named.indexOf(rule),
        level: severity,
        message: { text: message.slice(0, TEXT) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/') },
                    ...(line === undefined
                        ? {}
                        : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
                },
            },
        ],
    }));
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{ tool: { driver: { name: 'Fine-tune Action', rules } }, columnKind: 'utf16CodeUnits', results }],
    };
}

;// CONCATENATED MODULE: ./lib/report/chart.js

const MOST = 60;
/** Two colours that can be told apart on light and dark ground, also by most people who see colours differently. */
const COLOURS = ['#2f81f7', '#db6d28'];
const COLOUR_NAMES = ['Blue', 'Orange'];
const INIT = `%%{init: {"xyChart": {"height": 320}, "themeVariables": {"xyChart": {"plotColorPalette": "${COLOURS.join(', ')}"}}}}%%`;
/** What belongs into one picture: a line for each group of names. */
const CHARTS = [
    { title: 'Loss', groups: [['train_loss'], ['full_valid_loss', 'valid_loss']] },
    {
        title: 'Token accuracy',
        groups: [
            ['train_mean_token_accuracy', 'train_accuracy'],
            ['full_valid_mean_token_accuracy', 'valid_mean_token_accuracy', 'valid_accuracy'],
        ],
    },
    {
        title: 'Mean reward',
        groups: [
            ['train_mean_reward', 'train_reward_mean'],
            ['full_valid_mean_reward', 'valid_reward_mean'],
        ],
    },
    {
        title: 'Preference accuracy',
        groups: [['train_mean_reward_accuracy'], ['full_valid_mean_reward_accuracy', 'valid_mean_reward_accuracy']],
    },
    {
        title: 'Preference margin',
        groups: [['train_mean_reward_margin'], ['full_valid_mean_reward_margin', 'valid_mean_reward_margin']],
    },
];
/** Of several names for one thing the one that was measured most often. */
function seriesOf(points, names) {
    const all = names.map((name) => ({
        name,
        points: points.flatMap(({ step, values }) => (values[name] === undefined ? [] : [{ step, value: values[name] }])),
    }));
    const [best] = all.sort((left, right) => right.points.length - left.points.length);
    return best === undefined || best.points.length === 0 ? undefined : best;
}
/** At most so many points: of each run of steps the mean, so that the line keeps its course. */
function thinned(points, most = MOST) {
    if (points.length <= most)
        return points;
    return Array.from({ length: most }, (_, index) => {
        const part = points.slice(Math.floor((index * points.length) / most), Math.floor(((index + 1) * points.length) / most));
        const value = part.reduce((sum, one) => sum + one.value, 0) / part.length;
        return { step: part.at(-1)?.step ?? 0, value };
    });
}
/** The values of a sparse series at the steps of the grid, straight lines between its points, its ends held. */
function onGrid(series, grid) {
    const { points } = series;
    return grid.map((step) => {
        const after = points.find((point) => point.step >= step);
        const before = points.findLast((point) => point.step <= step);
        if (after === undefined || before === undefined)
            return (after ?? before)?.value ?? 0;
        return after.step === before.step
            ? after.value
            : before.value + ((step - before.step) / (after.step - before.step)) * (after.value - before.value);
    });
}
function table(all) {
    const steps = [...new Set(all.flatMap(({ points }) => thinned(points).map(({ step }) => step)))].sort((left, right) => left - right);
    const cell = ({ points }, step) => {
        const found = points.find((point) => point.step === step);
        return found === undefined ? '' : (0,report_text/* figure */.vP)(found.value);
    };
    const rows = steps.map((step) => `| ${step} | ${all.map((series) => cell(series, step)).join(' | ')} |`);
    return [
        `| Step | ${all.map(({ name }) => (0,report_text/* markdownText */.p7)(name)).join(' | ')} |`,
        `| --: |${' --: |'.repeat(all.length)}`,
        ...rows,
    ].join('\n');
}
function chart(title, all) {
    const [main] = all;
    if (main === undefined)
        return '';
    const grid = thinned(main.points).map(({ step }) => step);
    if (grid.length < 2)
        return `**${title}**\n\n${table(all)}\n`;
    const lines = all.map((series, index) => index === 0 ? thinned(series.points).map(({ value }) => value) : onGrid(series, grid));
    const values = lines.flat();
    const low = Math.min(...values);
    const high = Math.max(...values);
    const margin = high === low ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.05;
    const floor = low >= 0 ? Math.max(0, low - margin) : low - margin;
    const number = (value) => String(Number(value.toPrecision(5)));
    const legend = all.map((series, index) => {
        const sparse = index > 0 && series.points.length < main.points.length
            ? `, measured at ${series.points.length} steps, drawn straight between them and level before the first`
            : '';
        return `${COLOUR_NAMES[index]}: ${(0,report_text/* markdownText */.p7)(series.name)}${sparse}`;
    });
    return [
        `**${title}**`,
        '',
        '```mermaid',
        INIT,
        'xychart-beta',
        `  x-axis "step" ${grid[0]} --> ${grid.at(-1)}`,
        `  y-axis "${(0,report_text/* mermaidText */.Hg)(title.toLowerCase())}" ${number(floor)} --> ${number(high + margin)}`,
        ...lines.map((line) => `  line [${line.map(number).join(', ')}]`),
        '```',
        '',
        `${legend.join('; ')}.`,
        '',
        '<details><summary>The numbers</summary>',
        '',
        table(all),
        '',
        '</details>',
        '',
    ].join('\n');
}
/** The charts of a run, one for each metric that it has; empty when there is nothing to draw. */
function charts(points) {
    const ordered = [...points].sort((left, right) => left.step - right.step);
    return CHARTS.flatMap(({ title, groups }) => {
        const all = groups.map((names) => seriesOf(ordered, names)).filter((series) => series !== undefined);
        return all.length === 0 ? [] : [chart(title, all)];
    });
}

;// CONCATENATED MODULE: ./lib/report/data-sections.js
/** The parts of the summary that tell of the data. Pure. */



function histogram(dataset) {
    const bins = dataset.statistics?.histogram ?? [];
    const most = Math.max(1, ...bins.map((bin) => bin.rows));
    const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    return bins.map((bin) => (bin.rows === 0 ? ' ' : (blocks[Math.min(7, Math.floor((bin.rows / most) * 7.999))] ?? '█'))).join('');
}
/** The data: how much of what, and what is wrong with it. */
function data(findings) {
    const { datasets, estimate } = findings;
    if (datasets.length === 0)
        return '';
    const verdict = (dataset) => {
        const errors = (0,dataset_dataset/* countOf */.p)(dataset, 'error');
        const warnings = (0,dataset_dataset/* countOf */.p)(dataset, 'warning');
        if (errors + warnings === 0)
            return 'none';
        return [
            errors > 0 ? `**${(0,report_text/* whole */.WQ)(errors)} error${errors === 1 ? '' : 's'}**` : '',
            warnings > 0 ? `${(0,report_text/* whole */.WQ)(warnings)} warning${warnings === 1 ? '' : 's'}` : '',
        ]
            .filter(Boolean)
            .join(', ');
    };
    const body = datasets.map((dataset) => [
        `${dataset.role === 'training_file' ? 'Training' : 'Validation'}: ${dataset.paths
            .slice(0, 3)
            .map((path) => placed(findings, path, undefined))
            .join(', ')}${dataset.paths.length > 3 ? ` and ${dataset.paths.length - 3} more` : ''}`,
        (0,report_text/* whole */.WQ)(dataset.rows),
        dataset.tokens === undefined ? '' : `${dataset.tokens.kind === 'exact' ? '' : '≈ '}${(0,report_text/* whole */.WQ)(dataset.tokens.tokens)}`,
        (0,report_text/* bytes */.ee)(dataset.bytes),
        `<code>${dataset.sha256.slice(0, 12)}</code>`,
        verdict(dataset),
    ]);
    const figures = datasets.flatMap((dataset) => {
        const { statistics } = dataset;
        if (statistics === undefined)
            return [];
        const { rowTokens, turns, trainedShare } = statistics;
        const name = dataset.role === 'training_file' ? 'Training' : 'Validation';
        const longest = statistics.longest[0];
        return [
            [
                name,
                `${(0,report_text/* whole */.WQ)(rowTokens.median)} / ${(0,report_text/* whole */.WQ)(rowTokens.p95)} / ${(0,report_text/* whole */.WQ)(rowTokens.max)}`,
                `<code>${histogram(dataset)}</code>`,
                `${(0,report_text/* whole */.WQ)(turns.median)} / ${(0,report_text/* whole */.WQ)(turns.max)}`,
                trainedShare === 0 ? '–' : `${Math.round(trainedShare * 100)} %`,
                longest === undefined ? '' : placed(findings, longest.path, longest.line),
            ],
        ];
    });
    const expected = estimate === undefined
        ? ''
        : `\n\nExpected: **${(0,report_text/* whole */.WQ)(estimate.tokens.tokens)}** tokens over ${estimate.epochs} epoch${estimate.epochs === 1 ? '' : 's'}${estimate.epochsAsked ? '' : ' (the usual number; the provider decides)'}${estimate.cost === undefined
            ? estimate.withoutCost === undefined
                ? ''
                : `; ${(0,report_text/* markdownText */.p7)(estimate.withoutCost)}`
            : `, ${(0,report_text/* dollars */.E9)(estimate.cost.usd)} (${(0,report_text/* markdownText */.p7)(estimate.cost.basis)})`}.`;
    return ([
        '### Data',
        '',
        rows(['File', 'Rows', 'Tokens', 'Size', 'SHA-256', 'Problems'], body),
        ...(figures.length === 0
            ? []
            : [
                '',
                rows(['', 'Tokens a row: median / 95 % / most', 'Spread', 'Turns: median / most', 'Learned', 'Longest row'], figures),
            ]),
    ].join('\n') + expected);
}
/** What is wrong with the data, rolled up by rule, worst and most frequent first. */
function problems(findings) {
    const all = findings.datasets.flatMap((dataset) => dataset.counts.map((entry) => ({ ...entry, dataset })));
    if (all.length === 0)
        return '';
    const ordered = all.sort((left, right) => left.severity.localeCompare(right.severity) || right.count - left.count);
    const body = ordered.map(({ rule, severity, count, dataset }) => {
        const examples = dataset.problems.filter((problem) => problem.rule === rule);
        const places = examples.slice(0, 5).map((problem) => placed(findings, problem.path, problem.line));
        return [
            severity === 'error' ? '❌' : '⚠️',
            (0,report_text/* markdownCode */.D9)(rule),
            (0,report_text/* whole */.WQ)(count),
            (0,report_text/* markdownText */.p7)(messageShown(findings, examples[0]), 300),
            `${places.join(', ')}${count > places.length ? ` and ${(0,report_text/* whole */.WQ)(count - places.length)} more` : ''}`,
        ];
    });
    return `### Problems\n\n${rows(['', 'Rule', 'Count', 'For example', 'Where'], body)}`;
}
/** A message quotes the data; where rows may not be shown, the quotation is left out. */
function messageShown(findings, problem) {
    const message = problem?.message ?? '';
    return findings.run.showRows ? message : message.replace(/"[^"]*"/g, '"…"');
}

;// CONCATENATED MODULE: ./lib/report/summary.js
/** The job summary: GitHub-flavoured Markdown with Mermaid, always small enough to be shown. Pure. */



/** The platform drops a summary above 1 MiB whole; some room is left for other steps' rounding. In bytes. */
const summary_LARGEST = 1024 * 1024 - 16 * 1024;
/** Parts in the order in which they are read; the last are shed first. */
function parts(findings) {
    const failedData = findings.ending === 'stopped' || findings.ending === 'skipped' || findings.ending === 'valid';
    const first = failedData ? [problems(findings), data(findings)] : [];
    const later = failedData ? [] : [data(findings), problems(findings)];
    return [
        headline(findings),
        ...first,
        jobs(findings),
        results(findings),
        ...charts(findings.metrics),
        // Of a job that this step did not ask for, nothing was asked here.
        findings.ending === 'done' || findings.ending === 'absent' ? '' : request(findings),
        ...later,
        next(findings),
        warnings(findings),
        events(findings),
        links(findings),
    ].filter((part) => part !== '');
}
/** The summary, below 1 MiB whatever was found. */
function renderSummary(findings) {
    const all = parts(findings);
    const kept = [];
    let size = 0;
    for (const part of all) {
        size += Buffer.byteLength(part) + 2;
        if (size > summary_LARGEST) {
            kept.push('_More was found than a summary can hold; the rest is in the run’s artifact and in the file behind the output `report_path`._');
            break;
        }
        kept.push(part);
    }
    return `${kept.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/operations/leave.js
/** What a step leaves behind: outputs, summary, report files, artifact. None of it changes how the step ends. */










/** A name that no other step, job or matrix leg of this run uses. */
function artifactName(context, matrix) {
    const leg = matrix && matrix !== 'null' && matrix !== '{}' ? (0,external_node_crypto_.createHash)('sha256').update(matrix).digest('hex').slice(0, 8) : '';
    const attempt = context.runAttempt === '' || context.runAttempt === '1' ? '' : `attempt-${context.runAttempt}`;
    return ['fine-tune', context.job, context.step, leg, attempt]
        .filter((part) => part !== '')
        .join('-')
        .replace(/[^\w.-]+/g, '-');
}
/** Lines of JSON. */
const lines = (items) => items.map((item) => `${JSON.stringify(item)}\n`).join('');
function reportFiles(findings, summary) {
    const problems = findings.datasets.flatMap((dataset) => dataset.problems);
    const predicate = renderPredicate(findings);
    const pretty = (value) => `${JSON.stringify(value, undefined, 2)}\n`;
    const model = findings.job?.fine_tuned_model;
    return {
        'summary.md': summary,
        'result.json': pretty(renderResult(findings)),
        'events.jsonl': lines(findings.events),
        'metrics.csv': renderMetricsCsv(findings),
        'jobs.jsonl': lines(findings.jobs),
        'checkpoints.jsonl': lines(findings.checkpoints),
        'problems.jsonl': lines(problems),
        'problems.sarif': problems.length === 0 ? '' : `${JSON.stringify(renderSarif(findings.datasets))}\n`,
        'model-card.md': renderModelCard(findings),
        // The name itself and nothing else: its hash is the subject of the provenance.
        'model.txt': model ?? '',
        'predicate.json': predicate === undefined ? '' : pretty(predicate),
        'provenance.json': predicate === undefined ? '' : pretty(renderProvenance(findings)),
        ...Object.fromEntries(findings.resultFiles.map(({ name, text }) => [name.replace(/[^\w.-]+/g, '-'), text])),
    };
}
/** Writes everything; whatever cannot be written is a warning, and the rest is written all the same. */
async function leave(findings, { runner, files, artifacts, inputs }) {
    const tolerant = async (what, act) => {
        try {
            await act();
        }
        catch (error) {
            runner.warning(`${what}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    };
    for (const [name, value] of Object.entries(outputsOf(findings)))
        runner.setOutput(name, value);
    for (const text of cutOutputs(findings))
        runner.warning(text);
    const summary = renderSummary(findings);
    await tolerant('The summary could not be written', () => runner.writeSummary(summary));
    const written = [];
    await tolerant('The report files could not be written', async () => {
        for (const [name, content] of Object.entries(reportFiles(findings, summary))) {
            if (content === '')
                continue;
            const file = await files.writeReport(name, content);
            written.push(file);
            if (name === 'summary.md')
                runner.setOutput('report_path', file);
            if (name === 'model-card.md')
                runner.setOutput('model_card_path', file);
        }
    });
    const [first] = written;
    const name = inputs?.artifact_name ?? '';
    if (name === '' || first === undefined || !artifacts.available)
        return;
    await tolerant('The artifact could not be uploaded', () => artifacts.upload(name === 'auto' ? artifactName(runner.context, inputs?.matrix) : name, external_node_path_.dirname(first), written));
}

;// CONCATENATED MODULE: ./lib/operations/operations.js
const looking = () => Promise.all(/* import() */[__webpack_require__.e(53), __webpack_require__.e(583)]).then(__webpack_require__.bind(__webpack_require__, 56583));
const changing = () => Promise.all(/* import() */[__webpack_require__.e(53), __webpack_require__.e(480)]).then(__webpack_require__.bind(__webpack_require__, 18480));
/** Each is loaded when it is told. */
const STORIES = {
    create: async () => (await Promise.all(/* import() */[__webpack_require__.e(53), __webpack_require__.e(35), __webpack_require__.e(139)]).then(__webpack_require__.bind(__webpack_require__, 29139))).create,
    validate: async () => (await __webpack_require__.e(/* import() */ 590).then(__webpack_require__.bind(__webpack_require__, 25590))).validate,
    wait: async () => (await Promise.all(/* import() */[__webpack_require__.e(53), __webpack_require__.e(35), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413))).wait,
    retrieve: async () => (await looking()).retrieve,
    list: async () => (await looking()).list,
    list_events: async () => (await looking()).listEvents,
    list_checkpoints: async () => (await looking()).listCheckpoints,
    cancel: async () => ((verbs) => verbs.verb(verbs.VERBS.cancel))(await changing()),
    pause: async () => ((verbs) => verbs.verb(verbs.VERBS.pause))(await changing()),
    resume: async () => ((verbs) => verbs.verb(verbs.VERBS.resume))(await changing()),
};
/** Runs the operation of this step. @throws whatever stops it */
async function perform(step) {
    const story = await STORIES[step.inputs.operation]();
    await story(step);
}

// EXTERNAL MODULE: ./lib/operations/step.js
var operations_step = __webpack_require__(98474);
;// CONCATENATED MODULE: ./lib/report/comment.js
/** The one comment on a pull request: what its data change does, what it costs, and how the training goes. Pure. */





/** GitHub takes no more. In characters, with some room. */
const comment_LARGEST = 65_536 - 536;
/** What a comment of this step is found again by; it is not shown. */
function markerOf({ run }, matrix) {
    const leg = matrix && matrix !== 'null' && matrix !== '{}' ? matrix : '';
    return `<!-- finetune-action ${[run.workflow, run.job, run.step, leg].map((part) => encodeURIComponent(part.toWellFormed())).join('/')} -->`;
}
const TITLES = {
    checked: '🔎 The data is checked',
    queued: '⏳ The job is created',
    running: '⏳ The job trains',
};
function comment_title(findings, stage) {
    if (stage === 'done')
        return headline(findings);
    const { job } = findings;
    const metrics = Object.entries((0,report_metrics/* lastMetrics */.sc)(findings.metrics)).slice(0, 6);
    const step = findings.metrics.at(-1);
    const at = step === undefined
        ? ''
        : `step ${(0,report_text/* whole */.WQ)(step.step)}${step.totalSteps === undefined ? '' : ` of ${(0,report_text/* whole */.WQ)(step.totalSteps)}`} · `;
    const last = metrics.length === 0
        ? ''
        : `\n\n${at}${metrics.map(([name, value]) => `${(0,report_text/* markdownText */.p7)(name)} ${(0,report_text/* figure */.vP)(value)}`).join(' · ')}`;
    return `## ${TITLES[stage]}${job === undefined ? '' : `\n\nJob ${(0,report_text/* markdownCode */.D9)(job.id)} is ${(0,report_text/* markdownText */.p7)(job.status)}.`}${last}`;
}
const NAMES = { training_file: 'Training', validation_file: 'Validation' };
/** `1,000 → 1,200`, or one number where nothing changed. */
function fromTo(before, after) {
    return before === undefined || before === after ? after : `${before} → ${after}`;
}
/** What the change does to the data, a line a file. */
function changes({ changes: all, datasets, estimate }) {
    const body = all.map(({ role, diff, before }) => {
        const now = datasets.find((dataset) => dataset.role === role);
        const priced = role === 'training_file' ? estimate : undefined;
        const tokens = priced === undefined ? '' : fromTo(before?.estimate && (0,report_text/* whole */.WQ)(before.estimate.tokens.tokens), (0,report_text/* whole */.WQ)(priced.tokens.tokens));
        const cost = priced?.cost === undefined
            ? ''
            : fromTo(before?.estimate?.cost && (0,report_text/* dollars */.E9)(before.estimate.cost.usd), (0,report_text/* dollars */.E9)(priced.cost.usd));
        const count = (number, sign = '') => number === undefined ? '?' : number === 0 ? '0' : `${sign}${(0,report_text/* whole */.WQ)(number)}`;
        return [
            NAMES[role],
            fromTo(before && (0,report_text/* whole */.WQ)(before.rows), (0,report_text/* whole */.WQ)(now?.rows ?? 0)),
            count(diff?.added, '+'),
            count(diff?.removed, '−'),
            count(diff?.changed),
            count(diff?.moved),
            tokens,
            cost,
        ];
    });
    const notes = all.flatMap(({ role, note }) => (note === undefined ? [] : [`_${NAMES[role]}: ${(0,report_text/* markdownText */.p7)(note, 400)}_`]));
    const table = rows(['Data', 'Rows', 'Added', 'Removed', 'Changed', 'Moved', 'Tokens', 'Price'], body);
    return [table, ...notes].filter((part) => part !== '').join('\n\n');
}
function newProblems(all) {
    const found = all.flatMap(({ role, newProblems: fresh }) => fresh.map((one) => ({ ...one, role })));
    if (found.length === 0)
        return '';
    const list = found
        .slice(0, 50)
        .map(({ role, rule, severity, count }) => `- ${severity === 'error' ? '❌' : '⚠️'} ${(0,report_text/* whole */.WQ)(count)} × ${(0,report_text/* markdownCode */.D9)(rule)} (${NAMES[role].toLowerCase()})`);
    return `**New with this change**\n\n${list.join('\n')}`;
}
/** Rows that say something else now, folded; only where rows may be shown. */
function examples({ changes: all, run }) {
    if (!run.showRows)
        return '';
    const found = all.flatMap(({ role, diff }) => (diff?.examples ?? []).map((one) => ({ ...one, role })));
    if (found.length === 0)
        return '';
    const body = found.map(({ role, line, before, after }) => [
        `${NAMES[role]} ${(0,report_text/* whole */.WQ)(line)}`,
        (0,report_text/* markdownCode */.D9)(before, 500),
        (0,report_text/* markdownCode */.D9)(after, 500),
    ]);
    return `<details><summary>Changed rows</summary>\n\n${rows(['Row', 'Before', 'After'], body)}\n\n</details>`;
}
/** The comment, its marker first, always below GitHub's limit: parts are shed from the bottom. */
function renderComment(findings, stage, marker) {
    const parts = [
        comment_title(findings, stage),
        changes(findings),
        newProblems(findings.changes),
        problems(findings),
        links(findings),
        examples(findings),
    ].filter((part) => part !== '');
    const kept = [marker];
    let size = marker.length;
    for (const part of parts) {
        if (size + part.length + 2 > comment_LARGEST) {
            kept.push('_There is more in the summary of the run._');
            break;
        }
        size += part.length + 2;
        kept.push(part);
    }
    return `${kept.join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./lib/canonical.js
var canonical = __webpack_require__(9333);
;// CONCATENATED MODULE: ./lib/dataset/diff.js
/** What a change does to training data: rows compared by what they say, not by their lines. Pure. */

const EXAMPLES = 5;
/** The part that is asked and the part that is answered; neither where the row is in no known form. */
function diff_parts(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const row = { ...value };
    if (Array.isArray(row.messages)) {
        const last = row.messages.at(-1);
        const answered = typeof last === 'object' && last !== null && Reflect.get(last, 'role') === 'assistant';
        const { messages, ...rest } = row;
        return answered ? { question: [row.messages.slice(0, -1), rest.tools], answer: last } : { question: messages, answer: rest };
    }
    if ('prompt' in row)
        return { question: row.prompt, answer: row.completion };
    if ('input' in row)
        return { question: row.input, answer: [row.preferred_output, row.non_preferred_output] };
    return undefined;
}
function said(text, index) {
    try {
        const value = JSON.parse(text);
        const split = diff_parts(value);
        const key = (part) => (part === undefined ? undefined : (0,canonical/* canonicalJson */.d)(part));
        return { text, index, content: (0,canonical/* canonicalJson */.d)(value), question: key(split?.question), answer: key(split?.answer) };
    }
    catch {
        return { text, index, content: text.trim(), question: undefined, answer: undefined };
    }
}
function rowsOf(text) {
    return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [said(line.trim(), index)]));
}
/** Takes rows with equal keys together, each once. @returns the pairs, and what found no partner on either side */
function paired(before, after, key) {
    const waiting = new Map();
    for (const row of before.toReversed()) {
        const name = key(row);
        if (name === undefined)
            continue;
        const others = waiting.get(name);
        if (others === undefined)
            waiting.set(name, [row]);
        else
            others.push(row);
    }
    const pairs = [];
    const added = [];
    const used = new Set();
    for (const row of after) {
        const partner = waiting.get(key(row) ?? '')?.pop();
        if (partner === undefined)
            added.push(row);
        else {
            used.add(partner);
            pairs.push({ before: partner, after: row });
        }
    }
    return { pairs, removed: before.filter((row) => !used.has(row)), added };
}
/** The length of the longest run of rising numbers, others left out between them. */
function longestRise(numbers) {
    const ends = [];
    for (const number of numbers) {
        let low = 0;
        for (let high = ends.length; low < high;) {
            const middle = (low + high) >>> 1;
            if ((ends[middle] ?? 0) < number)
                low = middle + 1;
            else
                high = middle;
        }
        ends[low] = number;
    }
    return ends.length;
}
/**
 * Compares two versions of a file of rows.
 * @param before the text as it was; empty for a file that is new
 */
function diffRows(before, after) {
    const same = paired(rowsOf(before), rowsOf(after), ({ content }) => content);
    const asked = paired(same.removed, same.added, ({ question }) => question);
    const answered = paired(asked.removed, asked.added, ({ answer }) => answer);
    const changed = [...asked.pairs, ...answered.pairs].sort((left, right) => left.after.index - right.after.index);
    const still = longestRise(same.pairs.map((pair) => pair.before.index));
    return {
        added: answered.added.length,
        removed: answered.removed.length,
        changed: changed.length,
        moved: same.pairs.length - still,
        kept: still,
        examples: changed
            .slice(0, EXAMPLES)
            .map((pair) => ({ before: pair.before.text, after: pair.after.text, line: pair.after.index + 1 })),
    };
}

// EXTERNAL MODULE: ./lib/operations/data.js + 5 modules
var operations_data = __webpack_require__(41805);
;// CONCATENATED MODULE: ./lib/operations/compare.js
/** The data of a pull request against the version before it. */




/** More than this is not compared row by row. In bytes. */
const compare_LARGEST = 50_000_000;
/** So many files that are gone are looked at for one that was renamed. */
const RENAMED = 10;
const LFS = /^version https:\/\/git-lfs/;
/** The files that the input's lines name in the version before. */
async function filesBefore(step, dataset, base) {
    const all = await base.paths();
    const lines = step.inputs[dataset.role].map((line) => line.replace(/^\.\//, ''));
    const named = all.filter((file) => lines.some((line) => line === file || external_node_path_.posix.matchesGlob(file, line)));
    const read = async (file) => ({ path: file, text: await base.read(file) });
    if (named.length > 0)
        return Promise.all(named.map(read));
    // Nothing had this name: perhaps it had another one.
    const now = await textOf(step, dataset);
    const gone = [];
    for (const file of all)
        if (/\.jsonl$/i.test(file) && !(await step.files.exists(file)))
            gone.push(file);
    for (const file of gone.slice(0, RENAMED)) {
        const before = await read(file);
        const { kept, moved } = diffRows(before.text, now);
        if ((kept + moved) * 2 >= dataset.rows)
            return [before];
    }
    return [];
}
async function textOf({ files }, dataset) {
    const texts = await Promise.all(dataset.paths.map((file) => files.readText(file)));
    return texts.map((text) => (text.endsWith('\n') ? text : `${text}\n`)).join('');
}
/** Files that are in memory, to be checked as those of the workspace are. */
function inMemory(texts) {
    const bytes = new Map(texts.map(({ path: file, text }) => [file, Buffer.from(text)]));
    const of = (file) => bytes.get(file) ?? Buffer.alloc(0);
    return {
        async *scan(file) {
            yield of(file);
        },
        readRange: async (file, offset, length) => of(file).subarray(offset, offset + length),
    };
}
async function changeOf(step, dataset, base) {
    const { role } = dataset;
    const none = { role, diff: undefined, before: undefined, newProblems: [] };
    const short = base.commit.slice(0, 7);
    if (dataset.bytes > compare_LARGEST)
        return { ...none, note: `${dataset.bytes} bytes are too much to be compared row by row` };
    try {
        const before = await filesBefore(step, dataset, base);
        if (before.some(({ text }) => LFS.test(text)))
            return { ...none, note: `at ${short} the file is a Git LFS pointer, whose content is not read` };
        const diff = diffRows(before.map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`)).join(''), await textOf(step, dataset));
        if (before.length === 0)
            return { role, diff, before: undefined, newProblems: [...dataset.counts], note: `the file is new since ${short}` };
        const old = (await (0,operations_data/* check */.z6)(step, role, before.map(({ path: file }) => file), inMemory(before))).dataset;
        const newProblems = dataset.counts.flatMap(({ rule, severity, count }) => {
            const had = old.counts.find((one) => one.rule === rule)?.count ?? 0;
            return count > had ? [{ rule, severity, count: count - had }] : [];
        });
        const renamed = before[0] !== undefined && before.length === 1 && dataset.paths.length === 1 && before[0].path !== dataset.paths[0];
        return {
            role,
            diff,
            before: { rows: old.rows, estimate: role === 'training_file' ? (0,operations_data/* estimateOf */.qn)(step, old) : undefined },
            newProblems,
            note: renamed ? `the file was ${before[0]?.path} at ${short}` : undefined,
        };
    }
    catch (error) {
        return {
            ...none,
            note: `the version at ${short} could not be read: ${error instanceof errors/* ActionError */.lZ ? error.message : (0,errors/* messageOf */.bD)(error)}`,
        };
    }
}
/** What the change does to each dataset of this step. Never throws: what cannot be compared is noted. */
async function compareWithBase(step, base) {
    const changes = [];
    for (const dataset of step.draft.datasets)
        changes.push(await changeOf(step, dataset, base));
    return changes;
}

;// CONCATENATED MODULE: ./lib/operations/telling.js



/** Between two updates of a running job, in milliseconds: GitHub limits how often one may write. */
const PAUSE = 60_000;
/** Tells of the run where it is followed. The first failure is a warning and the last attempt. */
function teller(step, { find, refusal }) {
    let found;
    let silent = false;
    let told = Number.NEGATIVE_INFINITY;
    return async (stage) => {
        const { clock, draft, inputs, signal, runner } = step();
        if (silent || (stage === 'running' && clock.now() - told < PAUSE))
            return;
        told = clock.now();
        try {
            const first = found === undefined;
            found ??= find();
            const pullRequest = await found;
            if (pullRequest === undefined) {
                silent = true;
                return runner.info('No pull request belongs to this run, so there is nothing to comment on (comment: true).');
            }
            // A run that is being cancelled has seconds left.
            if (first && !signal.aborted)
                draft.changes = await compareWithBase(step(), pullRequest.base);
            const marker = markerOf(draft, inputs.matrix);
            await pullRequest.comment(marker, renderComment(draft, stage, marker));
        }
        catch (error) {
            silent = true;
            (0,operations_step/* warn */.R8)(step(), `The comment on the pull request could not be kept: ${refusal(error)}`);
        }
    };
}

// EXTERNAL MODULE: ./lib/providers/connection.js + 1 modules
var providers_connection = __webpack_require__(32388);
;// CONCATENATED MODULE: ./lib/main.js
/** The main step: builds the adapters, runs the operation, leaves the report. It holds the one catch. */














/** The variables that may hold a key, masked whether or not they are used. */
const KEY_VARIABLES = [
    'OPENAI_API_KEY',
    'OPENAI_ADMIN_KEY',
    'AZURE_OPENAI_API_KEY',
    'AWS_BEARER_TOKEN_BEDROCK',
    'NEBIUS_API_KEY',
];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/** Says in the draft and in one closing line what went wrong. A defect of our own is told as one. */
function fail(error, draft, runner) {
    const known = error instanceof errors/* ActionError */.lZ;
    const message = known
        ? error.message
        : `The action itself failed unexpectedly: ${(0,errors/* messageOf */.bD)(error)}. Please report it, with the log of a run with debug logging.`;
    const code = error instanceof errors/* JobError */.CR
        ? error.code
        : error instanceof errors/* ProviderError */.mZ
            ? (error.facts.code ?? undefined)
            : error instanceof errors/* DataError */.fL
                ? 'data'
                : undefined;
    draft.error = { code, message };
    if (error instanceof errors/* AbortedError */.oM)
        draft.ending = 'cancelled';
    runner.debug(Error.isError(error) ? (error.stack ?? error.message) : String(error));
    runner.fail();
}
/** Runs the step. Never throws; how it ended is the process's exit code. */
async function run(environment = process.env) {
    const runner = (0,actions_runner/* actionsRunner */.A)(environment);
    // Kept first: whatever happens to this step, the next start of the same entry is its post step.
    runner.saveState('isPost', 'true');
    const raw = (0,actions_runner/* rawInputs */.m)(environment, inputs_inputs/* INPUT_NAMES */.Qh);
    for (const secret of [...(await (0,secrets/* secretsIn */.VY)(raw)), ...KEY_VARIABLES.map((name) => environment[name] ?? '')])
        if (secret !== '')
            runner.mask(secret);
    const started = clock/* systemClock */.m.now();
    const draft = (0,operations_step/* newDraft */.cr)(raw.operation?.trim() || 'create', runner.context, started);
    const files = (0,lib_connect/* filesFor */.P_)(raw, runner.context);
    const artifacts = runArtifacts(environment);
    const closers = [];
    const abort = new AbortController();
    const onSignal = (signal) => {
        runner.info(`Received ${signal}: the workflow run is being cancelled.`);
        runner.saveState('cancelled', 'true');
        abort.abort();
    };
    for (const signal of SIGNALS)
        process.on(signal, onSignal);
    let inputs;
    let tell = async () => undefined;
    try {
        inputs = await (0,inputs_inputs/* readInputs */.Ko)(raw, (file) => files.readText(file));
        draft.asked = (0,operations_step/* shownRequest */.d1)(inputs);
        draft.run = { ...draft.run, showRows: (0,operations_step/* maySeeRows */.yw)(inputs, runner.context) };
        for (const remark of inputs.remarks)
            runner.warning(remark);
        const untrusted = untrustedContent(runner.context, inputs.allow_untrusted_data);
        if (untrusted !== undefined)
            throw new errors/* ActionError */.lZ(untrusted);
        const connection = (0,providers_connection/* resolveConnection */.XC)(inputs, environment);
        if (connection.credential?.kind === 'key')
            runner.mask(connection.credential.key);
        const connect = (0,lib_connect/* connector */.M3)(connection, runner, closers);
        const asked = inputs;
        const find = async () => {
            const { pullRequestOf } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(351), __webpack_require__.e(521)]).then(__webpack_require__.bind(__webpack_require__, 95521));
            if (!asked.github_token)
                throw new errors/* ActionError */.lZ('github_token is empty.');
            return pullRequestOf(runner.context, asked.github_token);
        };
        const step = {
            inputs,
            runner,
            clock: clock/* systemClock */.m,
            files,
            artifacts,
            connection,
            connect,
            entry: (0,lib_connect/* entryFile */.$B)(),
            started,
            signal: abort.signal,
            draft,
            tell: inputs.comment ? teller(() => step, { find, refusal: refusal }) : async () => undefined,
        };
        tell = step.tell;
        await perform(step);
    }
    catch (error) {
        fail(error, draft, runner);
    }
    draft.finished = clock/* systemClock */.m.now();
    await tell('done');
    await leave(draft, { runner, files, artifacts, inputs }).catch((error) => runner.warning(`The report failed: ${(0,errors/* messageOf */.bD)(error)}`));
    // The closing line comes last, so that it is seen.
    if (draft.error !== undefined)
        runner.error(draft.error.message.slice(0, 990));
    await Promise.all(closers.map((close) => close()));
    for (const signal of SIGNALS)
        process.off(signal, onSignal);
}


/***/ }),

/***/ 41805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z6: () => (/* binding */ data_check),
  qn: () => (/* binding */ estimateOf),
  cN: () => (/* binding */ prepareData)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/dataset/check.js + 4 modules
var check = __webpack_require__(95884);
// EXTERNAL MODULE: ./lib/dataset/rules.js
var rules = __webpack_require__(79903);
// EXTERNAL MODULE: ./lib/dataset/suspicions.js
var suspicions = __webpack_require__(28606);
;// CONCATENATED MODULE: ./lib/dataset/compare.js


/**
 * What stands in both, as problems on the lines of the validation data, in their order.
 * @throws whatever reading the rows again throws
 */
async function overlap(training, validation) {
    const { severity, mend } = rules/* RULES */.y0['pair/overlap'];
    const problems = [];
    // Of training rows with one key the first is found by it, and the others by their hashes, which were taken when they met.
    for (let row = 0; row < validation.rows.count; row += 1) {
        const first = training.rows.withKey(validation.rows.key(row));
        if (first >= 0)
            await Promise.all([(0,suspicions/* contentHash */.Ae)(training, first), (0,suspicions/* contentHash */.Ae)(validation, row)]);
    }
    for (let row = 0; row < validation.rows.count; row += 1) {
        const hash = validation.rows.hash(row);
        const twin = hash === undefined ? -1 : training.rows.withContent(hash.whole);
        if (twin < 0 || !(await (0,suspicions/* sameRows */.ev)(validation, row, training, twin)))
            continue;
        const place = validation.rows.place(row);
        const there = training.rows.place(twin);
        const message = `The row stands in the training data too (${there.path}:${there.line}). ${mend}`;
        problems.push({ rule: 'pair/overlap', severity, message, path: place.path, line: place.line, column: undefined });
    }
    return problems;
}

// EXTERNAL MODULE: ./lib/dataset/dataset.js
var dataset_dataset = __webpack_require__(32896);
// EXTERNAL MODULE: ./lib/dataset/estimate.js
var estimate = __webpack_require__(10716);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/dataset/sources.js
/** What the lines of `training_file` and `validation_file` name: files of the workspace, or one file that the provider already has. */

const MAGIC = /[*?[\]{}!]/;
/** An ID has no dot and no slash; a data file has one of them. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_:-]{3,}$/;
/**
 * Finds what the lines name. An existing path wins over a glob, a glob over an ID.
 * @returns undefined for no lines
 * @throws ActionError when a line names nothing, or paths and IDs are mixed
 */
async function sourceOf(input, lines, files) {
    if (lines.length === 0)
        return undefined;
    const found = await Promise.all(lines.map((line) => resolve(input, line, files)));
    const ids = found.flatMap((source) => (source.kind === 'id' ? [source.id] : []));
    const paths = found.flatMap((source) => (source.kind === 'paths' ? source.paths : []));
    const [id] = ids;
    if (id === undefined)
        return { kind: 'paths', paths: [...new Set(paths)] };
    if (paths.length > 0)
        throw new lib_errors/* ActionError */.lZ(`Input ${input} mixes the path ${paths[0]} with the ID ${id}. Give paths and globs only, or one ID.`);
    if (ids.length > 1)
        throw new lib_errors/* ActionError */.lZ(`Input ${input} names ${ids.length} file IDs (${ids.slice(0, 3).join(', ')}); the API takes one file. Give one ID.`);
    return { kind: 'id', id };
}
async function resolve(input, line, files) {
    if (await files.exists(line))
        return { kind: 'paths', paths: [line] };
    if (MAGIC.test(line)) {
        const paths = await files.glob(line);
        if (paths.length > 0)
            return { kind: 'paths', paths };
        throw new lib_errors/* ActionError */.lZ(`Input ${input}: no file matches the glob ${line}. Check the pattern, and that the data is checked out.`);
    }
    if (ID.test(line))
        return { kind: 'id', id: line };
    throw new lib_errors/* ActionError */.lZ(`Input ${input}: there is no file ${line}. Paths are relative to the workspace; check its spelling, and that actions/checkout ran before.`);
}

// EXTERNAL MODULE: ./lib/dataset/templates.js
var templates = __webpack_require__(4559);
// EXTERNAL MODULE: ./lib/job/upload.js + 1 modules
var job_upload = __webpack_require__(39836);
;// CONCATENATED MODULE: ./lib/providers/prices.js
/** The first that fits counts. */
const PRICES = [
    { provider: 'openai', model: /^gpt-4\.1-mini/, perMillion: 5, source: "OpenAI's pricing page", date: '2025-12-31' },
    { provider: 'openai', model: /^gpt-4\.1-nano/, perMillion: 1.5, source: "OpenAI's pricing page", date: '2025-12-31' },
    { provider: 'openai', model: /^gpt-4\.1-2/, perMillion: 25, source: "OpenAI's pricing page", date: '2025-12-31' },
    { provider: 'openai', model: /^gpt-4o-mini/, perMillion: 3, source: 'a third party', date: '2026-04-30' },
    { provider: 'openai', model: /^gpt-4o-2/, perMillion: 25, source: 'a third party', date: '2026-04-30' },
    { provider: 'openai', model: /^o4-mini/, perMillion: undefined, source: "OpenAI's pricing page", date: '2025-12-31' },
    { provider: 'azure', model: /^o4-mini/, perMillion: undefined, source: "Microsoft's cost page", date: '2026-03-31' },
];
const DAY = 24 * 60 * 60 * 1000;
const FRESH_DAYS = 180;
/**
 * The price of a million trained tokens in US$.
 * @param given the input `price_per_million_tokens`, which beats the table
 * @param now milliseconds since the epoch
 */
function trainingPrice(provider, model, given, now) {
    if (given !== undefined)
        return { perMillion: given, basis: `US$ ${given} a million tokens, as given` };
    if (provider === 'sandbox')
        return { perMillion: 0, basis: 'the sandbox costs nothing' };
    const advice = 'give price_per_million_tokens to see one';
    const base = model.replace(/^ft:([^:]*).*$/, '$1');
    const entry = PRICES.find((price) => price.provider === provider && price.model.test(base));
    if (entry === undefined)
        return { perMillion: undefined, why: `no price is known for this model; ${advice}` };
    if (entry.perMillion === undefined)
        return { perMillion: undefined, why: `this model is priced by the hour of training, so tokens do not tell its cost` };
    const basis = `US$ ${entry.perMillion} a million tokens by ${entry.source}, ${entry.date}`;
    if (now - Date.parse(entry.date) > FRESH_DAYS * DAY)
        return { perMillion: undefined, why: `the last known price (${basis}) is older than ${FRESH_DAYS} days; ${advice}` };
    return { perMillion: entry.perMillion, basis };
}

;// CONCATENATED MODULE: ./lib/report/annotations.js
const MOST = 9;
const LONGEST = 990;
/** The best nine: errors before warnings, one for each rule before seconds, frequent rules first. */
function annotations(datasets) {
    const totals = new Map();
    for (const { rule, count } of datasets.flatMap(({ counts }) => counts))
        totals.set(rule, (totals.get(rule) ?? 0) + count);
    const seen = new Map();
    const ranked = datasets
        .flatMap(({ problems }) => problems)
        .map((problem) => {
        const turn = seen.get(problem.rule) ?? 0;
        seen.set(problem.rule, turn + 1);
        return { problem, turn, total: totals.get(problem.rule) ?? 1 };
    });
    const severity = ({ problem }) => (problem.severity === 'error' ? 0 : 1);
    return ranked
        .sort((left, right) => severity(left) - severity(right) || left.turn - right.turn || right.total - left.total)
        .slice(0, MOST)
        .map(({ problem: { rule, severity: level, message, path, line, column }, turn, total }) => {
        const more = turn === 0 && total > 1 ? `; ${total - 1} more like it` : '';
        return { severity: level, message: `${message.slice(0, LONGEST - 60)} (${rule}${more})`, path, line, column };
    });
}

// EXTERNAL MODULE: ./lib/report/log.js
var log = __webpack_require__(19820);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/operations/verified.js


/**
 * The same bytes, hashed once more on their way out. The last piece is held back until the hash is right, so that a file which changed between check and
 * upload never arrives whole.
 * @param sha256 the hash of what was checked, lower-case hex
 * @throws ActionError when the bytes are others
 */
async function* verified(bytes, sha256) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let held;
    for await (const chunk of bytes) {
        hash.update(chunk);
        if (held !== undefined)
            yield held;
        held = chunk;
    }
    if (hash.digest('hex') !== sha256) {
        throw new lib_errors/* ActionError */.lZ('A data file changed between its check and its upload; the upload was stopped. Run again when nothing writes to it.');
    }
    if (held !== undefined)
        yield held;
}

;// CONCATENATED MODULE: ./lib/operations/data.js
/** The data of a step: found, checked, counted, and told. */













/** Checks the files of one role: those of the workspace, or another version of them. */
async function data_check(step, role, paths, files = step.files) {
    const { inputs, connection } = step;
    const reinforcement = inputs.method?.type === 'reinforcement' ? inputs.method.reinforcement : undefined;
    return (0,check/* checkDataset */.$)({
        role,
        paths,
        method: inputs.method?.type ?? 'supervised',
        model: inputs.model ?? '',
        read: (path, take) => files.scan(path, take),
        readRange: (path, offset, length) => files.readRange(path, offset, length),
        entry: (0,external_node_os_.availableParallelism)() > 1 ? step.entry : undefined,
        rules: connection.profile.data,
        allowSecrets: inputs.allow_secrets,
        countTokens: true,
        exactTokensUpTo: inputs.exact_tokens_up_to_mb * 1_000_000,
        graderItems: (0,templates/* itemNames */.S)(reinforcement?.grader),
        usesOutputJson: (0,templates/* readsOutputJson */.h)(reinforcement?.grader),
        hasResponseFormat: reinforcement?.response_format !== undefined,
        signal: step.signal,
    });
}
function fileOf(step, dataset) {
    const open = () => verified((0,check/* joinedBytes */.V)(dataset.paths, (path) => step.files.read(path)), dataset.sha256);
    const upload = { filename: (0,job_upload/* uploadName */.Vr)(dataset.paths[0] ?? '', dataset.sha256), bytes: dataset.bytes, open };
    return { kind: 'upload', upload, sha256: dataset.sha256 };
}
/** The epochs that were asked for; undefined when the provider chooses. */
function askedEpochs(step) {
    const { method, hyperparameters } = step.inputs;
    const settings = method === undefined ? { hyperparameters } : Reflect.get(method, method.type);
    const inner = typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'hyperparameters') : undefined;
    const epochs = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'n_epochs') : undefined;
    return typeof epochs === 'number' ? epochs : undefined;
}
/** What training on this data would take. */
function estimateOf(step, training) {
    if (training.tokens === undefined)
        return undefined;
    const asked = askedEpochs(step);
    const epochs = asked ?? (0,estimate/* defaultEpochs */.M1)(training.rows);
    const tokens = (0,estimate/* timesEpochs */.Xs)(training.tokens, epochs);
    const { inputs, connection, started } = step;
    const price = trainingPrice(connection.profile.name, inputs.model ?? '', inputs.price_per_million_tokens, started);
    const known = { epochs, epochsAsked: asked !== undefined, tokens };
    if (price.perMillion === undefined)
        return { ...known, cost: undefined, withoutCost: price.why };
    const { perMillion, basis } = price;
    const [usd = 0, low = 0, high = 0] = [tokens.tokens, tokens.low, tokens.high].map((count) => (0,estimate/* costOf */.ho)(count, perMillion));
    return { ...known, cost: { usd, low, high, basis }, withoutCost: undefined };
}
/**
 * Finds and checks the data of this step, and tells what was found: a line a file, annotations on the worst lines.
 * @throws ActionError when an input names nothing; DataError when the data does not pass
 */
async function prepareData(step) {
    const { inputs, runner, files, draft } = step;
    const training = await sourceOf('training_file', inputs.training_file, files);
    const validation = await sourceOf('validation_file', inputs.validation_file, files);
    if (training === undefined)
        throw new lib_errors/* ActionError */.lZ('Input training_file is missing.');
    if (inputs.operation === 'validate' && (training.kind === 'id' || validation?.kind === 'id')) {
        const id = training.kind === 'id' ? training.id : validation?.kind === 'id' ? validation.id : '';
        throw new lib_errors/* ActionError */.lZ(`Input training_file or validation_file is the file ID ${id}; operation validate contacts no provider. Give paths.`);
    }
    const checked = {
        training: training.kind === 'paths' ? await data_check(step, 'training_file', training.paths) : undefined,
        validation: validation?.kind === 'paths' ? await data_check(step, 'validation_file', validation.paths) : undefined,
    };
    const datasets = await withOverlap(checked.training, checked.validation);
    draft.datasets = datasets;
    for (const dataset of datasets)
        runner.info((0,log/* datasetLine */.Je)(dataset));
    if (checked.training !== undefined)
        draft.estimate = estimateOf(step, checked.training.dataset);
    if (draft.estimate !== undefined)
        runner.info((0,log/* estimateLine */.LV)(draft.estimate));
    annotate(step, datasets);
    refuseBad(step, datasets);
    refuseDear(step);
    const of = (source, dataset) => source.kind === 'id' || dataset === undefined
        ? { kind: 'id', id: source.kind === 'id' ? source.id : '' }
        : fileOf(step, dataset.dataset);
    return {
        training: of(training, checked.training),
        validation: validation === undefined ? undefined : of(validation, checked.validation),
    };
}
/** The datasets, with what both share reported on the validation data. */
async function withOverlap(training, validation) {
    if (validation === undefined)
        return training === undefined ? [] : [training.dataset];
    if (training === undefined)
        return [validation.dataset];
    const shared = await overlap(training, validation);
    const [first] = shared;
    if (first === undefined)
        return [training.dataset, validation.dataset];
    const { dataset } = validation;
    const count = { rule: first.rule, severity: first.severity, count: shared.length };
    return [training.dataset, { ...dataset, problems: [...dataset.problems, ...shared], counts: [...dataset.counts, count] }];
}
function annotate(step, datasets) {
    for (const { severity, message, path, line, column } of annotations(datasets)) {
        const place = { file: path, line, column };
        if (severity === 'error' || step.inputs.strict)
            step.runner.error(message, place);
        else
            step.runner.warning(message, place);
    }
}
function refuseBad(step, datasets) {
    const errors = datasets.reduce((sum, dataset) => sum + (0,dataset_dataset/* countOf */.p)(dataset, 'error'), 0);
    const warnings = datasets.reduce((sum, dataset) => sum + (0,dataset_dataset/* countOf */.p)(dataset, 'warning'), 0);
    const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;
    if (errors > 0) {
        const worst = datasets.flatMap((dataset) => dataset.problems).find((problem) => problem.severity === 'error');
        const where = worst === undefined ? '' : ` The first: ${worst.path}${worst.line === undefined ? '' : `:${worst.line}`}: ${worst.message}`;
        throw new lib_errors/* DataError */.fL(`The data has ${counted(errors, 'error')}; nothing was uploaded.${where}`.slice(0, 990));
    }
    if (warnings > 0 && step.inputs.strict) {
        throw new lib_errors/* DataError */.fL(`The data has ${counted(warnings, 'warning')}, and strict: true counts them as errors; nothing was uploaded. Mend them, or take strict out.`);
    }
}
/** Refuses what would take more tokens than the provider takes, or more tokens or money than allowed; of an estimate its lower and its upper bound count. */
function refuseDear({ inputs, draft, connection: { profile } }) {
    const { estimate } = draft;
    const most = profile.maximumTrainingTokens;
    if (most !== undefined && estimate !== undefined && estimate.tokens.low > most)
        throw new lib_errors/* DataError */.fL(`The training would take ${estimate.tokens.tokens} tokens (${estimate.epochs} epochs), and ${profile.title} takes at most ${most} in a job; nothing was uploaded. Take fewer epochs or rows.`);
    const { max_tokens, max_cost_usd } = inputs;
    if (max_tokens !== undefined) {
        if (estimate === undefined)
            throw new lib_errors/* DataError */.fL('max_tokens is given, but the tokens of a file ID cannot be counted. Give the data as a path.');
        if (estimate.tokens.high > max_tokens) {
            throw new lib_errors/* DataError */.fL(`The training would take about ${estimate.tokens.high} tokens (${estimate.epochs} epochs), above max_tokens: ${max_tokens}; nothing was uploaded. Take fewer epochs or rows, or raise max_tokens.`);
        }
    }
    if (max_cost_usd !== undefined && (estimate?.cost === undefined || estimate.cost.high > max_cost_usd)) {
        const why = estimate?.cost === undefined
            ? `the cost cannot be estimated (${estimate?.withoutCost ?? 'no tokens are known'})`
            : `the cost would be about US$ ${estimate.cost.high.toFixed(2)}`;
        throw new lib_errors/* DataError */.fL(`${why}, and max_cost_usd is ${max_cost_usd}; nothing was uploaded. Give price_per_million_tokens, fewer epochs or rows, or a higher max_cost_usd.`);
    }
}


/***/ }),

/***/ 98474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   cr: () => (/* binding */ newDraft),
/* harmony export */   d1: () => (/* binding */ shownRequest),
/* harmony export */   dw: () => (/* binding */ stage),
/* harmony export */   yw: () => (/* binding */ maySeeRows)
/* harmony export */ });
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59516);
/* harmony import */ var _job_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40391);
/* harmony import */ var _report_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44639);



/** Whether rows may be quoted in what the step leaves. */
function maySeeRows(inputs, context) {
    return inputs.show_rows === 'auto' ? context.privateRepository : inputs.show_rows === 'true';
}
/** The findings of a step that has found nothing yet. */
function newDraft(operation, context, started) {
    const { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl } = context;
    return {
        operation,
        started,
        finished: started,
        ending: 'stopped',
        run: { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl, showRows: false },
        provider: undefined,
        asked: {},
        datasets: [],
        estimate: undefined,
        changes: [],
        fingerprint: undefined,
        reused: undefined,
        reason: undefined,
        job: undefined,
        jobs: [],
        metrics: [],
        events: [],
        checkpoints: [],
        resultFiles: [],
        error: undefined,
        warnings: [],
    };
}
/** What was asked, as it may be shown: the create body's fields and the data's paths, without credentials. */
function shownRequest(inputs) {
    const { training_file, validation_file, metadata } = inputs;
    const one = (lines) => (lines.length === 1 ? lines[0] : lines);
    const shown = (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutSecrets */ .cT)({
        ...(0,_job_body_js__WEBPACK_IMPORTED_MODULE_1__/* .askedFields */ .k)(inputs),
        ...(training_file.length === 0 ? {} : { training_file: one(training_file) }),
        ...(validation_file.length === 0 ? {} : { validation_file: one(validation_file) }),
        ...(metadata === undefined ? {} : { metadata }),
    });
    return { ...Object(shown) };
}
/** A warning in the log that also stands in the report. */
function warn(step, text) {
    step.runner.warning(text);
    step.draft.warnings = [...step.draft.warnings, text];
}
/** One stage of the story: a group in the log, which says at its end how long it took. */
async function stage({ runner, clock }, title, act) {
    const begun = clock.now();
    runner.startGroup(title);
    try {
        return await act();
    }
    finally {
        runner.info(`(${(0,_report_text_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(clock.now() - begun)})`);
        runner.endGroup();
    }
}


/***/ }),

/***/ 19820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ statusLine),
/* harmony export */   JY: () => (/* binding */ heartbeatLine),
/* harmony export */   Je: () => (/* binding */ datasetLine),
/* harmony export */   LV: () => (/* binding */ estimateLine),
/* harmony export */   V8: () => (/* binding */ eventLine),
/* harmony export */   od: () => (/* binding */ planLine),
/* harmony export */   oz: () => (/* binding */ progressLine)
/* harmony export */ });
/* harmony import */ var _dataset_dataset_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32896);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44639);


const SHORT = {
    train_loss: 'loss',
    train_mean_token_accuracy: 'accuracy',
    train_accuracy: 'accuracy',
    train_mean_reward: 'reward',
    valid_loss: 'valid loss',
    valid_mean_token_accuracy: 'valid accuracy',
    full_valid_loss: 'full valid loss',
    full_valid_mean_token_accuracy: 'full valid accuracy',
    full_valid_mean_reward: 'full valid reward',
};
const counted = (number, noun) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)(number)} ${noun}${number === 1 ? '' : 's'}`;
/** What was found in one dataset. */
function datasetLine(dataset) {
    const { role, paths, rows, tokens, format, sha256 } = dataset;
    const name = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(paths.length === 1 ? (paths[0] ?? '') : `${paths[0]} and ${counted(paths.length - 1, 'more file')}`);
    const size = tokens === undefined ? '' : `, ${tokens.kind === 'exact' ? '' : 'about '}${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)(tokens.tokens)} tokens`;
    const errors = (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .p)(dataset, 'error');
    const warnings = (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .p)(dataset, 'warning');
    const verdict = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
        .filter((part) => part !== '')
        .join(', ');
    return `${role}: ${name}: ${counted(rows, `${format ?? ''} row`.trim())}${size}, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(dataset.bytes)}, sha256 ${sha256.slice(0, 12)}: ${verdict || 'no problems'}`;
}
/** What the training will take, before it is asked for. */
function estimateLine({ epochs, epochsAsked, tokens, cost, withoutCost }) {
    const range = tokens.kind === 'exact' ? '' : ` (${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)(tokens.low)} to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)(tokens.high)}; ${tokens.basis})`;
    const of = `${counted(epochs, 'epoch')}${epochsAsked ? '' : ', the usual number'}`;
    const price = cost === undefined ? (withoutCost ?? '') : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)(cost.usd)} (${cost.basis})`;
    return `Expected: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .whole */ .WQ)(tokens.tokens)} tokens over ${of}${range}; ${price}.`;
}
/** What is going to be done, before it is done. */
function planLine(action, reason, jobId) {
    return `Plan: ${action}${jobId === undefined ? '' : ` ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(jobId)}`}, because ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(reason, 500)}.`;
}
/** A change of the job's state. */
function statusLine(job, before) {
    const paused = job.status === 'paused' ? ' It trains on only when someone resumes it (operation: resume, or the provider’s page).' : '';
    return `Job ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(job.id)} is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(job.status)}${before === undefined ? '' : ` (was ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(before)})`}.${paused}`;
}
/** An event in words. */
function eventLine(event) {
    const time = new Date(event.created_at * 1000).toISOString().slice(11, 19);
    const level = event.level === undefined || event.level === null || event.level === 'info' ? '' : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(event.level, 20)}: `;
    return `${time} ${level}${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(event.message ?? event.type ?? 'an event without words', 500)}`;
}
/**
 * A step of the training, with the time that is left.
 * @param millisecondsPerStep the pace so far, where it is known
 */
function progressLine(point, millisecondsPerStep) {
    const { step, totalSteps, values } = point;
    const shown = Object.entries(values)
        .slice(0, 8)
        .map(([name, value]) => `${SHORT[name] ?? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(name, 40)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .figure */ .vP)(value)}`);
    const of = totalSteps === undefined ? '' : `/${totalSteps} (${Math.floor((step / totalSteps) * 100)} %)`;
    const left = totalSteps === undefined || millisecondsPerStep === undefined ? undefined : millisecondsPerStep * (totalSteps - step);
    return [`step ${step}${of}`, ...shown, ...(left === undefined || left < 1000 ? [] : [`about ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(left)} left`])].join(' · ');
}
/** A sign of life when nothing happens. */
function heartbeatLine(job, elapsedMs) {
    const end = job.estimated_finish
        ? `; the provider expects its end at ${new Date(job.estimated_finish * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
        : '';
    return `Still ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .inertLine */ .Fq)(job.status)} after ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(elapsedMs)}${end}.`;
}


/***/ }),

/***/ 86159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ judgeCheckpoints),
/* harmony export */   T: () => (/* binding */ parseResultCsv),
/* harmony export */   U: () => (/* binding */ overfitting),
/* harmony export */   b1: () => (/* binding */ bestCheckpoint),
/* harmony export */   fl: () => (/* binding */ metricPoint),
/* harmony export */   mo: () => (/* binding */ decodeResultFile),
/* harmony export */   sc: () => (/* binding */ lastMetrics)
/* harmony export */ });
const NOT_METRICS = new Set(['step', 'total_steps', 'epoch']);
function numbersOf(data) {
    return Object.fromEntries(Object.entries(data).flatMap(([name, value]) => typeof value === 'number' && Number.isFinite(value) && !NOT_METRICS.has(name) ? [[name, value]] : []));
}
/** The numbers of a `metrics` event; undefined for an event without any. */
function metricPoint(event) {
    const { data } = event;
    if (typeof data !== 'object' || data === null)
        return undefined;
    const fields = { ...data };
    const step = Reflect.get(fields, 'step');
    const total = Reflect.get(fields, 'total_steps');
    if (typeof step !== 'number')
        return undefined;
    const values = numbersOf(fields);
    if (Object.keys(values).length === 0)
        return undefined;
    return { step, totalSteps: typeof total === 'number' && total > 0 ? total : undefined, values };
}
/** The last value of each metric, in the order in which they first came. */
function lastMetrics(points) {
    return Object.assign({}, ...points.map(({ values }) => values));
}
/** Result files are CSV; OpenAI sends them base64-encoded. */
function decodeResultFile(bytes) {
    const text = Buffer.from(bytes).toString('utf8');
    const compact = text.replace(/\s+/g, '');
    if (text.trimStart().startsWith('step') || compact === '' || !/^[A-Za-z0-9+/]+=*$/.test(compact))
        return text;
    return Buffer.from(compact, 'base64').toString('utf8');
}
/** The rows of a result file by its header; blank cells are common and mean nothing was measured. */
function parseResultCsv(text) {
    const [header = '', ...rows] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const names = header.split(',').map((name) => name.trim());
    return rows.flatMap((row) => {
        const cells = row.split(',').map((cell) => cell.trim());
        const fields = Object.fromEntries(names.flatMap((name, index) => (cells[index] ? [[name, Number(cells[index])]] : [])));
        return typeof fields.step === 'number' && Number.isFinite(fields.step)
            ? [{ step: fields.step, totalSteps: undefined, values: numbersOf(fields) }]
            : [];
    });
}
/** What a checkpoint is judged by: the best known first; lower is better for a loss, higher for a reward. */
const JUDGES = [
    ['full_valid_loss', 'lower'],
    ['valid_loss', 'lower'],
    ['full_valid_mean_reward', 'higher'],
    ['valid_mean_reward', 'higher'],
    ['valid_reward_mean', 'higher'],
];
function metricOf(checkpoint, name) {
    const value = checkpoint.metrics?.[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
/** The checkpoint with the lowest validation loss or the highest validation reward; of equals the earlier one. Undefined when nothing was validated. */
function judgeCheckpoints(checkpoints) {
    for (const [metric, better] of JUDGES) {
        const judged = checkpoints.flatMap((checkpoint) => {
            const value = metricOf(checkpoint, metric);
            return value === undefined ? [] : [{ checkpoint, metric, value }];
        });
        const sign = better === 'lower' ? 1 : -1;
        const [best] = judged.sort((left, right) => sign * (left.value - right.value) || (left.checkpoint.step_number ?? 0) - (right.checkpoint.step_number ?? 0));
        if (best !== undefined)
            return best;
    }
    return undefined;
}
/** The best checkpoint; the last one when nothing was validated. */
function bestCheckpoint(checkpoints) {
    const bySteps = [...checkpoints].sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0));
    return judgeCheckpoints(checkpoints)?.checkpoint ?? bySteps.at(-1);
}
/** Where the validation loss was lowest, when it has risen clearly (by 2 %) since: the model has begun to learn its data by heart. */
function overfitting(points) {
    for (const name of ['full_valid_loss', 'valid_loss']) {
        const series = points.flatMap(({ step, values }) => (values[name] === undefined ? [] : [{ step, value: values[name] }]));
        const last = series.at(-1);
        if (series.length < 3 || last === undefined)
            continue;
        const lowest = series.reduce((low, one) => (one.value < low.value ? one : low));
        return last.value > lowest.value * 1.02 ? { step: lowest.step, lowest: lowest.value, last: last.value } : undefined;
    }
    return undefined;
}


/***/ }),

/***/ 44639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   Fq: () => (/* binding */ inertLine),
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   kh: () => (/* binding */ copyable),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   vP: () => (/* binding */ figure)
/* harmony export */ });
/** Foreign text made inert, and figures made readable. Text from data and servers is data: it never becomes Markdown, HTML or a diagram. */
/** Control and format characters, lone surrogates, line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** One line of at most `max` characters; white space as one space, hidden and turning characters written out. */
function inertLine(text, max = 300) {
    const line = text
        .slice(0, max * 4)
        .replace(/\s+/g, ' ')
        .trim()
        .replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
    return line.length > max ? `${line.slice(0, max)}…` : line;
}
/** Everything that Markdown, HTML or GitHub's own marks (mentions, references, emoji names, bare links) could act on, as character references. */
const ACTIVE = /[\\`*_{}[\]()#+\-.!|<>&~$:@/"'=^]/g;
/** Text that reads as it is, anywhere in Markdown, a table cell included. */
function markdownText(text, max = 300) {
    return inertLine(text, max).replace(ACTIVE, (character) => `&#${character.charCodeAt(0)};`);
}
/** Text in a fixed-width face, by HTML rather than backticks, which foreign text could close. */
function markdownCode(text, max = 300) {
    return `<code>${markdownText(text, max)}</code>`;
}
/** Text inside the quotes of a Mermaid diagram: letters, digits and a few signs; the rest is left out. */
function mermaidText(text, max = 60) {
    return inertLine(text, max).replace(/[^\p{L}\p{N} ,.()/_-]/gu, '');
}
/** A link whose address cannot end early. */
function markdownLink(text, url) {
    return /^https?:\/\//.test(url)
        ? `<a href="${encodeURI(url.toWellFormed()).replace(/["'<>&]/g, (character) => `&#${character.charCodeAt(0)};`)}">${markdownText(text)}</a>`
        : markdownText(text);
}
/** `12,345`. (Not by Intl: its tables take longer to load than a small check takes.) */
function whole(value) {
    return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** Four significant digits: `1.234`, `0.01234`. */
function figure(value) {
    if (Number.isInteger(value))
        return whole(value);
    const absolute = Math.abs(value);
    if (absolute >= 1000)
        return whole(value);
    return absolute >= 0.001 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
}
/** `1 h 4 min`, `3 min 20 s`, `12 s`. */
function duration(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `812 B`, `3.2 kB`, `1.5 GB`; powers of ten. */
function bytes(size) {
    if (size < 1000)
        return `${size} B`;
    const units = ['kB', 'MB', 'GB', 'TB'];
    let value = size / 1000;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
/** `$1.23`; under a cent `under $0.01`. */
function dollars(value) {
    return value > 0 && value < 0.01 ? 'under $0.01' : `$${value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}
/** Whether a text has only the characters that names of models, jobs and files have. */
function isName(text) {
    return /^\w[\w.:/@+-]{0,299}$/.test(text);
}
/** A name to copy: in backticks where it is one, otherwise inert. */
function copyable(name) {
    return isName(name) ? `\`${name}\`` : markdownCode(name);
}


/***/ })

};
