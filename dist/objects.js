// src/api/objects.ts
const ENDED = new Set([
	"succeeded",
	"failed",
	"cancelled"
]);
function isTerminal(state) {
	return ENDED.has(state);
}
function timeOf(seconds) {
	const date = new Date((seconds ?? NaN) * 1e3);
	return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}
export { timeOf as n, isTerminal as t };
