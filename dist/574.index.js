export const id = 574;
export const ids = [574];
export const modules = {

/***/ 44574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ FORMATS),
  L: () => (/* binding */ examinerOf)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/dataset/likeness/met.js
var likeness_met = __webpack_require__(76263);
// EXTERNAL MODULE: ./lib/dataset/likeness/row-hash.js
var row_hash = __webpack_require__(41042);
// EXTERNAL MODULE: ./lib/dataset/likeness/row-table.js
var row_table = __webpack_require__(40148);
// EXTERNAL MODULE: ./lib/dataset/rules/quick.js
var quick = __webpack_require__(587);
// EXTERNAL MODULE: ./lib/dataset/rules/rows.js
var rows = __webpack_require__(54527);
// EXTERNAL MODULE: ./lib/dataset/rules/syntax.js + 1 modules
var syntax = __webpack_require__(19089);
// EXTERNAL MODULE: ./lib/dataset/rules/rules.js
var rules = __webpack_require__(25879);
// EXTERNAL MODULE: ./lib/dataset/rules/secrets.js
var secrets = __webpack_require__(26553);
;// CONCATENATED MODULE: ./lib/dataset/rules/text-faults.js
/** What is wrong with a file, or a line, before its format matters. Pure. */


/** Special tokens of the chat and completion formats; a text that holds one fails the job. */
const SPECIAL = /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;
/** How files of other kinds begin, in small letters. */
const OTHERS = [
    ['a gzip archive', ['\x1f\x8b']],
    ['a ZIP archive, or a spreadsheet', ['pk\x03\x04']],
    ['a Zstandard archive', ['\x28\xb5\x2f\xfd']],
    ['a Parquet file', ['par1']],
    ['an Arrow file', ['arrow1']],
    ['an HTML page', ['<!doctype html', '<html']],
    ['a git-annex pointer', ['/annex/objects/', '.git/annex/objects/', '../.git/annex/objects/']],
];
/** What a file's first line says about the file as a whole; `whole` ends the reading of its rows. */
function fileFault(bytes) {
    if (bytes.subarray(0, 42).toString('latin1').startsWith('version https://git-lfs.github.com/spec/'))
        return { rule: 'file/git-lfs-pointer', detail: 'The file is a Git LFS pointer.', whole: true };
    const [first, second] = bytes;
    // Half of the bytes of ASCII are zero then, and always the same half.
    const zeros = [0, 1].map((parity) => bytes.subarray(0, 64).filter((byte, index) => byte === 0 && index % 2 === parity).length);
    const halves = Math.max(...zeros) > 8 && Math.min(...zeros) === 0;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (halves && bytes.length > 16))
        return { rule: 'file/utf16', detail: 'The file is UTF-16.', whole: true };
    if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
        return { rule: 'file/utf8-bom', detail: 'The file begins with a byte order mark.', whole: false };
    const text = bytes.subarray(0, 64).toString('latin1').trim();
    const other = OTHERS.find(([, beginnings]) => beginnings.some((beginning) => text.toLowerCase().startsWith(beginning)));
    if (other !== undefined)
        return { rule: 'file/other-format', detail: `The file is ${other[0]}.`, whole: true };
    if (text.startsWith('['))
        return { rule: 'file/json-array', detail: 'The file begins with [.', whole: true };
    if (text === '{' && bytes.length < 64)
        return { rule: 'file/pretty-json', detail: 'The first line is { alone.', whole: true };
    return undefined;
}
/** Texts inside a value, keys included. */
function* textsOf(value) {
    if (typeof value === 'string')
        yield value;
    else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
            yield key;
            yield* textsOf(inner);
        }
    }
}
/** What is wrong with the text of a line, whatever its format. */
function textFaults(text, value) {
    const found = [];
    const special = SPECIAL.exec(text)?.[0];
    if (special !== undefined)
        found.push({ rule: 'row/special-token', detail: `The text holds ${(0,rules/* quoted */.TL)(special)}.` });
    if (/\\ud[89a-f]/i.test(text) && ![...textsOf(value)].every((inner) => inner.isWellFormed()))
        found.push({ rule: 'row/lone-surrogate', detail: 'The text holds half of a surrogate pair.' });
    if (text.includes('\\u0000'))
        found.push({ rule: 'row/nul', detail: 'The text holds a NUL character.' });
    return [...found, ...secretFaults(text)];
}
/** Likely credentials in a text. */
function secretFaults(text) {
    return (0,secrets/* secretsOf */.Fj)(text).map(({ kind, beginning }) => ({
        rule: 'row/secret',
        detail: `The text holds what looks like ${kind} (${beginning}…).`,
    }));
}

// EXTERNAL MODULE: ./lib/dataset/statistics.js
var statistics = __webpack_require__(23173);
// EXTERNAL MODULE: ./lib/dataset/token-count.js
var token_count = __webpack_require__(39347);
;// CONCATENATED MODULE: ./lib/dataset/examine.js
/** One chunk of lines, examined by itself: in this thread or in another. What needs the whole dataset is left to whoever puts the parts together. */










