/** Descriptions of tokenizers as open models have them, with pairs that are made of a vocabulary that is published. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The letters by which byte-level tokenizers write bytes. */
const readable = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || byte > 173;
const hidden = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !readable(byte));
const letter = (byte: number) => String.fromCharCode(readable(byte) ? byte : 256 + hidden.indexOf(byte));

export const SPECIAL = '<|end|>';
const TOKENS = 4000;

const words = (figures: string) =>
  `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|${figures}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`;

/** By the models that publish them. */
export const SPLITS: Readonly<Record<string, string>> = {
  gpt2: '',
  llama3: words('\\p{N}{1,3}'),
  qwen: words('\\p{N}'),
  'gpt-oss':
    "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
};

/** What a token is made of by the tokens before it: its last pair. */
function pairOf(token: string, ranks: ReadonlyMap<string, number>): readonly [string, string] | undefined {
  let parts = [...token];
  const rank = ranks.get(token) ?? 0;
  while (parts.length > 2) {
    const pairs = parts.slice(1).map((right, index) => ranks.get(`${parts[index]}${right}`) ?? Number.POSITIVE_INFINITY);
    const best = Math.min(...pairs);
    if (best >= rank) return undefined;
    const at = pairs.indexOf(best);
    parts = [...parts.slice(0, at), `${parts[at]}${parts[at + 1]}`, ...parts.slice(at + 2)];
  }
  const [left, right] = parts;
  return left === undefined || right === undefined ? undefined : [left, right];
}

function published(): {
  readonly vocab: Readonly<Record<string, number>>;
  readonly merges: readonly (readonly [string, string])[];
} {
  const { bpe_ranks }: { bpe_ranks: string } = JSON.parse(
    readFileSync(path.join('node_modules', 'tiktoken', 'encoders', 'cl100k_base.json'), 'utf8'),
  );
  const tokens = bpe_ranks
    .split(' ')
    .slice(2, 2 + TOKENS)
    .map((text) => [...Buffer.from(text, 'base64')].map(letter).join(''));
  const ranks = new Map(tokens.map((token, rank) => [token, rank]));
  const merges = tokens
    .filter((token) => [...token].length > 1)
    .flatMap((token) => [pairOf(token, ranks)].filter((pair) => pair !== undefined));
  return { vocab: Object.fromEntries(ranks), merges };
}

/** @param split a name in SPLITS, or an expression */
export function describedTokenizer(split: string, model: object) {
  const bytes = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true };
  const { vocab, merges } = published();
  return {
    version: '1.0',
    added_tokens: [
      { id: TOKENS, content: SPECIAL, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true },
    ],
    normalizer: null,
    pre_tokenizer:
      split === 'gpt2'
        ? { ...bytes, use_regex: true }
        : {
            type: 'Sequence',
            pretokenizers: [
              { type: 'Split', pattern: { Regex: SPLITS[split] ?? split }, behavior: 'Isolated', invert: false },
              { ...bytes, use_regex: false },
            ],
          },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: { type: 'BPE', unk_token: null, fuse_unk: false, byte_fallback: false, vocab, merges, ...model },
  };
}
