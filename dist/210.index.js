export const id = 210;
export const ids = [210];
export const modules = {

/***/ 30816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ CreateBody),
/* harmony export */   IQ: () => (/* binding */ Integrations),
/* harmony export */   IT: () => (/* binding */ Method),
/* harmony export */   OS: () => (/* binding */ Metadata),
/* harmony export */   QD: () => (/* binding */ DpoHyperparameters),
/* harmony export */   fE: () => (/* binding */ KnownGrader),
/* harmony export */   kr: () => (/* binding */ ReinforcementHyperparameters),
/* harmony export */   nO: () => (/* binding */ SupervisedHyperparameters),
/* harmony export */   qF: () => (/* binding */ METADATA_PAIRS)
/* harmony export */ });
/* unused harmony exports SIMILARITY_METRICS, Integration, METADATA_KEY_LENGTH, METADATA_VALUE_LENGTH, Seed, Suffix */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73305);
/**
 * The bodies that the fine-tuning API takes, as its schema bounds them (openai-openapi 2.3.0, amended by what servers document: grader
 * maps, `response_format`). Objects stay open, because providers add fields of their own and a body goes out exactly as its author meant it;
 * the fields that the API names are checked. Each `error` text says what is allowed, so that whoever reports a failure only adds the place and the value.
 */

/** `auto`, or a number that passes; `allowed` is how the range reads in an error. */
function autoOr(allowed, passes) {
    const accepts = (value) => value === 'auto' || (typeof value === 'number' && passes(value));
    return zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(accepts, { error: `"auto" or ${allowed}` }));
}
const whole = (low, high) => autoOr(`a whole number from ${low} to ${high}`, (value) => Number.isInteger(value) && value >= low && value <= high);
const common = {
    n_epochs: whole(1, 50),
    batch_size: whole(1, 256),
    learning_rate_multiplier: autoOr('a number above 0', (value) => value > 0),
};
const atLeastOne = autoOr('a whole number from 1', (value) => Number.isInteger(value) && value >= 1);
const SupervisedHyperparameters = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3(common, { error: 'a map of hyperparameters' });
const DpoHyperparameters = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    ...common,
    beta: autoOr('a number above 0 and up to 2', (value) => value > 0 && value <= 2),
}, { error: 'a map of hyperparameters' });
const ReinforcementHyperparameters = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    ...common,
    compute_multiplier: autoOr('a number above 0.00001 and up to 10', (value) => value > 0.00001 && value <= 10),
    eval_interval: atLeastOne,
    eval_samples: atLeastOne,
    reasoning_effort: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['default', 'low', 'medium', 'high'], { error: 'one of default, low, medium, high' })),
}, { error: 'a map of hyperparameters' });
const text = (what) => zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: what }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1, what));
const StringCheckGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('string_check'),
    name: text('a name'),
    input: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a template such as {{sample.output_text}}' }),
    reference: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text or a template such as {{item.answer}}' }),
    operation: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['eq', 'ne', 'like', 'ilike'], { error: 'one of eq, ne, like, ilike' }),
});
const SIMILARITY_METRICS = [
    'cosine',
    'fuzzy_match',
    'bleu',
    'gleu',
    'meteor',
    'rouge_1',
    'rouge_2',
    'rouge_3',
    'rouge_4',
    'rouge_5',
    'rouge_l',
];
const TextSimilarityGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('text_similarity'),
    name: text('a name'),
    input: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a template such as {{sample.output_text}}' }),
    reference: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text or a template such as {{item.answer}}' }),
    evaluation_metric: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(SIMILARITY_METRICS, { error: `one of ${SIMILARITY_METRICS.join(', ')}` }),
});
const PythonGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('python'),
    name: text('a name'),
    source: text('Python source that defines grade(sample, item)'),
    image_tag: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'an image tag' })),
});
const GraderMessage = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ role: text('a role'), content: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J() });
const ScoreModelGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('score_model'),
    name: text('a name'),
    model: text('the name of the model that grades'),
    input: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(GraderMessage, { error: 'a list of messages' }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1, 'a list of at least one message')),
    range: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()], { error: 'two numbers, the lowest and the highest score' })),
    sampling_params: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({}, { error: 'a map' })),
});
const LabelModelGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('label_model'),
    name: text('a name'),
    model: text('the name of the model that grades'),
    input: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(GraderMessage, { error: 'a list of messages' }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1, 'a list of at least one message')),
    labels: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), { error: 'a list of labels' }),
    passing_labels: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), { error: 'a list of labels' }),
});
const SimpleGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('type', [StringCheckGrader, TextSimilarityGrader, PythonGrader, ScoreModelGrader, LabelModelGrader], { error: 'a grader with a type of string_check, text_similarity, python, score_model or label_model' });
/** The specification draws `graders` as one grader, the guides as a map from name to grader; servers take the map. */
const MultiGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('multi'),
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a name' })),
    graders: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([SimpleGrader, zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), SimpleGrader)], { error: 'a map from name to grader' }),
    calculate_output: text('a formula over the names of the graders'),
});
/** The graders that the API itself defines. */
const KnownGrader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('type', [...SimpleGrader.def.options, MultiGrader], {
    error: 'a grader with a type of string_check, text_similarity, python, score_model, label_model or multi',
});
const KNOWN_GRADERS = ['string_check', 'text_similarity', 'python', 'score_model', 'label_model', 'multi'];
/** A grader as an author may write it: the API's own kinds are checked, a provider's own kind (Bedrock's `lambda`) passes as it is. */
const Grader = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: text('the kind of grader') }, { error: 'a grader: a map with a type' }), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value, context) => {
    if (!KNOWN_GRADERS.includes(value.type))
        return value;
    const checked = KnownGrader.safeParse(value);
    if (!checked.success) {
        for (const { path, message } of checked.error.issues)
            context.issues.push({ code: 'custom', path, message, input: value });
    }
    return value;
}));
const ResponseFormat = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: text('json_schema') }, { error: 'a map with a type' });
const Method = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('type', [
    zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('supervised'),
        supervised: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ hyperparameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(SupervisedHyperparameters) }, { error: 'a map' })),
    }),
    zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('dpo'),
        dpo: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ hyperparameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(DpoHyperparameters) }, { error: 'a map' })),
    }),
    zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        type: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('reinforcement'),
        reinforcement: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
            grader: Grader,
            response_format: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(ResponseFormat),
            hyperparameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(ReinforcementHyperparameters),
        }, { error: 'a map with a grader' }),
    }),
], { error: 'a map whose type is supervised, dpo or reinforcement' });
const Integration = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: text('the kind of integration, such as wandb'),
    wandb: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        project: text('the name of the project'),
        name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' })),
        entity: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' })),
        tags: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' }), { error: 'a list of texts' })),
    })),
}, { error: 'a map with a type' });
const Integrations = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(Integration, { error: 'a list of integrations' })
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(5, 'a list of at most 5 integrations'));
const METADATA_PAIRS = 16;
const METADATA_KEY_LENGTH = 64;
const METADATA_VALUE_LENGTH = 512;
/** `metadata`: at most 16 pairs of text, a key of at most 64 characters, a value of at most 512. */
const Metadata = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(METADATA_KEY_LENGTH, `a key of at most ${METADATA_KEY_LENGTH} characters`)), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: 'a text' })
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(METADATA_VALUE_LENGTH, `a value of at most ${METADATA_VALUE_LENGTH} characters`)), { error: 'a map from text to text' })
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .refine */ .YPB((map) => Object.keys(map).length <= METADATA_PAIRS, `at most ${METADATA_PAIRS} pairs`));
const SEED = 'a whole number from 0 to 2147483647';
const SUFFIX = 'a text of 1 to 64 characters';
const Seed = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr({ error: SEED }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._gte */ .qm(0, SEED), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._lte */ .Zm(2147483647, SEED));
const Suffix = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({ error: SUFFIX }).check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1, SUFFIX), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._maxLength */ .Eb(64, SUFFIX));
/** The body of `POST /fine_tuning/jobs`. */
const CreateBody = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    model: text('the name of a model'),
    training_file: text('the ID of an uploaded file'),
    validation_file: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(text('the ID of an uploaded file')),
    suffix: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(Suffix),
    seed: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(Seed),
    method: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(Method),
    hyperparameters: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(SupervisedHyperparameters),
    integrations: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(Integrations),
    metadata: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(Metadata),
});