const FORMATS = ['chat', 'completion', 'preference', 'reinforcement'];
/** So many faults of one row are enough to mend it by. */
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
    #met;
    #statistics = new statistics/* StatisticsGatherer */.A6();
    #lines = 0;
    #rows = 0;
    #imageRows = 0;
    #systems = { with: 0, without: 0, firstWithout: 0 };
    #formats = 0;
    #ends = false;
    #returns = false;
    constructor({ settings, counter, met, readable }, position) {
        this.#settings = settings;
        this.#met = met;
        this.#readable = readable;
        this.#counter = counter;
        this.#position = position;
    }
    #report(found) {
        this.#found.push({ ...found, line: this.#lines });
        return undefined;
    }
    run(bytes, first) {
        const ascii = (0,external_node_buffer_.isAscii)(bytes);
        const utf8 = ascii || (0,external_node_buffer_.isUtf8)(bytes);
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
            const fault = fileFault(bytes.subarray(from, end));
            if (fault !== undefined) {
                this.#ends = fault.whole;
                this.#found.push({ ...fault, line: fault.whole ? undefined : this.#lines });
                if (fault.whole)
                    return undefined;
                from += 3;
            }
        }
        if (end > from && bytes[end - 1] === RETURN) {
            if (!this.#returns)
                this.#report({ rule: 'file/crlf', detail: 'Lines end in CR LF.' });
            this.#returns = true;
            end -= 1;
        }
        if (bytes[from] !== BRACE && end - from < 1024 && bytes.toString('latin1', from, end).trim() === '')
            return this.#report({ rule: 'file/blank-line', detail: 'The line is blank.' });
        this.#rows += 1;
        if (!utf8 && !(0,external_node_buffer_.isUtf8)(bytes.subarray(from, end)))
            return this.#report({ rule: 'file/not-utf8', detail: 'The line is not UTF-8.' });
        const text = bytes.toString(ascii ? 'latin1' : 'utf8', from, end);
        const row = this.#quick(text) ?? this.#careful(text);
        if (row === undefined)
            return undefined;
        // No byte more than characters, and no escape: then there are no others than those of ASCII.
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
        const keys = (0,row_hash/* keysOfRow */.S4)(row);
        const met = this.#met.meet(keys.whole);
        const asked = keys.prompt !== 0 && this.#met.meet(~keys.prompt);
        const content = met || asked ? (0,row_hash/* hashContent */.sW)(row, ascii) : undefined;
        const format = FORMATS.indexOf(row.format);
        this.#formats |= 1 << format;
        this.#readable.add({ key: keys.whole, promptKey: keys.prompt, content }, this.#lines, offset, length, format);
    }
    /** A plain row without fault; undefined when it has to be looked at. */
    #quick(text) {
        if (!(0,quick/* isPlainText */.KA)(text))
            return undefined;
        const plain = (0,quick/* plainRow */.Fq)(parsed(text), this.#settings.method);
        if (plain === undefined || !(0,quick/* hasNoKeyTwice */.PF)(plain, text))
            return undefined;
        for (const found of secretFaults(text))
            this.#report(found);
        return plain.row;
    }
    #careful(text) {
        const line = (0,syntax/* parseLine */.A)(text);
        if ('found' in line) {
            this.#report(line.found);
            return undefined;
        }
        for (const found of textFaults(text, line.value))
            this.#report(found);
        const { row, found } = (0,rows/* checkRow */.f)(line.value, this.#settings);
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
            this.#report({ rule: 'row/over-limit', detail: `The row has ${tokens.total} tokens; the model takes ${limit}.` });
    }
}
/**
 * An examiner in this thread; a tokenizer's vocabulary is loaded where tokens are counted.
 * @param met which keys were met, here or in another thread
 */
async function examinerOf(settings, met) {
    const counter = settings.countTokens ? await token_count/* RowCounter */.N.for(settings.model, settings.exactTokensUpTo) : undefined;
    const examining = { settings, counter, met: new likeness_met/* Met */.R(met), readable: new row_table/* RowBuffer */.Hl() };
    return {
        examine: ({ bytes, position, first }) => new Examination(examining, position).run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), first),
    };
}


/***/ }),

/***/ 62400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ CompletionRow),
/* harmony export */   Jk: () => (/* binding */ FORMATS_OF),
/* harmony export */   Nc: () => (/* binding */ ChatRow),
/* harmony export */   U2: () => (/* binding */ ReinforcementRow),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   gR: () => (/* binding */ PreferenceRow)
/* harmony export */ });
/* unused harmony exports ROLES, Message */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73305);
/**
 * The four shapes that a row of training data has on this wire, and how to tell which one a row is. The schemas hold what every server of the wire
 * asks for; what only some ask for, or what is merely unwise, is the business of the rules.
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
/** Supervised fine-tuning on conversations: the assistant's messages are what is learned. */
const ChatRow = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    messages,
    tools,
    parallel_tool_calls,
    functions,
});
/** Supervised fine-tuning on plain text. */
const CompletionRow = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    prompt: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' }),
    completion: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' }),
});
/** Direct preference optimisation: of two answers to one input, which one is wanted. */
const PreferenceRow = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    input: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ messages, tools, parallel_tool_calls }),
    preferred_output: messages,
    non_preferred_output: messages,
});
/** Reinforcement fine-tuning: a prompt; every key but `messages` and `tools` is what the grader sees as `item`. */
const ReinforcementRow = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ messages, tools });
/** The formats that a method can be trained on. */
const FORMATS_OF = {
    supervised: ['chat', 'completion'],
    dpo: ['preference'],
    reinforcement: ['reinforcement'],
};
/**
 * Which format a parsed row is in, by its top-level keys; undefined when it is none of them. A row with `messages` alone cannot say whether it is
 * a conversation to learn or a prompt to answer: `method` decides.
 */
