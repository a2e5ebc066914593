import { $t as DataError, D as merged, Jt as parse, M as USUAL_PROFILE, Mt as string, Qt as ActionError, Tt as object, Yt as safeParse, Zt as AbortedError, a as dropSecrets, at as methodName, cn as kindOf$2, dn as words, en as InputError, ht as custom, it as isMap, k as PLATFORMS, ln as ours, nn as LimitError, nt as baseOf$1, on as cutWords, rt as hyperparametersOf, un as textOf, xt as looseObject } from "./start.js";
import { At as mayHoldSecret, C as estimateLine, Ct as tools, Dt as quoteKey, Et as quote, H as inertLine, Ot as quoteValue, R as counted, St as plainText, Tt as talkOf, X as countOf, at as isHarmless, bt as messages, ct as FILE_RULES, dt as TEXT_ROW_RULES, ft as REINFORCEMENT_RULES, g as maySeeRows, gt as WRITTEN_RULES, ht as TALK_RULES, kt as masked, lt as TEXT_RULES, mt as COMPLETION_RULES, ot as ruleOf, pt as PREFERENCE_RULES, st as severityOf, ut as SECRET_RULES, v as warn, vt as ROLES$1, wt as CHAT_RULES, x as datasetLine, xt as parallel_tool_calls, yt as functions } from "./main.js";
const { isAscii, isUtf8 } = process.getBuiltinModule("node:buffer");
const { createHash, randomBytes } = process.getBuiltinModule("node:crypto");
const { readFile } = process.getBuiltinModule("node:fs/promises");
const path = process.getBuiltinModule("node:path");
const { availableParallelism } = process.getBuiltinModule("node:os");
const { closeSync, openSync, readFileSync, readSync, statSync } = process.getBuiltinModule("node:fs");
const { setImmediate } = process.getBuiltinModule("node:timers/promises");
// src/json-size.ts
function jsonSize(text) {
	let [depth, deepest, values] = [
		0,
		0,
		1
	];
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === 34) {
			for (at += 1; at < text.length && text.charCodeAt(at) !== 34; at += 1) if (text.charCodeAt(at) === 92) at += 1;
		} else if (code === 123 || code === 91) {
			depth += 1;
			values += 1;
			deepest = Math.max(deepest, depth);
		} else if (code === 125 || code === 93) depth -= 1;
		else if (code === 44) values += 1;
	}
	return {
		depth: deepest,
		values
	};
}
// src/dataset/likeness/packed-rows.ts
const NO_LINE = {
	lineLow: 0,
	lineHigh: 0
};
const STATE_BITS = 2;
const FORMAT_BITS = 4;
const STATES = 3;
const STATE = {
	keys: 0,
	hashed: 1,
	copy: 2,
	line: 3
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
function grown(numbers) {
	const larger = new Int32Array(numbers.length * 2);
	larger.set(numbers);
	return larger;
}
var RowBuffer = class {
	#rows = new Int32Array(6144);
	#count = 0;
	#lines = new Int32Array(192);
	#lineCount = 0;
	add(keys, content, hash, line, offset, format) {
		const at = this.#count * 6;
		if (at === this.#rows.length) this.#rows = grown(this.#rows);
		const rows = this.#rows;
		const { lineLow, lineHigh } = hash;
		const isHashed = lineLow !== 0 || lineHigh !== 0;
		if (isHashed && content !== void 0) this.#addLine(lineLow, lineHigh);
		const state = content !== void 0 ? STATE.hashed : isHashed ? STATE.line : STATE.keys;
		rows[at + 0] = keys.whole;
		rows[at + 1] = keys.prompt;
		rows[at + 2] = content?.whole ?? lineLow;
		rows[at + 3] = content?.prompt ?? lineHigh;
		rows[at + 4] = line;
		rows[at + 5] = (offset << FORMAT_BITS | format) << STATE_BITS | state;
		this.#count += 1;
	}
	#addLine(low, high) {
		const at = this.#lineCount * 3;
		if (at === this.#lines.length) this.#lines = grown(this.#lines);
		this.#lines[at] = this.#count;
		this.#lines[at + 1] = low;
		this.#lines[at + 2] = high;
		this.#lineCount += 1;
	}
	takeLines() {
		const taken = this.#lines.slice(0, this.#lineCount * 3);
		this.#lineCount = 0;
		return taken;
	}
	take() {
		const taken = this.#rows.slice(0, this.#count * 6);
		this.#count = 0;
		return taken;
	}
};
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
// src/dataset/rules/found.ts
function faultsOf(rules, subject, settings) {
	const found = [];
	let rule;
	const report = (detail) => {
		if (rule !== void 0) found.push({
			rule: rule.id,
			detail
		});
	};
	for (rule of rules) rule.check?.(subject, report, settings);
	return found;
}
// src/dataset/tokens/picture-size.ts
const DATA_URL = /^data:[^,]{0,200};base64,/i;
const JOINED = 1 << 20;
function bytesOf(url) {
	const head = DATA_URL.exec(url.slice(0, 256))?.[0];
	if (head === void 0) return void 0;
	const broken = /\s/.test(url.slice(head.length, head.length + 200));
	const text = broken ? url.slice(head.length, head.length + JOINED).replace(/\s+/g, "") : url;
	const begin = broken ? 0 : head.length;
	return (offset, length) => {
		const skipped = offset % 3;
		const from = begin + (offset - skipped) / 3 * 4;
		const characters = Math.ceil((skipped + length) / 3) * 4;
		return Buffer.from(text.slice(from, from + characters), "base64").subarray(skipped, skipped + length);
	};
}
function sized(width, height) {
	return width > 0 && height > 0 ? {
		width,
		height
	} : void 0;
}
function pngSize(at) {
	const bytes = at(16, 8);
	return bytes.length < 8 ? void 0 : sized(bytes.readUInt32BE(0), bytes.readUInt32BE(4));
}
function gifSize(at) {
	const bytes = at(6, 4);
	return bytes.length < 4 ? void 0 : sized(bytes.readUInt16LE(0), bytes.readUInt16LE(2));
}
function webpSize(at) {
	const bytes = at(12, 18);
	if (bytes.length < 18) return void 0;
	switch (bytes.toString("latin1", 0, 4)) {
		case "VP8 ": return sized(bytes.readUInt16LE(14) & 16383, bytes.readUInt16LE(16) & 16383);
		case "VP8L": {
			const bits = bytes.readUInt32LE(9);
			return sized((bits & 16383) + 1, (bits >>> 14 & 16383) + 1);
		}
		case "VP8X": return sized(bytes.readUIntLE(12, 3) + 1, bytes.readUIntLE(15, 3) + 1);
		default: return;
	}
}
const NO_FRAME = new Set([
	196,
	200,
	204
]);
const MOST_SEGMENTS = 2e3;
const JPEG_START = 2;
function jpegSize(at) {
	let offset = JPEG_START;
	for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
		const bytes = at(offset, 9);
		if (bytes.length < 9 || bytes[0] !== 255) return void 0;
		const marker = bytes.readUInt8(1);
		if (marker === 255) offset += 1;
		else if (marker >= 192 && marker <= 207 && !NO_FRAME.has(marker)) return sized(bytes.readUInt16BE(7), bytes.readUInt16BE(5));
		else if (marker === 1 || marker >= 208 && marker <= 216) offset += 2;
		else if (marker === 217 || marker === 218) return;
		else offset += 2 + bytes.readUInt16BE(2);
	}
}
const TYPES = [
	[(bytes) => bytes.toString("latin1", 0, 8) === "PNG\r\n\n", pngSize],
	[(bytes) => bytes.toString("latin1", 0, 3) === "ÿØÿ", jpegSize],
	[(bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP", webpSize],
	[(bytes) => /^GIF8[79]a/.test(bytes.toString("latin1", 0, 6)), gifSize]
];
function pictureSize(url) {
	const at = bytesOf(url);
	if (at === void 0) return void 0;
	const beginning = at(0, 12);
	return TYPES.find(([begins]) => begins(beginning))?.[1](at);
}
function isEmbedded(url) {
	return /^data:/i.test(url);
}
// src/dataset/tokens/pictures.ts
const FAMILIES$1 = [
	[/^gpt-4o-mini/, {
		base: 2833,
		tile: 5667
	}],
	[/^(gpt-4o|gpt-4\.1-2|gpt-4\.1$|gpt-4\.5|chatgpt-4o|gpt-4-)/, {
		base: 85,
		tile: 170
	}],
	[/^o[13](-|$)(?!mini)/, {
		base: 75,
		tile: 150
	}],
	[/^gpt-5(-2|-chat|$)/, {
		base: 70,
		tile: 140
	}]
];
const UNKNOWN$2 = {
	low: 4,
	high: 16384
};
const COMMON = {
	base: 85,
	tile: 170
};
const WITHIN = 2048;
const SHORT_SIDE = 768;
const TILE = 512;
const MOST_TILES = Math.ceil(WITHIN / TILE) * Math.ceil(SHORT_SIDE / TILE);
const USUAL_TILES = 4;
function tilesOf(width, height) {
	const fit = Math.min(1, WITHIN / Math.max(width, height));
	const [long, short] = [Math.floor(Math.max(width, height) * fit), Math.floor(Math.min(width, height) * fit)];
	const shrink = Math.min(1, SHORT_SIDE / short);
	const tiles = (side) => Math.max(1, Math.ceil(Math.floor(side * shrink) / TILE));
	return tiles(long) * tiles(short);
}
const sure = (tokens) => ({
	tokens,
	low: tokens,
	high: tokens
});
function byTiles({ base, tile }, url, detail) {
	if (detail === "low") return sure(base);
	const size = pictureSize(url);
	if (size !== void 0) return sure(base + tile * tilesOf(size.width, size.height));
	return {
		tokens: base + tile * USUAL_TILES,
		low: base,
		high: base + tile * MOST_TILES
	};
}
function pictureRule(base) {
	const rule = FAMILIES$1.find(([name]) => name.test(base))?.[1];
	if (rule !== void 0) return {
		known: true,
		count: (url, detail) => byTiles(rule, url, detail)
	};
	return {
		known: false,
		count: (url, detail) => ({
			...UNKNOWN$2,
			tokens: byTiles(COMMON, url, detail).tokens
		})
	};
}
const BASE64 = {
	tokens: .7,
	high: .75
};
function pictureAsText(url, picture) {
	if (!isEmbedded(url)) return picture;
	const [tokens, high] = [Math.ceil(url.length * BASE64.tokens), Math.ceil(url.length * BASE64.high)];
	return {
		tokens: Math.max(tokens, picture.tokens),
		low: picture.low,
		high: Math.max(high, picture.high)
	};
}
// src/dataset/tokens/grades.ts
const NAMES = Object.entries({
	tools: {
		grade: "measured",
		what: "definitions and calls of tools (±5 %)"
	},
	functions: {
		grade: "measured",
		what: "functions in the deprecated form"
	},
	names: {
		grade: "measured",
		what: "names of speakers"
	},
	parts: {
		grade: "measured",
		what: "content in parts"
	},
	pictures: {
		grade: "measured",
		what: "pictures by the tiles of their size"
	},
	"remote-pictures": {
		grade: "measured",
		what: "pictures of unknown size, each from the least to the most that one takes"
	},
	"pictures-as-text": {
		grade: "assumed",
		what: "embedded pictures, which seem to be billed there as their base64 text"
	},
	"unknown-pictures": {
		grade: "assumed",
		what: "pictures, of which no rule is known for this model"
	},
	answers: {
		grade: "assumed",
		what: "messages by tools and developers"
	},
	refusals: {
		grade: "assumed",
		what: "refusals"
	},
	audio: {
		grade: "assumed",
		what: "audio and other parts"
	},
	conversation: {
		grade: "assumed",
		what: "the form of a conversation, which was not held against a bill for this model"
	},
	completion: {
		grade: "assumed",
		what: "rows of prompt and completion, as their text"
	},
	text: {
		grade: "assumed",
		what: "rows of text alone, as it stands"
	},
	preference: {
		grade: "assumed",
		what: "preference rows, of which no bill is known, with the prompt once or twice"
	},
	reinforcement: {
		grade: "assumed",
		what: "prompts alone; what is sampled in training comes on top"
	}
});
const BITS = new Map(NAMES.map(([name], index) => [name, 1 << index]));
function bitOf(rule) {
	return BITS.get(rule) ?? 0;
}
const rulesOf = (bits) => NAMES.flatMap(([name, rule]) => (bits & (BITS.get(name) ?? 0)) === 0 ? [] : [rule]);
function estimatedParts(bits) {
	const rules = rulesOf(bits);
	const of = (grade) => rules.filter((rule) => rule.grade === grade).map(({ what }) => what);
	const [measured, assumed] = [of("measured"), of("assumed")];
	return [measured.length > 0 ? `estimated: ${measured.join(", ")}` : "", assumed.length > 0 ? `assumed: ${assumed.join(", ")}` : ""].filter((part) => part !== "").join("; ");
}
// src/dataset/tokens/tally.ts
var Tally = class {
	tokens = 0;
	trained = 0;
	#low = 0;
	#high = 0;
	#estimated = 0;
	add(tokens) {
		this.tokens += tokens;
		this.#low += tokens;
		this.#high += tokens;
	}
	estimate(rule, { tokens, low, high }) {
		this.tokens += tokens;
		this.#low += low;
		this.#high += high;
		this.#estimated |= bitOf(rule);
	}
	finish() {
		const { tokens: total, trained } = this;
		return {
			total,
			low: this.#low,
			high: this.#high,
			trained,
			estimated: this.#estimated
		};
	}
};
function around(tokens, fewer, more) {
	return {
		tokens,
		low: tokens - fewer,
		high: tokens + more
	};
}
// src/dataset/tokens/declarations.ts
const DEEPEST$1 = 32;
const DESCRIBED = 1;
function listOf(value) {
	return Array.isArray(value) ? value : void 0;
}
const union = (types) => types.join(" | ");
function comment(description) {
	return typeof description === "string" && description !== "" ? description.split("\n").map((line) => `// ${line}`) : [];
}
function properties(schema, depth, detail) {
	const required = new Set(listOf(schema.required) ?? []);
	return (isMap(schema.properties) ? Object.entries(schema.properties) : []).flatMap(([name, property]) => {
		const described = isMap(property) && (depth <= DESCRIBED || detail.everyDescription);
		const optional = required.has(name) ? "" : "?";
		const indent = "  ".repeat(depth - 1);
		return [...described ? comment(property.description) : [], `${name}${optional}: ${typeOf(property, depth, detail)},`].map((line) => `${indent}${line}`);
	});
}
function named(type, schema, depth, detail) {
	switch (type) {
		case "integer":
		case "number": return "number";
		case "string":
		case "boolean":
		case "null": return type;
		case "array": {
			const items = schema.items === void 0 ? "any" : typeOf(schema.items, depth + 1, detail);
			return `${/ \| /.test(items) ? `(${items})` : items}[]`;
		}
		case "object": {
			const inner = properties(schema, depth + 1, detail);
			return inner.length === 0 ? "{}" : [
				"{",
				...inner,
				"}"
			].join("\n");
		}
		default: return "any";
	}
}
function typeOf(schema, depth, detail) {
	if (!isMap(schema) || depth > DEEPEST$1) return "any";
	const values = listOf(schema.enum) ?? ("const" in schema ? [schema.const] : void 0);
	if (values !== void 0 && values.length > 0) return union(values.map((value) => JSON.stringify(value)));
	const choices = listOf(schema.anyOf) ?? listOf(schema.oneOf) ?? listOf(schema.allOf);
	if (choices !== void 0 && choices.length > 0) return union(choices.map((choice) => typeOf(choice, depth + 1, detail)));
	const types = listOf(schema.type) ?? [schema.type ?? (isMap(schema.properties) ? "object" : void 0)];
	return union(types.map((type) => named(type, schema, depth, detail)));
}
function declaration(definition, detail) {
	const { name, description, parameters } = isMap(definition) ? definition : {};
	const lines = isMap(parameters) ? properties(parameters, 1, detail) : [];
	const taken = lines.length === 0 ? "() => any" : [
		"(_: {",
		...lines,
		"}) => any"
	].join("\n");
	return [...comment(description), `type ${String(name)} = ${taken}`].join("\n");
}
const AROUND$1 = ["namespace functions", ";\n\n} // namespace functions"];
function declarationPart(definition, first, detail = { everyDescription: false }) {
	return `${first ? " {" : ";"}\n\n${declaration(definition, detail)}`;
}
// src/dataset/tokens/tool-tokens.ts
const TOOLS_MARGIN = .05;
const LONGEST$3 = 65536;
const REMEMBERED$1 = 1 << 21;
function functionOf(tool) {
	return typeof tool === "object" && tool !== null && "function" in tool ? tool.function : tool;
}
var ToolTokens = class {
	#count;
	#around;
	#known = new Map();
	#size = 0;
	constructor(count) {
		this.#count = count;
		this.#around = AROUND$1.reduce((sum, text) => sum + count(text), 0);
	}
	#countAnew(definition, first) {
		const text = declarationPart(definition, first);
		const described = declarationPart(definition, first, { everyDescription: true });
		const tokens = this.#count(text);
		return {
			tokens,
			described: described === text ? tokens : this.#count(described)
		};
	}
	#countOne(tool, first) {
		const key = `${first ? "first" : "next"}${JSON.stringify(tool)}`;
		const known = this.#known.get(key);
		if (known !== void 0) return known;
		const counted = this.#countAnew(functionOf(tool), first);
		if (key.length > LONGEST$3) return counted;
		if (this.#size > REMEMBERED$1) {
			this.#known.clear();
			this.#size = 0;
		}
		this.#known.set(key, counted);
		this.#size += key.length;
		return counted;
	}
	count(tools) {
		let [tokens, described] = [this.#around, this.#around];
		for (const [index, tool] of tools.entries()) {
			const counted = this.#countOne(tool, index === 0);
			tokens += counted.tokens;
			described += counted.described;
		}
		return {
			tokens,
			low: tokens * .95,
			high: described * 1.05
		};
	}
};
// src/dataset/tokens/message-tokens.ts
const PER_MESSAGE = 3;
const PER_NAME = 1;
const PER_FUNCTION_CALL = 3;
const AUDIO = {
	most: 6400,
	least: 533
};
const field = (value, name) => typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
function addPicture(image, rules, tally) {
	const given = typeof image === "string" ? image : field(image, "url");
	const url = typeof given === "string" ? given : "";
	const picture = rules.pictures.count(url, field(image, "detail"));
	const counted = rules.picturesAsText ? pictureAsText(url, picture) : picture;
	if (counted !== picture) tally.estimate("pictures-as-text", counted);
	else if (!rules.pictures.known) tally.estimate("unknown-pictures", picture);
	else tally.estimate(picture.low === picture.high ? "pictures" : "remote-pictures", picture);
}
function audioTokens(audio) {
	const data = field(audio, "data");
	const size = typeof data === "string" ? data.length : 0;
	return {
		tokens: Math.ceil(size / AUDIO.most),
		low: Math.floor(size / AUDIO.most),
		high: Math.ceil(size / AUDIO.least)
	};
}
function addParts(parts, rules, tally) {
	const joints = Math.max(0, parts.length - 1);
	tally.estimate("parts", around(0, 0, joints));
	for (const { type, text, refusal, image_url, input_audio } of parts) if (typeof text === "string") tally.add(rules.count(text));
	else if (typeof refusal === "string") tally.estimate("refusals", around(rules.count(refusal), 0, 0));
	else if (type === "image_url") addPicture(image_url, rules, tally);
	else tally.estimate("audio", audioTokens(input_audio));
}
function addRest(message, { count }, tally) {
	const { role, name, refusal, tool_calls, tool_call_id, function_call } = message;
	if (role === "developer" || role === "tool") tally.estimate("answers", around(0, 1, 1));
	if (role === "function") tally.estimate("functions", around(name ? count(name) - PER_NAME : 0, 1, 1));
	else if (name) tally.estimate("names", around(count(name) + PER_NAME, 1, 1));
	if (refusal) {
		const tokens = count(refusal);
		tally.estimate("refusals", around(tokens, tokens, PER_MESSAGE));
	}
	if (tool_call_id) tally.estimate("answers", around(0, 0, count(tool_call_id)));
	for (const { function: called } of tool_calls ?? []) {
		const tokens = count(called.name) + count(called.arguments);
		tally.estimate("tools", around(tokens, tokens * TOOLS_MARGIN, tokens * TOOLS_MARGIN));
	}
	if (function_call) {
		const tokens = count(function_call.name) + count(function_call.arguments);
		tally.estimate("functions", around(tokens + PER_FUNCTION_CALL, PER_FUNCTION_CALL, 1));
	}
}
const isPlain = ({ role, name, refusal, tool_calls, tool_call_id, function_call }) => (role === "user" || role === "assistant" || role === "system") && !name && !refusal && !tool_calls && !tool_call_id && !function_call;
function addMessages(messages, rules, tally) {
	for (const message of messages) {
		const before = tally.tokens;
		const { role, content } = message;
		tally.add(PER_MESSAGE + rules.role(role) + (typeof content === "string" ? rules.count(content) : 0));
		if (typeof content === "object" && content !== null) addParts(content, rules, tally);
		if (!isPlain(message)) addRest(message, rules, tally);
		if (role === "assistant" && message.weight !== 0) tally.trained += tally.tokens - before;
	}
}
// src/dataset/tokens/row-tokens.ts
const PER_ROW = 1;
const UNBILLED = {
	message: 2,
	row: 70
};
function addConversation(messages, row, rules, tally) {
	addMessages(messages, rules, tally);
	const tools = row.tools ?? row.functions;
	if (tools && tools.length > 0) tally.estimate(row.tools ? "tools" : "functions", rules.tools.count(tools));
	tally.add(PER_ROW);
	if (!rules.billed) tally.estimate("conversation", around(0, 0, UNBILLED.row + UNBILLED.message * messages.length));
}
function chatTokens(row, rules) {
	const tally = new Tally();
	addConversation(row.messages, row, rules, tally);
	return tally.finish();
}
function completionTokens(row, rules) {
	const tally = new Tally();
	tally.trained = rules.count(row.completion);
	tally.estimate("completion", around(rules.count(row.prompt) + tally.trained, 0, 2));
	return tally.finish();
}
function textTokens(row, rules) {
	const tally = new Tally();
	tally.trained = rules.count(row.text);
	tally.estimate("text", around(tally.trained, 0, 2));
	return tally.finish();
}
function preferenceTokens(row, rules) {
	const tally = new Tally();
	addConversation(row.input.messages, row.input, rules, tally);
	const { high } = tally.finish();
	tally.trained = 0;
	tally.estimate("preference", around(0, 0, high));
	addMessages([...row.preferred_output, ...row.non_preferred_output], rules, tally);
	return tally.finish();
}
function reinforcementTokens(row, rules) {
	const tally = new Tally();
	addConversation(row.messages, { tools: row.tools }, rules, tally);
	tally.trained = 0;
	tally.estimate("reinforcement", around(0, 0, 0));
	return tally.finish();
}
// src/dataset/formats/format.ts
function format(defined) {
	const { name, schema, check } = defined;
	return {
		...defined,
		read: (value) => ({
			format: name,
			row: parse(schema, value)
		}),
		inspect(value, settings) {
			const parsed = safeParse(schema, value);
			if (!parsed.success) return { issues: parsed.error.issues };
			return {
				row: {
					format: name,
					row: parsed.data
				},
				found: check(parsed.data, settings)
			};
		}
	};
}
function keysOf$1(value) {
	let count = 0;
	for (const _ in value) count += 1;
	return count;
}
const hasWords = (text) => /\S/.test(text);
const filled = (list) => Array.isArray(list) && list.length > 0 ? list : void 0;
// src/dataset/formats/talk-faults.ts
function faultsOfTalk(conversation, settings) {
	return faultsOf(TALK_RULES, talkOf(conversation), settings);
}
function faultsOfTexts(conversation, settings, list, before) {
	return faultsOf(WRITTEN_RULES, talkOf(conversation, list, before), settings);
}
// src/dataset/formats/chat.ts
const ChatRow = looseObject({
	messages,
	tools,
	parallel_tool_calls,
	functions
});
const CHAT_KEYS = new Set([
	"messages",
	"tools",
	"parallel_tool_calls",
	"functions"
]);
function unanswered(all, beside) {
	return {
		messages: [...all, beside],
		asked: all.length,
		given: void 0,
		contradictedBy: "nothing"
	};
}
const besideMessages = ({ messages: _, ...rest }) => rest;
const unansweredBy = (row) => unanswered(row.messages, {
	role: "user",
	content: JSON.stringify(besideMessages(row))
});
const unansweredByAny = (all, row) => unanswered(all, besideMessages(row));
function answered$1(all, { tools: given, functions: old }) {
	return {
		messages: all,
		asked: all.length - 1,
		given: filled(given ?? old),
		contradictedBy: "answer"
	};
}
const isAnswer = (message) => typeof message === "object" && message !== null && "role" in message && message.role === "assistant";
function isPlainMessage(value) {
	if (typeof value !== "object" || value === null || !("role" in value) || !("content" in value)) return false;
	const { role, content } = value;
	return (role === "user" || role === "assistant" || role === "system") && typeof content === "string" && keysOf$1(value) === 2;
}
function isPlainChat(value) {
	if (!("messages" in value) || !Array.isArray(value.messages)) return false;
	const all = value.messages;
	let asked = false;
	let answered = false;
	let before = "";
	for (let index = 0; index < all.length; index += 1) {
		const message = all[index];
		if (!isPlainMessage(message) || message.role === before || index > 0 && message.role === "system") return false;
		before = message.role;
		answered = message.role === "assistant";
		asked ||= message.role === "user";
		if (answered ? !hasWords(message.content) : message.content === "") return false;
	}
	return asked && answered;
}
const ROW_SIZE = 15;
const MESSAGE_SIZE = 25;
function plain$1(value, keys) {
	if (keys !== 1 || !isPlainChat(value)) return void 0;
	let size = ROW_SIZE + MESSAGE_SIZE * value.messages.length - 1;
	for (const { role, content } of value.messages) size += role.length + content.length;
	return {
		row: {
			format: "chat",
			row: value
		},
		keys: 1 + 2 * value.messages.length,
		size
	};
}
const chat = format({
	name: "chat",
	method: "supervised",
	is: (value, method) => "messages" in value && method !== "reinforcement",
	lists: ({ messages: all, tools: given, functions: old }) => ({
		messages: all,
		tools: given,
		functions: old
	}),
	schema: ChatRow,
	keys: {
		known: CHAT_KEYS,
		taken: "a chat row takes messages, tools and parallel_tool_calls"
	},
	check: (row, settings) => [...faultsOf(CHAT_RULES, row, settings), ...faultsOfTalk(row, settings)],
	saidBy: (row) => isAnswer(row.messages.at(-1)) ? answered$1(row.messages, row) : unansweredBy(row),
	saidByAny(value) {
		if (!Array.isArray(value.messages)) return void 0;
		const all = value.messages;
		return isAnswer(all.at(-1)) ? answered$1(all, value) : unansweredByAny(all, value);
	},
	messages: (row) => row.messages,
	turns: (row) => row.messages.filter(({ role }) => role === "user").length,
	answer: (row) => row.messages.findLast(({ role }) => role === "assistant"),
	lesson: (row) => row.messages,
	tokens: chatTokens,
	plain: plain$1
});
// src/dataset/formats/completion.ts
const CompletionRow = looseObject({
	prompt: string({ error: "a text" }),
	completion: string({ error: "a text" })
});
function said$2(prompt, completion) {
	return {
		messages: [{
			role: "user",
			content: prompt
		}, {
			role: "assistant",
			content: completion
		}],
		asked: 1,
		given: void 0,
		contradictedBy: typeof prompt === "string" && prompt.trim() === "" ? "nothing" : "answer"
	};
}
const SIZE$1 = 29;
function isPlainCompletion(value) {
	if (!("prompt" in value) || !("completion" in value)) return false;
	return typeof value.prompt === "string" && typeof value.completion === "string" && hasWords(value.completion);
}
function plain(value, keys) {
	if (keys !== 2 || !isPlainCompletion(value)) return void 0;
	return {
		row: {
			format: "completion",
			row: value
		},
		keys,
		size: SIZE$1 + value.prompt.length + value.completion.length
	};
}
const completion = format({
	name: "completion",
	method: "supervised",
	is: (value) => "prompt" in value && "completion" in value && !("messages" in value),
	lists: () => ({}),
	schema: CompletionRow,
	keys: {
		known: new Set(["prompt", "completion"]),
		taken: "it takes prompt, completion"
	},
	check: (row, settings) => faultsOf(COMPLETION_RULES, row, settings),
	saidBy: (row) => said$2(row.prompt, row.completion),
	saidByAny: ({ prompt, completion: text }) => said$2(prompt, text),
	messages: () => [],
	turns: () => 1,
	answer: (row) => ({
		role: "assistant",
		content: row.completion
	}),
	lesson: (row) => said$2(row.prompt, row.completion).messages,
	tokens: completionTokens,
	plain
});
// src/dataset/formats/preference.ts
const PreferenceRow = looseObject({
	input: looseObject({
		messages,
		tools,
		parallel_tool_calls
	}),
	preferred_output: messages,
	non_preferred_output: messages
});
function said$1(input, given, outputs) {
	return {
		messages: [...input, ...outputs],
		asked: input.length,
		given: filled(given),
		contradictedBy: "order"
	};
}
const output = (all) => ({
	role: "assistant",
	content: JSON.stringify(all)
});
const allMessages = (row) => [
	...row.input.messages,
	...row.preferred_output,
	...row.non_preferred_output
];
const preference = format({
	name: "preference",
	method: "dpo",
	is: (value) => "input" in value && ("preferred_output" in value || "non_preferred_output" in value),
	lists: ({ input, preferred_output, non_preferred_output }) => ({
		preferred_output,
		non_preferred_output,
		...Object(input)
	}),
	schema: PreferenceRow,
	keys: {
		known: new Set([
			"input",
			"preferred_output",
			"non_preferred_output"
		]),
		taken: "it takes input, preferred_output, non_preferred_output"
	},
	check: (row, settings) => [
		...faultsOf(PREFERENCE_RULES, row, settings),
		...faultsOfTexts(row.input, settings, "input.messages", []),
		...faultsOfTexts({
			...row.input,
			messages: row.preferred_output
		}, settings, "preferred_output", row.input.messages),
		...faultsOfTexts({
			...row.input,
			messages: row.non_preferred_output
		}, settings, "non_preferred_output", row.input.messages)
	],
	saidBy: ({ input, preferred_output, non_preferred_output }) => said$1(input.messages, input.tools, [output(preferred_output), output(non_preferred_output)]),
	saidByAny({ input, preferred_output, non_preferred_output }) {
		const { messages: all, tools: given } = Object(input);
		return said$1(Array.isArray(all) ? all : [input], given, [preferred_output, non_preferred_output]);
	},
	messages: allMessages,
	turns: (row) => allMessages(row).filter(({ role }) => role === "user").length,
	answer: (row) => allMessages(row).findLast(({ role }) => role === "assistant"),
	lesson: (row) => [...row.input.messages, ...row.preferred_output],
	tokens: preferenceTokens
});
const reinforcement = format({
	name: "reinforcement",
	method: "reinforcement",
	is: (value, method) => "messages" in value && method === "reinforcement",
	isMeant(value) {
		const roles = (Array.isArray(value.messages) ? value.messages : []).map((message) => typeof message === "object" && message !== null ? Reflect.get(message, "role") : void 0);
		return roles.at(-1) === "user" && !roles.includes("assistant") && Object.keys(value).some((key) => !CHAT_KEYS.has(key));
	},
	lists: ({ messages: all, tools: given, functions }) => ({
		messages: all,
		tools: given,
		functions
	}),
	schema: looseObject({
		messages,
		tools
	}),
	check: (row, settings) => [...faultsOf(REINFORCEMENT_RULES, row, settings), ...faultsOfTalk({
		messages: row.messages,
		tools: row.tools
	}, settings)],
	saidBy: unansweredBy,
	saidByAny: (value) => Array.isArray(value.messages) ? unansweredByAny(value.messages, value) : void 0,
	messages: (row) => row.messages,
	turns: (row) => row.messages.filter(({ role }) => role === "user").length,
	answer: () => void 0,
	lesson: (row) => row.messages,
	tokens: reinforcementTokens
});
// src/dataset/formats/text.ts
const TextRow = looseObject({ text: string({ error: "a text" }) });
const said = (text) => ({
	messages: [{
		role: "assistant",
		content: text
	}],
	asked: 0,
	given: void 0,
	contradictedBy: "nothing"
});
// src/dataset/formats/formats.ts
const LIST = {
	preference,
	chat,
	reinforcement,
	completion,
	text: format({
		name: "text",
		method: "supervised",
		takenBy: ({ textRows }) => textRows === true,
		is: (value) => "text" in value && !("messages" in value) && !("prompt" in value) && !("input" in value),
		lists: () => ({}),
		schema: TextRow,
		keys: {
			known: new Set(["text"]),
			taken: "it takes text"
		},
		check: (row, settings) => faultsOf(TEXT_ROW_RULES, row, settings),
		saidBy: (row) => said(row.text),
		saidByAny: () => void 0,
		messages: () => [],
		turns: () => 0,
		answer: (row) => ({
			role: "assistant",
			content: row.text
		}),
		lesson: (row) => said(row.text).messages,
		tokens: textTokens
	})
};
const FORMATS = LIST;
const ALL = Object.values(LIST);
const FORMAT_NAMES = ALL.map(({ name }) => name);
function formatFor(value, method) {
	return ALL.find(({ is }) => is(value, method));
}
function meantFormat(value, taken) {
	return ALL.find(({ isMeant }) => isMeant?.(value) === true) ?? taken;
}
const PLAIN = ALL.filter(({ plain }) => plain !== void 0);
function plainIn(value, keys, method) {
	for (const format of PLAIN) {
		const row = format.method === method ? format.plain?.(value, keys) : void 0;
		if (row !== void 0) return row;
	}
}
function saidBy(row) {
	return FORMATS[row.format].saidBy(row.row);
}
function rowTokens(row, rules) {
	return FORMATS[row.format].tokens(row.row, rules);
}
function figuresOf(row) {
	const format = FORMATS[row.format];
	return {
		messages: format.messages(row.row),
		turns: format.turns(row.row),
		answer: format.answer(row.row)
	};
}
function lessonOf(row) {
	return FORMATS[row.format].lesson(row.row);
}
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
const UNKNOWN$1 = {
	encoding: void 0,
	rowLimit: void 0,
	billed: false
};
const baseName = (model) => baseOf$1(model).toLowerCase();
function modelFacts(model) {
	const base = baseName(model);
	return FAMILIES.find(([name]) => name.test(base))?.[1] ?? UNKNOWN$1;
}
// src/dataset/web-assembly.ts
const FOLDER = import.meta.dirname.replace(/src[\\/]dataset$/, "dist");
const exported = () => custom((value) => typeof value === "function");
const memory = custom((value) => typeof value === "object" && value !== null && "buffer" in value);
const loaded$1 = new Map();
const compiled = new WeakMap();
function loadModule(name) {
	const bytes = loaded$1.get(name) ?? readFile(path.join(FOLDER, name)).catch(() => void 0);
	loaded$1.set(name, bytes);
	return bytes;
}
function exportsOf(schema, module, imports = {}) {
	if (typeof WebAssembly === "undefined") return void 0;
	try {
		const known = compiled.get(module) ?? new WebAssembly.Module(module);
		compiled.set(module, known);
		return schema.parse(new WebAssembly.Instance(known, imports).exports);
	} catch {
		return;
	}
}
const RANGES = "88f c5c cdc 1acf-1add 1ae0-1aeb a7ce-a7cf a7d2 a7d4 a7f1 10940-10959 10ec5-10ec7 10efa-10efb 11b60-11b67 11db0-11ddb 11de0-11de9 16ea0-16eb8 16ebb-16ed3 16ff2-16ff6 187f8-187ff 18d09-18d1e 18d80-18df2 1e6c0-1e6de 1e6e0-1e6f5 1e6fe-1e6ff 2b73a-2b73f 2cea2-2cead 323b0-33479".split(" ").map((range) => range.split("-").map((end) => Number.parseInt(end, 16)));
const isNewer = (codePoint) => RANGES.some(([first = 0, last = first]) => codePoint >= first && codePoint <= last);
const KINDS$1 = [
	["White_Space", 7],
	["Lu", 1],
	["Lt", 1],
	["Ll", 2],
	["L", 3],
	["M", 4],
	["N", 5]
];
let kinds;
function asciiKind(codePoint) {
	const isFrom = (first, last) => codePoint >= first.charCodeAt(0) && codePoint <= last.charCodeAt(0);
	if (isFrom("a", "z")) return 2;
	if (isFrom("A", "Z")) return 1;
	if (isFrom("0", "9")) return 5;
	if (isFrom("\n", "\n") || isFrom("\r", "\r")) return 6;
	return isFrom("	", "\f") || isFrom(" ", " ") ? 7 : 8;
}
function classify(codePoint) {
	if (codePoint < 128) return asciiKind(codePoint);
	if (isNewer(codePoint)) return 8;
	const character = String.fromCodePoint(codePoint);
	kinds ??= KINDS$1.map(([property, kind]) => [new RegExp(`\\p{${property}}`, "u"), kind]);
	return kinds.find(([kind]) => kind.test(character))?.[1] ?? 8;
}
const known$1 = new Uint8Array(1114112);
function classOf(codePoint) {
	const found = known$1[codePoint];
	if (found) return found;
	const kind = classify(codePoint);
	known$1[codePoint] = kind;
	return kind;
}
const ASCII = Uint8Array.from({ length: 128 }, (_, codePoint) => classOf(codePoint));
// src/dataset/tokens/kernel-module.ts
const Kernel$1 = object({
	memory,
	vocabularyAt: exported(),
	start: exported(),
	startGiven: exported(),
	giveByte: exported(),
	givePair: exported(),
	giveToken: exported(),
	textAt: exported(),
	count: exported()
});
const SPLITTING = {
	cl100k_base: 0,
	o200k_base: 1,
	gpt2: 2,
	"single figures": 3
};
const FEW = 1 << 20;
function kernelOf(module) {
	return exportsOf(Kernel$1, module, { classes: { classify: classOf } });
}
function writerTo(kernel) {
	const encoder = new TextEncoder();
	let room = new Uint8Array(0);
	return (text) => {
		const most = text.length <= FEW ? text.length * 3 : Buffer.byteLength(text);
		if (most > room.length) {
			const at = kernel.textAt(Math.max(most, FEW));
			room = new Uint8Array(kernel.memory.buffer, at, Math.max(most, FEW));
		}
		return encoder.encodeInto(text, room).written;
	};
}
function countBy(kernel, splitting) {
	const write = writerTo(kernel);
	const how = SPLITTING[splitting];
	return (text) => kernel.count(write(text), how);
}
// src/dataset/tokens/kernel-counter.ts
function withKernel(encoding, module, packed, plain) {
	const kernel = kernelOf(module);
	if (kernel === void 0) return plain();
	const vocabularyAt = kernel.vocabularyAt(packed.size);
	packed.writeTo(new Uint8Array(kernel.memory.buffer, vocabularyAt, packed.size));
	kernel.start();
	return {
		encoding,
		count: countBy(kernel, encoding)
	};
}
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
const SHORT$2 = 96;
const starts = new Int32Array(98);
const ranks = new Int32Array(98);
function mergedLength(text, from, to, vocabulary) {
	return to - from <= SHORT$2 ? mergeShort(text, from, to, vocabulary) : mergeLong(text, from, to, vocabulary);
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
const BLANK$1 = 32;
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
	let end = at(bytes, from) === BLANK$1 ? from + 1 : from;
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
	let end = at(bytes, from) === BLANK$1 ? from + 1 : from;
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
const LONGEST_PIECE = 1 << 20;
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
				const to = Math.min(pieceEnd(text.bytes, from, length), from + LONGEST_PIECE);
				const begin = from;
				const size = to - from;
				total += size === 1 ? 1 : size <= 8 ? short.count(text, from, size, () => countPiece(text, begin, to)) : countPiece(text, from, to);
				from = to;
			}
			return total;
		}
	};
}
// src/dataset/vocabularies.ts
const loaded = new Map();
function inFile(file) {
	const { size } = statSync(file);
	return {
		size,
		writeTo(room) {
			const descriptor = openSync(file, "r");
			try {
				for (let read = 0, more = -1; read < size && more !== 0; read += more) more = readSync(descriptor, room, read, size - read, read);
			} finally {
				closeSync(descriptor);
			}
		}
	};
}
async function load(encoding) {
	const file = path.join(FOLDER, `${encoding}.tokens`);
	const kernel = await loadModule("kernel.wasm");
	const plain = () => counterOf(encoding, readFileSync(file));
	return kernel === void 0 ? plain() : withKernel(encoding, kernel, inFile(file), plain);
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
			loadModule("kernel.wasm")
		]);
		const plain = givenCount(given);
		const count = kernel === void 0 ? plain : givenWithKernel(plain, given.json, kernel);
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
const commonOf = (count) => ({
	roles: new Map(ROLES$1.map((role) => [role, count(role)])),
	tools: new ToolTokens(count)
});
async function patientlyCommonOf(count, { path }) {
	const { patiently } = await import("./patience2.js").then((chunk) => ({ patiently: chunk.t }));
	let common;
	patiently(path, 0, () => {
		common = commonOf(count);
	});
	return common ?? commonOf(count);
}
async function tokenRules(model, picturesAsText = false, given) {
	const { tokenizer, count } = await counterFor(model, given);
	const { roles, tools } = given === void 0 ? commonOf(count) : await patientlyCommonOf(count, given);
	return {
		tokenizer,
		count,
		role: (role) => roles.get(role) ?? count(role),
		tools,
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
	countsAll(end) {
		return end <= this.#countedUpTo;
	}
	counts(end) {
		return end <= this.#countedUpTo || (Math.imul(end, 2654435761) >>> 0) % EVERY === 0;
	}
	leaveOut(bytes) {
		this.#restBytes += bytes;
	}
	add(row, bytes, end) {
		const sampled = end > this.#countedUpTo;
		if (sampled) this.#restBytes += bytes;
		if (!this.counts(end)) return void 0;
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
// src/dataset/likeness/normal-form.ts
const SHORT$1 = 1e3;
const CROWD = /\p{M}{31}/u;
const EACH_CROWD = /\p{M}{30}(?=\p{M})/gu;
const JOINER = "͏";
function normalForm(text, form) {
	return (text.length > SHORT$1 && CROWD.test(text) ? text.replace(EACH_CROWD, `$&${JOINER}`) : text).normalize(form);
}
// src/dataset/likeness/difference.ts
const SPACES = /[\s\u0085]+/;
const EACH_SPACES = /[\s\u0085]+/g;
function normalised(text) {
	return normalForm(text, "NFKC").toLowerCase().replace(EACH_SPACES, " ").trim();
}
const CODE = /[`\t|]|^[ ]{2,}\S|[{};]\s*$|[=!]=|[=-]>|::|\w\(|<\/?\w|\$\w|\\\w|\w=\w|[*+=] *\d|^[ \t]*(?:def|class|import|from|function|const|let|var|if|for|while|return|select|insert|update|delete|create|public|private|#include)\b.*[^\s.?!]$/im;
const NAME = /\p{N}|\p{S}|[_/\\@#&*]|\p{L}[.:]\p{L}|\p{Ll}\p{Lu}/u;
const FORMS = /[\ufb00-\ufb06\ufb13-\ufdff\ufe30-\ufe4f\ufe70-\ufefe\uff00-\uffee\uf900-\ufaff]/g;
function sameInForm(one, other) {
	const plain = (word) => normalForm(word.replace(FORMS, (form) => form.normalize("NFKC")), "NFC");
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
const SPACE$2 = 32;
const SEED = 2166136261;
function fold(code) {
	if (code < 128) return FOLD[code] ?? 0;
	return code === 133 || code === 8232 || code === 8233 || code === 5760 || code === 65279 ? SPACE$2 : code;
}
function hashText(seed, given, ascii) {
	const text = ascii ? given : normalForm(given, "NFKC").toLowerCase();
	let hash = seed;
	let begun = false;
	let space = false;
	for (let index = 0; index < text.length; index += 1) {
		const code = fold(text.charCodeAt(index));
		if (code === SPACE$2) {
			space = begun;
			continue;
		}
		begun = true;
		if (space) hash = Math.imul(hash ^ SPACE$2, 16777619);
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
const SIGN = Uint8Array.from(FOLD, (code) => code === SPACE$2 ? 0 : code);
const OTHER = -1;
function mixIn(mix, low, high) {
	mix.low = Math.imul(mix.low ^ low, 2654435761);
	mix.low ^= mix.low >>> 15;
	mix.high = Math.imul(mix.high ^ high, 2246822507);
	mix.high ^= mix.high >>> 13;
}
function mixPlain(mix, text, fromEnd) {
	const step = fromEnd ? -1 : 1;
	let low = 0;
	let high = 0;
	let taken = 0;
	let at = fromEnd ? text.length - 1 : 0;
	for (; at >= 0 && at < text.length && taken < WINDOW; at += step) {
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
		if (code !== SPACE$2 && code !== 0) taken.push(code);
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
	let taken = mixPlain(mix, text, false);
	if (taken === OTHER) taken = mixNormalised(mix, text, false);
	if (taken === WINDOW && mixPlain(mix, text, true) === OTHER) mixNormalised(mix, text, true);
}
function mixLast(mix, { count, role, text }) {
	const number = count * 16 + role;
	mixIn(mix, number, number);
	mixText(mix, text);
}
function keysOf(asked, last) {
	const mix = {
		low: SEED,
		high: SEED
	};
	if (asked !== void 0) mixLast(mix, asked);
	const prompt = asked === void 0 ? 0 : mix.low || 1;
	const promptMore = mix.high;
	if (last !== void 0) mixLast(mix, last);
	return {
		whole: mix.low || 1,
		wholeMore: mix.high,
		prompt,
		promptMore
	};
}
function lastOf(messages, count) {
	const last = messages[count - 1];
	return last === void 0 ? void 0 : {
		count,
		role: last.role.length,
		text: contentKey(last.content)
	};
}
function keysOfRow(row) {
	const { messages, asked } = comparable(row);
	return keysOf(lastOf(messages, asked), lastOf(messages, messages.length));
}
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
function textsOf$1(row) {
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
		return [line, ...textsOf$1(JSON.parse(line))];
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
		this.#texts ??= textsOf$1(this.#row);
		return this.#texts;
	}
	get hides() {
		this.#hides ??= hidesText(this.line);
		return this.#hides;
	}
};
// src/dataset/statistics.ts
const LONGEST$2 = 5;
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
		if (this.#longest.length < LONGEST$2 || shortest !== void 0 && tokens.total > shortest.tokens) this.#longest = [...this.#longest, {
			line,
			tokens: tokens.total
		}].sort(byTokens).slice(0, LONGEST$2);
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
		this.#longest = [...this.#longest, ...here].sort(byTokens).slice(0, LONGEST$2);
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
// src/dataset/scan/blank-lines.ts
const NEWLINE$3 = 10;
const TAB = 9;
const RETURN$2 = 13;
const SPACE$1 = 32;
const EMPTY_LINES = "\n".repeat(64);
function endOfEmptyLines(bytes, from) {
	let end = from;
	while (bytes[end] === NEWLINE$3) end += 1;
	return end;
}
const LONGEST$1 = 1024;
const isSpace = (byte = 0) => byte === SPACE$1 || byte >= TAB && byte <= RETURN$2;
function isBlank(bytes, from, end) {
	if (end - from >= LONGEST$1) return false;
	for (let at = from; at < end; at += 1) if (!isSpace(bytes[at])) return false;
	return true;
}
// src/dataset/foreign/form.ts
const isText = (value) => typeof value === "string";
const texts = (row, ...keys) => keys.every((key) => isText(row[key]));
const objectsWith = (value, ...keys) => Array.isArray(value) && value.length > 0 && value.every((item) => isMap(item) && keys.every((key) => key in item));
const areMessages = (value) => Array.isArray(value) && value.length > 0 && value.every((item) => isMap(item) && isText(item.role));
const SYSTEM = "(.system // empty | select(. != \"\") | {role: \"system\", content: .})";
const asked = (text) => `{role: "user", content: ${text}}`;
const answered = (text) => `{role: "assistant", content: ${text}}`;
// src/dataset/foreign/answers.ts
const instruction = (name, about, answer) => ({
	name,
	is: (row) => texts(row, "instruction", answer) && (about in row || answer === "output"),
	jq: `{messages: [${SYSTEM}, ${asked(`([.instruction, .${about}] | map(select(. != null and . != "")) | join("\\n\\n"))`)}, ${answered(`.${answer}`)}]}`,
	makes: "chat"
});
const COLUMNS = [
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
];
const answers = () => [
	instruction("Alpaca (instruction, input and output)", "input", "output"),
	instruction("Dolly (instruction, context and response)", "context", "response"),
	{
		name: "TRL (prompt and completion as lists of messages)",
		is: (row) => areMessages(row.prompt) && areMessages(row.completion),
		jq: "{messages: (.prompt + .completion)}",
		makes: "chat"
	},
	{
		name: "OpenAI Evals (input and ideal)",
		is: (row) => areMessages(row.input) && (typeof row.ideal === "string" || Array.isArray(row.ideal)),
		jq: `{messages: (.input + [${answered("([.ideal] | flatten | .[0])")}])}`,
		makes: "chat"
	},
	...COLUMNS.map(([question, answer]) => ({
		name: `a question and its answer (${question} and ${answer} as texts)`,
		is: (row) => texts(row, question, answer),
		jq: `{messages: [${SYSTEM}, ${asked(`.${question}`)}, ${answered(`.${answer}`)}]}`,
		makes: "chat"
	})),
	{
		name: "Together and others (text alone)",
		is: (row) => texts(row, "text") && !("label" in row),
		jq: `{messages: [${answered(".text")}]}`,
		note: "A text without a question is learned as what the assistant says.",
		makes: "chat"
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
const isFrom = (value) => objectsWith(value, "from", "value");
const blocks = ({ content }) => Array.isArray(content) ? content.filter(isMap) : [];
const haveBlock = (list, kinds) => areMessages(list) && list.some((message) => blocks(message).some(({ type }) => kinds.includes(String(type))));
const hasOther = (list) => areMessages(list) && list.some((message) => !OWN.includes(String(message.role)) && String(message.role).toLowerCase() in known);
const known = {
	...ROLES,
	...Object.fromEntries(OWN.map((name) => [name, name]))
};
const ANTHROPIC_TOOLS = `${TEXT}{messages: [(.system // empty | {role: "system", content: text}), (.messages[] | .role as $role | if (.content | type) == "string" then . else (.content[] | select(.type == "tool_result") | {role: "tool", tool_call_id: .tool_use_id, content: (.content | text)}), ([.content[] | select(.type == "tool_use") | {id, type: "function", function: {name, arguments: (.input | tojson)}}] as $calls | (.content | text) as $text | if $calls != [] then {role: $role, content: (if $text == "" then null else $text end), tool_calls: $calls} elif $text != "" then {role: $role, content: $text} else empty end) end)]} + if .tools then {tools: [.tools[] | {type: "function", function: {name, description, parameters: .input_schema}}]} else {} end`;
const conversations = () => [
	...[...KEYS, "messages"].map((key) => ({
		name: `ShareGPT (${key} with from and value)`,
		is: (row) => isFrom(row[key]),
		jq: `{messages: [${SYSTEM}, (.${key}[] | ${toMessage(".from", ".value")})]}`,
		makes: "chat"
	})),
	{
		name: "messages as a text (a JSON string)",
		is: (row) => typeof row.messages === "string" && /^\s*\[/.test(row.messages),
		jq: "{messages: (.messages | fromjson)}",
		makes: "chat"
	},
	...KEYS.map((key) => ({
		name: `a conversation under another key (${key} with role and content)`,
		is: (row) => areMessages(row[key]),
		jq: `{messages: [${SYSTEM}, (.${key}[] | {role: (${role(".role")}), content})]}`,
		makes: "chat"
	})),
	...KEYS.map((key) => ({
		name: `XTuner (${key} with input and output)`,
		is: (row) => objectsWith(row[key], "input", "output"),
		jq: `{messages: [.${key}[] | ${SYSTEM}, {role: "user", content: .input}, {role: "assistant", content: .output}]}`,
		makes: "chat"
	})),
	{
		name: "Gemini (contents with parts)",
		is: (row) => objectsWith(row.contents, "parts"),
		jq: "{messages: [(.systemInstruction // .system_instruction // empty | {role: \"system\", content: ([.parts[].text] | join(\"\\n\"))}), (.contents[] | {role: ({model: \"assistant\"}[.role // \"user\"] // .role // \"user\"), content: ([.parts[].text // empty] | join(\"\\n\"))})]}",
		makes: "chat"
	},
	{
		name: "PaLM (messages with author and content)",
		is: (row) => objectsWith(row.messages, "author", "content"),
		jq: "{messages: [(.context // empty | {role: \"system\", content: .}), (.messages[] | {role: (if .author == \"user\" then \"user\" else \"assistant\" end), content})]}",
		makes: "chat"
	},
	{
		name: "LangChain (messages with type and content)",
		is: (row) => objectsWith(row.messages, "type") && !areMessages(row.messages),
		jq: `{messages: [.messages[] | (.data // .) as $data | ${toMessage(".type", "$data.content")}]}`,
		makes: "chat"
	},
	{
		name: "Amazon Bedrock (parts of a text without a type)",
		besideOwn: true,
		is: (row) => areMessages(row.messages) && row.messages.every((message) => blocks(message).length > 0 && blocks(message).every((part) => typeof part.text === "string" && !("type" in part))),
		jq: `${TEXT}{messages: [(.system // empty | {role: "system", content: text}), (.messages[] | {role, content: (.content | text)})]}`,
		makes: "chat"
	},
	{
		name: "Anthropic (messages with tool_use and tool_result)",
		besideOwn: true,
		is: (row) => haveBlock(row.messages, ["tool_use", "tool_result"]),
		jq: ANTHROPIC_TOOLS,
		makes: "chat"
	},
	{
		name: "Anthropic (a system message beside the messages)",
		besideOwn: true,
		is: (row) => "system" in row && areMessages(row.messages),
		jq: `${TEXT}{messages: [(.system // empty | text | select(. != "") | {role: "system", content: .}), (.messages[] | {role, content: (.content | text)})]}`,
		makes: "chat"
	},
	{
		name: "messages with roles by other names",
		besideOwn: true,
		is: (row) => hasOther(row.messages),
		jq: `.messages |= map(.role |= (${role(".")}))`,
		makes: "chat"
	}
];
// src/dataset/foreign/preferences.ts
const haveLists = (row, ...keys) => keys.every((key) => areMessages(row[key]));
const singleTurn = (name, key, chosen, rejected) => ({
	name,
	is: (row) => texts(row, key, chosen, rejected),
	jq: `{input: {messages: [${SYSTEM}, ${asked(`.${key}`)}]}, preferred_output: [${answered(`.${chosen}`)}], non_preferred_output: [${answered(`.${rejected}`)}]}`,
	makes: "preference"
});
const TRANSCRIPT = "def turns: [match(\"\\n\\n(Human|Assistant): ?((?:(?!\\n\\n(?:Human|Assistant):)[\\\\s\\\\S])*)\"; \"g\").captures | {role: (if .[0].string == \"Human\" then \"user\" else \"assistant\" end), content: .[1].string}]; ";
const preferences = () => [
	singleTurn("TRL (prompt, chosen and rejected as texts)", "prompt", "chosen", "rejected"),
	singleTurn("preferences by question (question, chosen and rejected as texts)", "question", "chosen", "rejected"),
	singleTurn("preferences by instruction (instruction, chosen and rejected as texts)", "instruction", "chosen", "rejected"),
	{
		name: "TRL (prompt, chosen and rejected as lists of messages)",
		is: (row) => haveLists(row, "prompt", "chosen", "rejected"),
		jq: "{input: {messages: .prompt}, preferred_output: .chosen, non_preferred_output: .rejected}",
		makes: "preference"
	},
	{
		name: "TRL (chosen and rejected as whole conversations)",
		is: (row) => haveLists(row, "chosen", "rejected"),
		jq: "{input: {messages: .chosen[:-1]}, preferred_output: .chosen[-1:], non_preferred_output: .rejected[-1:]}",
		makes: "preference"
	},
	{
		name: "HH-RLHF (chosen and rejected as transcripts)",
		is: (row) => texts(row, "chosen", "rejected") && /^\n\nHuman:/.test(String(row.chosen)),
		jq: `${TRANSCRIPT}{input: {messages: (.chosen | turns)[:-1]}, preferred_output: (.chosen | turns)[-1:], non_preferred_output: (.rejected | turns)[-1:]}`,
		makes: "preference"
	},
	{
		name: "the older names of this API (preferred_completion, non_preferred_completion)",
		is: (row) => "input" in row && haveLists(row, "preferred_completion", "non_preferred_completion"),
		jq: "{input, preferred_output: .preferred_completion, non_preferred_output: .non_preferred_completion}",
		makes: "preference"
	},
	{
		name: "TRL (KTO: prompt and completion as texts, with a label)",
		besideOwn: true,
		is: (row) => texts(row, "prompt", "completion") && typeof row.label === "boolean",
		jq: `select(.label) | {messages: [${asked(".prompt")}, ${answered(".completion")}]}`,
		note: "This keeps the rows that are wanted.",
		makes: "chat"
	},
	{
		name: "TRL (KTO: prompt and completion as lists of messages, with a label)",
		is: (row) => haveLists(row, "prompt", "completion") && typeof row.label === "boolean",
		jq: "select(.label) | {messages: (.prompt + .completion)}",
		note: "This keeps the rows that are wanted.",
		makes: "chat"
	}
];
// src/dataset/foreign/requests.ts
const choices = [{
	index: 0,
	message: {
		role: "assistant",
		content: "Helium.",
		refusal: null
	},
	finish_reason: "stop"
}];
const inner$1 = (value, key) => isMap(value) ? value[key] : void 0;
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
const requests = () => [
	{
		name: "batch requests (custom_id, method, url and body) with their answers",
		is: (row) => isBatch(row) && endsWithAnswer(inner$1(row.body, "messages")),
		jq: ".body | {messages} + if .tools then {tools} else {} end",
		makes: "chat"
	},
	{
		name: "batch requests (custom_id, method, url and body)",
		is: isBatch,
		note: "A request has no answer to learn; OUTPUT is the file that the batch gave back.",
		options: "-n --slurpfile answers OUTPUT",
		jq: `INDEX($answers[]; .custom_id) as $by | inputs | $by[.custom_id].response.body.choices[0].message as $answer | select($answer) | .body | {messages: (.messages + [$answer | ${ANSWER}])} + if .tools then {tools} else {} end`,
		makes: "chat"
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
		makes: "chat"
	},
	...LISTS.map((key) => ({
		name: `an object that holds the rows (${key})`,
		is: (row) => objectsWith(row[key]) && !("messages" in row) && !("prompt" in row) && !("input" in row),
		jq: `.${key}[] | if type == "object" and (.row | type) == "object" then .row else . end`,
		makes: "chat"
	})),
	{
		name: "a table by columns (as pandas writes it without lines=True)",
		is: (row) => {
			const columns = Object.values(row);
			return columns.length > 0 && columns.every((column) => isMap(column) && "0" in column && Object.keys(column).every((key) => /^\d+$/.test(key)));
		},
		jq: ". as $columns | [.[] | keys_unsorted] | .[0][] | . as $row | $columns | map_values(.[$row])",
		makes: "chat"
	},
	{
		name: "single messages (role and content), a line each",
		is: (row) => typeof row.role === "string" && "content" in row && !("messages" in row),
		note: "If all lines are one conversation:",
		options: "-s",
		jq: "{messages: .}",
		makes: "chat"
	}
];
// src/dataset/foreign/foreign.ts
let made;
function foreignForms() {
	made ??= [
		...conversations(),
		...preferences(),
		...requests(),
		...answers()
	];
	return made;
}
function foreignForm(row) {
	const own = areMessages(row.messages) || texts(row, "prompt", "completion");
	return foreignForms().find(({ is, besideOwn }) => (besideOwn === true || !own) && is(row));
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
	const keyFaults = Object.keys(value).filter((key) => known?.has(key) === false).slice(0, 100).map((key) => ({
		rule: "row/unknown-key",
		detail: words`The row has the key ${quoteKey(key)}; ${ours(taken ?? "")}.`
	}));
	return {
		row: inspected.row,
		found: [...keyFaults, ...inspected.found]
	};
}
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
		const key = once === true || once === severity ? `${rule} ${path} ${kindOf$2(detail)}` : void 0;
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
// src/dataset/scan/chunk-problems.ts
var ChunkProblems = class {
	found = [];
	more = new Map();
	blankAfter = 0;
	#kept;
	constructor(kept) {
		this.#kept = kept;
	}
	add(found, line) {
		const { rule } = found;
		if (this.#keeps(rule)) {
			this.#kept.all += 1;
			this.#kept.ofRule.set(rule, (this.#kept.ofRule.get(rule) ?? 0) + 1);
			this.found.push({
				...found,
				line
			});
		} else this.#count(rule, 1);
	}
	addOnEach(found, line, count) {
		let at = 0;
		for (; at < count && this.#keeps(found.rule); at += 1) this.add(found, line + at);
		if (at < count) this.#count(found.rule, count - at);
	}
	#keeps(rule) {
		return this.#kept.all < 25e3 || (this.#kept.ofRule.get(rule) ?? 0) < 100;
	}
	#count(rule, count) {
		this.more.set(rule, (this.more.get(rule) ?? 0) + count);
		if (rule === "file/blank-line") this.blankAfter += count;
	}
};
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
const MOST_VALUES = 2e5;
function holdsTooMuch(text) {
	return text.length >= 4e5 && jsonSize(text).values > 2e5;
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
	if (jsonSize(text).depth > DEEPEST) return { found: {
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
	return typeof value === "object" && value !== null ? plainIn(value, keysOf$1(value), method) : void 0;
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
// src/dataset/scan/row-kernel.ts
const Kernel = object({
	memory,
	start: exported(),
	chunkAt: exported(),
	readLines: exported(),
	hash: exported(),
	hashOfWhole: exported(),
	hashOfPrompt: exported()
});
const FIELD = {
	begin: 0,
	end: 1,
	state: 2,
	whole: 3,
	wholeMore: 4,
	prompt: 5,
	promptMore: 6,
	asked: 7,
	answer: 9,
	lineLow: 11,
	lineHigh: 12
};
const FIELDS = 14;
const RECORDS$1 = 4096;
const MOST$1 = 1024;
const LINE = {
	plain: 1,
	secret: 2,
	other: 4,
	keyless: 8
};
const KNOWN = 15;
const ROLE = {
	shift: 4,
	mask: 15
};
const COUNT_SHIFT = 8;
const ASSISTANT = 9;
var RowKernel = class RowKernel {
	#kernel;
	#bytes = Buffer.alloc(0);
	#lines = new Int32Array(0);
	#chunkAt = 0;
	#at = 0;
	constructor(kernel) {
		this.#kernel = kernel;
	}
	static of(module, key) {
		const kernel = exportsOf(Kernel, module);
		if (kernel === void 0) return void 0;
		const bytes = new DataView(key.buffer, key.byteOffset, key.byteLength);
		kernel.start(bytes.getBigUint64(0, true), bytes.getBigUint64(8, true));
		return new RowKernel(kernel);
	}
	take(chunk) {
		this.#chunkAt = this.#kernel.chunkAt(chunk.length);
		const { buffer } = this.#kernel.memory;
		if (this.#bytes.buffer !== buffer) {
			this.#bytes = Buffer.from(buffer);
			this.#lines = new Int32Array(buffer, RECORDS$1, MOST$1 * FIELDS);
		}
		this.#bytes.set(chunk, this.#chunkAt);
	}
	read() {
		return this.#kernel.readLines();
	}
	at(line) {
		this.#at = line * FIELDS;
	}
	#field(field) {
		return this.#lines[this.#at + field] ?? 0;
	}
	get begin() {
		return this.#field(FIELD.begin);
	}
	get end() {
		return this.#field(FIELD.end);
	}
	get state() {
		return this.#field(FIELD.state) & KNOWN;
	}
	get lineLow() {
		return this.#field(FIELD.lineLow);
	}
	get lineHigh() {
		return this.#field(FIELD.lineHigh);
	}
	get keys() {
		if ((this.state & LINE.keyless) !== 0) return this.#keysOfText();
		return {
			whole: this.#field(FIELD.whole),
			wholeMore: this.#field(FIELD.wholeMore),
			prompt: this.#field(FIELD.prompt),
			promptMore: this.#field(FIELD.promptMore)
		};
	}
	#keysOfText() {
		const state = this.#field(FIELD.state);
		const count = state >>> COUNT_SHIFT;
		return keysOf({
			count: count - 1,
			role: state >>> ROLE.shift & ROLE.mask,
			text: this.#text(FIELD.asked)
		}, {
			count,
			role: ASSISTANT,
			text: this.#text(FIELD.answer)
		});
	}
	#text(field) {
		const text = this.#bytes.toString("utf8", this.#chunkAt + this.#field(field), this.#chunkAt + this.#field(field + 1));
		return text.includes("\\") ? String(JSON.parse(`"${text}"`)) : text;
	}
	hash() {
		this.#kernel.hash(this.begin);
		return {
			whole: this.#kernel.hashOfWhole(),
			prompt: this.#kernel.hashOfPrompt()
		};
	}
};
async function loadRowKernel({ method, key }) {
	const module = method === "supervised" ? await loadModule("rows.wasm") : void 0;
	return module === void 0 ? void 0 : RowKernel.of(module, key);
}
// src/dataset/scan/examination.ts
const SHORT = 64;
const SHORT_KNOWN = 4096;
const NEWLINE$2 = 10;
const RETURN$1 = 13;
const BLANK = {
	rule: "file/blank-line",
	detail: words`The line is blank.`
};
const NOT_UTF8 = {
	rule: "file/not-utf8",
	detail: words`The line is not UTF-8.`
};
const TOO_MUCH = {
	rule: "row/too-many-values",
	detail: words`The row holds more than ${MOST_VALUES} values.`
};
const MARK$1 = [
	239,
	187,
	191
];
function parsed$2(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const holdsPicture = (row) => figuresOf(row).messages.some(({ content }) => Array.isArray(content) && content.some(({ type }) => type === "image_url"));
const CHAT = FORMAT_NAMES.indexOf("chat");
const textIn = ({ bytes, ascii }, from, to) => bytes.toString(ascii ? "latin1" : "utf8", from, to);
var Examination = class {
	#settings;
	#counter;
	#position;
	#problems;
	#faults;
	#kernel;
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
	constructor({ settings, counter, seen, readable, faults, kept, kernel }, position) {
		this.#problems = new ChunkProblems(kept);
		this.#faults = faults;
		this.#settings = settings;
		this.#seen = seen;
		this.#readable = readable;
		this.#counter = counter;
		this.#position = position;
		this.#kernel = kernel;
	}
	#report(found) {
		this.#problems.add(found, this.#lines);
	}
	#reportAll(all) {
		for (const found of all) this.#problems.add(found, this.#lines);
	}
	run(bytes) {
		const ascii = isAscii(bytes);
		const chunk = {
			bytes,
			ascii,
			utf8: ascii || isUtf8(bytes)
		};
		const kernel = this.#mayRecognise(chunk) ? this.#kernel : void 0;
		if (kernel === void 0) this.#lookAtAll(chunk);
		else this.#recognise(kernel, chunk);
		return {
			lines: this.#lines,
			rows: this.#rows,
			lastRow: this.#lastRow,
			imageRows: this.#imageRows,
			firstImage: this.#firstImage,
			found: this.#problems.found,
			more: this.#problems.more,
			blankAfter: this.#problems.blankAfter,
			readable: this.#readable.take(),
			lineHashes: this.#readable.takeLines(),
			formats: this.#formats,
			tokens: this.#counter?.part(),
			statistics: this.#counter === void 0 ? void 0 : this.#statistics.part()
		};
	}
	#mayRecognise({ bytes, utf8 }) {
		const countsAll = this.#counter?.countsAll(this.#position + bytes.length) === true;
		return utf8 && bytes.length <= 4194304 && !countsAll && !bytes.includes(EMPTY_LINES);
	}
	#lookAtAll(chunk) {
		const { bytes } = chunk;
		for (let from = 0; from < bytes.length;) {
			if (bytes[from] === NEWLINE$2) {
				from = this.#emptyLines(bytes, from);
				continue;
			}
			const newline = bytes.indexOf(NEWLINE$2, from);
			const end = newline < 0 ? bytes.length : newline;
			this.#lines += 1;
			this.#line(chunk, from, end);
			from = end + 1;
		}
	}
	#emptyLines(bytes, from) {
		const end = endOfEmptyLines(bytes, from);
		this.#problems.addOnEach(BLANK, this.#lines + 1, end - from);
		this.#lines += end - from;
		return end;
	}
	#recognise(kernel, chunk) {
		kernel.take(chunk.bytes);
		for (let count = kernel.read(); count > 0; count = kernel.read()) for (let line = 0; line < count; line += 1) {
			this.#lines += 1;
			kernel.at(line);
			if (!this.#recognised(kernel, chunk)) this.#line(chunk, kernel.begin, kernel.end);
		}
	}
	#recognised(kernel, chunk) {
		const { begin, end: finish, state } = kernel;
		if ((state & (LINE.plain | LINE.secret)) !== LINE.plain) return false;
		const end = chunk.bytes[finish - 1] === RETURN$1 ? finish - 1 : finish;
		if (this.#counter?.counts(this.#position + end) === true) return false;
		if (end !== finish) this.#endsInReturn();
		this.#beginRow();
		const hash = () => (state & LINE.other) === 0 ? kernel.hash() : this.#hashOf(textIn(chunk, begin, end));
		this.#keep(kernel.keys, hash, kernel, begin, CHAT);
		if (this.#counter !== void 0) this.#leaveOut(this.#counter, end - begin);
		return true;
	}
	#hashOf(text) {
		const plain = plainRow(parsed$2(text), this.#settings.method);
		return plain === void 0 ? void 0 : hashContent(plain.row, false);
	}
	#beginRow() {
		this.#rows += 1;
		this.#lastRow = this.#lines;
		this.#problems.blankAfter = 0;
	}
	#endsInReturn() {
		if (!this.#returns) this.#report({
			rule: "file/crlf",
			detail: words`Lines end in CR LF.`
		});
		this.#returns = true;
	}
	#line(chunk, begin, finish) {
		const { bytes, utf8 } = chunk;
		let from = begin;
		let end = finish;
		if (bytes[from] === MARK$1[0] && bytes[from + 1] === MARK$1[1] && bytes[from + 2] === MARK$1[2]) {
			this.#mark(from);
			from += MARK$1.length;
		}
		if (end > from && bytes[end - 1] === RETURN$1) {
			this.#endsInReturn();
			end -= 1;
		}
		if (isBlank(bytes, from, end)) return this.#report(BLANK);
		this.#beginRow();
		if (!utf8 && !isUtf8(bytes.subarray(from, end))) return this.#report(NOT_UTF8);
		const text = textIn(chunk, from, end);
		if (holdsTooMuch(text)) return this.#report(TOO_MUCH);
		const known = text.length > SHORT ? void 0 : this.#faults.get(text);
		if (known !== void 0) return this.#reportAll(known);
		const escapes = text.includes("\\");
		const row = this.#plain(text, escapes) ?? this.#careful(text);
		if (row === void 0) return void 0;
		const plain = text.length === end - from && !(escapes && text.includes("\\u"));
		this.#keep(keysOfRow(row), () => hashContent(row, plain), NO_LINE, from, FORMAT_NAMES.indexOf(row.format));
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
	#keep(keys, hash, line, offset, format) {
		const known = this.#seen.see(keys.whole, keys.wholeMore);
		const asked = keys.prompt !== 0 && this.#seen.see(~keys.prompt, keys.promptMore);
		this.#formats |= 1 << format;
		this.#readable.add(keys, known || asked ? hash() : void 0, line, this.#lines, offset, format);
	}
	#plain(text, escapes) {
		if (!isPlainText(text, escapes)) return void 0;
		const plain = plainRow(parsed$2(text), this.#settings.method);
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
			found: [...inText, ...found.slice(0, 100)]
		};
	}
	#leaveOut(counter, size) {
		counter.leaveOut(size);
		this.#statistics.leaveOut();
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
// src/dataset/scan/examine.ts
async function examinerOf(settings, seen, kernel) {
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
		},
		kernel
	};
	const examine = ({ bytes, position }) => new Examination(examining, position).run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	if (counter === void 0 || tokenizer === void 0) return { examine };
	const { patiently } = await import("./patience2.js").then((chunk) => ({ patiently: chunk.t }));
	return { examine(lines) {
		let examined;
		patiently(tokenizer.path, lines.bytes.length, () => {
			examined = examine(lines);
		});
		return examined ?? examine(lines);
	} };
}
// src/providers/terms.ts
const numberFrom = (low, high, whole = false) => ({
	allowed: `"auto" or a ${whole ? "whole " : ""}number from ${low} to ${high}`,
	passes: (value) => value === "auto" || isNumber(value, whole) && value >= low && value <= high
});
const ABOVE_ZERO = {
	allowed: "\"auto\" or a number above 0",
	passes: (value) => value === "auto" || isNumber(value, false) && value > 0
};
const oneOf = (...words) => ({
	allowed: `one of ${words.join(", ")}`,
	passes: (value) => typeof value === "string" && words.includes(value)
});
const TRUE_OR_FALSE = {
	allowed: "true or false",
	passes: (value) => typeof value === "boolean"
};
function isNumber(value, whole) {
	return typeof value === "number" && Number.isFinite(value) && (!whole || Number.isInteger(value));
}
const shown = (value) => JSON.stringify(value) ?? String(value);
function termProblems(asked, { title, terms }) {
	if (terms === void 0) return settingProblems(asked, title, {});
	return [
		...methodProblems(asked, title, terms),
		...fieldProblems(asked, title, terms),
		...settingProblems(asked, title, terms),
		...exclusionProblems(asked, title, terms),
		...suffixProblems(asked, title, terms),
		...terms.refuses?.(asked) ?? []
	];
}
function methodProblems({ method }, title, { methods, graders }) {
	const name = methodName(method);
	if (methods !== void 0 && !methods.names.includes(name)) return [{
		place: "method",
		message: `Input method is ${name}; ${title} trains by ${methods.names.join(" and ")} only. ${methods.instead}`
	}];
	const grader = method?.type === "reinforcement" ? method.reinforcement.grader.type : void 0;
	if (graders === void 0 || grader === void 0 || graders.types.includes(grader)) return [];
	const place = "method.reinforcement.grader";
	return [{
		place,
		message: `Input ${place} is ${grader}; ${title} takes ${graders.types.join(" and ")} only. ${graders.instead}`
	}];
}
function fieldProblems(asked, title, { lacksFields = {} }) {
	return Object.entries(lacksFields).flatMap(([place, instead]) => {
		const value = Reflect.get(asked, place);
		if (value === void 0 || Array.isArray(value) && value.length === 0) return [];
		return [{
			place,
			message: `Input ${place}${typeof value === "object" ? "" : ` is ${shown(value)};`} ${title} has no such field. ${instead}`
		}];
	});
}
const USUAL_SETTINGS = { batch_size: numberFrom(1, 256, true) };
function settingProblems(asked, title, { lacksSettings = {}, settings = {} }) {
	const root = asked.method === void 0 ? "hyperparameters" : `method.${methodName(asked.method)}.hyperparameters`;
	return Object.entries(hyperparametersOf(asked) ?? {}).flatMap(([name, value]) => {
		const place = `${root}.${name}`;
		const instead = Object.hasOwn(lacksSettings, name) ? lacksSettings[name] : void 0;
		if (instead !== void 0) return [{
			place,
			message: `Input ${place} is ${shown(value)}; ${title} has no such setting. ${instead}`
		}];
		const setting = [settings, USUAL_SETTINGS].find((known) => Object.hasOwn(known, name))?.[name];
		if (setting === void 0 || setting.passes(value)) return [];
		return [{
			place,
			message: `Input ${place} is ${shown(value)}; on ${title} it must be ${setting.allowed}.`
		}];
	});
}
function exclusionProblems(asked, title, { excludes = [] }) {
	const given = hyperparametersOf(asked) ?? {};
	return excludes.flatMap((names) => {
		const both = names.filter((name) => Object.hasOwn(given, name) && given[name] !== "auto");
		if (both.length < 2) return [];
		const place = asked.method === void 0 ? "hyperparameters" : "method";
		return [{
			place,
			message: `Input ${place} gives ${both.join(" and ")}; ${title} takes one of them. Take the other out.`
		}];
	});
}
function suffixProblems({ suffix }, title, { suffix: rule }) {
	if (suffix === void 0 || rule === void 0) return [];
	if (suffix.length <= rule.longest && rule.characters.test(suffix)) return [];
	return [{
		place: "suffix",
		message: `Input suffix is ${shown(suffix)} (${suffix.length} characters); on ${title} it must be ${rule.allowed}.`
	}];
}
function termRemarks(asked, { title, terms }) {
	const own = terms?.remarks?.(asked) ?? [];
	if (terms?.metadata === void 0 || Object.keys(asked.metadata ?? {}).length === 0) return own;
	return [`Input metadata: ${title} ${terms.metadata}. The job itself is not affected, and it is found by its inputs or by job_id.`, ...own];
}
function omissionRemarks(asked, { terms }) {
	const given = hyperparametersOf(asked) ?? {};
	return [...Object.entries(terms?.unlessSet ?? {}).flatMap(([name, remark]) => Object.hasOwn(given, name) ? [] : [remark]), ...terms?.notes?.(asked) ?? []];
}
function suffixFor(given, fingerprint, { terms }) {
	if (given !== void 0 || terms?.suffix?.required === void 0) return given;
	return `ft-${fingerprint.slice(0, Math.min(12, terms.suffix.longest - 3))}`;
}
// src/stages/accept-request.ts
async function acceptRequest(world) {
	const { inputs, connection } = world;
	const { title, terms } = connection.profile;
	const platform = {
		title,
		terms: await terms?.()
	};
	const asked = {
		...inputs,
		hasValidation: inputs.validation_file.length > 0
	};
	const problems = termProblems(asked, platform);
	if (problems.length > 0) throw new InputError(problems);
	for (const remark of termRemarks(asked, platform)) warn(world, remark);
	for (const remark of omissionRemarks(asked, platform)) world.runner.info(remark);
}
// src/stages/limits.ts
const PASSES = { passes: true };
const refusal = (reason) => ({
	passes: false,
	reason,
	of: "data"
});
const aboveLimit = (reason) => ({
	passes: false,
	reason,
	of: "limit"
});
function enforce(...verdicts) {
	for (const verdict of verdicts) if (!verdict.passes) throw verdict.of === "data" ? new DataError(verdict.reason) : new LimitError(textOf(verdict.reason, true));
}
function offlineVerdict(sources) {
	const byId = sources.find((source) => source?.kind === "id");
	if (byId?.kind !== "id") return PASSES;
	return refusal(`Input training_file or validation_file is the file ID ${byId.id}; operation validate contacts no provider. Give paths.`);
}
function dataVerdict(datasets, { strict }) {
	const errors = datasets.reduce((sum, dataset) => sum + countOf(dataset, "error"), 0);
	const warnings = datasets.flatMap(({ counts }) => counts).filter(({ rule, severity }) => severity === "warning" && !isHarmless(rule)).reduce((sum, { count }) => sum + count, 0);
	if (errors > 0) {
		const worst = datasets.flatMap((dataset) => dataset.problems).find((problem) => problem.severity === "error");
		const verdict = ours(`The data has ${counted(errors, "error")}; nothing was uploaded.`);
		if (worst === void 0) return refusal(verdict);
		const place = ours(`${worst.path}${worst.line === void 0 ? "" : `:${worst.line}`}`);
		return refusal(cutWords(words`${verdict} The first: ${place}: ${worst.message}`, 990));
	}
	if (warnings === 0 || !strict) return PASSES;
	return refusal(`The data has ${counted(warnings, "warning")}, and strict: true counts them as errors; nothing was uploaded. Fix them, or take strict out.`);
}
function capacityVerdict(estimate, { maximumTrainingTokens: most, title }) {
	if (most === void 0 || estimate === void 0 || estimate.tokens.high <= most) return PASSES;
	return aboveLimit(`The training would take ${tokensOf(estimate)}, and ${title} takes at most ${most} in a job; nothing was uploaded. Take fewer epochs or rows.`);
}
function tokensOf({ tokens: { low, high }, epochs }) {
	return `${low < high ? "up to " : ""}${high} tokens (${counted(epochs, "epoch")})`;
}
function budgetVerdict(estimate, { max_tokens, max_cost_usd }, { pricesJobs } = {}) {
	const limit = max_tokens === void 0 ? "max_cost_usd" : "max_tokens";
	if (max_tokens === void 0 && max_cost_usd === void 0) return PASSES;
	const waits = pricesJobs && (estimate === void 0 || (estimate.cost ?? estimate.atMost) === void 0);
	if (waits && max_tokens === void 0) return PASSES;
	if (estimate === void 0) return aboveLimit(`${limit} is given, but the tokens of a file ID cannot be counted. Give the data as a path.`);
	if (max_tokens !== void 0 && estimate.tokens.high > max_tokens) return aboveLimit(`The training would take ${tokensOf(estimate)}, above max_tokens: ${max_tokens}; nothing was uploaded. Take fewer epochs or rows, or raise max_tokens.`);
	return max_cost_usd === void 0 || waits ? PASSES : costVerdict(estimate, max_cost_usd);
}
function costVerdict({ cost, atMost, withoutCost, toCost }, most) {
	const limit = `max_cost_usd is ${most}`;
	if (cost === void 0 && atMost === void 0) return aboveLimit(`The cost cannot be estimated (${withoutCost ?? "no price is known"}), and ${limit}; nothing was uploaded. ${toCost ?? "Give price_per_million_tokens."}`);
	const high = cost?.high ?? atMost?.usd ?? 0;
	if (high <= most) return PASSES;
	const about = cost === void 0 || cost.low < cost.high ? "up to" : "about";
	const fresh = cost?.old ? ", or give price_per_million_tokens if the price has changed" : "";
	return aboveLimit(`The cost would be ${about} US$ ${high.toFixed(2)} (${cost?.basis ?? atMost?.basis}), and ${limit}; nothing was uploaded. Take fewer epochs or rows, or raise max_cost_usd${fresh}.`);
}
// src/dataset/likeness/format-fault.ts
function formatFault(training, validation) {
	if (training.format === void 0 || validation.format === void 0 || training.format === validation.format) return void 0;
	const { severity, fix } = ruleOf("pair/format");
	return {
		rule: "pair/format",
		severity,
		message: words`The validation data is in the ${ours(validation.format)} format, the training data in ${ours(training.format)}. ${ours(fix)}`,
		path: validation.paths[0] ?? "",
		line: void 0,
		column: void 0
	};
}
// src/dataset/scan/reread.ts
const ANY_ROW = {
	...USUAL_PROFILE,
	textRows: true
};
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
		profile: ANY_ROW,
		graderItems: []
	}).row;
}
// src/canonical.ts
function canonicalJson(value) {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	return `{${Object.entries(value).filter(([, inner]) => inner !== void 0).sort(([left], [right]) => left < right ? -1 : left > right ? 1 : 0).map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(",")}}`;
}
// src/dataset/likeness/comparison.ts
function textLikeness(one, other) {
	if (one === other) return "same";
	return normalised(one) === normalised(other) ? differenceOf(one, other) ?? "meant" : "other";
}
function codeLikeness(one, other) {
	if (one === other) return "same";
	return normalised(one) === normalised(other) ? "meant" : "other";
}
function contentLikeness(one, other) {
	if (typeof one === "string" && typeof other === "string") return textLikeness(one, other);
	return codeLikeness(contentKey(one), contentKey(other));
}
function least(one, other) {
	if (one === "other" || other === "other") return "other";
	if (one === "meant" || other === "meant") return "meant";
	return one === "same" ? other : one;
}
function messagesLikeness(one, other) {
	if (one.length !== other.length) return "other";
	let all = "same";
	for (const [index, message] of one.entries()) {
		const twin = other[index];
		if (twin === void 0 || message.role !== twin.role) return "other";
		all = least(all, contentLikeness(message.content, twin.content));
		all = least(all, codeLikeness(besides(message), besides(twin)));
		if (all === "other") return all;
	}
	return all;
}
function relationOf(row, other) {
	const [here, there] = [comparable(row), comparable(other)];
	if (here.asked !== there.asked) return void 0;
	const prompt = least(codeLikeness(givenText(here.given), givenText(there.given)), messagesLikeness(here.messages.slice(0, here.asked), there.messages.slice(0, there.asked)));
	const whole = least(prompt, messagesLikeness(here.messages.slice(here.asked), there.messages.slice(there.asked)));
	if (whole === "same") return { is: "same" };
	if (typeof whole === "object") return {
		is: "alike",
		difference: whole
	};
	if (here.asked === 0) return void 0;
	if (prompt === "same") return { is: "contradiction" };
	return typeof prompt === "object" ? {
		is: "alike-contradiction",
		difference: prompt
	} : void 0;
}
const givenText = (given) => given === void 0 ? "" : canonicalJson(given);
function exactContent(row) {
	const { messages, asked, given } = comparable(row);
	const join = (part) => JSON.stringify([givenText(given), ...part.map((message) => [
		message.role,
		typeof message.content === "string" ? message.content.trim() : contentKey(message.content),
		besides(message)
	])]);
	return {
		prompt: join(messages.slice(0, asked)),
		whole: join(messages)
	};
}
// src/dataset/likeness/known-rows.ts
function lineOf({ rows, reader }, row) {
	const { path, offset } = rows.place(row);
	return reader.kept(path, offset) ?? reader.line(path, offset);
}
async function linesOf(left, row, right, other) {
	const one = lineOf(left, row);
	const two = lineOf(right, other);
	return [Buffer.isBuffer(one) ? one : await one, Buffer.isBuffer(two) ? two : await two];
}
async function rowAgain(known, row) {
	return rereadRow((await lineOf(known, row)).toString("utf8"), known.method);
}
const GONE = {
	whole: 0,
	prompt: 0
};
async function contentHash(known, given) {
	const { rows, method } = known;
	const row = rows.original(given);
	const taken = rows.hash(row);
	if (taken !== void 0) return taken;
	const line = await lineOf(known, row);
	const read = rereadRow(line.toString("utf8"), method);
	const hash = read === void 0 ? GONE : hashContent(read, isAscii(line) && !line.includes("\\u"));
	rows.keepHash(row, hash);
	return hash;
}
async function relation(left, row, right, other) {
	const [here, there] = await linesOf(left, row, right, other);
	if (here.equals(there)) return { is: "same" };
	const one = rereadRow(here.toString("utf8"), left.method);
	const two = rereadRow(there.toString("utf8"), left.method);
	return one === void 0 || two === void 0 ? void 0 : relationOf(one, two);
}
function isCopy(known, row, other) {
	const { rows, reader } = known;
	const [one, two] = [rows.hash(row), rows.hash(other)];
	if (one !== void 0 && two !== void 0 && one.whole !== two.whole) return false;
	return reader.areSameKept(rows.place(row), rows.place(other)) ?? linesOf(known, row, known, other).then(([here, there]) => here.equals(there));
}
async function compareMeetings(known) {
	const { rows } = known;
	for (const { row, alike, asked } of rows.meetings()) {
		const same = alike >= 0 && (rows.areSameLines(row, alike) ?? isCopy(known, row, alike));
		if (typeof same === "boolean" ? same : await same) {
			rows.keepCopy(row, alike);
			continue;
		}
		for (const one of [
			row,
			alike,
			asked
		]) if (one >= 0 && rows.hash(one) === void 0) await contentHash(known, one);
	}
}
// src/dataset/likeness/key-index.ts
function sortPairs(pairs) {
	new BigInt64Array(pairs.buffer, pairs.byteOffset, pairs.length / 2).sort();
}
var Pairs = class {
	#numbers = new Int32Array(1024);
	#filled = 0;
	add(first, second) {
		if (this.#filled === this.#numbers.length) {
			const larger = new Int32Array(this.#filled * 2);
			larger.set(this.#numbers);
			this.#numbers = larger;
		}
		this.#numbers[this.#filled] = first;
		this.#numbers[this.#filled + 1] = second;
		this.#filled += 2;
	}
	sorted() {
		const pairs = this.#numbers.subarray(0, this.#filled);
		sortPairs(pairs);
		return pairs;
	}
};
function lastNotAbove(count, valueAt, limit) {
	let low = 0;
	for (let high = count; low < high;) {
		const middle = low + high >>> 1;
		if (valueAt(middle) <= limit) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
function holds$1(values, value) {
	const at = lastNotAbove(values.length, (index) => numberAt(values, index), value);
	return at >= 0 && values[at] === value;
}
var KeyIndex = class {
	#pairs;
	constructor(pairs) {
		this.#pairs = pairs.sorted();
	}
	*rowsWith(key) {
		const pairs = this.#pairs;
		const from = lastNotAbove(pairs.length / 2, (index) => numberAt(pairs, index * 2 + 1), key - 1) + 1;
		for (let at = from * 2; at < pairs.length && numberAt(pairs, at + 1) === key; at += 2) yield numberAt(pairs, at);
	}
	*groups(least) {
		const pairs = this.#pairs;
		for (let from = 0, to = 0; from < pairs.length; from = to) {
			to = this.#endOf(from);
			if (to - from >= least * 2) yield this.rowsWith(numberAt(pairs, from + 1));
		}
	}
	#endOf(from) {
		const pairs = this.#pairs;
		const key = pairs[from + 1];
		let to = from + 2;
		while (to < pairs.length && pairs[to + 1] === key) to += 2;
		return to;
	}
};
// src/dataset/likeness/repeats.ts
function placeOf({ path, line }) {
	return words`${ours(path)}:${line}`;
}
const RULE_OF = {
	same: "row/duplicate",
	contradiction: "row/contradiction",
	alike: "row/near-duplicate",
	"alike-contradiction": "row/near-contradiction"
};
function detailOf(relation, method, other) {
	const place = placeOf(other);
	switch (relation.is) {
		case "same": return words`The row is the same as ${place}.`;
		case "contradiction": return method === "dpo" ? words`The same two outputs are preferred the other way round at ${place}.` : words`The same prompt has another answer at ${place}.`;
		case "alike": {
			const { here, there } = relation.difference;
			return words`The row equals ${place} but for how it is written: ${quote(here)} here, ${quote(there)} there.`;
		}
		case "alike-contradiction": {
			const { here, there } = relation.difference;
			const written = words`${quote(here)} here, ${quote(there)} there`;
			return words`The prompt equals that of ${place} but for how it is written (${written}), and has another answer.`;
		}
	}
}
const MOST_FORMS = 2e4;
var Forms = class {
	#rows = new Map();
	#firsts = new Set();
	isOpen(first) {
		return this.#rows.size < MOST_FORMS || this.#firsts.has(first);
	}
	meet(first, form, row) {
		const key = `${first} ${createHash("sha256").update(form).digest("base64")}`;
		const earlier = this.#rows.get(key);
		if (earlier !== void 0) return earlier;
		if (this.#rows.size < MOST_FORMS) {
			this.#rows.set(key, row);
			this.#firsts.add(first);
		}
		return -1;
	}
};
const MANY = 5;
var Comparison = class {
	#known;
	#forms = {
		whole: new Forms(),
		prompt: new Forms()
	};
	constructor(known) {
		this.#known = known;
	}
	async manyAnswers() {
		const firsts = [];
		for (const [first = 0, ...others] of this.#known.rows.crowds(MANY, 9)) {
			let answers = 1;
			for (const other of others) {
				const found = await relation(this.#known, other, this.#known, first);
				if (found?.is === "contradiction" || found?.is === "alike-contradiction") answers += 1;
				if (answers === MANY) break;
			}
			if (answers === MANY) firsts.push(first);
		}
		return Int32Array.from(firsts).sort();
	}
	async #sameForm(row, first, part) {
		if (!this.#forms[part].isOpen(first)) return -1;
		const read = await rowAgain(this.#known, row);
		return read === void 0 ? -1 : this.#forms[part].meet(first, exactContent(read)[part], row);
	}
	async #closest(row, first, part) {
		const found = await relation(this.#known, row, this.#known, first);
		const related = found === void 0 ? void 0 : {
			relation: found,
			other: first
		};
		if (found?.is === "same" || found?.is === "contradiction" && part === "prompt") return related;
		const earlier = await this.#sameForm(row, first, part);
		const exact = earlier < 0 ? void 0 : await relation(this.#known, row, this.#known, earlier);
		return exact === void 0 ? related : {
			relation: exact,
			other: earlier
		};
	}
	async find({ row, alike, asked }, isMany) {
		const near = alike < 0 ? void 0 : await this.#closest(row, alike, "whole");
		if (near?.relation.is === "same") {
			this.#known.rows.keepCopy(row, near.other);
			return near;
		}
		if (near?.relation.is === "alike") {
			if (asked >= 0 && !isMany) await this.#sameForm(row, asked, "prompt");
			return near;
		}
		if (isMany) return "one of many";
		return asked < 0 ? near : await this.#closest(row, asked, "prompt");
	}
};
async function findRepeats(known, tell) {
	const { rows, method } = known;
	await compareMeetings(known);
	const comparison = new Comparison(known);
	const many = await comparison.manyAnswers();
	let answers = many.length;
	const report = (row, { relation, other }) => {
		const rule = RULE_OF[relation.is];
		tell({
			rule,
			row,
			found: () => ({
				rule,
				detail: detailOf(relation, method, rows.place(other))
			})
		});
	};
	for (const meeting of rows.suspects()) {
		const { row } = meeting;
		const original = rows.original(row);
		if (original !== row) {
			report(row, {
				relation: { is: "same" },
				other: rows.original(original)
			});
			continue;
		}
		const related = await comparison.find(meeting, meeting.asked >= 0 && holds$1(many, meeting.asked));
		if (related === "one of many") answers += 1;
		else if (related !== void 0) report(row, related);
	}
	const [first] = many;
	if (first === void 0) return;
	const place = placeOf(rows.place(first));
	const detail = many.length === 1 ? words`The prompt at ${place} has ${answers} different answers.` : words`${many.length} prompts have ${answers} different answers, at least ${MANY} each; the first is at ${place}.`;
	tell({
		rule: "file/many-answers",
		row: void 0,
		found: () => ({
			rule: "file/many-answers",
			detail
		})
	});
}
// src/dataset/likeness/overlap.ts
const MOST_LOOKED_AT = 32;
const PAIR_RULES = ["pair/overlap", "pair/near-overlap"];
function isOfBoth(rule) {
	return PAIR_RULES.some((one) => one === rule);
}
function overlapCounts(shared) {
	return PAIR_RULES.flatMap((rule) => {
		const count = shared.filter((problem) => problem.rule === rule).length;
		return count === 0 ? [] : [{
			rule,
			severity: ruleOf(rule).severity,
			count
		}];
	});
}
async function twinOf(training, validation, row) {
	const hash = validation.rows.hash(validation.rows.original(row));
	if (hash === void 0) return void 0;
	let alike;
	let looked = 0;
	for (const other of training.rows.withContent(hash.whole)) {
		const found = await relation(validation, row, training, other);
		if (found?.is === "same") return {
			found,
			row: other
		};
		if (found?.is === "alike") alike ??= {
			found,
			row: other
		};
		looked += 1;
		if (looked === MOST_LOOKED_AT) break;
	}
	return alike;
}
function foundBy(found, there) {
	if (!("difference" in found)) return {
		rule: "pair/overlap",
		detail: words`The row stands in the training data too (${there}).`
	};
	const written = words`${quote(found.difference.here)} here, ${quote(found.difference.there)} there`;
	return {
		rule: "pair/near-overlap",
		detail: words`The row equals one of the training data (${there}) but for how it is written: ${written}.`
	};
}
async function overlap(training, validation) {
	try {
		return await compared(training, validation);
	} finally {
		await Promise.all([training.reader.close(), validation.reader.close()]);
	}
}
async function compared(training, validation) {
	const problems = [];
	for (let row = 0; row < validation.rows.count; row += 1) {
		const first = training.rows.withKey(validation.rows.key(row));
		if (first >= 0) await Promise.all([contentHash(training, first), contentHash(validation, row)]);
	}
	for (let row = 0; row < validation.rows.count; row += 1) {
		const twin = await twinOf(training, validation, row);
		if (twin === void 0) continue;
		const { path, line } = validation.rows.place(row);
		const { rule, detail } = foundBy(twin.found, placeOf(training.rows.place(twin.row)));
		const { severity, fix } = ruleOf(rule);
		problems.push({
			rule,
			severity,
			message: words`${detail} ${ours(fix)}`,
			path,
			line,
			column: void 0
		});
	}
	return problems;
}
// src/dataset/kinds/binary-kinds.ts
const pandas = (read) => `python3 -c 'import pandas, sys; pandas.${read}(sys.argv[1]).to_json(sys.argv[2], orient="records", lines=True)' FILE NEW`;
const EXPORT = "Export its rows as JSON Lines: one JSON object on each line.";
const SIGNATURES = [
	{
		begins: [""],
		name: "a gzip archive",
		fix: "Unpack it: gunzip -c FILE > NEW"
	},
	{
		begins: ["BZh"],
		holds: ["1AY&SY", "rE8P"],
		name: "a bzip2 archive",
		fix: "Unpack it: bunzip2 -c FILE > NEW"
	},
	{
		begins: ["ý7zXZ\0"],
		name: "an xz archive",
		fix: "Unpack it: xz -dc FILE > NEW"
	},
	{
		begins: ["(µ/ý"],
		name: "a Zstandard archive",
		fix: "Unpack it: zstd -dc FILE > NEW"
	},
	{
		begins: ["\"M"],
		name: "an LZ4 archive",
		fix: "Unpack it: lz4 -dc FILE > NEW"
	},
	{
		begins: ["ustar"],
		at: 257,
		name: "a tar archive",
		fix: "Unpack it: tar -xOf FILE > NEW"
	},
	{
		begins: ["PK"],
		holds: [
			"xl/workbook.xml",
			"xl/worksheets/",
			"xl/styles.xml",
			"xl/theme/",
			"xl/_rels/"
		],
		name: "an Excel workbook (XLSX)",
		fix: `Convert it: ${pandas("read_excel")}`
	},
	{
		begins: ["PK"],
		holds: ["opendocument.spreadsheet"],
		name: "an OpenDocument spreadsheet (ODS)",
		fix: `Convert it: ${pandas("read_excel")}`
	},
	{
		begins: ["PK"],
		holds: [
			"word/document.xml",
			"word/_rels/",
			"opendocument.text"
		],
		name: "a text document",
		fix: EXPORT
	},
	{
		begins: ["PK"],
		holds: ["data.pkl"],
		name: "a PyTorch file",
		fix: EXPORT
	},
	{
		begins: ["PK", "PK"],
		name: "a ZIP archive",
		fix: "Unpack it: unzip -p FILE > NEW"
	},
	{
		begins: ["7z¼¯'"],
		name: "a 7-Zip archive",
		fix: "Unpack it, and give the file that is in it."
	},
	{
		begins: ["Rar!\x07"],
		name: "a RAR archive",
		fix: "Unpack it, and give the file that is in it."
	},
	{
		begins: ["ÐÏà¡±á"],
		name: "an old Excel workbook (XLS)",
		fix: `Convert it: ${pandas("read_excel")}`
	},
	{
		begins: ["PAR1", "PARE"],
		name: "a Parquet file",
		fix: `Convert it: ${pandas("read_parquet")}`
	},
	{
		begins: ["ARROW1", "FEA1"],
		name: "an Arrow (Feather) file",
		fix: `Convert it: ${pandas("read_feather")}`
	},
	{
		begins: ["ÿÿÿÿ"],
		name: "a stream of Arrow tables",
		fix: `Convert it: python3 -c 'import pyarrow, sys; pyarrow.ipc.open_stream(sys.argv[1]).read_pandas().to_json(sys.argv[2], orient="records", lines=True)' FILE NEW`
	},
	{
		begins: ["ORC"],
		holds: ["\0"],
		name: "an ORC file",
		fix: `Convert it: ${pandas("read_orc")}`
	},
	{
		begins: ["Obj"],
		name: "an Avro file",
		fix: EXPORT
	},
	{
		begins: ["HDF\r\n\n"],
		name: "an HDF5 file",
		fix: EXPORT
	},
	{
		begins: ["NUMPY"],
		name: "a NumPy array",
		fix: EXPORT
	},
	{
		begins: ["SQLite format 3\0"],
		name: "an SQLite database",
		fix: "Export the table that holds the rows: sqlite3 -json FILE 'SELECT * FROM TABLE' | jq -c '.[]' > NEW"
	},
	{
		begins: [
			"",
			"",
			"",
			""
		],
		name: "a Python pickle",
		fix: `Convert it, only if you trust it (a pickle runs code when it is read): python3 -c 'import json, pickle, sys; [print(json.dumps(row)) for row in pickle.load(open(sys.argv[1], "rb"))]' FILE > NEW`
	},
	{
		begins: ["%PDF-"],
		name: "a PDF document",
		fix: "Write its text as rows: one JSON object on each line."
	},
	{
		begins: ["{\\rtf"],
		name: "an RTF document",
		fix: EXPORT
	},
	{
		begins: [
			"PNG",
			"ÿØÿ",
			"GIF8"
		],
		name: "a picture",
		fix: "Give a file of rows; pictures stand in them as URLs."
	}
];
function holds(text, { begins, at = 0, holds: wanted }) {
	if (!begins.some((beginning) => text.startsWith(beginning, at))) return false;
	return wanted === void 0 || wanted.some((inner) => text.includes(inner));
}
function wideKind(bytes) {
	const begins = (...wanted) => wanted.every((byte, index) => bytes[index] === byte);
	const fix = (encoding) => `Convert it: iconv -f ${encoding} -t UTF-8 FILE > NEW`;
	if (begins(255, 254, 0, 0) || begins(0, 0, 254, 255)) return {
		rule: "file/utf16",
		what: "is a text in UTF-32",
		fix: fix("UTF-32")
	};
	if (begins(255, 254) || begins(254, 255)) return {
		rule: "file/utf16",
		what: "is a text in UTF-16",
		fix: fix("UTF-16")
	};
	const start = bytes.subarray(0, 64);
	const [even = 0, odd = 0] = [0, 1].map((parity) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length);
	if (start.length <= 16 || Math.max(even, odd) <= 8 || Math.min(even, odd) > 0) return void 0;
	return {
		rule: "file/utf16",
		what: "is a text in UTF-16",
		fix: fix(even > 0 ? "UTF-16BE" : "UTF-16LE")
	};
}
function binaryKind(bytes) {
	const text = bytes.toString("latin1");
	const found = SIGNATURES.find((signature) => holds(text, signature));
	if (found !== void 0) return {
		rule: "file/other-format",
		what: `is ${found.name}`,
		fix: found.fix
	};
	const wide = wideKind(bytes);
	if (wide !== void 0) return wide;
	if (bytes.subarray(0, 4096).every((byte) => byte === 0)) return {
		rule: "file/other-format",
		what: "is nothing but NUL bytes",
		fix: "Write it again; it was damaged where it was made, or on its way."
	};
	const end = bytes.indexOf(10);
	const start = bytes.subarray(0, end < 0 ? 512 : Math.min(end, 512));
	const strange = start.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
	if (strange > 2 && strange * 20 > start.length) return {
		rule: "file/other-format",
		what: "is a binary file of a kind that is not known",
		fix: EXPORT
	};
}
// src/dataset/kinds/json-kinds.ts
const PRETTY = "Put each on one line: jq -c . FILE > NEW";
const other$1 = (what, fix) => ({
	rule: "file/other-format",
	what,
	fix
});
function parsed$1(line) {
	try {
		return { value: JSON.parse(line) };
	} catch {
		return;
	}
}
const isList = (value) => Array.isArray(value);
const haveKeys = (items, ...keys) => items.length > 0 && items.every((item) => isMap(item) && keys.every((key) => key in item));
function endsInString(text) {
	let open = false;
	for (let at = 0; at < text.length; at += 1) if (open && text[at] === "\\") at += 1;
	else if (text[at] === "\"") open = !open;
	return open;
}
function isSpread({ lines, whole }) {
	const [first = "", second] = lines;
	if (second === void 0) return !whole && first === "{";
	if (endsInString(first) || parsed$1(first) !== void 0 || jsonFault(first) < first.length) return false;
	return !isMap(parsed$1(second)?.value);
}
function fromLists(lists) {
	const all = (...keys) => lists.every((list) => haveKeys(list, ...keys));
	if (all("role", "content")) return "Convert it: jq -c '{messages: .}' FILE > NEW";
	if (all("from", "value")) return `Convert it: jq -c '{messages: map({role: ({human: "user", gpt: "assistant"}[.from] // .from), content: .value})}' FILE > NEW`;
	if (lists.every((list) => list.length === 2 && list.every((item) => typeof item === "string"))) return `If each is a question and its answer, convert it: jq -c '{messages: [{role: "user", content: .[0]}, {role: "assistant", content: .[1]}]}' FILE > NEW`;
	return "Write one JSON object on each line.";
}
const isConversation = (list) => haveKeys(list, "role", "content") || haveKeys(list, "from", "value");
function listKind({ text, lines }) {
	const values = lines.map(parsed$1);
	const lists = values.flatMap((line) => isList(line?.value) ? [line.value] : []);
	const [first] = lists;
	const lie = lists.length > 1 && lists.length * 2 > lines.length;
	if (first !== void 0 && values[0] !== void 0 && (lie || lines.length === 1 && isConversation(first))) return other$1("has a list on each line, not an object", fromLists(lists));
	if (values.some((line) => isMap(line?.value))) {
		if (lines[0] !== "[") return void 0;
	} else if (!/^\[\s*($|[[{"\d-])/.test(text)) return void 0;
	return {
		rule: "file/json-array",
		what: "is one JSON array, not lines",
		fix: "Convert it: jq -c '.[]' FILE > NEW"
	};
}
function objectKind(head) {
	const [first = ""] = head.lines;
	if (isSpread(head)) return {
		rule: "file/pretty-json",
		what: "has objects that are spread over several lines",
		fix: PRETTY
	};
	if (parsed$1(first) !== void 0) return void 0;
	if (/^\{\s*'/.test(first)) return other$1("has Python dictionaries, not JSON", `Convert it: python3 -c 'import ast, json, sys; [print(json.dumps(ast.literal_eval(row))) for row in open(sys.argv[1], encoding="utf-8") if row.strip()]' FILE > NEW`);
	const commas = head.lines.filter((line) => /^\{.*\},$/.test(line));
	if (commas.length > 1 && commas.length >= head.lines.length - 1 && parsed$1(first.slice(0, -1)) !== void 0) return other$1("has lines that end with commas", "Remove them: sed -e 's/,[[:space:]]*$//' FILE > NEW");
	const fault = jsonFault(first);
	if (first[fault] !== "{" || !isMap(parsed$1(first.slice(0, fault))?.value)) return void 0;
	return /\r\s*$/.test(first.slice(0, fault)) ? other$1("has lines that end in CR alone, where LF ends a line", "Convert it: tr '\\r' '\\n' < FILE > NEW") : {
		rule: "file/pretty-json",
		what: "has several objects on one line",
		fix: PRETTY
	};
}
function scalarKind({ lines }) {
	const values = lines.map(parsed$1);
	if (values.length < 2 || !values.every((line) => line !== void 0 && !isMap(line.value) && !isList(line.value))) return void 0;
	return values.map((line) => typeof line?.value === "string" ? parsed$1(line.value) : void 0).every((line) => isMap(line?.value)) ? other$1("has lines that were encoded as JSON twice", "Decode them once: jq -c fromjson FILE > NEW") : other$1("has one value on each line, not an object", "Write one JSON object on each line.");
}
function jsonKind(head) {
	if (head.text.startsWith("{")) return objectKind(head);
	return head.text.startsWith("[") ? listKind(head) : scalarKind(head);
}
// src/dataset/kinds/text-kinds.ts
const other = (name, fix) => ({
	rule: "file/other-format",
	what: `is ${name}`,
	fix
});
const ANNEX = [
	"/annex/objects/",
	".git/annex/objects/",
	"../.git/annex/objects/"
];
const fromTable = (options) => `Convert it: python3 -c 'import csv, json, sys; [print(json.dumps(row)) for row in csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8-sig")${options})]' FILE > NEW`;
const DELIMITERS = [
	[
		",",
		"a CSV table",
		fromTable("")
	],
	[
		"	",
		"a table with tabs (TSV)",
		fromTable(", delimiter=\"\\t\"")
	],
	[
		";",
		"a CSV table with semicolons",
		fromTable(", delimiter=\";\"")
	],
	[
		"|",
		"a table with bars",
		fromTable(", delimiter=\"|\"")
	]
];
const YAML_ROWS = "python3 -c 'import json, sys, yaml; [print(json.dumps(row)) for part in yaml.safe_load_all(open(sys.argv[1], encoding=\"utf-8\")) for row in (part if isinstance(part, list) else [part])]' FILE > NEW";
const RECORDS = 5;
function records(text, delimiter) {
	const found = [];
	let fields = [];
	let field = "";
	let inQuotes = false;
	const close = () => {
		fields.push(field.trim());
		field = "";
	};
	for (let at = 0; at < text.length && found.length < RECORDS; at += 1) {
		const character = text[at] ?? "";
		if (inQuotes && character === "\"" && text[at + 1] === "\"") {
			field += "\"";
			at += 1;
		} else if (character === "\"" && (inQuotes || field.trim() === "")) inQuotes = !inQuotes;
		else if (!inQuotes && character === delimiter) close();
		else if (!inQuotes && character === "\n") {
			close();
			found.push(fields);
			fields = [];
		} else field += character;
	}
	if (found.length < RECORDS && !inQuotes && (field !== "" || fields.length > 0)) {
		close();
		found.push(fields);
	}
	return found.filter((record) => record.length > 1 || record[0] !== "");
}
const COLUMN = /^[\p{L}_][\p{L}\p{N}_ .()/-]{0,60}$/u;
function isTable({ text, whole }, delimiter) {
	const [head, ...rows] = records(text, delimiter);
	if (head === void 0 || head.length < 2 || !head.every((name) => COLUMN.test(name))) return false;
	return (whole ? rows : rows.slice(0, -1)).every((row) => row.length === head.length);
}
function textKind(head) {
	const { text, lines } = head;
	const small = text.slice(0, 64).toLowerCase();
	if (small.startsWith("version https://git-lfs.github.com/spec/")) return {
		rule: "file/git-lfs-pointer",
		what: "is a Git LFS pointer",
		fix: "Check out with lfs: true in actions/checkout."
	};
	if (ANNEX.some((beginning) => small.startsWith(beginning))) return other("a git-annex pointer", "Fetch the file with git-annex in a step before.");
	if (/^outs:\s/.test(text) && text.includes("md5:")) return other("a DVC pointer", "Fetch the file with DVC in a step before.");
	if (small.startsWith("<!doctype html") || small.startsWith("<html")) return other("an HTML page", "Download the file itself; this may be the page of a login, or of an error.");
	if (/^<\?xml|^<[a-z][\w:-]*(\s[^<]*)?>/.test(small)) return other("an XML document", "Write one JSON object on each line.");
	if (lines.some((line) => /^[[{]/.test(line) && isJson(line))) return void 0;
	for (const [delimiter, name, fix] of DELIMITERS) if (isTable(head, delimiter)) return other(name, fix);
	if (/^---\s*(\n|$)|^- (\{|[\w-]+:\s)|^[a-z_]+:(\s|$)/.test(text)) return other("YAML", `Convert it: ${YAML_ROWS}`);
	if (text.startsWith("{") || lines[0] === void 0 || isJson(lines[0])) return void 0;
	return other("text, but no JSON", "Write one JSON object on each line.");
}
function isJson(line) {
	try {
		JSON.parse(line);
		return true;
	} catch {
		return false;
	}
}
// src/dataset/kinds/file-kind.ts
const HEAD_BYTES = 65536;
const MARK = Buffer.of(239, 187, 191);
function fileKind({ bytes, whole }) {
	const inner = bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes;
	const first = inner.toString("latin1").trimStart()[0];
	if (first === void 0) return void 0;
	const binary = binaryKind(inner);
	if (binary !== void 0) return binary;
	const text = inner.toString("utf8").replace(/^\s+/, "");
	const head = {
		text,
		lines: wholeLines(text, whole),
		whole
	};
	return /[[{"\d-]|[tfn]/.test(first) ? jsonKind(head) ?? textKind(head) : textKind(head);
}
const LOOKED_AT = 20;
function wholeLines(text, whole) {
	const lines = text.split("\n");
	if (!whole) lines.pop();
	return lines.map((line) => line.trim()).filter((line) => line !== "").slice(0, LOOKED_AT);
}
// src/dataset/likeness/first-rows.ts
const ROOM = 1.3;
var FirstRows = class {
	#keys;
	#rows;
	constructor(most) {
		const slots = Math.ceil(most * ROOM) + 1;
		this.#keys = new Int32Array(slots);
		this.#rows = new Int32Array(slots);
	}
	#slotOf(key) {
		const keys = this.#keys;
		let slot = Math.floor((key >>> 0) / 2 ** 32 * keys.length);
		for (;;) {
			const found = numberAt(keys, slot);
			if (found === key || found === 0) return slot;
			slot = slot + 1 === keys.length ? 0 : slot + 1;
		}
	}
	add(key) {
		this.#keys[this.#slotOf(key)] = key;
	}
	met = -1;
	meets(key, row) {
		this.met = -1;
		if (key === 0) return false;
		const slot = this.#slotOf(key);
		if (this.#keys[slot] !== key) return false;
		this.met = numberAt(this.#rows, slot) - 1;
		if (this.met < 0) this.#rows[slot] = row + 1;
		return this.met >= 0;
	}
};
// src/dataset/likeness/line-hashes.ts
var LineHashes = class {
	#numbers;
	#next = 0;
	constructor(numbers) {
		this.#numbers = numbers;
	}
	#rowOf(index) {
		return numberAt(this.#numbers, index * 3);
	}
	of(row) {
		const count = this.#numbers.length / 3;
		const index = this.#next < count && this.#rowOf(this.#next) === row ? this.#next : lastNotAbove(count, (at) => this.#rowOf(at), row);
		if (index < 0 || this.#rowOf(index) !== row) return void 0;
		this.#next = index + 1;
		const at = index * 3;
		return {
			lineLow: numberAt(this.#numbers, at + 1),
			lineHigh: numberAt(this.#numbers, at + 2)
		};
	}
};
// src/dataset/likeness/row-table.ts
function nextMeeting(rows, begin, first, whole, prompt) {
	let at = begin;
	for (let row = first; at < rows.length; at += 6, row += 1) {
		const isMet = whole.meets(numberAt(rows, at + 0), row);
		if (prompt.meets(numberAt(rows, at + 1), row) || isMet) break;
	}
	return at;
}
function nextSuspect(rows, begin, first, whole, prompt) {
	let at = begin;
	for (let row = first; at < rows.length; at += 6, row += 1) {
		const state = stateIn(numberAt(rows, at + 5));
		if (state === STATE.copy) break;
		if (state !== STATE.hashed) continue;
		const isMet = whole.meets(numberAt(rows, at + 2), row);
		if (prompt.meets(numberAt(rows, at + 3), row) || isMet) break;
	}
	return at;
}
var RowTable = class {
	#count = 0;
	#blocks = [];
	#last = 0;
	#byKey;
	#byContent;
	get count() {
		return this.#count;
	}
	add(rows, hashes, path, offset, linesBefore) {
		if (rows.length === 0) return;
		this.#blocks.push({
			rows,
			lines: new LineHashes(hashes),
			path,
			offset,
			linesBefore,
			from: this.#count
		});
		this.#count += rows.length / 6;
	}
	#block(row) {
		const last = this.#blocks[this.#last];
		if (last !== void 0 && row >= last.from && (row - last.from) * 6 < last.rows.length) return last;
		this.#last = lastNotAbove(this.#blocks.length, (index) => this.#blocks[index]?.from ?? 0, row);
		const found = this.#blocks[this.#last];
		if (found === void 0 || row >= this.#count) throw new RangeError(`There is no row ${row} among ${this.#count}.`);
		return found;
	}
	#field(row, field) {
		const { rows, from } = this.#block(row);
		return numberAt(rows, (row - from) * 6 + field);
	}
	#state(row) {
		return stateIn(this.#field(row, 5));
	}
	#each(visit) {
		for (const { rows, from } of this.#blocks) for (let at = 0, row = from; at < rows.length; at += 6, row += 1) visit(row, rows, at);
	}
	#indexOf(field) {
		const pairs = new Pairs();
		const ofHash = field === 2 || field === 3;
		this.#each((row, rows, at) => {
			const key = numberAt(rows, at + field);
			if (key !== 0 && (!ofHash || stateIn(numberAt(rows, at + 5)) === STATE.hashed)) pairs.add(row, key);
		});
		return new KeyIndex(pairs);
	}
	withKey(key) {
		this.#byKey ??= this.#indexOf(0);
		for (const row of this.#byKey.rowsWith(key)) return row;
		return -1;
	}
	withContent(whole) {
		this.#byContent ??= this.#indexOf(2);
		return this.#byContent.rowsWith(whole);
	}
	*crowds(least, most) {
		for (const group of this.#indexOf(3).groups(least)) {
			const answers = new Map();
			for (const row of group) {
				const whole = this.#field(row, 2);
				if (!answers.has(whole)) answers.set(whole, row);
				if (answers.size === most) break;
			}
			if (answers.size >= least) yield [...answers.values()];
		}
	}
	#valuesOfHashed(one, two) {
		let count = 0;
		this.#each((_, rows, at) => {
			if (stateIn(numberAt(rows, at + 5)) === STATE.hashed) count += 1;
		});
		const values = [new FirstRows(count), new FirstRows(count)];
		if (count === 0) return values;
		this.#each((_, rows, at) => {
			if (stateIn(numberAt(rows, at + 5)) !== STATE.hashed) return;
			if (numberAt(rows, at + one) !== 0) values[0].add(numberAt(rows, at + one));
			if (numberAt(rows, at + two) !== 0) values[1].add(numberAt(rows, at + two));
		});
		return values;
	}
	*meetings() {
		const [whole, prompt] = this.#valuesOfHashed(0, 1);
		for (const { rows, from } of this.#blocks) for (let at = nextMeeting(rows, 0, from, whole, prompt); at < rows.length;) {
			const row = from + at / 6;
			yield {
				row,
				alike: whole.met,
				asked: prompt.met
			};
			at = nextMeeting(rows, at + 6, row + 1, whole, prompt);
		}
	}
	*suspects() {
		const [whole, prompt] = this.#valuesOfHashed(2, 3);
		for (const { rows, from } of this.#blocks) for (let at = nextSuspect(rows, 0, from, whole, prompt); at < rows.length;) {
			const row = from + at / 6;
			yield stateIn(numberAt(rows, at + 5)) === STATE.copy ? {
				row,
				alike: numberAt(rows, at + 2),
				asked: -1
			} : {
				row,
				alike: whole.met,
				asked: prompt.met
			};
			at = nextSuspect(rows, at + 6, row + 1, whole, prompt);
		}
	}
	key(row) {
		return this.#field(row, 0);
	}
	hash(row) {
		if (this.#state(row) !== STATE.hashed) return void 0;
		return {
			whole: this.#field(row, 2),
			prompt: this.#field(row, 3)
		};
	}
	#lineHash(row) {
		const { rows, lines, from } = this.#block(row);
		const at = (row - from) * 6;
		const state = stateIn(numberAt(rows, at + 5));
		if (state === STATE.hashed) return lines.of(row - from);
		return state === STATE.line ? {
			lineLow: numberAt(rows, at + 2),
			lineHigh: numberAt(rows, at + 3)
		} : void 0;
	}
	areSameLines(row, other) {
		const one = this.#lineHash(row);
		const two = one === void 0 ? void 0 : this.#lineHash(other);
		if (one === void 0 || two === void 0) return void 0;
		return one.lineLow === two.lineLow && one.lineHigh === two.lineHigh;
	}
	#keep(row, state, whole, prompt) {
		const { rows, from } = this.#block(row);
		const at = (row - from) * 6;
		rows[at + 2] = whole;
		rows[at + 3] = prompt;
		rows[at + 5] = withState(numberAt(rows, at + 5), state);
	}
	keepHash(row, { whole, prompt }) {
		this.#keep(row, STATE.hashed, whole, prompt);
	}
	keepCopy(row, original) {
		this.#keep(row, STATE.copy, original, 0);
	}
	original(row) {
		return this.#state(row) === STATE.copy ? this.#field(row, 2) : row;
	}
	place(row) {
		const { rows, path, offset, linesBefore, from } = this.#block(row);
		const at = (row - from) * 6;
		return {
			path,
			line: linesBefore + numberAt(rows, at + 4),
			offset: offset + offsetIn(numberAt(rows, at + 5))
		};
	}
};
// src/dataset/scan/assembly.ts
var Assembly = class {
	problems;
	table = new RowTable();
	statistics = new StatisticsTotal();
	rows = 0;
	imageRows = 0;
	firstImage;
	format;
	#ended = new Set();
	#counter;
	#blank = [];
	#moreBlank = 0;
	#path;
	#before = 0;
	constructor(problems, counter) {
		this.problems = problems;
		this.#counter = counter;
	}
	end(path, found) {
		this.#ended.add(path);
		this.problems.add(found, path, void 0);
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
			line: one.line + before
		}));
		for (const one of this.#foreign(examined, before)) placed.push(one);
		placed.sort((left, right) => left.line - right.line);
		this.table.add(examined.readable, examined.lineHashes, path, offset, before);
		if (examined.rows > 0) this.#tellBlank();
		for (const one of placed) if (one.rule === "file/blank-line" && one.line > before + examined.lastRow) this.#holdBlank(one, path);
		else if (one.rule !== "file/crlf" || !this.problems.has("file/crlf")) this.problems.add(one, path, one.line);
		this.#addMore(examined);
		this.#before += examined.lines;
		this.rows += examined.rows;
		this.imageRows += examined.imageRows;
		if (examined.firstImage > 0) this.firstImage ??= `${path}:${before + examined.firstImage}`;
		if (examined.tokens !== void 0) this.#counter?.merge(examined.tokens);
		if (examined.statistics !== void 0) this.statistics.add(examined.statistics, path, before);
	}
	#tellBlank() {
		for (const { found, path, line } of this.#blank.splice(0)) this.problems.add(found, path, line);
		if (this.#moreBlank > 0) this.problems.addCounted("file/blank-line", this.#moreBlank);
		this.#moreBlank = 0;
	}
	#holdBlank(found, path) {
		if (this.#blank.length < 25e3) this.#blank.push({
			found,
			path,
			line: found.line
		});
		else this.#moreBlank += 1;
	}
	#addMore({ more, blankAfter }) {
		for (const [rule, count] of more) {
			const certain = rule === "file/blank-line" ? count - blankAfter : count;
			if (certain > 0) this.problems.addCounted(rule, certain);
		}
		this.#moreBlank += blankAfter;
	}
	*#foreign({ readable, formats }, before) {
		if (this.format !== void 0 && formats === 1 << FORMAT_NAMES.indexOf(this.format)) return;
		for (const row of formatsOf(readable)) {
			const format = FORMAT_NAMES[row.format];
			if (format !== void 0 && this.format !== void 0 && format !== this.format) yield {
				rule: "row/mixed-formats",
				detail: words`The row is in the ${ours(format)} format, the data began with ${ours(this.format)}.`,
				line: row.line + before
			};
			this.format ??= format;
		}
	}
};
// src/dataset/scan/chunks.ts
const NEWLINE$1 = 10;
const LONGEST = 33554432;
const LARGEST = 4194304;
async function* pieces(paths, read) {
	let last = NEWLINE$1;
	for (const path of paths) {
		let begun = false;
		for await (const bytes of read(path)) {
			if (bytes.length === 0) continue;
			if (!begun && last !== NEWLINE$1) yield {
				path: void 0,
				bytes: Buffer.of(NEWLINE$1)
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
	#endIn(bytes, from) {
		const end = bytes.lastIndexOf(NEWLINE$1, from + LARGEST - 1) + 1;
		return end > from ? end : bytes.indexOf(NEWLINE$1, from) + 1;
	}
	#hold(part) {
		this.#size += part.length;
		if (this.#size > 33554432) this.#held = [];
		else this.#held.push(new Uint8Array(part));
	}
	#takeHeld() {
		const chunk = this.#chunk(this.#size > 33554432 ? void 0 : Buffer.concat(this.#held), this.#size);
		this.#held = [];
		this.#size = 0;
		return chunk;
	}
	*add(bytes) {
		let from = 0;
		if (this.#size > 0) {
			const end = bytes.indexOf(NEWLINE$1) + 1;
			this.#hold(end > 0 ? bytes.subarray(0, end) : bytes);
			if (end === 0) return;
			yield this.#takeHeld();
			from = end;
		}
		for (let end = this.#endIn(bytes, from); end > from; from = end, end = this.#endIn(bytes, from)) yield this.#chunk(end - from > 33554432 ? void 0 : bytes.subarray(from, end), end - from);
		if (from < bytes.length) this.#hold(bytes.subarray(from));
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
// src/dataset/scan/content-hash.ts
const CR = 13;
const LF = 10;
const HELD = Uint8Array.of(CR);
var ContentHash = class {
	#bytes = createHash("sha256");
	#content;
	#held = false;
	update(piece) {
		if (piece.length === 0) return;
		const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
		if (this.#content === void 0 && bytes.includes(CR)) this.#content = this.#bytes.copy();
		this.#bytes.update(piece);
		if (this.#content === void 0) return;
		if (this.#held && piece[0] !== LF) this.#content.update(HELD);
		this.#held = piece.at(-1) === CR;
		const end = this.#held ? piece.length - 1 : piece.length;
		let from = 0;
		for (let at = piece.indexOf(CR); at !== -1 && at < end; at = piece.indexOf(CR, at + 1)) {
			if (piece[at + 1] !== LF) continue;
			this.#content.update(piece.subarray(from, at));
			from = at + 1;
		}
		this.#content.update(piece.subarray(from, end));
	}
	digest() {
		if (this.#held) this.#content?.update(HELD);
		const sha256 = this.#bytes.digest("hex");
		return {
			sha256,
			contentSha256: this.#content?.digest("hex") ?? sha256
		};
	}
};
// src/dataset/scan/range-reader.ts
const BLOCK = 65536;
const KEPT = 64;
const HOT = 4;
const TURN = 1e3;
const NEWLINE = 10;
const RETURN = 13;
const lineIn = (bytes) => bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
var RangeReader = class {
	#readRange;
	#signal;
	#reads = 0;
	#blocks = [];
	constructor(readRange, signal) {
		this.#readRange = readRange;
		this.#signal = signal;
	}
	kept(path, offset) {
		this.#reads += 1;
		if (this.#reads >= TURN) return void 0;
		const block = this.#keptBlock(path, offset - offset % BLOCK);
		if (block === void 0) return void 0;
		const end = block.bytes.indexOf(NEWLINE, offset - block.begin);
		return end < 0 ? void 0 : lineIn(block.bytes.subarray(offset - block.begin, end));
	}
	areSameKept(one, other) {
		this.#reads += 1;
		if (this.#reads >= TURN) return void 0;
		const here = this.#keptBlock(one.path, one.offset - one.offset % BLOCK);
		const there = this.#keptBlock(other.path, other.offset - other.offset % BLOCK);
		if (here === void 0 || there === void 0) return void 0;
		const from = one.offset - here.begin;
		const end = here.bytes.indexOf(NEWLINE, from);
		const otherFrom = other.offset - there.begin;
		const otherEnd = otherFrom + end - from;
		if (end < 0 || otherEnd >= there.bytes.length) return void 0;
		if (there.bytes[otherEnd] !== NEWLINE) return void 0;
		return here.bytes.compare(there.bytes, otherFrom, otherEnd, from, end) === 0;
	}
	async line(path, offset) {
		this.#reads += 1;
		if (this.#reads >= TURN) {
			this.#reads = 0;
			await setImmediate();
		}
		this.#signal?.throwIfAborted();
		const parts = [];
		for (let at = offset; at - offset <= LONGEST;) {
			const begin = at - at % BLOCK;
			const { bytes } = await this.#block(path, begin);
			const end = bytes.indexOf(NEWLINE, at - begin);
			const part = bytes.subarray(at - begin, end < 0 ? void 0 : end);
			parts.push(part);
			at += part.length;
			if (end >= 0 || bytes.length < BLOCK) break;
		}
		return lineIn(parts.length === 1 ? parts[0] ?? Buffer.alloc(0) : Buffer.concat(parts));
	}
	async close() {
		this.#blocks = [];
		await this.#readRange.close?.();
	}
	#keptBlock(path, begin) {
		const blocks = this.#blocks;
		for (let at = blocks.length - 1; at >= 0; at -= 1) {
			const block = blocks[at];
			if (block?.begin !== begin || block.path !== path) continue;
			if (at < blocks.length - HOT) blocks.push(...blocks.splice(at, 1));
			return block;
		}
	}
	async #block(path, begin) {
		const kept = this.#keptBlock(path, begin);
		if (kept !== void 0) return kept;
		const { buffer, byteOffset, byteLength } = await this.#readRange(path, begin, BLOCK);
		const block = {
			path,
			begin,
			bytes: Buffer.from(buffer, byteOffset, byteLength)
		};
		this.#blocks.push(block);
		if (this.#blocks.length > KEPT) this.#blocks.shift();
		return block;
	}
};
// src/dataset/scan/read-buffers.ts
const SIZE = 2097152;
const COUNT = 4;
var ReadBuffers = class {
	#shared;
	#memory;
	returned = new Int32Array(new SharedArrayBuffer(4));
	#lent = 0;
	#until = new Int32Array(COUNT);
	#last = 3;
	constructor(shared) {
		this.#shared = shared;
	}
	get memory() {
		this.#memory ??= this.#shared ? new SharedArrayBuffer(COUNT * SIZE) : new ArrayBuffer(COUNT * SIZE);
		return this.#memory;
	}
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
		return bytes.buffer === this.#memory;
	}
	lend(bytes) {
		this.#lent += 1;
		this.#until[Math.floor(bytes.byteOffset / SIZE)] = this.#lent;
	}
};
// src/dataset/scan/check.ts
const WORTH_A_THREAD = 4e6;
const WORTH_WITHOUT_TOKENS = 15e7;
const WORTH_A_MESSAGE = 65536;
const MOST_PARTS = 32;
async function kindOf$1({ readRange }, { path, offset, bytes }) {
	const begins = offset === 0 && bytes !== void 0 && bytes.length >= 65536;
	const head = Buffer.from(begins ? bytes.subarray(0, HEAD_BYTES) : await readRange(path, 0, HEAD_BYTES));
	const kind = fileKind({
		bytes: head,
		whole: head.length < HEAD_BYTES
	});
	return kind === void 0 ? void 0 : {
		rule: kind.rule,
		detail: words`The file ${ours(kind.what)}.`,
		fix: kind.fix
	};
}
function mayLend(buffers, bytes) {
	return bytes.length > WORTH_A_MESSAGE && buffers.holds(bytes) && buffers.pending < 2;
}
async function examineAll(request, settings, assembly, onBytes) {
	const { paths, read, signal, entry } = request;
	const helped = entry !== void 0;
	const seen = helped ? new SharedArrayBuffer(SEEN_BYTES) : new ArrayBuffer(SEEN_BYTES);
	const own = await examinerOf(settings, seen, await loadRowKernel(settings));
	const buffers = new ReadBuffers(helped);
	const queue = [];
	const helper = entry === void 0 ? void 0 : (await import("./examiner-thread.js")).startHelper(entry, settings, buffers, seen);
	let path;
	try {
		for await (const chunk of chunksOf(paths, (name) => read(name, () => buffers.take()), onBytes)) {
			signal?.throwIfAborted();
			const { bytes, position, offset } = chunk;
			if (chunk.path !== path) {
				path = chunk.path;
				const kind = await kindOf$1(request, chunk);
				if (kind !== void 0) assembly.end(path, kind);
			}
			if (assembly.isEnded(path)) continue;
			const part = {
				path,
				offset,
				examined: void 0,
				waiting: void 0
			};
			queue.push(part);
			if (helper !== void 0 && bytes !== void 0 && mayLend(buffers, bytes)) {
				part.waiting = helper.examine({
					bytes,
					position
				}).then((examined) => {
					part.examined = examined;
					part.waiting = void 0;
				});
				part.waiting.catch(() => void 0);
			} else if (bytes !== void 0) part.examined = own.examine({
				bytes,
				position
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
function isWorthAThread(bytes, { countTokens, exactTokensUpTo }) {
	return (countTokens ? Math.min(bytes, exactTokensUpTo) : 0) > WORTH_A_THREAD || bytes > WORTH_WITHOUT_TOKENS;
}
function wholeOf({ role, usesOutputJson, hasResponseFormat, unknownReferences = [] }, assembly, bytes) {
	const { rows, imageRows, firstImage, format, ended } = assembly;
	return {
		role,
		rows,
		bytes,
		imageRows,
		firstImage,
		format,
		ended,
		unknownReferences,
		usesOutputJson: usesOutputJson === true,
		hasResponseFormat: hasResponseFormat === true
	};
}
async function checkDataset(request) {
	const { role, paths, method, rules: profile, model, countTokens, exactTokensUpTo, tokenizer } = request;
	const hash = new ContentHash();
	let bytes = 0;
	const counting = {
		model,
		countTokens,
		exactTokensUpTo,
		tokenizer
	};
	const settings = {
		method,
		profile,
		graderItems: request.graderItems ?? [],
		key: randomBytes(16),
		...counting
	};
	const counter = countTokens ? await RowCounter.for(model, exactTokensUpTo, profile.picturesAsText, tokenizer) : void 0;
	const problems = new Problems((rule) => severityOf(rule, profile, request.allowSecrets));
	const assembly = new Assembly(problems, counter);
	await examineAll(request, settings, assembly, (piece) => {
		request.signal?.throwIfAborted();
		hash.update(piece);
		bytes += piece.length;
	});
	const known = {
		rows: assembly.table,
		reader: new RangeReader(request.readRange, request.signal),
		method
	};
	try {
		await findRepeats(known, ({ rule, row, found }) => {
			if (!problems.keeps(rule)) return problems.addCounted(rule, 1);
			const place = row === void 0 ? void 0 : assembly.table.place(row);
			problems.add(found(), place?.path ?? paths[0] ?? "", place?.line);
		});
	} finally {
		await known.reader.close();
	}
	for (const found of faultsOf(FILE_RULES, wholeOf(request, assembly, bytes), settings)) problems.add(found, paths[0] ?? "", void 0);
	const dataset = {
		role,
		paths,
		format: assembly.format,
		rows: assembly.rows,
		bytes,
		...hash.digest(),
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
// src/dataset/sources.ts
const MAGIC = /[*?[\]{}!]/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_:-]{3,}$/;
async function once(input, paths, files, warn) {
	const first = new Map();
	for (const path of new Set(paths)) {
		const identity = await files.identity(path);
		const before = first.get(identity);
		if (before === void 0) first.set(identity, path);
		else warn(`Input ${input} names one file twice, as ${before} and as ${path}; it is taken once.`);
	}
	return [...first.values()];
}
async function sourceOf(input, lines, files, warn = () => void 0) {
	if (lines.length === 0) return void 0;
	const found = await Promise.all(lines.map((line) => resolve(input, line, files)));
	const ids = found.flatMap((source) => source.kind === "id" ? [source.id] : []);
	const paths = found.flatMap((source) => source.kind === "paths" ? source.paths : []);
	const [id] = ids;
	if (id === void 0) return {
		kind: "paths",
		paths: await once(input, paths, files, warn)
	};
	if (paths.length > 0) throw new ActionError(`Input ${input} mixes the path ${paths[0]} with the ID ${id}. Give paths and globs only, or one ID.`);
	if (ids.length > 1) throw new ActionError(`Input ${input} names ${ids.length} file IDs (${ids.slice(0, 3).join(", ")}); the API takes one file. Give one ID.`);
	return {
		kind: "id",
		id
	};
}
async function meant(line, files) {
	const slashed = line.replaceAll("\\", "/");
	if (slashed !== line) return `Paths are written with / on every system: ${slashed}${await files.exists(slashed) ? "" : " (which is not there either)"}.`;
	const parts = line.split(/[,;]\s*/).filter((part) => part !== "");
	if (parts.length > 1) return `Give one path a line: ${parts.join(" and ")} each on its own.`;
	const folder = line.replace(/[^/]*$/, "");
	const twin = (await files.glob(`${folder}*`)).find((other) => other !== line && other.toLowerCase() === line.toLowerCase());
	return twin === void 0 ? void 0 : `Did you mean ${twin}? Capital and small letters differ.`;
}
async function resolve(input, line, files) {
	if (await files.exists(line)) return {
		kind: "paths",
		paths: [line]
	};
	if (MAGIC.test(line)) {
		const paths = await files.glob(line);
		if (paths.length > 0) return {
			kind: "paths",
			paths
		};
		const advice = line.includes("\\") ? await meant(line, files) : "Check the pattern, and that the data is checked out.";
		throw new ActionError(`Input ${input}: no file matches the glob ${line}. ${advice}`);
	}
	if ((await files.glob(`${line.replace(/\/+$/, "")}/*`)).length > 0) throw new ActionError(`Input ${input}: ${line} is a folder. Give its files, for example ${line.replace(/\/+$/, "")}/*.jsonl.`);
	if (ID.test(line)) return {
		kind: "id",
		id: line
	};
	const advice = await meant(line, files);
	if (advice !== void 0) throw new ActionError(`Input ${input}: there is no file ${line}. ${advice}`);
	throw new ActionError(`Input ${input}: there is no file ${line}. Paths are relative to the workspace; check its spelling, and that actions/checkout ran before.`);
}
// src/job/fingerprint.ts
const VERSION = "fine-tune-action/1";
function withoutAuto(settings) {
	const { hyperparameters, ...rest } = settings;
	if (!isMap(hyperparameters)) return rest;
	const set = Object.entries(hyperparameters).filter(([, value]) => value !== "auto" && value !== null && value !== void 0);
	return set.length === 0 ? rest : {
		...rest,
		hyperparameters: Object.fromEntries(set)
	};
}
function canonicalMethod(asked) {
	const { method, hyperparameters } = asked;
	const type = methodName(method);
	const given = method === void 0 ? { hyperparameters } : method[type];
	const settings = withoutAuto(isMap(given) ? given : {});
	const others = Object.entries(method ?? {}).filter(([name]) => name !== "type" && name !== type);
	return {
		type,
		...Object.keys(settings).length === 0 ? {} : { [type]: settings },
		...Object.fromEntries(others)
	};
}
function fingerprintOf(asked, identity) {
	const parts = {
		version: VERSION,
		model: asked.model,
		method: canonicalMethod(asked),
		seed: asked.seed,
		suffix: asked.suffix,
		extra_body: asked.extra_body === void 0 || Object.keys(asked.extra_body).length === 0 ? void 0 : dropSecrets(asked.extra_body),
		training: identity.training,
		validation: identity.validation,
		scope: identity.scope
	};
	return createHash("sha256").update(canonicalJson(parts)).digest("hex");
}
function uploadName(path, sha256) {
	return `${(path.split(/[\\/]/).at(-1) ?? "").replace(/\.[^.]*$/, "").replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60) || "data"}.${sha256}.jsonl`;
}
function hashInName(filename) {
	return /\.([0-9a-f]{64})\.jsonl$/.exec(filename ?? "")?.[1];
}
function createdBy(origin) {
	const { repository, commit, run } = origin ?? {};
	const parts = [
		repository === void 0 ? "" : `repository ${repository}`,
		commit === void 0 ? "" : `commit ${commit.slice(0, 12)}`,
		run === void 0 ? "" : `run ${run}`
	].filter((part) => part !== "");
	return parts.length === 0 ? void 0 : parts.join(", ");
}
// src/job/verified-bytes.ts
async function* verifiedBytes(bytes, sha256) {
	const hash = createHash("sha256");
	let held;
	for await (const chunk of bytes) {
		hash.update(chunk);
		if (held !== void 0) yield held;
		held = chunk;
	}
	if (hash.digest("hex") !== sha256) throw new ActionError("A data file changed between its check and its upload; the upload was stopped. Run again when nothing writes to it.");
	if (held !== void 0) yield held;
}
// src/evaluation/templates.ts
const HOLE = /\{\{([^{}]*)\}\}/g;
const PATH = /^[^\s.[\]]+(?:\.[^\s.[\]]+|\[\d+\])*$/;
const SAMPLE_NAMES = [
	"output_text",
	"output_json",
	"output_tools",
	"choices"
];
const kindOf = (value) => value === null ? "null" : Array.isArray(value) ? "a list" : typeof value === "object" ? "a map" : `a ${typeof value}`;
function follow(value, steps, name) {
	let inner = value;
	let place = name;
	for (const [index, step] of steps.entries()) {
		const has = Array.isArray(inner) ? /^\d+$/.test(step) : typeof inner === "object" && inner !== null;
		if (!has || !Object.hasOwn(Object(inner), step)) return { missing: `${place} ${has ? `has no ${step}` : `is ${kindOf(inner)}`}` };
		inner = Reflect.get(Object(inner), step);
		place = steps.slice(0, index + 1).join(".");
	}
	return inner === null || inner === void 0 ? { missing: "it is null" } : { value: inner };
}
function parsed(text) {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return { missing: "the answer is not JSON" };
	}
}
const stepsOf = (path) => path.replaceAll("[", ".").replaceAll("]", "").split(".");
function find(path, sample, item) {
	const [root = "", name = "", ...rest] = stepsOf(path);
	if (root === "item" && name !== "") return {
		...follow(item, [name, ...rest], "the row"),
		fault: "row"
	};
	if (root !== "sample" || !SAMPLE_NAMES.includes(name)) return {
		missing: `there is only ${`item.NAME and ${SAMPLE_NAMES.map((one) => `sample.${one}`).join(", ")}`}`,
		fault: "row"
	};
	if (name !== "output_json") return {
		...follow(sample, [name, ...rest], "the answer"),
		fault: "answer"
	};
	const json = parsed(sample.output_text);
	return {
		..."missing" in json ? json : follow(json.value, rest, "the JSON of the answer"),
		fault: "answer"
	};
}
function fill(template, sample, item) {
	const remarks = [];
	let text = "";
	let from = 0;
	for (const match of template.matchAll(HOLE)) {
		const path = (match[1] ?? "").trim();
		const found = PATH.test(path) ? find(path, sample, item) : {
			missing: "that is no path",
			fault: "row"
		};
		if ("missing" in found) return {
			missing: `{{${path}}} cannot be filled: ${found.missing}.`,
			fault: found.fault
		};
		if (typeof found.value !== "string") remarks.push(`{{${path}}} is ${kindOf(found.value)}, not a text; it is read as JSON writes it, and a platform may print it otherwise.`);
		text += template.slice(from, match.index) + (typeof found.value === "string" ? found.value : JSON.stringify(found.value));
		from = match.index + match[0].length;
	}
	return {
		text: text + template.slice(from),
		remarks
	};
}
function referencesIn(template) {
	return [...template.matchAll(HOLE)].map((match) => (match[1] ?? "").trim()).filter((path) => PATH.test(path)).map(stepsOf);
}
// src/evaluation/grader-reads.ts
const OTHER_SAMPLE_NAMES = [
	"output_audio",
	"model",
	"usage",
	"finish_reason"
];
function textsOf(value) {
	if (typeof value === "string") return {
		templates: [value],
		sources: []
	};
	if (typeof value !== "object" || value === null) return {
		templates: [],
		sources: []
	};
	const isPython = isMap(value) && value.type === "python";
	const inner = Object.entries(value).map(([name, one]) => isPython && name === "source" && typeof one === "string" ? {
		templates: [],
		sources: [one]
	} : textsOf(one));
	return {
		templates: inner.flatMap(({ templates }) => templates),
		sources: inner.flatMap(({ sources }) => sources)
	};
}
const KEY = String.raw`"[^"\\\n]*"|'[^'\\\n]*'`;
const SUBSCRIPT = String.raw`\[\s*(?:${KEY}|\d+)\s*\]`;
const GET = String.raw`\.get\(\s*(?:${KEY})\s*\)`;
const STEP = new RegExp(`${SUBSCRIPT}|${GET}`, "g");
const ASKED = /["']([^"'\n]*)["']\s+(?:not\s+)?in\s+(\w+)/g;
const uncommented = (source) => source.replaceAll(/^[ \t]*#.*$/gm, "");
const itemName = (source) => /def\s+grade\s*\(\s*\w+[^,)]*,\s*(\w+)/.exec(source)?.[1] ?? "item";
function pythonReads(given) {
	const source = uncommented(given);
	const name = itemName(source);
	const askedFor = new Set([...source.matchAll(ASKED)].flatMap(([, key = "", held]) => held === name ? [key] : []));
	const catches = /\bexcept\b/.test(source);
	const reads = [];
	for (const match of source.matchAll(new RegExp(`(?<![\\w.])${name}((?:\\s*(?:${SUBSCRIPT}|${GET}))+)`, "g"))) {
		const steps = (match[1] ?? "").match(STEP) ?? [];
		const firstGet = steps.findIndex((step) => step.startsWith("."));
		const path = (firstGet < 0 ? steps : steps.slice(0, firstGet + 1)).map((step) => /["'](.*)["']|(\d+)/.exec(step)).map((found) => found?.[1] ?? found?.[2] ?? "");
		const after = match.index + match[0].length;
		const goesOn = /^\s*or\b/.test(source.slice(after, after + 20));
		if (askedFor.has(path[0] ?? "") || goesOn) continue;
		const optional = firstGet >= 0 || catches;
		reads.push(optional ? {
			path,
			optional
		} : { path });
	}
	return reads;
}
function itemReads(grader) {
	const { templates, sources } = textsOf(grader);
	const all = [...templates.flatMap(referencesIn).filter(([root, name]) => root === "item" && name !== void 0).map(([, ...path]) => ({
		path,
		printed: true
	})), ...sources.flatMap(pythonReads)];
	return [...new Map(all.map((read) => [JSON.stringify(read), read])).values()];
}
function unknownReferences(grader) {
	const known = new Set([...SAMPLE_NAMES, ...OTHER_SAMPLE_NAMES]);
	const isUnknown = ([root, name]) => root === "sample" ? name !== void 0 && !known.has(name) : root !== "item";
	const { templates } = textsOf(grader);
	return [...new Set(templates.flatMap(referencesIn).filter(isUnknown).map((steps) => steps.join(".")))];
}
function readsOutputJson(grader) {
	const { templates, sources } = textsOf(grader);
	return templates.flatMap(referencesIn).some(([root, name]) => root === "sample" && name === "output_json") || sources.some((source) => /\bsample\s*(?:\[\s*["']output_json["']\s*\]|\.get\(\s*["']output_json["'])/.test(source));
}
// src/memory.ts
async function collectSooner() {
	const { setFlagsFromString } = await import("node:v8");
	setFlagsFromString("--semi-space-growth-factor=1");
	setFlagsFromString("--heap-growing-percent=50");
}
// src/models/family.ts
function baseOf(model) {
	const name = model.trim();
	const [, tuned] = /^ft:([^:]+)/.exec(name) ?? [];
	if (tuned !== void 0) return tuned;
	return /^(.+?)\.ft-[0-9a-f]/i.exec(name)?.[1] ?? /^([^:]+):ft-/.exec(name)?.[1] ?? name;
}
function familyOf(families, model) {
	const base = baseOf(model).toLowerCase();
	return families.find((family) => family.base.test(base));
}
// src/models/takes.ts
function takesOf(model, known) {
	const family = known === void 0 ? void 0 : familyOf(known.families, model);
	if (known === void 0 || family === void 0) return void 0;
	const { title, certain, families } = known;
	const seeing = families.filter(({ pictures }) => pictures === true).map(({ name }) => name);
	return {
		name: family.name,
		title,
		formats: family.formats,
		pictures: family.pictures,
		seeing,
		certain
	};
}
// src/stages/check-data.ts
const MUCH = 4e6;
async function checkData(world, role, paths, countTokens = true) {
	const { inputs, connection, files, runner } = world;
	const bytes = (await Promise.all(paths.map((path) => files.size(path)))).reduce((sum, size) => sum + size, 0);
	if (bytes > MUCH) await collectSooner();
	const asked = role === "evaluation_file";
	const reinforcement = inputs.method?.type === "reinforcement" && !asked ? inputs.method.reinforcement : void 0;
	const { data } = connection.profile;
	let done = 0;
	const watched = async function* (pieces) {
		for await (const piece of pieces) {
			yield piece;
			done += piece.length;
			runner.progress?.("Checking", done, bytes);
		}
	};
	const counting = {
		countTokens,
		exactTokensUpTo: inputs.exact_tokens_up_to_mb * 1e6
	};
	return checkDataset({
		role,
		paths,
		method: asked ? "supervised" : inputs.method?.type ?? "supervised",
		model: inputs.model ?? "",
		read: (path, take) => watched(files.scan(path, take)),
		readRange: files.ranges(),
		entry: availableParallelism() > 1 && isWorthAThread(bytes, counting) ? world.entry : void 0,
		rules: {
			...asked ? forAsking(data, inputs.min_rows) : data,
			model: takesOf(inputs.model ?? "", await connection.profile.models?.())
		},
		allowSecrets: inputs.allow_secrets,
		...counting,
		tokenizer: await givenTokenizer(world),
		graderItems: itemReads(reinforcement?.grader),
		unknownReferences: unknownReferences(reinforcement?.grader),
		usesOutputJson: readsOutputJson(reinforcement?.grader),
		hasResponseFormat: reinforcement?.response_format !== void 0,
		signal: world.signal
	}).catch(asCancelled(world));
}
function forAsking({ textRows: _, takesTurns: __, systemFirst: ___, severities: ____, ...data }, minimumRows) {
	return {
		...data,
		minimumRows
	};
}
async function givenTokenizer({ inputs: { tokenizer: path }, files }) {
	return path === void 0 ? void 0 : {
		path,
		json: await files.readText(path)
	};
}
function asCancelled({ signal }) {
	return (error) => {
		if (!signal.aborted) throw error;
		throw new AbortedError("The run was cancelled while the data was being checked; nothing was sent.");
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
// src/providers/prices.ts
const DAY$1 = 864e5;
const FRESH_DAYS = 180;
const UNKNOWN = {
	perMillion: void 0,
	why: "no price is known for this model (price_per_million_tokens gives one)",
	fix: "Give price_per_million_tokens."
};
const HOURLY = {
	perMillion: void 0,
	why: "this model is priced by the hour of training, so tokens do not say its cost",
	fix: "Take max_cost_usd out; timeout_minutes with on_timeout: cancel limits the hours."
};
const asGiven = (perMillion) => ({
	perMillion,
	basis: `US$ ${perMillion} a million tokens, as given`
});
const entryFor = ({ prices }, model) => prices.find((price) => price.model.test(baseOf$1(model)));
function priceOf$1({ perMillion, source, date }, now) {
	if (perMillion === void 0) return HOURLY;
	const basis = `US$ ${perMillion} a million tokens by ${source}, ${date}`;
	const days = Math.floor((now - Date.parse(date)) / DAY$1);
	return days > FRESH_DAYS ? {
		perMillion,
		basis: `${basis}, an old price of ${days} days ago`,
		old: true
	} : {
		perMillion,
		basis
	};
}
function trainingPrice(profile, model, given, now) {
	if (profile.free !== void 0) return {
		perMillion: 0,
		basis: profile.free
	};
	if (given !== void 0) return asGiven(given);
	const entry = entryFor(profile, model);
	return entry === void 0 ? UNKNOWN : priceOf$1(entry, now);
}
function homePrice({ free }, model, given, now, platforms) {
	if (free === void 0) return void 0;
	const home = platforms.find(({ profile }) => entryFor(profile, model) !== void 0)?.profile;
	const title = home?.title ?? "the real platform";
	if (given !== void 0) return {
		title,
		...asGiven(given)
	};
	const price = home === void 0 ? UNKNOWN : trainingPrice(home, model, void 0, now);
	return price.perMillion === void 0 ? void 0 : {
		title,
		perMillion: price.perMillion,
		basis: price.basis
	};
}
// src/stages/estimate.ts
function askedEpochs({ inputs }) {
	const { method, hyperparameters, extra_body } = inputs;
	const epochs = hyperparametersOf(merged({
		method,
		hyperparameters
	}, extra_body))?.n_epochs;
	return typeof epochs === "number" ? epochs : void 0;
}
function billingOf({ inputs, connection }, { rows }) {
	const { billing } = connection.profile;
	if (billing !== void 0) return billing({
		...inputs,
		hasValidation: inputs.validation_file.length > 0
	});
	const asked = askedEpochs({ inputs });
	return {
		epochs: asked ?? defaultEpochs(rows),
		epochsAsked: asked !== void 0,
		looks: 0
	};
}
function priceFor({ inputs, connection, started }, model, method) {
	const given = inputs.price_per_million_tokens;
	const price = trainingPrice(connection.profile, model, given, started);
	const more = connection.profile.surcharge?.({
		...inputs,
		method
	});
	if (price.perMillion === void 0 || given !== void 0 || more === void 0) return price;
	const basis = `${price.basis}, ${more.times} times for ${more.why}`;
	return {
		...price,
		perMillion: price.perMillion * more.times,
		basis
	};
}
function costAt(perMillion, { tokens, low, high }) {
	return {
		usd: costOf(tokens, perMillion),
		low: costOf(low, perMillion),
		high: costOf(high, perMillion)
	};
}
function uncounted({ rowTokens, looks }, validation) {
	if (typeof rowTokens === "string") return `each row is billed as ${rowTokens}`;
	if (looks === 0 || validation?.tokens !== void 0) return void 0;
	return "the validation data is billed too, and the tokens of a file ID cannot be counted";
}
function billedTokens({ tokens, rows }, { rowTokens }) {
	if (tokens === void 0 || typeof rowTokens !== "number") return tokens;
	const all = rows * rowTokens;
	return {
		kind: "estimated",
		tokens: all,
		low: all,
		high: all,
		basis: `${rowTokens} for each row, whatever it holds`
	};
}
function paidFor(trained, validation, billing) {
	const looked = validation === void 0 ? void 0 : billedTokens(validation, billing);
	if (looked === void 0 || billing.looks === 0) return trained;
	const { tokens, low, high, unpriced } = timesEpochs(looked, billing.looks);
	const sum = {
		...trained,
		tokens: trained.tokens + tokens,
		low: trained.low + low,
		high: trained.high + high
	};
	return unpriced === void 0 ? sum : {
		...sum,
		unpriced
	};
}
function estimateOf(pricing, training, validation) {
	const { inputs, connection, started } = pricing;
	const billing = billingOf(pricing, training);
	const counted = billedTokens(training, billing);
	if (counted === void 0) return void 0;
	const { epochs, epochsAsked, looks } = billing;
	const tokens = timesEpochs(counted, epochs);
	const paid = paidFor(tokens, validation, billing);
	const asking = [
		connection.profile,
		inputs.model ?? "",
		inputs.price_per_million_tokens,
		started
	];
	const price = priceFor(pricing, inputs.model ?? "", inputs.method);
	const home = homePrice(...asking, PLATFORMS);
	const known = {
		epochs,
		epochsAsked,
		tokens,
		...looks === 0 || validation?.tokens === void 0 ? {} : { looks: {
			times: looks,
			tokens: paid.tokens - tokens.tokens
		} },
		...home === void 0 ? {} : { elsewhere: {
			title: home.title,
			basis: home.basis,
			...costAt(home.perMillion, paid)
		} }
	};
	const unknown = uncounted(billing, validation);
	if (unknown !== void 0) return {
		...known,
		cost: void 0,
		withoutCost: unknown,
		toCost: "Take max_cost_usd out."
	};
	if (price.perMillion === void 0) return {
		...known,
		cost: void 0,
		withoutCost: paid.unpriced ?? price.why,
		toCost: price.fix
	};
	const cost = costAt(price.perMillion, paid);
	if (paid.unpriced !== void 0) return {
		...known,
		cost: void 0,
		withoutCost: paid.unpriced,
		atMost: {
			usd: cost.high,
			basis: price.basis
		}
	};
	const { basis, old } = price;
	return {
		...known,
		cost: {
			...cost,
			basis,
			...old ? { old } : {}
		},
		withoutCost: void 0
	};
}
function priceOf(pricing, model, method = pricing.inputs.method) {
	const price = priceFor(pricing, model, method);
	return price.perMillion === void 0 ? void 0 : {
		perMillion: price.perMillion,
		basis: price.basis
	};
}
// src/stages/prepare-data.ts
async function findSources(world) {
	const { inputs, files } = world;
	const say = (text) => warn(world, text);
	const training = await sourceOf("training_file", inputs.training_file, files, say);
	const validation = await sourceOf("validation_file", inputs.validation_file, files, say);
	if (training === void 0) throw new ActionError("Input training_file is missing.");
	return {
		training,
		validation
	};
}
async function prepareData(world, sources) {
	const training = await prepareFile(world, "training_file", sources.training);
	const validation = sources.validation === void 0 ? void 0 : await prepareFile(world, "validation_file", sources.validation);
	return {
		training: training.file,
		validation: validation?.file,
		datasets: await withOverlap(training.checked, validation?.checked).catch(asCancelled(world)),
		estimate: training.checked === void 0 ? void 0 : estimateOf(world, training.checked.dataset, validation?.checked?.dataset),
		price: priceOf(world, world.inputs.model ?? "")
	};
}
async function prepareFile(world, role, source) {
	if (source.kind === "id") return {
		file: source,
		checked: void 0
	};
	const checked = await checkData(world, role, source.paths);
	return {
		file: uploadOf(world.files, checked.dataset),
		checked
	};
}
function uploadOf(files, { paths, bytes, rows, sha256, contentSha256 }) {
	const open = () => verifiedBytes(joinedBytes(paths, (path) => files.read(path)), sha256);
	return {
		kind: "upload",
		upload: {
			filename: uploadName(paths[0] ?? "", sha256),
			bytes,
			rows,
			sha256,
			open
		},
		contentSha256
	};
}
async function withOverlap(training, validation) {
	if (validation === void 0) return training === void 0 ? [] : [training.dataset];
	if (training === void 0) return [validation.dataset];
	const fault = formatFault(training.dataset, validation.dataset);
	if (fault !== void 0) return [training.dataset, withProblem(validation.dataset, fault)];
	const shared = await overlap(training, validation);
	const { dataset } = validation;
	const counts = [...dataset.counts, ...overlapCounts(shared)];
	return [training.dataset, {
		...dataset,
		problems: [...dataset.problems, ...shared],
		counts
	}];
}
function withProblem(dataset, problem) {
	const { rule, severity } = problem;
	return {
		...dataset,
		problems: [...dataset.problems, problem],
		counts: [...dataset.counts, {
			rule,
			severity,
			count: 1
		}]
	};
}
// src/report/annotations.ts
const MOST = 9;
const LONGEST_PATH = 200;
const cut = (text) => text.length > 930 ? `${text.slice(0, 929)}…` : text;
function annotations(datasets, showRows) {
	const totals = new Map();
	for (const { rule, count } of datasets.flatMap(({ counts }) => counts)) totals.set(rule, (totals.get(rule) ?? 0) + count);
	const seen = new Map();
	const said = new Set();
	const ranked = datasets.flatMap(({ problems }) => problems).flatMap((problem) => {
		const text = cut(textOf(problem.message, showRows));
		if (said.has(`${problem.rule} ${text}`)) return [];
		said.add(`${problem.rule} ${text}`);
		const turn = seen.get(problem.rule) ?? 0;
		seen.set(problem.rule, turn + 1);
		return [{
			problem,
			text,
			turn,
			total: totals.get(problem.rule) ?? 1
		}];
	});
	const severity = ({ problem }) => problem.severity === "error" ? 0 : 1;
	return ranked.sort((left, right) => severity(left) - severity(right) || left.turn - right.turn || right.total - left.total).slice(0, MOST).map(({ problem: { rule, severity: level, path, line, column }, text, turn, total }) => {
		const more = turn === 0 && total > 1 ? `; ${total - 1} more like it` : "";
		const place = `${inertLine(path, LONGEST_PATH)}${line === void 0 ? "" : `:${line}`}: `;
		return {
			rule,
			severity: level,
			message: `${cut(`${place}${text}`)} (${rule}${more})`,
			path,
			line: line ?? 1,
			column
		};
	});
}
// src/stages/repository-path.ts
function repositoryPath(line, workspace, root = workspace) {
	const relative = path.relative(root, path.resolve(workspace, line));
	return relative === "" || relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative) ? void 0 : relative.split(path.sep).join("/");
}
async function checkoutOf({ files, runner }, file) {
	const { workspace } = runner.context;
	let folder = path.dirname(path.resolve(workspace, file));
	while (repositoryPath(folder, workspace) !== void 0) {
		if (await files.exists(path.join(folder, ".git", "HEAD"))) return folder;
		folder = path.dirname(folder);
	}
	return workspace;
}
async function repositoryPaths(world, datasets) {
	const { workspace } = world.runner.context;
	const roots = new Map();
	const found = await Promise.all([...new Set(datasets.flatMap(({ paths }) => paths))].map(async (file) => {
		const folder = path.dirname(file);
		const root = roots.get(folder) ?? checkoutOf(world, file);
		roots.set(folder, root);
		return [file, repositoryPath(file, workspace, await root)];
	}));
	return new Map(found.flatMap(([file, place]) => place === void 0 ? [] : [[file, place]]));
}
// src/stages/report-data.ts
async function reportData(world, { datasets, estimate, price }) {
	const { record, runner, inputs } = world;
	const places = await repositoryPaths(world, datasets);
	record.note({
		kind: "data",
		datasets,
		estimate,
		price,
		repositoryPaths: places
	});
	for (const dataset of datasets) runner.info(datasetLine(dataset));
	if (estimate !== void 0) runner.info(estimateLine(estimate));
	for (const { rule, severity, message, path, line, column } of annotations(datasets, maySeeRows(inputs, runner.context))) {
		const place = {
			file: places.get(path),
			line,
			column
		};
		if (severity === "error" || inputs.strict && !isHarmless(rule)) runner.error(message, place);
		else runner.warning(message, place);
	}
}
// src/stages/accept-data.ts
async function acceptData(world, offline = false) {
	const { inputs, connection } = world;
	await acceptRequest(world);
	const sources = await findSources(world);
	const readable = offlineVerdict(offline ? [sources.training, sources.validation] : []);
	if (!readable.passes) throw new ActionError(textOf(readable.reason, true));
	const data = await prepareData(world, sources);
	await reportData(world, data);
	enforce(dataVerdict(data.datasets, inputs), capacityVerdict(data.estimate, connection.profile), budgetVerdict(data.estimate, inputs, connection.profile));
	return data;
}
// src/models/standing.ts
const DAY = 864e5;
const SOON_DAYS = 90;
function daysUntil(date, now) {
	const time = /^\d{4}-\d{2}-\d{2}/.test(date ?? "") ? Date.parse((date ?? "").slice(0, 10)) : NaN;
	return Number.isNaN(time) ? void 0 : Math.floor((time - now) / DAY);
}
const inDays = (days) => `in ${days} day${days === 1 ? "" : "s"}`;
function lifeOf({ model, now, minimumDays }, date) {
	const days = daysUntil(date, now);
	if (days === void 0) return void 0;
	const when = days < 0 ? `was shut down on ${date}` : `is shut down on ${date}, ${inDays(days)}`;
	const base = `The base model ${baseOf(model)} ${when}`;
	if (days < minimumDays) return {
		severity: "error",
		message: `${base}, and min_model_days is ${minimumDays}; nothing was uploaded. Choose a model that lives longer.`
	};
	return days < SOON_DAYS ? {
		severity: "warning",
		message: `${base}; models trained from it may go with it.`
	} : void 0;
}
const list = (names) => names.join(" and ");
function methodFault({ model, method }, { title, families }) {
	const family = familyOf(families, model);
	if (family === void 0 || family.methods.includes(method)) return void 0;
	const others = families.filter(({ methods, ends }) => methods.includes(method) && ends === void 0).map(({ name }) => name);
	const fix = family.methods.length === 0 ? "Choose another model." : `Write ${family.methods.map((name) => `method: ${name}`).join(" or ")}, or choose another model${others.length === 0 ? "" : `, such as ${others.slice(0, 3).join(", ")}`}.`;
	const offered = family.methods.length === 0 ? "it is not trained at all" : `it is trained by ${list(family.methods)}`;
	return {
		severity: "error",
		message: `${title} does not train ${baseOf(model)} by ${method}; ${offered}. ${fix}`
	};
}
function closingsOf({ now }, { title, closings }) {
	const said = closings.flatMap(({ from, what, forAll }) => {
		const days = daysUntil(from.length === 7 ? `${from}-01` : from, now) ?? Number.POSITIVE_INFINITY;
		if (days < 0) return forAll ? [{
			severity: "error",
			message: `Since ${from} ${title} ${what}; nothing was uploaded. Train on another platform.`
		}] : [{
			severity: "notice",
			message: `Since ${from} ${title} ${what}.`
		}];
		return days < SOON_DAYS ? [{
			severity: "warning",
			message: `From ${from} (${inDays(days)}) ${title} ${what}.`
		}] : [];
	});
	const closed = said.filter(({ severity }) => severity === "error");
	return closed.length > 0 ? closed : said;
}
// src/stages/model-standing.ts
const isOwnHost = ({ connection: { profile, baseUrl } }) => baseUrl === "" || URL.canParse(baseUrl) && profile.hosts.test(new URL(baseUrl).hostname);
const isChosen = ({ inputs }) => inputs.operation !== "validate" || inputs.provider !== "auto" || inputs.base_url !== void 0;
async function checkStanding(world, told) {
	const { inputs, connection, clock, runner } = world;
	if (inputs.model === void 0) return;
	const known = await connection.profile.models?.();
	if (known?.certain !== true) return;
	const asked = {
		model: inputs.model,
		method: inputs.method?.type ?? "supervised",
		now: clock.now(),
		minimumDays: inputs.min_model_days
	};
	const ends = told === void 0 ? familyOf(known.families, inputs.model)?.ends : void 0;
	const days = isOwnHost(world) ? [lifeOf(asked, ends), ...closingsOf(asked, known)] : [];
	const said = [methodFault(asked, known), ...days.map((one) => one?.severity === "error" && !isChosen(world) ? {
		...one,
		severity: "warning"
	} : one)].filter((one) => one !== void 0);
	const refused = said.find(({ severity }) => severity === "error");
	if (refused !== void 0) throw new ActionError(refused.message);
	for (const { severity, message } of said) if (severity === "warning") warn(world, message);
	else runner.notice(message);
}
// src/operations/validate.ts
async function validate(step) {
	await acceptData(step, true);
	await checkStanding(step);
	step.record.note({
		kind: "ending",
		ending: "valid"
	});
	step.runner.info("The data passes.");
}
export { jsonSize as $, rereadRow as A, holdsTooMuch as B, chunksOf as C, overlap as D, isOfBoth as E, numberFrom as F, kernelOf as G, textsOfLine as H, oneOf as I, loadModule as J, exported as K, suffixFor as L, enforce as M, ABOVE_ZERO as N, overlapCounts as O, TRUE_OR_FALSE as P, lessonOf as Q, examinerOf as R, checkDataset as S, PAIR_RULES as T, RowCounter as U, isSpace as V, countBy as W, modelFacts as X, memory as Y, formatFor as Z, fill as _, reportData as a, hashInName as b, estimateOf as c, checkData as d, givenTokenizer as f, unknownReferences as g, readsOutputJson as h, acceptData as i, dataVerdict as j, canonicalJson as k, priceOf as l, itemReads as m, checkStanding as n, checkoutOf as o, collectSooner as p, exportsOf as q, lifeOf as r, repositoryPath as s, validate as t, defaultEpochs as u, createdBy as v, joinedBytes as w, sourceOf as x, fingerprintOf as y, loadRowKernel as z };
