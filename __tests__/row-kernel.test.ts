/** The kernel that reads rows, held against what looks at each of them: the one finds what the other finds. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeKernel } from '../scripts/kernel.ts';
import { PLACE, PROMPT, STATE, stateIn, WHOLE, WIDTH, withState } from '../src/dataset/likeness/packed-rows.ts';
import { RowTable } from '../src/dataset/likeness/row-table.ts';
import { seenBytes } from '../src/dataset/likeness/seen-keys.ts';
import { USUAL_PROFILE } from '../src/dataset/profile.ts';
import { examinerOf } from '../src/dataset/scan/examine.ts';
import type { Examined, ExamineSettings } from '../src/dataset/scan/examined.ts';
import { LINE, RowKernel } from '../src/dataset/scan/row-kernel.ts';
import { mayHoldSecret } from '../src/dataset/secrets/credentials.ts';
import { newFolder } from './support/action.ts';
import { chatRow } from './support/rows.ts';
import { runs } from './support/runs.ts';

const wasm = path.join(newFolder(), 'rows.wasm');

// Of the sources as they are, not as they were when dist/ was built.
beforeAll(() => writeKernel(wasm, 'rows.wasm'));

const key = Buffer.from('sixteen letters.');
const settings: ExamineSettings = {
  key,
  method: 'supervised',
  profile: USUAL_PROFILE,
  graderItems: [],
  model: 'gpt-4.1-mini-2025-04-14',
  countTokens: false,
  exactTokensUpTo: 0,
};

interface Both {
  readonly kernel: Examined;
  readonly reference: Examined;
}

/** Chunks, each examined with the kernel and without. */
async function both(chunks: readonly Uint8Array[], given: ExamineSettings = settings): Promise<readonly Both[]> {
  const own = RowKernel.of(readFileSync(wasm), key);
  if (own === undefined) throw new Error('The engine does not run the kernel.');
  const kernel = await examinerOf(given, new ArrayBuffer(seenBytes(1e6)), () => own);
  const reference = await examinerOf(given, new ArrayBuffer(seenBytes(1e6)), () => undefined);
  let position = 0;
  return chunks.map((bytes) => {
    const lines = { bytes, position };
    position += bytes.length;
    return { kernel: kernel.examine(lines), reference: reference.examine(lines) };
  });
}

/** What was examined, without the hashes of lines, which the kernel alone takes. */
function withoutLines({ lineHashes: _, readable, ...examined }: Examined) {
  const rows = readable.slice();
  for (let at = 0; at < rows.length; at += WIDTH) {
    const place = rows[at + PLACE] ?? 0;
    if (stateIn(place) !== STATE.line) continue;
    rows.fill(0, at + WHOLE, at + PROMPT + 1);
    rows[at + PLACE] = withState(place, STATE.keys);
  }
  return { ...examined, rows };
}

/** Compares what both find; @returns how many rows there were */
async function agree(chunks: readonly Uint8Array[], given?: ExamineSettings): Promise<number> {
  const examined = await both(chunks, given);
  expect(examined.map(({ kernel }) => withoutLines(kernel))).toEqual(examined.map(({ reference }) => withoutLines(reference)));
  return examined.reduce((sum, { kernel }) => sum + kernel.rows, 0);
}

/** What the check looks for in a text, and what is near to it. */
const SIGNS = [
  ...['<|', '<', '|', '_', '-', 'I', 'J', 'K', '@', '://', ':\\', 'me@here', 'https://a', 'sk-', 'xai-', 'AKI', 'eyJ', 'Account'],
  ...['glpat-', 'pypi-', 'hf_', 'gho_', 'r8_', 'live_', 'npm_', 'pat_', 'ACCESS_', '-----BEGIN PRIVATE', '--', 'pplx-', 'xoxb-'],
  ...[
    'JQQJ',
    'AccessK',
    'ASI',
    '":',
    '\\',
    '"',
    '\n',
    '\t',
    '\u007f',
    '\u00a0',
    'ä',
    '中文',
    '🙂',
    '\ud800',
    '\u2028',
    '\ufeff',
    '\u3000',
    'か',
  ],
];
const word = fc.oneof(fc.constantFrom(...SIGNS), fc.string({ maxLength: 12 }), fc.constantFrom('word', 'WORD', ' ', '  ', ''));
const content = fc.oneof(
  fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
  fc.array(word, { maxLength: 4 }).map((words) => words.join('')),
  fc.constantFrom(
    '',
    ' ',
    'The same text again, which is longer than a window is.',
    'the SAME  text again, which is longer than a window is. ',
  ),
);
const role = fc.constantFrom('user', 'user', 'assistant', 'assistant', 'system', 'developer', 'use', 'assistants');
const message = fc.oneof(
  { weight: 9, arbitrary: fc.record({ role, content }) },
  { weight: 1, arbitrary: fc.record({ content, role, weight: fc.constantFrom(0, 1) }, { requiredKeys: ['role'] }) },
);
const talk = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(content, content), { minLength: 1, maxLength: 3 }), content)
  .map(([system, turns, first]) => [
    ...(system ? [{ role: 'system', content: first }] : []),
    ...turns.flatMap(([asked, answered]) => [
      { role: 'user', content: asked },
      { content: answered, role: 'assistant' },
    ]),
  ]);
