// src/providers/openai/explanations.ts
const EXPLANATIONS = [{
	code: "training_not_available",
	fix: "OpenAI closed fine-tuning to new organisations on 2026-05-07 and to inactive ones on 2026-07-02, and creates no jobs for anyone from 2027-01-06. Azure (base_url https://RESOURCE.openai.azure.com/openai/v1) and other servers with this API (provider: compatible) still train.",
	final: true
}];
export { EXPLANATIONS };
