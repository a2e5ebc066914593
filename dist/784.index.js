export const id = 784;
export const ids = [784,832];
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

/***/ 46784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readStructures: () => (/* binding */ readStructures)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
// EXTERNAL MODULE: ./lib/api/requests.js
var requests = __webpack_require__(30816);
// EXTERNAL MODULE: ./lib/structured.js
var structured = __webpack_require__(62832);
// EXTERNAL MODULE: ./lib/inputs/fields.js
var fields = __webpack_require__(18608);
// EXTERNAL MODULE: ./lib/inputs/problems.js
var inputs_problems = __webpack_require__(51733);
;// CONCATENATED MODULE: ./lib/inputs/unusual.js
/** Names that the API does not know, in places where a provider may know them. They go out as they are; a likely slip is pointed out. */

const KNOWN = {
    supervised: Object.keys(requests/* SupervisedHyperparameters */.nO.shape),
    dpo: Object.keys(requests/* DpoHyperparameters */.QD.shape),
    reinforcement: Object.keys(requests/* ReinforcementHyperparameters */.kr.shape),
};
/** The number of single-character edits between two words. */
function distance(left, right) {
    let row = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (const [above, letter] of [...left].entries()) {
        const next = [above + 1];
        for (const [index, other] of [...right].entries()) {
            next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}
/** The known name that a slip of up to three letters was probably meant to be. */
function nearest(name, known) {
    const ranked = known.map((candidate) => ({ candidate, edits: distance(name, candidate) })).sort((a, b) => a.edits - b.edits);
    const [best] = ranked;
    return best !== undefined && best.edits <= Math.min(3, name.length / 2) ? best.candidate : undefined;
}
/** A remark for each name that the API does not name. */
function unusualNames(inputs) {
    const { method } = inputs;
    const type = method?.type ?? 'supervised';
    const settings = method === undefined ? undefined : Reflect.get(method, method.type);
    const inner = typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'hyperparameters') : undefined;
    const place = method === undefined ? 'hyperparameters' : `method.${type}.hyperparameters`;
    const given = inputs.hyperparameters ?? (typeof inner === 'object' && inner !== null ? inner : {});
    const remarks = Object.keys(given)
        .filter((name) => !KNOWN[type].includes(name))
        .map((name) => remark(`${place}.${name}`, nearest(name, KNOWN[type])));
    const fields = method === undefined ? [] : Object.keys(method).filter((name) => name !== 'type' && name !== type);
    return [...remarks, ...fields.map((name) => remark(`method.${name}`, nearest(name, [type])))];
}
function remark(place, meant) {
    return `${place} is not a field that the API names; it is sent as it is.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

;// CONCATENATED MODULE: ./lib/inputs/structures.js
/** The inputs that hold JSON or YAML, each a parameter of the API. */






/** The bare word `dpo` means `{type: dpo}`. */
const MethodInput = schemas/* pipe */.FsL(schemas/* pipe */.FsL(schemas/* unknown */.L5J(), schemas/* transform */.pdi((value) => (typeof value === 'string' ? { type: value } : value))), requests/* Method */.IT);
const AnyMap = schemas/* record */.g1P(schemas/* string */.YjP({ error: 'a text' }), schemas/* unknown */.L5J(), { error: 'a map' });
const StructuresSchema = schemas/* object */.Ikc({
    method: (0,fields/* structured */.uv)(MethodInput),
    hyperparameters: (0,fields/* structured */.uv)(requests/* SupervisedHyperparameters */.nO),
    integrations: (0,fields/* structured */.uv)(requests/* Integrations */.IQ),
    metadata: (0,fields/* structured */.uv)(requests/* Metadata */.OS),
    extra_body: (0,fields/* structured */.uv)(AnyMap),
});
/** Parses and checks them. */
function readStructures(given) {
    const texts = Object.keys(StructuresSchema.shape).map((name) => [name, given[name] ?? '']);
    const parse = (name, text) => (name === 'metadata' ? (0,structured/* parseTextMap */.J)(text) : (0,structured.parseStructured)(text));
    const parsed = Object.fromEntries(texts.map(([name, text]) => [name, text === '' ? undefined : parse(name, text)]));
    const checked = StructuresSchema.safeParse(parsed);
    if (checked.success)
        return { structures: checked.data, problems: [], remarks: unusualNames(checked.data) };
    const values = Object.fromEntries(Object.entries(parsed).map(([name, one]) => [name, one === undefined || 'fault' in one ? undefined : one.value]));
    const problems = checked.error.issues.map((issue) => (0,inputs_problems/* problemOf */.Z)(issue.path, issue.message, values));
    return { structures: undefined, problems, remarks: [] };
}


/***/ }),

/***/ 62832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseTextMap),
/* harmony export */   parseStructured: () => (/* binding */ parseStructured)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/** Structured inputs: JSON or YAML text to plain values. YAML 1.2 (core schema) contains JSON, so one parser reads both. */

/** Reads JSON or YAML. Duplicate keys, tags and anchors that explode are faults. */
function parseStructured(text) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        version: '1.2',
        schema: 'core',
        uniqueKeys: true,
        prettyErrors: true,
        stringKeys: true,
    });
    const [error] = document.errors;
    if (error)
        return { fault: firstLine(error.message), line: error.linePos?.[0].line };
    const [warning] = document.warnings;
    if (warning)
        return { fault: firstLine(warning.message), line: warning.linePos?.[0].line };
    try {
        return { value: document.toJS({ maxAliasCount: 100 }), root: document.contents };
    }
    catch (error) {
        return { fault: firstLine(Error.isError(error) ? error.message : String(error)), line: undefined };
    }
}
/**
 * A map of texts, as metadata is written: `key=value` lines, or a JSON or YAML map. A number, a boolean or a date keeps the text that its author wrote
 * (`1.10` stays `1.10`), which the parsed value no longer has.
 */
function parseTextMap(text) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.every((line) => /^\s*[^\s={}"':][^={}"':]*=/.test(line))) {
        return {
            value: Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()])),
        };
    }
    const parsed = parseStructured(text);
    if ('fault' in parsed || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parsed.root))
        return parsed;
    const pairs = parsed.root.items.map(({ key, value }) => {
        const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : String(key);
        const plain = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && (typeof value.value === 'number' || typeof value.value === 'boolean');
        return [name, plain ? (value.source ?? String(value.value)) : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? value.value : value];
    });
    return { value: Object.fromEntries(pairs) };
}
function firstLine(text) {
    return text.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? text;
}


/***/ })

};
