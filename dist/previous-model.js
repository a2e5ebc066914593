import { I as hasEndedUnclearly, P as lacking, Qt as ActionError, Zt as AbortedError, n as timeOf, rn as ProviderError, sn as foreignText, t as isTerminal, z as wordOf } from "./start.js";
import { J as trainedShare, M as shareLine, N as statusLine, T as heartbeatLine, g as maySeeRows, j as progressLine, nt as stepsOf, tt as metricPoint, v as warn, w as eventLine } from "./main.js";
import { g as isRepeatable, h as RETRY } from "./work.js";
import { t as weightOf } from "./weight.js";
import { t as untilDeadline } from "./deadline.js";
import { n as predecessor } from "./line.js";
// src/job/polling.ts
const POLLING = {
	lasted: 1 / 25,
	left: 1 / 4,
	longest: {
		waiting: 1,
		running: 1 / 4,
		ahead: 1 / 5,
		near: 1 / 6
	},
	near: {
		share: 1 / 25,
		looks: 3
	},
	events: {
		share: 1 / 3,
		latest: 5
	}
};
const SECOND = 1e3;
const within = (value, low, high) => Math.max(low, Math.min(value, Math.max(low, high)));
function atFirst(job, now) {
	return {
		now,
		state: job.state,
		status: job.status,
		since: now,
		progress: void 0,
		estimate: void 0,
		nearSince: void 0,
		readAt: void 0,
		vainReads: 0,
		news: "status",
		waited: 0
	};
}
function estimateOf({ estimated_finish, seconds_left }, now) {
	if (typeof seconds_left === "number") return now + seconds_left * SECOND;
	return typeof estimated_finish === "number" ? estimated_finish * SECOND : void 0;
}
function progressed(before, { now, job, events }) {
	let progress = before;
	const told = (events ?? []).map(({ created_at, data }) => ({
		steps: stepsOf(data),
		at: created_at * SECOND
	}));
	for (const { steps, at } of [...told, {
		steps: job.steps,
		at: now
	}]) {
		const total = steps?.totalSteps ?? progress?.total;
		if (steps === void 0 || total === void 0) continue;
		if (progress !== void 0 && steps.step <= progress.last.step) continue;
		const last = {
			step: steps.step,
			at: within(at, progress?.last.at ?? 0, now)
		};
		progress = {
			first: progress?.first ?? last,
			last,
			total
		};
	}
	return progress;
}
function stepsLeft({ progress, now }) {
	if (progress === void 0) return void 0;
	const { first, last, total } = progress;
	if (last.step >= total) return 0;
	if (last.step <= first.step) return void 0;
	const each = (last.at - first.at) / (last.step - first.step);
	return Math.max(0, each * (total - last.step) - (now - last.at));
}
function timeLeft(known) {
	const { estimate, now } = known;
	return stepsLeft(known) ?? (estimate === void 0 ? void 0 : Math.max(0, estimate - now));
}
function learned(known, look, waited, pace) {
	const { now, job, events } = look;
	const changed = job.status !== known.status;
	const brought = events !== void 0 && events.length > 0;
	const next = {
		now,
		state: job.state,
		status: job.status,
		waited,
		since: changed ? now : known.since,
		progress: progressed(known.progress, look),
		estimate: estimateOf(job, now),
		readAt: events === void 0 ? known.readAt : now,
		vainReads: changed || brought ? 0 : known.vainReads + (events === void 0 ? 0 : 1),
		news: changed ? "status" : brought ? "events" : "none"
	};
	return {
		...next,
		nearSince: nearSince(known, next, changed, pace)
	};
}
function nearSince(known, next, changed, pace) {
	const better = stepsLeft(known) === void 0 && stepsLeft(next) !== void 0;
	if (!changed && !better && known.nearSince !== void 0) return known.nearSince;
	const left = timeLeft(next);
	if (left === void 0 || next.state !== "running") return void 0;
	const taken = next.progress === void 0 ? 0 : next.now - next.progress.first.at;
	return left <= Math.max(POLLING.near.looks * pace.from * SECOND, (taken + left) * POLLING.near.share) ? next.now : void 0;
}
function waitOf(known, pace) {
	const { now, state, since } = known;
	const { longest } = POLLING;
	const lasted = (from) => (now - from) / SECOND * POLLING.lasted;
	if (state !== "running") return within(lasted(since), pace.from, pace.to * longest.waiting);
	if (known.nearSince !== void 0) return within(lasted(known.nearSince), pace.from, pace.to * longest.near);
	const left = timeLeft(known);
	if (left !== void 0) return within(left / SECOND * POLLING.left, pace.from, pace.to * longest.ahead);
	return within(lasted(since), pace.from, pace.to * longest.running);
}
const guided = (known, pace) => {
	const seconds = waitOf(known, pace);
	if (pace.from === pace.to || known.readAt === void 0) return {
		seconds,
		events: true
	};
	const { share, latest } = POLLING.events;
	const apart = pace.to * Math.min(latest, share * 2 ** known.vainReads);
	return {
		seconds,
		events: known.now - known.readAt + seconds * SECOND >= apart * SECOND
	};
};
// src/job/watch.ts
const MOST_EVENTS = 2e4;
const MOST_OF_EVENTS = 16777216;
const PAUSED = 9e5;
function unclearLooks(before, job, now) {
	return hasEndedUnclearly(job, now) ? before + 1 : 0;
}
function unclearEnd(job) {
	return `The job says that it ended at ${timeOf(job.finished_at)}, under the unknown status ${wordOf(job)}; it is looked at 4 times more.`;
}
async function* watch(job, pace, work, polling = guided) {
	const events = work.provider.events?.(job.id);
	let current = job;
	let known = atFirst(job, work.clock.now());
	let next = {
		seconds: pace.from,
		events: true
	};
	const signal = untilDeadline(work);
	let eventsFail = false;
	let [eventCount, eventBytes] = [0, 0];
	let eventsFrom = 0;
	let stoodStill;
	let unclear = 0;
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
		const changed = current.status !== before.status;
		const wanted = next.events || changed || isTerminal(current.state);
		const readable = eventCount < MOST_EVENTS && eventBytes < MOST_OF_EVENTS && work.clock.now() >= eventsFrom;
		let read;
		try {
			if (events !== void 0 && wanted && readable) {
				read = await events.fresh(signal);
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
			read = [];
			eventsFrom = work.clock.now() + (error.facts.retryAfter ?? 0);
		}
		const fresh = read ?? [];
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
		unclear = unclearLooks(unclear, current, work.clock.now());
		if (unclear === 1) yield {
			kind: "trouble",
			message: unclearEnd(current)
		};
		if (unclear >= 5) return {
			reason: "unclear",
			job: current
		};
		known = learned(known, {
			now: work.clock.now(),
			job: current,
			events: read
		}, next.seconds, pace);
		next = unclear > 0 ? {
			seconds: pace.to,
			events: true
		} : polling(known, pace);
		yield {
			kind: "look",
			job: current,
			nextInSeconds: next.seconds
		};
		const left = work.deadline - work.clock.now();
		if (left > 0) await work.clock.sleep(Math.min(next.seconds * 1e3, left), work.signal);
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
function happenings({ record, runner, inputs, clock }) {
	let first;
	const shareOf = shares(runner, clock);
	return (happening) => {
		if (happening.kind === "look" && first === void 0) return shareOf(happening.job);
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
function shares(runner, clock) {
	let first;
	let shown;
	return ({ state, steps }) => {
		if (state !== "running" || steps === void 0) return void 0;
		const { step, totalSteps } = steps;
		const at = clock.now();
		first ??= {
			step,
			at
		};
		const words = trainedShare(steps);
		if (words === shown) return void 0;
		shown = words;
		if (totalSteps === void 0) return words;
		runner.progress?.("Training", step, totalSteps);
		return shareLine(steps, step > first.step ? (at - first.at) / (step - first.step) * (totalSteps - step) : void 0);
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
// src/stages/previous-model.ts
const once = (work) => ({
	...work,
	attempt: (_kind, call) => call()
});
async function firstOf(pieces) {
	for await (const piece of pieces) return piece;
	return [];
}
function repositoryLabel({ metadata, origin }) {
	const pairs = Object.entries(metadata ?? {});
	return Object.fromEntries(pairs.filter(([name, value]) => name.startsWith("finetune_action_") && value === origin?.repository));
}
function reachesBack(listed, job) {
	return (listed[0]?.created_at ?? 0) >= (job.created_at ?? 0) || listed.some(({ id }) => id === job.id);
}
async function find(world, job, work) {
	const { provider } = work;
	const listed = await firstOf(provider.jobs(repositoryLabel(job), once(work)));
	const found = reachesBack(listed, job) ? predecessor(job, listed) : void 0;
	if (found === void 0) return void 0;
	const kept = lacking(world.connection.profile, "checkpoints") === void 0 ? provider.checkpoints : void 0;
	return {
		job: found,
		checkpoint: (kept === void 0 ? [] : await firstOf(kept.call(provider, found.id, once(work)))).toSorted((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0)).at(-1)
	};
}
async function notePrevious(world, job, work) {
	if (job.state !== "succeeded" || !job.fine_tuned_model || job.origin?.repository === void 0) return;
	try {
		const previous = await find(world, job, work);
		if (previous !== void 0) world.record.note({
			kind: "previous model",
			previous
		});
	} catch (error) {
		if (!(error instanceof ActionError) || error instanceof AbortedError) throw error;
	}
}
export { explained as n, follow as r, notePrevious as t };
