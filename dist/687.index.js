export const id = 687;
export const ids = [687];
export const modules = {

/***/ 49047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ BEGINNING_RULES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44842);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73065);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8008);
/** How a file begins: what its first line says about the file as a whole. The first rule that it breaks counts. */



/** How files of other kinds begin, in small letters. */
const KINDS = [
    ['a gzip archive', ['\x1f\x8b']],
    ['a ZIP archive, or a spreadsheet', ['pk\x03\x04']],
    ['a Zstandard archive', ['\x28\xb5\x2f\xfd']],
    ['a Parquet file', ['par1']],
    ['an Arrow file', ['arrow1']],
    ['an HTML page', ['<!doctype html', '<html']],
    ['a git-annex pointer', ['/annex/objects/', '.git/annex/objects/', '../.git/annex/objects/']],
];
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const beginningOf = (bytes) => bytes.subarray(0, 64).toString('latin1').trim();
/** Those that concern the whole file end the reading of its rows. */
const BEGINNING_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/git-lfs-pointer',
        severity: 'error',
        summary: 'The file is a Git LFS pointer, not the data',
        fix: 'Check out with lfs: true in actions/checkout.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .PRACTICE */ .Gq,
        whole: true,
        breaks: () => ['version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n'],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs],
        check(bytes, report) {
            if (bytes.subarray(0, 42).toString('latin1').startsWith('version https://git-lfs.github.com/spec/'))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The file is a Git LFS pointer.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/utf16',
        severity: 'error',
        summary: 'The file is UTF-16',
        fix: 'Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SFT */ .Md,
        whole: true,
        breaks: () => [
            Buffer.from(`\ufeff${_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs}`, 'utf16le'),
            Buffer.from(_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs, 'utf16le'),
            Buffer.from(`\ufeff${_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs}`, 'utf16le').swap16(),
        ],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs],
        check(bytes, report) {
            const [first, second] = bytes;
            const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
            // Half of the bytes of ASCII are zero then, and always the same half.
            const zeros = [0, 1].map((parity) => bytes.subarray(0, 64).filter((byte, index) => byte === 0 && index % 2 === parity).length);
            const halves = Math.max(...zeros) > 8 && Math.min(...zeros) === 0;
            if (marked || (halves && bytes.length > 16))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The file is UTF-16.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/utf8-bom',
        severity: 'error',
        severityFor: ({ bom }) => bom,
        summary: 'The file begins with a byte order mark',
        fix: "Remove it: sed -i '1s/^\\xEF\\xBB\\xBF//' FILE",
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .PRACTICE */ .Gq,
        breaks: () => [`\ufeff${_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs}`],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs],
        check(bytes, report) {
            if (bytes.subarray(0, 3).equals(BOM))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The file begins with a byte order mark.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/other-format',
        severity: 'error',
        summary: 'The file is not JSON Lines, but of another kind',
        fix: 'Unpack or convert it to JSON Lines.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SFT */ .Md,
        whole: true,
        breaks: () => [
            Buffer.from([0x1f, 0x8b, 8, 0, 0, 1, 2]),
            'PK\x03\x04abc',
            'PAR1abc',
            '<!DOCTYPE html>\n<p>Sign in</p>',
            '/annex/objects/SHA256E-s3--0.jsonl',
        ],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs],
        check(bytes, report) {
            const text = beginningOf(bytes).toLowerCase();
            const kind = KINDS.find(([, beginnings]) => beginnings.some((beginning) => text.startsWith(beginning)));
            if (kind !== undefined)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The file is ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(kind[0])}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/json-array',
        severity: 'error',
        summary: 'The file is one JSON array, not lines',
        fix: "Convert it: jq -c '.[]' FILE > NEW",
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SFT */ .Md,
        whole: true,
        breaks: () => [`[${_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs}]`],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs],
        check(bytes, report) {
            if (beginningOf(bytes).startsWith('['))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The file begins with [.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/pretty-json',
        severity: 'error',
        summary: 'The objects are spread over several lines',
        fix: 'Put each on one line: jq -c . FILE > NEW',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SFT */ .Md,
        whole: true,
        breaks: () => [JSON.stringify({ messages: [_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .user */ .kQ, _examples_js__WEBPACK_IMPORTED_MODULE_0__/* .assistant */ .h1] }, undefined, 2)],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs],
        check(bytes, report) {
            if (beginningOf(bytes) === '{' && bytes.length < 64)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The first line is { alone.`);
        },
    }),
];


/***/ }),

/***/ 56680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ FILE_RULES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44842);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73065);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8008);
/** A file as a whole, when all of it was read. */



const ROWS = { training_file: 50_000, validation_file: 1000 };
const IMAGE_ROWS = 50_000;
/** Checked once a dataset. */
const FILE_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/empty',
        severity: 'error',
        summary: 'The file has no rows',
        fix: 'Write one JSON object on each line.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SFT */ .Md,
        whole: true,
        breaks: () => ['', (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)('\n\n', {}, ['file/blank-line@1', 'file/blank-line@2', 'file/empty'])],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs],
        check({ rows, ended }, report) {
            if (rows === 0 && !ended)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `There are no rows.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/too-few-rows',
        severity: 'error',
        summary: 'There are fewer rows than the provider takes',
        fix: 'Add rows; 50 to 100 good ones are a beginning.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .SFT */ .Md,
        whole: true,
        breaks: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)(_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs, { profile: { minimumRows: 2 } })],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)(`${_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs}\n${_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .other */ .F}`, { profile: { minimumRows: 2 } })],
        check({ role, rows, ended }, report, { profile: { minimumRows } }) {
            if (rows > 0 && rows < minimumRows && role === 'training_file' && !ended)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The file has ${rows} row${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(rows === 1 ? '' : 's')}; at least ${minimumRows} are needed.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/too-large',
        severity: 'error',
        summary: 'The file is larger than the provider takes',
        fix: 'Take rows out.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .AZURE */ ._k,
        whole: true,
        breaks: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)(`${_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs}\n`, { profile: { maximumBytes: _examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs.length } })],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)(_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs, { profile: { maximumBytes: _examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs.length } })],
        check({ bytes }, report, { profile: { maximumBytes } }) {
            if (maximumBytes !== undefined && bytes > maximumBytes)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The file has ${bytes} bytes; at most ${maximumBytes} are taken.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/too-many-image-rows',
        severity: 'error',
        summary: 'More rows hold images than the provider takes',
        fix: 'Take rows out.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .VISION */ .xM,
        whole: true,
        breaks: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)(50_001, (number) => (0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .image */ .Sl)(`https://x.y/${number}`))), { countTokens: false }),
        ],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)(`${(0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .asks */ .zW)((0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .image */ .Sl)('https://x.y/1'))}\n${_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs}\n`, { countTokens: false })],
        check({ imageRows }, report) {
            if (imageRows > IMAGE_ROWS)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `${imageRows} rows hold images; at most ${IMAGE_ROWS} are taken.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/some-without-system',
        severity: 'warning',
        summary: 'Some conversations begin with a system message, and others do not',
        fix: 'Begin each with the one that the model will be called with.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .BEST */ .$q,
        whole: true,
        breaks: () => [`${_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs}\n${(0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)({ role: 'system', content: 'Be kind.' }, ...JSON.parse(_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .other */ .F).messages)}\n`],
        keeps: () => [
            `${(0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)({ role: 'system', content: 'Be kind.' }, ...JSON.parse(_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .fine */ .Bs).messages)}\n${(0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)({ role: 'system', content: 'Be brief.' }, ...JSON.parse(_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .other */ .F).messages)}\n`,
        ],
        check({ systems, withoutSystem }, report) {
            if (systems.with > 0 && withoutSystem !== undefined)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `${systems.with} conversations begin with a system message and ${systems.without} do not, the first at ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .ours */ .Od)(withoutSystem)}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'file/too-many-rows',
        severity: 'error',
        summary: 'There are more rows than the provider takes',
        fix: 'Take rows out.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .RFT */ .Ps,
        whole: true,
        breaks: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)(1001, (number) => (0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)((0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .reinforcement */ .ij)(number))), { method: 'reinforcement', role: 'validation_file', countTokens: false }),
        ],
        keeps: () => [
            (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .lines */ .Mn)(3, (number) => (0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .line */ .n8)((0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .reinforcement */ .ij)(number))), { method: 'reinforcement', role: 'validation_file', countTokens: false }),
        ],
        check({ role, rows }, report, { method }) {
            if (method === 'reinforcement' && rows > ROWS[role])
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `There are ${rows} rows; at most ${ROWS[role]} are taken.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .rule */ .Hu)({
        id: 'reinforcement/no-response-format',
        severity: 'error',
        summary: 'The grader reads output_json, but method has no response_format',
        fix: 'Add response_format to method.reinforcement.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_1__/* .RFT */ .Ps,
        whole: true,
        breaks: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .user */ .kQ), { method: 'reinforcement', usesOutputJson: true }, ['reinforcement/no-response-format'])],
        keeps: () => [(0,_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .example */ .Fw)((0,_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_0__/* .user */ .kQ), { method: 'reinforcement', usesOutputJson: true, hasResponseFormat: true })],
        check({ role, usesOutputJson, hasResponseFormat }, report) {
            if (usesOutputJson && !hasResponseFormat && role === 'training_file')
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL) `The grader reads sample.output_json.`);
        },
    }),
];


/***/ }),

/***/ 63687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yn: () => (/* binding */ UNREAD),
  Y: () => (/* binding */ ruleOf),
  xJ: () => (/* binding */ severityOf)
});

// UNUSED EXPORTS: RULES

// EXTERNAL MODULE: ./lib/dataset/rules/beginning.js
var beginning = __webpack_require__(49047);
// EXTERNAL MODULE: ./lib/dataset/rules/chat.js
var chat = __webpack_require__(5776);
// EXTERNAL MODULE: ./lib/dataset/rules/completion.js
var completion = __webpack_require__(43620);
// EXTERNAL MODULE: ./lib/dataset/rules/content.js
var content = __webpack_require__(55797);
// EXTERNAL MODULE: ./lib/dataset/rules/file.js
var file = __webpack_require__(56680);
// EXTERNAL MODULE: ./lib/dataset/rules/examples.js
var examples = __webpack_require__(73065);
// EXTERNAL MODULE: ./lib/dataset/rules/rule.js
var rule = __webpack_require__(8008);
;// CONCATENATED MODULE: ./lib/dataset/rules/format.js
/** Which format a row is in, and whether it has its form. The scan finds it with the objects of the formats. */


/** What is asked of a row by its format. */
const FORMAT_RULES = [
    (0,rule/* rule */.Hu)({
        id: 'row/unknown-format',
        severity: 'error',
        summary: 'The row is in no format of this API',
        fix: 'Write {"messages": […]}, {"prompt", "completion"} or {"input", "preferred_output", "non_preferred_output"}.',
        source: rule/* SFT */.Md,
        breaks: () => ['{"text":"x"}'],
        keeps: () => [examples/* fine */.Bs],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/wrong-format',
        severity: 'error',
        summary: 'The row is in the format of another method',
        fix: 'Change the row, or the input method.',
        source: rule/* SFT */.Md,
        breaks: () => [
            (0,examples/* line */.n8)((0,examples/* preference */.eG)(1)),
            (0,examples/* line */.n8)({ messages: [examples/* user */.kQ], answer: '4' }),
            (0,rule/* example */.Fw)((0,examples/* line */.n8)(examples/* completion */.zk), { method: 'dpo' }),
            (0,rule/* example */.Fw)((0,examples/* line */.n8)((0,examples/* preference */.eG)(1)), { method: 'reinforcement' }),
        ],
        keeps: () => [
            examples/* fine */.Bs,
            (0,examples/* line */.n8)({ messages: [examples/* user */.kQ, examples/* assistant */.h1] }),
            (0,rule/* example */.Fw)((0,examples/* line */.n8)((0,examples/* preference */.eG)(1)), { method: 'dpo' }),
            (0,rule/* example */.Fw)((0,examples/* row */.nM)(examples/* user */.kQ), { method: 'reinforcement' }),
        ],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/mixed-formats',
        severity: 'error',
        summary: 'The row is in another format than the rows before it',
        fix: 'Keep one format in a file.',
        source: rule/* SFT */.Md,
        breaks: () => [(0,rule/* example */.Fw)(`${examples/* fine */.Bs}\n${(0,examples/* line */.n8)(examples/* completion */.zk)}`, {}, ['row/mixed-formats@2'])],
        keeps: () => [`${examples/* fine */.Bs}\n${examples/* other */.F}`],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/shape',
        severity: 'error',
        summary: 'A field has a wrong form',
        fix: 'Write it as the API describes it.',
        source: rule/* SFT */.Md,
        breaks: () => [
            (0,examples/* row */.nM)({ role: 'bot', content: 'x' }),
            '{"messages":{}}',
            (0,examples/* asks */.zW)({ type: 'text', text: 3 }),
            (0,examples/* asks */.zW)({ type: 'text' }),
            (0,examples/* row */.nM)({ ...examples/* assistant */.h1, weight: 2 }),
            `{"messages":[${'0,'.repeat(200_000)}0]}`,
            (0,examples/* line */.n8)({ messages: [examples/* user */.kQ, examples/* assistant */.h1], parallel_tool_calls: 'yes' }),
            (0,examples/* line */.n8)({ messages: [examples/* user */.kQ, examples/* assistant */.h1], functions: Array.from({ length: 129 }, () => ({ name: 'f' })) }),
            (0,examples/* row */.nM)(),
            (0,examples/* row */.nM)({ role: 'user' }, { ...examples/* assistant */.h1, content: 3 }),
        ],
        keeps: () => [
            examples/* fine */.Bs,
            (0,examples/* asks */.zW)({ type: 'text', text: 'x' }),
            (0,examples/* asks */.zW)({ type: 'refusal', refusal: 'x' }),
            (0,examples/* row */.nM)(examples/* user */.kQ, { ...examples/* assistant */.h1, weight: 1 }),
            (0,examples/* line */.n8)({ messages: [examples/* user */.kQ, examples/* assistant */.h1], parallel_tool_calls: true }),
            (0,examples/* row */.nM)(examples/* user */.kQ, { ...examples/* assistant */.h1, content: [{ type: 'text', text: 'All right.' }] }),
        ],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/unknown-key',
        severity: 'error',
        summary: 'The row has a key that the API does not take',
        fix: 'Remove it.',
        source: rule/* PRACTICE */.Gq,
        breaks: () => [
            (0,examples/* line */.n8)({ messages: [examples/* user */.kQ, examples/* assistant */.h1], id: 1 }),
            (0,examples/* line */.n8)({ ...examples/* completion */.zk, id: 1 }),
            (0,rule/* example */.Fw)((0,examples/* line */.n8)({ ...(0,examples/* preference */.eG)(1), id: 1 }), { method: 'dpo' }),
        ],
        keeps: () => [
            (0,examples/* line */.n8)({ messages: [examples/* user */.kQ, examples/* assistant */.h1], parallel_tool_calls: false }),
            (0,examples/* line */.n8)(examples/* completion */.zk),
            (0,rule/* example */.Fw)((0,examples/* line */.n8)((0,examples/* preference */.eG)(1)), { method: 'dpo' }),
        ],
    }),
];

;// CONCATENATED MODULE: ./lib/dataset/rules/line.js
/** One line of a file, before its format matters. The scan itself finds what is wrong with a line. */


const deep = (depth) => `{"messages":[${(0,examples/* line */.n8)(examples/* user */.kQ)},${(0,examples/* line */.n8)(examples/* assistant */.h1)}],"tools":[{"type":"function","function":{"name":"f","parameters":${'['.repeat(depth)}${']'.repeat(depth)}}}]}`;
/** What is on a line, and how it is written. */
const LINE_RULES = [
    (0,rule/* rule */.Hu)({
        id: 'file/crlf',
        severity: 'warning',
        summary: 'Lines end in CR LF',
        fix: "Convert it: sed -i 's/\\r$//' FILE",
        source: rule/* PRACTICE */.Gq,
        breaks: () => [`${examples/* fine */.Bs}\r\n${examples/* other */.F}\r\n`],
        keeps: () => [`${examples/* fine */.Bs}\n`],
    }),
    (0,rule/* rule */.Hu)({
        id: 'file/blank-line',
        severity: 'warning',
        summary: 'A line is blank',
        fix: "Remove it: sed -i '/^\\s*$/d' FILE",
        source: rule/* PRACTICE */.Gq,
        breaks: () => [(0,rule/* example */.Fw)(`${examples/* fine */.Bs}\n \n${examples/* other */.F}`, {}, ['file/blank-line@2'])],
        keeps: () => [`${examples/* fine */.Bs}\n`],
    }),
    (0,rule/* rule */.Hu)({
        id: 'file/not-utf8',
        severity: 'error',
        summary: 'The text is not UTF-8',
        fix: 'Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW',
        source: rule/* SFT */.Md,
        breaks: () => [Buffer.from(examples/* fine */.Bs.replace('All', 'Áll'), 'latin1')],
        keeps: () => [examples/* fine */.Bs.replace('All', 'Áll')],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/too-long',
        severity: 'error',
        summary: 'The line is longer than 32 MiB',
        fix: 'Split the row, or take out what is embedded in it.',
        source: rule/* PRACTICE */.Gq,
        breaks: () => [],
        keeps: () => [],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/not-json',
        severity: 'error',
        summary: 'The line is not JSON',
        fix: 'Fix the JSON at the given column.',
        source: rule/* RFC */.I8,
        breaks: () => [
            '{"messages": [}',
            (0,rule/* example */.Fw)(`${examples/* fine */.Bs}\n{"messages": [],}\n`, {}, ['row/not-json@2']),
            "{'messages': []}",
            '\0'.repeat(200),
        ],
        keeps: () => [examples/* fine */.Bs, `${examples/* fine */.Bs}\n`],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/not-object',
        severity: 'error',
        summary: 'The line is JSON, but not an object',
        fix: 'Write one JSON object on each line.',
        source: rule/* SFT */.Md,
        breaks: () => ['3', '"text"', (0,rule/* example */.Fw)(`${examples/* fine */.Bs}\n[1]`, {}, ['row/not-object@2'])],
        keeps: () => [examples/* fine */.Bs],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/too-deep',
        severity: 'error',
        summary: 'The JSON is nested more than 100 deep',
        fix: 'Flatten the row.',
        source: rule/* PRACTICE */.Gq,
        breaks: () => [deep(200)],
        keeps: () => [deep(90)],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/duplicate-key',
        severity: 'error',
        summary: 'A key stands twice in one object, of which one is lost',
        fix: 'Keep one of them.',
        source: rule/* RFC */.I8,
        breaks: () => [
            `{"messages":[${(0,examples/* line */.n8)(examples/* user */.kQ)}],"tools":[],"\\"" : 1,"\\"" : 2}`,
            `{"messages":[{"role":"user","role":"user","content":"x"},${(0,examples/* line */.n8)(examples/* assistant */.h1)}]}`,
        ],
        keeps: () => [examples/* fine */.Bs, `{"messages":[{"role":"user","content":"{\\"a\\":1,\\"a\\":2}"},${(0,examples/* line */.n8)(examples/* assistant */.h1)}]}`],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/over-limit',
        severity: 'warning',
        summary: 'The row is longer than the model takes; it is cut from its end, so it is the answer that is lost',
        fix: 'Shorten or split the conversation.',
        source: rule/* BEST */.$q,
        breaks: () => [(0,rule/* example */.Fw)((0,examples/* row */.nM)(examples/* user */.kQ, { ...examples/* assistant */.h1, content: 'word '.repeat(9000) }), { model: 'gpt-4-0613' })],
        keeps: () => [(0,rule/* example */.Fw)(examples/* fine */.Bs, { model: 'gpt-4-0613' })],
    }),
];

// EXTERNAL MODULE: ./lib/dataset/rules/preference.js
var preference = __webpack_require__(11051);
// EXTERNAL MODULE: ./lib/dataset/rules/reinforcement.js
var reinforcement = __webpack_require__(68661);
;// CONCATENATED MODULE: ./lib/dataset/rules/repeats.js
/** Rows that repeat or contradict others. What compares the rows finds them. */


/** Rows of one file, and of training and validation data together. */
const REPEAT_RULES = [
    (0,rule/* rule */.Hu)({
        id: 'row/duplicate',
        severity: 'warning',
        summary: 'The row stands in the file already',
        fix: 'Remove it, or raise n_epochs if it is meant to weigh more.',
        source: rule/* PRACTICE */.Gq,
        breaks: () => [(0,rule/* example */.Fw)(`${examples/* fine */.Bs}\n${examples/* fine */.Bs}`, {}, ['row/duplicate@2'])],
        keeps: () => [`${examples/* fine */.Bs}\n${examples/* other */.F}`],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/near-duplicate',
        severity: 'warning',
        summary: 'The row equals another one except for case, white space or Unicode form',
        fix: 'Remove it.',
        source: rule/* PRACTICE */.Gq,
        breaks: () => [
            (0,rule/* example */.Fw)(`${examples/* fine */.Bs}\n${(0,examples/* row */.nM)(examples/* user */.kQ, { ...examples/* assistant */.h1, content: 'all  RIGHT.' })}`, {}, ['row/near-duplicate@2']),
            (0,rule/* example */.Fw)(`${(0,examples/* line */.n8)((0,examples/* preference */.eG)(1))}\n${(0,examples/* line */.n8)((0,examples/* preference */.eG)(1)).replace('"content":"', '"content":" ')}\n`, { method: 'dpo' }, [
                'row/near-duplicate@2',
            ]),
            (0,rule/* example */.Fw)(`${(0,examples/* row */.nM)(examples/* user */.kQ, examples/* assistant */.h1)}\n${(0,examples/* row */.nM)(examples/* user */.kQ, { ...examples/* assistant */.h1, content: 'All right. ' })}`, {}, ['row/near-duplicate@2']),
        ],
        keeps: () => [
            examples/* fine */.Bs,
            (0,rule/* example */.Fw)((0,examples/* lines */.Mn)(2, (number) => (0,examples/* line */.n8)((0,examples/* preference */.eG)(number))), { method: 'dpo' }),
            `${(0,examples/* row */.nM)(examples/* user */.kQ, examples/* assistant */.h1)}\n${(0,examples/* row */.nM)({ ...examples/* user */.kQ, name: 'Eve' }, examples/* assistant */.h1)}`,
        ],
    }),
    (0,rule/* rule */.Hu)({
        id: 'row/contradiction',
        severity: 'warning',
        summary: 'The same prompt has another answer elsewhere in the file, or the same outputs are preferred the other way round',
        fix: 'Keep one of the answers.',
        source: rule/* PRACTICE */.Gq,
        breaks: () => [
            (0,rule/* example */.Fw)(`${examples/* fine */.Bs}\n${(0,examples/* row */.nM)(examples/* user */.kQ, { ...examples/* assistant */.h1, content: 'Never.' })}`, {}, ['row/contradiction@2']),
            (0,rule/* example */.Fw)(`${(0,examples/* line */.n8)((0,examples/* preference */.eG)(1))}\n${(0,examples/* line */.n8)({ ...(0,examples/* preference */.eG)(1), preferred_output: (0,examples/* preference */.eG)(1).non_preferred_output, non_preferred_output: (0,examples/* preference */.eG)(1).preferred_output })}\n`, { method: 'dpo' }, ['row/contradiction@2']),
            (0,rule/* example */.Fw)(`${examples/* fine */.Bs}\n${(0,examples/* row */.nM)(examples/* user */.kQ, { ...examples/* assistant */.h1, content: 'Not so.' })}`, {}, ['row/contradiction@2']),
        ],
        keeps: () => [
            `${examples/* fine */.Bs}\n${(0,examples/* row */.nM)({ ...examples/* user */.kQ, content: 'Go.' }, examples/* assistant */.h1)}`,
            (0,rule/* example */.Fw)(`${(0,examples/* line */.n8)((0,examples/* preference */.eG)(1))}\n${(0,examples/* line */.n8)({ ...(0,examples/* preference */.eG)(1), preferred_output: [examples/* assistant */.h1] })}\n`, { method: 'dpo' }),
            `${examples/* fine */.Bs}\n${(0,examples/* line */.n8)({ messages: [examples/* user */.kQ, { ...examples/* assistant */.h1, content: 'Not so.' }], tools: examples/* tools */.Yl })}`,
        ],
    }),
    (0,rule/* rule */.Hu)({
        id: 'pair/overlap',
        severity: 'warning',
        summary: 'The row stands in the training data too, so the validation loss says little',
        fix: 'Remove it from one of the files.',
        source: rule/* SFT */.Md,
        breaks: () => [],
        keeps: () => [],
    }),
];

// EXTERNAL MODULE: ./lib/dataset/rules/secrets.js
var secrets = __webpack_require__(26553);
// EXTERNAL MODULE: ./lib/dataset/rules/text.js
var rules_text = __webpack_require__(60681);
// EXTERNAL MODULE: ./lib/dataset/rules/tools.js
var tools = __webpack_require__(62179);
;// CONCATENATED MODULE: ./lib/dataset/rules/rules.js













const ALL = [
    ...beginning/* BEGINNING_RULES */.C,
    ...file/* FILE_RULES */.h,
    ...LINE_RULES,
    ...FORMAT_RULES,
    ...rules_text/* TEXT_RULES */.U,
    ...REPEAT_RULES,
    ...secrets/* SECRET_RULES */.v,
    ...chat/* CHAT_RULES */.V,
    ...tools/* TOOL_DEFINITION_RULES */.JQ,
    ...tools/* TOOL_CALL_RULES */.In,
    ...content/* CONTENT_RULES */.Q,
    ...completion/* COMPLETION_RULES */.L,
    ...preference/* PREFERENCE_RULES */.w,
    ...reinforcement/* REINFORCEMENT_RULES */.A,
];
const RULES = ALL;
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
/** The rule of an ID. */
function ruleOf(id) {
    const rule = BY_ID.get(id);
    if (rule === undefined)
        throw new RangeError(`There is no rule ${id}.`);
    return rule;
}
/** The severity of a rule for a provider. */
function severityOf(id, profile, allowSecrets) {
    const { severity, severityFor } = ruleOf(id);
    return severityFor?.(profile, allowSecrets) ?? severity;
}
/** Faults after which the rows of a file are not read. */
const UNREAD = new Set(beginning/* BEGINNING_RULES */.C.filter((rule) => rule.whole === true).map(({ id }) => id));


/***/ }),

/***/ 26553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ SECRET_RULES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44842);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12145);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73065);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8008);
/** Credentials in the text of a line. */




/** Also checked on plain rows. */
const SECRET_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'row/secret',
        severity: 'error',
        severityFor: (_, allowSecrets) => (allowSecrets ? 'warning' : 'error'),
        summary: 'The text holds what looks like a credential, which a model memorises',
        fix: 'Remove it, or write allow_secrets: true.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .PRACTICE */ .Gq,
        breaks: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `key AKIA${'ABCDEFGHIJKLMNOP'}` }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `key:\nAKIA${'ABCDEFGHIJKLMNOP'}` }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: '-----BEGIN RSA PRIVATE KEY-----' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `see postgres://me:${'hunter22'}@db.example.com` }),
            `{"messages":[${(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ)},{"role":"assistant","content":"\\u201cAKIA${'ABCDEFGHIJKLMNOP'}\\u201d"}]}`,
            `{"messages":[${(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ)},{"role":"assistant","content":"https:\\/\\/me:${'hunter22'}@db.example.com"}]}`,
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `xoxb-${'1234567890-abcdef'}` }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `sk-proj-${'Ab1'.repeat(14)}` }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `npm_${'a1B2'.repeat(9)}` }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(12)}` }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `AIza${'a1B2'.repeat(9).slice(0, 35)}` }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `hf_${'aB'.repeat(17)}` }),
        ],
        keeps: () => [
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'key AKIA' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `key:xAKIA${'ABCDEFGHIJKLMNOP'}` }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: '-----BEGIN CERTIFICATE-----' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'see https://example.com' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: `AKIA${'IOSFODNN7'}EXAMPLE` }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'https://db.example.com/@me' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'xoxb-1' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'a task-oriented-and-quite-long-sentence-here' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'npm_install is a word' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'eyJ is how it begins' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'AIza' }),
            (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'hf_hub is a word' }),
        ],
        check(text, report) {
            // Four characters of it are shown wherever its place is: they are no secret, and it is found by them.
            for (const { kind, beginning } of (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsOf */ .Fj)(text))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `The text holds what looks like ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(kind)} (${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .ours */ .Od)(beginning)}…).`);
        },
    }),
];


/***/ }),

/***/ 60681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ TEXT_RULES)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44842);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19980);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73065);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8008);
/** The text of a line, whatever its format. */




/** Special tokens of the chat and completion formats; a text that holds one fails the job. */
const SPECIAL = /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;
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
/** A plain row breaks none of them: the fast path knows by the text alone. */
const TEXT_RULES = [
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'row/special-token',
        severity: 'error',
        summary: 'The text holds a special token of the model, which fails the job',
        fix: 'Remove it, or break it up.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .PRACTICE */ .Gq,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'x <|endoftext|>' }), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, content: '<|im_start|>' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1)],
        keeps: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, { ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1, content: 'x <|not_one|>' }), (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, content: '<| im_start |>' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1)],
        check({ text }, report) {
            const special = SPECIAL.exec(text)?.[0];
            if (special !== undefined)
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `The text holds ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(special)}.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'row/lone-surrogate',
        severity: 'error',
        summary: 'The text holds half of a surrogate pair',
        fix: 'Write the whole character, or remove it.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .RFC */ .I8,
        breaks: () => [`{"messages":[{"role":"user","content":"\\ud83d"},${(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1)}]}`],
        keeps: () => [`{"messages":[{"role":"user","content":"\\ud83d\\ude00"},${(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8)(_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1)}]}`],
        check({ text, value }, report) {
            if (/\\ud[89a-f]/i.test(text) && ![...textsOf(value)].every((inner) => inner.isWellFormed()))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `The text holds half of a surrogate pair.`);
        },
    }),
    (0,_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .rule */ .Hu)({
        id: 'row/nul',
        severity: 'warning',
        summary: 'The text holds a NUL character',
        fix: 'Remove it.',
        source: _rule_js__WEBPACK_IMPORTED_MODULE_2__/* .PRACTICE */ .Gq,
        breaks: () => [(0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .row */ .nM)({ ..._examples_js__WEBPACK_IMPORTED_MODULE_1__/* .user */ .kQ, content: 'a\u0000b' }, _examples_js__WEBPACK_IMPORTED_MODULE_1__/* .assistant */ .h1)],
        keeps: () => [_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .fine */ .Bs],
        check({ text }, report) {
            if (text.includes('\\u0000'))
                report((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .words */ .aL) `The text holds a NUL character.`);
        },
    }),
];


/***/ })

};
