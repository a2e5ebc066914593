import { F as numberFrom, N as ABOVE_ZERO } from "./data.js";
// src/providers/azure/terms.ts
const OPEN = /llama|qwen|gpt-oss|ministral|muse|mai-/i;
function withoutTrainingType({ model = "", extra_body }) {
	if (!OPEN.test(model) || extra_body?.trainingType !== void 0) return [];
	return [`Azure trains ${model} only by a trainingType, and none is given; without one it says that the model cannot be fine-tuned. Write extra_body: {trainingType: GlobalStandard}.`];
}
const TERMS = {
	settings: {
		prompt_loss_weight: numberFrom(0, 1),
		l2_multiplier: ABOVE_ZERO
	},
	suffix: {
		longest: 40,
		characters: /^[A-Za-z0-9_-]+$/,
		allowed: "1 to 40 letters, digits, hyphens and underscores, without a dot"
	},
	remarks: withoutTrainingType
};
export { TERMS };
