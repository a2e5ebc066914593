// src/providers/credential.ts
const TOKEN = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;
function endOfToken(credential) {
	if (credential?.kind !== "key" || !TOKEN.test(credential.key)) return void 0;
	try {
		const claims = JSON.parse(Buffer.from(credential.key.split(".")[1] ?? "", "base64url").toString("utf8"));
		const end = typeof claims === "object" && claims !== null ? Reflect.get(claims, "exp") : void 0;
		return typeof end === "number" && end > 0 ? end * 1e3 : void 0;
	} catch {
		return;
	}
}
export { endOfToken as t };
