// src/api/run.ts
function sumOf(run) {
	let hash = 2166136261;
	for (const byte of Buffer.from(run)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
	return hash;
}
function isRun(origin, run) {
	if (origin?.run === void 0 || run === void 0) return false;
	return origin.runSum === void 0 ? origin.run === run : origin.runSum === sumOf(run);
}
export { sumOf as n, isRun as t };
