import { globSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { globbed } from '../src/adapters/globber.ts';
import { MOST_PATTERNS, patternsIn, withoutBraces } from '../src/globs/braces.ts';
import { namesPath, patternsOf } from '../src/globs/pattern.ts';
import { newFolder } from './support/action.ts';
import { write } from './support/rows.ts';

const names = (glob: string, file: string) => patternsOf(glob).some((pattern) => namesPath(pattern, file));

describe('braces stand for patterns', () => {
  test.each<[string, readonly string[]]>([
    ['a', ['a']],
    ['{a,b}c', ['ac', 'bc']],
    ['{a,{b,c}d}{e,}', ['ae', 'a', 'bde', 'bd', 'cde', 'cd']],
    ['x{8..11}', ['x8', 'x9', 'x10', 'x11']],
    ['{08..11..2}', ['08', '10']],
    ['{c..a}', ['c', 'b', 'a']],
    ['{-1..1}', ['-1', '0', '1']],
    ['{a}{}{b', ['{a}{}{b']],
    ['{x{1,2}}', ['{x1}', '{x2}']],
    ['a}{b,c}', ['a}b', 'a}c']],
  ])('%s', (glob, patterns) => {
    expect(withoutBraces(glob)).toEqual(patterns);
    expect(patternsIn(glob)).toBeGreaterThanOrEqual(patterns.length);
  });

  test('as many as are counted beforehand at most', () => {
    expect(patternsIn('{a,b}'.repeat(9))).toBe(512);
    expect(withoutBraces('{a,b}'.repeat(9))).toHaveLength(512);
    for (const glob of ['{1..2000}', '{a,b}'.repeat(10), 'a'.repeat(5000)])
      expect(patternsIn(glob)).toBeGreaterThan(MOST_PATTERNS);
  });
});

describe('a path is named', () => {
  test('as Node names it', () => {
    const letters = ['a', 'b', '.', '*', '?', '[ab]', '[!a]', '**', '/', '{a,b}', '-'];
    // Every pattern of up to four signs that no parenthesis makes another of.
    let patterns: string[] = [''];
    const all: string[] = [];
    for (let length = 1; length <= 4; length += 1) {
      patterns = patterns
        .flatMap((begun) => letters.map((sign) => `${begun}${sign}`))
        .filter((_, at) => length < 4 || at % 7 === 0);
      all.push(...patterns);
    }
    const files = ['a', 'b', 'ab', 'ba', 'a/b', 'a/a/b', 'a/b/a/b', '.a', 'a/.b', 'a.b', 'a-', 'abab', 'aab/bba'];
    const odd = all.filter((glob) => !/^\/|\/\/|\/$|(^|\/)\.{1,2}(\/|$)/.test(glob));
    for (const glob of odd)
      for (const file of files) expect([glob, file, names(glob, file)]).toEqual([glob, file, path.posix.matchesGlob(file, glob)]);
  });

  test.each(['*a'.repeat(100), '*a'.repeat(2000), '**/a'.repeat(1000), '[ab]*'.repeat(800), '?*'.repeat(2000)])(
    'or not, in time that grows with its length: %#',
    (glob) => {
      expect(names(`${glob}*b`, 'a'.repeat(255))).toBe(false);
      expect(names(`${glob}b`, `${'a/'.repeat(500)}a`)).toBe(false);
    },
  );

  test('with letters beyond 16 bits, a set that holds a bracket, a bracket that is none', () => {
    expect(['?', '[😀-😎]', '*'].map((glob) => names(glob, '😃'))).toEqual([true, true, true]);
    expect([names('[]]x', ']x'), names('[a', '[a'), names('[!]]', ']')]).toEqual([true, true, false]);
  });
});

test('the files of a folder are found as Node finds them', async () => {
  const workspace = newFolder();
  for (const file of [
    'a.jsonl',
    'B.jsonl',
    'd/c.jsonl',
    'd/.e/f.jsonl',
    'd/g/h.jsonl',
    '.i/j.jsonl',
    'd/(1).txt',
    'k/l/m/n.jsonl',
  ])
    write(workspace, file, 'x');
  symlinkSync(path.join(workspace, 'd'), path.join(workspace, 'to-d'));
  symlinkSync(path.join(workspace, 'a.jsonl'), path.join(workspace, 'to-a.jsonl'));
  const globs = [
    '*',
    '**',
    '**/*.jsonl',
    '*/*',
    './d/*',
    'd/../*.jsonl',
    '*/.e/*',
    '.i/*',
    'to-d/*',
    'to-*/*',
    'd/**',
    'k/**/n.jsonl',
  ];
  const more = [
    '{d,k}/**/*.jsonl',
    'd\\*.jsonl',
    `${workspace}/*.jsonl`,
    '**/g/*',
    '[!B]*.jsonl',
    '{a,B,none}.jsonl',
    'none/*',
    '*/',
  ];
  for (const glob of [...globs, ...more]) {
    const node = globSync(glob, { cwd: workspace }).filter((file) => statSync(path.resolve(workspace, file)).isFile());
    expect([glob, [...(await globbed(workspace, glob))].sort()]).toEqual([glob, node.sort()]);
  }
});
