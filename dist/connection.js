import { i as InputError } from "./errors.js";
import { n as withinRanges, t as LOOPBACK } from "./address-ranges.js";
import { a as PLATFORM_NAMES, c as platformOfHost, n as DEFAULT_PLATFORM, r as PLATFORMS, s as platformNamed, t as ANY_SERVER, u as ownNames } from "./registry.js";
import { isIP } from "node:net";
// src/providers/base-url.ts
const bare = (host) => host.replace(/^\[|\]$/g, "").replace(/\.$/, "").toLowerCase();
const PRIVATE = withinRanges(["10.0.0.0", 8], ["172.16.0.0", 12], ["192.168.0.0", 16], ["100.64.0.0", 10], ["fc00::", 7]);
const METADATA = withinRanges(["169.254.0.0", 16], ["fe80::", 10], ["fd00:ec2::254", 128], ["100.100.100.200", 32]);
const METADATA_NAMES = [
	"metadata",
	"metadata.google.internal",
	"metadata.goog",
	"instance-data",
	"instance-data.ec2.internal"
];
function isLoopback(given) {
	const host = bare(given);
	return host === "localhost" || host.endsWith(".localhost") || LOOPBACK(host);
}
function isPrivate(given) {
	const host = bare(given);
	if (isIP(host) !== 0) return PRIVATE(host);
	return !host.includes(".") || /\.(svc\.cluster\.local|internal)$/.test(host);
}
function isMetadata(given) {
	const host = bare(given);
	return METADATA_NAMES.includes(host) || METADATA(host);
}
const PRIVATE_WORDS = "private addresses (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, fc00::/7), names without a dot, *.svc.cluster.local and *.internal";
function shown(text) {
	const safe = text.replace(/\/\/[\s\S]*@/, "//***@").replace(/[?#][\s\S]*$/, "");
	return JSON.stringify(safe.length > 200 ? `${safe.slice(0, 200)}…` : safe);
}
function checkBaseUrl(text, place) {
	const { input, words, allowHttp } = place;
	const refuse = (message) => {
		throw new InputError([{
			place: input,
			message
		}]);
	};
	const is = `${words} is ${shown(text)}`;
	if (!URL.canParse(text)) return refuse(`${is}; it must be a URL such as ${place.example}.`);
	const url = new URL(text);
	if (url.username || url.password) return refuse(`${words} carries a user name or password. Take it out and use the input api_key.`);
	if (url.search) {
		const names = [...new Set([...url.searchParams].flatMap(([name, value]) => value === "" ? [] : [name]))].slice(0, 5);
		return refuse(`${is} with a query; it must be the root of the API. Move ${names.join(", ") || "it"} to extra_query${names.length === 0 ? "" : `: {${names.map((name) => `${name}: …`).join(", ")}}`}.`);
	}
	if (url.hash) return refuse(`${is} with a #fragment; it must be the root of the API. Leave the fragment out.`);
	if (url.protocol !== "https:" && url.protocol !== "http:") return refuse(`${is}; it must begin with https://.`);
	if (isMetadata(url.hostname)) return refuse(`${is}; that is where a cloud keeps the machine's credentials, and no API. Give the address of the server.`);
	if (url.protocol === "https:" || isLoopback(url.hostname) || allowHttp && isPrivate(url.hostname)) return url;
	if (isPrivate(url.hostname)) return refuse(`${is}; plain http to a private address needs allow_http: true. Add it, or use https.`);
	return refuse(`${is}; plain http is allowed to loopback and, with allow_http: true, to ${PRIVATE_WORDS}. Use https.`);
}
// src/providers/closed.ts
const CLOSED = [
	{
		title: "Mistral",
		hosts: /(^|\.)mistral\.ai$/,
		what: "answers job creation with 410 Gone",
		since: "2026-07",
		source: "mistralai/client-ts, pull request 255 of 2026-07-13"
	},
	{
		title: "Cohere",
		hosts: /(^|\.)cohere\.(com|ai)$/,
		what: "takes no training jobs",
		since: "2025-09",
		source: "its documentation"
	},
	{
		title: "Databricks",
		hosts: /(^|\.)(cloud\.databricks\.com|azuredatabricks\.net|gcp\.databricks\.com)$/,
		what: "has no Foundation Model Fine-tuning",
		since: "2026-08-14",
		source: "its documentation"
	}
];
// src/providers/extras.ts
const OWN = /^(host|content-(type|length|encoding)|transfer-encoding|connection|expect|upgrade|te|trailer|cookie)$/i;
const ELSEWHERE = /^(forwarded|x-forwarded-.*|x-original-.*|x-rewrite-.*|proxy-.*|.*custom-host|api_?base|base_?url|custom_?host)$/i;
const HEADER = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
function faultOf(input, name, value, profile) {
	const isHeader = input === "extra_headers";
	const keys = ["authorization", ...profile.keyHeaders ?? []];
	if (isHeader && keys.includes(name.toLowerCase())) return "carries the key. Use the input api_key for it";
	if (isHeader && OWN.test(name)) return "is set by the action itself. Leave it out";
	if (ELSEWHERE.test(name)) return "would take the request, and your key with it, to another server. Set base_url to that server";
	if (isHeader && !HEADER.test(name)) return "is no name of a header; letters, digits and hyphens are allowed";
	if (name === "") return "is empty. Give each pair a name";
	if (isHeader && !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return "has a value that no header can carry; it must be one line of plain characters";
}
function checkExtras(given, profile) {
	const problems = ["extra_query", "extra_headers"].flatMap((input) => Object.entries(given[input] ?? {}).flatMap(([name, value]) => {
		const fault = faultOf(input, name, value, profile);
		const place = `${input}.${name.slice(0, 100)}`;
		return fault === void 0 ? [] : [{
			place,
			message: `Input ${place} ${fault}.`
		}];
	}));
	const { title, demandsQuery } = profile;
	if (!(demandsQuery?.names.some((name) => given.extra_query?.[name]) ?? true)) {
		const message = `Input extra_query has no ${demandsQuery?.names.join(" or ")}; ${title} needs it. ${demandsQuery?.instead}`;
		problems.push({
			place: "extra_query",
			message
		});
	}
	if (problems.length > 0) throw new InputError(problems);
	return {
		extraQuery: given.extra_query,
		extraHeaders: given.extra_headers
	};
}
// src/providers/connection.ts
const ADDRESS_VARIABLE = "OPENAI_BASE_URL";
function refuse(place, message) {
	throw new InputError([{
		place,
		message
	}]);
}
function resolveConnection(inputs, environment, offline = false) {
	const named = inputs.provider === "auto" ? void 0 : platformNamed(inputs.provider).profile;
	if (named?.embedded || offline && named !== void 0 && inputs.base_url === void 0) return {
		profile: named,
		baseUrl: "",
		credential: void 0,
		organization: void 0,
		project: void 0
	};
	const fromEnvironment = inputs.base_url === void 0 && Boolean(environment[ADDRESS_VARIABLE]?.trim());
	const given = inputs.base_url ?? (environment[ADDRESS_VARIABLE]?.trim() || void 0);
	const text = given ?? (named ?? DEFAULT_PLATFORM.profile).ownBaseUrl;
	if (text === void 0) return refuse("base_url", `Input base_url is missing; provider ${inputs.provider} needs it, for example ${(named ?? ANY_SERVER.profile).exampleUrl}.`);
	const place = {
		allowHttp: inputs.allow_http,
		example: (named ?? ANY_SERVER.profile).exampleUrl
	};
	const words = fromEnvironment ? `The variable ${ADDRESS_VARIABLE}` : "Input base_url";
	const url = checkBaseUrl(text, {
		...place,
		input: "base_url",
		words
	});
	refuseClosed(url.hostname);
	const profile = named ?? platformOfHost(url.hostname).profile;
	const path = pathOf(url, profile, environment, given === void 0 ? "Input base_url is missing" : `${words} is ${JSON.stringify(`${url.origin}${url.pathname}`)}`);
	if (profile.rootPath !== void 0 && !path.endsWith(profile.rootPath)) refuse("base_url", `${words} is ${JSON.stringify(`${url.origin}${path}`)}; for ${profile.title} it must end in ${profile.rootPath}: ${url.origin}${ending(path, profile.rootPath)}.`);
	const foreign = Object.keys(inputs.own ?? {}).find((name) => !profile.inputs?.includes(name));
	if (foreign !== void 0) refuse(foreign, `Input ${foreign} is given, and the provider is ${profile.name}, which has no such input. Take it out, or set provider to the platform that it belongs to.`);
	const own = profile.hosts.test(url.hostname) ? profile.ownInferenceUrl : void 0;
	const beside = profile.inferencePath === void 0 ? void 0 : `${url.origin}${profile.inferencePath(path)}`;
	const inference = inputs.inference_base_url ?? own ?? beside;
	const extras = checkExtras(inputs, profile);
	const { tenant } = profile;
	const fromVariable = (name) => name === void 0 ? void 0 : environment[name] || void 0;
	const calls = inference === void 0 ? void 0 : checkBaseUrl(inference, {
		...place,
		input: "inference_base_url",
		words: "Input inference_base_url"
	});
	const credential = credentialFor(inputs, environment, profile, url, fromEnvironment);
	return {
		profile,
		baseUrl: `${url.origin}${path}`,
		credential,
		organization: tenant === void 0 ? void 0 : inputs.organization ?? fromVariable(tenant.organization),
		project: tenant === void 0 ? void 0 : inputs.project ?? fromVariable(tenant.project),
		inferenceUrl: calls === void 0 ? void 0 : rootOf(calls),
		inferenceCredential: calls !== void 0 && serves(calls, url, profile, inputs) ? credential : void 0,
		...extras,
		own: inputs.own,
		checkUrl: urlCheck(inputs)
	};
}
const urlCheck = ({ allow_http }) => (text, place) => checkBaseUrl(text, {
	...place,
	allowHttp: allow_http
});
function serves(other, own, { hosts, ownInferenceUrl }, { api_key }) {
	if (api_key !== void 0 || other.origin === own.origin) return true;
	const isVendors = hosts.test(other.hostname) || ownInferenceUrl?.startsWith(`${other.origin}/`) === true;
	return hosts.test(own.hostname) && isVendors;
}
const rootOf = (url) => `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
function pathOf(url, { account, title }, environment, words) {
	const path = url.pathname.replace(/\/+$/, "");
	return (account === void 0 ? path : account.pathWith(path, environment)) ?? refuse("base_url", `${words}; it names no account of ${title}. ${account?.way}`);
}
function ending(path, end) {
	const begun = end.split("/").map((_, count, all) => all.slice(0, count + 1).join("/")).findLast((part) => part !== "" && path.endsWith(part)) ?? "";
	return `${path.slice(0, path.length - begun.length)}${end}`;
}
function serverSide(inputs, environment, offline = false) {
	try {
		return {
			...termsOf(resolveConnection(inputs, environment, offline).profile),
			problems: []
		};
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const named = inputs.provider === "auto" ? void 0 : platformNamed(inputs.provider).profile;
		return {
			...termsOf(named),
			problems: error.problems
		};
	}
}
const termsOf = (profile) => ({
	ownNames: profile === void 0 ? [] : ownNames(profile),
	optional: profile?.terms?.optional ?? []
});
function refuseClosed(host) {
	const closed = CLOSED.find(({ hosts }) => hosts.test(host));
	if (closed === void 0) return;
	const { title, what, since, source } = closed;
	refuse("base_url", `Input base_url is at ${host}; ${title} ${what} since ${since} (${source}). Train elsewhere: input provider takes ${onward()}.`);
}
function onward() {
	return `${PLATFORM_NAMES.slice(0, -1).join(", ")} or ${PLATFORM_NAMES.at(-1)}`;
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
	const given = {
		environment,
		url,
		own: inputs.own ?? {},
		checkUrl: urlCheck(inputs)
	};
	const [asked] = Object.keys(given.own);
	const signedIn = asked === void 0 ? void 0 : profile.signIn?.credential(given);
	if (signedIn !== void 0 && inputs.api_key !== void 0) refuse("api_key", `Input api_key is given beside ${asked}; use one of the two ways to sign in.`);
	if (signedIn !== void 0) return signedIn;
	if (inputs.api_key === "none") return { kind: "none" };
	if (inputs.api_key !== void 0) return keyOf(inputs.api_key, "Input api_key");
	const own = ownVariable(profile, url.hostname);
	const ambient = fromEnvironment && platformOfHost(url.hostname) === ANY_SERVER;
	const variable = own ?? (ambient ? DEFAULT_PLATFORM.profile.keyVariable : void 0);
	const value = variable === void 0 ? void 0 : environment[variable]?.trim();
	if (value) return keyOf(value, `The variable ${variable}`);
	return profile.hosts.test(url.hostname) ? profile.signIn?.credential(given) : void 0;
}
function ownVariable({ keyVariable, hosts, selfHosted }, host) {
	return hosts.test(host) || selfHosted && platformOfHost(host) === ANY_SERVER ? keyVariable : void 0;
}
function keyOf(key, place) {
	if (!/^[\x21-\x7e]+$/.test(key)) refuse("api_key", `${place} holds white space or characters that no key has. Copy the key again, without quotes or line breaks.`);
	return {
		kind: "key",
		key
	};
}
function credentialAdvice(connection) {
	const { profile, baseUrl } = connection;
	const variable = ownVariable(profile, new URL(baseUrl).hostname);
	return `There is no credential for ${baseUrl}. ${variable === void 0 ? "Write api_key with a secret" : `Write api_key: \${{ secrets.${variable} }}, or set the variable ${variable}`}${profile.signIn === void 0 ? "" : `, or ${profile.signIn.way}`}${profile.keyOptional ? ", or api_key: none for a server that asks for no key" : ""}. A variable of another vendor is never sent there.`;
}
export { resolveConnection as n, serverSide as r, credentialAdvice as t };
