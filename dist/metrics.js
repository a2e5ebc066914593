import { r as isMap } from "./method.js";
import { t as stepsOf } from "./steps.js";
// src/report/metrics.ts
const NOT_METRICS = new Set([
	"step",
	"total_steps",
	"epoch"
]);
const MOST_NAMES = 64;
const LONGEST_NAME = 200;
const isBlank = (name, value) => value === -1 && /(?:loss|accuracy)$/.test(name);
function numbersOf(data) {
	const numbers = Object.entries(data).flatMap(([name, value]) => typeof value === "number" && Number.isFinite(value) && !NOT_METRICS.has(name) && name.length <= LONGEST_NAME && !isBlank(name, value) ? [[name, value]] : []);
	return Object.fromEntries(numbers.slice(0, 65));
}
function metricNames(points) {
	const names = new Set();
	for (const { values } of points) for (const name of Object.keys(values)) if (names.size < MOST_NAMES) names.add(name);
	return names;
}
function metricPoint(event) {
	const { data } = event;
	const steps = stepsOf(data);
	if (steps === void 0 || !isMap(data)) return void 0;
	const values = numbersOf(data);
	return Object.keys(values).length === 0 ? void 0 : {
		...steps,
		values
	};
}
function namesLeftOut(points) {
	const names = metricNames(points);
	if (points.every(({ values }) => Object.keys(values).every((name) => names.has(name)))) return void 0;
	return `The job measures more than ${names.size} things; the report has the first ${names.size} of them.`;
}
function lastMetrics(points) {
	const names = metricNames(points);
	const last = new Map();
	for (const { values } of points) for (const [name, value] of Object.entries(values)) if (names.has(name)) last.set(name, value);
	return Object.fromEntries(last);
}
function decodeResultFile(bytes) {
	const text = Buffer.from(bytes).toString("utf8");
	return text.trimStart().startsWith("step") || text.trim() === "" || !/^[A-Za-z0-9+/\s]+=*\s*$/.test(text) ? text : Buffer.from(text, "base64").toString("utf8");
}
function* linesOf(text) {
	for (let from = 0; from < text.length;) {
		const end = text.indexOf("\n", from);
		const line = text.slice(from, end < 0 ? text.length : end);
		if (line.trim() !== "") yield line;
		from = end < 0 ? text.length : end + 1;
	}
}
const MOST_CELLS = 3e5;
function* resultRows(text, most = MOST_CELLS) {
	let names;
	let read = 0;
	for (const line of linesOf(text)) {
		const cells = line.split(",", 128).map((cell) => cell.trim());
		read += cells.length;
		if (read > most) break;
		const header = names;
		names ??= cells;
		if (header === void 0) continue;
		const fields = Object.fromEntries(header.flatMap((name, index) => cells[index] ? [[name, Number(cells[index])]] : []));
		if (typeof fields.step === "number" && Number.isFinite(fields.step)) yield {
			step: fields.step,
			totalSteps: void 0,
			values: numbersOf(fields)
		};
	}
	return read;
}
function resultPoints(texts) {
	const points = [];
	let left = MOST_CELLS;
	for (const text of texts) {
		const rows = resultRows(text, left);
		for (;;) {
			const next = rows.next();
			if (next.done) {
				left -= next.value;
				break;
			}
			points.push(next.value);
		}
		if (left < 0) return {
			points,
			whole: false
		};
	}
	return {
		points,
		whole: true
	};
}
const JUDGES = [
	["full_valid_loss", "lower"],
	["valid_loss", "lower"],
	["full_valid_mean_reward", "higher"],
	["valid_mean_reward", "higher"],
	["valid_reward_mean", "higher"]
];
function metricOf(checkpoint, name) {
	const value = checkpoint.metrics?.[name];
	return typeof value === "number" && Number.isFinite(value) && !isBlank(name, value) ? value : void 0;
}
function judgeCheckpoints(checkpoints) {
	for (const [metric, better] of JUDGES) {
		const judged = checkpoints.flatMap((checkpoint) => {
			const value = metricOf(checkpoint, metric);
			return value === void 0 ? [] : [{
				checkpoint,
				metric,
				value
			}];
		});
		const sign = better === "lower" ? 1 : -1;
		const [best] = judged.sort((left, right) => sign * (left.value - right.value) || (left.checkpoint.step_number ?? 0) - (right.checkpoint.step_number ?? 0));
		if (best !== void 0) return best;
	}
}
function bestCheckpoint(checkpoints) {
	const bySteps = [...checkpoints].sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0));
	return judgeCheckpoints(checkpoints)?.checkpoint ?? bySteps.at(-1);
}
const NEIGHBOURS = 5;
function measured(points, name) {
	return points.flatMap(({ step, values }) => values[name] === void 0 ? [] : [{
		step,
		value: values[name]
	}]);
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
function smoothed(series) {
	const points = series.slice(4).map((_, index) => {
		const part = series.slice(index, index + NEIGHBOURS);
		return {
			step: part[Math.floor(NEIGHBOURS / 2)]?.step ?? 0,
			value: mean(part.map(({ value }) => value))
		};
	});
	const offsets = points.map(({ value }, index) => Math.abs((series[index + Math.floor(NEIGHBOURS / 2)]?.value ?? value) - value));
	return {
		points,
		noise: mean(offsets)
	};
}
function trainingRose(points, since) {
	const series = measured(points, "train_loss");
	const near = series.toSorted((left, right) => Math.abs(left.step - since) - Math.abs(right.step - since)).slice(0, NEIGHBOURS);
	const then = mean(near.map(({ value }) => value));
	const now = mean(series.slice(-5).map(({ value }) => value));
	return series.length > NEIGHBOURS && now > then;
}
function overfitting(points) {
	for (const name of ["full_valid_loss", "valid_loss"]) {
		const all = measured(points, name);
		if (all.length < 3) continue;
		const { points: series, noise } = name === "valid_loss" && all.length >= 15 ? smoothed(all) : {
			points: all,
			noise: 0
		};
		const last = series.at(-1);
		if (last === void 0) continue;
		const lowest = series.reduce((low, one) => one.value < low.value ? one : low);
		return last.value > lowest.value * 1.02 && last.value - lowest.value > noise && !trainingRose(points, lowest.step) ? {
			step: lowest.step,
			lowest: lowest.value,
			last: last.value
		} : void 0;
	}
}
export { metricNames as a, overfitting as c, lastMetrics as i, resultPoints as l, decodeResultFile as n, metricPoint as o, judgeCheckpoints as r, namesLeftOut as s, bestCheckpoint as t };
