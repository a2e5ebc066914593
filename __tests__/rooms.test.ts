/** Which room may import from which. New rooms are written into the table; what the table does not say is refused, what is not needed is taken out. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { HOUSE } from './support/house.ts';
import { circles, type House, importsOf, violations } from './support/rooms.ts';

const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const sources = Object.fromEntries(
  names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join('src', name), 'utf8')]),
);

test('every import goes along the arrows, each library has one importer, and there are no circles', () => {
  expect(violations(sources, HOUSE)).toEqual([]);
});

test('no source reads the examples of a rule or of a form, which the bundle has not', () => {
  const reads = (name: string, text: string) =>
    /\.(breaks|keeps)\(\)/.test(text) || (/^dataset\/(scan|foreign)\//.test(name) && /\.examples\b/.test(text));
  expect(Object.entries(sources).flatMap(([name, text]) => (reads(name, text) ? [name] : []))).toEqual([]);
});

describe('what a source imports', () => {
  test.each([
    ["import { a } from './a.ts';", ['value ./a.ts']],
    ["import './a.ts';", ['value ./a.ts']],
    ["import * as a from 'a';", ['value a']],
    ["import a, { type B } from 'a';", ['value a']],
    ["import {\n  type A,\n  b,\n} from './a.ts';", ['value ./a.ts']],
    ["import {\n  type A,\n  type B,\n} from './a.ts';", ['type ./a.ts']],
    ["import type { A } from './a.ts';", ['type ./a.ts']],
    ["import type A from './a.ts';", ['type ./a.ts']],
    ["import type, { a } from './a.ts';", ['value ./a.ts']],
    ["export { a } from './a.ts';", ['value ./a.ts']],
    ["export * from './a.ts';", ['value ./a.ts']],
    ["export type { A } from './a.ts';", ['type ./a.ts']],
    ["const { a } = await import('./a.ts');", ['lazy ./a.ts']],
    ["let a: typeof import('./a.ts');", ['type ./a.ts']],
    ["// import { a } from './a.ts';\n/* import './b.ts'; */", []],
    ["const a = 'http://a'; import { b } from './b.ts';\nimport { c } from './c.ts'; // it's\n", ['value ./c.ts']],
    ["export const a = 'b';\nexport function from(a = './c.ts') {}", []],
    ['import { a } from "./a.ts";\nimport type { B } from \'./b.ts\';', ['value ./a.ts', 'type ./b.ts']],
  ])('%j', (source, wanted) => {
    expect(importsOf(source).map(({ kind, name }) => `${kind} ${name}`)).toEqual(wanted);
  });
});

