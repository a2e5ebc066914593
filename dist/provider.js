import { c as short, n as failure, t as secondsFor } from "./time-limits.js";
import { _ as segment, a as WireEvent, c as WireModel, d as carries, f as carriesAnother, g as multipart, h as markedMetadata, i as WireCheckpoint, l as jobOf, m as checkMetadata, n as PartedUpload, o as WireFile, p as carriesAny, r as UploadPart, s as WireJob, t as AnyEvent, u as FINGERPRINT_KEY, v as asker, y as transportTo } from "./objects.js";
import { Ct as nullish, Dt as pipe, It as unknown, Nt as transform, Qt as ActionError, Yt as safeParse, Zt as AbortedError, an as unlessMissing, it as isMap, mt as boolean, pt as array, rn as ProviderError, xt as looseObject } from "./start.js";
import { t as weightOf } from "./weight.js";
import { t as createBody } from "./requests3.js";
import { t as untilDeadline } from "./deadline.js";
import { t as InFlight } from "./in-flight.js";
// src/providers/openai-wire/paging.ts
const MOST_PAGES = 1e3;
function pageOf(item, limit = Number.POSITIVE_INFINITY) {
	return pipe(looseObject({
		data: array(unknown()),
		has_more: nullish(boolean())
	}), transform(({ data, has_more }, context) => {
		const items = [];
		const unread = [];
		for (const one of data) {
			const read = safeParse(item, one);
			if (read.success) items.push(read.data);
			else unread.push(one);
		}
		if (items.length === 0 && unread.length > 0) context.issues.push({
			code: "custom",
			input: data,
			message: "items"
		});
		return {
			data: items,
			has_more: has_more ?? data.length >= limit,
			unread
		};
	}));
}
async function* pagesOf(read, most, unread = []) {
	let after;
	const seen = new Set();
	for (let page = 0; page < most; page += 1) {
		const { data, has_more, unread: unreadable = [] } = await read(after);
		for (const one of unreadable) unread.push(one);
		yield data;
		if (!has_more) return "whole";
		const before = seen.size;
		for (const { id } of data) seen.add(id);
		if (seen.size === before) return "broken";
		after = data.at(-1)?.id;
	}
	return "cut";
}
function warnOfUnread(what, { length }, { warn }) {
	if (length === 0) return;
	warn(`${length === 1 ? "An entry" : `${length} entries`} of the list of ${what} cannot be read, for want of an ID; the others are.`);
}
async function* readablePages(what, read, most, context) {
	const unread = [];
	try {
		yield* pagesOf(read, most, unread);
	} finally {
		warnOfUnread(what, unread, context);
	}
}
// src/providers/openai-wire/calls.ts
const COMPLETE_SECONDS = 300;
const USUAL_UPLOAD = {
	path: "/files",
	fields: () => ({ purpose: "fine-tune" })
};
function wireCalls({ digest, send, ask }, form = USUAL_UPLOAD) {
	const list = (item, path, query, signal, extra = {}) => ask(pageOf(item, query.limit), {
		method: "get",
		path,
		query: {
			...defined(query),
			...extra
		},
		signal
	});
	const job = (id, verb = "") => `/fine_tuning/jobs/${segment(id)}${verb}`;
	const sending = (path, form, signal) => ({
		method: "post",
		path,
		body: form.stream(),
		headers: {
			"content-type": form.contentType,
			"content-length": String(form.contentLength)
		},
		signal,
		seconds: secondsFor(form.contentLength),
		streamed: true
	});
	const upload = (id, verb = "") => `/uploads/${segment(id)}${verb && `/${verb}`}`;
	return {
		uploadFile: (file, signal) => ask(WireFile, sending(form.path, multipart(form.fields(file), "file", file), signal)),
		beginUpload: ({ filename, bytes }, signal) => ask(PartedUpload, {
			method: "post",
			path: "/uploads",
			body: {
				filename,
				purpose: "fine-tune",
				bytes,
				mime_type: "text/jsonl"
			},
			signal
		}),
		addPart: (id, bytes, signal) => ask(UploadPart, sending(upload(id, "parts"), multipart({}, "data", {
			filename: "part",
			bytes: bytes.length,
			open: () => [bytes]
		}), signal)),
		completeUpload: (id, part_ids, signal) => ask(PartedUpload, {
			method: "post",
			path: upload(id, "complete"),
			body: { part_ids },
			signal,
			seconds: COMPLETE_SECONDS
		}),
		retrieveUpload: (id, signal) => ask(PartedUpload, {
			method: "get",
			path: upload(id),
			signal
		}),
		cancelUpload: (id, signal) => ask(PartedUpload, {
			method: "post",
			path: upload(id, "cancel"),
			signal
		}),
		async deleteFile(id, signal) {
			await send({
				method: "delete",
				path: `/files/${segment(id)}`,
				signal
			});
		},
		retrieveFile: (id, signal) => ask(WireFile, {
			method: "get",
			path: `/files/${segment(id)}`,
			signal
		}),
		listFiles: (query, signal) => list(WireFile, "/files", query, signal, { purpose: "fine-tune" }),
		async fileContent(id, signal) {
			const { bytes } = await send({
				method: "get",
				path: `/files/${segment(id)}/content`,
				signal,
				headers: { accept: "*/*" },
				seconds: 300
			});
			return bytes;
		},
		fileHash: (id, bytes, signal) => {
			return digest({
				method: "get",
				path: `/files/${segment(id)}/content`,
				signal,
				headers: { accept: "*/*" },
				seconds: secondsFor(bytes)
			}, bytes);
		},
		createJob: (body, signal) => ask(WireJob, {
			method: "post",
			path: "/fine_tuning/jobs",
			body,
			signal
		}),
		retrieveJob: (id, signal) => ask(WireJob, {
			method: "get",
			path: job(id),
			signal
		}),
		listJobs: ({ metadata, ...query }, signal) => list(WireJob, "/fine_tuning/jobs", query, signal, metadata === void 0 ? {} : { metadata }),
		listEvents: async (id, query, signal) => {
			const page = await list(pipe(AnyEvent, WireEvent), job(id, "/events"), query, signal);
			return {
				...page,
				data: withTimes(page.data)
			};
		},
		listCheckpoints: (id, query, signal) => list(WireCheckpoint, job(id, "/checkpoints"), query, signal),
		cancelJob: (id, signal, body) => ask(WireJob, {
			method: "post",
			path: job(id, "/cancel"),
			body,
			signal
		}),
		pauseJob: (id, signal) => ask(WireJob, {
			method: "post",
			path: job(id, "/pause"),
			signal
		}),
		resumeJob: (id, signal) => ask(WireJob, {
			method: "post",
			path: job(id, "/resume"),
			signal
		}),
		retrieveModel: (id, signal) => ask(WireModel, {
			method: "get",
			path: `/models/${segment(id)}`,
			signal
		})
	};
}
function withTimes(events) {
	let last = events.find(({ created_at }) => created_at !== void 0)?.created_at ?? 0;
	return events.map((event) => {
		last = event.created_at ?? last;
		return {
			...event,
			created_at: last
		};
	});
}
function defined(query) {
	return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== void 0));
}
// src/providers/openai-wire/events.ts
const PAGE$2 = 100;
const PAGES$1 = 200;
const MOST_OF_A_LOOK = 33554432;
function stepOf(event) {
	const step = isMap(event.data) ? event.data.step : void 0;
	return typeof step === "number" ? step : void 0;
}
function directionOf(events) {
	const steps = events.map(stepOf).filter((step) => step !== void 0);
	const measures = [events.map((event) => event.created_at), steps];
	for (const measure of measures) {
		const first = measure[0];
		const last = measure.at(-1);
		if (first !== void 0 && last !== void 0 && first !== last) return first > last ? "newest-first" : "oldest-first";
	}
}
function inOrder(events) {
	return [...events].sort((left, right) => left.created_at - right.created_at);
}
var WireEventLog = class {
	#calls;
	#jobId;
	#seen = new Set();
	#direction;
	#last;
	constructor(calls, jobId) {
		this.#calls = calls;
		this.#jobId = jobId;
	}
	all(context) {
		const read = (after) => context.attempt("read", () => this.#calls.listEvents(this.#jobId, {
			after,
			limit: PAGE$2
		}, context.signal));
		return pagesOf(read, MOST_PAGES);
	}
	async fresh(signal) {
		const fresh = [];
		let after = this.#direction === "oldest-first" ? this.#last : void 0;
		let bytes = 0;
		for (let page = 0; page < PAGES$1 && bytes < MOST_OF_A_LOOK; page += 1) {
			const { data, has_more } = await this.#calls.listEvents(this.#jobId, {
				after,
				limit: PAGE$2
			}, signal);
			bytes += weightOf(data);
			this.#direction ??= directionOf(data);
			const news = data.filter((event) => !this.#seen.has(event.id));
			for (const event of news) {
				if (this.#seen.has(event.id)) continue;
				this.#seen.add(event.id);
				fresh.push(event);
			}
			const last = data.at(-1)?.id;
			if (this.#direction === "oldest-first" && last !== void 0) this.#last = last;
			const reached = this.#direction === "newest-first" && news.length < data.length;
			if (!has_more || last === void 0 || last === after || reached || news.length === 0) break;
			after = last;
		}
		return inOrder(this.#direction === "oldest-first" ? fresh : fresh.reverse());
	}
};
// src/providers/file-name-mark.ts
function nameWithFingerprint(filename, fingerprint) {
	return filename.replace(/\.([0-9a-f]{64}\.jsonl)$/, `.${fingerprint}.$1`);
}
function fingerprintInName(filename) {
	return /\.([0-9a-f]{64})\.[0-9a-f]{64}\.jsonl$/.exec(filename)?.[1];
}
// src/providers/openai-wire/find.ts
const SCAN_JOBS = 2e3;
const SCAN_SECONDS = 7776e3;
const EARLIEST = 1577836800;
const PAGE$1 = 100;
const RETRIEVED = 50;
const FILE_PAGES = 20;
function jobReader(metadata, { calls, context }) {
	let filter = metadata;
	const read = async (after) => {
		const query = {
			after,
			limit: PAGE$1,
			...filter === void 0 ? {} : { metadata: filter }
		};
		try {
			return await context.attempt("read", () => calls.listJobs(query, context.signal));
		} catch (error) {
			const refused = error instanceof ProviderError && error.facts.kind === "invalid";
			if (filter === void 0 || !refused) throw error;
			filter = void 0;
			return read(after);
		}
	};
	return read;
}
function plausible({ created_at }) {
	return created_at != null && created_at > EARLIEST ? created_at : void 0;
}
async function* pages(read, unread, { context }) {
	const list = pagesOf(read, Number.POSITIVE_INFINITY, unread);
	let seen = 0;
	let newest = 0;
	for (;;) {
		const next = await list.next();
		if (next.done) return {
			seen,
			short: next.value === "whole" ? void 0 : "the list of jobs breaks off"
		};
		const page = next.value;
		yield page;
		seen += page.length;
		const times = page.map(plausible);
		newest = Math.max(newest, times[0] ?? 0);
		const last = times.at(-1);
		const old = times.every((time, index) => time !== void 0 && (index === 0 || time <= (times[index - 1] ?? 0))) && last !== void 0 && newest - last > SCAN_SECONDS;
		if (!old && seen < SCAN_JOBS) continue;
		context.say(`Looked through ${seen === 1 ? "a job" : `${seen} jobs`} back to ${page.at(-1)?.id}; older ones were not compared.`);
		return {
			seen,
			short: old ? void 0 : `only the ${seen} jobs that are listed first were looked through`
		};
	}
}
var FileNames = class {
	#listed;
	#asked = 0;
	#looking;
	constructor(looking) {
		this.#looking = looking;
	}
	async #list() {
		const names = new Map();
		const { calls, context } = this.#looking;
		const read = (after) => context.attempt("read", () => calls.listFiles({ after }, context.signal));
		for await (const page of readablePages("files", read, FILE_PAGES, context)) for (const { id, filename } of page) names.set(id, filename ?? void 0);
		return names;
	}
	async of(id) {
		this.#listed ??= await this.#list();
		if (this.#listed.has(id) || this.#asked >= RETRIEVED) return this.#listed.get(id);
		this.#asked += 1;
		const { calls, context } = this.#looking;
		const file = await context.attempt("read", () => calls.retrieveFile(id, context.signal)).catch(unlessShown);
		this.#listed.set(id, file?.filename ?? void 0);
		return file?.filename ?? void 0;
	}
};
function unlessShown(error) {
	if (isNoId(error)) return void 0;
	if (error instanceof ProviderError && (error.facts.status ?? 500) < 500) return void 0;
	throw error;
}
function isNoId(error) {
	return error instanceof ProviderError && error.facts.fate === "unsent" && error.facts.kind === "invalid";
}
function tellsNothing(name, id) {
	if (!name || id && name.includes(id) || /^[0-9a-f-]{32,36}(\.\w+)?$/i.test(name)) return true;
	return /\.[0-9a-f]{16}/.test(name) && !/\.[0-9a-f]{64}\.jsonl$/.test(name);
}
var Search = class {
	found = new Map();
	#silent = [];
	#looked = new Set();
	#unread = [];
	#names;
	#keepsMetadata = false;
	#retrieved = 0;
	#mark;
	#looking;
	constructor(mark, looking) {
		this.#mark = mark;
		this.#looking = looking;
		this.#names = new FileNames(looking);
	}
	async through(read) {
		const scan = pages(read, this.#unread, this.#looking);
		for (;;) {
			const next = await scan.next();
			if (next.done) return next.value;
			this.#keepsMetadata ||= next.value.some(carriesAny);
			for (const listed of next.value) await this.#see(listed);
		}
	}
	async #see(listed) {
		const { fingerprint } = this.#mark;
		if (this.#looked.has(listed.id) || carriesAnother(listed, fingerprint)) return;
		this.#looked.add(listed.id);
		const silent = !carries(listed, fingerprint);
		const name = silent && !this.#keepsMetadata && listed.training_file ? await this.#names.of(listed.training_file) : void 0;
		const inName = name === void 0 ? void 0 : fingerprintInName(name);
		const named = inName === fingerprint;
		if (silent && inName !== void 0 && !named) return;
		const { calls, context, dialect } = this.#looking;
		if (silent && !named && (this.#keepsMetadata || this.#retrieved >= RETRIEVED)) {
			this.#silent.push({
				job: jobOf(listed, dialect),
				name
			});
			return;
		}
		this.#retrieved += silent && !named ? 1 : 0;
		const sent = await context.attempt("read", () => calls.retrieveJob(listed.id, context.signal)).catch((error) => isNoId(error) ? "no id" : unlessMissing(error));
		if (sent === "no id") {
			this.#silent.push({
				job: jobOf(listed, dialect),
				name
			});
			return;
		}
		if (sent === void 0 || carriesAnother(sent, fingerprint)) return;
		const job = jobOf(sent, dialect);
		this.#keepsMetadata ||= carriesAny(sent);
		if (carries(job, fingerprint) || named) this.found.set(job.id, job);
		else this.#silent.push({
			job,
			name
		});
	}
	async doubt() {
		warnOfUnread("jobs", this.#unread, this.#looking.context);
		for (const entry of this.#unread) if (await this.#mayBeOurs(entry)) return "an entry of the list of jobs cannot be read, for want of an ID, and may be such a job";
	}
	async #mayBeOurs(entry) {
		const { fingerprint, likeness } = this.#mark;
		const listed = isMap(entry) ? WireJob.parse({
			...entry,
			id: "unread"
		}) : void 0;
		if (listed === void 0 || carries(listed, fingerprint)) return true;
		if (carriesAnother(listed, fingerprint) || this.#keepsMetadata) return false;
		const name = listed.training_file ? await this.#names.of(listed.training_file) : void 0;
		const inName = name === void 0 ? void 0 : fingerprintInName(name);
		if (inName !== void 0) return inName === fingerprint;
		return likeness !== void 0 && mayBe(jobOf(listed, this.#looking.dialect), name, this.#likeness(likeness));
	}
	#likeness(likeness) {
		return this.#looking.dialect.renamesModels ? {
			...likeness,
			model: void 0
		} : likeness;
	}
	unclear() {
		const { likeness } = this.#mark;
		if (likeness === void 0 || this.#keepsMetadata) return [];
		const like = this.#likeness(likeness);
		return this.#silent.flatMap(({ job, name }) => mayBe(job, name, like) ? [job] : []);
	}
};
async function findMarked(mark, looking) {
	const { unlisted } = looking.dialect;
	if (unlisted !== void 0) return {
		jobs: [],
		unclear: [],
		unproved: unlisted
	};
	const search = new Search(mark, looking);
	const filter = { [FINGERPRINT_KEY]: mark.fingerprint };
	const filtered = looking.dialect.keepsMetadata ? await search.through(jobReader(filter, looking)) : void 0;
	if (search.found.size > 0) return {
		jobs: [...search.found.values()],
		unclear: []
	};
	const ignored = filtered !== void 0 && filtered.seen > 0;
	const scanned = ignored ? filtered : await search.through(jobReader(void 0, looking));
	const doubt = await search.doubt();
	const short = scanned.short ?? doubt;
	const proved = short === void 0 || filtered !== void 0 && !ignored && filtered.short === void 0;
	return {
		jobs: [...search.found.values()],
		unclear: search.unclear(),
		unproved: proved ? void 0 : short
	};
}
function mayBe(job, name, { model, trainingFile }) {
	if (model !== void 0 && job.model !== model || job.state === "failed" || job.state === "cancelled") return false;
	return trainingFile === void 0 ? tellsNothing(name, job.training_file) : job.training_file === trainingFile;
}
async function* listedJobs(metadata, looking) {
	const { unlisted } = looking.dialect;
	if (unlisted !== void 0) throw new ActionError(`${unlisted}. Write job_id.`);
	for await (const page of readablePages("jobs", jobReader(metadata, looking), MOST_PAGES, looking.context)) yield page.map((job) => jobOf(job, looking.dialect));
}
const LARGEST_PART = 16777216;
const AT_ONCE = 4;
const HELD = 5;
const LONGEST_WAIT = 1e4;
const ENDINGS = 4;
function partSize(bytes) {
	const rounds = Math.ceil(bytes / (AT_ONCE * LARGEST_PART));
	return Math.ceil(bytes / (rounds * AT_ONCE));
}
async function* cut(bytes, size, spare) {
	let memory = spare.pop() ?? new Uint8Array(size);
	let filled = 0;
	for await (const chunk of bytes) for (let from = 0; from < chunk.length;) {
		const taken = Math.min(chunk.length - from, size - filled);
		memory.set(chunk.subarray(from, from + taken), filled);
		from += taken;
		filled += taken;
		if (filled < size) continue;
		yield {
			bytes: memory,
			memory
		};
		memory = spare.pop() ?? new Uint8Array(size);
		filled = 0;
	}
	if (filled > 0) yield {
		bytes: memory.subarray(0, filled),
		memory
	};
}
function isOverload(error) {
	return error instanceof ProviderError && (error.facts.kind === "limited" || error.facts.status === 503);
}
async function sendParts(uploadId, upload, calls, context) {
	const stop = new AbortController();
	const signal = AbortSignal.any([context.signal, stop.signal]);
	const ids = [];
	const spare = [];
	const inFlight = new InFlight(AT_ONCE);
	const held = new Set();
	let index = 0;
	const send = async (at, { bytes, memory }) => {
		const attempt = () => inFlight.run(() => calls.addPart(uploadId, bytes, signal), isOverload);
		const part = await context.attempt("part", attempt, { signal });
		ids[at] = part.id;
		spare.push(memory);
	};
	try {
		for await (const part of cut(upload.open(), partSize(upload.bytes), spare)) {
			const sending = send(index, part).finally(() => held.delete(sending));
			sending.catch(() => void 0);
			held.add(sending);
			index += 1;
			if (held.size >= HELD) await Promise.race(held);
		}
		await Promise.all(held);
		return ids;
	} catch (error) {
		stop.abort();
		throw error;
	}
}
async function joined(completed, calls, context) {
	let upload = completed;
	for (let wait = 1e3; upload.file == null && upload.status === "pending"; wait = Math.min(wait * 2, LONGEST_WAIT)) {
		if (context.clock.now() > context.deadline) throw new ActionError(`The upload ${upload.id} is still being joined by the provider. Run again.`);
		await context.clock.sleep(wait, context.signal);
		if (context.signal.aborted) throw new AbortedError("Stopped waiting for the upload because the run is being cancelled.");
		upload = await context.attempt("settle", () => calls.retrieveUpload(completed.id, context.signal));
	}
	if (upload.file != null) return upload.file;
	if (upload.status == null || upload.status === "completed") throw new ActionError(`The upload ${upload.id} was completed, but the provider names no file. Run again.`);
	const why = upload.error?.code ?? upload.error?.message;
	throw new ActionError(`The upload ${upload.id} is ${upload.status}${why ? ` (${why})` : ""}; nothing was created. Run again.`);
}
async function complete(uploadId, ids, find, calls, context) {
	for (let attempt = 1;; attempt += 1) try {
		return await joined(await context.attempt("upload", () => calls.completeUpload(uploadId, ids, context.signal)), calls, context);
	} catch (error) {
		const lost = error instanceof ProviderError && error.facts.fate === "unknown";
		if (!lost && attempt === 1) throw error;
		await context.clock.sleep(1e3 * 2 ** attempt, context.signal);
		const file = await find();
		if (file !== void 0) return file;
		if (error instanceof ProviderError && error.facts.status === 409) return joined(await calls.retrieveUpload(uploadId, context.signal), calls, context);
		if (!lost || attempt === ENDINGS || context.signal.aborted) throw error;
		context.say(`${error.message} The file is not there yet; asking for it once more.`);
	}
}
async function sendInParts(upload, find, calls, context) {
	const { filename, bytes } = upload;
	const begun = await context.attempt("part", () => calls.beginUpload({
		filename,
		bytes
	}, context.signal)).catch((error) => {
		if (error instanceof ProviderError && error.facts.kind === "unsupported") return void 0;
		throw error;
	});
	if (begun === void 0) return void 0;
	try {
		const ids = await sendParts(begun.id, upload, calls, context);
		return await complete(begun.id, ids, find, calls, context);
	} catch (error) {
		await calls.cancelUpload(begun.id, AbortSignal.timeout(2e3)).catch(() => void 0);
		throw error;
	}
}
// src/providers/openai-wire/uploads.ts
const PAGES = 20;
const HOUR = 36e5;
const LIFETIME = 48 * HOUR;
const UPLOADED_FOR_GOOD = 3e5;
const FILE_PATIENCE = HOUR;
const READ_BACK = 3;
function isOneOf(states, { status }) {
	const word = status?.toLowerCase();
	return word !== void 0 && states.some((state) => state.toLowerCase() === word);
}
async function* candidates({ upload, calls, dialect, context }) {
	const read = (after) => context.attempt("read", () => calls.listFiles({ after }, context.signal));
	for await (const page of readablePages("files", read, PAGES, context)) {
		const soon = (context.clock.now() + LIFETIME) / 1e3;
		yield* page.filter((file) => file.filename === upload.filename && (file.bytes ?? upload.bytes) === upload.bytes && !isOneOf(dialect.fileErrors, file) && (file.expires_at ?? Number.POSITIVE_INFINITY) > soon);
	}
}
async function holdsOurs(file, { upload, calls, context, shown }) {
	try {
		if (await context.attempt("extra", () => calls.fileHash(file.id, upload.bytes, context.signal)) === upload.sha256) return true;
		context.warn(`The file ${short(file.id, 80)} has the name and the size of ${shown}, and holds other bytes: it is not used, and the data is sent. Someone with a key of this project may have put it there; look at it.`);
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		context.say(`${shown} may be with the provider as ${short(file.id, 80)}, whose bytes cannot be read back; it is sent anew.`);
	}
	return false;
}
async function lookBefore(placing) {
	const others = new Set();
	try {
		for await (const file of candidates(placing)) {
			if (others.size < READ_BACK && await holdsOurs(file, placing)) return {
				ours: file,
				others
			};
			others.add(file.id);
		}
		return {
			ours: void 0,
			others
		};
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		placing.context.warn(`The uploaded files could not be listed, so ${placing.upload.filename} is sent. ${error.message}`);
		return {
			ours: void 0,
			others: void 0
		};
	}
}
async function lookAfter(placing, { others }) {
	if (others === void 0) return (await lookBefore(placing)).ours;
	try {
		for await (const file of candidates(placing)) if (!others.has(file.id)) return file;
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		placing.context.warn(`The uploaded files could not be listed, so ${placing.upload.filename} is sent. ${error.message}`);
	}
}
async function sendOnce(placing, before) {
	const { upload, calls, context } = placing;
	const large = await calls.sendLarge?.(upload, context);
	if (large !== void 0) return large;
	if (placing.dialect.takesParts && upload.bytes >= 67108864) {
		const file = await sendInParts(upload, () => lookAfter(placing, before), calls, context);
		if (file !== void 0) return file;
		context.say("This server takes no uploads in parts; the file goes in one request.");
	}
	return calls.uploadFile(upload, context.signal);
}
async function processed(file, { calls, dialect, context }) {
	const { processFile } = calls;
	if (processFile === void 0 || !isOneOf(dialect.fileWaits, file)) return;
	try {
		await context.attempt("extra", () => processFile(file.id, context.signal));
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
	}
}
async function sendInTime(placing, before) {
	const { context, upload } = placing;
	const signal = untilDeadline(context);
	const timed = {
		...placing,
		context: {
			...context,
			signal
		}
	};
	try {
		return await context.attempt("upload", () => sendOnce(timed, before), {
			signal,
			lookUp: () => lookAfter(placing, before)
		});
	} catch (error) {
		if (!(error instanceof AbortedError) || context.signal.aborted) throw error;
		throw new ActionError(`timeout_minutes have passed while ${short(upload.filename, 80)} was being uploaded; nothing was created. Give the step more time, or the runner a faster connection.`);
	}
}
async function awaitUsable(file, calls, { fileWaits, fileErrors }, context) {
	const started = context.clock.now();
	let current = file;
	for (let wait = 500; isOneOf(fileWaits, current); wait = Math.min(wait * 1.5, 1e4)) {
		const waited = context.clock.now() - started;
		if (isOneOf(["uploaded"], current) && waited > UPLOADED_FOR_GOOD) {
			context.warn(`The file ${file.id} is still "uploaded" after 5 minutes; going on, since some servers never say more.`);
			return current;
		}
		if (waited > FILE_PATIENCE || context.clock.now() > context.deadline) throw new ActionError(`The file ${file.id} is still "${current.status}" and cannot be used. Run again: the upload is found and not repeated.`);
		await context.clock.sleep(wait, context.signal);
		if (context.signal.aborted) throw new AbortedError("Stopped waiting for the file because the run is being cancelled.");
		current = await context.attempt("settle", () => calls.retrieveFile(file.id, context.signal));
	}
	if (isOneOf(fileErrors, current)) {
		const details = typeof current.status_details === "string" ? current.status_details : JSON.stringify(current.status_details ?? "no reason given");
		throw new ActionError(`The provider cannot use the file ${file.id} (${current.status}): ${details}. Fix the data and run again.`);
	}
	return current;
}
async function placeFile(given, calls, dialect, context) {
	const { fingerprint } = given;
	const filename = fingerprint === void 0 ? given.filename : nameWithFingerprint(given.filename, fingerprint);
	const upload = {
		...given,
		filename
	};
	const marked = filename !== given.filename;
	const shown = filename.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, "$1…");
	const placing = {
		upload,
		calls,
		dialect,
		context,
		shown
	};
	const before = await lookBefore(placing);
	if (before.ours !== void 0) {
		context.say(`${shown} is with the provider already as ${before.ours.id}, byte for byte.`);
		await processed(before.ours, placing);
		const { id } = await awaitUsable(before.ours, calls, dialect, context);
		return {
			id,
			uploaded: false,
			marked
		};
	}
	const file = await sendInTime(placing, before);
	if (file.bytes != null && file.bytes !== upload.bytes) {
		const gone = await calls.deleteFile(file.id, context.signal).then(() => "was deleted again", () => "could not be deleted; delete it with the provider");
		throw new ActionError(`The provider holds ${file.bytes} bytes of ${filename}, but ${upload.bytes} were sent. Nothing was created, and the file ${file.id} ${gone}. Look at what stands between: a proxy or a gateway may change what is sent.`);
	}
	context.say(`Uploaded ${shown} as ${file.id}.`);
	if (file.filename && file.filename !== filename) context.say(`This server keeps the file under another name (${short(file.filename, 80)}), so its name proves nothing.`);
	const { id } = await awaitUsable(file, calls, dialect, context);
	return {
		id,
		uploaded: true,
		marked
	};
}
// src/providers/openai-wire/provider.ts
const PAGE = 100;
function namesAnother(id) {
	const detail = `the answer names the job ${id}, which was asked for by someone else`;
	return failure({
		call: "POST /fine_tuning/jobs",
		fate: "unknown",
		detail
	});
}
function wireProvider(address, dialect, options, transport = transportTo(address, dialect, options), calls = wireCalls(transport)) {
	const inOurWords = async (sent) => jobOf(await sent, dialect);
	return {
		baseUrl: address.baseUrl,
		check: ({ metadata }) => {
			if (dialect.sendsMetadata) checkMetadata(metadata);
		},
		place: (upload, context) => placeFile(upload, calls, dialect, context),
		create: async (request, mark, signal) => {
			const metadata = dialect.sendsMetadata ? markedMetadata(request.metadata, mark) : void 0;
			const job = await inOurWords(calls.createJob(createBody(request, metadata, dialect.form), signal));
			if (carriesAnother(job, mark.fingerprint)) throw namesAnother(job.id);
			return job;
		},
		find: (mark, context) => findMarked(mark, {
			calls,
			dialect,
			context
		}),
		look: (id, signal) => inOurWords(calls.retrieveJob(id, signal)),
		cancel: (id, signal) => inOurWords(calls.cancelJob(id, signal, dialect.cancelBody)),
		pause: (id, signal) => inOurWords(calls.pauseJob(id, signal)),
		resume: (id, signal) => inOurWords(calls.resumeJob(id, signal)),
		jobs: (metadata, context) => listedJobs(metadata, {
			calls,
			dialect,
			context
		}),
		events: (id) => new WireEventLog(calls, id),
		checkpoints: (id, context) => readablePages("checkpoints", (after) => context.attempt("read", () => calls.listCheckpoints(id, {
			after,
			limit: PAGE
		}, context.signal)), MOST_PAGES, context),
		result: (id, signal) => calls.fileContent(id, signal),
		file: (id, signal) => calls.retrieveFile(id, signal),
		deleteFile: (id, signal) => calls.deleteFile(id, signal),
		model: (id, signal) => calls.retrieveModel(id, signal),
		ask: asker(address, dialect, options)
	};
}
export { pageOf as i, cut as n, wireCalls as r, wireProvider as t };
