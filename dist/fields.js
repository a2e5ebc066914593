import { A as safeParse, a as custom, b as transform, g as pipe, j as NEVER, m as optional, y as string } from "./schemas.js";
import { n as isSecretName } from "./secrets.js";
// src/inputs/problems.ts
const EXAMPLES = {
	operation: "create",
	training_file: "data/train.jsonl",
	method: "{type: supervised, supervised: {hyperparameters: {n_epochs: 3}}}",
	hyperparameters: "{n_epochs: 3}",
	integrations: "[{type: wandb, wandb: {project: support-bot}}]",
	metadata: "team=support",
	seed: "42",
	suffix: "support-bot",
	extra_body: "{trainingType: globalstandard}",
	timeout_minutes: "330",
	poll_interval_seconds: "30",
	limit: "20",
	price_per_million_tokens: "3.00",
	max_cost_usd: "25",
	max_tokens: "5000000",
	status: "succeeded"
};
const METHODS = {
	dpo: "{type: dpo, dpo: {hyperparameters: {beta: 0.1}}}",
	reinforcement: "{type: reinforcement, reinforcement: {grader: {type: string_check, name: exact, input: \"{{sample.output_text}}\", reference: \"{{item.answer}}\", operation: eq}}}"
};
function exampleOf(name, value) {
	const type = name === "method" && typeof value === "object" && value !== null ? Reflect.get(value, "type") : void 0;
	return (typeof type === "string" ? METHODS[type] : void 0) ?? EXAMPLES[name];
}
const SHOWN = 100;
function shown(value, name = "") {
	if (value === void 0 || value === "") return "missing";
	if (isSecretName(name)) return "***";
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === "object" && value !== null) {
		const names = Object.keys(value);
		return names.length === 0 ? "an empty map" : `a map of ${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`;
	}
	const written = JSON.stringify(value) ?? String(value);
	return written.length > SHOWN ? `${written.slice(0, SHOWN)}…" (${written.length - 2} characters)` : written;
}
function valueAt(value, path) {
	return path.reduce((inner, key) => typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : void 0, value);
}
function problemOf(path, allowed, values) {
	const [input, ...inside] = path.map(String);
	const name = input ?? "inputs";
	const place = [name, ...inside].join(".");
	const value = valueAt(values[name], inside);
	const phrase = allowed === "Invalid input" ? "of the form that the API describes" : allowed;
	const example = exampleOf(name, values[name]);
	const fix = example === void 0 ? "" : ` For example: ${name}: ${example}`;
	return {
		place,
		message: `Input ${place} is ${shown(value, inside.at(-1) ?? name)}; it must be ${phrase}.${fix}`
	};
}
// src/inputs/fields.ts
function refuse(issues, input, allowed, path = []) {
	issues.push({
		code: "custom",
		message: allowed,
		input,
		path
	});
	return NEVER;
}
const raw = optional(string());
const text = pipe(raw, transform((value) => value || void 0));
const lines = pipe(raw, transform((value) => (value ?? "").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "")));
function choice(...words) {
	const allowed = `one of ${words.join(", ")}`;
	return pipe(raw, transform((value, context) => {
		return words.find((candidate) => candidate === (value || words[0])) ?? refuse(context.issues, value, allowed);
	}));
}
function optionalChoice(...words) {
	const required = choice(...words);
	return pipe(raw, transform((value, context) => {
		if (!value) return void 0;
		const parsed = required.safeParse(value);
		return parsed.success ? parsed.data : refuse(context.issues, value, `one of ${words.join(", ")}`);
	}));
}
function flag(otherwise) {
	return pipe(raw, transform((value, context) => {
		if (!value) return otherwise;
		if (/^(true|True|TRUE)$/.test(value)) return true;
		if (/^(false|False|FALSE)$/.test(value)) return false;
		return refuse(context.issues, value, "true or false");
	}));
}
function numberIn(value, range) {
	if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value)) return void 0;
	const number = Number(value);
	return (range.above ? number > range.low : number >= range.low) && number <= (range.high ?? Number.MAX_SAFE_INTEGER) && (!range.whole || Number.isInteger(number)) ? number : void 0;
}
function phrase(range) {
	const start = `a ${range.whole ? "whole" : "decimal"} number ${range.above ? "above" : "from"} ${range.low}`;
	return range.high === void 0 ? range.above ? start : `${start} up` : `${start} to ${range.high}`;
}
function optionalNumber(range) {
	return pipe(raw, transform((value, context) => {
		if (!value) return void 0;
		return numberIn(value, range) ?? refuse(context.issues, value, phrase(range));
	}));
}
function number(range, otherwise) {
	return pipe(raw, transform((value, context) => {
		if (!value) return otherwise;
		return numberIn(value, range) ?? refuse(context.issues, value, phrase(range));
	}));
}
function checked(schema, value, issues) {
	const parsed = safeParse(schema, value);
	if (parsed.success) return parsed.data;
	for (const issue of parsed.error.issues) issues.push({
		code: "custom",
		message: issue.message,
		input: value,
		path: issue.path
	});
	return NEVER;
}
function unreadable(fault, line) {
	return `JSON or YAML that can be read (${line === void 0 ? "" : `line ${line}: `}${fault})`;
}
function structured(schema) {
	return pipe(custom(), transform((parsed, context) => {
		if (parsed === void 0) return void 0;
		if ("fault" in parsed) return refuse(context.issues, void 0, unreadable(parsed.fault, parsed.line));
		return checked(schema, parsed.value, context.issues);
	}));
}
export { optionalChoice as a, text as c, number as i, problemOf as l, flag as n, optionalNumber as o, lines as r, structured as s, choice as t };
