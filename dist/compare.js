import { A as rereadRow, C as chunksOf, D as overlap, E as isOfBoth, H as textsOfLine, J as loadModule, K as exported, O as overlapCounts, T as PAIR_RULES, U as RowCounter, V as isSpace, Y as memory, Z as formatFor, c as estimateOf, d as checkData, f as givenTokenizer, k as canonicalJson, o as checkoutOf, q as exportsOf, s as repositoryPath, w as joinedBytes } from "./data.js";
import { t as patiently } from "./patience2.js";
import { it as UNREAD, jt as secretsOf } from "./main.js";
import { Tt as object, d as patternsOf, in as messageOf, u as namesPath } from "./start.js";
const { isUtf8 } = process.getBuiltinModule("node:buffer");
const { createHash, randomBytes } = process.getBuiltinModule("node:crypto");
const path = process.getBuiltinModule("node:path");
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
	if (!isUtf8(bytes)) return void 0;
	try {
		const text = bytes.toString("utf8");
		return act(JSON.parse(text), text);
	} catch {
		return;
	}
}
const mayHaveTools = (text) => text.includes("\"tools\"") || text.includes("\"functions\"");
async function contentsOf(list, rows, reader, hash) {
	const contents = new Gathered(rows.length);
	const written = new Set();
	await reader.read(rows, (bytes, row) => {
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
async function partsOf(rows, reader, hash) {
	const [question, answer] = [new Gathered(rows.length), new Gathered(rows.length)];
	const keep = (gathered, row, part) => {
		if (part === void 0) return;
		hash.text(canonicalJson(part));
		gathered.add(row, hash.low, hash.high);
	};
	await reader.read(rows, (bytes, row) => read(bytes, (value) => {
		const split = parts(value);
		keep(question, row, split?.question);
		keep(answer, row, split?.answer);
	}));
	return {
		question: question.finish(),
		answer: answer.finish()
	};
}
// src/dataset/diff/row-finder.ts
const NEWLINE = 10;
const Kernel = object({
	memory,
	start: exported(),
	chunkAt: exported(),
	findRows: exported(),
	linesFound: exported(),
	hashBytes: exported()
});
const FOUND = 4096;
const FIELDS = 5;
var KernelFinder = class {
	low = 0;
	high = 0;
	#kernel;
	#encoder = new TextEncoder();
	constructor(kernel, key) {
		this.#kernel = kernel;
		kernel.start(key.readBigUInt64LE(0), key.readBigUInt64LE(8));
	}
	#room(size) {
		const at = this.#kernel.chunkAt(size);
		return new Uint8Array(this.#kernel.memory.buffer, at, size);
	}
	rows(lines, add) {
		const { memory: all, findRows, linesFound } = this.#kernel;
		this.#room(lines.length).set(lines);
		const numbers = new Int32Array(all.buffer, FOUND);
		const number = (index) => numbers[index] ?? 0;
		for (let count = findRows(); count > 0; count = findRows()) for (let at = 0; at < count * FIELDS; at += FIELDS) add(number(at), number(at + 1), number(at + 2), number(at + 3), number(at + 4));
		return linesFound();
	}
	text(text) {
		const { written } = this.#encoder.encodeInto(text, this.#room(Buffer.byteLength(text)));
		const hash = this.#kernel.hashBytes(written);
		this.low = Number(BigInt.asIntN(32, hash));
		this.high = Number(BigInt.asIntN(32, hash >> 32n));
	}
};
var PlainFinder = class {
	low = 0;
	high = 0;
	#key;
	constructor(key) {
		this.#key = key;
	}
	rows(lines, add) {
		const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
		let line = 0;
		for (let from = 0; from < bytes.length; line += 1) {
			const newline = bytes.indexOf(NEWLINE, from);
			let end = newline < 0 ? bytes.length : newline;
			let first = from;
			from = end + 1;
			while (first < end && isSpace(bytes[first])) first += 1;
			while (first < end && isSpace(bytes[end - 1])) end -= 1;
			if (first === end) continue;
			this.#hash(bytes.subarray(first, end));
			add(line, first, end - first, this.low, this.high);
		}
		return line;
	}
	text(text) {
		this.#hash(text);
	}
	#hash(what) {
		const digest = createHash("sha256").update(this.#key).update(what).digest();
		this.low = digest.readInt32LE(0);
		this.high = digest.readInt32LE(4);
	}
};
function rowFinderOf(module, key = randomBytes(16)) {
	const kernel = module === void 0 ? void 0 : exportsOf(Kernel, module);
	return kernel === void 0 ? new PlainFinder(key) : new KernelFinder(kernel, key);
}
let loaded;
function rowFinder() {
	loaded ??= loadModule("rows.wasm").then((module) => rowFinderOf(module));
	return loaded;
}
// src/dataset/diff/row-list.ts
const FIRST = 1024;
const WINDOW = 1048576;
const KEPT = 16777216;
const markLength = (bytes) => bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
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
	add(path, line, offset, length, low, high) {
		const row = this.count;
		if (row === this.#low.length) this.#grow();
		this.#low[row] = low;
		this.#high[row] = high;
		this.#line[row] = line;
		this.#length[row] = length;
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
async function listRows(paths, read, signal) {
	const finder = await rowFinder();
	const list = new RowList();
	let file;
	let before = 0;
	for await (const { path, offset, bytes } of chunksOf(paths, read, () => signal?.throwIfAborted())) {
		if (path !== file) before = 0;
		file = path;
		if (bytes === void 0) {
			before += 1;
			continue;
		}
		const from = offset === 0 ? markLength(bytes) : 0;
		before += finder.rows(bytes.subarray(from), (line, place, length, low, high) => list.add(path, before + line + 1, offset + from + place, length, low, high));
	}
	return list;
}
var RowReader = class {
	#list;
	#readRange;
	#kept = new Map();
	#room = KEPT;
	#window;
	constructor(list, readRange) {
		this.#list = list;
		this.#readRange = readRange;
	}
	async read(rows, visit) {
		for (const row of rows) visit(this.#kept.get(row) ?? this.#inWindow(row) ?? await this.#fromFile(row), row);
	}
	#inWindow(row) {
		const { path, offset, length } = this.#list.place(row);
		const window = this.#window;
		if (window?.path !== path || offset < window.from || offset + length > window.from + window.bytes.length) return void 0;
		const bytes = window.bytes.subarray(offset - window.from, offset - window.from + length);
		if (length > this.#room) return bytes;
		this.#room -= length;
		this.#kept.set(row, Buffer.from(bytes));
		return bytes;
	}
	async #fromFile(row) {
		const { path, offset, length } = this.#list.place(row);
		const { buffer, byteOffset, byteLength } = await this.#readRange(path, offset, Math.max(length, WINDOW));
		this.#window = {
			path,
			from: offset,
			bytes: Buffer.from(buffer, byteOffset, byteLength)
		};
		return this.#inWindow(row) ?? this.#window.bytes;
	}
};
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
async function sideOf({ paths, read, readRange, tokens, listed }, signal) {
	const list = await (listed ?? listRows(paths, read, signal));
	return {
		tokens,
		list,
		reader: new RowReader(list, async (path, offset, length) => {
			signal?.throwIfAborted();
			return readRange(path, offset, length);
		}),
		partners: new Int32Array(list.count).fill(-1)
	};
}
function lineKeys({ list, partners }) {
	const lines = new Gathered(list.count);
	for (let row = 0; row < list.count; row += 1) if (at(partners, row) === -1) lines.add(row, list.low(row), list.high(row));
	return lines.finish();
}
async function countTokens({ tokens, reader, partners }, contents, written) {
	if (tokens === void 0) return;
	const { rows } = filtered(contents, (row) => at(partners, row) < 0 || written.has(row));
	await reader.read(rows, (bytes) => {
		if (isUtf8(bytes)) tokens.add(bytes.toString("utf8"));
	});
}
async function textOf({ reader }, row) {
	let text = "";
	await reader.read([row], (bytes) => {
		text = bytes.toString("utf8");
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
	const hash = await rowFinder();
	const old = await sideOf(before, signal);
	const now = await sideOf(after, signal);
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
	const said = async (side) => contentsOf(side.list, lineKeys(side).rows, side.reader, hash);
	const [one, other] = [await said(old), await said(now)];
	pairUp(one.contents, other.contents, partners);
	const parts = async (side) => partsOf(lineKeys(side).rows, side.reader, hash);
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
		const patterns = MAGIC.test(pattern) ? patternsOf(pattern) : [];
		return all.flatMap((file) => patterns.some((one) => namesPath(one, file.path)) ? [file.path] : []);
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
async function rowByRow({ world, dataset, validation }, now, { copies, note }) {
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
		...now,
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
	const version = versionOf(files, dataset.paths);
	const now = {
		...version,
		listed: listRows(version.paths, version.read, world.signal)
	};
	now.listed.catch(() => void 0);
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
		return await rowByRow(comparing, now, {
			copies,
			note
		});
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
