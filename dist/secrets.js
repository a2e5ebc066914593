import { t as isSecretName } from "./secret-names.js";
// src/inputs/secrets.ts
const DEEPEST = 100;
const OF_WHAT_KIND = /^(type|kind|scheme|region|in|provider|auth_?type)$/i;
const NO_SECRET = /^(true|false|none|null|auto|)$/i;
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function isHeldIn(pair, field, value) {
	const named = [
		pair.name,
		pair.key,
		pair.header
	].find((name) => typeof name === "string");
	if (!("value" in pair) || typeof named !== "string") return isSecretName(field, value);
	return field === "value" ? isSecretName(named, value) : field !== "key" && isSecretName(field, value);
}
function secretTexts(value, isSecret, below = false, depth = 0) {
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((inner) => secretTexts(inner, isSecret, below, depth + 1));
	if (isMap(value)) {
		const inside = below || isSecret(value);
		return Object.entries(value).flatMap(([name, inner]) => inside && OF_WHAT_KIND.test(name) ? [] : secretTexts(inner, (one) => isHeldIn(value, name, one), inside, depth + 1));
	}
	if (typeof value !== "string" && typeof value !== "number") return [];
	return below || isSecret(value) ? [String(value)] : [];
}
function secretsByEye(text) {
	return [...text.matchAll(/(["']?)([\w.-]{2,80})\1\s*[:=]\s*(["']?)([^\s"',}\]]{3,})/g)].flatMap(([, , name = "", , value = ""]) => isSecretName(name) ? [value] : []);
}
function secretsOfAddresses(text) {
	const passwords = [...text.matchAll(/:\/\/[^\s:@/"']*:([^\s@"']+)@/g)].map(([, password = ""]) => password);
	const [, query = ""] = /^\s*[a-z][\w+.-]*:\/\/[^\s?#]*\?(\S+)\s*$/i.exec(text) ?? [];
	return [...passwords, ...query.split("&").map((pair) => pair.slice(pair.indexOf("=") + 1))];
}
const worthHiding = (values) => [...new Set(values)].filter((value) => value.length >= 3 && !NO_SECRET.test(value));
async function secretsInside(text) {
	if (!/[{[]|:\s|=/.test(text)) return [];
	const { parseTextMap } = await import("./structured2.js");
	const parsed = parseTextMap(text);
	return worthHiding("fault" in parsed ? secretsByEye(text) : secretTexts(parsed.value, () => false));
}
const LETS_IN = /^(code|sig|signature)$/i;
const LETS_NOBODY_IN = /^(accept(-language)?|content-type|user-agent|(x-)?([\w-]+-)?(provider|region|version|environment|beta|features?|retry|trace-id))$/i;
const isPlain = (value) => value.length <= 40 && /^[a-z]+([-/.][a-z]+)*$/.test(value);
async function secretsSent(input, text) {
	if (input !== "extra_query" && input !== "extra_headers") return [];
	const { parseTextMap } = await import("./structured2.js");
	const parsed = parseTextMap(text);
	return ("fault" in parsed ? [] : Object.entries(Object(parsed.value))).flatMap(([name, value]) => typeof value === "string" && (LETS_IN.test(name) || input === "extra_headers" && !(LETS_NOBODY_IN.test(name) && isPlain(value))) ? [value] : []);
}
async function secretsIn(raw) {
	const given = Object.entries(raw).flatMap(([name, value]) => value?.trim() ? [[name, value.trim()]] : []);
	const found = await Promise.all(given.map(async ([name, value]) => [
		...isSecretName(name) ? [value] : [],
		...secretsOfAddresses(value),
		...await secretsInside(value),
		...await secretsSent(name, value)
	]));
	return worthHiding(found.flat());
}
function secretsOfEnvironment(environment, names) {
	return Object.entries(environment).flatMap(([name, value = ""]) => {
		if (names.includes(name)) return value.trim() === "" ? [] : [value.trim()];
		if (/^(https?|all)_proxy$/i.test(name) || name.endsWith("_URL")) return secretsOfAddresses(value);
		return value.length >= 16 && /\d/.test(value) && /[A-Za-z]/.test(value) && !/^[~./\\]|^[A-Z]:\\/.test(value) && !name.startsWith("INPUT_") && isSecretName(name) ? [value] : [];
	});
}
function withoutSecrets(value) {
	const hidden = (inner, isSecret, below, depth) => {
		if (depth > DEEPEST) return "…";
		if (Array.isArray(inner)) return inner.map((one) => hidden(one, isSecret, below, depth + 1));
		if (isMap(inner)) {
			const inside = below || isSecret(inner);
			return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, hidden(one, (field) => isHeldIn(inner, name, field), inside, depth + 1)]));
		}
		if (inner === null || inner === void 0 || typeof inner === "boolean") return inner;
		return below || isSecret(inner) ? "***" : inner;
	};
	return hidden(value, () => false, false, 0);
}
const TOKENIZER_NAME = /(^|[_-])(pad|eos|bos|unk|sep|cls|mask|stop|end|start|begin|system|user|assistant|special|image|tool)[_-]?token$/i;
function isRotated(name, value) {
	if (!isSecretName(name, value)) return false;
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
export { withoutSecrets as a, secretsOfEnvironment as i, secretsIn as n, secretsInside as r, dropSecrets as t };
