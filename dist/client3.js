import { C as string, D as unknown, d as looseObject, j as _minLength, r as array, v as pipe, w as transform } from "./schemas.js";
import { a as WireFile, c as transportTo, i as WireEvent, n as wireCalls, o as WireJob, r as WireCheckpoint, s as segment, t as wireProvider } from "./provider.js";
import { t as createBody } from "./requests2.js";
import { r as isMap } from "./method.js";
import { n as pricedFields, t as estimateIn } from "./requests3.js";
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
function methodOf(sent) {
	const name = isMap(sent) && typeof sent.method === "string" ? sent.method : void 0;
	return name === void 0 ? void 0 : { type: METHODS[name] ?? name };
}
const TogetherJob = pipe(pipe(Sent, transform((sent) => {
	const { status, created_at, updated_at, model_output_name, token_count, training_method, random_seed } = sent;
	const succeeded = status === "completed";
	const ended = succeeded || status === "cancelled" || status === "error" || status === "user_error";
	return {
		...sent,
		created_at: seconds(created_at),
		finished_at: ended ? seconds(updated_at) : void 0,
		fine_tuned_model: succeeded ? model_output_name : void 0,
		trained_tokens: succeeded ? token_count : void 0,
		method: methodOf(training_method),
		seed: random_seed
	};
})), WireJob);
const TogetherEvent = pipe(pipe(looseObject({}), transform((sent) => ({
	...sent,
	id: void 0,
	created_at: seconds(sent.created_at)
}))), WireEvent);
const TogetherCheckpoint = pipe(pipe(looseObject({ path: string() }), transform(({ path, step, created_at, ...sent }) => ({
	...sent,
	id: path,
	created_at: seconds(created_at),
	fine_tuned_model_checkpoint: path,
	step_number: step
}))), WireCheckpoint);
const listOf = (item) => looseObject({ data: array(item) });
// src/providers/together/client.ts
const at = (id, verb = "") => `/fine-tunes/${segment(id)}${verb}`;
const whole = ({ data }) => ({
	data,
	has_more: false
});
function togetherCalls(transport) {
	const { ask } = transport;
	const wire = wireCalls(transport, {
		path: "/files/upload",
		fields: ({ filename }) => formFields(filename)
	});
	return {
		...wire,
		uploadFile: async (file, signal) => TogetherFile.parse(await wire.uploadFile(file, signal)),
		retrieveFile: async (id, signal) => TogetherFile.parse(await wire.retrieveFile(id, signal)),
		listFiles: async (_, signal) => whole(await ask(listOf(TogetherFile), {
			method: "get",
			path: "/files",
			signal
		})),
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
		listJobs: async (_, signal) => whole(await ask(listOf(TogetherJob), {
			method: "get",
			path: "/fine-tunes",
			signal
		})),
		listEvents: async (id, _, signal) => {
			const { data } = await ask(listOf(TogetherEvent), {
				method: "get",
				path: at(id, "/events"),
				signal
			});
			return whole({ data: data.map((event) => ({
				...event,
				created_at: event.created_at ?? 0
			})) });
		},
		listCheckpoints: async (id, _, signal) => whole(await ask(listOf(TogetherCheckpoint), {
			method: "get",
			path: at(id, "/checkpoints"),
			signal
		})),
		cancelJob: (id, signal) => ask(TogetherJob, {
			method: "post",
			path: at(id, "/cancel"),
			signal
		})
	};
}
const formFields = (filename) => ({
	purpose: "fine-tune",
	file_name: filename,
	file_type: "jsonl"
});
function togetherProvider(address, dialect, options) {
	const transport = transportTo(address, dialect, options);
	return {
		...wireProvider(address, dialect, options, transport, togetherCalls(transport)),
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
export { togetherProvider };
