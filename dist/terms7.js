import { F as numberFrom, N as ABOVE_ZERO, P as TRUE_OR_FALSE } from "./data.js";
import { A as countOf, j as settingsOf } from "./start.js";
// src/providers/together/terms.ts
const BATCH = numberFrom(1, 256, true);
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
const TERMS = {
	methods: {
		names: ["supervised", "dpo"],
		instead: "Write method: supervised or method: dpo, or train on a platform that trains by reinforcement."
	},
	lacksSettings: { learning_rate_multiplier: "Write learning_rate, which is the rate itself and no multiple of one (0.00001 where none is given)." },
	settings: {
		batch_size: {
			allowed: `"auto", "max" or a whole number from 1 to 256 (more by extra_body)`,
			passes: (value) => value === "max" || BATCH.passes(value)
		},
		learning_rate: ABOVE_ZERO,
		n_checkpoints: numberFrom(1, 1e3, true),
		n_evals: numberFrom(0, 1e3, true),
		warmup_ratio: numberFrom(0, 1),
		weight_decay: numberFrom(0, 1),
		max_grad_norm: numberFrom(0, 1e3),
		max_seq_length: numberFrom(1, 1e6, true),
		packing: TRUE_OR_FALSE,
		train_on_inputs: {
			allowed: "\"auto\", true or false",
			passes: (value) => value === "auto" || typeof value === "boolean"
		}
	},
	remarks: evaluationRemarks,
	notes: evaluationNotes,
	metadata: "has no metadata, so they are not sent"
};
export { TERMS };
