/** What is alike is reported as that, and never where case, width or white space mean something. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { relationOf } from '../src/dataset/likeness/comparison.ts';
import { differenceOf } from '../src/dataset/likeness/difference.ts';
import { normalised } from '../src/dataset/likeness/normal-form.ts';
import { NO_LINE, RowBuffer } from '../src/dataset/likeness/packed-rows.ts';
import { findRepeats } from '../src/dataset/likeness/repeats.ts';
import { hashContent, keysOfRow } from '../src/dataset/likeness/row-hash.ts';
import { RowTable } from '../src/dataset/likeness/row-table.ts';
import { SeenKeys, seenBytes } from '../src/dataset/likeness/seen-keys.ts';
import { RangeReader } from '../src/dataset/scan/range-reader.ts';
import { runs } from './support/runs.ts';

/** Texts that say the same, and where they differ. */
const TOLD: readonly (readonly [one: string, other: string, here: string, there: string])[] = [
  ['What is the capital of France?', 'what is the capital of france?', 'What', 'what'],
  ['the capital of France', 'The capital of France', 'the', 'The'],
  ['Hello there. it is late', 'Hello there. It is late', 'it', 'It'],
  ['WHERE IS MY ORDER TODAY?', 'Where is my order today?', 'WHERE', 'Where'],
  ['all  right, then', 'all right, then', 'all  right,', 'all right,'],
  ['all right,\nthen', 'all right, then', 'right,\nthen', 'right, then'],
  ['all\u00a0right', 'all right', 'all\u00a0right', 'all right'],
  ['Ｈｅｌｌｏ you', 'Hello you', 'Ｈｅｌｌｏ', 'Hello'],
  ['ｶﾀｶﾅ を', 'カタカナ を', 'ｶﾀｶﾅ', 'カタカナ'],
  ['cafe\u0301 noir', 'café noir', 'cafe\u0301', 'café'],
  ['the ﬁrst one', 'the first one', 'ﬁrst', 'first'],
  ['何ですか？', '何ですか?', '何ですか？', '何ですか?'],
  ['Tell me about Oslo in 2024', 'tell me about Oslo in 2024', 'Tell', 'tell'],
  ['Well. "it" is', 'Well. "It" is', '"it"', '"It"'],
  ['PLEASE SAY IT', 'Please say it', 'PLEASE', 'Please'],
];

/** Texts that are alike and mean something else. */
const MEANT: readonly (readonly [one: string, other: string])[] = [
  ['Write 5 mW in watts.', 'Write 5 MW in watts.'],
  ['How many kb are 3 MB?', 'How many kB are 3 MB?'],
  ['1 Mb in bytes', '1 MB in bytes'],
  ['Is it 5 Grad?', 'Is it 5 grad?'],
  ['Convert pA to Pa', 'Convert Pa to pA'],
  ['What is K?', 'What is k?'],
  ['Is Co a metal?', 'Is CO a metal?'],
  ['Ask IT for help', 'Ask it for help'],
  ['Solve x² = 9', 'Solve x2 = 9'],
  ['½ of 10?', '1⁄2 of 10?'],
  ['10⁶ grams', '106 grams'],
  ['ten μm wide', 'ten µm wide'],
  ['the ℃ sign', 'the °C sign'],
  ['１２３ is what?', '123 is what?'],
  ['𝐱 is bold', 'x is bold'],
  ['the ™ sign', 'the TM sign'],
  ['sum of 1 000', 'sum of 1  000'],
  ['What does getName do?', 'What does getname do?'],
  ['What does MAX_VALUE hold?', 'What does max_value hold?'],
  ['Open README.md now', 'Open readme.md now'],
  ['cd Src/Main please', 'cd src/main please'],
  ['Explain `List` here', 'Explain `list` here'],
  ['def f(x):\n    return x', 'def f(x):\n  return x'],
  ['if a:\n  b\nc', 'if a:\n  b\n  c'],
  ['SELECT name FROM users', 'select name from users'],
  ['const Total = 1;', 'const total = 1;'],
  ['<B>bold</B>', '<b>bold</b>'],
  ['a\tb', 'a b'],
  ['export HOME=x', 'export home=x'],
  ['Write to Ann@X.org', 'write to ann@x.org'],
  ['The iPhone rings', 'The iphone rings'],
  ['|a | b|', '|a  | b|'],
  ['Use ABcd here', 'Use abcd here'],
  ['Use abcd here', 'Use aBCD here'],
  ['wait … now', 'wait ... now'],
  ['it is IT', 'it is it'],
  ['Well. IT is', 'Well. It is'],
];

