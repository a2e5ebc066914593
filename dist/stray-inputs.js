import { et as nearest } from "./start.js";
import { i as placeOfSetting, n as SETTINGS, r as flow } from "./unknown-names2.js";
// src/inputs/stray-inputs.ts
const LONGEST = 80;
function plain(text) {
	return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
function meant(name, value, type, inputs) {
	const setting = SETTINGS.includes(name) ? name : void 0;
	const place = setting === void 0 ? void 0 : placeOfSetting(setting, type);
	if (place !== void 0) {
		const [, method = type, ...inside] = place;
		return `It belongs to method: {type: ${method}, ${flow([method, ...inside], plain(value)).slice(1)}`;
	}
	const part = (known) => name.length > 4 && (name.endsWith(`_${known}`) || known.startsWith(`${name}_`));
	const near = nearest(name, inputs) ?? inputs.find(part);
	if (near !== void 0) return `Did you mean ${near}?`;
	const slip = nearest(name, SETTINGS);
	return slip === void 0 ? void 0 : `Did you mean ${placeOfSetting(slip, type)?.join(".")}?`;
}
function strayInputs(given, inputs, type) {
	const said = Object.entries(given).flatMap(([name, value]) => {
		const text = value?.trim() ?? "";
		return inputs.includes(name) || text === "" ? [] : [{
			name: name.slice(0, LONGEST),
			text
		}];
	}).map(({ name, text }) => ({
		name,
		advice: meant(name, text, type, inputs)
	}));
	return {
		problems: said.flatMap(({ name, advice }) => advice === void 0 ? [] : [{
			place: name,
			message: `There is no input ${name}. ${advice}`
		}]),
		remarks: said.flatMap(({ name, advice }) => advice === void 0 ? [`There is no input ${name}, so it is ignored.`] : [])
	};
}
export { strayInputs };
