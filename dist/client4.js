import { Bt as _minLength, Ct as nullish, Dt as pipe, Et as optional, It as unknown, Mt as string, Nt as transform, Qt as ActionError, Zt as AbortedError, an as unlessMissing, at as methodName, en as InputError, it as isMap, j as settingsOf, kt as record, lt as _catch, mt as boolean, pt as array, rn as ProviderError, rt as hyperparametersOf, wt as number$2, xt as looseObject } from "./start.js";
import { _ as segment, a as WireEvent, i as WireCheckpoint, o as WireFile, s as WireJob, t as AnyEvent, y as transportTo } from "./objects.js";
import { i as pageOf, n as cut, r as wireCalls, t as wireProvider } from "./provider.js";
import { t as dialectOf } from "./dialect2.js";
import { t as createBody } from "./requests3.js";
import { n as replicasOf } from "./deployment-terms8.js";
import { n as failure, t as secondsFor } from "./time-limits.js";
import { t as jsonCall } from "./json-call.js";
const { createHash } = process.getBuiltinModule("node:crypto");
// src/providers/together/endpoints.ts
const text = _catch(nullish(string()), void 0);
const number$1 = _catch(nullish(number$2()), void 0);
const Endpoint = looseObject({
	id: string().check(_minLength(1)),
	name: text,
	display_name: text,
	model: text,
	hardware: text,
	type: text,
	state: text,
	created_at: text,
	autoscaling: _catch(nullish(looseObject({
		min_replicas: number$1,
		max_replicas: number$1
	})), void 0)
});
const Hardware = looseObject({
	id: string(),
	pricing: _catch(nullish(looseObject({ cents_per_minute: number$1 })), void 0)
});
const STATES = {
	STARTED: "ready",
	ERROR: "failed",
	STOPPING: "leaving",
	STOPPED: "stopped"
};
const stateOf = ({ state }) => STATES[state ?? ""] ?? "starting";
const isLive = (endpoint) => ["starting", "ready"].includes(stateOf(endpoint));
const SHOWN$1 = 8;
const isNamed = (name) => (endpoint) => endpoint.display_name === name || endpoint.name === name;
function isAsAsked(endpoint, request) {
	const { hardware, autoscaling } = request.settings;
	const { min_replicas, max_replicas } = replicasOf(request);
	const sized = autoscaling === void 0 || endpoint.autoscaling == null || endpoint.autoscaling.min_replicas === min_replicas && endpoint.autoscaling.max_replicas === max_replicas;
	return endpoint.model === request.model && sized && (hardware === void 0 || endpoint.hardware === hardware);
}
function byFitness(request) {
	const rank = (endpoint) => (isAsAsked(endpoint, request) ? 0 : 2) + (["failed", "leaving"].includes(stateOf(endpoint)) ? 1 : 0);
	const age = ({ created_at, id }) => `${created_at ?? ""} ${id}`;
	return (left, right) => rank(left) - rank(right) || (age(left) < age(right) ? -1 : 1);
}
function hourlyOf({ pricing }, replicas) {
	const cents = pricing?.cents_per_minute;
	return cents == null ? void 0 : cents * 60 * replicas / 100;
}
function offerOf(machines) {
	const names = machines.map((machine) => {
		const usd = hourlyOf(machine, 1);
		return usd === void 0 ? machine.id : `${machine.id} (US$ ${usd.toFixed(2)} an hour)`;
	});
	return `${names.slice(0, SHOWN$1).join(", ")}${names.length > SHOWN$1 ? ` and ${names.length - SHOWN$1} more` : ""}`;
}
function togetherDeployments({ ask, send }) {
	const at = ({ id }) => `/endpoints/${segment(id)}`;
	const look = (id, signal) => ask(Endpoint, {
		method: "get",
		path: at({ id }),
		signal
	}).catch(unlessMissing);
	const machines = new Map();
	const machinesFor = (model, signal) => {
		const asked = machines.get(model) ?? ask(pageOf(Hardware), {
			method: "get",
			path: "/hardware",
			query: { model },
			signal
		}).then(({ data }) => data, (error) => {
			if (error instanceof ProviderError) return [];
			throw error;
		});
		machines.set(model, asked);
		return asked;
	};
	const deploymentOf = async (endpoint, request, signal) => {
		const { model, hardware } = endpoint;
		const { inactive_timeout: idle } = request.settings;
		const machine = (model != null && request.settings.hardware !== void 0 ? await machinesFor(model, signal) : []).find(({ id }) => id === hardware);
		const replicas = Math.max(1, endpoint.autoscaling?.min_replicas ?? replicasOf(request).min_replicas);
		return {
			name: request.name,
			servedModel: endpoint.name ?? request.name,
			state: stateOf(endpoint),
			status: (endpoint.state ?? "PENDING").toLowerCase(),
			model: model ?? void 0,
			asAsked: isAsAsked(endpoint, request),
			hourlyUsd: machine === void 0 ? void 0 : hourlyOf(machine, replicas),
			stopsIdle: typeof idle === "number" && idle > 0,
			handle: endpoint.id
		};
	};
	const best = async (request, signal) => {
		const { data } = await ask(pageOf(Endpoint), {
			method: "get",
			path: "/endpoints",
			query: {
				type: "dedicated",
				mine: true
			},
			signal
		});
		const named = [];
		for (const { id, type } of data) {
			const endpoint = type === "serverless" ? void 0 : await look(id, signal);
			if (endpoint !== void 0 && isNamed(request.name)(endpoint)) named.push(endpoint);
		}
		return named.sort(byFitness(request))[0];
	};
	const checkHardware = async ({ model = "", settings }, signal) => {
		const offered = await machinesFor(model, signal);
		if (offered.length === 0 || offered.some(({ id }) => id === settings.hardware)) return;
		throw new ActionError(`Input deployment.hardware is ${JSON.stringify(settings.hardware)}; for ${model} Together offers ${offerOf(offered)}. Nothing was deployed.`);
	};
	const remove = async (endpoint, signal) => {
		await send({
			method: "delete",
			path: at(endpoint),
			signal
		}).catch(unlessMissing);
	};
	const settled = async (made, request, signal) => {
		const first = await best(request, signal).catch((error) => {
			if (error instanceof ProviderError) return void 0;
			throw error;
		});
		if (first === void 0 || first.id === made.id || !isAsAsked(first, request) || !isLive(first)) return made;
		await remove(made, signal);
		return first;
	};
	const ours = new Set();
	return {
		async find(request, signal) {
			const found = await best(request, signal);
			return found === void 0 ? void 0 : deploymentOf(found, request, signal);
		},
		async begin(request, signal) {
			const { model, name, settings } = request;
			const there = await best(request, signal);
			const alike = there !== void 0 && isAsAsked(there, request) ? there : void 0;
			if (alike !== void 0 && isLive(alike)) return deploymentOf(alike, request, signal);
			if (alike !== void 0 && stateOf(alike) === "stopped") {
				const started = await ask(Endpoint, {
					method: "patch",
					path: at(alike),
					body: { state: "STARTED" },
					signal
				});
				return deploymentOf({
					...alike,
					...started
				}, request, signal);
			}
			await checkHardware(request, signal);
			const body = {
				...settings,
				model,
				display_name: name,
				autoscaling: replicasOf(request)
			};
			const made = await ask(Endpoint, {
				method: "post",
				path: "/endpoints",
				body,
				signal
			});
			ours.add(made.id);
			return deploymentOf(await settled(made, request, signal), request, signal);
		},
		async follow(request, { handle }, signal) {
			const endpoint = handle === void 0 ? await best(request, signal) : await look(handle, signal);
			if (endpoint === void 0) return void 0;
			const mayHaveTwin = stateOf(endpoint) === "ready" && ours.has(endpoint.id);
			return deploymentOf(mayHaveTwin ? await settled(endpoint, request, signal) : endpoint, request, signal);
		},
		async remove(_, { handle }, signal) {
			if (handle !== void 0) await remove({ id: handle }, signal);
		}
	};
}
// src/providers/together/explanations.ts
const EXPLANATIONS = [
	{
		status: 404,
		call: "/fine-tunes/",
		fix: "The server knows no such job. Check job_id, and that the key belongs to the same account.",
		final: true
	},
	{
		status: 404,
		call: "/endpoints/",
		fix: "The server knows no such endpoint. Check its name, and that the key belongs to the same account.",
		final: true
	},
	{
		status: 401,
		call: "POST /files",
		fix: "Together answers so to a wrong key, and where the files would go beyond the free credit. Check the key, then the credit.",
		final: true
	}
];
// src/providers/together/objects.ts
const Sent = looseObject({ id: string().check(_minLength(1)) });
const METHODS = {
	sft: "supervised",
	dpo: "dpo"
};
function seconds(time) {
	const at = typeof time === "string" ? Date.parse(time) : NaN;
	return Number.isNaN(at) ? void 0 : Math.floor(at / 1e3);
}
function fileStatus({ processing_status, Processed }) {
	return processing_status ?? (Processed === false ? "PENDING" : void 0);
}
const TogetherFile = pipe(pipe(Sent, transform((sent) => ({
	...sent,
	status: fileStatus(sent),
	status_details: sent.validation_report
}))), WireFile);
const formFields = (filename) => ({
	purpose: "fine-tune",
	file_name: filename,
	file_type: "jsonl"
});
const ECHOED = [
	"n_epochs",
	"n_checkpoints",
	"n_evals",
	"batch_size",
	"learning_rate",
	"warmup_ratio",
	"weight_decay",
	"max_grad_norm",
	"max_seq_length",
	"packing"
];
function methodOf(sent) {
	const method = isMap(sent.training_method) ? sent.training_method : {};
	if (typeof method.method !== "string") return void 0;
	const type = METHODS[method.method] ?? method.method;
	const echoed = ECHOED.flatMap((name) => sent[name] == null ? [] : [[name, sent[name]]]);
	const beta = typeof method.dpo_beta === "number" ? { beta: method.dpo_beta } : {};
	return {
		type,
		[type]: { hyperparameters: {
			...Object.fromEntries(echoed),
			...beta
		} }
	};
}
function secondsLeft(progress) {
	return isMap(progress) && progress.estimate_available === true ? progress.seconds_remaining : void 0;
}
const stepData = ({ step, total_steps }) => typeof step === "number" && step > 0 ? {
	step,
	total_steps
} : void 0;
const TogetherJob = pipe(pipe(Sent, transform((sent) => {
	const { status, created_at, updated_at, model_output_name, token_count, random_seed } = sent;
	const succeeded = status === "completed";
	const ended = succeeded || status === "cancelled" || status === "error" || status === "user_error";
	return {
		...sent,
		created_at: seconds(created_at),
		finished_at: ended ? seconds(updated_at) : void 0,
		seconds_left: secondsLeft(sent.progress),
		fine_tuned_model: succeeded ? model_output_name : void 0,
		trained_tokens: succeeded ? token_count : void 0,
		method: methodOf(sent),
		seed: random_seed,
		result_files: succeeded ? [metricsName(sent.id)] : []
	};
})), WireJob);
const TogetherEvent = pipe(pipe(AnyEvent, transform((sent) => {
	const { created_at, type, message, step } = sent;
	const said = createHash("sha256").update(JSON.stringify([
		created_at,
		type,
		message,
		step
	])).digest("hex");
	return {
		...sent,
		id: `event-${said.slice(0, 24)}`,
		created_at: typeof created_at === "string" ? Date.parse(created_at) / 1e3 : void 0,
		data: stepData(sent)
	};
})), WireEvent);
function inTime(events) {
	const timeOf = ({ created_at }) => created_at ?? 0;
	const counts = new Map();
	return events.toSorted((left, right) => timeOf(left) - timeOf(right)).map((event) => {
		const count = (counts.get(event.id) ?? 0) + 1;
		counts.set(event.id, count);
		return {
			...event,
			id: count === 1 ? event.id : `${event.id}-${count}`,
			created_at: Math.floor(timeOf(event))
		};
	});
}
const metricsName = (jobId) => `${jobId}-metrics`;
const jobOfMetrics = (name) => name.replace(/-metrics$/, "");
const TogetherMetrics = looseObject({ metrics: array(record(string(), unknown())) });
const measureName = (name) => /(^|\/)global_step$/.test(name) ? "step" : name.replace(/^eval\b/, "valid").replace(/[^\w.-]+/g, "_");
function metricsCsv({ metrics }) {
	const rows = metrics.map((one) => {
		const numbers = Object.entries(one).flatMap(([name, value]) => typeof value === "number" && Number.isFinite(value) ? [[measureName(name), value]] : []);
		return new Map(numbers);
	});
	const names = new Set(["step", ...rows.flatMap((row) => [...row.keys()])]);
	const lines = rows.map((row) => [...names].map((name) => row.get(name) ?? "").join(","));
	return rows.length === 0 ? "" : `${[[...names].join(","), ...lines].join("\n")}\n`;
}
const TogetherCheckpoint = pipe(pipe(looseObject({ path: string() }), transform(({ path, step, created_at, ...sent }) => ({
	...sent,
	id: path,
	created_at: seconds(created_at),
	fine_tuned_model_checkpoint: path,
	step_number: step
}))), WireCheckpoint);
// src/providers/together/large-uploads.ts
const MEGABYTE = 1048576;
const SIZES = {
	signedFrom: 64 * MEGABYTE,
	partsFrom: 5120 * MEGABYTE,
	part: 100 * MEGABYTE
};
const MOST_PARTS = 250;
const JOIN_SECONDS = 300;
const Begun = looseObject({
	upload_id: string(),
	file_id: string(),
	parts: array(looseObject({
		PartNumber: number$2(),
		URL: string(),
		Headers: _catch(nullish(record(string(), string())), void 0)
	}))
});
const Completed = pipe(pipe(looseObject({ file: optional(unknown()) }), transform((sent) => sent.file ?? sent)), TogetherFile);
function checkedAddress(text, { baseUrl }) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url !== void 0 && (url.protocol === "https:" || url.protocol === new URL(baseUrl).protocol)) return url.href;
	throw new ActionError("Together names an address for the upload that is none with https; nothing was sent.");
}
async function put(url, { bytes, stream }, more, signal) {
	const { headers } = await jsonCall({
		call: "PUT to the signed address",
		method: "PUT",
		url,
		headers: {
			...more,
			"content-length": String(bytes)
		},
		body: stream(),
		seconds: secondsFor(bytes),
		signal
	});
	return headers;
}
async function putPart(url, body, more, signal) {
	const tag = (await put(url, body, more, signal)).get("etag");
	if (tag) return tag;
	throw failure({
		call: "PUT to the signed address",
		fate: "unknown",
		detail: "the answer has no ETag, by which the part is named"
	});
}
function unlessUnsupported(error) {
	if (error instanceof ProviderError && [
		404,
		405,
		501
	].includes(error.facts.status ?? 0)) return void 0;
	throw error;
}
function largeUploads(address, { ask, send }, sizes = SIZES) {
	const { credential, baseUrl, extraHeaders, extraQuery } = address;
	const authorization = credential?.kind === "key" ? { authorization: `Bearer ${credential.key}` } : void 0;
	const begin = async (filename, signal) => {
		const fields = new URLSearchParams(formFields(filename)).toString();
		const query = new URLSearchParams({
			...extraQuery,
			...formFields(filename)
		}).toString();
		const { headers, status } = await jsonCall({
			call: "POST /files",
			method: "POST",
			url: `${baseUrl}/files?${query}`,
			headers: {
				...extraHeaders,
				...authorization,
				"content-type": "application/x-www-form-urlencoded"
			},
			body: fields,
			signal,
			redirectAnswers: true
		});
		const [location, id] = [headers.get("location"), headers.get("x-together-file-id")];
		if (location && id) return {
			id,
			location: checkedAddress(location, address)
		};
		throw failure({
			call: "POST /files",
			fate: "refused",
			status,
			detail: "the answer names no address for the upload"
		});
	};
	const processFile = async (id, signal) => {
		await send({
			method: "post",
			path: `/files/${segment(id)}/preprocess`,
			signal
		}).catch(unlessUnsupported);
	};
	const look = (id, signal) => ask(TogetherFile, {
		method: "get",
		path: `/files/${segment(id)}`,
		signal
	});
	const sendSigned = async (upload, { attempt, signal }) => {
		const { filename, bytes } = upload;
		const { id, location } = await attempt("part", () => begin(filename, signal), { signal });
		const whole = {
			bytes,
			stream: () => ReadableStream.from(upload.open())
		};
		await attempt("part", () => put(location, whole, { "content-type": "application/octet-stream" }, signal), { signal });
		await attempt("part", () => processFile(id, signal), { signal });
		return attempt("settle", () => look(id, signal), { signal });
	};
	const sendParts = async ({ parts }, upload, size, { attempt, signal }) => {
		const sent = [];
		const spare = [];
		const inOrder = parts.toSorted((left, right) => left.PartNumber - right.PartNumber);
		for await (const { bytes, memory } of cut(upload.open(), size, spare)) {
			const part = inOrder[sent.length];
			if (part === void 0) throw new ActionError("Together names fewer parts than were asked for; nothing was created. Run again.");
			const url = checkedAddress(part.URL, address);
			const body = {
				bytes: bytes.length,
				stream: () => ReadableStream.from([bytes])
			};
			const etag = await attempt("part", () => putPart(url, body, part.Headers ?? {}, signal), { signal });
			sent.push({
				part_number: part.PartNumber,
				etag
			});
			spare.push(memory);
		}
		return sent;
	};
	const sendInParts = async (upload, context) => {
		const { attempt, signal } = context;
		const { filename, bytes } = upload;
		const size = Math.max(sizes.part, Math.ceil(bytes / MOST_PARTS));
		const { file_name, ...others } = formFields(filename);
		const asked = {
			file_name,
			file_size: bytes,
			num_parts: Math.ceil(bytes / size),
			...others
		};
		const post = (schema, verb, body, seconds = 60) => ask(schema, {
			method: "post",
			path: `/files/multipart/${verb}`,
			body,
			signal,
			seconds
		});
		const begun = await attempt("part", () => post(Begun, "initiate", asked), { signal });
		const { upload_id, file_id } = begun;
		try {
			const parts = await sendParts(begun, upload, size, context);
			const complete = () => post(Completed, "complete", {
				upload_id,
				file_id,
				parts
			}, JOIN_SECONDS);
			const arrived = () => look(file_id, signal).then((file) => file.bytes === bytes ? file : void 0, unlessNotThere);
			return await attempt("upload", complete, {
				signal,
				lookUp: arrived
			});
		} catch (error) {
			const brief = AbortSignal.timeout(2e3);
			await send({
				method: "post",
				path: "/files/multipart/abort",
				body: {
					upload_id,
					file_id
				},
				signal: brief
			}).catch(unlessFailed);
			throw error;
		}
	};
	return {
		processFile,
		sendLarge: async (upload, context) => {
			if (upload.bytes < sizes.signedFrom) return void 0;
			return upload.bytes > sizes.partsFrom ? sendInParts(upload, context) : sendSigned(upload, context);
		}
	};
}
function unlessNotThere(error) {
	if (error instanceof ProviderError) return void 0;
	throw error;
}
function unlessFailed(error) {
	if (error instanceof ProviderError || error instanceof AbortedError) return void 0;
	throw error;
}
// src/providers/together/limits.ts
const number = _catch(nullish(number$2()), void 0);
const flag = _catch(nullish(boolean()), void 0);
const Batches = _catch(nullish(looseObject({
	max_batch_size: number,
	max_batch_size_dpo: number,
	min_batch_size: number,
	max_rank: number,
	target_modules: _catch(nullish(array(string())), void 0)
})), void 0);
const ModelLimits = looseObject({
	full_training: Batches,
	lora_training: Batches,
	max_num_epochs: number,
	max_num_evals: number,
	max_num_checkpoints: number,
	min_learning_rate: number,
	max_learning_rate: number,
	max_seq_length_sft: number,
	max_seq_length_dpo: number,
	min_max_seq_length: number,
	supports_full_training: flag,
	supports_vision: flag
});
const SupportedModels = looseObject({ models: array(string()) });
const isNone = (bound) => bound === 0;
function rangeOf([least, most]) {
	if (least == null) return `at most ${most}`;
	return most == null ? `at least ${least}` : `from ${least} to ${most}`;
}
function boundsOf(limits, isDpo, isFull) {
	const batches = isFull ? limits.full_training : limits.lora_training;
	return {
		n_epochs: [1, limits.max_num_epochs],
		n_evals: [void 0, limits.max_num_evals],
		n_checkpoints: [void 0, limits.max_num_checkpoints],
		learning_rate: [limits.min_learning_rate, limits.max_learning_rate],
		max_seq_length: [limits.min_max_seq_length, isDpo ? limits.max_seq_length_dpo : limits.max_seq_length_sft],
		batch_size: [batches?.min_batch_size, isDpo ? batches?.max_batch_size_dpo : batches?.max_batch_size]
	};
}
function loraProblems(type, limits, model) {
	const { lora_r: rank, lora_trainable_modules: modules } = type;
	const { max_rank, target_modules } = limits.lora_training ?? {};
	const found = [];
	const wrong = (name, message) => found.push({
		place: `extra_body.training_type.${name}`,
		message
	});
	if (typeof rank === "number" && max_rank != null && rank > max_rank) wrong("lora_r", `Input extra_body.training_type.lora_r is ${rank}; for ${model} Together takes at most ${max_rank}.`);
	const other = (typeof modules === "string" && modules !== "all-linear" ? modules.split(",").map((name) => name.trim()) : []).find((name) => target_modules != null && !target_modules.includes(name));
	if (other !== void 0) wrong("lora_trainable_modules", `Input extra_body.training_type.lora_trainable_modules names ${JSON.stringify(other)}; for ${model} Together takes all-linear, or some of ${target_modules?.join(", ")}.`);
	return found;
}
function limitProblems(asked, limits) {
	const { model = "", method, extra_body = {} } = asked;
	const isDpo = methodName(method) === "dpo";
	const type = isMap(extra_body.training_type) ? extra_body.training_type : {};
	const isFull = type.type === "Full";
	const settings = settingsOf({
		...asked,
		hasValidation: false
	});
	if (isDpo && (isNone(limits.max_seq_length_dpo) || isNone(limits.lora_training?.max_batch_size_dpo))) return [{
		place: "method",
		message: `Input method is dpo; Together trains ${model} by supervised only.`
	}];
	if (isFull && limits.supports_full_training === false) return [{
		place: "extra_body.training_type.type",
		message: `Input extra_body.training_type.type is "Full"; Together trains ${model} by LoRA only. Write Lora, with lora_r and lora_alpha, or leave training_type out.`
	}];
	return [...Object.entries(boundsOf(limits, isDpo, isFull)).flatMap(([name, bound]) => {
		const value = settings[name];
		const [least, most] = bound;
		if (typeof value !== "number" || (least ?? value) <= value && value <= (most ?? value)) return [];
		const place = Object.hasOwn(extra_body, name) ? `extra_body.${name}` : name;
		return [{
			place,
			message: `Input ${place} is ${value}; for ${model} Together takes ${rangeOf(bound)}.`
		}];
	}), ...isFull ? [] : loraProblems(type, limits, model)];
}
const SHOWN = 8;
function unknownModel(model, { models }) {
	const [family = ""] = /[a-z]+/i.exec(model.split("/").at(-1) ?? "") ?? [];
	const like = models.filter((name) => family.length > 2 && name.toLowerCase().includes(family.toLowerCase()));
	const shown = (like.length > 0 ? like : models).toSorted();
	const more = shown.length > SHOWN ? ` and ${shown.length - SHOWN} more` : "";
	return `Input model is ${JSON.stringify(model)}, which Together does not train; nothing was uploaded. It trains ${shown.slice(0, SHOWN).join(", ")}${more}.`;
}
// src/providers/together/requests.ts
const PRICED = [
	"training_file",
	"validation_file",
	"model",
	"n_epochs",
	"n_evals",
	"training_method",
	"training_type",
	"from_checkpoint"
];
function methodFields(name, { beta, train_on_inputs }) {
	if (name === "dpo") return {
		method: "dpo",
		...beta === void 0 ? {} : { dpo_beta: beta }
	};
	return {
		method: "sft",
		train_on_inputs: train_on_inputs ?? "auto"
	};
}
function wandbOf(integrations) {
	const first = Array.isArray(integrations) ? integrations[0] : void 0;
	const { project, name, entity } = isMap(first) && isMap(first.wandb) ? first.wandb : {};
	return Object.fromEntries(Object.entries({
		wandb_project_name: project,
		wandb_name: name,
		wandb_entity: entity
	}).filter(([, value]) => value != null));
}
function togetherForm({ method, hyperparameters, seed, integrations, ...rest }) {
	const settings = Object.entries(hyperparametersOf({
		method,
		hyperparameters
	}) ?? {}).filter(([, value]) => value !== "auto");
	const given = Object.fromEntries(settings);
	const { beta: _, train_on_inputs: __, ...plain } = given;
	return {
		...rest,
		...rest.validation_file === void 0 ? {} : { n_evals: 1 },
		...plain,
		...seed === void 0 ? {} : { random_seed: seed },
		training_method: methodFields(methodName(method), given),
		...wandbOf(integrations)
	};
}
function pricedFields(body) {
	return Object.fromEntries(PRICED.flatMap((name) => body[name] === void 0 ? [] : [[name, body[name]]]));
}
function estimateIn(reply) {
	if (!isMap(reply)) return {
		usd: void 0,
		reason: "its answer cannot be read"
	};
	const { estimation_available, unavailable_reason, allowed_to_proceed, estimated_total_price, user_limit } = reply;
	if (estimation_available === false) {
		const reason = String(unavailable_reason ?? "no price is available");
		return {
			usd: void 0,
			reason,
			...reason.endsWith("_not_validated") ? { later: true } : {}
		};
	}
	if (allowed_to_proceed === false) return {
		usd: void 0,
		reason: `the account may not proceed; its limit is US$ ${String(user_limit ?? "unknown")}`
	};
	return typeof estimated_total_price === "number" && estimated_total_price >= 0 ? { usd: estimated_total_price } : {
		usd: void 0,
		reason: "its answer has no price that can be read"
	};
}
// src/providers/together/client.ts
const DIALECT = dialectOf({
	sendsMetadata: false,
	takesParts: false,
	form: togetherForm,
	fileErrors: ["failed", "invalid_format"],
	states: { user_error: "failed" },
	explanations: EXPLANATIONS
});
const at = (id, verb = "") => `/fine-tunes/${segment(id)}${verb}`;
const whole = (page) => ({
	...page,
	has_more: false
});
function togetherCalls(address, transport, sizes) {
	const { ask } = transport;
	const wire = wireCalls(transport, {
		path: "/files/upload",
		fields: ({ filename }) => formFields(filename)
	});
	return {
		...wire,
		...largeUploads(address, transport, sizes),
		uploadFile: async (file, signal) => TogetherFile.parse(await wire.uploadFile(file, signal)),
		retrieveFile: async (id, signal) => TogetherFile.parse(await wire.retrieveFile(id, signal)),
		async listFiles(_, signal) {
			const page = await ask(pageOf(TogetherFile), {
				method: "get",
				path: "/files",
				signal
			});
			return whole({
				...page,
				data: page.data.filter(({ bytes }) => bytes != null)
			});
		},
		createJob: (body, signal) => ask(TogetherJob, {
			method: "post",
			path: "/fine-tunes",
			body,
			signal
		}),
		retrieveJob: (id, signal) => ask(TogetherJob, {
			method: "get",
			path: at(id),
			signal
		}),
		listJobs: async (_, signal) => whole(await ask(pageOf(TogetherJob), {
			method: "get",
			path: "/fine-tunes",
			signal
		})),
		listEvents: async (id, _, signal) => {
			const page = await ask(pageOf(TogetherEvent), {
				method: "get",
				path: at(id, "/events"),
				signal
			});
			return whole({
				...page,
				data: inTime(page.data)
			});
		},
		listCheckpoints: async (id, _, signal) => whole(await ask(pageOf(TogetherCheckpoint), {
			method: "get",
			path: at(id, "/checkpoints"),
			signal
		})),
		async fileContent(name, signal) {
			const path = at(jobOfMetrics(name), "/metrics");
			return Buffer.from(metricsCsv(await ask(TogetherMetrics, {
				method: "get",
				path,
				signal
			})));
		},
		cancelJob: (id, signal) => ask(TogetherJob, {
			method: "post",
			path: at(id, "/cancel"),
			signal
		})
	};
}
async function limitsOf(model, { ask }, context) {
	const { signal } = context;
	const read = (schema, path, query = {}) => context.attempt("extra", () => ask(schema, {
		method: "get",
		path,
		query,
		signal
	}));
	try {
		return await read(ModelLimits, "/fine-tunes/models/limits", { model_name: model });
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		const supported = error.facts.status === 404 ? await read(SupportedModels, "/fine-tunes/models/supported").catch(unlessOurs) : void 0;
		if (supported !== void 0 && supported.models.length > 0 && !supported.models.includes(model)) throw new ActionError(unknownModel(model, supported));
		context.say(`Together does not say what limits ${model} has, so they are not checked. ${error.message}`);
		return;
	}
}
function unlessOurs(error) {
	if (error instanceof ProviderError) return void 0;
	throw error;
}
function togetherProvider(address, dialect, options, sizes = SIZES) {
	const transport = transportTo(address, dialect, options);
	return {
		...wireProvider(address, dialect, options, transport, togetherCalls(address, transport, sizes)),
		deployments: togetherDeployments(transport),
		async prepare(asked, context) {
			const limits = asked.model === void 0 ? void 0 : await limitsOf(asked.model, transport, context);
			const problems = limits === void 0 ? [] : limitProblems(asked, limits);
			if (problems.length > 0) throw new InputError(problems);
			return asked;
		},
		async estimate(request, signal) {
			const body = pricedFields(createBody(request, void 0, dialect.form));
			return estimateIn(await transport.ask(unknown(), {
				method: "post",
				path: "/fine-tunes/estimate-price",
				body,
				signal
			}));
		}
	};
}
export { DIALECT, togetherProvider };
