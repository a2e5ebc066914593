export const id = 559;
export const ids = [559];
export const modules = {

/***/ 1996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   GP: () => (/* binding */ format),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   kR: () => (/* binding */ hasWords)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23945);
/** What a data format is: one object that recognises its rows, checks and counts them, and knows what they ask and what they answer. */

/** A format by its definition. */
function format(defined) {
    const { name, schema, check } = defined;
    return {
        ...defined,
        read: (value) => ({ format: name, row: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg(schema, value) }),
        inspect(value, settings) {
            const parsed = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xL(schema, value);
            if (!parsed.success)
                return { issues: parsed.error.issues };
            return { row: { format: name, row: parsed.data }, found: check(parsed.data, settings) };
        },
    };
}
/** How many keys an object has of its own. */
function keysOf(value) {
    let count = 0;
    for (const _ in value)
        count += 1;
    return count;
}
/** More than white space. */
const hasWords = (text) => /\S/.test(text);
/** A list with something in it; undefined for what is none. */
const filled = (list) => (Array.isArray(list) && list.length > 0 ? list : undefined);


/***/ }),

/***/ 28228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BU: () => (/* binding */ FORMAT_NAMES),
  h5: () => (/* binding */ figuresOf),
  Bm: () => (/* binding */ formatFor),
  um: () => (/* binding */ lessonOf),
  v_: () => (/* binding */ meantFormat),
  g1: () => (/* binding */ plainIn),
  vD: () => (/* binding */ rowTokens),
  TT: () => (/* binding */ saidBy)
});

// UNUSED EXPORTS: formatOf

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
// EXTERNAL MODULE: ./lib/dataset/rules/chat.js
var chat = __webpack_require__(5776);
// EXTERNAL MODULE: ./lib/dataset/rules/content.js
var content = __webpack_require__(55797);
// EXTERNAL MODULE: ./lib/dataset/rules/found.js
var found = __webpack_require__(19860);
// EXTERNAL MODULE: ./lib/dataset/rules/tools.js
var tools = __webpack_require__(62179);
;// CONCATENATED MODULE: ./lib/dataset/tokens/recipe.js
/** An image costs about this in its low detail; no one publishes what training charges for one. */
const IMAGE_TOKENS = 85;
const PER_MESSAGE = 3;
const PER_NAME = 1;
const PER_EXAMPLE = 3;
function contentTokens(content, { count }) {
    if (content === null || content === undefined)
        return 0;
    if (typeof content === 'string')
        return count(content);
    return content.reduce((sum, { text, refusal }) => {
        const written = text ?? refusal;
        return sum + (written === undefined ? IMAGE_TOKENS : count(written));
    }, 0);
}
function messageTokens(message, counter) {
    const { count } = counter;
    const calls = (message.tool_calls ?? []).map(({ function: called }) => count(called.name) + count(called.arguments));
    if (message.function_call)
        calls.push(count(message.function_call.name) + count(message.function_call.arguments));
    return (PER_MESSAGE +
        count(message.role) +
        contentTokens(message.content, counter) +
        (message.name ? count(message.name) + PER_NAME : 0) +
        (message.refusal ? count(message.refusal) : 0) +
        (message.tool_call_id ? count(message.tool_call_id) : 0) +
        calls.reduce((sum, tokens) => sum + tokens, 0));
}
function conversationTokens(messages, counter) {
    return messages.reduce((sum, message) => sum + messageTokens(message, counter), 0);
}
/** Definitions of tools count as the compact JSON in which they were written. */
function toolTokens(tools, { count }) {
    return Array.isArray(tools) && tools.length > 0 ? count(JSON.stringify(tools)) : 0;
}
/** The messages that are learned. */
function learned(messages) {
    return messages.filter(({ role, weight }) => role === 'assistant' && weight !== 0);
}

// EXTERNAL MODULE: ./lib/dataset/formats/format.js
var format = __webpack_require__(1996);
// EXTERNAL MODULE: ./lib/dataset/formats/messages.js
var messages = __webpack_require__(58391);
;// CONCATENATED MODULE: ./lib/dataset/formats/chat.js
/** Supervised fine-tuning on conversations: the assistant's messages are what is learned. */








const ChatRow = schemas/* looseObject */._H3({ messages: messages/* messages */.DZ, tools: messages/* tools */.Yl, parallel_tool_calls: messages/* parallel_tool_calls */.N9, functions: messages/* functions */.Cn });
const CHAT_KEYS = new Set(['messages', 'tools', 'parallel_tool_calls', 'functions']);
/** A conversation that ends without an answer: what stands beside its messages is what an answer is held against, and nothing contradicts it. */
function unanswered(all, beside) {
    return { messages: [...all, beside], asked: all.length, given: undefined, contradictedBy: 'nothing' };
}
const besideMessages = ({ messages: _, ...rest }) => rest;
/** The same of a row that has its shape. */
const unansweredBy = (row) => unanswered(row.messages, { role: 'user', content: JSON.stringify(besideMessages(row)) });
/** The same of any row with a list of messages. */
const unansweredByAny = (all, row) => unanswered(all, besideMessages(row));
/** The last message is what the others ask for, with the tools that are given. */
function answered(all, { tools: given, functions: old }) {
    return { messages: all, asked: all.length - 1, given: (0,format/* filled */.Bq)(given ?? old), contradictedBy: 'answer' };
}
const isAnswer = (message) => typeof message === 'object' && message !== null && 'role' in message && message.role === 'assistant';
function isPlainMessage(value) {
    if (typeof value !== 'object' || value === null || !('role' in value) || !('content' in value))
        return false;
    const { role, content } = value;
    return (role === 'user' || role === 'assistant' || role === 'system') && typeof content === 'string' && (0,format/* keysOf */.YD)(value) === 2;
}
function isPlainChat(value) {
    if (!('messages' in value) || !Array.isArray(value.messages))
        return false;
    const all = value.messages;
    let asked = false;
    let answered = false;
    for (let index = 0; index < all.length; index += 1) {
        const message = all[index];
        if (!isPlainMessage(message))
            return false;
        answered = message.role === 'assistant';
        asked ||= message.role === 'user';
        if (answered ? !(0,format/* hasWords */.kR)(message.content) : message.content === '')
            return false;
    }
    return asked && answered;
}
const ROW_SIZE = '{"messages":[]}'.length;
const MESSAGE_SIZE = '{"role":"","content":""},'.length;
function plain(value, keys) {
    if (keys !== 1 || !isPlainChat(value))
        return undefined;
    let size = ROW_SIZE + MESSAGE_SIZE * value.messages.length - 1;
    for (const { role, content } of value.messages)
        size += role.length + content.length;
    return { row: { format: 'chat', row: value }, keys: 1 + 2 * value.messages.length, size };
}
const chat_chat = (0,format/* format */.GP)({
    name: 'chat',
    method: 'supervised',
    // A row with messages alone cannot say whether it is a conversation to learn or a prompt to answer: the method decides.
    is: (value, method) => 'messages' in value && method !== 'reinforcement',
    lists: ({ messages: all, tools: given, functions: old }) => ({ messages: all, tools: given, functions: old }),
    schema: ChatRow,
    keys: { known: CHAT_KEYS, taken: 'a chat row takes messages, tools and parallel_tool_calls' },
    check: (row, settings) => [
        ...(0,found/* faultsOf */.x)(chat/* CHAT_RULES */.V, row, settings),
        ...(0,found/* faultsOf */.x)(tools/* TOOL_DEFINITION_RULES */.JQ, row.tools, settings),
        ...(0,found/* faultsOf */.x)(tools/* TOOL_CALL_RULES */.In, (0,tools/* callsIn */.Tz)(row), settings),
        ...(0,found/* faultsOf */.x)(content/* CONTENT_RULES */.Q, (0,content/* contentsOf */.K)(row.messages), settings),
    ],
    saidBy: (row) => (isAnswer(row.messages.at(-1)) ? answered(row.messages, row) : unansweredBy(row)),
    saidByAny(value) {
        if (!Array.isArray(value.messages))
            return undefined;
        const all = value.messages;
        return isAnswer(all.at(-1)) ? answered(all, value) : unansweredByAny(all, value);
    },
    messages: (row) => row.messages,
    turns: (row) => row.messages.filter(({ role }) => role === 'user').length,
    answer: (row) => row.messages.findLast(({ role }) => role === 'assistant'),
    lesson: (row) => row.messages,
    tokens: (row, counter) => ({
        total: conversationTokens(row.messages, counter) + toolTokens(row.tools ?? row.functions, counter) + PER_EXAMPLE,
        trained: conversationTokens(learned(row.messages), counter),
    }),
    plain,
});

