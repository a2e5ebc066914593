export const id = 195;
export const ids = [195];
export const modules = {

/***/ 32896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ countOf)
/* harmony export */ });
/** The number of problems of one severity. */
function countOf(dataset, severity) {
    return dataset.counts.filter((entry) => entry.severity === severity).reduce((sum, entry) => sum + entry.count, 0);
}


/***/ }),

/***/ 25879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   xJ: () => (/* binding */ severityOf),
/* harmony export */   y0: () => (/* binding */ RULES)
/* harmony export */ });
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26553);

const SFT = 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning';
const BEST = 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices';
const DPO = 'https://developers.openai.com/api/docs/guides/direct-preference-optimization';
const RFT = 'https://developers.openai.com/api/docs/guides/reinforcement-fine-tuning';
const VISION = 'https://developers.openai.com/api/docs/guides/vision-fine-tuning';
const AZURE = 'https://learn.microsoft.com/azure/ai-foundry/openai/quotas-limits';
const COOKBOOK = 'https://github.com/openai/openai-cookbook/blob/main/examples/Chat_finetuning_data_prep.ipynb';
const RFC = 'https://www.rfc-editor.org/rfc/rfc8259';
const PRACTICE = 'practice';
const error = (summary, mend, source) => ({ severity: 'error', summary, mend, source });
const warning = (summary, mend, source) => ({ severity: 'warning', summary, mend, source });
const RULES = {
    'file/empty': error('The file has no rows', 'Write one JSON object on each line.', SFT),
    'file/git-lfs-pointer': error('The file is a Git LFS pointer, not the data', 'Check out with lfs: true in actions/checkout.', PRACTICE),
    'file/utf8-bom': error('The file begins with a byte order mark', "Remove it: sed -i '1s/^\\xEF\\xBB\\xBF//' FILE", PRACTICE),
    'file/utf16': error('The file is UTF-16', 'Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW', SFT),
    'file/not-utf8': error('The text is not UTF-8', 'Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW', SFT),
    'file/other-format': error('The file is of another kind than JSON Lines', 'Unpack or convert it to JSON Lines.', SFT),
    'file/json-array': error('The file is one JSON array, not lines', "Convert it: jq -c '.[]' FILE > NEW", SFT),
    'file/pretty-json': error('The objects are spread over several lines', 'Put each on one line: jq -c . FILE > NEW', SFT),
    'file/crlf': warning('Lines end in CR LF', "Convert it: sed -i 's/\\r$//' FILE", PRACTICE),
    'file/blank-line': warning('A line is blank', "Remove it: sed -i '/^\\s*$/d' FILE", PRACTICE),
    'file/too-few-rows': error('There are fewer rows than the provider takes', 'Add rows; 50 to 100 good ones are a beginning.', SFT),
    'file/too-large': error('The file is larger than the provider takes', 'Take rows out.', AZURE),
    'file/too-many-image-rows': error('More rows hold images than the provider takes', 'Take rows out.', VISION),
    'file/some-without-system': warning('Some conversations begin with a system message, and others do not', 'Begin each with the one that the model will be called with.', BEST),
    'file/too-many-rows': error('There are more rows than the provider takes', 'Take rows out.', RFT),
    'row/too-long': error('The line is longer than 32 MiB', 'Split the row, or take out what is embedded in it.', PRACTICE),
    'row/not-json': error('The line is not JSON', 'Mend the JSON at the given column.', RFC),
    'row/not-object': error('The line is JSON, but no object', 'Write one JSON object on each line.', SFT),
    'row/too-deep': error('The JSON is nested more than 100 deep', 'Flatten the row.', PRACTICE),
    'row/duplicate-key': error('A key stands twice in one object, of which one is lost', 'Keep one of them.', RFC),
    'row/unknown-format': error('The row is in no format of this API', 'Write {"messages": […]}, {"prompt", "completion"} or {"input", "preferred_output", "non_preferred_output"}.', SFT),
    'row/wrong-format': error('The row is in the format of another method', 'Change the row, or the input method.', SFT),
    'row/mixed-formats': error('The row is in another format than the rows before it', 'Keep one format in a file.', SFT),
    'row/shape': error('A field has a wrong form', 'Write it as the API describes it.', SFT),
    'row/unknown-key': error('The row has a key that the API does not take', 'Remove it.', PRACTICE),
    'row/special-token': error('The text holds a special token of the model, which fails the job', 'Remove it, or break it up.', PRACTICE),
    'row/lone-surrogate': error('The text holds half of a surrogate pair', 'Write the whole character, or remove it.', RFC),
    'row/nul': warning('The text holds a NUL character', 'Remove it.', PRACTICE),
    'row/over-limit': warning('The row is longer than the model takes; it is cut from its end, so it is the answer that is lost', 'Shorten or split the conversation.', BEST),
    'row/duplicate': warning('The row stands in the file already', 'Remove it, or raise n_epochs if it is meant to weigh more.', PRACTICE),
    'row/near-duplicate': warning('The row equals another one but for case, white space or Unicode form', 'Remove it.', PRACTICE),
    'row/contradiction': warning('The same prompt has another answer elsewhere in the file, or the same outputs are preferred the other way round', 'Keep one of the answers.', PRACTICE),
    'row/secret': error('The text holds what looks like a credential, which a model memorises', 'Remove it, or write allow_secrets: true.', PRACTICE),
    'chat/no-assistant-message': error('The conversation has no message of the assistant to learn from', 'Add the answer.', COOKBOOK),
    'chat/last-not-assistant': warning('The last message is not by the assistant', 'End the conversation with the answer.', SFT),
    'chat/weight-role': error('A weight stands on a message that is not by the assistant', 'Remove the weight.', SFT),
    'chat/nothing-learned': warning('Every message of the assistant has weight 0, so nothing is learned', 'Give the answer weight 1, or remove the row.', SFT),
    'chat/empty-answer': error('A message of the assistant has neither content nor tool calls', 'Add the answer, or remove the message.', SFT),
    'chat/blank-answer': warning('The answer is white space alone', 'Write the answer, or remove the message.', PRACTICE),
    'chat/no-content': error('A message that must have content has none', 'Write its content, or remove the message.', SFT),
    'chat/missing-user': warning('The conversation has no message by a user', 'Add the question.', COOKBOOK),
    'chat/unknown-message-key': error('A message has a key that the API does not take', 'Remove it.', COOKBOOK),
    'chat/tool-definition': error('A tool is not defined as the API describes it', 'Write {"type": "function", "function": {"name", "parameters"}}, the name of 1 to 64 letters, digits, _ and -.', SFT),
    'chat/parallel-calls': warning('A message makes several calls, but parallel_tool_calls is false', 'Make one call in each message, or take parallel_tool_calls out.', SFT),
    'chat/tool-call-id-twice': warning('Two tool calls have the same ID, so it is not clear which one an answer is for', 'Give each call its own ID.', SFT),
    'chat/tool-arguments': error('The arguments of a tool call are no JSON object, written as a text', 'Write them as a JSON text, such as "{\\"city\\": \\"Oslo\\"}".', SFT),
    'chat/tool-unknown': warning('A tool is called that tools does not define', 'Add it to tools.', SFT),
    'chat/tool-answer-without-call': error('A tool answers a call that was not made', 'Set tool_call_id to the ID of an earlier call.', SFT),
    'chat/tool-call-unanswered': warning('A tool call has no answer', 'Add the message of the tool, or end the conversation at the call.', SFT),
    'chat/deprecated-functions': warning('functions and function_call are deprecated', 'Write tools and tool_calls.', SFT),
    'chat/part-type': error('A part of the content is of a type that cannot be trained on', 'Keep parts of the types text and image_url.', SFT),
    'chat/developer-role': warning('The role developer is not known to every server of this wire', 'Write system, unless your server takes developer.', PRACTICE),
    'chat/image-too-large': error('An embedded image has more than 10 MB', 'Make it smaller.', VISION),
    'chat/image-role': error('An image stands in a message that is not by the user', 'Move it to a message of the user.', VISION),
    'chat/image-url': error('The URL of an image is neither https nor a data URL of a JPEG, PNG or WEBP', 'Host it, or embed it in base64.', VISION),
    'chat/image-detail': error('The detail of an image is none that the API knows', 'Write "auto", "low" or "high", or take detail out.', VISION),
    'chat/image-data': error('What an embedded image holds is not the picture that its URL promises; providers leave such pictures out in silence', 'Encode the file in base64 again, under its own type.', VISION),
    'chat/too-many-images': error('The row has more images than the provider takes', 'Take images out.', VISION),
    'completion/empty': error('The completion is empty', 'Add the text to learn.', SFT),
    'preference/output-role': error('An output has a message that is not by the assistant', 'Keep the message of the assistant only.', DPO),
    'preference/empty-output': error('An output of the assistant is empty', 'Write the answer, or remove the row.', DPO),
    'preference/output-count': warning('An output has more than one message', 'Keep one message in each output.', DPO),
    'preference/identical': warning('Both outputs are the same, so there is nothing to prefer', 'Change one of them, or remove the row.', DPO),
    'preference/last-assistant': warning('The last message of the input is by the assistant', 'End the input with the question.', DPO),
    'preference/not-text': error('The row holds something else than text', 'Write text only.', DPO),
    'reinforcement/last-not-user': error('The last message is not by the user', 'End the prompt with the message of the user.', RFT),
    'reinforcement/system-role': warning('The API describes no role system for reinforcement', 'Write developer.', RFT),
    'reinforcement/missing-item': error('The grader uses a field that the row does not have', 'Add the field to the row, or take it out of the grader.', RFT),
    'reinforcement/no-response-format': error('The grader reads output_json, but method has no response_format', 'Add response_format to method.reinforcement.', RFT),
    'pair/overlap': warning('The row stands in the training data too, so the validation loss says little', 'Remove it from one of the files.', SFT),
};
/** The severity of a rule for this provider. */
function severityOf(rule, profile, allowSecrets) {
    if (rule === 'file/utf8-bom')
        return profile.bom;
    if (rule === 'row/secret' && allowSecrets)
        return 'warning';
    return RULES[rule].severity;
}
const QUOTED = 60;
/** A credential that begins within what is quoted ends within so many characters. */
const REACH = 8000;
/** Control and format characters, lone surrogates, line and paragraph separators: what acts without being seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Text of the data as a message may show it: short, on one line, hidden and turning characters written out, credentials masked. */
function quoted(text) {
    const safe = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .masked */ .Iv)(text.slice(0, REACH));
    const short = safe.length > QUOTED ? `${safe.slice(0, QUOTED)}…` : safe;
    return `"${short.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}


/***/ }),

/***/ 26553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Iv: () => (/* binding */ masked)
/* harmony export */ });
/* unused harmony export mayHoldSecret */
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


/***/ }),

/***/ 40391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ createBody),
/* harmony export */   k: () => (/* binding */ askedFields)
/* harmony export */ });
const FIELDS = ['model', 'suffix', 'seed', 'method', 'hyperparameters', 'integrations'];
/** The fields that the user wrote out, without files and metadata. `seed: 0` is a seed. */
function askedFields(asked) {
    const entries = FIELDS.map((name) => [name, asked[name]]).filter(([, value]) => value !== undefined);
    return { ...Object.fromEntries(entries), ...asked.extra_body };
}
/**
 * The body of `POST /fine_tuning/jobs`.
 * @param metadata the user's pairs and our own; undefined where nothing is to be sent
 */
function createBody(asked, files, metadata) {
    const { extra_body, ...plain } = asked;
    return {
        ...askedFields({ ...plain, extra_body: undefined }),
        training_file: files.training_file,
        ...(files.validation_file === undefined ? {} : { validation_file: files.validation_file }),
        ...(metadata === undefined ? {} : { metadata }),
        ...extra_body,
    };
}


/***/ }),

/***/ 84195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/adapters/actions-runner.js + 2 modules
var actions_runner = __webpack_require__(72920);
// EXTERNAL MODULE: ./lib/adapters/http.js
var http = __webpack_require__(63250);
;// CONCATENATED MODULE: ./lib/adapters/artifacts.js
/** The run's artifacts. The client is large, so it is loaded only when something is uploaded. */

/** The artifact service of this runner, if it has one: the variables that the client needs are set by the runner itself. */
function runArtifacts(environment) {
    const local = environment.LOCAL_ACTION_ARTIFACT_PATH;
    return {
        available: Boolean((environment.ACTIONS_RUNTIME_TOKEN && environment.ACTIONS_RESULTS_URL) || local),
        async upload(name, folder, files) {
            await (0,http/* useEnvironmentProxies */.F)();
            const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(351), __webpack_require__.e(271)]).then(__webpack_require__.bind(__webpack_require__, 69271));
            await new DefaultArtifactClient().uploadArtifact(name, [...files], folder);
        },
    };
}

// EXTERNAL MODULE: ./lib/adapters/clock.js
var clock = __webpack_require__(61642);
// EXTERNAL MODULE: ./lib/connect.js + 2 modules
var lib_connect = __webpack_require__(28866);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/inputs/inputs.js + 1 modules
var inputs_inputs = __webpack_require__(71300);
// EXTERNAL MODULE: ./lib/inputs/secrets.js
var secrets = __webpack_require__(59516);
;// CONCATENATED MODULE: ./lib/operations/guards.js
/**
 * Why this event's content may not be used with the workflow's secrets; undefined when it may.
 * `pull_request_target` and `workflow_run` run with secrets and a writing token, whoever wrote the head that they concern.
 */
function untrustedContent(context, allowed) {
    const withSecrets = context.eventName === 'pull_request_target' || context.eventName === 'workflow_run';
    if (!withSecrets || !context.fork || allowed)
        return undefined;
    return (`The event ${context.eventName} concerns a fork's head and runs with this repository's secrets, so its data is not used. ` +
        'Run on pull_request instead (there the data is validated without secrets), or write allow_untrusted_data: true if you have checked the head.');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/dataset/dataset.js
var dataset_dataset = __webpack_require__(32896);
// EXTERNAL MODULE: ./lib/report/metrics.js
var report_metrics = __webpack_require__(86159);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
;// CONCATENATED MODULE: ./lib/report/metrics-csv.js


/** A cell as RFC 4180 wants it. A name that a spreadsheet would take for a formula gets the apostrophe that makes it text. */
function cell(value) {
    const text = typeof value === 'string' ? (0,report_text/* inertLine */.Fq)(value, 200).replace(/^(?=[=+\-@])/, "'") : String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** Points of the events, completed by the result files, by step. */
function bySteps({ metrics, resultFiles }) {
    const points = [...resultFiles.flatMap(({ text }) => (0,report_metrics/* parseResultCsv */.T)(text)), ...metrics];
    const steps = new Map();
    for (const { step, values } of points)
        steps.set(step, { ...steps.get(step), ...values });
    return steps;
}
/** The table; empty when nothing was measured. Columns are the provider's own names. */
function renderMetricsCsv(findings) {
    const steps = bySteps(findings);
    const names = [...new Set([...steps.values()].flatMap((values) => Object.keys(values)))];
    if (names.length === 0)
        return '';
    const lines = [...steps]
        .sort(([left], [right]) => left - right)
        .map(([step, values]) => [step, ...names.map((name) => values[name])].map(cell).join(','));
    return `${[['step', ...names].map(cell).join(','), ...lines].join('\n')}\n`;
}

// EXTERNAL MODULE: ./lib/api/objects.js
var objects = __webpack_require__(91688);
// EXTERNAL MODULE: ./lib/report/sections.js
var sections = __webpack_require__(13136);
// EXTERNAL MODULE: ./lib/report/tables.js
var tables = __webpack_require__(44057);
;// CONCATENATED MODULE: ./lib/report/model-card.js
/** `model-card.md`: what the model is and where it came from, with the front matter that Hugging Face reads. Pure. */





/** What some readers of YAML refuse, or take for a line break, even between quotation marks. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const LONGEST = 500;
/** A YAML scalar that is nothing but this text: JSON is YAML. */
function scalar(text) {
    const short = text.toWellFormed();
    return JSON.stringify(short.length > LONGEST ? `${short.slice(0, LONGEST).toWellFormed()}…` : short).replace(UNPRINTABLE, (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
}
function field(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
/** The method by its name. */
function methodOf({ asked, job }) {
    const type = field(job?.method ?? asked.method, 'type');
    return typeof type === 'string' ? type : 'supervised';
}
/** The hyperparameters that the provider says it used, else those that were asked for. */
function hyperparametersOf({ asked, job }) {
    const type = methodOf({ asked, job });
    const found = [job?.method, asked.method]
        .map((method) => field(field(method, type), 'hyperparameters'))
        .find((value) => typeof value === 'object' && value !== null);
    return Object(found ?? job?.hyperparameters ?? asked.hyperparameters ?? {});
}
function settings({ asked, job }) {
    const shown = (value) => value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    const pairs = [
        ['method', methodOf({ asked, job })],
        ['seed', job?.seed ?? asked.seed],
        ['suffix', asked.suffix],
        ...Object.entries(hyperparametersOf({ asked, job })),
    ];
    return pairs.map(([name, value]) => [name, shown(value)]).filter(([, value]) => value !== '');
}
function frontMatter(findings, model) {
    const base = String(findings.job?.model ?? findings.asked.model ?? '');
    return [
        '---',
        `model_name: ${scalar(model)}`,
        `base_model: ${scalar(base)}`,
        'pipeline_tag: text-generation',
        'tags:',
        ...['fine-tuned', methodOf(findings), ...(findings.provider === undefined ? [] : [findings.provider.name])].map((tag) => `- ${scalar(tag)}`),
        '---',
    ].join('\n');
}
/** The card; empty when there is no model. */
function renderModelCard(findings) {
    const { job, datasets, provider, run, checkpoints, metrics, fingerprint } = findings;
    const model = job?.fine_tuned_model;
    if (job === undefined || !model)
        return '';
    const data = datasets.map(({ role, paths, rows: count, bytes: size, tokens, sha256 }) => [
        role,
        paths.map((path) => (0,report_text/* markdownText */.p7)(path)).join(', '),
        (0,report_text/* whole */.WQ)(count),
        tokens === undefined ? '' : `${tokens.kind === 'exact' ? '' : '≈ '}${(0,report_text/* whole */.WQ)(tokens.tokens)}`,
        (0,report_text/* bytes */.ee)(size),
        (0,report_text/* copyable */.kh)(sha256),
    ]);
    const best = (0,report_metrics/* bestCheckpoint */.b1)(checkpoints);
    const measured = Object.entries((0,report_metrics/* lastMetrics */.sc)(metrics)).map(([name, value]) => [(0,report_text/* markdownText */.p7)(name), (0,report_text/* figure */.vP)(value)]);
    const facts = [
        ['Base model', job.model ? (0,report_text/* copyable */.kh)(job.model) : ''],
        ['Provider', provider === undefined ? '' : `${(0,report_text/* markdownText */.p7)(provider.name)}, ${(0,report_text/* markdownText */.p7)(provider.baseUrl)}`],
        ['Job', (0,report_text/* copyable */.kh)(job.id)],
        ['Trained tokens', job.trained_tokens == null ? '' : (0,report_text/* whole */.WQ)(job.trained_tokens)],
        ['Finished', (0,objects/* timeOf */.nR)(job.finished_at)],
        ['Best checkpoint', best === undefined ? '' : (0,report_text/* copyable */.kh)(best.fine_tuned_model_checkpoint ?? best.id)],
        ['Fingerprint of the inputs', fingerprint === undefined ? '' : (0,report_text/* copyable */.kh)(fingerprint)],
        ['Commit', run.sha === '' ? '' : (0,report_text/* copyable */.kh)(`${run.repository}@${run.sha}`)],
    ];
    const sandbox = provider?.name === 'sandbox' ? ['This model was made by the sandbox, a rehearsal; it cannot be called.'] : [];
    return `${[
        frontMatter(findings, model),
        `# ${(0,report_text/* copyable */.kh)(model)}`,
        ...sandbox,
        (0,tables/* rows */.Ge)(['Fact', 'Value'], facts.filter(([, value]) => value !== '')),
        ...(data.length === 0 ? [] : [`## Data\n\n${(0,tables/* rows */.Ge)(['Role', 'Paths', 'Rows', 'Tokens', 'Size', 'SHA-256'], data)}`]),
        `## Training\n\n${(0,tables/* rows */.Ge)(['Setting', 'Value'], settings(findings).map(([name, value]) => [(0,report_text/* markdownText */.p7)(name), (0,report_text/* markdownCode */.D9)(value, 200)]))}`,
        ...(measured.length === 0 ? [] : [`## Final metrics\n\n${(0,tables/* rows */.Ge)(['Metric', 'Value'], measured)}`]),
        `## Provenance\n\n${(0,sections/* links */.yJ)(findings)}`,
    ].join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/report/outputs.js
/** The step's outputs, from what was found. Pure; every value is a text. */


/** A value larger than this breaks `env:` in a later step. In bytes. */
const LARGEST = 100 * 1024;
/** How many whole items of a JSON array fit, and the array of them. */
function jsonWithin(items) {
    const kept = [];
    let size = 2;
    for (const item of items) {
        const text = JSON.stringify(item);
        size += Buffer.byteLength(text) + 1;
        if (size > LARGEST)
            break;
        kept.push(text);
    }
    return { text: `[${kept.join(',')}]`, count: kept.length };
}
/** The outputs that are arrays, newest items first. */
function arrays({ operation, jobs, events, checkpoints }) {
    return {
        ...(operation === 'list' ? { jobs } : {}),
        ...(operation === 'list_events' || events.length > 0 ? { events: events.toReversed() } : {}),
        ...(operation === 'list_checkpoints' || checkpoints.length > 0 ? { checkpoints } : {}),
    };
}
/** What of the outputs had to be cut, a line each. */
function cutOutputs(findings) {
    return Object.entries(arrays(findings)).flatMap(([name, items]) => {
        const { count } = jsonWithin(items);
        return count === items.length
            ? []
            : [
                `Output ${name} holds the first ${count} of ${items.length} items, as more than 100 KB would not fit a variable; ${name}.jsonl of the report holds all.`,
            ];
    });
}
/** A sentence is cut; a name or a value that does not fit is worth nothing in part, and is left out. */
const SENTENCE = 4000;
const sentence = (text) => text?.slice(0, SENTENCE);
function fits(text) {
    return Buffer.byteLength(text) <= LARGEST;
}
/** Whether the data passed, where there was data to check. */
function valid(findings) {
    if (findings.datasets.length === 0)
        return undefined;
    return String(findings.datasets.every((dataset) => (0,dataset_dataset/* countOf */.p)(dataset, 'error') === 0) && findings.error?.code !== 'data');
}
/** All outputs that apply, by name; what does not apply is absent. */
function outputsOf(findings) {
    const { job, estimate, error } = findings;
    const training = findings.datasets.find(({ role }) => role === 'training_file');
    const last = (0,report_metrics/* lastMetrics */.sc)(findings.metrics);
    const best = (0,report_metrics/* bestCheckpoint */.b1)(findings.checkpoints);
    const outputs = {
        job_id: job?.id,
        status: findings.ending === 'skipped' ? 'skipped' : job?.status,
        fine_tuned_model: job?.fine_tuned_model ?? undefined,
        trained_tokens: job?.trained_tokens == null ? undefined : String(job.trained_tokens),
        training_file_id: job?.training_file ?? undefined,
        validation_file_id: job?.validation_file ?? undefined,
        result_files: job === undefined ? undefined : JSON.stringify(job.result_files ?? []),
        reused: findings.reused === undefined ? undefined : String(findings.reused),
        reason: sentence(findings.reason),
        fingerprint: findings.fingerprint,
        metrics: Object.keys(last).length === 0 ? undefined : JSON.stringify(last),
        best_checkpoint: best === undefined
            ? undefined
            : JSON.stringify({ model: best.fine_tuned_model_checkpoint ?? null, step: best.step_number ?? null, id: best.id }),
        error_code: sentence(error?.code ?? job?.error?.code ?? undefined),
        error_message: sentence(error?.message),
        examples: training === undefined ? undefined : String(training.rows),
        estimated_tokens: estimate === undefined ? undefined : String(Math.round(estimate.tokens.tokens)),
        estimated_cost_usd: estimate?.cost === undefined ? undefined : estimate.cost.usd.toFixed(2),
        valid: valid(findings),
        job: job === undefined ? undefined : JSON.stringify(job),
        ...Object.fromEntries(Object.entries(arrays(findings)).map(([name, items]) => [name, jsonWithin(items).text])),
    };
    return Object.fromEntries(Object.entries(outputs).flatMap(([name, value]) => (value === undefined || !fits(value) ? [] : [[name, value]])));
}

;// CONCATENATED MODULE: ./lib/report/provenance.js
/**
 * Provenance of a model: an in-toto statement (https://in-toto.io/Statement/v1) with a predicate in the terms of SLSA (https://slsa.dev/provenance/v1), which
 * binds the model's name to the data, the commit, the workflow and the settings. A provider shows no bytes of a model, so the subject is its name:
 * the digest is the SHA-256 of the name itself, as the file model.txt holds it. Pure.
 */


const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
/** What kind of making this is: the parameters are the fields of the API's call that creates a job, and the workflow that made it. A name, not a page. */
const BUILD_TYPE = 'urn:finetune-action:fine-tuning-job:v1';
/** The predicate; undefined when there is no model. */
function renderPredicate(findings) {
    const { job, run, provider, asked, datasets, fingerprint } = findings;
    if (!job?.fine_tuned_model)
        return undefined;
    const repository = `${run.serverUrl}/${run.repository}`;
    return {
        buildDefinition: {
            buildType: BUILD_TYPE,
            externalParameters: {
                ...asked,
                workflow: { repository, ref: run.ref, name: run.workflow, job: run.job, step: run.step },
            },
            internalParameters: {
                provider: provider?.name,
                base_url: provider?.baseUrl,
                fingerprint,
                method: job.method ?? undefined,
                hyperparameters: job.hyperparameters ?? undefined,
                seed: job.seed ?? undefined,
                reused: findings.reused,
            },
            resolvedDependencies: [
                ...(run.sha === '' ? [] : [{ uri: `git+${repository}@${run.ref}`, digest: { gitCommit: run.sha } }]),
                ...datasets.map(({ role, paths, sha256, rows, bytes }) => ({
                    name: role,
                    digest: { sha256 },
                    annotations: { paths: [...paths], rows, bytes },
                })),
                { name: 'base_model', annotations: { model: job.model ?? null } },
            ],
        },
        runDetails: {
            builder: { id: provider?.baseUrl ?? 'unknown' },
            metadata: {
                invocationId: run.runId === '' ? job.id : `${repository}/actions/runs/${run.runId}/attempts/${run.runAttempt}`,
                startedOn: (0,objects/* timeOf */.nR)(job.created_at) || undefined,
                finishedOn: (0,objects/* timeOf */.nR)(job.finished_at) || undefined,
            },
            byproducts: [{ name: 'job', annotations: { id: job.id, trained_tokens: job.trained_tokens ?? null } }],
        },
    };
}
/** The whole statement; undefined when there is no model. */
function renderProvenance(findings) {
    const predicate = renderPredicate(findings);
    const name = findings.job?.fine_tuned_model;
    if (predicate === undefined || !name)
        return undefined;
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex');
    return {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name, digest: { sha256 } }],
        predicateType: PREDICATE_TYPE,
        predicate,
    };
}

