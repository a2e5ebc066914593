import { a as withoutSecrets } from "./secrets.js";
import { t as merged } from "./merge.js";
import { n as timeOf } from "./objects.js";
import { c as countOf, n as looksPaid, t as estimatedPrice } from "./price.js";
import { c as inertLine, h as whole, i as counted, o as duration, s as figure, t as bytes } from "./text.js";
// src/job/request.ts
const FIELDS = [
	"model",
	"suffix",
	"seed",
	"method",
	"hyperparameters",
	"integrations"
];
function askedFields(asked) {
	const entries = FIELDS.map((name) => [name, asked[name]]).filter(([, value]) => value !== void 0);
	return merged(Object.fromEntries(entries), asked.extra_body);
}
function jobRequest({ model, method, hyperparameters, seed, suffix, integrations, metadata, extra_body }, files) {
	return {
		model,
		method,
		hyperparameters,
		seed,
		suffix,
		integrations,
		metadata,
		extra_body,
		...files
	};
}
// src/report/log.ts
const SHORT = {
	train_loss: "loss",
	train_mean_token_accuracy: "accuracy",
	train_accuracy: "accuracy",
	train_mean_reward: "reward",
	valid_loss: "valid loss",
	valid_mean_token_accuracy: "valid accuracy",
	full_valid_loss: "full valid loss",
	full_valid_mean_token_accuracy: "full valid accuracy",
	full_valid_mean_reward: "full valid reward"
};
function datasetLine(dataset) {
	const { role, paths, rows, tokens, format, sha256 } = dataset;
	const name = inertLine(paths.length === 1 ? paths[0] ?? "" : `${paths[0]} and ${counted(paths.length - 1, "more file")}`);
	const size = tokens === void 0 ? "" : `, ${tokens.kind === "exact" ? "" : "about "}${whole(tokens.tokens)} tokens`;
	const errors = countOf(dataset, "error");
	const warnings = countOf(dataset, "warning");
	const verdict = [errors > 0 ? counted(errors, "error") : "", warnings > 0 ? counted(warnings, "warning") : ""].filter((part) => part !== "").join(", ");
	return `${role}: ${name}: ${counted(rows, `${format ?? ""} row`.trim())}${size}, ${bytes(dataset.bytes)}, sha256 ${sha256.slice(0, 12)}: ${verdict || "no problems"}`;
}
function estimateLine({ epochs, epochsAsked, tokens, looks, ...price }) {
	const range = tokens.kind === "exact" ? "" : ` (${whole(tokens.low)} to ${whole(tokens.high)}; ${inertLine(tokens.basis, 600)})`;
	const of = `${counted(epochs, "epoch")}${epochsAsked ? "" : ", the default"}`;
	return `Expected: ${whole(tokens.tokens)} tokens over ${of}${range}${looksPaid(looks)}; ${estimatedPrice(price, inertLine)}.`;
}
function planLine(action, reason, jobId) {
	return `Plan: ${action}${jobId === void 0 ? "" : ` ${inertLine(jobId)}`}, because ${inertLine(reason, 500)}.`;
}
function announcementLine(job, reused, page) {
	return `${reused ? "Taken up" : "Created"}: job ${inertLine(job.id, 80)} (${inertLine(job.status, 80)})${page === void 0 ? "" : `, ${inertLine(page)}`}`;
}
function modelLine({ fine_tuned_model, trained_tokens, created_at, finished_at }) {
	const name = fine_tuned_model == null ? "not named by the provider; see the checkpoints" : inertLine(fine_tuned_model);
	const tokens = trained_tokens == null ? "" : ` ${counted(trained_tokens, "token")} trained`;
	const time = created_at && finished_at ? ` in ${duration((finished_at - created_at) * 1e3)} from creation to end` : "";
	return `The model is ${name}.${tokens === "" ? "" : `${tokens}${time}.`}`;
}
function deploymentLine(deployment, outcome) {
	const { name, status, hourlyUsd } = deployment;
	const price = hourlyUsd === void 0 ? "" : ` It costs US$ ${hourlyUsd.toFixed(2)} an hour, used or not.`;
	return `Deployment ${inertLine(name, 80)}: ${outcome} (${inertLine(status, 80)}).${price}`;
}
function stageLine(title, done, milliseconds) {
	return `${title}: ${done ? "done in" : "stopped after"} ${duration(milliseconds)}.`;
}
function statusLine(job, before) {
	const paused = job.state === "paused" ? " It trains on only when someone resumes it (operation: resume, or the provider’s page)." : "";
	return `Job ${inertLine(job.id, 80)} is ${inertLine(job.status, 80)}${before === void 0 ? "" : ` (was ${inertLine(before, 80)})`}.${paused}`;
}
function eventLine(event) {
	return `${timeOf(event.created_at).slice(11, 19)} ${event.level === void 0 || event.level === null || event.level === "info" ? "" : `${inertLine(event.level, 20)}: `}${inertLine(event.message ?? event.type ?? "an event without words", 500)}`.trimStart();
}
function progressLine(point, millisecondsPerStep) {
	const { step, totalSteps, values } = point;
	const shown = Object.entries(values).slice(0, 8).map(([name, value]) => `${SHORT[name] ?? inertLine(name, 40)} ${figure(value)}`);
	const of = totalSteps === void 0 ? "" : `/${totalSteps} (${Math.floor(step / totalSteps * 100)} %)`;
	const left = totalSteps === void 0 || millisecondsPerStep === void 0 ? void 0 : millisecondsPerStep * (totalSteps - step);
	return [
		`step ${totalSteps === void 0 ? String(step) : String(step).padStart(String(totalSteps).length)}${of}`,
		...shown,
		...left === void 0 || left < 1e3 ? [] : [`about ${duration(left)} left`]
	].join(" · ");
}
function heartbeatLine(job, elapsedMs, now) {
	const ahead = (job.estimated_finish ?? 0) * 1e3 > now ? job.estimated_finish : void 0;
	const finish = timeOf(ahead).slice(0, 16).replace("T", " ");
	const end = finish === "" ? "" : `; the provider expects its end at ${finish} UTC`;
	return `Still ${inertLine(job.status)} after ${duration(elapsedMs)}${end}.`;
}
const LISTED = 50;
function listLines(items, lineOf) {
	const more = items.length - LISTED;
	return [...items.slice(0, LISTED).map(lineOf), ...more > 0 ? [`and ${whole(more)} more in the report`] : []];
}
function jobLine(job) {
	const model = job.fine_tuned_model ?? job.model ?? "";
	return [
		job.id,
		job.status,
		model,
		timeOf(job.created_at).slice(0, 16).replace("T", " ")
	].filter((part) => part !== "").map((part) => inertLine(part, 120)).join(" · ");
}
function checkpointLine(checkpoint) {
	const metrics = Object.entries(checkpoint.metrics ?? {}).flatMap(([name, value]) => typeof value === "number" ? [`${SHORT[name] ?? inertLine(name, 40)} ${figure(value)}`] : []).slice(0, 6);
	return [
		...checkpoint.step_number == null ? [] : [`step ${checkpoint.step_number}`],
		inertLine(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id, 120),
		...metrics
	].join(" · ");
}
function lookLines(job) {
	const trained = job.trained_tokens == null ? [] : [`Trained tokens: ${whole(job.trained_tokens)}`];
	const failure = job.state === "failed" && job.error?.message ? [`It failed: ${inertLine(job.error.message, 500)}`] : [];
	return [
		...job.fine_tuned_model ? [`Model: ${inertLine(job.fine_tuned_model)}`] : [],
		...trained,
		...job.created_at == null ? [] : [`Created: ${timeOf(job.created_at).slice(0, 16).replace("T", " ")} UTC`],
		...failure
	];
}
// src/run/step.ts
function maySeeRows(inputs, context) {
	return inputs.show_rows === "auto" ? context.privateRepository : inputs.show_rows === "true";
}
function shownRequest(inputs) {
	const { training_file, validation_file, metadata } = inputs;
	const one = (lines) => lines.length === 1 ? lines[0] : lines;
	const shown = withoutSecrets({
		...askedFields(inputs),
		...training_file.length === 0 ? {} : { training_file: one(training_file) },
		...validation_file.length === 0 ? {} : { validation_file: one(validation_file) },
		...metadata === void 0 ? {} : { metadata }
	});
	return { ...Object(shown) };
}
function warn({ runner, record }, text) {
	runner.warning(text);
	record.note({
		kind: "warning",
		text
	});
}
async function stage({ runner, clock }, title, act) {
	const begun = clock.now();
	let done = false;
	runner.startGroup(title);
	try {
		const result = await act();
		done = true;
		return result;
	} finally {
		runner.endGroup();
		runner.info(stageLine(title, done, clock.now() - begun));
	}
}
export { progressLine as _, announcementLine as a, deploymentLine as c, heartbeatLine as d, jobLine as f, planLine as g, modelLine as h, warn as i, estimateLine as l, lookLines as m, shownRequest as n, checkpointLine as o, listLines as p, stage as r, datasetLine as s, maySeeRows as t, eventLine as u, statusLine as v, jobRequest as y };
