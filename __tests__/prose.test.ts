/** Plain modern English, where people read it: no archaic words, no comment that runs out of sight. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name));
const PAGES = ['README.md', 'CONTRIBUTING.md', 'action.yml', ...filesIn('docs', /\.md$/), ...filesIn('examples', /\.ya?ml$/)];
const SOURCES = [...filesIn('src', /\.ts$/), ...filesIn('scripts', /\.(ts|mjs)$/)];

/** What stands here is written otherwise: fix, expensive, carries, reported. The map names them to say so. */
const ARCHAIC = /\b(mend(s|ed|ing)?|dear(er|est)?|bears?|is told|are told|is no (?:JSON|valid))\b/i;

test.each([...PAGES, ...SOURCES])('%s', (file) => {
  const lines = readFileSync(file, 'utf8').split('\n');
  const found = lines.filter((line) => ARCHAIC.test(line) && !line.startsWith('*Fix*, not mend'));
  expect(found).toEqual([]);
});

/** What a reader takes in at a glance. A web address is not broken. */
const WIDEST = 110;

test.each(SOURCES)('%s: its comments', (file) => {
  const lines = readFileSync(file, 'utf8').split('\n');
  const comments = lines.filter((line) => /^\s*(\/\*\*|\*|\/\/) /.test(line) && !line.includes('://'));
  expect(comments.filter((line) => line.length > WIDEST)).toEqual([]);
});
