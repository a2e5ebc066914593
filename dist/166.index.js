export const id = 166;
export const ids = [166];
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

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ JobError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   fL: () => (/* binding */ DataError),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   mZ: () => (/* binding */ ProviderError),
/* harmony export */   oM: () => (/* binding */ AbortedError)
/* harmony export */ });
/**
 * The errors that a user reads. Each is one line: what was wrong, the value, what is allowed, what to do; facts stand in fields, causes are kept.
 * Anything else that is thrown is a defect of the action, and is shown as one.
 */
/** An error whose message is meant for the person who reads the log. */
class ActionError extends Error {
    name = 'ActionError';
    mend;
    constructor(message, options) {
        super(options?.mend ? `${message} ${options.mend}` : message, options);
        this.mend = options?.mend || undefined;
    }
}
/** One or several wrong inputs, reported together. */
class InputError extends ActionError {
    name = 'InputError';
    problems;
    constructor(problems) {
        const lines = problems.map((problem) => problem.message);
        super(lines.length === 1 ? lines.join('') : `${lines.length} inputs are wrong: ${lines.join(' ')}`);
        this.problems = problems;
    }
}
/** The data does not pass: nothing was uploaded, nothing created. */
class DataError extends ActionError {
    name = 'DataError';
}
/** A call to the provider that did not succeed. */
class ProviderError extends ActionError {
    name = 'ProviderError';
    facts;
    constructor(message, facts, options) {
        super(message, options);
        this.facts = facts;
    }
}
/** A job that ended otherwise than asked: failed, cancelled by someone, or out of time. */
class JobError extends ActionError {
    name = 'JobError';
    code;
    constructor(message, code, options) {
        super(message, options);
        this.code = code;
    }
}
/** The wait was cut short, because the workflow run is being cancelled. */
class AbortedError extends ActionError {
    name = 'AbortedError';
}
/** The first line of an error's message, whatever was thrown. */
function messageOf(error) {
    return Error.isError(error) ? error.message : String(error);
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


/***/ }),

/***/ 65166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startInWorker: () => (/* binding */ startInWorker)
});

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/dataset/formats.js
var formats = __webpack_require__(62400);
;// CONCATENATED MODULE: ./lib/sandbox/trainer/data.js
/** Rows of a JSONL file, read for training. The server has checked them before; what is wrong all the same is said with its line. */


function parse(line, method) {
    const value = JSON.parse(line);
    const fields = typeof value === 'object' && value !== null ? { ...value } : {};
    const format = (0,formats/* formatOf */.be)(fields, method);
    switch (format) {
        case 'chat':
            return { format, row: formats/* ChatRow */.Nc.parse(fields) };
        case 'completion':
            return { format, row: formats/* CompletionRow */.$V.parse(fields) };
        case 'preference':
            return { format, row: formats/* PreferenceRow */.gR.parse(fields) };
        case 'reinforcement':
            return { format, row: formats/* ReinforcementRow */.U2.parse(fields) };
        default:
            throw new Error('the row is in no known format');
    }
}
/** All rows of a file. @throws with the number of a line that is no row */
function readRows(path, method) {
    const text = (0,external_node_fs_.readFileSync)(path, 'utf8').replace(/^\ufeff/, '');
    return text.split('\n').flatMap((line, index) => {
        if (line.trim() === '')
            return [];
        try {
            return [parse(line, method)];
        }
        catch (error) {
            throw new Error(`Line ${index + 1} is no row for ${method}: ${Error.isError(error) ? error.message.split('\n')[0] : error}`);
        }
    });
}

// EXTERNAL MODULE: ./lib/sandbox/trainer/pieces.js
var trainer_pieces = __webpack_require__(34362);
;// CONCATENATED MODULE: ./lib/sandbox/trainer/model.js
/**
 * A tiny language model: the next piece from the one, two and three pieces before it. Features are hashed into tables; the softmax has two levels (the
 * piece's class, then the piece in its class), so that a step touches 128 scores instead of 4,096. Plain stochastic gradient descent.
 */


