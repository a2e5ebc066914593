import { Ct as nullish, Et as optional, Ft as union, Mt as string, Pt as tuple, Tt as object, bt as literal, ft as _null, jt as strictObject, kt as record, mt as boolean, pt as array, vt as int } from "./start.js";
import { G as kernelOf, W as countBy } from "./data.js";
// src/dataset/tokens/given-kernel.ts
const wordsAnd = (figures) => `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|${figures}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`;
const EXPRESSIONS = new Map([
	[wordsAnd("\\p{N}{1,3}"), "cl100k_base"],
	[wordsAnd("\\p{N}"), "single figures"],
	["[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+", "o200k_base"]
]);
const no = optional(union([literal(false), _null()]));
const empty = optional(union([literal(""), _null()]));
const ByteLevel = object({
	type: literal("ByteLevel"),
	add_prefix_space: no,
	use_regex: optional(boolean())
});
const Split = object({
	type: literal("Split"),
	pattern: object({ Regex: string() }),
	behavior: literal("Isolated"),
	invert: no
});
const Described = object({
	normalizer: nullish(strictObject({ type: literal("NFC") })),
	pre_tokenizer: union([ByteLevel, object({
		type: literal("Sequence"),
		pretokenizers: tuple([Split, ByteLevel])
	})]),
	added_tokens: optional(array(object({ content: string() }))),
	model: object({
		type: literal("BPE"),
		continuing_subword_prefix: empty,
		end_of_word_suffix: empty,
		byte_fallback: no,
		ignore_merges: optional(boolean()),
		vocab: record(string(), int()),
		merges: array(union([string(), tuple([string(), string()])]))
	})
});
function splittingOf({ pre_tokenizer: cutter }) {
	if (cutter.type === "ByteLevel") return cutter.use_regex === false ? void 0 : "gpt2";
	const [split, bytes] = cutter.pretokenizers;
	return bytes.use_regex === false ? EXPRESSIONS.get(split.pattern.Regex) : void 0;
}
const isReadable = (byte) => byte > 32 && byte < 127 || byte > 160 && byte < 173 || byte > 173;
const HIDDEN = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !isReadable(byte));
const LETTERS = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(isReadable(byte) ? byte : 256 + HIDDEN.indexOf(byte)));
const MOST_TOKENS = 1 << 18;
const MOST_PIECES = 22e4;
const MOST_PAIRS = (1 << 20) - 1;
const LONGEST = 255;
function pairsOf({ vocab, merges }) {
	const tokens = new Map(Object.entries(vocab));
	const pairs = [];
	for (const merge of merges) {
		const [first = "", second = ""] = typeof merge === "string" ? merge.split(" ", 2) : merge;
		const [left, right, token] = [
			first,
			second,
			first + second
		].map((text) => tokens.get(text));
		if (left === void 0 || right === void 0 || token === void 0) return void 0;
		pairs.push({
			left,
			right,
			token
		});
	}
	return pairs;
}
function piecesOf({ vocab, ignore_merges }) {
	if (ignore_merges !== true) return [];
	const bytes = new Map(LETTERS.map((letter, byte) => [letter, byte]));
	return Object.keys(vocab).flatMap((token) => {
		const known = [...token].flatMap((letter) => bytes.get(letter) ?? []);
		return known.length === [...token].length && known.length > 1 ? [Buffer.from(known)] : [];
	});
}
function fill(kernel, { model }) {
	const pairs = pairsOf(model);
	const bytes = LETTERS.flatMap((letter) => model.vocab[letter] ?? []);
	const pieces = piecesOf(model);
	if (pairs === void 0 || bytes.length < LETTERS.length || pairs.length > MOST_PAIRS || pieces.length > MOST_PIECES) return false;
	if (Object.values(model.vocab).some((token) => token < 0 || token >= MOST_TOKENS)) return false;
	if (pieces.some(({ length }) => length > LONGEST)) return false;
	kernel.startGiven(pieces.reduce((sum, { length }) => sum + 4 + length, 8), pairs.length);
	for (const [byte, token] of bytes.entries()) kernel.giveByte(byte, token);
	for (const [rank, { left, right, token }] of pairs.entries()) kernel.givePair(left, right, rank, token);
	for (const piece of pieces) {
		const at = kernel.textAt(piece.length);
		new Uint8Array(kernel.memory.buffer).set(piece, at);
		kernel.giveToken(piece.length);
	}
	return true;
}
function holdsNone(others) {
	const beginnings = [...new Set(others.map((other) => other.slice(0, 1)))];
	return (text) => !beginnings.some((one) => text.includes(one)) || !others.some((other) => text.includes(other));
}
function givenWithKernel(count, json, module) {
	const described = Described.safeParse(JSON.parse(json));
	const splitting = described.success ? splittingOf(described.data) : void 0;
	const kernel = kernelOf(module);
	if (kernel === void 0 || splitting === void 0 || !described.success || !fill(kernel, described.data)) return count;
	const isOrdinary = holdsNone((described.data.added_tokens ?? []).map(({ content }) => content));
	const counted = countBy(kernel, splitting);
	const normal = described.data.normalizer?.type === "NFC" ? (text) => text.normalize("NFC") : (text) => text;
	return (text) => {
		const plain = normal(text);
		return isOrdinary(text) && (plain === text || isOrdinary(plain)) ? counted(plain) : count(text);
	};
}
export { givenWithKernel };
