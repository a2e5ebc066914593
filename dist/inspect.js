import { a as notFound, i as matchingJobs, n as findJob, o as takeUp, r as listCut, s as newest } from "./find-job.js";
import { n as offered, t as inPassing } from "./work.js";
import { D as listLines, E as jobLine, H as inertLine, N as statusLine, O as lookLines, R as counted, b as checkpointLine, tt as metricPoint, v as warn, w as eventLine } from "./main.js";
import { n as openProvider } from "./open-provider.js";
import { n as explained, t as notePrevious } from "./previous-model.js";
import { P as lacking, rn as ProviderError } from "./start.js";
// src/stages/progress.ts
const EVENTS = 200;
const CHECKPOINTS = 200;
async function tolerant(world, what, read) {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		warn(world, `${what} could not be read; the job is not affected. ${error.message}`);
		return [];
	}
}
const wordsOf = ({ message }) => message ?? void 0;
async function progressOf(world, job, work) {
	const { record, connection } = world;
	const passing = inPassing(work);
	const { events, checkpoints } = work.provider;
	const log = lacking(connection.profile, "events") === void 0 ? events : void 0;
	const kept = lacking(connection.profile, "checkpoints") === void 0 ? checkpoints : void 0;
	const seen = log === void 0 ? [] : await tolerant(world, "The events", () => newest(log(job.id).all(passing), { limit: EVENTS }));
	for (const event of seen.toReversed()) record.note({
		kind: "event",
		event,
		metrics: metricPoint(event)
	});
	const all = kept === void 0 ? [] : await tolerant(world, "The checkpoints", () => newest(kept(job.id, passing), { limit: CHECKPOINTS }));
	record.note({
		kind: "checkpoints",
		checkpoints: all
	});
	const cause = seen.find(({ level, message }) => level === "error" && message);
	const told = explained(job, cause === void 0 ? void 0 : wordsOf(cause));
	record.note({
		kind: "job seen",
		job: told
	});
	return told;
}
// src/operations/inspect.ts
async function jobOf(step, work) {
	const job = await findJob(step, work);
	if (job === void 0) return void 0;
	takeUp(step, job);
	step.record.note({
		kind: "ending",
		ending: "done"
	});
	return job;
}
async function retrieve(step) {
	const work = await openProvider(step);
	const found = await jobOf(step, work);
	if (found === void 0) return;
	const job = await progressOf(step, found, work);
	await notePrevious(step, job, work);
	for (const line of [statusLine(job, void 0), ...lookLines(job)]) step.runner.info(line);
}
async function list(step) {
	const { inputs, record, runner } = step;
	const jobs = await matchingJobs(step, inputs.limit, await openProvider(step));
	record.note({
		kind: "jobs",
		jobs
	});
	record.note({
		kind: "ending",
		ending: "done"
	});
	if (jobs.length === 0 && (inputs.metadata !== void 0 || inputs.status !== void 0)) return notFound(step);
	for (const line of [`${counted(jobs.length, "job")}.`, ...listLines(jobs, jobLine)]) runner.info(line);
}
async function listEvents(step) {
	const work = await openProvider(step, "events");
	const log = offered(work.provider.events, "events");
	const job = await jobOf(step, work);
	if (job === void 0) return;
	const events = await newest(log(job.id).all(work), {
		limit: step.inputs.limit,
		onCut: listCut(step, "events")
	});
	step.record.note({
		kind: "events",
		events: events.toReversed()
	});
	const title = `${counted(events.length, "event")} of job ${inertLine(job.id, 80)}.`;
	for (const line of [title, ...listLines(events, eventLine)]) step.runner.info(line);
}
async function listCheckpoints(step) {
	const work = await openProvider(step, "checkpoints");
	const kept = offered(work.provider.checkpoints, "checkpoints");
	const job = await jobOf(step, work);
	if (job === void 0) return;
	const checkpoints = await newest(kept(job.id, work), {
		limit: step.inputs.limit,
		onCut: listCut(step, "checkpoints")
	});
	step.record.note({
		kind: "checkpoints",
		checkpoints
	});
	const title = `${counted(checkpoints.length, "checkpoint")} of job ${inertLine(job.id, 80)}.`;
	for (const line of [title, ...listLines(checkpoints, checkpointLine)]) step.runner.info(line);
}
export { list, listCheckpoints, listEvents, retrieve };
