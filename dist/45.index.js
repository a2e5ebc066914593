export const id = 45;
export const ids = [45];
export const modules = {

/***/ 58391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ functions),
/* harmony export */   DZ: () => (/* binding */ messages),
/* harmony export */   N9: () => (/* binding */ parallel_tool_calls),
/* harmony export */   Yl: () => (/* binding */ tools),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* unused harmony exports ROLES, Message */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73305);
/**
 * What rows of all formats are made of. The schemas hold what every server of the wire asks for; what only some ask for, or what is
 * merely unwise, is the business of the rules.
 */

const ToolCall = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('function'),
    function: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), arguments: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
});
const ContentPart = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), text: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), refusal: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) })
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB(({ type, text }) => type !== 'text' || text !== undefined, 'a part of type text with its text'));
const ROLES = ['system', 'developer', 'user', 'assistant', 'tool', 'function'];
const Message = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    role: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ROLES, { error: `one of ${ROLES.join(', ')}` }),
    content: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ContentPart)], { error: 'a text, a list of parts, or null' })),
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' })),
    weight: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(0), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1)], { error: '0 or 1' })),
    refusal: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' })),
    tool_calls: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ToolCall, { error: 'a list of tool calls' })),
    tool_call_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' })),
    function_call: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), arguments: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
});
const messages = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(Message, { error: 'a list of messages' }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1, 'a list of at least one message'));
const Tool = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()), function: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()) }, { error: 'the definition of a tool' });
const tools = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(Tool, { error: 'a list of tools' }));
const parallel_tool_calls = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY({ error: 'true or false' }));
const functions = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(128, 'a list of at most 128 functions')));
/** The text of a message; the parts of other kinds left out. */
function plainText(content) {
    if (typeof content === 'string')
        return content;
    return (content ?? []).map((part) => (typeof part.text === 'string' ? part.text : '')).join('');
}


/***/ }),

/***/ 19980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ quoteValue),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12145);

const QUOTED = 60;
/** A credential that begins within what is quoted ends within so many characters. */
const REACH = 8000;
/** Control and format characters, lone surrogates, line and paragraph separators: what acts without being seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Text of the data: short, on one line, hidden and turning characters written out, credentials masked. */
function quote(text) {
    const safe = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .masked */ .Iv)(text.slice(0, REACH));
    const short = safe.length > QUOTED ? `${safe.slice(0, QUOTED)}…` : safe;
    const seen = short.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return { quote: `"${seen}"` };
}
/** A value of the data that is no text: a number, true, false or null. */
const quoteValue = (value) => ({ quote: String(value) });


/***/ }),

/***/ 5776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ CHAT_RULES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44842);
/* harmony import */ var _formats_messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58391);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19980);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73065);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8008);
/** Conversations to learn from: roles, weights, keys, answers. */





