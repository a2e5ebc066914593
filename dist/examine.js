import { i as ours, o as words, r as kindOf, t as cutWords } from "./words.js";
import { a as meantFormat, c as saidBy, d as bitOf, f as estimatedParts, l as keysOf, m as faultsOf, n as figuresOf, o as plainIn, p as pictureRule, r as formatFor, s as rowTokens, t as FORMAT_NAMES, u as ToolTokens } from "./formats.js";
import { o as TEXT_RULES, r as ruleOf, s as SECRET_RULES } from "./rules.js";
import { n as mayHoldSecret, t as masked } from "./credentials.js";
import { H as quote, U as quoteKey, W as quoteValue, c as ROLES$1, f as plainText } from "./text-row.js";
import { t as baseOf } from "./method.js";
import { t as patiently } from "./patience2.js";
import { isAscii, isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import path from "node:path";
const STATE_BITS = 2;
const FORMAT_BITS = 4;
const STATES = 3;
const STATE = {
	keys: 0,
	hashed: 1,
	copy: 2
};
const offsetIn = (place) => place >>> 6;
const formatIn = (place) => place >>> STATE_BITS & 15;
const stateIn = (place) => place & STATES;
const withState = (place, state) => place & -4 | state;
function numberAt(values, index) {
	return values[index] ?? 0;
}
function* formatsOf(rows) {
	for (let at = 0; at < rows.length; at += 6) yield {
		line: numberAt(rows, at + 4),
		format: formatIn(numberAt(rows, at + 5))
	};
}
var RowBuffer = class {
	#rows = new Int32Array(6144);
	#count = 0;
	add(keys, content, line, offset, format) {
		const at = this.#count * 6;
		if (at === this.#rows.length) {
			const larger = new Int32Array(at * 2);
			larger.set(this.#rows);
			this.#rows = larger;
		}
		const rows = this.#rows;
		rows[at + 0] = keys.whole;
		rows[at + 1] = keys.prompt;
		rows[at + 2] = content?.whole ?? 0;
		rows[at + 3] = content?.prompt ?? 0;
		rows[at + 4] = line;
		const state = content === void 0 ? STATE.keys : STATE.hashed;
		rows[at + 5] = (offset << FORMAT_BITS | format) << STATE_BITS | state;
		this.#count += 1;
	}
	take() {
		const taken = this.#rows.slice(0, this.#count * 6);
		this.#count = 0;
		return taken;
	}
};
// src/dataset/likeness/difference.ts
const SPACES = /[\s\u0085]+/;
const EACH_SPACES = /[\s\u0085]+/g;
function normalised(text) {
	return text.normalize("NFKC").toLowerCase().replace(EACH_SPACES, " ").trim();
}
const CODE = /[`\t|]|^[ ]{2,}\S|[{};]\s*$|[=!]=|[=-]>|::|\w\(|<\/?\w|\$\w|\\\w|\w=\w|[*+=] *\d|^[ \t]*(?:def|class|import|from|function|const|let|var|if|for|while|return|select|insert|update|delete|create|public|private|#include)\b.*[^\s.?!]$/im;
const NAME = /\p{N}|\p{S}|[_/\\@#&*]|\p{L}[.:]\p{L}|\p{Ll}\p{Lu}/u;
const FORMS = /[\ufb00-\ufb06\ufb13-\ufdff\ufe30-\ufe4f\ufe70-\ufefe\uff00-\uffee\uf900-\ufaff]/g;
function sameInForm(one, other) {
	const plain = (word) => word.replace(FORMS, (form) => form.normalize("NFKC")).normalize("NFC");
	return plain(one) === plain(other);
}
function caseOf(word) {
	if (word === word.toLowerCase()) return "small";
	if (word === word.toUpperCase() && word.length > 1) return "large";
	return word.slice(1) === word.slice(1).toLowerCase() ? "capital" : void 0;
}
const LETTERS = /\p{L}(?:.*\p{L})?/su;
function samePlainWord(one, other, { begins, counted, shouted }) {
	if (NAME.test(one) || NAME.test(other)) return false;
	if (sameInForm(one, other)) return true;
	if (counted) return false;
	const [left, right] = [one, other].map((word) => LETTERS.exec(word)?.[0]);
	if (left === void 0 || right === void 0 || !sameInForm(one.toLowerCase(), other.toLowerCase())) return false;
	const cases = [caseOf(left), caseOf(right)];
	if (cases.includes(void 0)) return false;
	if (left.length >= 4 || shouted) return true;
	return begins && left.length >= 2 && !cases.includes("large");
}
const isShouted = (text) => !/\p{Ll}|\p{N}/u.test(text) && /(?:\p{Lu}\P{Lu}*){8}/u.test(text);
function spaceDifference(one, other, words) {
	const [left, right] = [one.match(EACH_SPACES) ?? [], other.match(EACH_SPACES) ?? []];
	const at = left.findIndex((space, index) => space !== right[index]);
	if (at < 0) return void 0;
	const around = (spaces) => `${words[at] ?? ""}${spaces[at] ?? ""}${words[at + 1] ?? ""}`;
	return /\d\s+\d/.test(around(left)) ? void 0 : {
		here: around(left),
		there: around(right)
	};
}
function differenceOf(one, other) {
	const [here, there] = [one.trim(), other.trim()];
	if (here === there) return "same";
	if (CODE.test(here) || CODE.test(there)) return void 0;
	const [left, right] = [here.split(SPACES), there.split(SPACES)];
	if (left.length !== right.length) return void 0;
	const shouted = isShouted(here) !== isShouted(there);
	let first;
	for (const [index, word] of left.entries()) {
		const twin = right[index] ?? "";
		if (word === twin) continue;
		const before = left[index - 1] ?? "";
		if (!samePlainWord(word, twin, {
			begins: index === 0 || /[.!?]["')\]]*$/.test(before),
			counted: /\p{N}\W*$/u.test(before),
			shouted
		})) return void 0;
		first ??= {
			here: word,
			there: twin
		};
	}
	return first ?? spaceDifference(here, there, left);
}
// src/dataset/likeness/row-hash.ts
const FOLD = Uint8Array.from({ length: 128 }, (_, code) => /\s/.test(String.fromCharCode(code)) ? 32 : String.fromCharCode(code).toLowerCase().charCodeAt(0));
const SPACE$1 = 32;
const SEED = 2166136261;
function fold(code) {
	if (code < 128) return FOLD[code] ?? 0;
	return code === 133 || code === 8232 || code === 8233 || code === 5760 || code === 65279 ? SPACE$1 : code;
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
const WINDOW = 32;
const REACH = 160;
const LOW = Int32Array.from({ length: WINDOW }, (_, index) => Math.imul(index + 1, 2654435761) ^ 1540483477 | 1);
const HIGH = Int32Array.from({ length: WINDOW }, (_, index) => Math.imul(index + 7, 2246822507) | 1);
const SIGN = Uint8Array.from(FOLD, (code) => code === SPACE$1 ? 0 : code);
const OTHER = -1;
function mixIn(mix, low, high) {
	mix.low = Math.imul(mix.low ^ low, 2654435761);
	mix.low ^= mix.low >>> 15;
	mix.high = Math.imul(mix.high ^ high, 2246822507);
	mix.high ^= mix.high >>> 13;
}
function mixBeginning(mix, text) {
	let low = 0;
	let high = 0;
	let taken = 0;
	let at = 0;
	for (; at < text.length && taken < WINDOW; at += 1) {
		const code = text.charCodeAt(at);
		if (code > 127) return OTHER;
		const sign = SIGN[code] ?? 0;
		low = low + Math.imul(sign, LOW[taken] ?? 0) | 0;
		high = high + Math.imul(sign, HIGH[taken] ?? 0) | 0;
		taken += sign + 127 >>> 7;
	}
	if (text.charCodeAt(at) > 127) return OTHER;
	mixIn(mix, low, high);
	return taken;
}
function mixEnd(mix, text) {
	let low = 0;
	let high = 0;
	let taken = 0;
	let at = text.length - 1;
	for (; at >= 0 && taken < WINDOW; at -= 1) {
		const code = text.charCodeAt(at);
		if (code > 127) return OTHER;
		const sign = SIGN[code] ?? 0;
		low = low + Math.imul(sign, LOW[taken] ?? 0) | 0;
		high = high + Math.imul(sign, HIGH[taken] ?? 0) | 0;
		taken += sign + 127 >>> 7;
	}
	if (text.charCodeAt(at) > 127) return OTHER;
	mixIn(mix, low, high);
	return taken;
}
function endOf(text, fromEnd) {
	const end = fromEnd ? text.trimEnd().slice(-160) : text.trimStart().slice(0, REACH);
	const normal = end.normalize("NFKC").toLowerCase();
	const taken = [];
	for (let index = 0; index < normal.length && taken.length < WINDOW; index += 1) {
		const code = fold(normal.charCodeAt(fromEnd ? normal.length - 1 - index : index));
		if (code !== SPACE$1 && code !== 0) taken.push(code);
	}
	return taken.length < WINDOW && end.length < text.length ? endOf(normalised(text).replaceAll(" ", ""), fromEnd) : taken;
}
function mixNormalised(mix, text, fromEnd) {
	const taken = endOf(text, fromEnd);
	let low = 0;
	let high = 0;
	for (const [index, code] of taken.entries()) {
		low = low + Math.imul(code, LOW[index] ?? 0) | 0;
		high = high + Math.imul(code, HIGH[index] ?? 0) | 0;
	}
	mixIn(mix, low, high);
	return taken.length;
}
function mixText(mix, text) {
	let taken = mixBeginning(mix, text);
	if (taken === OTHER) taken = mixNormalised(mix, text, false);
	if (taken === WINDOW && mixEnd(mix, text) === OTHER) mixNormalised(mix, text, true);
}
function mixLast(mix, messages, end) {
	const last = messages[end - 1];
	if (last === void 0) return;
	const count = end * 16 + last.role.length;
	mixIn(mix, count, count);
	mixText(mix, contentKey(last.content));
}
function keysOfRow(row) {
	const { messages, asked } = comparable(row);
	const mix = {
		low: SEED,
		high: SEED
	};
	mixLast(mix, messages, asked);
	const prompt = asked === 0 ? 0 : mix.low || 1;
	const promptMore = mix.high;
	mixLast(mix, messages, messages.length);
	return {
		whole: mix.low || 1,
		wholeMore: mix.high,
		prompt,
		promptMore
	};
}
// src/dataset/likeness/seen-keys.ts
const SEEN_BYTES = 1 << 21;
var SeenKeys = class {
	#words;
	#shared;
	constructor(memory) {
		this.#words = new Int32Array(memory);
		this.#shared = memory instanceof SharedArrayBuffer;
	}
	see(one, other) {
		const mask = 1 << other | 1 << (other >>> 5);
		const at = (one ^ Math.imul(other, 2654435761)) >>> 13;
		const before = this.#shared ? Atomics.or(this.#words, at, mask) : this.#words[at] ?? 0;
		if (!this.#shared) this.#words[at] = before | mask;
		return (before & mask) === mask;
	}
};
// src/dataset/row-texts.ts
const MOST_LAYERS = 3;
const ASCII_ESCAPE = /\\u00[0-7]/;
function hidesText(line) {
	return line.includes("\\u00") && ASCII_ESCAPE.test(line);
}
function argumentsOf(text) {
	let value = text;
	try {
		for (let layer = 0; layer < MOST_LAYERS && typeof value === "string"; layer += 1) value = JSON.parse(value);
	} catch {
		return;
	}
	return value;
}
function textsOf(row) {
	const texts = [];
	const open = [row];
	while (open.length > 0) {
		const value = open.pop();
		if (typeof value === "string") texts.push(value);
		else if (Array.isArray(value)) for (const inner of value) open.push(inner);
		else if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) {
			texts.push(key);
			open.push(inner);
			if (key === "arguments" && typeof inner === "string" && inner.includes("\\")) open.push(argumentsOf(inner));
		}
	}
	return texts;
}
function textsOfLine(line) {
	if (!hidesText(line)) return [line];
	try {
		return [line, ...textsOf(JSON.parse(line))];
	} catch {
		return [line];
	}
}
var LineText = class {
	line;
	#row;
	#texts;
	#hides;
	constructor(line, row) {
		this.line = line;
		this.#row = row;
	}
	get texts() {
		this.#texts ??= textsOf(this.#row);
		return this.#texts;
	}
	get hides() {
		this.#hides ??= hidesText(this.line);
		return this.#hides;
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
	#leftOut = 0;
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
	leaveOut() {
		this.#leftOut += 1;
	}
	part() {
		return {
			tokens: this.#tokens,
			turns: this.#turns,
			roles: this.#roles,
			tools: this.#tools,
			longest: this.#longest,
			trained: this.#trained,
			nearEmpty: this.#nearEmpty,
			leftOut: this.#leftOut
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
	#leftOut = 0;
	add(part, path, before) {
		for (const tokens of part.tokens) this.#tokens.push(tokens);
		for (const turns of part.turns) this.#turns.push(turns);
		for (const [role, count] of part.roles) bump(this.#roles, role, count);
		for (const [tool, count] of part.tools) bump(this.#tools, tool, count);
		this.#trained += part.trained;
		this.#nearEmpty += part.nearEmpty;
		this.#leftOut += part.leftOut;
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
			rows: this.#tokens.length,
			leftOut: this.#leftOut,
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
// src/dataset/tokens/models.ts
const O200K = {
	encoding: "o200k_base",
	billed: true
};
const CL100K = {
	encoding: "cl100k_base",
	billed: true
};
const FAMILIES = [
	[/^gpt-(4\.1|4o)(-|$)/, {
		...O200K,
		rowLimit: 65536
	}],
	[/^(gpt-5|gpt-oss|chatgpt-4o|o[1-9])/, {
		...O200K,
		rowLimit: void 0,
		billed: false
	}],
	[/^(openai\/)?gpt-oss/, {
		...O200K,
		rowLimit: void 0,
		billed: false
	}],
	[/^gpt-(3\.5|35)-turbo/, {
		...CL100K,
		rowLimit: 16385
	}],
	[/^gpt-4(-|$)/, {
		...CL100K,
		rowLimit: 8192
	}],
	[/^(babbage|davinci)-002/, {
		...CL100K,
		rowLimit: void 0
	}]
];
const UNKNOWN = {
	encoding: void 0,
	rowLimit: void 0,
	billed: false
};
const baseName = (model) => baseOf(model).toLowerCase();
function modelFacts(model) {
	const base = baseName(model);
	return FAMILIES.find(([name]) => name.test(base))?.[1] ?? UNKNOWN;
}
// src/dataset/vocabularies.ts
const FOLDER = import.meta.dirname.replace(/src[\\/]dataset$/, "dist");
const loaded = new Map();
function loadKernel() {
	return readFile(path.join(FOLDER, "kernel.wasm")).catch(() => void 0);
}
async function load(encoding) {
	const [{ counterOf }, { withKernel }, packed, kernel] = await Promise.all([
		import("./counter.js"),
		import("./kernel-counter.js"),
		readFile(path.join(FOLDER, `${encoding}.tokens`)),
		loadKernel()
	]);
	const counter = counterOf(encoding, packed);
	return kernel === void 0 ? counter : withKernel(counter, kernel, packed);
}
function loadCounter(encoding) {
	const counter = loaded.get(encoding) ?? load(encoding);
	loaded.set(encoding, counter);
	return counter;
}
// src/dataset/tokens/token-rules.ts
const STAND_IN = "o200k_base";
async function counterFor(model, given) {
	if (given !== void 0) {
		const [{ givenCount }, { givenWithKernel }, kernel] = await Promise.all([
			import("./given-tokenizer.js"),
			import("./given-kernel.js"),
			loadKernel()
		]);
		const plain = givenCount(given);
		const count = kernel === void 0 ? plain : givenWithKernel(plain, given.json, kernel);
		patiently(given.path, 0, () => ROLES$1.forEach(count));
		return {
			tokenizer: `text exactly, with the tokenizer ${given.path}`,
			count
		};
	}
	const { encoding, count } = await loadCounter(modelFacts(model).encoding ?? STAND_IN);
	return {
		tokenizer: encoding,
		count
	};
}
async function tokenRules(model, picturesAsText = false, given) {
	const { tokenizer, count } = await counterFor(model, given);
	const roles = new Map(ROLES$1.map((role) => [role, count(role)]));
	return {
		tokenizer,
		count,
		role: (role) => roles.get(role) ?? count(role),
		tools: new ToolTokens(count),
		pictures: pictureRule(baseName(model)),
		picturesAsText,
		billed: given === void 0 && modelFacts(model).billed
	};
}
// src/dataset/tokens/row-counter.ts
const EVERY = 20;
const Z = 1.96;
const MEASURED = "9 % on real data";
const UNCERTAIN = .25;
const UNPRICED = "embedded pictures seem to be billed there as their base64 text and not by their size (two public jobs), so their cost is not known";
const NOTHING = {
	tokens: 0,
	low: 0,
	high: 0
};
const plus = (sum, more) => ({
	tokens: sum.tokens + more.tokens,
	low: sum.low + more.low,
	high: sum.high + more.high
});
var RowCounter = class RowCounter {
	rowLimit;
	#rules;
	#unknown;
	#countedUpTo;
	#counted = { ...NOTHING };
	#restBytes = 0;
	#sample = [];
	#estimated = 0;
	constructor(model, rules, countedUpTo, given) {
		const { encoding, rowLimit } = modelFacts(model);
		this.#unknown = encoding === void 0 && !given ? model || "the model" : void 0;
		this.rowLimit = rowLimit;
		this.#rules = rules;
		this.#countedUpTo = countedUpTo;
	}
	static async for(model, countedUpTo, picturesAsText, given) {
		return new RowCounter(model, await tokenRules(model, picturesAsText, given), countedUpTo, given !== void 0);
	}
	add(row, bytes, end) {
		const sampled = end > this.#countedUpTo;
		if (sampled) this.#restBytes += bytes;
		if (sampled && (Math.imul(end, 2654435761) >>> 0) % EVERY !== 0) return void 0;
		const counted = rowTokens(row, this.#rules);
		const most = this.rowLimit ?? Number.POSITIVE_INFINITY;
		const tokens = Math.min(counted.total, most);
		const low = Math.min(counted.low, most);
		const high = Math.min(counted.high, most);
		this.#estimated |= counted.estimated;
		if (sampled) this.#sample.push({
			tokens,
			low,
			high,
			bytes
		});
		else {
			this.#counted.tokens += tokens;
			this.#counted.low += low;
			this.#counted.high += high;
		}
		return counted;
	}
	part() {
		const part = {
			counted: this.#counted,
			restBytes: this.#restBytes,
			sample: this.#sample,
			estimated: this.#estimated
		};
		this.#counted = { ...NOTHING };
		this.#restBytes = 0;
		this.#sample = [];
		this.#estimated = 0;
		return part;
	}
	merge(part) {
		this.#counted = { ...plus(this.#counted, part.counted) };
		this.#restBytes += part.restBytes;
		this.#estimated |= part.estimated;
		for (const one of part.sample) this.#sample.push(one);
	}
	finish() {
		const sampled = this.#sample.length > 0;
		const rest = sampled ? this.#ratioEstimate() : NOTHING;
		const sum = plus(this.#counted, rest);
		const unsure = this.#unknown === void 0 ? 0 : UNCERTAIN;
		return {
			kind: this.#unknown !== void 0 || !sampled && this.#estimated !== 0 ? "estimated" : sampled ? "sampled" : "exact",
			tokens: Math.round(sum.tokens),
			low: Math.floor(Math.max(this.#counted.low, sum.low) * (1 - unsure)),
			high: Math.ceil(sum.high * (1 + unsure)),
			basis: this.#basis(sampled),
			...(this.#estimated & bitOf("pictures-as-text")) === 0 ? {} : { unpriced: UNPRICED }
		};
	}
	#basis(sampled) {
		const { tokenizer: used } = this.#rules;
		const tokenizer = this.#unknown === void 0 ? used : `the tokenizer of ${this.#unknown} is not at hand (input tokenizer takes one); counted with ${used}, which differs from others by up to ${MEASURED}`;
		const sample = sampled ? `, one row in ${EVERY} beyond the first ${Math.round(this.#countedUpTo / 1e6)} MB` : "";
		const parts = estimatedParts(this.#estimated);
		return `${tokenizer}${sample}${parts === "" ? "" : `; ${parts}`}`;
	}
	#ratioEstimate() {
		const sums = this.#sample.reduce((sum, one) => ({
			...plus(sum, one),
			bytes: sum.bytes + one.bytes
		}), {
			...NOTHING,
			bytes: 0
		});
		const ratio = sums.tokens / sums.bytes;
		const count = this.#sample.length;
		const squares = this.#sample.reduce((sum, one) => sum + (one.tokens - ratio * one.bytes) ** 2, 0);
		const deviation = count < 2 ? sums.tokens : Math.sqrt(squares / (count - 1));
		const rows = this.#restBytes / (sums.bytes / count);
		const margin = Z * (rows / Math.sqrt(count)) * deviation * Math.sqrt(Math.max(0, 1 - count / rows));
		const tokens = Math.round(ratio * this.#restBytes);
		const [low, high] = [tokens * (sums.low / sums.tokens), tokens * (sums.high / sums.tokens)];
		return {
			tokens,
			low: low - margin,
			high: high + Math.ceil(margin)
		};
	}
};
// src/dataset/foreign/form.ts
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string";
const texts = (row, ...keys) => keys.every((key) => isText(row[key]));
const objectsWith = (value, ...keys) => Array.isArray(value) && value.length > 0 && value.every((item) => isObject(item) && keys.every((key) => key in item));
const areMessages = (value) => Array.isArray(value) && value.length > 0 && value.every((item) => isObject(item) && isText(item.role));
const SYSTEM = "(.system // empty | select(. != \"\") | {role: \"system\", content: .})";
const asked = (text) => `{role: "user", content: ${text}}`;
const answered = (text) => `{role: "assistant", content: ${text}}`;
// src/dataset/foreign/answers.ts
const ask$3 = "Name the largest planet.";
const say$2 = "Jupiter.";
const instruction = (name, about, answer) => ({
	name,
	is: (row) => texts(row, "instruction", answer) && (about in row || answer === "output"),
	jq: `{messages: [${SYSTEM}, ${asked(`([.instruction, .${about}] | map(select(. != null and . != "")) | join("\\n\\n"))`)}, ${answered(`.${answer}`)}]}`,
	makes: "chat",
	examples: [
		{
			instruction: ask$3,
			[about]: "",
			[answer]: say$2
		},
		{
			instruction: "Translate.",
			[about]: "Haus",
			[answer]: "house",
			category: "x"
		},
		{
			system: "Be brief.",
			instruction: ask$3,
			[about]: null,
			[answer]: say$2
		}
	]
});
const ANSWERS = [
	instruction("Alpaca (instruction, input and output)", "input", "output"),
	instruction("Dolly (instruction, context and response)", "context", "response"),
	{
		name: "TRL (prompt and completion as lists of messages)",
		is: (row) => areMessages(row.prompt) && areMessages(row.completion),
		jq: "{messages: (.prompt + .completion)}",
		makes: "chat",
		examples: [{
			prompt: [{
				role: "user",
				content: ask$3
			}],
			completion: [{
				role: "assistant",
				content: say$2
			}]
		}, {
			prompt: [{
				role: "system",
				content: "Be brief."
			}, {
				role: "user",
				content: ask$3
			}],
			completion: [{
				role: "assistant",
				content: "Jupiter"
			}]
		}]
	},
	{
		name: "OpenAI Evals (input and ideal)",
		is: (row) => areMessages(row.input) && (typeof row.ideal === "string" || Array.isArray(row.ideal)),
		jq: `{messages: (.input + [${answered("([.ideal] | flatten | .[0])")}])}`,
		makes: "chat",
		examples: [{
			input: [{
				role: "user",
				content: ask$3
			}],
			ideal: say$2
		}, {
			input: [{
				role: "system",
				content: "Be brief."
			}, {
				role: "user",
				content: ask$3
			}],
			ideal: ["Jupiter", "It is Jupiter."]
		}]
	},
	...[
		["question", "answer"],
		["question", "response"],
		["query", "response"],
		["query", "answer"],
		["prompt", "response"],
		["prompt", "answer"],
		["prompt", "output"],
		["instruction", "response"],
		["input", "output"],
		["input", "response"],
		["input_text", "output_text"],
		["user", "assistant"],
		["human", "assistant"]
	].map(([question, answer]) => ({
		name: `a question and its answer (${question} and ${answer} as texts)`,
		is: (row) => texts(row, question, answer),
		jq: `{messages: [${SYSTEM}, ${asked(`.${question}`)}, ${answered(`.${answer}`)}]}`,
		makes: "chat",
		examples: [{
			[question]: ask$3,
			[answer]: say$2
		}, {
			id: 7,
			system: "Be brief.",
			[question]: ask$3,
			[answer]: say$2
		}]
	})),
	{
		name: "Together and others (text alone)",
		is: (row) => texts(row, "text") && !("label" in row),
		jq: `{messages: [${answered(".text")}]}`,
		note: "A text without a question is learned as what the assistant says.",
		makes: "chat",
		examples: [{ text: "Jupiter is the largest planet." }, {
			text: "Mars is red.",
			meta: "web"
		}]
	}
];
// src/dataset/foreign/conversations.ts
const KEYS = [
	"conversations",
	"conversation",
	"dialog",
	"dialogue",
	"turns",
	"chat",
	"history",
	"chat_history"
];
const ROLES = {
	human: "user",
	prompter: "user",
	customer: "user",
	gpt: "assistant",
	ai: "assistant",
	bot: "assistant",
	model: "assistant",
	chatbot: "assistant",
	agent: "assistant"
};
const OWN = [
	"system",
	"developer",
	"user",
	"assistant",
	"tool",
	"function"
];
const role = (from) => `(${from} | ascii_downcase) as $role | ${JSON.stringify(ROLES)}[$role] // $role`;
const toMessage = (from, text) => `{role: (${role(from)}), content: ${text}}`;
const TEXT = "def text: if type == \"array\" then map(.text // empty) | join(\"\\n\") else . end; ";
const ask$2 = "What is two and two?";
const say$1 = "It is four.";
const messages = [{
	role: "user",
	content: ask$2
}, {
	role: "assistant",
	content: say$1
}];
const isFrom = (value) => objectsWith(value, "from", "value");
const blocks = ({ content }) => Array.isArray(content) ? content.filter(isObject) : [];
const haveBlock = (list, kinds) => areMessages(list) && list.some((message) => blocks(message).some(({ type }) => kinds.includes(String(type))));
const hasOther = (list) => areMessages(list) && list.some((message) => !OWN.includes(String(message.role)) && String(message.role).toLowerCase() in known);
const known = {
	...ROLES,
	...Object.fromEntries(OWN.map((name) => [name, name]))
};
const ANTHROPIC_TOOLS = `${TEXT}{messages: [(.system // empty | {role: "system", content: text}), (.messages[] | .role as $role | if (.content | type) == "string" then . else (.content[] | select(.type == "tool_result") | {role: "tool", tool_call_id: .tool_use_id, content: (.content | text)}), ([.content[] | select(.type == "tool_use") | {id, type: "function", function: {name, arguments: (.input | tojson)}}] as $calls | (.content | text) as $text | if $calls != [] then {role: $role, content: (if $text == "" then null else $text end), tool_calls: $calls} elif $text != "" then {role: $role, content: $text} else empty end) end)]} + if .tools then {tools: [.tools[] | {type: "function", function: {name, description, parameters: .input_schema}}]} else {} end`;
const CONVERSATIONS = [
	...[...KEYS, "messages"].map((key) => ({
		name: `ShareGPT (${key} with from and value)`,
		is: (row) => isFrom(row[key]),
		jq: `{messages: [${SYSTEM}, (.${key}[] | ${toMessage(".from", ".value")})]}`,
		makes: "chat",
		examples: [
			{ [key]: [{
				from: "human",
				value: ask$2
			}, {
				from: "gpt",
				value: say$1
			}] },
			{
				id: "a1",
				system: "Be brief.",
				[key]: [{
					from: "human",
					value: ask$2
				}, {
					from: "gpt",
					value: say$1
				}]
			},
			{ [key]: [
				{
					from: "System",
					value: "Be kind."
				},
				{
					from: "user",
					value: ask$2
				},
				{
					from: "assistant",
					value: say$1
				}
			] }
		]
	})),
	{
		name: "messages as a text (a JSON string)",
		is: (row) => typeof row.messages === "string" && /^\s*\[/.test(row.messages),
		jq: "{messages: (.messages | fromjson)}",
		makes: "chat",
		examples: [{ messages: JSON.stringify(messages) }, { messages: ` ${JSON.stringify(messages, void 0, 1)}` }]
	},
	...KEYS.map((key) => ({
		name: `a conversation under another key (${key} with role and content)`,
		is: (row) => areMessages(row[key]),
		jq: `{messages: [${SYSTEM}, (.${key}[] | {role: (${role(".role")}), content})]}`,
		makes: "chat",
		examples: [
			{ [key]: messages },
			{
				system: "Be brief.",
				[key]: messages,
				source: "web"
			},
			{ [key]: [{
				role: "human",
				content: ask$2
			}, {
				role: "AI",
				content: say$1
			}] }
		]
	})),
	...KEYS.map((key) => ({
		name: `XTuner (${key} with input and output)`,
		is: (row) => objectsWith(row[key], "input", "output"),
		jq: `{messages: [.${key}[] | ${SYSTEM}, {role: "user", content: .input}, {role: "assistant", content: .output}]}`,
		makes: "chat",
		examples: [{ [key]: [{
			system: "Be brief.",
			input: ask$2,
			output: say$1
		}] }, { [key]: [{
			input: ask$2,
			output: say$1
		}, {
			input: "Sure?",
			output: "Yes."
		}] }]
	})),
	{
		name: "Gemini (contents with parts)",
		is: (row) => objectsWith(row.contents, "parts"),
		jq: "{messages: [(.systemInstruction // .system_instruction // empty | {role: \"system\", content: ([.parts[].text] | join(\"\\n\"))}), (.contents[] | {role: ({model: \"assistant\"}[.role // \"user\"] // .role // \"user\"), content: ([.parts[].text // empty] | join(\"\\n\"))})]}",
		makes: "chat",
		examples: [
			{ contents: [{
				role: "user",
				parts: [{ text: ask$2 }]
			}, {
				role: "model",
				parts: [{ text: say$1 }]
			}] },
			{
				systemInstruction: {
					role: "system",
					parts: [{ text: "Be brief." }]
				},
				contents: [{
					role: "user",
					parts: [{ text: "What is" }, { text: "two and two?" }]
				}, {
					role: "model",
					parts: [{ text: say$1 }]
				}]
			},
			{
				system_instruction: { parts: [{ text: "Be kind." }] },
				contents: [{ parts: [{ text: ask$2 }] }, {
					role: "model",
					parts: [{ text: say$1 }]
				}]
			}
		]
	},
	{
		name: "PaLM (messages with author and content)",
		is: (row) => objectsWith(row.messages, "author", "content"),
		jq: "{messages: [(.context // empty | {role: \"system\", content: .}), (.messages[] | {role: (if .author == \"user\" then \"user\" else \"assistant\" end), content})]}",
		makes: "chat",
		examples: [{
			context: "Be brief.",
			messages: [{
				author: "user",
				content: ask$2
			}, {
				author: "bot",
				content: say$1
			}]
		}, { messages: [{
			author: "user",
			content: ask$2
		}, {
			author: "assistant",
			content: say$1
		}] }]
	},
	{
		name: "LangChain (messages with type and content)",
		is: (row) => objectsWith(row.messages, "type") && !areMessages(row.messages),
		jq: `{messages: [.messages[] | (.data // .) as $data | ${toMessage(".type", "$data.content")}]}`,
		makes: "chat",
		examples: [{ messages: [{
			type: "human",
			content: ask$2
		}, {
			type: "ai",
			content: say$1
		}] }, { messages: [
			{
				type: "system",
				data: { content: "Be kind." }
			},
			{
				type: "human",
				data: { content: ask$2 }
			},
			{
				type: "ai",
				data: { content: say$1 }
			}
		] }]
	},
	{
		name: "Amazon Bedrock (parts of a text without a type)",
		besideOwn: true,
		is: (row) => areMessages(row.messages) && row.messages.every((message) => blocks(message).length > 0 && blocks(message).every((part) => typeof part.text === "string" && !("type" in part))),
		jq: `${TEXT}{messages: [(.system // empty | {role: "system", content: text}), (.messages[] | {role, content: (.content | text)})]}`,
		makes: "chat",
		examples: [{
			schemaVersion: "bedrock-conversation-2024",
			system: [{ text: "Be brief." }],
			messages: [{
				role: "user",
				content: [{ text: ask$2 }]
			}, {
				role: "assistant",
				content: [{ text: say$1 }]
			}]
		}, { messages: [{
			role: "user",
			content: [{ text: ask$2 }]
		}, {
			role: "assistant",
			content: [{ text: say$1 }]
		}] }]
	},
	{
		name: "Anthropic (messages with tool_use and tool_result)",
		besideOwn: true,
		is: (row) => haveBlock(row.messages, ["tool_use", "tool_result"]),
		jq: ANTHROPIC_TOOLS,
		makes: "chat",
		examples: [{
			system: "Be brief.",
			messages: [
				{
					role: "user",
					content: "Weather in Oslo?"
				},
				{
					role: "assistant",
					content: [{
						type: "text",
						text: "I look."
					}, {
						type: "tool_use",
						id: "t1",
						name: "weather",
						input: { city: "Oslo" }
					}]
				},
				{
					role: "user",
					content: [{
						type: "tool_result",
						tool_use_id: "t1",
						content: [{
							type: "text",
							text: "Rain"
						}]
					}]
				},
				{
					role: "assistant",
					content: [{
						type: "text",
						text: "It rains."
					}]
				}
			],
			tools: [{
				name: "weather",
				description: "The weather",
				input_schema: {
					type: "object",
					properties: { city: { type: "string" } }
				}
			}]
		}, {
			messages: [{
				role: "user",
				content: [{
					type: "text",
					text: "Weather in Rome?"
				}]
			}, {
				role: "assistant",
				content: [{
					type: "tool_use",
					id: "t2",
					name: "weather",
					input: {}
				}]
			}],
			tools: [{
				name: "weather",
				description: "The weather",
				input_schema: { type: "object" }
			}]
		}]
	},
	{
		name: "Anthropic (a system message beside the messages)",
		besideOwn: true,
		is: (row) => "system" in row && areMessages(row.messages),
		jq: `${TEXT}{messages: [(.system // empty | text | select(. != "") | {role: "system", content: .}), (.messages[] | {role, content: (.content | text)})]}`,
		makes: "chat",
		examples: [
			{
				system: "Be brief.",
				messages
			},
			{
				system: [{
					type: "text",
					text: "Be kind."
				}],
				messages: [{
					role: "user",
					content: [{
						type: "text",
						text: ask$2
					}]
				}, {
					role: "assistant",
					content: [{
						type: "text",
						text: say$1
					}]
				}]
			},
			{
				system: "",
				messages: [{
					role: "user",
					content: ask$2
				}, {
					role: "assistant",
					content: "Four."
				}]
			}
		]
	},
	{
		name: "messages with roles by other names",
		besideOwn: true,
		is: (row) => hasOther(row.messages),
		jq: `.messages |= map(.role |= (${role(".")}))`,
		makes: "chat",
		examples: [{ messages: [
			{
				role: "System",
				content: "Be kind."
			},
			{
				role: "User",
				content: ask$2
			},
			{
				role: "Chatbot",
				content: say$1
			}
		] }, { messages: [{
			role: "human",
			content: ask$2
		}, {
			role: "ai",
			content: say$1
		}] }]
	}
];
// src/dataset/foreign/preferences.ts
const ask$1 = [{
	role: "user",
	content: "Is four even?"
}];
const good = {
	role: "assistant",
	content: "Yes, it is."
};
const bad = {
	role: "assistant",
	content: "Who knows."
};
const haveLists = (row, ...keys) => keys.every((key) => areMessages(row[key]));
const singleTurn = (name, key, chosen, rejected) => ({
	name,
	is: (row) => texts(row, key, chosen, rejected),
	jq: `{input: {messages: [${SYSTEM}, ${asked(`.${key}`)}]}, preferred_output: [${answered(`.${chosen}`)}], non_preferred_output: [${answered(`.${rejected}`)}]}`,
	makes: "preference",
	examples: [{
		[key]: "Is four even?",
		[chosen]: "Yes, it is.",
		[rejected]: "Who knows."
	}, {
		system: "Be brief.",
		[key]: "Is five even?",
		[chosen]: "No, it is odd.",
		[rejected]: "Perhaps.",
		source: "web"
	}]
});
const TRANSCRIPT = "def turns: [match(\"\\n\\n(Human|Assistant): ?((?:(?!\\n\\n(?:Human|Assistant):)[\\\\s\\\\S])*)\"; \"g\").captures | {role: (if .[0].string == \"Human\" then \"user\" else \"assistant\" end), content: .[1].string}]; ";
const PREFERENCES = [
	singleTurn("TRL (prompt, chosen and rejected as texts)", "prompt", "chosen", "rejected"),
	singleTurn("preferences by question (question, chosen and rejected as texts)", "question", "chosen", "rejected"),
	singleTurn("preferences by instruction (instruction, chosen and rejected as texts)", "instruction", "chosen", "rejected"),
	{
		name: "TRL (prompt, chosen and rejected as lists of messages)",
		is: (row) => haveLists(row, "prompt", "chosen", "rejected"),
		jq: "{input: {messages: .prompt}, preferred_output: .chosen, non_preferred_output: .rejected}",
		makes: "preference",
		examples: [{
			prompt: ask$1,
			chosen: [good],
			rejected: [bad]
		}, {
			prompt: [{
				role: "system",
				content: "Be brief."
			}, ...ask$1],
			chosen: [good],
			rejected: [bad],
			score: 3
		}]
	},
	{
		name: "TRL (chosen and rejected as whole conversations)",
		is: (row) => haveLists(row, "chosen", "rejected"),
		jq: "{input: {messages: .chosen[:-1]}, preferred_output: .chosen[-1:], non_preferred_output: .rejected[-1:]}",
		makes: "preference",
		examples: [{
			chosen: [...ask$1, good],
			rejected: [...ask$1, bad]
		}, {
			prompt: "Is four even?",
			chosen: [...ask$1, {
				...good,
				content: "Yes."
			}],
			rejected: [...ask$1, bad],
			score_chosen: 9
		}]
	},
	{
		name: "HH-RLHF (chosen and rejected as transcripts)",
		is: (row) => texts(row, "chosen", "rejected") && /^\n\nHuman:/.test(String(row.chosen)),
		jq: `${TRANSCRIPT}{input: {messages: (.chosen | turns)[:-1]}, preferred_output: (.chosen | turns)[-1:], non_preferred_output: (.rejected | turns)[-1:]}`,
		makes: "preference",
		examples: [{
			chosen: "\n\nHuman: Is four even?\n\nAssistant: Yes,\nit is.",
			rejected: "\n\nHuman: Is four even?\n\nAssistant: Who knows."
		}, {
			chosen: "\n\nHuman: Hi\n\nAssistant: Hello.\n\nHuman: Is five even?\n\nAssistant: No.",
			rejected: "\n\nHuman: Hi\n\nAssistant: Hello.\n\nHuman: Is five even?\n\nAssistant: Maybe."
		}]
	},
	{
		name: "the older names of this API (preferred_completion, non_preferred_completion)",
		is: (row) => "input" in row && haveLists(row, "preferred_completion", "non_preferred_completion"),
		jq: "{input, preferred_output: .preferred_completion, non_preferred_output: .non_preferred_completion}",
		makes: "preference",
		examples: [{
			input: { messages: ask$1 },
			preferred_completion: [good],
			non_preferred_completion: [bad]
		}, {
			input: { messages: ask$1 },
			preferred_completion: [{
				...good,
				content: "Yes."
			}],
			non_preferred_completion: [bad]
		}]
	},
	{
		name: "TRL (KTO: prompt and completion as texts, with a label)",
		besideOwn: true,
		is: (row) => texts(row, "prompt", "completion") && typeof row.label === "boolean",
		jq: `select(.label) | {messages: [${asked(".prompt")}, ${answered(".completion")}]}`,
		note: "This keeps the rows that are wanted.",
		makes: "chat",
		examples: [{
			prompt: "Is four even?",
			completion: "Yes, it is.",
			label: true
		}, {
			prompt: "Is four even?",
			completion: "Who knows.",
			label: false
		}]
	},
	{
		name: "TRL (KTO: prompt and completion as lists of messages, with a label)",
		is: (row) => haveLists(row, "prompt", "completion") && typeof row.label === "boolean",
		jq: "select(.label) | {messages: (.prompt + .completion)}",
		note: "This keeps the rows that are wanted.",
		makes: "chat",
		examples: [{
			prompt: ask$1,
			completion: [good],
			label: true
		}, {
			prompt: ask$1,
			completion: [bad],
			label: false
		}]
	}
];
// src/dataset/foreign/requests.ts
const ask = {
	role: "user",
	content: "Name a gas."
};
const say = {
	role: "assistant",
	content: "Helium."
};
const body = {
	model: "gpt-4.1-mini",
	messages: [ask],
	temperature: 0
};
const choices = [{
	index: 0,
	message: {
		...say,
		refusal: null
	},
	finish_reason: "stop"
}];
const request = (number, messages) => ({
	custom_id: `r${number}`,
	method: "POST",
	url: "/v1/chat/completions",
	body: {
		...body,
		messages
	}
});
const inner$1 = (value, key) => isObject(value) ? value[key] : void 0;
const isBatch = (row) => "custom_id" in row && areMessages(inner$1(row.body, "messages"));
const endsWithAnswer = (messages) => areMessages(messages) && messages.at(-1)?.role === "assistant";
const LISTS = [
	"data",
	"rows",
	"examples",
	"items",
	"train",
	"records",
	"samples"
];
const ANSWER = "({role, content, tool_calls} | with_entries(select(.value != null)))";
const REQUESTS = [
	{
		name: "batch requests (custom_id, method, url and body) with their answers",
		is: (row) => isBatch(row) && endsWithAnswer(inner$1(row.body, "messages")),
		jq: ".body | {messages} + if .tools then {tools} else {} end",
		makes: "chat",
		examples: [request(1, [ask, say]), {
			...request(2, [ask, say]),
			body: {
				messages: [ask, say],
				tools: []
			}
		}]
	},
	{
		name: "batch requests (custom_id, method, url and body)",
		is: isBatch,
		note: "A request has no answer to learn; OUTPUT is the file that the batch gave back.",
		options: "-n --slurpfile answers OUTPUT",
		jq: `INDEX($answers[]; .custom_id) as $by | inputs | $by[.custom_id].response.body.choices[0].message as $answer | select($answer) | .body | {messages: (.messages + [$answer | ${ANSWER}])} + if .tools then {tools} else {} end`,
		makes: "chat",
		examples: [request(1, [ask]), request(2, [{
			role: "system",
			content: "Be brief."
		}, ask])]
	},
	{
		name: "the output of a batch (custom_id and response)",
		is: (row) => "custom_id" in row && Array.isArray(inner$1(inner$1(row.response, "body"), "choices")),
		note: "An answer stands here without its question; REQUESTS is the file that the batch was given.",
		options: "-n --slurpfile requests REQUESTS",
		jq: `INDEX($requests[]; .custom_id) as $by | inputs | .response.body.choices[0].message as $answer | $by[.custom_id].body | select(. and $answer) | {messages: (.messages + [$answer | ${ANSWER}])} + if .tools then {tools} else {} end`,
		makes: "chat",
		examples: [1, 2].map((number) => ({
			id: `b${number}`,
			custom_id: `r${number}`,
			response: {
				status_code: 200,
				body: { choices }
			},
			error: null
		}))
	},
	{
		name: "logged calls (request and response)",
		is: (row) => areMessages(inner$1(row.request, "messages")) && Array.isArray(inner$1(row.response, "choices")),
		jq: `{messages: (.request.messages + [.response.choices[0].message | ${ANSWER}])} + if .request.tools then {tools: .request.tools} else {} end`,
		makes: "chat",
		examples: [{
			request: body,
			response: { choices }
		}, {
			request: {
				...body,
				tools: [{
					type: "function",
					function: {
						name: "f",
						parameters: {}
					}
				}]
			},
			response: { choices },
			latency: 3
		}]
	},
	...LISTS.map((key) => ({
		name: `an object that holds the rows (${key})`,
		is: (row) => objectsWith(row[key]) && !("messages" in row) && !("prompt" in row) && !("input" in row),
		jq: `.${key}[] | if type == "object" and (.row | type) == "object" then .row else . end`,
		makes: "chat",
		examples: [{
			version: 1,
			[key]: [{ messages: [ask, say] }, { messages: [ask, {
				...say,
				content: "Neon."
			}] }]
		}, { [key]: [{
			row_idx: 0,
			row: { messages: [ask, say] }
		}] }]
	})),
	{
		name: "a table by columns (as pandas writes it without lines=True)",
		is: (row) => {
			const columns = Object.values(row);
			return columns.length > 0 && columns.every((column) => isObject(column) && "0" in column && Object.keys(column).every((key) => /^\d+$/.test(key)));
		},
		jq: ". as $columns | [.[] | keys_unsorted] | .[0][] | . as $row | $columns | map_values(.[$row])",
		makes: "chat",
		examples: [{ messages: {
			0: [ask, say],
			1: [ask, {
				...say,
				content: "Neon."
			}]
		} }, {
			messages: { 0: [ask, say] },
			tools: { 0: [] }
		}]
	},
	{
		name: "single messages (role and content), a line each",
		is: (row) => typeof row.role === "string" && "content" in row && !("messages" in row),
		note: "If all lines are one conversation:",
		options: "-s",
		jq: "{messages: .}",
		makes: "chat",
		examples: [ask, say]
	}
];
// src/dataset/foreign/foreign.ts
const FOREIGN_FORMS = [
	...CONVERSATIONS,
	...PREFERENCES,
	...REQUESTS,
	...ANSWERS
];
function foreignForm(row) {
	const own = areMessages(row.messages) || texts(row, "prompt", "completion");
	return FOREIGN_FORMS.find(({ is, besideOwn }) => (besideOwn === true || !own) && is(row));
}
function conversionOf({ jq, options, note, makes }) {
	const command = `jq -c ${options === void 0 ? "" : `${options} `}'${jq}' FILE > NEW`;
	const method = makes === "preference" ? " for method: dpo" : "";
	return note === void 0 ? `Convert it${method}: ${command}` : `${note} Convert it${method}: ${command}`;
}
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
function inner(issue) {
	if (issue.code !== "invalid_union") return [issue];
	const deeper = issue.errors.find((faults) => faults.length > 0 && faults.every(({ path }) => path.length > 0));
	if (deeper === void 0) return [issue];
	return deeper.map((fault) => ({
		...fault,
		path: [...issue.path, ...fault.path]
	})).flatMap(inner);
}
function shapeFaults(issues, row) {
	return issues.flatMap(inner).map((issue) => ({
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
const GRADED = "It needs a validation_file, too. Or give the rows answers to learn, and no other keys.";
function wayTo(method, { messages: _, tools: __, ...item }) {
	if (method !== "reinforcement") return words`It fits method: ${ours(method)}.`;
	const [field] = Object.entries(item).find(([name, value]) => /^[A-Za-z_]{1,30}$/.test(name) && typeof value === "string") ?? [];
	const reference = { quote: `"{{item.${field ?? "answer"}}}"` };
	return words`It fits method: {type: reinforcement, reinforcement: {grader: {type: string_check, name: exact, input: "{{sample.output_text}}", reference: ${reference}, operation: eq}}}.`;
}
const unread = (...found) => ({
	row: void 0,
	found
});
function checkRow(value, settings) {
	const checked = checkOwn(value, settings);
	if (checked.found.length === 0) return checked;
	const form = formatFor(value, settings.method)?.takenBy?.(settings.profile) === true ? void 0 : foreignForm(value);
	if (form === void 0) return checked;
	const detail = words`The row is in the form of ${ours(form.name)}.`;
	return unread({
		rule: "row/foreign-format",
		detail,
		fix: conversionOf(form)
	});
}
function checkOwn(value, settings) {
	const format = formatFor(value, settings.method);
	if (format === void 0 || format.takenBy?.(settings.profile) === false) {
		const [first, ...more] = Object.keys(value).slice(0, 6).map(quoteKey);
		if (first === void 0) return unread({
			rule: "row/unknown-format",
			detail: words`The row has no keys.`
		});
		const keys = more.reduce((all, key) => words`${all}, ${key}`, words`${first}`);
		return unread({
			rule: "row/unknown-format",
			detail: words`The row has the keys ${keys}.`
		});
	}
	const long = longLists(format.lists(value));
	if (long.length > 0) return unread(...long);
	const { name, method } = meantFormat(value, format);
	if (method !== settings.method) {
		const detail = words`The row is in the ${ours(name)} format, but method is ${ours(settings.method)}. ${wayTo(method, value)}`;
		return unread({
			rule: "row/wrong-format",
			detail,
			...method === "reinforcement" ? { fix: GRADED } : {}
		});
	}
	const inspected = format.inspect(value, settings);
	if (inspected.issues !== void 0) return unread(...shapeFaults(inspected.issues, value));
	const { known, taken } = format.keys ?? {};
	const keyFaults = Object.keys(value).filter((key) => known?.has(key) === false).map((key) => ({
		rule: "row/unknown-key",
		detail: words`The row has the key ${quoteKey(key)}; ${ours(taken ?? "")}.`
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
			const key = String(JSON.parse(text.slice(from, at + 1)));
			if (keys.has(key)) return key;
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
function hasNoKeyTwice({ keys, size }, text, escapes = text.includes("\\")) {
	return text.length === size && !escapes || keyMarks(text) === keys && !SPACED_KEY.test(text);
}
const SPACED_KEY = /"\s+:/;
function keyMarks(text) {
	let count = 0;
	for (let at = text.indexOf("\":"); at >= 0; at = text.indexOf("\":", at + 2)) count += 1;
	return count;
}
const HIDING = /\\u(?:00[0-7]|[dD][89a-fA-F])/;
function isPlainText(text, escapes = text.includes("\\")) {
	return !text.includes("<|") && (!escapes || !text.includes("\\u") || !HIDING.test(text));
}
// src/dataset/scan/problems.ts
const KEPT = 25e3;
const MESSAGE = 900;
const messageOf = (detail, fix) => cutWords(words`${detail} ${ours(fix)}`, MESSAGE);
var Problems = class {
	#kept = [];
	#repeated = new Map();
	#counts = new Map();
	#severityOf;
	constructor(severityOf) {
		this.#severityOf = severityOf;
	}
	add({ rule, detail, fix = ruleOf(rule).fix, column }, path, line) {
		const severity = this.#severityOf(rule);
		const { once } = ruleOf(rule);
		const key = once === true || once === severity ? `${rule} ${path} ${kindOf(detail)}` : void 0;
		const before = key === void 0 ? void 0 : this.#repeated.get(key);
		if (before !== void 0) {
			if (line !== before.last) before.lines += 1;
			before.last = line;
			return;
		}
		const entry = this.#counts.get(rule) ?? {
			rule,
			severity,
			count: 0
		};
		entry.count += 1;
		this.#counts.set(rule, entry);
		if (this.#kept.length >= 25e3 && entry.count > 100) return;
		if (key !== void 0) this.#repeated.set(key, {
			at: this.#kept.length,
			detail,
			fix,
			lines: 1,
			last: line
		});
		this.#kept.push({
			rule,
			severity,
			message: messageOf(detail, fix),
			path,
			line,
			column
		});
	}
	keeps(rule) {
		return this.#kept.length < 25e3 || (this.#counts.get(rule)?.count ?? 0) < 100;
	}
	addCounted(rule, count) {
		const severity = this.#severityOf(rule);
		const { once } = ruleOf(rule);
		const told = once === true || once === severity ? [...this.#repeated].find(([key]) => key.startsWith(`${rule} `)) : void 0;
		if (told !== void 0) {
			told[1].lines += count;
			return;
		}
		const entry = this.#counts.get(rule) ?? {
			rule,
			severity,
			count: 0
		};
		entry.count += count;
		this.#counts.set(rule, entry);
	}
	has(rule) {
		return this.#counts.has(rule);
	}
	get counts() {
		return [...this.#counts.values()];
	}
	inOrder(paths) {
		for (const { at, detail, fix, lines } of this.#repeated.values()) {
			const first = this.#kept[at];
			if (first === void 0 || lines === 1) continue;
			this.#kept[at] = {
				...first,
				message: messageOf(words`${detail} It is so on ${lines} lines.`, fix)
			};
		}
		const files = new Map(paths.map((path, index) => [path, index]));
		const place = ({ path }) => files.get(path) ?? 0;
		const line = (problem) => problem.line ?? Number.MAX_SAFE_INTEGER;
		return this.#kept.toSorted((left, right) => place(left) - place(right) || line(left) - line(right));
	}
};
// src/dataset/scan/examine.ts
const MOST_OF_A_ROW = 100;
const SHORT = 64;
const SHORT_KNOWN = 4096;
const NEWLINE = 10;
const RETURN = 13;
const BRACE = 123;
const BLANK = {
	rule: "file/blank-line",
	detail: words`The line is blank.`
};
const NOT_UTF8 = {
	rule: "file/not-utf8",
	detail: words`The line is not UTF-8.`
};
const MARK = [
	239,
	187,
	191
];
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const holdsPicture = (row) => figuresOf(row).messages.some(({ content }) => Array.isArray(content) && content.some(({ type }) => type === "image_url"));
var Examination = class {
	#settings;
	#counter;
	#position;
	#found = [];
	#kept;
	#more = new Map();
	#faults;
	#blankAfter = 0;
	#readable;
	#seen;
	#statistics = new StatisticsGatherer();
	#lines = 0;
	#rows = 0;
	#lastRow = 0;
	#imageRows = 0;
	#firstImage = 0;
	#formats = 0;
	#returns = false;
	constructor({ settings, counter, seen, readable, faults, kept }, position) {
		this.#kept = kept;
		this.#faults = faults;
		this.#settings = settings;
		this.#seen = seen;
		this.#readable = readable;
		this.#counter = counter;
		this.#position = position;
	}
	#report(found) {
		const { rule } = found;
		const ofRule = this.#kept.ofRule.get(rule) ?? 0;
		if (this.#kept.all < 25e3 || ofRule < 100) {
			this.#kept.all += 1;
			this.#kept.ofRule.set(rule, ofRule + 1);
			this.#found.push({
				...found,
				line: this.#lines
			});
		} else {
			this.#more.set(rule, (this.#more.get(rule) ?? 0) + 1);
			if (rule === "file/blank-line") this.#blankAfter += 1;
		}
	}
	#reportAll(all) {
		for (const found of all) this.#report(found);
	}
	run(bytes) {
		const ascii = isAscii(bytes);
		const utf8 = ascii || isUtf8(bytes);
		for (let from = 0; from < bytes.length;) {
			const newline = bytes.indexOf(NEWLINE, from);
			const end = newline < 0 ? bytes.length : newline;
			this.#lines += 1;
			this.#line({
				bytes,
				ascii,
				utf8
			}, from, end);
			from = end + 1;
		}
		return {
			lines: this.#lines,
			rows: this.#rows,
			lastRow: this.#lastRow,
			imageRows: this.#imageRows,
			firstImage: this.#firstImage,
			found: this.#found,
			more: this.#more,
			blankAfter: this.#blankAfter,
			readable: this.#readable.take(),
			formats: this.#formats,
			tokens: this.#counter?.part(),
			statistics: this.#counter === void 0 ? void 0 : this.#statistics.part()
		};
	}
	#line({ bytes, ascii, utf8 }, begin, finish) {
		let from = begin;
		let end = finish;
		if (bytes[from] === MARK[0] && bytes[from + 1] === MARK[1] && bytes[from + 2] === MARK[2]) {
			this.#mark(from);
			from += MARK.length;
		}
		if (end > from && bytes[end - 1] === RETURN) {
			if (!this.#returns) this.#report({
				rule: "file/crlf",
				detail: words`Lines end in CR LF.`
			});
			this.#returns = true;
			end -= 1;
		}
		if (from === end || bytes[from] !== BRACE && end - from < 1024 && bytes.toString("latin1", from, end).trim() === "") return this.#report(BLANK);
		this.#rows += 1;
		this.#lastRow = this.#lines;
		this.#blankAfter = 0;
		if (!utf8 && !isUtf8(bytes.subarray(from, end))) return this.#report(NOT_UTF8);
		const text = bytes.toString(ascii ? "latin1" : "utf8", from, end);
		const known = text.length > SHORT ? void 0 : this.#faults.get(text);
		if (known !== void 0) return this.#reportAll(known);
		const escapes = text.includes("\\");
		const row = this.#plain(text, escapes) ?? this.#careful(text);
		if (row === void 0) return void 0;
		const plain = text.length === end - from && !(escapes && text.includes("\\u"));
		this.#keep(row, plain, from);
		this.#count(row, end - from, this.#position + end);
	}
	#mark(from) {
		if (this.#position + from === 0) this.#report({
			rule: "file/utf8-bom",
			detail: words`The file begins with a byte order mark.`
		});
		else this.#report({
			rule: "row/byte-order-mark",
			detail: words`The line begins with a byte order mark, which would stand in the middle of the upload.`
		});
	}
	#keep(row, ascii, offset) {
		const keys = keysOfRow(row);
		const known = this.#seen.see(keys.whole, keys.wholeMore);
		const asked = keys.prompt !== 0 && this.#seen.see(~keys.prompt, keys.promptMore);
		const content = known || asked ? hashContent(row, ascii) : void 0;
		const format = FORMAT_NAMES.indexOf(row.format);
		this.#formats |= 1 << format;
		this.#readable.add(keys, content, this.#lines, offset, format);
	}
	#plain(text, escapes) {
		if (!isPlainText(text, escapes)) return void 0;
		const plain = plainRow(parsed(text), this.#settings.method);
		if (plain === void 0 || !hasNoKeyTwice(plain, text, escapes)) return void 0;
		if (mayHoldSecret(text)) this.#secrets(new LineText(text, plain.row.row));
		return plain.row;
	}
	#secrets(text) {
		for (const found of faultsOf(SECRET_RULES, text, this.#settings)) this.#report(found);
	}
	#careful(text) {
		const { row, found } = this.#looked(text);
		if (row === void 0 && text.length <= SHORT && this.#faults.size < SHORT_KNOWN) this.#faults.set(text, found);
		this.#reportAll(found);
		return row;
	}
	#looked(text) {
		const line = parseLine(text);
		if ("found" in line) return {
			row: void 0,
			found: [line.found]
		};
		const texts = new LineText(text, line.value);
		const inText = [...faultsOf(TEXT_RULES, texts, this.#settings), ...faultsOf(SECRET_RULES, texts, this.#settings)];
		const { row, found } = checkRow(line.value, this.#settings);
		if (row !== void 0 && (text.includes("\"image_url\"") || texts.hides) && holdsPicture(row)) {
			if (this.#imageRows === 0) this.#firstImage = this.#lines;
			this.#imageRows += 1;
		}
		return {
			row,
			found: [...inText, ...found.slice(0, MOST_OF_A_ROW)]
		};
	}
	#count(row, size, end) {
		const counter = this.#counter;
		if (counter === void 0) return;
		const tokens = counter.add(row, size, end);
		if (tokens === void 0) {
			this.#statistics.leaveOut();
			return;
		}
		this.#statistics.add(row, this.#lines, tokens);
		const limit = counter.rowLimit;
		if (limit !== void 0 && tokens.total > limit) this.#report({
			rule: "row/over-limit",
			detail: words`The row has ${tokens.total} tokens; the model takes ${limit}.`
		});
	}
};
async function examinerOf(settings, seen) {
	const { model, countTokens, exactTokensUpTo, profile, tokenizer } = settings;
	const counter = countTokens ? await RowCounter.for(model, exactTokensUpTo, profile.picturesAsText, tokenizer) : void 0;
	const examining = {
		settings,
		counter,
		seen: new SeenKeys(seen),
		readable: new RowBuffer(),
		faults: new Map(),
		kept: {
			all: 0,
			ofRule: new Map()
		}
	};
	const examine = ({ bytes, position }) => new Examination(examining, position).run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	if (counter === void 0 || tokenizer === void 0) return { examine };
	const { patiently } = await import("./patience.js");
	return { examine(lines) {
		let examined;
		patiently(tokenizer.path, lines.bytes.length, () => {
			examined = examine(lines);
		});
		return examined ?? examine(lines);
	} };
}
export { offsetIn as C, numberAt as S, withState as T, hashContent as _, plainRow as a, STATE as b, checkRow as c, StatisticsTotal as d, textsOfLine as f, contentKey as g, comparable as h, hasNoKeyTwice as i, RowCounter as l, besides as m, KEPT as n, parseLine as o, SEEN_BYTES as p, Problems as r, jsonFault as s, examinerOf as t, modelFacts as u, differenceOf as v, stateIn as w, formatsOf as x, normalised as y };
