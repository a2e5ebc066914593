export const id = 832;
export const ids = [832];
export const modules = {

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
