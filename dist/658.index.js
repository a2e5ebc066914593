export const id = 658;
export const ids = [658];
export const modules = {

/***/ 61658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  counterOf: () => (/* binding */ counterOf)
});

;// CONCATENATED MODULE: ./lib/dataset/tokens/tokenizer/bytes.js
/** UTF-8 text in a buffer that is used again and again. */
/** The byte at an index; 0 beyond the end. One function for one kind of array: that keeps the machine code of each short. */
function at(bytes, index) {
    return bytes[index] ?? 0;
}
/** The number at an index; 0 beyond the end. */
function intAt(numbers, index) {
    return numbers[index] ?? 0;
}
/** The code point that begins at an index, which must be the first byte of one. */
function codePointAt(bytes, index) {
    const first = at(bytes, index);
    if (first < 0x80)
        return first;
    const second = at(bytes, index + 1) & 0x3f;
    if (first < 0xe0)
        return ((first & 0x1f) << 6) | second;
    const third = at(bytes, index + 2) & 0x3f;
    if (first < 0xf0)
        return ((first & 0x0f) << 12) | (second << 6) | third;
    return ((first & 0x07) << 18) | (second << 12) | (third << 6) | (at(bytes, index + 3) & 0x3f);
}
/** How many bytes a code point has, by its first. */
function widthOf(first) {
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
const encoder = new TextEncoder();
/** Words are read past the end of a text, and cut to size then. */
const PADDING = 8;
function room(size) {
    const bytes = new Uint8Array(size + PADDING);
    return { bytes, view: new DataView(bytes.buffer) };
}
/** A copy of some bytes as a ByteText. */
function byteText(bytes) {
    const text = room(bytes.length);
    text.bytes.set(bytes);
    return text;
}
/** Texts as bytes, one at a time: the buffer of one is overwritten by the next. A lone surrogate becomes U+FFFD, as in any encoder. */
class TextBuffer {
    text = room(64 * 1024);
    /** Writes a text and a NUL after it. @returns the number of its bytes */
    write(text) {
        // UTF-8 has at most three bytes for one UTF-16 unit.
        if (text.length * 3 + PADDING > this.text.bytes.length)
            this.text = room(text.length * 3);
        const { written } = encoder.encodeInto(text, this.text.bytes);
        this.text.bytes[written] = 0;
        return written;
    }
}
/** The first `size` bytes (at most 4) of those at an index, as one number. */
function wordAt(view, index, size) {
    const word = view.getInt32(index, true);
    return size >= 4 ? word : word & ((1 << (size * 8)) - 1);
}

;// CONCATENATED MODULE: ./lib/dataset/tokens/tokenizer/vocabulary.js
/** The tokens of an encoding, found by their bytes. */

/** No token has these bytes. Greater than every rank. */
const NONE = 0x7fffffff;
/**
 * A vocabulary's file, all numbers little-endian and of 32 bits: the length of the longest token; an open-addressing table of 2^18 slots, each with the
 * place of a token's record or 0; the records, each the rank * 256 + length and then the token's bytes; eight bytes of padding. It is used as it is read:
 * to build the table at the start would take longer than to check a small file.
 */
const SLOTS = 1 << 18;
const HEAD = 4 + SLOTS * 4;
/** The slot where the search for bytes of this hash begins. */
function slotOf(hash) {
    return hash >>> 14;
}
/** A hash of the bytes at an index, spread over 32 bits. */
function hashOf(view, from, size) {
    let hash = size;
    for (let index = 0; index < size; index += 4) {
        hash = Math.imul(hash ^ wordAt(view, from + index, size - index), 0x2c1b3c6d);
        hash ^= hash >>> 15;
    }
    return Math.imul(hash, 0x297a2d39);
}
/** Whether the bytes at two places are the same. */
function sameBytes(left, from, right, other, size) {
    for (let index = 0; index < size; index += 4)
        if (wordAt(left, from + index, size - index) !== wordAt(right, other + index, size - index))
            return false;
    return true;
}
/** The tokens of an encoding. */
class Vocabulary {
    #file;
    /** The longest token, in bytes. */
    longest;
    /** @param file what scripts/vocabulary.ts writes */
    constructor(file) {
        this.#file = new DataView(file.buffer, file.byteOffset, file.byteLength);
        this.longest = this.#file.getInt32(0, true);
    }
    /** The rank of the token that is these bytes; NONE when there is none. `hash` is theirs. */
    find({ view }, from, size, hash) {
        const file = this.#file;
        for (let slot = slotOf(hash);; slot = (slot + 1) & (SLOTS - 1)) {
            const record = file.getInt32(4 + slot * 4, true);
            if (record === 0)
                return NONE;
            const head = file.getInt32(record, true);
            if ((head & 255) === size && sameBytes(file, record + 4, view, from, size))
                return head >>> 8;
        }
    }
    /** The same, with the hash computed here. */
    rank(text, from, to) {
        const size = to - from;
        return size > this.longest ? NONE : this.find(text, from, size, hashOf(text.view, from, size));
    }
}

;// CONCATENATED MODULE: ./lib/dataset/tokens/tokenizer/merge.js
/** Byte-pair encoding of one piece: how many tokens its bytes become. Pairs are merged by rank, the lowest first, of equal ranks the leftmost. */


/** Above so many bytes a heap finds the next merge; below, looking at every pair is quicker. */
const SHORT = 96;
const starts = new Int32Array(SHORT + 2);
const ranks = new Int32Array(SHORT + 2);
/** The number of tokens that a piece of at least two bytes becomes. */
function mergedLength(text, from, to, vocabulary) {
    return to - from <= SHORT ? mergeShort(text, from, to, vocabulary) : mergeLong(text, from, to, vocabulary);
}
function mergeShort(text, from, to, vocabulary) {
    // starts[i] is where part i begins; ranks[i] the rank of parts i and i + 1 together.
    let parts = to - from;
    for (let index = 0; index <= parts; index += 1) {
        starts[index] = from + index;
        ranks[index] = index < parts - 1 ? vocabulary.rank(text, from + index, from + index + 2) : NONE;
    }
    for (;;) {
        let best = NONE;
        let found = -1;
        for (let index = 0; index < parts - 1; index += 1) {
            if (intAt(ranks, index) < best) {
                best = intAt(ranks, index);
                found = index;
            }
        }
        if (found < 0)
            return parts;
        for (let index = found + 1; index < parts; index += 1) {
            starts[index] = intAt(starts, index + 1);
            ranks[index] = intAt(ranks, index + 1);
        }
        parts -= 1;
        ranks[found] = found < parts - 1 ? vocabulary.rank(text, intAt(starts, found), intAt(starts, found + 2)) : NONE;
        if (found > 0)
            ranks[found - 1] = vocabulary.rank(text, intAt(starts, found - 1), intAt(starts, found + 1));
    }
}
/** The same with a linked list of parts and a heap of pairs: no length makes it quadratic. */
function mergeLong(text, from, to, vocabulary) {
    const size = to - from;
    const next = new Int32Array(size + 2);
    const previous = new Int32Array(size + 2);
    const current = new Int32Array(size + 1).fill(NONE);
    for (let index = 0; index < size; index += 1) {
        next[index] = index + 1;
        previous[index] = index - 1;
    }
    next[size] = size;
    const heap = new PairHeap(size);
    const consider = (start) => {
        const middle = intAt(next, start);
        const rank = middle >= size ? NONE : vocabulary.rank(text, from + start, from + intAt(next, middle));
        current[start] = rank;
        if (rank !== NONE)
            heap.push(rank * PLACES + start);
    };
    for (let start = 0; start < size - 1; start += 1)
        consider(start);
    let parts = size;
    for (let key = heap.pop(); key >= 0; key = heap.pop()) {
        const rank = Math.floor(key / PLACES);
        const start = key - rank * PLACES;
        // The pair has changed since it was put into the heap.
        if (intAt(current, start) !== rank)
            continue;
        const swallowed = intAt(next, start);
        const after = intAt(next, swallowed);
        next[start] = after;
        previous[after] = start;
        current[swallowed] = NONE;
        parts -= 1;
        consider(start);
        const before = intAt(previous, start);
        if (before >= 0)
            consider(before);
    }
    return parts;
}
/** A pair is one number, its rank before its place, so that numbers are in the order in which pairs are merged. */
const PLACES = 2 ** 31;
/** A binary heap of numbers, the lowest first. */
class PairHeap {
    #keys;
    #size = 0;
    constructor(capacity) {
        this.#keys = new Float64Array(capacity);
    }
    #at(index) {
        return this.#keys[index] ?? -1;
    }
    push(key) {
        if (this.#size === this.#keys.length) {
            const larger = new Float64Array(this.#size * 2);
            larger.set(this.#keys);
            this.#keys = larger;
        }
        let index = this.#size;
        this.#size += 1;
        while (index > 0) {
            const parent = (index - 1) >> 1;
            const above = this.#at(parent);
            if (above <= key)
                break;
            this.#keys[index] = above;
            index = parent;
        }
        this.#keys[index] = key;
    }
    /** The lowest; -1 when there is none. */
    pop() {
        if (this.#size === 0)
            return -1;
        const lowest = this.#at(0);
        this.#size -= 1;
        const key = this.#at(this.#size);
        let index = 0;
        for (let child = 1; child < this.#size; child = index * 2 + 1) {
            if (child + 1 < this.#size && this.#at(child + 1) < this.#at(child))
                child += 1;
            const below = this.#at(child);
            if (below >= key)
                break;
            this.#keys[index] = below;
            index = child;
        }
        this.#keys[index] = key;
        return lowest;
    }
}

;// CONCATENATED MODULE: ./lib/dataset/tokens/tokenizer/classes.js
/** What kind of character a code point is, as the splitting rules of the encodings tell them apart. */
/** Upper-case and title-case letters: Lu, Lt. */
const UPPER = 1;
/** Lower-case letters: Ll. */
const LOWER = 2;
/** Letters that are neither: Lm, Lo. */
const LETTER = 3;
/** Marks: M. */
const MARK = 4;
const NUMBER = 5;
/** Carriage return and line feed. */
const NEWLINE = 6;
/** All other white space, as Unicode has it: U+0085 is some, U+FEFF is none (JavaScript's `\s` says otherwise, tiktoken's does not). */
const SPACE = 7;
const OTHER = 8;
const KINDS = [
    [/[\r\n]/, NEWLINE],
    [/\p{White_Space}/u, SPACE],
    [/[\p{Lu}\p{Lt}]/u, UPPER],
    [/\p{Ll}/u, LOWER],
    [/\p{L}/u, LETTER],
    [/\p{M}/u, MARK],
    [/\p{N}/u, NUMBER],
];
function classify(codePoint) {
    const character = String.fromCodePoint(codePoint);
    return KINDS.find(([kind]) => kind.test(character))?.[1] ?? OTHER;
}
/** Filled as characters are met; 0 is not met yet. */
const known = new Uint8Array(0x110000);
/** The class of a code point. */
function classOf(codePoint) {
    const found = known[codePoint];
    if (found)
        return found;
    const kind = classify(codePoint);
    known[codePoint] = kind;
    return kind;
}
/** The classes of ASCII, ready to be indexed. */
const ASCII = Uint8Array.from({ length: 128 }, (_, codePoint) => classOf(codePoint));

;// CONCATENATED MODULE: ./lib/dataset/tokens/tokenizer/pieces.js
/**
 * How text is cut into pieces before its bytes are merged: the regular expressions that are published with tiktoken, as a scan over UTF-8. Beside each part
 * stands the alternative that it is, in the order in which they are tried.
 */


const SLASH = 0x2f;
const APOSTROPHE = 0x27;
const BLANK = 0x20;
function classAt(bytes, index) {
    const first = at(bytes, index);
    return first < 0x80 ? at(ASCII, first) : classOf(codePointAt(bytes, index));
}
const isLetter = (kind) => kind >= UPPER && kind <= LETTER;
const isWhite = (kind) => kind === SPACE || kind === NEWLINE;
/** What may stand once before the letters of a word: `[^\r\n\p{L}\p{N}]`. */
const isPrefix = (kind) => kind >= MARK && kind !== NUMBER && kind !== NEWLINE;
/** The end of `'(?i:[sdmt]|ll|ve|re)` where it stands at `index`, else `index`. The long s (U+017F) is an s to Unicode's case folding. */
function contraction(bytes, index, length) {
    if (index + 1 >= length || at(bytes, index) !== APOSTROPHE)
        return index;
    const first = at(bytes, index + 1) | 0x20;
    if (first === 0x73 || first === 0x64 || first === 0x6d || first === 0x74)
        return index + 2;
    if (index + 2 >= length)
        return index;
    if (at(bytes, index + 1) === 0xc5 && at(bytes, index + 2) === 0xbf)
        return index + 3;
    const second = at(bytes, index + 2) | 0x20;
    const known = (first === 0x6c && second === 0x6c) || ((first === 0x76 || first === 0x72) && second === 0x65);
    return known ? index + 3 : index;
}
/** `\p{N}{1,3}` */
function numbers(bytes, from, length) {
    let end = from;
    for (let count = 0; count < 3 && end < length && classAt(bytes, end) === NUMBER; count += 1)
        end += widthOf(at(bytes, end));
    return end;
}
/** ` ?[^\s\p{L}\p{N}]+[\r\n/]*`, where a slash at its end belongs to it in one encoding only; `from` when there is none. */
function signs(bytes, from, length, slashes) {
    let end = at(bytes, from) === BLANK ? from + 1 : from;
    const begin = end;
    while (end < length) {
        const kind = classAt(bytes, end);
        if (kind !== OTHER && kind !== MARK)
            break;
        end += widthOf(at(bytes, end));
    }
    if (end === begin)
        return from;
    while (end < length && (at(ASCII, at(bytes, end)) === NEWLINE || (slashes && at(bytes, end) === SLASH)))
        end += 1;
    return end;
}
/** `\s*[\r\n]+`, then `\s+(?!\S)`, then `\s+`: a run of white space up to its last newline, else all of it but the last before other text. */
function white(bytes, from, length) {
    let end = from;
    let last = from;
    let newline = from;
    while (end < length) {
        const kind = classAt(bytes, end);
        if (!isWhite(kind))
            break;
        last = end;
        end += widthOf(at(bytes, end));
        if (kind === NEWLINE)
            newline = end;
    }
    if (newline > from)
        return newline;
    return end === length || last === from ? end : last;
}
/**
 * `[Lu Lt Lm Lo M]*[Ll Lm Lo M]+`, then `[Lu Lt Lm Lo M]+[Ll Lm Lo M]*`, from where the letters begin. The first gives characters that are in both sets back
 * until the second set has one.
 * @returns `from` when there is neither
 */
function word(bytes, from, length) {
    let upper = from;
    let both = from;
    while (upper < length) {
        const kind = classAt(bytes, upper);
        if (kind === LOWER || kind > MARK)
            break;
        upper += widthOf(at(bytes, upper));
        if (kind !== UPPER)
            both = upper;
    }
    let end = upper;
    while (end < length) {
        const kind = classAt(bytes, end);
        if (kind === UPPER || kind > MARK)
            break;
        end += widthOf(at(bytes, end));
    }
    if (end > upper)
        return end;
    return both > from ? both : upper;
}
const isLow = (byte) => byte >= 0x61 && byte <= 0x7a;
const isHigh = (byte) => byte >= 0x41 && byte <= 0x5a;
/**
 * Most pieces are a plain English word: perhaps a blank, perhaps a capital, small letters. The text has a NUL after its end.
 * @returns `from` when it is not one, or may go on
 */
function plainWord(bytes, from) {
    let end = at(bytes, from) === BLANK ? from + 1 : from;
    if (isHigh(at(bytes, end)))
        end += 1;
    const begin = end;
    while (isLow(at(bytes, end)))
        end += 1;
    const next = at(bytes, end);
    return end === begin || next >= 0x80 || next === APOSTROPHE ? from : end;
}
/** Whether the first alternative matches what `word` found: its last character is no upper-case letter. */
function endsLow(bytes, end) {
    let last = end - 1;
    while ((at(bytes, last) & 0xc0) === 0x80)
        last -= 1;
    return classAt(bytes, last) !== UPPER;
}
const pieceEndO200k = (bytes, from, length) => {
    const plain = plainWord(bytes, from);
    if (plain > from)
        return plain;
    const kind = classAt(bytes, from);
    if (kind === NUMBER)
        return numbers(bytes, from, length);
    if (kind === NEWLINE)
        return white(bytes, from, length);
    // Letters, with one other character before them where there is one.
    const begin = isPrefix(kind) ? from + widthOf(at(bytes, from)) : from;
    const end = word(bytes, begin, length);
    if (end > begin) {
        // A mark is a prefix and a letter's part at once: where the letters after it do not match alone, it is tried as such a part.
        if (kind === MARK && !endsLow(bytes, end))
            return contraction(bytes, word(bytes, from, length), length);
        return contraction(bytes, end, length);
    }
    if (kind === MARK)
        return contraction(bytes, begin, length);
    const sign = signs(bytes, from, length, true);
    return sign > from ? sign : white(bytes, from, length);
};
const pieceEndCl100k = (bytes, from, length) => {
    const plain = plainWord(bytes, from);
    // A capital within a word is of the word here.
    if (plain > from && !isHigh(at(bytes, plain)))
        return plain;
    const short = contraction(bytes, from, length);
    if (short > from)
        return short;
    const kind = classAt(bytes, from);
    if (kind === NUMBER)
        return numbers(bytes, from, length);
    if (kind === NEWLINE)
        return white(bytes, from, length);
    const begin = isLetter(kind) ? from : from + widthOf(at(bytes, from));
    let end = begin;
    while (end < length && isLetter(classAt(bytes, end)))
        end += widthOf(at(bytes, end));
    if (end > begin)
        return end;
    const sign = signs(bytes, from, length, false);
    return sign > from ? sign : white(bytes, from, length);
};

;// CONCATENATED MODULE: ./lib/dataset/tokens/tokenizer/counter.js
/** Counting tokens exactly as tiktoken's `encode_ordinary` does: text that looks like a special token is text. */




const PIECE_END = { o200k_base: pieceEndO200k, cl100k_base: pieceEndCl100k };
const counter_SLOTS = 1 << 15;
/** Pieces of up to 8 bytes with their counts, the last one of each slot: two words are the whole piece, so nothing else is to be compared. */
class ShortMemory {
    #low = new Int32Array(counter_SLOTS);
    #high = new Int32Array(counter_SLOTS);
    /** Size * 256 + count. */
    #known = new Int32Array(counter_SLOTS);
    /** The count of a piece, remembered or else asked for. */
    count({ view }, from, size, ask) {
        const low = wordAt(view, from, size);
        const high = size > 4 ? wordAt(view, from + 4, size - 4) : 0;
        const slot = Math.imul(Math.imul(low, 0x2c1b3c6d) ^ high ^ (low >>> 15), 0x297a2d39) >>> 17;
        const known = intAt(this.#known, slot);
        if (known >>> 8 === size && intAt(this.#low, slot) === low && intAt(this.#high, slot) === high)
            return known & 255;
        const count = ask();
        this.#low[slot] = low;
        this.#high[slot] = high;
        this.#known[slot] = size * 256 + count;
        return count;
    }
}
/** Pieces of up to so many bytes are remembered when they are no token. */
const REMEMBERED = 32;
/** The same for longer pieces, verified byte by byte. */
class Memory {
    #text = byteText(new Uint8Array(counter_SLOTS * REMEMBERED));
    #sizes = new Uint8Array(counter_SLOTS);
    #counts = new Uint8Array(counter_SLOTS);
    /** The count of a piece; 0 when it is not remembered. */
    find({ view }, from, size, hash) {
        const slot = hash >>> 17;
        if (at(this.#sizes, slot) !== size || !sameBytes(this.#text.view, slot * REMEMBERED, view, from, size))
            return 0;
        return at(this.#counts, slot);
    }
    keep({ bytes }, from, size, hash, count) {
        const slot = hash >>> 17;
        this.#sizes[slot] = size;
        this.#counts[slot] = count;
        this.#text.bytes.set(bytes.subarray(from, from + size), slot * REMEMBERED);
    }
}
/** A counter over a vocabulary, packed as scripts/vocabulary.ts writes it. */
function counterOf(encoding, packed) {
    const vocabulary = new Vocabulary(packed);
    const short = new ShortMemory();
    const memory = new Memory();
    const pieceEnd = PIECE_END[encoding];
    const buffer = new TextBuffer();
    function countPiece(text, from, to) {
        const size = to - from;
        if (size > vocabulary.longest)
            return mergedLength(text, from, to, vocabulary);
        const hash = hashOf(text.view, from, size);
        if (vocabulary.find(text, from, size, hash) !== NONE)
            return 1;
        if (size > REMEMBERED)
            return mergedLength(text, from, to, vocabulary);
        const remembered = memory.find(text, from, size, hash);
        if (remembered > 0)
            return remembered;
        const count = mergedLength(text, from, to, vocabulary);
        memory.keep(text, from, size, hash, count);
        return count;
    }
    return {
        encoding,
        count(given) {
            const length = buffer.write(given);
            const { text } = buffer;
            let total = 0;
            for (let from = 0; from < length;) {
                const to = pieceEnd(text.bytes, from, length);
                const begin = from;
                const size = to - from;
                total +=
                    size === 1
                        ? 1
                        : size <= 8
                            ? short.count(text, from, size, () => countPiece(text, begin, to))
                            : countPiece(text, from, to);
                from = to;
            }
            return total;
        },
    };
}


/***/ })

};
