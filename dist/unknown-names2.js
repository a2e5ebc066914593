import { $ as isSecretName, Gt as $ZodOptional, Ht as $ZodArray, Kt as $ZodRecord, Ut as $ZodNullable, Wt as $ZodObject, Yt as safeParse, at as methodName, et as nearest, it as isMap, qt as $ZodUnion, tt as slipOf } from "./start.js";
import { c as SupervisedHyperparameters, i as KnownGrader, n as Integration, o as Method } from "./requests.js";
// src/inputs/unknown-names.ts
function formOf(options, value) {
	const type = isMap(value) && typeof value.type === "string" ? value.type : void 0;
	return options.find(({ _zod }) => type !== void 0 && _zod.propValues?.type?.has(type)) ?? options.find((option) => safeParse(option, value).success);
}
function* namesUnknownTo(schema, value, path) {
	if (schema instanceof $ZodOptional || schema instanceof $ZodNullable) yield* namesUnknownTo(schema._zod.def.innerType, value, path);
	else if (schema instanceof $ZodUnion) {
		const form = formOf(schema._zod.def.options, value);
		if (form !== void 0) yield* namesUnknownTo(form, value, path);
	} else if (schema instanceof $ZodArray && Array.isArray(value)) for (const [at, item] of value.entries()) yield* namesUnknownTo(schema._zod.def.element, item, [...path, String(at)]);
	else if (schema instanceof $ZodRecord && isMap(value)) for (const [name, item] of Object.entries(value)) yield* namesUnknownTo(schema._zod.def.valueType, item, [...path, name]);
	else if (schema instanceof $ZodObject && isMap(value)) {
		const known = Object.keys(schema._zod.def.shape);
		for (const [name, item] of known.length === 0 ? [] : Object.entries(value)) {
			const field = known.includes(name) ? schema._zod.def.shape[name] : void 0;
			if (field === void 0) yield {
				path: [...path, name],
				value: item,
				known
			};
			else yield* namesUnknownTo(field, item, [...path, name]);
		}
	}
}
function placesIn(schema, path = []) {
	if (schema instanceof $ZodOptional) return placesIn(schema._zod.def.innerType, path);
	if (!(schema instanceof $ZodObject)) return [];
	return Object.entries(schema._zod.def.shape).flatMap(([name, field]) => [[...path, name], ...placesIn(field, [...path, name])]);
}
const METHODS = new Map(Method.def.options.map((option) => [option.shape.type.def.values[0] ?? "", placesIn(option)]));
function placeOfSetting(name, type) {
	const place = [METHODS.get(type) ?? [], ...METHODS.values()].flat().find((path) => path.length > 1 && path.at(-1) === name);
	return place === void 0 ? void 0 : ["method", ...place];
}
const METHOD_NAMES = [...METHODS.keys()];
const SETTINGS = [...new Set([...METHODS.values()].flat().flatMap((path) => path.length > 1 ? path.slice(-1) : []))];
const SHOWN = 60;
const LONGEST = 80;
function flow([name, ...inside], value) {
	if (name !== void 0) return `{${name.slice(0, LONGEST)}: ${flow(inside, isSecretName(inside.at(-1) ?? name) ? "***" : value)}}`;
	const written = typeof value === "string" && /^[\w./*-]+$/.test(value) ? value : JSON.stringify(value) ?? "…";
	return written.length > SHOWN ? "…" : written;
}
function meant({ path, known }, type, inputs) {
	const name = path.at(-1) ?? "";
	const inMethod = path[0] === "method" || path[0] === "hyperparameters";
	const near = nearest(name, known);
	if (near !== void 0) return `Did you mean ${near}?`;
	if (!inMethod) return void 0;
	if (path.length === 2 && inputs.includes(name)) return `It is an input of its own: ${name}.`;
	const elsewhere = nearest(name, SETTINGS);
	const other = elsewhere === void 0 ? void 0 : placeOfSetting(elsewhere, type);
	return other === void 0 ? void 0 : `Did you mean ${other.join(".")}?`;
}
function problem(unknown, type, inputs) {
	const { path, value, known } = unknown;
	const place = path.map((part) => part.slice(0, LONGEST)).join(".");
	const right = path[0] === "integrations" ? void 0 : placeOfSetting(path.at(-1) ?? "", type);
	if (right !== void 0) return {
		place,
		message: `Input ${place} stands where the API does not read it. Move it to ${right.join(".")}.`
	};
	const own = path.some((part) => /^\d+$/.test(part)) ? "extra_body" : `extra_body: ${flow(path, value)}`;
	return {
		place,
		message: `Input ${place} is no name that the API knows. ${meant(unknown, type, inputs) ?? `It knows ${known.join(", ")} there.`}${slipOf(path.at(-1) ?? "", SETTINGS) !== void 0 ? "" : ` A field that only your server knows goes through ${own}.`}`
	};
}
const MOST = 20;
function unknownNames(values, own, inputs) {
	const { method, hyperparameters, integrations } = values;
	const type = methodName(method);
	const reinforcement = isMap(method) ? method.reinforcement : void 0;
	const grader = isMap(reinforcement) ? reinforcement.grader : void 0;
	const inMethod = [
		...namesUnknownTo(Method, method, ["method"]),
		...namesUnknownTo(KnownGrader, grader, [
			"method",
			"reinforcement",
			"grader"
		]),
		...namesUnknownTo(SupervisedHyperparameters, hyperparameters, ["hyperparameters"])
	].filter(({ path }) => !own.includes(path.at(-1) ?? ""));
	const inIntegrations = (Array.isArray(integrations) ? integrations : []).flatMap((one, at) => [...namesUnknownTo(Integration, one, ["integrations", String(at)])].filter(({ path }) => {
		const name = path.at(-1) ?? "";
		return !isSecretName(name) && !(isMap(one) && one.type === name);
	}));
	return [...inMethod, ...inIntegrations].slice(0, MOST).map((unknown) => problem(unknown, type, inputs));
}
export { unknownNames as a, placeOfSetting as i, SETTINGS as n, flow as r, METHOD_NAMES as t };