// EXTERNAL MODULE: ./lib/dataset/rules/completion.js
var completion = __webpack_require__(43620);
;// CONCATENATED MODULE: ./lib/dataset/formats/completion.js
/** Supervised fine-tuning on plain text. */




const CompletionRow = schemas/* looseObject */._H3({
    prompt: schemas/* string */.YjP({ error: 'a text' }),
    completion: schemas/* string */.YjP({ error: 'a text' }),
});
/** The row as a question and its answer. To no question there may be any answer. */
function said(prompt, completion) {
    return {
        messages: [
            { role: 'user', content: prompt },
            { role: 'assistant', content: completion },
        ],
        asked: 1,
        given: undefined,
        contradictedBy: typeof prompt === 'string' && prompt.trim() === '' ? 'nothing' : 'answer',
    };
}
const SIZE = '{"prompt":"","completion":""}'.length;
function isPlainCompletion(value) {
    if (!('prompt' in value) || !('completion' in value))
        return false;
    return typeof value.prompt === 'string' && typeof value.completion === 'string' && (0,format/* hasWords */.kR)(value.completion);
}
function completion_plain(value, keys) {
    if (keys !== 2 || !isPlainCompletion(value))
        return undefined;
    return { row: { format: 'completion', row: value }, keys, size: SIZE + value.prompt.length + value.completion.length };
}
const completion_completion = (0,format/* format */.GP)({
    name: 'completion',
    method: 'supervised',
    is: (value) => 'prompt' in value && 'completion' in value && !('messages' in value),
    lists: () => ({}),
    schema: CompletionRow,
    keys: { known: new Set(['prompt', 'completion']), taken: 'it takes prompt, completion' },
    check: (row, settings) => (0,found/* faultsOf */.x)(completion/* COMPLETION_RULES */.L, row, settings),
    saidBy: (row) => said(row.prompt, row.completion),
    saidByAny: ({ prompt, completion: text }) => said(prompt, text),
    messages: () => [],
    turns: () => 1,
    answer: (row) => ({ role: 'assistant', content: row.completion }),
    lesson: (row) => said(row.prompt, row.completion).messages,
    tokens(row, { count }) {
        const trained = count(row.completion);
        return { total: count(row.prompt) + trained, trained };
    },
    plain: completion_plain,
});

// EXTERNAL MODULE: ./lib/dataset/rules/preference.js
var preference = __webpack_require__(11051);
;// CONCATENATED MODULE: ./lib/dataset/formats/preference.js
/** Direct preference optimisation: of two answers to one input, which one is wanted. */








const PreferenceRow = schemas/* looseObject */._H3({
    input: schemas/* looseObject */._H3({ messages: messages/* messages */.DZ, tools: messages/* tools */.Yl, parallel_tool_calls: messages/* parallel_tool_calls */.N9 }),
    preferred_output: messages/* messages */.DZ,
    non_preferred_output: messages/* messages */.DZ,
});
/** The input with its two outputs, the wanted one first. */
function preference_said(input, given, outputs) {
    return { messages: [...input, ...outputs], asked: input.length, given: (0,format/* filled */.Bq)(given), contradictedBy: 'order' };
}
const output = (all) => ({ role: 'assistant', content: JSON.stringify(all) });
const allMessages = (row) => [...row.input.messages, ...row.preferred_output, ...row.non_preferred_output];
const preference_preference = (0,format/* format */.GP)({
    name: 'preference',
    method: 'dpo',
    is: (value) => 'input' in value && ('preferred_output' in value || 'non_preferred_output' in value),
    lists: ({ input, preferred_output, non_preferred_output }) => ({ preferred_output, non_preferred_output, ...Object(input) }),
    schema: PreferenceRow,
    keys: {
        known: new Set(['input', 'preferred_output', 'non_preferred_output']),
        taken: 'it takes input, preferred_output, non_preferred_output',
    },
    check: (row, settings) => [
        ...(0,found/* faultsOf */.x)(preference/* PREFERENCE_RULES */.w, row, settings),
        ...(0,found/* faultsOf */.x)(tools/* TOOL_DEFINITION_RULES */.JQ, row.input.tools, settings),
        ...(0,found/* faultsOf */.x)(content/* CONTENT_RULES */.Q, (0,content/* contentsOf */.K)(row.input.messages), settings),
    ],
    saidBy: ({ input, preferred_output, non_preferred_output }) => preference_said(input.messages, input.tools, [output(preferred_output), output(non_preferred_output)]),
    saidByAny({ input, preferred_output, non_preferred_output }) {
        const { messages: all, tools: given } = Object(input);
        const asked = Array.isArray(all) ? all : [input];
        return preference_said(asked, given, [preferred_output, non_preferred_output]);
    },
    messages: allMessages,
    turns: (row) => allMessages(row).filter(({ role }) => role === 'user').length,
    answer: (row) => allMessages(row).findLast(({ role }) => role === 'assistant'),
    lesson: (row) => [...row.input.messages, ...row.preferred_output],
    tokens(row, counter) {
        const answers = conversationTokens(row.preferred_output, counter) + conversationTokens(row.non_preferred_output, counter);
        const prompt = conversationTokens(row.input.messages, counter) + toolTokens(row.input.tools, counter);
        return { total: prompt + answers + PER_EXAMPLE, trained: answers };
    },
});

// EXTERNAL MODULE: ./lib/dataset/rules/reinforcement.js
var reinforcement = __webpack_require__(68661);
;// CONCATENATED MODULE: ./lib/dataset/formats/reinforcement.js
/** Reinforcement fine-tuning: a prompt; every key but `messages` and `tools` is what the grader sees as `item`. */









const ReinforcementRow = schemas/* looseObject */._H3({ messages: messages/* messages */.DZ, tools: messages/* tools */.Yl });
const reinforcement_reinforcement = (0,format/* format */.GP)({
    name: 'reinforcement',
    method: 'reinforcement',
    is: (value, method) => 'messages' in value && method === 'reinforcement',
    /** A prompt without an answer, with fields that only a grader reads. */
    isMeant(value) {
        const all = Array.isArray(value.messages) ? value.messages : [];
        const roles = all.map((message) => typeof message === 'object' && message !== null ? Reflect.get(message, 'role') : undefined);
        return roles.at(-1) === 'user' && !roles.includes('assistant') && Object.keys(value).some((key) => !CHAT_KEYS.has(key));
    },
    // Other fields are what a grader reads, and may be of any length.
    lists: ({ messages: all, tools: given, functions }) => ({ messages: all, tools: given, functions }),
    schema: ReinforcementRow,
    check: (row, settings) => [
        ...(0,found/* faultsOf */.x)(reinforcement/* REINFORCEMENT_RULES */.A, row, settings),
        ...(0,found/* faultsOf */.x)(tools/* TOOL_DEFINITION_RULES */.JQ, row.tools, settings),
        ...(0,found/* faultsOf */.x)(content/* CONTENT_RULES */.Q, (0,content/* contentsOf */.K)(row.messages), settings),
    ],
    // What the grader sees belongs to the row: the same question may be asked with other answers.
    saidBy: unansweredBy,
    saidByAny: (value) => (Array.isArray(value.messages) ? unansweredByAny(value.messages, value) : undefined),
    messages: (row) => row.messages,
    turns: (row) => row.messages.filter(({ role }) => role === 'user').length,
    answer: () => undefined,
    lesson: (row) => row.messages,
    // The prompt alone: answers are sampled.
    tokens: (row, counter) => ({
        total: conversationTokens(row.messages, counter) + toolTokens(row.tools, counter) + PER_EXAMPLE,
        trained: 0,
    }),
});

;// CONCATENATED MODULE: ./lib/dataset/formats/formats.js
/** The formats that a row of training data may have: each is one object in a file of its own; a new one is added to the list here. */




