import { Qt as ActionError, Zt as AbortedError, in as messageOf, n as timeOf, rn as ProviderError, t as isTerminal, tn as JobError, z as wordOf } from "./start.js";
import { f as runName, h as RETRY, m as isEnding, p as cancelSurely, t as inPassing } from "./work.js";
import { $ as decodeResultFile, H as inertLine, Q as bestCheckpoint, U as isName, _ as stage, k as modelLine, v as warn, y as announcementLine } from "./main.js";
import { t as leaveJob } from "./left-job.js";
import { t as weightOf } from "./weight.js";
import { o as takeUp } from "./find-job.js";
import { r as follow, t as notePrevious } from "./previous-model.js";
// src/stages/cancel-or-detach.ts
const LAST_WORDS = 4e3;
async function cancelJob(world, { job }, work, { patience, byDeletion }) {
	const leave = (phase) => leaveJob(world, {
		phase,
		jobId: job.id,
		cancel: true,
		byDeletion
	});
	leave("cancelling");
	try {
		const answer = await cancelSurely(job.id, work, {
			patience,
			signal: AbortSignal.timeout(patience),
			byDeletion
		});
		world.record.note({
			kind: "job seen",
			job: answer
		});
		if (isEnding(answer)) leave("ended");
		return isTerminal(answer.state) ? `Job ${job.id} is ${answer.status}.` : `Job ${job.id} is being cancelled (${answer.status}).`;
	} catch (error) {
		if (!(error instanceof ProviderError && error.facts.final)) return `Job ${job.id} could not be cancelled and may still run; the post step goes on trying: ${messageOf(error)}`;
		leave("ended");
		return `Job ${job.id} was not cancelled and runs on: ${error.message}`;
	}
}
function cancelVerdict({ job, ours }, onCancel) {
	if (isTerminal(job.state)) return {
		cancel: false,
		reason: `Job ${job.id} is ${job.status}.`
	};
	if (onCancel === "detach") return {
		cancel: false,
		reason: `Job ${job.id} runs on (on_cancel: detach).`
	};
	if (ours || onCancel === "cancel") return { cancel: true };
	return {
		cancel: false,
		reason: `Job ${job.id} was not created by this run and runs on; on_cancel: cancel would cancel it.`
	};
}
async function cancelOrDetach(world, held, work) {
	const { inputs, record } = world;
	record.note({
		kind: "ending",
		ending: "cancelled"
	});
	const verdict = cancelVerdict(held, inputs.on_cancel);
	const done = verdict.cancel ? await cancelJob(world, held, work, {
		patience: LAST_WORDS,
		byDeletion: inputs.on_cancel === "cancel"
	}) : verdict.reason;
	if (!verdict.cancel) leaveJob(world, {
		phase: "ended",
		jobId: held.job.id,
		cancel: false
	});
	throw new ActionError(`The run was cancelled. ${done}`);
}
async function outOfTime(world, held, work) {
	const { job, ours } = held;
	const { inputs, record, runner } = world;
	const { on_timeout, timeout_minutes } = inputs;
	record.note({
		kind: "ending",
		ending: "detached"
	});
	if (on_timeout !== "cancel") leaveJob(world, {
		phase: "ended",
		jobId: job.id,
		cancel: false
	});
	if (on_timeout === "detach") {
		runner.info(`Job ${job.id} is still ${job.status} after ${timeout_minutes} minutes and runs on (on_timeout: detach).`);
		return;
	}
	if (on_timeout === "cancel") {
		const done = await cancelJob(world, held, work, {
			patience: RETRY.verb.patience,
			byDeletion: true
		});
		record.note({
			kind: "ending",
			ending: "cancelled"
		});
		throw new ActionError(`Job ${job.id} was still ${job.status} after timeout_minutes: ${timeout_minutes}. ${done}${ours ? "" : " It was not created by this run."}`);
	}
	throw new ActionError(`Job ${job.id} is still ${job.status} after timeout_minutes: ${timeout_minutes}; it runs on.`, { fix: `A later step with operation: wait and job_id: ${job.id} goes on watching.` });
}
function standsStill(world, { id }) {
	const { inputs, record, runner } = world;
	record.note({
		kind: "ending",
		ending: "paused"
	});
	leaveJob(world, {
		phase: "ended",
		jobId: id,
		cancel: false
	});
	const said = `Job ${inertLine(id, 80)} is paused, and has been for a quarter of an hour; it is not watched any longer.`;
	const fix = `operation: resume with job_id: ${inertLine(id, 80)} lets it go on, when it is known why it was paused; operation: wait watches it then.`;
	if (inputs.on_timeout !== "detach") throw new ActionError(said, { fix });
	runner.info(`${said} ${fix}`);
}
function endedUnclearly(world, job) {
	const { record } = world;
	record.note({
		kind: "ending",
		ending: "unclear"
	});
	leaveJob(world, {
		phase: "ended",
		jobId: job.id,
		cancel: false
	});
	throw new ActionError(`Job ${inertLine(job.id, 80)} says that it ended at ${timeOf(job.finished_at)}, under the status ${inertLine(wordOf(job), 100)}, which is none that is known; whether it has succeeded cannot be seen.`, { fix: "Look at the job at the provider; an identical one is not paid for until then, unless reuse: false is written." });
}
// src/stages/collect.ts
const CHECKPOINTS = 2e3;
const CHECKPOINT_BYTES = 8388608;
const MOST_CHECKPOINTS = 2e4;
const RESULT_FILES = 20;
const RESULT_BYTES = 16777216;
const readCheckpoints = async (world, job, work) => {
	let [seen, kept, bytes] = [
		0,
		0,
		0
	];
	let best;
	for await (const page of work.provider.checkpoints?.(job.id, inPassing(work)) ?? []) {
		seen += page.length;
		best = bestCheckpoint([...best === void 0 ? [] : [best], ...page]);
		if (kept < CHECKPOINTS && bytes < CHECKPOINT_BYTES) {
			world.record.note({
				kind: "checkpoints",
				checkpoints: page
			});
			kept += page.length;
			bytes += weightOf(page);
		}
		if (seen >= MOST_CHECKPOINTS) break;
	}
	if (best !== void 0) world.record.note({
		kind: "checkpoints",
		checkpoints: [best]
	});
	if (seen >= MOST_CHECKPOINTS) warn(world, `Of the checkpoints only the first ${seen} were looked at; the best one is the best of these.`);
	else if (seen > kept) warn(world, `The report has ${kept} of the job's ${seen} checkpoints, the best one of all among them.`);
};
const readResults = async (world, job, work) => {
	const { result } = work.provider;
	if (result === void 0) return;
	const ids = job.result_files ?? [];
	let bytes = 0;
	for (const [index, id] of ids.entries()) {
		if (index === RESULT_FILES || bytes >= RESULT_BYTES) {
			const most = `${RESULT_FILES} files and ${RESULT_BYTES / 1024 / 1024} MiB in all`;
			warn(world, `Of the job's ${ids.length} result files ${index} were read; at most ${most} are. The provider has the others.`);
			return;
		}
		await tolerant(world, `The result file ${inertLine(id, 80)}`, async () => {
			const content = await work.attempt("extra", () => result(id, work.signal));
			bytes += content.length;
			world.record.note({
				kind: "result file",
				file: {
					id,
					name: `${id}.csv`,
					text: decodeResultFile(content)
				}
			});
		});
	}
};
async function tolerant(world, what, read) {
	try {
		await read();
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		warn(world, `${what} could not be read; the job is not affected. ${error.message}`);
	}
}
async function collect(world, job, work) {
	await tolerant(world, "The checkpoints", () => readCheckpoints(world, job, work));
	await readResults(world, job, work);
}
// src/stages/watch-to-end.ts
function announce(world, { job, ours }) {
	const { runner, record, connection, inputs } = world;
	takeUp(world, job);
	record.note({
		kind: "job watched",
		reused: !ours
	});
	runner.setOutput("reused", String(!ours));
	const { on_cancel } = inputs;
	const cancel = on_cancel !== "detach" && (ours || on_cancel === "cancel");
	const run = on_cancel === "cancel" ? void 0 : runName(runner.context, inputs.job_check_run_id);
	leaveJob(world, {
		phase: isTerminal(job.state) ? "ended" : "created",
		jobId: job.id,
		run,
		cancel,
		byDeletion: on_cancel === "cancel"
	});
	runner.info(announcementLine(job, !ours, connection.profile.jobPage?.(job.id)));
}
async function watchToEnd(step, held, work, exchange) {
	const followed = await stage(step, `Watch ${inertLine(held.job.id, 80)}`, () => follow(step, held, work, exchange));
	try {
		return await judge(step, followed, work);
	} catch (error) {
		if (!(error instanceof AbortedError)) throw error;
		return cancelOrDetach(step, followed, work);
	}
}
const FIRST_WAIT = 2e3;
const LONGEST_WAIT = 2e4;
async function withName(world, ended, work) {
	const seconds = world.connection.profile.namedWithin ?? 300;
	const until = Math.min(work.clock.now() + seconds * 1e3, work.deadline);
	let job = ended;
	for (let wait = FIRST_WAIT;; wait = Math.min(wait * 2, LONGEST_WAIT)) {
		if (job.state !== "succeeded" || job.fine_tuned_model) return job;
		if (work.clock.now() + wait > until) break;
		await work.clock.sleep(wait, work.signal);
		if (work.signal.aborted) break;
		job = await work.attempt("extra", () => work.provider.look(ended.id, work.signal)).catch(unlessAborted(job));
		world.record.note({
			kind: "job seen",
			job
		});
	}
	if (job.state === "succeeded" && !job.fine_tuned_model) warn(world, `Job ${inertLine(job.id, 80)} has succeeded, but the provider names no model. Look at its checkpoints, or ask the provider.`);
	return job;
}
function unlessAborted(job) {
	return (error) => {
		if (error instanceof ProviderError) return job;
		throw error;
	};
}
async function judge(world, { reason, job: seen, ours }, work) {
	const { runner, record } = world;
	const job = reason === "terminal" ? await withName(world, seen, work) : seen;
	if (reason === "aborted") return cancelOrDetach(world, {
		job,
		ours
	}, work);
	if (reason === "deadline") {
		await outOfTime(world, {
			job,
			ours
		}, work);
		return {
			job,
			ours,
			ended: "left"
		};
	}
	if (reason === "paused") {
		standsStill(world, job);
		return {
			job,
			ours,
			ended: "left"
		};
	}
	if (reason === "unclear") endedUnclearly(world, job);
	leaveJob(world, {
		phase: "ended",
		jobId: job.id,
		cancel: false
	});
	if (job.state === "cancelled") {
		record.note({
			kind: "ending",
			ending: "cancelled"
		});
		return {
			job,
			ours,
			ended: "cancelled"
		};
	}
	await collect(world, job, work);
	if (job.state !== "succeeded") {
		record.note({
			kind: "ending",
			ending: "failed"
		});
		throw jobFailure(job);
	}
	await notePrevious(world, job, work);
	record.note({
		kind: "ending",
		ending: "succeeded"
	});
	if (job.fine_tuned_model && !isName(job.fine_tuned_model)) warn(world, `The name that the provider gives the model is no plain name: ${inertLine(job.fine_tuned_model, 80)}. Look at it before it is used, and put it into no script but through env.`);
	runner.info(modelLine(job));
	return {
		job,
		ours,
		ended: "succeeded"
	};
}
function jobFailure(job) {
	const cause = inertLine(job.error?.message || "the provider gave no reason", 500).replace(/[.\s]*$/, ".");
	const code = job.error?.code ?? void 0;
	const named = code === void 0 ? "" : ` (${inertLine(code, 80)})`;
	return new JobError(`Job ${inertLine(job.id, 80)} failed${named}: ${cause}`, code, { fix: job.error?.fix });
}
export { cancelOrDetach as i, watchToEnd as n, cancelJob as r, announce as t };
