import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KnownGrader, Method } from '../src/api/requests.ts';
import { parseFormula } from '../src/evaluation/formula.ts';
import type { Grade, Item, Sample } from '../src/evaluation/grade.ts';
import { grade, type OtherGrader, partsOf } from '../src/evaluation/graders.ts';
import { gradeOfReply, questionOf, rangeOf } from '../src/evaluation/model-answers.ts';
import { fill } from '../src/evaluation/templates.ts';

const say = (output_text: string): Sample => ({ output_text });
const check = (operation: string, input = '{{ sample.output_text }}', reference = '{{item.city}}') => ({
  type: 'string_check',
  name: 'check',
  input,
  reference,
  operation,
});
const near = (evaluation_metric: string) => ({
  type: 'text_similarity',
  name: 'near',
  input: '{{sample.output_text}}',
  reference: '{{item.city}}',
  evaluation_metric,
});
const gradeWith = (grader: object, sample: Sample, item: Item, others?: (grader: OtherGrader) => Grade): Grade =>
  grade(partsOf(KnownGrader.parse(grader)), sample, item, others);

describe('templates', () => {
  const sample: Sample = {
    output_text: '{"a":{"b":[1,{"c":"deep"}]},"none":null,"yes":true}',
    output_tools: [{ function: { name: 'look_up', arguments: '{}' } }],
    choices: [{ message: { content: 'x' } }],
  };
  const item = { x: 'plain', n: 4, list: ['p', { q: 'r' }], map: { 'key-1': 'v' }, nothing: null, text: 'abc', $: 'money' };
  test.each([
    ['{{item.x}}', 'plain'],
    ['{{ item.x }} and {{item.x}}', 'plain and plain'],
    ['{{\titem.map.key-1\n}}', 'v'],
    ['{{item.list[0]}}{{item.list[1].q}}{{item.list.0}}', 'prp'],
    ['{{sample.output_tools[0].function.name}}', 'look_up'],
    ['{{sample.choices[0].message.content}}', 'x'],
    ['{{sample.output_json.a.b[1].c}}', 'deep'],
    ['{{sample.output_text}}', sample.output_text],
    ['{{item.$}}', 'money'],
    ['no hole, { one }, {{ and } }', 'no hole, { one }, {{ and } }'],
  ])('%j is %j', (template, text) => {
    expect(fill(template, sample, item)).toEqual({ text, remarks: [] });
  });

  test.each([
    ['{{item.n}}', '4', 'a number'],
    ['{{item.list}}', '["p",{"q":"r"}]', 'a list'],
    ['{{item.map}}', '{"key-1":"v"}', 'a map'],
    ['{{sample.output_json.yes}}', 'true', 'a boolean'],
    ['{{sample.output_json}}', '{"a":{"b":[1,{"c":"deep"}]},"none":null,"yes":true}', 'a map'],
  ])('%s, which is no text, is printed as JSON, and that is said', (template, text, kind) => {
    expect(fill(template, sample, item)).toEqual({ text, remarks: [expect.stringContaining(`is ${kind}, not a text`)] });
  });

  test.each([
    ['{{item.y}}', 'row', 'the row has no y'],
    ['{{item.nothing}}', 'row', 'it is null'],
    ['{{item.nothing.deeper}}', 'row', 'nothing is null'],
    ['{{item.list[2]}}', 'row', 'list has no 2'],
    ['{{item.list.length}}', 'row', 'list is a list'],
    ['{{item.text.length}}', 'row', 'text is a string'],
    ['{{item.constructor}}', 'row', 'the row has no constructor'],
    ['{{item}}', 'row', 'there is only item.NAME'],
    ['{{sample.output_audio}}', 'row', 'sample.output_json'],
    ['{{nothing}}', 'row', 'there is only'],
    ['{{}}', 'row', 'that is no path'],
    ['{{item.a b}}', 'row', 'that is no path'],
    ['{{item.list[x]}}', 'row', 'that is no path'],
    ['{{sample.output_tools[1].function.name}}', 'answer', 'output_tools has no 1'],
    ['{{sample.output_json.b}}', 'answer', 'the JSON of the answer has no b'],
    ['{{sample.output_json.none}}', 'answer', 'it is null'],
  ])('%s cannot be filled, by fault of the %s: %s', (template, fault, words) => {
    expect(fill(template, sample, item)).toEqual({ missing: expect.stringContaining(words), fault });
  });

  test('an answer that is no JSON, or calls no tool, is at fault itself', () => {
    expect(fill('{{sample.output_json.c}}', say('no JSON'), {})).toMatchObject({ fault: 'answer' });
    expect(fill('{{sample.output_tools[0].id}}', say('none'), {})).toMatchObject({ fault: 'answer' });
  });

  test('no template makes it throw, or slow', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '{{', '}}', ' ', 'item', '.', '[', ']', '0', 'x') }),
        (template) => {
          fill(template, sample, item);
        },
      ),
    );
    for (const part of ['{', '{{', '{{ ', '{{item.x', '}}']) fill(part.repeat(200_000), sample, item);
  });
});

