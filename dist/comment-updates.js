import { Qt as ActionError, in as messageOf, t as isTerminal } from "./start.js";
import { G as markdownText, I as change, J as trainedShare, K as priceChange, R as counted, V as figure, W as markdownCode, Y as whole, et as lastMetrics, h as rows, i as verdict, l as problems, m as placed, n as figures, q as share, r as links, v as warn, z as dollars } from "./main.js";
const { createHash } = process.getBuiltinModule("node:crypto");
// src/report/comment.ts
const LENGTHS = [
	65e3,
	3e4,
	1e4,
	3e3
];
const LONGEST_PART = 400;
function markerPart(text) {
	const part = encodeURIComponent(text.toWellFormed());
	return part.length <= LONGEST_PART ? part : createHash("sha256").update(text).digest("hex");
}
function subjectPart({ model = "", suffix = "", training_file, validation_file, evaluation_file }) {
	const named = JSON.stringify([
		model,
		suffix,
		training_file,
		validation_file,
		evaluation_file
	]);
	return createHash("sha256").update(named).digest("hex").slice(0, 12);
}
function markerOf({ run }, subject) {
	const { matrix } = subject;
	const leg = matrix && matrix !== "null" && matrix !== "{}" ? matrix : "";
	return `<!-- finetune-action ${[
		run.workflow,
		run.job,
		run.step,
		leg
	].map(markerPart).join("/")}/${subjectPart(subject)} -->`;
}
const TITLES = {
	checked: "🔎 The data is checked",
	queued: "⏳ The job is created",
	running: "⏳ The job trains"
};
function title(findings, progress) {
	if (progress === "done") return verdict(findings);
	const { job } = findings;
	const metrics = Object.entries(lastMetrics(findings.metrics)).slice(0, 6);
	const step = findings.metrics.at(-1);
	const at = step === void 0 ? "" : `step ${whole(step.step)}${step.totalSteps === void 0 ? "" : ` of ${whole(step.totalSteps)}`} · `;
	const own = job?.steps === void 0 || isTerminal(job.state) ? "" : `\n\n${trainedShare(job.steps)}`;
	const last = metrics.length === 0 ? own : `\n\n${at}${metrics.map(([name, value]) => `${markdownText(name)} ${figure(value)}`).join(" · ")}`;
	return `## ${TITLES[progress]}${job === void 0 ? "" : `\n\nJob ${markdownCode(job.id)} is ${markdownText(job.status)}.`}${last}`;
}
const NAMES = {
	training_file: "Training",
	validation_file: "Validation",
	evaluation_file: "Evaluation"
};
function fromTo(before, after) {
	return before === void 0 || before === after ? after : `${before} → ${after}`;
}
const inBrackets = (parts) => {
	const said = parts.filter((part) => part !== "");
	return said.length === 0 ? "" : ` (${said.join(", ")})`;
};
function nameOf(role, paths) {
	const [first, ...more] = paths;
	const files = first === void 0 ? "" : ` ${markdownCode(first, 200)}${more.length === 0 ? "" : ` and ${whole(more.length)} more`}`;
	return `${NAMES[role]}${files}`;
}
const tokenFigure = ({ kind, tokens }) => `${kind === "exact" ? "" : "≈ "}${whole(tokens)}`;
function isUnchanged(all) {
	return all.length > 0 && all.every(({ diff, newProblems: fresh }) => diff !== void 0 && diff.added + diff.removed + diff.changed + diff.moved === 0 && fresh.length === 0);
}
function changes({ changes: all, datasets, estimate }) {
	const notes = all.flatMap(({ role, note }) => note === void 0 ? [] : [`<i>${NAMES[role]}: ${markdownText(note, 400)}</i>`]);
	if (isUnchanged(all)) return [`The data says what it said before: ${all.map(({ role, diff }) => `${whole(diff?.kept ?? 0)} rows for ${NAMES[role].toLowerCase()}`).join(", ")}.`, ...notes].join("\n\n");
	const body = all.map(({ role, diff, before }) => {
		const now = datasets.find((dataset) => dataset.role === role);
		const priced = role === "training_file" ? estimate : void 0;
		const old = before?.estimate;
		const others = old !== void 0 && old.tokens.tokens > 0 && old.epochs !== priced?.epochs;
		const inEpochs = ({ tokens, epochs }) => `${tokenFigure(tokens)}${others ? ` in ${counted(epochs, "epoch")}` : ""}`;
		const [tokensBefore, costBefore] = [old?.tokens.tokens, old?.cost?.usd];
		const moreTokens = priced === void 0 || tokensBefore === void 0 || others ? [] : [change(tokensBefore, priced.tokens.tokens, whole), share(tokensBefore, priced.tokens.tokens)];
		const tokens = priced === void 0 ? "" : `${fromTo(old && inEpochs(old), inEpochs(priced))}${inBrackets(moreTokens)}`;
		const moreCost = priced?.cost === void 0 || costBefore === void 0 ? "" : priceChange(costBefore, priced.cost.usd);
		const cost = priced?.cost === void 0 ? "" : `${fromTo(old?.cost && dollars(old.cost.usd), dollars(priced.cost.usd))}${inBrackets([moreCost])}`;
		const count = (number, sign = "") => number === void 0 ? "?" : number === 0 ? "0" : `${sign}${whole(number)}`;
		return [
			nameOf(role, now?.paths ?? []),
			fromTo(before && whole(before.rows), whole(now?.rows ?? 0)),
			count(diff?.added, "+"),
			count(diff?.removed, "−"),
			count(diff?.changed),
			count(diff?.moved),
			tokens,
			cost
		];
	});
	return [rows([
		"Data",
		"Rows",
		"Added",
		"Removed",
		"Changed",
		"Moved",
		"Tokens",
		"Price"
	], body), ...notes].filter((part) => part !== "").join("\n\n");
}
function newProblems(all) {
	const found = all.flatMap(({ role, newProblems: fresh }) => fresh.map((one) => ({
		...one,
		role
	})));
	if (found.length === 0) return "";
	return `**New with this change**\n\n${found.slice(0, 50).map(({ role, rule, severity, count }) => `- ${severity === "error" ? "❌" : "⚠️"} ${whole(count)} × ${markdownCode(rule)} (${NAMES[role].toLowerCase()})`).join("\n")}`;
}
function examples(findings) {
	const { changes: all, run } = findings;
	if (!run.showRows) return "";
	const found = all.flatMap(({ diff }) => diff?.examples ?? []);
	if (found.length === 0) return "";
	const body = found.map(({ path, line, before, after }) => [
		placed(findings, path, line),
		markdownCode(before, 500),
		markdownCode(after, 500)
	]);
	return `<details><summary>Changed rows</summary>\n\n${rows([
		"Row",
		"Before",
		"After"
	], body)}\n\n</details>`;
}
const MORE = "_There is more in the summary of the run._";
function renderComment(findings, progress, marker, length = LENGTHS[0]) {
	const change = changes(findings);
	const parts = [
		title(findings, progress),
		change,
		newProblems(findings.changes),
		progress === "done" && (findings.job !== void 0 || change === "") ? figures(findings) : "",
		problems(findings),
		links(findings),
		examples(findings)
	].filter((part) => part !== "");
	const kept = [marker];
	let room = length - marker.length - 42 - 5;
	for (const part of parts) {
		if (part.length + 2 > room) continue;
		room -= part.length + 2;
		kept.push(part);
	}
	if (kept.length <= parts.length) kept.push(MORE);
	return `${kept.join("\n\n")}\n`;
}
// src/pull-request/comment-updates.ts
const PAUSE = 6e4;
const PATIENCE = {
	first: 3e4,
	later: 5e3,
	last: 3e3
};
const COMPARING = 18e4;
const FAILURES = 3;
function limitOf(signal, patience) {
	const limit = new AbortController();
	const end = (after) => setTimeout(() => limit.abort(new DOMException("GitHub does not answer.", "TimeoutError")), after).unref();
	end(signal.aborted ? PATIENCE.last : patience);
	signal.addEventListener("abort", () => end(PATIENCE.last), {
		once: true,
		signal: limit.signal
	});
	return limit.signal;
}
async function changesOf(world, findings, pullRequest) {
	const { datasets } = findings;
	if (datasets.length === 0) return [];
	const limit = AbortSignal.any([world.signal, AbortSignal.timeout(COMPARING)]);
	try {
		const base = await pullRequest.base(limit);
		try {
			const { compareWithBase } = await import("./compare.js");
			return await compareWithBase(world, findings, base);
		} finally {
			await base.close();
		}
	} catch (error) {
		const note = `there is nothing to compare with: ${messageOf(error)}`;
		return datasets.map(({ role }) => ({
			role,
			diff: void 0,
			before: void 0,
			newProblems: [],
			note
		}));
	}
}
async function keep(findings, subject, progress, pullRequest, signal) {
	const marker = markerOf(findings, subject);
	for (const length of LENGTHS) if (await pullRequest.comment(marker, renderComment(findings, progress, marker, length), signal) === "kept") return;
	throw new ActionError("GitHub refuses what it should say (422).");
}
function commentUpdates(world, findings, { find, refusal, isFinal }) {
	const { clock, signal, runner, record, inputs } = world;
	let found;
	let compared = false;
	let silent = false;
	let failures = 0;
	let accepted = false;
	let warned = false;
	let lastUpdate = Number.NEGATIVE_INFINITY;
	return async (progress) => {
		if (silent || progress === "running" && clock.now() - lastUpdate < PAUSE) return;
		if (failures >= FAILURES && progress !== "done") return;
		if (failures > 0 && signal.aborted) return;
		lastUpdate = clock.now();
		const patience = failures > 0 ? PATIENCE.later : PATIENCE.first;
		try {
			found ??= await find(limitOf(signal, patience));
			if (found === void 0) {
				silent = true;
				return runner.info("No pull request belongs to this run, so there is nothing to comment on (comment: true).");
			}
			if (!compared && !signal.aborted) {
				compared = true;
				record.note({
					kind: "changes",
					changes: await changesOf(world, findings(), found)
				});
			}
			await keep(findings(), inputs, progress, found, limitOf(signal, patience));
			failures = 0;
			accepted = true;
		} catch (error) {
			failures += 1;
			silent = isFinal(error) || error instanceof ActionError;
			const why = `The comment on the pull request could not be kept: ${refusal(error, runner.context.fork, accepted)}`;
			if (warned) runner.debug(why);
			else warn(world, why);
			warned = true;
		}
	};
}
export { commentUpdates };
