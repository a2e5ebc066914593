import { a as newest, i as takeUp, n as matchingJobs, r as notFound, s as openProvider, t as findJob } from "./find-job.js";
import { n as offered } from "./work.js";
import { b as counted, p as statusLine } from "./step.js";
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
	const job = await jobOf(step, await openProvider(step));
	if (job !== void 0) step.runner.info(statusLine(job, void 0));
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
	runner.info(`${counted(jobs.length, "job")}.`);
}
async function listEvents(step) {
	const work = await openProvider(step, "events");
	const log = offered(work.provider.events, "events");
	const job = await jobOf(step, work);
	if (job === void 0) return;
	const events = await newest(log(job.id).all(work), { limit: step.inputs.limit });
	step.record.note({
		kind: "events",
		events: events.toReversed()
	});
	step.runner.info(`${counted(events.length, "event")} of job ${job.id}.`);
}
async function listCheckpoints(step) {
	const work = await openProvider(step, "checkpoints");
	const kept = offered(work.provider.checkpoints, "checkpoints");
	const job = await jobOf(step, work);
	if (job === void 0) return;
	const checkpoints = await newest(kept(job.id, work), { limit: step.inputs.limit });
	step.record.note({
		kind: "checkpoints",
		checkpoints
	});
	step.runner.info(`${counted(checkpoints.length, "checkpoint")} of job ${job.id}.`);
}
export { list, listCheckpoints, listEvents, retrieve };
