import { n as bounded, r as readJson, t as LargeAnswer } from "./answer-body.js";
import { i as fateOf, n as failure, o as redirected, r as failureOf, s as retryAfterOf } from "./time-limits.js";
// src/providers/json-call.ts
const LARGEST = 4194304;
const textOf = (value) => typeof value === "string" && value !== "" ? value : void 0;
function wordsOf(json, text) {
	const map = typeof json === "object" && json !== null ? json : {};
	const error = Reflect.get(map, "error");
	const inner = typeof error === "object" && error !== null ? error : map;
	return {
		code: textOf(error) ?? textOf(Reflect.get(inner, "code")),
		detail: textOf(Reflect.get(map, "error_description")) ?? textOf(Reflect.get(inner, "message")) ?? (text.trim().slice(0, 200) || "the answer is empty")
	};
}
const ID_HEADERS = [
	"x-ms-correlation-request-id",
	"x-ms-request-id",
	"x-request-id"
];
const requestIdIn = (headers) => ID_HEADERS.map((name) => textOf(headers.get(name))).find((id) => id !== void 0);
const beyond = (call) => (error) => error instanceof LargeAnswer ? {
	call,
	fate: "unknown",
	patience: 5e3,
	detail: error.message
} : void 0;
const STREAMED = {
	duplex: "half",
	redirect: "error",
	window: null
};
async function jsonCall(request) {
	const { call, method, url, headers = {}, body, signal, explanations = [], seconds: limitSeconds = 60 } = request;
	const limit = AbortSignal.timeout(limitSeconds * 1e3);
	try {
		const answer = await fetch(url, {
			method,
			headers: {
				accept: "application/json",
				...headers
			},
			...body === void 0 ? {} : { body },
			...body instanceof ReadableStream ? STREAMED : { redirect: "manual" },
			signal: signal === void 0 ? limit : AbortSignal.any([signal, limit])
		});
		const response = await bounded(answer, request.largest ?? LARGEST);
		const text = await response.text();
		const json = readJson(text);
		if (response.status >= 200 && response.status < (request.redirectAnswers ? 400 : 300)) return {
			status: response.status,
			headers: response.headers,
			json,
			text
		};
		const { code, detail } = wordsOf(json, text);
		const page = /^\s*</.test(text);
		throw failure({
			call,
			fate: fateOf(response.status),
			kind: response.status === 404 && !page ? "missing" : void 0,
			status: response.status,
			code,
			page,
			requestId: requestIdIn(response.headers),
			retryAfter: retryAfterOf(response.headers, Date.now()),
			detail: redirected(response.status, response.headers) ?? (page ? "a web page" : detail)
		}, explanations);
	} catch (error) {
		throw failureOf(error, {
			call,
			signal,
			limit,
			limitSeconds,
			explanations,
			answered: beyond(call)
		});
	}
}
export { jsonCall as t };