// EXTERNAL MODULE: ./lib/report/quotes.js
var quotes = __webpack_require__(42713);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
// EXTERNAL MODULE: ./lib/report/price.js
var report_price = __webpack_require__(97815);
;// CONCATENATED MODULE: ./lib/report/result.js
/** `result.json`: what a later program wants to know of a run. The schema is published as docs/result.schema.json. */




const result_text = schemas/* nullable */.mee(schemas/* string */.YjP());
const number = schemas/* nullable */.mee(schemas/* number */.aig());
const Result = schemas/* object */.Ikc({
    /** Raised when a field changes its meaning or goes away; new fields may come without it. */
    version: schemas/* literal */.euz(1),
    operation: schemas/* string */.YjP(),
    ending: schemas/* enum */.k5n(['succeeded', 'failed', 'cancelled', 'paused', 'detached', 'skipped', 'stopped', 'valid', 'done', 'absent']),
    /** ISO 8601, UTC. */
    started: schemas/* string */.YjP(),
    finished: schemas/* string */.YjP(),
    run: schemas/* object */.Ikc({
        repository: schemas/* string */.YjP(),
        sha: schemas/* string */.YjP(),
        ref: schemas/* string */.YjP(),
        workflow: schemas/* string */.YjP(),
        job: schemas/* string */.YjP(),
        step: schemas/* string */.YjP(),
        run_id: schemas/* string */.YjP(),
        run_attempt: schemas/* string */.YjP(),
    }),
    provider: schemas/* nullable */.mee(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), base_url: schemas/* string */.YjP(), job_url: result_text })),
    asked: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()),
    job: schemas/* nullable */.mee(schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        status: schemas/* string */.YjP(),
        model: result_text,
        fine_tuned_model: result_text,
        trained_tokens: number,
        created_at: number,
        finished_at: number,
        training_file: result_text,
        validation_file: result_text,
        result_files: schemas/* array */.YOg(schemas/* string */.YjP()),
        seed: number,
        method: schemas/* unknown */.L5J(),
        hyperparameters: schemas/* unknown */.L5J(),
    })),
    fingerprint: result_text,
    reused: schemas/* nullable */.mee(schemas/* boolean */.zMY()),
    reason: result_text,
    metrics: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig()),
    best_checkpoint: schemas/* nullable */.mee(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), model: result_text, step: number })),
    checkpoints: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), model: result_text, step: number, metrics: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) })),
    data: schemas/* array */.YOg(schemas/* object */.Ikc({
        role: schemas/* enum */.k5n(['training_file', 'validation_file']),
        paths: schemas/* array */.YOg(schemas/* string */.YjP()),
        format: result_text,
        rows: schemas/* number */.aig(),
        bytes: schemas/* number */.aig(),
        sha256: schemas/* string */.YjP(),
        errors: schemas/* number */.aig(),
        warnings: schemas/* number */.aig(),
        problems: schemas/* array */.YOg(schemas/* object */.Ikc({ rule: schemas/* string */.YjP(), severity: schemas/* enum */.k5n(['error', 'warning']), count: schemas/* number */.aig() })),
        tokens: schemas/* nullable */.mee(schemas/* object */.Ikc({
            kind: schemas/* enum */.k5n(['exact', 'estimated', 'sampled']),
            tokens: schemas/* number */.aig(),
            low: schemas/* number */.aig(),
            high: schemas/* number */.aig(),
            basis: schemas/* string */.YjP(),
        })),
    })),
    estimate: schemas/* nullable */.mee(schemas/* object */.Ikc({
        epochs: schemas/* number */.aig(),
        epochs_asked: schemas/* boolean */.zMY(),
        tokens: schemas/* number */.aig(),
        low: schemas/* number */.aig(),
        high: schemas/* number */.aig(),
        cost_usd: number,
    })),
    /** What the trained tokens come to at the known price: reckoned, not billed. */
    price: schemas/* nullable */.mee(schemas/* object */.Ikc({ usd_per_million_tokens: schemas/* number */.aig(), basis: schemas/* string */.YjP(), trained_usd: number })),
    /** Who created a job that was taken up, as its metadata says. */
    origin: schemas/* nullable */.mee(schemas/* object */.Ikc({ repository: result_text, commit: result_text, run: result_text })),
    error: schemas/* nullable */.mee(schemas/* object */.Ikc({ code: result_text, message: schemas/* string */.YjP(), mend: result_text })),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
});
function priceOf({ price, job }) {
    if (price === undefined)
        return null;
    return { usd_per_million_tokens: price.perMillion, basis: price.basis, trained_usd: (0,report_price/* realPrice */.GH)({ price, job }) ?? null };
}
function originOf({ origin }) {
    const { repository = null, commit = null, run = null } = origin ?? {};
    return origin === undefined ? null : { repository, commit, run };
}
/** The result of a run so far; what is not known is null. */
function renderResult(findings) {
    const { run, provider, job, estimate, error } = findings;
    const best = (0,report_metrics/* bestCheckpoint */.b1)(findings.checkpoints);
    return {
        version: 1,
        operation: findings.operation,
        ending: findings.ending,
        started: new Date(findings.started).toISOString(),
        finished: new Date(findings.finished).toISOString(),
        run: {
            repository: run.repository,
            sha: run.sha,
            ref: run.ref,
            workflow: run.workflow,
            job: run.job,
            step: run.step,
            run_id: run.runId,
            run_attempt: run.runAttempt,
        },
        provider: provider === undefined ? null : { name: provider.name, base_url: provider.baseUrl, job_url: provider.jobUrl ?? null },
        asked: { ...findings.asked },
        job: job === undefined
            ? null
            : {
                id: job.id,
                status: job.status,
                model: job.model ?? null,
                fine_tuned_model: job.fine_tuned_model ?? null,
                trained_tokens: job.trained_tokens ?? null,
                created_at: job.created_at ?? null,
                finished_at: job.finished_at ?? null,
                training_file: job.training_file ?? null,
                validation_file: job.validation_file ?? null,
                result_files: [...(job.result_files ?? [])],
                seed: job.seed ?? null,
                method: job.method ?? null,
                hyperparameters: job.hyperparameters ?? null,
            },
        fingerprint: findings.fingerprint ?? null,
        reused: findings.reused ?? null,
        reason: findings.reason ?? null,
        metrics: (0,report_metrics/* lastMetrics */.sc)(findings.metrics),
        best_checkpoint: best === undefined
            ? null
            : { id: best.id, model: best.fine_tuned_model_checkpoint ?? null, step: best.step_number ?? null },
        checkpoints: findings.checkpoints.map((checkpoint) => ({
            id: checkpoint.id,
            model: checkpoint.fine_tuned_model_checkpoint ?? null,
            step: checkpoint.step_number ?? null,
            metrics: { ...checkpoint.metrics },
        })),
        data: findings.datasets.map((dataset) => ({
            role: dataset.role,
            paths: [...dataset.paths],
            format: dataset.format ?? null,
            rows: dataset.rows,
            bytes: dataset.bytes,
            sha256: dataset.sha256,
            errors: (0,dataset_dataset/* countOf */.p)(dataset, 'error'),
            warnings: (0,dataset_dataset/* countOf */.p)(dataset, 'warning'),
            problems: dataset.counts.map((entry) => ({ ...entry })),
            tokens: dataset.tokens === undefined ? null : { ...dataset.tokens },
        })),
        estimate: estimate === undefined
            ? null
            : {
                epochs: estimate.epochs,
                epochs_asked: estimate.epochsAsked,
                tokens: estimate.tokens.tokens,
                low: estimate.tokens.low,
                high: estimate.tokens.high,
                cost_usd: estimate.cost?.usd ?? null,
            },
        price: priceOf(findings),
        origin: originOf(findings),
        error: error === undefined ? null : { code: error.code ?? null, message: error.message, mend: error.mend ?? null },
        warnings: [...findings.warnings],
    };
}

