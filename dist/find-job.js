import { Qt as ActionError, rn as ProviderError, t as isTerminal } from "./start.js";
import { a as findIdentical, c as byAge, f as runName, i as candidates, l as planOf, u as isElsewhere } from "./work.js";
import { t as weightOf } from "./weight.js";
import { H as inertLine, R as counted, v as warn } from "./main.js";
import { b as hashInName, i as acceptData, l as priceOf, y as fingerprintOf } from "./data.js";
// src/stages/identify-job.ts
async function contentOf(file, work) {
	if (file.kind === "upload") return file.contentSha256;
	const remote = await work.attempt("read", () => work.provider.file(file.id, work.signal));
	return hashInName(remote.filename) ?? file.id;
}
async function identifyJob(world, { training, validation }, work) {
	const { inputs, runner, record } = world;
	const { repository, sha, runId, job, step } = runner.context;
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
	return {
		fingerprint,
		origin: {
			repository,
			commit: sha,
			run: runName(runner.context, inputs.job_check_run_id)
		},
		likeness: {
			model: inputs.model,
			trainingFile: training.kind === "id" ? training.id : void 0
		}
	};
}
// src/stages/other-metadata.ts
function otherMetadata({ metadata: carried }, asked) {
	if (!carried || Object.keys(carried).length === 0) return [];
	return Object.entries(asked ?? {}).flatMap(([key, value]) => carried[key] === value ? [] : [[
		key,
		value,
		carried[key]
	]]);
}
function warnOfOtherMetadata(world, job) {
	const others = otherMetadata(job, world.inputs.metadata);
	if (others.length === 0) return;
	const shown = others.slice(0, 4).map(([key, asked, carried]) => `${key}=${carried ?? ""}${carried === void 0 ? "(absent)" : ""}, not ${key}=${asked}`);
	const more = others.length > shown.length ? `, and ${others.length - shown.length} more` : "";
	warn(world, `Job ${inertLine(job.id, 80)} keeps the metadata that it was created with: ${inertLine(`${shown.join("; ")}${more}`, 600)}. A search by metadata finds it by those alone; retrieve it by the inputs of create instead, or pay for one of its own with reuse: false.`);
}
// src/job/newest.ts
const MOST_KEPT = 33554432;
const timeOf = (item) => item?.created_at ?? 0;
async function newest(pieces, { limit, accept = () => true, onCut }) {
	const found = new Map();
	let oldestFirst;
	let bytes = 0;
	let cut = false;
	const isFull = () => bytes > MOST_KEPT && found.size > 1;
	for await (const page of pieces) {
		oldestFirst ??= timeOf(page[0]) < timeOf(page.at(-1));
		for (const item of page) {
			if (!accept(item) || found.has(item.id)) continue;
			found.set(item.id, item);
			bytes += weightOf(item);
			cut ||= isFull();
			for (const [id, oldest] of oldestFirst ? found : []) {
				if (!isFull()) break;
				found.delete(id);
				bytes -= weightOf(oldest);
			}
			if (isFull()) break;
		}
		if (!oldestFirst && (found.size >= limit || cut)) break;
	}
	if (cut) onCut?.(found.size);
	const items = [...found.values()];
	if (oldestFirst) items.reverse();
	return items.sort((left, right) => timeOf(right) - timeOf(left)).slice(0, limit);
}
// src/stages/find-job.ts
function carriesAll(job, metadata) {
	return Object.entries(metadata ?? {}).every(([key, value]) => job.metadata?.[key] === value);
}
function listCut(world, what) {
	return (kept) => warn(world, `The list of ${what} is larger than the 32 MiB that are kept of it; ${kept} ${what} are.`);
}
const hasStatus = (job, status) => status === void 0 || status.includes(job.status);
async function matchingJobs(world, limit, work) {
	const { metadata, status, any_repository } = world.inputs;
	const { repository } = world.runner.context;
	let passed = 0;
	const accept = (job) => {
		if (!carriesAll(job, metadata) || !hasStatus(job, status)) return false;
		if (metadata === void 0 || any_repository || !isElsewhere(job, repository)) return true;
		passed += 1;
		return false;
	};
	const found = await newest(work.provider.jobs(metadata, work), {
		limit,
		accept,
		onCut: listCut(world, "jobs")
	});
	if (passed > 0) work.say(`${counted(passed, "matching job")} of another repository passed over; any_repository: true takes them too.`);
	return found;
}
const hasRequest = ({ model, training_file }) => model !== void 0 && training_file.length > 0;
function wanted({ inputs }) {
	const { job_id, metadata, status } = inputs;
	return `${job_id !== void 0 ? `with job_id: ${job_id}` : hasRequest(inputs) ? "with the fingerprint of these inputs" : `with metadata ${JSON.stringify(metadata)}`}${status === void 0 || job_id !== void 0 ? "" : ` and status: ${status.join(", ")}`}`;
}
async function namedJob(world, work) {
	const { job_id } = world.inputs;
	if (job_id !== void 0) return work.attempt("read", () => work.provider.look(job_id, work.signal)).catch((error) => {
		if (error instanceof ProviderError && error.facts.kind === "missing") return void 0;
		throw error;
	});
	if (!hasRequest(world.inputs)) return (await matchingJobs(world, 1, work))[0];
	const job = await byFingerprint(world, work);
	if (job !== void 0) warnOfOtherMetadata(world, job);
	return job;
}
async function byFingerprint(world, work) {
	const mark = await identifyJob(world, await acceptData(world), work);
	const { jobs, unclear, unproved } = await findIdentical(mark, work);
	const { status } = world.inputs;
	const matching = jobs.filter((job) => hasStatus(job, status));
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
		price: priceOf(world, job.model ?? "", job.method ?? void 0),
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
export { notFound as a, warnOfOtherMetadata as c, matchingJobs as i, identifyJob as l, findJob as n, takeUp as o, listCut as r, newest as s, carriesAll as t };