describe('the difference of texts that are alike', () => {
  test.each(TOLD)('%j and %j', (one, other, here, there) => {
    expect(normalised(one)).toBe(normalised(other));
    expect(differenceOf(one, other)).toEqual({ here, there });
    expect(differenceOf(other, one)).toEqual({ here: there, there: here });
  });
  test.each(MEANT)('%j is not %j', (one, other) => {
    expect(differenceOf(one, other)).toBeUndefined();
    expect(differenceOf(other, one)).toBeUndefined();
  });
  test('white space around a text is no difference, whatever it holds', () => {
    expect(differenceOf(' 5 mW\n', '5 mW')).toBe('same');
    expect(differenceOf('if (a) {\n}', 'if (a) {\n}\n')).toBe('same');
  });
  test.each([
    ['\n'.repeat(200_000), ''],
    ['-'.repeat(500_000), 'a'],
    ['; '.repeat(200_000), 'a'],
    ["A!' ".repeat(100_000), 'a'],
    ['1- '.repeat(200_000), 'a'],
    ['Word '.repeat(200_000), 'a'],
    ['('.repeat(300_000), 'abcd'],
  ])('hostile texts, for which squared time would be hours: %#', (piece, tail) => {
    expect(differenceOf(`x${piece}${tail}`, `x${piece}${tail}`)).toBe('same');
    differenceOf(`x${piece}${tail}`, `X${piece}${tail.toUpperCase()}`);
  });
});

describe('the rows of a file against each other', () => {
  const PROMPTS = ['Is it late?', 'is it late?', 'Is  it late?', 'What is 5 mW?', 'What is 5 MW?'];
  const ANSWERS = ['Surely', 'surely', ' Surely', 'No', '1 kB', '1 KB', 'Perhaps', 'Who knows', 'Later'];
  type Given = readonly [prompt: string, answer: string];
  const rowOf = ([prompt, answer]: Given) => ({
    format: 'chat' as const,
    row: {
      messages: [
        { role: 'user' as const, content: prompt },
        { role: 'assistant' as const, content: answer },
      ],
    },
  });

  /** What is found of each row, by its line; 0 is the file. */
  async function findings(given: readonly Given[]): Promise<Map<number, string>> {
    const lines = given.map((one) => JSON.stringify(rowOf(one).row));
    const bytes = Buffer.from(lines.join('\n'));
    const buffer = new RowBuffer();
    let offset = 0;
    const seen = new SeenKeys(new ArrayBuffer(seenBytes(1e6)));
    for (const [index, one] of given.entries()) {
      const row = rowOf(one);
      const keys = keysOfRow(row);
      const isSeen = [seen.see(keys.whole, keys.wholeMore), seen.see(~keys.prompt, keys.promptMore)].includes(true);
      // A key may be taken for one that was seen.
      const content = isSeen || index % 3 === 0 ? hashContent(row, false) : undefined;
      // Some lines are hashed, and others are read again to know whether they are copies.
      const digest = createHash('sha256')
        .update(lines[index] ?? '')
        .digest();
      const line = index % 5 === 0 ? NO_LINE : { lineLow: digest.readInt32LE(0), lineHigh: digest.readInt32LE(4) };
      buffer.add(keys, content, line, index + 1, offset, 0);
      offset += Buffer.byteLength(lines[index] ?? '') + 1;
    }
    const rows = new RowTable();
    rows.add(buffer.take(), buffer.takeLines(), 'a', 0, 0);
    const reader = new RangeReader(async (_, from, length) => bytes.subarray(from, from + length));
    const found = new Map<number, string>();
    await findRepeats({ rows, reader, method: 'supervised' }, (rule, row) =>
      found.set(row === undefined ? 0 : rows.place(row).line, rule),
    );
    return found;
  }

  test('each is what it is to some earlier one', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...PROMPTS), fc.constantFrom(...ANSWERS)), { minLength: 2, maxLength: 14 }),
        async (given) => {
          const found = await findings(given);
          const many = new Map<string, Set<string>>();
          for (const [prompt, answer] of given)
            many.set(normalised(prompt), (many.get(normalised(prompt)) ?? new Set()).add(normalised(answer)));
          for (const [index, one] of given.entries()) {
            const relations = given.slice(0, index).map((earlier) => relationOf(rowOf(one), rowOf(earlier))?.is);
            const rule = found.get(index + 1);
            seen.add(rule ?? 'nothing');
            expect([given, index, rule === 'row/duplicate']).toEqual([given, index, relations.includes('same')]);
            if (rule === 'row/near-duplicate') expect(relations).toContain('alike');
            if (rule === 'row/near-contradiction') expect(relations).toContain('alike-contradiction');
            if (rule === 'row/contradiction') expect(relations).toContain('contradiction');
            const isMany = found.has(0) && (many.get(normalised(one[0]))?.size ?? 0) >= 5;
            if (relations.includes('contradiction') && !isMany && !relations.includes('same'))
              expect([given, index, rule]).toEqual([
                given,
                index,
                expect.stringMatching(/^row\/(?:contradiction|near-duplicate)$/),
              ]);
            if (relations.every((relation) => relation === undefined)) expect(rule).toBeUndefined();
          }
          if ([...many.values()].every(({ size }) => size < 5)) expect(found.has(0)).toBe(false);
          const five = given.filter(([prompt]) => prompt === 'Is it late?').map(([, answer]) => normalised(answer));
          if (new Set(five).size >= 5 && given.every(([prompt]) => prompt === 'Is it late?'))
            expect(found.get(0)).toBe('file/many-answers');
          seen.add(found.get(0) ?? 'nothing');
        },
      ),
      { numRuns: runs(1500), seed: 4 },
    );
    expect(seen.size).toBe(6);
  });
});
