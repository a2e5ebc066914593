import { i as ours, o as words } from "./words.js";
import { D as union, M as _minLength, N as _regex, O as unknown, S as refine, T as transform, _ as optional, a as boolean, d as literal, f as looseObject, i as array, j as _maxLength, m as nullish, n as _enum, w as string, y as pipe } from "./schemas.js";
import { t as masked } from "./credentials.js";
// src/dataset/quote.ts
const QUOTED = 60;
const REACH = 8e3;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
function quote(text) {
	const safe = masked(text.slice(0, REACH));
	return { quote: `"${(safe.length > QUOTED ? `${safe.slice(0, QUOTED)}…` : safe).replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}"` };
}
const quoteKey = (key) => ({
	...quote(key),
	key: true
});
const quoteValue = (value) => ({ quote: String(value) });
// src/dataset/rules/examples.ts
const user = {
	role: "user",
	content: "Tell me."
};
const assistant = {
	role: "assistant",
	content: "All right."
};
const row = (...messages) => JSON.stringify({ messages });
const line = (value) => JSON.stringify(value);
const written = (answer) => `{"messages":[${line(user)},{"role":"assistant","content":"${answer}"}]}`;
const fine = row(user, assistant);
const other = row({
	role: "user",
	content: "And then?"
}, {
	role: "assistant",
	content: "Nothing more."
});
const call = (id, args = "{}", name = "get") => ({
	id,
	type: "function",
	function: {
		name,
		arguments: args
	}
});
const tools$1 = [{
	type: "function",
	function: {
		name: "get",
		parameters: {}
	}
}];
const image = (url, detail) => ({
	type: "image_url",
	image_url: {
		url,
		detail
	}
});
const asks = (...content) => row({
	role: "user",
	content
}, assistant);
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";
const WEBP = "UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAEAcQERGIiP4HAA==";
const DRAWN = [
	"q7Rk",
	"Zp2x",
	"VbN8",
	"sLd4",
	"TgYw",
	"9MfJ",
	"hC3u",
	"Xe6K",
	"aWzB",
	"r5Qt",
	"Hn1v",
	"Pj8D"
].join("");
const completion = {
	prompt: "Count to 1:",
	completion: "0 1"
};
const preference = (number) => ({
	input: { messages: [{
		role: "user",
		content: `Is ${number} even?`
	}] },
	preferred_output: [{
		role: "assistant",
		content: `${number} is ${number % 2 === 0 ? "even" : "odd"}.`
	}],
	non_preferred_output: [{
		role: "assistant",
		content: `Who knows about ${number}?`
	}]
});
const reinforcement$3 = (number) => ({
	messages: [{
		role: "user",
		content: `Say ${number}.`
	}],
	answer: String(number)
});
const lines = (count, build) => `${Array.from({ length: count }, (_, index) => build(index + 1)).join("\n")}\n`;
// src/dataset/rules/rule.ts
const example = (content, settings, finds) => ({
	content,
	settings,
	finds
});
function rule(made) {
	return made;
}
const SFT = "https://developers.openai.com/api/docs/guides/supervised-fine-tuning";
const BEST = "https://developers.openai.com/api/docs/guides/fine-tuning-best-practices";
const DPO = "https://developers.openai.com/api/docs/guides/direct-preference-optimization";
const RFT = "https://developers.openai.com/api/docs/guides/reinforcement-fine-tuning";
const VISION = "https://developers.openai.com/api/docs/guides/vision-fine-tuning";
const BEDROCK = "https://docs.aws.amazon.com/bedrock/latest/userguide/rft-prepare-data-open-weight.html";
const AZURE = "https://learn.microsoft.com/azure/ai-foundry/openai/quotas-limits";
const TOGETHER = "https://github.com/togethercomputer/together-typescript/blob/main/src/lib/check-file.ts";
const FIREWORKS = "https://docs.fireworks.ai/fine-tuning/fine-tuning-models";
const COOKBOOK = "https://github.com/openai/openai-cookbook/blob/main/examples/Chat_finetuning_data_prep.ipynb";
const RFC = "https://www.rfc-editor.org/rfc/rfc8259";
const PRACTICE = "practice";
// src/dataset/rules/tool-order.ts
function* breaksIn(before, messages) {
	const open = new Set();
	const answered = new Set();
	const left = new Set();
	for (const [at, message] of [...before, ...messages].entries()) for (const found of stepOf(message, {
		open,
		answered,
		left
	})) if (at >= before.length) yield {
		...found,
		index: at - before.length
	};
}
function* stepOf(message, { open, answered, left }) {
	if (message.role === "tool") {
		const id = message.tool_call_id ?? void 0;
		const [expected] = open;
		if (id !== void 0 && (open.delete(id) || left.delete(id))) answered.add(id);
		else if (id !== void 0 && answered.has(id)) yield {
			kind: "answered-twice",
			id,
			open: []
		};
		else {
			yield {
				kind: "unasked",
				id,
				open: [...open]
			};
			if (expected !== void 0) open.delete(expected);
		}
		return;
	}
	const [waiting] = open;
	if (waiting !== void 0) {
		yield {
			kind: "unanswered",
			id: waiting,
			open: [...open]
		};
		for (const id of open) left.add(id);
		open.clear();
	}
	for (const { id } of message.tool_calls ?? []) {
		if (open.has(id)) yield {
			kind: "same-id",
			id,
			open: []
		};
		open.add(id);
		answered.delete(id);
	}
}
function* functionBreaksIn(before, messages) {
	let called;
	for (const [at, { role, name, function_call }] of [...before, ...messages].entries()) {
		const answers = role === "function";
		if ((answers || called !== void 0) && (!answers || called === void 0 || name !== called) && at >= before.length) yield {
			index: at - before.length,
			called
		};
		called = function_call?.name;
	}
}
// src/dataset/rules/talk.ts
const EMBEDDED = /^data:image\/(?<type>jpe?g|png|webp);base64,/i;
function embeddedIn(url) {
	const type = EMBEDDED.exec(url.slice(0, 40))?.groups?.type?.toLowerCase();
	if (type === void 0) return void 0;
	const data = url.slice(url.indexOf(",") + 1);
	return {
		type,
		data,
		size: Math.floor(data.length * 3 / 4)
	};
}
function imageOf(placed) {
	const given = placed.part.image_url;
	const held = typeof given === "object" && given !== null;
	const url = held ? Reflect.get(given, "url") : void 0;
	const detail = held ? Reflect.get(given, "detail") : void 0;
	return typeof url === "string" ? {
		...placed,
		url,
		detail,
		embedded: embeddedIn(url)
	} : {
		...placed,
		url: void 0,
		detail,
		embedded: void 0
	};
}
function* callsOf({ tool_calls, function_call }, index) {
	for (const [at, { id, function: called }] of (tool_calls ?? []).entries()) yield {
		index,
		id,
		name: called.name,
		args: called.arguments,
		at: `tool_calls[${at}].function`
	};
	if (function_call != null) yield {
		index,
		id: void 0,
		name: function_call.name,
		args: function_call.arguments,
		at: "function_call"
	};
}
function talkOf(conversation, list = "messages", before = []) {
	const calls = [];
	const parts = [];
	for (const [index, message] of conversation.messages.entries()) {
		for (const call of callsOf(message, index)) calls.push(call);
		const { role, content } = message;
		if (Array.isArray(content)) for (const [at, part] of content.entries()) parts.push({
			index,
			role,
			at,
			part
		});
	}
	const images = parts.filter(({ part }) => part.type === "image_url").map(imageOf);
	const hasAnswers = conversation.messages.some(({ role }) => role === "tool" || role === "function");
	const isOrdered = calls.length === 0 && !hasAnswers && !before.some(isCall);
	const breaks = isOrdered ? [] : [...breaksIn(before, conversation.messages)];
	const functionBreaks = isOrdered ? [] : [...functionBreaksIn(before, conversation.messages)];
	return {
		...conversation,
		list,
		before,
		calls,
		parts,
		images,
		breaks,
		functionBreaks
	};
}
const placeIn = ({ list }, index, inside = "") => ours(`${list}[${index}]${inside === "" ? "" : `.${inside}`}`);
const isAnswer = ({ role }) => role === "assistant";
const isCall = ({ tool_calls, function_call }) => (tool_calls?.length ?? 0) > 0 || function_call != null;
// src/dataset/rules/chat.ts
const CHAT_RULES = [
	rule({
		id: "chat/no-assistant-message",
		severity: "error",
		summary: "The conversation has no message of the assistant to learn from",
		fix: "Add the answer.",
		source: COOKBOOK,
		breaks: () => [row(user)],
		keeps: () => [fine],
		check({ messages }, report) {
			if (!messages.some(isAnswer)) report(words`The conversation has no message of the assistant.`);
		}
	}),
	rule({
		id: "chat/last-not-assistant",
		severity: "warning",
		summary: "The last message is not by the assistant",
		fix: "End the conversation with the answer.",
		source: SFT,
		once: "warning",
		breaks: () => [row(user, assistant, user)],
		keeps: () => [fine],
		check({ messages }, report) {
			const role = messages.at(-1)?.role ?? "";
			if (role !== "assistant" && messages.some(isAnswer)) report(words`The last message is by ${quote(role)}.`);
		}
	}),
	rule({
		id: "chat/nothing-learned",
		severity: "warning",
		summary: "Every message of the assistant has weight 0, so nothing is learned",
		fix: "Give the answer weight 1, or remove the row.",
		source: SFT,
		breaks: () => [row(user, {
			...assistant,
			weight: 0
		})],
		keeps: () => [row(user, {
			...assistant,
			weight: 0
		}, user, assistant)],
		check({ messages }, report) {
			const answers = messages.filter(isAnswer);
			if (answers.length > 0 && answers.every(({ weight }) => weight === 0)) report(words`Every answer has weight 0.`);
		}
	}),
	rule({
		id: "chat/missing-user",
		severity: "warning",
		summary: "The conversation has no message by a user",
		fix: "Add the question.",
		source: COOKBOOK,
		once: "warning",
		breaks: () => [row({
			role: "system",
			content: "x"
		}, assistant)],
		keeps: () => [fine],
		check({ messages }, report) {
			if (!messages.some(({ role }) => role === "user")) report(words`No message is by a user.`);
		}
	})
];
// src/dataset/formats/messages.ts
const ToolCall = looseObject({
	id: string(),
	type: literal("function"),
	function: looseObject({
		name: string(),
		arguments: string()
	})
});
const ContentPart = pipe(looseObject({
	type: string(),
	text: nullish(string()),
	refusal: nullish(string())
}).check(refine(({ type, text }) => type !== "text" || text != null, "a part of type text with its text"), refine(({ type, refusal }) => type !== "refusal" || refusal != null, "a part of type refusal with its refusal")), transform(({ text, refusal, ...part }) => ({
	...part,
	...text == null ? {} : { text },
	...refusal == null ? {} : { refusal }
})));
const ROLES = [
	"system",
	"developer",
	"user",
	"assistant",
	"tool",
	"function"
];
const Message = looseObject({
	role: _enum(ROLES, { error: `one of ${ROLES.join(", ")}` }),
	content: nullish(union([string(), array(ContentPart)], { error: "a text, a list of parts, or null" })),
	name: nullish(string({ error: "a text" })),
	weight: nullish(union([literal(0), literal(1)], { error: "0 or 1" })),
	refusal: nullish(string({ error: "a text" })),
	tool_calls: nullish(array(ToolCall, { error: "a list of tool calls" })),
	tool_call_id: nullish(string({ error: "a text" })),
	function_call: nullish(looseObject({
		name: string(),
		arguments: string()
	}))
});
const messages = array(Message, { error: "a list of messages" }).check(_minLength(1, "a list of at least one message"));
const Tool = looseObject({
	type: optional(unknown()),
	function: optional(unknown())
}, { error: "the definition of a tool" });
const tools = nullish(array(Tool, { error: "a list of tools" }));
const parallel_tool_calls = nullish(boolean({ error: "true or false" }));
const functions$2 = nullish(array(looseObject({ name: string() })).check(_maxLength(128, "a list of at most 128 functions")));
function plainText(content) {
	if (typeof content === "string") return content;
	return (content ?? []).map((part) => typeof part.text === "string" ? part.text : "").join("");
}
// src/dataset/rules/content.ts
const LARGEST_IMAGE = 1e7;
const PARTS = new Set([
	"text",
	"refusal",
	"image_url"
]);
const DETAILS = new Set([
	void 0,
	null,
	"auto",
	"low",
	"high"
]);
const HTTP = /^http:\/\//i;
const HTTPS_OR_DATA = /^(?:https:\/\/|data:image\/(?:jpe?g|png|webp);base64,)/i;
const isJpeg = (bytes) => bytes.subarray(0, 3).toString("hex") === "ffd8ff";
const BEGINNINGS = {
	jpeg: isJpeg,
	jpg: isJpeg,
	png: (bytes) => bytes.subarray(0, 8).toString("hex") === "89504e470d0a1a0a",
	webp: (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP"
};
const partIn = (talk, { index, at }, inside = "") => placeIn(talk, index, `content[${at}]${inside}`);
function described(value) {
	if (value === void 0) return ours("missing");
	if (typeof value === "string") return quote(value);
	return typeof value === "object" && value !== null ? ours("an object without it") : quoteValue(value);
}
const CONTENT_RULES = [
	rule({
		id: "chat/part-type",
		severity: "error",
		summary: "A part of the content is of a type that cannot be trained on",
		fix: "Keep parts of the types text and image_url.",
		source: SFT,
		breaks: () => [asks({
			type: "input_audio",
			input_audio: {}
		}), asks({
			type: "file",
			file: {}
		})],
		keeps: () => [asks({
			type: "text",
			text: "x"
		}), asks(image("https://x.y/z.png"))],
		check(talk, report) {
			for (const placed of talk.parts) if (!PARTS.has(placed.part.type)) report(words`${partIn(talk, placed)} is of the type ${quote(placed.part.type)}.`);
		}
	}),
	rule({
		id: "chat/image-role",
		severity: "error",
		summary: "An image stands in a message that is not by the user",
		fix: "Move it to a message of the user.",
		source: VISION,
		breaks: () => [row(user, {
			role: "assistant",
			content: [{
				type: "text",
				text: "So:"
			}, image("https://x.y/z.png")]
		})],
		keeps: () => [asks(image("https://x.y/z.png"))],
		check(talk, report) {
			for (const { index, role } of talk.images) if (role !== "user") report(words`${placeIn(talk, index)} is by ${quote(role)} and holds an image.`);
		}
	}),
	rule({
		id: "chat/image-detail",
		severity: "error",
		summary: "The detail of an image is not one that the API knows",
		fix: "Write \"auto\", \"low\" or \"high\", or take detail out.",
		source: VISION,
		breaks: () => [asks(image("https://x.y/z.png", "fine"))],
		keeps: () => [asks(image("https://x.y/z.png", "high")), asks({
			type: "image_url",
			image_url: {
				url: "https://x.y/z.png",
				detail: null
			}
		})],
		check(talk, report) {
			for (const placed of talk.images) if (!DETAILS.has(placed.detail)) report(words`${partIn(talk, placed, ".image_url.detail")} is ${quote(String(placed.detail))}.`);
		}
	}),
	rule({
		id: "chat/image-url",
		severity: "error",
		summary: "An image has no URL that is read: neither https nor a data URL of a JPEG, PNG or WEBP, in an object",
		fix: "Write {\"type\": \"image_url\", \"image_url\": {\"url\": \"https://…\"}}, or embed it in base64.",
		source: VISION,
		breaks: () => [
			asks(image("ftp://x.y/z.png")),
			asks(image(`data:image/gif;base64,${PNG}`)),
			asks({ type: "image_url" }),
			asks({
				type: "image_url",
				image_url: null
			}),
			asks({
				type: "image_url",
				image_url: { detail: "low" }
			}),
			asks({
				type: "image_url",
				image_url: "https://x.y/z.png"
			}),
			asks({
				type: "image_url",
				image_url: `data:image/png;base64,${PNG}`
			})
		],
		keeps: () => [asks(image(`data:image/png;base64,${PNG}`)), asks(image(`data:image/webp;base64,${WEBP}`))],
		check(talk, report) {
			for (const placed of talk.images) {
				const { url, part } = placed;
				if (url === void 0) report(words`${partIn(talk, placed, ".image_url")} is ${described(part.image_url)}; it must be an object with url.`);
				else if (!HTTPS_OR_DATA.test(url.slice(0, 40)) && !HTTP.test(url)) report(words`${partIn(talk, placed, ".image_url.url")} is ${quote(url)}.`);
			}
		}
	}),
	rule({
		id: "chat/image-http",
		severity: "warning",
		summary: "The URL of an image is plain http, which not every platform fetches",
		fix: "Write https.",
		source: VISION,
		once: "warning",
		breaks: () => [asks(image("http://x.y/z.png")), asks(image("HTTP://x.y/z.png"))],
		keeps: () => [asks(image("https://x.y/z.png?from=http://x.y"))],
		check({ images }, report) {
			for (const { url } of images) if (url !== void 0 && HTTP.test(url)) report(words`An image is at ${quote(url)}.`);
		}
	}),
	rule({
		id: "chat/image-too-large",
		severity: "error",
		summary: "An embedded image has more than 10 MB",
		fix: "Make it smaller.",
		source: VISION,
		breaks: () => [asks(image(`data:image/png;base64,iVBORw0KGgo${"A".repeat(134e5)}`))],
		keeps: () => [asks(image(`data:image/png;base64,iVBORw0KGgo${"A".repeat(13300001)}`))],
		check(talk, report) {
			for (const placed of talk.images) if (placed.embedded !== void 0 && placed.embedded.size > LARGEST_IMAGE) report(words`${partIn(talk, placed)} embeds an image of ${placed.embedded.size} bytes.`);
		}
	}),
	rule({
		id: "chat/image-data",
		severity: "error",
		summary: "What an embedded image holds is not the picture that its URL promises; providers leave such pictures out in silence",
		fix: "Encode the file in base64 again, under its own type.",
		source: VISION,
		breaks: () => [
			asks(image(`data:image/png;base64,${WEBP}`)),
			asks(image(`data:image/png;base64,${PNG}\n$`)),
			asks(image("data:image/jpg;base64,"))
		],
		keeps: () => [
			asks(image(`DATA:image/PNG;base64,${PNG}`)),
			asks(image("data:image/jpeg;base64,/9j/4AAQ")),
			asks(image("data:image/jpg;base64,/9j/4AAQ"))
		],
		check(talk, report) {
			for (const placed of talk.images) {
				const { embedded } = placed;
				if (embedded === void 0 || embedded.size > LARGEST_IMAGE) continue;
				const { type, data } = embedded;
				if (/[^A-Za-z0-9+/=]/.test(data)) report(words`${partIn(talk, placed)} embeds an image that is not base64.`);
				else if (BEGINNINGS[type]?.(Buffer.from(data.slice(0, 24), "base64")) !== true) report(words`${partIn(talk, placed)} embeds an image that is not ${ours(type)}.`);
			}
		}
	}),
	rule({
		id: "chat/too-many-images",
		severity: "error",
		summary: "The row has more images than the provider takes",
		fix: "Take images out.",
		source: VISION,
		breaks: () => [example(asks(image("https://x.y/1"), image("https://x.y/2"), image("https://x.y/3")), { profile: { imagesPerRow: 2 } })],
		keeps: () => [example(asks(image("https://x.y/1"), image("https://x.y/2")), { profile: { imagesPerRow: 2 } })],
		check({ images }, report, { profile: { imagesPerRow } }) {
			if (images.length > imagesPerRow) report(words`The row has ${images.length} images; ${imagesPerRow} are allowed.`);
		}
	})
];
// src/dataset/rules/message.ts
const KEYS = new Set([
	"role",
	"content",
	"name",
	"weight",
	"refusal",
	"tool_calls",
	"tool_call_id",
	"function_call",
	"audio"
]);
const NAME$1 = /^[^\s<|\\/>]+$/;
const MAY_BE_EMPTY = new Set([
	"assistant",
	"tool",
	"function"
]);
const isEmpty = ({ content }) => content == null || content.length === 0;
const saysNothing = ({ content }) => content === "" || Array.isArray(content) && content.length > 0 && content.every(({ type, text }) => type === "text" && text === "");
function isBlank(content) {
	return typeof content === "string" ? content.trim() === "" : (content ?? []).every(({ type, text }) => type === "text" && typeof text === "string" && text.trim() === "");
}
function lacksContent({ role, content }) {
	if (role === "assistant") return false;
	return content == null || Array.isArray(content) && content.length === 0 && role !== "tool" && role !== "function";
}
const TALKERS = new Set([
	"system",
	"user",
	"assistant"
]);
const first = { profile: { systemFirst: true } };
const turns = { profile: { takesTurns: true } };
const dpo$2 = { method: "dpo" };
const reinforcement$2 = { method: "reinforcement" };
const prefers$2 = (...messages) => example(line({
	...preference(1),
	preferred_output: messages
}), dpo$2);
const rejects$1 = (...messages) => example(line({
	...preference(1),
	non_preferred_output: messages
}), dpo$2);
const asksFor = (...messages) => example(line({
	...preference(1),
	input: { messages }
}), dpo$2);
const prompts$1 = (...messages) => example(row(...messages), reinforcement$2);
const MESSAGE_RULES = [
	rule({
		id: "chat/unknown-message-key",
		severity: "error",
		summary: "A message has a key that the API does not take",
		fix: "Remove it.",
		source: COOKBOOK,
		breaks: () => [
			row(user, {
				...assistant,
				id: 1
			}),
			asksFor({
				...user,
				lang: "en"
			}),
			prefers$2({
				...assistant,
				score: 5
			}),
			rejects$1({
				...assistant,
				score: 1
			}),
			prompts$1({
				...user,
				difficulty: 3
			})
		],
		keeps: () => [
			row(user, {
				...assistant,
				name: "Bot"
			}),
			prefers$2({
				...assistant,
				name: "Bot"
			}),
			prompts$1({
				...user,
				name: "Eve"
			})
		],
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) for (const key of Object.keys(message)) if (!KEYS.has(key)) report(words`${placeIn(talk, index)} has the key ${quoteKey(key)}.`);
		}
	}),
	rule({
		id: "chat/name",
		severity: "warning",
		summary: "A name has a blank or a character that the API refuses",
		fix: "Write it without blanks and without < | \\ / >.",
		source: SFT,
		once: "warning",
		breaks: () => [
			row({
				...user,
				name: "Anna Maria"
			}, {
				...assistant,
				name: "Support Bot"
			}),
			row({
				...user,
				name: ""
			}, assistant),
			prefers$2({
				...assistant,
				name: "a/b"
			}),
			prompts$1({
				...user,
				name: "a b"
			})
		],
		keeps: () => [
			row({
				...user,
				name: "Anna_Maria"
			}, {
				...assistant,
				name: "Björn-2"
			}),
			row({
				...user,
				name: null
			}, assistant),
			prompts$1({
				...user,
				name: "a.b"
			})
		],
		check({ messages }, report) {
			for (const { role, name } of messages) if (name != null && role !== "function" && !NAME$1.test(name)) report(words`The name of a message is ${quote(name)}.`);
		}
	}),
	rule({
		id: "chat/weight-role",
		severity: "error",
		summary: "A weight stands on a message that is not by the assistant",
		fix: "Remove the weight.",
		source: SFT,
		breaks: () => [
			row({
				...user,
				weight: 1
			}, assistant),
			asksFor({
				...user,
				weight: 1
			}),
			prompts$1({
				...user,
				weight: 0
			})
		],
		keeps: () => [fine, row({
			...user,
			weight: null
		}, {
			...assistant,
			weight: 1
		})],
		check(talk, report) {
			for (const [index, { role, weight }] of talk.messages.entries()) if (role !== "assistant" && weight != null) report(words`${placeIn(talk, index)} is by ${quote(role)} and has a weight.`);
		}
	}),
	rule({
		id: "chat/developer-role",
		severity: "warning",
		summary: "The role developer is not known to every server of this wire",
		fix: "Write system, unless your server takes developer.",
		source: PRACTICE,
		once: "warning",
		breaks: () => [row({
			role: "developer",
			content: "x y"
		}, user, assistant), asksFor({
			role: "developer",
			content: "x y"
		}, user)],
		keeps: () => [row({
			role: "system",
			content: "x y"
		}, user, assistant)],
		check({ messages }, report, { profile: { developerRole } }) {
			if (!developerRole && messages.some(({ role }) => role === "developer")) report(words`A message is by ${quote("developer")}.`);
		}
	}),
	rule({
		id: "chat/turns",
		severity: "warning",
		summary: "Two messages in a row are by the same speaker, and the platform asks for turns",
		fix: "Join them, or write what was said between them.",
		source: TOGETHER,
		once: "warning",
		breaks: () => [
			example(row(user, user, assistant), turns),
			example(row({
				role: "system",
				content: "x y"
			}, {
				role: "system",
				content: "y x"
			}, user, assistant), turns),
			example(line({
				...preference(1),
				input: { messages: [user, user] }
			}), {
				...turns,
				...dpo$2
			})
		],
		keeps: () => [
			example(row(user, assistant, user, assistant), turns),
			example(row({
				role: "system",
				content: "x y"
			}, user, assistant), turns),
			row(user, user, assistant)
		],
		check(talk, report, { profile: { takesTurns } }) {
			if (!takesTurns) return;
			const { messages } = talk;
			const at = messages.findIndex(({ role }, index) => TALKERS.has(role) && role === messages[index - 1]?.role);
			if (at > 0) report(words`${placeIn(talk, at)} is by ${quote(messages[at]?.role ?? "")}, as the one before it.`);
		}
	}),
	rule({
		id: "chat/system-first",
		severity: "error",
		summary: "A message by the system is not the first one, and the platform takes it there alone",
		fix: "Move it to the beginning, or join it with the one that is there.",
		source: FIREWORKS,
		breaks: () => [
			example(row(user, {
				role: "system",
				content: "x y"
			}, assistant), first),
			example(row({
				role: "system",
				content: "x y"
			}, user, {
				role: "system",
				content: "y x"
			}, assistant), first),
			example(line({
				...preference(1),
				input: { messages: [user, {
					role: "system",
					content: "x y"
				}] }
			}), {
				...first,
				...dpo$2
			})
		],
		keeps: () => [
			example(row({
				role: "system",
				content: "x y"
			}, user, assistant), first),
			example(row(user, assistant), first),
			row(user, {
				role: "system",
				content: "x y"
			}, assistant)
		],
		check(talk, report, { profile: { systemFirst } }) {
			if (!systemFirst) return;
			const at = talk.messages.findIndex(({ role }, index) => index > 0 && role === "system");
			if (at > 0) report(words`${placeIn(talk, at)} is by ${quote("system")}.`);
		}
	}),
	rule({
		id: "chat/no-content",
		severity: "error",
		summary: "A message that must have content has none",
		fix: "Write its content, or remove the message.",
		source: SFT,
		breaks: () => [
			row({
				role: "system",
				content: null
			}, user, assistant),
			row({ role: "user" }, assistant),
			row({
				role: "user",
				content: []
			}, assistant),
			asksFor({
				role: "user",
				content: []
			}),
			prompts$1({
				role: "user",
				content: null
			})
		],
		keeps: () => [
			row({
				role: "user",
				content: "?"
			}, assistant),
			row({
				role: "system",
				content: "x"
			}, user, assistant),
			fine,
			example(line(preference(1)), dpo$2)
		],
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) if (lacksContent(message)) report(words`${placeIn(talk, index)} is by ${quote(message.role)} and has no content.`);
		}
	}),
	rule({
		id: "chat/empty-message",
		severity: "warning",
		summary: "A message has an empty text",
		fix: "Write its text, or remove the message.",
		source: PRACTICE,
		once: "warning",
		breaks: () => [
			row({
				role: "user",
				content: ""
			}, assistant),
			row({
				role: "system",
				content: ""
			}, user, assistant),
			row({
				role: "user",
				content: [{
					type: "text",
					text: ""
				}]
			}, assistant),
			asksFor({
				role: "user",
				content: ""
			}),
			prompts$1({
				role: "user",
				content: ""
			}),
			["How?", "What?"].map((content) => row({
				role: "system",
				content: ""
			}, {
				...user,
				content
			}, assistant)).join("\n")
		],
		keeps: () => [row({
			role: "user",
			content: "?"
		}, assistant), line({
			messages: [
				user,
				{
					role: "assistant",
					tool_calls: [call("1")]
				},
				{
					role: "tool",
					tool_call_id: "1",
					content: ""
				},
				assistant
			],
			tools: tools$1
		})],
		check({ messages }, report) {
			for (const message of messages) if (!MAY_BE_EMPTY.has(message.role) && saysNothing(message)) report(words`The message of the ${ours(message.role)} is empty.`);
		}
	}),
	rule({
		id: "chat/empty-answer",
		severity: "error",
		summary: "A message of the assistant has neither content nor calls",
		fix: "Add the answer, or remove the message.",
		source: SFT,
		breaks: () => [
			row(user, {
				role: "assistant",
				content: ""
			}),
			prefers$2({
				role: "assistant",
				content: ""
			}),
			rejects$1({ role: "assistant" }),
			prompts$1(user, {
				role: "assistant",
				content: null
			}, user)
		],
		keeps: () => [row(user, {
			role: "assistant",
			refusal: "No."
		}), example(line({
			...preference(1),
			input: {
				messages: [user],
				tools: tools$1
			},
			preferred_output: [{
				role: "assistant",
				tool_calls: [call("1")]
			}]
		}), dpo$2)],
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) if (isAnswer(message) && !isCall(message) && isEmpty(message) && message.refusal == null) report(words`${placeIn(talk, index)} has neither content nor calls.`);
		}
	}),
	rule({
		id: "chat/blank-answer",
		severity: "warning",
		summary: "The answer is white space alone",
		fix: "Write the answer, or remove the message.",
		source: PRACTICE,
		breaks: () => [
			row(user, {
				role: "assistant",
				content: " ".repeat(99)
			}),
			row(user, {
				role: "assistant",
				content: " \n"
			}),
			row(user, {
				role: "assistant",
				content: [{
					type: "text",
					text: " "
				}]
			}),
			rejects$1({
				role: "assistant",
				content: " "
			})
		],
		keeps: () => [
			row(user, {
				role: "assistant",
				content: " B "
			}),
			row(user, {
				role: "assistant",
				content: "A"
			}),
			row(user, {
				role: "assistant",
				content: [{
					type: "refusal",
					refusal: "No."
				}]
			})
		],
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) if (isAnswer(message) && !isCall(message) && !isEmpty(message) && isBlank(message.content)) report(words`${placeIn(talk, index)} answers ${quote(plainText(message.content))}.`);
		}
	})
];
// src/dataset/rules/tool-answers.ts
const calling$1 = (...calls) => ({
	role: "assistant",
	tool_calls: calls
});
const answer = (id) => ({
	role: "tool",
	tool_call_id: id,
	content: "x"
});
const talk = (...messages) => line({
	messages: [user, ...messages],
	tools: tools$1
});
const dpo$1 = { method: "dpo" };
const reinforcement$1 = { method: "reinforcement" };
const prefers$1 = (asked, ...messages) => example(line({
	...preference(1),
	input: {
		messages: [user, ...asked],
		tools: tools$1
	},
	preferred_output: messages
}), dpo$1);
const functions$1 = [{
	name: "get",
	parameters: {}
}];
const functionTalk = (finds, ...messages) => example(line({
	messages: [user, ...messages],
	functions: functions$1
}), {}, ["chat/deprecated-functions@1", ...finds]);
const callsGet = {
	role: "assistant",
	function_call: {
		name: "get",
		arguments: "{}"
	}
};
const TOOL_ANSWER_RULES = [
	rule({
		id: "chat/tool-call-unanswered",
		severity: "error",
		summary: "A tool call is not followed at once by its answer",
		fix: "Put the message of the tool right after the call, or end the conversation at the call.",
		source: SFT,
		breaks: () => [
			talk(calling$1(call("1")), assistant),
			talk(calling$1(call("1")), user, answer("1"), assistant),
			talk(calling$1(call("1"), call("2")), answer("2"), assistant),
			talk(calling$1(call("1"), call("2")), answer("1"), user, answer("2"), assistant),
			prefers$1([calling$1(call("1")), user], assistant),
			example(line({
				messages: [
					user,
					calling$1(call("1")),
					user
				],
				tools: tools$1
			}), reinforcement$1)
		],
		keeps: () => [
			fine,
			talk(calling$1(call("1"))),
			talk(calling$1(call("1"), call("2")), answer("2"), answer("1"), assistant),
			talk(calling$1(call("1")), answer("1"), calling$1(call("1")), answer("1"), assistant),
			prefers$1([calling$1(call("1")), answer("1")], assistant),
			prefers$1([], calling$1(call("1")))
		],
		check(given, report) {
			for (const { kind, index, id, open } of given.breaks) {
				if (kind !== "unanswered") continue;
				const more = open.length > 1 ? words` and ${open.length - 1} more` : words``;
				report(words`The call ${quote(id ?? "")}${more} has no answer before ${placeIn(given, index)}.`);
			}
		}
	}),
	rule({
		id: "chat/tool-answer-without-call",
		severity: "error",
		summary: "A tool answers a call that was not made, or that is answered already",
		fix: "Set tool_call_id to the ID of the call before it.",
		source: SFT,
		breaks: () => [
			row(user, {
				role: "tool",
				tool_call_id: "9",
				content: "x"
			}, assistant),
			row(user, {
				role: "tool",
				content: "x"
			}, assistant),
			talk(calling$1(call("1")), answer("9"), assistant),
			talk(calling$1(call("1")), answer("1"), answer("1"), assistant),
			prefers$1([answer("9"), user], assistant),
			example(line({
				messages: [
					user,
					answer("9"),
					user
				],
				tools: tools$1
			}), reinforcement$1)
		],
		keeps: () => [talk(calling$1(call("1")), answer("1"), assistant), fine],
		check(given, report) {
			for (const { kind, index, id, open } of given.breaks) {
				const at = placeIn(given, index);
				if (kind === "answered-twice") report(words`${at} answers ${quote(id ?? "")} a second time.`);
				if (kind !== "unasked") continue;
				const [expected] = open;
				const what = id === void 0 ? words`${at} has no tool_call_id` : words`${at} answers ${quote(id)}, which is not called before it`;
				report(expected === void 0 ? words`${what}.` : words`${what}; the call that waits is ${quote(expected)}.`);
			}
		}
	}),
	rule({
		id: "chat/tool-call-id-twice",
		severity: "warning",
		summary: "Two calls of one message have the same ID, so it is not clear which one an answer is for",
		fix: "Give each call its own ID.",
		source: SFT,
		breaks: () => [talk(calling$1(call("1"), call("1")))],
		keeps: () => [talk(calling$1(call("1"), call("01")))],
		check(given, report) {
			for (const { kind, index, id } of given.breaks) if (kind === "same-id") report(words`${placeIn(given, index)} makes another call ${quote(id ?? "")}.`);
		}
	}),
	rule({
		id: "chat/function-answer",
		severity: "warning",
		summary: "A function is called and not answered at once, or answered and not called",
		fix: "Put the message of the function right after its call, under its name.",
		source: PRACTICE,
		breaks: () => [
			functionTalk(["chat/function-answer@1"], callsGet, assistant),
			functionTalk(["chat/function-answer@1"], {
				role: "function",
				name: "get",
				content: "x"
			}, assistant),
			functionTalk(["chat/function-answer@1"], callsGet, {
				role: "function",
				name: "put",
				content: "x"
			}, assistant)
		],
		keeps: () => [functionTalk([], callsGet), functionTalk([], callsGet, {
			role: "function",
			name: "get",
			content: "x"
		}, assistant)],
		check(given, report) {
			for (const { index, called } of given.functionBreaks) {
				const what = called === void 0 ? words`, and no function is called before it` : words`, and ${quote(called)} is called before it`;
				report(words`${placeIn(given, index)} is by ${quote(given.messages[index]?.role ?? "")}${what}.`);
			}
		}
	}),
	rule({
		id: "chat/tool-content-parts",
		severity: "warning",
		summary: "The answer of a tool is a list of parts, which not every platform takes",
		fix: "Write it as a text.",
		source: PRACTICE,
		once: "warning",
		breaks: () => [talk(calling$1(call("1")), {
			...answer("1"),
			content: [{
				type: "text",
				text: "x"
			}]
		}, assistant), prefers$1([calling$1(call("1")), {
			...answer("1"),
			content: [{
				type: "text",
				text: "x"
			}]
		}], assistant)],
		keeps: () => [talk(calling$1(call("1")), answer("1"), assistant), row({
			...user,
			content: [{
				type: "text",
				text: "x"
			}]
		}, assistant)],
		check({ messages }, report) {
			if (messages.some(({ role, content }) => (role === "tool" || role === "function") && Array.isArray(content))) report(words`The message of a tool has a list of parts.`);
		}
	})
];
// src/dataset/rules/tools.ts
const NAME = /^[\w-]{1,64}$/;
const Definition = looseObject({
	type: literal("function"),
	function: looseObject({ name: string().check(_regex(NAME)) })
});
const CALL_KEYS = new Set([
	"id",
	"type",
	"function"
]);
const FUNCTION_KEYS = new Set(["name", "arguments"]);
function nameOf(tool) {
	return typeof tool.function === "object" && tool.function !== null ? Reflect.get(tool.function, "name") : void 0;
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isObjectInText = (value) => typeof value === "string" && isObject(parsed(value));
function definedFor({ tools: given, functions }, { id }) {
	return id === void 0 ? (functions ?? []).map(({ name }) => name) : (given ?? []).map(nameOf);
}
const dpo = { method: "dpo" };
const reinforcement = { method: "reinforcement" };
const calling = (...calls) => ({
	role: "assistant",
	tool_calls: calls
});
const calls = (...made) => line({
	messages: [user, calling(...made)],
	tools: tools$1
});
const prefers = (...messages) => example(line({
	...preference(1),
	input: {
		messages: [user],
		tools: tools$1
	},
	preferred_output: messages
}), dpo);
const rejects = (...messages) => example(line({
	...preference(1),
	input: {
		messages: [user],
		tools: tools$1
	},
	non_preferred_output: messages
}), dpo);
const prompts = (...made) => example(line({
	messages: [
		user,
		calling(...made),
		{
			role: "tool",
			tool_call_id: "1",
			content: "x"
		},
		user
	],
	tools: tools$1
}), reinforcement);
const functions = [{
	name: "get",
	parameters: {}
}];
const callsFunction = (function_call, finds, defined = functions) => example(line({
	messages: [user, {
		role: "assistant",
		function_call
	}],
	functions: defined
}), {}, [...finds === "" ? [] : [`${finds}@1`], "chat/deprecated-functions@1"]);
const TOOL_RULES = [
	rule({
		id: "chat/tool-definition",
		severity: "error",
		summary: "A tool or a function is not defined as the API describes it",
		fix: "Write {\"type\": \"function\", \"function\": {\"name\", \"parameters\"}}, the name of 1 to 64 letters, digits, _ and -.",
		source: SFT,
		breaks: () => [
			line({
				messages: [user, assistant],
				tools: [{
					type: "function",
					function: { name: "get weather" }
				}]
			}),
			line({
				messages: [user, assistant],
				tools: [{ type: "code_interpreter" }]
			}),
			line({
				messages: [user, assistant],
				tools: [{
					type: "function",
					function: { name: "x".repeat(65) }
				}]
			}),
			example(line({
				...preference(1),
				input: {
					messages: [user],
					tools: [{
						type: "function",
						name: "get"
					}]
				}
			}), dpo),
			example(line({
				messages: [user],
				tools: [{ type: "function" }]
			}), reinforcement),
			callsFunction({
				name: "get it!",
				arguments: "{}"
			}, "chat/tool-definition", [{ name: "get it!" }])
		],
		keeps: () => [
			line({
				messages: [user, assistant],
				tools: [{
					type: "function",
					function: { name: "get-weather_2" }
				}]
			}),
			line({
				messages: [user, assistant],
				tools: []
			}),
			line({
				messages: [user, assistant],
				tools: [{
					type: "function",
					function: { name: "x".repeat(64) }
				}]
			}),
			example(line({
				...preference(1),
				input: {
					messages: [user],
					tools: tools$1
				}
			}), dpo),
			example(line({
				messages: [user],
				tools: tools$1
			}), reinforcement)
		],
		check({ tools: given, functions: old, list, before }, report) {
			if (before.length > 0) return;
			const at = list.slice(0, list.lastIndexOf("messages"));
			for (const [index, tool] of (given ?? []).entries()) if (!Definition.safeParse(tool).success) report(words`${[at]}tools[${index}] is ${quote(JSON.stringify(tool))}.`);
			for (const [index, { name }] of (old ?? []).entries()) if (!NAME.test(name)) report(words`${[at]}functions[${index}].name is ${quote(name)}.`);
		}
	}),
	rule({
		id: "chat/no-calls",
		severity: "warning",
		summary: "A list of tool calls is empty",
		fix: "Take tool_calls out of messages that call nothing.",
		source: SFT,
		once: "warning",
		breaks: () => [row(user, {
			...assistant,
			tool_calls: []
		}), prefers({
			...assistant,
			tool_calls: []
		})],
		keeps: () => [row(user, {
			...assistant,
			tool_calls: null
		}), fine],
		check({ messages }, report) {
			if (messages.some(({ tool_calls }) => tool_calls?.length === 0)) report(words`A message has tool_calls: [].`);
		}
	}),
	rule({
		id: "chat/caller",
		severity: "error",
		summary: "A message that is not by the assistant calls a tool",
		fix: "Move the call to a message of the assistant.",
		source: SFT,
		breaks: () => [example(line({
			messages: [{
				...user,
				tool_calls: [call("1")]
			}],
			tools: tools$1
		}), reinforcement)],
		keeps: () => [calls(call("1")), row({
			...user,
			tool_calls: null
		}, assistant)],
		check(talk, report) {
			for (const [index, message] of talk.messages.entries()) if (message.role !== "assistant" && isCall(message)) report(words`${placeIn(talk, index)} is by ${quote(message.role)} and calls a tool.`);
		}
	}),
	rule({
		id: "chat/unknown-call-key",
		severity: "warning",
		summary: "A call has a key that the API does not describe",
		fix: "Remove it.",
		source: SFT,
		once: "warning",
		breaks: () => [
			calls({
				...call("1"),
				index: 0
			}),
			calls({
				id: "1",
				type: "function",
				function: {
					name: "get",
					arguments: "{}",
					strict: true
				}
			}),
			prefers(calling({
				...call("1"),
				index: 0
			})),
			prompts({
				...call("1"),
				index: 0
			}),
			callsFunction({
				name: "get",
				arguments: "{}",
				id: "1"
			}, "chat/unknown-call-key")
		],
		keeps: () => [calls(call("1")), prefers(calling(call("1")))],
		check({ messages }, report) {
			const look = (value, known) => {
				for (const key of Object.keys(value)) if (!known.has(key)) report(words`A call has the key ${quoteKey(key)}.`);
			};
			for (const { tool_calls, function_call } of messages) {
				for (const made of tool_calls ?? []) {
					look(made, CALL_KEYS);
					look(made.function, FUNCTION_KEYS);
				}
				if (function_call != null) look(function_call, FUNCTION_KEYS);
			}
		}
	}),
	rule({
		id: "chat/tool-arguments",
		severity: "error",
		summary: "The arguments of a call are not a JSON object, written as a text",
		fix: "Write them as the text of a JSON object.",
		source: SFT,
		breaks: () => [
			calls(call("1", "\"Oslo\"")),
			calls(call("1", "{x")),
			calls(call("1", "")),
			prefers(calling(call("1", "{'city': 'Oslo'}"))),
			rejects(calling(call("1", "[]"))),
			prompts(call("1", "{bad")),
			callsFunction({
				name: "get",
				arguments: "{'city': 'Oslo'}"
			}, "chat/tool-arguments")
		],
		keeps: () => [
			calls(call("1", "{\"city\":\"Oslo\"}")),
			calls(call("1")),
			prefers(calling(call("1", "{\"city\":\"Oslo\"}"))),
			prompts(call("1"))
		],
		check(talk, report) {
			for (const { index, at, name, args } of talk.calls) {
				const value = parsed(args);
				if (!isObject(value) && !isObjectInText(value)) report(words`${placeIn(talk, index, at)}.arguments, of ${quote(name)}, is ${quote(args)}.`);
			}
		}
	}),
	rule({
		id: "chat/arguments-encoded-twice",
		severity: "warning",
		summary: "The arguments of a call are encoded twice, and so the model learns to write them",
		fix: "Encode them once: they are the text of a JSON object, not the text of such a text.",
		source: PRACTICE,
		once: "warning",
		breaks: () => [
			calls(call("1", "\"{\\\"city\\\":\\\"Oslo\\\"}\"")),
			calls(call("1", "\"{}\"")),
			prefers(calling(call("1", "\"{ }\""))),
			callsFunction({
				name: "get",
				arguments: "\"{}\""
			}, "chat/arguments-encoded-twice")
		],
		keeps: () => [calls(call("1", "{\"json\":\"{\\\"city\\\":\\\"Oslo\\\"}\"}")), calls(call("1"))],
		check({ calls: made }, report) {
			for (const { name, args } of made) if (isObjectInText(parsed(args))) report(words`The arguments of ${quote(name)} are encoded twice: ${quote(args)}.`);
		}
	}),
	rule({
		id: "chat/call-name",
		severity: "error",
		summary: "A call names what no tool can be called",
		fix: "Write a name of 1 to 64 letters, digits, _ and -.",
		source: SFT,
		breaks: () => [example(calls(call("1", "{}", "get weather")), {}, ["chat/call-name@1"]), example(line({ messages: [user, calling(call("1", "{}", ""))] }), {}, ["chat/call-name@1"])],
		keeps: () => [calls(call("1"))],
		check(talk, report) {
			for (const made of talk.calls) {
				const { index, at, name } = made;
				if (!NAME.test(name) && !definedFor(talk, made).includes(name)) report(words`${placeIn(talk, index, at)}.name is ${quote(name)}.`);
			}
		}
	}),
	rule({
		id: "chat/tool-unknown",
		severity: "warning",
		summary: "A tool is called that tools does not define",
		fix: "Add it to tools.",
		source: SFT,
		breaks: () => [
			calls(call("1", "{}", "put")),
			prefers(calling(call("1", "{}", "put"))),
			prompts(call("1", "{}", "put")),
			callsFunction({
				name: "put",
				arguments: "{}"
			}, "chat/tool-unknown")
		],
		keeps: () => [calls(call("1")), prefers(calling(call("1")))],
		check(talk, report) {
			for (const made of talk.calls) {
				const defined = definedFor(talk, made);
				if (defined.length > 0 && NAME.test(made.name) && !defined.includes(made.name)) report(words`${placeIn(talk, made.index)} calls ${quote(made.name)}.`);
			}
		}
	}),
	rule({
		id: "chat/no-tools",
		severity: "warning",
		summary: "Tools are called in rows that define none",
		fix: "Give each row the tools that it calls.",
		source: SFT,
		once: "warning",
		breaks: () => [row(user, calling(call("1"))), `${row(user, calling(call("1")))}\n${row({
			...user,
			content: "More."
		}, calling(call("2", "{}", "put")))}`],
		keeps: () => [calls(call("1"))],
		check(talk, report) {
			const made = talk.calls.find((one) => NAME.test(one.name) && definedFor(talk, one).length === 0);
			if (made !== void 0) report(words`The row calls ${quote(made.name)} and defines no tools.`);
		}
	}),
	rule({
		id: "chat/parallel-calls",
		severity: "warning",
		summary: "A message makes several calls, but parallel_tool_calls is false",
		fix: "Make one call in each message, or take parallel_tool_calls out.",
		source: SFT,
		once: "warning",
		breaks: () => [line({
			messages: [user, calling(call("1"), call("2"))],
			tools: tools$1,
			parallel_tool_calls: false
		})],
		keeps: () => [calls(call("1"), call("2"))],
		check({ messages, parallel_tool_calls }, report) {
			if (parallel_tool_calls === false && messages.some(({ tool_calls }) => (tool_calls?.length ?? 0) > 1)) report(words`A message makes several calls.`);
		}
	}),
	rule({
		id: "chat/deprecated-functions",
		severity: "warning",
		summary: "functions and function_call are deprecated",
		fix: "Write tools and tool_calls.",
		source: SFT,
		once: "warning",
		breaks: () => [callsFunction({
			name: "get",
			arguments: "{}"
		}, ""), line({
			messages: [user, assistant],
			functions
		})],
		keeps: () => [fine],
		check({ messages, functions: old }, report) {
			if (old != null || messages.some(({ function_call, role }) => function_call != null || role === "function")) report(words`The row uses functions, function_call or the role function.`);
		}
	})
];
// src/dataset/rules/talk-rules.ts
const WRITTEN_RULES = [
	...MESSAGE_RULES,
	...TOOL_RULES,
	...TOOL_ANSWER_RULES
];
const TALK_RULES = [...WRITTEN_RULES, ...CONTENT_RULES];
// src/dataset/rules/completion.ts
const COMPLETION_RULES = [rule({
	id: "completion/empty",
	severity: "error",
	summary: "The completion is empty",
	fix: "Add the text to learn.",
	source: SFT,
	breaks: () => ["{\"prompt\":\"x\",\"completion\":\" \"}"],
	keeps: () => ["{\"prompt\":\"x\",\"completion\":\"y\"}"],
	check({ completion: text }, report) {
		if (text.trim() === "") report(words`The completion is empty.`);
	}
})];
// src/dataset/rules/preference.ts
const outputsOf = ({ preferred_output, non_preferred_output }) => [["preferred_output", preferred_output], ["non_preferred_output", non_preferred_output]];
const PREFERENCE_RULES = [
	rule({
		id: "preference/output-role",
		severity: "error",
		summary: "An output has a message that is not by the assistant",
		fix: "Keep the message of the assistant only.",
		source: DPO,
		breaks: () => [example(line({
			...preference(1),
			preferred_output: [user]
		}), { method: "dpo" }, ["preference/output-role@1", "preference/output-role@1"])],
		keeps: () => [example(line(preference(1)), { method: "dpo" })],
		check(pair, report) {
			for (const [name, messages] of outputsOf(pair)) {
				const foreign = messages.find(({ role }) => role !== "assistant" && role !== "tool");
				if (foreign !== void 0) report(words`${ours(name)} has a message by ${quote(foreign.role)}.`);
				if (!messages.some(({ role }) => role === "assistant")) report(words`${ours(name)} has no message by the assistant.`);
			}
		}
	}),
	rule({
		id: "preference/output-count",
		severity: "warning",
		summary: "An output has more than one message",
		fix: "Keep one message in each output.",
		source: DPO,
		once: "warning",
		breaks: () => [example(line({
			...preference(1),
			preferred_output: [assistant, assistant]
		}), { method: "dpo" })],
		keeps: () => [example(line(preference(1)), { method: "dpo" })],
		check(pair, report) {
			for (const [name, messages] of outputsOf(pair)) if (messages.length > 1) report(words`${ours(name)} has ${messages.length} messages.`);
		}
	}),
	rule({
		id: "preference/not-text",
		severity: "error",
		summary: "The row holds something other than text",
		fix: "Write text only.",
		source: DPO,
		breaks: () => [example(line({
			...preference(1),
			preferred_output: [{
				role: "assistant",
				content: [image("https://x.y/z")]
			}]
		}), { method: "dpo" }), example(line({
			...preference(1),
			input: { messages: [{
				role: "user",
				content: [image("https://x.y/z")]
			}] }
		}), { method: "dpo" })],
		keeps: () => [example(line({
			...preference(1),
			preferred_output: [{
				role: "assistant",
				content: [{
					type: "text",
					text: "x y"
				}]
			}]
		}), { method: "dpo" }), example(line({
			...preference(1),
			input: { messages: [{
				role: "user",
				content: [{
					type: "text",
					text: "x"
				}]
			}] }
		}), { method: "dpo" })],
		check(pair, report) {
			for (const [name, messages] of [["input", pair.input.messages], ...outputsOf(pair)]) if (messages.some(({ content }) => Array.isArray(content) && content.some(({ type }) => type !== "text"))) report(words`${ours(name)} holds a part that is not text.`);
		}
	}),
	rule({
		id: "preference/identical",
		severity: "warning",
		summary: "Both outputs are the same, so there is nothing to prefer",
		fix: "Change one of them, or remove the row.",
		source: DPO,
		breaks: () => [example(line({
			...preference(1),
			preferred_output: preference(1).non_preferred_output
		}), { method: "dpo" })],
		keeps: () => [example(line(preference(1)), { method: "dpo" })],
		check({ preferred_output, non_preferred_output }, report) {
			if (JSON.stringify(preferred_output) === JSON.stringify(non_preferred_output)) report(words`Both outputs are the same.`);
		}
	}),
	rule({
		id: "preference/last-assistant",
		severity: "warning",
		summary: "The last message of the input is by the assistant",
		fix: "End the input with the question.",
		source: DPO,
		once: "warning",
		breaks: () => [example(line({
			...preference(1),
			input: { messages: [assistant] }
		}), { method: "dpo" })],
		keeps: () => [example(line(preference(1)), { method: "dpo" })],
		check({ input }, report) {
			if (input.messages.at(-1)?.role === "assistant") report(words`The input ends with a message by the assistant.`);
		}
	})
];
// src/dataset/rules/reinforcement.ts
const isIndex = (step) => /^\d+$/.test(step);
const named = (path) => path.reduce((text, step) => isIndex(step) ? `${text}[${step}]` : `${text}.${step}`, "item");
function kindOf(value) {
	if (value === null || value === void 0) return "null";
	if (Array.isArray(value)) return "a list";
	return typeof value === "object" ? "an object" : typeof value === "string" ? "a text" : `a ${typeof value}`;
}
function gapIn(row, { path, printed }) {
	let value = row;
	for (const [index, step] of path.entries()) {
		const before = named(path.slice(0, index));
		if (typeof value !== "object" || value === null) return `${before} is ${kindOf(value)}`;
		if (!Object.hasOwn(value, step) || Array.isArray(value) && !isIndex(step)) return index === 0 ? "" : `${before} has no ${step}`;
		value = Reflect.get(value, step);
	}
	return printed === true && (value === null || value === void 0) ? `${named(path)} is null` : void 0;
}
function* gapsIn(row, reads, optional) {
	for (const read of reads) {
		if (read.optional === true !== optional) continue;
		const gap = gapIn(row, read);
		if (gap !== void 0) yield `The grader uses ${named(read.path)}, which the row does not have${gap === "" ? "" : `: ${gap}`}.`;
	}
}
const needs = (graderItems) => ({
	method: "reinforcement",
	graderItems
});
const ANSWER = needs([{
	path: ["answer"],
	printed: true
}]);
const NESTED = needs([{
	path: ["reference", "answer"],
	printed: true
}]);
const IN_LIST = needs([{ path: [
	"answers",
	"0",
	"text"
] }]);
const REINFORCEMENT_RULES = [
	rule({
		id: "reinforcement/missing-item",
		severity: "error",
		summary: "The grader uses a field that the row does not have",
		fix: "Add the field to the row, or take it out of the grader.",
		source: RFT,
		breaks: () => [
			example(row(user), ANSWER),
			example(line({
				messages: [user],
				answer: null
			}), ANSWER),
			example(line({
				messages: [user],
				reference: { solution: "4" }
			}), NESTED),
			example(line({
				messages: [user],
				reference: null
			}), NESTED),
			example(line({
				messages: [user],
				reference: "4"
			}), NESTED),
			example(line({
				messages: [user],
				answers: []
			}), IN_LIST),
			example(line({
				messages: [user],
				answers: ["4"]
			}), IN_LIST)
		],
		keeps: () => [
			example(line({
				messages: [user],
				answer: 1
			}), ANSWER),
			example(line({
				messages: [user],
				answer: ""
			}), ANSWER),
			example(line({
				messages: [user],
				reference: { answer: false }
			}), NESTED),
			example(line({
				messages: [user],
				answers: [{ text: null }]
			}), IN_LIST)
		],
		check(given, report, { graderItems }) {
			for (const gap of gapsIn(given, graderItems, false)) report(ours(gap));
		}
	}),
	rule({
		id: "reinforcement/absent-item",
		severity: "warning",
		summary: "The grader asks for a field that rows do not have, and goes on without it",
		fix: "Add the field to the rows, if the grader is to see it.",
		source: RFT,
		once: "warning",
		breaks: () => [example(row(user), needs([{
			path: ["answer"],
			optional: true
		}]))],
		keeps: () => [example(line({
			messages: [user],
			answer: null
		}), needs([{
			path: ["answer"],
			optional: true
		}]))],
		check(given, report, { graderItems }) {
			for (const gap of gapsIn(given, graderItems, true)) report(ours(gap));
		}
	}),
	rule({
		id: "reinforcement/system-role",
		severity: "warning",
		summary: "The API describes no role system for reinforcement",
		fix: "Write developer.",
		source: RFT,
		once: "warning",
		breaks: () => [example(row({
			role: "system",
			content: "x"
		}, user), {
			method: "reinforcement",
			profile: { developerRole: true }
		}), example(row(user, {
			role: "system",
			content: "x"
		}, user), {
			method: "reinforcement",
			profile: { developerRole: true }
		})],
		keeps: () => [example(row({
			role: "developer",
			content: "x"
		}, user), {
			method: "reinforcement",
			profile: { developerRole: true }
		}), example(row(user, assistant, user), {
			method: "reinforcement",
			profile: { developerRole: true }
		})],
		check({ messages }, report, { profile: { developerRole } }) {
			if (developerRole && messages.some(({ role }) => role === "system")) report(words`A message is by ${quote("system")}.`);
		}
	}),
	rule({
		id: "reinforcement/last-not-user",
		severity: "error",
		summary: "The last message is not by the user",
		fix: "End the prompt with the message of the user.",
		source: RFT,
		breaks: () => [example(row(user, assistant), { method: "reinforcement" })],
		keeps: () => [example(line({
			messages: [user],
			nums: Array.from({ length: 12e3 }, (_, index) => index)
		}), { method: "reinforcement" }), example(row(user), { method: "reinforcement" })],
		check({ messages }, report) {
			const role = messages.at(-1)?.role ?? "";
			if (role !== "user") report(words`The last message is by ${quote(role)}.`);
		}
	})
];
// src/dataset/rules/text-row.ts
const taken = { profile: { textRows: true } };
const TEXT_ROW_RULES = [rule({
	id: "text/empty",
	severity: "error",
	summary: "The text is empty",
	fix: "Write the text to learn, or remove the row.",
	source: TOGETHER,
	breaks: () => [example("{\"text\":\" \"}", taken)],
	keeps: () => [example("{\"text\":\"y\"}", taken)],
	check({ text }, report) {
		if (text.trim() === "") report(words`The text is empty.`);
	}
})];
export { completion as A, user as B, VISION as C, asks as D, DRAWN as E, other as F, quote as H, preference as I, reinforcement$3 as L, image as M, line as N, assistant as O, lines as P, row as R, SFT as S, rule as T, quoteKey as U, written as V, quoteValue as W, BEDROCK as _, TALK_RULES as a, RFC as b, ROLES as c, parallel_tool_calls as d, plainText as f, AZURE as g, talkOf as h, COMPLETION_RULES as i, fine as j, call as k, functions$2 as l, CHAT_RULES as m, REINFORCEMENT_RULES as n, WRITTEN_RULES as o, tools as p, PREFERENCE_RULES as r, Message as s, TEXT_ROW_RULES as t, messages as u, BEST as v, example as w, RFT as x, PRACTICE as y, tools$1 as z };
