import { n as timeOf, t as isTerminal } from "./objects.js";
import { t as weightOf } from "./weight.js";
import { s as ProviderError, t as AbortedError } from "./errors.js";
import { g as isRepeatable, h as RETRY } from "./work.js";
import { _ as progressLine, d as heartbeatLine, i as warn, t as maySeeRows, u as eventLine, v as statusLine } from "./step.js";
import { o as metricPoint } from "./metrics.js";
import { n as foreignText } from "./words.js";
// src/job/watch.ts
function nextInterval(current, pace, news) {
	if (news === "status") return pace.from;
	if (news === "events") return Math.max(pace.from, current / 2);
	return Math.min(pace.to, current * 1.5);
}
const MOST_EVENTS = 2e4;
const MOST_OF_EVENTS = 33554432;
const PAUSED = 9e5;
const LONGEST_TIMER = 2 ** 31 - 1;
const timerOf = (left) => Math.ceil(Math.min(Math.max(left, 0), LONGEST_TIMER));
async function* watch(job, pace, work) {
	const events = work.provider.events?.(job.id);
	let current = job;
	let interval = pace.from;
	const signal = AbortSignal.any([work.signal, AbortSignal.timeout(timerOf(work.deadline - work.clock.now()))]);
	let eventsFail = false;
	let [eventCount, eventBytes] = [0, 0];
	let eventsFrom = 0;
	let stoodStill;
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
			if (events !== void 0 && eventCount < MOST_EVENTS && eventBytes < MOST_OF_EVENTS && work.clock.now() >= eventsFrom) {
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
		eventCount += fresh.length;
		eventBytes += weightOf(fresh);
		if (fresh.length > 0 && (eventCount >= MOST_EVENTS || eventBytes >= MOST_OF_EVENTS)) yield {
			kind: "trouble",
			message: `The job has had ${`${eventCount} events of ${Math.round(eventBytes / 1024 / 1024)} MiB`}, which is as many as are read; it is watched on without them.`
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
		stoodStill = current.state === "paused" ? stoodStill ?? work.clock.now() : void 0;
		if (stoodStill !== void 0 && work.clock.now() - stoodStill >= PAUSED) return {
			reason: "paused",
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
function happenings({ record, runner, inputs }) {
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
		if (point === void 0) return foreignText(eventLine(event), maySeeRows(inputs, runner.context));
		if (point.totalSteps !== void 0) runner.progress?.("Training", point.step, point.totalSteps);
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
			runner.info(heartbeatLine(job, clock.now() - step.started, clock.now()));
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
export { follow as n, explained as t };
