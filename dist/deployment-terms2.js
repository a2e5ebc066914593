import { en as InputError, it as isMap } from "./start.js";
// src/providers/azure/deployment-terms.ts
const PUBLIC_MANAGER = "https://management.azure.com";
const ACCOUNT = /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.CognitiveServices\/accounts\/[A-Za-z0-9][\w.-]{1,63}$/i;
const KEYS = [
	"account",
	"resource_manager",
	"sku",
	"model",
	"properties",
	"tags"
];
const SKUS = [
	"Standard",
	"GlobalStandard",
	"DataZoneStandard",
	"DeveloperTier",
	"ProvisionedManaged"
];
const NO_TOKEN = "Input azure_arm_token is missing; Azure deploys through its resource manager, which takes no key of the data plane. Sign in without a key (azure_tenant_id, azure_client_id), or write a token of `az account get-access-token`.";
const FORMATS = [
	[/gpt-oss/i, "Microsoft"],
	[/llama/i, "Meta"],
	[/qwen/i, "Alibaba"],
	[/ministral|mistral/i, "Mistral AI"],
	[/^(gpt-|o\d|ft:gpt-|ftchkpt-)/i, "OpenAI"]
];
const NOT_SERVERLESS = /muse-glimmer|qwen-?3\.[68]|gpt-oss-120b/i;
function formatOf(model) {
	return FORMATS.find(([family]) => family.test(model))?.[1];
}
const mapOf = (value) => isMap(value) ? value : {};
const textOf = (value) => typeof value === "string" && value !== "" ? value : void 0;
function partsOf({ model: name, settings }) {
	const sku = mapOf(settings.sku);
	const model = mapOf(settings.model);
	return {
		account: textOf(settings.account)?.replace(/\/+$/, "") ?? "",
		sku,
		skuName: textOf(sku.name) ?? "",
		capacity: typeof sku.capacity === "number" ? sku.capacity : void 0,
		format: textOf(model.format) ?? (name === void 0 ? void 0 : formatOf(name)),
		version: model.version === void 0 ? void 0 : String(model.version),
		model,
		properties: mapOf(settings.properties),
		tags: settings.tags
	};
}
function managerOf(settings, { checkUrl }) {
	const input = "deployment.resource_manager";
	const text = textOf(settings.resource_manager) ?? PUBLIC_MANAGER;
	return (checkUrl?.(text, {
		input,
		words: `Input ${input}`,
		example: PUBLIC_MANAGER
	}) ?? new URL(text)).href.replace(/\/+$/, "");
}
const shown = (value) => JSON.stringify(value)?.slice(0, 200) ?? "missing";
function problems({ removing, settings }, address) {
	const found = [];
	const wrong = (place, message) => found.push({
		place,
		message
	});
	for (const name of Object.keys(settings)) if (!KEYS.includes(name)) wrong(`deployment.${name}`, `Input deployment.${name} is unknown; on Azure deployment takes name, ${KEYS.join(", ")}.`);
	const { account, sku } = settings;
	if (typeof account !== "string" || !ACCOUNT.test(account.replace(/\/+$/, ""))) wrong("deployment.account", `Input deployment.account is ${account === void 0 ? "missing" : shown(account)}; it must be the resource's ID: /subscriptions/…/resourceGroups/…/providers/Microsoft.CognitiveServices/accounts/….`);
	if (!removing && textOf(mapOf(sku).name) === void 0) wrong("deployment.sku", `Input deployment.sku is ${sku === void 0 ? "missing" : shown(sku)}; it has no default, because it is what is paid for. Write {name: …, capacity: …} with a name such as ${SKUS.join(", ")}.`);
	const { capacity } = mapOf(sku);
	if (capacity !== void 0 && !(typeof capacity === "number" && Number.isInteger(capacity) && capacity >= 1)) wrong("deployment.sku.capacity", `Input deployment.sku.capacity is ${shown(capacity)}; it must be a whole number from 1 up.`);
	for (const name of [
		"model",
		"properties",
		"tags"
	]) if (settings[name] !== void 0 && !isMap(settings[name])) wrong(`deployment.${name}`, `Input deployment.${name} is ${shown(settings[name])}; it must be a map.`);
	try {
		managerOf(settings, address);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		found.push(...error.problems);
	}
	if (address.credential?.kind !== "minted" && !address.own?.azure_arm_token) wrong("azure_arm_token", NO_TOKEN);
	return found;
}
function refuses(request) {
	const { format, skuName } = partsOf(request);
	const { model = "" } = request;
	if (format === void 0) return `The family of ${JSON.stringify(model)} is not known, so who publishes it must be written: deployment: {model: {format: …}} with OpenAI, Microsoft, Meta, Alibaba or Mistral AI, as Azure's model catalogue has it.`;
	if (NOT_SERVERLESS.test(model) && !/provisioned/i.test(skuName)) return `Azure serves ${model} on managed compute or provisioned throughput alone, and deployment.sku.name is ${skuName}.`;
}
function remarks(request) {
	const { format, skuName, capacity } = partsOf(request);
	const open = format !== "OpenAI";
	return [
		...open && (capacity ?? 0) < 100 ? [`Open models on Azure need a capacity of 100 or more to load; deployment.sku.capacity is ${capacity ?? "not given"}.`] : [],
		...open && !/^(GlobalStandard|.*Provisioned.*)$/.test(skuName) ? [`Open models on Azure are deployed as GlobalStandard; deployment.sku.name is ${skuName}.`] : [],
		.../^developer/i.test(skuName) ? ["A deployment of DeveloperTier is removed by Azure after 24 hours."] : []
	];
}
const DEPLOYMENT_TERMS = {
	problems,
	refuses,
	remarks,
	name: {
		longest: 64,
		characters: /^[A-Za-z0-9]([\w.-]{0,62}[A-Za-z0-9])?$/,
		allowed: "1 to 64 letters, digits, hyphens, underscores and dots that begin and end with a letter or digit"
	},
	replaces: true,
	notReady: /DeploymentNotReady|DeploymentNotFound|not (yet )?ready|still being (created|provisioned)/i,
	bills: "Azure bills a deployment of a fine-tuned model by the hour, used or not, until it is removed.",
	removal: ({ name, settings }) => `az resource delete --ids ${String(settings.account)}/deployments/${name}`,
	neverReady: "Azure sometimes never gets there: run operation: undeploy, wait five minutes, and deploy again."
};
export { partsOf as i, formatOf as n, managerOf as r, DEPLOYMENT_TERMS as t };
