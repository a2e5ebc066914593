import { t as acceptData } from "./accept-data.js";
// src/operations/validate.ts
async function validate(step) {
	await acceptData(step, true);
	step.record.note({
		kind: "ending",
		ending: "valid"
	});
	step.runner.info("The data passes.");
}
export { validate };
