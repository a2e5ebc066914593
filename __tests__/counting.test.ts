/** What counts how many tokens: the rules one by one, and all of them held against bills. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Message } from '../src/dataset/formats/messages.ts';
import { declarationPart, declarations } from '../src/dataset/tokens/declarations.ts';
import { bitOf, type Estimated, estimatedParts } from '../src/dataset/tokens/grades.ts';
import { pictureRule } from '../src/dataset/tokens/pictures.ts';
import { chatTokens, completionTokens, preferenceTokens, reinforcementTokens } from '../src/dataset/tokens/row-tokens.ts';
import type { TokenRules } from '../src/dataset/tokens/token-rules.ts';
import { ToolTokens } from '../src/dataset/tokens/tool-tokens.ts';
import { type Encoding, loadCounter } from '../src/dataset/vocabularies.ts';

const shared = path.resolve('..', 'shared');

async function rulesOf(encoding: Encoding, changed: Partial<TokenRules> = {}): Promise<TokenRules> {
  const { count } = await loadCounter(encoding);
  const pictures = pictureRule('gpt-4o-2024-08-06');
  return {
    tokenizer: encoding,
    count,
    role: count,
    tools: new ToolTokens(count),
    pictures,
    picturesAsText: false,
    billed: true,
    ...changed,
  };
}

/** The rows of a shared file; undefined where it is not here. */
function rowsOf(file: string) {
  const from = path.join(shared, file);
  if (!existsSync(from)) return console.log(`${file} is not here; it was not counted.`);
  return readFileSync(from, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('bills of real jobs', () => {
  // Public notebooks that print trained_tokens beside the file that was trained: epochs, trained_tokens, rows, messages, tokens of roles and contents.
  test.each([
    [3, 955_854, 2170, 6510, 296_918],
    [3, 931_974, 2178, 6534, 288_878],
    [3, 924_984, 2190, 6570, 286_428],
    [3, 731_553, 1700, 5100, 226_851],
    [3, 883_272, 2100, 6300, 273_424],
    [3, 865_029, 1932, 5796, 269_023],
    [3, 730_995, 1972, 5916, 223_945],
    [3, 931_356, 2152, 6456, 288_932],
    [3, 565_647, 1262, 3786, 175_929],
    [3, 877_932, 2072, 6216, 271_924],
    [1, 376_193, 525, 1575, 370_943],
    [10, 6850, 10, 30, 585],
    [3, 100_944, 104, 313, 32_605],
    [3, 28_350, 60, 180, 8850],
    [9, 22_131, 11, 35, 2343],
  ])('%i epochs: %i tokens', async (epochs, billed, rows, messages, text) => {
    // Rows with so many messages whose texts have as many tokens as their number says.
    const rules = await rulesOf('o200k_base', { count: Number, role: () => 0 });
    let [left, leftText, sum] = [messages, text, 0];
    for (let row = rows; row > 0; row -= 1) {
      const own = Math.round(left / row);
      const tokens = row === 1 ? leftText : Math.floor(leftText / row);
      const first: Message = { role: 'user', content: String(tokens) };
      const others = Array.from({ length: own - 1 }, (): Message => ({ role: 'assistant', content: '0' }));
      const counted = chatTokens({ messages: [first, ...others] }, rules);
      expect(counted).toMatchObject({ low: counted.total, high: counted.total, estimated: 0 });
      [left, leftText, sum] = [left - own, leftText - tokens, sum + counted.total];
    }
    expect([left, leftText, sum * epochs]).toEqual([0, 0, billed]);
  });

  test('the drone job of the cookbook: 103 rows with tools', async () => {
    const rows = rowsOf('data/drone-tools.train.jsonl');
    if (rows === undefined) return;
    const rules = await rulesOf('cl100k_base');
    const counted = rows.map((row) => chatTokens(row, rules));
    const sum = (of: 'total' | 'low' | 'high') => counted.reduce((total, row) => total + row[of], 0) * 3;
    expect(Math.abs(sum('total') / 145_983 - 1)).toBeLessThan(0.01);
    expect(sum('low')).toBeLessThan(145_983);
    expect(sum('high')).toBeGreaterThan(145_983);
    expect(counted.every(({ estimated }) => estimated === bitOf('tools'))).toBe(true);
  });

  test('the shared cases of tokens', async () => {
    const rules = await rulesOf('o200k_base');
    const sums = (file: string) =>
      rowsOf(`cases/data/${file}`)
        ?.map((row) => chatTokens(row, rules))
        .reduce((sum, row) => ({
          ...row,
          total: sum.total + row.total,
          low: sum.low + row.low,
          high: sum.high + row.high,
          estimated: sum.estimated | row.estimated,
        }));
    const [plain, tools, images] = [
      sums('01-tokens-per-row.jsonl'),
      sums('02-tokens-tools.jsonl'),
      sums('03-tokens-images.jsonl'),
    ];
    if (plain === undefined || tools === undefined || images === undefined) return;
    expect(plain).toMatchObject({ total: 211, low: 211, high: 211, estimated: 0 });
    expect(Math.abs(tools.total / 1440 - 1)).toBeLessThan(0.02);
    expect([tools.low < 1440, tools.high > 1440, tools.estimated]).toEqual([true, true, bitOf('tools')]);
    expect(Math.abs((images.total * 3) / 28_000 - 1)).toBeLessThan(0.02);
    expect(images.high * 3).toBeGreaterThan(12 * 3 * 1445);
  });
});

const tool = (name: string, properties: object, more: object = {}) => ({
  type: 'function',
  function: { name, parameters: { type: 'object', properties, ...more } },
});
const defined = (properties: object, more: object = {}) => declarations([tool('run', properties, more).function]);
/** The properties of one function, as they are declared. */
const declared = (properties: object, more: object = {}) => defined(properties, more).split('\n').slice(3, -3);

describe('tools as TypeScript', () => {
  test('functions with and without descriptions and parameters', () => {
    const where = { type: 'string', description: 'A city.\nWithout its country.' };
    const weather = {
      name: 'weather',
      description: 'What it is like.',
      parameters: { properties: { where }, required: ['where'] },
    };
    expect(declarations([weather, { name: 'now' }, { name: 'stop', parameters: { type: 'object', properties: {} } }])).toBe(
      `namespace functions {

// What it is like.
type weather = (_: {
// A city.
// Without its country.
where: string,
}) => any;

type now = () => any;

type stop = () => any;

} // namespace functions`,
    );
  });

  test.each([
    [
      'texts, numbers, truth and nothing',
      { a: { type: 'string' }, b: { type: 'integer' }, c: { type: 'number' }, d: { type: 'boolean' }, e: { type: 'null' } },
      ['a?: string,', 'b?: number,', 'c?: number,', 'd?: boolean,', 'e?: null,'],
    ],
    [
      'what is chosen from',
      { a: { type: 'string', enum: ['x', 'y'] }, b: { enum: [1, null] }, c: { const: 'z' } },
      ['a?: "x" | "y",', 'b?: 1 | null,', 'c?: "z",'],
    ],
    [
      'lists',
      { a: { type: 'array', items: { type: 'string' } }, b: { type: 'array' }, c: { type: 'array', items: { enum: [1, 2] } } },
      ['a?: string[],', 'b?: any[],', 'c?: (1 | 2)[],'],
    ],
    [
      'objects in objects, whose descriptions are not shown',
      {
        a: {
          type: 'object',
          required: ['b'],
          properties: { b: { type: 'object', properties: { c: { description: 'no', type: 'string' } } } },
        },
      },
      ['a?: {', '  b: {', '    c?: string,', '},', '},'],
    ],
    ['an object of anything', { a: { type: 'object' } }, ['a?: {},']],
    ['properties without a type', { a: { properties: { b: {} } } }, ['a?: {', '  b?: any,', '},']],
    [
      'one of several',
      {
        a: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        b: { oneOf: [{ type: 'number' }] },
        c: { allOf: [{ type: 'boolean' }] },
        d: { type: ['string', 'null'] },
      },
      ['a?: string | null,', 'b?: number,', 'c?: boolean,', 'd?: string | null,'],
    ],
    [
      'what is no schema',
      { a: true, b: { type: 'colour' }, c: { $ref: '#/x' }, d: { enum: [] }, e: { anyOf: [] } },
      ['a?: any,', 'b?: any,', 'c?: any,', 'd?: any,', 'e?: any,'],
    ],
  ])('%s', (_name, properties, lines) => {
    expect(declared(properties)).toEqual(lines);
  });

  test('descriptions of everything, where they are asked for', () => {
    const inner = { type: 'object', properties: { b: { type: 'string', description: 'Inner.' } } };
    const part = declarationPart({ name: 'run', parameters: { properties: { a: inner } } }, false, { everyDescription: true });
    expect(part).toBe(';\n\ntype run = (_: {\na?: {\n  // Inner.\n  b?: string,\n},\n}) => any');
  });

  test('what is no definition, and types without end', () => {
    expect(declarations(['x', null])).toContain('type undefined = () => any;');
    let deep: object = { type: 'string' };
    for (let level = 0; level < 5000; level += 1) deep = { type: 'array', items: deep };
    expect(declared({ a: deep })).toEqual([expect.stringMatching(/^a\?: any(\[\]){32},$/)]);
  });

  test.each(['o200k_base', 'cl100k_base'] as const)('the parts count what the whole text counts (%s)', async (encoding) => {
    const { count } = await loadCounter(encoding);
    const tools = [
      tool('one', {}),
      { type: 'function', function: { name: 'two', description: 'Two. ' } },
      { type: 'function', function: { name: 'three', description: '/// and\n\n\n', parameters: { properties: { '\n': {} } } } },
      tool('four', { a: { type: 'string', description: '\n' } }),
    ];
    for (const some of [tools, tools.toReversed(), tools.slice(1)]) {
      const whole = declarations(some.map((one) => one.function));
      expect(new ToolTokens(count).count(some).tokens).toBe(count(whole));
    }
  });

  test('a definition is counted once, and the interval holds the descriptions inside', async () => {
    const { count } = await loadCounter('o200k_base');
    const counted: string[] = [];
    const tokens = new ToolTokens((text) => {
      counted.push(text);
      return count(text);
    });
    const nested = tool('b', { c: { type: 'object', properties: { d: { type: 'string', description: 'Deep inside.' } } } });
    const first = tokens.count([tool('a', {}), nested]);
    const before = counted.length;
    expect(tokens.count([tool('a', {}), nested])).toEqual(first);
    expect(counted.length).toBe(before);
    expect(first.low).toBeCloseTo(first.tokens * 0.95);
    expect(first.high).toBeGreaterThan((first.tokens + 3) * 1.05);
    // The function alone, as in the deprecated form, counts the same.
    expect(tokens.count([{ name: 'a', parameters: {} }]).tokens).toBe(tokens.count([tool('a', {})]).tokens);
    // What is too long to be remembered, and more than is remembered, counts all the same.
    const long = tool('long', { a: { type: 'string', description: 'word '.repeat(14_000) } });
    expect(tokens.count([long]).tokens).toBe(tokens.count([long]).tokens);
    for (let one = 0; one < 50; one += 1)
      tokens.count([tool(`t${one}`, { a: { type: 'string', description: 'w '.repeat(30_000) } })]);
    expect(tokens.count([tool('a', {}), nested])).toEqual(first);
  });
});

const HELLO: Message = { role: 'user', content: 'Hello' };
const YES: Message = { role: 'assistant', content: 'Yes' };
const GOOD_MORNING: Message = { role: 'assistant', content: 'Good morning' };

describe('messages', () => {
  /** What an answer counts more than a plain one, at least and at most, and what is estimated in it. */
  async function more(extra: object, changed: Partial<TokenRules> = {}) {
    const rules = await rulesOf('o200k_base', changed);
    const plain = chatTokens({ messages: [HELLO, YES] }, rules);
    const counted = chatTokens({ messages: [HELLO, { ...YES, ...extra }] }, rules);
    const [tokens, low, high] = [counted.total - plain.total, counted.low - plain.low, counted.high - plain.high];
    return { tokens, low, high, estimated: counted.estimated };
  }
  const estimated = (...names: Estimated[]) => names.reduce((bits, name) => bits | bitOf(name), 0);

  test('3 for a message, its role and its content, and 1 for the row', async () => {
    const rules = await rulesOf('o200k_base');
    // "Hello" and "Yes" are a token each, and so are the roles.
    expect(chatTokens({ messages: [HELLO, YES] }, rules)).toEqual({ total: 11, low: 11, high: 11, trained: 5, estimated: 0 });
    expect(chatTokens({ messages: [HELLO, { ...YES, weight: 0 }] }, rules)).toMatchObject({ total: 11, trained: 0 });
    expect(await more({ content: null })).toEqual({ tokens: -1, low: -1, high: -1, estimated: 0 });
    expect(await more({ content: undefined, name: null, refusal: '', tool_calls: null })).toMatchObject({
      tokens: -1,
      estimated: 0,
    });
  });

  test.each<[string, object, [number, number, number], Estimated]>([
    ['a name: 1 and its tokens', { name: 'Bot' }, [2, 1, 3], 'names'],
    ['a refusal: nothing to all of it', { refusal: 'No' }, [1, 0, 4], 'refusals'],
    [
      'a call: name and arguments',
      { tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'get', arguments: '{}' } }] },
      [2, 1.9, 2.1],
      'tools',
    ],
    ['a call in the deprecated form: 3 more', { function_call: { name: 'get', arguments: '{}' } }, [5, 2, 6], 'functions'],
    ['text in parts', { content: [{ type: 'text', text: 'Yes' }] }, [0, 0, 0], 'parts'],
    [
      'text in two parts',
      {
        content: [
          { type: 'text', text: 'Yes' },
          { type: 'text', text: 'Yes' },
        ],
      },
      [1, 1, 2],
      'parts',
    ],
    ['an answer by a tool', { role: 'tool', tool_call_id: 'Yes' }, [0, -1, 2], 'answers'],
    ['a developer', { role: 'developer' }, [0, -1, 1], 'answers'],
    ['a message by a function: its name less 1', { role: 'function', name: 'get' }, [0, -1, 1], 'functions'],
    ['a message by a function without a name', { role: 'function' }, [0, -1, 1], 'functions'],
  ])('%s', async (_name, extra, [tokens, low, high], rule) => {
    const counted = await more(extra);
    expect(counted).toMatchObject({ tokens, estimated: estimated(rule) });
    expect([counted.low, counted.high]).toEqual([expect.closeTo(low), expect.closeTo(high)]);
  });

  test('parts of every kind', async () => {
    const image = { type: 'image_url', image_url: { url: 'https://x.example/a.png' } };
    expect(await more({ content: [image] })).toEqual({
      tokens: 764,
      low: 84,
      high: 1444,
      estimated: estimated('parts', 'remote-pictures'),
    });
    expect(await more({ content: [{ ...image, image_url: { ...image.image_url, detail: 'low' } }] })).toMatchObject({
      tokens: 84,
      high: 84,
      estimated: estimated('parts', 'pictures'),
    });
    // An address as text is an error elsewhere; it counts all the same, and so does none.
    expect(await more({ content: [{ type: 'image_url', image_url: 'https://x.example' }] })).toMatchObject({ high: 1444 });
    expect(await more({ content: [{ type: 'image_url' }] })).toMatchObject({ high: 1444 });
    expect(await more({ content: [{ type: 'refusal', refusal: 'No' }] })).toMatchObject({
      tokens: 0,
      estimated: estimated('parts', 'refusals'),
    });
    const sound = { type: 'input_audio', input_audio: { data: 'A'.repeat(64_000) } };
    expect(await more({ content: [sound] })).toEqual({ tokens: 9, low: 9, high: 120, estimated: estimated('parts', 'audio') });
    expect(await more({ content: [{ type: 'input_audio' }] })).toMatchObject({
      tokens: -1,
      estimated: estimated('parts', 'audio'),
    });
    const unknown = await more({ content: [image] }, { pictures: pictureRule('a-model') });
    expect(unknown).toEqual({ tokens: 764, low: 3, high: 16_383, estimated: estimated('parts', 'unknown-pictures') });
  });

  test('where embedded pictures seem to be billed as text, they count at most as that', async () => {
    const content = [{ type: 'image_url', image_url: { url: `data:image/jpeg;base64,${'A'.repeat(32_000)}` } }];
    const counted = await more({ content }, { picturesAsText: true });
    expect(counted).toMatchObject({ low: 84, estimated: estimated('parts', 'pictures-as-text') });
    // Rows with a JPEG of 24 kB were billed 21,581 tokens.
    expect([counted.tokens > 20_000, counted.high < 27_000]).toEqual([true, true]);
    const remote = [{ type: 'image_url', image_url: { url: 'https://x.example/a.png' } }];
    expect(await more({ content: remote }, { picturesAsText: true })).toMatchObject({ high: 1444 });
  });
});

