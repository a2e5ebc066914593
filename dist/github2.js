import { Mt as string, Qt as ActionError, Tt as object, ct as useEnvironmentProxies } from "./start.js";
import { t as getOctokit } from "./github.js";
import { n as bounded, r as readJson } from "./answer-body.js";
import { i as statusOf, n as pauseBefore, t as isFinal } from "./github-refusal2.js";
const { Readable } = process.getBuiltinModule("node:stream");
const { promisify } = process.getBuiltinModule("node:util");
const { mkdtemp, open, readFile, rm, stat } = process.getBuiltinModule("node:fs/promises");
const path = process.getBuiltinModule("node:path");
const { createWriteStream } = process.getBuiltinModule("node:fs");
const { execFile, spawn } = process.getBuiltinModule("node:child_process");
const { pipeline } = process.getBuiltinModule("node:stream/promises");
const { setTimeout: setTimeout$1 } = process.getBuiltinModule("node:timers/promises");
// src/adapters/base-version.ts
const run = promisify(execFile);
const LARGEST = 1e8;
const LONGEST_LIST = 268435456;
const LINKS = 5;
const LINK = "120000";
const FILE = /^100/;
const ENTRY = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/;
function gitArguments(workspace, args) {
	return {
		args: [
			`--git-dir=${path.join(workspace, ".git")}`,
			"-c",
			"core.bigFileThreshold=1m",
			...args
		],
		env: {
			...process.env,
			GIT_ALLOW_PROTOCOL: "",
			GIT_NO_LAZY_FETCH: "1",
			GIT_OPTIONAL_LOCKS: "0",
			LC_ALL: "C"
		}
	};
}
async function treeByGit(workspace, commit, signal) {
	const { args, env } = gitArguments(workspace, [
		"ls-tree",
		"-r",
		"-z",
		"-l",
		"--full-tree",
		commit
	]);
	const { stdout } = await run("git", args, {
		env,
		signal,
		maxBuffer: LONGEST_LIST
	});
	return new Map(stdout.split("\0").flatMap((line) => {
		const [, mode = "", type, object = "", size, name = ""] = ENTRY.exec(line) ?? [];
		return type === "blob" ? [[name, {
			mode,
			object,
			bytes: size === "-" ? void 0 : Number(size)
		}]] : [];
	}));
}
async function treeByApi({ octokit, place }, commit, signal) {
	const { data } = await octokit.rest.git.getTree({
		...place,
		tree_sha: commit,
		recursive: "true",
		request: { signal }
	});
	if (data.truncated) throw new ActionError("the repository has more files than GitHub lists at once; with fetch-depth: 2 in actions/checkout it is read from the checkout");
	const entries = data.tree.flatMap(({ path: name, type, mode, sha, size }) => type === "blob" ? [[name, {
		mode,
		object: sha,
		bytes: size
	}]] : []);
	return new Map(entries);
}
async function copyByGit(workspace, { object }, file, signal) {
	const { args, env } = gitArguments(workspace, [
		"cat-file",
		"blob",
		object
	]);
	const handle = await open(file, "w");
	try {
		const git = spawn("git", args, {
			env,
			signal,
			stdio: [
				"ignore",
				handle.fd,
				"ignore"
			]
		});
		await new Promise((resolve, reject) => {
			git.on("error", reject);
			git.on("close", (code) => code === 0 ? resolve() : reject(new Error(`git ended with ${code}`)));
		});
	} finally {
		await handle.close();
	}
}
async function* atMost(bytes, pieces) {
	let read = 0;
	for await (const piece of pieces) {
		read += piece.length;
		if (read > bytes) throw new ActionError(`it has more than the ${bytes} bytes that GitHub says`);
		yield piece;
	}
}
async function copyByApi({ octokit, place }, { object, bytes }, file, signal) {
	if ((bytes ?? 0) > LARGEST) throw new ActionError(`it has ${bytes} bytes, and GitHub's API gives files of at most ${LARGEST}; with fetch-depth: 2 in actions/checkout it is read from the checkout`);
	const body = (await octokit.request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
		...place,
		file_sha: object,
		mediaType: { format: "raw" },
		request: {
			signal,
			parseSuccessResponseBody: false
		}
	})).data;
	if (body instanceof ReadableStream) await pipeline(Readable.fromWeb(body), (pieces) => atMost(bytes ?? LARGEST, pieces), createWriteStream(file), { signal });
	else await pipeline(Readable.from([]), createWriteStream(file));
}
function baseVersion(github, { workspace, temp }, commit, signal) {
	let listed;
	let folder;
	let copies = 0;
	const tree = () => {
		listed ??= treeByGit(workspace, commit, signal).catch(() => treeByApi(github, commit, signal));
		return listed;
	};
	async function fetch(entry) {
		folder ??= mkdtemp(path.join(temp, "fine-tune-base-"));
		copies += 1;
		const file = path.join(await folder, `${copies}.jsonl`);
		const whole = async () => entry.bytes === void 0 || (await stat(file)).size === entry.bytes;
		if (await copyByGit(workspace, entry, file, signal).then(whole, () => false)) return file;
		signal.throwIfAborted();
		await copyByApi(github, entry, file, signal);
		if (!await whole()) throw new ActionError(`of its ${entry.bytes} bytes only a part could be read`);
		return file;
	}
	return {
		commit,
		async files() {
			return [...await tree()].flatMap(([name, { mode, bytes }]) => FILE.test(mode) || mode === LINK ? [{
				path: name,
				bytes: mode === LINK ? void 0 : bytes
			}] : []);
		},
		async copy(asked) {
			const all = await tree();
			let name = asked;
			for (let link = 0; link <= LINKS; link += 1) {
				const entry = all.get(name);
				if (entry === void 0) break;
				if (entry.mode !== LINK) return fetch(entry);
				name = path.posix.join(path.posix.dirname(name), await readFile(await fetch(entry), "utf8"));
			}
			throw new ActionError(`${asked} is a link that leads to no file of the repository`);
		},
		async close() {
			if (folder !== void 0) await rm(await folder, {
				recursive: true,
				force: true
			});
		}
	};
}
// src/adapters/github-client.ts
const REQUEST = 15e3;
const WORKFLOW = "github-actions[bot]";
const Viewer = object({ viewer: object({ login: string() }) });
const REDIRECTS = 3;
const LARGEST_PAGE = 33554432;
const isFile = (init) => new Headers(init.headers).get("accept")?.includes(".raw") === true;
async function readable(response) {
	const { ok, status, statusText, headers } = response;
	if (!ok || !/json/.test(headers.get("content-type") ?? "")) return response;
	const text = await response.text();
	const value = readJson(text);
	return new Response(value === void 0 ? text : JSON.stringify(value), {
		status,
		statusText,
		headers
	});
}
async function fetchFromOrigin(address, init, left = REDIRECTS) {
	const response = await fetch(address, {
		...init,
		redirect: "manual"
	});
	const location = response.headers.get("location");
	if (response.status < 301 || response.status > 308 || location === null) return response.ok && isFile(init) ? response : readable(await bounded(response, LARGEST_PAGE));
	await response.body?.cancel();
	const target = new URL(location, address);
	if (target.origin !== new URL(address).origin) throw new ActionError(`GitHub redirects to another server (${target.origin}), which is not followed.`);
	if (left === 0) throw new ActionError("GitHub redirects again and again.");
	return fetchFromOrigin(target.href, init, left - 1);
}
function gitHubOf({ apiUrl, repository }, token) {
	const [owner = "", repo = ""] = repository.split("/");
	const octokit = getOctokit(token, {
		baseUrl: apiUrl,
		request: { fetch: fetchFromOrigin }
	});
	octokit.hook.wrap("request", async (request, options) => {
		const { signal } = options.request ?? {};
		for (let attempt = 1;; attempt += 1) {
			const limit = new AbortController();
			const timer = setTimeout(() => limit.abort(new DOMException("GitHub does not answer.", "TimeoutError")), REQUEST);
			try {
				options.request = {
					...options.request,
					signal: AbortSignal.any([limit.signal, ...signal === void 0 ? [] : [signal]])
				};
				return await request(options);
			} catch (error) {
				const pause = pauseBefore(error, attempt, options.method !== "POST");
				if (pause === void 0 || limit.signal.aborted || signal?.aborted) throw error;
				await setTimeout$1(pause, void 0, { signal }).catch(() => {
					throw error;
				});
			} finally {
				clearTimeout(timer);
			}
		}
	});
	let known;
	async function login(signal) {
		const request = { signal };
		const viewer = async () => Viewer.parse(await octokit.graphql("{ viewer { login } }", { request })).viewer.login;
		const bot = () => viewer().catch(() => WORKFLOW);
		if (token.startsWith("ghs_")) return bot();
		try {
			return (await octokit.rest.users.getAuthenticated({ request })).data.login;
		} catch (error) {
			const status = statusOf(error);
			if (status === 401 || status === 403 || status === 404) return bot();
			known = void 0;
			throw error;
		}
	}
	return {
		octokit,
		place: {
			owner,
			repo
		},
		login: (signal) => {
			known ??= login(signal);
			return known;
		}
	};
}
// src/adapters/github-comment.ts
const PAGES = 30;
const PER_PAGE = 100;
function isTooLong(error) {
	const status = statusOf(error);
	return status === 413 || status === 422;
}
function outcomeOf(error) {
	const status = statusOf(error);
	if (isTooLong(error)) return "too long";
	if (status === 404 || status === 410) return "gone";
	if (status === 403 && isFinal(error)) return "refused";
	throw error;
}
function beginsWith(marker, body) {
	return body === marker || body.startsWith(marker) && /^\r?\n/.test(body.slice(marker.length));
}
function isBy(login, { user, performed_via_github_app: app }) {
	return user?.login === login && (app == null || login === `${app.slug}[bot]`);
}
function commentKeeper({ octokit, place, login }, issue) {
	const { issues } = octokit.rest;
	let known;
	async function find(marker, signal) {
		const found = [];
		const author = await login(signal);
		for (let page = 1; page <= PAGES; page += 1) {
			const { data } = await issues.listComments({
				...place,
				issue_number: issue,
				per_page: PER_PAGE,
				page,
				request: { signal }
			});
			for (const { id, body = "", ...by } of data) if (isBy(author, by) && beginsWith(marker, body)) found.push({
				id,
				body
			});
			if (data.length < PER_PAGE) break;
		}
		return found.sort((left, right) => left.id - right.id);
	}
	async function update(id, body, signal) {
		try {
			await issues.updateComment({
				...place,
				comment_id: id,
				body,
				request: { signal }
			});
			return "kept";
		} catch (error) {
			return outcomeOf(error);
		}
	}
	async function updateFirst(found, body, signal) {
		for (const [index, comment] of found.entries()) {
			const outcome = comment.body === body ? "kept" : await update(comment.id, body, signal);
			if (outcome === "too long") return outcome;
			if (outcome !== "kept") continue;
			known = comment.id;
			for (const other of found.slice(index + 1)) await issues.deleteComment({
				...place,
				comment_id: other.id,
				request: { signal }
			}).catch(() => void 0);
			return outcome;
		}
		return "gone";
	}
	async function create(marker, body, signal) {
		let created;
		try {
			const { data } = await issues.createComment({
				...place,
				issue_number: issue,
				body,
				request: { signal }
			});
			created = data.id;
		} catch (error) {
			if (isTooLong(error)) return "too long";
			if (isFinal(error) || (await find(marker, signal)).length === 0) throw error;
		}
		const outcome = await updateFirst(await find(marker, signal), body, signal);
		if (outcome !== "gone" || typeof created !== "number") return outcome;
		known = created;
		return "kept";
	}
	return async (marker, body, signal) => {
		const direct = known === void 0 ? "gone" : await update(known, body, signal);
		if (direct === "kept" || direct === "too long") return direct;
		known = void 0;
		const updated = await updateFirst(await find(marker, signal), body, signal);
		const outcome = updated === "gone" ? await create(marker, body, signal) : updated;
		if (outcome !== "gone") return outcome === "too long" ? outcome : "kept";
		throw new ActionError("GitHub took it, but does not have it.");
	};
}
// src/adapters/github.ts
async function byHead({ octokit, place }, context, signal) {
	const { repository, branch, sha } = context.triggeredBy ?? {};
	if (!repository || !branch || !sha) return void 0;
	const head = `${repository.split("/")[0]}:${branch}`;
	const { data } = await octokit.rest.pulls.list({
		...place,
		head,
		state: "open",
		per_page: 100,
		request: { signal }
	});
	const found = data.find((one) => one.head.sha === sha && one.head.repo?.full_name === repository);
	return found && {
		number: found.number,
		baseSha: found.base.sha,
		headSha: sha
	};
}
async function merged({ octokit, place }, sha, signal) {
	const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
		...place,
		commit_sha: sha,
		per_page: 100,
		request: { signal }
	});
	const all = data.filter(({ merged_at }) => merged_at !== null);
	return (all.find(({ merge_commit_sha }) => merge_commit_sha === sha) ?? all[0])?.number;
}
async function baseCommit({ octokit, place }, { sha, eventName, before }, pullRequest, signal) {
	const short = sha.slice(0, 7);
	if (sha === "") throw new ActionError("the workspace holds no checkout, so it is not known which version of the data this is");
	const parents = sha === pullRequest?.headSha ? [] : (await octokit.rest.git.getCommit({
		...place,
		commit_sha: sha,
		request: { signal }
	})).data.parents.map((one) => one.sha);
	const [first] = parents;
	if (pullRequest === void 0) {
		const base = parents.length > 1 ? first : before ?? first;
		if (base === void 0) throw new ActionError(`the commit ${short} has no version before it`);
		return base;
	}
	const chosen = eventName === "pull_request_target" || eventName === "workflow_run";
	const isMerge = chosen ? parents.slice(1).includes(pullRequest.headSha) : parents.length > 1;
	if (first !== void 0 && isMerge) return first;
	if (chosen && sha !== pullRequest.headSha) throw new ActionError(`the checkout is at ${short}, which is not the head of the pull request (${pullRequest.headSha.slice(0, 7)}); check that out`);
	const basehead = `${pullRequest.baseSha}...${pullRequest.headSha}`;
	return (await octokit.rest.repos.compareCommitsWithBasehead({
		...place,
		basehead,
		per_page: 1,
		request: { signal }
	})).data.merge_base_commit.sha;
}
async function pullRequestOf({ context, redact }, token, signal) {
	await useEnvironmentProxies();
	const github = gitHubOf(context, token);
	const { eventName, pullRequest } = context;
	const found = pullRequest ?? (eventName === "workflow_run" ? await byHead(github, context, signal) : void 0);
	const number = found?.number ?? (eventName === "push" ? await merged(github, context.sha, signal) : void 0);
	if (number === void 0) return void 0;
	const comment = commentKeeper(github, number);
	return {
		number,
		base: async (limit) => baseVersion(github, context, await baseCommit(github, context, found, limit), limit),
		comment: (marker, body, limit) => comment(redact(marker), redact(body), limit)
	};
}
export { pullRequestOf };
