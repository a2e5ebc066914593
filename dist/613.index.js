export const id = 613;
export const ids = [613];
export const modules = {

/***/ 16081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ checkDataset),
  V: () => (/* reexport */ joinedBytes)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/dataset/chunks.js
/** Bytes of one or several files, in one pass and with flat memory: joined as they are uploaded, and in chunks of whole lines to be examined. */
const NEWLINE = 0x0a;
/** A longer line is no row. In bytes. */
const LONGEST = 32 * 1024 * 1024;
async function* pieces(paths, read) {
    let last = NEWLINE;
    for (const path of paths) {
        let begun = false;
        for await (const bytes of read(path)) {
            if (bytes.length === 0)
                continue;
            if (!begun && last !== NEWLINE)
                yield { path: undefined, bytes: Buffer.of(NEWLINE) };
            begun = true;
            last = bytes[bytes.length - 1];
            yield { path, bytes };
        }
    }
}
/**
 * The exact bytes that are uploaded: those of the files in order, and a newline between two files where the first lacks its last.
 * @throws whatever `read` throws
 */
async function* joinedBytes(paths, read) {
    for await (const { bytes } of pieces(paths, read))
        yield bytes;
}
/** Cuts the pieces of one file at line ends. Only the line that spans two pieces is copied; a chunk holds its bytes only until the next one is asked for. */
class Cutter {
    #held = [];
    #size = 0;
    #offset = 0;
    #path;
    #position;
    constructor(path, position) {
        this.#path = path;
        this.#position = position;
    }
    #chunk(bytes, size) {
        const chunk = { path: this.#path, offset: this.#offset, position: this.#position + this.#offset, bytes };
        this.#offset += size;
        return chunk;
    }
    #hold(part) {
        this.#size += part.length;
        if (this.#size > LONGEST)
            this.#held = [];
        else
            this.#held.push(new Uint8Array(part));
    }
    #takeHeld() {
        const chunk = this.#chunk(this.#size > LONGEST ? undefined : Buffer.concat(this.#held), this.#size);
        this.#held = [];
        this.#size = 0;
        return chunk;
    }
    *add(bytes) {
        let from = 0;
        if (this.#size > 0) {
            const end = bytes.indexOf(NEWLINE) + 1;
            this.#hold(end > 0 ? bytes.subarray(0, end) : bytes);
            if (end === 0)
                return;
            yield this.#takeHeld();
            from = end;
        }
        const end = bytes.lastIndexOf(NEWLINE) + 1;
        if (end > from)
            yield this.#chunk(bytes.subarray(from, end), end - from);
        if (Math.max(from, end) < bytes.length)
            this.#hold(bytes.subarray(Math.max(from, end)));
    }
    *finish() {
        if (this.#size > 0)
            yield this.#takeHeld();
    }
}
/** The lines of the joined files. `onBytes` sees every byte, in order, as `joinedBytes` yields them. */
async function* chunksOf(paths, read, onBytes) {
    let position = 0;
    let path;
    let cutter;
    for await (const piece of pieces(paths, read)) {
        onBytes(piece.bytes);
        if (piece.path !== undefined && piece.path !== path) {
            if (cutter !== undefined)
                yield* cutter.finish();
            path = piece.path;
            cutter = new Cutter(path, position);
        }
        position += piece.bytes.length;
        if (piece.path !== undefined && cutter !== undefined)
            yield* cutter.add(piece.bytes);
    }
    if (cutter !== undefined)
        yield* cutter.finish();
}

// EXTERNAL MODULE: ./lib/dataset/examine.js + 3 modules
var examine = __webpack_require__(13671);
// EXTERNAL MODULE: ./lib/dataset/helper.js
var dataset_helper = __webpack_require__(56630);
// EXTERNAL MODULE: ./lib/dataset/rules.js
var rules = __webpack_require__(79903);
;// CONCATENATED MODULE: ./lib/dataset/problems.js

