import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { get_encoding } from 'tiktoken';
import { modelFacts } from '../src/dataset/tokens/models.ts';
import { loadCounter } from '../src/dataset/vocabularies.ts';

const shared = path.resolve('..', 'shared', 'data');

describe('the shared data', () => {
  test('where a tokenizer is not shipped, o200k_base is within 9 % of others on the shared data, as is said', async () => {
    if (!existsSync(shared)) return console.log('The shared data is not here; the stand-in was not measured.');
    const own = await loadCounter('o200k_base');
    for (const encoding of ['cl100k_base', 'p50k_base', 'r50k_base'] as const) {
      const other = get_encoding(encoding);
      for (const name of readdirSync(shared).filter((file) => file.endsWith('.jsonl'))) {
        const texts = readFileSync(path.join(shared, name), 'utf8').split('\n').flatMap(textsOf);
        const sum = (count: (text: string) => number) => texts.reduce((total, text) => total + count(text), 0);
        const ratio = sum(own.count) / sum((text) => other.encode_ordinary(text).length);
        expect([encoding, name, Math.abs(ratio - 1) <= 0.1]).toEqual([encoding, name, true]);
      }
      other.free();
    }
  });
});

/** All texts of content in a line of JSON. */
function textsOf(line: string): string[] {
  const inside = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([name, inner]) =>
          name === 'content' && typeof inner === 'string' ? [inner] : inside(inner),
        );
  return line === '' ? [] : inside(JSON.parse(line));
}

test.each([
  ['gpt-4.1-mini-2025-04-14', 'o200k_base', 65_536, true],
  ['gpt-4o-2024-08-06', 'o200k_base', 65_536, true],
  ['ft:gpt-4o-mini-2024-07-18:org:suffix:id', 'o200k_base', 65_536, true],
  ['gpt-4.1-2025-04-14.ft-0123abcd', 'o200k_base', 65_536, true],
  ['o4-mini-2025-04-16', 'o200k_base', undefined, false],
  ['openai/gpt-oss-20b', 'o200k_base', undefined, false],
  ['gpt-3.5-turbo-0125', 'cl100k_base', 16_385, true],
  ['gpt-35-turbo-0613', 'cl100k_base', 16_385, true],
  ['gpt-4-0613', 'cl100k_base', 8192, true],
  ['babbage-002', 'cl100k_base', undefined, true],
  ['meta-llama/Llama-3.1-8B', undefined, undefined, false],
  ['ft:', undefined, undefined, false],
])('%s: %s, %s, bills known: %s', (model, encoding, rowLimit, billed) => {
  expect(modelFacts(model)).toEqual({ encoding, rowLimit, billed });
});
