import { F as STATES } from "./start.js";
// src/providers/openai-wire/dialect.ts
const USUAL = {
	authorization: "bearer",
	keepsMetadata: false,
	sendsMetadata: true,
	takesParts: true,
	renamesModels: false,
	unlisted: void 0,
	form: (fields) => fields,
	cancelBody: void 0,
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
	states: STATES,
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
export { dialectOf as t };