const CLASS_ROWS = 1 << 13;
const PIECE_ROWS = 1 << 14;
const ORDERS = 4;
const MAGIC = 0x46544132;
function softmax(scores) {
    let most = Number.NEGATIVE_INFINITY;
    for (const score of scores)
        if (score > most)
            most = score;
    let sum = 0;
    for (let at = 0; at < scores.length; at += 1) {
        const value = Math.exp((scores[at] ?? 0) - most);
        scores[at] = value;
        sum += value;
    }
    for (let at = 0; at < scores.length; at += 1)
        scores[at] = (scores[at] ?? 0) / sum;
}
function largest(values) {
    let best = 0;
    for (let at = 1; at < values.length; at += 1)
        if ((values[at] ?? 0) > (values[best] ?? 0))
            best = at;
    return best;
}
class LanguageModel {
    #classTable = new Float32Array(CLASS_ROWS * trainer_pieces/* CLASSES */.Nv);
    #pieceTable = new Float32Array(PIECE_ROWS * trainer_pieces/* PER_CLASS */.r4);
    #classRows = new Int32Array(ORDERS);
    #pieceRows = new Int32Array(ORDERS);
    #classScores = new Float64Array(trainer_pieces/* CLASSES */.Nv);
    #pieceScores = new Float64Array(trainer_pieces/* PER_CLASS */.r4);
    /** Probabilities of the classes, and of the pieces in the class of the piece at `at`. */
    #predict(pieces, at) {
        const target = Math.floor((pieces[at] ?? 0) / trainer_pieces/* PER_CLASS */.r4);
        let hash = 0x9e3779b1;
        for (let order = 0; order < ORDERS; order += 1) {
            if (order > 0)
                hash = Math.imul(hash ^ ((pieces[at - order] ?? -1) + 1), 0x85ebca6b) ^ (hash >>> 13);
            const mixed = Math.imul(hash ^ (order * 0x27d4eb2f), 0xc2b2ae35) >>> 0;
            this.#classRows[order] = (mixed % CLASS_ROWS) * trainer_pieces/* CLASSES */.Nv;
            this.#pieceRows[order] = ((Math.imul(mixed ^ (target * 0x165667b1), 0x85ebca6b) >>> 0) % PIECE_ROWS) * trainer_pieces/* PER_CLASS */.r4;
        }
        this.#sum(this.#classTable, this.#classRows, this.#classScores);
        this.#sum(this.#pieceTable, this.#pieceRows, this.#pieceScores);
    }
    #sum(table, rows, scores) {
        scores.fill(0);
        for (const row of rows)
            for (let at = 0; at < scores.length; at += 1)
                scores[at] = (scores[at] ?? 0) + (table[row + at] ?? 0);
        softmax(scores);
    }
    /** Moves one table against the gradient of −log p(target), `rate` times; a negative rate moves along it. */
    #move(table, rows, scores, target, rate) {
        for (const row of rows) {
            for (let at = 0; at < scores.length; at += 1)
                table[row + at] = (table[row + at] ?? 0) - rate * ((scores[at] ?? 0) - (at === target ? 1 : 0));
        }
    }
    /** Adds a sequence to the tally, and learns from it where the rate is not 0. */
    pass({ pieces, learned }, rate, tally) {
        for (let at = 0; at < pieces.length; at += 1) {
            if (learned[at] !== 1)
                continue;
            this.#predict(pieces, at);
            const piece = pieces[at] ?? 0;
            const group = Math.floor(piece / trainer_pieces/* PER_CLASS */.r4);
            const inner = piece % trainer_pieces/* PER_CLASS */.r4;
            tally.loss -= Math.log(Math.max(1e-12, (this.#classScores[group] ?? 0) * (this.#pieceScores[inner] ?? 0)));
            tally.count += 1;
            if (largest(this.#classScores) === group && largest(this.#pieceScores) === inner)
                tally.right += 1;
            if (rate === 0)
                continue;
            this.#move(this.#classTable, this.#classRows, this.#classScores, group, rate);
            this.#move(this.#pieceTable, this.#pieceRows, this.#pieceScores, inner, rate);
        }
    }
    /** The log-probability of the learned pieces of a sequence, in nats. */
    logProbability(sequence) {
        const tally = { loss: 0, right: 0, count: 0 };
        this.pass(sequence, 0, tally);
        return -tally.loss;
    }
    /** Writes the rows that were ever touched. The file appears whole or not at all. */
    save(path) {
        const tables = [
            { table: this.#classTable, width: trainer_pieces/* CLASSES */.Nv },
            { table: this.#pieceTable, width: trainer_pieces/* PER_CLASS */.r4 },
        ];
        const parts = tables.flatMap(({ table, width }) => {
            const rows = [];
            for (let row = 0; row * width < table.length; row += 1)
                if (table.subarray(row * width, (row + 1) * width).some((value) => value !== 0))
                    rows.push(row);
            const values = new Float32Array(rows.length * width);
            for (const [index, row] of rows.entries())
                values.set(table.subarray(row * width, (row + 1) * width), index * width);
            return [Int32Array.of(rows.length), Int32Array.from(rows), values];
        });
        const bytes = Buffer.concat([Int32Array.of(MAGIC), ...parts].map((part) => Buffer.from(part.buffer)));
        (0,external_node_fs_.writeFileSync)(`${path}.part`, bytes);
        (0,external_node_fs_.renameSync)(`${path}.part`, path);
    }
    /** A model with the weights of a file. @throws when the file is none of ours */
    static load(path) {
        const file = (0,external_node_fs_.readFileSync)(path);
        const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
        const model = new LanguageModel();
        const head = new Int32Array(bytes);
        const values = new Float32Array(bytes);
        if (head[0] !== MAGIC)
            throw new Error(`${path} holds no weights of the sandbox.`);
        let at = 1;
        for (const { table, width } of [
            { table: model.#classTable, width: trainer_pieces/* CLASSES */.Nv },
            { table: model.#pieceTable, width: trainer_pieces/* PER_CLASS */.r4 },
        ]) {
            const count = head[at] ?? 0;
            const rows = head.subarray(at + 1, at + 1 + count);
            at += 1 + count;
            for (const row of rows) {
                table.set(values.subarray(at, at + width), row * width);
                at += width;
            }
        }
        return model;
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/trainer/random.js
/** Numbers from 0 (inclusive) to 1 (exclusive), the same for the same seed. mulberry32 by Tommy Ettinger, public domain. */
function randomOf(seed) {
    let state = seed | 0;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}
/** A shuffled copy. */
function shuffled(items, random) {
    return items
        .map((item) => ({ item, key: random() }))
        .sort((left, right) => left.key - right.key)
        .map(({ item }) => item);
}

;// CONCATENATED MODULE: ./lib/sandbox/trainer/preference.js


const RATE = 0.25;
function pairOf(row, reference) {
    if (row.format !== 'preference')
        return [];
    const { input, preferred_output, non_preferred_output } = row.row;
    const answer = (messages) => {
        const builder = new trainer_pieces/* SequenceBuilder */.z_();
        for (const message of input.messages)
            builder.add(message.role, (0,trainer_pieces/* messageText */.Lo)(message), false);
        for (const message of messages)
            builder.add(message.role, (0,trainer_pieces/* messageText */.Lo)(message), true);
        return builder.build();
    };
    const wanted = answer(preferred_output);
    const unwanted = answer(non_preferred_output);
    return [
        { wanted, unwanted, wantedBefore: reference.logProbability(wanted), unwantedBefore: reference.logProbability(unwanted) },
    ];
}
const sigmoid = (value) => 1 / (1 + Math.exp(-value));
/** How much more the wanted answer has gained over the model of the beginning than the unwanted one. */
function marginOf(model, pair, beta) {
    const reward = (sequence, before) => beta * (model.logProbability(sequence) - before);
    return reward(pair.wanted, pair.wantedBefore) - reward(pair.unwanted, pair.unwantedBefore);
}
function add(score, margin) {
    score.loss += Math.log1p(Math.exp(-Math.min(margin, 500)));
    score.right += margin > 0 ? 1 : 0;
    score.margin += margin;
    score.count += 1;
}
function figures({ loss, right, margin, count }, prefix) {
    const pairs = Math.max(1, count);
    return {
        [`${prefix}_loss`]: loss / pairs,
        [`${prefix}_mean_reward_accuracy`]: right / pairs,
        [`${prefix}_mean_reward_margin`]: margin / pairs,
    };
}
const empty = () => ({ loss: 0, right: 0, margin: 0, count: 0 });
/** Trains and reports each step, and a checkpoint at the end of each epoch. */
function* trainPreference(task, model, training, validation, save) {
    const { n_epochs, batch_size, learning_rate_multiplier, beta = 0.1 } = task.hyperparameters;
    // Nothing has been learned yet, so the model is its own reference.
    const pairs = training.flatMap((row) => pairOf(row, model));
    const unseen = validation.flatMap((row) => pairOf(row, model));
    const totalSteps = Math.ceil(pairs.length / batch_size) * n_epochs;
    const random = randomOf(task.seed);
    const idle = { loss: 0, right: 0, count: 0 };
    let step = 0;
    for (let epoch = 1; epoch <= n_epochs; epoch += 1) {
        const order = shuffled(pairs, random);
        for (let from = 0; from < order.length; from += batch_size) {
            step += 1;
            const score = empty();
            for (const pair of order.slice(from, from + batch_size)) {
                const margin = marginOf(model, pair, beta);
                add(score, margin);
                const rate = RATE * learning_rate_multiplier * beta * sigmoid(-margin);
                model.pass(pair.wanted, rate, idle);
                model.pass(pair.unwanted, -rate, idle);
            }
            const ends = from + batch_size >= order.length;
            const checked = empty();
            if (ends)
                for (const pair of unseen)
                    add(checked, marginOf(model, pair, beta));
            const metrics = {
                ...figures(score, 'train'),
                ...(ends && unseen.length > 0 ? { ...figures(checked, 'valid'), ...figures(checked, 'full_valid') } : {}),
            };
            yield { kind: 'step', step, totalSteps, metrics };
            if (ends)
                yield { kind: 'checkpoint', step, epoch, weights: save(epoch), metrics };
        }
    }
}

// EXTERNAL MODULE: ./lib/api/requests.js
var requests = __webpack_require__(30816);
;// CONCATENATED MODULE: ./lib/sandbox/trainer/formula.js
/** The formulas of multi graders: + - * / ^, parentheses, min max abs floor ceil exp sqrt log, numbers and the graders' names. Nothing is evaluated as code. */
const FUNCTIONS = {
    min: Math.min,
    max: Math.max,
    abs: Math.abs,
    floor: Math.floor,
    ceil: Math.ceil,
    exp: Math.exp,
    sqrt: Math.sqrt,
    log: Math.log,
};
const TOKEN = /\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|[-+*/^(),])/y;
function tokensOf(formula) {
    const tokens = [];
    const text = formula.trimEnd();
    for (let at = 0; at < text.length;) {
        TOKEN.lastIndex = at;
        const match = TOKEN.exec(text);
        if (match?.[1] === undefined)
            throw new Error(`calculate_output has ${JSON.stringify(text.slice(at, at + 10))} where a number, a name or a sign belongs.`);
        tokens.push(match[1]);
        at = TOKEN.lastIndex;
    }
    return tokens;
}
/**
 * The value of a formula.
 * @throws when it cannot be read, or uses a name that has no value
 */
function evaluate(formula, values) {
    const tokens = tokensOf(formula);
    let at = 0;
    const take = (expected) => {
        const token = tokens[at];
        if (token === undefined || (expected !== undefined && token !== expected)) {
            throw new Error(`calculate_output has ${token === undefined ? 'its end' : JSON.stringify(token)} where ${expected ?? 'a value'} belongs.`);
        }
        at += 1;
        return token;
    };
    const chain = (inner, apply) => {
        let value = inner();
        for (let step = apply[tokens[at] ?? '']; step !== undefined; step = apply[tokens[at] ?? '']) {
            at += 1;
            value = step(value, inner());
        }
        return value;
    };
    const sum = () => chain(product, { '+': (left, right) => left + right, '-': (left, right) => left - right });
    const product = () => chain(signed, { '*': (left, right) => left * right, '/': (left, right) => left / right });
    const signed = () => {
        if (tokens[at] !== '-')
            return power();
        at += 1;
        return -signed();
    };
    const power = () => {
        const base = value();
        if (tokens[at] !== '^')
            return base;
        at += 1;
        return base ** signed();
    };
    const value = () => {
        const token = take();
        if (token === '(') {
            const inner = sum();
            take(')');
            return inner;
        }
        if (/^\d/.test(token))
            return Number(token);
        const called = Object.hasOwn(FUNCTIONS, token) && tokens[at] === '(' ? FUNCTIONS[token] : undefined;
        if (called !== undefined) {
            take('(');
            const given = [sum()];
            while (tokens[at] === ',') {
                at += 1;
                given.push(sum());
            }
            take(')');
            return called(...given);
        }
        const known = Object.hasOwn(values, token) ? values[token] : undefined;
        if (known === undefined)
            throw new Error(`calculate_output uses ${JSON.stringify(token)}, which is no grader; there are ${Object.keys(values).join(', ')}.`);
        return known;
    };
    const result = sum();
    if (at < tokens.length)
        throw new Error(`calculate_output goes on with ${JSON.stringify(tokens[at])} after its end.`);
    return result;
}

;// CONCATENATED MODULE: ./lib/sandbox/trainer/similarity.js
/** Measures of how alike two texts are, from 0 to 1. Plain forms of the published ones, over lower-case words. */
const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
function grams(items, size) {
    const counts = new Map();
    for (let at = 0; at + size <= items.length; at += 1) {
        const gram = items.slice(at, at + size).join(' ');
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    return counts;
}
const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
function shared(left, right) {
    return [...left].reduce((sum, [gram, count]) => sum + Math.min(count, right.get(gram) ?? 0), 0);
}
const harmonic = (precision, recall) => precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
/** ROUGE-N, the F1 of shared n-grams (Lin, 2004). */
function rouge(left, right, size) {
    const a = grams(words(left), size);
    const b = grams(words(right), size);
    const both = shared(a, b);
    return both === 0 ? 0 : harmonic(both / total(a), both / total(b));
}
function longestCommon(left, right) {
    let row = new Array(right.length + 1).fill(0);
    for (const word of left) {
        const next = [0];
        for (const [index, other] of right.entries())
            next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
        row = next;
    }
    return row.at(-1) ?? 0;
}
/** BLEU with add-one smoothing over one to four words and the brevity penalty (Papineni et al., 2002); `gleu` takes the lesser of precision and recall. */
function bleu(output, reference) {
    const a = words(output);
    const b = words(reference);
    if (a.length === 0 || b.length === 0)
        return a.length === b.length ? 1 : 0;
    const logs = [1, 2, 3, 4].map((size) => {
        const found = grams(a, size);
        const both = shared(found, grams(b, size));
        return Math.log(size === 1 ? Math.max(both, 1e-9) / total(found) : (both + 1) / (total(found) + 1));
    });
    return Math.min(1, Math.exp(1 - b.length / a.length)) * Math.exp(logs.reduce((sum, log) => sum + log, 0) / 4);
}
function gleu(output, reference) {
    const counts = [output, reference].map((text) => [1, 2, 3, 4].map((size) => grams(words(text), size)));
    const [a = [], b = []] = counts;
    const both = a.reduce((sum, found, index) => sum + shared(found, b[index] ?? new Map()), 0);
    const most = Math.max(...[a, b].map((all) => all.reduce((sum, found) => sum + total(found), 0)));
    return most === 0 ? 1 : both / most;
}
/** METEOR's weighted mean of precision and recall, on exact words (Banerjee and Lavie, 2005). */
function meteor(output, reference) {
    const a = grams(words(output), 1);
    const b = grams(words(reference), 1);
    const both = shared(a, b);
    if (both === 0)
        return 0;
    const precision = both / total(a);
    const recall = both / total(b);
    return (10 * precision * recall) / (recall + 9 * precision);
}
function cosine(left, right) {
    const a = grams(words(left), 1);
    const b = grams(words(right), 1);
    const length = (counts) => Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
    const product = [...a].reduce((sum, [word, count]) => sum + count * (b.get(word) ?? 0), 0);
    return product === 0 ? 0 : product / (length(a) * length(b));
}
/** One less the share of characters to change (Levenshtein). */
function fuzzy(left, right) {
    const a = [...left].slice(0, 2000);
    const b = [...right].slice(0, 2000);
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [above, character] of a.entries()) {
        const next = [above + 1];
        for (const [index, other] of b.entries())
            next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (character === other ? 0 : 1)));
        row = next;
    }
    const most = Math.max(a.length, b.length);
    return most === 0 ? 1 : 1 - (row.at(-1) ?? 0) / most;
}
/** The similarity of an output to a reference by one of the API's `evaluation_metric`s. */
function similarity(metric, output, reference) {
    const gramSize = /^rouge_([1-5])$/.exec(metric)?.[1];
    if (gramSize !== undefined)
        return rouge(output, reference, Number(gramSize));
    switch (metric) {
        case 'rouge_l': {
            const a = words(output);
            const b = words(reference);
            const both = longestCommon(a, b);
            return both === 0 ? 0 : harmonic(both / a.length, both / b.length);
        }
        case 'bleu':
            return bleu(output, reference);
        case 'gleu':
            return gleu(output, reference);
        case 'meteor':
            return meteor(output, reference);
        case 'cosine':
            return cosine(output, reference);
        default:
            return fuzzy(output, reference);
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/trainer/graders.js
/** The API's graders. What a text alone decides is decided as the API does; what needs Python or another model has a stated stand-in. */



function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const textOf = (value) => typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
function follow(value, path) {
    return path
        .split('.')
        .reduce((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}
/** Fills `{{ item.x }}`, `{{ sample.output_text }}` and `{{ sample.output_json.x }}`. */
function fill(template, output, item) {
    return template.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, path) => {
        if (path === 'sample.output_text')
            return output;
        if (path.startsWith('sample.output_json'))
            return textOf(follow({ output_json: parseJson(output) }, path.slice('sample.'.length)));
        if (path.startsWith('item.'))
            return textOf(follow(item, path.slice('item.'.length)));
        return '';
    });
}
const REFERENCES = ['answer', 'reference_answer', 'reference', 'label', 'target', 'expected', 'solution', 'output'];
/** How near the output comes to the field that looks like the right answer. */
function standIn(output, item) {
    const name = REFERENCES.find((candidate) => candidate in item) ?? Object.keys(item).find((key) => key !== 'messages' && key !== 'tools');
    return name === undefined ? 0 : similarity('fuzzy_match', output, textOf(item[name]));
}
function gradeSimple(grader, output, item) {
    switch (grader.type) {
        case 'string_check': {
            const input = fill(grader.input, output, item);
            const reference = fill(grader.reference, output, item);
            const passes = {
                eq: input === reference,
                ne: input !== reference,
                like: input.includes(reference),
                ilike: input.toLowerCase().includes(reference.toLowerCase()),
            };
            return passes[grader.operation] ? 1 : 0;
        }
        case 'text_similarity':
            return similarity(grader.evaluation_metric, fill(grader.input, output, item), fill(grader.reference, output, item));
        default:
            return standIn(output, item);
    }
}
const isGrader = (value) => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
function noticeFor(name, type) {
    if (type === 'string_check' || type === 'text_similarity')
        return [];
    return [
        `The sandbox cannot run the ${type} grader ${JSON.stringify(name)}; it grades by likeness to the field that looks like the answer instead.`,
    ];
}
/** How a grader of the create call grades. @throws for a formula that cannot be read, when it is first used */
function gradingOf(grader) {
    const parsed = requests/* KnownGrader */.fE.safeParse(grader);
    if (!parsed.success)
        return { grade: standIn, notices: noticeFor('grader', textOf(follow(grader, 'type')) || 'unknown') };
    const known = parsed.data;
    if (known.type !== 'multi')
        return { grade: (output, item) => gradeSimple(known, output, item), notices: noticeFor(known.name, known.type) };
    const graders = isGrader(known.graders)
        ? [[known.graders.name, known.graders]]
        : Object.entries(known.graders);
    return {
        grade: (output, item) => {
            const scores = Object.fromEntries(graders.map(([name, inner]) => [name, gradeSimple(inner, output, item)]));
            const value = evaluate(known.calculate_output, scores);
            return Number.isFinite(value) ? value : 0;
        },
        notices: graders.flatMap(([name, inner]) => noticeFor(name, inner.type)),
    };
}

;// CONCATENATED MODULE: ./lib/sandbox/trainer/reinforcement.js



const reinforcement_RATE = 0.5;
const SAMPLES = 8;
const MOST_CANDIDATES = 16;
const FROM_OTHERS = 6;
const SLOTS = 1 << 16;
function promptOf(row) {
    if (row.format !== 'reinforcement')
        return [];
    const text = (0,trainer_pieces/* messageText */.Lo)(row.row.messages.at(-1) ?? { role: 'user' }).toLowerCase();
    return [{ item: row.row, text, words: [...new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 200) }];
}
const reinforcement_textOf = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
/** The JSON fields that the grader reads from an answer. */
function jsonFields(grader) {
    return [
        ...new Set([...JSON.stringify(grader ?? null).matchAll(/sample\.output_json\.([A-Za-z_]\w*)/g)].map((match) => match[1] ?? '')),
    ];
}
function valuesOf({ item }) {
    return Object.entries(item).flatMap(([name, value]) => (name === 'messages' || name === 'tools' ? [] : [reinforcement_textOf(value)]));
}
/** Answers worth trying for a prompt: the values of its own fields and of some other rows, and, where the grader reads JSON, those values in its fields. */
function candidatesOf(prompt, others, fields) {
    const values = [...new Set([...valuesOf(prompt), ...others])].slice(0, MOST_CANDIDATES);
    const wrapped = fields.length === 0 ? [] : values.map((value) => JSON.stringify(Object.fromEntries(fields.map((field) => [field, value]))));
    return [...wrapped, ...values];
}
class Policy {
    #weights = new Float32Array(SLOTS);
    /** The slots that score a candidate for a prompt: the candidate itself, its looks, whether the prompt names it, and each word of the prompt with it. */
    #slots(prompt, candidate) {
        const inner = /^\{"\w+":"(.*?)"[,}]/.exec(candidate)?.[1] ?? candidate;
        const looks = [
            candidate === inner ? 'plain' : 'wrapped',
            `length ${Math.ceil(Math.log2(inner.length + 1))}`,
            /^-?\d+(\.\d+)?$/.test(inner) ? 'number' : /^[[{]/.test(inner) ? 'structure' : 'words',
            prompt.text.includes(inner.toLowerCase()) ? 'named' : 'not named',
        ];
        return [
            (0,trainer_pieces/* hashText */.qj)(candidate) % SLOTS,
            ...looks.map((look) => (0,trainer_pieces/* hashText */.qj)(look) % SLOTS),
            ...prompt.words.map((word) => (0,trainer_pieces/* hashText */.qj)(word, (0,trainer_pieces/* hashText */.qj)(candidate)) % SLOTS),
        ];
    }
    probabilities(prompt, candidates) {
        const scores = candidates.map((candidate) => this.#slots(prompt, candidate).reduce((sum, slot) => sum + (this.#weights[slot] ?? 0), 0));
        const most = Math.max(...scores);
        const powers = scores.map((score) => Math.exp(score - most));
        const sum = powers.reduce((total, power) => total + power, 0);
        return powers.map((power) => power / sum);
    }
    /** Raises (or lowers) the chance of one candidate and moves the others the other way. */
    move(prompt, candidates, chosen, probabilities, rate) {
        for (const [index, candidate] of candidates.entries()) {
            const change = rate * ((index === chosen ? 1 : 0) - (probabilities[index] ?? 0));
            for (const [order, slot] of this.#slots(prompt, candidate).entries())
                this.#weights[slot] = (this.#weights[slot] ?? 0) + (order < 5 ? change : change / 20);
        }
    }
}
function draw(probabilities, random) {
    let left = random();
    for (const [index, probability] of probabilities.entries()) {
        left -= probability;
        if (left <= 0)
            return index;
    }
    return probabilities.length - 1;
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
/** The expected reward of the policy over prompts, each candidate graded. */
function expected(policy, prompts, choices, { grade }) {
    return mean(prompts.map((prompt) => {
        const candidates = choices.get(prompt) ?? [];
        return policy
            .probabilities(prompt, candidates)
            .reduce((sum, probability, index) => sum + probability * grade(candidates[index] ?? '', prompt.item), 0);
    }));
}
/** Trains and reports each step, and a checkpoint at the end of each epoch. */
function* trainReinforcement(task, training, validation, save) {
    const { n_epochs, batch_size, learning_rate_multiplier, eval_interval = 10, compute_multiplier = 1 } = task.hyperparameters;
    const grading = gradingOf(task.grader);
    for (const message of grading.notices)
        yield { kind: 'notice', level: 'warn', message };
    const prompts = training.flatMap(promptOf);
    const unseen = validation.flatMap(promptOf);
    const fields = jsonFields(task.grader);
    const random = randomOf(task.seed);
    const pool = [...new Set(prompts.flatMap(valuesOf))];
    if (pool.length === 0)
        throw new Error('The rows have no fields beside messages, so the sandbox has no answers to try.');
    const choices = new Map([...prompts, ...unseen].map((prompt) => [prompt, candidatesOf(prompt, shuffled(pool, random).slice(0, FROM_OTHERS), fields)]));
    const policy = new Policy();
    const samples = Math.max(2, Math.round(SAMPLES * Math.min(4, compute_multiplier)));
    const totalSteps = Math.ceil(prompts.length / batch_size) * n_epochs;
    /** Tries some answers to a prompt, learns from their grades, and gives the mean of them. */
    function explore(prompt) {
        const candidates = choices.get(prompt) ?? [];
        const probabilities = policy.probabilities(prompt, candidates);
        const drawn = Array.from({ length: samples }, () => draw(probabilities, random));
        const graded = drawn.map((index) => grading.grade(candidates[index] ?? '', prompt.item));
        const baseline = mean(graded);
        for (const [at, index] of drawn.entries()) {
            const advantage = (graded[at] ?? 0) - baseline;
            if (advantage !== 0)
                policy.move(prompt, candidates, index, probabilities, (reinforcement_RATE * learning_rate_multiplier * advantage) / samples);
        }
        return baseline;
    }
    let step = 0;
    for (let epoch = 1; epoch <= n_epochs; epoch += 1) {
        const order = shuffled(prompts, random);
        for (let from = 0; from < order.length; from += batch_size) {
            step += 1;
            const rewards = order.slice(from, from + batch_size).map(explore);
            const ends = from + batch_size >= order.length;
            const checks = unseen.length > 0 && (ends || step % eval_interval === 0);
            const metrics = {
                train_mean_reward: mean(rewards),
                ...(checks ? { full_valid_mean_reward: expected(policy, unseen, choices, grading) } : {}),
            };
            yield { kind: 'step', step, totalSteps, metrics };
            if (ends)
                yield { kind: 'checkpoint', step, epoch, weights: save(epoch), metrics };
        }
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/trainer/supervised.js


const supervised_RATE = 0.12;
/** Validations over a sample, spread over the run; the whole file is validated at the end of each epoch. */
const VALIDATIONS = 20;
const SAMPLE = 20;
function sequenceOf(row) {
    switch (row.format) {
        case 'completion':
            return new trainer_pieces/* SequenceBuilder */.z_().add('user', row.row.prompt, false).add('assistant', row.row.completion, true).build();
        case 'preference':
            return (0,trainer_pieces/* conversation */.Wl)([...row.row.input.messages, ...row.row.preferred_output]);
        default:
            return (0,trainer_pieces/* conversation */.Wl)(row.row.messages);
    }
}
const supervised_empty = () => ({ loss: 0, right: 0, count: 0 });
function supervised_figures({ loss, right, count }, prefix) {
    const pieces = Math.max(1, count);
    return { [`${prefix}_loss`]: loss / pieces, [`${prefix}_mean_token_accuracy`]: right / pieces };
}
function validate(model, sequences, prefix) {
    const tally = supervised_empty();
    for (const sequence of sequences)
        model.pass(sequence, 0, tally);
    return supervised_figures(tally, prefix);
}
/** Trains and reports each step, and a checkpoint at the end of each epoch. */
function* trainSupervised(task, model, training, validation, save) {
    const { n_epochs, batch_size, learning_rate_multiplier } = task.hyperparameters;
    const sequences = training.map(sequenceOf);
    const unseen = validation.map(sequenceOf);
    const sample = unseen.slice(0, SAMPLE);
    const perEpoch = Math.ceil(sequences.length / batch_size);
    const totalSteps = perEpoch * n_epochs;
    const every = Math.max(1, Math.floor(totalSteps / VALIDATIONS));
    const random = randomOf(task.seed);
    let step = 0;
    for (let epoch = 1; epoch <= n_epochs; epoch += 1) {
        const order = shuffled(sequences, random);
        for (let from = 0; from < order.length; from += batch_size) {
            step += 1;
            const tally = supervised_empty();
            for (const sequence of order.slice(from, from + batch_size))
                model.pass(sequence, supervised_RATE * learning_rate_multiplier, tally);
            const ends = from + batch_size >= order.length;
            const metrics = {
                ...supervised_figures(tally, 'train'),
                ...(unseen.length > 0 && (step % every === 0 || ends) ? validate(model, sample, 'valid') : {}),
                ...(unseen.length > 0 && ends ? validate(model, unseen, 'full_valid') : {}),
            };
            yield { kind: 'step', step, totalSteps, metrics };
            if (ends)
                yield { kind: 'checkpoint', step, epoch, weights: save(epoch), metrics };
        }
    }
}

;// CONCATENATED MODULE: ./lib/sandbox/trainer/train.js
/** One training run from its first step to its last, as a generator of what it reports. The same task gives the same reports. */







function* run(task, model, save) {
    const training = readRows(task.trainingFile, task.method);
    const validation = task.validationFile === null ? [] : readRows(task.validationFile, task.method);
    if (training.length === 0)
        throw new Error('The training file has no rows.');
    switch (task.method) {
        case 'supervised':
            return yield* trainSupervised(task, model, training, validation, save);
        case 'dpo':
            return yield* trainPreference(task, model, training, validation, save);
        case 'reinforcement':
            return yield* trainReinforcement(task, training, validation, save);
    }
}
/**
 * Trains. Steps up to `task.reportedStep` are computed again, exactly alike, and not reported.
 * @throws for rows that are none of the method's, or a grader that cannot be used
 */
function* train(task) {
    (0,external_node_fs_.mkdirSync)(task.folder, { recursive: true });
    const model = task.startFrom === null ? new LanguageModel() : LanguageModel.load(task.startFrom);
    const fileOf = (epoch) => external_node_path_.join(task.folder, `epoch-${epoch}.weights`);
    const save = (epoch) => {
        const file = fileOf(epoch);
        model.save(file);
        return file;
    };
    for (const report of run(task, model, save)) {
        const known = 'step' in report ? report.step <= task.reportedStep : task.reportedStep > 0;
        if (!known)
            yield report;
    }
    yield { kind: 'finished', weights: fileOf(task.hyperparameters.n_epochs) };
}

;// CONCATENATED MODULE: ./lib/sandbox/trainer/worker.js
/** The trainer's thread: it is told its task by its data, and posts what happens. To stop it, terminate it. */



function isStart(data) {
    return typeof data === 'object' && data !== null && 'role' in data && data.role === 'sandbox-trainer';
}
/** Runs the task of this thread. @throws when the thread was started for something else */
async function startInWorker() {
    if (!isStart(external_node_worker_threads_.workerData))
        throw new Error('This thread was not started as a trainer.');
    const post = (report) => external_node_worker_threads_.parentPort?.postMessage(report);
    try {
        for (const report of train(external_node_worker_threads_.workerData.task))
            post(report);
    }
    catch (error) {
        post({ kind: 'failed', message: (0,errors/* messageOf */.bD)(error) });
    }
}


/***/ })

};
