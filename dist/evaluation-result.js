import { Et as optional, Mt as string, St as nullable, Tt as object, bt as literal, kt as record, mt as boolean, pt as array, ut as _enum, wt as number$1 } from "./start.js";
import { f as coverageOf, p as promotedOf } from "./main.js";
// src/report/evaluation-result.ts
const number = nullable(number$1());
const text = nullable(string());
const interval = array(number$1());
const Model = object({
	model: string(),
	origin: string(),
	recorded: boolean(),
	flip_rate: number,
	fingerprints: number$1(),
	endings: record(string(), number$1())
});
const Answer = object({
	score: number$1(),
	finish_reason: string(),
	text: optional(string())
});
object({
	version: literal(1),
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive",
		"incomplete"
	]),
	passed: boolean(),
	promoted_model: string(),
	rehearsal: boolean(),
	stopped: text,
	candidate: Model,
	baseline: Model,
	grader: string(),
	range: interval,
	repeat: number$1(),
	confidence: number$1(),
	max_drop: number$1(),
	rows: number$1(),
	coverage: number$1(),
	method: text,
	score: number,
	baseline_score: number,
	difference: number,
	interval: nullable(interval),
	score_interval: nullable(interval),
	mid_p: number,
	wins: number,
	losses: number,
	ties: number,
	required_rows: number,
	conditions: array(object({
		name: string(),
		proof: _enum([
			"proved",
			"disproved",
			"open"
		]),
		line: number$1(),
		interval
	})),
	tags: array(object({
		tag: string(),
		rows: number$1(),
		score: number$1(),
		baseline_score: number$1(),
		difference: number$1(),
		interval,
		adjusted_p: number,
		worse: boolean()
	})),
	results: array(object({
		path: string(),
		line: number$1(),
		tag: text,
		score: number,
		baseline_score: number,
		unscored: text,
		candidate: array(Answer),
		baseline: array(Answer)
	})),
	cost_usd: number,
	prompt_tokens: number$1(),
	completion_tokens: number$1(),
	answers_asked: number$1(),
	answers_kept: number$1(),
	retries: number$1()
});
const model = ({ model: name, origin, recorded, flipRate, fingerprints, endings }) => ({
	model: name,
	origin,
	recorded,
	flip_rate: flipRate ?? null,
	fingerprints,
	endings: { ...endings }
});
const answers = (all, showRows) => all.map(({ score, finishReason, text: said }) => ({
	score,
	finish_reason: finishReason,
	...showRows ? { text: said } : {}
}));
function renderEvaluation(of, showRows) {
	const { judgement } = of;
	return {
		version: 1,
		verdict: of.verdict,
		passed: of.passed,
		promoted_model: promotedOf(of),
		rehearsal: of.rehearsal,
		stopped: of.stopped ?? null,
		candidate: model(of.candidate),
		baseline: model(of.baseline),
		grader: of.grader,
		range: [...of.range],
		repeat: of.repeat,
		confidence: of.confidence,
		max_drop: of.maxDrop,
		rows: of.total,
		coverage: coverageOf(of),
		method: judgement?.method ?? null,
		score: judgement?.score ?? null,
		baseline_score: judgement?.baselineScore ?? null,
		difference: judgement?.difference ?? null,
		interval: judgement === void 0 ? null : [...judgement.interval],
		score_interval: judgement === void 0 ? null : [...judgement.scoreInterval],
		mid_p: judgement?.midP ?? null,
		wins: judgement?.wins ?? null,
		losses: judgement?.losses ?? null,
		ties: judgement?.ties ?? null,
		required_rows: judgement?.requiredRows ?? null,
		conditions: (judgement?.conditions ?? []).map(({ name, proof, line, interval: ends }) => ({
			name,
			proof,
			line,
			interval: [...ends]
		})),
		tags: (judgement?.tags ?? []).map(({ tag, rows, score, baselineScore, difference, interval: ends, adjusted, worse }) => ({
			tag,
			rows,
			score,
			baseline_score: baselineScore,
			difference,
			interval: [...ends],
			adjusted_p: adjusted ?? null,
			worse
		})),
		results: of.rows.map((row) => ({
			path: row.path,
			line: row.line,
			tag: row.tag ?? null,
			score: row.score ?? null,
			baseline_score: row.baselineScore ?? null,
			unscored: row.unscored === void 0 ? null : showRows ? row.unscored : "The row has no score.",
			candidate: answers(row.candidate, showRows),
			baseline: answers(row.baseline, showRows)
		})),
		cost_usd: of.usd ?? null,
		prompt_tokens: of.promptTokens,
		completion_tokens: of.completionTokens,
		answers_asked: of.asked,
		answers_kept: of.kept,
		retries: of.retries
	};
}
export { renderEvaluation };
