import { Et as optional, Mt as string, Tt as object, mt as boolean, ut as _enum } from "./start.js";
// src/run/left-job.ts
const LeftJob = object({
	phase: _enum([
		"creating",
		"created",
		"cancelling",
		"ended"
	]),
	server: string(),
	fingerprint: optional(string()),
	run: optional(string()),
	jobId: optional(string()),
	cancel: boolean(),
	byDeletion: optional(boolean())
});
const PREFIX = "job_of_";
function serverOf({ profile, baseUrl }) {
	return `${profile.name} ${baseUrl}`;
}
function leaveJob({ runner, connection }, left) {
	const name = `${PREFIX}${runner.context.step.replace(/\W+/g, "_")}`;
	runner.saveState(name, JSON.stringify({
		...left,
		server: serverOf(connection)
	}));
}
function leftJobs(runner) {
	return runner.savedStates(PREFIX).flatMap((text) => {
		try {
			const read = LeftJob.safeParse(JSON.parse(text));
			return read.success ? [read.data] : [];
		} catch {
			return [];
		}
	});
}
export { leftJobs as n, serverOf as r, leaveJob as t };
