/**
 * Numbers to find a row's like by. Two kinds of them, because most rows have none, and to know that should
 * cost little: keys of a few characters at the beginnings and ends of its last messages; and, only where such
 * a key was seen before, the hash of all that the row says, after normalisation (NFKC, lower case, runs of
 * white space as one space), because that is how copies of a row differ. A hash only suspects; rows that meet
 * in one are read again and compared.
 */
import type { Said } from '../formats/format.ts';
import { type Row, saidBy } from '../formats/formats.ts';
import type { Message } from '../formats/messages.ts';
import { normalised } from './difference.ts';
import type { ContentHash } from './row-table.ts';

/** ASCII folded: letters small, white space as a space. */
const FOLD: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  /\s/.test(String.fromCharCode(code)) ? 0x20 : String.fromCharCode(code).toLowerCase().charCodeAt(0),
);
const SPACE = 0x20;
const SEED = 0x811c9dc5;

function fold(code: number): number {
  if (code < 128) return FOLD[code] ?? 0;
  return code === 0x85 || code === 0x2028 || code === 0x2029 || code === 0x1680 || code === 0xfeff ? SPACE : code;
}

/**
 * Mixes a text into a hash of 32 bits: its folded characters, a run of white space as one, none at its ends.
 * `ascii`: it is known to have no other characters.
 */
function hashText(seed: number, given: string, ascii: boolean): number {
  const text = ascii ? given : given.normalize('NFKC').toLowerCase();
  let hash = seed;
  let begun = false;
  let space = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = fold(text.charCodeAt(index));
    if (code === SPACE) {
      space = begun;
      continue;
    }
    begun = true;
    if (space) hash = Math.imul(hash ^ SPACE, 0x01000193);
    space = false;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  // Ends the text, so that what follows is not taken for its rest.
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}

/** Content as a text to compare by: two images are two contents. */
export function contentKey(content: Message['content']): string {
  if (typeof content === 'string') return content;
  return content === null || content === undefined ? '' : JSON.stringify(content);
}

/** What a message says beside its content; empty for a plain one. */
export function besides({ tool_calls, function_call, refusal, name, weight }: Message): string {
  const said = [tool_calls, function_call, refusal, name, weight === 0 ? 0 : undefined];
  return said.every((one) => one === undefined || one === null) ? '' : JSON.stringify(said);
}

function hashMessage(seed: number, message: Message, ascii: boolean): number {
  const said = hashText(hashText(seed, message.role, true), contentKey(message.content), ascii);
  const more = besides(message);
  return more === '' ? said : hashText(said, more, ascii);
}

/**
 * What a row says, laid out so that rows with one prompt and another answer contradict each other; without a
 * prompt nothing contradicts.
 */
export function comparable(row: Row): Said<Message> {
  const said = saidBy(row);
  if (said.contradictedBy === 'answer') return said;
  if (said.contradictedBy === 'nothing') return { ...said, asked: 0 };
  // Answers without their order are what is asked; which of them is wanted is the answer.
  const question = said.messages.slice(0, said.asked);
  const answers = said.messages.slice(said.asked);
  const sorted = answers.toSorted((left, right) => (contentKey(left.content) < contentKey(right.content) ? -1 : 1));
  return { ...said, messages: [...question, ...sorted, ...answers.slice(0, 1)], asked: said.messages.length };
}

/** The hash of all that a row says. `ascii`: its line is known to have no other characters. */
export function hashContent(row: Row, ascii: boolean): ContentHash {
  const { messages, asked, given } = comparable(row);
  let hash = given === undefined ? SEED : hashText(SEED, JSON.stringify(given), ascii);
  let prompt = hash;
  for (const [index, message] of messages.entries()) {
    hash = hashMessage(hash, message, ascii);
    if (index < asked) prompt = hash;
  }
  // 0 is kept for what was not hashed.
  return { whole: hash || 1, prompt: asked === 0 ? 0 : prompt || 1 };
}

/** So many characters at each end of a text, white space left out, are its key. */
const WINDOW = 8;
/** Where non-ASCII ones are among them, so much of the text is normalised to find them. */
const REACH = 48;

/**
 * Mixes up to WINDOW characters of a text, from its beginning or from its end, into a number.
 * @returns undefined when there is a character among them, or right after them, that is not of ASCII: it may
 *   be another one after normalisation
 */
function mixWindow(seed: number, text: string, fromEnd: boolean): number | undefined {
  let key = seed;
  const { length } = text;
  let taken = 0;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(fromEnd ? length - 1 - index : index);
    if (code > 127) return undefined;
    if (taken === WINDOW) break;
    const folded = FOLD[code] ?? 0;
    if (folded === SPACE) continue;
    taken += 1;
    key = Math.imul(key ^ folded, 0x01000193);
  }
  return key ^ (key >>> 15);
}

/** The same for any text: an end of it is normalised, and where that is not enough, all of it. */
function mixNormalised(seed: number, text: string, fromEnd: boolean): number {
  const end = fromEnd ? text.trimEnd().slice(-REACH) : text.trimStart().slice(0, REACH);
  const normal = end.normalize('NFKC').toLowerCase();
  let key = seed;
  let taken = 0;
  for (let index = 0; index < normal.length && taken < WINDOW; index += 1) {
    const code = fold(normal.charCodeAt(fromEnd ? normal.length - 1 - index : index));
    if (code === SPACE) continue;
    taken += 1;
    key = Math.imul(key ^ code, 0x01000193);
  }
  if (taken < WINDOW && end.length < text.length) return mixNormalised(seed, normalised(text).replaceAll(' ', ''), fromEnd);
  return key ^ (key >>> 15);
}

function mixText(seed: number, text: string): number {
  const begun = mixWindow(seed, text, false) ?? mixNormalised(seed, text, false);
  return mixWindow(begun, text, true) ?? mixNormalised(begun, text, true);
}

/**
 * The last message of some, and how many there are: what rows that say the same must have in common, and
 * others seldom have.
 */
function mixLast(seed: number, messages: readonly Message[], end: number): number {
  const last = messages[end - 1];
  if (last === undefined) return seed;
  // The length of a role says well enough which one it is.
  return mixText(Math.imul(seed ^ (end * 16 + last.role.length), 0x2c1b3c6d), contentKey(last.content));
}

/**
 * Keys of a row and of its prompt; rows that say the same have the same. The prompt's is 0 where no other
 * answer would contradict.
 */
export interface RowKeys {
  readonly whole: number;
  readonly prompt: number;
}

export function keysOfRow(row: Row): RowKeys {
  const { messages, asked } = comparable(row);
  const prompt = mixLast(SEED, messages, asked);
  return { whole: mixLast(prompt, messages, messages.length), prompt: asked === 0 ? 0 : prompt | 1 };
}
