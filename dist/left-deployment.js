// src/run/left-deployment.ts
const PREFIX = "deployment_of_";
function leaveDeployment({ runner }, words) {
	runner.saveState(`${PREFIX}${runner.context.step.replace(/\W+/g, "_")}`, words ?? "");
}
function leftDeployments(runner) {
	return runner.savedStates(PREFIX);
}
export { leftDeployments as n, leaveDeployment as t };
