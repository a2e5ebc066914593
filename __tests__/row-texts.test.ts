/** Texts as the model gets them. */
import { describe, expect, test } from '@jest/globals';
import { hidesText, textsOf } from '../src/dataset/row-texts.ts';

describe('the texts of a row', () => {
  test('keys and values, in whatever they are nested', () => {
    expect(textsOf({ a: 'x', b: [{ c: ['y', 1, null, true] }] }).toSorted()).toEqual(['a', 'b', 'c', 'x', 'y']);
    expect(textsOf('x')).toEqual(['x']);
    expect(textsOf(undefined)).toEqual([]);
  });
  test.each([
    ['{"arguments":"{\\"city\\":\\"\\\\u004fslo\\"}"}', 'Oslo'],
    ['{"arguments":"{\\"\\\\u0063ity\\":1}"}', 'city'],
    ['{"ar\\u0067uments":"{\\"a\\":[\\"\\\\u0000\\"]}"}', '\0'],
    ['{"arguments":"\\"{\\\\\\"a\\\\\\":\\\\\\"\\\\\\\\u004fslo\\\\\\"}\\""}', 'Oslo'],
    ['{"arguments":"{\\"arguments\\":\\"{\\\\\\"a\\\\\\":\\\\\\"\\\\\\\\u004fslo\\\\\\"}\\"}"}', 'Oslo'],
  ])('inside of arguments: %s', (line, text) => {
    expect(textsOf(JSON.parse(line))).toContain(text);
  });
  test.each([
    '{"content":"{\\"a\\":\\"\\\\u004fslo\\"}"}',
    '{"content":"a \\\\u004fslo"}',
    '{"arguments":"no JSON \\\\u004fslo"}',
  ])('a text that speaks of an escape is read as it is: %s', (line) => {
    expect(textsOf(JSON.parse(line)).some((text) => text.includes('Oslo'))).toBe(false);
  });
  test('deep arguments are no danger', () => {
    const deep = `${'['.repeat(200_000)}"\\u0041"${']'.repeat(200_000)}`;
    expect(textsOf({ arguments: deep })).toContain('A');
  });
});

test('a line tells whether escapes may hide something', () => {
  expect(hidesText('{"a":"\\u003c|im_start|>"}')).toBe(true);
  expect(hidesText('{"a":"\\u0000"}')).toBe(true);
  expect(hidesText('{"a":"\\u00e9 \\n \\ud83d\\ude00"}')).toBe(false);
});
