import { i as InputError } from "./errors.js";
// src/providers/azure/address.ts
const PUBLIC_AUTHORITY = "https://login.microsoftonline.com";
const GUID_OR_DOMAIN = /^[A-Za-z0-9][A-Za-z0-9.-]{0,253}$/;
function identityOf(own, environment, checkUrl) {
	const { azure_tenant_id: tenant, azure_client_id: client } = own;
	if (tenant === void 0 && client === void 0) return void 0;
	const problems = Object.entries({
		azure_tenant_id: tenant,
		azure_client_id: client
	}).flatMap(([place, value]) => {
		if (value === void 0) return [{
			place,
			message: `Input ${place} is missing; keyless access needs azure_tenant_id and azure_client_id.`
		}];
		return GUID_OR_DOMAIN.test(value) ? [] : [{
			place,
			message: `Input ${place} is ${JSON.stringify(value.slice(0, 100))}; it must be an ID such as 00000000-0000-0000-0000-000000000000.`
		}];
	});
	if (problems.length > 0 || tenant === void 0 || client === void 0) throw new InputError(problems);
	const url = checkUrl(environment.AZURE_AUTHORITY_HOST?.trim() || PUBLIC_AUTHORITY, {
		input: "azure_tenant_id",
		words: "The variable AZURE_AUTHORITY_HOST",
		example: PUBLIC_AUTHORITY
	});
	return {
		authority: `${url.origin}${url.pathname.replace(/\/+$/, "")}`,
		tenant,
		client
	};
}
function scopeOf({ hostname, pathname }) {
	if (/\/api\/projects\//.test(pathname)) return "https://ai.azure.com/.default";
	return `https://cognitiveservices.azure.${hostname.endsWith(".us") ? "us" : "com"}/.default`;
}
function keylessAccess({ own, environment, url, checkUrl }) {
	const identity = identityOf(own, environment, checkUrl);
	if (identity === void 0) return void 0;
	const scope = scopeOf(url);
	let tokens;
	return {
		kind: "minted",
		mint: async (options, audience = scope) => {
			tokens ??= import("./entra.js").then(({ tokensOf }) => tokensOf(identity, options));
			return (await tokens)(audience);
		}
	};
}
export { scopeOf as n, keylessAccess as t };
