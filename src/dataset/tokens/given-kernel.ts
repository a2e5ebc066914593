/**
 * Counting by the kernel with a tokenizer that the user brings along, where it is byte-level byte-pair
 * encoding and cuts text in a way that the kernel knows. What is not known to be so is left to the library.
 */
import * as z from 'zod/mini';
import { countBy, type Kernel, kernelOf, type Splitting } from './kernel-module.ts';

/** What Llama 3 and Qwen publish; they differ in how many figures are one piece. */
const wordsAnd = (figures: string) =>
  `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|${figures}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`;

/** The expressions by which published tokenizers cut text, as they write them. */
const EXPRESSIONS: ReadonlyMap<string, Splitting> = new Map([
  [wordsAnd('\\p{N}{1,3}'), 'cl100k_base'],
  [wordsAnd('\\p{N}'), 'single figures'],
  [
    "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
    'o200k_base',
  ],
]);

const no = z.optional(z.union([z.literal(false), z.null()]));
const empty = z.optional(z.union([z.literal(''), z.null()]));
const ByteLevel = z.object({ type: z.literal('ByteLevel'), add_prefix_space: no, use_regex: z.optional(z.boolean()) });
const Split = z.object({
  type: z.literal('Split'),
  pattern: z.object({ Regex: z.string() }),
  behavior: z.literal('Isolated'),
  invert: no,
});

/** What the kernel can do; all else in the description it must not have. */
const Described = z.object({
  normalizer: z.nullish(z.strictObject({ type: z.literal('NFC') })),
  pre_tokenizer: z.union([ByteLevel, z.object({ type: z.literal('Sequence'), pretokenizers: z.tuple([Split, ByteLevel]) })]),
  added_tokens: z.optional(z.array(z.object({ content: z.string() }))),
  model: z.object({
    type: z.literal('BPE'),
    continuing_subword_prefix: empty,
    end_of_word_suffix: empty,
    byte_fallback: no,
    ignore_merges: z.optional(z.boolean()),
    vocab: z.record(z.string(), z.int()),
    merges: z.array(z.union([z.string(), z.tuple([z.string(), z.string()])])),
  }),
});
type Described = z.infer<typeof Described>;

function splittingOf({ pre_tokenizer: cutter }: Described): Splitting | undefined {
  if (cutter.type === 'ByteLevel') return cutter.use_regex === false ? undefined : 'gpt2';
  const [split, bytes] = cutter.pretokenizers;
  return bytes.use_regex === false ? EXPRESSIONS.get(split.pattern.Regex) : undefined;
}

/** The letters by which byte-level tokenizers write bytes: what can be read as it is, the rest as others. */
const isReadable = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || byte > 173;
const HIDDEN = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !isReadable(byte));
const LETTERS = Array.from({ length: 256 }, (_, byte) =>
  String.fromCharCode(isReadable(byte) ? byte : 256 + HIDDEN.indexOf(byte)),
);

/** Tokens, and ranks of pairs, that the kernel's tables have room for. */
const MOST_TOKENS = 1 << 18;
const MOST_PIECES = 220_000;
const MOST_PAIRS = (1 << 20) - 1;
const LONGEST = 255;

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly token: number;
}

/** The pairs in their order; undefined when one of them is not made of tokens. */
function pairsOf({ vocab, merges }: Described['model']): readonly Pair[] | undefined {
  const tokens = new Map(Object.entries(vocab));
  const pairs: Pair[] = [];
  for (const merge of merges) {
    const [first = '', second = ''] = typeof merge === 'string' ? merge.split(' ', 2) : merge;
    const [left, right, token] = [first, second, first + second].map((text) => tokens.get(text));
    if (left === undefined || right === undefined || token === undefined) return undefined;
    pairs.push({ left, right, token });
  }
  return pairs;
}

/** What is one token whatever the pairs say, as the text that it stands for. */
function piecesOf({ vocab, ignore_merges }: Described['model']): readonly Buffer[] {
  if (ignore_merges !== true) return [];
  const bytes = new Map(LETTERS.map((letter, byte) => [letter, byte]));
  return Object.keys(vocab).flatMap((token) => {
    const known = [...token].flatMap((letter) => bytes.get(letter) ?? []);
    return known.length === [...token].length && known.length > 1 ? [Buffer.from(known)] : [];
  });
}

function fill(kernel: Kernel, { model }: Described): boolean {
  const pairs = pairsOf(model);
  const bytes = LETTERS.flatMap((letter) => model.vocab[letter] ?? []);
  const pieces = piecesOf(model);
  if (pairs === undefined || bytes.length < LETTERS.length || pairs.length > MOST_PAIRS || pieces.length > MOST_PIECES)
    return false;
  if (Object.values(model.vocab).some((token) => token < 0 || token >= MOST_TOKENS)) return false;
  if (pieces.some(({ length }) => length > LONGEST)) return false;
  kernel.startGiven(
    pieces.reduce((sum, { length }) => sum + 4 + length, 8),
    pairs.length,
  );
  for (const [byte, token] of bytes.entries()) kernel.giveByte(byte, token);
  for (const [rank, { left, right, token }] of pairs.entries()) kernel.givePair(left, right, rank, token);
  for (const piece of pieces) {
    const at = kernel.textAt(piece.length);
    new Uint8Array(kernel.memory.buffer).set(piece, at);
    kernel.giveToken(piece.length);
  }
  return true;
}

/** Whether a text holds none of some others. */
function holdsNone(others: readonly string[]): (text: string) => boolean {
  const beginnings = [...new Set(others.map((other) => other.slice(0, 1)))];
  return (text) => !beginnings.some((one) => text.includes(one)) || !others.some((other) => text.includes(other));
}

/**
 * The same counting by the kernel, where it can.
 * @param count by the library; it counts the texts that hold a special token, too
 * @param json the tokenizer's description
 * @param module kernel.wasm
 */
export function givenWithKernel(count: (text: string) => number, json: string, module: Uint8Array): (text: string) => number {
  const described = Described.safeParse(JSON.parse(json));
  const splitting = described.success ? splittingOf(described.data) : undefined;
  const kernel = kernelOf(module);
  if (kernel === undefined || splitting === undefined || !described.success || !fill(kernel, described.data)) return count;
  const isOrdinary = holdsNone((described.data.added_tokens ?? []).map(({ content }) => content));
  const counted = countBy(kernel, splitting);
  const normal = described.data.normalizer?.type === 'NFC' ? (text: string) => text.normalize('NFC') : (text: string) => text;
  return (text) => {
    const plain = normal(text);
    return isOrdinary(text) && (plain === text || isOrdinary(plain)) ? counted(plain) : count(text);
  };
}
