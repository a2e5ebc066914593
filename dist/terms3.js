import { F as numberFrom, I as oneOf, N as ABOVE_ZERO } from "./data.js";
// src/providers/crusoe/terms.ts
const UNKNOWN = "Leave it out; extra_body sends it all the same, should the platform come to take it.";
const BATCHES = [
	16,
	32,
	64,
	128,
	256
];
const TERMS = {
	methods: {
		names: ["supervised"],
		instead: "Write method: supervised, or train on a platform that has this method."
	},
	lacksFields: {
		seed: UNKNOWN,
		integrations: UNKNOWN
	},
	settings: {
		batch_size: {
			allowed: "\"auto\" or a power of two from 16 to 256 (up to 1024 by extra_body)",
			passes: (value) => value === "auto" || typeof value === "number" && BATCHES.includes(value)
		},
		learning_rate: ABOVE_ZERO,
		lr_scheduler: oneOf("cosine", "linear", "constant", "constant_with_warmup"),
		lora_variant: oneOf("lora", "rslora"),
		lora_rank: numberFrom(2, 256, true),
		lora_alpha: numberFrom(1, 512),
		lora_dropout: numberFrom(0, 1),
		warmup_ratio: numberFrom(0, 1),
		weight_decay: numberFrom(0, 1),
		early_stopping_patience: numberFrom(1, 1e3, true),
		checkpoint_steps: numberFrom(20, 1e6, true),
		eval_steps_per_epoch: numberFrom(1, 1e3, true),
		top_k_gating: numberFrom(1, 1e3, true),
		overlong_row_behavior: oneOf("error", "drop")
	},
	excludes: [["learning_rate", "learning_rate_multiplier"]],
	unlessSet: { overlong_row_behavior: "One row that is longer than the model takes stops the whole job on Crusoe; overlong_row_behavior: drop leaves such rows out." },
	metadata: "is not known to keep metadata, so they are not sent"
};
export { TERMS };