function formatOf(row, method) {
    if ('input' in row && ('preferred_output' in row || 'non_preferred_output' in row))
        return 'preference';
    if ('messages' in row)
        return method === 'reinforcement' ? 'reinforcement' : 'chat';
    if ('prompt' in row && 'completion' in row)
        return 'completion';
    return undefined;
}


/***/ }),

/***/ 76263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ Met),
/* harmony export */   X: () => (/* binding */ MET_BYTES)
/* harmony export */ });
/** In bytes. */
const MET_BYTES = 1 << 21;
/** Keys that were met (a Bloom filter of two bits a key). A key may be taken for another; then a hash is taken that was not needed. */
class Met {
    #bits;
    /** @param memory MET_BYTES; two threads may share it: a bit that one of them loses to the other costs a hash later, and no finding */
    constructor(memory) {
        this.#bits = new Int32Array(memory);
    }
    #set(bit) {
        const mask = 1 << (bit & 31);
        const before = this.#bits[bit >>> 5] ?? 0;
        this.#bits[bit >>> 5] = before | mask;
        return (before & mask) !== 0;
    }
    /** Whether the key was met; from now on it is. */
    meet(key) {
        const first = this.#set(Math.imul(key, 0x9e3779b1) >>> 8);
        const second = this.#set(Math.imul(key ^ (key >>> 16), 0x85ebca6b) >>> 8);
        return first && second;
    }
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
/** What a row holds in its prompt and in its answer, as messages. A prompt that no other answer can contradict is part of the answer. */
function partsOf({ format, row }) {
    switch (format) {
        case 'chat': {
            const tools = row.tools ?? row.functions;
            const told = tools && tools.length > 0 ? [{ role: 'system', content: JSON.stringify(tools) }] : [];
            // What ends with no answer contradicts none.
            if (row.messages.at(-1)?.role !== 'assistant')
                return { prompt: [], answer: [...told, ...row.messages] };
            return { prompt: [...told, ...row.messages.slice(0, -1)], answer: row.messages.slice(-1) };
        }
        case 'completion': {
            const answer = [{ role: 'assistant', content: row.completion }];
            const prompt = [{ role: 'user', content: row.prompt }];
            return row.prompt.trim() === '' ? { prompt: [], answer } : { prompt, answer };
        }
        case 'preference': {
            // Two outputs without their order are what is asked; which of them is wanted is the answer.
            const said = (messages) => ({ role: 'assistant', content: JSON.stringify(messages) });
            const preferred = said(row.preferred_output);
            const outputs = [preferred, said(row.non_preferred_output)];
            outputs.sort((left, right) => (left.content < right.content ? -1 : 1));
            return { prompt: [...row.input.messages, ...outputs], answer: [preferred] };
        }
        case 'reinforcement':
            // What the grader sees belongs to the row: the same question may be asked with other answers.
            return { prompt: [], answer: [{ role: 'user', content: JSON.stringify(row) }] };
    }
}
/** The hash of all that a row says. `ascii`: its line is known to have no other characters. */
function hashContent(row, ascii) {
    const { prompt, answer } = partsOf(row);
    const asked = prompt.reduce((hash, message) => hashMessage(hash, message, ascii), SEED);
    const whole = answer.reduce((hash, message) => hashMessage(hash, message, ascii), asked);
    // 0 is kept for what was not hashed.
    return { whole: whole || 1, prompt: prompt.length === 0 ? 0 : asked || 1 };
}
/** So many characters at each end of a text, white space left out, are its key. */
const WINDOW = 8;
/** Where others than those of ASCII are among them, so much of the text is normalised to find them. */
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
    if (row.format === 'chat') {
        const { messages } = row.row;
        const asked = mixLast(SEED, messages, messages.length - 1);
        return { whole: mixLast(asked, messages, messages.length), prompt: messages.length < 2 ? 0 : asked | 1 };
    }
    const { prompt, answer } = partsOf(row);
    const asked = mixLast(SEED, prompt, prompt.length);
    return { whole: mixLast(asked, answer, answer.length), prompt: prompt.length === 0 ? 0 : asked | 1 };
}
/** What `hashContent` hashes, as texts that can be compared. */
function contentOf(row) {
    const { prompt, answer } = partsOf(row);
    const join = (messages) => JSON.stringify(messages.map((message) => [message.role, normalised(contentKey(message.content)), normalised(besides(message))]));
    return { prompt: join(prompt), whole: join([...prompt, ...answer]) };
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
/** Length * 4 + format: no line is longer than 32 MiB, and there are four formats. */
const SIZE = 4;
/** Of the content, 0 where it was not hashed. */
const WHOLE = 5;
const PROMPT = 6;
const WIDTH = 7;
/** Gathers the rows of a chunk. */
class RowBuffer {
    #rows = new Int32Array(WIDTH * 1024);
    #count = 0;
    /** @param format 0…3 */
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
        rows[at + SIZE] = length * 4 + format;
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
        yield { line: numberAt(rows, at + LINE), format: numberAt(rows, at + SIZE) & 3 };
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
            length: numberAt(rows, at + SIZE) >> 2,
        };
    }
}


/***/ }),