describe('what is refused', () => {
  const house: House = {
    rooms: { low: [], high: ['low'], top: ['lazy high', 'type low'], 'index.ts': ['lazy top'] },
    entries: ['index.ts'],
    libraries: { lib: 'low/lib.ts', zod: 'any' },
  };
  const fine = {
    'low/lib.ts': "import lib from 'lib';\nimport fs from 'node:fs';",
    'low/type.ts': "import { z } from 'zod';",
    'high/one.ts': "import { a } from '../low/lib.ts';\nimport { b } from './two.ts';",
    'high/two.ts': "import { z } from 'zod';",
    'top/top.ts': "import type { A } from '../low/type.ts';\nconst a = await import('../high/one.ts');",
    'index.ts': "await import('./top/top.ts');",
  };
  test('nothing of what is in order', () => expect(violations(fine, house)).toEqual([]));

  test.each<[string, Readonly<Record<string, string>>, Partial<House>, string[]]>([
    [
      'an arrow that is not in the table',
      { 'low/x.ts': "import '../high/two.ts';" },
      {},
      ['low/x.ts imports high/two.ts: low may not'],
    ],
    [
      'a type against the arrows',
      { 'low/x.ts': "import type { A } from '../high/two.ts';" },
      {},
      ['low/x.ts takes a type from high/two.ts: low may not'],
    ],
    [
      'a value where a type may be',
      { 'top/x.ts': "import { a } from '../low/type.ts';" },
      {},
      ['top/x.ts imports low/type.ts: top may not'],
    ],
    [
      'a lazy value where a type may be',
      { 'top/x.ts': "await import('../low/type.ts');" },
      {},
      ['top/x.ts loads low/type.ts: top may not'],
    ],
    [
      'a value where a lazy one may be',
      { 'top/x.ts': "import '../high/two.ts';" },
      {},
      ['top/x.ts imports high/two.ts: top may not'],
    ],
    ['a file in no room', { 'other/x.ts': '' }, {}, ['other/x.ts is in no room']],
    ['a file that is not there', { 'low/x.ts': "import './y.ts';" }, {}, ['low/x.ts imports low/y.ts, which is no file']],
    [
      'an entry that is imported',
      { 'top/x.ts': "import '../index.ts';" },
      {},
      ['top/x.ts imports the entry index.ts', 'top/x.ts imports index.ts: top may not'],
    ],
    [
      'a second importer of a library',
      { 'high/x.ts': "import 'lib';" },
      {},
      ['lib is imported by high/x.ts: low/lib.ts is its importer'],
    ],
    [
      'a lazy second importer of a library',
      { 'high/x.ts': "await import('lib');" },
      {},
      ['lib is imported by high/x.ts: low/lib.ts is its importer'],
    ],
    [
      'a new library',
      { 'high/x.ts': "import 'left-pad';" },
      {},
      ['left-pad is imported by high/x.ts, and is no library of the table'],
    ],
    [
      'a library that nobody imports',
      {},
      { libraries: { ...house.libraries, yaml: 'low/yaml.ts' } },
      ['yaml is not imported by low/yaml.ts'],
    ],
    ['a circle', { 'low/x.ts': "import './y.ts';", 'low/y.ts': "import './x.ts';" }, {}, ['a circle: low/x.ts, low/y.ts']],
    [
      'a circle of types',
      {
        'low/x.ts': "import type { A } from './y.ts';",
        'low/y.ts': "import type { B } from './z.ts';",
        'low/z.ts': "import type { C } from './x.ts';",
      },
      {},
      ['a circle: low/x.ts, low/y.ts, low/z.ts'],
    ],
    [
      'a circle by a lazy import',
      { 'low/x.ts': "await import('./y.ts');", 'low/y.ts': "import type { A } from './x.ts';" },
      {},
      ['a circle: low/x.ts, low/y.ts'],
    ],
    ['a file that imports itself', { 'low/x.ts': "import './x.ts';" }, {}, ['a circle: low/x.ts']],
    [
      'a circle of rooms',
      { 'low/x.ts': "import type { A } from '../high/two.ts';" },
      { rooms: { ...house.rooms, low: ['type high'] } },
      ['a circle of rooms: high, low'],
    ],
    [
      'an allowance that nobody needs',
      {},
      { rooms: { ...house.rooms, high: ['low', 'type top'] } },
      ['high may import from type top, and does not', 'a circle of rooms: high, top'],
    ],
    [
      'an allowance that is too wide',
      {},
      { rooms: { ...house.rooms, top: ['high', 'type low'] } },
      ['top may import from high, and does not'],
    ],
    ['a room without a file', {}, { rooms: { ...house.rooms, attic: [] } }, ['the room attic has no file']],
  ])('%s', (_, more, other, wanted) => {
    expect(violations({ ...fine, ...more }, { ...house, ...other })).toEqual(wanted);
  });

  test('a room inside a room has its own line', () => {
    const rooms = { ...house.rooms, 'low/deep': [] };
    const deep = { ...fine, 'low/deep/x.ts': "import '../lib.ts';" };
    expect(violations(deep, { ...house, rooms })).toEqual(['low/deep/x.ts imports low/lib.ts: low/deep may not']);
  });

  test('circles that share a file are one', () => {
    const arrows = ['ab', 'ba', 'bc', 'cb', 'cd'].map(([from = '', to = '']) => ({ from, to }));
    expect(circles(arrows)).toEqual([['a', 'b', 'c']]);
  });
});
