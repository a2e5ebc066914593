import { i as InputError, n as ActionError, o as LimitError, r as DataError } from "./errors.js";
import { a as textOf, i as ours, o as words, t as cutWords } from "./words.js";
import { f as termProblems, l as omissionRemarks, p as termRemarks } from "./registry.js";
import { i as warn, l as estimateLine, s as datasetLine, t as maySeeRows } from "./step.js";
import { c as countOf } from "./price.js";
import { n as isHarmless, r as ruleOf } from "./rules.js";
import { c as inertLine, i as counted } from "./text.js";
import { a as priceOf, i as estimateOf, m as overlapCounts, o as asCancelled, p as overlap, r as repositoryPaths, s as checkData } from "./repository-path.js";
import { m as canonicalJson, u as joinedBytes } from "./estimate.js";
import { i as methodName, r as isMap } from "./method.js";
import { t as dropSecrets } from "./secrets.js";
import { createHash } from "node:crypto";
// src/stages/accept-request.ts
function acceptRequest(world) {
	const { inputs, connection } = world;
	const asked = {
		...inputs,
		hasValidation: inputs.validation_file.length > 0
	};
	const problems = termProblems(asked, connection.profile);
	if (problems.length > 0) throw new InputError(problems);
	for (const remark of termRemarks(asked, connection.profile)) warn(world, remark);
	for (const remark of omissionRemarks(asked, connection.profile)) world.runner.info(remark);
}
// src/stages/limits.ts
const PASSES = { passes: true };
const refusal = (reason) => ({
	passes: false,
	reason,
	of: "data"
});
const aboveLimit = (reason) => ({
	passes: false,
	reason,
	of: "limit"
});
function enforce(...verdicts) {
	for (const verdict of verdicts) if (!verdict.passes) throw verdict.of === "data" ? new DataError(verdict.reason) : new LimitError(textOf(verdict.reason, true));
}
function offlineVerdict(sources) {
	const byId = sources.find((source) => source?.kind === "id");
	if (byId?.kind !== "id") return PASSES;
	return refusal(`Input training_file or validation_file is the file ID ${byId.id}; operation validate contacts no provider. Give paths.`);
}
function dataVerdict(datasets, { strict }) {
	const errors = datasets.reduce((sum, dataset) => sum + countOf(dataset, "error"), 0);
	const warnings = datasets.flatMap(({ counts }) => counts).filter(({ rule, severity }) => severity === "warning" && !isHarmless(rule)).reduce((sum, { count }) => sum + count, 0);
	if (errors > 0) {
		const worst = datasets.flatMap((dataset) => dataset.problems).find((problem) => problem.severity === "error");
		const verdict = ours(`The data has ${counted(errors, "error")}; nothing was uploaded.`);
		if (worst === void 0) return refusal(verdict);
		const place = ours(`${worst.path}${worst.line === void 0 ? "" : `:${worst.line}`}`);
		return refusal(cutWords(words`${verdict} The first: ${place}: ${worst.message}`, 990));
	}
	if (warnings === 0 || !strict) return PASSES;
	return refusal(`The data has ${counted(warnings, "warning")}, and strict: true counts them as errors; nothing was uploaded. Fix them, or take strict out.`);
}
function capacityVerdict(estimate, { maximumTrainingTokens: most, title }) {
	if (most === void 0 || estimate === void 0 || estimate.tokens.high <= most) return PASSES;
	return aboveLimit(`The training would take ${tokensOf(estimate)}, and ${title} takes at most ${most} in a job; nothing was uploaded. Take fewer epochs or rows.`);
}
function tokensOf({ tokens: { low, high }, epochs }) {
	return `${low < high ? "up to " : ""}${high} tokens (${counted(epochs, "epoch")})`;
}
function budgetVerdict(estimate, { max_tokens, max_cost_usd }, { pricesJobs } = {}) {
	const limit = max_tokens === void 0 ? "max_cost_usd" : "max_tokens";
	if (max_tokens === void 0 && max_cost_usd === void 0) return PASSES;
	const waits = pricesJobs && (estimate === void 0 || (estimate.cost ?? estimate.atMost) === void 0);
	if (waits && max_tokens === void 0) return PASSES;
	if (estimate === void 0) return aboveLimit(`${limit} is given, but the tokens of a file ID cannot be counted. Give the data as a path.`);
	if (max_tokens !== void 0 && estimate.tokens.high > max_tokens) return aboveLimit(`The training would take ${tokensOf(estimate)}, above max_tokens: ${max_tokens}; nothing was uploaded. Take fewer epochs or rows, or raise max_tokens.`);
	return max_cost_usd === void 0 || waits ? PASSES : costVerdict(estimate, max_cost_usd);
}
function costVerdict({ cost, atMost, withoutCost, toCost }, most) {
	const limit = `max_cost_usd is ${most}`;
	if (cost === void 0 && atMost === void 0) return aboveLimit(`The cost cannot be estimated (${withoutCost ?? "no price is known"}), and ${limit}; nothing was uploaded. ${toCost ?? "Give price_per_million_tokens."}`);
	const high = cost?.high ?? atMost?.usd ?? 0;
	if (high <= most) return PASSES;
	const about = cost === void 0 || cost.low < cost.high ? "up to" : "about";
	const fresh = cost?.old ? ", or give price_per_million_tokens if the price has changed" : "";
	return aboveLimit(`The cost would be ${about} US$ ${high.toFixed(2)} (${cost?.basis ?? atMost?.basis}), and ${limit}; nothing was uploaded. Take fewer epochs or rows, or raise max_cost_usd${fresh}.`);
}
// src/dataset/likeness/format-fault.ts
function formatFault(training, validation) {
	if (training.format === void 0 || validation.format === void 0 || training.format === validation.format) return void 0;
	const { severity, fix } = ruleOf("pair/format");
	return {
		rule: "pair/format",
		severity,
		message: words`The validation data is in the ${ours(validation.format)} format, the training data in ${ours(training.format)}. ${ours(fix)}`,
		path: validation.paths[0] ?? "",
		line: void 0,
		column: void 0
	};
}
// src/dataset/sources.ts
const MAGIC = /[*?[\]{}!]/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_:-]{3,}$/;
async function sourceOf(input, lines, files) {
	if (lines.length === 0) return void 0;
	const found = await Promise.all(lines.map((line) => resolve(input, line, files)));
	const ids = found.flatMap((source) => source.kind === "id" ? [source.id] : []);
	const paths = found.flatMap((source) => source.kind === "paths" ? source.paths : []);
	const [id] = ids;
	if (id === void 0) return {
		kind: "paths",
		paths: [...new Set(paths)]
	};
	if (paths.length > 0) throw new ActionError(`Input ${input} mixes the path ${paths[0]} with the ID ${id}. Give paths and globs only, or one ID.`);
	if (ids.length > 1) throw new ActionError(`Input ${input} names ${ids.length} file IDs (${ids.slice(0, 3).join(", ")}); the API takes one file. Give one ID.`);
	return {
		kind: "id",
		id
	};
}
async function meant(line, files) {
	const slashed = line.replaceAll("\\", "/");
	if (slashed !== line) return `Paths are written with / on every system: ${slashed}${await files.exists(slashed) ? "" : " (which is not there either)"}.`;
	const parts = line.split(/[,;]\s*/).filter((part) => part !== "");
	if (parts.length > 1) return `Give one path a line: ${parts.join(" and ")} each on its own.`;
	const folder = line.replace(/[^/]*$/, "");
	const twin = (await files.glob(`${folder}*`)).find((other) => other !== line && other.toLowerCase() === line.toLowerCase());
	return twin === void 0 ? void 0 : `Did you mean ${twin}? Capital and small letters differ.`;
}
async function resolve(input, line, files) {
	if (await files.exists(line)) return {
		kind: "paths",
		paths: [line]
	};
	if (MAGIC.test(line)) {
		const paths = await files.glob(line);
		if (paths.length > 0) return {
			kind: "paths",
			paths
		};
		const advice = line.includes("\\") ? await meant(line, files) : "Check the pattern, and that the data is checked out.";
		throw new ActionError(`Input ${input}: no file matches the glob ${line}. ${advice}`);
	}
	if ((await files.glob(`${line.replace(/\/+$/, "")}/*`)).length > 0) throw new ActionError(`Input ${input}: ${line} is a folder. Give its files, for example ${line.replace(/\/+$/, "")}/*.jsonl.`);
	if (ID.test(line)) return {
		kind: "id",
		id: line
	};
	const advice = await meant(line, files);
	if (advice !== void 0) throw new ActionError(`Input ${input}: there is no file ${line}. ${advice}`);
	throw new ActionError(`Input ${input}: there is no file ${line}. Paths are relative to the workspace; check its spelling, and that actions/checkout ran before.`);
}
// src/job/fingerprint.ts
const VERSION = "fine-tune-action/1";
function withoutAuto(settings) {
	const { hyperparameters, ...rest } = settings;
	if (!isMap(hyperparameters)) return rest;
	const set = Object.entries(hyperparameters).filter(([, value]) => value !== "auto" && value !== null && value !== void 0);
	return set.length === 0 ? rest : {
		...rest,
		hyperparameters: Object.fromEntries(set)
	};
}
function canonicalMethod(asked) {
	const { method, hyperparameters } = asked;
	const type = methodName(method);
	const given = method === void 0 ? { hyperparameters } : method[type];
	const settings = withoutAuto(isMap(given) ? given : {});
	const others = Object.entries(method ?? {}).filter(([name]) => name !== "type" && name !== type);
	return {
		type,
		...Object.keys(settings).length === 0 ? {} : { [type]: settings },
		...Object.fromEntries(others)
	};
}
function fingerprintOf(asked, identity) {
	const parts = {
		version: VERSION,
		model: asked.model,
		method: canonicalMethod(asked),
		seed: asked.seed,
		suffix: asked.suffix,
		extra_body: asked.extra_body === void 0 || Object.keys(asked.extra_body).length === 0 ? void 0 : dropSecrets(asked.extra_body),
		training: identity.training,
		validation: identity.validation,
		scope: identity.scope
	};
	return createHash("sha256").update(canonicalJson(parts)).digest("hex");
}
function uploadName(path, sha256) {
	return `${(path.split(/[\\/]/).at(-1) ?? "").replace(/\.[^.]*$/, "").replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 60) || "data"}.${sha256}.jsonl`;
}
function hashInName(filename) {
	return /\.([0-9a-f]{64})\.jsonl$/.exec(filename ?? "")?.[1];
}
function createdBy(origin) {
	const { repository, commit, run } = origin ?? {};
	const parts = [
		repository === void 0 ? "" : `repository ${repository}`,
		commit === void 0 ? "" : `commit ${commit.slice(0, 12)}`,
		run === void 0 ? "" : `run ${run}`
	].filter((part) => part !== "");
	return parts.length === 0 ? void 0 : parts.join(", ");
}
// src/job/verified-bytes.ts
async function* verifiedBytes(bytes, sha256) {
	const hash = createHash("sha256");
	let held;
	for await (const chunk of bytes) {
		hash.update(chunk);
		if (held !== void 0) yield held;
		held = chunk;
	}
	if (hash.digest("hex") !== sha256) throw new ActionError("A data file changed between its check and its upload; the upload was stopped. Run again when nothing writes to it.");
	if (held !== void 0) yield held;
}
// src/stages/prepare-data.ts
async function findSources({ inputs, files }) {
	const training = await sourceOf("training_file", inputs.training_file, files);
	const validation = await sourceOf("validation_file", inputs.validation_file, files);
	if (training === void 0) throw new ActionError("Input training_file is missing.");
	return {
		training,
		validation
	};
}
async function prepareData(world, sources) {
	const training = await prepareFile(world, "training_file", sources.training);
	const validation = sources.validation === void 0 ? void 0 : await prepareFile(world, "validation_file", sources.validation);
	return {
		training: training.file,
		validation: validation?.file,
		datasets: await withOverlap(training.checked, validation?.checked).catch(asCancelled(world)),
		estimate: training.checked === void 0 ? void 0 : estimateOf(world, training.checked.dataset, validation?.checked?.dataset),
		price: priceOf(world, world.inputs.model ?? "")
	};
}
async function prepareFile(world, role, source) {
	if (source.kind === "id") return {
		file: source,
		checked: void 0
	};
	const checked = await checkData(world, role, source.paths);
	return {
		file: uploadOf(world.files, checked.dataset),
		checked
	};
}
function uploadOf(files, { paths, bytes, rows, sha256, contentSha256 }) {
	const open = () => verifiedBytes(joinedBytes(paths, (path) => files.read(path)), sha256);
	return {
		kind: "upload",
		upload: {
			filename: uploadName(paths[0] ?? "", sha256),
			bytes,
			rows,
			sha256,
			open
		},
		contentSha256
	};
}
async function withOverlap(training, validation) {
	if (validation === void 0) return training === void 0 ? [] : [training.dataset];
	if (training === void 0) return [validation.dataset];
	const fault = formatFault(training.dataset, validation.dataset);
	if (fault !== void 0) return [training.dataset, withProblem(validation.dataset, fault)];
	const shared = await overlap(training, validation);
	const { dataset } = validation;
	const counts = [...dataset.counts, ...overlapCounts(shared)];
	return [training.dataset, {
		...dataset,
		problems: [...dataset.problems, ...shared],
		counts
	}];
}
function withProblem(dataset, problem) {
	const { rule, severity } = problem;
	return {
		...dataset,
		problems: [...dataset.problems, problem],
		counts: [...dataset.counts, {
			rule,
			severity,
			count: 1
		}]
	};
}
// src/report/annotations.ts
const MOST = 9;
const LONGEST_PATH = 200;
const cut = (text) => text.length > 930 ? `${text.slice(0, 929)}…` : text;
function annotations(datasets, showRows) {
	const totals = new Map();
	for (const { rule, count } of datasets.flatMap(({ counts }) => counts)) totals.set(rule, (totals.get(rule) ?? 0) + count);
	const seen = new Map();
	const said = new Set();
	const ranked = datasets.flatMap(({ problems }) => problems).flatMap((problem) => {
		const text = cut(textOf(problem.message, showRows));
		if (said.has(`${problem.rule} ${text}`)) return [];
		said.add(`${problem.rule} ${text}`);
		const turn = seen.get(problem.rule) ?? 0;
		seen.set(problem.rule, turn + 1);
		return [{
			problem,
			text,
			turn,
			total: totals.get(problem.rule) ?? 1
		}];
	});
	const severity = ({ problem }) => problem.severity === "error" ? 0 : 1;
	return ranked.sort((left, right) => severity(left) - severity(right) || left.turn - right.turn || right.total - left.total).slice(0, MOST).map(({ problem: { rule, severity: level, path, line, column }, text, turn, total }) => {
		const more = turn === 0 && total > 1 ? `; ${total - 1} more like it` : "";
		const place = `${inertLine(path, LONGEST_PATH)}${line === void 0 ? "" : `:${line}`}: `;
		return {
			rule,
			severity: level,
			message: `${cut(`${place}${text}`)} (${rule}${more})`,
			path,
			line: line ?? 1,
			column
		};
	});
}
// src/stages/report-data.ts
async function reportData(world, { datasets, estimate, price }) {
	const { record, runner, inputs } = world;
	const places = await repositoryPaths(world, datasets);
	record.note({
		kind: "data",
		datasets,
		estimate,
		price,
		repositoryPaths: places
	});
	for (const dataset of datasets) runner.info(datasetLine(dataset));
	if (estimate !== void 0) runner.info(estimateLine(estimate));
	for (const { rule, severity, message, path, line, column } of annotations(datasets, maySeeRows(inputs, runner.context))) {
		const file = places.get(path);
		const place = file === void 0 ? void 0 : {
			file,
			line,
			column
		};
		if (severity === "error" || inputs.strict && !isHarmless(rule)) runner.error(message, place);
		else runner.warning(message, place);
	}
}
// src/stages/accept-data.ts
async function acceptData(world, offline = false) {
	const { inputs, connection } = world;
	acceptRequest(world);
	const sources = await findSources(world);
	const readable = offlineVerdict(offline ? [sources.training, sources.validation] : []);
	if (!readable.passes) throw new ActionError(textOf(readable.reason, true));
	const data = await prepareData(world, sources);
	await reportData(world, data);
	enforce(dataVerdict(data.datasets, inputs), capacityVerdict(data.estimate, connection.profile), budgetVerdict(data.estimate, inputs, connection.profile));
	return data;
}
export { hashInName as a, enforce as c, fingerprintOf as i, reportData as n, sourceOf as o, createdBy as r, dataVerdict as s, acceptData as t };
