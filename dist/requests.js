import { At as refine, Bt as _minLength, Ct as nullish, Dt as pipe, Et as optional, Ft as union, It as unknown, Lt as _gte, Mt as string, Nt as transform, Pt as tuple, Rt as _lte, bt as literal, gt as discriminatedUnion, ht as custom, kt as record, pt as array, ut as _enum, vt as int, wt as number, xt as looseObject, zt as _maxLength } from "./start.js";
// src/api/requests.ts
function autoOr(allowed, passes) {
	const accepts = (value) => value === "auto" || typeof value === "number" && passes(value);
	return optional(custom(accepts, { error: `"auto" or ${allowed}` }));
}
const whole = (low, high) => autoOr(`a whole number from ${low} to ${high}`, (value) => Number.isInteger(value) && value >= low && value <= high);
const isBatch = (value) => value === "auto" || value === "max" || Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 256;
const common = {
	n_epochs: whole(1, 50),
	batch_size: optional(custom(isBatch, { error: "\"auto\" or a whole number from 1 to 256" })),
	learning_rate_multiplier: autoOr("a number above 0", (value) => value > 0)
};
const atLeastOne = autoOr("a whole number from 1", (value) => Number.isInteger(value) && value >= 1);
const SupervisedHyperparameters = looseObject(common, { error: "a map of hyperparameters" });
const DpoHyperparameters = looseObject({
	...common,
	beta: autoOr("a number above 0 and up to 2", (value) => value > 0 && value <= 2)
}, { error: "a map of hyperparameters" });
const ReinforcementHyperparameters = looseObject({
	...common,
	compute_multiplier: autoOr("a number above 0.00001 and up to 10", (value) => value > 1e-5 && value <= 10),
	eval_interval: atLeastOne,
	eval_samples: atLeastOne,
	reasoning_effort: optional(_enum([
		"default",
		"low",
		"medium",
		"high"
	], { error: "one of default, low, medium, high" }))
}, { error: "a map of hyperparameters" });
const text = (what) => string({ error: what }).check(_minLength(1, what));
const StringCheckGrader = looseObject({
	type: literal("string_check"),
	name: text("a name"),
	input: string({ error: "a template such as {{sample.output_text}}" }),
	reference: string({ error: "a text or a template such as {{item.answer}}" }),
	operation: _enum([
		"eq",
		"ne",
		"like",
		"ilike"
	], { error: "one of eq, ne, like, ilike" })
});
const SIMILARITY_METRICS = [
	"fuzzy_match",
	"bleu",
	"gleu",
	"meteor",
	"rouge_1",
	"rouge_2",
	"rouge_3",
	"rouge_4",
	"rouge_5",
	"rouge_l"
];
const TextSimilarityGrader = looseObject({
	type: literal("text_similarity"),
	name: text("a name"),
	input: string({ error: "a template such as {{sample.output_text}}" }),
	reference: string({ error: "a text or a template such as {{item.answer}}" }),
	evaluation_metric: _enum(SIMILARITY_METRICS, { error: ({ input }) => `one of ${SIMILARITY_METRICS.join(", ")}${input === "cosine" ? " (cosine compares embeddings, and no grader of a training job or of this action does)" : ""}` })
});
const PythonGrader = looseObject({
	type: literal("python"),
	name: text("a name"),
	source: text("Python source that defines grade(sample, item)"),
	image_tag: optional(string({ error: "an image tag" }))
});
const anything = optional(unknown());
const GraderMessage = looseObject({
	role: text("a role"),
	content: unknown(),
	type: anything
});
const SamplingParams = looseObject({
	seed: anything,
	top_p: anything,
	temperature: anything,
	max_completions_tokens: anything,
	reasoning_effort: anything
}, { error: "a map" });
const ScoreModelGrader = looseObject({
	type: literal("score_model"),
	name: text("a name"),
	model: text("the name of the model that grades"),
	input: array(GraderMessage, { error: "a list of messages" }).check(_minLength(1, "a list of at least one message")),
	range: optional(tuple([number(), number()], { error: "two numbers, the lowest and the highest score" }).check(refine(([lowest, highest]) => lowest < highest, "two numbers, the lowest score and a higher one"))),
	sampling_params: optional(SamplingParams)
});
const LabelModelGrader = looseObject({
	type: literal("label_model"),
	name: text("a name"),
	model: text("the name of the model that grades"),
	input: array(GraderMessage, { error: "a list of messages" }).check(_minLength(1, "a list of at least one message")),
	labels: array(string(), { error: "a list of labels" }),
	passing_labels: array(string(), { error: "a list of labels" })
});
const SimpleGrader = discriminatedUnion("type", [
	StringCheckGrader,
	TextSimilarityGrader,
	PythonGrader,
	ScoreModelGrader,
	LabelModelGrader
], { error: "a grader with a type of string_check, text_similarity, python, score_model or label_model" });
const MultiGrader = looseObject({
	type: literal("multi"),
	name: optional(string({ error: "a name" })),
	graders: union([
		SimpleGrader,
		array(SimpleGrader),
		record(string(), SimpleGrader)
	], { error: "a map from name to grader" }),
	calculate_output: text("a formula over the names of the graders")
});
const KnownGrader = discriminatedUnion("type", [...SimpleGrader.def.options, MultiGrader], { error: "a grader with a type of string_check, text_similarity, python, score_model, label_model or multi" });
const KNOWN_GRADERS = [
	"string_check",
	"text_similarity",
	"python",
	"score_model",
	"label_model",
	"multi"
];
const Grader = pipe(looseObject({ type: text("the kind of grader") }, { error: "a grader: a map with a type" }), transform((value, context) => {
	if (!KNOWN_GRADERS.includes(value.type)) return value;
	const checked = KnownGrader.safeParse(value);
	if (!checked.success) for (const { path, message } of checked.error.issues) context.issues.push({
		code: "custom",
		path,
		message,
		input: value
	});
	return value;
}));
const ResponseFormat = looseObject({
	type: text("json_schema"),
	json_schema: anything
}, { error: "a map with a type" });
const Method = discriminatedUnion("type", [
	looseObject({
		type: literal("supervised"),
		supervised: optional(looseObject({ hyperparameters: optional(SupervisedHyperparameters) }, { error: "a map" }))
	}),
	looseObject({
		type: literal("dpo"),
		dpo: optional(looseObject({ hyperparameters: optional(DpoHyperparameters) }, { error: "a map" }))
	}),
	looseObject({
		type: literal("reinforcement"),
		reinforcement: looseObject({
			grader: Grader,
			response_format: optional(ResponseFormat),
			hyperparameters: optional(ReinforcementHyperparameters)
		}, { error: "a map with a grader" })
	})
], { error: "a map whose type is supervised, dpo or reinforcement" });
const Integration = looseObject({
	type: text("the kind of integration, such as wandb"),
	wandb: optional(looseObject({
		project: text("the name of the project"),
		name: nullish(string({ error: "a text" })),
		entity: nullish(string({ error: "a text" })),
		tags: optional(array(string({ error: "a text" }), { error: "a list of texts" }))
	}))
}, { error: "a map with a type" });
const Integrations = array(Integration, { error: "a list of integrations" }).check(_maxLength(5, "a list of at most 5 integrations"));
const Metadata = record(string().check(_maxLength(64, `a key of at most 64 characters`)), string({ error: "a text" }).check(_maxLength(512, `a value of at most 512 characters`)), { error: "a map from text to text" }).check(refine((map) => Object.keys(map).length <= 16, `at most 16 pairs`));
const SEED = "a whole number from 0 to 2147483647";
const SUFFIX = "a text of 1 to 64 characters";
const Seed = int({ error: SEED }).check(_gte(0, SEED), _lte(2147483647, SEED));
const Suffix = string({ error: SUFFIX }).check(_minLength(1, SUFFIX), _maxLength(64, SUFFIX));
const CreateBody = looseObject({
	model: text("the name of a model"),
	training_file: text("the ID of an uploaded file"),
	validation_file: nullish(text("the ID of an uploaded file")),
	suffix: nullish(Suffix),
	seed: nullish(Seed),
	method: optional(Method),
	hyperparameters: optional(SupervisedHyperparameters),
	integrations: nullish(Integrations),
	metadata: nullish(Metadata)
});
export { Metadata as a, SupervisedHyperparameters as c, KnownGrader as i, Integration as n, Method as o, Integrations as r, SIMILARITY_METRICS as s, CreateBody as t };
