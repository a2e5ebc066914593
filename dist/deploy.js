import { Qt as ActionError, Zt as AbortedError, an as unlessMissing, en as InputError, in as messageOf, rn as ProviderError } from "./start.js";
import { n as offered } from "./work.js";
import { A as planLine, H as inertLine, S as deploymentLine, _ as stage } from "./main.js";
import { t as leaveDeployment } from "./left-deployment.js";
import { n as openProvider } from "./open-provider.js";
import { n as findJob, o as takeUp } from "./find-job.js";
const { createHash } = process.getBuiltinModule("node:crypto");
// src/job/deployment-plan.ts
function deploymentPlan(found, { name, model }, replaces) {
	if (found === void 0) return {
		action: "create",
		reason: `nothing is deployed as ${name}`
	};
	if (found.state === "leaving") return {
		action: "settle",
		reason: `${name} is being removed (${found.status})`
	};
	if (found.state === "stopped" && found.asAsked) return {
		action: "create",
		reason: `${name} is ${found.status}`
	};
	const broken = found.state === "failed";
	if (found.asAsked && !broken) return {
		action: "reuse",
		deployment: found,
		reason: `${name} serves ${model} already`
	};
	const what = found.model === model ? "this model with other settings" : `${found.model ?? "another model"}`;
	const reason = broken ? `${name} is ${found.status}` : `${name} serves ${what}`;
	if (replaces) return {
		action: "replace",
		reason
	};
	return {
		action: "refuse",
		reason
	};
}
function nameFromModel(model, { longest, characters }) {
	if (model.length <= longest && characters.test(model)) return model;
	const plain = model.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
	if (plain.length <= longest && characters.test(plain)) return plain;
	const hash = createHash("sha256").update(model).digest("hex").slice(0, 8);
	const short = `${plain.slice(0, longest - 9).replace(/-+$/, "")}-${hash}`;
	return characters.test(short) ? short : short.toLowerCase();
}
// src/stages/await-deployment.ts
const FIRST_LOOK = 2e3;
const LONGEST_LOOK = 3e4;
const AGAIN = 12e4;
const SLOW = 9e5;
var DeploymentLate = class extends ActionError {
	name = "DeploymentLate";
};
async function wait(milliseconds, what, work) {
	if (work.clock.now() + milliseconds > work.deadline) throw new DeploymentLate(`${what} within timeout_minutes`);
	await work.clock.sleep(milliseconds, work.signal);
	if (work.signal.aborted) throw new AbortedError(`${what} before the workflow run was cancelled`);
}
async function settled(deployments, request, begun, work, seen) {
	let last = begun;
	for (let pause = FIRST_LOOK; last.state === "starting" || last.state === "leaving"; pause = Math.min(pause * 1.5, LONGEST_LOOK)) {
		const verb = last.state === "leaving" ? "gone" : "ready";
		await wait(Math.max(pause, last.wait ?? 0), `The deployment ${request.name} was not ${verb} (${last.status})`, work);
		const before = last;
		const next = await work.attempt("watch", () => deployments.follow(request, before, work.signal));
		if (next === void 0) return void 0;
		if (next.status !== last.status) seen(next);
		last = next;
	}
	return last;
}
async function takenDown(deployments, request, work) {
	let asked = Number.NEGATIVE_INFINITY;
	for (let pause = FIRST_LOOK;; pause = Math.min(pause * 1.5, LONGEST_LOOK)) {
		const left = await work.attempt("watch", () => deployments.find(request, work.signal)).catch(unlessMissing);
		if (left === void 0) return;
		let least = left.wait ?? 0;
		if (left.state !== "leaving" && work.clock.now() - asked >= AGAIN) {
			least = Math.max(least, await work.attempt("deploy", () => deployments.remove(request, left, work.signal)) ?? 0);
			asked = work.clock.now();
		}
		await wait(Math.max(pause, least), `The deployment ${request.name} was not gone (${left.status})`, work);
	}
}
const ONE_TOKEN = [
	{ max_completion_tokens: 1 },
	{ max_tokens: 1 },
	{}
];
const ENDED_BY_LIMIT = /max_tokens or model output limit|output limit was reached|finish the message because/i;
function notYet({ facts }, { notReady }) {
	const { kind, fate, status, code, type, detail, final } = facts;
	if (notReady.test(`${code ?? ""} ${type ?? ""} ${detail}`)) return true;
	if (kind === "missing" || status === 404 || status === 409 || status === 423) return true;
	if (kind === "credential" || final) return false;
	return kind === "limited" || fate === "unsent" || fate === "unknown";
}
async function answered(deployment, terms, work) {
	const ask = offered(work.provider.ask, "ask");
	const { name, servedModel: model } = deployment;
	const began = work.clock.now();
	let form = 0;
	let slow = false;
	for (let pause = FIRST_LOOK;; pause = Math.min(pause * 1.5, LONGEST_LOOK)) try {
		await ask({
			model,
			messages: [{
				role: "user",
				content: "Hi"
			}],
			...ONE_TOKEN[form]
		}, work.signal);
		return;
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		if (ENDED_BY_LIMIT.test(error.facts.detail)) return;
		const later = notYet(error, terms);
		if (!later && error.facts.kind === "invalid" && form < ONE_TOKEN.length - 1) {
			form += 1;
			continue;
		}
		const why = inertLine(error.message, 300);
		if (!later) throw new ActionError(`The deployment ${name} is there, but its model does not answer: ${why}`, { cause: error });
		work.say(`The model does not answer yet: ${why}`);
		if (!slow && work.clock.now() - began > SLOW) {
			slow = true;
			work.warn(`The deployment ${name} is there, but its model has not answered for 15 minutes. ${terms.neverReady ?? ""}`.trim());
		}
		await wait(Math.max(pause, error.facts.retryAfter ?? 0), `The model of ${name} had not answered`, work);
	}
}
// src/stages/served-model.ts
async function servingOf({ connection, inputs }) {
	const { serving, title } = connection.profile;
	if (serving === void 0) return void 0;
	if (serving.kind === "deployment") return serving.terms();
	throw new ActionError(`Operation ${inputs.operation} is not there for ${title}; nothing was asked of it. ${serving.way}`);
}
function askedDeployment({ deployment = {}, suffix }, removing) {
	const { name, ...settings } = deployment;
	return {
		name: typeof name === "string" && name !== "" ? name : suffix,
		removing,
		settings
	};
}
function checkDeployment({ inputs, connection }, asked, terms) {
	const name = inputs.deployment?.name ?? "";
	const { longest, characters, allowed } = terms.name;
	const given = asked.name ?? "";
	const problems = [...typeof name !== "string" || given !== "" && (given.length > longest || !characters.test(given)) ? [{
		place: "deployment.name",
		message: `Input ${inputs.deployment?.name === void 0 ? "suffix" : "deployment.name"} is ${JSON.stringify(inputs.deployment?.name ?? given)}; as the name of a deployment it must be ${allowed}.`
	}] : [], ...terms.problems(asked, connection)];
	if (problems.length > 0) throw new InputError(problems);
}
async function fineTunedModel(step, work) {
	const { inputs } = step;
	if (inputs.model !== void 0) return inputs.model;
	if (inputs.job_id === void 0 && inputs.metadata === void 0) return void 0;
	const job = await findJob({
		...step,
		inputs: {
			...inputs,
			status: inputs.status ?? ["succeeded"]
		}
	}, work);
	if (job === void 0) return void 0;
	takeUp(step, job);
	if (job.fine_tuned_model) return job.fine_tuned_model;
	throw new ActionError(`Job ${inertLine(job.id, 80)} is ${inertLine(job.status, 80)} and names no model, so there is nothing to deploy. Wait for its end (operation: wait), or write model.`);
}
function deploymentRequest({ name, settings }, model, { name: rule }) {
	if (name !== void 0) return {
		model,
		name,
		settings
	};
	if (model === void 0) throw new ActionError("Nothing says which deployment is meant. Write deployment with its name, or model, job_id or metadata.");
	return {
		model,
		name: nameFromModel(model, rule),
		settings
	};
}
// src/operations/deploy.ts
function publish(step, deployment, outcome, work) {
	const { name, servedModel, status, hourlyUsd, stopsIdle } = deployment;
	const url = step.connection.inferenceUrl ?? work.provider.baseUrl;
	step.record.note({
		kind: "deployment",
		deployment: {
			name,
			servedModel,
			status,
			url,
			hourlyUsd,
			stopsIdle,
			outcome
		}
	});
	step.runner.setOutput("deployment", name);
	step.runner.setOutput("served_model", servedModel);
	step.runner.setOutput("inference_base_url", url);
}
async function deploy(step) {
	const terms = await servingOf(step);
	const asked = askedDeployment(step.inputs, false);
	if (terms !== void 0) checkDeployment(step, asked, terms);
	const work = await openProvider(step);
	const model = await fineTunedModel(step, work);
	if (model === void 0) return;
	if (terms === void 0) return callableAtOnce(step, model, work);
	const request = deploymentRequest(asked, model, terms);
	const refused = terms.refuses?.(request);
	if (refused !== void 0) throw new ActionError(`${refused} Nothing was deployed.`);
	for (const remark of terms.remarks?.(request) ?? []) step.runner.notice(remark);
	try {
		await carryOut(step, request, terms, work);
	} finally {
		leaveDeployment(step, void 0);
	}
}
async function carryOut(step, request, terms, work) {
	const { deployment, outcome } = await begin(step, request, terms, work);
	const again = outcome === "reused";
	step.record.note({
		kind: "ending",
		ending: "done"
	});
	if (!step.inputs.wait) {
		step.runner.info(`Not waiting for ${request.name} (wait: false). ${terms.bills}`);
		return;
	}
	try {
		await stage(step, `Wait for ${inertLine(request.name, 80)}`, () => untilAnswered(step, request, deployment, outcome, terms, work));
	} catch (error) {
		const left = leftBehind(step, error, request, terms, again);
		if (left !== void 0) throw left;
	}
}
function callableAtOnce(step, model, work) {
	const { title, rehearsal } = step.connection.profile;
	publish(step, {
		name: model,
		servedModel: model,
		state: "ready",
		status: "callable",
		model,
		asAsked: true
	}, "at once", work);
	step.record.note({
		kind: "ending",
		ending: "done"
	});
	const words = rehearsal ? "rehearses and deploys nothing" : "makes its models callable at once, so there is nothing to deploy";
	step.runner.info(`${title} ${words}. The model is called as ${inertLine(model)}.`);
}
const deploymentsOf = ({ provider }) => offered(provider.deployments, "deployments");
async function begin(step, request, terms, work) {
	const deployments = deploymentsOf(work);
	const find = () => work.attempt("read", () => deployments.find(request, work.signal));
	const found = await find();
	const plan = deploymentPlan(found, request, terms.replaces === true);
	step.record.note({
		kind: "reason",
		reason: plan.reason
	});
	if (plan.action === "create" || plan.action === "replace") leaveDeployment(step, `The step ended before the deployment ${request.name} had answered; it may be there all the same. ${wayOn(request, terms)}`);
	step.runner.info(planLine(plan.action, plan.reason, void 0));
	const publishAs = (deployment, outcome) => {
		publish(step, deployment, outcome, work);
		step.runner.info(deploymentLine(deployment, outcome));
		return {
			deployment,
			outcome
		};
	};
	switch (plan.action) {
		case "refuse": throw new ActionError(`The deployment ${request.name} is not touched: ${plan.reason}. Choose another name in deployment, or take it down first with operation: undeploy.`);
		case "reuse": return publishAs(plan.deployment, "reused");
		case "settle":
			if (found !== void 0) await settled(deployments, request, found, work, () => void 0);
			return begin(step, request, terms, work);
	}
	const outcome = plan.action === "replace" ? "replaced" : "created";
	try {
		const ours = (deployment) => deployment?.asAsked && !["failed", "stopped"].includes(deployment.state) ? deployment : void 0;
		return publishAs(await work.attempt("deploy", () => deployments.begin(request, work.signal), { lookUp: async () => ours(await find()) }), outcome);
	} catch (error) {
		const twin = error instanceof ProviderError && error.facts.status === 409 ? await find() : void 0;
		if (twin?.asAsked && twin.state !== "failed") return publishAs(twin, "reused");
		if (error instanceof AbortedError) throw leftBehind(step, error, request, terms, false);
		throw error;
	}
}
async function untilAnswered(step, request, begun, outcome, terms, work) {
	const { name } = request;
	const seen = (deployment) => {
		publish(step, deployment, outcome, work);
		step.runner.info(`The deployment ${name} is ${inertLine(deployment.status, 80)}.`);
	};
	const deployment = await settled(deploymentsOf(work), request, begun, work, seen);
	if (deployment === void 0) throw new ActionError(`The deployment ${name} is gone: someone removed it meanwhile. Run again.`);
	publish(step, deployment, outcome, work);
	if (deployment.state === "failed") {
		const why = inertLine(deployment.reason ?? "the platform gives no reason", 500).replace(/[.\s]*$/, ".");
		const onward = terms.replaces ? "Run again" : "Take it down with operation: undeploy and run again";
		throw new ActionError(`The deployment ${name} is ${inertLine(deployment.status, 80)}: ${why} ${onward}; it is asked for anew.`);
	}
	if (deployment.state === "stopped") throw new ActionError(`The deployment ${name} was stopped before its model had answered. Run again; it is started again.`);
	await answered(deployment, terms, work);
	publish(step, {
		...deployment,
		status: "answers"
	}, outcome, work);
	step.runner.info(`The model answers as ${inertLine(deployment.servedModel)}. ${terms.bills}`);
}
function wayOn(request, terms) {
	return `${terms.bills} To go on, run again; to remove it, run operation: undeploy with deployment: {name: ${request.name}, …} as here, or ${terms.removal(request)}.`;
}
function leftBehind(step, error, request, terms, reused) {
	const late = error instanceof DeploymentLate;
	if (!late && !(error instanceof AbortedError)) return error;
	const remains = reused ? "It was there before and stays." : `It may be there all the same. ${wayOn(request, terms)}`;
	const asked = late && step.inputs.on_timeout === "cancel" ? " on_timeout: cancel ends jobs, and takes no deployment down." : "";
	const message = `${messageOf(error).replace(/[.\s]*$/, "")}. ${remains}${asked}`;
	if (late && step.inputs.on_timeout === "detach") {
		step.record.note({
			kind: "ending",
			ending: "detached"
		});
		step.runner.notice(message);
		return;
	}
	if (!late) step.record.note({
		kind: "ending",
		ending: "cancelled"
	});
	return late ? new ActionError(message) : new AbortedError(message);
}
async function undeploy(step) {
	const terms = await servingOf(step);
	const asked = askedDeployment(step.inputs, true);
	if (terms !== void 0) checkDeployment(step, asked, terms);
	const work = await openProvider(step);
	step.record.note({
		kind: "ending",
		ending: "done"
	});
	if (terms === void 0) {
		step.runner.info(`${step.connection.profile.title} deploys nothing, so there is nothing to take down.`);
		return;
	}
	const model = asked.name === void 0 ? await fineTunedModel(step, work) : step.inputs.model;
	if (asked.name === void 0 && model === void 0 && step.inputs.if_not_found === "empty") return;
	const request = deploymentRequest(asked, model, terms);
	const deployments = deploymentsOf(work);
	const find = () => work.attempt("read", () => deployments.find(request, work.signal));
	const found = await find();
	const absent = {
		name: request.name,
		servedModel: "",
		status: "absent",
		url: "",
		hourlyUsd: void 0
	};
	if (found === void 0) {
		step.record.note({
			kind: "deployment",
			deployment: {
				...absent,
				outcome: "absent"
			}
		});
		step.runner.info(`There is no deployment ${request.name}, so there is nothing to take down.`);
		return;
	}
	step.runner.setOutput("deployment", found.name);
	try {
		await stage(step, `Take down ${inertLine(request.name, 80)}`, () => takenDown(deployments, request, work));
	} catch (error) {
		if (!(error instanceof DeploymentLate) && !(error instanceof AbortedError)) throw error;
		const left = `${messageOf(error).replace(/[.\s]*$/, "")}. It was asked to go and may go on billing until it has: run again, or ${terms.removal(request)}.`;
		throw error instanceof AbortedError ? new AbortedError(left) : new ActionError(left);
	}
	step.record.note({
		kind: "deployment",
		deployment: {
			...absent,
			status: "removed",
			outcome: "removed"
		}
	});
	step.runner.info(`The deployment ${request.name} is gone.`);
}
export { deploy, undeploy };
