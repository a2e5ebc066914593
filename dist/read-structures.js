import { n as parseStructured, r as parseTextMap, t as crowdedLine } from "./structured.js";
import { At as refine, Dt as pipe, Et as optional, It as unknown, J as structured, Mt as string, Nt as transform, Q as leniently, Tt as object, X as shown, Xt as NEVER, Y as problemOf, Z as unreadableProblem, et as nearest, it as isMap, jt as strictObject, kt as record, wt as number } from "./start.js";
import { a as Metadata, c as SupervisedHyperparameters, i as KnownGrader, o as Method, r as Integrations, s as SIMILARITY_METRICS } from "./requests.js";
// src/inputs/structures.ts
const TYPES = Method.def.options.map((option) => option.shape.type.def.values[0] ?? "");
function asMethod(value) {
	const given = isMap(value) ? value.type : value;
	const type = typeof given === "string" ? TYPES.find((name) => name === given.toLowerCase()) : void 0;
	if (type === void 0) return value;
	return isMap(value) ? {
		...value,
		type
	} : { type };
}
const MethodInput = pipe(pipe(unknown(), transform((value, context) => {
	if (typeof value !== "string") return value;
	context.issues.push({
		code: "custom",
		input: value,
		message: `${TYPES.join(", ")} or a map whose type is one of them`
	});
	return NEVER;
})), Method);
const TextMap = record(string(), string({ error: "a text" }), { error: "a map from text to text" });
const AnyMap = record(string({ error: "a text" }), unknown(), { error: "a map" });
const OWN_PAIRS = 15;
const MetadataInput = Metadata.check(refine((map) => Object.keys(map).length <= OWN_PAIRS, `a map of at most ${OWN_PAIRS} pairs, because one is needed for the fingerprint, by which a job is never paid for twice`));
function asGrader(value) {
	if (typeof value !== "string") return value;
	const texts = {
		name: value,
		input: "{{sample.output_text}}",
		reference: "{{item.reference_answer}}"
	};
	if (OPERATIONS.includes(value)) return {
		type: "string_check",
		operation: value,
		...texts
	};
	if (METRICS.includes(value)) return {
		type: "text_similarity",
		evaluation_metric: value,
		...texts
	};
	return value;
}
const OPERATIONS = [
	"eq",
	"ne",
	"like",
	"ilike"
];
const METRICS = SIMILARITY_METRICS;
const PYTHON = "a grader without Python, which is not run here; a check, a similarity, a formula over them, or a model";
const usesPython = (grader) => grader.type === "python" || grader.type === "multi" && Object.values(grader.graders).concat(grader.graders).some(isPython);
const isPython = (one) => isMap(one) && one.type === "python";
const GraderInput = pipe(pipe(unknown(), transform((value, context) => {
	const grader = asGrader(value);
	if (typeof grader !== "string") return grader;
	const message = `one of ${[...OPERATIONS, ...METRICS].join(", ")}, or a map with a type`;
	context.issues.push({
		code: "custom",
		input: value,
		message
	});
	return NEVER;
})), KnownGrader.check(refine((grader) => !usesPython(grader), { error: PYTHON })));
const NUMBER = optional(number({ error: "a number" }));
const ANYTHING = optional(unknown());
const SamplingInput = strictObject({
	temperature: NUMBER,
	top_p: NUMBER,
	seed: NUMBER,
	max_completion_tokens: NUMBER,
	max_tokens: NUMBER,
	presence_penalty: NUMBER,
	frequency_penalty: NUMBER,
	stop: ANYTHING,
	response_format: ANYTHING,
	reasoning_effort: ANYTHING,
	verbosity: ANYTHING,
	logit_bias: ANYTHING,
	tools: ANYTHING,
	tool_choice: ANYTHING,
	parallel_tool_calls: ANYTHING,
	store: ANYTHING,
	metadata: ANYTHING,
	service_tier: ANYTHING,
	prompt_cache_key: ANYTHING,
	safety_identifier: ANYTHING,
	user: ANYTHING,
	extra_body: optional(AnyMap)
}, { error: (issue) => issue.code === "unrecognized_keys" ? unknownParameter(issue.keys) : "a map of parameters" });
function unknownParameter(names) {
	const known = Object.keys(SamplingInput.shape);
	const [name = ""] = names;
	const near = nearest(name, known);
	return `a map of the API's own parameters, which ${name} is not${near === void 0 ? "" : ` (did you mean ${near}?)`}; a server's own stand under extra_body`;
}
const StructuresSchema = object({
	method: structured(MethodInput),
	hyperparameters: structured(SupervisedHyperparameters),
	integrations: structured(Integrations),
	metadata: structured(MetadataInput),
	extra_body: structured(AnyMap),
	extra_query: structured(TextMap),
	extra_headers: structured(TextMap),
	grader: structured(GraderInput),
	sampling_params: structured(SamplingInput),
	deployment: structured(AnyMap)
});
// src/inputs/read-structures.ts
const TEXT_MAPS = [
	"metadata",
	"extra_query",
	"extra_headers"
];
function parsed(name, text) {
	return TEXT_MAPS.includes(name) ? parseTextMap(text) : parseStructured(text);
}
function read(name, text) {
	const crowded = name === "metadata" ? crowdedLine(text) : void 0;
	if (crowded !== void 0) {
		const pairs = crowded.replaceAll(/\s*[,;]\s*|\s+(?=[\w.-]+=)/g, ", ").replaceAll("=", ": ");
		return { problem: {
			place: "metadata",
			message: `Input metadata has more than one pair in a line: ${shown(crowded)}. Write one pair a line, or a map: {${pairs}}.`
		} };
	}
	const one = parsed(name, text);
	if ("fault" in one) return { problem: unreadableProblem(name, text, one) };
	return { value: name === "method" ? asMethod(one.value) : one.value };
}
function readStructures(given) {
	const all = Object.keys(StructuresSchema.shape).map((name) => [name, given[name] ?? ""]).map(([name, text]) => [name, text === "" ? { value: void 0 } : read(name, text)]);
	const values = Object.fromEntries(all.map(([name, one]) => [name, "value" in one ? one.value : void 0]));
	const { value: structures, issues } = leniently(StructuresSchema, values);
	return {
		structures,
		problems: [...all.flatMap(([, one]) => "problem" in one ? [one.problem] : []), ...issues.map((issue) => problemOf(issue.path, issue.message, values))],
		values
	};
}
export { readStructures };