const LIST = { preference: preference_preference, chat: chat_chat, reinforcement: reinforcement_reinforcement, completion: completion_completion };
const FORMATS = LIST;
const ALL = Object.values(LIST);
/** The names of the formats; a row is marked by the index of its format. */
const FORMAT_NAMES = ALL.map(({ name }) => name);
/** The format of a parsed row; undefined when it is in none. */
function formatFor(value, method) {
    return ALL.find(({ is }) => is(value, method));
}
/** The name of the format of a parsed row; undefined when it is in none. */
function formatOf(value, method) {
    return formatFor(value, method)?.name;
}
/** The format that a row was meant for, which may be another than the one it is taken for. */
function meantFormat(value, taken) {
    return ALL.find(({ isMeant }) => isMeant?.(value) === true) ?? taken;
}
const PLAIN = ALL.filter(({ plain }) => plain !== undefined);
/** A plain row without fault in its structure; undefined when it has to be looked at closely. */
function plainIn(value, keys, method) {
    for (const format of PLAIN) {
        const row = format.method === method ? format.plain?.(value, keys) : undefined;
        if (row !== undefined)
            return row;
    }
    return undefined;
}
/** What a row asks and what it answers. */
function saidBy(row) {
    return FORMATS[row.format].saidBy(row.row);
}
/**
 * The tokens of one row, by the recipe of OpenAI's cookbook, which `tokens/recipe.ts` says in full. A preference row is its input with
 * both answers; a reinforcement row is its prompt, since the answers are sampled.
 */
function rowTokens(row, counter) {
    return FORMATS[row.format].tokens(row.row, counter);
}
/** What figures are taken from: all messages, how often a user speaks, and the answer that is learned. */
function figuresOf(row) {
    const format = FORMATS[row.format];
    return { messages: format.messages(row.row), turns: format.turns(row.row), answer: format.answer(row.row) };
}
/** The messages that supervised training goes over. */
function lessonOf(row) {
    return FORMATS[row.format].lesson(row.row);
}


/***/ }),

/***/ 41042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   S4: () => (/* binding */ keysOfRow),
/* harmony export */   sW: () => (/* binding */ hashContent)
/* harmony export */ });
/* unused harmony export normalised */
/* harmony import */ var _formats_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28228);

/** ASCII folded: letters small, white space as a space. */
const FOLD = Uint8Array.from({ length: 128 }, (_, code) => /\s/.test(String.fromCharCode(code)) ? 0x20 : String.fromCharCode(code).toLowerCase().charCodeAt(0));
const SPACE = 0x20;
const SEED = 0x811c9dc5;
function fold(code) {
    if (code < 128)
        return FOLD[code] ?? 0;
    return code === 0x85 || code === 0x2028 || code === 0x2029 || code === 0x1680 || code === 0xfeff ? SPACE : code;
}
/** A text as rows are compared: equal but for case, white space or Unicode form. */
function normalised(text) {
    return text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\u0085]+/g, ' ')
        .trim();
}
/** Mixes a text into a hash of 32 bits: its folded characters, a run of white space as one, none at its ends. `ascii`: it is known to have no other characters. */
function hashText(seed, given, ascii) {
    const text = ascii ? given : given.normalize('NFKC').toLowerCase();
    let hash = seed;
    let begun = false;
    let space = false;
    for (let index = 0; index < text.length; index += 1) {
        const code = fold(text.charCodeAt(index));
        if (code === SPACE) {
            space = begun;
            continue;
        }
        begun = true;
        if (space)
            hash = Math.imul(hash ^ SPACE, 0x01000193);
        space = false;
        hash = Math.imul(hash ^ code, 0x01000193);
    }
    // Ends the text, so that what follows is not taken for its rest.
    return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}
/** Content as a text to compare by: two images are two contents. */
function contentKey(content) {
    if (typeof content === 'string')
        return content;
    return content === null || content === undefined ? '' : JSON.stringify(content);
}
/** What a message says beside its content; empty for a plain one. */
function besides({ tool_calls, function_call, refusal, name, weight }) {
    const said = [tool_calls, function_call, refusal, name, weight === 0 ? 0 : undefined];
    return said.every((one) => one === undefined || one === null) ? '' : JSON.stringify(said);
}
function hashMessage(seed, message, ascii) {
    const said = hashText(hashText(seed, message.role, true), contentKey(message.content), ascii);
    const more = besides(message);
    return more === '' ? said : hashText(said, more, ascii);
}
/** What a row says, laid out so that rows with one prompt and another answer contradict each other; without a prompt nothing contradicts. */
function comparable(row) {
    const said = (0,_formats_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .saidBy */ .TT)(row);
    if (said.contradictedBy === 'answer')
        return said;
    if (said.contradictedBy === 'nothing')
        return { ...said, asked: 0 };
    // Answers without their order are what is asked; which of them is wanted is the answer.
    const question = said.messages.slice(0, said.asked);
    const answers = said.messages.slice(said.asked);
    const sorted = answers.toSorted((left, right) => (contentKey(left.content) < contentKey(right.content) ? -1 : 1));
    return { ...said, messages: [...question, ...sorted, ...answers.slice(0, 1)], asked: said.messages.length };
}
/** The hash of all that a row says. `ascii`: its line is known to have no other characters. */
function hashContent(row, ascii) {
    const { messages, asked, given } = comparable(row);
    let hash = given === undefined ? SEED : hashText(SEED, JSON.stringify(given), ascii);
    let prompt = hash;
    for (const [index, message] of messages.entries()) {
        hash = hashMessage(hash, message, ascii);
        if (index < asked)
            prompt = hash;
    }
    // 0 is kept for what was not hashed.
    return { whole: hash || 1, prompt: asked === 0 ? 0 : prompt || 1 };
}
/** So many characters at each end of a text, white space left out, are its key. */
const WINDOW = 8;
/** Where non-ASCII ones are among them, so much of the text is normalised to find them. */
const REACH = 48;
/**
 * Mixes up to WINDOW characters of a text, from its beginning or from its end, into a number.
 * @returns undefined when there is a character among them, or right after them, that is not of ASCII: it may be another one after normalisation
 */
function mixWindow(seed, text, fromEnd) {
    let key = seed;
    const { length } = text;
    let taken = 0;
    for (let index = 0; index < length; index += 1) {
        const code = text.charCodeAt(fromEnd ? length - 1 - index : index);
        if (code > 127)
            return undefined;
        if (taken === WINDOW)
            break;
        const folded = FOLD[code] ?? 0;
        if (folded === SPACE)
            continue;
        taken += 1;
        key = Math.imul(key ^ folded, 0x01000193);
    }
    return key ^ (key >>> 15);
}
/** The same for any text: an end of it is normalised, and where that does not tell, all of it. */
function mixNormalised(seed, text, fromEnd) {
    const end = fromEnd ? text.trimEnd().slice(-REACH) : text.trimStart().slice(0, REACH);
    const normal = end.normalize('NFKC').toLowerCase();
    let key = seed;
    let taken = 0;
    for (let index = 0; index < normal.length && taken < WINDOW; index += 1) {
        const code = fold(normal.charCodeAt(fromEnd ? normal.length - 1 - index : index));
        if (code === SPACE)
            continue;
        taken += 1;
        key = Math.imul(key ^ code, 0x01000193);
    }
    if (taken < WINDOW && end.length < text.length)
        return mixNormalised(seed, normalised(text).replaceAll(' ', ''), fromEnd);
    return key ^ (key >>> 15);
}
function mixText(seed, text) {
    const begun = mixWindow(seed, text, false) ?? mixNormalised(seed, text, false);
    return mixWindow(begun, text, true) ?? mixNormalised(begun, text, true);
}
/** The last message of some, and how many there are: what rows that say the same must have in common, and others seldom have. */
function mixLast(seed, messages, end) {
    const last = messages[end - 1];
    if (last === undefined)
        return seed;
    // A role is told by its length, near enough.
    return mixText(Math.imul(seed ^ (end * 16 + last.role.length), 0x2c1b3c6d), contentKey(last.content));
}
function keysOfRow(row) {
    const { messages, asked } = comparable(row);
    const prompt = mixLast(SEED, messages, asked);
    return { whole: mixLast(prompt, messages, messages.length), prompt: asked === 0 ? 0 : prompt | 1 };
}
/** What `hashContent` hashes, as texts that can be compared. The prompt is `[]` where no other answer would contradict. */
function contentOf(row) {
    const { messages, asked, given } = comparable(row);
    const join = (part) => JSON.stringify([
        ...(given === undefined ? [] : [normalised(JSON.stringify(given))]),
        ...part.map((message) => [message.role, normalised(contentKey(message.content)), normalised(besides(message))]),
    ]);
    return { prompt: asked === 0 ? '[]' : join(messages.slice(0, asked)), whole: join(messages) };
}


