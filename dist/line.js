import { at as methodName, nt as baseOf } from "./start.js";
import { k as canonicalJson } from "./data.js";
import { c as byAge } from "./work.js";
// src/job/line.ts
function ownPairs({ metadata }) {
	return Object.fromEntries(Object.entries(metadata ?? {}).filter(([name]) => !name.startsWith("finetune_action_")));
}
const RUN = /^(?<number>\d+)\/\d+\b(?<place>.*?)(?: #\d+)?$/;
function lastingPairs(job, number) {
	const commit = job.origin?.commit ?? "";
	const passes = (value) => value === number || value.length >= 7 && commit.startsWith(value);
	return Object.fromEntries(Object.entries(ownPairs(job)).filter(([, value]) => !passes(value)));
}
function lineOf(job) {
	const { repository, run = "" } = job.origin ?? {};
	const { number, place } = RUN.exec(run)?.groups ?? {};
	if (repository === void 0 || number === void 0 || !job.model) return void 0;
	const parts = {
		repository: repository.toLowerCase(),
		place,
		base: baseOf(job.model),
		method: methodName(job.method),
		suffix: job.suffix ?? "",
		pairs: lastingPairs(job, number)
	};
	return {
		number,
		line: canonicalJson(parts)
	};
}
function predecessor(job, listed) {
	const own = lineOf(job);
	const created = job.created_at;
	if (own === void 0 || created == null) return void 0;
	return listed.filter((one) => {
		if (one.id === job.id || one.state !== "succeeded" || !one.fine_tuned_model || (one.created_at ?? 1e400) > created) return false;
		const its = lineOf(one);
		return its?.line === own.line && its.number !== own.number;
	}).sort(byAge).at(-1);
}
export { predecessor as n, ownPairs as t };
