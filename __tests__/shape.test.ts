import { describe, expect, test } from '@jest/globals';
import { preference } from '../src/dataset/formats/preference.ts';
import {
  anything,
  either,
  hasShape,
  listOf,
  objectOf,
  oneOf,
  orNothing,
  placeOf,
  shapeFaults,
  text,
  truth,
  where,
} from '../src/dataset/formats/shape.ts';
import { hashContent } from '../src/dataset/likeness/row-hash.ts';
import { rereadRow } from '../src/dataset/scan/reread.ts';

const pair = objectOf({
  name: text,
  weight: orNothing(oneOf([0, 1], '0 or 1')),
  kept: orNothing(truth),
  said: orNothing(either(text, listOf(text, 'a text or a list of texts'))),
  few: orNothing(where(listOf(anything), (all) => all.length < 2, 'a list of at most one')),
});

const said = (value: unknown) => shapeFaults(pair, value).map(({ path, wanted }) => `${placeOf(path)}: ${wanted}`);

describe('a shape', () => {
  test.each<[value: unknown, faults: readonly string[]]>([
    [{ name: 'x' }, []],
    [{ name: 'x', weight: 1, kept: true, said: ['y'], few: [null], more: 1 }, []],
    [{ name: 'x', weight: null, kept: null, said: null, few: null }, []],
    [null, [': an object']],
    [[], [': an object']],
    ['x', [': an object']],
    [{}, ['name: a text']],
    [{ name: 1, weight: 2, kept: 'yes' }, ['name: a text', 'weight: 0 or 1', 'kept: true or false']],
    [{ name: 'x', said: 3 }, ['said: a text or a list of texts']],
    [{ name: 'x', said: ['y', 3, null] }, ['said[1]: a text', 'said[2]: a text']],
    [{ name: 'x', few: [1, 2] }, ['few: a list of at most one']],
    // What is no list is not also a list that is too long.
    [{ name: 'x', few: 'ab' }, ['few: a list']],
  ])('finds all that is wrong with %j', (value, faults) => {
    expect(said(value)).toEqual(faults);
    expect(hasShape(pair, value)).toBe(faults.length === 0);
  });

  test('notes so much as one can fix, of however much is wrong', () => {
    const all = shapeFaults(
      listOf(text),
      Array.from({ length: 100_000 }, () => 1),
    );
    expect(all).toHaveLength(100);
    expect(all.at(-1)).toEqual({ path: [99], wanted: 'a text' });
  });

  test('says where a row that is read has another one', () => {
    expect(() =>
      preference.read({ input: { messages: [{ role: 'robot' }] }, preferred_output: [], non_preferred_output: 3 }),
    ).toThrow(
      'input.messages[0].role must be one of system, developer, user, assistant, tool, function; ' +
        'preferred_output must be a list of at least one message; non_preferred_output must be a list of messages',
    );
    expect(() => preference.read(null)).toThrow('the row must be an object');
  });
});

describe('rows that say the same are found by one hash', () => {
  const row = (...messages: object[]) => JSON.stringify({ messages: [...messages, { role: 'assistant', content: 'A' }] });
  const hash = (line: string) => {
    const read = rereadRow(line, 'supervised');
    return read === undefined ? undefined : hashContent(read, true);
  };
  const image = { url: 'https://x.y/z.png' };
  const call = { id: '1', type: 'function', function: { name: 'f', arguments: '{}' } };

  test.each([
    ['whatever the order of keys in a part', { type: 'text', text: 'x' }, { text: 'x', type: 'text' }],
    [
      'whatever a part says with null',
      { type: 'image_url', image_url: image },
      { type: 'image_url', image_url: image, text: null, refusal: null },
    ],
  ])('%s', (_, one, other) => {
    const [first, second] = [one, other].map((part) => hash(row({ role: 'user', content: [part] })));
    expect(first).toBeDefined();
    expect(first).toEqual(second);
  });

  test('whatever the order of keys in a call or a tool', () => {
    const { id, type, function: called } = call;
    const other = { type, function: { arguments: called.arguments, name: called.name }, id };
    const [first, second] = [call, other].map((made) =>
      hash(row({ role: 'user', content: 'x' }, { role: 'assistant', tool_calls: [made] })),
    );
    expect(first).toBeDefined();
    expect(first).toEqual(second);
  });
});
