import { it as isMap } from "./start.js";
// src/providers/together/deployment-terms.ts
const KEYS = [
	"hardware",
	"autoscaling",
	"inactive_timeout",
	"availability_zone",
	"disable_speculative_decoding"
];
const ONE_REPLICA = {
	min_replicas: 1,
	max_replicas: 1
};
const isCount = (value, least) => typeof value === "number" && Number.isInteger(value) && value >= least;
const shown = (value) => JSON.stringify(value)?.slice(0, 200) ?? "missing";
function replicasOf({ settings: { autoscaling } }) {
	if (!isMap(autoscaling)) return ONE_REPLICA;
	const { min_replicas, max_replicas } = autoscaling;
	return isCount(min_replicas, 0) && isCount(max_replicas, 1) ? {
		...autoscaling,
		min_replicas,
		max_replicas
	} : ONE_REPLICA;
}
function scalingProblem(autoscaling) {
	const { min_replicas: least, max_replicas: most } = isMap(autoscaling) ? autoscaling : {};
	if (isCount(least, 0) && isCount(most, 1) && least <= most) return void 0;
	return `Input deployment.autoscaling is ${shown(autoscaling)}; it must be a map of min_replicas (a whole number from 0) and max_replicas (from 1, and no less than min_replicas). Without it there is one replica.`;
}
function problems({ removing, settings }) {
	const found = [];
	const wrong = (name, message) => found.push({
		place: `deployment.${name}`,
		message
	});
	for (const name of Object.keys(settings)) if (!KEYS.includes(name)) wrong(name, `Input deployment.${name} is unknown; on Together AI deployment takes name, ${KEYS.join(", ")}.`);
	const { hardware, autoscaling, inactive_timeout, availability_zone, disable_speculative_decoding } = settings;
	if (!removing && (typeof hardware !== "string" || hardware === "")) wrong("hardware", `Input deployment.hardware is ${shown(hardware)}; it has no default, because it is what is paid for. Write the ID of one that GET /hardware lists for the model, with its price.`);
	const scaling = autoscaling === void 0 ? void 0 : scalingProblem(autoscaling);
	if (scaling !== void 0) wrong("autoscaling", scaling);
	if (inactive_timeout !== void 0 && !isCount(inactive_timeout, 0)) wrong("inactive_timeout", `Input deployment.inactive_timeout is ${shown(inactive_timeout)}; it must be a whole number of minutes, 0 for an endpoint that is never stopped.`);
	if (availability_zone !== void 0 && typeof availability_zone !== "string") wrong("availability_zone", `Input deployment.availability_zone is ${shown(availability_zone)}; it must be the name of a zone.`);
	if (disable_speculative_decoding !== void 0 && typeof disable_speculative_decoding !== "boolean") wrong("disable_speculative_decoding", `Input deployment.disable_speculative_decoding is ${shown(disable_speculative_decoding)}; it must be true or false.`);
	return found;
}
function remarks(request) {
	const { min_replicas, max_replicas } = replicasOf(request);
	const { inactive_timeout: idle } = request.settings;
	return [isCount(idle, 1) ? `Together stops the endpoint after ${idle} minutes without a call; operation: deploy starts it again.` : "Without deployment.inactive_timeout the endpoint is billed until someone takes it down, used or not.", ...max_replicas > Math.max(1, min_replicas) ? [`Under load Together adds replicas up to ${max_replicas}, and each costs what one costs.`] : []];
}
const DEPLOYMENT_TERMS = {
	problems,
	remarks,
	name: {
		longest: 63,
		characters: /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/,
		allowed: "1 to 63 letters, digits, hyphens, underscores and dots that begin and end with a letter or digit"
	},
	notReady: /model_not_available|non-serverless|not (yet )?(ready|running|started|available)|is (pending|starting)/i,
	bills: "Together bills an endpoint by the minute, used or not, from its start until it is stopped or deleted.",
	removal: ({ name }) => `delete ${name} in Together's console`
};
export { replicasOf as n, DEPLOYMENT_TERMS as t };
