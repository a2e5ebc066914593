export const id = 522;
export const ids = [522];
export const modules = {

/***/ 82745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   ZD: () => (/* binding */ repeated),
/* harmony export */   ev: () => (/* binding */ sameRows)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44842);
/* harmony import */ var _scan_reread_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5739);
/* harmony import */ var _row_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41042);
/** Rows that seem to be alike by their keys: compared by the hash of their content, then read again, so that a collision of hashes is no finding. */



function lineOf({ rows, reader }, row) {
    const { path, offset, length } = rows.place(row);
    return reader.read(path, offset, length);
}
/** No row has this hash. */
const GONE = { whole: 0, prompt: 0 };
/** The hash of a row's content, taken before or now. */
async function contentHash(known, row) {
    const taken = known.rows.hash(row);
    if (taken !== undefined)
        return taken;
    // Undefined when the file has changed since, which the hash of what is uploaded will tell.
    const read = (0,_scan_reread_js__WEBPACK_IMPORTED_MODULE_0__/* .rereadRow */ .I)((await lineOf(known, row)).toString('utf8'), known.method);
    const hash = read === undefined ? GONE : (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .hashContent */ .sW)(read, false);
    known.rows.keepHash(row, hash);
    return hash;
}
/** What a row is to another one, both read again. */
async function relation(left, row, right, other) {
    const lines = [await lineOf(left, row), await lineOf(right, other)];
    if (lines[0].equals(lines[1]))
        return 'row/duplicate';
    const [one, two] = lines.map((line) => (0,_scan_reread_js__WEBPACK_IMPORTED_MODULE_0__/* .rereadRow */ .I)(line.toString('utf8'), left.method));
    if (one === undefined || two === undefined)
        return undefined;
    const [here, there] = [(0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(one), (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__/* .contentOf */ .$E)(two)];
    if (here.whole === there.whole)
        return 'row/near-duplicate';
    return here.prompt === there.prompt && here.prompt !== '[]' ? 'row/contradiction' : undefined;
}
/** Whether two rows say the same, both read again. */
async function sameRows(left, row, right, other) {
    const found = await relation(left, row, right, other);
    return found === 'row/duplicate' || found === 'row/near-duplicate';
}
function detailOf(rule, method, { path, line }) {
    const place = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(path)}:${line}`;
    if (rule === 'row/duplicate')
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The row stands already at ${place}.`;
    if (rule === 'row/near-duplicate')
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The row equals, but for case, white space or Unicode form, ${place}.`;
    return method === 'dpo'
        ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The same two outputs are preferred the other way round at ${place}.`
        : (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The same prompt has another answer at ${place}.`;
}
/**
 * The rows that repeat or contradict an earlier one, in their order.
 * @throws whatever reading throws
 */
async function* repeated(known) {
    const { rows, method } = known;
    for (const { row, alike, asked } of rows.meetings()) {
        // Most were hashed when they were examined: those whose key their thread had met before.
        for (const one of [row, alike, asked])
            if (one >= 0 && rows.hash(one) === undefined)
                await contentHash(known, one);
    }
    for (const { row, alike, asked } of rows.suspects()) {
        let rule = alike < 0 ? undefined : await relation(known, row, known, alike);
        let other = alike;
        if (rule === undefined && asked >= 0 && asked !== alike) {
            rule = await relation(known, row, known, asked);
            other = asked;
        }
        if (rule !== undefined)
            yield { found: { rule, detail: detailOf(rule, method, rows.place(other)) }, place: rows.place(row) };
    }
}


/***/ }),

/***/ 26273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ USUAL_PROFILE)
/* harmony export */ });
/** What differs between providers in what they take as training data. */
/** A server of which nothing special is known. */
const USUAL_PROFILE = { minimumRows: 1, bom: 'error', imagesPerRow: 10, developerRole: false };


/***/ }),

/***/ 77143:
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
/** Whether a grader reads the answer as JSON, by a template or in Python, which needs a `response_format`. */
function readsOutputJson(grader) {
    return texts(grader).some((text) => /\{\{\s*sample\.output_json\b|\bsample\[\s*["']output_json["']\s*\]/.test(text));
}


/***/ }),

/***/ 78618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IJ: () => (/* binding */ WORTH_A_THREAD),
  $F: () => (/* binding */ checkDataset),
  Vd: () => (/* reexport */ joinedBytes)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(44842);
// EXTERNAL MODULE: ./lib/dataset/formats/formats.js + 5 modules
var formats_formats = __webpack_require__(28228);
// EXTERNAL MODULE: ./lib/dataset/likeness/repeats.js
var repeats = __webpack_require__(82745);
// EXTERNAL MODULE: ./lib/dataset/likeness/row-table.js
var row_table = __webpack_require__(40148);
// EXTERNAL MODULE: ./lib/dataset/likeness/seen-keys.js
var seen_keys = __webpack_require__(45419);
// EXTERNAL MODULE: ./lib/dataset/rules/file.js
var file = __webpack_require__(56680);
// EXTERNAL MODULE: ./lib/dataset/rules/found.js
var rules_found = __webpack_require__(19860);
// EXTERNAL MODULE: ./lib/dataset/rules/rules.js + 3 modules
var rules = __webpack_require__(63687);
// EXTERNAL MODULE: ./lib/dataset/statistics.js
var statistics = __webpack_require__(23173);
// EXTERNAL MODULE: ./lib/dataset/tokens/row-counter.js + 1 modules
var row_counter = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/dataset/scan/chunks.js
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

// EXTERNAL MODULE: ./lib/dataset/scan/examine.js
var examine = __webpack_require__(71559);
;// CONCATENATED MODULE: ./lib/dataset/scan/problems.js
/** What was found wrong, kept with its place as far as there is room, and counted in any case. */


/** So many problems are kept with their places (no more can be uploaded to code scanning in one file); beyond, they are counted. */
const KEPT = 25_000;
/** So many of each rule are kept even then: a frequent warning must not hide an error that comes later. */
const KEPT_OF_EACH = 100;
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
        if (this.#kept.length >= KEPT && entry.count > KEPT_OF_EACH)
            return;
        const message = (0,words/* cutWords */.qI)((0,words/* words */.aL) `${detail} ${(0,words/* ours */.Od)((0,rules/* ruleOf */.Y)(rule).fix)}`, MESSAGE);
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/dataset/scan/range-reader.js
/** Lines read again, here and there but mostly forwards: in blocks, of which the last ones are kept. */

/** In bytes. */
const BLOCK = 64 * 1024;
const range_reader_KEPT = 64;
/** So many reads from memory follow one another before whatever else happens is heard. */
const TURN = 1000;
/** Reads ranges by whole blocks. */
class RangeReader {
    #readRange;
    #signal;
    #reads = 0;
    /** The last used come last. */
    #blocks = new Map();
    constructor(readRange, signal) {
        this.#readRange = readRange;
        this.#signal = signal;
    }
    /**
     * @param length in bytes
     * @throws whatever reading throws, and the signal's reason
     */
    async read(path, offset, length) {
        this.#reads += 1;
        if (this.#reads % TURN === 0)
            await (0,promises_.setImmediate)();
        this.#signal?.throwIfAborted();
        const parts = [];
        for (let at = offset; at < offset + length;) {
            const begin = at - (at % BLOCK);
            const block = await this.#block(path, begin);
            const part = block.subarray(at - begin, offset + length - begin);
            if (part.length === 0)
                break;
            parts.push(part);
            at += part.length;
        }
        return Buffer.concat(parts);
    }
    async #block(path, begin) {
        const name = `${begin} ${path}`;
        const block = this.#blocks.get(name) ?? (await this.#readRange(path, begin, BLOCK));
        this.#blocks.delete(name);
        this.#blocks.set(name, block);
        const [oldest] = this.#blocks.keys();
        if (this.#blocks.size > range_reader_KEPT && oldest !== undefined)
            this.#blocks.delete(oldest);
        return block;
    }
}

;// CONCATENATED MODULE: ./lib/dataset/scan/read-buffers.js
/** The memory that files are read into: a few buffers in turn, in memory that a second thread sees too, so that a chunk goes to it without being copied. */
/** In bytes. */
const SIZE = 2 * 1024 * 1024;
/** So many chunks may be lent to the second thread at once: one that it works on, one that it takes next. */
const LENT = 2;
/** One is worked on here, one is being read into. */
const COUNT = LENT + 2;
/** Buffers in turn. What one holds, it holds until it is taken again: not before another one was taken, and not while it is lent. */
class ReadBuffers {
    memory = new SharedArrayBuffer(COUNT * SIZE);
    /** How many lent chunks were given back, in memory that both threads see: a busy thread learns it without reading its messages. */
    returned = new Int32Array(new SharedArrayBuffer(4));
    #lent = 0;
    /** For each buffer how many chunks had been lent when it was lent last. */
    #until = new Int32Array(COUNT);
    #last = COUNT - 1;
    /** Chunks that were lent and not given back. */
    get pending() {
        return this.#lent - Atomics.load(this.returned, 0);
    }
    /** A buffer to read into. */
    take() {
        const back = Atomics.load(this.returned, 0);
        let next = (this.#last + 1) % COUNT;
        // At most LENT are lent, and one was taken last: one of the others is free.
        while (next === this.#last || (this.#until[next] ?? 0) > back)
            next = (next + 1) % COUNT;
        this.#last = next;
        return new Uint8Array(this.memory, next * SIZE, SIZE);
    }
    /** Whether a chunk lies in one of the buffers, and so can be lent. */
    holds(bytes) {
        return bytes.buffer === this.memory;
    }
    /** Lends the buffer of a chunk until one more of the lent ones is given back. They are given back in the order in which they were lent. */
    lend(bytes) {
        this.#lent += 1;
        this.#until[Math.floor(bytes.byteOffset / SIZE)] = this.#lent;
    }
}

;// CONCATENATED MODULE: ./lib/dataset/scan/check.js
/** One streaming pass over a dataset: hashed, split, parsed once, checked, counted. What is checked is what is uploaded; the hash proves it. */

















/** A second thread pays from about here on; its start takes longer than so many bytes. */
const WORTH_A_THREAD = 4_000_000;
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
    systems = { with: 0, without: 0 };
    /** The first conversation without a system message. */
    withoutSystem;
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
    /** Whether the rest of a file is only hashed. */
    isEnded(path) {
        return this.#ended.has(path);
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
            this.problems.add({ rule: 'row/too-long', detail: (0,words/* words */.aL) `The line is longer than 32 MiB.` }, path, before + 1);
            return;
        }
        const placed = examined.found.map((one) => ({ ...one, line: one.line === undefined ? undefined : one.line + before }));
        for (const one of this.#foreign(examined, before))
            placed.push(one);
        placed.sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
        this.table.add(examined.readable, path, offset, before);
        for (const one of placed) {
            // Once is enough to know it.
            if (one.rule !== 'file/crlf' || !this.problems.has('file/crlf'))
                this.problems.add(one, path, one.line);
        }
        this.#before += examined.lines;
        this.rows += examined.rows;
        this.imageRows += examined.imageRows;
        this.systems.with += examined.systems.with;
        this.systems.without += examined.systems.without;
        if (examined.systems.without > 0)
            this.withoutSystem ??= `${path}:${before + examined.systems.firstWithout}`;
        if (examined.ends)
            this.#ended.add(path);
        if (examined.tokens !== undefined)
            this.#counter?.merge(examined.tokens);
        if (examined.statistics !== undefined)
            this.statistics.add(examined.statistics, path, before);
    }
    /** The rows of a part that are in another format than the rows before. */
    *#foreign({ readable, formats }, before) {
        if (this.format !== undefined && formats === 1 << formats_formats/* FORMAT_NAMES */.BU.indexOf(this.format))
            return;
        for (const row of (0,row_table/* formatsOf */.IO)(readable)) {
            const format = formats_formats/* FORMAT_NAMES */.BU[row.format];
            if (format !== undefined && this.format !== undefined && format !== this.format) {
                const detail = (0,words/* words */.aL) `The row is in the ${(0,words/* ours */.Od)(format)} format, the file began with ${(0,words/* ours */.Od)(this.format)}.`;
                yield { rule: 'row/mixed-formats', detail, line: row.line + before };
            }
            this.format ??= format;
        }
    }
}
/** Whether a chunk is worth a message, and the second thread has room for it. */
function mayLend(buffers, bytes) {
    return bytes.length > WORTH_A_MESSAGE && buffers.holds(bytes) && buffers.pending < LENT;
}
/** Examines all chunks, in this thread and where it is worth it in a second one, and gives the parts in their order. */
async function examineAll(request, settings, assembly, onBytes) {
    const { paths, read, signal, entry } = request;
    const seen = new SharedArrayBuffer(seen_keys/* SEEN_BYTES */.a);
    const own = await (0,examine/* examinerOf */.L)(settings, seen);
    const buffers = new ReadBuffers();
    const queue = [];
    // It starts up while this thread begins.
    const helper = entry === undefined ? undefined : (await __webpack_require__.e(/* import() */ 446).then(__webpack_require__.bind(__webpack_require__, 78446))).startHelper(entry, settings, buffers, seen);
    let path;
    try {
        for await (const { path: file, bytes, position, offset } of chunksOf(paths, (name) => read(name, () => buffers.take()), onBytes)) {
            signal?.throwIfAborted();
            const first = file !== path;
            path = file;
            if (assembly.isEnded(path))
                continue;
            const part = { path, offset, examined: undefined, waiting: undefined };
            queue.push(part);
            // What a file's beginning says of all of it is to be known before the rest is examined.
            if (helper !== undefined && !first && bytes !== undefined && mayLend(buffers, bytes)) {
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
/** What is known of the data as a whole. */
function wholeOf({ role, usesOutputJson, hasResponseFormat }, assembly, bytes) {
    const { rows, imageRows, systems, withoutSystem, ended } = assembly;
    return {
        ...{ role, rows, bytes, imageRows, systems, withoutSystem, ended },
        usesOutputJson: usesOutputJson === true,
        hasResponseFormat: hasResponseFormat === true,
    };
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
    const counter = countTokens ? await row_counter/* RowCounter */.N.for(model, exactTokensUpTo) : undefined;
    const problems = new Problems((rule) => (0,rules/* severityOf */.xJ)(rule, profile, request.allowSecrets));
    const assembly = new Assembly(problems, counter);
    await examineAll(request, settings, assembly, (piece) => {
        hash.update(piece);
        bytes += piece.length;
    });
    const known = { rows: assembly.table, reader: new RangeReader(request.readRange, request.signal), method };
    for await (const { found, place } of (0,repeats/* repeated */.ZD)(known))
        problems.add(found, place.path, place.line);
    for (const found of (0,rules_found/* faultsOf */.x)(file/* FILE_RULES */.h, wholeOf(request, assembly, bytes), settings))
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

/***/ 5739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ rereadRow)
/* harmony export */ });
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26273);
/* harmony import */ var _check_row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92821);
/* harmony import */ var _json_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55535);
/* harmony import */ var _plain_rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2120);




/** The row of a line as the check reads it; undefined where the check reads none. */
function rereadRow(line, method) {
    try {
        const plain = (0,_plain_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .plainRow */ .Fq)(JSON.parse(line), method);
        if (plain !== undefined && (0,_plain_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .hasNoKeyTwice */ .PF)(plain, line))
            return plain.row;
    }
    catch {
        return undefined;
    }
    const parsed = (0,_json_line_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLine */ .A)(line);
    return 'found' in parsed ? undefined : (0,_check_row_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRow */ .f)(parsed.value, { method, profile: _profile_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_PROFILE */ .X, graderItems: [] }).row;
}


/***/ }),

/***/ 35965:
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


/***/ })

};
