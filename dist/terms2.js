// src/providers/bedrock/terms.ts
const THREE = "Leave it out: Bedrock takes n_epochs, batch_size and learning_rate_multiplier.";
const TERMS = {
	methods: {
		names: ["reinforcement"],
		instead: "Write a method of type reinforcement with a Lambda grader, or train on a platform that has this method."
	},
	graders: {
		types: ["lambda"],
		instead: "Write a grader of type lambda whose lambda.function is the ARN of a function that scores the answers."
	},
	lacksFields: {
		suffix: "Leave it out: Bedrock names the model by itself.",
		integrations: "Leave it out: Bedrock reports to nobody else."
	},
	lacksSettings: {
		compute_multiplier: THREE,
		eval_interval: THREE,
		eval_samples: THREE,
		reasoning_effort: THREE
	},
	optional: ["validation_file"],
	metadata: "is not known to keep metadata, so they are not sent"
};
export { TERMS };
