import { _ as stage } from "./main.js";
import { n as evaluateModels, r as preparedEvaluation } from "./evaluate.js";
import { n as openProvider, t as lacksCredential } from "./open-provider.js";
// src/operations/evaluate.ts
async function evaluate(step) {
	const { runner, record } = step;
	if (lacksCredential(step) && runner.context.withoutSecrets) {
		await stage(step, "Check the rows", () => preparedEvaluation(step));
		record.note({
			kind: "ending",
			ending: "skipped"
		});
		runner.notice("No credential on a pull request from a fork or by Dependabot: the rows were checked and pass, no model was asked.");
		return;
	}
	const prepared = await stage(step, "Check the rows", () => preparedEvaluation(step));
	const work = await openProvider(step, "ask");
	await stage(step, "Evaluate", () => evaluateModels(step, work, prepared));
}
export { evaluate };
