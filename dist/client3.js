import { Bt as _minLength, Ct as nullish, D as merged, Et as optional, F as STATES$1, Ft as union, It as unknown, Mt as string, Qt as ActionError, Yt as safeParse, Zt as AbortedError, an as unlessMissing, at as methodName, it as isMap, kt as record, lt as _catch, rn as ProviderError, rt as hyperparametersOf, wt as number$1, xt as looseObject } from "./start.js";
import { _ as segment, b as creationFacts, g as multipart, l as jobOf, s as WireJob, v as asker } from "./objects.js";
import { t as dialectOf } from "./dialect2.js";
import { c as short, n as failure, t as secondsFor } from "./time-limits.js";
import { t as jsonCall } from "./json-call.js";
import { n as sumOf } from "./run.js";
import { n as hourlyUsd } from "./deployment-terms6.js";
// src/providers/fireworks/explanations.ts
const EXPLANATIONS = [
	{
		status: 401,
		fix: "The key was not accepted. Check that api_key belongs to Fireworks and has not been revoked.",
		final: true
	},
	{
		status: 403,
		fix: "A key belongs to one account: check that base_url or FIREWORKS_ACCOUNT_ID names the account of this key, and that the key may do this.",
		final: true
	},
	{
		status: 429,
		says: /spend|billing|payment|credit/i,
		fix: "The spending limit of the account is reached. Raise it on Fireworks and run again.",
		final: true
	},
	{
		status: 429,
		call: "/deployments",
		says: /quota|limit/i,
		fix: "The account may have no more of these machines. Take another deployment down, ask Fireworks for a higher quota, or choose another acceleratorType or shape.",
		final: true
	},
	{
		status: 412,
		fix: "Fireworks cannot do this now: the machines are not there, the account is suspended, or it has no way to pay. Look at the account, choose another machine, or run again later.",
		final: false
	}
];
// src/providers/fireworks/calls.ts
const LARGEST_FILE = 16777216;
const SETTLED = 5e3;
function partsOf(baseUrl) {
	const [, root = baseUrl, account = ""] = /^(.*)\/accounts\/([^/]+)$/.exec(baseUrl) ?? [];
	return {
		root,
		account: decodeURIComponent(account)
	};
}
function headersOf({ credential, extraHeaders }) {
	if (credential?.kind === "none") return { ...extraHeaders };
	if (credential?.kind !== "key") throw new ActionError("There is no key for Fireworks AI. Write api_key.");
	return {
		...extraHeaders,
		authorization: `Bearer ${credential.key}`
	};
}
function callsTo(address) {
	const { root, account } = partsOf(address.baseUrl);
	const urlOf = ({ path, query }) => {
		const pairs = new URLSearchParams({
			...address.extraQuery,
			...query
		}).toString();
		return `${root}${path}${pairs === "" ? "" : `?${pairs}`}`;
	};
	const send = (request) => jsonCall({
		call: `${request.method} ${request.path}`,
		method: request.method,
		url: urlOf(request),
		headers: {
			...headersOf(address),
			...request.body === void 0 ? {} : { "content-type": "application/json" }
		},
		body: request.body === void 0 ? void 0 : JSON.stringify(request.body),
		signal: request.signal,
		explanations: EXPLANATIONS
	});
	return {
		account,
		send,
		async ask(schema, request) {
			const { json, text, status } = await send(request);
			const parsed = safeParse(schema, json);
			if (parsed.success) return parsed.data;
			const call = `${request.method} ${request.path}`;
			const detail = `the answer is not what the API describes: ${text === "" ? "it is empty" : short(text, 120)}`;
			throw failure({
				call,
				fate: "unknown",
				status,
				patience: json === void 0 ? void 0 : SETTLED,
				detail
			});
		},
		async upload(path, file, signal) {
			const form = multipart({}, "file", file);
			await jsonCall({
				call: `POST ${path}`,
				method: "POST",
				url: urlOf({ path }),
				headers: {
					...headersOf(address),
					"content-type": form.contentType,
					"content-length": String(form.contentLength)
				},
				body: form.stream(),
				seconds: secondsFor(form.contentLength),
				signal,
				explanations: EXPLANATIONS
			});
		},
		async putSigned(url, file, signal) {
			await jsonCall({
				call: "PUT to the signed address",
				method: "PUT",
				url,
				headers: {
					"content-type": "application/octet-stream",
					"content-length": String(file.bytes),
					"x-goog-content-length-range": `${file.bytes},${file.bytes}`
				},
				body: ReadableStream.from(file.open()),
				seconds: secondsFor(file.bytes),
				signal
			});
		},
		async getSigned(url, call, signal) {
			const { text } = await jsonCall({
				call,
				method: "GET",
				url,
				headers: { accept: "*/*" },
				signal,
				largest: LARGEST_FILE
			});
			return Buffer.from(text);
		}
	};
}
// src/providers/fireworks/names.ts
const COLLECTIONS = ["supervisedFineTuningJobs", "dpoJobs"];
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const BITS = 5n;
function toBase32(hex) {
	let rest = BigInt(`0x${hex}`);
	let text = "";
	for (let digit = 0; digit < 52; digit += 1) {
		text = `${ALPHABET[Number(rest & 31n)]}${text}`;
		rest >>= BITS;
	}
	return text;
}
function fromBase32(text) {
	let value = 0n;
	for (const letter of text) value = value << BITS | BigInt(ALPHABET.indexOf(letter));
	return value.toString(16).padStart(64, "0");
}
function jobIdOf(fingerprint, number) {
	return `ft-${toBase32(fingerprint)}${number === 1 ? "" : `-${number}`}`;
}
function numberIn(id, fingerprint) {
	const first = jobIdOf(fingerprint, 1);
	if (id === first) return 1;
	const number = id.startsWith(`${first}-`) ? Number(id.slice(first.length + 1)) : NaN;
	return Number.isInteger(number) && number > 1 ? number : void 0;
}
const isMarked = (id) => /^ft-[a-z2-7]{52}(-\d+)?$/.test(id);
const datasetIdOf = (sha256) => `data-${toBase32(sha256)}`;
function filenameOf(datasetId) {
	const [, digits] = /^data-([a-z2-7]{52})$/.exec(datasetId) ?? [];
	return digits === void 0 ? void 0 : `data.${fromBase32(digits)}.jsonl`;
}
const idIn = (name) => name.split("/").at(-1) ?? name;
const collectionIn = (name) => COLLECTIONS.find((collection) => name.split("/").includes(collection));
function modelName(model) {
	return model.includes("/") ? model : `accounts/fireworks/models/${model}`;
}
function nameIn(account, collection, id) {
	return id.includes("/") ? id : `accounts/${account}/${collection}/${id}`;
}
function shortName(account, name) {
	return name.startsWith(`accounts/${account}/`) ? idIn(name) : name;
}
const LONGEST_LABEL = 63;
function labelOf({ repository, run } = {}) {
	if (run === void 0) return void 0;
	const own = `run ${run.split(" ")[0]} ${sumOf(run)}`;
	const whole = repository ? `${repository} ${own}` : own;
	return whole.length <= LONGEST_LABEL ? whole : own;
}
function originIn(label) {
	const said = /^(?:(\S+\/\S+) )?run (\d+\/\d+) (\d{1,10})$/.exec(typeof label === "string" ? label : "");
	if (said === null) return {
		repository: void 0,
		commit: void 0,
		run: void 0
	};
	const [, repository, run, sum] = said;
	return {
		repository,
		commit: void 0,
		run: `${run} #${sum}`,
		runSum: Number(sum)
	};
}
// src/providers/fireworks/requests.ts
const SETTINGS = {
	n_epochs: "epochs",
	batch_size: "batchSizeSamples",
	learning_rate: "learningRate",
	learning_rate_warmup_steps: "learningRateWarmupSteps",
	lora_rank: "loraRank",
	max_context_length: "maxContextLength",
	gradient_accumulation_steps: "gradientAccumulationSteps",
	optimizer_weight_decay: "optimizerWeightDecay"
};
const LONGEST_ID = 63;
const collectionOf = (method) => methodName(method) === "dpo" ? "dpoJobs" : "supervisedFineTuningJobs";
function settingsOf(request) {
	const given = Object.entries(hyperparametersOf(request) ?? {});
	return Object.fromEntries(given.flatMap(([name, value]) => {
		const own = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : void 0;
		return own === void 0 || value === "auto" ? [] : [[own, value]];
	}));
}
function outputModel({ suffix }, jobId) {
	if (suffix === void 0) return {};
	const end = `-${jobId.slice(-12).replace(/^-+/, "")}`;
	return { outputModel: `${suffix.slice(0, LONGEST_ID - end.length)}${end}` };
}
function wandbOf({ integrations }) {
	const [first] = integrations ?? [];
	if (first === void 0) return {};
	const { project, entity } = isMap(first.wandb) ? first.wandb : {};
	const named = Object.entries({
		project,
		entity
	}).filter(([, value]) => value != null);
	return { wandbConfig: {
		enabled: true,
		...Object.fromEntries(named)
	} };
}
function jobBody(request, { account, jobId, from, origin }) {
	const { model, method, training_file, validation_file, extra_body } = request;
	const settings = {
		...model === void 0 ? {} : { [from]: modelName(model) },
		...outputModel(request, jobId),
		...settingsOf(request)
	};
	const dataset = (id) => nameIn(account, "datasets", id);
	const label = labelOf(origin);
	const shared = {
		...label === void 0 ? {} : { displayName: label },
		dataset: dataset(training_file),
		...wandbOf(request)
	};
	if (collectionOf(method) === "dpoJobs") {
		const { beta } = hyperparametersOf({ method }) ?? {};
		const dpo = beta === void 0 || beta === "auto" ? {} : { dpo: { beta } };
		return merged({
			...shared,
			trainingConfig: settings,
			lossConfig: {
				method: "DPO",
				...dpo
			}
		}, extra_body);
	}
	const evaluation = validation_file === void 0 ? {} : { evaluationDataset: dataset(validation_file) };
	return merged({
		...shared,
		...settings,
		...evaluation
	}, extra_body);
}
function pricedBody(request, account, from) {
	const { wandbConfig: _, ...body } = jobBody({
		...request,
		suffix: void 0,
		integrations: void 0
	}, {
		account,
		jobId: "",
		from
	});
	return body;
}
function idQuery(collection, id) {
	return collection === "dpoJobs" ? { dpoJobId: id } : { supervisedFineTuningJobId: id };
}
// src/providers/fireworks/objects.ts
const Named = looseObject({ name: string().check(_minLength(1)) });
const OWN_STATES = {
	...STATES$1,
	unspecified: "queued",
	creating: "queued",
	re_queueing: "queued",
	creating_input_dataset: "queued",
	idle: "queued",
	writing_results: "running",
	early_stopped: "succeeded",
	deleting: "cancelled",
	deleting_cleaning_up: "cancelled",
	deleted: "cancelled"
};
const mapOf = (value) => isMap(value) ? value : {};
const textOf = (value) => typeof value === "string" && value !== "" ? value : void 0;
function seconds(time) {
	const at = typeof time === "string" ? Date.parse(time) : NaN;
	return Number.isNaN(at) ? void 0 : Math.floor(at / 1e3);
}
function failureIn(status) {
	const { code, message } = mapOf(status);
	return code === void 0 || code === null || code === "OK" || code === 0 ? void 0 : {
		code,
		message
	};
}
function wordOf({ state, status, completedTime }) {
	const word = (textOf(state) ?? "JOB_STATE_UNSPECIFIED").replace(/^JOB_STATE_/, "").toLowerCase();
	if (word === "validating") return "validating_files";
	if (word !== "archived") return word;
	if (failureIn(status) !== void 0) return "failed";
	return seconds(completedTime) === void 0 ? "cancelled" : "succeeded";
}
function settingsIn(settings) {
	const echoed = Object.entries(SETTINGS).map(([ours, theirs]) => [ours, settings[theirs]]);
	return Object.fromEntries(echoed.filter(([, value]) => typeof value === "number" && value !== 0));
}
function methodIn(sent, settings) {
	const collection = collectionIn(sent.name);
	const hyperparameters = settingsIn(settings);
	if (collection !== "dpoJobs") return collection === void 0 ? void 0 : {
		type: "supervised",
		supervised: { hyperparameters }
	};
	const loss = mapOf(sent.lossConfig);
	const word = textOf(loss.method)?.toLowerCase();
	if (word !== void 0 && word !== "method_unspecified" && word !== "dpo") return { type: word };
	const { beta } = mapOf(loss.dpo);
	return {
		type: "dpo",
		dpo: { hyperparameters: {
			...hyperparameters,
			...typeof beta === "number" ? { beta } : {}
		} }
	};
}
function stepsIn({ percent, epoch }, epochs) {
	const [done, before] = [Number(percent ?? 0), Number(epoch ?? 0)];
	if ((percent ?? epoch) == null || !(done >= 0 && done <= 100 && before >= 0)) return void 0;
	const of = Math.max(Number(epochs) || 1, before + 1);
	return {
		step: (100 * before + done) / of,
		totalSteps: 100,
		epoch: {
			number: before + 1,
			of
		}
	};
}
function withoutSecrets(sent) {
	const { wandbConfig, ...rest } = sent;
	const { apiKey: _, ...shown } = mapOf(wandbConfig);
	const safe = Object.entries(rest).filter(([name]) => !/SignedUrls?$/.test(name));
	return {
		...Object.fromEntries(safe),
		...wandbConfig === void 0 ? {} : { wandbConfig: shown }
	};
}
const METRICS = "-metrics";
const jobOfResult = (resultId) => resultId.replace(new RegExp(`${METRICS}$`), "");
function modelIn(settings, sent) {
	const account = sent.name.split("/")[1] ?? "";
	const model = textOf(settings.outputModel) ?? idIn(sent.name);
	return model.includes("/") ? model : `accounts/${account}/models/${model}`;
}
function readJob(sent, account) {
	const settings = {
		...sent,
		...mapOf(sent.trainingConfig)
	};
	const word = wordOf(sent);
	const succeeded = Object.hasOwn(OWN_STATES, word) && Reflect.get(OWN_STATES, word) === "succeeded";
	const model = textOf(settings.baseModel) ?? textOf(settings.warmStartFrom);
	const dataset = (name) => textOf(name) === void 0 ? void 0 : shortName(account, String(name));
	const job = jobOf(WireJob.parse({
		id: idIn(sent.name),
		status: word,
		created_at: seconds(sent.createTime),
		finished_at: seconds(sent.completedTime),
		model: model === void 0 ? void 0 : modelName(model),
		fine_tuned_model: succeeded ? modelIn(settings, sent) : void 0,
		training_file: dataset(sent.dataset),
		validation_file: dataset(sent.evaluationDataset),
		result_files: succeeded ? [`${idIn(sent.name)}${METRICS}`] : [],
		trained_tokens: succeeded ? mapOf(sent.jobProgress).inputTokens : void 0,
		error: failureIn(sent.status),
		method: methodIn(sent, settings)
	}), { states: OWN_STATES });
	const id = idIn(sent.name);
	return {
		...job,
		origin: originIn(sent.displayName),
		marked: isMarked(id),
		platform: withoutSecrets(sent),
		steps: job.state === "queued" ? void 0 : stepsIn(mapOf(sent.jobProgress), settings.epochs),
		estimated_usd: dollarsIn(sent.estimatedCost) || void 0
	};
}
function dollarsIn(money) {
	const { currencyCode, units = "0", nanos = 0 } = mapOf(money);
	const usd = Number(units) + Number(nanos) / 1e9;
	return currencyCode === "USD" && Number.isFinite(usd) && usd >= 0 ? usd : void 0;
}
const PATIENCE = 36e5;
const Dataset = looseObject({
	name: string(),
	state: _catch(nullish(string()), void 0),
	status: optional(unknown()),
	exampleCount: _catch(nullish(union([string(), number$1()])), void 0)
});
const SignedUrls = looseObject({ filenameToSignedUrls: record(string(), string()) });
const pathOf = ({ account }, id, verb = "") => `/accounts/${segment(account)}/datasets/${segment(id)}${verb}`;
const isReady = ({ state }) => state === "READY";
const exists = (error) => error instanceof ProviderError && error.facts.status === 409;
function faultOf({ state, status }) {
	const failure = state === "READY" ? void 0 : failureIn(status);
	return failure === void 0 ? void 0 : `${String(failure.code)}${failure.message ? `: ${String(failure.message)}` : ""}`;
}
const readDataset = (id, calls, signal) => calls.ask(Dataset, {
	method: "GET",
	path: pathOf(calls, id),
	signal
});
const seen = ({ id, calls, context }) => context.attempt("read", () => readDataset(id, calls, context.signal).catch(unlessMissing));
async function begin({ id, upload: { rows }, calls, context }) {
	const path = `/accounts/${segment(calls.account)}/datasets`;
	const body = {
		datasetId: id,
		dataset: {
			userUploaded: {},
			...rows === void 0 ? {} : { exampleCount: String(rows) }
		}
	};
	const make = () => calls.send({
		method: "POST",
		path,
		body,
		signal: context.signal
	});
	await context.attempt("part", () => make().catch((error) => exists(error) ? void 0 : Promise.reject(error)));
}
async function sendBytes({ id, upload, calls, context }) {
	const { signal } = context;
	if (upload.bytes < 15e7) {
		await calls.upload(pathOf(calls, id, ":upload"), upload, signal);
		return true;
	}
	const filenameToSize = { [upload.filename]: String(upload.bytes) };
	const path = pathOf(calls, id, ":getUploadEndpoint");
	const { filenameToSignedUrls } = await calls.ask(SignedUrls, {
		method: "POST",
		path,
		body: { filenameToSize },
		signal
	});
	const url = filenameToSignedUrls[upload.filename] ?? Object.values(filenameToSignedUrls)[0];
	if (url === void 0 || !URL.canParse(url)) throw new ActionError(`Fireworks gave no address for the upload of ${upload.filename}. Run again.`);
	await calls.putSigned(url, upload, signal);
	await calls.send({
		method: "POST",
		path: pathOf(calls, id, ":validateUpload"),
		body: {},
		signal
	});
	return true;
}
async function landed(placing) {
	const now = await seen(placing);
	return now !== void 0 && isReady(now) ? true : void 0;
}
function holdToRows({ exampleCount }, { id, upload: { rows } }) {
	const there = Number(exampleCount ?? 0);
	if (rows === void 0 || !(there > 0) || there === rows) return;
	throw new ActionError(`The dataset ${id} has ${there} rows, and the data has ${rows}: someone gave its ID to other data. Nothing was created. Look at it on Fireworks, and delete it there before the next run.`);
}
async function awaitReady(placing) {
	const { id, calls, context } = placing;
	const until = Math.min(context.deadline, context.clock.now() + PATIENCE);
	const look = () => context.attempt("settle", () => readDataset(id, calls, context.signal));
	let current = await look();
	for (let wait = 500; !isReady(current); wait = Math.min(wait * 1.5, 1e4)) {
		const fault = faultOf(current);
		if (fault !== void 0) throw new ActionError(`Fireworks cannot use the dataset ${id} (${fault}). Fix the data and run again; the dataset can be deleted there.`);
		if (context.clock.now() > until) throw new ActionError(`The dataset ${id} is still "${current.state}" and cannot be used. Run again: the dataset is found and not made twice.`);
		await context.clock.sleep(wait, context.signal);
		if (context.signal.aborted) throw new AbortedError("Stopped waiting for the dataset because the run is being cancelled.");
		current = await look();
	}
}
async function placeDataset(upload, calls, context) {
	const id = datasetIdOf(upload.sha256);
	const placing = {
		id,
		upload,
		calls,
		context
	};
	const shown = upload.filename.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, "$1…");
	const there = await seen(placing);
	if (there !== void 0 && isReady(there)) {
		holdToRows(there, placing);
		context.say(`${shown} is with the provider already as ${id}.`);
		return {
			id,
			uploaded: false,
			marked: false
		};
	}
	if (there === void 0) await begin(placing);
	await context.attempt("part", () => sendBytes(placing), { beforeAgain: () => landed(placing) });
	context.say(`Uploaded ${shown} as ${id}.`);
	await awaitReady(placing);
	return {
		id,
		uploaded: true,
		marked: false
	};
}
// src/providers/fireworks/deployments.ts
const text = _catch(nullish(string()), void 0);
const number = _catch(nullish(number$1()), void 0);
const Sent = looseObject({
	name: string().check(_minLength(1)),
	state: text,
	status: optional(unknown()),
	baseModel: text,
	deploymentShape: text,
	acceleratorType: text,
	acceleratorCount: number,
	minReplicaCount: number,
	maxReplicaCount: number,
	precision: text
});
const STATES = {
	READY: "ready",
	FAILED: "failed",
	DELETING: "leaving"
};
const ECHOED = [
	"acceleratorType",
	"acceleratorCount",
	"minReplicaCount",
	"maxReplicaCount",
	"precision"
];
function isAsAsked(sent, { settings }) {
	const { deploymentShape: shape } = settings;
	return (typeof shape !== "string" || !sent.deploymentShape || sent.deploymentShape.includes(idIn(shape))) && ECHOED.every((name) => settings[name] === void 0 || (sent[name] ?? settings[name]) === settings[name]);
}
function fireworksDeployments(calls) {
	const pathOf = (name) => `/accounts/${segment(calls.account)}/deployments${name === void 0 ? "" : `/${segment(name)}`}`;
	const fullModel = (model) => nameIn(calls.account, "models", model);
	const deploymentOf = (sent, request) => {
		const model = sent.baseModel ? fullModel(sent.baseModel) : void 0;
		const wanted = request.model === void 0 ? void 0 : fullModel(request.model);
		const failure = failureIn(sent.status);
		const { acceleratorType, acceleratorCount, minReplicaCount } = sent;
		const serves = model ?? wanted;
		return {
			name: request.name,
			servedModel: serves === void 0 ? sent.name : `${serves}#${sent.name}`,
			state: STATES[sent.state ?? ""] ?? "starting",
			status: sent.state ?? "CREATING",
			model: model === wanted ? request.model : model,
			asAsked: model !== void 0 && model === wanted && isAsAsked(sent, request),
			hourlyUsd: hourlyUsd({
				acceleratorType,
				acceleratorCount,
				replicas: minReplicaCount ?? 0
			}),
			stopsIdle: (minReplicaCount ?? 0) === 0,
			...failure === void 0 ? {} : { reason: [failure.code, failure.message].filter(Boolean).join(": ") }
		};
	};
	const find = async (request, signal) => {
		const path = pathOf(request.name);
		const sent = await calls.ask(Sent, {
			method: "GET",
			path,
			signal
		}).catch(unlessMissing);
		return sent === void 0 || sent.state === "DELETED" ? void 0 : deploymentOf(sent, request);
	};
	return {
		find,
		async begin(request, signal) {
			const { model = "", name, settings } = request;
			const body = {
				baseModel: fullModel(model),
				...settings
			};
			const sent = await calls.ask(Sent, {
				method: "POST",
				path: pathOf(),
				query: { deploymentId: name },
				body,
				signal
			});
			return deploymentOf(sent, request);
		},
		follow: (request, _, signal) => find(request, signal),
		async remove({ name }, _, signal) {
			await calls.send({
				method: "DELETE",
				path: pathOf(name),
				query: { ignoreChecks: "true" },
				signal
			}).catch(unlessMissing);
		}
	};
}
// src/providers/fireworks/numbered.ts
const MOST_NUMBERS = 50;
const PAGE = "200";
const MOST_JOBS = 2e3;
const Page = looseObject({ nextPageToken: _catch(nullish(string()), void 0) });
const jobsPath = ({ account }, collection, id, verb = "") => `/accounts/${segment(account)}/${collection}${id === void 0 ? "" : `/${segment(id)}`}${verb}`;
const jobAt = (calls, collection, id, signal) => calls.ask(Named, {
	method: "GET",
	path: jobsPath(calls, collection, id),
	signal
}).catch(unlessMissing);
async function* listedIn(calls, collection, context) {
	const seen = new Set();
	let token = "";
	for (;;) {
		const query = {
			pageSize: PAGE,
			...token === "" ? {} : { pageToken: token }
		};
		const read = () => calls.ask(Page, {
			method: "GET",
			path: jobsPath(calls, collection),
			query,
			signal: context.signal
		});
		const page = await context.attempt("read", read);
		const items = page[collection];
		const sent = (Array.isArray(items) ? items : []).flatMap((item) => {
			const one = safeParse(Named, item);
			return one.success ? [one.data] : [];
		});
		if (sent.length > 0) yield sent;
		const next = page.nextPageToken ?? "";
		if (next === "" || seen.has(next)) return;
		seen.add(next);
		token = next;
	}
}
var Numbers = class {
	#seen = new Map();
	#taken = new Map();
	next(fingerprint) {
		return Math.max(this.#seen.get(fingerprint) ?? 0, this.#taken.get(fingerprint) ?? 0) + 1;
	}
	hasTaken(fingerprint) {
		return this.#taken.has(fingerprint);
	}
	saw(fingerprint, number) {
		this.#seen.set(fingerprint, Math.max(this.#seen.get(fingerprint) ?? 0, number));
	}
	isTaken(fingerprint, number) {
		this.#taken.set(fingerprint, Math.max(this.#taken.get(fingerprint) ?? 0, number));
	}
	known(fingerprint) {
		return this.next(fingerprint) - 1;
	}
};
async function jobsWith(fingerprint, numbers, goesOn, calls, context) {
	const found = new Map();
	const note = (sent, number) => {
		found.set(sent.name, sent);
		numbers.saw(fingerprint, number);
	};
	for (let number = 1; number <= MOST_NUMBERS; number += 1) {
		const id = jobIdOf(fingerprint, number);
		const at = (collection) => context.attempt("read", () => jobAt(calls, collection, id, context.signal));
		const jobs = (await Promise.all(COLLECTIONS.map(at))).filter((job) => job !== void 0);
		for (const job of jobs) note(job, number);
		if (jobs.length === 0 && number > numbers.known(fingerprint)) break;
	}
	if ([...found.values()].some(goesOn)) return [...found.values()];
	for (const collection of COLLECTIONS) {
		let seen = 0;
		for await (const page of listedIn(calls, collection, context)) {
			for (const sent of page) {
				const number = numberIn(idIn(sent.name), fingerprint);
				if (number === void 0 || found.has(sent.name)) continue;
				const look = () => jobAt(calls, collection, idIn(sent.name), context.signal);
				const now = await context.attempt("read", look);
				if (now !== void 0) note(now, number);
			}
			seen += page.length;
			if (seen < MOST_JOBS) continue;
			context.say(`Looked through ${seen} jobs in the list; a job whose ID has no gap before it is found without it.`);
			break;
		}
	}
	return [...found.values()];
}
const isTakenAnswer = (error) => error instanceof ProviderError && error.facts.status === 409;
function ofCreation(error) {
	if (!(error instanceof ProviderError)) return error;
	if ([
		301,
		302,
		303
	].includes(error.facts.status ?? 0)) return failure({
		...error.facts,
		fate: "unknown",
		kind: void 0
	});
	const facts = creationFacts(error.facts);
	return facts === error.facts ? error : failure(facts, EXPLANATIONS, error);
}
function unseen(id, call) {
	const detail = `the ID ${id} is taken, and its job is not to be seen: it was deleted, or another run has just asked for it`;
	return failure({
		call,
		fate: "unknown",
		status: 409,
		detail
	});
}
// src/providers/fireworks/client.ts
const ModelSent = looseObject({
	name: string(),
	kind: _catch(nullish(string()), void 0)
});
const Estimated = looseObject({ estimatedCost: optional(unknown()) });
const NO_PRICE = {
	usd: void 0,
	reason: "it prices no such job beforehand",
	never: true
};
const MetricsAt = looseObject({ signedUrl: _catch(string(), "") });
const lacksCall = (error) => error instanceof ProviderError && [
	404,
	405,
	501
].includes(error.facts.status ?? 0);
function onlyByDeletion(id, { facts }) {
	const detail = `${facts.detail}. Fireworks has no call that stops this job ${id} and keeps it; only its deletion ends it, and its record goes with it`;
	const fix = "Write on_cancel: cancel, or run operation: cancel with its job_id: then it is deleted.";
	return new ProviderError(`${facts.call} failed with ${facts.status}: ${detail}.`, {
		...facts,
		detail,
		fate: "refused",
		kind: "unsupported",
		final: true
	}, { fix });
}
function fireworksProvider(address, options) {
	const calls = callsTo(address);
	const { account } = calls;
	const numbers = new Numbers();
	const origins = new Map();
	const inOurWords = (sent) => readJob(sent, account);
	async function sentJob(name, signal) {
		const id = idIn(name);
		const named = collectionIn(name);
		for (const collection of named === void 0 ? COLLECTIONS : [named]) {
			const sent = await jobAt(calls, collection, id, signal);
			if (sent !== void 0) return sent;
		}
		const facts = {
			call: `GET ${jobsPath(calls, named ?? COLLECTIONS[0], id)}`,
			fate: "refused",
			kind: "missing",
			status: 404
		};
		const detail = "there is no job of this ID in the account";
		throw new ProviderError(`${facts.call} failed with 404: ${detail}.`, {
			...facts,
			final: true,
			detail
		}, { fix: "Check job_id, and that the key and base_url are of the account of the job." });
	}
	const model = (name, signal) => calls.ask(ModelSent, {
		method: "GET",
		path: `/${modelName(name).split("/").map(segment).join("/")}`,
		signal
	});
	const pathOf = (sent, verb = "") => jobsPath(calls, collectionIn(sent.name) ?? COLLECTIONS[0], idIn(sent.name), verb);
	async function create(request, mark, signal) {
		const { fingerprint, origin } = mark;
		const collection = collectionOf(request.method);
		const path = jobsPath(calls, collection);
		for (;;) {
			const number = numbers.next(fingerprint);
			const jobId = jobIdOf(fingerprint, number);
			const from = origins.get(request.model ?? "") ?? "baseModel";
			const body = jobBody(request, {
				account,
				jobId,
				from,
				origin
			});
			const query = idQuery(collection, jobId);
			try {
				return inOurWords(await calls.ask(Named, {
					method: "POST",
					path,
					query,
					body,
					signal
				}));
			} catch (error) {
				if (!isTakenAnswer(error)) throw ofCreation(error);
			}
			const there = await jobAt(calls, collection, jobId, signal);
			if (there !== void 0) return inOurWords(there);
			const again = numbers.hasTaken(fingerprint);
			numbers.isTaken(fingerprint, number);
			if (!again) throw unseen(jobId, `POST ${path}`);
		}
	}
	return {
		baseUrl: address.baseUrl,
		prepare: (asked, context) => prepared(asked, context),
		async estimate(request, signal) {
			const collection = collectionOf(request.method);
			if (collection === "dpoJobs") return NO_PRICE;
			const body = pricedBody(request, account, origins.get(request.model ?? "") ?? "baseModel");
			const path = `${jobsPath(calls, collection)}:estimateCost`;
			try {
				const { estimatedCost } = await calls.ask(Estimated, {
					method: "POST",
					path,
					body,
					signal
				});
				const usd = dollarsIn(estimatedCost);
				return usd === void 0 ? {
					usd,
					reason: "its answer has no price in US$ that can be read"
				} : { usd };
			} catch (error) {
				if (lacksCall(error)) return NO_PRICE;
				throw error;
			}
		},
		place: (upload, context) => placeDataset(upload, calls, context),
		create,
		async find(mark, context) {
			const goesOn = (sent) => !["failed", "cancelled"].includes(inOurWords(sent).state);
			return {
				jobs: (await jobsWith(mark.fingerprint, numbers, goesOn, calls, context)).map((one) => inOurWords(one)),
				unclear: []
			};
		},
		look: async (id, signal) => inOurWords(await sentJob(id, signal)),
		async cancel(id, signal, leave) {
			const sent = await sentJob(id, signal);
			try {
				await calls.send({
					method: "POST",
					path: pathOf(sent, ":cancel"),
					body: {},
					signal
				});
			} catch (error) {
				if (!lacksCall(error)) throw error;
				if (!leave?.byDeletion) throw onlyByDeletion(idIn(sent.name), error);
				await calls.send({
					method: "DELETE",
					path: pathOf(sent),
					signal
				}).catch(unlessMissing);
				leave.say(`Fireworks stops this job by its deletion alone; ${idIn(sent.name)} was deleted, and its record with it.`);
				return inOurWords({
					...sent,
					state: "JOB_STATE_CANCELLED"
				});
			}
			const now = await jobAt(calls, collectionIn(sent.name) ?? COLLECTIONS[0], idIn(sent.name), signal);
			return inOurWords(now ?? {
				...sent,
				state: "JOB_STATE_CANCELLED"
			});
		},
		async resume(id, signal) {
			const path = pathOf(await sentJob(id, signal), ":resume");
			return inOurWords(await calls.ask(Named, {
				method: "POST",
				path,
				body: {},
				signal
			}));
		},
		async *jobs(_, context) {
			for (const collection of COLLECTIONS) for await (const page of listedIn(calls, collection, context)) yield page.map((sent) => inOurWords(sent));
		},
		async file(id, signal) {
			const dataset = await readDataset(idIn(id), calls, signal);
			return {
				id: shortName(account, dataset.name),
				filename: filenameOf(idIn(dataset.name))
			};
		},
		async deleteFile(id, signal) {
			await calls.send({
				method: "DELETE",
				path: `/accounts/${segment(account)}/datasets/${segment(idIn(id))}`,
				signal
			});
		},
		async result(id, signal) {
			const sent = await sentJob(jobOfResult(id), signal);
			const own = sent.metricsFileSignedUrl;
			const call = `GET the metrics of ${idIn(sent.name)}`;
			const { signedUrl } = collectionIn(sent.name) === "dpoJobs" ? await calls.ask(MetricsAt, {
				method: "GET",
				path: pathOf(sent, ":getMetricsFileEndpoint"),
				signal
			}) : { signedUrl: typeof own === "string" ? own : "" };
			if (!URL.canParse(signedUrl)) {
				const detail = "the platform gives no address for it";
				throw new ProviderError(`${call} failed: ${detail}.`, {
					call,
					fate: "refused",
					kind: "missing",
					final: true,
					detail
				});
			}
			return calls.getSigned(signedUrl, call, signal);
		},
		async model(name, signal) {
			const { name: id } = await model(name, signal);
			return { id };
		},
		deployments: fireworksDeployments(calls),
		ask: asker(address, dialectOf({ explanations: EXPLANATIONS }), options)
	};
	async function prepared(asked, context) {
		const name = asked.model;
		if (name === void 0) return asked;
		const look = () => model(name, context.signal).catch(unlessMissing);
		const known = await context.attempt("extra", look).catch((error) => {
			if (!(error instanceof ProviderError)) throw error;
			context.say(`The model ${name} could not be looked at. ${error.message}`);
			return null;
		});
		if (known === void 0) throw new ActionError(`Input model is ${JSON.stringify(name)}, which Fireworks does not know, or this key may not see; nothing was uploaded. Write its name as the model library has it: accounts/fireworks/models/….`);
		if (known === null) return asked;
		const tunable = [
			known.tunable,
			known.supervisedLoraTunable,
			known.supervisedFullParameterTunable
		];
		if (tunable.includes(false) && !tunable.includes(true) && !isAddon(known)) throw new ActionError(`Input model is ${JSON.stringify(name)}, which Fireworks does not train; nothing was uploaded. Choose a model that its library marks as tunable.`);
		origins.set(name, isAddon(known) ? "warmStartFrom" : "baseModel");
		return asked;
	}
}
const isAddon = ({ kind }) => kind === "HF_PEFT_ADDON";
export { fireworksProvider };