/** So many problems are kept with their places; beyond, they are counted. */
const KEPT = 10_000;
const MESSAGE = 900;
class Problems {
    #kept = [];
    #counts = new Map();
    #severityOf;
    constructor(severityOf) {
        this.#severityOf = severityOf;
    }
    add({ rule, detail, column }, path, line) {
        const severity = this.#severityOf(rule);
        const entry = this.#counts.get(rule) ?? { rule, severity, count: 0 };
        entry.count += 1;
        this.#counts.set(rule, entry);
        if (this.#kept.length >= KEPT)
            return;
        const message = `${detail} ${rules/* RULES */.y0[rule].mend}`.slice(0, MESSAGE);
        this.#kept.push({ rule, severity, message, path, line, column });
    }
    has(rule) {
        return this.#counts.has(rule);
    }
    get counts() {
        return [...this.#counts.values()];
    }
    /** In the order of the files and their lines; what concerns a file as a whole comes after its lines. */
    inOrder(paths) {
        const files = new Map(paths.map((path, index) => [path, index]));
        const place = ({ path }) => files.get(path) ?? 0;
        const line = (problem) => problem.line ?? Number.MAX_SAFE_INTEGER;
        return this.#kept.toSorted((left, right) => place(left) - place(right) || line(left) - line(right));
    }
}

// EXTERNAL MODULE: ./lib/dataset/row-table.js
var row_table = __webpack_require__(94425);
// EXTERNAL MODULE: ./lib/dataset/statistics.js
var statistics = __webpack_require__(23173);
// EXTERNAL MODULE: ./lib/dataset/suspicions.js
var suspicions = __webpack_require__(28606);
// EXTERNAL MODULE: ./lib/dataset/token-count.js
var token_count = __webpack_require__(39347);
;// CONCATENATED MODULE: ./lib/dataset/check.js
/** One streaming pass over a dataset: hashed, split, parsed once, checked, counted. What is checked is what is uploaded; the hash proves it. */











const ROWS = { training_file: 50_000, validation_file: 1000 };
const IMAGE_ROWS = 50_000;
/** A second thread pays from about here on; its start takes longer than so many bytes. */
const WORTH_A_THREAD = 4_000_000;
/** Chunks that wait for the second thread: one that it works on, one that it takes next. */
const AHEAD = 2;
/** Fewer bytes are examined sooner than handed over. */
const WORTH_A_MESSAGE = 64 * 1024;
/** So many parts may be examined before the one that comes first is. */
const MOST_PARTS = 32;
/** Puts the parts together, in the order of the data. */
class Assembly {
    problems;
    table = new row_table/* RowTable */.Pf();
    statistics = new statistics/* StatisticsTotal */.io();
    rows = 0;
    imageRows = 0;
    format;
    /** Files of which nothing more is read. */
    #ended = new Set();
    #counter;
    #path;
    #before = 0;
    constructor(problems, counter) {
        this.problems = problems;
        this.#counter = counter;
    }
    get ended() {
        return this.#ended.size > 0;
    }
    add({ path, offset, examined }) {
        if (path !== this.#path)
            this.#before = 0;
        this.#path = path;
        if (this.#ended.has(path))
            return;
        const before = this.#before;
        if (examined === undefined) {
            this.#before += 1;
            this.problems.add({ rule: 'row/too-long', detail: 'The line is longer than 32 MiB.' }, path, before + 1);
            return;
        }
        const { readable, found } = examined;
        const placed = found.map((one) => ({ ...one, line: one.line === undefined ? undefined : one.line + before }));
        for (const one of this.#keep(readable, path, offset, before))
            placed.push(one);
        placed.sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
        for (const one of placed) {
            // Once is enough to know it.
            if (one.rule !== 'file/crlf' || !this.problems.has('file/crlf'))
                this.problems.add(one, path, one.line);
        }
        this.#before += examined.lines;
        this.rows += examined.rows;
        this.imageRows += examined.imageRows;
        if (examined.ends)
            this.#ended.add(path);
        if (examined.tokens !== undefined)
            this.#counter?.merge(examined.tokens);
        if (examined.statistics !== undefined)
            this.statistics.add(examined.statistics, path, before);
    }
    /** Keeps the rows of a part; yields those that are in another format than the rows before. */
    *#keep(readable, path, offset, before) {
        for (const row of (0,row_table/* rowsOf */.RO)(readable)) {
            const line = row.line + before;
            const format = examine/* FORMATS */.h[row.format];
            if (this.format !== undefined && format !== this.format) {
                const detail = `The row is in the ${format} format, the file began with ${this.format}.`;
                yield { rule: 'row/mixed-formats', detail, line };
            }
            this.format ??= format;
            this.table.add(row, { path, line, offset: offset + row.offset, length: row.length });
        }
    }
}
/** Examines all chunks, in this thread and where it is worth it in a second one, and gives the parts in their order. */
async function examineAll(request, settings, assembly, onBytes) {
    const { paths, read, signal, entry } = request;
    const own = await (0,examine/* examinerOf */.L)(settings);
    const queue = [];
    let helper;
    let path;
    try {
        for await (const { path: file, bytes, position, offset } of chunksOf(paths, read, onBytes)) {
            signal?.throwIfAborted();
            const first = file !== path;
            path = file;
            const part = { path, offset, examined: undefined, waiting: undefined };
            queue.push(part);
            if (helper === undefined && entry !== undefined && position > WORTH_A_THREAD)
                helper = (0,dataset_helper/* startHelper */.j)(entry, settings);
            if (bytes !== undefined && bytes.length > WORTH_A_MESSAGE && helper !== undefined && helper.pending < AHEAD) {
                part.waiting = helper.examine({ bytes, position, first }).then((examined) => {
                    part.examined = examined;
                    part.waiting = undefined;
                });
                // It is awaited when its turn comes; until then its failure is no unhandled one.
                part.waiting.catch(() => undefined);
            }
            else if (bytes !== undefined)
                part.examined = own.examine({ bytes, position, first });
            // What is finished at the head is taken off, so that memory stays flat.
            while (queue[0] !== undefined && (queue[0].waiting === undefined || queue.length > MOST_PARTS)) {
                await queue[0].waiting;
                assembly.add(queue[0]);
                queue.shift();
            }
        }
        for (const part of queue) {
            await part.waiting;
            assembly.add(part);
        }
    }
    finally {
        await helper?.close();
    }
}
/** What concerns the data as a whole. */
function* wholeFaults(request, assembly, bytes) {
    const { role, method, rules: profile } = request;
    const { rows, imageRows, ended } = assembly;
    if (rows === 0 && !ended)
        yield { rule: 'file/empty', detail: 'There are no rows.' };
    else if (rows < profile.minimumRows && role === 'training_file' && !ended)
        yield { rule: 'file/too-few-rows', detail: `There are ${rows} rows; at least ${profile.minimumRows} are needed.` };
    if (profile.maximumBytes !== undefined && bytes > profile.maximumBytes)
        yield { rule: 'file/too-large', detail: `The file has ${bytes} bytes; at most ${profile.maximumBytes} are taken.` };
    if (imageRows > IMAGE_ROWS)
        yield { rule: 'file/too-many-image-rows', detail: `${imageRows} rows hold images; at most ${IMAGE_ROWS} are taken.` };
    if (method === 'reinforcement' && rows > ROWS[role])
        yield { rule: 'file/too-many-rows', detail: `There are ${rows} rows; at most ${ROWS[role]} are taken.` };
    if (request.usesOutputJson && !request.hasResponseFormat && role === 'training_file')
        yield { rule: 'reinforcement/no-response-format', detail: 'The grader reads sample.output_json.' };
}
/**
 * Checks a dataset, whatever its size: all problems of all rows are found.
 * @throws whatever `read` throws, and the signal's reason
 */
async function checkDataset(request) {
    const { role, paths, method, rules: profile, model, countTokens, exactTokensUpTo } = request;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    const settings = { method, profile, graderItems: request.graderItems ?? [], model, countTokens, exactTokensUpTo };
    const counter = countTokens ? await token_count/* RowCounter */.N.for(model, exactTokensUpTo) : undefined;
    const problems = new Problems((rule) => (0,rules/* severityOf */.xJ)(rule, profile, request.allowSecrets));
    const assembly = new Assembly(problems, counter);
    await examineAll(request, settings, assembly, (piece) => {
        hash.update(piece);
        bytes += piece.length;
    });
    const known = { rows: assembly.table, readRange: request.readRange, method };
    for await (const { found, place } of (0,suspicions/* repeated */.ZD)(known))
        problems.add(found, place.path, place.line);
    for (const found of wholeFaults(request, assembly, bytes))
        problems.add(found, paths[0] ?? '', undefined);
    const dataset = {
        role,
        paths,
        format: assembly.format,
        rows: assembly.rows,
        bytes,
        sha256: hash.digest('hex'),
        problems: problems.inOrder(paths),
        counts: problems.counts,
        tokens: counter?.finish(),
        statistics: assembly.statistics.finish(),
    };
    return { ...known, dataset };
}


/***/ }),

/***/ 10716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M1: () => (/* binding */ defaultEpochs),
/* harmony export */   Xs: () => (/* binding */ timesEpochs),
/* harmony export */   ho: () => (/* binding */ costOf)
/* harmony export */ });
/**
 * The number of epochs that OpenAI's cookbook expects where none is asked: 3, more for few rows (at least 100 examples seen in all, 25 epochs at most),
 * fewer for very many (25,000 examples seen in all).
 * Source: openai-cookbook, examples/Chat_finetuning_data_prep.ipynb.
 */
function defaultEpochs(rows) {
    if (rows <= 0)
        return 1;
    if (rows * 3 < 100)
        return Math.min(25, Math.floor(100 / rows));
    if (rows * 3 > 25_000)
        return Math.max(1, Math.floor(25_000 / rows));
    return 3;
}
/** US$ for so many tokens at a price per million tokens. */
function costOf(tokens, pricePerMillion) {
    return (tokens / 1_000_000) * pricePerMillion;
}
/** Tokens of the whole training: those of an epoch, times the epochs. */
function timesEpochs(count, epochs) {
    return { ...count, tokens: count.tokens * epochs, low: count.low * epochs, high: count.high * epochs };
}


