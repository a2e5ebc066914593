import { h as rereadRow, m as canonicalJson, u as joinedBytes } from "./estimate.js";
import { t as patiently } from "./patience2.js";
import { f as textsOfLine, l as RowCounter } from "./examine.js";
import { r as secretsOf } from "./credentials.js";
import { r as formatFor } from "./formats.js";
import { c as givenTokenizer, d as PAIR_RULES, f as isOfBoth, i as estimateOf, m as overlapCounts, n as repositoryPath, p as overlap, s as checkData, t as checkoutOf } from "./repository-path.js";
import { t as UNREAD } from "./rules.js";
import { c as messageOf } from "./errors.js";
import { isUtf8 } from "node:buffer";
import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
// src/dataset/diff/changed-tokens.ts
var ChangedTokens = class ChangedTokens {
	#method;
	#counter;
	overLimit = 0;
	#tokenizer;
	constructor(method, counter, tokenizer) {
		this.#method = method;
		this.#counter = counter;
		this.#tokenizer = tokenizer;
	}
	static async for(model, method, picturesAsText, tokenizer) {
		return new ChangedTokens(method, await RowCounter.for(model, Number.POSITIVE_INFINITY, picturesAsText, tokenizer), tokenizer);
	}
	add(text) {
		if (this.#tokenizer === void 0) this.#add(text);
		else patiently(this.#tokenizer.path, text.length, () => this.#add(text));
	}
	#add(text) {
		const row = rereadRow(text, this.#method);
		const tokens = row === void 0 ? void 0 : this.#counter.add(row, 0, 0);
		const limit = this.#counter.rowLimit;
		if (tokens !== void 0 && limit !== void 0 && tokens.total > limit) this.overLimit += 1;
	}
	finish() {
		return this.#counter.finish();
	}
};
function tokensBefore(after, onlyAfter, onlyBefore) {
	const shifted = (count, gone, come) => Math.max(0, count - gone + come);
	const { kind, basis } = after.kind === "exact" ? onlyBefore : after;
	return {
		kind,
		basis,
		tokens: shifted(after.tokens, onlyAfter.tokens, onlyBefore.tokens),
		low: shifted(after.low, onlyAfter.low, onlyBefore.low),
		high: shifted(after.high, onlyAfter.high, onlyBefore.high)
	};
}
// src/dataset/diff/keyed-hash.ts
const encoder = new TextEncoder();
var KeyedHash = class {
	low = 0;
	high = 0;
	#key;
	#first;
	#second;
	#scratch = new Uint8Array(65536);
	constructor(key = randomBytes(8)) {
		this.#key = key;
		this.#first = key.readInt32LE(0);
		this.#second = key.readInt32LE(4);
	}
	bytes(view, from, to) {
		let v0 = this.#first;
		let v1 = this.#second ^ 238;
		let v2 = 1819895653 ^ this.#first;
		let v3 = 1952801890 ^ this.#second;
		const length = to - from;
		const whole = to - (length & 3);
		let word = 0;
		let at = from;
		for (let ending = 0; ending < 4;) {
			let rounds = 2;
			if (at < whole) {
				word = view.getInt32(at, true);
				at += 4;
			} else if (ending === 0) {
				word = length << 24;
				for (let index = 0; index < (length & 3); index += 1) word |= view.getUint8(at + index) << 8 * index;
				ending = 1;
			} else {
				word = 0;
				rounds = 4;
				if (ending === 1) v2 ^= 238;
				else v1 ^= 221;
				ending += 1;
			}
			v3 ^= word;
			for (; rounds > 0; rounds -= 1) {
				v0 = v0 + v1 | 0;
				v1 = (v1 << 5 | v1 >>> 27) ^ v0;
				v0 = v0 << 16 | v0 >>> 16;
				v2 = v2 + v3 | 0;
				v3 = (v3 << 8 | v3 >>> 24) ^ v2;
				v0 = v0 + v3 | 0;
				v3 = (v3 << 7 | v3 >>> 25) ^ v0;
				v2 = v2 + v1 | 0;
				v1 = (v1 << 13 | v1 >>> 19) ^ v2;
				v2 = v2 << 16 | v2 >>> 16;
			}
			v0 ^= word;
			if (ending === 2) this.low = v1 ^ v3;
			else if (ending === 3) {
				this.high = v1 ^ v3;
				return;
			}
		}
	}
	text(text) {
		if (text.length * 3 > this.#scratch.length) this.#scratch = new Uint8Array(text.length * 3);
		const { written } = encoder.encodeInto(text, this.#scratch);
		this.bytes(new DataView(this.#scratch.buffer), 0, written);
	}
	stream() {
		const digest = createHash("sha256").update(this.#key);
		return {
			add: (bytes) => void digest.update(bytes),
			finish: () => {
				const whole = digest.digest();
				this.low = whole.readInt32LE(0);
				this.high = whole.readInt32LE(4);
			}
		};
	}
};
// src/dataset/diff/pairing.ts
const at = (numbers, index) => numbers[index] ?? 0;
var Gathered = class {
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
		return {
			rows: this.#rows.subarray(0, count),
			low: this.#low.subarray(0, count),
			high: this.#high.subarray(0, count)
		};
	}
};
function filtered({ rows, low, high }, keep) {
	const kept = new Gathered(rows.length);
	for (let position = 0; position < rows.length; position += 1) if (keep(at(rows, position), position)) kept.add(at(rows, position), at(low, position), at(high, position));
	return kept.finish();
}
var Positions = class {
	#keys;
	#slots;
	#heads;
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
			if (known < 0) this.#slots[slot] = position + 1;
			const first = known < 0 ? position : known;
			this.#next[position] = at(this.#heads, first);
			this.#heads[first] = position + 1;
		}
	}
	#slotOf(low, high) {
		const mask = this.#slots.length - 1;
		for (let slot = (low ^ Math.imul(high, 2654435761)) & mask;; slot = slot + 1 & mask) {
			const position = at(this.#slots, slot) - 1;
			if (position < 0 || at(this.#keys.low, position) === low && at(this.#keys.high, position) === high) return slot;
		}
	}
	take(low, high) {
		const first = at(this.#slots, this.#slotOf(low, high)) - 1;
		if (first < 0) return -1;
		const position = at(this.#heads, first) - 1;
		if (position >= 0) this.#heads[first] = at(this.#next, position);
		return position;
	}
	isSingle(low, high) {
		const first = at(this.#slots, this.#slotOf(low, high)) - 1;
		return first >= 0 && at(this.#next, at(this.#heads, first) - 1) === 0;
	}
};
function singles(keys) {
	const positions = new Positions(keys);
	return filtered(keys, (_, position) => positions.isSingle(at(keys.low, position), at(keys.high, position)));
}
function pairUp(before, after, partners) {
	const waiting = new Positions(before);
	for (let position = 0; position < after.rows.length; position += 1) {
		const found = waiting.take(at(after.low, position), at(after.high, position));
		if (found < 0) continue;
		partners.after[at(after.rows, position)] = at(before.rows, found);
		partners.before[at(before.rows, found)] = at(after.rows, position);
	}
}
function alone(keys, partners) {
	return filtered(keys, (row) => at(partners, row) < 0);
}
function longestRise(numbers) {
	const ends = new Int32Array(numbers.length);
	let length = 0;
	for (const number of numbers) {
		if (number < 0) continue;
		let low = length;
		if (length > 0 && at(ends, length - 1) >= number) {
			low = 0;
			for (let high = length - 1; low < high;) {
				const middle = low + high >>> 1;
				if (at(ends, middle) < number) low = middle + 1;
				else high = middle;
			}
		}
		ends[low] = number;
		if (low === length) length += 1;
	}
	return length;
}
// src/dataset/diff/row-list.ts
const NEWLINE = 10;
const LONGEST = 33554432;
const FIRST = 1024;
const WINDOW = 1048576;
const MOST_BYTES = 2 ** 31 - 1;
const isSpace = (byte) => byte === 32 || byte !== void 0 && byte >= 9 && byte <= 13;
function grown(column, make) {
	const larger = make(column.length * 2);
	larger.set(column);
	return larger;
}
var RowList = class {
	count = 0;
	#low = new Int32Array(FIRST);
	#high = new Int32Array(FIRST);
	#line = new Int32Array(FIRST);
	#length = new Int32Array(FIRST);
	#offset = new Float64Array(FIRST);
	#files = [];
	add(hash, path, line, offset, length) {
		const row = this.count;
		if (row === this.#low.length) this.#grow();
		this.#low[row] = hash.low;
		this.#high[row] = hash.high;
		this.#line[row] = line;
		this.#length[row] = Math.min(length, MOST_BYTES);
		this.#offset[row] = offset;
		if (this.#files.at(-1)?.path !== path) this.#files.push({
			path,
			from: row
		});
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
	place(row) {
		return {
			path: this.#files.findLast(({ from }) => from <= row)?.path ?? "",
			line: at(this.#line, row),
			offset: at(this.#offset, row),
			length: at(this.#length, row)
		};
	}
};
var FileRows = class {
	#list;
	#hash;
	#path;
	#lines = 0;
	#at = 0;
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
			if (this.#size === 0) this.#row(bytes, view, from, end, this.#at);
			else {
				this.#hold(bytes.subarray(from, end));
				this.#release(this.#at + end);
			}
			from = end + 1;
		}
		if (from < bytes.length) this.#hold(bytes.subarray(from));
		this.#at += bytes.length;
	}
	finish() {
		if (this.#size > 0) this.#release(this.#at);
	}
	#hold(part) {
		this.#size += part.length;
		if (this.#size <= LONGEST) this.#held.push(Buffer.from(part));
		else {
			this.#long ??= this.#hash.stream();
			for (const one of this.#held) this.#long.add(one);
			this.#held = [];
			this.#long.add(part);
		}
	}
	#release(end) {
		const from = end - this.#size;
		if (this.#long !== void 0) {
			this.#long.finish();
			this.#lines += 1;
			this.#list.add(this.#hash, this.#path, this.#lines, from, this.#size);
			this.#long = void 0;
		} else {
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
		if (offset + from === 0 && bytes[from] === 239 && bytes[from + 1] === 187 && bytes[from + 2] === 191) from += 3;
		while (from < end && isSpace(bytes[from])) from += 1;
		while (from < end && isSpace(bytes[end - 1])) end -= 1;
		if (from >= end) return;
		this.#hash.bytes(view, from, end);
		this.#list.add(this.#hash, this.#path, this.#lines, offset + from, end - from);
	}
};
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
async function readAgain(list, rows, readRange, visit) {
	let window = {
		path: "",
		from: 0,
		bytes: Buffer.alloc(0)
	};
	for (const row of rows) {
		const { path, offset, length } = list.place(row);
		if (length > LONGEST) {
			visit(void 0, row);
			continue;
		}
		if (path !== window.path || offset < window.from || offset + length > window.from + window.bytes.length) {
			const bytes = await readRange(path, offset, Math.max(length, WINDOW));
			window = {
				path,
				from: offset,
				bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
			};
		}
		visit(window.bytes.subarray(offset - window.from, offset - window.from + length), row);
	}
}
// src/dataset/diff/row-content.ts
function parts(value) {
	if (typeof value !== "object" || value === null) return void 0;
	const row = { ...value };
	const said = formatFor(row, "supervised")?.saidByAny(row);
	if (said === void 0) return void 0;
	const { messages, asked, given = null } = said;
	return {
		question: [messages.slice(0, asked), given],
		answer: messages.slice(asked)
	};
}
function read(bytes, act) {
	if (bytes === void 0 || !isUtf8(bytes)) return void 0;
	try {
		const text = bytes.toString("utf8");
		return act(JSON.parse(text), text);
	} catch {
		return;
	}
}
const mayHaveTools = (text) => text.includes("\"tools\"") || text.includes("\"functions\"");
async function contentsOf(list, rows, readRange, hash) {
	const contents = new Gathered(rows.length);
	const written = new Set();
	await readAgain(list, rows, readRange, (bytes, row) => {
		const content = read(bytes, (value, text) => {
			if (mayHaveTools(text)) written.add(row);
			return canonicalJson(value);
		});
		if (content === void 0) return contents.add(row, list.low(row), list.high(row));
		hash.text(content);
		contents.add(row, hash.low, hash.high);
	});
	return {
		contents: contents.finish(),
		written
	};
}
async function partsOf(list, rows, readRange, hash) {
	const [question, answer] = [new Gathered(rows.length), new Gathered(rows.length)];
	const keep = (gathered, row, part) => {
		if (part === void 0) return;
		hash.text(canonicalJson(part));
		gathered.add(row, hash.low, hash.high);
	};
	await readAgain(list, rows, readRange, (bytes, row) => read(bytes, (value) => {
		const split = parts(value);
		keep(question, row, split?.question);
		keep(answer, row, split?.answer);
	}));
	return {
		question: question.finish(),
		answer: answer.finish()
	};
}
// src/dataset/diff/diff.ts
const EXAMPLES = 5;
const QUOTED = 480;
const WITH_SECRET = "(not quoted: it holds what looks like a credential)";
const LEAD = 60;
function pairEnds(before, after, partners) {
	const same = (one, other) => before.low(one) === after.low(other) && before.high(one) === after.high(other);
	const pair = (one, other) => {
		partners.before[one] = other;
		partners.after[other] = one;
	};
	const most = Math.min(before.count, after.count);
	let first = 0;
	for (; first < most && same(first, first); first += 1) pair(first, first);
	for (let last = 1; last <= most - first && same(before.count - last, after.count - last); last += 1) pair(before.count - last, after.count - last);
}
function anchored(keys, anchorOf) {
	return {
		...keys,
		low: keys.low.map((low, position) => low ^ Math.imul(anchorOf(at(keys.rows, position)) + 2, 2654435761))
	};
}
function anchors(partners, nowOf) {
	let last = -1;
	return partners.map((partner, row) => {
		if (partner >= 0) last = nowOf(row);
		return last;
	});
}
function pairChanged(before, after, partners) {
	const changed = {
		before: partners.before.slice(),
		after: partners.after.slice()
	};
	const left = (keys, side) => alone(keys, side);
	pairUp(left(before.question, changed.before), left(after.question, changed.after), changed);
	const above = {
		before: anchors(partners.before, (row) => at(partners.before, row)),
		after: anchors(partners.after, (row) => row)
	};
	pairUp(anchored(left(before.answer, changed.before), (row) => at(above.before, row)), anchored(left(after.answer, changed.after), (row) => at(above.after, row)), changed);
	pairUp(singles(left(before.answer, changed.before)), singles(left(after.answer, changed.after)), changed);
	return changed;
}
function excerpts(before, after) {
	if ([before, after].flatMap(textsOfLine).some((text) => secretsOf(text).length > 0)) return {
		before: WITH_SECRET,
		after: WITH_SECRET
	};
	if (before.length <= QUOTED && after.length <= QUOTED) return {
		before,
		after
	};
	let same = 0;
	while (same < before.length && before[same] === after[same]) same += 1;
	const from = same <= QUOTED / 2 ? 0 : same - LEAD;
	const cut = (text) => `${from > 0 ? "…" : ""}${text.slice(from, from + QUOTED)}${text.length > from + QUOTED ? "…" : ""}`.toWellFormed();
	return {
		before: cut(before),
		after: cut(after)
	};
}
async function sideOf(given, hash, signal) {
	const version = {
		...given,
		async readRange(path, offset, length) {
			signal?.throwIfAborted();
			return given.readRange(path, offset, length);
		}
	};
	const list = await listRows(version.paths, version.read, hash, signal);
	return {
		version,
		list,
		partners: new Int32Array(list.count).fill(-1)
	};
}
function lineKeys({ list, partners }) {
	const lines = new Gathered(list.count);
	for (let row = 0; row < list.count; row += 1) if (at(partners, row) === -1) lines.add(row, list.low(row), list.high(row));
	return lines.finish();
}
async function countTokens({ version, list, partners }, contents, written) {
	const { tokens, readRange } = version;
	if (tokens === void 0) return;
	const { rows } = filtered(contents, (row) => at(partners, row) < 0 || written.has(row));
	await readAgain(list, rows, readRange, (bytes) => {
		if (bytes !== void 0 && isUtf8(bytes)) tokens.add(bytes.toString("utf8"));
	});
}
async function textOf({ list, version }, row) {
	let text = "";
	await readAgain(list, [row], version.readRange, (bytes) => {
		text = bytes?.toString("utf8") ?? "";
	});
	return text;
}
async function examplesOf(old, now, changed) {
	const examples = [];
	for (let row = 0; row < now.list.count && examples.length < EXAMPLES; row += 1) {
		const partner = at(changed, row);
		if (partner < 0 || partner === at(now.partners, row)) continue;
		const { path, line } = now.list.place(row);
		examples.push({
			...excerpts(await textOf(old, partner), await textOf(now, row)),
			path,
			line
		});
	}
	return examples;
}
const paired = (side) => side.reduce((sum, partner) => sum + (partner >= 0 ? 1 : 0), 0);
async function diffData(before, after, signal) {
	try {
		return await compared$1(before, after, signal);
	} finally {
		await Promise.all([before, after].map(({ readRange }) => readRange.close?.()));
	}
}
async function compared$1(before, after, signal) {
	const hash = new KeyedHash();
	const old = await sideOf(before, hash, signal);
	const now = await sideOf(after, hash, signal);
	const [rowsBefore, rows] = [old.list.count, now.list.count];
	if (rowsBefore === 0) return {
		added: rows,
		removed: 0,
		changed: 0,
		moved: 0,
		kept: 0,
		examples: []
	};
	const partners = {
		before: old.partners,
		after: now.partners
	};
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
		examples: await examplesOf(old, now, changed.after)
	};
}
// src/pull-request/base-files.ts
const MAGIC = /[*?[\]{}!]/;
const RENAMED = 5;
const ALIKE = 4;
const POINTER = 1024;
function namedFiles(lines, workspace, all, root = workspace) {
	const found = lines.flatMap((line) => {
		const pattern = repositoryPath(line, workspace, root);
		if (pattern === void 0) return [];
		if (all.some((file) => file.path === pattern)) return [pattern];
		const magic = pattern.search(MAGIC);
		if (magic < 0) return [];
		const beginning = pattern.slice(0, magic);
		return all.flatMap((file) => file.path.startsWith(beginning) && path.posix.matchesGlob(file.path, pattern) ? [file.path] : []);
	});
	return [...new Set(found)];
}
function versionOf(files, paths) {
	return {
		paths,
		read: (file) => files.scan(file),
		readRange: files.ranges()
	};
}
async function renamedFile({ files, signal }, dataset, base, all, root) {
	const far = ({ bytes = dataset.bytes }) => Math.abs(Math.log((bytes + 1) / (dataset.bytes + 1)));
	const likely = all.filter((file) => /\.jsonl$/i.test(file.path) && far(file) <= Math.log(ALIKE));
	const gone = [];
	for (const file of likely.toSorted((left, right) => far(left) - far(right))) {
		if (gone.length === RENAMED) break;
		if (!await files.exists(path.join(root, file.path))) gone.push(file.path);
	}
	for (const file of gone) {
		const copy = await base.copy(file);
		const { kept, moved } = await diffData(versionOf(files, [copy]), versionOf(files, dataset.paths), signal);
		if (kept + moved > 0 && (kept + moved) * 2 >= dataset.rows) return {
			copies: [copy],
			renamed: file
		};
	}
}
async function filesBefore(world, dataset, base) {
	const all = await base.files();
	const root = await checkoutOf(world, dataset.paths[0] ?? "");
	const named = namedFiles(world.inputs[dataset.role], world.runner.context.workspace, all, root);
	if (named.length === 0) return renamedFile(world, dataset, base, all, root);
	const copies = [];
	for (const file of named) copies.push(await base.copy(file));
	return {
		copies,
		renamed: void 0
	};
}
async function pointsTo(files, copy) {
	if (await files.size(copy) > POINTER) return void 0;
	const text = await files.readText(copy);
	return text.startsWith("version https://git-lfs.github.com/spec/") ? /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1] ?? "" : void 0;
}
// src/pull-request/compare.ts
const countIn = (counts, wanted) => counts.find(({ rule }) => rule === wanted)?.count ?? 0;
async function isSame({ files }, copies, dataset) {
	const bytes = (await Promise.all(copies.map((copy) => files.size(copy)))).reduce((sum, size) => sum + size, 0);
	if (bytes > dataset.bytes || bytes + copies.length < dataset.bytes) return false;
	const hash = createHash("sha256");
	for await (const piece of joinedBytes(copies, (copy) => files.scan(copy))) hash.update(piece);
	return hash.digest("hex") === dataset.sha256;
}
function newProblems(now, before) {
	return now.flatMap(({ rule, severity, count }) => count > before(rule) ? [{
		rule,
		severity,
		count: count - before(rule)
	}] : []);
}
function unchanged({ role, rows }, now, note) {
	return {
		role,
		diff: {
			added: 0,
			removed: 0,
			changed: 0,
			moved: 0,
			kept: rows,
			examples: []
		},
		note,
		before: {
			rows,
			estimate: role === "training_file" ? now : void 0
		},
		newProblems: []
	};
}
const KNOWN_OTHERWISE = new Set(["row/over-limit", ...PAIR_RULES]);
async function beginsWithRow({ files }, copy) {
	for await (const piece of files.scan(copy)) return /^\{[^\r\n\0]/.test(Buffer.from(piece).toString("latin1", 0, 64));
	return false;
}
function countBefore(now, rows, tokens) {
	if (rows === 0) return {
		...now,
		tokens: 0,
		low: 0,
		high: 0
	};
	return tokensBefore(now, tokens.after.finish(), tokens.before.finish());
}
async function rowByRow({ world, dataset, validation }, copies, note) {
	const { files, inputs, signal, connection } = world;
	const { role, counts } = dataset;
	const { picturesAsText } = connection.profile.data;
	const tokenizer = await givenTokenizer(world);
	const counter = () => ChangedTokens.for(inputs.model ?? "", inputs.method?.type ?? "supervised", picturesAsText, tokenizer);
	const tokens = {
		before: await counter(),
		after: await counter()
	};
	const diff = await diffData({
		...versionOf(files, copies),
		tokens: tokens.before
	}, {
		...versionOf(files, dataset.paths),
		tokens: tokens.after
	}, signal);
	let known;
	const checked = () => {
		known ??= checkData(world, role, copies, false);
		return known;
	};
	const old = (await Promise.all(copies.map((copy) => beginsWithRow(world, copy)))).every(Boolean) && counts.every(({ rule }) => KNOWN_OTHERWISE.has(rule)) ? void 0 : (await checked()).dataset;
	const rows = old?.rows ?? diff.kept + diff.moved + diff.changed + diff.removed;
	const count = ![...old?.counts ?? [], ...counts].some(({ rule }) => UNREAD.has(rule)) && dataset.tokens !== void 0 ? countBefore(dataset.tokens, rows, tokens) : void 0;
	const longer = tokens.after.overLimit - tokens.before.overLimit;
	const before = (rule) => {
		const now = countIn(counts, rule);
		if (rule === "row/over-limit") return now - Math.max(0, longer);
		return isOfBoth(rule) ? now : countIn(old?.counts ?? [], rule);
	};
	return {
		change: {
			role,
			diff,
			note,
			before: {
				rows,
				estimate: role === "training_file" ? estimateOf(world, {
					rows,
					tokens: count
				}, validation) : void 0
			},
			newProblems: newProblems(counts, before)
		},
		checked
	};
}
async function compared(comparing, base) {
	const { world, dataset, estimate } = comparing;
	const { role, rows } = dataset;
	const { files, runner } = world;
	const unknown = (note) => ({ change: {
		role,
		diff: void 0,
		before: void 0,
		newProblems: [],
		note
	} });
	const short = base.commit.slice(0, 7);
	if (dataset.paths.every((file) => repositoryPath(file, runner.context.workspace) === void 0)) return unknown("the data is not part of the checkout, so there is no version before it");
	try {
		const found = await filesBefore(world, dataset, base);
		if (found === void 0) {
			const diff = {
				added: rows,
				removed: 0,
				changed: 0,
				moved: 0,
				kept: 0,
				examples: []
			};
			const note = `the file is new since ${short}`;
			return { change: {
				role,
				diff,
				before: void 0,
				newProblems: [...dataset.counts],
				note
			} };
		}
		const { copies, renamed } = found;
		const note = renamed === void 0 ? void 0 : `the file was ${renamed} at ${short}`;
		const pointers = (await Promise.all(copies.map((copy) => pointsTo(files, copy)))).filter((oid) => oid !== void 0);
		if (pointers.length === 1 && copies.length === 1 && pointers[0] === dataset.sha256) return { change: unchanged(dataset, estimate, note) };
		if (pointers.length > 0) return unknown(`at ${short} the file is a Git LFS pointer, whose content is not read`);
		if (await isSame(world, copies, dataset)) return {
			change: unchanged(dataset, estimate, note),
			checked: () => checkData(world, role, copies, false)
		};
		return await rowByRow(comparing, copies, note);
	} catch (error) {
		return unknown(`the version at ${short} could not be read: ${messageOf(error)}`);
	}
}
async function newOverlap(all, dataset) {
	const now = dataset.counts.filter(({ rule }) => isOfBoth(rule));
	const [training, validation] = ["training_file", "validation_file"].map((role) => all.find(({ change }) => change.role === role));
	if (now.length === 0 || training?.change.diff === void 0 || validation?.change.diff === void 0) return [];
	if (validation.change.before === void 0) return [];
	const [one, other] = [training.checked, validation.checked];
	const shared = one === void 0 || other === void 0 ? [] : await overlap(await one(), await other());
	return newProblems(now, (rule) => countIn(overlapCounts(shared), rule));
}
async function compareWithBase(world, { datasets, estimate }, base) {
	const all = [];
	const validation = datasets.find(({ role }) => role === "validation_file");
	for (const dataset of datasets) all.push(await compared({
		world,
		dataset,
		estimate,
		validation
	}, base));
	const changes = [];
	for (const [index, { change }] of all.entries()) {
		const dataset = datasets[index];
		const shared = dataset === void 0 ? [] : await newOverlap(all, dataset).catch(() => []);
		changes.push({
			...change,
			newProblems: [...change.newProblems, ...shared]
		});
	}
	return changes;
}
export { compareWithBase };
