import { t as dialectOf } from "./dialect2.js";
import { t as wireProvider } from "./provider.js";
import { Ct as nullish, Mt as string, N as scopeOf, Qt as ActionError, Yt as safeParse, lt as _catch, rn as ProviderError, wt as number, xt as looseObject } from "./start.js";
import { _ as segment } from "./objects.js";
import { n as failure, s as retryAfterOf } from "./time-limits.js";
import { t as jsonCall } from "./json-call.js";
import { i as partsOf, r as managerOf } from "./deployment-terms2.js";
// src/providers/azure/explanations.ts
const FILES = "A resource holds 100 files and 1 GB in all, and takes files of at most 512 MB. Delete what is no longer trained on; delete_files: after_success does it from now on.";
const JOBS = "A resource runs 3 jobs at once (5 of the Developer tier), queues 20 and keeps 100 in all. Wait for one to end; where it is the 100, delete old ones in the portal or train on another resource.";
const EXPLANATIONS$1 = [
	{
		call: "POST /fine_tuning/jobs",
		says: /(cannot|can not|can't|does not|not) .{0,60}fine-?tun/i,
		fix: "Azure says this of open models where trainingType is missing: write extra_body: {trainingType: GlobalStandard}. Of another model it means that the region or the customer may not train it.",
		final: true
	},
	{
		call: "/pause",
		status: 400,
		fix: "Azure pauses a job only while it runs and has finished a step, and not for every model and method.",
		final: true
	},
	{
		call: "/pause",
		status: 409,
		fix: "Azure pauses a job only while it runs and has finished a step, and not for every model and method.",
		final: true
	},
	{
		call: "POST /files",
		says: /limit|quota|exceed|maximum|too many|too large/i,
		fix: FILES,
		final: true
	},
	{
		call: "POST /files",
		status: 413,
		fix: FILES,
		final: true
	},
	{
		call: "POST /fine_tuning/jobs",
		says: /maximum|limit|quota|too many|exceed/i,
		status: 400,
		fix: JOBS,
		final: true
	},
	{
		call: "POST /fine_tuning/jobs",
		status: 429,
		fix: JOBS,
		final: false
	},
	{
		status: 401,
		fix: "Azure did not take the key or the token. A key belongs to one resource; a token must be made out to https://cognitiveservices.azure.com, for a project (/api/projects/…) to https://ai.azure.com.",
		final: true
	},
	{
		status: 403,
		fix: "Whoever signs in lacks a role on the resource (Cognitive Services OpenAI Contributor trains and calls), or its network rules keep this runner out.",
		final: true
	}
];
// src/providers/azure/hosting.ts
const HOSTING = {
	usd: 1.7,
	source: "Microsoft's cost page",
	date: "2026-03-31"
};
function hourlyUsd(sku, format) {
	if (/^developer/i.test(sku)) return 0;
	return format === "OpenAI" && /^(Standard|GlobalStandard|DataZoneStandard)$/i.test(sku) ? HOSTING.usd : void 0;
}
// src/providers/azure/resource-manager.ts
const API_VERSION = "2025-06-01";
const BARE_ANSWERS = 3;
const WRONG_FORMAT = {
	fix: "Azure answers so where deployment.model.format is not the one of the family (OpenAI, Microsoft, Meta, Alibaba, Mistral AI; case counts), and where an open model has a capacity below 100.",
	final: true
};
const Resource = looseObject({
	sku: _catch(nullish(looseObject({
		name: string(),
		capacity: nullish(number())
	})), void 0),
	properties: _catch(nullish(looseObject({
		provisioningState: nullish(string()),
		deploymentState: nullish(string()),
		model: nullish(looseObject({
			name: nullish(string()),
			version: nullish(string()),
			format: nullish(string())
		}))
	})), void 0)
});
const Operation = looseObject({
	status: string(),
	error: _catch(nullish(looseObject({
		code: nullish(string()),
		message: nullish(string())
	})), void 0)
});
const QUOTA = "The subscription has no more quota for this model and SKU in its region. Lower deployment.sku.capacity, remove a deployment, ask for more quota, or wait 20 s after a removal.";
const EXPLANATIONS = [
	{
		status: 401,
		fix: "The resource manager takes a token of its own audience: check that azure_arm_token is one and has not ended (az account get-access-token), or sign in without a key.",
		final: true
	},
	{
		status: 403,
		fix: "Whoever signs in needs Microsoft.CognitiveServices/accounts/deployments/write (and /read, /delete) on the account: the role Cognitive Services Contributor has them. A role that was given just now needs some minutes.",
		final: true
	},
	{
		code: "InsufficientQuota",
		fix: QUOTA,
		final: true
	},
	{
		code: "QuotaExceeded",
		fix: QUOTA,
		final: true
	},
	{
		status: 423,
		fix: "The deployment is paused or locked. Resume it in the portal, or take the lock off, and run again.",
		final: true
	},
	{
		status: 409,
		fix: "Another operation is under way on the account, which Azure carries out one after the other, or something there stands in the way of the name.",
		final: false
	}
];
function stateOf(word, paused) {
	if (word === "Succeeded") return paused ? "failed" : "ready";
	if (word === "Deleting") return "leaving";
	return word === "Failed" || word === "Canceled" || word === "Disabled" ? "failed" : "starting";
}
function deploymentOf(json, request) {
	const read = safeParse(Resource, json);
	const { sku, properties } = read.success ? read.data : {
		sku: void 0,
		properties: void 0
	};
	const asked = partsOf(request);
	const word = properties?.provisioningState ?? void 0;
	const paused = properties?.deploymentState === "Paused";
	const model = properties?.model?.name ?? void 0;
	const version = properties?.model?.version ?? void 0;
	return {
		name: request.name,
		servedModel: request.name,
		state: stateOf(word, paused),
		status: paused ? "Paused" : word ?? "Accepted",
		model,
		asAsked: model !== void 0 && model === request.model && sku?.name === asked.skuName && (asked.capacity === void 0 || sku?.capacity === asked.capacity) && (asked.version === void 0 || version === asked.version),
		hourlyUsd: sku == null ? void 0 : hourlyUsd(sku.name, properties?.model?.format ?? void 0),
		...paused ? { reason: "it is paused; resume it in the portal" } : {}
	};
}
function bodyOf(request) {
	const { sku, model, format, version = "1", properties, tags } = partsOf(request);
	return {
		sku,
		properties: {
			...properties,
			model: {
				...model,
				format,
				name: request.model,
				version
			}
		},
		...tags === void 0 ? {} : { tags }
	};
}
function otherOperation(error) {
	if (!(error instanceof ProviderError)) throw error;
	const { status, detail } = error.facts;
	if (status === 409 && !/already exists|name is (already )?(in use|taken)/i.test(detail)) throw failure({
		...error.facts,
		kind: "limited"
	}, EXPLANATIONS, error);
	throw error;
}
function azureDeployments(address, options) {
	const call = async ({ settings, name }, request) => {
		const manager = managerOf(settings, address);
		const { credential, own } = address;
		const scope = `${new URL(manager).origin}/.default`;
		const token = credential?.kind === "minted" ? await credential.mint(options, scope) : own?.azure_arm_token;
		if (token === void 0) throw new ActionError("There is no token for the resource manager. Write azure_arm_token.");
		const { account } = partsOf({
			settings,
			name,
			model: void 0
		});
		const path = `${account}/deployments${request.list ? "" : `/${segment(name)}`}`;
		const words = request.url === void 0 ? `deployments${request.list ? "" : `/${name}`}` : "the operation";
		return jsonCall({
			call: `${request.method} ${words}`,
			method: request.method,
			url: request.url ?? `${manager}${path}?api-version=${API_VERSION}`,
			headers: {
				authorization: `Bearer ${token}`,
				...request.body === void 0 ? {} : { "content-type": "application/json" }
			},
			body: request.body === void 0 ? void 0 : JSON.stringify(request.body),
			signal: request.signal,
			explanations: EXPLANATIONS
		}).catch(otherOperation);
	};
	const handleOf = ({ headers }, settings) => {
		const { origin } = new URL(managerOf(settings, address));
		const ours = (url) => url !== null && URL.canParse(url) && new URL(url).origin === origin ? url : void 0;
		const operation = ours(headers.get("azure-asyncoperation"));
		const location = ours(headers.get("location"));
		return operation !== void 0 ? `operation ${operation}` : location !== void 0 ? `location ${location}` : void 0;
	};
	let bare = 0;
	const countBare = (error) => {
		if (!(error instanceof ProviderError) || error.facts.status !== 500 || error.facts.code !== void 0) throw error;
		bare += 1;
		throw bare < BARE_ANSWERS ? error : failure({
			...error.facts,
			fate: "refused"
		}, [WRONG_FORMAT], error);
	};
	const waitOf = ({ headers }) => retryAfterOf(headers, Date.now());
	const find = async (request, signal) => {
		try {
			const answer = await call(request, {
				method: "GET",
				signal
			});
			return {
				...deploymentOf(answer.json, request),
				wait: waitOf(answer)
			};
		} catch (error) {
			if (!(error instanceof ProviderError) || error.facts.kind !== "missing") throw error;
			await call(request, {
				method: "GET",
				list: true,
				signal
			}).catch(noAccount(request));
			return;
		}
	};
	return {
		find,
		async begin(request, signal) {
			const answer = await call(request, {
				method: "PUT",
				body: bodyOf(request),
				signal
			}).catch(countBare);
			const begun = deploymentOf(answer.json, { ...request });
			const handle = handleOf(answer, request.settings);
			const state = handle === void 0 ? begun.state : "starting";
			return {
				...begun,
				state,
				handle,
				wait: waitOf(answer)
			};
		},
		async follow(request, last, signal) {
			const [kind, url] = last.handle?.split(" ") ?? [];
			if (url === void 0) return find(request, signal);
			const answer = await call(request, {
				method: "GET",
				url,
				signal
			}).catch(unlessGone);
			if (answer === void 0) return find(request, signal);
			const operation = safeParse(Operation, answer.json);
			const status = kind === "operation" && operation.success ? operation.data.status : void 0;
			if (kind === "operation" ? !/^(succeeded|failed|canceled|cancelled)$/i.test(status ?? "") : answer.status === 202) return {
				...last,
				status: status ?? last.status,
				wait: waitOf(answer)
			};
			const now = await find(request, signal);
			const { code, message } = (operation.success ? operation.data.error : void 0) ?? {};
			const reason = [code, message].filter(Boolean).join(": ") || void 0;
			const failed = /^(failed|cancell?ed)$/i.test(status ?? "");
			if (now === void 0 || !failed) return now;
			return {
				...now,
				state: "failed",
				status: status ?? now.status,
				reason
			};
		},
		async remove(request, _found, signal) {
			const answer = await call(request, {
				method: "DELETE",
				signal
			}).catch(unlessGone);
			return answer === void 0 ? void 0 : waitOf(answer);
		}
	};
}
function unlessGone(error) {
	if (error instanceof ProviderError && error.facts.kind === "missing") return void 0;
	throw error;
}
function noAccount({ settings }) {
	return (error) => {
		if (!(error instanceof ProviderError) || error.facts.kind !== "missing") throw error;
		throw new ActionError(`Azure knows no account ${String(settings.account)}: ${error.message} Check deployment.account, and that whoever signs in may read it.`, { cause: error });
	};
}
// src/providers/azure/client.ts
const DIALECT = dialectOf({
	authorization: "header-or-token",
	takesParts: false,
	explanations: EXPLANATIONS$1
});
const SAFE_UPLOAD = 15e7;
function callable(address) {
	const { inferenceUrl, inferenceCredential } = address;
	if (inferenceUrl === void 0 || inferenceCredential?.kind !== "minted") return address;
	const { mint } = inferenceCredential;
	const scope = scopeOf(new URL(inferenceUrl));
	return {
		...address,
		inferenceCredential: {
			kind: "minted",
			mint: (given) => mint(given, scope)
		}
	};
}
function azureProvider(given, options) {
	const address = callable(given);
	const wire = wireProvider(address, DIALECT, options);
	return {
		...wire,
		place(upload, context) {
			if (upload.bytes > SAFE_UPLOAD) context.warn(`The file has ${Math.round(upload.bytes / 1e6)} MB; Azure takes uploads up to 512 MB, but jobs on files above 150 MB are known to fail. Import such a file from Azure Blob Storage in the portal, and give its ID as training_file.`);
			return wire.place(upload, context);
		},
		deployments: azureDeployments(address, options)
	};
}
export { azureProvider };
