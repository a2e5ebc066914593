// src/inputs/secrets.ts
const SECRET_NAME = /(^|[_-])(key|apikey|token|secret|password|passwd|credential|credentials|authorization)$/i;
function isSecretName(name) {
	return SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, "$1_$2"));
}
function secretTexts(value, secret) {
	if (typeof value === "string") return secret ? [value] : [];
	if (typeof value === "number") return secret ? [String(value)] : [];
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => secretTexts(inner, isSecretName(name) || secret && Array.isArray(value)));
}
async function secretsInside(text) {
	if (text === void 0 || text.trim() === "") return [];
	const { parseStructured } = await import("./structured2.js");
	const parsed = parseStructured(text);
	return "fault" in parsed ? [] : secretTexts(parsed.value, false);
}
async function secretsIn(raw) {
	const direct = [raw.api_key, raw.github_token].map((value) => value?.trim());
	const inside = await Promise.all([raw.integrations, raw.extra_body].map(secretsInside));
	return [...direct, ...inside.flat()].filter((value) => value !== void 0 && value.length >= 3 && value !== "none");
}
function withoutSecrets(value, secret = false) {
	if (Array.isArray(value)) return value.map((inner) => withoutSecrets(inner, secret));
	if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutSecrets(inner, isSecretName(name))]));
	return secret && value !== null ? "***" : value;
}
const TOKENIZER_NAME = /(^|[_-])(pad|eos|bos|unk|sep|cls|mask|stop|end|start|begin|system|user|assistant|special|image|tool)[_-]?token$/i;
function isRotated(name, value) {
	if (!isSecretName(name)) return false;
	const plain = name.replace(/([a-z])([A-Z])/g, "$1_$2");
	if (!/token$/i.test(plain) || /^(api|access|auth|refresh|bearer|id)?[_-]?token$/i.test(plain)) return true;
	return !TOKENIZER_NAME.test(plain) && typeof value === "string" && /^[\w.~+/=-]{16,}$/.test(value) && /\d/.test(value);
}
function dropSecrets(value) {
	if (Array.isArray(value)) return value.map(dropSecrets);
	if (typeof value !== "object" || value === null) return value;
	const kept = Object.entries(value).filter(([name, inner]) => !isRotated(name, inner));
	return Object.fromEntries(kept.map(([name, inner]) => [name, dropSecrets(inner)]));
}
export { withoutSecrets as i, isSecretName as n, secretsIn as r, dropSecrets as t };
