import { tn as JobError } from "./start.js";
import { v as createdBy } from "./data.js";
import { v as warn } from "./main.js";
import { n as findJob } from "./find-job.js";
import { n as openProvider } from "./open-provider.js";
import { n as watchToEnd, t as announce } from "./watch-to-end.js";
// src/operations/wait.ts
async function wait(step) {
	if (!step.inputs.wait) warn(step, "Input wait is false, and operation: wait waits all the same. For one look write operation: retrieve.");
	const work = await openProvider(step);
	const found = await findJob(step, work);
	if (found === void 0) return;
	step.record.note({
		kind: "reason",
		reason: "it was asked for by operation: wait"
	});
	const held = {
		job: found,
		ours: false
	};
	announce(step, held);
	const { job, ended } = await watchToEnd(step, held, work);
	if (ended !== "cancelled") return;
	const creator = createdBy(job.origin);
	throw new JobError(`Job ${job.id} was cancelled${creator === void 0 ? "" : `; it was created by ${creator}`}. Its create step makes a new one when it runs again.`, "cancelled");
}
export { wait };
