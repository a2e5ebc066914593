import { t as require_undici } from "./undici.js";
import { Qt as ActionError, fn as LOOPBACK, mn as withinRanges, pn as ipVersion } from "./start.js";
// src/adapters/proxies.ts
var import_undici = require_undici();
const USUAL_PORTS = {
	"http:": 80,
	"https:": 443
};
const bare = (host) => host.replace(/^\[|\]$/g, "").toLowerCase();
function isLoopback(host) {
	return host === "localhost" || host.endsWith(".localhost") || LOOPBACK(host);
}
function exceptionOf(entry) {
	if (entry === "*") return () => true;
	const [, network = "", bits = ""] = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/i.exec(entry) ?? [];
	if (ipVersion(network) !== 0 && Number(bits) <= (ipVersion(network) === 6 ? 128 : 32)) return withinRanges([network, Number(bits)]);
	const [, named = entry, port] = (ipVersion(entry) === 6 ? null : /^(.+):(\d+)$/.exec(entry)) ?? [];
	const name = bare(named).replace(/^\*?\./, "");
	return (host, wanted) => (port === void 0 || Number(port) === wanted) && (host === name || ipVersion(host) === 0 && host.endsWith(`.${name}`));
}
function variable(environment, name) {
	const set = [name.toLowerCase(), name].find((spelling) => environment[spelling] !== void 0);
	const text = set === void 0 ? "" : environment[set]?.trim() ?? "";
	return set === void 0 || text === "" ? void 0 : {
		name: set,
		text
	};
}
function addressIn({ name, text }) {
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
	if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address;
	const shown = text.includes("@") ? "" : ` (${JSON.stringify(text.slice(0, 100))})`;
	throw new ActionError(`The variable ${name}${shown} names no proxy that can be used. Write it as http://HOST:PORT, or take it away.`);
}
function proxyFor({ protocol, hostname, port }, environment) {
	const host = bare(hostname);
	if (isLoopback(host)) return void 0;
	const exceptions = (variable(environment, "NO_PROXY")?.text ?? "").split(/[,\s]+/).filter((entry) => entry !== "");
	const wanted = port === "" ? USUAL_PORTS[protocol] ?? 0 : Number(port);
	if (exceptions.some((entry) => exceptionOf(entry)(host, wanted))) return void 0;
	const plain = variable(environment, "HTTP_PROXY");
	const counts = protocol === "https:" ? variable(environment, "HTTPS_PROXY") ?? plain : plain;
	return counts === void 0 ? void 0 : addressIn(counts);
}
// src/adapters/dispatcher.ts
const OPTIONS = {
	headersTimeout: 0,
	bodyTimeout: 0,
	connect: { timeout: 3e4 },
	proxyTunnel: false
};
var Router = class extends import_undici.Dispatcher {
	#direct = new import_undici.Agent(OPTIONS);
	#proxies = new Map();
	#through(uri) {
		const agent = this.#proxies.get(uri) ?? new import_undici.ProxyAgent({
			...OPTIONS,
			uri
		});
		this.#proxies.set(uri, agent);
		return agent;
	}
	dispatch(...[request, handler]) {
		const proxy = proxyFor(new URL(request.origin ?? ""), process.env);
		return (proxy === void 0 ? this.#direct : this.#through(proxy)).dispatch(request, handler);
	}
};
function routeRequests() {
	(0, import_undici.setGlobalDispatcher)(new Router());
}
export { routeRequests };
