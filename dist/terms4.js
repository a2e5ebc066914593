import { at as methodName, it as isMap } from "./start.js";
import { F as numberFrom, N as ABOVE_ZERO } from "./data.js";
// src/providers/fireworks/terms.ts
const BETA = {
	allowed: "\"auto\" or a number above 0 and below 0.5",
	passes: (value) => value === "auto" || typeof value === "number" && value > 0 && value < .5
};
const RANKS = [
	0,
	1,
	2,
	4,
	8,
	16,
	32,
	64,
	128
];
const RANK = {
	allowed: "\"auto\" or a power of two up to 128; 0 trains all parameters",
	passes: (value) => value === "auto" || typeof value === "number" && RANKS.includes(value)
};
const LONGEST_SUFFIX = 40;
function refuses({ method, integrations, hasValidation }) {
	const [first] = integrations ?? [];
	const run = first !== void 0 && isMap(first.wandb) ? first.wandb : {};
	const named = ["name", "tags"].find((name) => run[name] != null);
	return [...methodName(method) === "dpo" && hasValidation ? [{
		place: "validation_file",
		message: "Input validation_file is given; Fireworks AI has none beside method: dpo. Take it out."
	}] : [], ...named === void 0 ? [] : [{
		place: `integrations.wandb.${named}`,
		message: `Input integrations gives wandb.${named}; Fireworks AI has no such field. Take it out, or name the run by extra_body: {wandbConfig: {runId: …}}.`
	}]];
}
function remarks({ integrations = [], extra_body }) {
	const wandb = extra_body?.wandbConfig;
	if (integrations.length === 0 || isMap(wandb) && wandb.apiKey !== void 0) return [];
	return ["Fireworks AI signs in to Weights & Biases with a key that comes with the job; write it as a secret: extra_body: {wandbConfig: {apiKey: …}}."];
}
function notes({ method, extra_body, hasValidation }) {
	if (methodName(method) !== "supervised" || hasValidation || extra_body?.evalAutoCarveout !== void 0) return [];
	return ["Without a validation_file Fireworks AI may set a part of the rows aside to evaluate by; extra_body: {evalAutoCarveout: false} has it train on all."];
}
const TERMS = {
	methods: {
		names: ["supervised", "dpo"],
		instead: "It trains by reinforcement with evaluators that are kept there, and takes no grader of the API: write method: supervised or method: dpo, or train on another platform."
	},
	lacksFields: { seed: "It chooses one itself. Take it out." },
	lacksSettings: { learning_rate_multiplier: "Write learning_rate, which is the rate itself and no multiple of one." },
	settings: {
		beta: BETA,
		learning_rate: ABOVE_ZERO,
		learning_rate_warmup_steps: numberFrom(0, 1e6, true),
		lora_rank: RANK,
		max_context_length: numberFrom(16, 1e7, true),
		gradient_accumulation_steps: numberFrom(1, 1e4, true),
		optimizer_weight_decay: numberFrom(0, 1)
	},
	fields: ["epochs", "batchSize"],
	suffix: {
		longest: LONGEST_SUFFIX,
		characters: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
		allowed: `1 to ${LONGEST_SUFFIX} lower-case letters, digits and hyphens that begin and end with a letter or digit`
	},
	refuses,
	remarks,
	notes,
	metadata: "has no metadata, so they are not sent"
};
export { TERMS };
