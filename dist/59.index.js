export const id = 59;
export const ids = [59];
export const modules = {

/***/ 14920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   dR: () => (/* binding */ isFinal),
/* harmony export */   p9: () => (/* binding */ explainJob)
/* harmony export */ });
/** What a provider's refusal means and what to do about it, as data. Matched from the top; the first that fits is told. */
const CLOSED = 'OpenAI closed fine-tuning to new organisations on 2026-05-07 and to inactive ones on 2026-07-02, and creates no jobs for anyone from 2027-01-06. ' +
    'Azure (base_url https://RESOURCE.openai.azure.com/openai/v1) and other servers of this wire (provider: compatible) still train.';
const EXPLANATIONS = [
    { code: 'training_not_available', tell: CLOSED, final: true },
    {
        code: 'insufficient_quota',
        tell: 'The account has no credit left, or its spending limit is reached. Raise it with the provider and run again.',
        final: true,
    },
    {
        code: 'billing_hard_limit_reached',
        tell: 'The spending limit is reached. Raise it with the provider and run again.',
        final: true,
    },
    { code: 'exceeded_quota', tell: 'The account has no credit left. Raise it with the provider and run again.', final: true },
    {
        code: 'daily_rate_limit_exceeded',
        tell: 'The number of fine-tuning jobs a day for this model is used up. Run again after 24 hours.',
        final: true,
    },
    {
        status: 401,
        tell: 'The key was not accepted. Check that api_key belongs to this server and has not been revoked.',
        final: true,
    },
    {
        status: 403,
        tell: 'The key may not do this. Check the permissions of the key, its project and its organisation.',
        final: true,
    },
    {
        status: 404,
        call: '/fine_tuning/jobs/',
        tell: 'The server knows no such job. Check job_id, and that the key belongs to the same project.',
        final: true,
    },
    {
        status: 404,
        call: '/files/',
        tell: 'The server knows no such file. Check the ID, and that the key belongs to the same project.',
        final: true,
    },
    {
        status: 404,
        tell: 'The server has no such address. Check that base_url is the API root, such as https://host/v1.',
        final: true,
    },
    { status: 405, tell: 'The server does not offer this call. Check that base_url is the API root.', final: true },
    { status: 413, tell: 'The file is larger than the server takes.', final: true },
];
function explanationOf(facts) {
    return EXPLANATIONS.find((entry) => (entry.code === undefined || entry.code === facts.code || entry.code === facts.type) &&
        (entry.status === undefined || entry.status === facts.status) &&
        (entry.call === undefined || facts.call.includes(entry.call)));
}
/** What to do about a failed call; empty when there is nothing to add to the server's own words. */
function explain(facts) {
    return explanationOf(facts)?.tell ?? '';
}
/** Whether the same request can never succeed within this run. */
function isFinal(facts) {
    return explanationOf(facts)?.final ?? false;
}
const AGAIN = 'A failed job is not taken up again: the next create makes a new one.';
/** What a job's own error means. Matched from the top. */
const JOB_EXPLANATIONS = [
    {
        about: /moderation|safety|unsafe|flagged|harm|content[_ ]policy|usage[_ ]polic/i,
        tell: 'The provider’s safety check refused the data or the model. Take out the rows that its message names, or ask the provider for a review; then run again.',
    },
    {
        about: /invalid_(training|validation)_file|invalid_file_format|invalid_n_examples/i,
        tell: `The provider refused a data file that passed here. Mend what its message names, and run again. ${AGAIN}`,
    },
    {
        about: /insufficient_quota|exceeded_quota|billing|spending limit|credit/i,
        tell: `Raise the account’s credit or limit with the provider, and run again. ${AGAIN}`,
    },
    { about: /rate_limit/i, tell: `Too many jobs were asked for at once or today. Run again later. ${AGAIN}` },
    { about: /server_error|internal|timeout|timed out/i, tell: `The fault is the provider’s. Run again. ${AGAIN}` },
];
/** What to do about a job that failed. */
function explainJob(error) {
    const text = `${error.code ?? ''} ${error.message ?? ''}`;
    return JOB_EXPLANATIONS.find(({ about }) => about.test(text))?.tell ?? `Look at the events for more. ${AGAIN}`;
}


