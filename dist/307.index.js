export const id = 307;
export const ids = [307,446];
export const modules = {

/***/ 78446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveExaminer: () => (/* binding */ serveExaminer),
/* harmony export */   startHelper: () => (/* binding */ startHelper)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/* harmony import */ var _examine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71559);
/** A second thread that examines chunks: the same bundled entry, started with a role. */


/** Whether this thread was started to examine chunks. */
function isExaminer(data) {
    return typeof data === 'object' && data !== null && 'role' in data && data.role === 'dataset-examiner';
}
/** Serves this thread's starter. */
async function serveExaminer() {
    if (!isExaminer(node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData) || node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort === null)
        throw new Error('This thread was not started as an examiner.');
    const port = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.parentPort;
    const { settings, memory, seen, returned } = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData;
    const examiner = await (0,_examine_js__WEBPACK_IMPORTED_MODULE_1__/* .examinerOf */ .L)(settings, seen);
    const examine = ({ from, size, ...lines }) => {
        const examined = examiner.examine({ ...lines, bytes: new Uint8Array(memory, from, size) });
        Atomics.add(returned, 0, 1);
        port.postMessage(examined, [examined.readable.buffer]);
    };
    // Each in a turn of its own: messages that wait are handled one after the other, and the end of a garbage collection would wait for the last of them.
    port.on('message', (request) => setImmediate(examine, request));
}
/** What the thread may use for new objects, in MB. */
const YOUNG = 12;
/**
 * Starts a second thread.
 * @param entry the file to start it with, which comes to `serveExaminer`
 */
function startHelper(entry, settings, buffers, seen) {
    const { memory, returned } = buffers;
    const start = { role: 'dataset-examiner', settings, memory, seen, returned };
    // Rows live shortly; more room for them would take memory and no less time.
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG };
    const worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.Worker(entry, { argv: [start.role], workerData: start, resourceLimits });
    const waiting = [];
    worker.on('message', (examined) => waiting.shift()?.resolve(examined));
    const fail = (error) => {
        for (const one of waiting.splice(0))
            one.reject(error);
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('The thread that checks the data ended early.')));
    return {
        examine({ bytes, ...lines }) {
            buffers.lend(bytes);
            const request = { ...lines, from: bytes.byteOffset, size: bytes.length };
            worker.postMessage(request);
            return new Promise((resolve, reject) => {
                waiting.push({ resolve, reject });
            });
        },
        async close() {
            await worker.terminate();
        },
    };
}


/***/ }),

/***/ 44842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Od: () => (/* binding */ ours),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   qI: () => (/* binding */ cutWords)
/* harmony export */ });
/**
 * Texts that quote the data. Our own words and what the data says stand apart in them, so that the quotes can be left out wherever rows
 * may not be shown. Plain values: they cross threads as they are.
 */
const LEFT_OUT = '"…"';
/** Joins neighbours that are ours. */
function joined(parts) {
    const all = [];
    for (const part of parts) {
        const last = all.at(-1);
        if (typeof part === 'string' && typeof last === 'string')
            all[all.length - 1] = last + part;
        else if (part !== '')
            all.push(part);
    }
    return all;
}
/**
 * A text as a template: words`messages[${index}] has the key ${quote(key)}.`
 * A bare string cannot be put in, because it may be the data's: it is either a quote or `ours`.
 */
function words(texts, ...inserted) {
    const parts = texts.flatMap((text, index) => {
        const value = inserted[index];
        if (value === undefined)
            return [text];
        return typeof value === 'number' ? [text, String(value)] : 'quote' in value ? [text, value] : [text, ...value];
    });
    return joined(parts);
}
/** A string that is not the data's, to be put into words: a path, the name of a field. */
const ours = (text) => [text];
/** The text as it may be shown. Words alone, without parts, quote nothing. */
function textOf(text, showRows) {
    if (typeof text === 'string')
        return text;
    return text.map((part) => (typeof part === 'string' ? part : showRows ? part.quote : LEFT_OUT)).join('');
}
/** At most so many characters, all quotes shown. */
function cutWords(text, most) {
    let room = most;
    const kept = [];
    for (const part of text) {
        if (room <= 0)
            break;
        const whole = typeof part === 'string' ? part : part.quote;
        kept.push(typeof part === 'string' ? part.slice(0, room) : { quote: part.quote.slice(0, room) });
        room -= whole.length;
    }
    return kept;
}


/***/ })

};