/***/ }),

/***/ 28606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ym: () => (/* binding */ contentHashes),
/* harmony export */   ZD: () => (/* binding */ repeated),
/* harmony export */   ev: () => (/* binding */ sameRows)
/* harmony export */ });
/* harmony import */ var _quick_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56963);
/* harmony import */ var _row_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53225);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57559);



const ANY_PROFILE = { minimumRows: 1, bom: 'warning', imagesPerRow: Number.POSITIVE_INFINITY, developerRole: true };
/** Reads a row again that could be read before; undefined when the file has changed since, which the hash of what is uploaded will tell. */
async function readRow({ rows, readRange, method }, row) {
    const place = rows.place(row);
    const text = Buffer.from(await readRange(place.path, place.offset, place.length)).toString('utf8');
    try {
        const value = JSON.parse(text);
        const read = (0,_quick_js__WEBPACK_IMPORTED_MODULE_0__/* .plainRow */ .Fq)(value, method)?.row ?? (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .checkRow */ .f)({ ...Object(value) }, { method, profile: ANY_PROFILE, graderItems: [] }).row;
        return read === undefined ? undefined : { text, row: read };
    }
    catch {
        return undefined;
    }
}
/** The hashes of a row's content, taken before or now. */
async function contentHashes(known, row) {
    const taken = known.rows.contents.get(row);
    if (taken !== undefined)
        return taken;
    const read = await readRow(known, row);
    const hashes = read === undefined ? { whole: -row - 1, prompt: 0 } : (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .hashContent */ .sW)(read.row, false);
    known.rows.contents.set(row, hashes);
    return hashes;
}
/** Whether two rows say the same, both read again. */
async function sameRows(left, row, right, other) {
    const [one, two] = [await readRow(left, row), await readRow(right, other)];
    return one !== undefined && two !== undefined && (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(one.row).whole === (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(two.row).whole;
}
const at = ({ path, line }) => `${path}:${line}`;
/** Of rows that have the same key the first of each content, and of each prompt. */
class Firsts {
    wholes = new Map();
    prompts = new Map();
    add(row, { whole, prompt }) {
        if (!this.wholes.has(whole))
            this.wholes.set(whole, row);
        if (prompt !== 0 && !this.prompts.has(prompt))
            this.prompts.set(prompt, { row, whole });
    }
}
const WORDS = {
    'row/duplicate': (place) => `The row stands already at ${place}.`,
    'row/near-duplicate': (place) => `The row equals, but for case, white space or Unicode form, ${place}.`,
    'row/contradiction': (place) => `The same prompt has another answer at ${place}.`,
};
/** What a row is to an earlier one, both read. */
function relation(row, other) {
    if (row.text === other.text)
        return 'row/duplicate';
    const [left, right] = [(0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(row.row), (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(other.row)];
    if (left.whole === right.whole)
        return 'row/near-duplicate';
    return left.prompt === right.prompt && left.prompt !== '[]' ? 'row/contradiction' : undefined;
}
/** The earlier row that this one seems to repeat or contradict, by the hashes of content. */
async function earlier(known, { row, alike, asked }, firsts) {
    for (const first of [alike, asked])
        if (first >= 0)
            firsts.add(first, await contentHashes(known, first));
    const own = await contentHashes(known, row);
    const question = own.prompt === 0 ? undefined : firsts.prompts.get(own.prompt);
    const other = firsts.wholes.get(own.whole) ?? (question?.whole === own.whole ? undefined : question?.row);
    firsts.add(row, own);
    return other;
}
/**
 * The rows that repeat or contradict an earlier one, in their order.
 * @throws whatever reading throws
 */
async function* repeated(known) {
    const firsts = new Firsts();
    const { rows } = known;
    for (const meeting of rows.meetings) {
        const { row, alike } = meeting;
        // Most repetitions are plain copies; their content need not be hashed.
        const same = alike >= 0 && rows.sameLine(row, alike) && (await relationOf(known, row, alike)) === 'row/duplicate';
        const other = same ? alike : await earlier(known, meeting, firsts);
        const rule = same ? 'row/duplicate' : other === undefined ? undefined : await relationOf(known, row, other);
        if (rule !== undefined && other !== undefined)
            yield { found: { rule, detail: WORDS[rule](at(rows.place(other))) }, place: rows.place(row) };
    }
}
async function relationOf(known, row, other) {
    const [one, two] = [await readRow(known, row), await readRow(known, other)];
    return one === undefined || two === undefined ? undefined : relation(one, two);
}


/***/ }),

/***/ 4559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ itemNames),
/* harmony export */   h: () => (/* binding */ readsOutputJson)
/* harmony export */ });
/** The names that a grader's templates take from a row: `{{ item.answer }}` takes `answer`. */
const TEMPLATE = /\{\{\s*item\.([A-Za-z_][\w-]*)/g;
/** Every text inside a value. */
function texts(value) {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
/** The row keys that the templates of a grader name, each once. */
function itemNames(grader) {
    return [...new Set(texts(grader).flatMap((text) => [...text.matchAll(TEMPLATE)].map((match) => match[1] ?? '')))];
}
/** Whether a grader reads the answer as JSON, which needs a `response_format`. */
function readsOutputJson(grader) {
    return texts(grader).some((text) => /\{\{\s*sample\.output_json\b/.test(text));
}


/***/ }),

/***/ 4613:
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
            const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(726)]).then(__webpack_require__.bind(__webpack_require__, 55726));
            await new DefaultArtifactClient().uploadArtifact(name, [...files], folder);
        },
    };
}

// EXTERNAL MODULE: ./lib/adapters/clock.js
var clock = __webpack_require__(61642);
// EXTERNAL MODULE: ./lib/connect.js + 2 modules
var lib_connect = __webpack_require__(28866);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/inputs/inputs.js + 4 modules
var inputs_inputs = __webpack_require__(24165);
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
;// CONCATENATED MODULE: ./lib/dataset/dataset.js
/** The number of problems of one severity. */
function countOf(dataset, severity) {
    return dataset.counts.filter((entry) => entry.severity === severity).reduce((sum, entry) => sum + entry.count, 0);
}

;// CONCATENATED MODULE: ./lib/report/metrics.js
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

;// CONCATENATED MODULE: ./lib/report/outputs.js
/** The step's outputs, from what was found. Pure; every value is a text. */