const MESSAGE_KEYS = new Set([
    'role',
    'content',
    'name',
    'weight',
    'refusal',
    'tool_calls',
    'tool_call_id',
    'function_call',
    'audio',
]);
const isAnswer = ({ role }) => role === 'assistant';
const isCall = ({ tool_calls, function_call }) => (tool_calls?.length ?? 0) > 0 || function_call != null;
const isEmpty = ({ content }) => content == null || content.length === 0;
/** White space and nothing else. */
function isBlank(content) {
    return typeof content === 'string'
        ? content.trim() === ''
        : (content ?? []).every(({ type, text }) => type === 'text' && typeof text === 'string' && text.trim() === '');
}
/** What must hold in a conversation of supervised fine-tuning. */
const CHAT_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)({
        id: 'chat/no-assistant-message',
        severity: 'error',
        summary: 'The conversation has no message of the assistant to learn from',
        fix: 'Add the answer.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_3__/* .COOKBOOK */ .gv,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ)],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .fine */ .Bs],
        check({ messages }, report) {
            if (!messages.some(isAnswer))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .words */ .aL) `No message is by the assistant.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)({
        id: 'chat/last-not-assistant',
        severity: 'warning',
        summary: 'The last message is not by the assistant',
        fix: 'End the conversation with the answer.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_3__/* .SFT */ .Md,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_2__/* .assistant */ .h1, _examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ)],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .fine */ .Bs],
        check({ messages }, report) {
            const role = messages.at(-1)?.role ?? '';
            if (role !== 'assistant' && messages.some(isAnswer))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .words */ .aL) `The last message is by ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(role)}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)({
        id: 'chat/nothing-learned',
        severity: 'warning',
        summary: 'Every message of the assistant has weight 0, so nothing is learned',
        fix: 'Give the answer weight 1, or remove the row.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_3__/* .SFT */ .Md,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_2__/* .assistant */ .h1, weight: 0 })],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_2__/* .assistant */ .h1, weight: 0 }, _examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_2__/* .assistant */ .h1)],
        check({ messages }, report) {
            const answers = messages.filter(isAnswer);
            if (answers.length > 0 && answers.every(({ weight }) => weight === 0))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .words */ .aL) `Every answer has weight 0.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)({
        id: 'chat/missing-user',
        severity: 'warning',
        summary: 'The conversation has no message by a user',
        fix: 'Add the question.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_3__/* .COOKBOOK */ .gv,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)({ role: 'system', content: 'x' }, _examples_js__WEBPACK_IMPORTED_MODULE_2__/* .assistant */ .h1)],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .fine */ .Bs],
        check({ messages }, report) {
            if (!messages.some(({ role }) => role === 'user'))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .words */ .aL) `No message is by a user.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)({
        id: 'chat/deprecated-functions',
        severity: 'warning',
        summary: 'functions and function_call are deprecated',
        fix: 'Write tools and tool_calls.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_3__/* .SFT */ .Md,
        breaks: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8)({
                messages: [_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'assistant', function_call: { name: 'f', arguments: '{}' } }],
                functions: [{ name: 'f' }],
            }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'function', name: 'f', content: 'x' }, _examples_js__WEBPACK_IMPORTED_MODULE_2__/* .assistant */ .h1),
        ],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .fine */ .Bs],
        check({ messages, functions }, report) {
            if (functions != null || messages.some(({ function_call, role }) => function_call != null || role === 'function'))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .words */ .aL) `The row uses functions, function_call or the role function.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)({
        id: 'chat/unknown-message-key',
        severity: 'error',
        summary: 'A message has a key that the API does not take',
        fix: 'Remove it.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_3__/* .COOKBOOK */ .gv,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_2__/* .assistant */ .h1, id: 1 })],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_2__/* .assistant */ .h1, name: 'Bot' })],
        check({ messages }, report) {
            for (const [index, message] of messages.entries())
                for (const key of Object.keys(message))
                    if (!MESSAGE_KEYS.has(key))
                        report((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .words */ .aL) `messages[${index}] has the key ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(key)}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)({
        id: 'chat/weight-role',
        severity: 'error',
        summary: 'A weight stands on a message that is not by the assistant',
        fix: 'Remove the weight.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_3__/* .SFT */ .Md,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)({ ..._examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, weight: 1 }, _examples_js__WEBPACK_IMPORTED_MODULE_2__/* .assistant */ .h1)],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .fine */ .Bs],
        check({ messages }, report) {
            for (const [index, { role, weight }] of messages.entries())
                if (role !== 'assistant' && weight != null)
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .words */ .aL) `messages[${index}] is by ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(role)} and has a weight.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)({
        id: 'chat/empty-answer',
        severity: 'error',
        summary: 'A message of the assistant has neither content nor tool calls',
        fix: 'Add the answer, or remove the message.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_3__/* .SFT */ .Md,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'assistant', content: '' })],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'assistant', refusal: 'No.' })],
        check({ messages }, report) {
            for (const [index, message] of messages.entries())
                if (isAnswer(message) && !isCall(message) && isEmpty(message) && message.refusal == null)
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .words */ .aL) `messages[${index}] has neither content nor tool calls.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .rule */ .Hu)({
        id: 'chat/blank-answer',
        severity: 'warning',
        summary: 'The answer is white space alone',
        fix: 'Write the answer, or remove the message.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_3__/* .PRACTICE */ .Gq,
        breaks: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'assistant', content: ' '.repeat(99) }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'assistant', content: ' \n' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'assistant', content: [{ type: 'text', text: ' ' }] }),
        ],
        keeps: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'assistant', content: ' B ' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'assistant', content: 'A' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_2__/* .user */ .kQ, { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] }),
        ],
        check({ messages }, report) {
            for (const [index, message] of messages.entries())
                if (isAnswer(message) && !isCall(message) && !isEmpty(message) && isBlank(message.content))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .words */ .aL) `messages[${index}] answers ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)((0,_formats_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(message.content))}.`);
        },
    }),
];


/***/ }),

/***/ 43620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ COMPLETION_RULES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44842);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8008);
/** Prompt and completion. */


/** What must hold in a row of plain text. */
const COMPLETION_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .rule */ .Hu)({
        id: 'completion/empty',
        severity: 'error',
        summary: 'The completion is empty',
        fix: 'Add the text to learn.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_0__/* .SFT */ .Md,
        breaks: () => ['{"prompt":"x","completion":" "}'],
        keeps: () => ['{"prompt":"x","completion":"y"}'],
        check({ completion: text }, report) {
            if (text.trim() === '')
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .words */ .aL) `The completion is empty.`);
        },
    }),
];


/***/ }),

/***/ 55797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ contentsOf),
/* harmony export */   Q: () => (/* binding */ CONTENT_RULES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44842);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19980);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73065);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8008);
/** Who may speak, and what the content of a message may be made of: text and images. */