/***/ 98785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ CHAT_KEYS),
/* harmony export */   Fs: () => (/* binding */ checkChat),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84862);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25879);
/* harmony import */ var _tool_calls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95144);



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
/** The keys of a chat row. */
const CHAT_KEYS = new Set(['messages', 'tools', 'parallel_tool_calls', 'functions']);
/** The text of a message; the parts of other kinds left out. */
function plainText(content) {
    if (typeof content === 'string')
        return content;
    return (content ?? []).map((part) => (typeof part.text === 'string' ? part.text : '')).join('');
}
/** White space and nothing else. */
function isBlank(content) {
    return typeof content === 'string'
        ? content.trim() === ''
        : (content ?? []).every(({ type, text }) => type === 'text' && typeof text === 'string' && text.trim() === '');
}
const at = (index) => `messages[${index}]`;
/** A chat row of supervised fine-tuning. */
function checkChat(row, profile) {
    const { messages } = row;
    const found = Object.keys(row)
        .filter((key) => !CHAT_KEYS.has(key))
        .map((key) => ({
        rule: 'row/unknown-key',
        detail: `The row has the key ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)}; a chat row takes messages, tools and parallel_tool_calls.`,
    }));
    const answers = messages.filter(({ role }) => role === 'assistant');
    const last = messages.at(-1);
    if (answers.length === 0)
        found.push({ rule: 'chat/no-assistant-message', detail: 'No message is by the assistant.' });
    else if (last?.role !== 'assistant')
        found.push({ rule: 'chat/last-not-assistant', detail: `The last message is by ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(last?.role ?? '')}.` });
    if (answers.length > 0 && answers.every(({ weight }) => weight === 0))
        found.push({ rule: 'chat/nothing-learned', detail: 'Every answer has weight 0.' });
    if (!messages.some(({ role }) => role === 'user'))
        found.push({ rule: 'chat/missing-user', detail: 'No message is by a user.' });
    if (row.functions != null || messages.some(({ function_call, role }) => function_call != null || role === 'function')) {
        found.push({ rule: 'chat/deprecated-functions', detail: 'The row uses functions, function_call or the role function.' });
    }
    for (const [index, message] of messages.entries())
        for (const fault of checkMessage(message, index))
            found.push(fault);
    return [...found, ...(0,_tool_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .checkToolDefinitions */ .x)(row.tools), ...(0,_tool_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .checkToolCalls */ .G)(row), ...(0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .checkParts */ .d)(messages, profile)];
}
function checkMessage(message, index) {
    const found = Object.keys(message)
        .filter((key) => !MESSAGE_KEYS.has(key))
        .map((key) => ({ rule: 'chat/unknown-message-key', detail: `${at(index)} has the key ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)}.` }));
    if (message.role !== 'assistant') {
        if (message.weight != null)
            found.push({ rule: 'chat/weight-role', detail: `${at(index)} is by ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(message.role)} and has a weight.` });
        return found;
    }
    const calls = (message.tool_calls?.length ?? 0) > 0 || message.function_call != null;
    const empty = message.content == null || message.content.length === 0;
    if (empty && !calls && message.refusal == null)
        found.push({ rule: 'chat/empty-answer', detail: `${at(index)} has neither content nor tool calls.` });
    else if (!empty && !calls && isBlank(message.content))
        found.push({ rule: 'chat/blank-answer', detail: `${at(index)} answers ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(plainText(message.content))}.` });
    return found;
}


/***/ }),

/***/ 84862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ checkParts)
/* harmony export */ });
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25879);

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
function imageField(part, name) {
    const image = part.image_url;
    if (typeof image === 'object' && image !== null)
        return Reflect.get(image, name);
    return name === 'url' ? image : undefined;
}
/** What is wrong with a data URL: what it holds is no base64, of another type, or too much. */
function embeddedFault(url, type) {
    const begin = url.indexOf(',') + 1;
    const size = Math.floor(((url.length - begin) * 3) / 4);
    if (size > LARGEST_IMAGE)
        return { rule: 'chat/image-too-large', detail: `embeds an image of ${size} bytes` };
    const head = Buffer.from(url.slice(begin, begin + 24), 'base64');
    if (/[^A-Za-z0-9+/=]/.test(url.slice(begin)))
        return { rule: 'chat/image-data', detail: 'embeds an image that is no base64' };
    if (BEGINNINGS[type]?.(head) !== true)
        return { rule: 'chat/image-data', detail: `embeds an image that is no ${type}` };
    return undefined;
}
function imageFaults(part, role) {
    const found = [];
    const given = imageField(part, 'url');
    const url = typeof given === 'string' ? given : '';
    const detail = imageField(part, 'detail');
    if (role !== 'user')
        found.push({ rule: 'chat/image-role', detail: `is by ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(role)} and holds an image` });
    if (!DETAILS.has(detail))
        found.push({ rule: 'chat/image-detail', detail: `has an image of the detail ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(String(detail))}` });
    const known = URL_OF_IMAGE.exec(url.slice(0, 40));
    if (known === null)
        return [...found, { rule: 'chat/image-url', detail: `has an image at ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(url)}` }];
    const type = known.groups?.type?.toLowerCase();
    const fault = type === undefined ? undefined : embeddedFault(url, type);
    return fault === undefined ? found : [...found, fault];
}
/** What is asked has content; a tool may have nothing to say, and says so. */
function lacksContent(role, content) {
    if (role === 'assistant')
        return false;
    return content === null || content === undefined || (role !== 'tool' && role !== 'function' && content.length === 0);
}
/** The parts of conversations of any format. */
function checkParts(messages, profile) {
    const found = [];
    let images = 0;
    for (const [index, { role, content }] of messages.entries()) {
        const at = (fault) => ({ ...fault, detail: `messages[${index}] ${fault.detail}.` });
        if (role === 'developer' && !profile.developerRole)
            found.push(at({ rule: 'chat/developer-role', detail: 'is by "developer"' }));
        if (lacksContent(role, content))
            found.push(at({ rule: 'chat/no-content', detail: `is by ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(role)} and has no content` }));
        if (!Array.isArray(content))
            continue;
        for (const part of content) {
            if (!PARTS.has(part.type))
                found.push(at({ rule: 'chat/part-type', detail: `has a part of the type ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(part.type)}` }));
            if (part.type !== 'image_url')
                continue;
            images += 1;
            found.push(...imageFaults(part, role).map(at));
        }
    }
    if (images > profile.imagesPerRow)
        found.push({ rule: 'chat/too-many-images', detail: `The row has ${images} images; ${profile.imagesPerRow} are allowed.` });
    return found;
}


