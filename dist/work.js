import { Zt as AbortedError, in as messageOf, n as timeOf, rn as ProviderError, t as isTerminal } from "./start.js";
import { t as isRun } from "./run.js";
// src/job/backoff.ts
const MINUTE = 6e4;
const RETRY = {
	read: {
		patience: 2 * MINUTE,
		obeys: 60 * MINUTE,
		first: 1e3,
		longest: 3e4,
		unknown: true,
		notFound: false
	},
	watch: {
		patience: Number.POSITIVE_INFINITY,
		obeys: Number.POSITIVE_INFINITY,
		first: 1e3,
		longest: MINUTE,
		unknown: true,
		notFound: true,
		lag: 2 * MINUTE,
		refused: true
	},
	settle: {
		patience: 15 * MINUTE,
		obeys: 60 * MINUTE,
		first: 1e3,
		longest: MINUTE,
		unknown: true,
		notFound: true
	},
	extra: {
		patience: 2e4,
		obeys: 5 * MINUTE,
		first: 1e3,
		longest: 5e3,
		unknown: true,
		notFound: false
	},
	verb: {
		patience: MINUTE,
		obeys: 5 * MINUTE,
		first: 500,
		longest: 1e4,
		unknown: true,
		notFound: false
	},
	upload: {
		patience: 10 * MINUTE,
		obeys: 60 * MINUTE,
		first: 2e3,
		longest: MINUTE,
		unknown: false,
		notFound: false
	},
	part: {
		patience: 10 * MINUTE,
		obeys: 60 * MINUTE,
		first: 1e3,
		longest: 3e4,
		unknown: true,
		notFound: false
	},
	create: {
		patience: 30 * MINUTE,
		obeys: 60 * MINUTE,
		first: 5e3,
		longest: 5 * MINUTE,
		unknown: false,
		notFound: false
	},
	ask: {
		patience: 5 * MINUTE,
		obeys: 30 * MINUTE,
		first: 1e3,
		longest: 3e4,
		unknown: true,
		notFound: true,
		lag: MINUTE
	},
	deploy: {
		patience: 60 * MINUTE,
		obeys: 60 * MINUTE,
		first: 5e3,
		longest: MINUTE,
		unknown: true,
		notFound: false
	}
};
function isRepeatable(error, policy) {
	if (!(error instanceof ProviderError)) return false;
	const { facts } = error;
	if (facts.kind === "missing") return policy.notFound;
	if (facts.kind === "credential" && policy.refused) return true;
	if (facts.final) return false;
	if (facts.kind === "limited") return true;
	if (facts.fate === "unsent") return true;
	return facts.fate === "unknown" && policy.unknown;
}
function pause(policy, number, retryAfter, chance) {
	const doubled = Math.min(policy.longest, policy.first * 2 ** (number - 1));
	return Math.max(doubled * (1 - chance / 4), retryAfter ?? 0);
}
async function retrying(policy, { clock, signal, deadline, onRetry, lookUp, beforeAgain }, call) {
	const started = clock.now();
	let asked = 0;
	let missingSince;
	for (let number = 1;; number += 1) try {
		return await call();
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		const lost = lookUp !== void 0 && error.facts.fate === "unknown";
		if (!lost && !isRepeatable(error, policy)) throw error;
		const wait = pause(policy, number, error.facts.retryAfter, Math.random());
		const next = clock.now() + wait;
		asked = Math.min(policy.obeys, asked + (error.facts.retryAfter ?? 0));
		missingSince = error.facts.kind === "missing" ? missingSince ?? clock.now() : void 0;
		if (missingSince !== void 0 && next > missingSince + (policy.lag ?? Number.POSITIVE_INFINITY)) throw error;
		if (next > started + (lost || policy.patience === Number.POSITIVE_INFINITY ? policy.patience : Math.min(policy.patience, error.facts.patience ?? policy.patience)) + asked || next > (deadline ?? Number.POSITIVE_INFINITY)) throw error;
		onRetry?.(error, wait, lost);
		await clock.sleep(wait, signal);
		if (signal?.aborted) throw new AbortedError(`Stopped waiting, because the run is being cancelled, after: ${messageOf(error)}`, { cause: error });
		const found = lost ? await lookUp() : await beforeAgain?.();
		if (found !== void 0) return found;
	}
}
// src/job/cancel.ts
function isEnding(job) {
	return isTerminal(job.state) || job.state === "cancelling";
}
async function cancelSurely(id, { provider, clock, say }, { patience, signal, byDeletion = false }) {
	const policy = {
		...RETRY.verb,
		patience,
		obeys: patience
	};
	const until = {
		clock,
		signal,
		deadline: clock.now() + patience,
		onRetry: (error, wait) => say(`${error.message} Trying again in ${Math.ceil(wait / 1e3)} s.`)
	};
	try {
		return await retrying(policy, until, () => provider.cancel(id, signal, {
			byDeletion,
			say
		}));
	} catch (error) {
		if (!(error instanceof ProviderError) || error.facts.fate !== "refused") throw error;
		const now = await retrying(policy, until, () => provider.look(id, signal));
		if (isEnding(now)) return now;
		throw error;
	}
}
// src/job/origin.ts
function isElsewhere({ origin }, repository) {
	const said = origin?.repository;
	return said !== void 0 && Boolean(repository) && said.toLowerCase() !== repository?.toLowerCase();
}
const PLACE = /^(\d+\/\d+)\b.* #(\d+)$/;
function runName({ runId, runAttempt, job, step }, check) {
	if (runId === "") return void 0;
	return [
		`${runId}/${runAttempt}`,
		job,
		step,
		check === void 0 ? "" : `#${check}`
	].filter((part) => part !== "").join(" ");
}
function isSibling({ origin }, run) {
	if (isRun(origin, run)) return false;
	const [, ours, own] = PLACE.exec(run ?? "") ?? [];
	const [, theirs, other] = PLACE.exec(origin?.run ?? "") ?? [];
	return ours !== void 0 && ours === theirs && own !== other;
}
// src/job/plan.ts
function byAge(left, right) {
	return (left.created_at ?? Number.POSITIVE_INFINITY) - (right.created_at ?? Number.POSITIVE_INFINITY) || (left.id < right.id ? -1 : 1);
}
function day(job) {
	const time = timeOf(job.created_at || void 0);
	return time === "" ? "" : ` of ${time.slice(0, 10)}`;
}
function planOf(candidates, unclear = [], unproved) {
	const jobs = candidates.map(({ job }) => job).sort(byAge);
	const [winner, ...surplus] = jobs.filter((job) => !isTerminal(job.state) && job.state !== "cancelling");
	const succeeded = candidates.filter(({ job }) => job.state === "succeeded").sort((left, right) => byAge(left.job, right.job));
	const usable = succeeded.filter(({ modelGone }) => !modelGone).at(-1);
	if (usable !== void 0) return {
		action: "reuse",
		job: usable.job,
		reason: `an identical job${day(usable.job)} has succeeded; ${usable.job.fine_tuned_model ? "its model is used again" : "it is not paid for again, though the provider names no model"}`
	};
	if (winner !== void 0) return {
		action: "attach",
		job: winner,
		surplus,
		reason: `an identical job${day(winner)} is ${winner.status}; it is watched instead of paying again`
	};
	const ending = jobs.find((job) => job.state === "cancelling");
	if (ending !== void 0) return {
		action: "settle",
		job: ending,
		reason: `an identical job is being cancelled; its end is awaited`
	};
	const failed = jobs.filter((job) => job.state === "failed");
	const refused = failed.find((job) => (job.trained_tokens ?? 0) > 0 && job.error?.moderated);
	if (refused !== void 0) return {
		action: "refuse",
		job: refused,
		reason: `an identical job was trained and then refused (${refused.error?.message ?? refused.error?.code}); it is not paid for again until the inputs change, or with reuse: false`
	};
	const [first, ...others] = unclear;
	if (first !== void 0) return {
		action: "refuse",
		job: first,
		reason: `nothing shows that this server keeps metadata, and it cannot be proved that ${[first, ...others.slice(0, 4)].map(({ id, status }) => `${id} (${status})`).join(", ")}${others.length > 4 ? ` and ${others.length - 4} more` : ""} asks for something else; go on with operation: wait and its job_id, or create anew with reuse: false`
	};
	const gone = succeeded.at(-1);
	if (gone !== void 0) return {
		action: "refuse",
		job: gone.job,
		reason: `an identical job${day(gone.job)} has succeeded, and the server says that its model ${gone.job.fine_tuned_model} does not exist or that this key may not see it; go on with reuse: false to pay for it again, or with a key that sees it`
	};
	if (unproved !== void 0) return {
		action: "refuse",
		job: void 0,
		reason: `it is not proved that no identical job exists: ${unproved}; go on with operation: wait and job_id, or create anew with reuse: false`
	};
	const last = failed.at(-1);
	if (last !== void 0) return {
		action: "create",
		reason: `an identical job${day(last)} failed (${last.error?.message ?? "without a reason"})`
	};
	if (jobs.length > 0) return {
		action: "create",
		reason: "an identical job was cancelled"
	};
	return {
		action: "create",
		reason: "no identical job exists"
	};
}
// src/job/lookup.ts
async function findIdentical(mark, work) {
	const { jobs, unclear, unproved } = await work.provider.find(mark, work);
	return {
		jobs: jobs.toSorted(byAge),
		unclear: unclear.toSorted(byAge),
		unproved
	};
}
async function identicalJobs(fingerprint, work) {
	return (await findIdentical({ fingerprint }, work)).jobs;
}
async function candidates(jobs, work) {
	return Promise.all(jobs.map(async (job) => ({
		job,
		modelGone: await isModelGone(job, work)
	})));
}
async function isModelGone(job, work) {
	const { model } = work.provider;
	const name = job.fine_tuned_model;
	if (job.state !== "succeeded" || !name || model === void 0) return false;
	try {
		await work.attempt("extra", () => model(name, work.signal));
		return false;
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		return error.facts.kind === "missing";
	}
}
function raceOf(twins) {
	const live = twins.filter(({ state }) => !isTerminal(state) && state !== "cancelling").toSorted(byAge);
	const [winner, ...rest] = [...twins.filter(({ state }) => state === "succeeded").toSorted(byAge).slice(0, 1), ...live];
	return {
		winner,
		surplus: rest
	};
}
async function settleRace(job, mark, work, isApart = () => false) {
	const { fingerprint, origin } = mark;
	const { winner, surplus } = raceOf((await findIdentical({
		fingerprint,
		origin
	}, work)).jobs.filter((twin) => !isApart(twin)));
	if (winner === void 0) return void 0;
	for (const one of surplus) {
		if (one.id !== job.id && isElsewhere(one, origin?.repository)) continue;
		work.warn(`The job ${one.id} asks for the same as ${winner.id} (${winner.status}); it is cancelled, so that only one is paid for.`);
		await cancelSurely(one.id, work, {
			patience: RETRY.verb.patience,
			signal: work.signal
		});
	}
	return winner.id === job.id || isTerminal(job.state) ? void 0 : winner;
}
// src/job/work.ts
const REFUSALS = 8;
function workOf(given) {
	const { clock, signal, deadline, say } = given;
	const warned = new Set();
	const warn = (text) => {
		if (warned.has(text)) return;
		warned.add(text);
		given.warn(text);
	};
	let refusals = 0;
	const hear = (kind, error) => {
		refusals = kind === "watch" && error.facts.kind === "credential" ? refusals + 1 : 0;
		if (refusals === REFUSALS) warn(`The job runs on and is looked at until timeout_minutes, but the key is refused again and again. ${error.message}`);
	};
	return {
		...given,
		warn,
		attempt: (kind, call, options = {}) => retrying(RETRY[kind], {
			clock,
			signal: options.signal ?? signal,
			deadline,
			lookUp: options.lookUp,
			beforeAgain: options.beforeAgain,
			onRetry: (error, wait, lost) => {
				say(`${error.message} ${lost ? "Looking whether it arrived" : "Trying again"} in ${Math.ceil(wait / 1e3)} s.`);
				hear(kind, error);
			}
		}, call)
	};
}
function inPassing(work) {
	return {
		...work,
		attempt: (kind, call, options) => work.attempt(kind === "read" ? "extra" : kind, call, options)
	};
}
function offered(verb, name) {
	if (verb === void 0) throw new TypeError(`This platform's client has no verb ${name}, and its profile does not say so.`);
	return verb;
}
export { retrying as _, findIdentical as a, byAge as c, isSibling as d, runName as f, isRepeatable as g, RETRY as h, candidates as i, planOf as l, isEnding as m, offered as n, identicalJobs as o, cancelSurely as p, workOf as r, settleRace as s, inPassing as t, isElsewhere as u };
