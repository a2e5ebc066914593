/** Rows of training data, by builder with overrides, and real files of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const chatRow = (number: number, more: object = {}) => ({
  messages: [
    { role: 'user', content: `What is ${number} and ${number}?` },
    { role: 'assistant', content: `It is ${number + number}.` },
  ],
  ...more,
});
export const completionRow = (number: number) => ({
  prompt: `Count to ${number}:`,
  completion: Array.from({ length: number + 1 }, (_, index) => index).join(' '),
});
export const preferenceRow = (number: number) => ({
  input: { messages: [{ role: 'user', content: `Is ${number} even?` }] },
  preferred_output: [{ role: 'assistant', content: `${number} is ${number % 2 === 0 ? 'even' : 'odd'}.` }],
  non_preferred_output: [{ role: 'assistant', content: `Who knows about ${number}?` }],
});
export const reinforcementRow = (number: number) => ({
  messages: [{ role: 'user', content: `Say ${number}.` }],
  answer: String(number),
});

export const jsonl = (rows: readonly object[]) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
export const many = <Row>(count: number, build: (number: number) => Row): Row[] =>
  Array.from({ length: count }, (_, index) => build(index + 1));

/** Writes a file below a folder and returns its path relative to it. */
export function write(folder: string, name: string, content: string | Uint8Array): string {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
  return name;
}
