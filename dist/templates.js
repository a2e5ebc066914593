// src/evaluation/templates.ts
const HOLE = /\{\{([^{}]*)\}\}/g;
const PATH = /^[^\s.[\]]+(?:\.[^\s.[\]]+|\[\d+\])*$/;
const SAMPLE_NAMES = [
	"output_text",
	"output_json",
	"output_tools",
	"choices"
];
const kindOf = (value) => value === null ? "null" : Array.isArray(value) ? "a list" : typeof value === "object" ? "a map" : `a ${typeof value}`;
function follow(value, steps, name) {
	let inner = value;
	let place = name;
	for (const [index, step] of steps.entries()) {
		const has = Array.isArray(inner) ? /^\d+$/.test(step) : typeof inner === "object" && inner !== null;
		if (!has || !Object.hasOwn(Object(inner), step)) return { missing: `${place} ${has ? `has no ${step}` : `is ${kindOf(inner)}`}` };
		inner = Reflect.get(Object(inner), step);
		place = steps.slice(0, index + 1).join(".");
	}
	return inner === null || inner === void 0 ? { missing: "it is null" } : { value: inner };
}
function parsed(text) {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return { missing: "the answer is not JSON" };
	}
}
const stepsOf = (path) => path.replaceAll("[", ".").replaceAll("]", "").split(".");
function find(path, sample, item) {
	const [root = "", name = "", ...rest] = stepsOf(path);
	if (root === "item" && name !== "") return {
		...follow(item, [name, ...rest], "the row"),
		fault: "row"
	};
	if (root !== "sample" || !SAMPLE_NAMES.includes(name)) return {
		missing: `there is only ${`item.NAME and ${SAMPLE_NAMES.map((one) => `sample.${one}`).join(", ")}`}`,
		fault: "row"
	};
	if (name !== "output_json") return {
		...follow(sample, [name, ...rest], "the answer"),
		fault: "answer"
	};
	const json = parsed(sample.output_text);
	return {
		..."missing" in json ? json : follow(json.value, rest, "the JSON of the answer"),
		fault: "answer"
	};
}
function fill(template, sample, item) {
	const remarks = [];
	let text = "";
	let from = 0;
	for (const match of template.matchAll(HOLE)) {
		const path = (match[1] ?? "").trim();
		const found = PATH.test(path) ? find(path, sample, item) : {
			missing: "that is no path",
			fault: "row"
		};
		if ("missing" in found) return {
			missing: `{{${path}}} cannot be filled: ${found.missing}.`,
			fault: found.fault
		};
		if (typeof found.value !== "string") remarks.push(`{{${path}}} is ${kindOf(found.value)}, not a text; it is read as JSON writes it, and a platform may print it otherwise.`);
		text += template.slice(from, match.index) + (typeof found.value === "string" ? found.value : JSON.stringify(found.value));
		from = match.index + match[0].length;
	}
	return {
		text: text + template.slice(from),
		remarks
	};
}
function referencesIn(template) {
	return [...template.matchAll(HOLE)].map((match) => (match[1] ?? "").trim()).filter((path) => PATH.test(path)).map(stepsOf);
}
export { fill as n, referencesIn as r, SAMPLE_NAMES as t };
