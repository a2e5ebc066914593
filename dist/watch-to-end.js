import { n as timeOf, t as isTerminal } from "./objects.js";
import { a as JobError, c as messageOf, n as ActionError, s as ProviderError, t as AbortedError } from "./errors.js";
import { a as announcementLine, c as eventLine, f as progressLine, i as warn, l as heartbeatLine, p as statusLine, r as stage, u as modelLine, w as inertLine } from "./step.js";
import { n as isEnding, r as leaveJob, t as cancelSurely } from "./cancel.js";
import { a as isRepeatable, i as RETRY, t as inPassing } from "./work.js";
import { i as takeUp } from "./find-job.js";
import { a as metricPoint, n as decodeResultFile } from "./metrics.js";
// src/stages/cancel-or-detach.ts
const LAST_WORDS = 4e3;
async function cancelJob(world, { job }, work, patience) {
	const leave = (phase) => leaveJob(world, {
		phase,
		jobId: job.id,
		cancel: true
	});
	leave("cancelling");
	try {
		const answer = await cancelSurely(job.id, work, {
			patience,
			signal: AbortSignal.timeout(patience)
		});
		world.record.note({
			kind: "job seen",
			job: answer
		});
		if (isEnding(answer)) leave("ended");
		return isTerminal(answer.state) ? `Job ${job.id} is ${answer.status}.` : `Job ${job.id} is being cancelled (${answer.status}).`;
	} catch (error) {
		return `Job ${job.id} could not be cancelled and may still run; the post step goes on trying: ${messageOf(error)}`;
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
	const done = verdict.cancel ? await cancelJob(world, held, work, LAST_WORDS) : verdict.reason;
	if (!verdict.cancel) leaveJob(world, {
		phase: "ended",
		jobId: held.job.id,
		cancel: false
	});
	throw new ActionError(`The workflow run was cancelled. ${done}`);
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
		const done = await cancelJob(world, held, work, RETRY.verb.patience);
		record.note({
			kind: "ending",
			ending: "cancelled"
		});
		throw new ActionError(`Job ${job.id} was still ${job.status} after timeout_minutes: ${timeout_minutes}. ${done}${ours ? "" : " It was not created by this run."}`);
	}
	throw new ActionError(`Job ${job.id} is still ${job.status} after timeout_minutes: ${timeout_minutes}; it runs on.`, { fix: `A later step with operation: wait and job_id: ${job.id} goes on watching.` });
}
// src/job/watch.ts
function nextInterval(current, pace, news) {
	if (news === "status") return pace.from;
	if (news === "events") return Math.max(pace.from, current / 2);
	return Math.min(pace.to, current * 1.5);
}
const LONGEST_TIMER = 2 ** 31 - 1;
const timerOf = (left) => Math.ceil(Math.min(Math.max(left, 0), LONGEST_TIMER));
async function* watch(job, pace, work) {
	const events = work.provider.events?.(job.id);
	let current = job;
	let interval = pace.from;
	const signal = AbortSignal.any([work.signal, AbortSignal.timeout(timerOf(work.deadline - work.clock.now()))]);
	let eventsFail = false;
	let eventsFrom = 0;
	yield {
		kind: "status",
		job,
		before: void 0
	};
	for (;;) {
		const before = current;
		if (!isTerminal(current.state)) try {
			current = await work.attempt("watch", () => work.provider.look(job.id, signal));
		} catch (error) {
			if (error instanceof AbortedError) return {
				reason: work.signal.aborted ? "aborted" : "deadline",
				job: current
			};
			if (!isRepeatable(error, RETRY.watch) || error.facts.kind === "missing") throw error;
			yield {
				kind: "trouble",
				message: `The job could not be read any more; it goes on without us. ${error.message}`
			};
			await work.clock.sleep(Math.max(0, work.deadline - work.clock.now()), work.signal);
			return {
				reason: work.signal.aborted ? "aborted" : "deadline",
				job: current
			};
		}
		let fresh = [];
		try {
			if (events !== void 0 && work.clock.now() >= eventsFrom) {
				fresh = await events.fresh(signal);
				eventsFail = false;
			}
		} catch (error) {
			if (error instanceof AbortedError) return {
				reason: work.signal.aborted ? "aborted" : "deadline",
				job: current
			};
			if (!(error instanceof ProviderError)) throw error;
			if (!eventsFail) yield {
				kind: "trouble",
				message: `The job's events cannot be read just now. ${error.message}`
			};
			eventsFail = true;
			eventsFrom = work.clock.now() + (error.facts.retryAfter ?? 0);
		}
		const changed = current.status !== before.status;
		if (changed && !isTerminal(current.state)) yield {
			kind: "status",
			job: current,
			before: before.status
		};
		for (const event of fresh) yield {
			kind: "event",
			event
		};
		if (changed && isTerminal(current.state)) yield {
			kind: "status",
			job: current,
			before: before.status
		};
		if (isTerminal(current.state)) return {
			reason: "terminal",
			job: current
		};
		interval = nextInterval(interval, pace, changed ? "status" : fresh.length > 0 ? "events" : "none");
		yield {
			kind: "look",
			job: current,
			nextInSeconds: interval
		};
		const left = work.deadline - work.clock.now();
		if (left > 0) await work.clock.sleep(Math.min(interval * 1e3, left), work.signal);
		if (work.signal.aborted) return {
			reason: "aborted",
			job: current
		};
		if (work.clock.now() >= work.deadline) return {
			reason: "deadline",
			job: current
		};
	}
}
// src/stages/follow.ts
const HEARTBEAT = 3e5;
const CHECKPOINT_PIECES = 20;
function paceOf({ inputs, connection }) {
	const { poll_interval_seconds } = inputs;
	if (poll_interval_seconds > 0) return {
		from: poll_interval_seconds,
		to: poll_interval_seconds
	};
	const [from, to] = connection.profile.pollSeconds;
	return {
		from,
		to
	};
}
function happenings({ record }) {
	let first;
	return (happening) => {
		if (happening.kind === "status") {
			record.note({
				kind: "job seen",
				job: happening.job
			});
			return statusLine(happening.job, happening.before);
		}
		if (happening.kind !== "event") return void 0;
		const { event } = happening;
		const point = metricPoint(event);
		record.note({
			kind: "event",
			event,
			metrics: point
		});
		if (point === void 0) return eventLine(event);
		const time = event.created_at * 1e3;
		first ??= {
			step: point.step,
			time
		};
		const pace = point.step > first.step ? (time - first.time) / (point.step - first.step) : void 0;
		return `${timeOf(event.created_at).slice(11, 19)} ${progressLine(point, pace)}`.trimStart();
	};
}
function explained(job, lastError) {
	if (job.state !== "failed" || job.error?.message || lastError === void 0) return job;
	return {
		...job,
		error: {
			...job.error,
			message: lastError
		}
	};
}
async function follow(step, held, work, exchange) {
	const { runner, clock, record } = step;
	const watched = watch(held.job, paceOf(step), work);
	const lineOf = happenings(step);
	let lastLine = clock.now();
	let lastError;
	for (;;) {
		const next = await watched.next();
		if (next.done) {
			const { reason } = next.value;
			const job = explained(next.value.job, lastError);
			record.note({
				kind: "job seen",
				job
			});
			return {
				reason,
				job,
				ours: held.ours
			};
		}
		const line = lineOf(next.value);
		if (next.value.kind === "event" && next.value.event.level === "error") lastError = next.value.event.message ?? lastError;
		if (line !== void 0) {
			runner.info(line);
			lastLine = clock.now();
		}
		if (next.value.kind === "trouble") warn(step, next.value.message);
		if (next.value.kind !== "look") continue;
		const { job } = next.value;
		await step.comment("running");
		if (clock.now() - lastLine > HEARTBEAT) {
			runner.info(heartbeatLine(job, clock.now() - step.started));
			lastLine = clock.now();
		}
		const other = await exchange?.({
			job,
			ours: held.ours
		}) ?? held;
		if (other.job.id === held.job.id) continue;
		await watched.return({
			reason: "terminal",
			job: other.job
		});
		return follow(step, other, work);
	}
}
async function collect(world, job, work) {
	const { record } = world;
	const tolerant = async (what, read) => {
		try {
			await read();
		} catch (error) {
			if (!(error instanceof ProviderError)) throw error;
			warn(world, `${what} could not be read; the job is not affected. ${error.message}`);
		}
	};
	await tolerant("The checkpoints", async () => {
		let pieces = 0;
		for await (const checkpoints of work.provider.checkpoints?.(job.id, inPassing(work)) ?? []) {
			record.note({
				kind: "checkpoints",
				checkpoints
			});
			pieces += 1;
			if (pieces === CHECKPOINT_PIECES) break;
		}
	});
	const { result } = work.provider;
	if (result === void 0) return;
	for (const id of job.result_files ?? []) await tolerant(`The result file ${id}`, async () => {
		const text = decodeResultFile(await work.attempt("extra", () => result(id, work.signal)));
		record.note({
			kind: "result file",
			file: {
				id,
				name: `${id}.csv`,
				text
			}
		});
	});
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
	leaveJob(world, {
		phase: isTerminal(job.state) ? "ended" : "created",
		jobId: job.id,
		cancel
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
const NAMED_WITHIN = [
	2e3,
	5e3,
	1e4,
	2e4,
	23e3
];
async function withName(world, ended, work) {
	let job = ended;
	for (const wait of NAMED_WITHIN) {
		if (job.state !== "succeeded" || job.fine_tuned_model) return job;
		if (work.clock.now() + wait > work.deadline) break;
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
	record.note({
		kind: "ending",
		ending: "succeeded"
	});
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
export { watchToEnd as n, cancelOrDetach as r, announce as t };