/** A value larger than this breaks `env:` in a later step. In bytes. */
const LARGEST = 100 * 1024;
/** JSON of as many whole items as fit. */
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
    return `[${kept.join(',')}]`;
}
function fits(text) {
    return Buffer.byteLength(text) <= LARGEST ? text : undefined;
}
/** Whether the data passed, where there was data to check. */
function valid(findings) {
    if (findings.datasets.length === 0)
        return undefined;
    return String(findings.datasets.every((dataset) => countOf(dataset, 'error') === 0) && findings.error?.code !== 'data');
}
/** All outputs that apply, by name; what does not apply is absent. */
function outputsOf(findings) {
    const { job, estimate, error } = findings;
    const training = findings.datasets.find(({ role }) => role === 'training_file');
    const last = lastMetrics(findings.metrics);
    const best = bestCheckpoint(findings.checkpoints);
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
        events: findings.events.length === 0 ? undefined : jsonWithin(findings.events.toReversed()),
        checkpoints: findings.checkpoints.length === 0 ? undefined : jsonWithin(findings.checkpoints),
    };
    return Object.fromEntries(Object.entries(outputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
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
    ending: schemas/* enum */.k5n(['succeeded', 'failed', 'cancelled', 'paused', 'detached', 'skipped', 'stopped', 'valid']),
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
    const best = bestCheckpoint(findings.checkpoints);
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
        metrics: lastMetrics(findings.metrics),
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
            errors: countOf(dataset, 'error'),
            warnings: countOf(dataset, 'warning'),
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

;// CONCATENATED MODULE: ./lib/report/text.js
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
        return found === undefined ? '' : figure(found.value);
    };
    const rows = steps.map((step) => `| ${step} | ${all.map((series) => cell(series, step)).join(' | ')} |`);
    return [
        `| Step | ${all.map(({ name }) => markdownText(name)).join(' | ')} |`,
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
        return `${COLOUR_NAMES[index]}: ${markdownText(series.name)}${sparse}`;
    });
    return [
        `**${title}**`,
        '',
        '```mermaid',
        INIT,
        'xychart-beta',
        `  x-axis "step" ${grid[0]} --> ${grid.at(-1)}`,
        `  y-axis "${mermaidText(title.toLowerCase())}" ${number(floor)} --> ${number(high + margin)}`,
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
    return url === undefined ? markdownText(text) : markdownLink(text, url);
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
        const errors = countOf(dataset, 'error');
        const warnings = countOf(dataset, 'warning');
        if (errors + warnings === 0)
            return 'none';
        return [
            errors > 0 ? `**${whole(errors)} error${errors === 1 ? '' : 's'}**` : '',
            warnings > 0 ? `${whole(warnings)} warning${warnings === 1 ? '' : 's'}` : '',
        ]
            .filter(Boolean)
            .join(', ');
    };
    const body = datasets.map((dataset) => [
        `${dataset.role === 'training_file' ? 'Training' : 'Validation'}: ${dataset.paths
            .slice(0, 3)
            .map((path) => placed(findings, path, undefined))
            .join(', ')}${dataset.paths.length > 3 ? ` and ${dataset.paths.length - 3} more` : ''}`,
        whole(dataset.rows),
        dataset.tokens === undefined ? '' : `${dataset.tokens.kind === 'exact' ? '' : '≈ '}${whole(dataset.tokens.tokens)}`,
        bytes(dataset.bytes),
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
                `${whole(rowTokens.median)} / ${whole(rowTokens.p95)} / ${whole(rowTokens.max)}`,
                `<code>${histogram(dataset)}</code>`,
                `${whole(turns.median)} / ${whole(turns.max)}`,
                trainedShare === 0 ? '–' : `${Math.round(trainedShare * 100)} %`,
                longest === undefined ? '' : placed(findings, longest.path, longest.line),
            ],
        ];
    });
    const expected = estimate === undefined
        ? ''
        : `\n\nExpected: **${whole(estimate.tokens.tokens)}** tokens over ${estimate.epochs} epoch${estimate.epochs === 1 ? '' : 's'}${estimate.epochsAsked ? '' : ' (the usual number; the provider decides)'}${estimate.cost === undefined
            ? estimate.withoutCost === undefined
                ? ''
                : `; ${markdownText(estimate.withoutCost)}`
            : `, ${dollars(estimate.cost.usd)} (${markdownText(estimate.cost.basis)})`}.`;
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
            markdownCode(rule),
            whole(count),
            markdownText(messageShown(findings, examples[0]), 300),
            `${places.join(', ')}${count > places.length ? ` and ${whole(count - places.length)} more` : ''}`,
        ];
    });
    return `### Problems\n\n${rows(['', 'Rule', 'Count', 'For example', 'Where'], body)}`;
}
/** A message quotes the data; where rows may not be shown, the quotation is left out. */
function messageShown(findings, problem) {
    const message = problem?.message ?? '';
    return findings.run.showRows ? message : message.replace(/"[^"]*"/g, '"…"');
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
            return `The job runs on${job === undefined ? '' : ` (${markdownText(job.status)})`}`;
        case 'skipped':
            return 'Checked only: no credential on this pull request';
        case 'stopped':
            return findings.datasets.some((dataset) => countOf(dataset, 'error') > 0)
                ? 'The data does not pass'
                : 'Stopped before the end';
    }
}
/** What a reader must know in ten seconds. */
function headline(findings) {
    const { job, estimate, error, provider, reason } = findings;
    const facts = [
        trained(findings),
        job === undefined ? '' : `job ${copyable(job.id)}`,
        trainingTime(findings),
        estimate?.cost === undefined ? '' : `estimated at ${dollars(estimate.cost.usd)}`,
        provider === undefined ? '' : markdownText(provider.name),
    ].filter((part) => part !== '');
    const lines = [`## ${ICONS[findings.ending]} ${title(findings)}`];
    const model = job?.fine_tuned_model;
    if (model)
        lines.push(isName(model) ? `\`\`\`text\n${model}\n\`\`\`` : markdownCode(model));
    if (error !== undefined)
        lines.push(`> **Cause:** ${markdownText(error.message, 1000)}`);
    if (facts.length > 0)
        lines.push(facts.join(' · '));
    if (reason !== undefined && job !== undefined)
        lines.push(`${findings.reused ? 'Attached' : 'Created'}, because ${markdownText(reason, 500)}.`);
    if (provider?.name === 'sandbox' && job !== undefined) {
        lines.push('_The sandbox is a rehearsal: it trained a tiny model on these rows, at no cost. The name above cannot be called._');
    }
    const turned = overfitting(findings.metrics);
    if (turned !== undefined) {
        const judged = judgeCheckpoints(findings.checkpoints)?.checkpoint;
        const last = Math.max(...findings.checkpoints.map(({ step_number }) => step_number ?? 0));
        const best = (judged?.step_number ?? last) < last ? judged?.fine_tuned_model_checkpoint : undefined;
        lines.push(`⚠️ **Overfitting:** the validation loss was lowest at step ${turned.step} (${figure(turned.lowest)}) and has risen to ${figure(turned.last)} since. ${best ? `The checkpoint ${copyable(best)} is the better model; fewer` : 'Fewer'} epochs, or more data, would help.`);
    }
    return lines.join('\n\n');
}
/** What was trained, beside what was expected. */
function trained({ job, estimate }) {
    if (job?.trained_tokens == null)
        return '';
    const expected = estimate === undefined ? '' : ` (${whole(estimate.tokens.tokens)} expected)`;
    return `**${whole(job.trained_tokens)}** trained tokens${expected}`;
}
function trainingTime({ job, started, finished }) {
    if (job?.created_at && job.finished_at)
        return `took ${duration((job.finished_at - job.created_at) * 1000)}`;
    return finished > started ? `after ${duration(finished - started)}` : '';
}
function flat(value, prefix) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return [[prefix, value]];
    return Object.entries(value).flatMap(([name, inner]) => flat(inner, prefix === '' ? name : `${prefix}.${name}`));
}
function shown(value) {
    if (value === undefined || value === null)
        return '';
    return markdownCode(typeof value === 'string' ? value : JSON.stringify(value), 120);
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
            markdownText(name.replace(/^method\.\w+\.hyperparameters\./, '').replace(/^method\.type$/, 'method')),
            shown(asks) || '–',
            ...(job === undefined ? [] : [`${shown(uses) || '–'}${differs ? ' ⚠️ differs' : ''}`]),
        ];
    });
    const head = ['Parameter', 'Asked', ...(job === undefined ? [] : ['Used'])];
    return body.length === 0 ? '' : `### Request\n\n${rows(head, body)}`;
}
/** The last values, and the checkpoints with the best one marked. */
function results(findings) {
    const last = Object.entries(lastMetrics(findings.metrics));
    const best = bestCheckpoint(findings.checkpoints);
    const judged = judgeCheckpoints(findings.checkpoints);
    const parts = [];
    if (last.length > 0)
        parts.push(`### Final metrics\n\n${rows(['Metric', 'Value'], last.slice(0, 20).map(([name, value]) => [markdownText(name), figure(value)]))}`);
    const body = [...findings.checkpoints]
        .sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0))
        .slice(-20)
        .map((checkpoint) => {
        const { metrics } = checkpoint;
        const metric = (...names) => {
            const value = names.map((name) => metrics?.[name]).find((found) => typeof found === 'number');
            return typeof value === 'number' ? figure(value) : '';
        };
        return [
            checkpoint.id === best?.id && judged !== undefined ? '⭐' : '',
            whole(checkpoint.step_number ?? 0),
            copyable(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id),
            metric('train_loss', 'train_mean_reward'),
            metric('full_valid_loss', 'valid_loss', 'full_valid_mean_reward'),
        ];
    });
    if (body.length > 0) {
        const by = judged === undefined ? '' : `\n\n⭐ best by ${markdownText(judged.metric)}`;
        parts.push(`### Checkpoints\n\n${rows(['', 'Step', 'Model', 'Training', 'Validation'], body)}${by}`);
    }
    return parts.join('\n\n');
}
/** Events that are neither metrics nor small talk. */
function events(findings) {
    const told = findings.events.filter(({ type }) => type !== 'metrics').slice(-30);
    if (told.length === 0)
        return '';
    const body = told.map((event) => [
        new Date(event.created_at * 1000).toISOString().slice(11, 19),
        markdownText(event.level ?? ''),
        markdownText(event.message ?? '', 300),
    ]);
    return `<details><summary>Events</summary>\n\n${rows(['UTC', '', 'Message'], body)}\n\n</details>`;
}
/** What went wrong around the job without losing it. */
function warnings(findings) {
    return findings.warnings.length === 0
        ? ''
        : `### Warnings\n\n${findings.warnings
            .slice(0, 20)
            .map((text) => `- ${markdownText(text, 500)}`)
            .join('\n')}`;
}
/** Where to look further. */
function links(findings) {
    const { run, provider, job } = findings;
    const base = `${run.serverUrl}/${run.repository}`;
    const found = [
        run.repository === '' || run.runId === '' ? '' : markdownLink('Workflow run', `${base}/actions/runs/${run.runId}`),
        run.repository === '' || run.sha === '' ? '' : markdownLink(`Commit ${run.sha.slice(0, 7)}`, `${base}/commit/${run.sha}`),
        provider?.jobUrl === undefined || job === undefined ? '' : markdownLink('Job at the provider', provider.jobUrl),
    ].filter((link) => link !== '');
    return found.join(' · ');
}
/** What to do with the model now. */
function next(findings) {
    const { job, provider } = findings;
    const model = job?.fine_tuned_model;
    if (!model || provider === undefined || provider.name === 'sandbox' || !isName(model))
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
        results(findings),
        ...charts(findings.metrics),
        request(findings),
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
    return {
        'summary.md': summary,
        'result.json': `${JSON.stringify(renderResult(findings), undefined, 2)}\n`,
        ...(findings.events.length === 0 ? {} : { 'events.jsonl': lines(findings.events) }),
        ...(problems.length === 0
            ? {}
            : { 'problems.jsonl': lines(problems), 'problems.sarif': `${JSON.stringify(renderSarif(findings.datasets))}\n` }),
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
            runner.warning(`${what}: ${(0,lib_errors/* messageOf */.bD)(error)}`);
        }
    };
    for (const [name, value] of Object.entries(outputsOf(findings)))
        runner.setOutput(name, value);
    const summary = renderSummary(findings);
    await tolerant('The summary could not be written', () => runner.writeSummary(summary));
    const written = [];
    await tolerant('The report files could not be written', async () => {
        for (const [name, content] of Object.entries(reportFiles(findings, summary))) {
            const file = await files.writeReport(name, content);
            written.push(file);
            if (name === 'summary.md')
                runner.setOutput('report_path', file);
        }
    });
    const [first] = written;
    const name = inputs?.artifact_name ?? '';
    if (name === '' || first === undefined || !artifacts.available)
        return;
    await tolerant('The artifact could not be uploaded', () => artifacts.upload(name === 'auto' ? artifactName(runner.context, inputs?.matrix) : name, external_node_path_.dirname(first), written));
}

