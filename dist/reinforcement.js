import { i as words, n as ours } from "./words.js";
import { E as _regex, T as _minLength, _ as string, b as union, c as looseObject, g as refine, n as array, p as optional, r as boolean, s as literal, t as _enum, u as nullish, w as _maxLength, x as unknown } from "./schemas.js";
import { t as masked } from "./secrets.js";
// src/dataset/formats/messages.ts
const ToolCall = looseObject({
	id: string(),
	type: literal("function"),
	function: looseObject({
		name: string(),
		arguments: string()
	})
});
const ContentPart = looseObject({
	type: string(),
	text: optional(string()),
	refusal: optional(string())
}).check(refine(({ type, text }) => type !== "text" || text !== void 0, "a part of type text with its text"));
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
const tools$1 = nullish(array(Tool, { error: "a list of tools" }));
const parallel_tool_calls = nullish(boolean({ error: "true or false" }));
const functions = nullish(array(looseObject({ name: string() })).check(_maxLength(128, "a list of at most 128 functions")));
function plainText(content) {
	if (typeof content === "string") return content;
	return (content ?? []).map((part) => typeof part.text === "string" ? part.text : "").join("");
}
// src/dataset/quote.ts
const QUOTED = 60;
const REACH = 8e3;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
function quote(text) {
	const safe = masked(text.slice(0, REACH));
	return { quote: `"${(safe.length > QUOTED ? `${safe.slice(0, QUOTED)}…` : safe).replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}"` };
}
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
const tools = [{
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
const reinforcement = (number) => ({
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
const AZURE = "https://learn.microsoft.com/azure/ai-foundry/openai/quotas-limits";
const COOKBOOK = "https://github.com/openai/openai-cookbook/blob/main/examples/Chat_finetuning_data_prep.ipynb";
const RFC = "https://www.rfc-editor.org/rfc/rfc8259";
const PRACTICE = "practice";
// src/dataset/rules/chat.ts
const MESSAGE_KEYS = new Set([
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
const isAnswer = ({ role }) => role === "assistant";
const isCall = ({ tool_calls, function_call }) => (tool_calls?.length ?? 0) > 0 || function_call != null;
const isEmpty = ({ content }) => content == null || content.length === 0;
function isBlank(content) {
	return typeof content === "string" ? content.trim() === "" : (content ?? []).every(({ type, text }) => type === "text" && typeof text === "string" && text.trim() === "");
}
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
			if (!messages.some(isAnswer)) report(words`No message is by the assistant.`);
		}
	}),
	rule({
		id: "chat/last-not-assistant",
		severity: "warning",
		summary: "The last message is not by the assistant",
		fix: "End the conversation with the answer.",
		source: SFT,
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
		breaks: () => [row({
			role: "system",
			content: "x"
		}, assistant)],
		keeps: () => [fine],
		check({ messages }, report) {
			if (!messages.some(({ role }) => role === "user")) report(words`No message is by a user.`);
		}
	}),
	rule({
		id: "chat/deprecated-functions",
		severity: "warning",
		summary: "functions and function_call are deprecated",
		fix: "Write tools and tool_calls.",
		source: SFT,
		breaks: () => [line({
			messages: [user, {
				role: "assistant",
				function_call: {
					name: "f",
					arguments: "{}"
				}
			}],
			functions: [{ name: "f" }]
		}), row(user, {
			role: "function",
			name: "f",
			content: "x"
		}, assistant)],
		keeps: () => [fine],
		check({ messages, functions }, report) {
			if (functions != null || messages.some(({ function_call, role }) => function_call != null || role === "function")) report(words`The row uses functions, function_call or the role function.`);
		}
	}),
	rule({
		id: "chat/unknown-message-key",
		severity: "error",
		summary: "A message has a key that the API does not take",
		fix: "Remove it.",
		source: COOKBOOK,
		breaks: () => [row(user, {
			...assistant,
			id: 1
		})],
		keeps: () => [row(user, {
			...assistant,
			name: "Bot"
		})],
		check({ messages }, report) {
			for (const [index, message] of messages.entries()) for (const key of Object.keys(message)) if (!MESSAGE_KEYS.has(key)) report(words`messages[${index}] has the key ${quote(key)}.`);
		}
	}),
	rule({
		id: "chat/weight-role",
		severity: "error",
		summary: "A weight stands on a message that is not by the assistant",
		fix: "Remove the weight.",
		source: SFT,
		breaks: () => [row({
			...user,
			weight: 1
		}, assistant)],
		keeps: () => [fine],
		check({ messages }, report) {
			for (const [index, { role, weight }] of messages.entries()) if (role !== "assistant" && weight != null) report(words`messages[${index}] is by ${quote(role)} and has a weight.`);
		}
	}),
	rule({
		id: "chat/empty-answer",
		severity: "error",
		summary: "A message of the assistant has neither content nor tool calls",
		fix: "Add the answer, or remove the message.",
		source: SFT,
		breaks: () => [row(user, {
			role: "assistant",
			content: ""
		})],
		keeps: () => [row(user, {
			role: "assistant",
			refusal: "No."
		})],
		check({ messages }, report) {
			for (const [index, message] of messages.entries()) if (isAnswer(message) && !isCall(message) && isEmpty(message) && message.refusal == null) report(words`messages[${index}] has neither content nor tool calls.`);
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
		check({ messages }, report) {
			for (const [index, message] of messages.entries()) if (isAnswer(message) && !isCall(message) && !isEmpty(message) && isBlank(message.content)) report(words`messages[${index}] answers ${quote(plainText(message.content))}.`);
		}
	})
];
// src/dataset/rules/content.ts
const LARGEST_IMAGE = 1e7;
const PARTS = new Set([
	"text",
	"refusal",
	"image_url"
]);
const DETAILS = new Set([
	void 0,
	"auto",
	"low",
	"high"
]);
const URL_OF_IMAGE = /^(?:https:\/\/|data:image\/(?<type>jpe?g|png|webp);base64,)/i;
const isJpeg = (bytes) => bytes.subarray(0, 3).toString("hex") === "ffd8ff";
const BEGINNINGS = {
	jpeg: isJpeg,
	jpg: isJpeg,
	png: (bytes) => bytes.subarray(0, 8).toString("hex") === "89504e470d0a1a0a",
	webp: (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP"
};
function embeddedIn(url) {
	const type = URL_OF_IMAGE.exec(url.slice(0, 40))?.groups?.type?.toLowerCase();
	if (type === void 0) return void 0;
	const data = url.slice(url.indexOf(",") + 1);
	return {
		type,
		data,
		size: Math.floor(data.length * 3 / 4)
	};
}
function imageOf({ index, role, part }) {
	const given = part.image_url;
	const held = typeof given === "object" && given !== null;
	const found = held ? Reflect.get(given, "url") : given;
	const detail = held ? Reflect.get(given, "detail") : void 0;
	const url = typeof found === "string" ? found : "";
	return {
		index,
		role,
		url,
		detail,
		embedded: embeddedIn(url)
	};
}
function contentsOf(messages) {
	const parts = [];
	for (const [index, { role, content }] of messages.entries()) if (Array.isArray(content)) for (const part of content) parts.push({
		index,
		role,
		part
	});
	return {
		messages,
		parts,
		images: parts.filter(({ part }) => part.type === "image_url").map(imageOf)
	};
}
function lacksContent(role, content) {
	if (role === "assistant") return false;
	return content === null || content === void 0 || role !== "tool" && role !== "function" && content.length === 0;
}
const CONTENT_RULES = [
	rule({
		id: "chat/developer-role",
		severity: "warning",
		summary: "The role developer is not known to every server of this wire",
		fix: "Write system, unless your server takes developer.",
		source: PRACTICE,
		breaks: () => [row({
			role: "developer",
			content: "x y"
		}, user, assistant)],
		keeps: () => [row({
			role: "system",
			content: "x y"
		}, user, assistant)],
		check({ messages }, report, { profile: { developerRole } }) {
			if (developerRole) return;
			for (const [index, { role }] of messages.entries()) if (role === "developer") report(words`messages[${index}] is by ${quote(role)}.`);
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
				role: "user",
				content: ""
			}, assistant),
			row({
				role: "system",
				content: null
			}, user, assistant),
			row({ role: "user" }, assistant),
			example(line({
				...preference(1),
				input: { messages: [{
					role: "user",
					content: []
				}] }
			}), { method: "dpo" })
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
			example(line(preference(1)), { method: "dpo" })
		],
		check({ messages }, report) {
			for (const [index, { role, content }] of messages.entries()) if (lacksContent(role, content)) report(words`messages[${index}] is by ${quote(role)} and has no content.`);
		}
	}),
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
		check({ parts }, report) {
			for (const { index, part } of parts) if (!PARTS.has(part.type)) report(words`messages[${index}] has a part of the type ${quote(part.type)}.`);
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
		check({ images }, report) {
			for (const { index, role } of images) if (role !== "user") report(words`messages[${index}] is by ${quote(role)} and holds an image.`);
		}
	}),
	rule({
		id: "chat/image-detail",
		severity: "error",
		summary: "The detail of an image is not one that the API knows",
		fix: "Write \"auto\", \"low\" or \"high\", or take detail out.",
		source: VISION,
		breaks: () => [asks(image("https://x.y/z.png", "fine"))],
		keeps: () => [asks(image("https://x.y/z.png", "high"))],
		check({ images }, report) {
			for (const { index, detail } of images) if (!DETAILS.has(detail)) report(words`messages[${index}] has an image of the detail ${quote(String(detail))}.`);
		}
	}),
	rule({
		id: "chat/image-url",
		severity: "error",
		summary: "The URL of an image is neither https nor a data URL of a JPEG, PNG or WEBP",
		fix: "Host it, or embed it in base64.",
		source: VISION,
		breaks: () => [
			asks(image("http://x.y/z.png")),
			asks(image(`data:image/gif;base64,${PNG}`)),
			asks({ type: "image_url" })
		],
		keeps: () => [
			asks(image(`data:image/png;base64,${PNG}`)),
			asks(image(`data:image/webp;base64,${WEBP}`)),
			asks({
				type: "image_url",
				image_url: "https://x.y/z.png"
			})
		],
		check({ images }, report) {
			for (const { index, url } of images) if (!URL_OF_IMAGE.test(url.slice(0, 40))) report(words`messages[${index}] has an image at ${quote(url)}.`);
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
		check({ images }, report) {
			for (const { index, embedded } of images) if (embedded !== void 0 && embedded.size > LARGEST_IMAGE) report(words`messages[${index}] embeds an image of ${embedded.size} bytes.`);
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
		check({ images }, report) {
			for (const { index, embedded } of images) {
				if (embedded === void 0 || embedded.size > LARGEST_IMAGE) continue;
				const { type, data } = embedded;
				if (/[^A-Za-z0-9+/=]/.test(data)) report(words`messages[${index}] embeds an image that is not base64.`);
				else if (BEGINNINGS[type]?.(Buffer.from(data.slice(0, 24), "base64")) !== true) report(words`messages[${index}] embeds an image that is not ${ours(type)}.`);
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
// src/dataset/rules/tools.ts
const Definition = looseObject({
	type: literal("function"),
	function: looseObject({ name: string().check(_regex(/^[\w-]{1,64}$/)) })
});
function nameOf(tool) {
	return typeof tool.function === "object" && tool.function !== null ? Reflect.get(tool.function, "name") : void 0;
}
function isJsonObject(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
}
function callsIn({ messages, tools, parallel_tool_calls }) {
	const calls = [];
	for (const [index, { tool_calls }] of messages.entries()) for (const { id, function: called } of tool_calls ?? []) calls.push({
		index,
		id,
		name: called.name,
		args: called.arguments
	});
	return {
		messages,
		tools,
		parallel_tool_calls,
		calls
	};
}
const TOOL_DEFINITION_RULES = [rule({
	id: "chat/tool-definition",
	severity: "error",
	summary: "A tool is not defined as the API describes it",
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
		}), { method: "dpo" }),
		example(line({
			messages: [user],
			tools: [{ type: "function" }]
		}), { method: "reinforcement" })
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
				tools
			}
		}), { method: "dpo" }),
		example(line({
			messages: [user],
			tools
		}), { method: "reinforcement" })
	],
	check(given, report) {
		for (const [index, tool] of (given ?? []).entries()) if (!Definition.safeParse(tool).success) report(words`tools[${index}] is ${quote(JSON.stringify(tool))}.`);
	}
})];
const TOOL_CALL_RULES = [
	rule({
		id: "chat/parallel-calls",
		severity: "warning",
		summary: "A message makes several calls, but parallel_tool_calls is false",
		fix: "Make one call in each message, or take parallel_tool_calls out.",
		source: SFT,
		breaks: () => [line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1"), call("2")]
			}],
			tools,
			parallel_tool_calls: false
		})],
		keeps: () => [line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1"), call("2")]
			}],
			tools
		})],
		check({ messages, parallel_tool_calls }, report) {
			if (parallel_tool_calls !== false) return;
			for (const [index, { tool_calls }] of messages.entries()) if (tool_calls != null && tool_calls.length > 1) report(words`messages[${index}] makes ${tool_calls.length} calls.`);
		}
	}),
	rule({
		id: "chat/tool-call-id-twice",
		severity: "warning",
		summary: "Two tool calls have the same ID, so it is not clear which one an answer is for",
		fix: "Give each call its own ID.",
		source: SFT,
		breaks: () => [line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1"), call("1")]
			}],
			tools
		})],
		keeps: () => [line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1"), call("01")]
			}],
			tools
		})],
		check({ calls }, report) {
			const made = new Set();
			for (const { index, id } of calls) {
				if (made.has(id)) report(words`messages[${index}] makes another call ${quote(id)}.`);
				made.add(id);
			}
		}
	}),
	rule({
		id: "chat/tool-arguments",
		severity: "error",
		summary: "The arguments of a tool call are not a JSON object, written as a text",
		fix: "Write them as a JSON text, such as \"{\\\"city\\\": \\\"Oslo\\\"}\".",
		source: SFT,
		breaks: () => [line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1", "\"Oslo\"")]
			}],
			tools
		}), line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1", "{x")]
			}],
			tools
		})],
		keeps: () => [line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1", "{\"city\":\"Oslo\"}")]
			}],
			tools
		}), line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1")]
			}],
			tools
		})],
		check({ calls }, report) {
			for (const { index, name, args } of calls) if (!isJsonObject(args)) report(words`messages[${index}]: the arguments of ${quote(name)} are ${quote(args)}.`);
		}
	}),
	rule({
		id: "chat/tool-unknown",
		severity: "warning",
		summary: "A tool is called that tools does not define",
		fix: "Add it to tools.",
		source: SFT,
		breaks: () => [line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1", "{}", "put")]
			}],
			tools
		})],
		keeps: () => [line({
			messages: [user, {
				role: "assistant",
				tool_calls: [call("1")]
			}],
			tools
		})],
		check({ calls, tools: given }, report) {
			const defined = new Set((given ?? []).map(nameOf));
			for (const { index, name } of calls) if (!defined.has(name)) report(words`messages[${index}] calls ${quote(name)}.`);
		}
	}),
	rule({
		id: "chat/tool-answer-without-call",
		severity: "error",
		summary: "A tool answers a call that was not made",
		fix: "Set tool_call_id to the ID of an earlier call.",
		source: SFT,
		breaks: () => [row(user, {
			role: "tool",
			tool_call_id: "9",
			content: "x"
		}, assistant), row(user, {
			role: "tool",
			content: "x"
		}, assistant)],
		keeps: () => [line({
			messages: [
				user,
				{
					role: "assistant",
					tool_calls: [call("1")]
				},
				{
					role: "tool",
					tool_call_id: "1",
					content: "x"
				},
				assistant
			],
			tools
		}), fine],
		check({ messages }, report) {
			const made = new Set();
			for (const [index, { role, tool_calls, tool_call_id }] of messages.entries()) {
				for (const { id } of tool_calls ?? []) made.add(id);
				if (role === "tool" && !made.has(tool_call_id ?? "")) report(words`messages[${index}] answers ${quote(tool_call_id ?? "no ID")}, which no message before it calls.`);
			}
		}
	}),
	rule({
		id: "chat/tool-call-unanswered",
		severity: "warning",
		summary: "A tool call has no answer",
		fix: "Add the message of the tool, or end the conversation at the call.",
		source: SFT,
		breaks: () => [line({
			messages: [
				user,
				{
					role: "assistant",
					tool_calls: [call("1")]
				},
				assistant
			],
			tools
		})],
		keeps: () => [fine],
		check({ messages }, report) {
			const open = new Set();
			for (const { role, tool_calls, tool_call_id } of messages) {
				for (const { id } of tool_calls ?? []) open.add(id);
				if (role === "tool") open.delete(tool_call_id ?? "");
			}
			for (const { id } of messages.at(-1)?.tool_calls ?? []) open.delete(id);
			for (const id of open) report(words`The call ${quote(id)} has no answer.`);
		}
	})
];
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
		id: "preference/empty-output",
		severity: "error",
		summary: "An output of the assistant is empty",
		fix: "Write the answer, or remove the row.",
		source: DPO,
		breaks: () => [example(line({
			...preference(1),
			preferred_output: [{
				role: "assistant",
				content: ""
			}]
		}), { method: "dpo" })],
		keeps: () => [example(line({
			...preference(1),
			preferred_output: [{
				role: "assistant",
				tool_calls: [call("1")]
			}]
		}), { method: "dpo" })],
		check(pair, report) {
			for (const [name, messages] of outputsOf(pair)) if (messages.some((message) => message.role === "assistant" && !message.tool_calls?.length && !message.content?.length)) report(words`${ours(name)} has a message of the assistant without content.`);
		}
	}),
	rule({
		id: "preference/output-count",
		severity: "warning",
		summary: "An output has more than one message",
		fix: "Keep one message in each output.",
		source: DPO,
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
const REINFORCEMENT_RULES = [
	rule({
		id: "reinforcement/missing-item",
		severity: "error",
		summary: "The grader uses a field that the row does not have",
		fix: "Add the field to the row, or take it out of the grader.",
		source: RFT,
		breaks: () => [example(row(user), {
			method: "reinforcement",
			graderItems: ["answer"]
		})],
		keeps: () => [example(line({
			messages: [user],
			answer: 1
		}), {
			method: "reinforcement",
			graderItems: ["answer"]
		})],
		check(given, report, { graderItems }) {
			for (const name of graderItems) if (!(name in given)) report(words`The grader uses item.${ours(name)}, which the row does not have.`);
		}
	}),
	rule({
		id: "reinforcement/system-role",
		severity: "warning",
		summary: "The API describes no role system for reinforcement",
		fix: "Write developer.",
		source: RFT,
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
			const system = messages.findIndex(({ role }) => role === "system");
			if (system >= 0 && developerRole) report(words`messages[${system}] is by ${quote("system")}.`);
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
export { tools as A, image as C, preference as D, other as E, messages as F, parallel_tool_calls as I, plainText as L, quote as M, quoteValue as N, reinforcement as O, functions as P, tools$1 as R, fine as S, lines as T, example as _, TOOL_DEFINITION_RULES as a, assistant as b, contentsOf as c, BEST as d, PRACTICE as f, VISION as g, SFT as h, TOOL_CALL_RULES as i, user as j, row as k, CHAT_RULES as l, RFT as m, PREFERENCE_RULES as n, callsIn as o, RFC as p, COMPLETION_RULES as r, CONTENT_RULES as s, REINFORCEMENT_RULES as t, AZURE as u, rule as v, line as w, completion as x, asks as y };
