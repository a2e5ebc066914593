import { t as isTerminal } from "./objects.js";
import { c as countOf, i as priceNote, o as creatorOf, r as priceCell } from "./price.js";
import { a as textOf } from "./words.js";
import { d as markdownLink, f as markdownText, h as whole, i as counted, l as isName, o as duration, r as copyable, s as figure, u as markdownCode } from "./text.js";
import { a as reasons, c as scoreText, d as wayOn, i as intervalPercent, l as verdictSentence, n as coverageText, r as differenceText, s as rowsSentence, t as ICONS$1, u as verdictTitle } from "./evaluation-words.js";
import { c as overfitting, r as judgeCheckpoints } from "./metrics.js";
// src/report/tables.ts
const rows = (head, body) => body.length === 0 ? "" : [
	`| ${head.map((cell) => cell.trimEnd()).join(" | ")} |`,
	`|${head.map((cell) => cell.endsWith("	") ? " --: |" : " --- |").join("")}`,
	...body.map((cells) => `| ${cells.join(" | ")} |`)
].join("\n");
function factTable(facts) {
	const known = facts.filter(([, value]) => value !== "");
	return rows(known.map(([name]) => name), known.length === 0 ? [] : [known.map(([, value]) => value)]);
}
const ADDRESS = 2e3;
function fileUrl({ run, repositoryPaths }, path, line) {
	const plain = repositoryPaths.get(path);
	if (run.repository === "" || run.sha === "" || plain === void 0) return void 0;
	const place = plain.toWellFormed().split("/").map(encodeURIComponent).join("/");
	if (place.length > ADDRESS) return void 0;
	return `${run.serverUrl}/${run.repository}/blob/${run.sha}/${place}${line === void 0 ? "" : `#L${line}`}`;
}
function placed(findings, path, line, text) {
	const shown = text ?? (line === void 0 ? path : `${path}:${line}`);
	const url = fileUrl(findings, path, line);
	return url === void 0 ? markdownText(shown) : markdownLink(shown, url);
}
function placesOf(findings, places) {
	return [...Map.groupBy(places, ({ path }) => path)].map(([path, found]) => {
		const lines = found.flatMap(({ line }) => line === void 0 ? [] : [placed(findings, path, line, String(line))]);
		const file = lines.length === 0 ? placed(findings, path, void 0) : markdownText(path);
		return lines.length === 0 ? file : `${file} line${lines.length === 1 ? "" : "s"} ${lines.join(", ")}`;
	}).join("; ");
}
// src/report/deployment-section.ts
const TITLES = {
	created: "The model is deployed",
	reused: "The model was deployed already",
	replaced: "The model is deployed in place of what was there",
	removed: "The deployment is gone",
	absent: "There was no deployment",
	"at once": "The model can be called at once"
};
function deploymentTitle(deployment) {
	if (deployment === void 0) return "Nothing to take down";
	const { outcome, status } = deployment;
	return [
		"created",
		"reused",
		"replaced"
	].includes(outcome) && status !== "answers" ? `The deployment is ${markdownText(status, 80)}` : TITLES[outcome];
}
function deploymentSection({ deployment }) {
	if (deployment === void 0) return "";
	const { name, servedModel, status, url, hourlyUsd } = deployment;
	const table = factTable([
		["Deployment", copyable(name)],
		["Call it as", servedModel === "" ? "" : copyable(servedModel)],
		["Status", markdownText(status, 80)],
		["Costs", hourlyUsd === void 0 ? "" : `US$ ${hourlyUsd.toFixed(2)} an hour, used or not`]
	].filter(([, value]) => value !== ""));
	if (url === "" || !isName(servedModel)) return table;
	return `${table}\n\n${[
		"```sh",
		`curl ${url.replace(/[^\w.:/-]/g, "")}/chat/completions \\`,
		"  -H \"Authorization: Bearer $API_KEY\" -H \"Content-Type: application/json\" \\",
		`  -d '{"model": "${servedModel}",`,
		`       "messages": [{"role": "user", "content": "Hello"}]}'`,
		"```"
	].join("\n")}`;
}
function deploymentOutputs({ deployment }) {
	if (deployment === void 0) return {};
	const { name, servedModel, url, outcome } = deployment;
	const found = {
		deployment: name,
		served_model: servedModel || void 0,
		inference_base_url: url || void 0
	};
	return outcome === "reused" || outcome === "created" || outcome === "replaced" ? {
		...found,
		reused: String(outcome === "reused")
	} : found;
}
// src/report/evaluation-page.ts
const SHOWN = 10;
const joined$1 = (parts) => parts.filter((part) => part !== "").join("\n\n");
function evaluationHeadline(of) {
	const why = reasons(of).map((reason) => markdownText(reason, 600));
	const on = wayOn(of);
	return joined$1([
		`## ${ICONS$1[of.verdict]} ${verdictTitle(of)}`,
		`**${verdictSentence(of)}** ${rowsSentence(of)}`,
		why.length === 0 ? "" : `> **Why:** ${why.join("; ")}.${on === "" ? "" : `\n>\n> **What would decide:** ${markdownText(on, 400)}`}`,
		of.rehearsal ? "_A rehearsal: the sandbox answers by a tiny model. The verdict is about the workflow, not about a model._" : ""
	]);
}
const BAR = 41;
function intervalBar(of) {
	const { judgement, maxDrop, range } = of;
	if (judgement === void 0) return "";
	const [low, high] = judgement.interval;
	const margin = -maxDrop * (range[1] - range[0]);
	const least = Math.min(low, margin * 1.5, 0);
	const most = Math.max(high, -margin * 1.5, 0);
	const place = (value) => Math.round((value - least) / (most - least || 1) * 40);
	const line = Array.from({ length: BAR }, (_, at) => at >= place(low) && at <= place(high) ? "═" : "·");
	line[place(0)] = "0";
	line[place(margin)] = "│";
	line[place(judgement.difference)] = "●";
	const label = `${differenceText(low, of)} … ${differenceText(high, of)}`;
	return `\`\`\`text\n${line.join("")}  ${label}\n│ the margin   0 no difference   ● found   ═ ${intervalPercent(of)} % interval\n\`\`\``;
}
const scoreCell = (score, of) => scoreText(score, of).replace(" ", "\xA0");
const chance = (value) => value < .001 ? "under 0.001" : value.toFixed(3);
function models(of) {
	const line = (role, { model, origin, recorded, flipRate, fingerprints, endings }, score) => [
		role,
		markdownCode(model, 120),
		recorded ? "recorded answers" : markdownCode(origin, 80),
		score === void 0 ? "" : scoreCell(score, of),
		flipRate === void 0 ? "" : `${(100 * flipRate).toFixed(1)} %`,
		fingerprints === 0 ? "" : whole(fingerprints),
		Object.entries(endings).map(([ending, count]) => `${whole(count)} × ${markdownText(ending, 40)}`).join(", ")
	];
	const { judgement } = of;
	return rows([
		"",
		"Model",
		"Asked at",
		"Score",
		"Answers that differ between repeats",
		"States of the server",
		"Answers that did not end by themselves"
	], [line("Candidate", of.candidate, judgement?.score), line("Baseline", of.baseline, judgement?.baselineScore)]);
}
function tags(of) {
	const found = of.judgement?.tags ?? [];
	if (found.length === 0) return "";
	const body = found.map(({ tag, rows: count, score, baselineScore, difference, interval, adjusted, worse }) => [
		markdownText(tag, 80),
		whole(count),
		scoreCell(score, of),
		scoreCell(baselineScore, of),
		differenceText(difference, of),
		`${differenceText(interval[0], of)} … ${differenceText(interval[1], of)}`,
		adjusted === void 0 ? "too few rows" : `${worse ? "❌ " : ""}${chance(adjusted)}`
	]);
	const head = [
		"Tag",
		"Rows",
		"Candidate",
		"Baseline",
		"Difference",
		`${intervalPercent(of)} % interval`,
		"p after Holm"
	];
	return `### Tags\n\n${rows(head, body)}`;
}
const loss = ({ score = 0, baselineScore = 0 }) => score - baselineScore;
function regressions({ rows: all }) {
	return all.filter((row) => row.score !== void 0 && loss(row) < 0).sort((a, b) => loss(a) - loss(b));
}
function worst(of, showRows) {
	const found = regressions(of);
	if (found.length === 0) return "";
	const places = found.slice(0, SHOWN).map(({ path, line }) => `${path}:${line}`);
	if (!showRows) return `### Rows that got worse\n\n${counted(found.length, "row")}: ${places.map((place) => markdownCode(place)).join(", ")}${found.length > SHOWN ? ", …" : ""}. What they say is not shown, because \`show_rows\` does not allow it.`;
	const body = found.slice(0, SHOWN).map((row) => [
		markdownCode(`${row.path}:${row.line}`),
		markdownCode(row.prompt, 300),
		markdownCode(row.candidate[0]?.text ?? "", 400),
		markdownCode(row.baseline[0]?.text ?? "", 400),
		`${scoreText(row.score ?? 0, of)} against ${scoreText(row.baselineScore ?? 0, of)}`
	]);
	return `### Rows that got worse\n\n${rows([
		"Row",
		"Prompt",
		"Candidate",
		"Baseline",
		"Score"
	], body)}`;
}
function unscored({ rows: all }, showRows) {
	const found = all.filter((row) => row.unscored !== void 0);
	if (found.length === 0) return "";
	const lines = found.slice(0, SHOWN).map(({ path, line, unscored: why = "" }) => `- ${markdownCode(`${path}:${line}`)}${showRows ? ` ${markdownText(why, 300)}` : ""}`);
	const more = found.length > SHOWN ? [`- and ${whole(found.length - SHOWN)} more`] : [];
	return `### Rows without a score\n\n${[...lines, ...more].join("\n")}`;
}
const METHODS = {
	"paired shares": "Bonett and Price’s interval of paired shares",
	t: "t interval of the mean difference",
	"clustered t": "t interval, robust against rows that belong together"
};
function assumptions(of) {
	const { judgement, repeat, clusterBy, detectable, retries, promptTokens, completionTokens } = of;
	if (judgement === void 0) return "";
	return `<details><summary>How it was judged</summary>\n\n${[
		`${METHODS[judgement.method]}, ${(100 * of.confidence).toFixed(of.confidence > .99 ? 2 : 0)} % on each side${clusterBy === void 0 ? "" : `, clusters by ${markdownCode(clusterBy)}`}.`,
		`Graded by ${markdownText(of.grader, 120)}; ${counted(repeat, "answer")} for each row and model.`,
		`${coverageText(of)} of the rows have a score for both models. So many rows show differences of about ${(100 * detectable).toFixed(1)} % of the range.`,
		...judgement.midP === void 0 ? [] : [`McNemar’s mid-p, for reading only: ${judgement.midP.toFixed(4)}.`],
		`${whole(promptTokens)} tokens asked, ${whole(completionTokens)} answered; ${counted(retries, "call")} repeated.`,
		"Rows are taken for independent of each other, unless they are clustered; both models were asked in turn, in one run."
	].map((line) => `- ${line}`).join("\n")}\n\n</details>`;
}
function evaluationSections(of, showRows) {
	return [
		intervalBar(of),
		models(of),
		tags(of),
		worst(of, showRows),
		unscored(of, showRows),
		assumptions(of)
	].filter((part) => part !== "");
}
// src/report/sections.ts
const ICONS = {
	succeeded: "✅",
	valid: "✅",
	failed: "❌",
	stopped: "❌",
	cancelled: "⏹️",
	paused: "⏸️",
	unclear: "❓",
	detached: "⏳",
	skipped: "⏭️",
	done: "🔎",
	absent: "🔎"
};
function title(findings) {
	const { ending, job } = findings;
	switch (ending) {
		case "succeeded":
			if (!job?.fine_tuned_model) return "Trained, but the provider names no model";
			return creatorOf(findings) === "before this run" ? "Model ready, used again" : "Model ready";
		case "valid": return "The data passes";
		case "failed": return "The training failed";
		case "cancelled": return "Cancelled";
		case "paused": return "The job is paused";
		case "unclear": return "The job has ended, and it is not known how";
		case "detached": return `The job runs on${job === void 0 ? "" : ` (${markdownText(job.status)})`}`;
		case "skipped": return "Checked only: no credential on this pull request";
		case "absent": return "No job matches";
		case "done": return outcomeTitle(findings);
		case "stopped": return findings.datasets.some((dataset) => countOf(dataset, "error") > 0) ? "The data does not pass" : "Stopped before the end";
	}
}
function outcomeTitle({ operation, job, jobs, events, checkpoints, deployment }) {
	const found = {
		status: markdownText(job?.status ?? "unknown"),
		jobs: counted(jobs.length, "job"),
		events: counted(events.length, "event"),
		checkpoints: counted(checkpoints.length, "checkpoint"),
		deployment: deploymentTitle(deployment)
	};
	const { title: words = "The job is {status}" } = operation;
	return Object.entries(found).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words);
}
function headline(findings) {
	return joined([verdict(findings), figures(findings)]);
}
const joined = (parts) => parts.filter((part) => part !== "").join("\n\n");
function verdict(findings) {
	if (findings.evaluation !== void 0) return evaluationHeadline(findings.evaluation);
	const model = findings.job?.fine_tuned_model;
	return joined([
		`## ${ICONS[findings.ending]} ${title(findings)}`,
		model ? isName(model) ? `\`\`\`text\n${model}\n\`\`\`` : markdownCode(model) : "",
		cause(findings)
	]);
}
function figures(findings) {
	return joined([
		facts(findings),
		priceNote(findings),
		overfitted(findings),
		because(findings),
		rehearsed(findings)
	]);
}
function because(findings) {
	const { job, reason, reused } = findings;
	if (reason === void 0 || job === void 0) return "";
	if (reused === void 0) return `Note: ${markdownText(reason, 500)}.`;
	return `${reused ? "Attached" : "Created"}, because ${markdownText(reason, 500)}.${creator(findings)}`;
}
function rehearsed({ job, provider }) {
	if (!provider?.rehearsal || job === void 0) return "";
	return job.fine_tuned_model ? "_The sandbox is a rehearsal: it trained a tiny model on these rows, at no cost. The name above cannot be called._" : "_The sandbox is a rehearsal: what it trains is a tiny model, at no cost._";
}
function cause(findings) {
	const { job, error, run } = findings;
	const failure = job?.state === "failed" ? job.error?.message ?? "" : "";
	const message = error === void 0 ? failure : textOf(error.message, run.showRows);
	if (message === "") return "";
	const causes = error?.causes ?? [];
	if (causes.length > 0) return `> **Cause:** ${causes.length} inputs are wrong.\n>\n${causes.map((one) => `> - ${markdownText(one, 1e3)}`).join("\n")}`;
	const fix = error?.fix ?? "";
	const alone = fix !== "" && message.endsWith(fix) ? message.slice(0, -fix.length) : message;
	const todo = fix === "" ? remedy(findings) : markdownText(fix, 1e3);
	return `> **Cause:** ${markdownText(alone, 1e3)}${todo === "" ? "" : `\n>\n> **What to do:** ${todo}`}`;
}
function remedy({ ending, job, datasets }) {
	if (datasets.some((dataset) => countOf(dataset, "error") > 0)) return "Fix the rows below, each of which says how, and run again. `operation: validate` checks them without a provider.";
	if (ending !== "cancelled" || job === void 0) return "";
	return isTerminal(job.state) || job.state === "cancelling" ? "Run the workflow again; it creates the job anew." : `Nothing, if the job is to go on: the next run with the same inputs takes it up and pays nothing twice. To end it, run \`operation: cancel\` with \`job_id\`: ${copyable(job.id)}.`;
}
function facts(findings) {
	const { job, provider, estimate, started, finished } = findings;
	const trained = job?.trained_tokens == null ? "" : `**${whole(job.trained_tokens)}**`;
	const expected = estimate === void 0 ? "" : `${whole(estimate.tokens.tokens)} expected`;
	const training = job?.created_at && job.finished_at ? duration((job.finished_at - job.created_at) * 1e3) : "";
	const step = finished > started ? duration(finished - started) : "";
	const known = (job === void 0 ? [
		["Took", step],
		["Tokens", expected],
		["Price", priceCell(findings)]
	] : [
		["Status", markdownText(job.status, 40)],
		[training === "" ? "Step took" : "Training took", training === "" ? step : training],
		["Trained tokens", [trained, expected].filter((part) => part !== "").join("<br>")],
		["Price", priceCell(findings)],
		["Job", `${copyable(job.id)}${provider === void 0 ? "" : `<br>${markdownText(provider.name)}`}`]
	]).filter(([, value]) => value !== "");
	return known.length === 1 ? known.map(([name, value]) => `${name} ${value}`).join("") : factTable(known);
}
function creator(findings) {
	const { reused, origin, run } = findings;
	if (creatorOf(findings) === "another step of this run") return " It was created by another step of this run, which pays for it once.";
	if (!reused || origin === void 0) return "";
	const { repository = "", commit = "", run: creating = "" } = origin;
	const known = /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository);
	const [, id, attempt] = /^(\d{1,20})\/(\d{1,6})\b/.exec(creating) ?? [];
	const base = `${run.serverUrl}/${repository}`;
	const parts = [
		creating === "" ? "" : known && id !== void 0 ? `run ${markdownLink(creating, `${base}/actions/runs/${id}/attempts/${attempt}`)}` : `run ${markdownText(creating, 100)}`,
		repository === "" ? "" : `of ${markdownText(repository, 200)}`,
		commit === "" ? "" : `at commit ${known && /^[0-9a-f]{7,64}$/.test(commit) ? markdownLink(commit.slice(0, 7), `${base}/commit/${commit}`) : markdownText(commit, 64)}`
	].filter((part) => part !== "");
	return parts.length === 0 ? "" : ` It was created, and paid for, by ${parts.join(" ")}.`;
}
function overfitted({ metrics, checkpoints }) {
	const turned = overfitting(metrics);
	if (turned === void 0) return "";
	const judged = judgeCheckpoints(checkpoints)?.checkpoint;
	const last = Math.max(...checkpoints.map(({ step_number }) => step_number ?? 0));
	const best = (judged?.step_number ?? last) < last ? judged?.fine_tuned_model_checkpoint : void 0;
	return `⚠️ **Overfitting:** the validation loss was lowest at step ${whole(turned.step)} (${figure(turned.lowest)}) and has risen to ${figure(turned.last)} since. ${best ? `The checkpoint ${copyable(best)} is the better model; fewer` : "Fewer"} epochs, or more data, would help.`;
}
function warnings(findings) {
	return findings.warnings.length === 0 ? "" : `### Warnings\n\n${findings.warnings.slice(0, 20).map((text) => `- ${markdownText(text, 500)}`).join("\n")}`;
}
function links(findings) {
	const { run, provider, job } = findings;
	const base = `${run.serverUrl}/${run.repository}`;
	return [
		run.repository === "" || run.runId === "" ? "" : markdownLink("Workflow run", `${base}/actions/runs/${run.runId}`),
		run.repository === "" || run.sha === "" ? "" : markdownLink(`Commit ${run.sha.slice(0, 7)}`, `${base}/commit/${run.sha}`),
		provider?.jobUrl === void 0 || job === void 0 ? "" : markdownLink("Job at the provider", provider.jobUrl)
	].filter((link) => link !== "").join(" · ");
}
function next(findings) {
	const { job, provider, run } = findings;
	if (job === void 0 || provider === void 0) return "";
	const model = job.fine_tuned_model;
	if (!isTerminal(job.state) && (findings.ending === "detached" || findings.ending === "paused" || findings.ending === "stopped") && isName(job.id)) return `### Next\n\nThe job goes on without this run. A later step of this action watches it to its end with:\n\n\`\`\`yaml\noperation: wait\njob_id: ${job.id}\n\`\`\``;
	if (!model || provider.rehearsal || !isName(model)) return "";
	const step = /^[A-Za-z][\w-]{0,99}$/.test(run.step) ? `A later step of this job reads the name as \`\${{ steps.${run.step}.outputs.fine_tuned_model }}\`.` : "";
	const call = [
		"```sh",
		`curl ${provider.baseUrl.replace(/[^\w.:/-]/g, "")}/chat/completions \\`,
		"  -H \"Authorization: Bearer $API_KEY\" -H \"Content-Type: application/json\" \\",
		`  -d '{"model": "${model}",`,
		`       "messages": [{"role": "user", "content": "Hello"}]}'`,
		"```"
	].join("\n");
	return [
		"### Next",
		provider.beforeUse ?? call,
		step
	].filter((part) => part !== "").join("\n\n");
}
export { verdict as a, deploymentOutputs as c, placesOf as d, rows as f, next as i, deploymentSection as l, headline as n, warnings as o, links as r, evaluationSections as s, figures as t, placed as u };
