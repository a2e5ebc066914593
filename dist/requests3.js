import { D as merged, it as isMap, rt as hyperparametersOf } from "./start.js";
// src/providers/openai-wire/requests.ts
function createBody(request, metadata, form = (fields) => fields) {
	const { model, suffix, seed, method, hyperparameters, integrations, training_file, validation_file, extra_body } = request;
	const given = Object.entries({
		model,
		suffix,
		seed,
		method,
		hyperparameters,
		integrations,
		training_file,
		validation_file,
		metadata
	}).filter(([, value]) => value !== void 0);
	return merged(form(Object.fromEntries(given)), extra_body);
}
function withoutAuto(settings) {
	return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== "auto"));
}
function flatMethod(fields) {
	const { method, hyperparameters, ...rest } = fields;
	if (!isMap(method)) return isMap(hyperparameters) ? {
		...rest,
		hyperparameters: withoutAuto(hyperparameters)
	} : rest;
	const settings = withoutAuto(hyperparametersOf({ method }) ?? {});
	const flat = Object.keys(settings).length === 0 ? {} : { hyperparameters: settings };
	return {
		...rest,
		method: {
			type: method.type,
			...flat
		}
	};
}
function settingsAlone(fields) {
	const { method, hyperparameters, ...rest } = fields;
	const settings = withoutAuto(hyperparametersOf(fields) ?? {});
	return Object.keys(settings).length === 0 ? rest : {
		...rest,
		hyperparameters: settings
	};
}
export { flatMethod as n, settingsAlone as r, createBody as t };