/** In bytes. */
const LARGEST_IMAGE = 10_000_000;
const PARTS = new Set(['text', 'refusal', 'image_url']);
const DETAILS = new Set([undefined, 'auto', 'low', 'high']);
const URL_OF_IMAGE = /^(?:https:\/\/|data:image\/(?<type>jpe?g|png|webp);base64,)/i;
/** How the files of each type begin. Sources: ITU-T T.81, W3C PNG, RFC 9649. */
const isJpeg = (bytes) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff';
const BEGINNINGS = {
    jpeg: isJpeg,
    jpg: isJpeg,
    png: (bytes) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
    webp: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};
function embeddedIn(url) {
    const type = URL_OF_IMAGE.exec(url.slice(0, 40))?.groups?.type?.toLowerCase();
    if (type === undefined)
        return undefined;
    const data = url.slice(url.indexOf(',') + 1);
    return { type, data, size: Math.floor((data.length * 3) / 4) };
}
function imageOf({ index, role, part }) {
    const given = part.image_url;
    const held = typeof given === 'object' && given !== null;
    const found = held ? Reflect.get(given, 'url') : given;
    const detail = held ? Reflect.get(given, 'detail') : undefined;
    const url = typeof found === 'string' ? found : '';
    return { index, role, url, detail, embedded: embeddedIn(url) };
}
/** Looks at all contents once, for all rules. */
function contentsOf(messages) {
    const parts = [];
    for (const [index, { role, content }] of messages.entries())
        if (Array.isArray(content))
            for (const part of content)
                parts.push({ index, role, part });
    return { messages, parts, images: parts.filter(({ part }) => part.type === 'image_url').map(imageOf) };
}
/** What is asked has content; a tool may have nothing to say, and says so. */
function lacksContent(role, content) {
    if (role === 'assistant')
        return false;
    return content === null || content === undefined || (role !== 'tool' && role !== 'function' && content.length === 0);
}
/** For the messages of any format. */
const CONTENT_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'chat/developer-role',
        severity: 'warning',
        summary: 'The role developer is not known to every server of this wire',
        fix: 'Write system, unless your server takes developer.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .PRACTICE */ .Gq,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ role: 'developer', content: 'x y' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1)],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ role: 'system', content: 'x y' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1)],
        check({ messages }, report, { profile: { developerRole } }) {
            if (developerRole)
                return;
            for (const [index, { role }] of messages.entries())
                if (role === 'developer')
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${index}] is by ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(role)}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'chat/no-content',
        severity: 'error',
        summary: 'A message that must have content has none',
        fix: 'Write its content, or remove the message.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .SFT */ .Md,
        breaks: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ role: 'user', content: '' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ role: 'system', content: null }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ role: 'user' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), input: { messages: [{ role: 'user', content: [] }] } }), { method: 'dpo' }),
        ],
        keeps: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ role: 'user', content: '?' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ role: 'system', content: 'x' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1),
            _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .fine */ .Bs,
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1)), { method: 'dpo' }),
        ],
        check({ messages }, report) {
            for (const [index, { role, content }] of messages.entries())
                if (lacksContent(role, content))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${index}] is by ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(role)} and has no content.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'chat/part-type',
        severity: 'error',
        summary: 'A part of the content is of a type that cannot be trained on',
        fix: 'Keep parts of the types text and image_url.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .SFT */ .Md,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)({ type: 'input_audio', input_audio: {} }), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)({ type: 'file', file: {} })],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)({ type: 'text', text: 'x' }), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/z.png'))],
        check({ parts }, report) {
            for (const { index, part } of parts)
                if (!PARTS.has(part.type))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${index}] has a part of the type ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(part.type)}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'chat/image-role',
        severity: 'error',
        summary: 'An image stands in a message that is not by the user',
        fix: 'Move it to a message of the user.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .VISION */ .xM,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', content: [{ type: 'text', text: 'So:' }, (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/z.png')] })],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/z.png'))],
        check({ images }, report) {
            for (const { index, role } of images)
                if (role !== 'user')
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${index}] is by ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(role)} and holds an image.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'chat/image-detail',
        severity: 'error',
        summary: 'The detail of an image is not one that the API knows',
        fix: 'Write "auto", "low" or "high", or take detail out.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .VISION */ .xM,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/z.png', 'fine'))],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/z.png', 'high'))],
        check({ images }, report) {
            for (const { index, detail } of images)
                if (!DETAILS.has(detail))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${index}] has an image of the detail ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(String(detail))}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'chat/image-url',
        severity: 'error',
        summary: 'The URL of an image is neither https nor a data URL of a JPEG, PNG or WEBP',
        fix: 'Host it, or embed it in base64.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .VISION */ .xM,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('http://x.y/z.png')), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)(`data:image/gif;base64,${_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .PNG */ .OA}`)), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)({ type: 'image_url' })],
        keeps: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)(`data:image/png;base64,${_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .PNG */ .OA}`)),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)(`data:image/webp;base64,${_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .WEBP */ .xd}`)),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)({ type: 'image_url', image_url: 'https://x.y/z.png' }),
        ],
        check({ images }, report) {
            for (const { index, url } of images)
                if (!URL_OF_IMAGE.test(url.slice(0, 40)))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${index}] has an image at ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(url)}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'chat/image-too-large',
        severity: 'error',
        summary: 'An embedded image has more than 10 MB',
        fix: 'Make it smaller.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .VISION */ .xM,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)(`data:image/png;base64,iVBORw0KGgo${'A'.repeat(13_400_000)}`))],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)(`data:image/png;base64,iVBORw0KGgo${'A'.repeat(13_300_001)}`))],
        check({ images }, report) {
            for (const { index, embedded } of images)
                if (embedded !== undefined && embedded.size > LARGEST_IMAGE)
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${index}] embeds an image of ${embedded.size} bytes.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'chat/image-data',
        severity: 'error',
        summary: 'What an embedded image holds is not the picture that its URL promises; providers leave such pictures out in silence',
        fix: 'Encode the file in base64 again, under its own type.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .VISION */ .xM,
        breaks: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)(`data:image/png;base64,${_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .WEBP */ .xd}`)),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)(`data:image/png;base64,${_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .PNG */ .OA}\n$`)),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('data:image/jpg;base64,')),
        ],
        keeps: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)(`DATA:image/PNG;base64,${_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .PNG */ .OA}`)),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('data:image/jpeg;base64,/9j/4AAQ')),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('data:image/jpg;base64,/9j/4AAQ')),
        ],
        check({ images }, report) {
            for (const { index, embedded } of images) {
                if (embedded === undefined || embedded.size > LARGEST_IMAGE)
                    continue;
                const { type, data } = embedded;
                if (/[^A-Za-z0-9+/=]/.test(data))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${index}] embeds an image that is not base64.`);
                else if (BEGINNINGS[type]?.(Buffer.from(data.slice(0, 24), 'base64')) !== true)
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${index}] embeds an image that is not ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(type)}.`);
            }
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'chat/too-many-images',
        severity: 'error',
        summary: 'The row has more images than the provider takes',
        fix: 'Take images out.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .VISION */ .xM,
        breaks: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/1'), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/2'), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/3')), { profile: { imagesPerRow: 2 } }),
        ],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/1'), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/2')), { profile: { imagesPerRow: 2 } })],
        check({ images }, report, { profile: { imagesPerRow } }) {
            if (images.length > imagesPerRow)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `The row has ${images.length} images; ${imagesPerRow} are allowed.`);
        },
    }),
];