const row = fc.oneof(
  { weight: 6, arbitrary: talk.map((messages) => ({ messages })) },
  { weight: 2, arbitrary: fc.array(message, { maxLength: 4 }).map((messages) => ({ messages })) },
  { weight: 1, arbitrary: fc.record({ messages: talk, tools: fc.constant([]) }) },
  { weight: 1, arbitrary: fc.record({ prompt: content, completion: content }) },
);

/** Ways to write a row; most of them say the same. */
const WRITTEN: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) => line,
  (line) => line.replaceAll('":', '": ').replaceAll(',"', ', "').replaceAll('},{', '}, {'),
  (line) => `${line.replaceAll('{', '{ \t').replaceAll('"}', '"\r }')} \t`,
  (line) => line.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (line) => line.replace(/[a-m]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  (line) => line.replaceAll('o', '\\\\u006f').replaceAll('/', '\\/'),
  (line) => `${line}\r`,
  (line) => `\ufeff${line}`,
  (line) => ` ${line}`,
  (line) => line.replace('"role"', '"role":"user","role"'),
  (line) => line.replace('"messages"', '"messages":[],"messages"'),
  (line) => `${line}}`,
  () => '',
  () => '  ',
  () => '{"messages":[]}',
];
const line = fc.tuple(row, fc.constantFrom(...WRITTEN), fc.boolean()).map(([value, written, twice]) => {
  const text = written(JSON.stringify(value));
  return twice ? `${text}\n${text}` : text;
});
/** Now and then a byte becomes another one, comes or goes. */
const slip = fc.option(
  fc.tuple(fc.nat(1000), fc.constantFrom('"', '\\', '{', '}', ',', ':', '[', ']', 'x', '\0', '\x1f', '\u0080', ''), fc.nat(1)),
  { freq: 5 },
);

describe('the kernel finds what is found without it', () => {
  test('in rows of many kinds, written in many ways, with slips', async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, slip), { minLength: 1, maxLength: 12 }), fc.boolean(), async (lines, ends) => {
        const texts = lines.map(([text, change]) => {
          if (change === null) return text;
          const at = change[0] % (text.length + 1);
          return `${text.slice(0, at)}${change[1]}${text.slice(at + change[2])}`;
        });
        rows += await agree([Buffer.from(`${texts.join('\n')}${ends ? '\n' : ''}`)]);
      }),
      { numRuns: runs(500), seed: 5 },
    );
    expect(rows).toBeGreaterThan(runs(500));
  });

  test('in bytes that are no text', async () => {
    const sound = '{"messages":[{"role":"user","content":"Größe?"},{"role":"assistant","content":"It is 3."}]}\n';
    const bytes = Buffer.from(sound.repeat(3));
    for (let at = 0; at < bytes.length; at += 1) {
      const broken = Buffer.from(bytes);
      broken[at] = 0xc3;
      await agree([broken]);
    }
  });

  test('in chunk after chunk, of any size, and in the last line without an end', async () => {
    const rowOf = (number: number) =>
      JSON.stringify({
        messages: [
          { role: 'user', content: `What is ${'x'.repeat(number % 70)} ${number % 97}?` },
          { role: 'assistant', content: 'It is. '.repeat(number % 40) },
        ],
      });
    const chunk = (from: number, count: number) => Array.from({ length: count }, (_, index) => rowOf(from + index)).join('\n');
    const chunks = [chunk(1, 3000), chunk(1, 1), `${'\n'.repeat(3000)}x`, chunk(7, 20), rowOf(3).slice(0, -1)];
    const long = `{"messages":[{"role":"user","content":"${'long '.repeat(900_000)}"},{"role":"assistant","content":"Yes."}]}`;
    expect(await agree([...chunks, long, chunk(50, 50)].map((text) => Buffer.from(text)))).toBe(3074);
  });

  test('where tokens are counted on a sample', async () => {
    const rows = Array.from({ length: 3000 }, (_, number) =>
      JSON.stringify({
        messages: [
          { role: 'user', content: `What is ${number}?` },
          { role: 'assistant', content: `It is the number ${number}.${number % 9 === 0 ? ' Größe' : ''}` },
        ],
      }),
    );
    const chunks = [rows.slice(0, 1000), rows.slice(1000, 2000), rows.slice(2000)].map((lines) =>
      Buffer.from(`${lines.join('\r\n')}\r\n`),
    );
    await agree(chunks, { ...settings, countTokens: true, exactTokensUpTo: chunks[0]?.length ?? 0 });
  });
});

