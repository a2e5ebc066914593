import { d as rawInputs, l as systemClock, n as filesFor, o as readInputs, r as OPERATIONS, s as INPUT_NAMES, t as connector, u as actionsRunner } from "./connect.js";
import { t as isTerminal } from "./objects.js";
import { c as messageOf } from "./errors.js";
import { r as secretsIn } from "./secrets.js";
import { c as identicalJobs, r as workOf } from "./work.js";
import { n as resolveConnection } from "./connection.js";
// src/post.ts
const PATIENCE = 24e4;
const LOOKS = [
	0,
	2e3,
	8e3,
	2e4,
	4e4
];
function duty(state) {
	if (state.phase === "" || state.phase === "ended") return "nothing";
	return state.cancelled && state.onCancel !== "detach" ? "cancel" : "leave";
}
async function run(environment = process.env) {
	const runner = actionsRunner(environment);
	const raw = rawInputs(environment, INPUT_NAMES);
	for (const secret of await secretsIn(raw)) runner.mask(secret);
	await using closing = new AsyncDisposableStack();
	try {
		const jobId = runner.getState("job_id");
		const cancelled = raw.job_status?.trim() === "cancelled" || runner.getState("cancelled") === "true";
		const task = duty({
			phase: runner.getState("phase"),
			cancelled,
			onCancel: raw.on_cancel?.trim() || void 0
		});
		if (task === "leave") runner.notice(`The step ended before its job${jobId === "" ? "" : ` ${jobId}`} did; a re-run takes it up again instead of paying twice.`);
		if (task === "cancel") await cancelJobs(jobId, runner, await openWork(runner, raw, environment, closing));
	} catch (error) {
		runner.warning(`The post step could not finish: ${messageOf(error)}`);
	}
}
async function openWork(runner, raw, environment, closing) {
	const files = filesFor(raw, runner.context);
	const inputs = await readInputs(raw, (file) => files.readText(file), OPERATIONS);
	return workOf({
		provider: await connector(resolveConnection(inputs, environment), runner, closing)(),
		clock: systemClock,
		signal: AbortSignal.timeout(PATIENCE),
		deadline: systemClock.now() + PATIENCE,
		say: (text) => runner.info(text),
		warn: (text) => runner.warning(text)
	});
}
async function liveJobs(fingerprint, work) {
	for (const wait of LOOKS) {
		await work.clock.sleep(wait, work.signal);
		const jobs = await identicalJobs(fingerprint, work);
		if (jobs.length > 0) return jobs.filter((job) => !isTerminal(job.state)).map(({ id }) => id);
	}
	return [];
}
async function cancelJobs(jobId, runner, work) {
	const { provider, signal } = work;
	const ids = jobId === "" ? await liveJobs(runner.getState("fingerprint"), work) : [jobId];
	for (const id of ids) {
		const before = await provider.look(id, signal);
		if (isTerminal(before.state)) runner.info(`Job ${id} is ${before.status}; there is nothing to cancel.`);
		else runner.notice(`Job ${id} is ${(await provider.cancel(id, signal)).status}, because the workflow run was cancelled.`);
	}
	if (ids.length === 0) runner.info("No job was created, so there is nothing to cancel.");
}
export { run };
