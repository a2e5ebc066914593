/**
 * The vocabularies that tokens are counted with, as the build writes them to dist/, from the published ranks
 * in the development dependency `tiktoken` (MIT licence, © OpenAI).
 * src/dataset/tokens/tokenizer/vocabulary.ts says how a vocabulary's file is laid out.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { HEAD, hashOf, SLOTS, slotOf } from '../src/dataset/tokens/tokenizer/vocabulary.ts';

const PADDING = 8;
const Ranks = z.object({ bpe_ranks: z.string() });

export const ENCODINGS = ['o200k_base', 'cl100k_base'] as const;

/** The bytes of a vocabulary's file. */
export function vocabularyOf(encoding: (typeof ENCODINGS)[number]): Buffer {
  const { bpe_ranks } = Ranks.parse(JSON.parse(readFileSync(`node_modules/tiktoken/encoders/${encoding}.json`, 'utf8')));
  const [mark, offset, ...texts] = bpe_ranks.split(' ');
  if (mark !== '!' || offset !== '0') throw new Error(`The ranks of ${encoding} are not one run from 0.`);
  const tokens = texts.map((text) => Buffer.from(text, 'base64'));
  const longest = tokens.reduce((most, { length }) => Math.max(most, length), 0);
  if (longest > 255) throw new Error(`A token of ${encoding} is longer than 255 bytes.`);
  const file = Buffer.alloc(HEAD + tokens.reduce((sum, { length }) => sum + 4 + length, 0) + PADDING);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  view.setInt32(0, longest, true);
  let record = HEAD;
  for (const [rank, token] of tokens.entries()) {
    view.setInt32(record, rank * 256 + token.length, true);
    token.copy(file, record + 4);
    let slot = slotOf(hashOf(view, record + 4, token.length));
    while (view.getInt32(4 + slot * 4, true) !== 0) slot = (slot + 1) & (SLOTS - 1);
    view.setInt32(4 + slot * 4, record, true);
    record += 4 + token.length;
  }
  return file;
}