// EXTERNAL MODULE: ./lib/job/backoff.js
var backoff = __webpack_require__(30635);
;// CONCATENATED MODULE: ./lib/job/body.js
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

// EXTERNAL MODULE: ./lib/job/fingerprint.js
var job_fingerprint = __webpack_require__(46655);
// EXTERNAL MODULE: ./lib/job/lookup.js
var lookup = __webpack_require__(12053);
// EXTERNAL MODULE: ./lib/job/work.js
var job_work = __webpack_require__(85378);
;// CONCATENATED MODULE: ./lib/job/launch.js




/** Waits between the looks after a lost reply, in milliseconds: a list may lag behind by a minute. */
const LOOKS = [1000, 4000, 10_000, 20_000, 30_000];
/**
 * Sends the create call; at most twice, and twice only when the first is in no list after repeated looks.
 * @throws ProviderError when it is refused; ActionError when it stays unclear whether a job exists
 */
async function launch({ body, fingerprint, remember }, work) {
    remember('creating');
    for (let attempt = 1;; attempt += 1) {
        try {
            // No abort signal here: a request that is under way is awaited, so that its job can be cancelled by name.
            const job = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.create, () => work.provider.createJob(body));
            remember('created', job);
            return { job, found: false };
        }
        catch (error) {
            if (!(error instanceof lib_errors/* ProviderError */.mZ) || error.facts.fate !== 'unknown')
                throw error;
            work.warn(`${error.message} The server may have created the job all the same; looking for it.`);
            const job = await look(fingerprint, work);
            if (job !== undefined) {
                remember('created', job);
                work.say(`The job exists: ${job.id}.`);
                return { job, found: true };
            }
            if (attempt === 2) {
                throw new lib_errors/* ActionError */.lZ(`The job was asked for twice without a clear answer, and it is in no list. ${error.message} Run again: the next run looks first and creates it only if it does not exist.`, { cause: error });
            }
            work.say('No such job exists; asking once more.');
        }
    }
}
async function look(fingerprint, work) {
    for (const wait of LOOKS) {
        await work.clock.sleep(wait, work.signal);
        if (work.signal.aborted)
            throw new lib_errors/* AbortedError */.oM('The run is being cancelled while it is unclear whether the job exists.');
        const [job] = await (0,lookup/* identicalJobs */.qi)(fingerprint, work);
        if (job !== undefined)
            return job;
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/job/plan.js
var job_plan = __webpack_require__(732);
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
    let after;
    for (let page = 0; page < PAGES; page += 1) {
        const { data, has_more } = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.read, () => work.provider.listFiles({ after }, work.signal));
        const soon = (work.clock.now() + LIFETIME) / 1000;
        const found = data.find((file) => file.filename === upload.filename &&
            file.bytes === upload.bytes &&
            !states.fileErrors.includes(file.status ?? '') &&
            (file.expires_at ?? Number.POSITIVE_INFINITY) > soon);
        if (found !== undefined)
            return found;
        const last = data.at(-1)?.id;
        if (!has_more || last === undefined || last === after)
            return undefined;
        after = last;
    }
    return undefined;
}
/** Looks before sending; a failing list only costs an upload, which costs nothing. */
async function lookBefore(upload, states, work) {
    try {
        return await findUploaded(upload, states, work);
    }
    catch (error) {
        if (!(error instanceof lib_errors/* ProviderError */.mZ))
            throw error;
        work.warn(`The uploaded files could not be listed, so ${upload.filename} is sent. ${error.message}`);
        return undefined;
    }
}
/** Sends until the server has it. A reply that was lost is looked up before anything is sent again. */
async function send(upload, states, work) {
    const started = work.clock.now();
    for (let number = 1;; number += 1) {
        try {
            return await work.provider.uploadFile(upload, work.signal);
        }
        catch (error) {
            if (!(error instanceof lib_errors/* ProviderError */.mZ))
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
                throw new lib_errors/* AbortedError */.oM('The upload was cut short because the run is being cancelled.', { cause: error });
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
            throw new lib_errors/* ActionError */.lZ(`The file ${file.id} is still "${current.status}" and cannot be used. Run again: the upload is found and not repeated.`);
        }
        await work.clock.sleep(wait, work.signal);
        if (work.signal.aborted)
            throw new lib_errors/* AbortedError */.oM('Stopped waiting for the file because the run is being cancelled.');
        current = await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.watch, () => work.provider.retrieveFile(file.id, work.signal));
    }
    if (states.fileErrors.includes(current.status ?? '')) {
        const details = typeof current.status_details === 'string'
            ? current.status_details
            : JSON.stringify(current.status_details ?? 'no reason given');
        throw new lib_errors/* ActionError */.lZ(`The provider cannot use the file ${file.id} (${current.status}): ${details}. Mend the data and run again.`);
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
        throw new lib_errors/* ActionError */.lZ(`The provider holds ${file.bytes} bytes of ${upload.filename}, but ${upload.bytes} were sent. Nothing was created; run again.`);
    }
    work.say(`Uploaded ${upload.filename} as ${file.id}.`);
    return { file: await awaitUsable(file, states, work), uploaded: true };
}

