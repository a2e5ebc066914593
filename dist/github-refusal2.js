import { in as messageOf } from "./start.js";
// src/adapters/github-refusal.ts
const READING_ONLY = "On a pull request from a fork it can only read, whatever the workflow says; there a second workflow on workflow_run comments (examples/workflows/comment-on-forks.yml).";
const PERMISSION = "Give the job the permission:\n\n    permissions:\n      contents: read\n      pull-requests: write\n";
const ATTEMPTS = 3;
const LONGEST = 1e4;
function refusalOf(error) {
	const get = (value, name) => typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
	const response = get(error, "response");
	const status = get(error, "status");
	const headers = get(response, "headers");
	return {
		status: typeof status === "number" && response !== void 0 ? status : void 0,
		words: messageOf(error),
		header: (name) => {
			const value = get(headers, name);
			return value === void 0 ? void 0 : String(value);
		}
	};
}
const isLimit = ({ status, words, header }) => status === 429 || status === 403 && (/rate limit/i.test(words) || header("retry-after") !== void 0 || header("x-ratelimit-remaining") === "0");
function statusOf(error) {
	return refusalOf(error).status;
}
function isFinal(error) {
	const found = refusalOf(error);
	return found.status !== void 0 && found.status < 500 && !isLimit(found);
}
function pauseBefore(error, attempt, repeatable) {
	const found = refusalOf(error);
	if (attempt >= ATTEMPTS || isFinal(error)) return void 0;
	if (!isLimit(found)) return repeatable ? 1e3 * attempt : void 0;
	const asked = Number(found.header("retry-after") ?? NaN) * 1e3;
	return asked >= 0 && asked <= LONGEST ? Math.max(asked, 500) : void 0;
}
function refusal(error, fork, accepted = false) {
	const found = refusalOf(error);
	const { status, words } = found;
	if (isLimit(found)) return `GitHub limits how often this token may ask (${status}): ${words}`;
	if (status === 403 && /\block(ed)?\b/i.test(words)) return "its conversation is locked.";
	if (status === 401 && accepted) return "the token has ended (401). The token of a job ends after 24 hours at the latest; the training goes on, and its end stands in the summary.";
	if (status === 403 || status === 401 || status === 404) return `the token may not (${status}). ${fork ? READING_ONLY : PERMISSION}`;
	return words;
}
export { statusOf as i, pauseBefore as n, refusal as r, isFinal as t };
