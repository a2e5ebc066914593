import { i as methodName, n as hyperparametersOf, r as isMap } from "./method.js";
// src/providers/together/billing.ts
function settingsOf({ method, hyperparameters, extra_body }) {
	return {
		...hyperparametersOf({
			method,
			hyperparameters
		}),
		...extra_body
	};
}
const countOf = (value) => typeof value === "number" && value >= 0 ? value : void 0;
function togetherBilling(asked) {
	const { n_epochs, n_evals, packing, max_seq_length } = settingsOf(asked);
	const epochs = countOf(n_epochs);
	const longest = countOf(max_seq_length);
	return {
		epochs: epochs ?? 1,
		epochsAsked: epochs !== void 0,
		looks: asked.hasValidation ? countOf(n_evals) ?? 1 : 0,
		...packing === false ? { rowTokens: longest ?? "the longest sequence that the model takes" } : {}
	};
}
function evaluationRemarks(asked) {
	const { n_evals, packing } = settingsOf(asked);
	const evals = countOf(n_evals);
	return [
		...evals !== void 0 && evals > 0 && !asked.hasValidation ? [`n_evals is ${evals} and there is no validation_file, so nothing is evaluated. Give one, or take n_evals out.`] : [],
		...evals === 0 && asked.hasValidation ? ["n_evals is 0, so the validation data is never looked at. Take n_evals out, or validation_file."] : [],
		...packing === false ? ["packing: false is billed as the number of rows times the longest sequence (max_seq_length), whatever the rows hold."] : []
	];
}
function evaluationNotes(asked) {
	return asked.hasValidation && countOf(settingsOf(asked).n_evals) === void 0 ? ["Together AI looks at the validation data n_evals times, which is left out; it is asked for once."] : [];
}
// src/providers/together/requests.ts
const PRICED = [
	"training_file",
	"validation_file",
	"model",
	"n_epochs",
	"n_evals",
	"training_method",
	"training_type",
	"from_checkpoint"
];
function methodFields(name, { beta, train_on_inputs }) {
	if (name === "dpo") return {
		method: "dpo",
		...beta === void 0 ? {} : { dpo_beta: beta }
	};
	return {
		method: "sft",
		train_on_inputs: train_on_inputs ?? "auto"
	};
}
function wandbOf(integrations) {
	const first = Array.isArray(integrations) ? integrations[0] : void 0;
	const { project, name, entity } = isMap(first) && isMap(first.wandb) ? first.wandb : {};
	return Object.fromEntries(Object.entries({
		wandb_project_name: project,
		wandb_name: name,
		wandb_entity: entity
	}).filter(([, value]) => value != null));
}
function togetherForm({ method, hyperparameters, seed, integrations, ...rest }) {
	const settings = Object.entries(hyperparametersOf({
		method,
		hyperparameters
	}) ?? {}).filter(([, value]) => value !== "auto");
	const given = Object.fromEntries(settings);
	const { beta: _, train_on_inputs: __, ...plain } = given;
	return {
		...rest,
		...rest.validation_file === void 0 ? {} : { n_evals: 1 },
		...plain,
		...seed === void 0 ? {} : { random_seed: seed },
		training_method: methodFields(methodName(method), given),
		...wandbOf(integrations)
	};
}
function pricedFields(body) {
	return Object.fromEntries(PRICED.flatMap((name) => body[name] === void 0 ? [] : [[name, body[name]]]));
}
function estimateIn(reply) {
	if (!isMap(reply)) return {
		usd: void 0,
		reason: "its answer cannot be read"
	};
	const { estimation_available, unavailable_reason, allowed_to_proceed, estimated_total_price, user_limit } = reply;
	if (estimation_available === false) {
		const reason = String(unavailable_reason ?? "no price is available");
		return {
			usd: void 0,
			reason,
			...reason.endsWith("_not_validated") ? { later: true } : {}
		};
	}
	if (allowed_to_proceed === false) return {
		usd: void 0,
		reason: `the account may not proceed; its limit is US$ ${String(user_limit ?? "unknown")}`
	};
	return typeof estimated_total_price === "number" && estimated_total_price >= 0 ? { usd: estimated_total_price } : {
		usd: void 0,
		reason: "its answer has no price that can be read"
	};
}
export { evaluationRemarks as a, evaluationNotes as i, pricedFields as n, settingsOf as o, togetherForm as r, togetherBilling as s, estimateIn as t };
