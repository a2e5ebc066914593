import { $ as jsonSize } from "./data.js";
// src/answer-body.ts
const LARGEST_ANSWER = 16777216;
const LARGEST_REFUSAL = 65536;
const REFUSAL_PATIENCE = 1e4;
const MOST_VALUES = 1e6;
const DEEPEST = 64;
var LargeAnswer = class extends Error {
	name = "LargeAnswer";
};
async function* atMost(body, most) {
	let size = 0;
	for await (const chunk of body) {
		size += chunk.byteLength;
		if (size > most) throw new LargeAnswer(`the answer is larger than ${most / 1024 / 1024} MiB`);
		yield new Uint8Array(chunk);
	}
}
async function beginning(body) {
	const reader = body.getReader();
	const over = setTimeout(() => void reader.cancel().catch(() => void 0), REFUSAL_PATIENCE);
	const chunks = [];
	let size = 0;
	try {
		while (size < LARGEST_REFUSAL) {
			const { done, value } = await reader.read();
			if (done) break;
			chunks.push(value);
			size += value.byteLength;
		}
	} catch {} finally {
		clearTimeout(over);
		await reader.cancel().catch(() => void 0);
	}
	return new Uint8Array(Buffer.concat(chunks).subarray(0, LARGEST_REFUSAL));
}
const HIGHEST_STATUS = 599;
async function bounded(response, most = LARGEST_ANSWER) {
	const { body, status, statusText, headers } = response;
	if (body === null) return response;
	const same = {
		status: Math.min(HIGHEST_STATUS, status),
		statusText,
		headers
	};
	if (response.ok) return new Response(ReadableStream.from(atMost(body, most)), same);
	return new Response(await beginning(body), same);
}
function flattened(value, left = DEEPEST) {
	if (typeof value !== "object" || value === null) return value;
	if (left === 0) return `(nested deeper than ${DEEPEST} levels)`;
	if (Array.isArray(value)) return value.map((inner) => flattened(inner, left - 1));
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, flattened(inner, left - 1)]));
}
function readJson(text) {
	const { depth, values } = jsonSize(text);
	if (values > MOST_VALUES) throw new LargeAnswer(`the answer holds more than ${MOST_VALUES} values`);
	try {
		const value = JSON.parse(text);
		return depth > DEEPEST ? flattened(value) : value;
	} catch {
		return;
	}
}
export { bounded as n, readJson as r, LargeAnswer as t };
