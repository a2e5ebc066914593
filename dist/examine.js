import { i as words, n as ours } from "./words.js";
import { a as meantFormat, c as saidBy, l as keysOf, n as figuresOf, o as plainIn, r as formatFor, s as rowTokens, t as FORMAT_NAMES, u as faultsOf } from "./formats.js";
import { a as SECRET_RULES, i as TEXT_RULES, s as BEGINNING_RULES, t as UNREAD } from "./rules.js";
import { n as mayHoldSecret, t as masked } from "./secrets.js";
import { L as plainText, M as quote, N as quoteValue } from "./reinforcement.js";
import { t as baseOf } from "./method.js";
import { isAscii, isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import path from "node:path";
// src/dataset/likeness/row-hash.ts
const FOLD = Uint8Array.from({ length: 128 }, (_, code) => /\s/.test(String.fromCharCode(code)) ? 32 : String.fromCharCode(code).toLowerCase().charCodeAt(0));
const SPACE$1 = 32;
const SEED = 2166136261;
function fold(code) {
	if (code < 128) return FOLD[code] ?? 0;
	return code === 133 || code === 8232 || code === 8233 || code === 5760 || code === 65279 ? SPACE$1 : code;
}
function normalised(text) {
	return text.normalize("NFKC").toLowerCase().replace(/[\s\u0085]+/g, " ").trim();
}
function hashText(seed, given, ascii) {
	const text = ascii ? given : given.normalize("NFKC").toLowerCase();
	let hash = seed;
	let begun = false;
	let space = false;
	for (let index = 0; index < text.length; index += 1) {
		const code = fold(text.charCodeAt(index));
		if (code === SPACE$1) {
			space = begun;
			continue;
		}
		begun = true;
		if (space) hash = Math.imul(hash ^ SPACE$1, 16777619);
		space = false;
		hash = Math.imul(hash ^ code, 16777619);
	}
	return Math.imul(hash ^ hash >>> 15, 739982445);
}
function contentKey(content) {
	if (typeof content === "string") return content;
	return content === null || content === void 0 ? "" : JSON.stringify(content);
}
function besides({ tool_calls, function_call, refusal, name, weight }) {
	const said = [
		tool_calls,
		function_call,
		refusal,
		name,
		weight === 0 ? 0 : void 0
	];
	return said.every((one) => one === void 0 || one === null) ? "" : JSON.stringify(said);
}
function hashMessage(seed, message, ascii) {
	const said = hashText(hashText(seed, message.role, true), contentKey(message.content), ascii);
	const more = besides(message);
	return more === "" ? said : hashText(said, more, ascii);
}
function comparable(row) {
	const said = saidBy(row);
	if (said.contradictedBy === "answer") return said;
	if (said.contradictedBy === "nothing") return {
		...said,
		asked: 0
	};
	const question = said.messages.slice(0, said.asked);
	const answers = said.messages.slice(said.asked);
	const sorted = answers.toSorted((left, right) => contentKey(left.content) < contentKey(right.content) ? -1 : 1);
	return {
		...said,
		messages: [
			...question,
			...sorted,
			...answers.slice(0, 1)
		],
		asked: said.messages.length
	};
}
function hashContent(row, ascii) {
	const { messages, asked, given } = comparable(row);
	let hash = given === void 0 ? SEED : hashText(SEED, JSON.stringify(given), ascii);
	let prompt = hash;
	for (const [index, message] of messages.entries()) {
		hash = hashMessage(hash, message, ascii);
		if (index < asked) prompt = hash;
	}
	return {
		whole: hash || 1,
		prompt: asked === 0 ? 0 : prompt || 1
	};
}
const WINDOW = 8;
const REACH = 48;
function mixWindow(seed, text, fromEnd) {
	let key = seed;
	const { length } = text;
	let taken = 0;
	for (let index = 0; index < length; index += 1) {
		const code = text.charCodeAt(fromEnd ? length - 1 - index : index);
		if (code > 127) return void 0;
		if (taken === WINDOW) break;
		const folded = FOLD[code] ?? 0;
		if (folded === SPACE$1) continue;
		taken += 1;
		key = Math.imul(key ^ folded, 16777619);
	}
	return key ^ key >>> 15;
}
function mixNormalised(seed, text, fromEnd) {
	const end = fromEnd ? text.trimEnd().slice(-48) : text.trimStart().slice(0, REACH);
	const normal = end.normalize("NFKC").toLowerCase();
	let key = seed;
	let taken = 0;
	for (let index = 0; index < normal.length && taken < WINDOW; index += 1) {
		const code = fold(normal.charCodeAt(fromEnd ? normal.length - 1 - index : index));
		if (code === SPACE$1) continue;
		taken += 1;
		key = Math.imul(key ^ code, 16777619);
	}
	if (taken < WINDOW && end.length < text.length) return mixNormalised(seed, normalised(text).replaceAll(" ", ""), fromEnd);
	return key ^ key >>> 15;
}
function mixText(seed, text) {
	const begun = mixWindow(seed, text, false) ?? mixNormalised(seed, text, false);
	return mixWindow(begun, text, true) ?? mixNormalised(begun, text, true);
}
function mixLast(seed, messages, end) {
	const last = messages[end - 1];
	if (last === void 0) return seed;
	return mixText(Math.imul(seed ^ end * 16 + last.role.length, 739982445), contentKey(last.content));
}
function keysOfRow(row) {
	const { messages, asked } = comparable(row);
	const prompt = mixLast(SEED, messages, asked);
	return {
		whole: mixLast(prompt, messages, messages.length),
		prompt: asked === 0 ? 0 : prompt | 1
	};
}
function contentOf(row) {
	const { messages, asked, given } = comparable(row);
	const join = (part) => JSON.stringify([...given === void 0 ? [] : [normalised(JSON.stringify(given))], ...part.map((message) => [
		message.role,
		normalised(contentKey(message.content)),
		normalised(besides(message))
	])]);
	return {
		prompt: asked === 0 ? "[]" : join(messages.slice(0, asked)),
		whole: join(messages)
	};
}
// src/dataset/likeness/row-table.ts
const KEY = 0;
const PROMPT_KEY = 1;
const LINE = 2;
const OFFSET = 3;
const SIZE = 4;
const WHOLE = 5;
const PROMPT = 6;
const WIDTH = 7;
const FORMAT_BITS = 5;
var RowBuffer = class {
	#rows = new Int32Array(WIDTH * 1024);
	#count = 0;
	add({ key, promptKey, content }, line, offset, length, format) {
		const at = this.#count * WIDTH;
		if (at === this.#rows.length) {
			const larger = new Int32Array(at * 2);
			larger.set(this.#rows);
			this.#rows = larger;
		}
		const rows = this.#rows;
		rows[at + KEY] = key;
		rows[at + PROMPT_KEY] = promptKey;
		rows[at + LINE] = line;
		rows[at + OFFSET] = offset;
		rows[at + SIZE] = length << FORMAT_BITS | format;
		rows[at + WHOLE] = content?.whole ?? 0;
		rows[at + PROMPT] = content?.prompt ?? 0;
		this.#count += 1;
	}
	take() {
		const taken = this.#rows.slice(0, this.#count * WIDTH);
		this.#count = 0;
		return taken;
	}
};
function numberAt(values, index) {
	return values[index] ?? 0;
}
function* formatsOf(rows) {
	for (let at = 0; at < rows.length; at += WIDTH) yield {
		line: numberAt(rows, at + LINE),
		format: numberAt(rows, at + SIZE) & 31
	};
}
function sortPairs(pairs) {
	new BigInt64Array(pairs.buffer).sort();
}
function lastNotAbove(count, valueAt, limit) {
	let low = 0;
	for (let high = count; low < high;) {
		const middle = low + high >>> 1;
		if (valueAt(middle) <= limit) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
var KeyIndex = class {
	#pairs;
	constructor(pairs) {
		sortPairs(pairs);
		this.#pairs = pairs;
	}
	first(key) {
		const at = lastNotAbove(this.#pairs.length / 2, (index) => numberAt(this.#pairs, index * 2 + 1), key - 1) + 1;
		return at * 2 < this.#pairs.length && numberAt(this.#pairs, at * 2 + 1) === key ? numberAt(this.#pairs, at * 2) : -1;
	}
	repeats() {
		const pairs = this.#pairs;
		let count = 0;
		for (let at = 3; at < pairs.length; at += 2) if (pairs[at] === pairs[at - 2]) count += 1;
		const found = new Int32Array(count * 2);
		let first = 0;
		let filled = 0;
		for (let at = 2; at < pairs.length; at += 2) {
			if (pairs[at + 1] !== pairs[at - 1]) {
				first = at;
				continue;
			}
			found[filled] = numberAt(pairs, first);
			found[filled + 1] = numberAt(pairs, at);
			filled += 2;
		}
		sortPairs(found);
		return found;
	}
};
var RowTable = class {
	#count = 0;
	#blocks = [];
	#indexes = new Map();
	get count() {
		return this.#count;
	}
	add(rows, path, offset, linesBefore) {
		if (rows.length === 0) return;
		this.#blocks.push({
			rows,
			path,
			offset,
			linesBefore,
			from: this.#count
		});
		this.#count += rows.length / WIDTH;
	}
	#block(row) {
		const found = this.#blocks[lastNotAbove(this.#blocks.length, (index) => this.#blocks[index]?.from ?? 0, row)];
		if (found === void 0) throw new RangeError(`There is no row ${row} among ${this.#count}.`);
		return found;
	}
	#field(row, field) {
		const { rows, from } = this.#block(row);
		return numberAt(rows, (row - from) * WIDTH + field);
	}
	#indexOf(field) {
		const pairs = new Int32Array(this.#count * 2);
		let filled = 0;
		for (const { rows, from } of this.#blocks) for (let at = field, row = from; at < rows.length; at += WIDTH, row += 1) {
			const key = numberAt(rows, at);
			if (key === 0) continue;
			pairs[filled] = row;
			pairs[filled + 1] = key;
			filled += 2;
		}
		return new KeyIndex(filled === pairs.length ? pairs : pairs.slice(0, filled));
	}
	#first(field, value) {
		const index = this.#indexes.get(field) ?? this.#indexOf(field);
		this.#indexes.set(field, index);
		return index.first(value);
	}
	withKey(key) {
		return this.#first(KEY, key);
	}
	withContent(whole) {
		return this.#first(WHOLE, whole);
	}
	*#repeats(alikeField, askedField) {
		const alike = this.#indexOf(alikeField).repeats();
		const asked = this.#indexOf(askedField).repeats();
		for (let one = 0, two = 0; one < alike.length || two < asked.length;) {
			const [left, right] = [alike[one + 1] ?? this.#count, asked[two + 1] ?? this.#count];
			const row = Math.min(left, right);
			yield {
				row,
				alike: left === row ? numberAt(alike, one) : -1,
				asked: right === row ? numberAt(asked, two) : -1
			};
			if (left === row) one += 2;
			if (right === row) two += 2;
		}
	}
	meetings() {
		return this.#repeats(KEY, PROMPT_KEY);
	}
	suspects() {
		return this.#repeats(WHOLE, PROMPT);
	}
	key(row) {
		return this.#field(row, KEY);
	}
	hash(row) {
		const whole = this.#field(row, WHOLE);
		return whole === 0 ? void 0 : {
			whole,
			prompt: this.#field(row, PROMPT)
		};
	}
	keepHash(row, { whole, prompt }) {
		const { rows, from } = this.#block(row);
		rows[(row - from) * WIDTH + WHOLE] = whole;
		rows[(row - from) * WIDTH + PROMPT] = prompt;
	}
	place(row) {
		const { rows, path, offset, linesBefore, from } = this.#block(row);
		const at = (row - from) * WIDTH;
		return {
			path,
			line: linesBefore + numberAt(rows, at + LINE),
			offset: offset + numberAt(rows, at + OFFSET),
			length: numberAt(rows, at + SIZE) >>> FORMAT_BITS
		};
	}
};
// src/dataset/likeness/seen-keys.ts
const SEEN_BYTES = 1 << 21;
var SeenKeys = class {
	#bits;
	constructor(memory) {
		this.#bits = new Int32Array(memory);
	}
	#set(bit) {
		const mask = 1 << (bit & 31);
		const before = this.#bits[bit >>> 5] ?? 0;
		this.#bits[bit >>> 5] = before | mask;
		return (before & mask) !== 0;
	}
	see(key) {
		const first = this.#set(Math.imul(key, 2654435761) >>> 8);
		const second = this.#set(Math.imul(key ^ key >>> 16, 2246822507) >>> 8);
		return first && second;
	}
};
// src/dataset/statistics.ts
const LONGEST = 5;
const BINS = 12;
function distribution(values) {
	const sorted = Float64Array.from(values).sort();
	const rank = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
	return {
		median: rank(.5),
		p95: rank(.95),
		max: rank(1)
	};
}
function histogram(values) {
	let low = Number.POSITIVE_INFINITY;
	let high = 0;
	for (const value of values) {
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	const width = Math.max(1, Math.ceil((high - low + 1) / BINS));
	const counts = new Array(Math.floor((high - low) / width) + 1).fill(0);
	for (const value of values) {
		const bin = Math.floor((value - low) / width);
		counts[bin] = (counts[bin] ?? 0) + 1;
	}
	return counts.map((rows, index) => ({
		from: low + index * width,
		to: low + (index + 1) * width,
		rows
	}));
}
const bump = (counts, name, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by);
var StatisticsGatherer = class {
	#tokens = [];
	#turns = [];
	#roles = new Map();
	#tools = new Map();
	#longest = [];
	#trained = 0;
	#nearEmpty = 0;
	add(row, line, tokens) {
		this.#tokens.push(tokens.total);
		this.#trained += tokens.trained;
		const { messages, turns, answer } = figuresOf(row);
		this.#turns.push(turns);
		for (const { role, tool_calls } of messages) {
			bump(this.#roles, role);
			for (const { function: called } of tool_calls ?? []) bump(this.#tools, called.name);
		}
		if (answer !== void 0 && (answer.tool_calls?.length ?? 0) === 0 && plainText(answer.content).trim().length < 3) this.#nearEmpty += 1;
		const shortest = this.#longest.at(-1);
		if (this.#longest.length < LONGEST || shortest !== void 0 && tokens.total > shortest.tokens) this.#longest = [...this.#longest, {
			line,
			tokens: tokens.total
		}].sort(byTokens).slice(0, LONGEST);
	}
	part() {
		return {
			tokens: this.#tokens,
			turns: this.#turns,
			roles: this.#roles,
			tools: this.#tools,
			longest: this.#longest,
			trained: this.#trained,
			nearEmpty: this.#nearEmpty
		};
	}
};
const byTokens = (left, right) => right.tokens - left.tokens;
var StatisticsTotal = class {
	#tokens = [];
	#turns = [];
	#roles = new Map();
	#tools = new Map();
	#longest = [];
	#trained = 0;
	#nearEmpty = 0;
	add(part, path, before) {
		for (const tokens of part.tokens) this.#tokens.push(tokens);
		for (const turns of part.turns) this.#turns.push(turns);
		for (const [role, count] of part.roles) bump(this.#roles, role, count);
		for (const [tool, count] of part.tools) bump(this.#tools, tool, count);
		this.#trained += part.trained;
		this.#nearEmpty += part.nearEmpty;
		const here = part.longest.map(({ line, tokens }) => ({
			path,
			line: line + before,
			tokens
		}));
		this.#longest = [...this.#longest, ...here].sort(byTokens).slice(0, LONGEST);
	}
	finish() {
		if (this.#tokens.length === 0) return void 0;
		const total = this.#tokens.reduce((sum, tokens) => sum + tokens, 0);
		return {
			rowTokens: distribution(this.#tokens),
			longest: this.#longest,
			histogram: histogram(this.#tokens),
			turns: distribution(this.#turns),
			roles: Object.fromEntries(this.#roles),
			tools: Object.fromEntries(this.#tools),
			trainedShare: this.#trained / Math.max(1, total),
			nearEmptyAnswers: this.#nearEmpty
		};
	}
};
// src/dataset/vocabularies.ts
const FOLDER = import.meta.dirname.replace(/src[\\/]dataset$/, "dist");
const loaded = new Map();
async function load(encoding) {
	const { counterOf } = await import("./counter.js");
	return counterOf(encoding, await readFile(path.join(FOLDER, `${encoding}.tokens`)));
}
function loadCounter(encoding) {
	const counter = loaded.get(encoding) ?? load(encoding);
	loaded.set(encoding, counter);
	return counter;
}
// src/dataset/tokens/models.ts
const FAMILIES = [
	[/^gpt-(4\.1|4o)(-|$)/, {
		encoding: "o200k_base",
		rowLimit: 65536
	}],
	[/^(gpt-5|gpt-oss|chatgpt-4o|o[1-9])/, {
		encoding: "o200k_base",
		rowLimit: void 0
	}],
	[/^(openai\/)?gpt-oss/, {
		encoding: "o200k_base",
		rowLimit: void 0
	}],
	[/^gpt-(3\.5|35)-turbo/, {
		encoding: "cl100k_base",
		rowLimit: 16385
	}],
	[/^gpt-4(-|$)/, {
		encoding: "cl100k_base",
		rowLimit: 8192
	}],
	[/^(babbage|davinci)-002/, {
		encoding: "cl100k_base",
		rowLimit: void 0
	}]
];
const UNKNOWN = {
	encoding: void 0,
	rowLimit: void 0
};
function modelFacts(model) {
	const base = baseOf(model);
	return FAMILIES.find(([name]) => name.test(base.toLowerCase()))?.[1] ?? UNKNOWN;
}
// src/dataset/tokens/row-counter.ts
const EVERY = 20;
const Z = 1.96;
const STAND_IN = "o200k_base";
const MEASURED = "9 % on real data";
var RowCounter = class RowCounter {
	rowLimit;
	#counter;
	#unknown;
	#exactUpTo;
	#exact = 0;
	#restBytes = 0;
	#sample = [];
	constructor(unknown, counter, rowLimit, exactUpTo) {
		this.#unknown = unknown;
		this.#counter = counter;
		this.rowLimit = rowLimit;
		this.#exactUpTo = exactUpTo;
	}
	static async for(model, exactUpTo) {
		const { encoding, rowLimit } = modelFacts(model);
		return new RowCounter(encoding === void 0 ? model || "the model" : void 0, await loadCounter(encoding ?? STAND_IN), rowLimit, exactUpTo);
	}
	add(row, bytes, end) {
		const sampled = end > this.#exactUpTo;
		if (sampled) this.#restBytes += bytes;
		if (sampled && (Math.imul(end, 2654435761) >>> 0) % EVERY !== 0) return void 0;
		const tokens = rowTokens(row, this.#counter);
		const cut = Math.min(tokens.total, this.rowLimit ?? Number.POSITIVE_INFINITY);
		if (sampled) this.#sample.push({
			tokens: cut,
			bytes
		});
		else this.#exact += cut;
		return tokens;
	}
	part() {
		const part = {
			exact: this.#exact,
			restBytes: this.#restBytes,
			sample: this.#sample
		};
		this.#exact = 0;
		this.#restBytes = 0;
		this.#sample = [];
		return part;
	}
	merge(part) {
		this.#exact += part.exact;
		this.#restBytes += part.restBytes;
		for (const one of part.sample) this.#sample.push(one);
	}
	finish() {
		const { encoding } = this.#counter;
		const sampled = this.#sample.length > 0;
		const { tokens: rest, margin } = sampled ? this.#ratioEstimate() : {
			tokens: 0,
			margin: 0
		};
		const tokens = this.#exact + rest;
		const [low, high] = [Math.max(this.#exact, tokens - margin), tokens + margin];
		const sample = sampled ? `, one row in ${EVERY} beyond the first ${Math.round(this.#exactUpTo / 1e6)} MB` : "";
		if (this.#unknown === void 0) return {
			kind: sampled ? "sampled" : "exact",
			tokens,
			low,
			high,
			basis: `${encoding}${sample}`
		};
		return {
			kind: "estimated",
			tokens,
			low: Math.round(low * .75),
			high: Math.round(high * 1.25),
			basis: `the tokenizer of ${this.#unknown} is not at hand; counted with ${encoding}, which differs from others by up to ${MEASURED}${sample}`
		};
	}
	#ratioEstimate() {
		const sums = this.#sample.reduce((sum, one) => ({
			tokens: sum.tokens + one.tokens,
			bytes: sum.bytes + one.bytes
		}), {
			tokens: 0,
			bytes: 0
		});
		const ratio = sums.tokens / sums.bytes;
		const count = this.#sample.length;
		const squares = this.#sample.reduce((sum, one) => sum + (one.tokens - ratio * one.bytes) ** 2, 0);
		const deviation = count < 2 ? sums.tokens : Math.sqrt(squares / (count - 1));
		const rows = this.#restBytes / (sums.bytes / count);
		const margin = Z * (rows / Math.sqrt(count)) * deviation * Math.sqrt(Math.max(0, 1 - count / rows));
		return {
			tokens: Math.round(ratio * this.#restBytes),
			margin: Math.ceil(margin)
		};
	}
};
// src/dataset/scan/check-row.ts
function place(path) {
	return path.reduce((text, key) => typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`, "");
}
function valueAt(value, path) {
	return path.reduce((inner, key) => Reflect.get(Object(inner), key), value);
}
function described(value) {
	if (value === void 0) return ours("missing");
	if (Array.isArray(value)) return words`a list of ${value.length}`;
	if (typeof value === "string") return quote(value);
	return typeof value === "object" && value !== null ? ours("an object") : quoteValue(value);
}
const KINDS = {
	string: "a text",
	number: "a number",
	boolean: "true or false",
	array: "a list",
	object: "an object"
};
function wanted(issue) {
	if (issue.message !== "Invalid input") return issue.message;
	if (issue.code === "invalid_type") return KINDS[issue.expected] ?? issue.expected;
	return issue.code === "invalid_value" ? issue.values.map((value) => JSON.stringify(value)).join(" or ") : "as the API describes it";
}
function shapeFaults(issues, row) {
	return issues.map((issue) => ({
		rule: "row/shape",
		detail: words`${ours(place(issue.path) || "The row")} is ${described(valueAt(row, issue.path))}; it must be ${ours(wanted(issue))}.`
	}));
}
const LONGEST_LIST = 1e4;
function longLists(lists) {
	return Object.entries(lists).flatMap(([name, inner]) => Array.isArray(inner) && inner.length > LONGEST_LIST ? [{
		rule: "row/shape",
		detail: words`${quote(name)} is a list of ${inner.length}; it must have at most ${LONGEST_LIST}.`
	}] : []);
}
const unread = (...found) => ({
	row: void 0,
	found
});
function checkRow(value, settings) {
	const format = formatFor(value, settings.method);
	if (format === void 0) {
		const keys = quote(Object.keys(value).slice(0, 6).join(", "));
		return unread({
			rule: "row/unknown-format",
			detail: words`The row has the keys ${keys}.`
		});
	}
	const long = longLists(format.lists(value));
	if (long.length > 0) return unread(...long);
	const { name, method } = meantFormat(value, format);
	if (method !== settings.method) {
		const detail = words`The row is in the ${ours(name)} format, but method is ${ours(settings.method)}. It fits method: ${ours(method)}.`;
		return unread({
			rule: "row/wrong-format",
			detail
		});
	}
	const inspected = format.inspect(value, settings);
	if (inspected.issues !== void 0) return unread(...shapeFaults(inspected.issues, value));
	const { known, taken } = format.keys ?? {};
	const keyFaults = Object.keys(value).filter((key) => known?.has(key) === false).map((key) => ({
		rule: "row/unknown-key",
		detail: words`The row has the key ${quote(key)}; ${ours(taken ?? "")}.`
	}));
	return {
		row: inspected.row,
		found: [...keyFaults, ...inspected.found]
	};
}
// src/dataset/scan/json-fault.ts
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true(?!\w)|false(?!\w)|null(?!\w)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
function followText(text, from) {
	for (let at = from + 1; at < text.length;) {
		const code = text.charCodeAt(at);
		if (code === 34) return {
			at: at + 1,
			ended: true
		};
		if (code < 32) return {
			at,
			ended: false
		};
		ESCAPE.lastIndex = at;
		if (code === 92 && !ESCAPE.test(text)) return {
			at,
			ended: false
		};
		at = code === 92 ? ESCAPE.lastIndex : at + 1;
	}
	return {
		at: text.length,
		ended: false
	};
}
function jsonFault(text) {
	const open = [];
	let at = 0;
	let expects = "value";
	let fresh = false;
	const match = (pattern) => {
		pattern.lastIndex = at;
		const found = pattern.test(text);
		if (found) at = pattern.lastIndex;
		return found;
	};
	for (;;) {
		match(SPACE);
		const character = text[at];
		if (character === void 0) return text.length;
		if (fresh && (character === "}" || character === "]") && character === "}" === open.at(-1)) {
			open.pop();
			at += 1;
			expects = "more";
			fresh = false;
			continue;
		}
		if (expects === "more") {
			const inObject = open.at(-1);
			if (inObject === void 0) return at;
			if (character === ",") expects = inObject ? "key" : "value";
			else if (character === "}" === inObject && (character === "}" || character === "]")) open.pop();
			else return at;
			at += 1;
			continue;
		}
		fresh = false;
		if (expects === "colon") {
			if (character !== ":") return at;
			at += 1;
			expects = "value";
			continue;
		}
		if (character === "\"") {
			const followed = followText(text, at);
			if (!followed.ended) return followed.at;
			at = followed.at;
			expects = expects === "key" ? "colon" : "more";
			continue;
		}
		if (expects === "key") return at;
		if (character === "{" || character === "[") {
			open.push(character === "{");
			at += 1;
			fresh = true;
			expects = character === "{" ? "key" : "value";
		} else if (match(SCALAR)) expects = "more";
		else return at;
	}
}
// src/dataset/scan/json-line.ts
const DEEPEST = 100;
const AROUND = 4e3;
function reason(line, fault) {
	const from = Math.max(0, fault - AROUND);
	const text = masked(line.slice(from, fault + AROUND));
	const at = fault - from;
	const rest = text.slice(at, at + 12);
	const before = text.slice(0, at).trimEnd();
	if (/^[}\]]/.test(rest) && before.endsWith(",")) return words`a comma stands before ${quote(rest[0] ?? "")}`;
	if (rest.startsWith("'")) return words`single quotes where JSON has double quotes`;
	if (/^(NaN|-?Infinity|undefined)\b/.test(rest)) return words`${quote(/^-?\w+/.exec(rest)?.[0] ?? rest)} is not a JSON value`;
	if (/^(True|False|None)\b/.test(rest)) return words`${quote(/^\w+/.exec(rest)?.[0] ?? rest)} is Python, not JSON`;
	if (/^(\/\/|\/\*|#)/.test(rest)) return words`JSON has no comments`;
	if (at >= text.length) return words`the line ends in the middle of the JSON`;
	if (/\}$/.test(before) && rest.trim() === ",") return words`a comma stands after the object`;
	if (/^\s*\{/.test(rest) && /\}$/.test(before)) return /\r\s*$/.test(text.slice(0, at)) ? words`lines end in CR alone, where LF ends a line` : words`two objects on one line`;
	const code = text.charCodeAt(at);
	if (code < 32) return words`a control character (U+${ours(code.toString(16).padStart(4, "0"))}) that must be escaped`;
	return words`${quote(text.slice(at, at + 20))} was not expected`;
}
function isTooDeep(text) {
	let depth = 0;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 34) {
			for (at += 1; at < text.length && text.charCodeAt(at) !== 34; at += 1) if (text.charCodeAt(at) === 92) at += 1;
		} else if (code === 123 || code === 91) {
			depth += 1;
			if (depth > DEEPEST) return true;
		} else if (code === 125 || code === 93) depth -= 1;
	}
	return false;
}
function duplicateKey(text) {
	const objects = [];
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 123) objects.push(new Set());
		else if (code === 91) objects.push(void 0);
		else if (code === 125 || code === 93) objects.pop();
		else if (code === 34) {
			const from = at;
			for (at += 1; text.charCodeAt(at) !== 34; at += 1) if (text.charCodeAt(at) === 92) at += 1;
			let next = at + 1;
			while (/\s/.test(text[next] ?? "")) next += 1;
			const keys = objects.at(-1);
			if (text[next] !== ":" || keys === void 0) continue;
			const key = text.slice(from, at + 1);
			if (keys.has(key)) return key.slice(1, -1);
			keys.add(key);
		}
	}
}
function keyCount(value) {
	if (Array.isArray(value)) return value.reduce((sum, inner) => sum + keyCount(inner), 0);
	if (typeof value !== "object" || value === null) return 0;
	return Object.values(value).reduce((sum, inner) => sum + 1 + keyCount(inner), 0);
}
function colonCount(text) {
	let colons = 0;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 58) colons += 1;
		else if (code === 34) {
			at = text.indexOf("\"", at + 1);
			while (isEscaped(text, at)) at = text.indexOf("\"", at + 1);
		}
	}
	return colons;
}
function isEscaped(text, at) {
	let slashes = 0;
	while (text.charCodeAt(at - 1 - slashes) === 92) slashes += 1;
	return slashes % 2 === 1;
}
function parseLine(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		const at = jsonFault(text);
		return { found: {
			rule: "row/not-json",
			detail: words`The line is not JSON at column ${at + 1}: ${reason(text, at)}.`,
			column: at + 1
		} };
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) return { found: {
		rule: "row/not-object",
		detail: words`The line holds ${Array.isArray(value) ? ours("an array") : quote(text)}, not an object.`
	} };
	if (isTooDeep(text)) return { found: {
		rule: "row/too-deep",
		detail: words`The row is nested more than ${DEEPEST} deep.`
	} };
	if (colonCount(text) !== keyCount(value)) return { found: {
		rule: "row/duplicate-key",
		detail: words`The key ${quote(duplicateKey(text) ?? "?")} stands twice in one object.`
	} };
	return { value: { ...value } };
}
// src/dataset/scan/plain-rows.ts
function plainRow(value, method) {
	return typeof value === "object" && value !== null ? plainIn(value, keysOf(value), method) : void 0;
}
function hasNoKeyTwice({ keys, size }, text) {
	return text.length === size && !text.includes("\\") || keyMarks(text) === keys;
}
function keyMarks(text) {
	let count = 0;
	for (let at = text.indexOf("\":"); at >= 0; at = text.indexOf("\":", at + 2)) count += 1;
	return count;
}
function isPlainText(text) {
	return !text.includes("<|") && (!text.includes("\\") || !text.includes("\\u"));
}
// src/dataset/scan/examine.ts
const MOST_OF_A_ROW = 100;
const NEWLINE = 10;
const RETURN = 13;
const BRACE = 123;
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
var Examination = class {
	#settings;
	#counter;
	#position;
	#found = [];
	#readable;
	#seen;
	#statistics = new StatisticsGatherer();
	#lines = 0;
	#rows = 0;
	#imageRows = 0;
	#systems = {
		with: 0,
		without: 0,
		firstWithout: 0
	};
	#formats = 0;
	#ends = false;
	#returns = false;
	constructor({ settings, counter, seen, readable }, position) {
		this.#settings = settings;
		this.#seen = seen;
		this.#readable = readable;
		this.#counter = counter;
		this.#position = position;
	}
	#report(found) {
		this.#found.push({
			...found,
			line: this.#lines
		});
	}
	run(bytes, first) {
		const ascii = isAscii(bytes);
		const utf8 = ascii || isUtf8(bytes);
		for (let from = 0; from < bytes.length && !this.#ends;) {
			const newline = bytes.indexOf(NEWLINE, from);
			const end = newline < 0 ? bytes.length : newline;
			this.#lines += 1;
			this.#line({
				bytes,
				ascii,
				utf8
			}, from, end, first && from === 0);
			from = end + 1;
		}
		return {
			lines: this.#lines,
			rows: this.#rows,
			imageRows: this.#imageRows,
			systems: this.#systems,
			found: this.#found,
			ends: this.#ends,
			readable: this.#readable.take(),
			formats: this.#formats,
			tokens: this.#counter?.part(),
			statistics: this.#counter === void 0 ? void 0 : this.#statistics.part()
		};
	}
	#line({ bytes, ascii, utf8 }, begin, finish, first) {
		let from = begin;
		let end = finish;
		if (first) {
			const [fault] = faultsOf(BEGINNING_RULES, bytes.subarray(from, end), this.#settings);
			if (fault !== void 0) {
				this.#ends = UNREAD.has(fault.rule);
				this.#found.push({
					...fault,
					line: this.#ends ? void 0 : this.#lines
				});
				if (this.#ends) return void 0;
				from += 3;
			}
		}
		if (end > from && bytes[end - 1] === RETURN) {
			if (!this.#returns) this.#report({
				rule: "file/crlf",
				detail: words`Lines end in CR LF.`
			});
			this.#returns = true;
			end -= 1;
		}
		if (bytes[from] !== BRACE && end - from < 1024 && bytes.toString("latin1", from, end).trim() === "") return this.#report({
			rule: "file/blank-line",
			detail: words`The line is blank.`
		});
		this.#rows += 1;
		if (!utf8 && !isUtf8(bytes.subarray(from, end))) return this.#report({
			rule: "file/not-utf8",
			detail: words`The line is not UTF-8.`
		});
		const text = bytes.toString(ascii ? "latin1" : "utf8", from, end);
		const row = this.#plain(text) ?? this.#careful(text);
		if (row === void 0) return void 0;
		const plain = text.length === end - from && !text.includes("\\u");
		if (row.format === "chat") this.#begins(row.row.messages[0]?.role);
		this.#keep(row, plain, from, end - from);
		this.#count(row, end - from, this.#position + end);
	}
	#begins(role) {
		if (role === "system" || role === "developer") this.#systems.with += 1;
		else {
			if (this.#systems.without === 0) this.#systems.firstWithout = this.#lines;
			this.#systems.without += 1;
		}
	}
	#keep(row, ascii, offset, length) {
		const keys = keysOfRow(row);
		const known = this.#seen.see(keys.whole);
		const asked = keys.prompt !== 0 && this.#seen.see(~keys.prompt);
		const content = known || asked ? hashContent(row, ascii) : void 0;
		const format = FORMAT_NAMES.indexOf(row.format);
		this.#formats |= 1 << format;
		this.#readable.add({
			key: keys.whole,
			promptKey: keys.prompt,
			content
		}, this.#lines, offset, length, format);
	}
	#plain(text) {
		if (!isPlainText(text)) return void 0;
		const plain = plainRow(parsed(text), this.#settings.method);
		if (plain === void 0 || !hasNoKeyTwice(plain, text)) return void 0;
		this.#secrets(text);
		return plain.row;
	}
	#secrets(text) {
		if (!mayHoldSecret(text)) return;
		for (const found of faultsOf(SECRET_RULES, text, this.#settings)) this.#report(found);
	}
	#careful(text) {
		const line = parseLine(text);
		if ("found" in line) {
			this.#report(line.found);
			return;
		}
		for (const found of faultsOf(TEXT_RULES, {
			text,
			value: line.value
		}, this.#settings)) this.#report(found);
		this.#secrets(text);
		const { row, found } = checkRow(line.value, this.#settings);
		for (const one of found.slice(0, MOST_OF_A_ROW)) this.#report(one);
		if (row !== void 0 && text.includes("\"image_url\"")) this.#imageRows += 1;
		return row;
	}
	#count(row, size, end) {
		const counter = this.#counter;
		const tokens = counter?.add(row, size, end);
		if (tokens === void 0) return;
		this.#statistics.add(row, this.#lines, tokens);
		const limit = counter?.rowLimit;
		if (limit !== void 0 && tokens.total > limit) this.#report({
			rule: "row/over-limit",
			detail: words`The row has ${tokens.total} tokens; the model takes ${limit}.`
		});
	}
};
async function examinerOf(settings, seen) {
	const examining = {
		settings,
		counter: settings.countTokens ? await RowCounter.for(settings.model, settings.exactTokensUpTo) : void 0,
		seen: new SeenKeys(seen),
		readable: new RowBuffer()
	};
	return { examine: ({ bytes, position, first }) => new Examination(examining, position).run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), first) };
}
export { checkRow as a, StatisticsTotal as c, formatsOf as d, contentOf as f, parseLine as i, SEEN_BYTES as l, hasNoKeyTwice as n, RowCounter as o, hashContent as p, plainRow as r, modelFacts as s, examinerOf as t, RowTable as u };