/***/ }),

/***/ 73065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ fine),
/* harmony export */   F: () => (/* binding */ other),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   OA: () => (/* binding */ PNG),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   T1: () => (/* binding */ call),
/* harmony export */   Yl: () => (/* binding */ tools),
/* harmony export */   eG: () => (/* binding */ preference),
/* harmony export */   h1: () => (/* binding */ assistant),
/* harmony export */   ij: () => (/* binding */ reinforcement),
/* harmony export */   kQ: () => (/* binding */ user),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   xd: () => (/* binding */ WEBP),
/* harmony export */   zW: () => (/* binding */ asks),
/* harmony export */   zk: () => (/* binding */ completion)
/* harmony export */ });
/** What the examples of the rules are made of. */
const user = { role: 'user', content: 'Tell me.' };
const assistant = { role: 'assistant', content: 'All right.' };
/** A conversation on a line. */
const row = (...messages) => JSON.stringify({ messages });
/** Any row on a line. */
const line = (value) => JSON.stringify(value);
/** A conversation without fault, and another one. */
const fine = row(user, assistant);
const other = row({ role: 'user', content: 'And then?' }, { role: 'assistant', content: 'Nothing more.' });
const call = (id, args = '{}', name = 'get') => ({ id, type: 'function', function: { name, arguments: args } });
const tools = [{ type: 'function', function: { name: 'get', parameters: {} } }];
const image = (url, detail) => ({ type: 'image_url', image_url: { url, detail } });
/** A question with parts, and its answer. */
const asks = (...content) => row({ role: 'user', content }, assistant);
/** One grey point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
const WEBP = 'UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAEAcQERGIiP4HAA==';
const completion = { prompt: 'Count to 1:', completion: '0 1' };
const preference = (number) => ({
    input: { messages: [{ role: 'user', content: `Is ${number} even?` }] },
    preferred_output: [{ role: 'assistant', content: `${number} is ${number % 2 === 0 ? 'even' : 'odd'}.` }],
    non_preferred_output: [{ role: 'assistant', content: `Who knows about ${number}?` }],
});
const reinforcement = (number) => ({
    messages: [{ role: 'user', content: `Say ${number}.` }],
    answer: String(number),
});
/** Rows by their number from 1, a line each. */
const lines = (count, build) => `${Array.from({ length: count }, (_, index) => build(index + 1)).join('\n')}\n`;


