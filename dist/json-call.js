import { n as bounded } from "./answer-body.js";
import { a as retryAfterOf, i as redirected, n as failureOf, r as fateOf, t as failure } from "./failures.js";
// src/providers/json-call.ts
const LIMIT_SECONDS = 60;
const LARGEST = 4194304;
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
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
async function jsonCall(request) {
	const { call, method, url, headers = {}, body, signal, explanations = [] } = request;
	const limit = AbortSignal.timeout(LIMIT_SECONDS * 1e3);
	try {
		const answer = await fetch(url, {
			method,
			headers: {
				accept: "application/json",
				...headers
			},
			...body === void 0 ? {} : { body },
			redirect: "manual",
			signal: signal === void 0 ? limit : AbortSignal.any([signal, limit])
		});
		const response = await bounded(answer, LARGEST);
		const text = await response.text();
		const json = parsed(text);
		if (response.status >= 200 && response.status < 300) return {
			status: response.status,
			headers: response.headers,
			json
		};
		const { code, detail } = wordsOf(json, text);
		throw failure({
			call,
			fate: fateOf(response.status),
			kind: response.status === 404 ? "missing" : void 0,
			status: response.status,
			code,
			requestId: textOf(response.headers.get("x-ms-correlation-request-id")) ?? textOf(response.headers.get("x-ms-request-id")),
			retryAfter: retryAfterOf(response.headers, Date.now()),
			detail: redirected(response.status, response.headers) ?? detail
		}, explanations);
	} catch (error) {
		throw failureOf(error, {
			call,
			signal,
			limit,
			limitSeconds: LIMIT_SECONDS,
			explanations,
			answered: () => void 0
		});
	}
}
export { jsonCall as t };