/***/ }),

/***/ 40148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ RowBuffer),
/* harmony export */   IO: () => (/* binding */ formatsOf),
/* harmony export */   Pf: () => (/* binding */ RowTable)
/* harmony export */ });
/** Which rows there are, in typed arrays, whatever the rows hold; and which of them seem to be alike. */
/** The fields of a row, each a number of 32 bits. */
const KEY = 0;
const PROMPT_KEY = 1;
const LINE = 2;
const OFFSET = 3;
/** Length * 32 + format: no line is longer than 32 MiB (2 ** 25), so 32 formats have room in the bits of a number. */
const SIZE = 4;
/** Of the content, 0 where it was not hashed. */
const WHOLE = 5;
const PROMPT = 6;
const WIDTH = 7;
const FORMAT_BITS = 5;
/** Gathers the rows of a chunk. */
class RowBuffer {
    #rows = new Int32Array(WIDTH * 1024);
    #count = 0;
    /** @param format 0…31 */
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
        rows[at + SIZE] = (length << FORMAT_BITS) | format;
        rows[at + WHOLE] = content?.whole ?? 0;
        rows[at + PROMPT] = content?.prompt ?? 0;
        this.#count += 1;
    }
    /** All that were added since the last call. */
    take() {
        const taken = this.#rows.slice(0, this.#count * WIDTH);
        this.#count = 0;
        return taken;
    }
}
/** A number of an array at an index that is known to be within it. */
function numberAt(values, index) {
    return values[index] ?? 0;
}
/** The line within the chunk and the format of each row. */
function* formatsOf(rows) {
    for (let at = 0; at < rows.length; at += WIDTH)
        yield { line: numberAt(rows, at + LINE), format: numberAt(rows, at + SIZE) & ((1 << FORMAT_BITS) - 1) };
}
/** Pairs of numbers of 32 bits, sorted as numbers of 64 bits: by the second of each pair, then by the first. (Little-endian, as every machine that Node runs on.) */
function sortPairs(pairs) {
    new BigInt64Array(pairs.buffer).sort();
}
/** The index of the last of some sorted values that is not above a limit; -1 when all are. */
function lastNotAbove(count, valueAt, limit) {
    let low = 0;
    for (let high = count; low < high;) {
        const middle = (low + high) >>> 1;
        if (valueAt(middle) <= limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}
/** Rows by a key. */
class KeyIndex {
    /** Row and key of each, sorted by key, then by row. */
    #pairs;
    /** @param pairs row and key of each */
    constructor(pairs) {
        sortPairs(pairs);
        this.#pairs = pairs;
    }
    /** The first row with this key; -1 when there is none. */
    first(key) {
        const at = lastNotAbove(this.#pairs.length / 2, (index) => numberAt(this.#pairs, index * 2 + 1), key - 1) + 1;
        return at * 2 < this.#pairs.length && numberAt(this.#pairs, at * 2 + 1) === key ? numberAt(this.#pairs, at * 2) : -1;
    }
    /** Of each row that is not the first with its key: the first, and the row; sorted by the row. */
    repeats() {
        const pairs = this.#pairs;
        let count = 0;
        for (let at = 3; at < pairs.length; at += 2)
            if (pairs[at] === pairs[at - 2])
                count += 1;
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
}
/** All rows in their order, counted from 0. 28 bytes a row, and 8 for each index over them. */
class RowTable {
    #count = 0;
    #blocks = [];
    /** Indexes that are looked into again, by their field. */
    #indexes = new Map();
    get count() {
        return this.#count;
    }
    /** Adds the rows of a chunk that begins at an offset of its file, after so many lines. */
    add(rows, path, offset, linesBefore) {
        if (rows.length === 0)
            return;
        this.#blocks.push({ rows, path, offset, linesBefore, from: this.#count });
        this.#count += rows.length / WIDTH;
    }
    #block(row) {
        const found = this.#blocks[lastNotAbove(this.#blocks.length, (index) => this.#blocks[index]?.from ?? 0, row)];
        if (found === undefined)
            throw new RangeError(`There is no row ${row} among ${this.#count}.`);
        return found;
    }
    #field(row, field) {
        const { rows, from } = this.#block(row);
        return numberAt(rows, (row - from) * WIDTH + field);
    }
    /** The rows whose field is not 0, by that field. */
    #indexOf(field) {
        const pairs = new Int32Array(this.#count * 2);
        let filled = 0;
        for (const { rows, from } of this.#blocks) {
            for (let at = field, row = from; at < rows.length; at += WIDTH, row += 1) {
                const key = numberAt(rows, at);
                if (key === 0)
                    continue;
                pairs[filled] = row;
                pairs[filled + 1] = key;
                filled += 2;
            }
        }
        return new KeyIndex(filled === pairs.length ? pairs : pairs.slice(0, filled));
    }
    /** The first row with this value in a field; -1 when there is none. The index is made when all rows are there. */
    #first(field, value) {
        const index = this.#indexes.get(field) ?? this.#indexOf(field);
        this.#indexes.set(field, index);
        return index.first(value);
    }
    /** The first row with this key; -1 when there is none. */
    withKey(key) {
        return this.#first(KEY, key);
    }
    /** The first row whose content has this hash, of those that were hashed before the first call; -1 when there is none. */
    withContent(whole) {
        return this.#first(WHOLE, whole);
    }
    *#repeats(alikeField, askedField) {
        const alike = this.#indexOf(alikeField).repeats();
        const asked = this.#indexOf(askedField).repeats();
        for (let one = 0, two = 0; one < alike.length || two < asked.length;) {
            const [left, right] = [alike[one + 1] ?? this.#count, asked[two + 1] ?? this.#count];
            const row = Math.min(left, right);
            yield { row, alike: left === row ? numberAt(alike, one) : -1, asked: right === row ? numberAt(asked, two) : -1 };
            if (left === row)
                one += 2;
            if (right === row)
                two += 2;
        }
    }
    /** The rows that have a key of an earlier one, in their order. */
    meetings() {
        return this.#repeats(KEY, PROMPT_KEY);
    }
    /** The rows whose content has a hash of an earlier one's, of those that were hashed, in their order. */
    suspects() {
        return this.#repeats(WHOLE, PROMPT);
    }
    key(row) {
        return this.#field(row, KEY);
    }
    /** The hash of a row's content; undefined where it was not taken. */
    hash(row) {
        const whole = this.#field(row, WHOLE);
        return whole === 0 ? undefined : { whole, prompt: this.#field(row, PROMPT) };
    }
    /** Keeps a hash that was taken later. */
    keepHash(row, { whole, prompt }) {
        const { rows, from } = this.#block(row);
        rows[(row - from) * WIDTH + WHOLE] = whole;
        rows[(row - from) * WIDTH + PROMPT] = prompt;
    }
    /** Where a row is. */
    place(row) {
        const { rows, path, offset, linesBefore, from } = this.#block(row);
        const at = (row - from) * WIDTH;
        return {
            path,
            line: linesBefore + numberAt(rows, at + LINE),
            offset: offset + numberAt(rows, at + OFFSET),
            length: numberAt(rows, at + SIZE) >>> FORMAT_BITS,
        };
    }
}


/***/ }),