// EXTERNAL MODULE: ./lib/dataset/rules/rules.js
var rules_rules = __webpack_require__(25879);
;// CONCATENATED MODULE: ./lib/report/sarif.js
/** Problems as SARIF 2.1.0, the form in which code scanning takes them. Pure. */


const TEXT = 1000;
/**
 * One run with every problem that was kept, and the rules that they name.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
function renderSarif(datasets) {
    const problems = datasets.flatMap((dataset) => dataset.problems);
    const named = [...new Set(problems.map(({ rule }) => rule))];
    const table = new Map(Object.entries(rules_rules/* RULES */.y0));
    const rules = named.map((id) => {
        const rule = table.get(id);
        const source = rule === undefined || rule.source === 'practice' ? {} : { helpUri: rule.source };
        return {
            id,
            shortDescription: { text: rule?.summary ?? id },
            help: { text: rule?.mend ?? id },
            defaultConfiguration: { level: rule?.severity ?? 'warning' },
            ...source,
        };
    });
    const results = problems.map(({ rule, severity, message, path, line, column }) => ({
        ruleId: rule,
        ruleIndex: named.indexOf(rule),
        level: severity,
        message: { text: message.slice(0, TEXT) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/') },
                    ...(line === undefined
                        ? {}
                        : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
                },
            },
        ],
    }));
    const found = datasets.reduce((sum, dataset) => sum + (0,dataset_dataset/* countOf */.p)(dataset, 'error') + (0,dataset_dataset/* countOf */.p)(dataset, 'warning'), 0);
    // More problems than are kept is said where a reader of SARIF looks for it.
    const omitted = found <= problems.length
        ? {}
        : {
            invocations: [
                {
                    executionSuccessful: true,
                    toolExecutionNotifications: [
                        {
                            level: 'warning',
                            message: { text: `${found} problems were found; the places of ${problems.length} were kept.` },
                        },
                    ],
                },
            ],
        };
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{ tool: { driver: { name: 'Fine-tune Action', rules } }, columnKind: 'utf16CodeUnits', ...omitted, results }],
    };
}

;// CONCATENATED MODULE: ./lib/report/grid.js
/** Series of measurements on one even grid of steps, as a chart needs them: few points, at equal distances. Pure. */
const divisor = (left, right) => (right === 0 ? left : divisor(right, left % right));
/**
 * At most so many steps at equal whole distances, the last step among them.
 * Versions of Mermaid reckon the places of a line's points differently, and some lose the last point to a rounding error. At whole distances none is lost,
 * and the oldest shift a point by less than one distance.
 * @returns undefined where there are not two different steps
 */
