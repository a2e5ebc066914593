import { a as getIDToken, c as notice, d as setSecret, f as startGroup, i as error, l as saveState, m as summary, n as debug, o as getState, p as warning, r as endGroup, s as info, t as ExitCode, u as setOutput } from "./core.js";
import { n as ActionError } from "./errors.js";
import { a as boolean, f as looseObject, h as number, i as array, m as nullish, w as string } from "./schemas.js";
import path from "node:path";
import { tmpdir } from "node:os";
import { readFileSync } from "node:fs";
// src/spread-secret.ts
const FEWEST = 16;
const END = 8;
const CUT$1 = /(?:^|…|\.{3}|[*•]{2})$/;
const isDigit = (code) => code >= 48 && code <= 57;
const isSmall = (code) => code >= 97 && code <= 122;
const BACKSLASH = 92;
const BLANKS = new Set([
	110,
	114,
	116,
	98,
	102
]);
const U = 117;
function escapedAt(text, at) {
	const code = text.charCodeAt(at);
	return code === U ? 5 : BLANKS.has(code) ? 1 : 0;
}
function eachSign(text, hear) {
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at += escapedAt(text, at + 1);
		else {
			const small = code >= 65 && code <= 90 ? code + 32 : code;
			if (isDigit(small) || isSmall(small)) hear(small, at);
		}
	}
}
function spreadOf(secret) {
	const signs = [];
	eachSign(secret.replaceAll("\\", ""), (sign) => signs.push(sign));
	return signs.length >= FEWEST && signs.some(isDigit) && signs.some(isSmall) ? Buffer.from(signs) : void 0;
}
const WINDOW = 65536;
function spreadAmong(spreads, text) {
	const carried = Math.max(...spreads.map(({ length }) => length)) - 1;
	const window = Buffer.allocUnsafe(Math.min(WINDOW, text.length) + carried);
	const found = [];
	let size = 0;
	let before = 0;
	const look = () => {
		const signs = window.subarray(0, size);
		for (const spread of spreads) for (let at = signs.indexOf(spread); at >= 0; at = signs.indexOf(spread, at + spread.length)) found.push([before + at, before + at + spread.length - 1]);
		const kept = Math.min(size, carried);
		window.copyWithin(0, size - kept, size);
		before += size - kept;
		size = kept;
	};
	eachSign(text, (sign) => {
		window[size] = sign;
		size += 1;
		if (size === window.length) look();
	});
	look();
	return found;
}
function spreadRanges(spreads, text) {
	if (text.length < FEWEST || spreads.length === 0) return [];
	const found = spreadAmong(spreads, text);
	if (found.length === 0) return [];
	const places = new Map(found.flat().map((count) => [count, 0]));
	let count = 0;
	eachSign(text, (_, at) => {
		if (places.has(count)) places.set(count, at);
		count += 1;
	});
	return found.map(([first, last]) => [places.get(first) ?? 0, (places.get(last) ?? 0) + 1]);
}
function endRanges(secret, text) {
	if (secret.length < FEWEST) return [];
	const end = secret.slice(-8);
	const found = [];
	for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + END)) {
		let more = 0;
		while (more < secret.length - END && text[at - more - 1] === secret[secret.length - END - more - 1]) more += 1;
		if (CUT$1.test(text.slice(Math.max(0, at - more - 3), at - more))) found.push([at - more, at + END]);
	}
	return found;
}
function replacedRanges(text, ranges, word) {
	let left = "";
	let from = 0;
	for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
		if (end <= from) continue;
		left += start < from ? "" : text.slice(from, start) + word;
		from = end;
	}
	return left + text.slice(from);
}
const CUT = 8;
const LINE$1 = 8;
const HIDDEN = "***";
const REFERENCES = {
	"&": "amp",
	"<": "lt",
	">": "gt",
	"\"": "quot",
	"'": "apos",
	"-": "hyphen|dash",
	_: "lowbar",
	"/": "sol",
	"=": "equals",
	"+": "plus",
	".": "period",
	":": "colon",
	"@": "commat"
};
const hex = (value, digits = 1) => value.toString(16).padStart(digits, "0").replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
const SPACE = "(?:\\s|\\+|\\\\{1,8}[nrtf]|\\\\{1,8}(?:u\\{?|x)0{0,8}(?:20|[9aAcCdD])\\}?|%(?:25){0,4}(?:20|0[9aAcCdD])|&(?:amp;){0,4}(?:#0{0,8}(?:32|9|10|12|13)|#[xX]0{0,8}(?:20|[9aAcCdD])|nbsp);){1,99}";
function formsOf(character) {
	if (/\s/.test(character)) return SPACE;
	const code = character.codePointAt(0) ?? 0;
	const units = Array.from({ length: character.length }, (_, at) => `\\\\{1,8}(?:u\\{?|x)0{0,8}${hex(character.charCodeAt(at))}\\}?`);
	const bytes = Array.from(new TextEncoder().encode(character), (byte) => `%(?:25){0,4}${hex(byte, 2)}`);
	const name = REFERENCES[character] === void 0 ? "" : `|${REFERENCES[character]}`;
	const reference = `&(?:amp;){0,4}(?:#0{0,8}${code}|#[xX]0{0,8}${hex(code)}${name});`;
	const literal = character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
	const plain = character === "\\" ? "\\\\{1,8}" : `\\\\{0,8}${literal}`;
	return `(?:${[
		units.join(""),
		bytes.join(""),
		reference,
		plain
	].join("|")})`;
}
function before(next) {
	return next === void 0 ? "" : `(?=${formsOf(next)}|[&%\\\\…]|\\.\\.\\.|$)`;
}
const sticky = new Map();
function stickyForms(character, next) {
	const key = `${character}${next ?? ""}`;
	const known = sticky.get(key);
	if (known !== void 0) return known;
	const form = new RegExp(`${formsOf(character)}${before(next)}`, "uy");
	sticky.set(key, form);
	return form;
}
function needleOf(text, of) {
	const characters = [...text.replace(/\s+/g, " ")];
	const beginning = characters.slice(0, CUT);
	const forms = `${beginning.map(formsOf).join("")}${before(characters[CUT])}`;
	const number = /^\d+$/.test(text);
	return {
		text,
		of,
		number,
		beginning: new RegExp(number ? `(?<![\\d.])${forms}` : forms, "gu"),
		rest: characters.slice(CUT),
		plain: /\s/.test(text) ? void 0 : beginning.join("")
	};
}
function endOf({ number, rest }, text, from) {
	let at = from;
	for (const [index, character] of rest.entries()) {
		const form = stickyForms(character, rest[index + 1]);
		form.lastIndex = at;
		if (!form.test(text)) return ENDS.test(text.slice(at, at + 12)) ? at : void 0;
		at = form.lastIndex;
	}
	return number && /\d/.test(text[at] ?? "") ? void 0 : at;
}
const ENDS = /^(?:&#?[xX]?\w{0,8}|%\w?|\\{1,8}u?\w{0,4})?(?:…|\.\.\.|$)/;
const ESCAPED = /[\\%&]/;
function without(needle, text, escaped) {
	if (!escaped && needle.plain !== void 0 && !text.includes(needle.plain)) return text;
	if (!needle.number && text.includes(needle.text)) return without(needle, text.replaceAll(needle.text, HIDDEN), escaped);
	const kept = [];
	let from = 0;
	const looking = needle.beginning;
	looking.lastIndex = 0;
	for (let match = looking.exec(text); match !== null; match = looking.exec(text)) {
		const end = endOf(needle, text, looking.lastIndex);
		looking.lastIndex = end ?? match.index + 1;
		if (end === void 0) continue;
		kept.push(text.slice(from, match.index), HIDDEN);
		from = end;
	}
	return from === 0 ? text : [...kept, text.slice(from)].join("");
}
function base64Of(secret) {
	const bytes = Buffer.from(secret);
	return [
		0,
		1,
		2
	].flatMap((offset) => {
		const same = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64").slice(offset === 0 ? 0 : offset + 1, Math.floor((offset + bytes.length) * 8 / 6));
		return [same, same.replaceAll("+", "-").replaceAll("/", "_")];
	});
}
function partsOf(secret) {
	const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
	const [, token] = /^(?:bearer|basic|token|apikey|key) +(\S+)$/i.exec(secret) ?? [];
	const [, password = ""] = /^[a-z][\w+.-]*:\/\/[^:@/?#\s]*:([^@/\s]+)@/i.exec(secret) ?? [];
	const named = [...secret.matchAll(/(?:^|[;&?])\s*[\w .-]{2,40}=([^;&\s]{12,})/g)].map(([, value = ""]) => value);
	const parts = [
		...lines.length > 1 ? lines.filter((line) => line.length >= LINE$1) : [],
		token ?? "",
		password,
		...named
	];
	return [...parts, ...parts.map(decoded)];
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
function newRedactor() {
	const known = new Set();
	let needles = [];
	let spreads = [];
	const replaced = (text, shortest) => {
		const escaped = ESCAPED.test(text);
		const plain = needles.reduce((left, needle) => needle.of < shortest ? left : without(needle, left, escaped), text);
		const ends = [...known].flatMap((secret) => endRanges(secret, plain));
		return replacedRanges(plain, [...spreadRanges(spreads, plain), ...ends], HIDDEN);
	};
	const whole = (text, changed, shortest) => changed !== text && isJson(text) && !isJson(changed) ? JSON.stringify(mapTexts(JSON.parse(text), (inner) => replaced(inner, shortest))) : changed;
	return {
		add(secret) {
			const fresh = [secret.trim(), ...partsOf(secret.trim())].filter((text) => text.length >= 6 && !known.has(text));
			if (fresh.length === 0) return;
			for (const text of fresh) known.add(text);
			const forms = fresh.flatMap((text) => [
				text,
				...base64Of(text),
				Buffer.from(text).toString("hex")
			].map((form) => needleOf(form, text.length)));
			spreads = [...spreads, ...forms.flatMap((form) => form.number ? [] : spreadOf(form.text) ?? [])];
			needles = [...needles, ...forms].sort((left, right) => right.text.length - left.text.length);
		},
		redact(text, shortest = 6) {
			const changed = replaced(text, shortest);
			if (changed === text) return text;
			const before = text.split("\n");
			const after = changed.split("\n");
			if (isJson(text) || before.length !== after.length) return whole(text, changed, shortest);
			return after.map((line, at) => whole(before[at] ?? "", line, shortest)).join("\n");
		}
	};
}
const DEEPEST = 200;
function mapTexts(value, change, depth = 0) {
	if (typeof value === "string") return change(value);
	if (typeof value === "number") return change(String(value)) === String(value) ? value : HIDDEN;
	if (typeof value !== "object" || value === null) return value;
	if (depth > DEEPEST) return "…";
	if (Array.isArray(value)) {
		const mapped = value.map((inner) => mapTexts(inner, change, depth + 1));
		return mapped.every((inner, at) => inner === value[at]) ? value : mapped;
	}
	if (Object.getPrototypeOf(value) !== Object.prototype) return value;
	const entries = Object.entries(value);
	const mapped = entries.map(([name, inner]) => [change(name), mapTexts(inner, change, depth + 1)]);
	return mapped.every(([name, inner], at) => name === entries[at]?.[0] && inner === entries[at]?.[1]) ? value : Object.fromEntries(mapped);
}
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
const ABOUT_ANOTHER_COMMIT = new Set([
	"issue_comment",
	"check_run",
	"check_suite"
]);
function isFork(eventName, payload, repository, isOwnCommit) {
	if (eventName.startsWith("pull_request")) return payload.pull_request?.head?.repo?.full_name !== repository;
	if (eventName === "workflow_run") return payload.workflow_run?.head_repository?.full_name !== repository;
	return ABOUT_ANOTHER_COMMIT.has(eventName) && !isOwnCommit();
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
	const workspace = path.resolve(environment.GITHUB_WORKSPACE || process.cwd());
	const isOwnCommit = () => (checkedOut(workspace) ?? environment.GITHUB_SHA) === environment.GITHUB_SHA;
	const fork = isFork(eventName, payload, repository, isOwnCommit);
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
const VARIABLE = "INPUT_";
function rawInputs(environment, names) {
	const given = Object.keys(environment).filter((name) => name.startsWith(VARIABLE)).map((name) => [name.slice(6).toLowerCase(), environment[name]]);
	return Object.fromEntries([...names.map((name) => [name, void 0]), ...given]);
}
function properties(place, redact) {
	if (place === void 0) return {};
	return {
		file: redact(place.file),
		...place.line === void 0 ? {} : { startLine: place.line },
		...place.column === void 0 ? {} : { startColumn: place.column }
	};
}
const MESSAGE = 4e3;
const LONG = 16;
function actionsRunner(environment) {
	const secrets = newRedactor();
	const redact = (text) => secrets.redact(text);
	const line = (text) => inert(redact(text));
	const message = (text) => line(text).slice(0, MESSAGE);
	const masked = new Set();
	return {
		context: readContext(environment),
		redact,
		mask(secret) {
			secrets.add(secret);
			const forms = new Set([
				secret,
				JSON.stringify(secret).slice(1, -1),
				encodeURIComponent(secret.toWellFormed()),
				...secret.split(/\r?\n/)
			]);
			for (const form of forms) {
				if (form.trim().length >= 3 && !masked.has(form)) setSecret(form);
				masked.add(form);
			}
		},
		debug: (text) => debug(line(text)),
		info: (text) => info(line(text)),
		notice: (text) => notice(message(text)),
		warning: (text, place) => warning(message(text), properties(place, redact)),
		error: (text, place) => error(message(text), properties(place, redact)),
		startGroup: (title) => startGroup(line(title)),
		endGroup: () => endGroup(),
		setOutput: (name, value) => setOutput(name, redact(value)),
		saveState: (name, value) => saveState(name, secrets.redact(value, LONG)),
		getState: (name) => getState(name),
		savedStates: (prefix) => Object.entries(environment).flatMap(([name, value]) => name.startsWith(`STATE_${prefix}`) && value ? [value] : []),
		async writeSummary(markdown) {
			if (!environment.GITHUB_STEP_SUMMARY) return debug("There is no GITHUB_STEP_SUMMARY to write the summary to.");
			await summary.emptyBuffer().addRaw(redact(markdown)).write({ overwrite: true });
		},
		fail() {
			process.exitCode = ExitCode.Failure;
		}
	};
}
async function githubIdentityToken(audience) {
	if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL || !process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) throw new ActionError("This job may not ask GitHub for an identity token. Give it the permission id-token: write, beside contents: read.");
	return getIDToken(audience);
}
// src/entry.ts
const ENTRY = path.join(import.meta.dirname, `index${path.extname(import.meta.filename)}`);
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
		method: "reinforcement"
	},
	fix: "Reinforcement fine-tuning requires validation data, for example validation_file: data/valid.jsonl"
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
const CANDIDATE = {
	input: "model",
	enough: [
		["model"],
		["job_id"],
		["metadata"]
	],
	fix: "Write the name of the model, for example model: ${{ steps.train.outputs.fine_tuned_model }}, or the job_id or metadata of its job."
};
const EVALUATION_FILE = {
	input: "evaluation_file",
	fix: "Write the path of rows that no model was trained on, for example evaluation_file: data/eval.jsonl"
};
const GRADER = {
	input: "grader",
	fix: "Write how an answer is graded: a word such as ilike or rouge_l, or a grader as the API takes it"
};
const FINE_TUNED_MODEL = {
	input: "model",
	enough: [
		["model"],
		["job_id"],
		["metadata"]
	],
	fix: "Write model with the name of the fine-tuned model, or job_id, or metadata that its job carries."
};
const DEPLOYMENT = {
	input: "deployment",
	enough: [
		["deployment"],
		["model"],
		["job_id"],
		["metadata"]
	],
	fix: "Write deployment with its name, or model, job_id or metadata as the deploy step has them."
};
const isGiven = (value) => value !== void 0 && !(Array.isArray(value) && value.length === 0);
function missingInputs(given, operation, { type, wrong, optional }) {
	return operation.needs.filter(({ input, enough = [[input]], only }) => {
		return !optional.includes(input) && (only === void 0 || only.method === type) && !enough.some((group) => group.every((name) => wrong.has(name) || isGiven(given[name])));
	}).map(({ input, fix }) => ({
		place: input,
		message: `Input ${input} is missing; operation ${operation.name} needs it. ${fix}`
	}));
}
export { inert as _, GRADER as a, ONE_JOB_OR_ITS_INPUTS as c, missingInputs as d, ENTRY as f, readContext as g, rawInputs as h, FINE_TUNED_MODEL as i, TRAINING_FILE as l, githubIdentityToken as m, DEPLOYMENT as n, MODEL as o, actionsRunner as p, EVALUATION_FILE as r, ONE_JOB as s, CANDIDATE as t, VALIDATION_FILE as u, mapTexts as v, newRedactor as y };
