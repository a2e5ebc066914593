import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compiledAtOnce, FIRST_CHUNKS, LIST, namedFunctions } from '../scripts/first-functions.ts';

const CODE = `import path from "node:path";
const early = declared(1);
function declared(number) { return number + twice(number); }
function twice(number) { return number < 2 ? number * 2 : twice(number - 1); }
function* counting() { yield 1; yield 2; }
async function waited(given) { return (await given) + early; }
const arrow = (one, other = (() => 1)()) => one + other, quick = async () => waited(1), other = function () { return arrow(1); };
const held = { arrow: (one) => one };
let untouched = () => 0;
class Kept { run() { return declared(3); } }
export default () => path.sep;
export { early, declared, twice, counting, waited, arrow, quick, other, held, untouched, Kept };
`;

const all = new Set([...namedFunctions(CODE)].map(({ name }) => name));

async function loaded(code: string): Promise<Readonly<Record<string, unknown>>> {
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

describe('functions that run first', () => {
  test('are those that have a name in their chunk', () => {
    expect([...all]).toEqual(['declared', 'twice', 'counting', 'waited', 'arrow', 'quick', 'other', 'untouched']);
  });

  test('stand in parentheses, and what was declared is defined before anything runs', () => {
    const [imported, ...lines] = compiledAtOnce(CODE, all).split('\n');
    expect(imported).toBe(
      'import path from "node:path";' +
        'var declared=(function (number) { return number + twice(number); });' +
        'var twice=(function (number) { return number < 2 ? number * 2 : twice(number - 1); });' +
        'var counting=(function* () { yield 1; yield 2; });' +
        'var waited=(async function (given) { return (await given) + early; });',
    );
    expect(lines[0]).toBe('const early = declared(1);');
    expect(lines).toContain('let untouched = (() => 0);');
    expect(lines).toContain('class Kept { run() { return declared(3); } }');
    expect(compiledAtOnce(CODE, new Set(['twice']))).toContain('\nfunction declared(');
    expect(compiledAtOnce(CODE, new Set())).toBe(CODE);
  });

  test('do what they did', async () => {
    const does = async (code: string) => {
      const text = JSON.stringify(
        await loaded(code.replace('import path from "node:path";', 'const path = { sep: "/" };')),
        (_, value: unknown) => (typeof value === 'function' ? `${value.name} takes ${value.length}` : value),
      );
      const { quick, counting, other } = await loaded(
        `${code.replace('import path from "node:path";', 'const path = {};')}`.replace('counting,', 'counted as counting,') +
          'function counted() { return [...counting()].join(); }',
      );
      const run = async (one: unknown) => (typeof one === 'function' ? String(await one()) : undefined);
      return [text, await run(quick), await run(counting), await run(other)];
    };
    const before = await does(CODE);
    expect(before.slice(1)).toEqual(['4', '1,2', '2']);
    expect(await does(compiledAtOnce(CODE, all))).toEqual(before);
  });

  test('are still there, most of them: else npm run first-functions writes their list anew', () => {
    const lines = readFileSync(LIST, 'utf8').trim().split('\n');
    const known = new Set(
      FIRST_CHUNKS.flatMap((chunk) =>
        [...namedFunctions(readFileSync(`dist/${chunk}.js`, 'utf8'))].map(({ name }) => `${chunk} ${name}`),
      ),
    );
    expect(lines.filter((line) => known.has(line)).length / lines.length).toBeGreaterThan(0.8);
  });
});
