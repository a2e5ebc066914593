export const id = 413;
export const ids = [413];
export const modules = {

/***/ 2413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wait: () => (/* binding */ wait)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _job_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46655);
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60847);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96999);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41623);
/* harmony import */ var _watching_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65813);






async function wait(step) {
    const work = await (0,_server_js__WEBPACK_IMPORTED_MODULE_4__/* .open */ .h)(step);
    const job = await (0,_find_js__WEBPACK_IMPORTED_MODULE_3__/* .findJob */ .pC)(step, work);
    if (job === undefined)
        return;
    step.draft.reason = 'it was asked for by operation: wait';
    (0,_watching_js__WEBPACK_IMPORTED_MODULE_5__/* .announce */ .iP)(step, job, true);
    const watching = async () => {
        try {
            return await (0,_watching_js__WEBPACK_IMPORTED_MODULE_5__/* .watchToEnd */ .WR)(step, job, false, work);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM))
                throw error;
            return (0,_ending_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelOnRequest */ .r)(step, step.draft.job ?? job, false, work);
        }
    };
    const cancelled = await watching();
    if (cancelled === undefined)
        return;
    const creator = (0,_job_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .createdBy */ .uf)(cancelled.metadata ?? {});
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .JobError */ .CR(`Job ${cancelled.id} was cancelled${creator === undefined ? '' : `; it was created by ${creator}`}. Its create step makes a new one when it runs again.`, 'cancelled');
}


/***/ })

};