/***/ }),

/***/ 587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fq: () => (/* binding */ plainRow),
/* harmony export */   KA: () => (/* binding */ isPlainText),
/* harmony export */   PF: () => (/* binding */ hasNoKeyTwice)
/* harmony export */ });
/** How many keys an object has of its own. */
function keysOf(value) {
    let count = 0;
    for (const _ in value)
        count += 1;
    return count;
}
function isPlainMessage(value) {
    if (typeof value !== 'object' || value === null || !('role' in value) || !('content' in value))
        return false;
    const { role, content } = value;
    return (role === 'user' || role === 'assistant' || role === 'system') && typeof content === 'string' && keysOf(value) === 2;
}
/** More than white space. */
const isAnswer = (text) => /\S/.test(text);
function isPlainChat(value) {
    if (!('messages' in value) || !Array.isArray(value.messages))
        return false;
    const messages = value.messages;
    let asked = false;
    let answered = false;
    for (let index = 0; index < messages.length; index += 1) {
        const message = messages[index];
        if (!isPlainMessage(message))
            return false;
        answered = message.role === 'assistant';
        asked ||= message.role === 'user';
        if (answered ? !isAnswer(message.content) : message.content === '')
            return false;
    }
    return asked && answered;
}
function isPlainCompletion(value) {
    if (!('prompt' in value) || !('completion' in value))
        return false;
    return typeof value.prompt === 'string' && typeof value.completion === 'string' && isAnswer(value.completion);
}
const CHAT = '{"messages":[]}'.length;
const MESSAGE = '{"role":"","content":""},'.length;
const COMPLETION = '{"prompt":"","completion":""}'.length;
/** The row, when it is plain and structurally without fault; undefined when it has to be looked at. */
function plainRow(value, method) {
    if (method !== 'supervised' || typeof value !== 'object' || value === null)
        return undefined;
    const keys = keysOf(value);
    if (keys === 1 && isPlainChat(value)) {
        const { messages } = value;
        let size = CHAT + MESSAGE * messages.length - 1;
        for (const { role, content } of messages)
            size += role.length + content.length;
        return { row: { format: 'chat', row: value }, keys: 1 + 2 * messages.length, size };
    }
    if (keys === 2 && isPlainCompletion(value))
        return { row: { format: 'completion', row: value }, keys, size: COMPLETION + value.prompt.length + value.completion.length };
    return undefined;
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
/** Whether the text itself may hold something that the careful checks have a word on: a special token, an escape. */
function isPlainText(text) {
    return !text.includes('<|') && (!text.includes('\\') || !text.includes('\\u'));
}


/***/ }),

/***/ 54527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ checkRow)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23945);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62400);
/* harmony import */ var _conversation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98785);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84862);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25879);
/* harmony import */ var _tool_calls_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95144);
/** One row against the rules of its format. Pure. */






