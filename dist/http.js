import { o as __toESM } from "./rolldown-runtime.js";
import { n as withinRanges, t as LOOPBACK } from "./address-ranges.js";
import { n as ActionError } from "./errors.js";
import { isIP } from "node:net";
// src/adapters/proxies.ts
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
	if (isIP(network) !== 0 && Number(bits) <= (isIP(network) === 6 ? 128 : 32)) return withinRanges([network, Number(bits)]);
	const [, named = entry, port] = (isIP(entry) === 6 ? null : /^(.+):(\d+)$/.exec(entry)) ?? [];
	const name = bare(named).replace(/^\*?\./, "");
	return (host, wanted) => (port === void 0 || Number(port) === wanted) && (host === name || isIP(host) === 0 && host.endsWith(`.${name}`));
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
// src/adapters/http.ts
let done;
async function setDispatcher() {
	const { Agent, Dispatcher, ProxyAgent, setGlobalDispatcher } = await import("./undici2.js").then((m) => __toESM(m.default, 1));
	const options = {
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: { timeout: 3e4 },
		proxyTunnel: false
	};
	const direct = new Agent(options);
	const proxies = new Map();
	const through = (uri) => {
		const agent = proxies.get(uri) ?? new ProxyAgent({
			...options,
			uri
		});
		proxies.set(uri, agent);
		return agent;
	};
	class Router extends Dispatcher {
		dispatch(...[request, handler]) {
			const proxy = proxyFor(new URL(request.origin ?? ""), process.env);
			return (proxy === void 0 ? direct : through(proxy)).dispatch(request, handler);
		}
	}
	setGlobalDispatcher(new Router());
}
function useEnvironmentProxies() {
	done ??= setDispatcher();
	return done;
}
export { useEnvironmentProxies as t };
