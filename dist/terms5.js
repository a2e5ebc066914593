import { N as ABOVE_ZERO } from "./data.js";
const TERMS = {
	methods: {
		names: ["supervised"],
		instead: "It drops the method of a request without a word: write method: supervised, or ask the platform behind it directly."
	},
	lacksFields: { integrations: "Leave it out, or ask the platform behind it directly." },
	lacksSettings: { beta: "Leave it out: LiteLLM hands n_epochs, batch_size and learning_rate_multiplier on." },
	settings: { prompt_loss_weight: ABOVE_ZERO },
	metadata: "drops metadata, so they are not sent"
};
export { TERMS };