/** What the kernel knows of a line. */
function stateOf(kernel: RowKernel, text: string): number {
  kernel.take(Buffer.from(text));
  expect(kernel.read()).toBe(1);
  kernel.at(0);
  return kernel.state;
}

function ownKernel(): RowKernel {
  const kernel = RowKernel.of(readFileSync(wasm), key);
  if (kernel === undefined) throw new Error('The engine does not run the kernel.');
  return kernel;
}

test('the signs of credentials are those that are looked for in a text', () => {
  const kernel = ownKernel();
  const letters = [
    ...'hfgsk8rvepmatSxiyloAKQJnIBEGIN_-_-IJK@:/\\. ',
    'BEGIN ',
    '://',
    'sk-',
    'xox',
    'pypi-',
    'AS',
    'ey',
    'Account',
    '@',
    'hf',
    'live',
    '---',
  ];
  const dense = fc.array(fc.constantFrom(...letters), { maxLength: 14 }).map((all) => all.join(''));
  let signs = 0;
  fc.assert(
    fc.property(dense, (text) => {
      const line = JSON.stringify({ messages: [chatRow(1).messages[0], { role: 'assistant', content: `${text}.` }] });
      const state = stateOf(kernel, line);
      expect([text, (state & LINE.secret) !== 0]).toEqual([text, mayHoldSecret(line)]);
      if (mayHoldSecret(line)) signs += 1;
    }),
    { numRuns: runs(10_000), seed: 7 },
  );
  expect(signs).toBeGreaterThan(runs(500));
});

test('keys are the same wherever another character or an escape stands', async () => {
  const lines: string[] = [];
  for (const mark of ['ä', '\u0308', '\\u0308', '\\u00e4', '\\n', '\\\\', '\\"', '  ', 'B'])
    for (const letters of [3, 31, 32, 33, 47, 48, 49, 70])
      for (let at = 0; at <= letters; at += 1) {
        for (const fill of ['abc d', 'aeiou']) {
          const text = `${fill.repeat(14).slice(0, at)}${mark}${fill.repeat(14).slice(0, letters - at)}`;
          lines.push(`{"messages":[{"role":"user","content":"${text}"},{"role":"assistant","content":"${text} "}]}`);
        }
      }
  expect(await agree([Buffer.from([...lines, ...lines].join('\n'))])).toBe(lines.length * 2);
});

test('clean data is not read: all of its rows are recognised, and their keys', () => {
  const kernel = ownKernel();
  const rows = Array.from({ length: 1000 }, (_, number) => ({
    messages: [
      { role: 'user', content: `Say what is the number of "${number}" in C:\\numbers, ½ of it?\n${'A long text. '.repeat(4)}` },
      {
        role: 'assistant',
        content:
          'Not a short text: here is a lot more of it. Größe, – “quoted” 中文 🙂, and then there is some more of it at the end.',
      },
    ],
  }));
  kernel.take(Buffer.from(rows.map((one) => JSON.stringify(one)).join('\n')));
  expect(kernel.read()).toBe(1000);
  const states = rows.map((_, index) => {
    kernel.at(index);
    return kernel.state;
  });
  expect(new Set(states)).toEqual(new Set([LINE.plain | LINE.other]));
});

test('copies are known by the hashes of their lines, those of long rows aside', async () => {
  const rowOf = (number: number, length: number) =>
    `{"messages":[{"role":"user","content":"Which?"},{"role":"assistant","content":"${'x'.repeat(length)} ${number} ${'x'.repeat(40)}"}]}`;
  const lines = [rowOf(1, 40), rowOf(1, 40), rowOf(2, 40), `${rowOf(1, 40)}\r`, rowOf(1, 40), rowOf(3, 2000), rowOf(3, 2000)];
  const table = new RowTable();
  for (const { kernel } of await both([Buffer.from(lines.join('\n')), Buffer.from(`${rowOf(1, 40)}\n${rowOf(9, 40)}`)]))
    table.add(kernel.readable, kernel.lineHashes, 'a', 0, 0);
  const pairs = [
    [1, 0],
    [2, 0],
    [2, 1],
    [3, 1],
    [4, 3],
    [6, 5],
    [7, 0],
    [8, 7],
    [0, 8],
    [7, 4],
  ] as const;
  expect(pairs.map(([row, other]) => table.areSameLines(row, other))).toEqual([
    ...[true, false, false, true, true, undefined, true, false, false, true],
  ]);
});

test('where the engine does not run it, there is none', () => {
  expect(RowKernel.of(Buffer.from('no module'), key)).toBeUndefined();
});
