import { B as parse, V as safeParse, f as looseObject, w as string } from "./schemas.js";
import { a as TALK_RULES, d as parallel_tool_calls, h as talkOf, i as COMPLETION_RULES, l as functions, m as CHAT_RULES, n as REINFORCEMENT_RULES, o as WRITTEN_RULES, p as tools, r as PREFERENCE_RULES, t as TEXT_ROW_RULES, u as messages } from "./text-row.js";
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
const FAMILIES = [
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
const UNKNOWN = {
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
	const rule = FAMILIES.find(([name]) => name.test(base))?.[1];
	if (rule !== void 0) return {
		known: true,
		count: (url, detail) => byTiles(rule, url, detail)
	};
	return {
		known: false,
		count: (url, detail) => ({
			...UNKNOWN,
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
const DEEPEST = 32;
const DESCRIBED = 1;
function isSchema(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function listOf(value) {
	return Array.isArray(value) ? value : void 0;
}
const union = (types) => types.join(" | ");
function comment(description) {
	return typeof description === "string" && description !== "" ? description.split("\n").map((line) => `// ${line}`) : [];
}
function properties(schema, depth, detail) {
	const required = new Set(listOf(schema.required) ?? []);
	return (isSchema(schema.properties) ? Object.entries(schema.properties) : []).flatMap(([name, property]) => {
		const described = isSchema(property) && (depth <= DESCRIBED || detail.everyDescription);
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
	if (!isSchema(schema) || depth > DEEPEST) return "any";
	const values = listOf(schema.enum) ?? ("const" in schema ? [schema.const] : void 0);
	if (values !== void 0 && values.length > 0) return union(values.map((value) => JSON.stringify(value)));
	const choices = listOf(schema.anyOf) ?? listOf(schema.oneOf) ?? listOf(schema.allOf);
	if (choices !== void 0 && choices.length > 0) return union(choices.map((choice) => typeOf(choice, depth + 1, detail)));
	const types = listOf(schema.type) ?? [schema.type ?? (isSchema(schema.properties) ? "object" : void 0)];
	return union(types.map((type) => named(type, schema, depth, detail)));
}
function declaration(definition, detail) {
	const { name, description, parameters } = isSchema(definition) ? definition : {};
	const lines = isSchema(parameters) ? properties(parameters, 1, detail) : [];
	const taken = lines.length === 0 ? "() => any" : [
		"(_: {",
		...lines,
		"}) => any"
	].join("\n");
	return [...comment(description), `type ${String(name)} = ${taken}`].join("\n");
}
const AROUND = ["namespace functions", ";\n\n} // namespace functions"];
function declarationPart(definition, first, detail = { everyDescription: false }) {
	return `${first ? " {" : ";"}\n\n${declaration(definition, detail)}`;
}
// src/dataset/tokens/tool-tokens.ts
const TOOLS_MARGIN = .05;
const LONGEST = 65536;
const REMEMBERED = 1 << 21;
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
		this.#around = AROUND.reduce((sum, text) => sum + count(text), 0);
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
		if (key.length > LONGEST) return counted;
		if (this.#size > REMEMBERED) {
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
function keysOf(value) {
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
function answered(all, { tools: given, functions: old }) {
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
	return (role === "user" || role === "assistant" || role === "system") && typeof content === "string" && keysOf(value) === 2;
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
	saidBy: (row) => isAnswer(row.messages.at(-1)) ? answered(row.messages, row) : unansweredBy(row),
	saidByAny(value) {
		if (!Array.isArray(value.messages)) return void 0;
		const all = value.messages;
		return isAnswer(all.at(-1)) ? answered(all, value) : unansweredByAny(all, value);
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
const SIZE = 29;
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
		size: SIZE + value.prompt.length + value.completion.length
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
export { meantFormat as a, saidBy as c, bitOf as d, estimatedParts as f, lessonOf as i, keysOf as l, faultsOf as m, figuresOf as n, plainIn as o, pictureRule as p, formatFor as r, rowTokens as s, FORMAT_NAMES as t, ToolTokens as u };
