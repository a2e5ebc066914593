import { n as hyperparametersOf, r as isMap } from "./method.js";
import { t as merged } from "./merge.js";
// src/api/statuses.ts
const STATUSES = [
	"validating_files",
	"queued",
	"running",
	"paused",
	"succeeded",
	"failed",
	"cancelled"
];
const STATES = {
	validating_files: "queued",
	queued: "queued",
	pending: "queued",
	created: "queued",
	notrunning: "queued",
	running: "running",
	pausing: "pausing",
	paused: "paused",
	resuming: "running",
	cancelling: "cancelling",
	cancel_requested: "cancelling",
	cancellation_requested: "cancelling",
	succeeded: "succeeded",
	success: "succeeded",
	successful: "succeeded",
	completed: "succeeded",
	complete: "succeeded",
	failed: "failed",
	failure: "failed",
	error: "failed",
	errored: "failed",
	expired: "failed",
	cancelled: "cancelled",
	canceled: "cancelled",
	aborted: "cancelled",
	deleted: "cancelled",
	canceling: "cancelling"
};
function plainWord(word) {
	return word.trim().toLowerCase().replace(/[\s-]+/g, "_");
}
function statusOf(state, word) {
	if (state === "queued") return word === "validating_files" ? word : state;
	return state === "pausing" || state === "cancelling" ? "running" : state;
}
function meantStatus(word) {
	const plain = plainWord(word);
	const state = Object.hasOwn(STATES, plain) ? STATES[plain] : void 0;
	return state === void 0 ? void 0 : statusOf(state, plain);
}
// src/providers/openai-wire/requests.ts
function createBody(request, metadata, form = (fields) => fields) {
	const { model, suffix, seed, method, hyperparameters, integrations, training_file, validation_file, extra_body } = request;
	const given = Object.entries({
		model,
		suffix,
		seed,
		method,
		hyperparameters,
		integrations,
		training_file,
		validation_file,
		metadata
	}).filter(([, value]) => value !== void 0);
	return merged(form(Object.fromEntries(given)), extra_body);
}
function withoutAuto(settings) {
	return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== "auto"));
}
function flatMethod(fields) {
	const { method, hyperparameters, ...rest } = fields;
	if (!isMap(method)) return isMap(hyperparameters) ? {
		...rest,
		hyperparameters: withoutAuto(hyperparameters)
	} : rest;
	const settings = withoutAuto(hyperparametersOf({ method }) ?? {});
	const flat = Object.keys(settings).length === 0 ? {} : { hyperparameters: settings };
	return {
		...rest,
		method: {
			type: method.type,
			...flat
		}
	};
}
function settingsAlone(fields) {
	const { method, hyperparameters, ...rest } = fields;
	const settings = withoutAuto(hyperparametersOf(fields) ?? {});
	return Object.keys(settings).length === 0 ? rest : {
		...rest,
		hyperparameters: settings
	};
}
export { STATUSES as a, statusOf as c, STATES as i, flatMethod as n, meantStatus as o, settingsAlone as r, plainWord as s, createBody as t };
