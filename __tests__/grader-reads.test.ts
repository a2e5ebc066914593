/** What graders read of the rows, by their templates and by their source in Python. */
import { describe, expect, test } from '@jest/globals';
import { itemReads, readsOutputJson, unknownReferences } from '../src/evaluation/grader-reads.ts';

const template = (input: string) => ({ type: 'string_check', name: 'g', input, reference: 'x', operation: 'eq' });
const python = (...lines: readonly string[]) => ({
  type: 'python',
  name: 'p',
  source: ['def grade(sample, item):', ...lines.map((line) => `    ${line}`)].join('\n'),
});

describe('templates', () => {
  test.each([
    ['{{item.answer}}', ['answer']],
    ['{{ item.reference.answer }}', ['reference', 'answer']],
    ['{{item.answers[0].text}}', ['answers', '0', 'text']],
    ['{{item.a-b}} and more', ['a-b']],
  ])('%s', (input, path) => expect(itemReads(template(input))).toEqual([{ path, printed: true }]));
  test.each(['{{sample.output_text}}', '{{item}}', 'item.answer', '{{"item.answer": 1}}', '{{ item. }}'])(
    '%s reads nothing of a row',
    (input) => expect(itemReads(template(input))).toEqual([]),
  );
  test('every place once, of all graders and of the messages to a model', () => {
    const grader = {
      type: 'multi',
      graders: {
        a: template('{{item.a.b}} {{item.a.b}}'),
        b: { type: 'score_model', name: 'b', input: [{ role: 'user', content: [{ type: 'text', text: '{{item.c}}' }] }] },
      },
      calculate_output: 'a + b',
      n: 1,
      none: null,
    };
    expect(itemReads(grader).map(({ path }) => path.join('.'))).toEqual(['a.b', 'c']);
  });
});

describe('Python', () => {
  test.each<readonly [string, readonly object[]]>([
    ['return item["x"] == 1', [{ path: ['x'] }]],
    ["return item['x']['y'] == 1", [{ path: ['x', 'y'] }]],
    ['return item [ \'x\' ][0][ "y" ]', [{ path: ['x', '0', 'y'] }]],
    ['return item.get("x")', [{ path: ['x'], optional: true }]],
    ['return item["a"].get("b")["c"]', [{ path: ['a', 'b'], optional: true }]],
    ['return item["a"].get("b", 0)', [{ path: ['a'] }]],
    ['return item.get("x", "")', []],
    ['return item.get("x") or ""', []],
    ['return item["x"] if "x" in item else 0', []],
    ['# item["x"]', []],
    ['return other_item["x"] + sample["output_text"]', []],
    ['return f"{{item.x}}"', []],
  ])('%s', (line, reads) => expect(itemReads(python(line))).toEqual(reads));
  test('what is caught may be absent', () => {
    expect(itemReads(python('try:', '    return item["x"]', 'except KeyError:', '    return 0'))).toEqual([
      { path: ['x'], optional: true },
    ]);
  });
  test('the row may have another name', () => {
    const source = 'def grade(sample: dict, row: dict) -> float:\n    return float(row["x"])';
    expect(itemReads({ type: 'python', name: 'p', source })).toEqual([{ path: ['x'] }]);
  });
  test('a long source is read at once', () => {
    itemReads(python('item["x"]'.repeat(50_000)));
    itemReads(python(`item${'["x"]'.repeat(50_000)} `));
    itemReads(python(`item${' '.repeat(50_000)}`, `item["${'x'.repeat(50_000)}`));
  });
});

test('names that nothing fills', () => {
  const grader = {
    type: 'multi',
    graders: [
      template('{{items.x}} {{sample.foo}} {{item.x}} {{sample.output_text}} {{ answer }} {{"x": 1}}'),
      template('{{items.x}} {{sample.output_json.x}} {{sample.choices[0].message}}'),
      python('return f"{{nothing}}"'),
    ],
  };
  expect(unknownReferences(grader)).toEqual(['items.x', 'sample.foo', 'answer']);
  expect(unknownReferences(undefined)).toEqual([]);
});

test('who reads the answer as JSON', () => {
  expect(readsOutputJson(template('{{ sample.output_json.x }}'))).toBe(true);
  expect(readsOutputJson(template('{{sample.output_text}}'))).toBe(false);
  expect(readsOutputJson(python('return sample["output_json"]["x"]'))).toBe(true);
  expect(readsOutputJson(python('return sample.get("output_json")'))).toBe(true);
  expect(readsOutputJson(python('return sample["output_text"]'))).toBe(false);
});
