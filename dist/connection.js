import { i as InputError } from "./errors.js";
import { t as USUAL_PROFILE } from "./profile.js";
import { isIP } from "node:net";
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
		running: "running",
		pausing: "pausing",
		paused: "paused",
		resuming: "running",
		cancelling: "cancelling",
		cancel_requested: "cancelling",
		cancellation_requested: "cancelling",
		succeeded: "succeeded",
		failed: "failed",
		cancelled: "cancelled"
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
	data: {
		minimumRows: 10,
		bom: "warning",
		imagesPerRow: 64,
		maximumBytes: 512e6,
		developerRole: true
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
	data: {
		...USUAL_PROFILE,
		bom: "warning"
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
	data: {
		...USUAL_PROFILE,
		minimumRows: 10,
		developerRole: true
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
// src/providers/connection.ts
const ADDRESS_VARIABLE = "OPENAI_BASE_URL";
function refuse(place, message) {
	throw new InputError([{
		place,
		message
	}]);
}
function isLoopback(host) {
	return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || isIP(host) === 4 && host.startsWith("127.");
}
function isPrivate(host) {
	if (isIP(host) === 4) return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host);
	if (host.startsWith("[")) return /^\[f[cd]/.test(host);
	return !host.includes(".");
}
function checkBaseUrl(text, place, allowHttp) {
	if (!URL.canParse(text)) refuse("base_url", `${place} is ${JSON.stringify(text)}; it must be a URL such as ${DEFAULT_PLATFORM.profile.ownBaseUrl}.`);
	const url = new URL(text);
	if (url.username || url.password) refuse("base_url", `${place} carries a user name or password. Take it out and use the input api_key.`);
	if (url.search || url.hash) refuse("base_url", `${place} is ${JSON.stringify(text)}; it must be the API's root without ?query and #fragment. Leave out ${url.search || url.hash}.`);
	if (url.protocol === "https:" || url.protocol === "http:" && isLoopback(url.hostname)) return url;
	if (url.protocol !== "http:") refuse("base_url", `${place} is ${JSON.stringify(text)}; it must begin with https://.`);
	if (allowHttp && isPrivate(url.hostname)) return url;
	return refuse("base_url", `${place} is ${JSON.stringify(text)}; plain http is allowed on loopback only${isPrivate(url.hostname) ? ", and to private addresses with allow_http: true." : ". Use https."}`);
}
function resolveConnection(inputs, environment) {
	const named = inputs.provider === "auto" ? void 0 : platformNamed(inputs.provider).profile;
	if (named?.embedded) return {
		profile: named,
		baseUrl: "",
		credential: void 0,
		organization: void 0,
		project: void 0
	};
	const fromEnvironment = inputs.base_url === void 0 && Boolean(environment[ADDRESS_VARIABLE]?.trim());
	const text = inputs.base_url ?? (environment[ADDRESS_VARIABLE]?.trim() || void 0) ?? (named ?? DEFAULT_PLATFORM.profile).ownBaseUrl;
	if (text === void 0) return refuse("base_url", `Input base_url is missing; provider ${inputs.provider} needs it, for example ${(named ?? ANY_SERVER.profile).exampleUrl}.`);
	const url = checkBaseUrl(text, fromEnvironment ? `The variable ${ADDRESS_VARIABLE}` : "Input base_url", inputs.allow_http);
	const profile = named ?? platformOfHost(url.hostname).profile;
	if (profile.missing !== void 0) refuse("provider", `Input provider: ${profile.title} cannot be used yet, because ${profile.missing}. Use ${built()}.`);
	const path = url.pathname.replace(/\/+$/, "");
	if (profile.rootPath !== void 0 && path !== profile.rootPath) refuse("base_url", `Input base_url is ${JSON.stringify(text)}; for ${profile.title} it must end in ${profile.rootPath}: ${url.origin}${profile.rootPath}.`);
	const { tenant } = profile;
	const fromVariable = (name) => name === void 0 ? void 0 : environment[name] || void 0;
	return {
		profile,
		baseUrl: `${url.origin}${path}`,
		credential: credentialFor(inputs, environment, profile, url, fromEnvironment),
		organization: tenant === void 0 ? void 0 : inputs.organization ?? fromVariable(tenant.organization),
		project: tenant === void 0 ? void 0 : inputs.project ?? fromVariable(tenant.project)
	};
}
function built() {
	const names = PLATFORMS.filter(({ profile }) => profile.missing === void 0).map(({ profile }) => profile.name);
	return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
function credentialFor(inputs, environment, profile, url, fromEnvironment) {
	const { identity_provider_id, service_account_id, audience } = inputs;
	if (identity_provider_id !== void 0 && service_account_id !== void 0 && audience !== void 0) {
		const keyless = PLATFORMS.flatMap((platform) => platform.profile.keyless ? [platform.profile] : []);
		if (!keyless.some(({ hosts }) => hosts.test(url.hostname))) refuse("base_url", `Input base_url is ${JSON.stringify(url.href)}; keyless access with identity_provider_id works with ${keyless.map(({ ownBaseUrl }) => ownBaseUrl).join(" and ")} only.`);
		return {
			kind: "identity",
			identityProviderId: identity_provider_id,
			serviceAccountId: service_account_id,
			audience
		};
	}
	if (inputs.api_key === "none") return { kind: "none" };
	if (inputs.api_key !== void 0) return keyOf(inputs.api_key, "Input api_key");
	const own = profile.keyVariable !== void 0 && profile.hosts.test(url.hostname) ? profile.keyVariable : void 0;
	const ambient = fromEnvironment && platformOfHost(url.hostname) === ANY_SERVER;
	const variable = own ?? (ambient ? DEFAULT_PLATFORM.profile.keyVariable : void 0);
	const value = variable === void 0 ? void 0 : environment[variable]?.trim();
	return value ? keyOf(value, `The variable ${variable}`) : void 0;
}
function keyOf(key, place) {
	if (!/^[\x21-\x7e]+$/.test(key)) refuse("api_key", `${place} holds white space or characters that no key has. Copy the key again, without quotes or line breaks.`);
	return {
		kind: "key",
		key
	};
}
function credentialAdvice(connection) {
	const { profile, baseUrl } = connection;
	const variable = profile.keyVariable !== void 0 && profile.hosts.test(new URL(baseUrl).hostname) ? profile.keyVariable : void 0;
	return `There is no credential for ${baseUrl}. ${variable === void 0 ? "Write api_key with a secret" : `Write api_key: \${{ secrets.${variable} }}, or set the variable ${variable}`}${profile.keyOptional ? ", or api_key: none for a server that asks for no key" : ""}. A variable of another vendor is never sent there.`;
}
export { SECRET_VARIABLES as a, PLATFORM_NAMES as i, resolveConnection as n, platformNamed as o, PLATFORMS as r, lacking as s, credentialAdvice as t };