function gridOf({ points }, most) {
    const steps = points.map(({ step }) => step);
    const [first = 0] = steps;
    const last = steps.at(-1) ?? 0;
    const span = last - first;
    if (!(span > 0))
        return undefined;
    const whole = steps.every(Number.isSafeInteger);
    const rhythm = whole ? steps.reduce((common, step) => divisor(common, step - first), 0) : span / (most - 1);
    const spacing = Math.max(1, Math.ceil(span / (most - 1) / rhythm)) * rhythm;
    const count = Math.floor(span / spacing) + 1;
    return { first: last - (count - 1) * spacing, spacing, count };
}
/** The steps of a grid. */
function stepsOf({ first, spacing, count }) {
    return Array.from({ length: count }, (_, index) => first + index * spacing);
}
/** The place of a step on the grid: the nearest. */
function placeOf(step, { first, spacing, count }) {
    return Math.min(count - 1, Math.max(0, Math.round((step - first) / spacing)));
}
/** The mean of what was measured since the grid's step before; undefined where nothing was. */
function means({ points }, grid) {
    const sums = Array.from({ length: grid.count }, () => ({ sum: 0, count: 0 }));
    for (const { step, value } of points) {
        const sum = sums[Math.min(grid.count - 1, Math.max(0, Math.ceil((step - grid.first) / grid.spacing)))];
        if (sum === undefined)
            continue;
        sum.sum += value;
        sum.count += 1;
    }
    return sums.map(({ sum, count }) => (count === 0 ? undefined : sum / count));
}
/** The same without holes: straight lines over them, level before the first value and after the last. */
function filled(values) {
    return values.map((value, index) => {
        if (value !== undefined)
            return value;
        const before = values.findLastIndex((one, place) => place < index && one !== undefined);
        const after = values.findIndex((one, place) => place > index && one !== undefined);
        const [left, right] = [values[before], values[after]];
        if (left === undefined || right === undefined)
            return left ?? right ?? 0;
        return left + ((index - before) / (after - before)) * (right - left);
    });
}
/** The longest stretch without a measurement, where it is long against the series' own rhythm. */
function gapOf({ points }) {
    const distances = points.slice(1).map(({ step }, index) => ({ from: points[index]?.step ?? step, to: step }));
    const length = ({ from, to }) => to - from;
    const sorted = distances.toSorted((left, right) => length(left) - length(right));
    const [median, longest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    if (median === undefined || longest === undefined)
        return undefined;
    return length(longest) > 3 * length(median) ? longest : undefined;
}

;// CONCATENATED MODULE: ./lib/report/chart.js


const MOST = 60;
/** Above this Mermaid reads no number. */
const chart_LARGEST = 1e15;
/** Colours that can be told apart on light and dark ground, also by most people who see colours differently. */
const LINES = [
    { colour: '#2f81f7', sign: '🔵' },
    { colour: '#db6d28', sign: '🟠' },
];
const MARK = { colour: '#2da44e', sign: '🟢' };
/** What belongs into one picture: a line for each group of names. */
const CHARTS = [
    { title: 'Loss', groups: [['train_loss'], ['full_valid_loss', 'valid_loss']] },
    {
        title: 'Token accuracy',
        groups: [
            ['train_mean_token_accuracy', 'train_accuracy'],
            ['full_valid_mean_token_accuracy', 'valid_mean_token_accuracy', 'valid_accuracy'],
        ],
    },
    {
        title: 'Mean reward',
        groups: [
            ['train_mean_reward', 'train_reward_mean'],
            ['full_valid_mean_reward', 'valid_mean_reward', 'valid_reward_mean'],
        ],
    },
    {
        title: 'Preference accuracy',
        groups: [['train_mean_reward_accuracy'], ['full_valid_mean_reward_accuracy', 'valid_mean_reward_accuracy']],
    },
    {
        title: 'Preference margin',
        groups: [['train_mean_reward_margin'], ['full_valid_mean_reward_margin', 'valid_mean_reward_margin']],
    },
];
/** Of several names for one thing the one that was measured most often. */
function seriesOf(points, names) {
    const all = names.map((name) => ({
        name,
        points: points.flatMap(({ step, values }) => (values[name] === undefined ? [] : [{ step, value: values[name] }])),
    }));
    const [best] = all.sort((left, right) => right.points.length - left.points.length);
    return best === undefined || best.points.length === 0 ? undefined : best;
}
/** A table of the numbers that are drawn, the marked step with a star. */
function table(all, grid, marked) {
    const columns = all.map((series) => means(series, grid));
    const cell = (value) => (value === undefined ? '' : (0,report_text/* figure */.vP)(value));
    return [
        `| Step | ${all.map(({ name }) => (0,report_text/* markdownText */.p7)(name)).join(' | ')} |`,
        `| --: |${' --: |'.repeat(all.length)}`,
        ...stepsOf(grid).flatMap((step, index) => columns.every((column) => column[index] === undefined)
            ? []
            : [`| ${index === marked ? '⭐ ' : ''}${(0,report_text/* whole */.WQ)(step)} | ${columns.map((column) => cell(column[index])).join(' | ')} |`]),
    ].join('\n');
}
/** Numbers as Mermaid reads them: no exponents. Five digits of the largest are enough for a picture. */
function decimals(values) {
    const largest = Math.max(...values.map(Math.abs));
    const digits = largest === 0 ? 0 : Math.min(15, Math.max(0, 5 - Math.ceil(Math.log10(largest))));
    return (value) => value
        .toFixed(digits)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '');
}
/** How a line is to be read: its colour, its name, and where it says less than it seems to. */
function legend(series, main, index) {
    const gap = gapOf(series);
    const notes = [
        series.points.length < main.points.length
            ? `measured at ${(0,report_text/* whole */.WQ)(series.points.length)} steps, drawn straight between them, level before the first and after the last`
            : '',
        gap === undefined ? '' : `nothing between steps ${(0,report_text/* whole */.WQ)(gap.from)} and ${(0,report_text/* whole */.WQ)(gap.to)}`,
    ].filter((note) => note !== '');
    return `${LINES[index]?.sign} ${(0,report_text/* markdownText */.p7)(series.name)}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}
function chart(title, all, best) {
    // A grid for the series that was measured most often holds the others, too.
    const main = all.reduce((most, series) => (series.points.length > most.points.length ? series : most));
    const grid = gridOf(main, MOST);
    const last = main.points.at(-1)?.step ?? 0;
    const lines = grid === undefined ? [] : all.map((series) => filled(means(series, grid)));
    const values = lines.flat();
    const tooLarge = [...values, ...main.points.map(({ step }) => step)].some((value) => !(Math.abs(value) < chart_LARGEST));
    if (grid === undefined || tooLarge) {
        return `**${title}**\n\n${table(all, grid ?? { first: last, spacing: 1, count: 1 }, undefined)}\n`;
    }
    const low = Math.min(...values);
    const high = Math.max(...values);
    const margin = high === low ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.05;
    const floor = low >= 0 ? Math.max(0, low - margin) : low - margin;
    const ceiling = high + margin;
    const number = decimals([floor, ceiling]);
    const step = best?.checkpoint.step_number;
    const marked = step == null || step < grid.first || step > last ? undefined : placeOf(step, grid);
    // The mark is a line of its own that hides behind the last one, and shows itself only where it rises to the top.
    const mark = marked === undefined ? [] : [(lines.at(-1) ?? []).map((value, index) => (index === marked ? ceiling : value))];
    const colours = [...(mark.length > 0 ? [MARK] : []), ...LINES].map(({ colour }) => colour).join(', ');
    return [
        `**${title}**`,
        '',
        '```mermaid',
        `%%{init: {"xyChart": {"width": 800, "height": 320}, "themeVariables": {"xyChart": {"backgroundColor": "transparent", "plotColorPalette": "${colours}"}}}}%%`,
        'xychart-beta',
        `  x-axis "step" ${[grid.first, last].map((end) => Number(end.toFixed(3))).join(' --> ')}`,
        `  y-axis "${(0,report_text/* mermaidText */.Hg)(title.toLowerCase())}" ${number(floor)} --> ${number(ceiling)}`,
        ...[...mark, ...lines].map((line) => `  line [${line.map(number).join(', ')}]`),
        '```',
        '',
        [
            ...all.map((series, index) => legend(series, main, index)),
            ...(main.points.length > grid.count ? ['each point is the mean of the steps since the one before it'] : []),
            ...(marked === undefined || best === undefined
                ? []
                : [
                    `${MARK.sign} peak: the best checkpoint, step ${(0,report_text/* whole */.WQ)(step ?? 0)} (${(0,report_text/* markdownText */.p7)(best.metric)} ${(0,report_text/* figure */.vP)(best.value)})`,
                ]),
        ].join(' · '),
        '',
        '<details><summary>The numbers</summary>',
        '',
        table(all, grid, marked),
        '',
        '</details>',
        '',
    ].join('\n');
}
/**
 * The charts of a run, one for each metric that it has; empty when there is nothing to draw.
 * @param best the checkpoint to mark
 */
function charts(points, best) {
    const ordered = [...points].sort((left, right) => left.step - right.step);
    return CHARTS.flatMap(({ title, groups }) => {
        const all = groups.map((names) => seriesOf(ordered, names)).filter((series) => series !== undefined);
        return all.length === 0 ? [] : [chart(title, all, best)];
    });
}

// EXTERNAL MODULE: ./lib/report/data-sections.js
var data_sections = __webpack_require__(27729);
;// CONCATENATED MODULE: ./lib/report/job-sections.js
/** The parts of the summary that tell what the provider's job has left: metrics, checkpoints, events. Pure. */




const METRICS = 20;
const CHECKPOINTS = 20;
const JOBS = 100;
/** The last values of what was measured. */
function finalMetrics({ metrics }) {
    const last = Object.entries((0,report_metrics/* lastMetrics */.sc)(metrics));
    const table = (0,tables/* rows */.Ge)(['Metric', 'Last value\t'], last.slice(0, METRICS).map(([name, value]) => [(0,report_text/* markdownText */.p7)(name), (0,report_text/* figure */.vP)(value)]));
    const more = last.length > METRICS ? `\n\n_and ${(0,report_text/* whole */.WQ)(last.length - METRICS)} more in \`metrics.csv\`_` : '';
    return table === '' ? '' : `### Final metrics\n\n${table}${more}`;
}
function metricOf({ metrics }, ...names) {
    const value = names.map((name) => metrics?.[name]).find((found) => typeof found === 'number');
    return typeof value === 'number' ? (0,report_text/* figure */.vP)(value) : '';
}
/** The checkpoints with the best one marked. */
function checkpoints({ checkpoints: all }) {
    const best = (0,report_metrics/* bestCheckpoint */.b1)(all);
    const judged = (0,report_metrics/* judgeCheckpoints */.R9)(all);
    const body = [...all]
        .sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0))
        .slice(-CHECKPOINTS)
        .map((checkpoint) => [
        checkpoint.id === best?.id && judged !== undefined ? '⭐' : '',
        (0,report_text/* whole */.WQ)(checkpoint.step_number ?? 0),
        (0,report_text/* copyable */.kh)(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id),
        metricOf(checkpoint, 'train_loss', 'train_mean_reward', 'train_reward_mean'),
        metricOf(checkpoint, 'full_valid_loss', 'valid_loss', 'full_valid_mean_reward', 'valid_mean_reward', 'valid_reward_mean'),
    ]);
    if (body.length === 0)
        return '';
    const by = judged === undefined ? '' : `\n\n⭐ the best by ${(0,report_text/* markdownText */.p7)(judged.metric)}`;
    const more = all.length > body.length ? `\n\n_and ${(0,report_text/* whole */.WQ)(all.length - body.length)} earlier ones in \`checkpoints.jsonl\`_` : '';
    return `### Checkpoints\n\n${(0,tables/* rows */.Ge)(['', 'Step\t', 'Model', 'Training\t', 'Validation\t'], body)}${by}${more}`;
}
/** The jobs that were listed, newest first. */
function jobs({ jobs: found }) {
    const body = found
        .slice(0, JOBS)
        .map((job) => [
        (0,report_text/* copyable */.kh)(job.id),
        (0,report_text/* markdownText */.p7)(job.status),
        job.fine_tuned_model ? (0,report_text/* copyable */.kh)(job.fine_tuned_model) : '',
        (0,report_text/* markdownText */.p7)(job.model ?? ''),
        job.trained_tokens == null ? '' : (0,report_text/* whole */.WQ)(job.trained_tokens),
        (0,objects/* timeOf */.nR)(job.created_at).slice(0, 16).replace('T', ' '),
    ]);
    const more = found.length > body.length ? `\n\n_and ${(0,report_text/* whole */.WQ)(found.length - body.length)} more in \`jobs.jsonl\` of the report_` : '';
    return body.length === 0 ? '' : `${(0,tables/* rows */.Ge)(['Job', 'Status', 'Model', 'Base', 'Trained tokens\t', 'Created (UTC)'], body)}${more}`;
}
/** Events that are neither metrics nor small talk: folded, unless one of them is a warning or an error. */
function events(findings) {
    const asked = findings.operation === 'list_events';
    const told = findings.events.filter(({ type }) => asked || type !== 'metrics').slice(asked ? -200 : -30);
    if (told.length === 0)
        return '';
    const alarming = told.some(({ level }) => level != null && !/^(info|debug)$/i.test(level));
    const body = told.map((event) => [
        (0,objects/* timeOf */.nR)(event.created_at)
            .slice(asked ? 0 : 11, 19)
            .replace('T', ' '),
        (0,report_text/* markdownText */.p7)(event.level ?? '', 40),
        (0,report_text/* markdownText */.p7)(event.message ?? '', 300),
    ]);
    const table = (0,tables/* rows */.Ge)(['UTC', '', 'Message'], body);
    const hidden = findings.events.length - told.length;
    const more = hidden > 0 ? `\n\n_and ${(0,report_text/* whole */.WQ)(hidden)} more in \`events.jsonl\` of the report_` : '';
    return asked
        ? `${table}${more}`
        : `<details${alarming ? ' open' : ''}><summary>Events</summary>\n\n${table}${more}\n\n</details>`;
}

;// CONCATENATED MODULE: ./lib/report/settings.js


/** So many parameters are told. */
const settings_MOST = 60;
/** Deeper structure is told as JSON. */
const DEEPEST = 6;
function flat(value, prefix, depth = 0) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST)
        return [[prefix, value]];
    return Object.entries(value).flatMap(([name, inner]) => flat(inner, prefix === '' ? name : `${prefix}.${name}`, depth + 1));
}
function shown(value) {
    if (value === undefined || value === null)
        return '';
    return (0,report_text/* markdownCode */.D9)(typeof value === 'string' ? value : JSON.stringify(value), 120);
}
/** What was asked and what the provider used; where they differ, it is said. */
function settings_settings(findings) {
    const { asked, job } = findings;
    const { training_file, validation_file, metadata, hyperparameters, method, ...rest } = asked;
    const type = typeof method === 'object' && method !== null ? Reflect.get(method, 'type') : 'supervised';
    const used = job === undefined ? undefined : (job.method ?? { type, [String(type)]: { hyperparameters: job.hyperparameters ?? {} } });
    const wanted = new Map([
        ...flat(rest, ''),
        ...flat(method ?? { type: undefined, supervised: { hyperparameters: hyperparameters ?? {} } }, 'method'),
    ]);
    const got = new Map(flat({
        model: job?.model,
        seed: job?.seed,
        suffix: job?.suffix ?? job?.user_provided_suffix,
        ...(used === undefined ? {} : { method: used }),
    }, ''));
    const names = [...new Set([...wanted.keys(), ...got.keys()])].filter((name) => shown(wanted.get(name)) !== '' || shown(got.get(name)) !== '');
    const body = names.map((name) => {
        const asks = wanted.get(name);
        const uses = got.get(name);
        const differs = asks !== undefined &&
            asks !== 'auto' &&
            uses !== undefined &&
            uses !== null &&
            JSON.stringify(asks) !== JSON.stringify(uses);
        return [
            (0,report_text/* markdownText */.p7)(name.replace(/^method\.\w+\.hyperparameters\./, '').replace(/^method\.type$/, 'method')),
            shown(asks) || '–',
            ...(job === undefined ? [] : [`${shown(uses) || '–'}${differs ? ' ⚠️ differs' : ''}`]),
        ];
    });
    const head = ['Parameter', 'Asked', ...(job === undefined ? [] : ['Used'])];
    const more = body.length > settings_MOST ? `\n\n_and ${(0,report_text/* whole */.WQ)(body.length - settings_MOST)} more in \`result.json\`_` : '';
    return body.length === 0 ? '' : `### Settings\n\n${(0,tables/* rows */.Ge)(head, body.slice(0, settings_MOST))}${more}`;
}

;// CONCATENATED MODULE: ./lib/report/summary.js
/** The job summary: GitHub-flavoured Markdown with Mermaid, always small enough to be shown. Pure. */






