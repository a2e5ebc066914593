export const id = 147;
export const ids = [147];
export const modules = {

/***/ 93771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ overlap)
/* harmony export */ });
/* harmony import */ var _likeness_suspicions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62581);
/* harmony import */ var _rules_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25879);


/**
 * What stands in both, as problems on the lines of the validation data, in their order.
 * @throws whatever reading the rows again throws
 */
async function overlap(training, validation) {
    const { severity, mend } = _rules_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .RULES */ .y0['pair/overlap'];
    const problems = [];
    // Of training rows with one key the first is found by it, and the others by their hashes, which were taken when they met.
    for (let row = 0; row < validation.rows.count; row += 1) {
        const first = training.rows.withKey(validation.rows.key(row));
        if (first >= 0)
            await Promise.all([(0,_likeness_suspicions_js__WEBPACK_IMPORTED_MODULE_0__/* .contentHash */ .Ae)(training, first), (0,_likeness_suspicions_js__WEBPACK_IMPORTED_MODULE_0__/* .contentHash */ .Ae)(validation, row)]);
    }
    for (let row = 0; row < validation.rows.count; row += 1) {
        const hash = validation.rows.hash(row);
        const twin = hash === undefined ? -1 : training.rows.withContent(hash.whole);
        if (twin < 0 || !(await (0,_likeness_suspicions_js__WEBPACK_IMPORTED_MODULE_0__/* .sameRows */ .ev)(validation, row, training, twin)))
            continue;
        const place = validation.rows.place(row);
        const there = training.rows.place(twin);
        const message = `The row stands in the training data too (${there.path}:${there.line}). ${mend}`;
        problems.push({ rule: 'pair/overlap', severity, message, path: place.path, line: place.line, column: undefined });
    }
    return problems;
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
    // The hashes in the name are for machines; twelve of their digits tell files apart.
    const shown = upload.filename.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
    const existing = await lookBefore(upload, states, work);
    if (existing !== undefined) {
        work.say(`${shown} is with the provider already as ${existing.id}.`);
        return { file: await awaitUsable(existing, states, work), uploaded: false };
    }
    const file = await send(upload, states, work);
    if (file.bytes != null && file.bytes !== upload.bytes) {
        throw new errors/* ActionError */.lZ(`The provider holds ${file.bytes} bytes of ${upload.filename}, but ${upload.bytes} were sent. Nothing was created; run again.`);
    }
    work.say(`Uploaded ${shown} as ${file.id}.`);
    return { file: await awaitUsable(file, states, work), uploaded: true };
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

/***/ 66147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z6: () => (/* binding */ data_check),
  qn: () => (/* binding */ estimateOf),
  cN: () => (/* binding */ prepareData),
  xx: () => (/* binding */ priceOf)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/dataset/check.js + 4 modules
var check = __webpack_require__(95884);
// EXTERNAL MODULE: ./lib/dataset/compare.js
var compare = __webpack_require__(93771);
// EXTERNAL MODULE: ./lib/dataset/dataset.js
var dataset_dataset = __webpack_require__(32896);
// EXTERNAL MODULE: ./lib/dataset/estimate.js
var estimate = __webpack_require__(10716);
// EXTERNAL MODULE: ./lib/dataset/rules/templates.js
var templates = __webpack_require__(77143);
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
    if ((await files.glob(`${line.replace(/\/+$/, '')}/*`)).length > 0)
        throw new lib_errors/* ActionError */.lZ(`Input ${input}: ${line} is a folder. Give its files, for example ${line.replace(/\/+$/, '')}/*.jsonl.`);
    if (ID.test(line))
        return { kind: 'id', id: line };
    throw new lib_errors/* ActionError */.lZ(`Input ${input}: there is no file ${line}. Paths are relative to the workspace; check its spelling, and that actions/checkout ran before.`);
}

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













/** Checks the files of one role: those of the workspace, or copies of another version of them. */
async function data_check(step, role, paths, countTokens = true) {
    const { inputs, connection, files } = step;
    const sizes = await Promise.all(paths.map((path) => step.files.size(path)));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const reinforcement = inputs.method?.type === 'reinforcement' ? inputs.method.reinforcement : undefined;
    const checking = (0,check/* checkDataset */.$F)({
        role,
        paths,
        method: inputs.method?.type ?? 'supervised',
        model: inputs.model ?? '',
        read: (path, take) => files.scan(path, take),
        readRange: (path, offset, length) => files.readRange(path, offset, length),
        entry: (0,external_node_os_.availableParallelism)() > 1 && bytes > check/* WORTH_A_THREAD */.IJ ? step.entry : undefined,
        rules: connection.profile.data,
        allowSecrets: inputs.allow_secrets,
        countTokens,
        exactTokensUpTo: inputs.exact_tokens_up_to_mb * 1_000_000,
        graderItems: (0,templates/* itemNames */.S)(reinforcement?.grader),
        usesOutputJson: (0,templates/* readsOutputJson */.h)(reinforcement?.grader),
        hasResponseFormat: reinforcement?.response_format !== undefined,
        signal: step.signal,
    });
    return checking.catch(asCancelled(step));
}
/** What ended a check is the cancelled run, where it was cancelled. */
function asCancelled({ signal }) {
    return (error) => {
        if (!signal.aborted)
            throw error;
        throw new lib_errors/* AbortedError */.oM('The workflow run was cancelled while the data was being checked; nothing was sent.');
    };
}
function fileOf(step, dataset) {
    const open = () => verified((0,check/* joinedBytes */.Vd)(dataset.paths, (path) => step.files.read(path)), dataset.sha256);
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
/** What a million trained tokens of this model cost, where it is known. */
function priceOf({ inputs, connection, started }, model) {
    const price = trainingPrice(connection.profile.name, model, inputs.price_per_million_tokens, started);
    return price.perMillion === undefined ? undefined : { perMillion: price.perMillion, basis: price.basis };
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
    const datasets = await withOverlap(checked.training, checked.validation).catch(asCancelled(step));
    draft.datasets = datasets;
    for (const dataset of datasets)
        runner.info((0,log/* datasetLine */.Je)(dataset));
    draft.price = priceOf(step, inputs.model ?? '');
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
    const shared = await (0,compare/* overlap */.E)(training, validation);
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


/***/ })

};