describe('text graders', () => {
  test.each([
    ['eq', 'Oslo', 'Oslo', 1],
    ['eq', 'oslo', 'Oslo', 0],
    ['eq', 'Oslo ', 'Oslo', 0],
    ['ne', 'oslo', 'Oslo', 1],
    ['ne', 'Oslo', 'Oslo', 0],
    ['like', 'in Oslo now', 'Oslo', 1],
    ['like', 'Oslo', 'in Oslo now', 0],
    ['like', 'in oslo now', 'Oslo', 0],
    ['like', 'Oslo', 'O%o', 0],
    ['ilike', 'in oslo now', 'OSLO', 1],
    ['ilike', 'in Bergen now', 'OSLO', 0],
  ])('%s: %j against %j is %d', (operation, output, city, score) => {
    expect(gradeWith(check(operation), say(output), { city })).toEqual({ score });
  });

  test('a fault of the row leaves it without a score, a fault of the answer scores the lowest, also for ne', () => {
    const unscored = expect.stringContaining('{{item.city}} cannot be filled');
    expect(gradeWith(check('eq'), say('x'), {})).toEqual({ unscored });
    expect(gradeWith(near('bleu'), say('x'), {})).toEqual({ unscored });
    const json = '{{sample.output_json.city}}';
    const remarks = [expect.stringContaining('the answer is not JSON')];
    expect(gradeWith(check('ne', json), say('x'), { city: 'Oslo' })).toEqual({ score: 0, remarks });
    expect(gradeWith(check('eq', '{{item.city}}', json), say('x'), { city: 'Oslo' })).toEqual({ score: 0, remarks });
    // Both at once: the row decides.
    expect(gradeWith(check('eq', json), say('x'), {})).toEqual({ unscored });
  });

  test('likeness, with what was printed as JSON said once', () => {
    expect(gradeWith(near('fuzzy_match'), say('Olso'), { city: 'Oslo' })).toEqual({ score: 0.75 });
    const twice = { ...near('fuzzy_match'), input: '{{item.city}}' };
    expect(gradeWith(twice, say(''), { city: 12 })).toEqual({ score: 1, remarks: [expect.stringContaining('a number')] });
  });

  test('two texts that are too long to be compared have no score', () => {
    const [a, b] = ['ab'.repeat(100_000), `c${'ba'.repeat(100_000)}c`];
    expect(gradeWith(near('fuzzy_match'), say(a), { city: b })).toEqual({ unscored: expect.stringContaining('too long') });
  });

  test('cosine is refused by name, also as an input', () => {
    const method = { type: 'reinforcement', reinforcement: { grader: near('cosine') } };
    const issues = Method.safeParse(method).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('(cosine compares embeddings')]);
    expect(Method.safeParse({ type: 'reinforcement', reinforcement: { grader: near('bleurt') } }).error?.message).not.toContain(
      'embeddings',
    );
  });

  test('python cannot be computed', () => {
    expect(gradeWith({ type: 'python', name: 'p', source: 'x' }, say('x'), {})).toEqual({
      unscored: 'Grader p of type python cannot be computed here.',
    });
  });
});

