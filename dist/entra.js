import { Bt as _minLength, Ft as union, Mt as string, Qt as ActionError, Tt as object, Yt as safeParse, rn as ProviderError, wt as number } from "./start.js";
import { n as failure } from "./time-limits.js";
import { t as jsonCall } from "./json-call.js";
// src/providers/azure/entra.ts
const AUDIENCE = "api://AzureADTokenExchange";
const EARLY = 3e5;
const Token = object({
	access_token: string().check(_minLength(1)),
	expires_in: union([number(), string()])
});
function claimsOf(jwt) {
	try {
		const claims = JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString("utf8"));
		const map = typeof claims === "object" && claims !== null ? claims : {};
		return {
			subject: String(Reflect.get(map, "sub") ?? ""),
			issuer: String(Reflect.get(map, "iss") ?? "")
		};
	} catch {
		return {
			subject: "",
			issuer: ""
		};
	}
}
function explanations({ client, tenant }, jwt) {
	const { subject, issuer } = claimsOf(jwt);
	const credential = `a federated credential of the application ${client} with issuer ${issuer}, subject ${subject} and audience ${AUDIENCE}`;
	return [
		{
			says: /AADSTS7002(13|11|12)|AADSTS70021\b/,
			fix: `Entra trusts no such workflow: add ${credential}.`,
			final: true
		},
		{
			says: /AADSTS(90002|900023)/,
			fix: `There is no tenant ${tenant}: check azure_tenant_id.`,
			final: true
		},
		{
			says: /AADSTS700016/,
			fix: `The tenant ${tenant} has no application ${client}: check azure_client_id (the application's ID, not that of its object).`,
			final: true
		},
		{
			says: /AADSTS(500011|650052|7000112)/,
			fix: `The application ${client} is disabled, or the tenant ${tenant} does not know the service that the token is for.`,
			final: true
		},
		{
			says: /AADSTS700024/,
			fix: "The clock of the runner is off, or GitHub’s token is too old. Run again.",
			final: false
		},
		{
			status: 400,
			fix: `Check ${credential}.`,
			final: true
		},
		{
			status: 401,
			fix: `Check ${credential}.`,
			final: true
		}
	];
}
async function assertionOf({ identityToken, mask }) {
	try {
		const jwt = await identityToken(AUDIENCE);
		mask(jwt);
		return jwt;
	} catch (error) {
		if (error instanceof ActionError) throw error;
		const detail = Error.isError(error) ? error.message : String(error);
		throw failure({
			call: "The request for GitHub's OIDC token",
			fate: "unsent",
			detail
		}, [], error);
	}
}
function tokensOf(identity, options) {
	const kept = new Map();
	async function exchange(scope, entry) {
		const { authority, tenant, client } = identity;
		const assertion = await assertionOf(options);
		const call = `POST ${new URL(authority).host}/${tenant}/oauth2/v2.0/token`;
		const { json } = await jsonCall({
			call,
			method: "POST",
			url: `${authority}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
			headers: { "content-type": "application/x-www-form-urlencoded" },
			body: new URLSearchParams({
				client_id: client,
				scope,
				grant_type: "client_credentials",
				client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
				client_assertion: assertion
			}).toString(),
			explanations: explanations(identity, assertion)
		}).catch(asUnsent);
		const read = safeParse(Token, json);
		if (!read.success) throw failure({
			call,
			fate: "unsent",
			detail: "the answer is no token"
		});
		options.mask(read.data.access_token);
		const lives = Number(read.data.expires_in) * 1e3;
		entry.ends = Date.now() + Math.max(lives - EARLY, lives / 2);
		return read.data.access_token;
	}
	return (scope) => {
		const known = kept.get(scope);
		if (known !== void 0 && known.ends > Date.now()) return known.token;
		const entry = { ends: Number.POSITIVE_INFINITY };
		const token = exchange(scope, entry);
		const made = Object.assign(entry, { token });
		kept.set(scope, made);
		token.catch(() => kept.delete(scope));
		return token;
	};
}
function asUnsent(error) {
	if (error instanceof ProviderError && error.facts.fate === "unknown") throw failure({
		...error.facts,
		fate: "unsent"
	}, [], error);
	throw error;
}
export { tokensOf };