/** The platform drops a summary above 1 MiB whole; some room is left for other steps' rounding. In bytes. */
const summary_LARGEST = 1024 * 1024 - 16 * 1024;
/** Parts in the order in which they are read; the last are shed first. */
function parts(findings) {
    const part = (name, file, text) => ({ name, file, text });
    const { ending } = findings;
    const dataFirst = ending === 'stopped' || ending === 'skipped' || ending === 'valid';
    const problemList = part('Problems', 'problems.jsonl', (0,data_sections/* problems */.B)(findings));
    const dataTable = part('Data', 'result.json', (0,data_sections/* data */.p)(findings));
    const eventList = part('Events', 'events.jsonl', events(findings));
    return [
        part('Headline', 'result.json', (0,sections/* headline */.Pl)(findings)),
        part('Links', 'result.json', (0,sections/* links */.yJ)(findings)),
        ...(dataFirst ? [problemList, dataTable] : []),
        // Why a job failed is often told there, and nowhere else.
        ...(ending === 'failed' ? [eventList] : []),
        part('Jobs', 'jobs.jsonl', jobs(findings)),
        ...charts(findings.metrics, (0,report_metrics/* judgeCheckpoints */.R9)(findings.checkpoints)).map((text) => part('Charts', 'metrics.csv', text)),
        part('Checkpoints', 'checkpoints.jsonl', checkpoints(findings)),
        part('Final metrics', 'metrics.csv', finalMetrics(findings)),
        part('Next', 'result.json', (0,sections/* next */.K2)(findings)),
        part('Warnings', 'result.json', (0,sections/* warnings */.AR)(findings)),
        // Of a job that this step did not ask for, nothing was asked here.
        part('Settings', 'result.json', ending === 'done' || ending === 'absent' ? '' : settings_settings(findings)),
        ...(dataFirst ? [] : [dataTable, problemList]),
        ...(ending === 'failed' ? [] : [eventList]),
    ].filter(({ text }) => text !== '');
}
/** What is not on the page, and where it is. */
function shedNote(shed) {
    const told = [...new Set(shed.map(({ name, file }) => `${name} (\`${file}\`)`))].join(', ');
    return `_More was found than a summary can hold. Left out here, and found in the files of the run’s artifact and beside the output \`report_path\`: ${told}._`;
}
/** As many parts from the top as fit. A part that is too large by itself takes none of the others with it. */
function fitting(all, largest) {
    const room = largest - 2000;
    const oversize = all.filter(({ text }) => Buffer.byteLength(text) > room / 2);
    const kept = [];
    let size = 0;
    for (const part of all) {
        if (oversize.includes(part))
            continue;
        size += Buffer.byteLength(part.text) + 2;
        if (size > room)
            break;
        kept.push(part);
    }
    const shed = all.filter((part) => !kept.includes(part));
    return `${[...kept.map(({ text }) => text), ...(shed.length === 0 ? [] : [shedNote(shed)])].join('\n\n')}\n`;
}
/**
 * The summary, below 1 MiB whatever was found.
 * @param largest in bytes
 */
function renderSummary(findings, largest = summary_LARGEST) {
    return fitting(parts(findings), largest);
}

;// CONCATENATED MODULE: ./lib/operations/leave.js
/** What a step leaves behind: outputs, summary, report files, artifact. None of it changes how the step ends. */












/** A name that no other step, job or matrix leg of this run uses. */
function artifactName(context, matrix) {
    const leg = matrix && matrix !== 'null' && matrix !== '{}' ? (0,external_node_crypto_.createHash)('sha256').update(matrix).digest('hex').slice(0, 8) : '';
    const attempt = context.runAttempt === '' || context.runAttempt === '1' ? '' : `attempt-${context.runAttempt}`;
    return ['fine-tune', context.job, context.step, leg, attempt]
        .filter((part) => part !== '')
        .join('-')
        .replace(/[^\w.-]+/g, '-');
}
/** Signs that some readers take for the end of a line, though JSON does not. */
const BREAKS = /[\u0085\u2028\u2029]/g;
/** Lines of JSON, however lines are read. */
const lines = (items) => items
    .map((item) => `${JSON.stringify(item).replace(BREAKS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`)
    .join('');
