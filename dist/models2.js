// src/providers/bedrock/models.ts
const reinforced = {
	methods: ["reinforcement"],
	formats: [],
	source: "https://docs.aws.amazon.com/bedrock/latest/userguide/fine-tuning-openai-apis.html",
	read: "2026-11-25"
};
const MODELS = {
	title: "Amazon Bedrock",
	certain: true,
	families: [{
		name: "openai.gpt-oss-20b",
		base: /^openai\.gpt-oss-20b(-|$)/,
		...reinforced
	}, {
		name: "qwen.qwen3-32b",
		base: /^qwen\.qwen3-32b(-|$)/,
		...reinforced
	}],
	closings: []
};
export { MODELS };
