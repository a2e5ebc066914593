export const id = 954;
export const ids = [954];
export const modules = {

/***/ 63954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  counterOf: () => (/* binding */ counterOf)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/dataset/tokenizer/merge.js
/**
 * Byte-pair encoding of one piece: how many tokens its bytes become. Pairs are merged by rank, the lowest first, of equal ranks the leftmost. The piece is
 * text of one character a byte (latin1), because such texts are short keys of a map.
 */
/** Above so many bytes a heap finds the next merge; below, looking at every pair is quicker. */
const SHORT = 96;
const NONE = 0x7fffffff;
/** What stands at an index; NONE beyond the end. */
function at(numbers, index) {
    return numbers[index] ?? NONE;
}
/** The number of tokens that a piece of at least two bytes becomes. */
function mergedLength(piece, ranks) {
    return piece.length <= SHORT ? mergeShort(piece, ranks) : mergeLong(piece, ranks);
}
function mergeShort(piece, ranks) {
    // starts[i] is where part i begins; pairRank[i] the rank of parts i and i + 1 together.
    const starts = Array.from({ length: piece.length + 1 }, (_, index) => index);
    const rankAt = (index) => {
        const end = starts[index + 2];
        return end === undefined ? NONE : (ranks.get(piece.slice(starts[index], end)) ?? NONE);
    };
    const pairRanks = starts.slice(0, -1).map((_, index) => rankAt(index));
    for (;;) {
        let best = NONE;
        let found = -1;
        for (let index = 0; index < pairRanks.length - 1; index += 1) {
            const rank = at(pairRanks, index);
            if (rank < best) {
                best = rank;
                found = index;
            }
        }
        if (found < 0)
            return starts.length - 1;
        starts.splice(found + 1, 1);
        pairRanks.splice(found + 1, 1);
        pairRanks[found] = rankAt(found);
        if (found > 0)
            pairRanks[found - 1] = rankAt(found - 1);
    }
}
/** The same with a linked list of parts and a heap of pairs: no length makes it quadratic. */
function mergeLong(piece, ranks) {
    const size = piece.length;
    const next = Int32Array.from({ length: size + 1 }, (_, index) => index + 1);
    const previous = Int32Array.from({ length: size + 1 }, (_, index) => index - 1);
    const current = new Int32Array(size + 1).fill(NONE);
    const heap = new PairHeap(size * 3);
    const consider = (start) => {
        const middle = at(next, start);
        const rank = middle >= size ? NONE : (ranks.get(piece.slice(start, next[middle])) ?? NONE);
        current[start] = rank;
        if (rank !== NONE)
            heap.push(rank, start);
    };
    for (let start = 0; start < size - 1; start += 1)
        consider(start);
    let parts = size;
    for (let start = heap.pop(current); start >= 0; start = heap.pop(current)) {
        const swallowed = at(next, start);
        const after = at(next, swallowed);
        next[start] = after;
        previous[after] = start;
        current[swallowed] = NONE;
        parts -= 1;
        consider(start);
        const before = at(previous, start);
        if (before >= 0)
            consider(before);
    }
    return parts;
}
/** A binary heap of (rank, start). Entries whose pair has changed since are dropped when they come up. */
class PairHeap {
    #ranks;
    #starts;
    #size = 0;
    constructor(capacity) {
        this.#ranks = new Int32Array(capacity);
        this.#starts = new Int32Array(capacity);
    }
    #before(left, right) {
        const difference = at(this.#ranks, left) - at(this.#ranks, right);
        return difference < 0 || (difference === 0 && at(this.#starts, left) < at(this.#starts, right));
    }
    #swap(left, right) {
        const rank = at(this.#ranks, left);
        const start = at(this.#starts, left);
        this.#ranks[left] = at(this.#ranks, right);
        this.#starts[left] = at(this.#starts, right);
        this.#ranks[right] = rank;
        this.#starts[right] = start;
    }
    push(rank, start) {
        let index = this.#size;
        this.#size += 1;
        this.#ranks[index] = rank;
        this.#starts[index] = start;
        while (index > 0) {
            const parent = (index - 1) >> 1;
            if (!this.#before(index, parent))
                break;
            this.#swap(index, parent);
            index = parent;
        }
    }
    /** The start of the lowest pair that still has the rank it was pushed with; -1 when there is none. */
    pop(current) {
        while (this.#size > 0) {
            const rank = at(this.#ranks, 0);
            const start = at(this.#starts, 0);
            this.#size -= 1;
            this.#swap(0, this.#size);
            this.#sink();
            if (current[start] === rank)
                return start;
        }
        return -1;
    }
    #sink() {
        let index = 0;
        for (;;) {
            const left = index * 2 + 1;
            if (left >= this.#size)
                return;
            const right = left + 1;
            const child = right < this.#size && this.#before(right, left) ? right : left;
            if (!this.#before(child, index))
                return;
            this.#swap(child, index);
            index = child;
        }
    }
}

;// CONCATENATED MODULE: ./lib/dataset/tokenizer/counter.js
/** Counting tokens exactly as tiktoken's `encode_ordinary` does: text that looks like a special token is text. */


/**
 * How text is cut into pieces, as published with tiktoken. `\p{White_Space}` stands where its regular expressions say `\s`: they follow Unicode, where
 * U+0085 is white space and U+FEFF is none, JavaScript's `\s` does not.
 */
const PIECES = {
    o200k_base: new RegExp([
        "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?:'(?:[sdmtSDMT\\u017f]|[lL][lL]|[vV][eE]|[rR][eE]))?",
        "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?:'(?:[sdmtSDMT\\u017f]|[lL][lL]|[vV][eE]|[rR][eE]))?",
        '\\p{N}{1,3}',
        ' ?[^\\p{White_Space}\\p{L}\\p{N}]+[\\r\\n/]*',
        '\\p{White_Space}*[\\r\\n]+',
        '\\p{White_Space}+(?!\\P{White_Space})',
        '\\p{White_Space}+',
    ].join('|'), 'gu'),
    cl100k_base: new RegExp([
        "'(?:[sdmtSDMT\\u017f]|[lL][lL]|[vV][eE]|[rR][eE])",
        '[^\\r\\n\\p{L}\\p{N}]?\\p{L}+',
        '\\p{N}{1,3}',
        ' ?[^\\p{White_Space}\\p{L}\\p{N}]+[\\r\\n]*',
        '\\p{White_Space}*[\\r\\n]+',
        '\\p{White_Space}+(?!\\P{White_Space})',
        '\\p{White_Space}+',
    ].join('|'), 'gu'),
};
/** Frequent pieces are counted once; the memory of them is emptied when it is full. */
const REMEMBERED = 100_000;
const REMEMBERED_LENGTH = 64;
/** `packed` is what scripts/vocabulary.ts writes. */
function unpack(packed) {
    const bytes = (0,external_node_zlib_.brotliDecompressSync)(Buffer.from(packed, 'base64'));
    const text = bytes.toString('latin1');
    const ranks = new Map();
    for (let at = 0; at < bytes.length;) {
        const end = at + 1 + (bytes[at] ?? 0);
        ranks.set(text.slice(at + 1, end), ranks.size);
        at = end;
    }
    return ranks;
}
/** A counter over a packed vocabulary. */
function counterOf(encoding, packed) {
    const ranks = unpack(packed);
    const remembered = new Map();
    const pieces = PIECES[encoding];
    function countPiece(piece) {
        const bytes = Buffer.from(piece, 'utf8').toString('latin1');
        return bytes.length < 2 || ranks.has(bytes) ? 1 : mergedLength(bytes, ranks);
    }
    return {
        encoding,
        count(text) {
            let total = 0;
            // A lone surrogate has no bytes of its own; it counts as U+FFFD, which is what any encoder makes of it.
            for (const piece of text.toWellFormed().match(pieces) ?? []) {
                let count = remembered.get(piece);
                if (count === undefined) {
                    count = countPiece(piece);
                    if (remembered.size >= REMEMBERED)
                        remembered.clear();
                    if (piece.length <= REMEMBERED_LENGTH)
                        remembered.set(piece, count);
                }
                total += count;
            }
            return total;
        },
    };
}


/***/ })

};
