import { s as ProviderError } from "./errors.js";
import { i as boolean, m as optional, n as _enum, p as object, y as string } from "./schemas.js";
import { t as isTerminal } from "./objects.js";
import { i as RETRY, o as retrying } from "./work.js";
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
	cancel: boolean()
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
// src/job/cancel.ts
function isEnding(job) {
	return isTerminal(job.state) || job.state === "cancelling";
}
async function cancelSurely(id, { provider, clock, say }, { patience, signal }) {
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
		return await retrying(policy, until, () => provider.cancel(id, signal));
	} catch (error) {
		if (!(error instanceof ProviderError) || error.facts.fate !== "refused") throw error;
		const now = await retrying(policy, until, () => provider.look(id, signal));
		if (isEnding(now)) return now;
		throw error;
	}
}
export { serverOf as a, leftJobs as i, isEnding as n, leaveJob as r, cancelSurely as t };
