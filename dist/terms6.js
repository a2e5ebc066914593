import { F as numberFrom, N as ABOVE_ZERO, P as TRUE_OR_FALSE } from "./data.js";
// src/providers/nebius/terms.ts
const TERMS = {
	methods: {
		names: ["supervised"],
		instead: "Write method: supervised, or train on a platform that has this method."
	},
	lacksSettings: { learning_rate_multiplier: "Write learning_rate, which is the rate itself and no multiple of one (0.00001 where none is given)." },
	settings: {
		learning_rate: ABOVE_ZERO,
		warmup_ratio: numberFrom(0, 1),
		weight_decay: numberFrom(0, 1),
		max_grad_norm: ABOVE_ZERO,
		packing: TRUE_OR_FALSE,
		context_length: numberFrom(1, 131072, true),
		lora: TRUE_OR_FALSE,
		lora_r: numberFrom(1, 512, true),
		lora_alpha: ABOVE_ZERO,
		lora_dropout: numberFrom(0, 1)
	},
	metadata: "has no metadata, so they are not sent"
};
export { TERMS };
