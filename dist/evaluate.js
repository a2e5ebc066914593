import { Et as optional, It as unknown, Mt as string, Qt as ActionError, St as nullable, Tt as object, Zt as AbortedError, bt as literal, dn as words, en as InputError, it as isMap, ln as ours, nn as LimitError, p as resolveConnection, pt as array, rn as ProviderError, sn as foreignText, wt as number } from "./start.js";
import { _ as retrying, h as RETRY, n as offered } from "./work.js";
import { B as holdsTooMuch, C as chunksOf, M as enforce, _ as fill, a as reportData, d as checkData, j as dataVerdict, k as canonicalJson, m as itemReads, x as sourceOf } from "./data.js";
import { i as refuse, n as isTextGrader, r as partsOf, t as grade } from "./graders.js";
import { t as InFlight } from "./in-flight.js";
import { B as duration, R as counted, Y as whole, a as refusalSentence, c as verdictTitle, g as maySeeRows, o as rowsSentence, ot as ruleOf, s as verdictSentence, v as warn, z as dollars } from "./main.js";
import { t as ownPairs } from "./line.js";
import { n as findJob, o as takeUp, s as newest, t as carriesAll } from "./find-job.js";
const { createHash } = process.getBuiltinModule("node:crypto");
// src/evaluation/questions.ts
const AS_ASKED = {
	renamed: false,
	dropped: []
};
const LIMIT = "max_completion_tokens";
const OLD_LIMIT = "max_tokens";
const otherName = {
	[LIMIT]: OLD_LIMIT,
	[OLD_LIMIT]: LIMIT
};
const OPTIONAL = [
	"temperature",
	"top_p",
	"seed",
	"store",
	"presence_penalty",
	"frequency_penalty",
	"parallel_tool_calls"
];
function adapted(body, { renamed, dropped }) {
	const entries = Object.entries(body).filter(([name]) => !dropped.includes(name)).map(([name, value]) => [renamed ? otherName[name] ?? name : name, value]);
	return {
		...Object.fromEntries(entries),
		model: body.model,
		messages: body.messages
	};
}
function refusedName({ status, param, detail }, body) {
	if (status !== 400 && status !== 422) return void 0;
	const names = Object.keys(body).filter((name) => name !== "model" && name !== "messages");
	if (param !== void 0 && names.includes(param)) return param;
	return names.find((name) => new RegExp(`(^|[^\\w])${name}([^\\w]|$)`).test(detail));
}
function adaptedTo(facts, sent, now, optional = []) {
	const name = refusedName(facts, sent);
	if (name === void 0) return void 0;
	if (name in otherName) return now.renamed ? void 0 : {
		...now,
		renamed: true
	};
	if (![...OPTIONAL, ...optional].includes(name)) return void 0;
	return {
		...now,
		dropped: [...now.dropped, name].sort()
	};
}
const hash = (value) => createHash("sha256").update(canonicalJson(value)).digest("hex");
function questionHash({ model: _, ...request }, repeat) {
	const { [OLD_LIMIT]: old, ...rest } = request;
	const { store: _store, ...counted } = old === void 0 || LIMIT in rest ? request : {
		...rest,
		[LIMIT]: old
	};
	return hash([
		"answer",
		1,
		counted,
		repeat
	]);
}
const modelHash = (origin, model) => hash([
	"model",
	origin,
	model
]);
// src/evaluation/asking/asking.ts
const GRACE = 4e3;
const FILTERED = /content_?filter|ResponsibleAIPolicyViolation/i;
function isOfQuestion({ facts }) {
	return facts.kind === "invalid" && !facts.final;
}
const nameOf = ({ origin, model }) => `${origin} ${model}`;
const isLimited = (error) => error instanceof ProviderError && error.facts.kind === "limited";
const NO_ANSWER_YET = [
	408,
	499,
	502,
	504,
	520,
	522,
	524
];
function mayBeBilled(error) {
	if (!(error instanceof ProviderError)) return error instanceof AbortedError;
	const { fate, status } = error.facts;
	return fate === "unknown" && (status === void 0 || status < 400 || NO_ANSWER_YET.includes(status));
}
var Terms = class {
	adaptation = AS_ASKED;
	#optional;
	#say;
	constructor(say, optional = []) {
		this.#say = say;
		this.#optional = optional;
	}
	learn({ facts }, sent, sentUnder) {
		if (sentUnder !== this.adaptation) return true;
		const next = adaptedTo(facts, sent, this.adaptation, this.#optional);
		if (next === void 0) return false;
		this.adaptation = next;
		const { renamed, dropped } = next;
		const changes = [...renamed ? ["max_completion_tokens and max_tokens change places"] : [], ...dropped.length > 0 ? [`${dropped.join(", ")} ${dropped.length === 1 ? "is" : "are"} left out`] : []];
		this.#say(`A server refuses a parameter (${facts.detail.slice(0, 160)}), so in all requests ${changes.join(" and ")}.`);
		return true;
	}
};
var Asking = class {
	world;
	#hard = new AbortController();
	#soft = new AbortController();
	#closed = new AbortController();
	#stop;
	#retries = 0;
	#calls = 0;
	#found = 0;
	fingerprints = new Map();
	#answered = new Set();
	constructor(world, signal) {
		this.world = world;
		const cancelled = () => this.end({
			kind: "cancelled",
			words: "the workflow run is being cancelled"
		});
		if (signal.aborted) cancelled();
		else signal.addEventListener("abort", cancelled, {
			once: true,
			signal: this.#closed.signal
		});
		world.clock.sleep(Math.max(0, world.deadline - world.clock.now()), this.#closed.signal).then(() => {
			if (!this.#closed.signal.aborted) this.end({
				kind: "time",
				words: "timeout_minutes have passed"
			});
		});
	}
	get stop() {
		return this.#stop;
	}
	get retries() {
		return this.#retries;
	}
	get calls() {
		return this.#calls;
	}
	get found() {
		return this.#found;
	}
	end(stop) {
		if (this.#stop !== void 0) return;
		this.#stop = stop;
		this.#soft.abort();
		this.world.clock.sleep(GRACE, this.#closed.signal).then(() => this.#hard.abort());
	}
	close() {
		this.#closed.abort();
	}
	async answer(asked, request, repeat, terms) {
		for (;;) {
			const { adaptation } = terms;
			const body = adapted(request, adaptation);
			const question = questionHash(body, repeat);
			const kept = this.world.kept?.find(question, asked);
			if (kept !== void 0) {
				this.#found += 1;
				return this.#seen(asked, {
					reply: kept,
					kept: true
				});
			}
			if (asked.ask === void 0) return { unanswered: `there is no kept answer of ${asked.model}` };
			try {
				const reply = await this.#call(asked, asked.ask, body);
				if (reply === void 0) return void 0;
				if (terms.adaptation.dropped.length > adaptation.dropped.length) continue;
				this.world.kept?.add(question, asked, reply);
				return this.#seen(asked, {
					reply,
					kept: false
				});
			} catch (error) {
				if (!(error instanceof ProviderError)) {
					if (error instanceof AbortedError) return void 0;
					throw error;
				}
				if (terms.learn(error, body, adaptation)) continue;
				if (!isOfQuestion(error)) {
					this.end({
						kind: "refused",
						words: error.message
					});
					return;
				}
				const { code = "", detail } = error.facts;
				return { unanswered: FILTERED.test(`${code} ${detail}`) ? "the platform filtered the prompt" : error.message };
			}
		}
	}
	#seen(asked, answer) {
		const { system_fingerprint } = answer.reply;
		if (system_fingerprint !== void 0) {
			const seen = this.fingerprints.get(asked.model) ?? new Set();
			this.fingerprints.set(asked.model, seen.add(system_fingerprint));
		}
		return answer;
	}
	async #call(asked, ask, body) {
		const { clock, deadline, inFlight, budget } = this.world;
		const attempt = () => inFlight.run(async () => {
			if (this.#stop !== void 0) return void 0;
			if (clock.now() >= deadline) {
				this.end({
					kind: "time",
					words: "timeout_minutes have passed"
				});
				return;
			}
			const claim = budget.claim(body);
			if (claim === void 0) {
				this.end({
					kind: "budget",
					words: budget.exceeded
				});
				return;
			}
			try {
				const reply = await ask(body, this.#hard.signal);
				claim.settle(reply.usage);
				this.#calls += 1;
				this.#answered.add(nameOf(asked));
				return reply;
			} catch (error) {
				if (mayBeBilled(error)) claim.lose();
				else claim.release();
				throw error;
			}
		}, isLimited);
		const notFound = asked.mayBeNew === true || this.#answered.has(nameOf(asked));
		return retrying({
			...RETRY.ask,
			notFound
		}, {
			clock,
			signal: this.#soft.signal,
			deadline,
			onRetry: () => {
				this.#retries += 1;
			}
		}, attempt);
	}
};
// src/evaluation/asking/budget.ts
const CHARACTERS = 4;
function promptTokens({ model: _, ...body }) {
	return Math.ceil(JSON.stringify(body).length / CHARACTERS);
}
function answerLimit(body) {
	const limit = body.max_completion_tokens ?? body.max_tokens;
	return typeof limit === "number" ? limit : void 0;
}
function costOf(prompt, completion, { input, output }) {
	return (prompt * input + completion * output) / 1e6;
}
var Budget = class {
	#limits;
	#prompt = 0;
	#completion = 0;
	#answers = 0;
	#claimedTokens = 0;
	#claimedUsd = 0;
	#lost = 0;
	#exceeded = "";
	constructor(limits) {
		this.#limits = limits;
	}
	get promptTokens() {
		return this.#prompt;
	}
	get completionTokens() {
		return this.#completion;
	}
	get usd() {
		const { prices } = this.#limits;
		return prices === void 0 ? void 0 : costOf(this.#prompt, this.#completion, prices);
	}
	get exceeded() {
		const lost = `${this.#lost === 1 ? "a call" : `${this.#lost} calls`} without an answer counted as paid for`;
		return this.#lost === 0 ? this.#exceeded : `${this.#exceeded} (${lost})`;
	}
	claim(body) {
		const { prices, maxCostUsd, maxTokens } = this.#limits;
		const mean = this.#answers === 0 ? 400 : this.#completion / this.#answers;
		const [prompt, completion] = [promptTokens(body), answerLimit(body) ?? Math.ceil(mean)];
		const [tokens, usd] = [prompt + completion, prices === void 0 ? 0 : costOf(prompt, completion, prices)];
		const allTokens = this.#prompt + this.#completion + this.#claimedTokens + tokens;
		if (maxTokens !== void 0 && allTokens > maxTokens) {
			this.#exceeded = `the next call could pass max_tokens: ${maxTokens}`;
			return;
		}
		if (maxCostUsd !== void 0 && (this.usd ?? 0) + this.#claimedUsd + usd > maxCostUsd) {
			this.#exceeded = `the next call could pass max_cost_usd: ${maxCostUsd}`;
			return;
		}
		this.#claimedTokens += tokens;
		this.#claimedUsd += usd;
		const release = () => {
			this.#claimedTokens -= tokens;
			this.#claimedUsd -= usd;
		};
		return {
			release,
			lose: () => {
				this.#lost += 1;
			},
			settle: (usage) => {
				release();
				this.#answers += 1;
				this.#prompt += usage?.prompt_tokens ?? prompt;
				this.#completion += usage?.completion_tokens ?? completion;
			}
		};
	}
};
// src/evaluation/model-answers.ts
function rangeOf(grader) {
	return grader.type === "score_model" ? grader.range ?? [0, 1] : [0, 1];
}
function mapTexts(value, replace) {
	if (typeof value === "string") return replace(value);
	if (Array.isArray(value)) return value.map((one) => mapTexts(one, replace));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, replace)]));
}
function questionOf(grader, sample, item) {
	const [lowest] = rangeOf(grader);
	const failures = [];
	const replace = (template) => {
		const filled = fill(template, sample, item);
		if ("text" in filled) return filled.text;
		failures.push(filled.fault === "answer" ? {
			score: lowest,
			remarks: [filled.missing]
		} : { unscored: filled.missing });
		return "";
	};
	const messages = grader.input.map(({ role, content }) => ({
		role,
		content: mapTexts(content, replace)
	}));
	return failures.find((failure) => "unscored" in failure) ?? failures[0] ?? { messages };
}
const Reply = object({ result: unknown() });
function resultOf(reply) {
	try {
		return Reply.safeParse(JSON.parse(reply)).data?.result;
	} catch {
		return;
	}
}
function gradeOfReply(grader, reply) {
	const result = resultOf(reply);
	if (grader.type === "label_model") {
		if (typeof result === "string" && grader.labels.includes(result)) return { score: grader.passing_labels.includes(result) ? 1 : 0 };
		return { unscored: `The model of grader ${grader.name} answered with none of its labels.` };
	}
	if (typeof result !== "number" || !Number.isFinite(result)) return { unscored: `The model of grader ${grader.name} answered without a number.` };
	const [lowest, highest] = rangeOf(grader);
	return { score: Math.min(highest, Math.max(lowest, result)) };
}
// src/evaluation/judging.ts
const TIMES = 2;
const STEPS$1 = {
	type: "array",
	items: {
		type: "object",
		properties: {
			description: { type: "string" },
			conclusion: { type: "string" }
		},
		required: ["description", "conclusion"],
		additionalProperties: false
	}
};
function replySchema(grader) {
	const result = grader.type === "label_model" ? {
		type: "string",
		enum: grader.labels
	} : { type: "number" };
	return {
		type: "json_schema",
		json_schema: {
			name: "grade",
			strict: true,
			schema: {
				type: "object",
				properties: {
					steps: STEPS$1,
					result
				},
				required: ["steps", "result"],
				additionalProperties: false
			}
		}
	};
}
const JUDGE_OPTIONAL = ["response_format", "reasoning_effort"];
function judgeRequest(grader, messages) {
	const { sampling_params = {} } = grader.type === "score_model" ? grader : {};
	const { max_completions_tokens, ...given } = sampling_params;
	const limit = max_completions_tokens === void 0 ? {} : { max_completion_tokens: max_completions_tokens };
	return {
		temperature: 0,
		...given,
		...limit,
		model: grader.model,
		messages,
		response_format: replySchema(grader)
	};
}
function sampleOf({ content, refusal, tool_calls, finish_reason }) {
	const message = {
		role: "assistant",
		content,
		refusal,
		...tool_calls.length === 0 ? {} : { tool_calls }
	};
	return {
		output_text: content ?? refusal ?? "",
		...tool_calls.length === 0 ? {} : { output_tools: tool_calls },
		choices: [{
			index: 0,
			finish_reason,
			message
		}]
	};
}
function gradeByModel(grader, sample, item, judge) {
	const question = questionOf(grader, sample, item);
	if (!("messages" in question)) return Promise.resolve(question);
	const request = judgeRequest(grader, question.messages.map(({ role, content }) => ({
		role,
		content
	})));
	const key = `${questionHash(request, 0)} ${grader.name}`;
	const known = judge.grades.get(key) ?? askedGrade(grader, request, judge);
	judge.grades.set(key, known);
	return known;
}
async function askedGrade(grader, request, judge) {
	let last;
	for (let time = 0; time < TIMES; time += 1) {
		const answer = await judge.asking.answer(judge.askedOf(grader.model), request, time, judge.terms);
		if (answer === void 0) return void 0;
		if ("unanswered" in answer) return { unscored: `The model of grader ${grader.name} did not answer: ${answer.unanswered}.` };
		last = gradeOfReply(grader, answer.reply.content ?? "");
		if ("score" in last) return last;
	}
	return last;
}
const asksModel = (grader) => grader.type === "score_model" || grader.type === "label_model";
async function gradeAnswer(parts, reply, item, judge) {
	const sample = sampleOf(reply);
	const graded = new Map();
	for (const [name, part] of parts.parts) {
		if (isTextGrader(part) || !asksModel(part)) continue;
		if (parts.formula !== void 0 && !parts.formula.names.includes(name)) continue;
		const one = await gradeByModel(part, sample, item, judge);
		if (one === void 0) return void 0;
		graded.set(part, one);
	}
	return grade(parts, sample, item, (grader) => graded.get(grader) ?? refuse(grader));
}
// src/evaluation/gate.ts
const SIDES = ["candidate", "baseline"];
const LONGEST$2 = 4e3;
function requestOf(row, model, sampling) {
	return {
		...row.more,
		...sampling,
		model,
		messages: row.messages
	};
}
var RowWork = class {
	row;
	answers = {
		candidate: [],
		baseline: []
	};
	unscored;
	left;
	constructor(row, units) {
		this.row = row;
		this.left = units;
	}
};
const beginningOf = (text) => Buffer.from(text.slice(0, LONGEST$2), "utf16le").toString("utf16le");
function shownOf({ content, refusal, tool_calls, finish_reason }) {
	const said = content ?? refusal ?? (tool_calls.length > 0 ? JSON.stringify(tool_calls) : "");
	return {
		text: beginningOf(said),
		finishReason: finish_reason,
		refused: refusal !== null
	};
}
async function carryOut({ work, side, repeat }, gate) {
	const { row } = work;
	const asked = gate.sides[side];
	const answer = await gate.asking.answer(asked, requestOf(row, asked.model, gate.sampling), repeat, gate.terms);
	if (answer === void 0) return false;
	if ("unanswered" in answer) {
		work.unscored ??= `The ${side} did not answer: ${answer.unanswered}.`;
		return true;
	}
	const graded = await gradeAnswer(gate.parts, answer.reply, row.item, gate.judge);
	if (graded === void 0) return false;
	if ("unscored" in graded) work.unscored ??= graded.unscored;
	else work.answers[side][repeat] = {
		...shownOf(answer.reply),
		score: graded.score,
		remarks: graded.remarks ?? []
	};
	return true;
}
const finished = ({ row, answers, unscored }) => ({
	row,
	...answers,
	unscored
});
function sharesBeginning(rows) {
	const beginning = ({ messages, more }) => JSON.stringify([more, messages[0]]);
	const [first, second] = rows;
	return first !== void 0 && second !== void 0 && first.messages.length > 1 && beginning(first) === beginning(second);
}
async function evaluateRows(gate) {
	const works = gate.rows.map((row) => new RowWork(row, gate.repeat * SIDES.length));
	const units = works.flatMap((work) => Array.from({ length: gate.repeat }, (_, repeat) => SIDES.map((side) => ({
		work,
		side,
		repeat
	}))).flat());
	const done = new Set();
	let unscored = 0;
	const carry = async (unit) => {
		if (gate.asking.stop !== void 0 || !await carryOut(unit, gate)) return;
		const { work } = unit;
		work.left -= 1;
		if (work.left > 0) return;
		done.add(work);
		if (work.unscored !== void 0) unscored += 1;
		if (unscored > gate.mostUnscored) gate.asking.end({
			kind: "coverage",
			words: `${unscored} ${unscored === 1 ? "row has" : "rows have"} no score. The last: ${work.unscored ?? ""}`
		});
		gate.onRow(done.size);
	};
	const alone = sharesBeginning(gate.rows) ? gate.repeat * SIDES.length : SIDES.length;
	for (const unit of units.slice(0, alone)) await carry(unit);
	const rest = units.slice(alone).values();
	const worker = async () => {
		for (const unit of rest) await carry(unit);
	};
	await Promise.all(Array.from({ length: gate.concurrency }, worker));
	return works.filter((work) => done.has(work)).map(finished);
}
// src/evaluation/kept/answer-index.ts
const EMPTY = 4294967295;
const MOST_OF_ONE = 256;
const bits = (hex, from) => Number.parseInt(hex.slice(from, from + 8), 16);
var AnswerIndex = class {
	#capacity = 1024;
	#count = 0;
	#high = new Uint32Array(this.#capacity);
	#low = new Uint32Array(this.#capacity);
	#file = new Uint32Array(this.#capacity).fill(EMPTY);
	#offset = new Float64Array(this.#capacity);
	#length = new Uint32Array(this.#capacity);
	get size() {
		return this.#count;
	}
	add(high, low, { file, offset, length }) {
		if (this.#count * 2 >= this.#capacity) this.#grow();
		const added = this.#put(high, low, file, offset, length);
		if (added) this.#count += 1;
		return added;
	}
	#put(high, low, file, offset, length) {
		let slot = low & this.#capacity - 1;
		let same = 0;
		while (this.#file[slot] !== EMPTY) {
			if (this.#high[slot] === high && this.#low[slot] === low) same += 1;
			if (same === MOST_OF_ONE) return false;
			slot = slot + 1 & this.#capacity - 1;
		}
		this.#high[slot] = high;
		this.#low[slot] = low;
		this.#file[slot] = file;
		this.#offset[slot] = offset;
		this.#length[slot] = length;
		return true;
	}
	*places(question) {
		const high = bits(question, 0);
		const low = bits(question, 8);
		for (let slot = low & this.#capacity - 1; this.#file[slot] !== EMPTY; slot = slot + 1 & this.#capacity - 1) if (this.#high[slot] === high && this.#low[slot] === low) yield this.#at(slot);
	}
	#at(slot) {
		return {
			file: this.#file[slot] ?? 0,
			offset: this.#offset[slot] ?? 0,
			length: this.#length[slot] ?? 0
		};
	}
	#grow() {
		const old = {
			high: this.#high,
			low: this.#low,
			file: this.#file,
			offset: this.#offset,
			length: this.#length
		};
		const slots = this.#capacity;
		this.#capacity *= 2;
		this.#high = new Uint32Array(this.#capacity);
		this.#low = new Uint32Array(this.#capacity);
		this.#file = new Uint32Array(this.#capacity).fill(EMPTY);
		this.#offset = new Float64Array(this.#capacity);
		this.#length = new Uint32Array(this.#capacity);
		const gap = old.file.indexOf(EMPTY);
		for (let at = 0; at < slots; at += 1) {
			const slot = gap + at & slots - 1;
			const file = old.file[slot] ?? EMPTY;
			if (file === EMPTY) continue;
			const low = old.low[slot] ?? 0;
			this.#put(old.high[slot] ?? 0, low, file, old.offset[slot] ?? 0, old.length[slot] ?? 0);
		}
	}
};
// src/evaluation/kept/kept-answers.ts
const Line = object({
	question: string(),
	by: string(),
	v: literal(1),
	model: string(),
	origin: string(),
	time: string(),
	reply: object({
		content: nullable(string()),
		tool_calls: array(unknown()),
		refusal: nullable(string()),
		finish_reason: string(),
		usage: optional(object({
			prompt_tokens: number(),
			completion_tokens: number(),
			cached_tokens: number()
		})),
		system_fingerprint: optional(string())
	})
});
const NEWLINE = 10;
const LONGEST$1 = 33554432;
const HELD = 65536;
const BEGINNING = Buffer.from("{\"question\":\"");
const SHORTEST = BEGINNING.length + 64 + 2;
const DIGITS = new Uint8Array(256).fill(255);
for (const [value, digit] of [..."0123456789abcdef"].entries()) DIGITS[digit.charCodeAt(0)] = value;
function hexAt(bytes, at) {
	let value = 0;
	let wrong = 0;
	for (let index = at; index < at + 8; index += 1) {
		const digit = DIGITS[bytes[index] ?? 0] ?? 255;
		wrong |= digit;
		value = value * 16 + (digit & 15);
	}
	return wrong > 15 ? -1 : value;
}
function begins(bytes, at) {
	for (let index = 0; index < BEGINNING.length; index += 1) if (bytes[at + index] !== BEGINNING[index]) return false;
	return true;
}
var KeptAnswers = class KeptAnswers {
	#folder;
	#index = new AnswerIndex();
	#names = [];
	#own = new Map();
	#hashes = new Map();
	#broken = 0;
	constructor(folder) {
		this.#folder = folder;
	}
	static async open(folder) {
		const kept = new KeptAnswers(folder);
		for (const name of await folder.names()) await kept.#scan(name);
		return kept;
	}
	get size() {
		return this.#index.size;
	}
	get broken() {
		return this.#broken;
	}
	find(question, { origin, model }) {
		return this.#own.get(`${question} ${this.#by({
			origin,
			model
		})}`)?.reply ?? this.all(question).find((one) => one.origin === origin && one.model === model)?.reply;
	}
	all(question) {
		return [...this.#index.places(question)].flatMap(({ file, offset, length }) => {
			const line = this.#read(this.#folder.read(this.#names[file] ?? "", offset, length));
			if (line === void 0) this.#broken += 1;
			return line === void 0 || line.question !== question ? [] : [line];
		});
	}
	add(question, answerer, reply) {
		const by = this.#by(answerer);
		if ((reply.content?.length ?? 0) <= HELD) this.#own.set(`${question} ${by}`, {
			...answerer,
			reply
		});
		const line = {
			question,
			by,
			v: 1,
			...answerer,
			time: new Date().toISOString(),
			reply
		};
		this.#folder.append(`${JSON.stringify(line)}\n`);
	}
	#by({ origin, model }) {
		const name = `${origin} ${model}`;
		const known = this.#hashes.get(name) ?? modelHash(origin, model);
		this.#hashes.set(name, known);
		return known;
	}
	#read(bytes) {
		try {
			const { question, origin, model, reply } = Line.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
			const { usage, system_fingerprint } = reply;
			return {
				question,
				origin,
				model,
				reply: {
					...reply,
					usage,
					system_fingerprint
				}
			};
		} catch {
			return;
		}
	}
	async #scan(name) {
		const file = this.#names.push(name) - 1;
		let rest = new Uint8Array();
		let offset = 0;
		let beyond = false;
		for await (const piece of this.#folder.scan(name)) {
			let from = 0;
			const end = piece.indexOf(NEWLINE);
			if (beyond) {
				beyond = end < 0;
				from = beyond ? piece.length : end + 1;
			} else if (end >= 0 && rest.length > 0) {
				const line = Buffer.concat([rest, piece.subarray(0, end)]);
				this.#note(line, 0, line.length, {
					file,
					offset: offset - rest.length
				});
				rest = new Uint8Array();
				from = end + 1;
			}
			for (let next = piece.indexOf(NEWLINE, from); next >= 0; next = piece.indexOf(NEWLINE, from)) {
				this.#note(piece, from, next - from, {
					file,
					offset: offset + from
				});
				from = next + 1;
			}
			rest = Buffer.concat([rest, piece.subarray(from)]);
			offset += piece.length;
			if (rest.length <= LONGEST$1) continue;
			this.#broken += 1;
			rest = new Uint8Array();
			beyond = true;
		}
		if (rest.length > 0) this.#note(rest, 0, rest.length, {
			file,
			offset: offset - rest.length
		});
	}
	#note(bytes, at, length, { file, offset }) {
		if (length === 0) return;
		const place = at + BEGINNING.length;
		const [high, low] = length < SHORTEST || !begins(bytes, at) ? [-1, -1] : [hexAt(bytes, place), hexAt(bytes, place + 8)];
		if (high < 0 || low < 0) this.#broken += 1;
		else if (!this.#index.add(high, low, {
			file,
			offset,
			length
		})) this.#broken += 1;
	}
};
// src/evaluation/statistics/quantiles.ts
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
const ROOT_PI = Math.sqrt(Math.PI);
const STEPS = 1e3;
const TINY = 1e-300;
function continuedFraction(termAt) {
	let value = TINY;
	let upper = TINY;
	let lower = 0;
	for (let step = 1; step <= STEPS; step += 1) {
		const [a, b] = termAt(step);
		lower = b + a * lower;
		upper = b + a / upper;
		if (lower === 0) lower = TINY;
		if (upper === 0) upper = TINY;
		lower = 1 / lower;
		const change = upper * lower;
		value *= change;
		if (Math.abs(change - 1) < 1e-16) break;
	}
	return value;
}
const density = (z) => Math.exp(-z * z / 2) / ROOT_TWO_PI;
function normalTail(z) {
	if (z < 0) return 1 - normalTail(-z);
	if (z > 3) return density(z) * continuedFraction((step) => [step === 1 ? 1 : step - 1, z]);
	let term = z;
	let sum = z;
	for (let step = 1; step <= STEPS && term > sum * 1e-17; step += 1) {
		term *= z * z / (2 * step + 1);
		sum += term;
	}
	return .5 - density(z) * sum;
}
function halfStepOfGamma(a) {
	if (a < 20) return (a + .5) / a * halfStepOfGamma(a + 1);
	const rest = (x) => (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * x * x)) / (x * x)) / (x * x)) / x;
	return Math.exp(.5 - a * Math.log1p(.5 / a) + rest(a) - rest(a + .5)) / Math.sqrt(a);
}
function betaFraction(x, a, b) {
	return continuedFraction((step) => {
		if (step === 1) return [1, 1];
		const m = Math.floor((step - 1) / 2);
		return [(step - 1) % 2 === 0 ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), 1];
	});
}
function tTail(t, df) {
	if (t < 0) return 1 - tTail(-t, df);
	const a = df / 2;
	const square = t * t;
	const x = df / (df + square);
	const left = square / (df + square);
	const front = Math.exp(-a * Math.log1p(square / df)) * Math.sqrt(left) / (halfStepOfGamma(a) * ROOT_PI);
	if (x < (a + 1) / (a + 2.5)) return front * betaFraction(x, a, .5) / (2 * a);
	return .5 - front * betaFraction(left, .5, a);
}
function upperQuantile(tail, probability) {
	let high = 1;
	while (tail(high) > probability && high < 1e150) high *= 2;
	let low = high === 1 ? 0 : high / 2;
	for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) if (tail(middle) > probability) low = middle;
	else high = middle;
	return high;
}
function symmetricQuantile(tail, probability) {
	if (probability === .5) return 0;
	return probability > .5 ? upperQuantile(tail, 1 - probability) : -upperQuantile(tail, probability);
}
function normalQuantile(probability) {
	return symmetricQuantile(normalTail, probability);
}
function tQuantile(probability, df) {
	return symmetricQuantile((value) => tTail(value, df), probability);
}
// src/evaluation/statistics/planning.ts
const USUAL_DISCORDANCE = .15;
const POWER = .8;
const reach = ({ confidence, power = POWER }) => normalQuantile(confidence) + normalQuantile(power);
function detectableDifference(rows, design, variance = USUAL_DISCORDANCE) {
	return reach(design) * Math.sqrt(variance / rows);
}
// src/evaluation/statistics/intervals.ts
function pairedShares({ rows, losses, wins }) {
	const lost = (losses + 1) / (rows + 2);
	const won = (wins + 1) / (rows + 2);
	const middle = won - lost;
	const error = Math.sqrt((lost + won - middle * middle) / (rows + 2));
	return {
		mean: (wins - losses) / rows,
		interval(confidence) {
			const half = normalQuantile(confidence) * error;
			return [Math.max(-1, middle - half), Math.min(1, middle + half)];
		},
		chanceOfAtLeast: (line) => normalTail((line - middle) / error)
	};
}
const sum = (values) => values.reduce((total, value) => total + value, 0);
const NOTHING = 1e-12;
function clustersOf$1(values, names) {
	const mean = sum(values) / values.length;
	const found = new Map();
	values.forEach((value, index) => {
		const name = names[index] ?? "";
		const { sum: before, share } = found.get(name) ?? {
			sum: 0,
			share: 0
		};
		found.set(name, {
			sum: before + value - mean,
			share: share + 1 / values.length
		});
	});
	return [...found.values()];
}
function clusteredError(values, names) {
	const clusters = clustersOf$1(values, names);
	const count = clusters.length;
	return Math.sqrt(count / (count - 1) * sum(clusters.map((one) => one.sum * one.sum))) / values.length;
}
function jackknife(values, names) {
	const clusters = clustersOf$1(values, names);
	const count = clusters.length;
	const shifts = clusters.map((one) => (one.sum / values.length / (1 - one.share)) ** 2);
	const weight = ({ share }) => (share / (1 - share)) ** 2;
	const moment = (power) => sum(clusters.map((one) => weight(one) * one.share ** power));
	const [all, once, twice] = [
		moment(0),
		moment(1),
		moment(2)
	];
	const squares = sum(clusters.map(({ share }) => share * share));
	const trace = all * (1 + squares) - 2 * once;
	const own = sum(clusters.map((one) => weight(one) ** 2 * (1 + 2 * squares - 4 * one.share)));
	const among = squares * squares * all * all + 2 * all * twice - 4 * squares * all * once + 2 * once * once;
	return {
		error: Math.sqrt((count - 1) / count * sum(shifts)),
		df: Math.min(count - 1, trace * trace / (own + among))
	};
}
function plainError(values) {
	const mean = sum(values) / values.length;
	return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1) / values.length);
}
function meanOf(values, bounds, clusters) {
	const mean = sum(values) / values.length;
	const groups = clusters === void 0 ? values.length : new Set(clusters).size;
	if (groups < 2) return {
		mean,
		interval: () => bounds,
		chanceOfAtLeast: () => 1
	};
	const plain = plainError(values);
	if (plain < NOTHING * (bounds[1] - bounds[0])) return ofEqual(mean, bounds, groups);
	const simple = {
		error: clusters === void 0 ? plain : Math.max(plain, clusteredError(values, clusters)),
		df: groups - 1
	};
	const spreads = clusters === void 0 ? [simple] : [simple, jackknife(values, clusters)];
	return {
		mean,
		interval(confidence) {
			const half = Math.max(...spreads.map(({ error, df }) => tQuantile(confidence, df) * error));
			return [mean - half, mean + half];
		},
		chanceOfAtLeast: (line) => Math.max(...spreads.map(({ error, df }) => tTail((line - mean) / error, df)))
	};
}
function ofEqual(mean, [lowest, highest], groups) {
	return {
		mean,
		interval(confidence) {
			const unseen = 1 - (1 - confidence) ** (1 / groups);
			return [mean - (mean - lowest) * unseen, mean + (highest - mean) * unseen];
		},
		chanceOfAtLeast: (line) => line <= mean ? 1 : Math.max(0, 1 - (line - mean) / (highest - mean)) ** groups
	};
}
function wilson(successes, rows, z) {
	const share = successes / rows;
	const scale = 1 + z * z / rows;
	const centre = (share + z * z / (2 * rows)) / scale;
	const half = z / scale * Math.sqrt(share * (1 - share) / rows + z * z / (4 * rows * rows));
	return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
// src/evaluation/statistics/tests.ts
function heads(tosses, most) {
	let log = -tosses * Math.LN2;
	for (let step = 0; step < most; step += 1) log += Math.log((tosses - step) / (step + 1));
	const exactly = Math.exp(log);
	let term = exactly;
	let upTo = exactly;
	for (let count = most; count > 0; count -= 1) {
		term *= count / (tosses - count + 1);
		upTo += term;
	}
	return {
		upTo,
		exactly
	};
}
function mcNemarMidP(losses, wins) {
	const { upTo, exactly } = heads(losses + wins, Math.min(losses, wins));
	return losses === wins ? 1 - exactly / 2 : 2 * upTo - exactly;
}
function holm(values) {
	const order = values.map((value, index) => ({
		value,
		index
	})).sort((a, b) => a.value - b.value);
	const adjusted = [...values];
	let largest = 0;
	order.forEach(({ value, index }, rank) => {
		largest = Math.max(largest, Math.min(1, (values.length - rank) * value));
		adjusted[index] = largest;
	});
	return adjusted;
}
// src/evaluation/statistics/verdict.ts
const TAG_ROWS = 10;
const SAME = 1e-9;
const width = ({ range: [lowest, highest] }) => highest - lowest;
const mean$1 = (values) => values.reduce((total, value) => total + value, 0) / values.length;
const gain = ({ candidate, baseline }) => candidate - baseline;
const isRightOrWrong = (score) => score === 0 || score === 1;
function areShares(rows, { repeat, clustered, range: [lowest, highest] }) {
	return repeat === 1 && !clustered && lowest === 0 && highest === 1 && rows.every(({ candidate, baseline }) => isRightOrWrong(candidate) && isRightOrWrong(baseline));
}
function countsOf(rows, terms) {
	const same = SAME * width(terms);
	const wins = rows.filter((row) => gain(row) > same).length;
	const losses = rows.filter((row) => gain(row) < -same).length;
	return {
		wins,
		losses,
		ties: rows.length - wins - losses
	};
}
const clustersOf = (rows, { clustered }) => clustered ? rows.map(({ cluster = "" }) => cluster) : void 0;
function differenceOf(rows, shares, terms) {
	if (shares) return pairedShares({
		rows: rows.length,
		...countsOf(rows, terms)
	});
	return meanOf(rows.map(gain), [-width(terms), width(terms)], clustersOf(rows, terms));
}
function scoreIntervalOf(rows, shares, terms) {
	const scores = rows.map(({ candidate }) => candidate);
	if (shares) return wilson(scores.filter((score) => score === 1).length, rows.length, normalQuantile(terms.confidence));
	const [low, high] = meanOf(scores, terms.range, clustersOf(rows, terms)).interval(terms.confidence);
	return [Math.max(terms.range[0], low), Math.min(terms.range[1], high)];
}
function above(name, line, interval, at, rows) {
	const [low, high] = interval;
	const proof = low > line ? "proved" : high < line ? "disproved" : "open";
	if (proof !== "open") return {
		name,
		proof,
		line,
		interval
	};
	const requiredRows = Math.ceil(rows * ((high - low) / 2 / Math.abs(at - line)) ** 2);
	return {
		name,
		proof,
		line,
		interval,
		requiredRows: Number.isSafeInteger(requiredRows) ? requiredRows : void 0
	};
}
function conditionsOf(found, terms) {
	const { interval, difference, score, scoreInterval, losses, rows } = found;
	const { maxDrop, minGain, minScore, maxRegressions } = terms;
	const conditions = [above("max_drop", -maxDrop * width(terms), interval, difference, rows)];
	if (minGain !== void 0) conditions.push(above("min_gain", minGain * width(terms), interval, difference, rows));
	if (minScore !== void 0) conditions.push(above("min_score", minScore, scoreInterval, score, rows));
	if (maxRegressions !== void 0) {
		const proof = losses <= maxRegressions ? "proved" : "disproved";
		conditions.push({
			name: "max_regressions",
			proof,
			line: maxRegressions,
			interval: [losses, losses]
		});
	}
	return conditions;
}
function tagsOf(rows, shares, terms) {
	const line = -terms.maxDrop * width(terms);
	const found = [...Map.groupBy(rows, ({ tag }) => tag)].flatMap(([tag, own]) => {
		if (tag === void 0) return [];
		const evidence = differenceOf(own, shares, terms);
		return [{
			tag,
			own,
			evidence,
			p: own.length < TAG_ROWS ? void 0 : evidence.chanceOfAtLeast(line)
		}];
	});
	const adjusted = holm(found.flatMap(({ p }) => p === void 0 ? [] : [p])).values();
	return found.map(({ tag, own, evidence, p }) => {
		const corrected = p === void 0 ? void 0 : adjusted.next().value;
		return {
			tag,
			rows: own.length,
			score: mean$1(own.map(({ candidate }) => candidate)),
			baselineScore: mean$1(own.map(({ baseline }) => baseline)),
			difference: evidence.mean,
			interval: evidence.interval(terms.confidence),
			adjusted: corrected,
			worse: corrected !== void 0 && corrected < 1 - terms.confidence
		};
	}).sort((a, b) => a.difference - b.difference || (a.tag < b.tag ? -1 : 1));
}
function judge(rows, terms) {
	const shares = areShares(rows, terms);
	const evidence = differenceOf(rows, shares, terms);
	const counts = countsOf(rows, terms);
	const found = {
		method: shares ? "paired shares" : terms.clustered ? "clustered t" : "t",
		rows: rows.length,
		score: mean$1(rows.map(({ candidate }) => candidate)),
		baselineScore: mean$1(rows.map(({ baseline }) => baseline)),
		difference: evidence.mean,
		interval: evidence.interval(terms.confidence),
		scoreInterval: scoreIntervalOf(rows, shares, terms),
		...counts,
		midP: shares ? mcNemarMidP(counts.losses, counts.wins) : void 0
	};
	const conditions = conditionsOf(found, terms);
	const tags = tagsOf(rows, shares, terms);
	const verdict = conditions.some(({ proof }) => proof === "disproved") || tags.some(({ worse }) => worse) ? "fail" : conditions.every(({ proof }) => proof === "proved") ? "pass" : "inconclusive";
	const open = conditions.flatMap(({ proof, requiredRows }) => proof === "open" ? [requiredRows] : []);
	const decides = open.every((count) => count !== void 0);
	return {
		...found,
		verdict,
		conditions,
		tags,
		requiredRows: verdict === "inconclusive" && decides ? Math.max(...open.flatMap((count) => count ?? [])) : void 0
	};
}
// src/stages/evaluate/findings.ts
const LONGEST = 4e3;
const mean = (graded) => graded.reduce((total, { score }) => total + score, 0) / graded.length;
function flipRate(all) {
	const repeated = all.filter(({ length }) => length > 1);
	if (repeated.length === 0) return void 0;
	return repeated.filter((graded) => new Set(graded.map(({ text }) => text)).size > 1).length / repeated.length;
}
function endings(all) {
	const counts = {};
	for (const { finishReason, refused } of all.flat()) {
		const ending = refused ? "refusal" : finishReason;
		if (ending !== "stop" && ending !== "tool_calls" && ending !== "") counts[ending] = (counts[ending] ?? 0) + 1;
	}
	return counts;
}
function modelOf(side, { gate, results, recorded }) {
	const { model, origin } = gate.sides[side];
	const all = results.map((result) => result[side]);
	return {
		model,
		origin,
		recorded: recorded && side === "baseline",
		flipRate: flipRate(all),
		fingerprints: gate.asking.fingerprints.get(model)?.size ?? 0,
		endings: endings(all)
	};
}
function promptOf(messages) {
	const content = messages.at(-1)?.content;
	return (typeof content === "string" ? content : JSON.stringify(content ?? "")).slice(0, LONGEST);
}
function tagNames({ gate, showRows }) {
	if (showRows) return (tag) => tag;
	const tags = new Set(gate.rows.flatMap(({ tag }) => tag ?? []));
	const names = new Map([...tags].map((tag, at) => [tag, `tag ${at + 1}`]));
	return (tag) => tag === void 0 ? void 0 : names.get(tag);
}
function rowOf({ row, candidate, baseline, unscored }, tagName) {
	const { reference_answer: reference } = row.item;
	const shown = (graded) => graded.map(({ text, score, finishReason }) => ({
		text,
		score,
		finishReason
	}));
	return {
		path: row.path,
		line: row.line,
		tag: tagName(row.tag),
		prompt: promptOf(row.messages),
		reference: typeof reference === "string" ? reference.slice(0, LONGEST) : void 0,
		candidate: shown(candidate.filter((one) => one !== void 0)),
		baseline: shown(baseline.filter((one) => one !== void 0)),
		score: unscored === void 0 ? mean(candidate) : void 0,
		baselineScore: unscored === void 0 ? mean(baseline) : void 0,
		unscored
	};
}
function evaluationOf(outcome) {
	const { inputs, gate, budget, results, range, rehearsal } = outcome;
	const { asking } = gate;
	const tagName = tagNames(outcome);
	const scored = results.filter(({ unscored }) => unscored === void 0).map(({ row, candidate, baseline }) => ({
		candidate: mean(candidate),
		baseline: mean(baseline),
		cluster: row.cluster,
		tag: tagName(row.tag)
	}));
	const terms = {
		range,
		repeat: inputs.repeat,
		clustered: gate.rows.some(({ cluster }) => cluster !== void 0),
		confidence: inputs.confidence,
		maxDrop: inputs.max_drop,
		minGain: inputs.min_gain,
		minScore: inputs.min_score,
		maxRegressions: inputs.max_regressions
	};
	const judgement = scored.length === 0 ? void 0 : judge(scored, terms);
	const covered = scored.length / gate.rows.length >= inputs.min_coverage;
	const stopped = (asking.stop && foreignText(asking.stop.words, outcome.showRows, [gate.sides.candidate.model, gate.sides.baseline.model])) ?? (covered ? void 0 : `${scored.length} of ${gate.rows.length} rows have a score for both models, and min_coverage is ${inputs.min_coverage}`);
	const verdict = stopped !== void 0 || judgement === void 0 ? "incomplete" : judgement.verdict;
	return {
		verdict,
		passed: verdict === "pass" || verdict === "inconclusive" && inputs.on_inconclusive === "pass",
		stopped,
		rehearsal,
		candidate: modelOf("candidate", outcome),
		baseline: modelOf("baseline", outcome),
		grader: [...gate.parts.parts.values()].map(({ name, type }) => `${name} (${type})`).join(", "),
		range,
		repeat: inputs.repeat,
		maxDrop: inputs.max_drop,
		confidence: inputs.confidence,
		onInconclusive: inputs.on_inconclusive,
		clusterBy: inputs.cluster_by,
		tagBy: inputs.tag_by,
		total: gate.rows.length,
		minCoverage: inputs.min_coverage,
		judgement,
		detectable: detectableDifference(gate.rows.length, { confidence: inputs.confidence }),
		rows: results.map((result) => rowOf(result, tagName)),
		usd: budget.usd,
		promptTokens: budget.promptTokens,
		completionTokens: budget.completionTokens,
		asked: asking.calls,
		kept: asking.found,
		retries: asking.retries
	};
}
// src/stages/evaluate/models.ts
const asking = (provider) => {
	const ask = offered(provider.ask, "ask");
	return (request, signal) => ask.call(provider, request, signal);
};
function originOf({ profile, baseUrl, inferenceUrl }) {
	return profile.embedded ? profile.name : new URL(inferenceUrl ?? baseUrl).origin;
}
const serverOf = (connection, provider) => ({
	origin: originOf(connection),
	ask: asking(provider),
	mayBeNew: connection.profile.serving?.kind === "deployment"
});
async function serverFor(world, own, role) {
	const { connection, inputs } = world;
	if (role.url === void 0 && role.key === void 0) return own;
	if (role.url === void 0 && connection.profile.embedded) return own;
	const url = role.url ?? connection.inferenceUrl ?? connection.baseUrl;
	const sameOrigin = URL.canParse(url) && new URL(url).origin === own.origin;
	if (role.key === void 0 && !sameOrigin) {
		const message = `Input ${role.input}_base_url is ${JSON.stringify(url)}, another server than the candidate's, whose key is not sent there. Write ${role.input}_api_key, or none for a server that asks for no key.`;
		throw new InputError([{
			place: `${role.input}_api_key`,
			message
		}]);
	}
	const wanted = {
		provider: "auto",
		base_url: url,
		allow_http: inputs.allow_http,
		api_key: role.key ?? "none",
		organization: void 0,
		project: void 0,
		identity_provider_id: void 0,
		service_account_id: void 0,
		audience: void 0
	};
	const other = namingInput(role.input, () => resolveConnection(wanted, {}));
	const provider = await world.connectTo(role.key === void 0 ? {
		...other,
		credential: connection.credential
	} : other);
	return serverOf(other, provider);
}
function namingInput(input, act) {
	try {
		return act();
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const own = (text) => text.replaceAll(/\b(base_url|api_key)\b/g, (name) => `${input}_${name}`);
		throw new InputError(error.problems.map(({ place, message }) => ({
			place: own(place),
			message: own(message)
		})));
	}
}
function baseInName(model) {
	return /^ft:([^:]+):/.exec(model)?.[1];
}
async function candidateOf(world, work, trained) {
	const { model, job_id, metadata } = world.inputs;
	if (trained !== void 0) return {
		model: trained.fine_tuned_model ?? "",
		job: trained
	};
	if (model !== void 0 && job_id === void 0) return {
		model,
		job: void 0
	};
	if (job_id === void 0 && metadata === void 0) return {
		model: model ?? "",
		job: void 0
	};
	const job = await findJob(world, work);
	if (job === void 0) return void 0;
	takeUp(world, job);
	if (model !== void 0) return {
		model,
		job
	};
	if (!job.fine_tuned_model) throw new ActionError(`Job ${job.id} is ${job.status} and names no model. Wait for its end, or write the input model.`);
	return {
		model: job.fine_tuned_model,
		job
	};
}
async function latestOf(world, work, candidate, job) {
	const { metadata } = world.inputs;
	const pairs = metadata ?? ownPairs(job ?? {});
	if (Object.keys(pairs).length === 0) throw new ActionError("Input baseline is latest; nothing says which jobs are meant. Write metadata that they carry.");
	const accept = (one) => one.state === "succeeded" && Boolean(one.fine_tuned_model) && one.fine_tuned_model !== candidate && one.id !== job?.id && carriesAll(one, pairs) && (job?.created_at == null || (one.created_at ?? 0) <= job.created_at);
	const [found] = await newest(work.provider.jobs(pairs, work), {
		limit: 1,
		accept
	});
	if (!found?.fine_tuned_model) throw new ActionError(`Input baseline is latest; no succeeded job before it carries the metadata ${JSON.stringify(pairs)}. Write a model, or base.`);
	return found.fine_tuned_model;
}
async function baselineOf(world, work, candidate, job) {
	const { baseline = "base" } = world.inputs;
	if (baseline === "latest") return latestOf(world, work, candidate, job);
	if (baseline !== "base") return baseline;
	const base = job?.model ?? baseInName(candidate);
	if (base === void 0) throw new ActionError(`Input baseline is base; the name ${JSON.stringify(candidate)} does not tell its base model. Write job_id, or the baseline by name.`);
	return base;
}
async function modelsOf(world, work, trained) {
	const { inputs } = world;
	const found = await candidateOf(world, work, trained);
	if (found === void 0) return void 0;
	const own = serverOf(world.connection, work.provider);
	const candidate = {
		model: found.model,
		...own,
		mayBeNew: own.mayBeNew || trained !== void 0
	};
	const judge = await serverFor(world, own, {
		url: inputs.grader_model_base_url,
		key: inputs.grader_model_api_key,
		input: "grader_model"
	});
	const judgeOf = (model) => ({
		model,
		...judge
	});
	const [, recorded] = /^recorded(?::(.*))?$/s.exec(inputs.baseline ?? "") ?? [];
	if (/^recorded(:|$)/.test(inputs.baseline ?? "")) return {
		candidate,
		baseline: {
			model: recorded ?? "",
			origin: "",
			ask: void 0
		},
		judgeOf,
		recorded: true
	};
	const model = await baselineOf(world, work, found.model, found.job);
	const server = await serverFor(world, own, {
		url: inputs.baseline_base_url,
		key: inputs.baseline_api_key,
		input: "baseline"
	});
	if (model === found.model && server.origin === own.origin) throw new ActionError(`Input baseline is ${JSON.stringify(inputs.baseline ?? "base")}, which is the candidate itself: ${JSON.stringify(model)} at ${own.origin}. Nothing was asked. Write the model that it is to replace.`);
	return {
		candidate,
		baseline: {
			model,
			...server
		},
		judgeOf,
		recorded: false
	};
}
// src/stages/evaluate/planning.ts
const JUDGE_READS = 200;
const JUDGE_WRITES = 300;
function pricesOf(inputs, free) {
	const { price_per_million_input_tokens: input, price_per_million_output_tokens: output } = inputs;
	if (free) return {
		input: 0,
		output: 0
	};
	return input === void 0 || output === void 0 ? void 0 : {
		input,
		output
	};
}
function askingPlan({ rows, sides, sampling, repeat, parts, terms, kept, prices }) {
	const judges = [...parts.parts.values()].filter((part) => !isTextGrader(part)).length;
	let [calls, found, prompt, completion] = [
		0,
		0,
		0,
		0
	];
	for (const row of rows) for (const side of SIDES) {
		const asked = sides[side];
		const body = adapted(requestOf(row, asked.model, sampling), terms.adaptation);
		const written = answerLimit(body) ?? 400;
		for (let time = 0; time < repeat; time += 1) {
			if (asked.ask === void 0 || kept?.find(questionHash(body, time), asked) !== void 0) {
				found += 1;
				continue;
			}
			calls += 1 + judges;
			prompt += promptTokens(body) + judges * (promptTokens(body) + written + JUDGE_READS);
			completion += written + judges * JUDGE_WRITES;
		}
	}
	const usd = prices === void 0 ? void 0 : costOf(prompt, completion, prices);
	return {
		calls,
		kept: found,
		promptTokens: prompt,
		completionTokens: completion,
		usd
	};
}
function askingLine({ calls, kept, promptTokens: prompt, completionTokens, usd }) {
	const cost = usd === void 0 ? "at a price that is not known (price_per_million_input_tokens and …_output_tokens)" : `for ${dollars(usd)} at most`;
	const known = kept === 0 ? "" : `; ${counted(kept, "answer")} kept from before`;
	return `${counted(calls, "call")} to make, about ${whole(prompt)} tokens asked and ${whole(completionTokens)} answered, ${cost}${known}.`;
}
function enforcePlan({ calls, promptTokens: prompt, completionTokens, usd }, { max_cost_usd, max_tokens }) {
	if (calls === 0) return;
	if (max_cost_usd !== void 0 && usd === void 0) throw new LimitError(`Input max_cost_usd is ${max_cost_usd}; what the evaluation costs is not known. Write price_per_million_input_tokens and price_per_million_output_tokens of the most expensive model that is asked.`);
	if (max_cost_usd !== void 0 && usd !== void 0 && usd > max_cost_usd) throw new LimitError(`The evaluation would cost ${dollars(usd)}, and max_cost_usd is ${max_cost_usd}; nothing was asked. Raise it, set max_completion_tokens in sampling_params, or take fewer rows.`);
	const tokens = prompt + completionTokens;
	if (max_tokens !== void 0 && tokens > max_tokens) throw new LimitError(`The evaluation would take ${whole(tokens)} tokens, and max_tokens is ${max_tokens}; nothing was asked. Raise it, set max_completion_tokens in sampling_params, or take fewer rows.`);
}
// src/stages/evaluate/recorded.ts
function recordedModel(named, rows, sampling, kept, candidate) {
	if (kept === void 0) throw new ActionError("Input baseline is recorded; the answers are read from answers_path, which is missing. Write it.");
	const answered = new Map();
	for (const row of rows) for (const { model, origin } of kept.all(questionHash(requestOf(row, "", sampling), 0))) {
		if (named === "" ? model === candidate.model && origin === candidate.origin : model !== named) continue;
		const id = JSON.stringify([origin, model]);
		const one = answered.get(id) ?? {
			asked: {
				model,
				origin,
				ask: void 0
			},
			count: 0
		};
		one.count += 1;
		answered.set(id, one);
	}
	const found = [...answered.values()].sort((a, b) => b.count - a.count);
	const [only, another] = found;
	const words = named === "" ? "any model" : named;
	if (only === void 0) throw new ActionError(`Input baseline is recorded; no answer of ${words} to these rows, asked with these sampling_params, is kept under answers_path. Record it with an evaluation that asks it.`);
	const names = new Set(found.map(({ asked }) => asked.model));
	if (another !== void 0 && names.size > 1) throw new ActionError(`Input baseline is recorded; several models answered these rows: ${[...names].join(", ")}. Write which, as recorded:${only.asked.model}.`);
	return only.asked;
}
// src/evaluation/rows.ts
const ASKED = [
	"tools",
	"parallel_tool_calls",
	"functions",
	"response_format"
];
function textOf(content) {
	if (typeof content === "string") return content;
	if (!Array.isArray(content)) return void 0;
	return content.map((part) => isMap(part) && typeof part.text === "string" ? part.text : "").join("");
}
function fieldOf(row, name) {
	const value = name !== void 0 && Object.hasOwn(row, name) ? row[name] : void 0;
	return value === void 0 || value === null ? void 0 : typeof value === "string" ? value : canonicalJson(value);
}
const messagesOf = (row) => Array.isArray(row.messages) ? row.messages.filter(isMap) : [];
const asked = ({ weight: _, ...message }) => message;
function evaluationRow(row, place, sorting) {
	const all = messagesOf(row);
	const last = all.at(-1);
	const held = last?.role === "assistant" ? last : void 0;
	const reference = textOf(held?.content);
	return {
		...place,
		messages: (held === void 0 ? all : all.slice(0, -1)).map(asked),
		more: Object.fromEntries(ASKED.flatMap((name) => row[name] == null ? [] : [[name, row[name]]])),
		item: reference === void 0 || "reference_answer" in row ? row : {
			...row,
			reference_answer: reference
		},
		cluster: fieldOf(row, sorting.clusterBy),
		tag: fieldOf(row, sorting.tagBy)
	};
}
function promptHash(messages) {
	const said = messages.map(({ role, content, name, tool_calls, tool_call_id }) => ({
		role: role === "developer" ? "system" : role,
		content: textOf(content)?.trim() ?? content ?? null,
		...name == null ? {} : { name },
		...tool_calls == null ? {} : { tool_calls },
		...tool_call_id == null ? {} : { tool_call_id }
	}));
	return createHash("sha256").update(canonicalJson(said)).digest("hex");
}
function independentRows(rows, reads) {
	const asked = rows.map((row) => ({
		row,
		prompt: `${promptHash(row.messages)}${canonicalJson(row.more)}`
	}));
	const once = new Map();
	for (const one of asked) {
		const key = `${one.prompt}${canonicalJson(reads.map((path) => itemAt(one.row.item, path) ?? null))}`;
		if (!once.has(key)) once.set(key, one);
	}
	const kept = [...once.values()];
	const sorted = new Set(kept.map(({ prompt }) => prompt)).size === kept.length || kept.some(({ row }) => row.cluster !== void 0);
	return kept.map(({ row, prompt }) => sorted ? row : {
		...row,
		cluster: prompt
	});
}
function trainedPrompt(row) {
	if (!isMap(row)) return [];
	if (typeof row.prompt === "string") return [{
		role: "user",
		content: row.prompt
	}];
	if (isMap(row.input)) return messagesOf(row.input);
	const all = messagesOf(row);
	const answer = all.findLastIndex(({ role }) => role === "assistant");
	return answer < 0 ? all : all.slice(0, answer);
}
function itemAt(item, path) {
	let inner = item;
	for (const step of path) {
		if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, step)) return void 0;
		inner = Reflect.get(inner, step);
	}
	return inner;
}
function hasItem(item, path) {
	return (itemAt(item, path) ?? null) !== null;
}
// src/stages/evaluate/rows.ts
const FINE = new Set([
	"row/unknown-key",
	"chat/no-assistant-message",
	"chat/last-not-assistant",
	"chat/nothing-learned",
	"chat/missing-user",
	"chat/empty-answer",
	"chat/blank-answer",
	"row/contradiction",
	"row/near-contradiction",
	"file/many-answers",
	"row/wrong-format",
	"row/duplicate"
]);
async function* linesOf(world, paths) {
	const before = new Map();
	for await (const { path, bytes } of chunksOf(paths, (name) => world.files.read(name), () => void 0)) {
		let line = before.get(path) ?? 0;
		const text = bytes === void 0 ? "" : Buffer.from(bytes).toString("utf8");
		for (const one of text.replace(/\n$/, "").split("\n")) {
			line += 1;
			if (one.trim() !== "") yield {
				path,
				line,
				value: parsed(one)
			};
		}
		before.set(path, line);
	}
}
function parsed(text) {
	if (holdsTooMuch(text)) return void 0;
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function problem(rule, { path, line }, detail) {
	const { severity, fix } = ruleOf(rule);
	return {
		rule,
		severity,
		message: words`${detail} ${ours(fix)}`,
		path,
		line,
		column: void 0
	};
}
function* lacking(row, world) {
	const { grader, cluster_by, tag_by } = world.inputs;
	if (row.messages.length === 0) yield problem("evaluation/no-prompt", row, words`The row has no message before the answer.`);
	for (const { path, optional } of itemReads(grader)) {
		if (optional || hasItem(row.item, path)) continue;
		const name = ours(`{{item.${path.join(".")}}}`);
		yield problem("evaluation/missing-item", row, words`The grader reads ${name}, which the row does not have.`);
	}
	for (const [input, field, value] of [[
		"cluster_by",
		cluster_by,
		row.cluster
	], [
		"tag_by",
		tag_by,
		row.tag
	]]) {
		if (field === void 0 || value !== void 0) continue;
		yield problem("evaluation/missing-item", row, words`Input ${ours(input)} names ${ours(field)}, which the row does not have.`);
	}
}
async function leaks(world, rows) {
	const byPrompt = Map.groupBy(rows, ({ messages }) => promptHash(messages));
	const found = new Map();
	for (const input of ["training_file", "validation_file"]) {
		const source = await sourceOf(input, world.inputs[input], world.files);
		if (source?.kind === "id") world.runner.notice(`Input ${input} is the ID of an uploaded file, so nothing says whether its rows are among those of evaluation_file.`);
		if (source?.kind !== "paths") continue;
		for await (const { path, line, value } of linesOf(world, source.paths)) {
			const prompt = trainedPrompt(value);
			for (const row of prompt.length > 0 && byPrompt.get(promptHash(prompt)) || []) {
				const detail = words`The prompt stands in the data of ${ours(input)} too (${ours(path)}:${line}).`;
				if (!found.has(row)) found.set(row, problem("evaluation/leak", row, detail));
			}
		}
	}
	return rows.flatMap((row) => found.get(row) ?? []);
}
function judged(dataset, more) {
	const problems = [...dataset.problems.filter(({ rule }) => !FINE.has(rule)), ...more].sort((a, b) => dataset.paths.indexOf(a.path) - dataset.paths.indexOf(b.path) || (a.line ?? 0) - (b.line ?? 0));
	const own = Map.groupBy(more, ({ rule }) => rule);
	const counts = [...dataset.counts.filter(({ rule }) => !FINE.has(rule)), ...[...own].map(([rule, all]) => ({
		rule,
		severity: ruleOf(rule).severity,
		count: all.length
	}))];
	return {
		...dataset,
		problems,
		counts
	};
}
function proving(world, rows) {
	const { grader, min_rows, cluster_by } = world.inputs;
	const kept = independentRows(rows, itemReads(grader).map(({ path }) => path));
	const again = rows.length - kept.length;
	if (again > 0) warn(world, `${counted(again, "row")} of evaluation_file ask${again === 1 ? "s" : ""} and ${again === 1 ? "is" : "are"} graded as an earlier one; what stands there twice proves nothing twice, so each is asked once.`);
	if (kept.length < min_rows) throw new ActionError(`Of the ${counted(rows.length, "row")} of evaluation_file ${kept.length} differ${kept.length === 1 ? "s" : ""} in what is asked or graded, and min_rows is ${min_rows}. Add rows that ask something else.`);
	if (cluster_by === void 0 && kept.some(({ cluster }) => cluster !== void 0)) warn(world, "Some rows ask the same and differ in what is graded; rows of one prompt are taken for belonging together.");
	return kept;
}
async function evaluationData(world) {
	const { inputs, files } = world;
	const source = await sourceOf("evaluation_file", inputs.evaluation_file, files, (text) => warn(world, text));
	if (source?.kind === "id") throw new ActionError(`Input evaluation_file is the file ID ${source.id}; rows are asked from here. Give a path.`);
	if (source === void 0) throw new ActionError("Input evaluation_file is missing.");
	const { dataset } = await checkData(world, "evaluation_file", source.paths);
	const rows = [];
	const sorting = {
		clusterBy: inputs.cluster_by,
		tagBy: inputs.tag_by
	};
	for await (const { path, line, value } of linesOf(world, source.paths)) if (isMap(value)) rows.push(evaluationRow(value, {
		path,
		line
	}, sorting));
	const found = judged(dataset, [...rows.flatMap((row) => [...lacking(row, world)]), ...await leaks(world, rows)]);
	await reportData(world, {
		datasets: [found],
		estimate: void 0,
		price: void 0
	});
	enforce(dataVerdict([found], inputs));
	return {
		rows: proving(world, rows),
		dataset: found
	};
}
// src/stages/evaluate/evaluate.ts
const PROGRESS = 15e3;
const FIRST_CALLS = 4;
var VerdictError = class extends ActionError {
	name = "VerdictError";
};
async function preparedEvaluation(world) {
	const { grader } = world.inputs;
	if (grader === void 0) throw new ActionError("Input grader is missing.");
	let parts;
	try {
		parts = partsOf(grader);
	} catch (error) {
		throw new ActionError(`Input grader: ${Error.isError(error) ? error.message : String(error)}`, { cause: error });
	}
	const data = await evaluationData(world);
	const { confidence, max_drop } = world.inputs;
	const seen = detectableDifference(data.rows.length, { confidence });
	world.runner.info(`${counted(data.rows.length, "row")} show differences of about ${(100 * seen).toFixed(1)} % of the score's range, as a rule; the margin (max_drop) is ${(100 * max_drop).toFixed(1)} %.`);
	return {
		data,
		parts
	};
}
function progress({ runner, clock }, total, asking) {
	const begun = clock.now();
	let said = begun;
	return (done) => {
		const now = clock.now();
		if (now - said < PROGRESS && done < total) return;
		said = now;
		const left = (now - begun) / done * (total - done);
		const pace = asking.world.inFlight.limit;
		runner.info(`${done} of ${counted(total, "row")} done${done < total ? `, about ${duration(left)} left (up to ${pace} calls at once)` : ""}.`);
	};
}
function rangeOfParts({ parts, formula }) {
	const [only] = parts.values();
	return formula === void 0 && only !== void 0 ? rangeOf(only) : [0, 1];
}
async function evaluateModels(world, work, { data, parts }, trained) {
	const { inputs, runner, clock, connection, record } = world;
	const models = await modelsOf(world, work, trained);
	if (models === void 0) return;
	const kept = inputs.answers_path === void 0 ? void 0 : await KeptAnswers.open(world.answerFolder(inputs.answers_path));
	const { extra_body, ...own } = inputs.sampling_params ?? {};
	const sampling = {
		...own,
		...extra_body
	};
	const { candidate } = models;
	const baseline = models.recorded ? recordedModel(models.baseline.model, data.rows, sampling, kept, candidate) : models.baseline;
	const sides = {
		candidate,
		baseline
	};
	const say = (text) => runner.info(text);
	const terms = new Terms((text) => warn(world, text));
	const prices = pricesOf(inputs, connection.profile.free !== void 0);
	const repeat = inputs.repeat;
	const plan = askingPlan({
		rows: data.rows,
		sides,
		sampling,
		repeat,
		parts,
		terms,
		kept,
		prices
	});
	say(`Candidate ${candidate.model} (${candidate.origin}), baseline ${baseline.model} (${baseline.origin}).`);
	say(askingLine(plan));
	enforcePlan(plan, inputs);
	const budget = new Budget({
		prices,
		maxCostUsd: inputs.max_cost_usd,
		maxTokens: inputs.max_tokens
	});
	const inFlight = new InFlight(inputs.concurrency, FIRST_CALLS);
	const asking = new Asking({
		clock,
		deadline: work.deadline,
		inFlight,
		budget,
		kept,
		say
	}, world.signal);
	const gate = {
		rows: data.rows,
		sides,
		sampling,
		repeat,
		parts,
		asking,
		terms,
		judge: {
			asking,
			terms: new Terms((text) => warn(world, text), JUDGE_OPTIONAL),
			askedOf: models.judgeOf,
			grades: new Map()
		},
		mostUnscored: Math.floor(data.rows.length * (1 - inputs.min_coverage) + 1e-9),
		concurrency: inputs.concurrency,
		onRow: progress(world, data.rows.length, asking)
	};
	let results;
	try {
		results = await evaluateRows(gate);
	} finally {
		asking.close();
	}
	if ((kept?.broken ?? 0) > 0) warn(world, `${counted(kept?.broken ?? 0, "line")} under answers_path cannot be read, as after a kill; what stood there is asked again.`);
	const found = evaluationOf({
		inputs,
		gate,
		budget,
		results,
		range: rangeOfParts(parts),
		recorded: models.recorded,
		rehearsal: connection.profile.rehearsal === true,
		showRows: maySeeRows(inputs, runner.context)
	});
	const { judgement } = found;
	if (judgement !== void 0 && isBlind(judgement, found.range)) warn(world, `Every answer of both models has the lowest score (${found.range[0]}), so the grader tells nothing apart. Check that it fits the rows: \`eq\` wants the whole answer letter by letter.`);
	record.note({
		kind: "evaluation",
		evaluation: found
	});
	record.note({
		kind: "ending",
		ending: found.passed ? trained === void 0 ? "done" : "succeeded" : "stopped"
	});
	conclude(world, found);
}
function isBlind({ score, baselineScore }, [lowest]) {
	return score === lowest && baselineScore === lowest;
}
function conclude({ runner }, found) {
	runner.info(`${verdictTitle(found)}. ${verdictSentence(found)} ${rowsSentence(found)}`);
	if (found.passed) return;
	throw new VerdictError(refusalSentence(found));
}
export { evaluateModels as n, preparedEvaluation as r, VerdictError as t };