// EXTERNAL MODULE: ./lib/providers/connection.js + 1 modules
var providers_connection = __webpack_require__(32388);
;// CONCATENATED MODULE: ./lib/report/log.js


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
const counted = (number, noun) => `${whole(number)} ${noun}${number === 1 ? '' : 's'}`;
/** What was found in one dataset. */
function datasetLine(dataset) {
    const { role, paths, rows, tokens, format, sha256 } = dataset;
    const name = inertLine(paths.length === 1 ? (paths[0] ?? '') : `${paths[0]} and ${counted(paths.length - 1, 'more file')}`);
    const size = tokens === undefined ? '' : `, ${tokens.kind === 'exact' ? '' : 'about '}${whole(tokens.tokens)} tokens`;
    const errors = countOf(dataset, 'error');
    const warnings = countOf(dataset, 'warning');
    const verdict = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
        .filter((part) => part !== '')
        .join(', ');
    return `${role}: ${name}: ${counted(rows, `${format ?? ''} row`.trim())}${size}, ${bytes(dataset.bytes)}, sha256 ${sha256.slice(0, 12)}: ${verdict || 'no problems'}`;
}
/** What the training will take, before it is asked for. */
function estimateLine({ epochs, epochsAsked, tokens, cost, withoutCost }) {
    const range = tokens.kind === 'exact' ? '' : ` (${whole(tokens.low)} to ${whole(tokens.high)}; ${tokens.basis})`;
    const of = `${counted(epochs, 'epoch')}${epochsAsked ? '' : ', the usual number'}`;
    const price = cost === undefined ? (withoutCost ?? '') : `${dollars(cost.usd)} (${cost.basis})`;
    return `Expected: ${whole(tokens.tokens)} tokens over ${of}${range}; ${price}.`;
}
/** What is going to be done, before it is done. */
function planLine(action, reason, jobId) {
    return `Plan: ${action}${jobId === undefined ? '' : ` ${inertLine(jobId)}`}, because ${inertLine(reason, 500)}.`;
}
/** A change of the job's state. */
function statusLine(job, before) {
    const paused = job.status === 'paused' ? ' It trains on only when someone resumes it (operation: resume, or the provider’s page).' : '';
    return `Job ${inertLine(job.id)} is ${inertLine(job.status)}${before === undefined ? '' : ` (was ${inertLine(before)})`}.${paused}`;
}
/** An event in words. */
function eventLine(event) {
    const time = new Date(event.created_at * 1000).toISOString().slice(11, 19);
    const level = event.level === undefined || event.level === null || event.level === 'info' ? '' : `${inertLine(event.level, 20)}: `;
    return `${time} ${level}${inertLine(event.message ?? event.type ?? 'an event without words', 500)}`;
}
/**
 * A step of the training, with the time that is left.
 * @param millisecondsPerStep the pace so far, where it is known
 */