/***/ }),

/***/ 85210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startSandbox: () => (/* binding */ startSandbox)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./lib/sandbox/errors.js
/** Refusals in the API's own shape. */
/** A refusal with its status; the server turns it into `{error: {message, type, param, code}}`. */
class ApiError extends Error {
    name = 'ApiError';
    status;
    param;
    code;
    constructor(status, message, param = null, code = null) {
        super(message);
        this.status = status;
        this.param = param;
        this.code = code;
    }
    get body() {
        return {
            error: {
                message: this.message,
                type: this.status >= 500 ? 'server_error' : 'invalid_request_error',
                param: this.param,
                code: this.code,
            },
        };
    }
}
const badRequest = (message, param = null, code = null) => new ApiError(400, message, param, code);
const notFound = (kind, id) => new ApiError(404, `No such ${kind}: ${id}`, 'id', null);

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/sandbox/multipart.js
/** Multipart bodies (RFC 7578), read as a stream: no part is ever held whole. */

const LARGEST_HEAD = 16 * 1024;
/** Bytes of a stream up to a delimiter, which is taken and not given. */
class DelimitedReader {
    #source;
    #held = Buffer.alloc(0);
    constructor(source) {
        this.#source = source[Symbol.asyncIterator]();
    }
    async #more() {
        const next = await this.#source.next();
        if (next.done)
            throw badRequest('The multipart body ended before its last boundary.');
        this.#held = Buffer.concat([this.#held, next.value]);
    }
    async *until(delimiter) {
        for (;;) {
            const at = this.#held.indexOf(delimiter);
            if (at >= 0) {
                if (at > 0)
                    yield this.#held.subarray(0, at);
                this.#held = this.#held.subarray(at + delimiter.length);
                return;
            }
            // The delimiter may have begun at the end of what is held.
            const sure = this.#held.length - delimiter.length + 1;
            if (sure > 0) {
                yield this.#held.subarray(0, sure);
                this.#held = this.#held.subarray(sure);
            }
            await this.#more();
        }
    }
    async text(delimiter) {
        const chunks = [];
        let size = 0;
        for await (const chunk of this.until(Buffer.from(delimiter))) {
            size += chunk.length;
            if (size > LARGEST_HEAD)
                throw badRequest('A multipart header is too long.');
            chunks.push(chunk);
        }
        return Buffer.concat(chunks).toString('utf8');
    }
    async take(length) {
        while (this.#held.length < length)
            await this.#more();
        const text = this.#held.subarray(0, length).toString('latin1');
        this.#held = this.#held.subarray(length);
        return text;
    }
}
function parameter(head, name) {
    return new RegExp(`^content-disposition:[^\\n]*;\\s*${name}="([^"\\r\\n]*)"`, 'im').exec(head)?.[1];
}
/** The boundary of a content type. @throws ApiError when the body is not multipart */
function boundaryOf(contentType) {
    const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType ?? '');
    const found = boundary?.[1] ?? boundary?.[2];
    if (found === undefined)
        throw badRequest('The content type must be multipart/form-data with a boundary.');
    return found;
}
/** The parts in order. @throws ApiError for a body that is no multipart body */
async function* partsOf(body, boundary) {
    const reader = new DelimitedReader(body);
    await reader.text(`--${boundary}`);
    for (;;) {
        const next = await reader.take(2);
        if (next === '--')
            return;
        if (next !== '\r\n')
            throw badRequest('A multipart boundary is not followed by a line break.');
        const head = await reader.text('\r\n\r\n');
        const name = parameter(head, 'name');
        if (name === undefined)
            throw badRequest('A multipart part has no name.');
        const filename = parameter(head, 'filename')?.replaceAll('%22', '"');
        yield { name, filename, content: reader.until(Buffer.from(`\r\n--${boundary}`)) };
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/requests.js

const LARGEST_BODY = 4 * 1024 * 1024;
/** The body of a JSON request. @throws ApiError when it is none */
async function jsonBody({ request }) {
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
        throw badRequest('The content type must be application/json.');
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > LARGEST_BODY)
            throw badRequest('The body is too large.');
        chunks.push(chunk);
    }
    let value;
    try {
        value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    }
    catch {
        throw badRequest('We could not parse the JSON body of your request.');
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw badRequest('The body must be a JSON object.');
    return { ...value };
}
/** Refuses query parameters that this call does not take. */
function onlyQuery(query, ...known) {
    for (const name of query.keys()) {
        if (!known.includes(name.replace(/\[.*$/, '[]')) && !known.includes(name))
            throw badRequest(`Unknown query parameter: '${name}'.`, name, 'unknown_parameter');
    }
}
/** A page of a list that is sorted already: after a cursor, up to a limit. */
function page(items, query, defaults) {
    const limit = query.has('limit') ? Number(query.get('limit')) : defaults.limit;
    if (!Number.isInteger(limit) || limit < 1 || limit > defaults.most)
        throw badRequest(`limit must be a whole number from 1 to ${defaults.most}.`, 'limit');
    const after = query.get('after');
    const at = after === null ? -1 : items.findIndex(({ id }) => id === after);
    if (after !== null && at < 0)
        throw badRequest(`No item with the ID '${after}' to begin after.`, 'after');
    const data = items.slice(at + 1, at + 1 + limit);
    return {
        object: 'list',
        data,
        has_more: at + 1 + limit < items.length,
        first_id: data[0]?.id ?? null,
        last_id: data.at(-1)?.id ?? null,
    };
}

;// CONCATENATED MODULE: ./lib/sandbox/files.js
/** Files and uploads of the sandbox. */







const LARGEST_FILE = 512 * 1024 * 1024;
const LARGEST_PART = 64 * 1024 * 1024;
const LARGEST_UPLOAD = 8 * 1024 * 1024 * 1024;
const HOUR = 3600;
/** How long a file is looked at before it counts as processed, in milliseconds. */
const PROCESSING = 150;
const newId = (prefix) => `${prefix}${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
const seconds = () => Math.floor(Date.now() / 1000);
function checkFile(filename, purpose) {
    if (purpose !== 'fine-tune')
        throw badRequest(`'${purpose ?? ''}' is not one of ['fine-tune'] - 'purpose'`, 'purpose');
    if (!filename?.endsWith('.jsonl'))
        throw badRequest(`Invalid extension ${filename?.split('.').at(-1) ?? ''}. Supported formats: "jsonl"`, 'file');
    return filename;
}
function expiry(fields) {
    const anchor = fields['expires_after[anchor]'];
    const after = fields['expires_after[seconds]'];
    if (anchor === undefined && after === undefined)
        return {};
    const length = Number(after);
    if (anchor !== 'created_at')
        throw badRequest("expires_after[anchor] must be 'created_at'.", 'expires_after');
    if (!Number.isInteger(length) || length < HOUR || length > 2_592_000)
        throw badRequest('expires_after[seconds] must be from 3600 to 2592000.', 'expires_after');
    return { expires_at: seconds() + length };
}
class FileShelf {
    #journal;
    #timers = new Set();
    constructor(journal) {
        this.#journal = journal;
        for (const file of journal.file.values())
            if (file.status === 'uploaded')
                this.#process(file);
    }
    close() {
        for (const timer of this.#timers)
            clearTimeout(timer);
    }
    #process(file) {
        const timer = setTimeout(() => {
            this.#timers.delete(timer);
            if (this.#journal.file.has(file.id))
                this.#journal.write({ put: 'file', value: { ...file, status: 'processed' } });
        }, PROCESSING);
        this.#timers.add(timer);
    }
    #keep(filename, bytes, id, more = {}) {
        if (bytes === 0)
            throw badRequest('File is empty.', 'file');
        const file = {
            id,
            object: 'file',
            bytes,
            created_at: seconds(),
            ...more,
            filename,
            purpose: 'fine-tune',
            status: 'uploaded',
            status_details: null,
        };
        this.#journal.write({ put: 'file', value: file });
        this.#process(file);
        return file;
    }
    /** A result file, made by the server itself. */
    keepResult(id, filename, bytes) {
        const value = {
            id,
            object: 'file',
            bytes,
            created_at: seconds(),
            filename,
            purpose: 'fine-tune-results',
            status: 'processed',
            status_details: null,
        };
        this.#journal.write({ put: 'file', value });
    }
    /** The file of this ID. @throws ApiError 404 */
    get(id) {
        const file = this.#journal.file.get(id);
        if (file === undefined || (file.expires_at ?? Number.POSITIVE_INFINITY) <= seconds())
            throw notFound('File object', id);
        return file;
    }
    /** Reads a multipart form of text fields and one file, which goes to disk as it comes. */
    async #receive(call, field, id, most) {
        const fields = {};
        let filename;
        let bytes;
        for await (const part of partsOf(call.request, boundaryOf(call.request.headers['content-type']))) {
            if (part.name === field && bytes === undefined) {
                filename = part.filename;
                let size = 0;
                const limited = async function* (content) {
                    for await (const chunk of content) {
                        size += chunk.length;
                        if (size > most)
                            throw badRequest(`The file is larger than ${most} bytes.`, field);
                        yield chunk;
                    }
                };
                await (0,external_node_stream_promises_.pipeline)(limited(part.content), (0,external_node_fs_.createWriteStream)(this.#journal.blob(id)));
                bytes = size;
                continue;
            }
            const chunks = [];
            for await (const chunk of part.content)
                chunks.push(chunk);
            fields[part.name] = Buffer.concat(chunks).toString('utf8');
        }
        if (bytes === undefined)
            throw badRequest(`'${field}' is a required property`, field);
        return { fields, filename, bytes };
    }
    async create(call) {
        const id = newId('file-');
        try {
            const { fields, filename, bytes } = await this.#receive(call, 'file', id, LARGEST_FILE);
            const unknown = Object.keys(fields).find((name) => !['purpose', 'expires_after[anchor]', 'expires_after[seconds]'].includes(name));
            if (unknown !== undefined)
                throw badRequest(`Unknown field: '${unknown}'.`, unknown, 'unknown_parameter');
            return this.#keep(checkFile(filename, fields.purpose), bytes, id, expiry(fields));
        }
        catch (error) {
            (0,external_node_fs_.rmSync)(this.#journal.blob(id), { force: true });
            throw error;
        }
    }
    list({ query }) {
        onlyQuery(query, 'limit', 'after', 'order', 'purpose');
        const order = query.get('order') ?? 'desc';
        if (order !== 'asc' && order !== 'desc')
            throw badRequest("order must be 'asc' or 'desc'.", 'order');
        const purpose = query.get('purpose');
        const files = [...this.#journal.file.values()].filter((file) => purpose === null || file.purpose === purpose);
        return page(order === 'asc' ? files : files.reverse(), query, { limit: 10_000, most: 10_000 });
    }
    /** The bytes; result files come base64-encoded, as OpenAI sends them. */
    content(id) {
        const file = this.get(id);
        const path = this.#journal.blob(id);
        if (file.purpose !== 'fine-tune-results')
            return { stream: (0,external_node_fs_.createReadStream)(path), bytes: file.bytes };
        const text = (0,external_node_fs_.readFileSync)(path).toString('base64');
        return {
            stream: (async function* () {
                yield Buffer.from(text);
            })(),
            bytes: text.length,
        };
    }
    remove(id) {
        this.get(id);
        this.#journal.write({ drop: 'file', id });
        (0,external_node_fs_.rmSync)(this.#journal.blob(id), { force: true });
        return { id, object: 'file', deleted: true };
    }
    async createUpload(call) {
        const body = await jsonBody(call);
        const { bytes, mime_type } = body;
        const filename = checkFile(typeof body.filename === 'string' ? body.filename : undefined, body.purpose);
        if (typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes < 1 || bytes > LARGEST_UPLOAD)
            throw badRequest('bytes must be a whole number from 1 to 8 GB.', 'bytes');
        if (typeof mime_type !== 'string' || !/^(text|application)\/(x-)?(jsonl|ndjson|json)$/.test(mime_type))
            throw badRequest('mime_type must be one of JSONL, such as text/jsonl.', 'mime_type');
        const created_at = seconds();
        const value = {
            id: newId('upload_'),
            object: 'upload',
            bytes,
            created_at,
            expires_at: created_at + HOUR,
            filename,
            purpose: 'fine-tune',
            status: 'pending',
            mime_type,
            file: null,
        };
        this.#journal.write({ put: 'upload', value });
        return value;
    }
    #pending(id) {
        const upload = this.#journal.upload.get(id);
        if (upload === undefined)
            throw notFound('Upload', id);
        const status = upload.status === 'pending' && upload.expires_at <= seconds() ? 'expired' : upload.status;
        if (status !== 'pending')
            throw badRequest(`The upload is ${status}.`, 'upload_id');
        return upload;
    }
    async addPart(call) {
        const upload = this.#pending(call.params[0] ?? '');
        const id = newId('part_');
        try {
            await this.#receive(call, 'data', id, LARGEST_PART);
        }
        catch (error) {
            (0,external_node_fs_.rmSync)(this.#journal.blob(id), { force: true });
            throw error;
        }
        const value = { id, object: 'upload.part', created_at: seconds(), upload_id: upload.id };
        this.#journal.write({ put: 'part', value });
        return value;
    }
    async completeUpload(call) {
        const upload = this.#pending(call.params[0] ?? '');
        const { part_ids, md5 } = await jsonBody(call);
        if (!Array.isArray(part_ids) || part_ids.length === 0)
            throw badRequest('part_ids must list the parts in order.', 'part_ids');
        const blobs = part_ids.map((id) => {
            const part = typeof id === 'string' ? this.#journal.part.get(id) : undefined;
            if (part === undefined || part.upload_id !== upload.id)
                throw badRequest(`No such part: ${id}`, 'part_ids');
            return this.#journal.blob(part.id);
        });
        const sizes = await Promise.all(blobs.map(async (blob) => ((0,external_node_fs_.existsSync)(blob) ? (await (0,promises_.stat)(blob)).size : 0)));
        const total = sizes.reduce((sum, size) => sum + size, 0);
        if (total !== upload.bytes)
            throw badRequest(`The parts have ${total} bytes; ${upload.bytes} were declared.`, 'bytes');
        const id = newId('file-');
        const hash = (0,external_node_crypto_.createHash)('md5');
        const joined = async function* () {
            for (const blob of blobs) {
                for await (const chunk of (0,external_node_fs_.createReadStream)(blob)) {
                    hash.update(chunk);
                    yield chunk;
                }
            }
        };
        await (0,external_node_stream_promises_.pipeline)(joined(), (0,external_node_fs_.createWriteStream)(this.#journal.blob(id)));
        if (md5 !== undefined && hash.digest('hex') !== md5) {
            (0,external_node_fs_.rmSync)(this.#journal.blob(id), { force: true });
            throw badRequest('The md5 is not that of the parts.', 'md5');
        }
        const value = { ...upload, status: 'completed', file: this.#keep(upload.filename, total, id) };
        this.#journal.write({ put: 'upload', value });
        for (const blob of blobs)
            (0,external_node_fs_.rmSync)(blob, { force: true });
        return value;
    }
    cancelUpload(id) {
        const value = { ...this.#pending(id), status: 'cancelled' };
        this.#journal.write({ put: 'upload', value });
        return value;
    }
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./lib/dataset/profile.js
var profile = __webpack_require__(26273);
// EXTERNAL MODULE: ./lib/dataset/rules/templates.js
var templates = __webpack_require__(77143);
// EXTERNAL MODULE: ./lib/dataset/scan/check.js + 4 modules
var scan_check = __webpack_require__(78618);
// EXTERNAL MODULE: ./lib/dataset/tokens/estimate.js
var estimate = __webpack_require__(35965);
// EXTERNAL MODULE: ./lib/dataset/tokens/models.js
var models = __webpack_require__(39641);
// EXTERNAL MODULE: ./lib/words.js
var words = __webpack_require__(44842);
// EXTERNAL MODULE: ./lib/api/requests.js
var requests = __webpack_require__(30816);
// EXTERNAL MODULE: ./lib/sandbox/trainer/pieces.js
var pieces = __webpack_require__(34362);
;// CONCATENATED MODULE: ./lib/sandbox/jobs.js
/** Jobs as requests see them: created, listed, looked at, cancelled, paused, resumed. */





const FIELDS = [
    'model',
    'training_file',
    'validation_file',
    'suffix',
    'seed',
    'method',
    'hyperparameters',
    'integrations',
    'metadata',
    'trainingType',
];
const OVER = new Set(['succeeded', 'failed', 'cancelled']);
/** The model that a fine-tuned name goes on from, down to the one that was there first. */
function baseOf(model) {
    return model.startsWith('ft:') ? (model.split(':')[1] ?? model) : model;
}
function methodOf(body) {
    if (body.method !== undefined)
        return body.method;
    return { type: 'supervised', supervised: { hyperparameters: body.hyperparameters ?? {} } };
}
/** The hyperparameters of a method, wherever they stand. */
function hyperparametersOf(method) {
    const settings = method[method.type];
    const inner = typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'hyperparameters') : undefined;
    return typeof inner === 'object' && inner !== null ? { ...inner } : {};
}
class JobDesk {
    #journal;
    #files;
    #runner;
    constructor(journal, files, runner) {
        this.#journal = journal;
        this.#files = files;
        this.#runner = runner;
    }
    #get(id) {
        const job = this.#journal.job.get(id);
        if (job === undefined)
            throw new ApiError(404, `Could not find fine tune: ${id}`, 'fine_tune_id', 'fine_tune_not_found');
        return job;
    }
    /** The job with the estimate of its end, which no journal needs. */
    show(job) {
        return { ...job, estimated_finish: this.#runner.estimatedFinish(job.id) };
    }
    #checkFile(id, param) {
        try {
            this.#files.get(id);
        }
        catch {
            throw badRequest(`invalid ${param}: ${id}`, param);
        }
    }
    async create(call) {
        const body = await jsonBody(call);
        const unknown = Object.keys(body).find((name) => !FIELDS.includes(name) && !name.startsWith('x_'));
        if (unknown !== undefined)
            throw badRequest(`Unknown parameter: '${unknown}'.`, unknown, 'unknown_parameter');
        const parsed = requests/* CreateBody */.FC.safeParse(body);
        if (!parsed.success) {
            const [issue] = parsed.error.issues;
            const place = issue?.path.map(String).join('.') ?? null;
            throw badRequest(`Invalid value for '${place}': it must be ${issue?.message}.`, place, 'invalid_value');
        }
        const asked = parsed.data;
        if (asked.method !== undefined && asked.hyperparameters !== undefined)
            throw badRequest("Send 'method' or 'hyperparameters', not both.", 'hyperparameters');
        if (asked.model.startsWith('ft:') ? !this.#journal.model.has(asked.model) : !/^[\w.:/@-]{1,200}$/.test(asked.model)) {
            throw new ApiError(404, `The model '${asked.model}' does not exist`, 'model', 'model_not_found');
        }
        this.#checkFile(asked.training_file, 'training_file');
        if (asked.validation_file != null)
            this.#checkFile(asked.validation_file, 'validation_file');
        const method = methodOf(asked);
        if (method.type === 'reinforcement' && asked.validation_file == null)
            throw badRequest('Reinforcement fine-tuning needs a validation file.', 'validation_file');
        const id = newId('ftjob-');
        const job = {
            id,
            object: 'fine_tuning.job',
            created_at: seconds(),
            finished_at: null,
            estimated_finish: null,
            model: asked.model,
            fine_tuned_model: null,
            organization_id: 'org-sandbox',
            status: 'validating_files',
            training_file: asked.training_file,
            validation_file: asked.validation_file ?? null,
            result_files: [],
            trained_tokens: null,
            error: { code: null, message: null, param: null },
            hyperparameters: hyperparametersOf(method),
            method,
            seed: asked.seed ?? (0,pieces/* hashText */.qj)(id) % 2_147_483_648,
            integrations: asked.integrations ?? null,
            metadata: asked.metadata ?? null,
            user_provided_suffix: asked.suffix ?? null,
        };
        this.#journal.write({ put: 'job', value: job });
        this.#runner.say(id, 'info', `Created fine-tuning job: ${id}`);
        this.#runner.wake();
        return this.show(job);
    }
    list({ query }) {
        onlyQuery(query, 'after', 'limit', 'metadata', 'metadata[]');
        const pairs = [...query].flatMap(([name, value]) => {
            const key = /^metadata\[(.*)\]$/.exec(name)?.[1];
            return key === undefined ? [] : [[key, value]];
        });
        const without = query.get('metadata');
        if (without !== null && (without !== 'null' || pairs.length > 0))
            throw badRequest("metadata must be 'null' or pairs, not both.", 'metadata');
        const jobs = [...this.#journal.job.values()]
            .reverse()
            .filter(({ metadata }) => (without === null || metadata === null) && pairs.every(([key, value]) => metadata?.[key] === value));
        const { first_id: _first, last_id: _last, ...list } = page(jobs, query, { limit: 20, most: 100 });
        return { ...list, data: list.data.map((job) => this.show(job)) };
    }
    retrieve(id) {
        return this.show(this.#get(id));
    }
    events(id, { query }) {
        onlyQuery(query, 'after', 'limit');
        this.#get(id);
        const { first_id: _first, last_id: _last, ...list } = page((this.#journal.events.get(id) ?? []).toReversed(), query, { limit: 20, most: 100 });
        return list;
    }
    checkpoints(id, { query }) {
        onlyQuery(query, 'after', 'limit');
        this.#get(id);
        return page((this.#journal.checkpoints.get(id) ?? []).toReversed(), query, { limit: 10, most: 100 });
    }
    cancel(id) {
        const job = this.#get(id);
        if (OVER.has(job.status))
            throw badRequest(`Job has already completed: ${id}`, null, 'invalid_state');
        this.#runner.stop(id, { ...job, status: 'cancelled', finished_at: seconds() }, 'Fine-tuning job cancelled');
        return this.retrieve(id);
    }
    pause(id) {
        const job = this.#get(id);
        if (OVER.has(job.status) || job.status === 'paused')
            throw badRequest(`Job cannot be paused, it is ${job.status}: ${id}`, null, 'invalid_state');
        this.#runner.stop(id, { ...job, status: 'paused' }, 'Fine-tuning job paused');
        return this.retrieve(id);
    }
    resume(id) {
        const job = this.#get(id);
        if (job.status !== 'paused')
            throw badRequest(`Job cannot be resumed, it is ${job.status}: ${id}`, null, 'invalid_state');
        const status = this.#journal.progress(id).tokens === null ? 'validating_files' : 'queued';
        this.#journal.write({ put: 'job', value: { ...job, status } });
        this.#runner.say(id, 'info', 'Fine-tuning job resumed');
        this.#runner.wake();
        return this.retrieve(id);
    }
    /** A model that was trained here, or a base model that a job has named. @throws ApiError 404 */
    model(id) {
        const own = this.#journal.model.get(id);
        if (own !== undefined)
            return { id, object: 'model', created: own.created, owned_by: 'org-sandbox' };
        if (!id.startsWith('ft:') && /^[\w.:/@-]{1,200}$/.test(id))
            return { id, object: 'model', created: 0, owned_by: 'sandbox' };
        throw new ApiError(404, `The model '${id}' does not exist`, 'model', 'model_not_found');
    }
    models() {
        const bases = [...new Set([...this.#journal.job.values()].map(({ model }) => baseOf(model)))];
        return { object: 'list', data: [...bases, ...this.#journal.model.keys()].map((id) => this.model(id)) };
    }
    removeModel(id) {
        if (!this.#journal.model.has(id))
            throw notFound('Model', id);
        this.#journal.write({ drop: 'model', id });
        return { id, object: 'model', deleted: true };
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/result-file.js
/** The CSV that a job leaves: one line a step, blank cells where nothing was measured. */
/** Names that the result file of supervised training has for the events' metrics. */
const COLUMN = { train_mean_token_accuracy: 'train_accuracy' };
const SUPERVISED = ['train_loss', 'train_mean_token_accuracy', 'valid_loss', 'valid_mean_token_accuracy'];
/** The CSV of all steps. Supervised runs have the columns that OpenAI's files have, other methods their own metrics. */
function resultCsv(steps) {
    const found = [...new Set(steps.flatMap((step) => Object.keys(step)))].filter((name) => name !== 'step');
    const names = found.includes('train_mean_token_accuracy') ? SUPERVISED : found;
    const cell = (value) => (value === undefined ? '' : String(Number(value.toFixed(5))));
    const rows = steps.map((step) => [String(step.step ?? ''), ...names.map((name) => cell(step[name]))].join(','));
    return `${[['step', ...names.map((name) => COLUMN[name] ?? name)].join(','), ...rows].join('\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/sandbox/job-runner.js
/** Jobs as they run: validated, queued, trained one at a time in a worker thread, finished. */











/** A model whose tokenizer is not known counts as one of this family. */
const USUAL_MODEL = 'gpt-4.1';
const MOST_METRIC_EVENTS = 300;
const STANDING = new Set(['validating_files', 'queued', 'running']);
const numberOr = (value, otherwise) => (typeof value === 'number' ? value : otherwise);
/** Every `auto` resolved for so many rows. */
function resolve(asked, type, rows) {
    const n_epochs = numberOr(asked.n_epochs, (0,estimate/* defaultEpochs */.M1)(rows));
    const batch_size = numberOr(asked.batch_size, Math.min(256, Math.max(1, Math.ceil(rows / 32))));
    const learning_rate_multiplier = numberOr(asked.learning_rate_multiplier, 1);
    const common = { n_epochs, batch_size, learning_rate_multiplier };
    if (type === 'dpo')
        return { ...common, beta: numberOr(asked.beta, 0.1) };
    if (type === 'supervised')
        return common;
    const steps = Math.ceil(rows / batch_size) * n_epochs;
    return {
        ...common,
        eval_interval: numberOr(asked.eval_interval, Math.max(1, Math.floor(steps / 10))),
        eval_samples: numberOr(asked.eval_samples, 1),
        compute_multiplier: numberOr(asked.compute_multiplier, 1),
    };
}
class JobRunner {
    #journal;
    #files;
    #entry;
    #running;
    #closed = false;
    constructor(journal, files, entry) {
        this.#journal = journal;
        this.#files = files;
        this.#entry = entry;
    }
    say(jobId, level, message, metrics) {
        const value = {
            id: newId('ftevent-'),
            object: 'fine_tuning.job.event',
            created_at: seconds(),
            level,
            message,
            type: metrics === undefined ? 'message' : 'metrics',
            data: metrics ?? null,
        };
        this.#journal.write({ put: 'event', job: jobId, value });
    }
    /** Unix seconds at which the running job will probably end; null for any other. */
    estimatedFinish(jobId) {
        const running = this.#running;
        if (running === undefined || running.jobId !== jobId || running.step <= running.first)
            return null;
        const pace = (Date.now() - running.since) / (running.step - running.first);
        return Math.ceil((Date.now() + pace * (running.total - running.step)) / 1000);
    }
    /** Takes up what there is to do, if nothing is being done. */
    wake() {
        setImmediate(() => {
            if (this.#closed || this.#running !== undefined)
                return;
            const jobs = [...this.#journal.job.values()].filter(({ status }) => STANDING.has(status));
            const next = jobs.find(({ status }) => status === 'running') ?? jobs[0];
            if (next === undefined)
                return;
            this.#running = { jobId: next.id, worker: undefined, since: 0, first: 0, step: 0, total: 0 };
            void this.#run(next)
                .catch((error) => this.#fail(next.id, null, Error.isError(error) ? error.message : String(error), null))
                .finally(() => {
                if (this.#running?.jobId === next.id)
                    this.#running = undefined;
                this.wake();
            });
        });
    }
    /** Ends the work on a job and keeps it in this state. */
    stop(jobId, value, message) {
        this.#journal.write({ put: 'job', value });
        this.say(jobId, 'info', message);
        if (this.#running?.jobId === jobId)
            void this.#running.worker?.terminate();
    }
    async close() {
        this.#closed = true;
        await this.#running?.worker?.terminate();
    }
    /** The job as it stands, when it is still to be worked on. */
    #current(jobId) {
        const job = this.#journal.job.get(jobId);
        return !this.#closed && job !== undefined && STANDING.has(job.status) ? job : undefined;
    }
    #fail(jobId, code, message, param) {
        const job = this.#current(jobId);
        if (job === undefined)
            return;
        this.#journal.write({
            put: 'job',
            value: { ...job, status: 'failed', finished_at: seconds(), error: { code, message, param } },
        });
        this.say(jobId, 'error', `Fine-tuning job failed: ${message}`);
    }
    async #run(job) {
        const ready = this.#journal.progress(job.id).tokens === null ? await this.#validate(job) : job;
        const current = this.#current(job.id);
        if (!ready || current === undefined)
            return;
        const task = this.#taskOf(current);
        if (current.status !== 'running') {
            this.#journal.write({ put: 'job', value: { ...current, status: 'running' } });
            this.say(job.id, 'info', task.reportedStep === 0 ? 'Fine-tuning job started' : `Fine-tuning job goes on after step ${task.reportedStep}`);
        }
        await this.#train(job.id, task);
    }
    /** Reads every row. @returns whether the job may go on */
    async #validate(job) {
        this.say(job.id, 'info', `Validating training file: ${job.training_file}${job.validation_file === null ? '' : ` and validation file: ${job.validation_file}`}`);
        const grader = typeof job.method.reinforcement === 'object' && job.method.reinforcement !== null
            ? Reflect.get(job.method.reinforcement, 'grader')
            : undefined;
        const check = (role, id) => (0,scan_check/* checkDataset */.$F)({
            role,
            paths: [id],
            method: job.method.type,
            model: (0,models/* modelFacts */.P)(job.model).encoding === undefined ? USUAL_MODEL : job.model,
            read: () => (0,external_node_fs_.createReadStream)(this.#journal.blob(id), { highWaterMark: 64 * 1024 }),
            readRange: async (_, start, length) => Buffer.concat(await Array.fromAsync((0,external_node_fs_.createReadStream)(this.#journal.blob(id), { start, end: start + length - 1 }))),
            rules: { ...profile/* USUAL_PROFILE */.X, developerRole: true },
            allowSecrets: true,
            countTokens: role === 'training_file',
            exactTokensUpTo: Number.POSITIVE_INFINITY,
            graderItems: (0,templates/* itemNames */.S)(grader),
            usesOutputJson: (0,templates/* readsOutputJson */.h)(grader),
            hasResponseFormat: typeof job.method.reinforcement === 'object' &&
                job.method.reinforcement !== null &&
                'response_format' in job.method.reinforcement,
        });
        const { dataset } = await check('training_file', job.training_file);
        const datasets = [
            dataset,
            ...(job.validation_file === null ? [] : [(await check('validation_file', job.validation_file)).dataset]),
        ];
        for (const { role, problems } of datasets) {
            const problem = problems.find(({ severity }) => severity === 'error');
            if (problem === undefined)
                continue;
            const where = problem.line === undefined ? '' : ` on line ${problem.line}`;
            this.#fail(job.id, role === 'training_file' ? 'invalid_training_file' : 'invalid_validation_file', `Invalid file format${where}. ${(0,words/* textOf */.b6)(problem.message, true)}`, role);
            return false;
        }
        const current = this.#current(job.id);
        if (current === undefined)
            return false;
        const hyperparameters = resolve(hyperparametersOf(job.method), job.method.type, dataset.rows);
        const settings = job.method[job.method.type];
        const method = {
            ...job.method,
            [job.method.type]: { ...(typeof settings === 'object' && settings !== null ? settings : {}), hyperparameters },
        };
        const tokens = (dataset.tokens?.tokens ?? 0) * hyperparameters.n_epochs;
        this.#journal.write({ put: 'progress', job: job.id, step: 0, tokens, metrics: null });
        this.#journal.write({ put: 'job', value: { ...current, status: 'queued', method, hyperparameters: { ...hyperparameters } } });
        this.say(job.id, 'info', 'Files validated, moving job to queued state');
        return true;
    }
    #taskOf(job) {
        const settings = job.method.reinforcement;
        return {
            method: job.method.type,
            trainingFile: this.#journal.blob(job.training_file),
            validationFile: job.validation_file === null ? null : this.#journal.blob(job.validation_file),
            hyperparameters: resolve(job.hyperparameters, job.method.type, 1),
            grader: typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'grader') : null,
            seed: job.seed,
            startFrom: this.#journal.model.get(job.model)?.weights ?? null,
            folder: this.#journal.weights(job.id),
            reportedStep: this.#journal.progress(job.id).step,
        };
    }
    #train(jobId, task) {
        const running = this.#running;
        return new Promise((settle) => {
            const start = { role: 'sandbox-trainer', task };
            const worker = new external_node_worker_threads_.Worker(this.#entry, { argv: [start.role], workerData: start, stdout: false, stderr: false });
            if (running !== undefined)
                running.worker = worker;
            worker.on('message', (report) => this.#hear(jobId, report));
            worker.on('error', (error) => this.#fail(jobId, 'server_error', `The trainer stopped: ${error.message}`, null));
            worker.on('exit', () => settle());
        });
    }
    #hear(jobId, report) {
        const job = this.#current(jobId);
        if (job === undefined)
            return;
        if (report.kind === 'step')
            this.#hearStep(jobId, report);
        else if (report.kind === 'checkpoint')
            this.#hearCheckpoint(job, report);
        else if (report.kind === 'notice')
            this.say(jobId, report.level, report.message);
        else if (report.kind === 'failed')
            this.#fail(jobId, 'server_error', report.message, null);
        else
            this.#finish(job, report.weights);
    }
    #hearStep(jobId, { step, totalSteps, metrics }) {
        const running = this.#running;
        if (running !== undefined) {
            if (running.since === 0)
                Object.assign(running, { since: Date.now(), first: step });
            Object.assign(running, { step, total: totalSteps });
        }
        this.#journal.write({ put: 'progress', job: jobId, step, tokens: null, metrics });
        const every = Math.ceil(totalSteps / MOST_METRIC_EVENTS);
        const telling = step === 1 || step === totalSteps || step % every === 0 || Object.keys(metrics).some((name) => name.includes('valid'));
        if (telling)
            this.say(jobId, 'info', `Step ${step}/${totalSteps}: ${headline(metrics)}`, { step, total_steps: totalSteps, ...metrics });
    }
    #nameOf(job) {
        return `ft:${baseOf(job.model)}:sandbox:${job.user_provided_suffix ?? ''}:${job.id.slice(-8)}`;
    }
    #hearCheckpoint(job, { step, weights, metrics }) {
        const model = `${this.#nameOf(job)}:ckpt-step-${step}`;
        this.#journal.write({ put: 'model', value: { id: model, created: seconds(), weights } });
        const value = {
            id: newId('ftckpt_'),
            object: 'fine_tuning.job.checkpoint',
            created_at: seconds(),
            fine_tuned_model_checkpoint: model,
            fine_tuning_job_id: job.id,
            step_number: step,
            metrics: { step, ...metrics },
        };
        this.#journal.write({ put: 'checkpoint', job: job.id, value });
        this.say(job.id, 'info', `Checkpoint created at step ${step}: ${model}`);
    }
    #finish(job, weights) {
        const id = newId('file-');
        const progress = this.#journal.progress(job.id);
        (0,external_node_fs_.writeFileSync)(this.#journal.blob(id), resultCsv(progress.steps));
        this.#files.keepResult(id, 'step_metrics.csv', (0,external_node_fs_.statSync)(this.#journal.blob(id)).size);
        const model = this.#nameOf(job);
        this.#journal.write({ put: 'model', value: { id: model, created: seconds(), weights } });
        this.say(job.id, 'info', `New fine-tuned model created: ${model}`);
        this.say(job.id, 'info', 'The job has successfully completed');
        const value = {
            ...job,
            status: 'succeeded',
            finished_at: seconds(),
            fine_tuned_model: model,
            trained_tokens: progress.tokens,
            result_files: [id],
        };
        this.#journal.write({ put: 'job', value });
    }
}
function headline(metrics) {
    const [first] = Object.entries(metrics);
    return first === undefined ? '' : `${first[0].replaceAll('_', ' ')}=${first[1].toFixed(2)}`;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/sandbox/journal.js
/**
 * The sandbox's memory: everything that it knows, and the journal from which it knows it again. One line of JSON a change, appended; a line that a kill
 * has torn is dropped. A lock file keeps a second server from the same folder.
 */


const NONE = { step: 0, tokens: null, steps: [] };
class Journal {
    file = new Map();
    upload = new Map();
    part = new Map();
    job = new Map();
    model = new Map();
    /** Oldest first, by job. */
    events = new Map();
    checkpoints = new Map();
    #progress = new Map();
    #path;
    #lock;
    #folder;
    /** Opens the journal of a folder. @throws when another live server has it */
    constructor(folder) {
        (0,external_node_fs_.mkdirSync)(external_node_path_.join(folder, 'blobs'), { recursive: true });
        this.#folder = folder;
        this.#path = external_node_path_.join(folder, 'journal.jsonl');
        this.#lock = external_node_path_.join(folder, 'lock');
        takeLock(this.#lock);
        this.#replay();
    }
    /** Where the bytes of a file, or of a part of one, lie. */
    blob(id) {
        return external_node_path_.join(this.#folder, 'blobs', id);
    }
    /** Where the weights of a job lie. */
    weights(jobId) {
        return external_node_path_.join(this.#folder, 'weights', jobId);
    }
    progress(jobId) {
        return this.#progress.get(jobId) ?? NONE;
    }
    /** Keeps a change, first on disk, then in memory. A process that is killed loses nothing that was written. */
    write(change) {
        (0,external_node_fs_.appendFileSync)(this.#path, `${JSON.stringify(change)}\n`);
        this.#apply(change);
    }
    close() {
        (0,external_node_fs_.rmSync)(this.#lock, { force: true });
    }
    #apply(change) {
        if ('drop' in change) {
            this[change.drop].delete(change.id);
            return;
        }
        switch (change.put) {
            case 'file':
                this.file.set(change.value.id, change.value);
                break;
            case 'upload':
                this.upload.set(change.value.id, change.value);
                break;
            case 'part':
                this.part.set(change.value.id, change.value);
                break;
            case 'job':
                this.job.set(change.value.id, change.value);
                break;
            case 'model':
                this.model.set(change.value.id, change.value);
                break;
            case 'event':
                this.events.set(change.job, [...(this.events.get(change.job) ?? []), change.value]);
                break;
            case 'checkpoint':
                this.checkpoints.set(change.job, [...(this.checkpoints.get(change.job) ?? []), change.value]);
                break;
            case 'progress': {
                const before = this.progress(change.job);
                const steps = change.metrics === null ? before.steps : [...before.steps, { step: change.step, ...change.metrics }];
                this.#progress.set(change.job, { step: change.step, tokens: change.tokens ?? before.tokens, steps });
            }
        }
    }
    #replay() {
        if (!(0,external_node_fs_.existsSync)(this.#path))
            return;
        const bytes = (0,external_node_fs_.readFileSync)(this.#path);
        const whole = bytes.lastIndexOf('\n') + 1;
        if (whole < bytes.length)
            (0,external_node_fs_.truncateSync)(this.#path, whole);
        for (const line of bytes.subarray(0, whole).toString('utf8').split('\n'))
            if (line !== '')
                this.#apply(JSON.parse(line));
    }
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return Error.isError(error) && 'code' in error && error.code === 'EPERM';
    }
}
/** Makes the lock file, or takes over that of a process that is gone. @throws when its owner lives */
function takeLock(lock) {
    for (let attempt = 0; attempt < 3; attempt += 1) {
        try {
            const handle = (0,external_node_fs_.openSync)(lock, 'wx');
            (0,external_node_fs_.writeSync)(handle, String(process.pid));
            (0,external_node_fs_.closeSync)(handle);
            return;
        }
        catch (error) {
            if (!(Error.isError(error) && 'code' in error && error.code === 'EEXIST'))
                throw error;
        }
        const owner = Number((0,external_node_fs_.existsSync)(lock) ? (0,external_node_fs_.readFileSync)(lock, 'utf8') : 0);
        if (owner > 0 && isAlive(owner)) {
            throw new Error(`The sandbox in ${external_node_path_.dirname(lock)} is in use by process ${owner}. Run steps that use it one after the other.`);
        }
        (0,external_node_fs_.rmSync)(lock, { force: true });
    }
    throw new Error(`The sandbox in ${external_node_path_.dirname(lock)} cannot be locked. Run steps that use it one after the other.`);
}

;// CONCATENATED MODULE: ./lib/sandbox/server.js
/**
 * The sandbox: an embedded server with the wire of the fine-tuning API and a real, tiny trainer behind it. It listens on loopback only, and everything
 * that it holds is in one folder, from which a later start goes on.
 */









/** Bytes instead of JSON. */
class Raw {
    stream;
    bytes;
    constructor({ stream, bytes }) {
        this.stream = stream;
        this.bytes = bytes;
    }
}
const ID = '([^/]+)';
function routesOf(files, jobs) {
    const first = ({ params }) => params[0] ?? '';
    const plain = (handle) => (call) => {
        onlyQuery(call.query);
        return handle(call);
    };
    const route = (method, path, handle) => ({
        method,
        path: new RegExp(`^/v1${path}$`),
        handle,
    });
    return [
        route('POST', '/files', plain((call) => files.create(call))),
        route('GET', '/files', (call) => files.list(call)),
        route('GET', `/files/${ID}`, plain((call) => files.get(first(call)))),
        route('GET', `/files/${ID}/content`, plain((call) => new Raw(files.content(first(call))))),
        route('DELETE', `/files/${ID}`, plain((call) => files.remove(first(call)))),
        route('POST', '/uploads', plain((call) => files.createUpload(call))),
        route('POST', `/uploads/${ID}/parts`, plain((call) => files.addPart(call))),
        route('POST', `/uploads/${ID}/complete`, plain((call) => files.completeUpload(call))),
        route('POST', `/uploads/${ID}/cancel`, plain((call) => files.cancelUpload(first(call)))),
        route('POST', '/fine_tuning/jobs', plain((call) => jobs.create(call))),
        route('GET', '/fine_tuning/jobs', (call) => jobs.list(call)),
        route('GET', `/fine_tuning/jobs/${ID}`, plain((call) => jobs.retrieve(first(call)))),
        route('GET', `/fine_tuning/jobs/${ID}/events`, (call) => jobs.events(first(call), call)),
        route('GET', `/fine_tuning/jobs/${ID}/checkpoints`, (call) => jobs.checkpoints(first(call), call)),
        route('POST', `/fine_tuning/jobs/${ID}/cancel`, plain((call) => jobs.cancel(first(call)))),
        route('POST', `/fine_tuning/jobs/${ID}/pause`, plain((call) => jobs.pause(first(call)))),
        route('POST', `/fine_tuning/jobs/${ID}/resume`, plain((call) => jobs.resume(first(call)))),
        route('GET', '/models', plain(() => jobs.models())),
        route('GET', `/models/${ID}`, plain((call) => jobs.model(first(call)))),
        route('DELETE', `/models/${ID}`, plain((call) => jobs.removeModel(first(call)))),
    ];
}
function isAuthorised(request, apiKey) {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? request.headers['api-key'];
    if (typeof given !== 'string')
        return false;
    const [left, right] = [Buffer.from(given), Buffer.from(apiKey)];
    return left.length === right.length && (0,external_node_crypto_.timingSafeEqual)(left, right);
}
function answer(routes, request, apiKey) {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const matching = routes.filter(({ path }) => path.test(url.pathname));
    if (matching.length === 0)
        throw new ApiError(404, `Invalid URL (${request.method} ${url.pathname})`);
    if (!isAuthorised(request, apiKey))
        throw new ApiError(401, 'Incorrect API key provided.', null, 'invalid_api_key');
    const route = matching.find(({ method }) => method === request.method);
    if (route === undefined)
        throw new ApiError(405, `Not allowed to ${request.method} on ${url.pathname}`, null, 'method_not_supported');
    const params = (route.path.exec(url.pathname) ?? []).slice(1).map((param) => decodeURIComponent(param));
    return route.handle({ request, params, query: url.searchParams });
}
async function respond(response, reply) {
    if (!(reply instanceof Raw)) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(reply));
        return;
    }
    response.setHeader('content-type', 'application/octet-stream');
    if (reply.bytes !== undefined)
        response.setHeader('content-length', reply.bytes);
    await new Promise((resolve, reject) => {
        external_node_stream_.Readable.from(reply.stream).on('error', reject).pipe(response).on('finish', resolve).on('error', reject);
    });
}
/**
 * Starts the server, and goes on with what its folder holds.
 * @throws when the folder is in use by another live server
 */
async function startSandbox(options) {
    const journal = new Journal(options.folder);
    const files = new FileShelf(journal);
    const runner = new JobRunner(journal, files, options.entry);
    const routes = routesOf(files, new JobDesk(journal, files, runner));
    const server = (0,external_node_http_.createServer)(async (request, response) => {
        response.setHeader('x-request-id', newId('req_'));
        try {
            await respond(response, await answer(routes, request, options.apiKey));
        }
        catch (error) {
            // A body that nobody will read must not keep the connection waiting.
            request.resume();
            const refusal = error instanceof ApiError
                ? error
                : new ApiError(500, `The sandbox failed: ${Error.isError(error) ? error.message : error}`);
            if (response.headersSent)
                return response.destroy();
            response.statusCode = refusal.status;
            await respond(response, refusal.body);
        }
    });
    await new Promise((resolve, reject) => {
        server.on('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    runner.wake();
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : options.port;
    return {
        url: `http://127.0.0.1:${port}/v1`,
        async close() {
            await runner.close();
            files.close();
            await new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            });
            journal.close();
        },
    };
}


/***/ }),

/***/ 34362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ messageText),
/* harmony export */   Nv: () => (/* binding */ CLASSES),
/* harmony export */   Wl: () => (/* binding */ conversation),
/* harmony export */   qj: () => (/* binding */ hashText),
/* harmony export */   r4: () => (/* binding */ PER_CLASS),
/* harmony export */   z_: () => (/* binding */ SequenceBuilder)
/* harmony export */ });
/* unused harmony exports VOCABULARY, piecesOf */
const CLASSES = 64;
const PER_CLASS = 64;
const VOCABULARY = CLASSES * PER_CLASS;
const PIECE = / ?\p{L}[\p{L}\p{M}]*|\p{N}{1,3}|\s+|[^\s\p{L}\p{N}]/gu;
/** FNV-1a over UTF-16 units. Source: the FNV Non-Cryptographic Hash Algorithm, IETF draft-eastlake-fnv. */
function hashText(text, seed = 0x811c9dc5) {
    let hash = seed;
    for (let at = 0; at < text.length; at += 1)
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return hash >>> 0;
}
/** A text's pieces, each a number below 4,096. */
function piecesOf(text) {
    return (text.match(PIECE) ?? []).map((piece) => hashText(piece) % VOCABULARY);
}
/** Everything of a message that has words. */
function messageText(message) {
    const { content } = message;
    const parts = typeof content === 'string' ? [content] : (content ?? []).map((part) => (typeof part.text === 'string' ? part.text : ''));
    const calls = (message.tool_calls ?? []).map(({ function: called }) => `${called.name}(${called.arguments})`);
    if (message.function_call)
        calls.push(`${message.function_call.name}(${message.function_call.arguments})`);
    return [...parts, ...calls, message.refusal ?? ''].join(' ');
}
const START = (role) => hashText(`<${role}>`) % VOCABULARY;
const END = hashText('<end>') % VOCABULARY;
/** Builds a sequence part by part. */
class SequenceBuilder {
    #pieces = [];
    #learned = [];
    add(role, text, learned) {
        const pieces = piecesOf(text);
        this.#pieces.push(START(role), ...pieces, END);
        this.#learned.push(0, ...pieces.map(() => (learned ? 1 : 0)), learned ? 1 : 0);
        return this;
    }
    build() {
        return { pieces: Int32Array.from(this.#pieces), learned: Uint8Array.from(this.#learned) };
    }
}
/** A conversation; what is learned is what the assistant says with a weight other than 0. */
function conversation(messages, learn = true) {
    const builder = new SequenceBuilder();
    for (const message of messages)
        builder.add(message.role, messageText(message), learn && message.role === 'assistant' && message.weight !== 0);
    return builder.build();
}


/***/ })

};
