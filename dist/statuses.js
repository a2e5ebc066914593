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
function hasEndedUnclearly({ unknownStatus, finished_at }, now) {
	return unknownStatus !== void 0 && finished_at != null && finished_at * 1e3 <= now;
}
function wordOf({ unknownStatus = "" }) {
	return JSON.stringify(unknownStatus.slice(0, 80));
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
export { plainWord as a, meantStatus as i, STATUSES as n, statusOf as o, hasEndedUnclearly as r, wordOf as s, STATES as t };
