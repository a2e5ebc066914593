import { n as timeOf, s as withoutSecrets } from "./objects.js";
import { t as merged } from "./merge.js";
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
// src/dataset/dataset.ts
function countOf(dataset, severity) {
	return dataset.counts.filter((entry) => entry.severity === severity).reduce((sum, entry) => sum + entry.count, 0);
}
// src/report/text.ts
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
function inertLine(text, max = 300) {
	const line = text.slice(0, max * 4).replace(/\s+/g, " ").trim().replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
	return line.length > max ? `${line.slice(0, max)}…` : line;
}
const ACTIVE = new RegExp([
	/[\\`*[\]|~$<>&]/,
	/^[-+=#:_]|(?<=^\d{1,9})[.)]/,
	/:(?=\/|[\w+-]+:)|(?<=www)\.|#(?=\d|#*$)|@(?=[\w.-])/,
	/_(?=_*(?:[^\p{L}\p{N}_]|$))/u
].map(({ source }) => source).join("|"), "giu");
const NAMED = {
	"<": "lt",
	">": "gt",
	"&": "amp"
};
function markdownText(text, max = 300) {
	return inertLine(text, max).replace(ACTIVE, (character) => `&${NAMED[character] ?? `#${character.charCodeAt(0)}`};`);
}
function markdownCode(text, max = 300) {
	return `<code>${markdownText(text, max)}</code>`;
}
function mermaidText(text, max = 60) {
	return inertLine(text, max).replace(/[^\p{L}\p{N} ,.()/_-]/gu, "");
}
function coded(url) {
	return encodeURI(url.toWellFormed()).replace(/%25(?=[0-9A-Fa-f]{2})/g, "%");
}
function markdownLink(text, url) {
	return /^https?:\/\//.test(url) ? `<a href="${coded(url).replace(/["'<>&]/g, (character) => `&#${character.charCodeAt(0)};`)}">${markdownText(text)}</a>` : markdownText(text);
}
function whole(value) {
	return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
function counted(count, noun) {
	return `${whole(count)} ${noun}${count === 1 ? "" : "s"}`;
}
function figure(value) {
	if (Number.isInteger(value)) return whole(value);
	const absolute = Math.abs(value);
	if (absolute >= 1e3) return whole(value);
	return absolute >= .001 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
}
function duration(milliseconds) {
	const seconds = Math.max(0, Math.round(milliseconds / 1e3));
	if (seconds === 0) return "less than 1 s";
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
function bytes(size) {
	if (size < 1e3) return `${size} B`;
	const units = [
		"kB",
		"MB",
		"GB",
		"TB"
	];
	let value = size / 1e3;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1e3;
		unit += 1;
	}
	return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
function dollars(value) {
	return value > 0 && value < .01 ? "under $0.01" : `$${value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",")}`;
}
function isName(text) {
	return /^\w[\w.:/@+-]{0,299}$/.test(text);
}
function copyable(name) {
	return isName(name) ? `\`${name}\`` : markdownCode(name);
}
// src/report/price.ts
function realPrice({ job, price }) {
	return price === void 0 || job?.trained_tokens == null ? void 0 : job.trained_tokens / 1e6 * price.perMillion;
}
const bounds = ({ low, high }) => low === high ? "" : `${dollars(low)} to ${dollars(high)}`;
function estimatedPrice({ cost, withoutCost, elsewhere }, shown) {
	const priced = (one) => `${dollars(one.usd)} (${[bounds(one), shown(one.basis)].filter((part) => part !== "").join("; ")})`;
	const here = cost === void 0 ? shown(withoutCost ?? "") : priced(cost);
	return elsewhere === void 0 ? here : `${here}; on ${shown(elsewhere.title)} it would cost ${priced(elsewhere)}`;
}
function notes(cost) {
	const all = [bounds(cost), cost.old ? "old price" : ""].filter((note) => note !== "");
	return all.length === 0 ? "" : ` (${all.join("; ")})`;
}
function priceCell(findings) {
	const cost = findings.estimate?.cost;
	const real = realPrice(findings);
	return [
		real === void 0 ? "" : `**${dollars(real)}**`,
		cost === void 0 ? "" : `${dollars(cost.usd)} estimated${notes(cost)}`,
		real !== void 0 && findings.reused === true ? "paid before this run" : ""
	].filter((part) => part !== "").join("<br>");
}
function priceNote(findings) {
	const { price } = findings;
	return price === void 0 || price.perMillion === 0 || realPrice(findings) === void 0 ? "" : `<sub>Price: trained tokens at ${markdownText(price.basis)}. The provider’s bill may differ.</sub>`;
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
function estimateLine({ epochs, epochsAsked, tokens, ...price }) {
	const range = tokens.kind === "exact" ? "" : ` (${whole(tokens.low)} to ${whole(tokens.high)}; ${inertLine(tokens.basis, 600)})`;
	const of = `${counted(epochs, "epoch")}${epochsAsked ? "" : ", the usual number"}`;
	return `Expected: ${whole(tokens.tokens)} tokens over ${of}${range}; ${estimatedPrice(price, inertLine)}.`;
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
export { isName as A, bytes as C, duration as D, dollars as E, whole as F, countOf as I, jobRequest as L, markdownLink as M, markdownText as N, figure as O, mermaidText as P, realPrice as S, counted as T, progressLine as _, announcementLine as a, priceCell as b, deploymentLine as c, heartbeatLine as d, jobLine as f, planLine as g, modelLine as h, warn as i, markdownCode as j, inertLine as k, estimateLine as l, lookLines as m, shownRequest as n, checkpointLine as o, listLines as p, stage as r, datasetLine as s, maySeeRows as t, eventLine as u, statusLine as v, copyable as w, priceNote as x, estimatedPrice as y };