/** The problems; where more were found than are kept, the last line says so. */
function problemLines({ datasets }) {
    const problems = datasets.flatMap((dataset) => dataset.problems);
    const found = datasets.reduce((sum, dataset) => sum + (0,dataset_dataset/* countOf */.p)(dataset, 'error') + (0,dataset_dataset/* countOf */.p)(dataset, 'warning'), 0);
    return lines(found > problems.length ? [...problems, { truncated: true, found, kept: problems.length }] : problems);
}
/** Names for the provider's files, which are foreign: short, without signs that lead elsewhere, and each once. */
function resultFiles({ resultFiles: found }, taken) {
    const files = new Map();
    for (const { name, text } of found) {
        const stem = name
            .replace(/\.csv$/, '')
            .replace(/[^\w.-]+/g, '-')
            .slice(0, 80);
        let own = `${stem}.csv`;
        for (let turn = 2; taken.includes(own) || files.has(own); turn += 1)
            own = `${stem}-${turn}.csv`;
        files.set(own, text);
    }
    return Object.fromEntries(files);
}
function reportFiles(findings, summary) {
    const predicate = renderPredicate(findings);
    const pretty = (value) => `${JSON.stringify(value, undefined, 2)}\n`;
    const model = findings.job?.fine_tuned_model;
    const ours = {
        'summary.md': summary,
        'result.json': pretty(renderResult(findings)),
        'events.jsonl': lines(findings.events),
        'metrics.csv': renderMetricsCsv(findings),
        'jobs.jsonl': lines(findings.jobs),
        'checkpoints.jsonl': lines(findings.checkpoints),
        'problems.jsonl': problemLines(findings),
        'problems.sarif': findings.datasets.every(({ problems }) => problems.length === 0)
            ? ''
            : `${JSON.stringify(renderSarif(findings.datasets))}\n`,
        'model-card.md': renderModelCard(findings),
        // The name itself and nothing else: its hash is the subject of the provenance.
        'model.txt': model ?? '',
        'predicate.json': predicate === undefined ? '' : pretty(predicate),
        'provenance.json': predicate === undefined ? '' : pretty(renderProvenance(findings)),
    };
    return { ...ours, ...resultFiles(findings, Object.keys(ours)) };
}
/** Writes everything; whatever cannot be written is a warning, and the rest is written all the same. */
async function leave(findings, { runner, files, artifacts, inputs }) {
    const tolerant = async (what, act) => {
        try {
            await act();
        }
        catch (error) {
            runner.warning(`${what}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    };
    await tolerant('The outputs could not be written', async () => {
        for (const [name, value] of Object.entries(outputsOf(findings)))
            runner.setOutput(name, value);
        for (const text of cutOutputs(findings))
            runner.warning(text);
    });
    const told = (0,quotes/* shown */.S)(findings);
    const summary = renderSummary(told);
    await tolerant('The summary could not be written', () => runner.writeSummary(summary));
    const written = [];
    for (const [name, content] of Object.entries(reportFiles(told, summary))) {
        if (content === '')
            continue;
        await tolerant(`The report file ${name} could not be written`, async () => {
            const file = await files.writeReport(name, content);
            written.push(file);
            if (name === 'summary.md')
                runner.setOutput('report_path', file);
            if (name === 'model-card.md')
                runner.setOutput('model_card_path', file);
        });
    }
    const [first] = written;
    const name = inputs?.artifact_name ?? '';
    if (name === '' || first === undefined || !artifacts.available)
        return;
    await tolerant('The artifact could not be uploaded', () => artifacts.upload(name === 'auto' ? artifactName(runner.context, inputs?.matrix) : name, external_node_path_.dirname(first), written));
}

;// CONCATENATED MODULE: ./lib/operations/operations.js
const looking = () => Promise.all(/* import() */[__webpack_require__.e(574), __webpack_require__.e(899), __webpack_require__.e(147), __webpack_require__.e(53), __webpack_require__.e(583)]).then(__webpack_require__.bind(__webpack_require__, 56583));
const changing = () => Promise.all(/* import() */[__webpack_require__.e(574), __webpack_require__.e(899), __webpack_require__.e(147), __webpack_require__.e(53), __webpack_require__.e(480)]).then(__webpack_require__.bind(__webpack_require__, 18480));
/** Each is loaded when it is told. */
const STORIES = {
    create: async () => (await Promise.all(/* import() */[__webpack_require__.e(574), __webpack_require__.e(899), __webpack_require__.e(147), __webpack_require__.e(53), __webpack_require__.e(35), __webpack_require__.e(139)]).then(__webpack_require__.bind(__webpack_require__, 29139))).create,
    validate: async () => (await Promise.all(/* import() */[__webpack_require__.e(574), __webpack_require__.e(899), __webpack_require__.e(147), __webpack_require__.e(590)]).then(__webpack_require__.bind(__webpack_require__, 25590))).validate,
    wait: async () => (await Promise.all(/* import() */[__webpack_require__.e(574), __webpack_require__.e(899), __webpack_require__.e(147), __webpack_require__.e(53), __webpack_require__.e(35), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413))).wait,
    retrieve: async () => (await looking()).retrieve,
    list: async () => (await looking()).list,
    list_events: async () => (await looking()).listEvents,
    list_checkpoints: async () => (await looking()).listCheckpoints,
    cancel: async () => ((verbs) => verbs.verb(verbs.VERBS.cancel))(await changing()),
    pause: async () => ((verbs) => verbs.verb(verbs.VERBS.pause))(await changing()),
    resume: async () => ((verbs) => verbs.verb(verbs.VERBS.resume))(await changing()),
};
/** Runs the operation of this step. @throws whatever stops it */
async function perform(step) {
    const story = await STORIES[step.inputs.operation]();
    await story(step);
}

// EXTERNAL MODULE: ./lib/operations/step.js
var operations_step = __webpack_require__(98474);
// EXTERNAL MODULE: ./lib/providers/connection.js + 1 modules
var providers_connection = __webpack_require__(32388);
;// CONCATENATED MODULE: ./lib/main.js
/** The main step: builds the adapters, runs the operation, leaves the report. It holds the one catch. */












/** The variables that may hold a key, masked whether or not they are used. */
const KEY_VARIABLES = [
    'OPENAI_API_KEY',
    'OPENAI_ADMIN_KEY',
    'AZURE_OPENAI_API_KEY',
    'AWS_BEARER_TOKEN_BEDROCK',
    'NEBIUS_API_KEY',
];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/** Says in the draft and in one closing line what went wrong. A defect of our own is told as one. */
function fail(error, draft, runner) {
    const known = error instanceof errors/* ActionError */.lZ;
    const message = known
        ? error.message
        : `The action itself failed unexpectedly: ${(0,errors/* messageOf */.bD)(error)}. Please report it, with the log of a run with debug logging.`;
    const code = error instanceof errors/* JobError */.CR
        ? error.code
        : error instanceof errors/* ProviderError */.mZ
            ? (error.facts.code ?? undefined)
            : error instanceof errors/* DataError */.fL
                ? 'data'
                : undefined;
    draft.error = { code, message, mend: known ? error.mend : undefined };
    if (error instanceof errors/* AbortedError */.oM)
        draft.ending = 'cancelled';
    runner.debug(Error.isError(error) ? (error.stack ?? error.message) : String(error));
    runner.fail();
}
/** Runs the step. Never throws; how it ended is the process's exit code. */
async function run(environment = process.env) {
    const runner = (0,actions_runner/* actionsRunner */.A)(environment);
    // Kept first: whatever happens to this step, the next start of the same entry is its post step.
    runner.saveState('isPost', 'true');
    const raw = (0,actions_runner/* rawInputs */.m)(environment, inputs_inputs/* INPUT_NAMES */.Qh);
    for (const secret of [...(await (0,secrets/* secretsIn */.VY)(raw)), ...KEY_VARIABLES.map((name) => environment[name] ?? '')])
        if (secret !== '')
            runner.mask(secret);
    const started = clock/* systemClock */.m.now();
    const draft = (0,operations_step/* newDraft */.cr)(raw.operation?.trim() || 'create', runner.context, started);
    const files = (0,lib_connect/* filesFor */.P_)(raw, runner.context);
    const artifacts = runArtifacts(environment);
    const closers = [];
    const abort = new AbortController();
    const onSignal = (signal) => {
        runner.info(`Received ${signal}: the workflow run is being cancelled.`);
        runner.saveState('cancelled', 'true');
        abort.abort();
    };
    for (const signal of SIGNALS)
        process.on(signal, onSignal);
    let inputs;
    let tell = async () => undefined;
    try {
        inputs = await (0,inputs_inputs/* readInputs */.Ko)(raw, (file) => files.readText(file));
        draft.asked = (0,operations_step/* shownRequest */.d1)(inputs);
        draft.run = { ...draft.run, showRows: (0,operations_step/* maySeeRows */.yw)(inputs, runner.context) };
        for (const remark of inputs.remarks)
            runner.warning(remark);
        const untrusted = untrustedContent(runner.context, inputs.allow_untrusted_data);
        if (untrusted !== undefined)
            throw new errors/* ActionError */.lZ(untrusted);
        const connection = (0,providers_connection/* resolveConnection */.XC)(inputs, environment);
        if (connection.credential?.kind === 'key')
            runner.mask(connection.credential.key);
        const connect = (0,lib_connect/* connector */.M3)(connection, runner, closers);
        const asked = inputs;
        const find = async (signal) => {
            const { pullRequestOf } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(351), __webpack_require__.e(207)]).then(__webpack_require__.bind(__webpack_require__, 61207));
            if (!asked.github_token)
                throw new errors/* ActionError */.lZ('github_token is empty.');
            return pullRequestOf(runner.context, asked.github_token, signal);
        };
        const tellerOf = async (step) => {
            const [{ teller }, refusals] = await Promise.all([
                __webpack_require__.e(/* import() */ 585).then(__webpack_require__.bind(__webpack_require__, 54585)),
                __webpack_require__.e(/* import() */ 24).then(__webpack_require__.bind(__webpack_require__, 59024)),
            ]);
            return teller(step, { find, ...refusals });
        };
        const step = {
            inputs,
            runner,
            clock: clock/* systemClock */.m,
            files,
            artifacts,
            connection,
            connect,
            entry: (0,lib_connect/* entryFile */.$B)(),
            started,
            signal: abort.signal,
            draft,
            tell: inputs.comment ? await tellerOf(() => step) : tell,
        };
        tell = step.tell;
        await perform(step);
    }
    catch (error) {
        fail(error, draft, runner);
    }
    draft.finished = clock/* systemClock */.m.now();
    await tell('done');
    await leave(draft, { runner, files, artifacts, inputs }).catch((error) => runner.warning(`The report failed: ${(0,errors/* messageOf */.bD)(error)}`));
    // The closing line comes last, so that it is seen.
    if (draft.error !== undefined)
        runner.error(draft.error.message.slice(0, 990));
    await Promise.all(closers.map((close) => close()));
    for (const signal of SIGNALS)
        process.off(signal, onSignal);
}


/***/ }),

/***/ 98474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R8: () => (/* binding */ warn),
/* harmony export */   cr: () => (/* binding */ newDraft),
/* harmony export */   d1: () => (/* binding */ shownRequest),
/* harmony export */   dw: () => (/* binding */ stage),
/* harmony export */   yw: () => (/* binding */ maySeeRows)
/* harmony export */ });
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59516);
/* harmony import */ var _job_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40391);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19820);



/** Whether rows may be quoted in what the step leaves. */
function maySeeRows(inputs, context) {
    return inputs.show_rows === 'auto' ? context.privateRepository : inputs.show_rows === 'true';
}
/** The findings of a step that has found nothing yet. */
function newDraft(operation, context, started) {
    const { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl } = context;
    return {
        operation,
        started,
        finished: started,
        ending: 'stopped',
        run: { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl, showRows: false },
        provider: undefined,
        price: undefined,
        origin: undefined,
        asked: {},
        datasets: [],
        estimate: undefined,
        changes: [],
        fingerprint: undefined,
        reused: undefined,
        reason: undefined,
        job: undefined,
        jobs: [],
        metrics: [],
        events: [],
        checkpoints: [],
        resultFiles: [],
        error: undefined,
        warnings: [],
    };
}
/** What was asked, as it may be shown: the create body's fields and the data's paths, without credentials. */
function shownRequest(inputs) {
    const { training_file, validation_file, metadata } = inputs;
    const one = (lines) => (lines.length === 1 ? lines[0] : lines);
    const shown = (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)({
        ...(0,_job_body_js__WEBPACK_IMPORTED_MODULE_2__/* .askedFields */ .k)(inputs),
        ...(training_file.length === 0 ? {} : { training_file: one(training_file) }),
        ...(validation_file.length === 0 ? {} : { validation_file: one(validation_file) }),
        ...(metadata === undefined ? {} : { metadata }),
    });
    return { ...Object(shown) };
}
/** A warning in the log that also stands in the report. */
function warn(step, text) {
    step.runner.warning(text);
    step.draft.warnings = [...step.draft.warnings, text];
}
/** One stage of the story: a group in the log, and after it a line that says how long it took, as groups are folded. */
async function stage({ runner, clock }, title, act) {
    const begun = clock.now();
    let done = false;
    runner.startGroup(title);
    try {
        const result = await act();
        done = true;
        return result;
    }
    finally {
        runner.endGroup();
        runner.info((0,_report_log_js__WEBPACK_IMPORTED_MODULE_0__/* .stageLine */ .vm)(title, done, clock.now() - begun));
    }
}


/***/ }),

/***/ 27729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ problems),
/* harmony export */   p: () => (/* binding */ data)
/* harmony export */ });
/* harmony import */ var _dataset_dataset_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32896);
/* harmony import */ var _dataset_rules_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26553);
/* harmony import */ var _quotes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42713);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44057);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44639);
/** The parts of the summary that tell of the data. Pure. */





const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** So many names of roles and tools are told. */
const NAMES = 8;
const nameOf = ({ role }) => (role === 'training_file' ? 'Training' : 'Validation');
const plural = (count, noun) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(count)} ${noun}${count === 1 ? '' : 's'}`;
/** The spread of the rows' lengths on one line, its ends named. */
function spread({ statistics }) {
    const bins = statistics?.histogram ?? [];
    const most = Math.max(1, ...bins.map((bin) => bin.rows));
    const line = bins.map((bin) => (bin.rows === 0 ? '·' : (BLOCKS[Math.min(7, Math.floor((bin.rows / most) * 7.999))] ?? '█')));
    return bins.length === 0
        ? ''
        : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(bins[0]?.from ?? 0)} <code>${line.join('')}</code> ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(statistics?.rowTokens.max ?? 0)}`;
}
function verdict(dataset) {
    const errors = (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .p)(dataset, 'error');
    const warnings = (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .p)(dataset, 'warning');
    const found = [
        errors > 0 ? `❌ **${plural(errors, 'error')}**` : '',
        warnings > 0 ? `⚠️ ${plural(warnings, 'warning')}` : '',
    ].filter((part) => part !== '');
    return found.length === 0 ? 'none' : found.join(', ');
}
/** `user 1,300, assistant 1,300`, the most frequent first. */
function tally(counts) {
    const all = Object.entries(counts ?? {}).sort(([, left], [, right]) => right - left);
    const told = all.slice(0, NAMES).map(([name, count]) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownText */ .p7)((0,_dataset_rules_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .masked */ .Iv)(name), 40)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(count)}`);
    return [...told, ...(all.length > NAMES ? [`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(all.length - NAMES)} more`] : [])].join(', ');
}
/** What is told of a dataset, a line a fact; a fact that no dataset has is left out. */
const FACTS = [
    [
        'File',
        ({ paths }, findings) => `${paths
            .slice(0, 3)
            .map((path) => (0,_tables_js__WEBPACK_IMPORTED_MODULE_4__/* .placed */ .GS)(findings, path, undefined))
            .join('<br>')}${paths.length > 3 ? `<br>and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(paths.length - 3)} more` : ''}`,
    ],
    ['Rows', ({ rows: count, format }) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(count)}${format === undefined ? '' : ` (${format})`}`],
    ['Problems', (dataset) => verdict(dataset)],
    ['Tokens', ({ tokens }) => (tokens === undefined ? '' : `${tokens.kind === 'exact' ? '' : '≈ '}${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(tokens.tokens)}`)],
    [
        'Tokens a row',
        ({ statistics }) => statistics === undefined
            ? ''
            : `median ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(statistics.rowTokens.median)}, 95 % up to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(statistics.rowTokens.p95)}, most ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(statistics.rowTokens.max)}`,
    ],
    ['Spread', (dataset) => spread(dataset)],
    [
        'Learned',
        ({ statistics }) => (statistics?.trainedShare ? `${Math.round(statistics.trainedShare * 100)} % of the tokens` : ''),
    ],
    [
        'Turns a row',
        ({ statistics }) => statistics === undefined ? '' : `median ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(statistics.turns.median)}, most ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(statistics.turns.max)}`,
    ],
    ['Messages', ({ statistics }) => tally(statistics?.roles)],
    ['Tools called', ({ statistics }) => tally(statistics?.tools)],
    [
        'Near-empty answers',
        ({ statistics }) => (statistics?.nearEmptyAnswers ? `⚠️ ${plural(statistics.nearEmptyAnswers, 'row')}` : ''),
    ],
    [
        'Longest rows',
        ({ statistics }, findings) => (statistics?.longest ?? [])
            .slice(0, 5)
            .map(({ path, line, tokens }) => `${(0,_tables_js__WEBPACK_IMPORTED_MODULE_4__/* .placed */ .GS)(findings, path, line, `line ${line}`)} (${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(tokens)})`)
            .join(', '),
    ],
    ['Size', (dataset) => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .bytes */ .ee)(dataset.bytes)],
    ['SHA-256', ({ sha256 }) => `<code>${sha256.slice(0, 16)}</code>`],
];
/** What the training is expected to take, and what that rests on. */
function expected({ estimate }) {
    if (estimate === undefined)
        return '';
    const { tokens, epochs, epochsAsked, cost, withoutCost } = estimate;
    const range = tokens.kind === 'exact' ? '' : ` (${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(tokens.low)} to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(tokens.high)}; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownText */ .p7)(tokens.basis)})`;
    const price = cost === undefined ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownText */ .p7)(withoutCost ?? '') : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .dollars */ .E9)(cost.usd)} (${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownText */ .p7)(cost.basis)})`;
    const usual = epochsAsked ? '' : ' (the usual number; the provider decides)';
    return `Expected: **${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(tokens.tokens)}** tokens${range} over ${plural(epochs, 'epoch')}${usual}${price === '' ? '' : `; ${price}`}.`;
}
/** The rows' lengths as a histogram to look at, folded. */
function lengths(datasets) {
    const charts = datasets.flatMap((dataset) => {
        const bins = dataset.statistics?.histogram ?? [];
        if (bins.length === 0)
            return [];
        const most = Math.max(...bins.map((bin) => bin.rows));
        const names = bins.map(({ from, to }) => (to - from <= 1 ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(from) : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(from)}–${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(to - 1)}`));
        const width = Math.max(...names.map((name) => name.length));
        const lines = bins.map((bin, index) => {
            const bar = '█'.repeat(Math.round((bin.rows / most) * 40)) || (bin.rows > 0 ? '▏' : '');
            return `${(names[index] ?? '').padStart(width)}  ${bar} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(bin.rows)}`;
        });
        return [`${nameOf(dataset)}, rows by tokens\n${lines.join('\n')}`];
    });
    return charts.length === 0
        ? ''
        : `<details><summary>Length of the rows</summary>\n\n\`\`\`text\n${charts.join('\n\n')}\n\`\`\`\n\n</details>`;
}
/** The data: how much of what, a column a dataset. */
function data(findings) {
    const { datasets } = findings;
    if (datasets.length === 0)
        return '';
    const body = FACTS.map(([name, tell]) => [name, ...datasets.map((dataset) => tell(dataset, findings))]).filter((cells) => cells.slice(1).some((cell) => cell !== ''));
    const table = (0,_tables_js__WEBPACK_IMPORTED_MODULE_4__/* .rows */ .Ge)(['', ...datasets.map(nameOf)], body);
    return ['### Data', table, expected(findings), lengths(datasets)].filter((part) => part !== '').join('\n\n');
}
/** What is wrong with the data, rolled up by rule, worst and most frequent first. */
function problems(findings) {
    const all = findings.datasets.flatMap((dataset) => dataset.counts.map((entry) => ({ ...entry, dataset })));
    if (all.length === 0)
        return '';
    const ordered = all.sort((left, right) => left.severity.localeCompare(right.severity) || right.count - left.count);
    const body = ordered.map(({ rule, severity, count, dataset }) => {
        const examples = dataset.problems.filter((problem) => problem.rule === rule);
        const places = examples.slice(0, 5);
        return [
            severity === 'error' ? '❌' : '⚠️',
            (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownCode */ .D9)(rule),
            (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(count),
            examples[0] === undefined ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownText */ .p7)((0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .shownMessage */ .z)(findings, examples[0]), 300),
            `${(0,_tables_js__WEBPACK_IMPORTED_MODULE_4__/* .placesOf */ .ek)(findings, places)}${count > places.length ? `${places.length === 0 ? '' : ' and '}${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(count - places.length)} more` : ''}`,
        ];
    });
    const table = (0,_tables_js__WEBPACK_IMPORTED_MODULE_4__/* .rows */ .Ge)(['', 'Rule', 'Count\t', 'For example', 'Where'], body);
    return [`### Problems`, table, ...kept(findings)].join('\n\n');
}
/** Whether places are missing, because there were more problems than are kept. */
function kept({ datasets }) {
    const found = datasets.reduce((sum, dataset) => sum + (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .p)(dataset, 'error') + (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .p)(dataset, 'warning'), 0);
    const places = datasets.reduce((sum, { problems: list }) => sum + list.length, 0);
    return places >= found
        ? []
        : [
            `_${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(found)} problems were counted; of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .whole */ .WQ)(places)} the places are kept, in \`problems.jsonl\` and \`problems.sarif\` of the report. Mend those, and run again to see the rest._`,
        ];
}


/***/ }),

/***/ 19820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ statusLine),
/* harmony export */   JY: () => (/* binding */ heartbeatLine),
/* harmony export */   Je: () => (/* binding */ datasetLine),
/* harmony export */   LV: () => (/* binding */ estimateLine),
/* harmony export */   O4: () => (/* binding */ modelLine),
/* harmony export */   V8: () => (/* binding */ eventLine),
/* harmony export */   od: () => (/* binding */ planLine),
/* harmony export */   oz: () => (/* binding */ progressLine),
/* harmony export */   uw: () => (/* binding */ announcementLine),
/* harmony export */   vm: () => (/* binding */ stageLine)
/* harmony export */ });
/* harmony import */ var _api_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91688);
/* harmony import */ var _dataset_dataset_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32896);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44639);
/** Lines of the log, as people like to follow them. Pure. */



