// src/words.ts
const LEFT_OUT = "\"…\"";
function joined(parts) {
	const all = [];
	for (const part of parts) {
		const last = all.at(-1);
		if (typeof part === "string" && typeof last === "string") all[all.length - 1] = last + part;
		else if (part !== "") all.push(part);
	}
	return all;
}
function words(texts, ...inserted) {
	return joined(texts.flatMap((text, index) => {
		const value = inserted[index];
		if (value === void 0) return [text];
		return typeof value === "number" ? [text, String(value)] : "quote" in value ? [text, value] : [text, ...value];
	}));
}
const ours = (text) => [text];
function textOf(text, showRows) {
	if (typeof text === "string") return text;
	return text.map((part) => typeof part === "string" ? part : showRows ? part.quote : LEFT_OUT).join("");
}
function cutWords(text, most) {
	let room = most;
	const kept = [];
	for (const part of text) {
		if (room <= 0) break;
		const whole = typeof part === "string" ? part : part.quote;
		kept.push(typeof part === "string" ? part.slice(0, room) : { quote: part.quote.slice(0, room) });
		room -= whole.length;
	}
	return kept;
}
export { words as i, ours as n, textOf as r, cutWords as t };
