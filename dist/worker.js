import { in as messageOf } from "./start.js";
import { a as conversation, i as SequenceBuilder, l as readRows, n as shuffled, o as hashText, r as LanguageModel, s as messageText, t as randomOf } from "./random.js";
import { i as KnownGrader } from "./requests.js";
import { a as similarity, n as isTextGrader, r as partsOf, t as grade } from "./graders.js";
import { Q as lessonOf } from "./data.js";
const { parentPort, workerData } = process.getBuiltinModule("node:worker_threads");
const path = process.getBuiltinModule("node:path");
const { mkdirSync } = process.getBuiltinModule("node:fs");
// src/sandbox/trainer/preference.ts
const RATE$2 = .25;
function pairOf(row, reference) {
	if (row.format !== "preference") return [];
	const { input, preferred_output, non_preferred_output } = row.row;
	const answer = (messages) => {
		const builder = new SequenceBuilder();
		for (const message of input.messages) builder.add(message.role, messageText(message), false);
		for (const message of messages) builder.add(message.role, messageText(message), true);
		return builder.build();
	};
	const wanted = answer(preferred_output);
	const unwanted = answer(non_preferred_output);
	return [{
		wanted,
		unwanted,
		wantedBefore: reference.logProbability(wanted),
		unwantedBefore: reference.logProbability(unwanted)
	}];
}
const sigmoid = (value) => 1 / (1 + Math.exp(-value));
function marginOf(model, pair, beta) {
	const reward = (sequence, before) => beta * (model.logProbability(sequence) - before);
	return reward(pair.wanted, pair.wantedBefore) - reward(pair.unwanted, pair.unwantedBefore);
}
function add(score, margin) {
	score.loss += Math.log1p(Math.exp(-Math.min(margin, 500)));
	score.right += margin > 0 ? 1 : 0;
	score.margin += margin;
	score.count += 1;
}
function figures$1({ loss, right, margin, count }, prefix) {
	const pairs = Math.max(1, count);
	return {
		[`${prefix}_loss`]: loss / pairs,
		[`${prefix}_mean_reward_accuracy`]: right / pairs,
		[`${prefix}_mean_reward_margin`]: margin / pairs
	};
}
const empty$1 = () => ({
	loss: 0,
	right: 0,
	margin: 0,
	count: 0
});
function* trainPreference(task, model, training, validation, save) {
	const { n_epochs, batch_size, learning_rate_multiplier, beta = .1 } = task.hyperparameters;
	const pairs = training.flatMap((row) => pairOf(row, model));
	const unseen = validation.flatMap((row) => pairOf(row, model));
	const totalSteps = Math.ceil(pairs.length / batch_size) * n_epochs;
	const random = randomOf(task.seed);
	const idle = {
		loss: 0,
		right: 0,
		count: 0
	};
	let step = 0;
	for (let epoch = 1; epoch <= n_epochs; epoch += 1) {
		const order = shuffled(pairs, random);
		for (let from = 0; from < order.length; from += batch_size) {
			step += 1;
			const score = empty$1();
			for (const pair of order.slice(from, from + batch_size)) {
				const margin = marginOf(model, pair, beta);
				add(score, margin);
				const rate = RATE$2 * learning_rate_multiplier * beta * sigmoid(-margin);
				model.pass(pair.wanted, rate, idle);
				model.pass(pair.unwanted, -rate, idle);
			}
			const ends = from + batch_size >= order.length;
			const checked = empty$1();
			if (ends) for (const pair of unseen) add(checked, marginOf(model, pair, beta));
			const metrics = {
				...figures$1(score, "train"),
				...ends && unseen.length > 0 ? {
					...figures$1(checked, "valid"),
					...figures$1(checked, "full_valid")
				} : {}
			};
			yield {
				kind: "step",
				step,
				totalSteps,
				metrics
			};
			if (ends) yield {
				kind: "checkpoint",
				step,
				epoch,
				weights: save(epoch),
				metrics
			};
		}
	}
}
// src/sandbox/trainer/graders.ts
const textOf$1 = (value) => typeof value === "string" ? value : value === void 0 || value === null ? "" : JSON.stringify(value);
const REFERENCES = [
	"answer",
	"reference_answer",
	"reference",
	"label",
	"target",
	"expected",
	"solution",
	"output"
];
function standIn(output, item) {
	const name = REFERENCES.find((candidate) => candidate in item) ?? Object.keys(item).find((key) => key !== "messages" && key !== "tools");
	if (name === void 0) return { unscored: "The row has no field that looks like the answer." };
	const score = similarity("fuzzy_match", output, textOf$1(item[name]));
	return score === void 0 ? { unscored: "The answer and the row are too long to be compared." } : { score };
}
const noticeFor = (name, type) => `The sandbox cannot run the ${type} grader ${JSON.stringify(name)}; it grades by likeness to the field that looks like the answer instead.`;
function gradingOf(grader) {
	const parsed = KnownGrader.safeParse(grader);
	if (!parsed.success) {
		const type = typeof grader === "object" && grader !== null && "type" in grader ? textOf$1(grader.type) : "";
		return {
			grade: standIn,
			notices: [noticeFor("grader", type || "unknown")]
		};
	}
	const parts = partsOf(parsed.data);
	return {
		grade: (output, item) => grade(parts, { output_text: output }, item, () => standIn(output, item)),
		notices: [...parts.parts].filter(([, part]) => !isTextGrader(part)).map(([name, { type }]) => noticeFor(name, type))
	};
}
// src/sandbox/trainer/reinforcement.ts
const RATE$1 = .5;
const SAMPLES = 8;
const MOST_CANDIDATES = 16;
const FROM_OTHERS = 6;
const SLOTS = 65536;
const MOST_REASONS = 5;
function promptOf(row) {
	if (row.format !== "reinforcement") return [];
	const text = messageText(row.row.messages.at(-1) ?? { role: "user" }).toLowerCase();
	return [{
		item: row.row,
		text,
		words: [...new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 200)
	}];
}
const textOf = (value) => typeof value === "string" ? value : JSON.stringify(value);
function jsonFields(grader) {
	return [...new Set([...JSON.stringify(grader ?? null).matchAll(/sample\.output_json\.([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ""))];
}
function valuesOf({ item }) {
	return Object.entries(item).flatMap(([name, value]) => name === "messages" || name === "tools" ? [] : [textOf(value)]);
}
function candidatesOf(prompt, others, fields) {
	const values = [...new Set([...valuesOf(prompt), ...others])].slice(0, MOST_CANDIDATES);
	return [...fields.length === 0 ? [] : values.map((value) => JSON.stringify(Object.fromEntries(fields.map((field) => [field, value])))), ...values];
}
var Policy = class {
	#weights = new Float32Array(SLOTS);
	#slots(prompt, candidate) {
		const inner = /^\{"\w+":"(.*?)"[,}]/.exec(candidate)?.[1] ?? candidate;
		const looks = [
			candidate === inner ? "plain" : "wrapped",
			`length ${Math.ceil(Math.log2(inner.length + 1))}`,
			/^-?\d+(\.\d+)?$/.test(inner) ? "number" : /^[[{]/.test(inner) ? "structure" : "words",
			prompt.text.includes(inner.toLowerCase()) ? "named" : "not named"
		];
		return [
			hashText(candidate) % SLOTS,
			...looks.map((look) => hashText(look) % SLOTS),
			...prompt.words.map((word) => hashText(word, hashText(candidate)) % SLOTS)
		];
	}
	probabilities(prompt, candidates) {
		const scores = candidates.map((candidate) => this.#slots(prompt, candidate).reduce((sum, slot) => sum + (this.#weights[slot] ?? 0), 0));
		const most = Math.max(...scores);
		const powers = scores.map((score) => Math.exp(score - most));
		const sum = powers.reduce((total, power) => total + power, 0);
		return powers.map((power) => power / sum);
	}
	move(prompt, candidates, chosen, probabilities, rate) {
		for (const [index, candidate] of candidates.entries()) {
			const change = rate * ((index === chosen ? 1 : 0) - (probabilities[index] ?? 0));
			for (const [order, slot] of this.#slots(prompt, candidate).entries()) this.#weights[slot] = (this.#weights[slot] ?? 0) + (order < 5 ? change : change / 20);
		}
	}
};
function draw(probabilities, random) {
	let left = random();
	for (const [index, probability] of probabilities.entries()) {
		left -= probability;
		if (left <= 0) return index;
	}
	return probabilities.length - 1;
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
function expected(policy, prompts, choices, { grade }) {
	const rewards = prompts.flatMap((prompt) => {
		const candidates = choices.get(prompt) ?? [];
		const probabilities = policy.probabilities(prompt, candidates);
		let [reward, weight] = [0, 0];
		for (const [index, candidate] of candidates.entries()) {
			const graded = grade(candidate, prompt.item);
			if ("unscored" in graded) continue;
			reward += (probabilities[index] ?? 0) * graded.score;
			weight += probabilities[index] ?? 0;
		}
		return weight === 0 ? [] : [reward / weight];
	});
	return rewards.length === 0 ? void 0 : mean(rewards);
}
var Attempts = class {
	rewards = [];
	tried = 0;
	unscored = 0;
	metrics() {
		return {
			...this.rewards.length === 0 ? {} : { train_mean_reward: mean(this.rewards) },
			...this.unscored === 0 ? {} : { train_mean_grader_error: this.unscored / this.tried }
		};
	}
};
function* trainReinforcement(task, training, validation, save) {
	const { n_epochs, batch_size, learning_rate_multiplier, eval_interval = 10, compute_multiplier = 1 } = task.hyperparameters;
	const grading = gradingOf(task.grader);
	for (const message of grading.notices) yield {
		kind: "notice",
		level: "warn",
		message
	};
	const prompts = training.flatMap(promptOf);
	const unseen = validation.flatMap(promptOf);
	const fields = jsonFields(task.grader);
	const random = randomOf(task.seed);
	const pool = [...new Set(prompts.flatMap(valuesOf))];
	if (pool.length === 0) throw new Error("The rows have no fields beside messages, so the sandbox has no answers to try.");
	const choices = new Map([...prompts, ...unseen].map((prompt) => [prompt, candidatesOf(prompt, shuffled(pool, random).slice(0, FROM_OTHERS), fields)]));
	const policy = new Policy();
	const samples = Math.max(2, Math.round(SAMPLES * Math.min(4, compute_multiplier)));
	const totalSteps = Math.ceil(prompts.length / batch_size) * n_epochs;
	const reasons = new Set();
	const unreported = [];
	function noteReason(reason) {
		if (reasons.has(reason) || reasons.size >= MOST_REASONS) return;
		reasons.add(reason);
		unreported.push(reason);
	}
	function explore(prompt, attempts) {
		const candidates = choices.get(prompt) ?? [];
		const probabilities = policy.probabilities(prompt, candidates);
		const scored = [];
		for (let sample = 0; sample < samples; sample += 1) {
			const index = draw(probabilities, random);
			const graded = grading.grade(candidates[index] ?? "", prompt.item);
			attempts.tried += 1;
			if ("score" in graded) scored.push({
				index,
				score: graded.score
			});
			else {
				attempts.unscored += 1;
				noteReason(graded.unscored);
			}
		}
		if (scored.length === 0) return;
		const baseline = mean(scored.map(({ score }) => score));
		for (const { index, score } of scored) {
			const advantage = score - baseline;
			if (advantage !== 0) policy.move(prompt, candidates, index, probabilities, RATE$1 * learning_rate_multiplier * advantage / scored.length);
		}
		attempts.rewards.push(baseline);
	}
	let step = 0;
	let everScored = false;
	for (let epoch = 1; epoch <= n_epochs; epoch += 1) {
		const order = shuffled(prompts, random);
		for (let from = 0; from < order.length; from += batch_size) {
			step += 1;
			const attempts = new Attempts();
			for (const prompt of order.slice(from, from + batch_size)) explore(prompt, attempts);
			everScored ||= attempts.rewards.length > 0;
			for (const reason of unreported.splice(0)) yield {
				kind: "notice",
				level: "warn",
				message: `Answers have no reward: ${reason}`
			};
			const ends = from + batch_size >= order.length;
			if (ends && !everScored) throw new Error(`No answer of the first epoch could be graded: ${[...reasons][0]}`);
			const reward = unseen.length > 0 && (ends || step % eval_interval === 0) ? expected(policy, unseen, choices, grading) : void 0;
			const metrics = {
				...attempts.metrics(),
				...reward === void 0 ? {} : { full_valid_mean_reward: reward }
			};
			yield {
				kind: "step",
				step,
				totalSteps,
				metrics
			};
			if (ends) yield {
				kind: "checkpoint",
				step,
				epoch,
				weights: save(epoch),
				metrics
			};
		}
	}
}
// src/sandbox/trainer/supervised.ts
const RATE = .12;
const VALIDATIONS = 20;
const SAMPLE = 20;
const sequenceOf = (row) => conversation(lessonOf(row));
const empty = () => ({
	loss: 0,
	right: 0,
	count: 0
});
function figures({ loss, right, count }, prefix) {
	const pieces = Math.max(1, count);
	return {
		[`${prefix}_loss`]: loss / pieces,
		[`${prefix}_mean_token_accuracy`]: right / pieces
	};
}
function validate(model, sequences, prefix) {
	const tally = empty();
	for (const sequence of sequences) model.pass(sequence, 0, tally);
	return figures(tally, prefix);
}
function* trainSupervised(task, model, training, validation, save) {
	const { n_epochs, batch_size, learning_rate_multiplier } = task.hyperparameters;
	const sequences = training.map(sequenceOf);
	const unseen = validation.map(sequenceOf);
	const sample = unseen.slice(0, SAMPLE);
	const totalSteps = Math.ceil(sequences.length / batch_size) * n_epochs;
	const every = Math.max(1, Math.floor(totalSteps / VALIDATIONS));
	const random = randomOf(task.seed);
	let step = 0;
	for (let epoch = 1; epoch <= n_epochs; epoch += 1) {
		const order = shuffled(sequences, random);
		for (let from = 0; from < order.length; from += batch_size) {
			step += 1;
			const tally = empty();
			for (const sequence of order.slice(from, from + batch_size)) model.pass(sequence, RATE * learning_rate_multiplier, tally);
			const ends = from + batch_size >= order.length;
			const metrics = {
				...figures(tally, "train"),
				...unseen.length > 0 && (step % every === 0 || ends) ? validate(model, sample, "valid") : {},
				...unseen.length > 0 && ends ? validate(model, unseen, "full_valid") : {}
			};
			yield {
				kind: "step",
				step,
				totalSteps,
				metrics
			};
			if (ends) yield {
				kind: "checkpoint",
				step,
				epoch,
				weights: save(epoch),
				metrics
			};
		}
	}
}
// src/sandbox/trainer/train.ts
function* run(task, model, save) {
	const training = readRows(task.trainingFile, task.method);
	const validation = task.validationFile === null ? [] : readRows(task.validationFile, task.method);
	if (training.length === 0) throw new Error("The training file has no rows.");
	switch (task.method) {
		case "supervised": return yield* trainSupervised(task, model, training, validation, save);
		case "dpo": return yield* trainPreference(task, model, training, validation, save);
		case "reinforcement": return yield* trainReinforcement(task, training, validation, save);
	}
}
function* train(task) {
	mkdirSync(task.folder, { recursive: true });
	const model = task.startFrom === null ? new LanguageModel() : LanguageModel.load(task.startFrom);
	const fileOf = (epoch) => path.join(task.folder, `epoch-${epoch}.weights`);
	const save = (epoch) => {
		const file = fileOf(epoch);
		model.save(file);
		return file;
	};
	for (const report of run(task, model, save)) if (!("step" in report ? report.step <= task.reportedStep : task.reportedStep > 0)) yield report;
	yield {
		kind: "finished",
		weights: fileOf(task.hyperparameters.n_epochs)
	};
}
// src/sandbox/trainer/worker.ts
function isStart(data) {
	return typeof data === "object" && data !== null && "role" in data && data.role === "sandbox-trainer";
}
async function startInWorker() {
	if (!isStart(workerData)) throw new Error("This thread was not started as a trainer.");
	const post = (report) => parentPort?.postMessage(report);
	try {
		for (const report of train(workerData.task)) post(report);
	} catch (error) {
		post({
			kind: "failed",
			message: messageOf(error)
		});
	}
}
export { startInWorker };