/***/ }),

/***/ 11051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ PREFERENCE_RULES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44842);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19980);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73065);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8008);
/** Preferences: of two outputs, which one is wanted. */




const outputsOf = ({ preferred_output, non_preferred_output }) => [
    ['preferred_output', preferred_output],
    ['non_preferred_output', non_preferred_output],
];
/** What must hold in a row of direct preference optimisation. */
const PREFERENCE_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'preference/output-role',
        severity: 'error',
        summary: 'An output has a message that is not by the assistant',
        fix: 'Keep the message of the assistant only.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .DPO */ .SF,
        breaks: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), preferred_output: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ] }), { method: 'dpo' }, [
                'preference/output-role@1',
                'preference/output-role@1',
            ]),
        ],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1)), { method: 'dpo' })],
        check(pair, report) {
            for (const [name, messages] of outputsOf(pair)) {
                const foreign = messages.find(({ role }) => role !== 'assistant' && role !== 'tool');
                if (foreign !== undefined)
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(name)} has a message by ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(foreign.role)}.`);
                if (!messages.some(({ role }) => role === 'assistant'))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(name)} has no message by the assistant.`);
            }
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'preference/empty-output',
        severity: 'error',
        summary: 'An output of the assistant is empty',
        fix: 'Write the answer, or remove the row.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .DPO */ .SF,
        breaks: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), preferred_output: [{ role: 'assistant', content: '' }] }), { method: 'dpo' }),
        ],
        keeps: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), preferred_output: [{ role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1')] }] }), { method: 'dpo' }),
        ],
        check(pair, report) {
            for (const [name, messages] of outputsOf(pair))
                if (messages.some((message) => message.role === 'assistant' && !message.tool_calls?.length && !message.content?.length))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(name)} has a message of the assistant without content.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'preference/output-count',
        severity: 'warning',
        summary: 'An output has more than one message',
        fix: 'Keep one message in each output.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .DPO */ .SF,
        breaks: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), preferred_output: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1] }), { method: 'dpo' })],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1)), { method: 'dpo' })],
        check(pair, report) {
            for (const [name, messages] of outputsOf(pair))
                if (messages.length > 1)
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(name)} has ${messages.length} messages.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'preference/not-text',
        severity: 'error',
        summary: 'The row holds something other than text',
        fix: 'Write text only.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .DPO */ .SF,
        breaks: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), preferred_output: [{ role: 'assistant', content: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/z')] }] }), {
                method: 'dpo',
            }),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), input: { messages: [{ role: 'user', content: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .image */ .Sl)('https://x.y/z')] }] } }), {
                method: 'dpo',
            }),
        ],
        keeps: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), preferred_output: [{ role: 'assistant', content: [{ type: 'text', text: 'x y' }] }] }), {
                method: 'dpo',
            }),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), input: { messages: [{ role: 'user', content: [{ type: 'text', text: 'x' }] }] } }), {
                method: 'dpo',
            }),
        ],
        check(pair, report) {
            for (const [name, messages] of [['input', pair.input.messages], ...outputsOf(pair)])
                if (messages.some(({ content }) => Array.isArray(content) && content.some(({ type }) => type !== 'text')))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(name)} holds a part that is not text.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'preference/identical',
        severity: 'warning',
        summary: 'Both outputs are the same, so there is nothing to prefer',
        fix: 'Change one of them, or remove the row.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .DPO */ .SF,
        breaks: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), preferred_output: (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1).non_preferred_output }), { method: 'dpo' })],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1)), { method: 'dpo' })],
        check({ preferred_output, non_preferred_output }, report) {
            if (JSON.stringify(preferred_output) === JSON.stringify(non_preferred_output))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `Both outputs are the same.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'preference/last-assistant',
        severity: 'warning',
        summary: 'The last message of the input is by the assistant',
        fix: 'End the input with the question.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .DPO */ .SF,
        breaks: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), input: { messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1] } }), { method: 'dpo' })],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1)), { method: 'dpo' })],
        check({ input }, report) {
            if (input.messages.at(-1)?.role === 'assistant')
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `The input ends with a message by the assistant.`);
        },
    }),
];


/***/ }),

/***/ 68661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ REINFORCEMENT_RULES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44842);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19980);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73065);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8008);
/** Reinforcement: a prompt, and what the grader reads. */




/** What must hold in a row of reinforcement fine-tuning. */
const REINFORCEMENT_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'reinforcement/missing-item',
        severity: 'error',
        summary: 'The grader uses a field that the row does not have',
        fix: 'Add the field to the row, or take it out of the grader.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .RFT */ .Ps,
        breaks: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ), { method: 'reinforcement', graderItems: ['answer'] })],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ], answer: 1 }), { method: 'reinforcement', graderItems: ['answer'] })],
        check(given, report, { graderItems }) {
            for (const name of graderItems)
                if (!(name in given))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `The grader uses item.${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(name)}, which the row does not have.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'reinforcement/system-role',
        severity: 'warning',
        summary: 'The API describes no role system for reinforcement',
        fix: 'Write developer.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .RFT */ .Ps,
        breaks: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ role: 'system', content: 'x' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ), { method: 'reinforcement', profile: { developerRole: true } }),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'system', content: 'x' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ), { method: 'reinforcement', profile: { developerRole: true } }),
        ],
        keeps: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ role: 'developer', content: 'x' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ), { method: 'reinforcement', profile: { developerRole: true } }),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ), { method: 'reinforcement', profile: { developerRole: true } }),
        ],
        check({ messages }, report, { profile: { developerRole } }) {
            const system = messages.findIndex(({ role }) => role === 'system');
            // Where there is no role developer, system is what it is called.
            if (system >= 0 && developerRole)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `messages[${system}] is by ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)('system')}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'reinforcement/last-not-user',
        severity: 'error',
        summary: 'The last message is not by the user',
        fix: 'End the prompt with the message of the user.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .RFT */ .Ps,
        breaks: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1), { method: 'reinforcement' })],
        keeps: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ], nums: Array.from({ length: 12_000 }, (_, index) => index) }), { method: 'reinforcement' }),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ), { method: 'reinforcement' }),
        ],
        check({ messages }, report) {
            const role = messages.at(-1)?.role ?? '';
            if (role !== 'user')
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `The last message is by ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(role)}.`);
        },
    }),
];


/***/ }),

/***/ 8008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ BEST),
/* harmony export */   Fw: () => (/* binding */ example),
/* harmony export */   Gq: () => (/* binding */ PRACTICE),
/* harmony export */   Hu: () => (/* binding */ rule),
/* harmony export */   I8: () => (/* binding */ RFC),
/* harmony export */   Md: () => (/* binding */ SFT),
/* harmony export */   Ps: () => (/* binding */ RFT),
/* harmony export */   SF: () => (/* binding */ DPO),
/* harmony export */   _k: () => (/* binding */ AZURE),
/* harmony export */   gv: () => (/* binding */ COOKBOOK),
/* harmony export */   xM: () => (/* binding */ VISION)
/* harmony export */ });
/** An example with settings, or with what is found in it. */
const example = (content, settings, finds) => ({
    content,
    settings,
    finds,
});
/** One rule of a family; its ID is part of its type. */
function rule(made) {
    return made;
}
const SFT = 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning';
const BEST = 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices';
const DPO = 'https://developers.openai.com/api/docs/guides/direct-preference-optimization';
const RFT = 'https://developers.openai.com/api/docs/guides/reinforcement-fine-tuning';
const VISION = 'https://developers.openai.com/api/docs/guides/vision-fine-tuning';
const AZURE = 'https://learn.microsoft.com/azure/ai-foundry/openai/quotas-limits';
const COOKBOOK = 'https://github.com/openai/openai-cookbook/blob/main/examples/Chat_finetuning_data_prep.ipynb';
const RFC = 'https://www.rfc-editor.org/rfc/rfc8259';
const PRACTICE = 'practice';


/***/ }),

/***/ 62179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ TOOL_CALL_RULES),
/* harmony export */   JQ: () => (/* binding */ TOOL_DEFINITION_RULES),
/* harmony export */   Tz: () => (/* binding */ callsIn)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73305);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44842);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19980);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73065);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8008);
/** Tools: their definitions, the calls of them, the answers to these. */





/** Source: FunctionObject in OpenAI's API description. */
const Definition = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('function'),
    function: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._regex */ .Fk(/^[\w-]{1,64}$/)) }),
});
function nameOf(tool) {
    return typeof tool.function === 'object' && tool.function !== null ? Reflect.get(tool.function, 'name') : undefined;
}
function isJsonObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value);
    }
    catch {
        return false;
    }
}
/** Looks for all calls once, for all rules. */
function callsIn({ messages, tools, parallel_tool_calls }) {
    const calls = [];
    for (const [index, { tool_calls }] of messages.entries())
        for (const { id, function: called } of tool_calls ?? [])
            calls.push({ index, id, name: called.name, args: called.arguments });
    return { messages, tools, parallel_tool_calls, calls };
}
/** Whether each tool can be called at all. */
const TOOL_DEFINITION_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)({
        id: 'chat/tool-definition',
        severity: 'error',
        summary: 'A tool is not defined as the API describes it',
        fix: 'Write {"type": "function", "function": {"name", "parameters"}}, the name of 1 to 64 letters, digits, _ and -.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_4__/* .SFT */ .Md,
        breaks: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1], tools: [{ type: 'function', function: { name: 'get weather' } }] }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1], tools: [{ type: 'code_interpreter' }] }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1], tools: [{ type: 'function', function: { name: 'x'.repeat(65) } }] }),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), input: { messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ], tools: [{ type: 'function', name: 'get' }] } }), {
                method: 'dpo',
            }),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ], tools: [{ type: 'function' }] }), { method: 'reinforcement' }),
        ],
        keeps: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1], tools: [{ type: 'function', function: { name: 'get-weather_2' } }] }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1], tools: [] }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1], tools: [{ type: 'function', function: { name: 'x'.repeat(64) } }] }),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ ...(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .preference */ .eG)(1), input: { messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl } }), { method: 'dpo' }),
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl }), { method: 'reinforcement' }),
        ],
        check(given, report) {
            for (const [index, tool] of (given ?? []).entries())
                if (!Definition.safeParse(tool).success)
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .words */ .aL) `tools[${index}] is ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(JSON.stringify(tool))}.`);
        },
    }),
];
/** Whether each call can be made and is answered, and each answer was asked for. */
const TOOL_CALL_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)({
        id: 'chat/parallel-calls',
        severity: 'warning',
        summary: 'A message makes several calls, but parallel_tool_calls is false',
        fix: 'Make one call in each message, or take parallel_tool_calls out.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_4__/* .SFT */ .Md,
        breaks: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({
                messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1'), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('2')] }],
                tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl,
                parallel_tool_calls: false,
            }),
        ],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1'), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('2')] }], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl })],
        check({ messages, parallel_tool_calls }, report) {
            if (parallel_tool_calls !== false)
                return;
            for (const [index, { tool_calls }] of messages.entries())
                if (tool_calls != null && tool_calls.length > 1)
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .words */ .aL) `messages[${index}] makes ${tool_calls.length} calls.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)({
        id: 'chat/tool-call-id-twice',
        severity: 'warning',
        summary: 'Two tool calls have the same ID, so it is not clear which one an answer is for',
        fix: 'Give each call its own ID.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_4__/* .SFT */ .Md,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1'), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1')] }], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl })],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1'), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('01')] }], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl })],
        check({ calls }, report) {
            const made = new Set();
            for (const { index, id } of calls) {
                if (made.has(id))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .words */ .aL) `messages[${index}] makes another call ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(id)}.`);
                made.add(id);
            }
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)({
        id: 'chat/tool-arguments',
        severity: 'error',
        summary: 'The arguments of a tool call are not a JSON object, written as a text',
        fix: 'Write them as a JSON text, such as "{\\"city\\": \\"Oslo\\"}".',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_4__/* .SFT */ .Md,
        breaks: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1', '"Oslo"')] }], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1', '{x')] }], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl }),
        ],
        keeps: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1', '{"city":"Oslo"}')] }], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1')] }], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl }),
        ],
        check({ calls }, report) {
            for (const { index, name, args } of calls)
                if (!isJsonObject(args))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .words */ .aL) `messages[${index}]: the arguments of ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(name)} are ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(args)}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)({
        id: 'chat/tool-unknown',
        severity: 'warning',
        summary: 'A tool is called that tools does not define',
        fix: 'Add it to tools.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_4__/* .SFT */ .Md,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1', '{}', 'put')] }], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl })],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1')] }], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl })],
        check({ calls, tools: given }, report) {
            const defined = new Set((given ?? []).map(nameOf));
            for (const { index, name } of calls)
                if (!defined.has(name))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .words */ .aL) `messages[${index}] calls ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(name)}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)({
        id: 'chat/tool-answer-without-call',
        severity: 'error',
        summary: 'A tool answers a call that was not made',
        fix: 'Set tool_call_id to the ID of an earlier call.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_4__/* .SFT */ .Md,
        breaks: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'tool', tool_call_id: '9', content: 'x' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'tool', content: 'x' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1),
        ],
        keeps: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({
                messages: [
                    _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ,
                    { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1')] },
                    { role: 'tool', tool_call_id: '1', content: 'x' },
                    _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1,
                ],
                tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl,
            }),
            _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .fine */ .Bs,
        ],
        check({ messages }, report) {
            const made = new Set();
            for (const [index, { role, tool_calls, tool_call_id }] of messages.entries()) {
                for (const { id } of tool_calls ?? [])
                    made.add(id);
                if (role === 'tool' && !made.has(tool_call_id ?? ''))
                    report((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .words */ .aL) `messages[${index}] answers ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(tool_call_id ?? 'no ID')}, which no message before it calls.`);
            }
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .rule */ .Hu)({
        id: 'chat/tool-call-unanswered',
        severity: 'warning',
        summary: 'A tool call has no answer',
        fix: 'Add the message of the tool, or end the conversation at the call.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_4__/* .SFT */ .Md,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { role: 'assistant', tool_calls: [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .call */ .T1)('1')] }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1], tools: _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .tools */ .Yl })],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .fine */ .Bs],
        check({ messages }, report) {
            const open = new Set();
            for (const { role, tool_calls, tool_call_id } of messages) {
                for (const { id } of tool_calls ?? [])
                    open.add(id);
                if (role === 'tool')
                    open.delete(tool_call_id ?? '');
            }
            // A conversation may end with its calls: then they are what is learned.
            for (const { id } of messages.at(-1)?.tool_calls ?? [])
                open.delete(id);
            for (const id of open)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .words */ .aL) `The call ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(id)} has no answer.`);
        },
    }),
];