const SHORT = {
    train_loss: 'loss',
    train_mean_token_accuracy: 'accuracy',
    train_accuracy: 'accuracy',
    train_mean_reward: 'reward',
    valid_loss: 'valid loss',
    valid_mean_token_accuracy: 'valid accuracy',
    full_valid_loss: 'full valid loss',
    full_valid_mean_token_accuracy: 'full valid accuracy',
    full_valid_mean_reward: 'full valid reward',
};
const counted = (number, noun) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .whole */ .WQ)(number)} ${noun}${number === 1 ? '' : 's'}`;
/** What was found in one dataset. */
function datasetLine(dataset) {
    const { role, paths, rows, tokens, format, sha256 } = dataset;
    const name = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(paths.length === 1 ? (paths[0] ?? '') : `${paths[0]} and ${counted(paths.length - 1, 'more file')}`);
    const size = tokens === undefined ? '' : `, ${tokens.kind === 'exact' ? '' : 'about '}${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .whole */ .WQ)(tokens.tokens)} tokens`;
    const errors = (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .p)(dataset, 'error');
    const warnings = (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .p)(dataset, 'warning');
    const verdict = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
        .filter((part) => part !== '')
        .join(', ');
    return `${role}: ${name}: ${counted(rows, `${format ?? ''} row`.trim())}${size}, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .bytes */ .ee)(dataset.bytes)}, sha256 ${sha256.slice(0, 12)}: ${verdict || 'no problems'}`;
}
/** What the training will take, before it is asked for. */
function estimateLine({ epochs, epochsAsked, tokens, cost, withoutCost }) {
    const range = tokens.kind === 'exact' ? '' : ` (${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .whole */ .WQ)(tokens.low)} to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .whole */ .WQ)(tokens.high)}; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(tokens.basis, 200)})`;
    const of = `${counted(epochs, 'epoch')}${epochsAsked ? '' : ', the usual number'}`;
    const price = cost === undefined ? (withoutCost ?? '') : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .dollars */ .E9)(cost.usd)} (${cost.basis})`;
    return `Expected: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .whole */ .WQ)(tokens.tokens)} tokens over ${of}${range}; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(price)}.`;
}
/** What is going to be done, before it is done. */
function planLine(action, reason, jobId) {
    return `Plan: ${action}${jobId === undefined ? '' : ` ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(jobId)}`}, because ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(reason, 500)}.`;
}
/** The job that is watched from now on, with its page at the provider where it has one. */
function announcementLine(job, reused, page) {
    const what = reused ? 'Taken up' : 'Created';
    return `${what}: job ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(job.id, 80)} (${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(job.status, 80)})${page === undefined ? '' : `, ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(page)}`}`;
}
/** What came of a job that succeeded: its model, and what it took. */
function modelLine({ fine_tuned_model, trained_tokens, created_at, finished_at }) {
    const name = fine_tuned_model == null ? 'not named by the provider; see the checkpoints' : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(fine_tuned_model);
    const tokens = trained_tokens == null ? '' : ` ${counted(trained_tokens, 'token')} trained`;
    const time = created_at && finished_at ? ` in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)((finished_at - created_at) * 1000)} from creation to end` : '';
    return `The model is ${name}.${tokens === '' ? '' : `${tokens}${time}.`}`;
}
/** The end of a stage. */
function stageLine(title, done, milliseconds) {
    return `${title}: ${done ? 'done in' : 'stopped after'} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(milliseconds)}.`;
}
/** A change of the job's state. */
function statusLine(job, before) {
    const paused = job.status === 'paused' ? ' It trains on only when someone resumes it (operation: resume, or the provider’s page).' : '';
    return `Job ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(job.id, 80)} is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(job.status, 80)}${before === undefined ? '' : ` (was ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(before, 80)})`}.${paused}`;
}
/** An event in words. */
function eventLine(event) {
    const time = (0,_api_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(event.created_at).slice(11, 19);
    const level = event.level === undefined || event.level === null || event.level === 'info' ? '' : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(event.level, 20)}: `;
    return `${time} ${level}${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(event.message ?? event.type ?? 'an event without words', 500)}`.trimStart();
}
/**
 * A step of the training, with the time that is left.
 * @param millisecondsPerStep the pace so far, where it is known
 */
function progressLine(point, millisecondsPerStep) {
    const { step, totalSteps, values } = point;
    const shown = Object.entries(values)
        .slice(0, 8)
        .map(([name, value]) => `${SHORT[name] ?? (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(name, 40)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .figure */ .vP)(value)}`);
    const of = totalSteps === undefined ? '' : `/${totalSteps} (${Math.floor((step / totalSteps) * 100)} %)`;
    const left = totalSteps === undefined || millisecondsPerStep === undefined ? undefined : millisecondsPerStep * (totalSteps - step);
    const at = totalSteps === undefined ? String(step) : String(step).padStart(String(totalSteps).length);
    return [`step ${at}${of}`, ...shown, ...(left === undefined || left < 1000 ? [] : [`about ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(left)} left`])].join(' · ');
}
/** A sign of life when nothing happens. */
function heartbeatLine(job, elapsedMs) {
    const finish = (0,_api_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(job.estimated_finish).slice(0, 16).replace('T', ' ');
    const end = finish === '' ? '' : `; the provider expects its end at ${finish} UTC`;
    return `Still ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .inertLine */ .Fq)(job.status)} after ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(elapsedMs)}${end}.`;
}


/***/ }),

/***/ 86159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R9: () => (/* binding */ judgeCheckpoints),
/* harmony export */   T: () => (/* binding */ parseResultCsv),
/* harmony export */   U: () => (/* binding */ overfitting),
/* harmony export */   b1: () => (/* binding */ bestCheckpoint),
/* harmony export */   fl: () => (/* binding */ metricPoint),
/* harmony export */   mo: () => (/* binding */ decodeResultFile),
/* harmony export */   sc: () => (/* binding */ lastMetrics)
/* harmony export */ });
const NOT_METRICS = new Set(['step', 'total_steps', 'epoch']);
function numbersOf(data) {
    return Object.fromEntries(Object.entries(data).flatMap(([name, value]) => typeof value === 'number' && Number.isFinite(value) && !NOT_METRICS.has(name) ? [[name, value]] : []));
}
/** The numbers of a `metrics` event; undefined for an event without any. */
function metricPoint(event) {
    const { data } = event;
    if (typeof data !== 'object' || data === null)
        return undefined;
    const fields = { ...data };
    const step = Reflect.get(fields, 'step');
    const total = Reflect.get(fields, 'total_steps');
    if (typeof step !== 'number' || !Number.isFinite(step))
        return undefined;
    const values = numbersOf(fields);
    if (Object.keys(values).length === 0)
        return undefined;
    return { step, totalSteps: typeof total === 'number' && total > 0 ? total : undefined, values };
}
/** The last value of each metric, in the order in which they first came. */
function lastMetrics(points) {
    const last = new Map();
    for (const { values } of points)
        for (const [name, value] of Object.entries(values))
            last.set(name, value);
    return Object.fromEntries(last);
}
/** Result files are CSV; some servers send them base64-encoded. */
function decodeResultFile(bytes) {
    const text = Buffer.from(bytes).toString('utf8');
    const compact = text.replace(/\s+/g, '');
    if (text.trimStart().startsWith('step') || compact === '' || !/^[A-Za-z0-9+/]+=*$/.test(compact))
        return text;
    return Buffer.from(compact, 'base64').toString('utf8');
}
/** The rows of a result file by its header; blank cells are common and mean nothing was measured. */
function parseResultCsv(text) {
    const [header = '', ...rows] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const names = header.split(',').map((name) => name.trim());
    return rows.flatMap((row) => {
        const cells = row.split(',').map((cell) => cell.trim());
        const fields = Object.fromEntries(names.flatMap((name, index) => (cells[index] ? [[name, Number(cells[index])]] : [])));
        return typeof fields.step === 'number' && Number.isFinite(fields.step)
            ? [{ step: fields.step, totalSteps: undefined, values: numbersOf(fields) }]
            : [];
    });
}
/** What a checkpoint is judged by: the best known first; lower is better for a loss, higher for a reward. */
const JUDGES = [
    ['full_valid_loss', 'lower'],
    ['valid_loss', 'lower'],
    ['full_valid_mean_reward', 'higher'],
    ['valid_mean_reward', 'higher'],
    ['valid_reward_mean', 'higher'],
];
function metricOf(checkpoint, name) {
    const value = checkpoint.metrics?.[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
/** The checkpoint with the lowest validation loss or the highest validation reward; of equals the earlier one. Undefined when nothing was validated. */
function judgeCheckpoints(checkpoints) {
    for (const [metric, better] of JUDGES) {
        const judged = checkpoints.flatMap((checkpoint) => {
            const value = metricOf(checkpoint, metric);
            return value === undefined ? [] : [{ checkpoint, metric, value }];
        });
        const sign = better === 'lower' ? 1 : -1;
        const [best] = judged.sort((left, right) => sign * (left.value - right.value) || (left.checkpoint.step_number ?? 0) - (right.checkpoint.step_number ?? 0));
        if (best !== undefined)
            return best;
    }
    return undefined;
}
/** The best checkpoint; the last one when nothing was validated. */
function bestCheckpoint(checkpoints) {
    const bySteps = [...checkpoints].sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0));
    return judgeCheckpoints(checkpoints)?.checkpoint ?? bySteps.at(-1);
}
/** A mean over so many neighbours takes the noise out of a loss that was measured on one batch at a time. */
const NEIGHBOURS = 5;
function measured(points, name) {
    return points.flatMap(({ step, values }) => (values[name] === undefined ? [] : [{ step, value: values[name] }]));
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
/** Means over neighbours, and how far the single values lie from them on average. */
function smoothed(series) {
    const points = series.slice(NEIGHBOURS - 1).map((_, index) => {
        const part = series.slice(index, index + NEIGHBOURS);
        return { step: part[Math.floor(NEIGHBOURS / 2)]?.step ?? 0, value: mean(part.map(({ value }) => value)) };
    });
    const offsets = points.map(({ value }, index) => Math.abs((series[index + Math.floor(NEIGHBOURS / 2)]?.value ?? value) - value));
    return { points, noise: mean(offsets) };
}
/** Whether the training loss, too, has risen since: then the training went wrong altogether, which is something else. */
function trainingRose(points, since) {
    const series = measured(points, 'train_loss');
    const near = series.toSorted((left, right) => Math.abs(left.step - since) - Math.abs(right.step - since)).slice(0, NEIGHBOURS);
    const then = mean(near.map(({ value }) => value));
    const now = mean(series.slice(-NEIGHBOURS).map(({ value }) => value));
    return series.length > NEIGHBOURS && now > then;
}
/**
 * Where the validation loss was lowest, when it has risen clearly since (by 2 %, and by more than it wavers), while the training loss has not: the model has
 * begun to learn its data by heart.
 */
function overfitting(points) {
    for (const name of ['full_valid_loss', 'valid_loss']) {
        const all = measured(points, name);
        if (all.length < 3)
            continue;
        // A loss over the whole file does not waver; one over a batch does.
        const { points: series, noise } = name === 'valid_loss' && all.length >= 3 * NEIGHBOURS ? smoothed(all) : { points: all, noise: 0 };
        const last = series.at(-1);
        if (last === undefined)
            continue;
        const lowest = series.reduce((low, one) => (one.value < low.value ? one : low));
        const risen = last.value > lowest.value * 1.02 && last.value - lowest.value > noise;
        return risen && !trainingRose(points, lowest.step)
            ? { step: lowest.step, lowest: lowest.value, last: last.value }
            : undefined;
    }
    return undefined;
}


/***/ }),

/***/ 97815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ realPrice),
/* harmony export */   Op: () => (/* binding */ priceNote),
/* harmony export */   mB: () => (/* binding */ priceCell)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44639);

/** What the trained tokens come to at the known price, in US$. */
function realPrice({ job, price }) {
    return price === undefined || job?.trained_tokens == null ? undefined : (job.trained_tokens / 1_000_000) * price.perMillion;
}
/** The real price and the estimated one, in one cell. */
function priceCell(findings) {
    const cost = findings.estimate?.cost;
    const real = realPrice(findings);
    const range = cost === undefined || cost.low === cost.high ? '' : ` (${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)(cost.low)} to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)(cost.high)})`;
    return [
        real === undefined ? '' : `**${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)(real)}**`,
        cost === undefined ? '' : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .dollars */ .E9)(cost.usd)} estimated${range}`,
        real !== undefined && findings.reused === true ? 'paid before this run' : '',
    ]
        .filter((part) => part !== '')
        .join('<br>');
}
/** What the real price rests on: it is reckoned, not billed. */
function priceNote(findings) {
    const { price } = findings;
    return price === undefined || price.perMillion === 0 || realPrice(findings) === undefined
        ? ''
        : `<sub>Price: trained tokens at ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(price.basis)}. The provider’s bill may differ.</sub>`;
}


/***/ }),

/***/ 42713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown),
/* harmony export */   z: () => (/* binding */ shownMessage)
/* harmony export */ });
/* harmony import */ var _dataset_rules_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25879);

const MENDS = new Map(Object.entries(_dataset_rules_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0).map(([rule, { mend }]) => [rule, mend]));
/** From the first quotation mark to the last: what is quoted may hold some itself. */
const withoutQuotes = (text) => text.replace(/"[\s\S]*"|"[\s\S]*$/, '"…"');
/** What is wrong at one place, as it may be shown. The mend at its end is ours, and quotes nothing. */
function shownMessage({ run }, { rule, message }) {
    if (run.showRows)
        return message;
    const mend = MENDS.get(rule) ?? '';
    return mend !== '' && message.endsWith(mend)
        ? `${withoutQuotes(message.slice(0, -mend.length))}${mend}`
        : withoutQuotes(message);
}
/** The findings as files and pages may show them: nothing quotes a row where rows may not be seen. */
function shown(findings) {
    const { run, error, datasets } = findings;
    if (run.showRows)
        return findings;
    return {
        ...findings,
        datasets: datasets.map((dataset) => ({
            ...dataset,
            problems: dataset.problems.map((problem) => ({ ...problem, message: shownMessage(findings, problem) })),
        })),
        error: error?.code === 'data' ? { ...error, message: withoutQuotes(error.message) } : error,
    };
}


/***/ }),

/***/ 13136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   K2: () => (/* binding */ next),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   u5: () => (/* binding */ figures),
/* harmony export */   yJ: () => (/* binding */ links)
/* harmony export */ });
/* harmony import */ var _api_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91688);
/* harmony import */ var _dataset_dataset_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32896);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86159);
/* harmony import */ var _price_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97815);
/* harmony import */ var _quotes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42713);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44057);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44639);
/** The parts of the summary that tell what became of the run, each a piece of Markdown or empty. Pure. */







