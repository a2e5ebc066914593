import { i as __toESM } from "./rolldown-runtime.js";
// src/adapters/http.ts
let done;
async function setDispatcher() {
	const { EnvHttpProxyAgent, setGlobalDispatcher } = await import("./undici2.js").then((m) => __toESM(m.default, 1));
	setGlobalDispatcher(new EnvHttpProxyAgent({
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: { timeout: 3e4 },
		proxyTunnel: false
	}));
}
function useEnvironmentProxies() {
	done ??= setDispatcher();
	return done;
}
export { useEnvironmentProxies as t };
