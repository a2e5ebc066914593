import { f as ENTRY, h as rawInputs, p as actionsRunner, v as mapTexts } from "./needs.js";
import { t as useEnvironmentProxies } from "./http.js";
import { O as unknown, a as boolean, d as literal, g as object, h as number$1, i as array, n as _enum, p as nullable, w as string, x as record } from "./schemas.js";
import { a as filesFor, c as INPUT_NAMES, i as connector, l as systemClock, n as maskingReader, r as answerFolderFor, s as readInputs, t as maskSecrets } from "./mask-secrets.js";
import { a as JobError, c as messageOf, i as InputError, n as ActionError, o as LimitError, r as DataError, s as ProviderError, t as AbortedError } from "./errors.js";
import { n as reportedOperation, r as storyOf, t as OPERATIONS } from "./registry2.js";
import { n as resolveConnection, r as serverSide } from "./connection.js";
import { a as metricNames, i as lastMetrics, l as resultPoints, r as judgeCheckpoints, s as namesLeftOut, t as bestCheckpoint } from "./metrics.js";
import { a as withoutSecrets } from "./secrets.js";
import { a as textOf, n as foreignText } from "./words.js";
import { n as shownRequest, t as maySeeRows } from "./step.js";
import { a as realPrice, c as countOf, s as trainedBy } from "./price.js";
import { c as deploymentOutputs, f as rows, i as next, l as deploymentSection, n as headline, o as warnings, r as links, s as evaluationSections } from "./sections.js";
import { n as promotedOf, t as coverageOf } from "./evaluation-findings.js";
import { a as dollars, c as inertLine, f as markdownText, h as whole, i as counted, m as share, n as change, p as mermaidText, r as copyable, s as figure, u as markdownCode } from "./text.js";
import { n as timeOf } from "./objects.js";
import "./text-row.js";
import { r as ruleOf } from "./rules.js";
import { n as problems, t as data } from "./data-sections.js";
import { i as methodName, n as hyperparametersOf } from "./method.js";
import { createHash } from "node:crypto";
import path from "node:path";
// src/adapters/artifacts.ts
function isEnterpriseServer(serverUrl) {
	const { hostname } = new URL(serverUrl || "https://github.com");
	return hostname !== "github.com" && !/\.(?:ghe\.com|localhost)$/.test(hostname);
}
const ON_ENTERPRISE_SERVER = "GitHub Enterprise Server has no artifact service of the kind that is needed. The files stand in the folder of the output report_path, from where the version of actions/upload-artifact that your server supports takes them.";
function runArtifacts(environment, redact) {
	const local = environment.LOCAL_ACTION_ARTIFACT_PATH;
	const lacking = isEnterpriseServer(environment.GITHUB_SERVER_URL) ? ON_ENTERPRISE_SERVER : void 0;
	const served = environment.ACTIONS_RUNTIME_TOKEN && environment.ACTIONS_RESULTS_URL && lacking === void 0;
	return {
		available: Boolean(served || local),
		lacking,
		async upload(name, folder, files) {
			await useEnvironmentProxies();
			const { DefaultArtifactClient } = await import("./artifact.js");
			await new DefaultArtifactClient().uploadArtifact(redact(name), [...files], folder);
		}
	};
}
// src/run/record.ts
function newRecord() {
	const facts = [];
	return {
		facts,
		note: (fact) => void facts.push(fact)
	};
}
function nothingFound({ operation, context, started, finished }) {
	const { repository, sha, ref, workflow, job, step, runId, runAttempt, serverUrl } = context;
	return {
		operation,
		started,
		finished,
		ending: "stopped",
		run: {
			repository,
			sha,
			ref,
			workflow,
			job,
			step,
			runId,
			runAttempt,
			serverUrl,
			showRows: false
		},
		provider: void 0,
		price: void 0,
		origin: void 0,
		asked: {},
		datasets: [],
		repositoryPaths: new Map(),
		estimate: void 0,
		changes: [],
		fingerprint: void 0,
		reused: void 0,
		reason: void 0,
		job: void 0,
		jobs: [],
		metrics: [],
		events: [],
		checkpoints: [],
		resultFiles: [],
		error: void 0,
		warnings: [],
		evaluation: void 0
	};
}
function findingsOf(facts, frame) {
	const found = nothingFound(frame);
	const events = [];
	const metrics = [];
	const checkpoints = new Map();
	const resultFiles = [];
	const warnings = [];
	for (const fact of facts) switch (fact.kind) {
		case "request":
			found.asked = fact.asked;
			found.run = {
				...found.run,
				showRows: fact.showRows
			};
			break;
		case "data":
			found.datasets = [...found.datasets.filter(({ role }) => fact.datasets.every((one) => one.role !== role)), ...fact.datasets];
			found.repositoryPaths = new Map([...found.repositoryPaths, ...fact.repositoryPaths]);
			found.estimate = fact.estimate ?? found.estimate;
			found.price = fact.price ?? found.price;
			break;
		case "changes":
			found.changes = fact.changes;
			break;
		case "provider":
			found.provider = {
				...fact.provider,
				jobUrl: void 0
			};
			break;
		case "fingerprint":
			found.fingerprint = fact.fingerprint;
			break;
		case "reason":
			found.reason = fact.reason;
			break;
		case "job taken up":
			found.job = fact.job;
			found.origin = fact.origin;
			found.price ??= fact.price;
			if (found.provider !== void 0) found.provider = {
				...found.provider,
				jobUrl: fact.jobUrl
			};
			break;
		case "job seen":
			found.job = fact.job;
			break;
		case "job watched":
			found.reused = fact.reused;
			break;
		case "jobs":
			found.jobs = fact.jobs;
			break;
		case "event":
			events.push(fact.event);
			if (fact.metrics !== void 0) metrics.push(fact.metrics);
			break;
		case "events":
			events.push(...fact.events);
			break;
		case "checkpoints":
			for (const checkpoint of fact.checkpoints) if (!checkpoints.has(checkpoint.id)) checkpoints.set(checkpoint.id, checkpoint);
			break;
		case "result file":
			resultFiles.push(fact.file);
			break;
		case "previous model":
			found.previous = fact.previous;
			break;
		case "deployment":
			found.deployment = fact.deployment;
			break;
		case "warning":
			warnings.push(fact.text);
			break;
		case "evaluation":
			found.evaluation = fact.evaluation;
			break;
		case "ending":
			found.ending = fact.ending;
			break;
		case "error": found.error = fact.error;
	}
	const measured = metrics.length > 0 ? metrics : resultPoints(resultFiles.map(({ text }) => text)).points;
	return {
		...found,
		events,
		metrics: measured,
		checkpoints: [...checkpoints.values()],
		resultFiles,
		warnings
	};
}
// src/run/shown-findings.ts
function shownFindings(found, redact) {
	const { job, jobs, events, checkpoints } = found;
	const named = withoutSecrets({
		job,
		jobs,
		events,
		checkpoints
	});
	return {
		...found,
		...Object(mapTexts({
			...found,
			...Object(named)
		}, redact))
	};
}
function publicFindings(found) {
	const { showRows } = found.run;
	if (showRows) return found;
	const { model, suffix, training_file, validation_file } = found.asked;
	const known = [
		model,
		suffix,
		training_file,
		validation_file
	];
	const plain = (text) => foreignText(text, false, known);
	const within = (value) => value === void 0 ? value : {
		...value,
		...Object(mapTexts(value, plain))
	};
	const ofJob = (job) => ({
		...job,
		error: job.error == null ? job.error : within(job.error),
		platform: "error" in job.platform ? {
			...job.platform,
			error: mapTexts(job.platform.error, plain)
		} : job.platform
	});
	const { error } = found;
	const isForeign = error?.said !== void 0 || found.job?.state === "failed";
	return {
		...found,
		job: found.job && ofJob(found.job),
		jobs: found.jobs.map(ofJob),
		events: found.events.map(within),
		error: error && {
			...error,
			message: isForeign && typeof error.message === "string" ? plain(error.message) : error.message
		}
	};
}
// src/run/untrusted-event.ts
const WITH_SECRETS = new Set([
	"pull_request_target",
	"workflow_run",
	"issue_comment",
	"check_run",
	"check_suite"
]);
function untrustedContent(context, allowed) {
	if (!WITH_SECRETS.has(context.eventName) || !context.fork || allowed) return void 0;
	return `The event ${context.eventName} concerns a fork's head and runs with this repository's secrets, so its data is not used. Run on pull_request instead (there the data is validated without secrets), or write allow_untrusted_data: true if you have checked the head.`;
}
// src/report/outputs.ts
const LARGEST$2 = 102400;
function jsonWithin(items) {
	const kept = [];
	let size = 2;
	for (const item of items) {
		const text = JSON.stringify(item);
		size += Buffer.byteLength(text) + 1;
		if (size > LARGEST$2) break;
		kept.push(text);
	}
	return {
		text: `[${kept.join(",")}]`,
		count: kept.length
	};
}
const without = (value, names) => Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
const listed = ({ id, created_at, model, fine_tuned_model, status, platform }) => ({
	id,
	created_at,
	model,
	fine_tuned_model,
	...platform,
	status
});
function jobShown(job) {
	const error = job.error == null ? {} : { error: without(job.error, ["moderated", "fix"]) };
	return {
		...without(job, [
			"state",
			"unknownStatus",
			"origin",
			"marked",
			"platform"
		]),
		...error,
		raw: job.platform
	};
}
function jobWithin(job) {
	const fields = new Map(Object.entries(job).filter(([, value]) => value !== void 0));
	const size = (name) => Buffer.byteLength(JSON.stringify(fields.get(name)) ?? "");
	const largest = [...fields.keys()].sort((left, right) => size(right) - size(left));
	const without = [];
	for (const name of largest) {
		const text = JSON.stringify(Object.fromEntries(fields));
		if (fits(text)) return {
			text,
			without
		};
		fields.delete(name);
		without.push(name);
	}
	return {
		text: "{}",
		without
	};
}
function arrays({ jobs, events, checkpoints }) {
	return {
		jobs: jobs.map(listed),
		events: events.toReversed(),
		checkpoints
	};
}
function cutOutputs(findings) {
	const without = findings.job === void 0 ? [] : jobWithin(jobShown(findings.job)).without;
	const job = without.length === 0 ? [] : [`Output job is without ${without.join(", ")}, as more than 100 KB would not fit a variable; the provider's page of the job shows all.`];
	const cut = Object.entries(arrays(findings)).flatMap(([name, items]) => {
		const { count } = jsonWithin(items);
		return count === items.length ? [] : [`Output ${name} holds the first ${count} of ${items.length} items, as more than 100 KB would not fit a variable; ${name}.jsonl of the report holds all.`];
	});
	const rows = resultPoints(findings.resultFiles.map(({ text }) => text)).whole ? [] : ["The result files have more rows than are read into metrics.csv; they stand beside it, whole."];
	return [
		...job,
		...cut,
		...rows,
		namesLeftOut(findings.metrics) ?? []
	].flat();
}
const SENTENCE = 4e3;
const sentence = (text) => text?.slice(0, SENTENCE);
function fits(text) {
	return Buffer.byteLength(text) <= LARGEST$2;
}
function valid(findings) {
	if (findings.datasets.length === 0) return void 0;
	return String(findings.datasets.every((dataset) => countOf(dataset, "error") === 0) && findings.error?.code !== "data");
}
function failureWords({ job, error, run }) {
	return (job?.state === "failed" ? job.error?.message || void 0 : void 0) ?? error?.said ?? (error === void 0 ? void 0 : textOf(error.message, run.showRows));
}
const EMPTY = {
	result_files: "[]",
	metrics: "{}",
	best_checkpoint: "null",
	job: "null",
	jobs: "[]",
	events: "[]",
	checkpoints: "[]",
	interval: "null"
};
function fitting$1(outputs) {
	return Object.fromEntries(Object.entries(outputs).flatMap(([name, value]) => value === void 0 || !fits(value) ? [] : [[name, value]]));
}
function essentialOutputs({ job, ending }) {
	return fitting$1({
		job_id: job?.id,
		status: ending === "skipped" ? "skipped" : job?.status,
		fine_tuned_model: job?.fine_tuned_model ?? void 0
	});
}
function evaluated({ evaluation }) {
	if (evaluation === void 0) return {};
	const { verdict, passed, judgement, usd } = evaluation;
	const number = (value) => value === void 0 ? void 0 : String(Number(value.toFixed(6)));
	return {
		verdict,
		passed: String(passed),
		promoted_model: promotedOf(evaluation),
		score: number(judgement?.score),
		baseline_score: number(judgement?.baselineScore),
		difference: number(judgement?.difference),
		interval: judgement === void 0 ? void 0 : JSON.stringify(judgement.interval.map((end) => Number(end.toFixed(6)))),
		wins: number(judgement?.wins),
		losses: number(judgement?.losses),
		ties: number(judgement?.ties),
		coverage: number(coverageOf(evaluation)),
		required_rows: number(judgement?.requiredRows),
		evaluation_cost_usd: usd?.toFixed(4)
	};
}
function outputsOf(findings) {
	const { job, estimate, error } = findings;
	const training = findings.datasets.find(({ role }) => role === "training_file");
	const last = lastMetrics(findings.metrics);
	const best = bestCheckpoint(findings.checkpoints);
	const outputs = {
		...essentialOutputs(findings),
		trained_tokens: job?.trained_tokens == null ? void 0 : String(job.trained_tokens),
		training_file_id: job?.training_file ?? void 0,
		validation_file_id: job?.validation_file ?? void 0,
		result_files: JSON.stringify(job?.result_files ?? []),
		reused: findings.reused === void 0 ? void 0 : String(findings.reused),
		reason: sentence(findings.reason),
		fingerprint: findings.fingerprint,
		metrics: JSON.stringify(last),
		best_checkpoint: JSON.stringify(best === void 0 ? null : {
			model: best.fine_tuned_model_checkpoint ?? null,
			step: best.step_number ?? null,
			id: best.id
		}),
		error_code: sentence(error?.code ?? job?.error?.code ?? void 0),
		error_message: sentence(failureWords(findings)),
		examples: training === void 0 ? void 0 : String(training.rows),
		estimated_tokens: estimate === void 0 ? void 0 : String(Math.round(estimate.tokens.tokens)),
		estimated_cost_usd: estimate?.cost === void 0 ? void 0 : estimate.cost.usd.toFixed(2),
		valid: valid(findings),
		...deploymentOutputs(findings),
		job: job === void 0 ? "null" : jobWithin(jobShown(job)).text,
		...evaluated(findings),
		...Object.fromEntries(Object.entries(arrays(findings)).map(([name, items]) => [name, jsonWithin(items).text]))
	};
	return {
		...EMPTY,
		...fitting$1(outputs)
	};
}
// src/report/metrics-csv.ts
function cell(value) {
	const text = typeof value === "string" ? inertLine(value, 200).replace(/^(?=[=+\-@])/, "'") : String(value ?? "");
	return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
function pointsOf({ metrics, resultFiles }) {
	return [...resultPoints(resultFiles.map(({ text }) => text)).points, ...metrics];
}
function bySteps(points, names) {
	const steps = new Map();
	for (const { step, values } of points) {
		const all = steps.get(step) ?? new Map();
		for (const [name, value] of Object.entries(values)) if (names.has(name)) all.set(name, value);
		steps.set(step, all);
	}
	return steps;
}
function renderMetricsCsv(findings) {
	const points = pointsOf(findings);
	const names = metricNames(points);
	if (names.size === 0) return "";
	const lines = [...bySteps(points, names)].sort(([left], [right]) => left - right).map(([step, values]) => [step, ...[...names].map((name) => values.get(name))].map(cell).join(","));
	return `${[["step", ...names].map(cell).join(","), ...lines].join("\n")}\n`;
}
// src/report/provenance.ts
const PREDICATE_TYPE = "https://slsa.dev/provenance/v1";
const BUILD_TYPE = "urn:finetune-action:fine-tuning-job:v1";
function sourceOf({ commit, ref }, repository) {
	if (repository === void 0 || commit === void 0) return [];
	return [{
		uri: `git+${repository}${ref === void 0 ? "" : `@${ref}`}`,
		digest: { gitCommit: commit }
	}];
}
function renderPredicate(findings) {
	const { job, run, provider, asked, datasets, fingerprint } = findings;
	if (!job?.fine_tuned_model) return void 0;
	const trainer = trainedBy(findings);
	const repository = trainer.repository === void 0 ? void 0 : `${run.serverUrl}/${trainer.repository}`;
	return {
		buildDefinition: {
			buildType: BUILD_TYPE,
			externalParameters: {
				...asked,
				workflow: {
					repository,
					ref: trainer.ref,
					name: trainer.ref === void 0 ? void 0 : run.workflow,
					job: trainer.job,
					step: trainer.step
				}
			},
			internalParameters: {
				provider: provider?.name,
				base_url: provider?.baseUrl,
				fingerprint,
				method: job.method ?? void 0,
				hyperparameters: job.hyperparameters ?? void 0,
				seed: job.seed ?? void 0,
				reused: findings.reused
			},
			resolvedDependencies: [
				...sourceOf(trainer, repository),
				...datasets.map(({ role, paths, sha256, rows, bytes }) => ({
					name: role,
					digest: { sha256 },
					annotations: {
						paths: [...paths],
						rows,
						bytes
					}
				})),
				{
					name: "base_model",
					annotations: { model: job.model ?? null }
				}
			]
		},
		runDetails: {
			builder: { id: provider?.baseUrl ?? "unknown" },
			metadata: {
				invocationId: repository === void 0 || trainer.runId === void 0 ? job.id : `${repository}/actions/runs/${trainer.runId}/attempts/${trainer.runAttempt}`,
				startedOn: timeOf(job.created_at) || void 0,
				finishedOn: timeOf(job.finished_at) || void 0
			},
			byproducts: [{
				name: "job",
				annotations: {
					id: job.id,
					trained_tokens: job.trained_tokens ?? null
				}
			}]
		}
	};
}
function renderProvenance(findings) {
	const predicate = renderPredicate(findings);
	const name = findings.job?.fine_tuned_model;
	if (predicate === void 0 || !name) return void 0;
	return {
		_type: "https://in-toto.io/Statement/v1",
		subject: [{
			name,
			digest: { sha256: createHash("sha256").update(name).digest("hex") }
		}],
		predicateType: PREDICATE_TYPE,
		predicate
	};
}
// src/report/result.ts
const text = nullable(string());
const number = nullable(number$1());
object({
	version: literal(2),
	operation: string(),
	ending: _enum([
		"succeeded",
		"failed",
		"cancelled",
		"paused",
		"unclear",
		"detached",
		"skipped",
		"stopped",
		"valid",
		"done",
		"absent"
	]),
	started: string(),
	finished: string(),
	run: object({
		repository: string(),
		sha: string(),
		ref: string(),
		workflow: string(),
		job: string(),
		step: string(),
		run_id: string(),
		run_attempt: string()
	}),
	provider: nullable(object({
		name: string(),
		base_url: string(),
		job_url: text
	})),
	asked: record(string(), unknown()),
	job: nullable(object({
		id: string(),
		status: string(),
		model: text,
		fine_tuned_model: text,
		trained_tokens: number,
		created_at: number,
		finished_at: number,
		training_file: text,
		validation_file: text,
		result_files: array(string()),
		seed: number,
		method: unknown(),
		hyperparameters: unknown()
	})),
	fingerprint: text,
	reused: nullable(boolean()),
	reason: text,
	metrics: record(string(), number$1()),
	best_checkpoint: nullable(object({
		id: string(),
		model: text,
		step: number
	})),
	checkpoints: array(object({
		id: string(),
		model: text,
		step: number,
		metrics: record(string(), unknown())
	})),
	data: array(object({
		role: _enum([
			"training_file",
			"validation_file",
			"evaluation_file"
		]),
		paths: array(string()),
		format: text,
		rows: number$1(),
		bytes: number$1(),
		sha256: string(),
		errors: number$1(),
		warnings: number$1(),
		problems: array(object({
			rule: string(),
			severity: _enum(["error", "warning"]),
			count: number$1()
		})),
		tokens: nullable(object({
			kind: _enum([
				"exact",
				"estimated",
				"sampled"
			]),
			tokens: number$1(),
			low: number$1(),
			high: number$1(),
			basis: string()
		}))
	})),
	estimate: nullable(object({
		epochs: number$1(),
		epochs_asked: boolean(),
		tokens: number$1(),
		low: number$1(),
		high: number$1(),
		cost_usd: number,
		cost_low_usd: number,
		cost_high_usd: number,
		cost_basis: text
	})),
	price: nullable(object({
		usd_per_million_tokens: number$1(),
		basis: string(),
		trained_usd: number
	})),
	previous: nullable(object({
		job_id: string(),
		fine_tuned_model: text,
		created_at: number,
		trained_tokens: number,
		validation_file: text,
		metrics: record(string(), unknown())
	})),
	deployment: nullable(object({
		name: string(),
		served_model: string(),
		status: string(),
		url: string(),
		hourly_usd: number,
		outcome: string()
	})),
	origin: nullable(object({
		repository: text,
		commit: text,
		run: text
	})),
	error: nullable(object({
		code: text,
		message: string(),
		fix: text
	})),
	warnings: array(string())
});
function priceOf({ price, job }) {
	if (price === void 0) return null;
	return {
		usd_per_million_tokens: price.perMillion,
		basis: price.basis,
		trained_usd: realPrice({
			price,
			job
		}) ?? null
	};
}
function deploymentOf({ deployment }) {
	if (deployment === void 0) return null;
	const { name, servedModel, status, url, hourlyUsd, outcome } = deployment;
	return {
		name,
		served_model: servedModel,
		status,
		url,
		hourly_usd: hourlyUsd ?? null,
		outcome
	};
}
function previousOf({ previous }) {
	if (previous === void 0) return null;
	const { job, checkpoint } = previous;
	return {
		job_id: job.id,
		fine_tuned_model: job.fine_tuned_model ?? null,
		created_at: job.created_at ?? null,
		trained_tokens: job.trained_tokens ?? null,
		validation_file: job.validation_file ?? null,
		metrics: { ...checkpoint?.metrics }
	};
}
function originOf({ origin }) {
	const { repository = null, commit = null, run = null } = origin ?? {};
	return origin === void 0 ? null : {
		repository,
		commit,
		run
	};
}
function renderResult(findings) {
	const { run, provider, job, estimate, error } = findings;
	const best = bestCheckpoint(findings.checkpoints);
	return {
		version: 2,
		operation: findings.operation.name,
		ending: findings.ending,
		started: new Date(findings.started).toISOString(),
		finished: new Date(findings.finished).toISOString(),
		run: {
			repository: run.repository,
			sha: run.sha,
			ref: run.ref,
			workflow: run.workflow,
			job: run.job,
			step: run.step,
			run_id: run.runId,
			run_attempt: run.runAttempt
		},
		provider: provider === void 0 ? null : {
			name: provider.name,
			base_url: provider.baseUrl,
			job_url: provider.jobUrl ?? null
		},
		asked: { ...findings.asked },
		job: job === void 0 ? null : {
			id: job.id,
			status: job.status,
			model: job.model ?? null,
			fine_tuned_model: job.fine_tuned_model ?? null,
			trained_tokens: job.trained_tokens ?? null,
			created_at: job.created_at ?? null,
			finished_at: job.finished_at ?? null,
			training_file: job.training_file ?? null,
			validation_file: job.validation_file ?? null,
			result_files: [...job.result_files ?? []],
			seed: job.seed ?? null,
			method: job.method ?? null,
			hyperparameters: job.hyperparameters ?? null
		},
		fingerprint: findings.fingerprint ?? null,
		reused: findings.reused ?? null,
		reason: findings.reason ?? null,
		metrics: lastMetrics(findings.metrics),
		best_checkpoint: best === void 0 ? null : {
			id: best.id,
			model: best.fine_tuned_model_checkpoint ?? null,
			step: best.step_number ?? null
		},
		checkpoints: findings.checkpoints.map((checkpoint) => ({
			id: checkpoint.id,
			model: checkpoint.fine_tuned_model_checkpoint ?? null,
			step: checkpoint.step_number ?? null,
			metrics: { ...checkpoint.metrics }
		})),
		data: findings.datasets.map((dataset) => ({
			role: dataset.role,
			paths: [...dataset.paths],
			format: dataset.format ?? null,
			rows: dataset.rows,
			bytes: dataset.bytes,
			sha256: dataset.sha256,
			errors: countOf(dataset, "error"),
			warnings: countOf(dataset, "warning"),
			problems: dataset.counts.map((entry) => ({ ...entry })),
			tokens: dataset.tokens === void 0 ? null : { ...dataset.tokens }
		})),
		estimate: estimate === void 0 ? null : {
			epochs: estimate.epochs,
			epochs_asked: estimate.epochsAsked,
			tokens: estimate.tokens.tokens,
			low: estimate.tokens.low,
			high: estimate.tokens.high,
			cost_usd: estimate.cost?.usd ?? null,
			cost_low_usd: estimate.cost?.low ?? null,
			cost_high_usd: estimate.cost?.high ?? null,
			cost_basis: estimate.cost?.basis ?? estimate.withoutCost ?? null
		},
		price: priceOf(findings),
		previous: previousOf(findings),
		deployment: deploymentOf(findings),
		origin: originOf(findings),
		error: error === void 0 ? null : {
			code: error.code ?? null,
			message: textOf(error.message, run.showRows),
			fix: error.fix ?? null
		},
		warnings: [...findings.warnings]
	};
}
// src/report/sarif.ts
const TEXT = 1e3;
function renderSarif(datasets, showRows, repositoryPaths) {
	const problems = datasets.flatMap((dataset) => dataset.problems);
	const named = [...new Set(problems.map(({ rule }) => rule))];
	const rules = named.map((id) => {
		const { summary, fix, severity, source } = ruleOf(id);
		return {
			id,
			shortDescription: { text: summary },
			help: { text: fix },
			defaultConfiguration: { level: severity },
			...source === "practice" ? {} : { helpUri: source }
		};
	});
	const results = problems.map(({ rule, severity, message, path, line, column }) => ({
		ruleId: rule,
		ruleIndex: named.indexOf(rule),
		level: severity,
		message: { text: textOf(message, showRows).slice(0, TEXT) },
		locations: [{ physicalLocation: {
			artifactLocation: { uri: (repositoryPaths.get(path) ?? path).toWellFormed().split("/").map(encodeURIComponent).join("/") },
			region: {
				startLine: line ?? 1,
				...column === void 0 ? {} : { startColumn: column }
			}
		} }]
	}));
	const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, "error") + countOf(dataset, "warning"), 0);
	const omitted = found <= problems.length ? {} : { invocations: [{
		executionSuccessful: true,
		toolExecutionNotifications: [{
			level: "warning",
			message: { text: `${found} problems were found; the places of ${problems.length} were kept.` }
		}]
	}] };
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Fine-tune Action",
				rules
			} },
			columnKind: "utf16CodeUnits",
			...omitted,
			results
		}]
	};
}
// src/report/report-files.ts
const BREAKS = /[\u0085\u2028\u2029]/g;
const lines = (items) => items.map((item) => `${JSON.stringify(item).replace(BREAKS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`).join("");
function problemLines({ datasets, run }) {
	const problems = datasets.flatMap((dataset) => dataset.problems).map((problem) => ({
		...problem,
		message: textOf(problem.message, run.showRows)
	}));
	const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, "error") + countOf(dataset, "warning"), 0);
	return lines(found > problems.length ? [...problems, {
		truncated: true,
		found,
		kept: problems.length
	}] : problems);
}
function resultFiles({ resultFiles: found }, taken) {
	const files = new Map();
	for (const { name, text } of found) {
		const stem = name.replace(/\.csv$/, "").replace(/[^\w.-]+/g, "-").slice(0, 80);
		let own = `${stem}.csv`;
		for (let turn = 2; taken.includes(own) || files.has(own); turn += 1) own = `${stem}-${turn}.csv`;
		files.set(own, () => text);
	}
	return Object.fromEntries(files);
}
const pretty = (value) => value === void 0 ? "" : `${JSON.stringify(value, void 0, 2)}\n`;
function evaluationFiles({ evaluation, run }) {
	if (evaluation === void 0) return {};
	return {
		"evaluation.json": async () => pretty((await import("./evaluation-result.js")).renderEvaluation(evaluation, run.showRows)),
		"evaluation.junit.xml": async () => (await import("./evaluation-junit.js")).renderJunit(evaluation, run.showRows)
	};
}
function reportFiles(findings, summary) {
	const ours = {
		"summary.md": () => summary,
		"model.txt": () => findings.job?.fine_tuned_model ?? "",
		"result.json": () => pretty(renderResult(findings)),
		...evaluationFiles(findings),
		...findings.job === void 0 ? {} : { "model-card.md": async () => (await import("./model-card.js")).renderModelCard(findings) },
		"metrics.csv": () => renderMetricsCsv(findings),
		"checkpoints.jsonl": () => lines(findings.checkpoints),
		"problems.jsonl": () => problemLines(findings),
		"problems.sarif": () => findings.datasets.every(({ problems }) => problems.length === 0) ? "" : `${JSON.stringify(renderSarif(findings.datasets, findings.run.showRows, findings.repositoryPaths))}\n`,
		"predicate.json": () => pretty(renderPredicate(findings)),
		"provenance.json": () => pretty(renderProvenance(findings)),
		"jobs.jsonl": () => lines(findings.jobs.map(({ platform }) => platform)),
		"events.jsonl": () => lines(findings.events)
	};
	return {
		...ours,
		...resultFiles(findings, Object.keys(ours))
	};
}
// src/report/grid.ts
const divisor = (left, right) => right === 0 ? left : divisor(right, left % right);
function gridOf({ points }, most) {
	const steps = points.map(({ step }) => step);
	const [first = 0] = steps;
	const last = steps.at(-1) ?? 0;
	const span = last - first;
	if (!(span > 0)) return void 0;
	const rhythm = steps.every(Number.isSafeInteger) ? steps.reduce((common, step) => divisor(common, step - first), 0) : span / (most - 1);
	const spacing = Math.max(1, Math.ceil(span / (most - 1) / rhythm)) * rhythm;
	const count = Math.floor(span / spacing) + 1;
	return {
		first: last - (count - 1) * spacing,
		spacing,
		count
	};
}
function stepsOf({ first, spacing, count }) {
	return Array.from({ length: count }, (_, index) => first + index * spacing);
}
function placeOf(step, { first, spacing, count }) {
	return Math.min(count - 1, Math.max(0, Math.round((step - first) / spacing)));
}
function means({ points }, grid) {
	const sums = Array.from({ length: grid.count }, () => ({
		sum: 0,
		count: 0
	}));
	for (const { step, value } of points) {
		const sum = sums[Math.min(grid.count - 1, Math.max(0, Math.ceil((step - grid.first) / grid.spacing)))];
		if (sum === void 0) continue;
		sum.sum += value;
		sum.count += 1;
	}
	return sums.map(({ sum, count }) => count === 0 ? void 0 : sum / count);
}
function filled(values) {
	return values.map((value, index) => {
		if (value !== void 0) return value;
		const before = values.findLastIndex((one, place) => place < index && one !== void 0);
		const after = values.findIndex((one, place) => place > index && one !== void 0);
		const [left, right] = [values[before], values[after]];
		if (left === void 0 || right === void 0) return left ?? right ?? 0;
		return left + (index - before) / (after - before) * (right - left);
	});
}
function gapOf({ points }) {
	const distances = points.slice(1).map(({ step }, index) => ({
		from: points[index]?.step ?? step,
		to: step
	}));
	const length = ({ from, to }) => to - from;
	const sorted = distances.toSorted((left, right) => length(left) - length(right));
	const [median, longest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
	if (median === void 0 || longest === void 0) return void 0;
	return length(longest) > 3 * length(median) ? longest : void 0;
}
// src/report/chart.ts
const MOST$1 = 60;
const LARGEST$1 = 0x38d7ea4c68000;
const LINES = [{
	colour: "#2f81f7",
	sign: "🔵"
}, {
	colour: "#db6d28",
	sign: "🟠"
}];
const CHARTS = [
	{
		title: "Loss",
		groups: [["train_loss"], ["full_valid_loss", "valid_loss"]]
	},
	{
		title: "Token accuracy",
		groups: [["train_mean_token_accuracy", "train_accuracy"], [
			"full_valid_mean_token_accuracy",
			"valid_mean_token_accuracy",
			"valid_accuracy"
		]]
	},
	{
		title: "Mean reward",
		groups: [["train_mean_reward", "train_reward_mean"], [
			"full_valid_mean_reward",
			"valid_mean_reward",
			"valid_reward_mean"
		]]
	},
	{
		title: "Preference accuracy",
		groups: [["train_mean_reward_accuracy"], ["full_valid_mean_reward_accuracy", "valid_mean_reward_accuracy"]]
	},
	{
		title: "Preference margin",
		groups: [["train_mean_reward_margin"], ["full_valid_mean_reward_margin", "valid_mean_reward_margin"]]
	}
];
function seriesOf(points, names) {
	const [best] = names.map((name) => ({
		name,
		points: points.flatMap(({ step, values }) => values[name] === void 0 ? [] : [{
			step,
			value: values[name]
		}])
	})).sort((left, right) => right.points.length - left.points.length);
	return best === void 0 || best.points.length === 0 ? void 0 : best;
}
function table(all, grid, marked) {
	const columns = all.map((series) => means(series, grid));
	const cell = (value) => value === void 0 || !Number.isFinite(value) ? "" : figure(value);
	return [
		`| Step | ${all.map(({ name }) => markdownText(name)).join(" | ")} |`,
		`| --: |${" --: |".repeat(all.length)}`,
		...stepsOf(grid).flatMap((step, index) => columns.every((column) => column[index] === void 0) ? [] : [`| ${index === marked ? "⭐ " : ""}${whole(step)} | ${columns.map((column) => cell(column[index])).join(" | ")} |`])
	].join("\n");
}
function decimals(values) {
	const largest = Math.max(...values.map(Math.abs));
	const digits = largest === 0 ? 0 : Math.min(15, Math.max(0, 5 - Math.ceil(Math.log10(largest))));
	return (value) => value.toFixed(digits).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}
function legend(series, main, index) {
	const gap = gapOf(series);
	const notes = [series.points.length < main.points.length ? `measured at ${whole(series.points.length)} steps, drawn straight between them, level before the first and after the last` : "", gap === void 0 ? "" : `nothing between steps ${whole(gap.from)} and ${whole(gap.to)}`].filter((note) => note !== "");
	return `${LINES[index]?.sign} ${markdownText(series.name)}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
}
function chart(title, all, best) {
	const main = all.reduce((most, series) => series.points.length > most.points.length ? series : most);
	const grid = gridOf(main, MOST$1);
	const last = main.points.at(-1)?.step ?? 0;
	const lines = grid === void 0 ? [] : all.map((series) => filled(means(series, grid)));
	const values = lines.flat();
	const tooLarge = [...values, ...main.points.map(({ step }) => step)].some((value) => !(Math.abs(value) < LARGEST$1));
	if (grid === void 0 || tooLarge) return `**${title}**\n\n${table(all, grid ?? {
		first: last,
		spacing: 1,
		count: 1
	}, void 0)}\n`;
	const low = Math.min(...values);
	const high = Math.max(...values);
	const margin = high === low ? Math.abs(high) * .1 || 1 : (high - low) * .05;
	const floor = low >= 0 ? Math.max(0, low - margin) : low - margin;
	const ceiling = high + margin;
	const number = decimals([floor, ceiling]);
	const step = best?.checkpoint.step_number;
	const marked = step == null || step < grid.first || step > last ? void 0 : placeOf(step, grid);
	const colours = LINES.map(({ colour }) => colour).join(", ");
	return [
		`**${title}**`,
		"",
		"```mermaid",
		`%%{init: {"xyChart": {"width": 800, "height": 320}, "themeVariables": {"xyChart": {"backgroundColor": "transparent", "plotColorPalette": "${colours}"}}}}%%`,
		"xychart-beta",
		`  x-axis "step" ${[grid.first, last].map((end) => Number(end.toFixed(3))).join(" --> ")}`,
		`  y-axis "${mermaidText(title.toLowerCase())}" ${number(floor)} --> ${number(ceiling)}`,
		...lines.map((line) => `  line [${line.map(number).join(", ")}]`),
		"```",
		"",
		[
			...all.map((series, index) => legend(series, main, index)),
			...main.points.length > grid.count ? ["each point is the mean of the steps since the one before it"] : [],
			...marked === void 0 || best === void 0 ? [] : [`⭐ the best checkpoint: step ${whole(step ?? 0)} (${markdownText(best.metric)} ${figure(best.value)})`]
		].join(" · "),
		"",
		"<details><summary>The numbers</summary>",
		"",
		table(all, grid, marked),
		"",
		"</details>",
		""
	].join("\n");
}
function charts(points, best) {
	const ordered = [...points].sort((left, right) => left.step - right.step);
	return CHARTS.flatMap(({ title, groups }) => {
		const all = groups.map((names) => seriesOf(ordered, names)).filter((series) => series !== void 0);
		return all.length === 0 ? [] : [chart(title, all, best)];
	});
}
// src/report/job-sections.ts
const METRICS = 20;
const UNFOLDED = 5;
const JOBS = 100;
function finalMetrics({ metrics }) {
	const last = Object.entries(lastMetrics(metrics));
	const table = rows(["Metric", "Last value	"], last.slice(0, METRICS).map(([name, value]) => [markdownText(name), figure(value)]));
	const more = last.length > METRICS ? `\n\n_and ${whole(last.length - METRICS)} more in \`metrics.csv\`_` : "";
	return table === "" ? "" : `### Final metrics\n\n${table}${more}`;
}
function metricOf({ metrics }, ...names) {
	const value = names.map((name) => metrics?.[name]).find((found) => typeof found === "number");
	return typeof value === "number" ? figure(value) : "";
}
function checkpoints({ checkpoints: all }) {
	const best = bestCheckpoint(all);
	const judged = judgeCheckpoints(all);
	const body = [...all].sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0)).slice(-20).map((checkpoint) => [
		checkpoint.id === best?.id && judged !== void 0 ? "⭐" : "",
		whole(checkpoint.step_number ?? 0),
		copyable(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id),
		metricOf(checkpoint, "train_loss", "train_mean_reward", "train_reward_mean"),
		metricOf(checkpoint, "full_valid_loss", "valid_loss", "full_valid_mean_reward", "valid_mean_reward", "valid_reward_mean")
	]);
	if (body.length === 0) return "";
	const by = judged === void 0 ? "" : `\n\n⭐ the best by ${markdownText(judged.metric)}`;
	const more = all.length > body.length ? `\n\n_and ${whole(all.length - body.length)} earlier ones in \`checkpoints.jsonl\`_` : "";
	const validated = body.some((cells) => cells.at(-1) !== "");
	const head = [
		"",
		"Step	",
		"Model",
		"Training	",
		"Validation	"
	];
	const kept = (_, index) => index < 3 || body.some((cells) => cells[index] !== "");
	const table = rows(head.filter(kept), body.map((cells) => cells.filter(kept)));
	const unseen = validated ? "" : "\n\nWithout a validation file, overfitting cannot be seen.";
	return `### Checkpoints\n\n${body.length > UNFOLDED ? `<details><summary>${counted(all.length, "checkpoint")}</summary>\n\n${table}${by}${more}\n\n</details>` : `${table}${by}${more}`}${unseen}`;
}
function jobs({ jobs: found }) {
	const body = found.slice(0, JOBS).map((job) => [
		copyable(job.id),
		markdownText(job.status),
		job.fine_tuned_model ? copyable(job.fine_tuned_model) : "",
		markdownText(job.model ?? ""),
		job.trained_tokens == null ? "" : whole(job.trained_tokens),
		timeOf(job.created_at).slice(0, 16).replace("T", " ")
	]);
	const more = found.length > body.length ? `\n\n_and ${whole(found.length - body.length)} more in \`jobs.jsonl\` of the report_` : "";
	return body.length === 0 ? "" : `${rows([
		"Job",
		"Status",
		"Model",
		"Base",
		"Trained tokens	",
		"Created (UTC)"
	], body)}${more}`;
}
function events(findings) {
	const asked = findings.operation.outputs.includes("events");
	const listed = findings.events.filter(({ type }) => asked || type !== "metrics").slice(asked ? -200 : -30);
	if (listed.length === 0) return "";
	const alarming = listed.some(({ level }) => level != null && !/^(info|debug)$/i.test(level));
	const body = listed.map((event) => [
		timeOf(event.created_at).slice(asked ? 0 : 11, 19).replace("T", " "),
		markdownText(event.level ?? "", 40),
		markdownText(event.message ?? "", 300)
	]);
	const table = rows([
		"UTC",
		"",
		"Message"
	], body);
	const hidden = findings.events.length - listed.length;
	const more = hidden > 0 ? `\n\n_and ${whole(hidden)} more in \`events.jsonl\` of the report_` : "";
	return asked ? `${table}${more}` : `<details${alarming ? " open" : ""}><summary>Events</summary>\n\n${table}${more}\n\n</details>`;
}
// src/report/previous-section.ts
const COMPARED = /(?:loss|accuracy|reward)/;
const ORDER = [
	"full_valid",
	"valid",
	""
];
function measured(checkpoint) {
	const rank = (name) => ORDER.findIndex((prefix) => name.startsWith(prefix));
	const numbers = Object.entries(checkpoint?.metrics ?? {}).flatMap(([name, value]) => typeof value === "number" && COMPARED.test(name) ? [[name, value]] : []);
	const names = new Set(numbers.map(([name]) => name));
	const telling = numbers.filter(([name]) => !names.has(`full_${name}`));
	return new Map(telling.sort(([left], [right]) => rank(left) - rank(right)));
}
function lastOf(checkpoints) {
	return checkpoints.toSorted((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0)).at(-1);
}
function epochsOf(job) {
	const epochs = hyperparametersOf(job)?.n_epochs;
	return typeof epochs === "number" ? epochs : void 0;
}
function figuresOf({ job, price, checkpoints }, previous) {
	if (job === void 0) return [];
	const [before, now] = [measured(previous.checkpoint), measured(lastOf(checkpoints))];
	const metrics = [...now].map(([name, value]) => ({
		name,
		before: before.get(name),
		now: value,
		words: figure
	}));
	return [
		{
			name: "Epochs",
			before: epochsOf(previous.job),
			now: epochsOf(job),
			words: whole
		},
		{
			name: "Trained tokens",
			before: previous.job.trained_tokens ?? void 0,
			now: job.trained_tokens ?? void 0,
			words: whole
		},
		{
			name: "Price",
			before: realPrice({
				job: previous.job,
				price
			}),
			now: realPrice({
				job,
				price
			}),
			words: dollars
		},
		...metrics
	];
}
function previousModel(findings) {
	const { previous, job } = findings;
	if (previous === void 0 || job === void 0) return "";
	const body = figuresOf(findings, previous).flatMap(({ name, before, now, words }) => {
		if (before === void 0 || now === void 0) return [];
		const changes = [change(before, now, words), share(before, now)].filter((text) => text !== "");
		return [[
			markdownText(name),
			words(before),
			words(now),
			changes.join(" · ") || "–"
		]];
	});
	if (body.length === 0) return "";
	const day = timeOf(previous.job.created_at).slice(0, 10);
	const name = copyable(previous.job.fine_tuned_model ?? previous.job.id);
	const apart = body.some(([metric]) => metric?.includes("valid")) && previous.job.validation_file !== job.validation_file;
	return [
		"### Beside the previous model",
		`${name}${day === "" ? "" : ` of ${day}`} was trained before it from the same base, with the same suffix and labels.`,
		rows([
			"",
			"Previous	",
			"This	",
			"Change	"
		], body.slice(0, 11)),
		apart ? "The validation files differ, so their losses compare only as far as the rows are alike." : ""
	].filter((part) => part !== "").join("\n\n");
}
// src/report/settings.ts
const MOST = 60;
const DEEPEST = 6;
function flat(value, prefix, depth = 0) {
	if (typeof value !== "object" || value === null || Array.isArray(value) || depth > DEEPEST) return [[prefix, value]];
	return Object.entries(value).flatMap(([name, inner]) => flat(inner, prefix === "" ? name : `${prefix}.${name}`, depth + 1));
}
function shown(value) {
	if (value === void 0 || value === null) return "";
	return markdownCode(typeof value === "string" ? value : JSON.stringify(value), 120);
}
function settings(findings) {
	const { asked, job } = findings;
	const { training_file, validation_file, metadata, hyperparameters, method, ...rest } = asked;
	const type = methodName(method);
	const used = job === void 0 ? void 0 : job.method ?? {
		type,
		[type]: { hyperparameters: job.hyperparameters ?? {} }
	};
	const wanted = new Map([...flat(rest, ""), ...flat(method ?? {
		type: void 0,
		supervised: { hyperparameters: hyperparameters ?? {} }
	}, "method")]);
	const got = new Map(flat({
		model: job?.model,
		seed: job?.seed,
		suffix: job?.suffix,
		...used === void 0 ? {} : { method: used }
	}, ""));
	const body = [...new Set([...wanted.keys(), ...got.keys()])].filter((name) => shown(wanted.get(name)) !== "" || shown(got.get(name)) !== "").map((name) => {
		const asks = wanted.get(name);
		const uses = got.get(name);
		const differs = asks !== void 0 && asks !== "auto" && uses !== void 0 && uses !== null && JSON.stringify(asks) !== JSON.stringify(uses);
		return [
			markdownText(name.replace(/^method\.\w+\.hyperparameters\./, "").replace(/^method\.type$/, "method")),
			shown(asks) || "–",
			...job === void 0 ? [] : [`${shown(uses) || "–"}${differs ? " ⚠️ differs" : ""}`]
		];
	});
	const head = [
		"Parameter",
		"Requested",
		...job === void 0 ? [] : ["Used"]
	];
	const more = body.length > MOST ? `\n\n_and ${whole(body.length - MOST)} more in \`result.json\`_` : "";
	return body.length === 0 ? "" : `### Settings\n\n${rows(head, body.slice(0, MOST))}${more}`;
}
// src/report/summary.ts
const LARGEST = 1032192;
function parts(findings) {
	const part = (name, file, text) => ({
		name,
		file,
		text
	});
	const { ending } = findings;
	const dataFirst = ending === "stopped" || ending === "skipped" || ending === "valid";
	const problemList = part("Problems", "problems.jsonl", problems(findings));
	const dataTable = part("Data", "result.json", data(findings));
	const eventList = part("Events", "events.jsonl", events(findings));
	return [
		part("Headline", "result.json", headline(findings)),
		...evaluation(findings).map((text) => part("Evaluation", "evaluation.json", text)),
		part("Links", "result.json", links(findings)),
		...dataFirst ? [problemList, dataTable] : [],
		...ending === "failed" ? [eventList] : [],
		part("Deployment", "result.json", deploymentSection(findings)),
		part("Jobs", "jobs.jsonl", jobs(findings)),
		part("Previous model", "result.json", previousModel(findings)),
		...charts(findings.metrics, judgeCheckpoints(findings.checkpoints)).map((text) => part("Charts", "metrics.csv", text)),
		part("Checkpoints", "checkpoints.jsonl", checkpoints(findings)),
		part("Final metrics", "metrics.csv", finalMetrics(findings)),
		part("Next", "result.json", next(findings)),
		part("Warnings", "result.json", warnings(findings)),
		part("Settings", "result.json", ending === "done" || ending === "absent" ? "" : settings(findings)),
		...dataFirst ? [] : [dataTable, problemList],
		...ending === "failed" ? [] : [eventList]
	].filter(({ text }) => text !== "");
}
const evaluation = ({ evaluation: found, run }) => found === void 0 ? [] : evaluationSections(found, run.showRows);
function shedNote(shed) {
	return `_More was found than a summary can hold. Left out here, and found in the files of the run’s artifact and beside the output \`report_path\`: ${[...new Set(shed.map(({ name, file }) => `${name} (\`${file}\`)`))].join(", ")}._`;
}
function fitting(all, largest) {
	const room = largest - 2e3;
	const oversize = all.filter(({ text }) => Buffer.byteLength(text) > room / 2);
	const kept = [];
	let size = 0;
	for (const part of all) {
		if (oversize.includes(part)) continue;
		size += Buffer.byteLength(part.text) + 2;
		if (size > room) break;
		kept.push(part);
	}
	const shed = all.filter((part) => !kept.includes(part));
	return `${[...kept.map(({ text }) => text), ...shed.length === 0 ? [] : [shedNote(shed)]].join("\n\n")}\n`;
}
function renderSummary(findings, largest = LARGEST) {
	return fitting(parts(findings), largest);
}
// src/run/write-report.ts
function artifactName(context, matrix, check) {
	const leg = matrix && matrix !== "null" && matrix !== "{}" ? createHash("sha256").update(matrix).digest("hex").slice(0, 8) : "";
	const attempt = context.runAttempt === "" || context.runAttempt === "1" ? "" : `attempt-${context.runAttempt}`;
	return [
		"fine-tune",
		context.job,
		context.step,
		leg,
		attempt,
		check ?? ""
	].filter((part) => part !== "").join("-").replace(/[^\w.-]+/g, "-");
}
const PATHS = {
	"summary.md": "report_path",
	"model-card.md": "model_card_path",
	"evaluation.json": "evaluation_path",
	"evaluation.junit.xml": "junit_path"
};
async function writeReport(findings, { runner, files, artifacts, inputs }) {
	const shown = publicFindings(findings);
	const said = new Set();
	const tolerant = async (what, act) => {
		try {
			await act();
		} catch (error) {
			const why = messageOf(error);
			if (!said.has(why)) runner.warning(`${what}: ${why}`);
			said.add(why);
		}
	};
	await tolerant("The outputs could not be written", async () => {
		for (const [name, value] of Object.entries(essentialOutputs(findings))) runner.setOutput(name, value);
	});
	await tolerant("Not all outputs could be written", async () => {
		for (const [name, value] of Object.entries(outputsOf(findings))) runner.setOutput(name, value);
		for (const text of cutOutputs(findings)) runner.warning(text);
	});
	let summary = "";
	await tolerant("The summary could not be written", async () => {
		summary = renderSummary(shown);
		await runner.writeSummary(summary);
	});
	const written = [];
	for (const [name, render] of Object.entries(reportFiles(shown, summary))) await tolerant(`The report file ${name} could not be written`, async () => {
		const content = await render();
		if (content === "") return;
		const file = await files.writeReport(name, content);
		written.push(file);
		const output = PATHS[name];
		if (output !== void 0) runner.setOutput(output, file);
	});
	const [first] = written;
	const name = inputs?.artifact_name ?? "";
	if (name === "" || first === void 0) return;
	if (!artifacts.available) {
		if (artifacts.lacking !== void 0 && name !== "auto") runner.warning(`There is no artifact ${inertLine(name, 100)}. ${artifacts.lacking}`);
		return;
	}
	await tolerant("The artifact could not be uploaded", () => artifacts.upload(name === "auto" ? artifactName(runner.context, inputs?.matrix, inputs?.job_check_run_id) : name, path.dirname(first), written));
}
// src/main.ts
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGBREAK"
];
function cancelSignal(runner, closing) {
	const abort = new AbortController();
	const onSignal = (signal) => {
		runner.info(`Received ${signal}: the workflow run is being cancelled.`);
		runner.saveState("cancelled", "true");
		abort.abort();
	};
	for (const signal of SIGNALS) process.on(signal, onSignal);
	closing.defer(() => {
		for (const signal of SIGNALS) process.off(signal, onSignal);
	});
	return abort.signal;
}
function codeOf(error) {
	if (error instanceof JobError) return error.code;
	if (error instanceof ProviderError) return error.facts.code ?? void 0;
	if (error instanceof LimitError) return "limit";
	return error instanceof DataError ? "data" : void 0;
}
function fail(error, record, runner, showRows) {
	const known = error instanceof ActionError;
	const message = known ? error.message : `The action itself failed unexpectedly: ${messageOf(error)}. Please report it, with the log of a run with debug logging.`;
	const shown = error instanceof DataError ? error.words : message;
	const causes = error instanceof InputError && error.problems.length > 1 ? error.problems.map(({ message: one }) => one) : [];
	const said = error instanceof ProviderError ? error.facts.detail : void 0;
	for (const cause of causes) runner.info(cause);
	record.note({
		kind: "error",
		error: {
			code: codeOf(error),
			message: shown,
			fix: known ? error.fix : void 0,
			said,
			causes
		}
	});
	if (error instanceof AbortedError) record.note({
		kind: "ending",
		ending: "cancelled"
	});
	const stack = Error.isError(error) ? error.stack ?? error.message : String(error);
	if (!(error instanceof DataError)) runner.debug(foreignText(stack, showRows));
	runner.fail(error instanceof InputError ? "inputs" : void 0);
}
async function discussionOf(runner, { github_token }) {
	const find = async (signal) => {
		const { pullRequestOf } = await import("./github2.js");
		if (!github_token) throw new ActionError("github_token is empty.");
		return pullRequestOf(runner, github_token, signal);
	};
	return {
		find,
		...await import("./github-refusal.js")
	};
}
async function stepIn(world, findings) {
	if (!world.inputs.comment) return {
		...world,
		comment: async () => void 0
	};
	const [{ commentUpdates }, discussion] = await Promise.all([import("./comment-updates.js"), discussionOf(world.runner, world.inputs)]);
	return {
		...world,
		comment: commentUpdates(world, findings, discussion)
	};
}
async function run(environment = process.env, runner = actionsRunner(environment)) {
	runner.saveState("isPost", "true");
	const raw = rawInputs(environment, INPUT_NAMES);
	await using closing = new AsyncDisposableStack();
	const signal = cancelSignal(runner, closing);
	const { context } = runner;
	const started = systemClock.now();
	const files = filesFor(raw, runner);
	const record = newRecord();
	const operation = reportedOperation(raw.operation);
	const offline = OPERATIONS.find(({ name }) => name === operation.name)?.offline === true;
	const findings = (finished = systemClock.now()) => shownFindings(findingsOf(record.facts, {
		operation,
		context,
		started,
		finished
	}), runner.redact);
	let inputs;
	let step;
	try {
		await maskSecrets(raw, environment, runner);
		inputs = await readInputs(raw, maskingReader(files, runner), OPERATIONS, (given) => serverSide(given, environment, offline));
		record.note({
			kind: "request",
			asked: shownRequest(inputs),
			showRows: maySeeRows(inputs, context)
		});
		for (const remark of inputs.remarks) runner.warning(remark);
		const untrusted = untrustedContent(context, inputs.allow_untrusted_data);
		if (untrusted !== void 0) throw new ActionError(untrusted);
		const connection = resolveConnection(inputs, environment, offline);
		if (connection.credential?.kind === "key") runner.mask(connection.credential.key);
		const connect = connector(connection, runner, closing);
		const connectTo = (other) => connector(other, runner, closing)();
		const place = {
			connection,
			connect,
			connectTo,
			answerFolder: answerFolderFor(raw, runner),
			entry: ENTRY
		};
		step = await stepIn({
			inputs,
			runner,
			clock: systemClock,
			files,
			...place,
			started,
			signal,
			record
		}, () => publicFindings(findings()));
		await (await storyOf(inputs.operation))(step);
	} catch (error) {
		fail(error, record, runner, inputs !== void 0 && maySeeRows(inputs, context));
	}
	const finished = systemClock.now();
	await step?.comment("done");
	const found = findings(finished);
	await writeReport(found, {
		runner,
		files,
		artifacts: runArtifacts(environment, runner.redact),
		inputs
	}).catch((error) => runner.warning(`The report failed: ${messageOf(error)}`));
	const { error, run: place } = publicFindings(found);
	if (error !== void 0) runner.error(textOf(error.message, place.showRows).slice(0, 990));
}
export { run };
