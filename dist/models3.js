// src/providers/openai/models.ts
const stated = {
	source: "https://developers.openai.com/api/docs/deprecations",
	read: "2026-11-22"
};
const MODELS = {
	title: "OpenAI",
	certain: true,
	families: [
		{
			name: "gpt-4.1",
			base: /^gpt-4\.1(-2025-04-14)?$/,
			methods: ["supervised", "dpo"],
			formats: ["chat"],
			pictures: false,
			ends: "2027-01-14",
			...stated
		},
		{
			name: "gpt-4.1-mini",
			base: /^gpt-4\.1-mini(-2025-04-14)?$/,
			methods: ["supervised", "dpo"],
			formats: ["chat"],
			pictures: false,
			ends: "2027-01-14",
			...stated
		},
		{
			name: "gpt-4.1-nano",
			base: /^gpt-4\.1-nano(-2025-04-14)?$/,
			methods: ["supervised", "dpo"],
			formats: ["chat"],
			pictures: false,
			ends: "2026-10-23",
			...stated
		},
		{
			name: "gpt-4o-2024-08-06",
			base: /^gpt-4o(-2024-08-06)?$/,
			methods: ["supervised", "dpo"],
			formats: ["chat"],
			pictures: true,
			ends: "2027-01-14",
			...stated
		},
		{
			name: "gpt-4o-mini",
			base: /^gpt-4o-mini(-2024-07-18)?$/,
			methods: ["supervised"],
			formats: ["chat"],
			pictures: false,
			ends: "2027-01-14",
			...stated
		},
		{
			name: "o4-mini",
			base: /^o4-mini(-2025-04-16)?$/,
			methods: ["reinforcement"],
			formats: [],
			ends: "2026-10-23",
			...stated
		},
		{
			name: "gpt-4",
			base: /^gpt-4(-\d{4})?$/,
			methods: ["supervised"],
			formats: ["chat"],
			pictures: false,
			ends: "2026-10-23",
			...stated
		},
		{
			name: "gpt-3.5-turbo",
			base: /^gpt-3\.5-turbo(-\d{4})?$/,
			methods: ["supervised"],
			formats: ["chat"],
			pictures: false,
			ends: "2026-10-23",
			...stated
		},
		{
			name: "babbage-002 and davinci-002",
			base: /^(babbage|davinci)-002$/,
			methods: ["supervised"],
			formats: ["completion"],
			pictures: false,
			ends: "2026-09-28",
			...stated
		},
		{
			name: "gpt-6-luna",
			base: /^gpt-6-luna(-|$)/,
			methods: [],
			formats: [],
			...stated
		}
	],
	closings: [
		{
			from: "2026-05-07",
			what: "creates no jobs for organisations that had never fine-tuned",
			forAll: false,
			...stated
		},
		{
			from: "2026-07-02",
			what: "creates no jobs for organisations that had not called a fine-tuned model for 60 days",
			forAll: false,
			...stated
		},
		{
			from: "2027-01-06",
			what: "creates no jobs for anyone",
			forAll: true,
			...stated
		}
	]
};
export { MODELS };
