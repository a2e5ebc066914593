import { D as parse, O as safeParse, _ as string, c as looseObject } from "./schemas.js";
import { F as messages, I as parallel_tool_calls, P as functions, R as tools, a as TOOL_DEFINITION_RULES, c as contentsOf, i as TOOL_CALL_RULES, l as CHAT_RULES, n as PREFERENCE_RULES, o as callsIn, r as COMPLETION_RULES, s as CONTENT_RULES, t as REINFORCEMENT_RULES } from "./reinforcement.js";
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
// src/dataset/tokens/recipe.ts
const IMAGE_TOKENS = 85;
const PER_MESSAGE = 3;
const PER_NAME = 1;
function contentTokens(content, { count }) {
	if (content === null || content === void 0) return 0;
	if (typeof content === "string") return count(content);
	return content.reduce((sum, { text, refusal }) => {
		const written = text ?? refusal;
		return sum + (written === void 0 ? IMAGE_TOKENS : count(written));
	}, 0);
}
function messageTokens(message, counter) {
	const { count } = counter;
	const calls = (message.tool_calls ?? []).map(({ function: called }) => count(called.name) + count(called.arguments));
	if (message.function_call) calls.push(count(message.function_call.name) + count(message.function_call.arguments));
	return PER_MESSAGE + count(message.role) + contentTokens(message.content, counter) + (message.name ? count(message.name) + PER_NAME : 0) + (message.refusal ? count(message.refusal) : 0) + (message.tool_call_id ? count(message.tool_call_id) : 0) + calls.reduce((sum, tokens) => sum + tokens, 0);
}
function conversationTokens(messages, counter) {
	return messages.reduce((sum, message) => sum + messageTokens(message, counter), 0);
}
function toolTokens(tools, { count }) {
	return Array.isArray(tools) && tools.length > 0 ? count(JSON.stringify(tools)) : 0;
}
function learned(messages) {
	return messages.filter(({ role, weight }) => role === "assistant" && weight !== 0);
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
	for (let index = 0; index < all.length; index += 1) {
		const message = all[index];
		if (!isPlainMessage(message)) return false;
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
	check: (row, settings) => [
		...faultsOf(CHAT_RULES, row, settings),
		...faultsOf(TOOL_DEFINITION_RULES, row.tools, settings),
		...faultsOf(TOOL_CALL_RULES, callsIn(row), settings),
		...faultsOf(CONTENT_RULES, contentsOf(row.messages), settings)
	],
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
	tokens: (row, counter) => ({
		total: conversationTokens(row.messages, counter) + toolTokens(row.tools ?? row.functions, counter) + 3,
		trained: conversationTokens(learned(row.messages), counter)
	}),
	plain: plain$1
});
// src/dataset/formats/completion.ts
const CompletionRow = looseObject({
	prompt: string({ error: "a text" }),
	completion: string({ error: "a text" })
});
function said$1(prompt, completion) {
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
	saidBy: (row) => said$1(row.prompt, row.completion),
	saidByAny: ({ prompt, completion: text }) => said$1(prompt, text),
	messages: () => [],
	turns: () => 1,
	answer: (row) => ({
		role: "assistant",
		content: row.completion
	}),
	lesson: (row) => said$1(row.prompt, row.completion).messages,
	tokens(row, { count }) {
		const trained = count(row.completion);
		return {
			total: count(row.prompt) + trained,
			trained
		};
	},
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
function said(input, given, outputs) {
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
// src/dataset/formats/formats.ts
const LIST = {
	preference: format({
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
			...faultsOf(TOOL_DEFINITION_RULES, row.input.tools, settings),
			...faultsOf(CONTENT_RULES, contentsOf(row.input.messages), settings)
		],
		saidBy: ({ input, preferred_output, non_preferred_output }) => said(input.messages, input.tools, [output(preferred_output), output(non_preferred_output)]),
		saidByAny({ input, preferred_output, non_preferred_output }) {
			const { messages: all, tools: given } = Object(input);
			return said(Array.isArray(all) ? all : [input], given, [preferred_output, non_preferred_output]);
		},
		messages: allMessages,
		turns: (row) => allMessages(row).filter(({ role }) => role === "user").length,
		answer: (row) => allMessages(row).findLast(({ role }) => role === "assistant"),
		lesson: (row) => [...row.input.messages, ...row.preferred_output],
		tokens(row, counter) {
			const answers = conversationTokens(row.preferred_output, counter) + conversationTokens(row.non_preferred_output, counter);
			return {
				total: conversationTokens(row.input.messages, counter) + toolTokens(row.input.tools, counter) + answers + 3,
				trained: answers
			};
		}
	}),
	chat,
	reinforcement: format({
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
		check: (row, settings) => [
			...faultsOf(REINFORCEMENT_RULES, row, settings),
			...faultsOf(TOOL_DEFINITION_RULES, row.tools, settings),
			...faultsOf(CONTENT_RULES, contentsOf(row.messages), settings)
		],
		saidBy: unansweredBy,
		saidByAny: (value) => Array.isArray(value.messages) ? unansweredByAny(value.messages, value) : void 0,
		messages: (row) => row.messages,
		turns: (row) => row.messages.filter(({ role }) => role === "user").length,
		answer: () => void 0,
		lesson: (row) => row.messages,
		tokens: (row, counter) => ({
			total: conversationTokens(row.messages, counter) + toolTokens(row.tools, counter) + 3,
			trained: 0
		})
	}),
	completion
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
function rowTokens(row, counter) {
	return FORMATS[row.format].tokens(row.row, counter);
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
export { meantFormat as a, saidBy as c, lessonOf as i, keysOf as l, figuresOf as n, plainIn as o, formatFor as r, rowTokens as s, FORMAT_NAMES as t, faultsOf as u };