describe('several graders', () => {
  const graders = { city: check('ilike'), near: near('fuzzy_match'), far: check('eq', '{{item.none}}') };
  const multi = (calculate_output: string, inner: unknown = graders) => ({
    type: 'multi',
    name: 'm',
    graders: inner,
    calculate_output,
  });

  test('by a formula over those that it names', () => {
    expect(gradeWith(multi('0.5 * city + 0.5 * near'), say('Olso'), { city: 'Oslo' })).toEqual({ score: 0.375 });
  });
  test('as one grader, as a list, and never two of one name', () => {
    expect(gradeWith(multi('check', check('ilike')), say('oslo'), { city: 'Oslo' })).toEqual({ score: 1 });
    expect(gradeWith(multi('check - near', [check('ilike'), near('fuzzy_match')]), say('Oslo'), { city: 'Oslo' })).toEqual({
      score: 0,
    });
    expect(() => partsOf(KnownGrader.parse(multi('check', [check('eq'), check('ne')])))).toThrow('one name');
  });
  test('one without a score leaves the whole without', () => {
    expect(gradeWith(multi('city + far'), say('Oslo'), { city: 'Oslo' })).toEqual({
      unscored: expect.stringMatching(/^Grader far: .*the row has no none/),
    });
  });
  test('remarks say whose they are', () => {
    expect(gradeWith(multi('near'), say('4'), { city: 4 })).toEqual({
      score: 1,
      remarks: [expect.stringMatching(/^Grader near: .*a number/)],
    });
  });
  test('a formula without a value is no score of 0', () => {
    const unscored = 'calculate_output has no value: 1 / 0 has no finite value.';
    expect(gradeWith(multi('city / 0'), say('Oslo'), { city: 'Oslo' })).toEqual({ unscored });
  });
  test('a formula over a name that is no grader is refused', () => {
    expect(() => partsOf(KnownGrader.parse(multi('town')))).toThrow('"town", which is no grader; there are city, near, far');
  });
  test('a formula of numbers alone, and one over a grader that others grade', () => {
    expect(gradeWith(multi('1'), say(''), {})).toEqual({ score: 1 });
    const python = { p: { type: 'python', name: 'p', source: 'x' } };
    expect(gradeWith(multi('2 * p', python), say(''), {}, () => ({ score: 0.25 }))).toEqual({ score: 0.5 });
  });
});

describe('formulas', () => {
  const values = new Map([
    ['a', 2],
    ['b', 3],
    ['max', 7],
  ]);
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['2 ^ -1', 0.5],
    ['+a - -b', 5],
    ['min(a, b) + max(a, b)', 5],
    ['max(a) + max', 9],
    ['abs(-a) / sqrt(4)', 1],
    ['floor(2.7) + ceil(0.2) + exp(0) + log(1)', 4],
    ['1e2 - 8 / 4 / 2', 99],
    ['.5 * a + 1.', 2],
  ])('%s is %d', (formula, value) => {
    expect(parseFormula(formula).evaluate(values)).toEqual({ value });
  });
  test('a long formula has a value, a deep one is refused', () => {
    expect(parseFormula(`0${' + 1'.repeat(20_000)}`).evaluate(values)).toEqual({ value: 20_000 });
    for (const deep of ['('.repeat(100_000), '-'.repeat(100_000), `${'2^'.repeat(100_000)}2`])
      expect(() => parseFormula(deep)).toThrow('nested more than 100 deep');
  });
  test('the names of a formula, each once', () => {
    expect(parseFormula('a + min(a, b) * max').names).toEqual(['a', 'b', 'max']);
  });
  test.each(['1 +', '(1', '1 2', 'process.exit()', 'a; b', 'nothing(1)', '', '*', 'abs(1, 2)', '1e999', ')', 'min(', 'a b'])(
    '%j is no formula',
    (formula) => {
      expect(() => parseFormula(formula)).toThrow('calculate_output');
    },
  );
  test.each([
    ['a / (b - 3)', '2 / 0 has no finite value'],
    ['min(1, a / 0)', '2 / 0'],
    ['0 ^ (1 / 0)', '1 / 0'],
    ['1 / 0 + 1', '1 / 0'],
    ['1 + 1 / 0', '1 / 0'],
    ['sqrt(-1)', 'sqrt(-1) has no finite value'],
    ['log(0)', 'log(0)'],
    ['exp(1000)', 'exp(1000)'],
    ['(-8) ^ .5', '-8 ^ 0.5'],
    ['0 ^ -1', '0 ^ -1'],
    ['c', 'c has no value'],
  ])('%s has no value: %s', (formula, fault) => {
    expect(parseFormula(formula).evaluate(values)).toEqual({ fault: expect.stringContaining(fault) });
  });
  test('every formula is read or refused', () => {
    const piece = fc.constantFrom('a', 'b', '1', '.5', '+', '-', '*', '/', '^', '(', ')', ',', 'min', 'sqrt', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (parts) => {
        try {
          const outcome = parseFormula(parts.join('')).evaluate(values);
          expect('fault' in outcome || Number.isFinite(outcome.value)).toBe(true);
        } catch (error) {
          expect(String(error)).toContain('calculate_output');
        }
      }),
    );
  });
});