describe('rows', () => {
  test('tools, in either form, none, and a model of another family', async () => {
    const rules = await rulesOf('o200k_base');
    const messages = [HELLO, YES];
    const total = (more: object, changed = rules) => chatTokens({ messages, ...more }, changed);
    expect(total({ tools: [], functions: null })).toEqual(total({}));
    const tools = total({ tools: [tool('get', {})] });
    expect(tools).toMatchObject({ total: 11 + 14, estimated: bitOf('tools') });
    expect(total({ functions: [{ name: 'get' }] })).toMatchObject({ total: tools.total, estimated: bitOf('functions') });
    expect(total({}, { ...rules, billed: false })).toMatchObject({
      total: 11,
      low: 11,
      high: 85,
      estimated: bitOf('conversation'),
    });
  });

  test('the other formats are assumed', async () => {
    const rules = await rulesOf('o200k_base');
    expect(completionTokens({ prompt: 'Hello', completion: 'Good morning' }, rules)).toEqual({
      total: 3,
      low: 3,
      high: 5,
      trained: 2,
      estimated: bitOf('completion'),
    });
    const row = {
      input: { messages: [HELLO] },
      preferred_output: [YES],
      non_preferred_output: [GOOD_MORNING],
    };
    // (3 + 1 + 1) + 1, and (3 + 1 + 1) + (3 + 1 + 2); at most the input twice.
    expect(preferenceTokens(row, rules)).toEqual({ total: 17, low: 17, high: 23, trained: 11, estimated: bitOf('preference') });
    expect(reinforcementTokens({ messages: [HELLO] }, rules)).toEqual({
      total: 6,
      low: 6,
      high: 6,
      trained: 0,
      estimated: bitOf('reinforcement'),
    });
  });

  test('what is estimated is said, by its grade', () => {
    expect(estimatedParts(0)).toBe('');
    expect(estimatedParts(bitOf('tools') | bitOf('refusals') | bitOf('names'))).toBe(
      'estimated: definitions and calls of tools (±5 %), names of speakers; assumed: refusals',
    );
    expect(estimatedParts(bitOf('completion'))).toMatch(/^assumed: rows of prompt/);
  });
});
