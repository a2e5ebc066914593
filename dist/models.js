// src/providers/azure/models.ts
const stated = {
	source: "https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning",
	read: "2026-11-25"
};
const open = {
	formats: ["chat"],
	...stated
};
const MODELS = {
	title: "Azure OpenAI",
	certain: true,
	families: [
		{
			name: "gpt-4.1",
			base: /^gpt-4\.1(-2025-04-14)?$/,
			methods: ["supervised", "dpo"],
			formats: ["chat"],
			pictures: true,
			ends: "2027-10-14",
			...stated
		},
		{
			name: "gpt-4.1-mini",
			base: /^gpt-4\.1-mini(-2025-04-14)?$/,
			methods: ["supervised", "dpo"],
			formats: ["chat"],
			pictures: false,
			ends: "2027-10-14",
			...stated
		},
		{
			name: "gpt-4.1-nano",
			base: /^gpt-4\.1-nano(-2025-04-14)?$/,
			methods: ["supervised", "dpo"],
			formats: ["chat"],
			pictures: false,
			ends: "2027-10-14",
			...stated
		},
		{
			name: "gpt-4o",
			base: /^gpt-4o(-2024-08-06)?$/,
			methods: ["supervised", "dpo"],
			formats: ["chat"],
			pictures: true,
			ends: "2027-10-01",
			...stated
		},
		{
			name: "gpt-4o-mini",
			base: /^gpt-4o-mini(-2024-07-18)?$/,
			methods: ["supervised"],
			formats: ["chat"],
			pictures: false,
			ends: "2027-10-01",
			...stated
		},
		{
			name: "o4-mini",
			base: /^o4-mini(-2025-04-16)?$/,
			methods: ["reinforcement"],
			formats: [],
			ends: "2027-10-16",
			...stated
		},
		{
			name: "gpt-5",
			base: /^gpt-5(-2025-08-07)?$/,
			methods: ["reinforcement"],
			formats: [],
			ends: "2027-02-06",
			...stated
		},
		{
			name: "Llama-3.3-70B-Instruct",
			base: /^(meta-)?llama-3\.3-70b-instruct$/,
			methods: ["supervised"],
			...open
		},
		{
			name: "Qwen3-32B",
			base: /^qwen(3)?-32b$/,
			methods: ["supervised"],
			...open
		},
		{
			name: "gpt-oss-20b",
			base: /^gpt-oss-20b(-|$)/,
			methods: ["supervised"],
			...open
		},
		{
			name: "Ministral-3B",
			base: /^ministral-3b(-2411)?$/,
			methods: ["supervised"],
			...open
		},
		{
			name: "gpt-oss-120b",
			base: /^gpt-oss-120b(-|$)/,
			methods: ["supervised", "reinforcement"],
			...open
		},
		{
			name: "Muse-Glimmer-30B",
			base: /^muse-glimmer-30b$/,
			methods: ["supervised", "reinforcement"],
			...open
		},
		{
			name: "Qwen3.6-35B-A3B",
			base: /^qwen3\.6-35b-a3b$/,
			methods: ["supervised", "reinforcement"],
			...open
		},
		{
			name: "Qwen3.8-27B",
			base: /^qwen3\.8-27b$/,
			methods: ["supervised", "reinforcement"],
			...open
		},
		{
			name: "MAI-Code-1.1-Flash",
			base: /^mai-code-1\.1-flash$/,
			methods: ["reinforcement"],
			formats: [],
			...stated
		}
	],
	closings: [{
		from: "2026-10",
		what: "trains OpenAI's models for customers alone who trained them before",
		forAll: false,
		...stated
	}]
};
export { MODELS };
