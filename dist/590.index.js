export const id = 590;
export const ids = [590];
export const modules = {

/***/ 25590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66147);

/** The offline part of `create`: finds, checks and counts the data. Contacts no provider. */
async function validate(step) {
    await (0,_data_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareData */ .cN)(step);
    step.draft.ending = 'valid';
    step.runner.info('The data passes.');
}


/***/ })

};
