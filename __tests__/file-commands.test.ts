/** Values in the files of the runner: what is read of them is what was handed over, and nothing more. */
import { expect, test } from '@jest/globals';
import { fileCommand } from '../src/adapters/file-commands.ts';
import { HOSTILE } from './support/hostile.ts';

/** As the runner reads such a file. */
function read(file: string): Readonly<Record<string, string>> {
  const lines = file.split(/\r?\n/);
  const found: Record<string, string> = {};
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    found[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return found;
}

const ENDS = ['ghadelimiter_0', 'a\nghadelimiter_0\nb<<ghadelimiter_1\nowned\nghadelimiter_1', '', '\n\n', 'x<<y\nz\ny'];

test.each([...HOSTILE, ...ENDS].map((text) => [JSON.stringify(text.slice(0, 40)), text] as const))('%s', (_, text) => {
  const value = text.replaceAll(/\r\n?/g, '\n');
  expect(read(fileCommand('one', value) + fileCommand('two', 'after'))).toEqual({ one: value, two: 'after' });
});
