export const id = 317;
export const ids = [317];
export const modules = {

/***/ 15317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* unused harmony export duty */
/* harmony import */ var _adapters_actions_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72920);
/* harmony import */ var _adapters_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61642);
/* harmony import */ var _api_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91688);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28866);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71300);
/* harmony import */ var _inputs_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(59516);
/* harmony import */ var _job_lookup_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12053);
/* harmony import */ var _providers_connection_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(32388);
/** The post step: the safety net for a main step that was cancelled before it could act. Best effort; it never fails a workflow. */









/** A cancelled workflow run leaves its steps five minutes. In milliseconds. */
const PATIENCE = 4 * 60_000;
const LOOKS = [0, 2000, 8000, 20_000, 40_000];
/** What the main step left, and whether there is anything to do about it. Pure. */
function duty(state) {
    if (state.phase === '' || state.phase === 'ended')
        return 'nothing';
    return state.cancelled && state.onCancel !== 'detach' ? 'cancel' : 'leave';
}
/** Runs the post step. Never throws. */
async function run(environment = process.env) {
    const runner = (0,_adapters_actions_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .actionsRunner */ .A)(environment);
    const raw = (0,_adapters_actions_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .rawInputs */ .m)(environment, _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .INPUT_NAMES */ .Qh);
    for (const secret of await (0,_inputs_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .secretsIn */ .VY)(raw))
        runner.mask(secret);
    const closers = [];
    try {
        await act(runner, environment, closers);
    }
    catch (error) {
        runner.warning(`The post step could not finish: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
    }
    await Promise.all(closers.map((close) => close()));
}
/** The live jobs of this fingerprint, looked for several times: one that was created a moment ago may be in no list yet. */
async function lookFor(fingerprint, work) {
    for (const wait of LOOKS) {
        await work.clock.sleep(wait, work.signal);
        const jobs = await (0,_job_lookup_js__WEBPACK_IMPORTED_MODULE_6__/* .identicalJobs */ .qi)(fingerprint, work);
        if (jobs.length > 0)
            return jobs.filter((job) => !(0,_api_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .isTerminal */ .Hd)(job.status)).map(({ id }) => id);
    }
    return [];
}
async function act(runner, environment, closers) {
    const raw = (0,_adapters_actions_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .rawInputs */ .m)(environment, _inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .INPUT_NAMES */ .Qh);
    const cancelled = raw.job_status?.trim() === 'cancelled' || runner.getState('cancelled') === 'true';
    const jobId = runner.getState('job_id');
    const task = duty({ phase: runner.getState('phase'), cancelled, onCancel: raw.on_cancel?.trim() || undefined });
    if (task === 'nothing')
        return;
    if (task === 'leave') {
        return runner.notice(`The step ended before its job${jobId === '' ? '' : ` ${jobId}`} did; a re-run takes it up again instead of paying twice.`);
    }
    const files = (0,_connect_js__WEBPACK_IMPORTED_MODULE_3__/* .filesFor */ .P_)(raw, runner.context);
    const inputs = await (0,_inputs_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readInputs */ .Ko)(raw, (file) => files.readText(file));
    const provider = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_3__/* .connector */ .M3)((0,_providers_connection_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveConnection */ .XC)(inputs, environment), runner, closers)();
    const signal = AbortSignal.timeout(PATIENCE);
    const work = {
        provider,
        clock: _adapters_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m,
        signal,
        deadline: _adapters_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.now() + PATIENCE,
        say: (text) => runner.info(text),
        warn: (text) => runner.warning(text),
    };
    const ids = jobId === '' ? await lookFor(runner.getState('fingerprint'), work) : [jobId];
    for (const id of ids) {
        const before = await provider.retrieveJob(id, signal);
        if ((0,_api_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .isTerminal */ .Hd)(before.status))
            runner.info(`Job ${id} is ${before.status}; there is nothing to cancel.`);
        else
            runner.notice(`Job ${id} is ${(await provider.cancelJob(id, signal)).status}, because the workflow run was cancelled.`);
    }
    if (ids.length === 0)
        runner.info('No job was created, so there is nothing to cancel.');
}


/***/ })

};
