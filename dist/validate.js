import { t as acceptData } from "./accept-data.js";
import { t as checkStanding } from "./model-standing.js";
// src/operations/validate.ts
async function validate(step) {
	await acceptData(step, true);
	checkStanding(step);
	step.record.note({
		kind: "ending",
		ending: "valid"
	});
	step.runner.info("The data passes.");
}
export { validate };
