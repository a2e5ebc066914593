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
const QUOTATION = /\{[^{}]{0,200}["'][\s\S]{0,4000}(?:\}|$)|(?<!\w)(["'`])([\s\S]{1,4000}?)(?:\1(?!\w)|$)|[\u201C\u2018\u00AB]([\s\S]{1,4000}?)(?:[\u201D\u2019\u00BB]|$)/g;
const NAME = 60;
const FIELD = /^(?:messages?|role|content|system|developer|user|assistant|tool|tools|tool_calls|function|name|arguments|parameters|weight|prompt|completion|input|text|image_url|detail|model|method|type|supervised|dpo|reinforcement|hyperparameters|beta|seed|suffix|auto|integrations|metadata|grader|status|id|json|jsonl)(?:[.[][\w.[\]]*)?$/;
const OF_PROGRAMS = /^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|(?:ft:|file-|ftjob-|gpt-|o\d)[\w.:-]*|[A-Za-z][\w.-]*\/[\w.-]*\d[\w.-]*)$/;
function foreignText(text, showRows, known = []) {
	if (showRows) return text;
	return text.replace(QUOTATION, (whole, _, plain, curly) => {
		const inside = plain ?? curly ?? whole;
		return inside !== whole && inside.length <= NAME && (known.includes(inside) || FIELD.test(inside) || OF_PROGRAMS.test(inside)) ? whole : LEFT_OUT;
	});
}
function kindOf(text) {
	return text.map((part) => typeof part === "string" ? part : part.key ? part.quote : LEFT_OUT).join("");
}
function cutWords(text, most) {
	let room = most;
	const kept = [];
	for (const part of text) {
		if (room <= 0) break;
		const whole = typeof part === "string" ? part : part.quote;
		kept.push(typeof part === "string" ? part.slice(0, room) : {
			...part,
			quote: part.quote.slice(0, room)
		});
		room -= whole.length;
	}
	return kept;
}
export { textOf as a, ours as i, foreignText as n, words as o, kindOf as r, cutWords as t };