/***/ 45419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ SEEN_BYTES),
/* harmony export */   o: () => (/* binding */ SeenKeys)
/* harmony export */ });
/** In bytes. */
const SEEN_BYTES = 1 << 21;
/** Keys that were seen (a Bloom filter of two bits a key). A key may be taken for another; then a hash is taken that was not needed. */
class SeenKeys {
    #bits;
    /** @param memory SEEN_BYTES; two threads may share it: a bit that one of them loses to the other costs a hash later, and no finding */
    constructor(memory) {
        this.#bits = new Int32Array(memory);
    }
    #set(bit) {
        const mask = 1 << (bit & 31);
        const before = this.#bits[bit >>> 5] ?? 0;
        this.#bits[bit >>> 5] = before | mask;
        return (before & mask) !== 0;
    }
    /** Whether the key was seen before; from now on it is. */
    see(key) {
        const first = this.#set(Math.imul(key, 0x9e3779b1) >>> 8);
        const second = this.#set(Math.imul(key ^ (key >>> 16), 0x85ebca6b) >>> 8);
        return first && second;
    }
}


/***/ }),

/***/ 19860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ faultsOf)
/* harmony export */ });
/** Everything that some rules find in what they look at, rule by rule. */
function faultsOf(rules, subject, settings) {
    const found = [];
    let rule;
    // One for all of them: rules are run on every row that is not plain.
    const report = (detail) => {
        if (rule !== undefined)
            found.push({ rule: rule.id, detail });
    };
    for (rule of rules)
        rule.check?.(subject, report, settings);
    return found;
}


/***/ }),

/***/ 92821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ checkRow)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44842);
/* harmony import */ var _formats_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28228);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19980);



/** Where a schema found something, as a path in the row. The keys in it are those of the schema. */
function place(path) {
    return path.reduce((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`), '');
}
function valueAt(value, path) {
    return path.reduce((inner, key) => Reflect.get(Object(inner), key), value);
}
function described(value) {
    if (value === undefined)
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)('missing');
    if (Array.isArray(value))
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `a list of ${value.length}`;
    if (typeof value === 'string')
        return (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(value);
    return typeof value === 'object' && value !== null ? (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)('an object') : (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteValue */ .c)(value);
}
const KINDS = {
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
};
/** What a schema wants, in words. */
function wanted(issue) {
    if (issue.message !== 'Invalid input')
        return issue.message;
    if (issue.code === 'invalid_type')
        return KINDS[issue.expected] ?? issue.expected;
    return issue.code === 'invalid_value'
        ? issue.values.map((value) => JSON.stringify(value)).join(' or ')
        : 'as the API describes it';
}
function shapeFaults(issues, row) {
    return issues.map((issue) => ({
        rule: 'row/shape',
        detail: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(place(issue.path) || 'The row')} is ${described(valueAt(row, issue.path))}; it must be ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(wanted(issue))}.`,
    }));
}
/** More messages, or tools, no server takes; a schema would stumble over them. */
const LONGEST_LIST = 10_000;
function longLists(lists) {
    return Object.entries(lists).flatMap(([name, inner]) => Array.isArray(inner) && inner.length > LONGEST_LIST
        ? [
            {
                rule: 'row/shape',
                detail: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(name)} is a list of ${inner.length}; it must have at most ${LONGEST_LIST}.`,
            },
        ]
        : []);
}
const unread = (...found) => ({ row: undefined, found });
/** Reads and checks one row. */
function checkRow(value, settings) {
    const format = (0,_formats_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFor */ .Bm)(value, settings.method);
    if (format === undefined) {
        const keys = (0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(Object.keys(value).slice(0, 6).join(', '));
        return unread({ rule: 'row/unknown-format', detail: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The row has the keys ${keys}.` });
    }
    const long = longLists(format.lists(value));
    if (long.length > 0)
        return unread(...long);
    const { name, method } = (0,_formats_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .meantFormat */ .v_)(value, format);
    if (method !== settings.method) {
        const detail = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The row is in the ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(name)} format, but method is ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(settings.method)}. It fits method: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(method)}.`;
        return unread({ rule: 'row/wrong-format', detail });
    }
    const inspected = format.inspect(value, settings);
    if (inspected.issues !== undefined)
        return unread(...shapeFaults(inspected.issues, value));
    const { known, taken } = format.keys ?? {};
    const foreign = Object.keys(value).filter((key) => known?.has(key) === false);
    const keyFaults = foreign.map((key) => ({
        rule: 'row/unknown-key',
        detail: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The row has the key ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(key)}; ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(taken ?? '')}.`,
    }));
    return { row: inspected.row, found: [...keyFaults, ...inspected.found] };
}


/***/ }),

/***/ 71559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ examinerOf)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(44842);
/* harmony import */ var _formats_formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28228);
/* harmony import */ var _likeness_row_hash_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41042);
/* harmony import */ var _likeness_row_table_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(40148);
/* harmony import */ var _likeness_seen_keys_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(45419);
/* harmony import */ var _rules_beginning_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49047);
/* harmony import */ var _rules_found_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(19860);
/* harmony import */ var _rules_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63687);
/* harmony import */ var _rules_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26553);
/* harmony import */ var _rules_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60681);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12145);
/* harmony import */ var _statistics_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23173);
/* harmony import */ var _tokens_row_counter_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3828);
/* harmony import */ var _check_row_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(92821);
/* harmony import */ var _json_line_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(55535);
/* harmony import */ var _plain_rows_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2120);
/** One chunk of lines, examined by itself: in this thread or in another. What needs the whole dataset is left to whoever puts the parts together. */

















