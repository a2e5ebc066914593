// src/inputs/secret-names.ts
const words = (text) => new Set(text.split(" "));
const CERTAIN = words("password passwords passwd pwd passphrase passcode secret secrets credential credentials cred creds auth oauth authorization authentication bearer pat pats sas dsn jwt cookie cookies");
const LETS_IN = words("api access auth authorization client private secret bearer refresh id session service account license signing encryption ssh master storage shared admin user bot app webhook deploy registry gateway hf db database");
const FINDS = words("prompt text input inputs output outputs message messages label answer completion content primary sort partition foreign public cache group row column field metric reward reference image tool system role sample item");
const SPOKEN = words("pad eos bos unk sep cls mask stop end start begin system user assistant special image audio video tool extra additional added");
const COUNTED = words("max min num n no count total limit budget per new prompt completion input output reasoning cached trained train training context sequence target used billable estimated average avg mean all");
const TAIL = /^(\d+|v\d+|pem|b64|base64|json|raw|value|values|text|string|header|headers|prod|production|dev|staging|test|old|new|primary|secondary|backup)$/;
const COMPOUND = /^(.+?)(keys?|tokens?|secrets?|passwords?|credentials?)$/;
function wordsOf(name) {
	return name.slice(0, 200).replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "").flatMap((word) => {
		const [, head = "", noun = ""] = COMPOUND.exec(word) ?? [];
		return LETS_IN.has(head) ? [head, noun] : [word];
	});
}
function looksRandom(value) {
	return typeof value === "string" && /^[\w.~+/=:-]{16,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
}
function isSecretName(name, value = "") {
	if (value === null || value === void 0 || typeof value === "boolean") return false;
	const all = wordsOf(name);
	if (/(^| )(connection strings?|connstr|connectionstrings?|access key id)$/.test(all.join(" "))) return true;
	while (all.length > 1 && TAIL.test(all.at(-1) ?? "")) all.pop();
	const noun = all.at(-1) ?? "";
	const before = all.at(-2) ?? "";
	if (CERTAIN.has(noun)) return true;
	if (typeof value === "number") return /^(key|token)$/.test(noun) && LETS_IN.has(before);
	switch (noun) {
		case "key": return !FINDS.has(before);
		case "keys": return LETS_IN.has(before) || looksRandom(value);
		case "token": return !SPOKEN.has(before) || looksRandom(value);
		case "tokens": return !all.some((word) => COUNTED.has(word) || SPOKEN.has(word)) || looksRandom(value);
		default: return false;
	}
}
export { isSecretName as t };
