import { C as unknown, _ as record, b as transform, g as pipe, p as object, y as string } from "./schemas.js";
import { n as parseTextMap, t as parseStructured } from "./structured.js";
import { l as problemOf, s as structured } from "./fields.js";
import { a as Metadata, c as SupervisedHyperparameters, n as DpoHyperparameters, o as Method, r as Integrations, s as ReinforcementHyperparameters } from "./requests.js";
import { n as hyperparametersOf } from "./method.js";
// src/inputs/structures.ts
const MethodInput = pipe(pipe(unknown(), transform((value) => typeof value === "string" ? { type: value } : value)), Method);
const AnyMap = record(string({ error: "a text" }), unknown(), { error: "a map" });
const StructuresSchema = object({
	method: structured(MethodInput),
	hyperparameters: structured(SupervisedHyperparameters),
	integrations: structured(Integrations),
	metadata: structured(Metadata),
	extra_body: structured(AnyMap)
});
// src/inputs/unusual.ts
const KNOWN = {
	supervised: Object.keys(SupervisedHyperparameters.shape),
	dpo: Object.keys(DpoHyperparameters.shape),
	reinforcement: Object.keys(ReinforcementHyperparameters.shape)
};
function distance(left, right) {
	let row = Array.from({ length: right.length + 1 }, (_, index) => index);
	for (const [above, letter] of [...left].entries()) {
		const next = [above + 1];
		for (const [index, other] of [...right].entries()) next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === other ? 0 : 1)));
		row = next;
	}
	return row.at(-1) ?? 0;
}
function nearest(name, known) {
	const [best] = known.map((candidate) => ({
		candidate,
		edits: distance(name, candidate)
	})).sort((a, b) => a.edits - b.edits);
	return best !== void 0 && best.edits <= Math.min(3, name.length / 2) ? best.candidate : void 0;
}
function unusualNames(inputs) {
	const { method } = inputs;
	const type = method?.type ?? "supervised";
	const place = method === void 0 ? "hyperparameters" : `method.${type}.hyperparameters`;
	const given = hyperparametersOf(inputs) ?? {};
	const remarks = Object.keys(given).filter((name) => !KNOWN[type].includes(name)).map((name) => remark(`${place}.${name}`, nearest(name, KNOWN[type])));
	const fields = method === void 0 ? [] : Object.keys(method).filter((name) => name !== "type" && name !== type);
	return [...remarks, ...fields.map((name) => remark(`method.${name}`, nearest(name, [type])))];
}
function remark(place, meant) {
	return `${place} is not a field that the API names; it is sent as it is.${meant === void 0 ? "" : ` Did you mean ${meant}?`}`;
}
// src/inputs/read-structures.ts
function readStructures(given) {
	const texts = Object.keys(StructuresSchema.shape).map((name) => [name, given[name] ?? ""]);
	const parse = (name, text) => name === "metadata" ? parseTextMap(text) : parseStructured(text);
	const parsed = Object.fromEntries(texts.map(([name, text]) => [name, text === "" ? void 0 : parse(name, text)]));
	const checked = StructuresSchema.safeParse(parsed);
	if (checked.success) return {
		structures: checked.data,
		problems: [],
		remarks: unusualNames(checked.data)
	};
	const values = Object.fromEntries(Object.entries(parsed).map(([name, one]) => [name, one === void 0 || "fault" in one ? void 0 : one.value]));
	return {
		structures: void 0,
		problems: checked.error.issues.map((issue) => problemOf(issue.path, issue.message, values)),
		remarks: []
	};
}
export { readStructures };