/** So many faults of one row are enough to fix it by. */
const MOST_OF_A_ROW = 100;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BRACE = 0x7b;
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The examination of one chunk. */
class Examination {
    #settings;
    #counter;
    #position;
    #found = [];
    #readable;
    #seen;
    #statistics = new _statistics_js__WEBPACK_IMPORTED_MODULE_8__/* .StatisticsGatherer */ .A6();
    #lines = 0;
    #rows = 0;
    #imageRows = 0;
    #systems = { with: 0, without: 0, firstWithout: 0 };
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
        this.#found.push({ ...found, line: this.#lines });
        return undefined;
    }
    run(bytes, first) {
        const ascii = (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes);
        const utf8 = ascii || (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes);
        for (let from = 0; from < bytes.length && !this.#ends;) {
            const newline = bytes.indexOf(NEWLINE, from);
            const end = newline < 0 ? bytes.length : newline;
            this.#lines += 1;
            this.#line({ bytes, ascii, utf8 }, from, end, first && from === 0);
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
            statistics: this.#counter === undefined ? undefined : this.#statistics.part(),
        };
    }
    #line({ bytes, ascii, utf8 }, begin, finish, first) {
        let from = begin;
        let end = finish;
        if (first) {
            const [fault] = (0,_rules_found_js__WEBPACK_IMPORTED_MODULE_13__/* .faultsOf */ .x)(_rules_beginning_js__WEBPACK_IMPORTED_MODULE_3__/* .BEGINNING_RULES */ .C, bytes.subarray(from, end), this.#settings);
            if (fault !== undefined) {
                this.#ends = _rules_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .UNREAD */ .yn.has(fault.rule);
                this.#found.push({ ...fault, line: this.#ends ? undefined : this.#lines });
                if (this.#ends)
                    return undefined;
                // A byte order mark is no part of the row.
                from += 3;
            }
        }
        if (end > from && bytes[end - 1] === RETURN) {
            if (!this.#returns)
                this.#report({ rule: 'file/crlf', detail: (0,_words_js__WEBPACK_IMPORTED_MODULE_14__/* .words */ .aL) `Lines end in CR LF.` });
            this.#returns = true;
            end -= 1;
        }
        if (bytes[from] !== BRACE && end - from < 1024 && bytes.toString('latin1', from, end).trim() === '')
            return this.#report({ rule: 'file/blank-line', detail: (0,_words_js__WEBPACK_IMPORTED_MODULE_14__/* .words */ .aL) `The line is blank.` });
        this.#rows += 1;
        if (!utf8 && !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(from, end)))
            return this.#report({ rule: 'file/not-utf8', detail: (0,_words_js__WEBPACK_IMPORTED_MODULE_14__/* .words */ .aL) `The line is not UTF-8.` });
        const text = bytes.toString(ascii ? 'latin1' : 'utf8', from, end);
        const row = this.#plain(text) ?? this.#careful(text);
        if (row === undefined)
            return undefined;
        // No byte more than characters, and no escape: then all of them are ASCII.
        const plain = text.length === end - from && !text.includes('\\u');
        if (row.format === 'chat')
            this.#begins(row.row.messages[0]?.role);
        this.#keep(row, plain, from, end - from);
        this.#count(row, end - from, this.#position + end);
        return undefined;
    }
    #begins(role) {
        if (role === 'system' || role === 'developer')
            this.#systems.with += 1;
        else {
            if (this.#systems.without === 0)
                this.#systems.firstWithout = this.#lines;
            this.#systems.without += 1;
        }
    }
    #keep(row, ascii, offset, length) {
        const keys = (0,_likeness_row_hash_js__WEBPACK_IMPORTED_MODULE_2__/* .keysOfRow */ .S4)(row);
        const known = this.#seen.see(keys.whole);
        const asked = keys.prompt !== 0 && this.#seen.see(~keys.prompt);
        const content = known || asked ? (0,_likeness_row_hash_js__WEBPACK_IMPORTED_MODULE_2__/* .hashContent */ .sW)(row, ascii) : undefined;
        const format = _formats_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .FORMAT_NAMES */ .BU.indexOf(row.format);
        this.#formats |= 1 << format;
        this.#readable.add({ key: keys.whole, promptKey: keys.prompt, content }, this.#lines, offset, length, format);
    }
    /** A plain row without fault; undefined when it has to be looked at. */
    #plain(text) {
        if (!(0,_plain_rows_js__WEBPACK_IMPORTED_MODULE_12__/* .isPlainText */ .KA)(text))
            return undefined;
        const plain = (0,_plain_rows_js__WEBPACK_IMPORTED_MODULE_12__/* .plainRow */ .Fq)(parsed(text), this.#settings.method);
        if (plain === undefined || !(0,_plain_rows_js__WEBPACK_IMPORTED_MODULE_12__/* .hasNoKeyTwice */ .PF)(plain, text))
            return undefined;
        this.#secrets(text);
        return plain.row;
    }
    #secrets(text) {
        if (!(0,_secrets_js__WEBPACK_IMPORTED_MODULE_7__/* .mayHoldSecret */ .dV)(text))
            return;
        for (const found of (0,_rules_found_js__WEBPACK_IMPORTED_MODULE_13__/* .faultsOf */ .x)(_rules_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .SECRET_RULES */ .v, text, this.#settings))
            this.#report(found);
    }
    #careful(text) {
        const line = (0,_json_line_js__WEBPACK_IMPORTED_MODULE_11__/* .parseLine */ .A)(text);
        if ('found' in line) {
            this.#report(line.found);
            return undefined;
        }
        for (const found of (0,_rules_found_js__WEBPACK_IMPORTED_MODULE_13__/* .faultsOf */ .x)(_rules_text_js__WEBPACK_IMPORTED_MODULE_6__/* .TEXT_RULES */ .U, { text, value: line.value }, this.#settings))
            this.#report(found);
        this.#secrets(text);
        const { row, found } = (0,_check_row_js__WEBPACK_IMPORTED_MODULE_10__/* .checkRow */ .f)(line.value, this.#settings);
        for (const one of found.slice(0, MOST_OF_A_ROW))
            this.#report(one);
        if (row !== undefined && text.includes('"image_url"'))
            this.#imageRows += 1;
        return row;
    }
    #count(row, size, end) {
        const counter = this.#counter;
        const tokens = counter?.add(row, size, end);
        if (tokens === undefined)
            return;
        this.#statistics.add(row, this.#lines, tokens);
        const limit = counter?.rowLimit;
        if (limit !== undefined && tokens.total > limit)
            this.#report({ rule: 'row/over-limit', detail: (0,_words_js__WEBPACK_IMPORTED_MODULE_14__/* .words */ .aL) `The row has ${tokens.total} tokens; the model takes ${limit}.` });
    }
}
/**
 * An examiner in this thread; a tokenizer's vocabulary is loaded where tokens are counted.
 * @param seen which keys were seen, here or in another thread
 */
async function examinerOf(settings, seen) {
    const counter = settings.countTokens ? await _tokens_row_counter_js__WEBPACK_IMPORTED_MODULE_9__/* .RowCounter */ .N.for(settings.model, settings.exactTokensUpTo) : undefined;
    const examining = { settings, counter, seen: new _likeness_seen_keys_js__WEBPACK_IMPORTED_MODULE_15__/* .SeenKeys */ .o(seen), readable: new _likeness_row_table_js__WEBPACK_IMPORTED_MODULE_16__/* .RowBuffer */ .Hl() };
    return {
        examine: ({ bytes, position, first }) => new Examination(examining, position).run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), first),
    };
}


/***/ }),

/***/ 55535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ parseLine)
});

// UNUSED EXPORTS: duplicateKey

// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(44842);
// EXTERNAL MODULE: ./lib/dataset/quote.js
var quote = __webpack_require__(19980);
// EXTERNAL MODULE: ./lib/dataset/secrets.js
var secrets = __webpack_require__(12145);
;// CONCATENATED MODULE: ./lib/dataset/scan/json-fault.js
/** Where a text stops being JSON (RFC 8259). The engine's own message names the place of some faults only. */
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true(?!\w)|false(?!\w)|null(?!\w)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** Follows a string from its opening quote: where it ends, or where it goes wrong. */
function followText(text, from) {
    for (let at = from + 1; at < text.length;) {
        const code = text.charCodeAt(at);
        if (code === 0x22)
            return { at: at + 1, ended: true };
        if (code < 0x20)
            return { at, ended: false };
        ESCAPE.lastIndex = at;
        if (code === 0x5c && !ESCAPE.test(text))
            return { at, ended: false };
        at = code === 0x5c ? ESCAPE.lastIndex : at + 1;
    }
    return { at: text.length, ended: false };
}
/**
 * The index of the first character that cannot stand where it stands; the text's length when it ends too early. Only for a text that is not JSON.
 */
function jsonFault(text) {
    /** For each open bracket, whether it is an object. */
    const open = [];
    let at = 0;
    let expects = 'value';
    /** After an opening bracket its end may follow at once. */
    let fresh = false;
    const match = (pattern) => {
        pattern.lastIndex = at;
        const found = pattern.test(text);
        if (found)
            at = pattern.lastIndex;
        return found;
    };
    for (;;) {
        match(SPACE);
        const character = text[at];
        if (character === undefined)
            return text.length;
        if (fresh && (character === '}' || character === ']') && (character === '}') === open.at(-1)) {
            open.pop();
            at += 1;
            expects = 'more';
            fresh = false;
            continue;
        }
        if (expects === 'more') {
            const inObject = open.at(-1);
            if (inObject === undefined)
                return at;
            if (character === ',')
                expects = inObject ? 'key' : 'value';
            else if ((character === '}') === inObject && (character === '}' || character === ']'))
                open.pop();
            else
                return at;
            at += 1;
            continue;
        }
        fresh = false;
        if (expects === 'colon') {
            if (character !== ':')
                return at;
            at += 1;
            expects = 'value';
            continue;
        }
        if (character === '"') {
            const followed = followText(text, at);
            if (!followed.ended)
                return followed.at;
            at = followed.at;
            expects = expects === 'key' ? 'colon' : 'more';
            continue;
        }
        if (expects === 'key')
            return at;
        if (character === '{' || character === '[') {
            open.push(character === '{');
            at += 1;
            fresh = true;
            expects = character === '{' ? 'key' : 'value';
        }
        else if (match(SCALAR))
            expects = 'more';
        else
            return at;
    }
}

;// CONCATENATED MODULE: ./lib/dataset/scan/json-line.js
/** Lines to values: JSON with the place and a human reason for what is wrong with it. */




