import { B as parse, H as NEVER, O as unknown, T as transform, V as safeParse, _ as optional, w as string, y as pipe } from "./schemas.js";
import { r as isMap } from "./method.js";
import { t as nearest } from "./nearest.js";
import { t as isSecretName } from "./secret-names.js";
// src/inputs/leniently.ts
function leniently(schema, given) {
	const read = safeParse(schema, given);
	if (read.success) return {
		value: read.data,
		issues: []
	};
	const wrong = read.error.issues.map(({ path }) => [String(path[0]), void 0]);
	return {
		value: parse(schema, {
			...given,
			...Object.fromEntries(wrong)
		}),
		issues: read.error.issues
	};
}
// src/inputs/problems.ts
const EXAMPLES = {
	operation: "create",
	training_file: "data/train.jsonl",
	hyperparameters: "{n_epochs: 3}",
	integrations: "[{type: wandb, wandb: {project: support-bot}}]",
	metadata: "team=support",
	seed: "42",
	suffix: "support-bot",
	timeout_minutes: "330",
	poll_interval_seconds: "30",
	limit: "20",
	price_per_million_tokens: "3.00",
	max_cost_usd: "25",
	max_tokens: "5000000",
	status: "succeeded"
};
const METHODS = {
	supervised: "{type: supervised, supervised: {hyperparameters: {n_epochs: 3}}}",
	dpo: "{type: dpo, dpo: {hyperparameters: {beta: 0.1}}}",
	reinforcement: "{type: reinforcement, reinforcement: {grader: {type: string_check, name: exact, input: \"{{sample.output_text}}\", reference: \"{{item.answer}}\", operation: eq}}}"
};
const ALIASES = {
	sft: "supervised",
	preference: "dpo",
	rft: "reinforcement",
	ppo: "reinforcement",
	grpo: "reinforcement"
};
function exampleOf(name, value) {
	const pair = typeof value === "string" ? /^([\w.-]+)\s*[=:]\s*([^\s{}[\],]+)$/.exec(value) : null;
	if (pair !== null && [
		"method",
		"hyperparameters",
		"extra_body"
	].includes(name)) return `{${pair[1]}: ${pair[2]}}`;
	if (name !== "method") return EXAMPLES[name];
	const given = isMap(value) ? value.type : value;
	const word = typeof given === "string" ? given.toLowerCase() : "";
	const type = ALIASES[word] ?? nearest(word, Object.keys(METHODS)) ?? word;
	return isMap(value) || type === "reinforcement" ? METHODS[type] : type in METHODS ? type : void 0;
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
	const veiled = name === "extra_query" || name === "extra_headers";
	const value = valueAt(values[name], inside);
	const phrase = allowed === "Invalid input" ? "of the form that the API describes" : allowed;
	const example = inside.length === 0 || name === "method" && value === void 0 ? exampleOf(name, values[name]) : void 0;
	const fix = example === void 0 ? "" : ` For example: ${name}: ${example}`;
	const held = [name, ...inside].find((one) => isSecretName(one)) ?? "";
	return {
		place,
		message: `Input ${place} is ${veiled && typeof value === "string" ? "***" : shown(value, held)}; it must be ${phrase}.${fix}`
	};
}
function readable(name, text) {
	const pair = name === "metadata" ? /^\s*([\w.-]+)\s*:\s*(\S.*)$/m.exec(text) : null;
	if (pair !== null) return `${pair[1]}=${pair[2]}`;
	const type = name === "method" ? Object.keys(METHODS).find((word) => text.includes(word)) : void 0;
	return type === void 0 ? EXAMPLES[name] : METHODS[type];
}
function unreadableProblem(name, text, { fault, line }) {
	const example = readable(name, text);
	const fix = example === void 0 ? "" : ` For example: ${name}: ${example}`;
	return {
		place: name,
		message: `Input ${name} cannot be read as JSON or YAML: ${line === void 0 || !text.includes("\n") ? "" : `line ${line}: `}${fault.replace(/\.$/, "")}.${fix}`
	};
}
// src/inputs/fields.ts
function refuse(issues, input, allowed) {
	issues.push({
		code: "custom",
		message: allowed,
		input
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
function structured(schema) {
	return pipe(unknown(), transform((value, context) => {
		if (value === void 0) return void 0;
		const parsed = safeParse(schema, value);
		if (parsed.success) return parsed.data;
		for (const { message, path } of parsed.error.issues) context.issues.push({
			code: "custom",
			message,
			input: value,
			path: [...path]
		});
		return NEVER;
	}));
}
export { optionalChoice as a, text as c, unreadableProblem as d, leniently as f, number as i, problemOf as l, flag as n, optionalNumber as o, lines as r, structured as s, choice as t, shown as u };
