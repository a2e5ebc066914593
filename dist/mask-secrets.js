import { i as InputError, n as ActionError } from "./errors.js";
import { H as NEVER, T as transform, _ as optional, g as object, v as pick, w as string, y as pipe } from "./schemas.js";
import { t as useEnvironmentProxies } from "./http.js";
import { i as methodName } from "./method.js";
import { a as optionalChoice, c as text, f as leniently, i as number, l as problemOf, n as flag, o as optionalNumber, r as lines, t as choice } from "./fields.js";
import { t as nearest$1 } from "./nearest.js";
import { d as missingInputs, f as ENTRY, m as githubIdentityToken } from "./needs.js";
import { i as meantStatus, n as STATUSES, t as STATES } from "./statuses.js";
import { a as PLATFORM_NAMES, i as PLATFORM_INPUTS, o as SECRET_VARIABLES, r as PLATFORMS, s as platformNamed } from "./registry.js";
import { t as merged } from "./merge.js";
import { i as secretsOfEnvironment, n as secretsIn, r as secretsInside } from "./secrets.js";
import { randomBytes } from "node:crypto";
import { glob, mkdtemp, open, realpath, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { createReadStream, fstatSync, mkdirSync, openSync, readSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
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
// src/inputs/inputs.ts
const STATUS = pipe(text, transform((value, context) => {
	if (value === void 0) return void 0;
	const words = value.split(",").map((word) => word.trim());
	const wrong = words.find((word) => meantStatus(word) === void 0);
	if (wrong === void 0) return words.flatMap((word) => meantStatus(word) ?? []);
	const meant = nearest$1(wrong, Object.keys(STATES));
	context.issues.push({
		code: "custom",
		input: value,
		message: `one or several of ${STATUSES.join(", ")}, separated by commas${meant === void 0 ? "" : ` (did you mean ${meant}?)`}`
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
	inference_base_url: text,
	allow_http: flag(false),
	api_key: text,
	organization: text,
	project: text,
	identity_provider_id: text,
	service_account_id: text,
	audience: text,
	wait: flag(true),
	timeout_minutes: number({
		low: 0,
		above: true,
		high: 50400
	}, 330),
	poll_interval_seconds: number({
		low: 0,
		high: 3600
	}, 0),
	on_timeout: choice("fail", "detach", "cancel"),
	on_cancel: optionalChoice("cancel", "detach"),
	reuse: flag(true),
	job_id: text,
	status: STATUS,
	if_not_found: choice("fail", "empty"),
	any_repository: flag(false),
	limit: number({
		low: 1,
		high: 1e4,
		whole: true
	}, 20),
	min_model_days: number({
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
	exact_tokens_up_to_mb: number({ low: 0 }, 200),
	tokenizer: text,
	evaluation_file: lines,
	baseline: text,
	baseline_base_url: text,
	baseline_api_key: text,
	grader_model_base_url: text,
	grader_model_api_key: text,
	repeat: number({
		low: 1,
		high: 20,
		whole: true
	}, 1),
	concurrency: number({
		low: 1,
		high: 256,
		whole: true
	}, 8),
	cluster_by: text,
	tag_by: text,
	max_drop: number({
		low: 0,
		high: 1
	}, .05),
	min_gain: optionalNumber({
		low: -1,
		high: 1
	}),
	min_score: optionalNumber({ low: -1e6 }),
	max_regressions: optionalNumber({
		low: 0,
		whole: true
	}),
	confidence: number({
		low: .5,
		above: true,
		high: .9999
	}, .95),
	on_inconclusive: choice("fail", "pass"),
	min_rows: number({
		low: 2,
		whole: true
	}, 30),
	min_coverage: number({
		low: 0,
		above: true,
		high: 1
	}, .98),
	price_per_million_input_tokens: optionalNumber({ low: 0 }),
	price_per_million_output_tokens: optionalNumber({ low: 0 }),
	answers_path: text,
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
	matrix: text,
	job_check_run_id: text
};
const schemaFor = (operations) => object({
	operation: choice(...operations),
	...PLAIN
});
const CONNECTION = pick(object(PLAIN), {
	provider: true,
	base_url: true,
	inference_base_url: true,
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
	"extra_body",
	"extra_query",
	"extra_headers",
	"grader",
	"sampling_params",
	"deployment"
];
const INPUT_NAMES = [
	"operation",
	...Object.keys(PLAIN),
	...STRUCTURED,
	...PLATFORM_INPUTS
];
function ownInputs(given) {
	return Object.fromEntries(PLATFORM_INPUTS.flatMap((name) => given[name] ? [[name, given[name]]] : []));
}
// src/inputs/combinations.ts
function combinationProblems(inputs, operation, reading) {
	return [
		...operation === void 0 ? [] : missingInputs(inputs, operation, reading),
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
	const type = methodName(inputs.method);
	const other = methodName(merged({ method: inputs.method }, inputs.extra_body).method);
	if (other !== type) problems.push({
		place: "extra_body.method.type",
		message: `Input extra_body.method.type is ${other}, and the data is checked for ${type}. Write it into the input method.`
	});
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
const NO_SERVER = {
	ownNames: [],
	optional: [],
	problems: []
};
async function readInputs(raw, readText, operations, serverOf = () => NO_SERVER) {
	const given = trimmed(raw);
	const plainly = leniently(schemaFor(operations.map(({ name }) => name)), given);
	const { structures, problems: wrong, values } = await structuresOf(given, readText);
	const server = serverOf({
		...leniently(CONNECTION, given).value,
		...structures,
		own: ownInputs(given)
	});
	const type = methodName(values.method);
	const strays = await straysOf(raw, type);
	const slips = await slipsOf(values, server.ownNames);
	const inputs = {
		...plainly.value,
		...structures,
		own: ownInputs(given)
	};
	const each = [
		...plainly.issues.map((issue) => problemOf(issue.path, issue.message, given)),
		...wrong,
		...slips,
		...strays.problems
	];
	const said = new Set(each.map(({ place }) => place.split(".")[0] ?? place));
	const combined = [...combinationProblems(inputs, said.has("operation") ? void 0 : operations.find(({ name }) => name === inputs.operation), {
		type,
		wrong: said,
		optional: server.optional
	}), ...server.problems];
	const problems = [...each, ...combined.filter(({ place }) => !said.has(place.split(".")[0] ?? place))];
	if (problems.length > 0) throw new InputError(problems);
	return Object.freeze({
		...inputs,
		remarks: strays.remarks
	});
}
async function readConnection(raw) {
	const given = trimmed(raw);
	const { value, issues } = leniently(CONNECTION, given);
	const { extra_query, extra_headers } = given;
	const { structures, problems } = await structuresOf({
		extra_query,
		extra_headers
	}, () => Promise.resolve(""));
	const all = [...issues.map((issue) => problemOf(issue.path, issue.message, given)), ...problems];
	if (all.length > 0) throw new InputError(all);
	return {
		...value,
		extra_query: structures.extra_query,
		extra_headers: structures.extra_headers,
		own: ownInputs(given)
	};
}
function trimmed(raw) {
	return Object.fromEntries(INPUT_NAMES.map((name) => [name, plain(raw[name])]));
}
const NOTHING = {
	structures: {
		method: void 0,
		hyperparameters: void 0,
		integrations: void 0,
		metadata: void 0,
		extra_body: void 0,
		extra_query: void 0,
		extra_headers: void 0,
		grader: void 0,
		sampling_params: void 0,
		deployment: void 0
	},
	problems: [],
	values: {}
};
async function structuresOf(given, readText) {
	if (STRUCTURED.every((name) => !given[name])) return NOTHING;
	const { readStructures } = await import("./read-structures.js");
	const method = given.method ?? "";
	if (!/^[^\n{}]+\.(json|ya?ml)$/i.test(method)) return readStructures(given);
	try {
		return readStructures({
			...given,
			method: await readText(method)
		});
	} catch (error) {
		if (!(error instanceof ActionError)) throw error;
		const message = `Input method names a file that cannot be read: ${error.message}`;
		const { problems, ...others } = readStructures({
			...given,
			method: ""
		});
		return {
			...others,
			problems: [{
				place: "method",
				message
			}, ...problems]
		};
	}
}
async function slipsOf(values, ownNames) {
	const { method, hyperparameters, integrations } = values;
	if (method === void 0 && hyperparameters === void 0 && integrations === void 0) return [];
	return (await import("./unknown-names.js")).unknownNames(values, ownNames, INPUT_NAMES);
}
async function straysOf(raw, type) {
	if (Object.keys(raw).every((name) => INPUT_NAMES.includes(name))) return {
		problems: [],
		remarks: []
	};
	return (await import("./stray-inputs.js")).strayInputs(raw, INPUT_NAMES, type);
}
// src/adapters/answer-folder.ts
const ENDING = ".answers.jsonl";
const BLOCK = 4194304;
const isInside$1 = (folder, file) => file === folder || file.startsWith(`${folder}${path.sep}`);
function nearest(folder) {
	try {
		return realpathSync(folder);
	} catch {
		return nearest(path.dirname(folder));
	}
}
async function* blocksOf(file) {
	const handle = await open(file);
	try {
		const { size } = await handle.stat();
		const memory = Buffer.allocUnsafe(Math.min(BLOCK, Math.max(1, size)));
		for (;;) {
			const { bytesRead } = await handle.read(memory, 0, memory.length);
			if (bytesRead === 0) return;
			yield memory.subarray(0, bytesRead);
		}
	} finally {
		await handle.close();
	}
}
function answerFolder(given, workspace, roots) {
	const folder = path.resolve(workspace, given);
	const real = nearest(folder);
	if (!roots.some((root) => root !== "" && isInside$1(nearest(path.resolve(workspace, root)), real))) throw new ActionError(`Input answers_path is ${JSON.stringify(given)}, which lies outside the workspace and RUNNER_TEMP. Name its folder in the input allow_paths if it is meant.`);
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		throw new ActionError(`Input answers_path is ${JSON.stringify(given)}, and no folder can be made there. Give another path.`, { cause: error });
	}
	const opened = new Map();
	const own = path.join(folder, `${Date.now()}-${randomBytes(4).toString("hex")}${ENDING}`);
	let appending;
	return {
		names: async () => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isFile() && entry.name.endsWith(ENDING) ? [entry.name] : []).sort(),
		scan: (name) => blocksOf(path.join(folder, name)),
		read(name, offset, length) {
			const file = opened.get(name) ?? openSync(path.join(folder, name), "r");
			opened.set(name, file);
			const bytes = Buffer.alloc(Math.min(length, fstatSync(file).size - offset));
			readSync(file, bytes, 0, bytes.length, offset);
			return bytes;
		},
		append(text) {
			appending ??= openSync(own, "a");
			writeFileSync(appending, text);
		}
	};
}
// src/adapters/glob-patterns.ts
const MOST_PATTERNS = 1e3;
const LONGEST = 4096;
function rangeOf(text) {
	const [, from, to] = /^(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])(?:\.\.-?\d+)?$/.exec(text) ?? [];
	if (from === void 0 || to === void 0) return void 0;
	const place = (end) => /\d/.test(end) ? Number(end) : end.charCodeAt(0);
	return Math.abs(place(to) - place(from)) + 1;
}
function patternsIn(pattern) {
	if (pattern.length > LONGEST) return Number.POSITIVE_INFINITY;
	const open = [];
	let count = 1;
	for (let at = 0; at < pattern.length; at += 1) {
		const sign = pattern[at];
		const inner = open.at(-1);
		if (sign === "\\") at += 1;
		else if (sign === "{") {
			open.push({
				before: count,
				alternatives: 0,
				from: at + 1
			});
			count = 1;
		} else if (sign === "," && inner !== void 0) {
			inner.alternatives += count;
			count = 1;
		} else if (sign === "}" && inner !== void 0) {
			open.pop();
			count = inner.before * (inner.alternatives + (rangeOf(pattern.slice(inner.from, at)) ?? count));
		}
	}
	return open.reduce((all, { before, alternatives }) => all * before * Math.max(1, alternatives), count);
}
// src/adapters/files.ts
const CHUNK = 1048576;
const LARGEST_TEXT = 67108864;
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
	const { workspace, temp, allowPaths, fork, redact } = options;
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
	return {
		async exists(given) {
			return (await stat(absolute(given)).catch(() => void 0))?.isFile() ?? false;
		},
		async glob(pattern) {
			const many = patternsIn(pattern);
			if (many > 1e3) throw new ActionError(`The glob ${pattern.slice(0, 200)} stands for ${Number.isFinite(many) ? many : "countless"} patterns; at most ${MOST_PATTERNS} are looked for. Give several shorter ones, one a line.`);
			const found = await Array.fromAsync(glob(pattern, { cwd: workspace }));
			return (await Promise.all(found.map(async (file) => await this.exists(file) ? [file.split(path.sep).join("/")] : []))).flat().sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
		},
		async readText(given, most = LARGEST_TEXT) {
			const chunks = [];
			for await (const chunk of createReadStream(await resolve(given), { end: most })) chunks.push(chunk);
			const bytes = Buffer.concat(chunks);
			if (bytes.length > most) throw new ActionError(`${given} is larger than ${Math.round(most / 1024 / 1024)} MiB, which is the most that is read of it.`);
			return bytes.toString("utf8");
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
		ranges() {
			const opened = new Map();
			const readRange = async (given, offset, length) => {
				const opening = opened.get(given) ?? resolve(given).then((real) => open(real));
				opened.set(given, opening);
				const { bytesRead, buffer } = await (await opening).read(Buffer.allocUnsafeSlow(length), 0, length, offset);
				return buffer.subarray(0, bytesRead);
			};
			const close = async () => {
				const all = [...opened.values()];
				opened.clear();
				await Promise.all(all.map(async (opening) => (await opening.catch(() => void 0))?.close()));
			};
			return Object.assign(readRange, { close });
		},
		async writeReport(name, content) {
			reportFolder ??= mkdtemp(path.join(temp, "fine-tune-report-"));
			const file = path.join(await reportFolder, redact(name));
			await writeFile(file, redact(content));
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
		if (sandbox.lost !== void 0) runner.warning(sandbox.lost);
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
function filesFor(raw, { context, redact }) {
	const allowPaths = allowedPaths(raw);
	return localFiles({
		workspace: context.workspace,
		temp: context.temp,
		allowPaths,
		fork: context.fork,
		redact
	});
}
function answerFolderFor(raw, { context, redact }) {
	const { workspace, temp } = context;
	return (given) => {
		const folder = answerFolder(given, workspace, [
			workspace,
			temp,
			...allowedPaths(raw)
		]);
		return {
			...folder,
			append: (text) => folder.append(redact(text))
		};
	};
}
function allowedPaths({ allow_paths = "" }) {
	return allow_paths.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
// src/run/mask-secrets.ts
async function maskSecrets(raw, environment, runner) {
	for (const secret of secretsOfEnvironment(environment, SECRET_VARIABLES)) runner.mask(secret);
	for (const secret of await secretsIn(raw)) runner.mask(secret);
}
const LARGEST_INPUT = 1048576;
function maskingReader(files, runner) {
	return async (file) => {
		const text = await files.readText(file, LARGEST_INPUT);
		for (const secret of await secretsInside(text)) runner.mask(secret);
		return text;
	};
}
export { filesFor as a, INPUT_NAMES as c, connector as i, systemClock as l, maskingReader as n, readConnection as o, answerFolderFor as r, readInputs as s, maskSecrets as t };
