import { en as InputError } from "./start.js";
// src/providers/crusoe/deployment-terms.ts
const EXAMPLE = "https://api.crusoecloud.com/v1/projects/PROJECT/foundry";
const KEYS = [
	"foundry",
	"lora",
	"flavor_id",
	"replicas"
];
const OWN = /^api\.(crusoecloud\.com|cloud\.crusoe\.ai)$/;
const isAdapter = ({ settings }) => settings.lora === true;
function foundryOf(settings, { baseUrl, checkUrl }) {
	const input = "deployment.foundry";
	const refuse = (message) => {
		throw new InputError([{
			place: input,
			message
		}]);
	};
	const text = settings.foundry;
	if (typeof text !== "string" || text === "") return refuse(`Input ${input} is missing; it must be the project's foundry address, ${EXAMPLE}.`);
	const url = checkUrl?.(text, {
		input,
		words: `Input ${input}`,
		example: EXAMPLE
	}) ?? new URL(text);
	if (!OWN.test(url.hostname) && url.origin !== new URL(baseUrl).origin) return refuse(`Input ${input} is ${JSON.stringify(text)}; the key is not sent there. It must be at api.crusoecloud.com: ${EXAMPLE}.`);
	return url.href.replace(/\/+$/, "");
}
function problems({ removing, settings }, address) {
	const found = [];
	const wrong = (place, message) => found.push({
		place,
		message
	});
	for (const name of Object.keys(settings)) if (!KEYS.includes(name)) wrong(`deployment.${name}`, `Input deployment.${name} is unknown; on Crusoe deployment takes name, ${KEYS.join(", ")}.`);
	const { lora, flavor_id, replicas } = settings;
	if (lora !== void 0 && typeof lora !== "boolean") wrong("deployment.lora", `Input deployment.lora is ${JSON.stringify(lora)}; it must be true or false.`);
	if (lora === true && flavor_id !== void 0) wrong("deployment.flavor_id", "Input deployment gives lora and flavor_id; an adapter has no machine of its own. Take one out.");
	if (!removing && lora !== true && (typeof flavor_id !== "string" || flavor_id === "")) wrong("deployment.flavor_id", `Input deployment.flavor_id is ${flavor_id === void 0 ? "missing" : JSON.stringify(flavor_id)}; it has no default, because it is what is paid for. Write one of GET …/foundry/selfserve/flavors, or lora: true for an adapter.`);
	if (replicas !== void 0 && !(typeof replicas === "number" && Number.isInteger(replicas) && replicas >= 1)) wrong("deployment.replicas", `Input deployment.replicas is ${JSON.stringify(replicas)}; it must be a whole number from 1 up.`);
	try {
		foundryOf(settings, address);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		found.push(...error.problems);
	}
	return found;
}
const DEPLOYMENT_TERMS = {
	problems,
	remarks: (request) => isAdapter(request) ? ["An adapter expires on Crusoe by itself; the next deploy loads it anew."] : [],
	name: {
		longest: 63,
		characters: /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/,
		allowed: "1 to 63 letters, digits, hyphens, underscores and dots that begin and end with a letter or digit"
	},
	notReady: /not (yet )?ready|loading|downloading|creating|starting/i,
	bills: "Crusoe bills a deployment by the hour, used or not, from its creation until it is deleted.",
	removal: ({ name }) => `delete ${name} in Crusoe's console`
};
export { foundryOf as n, isAdapter as r, DEPLOYMENT_TERMS as t };
