import { Qt as ActionError, Zt as AbortedError, at as methodName, nn as LimitError, rn as ProviderError, t as isTerminal, tn as JobError } from "./start.js";
import { a as findIdentical, d as isSibling, h as RETRY, i as candidates, l as planOf, s as settleRace } from "./work.js";
import { A as planLine, H as inertLine, Z as jobRequest, _ as stage, v as warn } from "./main.js";
import { t as leaveJob } from "./left-job.js";
import { L as suffixFor, i as acceptData, n as checkStanding, r as lifeOf } from "./data.js";
import { i as cancelOrDetach, n as watchToEnd, r as cancelJob, t as announce } from "./watch-to-end.js";
import { t as isRun } from "./run.js";
import { c as warnOfOtherMetadata, l as identifyJob } from "./find-job.js";
import { n as openProvider, t as lacksCredential } from "./open-provider.js";
// src/job/launch.ts
const LOOKS$1 = [
	1e3,
	4e3,
	1e4,
	2e4,
	3e4
];
const GRACE = 4e3;
async function launch(given, work) {
	const { remember } = given;
	remember("creating");
	for (let attempt = 1;; attempt += 1) try {
		let found = false;
		const beforeAgain = async () => {
			const { job } = await seek(given, work);
			found = job !== void 0;
			return job;
		};
		const job = await work.attempt("create", () => createdAnew(given, work), { beforeAgain });
		remember("created", job, found);
		return {
			job,
			found
		};
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		if (error.facts.fate !== "unknown") {
			const { job } = error.facts.passedOn === void 0 ? {} : await seek(given, work);
			if (job !== void 0) {
				remember("created", job, true);
				return {
					job,
					found: true
				};
			}
			if (attempt === 1) remember("ended");
			throw error;
		}
		work.warn(`${error.message} The server may have created the job all the same; looking for it.`);
		const job = await look(given, work);
		if (job !== void 0) {
			remember("created", job, true);
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
async function createdAnew({ request, mark, known }, work) {
	const job = await work.provider.create(request, mark, outliving(work.signal));
	if (!known.has(job.id)) return job;
	const detail = `the answer to the create call names the job ${job.id}, which was there before`;
	throw new ProviderError(`${detail}.`, {
		call: "create",
		fate: "unknown",
		detail
	});
}
const REFUSED = "Nothing was created anew. Look at";
async function seek({ mark, known, isApart }, work) {
	const { jobs, unclear, unproved } = await findIdentical(mark, work);
	const job = jobs.find((one) => !known.has(one.id) && isApart?.(one) !== true);
	const appeared = unclear.find(({ id }) => !known.has(id));
	if (job === void 0 && appeared !== void 0) throw new ActionError(`The answer to the create call was lost, and the job ${appeared.id} (${appeared.status}) may be the one; nothing on it proves that. ${REFUSED} it, and go on with operation: wait and job_id: ${appeared.id}.`);
	return {
		job,
		unproved
	};
}
async function look(given, work) {
	let doubt;
	for (const wait of LOOKS$1) {
		await work.clock.sleep(wait, work.signal);
		if (work.signal.aborted) throw new AbortedError("The run is being cancelled while it is unclear whether the job exists.");
		const { job, unproved } = await seek(given, work);
		if (job !== void 0) return job;
		doubt = unproved;
	}
	if (doubt !== void 0) throw new ActionError(`The answer to the create call was lost, and it is not proved that the job does not exist: ${doubt}. ${REFUSED} the provider's jobs; go on with operation: wait and job_id, or with reuse: false.`);
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
// src/stages/platform-price.ts
function priceProblem({ usd, reason }, most, title) {
	const limit = `max_cost_usd is ${most}`;
	if (usd === void 0) return `${title} does not say what this job costs (${reason ?? "it gives no reason"}), and ${limit}; nothing was created. Take max_cost_usd out, or ask the platform.`;
	return usd <= most ? void 0 : `${title} asks US$ ${usd.toFixed(2)} for this job, and ${limit}; nothing was created. Take fewer epochs or rows, or raise max_cost_usd.`;
}
const PATIENCE = 6e5;
const FIRST_LOOK = 2e3;
const LONGEST_LOOK = 3e4;
async function lookFor(request, limited, work) {
	const ask = work.provider.estimate;
	if (ask === void 0) return void 0;
	try {
		return await work.attempt(limited ? "read" : "extra", () => ask(request, work.signal));
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		return {
			usd: void 0,
			reason: error.message
		};
	}
}
async function priceOf(request, limited, work) {
	const end = Math.min(work.clock.now() + PATIENCE, work.deadline);
	for (let pause = FIRST_LOOK;; pause = Math.min(pause * 1.5, LONGEST_LOOK)) {
		const price = await lookFor(request, limited, work);
		if (!price?.later || !limited || work.clock.now() + pause > end) return price;
		if (pause === FIRST_LOOK) work.say(`The price is not known yet (${price.reason ?? "no reason is given"}); waiting for it.`);
		await work.clock.sleep(pause, work.signal);
		if (work.signal.aborted) throw new AbortedError("Stopped waiting for the price because the run is being cancelled; nothing was created.");
	}
}
function countsOurs({ never }, estimate) {
	return never === true && (estimate?.cost ?? estimate?.atMost) !== void 0;
}
async function holdToPrice(world, { request, sent, estimate }, work) {
	const { max_cost_usd: most } = world.inputs;
	const { title } = world.connection.profile;
	const price = await priceOf(request, most !== void 0, work);
	if (price === void 0) return;
	if (price.usd !== void 0) world.record.note({
		kind: "platform price",
		usd: price.usd
	});
	if (price.usd !== void 0) work.say(`${title} prices this job at US$ ${price.usd.toFixed(2)}.`);
	else if (most === void 0) work.say(`${title} does not say what this job costs: ${price.reason ?? "it gives no reason"}.`);
	const problem = most === void 0 || countsOurs(price, estimate) ? void 0 : priceProblem(price, most, title);
	if (problem === void 0) return;
	await deleteSent(world, sent, work);
	throw new LimitError(problem);
}
async function deleteSent(world, sent, work) {
	const { deleteFile } = work.provider;
	if (deleteFile === void 0) return;
	for (const id of sent) try {
		await work.attempt("extra", () => deleteFile(id, work.signal));
		work.say(`Deleted the file ${id}, which was uploaded for this job.`);
	} catch (error) {
		if (!(error instanceof ProviderError) && !(error instanceof AbortedError)) throw error;
		warn(world, `The file ${id}, which was uploaded for this job, could not be deleted. ${error.message}`);
	}
}
// src/stages/create-job.ts
function isOurs({ origin }, mark, found) {
	return origin?.run === void 0 ? !found : isRun(origin, mark.origin?.run);
}
function holdToTime({ clock, inputs }, { deadline }) {
	if (clock.now() < deadline) return;
	throw new ActionError(`timeout_minutes: ${inputs.timeout_minutes} was over before the job could be created; nothing was created. Run again: what was uploaded is found and not repeated. Or allow more time.`);
}
async function createJob(world, { data, mark, isApart }, seen, work) {
	const { inputs, runner, connection } = world;
	const { on_cancel: onCancel } = inputs;
	await checkStanding(world, await checkModel(world, work));
	work.provider.check?.(inputs);
	const asked = await work.provider.prepare?.(inputs, work) ?? inputs;
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
	const suffix = suffixFor(inputs.suffix, mark.fingerprint, { terms: await connection.profile.terms?.() });
	if (suffix !== inputs.suffix) work.say(`${connection.profile.title} asks for a suffix; it is made from the fingerprint: ${suffix}.`);
	const request = jobRequest({
		...asked,
		suffix
	}, files);
	await holdToPrice(world, {
		request,
		sent: sent.map(({ id }) => id),
		estimate: data.estimate
	}, work);
	holdToTime(world, work);
	const { job, found } = await launch({
		request,
		mark,
		known: new Set(seen.map(({ id }) => id)),
		isApart,
		remember: (phase, created, found = false) => {
			const { fingerprint, origin } = mark;
			const cancel = onCancel !== "detach" && (created === void 0 || isOurs(created, mark, found) || onCancel === "cancel");
			const run = created !== void 0 && onCancel === "cancel" ? void 0 : origin?.run;
			leaveJob(world, {
				phase,
				fingerprint,
				run,
				jobId: created?.id,
				cancel,
				byDeletion: onCancel === "cancel"
			});
			if (created !== void 0) runner.setOutput("job_id", created.id);
		}
	}, work);
	if (job.marked === false && sent.length > 0) work.say("The job shows no metadata of ours; it is known by the name of its training file.");
	return {
		job,
		ours: isOurs(job, mark, found),
		sent: job.marked ? sent.map(({ id }) => ({
			id,
			proves: false
		})) : sent
	};
}
// src/stages/delete-files.ts
async function filesInUse(work) {
	const used = new Set();
	for await (const jobs of work.provider.jobs(void 0, work)) for (const { state, training_file, validation_file } of jobs) if (!isTerminal(state)) {
		for (const id of [training_file, validation_file]) if (id) used.add(id);
	}
	return used;
}
async function deleteFiles(world, files, work) {
	if (world.inputs.delete_files !== "after_success") return;
	const { deleteFile } = work.provider;
	if (deleteFile === void 0) return;
	if (files.length === 0) return;
	const used = await filesInUse(work).catch((error) => {
		if (error instanceof ProviderError || error instanceof AbortedError) return error;
		throw error;
	});
	if (used instanceof Error) {
		warn(world, `No file is deleted: it could not be seen whether another job trains on one. ${used.message}`);
		return;
	}
	for (const { id, proves } of files) {
		if (used.has(id)) {
			work.say(`The file ${id} is kept: another job trains on it.`);
			continue;
		}
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
// src/stages/method-read-back.ts
function methodEcho({ method }, asked) {
	const echoed = method?.type;
	if (!echoed) return "silent";
	return echoed === methodName(asked) ? "same" : { other: echoed };
}
async function holdToMethod(world, held, work) {
	const asked = methodName(world.inputs.method);
	const echo = methodEcho(held.job, world.inputs.method);
	if (echo === "same") return;
	const id = inertLine(held.job.id, 80);
	if (echo === "silent") {
		if (asked !== "supervised") warn(world, `Job ${id} does not say by which method it trains, so it is not proved that it is ${asked}.`);
		return;
	}
	const other = inertLine(echo.other, 80);
	const done = isTerminal(held.job.state) ? `It is ${held.job.status}.` : await cancelJob(world, held, work, {
		patience: RETRY.verb.patience,
		byDeletion: false
	});
	throw new JobError(`Job ${id} trains by ${other}, and ${asked} was asked for: what stands between dropped the method. ${done} Ask the platform directly, or write method: ${other}.`, "other_method");
}
// src/stages/racing-jobs.ts
const LOOKS = [
	2e3,
	5e3,
	15e3,
	35e3,
	7e4
];
const LOOKS_IN_PASSING = LOOKS.slice(0, 3);
async function winnerOf(world, job, { mark, isApart }, work) {
	try {
		return await settleRace(job, mark, work, isApart);
	} catch (error) {
		if (error instanceof AbortedError) return void 0;
		if (!(error instanceof ProviderError)) throw error;
		warn(world, `It could not be seen whether another run created the same job. ${error.message}`);
		return;
	}
}
async function settleHeld(world, held, race, work) {
	if (!held.ours) return held;
	const winner = await winnerOf(world, held.job, race, work);
	if (winner === void 0) return held;
	const other = {
		job: winner,
		ours: false
	};
	announce(world, other);
	return other;
}
function looksWhileWatching(world, race, work) {
	const from = world.clock.now();
	let due = LOOKS;
	return async (held) => {
		const late = due.filter((wait) => world.clock.now() < from + wait);
		if (late.length === due.length) return held;
		due = late;
		return settleHeld(world, held, race, work);
	};
}
async function looksInPassing(world, created, race, work) {
	if (world.connection.profile.embedded) return created;
	const from = world.clock.now();
	let held = created;
	for (const wait of LOOKS_IN_PASSING) {
		if (!held.ours || from + wait > work.deadline) break;
		await world.clock.sleep(from + wait - world.clock.now(), work.signal);
		if (work.signal.aborted) break;
		held = await settleHeld(world, held, race, work);
	}
	return held;
}
// src/operations/create.ts
const LOOKS_AGAIN = 2;
async function create(step) {
	const data = await stage(step, "Check the data", () => acceptData(step));
	const evaluation = await preparedGate(step);
	await step.comment("checked");
	if (lacksCredential(step) && step.runner.context.withoutSecrets) return withoutCredential(step);
	const work = await openProvider(step);
	const mark = await identifyJob(step, data, work);
	const wanted = {
		data,
		mark,
		isApart: step.inputs.reuse ? () => false : (job) => isSibling(job, mark.origin?.run)
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
	if (outcome.ended !== "succeeded") return;
	await deleteFiles(step, sent, work);
	if (evaluation !== void 0) await judge(step, outcome.job, evaluation, work);
}
async function preparedGate(step) {
	const { evaluation_file, grader, wait } = step.inputs;
	if (evaluation_file.length === 0 || grader === void 0) return void 0;
	if (!wait) {
		step.runner.notice("Nothing is evaluated, because wait: false leaves the job before it has a model.");
		return;
	}
	const { preparedEvaluation } = await import("./evaluate.js").then((chunk) => ({ evaluateModels: chunk.n, preparedEvaluation: chunk.r }));
	return stage(step, "Check the rows", () => preparedEvaluation(step));
}
async function judge(step, job, evaluation, work) {
	const { beforeUse } = step.connection.profile;
	if (beforeUse !== void 0 || !job.fine_tuned_model) {
		step.runner.notice(`Nothing is evaluated yet: ${beforeUse ?? "the provider names no model"} Then run operation: evaluate.`);
		return;
	}
	const { evaluateModels } = await import("./evaluate.js").then((chunk) => ({ evaluateModels: chunk.n, preparedEvaluation: chunk.r }));
	await stage(step, "Evaluate", () => evaluateModels(step, work, evaluation, job));
}
async function decide({ inputs }, { mark, isApart }, work) {
	for (;;) {
		const found = await findIdentical(mark, work);
		const { unclear, unproved } = found;
		const jobs = found.jobs.filter((job) => !isApart(job));
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
			seen: [...found.jobs, ...unclear]
		};
		work.say(`${plan.reason} (${plan.job.id}).`);
		await work.clock.sleep(5e3, work.signal);
		if (work.signal.aborted || work.clock.now() > work.deadline) throw new ActionError(`Job ${plan.job.id} is still being cancelled; nothing was created. Run again when it has ended.`);
	}
}
function asAsked({ inputs }, { plan, seen }) {
	return {
		plan: plan.action === "create" && !inputs.reuse ? {
			...plan,
			reason: "reuse is false"
		} : plan,
		seen
	};
}
function isFinal(cancelled, plan) {
	return cancelled.ours && plan.action === "create";
}
async function carryOut(step, wanted, { plan, seen }, work) {
	const { runner, record } = step;
	record.note({
		kind: "reason",
		reason: plan.reason
	});
	runner.info(planLine(plan.action, plan.reason, plan.action === "create" ? void 0 : plan.job?.id));
	if (plan.action === "refuse") throw new ActionError(`${plan.job === void 0 ? "Nothing is created" : `Job ${plan.job.id} is not repeated`}: ${plan.reason}.`);
	const { job, ours, sent } = plan.action === "create" ? await createJob(step, wanted, seen, work) : {
		job: plan.job,
		ours: false,
		sent: []
	};
	const held = {
		job,
		ours
	};
	announce(step, held);
	if (plan.action !== "create") warnOfOtherMetadata(step, job);
	await holdToMethod(step, held, work);
	await step.comment("queued");
	return {
		...await finish(step, held, wanted, work),
		sent
	};
}
async function finish(step, created, race, work) {
	const first = await settleHeld(step, created, race, work);
	const held = step.inputs.wait ? first : await looksInPassing(step, first, race, work);
	if (step.inputs.wait || isTerminal(held.job.state)) {
		const watched = await watchToEnd(step, held, work, looksWhileWatching(step, race, work));
		if (watched.ended === "succeeded") await settleHeld(step, watched, race, work);
		return watched;
	}
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
async function withoutCredential(world) {
	await checkStanding(world);
	const { runner, record } = world;
	record.note({
		kind: "ending",
		ending: "skipped"
	});
	runner.notice("No credential on a pull request from a fork or by Dependabot: the data was checked and passes, nothing was created.");
}
export { create };
