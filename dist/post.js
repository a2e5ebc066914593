import { H as actionsRunner, O as INPUT_NAMES, U as rawInputs, V as systemClock, c as connector, h as readConnection, in as messageOf, p as resolveConnection, r as maskSecrets, t as isTerminal } from "./start.js";
import { t as isRun } from "./run.js";
import { g as isRepeatable, h as RETRY, o as identicalJobs, p as cancelSurely, r as workOf } from "./work.js";
import { n as leftDeployments } from "./left-deployment.js";
import { n as leftJobs, r as serverOf } from "./left-job.js";
// src/post.ts
const PATIENCE = 24e4;
const LOOKS = [
	0,
	2e3,
	8e3,
	2e4,
	4e4,
	6e4,
	6e4
];
function duty(left, cancelled) {
	if (left.phase === "ended") return "nothing";
	if (left.phase === "cancelling") return "cancel";
	if (cancelled) return left.cancel ? "cancel" : "nothing";
	return "leave";
}
async function run(environment = process.env, runner = actionsRunner(environment)) {
	const raw = rawInputs(environment, INPUT_NAMES);
	await using closing = new AsyncDisposableStack();
	try {
		await maskSecrets(raw, environment, runner);
		const cancelled = raw.job_status?.trim() === "cancelled" || runner.getState("cancelled") === "true";
		for (const words of leftDeployments(runner)) runner.warning(words);
		const cancel = [];
		for (const left of leftJobs(runner)) {
			const task = duty(left, cancelled);
			if (task === "cancel") cancel.push(left);
			if (task === "leave" && left.cancel) runner.notice(`The step ended before its job${left.jobId === void 0 ? "" : ` ${left.jobId}`} did; a re-run takes it up again instead of paying twice.`);
		}
		if (cancel.length > 0) await cancelAll(cancel, runner, raw, environment, closing);
	} catch (error) {
		runner.warning(`The post step could not finish: ${messageOf(error)}`);
	}
}
async function cancelAll(lefts, runner, raw, environment, closing) {
	const connection = resolveConnection(await readConnection(raw), environment);
	if (connection.credential?.kind === "key") runner.mask(connection.credential.key);
	const own = lefts.filter(({ server }) => server === serverOf(connection));
	if (own.length === 0) return;
	const work = await openWork(connection, runner, closing);
	await Promise.all(own.map((left) => cancelJobs(left, runner, work).catch((error) => runner.warning(`The post step could not cancel the job ${left.jobId ?? ""}: ${messageOf(error)}`))));
}
async function openWork(connection, runner, closing) {
	return workOf({
		provider: await connector(connection, runner, closing)(),
		clock: systemClock,
		signal: AbortSignal.timeout(PATIENCE),
		deadline: systemClock.now() + PATIENCE,
		say: (text) => runner.info(text),
		warn: (text) => runner.warning(text)
	});
}
async function liveJobs({ fingerprint = "", run }, work) {
	for (const wait of LOOKS) {
		if (work.clock.now() + wait > work.deadline) break;
		await work.clock.sleep(wait, work.signal);
		const jobs = await identicalJobs(fingerprint, work).catch(toLookAgain(work));
		const own = jobs.filter(({ origin }) => isRun(origin, run));
		if (own.length > 0) return own.filter((job) => !isTerminal(job.state)).map(({ id }) => id);
		const unproved = jobs.find(({ origin, state }) => origin?.run === void 0 && !isTerminal(state));
		if (unproved === void 0) continue;
		work.warn(`The job ${unproved.id} (${unproved.status}) may be the one that this run asked for; nothing on it proves that, so it was not cancelled. Look at it.`);
		return [];
	}
	return [];
}
function toLookAgain(work) {
	return (error) => {
		if (!isRepeatable(error, RETRY.read) || work.clock.now() >= work.deadline) throw error;
		work.say(`${error.message} Looking again.`);
		return [];
	};
}
const GLANCE = 5e3;
async function isProvedAnothers(id, { run }, work) {
	if (run === void 0) return false;
	try {
		const { origin } = await work.provider.look(id, AbortSignal.any([work.signal, AbortSignal.timeout(GLANCE)]));
		return origin?.run !== void 0 && !isRun(origin, run);
	} catch {
		return false;
	}
}
async function cancelJobs(left, runner, work) {
	const ids = left.jobId === void 0 ? await liveJobs(left, work) : [left.jobId];
	for (const id of ids) {
		if (await isProvedAnothers(id, left, work)) {
			runner.warning(`The job ${id} says that another run asked for it, so it was not cancelled.`);
			continue;
		}
		const { byDeletion } = left;
		const patience = work.deadline - work.clock.now();
		const { status } = await cancelSurely(id, work, {
			patience,
			signal: work.signal,
			byDeletion
		});
		runner.notice(`Job ${id} is ${status}, because the workflow run was cancelled.`);
	}
	if (ids.length === 0) runner.info("No job of this run is live, so there is nothing to cancel.");
}
export { run };
