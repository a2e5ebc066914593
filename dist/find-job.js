import { i as InputError, n as ActionError, s as ProviderError } from "./errors.js";
import { c as lacking } from "./registry.js";
import { n as endOfToken, t as credentialAdvice } from "./connection.js";
import { i as warn } from "./step.js";
import { t as isTerminal } from "./objects.js";
import { c as findIdentical, d as byAge, f as planOf, r as workOf, s as candidates } from "./work.js";
import { i as hashInName, r as fingerprintOf, t as acceptData } from "./accept-data.js";
import { n as priceOf } from "./estimate2.js";
// src/stages/identify-job.ts
async function contentOf(file, work) {
	if (file.kind === "upload") return file.contentSha256;
	const remote = await work.attempt("read", () => work.provider.file(file.id, work.signal));
	return hashInName(remote.filename) ?? file.id;
}
async function identifyJob(world, { training, validation }, work) {
	const { inputs, runner, record } = world;
	const { repository, sha, runId, runAttempt, job, step } = runner.context;
	const fingerprint = fingerprintOf(inputs, {
		training: await contentOf(training, work),
		validation: validation === void 0 ? void 0 : await contentOf(validation, work),
		scope: inputs.reuse ? void 0 : [
			repository,
			runId,
			job,
			step,
			inputs.matrix ?? ""
		].join("\n")
	});
	record.note({
		kind: "fingerprint",
		fingerprint
	});
	runner.setOutput("fingerprint", fingerprint);
	const run = `${runId}/${runAttempt} ${job} ${step}`.trim();
	return {
		fingerprint,
		origin: {
			repository,
			commit: sha,
			run: runId === "" ? void 0 : run
		},
		likeness: {
			model: inputs.model,
			trainingFile: training.kind === "id" ? training.id : void 0
		}
	};
}
// src/stages/open-provider.ts
function lacksCredential({ connection }) {
	return connection.credential === void 0 && !connection.profile.embedded;
}
async function openProvider(world, verb) {
	const { connection, clock, signal, started, inputs, runner, record } = world;
	if (lacksCredential(world)) throw new InputError([{
		place: "api_key",
		message: credentialAdvice(connection)
	}]);
	const lack = verb === void 0 ? void 0 : lacking(connection.profile, verb);
	if (lack !== void 0) throw new ActionError(lack);
	const provider = await world.connect();
	const { name, beforeUse, rehearsal } = connection.profile;
	record.note({
		kind: "provider",
		provider: {
			name,
			baseUrl: provider.baseUrl,
			beforeUse,
			rehearsal
		}
	});
	const deadline = started + inputs.timeout_minutes * 6e4;
	const end = endOfToken(connection.credential);
	if (end !== void 0 && end < deadline) {
		const minutes = Math.round((end - clock.now()) / 6e4);
		warn(world, `The token in api_key ${minutes <= 0 ? "has ended" : `ends in ${minutes} min`}, and timeout_minutes is ${inputs.timeout_minutes}. After that the job runs on, but cannot be looked at: take a key, or a fresh token in a later step with operation: wait.`);
	}
	return workOf({
		provider,
		clock,
		signal,
		deadline,
		say: (text) => runner.info(text),
		warn: (text) => warn(world, text)
	});
}
// src/job/newest.ts
const timeOf = (item) => item?.created_at ?? 0;
async function newest(pieces, { limit, accept = () => true }) {
	const found = new Map();
	let oldestFirst;
	for await (const page of pieces) {
		oldestFirst ??= timeOf(page[0]) < timeOf(page.at(-1));
		for (const item of page) if (accept(item) && !found.has(item.id)) found.set(item.id, item);
		if (!oldestFirst && found.size >= limit) break;
	}
	const items = [...found.values()];
	if (oldestFirst) items.reverse();
	return items.sort((left, right) => timeOf(right) - timeOf(left)).slice(0, limit);
}
// src/stages/find-job.ts
function carriesAll(job, metadata) {
	return Object.entries(metadata ?? {}).every(([key, value]) => job.metadata?.[key] === value);
}
function matchingJobs({ inputs }, limit, work) {
	const { metadata, status } = inputs;
	const accept = (job) => carriesAll(job, metadata) && (status === void 0 || job.status === status);
	return newest(work.provider.jobs(metadata, work), {
		limit,
		accept
	});
}
function wanted({ inputs }) {
	const { job_id, metadata, status } = inputs;
	return `${job_id !== void 0 ? `with job_id: ${job_id}` : metadata !== void 0 ? `with metadata ${JSON.stringify(metadata)}` : "with the fingerprint of these inputs"}${status === void 0 || job_id !== void 0 ? "" : ` and status: ${status}`}`;
}
async function namedJob(world, work) {
	const { job_id, metadata } = world.inputs;
	if (job_id !== void 0) return work.attempt("read", () => work.provider.look(job_id, work.signal)).catch((error) => {
		if (error instanceof ProviderError && error.facts.kind === "missing") return void 0;
		throw error;
	});
	return metadata === void 0 ? byFingerprint(world, work) : (await matchingJobs(world, 1, work))[0];
}
async function byFingerprint(world, work) {
	const mark = await identifyJob(world, await acceptData(world), work);
	const { jobs, unclear, unproved } = await findIdentical(mark, work);
	const { status } = world.inputs;
	const matching = jobs.filter((job) => status === void 0 || job.status === status);
	const plan = planOf(await candidates(matching, work), unclear, unproved);
	if (plan.action === "refuse") {
		if (plan.job?.state === "succeeded" && jobs.includes(plan.job)) return plan.job;
		throw new ActionError(`${plan.job === void 0 ? "No job is" : `Job ${plan.job.id} is not`} taken up: ${plan.reason}.`);
	}
	if (plan.action !== "create") return plan.job;
	return matching.filter((job) => isTerminal(job.state)).sort(byAge).at(-1);
}
async function findJob(world, work) {
	const job = await namedJob(world, work);
	if (job === void 0) notFound(world);
	return job;
}
function takeUp(world, job) {
	const { runner, record, connection } = world;
	record.note({
		kind: "job taken up",
		job,
		origin: job.origin,
		price: priceOf(world, job.model ?? ""),
		jobUrl: connection.profile.jobPage?.(job.id)
	});
	runner.setOutput("job_id", job.id);
}
function notFound(world) {
	const text = `There is no job ${wanted(world)}.`;
	if (world.inputs.if_not_found === "fail") throw new ActionError(`${text} Check the input and that the key belongs to the project of the job, or write if_not_found: empty.`);
	world.record.note({
		kind: "ending",
		ending: "absent"
	});
	world.runner.info(text);
}
export { newest as a, identifyJob as c, takeUp as i, matchingJobs as n, lacksCredential as o, notFound as r, openProvider as s, findJob as t };
