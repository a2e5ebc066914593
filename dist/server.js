import { Ft as union, It as unknown, M as USUAL_PROFILE, Mt as string, Ot as readonly, Qt as ActionError, St as nullable, Tt as object, _t as exactOptional, bt as literal, in as messageOf, kt as record, nt as baseOf, pt as array, rt as hyperparametersOf, un as textOf$1, ut as _enum, wt as number$1, xt as looseObject, yt as intersection } from "./start.js";
import { _t as Message } from "./main.js";
import { a as conversation, c as piecesOf, l as readRows, o as hashText, r as LanguageModel, s as messageText, t as randomOf } from "./random.js";
import { S as checkDataset, X as modelFacts, g as unknownReferences, h as readsOutputJson, m as itemReads, u as defaultEpochs } from "./data.js";
import { t as CreateBody } from "./requests.js";
const { createServer } = process.getBuiltinModule("node:http");
const { Readable } = process.getBuiltinModule("node:stream");
const { createHash, randomBytes, timingSafeEqual } = process.getBuiltinModule("node:crypto");
const { Worker } = process.getBuiltinModule("node:worker_threads");
const { stat } = process.getBuiltinModule("node:fs/promises");
const path = process.getBuiltinModule("node:path");
const { appendFileSync, closeSync, createReadStream, createWriteStream, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } = process.getBuiltinModule("node:fs");
const { pipeline } = process.getBuiltinModule("node:stream/promises");
// src/sandbox/errors.ts
var ApiError = class extends Error {
	name = "ApiError";
	status;
	param;
	code;
	constructor(status, message, param = null, code = null) {
		super(message);
		this.status = status;
		this.param = param;
		this.code = code;
	}
	get body() {
		return { error: {
			message: this.message,
			type: this.status >= 500 ? "server_error" : "invalid_request_error",
			param: this.param,
			code: this.code
		} };
	}
};
const badRequest = (message, param = null, code = null) => new ApiError(400, message, param, code);
const notFound = (kind, id) => new ApiError(404, `No such ${kind}: ${id}`, "id", null);
// src/sandbox/multipart.ts
const LARGEST_HEAD = 16384;
var DelimitedReader = class {
	#source;
	#held = Buffer.alloc(0);
	constructor(source) {
		this.#source = source[Symbol.asyncIterator]();
	}
	async #more() {
		const next = await this.#source.next();
		if (next.done) throw badRequest("The multipart body ended before its last boundary.");
		this.#held = Buffer.concat([this.#held, next.value]);
	}
	async *until(delimiter) {
		for (;;) {
			const at = this.#held.indexOf(delimiter);
			if (at >= 0) {
				if (at > 0) yield this.#held.subarray(0, at);
				this.#held = this.#held.subarray(at + delimiter.length);
				return;
			}
			const sure = this.#held.length - delimiter.length + 1;
			if (sure > 0) {
				yield this.#held.subarray(0, sure);
				this.#held = this.#held.subarray(sure);
			}
			await this.#more();
		}
	}
	async text(delimiter) {
		const chunks = [];
		let size = 0;
		for await (const chunk of this.until(Buffer.from(delimiter))) {
			size += chunk.length;
			if (size > LARGEST_HEAD) throw badRequest("A multipart header is too long.");
			chunks.push(chunk);
		}
		return Buffer.concat(chunks).toString("utf8");
	}
	async take(length) {
		while (this.#held.length < length) await this.#more();
		const text = this.#held.subarray(0, length).toString("latin1");
		this.#held = this.#held.subarray(length);
		return text;
	}
};
function parameter(head, name) {
	return new RegExp(`^content-disposition:[^\\n]*;\\s*${name}="([^"\\r\\n]*)"`, "im").exec(head)?.[1];
}
function boundaryOf(contentType) {
	const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType ?? "");
	const found = boundary?.[1] ?? boundary?.[2];
	if (found === void 0) throw badRequest("The content type must be multipart/form-data with a boundary.");
	return found;
}
async function* partsOf(body, boundary) {
	const reader = new DelimitedReader(body);
	await reader.text(`--${boundary}`);
	for (;;) {
		const next = await reader.take(2);
		if (next === "--") return;
		if (next !== "\r\n") throw badRequest("A multipart boundary is not followed by a line break.");
		const head = await reader.text("\r\n\r\n");
		const name = parameter(head, "name");
		if (name === void 0) throw badRequest("A multipart part has no name.");
		yield {
			name,
			filename: parameter(head, "filename")?.replaceAll("%22", "\""),
			content: reader.until(Buffer.from(`\r\n--${boundary}`))
		};
	}
}
// src/sandbox/requests.ts
const LARGEST_BODY = 4194304;
async function jsonBody({ request }) {
	if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) throw badRequest("The content type must be application/json.");
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > LARGEST_BODY) throw badRequest("The body is too large.");
		chunks.push(chunk);
	}
	let value;
	try {
		value = JSON.parse(Buffer.concat(chunks).toString("utf8"));
	} catch {
		throw badRequest("We could not parse the JSON body of your request.");
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw badRequest("The body must be a JSON object.");
	return { ...value };
}
function onlyQuery(query, ...known) {
	for (const name of query.keys()) if (!known.includes(name.replace(/\[.*$/, "[]")) && !known.includes(name)) throw badRequest(`Unknown query parameter: '${name}'.`, name, "unknown_parameter");
}
function page(items, query, defaults) {
	const limit = query.has("limit") ? Number(query.get("limit")) : defaults.limit;
	if (!Number.isInteger(limit) || limit < 1 || limit > defaults.most) throw badRequest(`limit must be a whole number from 1 to ${defaults.most}.`, "limit");
	const after = query.get("after");
	const at = after === null ? -1 : items.findIndex(({ id }) => id === after);
	if (after !== null && at < 0) throw badRequest(`No item with the ID '${after}' to begin after.`, "after");
	const data = items.slice(at + 1, at + 1 + limit);
	return {
		object: "list",
		data,
		has_more: at + 1 + limit < items.length,
		first_id: data[0]?.id ?? null,
		last_id: data.at(-1)?.id ?? null
	};
}
// src/sandbox/files.ts
const LARGEST_FILE = 536870912;
const LARGEST_PART = 67108864;
const LARGEST_UPLOAD = 8589934592;
const HOUR = 3600;
const PROCESSING = 150;
const newId = (prefix) => `${prefix}${randomBytes(12).toString("hex")}`;
const seconds = () => Math.floor(Date.now() / 1e3);
function checkFile(filename, purpose) {
	if (purpose !== "fine-tune") throw badRequest(`'${purpose ?? ""}' is not one of ['fine-tune'] - 'purpose'`, "purpose");
	if (!filename?.endsWith(".jsonl")) throw badRequest(`Invalid extension ${filename?.split(".").at(-1) ?? ""}. Supported formats: "jsonl"`, "file");
	return filename;
}
function expiry(fields) {
	const anchor = fields["expires_after[anchor]"];
	const after = fields["expires_after[seconds]"];
	if (anchor === void 0 && after === void 0) return {};
	const length = Number(after);
	if (anchor !== "created_at") throw badRequest("expires_after[anchor] must be 'created_at'.", "expires_after");
	if (!Number.isInteger(length) || length < HOUR || length > 2592e3) throw badRequest("expires_after[seconds] must be from 3600 to 2592000.", "expires_after");
	return { expires_at: seconds() + length };
}
var FileShelf = class {
	#journal;
	#timers = new Set();
	constructor(journal) {
		this.#journal = journal;
		for (const file of journal.file.values()) if (file.status === "uploaded") this.#process(file);
	}
	close() {
		for (const timer of this.#timers) clearTimeout(timer);
	}
	#process(file) {
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			if (this.#journal.file.has(file.id)) this.#journal.write({
				put: "file",
				value: {
					...file,
					status: "processed"
				}
			});
		}, PROCESSING);
		this.#timers.add(timer);
	}
	#keep(filename, bytes, id, more = {}) {
		if (bytes === 0) throw badRequest("File is empty.", "file");
		const file = {
			id,
			object: "file",
			bytes,
			created_at: seconds(),
			...more,
			filename,
			purpose: "fine-tune",
			status: "uploaded",
			status_details: null
		};
		this.#journal.write({
			put: "file",
			value: file
		});
		this.#process(file);
		return file;
	}
	keepResult(id, filename, bytes) {
		const value = {
			id,
			object: "file",
			bytes,
			created_at: seconds(),
			filename,
			purpose: "fine-tune-results",
			status: "processed",
			status_details: null
		};
		this.#journal.write({
			put: "file",
			value
		});
	}
	get(id) {
		const file = this.#journal.file.get(id);
		if (file === void 0 || (file.expires_at ?? Number.POSITIVE_INFINITY) <= seconds()) throw notFound("File object", id);
		return file;
	}
	async #receive(call, field, id, most) {
		const fields = {};
		let filename;
		let bytes;
		for await (const part of partsOf(call.request, boundaryOf(call.request.headers["content-type"]))) {
			if (part.name === field && bytes === void 0) {
				filename = part.filename;
				let size = 0;
				const limited = async function* (content) {
					for await (const chunk of content) {
						size += chunk.length;
						if (size > most) throw badRequest(`The file is larger than ${most} bytes.`, field);
						yield chunk;
					}
				};
				await pipeline(limited(part.content), createWriteStream(this.#journal.blob(id)));
				bytes = size;
				continue;
			}
			const chunks = [];
			for await (const chunk of part.content) chunks.push(chunk);
			fields[part.name] = Buffer.concat(chunks).toString("utf8");
		}
		if (bytes === void 0) throw badRequest(`'${field}' is a required property`, field);
		return {
			fields,
			filename,
			bytes
		};
	}
	async create(call) {
		const id = newId("file-");
		try {
			const { fields, filename, bytes } = await this.#receive(call, "file", id, LARGEST_FILE);
			const unknown = Object.keys(fields).find((name) => ![
				"purpose",
				"expires_after[anchor]",
				"expires_after[seconds]"
			].includes(name));
			if (unknown !== void 0) throw badRequest(`Unknown field: '${unknown}'.`, unknown, "unknown_parameter");
			return this.#keep(checkFile(filename, fields.purpose), bytes, id, expiry(fields));
		} catch (error) {
			rmSync(this.#journal.blob(id), { force: true });
			throw error;
		}
	}
	list({ query }) {
		onlyQuery(query, "limit", "after", "order", "purpose");
		const order = query.get("order") ?? "desc";
		if (order !== "asc" && order !== "desc") throw badRequest("order must be 'asc' or 'desc'.", "order");
		const purpose = query.get("purpose");
		const files = [...this.#journal.file.values()].filter((file) => purpose === null || file.purpose === purpose);
		return page(order === "asc" ? files : files.reverse(), query, {
			limit: 1e4,
			most: 1e4
		});
	}
	content(id) {
		const file = this.get(id);
		const path = this.#journal.blob(id);
		if (file.purpose !== "fine-tune-results") return {
			stream: createReadStream(path),
			bytes: file.bytes
		};
		const text = readFileSync(path).toString("base64");
		return {
			stream: (async function* () {
				yield Buffer.from(text);
			})(),
			bytes: text.length
		};
	}
	remove(id) {
		this.get(id);
		this.#journal.write({
			drop: "file",
			id
		});
		rmSync(this.#journal.blob(id), { force: true });
		return {
			id,
			object: "file",
			deleted: true
		};
	}
	async createUpload(call) {
		const body = await jsonBody(call);
		const { bytes, mime_type } = body;
		const filename = checkFile(typeof body.filename === "string" ? body.filename : void 0, body.purpose);
		if (typeof bytes !== "number" || !Number.isInteger(bytes) || bytes < 1 || bytes > LARGEST_UPLOAD) throw badRequest("bytes must be a whole number from 1 to 8 GB.", "bytes");
		if (typeof mime_type !== "string" || !/^(text|application)\/(x-)?(jsonl|ndjson|json)$/.test(mime_type)) throw badRequest("mime_type must be one of JSONL, such as text/jsonl.", "mime_type");
		const created_at = seconds();
		const value = {
			id: newId("upload_"),
			object: "upload",
			bytes,
			created_at,
			expires_at: created_at + HOUR,
			filename,
			purpose: "fine-tune",
			status: "pending",
			mime_type,
			file: null
		};
		this.#journal.write({
			put: "upload",
			value
		});
		return value;
	}
	#pending(id) {
		const upload = this.#journal.upload.get(id);
		if (upload === void 0) throw notFound("Upload", id);
		const status = upload.status === "pending" && upload.expires_at <= seconds() ? "expired" : upload.status;
		if (status !== "pending") throw badRequest(`The upload is ${status}.`, "upload_id");
		return upload;
	}
	async addPart(call) {
		const upload = this.#pending(call.params[0] ?? "");
		const id = newId("part_");
		try {
			await this.#receive(call, "data", id, LARGEST_PART);
		} catch (error) {
			rmSync(this.#journal.blob(id), { force: true });
			throw error;
		}
		const value = {
			id,
			object: "upload.part",
			created_at: seconds(),
			upload_id: upload.id
		};
		this.#journal.write({
			put: "part",
			value
		});
		return value;
	}
	async completeUpload(call) {
		const upload = this.#pending(call.params[0] ?? "");
		const { part_ids, md5 } = await jsonBody(call);
		if (!Array.isArray(part_ids) || part_ids.length === 0) throw badRequest("part_ids must list the parts in order.", "part_ids");
		const blobs = part_ids.map((id) => {
			const part = typeof id === "string" ? this.#journal.part.get(id) : void 0;
			if (part === void 0 || part.upload_id !== upload.id) throw badRequest(`No such part: ${id}`, "part_ids");
			return this.#journal.blob(part.id);
		});
		const total = (await Promise.all(blobs.map(async (blob) => existsSync(blob) ? (await stat(blob)).size : 0))).reduce((sum, size) => sum + size, 0);
		if (total !== upload.bytes) throw badRequest(`The parts have ${total} bytes; ${upload.bytes} were declared.`, "bytes");
		const id = newId("file-");
		const hash = createHash("md5");
		const joined = async function* () {
			for (const blob of blobs) for await (const chunk of createReadStream(blob)) {
				hash.update(chunk);
				yield chunk;
			}
		};
		await pipeline(joined(), createWriteStream(this.#journal.blob(id)));
		if (md5 !== void 0 && hash.digest("hex") !== md5) {
			rmSync(this.#journal.blob(id), { force: true });
			throw badRequest("The md5 is not that of the parts.", "md5");
		}
		const value = {
			...upload,
			status: "completed",
			file: this.#keep(upload.filename, total, id)
		};
		this.#journal.write({
			put: "upload",
			value
		});
		for (const blob of blobs) rmSync(blob, { force: true });
		return value;
	}
	cancelUpload(id) {
		const value = {
			...this.#pending(id),
			status: "cancelled"
		};
		this.#journal.write({
			put: "upload",
			value
		});
		return value;
	}
};
// src/sandbox/chat.ts
const RANKED = 16;
const MOST_MODELS = 4;
function lessonOf({ format, row }) {
	if (format === "completion") return {
		asked: [{
			role: "user",
			content: row.prompt
		}],
		answer: {
			role: "assistant",
			content: row.completion
		}
	};
	if (format === "preference") {
		const [answer] = row.preferred_output;
		return answer === void 0 ? void 0 : {
			asked: row.input.messages,
			answer
		};
	}
	if (format !== "chat" && format !== "reinforcement") return void 0;
	const at = row.messages.findLastIndex(({ role }) => role === "assistant");
	const answer = row.messages[at];
	return answer === void 0 ? void 0 : {
		asked: row.messages.slice(0, at),
		answer
	};
}
const askedPieces = (messages) => new Set(messages.filter(({ role }) => role === "user").flatMap((message) => piecesOf(messageText(message))));
function likeness(left, right) {
	let shared = 0;
	for (const piece of left) if (right.has(piece)) shared += 1;
	return shared === 0 ? 0 : shared / (left.size + right.size - shared);
}
const FAULT = /\[sandbox: (429|500|filter|refusal|length)( always)?\]/;
function numberIn(body, name, low, high) {
	const value = body[name];
	if (value === void 0 || value === null) return void 0;
	if (typeof value !== "number" || value < low || value > high) throw badRequest(`Invalid value for '${name}': it must be from ${low} to ${high}.`, name, "invalid_value");
	return value;
}
var ChatDesk = class {
	#journal;
	#jobs;
	#brains = new Map();
	#happened = new Set();
	constructor(journal, jobs) {
		this.#journal = journal;
		this.#jobs = jobs;
	}
	async complete(call) {
		const body = await jsonBody(call);
		const { model } = body;
		if (typeof model !== "string") throw badRequest("You must provide a model parameter.", "model");
		this.#jobs.model(model);
		const messages = Array.isArray(body.messages) ? body.messages.map((one) => Message.safeParse(one)) : [];
		const [wrong] = messages.flatMap((parsed, index) => parsed.success ? [] : [index]);
		if (messages.length === 0 || wrong !== void 0) throw badRequest(`Invalid value for 'messages${wrong === void 0 ? "" : `[${wrong}]`}'.`, "messages", "invalid_value");
		if (body.stream === true) throw badRequest("The sandbox does not stream; leave 'stream' out.", "stream", "unsupported_value");
		if (body.n !== void 0 && body.n !== 1) throw badRequest("The sandbox gives one choice; leave 'n' out.", "n", "unsupported_value");
		const asked = messages.flatMap((parsed) => parsed.success ? [parsed.data] : []);
		const words = asked.map(messageText).join("\n");
		const fault = FAULT.exec(words);
		if (fault !== null) this.#strike(fault, `${model} ${words}`);
		return this.#reply(model, asked, body, fault?.[1]);
	}
	#strike([, kind = "", always], id) {
		if (kind === "filter") throw badRequest("The prompt triggered the content management policy.", "prompt", "content_filter");
		if (kind !== "429" && kind !== "500") return;
		if (always === void 0 && this.#happened.has(id)) return;
		this.#happened.add(id);
		if (kind === "429") throw new ApiError(429, "Rate limit reached.", null, "rate_limit_exceeded");
		throw new ApiError(500, "The server had an error, as was asked for.", null, "server_error");
	}
	#reply(model, asked, body, fault) {
		const answer = gradeIn(body, asked) ?? (fault === "refusal" ? {
			role: "assistant",
			refusal: "I cannot answer this."
		} : this.#answer(model, asked, body));
		const limit = numberIn(body, "max_completion_tokens", 1, 1e6) ?? numberIn(body, "max_tokens", 1, 1e6);
		const text = typeof answer.content === "string" ? answer.content : null;
		const most = fault === "length" ? 1 : limit;
		const cut = text === null || most === void 0 ? text : cutAt(text, most);
		const calls = answer.tool_calls ?? void 0;
		const completion = piecesOf(messageText({
			...answer,
			content: cut
		})).length;
		const prompt = asked.reduce((total, message) => total + piecesOf(messageText(message)).length + 3, 3);
		const finish_reason = calls !== void 0 ? "tool_calls" : cut === text ? "stop" : "length";
		const said = {
			role: "assistant",
			content: cut,
			refusal: answer.refusal ?? null,
			...calls === void 0 ? {} : { tool_calls: calls }
		};
		return {
			id: newId("chatcmpl-"),
			object: "chat.completion",
			created: seconds(),
			model,
			choices: [{
				index: 0,
				message: said,
				finish_reason,
				logprobs: null
			}],
			usage: {
				prompt_tokens: prompt,
				completion_tokens: completion,
				total_tokens: prompt + completion,
				prompt_tokens_details: { cached_tokens: 0 }
			},
			system_fingerprint: `sandbox-${hashText(this.#journal.model.get(model)?.weights ?? "").toString(16)}`
		};
	}
	#answer(model, asked, body) {
		const echo = asked.findLast(({ role }) => role === "user");
		const parrot = {
			role: "assistant",
			content: echo === void 0 ? "" : messageText(echo).trim()
		};
		const brain = this.#brainOf(model);
		if (brain === void 0 || brain.known.length === 0) return parrot;
		const pieces = askedPieces(asked);
		const ranked = brain.known.map(({ prompt, answer }) => ({
			answer,
			alike: likeness(pieces, prompt)
		})).sort((left, right) => right.alike - left.alike).slice(0, RANKED).map(({ answer, alike }) => {
			const sequence = conversation([...asked.map((message) => ({
				...message,
				weight: 0
			})), {
				...answer,
				weight: 1
			}]);
			const learned = sequence.learned.reduce((total, one) => total + one, 0);
			return {
				answer,
				score: Math.log(alike + .01) + brain.model.logProbability(sequence) / Math.max(1, learned)
			};
		}).sort((left, right) => right.score - left.score);
		const temperature = numberIn(body, "temperature", 0, 2) ?? 0;
		if (temperature === 0) return ranked[0]?.answer ?? parrot;
		const seed = numberIn(body, "seed", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) ?? Math.floor(Math.random() * 2 ** 31);
		return drawn(ranked, temperature, randomOf(seed ^ hashText(asked.map(messageText).join("\n")))) ?? parrot;
	}
	#brainOf(model) {
		const stored = this.#journal.model.get(model);
		if (stored === void 0 || !existsSync(stored.weights)) return void 0;
		const held = this.#brains.get(model);
		if (held !== void 0) return held;
		const name = model.replace(/:ckpt-step-\d+$/, "");
		const job = [...this.#journal.job.values()].find((one) => one.fine_tuned_model === name || name.endsWith(`:${one.id.slice(-8)}`));
		const file = job === void 0 ? "" : this.#journal.blob(job.training_file);
		const known = (job === void 0 || !existsSync(file) ? [] : readRows(file, job.method.type)).flatMap((row) => {
			const lesson = lessonOf(row);
			return lesson === void 0 ? [] : [{
				prompt: askedPieces(lesson.asked),
				answer: lesson.answer
			}];
		});
		const brain = {
			model: LanguageModel.load(stored.weights),
			known
		};
		for (const oldest of this.#brains.size >= MOST_MODELS ? [...this.#brains.keys()].slice(0, 1) : []) this.#brains.delete(oldest);
		this.#brains.set(model, brain);
		return brain;
	}
};
function cutAt(text, pieces) {
	const parts = text.match(/ ?\p{L}[\p{L}\p{M}]*|\p{N}{1,3}|\s+|[^\s\p{L}\p{N}]/gu) ?? [];
	return parts.length <= pieces ? text : parts.slice(0, pieces).join("");
}
function drawn(ranked, temperature, random) {
	const best = ranked[0]?.score ?? 0;
	const weights = ranked.map(({ score }) => Math.exp((score - best) / temperature));
	let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
	return ranked.find((_, index) => {
		left -= weights[index] ?? 0;
		return left < 0;
	})?.answer;
}
function gradeIn(body, asked) {
	const format = body.response_format;
	const schema = at(at(at(format, "json_schema"), "schema"), "properties");
	const result = at(schema, "result");
	if (result === void 0) return void 0;
	const labels = at(result, "enum");
	const before = new Set(asked.slice(0, -1).flatMap((message) => piecesOf(messageText(message))));
	const last = asked.slice(-1).flatMap((message) => piecesOf(messageText(message)));
	const share = last.length === 0 ? 0 : last.filter((piece) => before.has(piece)).length / last.length;
	const value = Array.isArray(labels) ? labels[0] : share;
	return {
		role: "assistant",
		content: JSON.stringify({
			steps: [],
			result: value
		})
	};
}
const at = (value, name) => typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
// src/sandbox/result-file.ts
const COLUMN = { train_mean_token_accuracy: "train_accuracy" };
const SUPERVISED = [
	"train_loss",
	"train_mean_token_accuracy",
	"valid_loss",
	"valid_mean_token_accuracy"
];
function resultCsv(steps) {
	const found = [...new Set(steps.flatMap((step) => Object.keys(step)))].filter((name) => name !== "step");
	const names = found.includes("train_mean_token_accuracy") ? SUPERVISED : found;
	const cell = (value) => value === void 0 ? "" : String(Number(value.toFixed(5)));
	const rows = steps.map((step) => [String(step.step ?? ""), ...names.map((name) => cell(step[name]))].join(","));
	return `${[["step", ...names.map((name) => COLUMN[name] ?? name)].join(","), ...rows].join("\n")}\n`;
}
// src/sandbox/validation.ts
const USUAL_MODEL = "gpt-4.1";
const numberOr = (value, otherwise) => typeof value === "number" ? value : otherwise;
function resolve(asked, type, rows) {
	const n_epochs = numberOr(asked.n_epochs, defaultEpochs(rows));
	const batch_size = numberOr(asked.batch_size, Math.min(256, Math.max(1, Math.ceil(rows / 32))));
	const common = {
		n_epochs,
		batch_size,
		learning_rate_multiplier: numberOr(asked.learning_rate_multiplier, 1)
	};
	if (type === "dpo") return {
		...common,
		beta: numberOr(asked.beta, .1)
	};
	if (type === "supervised") return common;
	const steps = Math.ceil(rows / batch_size) * n_epochs;
	return {
		...common,
		eval_interval: numberOr(asked.eval_interval, Math.max(1, Math.floor(steps / 10))),
		eval_samples: numberOr(asked.eval_samples, 1),
		compute_multiplier: numberOr(asked.compute_multiplier, 1)
	};
}
function reinforcementOf({ method }) {
	const { reinforcement } = method;
	return typeof reinforcement === "object" && reinforcement !== null ? reinforcement : {};
}
const graderOf = (job) => Reflect.get(reinforcementOf(job), "grader");
async function validated(job, blob) {
	const grader = graderOf(job);
	const check = async (role, id) => {
		const { dataset } = await checkDataset({
			role,
			paths: [id],
			method: job.method.type,
			model: modelFacts(job.model).encoding === void 0 ? USUAL_MODEL : job.model,
			read: () => createReadStream(blob(id), { highWaterMark: 65536 }),
			readRange: async (_, start, length) => Buffer.concat(await Array.fromAsync(createReadStream(blob(id), {
				start,
				end: start + length - 1
			}))),
			rules: {
				...USUAL_PROFILE,
				developerRole: true
			},
			allowSecrets: true,
			countTokens: role === "training_file",
			exactTokensUpTo: Number.POSITIVE_INFINITY,
			graderItems: itemReads(grader),
			unknownReferences: unknownReferences(grader),
			usesOutputJson: readsOutputJson(grader),
			hasResponseFormat: "response_format" in reinforcementOf(job)
		});
		return dataset;
	};
	const training = await check("training_file", job.training_file);
	const datasets = job.validation_file === null ? [training] : [training, await check("validation_file", job.validation_file)];
	for (const { role, problems } of datasets) {
		const problem = problems.find(({ severity }) => severity === "error");
		if (problem === void 0) continue;
		const where = problem.line === void 0 ? "" : ` on line ${problem.line}`;
		const param = role === "training_file" ? role : "validation_file";
		return {
			code: `invalid_${param}`,
			message: `Invalid file format${where}. ${textOf$1(problem.message, true)}`,
			param
		};
	}
	const hyperparameters = resolve(hyperparametersOf(job) ?? {}, job.method.type, training.rows);
	return {
		hyperparameters,
		tokens: (training.tokens?.tokens ?? 0) * hyperparameters.n_epochs
	};
}
// src/sandbox/job-runner.ts
const MOST_METRIC_EVENTS = 300;
const STANDING = new Set([
	"validating_files",
	"queued",
	"running"
]);
var JobRunner = class {
	#journal;
	#files;
	#entry;
	#running;
	#closed = false;
	constructor(journal, files, entry) {
		this.#journal = journal;
		this.#files = files;
		this.#entry = entry;
	}
	say(jobId, level, message, metrics) {
		const value = {
			id: newId("ftevent-"),
			object: "fine_tuning.job.event",
			created_at: seconds(),
			level,
			message,
			type: metrics === void 0 ? "message" : "metrics",
			data: metrics ?? null
		};
		this.#journal.write({
			put: "event",
			job: jobId,
			value
		});
	}
	estimatedFinish(jobId) {
		const running = this.#running;
		if (running === void 0 || running.jobId !== jobId || running.step <= running.first) return null;
		const pace = (Date.now() - running.since) / (running.step - running.first);
		return Math.ceil((Date.now() + pace * (running.total - running.step)) / 1e3);
	}
	wake() {
		setImmediate(() => {
			if (this.#closed || this.#running !== void 0) return;
			const jobs = [...this.#journal.job.values()].filter(({ status }) => STANDING.has(status));
			const next = jobs.find(({ status }) => status === "running") ?? jobs[0];
			if (next === void 0) return;
			this.#running = {
				jobId: next.id,
				worker: void 0,
				since: 0,
				first: 0,
				step: 0,
				total: 0
			};
			this.#run(next).catch((error) => this.#fail(next.id, null, Error.isError(error) ? error.message : String(error), null)).finally(() => {
				if (this.#running?.jobId === next.id) this.#running = void 0;
				this.wake();
			});
		});
	}
	stop(jobId, value, message) {
		this.#journal.write({
			put: "job",
			value
		});
		this.say(jobId, "info", message);
		if (this.#running?.jobId === jobId) this.#running.worker?.terminate();
	}
	async close() {
		this.#closed = true;
		await this.#running?.worker?.terminate();
	}
	#current(jobId) {
		const job = this.#journal.job.get(jobId);
		return !this.#closed && job !== void 0 && STANDING.has(job.status) ? job : void 0;
	}
	#fail(jobId, code, message, param) {
		const job = this.#current(jobId);
		if (job === void 0) return;
		this.#journal.write({
			put: "job",
			value: {
				...job,
				status: "failed",
				finished_at: seconds(),
				error: {
					code,
					message,
					param
				}
			}
		});
		this.say(jobId, "error", `Fine-tuning job failed: ${message}`);
	}
	async #run(job) {
		const ready = this.#journal.progress(job.id).tokens === null ? await this.#validate(job) : job;
		const current = this.#current(job.id);
		if (!ready || current === void 0) return;
		const task = this.#taskOf(current);
		if (current.status !== "running") {
			this.#journal.write({
				put: "job",
				value: {
					...current,
					status: "running"
				}
			});
			this.say(job.id, "info", task.reportedStep === 0 ? "Fine-tuning job started" : `Fine-tuning job goes on after step ${task.reportedStep}`);
		}
		await this.#train(job.id, task);
	}
	async #validate(job) {
		this.say(job.id, "info", `Validating training file: ${job.training_file}${job.validation_file === null ? "" : ` and validation file: ${job.validation_file}`}`);
		const found = await validated(job, (id) => this.#journal.blob(id));
		if ("code" in found) {
			this.#fail(job.id, found.code, found.message, found.param);
			return false;
		}
		const current = this.#current(job.id);
		if (current === void 0) return false;
		const { hyperparameters, tokens } = found;
		const settings = job.method[job.method.type];
		const method = {
			...job.method,
			[job.method.type]: {
				...typeof settings === "object" && settings !== null ? settings : {},
				hyperparameters
			}
		};
		this.#journal.write({
			put: "progress",
			job: job.id,
			step: 0,
			tokens,
			metrics: null
		});
		this.#journal.write({
			put: "job",
			value: {
				...current,
				status: "queued",
				method,
				hyperparameters: { ...hyperparameters }
			}
		});
		this.say(job.id, "info", "Files validated, moving job to queued state");
		return true;
	}
	#taskOf(job) {
		return {
			method: job.method.type,
			trainingFile: this.#journal.blob(job.training_file),
			validationFile: job.validation_file === null ? null : this.#journal.blob(job.validation_file),
			hyperparameters: resolve(job.hyperparameters, job.method.type, 1),
			grader: graderOf(job) ?? null,
			seed: job.seed,
			startFrom: this.#journal.model.get(job.model)?.weights ?? null,
			folder: this.#journal.weights(job.id),
			reportedStep: this.#journal.progress(job.id).step
		};
	}
	#train(jobId, task) {
		const running = this.#running;
		return new Promise((settle) => {
			const start = {
				role: "sandbox-trainer",
				task
			};
			const worker = new Worker(this.#entry, {
				argv: [start.role],
				workerData: start,
				stdout: false,
				stderr: false
			});
			if (running !== void 0) running.worker = worker;
			worker.on("message", (report) => this.#hear(jobId, report));
			worker.on("error", (error) => this.#fail(jobId, "server_error", `The trainer stopped: ${error.message}`, null));
			worker.on("exit", () => settle());
		});
	}
	#hear(jobId, report) {
		try {
			this.#heard(jobId, report);
		} catch (error) {
			this.#fail(jobId, "storage", messageOf(error), null);
		}
		const { fault } = this.#journal;
		if (fault !== void 0) this.#fail(jobId, "storage", fault, null);
		if (this.#current(jobId) === void 0 && this.#running?.jobId === jobId) this.#running.worker?.terminate();
	}
	#heard(jobId, report) {
		const job = this.#current(jobId);
		if (job === void 0) return;
		if (report.kind === "step") this.#hearStep(jobId, report);
		else if (report.kind === "checkpoint") this.#hearCheckpoint(job, report);
		else if (report.kind === "notice") this.say(jobId, report.level, report.message);
		else if (report.kind === "failed") this.#fail(jobId, "server_error", report.message, null);
		else this.#finish(job, report.weights);
	}
	#hearStep(jobId, { step, totalSteps, metrics }) {
		const running = this.#running;
		if (running !== void 0) {
			if (running.since === 0) Object.assign(running, {
				since: Date.now(),
				first: step
			});
			Object.assign(running, {
				step,
				total: totalSteps
			});
		}
		this.#journal.write({
			put: "progress",
			job: jobId,
			step,
			tokens: null,
			metrics
		});
		const every = Math.ceil(totalSteps / MOST_METRIC_EVENTS);
		if (step === 1 || step === totalSteps || step % every === 0 || Object.keys(metrics).some((name) => name.includes("valid"))) this.say(jobId, "info", `Step ${step}/${totalSteps}: ${headline(metrics)}`, {
			step,
			total_steps: totalSteps,
			...metrics
		});
	}
	#nameOf(job) {
		return `ft:${baseOf(job.model)}:sandbox:${job.user_provided_suffix ?? ""}:${job.id.slice(-8)}`;
	}
	#hearCheckpoint(job, { step, weights, metrics }) {
		const model = `${this.#nameOf(job)}:ckpt-step-${step}`;
		this.#journal.write({
			put: "model",
			value: {
				id: model,
				created: seconds(),
				weights
			}
		});
		const value = {
			id: newId("ftckpt_"),
			object: "fine_tuning.job.checkpoint",
			created_at: seconds(),
			fine_tuned_model_checkpoint: model,
			fine_tuning_job_id: job.id,
			step_number: step,
			metrics: {
				step,
				...metrics
			}
		};
		this.#journal.write({
			put: "checkpoint",
			job: job.id,
			value
		});
		this.say(job.id, "info", `Checkpoint created at step ${step}: ${model}`);
	}
	#finish(job, weights) {
		const id = newId("file-");
		const progress = this.#journal.progress(job.id);
		writeFileSync(this.#journal.blob(id), resultCsv(progress.steps));
		this.#files.keepResult(id, "step_metrics.csv", statSync(this.#journal.blob(id)).size);
		const model = this.#nameOf(job);
		this.#journal.write({
			put: "model",
			value: {
				id: model,
				created: seconds(),
				weights
			}
		});
		this.say(job.id, "info", `New fine-tuned model created: ${model}`);
		this.say(job.id, "info", "The job has successfully completed");
		const value = {
			...job,
			status: "succeeded",
			finished_at: seconds(),
			fine_tuned_model: model,
			trained_tokens: progress.tokens,
			result_files: [id]
		};
		this.#journal.write({
			put: "job",
			value
		});
	}
};
function headline(metrics) {
	const [first] = Object.entries(metrics);
	return first === void 0 ? "" : `${first[0].replaceAll("_", " ")}=${first[1].toFixed(2)}`;
}
// src/sandbox/jobs.ts
const FIELDS = [
	"model",
	"training_file",
	"validation_file",
	"suffix",
	"seed",
	"method",
	"hyperparameters",
	"integrations",
	"metadata",
	"trainingType"
];
const OWNER = "finetune-action";
const OVER = new Set([
	"succeeded",
	"failed",
	"cancelled"
]);
function methodOf(body) {
	if (body.method !== void 0) return body.method;
	return {
		type: "supervised",
		supervised: { hyperparameters: body.hyperparameters ?? {} }
	};
}
var JobDesk = class {
	#journal;
	#files;
	#runner;
	constructor(journal, files, runner) {
		this.#journal = journal;
		this.#files = files;
		this.#runner = runner;
	}
	#get(id) {
		const job = this.#journal.job.get(id);
		if (job === void 0) throw new ApiError(404, `Could not find fine tune: ${id}`, "fine_tune_id", "fine_tune_not_found");
		return job;
	}
	show(job) {
		return {
			...job,
			estimated_finish: this.#runner.estimatedFinish(job.id)
		};
	}
	#checkFile(id, param) {
		try {
			this.#files.get(id);
		} catch {
			throw badRequest(`invalid ${param}: ${id}`, param);
		}
	}
	async create(call) {
		const body = await jsonBody(call);
		const unknown = Object.keys(body).find((name) => !FIELDS.includes(name) && !name.startsWith("x_"));
		if (unknown !== void 0) throw badRequest(`Unknown parameter: '${unknown}'.`, unknown, "unknown_parameter");
		const parsed = CreateBody.safeParse(body);
		if (!parsed.success) {
			const [issue] = parsed.error.issues;
			const place = issue?.path.map(String).join(".") ?? null;
			throw badRequest(`Invalid value for '${place}': it must be ${issue?.message}.`, place, "invalid_value");
		}
		const asked = parsed.data;
		if (hyperparametersOf(asked)?.batch_size === "max") throw badRequest("Invalid value for batch_size: it must be \"auto\" or a whole number from 1 to 256.", "batch_size");
		if (asked.method !== void 0 && asked.hyperparameters !== void 0) throw badRequest("Send 'method' or 'hyperparameters', not both.", "hyperparameters");
		if (asked.model.startsWith("ft:") ? !this.#journal.model.has(asked.model) : !/^[\w.:/@-]{1,200}$/.test(asked.model)) throw new ApiError(404, `The model '${asked.model}' does not exist`, "model", "model_not_found");
		this.#checkFile(asked.training_file, "training_file");
		if (asked.validation_file != null) this.#checkFile(asked.validation_file, "validation_file");
		const method = methodOf(asked);
		if (method.type === "reinforcement" && asked.validation_file == null) throw badRequest("Reinforcement fine-tuning needs a validation file.", "validation_file");
		const id = newId("ftjob-");
		const job = {
			id,
			object: "fine_tuning.job",
			created_at: seconds(),
			finished_at: null,
			estimated_finish: null,
			model: asked.model,
			fine_tuned_model: null,
			organization_id: "org-sandbox",
			status: "validating_files",
			training_file: asked.training_file,
			validation_file: asked.validation_file ?? null,
			result_files: [],
			trained_tokens: null,
			error: {
				code: null,
				message: null,
				param: null
			},
			hyperparameters: hyperparametersOf({ method }) ?? {},
			method,
			seed: asked.seed ?? hashText(id) % 2147483648,
			integrations: asked.integrations ?? null,
			metadata: asked.metadata ?? null,
			user_provided_suffix: asked.suffix ?? null
		};
		this.#journal.write({
			put: "job",
			value: job
		});
		this.#runner.say(id, "info", `Created fine-tuning job: ${id}`);
		this.#runner.wake();
		return this.show(job);
	}
	list({ query }) {
		onlyQuery(query, "after", "limit", "metadata", "metadata[]");
		const pairs = [...query].flatMap(([name, value]) => {
			const key = /^metadata\[(.*)\]$/.exec(name)?.[1];
			return key === void 0 ? [] : [[key, value]];
		});
		const without = query.get("metadata");
		if (without !== null && (without !== "null" || pairs.length > 0)) throw badRequest("metadata must be 'null' or pairs, not both.", "metadata");
		const { first_id: _first, last_id: _last, ...list } = page([...this.#journal.job.values()].reverse().filter(({ metadata }) => (without === null || metadata === null) && pairs.every(([key, value]) => metadata?.[key] === value)), query, {
			limit: 20,
			most: 100
		});
		return {
			...list,
			data: list.data.map((job) => this.show(job))
		};
	}
	retrieve(id) {
		return this.show(this.#get(id));
	}
	events(id, { query }) {
		onlyQuery(query, "after", "limit");
		this.#get(id);
		const { first_id: _first, last_id: _last, ...list } = page((this.#journal.events.get(id) ?? []).toReversed(), query, {
			limit: 20,
			most: 100
		});
		return list;
	}
	checkpoints(id, { query }) {
		onlyQuery(query, "after", "limit");
		this.#get(id);
		return page((this.#journal.checkpoints.get(id) ?? []).toReversed(), query, {
			limit: 10,
			most: 100
		});
	}
	cancel(id) {
		const job = this.#get(id);
		if (OVER.has(job.status)) throw badRequest(`Job has already completed: ${id}`, null, "invalid_state");
		this.#runner.stop(id, {
			...job,
			status: "cancelled",
			finished_at: seconds()
		}, "Fine-tuning job cancelled");
		return this.retrieve(id);
	}
	pause(id) {
		const job = this.#get(id);
		if (OVER.has(job.status) || job.status === "paused") throw badRequest(`Job cannot be paused, it is ${job.status}: ${id}`, null, "invalid_state");
		this.#runner.stop(id, {
			...job,
			status: "paused"
		}, "Fine-tuning job paused");
		return this.retrieve(id);
	}
	resume(id) {
		const job = this.#get(id);
		if (job.status !== "paused") throw badRequest(`Job cannot be resumed, it is ${job.status}: ${id}`, null, "invalid_state");
		const status = this.#journal.progress(id).tokens === null ? "validating_files" : "queued";
		this.#journal.write({
			put: "job",
			value: {
				...job,
				status
			}
		});
		this.#runner.say(id, "info", "Fine-tuning job resumed");
		this.#runner.wake();
		return this.retrieve(id);
	}
	model(id) {
		const own = this.#journal.model.get(id);
		if (own !== void 0) return {
			id,
			object: "model",
			created: own.created,
			owned_by: "org-sandbox"
		};
		if (!id.startsWith("ft:") && /^[\w.:/@-]{1,200}$/.test(id)) return {
			id,
			object: "model",
			created: 0,
			owned_by: OWNER
		};
		throw new ApiError(404, `The model '${id}' does not exist`, "model", "model_not_found");
	}
	models() {
		return {
			object: "list",
			data: [...[...new Set([...this.#journal.job.values()].map(({ model }) => baseOf(model)))], ...this.#journal.model.keys()].map((id) => this.model(id))
		};
	}
	removeModel(id) {
		if (!this.#journal.model.has(id)) throw notFound("Model", id);
		this.#journal.write({
			drop: "model",
			id
		});
		return {
			id,
			object: "model",
			deleted: true
		};
	}
};
// src/sandbox/lock.ts
function isThere(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return Error.isError(error) && "code" in error && error.code === "EPERM";
	}
}
function beginningOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/stat`, "latin1").replace(/^.*\)/s, "").split(" ")[20] ?? "";
	} catch {
		return "";
	}
}
function ownerOf(text) {
	const [, number = "", began = ""] = /^(\d{1,10})(?: (\d+))?$/.exec(text.trim()) ?? [];
	const pid = Number(number);
	if (pid === 0 || !isThere(pid)) return void 0;
	const begins = beginningOf(pid);
	return began !== "" && begins !== "" && began !== begins ? void 0 : pid;
}
function textOf(lock) {
	try {
		return readFileSync(lock, "utf8");
	} catch {
		return "";
	}
}
function takeLock(lock) {
	const folder = path.dirname(lock);
	for (let attempt = 0; attempt < 3; attempt += 1) {
		try {
			const handle = openSync(lock, "wx");
			writeSync(handle, `${process.pid} ${beginningOf(process.pid)}`.trim());
			closeSync(handle);
			return;
		} catch (error) {
			if (!(Error.isError(error) && "code" in error && error.code === "EEXIST")) throw error;
		}
		const owner = ownerOf(textOf(lock));
		if (owner !== void 0) throw new ActionError(`The sandbox in ${folder} is in use by process ${owner}. Run steps that use it one after the other.`);
		rmSync(lock, {
			force: true,
			recursive: true
		});
	}
	throw new ActionError(`The sandbox in ${folder} cannot be locked. Run steps that use it one after the other.`);
}
// src/sandbox/journal.ts
const text = string();
const texts = record(text, text);
const fields = record(text, unknown());
const figures = record(text, number$1());
const number = number$1();
const File = object({
	id: text,
	object: literal("file"),
	bytes: number,
	created_at: number,
	expires_at: exactOptional(number),
	filename: text,
	purpose: text,
	status: text,
	status_details: nullable(text)
});
const Upload = object({
	id: text,
	object: literal("upload"),
	bytes: number,
	created_at: number,
	expires_at: number,
	filename: text,
	purpose: text,
	status: _enum([
		"pending",
		"completed",
		"cancelled",
		"expired"
	]),
	mime_type: text,
	file: nullable(File)
});
const Part = object({
	id: text,
	object: literal("upload.part"),
	created_at: number,
	upload_id: text
});
const Job = object({
	id: text,
	object: literal("fine_tuning.job"),
	created_at: number,
	finished_at: nullable(number),
	estimated_finish: nullable(number),
	model: text,
	fine_tuned_model: nullable(text),
	organization_id: text,
	status: text,
	training_file: text,
	validation_file: nullable(text),
	result_files: readonly(array(text)),
	trained_tokens: nullable(number),
	error: object({
		code: nullable(text),
		message: nullable(text),
		param: nullable(text)
	}),
	hyperparameters: fields,
	method: intersection(fields, looseObject({ type: _enum([
		"supervised",
		"dpo",
		"reinforcement"
	]) })),
	seed: number,
	integrations: nullable(readonly(array(unknown()))),
	metadata: nullable(texts),
	user_provided_suffix: nullable(text)
});
const Event = object({
	id: text,
	object: literal("fine_tuning.job.event"),
	created_at: number,
	level: _enum([
		"info",
		"warn",
		"error"
	]),
	message: text,
	type: _enum(["message", "metrics"]),
	data: nullable(fields)
});
const Checkpoint = object({
	id: text,
	object: literal("fine_tuning.job.checkpoint"),
	created_at: number,
	fine_tuned_model_checkpoint: text,
	fine_tuning_job_id: text,
	step_number: number,
	metrics: figures
});
const Model = object({
	id: text,
	created: number,
	weights: text
});
const Progress = object({
	put: literal("progress"),
	job: text,
	step: number,
	tokens: nullable(number),
	metrics: nullable(figures)
});
const Change = union([
	object({
		put: literal("file"),
		value: File
	}),
	object({
		put: literal("upload"),
		value: Upload
	}),
	object({
		put: literal("part"),
		value: Part
	}),
	object({
		put: literal("job"),
		value: Job
	}),
	object({
		put: literal("model"),
		value: Model
	}),
	object({
		put: literal("event"),
		job: text,
		value: Event
	}),
	object({
		put: literal("checkpoint"),
		job: text,
		value: Checkpoint
	}),
	Progress,
	object({
		drop: _enum(["file", "model"]),
		id: text
	})
]);
const NONE = {
	step: 0,
	tokens: null,
	steps: []
};
var Journal = class {
	file = new Map();
	upload = new Map();
	part = new Map();
	job = new Map();
	model = new Map();
	events = new Map();
	checkpoints = new Map();
	#progress = new Map();
	#path;
	#lock;
	#folder;
	lost;
	#fault;
	constructor(folder) {
		this.#folder = folder;
		this.#path = path.join(folder, "journal.jsonl");
		this.#lock = path.join(folder, "lock");
		try {
			makeFolder(path.join(folder, "blobs"));
			takeLock(this.#lock);
			this.lost = this.#replay();
		} catch (error) {
			if (error instanceof ActionError) throw error;
			throw new ActionError(`The sandbox keeps its jobs in ${folder}, below RUNNER_TEMP, and cannot: ${messageOf(error)}. Let RUNNER_TEMP be a folder that can be written, with room in it.`, { cause: error });
		}
	}
	get fault() {
		return this.#fault;
	}
	blob(id) {
		return path.join(this.#folder, "blobs", id);
	}
	weights(jobId) {
		return path.join(this.#folder, "weights", jobId);
	}
	progress(jobId) {
		return this.#progress.get(jobId) ?? NONE;
	}
	write(change) {
		try {
			appendFileSync(this.#path, `${JSON.stringify(change)}\n`);
		} catch (error) {
			this.#fault ??= `The sandbox cannot keep anything more in ${this.#folder}: ${messageOf(error)}.`;
		}
		this.#apply(change);
	}
	close() {
		rmSync(this.#lock, { force: true });
	}
	#apply(change) {
		if ("drop" in change) {
			this[change.drop].delete(change.id);
			return;
		}
		switch (change.put) {
			case "file":
				this.file.set(change.value.id, change.value);
				break;
			case "upload":
				this.upload.set(change.value.id, change.value);
				break;
			case "part":
				this.part.set(change.value.id, change.value);
				break;
			case "job":
				this.job.set(change.value.id, change.value);
				break;
			case "model":
				this.model.set(change.value.id, change.value);
				break;
			case "event":
				this.events.set(change.job, [...this.events.get(change.job) ?? [], change.value]);
				break;
			case "checkpoint":
				this.checkpoints.set(change.job, [...this.checkpoints.get(change.job) ?? [], change.value]);
				break;
			case "progress": {
				const before = this.progress(change.job);
				const steps = change.metrics === null ? before.steps : [...before.steps, {
					step: change.step,
					...change.metrics
				}];
				this.#progress.set(change.job, {
					step: change.step,
					tokens: change.tokens ?? before.tokens,
					steps
				});
			}
		}
	}
	#replay() {
		if (!existsSync(this.#path)) return 0;
		const bytes = readFileSync(this.#path);
		const whole = bytes.lastIndexOf("\n") + 1;
		if (whole < bytes.length) truncateSync(this.#path, whole);
		let lost = 0;
		for (const line of bytes.subarray(0, whole).toString("utf8").split("\n")) {
			const change = line === "" ? void 0 : changeOf(line);
			if (change !== void 0) this.#apply(change);
			else if (line !== "") lost += 1;
		}
		return lost;
	}
};
function changeOf(line) {
	try {
		return Change.safeParse(JSON.parse(line)).data;
	} catch {
		return;
	}
}
function makeFolder(folder) {
	if (existsSync(folder)) return;
	makeFolder(path.dirname(folder));
	mkdirSync(folder);
}
// src/sandbox/server.ts
var Raw = class {
	stream;
	bytes;
	constructor({ stream, bytes }) {
		this.stream = stream;
		this.bytes = bytes;
	}
};
const ID = "([^/]+)";
function routesOf(files, jobs, chat) {
	const first = ({ params }) => params[0] ?? "";
	const plain = (handle) => (call) => {
		onlyQuery(call.query);
		return handle(call);
	};
	const route = (method, path, handle) => ({
		method,
		path: new RegExp(`^/v1${path}$`),
		handle
	});
	return [
		route("POST", "/files", plain((call) => files.create(call))),
		route("GET", "/files", (call) => files.list(call)),
		route("GET", `/files/${ID}`, plain((call) => files.get(first(call)))),
		route("GET", `/files/${ID}/content`, plain((call) => new Raw(files.content(first(call))))),
		route("DELETE", `/files/${ID}`, plain((call) => files.remove(first(call)))),
		route("POST", "/uploads", plain((call) => files.createUpload(call))),
		route("POST", `/uploads/${ID}/parts`, plain((call) => files.addPart(call))),
		route("POST", `/uploads/${ID}/complete`, plain((call) => files.completeUpload(call))),
		route("POST", `/uploads/${ID}/cancel`, plain((call) => files.cancelUpload(first(call)))),
		route("POST", "/chat/completions", plain((call) => chat.complete(call))),
		route("POST", "/fine_tuning/jobs", plain((call) => jobs.create(call))),
		route("GET", "/fine_tuning/jobs", (call) => jobs.list(call)),
		route("GET", `/fine_tuning/jobs/${ID}`, plain((call) => jobs.retrieve(first(call)))),
		route("GET", `/fine_tuning/jobs/${ID}/events`, (call) => jobs.events(first(call), call)),
		route("GET", `/fine_tuning/jobs/${ID}/checkpoints`, (call) => jobs.checkpoints(first(call), call)),
		route("POST", `/fine_tuning/jobs/${ID}/cancel`, plain((call) => jobs.cancel(first(call)))),
		route("POST", `/fine_tuning/jobs/${ID}/pause`, plain((call) => jobs.pause(first(call)))),
		route("POST", `/fine_tuning/jobs/${ID}/resume`, plain((call) => jobs.resume(first(call)))),
		route("GET", "/models", plain(() => jobs.models())),
		route("GET", `/models/${ID}`, plain((call) => jobs.model(first(call)))),
		route("DELETE", `/models/${ID}`, plain((call) => jobs.removeModel(first(call))))
	];
}
function isAuthorised(request, apiKey) {
	const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? request.headers["api-key"];
	if (typeof given !== "string") return false;
	const [left, right] = [Buffer.from(given), Buffer.from(apiKey)];
	return left.length === right.length && timingSafeEqual(left, right);
}
function answer(routes, request, apiKey, fault) {
	const url = new URL(request.url ?? "/", "http://127.0.0.1");
	const matching = routes.filter(({ path }) => path.test(url.pathname));
	if (matching.length === 0) throw new ApiError(404, `Invalid URL (${request.method} ${url.pathname})`);
	if (!isAuthorised(request, apiKey)) throw new ApiError(401, "Incorrect API key provided.", null, "invalid_api_key");
	const route = matching.find(({ method }) => method === request.method);
	if (request.method === "POST" && fault !== void 0) throw badRequest(fault, null, "storage");
	if (route === void 0) throw new ApiError(405, `Not allowed to ${request.method} on ${url.pathname}`, null, "method_not_supported");
	const params = (route.path.exec(url.pathname) ?? []).slice(1).map((param) => decodeURIComponent(param));
	return route.handle({
		request,
		params,
		query: url.searchParams
	});
}
function refusalOf(error, folder) {
	if (error instanceof ApiError) return error;
	const code = Error.isError(error) && "code" in error ? error.code : void 0;
	const said = messageOf(error);
	if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG" || code === "EROFS") return badRequest(`The sandbox cannot keep anything more in ${folder}: ${said}.`, null, "storage");
	return new ApiError(500, `The sandbox failed: ${said}`);
}
async function respond(response, reply) {
	if (!(reply instanceof Raw)) {
		response.setHeader("content-type", "application/json");
		response.end(JSON.stringify(reply));
		return;
	}
	response.setHeader("content-type", "application/octet-stream");
	if (reply.bytes !== void 0) response.setHeader("content-length", reply.bytes);
	await new Promise((resolve, reject) => {
		Readable.from(reply.stream).on("error", reject).pipe(response).on("finish", resolve).on("error", reject);
	});
}
async function startSandbox(options) {
	const journal = new Journal(options.folder);
	const files = new FileShelf(journal);
	const runner = new JobRunner(journal, files, options.entry);
	const jobs = new JobDesk(journal, files, runner);
	const routes = routesOf(files, jobs, new ChatDesk(journal, jobs));
	const server = createServer(async (request, response) => {
		response.setHeader("x-request-id", newId("req_"));
		try {
			await respond(response, await answer(routes, request, options.apiKey, journal.fault));
		} catch (error) {
			request.resume();
			const refusal = refusalOf(error, options.folder);
			if (response.headersSent) return response.destroy();
			response.statusCode = refusal.status;
			await respond(response, refusal.body);
		}
	});
	await new Promise((resolve, reject) => {
		server.on("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
	});
	runner.wake();
	const address = server.address();
	const port = typeof address === "object" && address !== null ? address.port : options.port;
	const { lost } = journal;
	return {
		lost: lost === 0 ? void 0 : `The sandbox's memory in ${options.folder} is damaged: ${lost} of its records cannot be read and are lost; it goes on with the others.`,
		url: `http://127.0.0.1:${port}/v1`,
		async close() {
			await runner.close();
			files.close();
			await new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
			journal.close();
		}
	};
}
export { startSandbox };