const DEEPEST = 100;
/** So much around a fault is looked at for credentials, which are not to be quoted. */
const AROUND = 4000;
/** Why a line is not JSON, in words. */
function reason(line, fault) {
    const from = Math.max(0, fault - AROUND);
    const text = (0,secrets/* masked */.Iv)(line.slice(from, fault + AROUND));
    const at = fault - from;
    const rest = text.slice(at, at + 12);
    const before = text.slice(0, at).trimEnd();
    if (/^[}\]]/.test(rest) && before.endsWith(','))
        return (0,words/* words */.aL) `a comma stands before ${(0,quote/* quote */.h)(rest[0] ?? '')}`;
    if (rest.startsWith("'"))
        return (0,words/* words */.aL) `single quotes where JSON has double quotes`;
    if (/^(NaN|-?Infinity|undefined)\b/.test(rest))
        return (0,words/* words */.aL) `${(0,quote/* quote */.h)(/^-?\w+/.exec(rest)?.[0] ?? rest)} is not a JSON value`;
    if (/^(True|False|None)\b/.test(rest))
        return (0,words/* words */.aL) `${(0,quote/* quote */.h)(/^\w+/.exec(rest)?.[0] ?? rest)} is Python, not JSON`;
    if (/^(\/\/|\/\*|#)/.test(rest))
        return (0,words/* words */.aL) `JSON has no comments`;
    if (at >= text.length)
        return (0,words/* words */.aL) `the line ends in the middle of the JSON`;
    if (/\}$/.test(before) && rest.trim() === ',')
        return (0,words/* words */.aL) `a comma stands after the object`;
    if (/^\s*\{/.test(rest) && /\}$/.test(before))
        return /\r\s*$/.test(text.slice(0, at)) ? (0,words/* words */.aL) `lines end in CR alone, where LF ends a line` : (0,words/* words */.aL) `two objects on one line`;
    const code = text.charCodeAt(at);
    if (code < 0x20)
        return (0,words/* words */.aL) `a control character (U+${(0,words/* ours */.Od)(code.toString(16).padStart(4, '0'))}) that must be escaped`;
    return (0,words/* words */.aL) `${(0,quote/* quote */.h)(text.slice(at, at + 20))} was not expected`;
}
/** How deep brackets nest, strings left out; stops counting beyond the limit. */
function isTooDeep(text) {
    let depth = 0;
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 0x22) {
            for (at += 1; at < text.length && text.charCodeAt(at) !== 0x22; at += 1)
                if (text.charCodeAt(at) === 0x5c)
                    at += 1;
        }
        else if (code === 0x7b || code === 0x5b) {
            depth += 1;
            if (depth > DEEPEST)
                return true;
        }
        else if (code === 0x7d || code === 0x5d)
            depth -= 1;
    }
    return false;
}
/** A key that stands twice in one object; undefined when there is none. The text must be valid JSON. */
function duplicateKey(text) {
    const objects = [];
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 0x7b)
            objects.push(new Set());
        else if (code === 0x5b)
            objects.push(undefined);
        else if (code === 0x7d || code === 0x5d)
            objects.pop();
        else if (code === 0x22) {
            const from = at;
            for (at += 1; text.charCodeAt(at) !== 0x22; at += 1)
                if (text.charCodeAt(at) === 0x5c)
                    at += 1;
            let next = at + 1;
            while (/\s/.test(text[next] ?? ''))
                next += 1;
            const keys = objects.at(-1);
            if (text[next] !== ':' || keys === undefined)
                continue;
            const key = text.slice(from, at + 1);
            if (keys.has(key))
                return key.slice(1, -1);
            keys.add(key);
        }
    }
    return undefined;
}
/** The number of keys in all objects of a value. */
function keyCount(value) {
    if (Array.isArray(value))
        return value.reduce((sum, inner) => sum + keyCount(inner), 0);
    if (typeof value !== 'object' || value === null)
        return 0;
    return Object.values(value).reduce((sum, inner) => sum + 1 + keyCount(inner), 0);
}
/** The number of colons outside strings. */
function colonCount(text) {
    let colons = 0;
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 0x3a)
            colons += 1;
        else if (code === 0x22) {
            at = text.indexOf('"', at + 1);
            while (isEscaped(text, at))
                at = text.indexOf('"', at + 1);
        }
    }
    return colons;
}
function isEscaped(text, at) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c)
        slashes += 1;
    return slashes % 2 === 1;
}
/** Reads one line as a JSON object. */
function parseLine(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        const at = jsonFault(text);
        const detail = (0,words/* words */.aL) `The line is not JSON at column ${at + 1}: ${reason(text, at)}.`;
        return { found: { rule: 'row/not-json', detail, column: at + 1 } };
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        const detail = (0,words/* words */.aL) `The line holds ${Array.isArray(value) ? (0,words/* ours */.Od)('an array') : (0,quote/* quote */.h)(text)}, not an object.`;
        return { found: { rule: 'row/not-object', detail } };
    }
    if (isTooDeep(text))
        return { found: { rule: 'row/too-deep', detail: (0,words/* words */.aL) `The row is nested more than ${DEEPEST} deep.` } };
    // Counting is cheap; naming the key is not.
    if (colonCount(text) !== keyCount(value)) {
        const detail = (0,words/* words */.aL) `The key ${(0,quote/* quote */.h)(duplicateKey(text) ?? '?')} stands twice in one object.`;
        return { found: { rule: 'row/duplicate-key', detail } };
    }
    return { value: { ...value } };
}


/***/ }),

/***/ 2120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fq: () => (/* binding */ plainRow),
/* harmony export */   KA: () => (/* binding */ isPlainText),
/* harmony export */   PF: () => (/* binding */ hasNoKeyTwice)
/* harmony export */ });
/* harmony import */ var _formats_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1996);
/* harmony import */ var _formats_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28228);
/**
 * Most rows are sound, and plain. This recognises such rows at a glance, so that the careful checks look at the others only: what passes
 * here breaks no rule, which the tests prove against those checks. Which rows are plain is said by the objects of the formats.
 */


/** The row, when it is plain and structurally without fault; undefined when it has to be looked at closely. */
function plainRow(value, method) {
    return typeof value === 'object' && value !== null ? (0,_formats_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .plainIn */ .g1)(value, (0,_formats_format_js__WEBPACK_IMPORTED_MODULE_1__/* .keysOf */ .YD)(value), method) : undefined;
}
/** Whether no key of a plain row stands twice in its text: it is as long as it must be, or has as many keys as it must have. */
function hasNoKeyTwice({ keys, size }, text) {
    return (text.length === size && !text.includes('\\')) || keyMarks(text) === keys;
}
/** How often a quotation mark is followed by a colon: once for each key of compact JSON, where no key stands twice and no text holds the same. */
function keyMarks(text) {
    let count = 0;
    for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2))
        count += 1;
    return count;
}
/** Whether the text itself holds nothing that the careful checks look for: a special token, an escape. */
function isPlainText(text) {
    return !text.includes('<|') && (!text.includes('\\') || !text.includes('\\u'));
}


/***/ }),

/***/ 23173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ StatisticsGatherer),
/* harmony export */   io: () => (/* binding */ StatisticsTotal)
/* harmony export */ });
/* unused harmony export distribution */
/* harmony import */ var _formats_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28228);
/* harmony import */ var _formats_messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58391);
/** Figures worth reading, gathered row by row. */