/***/ }),

/***/ 44059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wireProvider: () => (/* binding */ wireProvider)
});

// EXTERNAL MODULE: ./node_modules/openai/index.mjs + 232 modules
var openai = __webpack_require__(98193);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/parse.js + 1 modules
var parse = __webpack_require__(23945);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
// EXTERNAL MODULE: ./lib/api/objects.js
var objects = __webpack_require__(91688);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/providers/explanations.js
var explanations = __webpack_require__(14920);
;// CONCATENATED MODULE: ./lib/providers/failures.js
/** What a failed request means: who refused it, whether it may have had an effect, and the one line that a person reads. */



/** Failures of the network after which nothing can have reached the server: no name, no connection, no TLS session. */
const UNSENT = /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;
/** The innermost cause that has something to say. `Error.isError`, because the network's errors may come from another realm. */
function rootOf(error) {
    let found = Error.isError(error) ? error : undefined;
    while (Error.isError(found?.cause))
        found = found.cause;
    const inner = found !== undefined && 'errors' in found && Array.isArray(found.errors) ? found.errors[0] : undefined;
    return Error.isError(inner) ? inner : found;
}
function codeOf(error) {
    return error !== undefined && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
/** `Retry-After` (seconds or a date) and `retry-after-ms`, in milliseconds. */
function retryAfterOf(headers, now) {
    const precise = Number(headers?.get('retry-after-ms') ?? Number.NaN);
    if (Number.isFinite(precise) && precise >= 0)
        return precise;
    const text = headers?.get('retry-after');
    if (!text)
        return undefined;
    const seconds = Number(text);
    if (Number.isFinite(seconds))
        return seconds >= 0 ? seconds * 1000 : undefined;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}
/** The server's own words: OpenAI's `error.message`, FastAPI's `detail`, or the beginning of what came. */
function wordsOf(error) {
    const body = error.error;
    const inner = typeof body === 'object' && body !== null ? body : {};
    const message = textOf(Reflect.get(inner, 'message'));
    if (message !== undefined)
        return message;
    const detail = Reflect.get(inner, 'detail');
    if (detail !== undefined)
        return typeof detail === 'string' ? detail : JSON.stringify(detail);
    return error.message.replace(/^\d{3} /, '');
}
const failures_short = (text, length) => (text.length > length ? `${text.slice(0, length)}…` : text);
/** The line that a person reads. */
function failureMessage(facts) {
    const code = facts.code ?? facts.type;
    const status = facts.status === undefined ? '' : ` with ${facts.status}${code === undefined ? '' : ` ${failures_short(code, 80)}`}`;
    const said = failures_short(facts.detail.replace(/\s+/g, ' ').trim(), 400).replace(/[.\s]*$/, '.');
    const id = facts.requestId === undefined ? '' : ` (request ${failures_short(facts.requestId, 80)})`;
    return `${facts.call} failed${status}${id}: ${said}`;
}
/** The error of a failed call: what happened, and what to do about it where that is known. */
function failure(facts, cause) {
    return new errors/* ProviderError */.mZ(failureMessage(facts), { ...facts, final: (0,explanations/* isFinal */.dR)(facts) }, { cause, mend: (0,explanations/* explain */.WE)(facts) });
}
/** Turns whatever the SDK or the network threw into a ProviderError, or an AbortedError when we cut the request ourselves. */
function failureOf(error, attempt) {
    const { call } = attempt;
    if (attempt.signal?.aborted)
        return new errors/* AbortedError */.oM(`${call} was cut short because the run is being cancelled.`, { cause: error });
    if (attempt.limit.aborted) {
        return failure({ call, fate: 'unknown', detail: `there was no complete answer within ${attempt.limitSeconds} s` }, error);
    }
    if (error instanceof errors/* ProviderError */.mZ)
        return error;
    const root = rootOf(error);
    // The stream of an upload stops itself when the data is no longer what was checked.
    if (root instanceof errors/* ActionError */.lZ)
        return root;
    if (error instanceof openai/* OAuthError */.W5) {
        return failure({
            call,
            fate: 'refused',
            status: error.status,
            code: textOf(error.error_code),
            detail: `the exchange of GitHub's token was refused: ${error.message}`,
        }, error);
    }
    if (error instanceof openai/* APIError */.LG && error.status !== undefined) {
        const { status, headers } = error;
        const facts = {
            call,
            fate: status >= 500 || status === 408 ? 'unknown' : 'refused',
            status,
            code: textOf(error.code),
            type: textOf(error.type),
            param: textOf(error.param),
            requestId: textOf(error.requestID) ?? textOf(headers?.get('apim-request-id')),
            retryAfter: retryAfterOf(headers, attempt.now),
            detail: redirected(status, headers) ?? wordsOf(error),
        };
        return failure(facts, error);
    }
    const code = codeOf(root);
    const tunnel = /Proxy response|Proxy connection/i.test(root?.message ?? '');
    const fate = tunnel || (code !== undefined && UNSENT.test(code)) ? 'unsent' : 'unknown';
    if (/unexpected redirect/i.test(root?.message ?? '')) {
        return failure({
            call,
            fate: 'refused',
            detail: 'the server answered with a redirect, which is never followed; set base_url to the address it leads to',
        }, error);
    }
    return failure({
        call,
        fate,
        code,
        detail: `the connection failed: ${root === undefined ? (0,errors/* messageOf */.bD)(error) : root.message || code || root.name}`,
    }, error);
}
function redirected(status, headers) {
    if (status < 300 || status > 399)
        return undefined;
    const target = headers?.get('location');
    return `the server answered with a redirect${target ? ` to ${failures_short(target, 200)}` : ''}, which is never followed, so that no credential goes elsewhere; set base_url to the right address`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/providers/multipart.js
/** A multipart body (RFC 7578) that is streamed, with its length known beforehand. */

/** A file name as it may stand between quotes in a header (the escapes of the WHATWG form encoding). */
function quoted(name) {
    return name.replace(/\n/g, '%0A').replace(/\r/g, '%0D').replace(/"/g, '%22');
}
/**
 * The form with these text fields and one file, its last field.
 * @param field the file's field name
 */
function multipart(fields, field, upload) {
    const boundary = `----fine-tune-action-${(0,external_node_crypto_.randomUUID)()}`;
    const texts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    const head = Buffer.from(`${texts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${quoted(upload.filename)}"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n');
    const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
    async function* parts() {
        yield head;
        yield* upload.open();
        yield tail;
    }
    return {
        contentType: `multipart/form-data; boundary=${boundary}`,
        contentLength: head.length + upload.bytes + tail.length,
        stream: () => ReadableStream.from(parts()),
    };
}

;// CONCATENATED MODULE: ./lib/providers/wire.js
/** The wire itself: the `openai` SDK as a Provider. One request a call, no retries of its own; every failure becomes a ProviderError. */





/** Seconds until a request without a complete answer is cut. Uploads get a second more for each 100 kB. */
const LIMIT_SECONDS = 60;
const SLOWEST_BYTES_PER_SECOND = 100_000;
/** A server joins the parts before it answers. */
const COMPLETE_SECONDS = 300;
const LARGEST_FILE = 64 * 1024 * 1024;
/** A client that takes nothing from the environment by itself: what goes where is decided in `connection.ts`. */
function clientFor(connection, options) {
    const { credential, profile } = connection;
    const shared = {
        baseURL: connection.baseUrl,
        organization: connection.organization ?? null,
        project: connection.project ?? null,
        adminAPIKey: null,
        webhookSecret: null,
        maxRetries: 0,
        logLevel: 'off',
    };
    if (credential?.kind === 'identity') {
        const { identityProviderId, serviceAccountId, audience } = credential;
        const getToken = async () => {
            const token = await options.identityToken(audience);
            options.mask(token);
            return token;
        };
        return new openai/* default */.Ay({
            ...shared,
            workloadIdentity: { identityProviderId, serviceAccountId, provider: { tokenType: 'jwt', getToken } },
        });
    }
    if (credential?.kind !== 'key')
        return new openai/* default */.Ay({ ...shared, apiKey: 'none', defaultHeaders: { Authorization: null } });
    const isToken = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(credential.key);
    if (profile.authorization === 'header-or-token' && !isToken) {
        return new openai/* default */.Ay({ ...shared, apiKey: 'none', defaultHeaders: { Authorization: null, 'api-key': credential.key } });
    }
    return new openai/* default */.Ay({ ...shared, apiKey: credential.key });
}
/** The client of one server. */
function wireProvider(connection, options) {
    // The SDK adds headers from this variable to every request; they are meant for OpenAI, and may hold a credential.
    if (connection.profile.name !== 'openai')
        delete process.env.OPENAI_CUSTOM_HEADERS;
    const client = clientFor(connection, options);
    /** Sends one request and hands its answer's bytes on. */
    async function send(request) {
        const limitSeconds = request.seconds ?? LIMIT_SECONDS;
        const limit = AbortSignal.timeout(limitSeconds * 1000);
        const call = `${request.method.toUpperCase()} ${request.path}`;
        try {
            const response = await client[request.method](request.path, {
                ...(request.query === undefined ? {} : { query: request.query }),
                ...(request.body === undefined ? {} : { body: request.body }),
                ...(request.headers === undefined ? {} : { headers: request.headers }),
                fetchOptions: request.streamed ? { redirect: 'error', window: null } : { redirect: 'manual' },
                signal: request.signal === undefined ? limit : AbortSignal.any([request.signal, limit]),
                timeout: (limitSeconds + 5) * 1000,
                maxRetries: 0,
            }).asResponse();
            return { bytes: await bodyOf(response), response };
        }
        catch (error) {
            throw failureOf(error, { call, now: Date.now(), signal: request.signal, limit, limitSeconds });
        }
    }
    /** Sends one request and reads its answer as this schema. An answer that cannot be read leaves open what the server did. */
    async function ask(schema, request) {
        const { bytes, response } = await send(request);
        const text = Buffer.from(bytes).toString('utf8');
        const call = `${request.method.toUpperCase()} ${request.path}`;
        const parsed = parse/* safeParse */.xL(schema, parseJson(text));
        if (parsed.success)
            return parsed.data;
        const facts = {
            call,
            fate: 'unknown',
            status: response.status,
            requestId: response.headers.get('x-request-id') ?? undefined,
            detail: `the answer is not what the API describes: ${text === '' ? 'it is empty' : text.slice(0, 120)}`,
        };
        throw failure(facts);
    }
    const list = (item, path, query, signal, extra = {}) => ask(pageOf(item), { method: 'get', path, query: { ...defined(query), ...extra }, signal });
    // An ID comes from a server and may be anything, also half a character, of which no address can be made.
    const segment = (id) => encodeURIComponent(id.toWellFormed());
    const job = (id, verb = '') => `/fine_tuning/jobs/${segment(id)}${verb}`;
    /** The request that sends a form, as a stream. */
    const sending = (path, form, signal) => ({
        method: 'post',
        path,
        body: form.stream(),
        headers: { 'content-type': form.contentType, 'content-length': String(form.contentLength) },
        signal,
        seconds: LIMIT_SECONDS + Math.ceil(form.contentLength / SLOWEST_BYTES_PER_SECOND),
        streamed: true,
    });
    const upload = (id, verb) => `/uploads/${segment(id)}/${verb}`;
    return {
        name: connection.profile.name,
        baseUrl: connection.baseUrl,
        keepsMetadata: connection.profile.keepsMetadata,
        uploadFile: (file, signal) => ask(objects/* RemoteFile */.Tx, sending('/files', multipart({ purpose: 'fine-tune' }, 'file', file), signal)),
        beginUpload: ({ filename, bytes }, signal) => ask(objects/* PartedUpload */.cZ, {
            method: 'post',
            path: '/uploads',
            body: { filename, purpose: 'fine-tune', bytes, mime_type: 'text/jsonl' },
            signal,
        }),
        addPart: (id, bytes, signal) => ask(objects/* UploadPart */.PZ, sending(upload(id, 'parts'), multipart({}, 'data', { filename: 'part', bytes: bytes.length, open: () => [bytes] }), signal)),
        completeUpload: (id, part_ids, signal) => ask(objects/* PartedUpload */.cZ, { method: 'post', path: upload(id, 'complete'), body: { part_ids }, signal, seconds: COMPLETE_SECONDS }),
        cancelUpload: (id, signal) => ask(objects/* PartedUpload */.cZ, { method: 'post', path: upload(id, 'cancel'), signal }),
        async deleteFile(id, signal) {
            await send({ method: 'delete', path: `/files/${segment(id)}`, signal });
        },
        retrieveFile: (id, signal) => ask(objects/* RemoteFile */.Tx, { method: 'get', path: `/files/${segment(id)}`, signal }),
        listFiles: (query, signal) => list(objects/* RemoteFile */.Tx, '/files', query, signal, { purpose: 'fine-tune' }),
        async fileContent(id, signal) {
            const { bytes } = await send({
                method: 'get',
                path: `/files/${segment(id)}/content`,
                signal,
                headers: { accept: '*/*' },
                seconds: 300,
            });
            return bytes;
        },
        createJob: (body, signal) => ask(objects/* Job */._O, { method: 'post', path: '/fine_tuning/jobs', body, signal }),
        retrieveJob: (id, signal) => ask(objects/* Job */._O, { method: 'get', path: job(id), signal }),
        listJobs: ({ metadata, ...query }, signal) => list(objects/* Job */._O, '/fine_tuning/jobs', query, signal, metadata === undefined ? {} : { metadata }),
        listEvents: (id, query, signal) => list(objects/* JobEvent */._0, job(id, '/events'), query, signal),
        listCheckpoints: (id, query, signal) => list(objects/* Checkpoint */.F9, job(id, '/checkpoints'), query, signal),
        cancelJob: (id, signal) => ask(objects/* Job */._O, { method: 'post', path: job(id, '/cancel'), signal }),
        pauseJob: (id, signal) => ask(objects/* Job */._O, { method: 'post', path: job(id, '/pause'), signal }),
        resumeJob: (id, signal) => ask(objects/* Job */._O, { method: 'post', path: job(id, '/resume'), signal }),
        retrieveModel: (id, signal) => ask(objects/* Model */.Kx, { method: 'get', path: `/models/${segment(id)}`, signal }),
    };
}
function pageOf(item) {
    return schemas/* pipe */.FsL(schemas/* looseObject */._H3({ data: schemas/* array */.YOg(item), has_more: schemas/* nullish */.cl6(schemas/* boolean */.zMY()) }), schemas/* transform */.pdi((page) => ({ data: page.data, has_more: page.has_more ?? false })));
}
function defined(query) {
    return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
async function bodyOf(response) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > LARGEST_FILE)
            throw new Error(`the answer is larger than ${LARGEST_FILE / 1024 / 1024} MiB`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}


/***/ })

};
