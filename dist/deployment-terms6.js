// src/providers/fireworks/deployment-terms.ts
const KEYS = [
	"deploymentShape",
	"acceleratorType",
	"acceleratorCount",
	"minReplicaCount",
	"maxReplicaCount",
	"autoscalingPolicy",
	"precision",
	"placement",
	"maxContextLength",
	"displayName",
	"description",
	"annotations",
	"autoTune",
	"draftModel",
	"draftTokenCount",
	"ngramSpeculationLength",
	"enableSessionAffinity",
	"deploymentTemplate",
	"pricingPlanId"
];
const COUNTS = [
	["minReplicaCount", 0],
	["maxReplicaCount", 0],
	["acceleratorCount", 1]
];
const HOURLY = [
	["NVIDIA_H100", 8],
	["NVIDIA_H200", 8],
	["NVIDIA_B200", 13]
];
const isCount = (value, least) => typeof value === "number" && Number.isInteger(value) && value >= least;
const shown = (value) => JSON.stringify(value)?.slice(0, 200) ?? "missing";
function hourlyUsd({ acceleratorType, acceleratorCount, replicas }) {
	const usd = HOURLY.find(([type]) => String(acceleratorType).startsWith(type))?.[1];
	return usd === void 0 || !isCount(acceleratorCount, 1) ? void 0 : usd * acceleratorCount * Math.max(1, replicas);
}
function problems({ removing, settings }) {
	const found = [];
	const wrong = (name, message) => found.push({
		place: `deployment.${name}`,
		message
	});
	const { deploymentShape, acceleratorType, minReplicaCount: least, maxReplicaCount: most } = settings;
	for (const name of Object.keys(settings)) if (name === "expireTime") wrong(name, "Input deployment.expireTime is given; Fireworks deletes nothing by it any more. Take it out, and run operation: undeploy when the deployment is no longer needed.");
	else if (!KEYS.includes(name)) wrong(name, `Input deployment.${name} is unknown; on Fireworks AI deployment takes name, ${KEYS.join(", ")}.`);
	if (!removing && [deploymentShape, acceleratorType].every((value) => typeof value !== "string" || value === "")) wrong("deploymentShape", "Input deployment has no deploymentShape and no acceleratorType; there is no default, because it is what is paid for. Write the name of a shape, or a type such as NVIDIA_H100_80GB.");
	for (const [name, lowest] of COUNTS) if (settings[name] !== void 0 && !isCount(settings[name], lowest)) wrong(name, `Input deployment.${name} is ${shown(settings[name])}; it must be a whole number from ${lowest} up.`);
	if (isCount(least, 0) && isCount(most, 0) && least > most) wrong("minReplicaCount", `Input deployment.minReplicaCount is ${least}, and maxReplicaCount is ${most}; it must be no more than that.`);
	return found;
}
function remarks({ settings: { minReplicaCount: least, maxReplicaCount: most } }) {
	return [isCount(least, 1) ? "The deployment is billed until someone takes it down, used or not, because minReplicaCount keeps it running." : "Without minReplicaCount Fireworks stops the replicas after an hour without a call: the next call waits until one runs again. After seven such days the deployment is removed.", ...isCount(most, 2) ? [`Under load Fireworks adds replicas up to ${most}, and each costs what one costs.`] : []];
}
const DEPLOYMENT_TERMS = {
	problems,
	remarks,
	name: {
		longest: 63,
		characters: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
		allowed: "1 to 63 lower-case letters, digits and hyphens that begin and end with a letter or digit"
	},
	notReady: /scaling[_ ]up|not (yet )?(ready|deployed)|still (starting|being created)|no (healthy|ready) replicas/i,
	bills: "Fireworks bills a deployment by the second for each replica that runs, used or not, until it is scaled down or removed.",
	removal: ({ name }) => `firectl deployment delete ${name} --ignore-checks`
};
export { hourlyUsd as n, DEPLOYMENT_TERMS as t };