describe('graders that ask a model', () => {
  const ask = {
    type: 'score_model',
    name: 'judge',
    model: 'gpt-4.1',
    input: [
      { role: 'system', content: 'Score {{sample.output_text}} against {{item.city}}.' },
      { role: 'user', content: [{ type: 'text', text: '{{sample.output_json.city}}', weight: 1, note: null }] },
    ],
  } as const;
  const judge = (more: object = {}) => {
    const grader = KnownGrader.parse({ ...ask, ...more });
    if (grader.type !== 'score_model' && grader.type !== 'label_model') throw new Error('no model grader');
    return grader;
  };
  const label = judge({ type: 'label_model', labels: ['good', 'poor'], passing_labels: ['good'] });

  test('the question is filled wherever texts stand', () => {
    expect(questionOf(judge(), say('{"city":"Oslo"}'), { city: 'Oslo' })).toEqual({
      messages: [
        { role: 'system', content: 'Score {"city":"Oslo"} against Oslo.' },
        { role: 'user', content: [{ type: 'text', text: 'Oslo', weight: 1, note: null }] },
      ],
    });
  });
  test('what cannot be filled is not asked', () => {
    const ranged = judge({ range: [1, 5] });
    expect(questionOf(ranged, say('no JSON'), { city: 'Oslo' })).toEqual({
      score: 1,
      remarks: [expect.stringContaining('JSON')],
    });
    expect(questionOf(ranged, say('no JSON'), {})).toEqual({ unscored: expect.stringContaining('item.city') });
  });
  test.each([
    ['{"result":0.7,"steps":[]}', { score: 0.7 }],
    ['{"result":9}', { score: 1 }],
    ['{"result":-9}', { score: 0 }],
    ['{"result":"0.7"}', { unscored: 'The model of grader judge answered without a number.' }],
    ['{"result":null}', { unscored: expect.anything() }],
    ['{"result":1e400}', { unscored: 'The model of grader judge answered without a number.' }],
    ['{"result":-1e400}', { unscored: expect.anything() }],
    ['{"result":NaN}', { unscored: expect.anything() }],
    ['{"result":"NaN"}', { unscored: expect.anything() }],
    ['[]', { unscored: expect.anything() }],
    ['seven', { unscored: expect.anything() }],
  ])('a score from %s', (reply, expected) => {
    expect(gradeOfReply(judge(), reply)).toEqual(expected);
  });
  test('a range cuts', () => {
    expect(gradeOfReply(judge({ range: [1, 5] }), '{"result":9}')).toEqual({ score: 5 });
    expect(rangeOf(label)).toEqual([0, 1]);
  });
  test.each([
    ['{"result":"good"}', { score: 1 }],
    ['{"result":"poor"}', { score: 0 }],
    ['{"result":"fair"}', { unscored: 'The model of grader judge answered with none of its labels.' }],
    ['good', { unscored: expect.anything() }],
  ])('a label from %s', (reply, expected) => {
    expect(gradeOfReply(label, reply)).toEqual(expected);
  });
});
