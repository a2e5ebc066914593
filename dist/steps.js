import { r as isMap } from "./method.js";
// src/api/steps.ts
function stepsOf(data) {
	if (!isMap(data)) return void 0;
	const { step, total_steps: total } = data;
	if (typeof step !== "number" || !Number.isFinite(step)) return void 0;
	return {
		step,
		totalSteps: typeof total === "number" && total > 0 ? total : void 0
	};
}
export { stepsOf as t };
