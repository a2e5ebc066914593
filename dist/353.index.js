export const id = 353;
export const ids = [353];
export const modules = {

/***/ 9333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/** Keys sorted at every depth, absent values left out, so that equal values have one text. */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const entries = Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(',')}}`;
}


/***/ }),

/***/ 62353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareWithBase: () => (/* binding */ compareWithBase)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/dataset/scan/reread.js
var reread = __webpack_require__(5739);
// EXTERNAL MODULE: ./lib/dataset/tokens/row-counter.js + 1 modules
var row_counter = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/dataset/diff/changed-tokens.js


/** Counts the rows that only one version has. */
class ChangedTokens {
    #method;
    #counter;
    /** Rows of more tokens than the model takes. */
    overLimit = 0;
    constructor(method, counter) {
        this.#method = method;
        this.#counter = counter;
    }
    static async for(model, method) {
        return new ChangedTokens(method, await row_counter/* RowCounter */.N.for(model, Number.POSITIVE_INFINITY));
    }
    add(text) {
        const row = (0,reread/* rereadRow */.I)(text, this.#method);
        const tokens = row === undefined ? undefined : this.#counter.add(row, 0, 0);
        const limit = this.#counter.rowLimit;
        if (tokens !== undefined && limit !== undefined && tokens.total > limit)
            this.overLimit += 1;
    }
    finish() {
        return this.#counter.finish();
    }
}
/** The count of the version before. It is as sure as that of the version after: what differs is counted row by row. Pure. */
function tokensBefore(after, onlyAfter, onlyBefore) {
    const shifted = (count, gone, come) => Math.max(0, count - gone + come);
    return {
        ...after,
        tokens: shifted(after.tokens, onlyAfter.tokens, onlyBefore.tokens),
        low: shifted(after.low, onlyAfter.low, onlyBefore.low),
        high: shifted(after.high, onlyAfter.high, onlyBefore.high),
    };
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/dataset/secrets.js
var secrets = __webpack_require__(12145);
;// CONCATENATED MODULE: ./lib/dataset/diff/keyed-hash.js
/**
 * A hash of 64 bits under a key that is drawn anew in each run (HalfSipHash-2-4 by Aumasson and Bernstein, which is made for 32-bit arithmetic). Rows that have
 * the same hash are taken for the same without a look, so nobody may be able to write a row that has the hash of another.
 */

const encoder = new TextEncoder();
/** Hashes bytes; the result stands in `low` and `high` until the next call, so that nothing is allocated for a row. */
class KeyedHash {
    low = 0;
    high = 0;
    #key;
    #first;
    #second;
    #scratch = new Uint8Array(64 * 1024);
    /** @param key eight bytes that nobody outside this process knows */
    constructor(key = (0,external_node_crypto_.randomBytes)(8)) {
        this.#key = key;
        this.#first = key.readInt32LE(0);
        this.#second = key.readInt32LE(4);
    }
    /** Hashes the bytes of a view from `from` up to `to`. */
    bytes(view, from, to) {
        let v0 = this.#first;
        let v1 = this.#second ^ 0xee;
        let v2 = 0x6c796765 ^ this.#first;
        let v3 = 0x74656462 ^ this.#second;
        const length = to - from;
        const whole = to - (length & 3);
        let word = 0;
        let at = from;
        // Words of four bytes, two rounds each; then the bytes that are left, with the length; then twice four rounds more, each of which gives a half.
        for (let ending = 0; ending < 4;) {
            let rounds = 2;
            if (at < whole) {
                word = view.getInt32(at, true);
                at += 4;
            }
            else if (ending === 0) {
                word = length << 24;
                for (let index = 0; index < (length & 3); index += 1)
                    word |= view.getUint8(at + index) << (8 * index);
                ending = 1;
            }
            else {
                word = 0;
                rounds = 4;
                if (ending === 1)
                    v2 ^= 0xee;
                else
                    v1 ^= 0xdd;
                ending += 1;
            }
            v3 ^= word;
            for (; rounds > 0; rounds -= 1) {
                v0 = (v0 + v1) | 0;
                v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
                v0 = (v0 << 16) | (v0 >>> 16);
                v2 = (v2 + v3) | 0;
                v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
                v0 = (v0 + v3) | 0;
                v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
                v2 = (v2 + v1) | 0;
                v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
                v2 = (v2 << 16) | (v2 >>> 16);
            }
            v0 ^= word;
            if (ending === 2)
                this.low = v1 ^ v3;
            else if (ending === 3) {
                this.high = v1 ^ v3;
                return;
            }
        }
    }
    /** Hashes a text. */
    text(text) {
        if (text.length * 3 > this.#scratch.length)
            this.#scratch = new Uint8Array(text.length * 3);
        const { written } = encoder.encodeInto(text, this.#scratch);
        this.bytes(new DataView(this.#scratch.buffer), 0, written);
    }
    /** Hashes what comes piece by piece. */
    stream() {
        const digest = (0,external_node_crypto_.createHash)('sha256').update(this.#key);
        return {
            add: (bytes) => void digest.update(bytes),
            finish: () => {
                const whole = digest.digest();
                this.low = whole.readInt32LE(0);
                this.high = whole.readInt32LE(4);
            },
        };
    }
}

;// CONCATENATED MODULE: ./lib/dataset/diff/pairing.js
/** Which rows of two versions belong together: equal keys, each row once. Over typed arrays, in time that grows with their number. Pure. */
/** A number at a place that is known to be there. */
const at = (numbers, index) => numbers[index] ?? 0;
/** The keys that pass a test, with their rows. */
function filtered({ rows, low, high }, keep) {
    const kept = {
        rows: new Int32Array(rows.length),
        low: new Int32Array(rows.length),
        high: new Int32Array(rows.length),
    };
    let count = 0;
    for (let position = 0; position < rows.length; position += 1) {
        if (!keep(at(rows, position), position))
            continue;
        kept.rows[count] = at(rows, position);
        kept.low[count] = at(low, position);
        kept.high[count] = at(high, position);
        count += 1;
    }
    return { rows: kept.rows.subarray(0, count), low: kept.low.subarray(0, count), high: kept.high.subarray(0, count) };
}
/** Positions by key, those of one key in their order: an open-addressing table of the first of each key, and a list behind each. */
class Positions {
    #keys;
    #slots;
    /** For the first position of a key: the one that is taken next, plus one; 0 when all are taken. */
    #heads;
    /** The next position of the same key, plus one. */
    #next;
    constructor(keys) {
        const count = keys.rows.length;
        this.#keys = keys;
        this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(count * 1.5 + 2)));
        this.#heads = new Int32Array(count);
        this.#next = new Int32Array(count);
        for (let position = count - 1; position >= 0; position -= 1) {
            const slot = this.#slotOf(at(keys.low, position), at(keys.high, position));
            const known = at(this.#slots, slot) - 1;
            if (known < 0)
                this.#slots[slot] = position + 1;
            const first = known < 0 ? position : known;
            this.#next[position] = at(this.#heads, first);
            this.#heads[first] = position + 1;
        }
    }
    #slotOf(low, high) {
        const mask = this.#slots.length - 1;
        for (let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask;; slot = (slot + 1) & mask) {
            const position = at(this.#slots, slot) - 1;
            if (position < 0 || (at(this.#keys.low, position) === low && at(this.#keys.high, position) === high))
                return slot;
        }
    }
    /** Takes the first position of this key that is left; -1 when there is none. */
    take(low, high) {
        const first = at(this.#slots, this.#slotOf(low, high)) - 1;
        if (first < 0)
            return -1;
        const position = at(this.#heads, first) - 1;
        if (position >= 0)
            this.#heads[first] = at(this.#next, position);
        return position;
    }
    /** Whether exactly one row has this key. */
    isSingle(low, high) {
        const first = at(this.#slots, this.#slotOf(low, high)) - 1;
        return first >= 0 && at(this.#next, at(this.#heads, first) - 1) === 0;
    }
}
/** The keys that one row has and no other. */
function singles(keys) {
    const positions = new Positions(keys);
    return filtered(keys, (_, position) => positions.isSingle(at(keys.low, position), at(keys.high, position)));
}
/** Makes partners of rows with the same key, the first with the first. */
function pairUp(before, after, partners) {
    const waiting = new Positions(before);
    for (let position = 0; position < after.rows.length; position += 1) {
        const found = waiting.take(at(after.low, position), at(after.high, position));
        if (found < 0)
            continue;
        partners.after[at(after.rows, position)] = at(before.rows, found);
        partners.before[at(before.rows, found)] = at(after.rows, position);
    }
}
/** The rows that have no partner yet. */
function alone(keys, partners) {
    return filtered(keys, (row) => at(partners, row) < 0);
}
/** The length of the longest run of rising numbers, others left out between them; negative ones do not count. */
function longestRise(numbers) {
    const ends = new Int32Array(numbers.length);
    let length = 0;
    for (const number of numbers) {
        if (number < 0)
            continue;
        let low = length;
        // Most of the time nothing has moved.
        if (length > 0 && at(ends, length - 1) >= number) {
            low = 0;
            for (let high = length - 1; low < high;) {
                const middle = (low + high) >>> 1;
                if (at(ends, middle) < number)
                    low = middle + 1;
                else
                    high = middle;
            }
        }
        ends[low] = number;
        if (low === length)
            length += 1;
    }
    return length;
}

// EXTERNAL MODULE: ./lib/canonical.js
var canonical = __webpack_require__(9333);
// EXTERNAL MODULE: ./lib/dataset/formats/formats.js + 5 modules
var formats = __webpack_require__(28228);
;// CONCATENATED MODULE: ./lib/dataset/diff/row-list.js

const NEWLINE = 0x0a;
/** A longer line is no row. It is told apart from others, and not read again. In bytes. */
const LONGEST = 32 * 1024 * 1024;
const FIRST = 1024;
/** Rows are read again in pieces of at least so many bytes. */
const WINDOW = 1024 * 1024;
const MOST_BYTES = 2 ** 31 - 1;
/** Tab, line feed, vertical tab, form feed, carriage return, space. */
const isSpace = (byte) => byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
function grown(column, make) {
    const larger = make(column.length * 2);
    larger.set(column);
    return larger;
}
/** All rows in their order. Blank lines are none; white space around a row, a CR before the LF and a byte order mark are not part of it. */
class RowList {
    count = 0;
    #low = new Int32Array(FIRST);
    #high = new Int32Array(FIRST);
    #line = new Int32Array(FIRST);
    #length = new Int32Array(FIRST);
    #offset = new Float64Array(FIRST);
    /** The rows from which on each file's begin. */
    #files = [];
    /** @param line counts from 1 within its file; `offset` is in bytes, within its file */
    add(hash, path, line, offset, length) {
        const row = this.count;
        if (row === this.#low.length)
            this.#grow();
        this.#low[row] = hash.low;
        this.#high[row] = hash.high;
        this.#line[row] = line;
        this.#length[row] = Math.min(length, MOST_BYTES);
        this.#offset[row] = offset;
        if (this.#files.at(-1)?.path !== path)
            this.#files.push({ path, from: row });
        this.count += 1;
    }
    #grow() {
        const whole = (length) => new Int32Array(length);
        this.#low = grown(this.#low, whole);
        this.#high = grown(this.#high, whole);
        this.#line = grown(this.#line, whole);
        this.#length = grown(this.#length, whole);
        this.#offset = grown(this.#offset, (length) => new Float64Array(length));
    }
    low(row) {
        return at(this.#low, row);
    }
    high(row) {
        return at(this.#high, row);
    }
    /** Where a row is. */
    place(row) {
        return {
            path: this.#files.findLast(({ from }) => from <= row)?.path ?? '',
            line: at(this.#line, row),
            offset: at(this.#offset, row),
            length: at(this.#length, row),
        };
    }
}
/** The rows of one file, as its bytes come. */
class FileRows {
    #list;
    #hash;
    #path;
    #lines = 0;
    /** Where the piece that comes next begins. */
    #at = 0;
    /** The beginning of a line whose end is still to come. */
    #held = [];
    #size = 0;
    #long;
    constructor(list, hash, path) {
        this.#list = list;
        this.#hash = hash;
        this.#path = path;
    }
    add(piece) {
        const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
        const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
        let from = 0;
        for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
            if (this.#size === 0)
                this.#row(bytes, view, from, end, this.#at);
            else {
                this.#hold(bytes.subarray(from, end));
                this.#release(this.#at + end);
            }
            from = end + 1;
        }
        if (from < bytes.length)
            this.#hold(bytes.subarray(from));
        this.#at += bytes.length;
    }
    finish() {
        if (this.#size > 0)
            this.#release(this.#at);
    }
    #hold(part) {
        this.#size += part.length;
        if (this.#size <= LONGEST)
            this.#held.push(Buffer.from(part));
        else {
            this.#long ??= this.#hash.stream();
            for (const one of this.#held)
                this.#long.add(one);
            this.#held = [];
            this.#long.add(part);
        }
    }
    /** The line that was held ends here. */
    #release(end) {
        const from = end - this.#size;
        if (this.#long !== undefined) {
            this.#long.finish();
            this.#lines += 1;
            this.#list.add(this.#hash, this.#path, this.#lines, from, this.#size);
            this.#long = undefined;
        }
        else {
            const line = Buffer.concat(this.#held);
            this.#row(line, new DataView(line.buffer, line.byteOffset, line.byteLength), 0, line.length, from);
        }
        this.#held = [];
        this.#size = 0;
    }
    #row(bytes, view, begin, finish, offset) {
        this.#lines += 1;
        let from = begin;
        let end = finish;
        if (offset + from === 0 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf)
            from += 3;
        while (from < end && isSpace(bytes[from]))
            from += 1;
        while (from < end && isSpace(bytes[end - 1]))
            end -= 1;
        if (from >= end)
            return;
        this.#hash.bytes(view, from, end);
        this.#list.add(this.#hash, this.#path, this.#lines, offset + from, end - from);
    }
}
/**
 * Lists the rows of the joined files, in one pass.
 * @throws whatever `read` throws, and the signal's reason
 */
async function listRows(paths, read, hash, signal) {
    const list = new RowList();
    for (const path of paths) {
        const file = new FileRows(list, hash, path);
        for await (const piece of read(path)) {
            signal?.throwIfAborted();
            file.add(piece);
        }
        file.finish();
    }
    return list;
}
/**
 * Reads some rows again, given in their order. Rows that are near each other are read at once.
 * @param visit sees each row's bytes, until it returns; undefined for a line that is too long to be a row
 */
async function readAgain(list, rows, readRange, visit) {
    let window = {
        path: '',
        from: 0,
        bytes: Buffer.alloc(0),
    };
    for (const row of rows) {
        const { path, offset, length } = list.place(row);
        if (length > LONGEST) {
            visit(undefined, row);
            continue;
        }
        if (path !== window.path || offset < window.from || offset + length > window.from + window.bytes.length) {
            const bytes = await readRange(path, offset, Math.max(length, WINDOW));
            window = { path, from: offset, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
        }
        visit(window.bytes.subarray(offset - window.from, offset - window.from + length), row);
    }
}

;// CONCATENATED MODULE: ./lib/dataset/diff/row-content.js
/** What a row says, whatever its spaces and the order of its keys: the whole of it, what it asks, and what it answers. */




/** The part that is asked and the part that is answered; neither where the row is in no known format. */
function parts(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const row = { ...value };
    // Whatever the method is, an answer at the end of the messages is the answer.
    const said = (0,formats/* formatFor */.Bm)(row, 'supervised')?.saidByAny(row);
    if (said === undefined)
        return undefined;
    const { messages, asked, given = null } = said;
    return { question: [messages.slice(0, asked), given], answer: messages.slice(asked) };
}
/** Keys while they are gathered. */
class Gathered {
    #count = 0;
    #rows;
    #low;
    #high;
    constructor(most) {
        this.#rows = new Int32Array(most);
        this.#low = new Int32Array(most);
        this.#high = new Int32Array(most);
    }
    add(row, low, high) {
        this.#rows[this.#count] = row;
        this.#low[this.#count] = low;
        this.#high[this.#count] = high;
        this.#count += 1;
    }
    finish() {
        const count = this.#count;
        return { rows: this.#rows.subarray(0, count), low: this.#low.subarray(0, count), high: this.#high.subarray(0, count) };
    }
}
/** What the text of a row holds; undefined for what is not UTF-8, whose differences a text would lose, not JSON, or nested too deep to be walked. */
function read(bytes, act) {
    if (bytes === undefined || !(0,external_node_buffer_.isUtf8)(bytes))
        return undefined;
    try {
        const text = bytes.toString('utf8');
        return act(JSON.parse(text), text);
    }
    catch {
        return undefined;
    }
}
/** Definitions of tools count as they were written, whatever the order of their keys says. */
const mayHaveTools = (text) => text.includes('"tools"') || text.includes('"functions"');
/**
 * Reads some rows again and hashes what each says as a whole. A row that cannot be read is known by its line alone.
 * @returns the hashes, and the rows whose tokens depend on how they are written
 */
async function contentsOf(list, rows, readRange, hash) {
    const contents = new Gathered(rows.length);
    const written = new Set();
    await readAgain(list, rows, readRange, (bytes, row) => {
        const content = read(bytes, (value, text) => {
            if (mayHaveTools(text))
                written.add(row);
            return (0,canonical/* canonicalJson */.d)(value);
        });
        if (content === undefined)
            return contents.add(row, list.low(row), list.high(row));
        hash.text(content);
        contents.add(row, hash.low, hash.high);
    });
    return { contents: contents.finish(), written };
}
/** Reads some rows again and hashes what each asks and what it answers. */
async function partsOf(list, rows, readRange, hash) {
    const [question, answer] = [new Gathered(rows.length), new Gathered(rows.length)];
    const keep = (gathered, row, part) => {
        if (part === undefined)
            return;
        hash.text((0,canonical/* canonicalJson */.d)(part));
        gathered.add(row, hash.low, hash.high);
    };
    await readAgain(list, rows, readRange, (bytes, row) => read(bytes, (value) => {
        const split = parts(value);
        keep(question, row, split?.question);
        keep(answer, row, split?.answer);
    }));
    return { question: question.finish(), answer: answer.finish() };
}

;// CONCATENATED MODULE: ./lib/dataset/diff/diff.js
/** What a change does to training data: rows compared by what they say, not by their lines. Both versions are streamed; only rows that differ are read. */






const EXAMPLES = 5;
/** Of a row that is quoted. In characters. */
const QUOTED = 480;
const WITH_SECRET = '(not quoted: it holds what looks like a credential)';
/** Of what is the same before the part that is quoted. */
const LEAD = 60;
/** Pairs the rows at the beginning and at the end that are the same on both sides, which is most of them. */
function pairEnds(before, after, partners) {
    const same = (one, other) => before.low(one) === after.low(other) && before.high(one) === after.high(other);
    const pair = (one, other) => {
        partners.before[one] = other;
        partners.after[other] = one;
    };
    const most = Math.min(before.count, after.count);
    let first = 0;
    for (; first < most && same(first, first); first += 1)
        pair(first, first);
    for (let last = 1; last <= most - first && same(before.count - last, after.count - last); last += 1)
        pair(before.count - last, after.count - last);
}
/** Answers with the place where they stand: the row of now that stands before them among those that both versions have. */
function anchored(keys, anchorOf) {
    return { ...keys, low: keys.low.map((low, position) => low ^ Math.imul(anchorOf(at(keys.rows, position)) + 2, 0x9e3779b1)) };
}
/** For each row the nearest one above it that has a partner, as the number that row has now; -1 above the first. */
function diff_anchors(partners, nowOf) {
    let last = -1;
    return partners.map((partner, row) => {
        if (partner >= 0)
            last = nowOf(row);
        return last;
    });
}
/** Pairs rows that ask the same or answer the same. An answer that several rows share tells them apart only where they stand in one place. */
function pairChanged(before, after, partners) {
    const changed = { before: partners.before.slice(), after: partners.after.slice() };
    const left = (keys, side) => alone(keys, side);
    pairUp(left(before.question, changed.before), left(after.question, changed.after), changed);
    const above = {
        before: diff_anchors(partners.before, (row) => at(partners.before, row)),
        after: diff_anchors(partners.after, (row) => row),
    };
    pairUp(anchored(left(before.answer, changed.before), (row) => at(above.before, row)), anchored(left(after.answer, changed.after), (row) => at(above.after, row)), changed);
    pairUp(singles(left(before.answer, changed.before)), singles(left(after.answer, changed.after)), changed);
    return changed;
}
/** The part of two texts in which they differ, with a little of what is before it. A row with a credential is not quoted. */
function excerpts(before, after) {
    if ([before, after].some((text) => (0,secrets/* secretsOf */.Fj)(text).length > 0))
        return { before: WITH_SECRET, after: WITH_SECRET };
    if (before.length <= QUOTED && after.length <= QUOTED)
        return { before, after };
    let same = 0;
    while (same < before.length && before[same] === after[same])
        same += 1;
    const from = same <= QUOTED / 2 ? 0 : same - LEAD;
    const cut = (text) => `${from > 0 ? '…' : ''}${text.slice(from, from + QUOTED)}${text.length > from + QUOTED ? '…' : ''}`.toWellFormed();
    return { before: cut(before), after: cut(after) };
}
/** Lists the rows of a version. Whatever is read of it from now on, a signal that fires ends it. */
async function sideOf(given, hash, signal) {
    const version = {
        ...given,
        async readRange(path, offset, length) {
            signal?.throwIfAborted();
            return given.readRange(path, offset, length);
        },
    };
    const list = await listRows(version.paths, version.read, hash, signal);
    return { version, list, partners: new Int32Array(list.count).fill(-1) };
}
/** The rows without a partner, with the hashes of their lines. */
function lineKeys({ list, partners }) {
    const rows = partners.map((_, row) => row).filter((row) => partners[row] === -1);
    return { rows, low: rows.map((row) => list.low(row)), high: rows.map((row) => list.high(row)) };
}
/** Counts the rows that have no partner, and those whose partner says the same and may count otherwise. */
async function countTokens({ version, list, partners }, contents, written) {
    const { tokens, readRange } = version;
    if (tokens === undefined)
        return;
    const { rows } = filtered(contents, (row) => at(partners, row) < 0 || written.has(row));
    await readAgain(list, rows, readRange, (bytes) => {
        if (bytes !== undefined && (0,external_node_buffer_.isUtf8)(bytes))
            tokens.add(bytes.toString('utf8'));
    });
}
async function textOf({ list, version }, row) {
    let text = '';
    await readAgain(list, [row], version.readRange, (bytes) => {
        text = bytes?.toString('utf8') ?? '';
    });
    return text;
}
/** The first rows that have changed. */
async function examplesOf(old, now, changed) {
    const examples = [];
    for (let row = 0; row < now.list.count && examples.length < EXAMPLES; row += 1) {
        const partner = at(changed, row);
        if (partner < 0 || partner === at(now.partners, row))
            continue;
        const { path, line } = now.list.place(row);
        examples.push({ ...excerpts(await textOf(old, partner), await textOf(now, row)), path, line });
    }
    return examples;
}
/** The number of rows that have a partner. */
const paired = (side) => side.reduce((sum, partner) => sum + (partner >= 0 ? 1 : 0), 0);
/**
 * Compares two versions of the data: by their lines, then what is left by what it says, then by what it asks or answers.
 * @param before without paths for data that is new
 * @throws whatever reading throws, and the signal's reason
 */
async function diffData(before, after, signal) {
    const hash = new KeyedHash();
    const old = await sideOf(before, hash, signal);
    const now = await sideOf(after, hash, signal);
    const [rowsBefore, rows] = [old.list.count, now.list.count];
    if (rowsBefore === 0)
        return { added: rows, removed: 0, changed: 0, moved: 0, kept: 0, examples: [] };
    const partners = { before: old.partners, after: now.partners };
    pairEnds(old.list, now.list, partners);
    pairUp(lineKeys(old), lineKeys(now), partners);
    const said = async (side) => contentsOf(side.list, lineKeys(side).rows, side.version.readRange, hash);
    const [one, other] = [await said(old), await said(now)];
    pairUp(one.contents, other.contents, partners);
    const parts = async (side) => partsOf(side.list, lineKeys(side).rows, side.version.readRange, hash);
    const changed = pairChanged(await parts(old), await parts(now), partners);
    await countTokens(old, one.contents, one.written);
    await countTokens(now, other.contents, other.written);
    const [same, related] = [paired(partners.after), paired(changed.after)];
    const kept = longestRise(partners.after);
    return {
        added: rows - related,
        removed: rowsBefore - related,
        changed: related - same,
        moved: same - kept,
        kept,
        examples: await examplesOf(old, now, changed.after),
    };
}

// EXTERNAL MODULE: ./lib/dataset/likeness/overlap.js
var overlap = __webpack_require__(57402);
// EXTERNAL MODULE: ./lib/dataset/rules/rules.js + 3 modules
var rules = __webpack_require__(63687);
// EXTERNAL MODULE: ./lib/dataset/scan/check.js + 4 modules
var check = __webpack_require__(78618);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/operations/base-files.js
/** Which files of the version before are the data of now: those that the same lines name there, or one that had another name. */


const MAGIC = /[*?[\]{}!]/;
/** So many files that are gone are looked at for one that was renamed. */
const RENAMED = 5;
/** A file that differs more in size shares too few rows to be the same. */
const ALIKE = 4;
/** A Git LFS pointer is smaller than this. In bytes. */
const POINTER = 1024;
/** A line of an input as a `/`-path in the repository that is checked out at `root`; undefined where it leads out of it. Pure. */
function repositoryPath(line, workspace, root = workspace) {
    const relative = external_node_path_.relative(root, external_node_path_.resolve(workspace, line));
    const outside = relative === '' || relative === '..' || relative.startsWith(`..${external_node_path_.sep}`) || external_node_path_.isAbsolute(relative);
    return outside ? undefined : relative.split(external_node_path_.sep).join('/');
}
/** The files of the repository that some lines name, as they name those of the workspace: line by line, a path before a glob, each once. Pure. */
function namedFiles(lines, workspace, all, root = workspace) {
    const found = lines.flatMap((line) => {
        const pattern = repositoryPath(line, workspace, root);
        if (pattern === undefined)
            return [];
        if (all.some((file) => file.path === pattern))
            return [pattern];
        const magic = pattern.search(MAGIC);
        if (magic < 0)
            return [];
        // To match a glob is dear where there are many files, and most have another beginning.
        const beginning = pattern.slice(0, magic);
        return all.flatMap((file) => file.path.startsWith(beginning) && external_node_path_.posix.matchesGlob(file.path, pattern) ? [file.path] : []);
    });
    return [...new Set(found)];
}
/** Where the checkout begins that holds a file: the workspace, or a folder in it, as `path` of actions/checkout names it. */
async function checkoutOf({ files, runner }, file) {
    const { workspace } = runner.context;
    let folder = external_node_path_.dirname(external_node_path_.resolve(workspace, file));
    while (repositoryPath(folder, workspace) !== undefined) {
        if (await files.exists(external_node_path_.join(folder, '.git', 'HEAD')))
            return folder;
        folder = external_node_path_.dirname(folder);
    }
    return workspace;
}
/** Files that can be read again, as a version of the data. */
function versionOf(files, paths) {
    return {
        paths,
        read: (file) => files.scan(file),
        readRange: (file, offset, length) => files.readRange(file, offset, length),
    };
}
/** A file that is gone and holds at least half of the rows of now. */
async function renamedFile({ files, signal }, dataset, base, all, root) {
    const far = ({ bytes = dataset.bytes }) => Math.abs(Math.log((bytes + 1) / (dataset.bytes + 1)));
    const likely = all.filter((file) => /\.jsonl$/i.test(file.path) && far(file) <= Math.log(ALIKE));
    const gone = [];
    for (const file of likely.toSorted((left, right) => far(left) - far(right))) {
        if (gone.length === RENAMED)
            break;
        if (!(await files.exists(external_node_path_.join(root, file.path))))
            gone.push(file.path);
    }
    for (const file of gone) {
        const copy = await base.copy(file);
        const { kept, moved } = await diffData(versionOf(files, [copy]), versionOf(files, dataset.paths), signal);
        if (kept + moved > 0 && (kept + moved) * 2 >= dataset.rows)
            return { copies: [copy], renamed: file };
    }
    return undefined;
}
/**
 * Copies the version before of a dataset.
 * @returns undefined where there was none
 * @throws whatever reading the version before throws
 */
async function filesBefore(step, dataset, base) {
    const all = await base.files();
    const root = await checkoutOf(step, dataset.paths[0] ?? '');
    const named = namedFiles(step.inputs[dataset.role], step.runner.context.workspace, all, root);
    if (named.length === 0)
        return renamedFile(step, dataset, base, all, root);
    const copies = [];
    for (const file of named)
        copies.push(await base.copy(file));
    return { copies, renamed: undefined };
}
/** The hash of the content that a Git LFS pointer stands for; undefined for a file that is none. */
async function pointsTo(files, copy) {
    if ((await files.size(copy)) > POINTER)
        return undefined;
    const text = await files.readText(copy);
    return text.startsWith('version https://git-lfs.github.com/spec/')
        ? (/^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1] ?? '')
        : undefined;
}

// EXTERNAL MODULE: ./lib/operations/data.js + 4 modules
var data = __webpack_require__(66147);
;// CONCATENATED MODULE: ./lib/operations/compare.js
/** The data of a pull request against the version before it. */









const countIn = (counts, wanted) => counts.find(({ rule }) => rule === wanted)?.count ?? 0;
async function isSame({ files }, copies, dataset) {
    const sizes = await Promise.all(copies.map((copy) => files.size(copy)));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    // A newline may have been put between two files.
    if (bytes > dataset.bytes || bytes + copies.length < dataset.bytes)
        return false;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const piece of (0,check/* joinedBytes */.Vd)(copies, (copy) => files.scan(copy)))
        hash.update(piece);
    return hash.digest('hex') === dataset.sha256;
}
/** The problems that are more than before, by rule. Pure. */
function newProblems(now, before) {
    return now.flatMap(({ rule, severity, count }) => count > before(rule) ? [{ rule, severity, count: count - before(rule) }] : []);
}
/** The comparison of a file that says what it said. */
function unchanged(step, dataset, note) {
    const { role, rows } = dataset;
    const estimate = role === 'training_file' ? step.draft.estimate : undefined;
    const diff = { added: 0, removed: 0, changed: 0, moved: 0, kept: rows, examples: [] };
    return { role, diff, note, before: { rows, estimate }, newProblems: [] };
}
/** What else is known without a check of the version before: these rules go by other means. */
const KNOWN_OTHERWISE = new Set(['row/over-limit', 'pair/overlap']);
/** Whether a file begins as one of rows does; another one has to be looked at more closely. */
async function beginsWithRow({ files }, copy) {
    const beginning = Buffer.from(await files.readRange(copy, 0, 64)).toString('latin1');
    return /^\{[^\r\n\0]/.test(beginning);
}
/** The tokens of the version before. Pure. */
function countBefore(now, rows, tokens) {
    if (rows === 0)
        return { ...now, tokens: 0, low: 0, high: 0 };
    return tokensBefore(now, tokens.after.finish(), tokens.before.finish());
}
async function rowByRow(step, dataset, copies, note) {
    const { files, inputs, signal } = step;
    const { role, counts } = dataset;
    const counter = () => ChangedTokens.for(inputs.model ?? '', inputs.method?.type ?? 'supervised');
    const tokens = { before: await counter(), after: await counter() };
    const diff = await diffData({ ...versionOf(files, copies), tokens: tokens.before }, { ...versionOf(files, dataset.paths), tokens: tokens.after }, signal);
    let known;
    const checked = () => {
        known ??= (0,data/* check */.z6)(step, role, copies, false);
        return known;
    };
    // Where there is no problem now, none is new, and the version before need not be checked.
    const plain = (await Promise.all(copies.map((copy) => beginsWithRow(step, copy)))).every(Boolean);
    const old = plain && counts.every(({ rule }) => KNOWN_OTHERWISE.has(rule)) ? undefined : (await checked()).dataset;
    const rows = old?.rows ?? diff.kept + diff.moved + diff.changed + diff.removed;
    // Where the rows of a file were not read, its tokens say nothing.
    const readable = ![...(old?.counts ?? []), ...counts].some(({ rule }) => rules/* UNREAD */.yn.has(rule));
    const count = readable && dataset.tokens !== undefined ? countBefore(dataset.tokens, rows, tokens) : undefined;
    // Rows that are too long are told by their tokens, which were counted where the versions differ.
    const longer = tokens.after.overLimit - tokens.before.overLimit;
    const before = (rule) => {
        const now = countIn(counts, rule);
        if (rule === 'row/over-limit')
            return now - Math.max(0, longer);
        // Both roles are needed to know it.
        return rule === 'pair/overlap' ? now : countIn(old?.counts ?? [], rule);
    };
    const estimate = role === 'training_file' ? (0,data/* estimateOf */.qn)(step, { ...dataset, rows, tokens: count }) : undefined;
    return { change: { role, diff, note, before: { rows, estimate }, newProblems: newProblems(counts, before) }, checked };
}
async function compared(step, dataset, base) {
    const { role, rows } = dataset;
    const { files, runner } = step;
    const unknown = (note) => ({ change: { role, diff: undefined, before: undefined, newProblems: [], note } });
    const short = base.commit.slice(0, 7);
    if (dataset.paths.every((file) => repositoryPath(file, runner.context.workspace) === undefined))
        return unknown('the data is not part of the checkout, so there is no version before it');
    try {
        const found = await filesBefore(step, dataset, base);
        if (found === undefined) {
            const diff = { added: rows, removed: 0, changed: 0, moved: 0, kept: 0, examples: [] };
            const note = `the file is new since ${short}`;
            return { change: { role, diff, before: undefined, newProblems: [...dataset.counts], note } };
        }
        const { copies, renamed } = found;
        const note = renamed === undefined ? undefined : `the file was ${renamed} at ${short}`;
        const pointers = (await Promise.all(copies.map((copy) => pointsTo(files, copy)))).filter((oid) => oid !== undefined);
        if (pointers.length === 1 && copies.length === 1 && pointers[0] === dataset.sha256)
            return { change: unchanged(step, dataset, note) };
        if (pointers.length > 0)
            return unknown(`at ${short} the file is a Git LFS pointer, whose content is not read`);
        if (await isSame(step, copies, dataset))
            return { change: unchanged(step, dataset, note), checked: () => (0,data/* check */.z6)(step, role, copies, false) };
        return await rowByRow(step, dataset, copies, note);
    }
    catch (error) {
        return unknown(`the version at ${short} could not be read: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** Rows that training and validation data share, as far as they did not before. */
async function newOverlap(all, dataset) {
    const now = dataset.counts.filter(({ rule }) => rule === 'pair/overlap');
    const [training, validation] = ['training_file', 'validation_file'].map((role) => all.find(({ change }) => change.role === role));
    // Nothing can be said where one of the versions could not be read; where one is new, so is what they share.
    if (now.length === 0 || training?.change.diff === undefined || validation?.change.diff === undefined)
        return [];
    if (validation.change.before === undefined)
        return [];
    const [one, other] = [training.checked, validation.checked];
    const shared = one === undefined || other === undefined ? [] : await (0,overlap/* overlap */.E)(await one(), await other());
    return newProblems(now, () => shared.length);
}
/** What the change does to each dataset of this step. Never throws: what cannot be compared is noted. */
async function compareWithBase(step, base) {
    const all = [];
    for (const dataset of step.draft.datasets)
        all.push(await compared(step, dataset, base));
    const changes = [];
    for (const [index, { change }] of all.entries()) {
        const dataset = step.draft.datasets[index];
        const shared = dataset === undefined ? [] : await newOverlap(all, dataset).catch(() => []);
        changes.push({ ...change, newProblems: [...change.newProblems, ...shared] });
    }
    return changes;
}


/***/ })

};