const LONGEST = 5;
const BINS = 12;
/** Median, 95th percentile (nearest rank) and maximum. */
function distribution(values) {
    const sorted = Float64Array.from(values).sort();
    const rank = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
    return { median: rank(0.5), p95: rank(0.95), max: rank(1) };
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
    return counts.map((rows, index) => ({ from: low + index * width, to: low + (index + 1) * width, rows }));
}
const bump = (counts, name, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by);
/** Gathers the figures of some rows. */
class StatisticsGatherer {
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
        const { messages, turns, answer } = (0,_formats_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .figuresOf */ .h5)(row);
        this.#turns.push(turns);
        for (const { role, tool_calls } of messages) {
            bump(this.#roles, role);
            for (const { function: called } of tool_calls ?? [])
                bump(this.#tools, called.name);
        }
        if (answer !== undefined && (answer.tool_calls?.length ?? 0) === 0 && (0,_formats_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(answer.content).trim().length < 3)
            this.#nearEmpty += 1;
        const shortest = this.#longest.at(-1);
        if (this.#longest.length < LONGEST || (shortest !== undefined && tokens.total > shortest.tokens))
            this.#longest = [...this.#longest, { line, tokens: tokens.total }].sort(byTokens).slice(0, LONGEST);
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
        };
    }
}
const byTokens = (left, right) => right.tokens - left.tokens;
/** Adds parts up. */
class StatisticsTotal {
    #tokens = [];
    #turns = [];
    #roles = new Map();
    #tools = new Map();
    #longest = [];
    #trained = 0;
    #nearEmpty = 0;
    /** @param before the number of lines before this part in its file */
    add(part, path, before) {
        for (const tokens of part.tokens)
            this.#tokens.push(tokens);
        for (const turns of part.turns)
            this.#turns.push(turns);
        for (const [role, count] of part.roles)
            bump(this.#roles, role, count);
        for (const [tool, count] of part.tools)
            bump(this.#tools, tool, count);
        this.#trained += part.trained;
        this.#nearEmpty += part.nearEmpty;
        const here = part.longest.map(({ line, tokens }) => ({ path, line: line + before, tokens }));
        this.#longest = [...this.#longest, ...here].sort(byTokens).slice(0, LONGEST);
    }
    finish() {
        if (this.#tokens.length === 0)
            return undefined;
        const total = this.#tokens.reduce((sum, tokens) => sum + tokens, 0);
        return {
            rowTokens: distribution(this.#tokens),
            longest: this.#longest,
            histogram: histogram(this.#tokens),
            turns: distribution(this.#turns),
            roles: Object.fromEntries(this.#roles),
            tools: Object.fromEntries(this.#tools),
            trainedShare: this.#trained / Math.max(1, total),
            nearEmptyAnswers: this.#nearEmpty,
        };
    }
}


/***/ }),

/***/ 39641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ modelFacts)
/* harmony export */ });
/** Families by the beginning of the name; the first that fits counts. Limits: OpenAI's fine-tuning best practices, 2026. */
const FAMILIES = [
    [/^gpt-(4\.1|4o)(-|$)/, { encoding: 'o200k_base', rowLimit: 65_536 }],
    [/^(gpt-5|gpt-oss|chatgpt-4o|o[1-9])/, { encoding: 'o200k_base', rowLimit: undefined }],
    [/^(openai\/)?gpt-oss/, { encoding: 'o200k_base', rowLimit: undefined }],
    [/^gpt-(3\.5|35)-turbo/, { encoding: 'cl100k_base', rowLimit: 16_385 }],
    [/^gpt-4(-|$)/, { encoding: 'cl100k_base', rowLimit: 8192 }],
    [/^(babbage|davinci)-002/, { encoding: 'cl100k_base', rowLimit: undefined }],
];
const UNKNOWN = { encoding: undefined, rowLimit: undefined };
/** What is known of a model. A fine-tuned name (`ft:base:…`, Azure's `base.ft-…`) means its base. */
function modelFacts(model) {
    const base = model.replace(/^ft:([^:]*).*$/, '$1');
    return FAMILIES.find(([name]) => name.test(base.toLowerCase()))?.[1] ?? UNKNOWN;
}


/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ RowCounter)
});

// EXTERNAL MODULE: ./lib/dataset/formats/formats.js + 5 modules
var formats = __webpack_require__(28228);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/dataset/vocabularies.js
/** Counters of tokens. The vocabularies lie beside this file, and beside the bundle. */


const loaded = new Map();
async function load(encoding) {
    const { counterOf } = await __webpack_require__.e(/* import() */ 658).then(__webpack_require__.bind(__webpack_require__, 61658));
    // Written by scripts/vocabulary.ts; the build puts it beside the bundle, too.
    return counterOf(encoding, await (0,promises_.readFile)(external_node_path_.join(import.meta.dirname, `${encoding}.tokens`)));
}
/** The counter of an encoding; its vocabulary is loaded at the first call. */
function loadCounter(encoding) {
    const counter = loaded.get(encoding) ?? load(encoding);
    loaded.set(encoding, counter);
    return counter;
}

// EXTERNAL MODULE: ./lib/dataset/tokens/models.js
var models = __webpack_require__(39641);
;// CONCATENATED MODULE: ./lib/dataset/tokens/row-counter.js



/** Beyond the exact part, of every so many rows one is counted. */
const EVERY = 20;
/** Two-sided 95 % of the normal distribution. */
const Z = 1.96;
/**
 * Stands in for a tokenizer that is not shipped. On the 715 rows of real data that the tests read (prose, arithmetic, tool calls) it differs from three
 * other tokenizers (cl100k_base, p50k_base, r50k_base) by at most 8.4 % in a file; tokenizers with fewer tokens or other languages may be farther off.
 */
const STAND_IN = 'o200k_base';
const MEASURED = '9 % on real data';
/** What a price limit reckons with, as a part of the count. */
const UNCERTAIN = 0.25;
/** Adds up rows, each cut at the model's limit. */
class RowCounter {
    rowLimit;
    #counter;
    /** The model, when the counter only stands in for its tokenizer. */
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
    /** @param exactUpTo bytes of data that are counted row by row */
    static async for(model, exactUpTo) {
        const { encoding, rowLimit } = (0,models/* modelFacts */.P)(model);
        const unknown = encoding === undefined ? model || 'the model' : undefined;
        return new RowCounter(unknown, await loadCounter(encoding ?? STAND_IN), rowLimit, exactUpTo);
    }
    /**
     * Adds a row of so many bytes, which end at `end` of the whole data.
     * @returns its tokens before cutting; undefined for a row that was left out of the sample
     */
    add(row, bytes, end) {
        const sampled = end > this.#exactUpTo;
        if (sampled)
            this.#restBytes += bytes;
        // Spread by where a row ends, so that the sample is the same however the data is cut.
        if (sampled && (Math.imul(end, 0x9e3779b1) >>> 0) % EVERY !== 0)
            return undefined;
        const tokens = (0,formats/* rowTokens */.vD)(row, this.#counter);
        const cut = Math.min(tokens.total, this.rowLimit ?? Number.POSITIVE_INFINITY);
        if (sampled)
            this.#sample.push({ tokens: cut, bytes });
        else
            this.#exact += cut;
        return tokens;
    }
    /** What was added since the last part. */
    part() {
        const part = { exact: this.#exact, restBytes: this.#restBytes, sample: this.#sample };
        this.#exact = 0;
        this.#restBytes = 0;
        this.#sample = [];
        return part;
    }
    merge(part) {
        this.#exact += part.exact;
        this.#restBytes += part.restBytes;
        for (const one of part.sample)
            this.#sample.push(one);
    }
    finish() {
        const { encoding } = this.#counter;
        const sampled = this.#sample.length > 0;
        const { tokens: rest, margin } = sampled ? this.#ratioEstimate() : { tokens: 0, margin: 0 };
        const tokens = this.#exact + rest;
        const [low, high] = [Math.max(this.#exact, tokens - margin), tokens + margin];
        const sample = sampled ? `, one row in ${EVERY} beyond the first ${Math.round(this.#exactUpTo / 1_000_000)} MB` : '';
        if (this.#unknown === undefined)
            return { kind: sampled ? 'sampled' : 'exact', tokens, low, high, basis: `${encoding}${sample}` };
        return {
            kind: 'estimated',
            tokens,
            low: Math.round(low * (1 - UNCERTAIN)),
            high: Math.round(high * (1 + UNCERTAIN)),
            basis: `the tokenizer of ${this.#unknown} is not at hand; counted with ${encoding}, which differs from others by up to ${MEASURED}${sample}`,
        };
    }
    /** Ratio estimate (tokens a byte) over the sampled part, with the margin of its 95 % interval (Cochran, Sampling Techniques, ch. 6). */
    #ratioEstimate() {
        const sums = this.#sample.reduce((sum, one) => ({ tokens: sum.tokens + one.tokens, bytes: sum.bytes + one.bytes }), {
            tokens: 0,
            bytes: 0,
        });
        const ratio = sums.tokens / sums.bytes;
        const count = this.#sample.length;
        const squares = this.#sample.reduce((sum, one) => sum + (one.tokens - ratio * one.bytes) ** 2, 0);
        const deviation = count < 2 ? sums.tokens : Math.sqrt(squares / (count - 1));
        const rows = this.#restBytes / (sums.bytes / count);
        const margin = Z * (rows / Math.sqrt(count)) * deviation * Math.sqrt(Math.max(0, 1 - count / rows));
        return { tokens: Math.round(ratio * this.#restBytes), margin: Math.ceil(margin) };
    }
}


/***/ })

};