const METHOD_FOR = {
    chat: 'supervised',
    completion: 'supervised',
    preference: 'dpo',
    reinforcement: 'reinforcement',
};
/** Where a schema found something, as a path in the row. */
function place(path) {
    return path.reduce((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`), '');
}
function valueAt(value, path) {
    return path.reduce((inner, key) => Reflect.get(Object(inner), key), value);
}
function shown(value) {
    if (value === undefined)
        return 'missing';
    if (Array.isArray(value))
        return `a list of ${value.length}`;
    if (typeof value === 'string')
        return (0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(value);
    return typeof value === 'object' && value !== null ? 'an object' : String(value);
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
        detail: `${place(issue.path) || 'The row'} is ${shown(valueAt(row, issue.path))}; it must be ${wanted(issue)}.`,
    }));
}
/** More messages, or tools, no server takes; a schema would stumble over them. */
const LONGEST_LIST = 10_000;
function longList(value) {
    const { messages, tools, functions, input, preferred_output, non_preferred_output } = value;
    // Other fields are what a grader reads, and may be of any length.
    const lists = { messages, tools, functions, preferred_output, non_preferred_output, ...Object(input) };
    return Object.entries(lists).flatMap(([name, inner]) => Array.isArray(inner) && inner.length > LONGEST_LIST
        ? [{ rule: 'row/shape', detail: `${(0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(name)} is a list of ${inner.length}; it must have at most ${LONGEST_LIST}.` }]
        : []);
}
/** A prompt without an answer, with fields that only a grader reads. */
function isForGrader(value) {
    const messages = Array.isArray(value.messages) ? value.messages : [];
    const roles = messages.map((message) => typeof message === 'object' && message !== null ? Reflect.get(message, 'role') : undefined);
    return roles.at(-1) === 'user' && !roles.includes('assistant') && Object.keys(value).some((key) => !_conversation_js__WEBPACK_IMPORTED_MODULE_1__/* .CHAT_KEYS */ .Av.has(key));
}
/** Reads and checks one row. */
function checkRow(value, rules) {
    const format = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .formatOf */ .be)(value, rules.method);
    if (format === undefined) {
        const keys = Object.keys(value);
        return {
            row: undefined,
            found: [{ rule: 'row/unknown-format', detail: `The row has the keys ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(keys.slice(0, 6).join(', '))}.` }],
        };
    }
    const long = longList(value);
    if (long.length > 0)
        return { row: undefined, found: long };
    const meant = format === 'chat' && isForGrader(value) ? 'reinforcement' : format;
    if (!_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .FORMATS_OF */ .Jk[rules.method].includes(meant)) {
        return {
            row: undefined,
            found: [
                {
                    rule: 'row/wrong-format',
                    detail: `The row is in the ${meant} format, but method is ${rules.method}. It fits method: ${METHOD_FOR[meant]}.`,
                },
            ],
        };
    }
    switch (format) {
        case 'chat':
            return checkAs(_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .ChatRow */ .Nc, value, (row) => ({ format, row }), (row) => (0,_conversation_js__WEBPACK_IMPORTED_MODULE_1__/* .checkChat */ .Fs)(row, rules.profile));
        case 'completion':
            return checkAs(_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .CompletionRow */ .$V, value, (row) => ({ format, row }), checkCompletion);
        case 'preference':
            return checkAs(_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .PreferenceRow */ .gR, value, (row) => ({ format, row }), (row) => [
                ...checkPreference(row),
                ...(0,_tool_calls_js__WEBPACK_IMPORTED_MODULE_4__/* .checkToolDefinitions */ .x)(row.input.tools),
                ...(0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .checkParts */ .d)(row.input.messages, rules.profile),
            ]);
        case 'reinforcement':
            return checkAs(_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .ReinforcementRow */ .U2, value, (row) => ({ format, row }), (row) => [
                ...checkReinforcement(row, rules),
                ...(0,_tool_calls_js__WEBPACK_IMPORTED_MODULE_4__/* .checkToolDefinitions */ .x)(row.tools),
                ...(0,_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .checkParts */ .d)(row.messages, rules.profile),
            ]);
    }
}
function checkAs(schema, value, wrap, check) {
    const parsed = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .safeParse */ .xL(schema, value);
    return parsed.success
        ? { row: wrap(parsed.data), found: check(parsed.data) }
        : { row: undefined, found: shapeFaults(parsed.error.issues, value) };
}
function unknownKeys(row, known) {
    return Object.keys(row)
        .filter((key) => !known.includes(key))
        .map((key) => ({ rule: 'row/unknown-key', detail: `The row has the key ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(key)}; it takes ${known.join(', ')}.` }));
}
function checkCompletion(row) {
    const found = unknownKeys(row, ['prompt', 'completion']);
    if (row.completion.trim() === '')
        found.push({ rule: 'completion/empty', detail: 'The completion is empty.' });
    return found;
}
function checkPreference(row) {
    const found = unknownKeys(row, ['input', 'preferred_output', 'non_preferred_output']);
    const outputs = { preferred_output: row.preferred_output, non_preferred_output: row.non_preferred_output };
    for (const [name, messages] of Object.entries(outputs)) {
        const foreign = messages.find(({ role }) => role !== 'assistant' && role !== 'tool');
        if (foreign !== undefined)
            found.push({ rule: 'preference/output-role', detail: `${name} has a message by ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(foreign.role)}.` });
        if (!messages.some(({ role }) => role === 'assistant'))
            found.push({ rule: 'preference/output-role', detail: `${name} has no message by the assistant.` });
        if (messages.some((message) => message.role === 'assistant' && !message.tool_calls?.length && !message.content?.length))
            found.push({ rule: 'preference/empty-output', detail: `${name} has a message of the assistant without content.` });
        if (messages.length > 1)
            found.push({ rule: 'preference/output-count', detail: `${name} has ${messages.length} messages.` });
    }
    for (const [name, messages] of Object.entries({ input: row.input.messages, ...outputs })) {
        if (messages.some(({ content }) => Array.isArray(content) && content.some(({ type }) => type !== 'text')))
            found.push({ rule: 'preference/not-text', detail: `${name} holds a part that is not text.` });
    }
    const [left, right] = Object.values(outputs).map((messages) => JSON.stringify(messages));
    if (left === right)
        found.push({ rule: 'preference/identical', detail: 'Both outputs are the same.' });
    if (row.input.messages.at(-1)?.role === 'assistant')
        found.push({ rule: 'preference/last-assistant', detail: 'The input ends with a message by the assistant.' });
    return found;
}
function checkReinforcement(row, { graderItems, profile }) {
    const found = graderItems
        .filter((name) => !(name in row))
        .map((name) => ({
        rule: 'reinforcement/missing-item',
        detail: `The grader uses item.${name}, which the row does not have.`,
    }));
    // Where there is no role developer, system is what it is called.
    const system = row.messages.findIndex(({ role }) => role === 'system');
    if (system >= 0 && profile.developerRole)
        found.push({ rule: 'reinforcement/system-role', detail: `messages[${system}] is by "system".` });
    const last = row.messages.at(-1)?.role;
    if (last !== 'user')
        found.push({ rule: 'reinforcement/last-not-user', detail: `The last message is by ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(last ?? '')}.` });
    return found;
}


/***/ }),

/***/ 19089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ parseLine)
});

// UNUSED EXPORTS: duplicateKey

;// CONCATENATED MODULE: ./lib/dataset/rules/json-fault.js
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

// EXTERNAL MODULE: ./lib/dataset/rules/rules.js
var rules = __webpack_require__(25879);
// EXTERNAL MODULE: ./lib/dataset/rules/secrets.js
var secrets = __webpack_require__(26553);
;// CONCATENATED MODULE: ./lib/dataset/rules/syntax.js
/** Lines to values: JSON with the place and a human reason for what is wrong with it. */



const DEEPEST = 100;
/** So much around a fault is looked at for credentials, which are not to be quoted. */
const AROUND = 4000;
/** Why a line is no JSON, in words. */
function reason(line, fault) {
    const from = Math.max(0, fault - AROUND);
    const text = (0,secrets/* masked */.Iv)(line.slice(from, fault + AROUND));
    const at = fault - from;
    const rest = text.slice(at, at + 12);
    const before = text.slice(0, at).trimEnd();
    if (/^[}\]]/.test(rest) && before.endsWith(','))
        return `a comma stands before ${(0,rules/* quoted */.TL)(rest[0] ?? '')}`;
    if (rest.startsWith("'"))
        return 'single quotes where JSON has double quotes';
    if (/^(NaN|-?Infinity|undefined)\b/.test(rest))
        return `${(0,rules/* quoted */.TL)(/^-?\w+/.exec(rest)?.[0] ?? rest)} is no JSON value`;
    if (/^(True|False|None)\b/.test(rest))
        return `${(0,rules/* quoted */.TL)(/^\w+/.exec(rest)?.[0] ?? rest)} is Python, not JSON`;
    if (/^(\/\/|\/\*|#)/.test(rest))
        return 'JSON has no comments';
    if (at >= text.length)
        return 'the line ends in the middle of the JSON';
    if (/\}$/.test(before) && rest.trim() === ',')
        return 'a comma stands after the object';
    if (/^\s*\{/.test(rest) && /\}$/.test(before))
        return /\r\s*$/.test(text.slice(0, at)) ? 'lines end in CR alone, where LF ends a line' : 'two objects on one line';
    const code = text.charCodeAt(at);
    if (code < 0x20)
        return `a control character (U+${code.toString(16).padStart(4, '0')}) that must be escaped`;
    return `${(0,rules/* quoted */.TL)(text.slice(at, at + 20))} was not expected`;
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
        return {
            found: { rule: 'row/not-json', detail: `The line is not JSON at column ${at + 1}: ${reason(text, at)}.`, column: at + 1 },
        };
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return {
            found: {
                rule: 'row/not-object',
                detail: `The line holds ${Array.isArray(value) ? 'an array' : (0,rules/* quoted */.TL)(text)}, not an object.`,
            },
        };
    }
    if (isTooDeep(text))
        return { found: { rule: 'row/too-deep', detail: `The row is nested more than ${DEEPEST} deep.` } };
    // Counting is cheap; naming the key is not.
    if (colonCount(text) !== keyCount(value)) {
        return {
            found: { rule: 'row/duplicate-key', detail: `The key ${(0,rules/* quoted */.TL)(duplicateKey(text) ?? '?')} stands twice in one object.` },
        };
    }
    return { value: { ...value } };
}


/***/ }),

/***/ 95144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ checkToolCalls),
/* harmony export */   x: () => (/* binding */ checkToolDefinitions)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73305);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25879);
/** What must hold of tools: their definitions, the calls of them, the answers to these. Pure. */


/** Source: FunctionObject in OpenAI's API description. */
const Definition = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('function'),
    function: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._regex */ .Fk(/^[\w-]{1,64}$/)) }),
});
/** Whether each tool can be called at all. */
function checkToolDefinitions(tools) {
    const found = [];
    for (const [index, tool] of (tools ?? []).entries()) {
        if (!Definition.safeParse(tool).success)
            found.push({ rule: 'chat/tool-definition', detail: `tools[${index}] is ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(JSON.stringify(tool))}.` });
    }
    return found;
}
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
function checkCalls(row, index, defined, { made, open }) {
    const found = [];
    const at = `messages[${index}]`;
    const calls = row.messages[index]?.tool_calls ?? [];
    if (calls.length > 1 && row.parallel_tool_calls === false)
        found.push({ rule: 'chat/parallel-calls', detail: `${at} makes ${calls.length} calls.` });
    for (const { id, function: called } of calls) {
        if (made.has(id))
            found.push({ rule: 'chat/tool-call-id-twice', detail: `${at} makes another call ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(id)}.` });
        made.add(id);
        open.add(id);
        if (!isJsonObject(called.arguments))
            found.push({
                rule: 'chat/tool-arguments',
                detail: `${at}: the arguments of ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(called.name)} are ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(called.arguments)}.`,
            });
        if (!defined.has(called.name))
            found.push({ rule: 'chat/tool-unknown', detail: `${at} calls ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(called.name)}.` });
    }
    return found;
}
/** Whether each call can be made and is answered, and each answer was asked for. */
function checkToolCalls(row) {
    const found = [];
    const defined = new Set((row.tools ?? []).map(nameOf));
    const calls = { made: new Set(), open: new Set() };
    for (const [index, { role, tool_call_id }] of row.messages.entries()) {
        for (const fault of checkCalls(row, index, defined, calls))
            found.push(fault);
        if (role !== 'tool')
            continue;
        if (!calls.made.has(tool_call_id ?? '')) {
            found.push({
                rule: 'chat/tool-answer-without-call',
                detail: `messages[${index}] answers ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(tool_call_id ?? 'no ID')}, which no message before it calls.`,
            });
        }
        calls.open.delete(tool_call_id ?? '');
    }
    // A conversation may end with its calls: then they are what is learned.
    for (const { id } of row.messages.at(-1)?.tool_calls ?? [])
        calls.open.delete(id);
    for (const id of calls.open)
        found.push({ rule: 'chat/tool-call-unanswered', detail: `The call ${(0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(id)} has no answer.` });
    return found;
}


/***/ }),

/***/ 23173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ StatisticsGatherer),
/* harmony export */   io: () => (/* binding */ StatisticsTotal)
/* harmony export */ });
/* unused harmony export distribution */
/* harmony import */ var _rules_conversation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98785);
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
function messagesOf({ format, row }) {
    switch (format) {
        case 'completion':
            return [];
        case 'preference':
            return [...row.input.messages, ...row.preferred_output, ...row.non_preferred_output];
        default:
            return row.messages;
    }
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
        const messages = messagesOf(row);
        this.#turns.push(row.format === 'completion' ? 1 : messages.filter(({ role }) => role === 'user').length);
        for (const { role, tool_calls } of messages) {
            bump(this.#roles, role);
            for (const { function: called } of tool_calls ?? [])
                bump(this.#tools, called.name);
        }
        const answer = row.format === 'completion' ? row.row.completion : messages.findLast(({ role }) => role === 'assistant');
        if (answer !== undefined && row.format !== 'reinforcement') {
            const calls = typeof answer === 'string' ? 0 : (answer.tool_calls?.length ?? 0);
            const text = typeof answer === 'string' ? answer : (0,_rules_conversation_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(answer.content);
            if (calls === 0 && text.trim().length < 3)
                this.#nearEmpty += 1;
        }
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

/***/ 39347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ RowCounter)
/* harmony export */ });
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67848);

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
        const { encoding, rowLimit } = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .modelFacts */ .Pt)(model);
        const unknown = encoding === undefined ? model || 'the model' : undefined;
        return new RowCounter(unknown, await (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .loadCounter */ .Rp)(encoding ?? STAND_IN), rowLimit, exactUpTo);
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
        const tokens = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .rowTokens */ .vD)(row, this.#counter);
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


/***/ }),

/***/ 67848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ modelFacts),
/* harmony export */   Rp: () => (/* binding */ loadCounter),
/* harmony export */   vD: () => (/* binding */ rowTokens)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/** Tokens of rows: which encoding a model has, and what of a row counts. */


const loaded = new Map();
async function load(encoding) {
    const { counterOf } = await __webpack_require__.e(/* import() */ 823).then(__webpack_require__.bind(__webpack_require__, 46823));
    // Written by scripts/vocabulary.ts; the build puts it beside the bundle, too.
    return counterOf(encoding, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(import.meta.dirname, `${encoding}.tokens`)));
}
/** The counter of an encoding; its vocabulary is loaded at the first call. */
function loadCounter(encoding) {
    const counter = loaded.get(encoding) ?? load(encoding);
    loaded.set(encoding, counter);
    return counter;
}
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
function learned(messages) {
    return messages.filter(({ role, weight }) => role === 'assistant' && weight !== 0);
}
/**
 * The tokens of one row, by the recipe of OpenAI's cookbook (`num_tokens_from_messages`, examples/Chat_finetuning_data_prep.ipynb): 3 for each message, the
 * tokens of its role, content and name, 1 for a name, 3 for each example. The recipe is silent on the rest, so it is carried on in its spirit: names and
 * arguments of tool calls, IDs of tool answers and refusals count as their text, definitions of tools as their compact JSON, a text part as its text, an
 * image as 85 tokens. A preference row is its input with both answers; a reinforcement row is its prompt, since the answers are sampled.
 */
function rowTokens({ format, row }, counter) {
    switch (format) {
        case 'chat': {
            const total = conversationTokens(row.messages, counter) + toolTokens(row.tools ?? row.functions, counter) + PER_EXAMPLE;
            return { total, trained: conversationTokens(learned(row.messages), counter) };
        }
        case 'completion':
            return completionTokens(row, counter);
        case 'preference': {
            const answers = conversationTokens(row.preferred_output, counter) + conversationTokens(row.non_preferred_output, counter);
            const prompt = conversationTokens(row.input.messages, counter) + toolTokens(row.input.tools, counter);
            return { total: prompt + answers + PER_EXAMPLE, trained: answers };
        }
        case 'reinforcement':
            return { total: conversationTokens(row.messages, counter) + toolTokens(row.tools, counter) + PER_EXAMPLE, trained: 0 };
    }
}
function completionTokens(row, { count }) {
    const trained = count(row.completion);
    return { total: count(row.prompt) + trained, trained };
}


/***/ })

};
