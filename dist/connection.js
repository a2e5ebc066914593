import { i as InputError } from "./errors.js";
import { n as DEFAULT_PLATFORM, o as platformNamed, r as PLATFORMS, s as platformOfHost, t as ANY_SERVER } from "./registry.js";
import { isIP } from "node:net";
// src/providers/connection.ts
const ADDRESS_VARIABLE = "OPENAI_BASE_URL";
function refuse(place, message) {
	throw new InputError([{
		place,
		message
	}]);
}
function isLoopback(host) {
	return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || isIP(host) === 4 && host.startsWith("127.");
}
function isPrivate(host) {
	if (isIP(host) === 4) return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host);
	if (host.startsWith("[")) return /^\[f[cd]/.test(host);
	return !host.includes(".");
}
function checkBaseUrl(text, place, allowHttp) {
	if (!URL.canParse(text)) refuse("base_url", `${place} is ${JSON.stringify(text)}; it must be a URL such as ${DEFAULT_PLATFORM.profile.ownBaseUrl}.`);
	const url = new URL(text);
	if (url.username || url.password) refuse("base_url", `${place} carries a user name or password. Take it out and use the input api_key.`);
	if (url.search || url.hash) refuse("base_url", `${place} is ${JSON.stringify(text)}; it must be the API's root without ?query and #fragment. Leave out ${url.search || url.hash}.`);
	if (url.protocol === "https:" || url.protocol === "http:" && isLoopback(url.hostname)) return url;
	if (url.protocol !== "http:") refuse("base_url", `${place} is ${JSON.stringify(text)}; it must begin with https://.`);
	if (allowHttp && isPrivate(url.hostname)) return url;
	return refuse("base_url", `${place} is ${JSON.stringify(text)}; plain http is allowed on loopback only${isPrivate(url.hostname) ? ", and to private addresses with allow_http: true." : ". Use https."}`);
}
function resolveConnection(inputs, environment) {
	const named = inputs.provider === "auto" ? void 0 : platformNamed(inputs.provider).profile;
	if (named?.embedded) return {
		profile: named,
		baseUrl: "",
		credential: void 0,
		organization: void 0,
		project: void 0
	};
	const fromEnvironment = inputs.base_url === void 0 && Boolean(environment[ADDRESS_VARIABLE]?.trim());
	const text = inputs.base_url ?? (environment[ADDRESS_VARIABLE]?.trim() || void 0) ?? (named ?? DEFAULT_PLATFORM.profile).ownBaseUrl;
	if (text === void 0) return refuse("base_url", `Input base_url is missing; provider ${inputs.provider} needs it, for example ${(named ?? ANY_SERVER.profile).exampleUrl}.`);
	const url = checkBaseUrl(text, fromEnvironment ? `The variable ${ADDRESS_VARIABLE}` : "Input base_url", inputs.allow_http);
	const profile = named ?? platformOfHost(url.hostname).profile;
	if (profile.missing !== void 0) refuse("provider", `Input provider: ${profile.title} cannot be used yet, because ${profile.missing}. Use ${built()}.`);
	const path = url.pathname.replace(/\/+$/, "");
	if (profile.rootPath !== void 0 && path !== profile.rootPath) refuse("base_url", `Input base_url is ${JSON.stringify(text)}; for ${profile.title} it must end in ${profile.rootPath}: ${url.origin}${profile.rootPath}.`);
	const { tenant } = profile;
	const fromVariable = (name) => name === void 0 ? void 0 : environment[name] || void 0;
	return {
		profile,
		baseUrl: `${url.origin}${path}`,
		credential: credentialFor(inputs, environment, profile, url, fromEnvironment),
		organization: tenant === void 0 ? void 0 : inputs.organization ?? fromVariable(tenant.organization),
		project: tenant === void 0 ? void 0 : inputs.project ?? fromVariable(tenant.project)
	};
}
function built() {
	const names = PLATFORMS.filter(({ profile }) => profile.missing === void 0).map(({ profile }) => profile.name);
	return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
function credentialFor(inputs, environment, profile, url, fromEnvironment) {
	const { identity_provider_id, service_account_id, audience } = inputs;
	if (identity_provider_id !== void 0 && service_account_id !== void 0 && audience !== void 0) {
		const keyless = PLATFORMS.flatMap((platform) => platform.profile.keyless ? [platform.profile] : []);
		if (!keyless.some(({ hosts }) => hosts.test(url.hostname))) refuse("base_url", `Input base_url is ${JSON.stringify(url.href)}; keyless access with identity_provider_id works with ${keyless.map(({ ownBaseUrl }) => ownBaseUrl).join(" and ")} only.`);
		return {
			kind: "identity",
			identityProviderId: identity_provider_id,
			serviceAccountId: service_account_id,
			audience
		};
	}
	if (inputs.api_key === "none") return { kind: "none" };
	if (inputs.api_key !== void 0) return keyOf(inputs.api_key, "Input api_key");
	const own = profile.keyVariable !== void 0 && profile.hosts.test(url.hostname) ? profile.keyVariable : void 0;
	const ambient = fromEnvironment && platformOfHost(url.hostname) === ANY_SERVER;
	const variable = own ?? (ambient ? DEFAULT_PLATFORM.profile.keyVariable : void 0);
	const value = variable === void 0 ? void 0 : environment[variable]?.trim();
	return value ? keyOf(value, `The variable ${variable}`) : void 0;
}
function keyOf(key, place) {
	if (!/^[\x21-\x7e]+$/.test(key)) refuse("api_key", `${place} holds white space or characters that no key has. Copy the key again, without quotes or line breaks.`);
	return {
		kind: "key",
		key
	};
}
function endOfToken(credential) {
	if (credential?.kind !== "key" || !/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(credential.key)) return void 0;
	try {
		const claims = JSON.parse(Buffer.from(credential.key.split(".")[1] ?? "", "base64url").toString("utf8"));
		const end = typeof claims === "object" && claims !== null ? Reflect.get(claims, "exp") : void 0;
		return typeof end === "number" && end > 0 ? end * 1e3 : void 0;
	} catch {
		return;
	}
}
function credentialAdvice(connection) {
	const { profile, baseUrl } = connection;
	const variable = profile.keyVariable !== void 0 && profile.hosts.test(new URL(baseUrl).hostname) ? profile.keyVariable : void 0;
	return `There is no credential for ${baseUrl}. ${variable === void 0 ? "Write api_key with a secret" : `Write api_key: \${{ secrets.${variable} }}, or set the variable ${variable}`}${profile.keyOptional ? ", or api_key: none for a server that asks for no key" : ""}. A variable of another vendor is never sent there.`;
}
export { endOfToken as n, resolveConnection as r, credentialAdvice as t };
