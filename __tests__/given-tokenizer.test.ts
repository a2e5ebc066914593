/** Tokens by a tokenizer that the user brings along, held against byte-pair encoding as it is defined. */
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localFiles } from '../src/adapters/files.ts';
import { USUAL_PROFILE } from '../src/dataset/profile.ts';
import { checkDataset } from '../src/dataset/scan/check.ts';
import { givenCount } from '../src/dataset/tokens/given-tokenizer.ts';
import { modelFacts } from '../src/dataset/tokens/models.ts';
import { patiently, refuseGrowth } from '../src/dataset/tokens/patience.ts';
import { newFolder } from './support/action.ts';
import { chatRow, completionRow, jsonl, many, write } from './support/rows.ts';

/** The letters by which byte-level tokenizers write bytes: those that can be read as they are, the rest from 256 up. */
const readable = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || byte > 173;
const hidden = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !readable(byte));
const letter = (byte: number) => String.fromCharCode(readable(byte) ? byte : 256 + hidden.indexOf(byte));

const MERGES: readonly (readonly [string, string])[] = [
  ['h', 'e'],
  ['l', 'l'],
  ['he', 'll'],
  ['hell', 'o'],
  ['Ġ', 'w'],
  ['o', 'r'],
  ['Ġw', 'or'],
  ['Ã', '©'],
  ['i', 's'],
  ['Ġ', 'is'],
];
const SPECIAL = '<|end|>';
const words = [...Array.from({ length: 256 }, (_, byte) => letter(byte)), ...MERGES.map((pair) => pair.join(''))];
const json = JSON.stringify({
  version: '1.0',
  added_tokens: [
    { id: words.length, content: SPECIAL, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true },
  ],
  normalizer: null,
  pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
  post_processor: null,
  decoder: { type: 'ByteLevel' },
  model: {
    type: 'BPE',
    unk_token: null,
    fuse_unk: false,
    byte_fallback: false,
    vocab: Object.fromEntries(words.map((word, id) => [word, id])),
    merges: MERGES,
  },
});
const given = { path: 'tokenizer.json', json };

/** Pieces by the expression that GPT-2 published; then the earliest merge first, until none is left. */
function truth(text: string): number {
  return text.split(SPECIAL).reduce((sum, part, index) => {
    const pieces = part.match(/'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu) ?? [];
    return sum + (index > 0 ? 1 : 0) + pieces.reduce((tokens, piece) => tokens + merged(piece), 0);
  }, 0);
}
function merged(piece: string): number {
  let parts = [...Buffer.from(piece, 'utf8')].map(letter);
  for (;;) {
    const ranks = parts.slice(1).map((right, at) => MERGES.findIndex(([one, other]) => one === parts[at] && other === right));
    const best = Math.min(...ranks.filter((rank) => rank >= 0));
    if (!Number.isFinite(best)) return parts.length;
    const at = ranks.indexOf(best);
    parts = [...parts.slice(0, at), `${parts[at]}${parts[at + 1]}`, ...parts.slice(at + 2)];
  }
}

describe('a tokenizer that is given', () => {
  const count = givenCount(given);
  test.each(['', 'hello', 'hello world', 'é', `hello${SPECIAL}hello`, '  is  it\n', "we'll", '日本語 is'])('%j', (text) => {
    expect(count(text)).toBe(truth(text));
  });
  test('counts any text as it is defined', () => {
    const text = fc.string({ unit: fc.constantFrom(...'helo wris é\n', SPECIAL), maxLength: 60 });
    fc.assert(fc.property(text, (one) => count(one) === truth(one)));
  });
  test.each([
    ['no JSON', '{"model":'],
    ['no map', '[]'],
    ['no tokenizer', '{"version": "1.0"}'],
  ])('%s: said with its path', (_, text) => {
    expect(() => givenCount({ path: 'models/x.json', json: text })).toThrow(
      /Input tokenizer is models\/x\.json, which is no tokenizer that can be read/,
    );
  });
});

describe('the tokens of a file', () => {
  const model = 'Qwen/Qwen3-8B';
  const folder = newFolder();
  const name = write(folder, 'train.jsonl', jsonl(many(30, completionRow)));
  const chats = write(folder, 'chats.jsonl', jsonl(many(30, chatRow)));
  const files = localFiles({ workspace: folder, temp: folder, allowPaths: [], fork: false, redact: (text) => text });
  const tokensOf = async (file: string, more: { readonly tokenizer?: typeof given; readonly entry?: string }) => {
    const { dataset } = await checkDataset({
      role: 'training_file',
      paths: [file],
      method: 'supervised',
      model,
      read: (one, take) => files.scan(one, take),
      readRange: files.ranges(),
      rules: USUAL_PROFILE,
      allowSecrets: false,
      countTokens: true,
      exactTokensUpTo: 200_000_000,
      ...more,
    });
    return dataset.tokens;
  };

  test('of prompts and completions are those of their text', async () => {
    expect(modelFacts(model).encoding).toBeUndefined();
    const rows = many(30, completionRow);
    const text = rows.reduce((sum, { prompt, completion }) => sum + truth(prompt) + truth(completion), 0);
    const tokens = await tokensOf(name, { tokenizer: given });
    expect(tokens).toMatchObject({ tokens: text, low: text, high: text + 2 * rows.length });
    expect(tokens?.basis).toContain('text exactly, with the tokenizer tokenizer.json');
  });
  test('of conversations are within a narrow interval; without a tokenizer the estimate says what it is', async () => {
    const text = many(30, chatRow).reduce(
      (sum, { messages }) => sum + messages.reduce((inner, { role, content }) => inner + 3 + truth(role) + truth(content), 1),
      0,
    );
    expect(await tokensOf(chats, { tokenizer: given })).toMatchObject({ tokens: text, low: text });
    const stand = await tokensOf(chats, {});
    expect(stand?.basis).toContain('is not at hand (input tokenizer takes one)');
    expect(stand?.low).toBeLessThan(stand?.tokens ?? 0);
  });
  test('are the same with a second thread', async () => {
    const large = write(folder, 'large.jsonl', jsonl(many(2000, completionRow)));
    const alone = await tokensOf(large, { tokenizer: given });
    expect(await tokensOf(large, { tokenizer: given, entry: path.resolve('src', 'index.ts') })).toEqual(alone);
  });
});

describe('one that somebody made', () => {
  test('may not make a text many times longer, however its steps are put together', () => {
    const replace = { type: 'Replace', content: 'x'.repeat(10) };
    refuseGrowth({ normalizer: replace, pre_tokenizer: { type: 'Metaspace', replacement: '▁' } });
    const twice = { type: 'Sequence', normalizers: [replace, { type: 'Sequence', normalizers: [replace] }] };
    expect(() => refuseGrowth({ normalizer: twice })).toThrow('up to 100 times longer');
    const before = { type: 'Sequence', pretokenizers: [{ type: 'Metaspace', replacement: 'y'.repeat(7) }] };
    expect(() => refuseGrowth({ normalizer: replace, pre_tokenizer: before })).toThrow('up to 70 times longer');
  });

  test('what goes wrong while it counts is what it is', () => {
    const fault = () => {
      throw new RangeError('too much');
    };
    expect(() => patiently('tokenizer.json', 1, fault)).toThrow(RangeError);
  });
});
