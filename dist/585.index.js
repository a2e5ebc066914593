export const id = 585;
export const ids = [585];
export const modules = {

/***/ 54585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  teller: () => (/* binding */ teller)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/report/data-sections.js
var data_sections = __webpack_require__(27729);
// EXTERNAL MODULE: ./lib/report/metrics.js
var report_metrics = __webpack_require__(86159);
// EXTERNAL MODULE: ./lib/report/sections.js
var sections = __webpack_require__(13136);
// EXTERNAL MODULE: ./lib/report/tables.js
var tables = __webpack_require__(44057);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(44639);
;// CONCATENATED MODULE: ./lib/report/comment.js
/** The one comment on a pull request: what its data change does, what it costs, and how the training goes. Pure. */






/** How long a comment may be: GitHub takes 65,536 characters, and where it takes fewer the next length is tried. With some room. */
const LENGTHS = [65_536 - 536, 30_000, 10_000, 3000];
/** A longer part of a marker is hashed: a matrix may hold anything. */
const LONGEST_PART = 400;
function markerPart(text) {
    const part = encodeURIComponent(text.toWellFormed());
    return part.length <= LONGEST_PART ? part : (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
/** What a comment of this step is found again by; it is not shown. No marker is the beginning of another. */
function markerOf({ run }, matrix) {
    const leg = matrix && matrix !== 'null' && matrix !== '{}' ? matrix : '';
    return `<!-- finetune-action ${[run.workflow, run.job, run.step, leg].map(markerPart).join('/')} -->`;
}
const TITLES = {
    checked: '🔎 The data is checked',
    queued: '⏳ The job is created',
    running: '⏳ The job trains',
};
function title(findings, stage) {
    if (stage === 'done')
        return (0,sections/* verdict */.WJ)(findings);
    const { job } = findings;
    const metrics = Object.entries((0,report_metrics/* lastMetrics */.sc)(findings.metrics)).slice(0, 6);
    const step = findings.metrics.at(-1);
    const at = step === undefined
        ? ''
        : `step ${(0,report_text/* whole */.WQ)(step.step)}${step.totalSteps === undefined ? '' : ` of ${(0,report_text/* whole */.WQ)(step.totalSteps)}`} · `;
    const last = metrics.length === 0
        ? ''
        : `\n\n${at}${metrics.map(([name, value]) => `${(0,report_text/* markdownText */.p7)(name)} ${(0,report_text/* figure */.vP)(value)}`).join(' · ')}`;
    return `## ${TITLES[stage]}${job === undefined ? '' : `\n\nJob ${(0,report_text/* markdownCode */.D9)(job.id)} is ${(0,report_text/* markdownText */.p7)(job.status)}.`}${last}`;
}
const NAMES = { training_file: 'Training', validation_file: 'Validation' };
/** `1,000 → 1,200`, or one number where nothing changed. */
function fromTo(before, after) {
    return before === undefined || before === after ? after : `${before} → ${after}`;
}
const counted = ({ kind, tokens }) => `${kind === 'exact' ? '' : '≈ '}${(0,report_text/* whole */.WQ)(tokens)}`;
/** Whether the data says what it said, in the same order, and has no problems that it had not. */
function isUnchanged(all) {
    return (all.length > 0 &&
        all.every(({ diff, newProblems: fresh }) => diff !== undefined && diff.added + diff.removed + diff.changed + diff.moved === 0 && fresh.length === 0));
}
/** What the change does to the data, a line a file. */
function changes({ changes: all, datasets, estimate }) {
    const notes = all.flatMap(({ role, note }) => (note === undefined ? [] : [`_${NAMES[role]}: ${(0,report_text/* markdownText */.p7)(note, 400)}_`]));
    if (isUnchanged(all)) {
        const count = all.map(({ role, diff }) => `${(0,report_text/* whole */.WQ)(diff?.kept ?? 0)} rows for ${NAMES[role].toLowerCase()}`).join(', ');
        return [`The data says what it said before: ${count}.`, ...notes].join('\n\n');
    }
    const body = all.map(({ role, diff, before }) => {
        const now = datasets.find((dataset) => dataset.role === role);
        const priced = role === 'training_file' ? estimate : undefined;
        const old = before?.estimate;
        // Few rows are seen more often than many: without the epochs more rows may seem to have fewer tokens.
        const others = old !== undefined && old.tokens.tokens > 0 && old.epochs !== priced?.epochs;
        const told = ({ tokens, epochs }) => `${counted(tokens)}${others ? ` in ${(0,report_text/* whole */.WQ)(epochs)} epoch${epochs === 1 ? '' : 's'}` : ''}`;
        const tokens = priced === undefined ? '' : fromTo(old && told(old), told(priced));
        const cost = priced?.cost === undefined ? '' : fromTo(old?.cost && (0,report_text/* dollars */.E9)(old.cost.usd), (0,report_text/* dollars */.E9)(priced.cost.usd));
        const count = (number, sign = '') => number === undefined ? '?' : number === 0 ? '0' : `${sign}${(0,report_text/* whole */.WQ)(number)}`;
        return [
            NAMES[role],
            fromTo(before && (0,report_text/* whole */.WQ)(before.rows), (0,report_text/* whole */.WQ)(now?.rows ?? 0)),
            count(diff?.added, '+'),
            count(diff?.removed, '−'),
            count(diff?.changed),
            count(diff?.moved),
            tokens,
            cost,
        ];
    });
    const table = (0,tables/* rows */.Ge)(['Data', 'Rows', 'Added', 'Removed', 'Changed', 'Moved', 'Tokens', 'Price'], body);
    return [table, ...notes].filter((part) => part !== '').join('\n\n');
}
function newProblems(all) {
    const found = all.flatMap(({ role, newProblems: fresh }) => fresh.map((one) => ({ ...one, role })));
    if (found.length === 0)
        return '';
    const list = found
        .slice(0, 50)
        .map(({ role, rule, severity, count }) => `- ${severity === 'error' ? '❌' : '⚠️'} ${(0,report_text/* whole */.WQ)(count)} × ${(0,report_text/* markdownCode */.D9)(rule)} (${NAMES[role].toLowerCase()})`);
    return `**New with this change**\n\n${list.join('\n')}`;
}
/** Rows that say something else now, folded; only where rows may be shown. */
function examples(findings) {
    const { changes: all, run } = findings;
    if (!run.showRows)
        return '';
    const found = all.flatMap(({ diff }) => diff?.examples ?? []);
    if (found.length === 0)
        return '';
    const body = found.map(({ path, line, before, after }) => [
        (0,tables/* placed */.GS)(findings, path, line),
        (0,report_text/* markdownCode */.D9)(before, 500),
        (0,report_text/* markdownCode */.D9)(after, 500),
    ]);
    return `<details><summary>Changed rows</summary>\n\n${(0,tables/* rows */.Ge)(['Row', 'Before', 'After'], body)}\n\n</details>`;
}
const MORE = '_There is more in the summary of the run._';
/** The comment, its marker first, always below the given length: parts that do not fit are left out, the last first. */
function renderComment(findings, stage, marker, length = LENGTHS[0]) {
    const change = changes(findings);
    const parts = [
        title(findings, stage),
        change,
        newProblems(findings.changes),
        // Without a job they say nothing that the change does not.
        stage === 'done' && (findings.job !== undefined || change === '') ? (0,sections/* figures */.u5)(findings) : '',
        (0,data_sections/* problems */.B)(findings),
        (0,sections/* links */.yJ)(findings),
        examples(findings),
    ].filter((part) => part !== '');
    const kept = [marker];
    let room = length - marker.length - MORE.length - 5;
    for (const part of parts) {
        if (part.length + 2 > room)
            continue;
        room -= part.length + 2;
        kept.push(part);
    }
    if (kept.length <= parts.length)
        kept.push(MORE);
    return `${kept.join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./lib/operations/step.js
var operations_step = __webpack_require__(98474);
;// CONCATENATED MODULE: ./lib/operations/telling.js
/** `comment: true`: one comment on the pull request, updated in place while the run goes on. It never stops the run. */



/** Between two updates of a running job, in milliseconds: GitHub limits how often one may write. */
const PAUSE = 60_000;
/** How long one update may take: at first, once GitHub has failed, and when the workflow run is being cancelled. In milliseconds. */
const PATIENCE = { first: 30_000, later: 5000, last: 3000 };
/** How long the version before may take to come. In milliseconds. */
const COMPARING = 3 * 60_000;
/** After so many updates in a row that failed only the end is told. */
const FAILURES = 3;
/** A limit of so long, which a cancelled run shortens: it has seconds left. */
function limitOf(signal, patience) {
    const limit = new AbortController();
    const end = (after) => setTimeout(() => limit.abort(new DOMException('GitHub does not answer.', 'TimeoutError')), after).unref();
    end(signal.aborted ? PATIENCE.last : patience);
    signal.addEventListener('abort', () => end(PATIENCE.last), { once: true, signal: limit.signal });
    return limit.signal;
}
async function changesOf(step, pullRequest) {
    const { draft, signal } = step;
    if (draft.datasets.length === 0)
        return [];
    const limit = AbortSignal.any([signal, AbortSignal.timeout(COMPARING)]);
    try {
        const base = await pullRequest.base(limit);
        try {
            const { compareWithBase } = await Promise.all(/* import() */[__webpack_require__.e(574), __webpack_require__.e(899), __webpack_require__.e(147), __webpack_require__.e(653)]).then(__webpack_require__.bind(__webpack_require__, 22653));
            return await compareWithBase(step, base);
        }
        finally {
            await base.close();
        }
    }
    catch (error) {
        const note = `there is nothing to compare with: ${(0,errors/* messageOf */.bD)(error)}`;
        return draft.datasets.map(({ role }) => ({ role, diff: undefined, before: undefined, newProblems: [], note }));
    }
}
/** Gives the comment as many of its parts as GitHub takes. */
async function keep({ draft, inputs }, stage, pullRequest, signal) {
    const marker = markerOf(draft, inputs.matrix);
    for (const length of LENGTHS)
        if ((await pullRequest.comment(marker, renderComment(draft, stage, marker, length), signal)) === 'kept')
            return;
    throw new errors/* ActionError */.lZ('GitHub refuses what it should say (422).');
}
/** Tells of the run where it is followed. The first failure is a warning; one that will not pass is the last attempt. */
function teller(step, { find, refusal, isFinal }) {
    let found;
    let compared = false;
    let silent = false;
    let failures = 0;
    let warned = false;
    let told = Number.NEGATIVE_INFINITY;
    return async (stage) => {
        const { clock, draft, signal, runner } = step();
        if (silent || (stage === 'running' && clock.now() - told < PAUSE))
            return;
        if (failures >= FAILURES && stage !== 'done')
            return;
        // A run that is being cancelled asks a silent server no second time.
        if (failures > 0 && signal.aborted)
            return;
        told = clock.now();
        const patience = failures > 0 ? PATIENCE.later : PATIENCE.first;
        try {
            found ??= await find(limitOf(signal, patience));
            if (found === undefined) {
                silent = true;
                return runner.info('No pull request belongs to this run, so there is nothing to comment on (comment: true).');
            }
            // A run that is being cancelled has seconds left.
            if (!compared && !signal.aborted) {
                compared = true;
                draft.changes = await changesOf(step(), found);
            }
            await keep(step(), stage, found, limitOf(signal, patience));
            failures = 0;
        }
        catch (error) {
            failures += 1;
            silent = isFinal(error) || error instanceof errors/* ActionError */.lZ;
            const why = `The comment on the pull request could not be kept: ${refusal(error, runner.context.fork)}`;
            if (warned)
                runner.debug(why);
            else
                (0,operations_step/* warn */.R8)(step(), why);
            warned = true;
        }
    };
}


/***/ })

};
