import { t as dialectOf } from "./dialect.js";
import { t as keylessAccess } from "./address.js";
import { i as methodName, n as hyperparametersOf, r as isMap } from "./method.js";
import { t as USUAL_PROFILE } from "./profile.js";
import { n as flatMethod, r as settingsAlone } from "./requests2.js";
import { a as evaluationRemarks, i as evaluationNotes, r as togetherForm, s as togetherBilling } from "./requests3.js";
// src/providers/profile.ts
const USUAL_POLL = [5, 60];
const NO_HOST = /^(?!)/;
const VERBS = {
	pause: "pause a job",
	resume: "resume a job",
	events: "list the events of a job",
	checkpoints: "list the checkpoints of a job"
};
function withoutLacking(provider, { lacks }) {
	return {
		...provider,
		...Object.fromEntries(lacks.map((verb) => [verb, void 0]))
	};
}
function lacking(profile, verb) {
	if (!profile.lacks.includes(verb)) return void 0;
	return `${profile.title} cannot ${VERBS[verb] ?? verb}; nothing was asked of it.`;
}
// src/providers/azure/explanations.ts
const FILES = "A resource holds 100 files and 1 GB in all, and takes files of at most 512 MB. Delete what is no longer trained on; delete_files: after_success does it from now on.";
const JOBS = "A resource runs 3 jobs at once (5 of the Developer tier), queues 20 and keeps 100 in all. Wait for one to end; where it is the 100, delete old ones in the portal or train on another resource.";
const EXPLANATIONS$2 = [
	{
		call: "POST /fine_tuning/jobs",
		says: /(cannot|can not|can't|does not|not) .{0,60}fine-?tun/i,
		fix: "Azure says this of open models where trainingType is missing: write extra_body: {trainingType: GlobalStandard}. Of another model it means that the region or the customer may not train it.",
		final: true
	},
	{
		call: "/pause",
		status: 400,
		fix: "Azure pauses a job only while it runs and has finished a step, and not for every model and method.",
		final: true
	},
	{
		call: "/pause",
		status: 409,
		fix: "Azure pauses a job only while it runs and has finished a step, and not for every model and method.",
		final: true
	},
	{
		call: "POST /files",
		says: /limit|quota|exceed|maximum|too many|too large/i,
		fix: FILES,
		final: true
	},
	{
		call: "POST /files",
		status: 413,
		fix: FILES,
		final: true
	},
	{
		call: "POST /fine_tuning/jobs",
		says: /maximum|limit|quota|too many|exceed/i,
		status: 400,
		fix: JOBS,
		final: true
	},
	{
		call: "POST /fine_tuning/jobs",
		status: 429,
		fix: JOBS,
		final: false
	},
	{
		status: 401,
		fix: "Azure did not take the key or the token. A key belongs to one resource; a token must be made out to https://cognitiveservices.azure.com, for a project (/api/projects/…) to https://ai.azure.com.",
		final: true
	},
	{
		status: 403,
		fix: "Whoever signs in lacks a role on the resource (Cognitive Services OpenAI Contributor trains and calls), or its network rules keep this runner out.",
		final: true
	}
];
// src/providers/azure/models.ts
const stated$1 = {
	source: "https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning",
	read: "2026-11-25"
};
const open = {
	formats: ["chat"],
	...stated$1
};
const MODELS$2 = {
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
};
// src/providers/azure/prices.ts
const PRICES$3 = [{
	model: /^o4-mini/,
	perMillion: void 0,
	source: "Microsoft's cost page",
	date: "2026-03-31"
}];
// src/providers/terms.ts
const numberFrom = (low, high, whole = false) => ({
	allowed: `"auto" or a ${whole ? "whole " : ""}number from ${low} to ${high}`,
	passes: (value) => value === "auto" || isNumber(value, whole) && value >= low && value <= high
});
const ABOVE_ZERO = {
	allowed: "\"auto\" or a number above 0",
	passes: (value) => value === "auto" || isNumber(value, false) && value > 0
};
const oneOf = (...words) => ({
	allowed: `one of ${words.join(", ")}`,
	passes: (value) => typeof value === "string" && words.includes(value)
});
const TRUE_OR_FALSE = {
	allowed: "true or false",
	passes: (value) => typeof value === "boolean"
};
function isNumber(value, whole) {
	return typeof value === "number" && Number.isFinite(value) && (!whole || Number.isInteger(value));
}
function ownNames({ terms }) {
	return Object.keys(terms?.settings ?? {});
}
const shown = (value) => JSON.stringify(value) ?? String(value);
function termProblems(asked, { title, terms }) {
	if (terms === void 0) return settingProblems(asked, title, {});
	return [
		...methodProblems(asked, title, terms),
		...fieldProblems(asked, title, terms),
		...settingProblems(asked, title, terms),
		...exclusionProblems(asked, title, terms),
		...suffixProblems(asked, title, terms),
		...terms.refuses?.(asked) ?? []
	];
}
function methodProblems({ method }, title, { methods, graders }) {
	const name = methodName(method);
	if (methods !== void 0 && !methods.names.includes(name)) return [{
		place: "method",
		message: `Input method is ${name}; ${title} trains by ${methods.names.join(" and ")} only. ${methods.instead}`
	}];
	const grader = method?.type === "reinforcement" ? method.reinforcement.grader.type : void 0;
	if (graders === void 0 || grader === void 0 || graders.types.includes(grader)) return [];
	const place = "method.reinforcement.grader";
	return [{
		place,
		message: `Input ${place} is ${grader}; ${title} takes ${graders.types.join(" and ")} only. ${graders.instead}`
	}];
}
function fieldProblems(asked, title, { lacksFields = {} }) {
	return Object.entries(lacksFields).flatMap(([place, instead]) => {
		const value = Reflect.get(asked, place);
		if (value === void 0 || Array.isArray(value) && value.length === 0) return [];
		return [{
			place,
			message: `Input ${place}${typeof value === "object" ? "" : ` is ${shown(value)};`} ${title} has no such field. ${instead}`
		}];
	});
}
const USUAL_SETTINGS = { batch_size: numberFrom(1, 256, true) };
function settingProblems(asked, title, { lacksSettings = {}, settings = {} }) {
	const root = asked.method === void 0 ? "hyperparameters" : `method.${methodName(asked.method)}.hyperparameters`;
	return Object.entries(hyperparametersOf(asked) ?? {}).flatMap(([name, value]) => {
		const place = `${root}.${name}`;
		const instead = Object.hasOwn(lacksSettings, name) ? lacksSettings[name] : void 0;
		if (instead !== void 0) return [{
			place,
			message: `Input ${place} is ${shown(value)}; ${title} has no such setting. ${instead}`
		}];
		const setting = [settings, USUAL_SETTINGS].find((known) => Object.hasOwn(known, name))?.[name];
		if (setting === void 0 || setting.passes(value)) return [];
		return [{
			place,
			message: `Input ${place} is ${shown(value)}; on ${title} it must be ${setting.allowed}.`
		}];
	});
}
function exclusionProblems(asked, title, { excludes = [] }) {
	const given = hyperparametersOf(asked) ?? {};
	return excludes.flatMap((names) => {
		const both = names.filter((name) => Object.hasOwn(given, name) && given[name] !== "auto");
		if (both.length < 2) return [];
		const place = asked.method === void 0 ? "hyperparameters" : "method";
		return [{
			place,
			message: `Input ${place} gives ${both.join(" and ")}; ${title} takes one of them. Take the other out.`
		}];
	});
}
function suffixProblems({ suffix }, title, { suffix: rule }) {
	if (suffix === void 0 || rule === void 0) return [];
	if (suffix.length <= rule.longest && rule.characters.test(suffix)) return [];
	return [{
		place: "suffix",
		message: `Input suffix is ${shown(suffix)} (${suffix.length} characters); on ${title} it must be ${rule.allowed}.`
	}];
}
function termRemarks(asked, { title, terms }) {
	const own = terms?.remarks?.(asked) ?? [];
	if (terms?.metadata === void 0 || Object.keys(asked.metadata ?? {}).length === 0) return own;
	return [`Input metadata: ${title} ${terms.metadata}. The job itself is not affected, and it is found by its inputs or by job_id.`, ...own];
}
function omissionRemarks(asked, { terms }) {
	const given = hyperparametersOf(asked) ?? {};
	return [...Object.entries(terms?.unlessSet ?? {}).flatMap(([name, remark]) => Object.hasOwn(given, name) ? [] : [remark]), ...terms?.notes?.(asked) ?? []];
}
function suffixFor(given, fingerprint, { terms }) {
	if (given !== void 0 || terms?.suffix?.required === void 0) return given;
	return `ft-${fingerprint.slice(0, Math.min(12, terms.suffix.longest - 3))}`;
}
// src/providers/azure/terms.ts
const OPEN = /llama|qwen|gpt-oss|ministral|muse|mai-/i;
function withoutTrainingType({ model = "", extra_body }) {
	if (!OPEN.test(model) || extra_body?.trainingType !== void 0) return [];
	return [`Azure trains ${model} only by a trainingType, and none is given; without one it says that the model cannot be fine-tuned. Write extra_body: {trainingType: GlobalStandard}.`];
}
const TERMS$1 = {
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
// src/providers/azure/platform.ts
const profile$5 = {
	name: "azure",
	title: "Azure OpenAI",
	exampleUrl: "https://RESOURCE.openai.azure.com/openai/v1",
	hosts: /^[a-z0-9-]+\.(openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com|openai\.azure\.us)$/,
	rootPath: "/openai/v1",
	keyVariable: "AZURE_OPENAI_API_KEY",
	keyHeaders: ["api-key"],
	keyForms: "a key, or an Entra token",
	inputs: [
		"azure_tenant_id",
		"azure_client_id",
		"azure_arm_token"
	],
	signIn: {
		way: "keyless by `azure_tenant_id` and `azure_client_id`",
		credential: keylessAccess
	},
	lacks: [],
	terms: TERMS$1,
	pollSeconds: USUAL_POLL,
	models: MODELS$2,
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
	onResume: "A reinforcement job that Azure paused at its spending limit has no further limit once it is resumed: it runs, and costs, to its end.",
	serving: {
		kind: "deployment",
		terms: async () => (await import("./deployment-terms.js")).DEPLOYMENT_TERMS
	},
	beforeUse: "Deploy the model (`operation: deploy`) before it can be called.",
	prices: PRICES$3
};
const azure = {
	profile: profile$5,
	async open(address, options) {
		const { azureProvider } = await import("./client.js");
		return withoutLacking(azureProvider(address, dialectOf({
			authorization: "header-or-token",
			takesParts: false,
			explanations: EXPLANATIONS$2
		}), options), profile$5);
	}
};
// src/providers/bedrock/models.ts
const reinforced = {
	methods: ["reinforcement"],
	formats: [],
	source: "https://docs.aws.amazon.com/bedrock/latest/userguide/fine-tuning-openai-apis.html",
	read: "2026-11-25"
};
const MODELS$1 = {
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
// src/providers/bedrock/platform.ts
const HOST = /^bedrock-mantle\.([a-z0-9-]+)\.api\.aws$/;
const THREE = "Leave it out: Bedrock takes n_epochs, batch_size and learning_rate_multiplier.";
function credentialOfRole({ environment, url }) {
	const region = HOST.exec(url.hostname)?.[1];
	const accessKeyId = environment.AWS_ACCESS_KEY_ID?.trim();
	const secretAccessKey = environment.AWS_SECRET_ACCESS_KEY?.trim();
	const sessionToken = environment.AWS_SESSION_TOKEN?.trim();
	if (region === void 0 || !accessKeyId || !secretAccessKey) return void 0;
	const role = {
		accessKeyId,
		secretAccessKey,
		...sessionToken ? { sessionToken } : {}
	};
	return {
		kind: "minted",
		mint: async () => (await import("./token.js")).keyOfRole(role, region)
	};
}
const profile$4 = {
	name: "bedrock",
	title: "Amazon Bedrock",
	exampleUrl: "https://bedrock-mantle.us-west-2.api.aws/v1",
	hosts: HOST,
	keyVariable: "AWS_BEARER_TOKEN_BEDROCK",
	secretVariables: ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
	signIn: {
		way: "assume a role in a step before, as aws-actions/configure-aws-credentials does",
		credential: credentialOfRole
	},
	lacks: ["pause", "resume"],
	terms: {
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
	},
	pollSeconds: USUAL_POLL,
	models: MODELS$1,
	data: {
		...USUAL_PROFILE,
		minimumRows: 100,
		maximumRows: 2e4
	},
	prices: [{
		model: /^(openai\.|qwen\.)/,
		perMillion: void 0,
		source: "Amazon Bedrock's documentation",
		date: "2026-11-25"
	}]
};
const bedrock = {
	profile: profile$4,
	async open(address, options) {
		const { wireProvider } = await import("./provider2.js");
		const dialect = dialectOf({
			sendsMetadata: false,
			takesParts: false
		});
		const { credential } = address;
		if (credential?.kind !== "minted") return withoutLacking(wireProvider(address, dialect, options), profile$4);
		const minted = {
			kind: "key",
			key: await credential.mint(options)
		};
		options.mask(minted.key);
		const inferenceCredential = address.inferenceCredential === credential ? minted : address.inferenceCredential;
		return withoutLacking(wireProvider({
			...address,
			credential: minted,
			inferenceCredential
		}, dialect, options), profile$4);
	}
};
// src/providers/openai/explanations.ts
const EXPLANATIONS$1 = [{
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
// src/providers/openai-wire/shared-wire.ts
function sharedWire(profile, differences = {}) {
	const dialect = dialectOf(differences);
	return {
		profile,
		async open(address, options) {
			const { wireProvider } = await import("./provider2.js");
			return withoutLacking(wireProvider(address, dialect, options), profile);
		}
	};
}
// src/providers/compatible/platform.ts
const compatible = sharedWire({
	name: "compatible",
	title: "a compatible server",
	exampleUrl: "https://llm.example.com/v1",
	hosts: NO_HOST,
	servers: "any other server with OpenAI’s fine-tuning API, by `base_url`",
	keyOptional: true,
	tenant: {},
	lacks: [],
	terms: { optional: ["validation_file"] },
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
	serving: {
		kind: "by hand",
		way: "Whether and how its models are made callable is known to the one who runs it: follow its documentation."
	},
	prices: []
}, { explanations: EXPLANATIONS$1 });
// src/providers/crusoe/prices.ts
const PAGE$2 = {
	source: "Crusoe's pricing page, as read by a third party",
	date: "2026-09-20"
};
const PRICES$2 = [{
	model: /llama-3\.1-8b/i,
	perMillion: .4,
	...PAGE$2
}, {
	model: /gpt-oss-120b/i,
	perMillion: 6,
	...PAGE$2
}];
// src/providers/crusoe/platform.ts
const UNKNOWN = "Leave it out; extra_body sends it all the same, should the platform come to take it.";
const BATCHES = [
	16,
	32,
	64,
	128,
	256
];
const profile$3 = {
	name: "crusoe",
	title: "Crusoe",
	ownBaseUrl: "https://api.intelligence.crusoecloud.com/v1",
	ownInferenceUrl: "https://api.inference.crusoecloud.com/v1",
	exampleUrl: "https://api.intelligence.crusoecloud.com/v1",
	hosts: /^api\.intelligence\.crusoecloud\.com$/,
	keyVariable: "CRUSOE_API_KEY",
	lacks: [
		"pause",
		"resume",
		"model"
	],
	terms: {
		methods: {
			names: ["supervised"],
			instead: "Write method: supervised, or train on a platform that has this method."
		},
		lacksFields: {
			seed: UNKNOWN,
			integrations: UNKNOWN
		},
		settings: {
			batch_size: {
				allowed: "\"auto\" or a power of two from 16 to 256 (up to 1024 by extra_body)",
				passes: (value) => value === "auto" || typeof value === "number" && BATCHES.includes(value)
			},
			learning_rate: ABOVE_ZERO,
			lr_scheduler: oneOf("cosine", "linear", "constant", "constant_with_warmup"),
			lora_variant: oneOf("lora", "rslora"),
			lora_rank: numberFrom(2, 256, true),
			lora_alpha: numberFrom(1, 512),
			lora_dropout: numberFrom(0, 1),
			warmup_ratio: numberFrom(0, 1),
			weight_decay: numberFrom(0, 1),
			early_stopping_patience: numberFrom(1, 1e3, true),
			checkpoint_steps: numberFrom(20, 1e6, true),
			eval_steps_per_epoch: numberFrom(1, 1e3, true),
			top_k_gating: numberFrom(1, 1e3, true),
			overlong_row_behavior: oneOf("error", "drop")
		},
		excludes: [["learning_rate", "learning_rate_multiplier"]],
		unlessSet: { overlong_row_behavior: "One row that is longer than the model takes stops the whole job on Crusoe; overlong_row_behavior: drop leaves such rows out." },
		metadata: "is not known to keep metadata, so they are not sent"
	},
	pricesJobs: true,
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		maximumBytes: 16 * 1024 ** 3,
		severities: { "chat/last-not-assistant": "error" }
	},
	beforeUse: "Load it as an adapter, or deploy it, before it can be called.",
	serving: {
		kind: "deployment",
		terms: async () => (await import("./deployment-terms3.js")).DEPLOYMENT_TERMS
	},
	prices: PRICES$2
};
const crusoe = {
	profile: profile$3,
	async open(address, options) {
		const { crusoeProvider } = await import("./client2.js");
		return withoutLacking(crusoeProvider(address, dialectOf({
			sendsMetadata: false,
			renamesModels: true
		}), options), profile$3);
	}
};
// src/providers/fireworks/data.ts
const DATA$1 = {
	...USUAL_PROFILE,
	minimumRows: 3,
	maximumRows: 3e6,
	systemFirst: true,
	severities: {
		"chat/developer-role": "error",
		"chat/nothing-learned": "error",
		"chat/weight-role": "warning"
	}
};
// src/providers/fireworks/prices.ts
const PAGE$1 = {
	source: "Fireworks' pricing page, as read by a third party",
	date: "2026-10-07"
};
const sized = (billions) => new RegExp(`[-/](?:${billions})b(?:-|$)`, "i");
const PART = "(?:[.p]\\d+)?";
const PRICES$1 = [
	{
		model: sized(`\\d${PART}|1[0-5]${PART}|16`),
		perMillion: .5,
		...PAGE$1
	},
	{
		model: sized(`1[6-9]${PART}|[2-7]\\d${PART}|80`),
		perMillion: 3,
		...PAGE$1
	},
	{
		model: sized(`[89]\\d${PART}|[12]\\d\\d${PART}|300`),
		perMillion: 6,
		...PAGE$1
	},
	{
		model: sized(`\\d{3,4}${PART}`),
		perMillion: 10,
		...PAGE$1
	}
];
function surcharge({ method, hyperparameters, extra_body }) {
	const rank = extra_body?.loraRank ?? hyperparametersOf({
		method,
		hyperparameters
	})?.lora_rank;
	const reasons = [...methodName(method) === "dpo" ? ["dpo"] : [], ...rank === 0 ? ["all parameters"] : []];
	return reasons.length === 0 ? void 0 : {
		times: 2 ** reasons.length,
		why: reasons.join(" and ")
	};
}
function billing({ method, hyperparameters, extra_body }) {
	const asked = extra_body?.epochs ?? hyperparametersOf({
		method,
		hyperparameters
	})?.n_epochs;
	const epochs = typeof asked === "number" ? asked : void 0;
	return {
		epochs: epochs ?? 1,
		epochsAsked: epochs !== void 0,
		looks: 0
	};
}
// src/providers/fireworks/terms.ts
const BETA = {
	allowed: "\"auto\" or a number above 0 and below 0.5",
	passes: (value) => value === "auto" || typeof value === "number" && value > 0 && value < .5
};
const RANKS = [
	0,
	1,
	2,
	4,
	8,
	16,
	32,
	64,
	128
];
const RANK = {
	allowed: "\"auto\" or a power of two up to 128; 0 trains all parameters",
	passes: (value) => value === "auto" || typeof value === "number" && RANKS.includes(value)
};
const LONGEST_SUFFIX = 40;
function refuses({ method, integrations, hasValidation }) {
	const [first] = integrations ?? [];
	const run = first !== void 0 && isMap(first.wandb) ? first.wandb : {};
	const named = ["name", "tags"].find((name) => run[name] != null);
	return [...methodName(method) === "dpo" && hasValidation ? [{
		place: "validation_file",
		message: "Input validation_file is given; Fireworks AI has none beside method: dpo. Take it out."
	}] : [], ...named === void 0 ? [] : [{
		place: `integrations.wandb.${named}`,
		message: `Input integrations gives wandb.${named}; Fireworks AI has no such field. Take it out, or name the run by extra_body: {wandbConfig: {runId: …}}.`
	}]];
}
function remarks({ integrations = [], extra_body }) {
	const wandb = extra_body?.wandbConfig;
	if (integrations.length === 0 || isMap(wandb) && wandb.apiKey !== void 0) return [];
	return ["Fireworks AI signs in to Weights & Biases with a key that comes with the job; write it as a secret: extra_body: {wandbConfig: {apiKey: …}}."];
}
function notes({ method, extra_body, hasValidation }) {
	if (methodName(method) !== "supervised" || hasValidation || extra_body?.evalAutoCarveout !== void 0) return [];
	return ["Without a validation_file Fireworks AI may set a part of the rows aside to evaluate by; extra_body: {evalAutoCarveout: false} has it train on all."];
}
const TERMS = {
	methods: {
		names: ["supervised", "dpo"],
		instead: "It trains by reinforcement with evaluators that are kept there, and takes no grader of the API: write method: supervised or method: dpo, or train on another platform."
	},
	lacksFields: { seed: "It chooses one itself. Take it out." },
	lacksSettings: { learning_rate_multiplier: "Write learning_rate, which is the rate itself and no multiple of one." },
	settings: {
		beta: BETA,
		learning_rate: ABOVE_ZERO,
		learning_rate_warmup_steps: numberFrom(0, 1e6, true),
		lora_rank: RANK,
		max_context_length: numberFrom(16, 1e7, true),
		gradient_accumulation_steps: numberFrom(1, 1e4, true),
		optimizer_weight_decay: numberFrom(0, 1)
	},
	suffix: {
		longest: LONGEST_SUFFIX,
		characters: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
		allowed: `1 to ${LONGEST_SUFFIX} lower-case letters, digits and hyphens that begin and end with a letter or digit`
	},
	refuses,
	remarks,
	notes,
	metadata: "has no metadata, so they are not sent"
};
// src/providers/fireworks/platform.ts
const ACCOUNT = "FIREWORKS_ACCOUNT_ID";
const profile$2 = {
	name: "fireworks",
	title: "Fireworks AI",
	ownBaseUrl: "https://api.fireworks.ai/v1",
	inferencePath: (path) => path.replace(/(\/v1)?(\/accounts\/[^/]+)?$/, "/inference/v1"),
	exampleUrl: "https://api.fireworks.ai/v1/accounts/ACCOUNT",
	hosts: /^api\.fireworks\.ai$/,
	account: {
		pathWith(path, environment) {
			if (/\/accounts\/[^/]+$/.test(path)) return path;
			const account = environment[ACCOUNT]?.trim();
			if (!(path === "" || path.endsWith("/v1") && !path.endsWith("/inference/v1")) || account === void 0 || !/^[a-z0-9-]{1,63}$/.test(account)) return void 0;
			return `${path || "/v1"}/accounts/${account}`;
		},
		way: `Write base_url: https://api.fireworks.ai/v1/accounts/ACCOUNT, or leave it out and set the variable ${ACCOUNT} to the account's ID.`
	},
	keyVariable: "FIREWORKS_API_KEY",
	lacks: [
		"pause",
		"events",
		"checkpoints"
	],
	terms: TERMS,
	pricesJobs: true,
	pollSeconds: USUAL_POLL,
	data: DATA$1,
	onResume: "Fireworks pauses the jobs of a suspended account: what is resumed there runs, and costs, on.",
	beforeUse: "Deploy it (operation: deploy) before it can be called.",
	serving: {
		kind: "deployment",
		terms: async () => (await import("./deployment-terms5.js")).DEPLOYMENT_TERMS
	},
	billing,
	prices: PRICES$1,
	surcharge
};
const fireworks = {
	profile: profile$2,
	async open(address, options) {
		const { fireworksProvider } = await import("./client3.js");
		return withoutLacking(fireworksProvider(address, options), profile$2);
	}
};
// src/providers/litellm/platform.ts
const BEHIND = "custom_llm_provider";
const profile$1 = {
	name: "litellm",
	title: "LiteLLM",
	exampleUrl: "https://litellm.example.com/v1",
	hosts: NO_HOST,
	servers: "a gateway of your own, by `base_url`",
	keyVariable: "LITELLM_API_KEY",
	selfHosted: true,
	demandsQuery: {
		names: [BEHIND, "target_model_names"],
		instead: `Write extra_query: {${BEHIND}: …} with the provider that it is to ask: openai, azure or vertex_ai.`
	},
	lacks: [
		"pause",
		"resume",
		"events",
		"checkpoints",
		"model"
	],
	terms: {
		methods: {
			names: ["supervised"],
			instead: "It drops the method of a request without a word: write method: supervised, or ask the platform behind it directly."
		},
		lacksFields: { integrations: "Leave it out, or ask the platform behind it directly." },
		lacksSettings: { beta: "Leave it out: LiteLLM hands n_epochs, batch_size and learning_rate_multiplier on." },
		settings: { prompt_loss_weight: ABOVE_ZERO },
		metadata: "drops metadata, so they are not sent"
	},
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		bom: "warning"
	},
	serving: {
		kind: "by hand",
		way: "Deploy the model on the platform behind it (provider and base_url of that one), and add it to the model list of the gateway."
	},
	prices: []
};
const litellm = {
	profile: profile$1,
	async open(address, options) {
		const { wireProvider } = await import("./provider2.js");
		const behind = address.extraQuery?.[BEHIND];
		const own = behind === void 0 ? {} : { [BEHIND]: behind };
		return withoutLacking(wireProvider(address, dialectOf({
			form: (fields) => ({
				...settingsAlone(fields),
				...own
			}),
			cancelBody: own,
			sendsMetadata: false,
			takesParts: false
		}), options), profile$1);
	}
};
// src/providers/llmariner/platform.ts
const llmariner = sharedWire({
	name: "llmariner",
	title: "LLMariner",
	exampleUrl: "https://llmariner.example.com/v1",
	hosts: NO_HOST,
	servers: "a Kubernetes cluster of your own, by `base_url`",
	keyVariable: "LLMARINER_API_KEY",
	selfHosted: true,
	lacks: [
		"pause",
		"resume",
		"events",
		"checkpoints",
		"result"
	],
	terms: {
		methods: {
			names: ["supervised", "dpo"],
			instead: "Write method: supervised or method: dpo, or train on a platform that trains by reinforcement."
		},
		suffix: {
			longest: 18,
			characters: /^[\s\S]+$/,
			allowed: "a text of 1 to 18 characters",
			required: true
		},
		metadata: "keeps no metadata but resources.gpu, so no job can be searched by them"
	},
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		bom: "warning"
	},
	prices: []
}, {
	form: flatMethod,
	takesParts: false
});
// src/providers/nebius/platform.ts
const nebius = sharedWire({
	name: "nebius",
	title: "Nebius Token Factory",
	ownBaseUrl: "https://api.tokenfactory.nebius.com/v1",
	exampleUrl: "https://api.tokenfactory.nebius.com/v1",
	hosts: /^api\.(tokenfactory|studio)\.nebius\.(com|ai)$/,
	keyVariable: "NEBIUS_API_KEY",
	lacks: ["pause", "resume"],
	terms: {
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
	},
	namedWithin: 60,
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		maximumBytes: 5e9
	},
	beforeUse: "Download its weights from its checkpoints, or have Nebius serve them from a dedicated endpoint, before it can be called.",
	serving: {
		kind: "by hand",
		way: "Deploy the model as a dedicated endpoint in Nebius's console, and call it there."
	},
	prices: []
}, {
	form: settingsAlone,
	sendsMetadata: false,
	takesParts: false
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
	explanations: EXPLANATIONS$1,
	environmentHeaders: true
});
// src/providers/portkey/platform.ts
const portkey = sharedWire({
	name: "portkey",
	title: "Portkey",
	ownBaseUrl: "https://aigw.portkey.ai/v1",
	exampleUrl: "https://aigw.portkey.ai/v1",
	hosts: /^(aigw|api)\.portkey\.ai$/,
	keyVariable: "PORTKEY_API_KEY",
	keyHeaders: ["x-portkey-api-key"],
	lacks: [
		"pause",
		"resume",
		"events",
		"checkpoints",
		"model"
	],
	terms: {
		methods: {
			names: ["supervised"],
			instead: "In front of Azure it drops the method of a request without a word: write method: supervised, or ask the platform behind it directly."
		},
		lacksSettings: { learning_rate_multiplier: "In front of Fireworks it becomes the learning rate itself, which ruins the model: leave it out, or, in front of OpenAI or Azure, write it under extra_body." },
		metadata: "drops metadata in front of most platforms, so they are not sent"
	},
	pollSeconds: USUAL_POLL,
	data: {
		...USUAL_PROFILE,
		bom: "warning"
	},
	serving: {
		kind: "by hand",
		way: "Deploy the model on the platform behind it (provider and base_url of that one), and call it through the gateway."
	},
	prices: []
}, {
	sendsMetadata: false,
	takesParts: false,
	unlisted: "Portkey hands no list of jobs on"
});
// src/providers/sandbox/platform.ts
const sandbox = sharedWire({
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
		developerRole: true,
		minimumRows: 10,
		severities: { "file/too-few-rows": "warning" }
	},
	prices: [],
	free: "the sandbox costs nothing"
}, { keepsMetadata: true });
// src/providers/together/data.ts
const DATA = {
	...USUAL_PROFILE,
	minimumRows: 1,
	maximumBytes: 501e8,
	textRows: true,
	takesTurns: true,
	severities: {
		"chat/developer-role": "error",
		"chat/weight-role": "warning",
		"preference/output-count": "error",
		"preference/last-assistant": "error"
	}
};
// src/providers/together/explanations.ts
const EXPLANATIONS = [
	{
		status: 404,
		call: "/fine-tunes/",
		fix: "The server knows no such job. Check job_id, and that the key belongs to the same account.",
		final: true
	},
	{
		status: 404,
		call: "/endpoints/",
		fix: "The server knows no such endpoint. Check its name, and that the key belongs to the same account.",
		final: true
	},
	{
		status: 401,
		call: "POST /files",
		fix: "Together answers so to a wrong key, and where the files would go beyond the free credit. Check the key, then the credit.",
		final: true
	}
];
// src/providers/together/platform.ts
const BATCH = numberFrom(1, 256, true);
const profile = {
	name: "together",
	title: "Together AI",
	ownBaseUrl: "https://api.together.ai/v1",
	exampleUrl: "https://api.together.ai/v1",
	hosts: /^api(-inference)?\.together\.(ai|xyz)$/,
	keyVariable: "TOGETHER_API_KEY",
	lacks: [
		"pause",
		"resume",
		"model"
	],
	terms: {
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
	},
	pricesJobs: true,
	pollSeconds: USUAL_POLL,
	data: DATA,
	beforeUse: "Deploy it (operation: deploy) before it can be called.",
	serving: {
		kind: "deployment",
		terms: async () => (await import("./deployment-terms7.js")).DEPLOYMENT_TERMS
	},
	billing: togetherBilling,
	prices: []
};
// src/providers/registry.ts
const PLATFORMS = [
	openai,
	azure,
	crusoe,
	{
		profile,
		async open(address, options) {
			const { togetherProvider } = await import("./client4.js");
			return withoutLacking(togetherProvider(address, dialectOf({
				sendsMetadata: false,
				takesParts: false,
				form: togetherForm,
				fileErrors: ["failed", "invalid_format"],
				states: { user_error: "failed" },
				explanations: EXPLANATIONS
			}), options), profile);
		}
	},
	fireworks,
	bedrock,
	nebius,
	llmariner,
	litellm,
	portkey,
	compatible,
	sandbox
];
const DEFAULT_PLATFORM = openai;
const ANY_SERVER = compatible;
const PLATFORM_NAMES = PLATFORMS.map(({ profile }) => profile.name);
const PLATFORM_INPUTS = PLATFORMS.flatMap(({ profile }) => profile.inputs ?? []);
const SECRET_VARIABLES = PLATFORMS.flatMap(({ profile: { keyVariable, secretVariables = [] } }) => [...keyVariable === void 0 ? [] : [keyVariable], ...secretVariables]);
function platformNamed(name) {
	const found = PLATFORMS.find(({ profile }) => profile.name === name);
	if (found === void 0) throw new TypeError(`No platform is called ${name}.`);
	return found;
}
function platformOfHost(host) {
	return PLATFORMS.find(({ profile }) => profile.hosts.test(host)) ?? ANY_SERVER;
}
export { PLATFORM_NAMES as a, platformOfHost as c, suffixFor as d, termProblems as f, PLATFORM_INPUTS as i, omissionRemarks as l, lacking as m, DEFAULT_PLATFORM as n, SECRET_VARIABLES as o, termRemarks as p, PLATFORMS as r, platformNamed as s, ANY_SERVER as t, ownNames as u };
