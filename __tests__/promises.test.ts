/** docs/promises.md names the tests that prove each promise: every one of them exists. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DEFECTS } from '../scripts/defects/defects.ts';

const page = readFileSync('docs/promises.md', 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (Promise|---) /.test(line));
const PROOF = /`([\w/-]+)`: _(.+?)_(?=;| \|)/g;
const proofs = rows.flatMap((row) => [...row.matchAll(PROOF)].map(([, file = '', name = '']) => [file, name] as const));

const promises = rows.map((row) => row.split(' | ')[0]?.slice(2) ?? '');

describe('the promises', () => {
  test('each is broken by a defect that a test is to see, and no defect breaks another', () => {
    expect(promises.filter((promise) => !DEFECTS.some((defect) => promise.startsWith(defect.promise)))).toEqual([]);
    expect(DEFECTS.filter((defect) => !promises.some((promise) => promise.startsWith(defect.promise)))).toEqual([]);
    expect(DEFECTS.filter(({ cells, proof }) => cells === undefined && proof === undefined)).toEqual([]);
  });

  test('each has a proof', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => row.match(PROOF) === null)).toEqual([]);
  });

  test.each(proofs)('%s: %s', (file, name) => {
    const source = readFileSync(`__tests__/${file}.test.ts`, 'utf8');
    expect([`${name}'`, `${name}"`].some((end) => source.includes(end))).toBe(true);
  });
});
