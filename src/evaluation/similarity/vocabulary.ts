/** Words as numbers, equal where the words are but for case, with the stem of each as a number too. */
import { stem } from './stem.ts';

/** Words of a language come again and again. What is kept of earlier texts is dropped beyond so many. */
const MOST = 20_000;

const numbers = new Map<string, number>();
const words: string[] = [];
/** By number, the number of the stem; undefined where nobody asked for it. */
const stems: (number | undefined)[] = [];

/** Makes room where there is none. Numbers from before mean nothing afterwards. */
export function forgetMany(): void {
  if (numbers.size < MOST) return;
  numbers.clear();
  words.length = 0;
  stems.length = 0;
}

/** How many numbers there are. */
export function vocabularySize(): number {
  return words.length;
}

export function numberOf(spelling: string): number {
  const known = numbers.get(spelling);
  if (known !== undefined) return known;
  const word = spelling.toLowerCase();
  const number = numbers.get(word) ?? words.push(word) - 1;
  numbers.set(word, number);
  numbers.set(spelling, number);
  return number;
}

export function stemNumberOf(number: number): number {
  const known = stems[number];
  if (known !== undefined) return known;
  const result = numberOf(stem(words[number] ?? ''));
  stems[number] = result;
  return result;
}
