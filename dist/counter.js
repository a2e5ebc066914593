import { n as classOf, t as ASCII } from "./classes.js";
// src/dataset/tokens/tokenizer/bytes.ts
function at(bytes, index) {
	return bytes[index] ?? 0;
}
function intAt(numbers, index) {
	return numbers[index] ?? 0;
}
function codePointAt(bytes, index) {
	const first = at(bytes, index);
	if (first < 128) return first;
	const second = at(bytes, index + 1) & 63;
	if (first < 224) return (first & 31) << 6 | second;
	const third = at(bytes, index + 2) & 63;
	if (first < 240) return (first & 15) << 12 | second << 6 | third;
	return (first & 7) << 18 | second << 12 | third << 6 | at(bytes, index + 3) & 63;
}
function widthOf(first) {
	return first < 128 ? 1 : first < 224 ? 2 : first < 240 ? 3 : 4;
}
const encoder = new TextEncoder();
const PADDING = 8;
function room(size) {
	const bytes = new Uint8Array(size + PADDING);
	return {
		bytes,
		view: new DataView(bytes.buffer)
	};
}
function byteText(bytes) {
	const text = room(bytes.length);
	text.bytes.set(bytes);
	return text;
}
var TextBuffer = class {
	text = room(65536);
	write(text) {
		if (text.length * 3 + PADDING > this.text.bytes.length) this.text = room(text.length * 3);
		const { written } = encoder.encodeInto(text, this.text.bytes);
		this.text.bytes[written] = 0;
		return written;
	}
};
function wordAt(view, index, size) {
	const word = view.getInt32(index, true);
	return size >= 4 ? word : word & (1 << size * 8) - 1;
}
// src/dataset/tokens/tokenizer/vocabulary.ts
const NONE = 2147483647;
function slotOf(hash) {
	return hash >>> 14;
}
function hashOf(view, from, size) {
	let hash = size;
	for (let index = 0; index < size; index += 4) {
		hash = Math.imul(hash ^ wordAt(view, from + index, size - index), 739982445);
		hash ^= hash >>> 15;
	}
	return Math.imul(hash, 695872825);
}
function sameBytes(left, from, right, other, size) {
	for (let index = 0; index < size; index += 4) if (wordAt(left, from + index, size - index) !== wordAt(right, other + index, size - index)) return false;
	return true;
}
var Vocabulary = class {
	#file;
	longest;
	constructor(file) {
		this.#file = new DataView(file.buffer, file.byteOffset, file.byteLength);
		this.longest = this.#file.getInt32(0, true);
	}
	find({ view }, from, size, hash) {
		const file = this.#file;
		for (let slot = slotOf(hash);; slot = slot + 1 & 262143) {
			const record = file.getInt32(4 + slot * 4, true);
			if (record === 0) return NONE;
			const head = file.getInt32(record, true);
			if ((head & 255) === size && sameBytes(file, record + 4, view, from, size)) return head >>> 8;
		}
	}
	rank(text, from, to) {
		const size = to - from;
		return size > this.longest ? NONE : this.find(text, from, size, hashOf(text.view, from, size));
	}
};
// src/dataset/tokens/tokenizer/merge.ts
const SHORT = 96;
const starts = new Int32Array(98);
const ranks = new Int32Array(98);
function mergedLength(text, from, to, vocabulary) {
	return to - from <= SHORT ? mergeShort(text, from, to, vocabulary) : mergeLong(text, from, to, vocabulary);
}
function mergeShort(text, from, to, vocabulary) {
	let parts = to - from;
	for (let index = 0; index <= parts; index += 1) {
		starts[index] = from + index;
		ranks[index] = index < parts - 1 ? vocabulary.rank(text, from + index, from + index + 2) : NONE;
	}
	for (;;) {
		let best = NONE;
		let found = -1;
		for (let index = 0; index < parts - 1; index += 1) if (intAt(ranks, index) < best) {
			best = intAt(ranks, index);
			found = index;
		}
		if (found < 0) return parts;
		for (let index = found + 1; index < parts; index += 1) {
			starts[index] = intAt(starts, index + 1);
			ranks[index] = intAt(ranks, index + 1);
		}
		parts -= 1;
		ranks[found] = found < parts - 1 ? vocabulary.rank(text, intAt(starts, found), intAt(starts, found + 2)) : NONE;
		if (found > 0) ranks[found - 1] = vocabulary.rank(text, intAt(starts, found - 1), intAt(starts, found + 1));
	}
}
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
		if (rank !== 2147483647) heap.push(rank * PLACES + start);
	};
	for (let start = 0; start < size - 1; start += 1) consider(start);
	let parts = size;
	for (let key = heap.pop(); key >= 0; key = heap.pop()) {
		const rank = Math.floor(key / PLACES);
		const start = key - rank * PLACES;
		if (intAt(current, start) !== rank) continue;
		const swallowed = intAt(next, start);
		const after = intAt(next, swallowed);
		next[start] = after;
		previous[after] = start;
		current[swallowed] = NONE;
		parts -= 1;
		consider(start);
		const before = intAt(previous, start);
		if (before >= 0) consider(before);
	}
	return parts;
}
const PLACES = 2 ** 31;
var PairHeap = class {
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
			const parent = index - 1 >> 1;
			const above = this.#at(parent);
			if (above <= key) break;
			this.#keys[index] = above;
			index = parent;
		}
		this.#keys[index] = key;
	}
	pop() {
		if (this.#size === 0) return -1;
		const lowest = this.#at(0);
		this.#size -= 1;
		const key = this.#at(this.#size);
		let index = 0;
		for (let child = 1; child < this.#size; child = index * 2 + 1) {
			if (child + 1 < this.#size && this.#at(child + 1) < this.#at(child)) child += 1;
			const below = this.#at(child);
			if (below >= key) break;
			this.#keys[index] = below;
			index = child;
		}
		this.#keys[index] = key;
		return lowest;
	}
};
// src/dataset/tokens/tokenizer/pieces.ts
const SLASH = 47;
const APOSTROPHE = 39;
const BLANK = 32;
function classAt(bytes, index) {
	const first = at(bytes, index);
	return first < 128 ? at(ASCII, first) : classOf(codePointAt(bytes, index));
}
const isLetter = (kind) => kind >= 1 && kind <= 3;
const isWhite = (kind) => kind === 7 || kind === 6;
const isPrefix = (kind) => kind >= 4 && kind !== 5 && kind !== 6;
function contraction(bytes, index, length) {
	if (index + 1 >= length || at(bytes, index) !== APOSTROPHE) return index;
	const first = at(bytes, index + 1) | 32;
	if (first === 115 || first === 100 || first === 109 || first === 116) return index + 2;
	if (index + 2 >= length) return index;
	if (at(bytes, index + 1) === 197 && at(bytes, index + 2) === 191) return index + 3;
	const second = at(bytes, index + 2) | 32;
	return first === 108 && second === 108 || (first === 118 || first === 114) && second === 101 ? index + 3 : index;
}
function numbers(bytes, from, length) {
	let end = from;
	for (let count = 0; count < 3 && end < length && classAt(bytes, end) === 5; count += 1) end += widthOf(at(bytes, end));
	return end;
}
function signs(bytes, from, length, slashes) {
	let end = at(bytes, from) === BLANK ? from + 1 : from;
	const begin = end;
	while (end < length) {
		const kind = classAt(bytes, end);
		if (kind !== 8 && kind !== 4) break;
		end += widthOf(at(bytes, end));
	}
	if (end === begin) return from;
	while (end < length && (at(ASCII, at(bytes, end)) === 6 || slashes && at(bytes, end) === SLASH)) end += 1;
	return end;
}
function white(bytes, from, length) {
	let end = from;
	let last = from;
	let newline = from;
	while (end < length) {
		const kind = classAt(bytes, end);
		if (!isWhite(kind)) break;
		last = end;
		end += widthOf(at(bytes, end));
		if (kind === 6) newline = end;
	}
	if (newline > from) return newline;
	return end === length || last === from ? end : last;
}
function word(bytes, from, length) {
	let upper = from;
	let both = from;
	while (upper < length) {
		const kind = classAt(bytes, upper);
		if (kind === 2 || kind > 4) break;
		upper += widthOf(at(bytes, upper));
		if (kind !== 1) both = upper;
	}
	let end = upper;
	while (end < length) {
		const kind = classAt(bytes, end);
		if (kind === 1 || kind > 4) break;
		end += widthOf(at(bytes, end));
	}
	if (end > upper) return end;
	return both > from ? both : upper;
}
const isLow = (byte) => byte >= 97 && byte <= 122;
const isHigh = (byte) => byte >= 65 && byte <= 90;
function plainWord(bytes, from) {
	let end = at(bytes, from) === BLANK ? from + 1 : from;
	if (isHigh(at(bytes, end))) end += 1;
	const begin = end;
	while (isLow(at(bytes, end))) end += 1;
	const next = at(bytes, end);
	return end === begin || next >= 128 || next === APOSTROPHE ? from : end;
}
function endsLow(bytes, end) {
	let last = end - 1;
	while ((at(bytes, last) & 192) === 128) last -= 1;
	return classAt(bytes, last) !== 1;
}
const pieceEndO200k = (bytes, from, length) => {
	const plain = plainWord(bytes, from);
	if (plain > from) return plain;
	const kind = classAt(bytes, from);
	if (kind === 5) return numbers(bytes, from, length);
	if (kind === 6) return white(bytes, from, length);
	const begin = isPrefix(kind) ? from + widthOf(at(bytes, from)) : from;
	const end = word(bytes, begin, length);
	if (end > begin) {
		if (kind === 4 && !endsLow(bytes, end)) return contraction(bytes, word(bytes, from, length), length);
		return contraction(bytes, end, length);
	}
	if (kind === 4) return contraction(bytes, begin, length);
	const sign = signs(bytes, from, length, true);
	return sign > from ? sign : white(bytes, from, length);
};
const pieceEndCl100k = (bytes, from, length) => {
	const plain = plainWord(bytes, from);
	if (plain > from && !isHigh(at(bytes, plain))) return plain;
	const short = contraction(bytes, from, length);
	if (short > from) return short;
	const kind = classAt(bytes, from);
	if (kind === 5) return numbers(bytes, from, length);
	if (kind === 6) return white(bytes, from, length);
	const begin = isLetter(kind) ? from : from + widthOf(at(bytes, from));
	let end = begin;
	while (end < length && isLetter(classAt(bytes, end))) end += widthOf(at(bytes, end));
	if (end > begin) return end;
	const sign = signs(bytes, from, length, false);
	return sign > from ? sign : white(bytes, from, length);
};
// src/dataset/tokens/tokenizer/counter.ts
const PIECE_END = {
	o200k_base: pieceEndO200k,
	cl100k_base: pieceEndCl100k
};
const SLOTS = 32768;
var ShortMemory = class {
	#low = new Int32Array(SLOTS);
	#high = new Int32Array(SLOTS);
	#known = new Int32Array(SLOTS);
	count({ view }, from, size, ask) {
		const low = wordAt(view, from, size);
		const high = size > 4 ? wordAt(view, from + 4, size - 4) : 0;
		const slot = Math.imul(Math.imul(low, 739982445) ^ high ^ low >>> 15, 695872825) >>> 17;
		const known = intAt(this.#known, slot);
		if (known >>> 8 === size && intAt(this.#low, slot) === low && intAt(this.#high, slot) === high) return known & 255;
		const count = ask();
		this.#low[slot] = low;
		this.#high[slot] = high;
		this.#known[slot] = size * 256 + count;
		return count;
	}
};
const REMEMBERED = 32;
var Memory = class {
	#text = byteText(new Uint8Array(SLOTS * REMEMBERED));
	#sizes = new Uint8Array(SLOTS);
	#counts = new Uint8Array(SLOTS);
	find({ view }, from, size, hash) {
		const slot = hash >>> 17;
		if (at(this.#sizes, slot) !== size || !sameBytes(this.#text.view, slot * REMEMBERED, view, from, size)) return 0;
		return at(this.#counts, slot);
	}
	keep({ bytes }, from, size, hash, count) {
		const slot = hash >>> 17;
		this.#sizes[slot] = size;
		this.#counts[slot] = count;
		this.#text.bytes.set(bytes.subarray(from, from + size), slot * REMEMBERED);
	}
};
function counterOf(encoding, packed) {
	const vocabulary = new Vocabulary(packed);
	const short = new ShortMemory();
	const memory = new Memory();
	const pieceEnd = PIECE_END[encoding];
	const buffer = new TextBuffer();
	function countPiece(text, from, to) {
		const size = to - from;
		if (size > vocabulary.longest) return mergedLength(text, from, to, vocabulary);
		const hash = hashOf(text.view, from, size);
		if (vocabulary.find(text, from, size, hash) !== 2147483647) return 1;
		if (size > REMEMBERED) return mergedLength(text, from, to, vocabulary);
		const remembered = memory.find(text, from, size, hash);
		if (remembered > 0) return remembered;
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
				total += size === 1 ? 1 : size <= 8 ? short.count(text, from, size, () => countPiece(text, begin, to)) : countPiece(text, from, to);
				from = to;
			}
			return total;
		}
	};
}
export { counterOf };
