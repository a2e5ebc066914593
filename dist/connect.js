import { a as getIDToken, c as notice, d as setSecret, f as startGroup, i as error, l as saveState, m as summary, n as debug, o as getState, p as warning, r as endGroup, s as info, t as ExitCode, u as setOutput } from "./core.js";
import { i as InputError, n as ActionError } from "./errors.js";
import { t as useEnvironmentProxies } from "./http.js";
import { b as transform, d as nullish, f as number, g as pipe, h as pick, i as boolean, j as NEVER, l as looseObject, m as optional, p as object, r as array, y as string } from "./schemas.js";
import { a as optionalChoice, c as text, i as number$1, l as problemOf, n as flag, o as optionalNumber, r as lines, t as choice } from "./fields.js";
import { i as PLATFORM_NAMES, o as platformNamed, r as PLATFORMS } from "./registry.js";
import { randomBytes } from "node:crypto";
import { glob, mkdtemp, open, readFile, realpath, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { tmpdir } from "node:os";
import { createReadStream, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
// src/adapters/commands.ts
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const LINE = 4e3;
function inert(text) {
	return text.replace(/\r\n?/g, "\n").split("\n").map((line) => line.length > LINE ? `${line.slice(0, LINE)}…` : line).join("\n").replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`).replace(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
// src/adapters/context.ts
const Repository = nullish(looseObject({
	full_name: nullish(string()),
	private: nullish(boolean())
}));
const PullRequest = looseObject({
	number: nullish(number()),
	head: nullish(looseObject({
		sha: nullish(string()),
		repo: nullish(looseObject({ full_name: nullish(string()) }))
	})),
	base: nullish(looseObject({ sha: nullish(string()) }))
});
const Payload = looseObject({
	repository: Repository,
	pull_request: nullish(PullRequest),
	workflow_run: nullish(looseObject({
		head_repository: Repository,
		head_branch: nullish(string()),
		head_sha: nullish(string()),
		pull_requests: nullish(array(PullRequest))
	})),
	before: nullish(string())
});
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
function readPayload(file) {
	if (!file) return {};
	try {
		const parsed = Payload.safeParse(JSON.parse(readFileSync(file, "utf8")));
		return parsed.success ? parsed.data : {};
	} catch {
		return {};
	}
}
function isFork(eventName, payload, repository) {
	if (eventName.startsWith("pull_request")) return payload.pull_request?.head?.repo?.full_name !== repository;
	if (eventName === "workflow_run") return payload.workflow_run?.head_repository?.full_name !== repository;
	return false;
}
function pullRequestOf({ pull_request, workflow_run }) {
	const own = workflow_run?.pull_requests?.find(({ head }) => head?.sha === workflow_run.head_sha);
	const { number, base, head } = pull_request ?? own ?? {};
	if (number == null) return void 0;
	return {
		number,
		baseSha: base?.sha ?? "",
		headSha: head?.sha ?? ""
	};
}
function triggerOf({ workflow_run }) {
	if (workflow_run == null) return void 0;
	const { head_repository, head_branch, head_sha } = workflow_run;
	return {
		repository: head_repository?.full_name ?? "",
		branch: head_branch ?? "",
		sha: head_sha ?? ""
	};
}
function checkedOut(workspace) {
	const read = (name) => readFileSync(path.join(workspace, ".git", name), "utf8");
	try {
		const head = read("HEAD").trim();
		const branch = /^ref: (refs\/.+)$/.exec(head)?.[1];
		const commit = branch === void 0 ? head : read(branch).trim();
		return COMMIT.test(commit) ? commit : void 0;
	} catch {
		return;
	}
}
function commitOf(eventName, sha, payload, workspace) {
	if (eventName === "pull_request_target" || eventName === "workflow_run") return checkedOut(workspace) ?? "";
	const head = payload.pull_request?.head?.sha;
	return head && checkedOut(workspace) === head ? head : sha;
}
function readContext(environment) {
	const payload = readPayload(environment.GITHUB_EVENT_PATH);
	const eventName = environment.GITHUB_EVENT_NAME ?? "";
	const repository = environment.GITHUB_REPOSITORY ?? "";
	const actor = environment.GITHUB_ACTOR ?? "";
	const fork = isFork(eventName, payload, repository);
	const workspace = path.resolve(environment.GITHUB_WORKSPACE || process.cwd());
	return {
		eventName,
		repository,
		sha: commitOf(eventName, environment.GITHUB_SHA ?? "", payload, workspace),
		ref: environment.GITHUB_REF ?? "",
		workflow: environment.GITHUB_WORKFLOW ?? "",
		job: environment.GITHUB_JOB ?? "",
		step: environment.GITHUB_ACTION ?? "",
		runId: environment.GITHUB_RUN_ID ?? "",
		runAttempt: environment.GITHUB_RUN_ATTEMPT ?? "",
		actor,
		serverUrl: environment.GITHUB_SERVER_URL || "https://github.com",
		apiUrl: (environment.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, ""),
		workspace,
		temp: path.resolve(environment.RUNNER_TEMP || tmpdir()),
		fork,
		withoutSecrets: eventName.startsWith("pull_request") && (fork || actor === "dependabot[bot]"),
		privateRepository: payload.repository?.private === true,
		pullRequest: pullRequestOf(payload),
		triggeredBy: eventName === "workflow_run" ? triggerOf(payload) : void 0,
		before: payload.before != null && COMMIT.test(payload.before) && !/^0+$/.test(payload.before) ? payload.before : void 0
	};
}
// src/adapters/actions-runner.ts
function rawInputs(environment, names) {
	return Object.fromEntries(names.map((name) => [name, environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]]));
}
function properties(place) {
	if (place === void 0) return {};
	return {
		file: place.file,
		...place.line === void 0 ? {} : { startLine: place.line },
		...place.column === void 0 ? {} : { startColumn: place.column }
	};
}
const MESSAGE = 4e3;
function actionsRunner(environment) {
	return {
		context: readContext(environment),
		mask(secret) {
			const forms = new Set([
				secret,
				JSON.stringify(secret).slice(1, -1),
				encodeURIComponent(secret.toWellFormed()),
				...secret.split(/\r?\n/)
			]);
			for (const form of forms) if (form.trim().length >= 3) setSecret(form);
		},
		debug: (text) => debug(inert(text)),
		info: (text) => info(inert(text)),
		notice: (text) => notice(inert(text).slice(0, MESSAGE)),
		warning: (text, place) => warning(inert(text).slice(0, MESSAGE), properties(place)),
		error: (text, place) => error(inert(text).slice(0, MESSAGE), properties(place)),
		startGroup: (title) => startGroup(inert(title)),
		endGroup: () => endGroup(),
		setOutput: (name, value) => setOutput(name, value),
		saveState: (name, value) => saveState(name, value),
		getState: (name) => getState(name),
		savedStates: (prefix) => Object.entries(environment).flatMap(([name, value]) => name.startsWith(`STATE_${prefix}`) && value ? [value] : []),
		async writeSummary(markdown) {
			if (!environment.GITHUB_STEP_SUMMARY) return debug("There is no GITHUB_STEP_SUMMARY to write the summary to.");
			await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
		},
		fail() {
			process.exitCode = ExitCode.Failure;
		}
	};
}
function githubIdentityToken(audience) {
	return getIDToken(audience);
}
// src/adapters/clock.ts
const systemClock = {
	now: () => Date.now(),
	async sleep(milliseconds, signal) {
		if (signal?.aborted) return;
		try {
			await setTimeout(milliseconds, void 0, signal === void 0 ? {} : { signal });
		} catch (error) {
			if (!Error.isError(error) || error.name !== "AbortError") throw error;
		}
	}
};
// src/entry.ts
const ENTRY = path.join(import.meta.dirname, `index${path.extname(import.meta.filename)}`);
// src/inputs/inputs.ts
const STATUS = pipe(text, transform((value, context) => {
	if (value === void 0 || /^[a-z_]{1,40}$/.test(value)) return value;
	context.issues.push({
		code: "custom",
		input: value,
		message: "a status such as succeeded, running or paused"
	});
	return NEVER;
}));
const PLAIN = {
	model: text,
	training_file: lines,
	validation_file: lines,
	seed: optionalNumber({
		low: 0,
		high: 2147483647,
		whole: true
	}),
	suffix: pipe(text, transform((value, context) => {
		if (value === void 0 || [...value].length <= 64) return value;
		context.issues.push({
			code: "custom",
			input: value,
			message: "a text of 1 to 64 characters"
		});
		return NEVER;
	})),
	provider: choice("auto", ...PLATFORM_NAMES),
	base_url: text,
	allow_http: flag(false),
	api_key: text,
	organization: text,
	project: text,
	identity_provider_id: text,
	service_account_id: text,
	audience: text,
	wait: flag(true),
	timeout_minutes: number$1({
		low: 0,
		above: true,
		high: 50400
	}, 330),
	poll_interval_seconds: number$1({
		low: 0,
		high: 3600
	}, 0),
	on_timeout: choice("fail", "detach", "cancel"),
	on_cancel: optionalChoice("cancel", "detach"),
	reuse: flag(true),
	job_id: text,
	status: STATUS,
	if_not_found: choice("fail", "empty"),
	limit: number$1({
		low: 1,
		high: 1e4,
		whole: true
	}, 20),
	min_model_days: number$1({
		low: 0,
		high: 3650,
		whole: true
	}, 0),
	price_per_million_tokens: optionalNumber({ low: 0 }),
	max_cost_usd: optionalNumber({ low: 0 }),
	max_tokens: optionalNumber({
		low: 1,
		whole: true
	}),
	exact_tokens_up_to_mb: number$1({ low: 0 }, 200),
	strict: flag(false),
	allow_secrets: flag(false),
	allow_paths: lines,
	allow_untrusted_data: flag(false),
	show_rows: choice("auto", "true", "false"),
	delete_files: choice("never", "after_success"),
	artifact_name: pipe(optional(string()), transform((value) => value ?? "auto")),
	comment: flag(false),
	github_token: text,
	job_status: text,
	matrix: text
};
const schemaFor = (operations) => object({
	operation: choice(...operations),
	...PLAIN
});
const CONNECTION = pick(object(PLAIN), {
	provider: true,
	base_url: true,
	allow_http: true,
	api_key: true,
	organization: true,
	project: true,
	identity_provider_id: true,
	service_account_id: true,
	audience: true
});
const STRUCTURED = [
	"method",
	"hyperparameters",
	"integrations",
	"metadata",
	"extra_body"
];
const INPUT_NAMES = [
	"operation",
	...Object.keys(PLAIN),
	...STRUCTURED
];
// src/inputs/needs.ts
const MODEL = {
	input: "model",
	fix: "Write the name of the base model, for example model: gpt-4.1-mini-2025-04-14"
};
const TRAINING_FILE = {
	input: "training_file",
	fix: "Write the path of the training data, for example training_file: data/train.jsonl"
};
const VALIDATION_FILE = {
	input: "validation_file",
	only: {
		words: "for reinforcement",
		when: ({ method }) => method?.type === "reinforcement"
	},
	fix: "Reinforcement fine-tuning takes validation data too, for example validation_file: data/valid.jsonl"
};
const ONE_JOB = {
	input: "job_id",
	enough: [["job_id"], ["metadata"]],
	fix: "Write job_id, or metadata that the job carries."
};
const ONE_JOB_OR_ITS_INPUTS = {
	input: "job_id",
	enough: [
		["job_id"],
		["metadata"],
		["model", "training_file"]
	],
	fix: "Write job_id, or metadata that the job carries, or the same model and training_file as the create step."
};
const isGiven = (value) => value !== void 0 && !(Array.isArray(value) && value.length === 0);
function missingInputs(given, operation) {
	return operation.needs.filter(({ input, enough = [[input]], only }) => {
		return (only === void 0 || only.when(given)) && !enough.some((group) => group.every((name) => isGiven(given[name])));
	}).map(({ input, fix }) => ({
		place: input,
		message: `Input ${input} is missing; operation ${operation.name} needs it. ${fix}`
	}));
}
// src/inputs/combinations.ts
function combinationProblems(inputs, operation) {
	return [
		...operation === void 0 ? [] : missingInputs(inputs, operation),
		...exclusions(inputs),
		...keyless(inputs)
	];
}
function exclusions(inputs) {
	const problems = [];
	if (inputs.method !== void 0 && inputs.hyperparameters !== void 0) problems.push({
		place: "hyperparameters",
		message: `Inputs method and hyperparameters are both given; the API takes one. Move the hyperparameters to method.${inputs.method.type}.hyperparameters.`
	});
	if (inputs.method !== void 0 && "hyperparameters" in inputs.method) {
		const { type } = inputs.method;
		problems.push({
			place: "method.hyperparameters",
			message: `Input method.hyperparameters is in a place that the API does not read. Move it to method.${type}.hyperparameters.`
		});
	}
	const reserved = Object.keys(inputs.extra_body ?? {}).filter((name) => [
		"model",
		"training_file",
		"validation_file",
		"metadata"
	].includes(name));
	for (const name of reserved) problems.push({
		place: `extra_body.${name}`,
		message: `Input extra_body.${name} would replace what the action itself sends. Use the input ${name} instead.`
	});
	return problems;
}
function keyless(inputs) {
	const parts = {
		identity_provider_id: inputs.identity_provider_id,
		service_account_id: inputs.service_account_id,
		audience: inputs.audience
	};
	if (Object.entries(parts).filter(([, value]) => value !== void 0).length === 0) return [];
	const problems = Object.entries(parts).filter(([, value]) => value === void 0).map(([place]) => ({
		place,
		message: `Input ${place} is missing; keyless access needs identity_provider_id, service_account_id and audience together.`
	}));
	if (inputs.api_key !== void 0) problems.push({
		place: "api_key",
		message: "Input api_key is given beside identity_provider_id; use one of the two ways to sign in."
	});
	const keyless = PLATFORMS.flatMap(({ profile }) => profile.keyless ? [profile.name] : []);
	if (inputs.provider !== "auto" && !keyless.includes(inputs.provider)) problems.push({
		place: "provider",
		message: `Input provider is ${inputs.provider}; keyless access with identity_provider_id works with ${keyless.join(" and ")} only. Use api_key for ${inputs.provider}.`
	});
	return problems;
}
// src/inputs/read-inputs.ts
function plain(value) {
	const trimmed = value?.trim();
	return trimmed !== void 0 && /^\$\{\{[\s\S]*\}\}$/.test(trimmed) ? "" : trimmed;
}
async function readInputs(raw, readText, operations) {
	const given = Object.fromEntries(INPUT_NAMES.map((name) => [name, plain(raw[name])]));
	const texts = {
		...given,
		method: await methodText(given.method ?? "", readText)
	};
	const plainly = schemaFor(operations.map(({ name }) => name)).safeParse(given);
	const { structures, problems: unreadable, remarks } = await structuresOf(texts);
	if (!plainly.success || structures === void 0) {
		const issues = plainly.success ? [] : plainly.error.issues;
		throw new InputError([...issues.map((issue) => problemOf(issue.path, issue.message, given)), ...unreadable]);
	}
	const inputs = {
		...plainly.data,
		...structures
	};
	const problems = combinationProblems(inputs, operations.find(({ name }) => name === inputs.operation));
	if (problems.length > 0) throw new InputError(problems);
	return Object.freeze({
		...inputs,
		remarks
	});
}
function readConnection(raw) {
	const given = Object.fromEntries(INPUT_NAMES.map((name) => [name, plain(raw[name])]));
	const read = CONNECTION.safeParse(given);
	if (!read.success) throw new InputError(read.error.issues.map((issue) => problemOf(issue.path, issue.message, given)));
	return read.data;
}
async function methodText(given, readText) {
	if (!/^[^\n{}]+\.(json|ya?ml)$/i.test(given)) return given;
	try {
		return await readText(given);
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		throw new InputError([{
			place: "method",
			message: `Input method names a file that cannot be read: ${error.message}`
		}]);
	}
}
const NONE = {
	method: void 0,
	hyperparameters: void 0,
	integrations: void 0,
	metadata: void 0,
	extra_body: void 0
};
async function structuresOf(given) {
	if (STRUCTURED.every((name) => !given[name])) return {
		structures: NONE,
		problems: [],
		remarks: []
	};
	const { readStructures } = await import("./read-structures.js");
	return readStructures(given);
}
// src/adapters/files.ts
const CHUNK = 1048576;
function isInside(folder, file) {
	const relative = path.relative(folder, file);
	return relative !== "" && !relative.startsWith(`..${path.sep}`) && relative !== ".." && !path.isAbsolute(relative);
}
async function realFolder(folder) {
	return realpath(folder).catch(() => void 0);
}
function turning() {
	const buffers = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)];
	let turn = 0;
	return () => {
		turn += 1;
		return buffers[turn % 2] ?? buffers[0];
	};
}
function localFiles(options) {
	const { workspace, temp, allowPaths, fork } = options;
	const absolute = (given) => path.resolve(workspace, given);
	let folders;
	async function resolve(given) {
		const asked = absolute(given);
		const real = await realpath(asked).catch(() => void 0);
		if (real === void 0) throw new ActionError(`There is no file ${given}. Paths are relative to the workspace; check its spelling and the checkout.`);
		folders ??= Promise.all([
			workspace,
			temp,
			...allowPaths.map(absolute)
		].map(realFolder));
		const roots = await folders;
		const [realWorkspace] = roots;
		const inWorkspace = realWorkspace !== void 0 && isInside(realWorkspace, real);
		if (fork && isInside(workspace, asked) && !inWorkspace) throw new ActionError(`${given} is a link that leaves the workspace; with a fork's content it is not followed. Commit the file itself.`);
		if (!roots.some((root) => root !== void 0 && isInside(root, real))) throw new ActionError(`${given} lies outside the workspace and RUNNER_TEMP. Name its folder in the input allow_paths if it is meant to be read.`);
		if (inWorkspace && path.relative(realWorkspace, real).split(path.sep).includes(".git")) throw new ActionError(`${given} lies in the .git folder, which is never read as data. Give the path of the data file.`);
		const facts = await stat(real);
		if (!facts.isFile()) throw new ActionError(`${given} is ${facts.isDirectory() ? "a folder" : "no regular file"}. Give a file, or a glob such as ${given}/*.jsonl.`);
		return real;
	}
	let reportFolder;
	const again = new Map();
	return {
		async exists(given) {
			return (await stat(absolute(given)).catch(() => void 0))?.isFile() ?? false;
		},
		async glob(pattern) {
			const found = await Array.fromAsync(glob(pattern, { cwd: workspace }));
			return (await Promise.all(found.map(async (file) => await this.exists(file) ? [file.split(path.sep).join("/")] : []))).flat().sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
		},
		async readText(given) {
			return readFile(await resolve(given), "utf8");
		},
		async size(given) {
			return (await stat(await resolve(given))).size;
		},
		async *read(given) {
			yield* createReadStream(await resolve(given), { highWaterMark: CHUNK });
		},
		async *scan(given, take = turning()) {
			const file = await open(await resolve(given));
			let reading;
			try {
				reading = file.read(take());
				for (;;) {
					const { bytesRead, buffer } = await reading;
					if (bytesRead === 0) return;
					reading = file.read(take());
					yield buffer.subarray(0, bytesRead);
				}
			} finally {
				await reading?.catch(() => void 0);
				await file.close();
			}
		},
		async readRange(given, offset, length) {
			const resolved = again.get(given) ?? resolve(given);
			again.set(given, resolved);
			const file = await open(await resolved);
			try {
				const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, offset);
				return buffer.subarray(0, bytesRead);
			} finally {
				await file.close();
			}
		},
		async writeReport(name, content) {
			reportFolder ??= mkdtemp(path.join(temp, "fine-tune-report-"));
			const file = path.join(await reportFolder, name);
			await writeFile(file, content);
			return file;
		}
	};
}
// src/run/connect.ts
function connector(connection, runner, closing) {
	let opened;
	const open = async () => {
		await useEnvironmentProxies();
		const platform = platformNamed(connection.profile.name);
		const options = {
			identityToken: githubIdentityToken,
			mask: (secret) => runner.mask(secret)
		};
		if (!connection.profile.embedded) return platform.open(connection, options);
		const { startSandbox } = await import("./server.js");
		const apiKey = randomBytes(16).toString("hex");
		const sandbox = await startSandbox({
			folder: path.join(runner.context.temp, "fine-tune-sandbox"),
			entry: ENTRY,
			apiKey
		});
		closing.defer(() => sandbox.close());
		return platform.open({
			...connection,
			baseUrl: sandbox.url,
			credential: {
				kind: "key",
				key: apiKey
			}
		}, options);
	};
	return () => {
		opened ??= open();
		return opened;
	};
}
function filesFor(raw, context) {
	const allowPaths = (raw.allow_paths ?? "").split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
	return localFiles({
		workspace: context.workspace,
		temp: context.temp,
		allowPaths,
		fork: context.fork
	});
}
export { MODEL as a, TRAINING_FILE as c, ENTRY as d, systemClock as f, readInputs as i, VALIDATION_FILE as l, rawInputs as m, filesFor as n, ONE_JOB as o, actionsRunner as p, readConnection as r, ONE_JOB_OR_ITS_INPUTS as s, connector as t, INPUT_NAMES as u };