function progressLine(point, millisecondsPerStep) {
    const { step, totalSteps, values } = point;
    const shown = Object.entries(values)
        .slice(0, 8)
        .map(([name, value]) => `${SHORT[name] ?? inertLine(name, 40)} ${figure(value)}`);
    const of = totalSteps === undefined ? '' : `/${totalSteps} (${Math.floor((step / totalSteps) * 100)} %)`;
    const left = totalSteps === undefined || millisecondsPerStep === undefined ? undefined : millisecondsPerStep * (totalSteps - step);
    return [`step ${step}${of}`, ...shown, ...(left === undefined || left < 1000 ? [] : [`about ${duration(left)} left`])].join(' · ');
}
/** A sign of life when nothing happens. */
function heartbeatLine(job, elapsedMs) {
    const end = job.estimated_finish
        ? `; the provider expects its end at ${new Date(job.estimated_finish * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
        : '';
    return `Still ${inertLine(job.status)} after ${duration(elapsedMs)}${end}.`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/dataset/check.js + 2 modules
var check = __webpack_require__(16081);
// EXTERNAL MODULE: ./lib/dataset/suspicions.js
var suspicions = __webpack_require__(28606);
;// CONCATENATED MODULE: ./lib/dataset/compare.js


/**
 * What stands in both, as problems on the lines of the validation data, in their order.
 * @throws whatever reading the rows again throws
 */
async function overlap(training, validation) {
    const { severity, mend } = dataset_rules/* RULES */.y0['pair/overlap'];
    const problems = [];
    const trained = new Map();
    const learn = async (row) => trained.set((await (0,suspicions/* contentHashes */.Ym)(training, row)).whole, row);
    // Of rows with the same key the first is found by it, and the others by their hashes, which were taken when they met.
    for (const row of training.rows.contents.keys())
        await learn(row);
    for (let row = 0; row < validation.rows.count; row += 1) {
        const first = training.rows.withKey(validation.rows.key(row));
        if (first < 0)
            continue;
        await learn(first);
        const twin = trained.get((await (0,suspicions/* contentHashes */.Ym)(validation, row)).whole);
        if (twin === undefined || !(await (0,suspicions/* sameRows */.ev)(validation, row, training, twin)))
            continue;
        const place = validation.rows.place(row);
        const there = training.rows.place(twin);
        const message = `The row stands in the training data too (${there.path}:${there.line}). ${mend}`;
        problems.push({ rule: 'pair/overlap', severity, message, path: place.path, line: place.line, column: undefined });
    }
    return problems;
}

// EXTERNAL MODULE: ./lib/dataset/estimate.js
var estimate = __webpack_require__(10716);
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
const annotations_MOST = 9;
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
        .slice(0, annotations_MOST)
        .map(({ problem: { rule, severity: level, message, path, line, column }, turn, total }) => {
        const more = turn === 0 && total > 1 ? `; ${total - 1} more like it` : '';
        return { severity: level, message: `${message.slice(0, LONGEST - 60)} (${rule}${more})`, path, line, column };
    });
}

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













async function data_check(step, role, paths) {
    const { inputs, files, connection } = step;
    const reinforcement = inputs.method?.type === 'reinforcement' ? inputs.method.reinforcement : undefined;
    return (0,check/* checkDataset */.$)({
        role,
        paths,
        method: inputs.method?.type ?? 'supervised',
        model: inputs.model ?? '',
        read: (path) => files.scan(path),
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
    const upload = { filename: uploadName(dataset.paths[0] ?? '', dataset.sha256), bytes: dataset.bytes, open };
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
        runner.info(datasetLine(dataset));
    if (checked.training !== undefined)
        draft.estimate = estimateOf(step, checked.training.dataset);
    if (draft.estimate !== undefined)
        runner.info(estimateLine(draft.estimate));
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
    const errors = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'error'), 0);
    const warnings = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'warning'), 0);
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
/** Refuses what would take more tokens or money than allowed; of an estimate its upper bound counts. */
function refuseDear({ inputs, draft }) {
    const { estimate } = draft;
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
        return `Job ${job.id} could not be cancelled and may still run: ${(0,lib_errors/* messageOf */.bD)(error)}`;
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
    throw new lib_errors/* ActionError */.lZ(`The workflow run was cancelled. ${done}`);
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
        throw new lib_errors/* ActionError */.lZ(`Job ${job.id} was still ${job.status} after timeout_minutes: ${timeout_minutes}. ${done}${owned ? '' : ' It was not created by this run.'}`);
    }
    throw new lib_errors/* ActionError */.lZ(`Job ${job.id} is still ${job.status} after timeout_minutes: ${timeout_minutes}; it runs on. ${goOn}`);
}

;// CONCATENATED MODULE: ./lib/job/events.js
const PAGE = 100;
const events_PAGES = 200;
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
        for (let page = 0; page < events_PAGES; page += 1) {
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
                if (error instanceof lib_errors/* AbortedError */.oM)
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
            if (error instanceof lib_errors/* AbortedError */.oM)
                return { reason: 'aborted', job: current };
            if (!(error instanceof lib_errors/* ProviderError */.mZ))
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

;// CONCATENATED MODULE: ./lib/operations/step.js


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
        fingerprint: undefined,
        reused: undefined,
        reason: undefined,
        job: undefined,
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
    const shown = (0,secrets/* withoutSecrets */.cT)({
        ...askedFields(inputs),
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
        warn: (text) => warn(step, text),
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
            warn(step, next.value.message);
        if (next.value.kind === 'look') {
            if (clock.now() - told > HEARTBEAT) {
                runner.info(heartbeatLine(next.value.job, clock.now() - step.started));
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
            return statusLine(happening.job, happening.before);
        }
        if (happening.kind !== 'event')
            return undefined;
        draft.events = [...draft.events, happening.event];
        const point = metricPoint(happening.event);
        if (point === undefined)
            return eventLine(happening.event);
        draft.metrics = [...draft.metrics, point];
        // The provider's own times: events may come in bundles.
        const time = happening.event.created_at * 1000;
        first ??= { step: point.step, time };
        return progressLine(point, point.step > first.step ? (time - first.time) / (point.step - first.step) : undefined);
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
            if (!(error instanceof lib_errors/* ProviderError */.mZ))
                throw error;
            warn(step, `${what} could not be read; the job is not affected. ${error.message}`);
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
            const text = decodeResultFile(await (0,job_work/* persist */.Z)(work, backoff/* RETRY */.p6.extra, () => work.provider.fileContent(id, work.signal)));
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
    const data = await prepareData(step).finally(() => runner.endGroup());
    if (connection.credential === undefined && connection.profile.name !== 'sandbox')
        return withoutCredential(step);
    const provider = await step.connect();
    const work = workOf(step, provider);
    draft.provider = { name: connection.profile.name, baseUrl: provider.baseUrl, jobUrl: undefined };
    const fingerprint = await fingerprintFor(step, data, work);
    draft.fingerprint = fingerprint;
    runner.setOutput('fingerprint', fingerprint);
    const follower = { step, data, fingerprint, work };
    let before;
    for (let round = 1;; round += 1) {
        const plan = await decide(fingerprint, work);
        // A job of ours that someone cancelled is not created anew against their will; one that a racing run cancelled has a twin to go on with.
        if (before !== undefined && (round > ROUNDS || (before.owned && plan.action === 'create')))
            throw cancelledByOthers(before.job);
        draft.reason = plan.reason;
        runner.info(planLine(plan.action, plan.reason, plan.action === 'create' ? undefined : plan.job.id));
        if (plan.action === 'refuse')
            throw new lib_errors/* ActionError */.lZ(`Job ${plan.job.id} is not repeated: ${plan.reason}.`);
        before = await carryOut(follower, plan);
        if (before === undefined)
            return;
        runner.info(`Job ${before.job.id} was cancelled by someone else; looking once more.`);
    }
}
/** So often a job that someone else cancelled is followed by another look. */
const ROUNDS = 3;
function cancelledByOthers(job) {
    return new lib_errors/* JobError */.CR(`Job ${job.id} was cancelled by someone else. Run the workflow again to create it anew.`, 'cancelled');
}
/** Creates or attaches, and waits for the end. @returns the job, when someone else cancelled it */
async function carryOut({ step, data, fingerprint, work }, plan) {
    const { draft } = step;
    const owned = plan.action === 'create';
    const job = owned ? (await createJob(step, data, fingerprint, work)).job : plan.job;
    await announce(step, job, !owned);
    try {
        const cancelled = await finish(step, job, owned, fingerprint, work);
        return cancelled === undefined ? undefined : { job: cancelled, owned: owned && draft.reused === false };
    }
    catch (error) {
        if (!(error instanceof lib_errors/* AbortedError */.oM))
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
        if (!(error instanceof lib_errors/* ProviderError */.mZ))
            throw error;
        warn(step, `It could not be seen whether another run created the same job. ${error.message}`);
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
    throw new lib_errors/* JobError */.CR(`Job ${job.id} failed${code === undefined ? '' : ` (${code})`}: ${cause}`.slice(0, 980), code);
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
async function createJob(step, data, fingerprint, work) {
    const { inputs, runner, connection } = step;
    const { context } = runner;
    const run = `${context.runId}/${context.runAttempt} ${context.job} ${context.step}`.trim();
    const metadata = (0,job_fingerprint/* jobMetadata */.xo)(inputs.metadata, fingerprint, {
        repository: context.repository,
        commit: context.sha,
        run: context.runId === '' ? '' : run,
    });
    runner.startGroup('Send the data');
    const place = async (file) => file.kind === 'id' ? file.id : (await placeFile(file.upload, connection.profile, work)).file.id;
    const files = await (async () => ({
        training_file: await place(data.training),
        validation_file: data.validation === undefined ? undefined : await place(data.validation),
    }))().finally(() => runner.endGroup());
    runner.setOutput('training_file_id', files.training_file);
    if (files.validation_file !== undefined)
        runner.setOutput('validation_file_id', files.validation_file);
    return launch({
        body: createBody(inputs, files, metadata),
        fingerprint,
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
async function decide(fingerprint, work) {
    for (;;) {
        const plan = (0,job_plan/* planOf */.XC)(await (0,lookup/* candidates */.Xi)(fingerprint, work));
        if (plan.action !== 'settle')
            return plan;
        work.say(`${plan.reason} (${plan.job.id}).`);
        await work.clock.sleep(5000, work.signal);
        if (work.signal.aborted || work.clock.now() > work.deadline) {
            throw new lib_errors/* ActionError */.lZ(`Job ${plan.job.id} is still being cancelled; nothing was created. Run again when it has ended.`);
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
        throw new lib_errors/* InputError */.dz([{ place: 'api_key', message: (0,providers_connection/* credentialAdvice */._)(connection) }]);
    draft.ending = 'skipped';
    runner.notice('No credential on a pull request from a fork or by Dependabot: the data was checked and passes, nothing was created.');
}

;// CONCATENATED MODULE: ./lib/operations/validate.js

/** The offline part of `create`: finds, checks and counts the data. Contacts no provider. */
async function validate(step) {
    await prepareData(step);
    step.draft.ending = 'valid';
    step.runner.info('The data passes.');
}

;// CONCATENATED MODULE: ./lib/operations/operations.js
/** Which story an operation tells. */



const STORIES = { create: create, validate: validate };
/** Runs the operation of this step. @throws ActionError for one that is not built yet */
function perform(step) {
    const { operation } = step.inputs;
    const story = STORIES[operation];
    if (story === undefined) {
        throw new lib_errors/* ActionError */.lZ(`Input operation is "${operation}", which is not built yet; this version does ${Object.keys(STORIES).join(' and ')}.`);
    }
    return story(step);
}

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
    const known = error instanceof lib_errors/* ActionError */.lZ;
    const message = known
        ? error.message
        : `The action itself failed unexpectedly: ${(0,lib_errors/* messageOf */.bD)(error)}. Please report it, with the log of a run with debug logging.`;
    const code = error instanceof lib_errors/* JobError */.CR
        ? error.code
        : error instanceof lib_errors/* ProviderError */.mZ
            ? (error.facts.code ?? undefined)
            : error instanceof lib_errors/* DataError */.fL
                ? 'data'
                : undefined;
    draft.error = { code, message };
    if (error instanceof lib_errors/* AbortedError */.oM)
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
    for (const secret of [...(0,secrets/* secretsIn */.VY)(raw), ...KEY_VARIABLES.map((name) => environment[name] ?? '')])
        if (secret !== '')
            runner.mask(secret);
    const started = clock/* systemClock */.m.now();
    const draft = newDraft(raw.operation?.trim() || 'create', runner.context, started);
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
    try {
        inputs = await (0,inputs_inputs/* readInputs */.Ko)(raw, (file) => files.readText(file));
        draft.asked = shownRequest(inputs);
        draft.run = { ...draft.run, showRows: maySeeRows(inputs, runner.context) };
        for (const remark of inputs.remarks)
            runner.warning(remark);
        const untrusted = untrustedContent(runner.context, inputs.allow_untrusted_data);
        if (untrusted !== undefined)
            throw new lib_errors/* ActionError */.lZ(untrusted);
        const connection = (0,providers_connection/* resolveConnection */.XC)(inputs, environment);
        if (connection.credential?.kind === 'key')
            runner.mask(connection.credential.key);
        const connect = (0,lib_connect/* connector */.M3)(connection, runner, closers);
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
        };
        await perform(step);
    }
    catch (error) {
        fail(error, draft, runner);
    }
    draft.finished = clock/* systemClock */.m.now();
    await leave(draft, { runner, files, artifacts, inputs }).catch((error) => runner.warning(`The report failed: ${(0,lib_errors/* messageOf */.bD)(error)}`));
    // The closing line comes last, so that it is seen.
    if (draft.error !== undefined)
        runner.error(draft.error.message.slice(0, 990));
    await Promise.all(closers.map((close) => close()));
    for (const signal of SIGNALS)
        process.off(signal, onSignal);
}


/***/ })

};
