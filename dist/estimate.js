import { i as words, n as ours, t as cutWords } from "./words.js";
import { t as FORMAT_NAMES, u as faultsOf } from "./formats.js";
import { a as checkRow, c as StatisticsTotal, d as formatsOf, f as contentOf, i as parseLine, l as SEEN_BYTES, n as hasNoKeyTwice, o as RowCounter, p as hashContent, r as plainRow, t as examinerOf, u as RowTable } from "./examine.js";
import { n as ruleOf, o as FILE_RULES, r as severityOf } from "./rules.js";
import { t as USUAL_PROFILE } from "./profile.js";
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
// src/dataset/scan/reread.ts
function rereadRow(line, method) {
	try {
		const plain = plainRow(JSON.parse(line), method);
		if (plain !== void 0 && hasNoKeyTwice(plain, line)) return plain.row;
	} catch {
		return;
	}
	const parsed = parseLine(line);
	return "found" in parsed ? void 0 : checkRow(parsed.value, {
		method,
		profile: USUAL_PROFILE,
		graderItems: []
	}).row;
}
// src/dataset/likeness/repeats.ts
function lineOf({ rows, reader }, row) {
	const { path, offset, length } = rows.place(row);
	return reader.read(path, offset, length);
}
const GONE = {
	whole: 0,
	prompt: 0
};
async function contentHash(known, row) {
	const taken = known.rows.hash(row);
	if (taken !== void 0) return taken;
	const read = rereadRow((await lineOf(known, row)).toString("utf8"), known.method);
	const hash = read === void 0 ? GONE : hashContent(read, false);
	known.rows.keepHash(row, hash);
	return hash;
}
async function relation(left, row, right, other) {
	const lines = [await lineOf(left, row), await lineOf(right, other)];
	if (lines[0].equals(lines[1])) return "row/duplicate";
	const [one, two] = lines.map((line) => rereadRow(line.toString("utf8"), left.method));
	if (one === void 0 || two === void 0) return void 0;
	const [here, there] = [contentOf(one), contentOf(two)];
	if (here.whole === there.whole) return "row/near-duplicate";
	return here.prompt === there.prompt && here.prompt !== "[]" ? "row/contradiction" : void 0;
}
async function sameRows(left, row, right, other) {
	const found = await relation(left, row, right, other);
	return found === "row/duplicate" || found === "row/near-duplicate";
}
function detailOf(rule, method, { path, line }) {
	const place = words`${ours(path)}:${line}`;
	if (rule === "row/duplicate") return words`The row stands already at ${place}.`;
	if (rule === "row/near-duplicate") return words`The row equals, but for case, white space or Unicode form, ${place}.`;
	return method === "dpo" ? words`The same two outputs are preferred the other way round at ${place}.` : words`The same prompt has another answer at ${place}.`;
}
async function* repeated(known) {
	const { rows, method } = known;
	for (const { row, alike, asked } of rows.meetings()) for (const one of [
		row,
		alike,
		asked
	]) if (one >= 0 && rows.hash(one) === void 0) await contentHash(known, one);
	for (const { row, alike, asked } of rows.suspects()) {
		let rule = alike < 0 ? void 0 : await relation(known, row, known, alike);
		let other = alike;
		if (rule === void 0 && asked >= 0 && asked !== alike) {
			rule = await relation(known, row, known, asked);
			other = asked;
		}
		if (rule !== void 0) yield {
			found: {
				rule,
				detail: detailOf(rule, method, rows.place(other))
			},
			place: rows.place(row)
		};
	}
}
// src/dataset/scan/chunks.ts
const NEWLINE = 10;
const LONGEST = 33554432;
async function* pieces(paths, read) {
	let last = NEWLINE;
	for (const path of paths) {
		let begun = false;
		for await (const bytes of read(path)) {
			if (bytes.length === 0) continue;
			if (!begun && last !== NEWLINE) yield {
				path: void 0,
				bytes: Buffer.of(NEWLINE)
			};
			begun = true;
			last = bytes[bytes.length - 1];
			yield {
				path,
				bytes
			};
		}
	}
}
async function* joinedBytes(paths, read) {
	for await (const { bytes } of pieces(paths, read)) yield bytes;
}
var Cutter = class {
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
		const chunk = {
			path: this.#path,
			offset: this.#offset,
			position: this.#position + this.#offset,
			bytes
		};
		this.#offset += size;
		return chunk;
	}
	#hold(part) {
		this.#size += part.length;
		if (this.#size > LONGEST) this.#held = [];
		else this.#held.push(new Uint8Array(part));
	}
	#takeHeld() {
		const chunk = this.#chunk(this.#size > LONGEST ? void 0 : Buffer.concat(this.#held), this.#size);
		this.#held = [];
		this.#size = 0;
		return chunk;
	}
	*add(bytes) {
		let from = 0;
		if (this.#size > 0) {
			const end = bytes.indexOf(NEWLINE) + 1;
			this.#hold(end > 0 ? bytes.subarray(0, end) : bytes);
			if (end === 0) return;
			yield this.#takeHeld();
			from = end;
		}
		const end = bytes.lastIndexOf(NEWLINE) + 1;
		if (end > from) yield this.#chunk(bytes.subarray(from, end), end - from);
		if (Math.max(from, end) < bytes.length) this.#hold(bytes.subarray(Math.max(from, end)));
	}
	*finish() {
		if (this.#size > 0) yield this.#takeHeld();
	}
};
async function* chunksOf(paths, read, onBytes) {
	let position = 0;
	let path;
	let cutter;
	for await (const piece of pieces(paths, read)) {
		onBytes(piece.bytes);
		if (piece.path !== void 0 && piece.path !== path) {
			if (cutter !== void 0) yield* cutter.finish();
			path = piece.path;
			cutter = new Cutter(path, position);
		}
		position += piece.bytes.length;
		if (piece.path !== void 0 && cutter !== void 0) yield* cutter.add(piece.bytes);
	}
	if (cutter !== void 0) yield* cutter.finish();
}
const KEPT_OF_EACH = 100;
const MESSAGE = 900;
var Problems = class {
	#kept = [];
	#counts = new Map();
	#severityOf;
	constructor(severityOf) {
		this.#severityOf = severityOf;
	}
	add({ rule, detail, column }, path, line) {
		const severity = this.#severityOf(rule);
		const entry = this.#counts.get(rule) ?? {
			rule,
			severity,
			count: 0
		};
		entry.count += 1;
		this.#counts.set(rule, entry);
		if (this.#kept.length >= 25e3 && entry.count > KEPT_OF_EACH) return;
		const message = cutWords(words`${detail} ${ours(ruleOf(rule).fix)}`, MESSAGE);
		this.#kept.push({
			rule,
			severity,
			message,
			path,
			line,
			column
		});
	}
	has(rule) {
		return this.#counts.has(rule);
	}
	get counts() {
		return [...this.#counts.values()];
	}
	inOrder(paths) {
		const files = new Map(paths.map((path, index) => [path, index]));
		const place = ({ path }) => files.get(path) ?? 0;
		const line = (problem) => problem.line ?? Number.MAX_SAFE_INTEGER;
		return this.#kept.toSorted((left, right) => place(left) - place(right) || line(left) - line(right));
	}
};
// src/dataset/scan/range-reader.ts
const BLOCK = 65536;
const KEPT = 64;
const TURN = 1e3;
var RangeReader = class {
	#readRange;
	#signal;
	#reads = 0;
	#blocks = new Map();
	constructor(readRange, signal) {
		this.#readRange = readRange;
		this.#signal = signal;
	}
	async read(path, offset, length) {
		this.#reads += 1;
		if (this.#reads % TURN === 0) await setImmediate();
		this.#signal?.throwIfAborted();
		const parts = [];
		for (let at = offset; at < offset + length;) {
			const begin = at - at % BLOCK;
			const part = (await this.#block(path, begin)).subarray(at - begin, offset + length - begin);
			if (part.length === 0) break;
			parts.push(part);
			at += part.length;
		}
		return Buffer.concat(parts);
	}
	async #block(path, begin) {
		const name = `${begin} ${path}`;
		const block = this.#blocks.get(name) ?? await this.#readRange(path, begin, BLOCK);
		this.#blocks.delete(name);
		this.#blocks.set(name, block);
		const [oldest] = this.#blocks.keys();
		if (this.#blocks.size > KEPT && oldest !== void 0) this.#blocks.delete(oldest);
		return block;
	}
};
// src/dataset/scan/read-buffers.ts
const SIZE = 2097152;
const COUNT = 4;
var ReadBuffers = class {
	memory = new SharedArrayBuffer(COUNT * SIZE);
	returned = new Int32Array(new SharedArrayBuffer(4));
	#lent = 0;
	#until = new Int32Array(COUNT);
	#last = 3;
	get pending() {
		return this.#lent - Atomics.load(this.returned, 0);
	}
	take() {
		const back = Atomics.load(this.returned, 0);
		let next = (this.#last + 1) % COUNT;
		while (next === this.#last || (this.#until[next] ?? 0) > back) next = (next + 1) % COUNT;
		this.#last = next;
		return new Uint8Array(this.memory, next * SIZE, SIZE);
	}
	holds(bytes) {
		return bytes.buffer === this.memory;
	}
	lend(bytes) {
		this.#lent += 1;
		this.#until[Math.floor(bytes.byteOffset / SIZE)] = this.#lent;
	}
};
// src/dataset/scan/check.ts
const WORTH_A_THREAD = 4e6;
const WORTH_A_MESSAGE = 65536;
const MOST_PARTS = 32;
var Assembly = class {
	problems;
	table = new RowTable();
	statistics = new StatisticsTotal();
	rows = 0;
	imageRows = 0;
	systems = {
		with: 0,
		without: 0
	};
	withoutSystem;
	format;
	#ended = new Set();
	#counter;
	#path;
	#before = 0;
	constructor(problems, counter) {
		this.problems = problems;
		this.#counter = counter;
	}
	isEnded(path) {
		return this.#ended.has(path);
	}
	get ended() {
		return this.#ended.size > 0;
	}
	add({ path, offset, examined }) {
		if (path !== this.#path) this.#before = 0;
		this.#path = path;
		if (this.#ended.has(path)) return;
		const before = this.#before;
		if (examined === void 0) {
			this.#before += 1;
			this.problems.add({
				rule: "row/too-long",
				detail: words`The line is longer than 32 MiB.`
			}, path, before + 1);
			return;
		}
		const placed = examined.found.map((one) => ({
			...one,
			line: one.line === void 0 ? void 0 : one.line + before
		}));
		for (const one of this.#foreign(examined, before)) placed.push(one);
		placed.sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
		this.table.add(examined.readable, path, offset, before);
		for (const one of placed) if (one.rule !== "file/crlf" || !this.problems.has("file/crlf")) this.problems.add(one, path, one.line);
		this.#before += examined.lines;
		this.rows += examined.rows;
		this.imageRows += examined.imageRows;
		this.systems.with += examined.systems.with;
		this.systems.without += examined.systems.without;
		if (examined.systems.without > 0) this.withoutSystem ??= `${path}:${before + examined.systems.firstWithout}`;
		if (examined.ends) this.#ended.add(path);
		if (examined.tokens !== void 0) this.#counter?.merge(examined.tokens);
		if (examined.statistics !== void 0) this.statistics.add(examined.statistics, path, before);
	}
	*#foreign({ readable, formats }, before) {
		if (this.format !== void 0 && formats === 1 << FORMAT_NAMES.indexOf(this.format)) return;
		for (const row of formatsOf(readable)) {
			const format = FORMAT_NAMES[row.format];
			if (format !== void 0 && this.format !== void 0 && format !== this.format) yield {
				rule: "row/mixed-formats",
				detail: words`The row is in the ${ours(format)} format, the file began with ${ours(this.format)}.`,
				line: row.line + before
			};
			this.format ??= format;
		}
	}
};
function mayLend(buffers, bytes) {
	return bytes.length > WORTH_A_MESSAGE && buffers.holds(bytes) && buffers.pending < 2;
}
async function examineAll(request, settings, assembly, onBytes) {
	const { paths, read, signal, entry } = request;
	const seen = new SharedArrayBuffer(SEEN_BYTES);
	const own = await examinerOf(settings, seen);
	const buffers = new ReadBuffers();
	const queue = [];
	const helper = entry === void 0 ? void 0 : (await import("./examiner-thread.js")).startHelper(entry, settings, buffers, seen);
	let path;
	try {
		for await (const { path: file, bytes, position, offset } of chunksOf(paths, (name) => read(name, () => buffers.take()), onBytes)) {
			signal?.throwIfAborted();
			const first = file !== path;
			path = file;
			if (assembly.isEnded(path)) continue;
			const part = {
				path,
				offset,
				examined: void 0,
				waiting: void 0
			};
			queue.push(part);
			if (helper !== void 0 && !first && bytes !== void 0 && mayLend(buffers, bytes)) {
				part.waiting = helper.examine({
					bytes,
					position,
					first
				}).then((examined) => {
					part.examined = examined;
					part.waiting = void 0;
				});
				part.waiting.catch(() => void 0);
			} else if (bytes !== void 0) part.examined = own.examine({
				bytes,
				position,
				first
			});
			while (queue[0] !== void 0 && (queue[0].waiting === void 0 || queue.length > MOST_PARTS)) {
				await queue[0].waiting;
				assembly.add(queue[0]);
				queue.shift();
			}
		}
		for (const part of queue) {
			await part.waiting;
			assembly.add(part);
		}
	} finally {
		await helper?.close();
	}
}
function wholeOf({ role, usesOutputJson, hasResponseFormat }, assembly, bytes) {
	const { rows, imageRows, systems, withoutSystem, ended } = assembly;
	return {
		role,
		rows,
		bytes,
		imageRows,
		systems,
		withoutSystem,
		ended,
		usesOutputJson: usesOutputJson === true,
		hasResponseFormat: hasResponseFormat === true
	};
}
async function checkDataset(request) {
	const { role, paths, method, rules: profile, model, countTokens, exactTokensUpTo } = request;
	const hash = createHash("sha256");
	let bytes = 0;
	const settings = {
		method,
		profile,
		graderItems: request.graderItems ?? [],
		model,
		countTokens,
		exactTokensUpTo
	};
	const counter = countTokens ? await RowCounter.for(model, exactTokensUpTo) : void 0;
	const problems = new Problems((rule) => severityOf(rule, profile, request.allowSecrets));
	const assembly = new Assembly(problems, counter);
	await examineAll(request, settings, assembly, (piece) => {
		hash.update(piece);
		bytes += piece.length;
	});
	const known = {
		rows: assembly.table,
		reader: new RangeReader(request.readRange, request.signal),
		method
	};
	for await (const { found, place } of repeated(known)) problems.add(found, place.path, place.line);
	for (const found of faultsOf(FILE_RULES, wholeOf(request, assembly, bytes), settings)) problems.add(found, paths[0] ?? "", void 0);
	const dataset = {
		role,
		paths,
		format: assembly.format,
		rows: assembly.rows,
		bytes,
		sha256: hash.digest("hex"),
		problems: problems.inOrder(paths),
		counts: problems.counts,
		tokens: counter?.finish(),
		statistics: assembly.statistics.finish()
	};
	return {
		...known,
		dataset
	};
}
// src/dataset/tokens/estimate.ts
function defaultEpochs(rows) {
	if (rows <= 0) return 1;
	if (rows * 3 < 100) return Math.min(25, Math.floor(100 / rows));
	if (rows * 3 > 25e3) return Math.max(1, Math.floor(25e3 / rows));
	return 3;
}
function costOf(tokens, pricePerMillion) {
	return tokens / 1e6 * pricePerMillion;
}
function timesEpochs(count, epochs) {
	return {
		...count,
		tokens: count.tokens * epochs,
		low: count.low * epochs,
		high: count.high * epochs
	};
}
export { checkDataset as a, sameRows as c, WORTH_A_THREAD as i, rereadRow as l, defaultEpochs as n, joinedBytes as o, timesEpochs as r, contentHash as s, costOf as t };
