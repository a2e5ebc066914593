import { Qt as ActionError, Zt as AbortedError, rn as ProviderError, t as isTerminal } from "./start.js";
import { h as RETRY, n as offered, p as cancelSurely } from "./work.js";
import { N as statusLine } from "./main.js";
import { n as findJob, o as takeUp } from "./find-job.js";
import { n as openProvider } from "./open-provider.js";
// src/operations/verbs.ts
const PATIENCE = 6e4;
const VERBS = {
	cancel: {
		name: "cancel",
		ask: (id, work) => cancelSurely(id, work, {
			patience: RETRY.verb.patience,
			signal: work.signal,
			byDeletion: true
		}),
		done: isTerminal
	},
	pause: {
		name: "pause",
		needs: "pause",
		ask: (id, work) => work.attempt("verb", () => offered(work.provider.pause, "pause")(id, work.signal)),
		done: (state) => state === "paused"
	},
	resume: {
		name: "resume",
		needs: "resume",
		ask: (id, work) => work.attempt("verb", () => offered(work.provider.resume, "resume")(id, work.signal)),
		done: (state) => !isTerminal(state) && state !== "paused" && state !== "pausing"
	}
};
const retrieve = (job, work) => work.attempt("read", () => work.provider.look(job.id, work.signal));
async function ask(job, verb, work) {
	if (verb.done(job.state)) {
		work.say(`Job ${job.id} is ${job.status} already.`);
		return job;
	}
	const impossible = (status) => new ActionError(`Job ${job.id} is ${status}, so it cannot be asked to ${verb.name}. Only a job that has not ended can.`);
	if (isTerminal(job.state)) throw impossible(job.status);
	try {
		return await verb.ask(job.id, work);
	} catch (error) {
		if (!(error instanceof ProviderError) || error.facts.fate !== "refused") throw error;
		const now = await retrieve(job, work);
		if (verb.done(now.state)) return now;
		throw isTerminal(now.state) ? impossible(now.status) : error;
	}
}
async function awaitState(asked, verb, work) {
	const until = Math.min(work.clock.now() + PATIENCE, work.deadline);
	let job = asked;
	for (let wait = 500; !verb.done(job.state) && !isTerminal(job.state); wait = Math.min(wait * 2, 5e3)) {
		if (work.clock.now() + wait > until) break;
		await work.clock.sleep(wait, work.signal);
		if (work.signal.aborted) throw new AbortedError(`Job ${job.id} was asked to ${verb.name}; the run is being cancelled before it did.`);
		job = await retrieve(job, work);
	}
	return job;
}
const changing = (verb) => async (step) => {
	const work = await openProvider(step, verb.needs);
	const found = await findJob(step, work);
	if (found === void 0) return;
	const { record, runner } = step;
	takeUp(step, found);
	const { onResume } = step.connection.profile;
	if (verb.name === "resume" && !verb.done(found.state) && onResume !== void 0) runner.notice(onResume);
	const job = await awaitState(await ask(found, verb, work), verb, work);
	record.note({
		kind: "job seen",
		job
	});
	record.note({
		kind: "ending",
		ending: "done"
	});
	if (verb.done(job.state)) return runner.info(statusLine(job, found.status === job.status ? void 0 : found.status));
	if (isTerminal(job.state)) throw new ActionError(`Job ${job.id} ended as ${job.status} before it could ${verb.name}.`);
	record.note({
		kind: "reason",
		reason: `${verb.name} was asked for and is pending`
	});
	runner.notice(`Job ${job.id} was asked to ${verb.name}; it is still ${job.status}, and the provider will follow.`);
};
const cancel = changing(VERBS.cancel);
const pause = changing(VERBS.pause);
const resume = changing(VERBS.resume);
export { cancel, pause, resume };
