/** Text in a page: nothing in it acts, and as little of it as possible is written otherwise than it came, so that what is known as a secret is found. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inertLine, markdownText } from '../src/report/text.ts';
import { html } from './support/page.ts';

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (page: string) =>
  page.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => NAMES[name] ?? '');
const elements = (page: string) => [...page.matchAll(/<\/?[a-z][^>]*>/g)].map(([tag]) => tag);

/** Where text stands: its place, and the same place with nothing that could act. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  alone: (text) => text,
  'in a list': (text) => `- ${text}`,
  'in a quote': (text) => `> **Cause:** ${text}`,
  'at the beginning of a quote': (text) => `> ${text}`,
  'below a paragraph': (text) => `word\n${text}`,
  'in a table': (text) => `| a | b |\n| --- | --- |\n| ${text} | x |`,
  'in code': (text) => `<code>${text}</code>`,
  'in a heading': (text) => `## ${text}`,
  'in italics': (text) => `<i>Training: ${text}</i>`,
  'beside another one': (text) => `${text} (${text}) ${text}`,
};
const PARTS = [
  ...'\\`*_{}[]()#+-.!|<>&~$:@/"\'=^%;,? 1aä€',
  ...['__', '**', '~~', '](', '![', '<!--', '-->', 'www.', 'http://', 'https://x.y', 'a@b.co', ':tada:', '1. ', '- ', '> '],
  ...['```', '***', '---', '===', '&amp;', '&#96;', '[^1]', '<b>', '\t', '\n', '$x$', '| - |', ':-:', '#1'],
];

describe.each(Object.entries(PLACES))('text %s', (_, place) => {
  test('stays text, every sign of it', () => {
    const runs = process.env.FAST_LOOP === undefined ? 3000 : 300;
    const usual = elements(html(place('x')));
    const around = plain(html(place('\u0001')));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.join('');
        if (inertLine(text) === '') return;
        const page = html(place(markdownText(text)));
        expect(elements(page)).toEqual(usual);
        expect(plain(page).replace(/\s+/g, ' ').trim()).toBe(
          around
            .replaceAll('\u0001', () => inertLine(text))
            .replace(/\s+/g, ' ')
            .trim(),
        );
      }),
      { numRuns: runs, examples: [[['a', '@', '.', 'https://x.y']]] },
    );
  });
});

test.each([
  'sk-proj-AbC_dE-fG_0123456789',
  'ghp_0123456789abcdefABCDEF',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.a-b_c',
  'abc/def+ghi==',
  'postgres.host/db?x=1',
  'xoxb-1-2-abc',
  'hf_abc.def',
  'v1.2.3-rc+build=7',
])('%s is written as it is', (secret) => {
  expect(markdownText(`the key ${secret} is wrong`)).toBe(`the key ${secret} is wrong`);
  expect(markdownText(secret)).toBe(secret);
});
