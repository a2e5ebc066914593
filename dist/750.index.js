export const id = 750;
export const ids = [750,369];
export const modules = {

/***/ 63750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveExaminer: () => (/* binding */ serveExaminer),
/* harmony export */   startHelper: () => (/* binding */ startHelper)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/* harmony import */ var _examine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13671);
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
    const { settings, done } = node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.workerData;
    const examiner = await (0,_examine_js__WEBPACK_IMPORTED_MODULE_1__/* .examinerOf */ .L)(settings);
    port.on('message', ({ memory, size, ...lines }) => {
        const examined = examiner.examine({ ...lines, bytes: new Uint8Array(memory, 0, size) });
        const reply = { examined, memory };
        port.postMessage(reply, [examined.readable.buffer, memory]);
        Atomics.add(done, 0, 1);
    });
}
/** Most chunks fit into so many bytes. */
const ROOM = 1024 * 1024;
/**
 * Starts a second thread.
 * @param entry the file to start it with, which comes to `serveExaminer`
 */
function startHelper(entry, settings) {
    const done = new Int32Array(new SharedArrayBuffer(4));
    const start = { role: 'dataset-examiner', settings, done };
    let sent = 0;
    const worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.Worker(entry, { argv: [start.role], workerData: start });
    const waiting = [];
    const spare = [];
    worker.on('message', ({ examined, memory }) => {
        spare.push(memory);
        waiting.shift()?.resolve(examined);
    });
    const fail = (error) => {
        for (const one of waiting.splice(0))
            one.reject(error);
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('The thread that checks the data ended early.')));
    return {
        get pending() {
            return sent - Atomics.load(done, 0);
        },
        examine({ bytes, ...lines }) {
            sent += 1;
            const kept = spare.pop();
            const memory = kept !== undefined && kept.byteLength >= bytes.length ? kept : new ArrayBuffer(Math.max(bytes.length, ROOM));
            new Uint8Array(memory).set(bytes);
            const request = { ...lines, memory, size: bytes.length };
            worker.postMessage(request, [memory]);
            return new Promise((resolve, reject) => {
                waiting.push({ resolve, reject });
            });
        },
        async close() {
            await worker.terminate();
        },
    };
}


/***/ })

};
