import { t as USUAL_PROFILE } from "./profile.js";
// src/providers/openai-wire/dialect.ts
const USUAL = {
	authorization: "bearer",
	keepsMetadata: false,
	fileWaits: [
		"uploaded",
		"pending",
		"running",
		"queued",
		"processing",
		"importing",
		"notRunning"
	],
	fileErrors: [
		"error",
		"failed",
		"deleted",
		"deleting"
	],
	states: {
		validating_files: "queued",
		queued: "queued",
		pending: "queued",
		created: "queued",
		notrunning: "queued",
		running: "running",
		pausing: "pausing",
		paused: "paused",
		resuming: "running",
		cancelling: "cancelling",
		cancel_requested: "cancelling",
		cancellation_requested: "cancelling",
		succeeded: "succeeded",
		success: "succeeded",
		successful: "succeeded",
		completed: "succeeded",
		complete: "succeeded",
		failed: "failed",
		failure: "failed",
		error: "failed",
		errored: "failed",
		expired: "failed",
		cancelled: "cancelled",
		canceled: "cancelled",
		aborted: "cancelled",
		deleted: "cancelled",
		canceling: "cancelling"
	},
	explanations: [],
	environmentHeaders: false
};
function dialectOf(differences = {}) {
	return {
		...USUAL,
		...differences,
		states: {
			...USUAL.states,
			...differences.states
		}
	};
}
// src/providers/openai-wire/shared-wire.ts
function sharedWire(profile, differences = {}) {
	const dialect = dialectOf(differences);
	return {
		profile,
		async open(address, options) {
			const { wireProvider } = await import("./provider.js");
			return wireProvider(address, dialect, options);
		}
	};
}
// src/providers/profile.ts
const USUAL_POLL = [5, 60];
const NO_HOST = /^(?!)/;
const VERBS = {
	pause: "pause a job",
	resume: "resume a job",
	events: "list the events of a job",
	checkpoints: "list the checkpoints of a job"
};
function lacking(profile, verb) {
	if (!profile.lacks.includes(verb)) return void 0;
	return `${profile.title} cannot ${VERBS[verb] ?? verb}; nothing was asked of it.`;
}
// src/providers/azure/models.ts
const stated$1 = {
	source: "https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning",
	read: "2026-11-25"
};
const open = {
	formats: ["chat"],
	...stated$1
};
// src/providers/azure/platform.ts
const azure = sharedWire({
	name: "azure",
	title: "Azure OpenAI",
	exampleUrl: "https://RESOURCE.openai.azure.com/openai/v1",
	hosts: /^[a-z0-9-]+\.(openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com|openai\.azure\.us)$/,
	rootPath: "/openai/v1",
	keyVariable: "AZURE_OPENAI_API_KEY",
	keyForms: "a key, or an Entra token",
	lacks: [],
	pollSeconds: USUAL_POLL,
	models: {
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
				...stated$1
			},
			{
				name: "gpt-4.1-mini",
				base: /^gpt-4\.1-mini(-2025-04-14)?$/,
				methods: ["supervised", "dpo"],
				formats: ["chat"],
				pictures: false,
				ends: "2027-10-14",
				...stated$1
			},
			{
				name: "gpt-4.1-nano",
				base: /^gpt-4\.1-nano(-2025-04-14)?$/,
				methods: ["supervised", "dpo"],
				formats: ["chat"],
				pictures: false,
				ends: "2027-10-14",
				...stated$1
			},
			{
				name: "gpt-4o",
				base: /^gpt-4o(-2024-08-06)?$/,
				methods: ["supervised", "dpo"],
				formats: ["chat"],
				pictures: true,
				ends: "2027-10-01",
				...stated$1
			},
			{
				name: "gpt-4o-mini",
				base: /^gpt-4o-mini(-2024-07-18)?$/,
				methods: ["supervised"],
				formats: ["chat"],
				pictures: false,
				ends: "2027-10-01",
				...stated$1
			},
			{
				name: "o4-mini",
				base: /^o4-mini(-2025-04-16)?$/,
				methods: ["reinforcement"],
				formats: [],
				ends: "2027-10-16",
				...stated$1
			},
			{
				name: "gpt-5",
				base: /^gpt-5(-2025-08-07)?$/,
				methods: ["reinforcement"],
				formats: [],
				ends: "2027-02-06",
				...stated$1
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
				...stated$1
			}
		],
		closings: [{
			from: "2026-10",
			what: "trains OpenAI's models for customers alone who trained them before",
			forAll: false,
			...stated$1
		}]
	},
	data: {
		minimumRows: 10,
		bom: "warning",
		imagesPerRow: 64,
		maximumBytes: 512e6,
		developerRole: true,
		picturesAsText: true,
		severities: {
			"chat/last-not-assistant": "error",
			"reinforcement/system-role": "error"
		}
	},
	maximumTrainingTokens: 2e9,
	jobPage: () => "https://ai.azure.com",
	beforeUse: "Deploy the model under this name in Azure before it can be called.",
	prices: [{
		model: /^o4-mini/,
		perMillion: void 0,
		source: "Microsoft's cost page",
		date: "2026-03-31"
	}]
}, {
	authorization: "header-or-token",
	keepsMetadata: true
});
// src/providers/bedrock/platform.ts
const bedrock = sharedWire({
	name: "bedrock",
	title: "Amazon Bedrock",
	missing: "it trains by reinforcement with Lambda graders only, and that is not built yet",
	exampleUrl: "https://bedrock-mantle.us-west-2.api.aws/v1",
	hosts: /^bedrock-mantle\.[a-z0-9-]+\.api\.aws$/,
	keyVariable: "AWS_BEARER_TOKEN_BEDROCK",
	lacks: ["pause", "resume"],
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		minimumRows: 100
	},
	prices: []
});
// src/providers/openai/explanations.ts
const EXPLANATIONS = [{
	code: "training_not_available",
	fix: "OpenAI closed fine-tuning to new organisations on 2026-05-07 and to inactive ones on 2026-07-02, and creates no jobs for anyone from 2027-01-06. Azure (base_url https://RESOURCE.openai.azure.com/openai/v1) and other servers of this wire (provider: compatible) still train.",
	final: true
}];
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
// src/providers/compatible/platform.ts
const compatible = sharedWire({
	name: "compatible",
	title: "a compatible server",
	exampleUrl: "https://llm.example.com/v1",
	hosts: NO_HOST,
	servers: "any other server with this wire, by `base_url`",
	keyOptional: true,
	tenant: {},
	lacks: [],
	pollSeconds: USUAL_POLL,
	models: {
		...MODELS,
		certain: false
	},
	data: {
		...USUAL_PROFILE,
		bom: "warning",
		severities: {
			"row/unknown-key": "warning",
			"chat/unknown-message-key": "warning"
		}
	},
	prices: []
}, { explanations: EXPLANATIONS });
// src/providers/nebius/platform.ts
const nebius = sharedWire({
	name: "nebius",
	title: "Nebius Token Factory",
	missing: "it keeps no metadata, by which a job is recognised, and its ways are not built yet",
	ownBaseUrl: "https://api.tokenfactory.nebius.com/v1",
	exampleUrl: "https://api.tokenfactory.nebius.com/v1",
	hosts: /^api\.(tokenfactory|studio)\.nebius\.(com|ai)$/,
	keyVariable: "NEBIUS_API_KEY",
	lacks: ["pause", "resume"],
	pollSeconds: USUAL_POLL,
	data: USUAL_PROFILE,
	prices: []
});
// src/providers/openai/prices.ts
const PAGE = {
	source: "OpenAI's pricing page",
	date: "2025-12-31"
};
const THIRD_PARTY = {
	source: "a third party",
	date: "2026-04-30"
};
const PRICES = [
	{
		model: /^gpt-4\.1-mini/,
		perMillion: 5,
		...PAGE
	},
	{
		model: /^gpt-4\.1-nano/,
		perMillion: 1.5,
		...PAGE
	},
	{
		model: /^gpt-4\.1-2/,
		perMillion: 25,
		...PAGE
	},
	{
		model: /^gpt-4o-mini/,
		perMillion: 3,
		...THIRD_PARTY
	},
	{
		model: /^gpt-4o-2/,
		perMillion: 25,
		...THIRD_PARTY
	},
	{
		model: /^o4-mini/,
		perMillion: void 0,
		...PAGE
	}
];
// src/providers/openai/platform.ts
const openai = sharedWire({
	name: "openai",
	title: "OpenAI",
	ownBaseUrl: "https://api.openai.com/v1",
	exampleUrl: "https://api.openai.com/v1",
	hosts: /^([a-z]{2}\.)?api\.openai\.com$/,
	keyVariable: "OPENAI_API_KEY",
	secretVariables: ["OPENAI_ADMIN_KEY"],
	keyless: true,
	tenant: {
		organization: "OPENAI_ORG_ID",
		project: "OPENAI_PROJECT_ID"
	},
	lacks: [],
	pollSeconds: USUAL_POLL,
	models: MODELS,
	data: {
		...USUAL_PROFILE,
		minimumRows: 10,
		developerRole: true,
		severities: { "chat/last-not-assistant": "error" }
	},
	jobPage: (jobId) => `https://platform.openai.com/finetune/${encodeURIComponent(jobId.toWellFormed())}`,
	prices: PRICES
}, {
	keepsMetadata: true,
	explanations: EXPLANATIONS,
	environmentHeaders: true
});
// src/providers/registry.ts
const PLATFORMS = [
	openai,
	azure,
	bedrock,
	nebius,
	compatible,
	sharedWire({
		name: "sandbox",
		title: "the sandbox",
		exampleUrl: "http://127.0.0.1/v1",
		hosts: NO_HOST,
		servers: "embedded, on loopback",
		embedded: true,
		rehearsal: true,
		lacks: [],
		pollSeconds: [.5, 5],
		models: {
			...MODELS,
			certain: false
		},
		data: {
			...USUAL_PROFILE,
			developerRole: true
		},
		prices: [],
		free: "the sandbox costs nothing"
	}, { keepsMetadata: true })
];
const DEFAULT_PLATFORM = openai;
const ANY_SERVER = compatible;
const PLATFORM_NAMES = PLATFORMS.map(({ profile }) => profile.name);
const SECRET_VARIABLES = PLATFORMS.flatMap(({ profile: { keyVariable, secretVariables = [] } }) => [...keyVariable === void 0 ? [] : [keyVariable], ...secretVariables]);
function platformNamed(name) {
	const found = PLATFORMS.find(({ profile }) => profile.name === name);
	if (found === void 0) throw new TypeError(`No platform is called ${name}.`);
	return found;
}
function platformOfHost(host) {
	return PLATFORMS.find(({ profile }) => profile.hosts.test(host)) ?? ANY_SERVER;
}
export { SECRET_VARIABLES as a, lacking as c, PLATFORM_NAMES as i, DEFAULT_PLATFORM as n, platformNamed as o, PLATFORMS as r, platformOfHost as s, ANY_SERVER as t };
