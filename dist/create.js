import { t as isTerminal } from "./objects.js";
import { a as JobError, n as ActionError, s as ProviderError, t as AbortedError } from "./errors.js";
import { c as findIdentical, f as planOf, s as candidates, u as settleRace } from "./work.js";
import { M as jobRequest, d as planLine, i as warn, r as stage } from "./step.js";
import { r as leaveJob } from "./cancel.js";
import { t as acceptData } from "./accept-data.js";
import { n as watchToEnd, r as cancelOrDetach, t as announce } from "./watch-to-end.js";
import { n as lifeOf, t as checkStanding } from "./model-standing.js";
import { c as identifyJob, o as lacksCredential, s as openProvider } from "./find-job.js";
// src/job/launch.ts
const LOOKS = [
	1e3,
	4e3,
	1e4,
	2e4,
	3e4
];
const GRACE = 4e3;
async function launch(given, work) {
	const { request, mark, remember } = given;
	remember("creating");
	for (let attempt = 1;; attempt += 1) try {
		const job = await work.attempt("create", () => work.provider.create(request, mark, outliving(work.signal)));
		remember("created", job);
		return {
			job,
			found: false
		};
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		if (error.facts.fate !== "unknown") {
			if (attempt === 1) remember("ended");
			throw error;
		}
		work.warn(`${error.message} The server may have created the job all the same; looking for it.`);
		const job = await look(given, work);
		if (job !== void 0) {
			remember("created", job);
			work.say(`The job exists: ${job.id}.`);
			return {
				job,
				found: true
			};
		}
		if (attempt === 2) throw new ActionError(`The job was asked for twice without a clear answer, and it is in no list. ${error.message} Run again: the next run looks first and creates it only if it does not exist.`, { cause: error });
		work.say("No such job exists; asking once more.");
	}
}
function outliving(signal) {
	const controller = new AbortController();
	const late = () => setTimeout(() => controller.abort(), GRACE).unref();
	if (signal.aborted) late();
	else signal.addEventListener("abort", late, { once: true });
	return controller.signal;
}
async function look({ mark, known }, work) {
	let doubt;
	for (const wait of LOOKS) {
		await work.clock.sleep(wait, work.signal);
		if (work.signal.aborted) throw new AbortedError("The run is being cancelled while it is unclear whether the job exists.");
		const { jobs, unclear, unproved } = await findIdentical(mark, work);
		const [job] = jobs;
		if (job !== void 0) return job;
		const appeared = unclear.find(({ id }) => !known.has(id));
		doubt = unproved;
		if (appeared !== void 0) throw new ActionError(`The answer to the create call was lost, and the job ${appeared.id} (${appeared.status}) may be the one; nothing on it proves that. Nothing was created anew. Look at it, and go on with operation: wait and job_id: ${appeared.id}.`);
	}
	if (doubt !== void 0) throw new ActionError(`The answer to the create call was lost, and it is not proved that the job does not exist: ${doubt}. Nothing was created anew. Look at the provider's jobs; go on with operation: wait and job_id, or with reuse: false.`);
}
// src/stages/model-life.ts
async function checkModel(world, work) {
	const { model, min_model_days } = world.inputs;
	const ask = work.provider.model;
	if (model === void 0 || ask === void 0) return void 0;
	let date;
	try {
		date = (await work.attempt("extra", () => ask(model, work.signal))).shutdown_date;
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		if (error.facts.kind === "missing") warn(world, `The provider does not know the model ${model}, or this key may not see it; check its name. ${error.message}`);
		else world.runner.debug(`The model could not be looked at. ${error.message}`);
		return;
	}
	const life = lifeOf({
		model,
		now: world.clock.now(),
		minimumDays: min_model_days
	}, date);
	if (life?.severity === "error") throw new ActionError(life.message);
	if (life !== void 0) warn(world, life.message);
	return date ?? void 0;
}
// src/stages/create-job.ts
function isOurs({ origin }, mark) {
	return origin?.run === void 0 || origin.run === mark.origin?.run;
}
async function createJob(world, { data, mark }, unclear, work) {
	const { inputs, runner } = world;
	const { on_cancel: onCancel } = inputs;
	checkStanding(world, await checkModel(world, work));
	work.provider.check?.(inputs);
	const sent = [];
	const place = async (file, fingerprint) => {
		if (file.kind === "id") return file.id;
		const { id, uploaded, marked } = await work.provider.place({
			...file.upload,
			fingerprint
		}, work);
		if (uploaded) sent.push({
			id,
			proves: marked
		});
		return id;
	};
	const files = await stage(world, "Send the data", async () => ({
		training_file: await place(data.training, mark.fingerprint),
		validation_file: data.validation === void 0 ? void 0 : await place(data.validation)
	}));
	runner.setOutput("training_file_id", files.training_file);
	if (files.validation_file !== void 0) runner.setOutput("validation_file_id", files.validation_file);
	const { job } = await launch({
		request: jobRequest(inputs, files),
		mark,
		known: new Set(unclear.map(({ id }) => id)),
		remember: (phase, created) => {
			const { fingerprint, origin } = mark;
			const cancel = onCancel !== "detach" && (created === void 0 || isOurs(created, mark) || onCancel === "cancel");
			leaveJob(world, {
				phase,
				fingerprint,
				run: origin?.run,
				jobId: created?.id,
				cancel
			});
			if (created !== void 0) runner.setOutput("job_id", created.id);
		}
	}, work);
	if (job.marked === false && sent.length > 0) work.say("The server does not show the metadata that were sent; the job is found again by the name of its training file.");
	return {
		job,
		ours: isOurs(job, mark),
		sent: job.marked ? sent.map(({ id }) => ({
			id,
			proves: false
		})) : sent
	};
}
// src/stages/delete-files.ts
async function deleteFiles(world, files, work) {
	if (world.inputs.delete_files !== "after_success") return;
	const { deleteFile } = work.provider;
	if (deleteFile === void 0) return;
	for (const { id, proves } of files) {
		if (proves) {
			warn(world, `The file ${id} is kept: this server keeps no metadata, and only its name shows a later run that the job exists.`);
			continue;
		}
		try {
			await work.attempt("extra", () => deleteFile(id, work.signal));
			work.say(`Deleted the file ${id} (delete_files: after_success).`);
		} catch (error) {
			const gone = error instanceof ProviderError && error.facts.kind === "missing";
			if (!gone && !(error instanceof ProviderError) && !(error instanceof AbortedError)) throw error;
			if (!gone) warn(world, `The file ${id} could not be deleted; the job is not affected. ${error.message}`);
		}
	}
}
// src/stages/racing-jobs.ts
const SECOND_LOOK = 7e4;
async function olderJob(world, job, fingerprint, work) {
	try {
		return await settleRace(job, fingerprint, work);
	} catch (error) {
		if (error instanceof AbortedError) return void 0;
		if (!(error instanceof ProviderError)) throw error;
		warn(world, `It could not be seen whether another run created the same job. ${error.message}`);
		return;
	}
}
async function settleHeld(world, held, fingerprint, work) {
	if (!held.ours) return held;
	const winner = await olderJob(world, held.job, fingerprint, work);
	if (winner === void 0) return held;
	const other = {
		job: winner,
		ours: false
	};
	announce(world, other);
	return other;
}
function secondLook(world, fingerprint, work) {
	const due = world.clock.now() + SECOND_LOOK;
	let looked = false;
	return async (held) => {
		if (looked || world.clock.now() < due) return held;
		looked = true;
		return settleHeld(world, held, fingerprint, work);
	};
}
// src/operations/create.ts
const LOOKS_AGAIN = 2;
async function create(step) {
	const data = await stage(step, "Check the data", () => acceptData(step));
	await step.comment("checked");
	if (lacksCredential(step) && step.runner.context.withoutSecrets) return withoutCredential(step);
	const work = await openProvider(step);
	const wanted = {
		data,
		mark: await identifyJob(step, data, work)
	};
	let outcome = await carryOut(step, wanted, asAsked(step, await decide(step, wanted, work)), work);
	let sent = outcome.sent;
	for (let looks = 1; outcome.ended === "cancelled"; looks += 1) {
		step.runner.info(`Job ${outcome.job.id} was cancelled by someone else; looking once more.`);
		const decision = await decide(step, wanted, work);
		if (looks > LOOKS_AGAIN || isFinal(outcome, decision.plan)) throw cancelledByOthers(outcome.job);
		outcome = await carryOut(step, wanted, decision, work);
		sent = [...sent, ...outcome.sent];
	}
	if (outcome.ended === "succeeded") await deleteFiles(step, sent, work);
}
async function decide({ inputs }, { mark }, work) {
	for (;;) {
		const { jobs, unclear, unproved } = await findIdentical(mark, work);
		const doubt = inputs.reuse ? {
			unclear,
			unproved
		} : {
			unclear: [],
			unproved: void 0
		};
		const plan = planOf(await candidates(jobs, work), doubt.unclear, doubt.unproved);
		if (plan.action !== "settle") return {
			plan,
			unclear
		};
		work.say(`${plan.reason} (${plan.job.id}).`);
		await work.clock.sleep(5e3, work.signal);
		if (work.signal.aborted || work.clock.now() > work.deadline) throw new ActionError(`Job ${plan.job.id} is still being cancelled; nothing was created. Run again when it has ended.`);
	}
}
function asAsked({ inputs }, { plan, unclear }) {
	return {
		plan: plan.action === "create" && !inputs.reuse ? {
			...plan,
			reason: "reuse is false"
		} : plan,
		unclear
	};
}
function isFinal(cancelled, plan) {
	return cancelled.ours && plan.action === "create";
}
async function carryOut(step, wanted, { plan, unclear }, work) {
	const { runner, record } = step;
	record.note({
		kind: "reason",
		reason: plan.reason
	});
	runner.info(planLine(plan.action, plan.reason, plan.action === "create" ? void 0 : plan.job?.id));
	if (plan.action === "refuse") throw new ActionError(`${plan.job === void 0 ? "Nothing is created" : `Job ${plan.job.id} is not repeated`}: ${plan.reason}.`);
	const { job, ours, sent } = plan.action === "create" ? await createJob(step, wanted, unclear, work) : {
		job: plan.job,
		ours: false,
		sent: []
	};
	const held = {
		job,
		ours
	};
	announce(step, held);
	await step.comment("queued");
	return {
		...await finish(step, held, wanted.mark.fingerprint, work),
		sent
	};
}
async function finish(step, created, fingerprint, work) {
	const held = await settleHeld(step, created, fingerprint, work);
	if (step.inputs.wait || isTerminal(held.job.state)) return watchToEnd(step, held, work, secondLook(step, fingerprint, work));
	if (work.signal.aborted) return cancelOrDetach(step, held, work);
	leaveJob(step, {
		phase: "ended",
		jobId: held.job.id,
		cancel: false
	});
	step.record.note({
		kind: "ending",
		ending: "detached"
	});
	step.runner.info(`Not waiting for ${held.job.id} (wait: false).`);
	return {
		...held,
		ended: "left"
	};
}
function cancelledByOthers(job) {
	return new JobError(`Job ${job.id} was cancelled by someone else. Run the workflow again to create it anew.`, "cancelled");
}
function withoutCredential(world) {
	checkStanding(world);
	const { runner, record } = world;
	record.note({
		kind: "ending",
		ending: "skipped"
	});
	runner.notice("No credential on a pull request from a fork or by Dependabot: the data was checked and passes, nothing was created.");
}
export { create };
