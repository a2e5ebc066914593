import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const SOURCES = globSync('src/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** The messages that the page quotes: the first cell of each row, without what stands for names and numbers. */
const quoted = [...readFileSync('docs/troubleshooting.md', 'utf8').matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message),
);

/** A status that any request may end with. */
const isStatus = (message: string) => /^\d{3}$/.test(message);

test('the page quotes messages that the action has', () => {
  expect(quoted.length).toBeGreaterThan(20);
  const pieces = quoted
    .filter((message) => !isStatus(message))
    .flatMap((message) => message.split(/ ?… ?/).filter((piece) => /\w{2}/.test(piece)));
  expect(pieces.filter((piece) => !SOURCES.includes(piece.trim()))).toEqual([]);
});
