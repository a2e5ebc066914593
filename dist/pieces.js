// src/sandbox/trainer/pieces.ts
const VOCABULARY = 4096;
const PIECE = / ?\p{L}[\p{L}\p{M}]*|\p{N}{1,3}|\s+|[^\s\p{L}\p{N}]/gu;
function hashText(text, seed = 2166136261) {
	let hash = seed;
	for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
	return hash >>> 0;
}
function piecesOf(text) {
	return (text.match(PIECE) ?? []).map((piece) => hashText(piece) % VOCABULARY);
}
function messageText(message) {
	const { content } = message;
	const parts = typeof content === "string" ? [content] : (content ?? []).map((part) => typeof part.text === "string" ? part.text : "");
	const calls = (message.tool_calls ?? []).map(({ function: called }) => `${called.name}(${called.arguments})`);
	if (message.function_call) calls.push(`${message.function_call.name}(${message.function_call.arguments})`);
	return [
		...parts,
		...calls,
		message.refusal ?? ""
	].join(" ");
}
const START = (role) => hashText(`<${role}>`) % VOCABULARY;
const END = hashText("<end>") % VOCABULARY;
var SequenceBuilder = class {
	#pieces = [];
	#learned = [];
	add(role, text, learned) {
		const pieces = piecesOf(text);
		this.#pieces.push(START(role), ...pieces, END);
		this.#learned.push(0, ...pieces.map(() => learned ? 1 : 0), learned ? 1 : 0);
		return this;
	}
	build() {
		return {
			pieces: Int32Array.from(this.#pieces),
			learned: Uint8Array.from(this.#learned)
		};
	}
};
function conversation(messages, learn = true) {
	const builder = new SequenceBuilder();
	for (const message of messages) builder.add(message.role, messageText(message), learn && message.role === "assistant" && message.weight !== 0);
	return builder.build();
}
export { messageText as i, conversation as n, hashText as r, SequenceBuilder as t };
