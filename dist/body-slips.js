import { it as isMap, tt as slipOf } from "./start.js";
import { n as SETTINGS, t as METHOD_NAMES } from "./unknown-names2.js";
// src/inputs/body-slips.ts
const FIELDS = [
	"training_file",
	"validation_file",
	"hyperparameters",
	"integrations",
	"metadata"
];
const INSIDE = [
	"method",
	"hyperparameters",
	...METHOD_NAMES
];
function* namesIn(value, path) {
	if (!isMap(value)) return;
	for (const [name, inner] of Object.entries(value)) {
		yield [...path, name];
		if (INSIDE.includes(name)) yield* namesIn(inner, [...path, name]);
	}
}
function bodySlips(body, own) {
	const known = [...FIELDS, ...SETTINGS];
	return [...namesIn(body, ["extra_body"])].flatMap((path) => {
		const name = path.at(-1) ?? "";
		const meant = own.includes(name) ? void 0 : slipOf(name, known);
		if (meant === void 0) return [];
		const place = path.join(".");
		return [{
			place,
			message: `Input ${place} is no name that the API knows. Did you mean ${meant}?`
		}];
	});
}
export { bodySlips };
