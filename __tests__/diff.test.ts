import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffRows } from '../src/dataset/diff.ts';
import { chatRow, completionRow, jsonl, many, preferenceRow } from './support/rows.ts';

const rows = many(20, chatRow);
const lines = (items: readonly object[]) => jsonl(items);
const counts = (before: string, after: string) => {
  const { examples, ...numbers } = diffRows(before, after);
  return numbers;
};
const none = { added: 0, removed: 0, changed: 0, moved: 0, kept: 0 };
const answer = (row: ReturnType<typeof chatRow>, content: string) => ({
  messages: [...row.messages.slice(0, 1), { role: 'assistant', content }],
});

test('a new file, a removed one, an equal one', () => {
  expect(counts('', lines(rows))).toEqual({ ...none, added: 20 });
  expect(counts(lines(rows), '')).toEqual({ ...none, removed: 20 });
  expect(counts(lines(rows), lines(rows))).toEqual({ ...none, kept: 20 });
});

test('spaces, the order of keys, line ends and blank lines change nothing', () => {
  const odd = rows.map(({ messages }) =>
    JSON.stringify({ messages: messages.map(({ role, content }) => ({ content, role })) }, null, 1).replaceAll('\n', ' '),
  );
  expect(counts(lines(rows), `\r\n${odd.join('\r\n\r\n')}`)).toEqual({ ...none, kept: 20 });
});

test('a row put first leaves the others where they are; one that moves is said to move', () => {
  expect(counts(lines(rows), lines([chatRow(99), ...rows]))).toEqual({ ...none, added: 1, kept: 20 });
  expect(counts(lines(rows), lines([...rows.slice(1), ...rows.slice(0, 1)]))).toEqual({ ...none, moved: 1, kept: 19 });
  expect(counts(lines(rows), lines(rows.toReversed()))).toEqual({ ...none, moved: 19, kept: 1 });
});

test('the same question with another answer is a change, with both versions and the line of now', () => {
  const after = rows.with(4, answer(chatRow(5), 'Ten, of course.'));
  const { examples, ...numbers } = diffRows(lines(rows), lines(after));
  expect(numbers).toEqual({ ...none, changed: 1, kept: 19 });
  expect(examples).toEqual([{ before: JSON.stringify(rows[4]), after: JSON.stringify(after[4]), line: 5 }]);
});

test('so is the same answer to another question, in each format', () => {
  expect(counts('{"prompt":"a","completion":"x"}', '{"prompt":"b","completion":"x"}')).toEqual({ ...none, changed: 1 });
  expect(counts(lines([preferenceRow(2)]), lines([{ ...preferenceRow(2), non_preferred_output: [] }]))).toEqual({
    ...none,
    changed: 1,
  });
  expect(
    counts(
      '{"messages":[{"role":"user","content":"q"}],"answer":"1"}',
      '{"messages":[{"role":"user","content":"q"}],"answer":"2"}',
    ),
  ).toEqual({ ...none, changed: 1 });
  expect(counts(lines([completionRow(3)]), lines([completionRow(4)]))).toEqual({ ...none, added: 1, removed: 1 });
});

test('rows that stand several times are counted as often', () => {
  expect(counts(lines([rows[0] ?? {}]), lines(many(3, () => rows[0] ?? {})))).toEqual({ ...none, added: 2, kept: 1 });
});

test('rows that are no JSON, or none of the known forms, are compared as they are', () => {
  expect(counts('{broken\n7\n[1]\n{"x":1}', '{broken\n8\n[1]\n{"x":1}')).toEqual({ ...none, added: 1, removed: 1, kept: 3 });
});

test('whatever the change: each row is told once on each side', () => {
  const row = fc.record({ prompt: fc.constantFrom('a', 'b', 'c'), completion: fc.constantFrom('x', 'y', 'z') });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), (before, after) => {
      const { added, removed, changed, moved, kept } = diffRows(lines(before), lines(after));
      expect([kept + moved + changed + removed, kept + moved + changed + added]).toEqual([before.length, after.length]);
    }),
    { numRuns: 2000, seed: 3 },
  );
});
