import { at as methodName, n as timeOf, rt as hyperparametersOf } from "./start.js";
import { F as bytes, G as markdownText, L as copyable, P as trainedBy, Q as bestCheckpoint, V as figure, W as markdownCode, Y as whole, et as lastMetrics, h as rows, r as links } from "./main.js";
// src/report/model-card.ts
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const LONGEST = 500;
function scalar(text) {
	const short = text.toWellFormed();
	return JSON.stringify(short.length > LONGEST ? `${short.slice(0, LONGEST).toWellFormed()}…` : short).replace(UNPRINTABLE, (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`);
}
function methodOf({ asked, job }) {
	return methodName(job?.method ?? asked.method);
}
function settings({ asked, job }) {
	const shown = (value) => value === void 0 || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
	return [
		["method", methodOf({
			asked,
			job
		})],
		["seed", job?.seed ?? asked.seed],
		["suffix", asked.suffix],
		...Object.entries(hyperparametersOf(job ?? {}) ?? hyperparametersOf(asked) ?? {})
	].map(([name, value]) => [name, shown(value)]).filter(([, value]) => value !== "");
}
function frontMatter(findings, model) {
	const base = String(findings.job?.model ?? findings.asked.model ?? "");
	return [
		"---",
		`model_name: ${scalar(model)}`,
		`base_model: ${scalar(base)}`,
		"pipeline_tag: text-generation",
		"tags:",
		...[
			"fine-tuned",
			methodOf(findings),
			...findings.provider === void 0 ? [] : [findings.provider.name]
		].map((tag) => `- ${scalar(tag)}`),
		"---"
	].join("\n");
}
function renderModelCard(findings) {
	const { job, datasets, provider, checkpoints, metrics, fingerprint } = findings;
	const trainer = trainedBy(findings);
	const { repository = "", commit: sha = "", runId = "" } = trainer;
	const trainedIn = {
		...findings.run,
		repository,
		sha,
		runId
	};
	const model = job?.fine_tuned_model;
	if (job === void 0 || !model) return "";
	const data = datasets.map(({ role, paths, rows: count, bytes: size, tokens, sha256 }) => [
		role,
		paths.map((path) => markdownText(path)).join(", "),
		whole(count),
		tokens === void 0 ? "" : `${tokens.kind === "exact" ? "" : "≈ "}${whole(tokens.tokens)}`,
		bytes(size),
		copyable(sha256)
	]);
	const best = bestCheckpoint(checkpoints);
	const measured = Object.entries(lastMetrics(metrics)).map(([name, value]) => [markdownText(name), figure(value)]);
	const facts = [
		["Base model", job.model ? copyable(job.model) : ""],
		["Provider", provider === void 0 ? "" : `${markdownText(provider.name)}, ${markdownText(provider.baseUrl)}`],
		["Job", copyable(job.id)],
		["Trained tokens", job.trained_tokens == null ? "" : whole(job.trained_tokens)],
		["Finished", timeOf(job.finished_at)],
		["Best checkpoint", best === void 0 ? "" : copyable(best.fine_tuned_model_checkpoint ?? best.id)],
		["Fingerprint of the inputs", fingerprint === void 0 ? "" : copyable(fingerprint)],
		["Commit", trainer.commit === void 0 ? "" : copyable(`${trainer.repository ?? ""}@${trainer.commit}`)]
	];
	const sandbox = provider?.rehearsal ? ["This model was made by the sandbox, a rehearsal; only later steps of the same workflow job could call it."] : [];
	return `${[
		frontMatter(findings, model),
		`# ${copyable(model)}`,
		...sandbox,
		rows(["Fact", "Value"], facts.filter(([, value]) => value !== "")),
		...data.length === 0 ? [] : [`## Data\n\n${rows([
			"Role",
			"Paths",
			"Rows",
			"Tokens",
			"Size",
			"SHA-256"
		], data)}`],
		`## Training\n\n${rows(["Setting", "Value"], settings(findings).map(([name, value]) => [markdownText(name), markdownCode(value, 200)]))}`,
		...measured.length === 0 ? [] : [`## Final metrics\n\n${rows(["Metric", "Value"], measured)}`],
		`## Provenance\n\n${links({
			...findings,
			run: trainedIn
		})}`
	].join("\n\n")}\n`;
}
export { renderModelCard };