const ICONS = {
    succeeded: '✅',
    valid: '✅',
    failed: '❌',
    stopped: '❌',
    cancelled: '⏹️',
    paused: '⏸️',
    detached: '⏳',
    skipped: '⏭️',
    done: '🔎',
    absent: '🔎',
};
function title(findings) {
    const { ending, job, reused } = findings;
    switch (ending) {
        case 'succeeded':
            return reused ? 'Model ready, used again' : 'Model ready';
        case 'valid':
            return 'The data passes';
        case 'failed':
            return 'The training failed';
        case 'cancelled':
            return 'Cancelled';
        case 'paused':
            return 'The job is paused';
        case 'detached':
            return `The job runs on${job === undefined ? '' : ` (${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(job.status)})`}`;
        case 'skipped':
            return 'Checked only: no credential on this pull request';
        case 'absent':
            return 'No job matches';
        case 'done':
            return outcomeTitle(findings);
        case 'stopped':
            return findings.datasets.some((dataset) => (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .p)(dataset, 'error') > 0)
                ? 'The data does not pass'
                : 'Stopped before the end';
    }
}
/** What an operation on jobs that exist has shown. */
function outcomeTitle({ operation, job, jobs, events, checkpoints }) {
    const counted = (count, noun) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .WQ)(count)} ${noun}${count === 1 ? '' : 's'}`;
    if (operation === 'list')
        return counted(jobs.length, 'job');
    if (operation === 'list_events')
        return counted(events.length, 'event');
    if (operation === 'list_checkpoints')
        return counted(checkpoints.length, 'checkpoint');
    return `The job is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(job?.status ?? 'unknown')}`;
}
/** What a reader must know in ten seconds. */
function headline(findings) {
    return joined([verdict(findings), figures(findings)]);
}
const joined = (parts) => parts.filter((part) => part !== '').join('\n\n');
/** How it ended, with the model's name or the cause. */
function verdict(findings) {
    const model = findings.job?.fine_tuned_model;
    return joined([
        `## ${ICONS[findings.ending]} ${title(findings)}`,
        model ? ((0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isName */ .Eo)(model) ? `\`\`\`text\n${model}\n\`\`\`` : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownCode */ .D9)(model)) : '',
        cause(findings),
    ]);
}
/** What it took, and what is to be said of it. */
function figures(findings) {
    return joined([facts(findings), (0,_price_js__WEBPACK_IMPORTED_MODULE_5__/* .priceNote */ .Op)(findings), overfitted(findings), because(findings), rehearsed(findings)]);
}
/** Why there was a new job, or none. */
function because(findings) {
    const { job, reason, reused } = findings;
    if (reason === undefined || job === undefined)
        return '';
    if (reused === undefined)
        return `Note: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(reason, 500)}.`;
    return `${reused ? 'Attached' : 'Created'}, because ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(reason, 500)}.${creator(findings)}`;
}
function rehearsed({ job, provider }) {
    return provider?.name === 'sandbox' && job !== undefined
        ? '_The sandbox is a rehearsal: it trained a tiny model on these rows, at no cost. The name above cannot be called._'
        : '';
}
/** Why it ended as it did, and what to do about it, side by side. */
function cause(findings) {
    const { job } = findings;
    const { error } = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .S)(findings);
    const message = error?.message ?? (job?.status === 'failed' ? (job.error?.message ?? '') : '');
    if (message === '')
        return '';
    const mend = error?.mend ?? '';
    const alone = mend !== '' && message.endsWith(mend) ? message.slice(0, -mend.length) : message;
    const todo = mend === '' ? remedy(findings) : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(mend, 1000);
    return `> **Cause:** ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(alone, 1000)}${todo === '' ? '' : `\n>\n> **What to do:** ${todo}`}`;
}
/** What to do where the error itself does not say it. */
function remedy({ ending, job, datasets }) {
    if (datasets.some((dataset) => (0,_dataset_dataset_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .p)(dataset, 'error') > 0))
        return 'Mend the rows below, each of which says how, and run again. `operation: validate` checks them without a provider.';
    if (ending !== 'cancelled' || job === undefined)
        return '';
    return (0,_api_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(job.status) || /cancel/.test(job.status)
        ? 'Run the workflow again; it creates the job anew.'
        : `Nothing, if the job is to go on: the next run with the same inputs takes it up and pays nothing twice. To end it, run \`operation: cancel\` with \`job_id\`: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .copyable */ .kh)(job.id)}.`;
}
/** The figures of the run, those that are known. */
function facts(findings) {
    const { job, provider, estimate, started, finished } = findings;
    const trained = job?.trained_tokens == null ? '' : `**${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .WQ)(job.trained_tokens)}**`;
    const expected = estimate === undefined ? '' : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .WQ)(estimate.tokens.tokens)} expected`;
    const training = job?.created_at && job.finished_at ? (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)((job.finished_at - job.created_at) * 1000) : '';
    const step = finished > started ? (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(finished - started) : '';
    const all = job === undefined
        ? [
            ['Took', step],
            ['Tokens', expected],
            ['Price', (0,_price_js__WEBPACK_IMPORTED_MODULE_5__/* .priceCell */ .mB)(findings)],
        ]
        : [
            ['Status', (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(job.status, 40)],
            [training === '' ? 'Step took' : 'Training took', training === '' ? step : training],
            ['Trained tokens', [trained, expected].filter((part) => part !== '').join('<br>')],
            ['Price', (0,_price_js__WEBPACK_IMPORTED_MODULE_5__/* .priceCell */ .mB)(findings)],
            ['Job', `${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .copyable */ .kh)(job.id)}${provider === undefined ? '' : `<br>${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(provider.name)}`}`],
        ];
    const known = all.filter(([, value]) => value !== '');
    return known.length === 1 ? known.map(([name, value]) => `${name} ${value}`).join('') : (0,_tables_js__WEBPACK_IMPORTED_MODULE_6__/* .factTable */ .Bu)(known);
}
/** Who created, and paid for, a job that was taken up. */
function creator({ reused, origin, run }) {
    if (!reused || origin === undefined)
        return '';
    const { repository = '', commit = '', run: creating = '' } = origin;
    const known = /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository);
    const [, id, attempt] = /^(\d{1,20})\/(\d{1,6})\b/.exec(creating) ?? [];
    const base = `${run.serverUrl}/${repository}`;
    const parts = [
        creating === ''
            ? ''
            : known && id !== undefined
                ? `run ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownLink */ .iQ)(creating, `${base}/actions/runs/${id}/attempts/${attempt}`)}`
                : `run ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(creating, 100)}`,
        repository === '' ? '' : `of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(repository, 200)}`,
        commit === ''
            ? ''
            : `at commit ${known && /^[0-9a-f]{7,64}$/.test(commit) ? (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownLink */ .iQ)(commit.slice(0, 7), `${base}/commit/${commit}`) : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(commit, 64)}`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : ` It was created, and paid for, by ${parts.join(' ')}.`;
}
function overfitted({ metrics, checkpoints }) {
    const turned = (0,_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .overfitting */ .U)(metrics);
    if (turned === undefined)
        return '';
    const judged = (0,_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeCheckpoints */ .R9)(checkpoints)?.checkpoint;
    const last = Math.max(...checkpoints.map(({ step_number }) => step_number ?? 0));
    const best = (judged?.step_number ?? last) < last ? judged?.fine_tuned_model_checkpoint : undefined;
    return `⚠️ **Overfitting:** the validation loss was lowest at step ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .whole */ .WQ)(turned.step)} (${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .figure */ .vP)(turned.lowest)}) and has risen to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .figure */ .vP)(turned.last)} since. ${best ? `The checkpoint ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .copyable */ .kh)(best)} is the better model; fewer` : 'Fewer'} epochs, or more data, would help.`;
}
/** What went wrong around the job without losing it. */
function warnings(findings) {
    return findings.warnings.length === 0
        ? ''
        : `### Warnings\n\n${findings.warnings
            .slice(0, 20)
            .map((text) => `- ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownText */ .p7)(text, 500)}`)
            .join('\n')}`;
}
/** Where to look further. */
function links(findings) {
    const { run, provider, job } = findings;
    const base = `${run.serverUrl}/${run.repository}`;
    const found = [
        run.repository === '' || run.runId === '' ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownLink */ .iQ)('Workflow run', `${base}/actions/runs/${run.runId}`),
        run.repository === '' || run.sha === '' ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownLink */ .iQ)(`Commit ${run.sha.slice(0, 7)}`, `${base}/commit/${run.sha}`),
        provider?.jobUrl === undefined || job === undefined ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownLink */ .iQ)('Job at the provider', provider.jobUrl),
    ].filter((link) => link !== '');
    return found.join(' · ');
}
/** What to do now: call the model, or look at the job again. */
function next(findings) {
    const { job, provider, run } = findings;
    if (job === undefined || provider === undefined)
        return '';
    const model = job.fine_tuned_model;
    const live = !(0,_api_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)(job.status);
    if (live && (findings.ending === 'detached' || findings.ending === 'paused' || findings.ending === 'stopped') && (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isName */ .Eo)(job.id))
        return `### Next\n\nThe job goes on without this run. A later step of this action watches it to its end with:\n\n\`\`\`yaml\noperation: wait\njob_id: ${job.id}\n\`\`\``;
    if (!model || provider.name === 'sandbox' || !(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .isName */ .Eo)(model))
        return '';
    const step = /^[A-Za-z][\w-]{0,99}$/.test(run.step)
        ? `A later step of this job reads the name as \`\${{ steps.${run.step}.outputs.fine_tuned_model }}\`.`
        : '';
    const call = [
        '```sh',
        `curl ${provider.baseUrl.replace(/[^\w.:/-]/g, '')}/chat/completions \\`,
        '  -H "Authorization: Bearer $API_KEY" -H "Content-Type: application/json" \\',
        `  -d '{"model": "${model}",`,
        `       "messages": [{"role": "user", "content": "Hello"}]}'`,
        '```',
    ].join('\n');
    return ['### Next', provider.beforeUse ?? call, step].filter((part) => part !== '').join('\n\n');
}


/***/ }),

/***/ 44057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   Ge: () => (/* binding */ rows),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44639);

/** A table; empty when it has no rows. The cells are Markdown already. A column whose head ends in a tab is one of numbers, and stands to the right. */
const rows = (head, body) => body.length === 0
    ? ''
    : [
        `| ${head.map((cell) => cell.trimEnd()).join(' | ')} |`,
        `|${head.map((cell) => (cell.endsWith('\t') ? ' --: |' : ' --- |')).join('')}`,
        ...body.map((cells) => `| ${cells.join(' | ')} |`),
    ].join('\n');
/** A table of one row from what is known: facts that are empty have no column. */
function factTable(facts) {
    const known = facts.filter(([, value]) => value !== '');
    return rows(known.map(([name]) => name), known.length === 0 ? [] : [known.map(([, value]) => value)]);
}
/** Longer addresses lead nowhere, and fill the page. */
const ADDRESS = 2000;
function fileUrl({ run }, path, line) {
    if (run.repository === '' || run.sha === '' || /^(\/|[A-Za-z]:|\.\.)/.test(path))
        return undefined;
    const place = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
    if (place.length > ADDRESS)
        return undefined;
    return `${run.serverUrl}/${run.repository}/blob/${run.sha}/${place}${line === undefined ? '' : `#L${line}`}`;
}
/** A place in a file as a link to its line at the commit, where the repository is known. */
function placed(findings, path, line, text) {
    const shown = text ?? (line === undefined ? path : `${path}:${line}`);
    const url = fileUrl(findings, path, line);
    return url === undefined ? (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(shown) : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)(shown, url);
}
/** Several places, the name of each file once: `data/a.jsonl` line 1, 4, 7. */
function placesOf(findings, places) {
    const files = Map.groupBy(places, ({ path }) => path);
    return [...files]
        .map(([path, found]) => {
        const lines = found.flatMap(({ line }) => (line === undefined ? [] : [placed(findings, path, line, String(line))]));
        const file = lines.length === 0 ? placed(findings, path, undefined) : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(path);
        return lines.length === 0 ? file : `${file} line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
    })
        .join('; ');
}


/***/ }),

/***/ 44639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   E9: () => (/* binding */ dollars),
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   Fq: () => (/* binding */ inertLine),
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   kh: () => (/* binding */ copyable),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   vP: () => (/* binding */ figure)
/* harmony export */ });
/** Foreign text made inert, and figures made readable. Text from data and servers is data: it never becomes Markdown, HTML or a diagram. */
/** Control and format characters, lone surrogates, line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** One line of at most `max` characters; white space as one space, hidden and turning characters written out. */
function inertLine(text, max = 300) {
    const line = text
        .slice(0, max * 4)
        .replace(/\s+/g, ' ')
        .trim()
        .replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
    return line.length > max ? `${line.slice(0, max)}…` : line;
}
/** Everything that Markdown, HTML or GitHub's own marks (mentions, references, emoji names, bare links) could act on, as character references. */
const ACTIVE = /[\\`*_{}[\]()#+\-.!|<>&~$:@/"'=^]/g;
/** Text that reads as it is, anywhere in Markdown, a table cell included. */
function markdownText(text, max = 300) {
    return inertLine(text, max).replace(ACTIVE, (character) => `&#${character.charCodeAt(0)};`);
}
/** Text in a fixed-width face, by HTML rather than backticks, which foreign text could close. */
function markdownCode(text, max = 300) {
    return `<code>${markdownText(text, max)}</code>`;
}
/** Text inside the quotes of a Mermaid diagram: letters, digits and a few signs; the rest is left out. */
function mermaidText(text, max = 60) {
    return inertLine(text, max).replace(/[^\p{L}\p{N} ,.()/_-]/gu, '');
}
/** A link whose address cannot end early. */
function markdownLink(text, url) {
    return /^https?:\/\//.test(url)
        ? `<a href="${encodeURI(url.toWellFormed()).replace(/["'<>&]/g, (character) => `&#${character.charCodeAt(0)};`)}">${markdownText(text)}</a>`
        : markdownText(text);
}
/** `12,345`. (Not by Intl: its tables take longer to load than a small check takes.) */
function whole(value) {
    return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** Four significant digits: `1.234`, `0.01234`. */
function figure(value) {
    if (Number.isInteger(value))
        return whole(value);
    const absolute = Math.abs(value);
    if (absolute >= 1000)
        return whole(value);
    return absolute >= 0.001 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
}
/** `1 h 4 min`, `3 min 20 s`, `12 s`. */
function duration(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    if (seconds === 0)
        return 'less than 1 s';
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `812 B`, `3.2 kB`, `1.5 GB`; powers of ten. */
function bytes(size) {
    if (size < 1000)
        return `${size} B`;
    const units = ['kB', 'MB', 'GB', 'TB'];
    let value = size / 1000;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
/** `$1.23`; under a cent `under $0.01`. */
function dollars(value) {
    return value > 0 && value < 0.01 ? 'under $0.01' : `$${value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}
/** Whether a text has only the characters that names of models, jobs and files have. */
function isName(text) {
    return /^\w[\w.:/@+-]{0,299}$/.test(text);
}
/** A name to copy: in backticks where it is one, otherwise inert. */
function copyable(name) {
    return isName(name) ? `\`${name}\`` : markdownCode(name);
}


/***/ })

};
