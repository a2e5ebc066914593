import { Qt as ActionError, Zt as AbortedError, in as messageOf, rn as ProviderError } from "./start.js";
// src/providers/failures.ts
const BEFORE_THE_SERVER = "A web page answers, so a proxy, gateway or firewall before the server refuses the request; the key was not looked at. Check base_url and HTTPS_PROXY, and whether this runner may reach the server.";
const BY_STATUS = [
	{
		status: 401,
		page: true,
		fix: BEFORE_THE_SERVER,
		final: true
	},
	{
		status: 403,
		page: true,
		fix: BEFORE_THE_SERVER,
		final: true
	},
	{
		status: 401,
		fix: "The key was not accepted. Check that api_key belongs to this server and has not been revoked.",
		final: true
	},
	{
		status: 403,
		fix: "The key may not do this. Check the permissions of the key, its project and its organisation.",
		final: true
	},
	{
		status: 404,
		fix: "The server has no such address. Check that base_url is the API root, such as https://host/v1.",
		final: true
	},
	{
		code: "ENOTFOUND",
		fix: "There is no server of this name. Check base_url, and that the runner can resolve it or reach it through HTTPS_PROXY.",
		final: false
	},
	{
		status: 405,
		fix: "The server does not offer this call. Check that base_url is the API root.",
		final: true
	},
	{
		status: 413,
		fix: "The file is larger than the server takes.",
		final: true
	}
];
function explanationOf(facts, own) {
	return [...own, ...BY_STATUS].find((entry) => (entry.code === void 0 || entry.code === facts.code || entry.code === facts.type) && (entry.status === void 0 || entry.status === facts.status) && (entry.page === void 0 || entry.page === facts.page) && (entry.says?.test(facts.detail ?? "") ?? true) && (entry.call === void 0 || facts.call.includes(entry.call)));
}
const UNSENT = /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;
const NAMELESS = 1e4;
function rootOf(error) {
	let found = Error.isError(error) ? error : void 0;
	while (Error.isError(found?.cause)) found = found.cause;
	const inner = found !== void 0 && "errors" in found && Array.isArray(found.errors) ? found.errors[0] : void 0;
	return Error.isError(inner) ? inner : found;
}
function toldIn(error) {
	if (error instanceof ProviderError) return error;
	return Error.isError(error) && error.cause !== void 0 ? toldIn(error.cause) : void 0;
}
function codeOf(error) {
	return error !== void 0 && "code" in error && typeof error.code === "string" ? error.code : void 0;
}
function retryAfterOf(headers, now) {
	const precise = Number(headers?.get("retry-after-ms") ?? NaN);
	if (Number.isFinite(precise) && precise >= 0) return precise;
	const text = headers?.get("retry-after");
	if (!text) return void 0;
	const seconds = Number(text);
	if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1e3 : void 0;
	const date = Date.parse(text);
	const then = Date.parse(headers?.get("date") ?? "");
	return Number.isNaN(date) ? void 0 : Math.max(0, date - (Number.isNaN(then) ? now : then));
}
function fateOf(status) {
	return status >= 500 || status === 408 ? "unknown" : "refused";
}
function kindOf(status) {
	switch (status) {
		case 400:
		case 422: return "invalid";
		case 401:
		case 403: return "credential";
		case 404:
		case 405:
		case 501: return "unsupported";
		case 429: return "limited";
		default: return;
	}
}
const short = (text, length) => text.length > length ? `${text.slice(0, length)}…` : text;
function failureMessage(facts) {
	const named = facts.code ?? facts.type;
	const code = named === String(facts.status) ? void 0 : named;
	const status = facts.status === void 0 ? "" : ` with ${facts.status}${code === void 0 ? "" : ` ${short(code, 80)}`}`;
	const said = short(facts.detail.replace(/\s+/g, " ").trim(), 400).replace(/[.\s]*$/, ".");
	const id = facts.requestId === void 0 ? "" : ` (request ${short(facts.requestId, 80)})`;
	return `${facts.call} failed${status}${id}: ${said}`;
}
function failure(facts, explanations = [], cause) {
	const explanation = facts.kind === "limited" ? void 0 : explanationOf(facts, explanations);
	const known = {
		...facts,
		kind: facts.kind ?? kindOf(facts.status),
		final: explanation?.final ?? false
	};
	const { passedOn } = facts;
	const fix = passedOn === void 0 || passedOn === 429 ? explanation?.fix : `The server behind it refused the request with ${passedOn}, so asking again does not help; change what it names.`;
	return new ProviderError(failureMessage(facts), known, {
		cause,
		fix
	});
}
function redirected(status, headers) {
	if (status < 300 || status > 399) return void 0;
	const target = (headers?.get("location") ?? "").replace(/\/\/.*@/, "//").replace(/[?#].*$/s, "");
	return `the server answered with a redirect${target === "" ? "" : ` to ${short(target, 200)}`}, which is never followed, so that no credential goes elsewhere; set base_url to the right address`;
}
function failureOf(error, attempt) {
	const { call, explanations } = attempt;
	const failed = (facts) => failure(facts, explanations, error);
	if (attempt.signal?.aborted) return new AbortedError(`${call} was cut short because the run is being cancelled.`, { cause: error });
	if (attempt.limit.aborted) return failed({
		call,
		fate: "unknown",
		detail: `there was no complete answer within ${attempt.limitSeconds} s`
	});
	const told = toldIn(error);
	if (told !== void 0) return told;
	const root = rootOf(error);
	if (root instanceof ActionError) return root;
	const answered = attempt.answered(error);
	if (answered !== void 0) return failed(answered);
	const code = codeOf(root);
	const fate = /Proxy response|Proxy connection/i.test(root?.message ?? "") || code !== void 0 && UNSENT.test(code) ? "unsent" : "unknown";
	if (/unexpected redirect/i.test(root?.message ?? "")) return failed({
		call,
		fate: "refused",
		detail: "the server answered with a redirect, which is never followed; set base_url to the address it leads to"
	});
	return failed({
		call,
		fate,
		code,
		patience: code === "ENOTFOUND" && attempt.reached === false ? NAMELESS : void 0,
		detail: `the connection failed: ${root === void 0 ? messageOf(error) : root.message || code || root.name}`
	});
}
const BYTES_PER_SECOND = 1e5;
function secondsFor(bytes) {
	return 60 + Math.ceil(bytes / BYTES_PER_SECOND);
}
export { kindOf as a, short as c, fateOf as i, failure as n, redirected as o, failureOf as r, retryAfterOf as s, secondsFor as t };
