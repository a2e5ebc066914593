// src/dataset/secrets.ts
const word = (shape) => new RegExp(`(?:(?<!\\w)|(?<=\\\\[bfnrt])|(?<=\\\\u[0-9a-fA-F]{4}))${shape.source}`, shape.flags);
const SHAPES = [
	["a private key", /-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY-----[\w+/=\s\\]*/],
	["an AWS access key", word(/(?:AKIA|ASIA)(?![0-9A-Z]{9}EXAMPLE)[0-9A-Z]{16}\b/)],
	["a GitHub token", word(/(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/)],
	["an Anthropic key", word(/sk-ant-[A-Za-z0-9_-]{20,200}/)],
	["an OpenAI key", word(/sk-(?!ant-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{32,200}/)],
	["a Google API key", word(/AIza[0-9A-Za-z_-]{35}\b/)],
	["a Slack token", word(/xox[abeprs]-[0-9A-Za-z-]{10,200}/)],
	["a Stripe key", word(/[rs]k_live_[0-9A-Za-z]{20,200}\b/)],
	["an npm token", word(/npm_[A-Za-z0-9]{36}\b/)],
	["a Hugging Face token", word(/hf_[A-Za-z0-9]{34}\b/)],
	["a JSON Web Token", word(/eyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,1000}/)],
	["a password in a URL", word(/[a-z][a-z0-9+.-]{1,20}:\\?\/\\?\/[^\s:@/"'\\]{1,100}:[^\s:@/"'\\]{6,100}@[\w.-]{3,100}/i)]
];
function endsAtUnderscore(text, at) {
	const before = text[at - 1];
	const second = text[at - 2];
	if (second === "h") return before === "f" || text[at - 3] === "g";
	return second === "v" && before === "e" || second === "p" && before === "m" || second === "a" && before === "t";
}
function endsAtDash(text, at) {
	const before = text[at - 1];
	if (before === "-") return text.startsWith("-BEGIN ", at);
	return before === "k" && text[at - 2] === "s" || text[at - 2] === "x" && text[at - 3] === "o";
}
function endsAtI(text, at) {
	const before = text[at - 1];
	return before === "A" || (before === "K" || before === "S") && text[at - 2] === "A";
}
const HINTS = [
	["_", endsAtUnderscore],
	["-", endsAtDash],
	["I", endsAtI],
	["J", (text, at) => text[at - 1] === "y" && text[at - 2] === "e"]
];
function mayHoldSecret(text) {
	for (const [sign, ends] of HINTS) for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (ends(text, at)) return true;
	return text.includes("@") && (text.includes("://") || text.includes(":\\/\\/"));
}
function secretsOf(text) {
	if (!mayHoldSecret(text)) return [];
	return SHAPES.flatMap(([kind, shape]) => {
		const match = shape.exec(text);
		return match === null ? [] : [{
			kind,
			beginning: match[0].slice(0, 4)
		}];
	});
}
function masked(text) {
	if (!mayHoldSecret(text)) return text;
	const hide = (found) => found.slice(0, 4) + "*".repeat(found.length - 4);
	return SHAPES.reduce((rest, [, shape]) => rest.replace(new RegExp(shape, `${shape.flags}g`), hide), text);
}
export { mayHoldSecret as n, secretsOf as r, masked as t };
