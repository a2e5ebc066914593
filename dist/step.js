import { i as withoutSecrets } from "./secrets2.js";
import { l as stageLine } from "./log.js";
// src/job/request.ts
const FIELDS = [
	"model",
	"suffix",
	"seed",
	"method",
	"hyperparameters",
	"integrations"
];
function askedFields(asked) {
	const entries = FIELDS.map((name) => [name, asked[name]]).filter(([, value]) => value !== void 0);
	return {
		...Object.fromEntries(entries),
		...asked.extra_body
	};
}
function jobRequest({ model, method, hyperparameters, seed, suffix, integrations, metadata, extra_body }, files) {
	return {
		model,
		method,
		hyperparameters,
		seed,
		suffix,
		integrations,
		metadata,
		extra_body,
		...files
	};
}
// src/run/step.ts
function maySeeRows(inputs, context) {
	return inputs.show_rows === "auto" ? context.privateRepository : inputs.show_rows === "true";
}
function shownRequest(inputs) {
	const { training_file, validation_file, metadata } = inputs;
	const one = (lines) => lines.length === 1 ? lines[0] : lines;
	const shown = withoutSecrets({
		...askedFields(inputs),
		...training_file.length === 0 ? {} : { training_file: one(training_file) },
		...validation_file.length === 0 ? {} : { validation_file: one(validation_file) },
		...metadata === void 0 ? {} : { metadata }
	});
	return { ...Object(shown) };
}
function warn({ runner, record }, text) {
	runner.warning(text);
	record.note({
		kind: "warning",
		text
	});
}
async function stage({ runner, clock }, title, act) {
	const begun = clock.now();
	let done = false;
	runner.startGroup(title);
	try {
		const result = await act();
		done = true;
		return result;
	} finally {
		runner.endGroup();
		runner.info(stageLine(title, done, clock.now() - begun));
	}
}
export { jobRequest as a, warn as i, shownRequest as n, stage as r, maySeeRows as t };
