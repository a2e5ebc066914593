import { t as dialectOf } from "./dialect2.js";
import { t as wireProvider } from "./provider.js";
import { t as createBody } from "./requests3.js";
import { _ as segment, y as transportTo } from "./objects.js";
import { Ct as nullish, Ft as union, It as unknown, Mt as string, Qt as ActionError, Yt as safeParse, an as unlessMissing, it as isMap, lt as _catch, mt as boolean, pt as array, wt as number, xt as looseObject } from "./start.js";
import { t as jsonCall } from "./json-call.js";
import { n as foundryOf, r as isAdapter } from "./deployment-terms4.js";
// src/providers/crusoe/catalogue.ts
const Model = looseObject({
	id: string(),
	model_name: nullish(string()),
	fine_tuning_available: nullish(boolean()),
	created: nullish(number())
});
const Catalogue = looseObject({ data: array(Model) });
const SHOWN = 8;
const plain = (name) => (name ?? "").trim().toLowerCase();
function modelId(wanted, models) {
	const byId = models.find(({ id }) => id === wanted);
	const named = byId === void 0 ? models.filter(({ model_name }) => plain(model_name) === plain(wanted)) : [byId];
	const [newest] = named.filter(({ fine_tuning_available }) => fine_tuning_available !== false).sort((left, right) => (right.created ?? 0) - (left.created ?? 0));
	if (newest !== void 0) return newest.id;
	const names = models.flatMap(({ model_name, fine_tuning_available }) => fine_tuning_available && model_name ? [model_name] : []);
	const offered = [...new Set(names)].sort();
	const list = `${offered.slice(0, SHOWN).join(", ")}${offered.length > SHOWN ? ` and ${offered.length - SHOWN} more` : ""}`;
	const why = named.length > 0 ? "is not trained there" : "is in its catalogue neither by name nor by ID";
	throw new ActionError(`Input model is ${JSON.stringify(wanted)}, which ${why}; nothing was uploaded. It trains ${list || "no model that this key may see"}.`);
}
function nameOf(id, models) {
	return models.find((model) => model.id === id)?.model_name ?? void 0;
}
// src/providers/crusoe/estimate.ts
function amount(value) {
	const text = typeof value === "string" ? value.replace(/^\s*(US)?\$\s*/i, "").trim() : value;
	const number = typeof text === "string" && text !== "" ? Number(text) : text;
	return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : void 0;
}
function amounts(value) {
	if (Array.isArray(value)) return value.flatMap(amounts);
	if (!isMap(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const usd = /price|cost/i.test(name) && !/(^|_)per(_|$)|rate|unit/i.test(name) ? amount(inner) : void 0;
		return usd === void 0 ? amounts(inner) : [{
			name,
			usd
		}];
	});
}
function currencyOf(value) {
	if (!isMap(value)) return void 0;
	const own = Object.entries(value).find(([name, inner]) => /currency/i.test(name) && typeof inner === "string")?.[1];
	return typeof own === "string" ? own : Object.values(value).map(currencyOf).find(Boolean);
}
function estimateIn(reply) {
	const currency = currencyOf(reply);
	if (currency !== void 0 && currency.toUpperCase() !== "USD") return {
		usd: void 0,
		reason: `its price is in ${currency}`
	};
	const all = amounts(reply);
	const whole = all.filter(({ name }) => /total/i.test(name));
	const counted = (whole.length > 0 ? whole : all).map(({ usd }) => usd);
	if (counted.length === 0) return {
		usd: void 0,
		reason: "its answer has no price that can be read"
	};
	return { usd: Math.max(...counted) };
}
// src/providers/crusoe/foundry.ts
const text = _catch(nullish(string()), void 0);
const Served = looseObject({
	id: text,
	status: text,
	model_id: text,
	deployment_name: text,
	fine_tuned_model: text,
	hourly_cost: _catch(nullish(union([string(), number()])), void 0),
	target_replicas: _catch(nullish(number()), void 0),
	last_error: text
});
const EXPLANATIONS = [{
	status: 403,
	fix: "A key of Crusoe belongs to one project: check that deployment.foundry names the project of this key.",
	final: true
}];
const STATES = {
	ready: "ready",
	failed: "failed",
	deleting: "leaving"
};
function itemsIn(json) {
	return ((Array.isArray(json) ? json : isMap(json) ? Object.values(json).find(Array.isArray) : void 0) ?? []).flatMap((item) => {
		const read = safeParse(Served, item);
		return read.success ? [read.data] : [];
	});
}
const isGone = ({ status }) => status === "deleted" || status === "expired";
function hourly({ hourly_cost }) {
	const usd = typeof hourly_cost === "string" ? Number(hourly_cost.replace("$", "")) : hourly_cost;
	return typeof usd === "number" && Number.isFinite(usd) ? usd : void 0;
}
function deploymentOf(served, request) {
	const adapter = isAdapter(request);
	const model = (adapter ? served.model_id : served.fine_tuned_model) ?? void 0;
	const status = served.status ?? "pending";
	const { replicas } = request.settings;
	const sized = adapter || replicas === void 0 || served.target_replicas == null || served.target_replicas === replicas;
	return {
		name: request.name,
		servedModel: adapter ? model ?? request.name : request.name,
		state: STATES[status] ?? "starting",
		status,
		model,
		asAsked: model !== void 0 && model === request.model && sized,
		hourlyUsd: hourly(served),
		...served.last_error ? { reason: served.last_error } : {},
		handle: served.id ?? void 0
	};
}
function crusoeDeployments(address) {
	const key = address.credential?.kind === "key" ? address.credential.key : void 0;
	const call = async (request, path, given) => {
		if (key === void 0) throw new ActionError("There is no key for Crusoe. Write api_key.");
		const { json } = await jsonCall({
			call: `${given.method} foundry/${path}`,
			method: given.method,
			url: `${foundryOf(request.settings, address)}/${path}`,
			headers: {
				authorization: `Bearer ${key}`,
				...given.body === void 0 ? {} : { "content-type": "application/json" }
			},
			body: given.body === void 0 ? void 0 : JSON.stringify(given.body),
			signal: given.signal,
			explanations: EXPLANATIONS
		});
		return json;
	};
	const rootOf = (request) => isAdapter(request) ? "loras" : "selfserve/deployments";
	const pathOf = (request, id) => `${rootOf(request)}/${segment(id)}`;
	const isMeant = (request) => (served) => isAdapter(request) ? served.model_id === (request.model ?? request.name) : served.deployment_name === request.name;
	const look = async (request, id, signal) => {
		const json = await call(request, pathOf(request, id), {
			method: "GET",
			signal
		}).catch(unlessMissing);
		const served = safeParse(Served, json);
		return !served.success || isGone(served.data) ? void 0 : deploymentOf({
			...served.data,
			id
		}, request);
	};
	const find = async (request, signal) => {
		const found = itemsIn(await call(request, rootOf(request), {
			method: "GET",
			signal
		})).filter((served) => isMeant(request)(served) && !isGone(served));
		const best = found.find(({ status }) => STATES[status ?? ""] !== "failed") ?? found[0];
		return best?.id ? look(request, best.id, signal) : void 0;
	};
	return {
		find,
		async begin(request, signal) {
			const { model, name, settings } = request;
			const { flavor_id, replicas } = settings;
			const machine = {
				deployment_name: name,
				fine_tuned_model: model,
				flavor_id,
				...replicas === void 0 ? {} : { replicas }
			};
			const body = isAdapter(request) ? { model_id: model } : machine;
			const answer = safeParse(Served, await call(request, rootOf(request), {
				method: "POST",
				body,
				signal
			}));
			const { id, status } = answer.success ? answer.data : {
				id: void 0,
				status: void 0
			};
			return deploymentOf({
				...isAdapter(request) ? { model_id: model } : { fine_tuned_model: model },
				id,
				status
			}, request);
		},
		follow: (request, { handle }, signal) => handle === void 0 ? find(request, signal) : look(request, handle, signal),
		async remove(request, { handle }, signal) {
			if (handle !== void 0) await call(request, pathOf(request, handle), {
				method: "DELETE",
				signal
			}).catch(unlessMissing);
		}
	};
}
// src/providers/crusoe/client.ts
const DIALECT = dialectOf({
	sendsMetadata: false,
	renamesModels: true
});
function crusoeProvider(address, options) {
	const transport = transportTo(address, DIALECT, options);
	const wire = wireProvider(address, DIALECT, options, transport);
	const catalogue = async (context) => {
		const read = () => transport.ask(Catalogue, {
			method: "get",
			path: "/models",
			signal: context.signal
		});
		return (await context.attempt("read", read)).data;
	};
	return {
		...wire,
		deployments: crusoeDeployments(address),
		async prepare(asked, context) {
			if (asked.model === void 0) return asked;
			const id = modelId(asked.model, await catalogue(context));
			if (id !== asked.model) context.say(`The model ${asked.model} is ${id} in today's catalogue.`);
			return {
				...asked,
				model: id
			};
		},
		async estimate(request, signal) {
			const reply = {
				method: "post",
				path: "/fine_tuning/jobs/estimate_price",
				body: createBody(request, void 0, DIALECT.form),
				signal
			};
			return estimateIn(await transport.ask(unknown(), reply));
		},
		async find(mark, context) {
			const found = await wire.find(mark, context);
			const wanted = mark.likeness?.model;
			if (found.unclear.length === 0 || wanted === void 0) return found;
			const models = await catalogue(context);
			const isOther = (id) => {
				const name = nameOf(id, models);
				return name !== void 0 && id !== wanted && name.toLowerCase() !== wanted.toLowerCase();
			};
			return {
				...found,
				unclear: found.unclear.filter(({ model }) => !isOther(model))
			};
		}
	};
}
export { crusoeProvider };