/***/ }),

/***/ 12145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Iv: () => (/* binding */ masked),
/* harmony export */   dV: () => (/* binding */ mayHoldSecret)
/* harmony export */ });
/** Likely credentials in text. Shapes that their issuers document, so that a hit is seldom wrong; every expression is linear. */
/** A shape at the beginning of a word. In JSON the letters of an escape (`\n`, `\u201c`) are no part of the word after it. */
const word = (shape) => new RegExp(`(?:(?<!\\w)|(?<=\\\\[bfnrt])|(?<=\\\\u[0-9a-fA-F]{4}))${shape.source}`, shape.flags);
const SHAPES = [
    ['a private key', /-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY-----[\w+/=\s\\]*/],
    // Keys of documentation end in EXAMPLE.
    ['an AWS access key', word(/(?:AKIA|ASIA)(?![0-9A-Z]{9}EXAMPLE)[0-9A-Z]{16}\b/)],
    ['a GitHub token', word(/(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/)],
    ['an Anthropic key', word(/sk-ant-[A-Za-z0-9_-]{20,200}/)],
    ['an OpenAI key', word(/sk-(?!ant-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{32,200}/)],
    ['a Google API key', word(/AIza[0-9A-Za-z_-]{35}\b/)],
    ['a Slack token', word(/xox[abeprs]-[0-9A-Za-z-]{10,200}/)],
    ['a Stripe key', word(/[rs]k_live_[0-9A-Za-z]{20,200}\b/)],
    ['an npm token', word(/npm_[A-Za-z0-9]{36}\b/)],
    ['a Hugging Face token', word(/hf_[A-Za-z0-9]{34}\b/)],
    ['a JSON Web Token', word(/eyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,1000}/)],
    ['a password in a URL', word(/[a-z][a-z0-9+.-]{1,20}:\\?\/\\?\/[^\s:@/"'\\]{1,100}:[^\s:@/"'\\]{6,100}@[\w.-]{3,100}/i)],
];
/** Whether one of the beginnings above ends at this underscore: `gh?_`, `github_pat_`, `k_live_`, `npm_`, `hf_`. */
function endsAtUnderscore(text, at) {
    const before = text[at - 1];
    const second = text[at - 2];
    if (second === 'h')
        return before === 'f' || text[at - 3] === 'g';
    return (second === 'v' && before === 'e') || (second === 'p' && before === 'm') || (second === 'a' && before === 't');
}
/** At this dash: `sk-`, `xox?-`, `-----BEGIN`. */
function endsAtDash(text, at) {
    const before = text[at - 1];
    if (before === '-')
        return text.startsWith('-BEGIN ', at);
    return (before === 'k' && text[at - 2] === 's') || (text[at - 2] === 'x' && text[at - 3] === 'o');
}
/** At this capital I: `AKI`, `ASI`, `AI`. */
function endsAtI(text, at) {
    const before = text[at - 1];
    return before === 'A' || ((before === 'K' || before === 'S') && text[at - 2] === 'A');
}
/** The last signs of the beginnings above, each rare in prose, and what stands before it then. Looking for them is many times quicker than the expressions. */
const HINTS = [
    ['_', endsAtUnderscore],
    ['-', endsAtDash],
    ['I', endsAtI],
    ['J', (text, at) => text[at - 1] === 'y' && text[at - 2] === 'e'],
];
/** Whether a text may hold one of the shapes. */
function mayHoldSecret(text) {
    for (const [sign, ends] of HINTS)
        for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1))
            if (ends(text, at))
                return true;
    return text.includes('@') && (text.includes('://') || text.includes(':\\/\\/'));
}
/** Every kind of credential that a text seems to hold, each once. */
function secretsOf(text) {
    if (!mayHoldSecret(text))
        return [];
    return SHAPES.flatMap(([kind, shape]) => {
        const match = shape.exec(text);
        return match === null ? [] : [{ kind, beginning: match[0].slice(0, 4) }];
    });
}
/** The text with every credential that it seems to hold made unreadable but for its first four characters; as long as it was. */
function masked(text) {
    if (!mayHoldSecret(text))
        return text;
    const hide = (found) => found.slice(0, 4) + '*'.repeat(found.length - 4);
    return SHAPES.reduce((rest, [, shape]) => rest.replace(new RegExp(shape, `${shape.flags}g`), hide), text);
}


/***/ })

};
