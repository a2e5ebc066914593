/**
 * Numbers to find a row's like by. Two kinds of them, because most rows have none, and to know that should
 * cost little: keys of a few characters at the beginnings and ends of its last messages; and, only where such
 * a key was seen before, the hash of all that the row says, after normalisation (NFKC, lower case, runs of
 * white space as one space), because that is how copies of a row differ. A hash only suspects; rows that meet
 * in one are read again and compared.
 */
import { canonicalJson } from '../../canonical.ts';
import type { Said } from '../formats/format.ts';
import { type Row, saidBy } from '../formats/formats.ts';
import type { Message } from '../formats/messages.ts';
import { normalForm, normalised } from './normal-form.ts';
import type { ContentHash, RowKeys } from './packed-rows.ts';

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
  const text = ascii ? given : normalForm(given, 'NFKC').toLowerCase();
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
  if (content === null || content === undefined) return '';
  // A text that is null says what one says that is not there.
  return canonicalJson(content.map((part) => ({ ...part, text: part.text ?? undefined, refusal: part.refusal ?? undefined })));
}

/** What a message says beside its content; empty for a plain one. */
export function besides({ tool_calls, function_call, refusal, name, weight }: Message): string {
  const said = [tool_calls, function_call, refusal, name, weight === 0 ? 0 : undefined];
  return said.every((one) => one === undefined || one === null) ? '' : canonicalJson(said);
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
  let hash = given === undefined ? SEED : hashText(SEED, canonicalJson(given), ascii);
  let prompt = hash;
  for (const [index, message] of messages.entries()) {
    hash = hashMessage(hash, message, ascii);
    if (index < asked) prompt = hash;
  }
  // 0 is kept for what was not hashed.
  return { whole: hash || 1, prompt: asked === 0 ? 0 : prompt || 1 };
}

/** So many characters at each end of a text, white space left out, are its key. */
const WINDOW = 32;
/** Where non-ASCII ones are among them, so much of the text is normalised to find them. */
const REACH = 160;

/** Two numbers of 32 bits, mixed from the same characters in two ways. */
interface Mix {
  low: number;
  high: number;
}

/** Factors of the characters of a window, one for each place; odd, so that no bit is lost. */
const LOW = Int32Array.from({ length: WINDOW }, (_, index) => (Math.imul(index + 1, 0x9e3779b1) ^ 0x5bd1e995) | 1);
const HIGH = Int32Array.from({ length: WINDOW }, (_, index) => Math.imul(index + 7, 0x85ebca6b) | 1);
/** ASCII folded, white space as nothing. */
const SIGN = Uint8Array.from(FOLD, (code) => (code === SPACE ? 0 : code));
/** Not of ASCII: a character may be another one after normalisation. */
const OTHER = -1;

function mixIn(mix: Mix, low: number, high: number): void {
  mix.low = Math.imul(mix.low ^ low, 0x9e3779b1);
  mix.low ^= mix.low >>> 15;
  mix.high = Math.imul(mix.high ^ high, 0x85ebca6b);
  mix.high ^= mix.high >>> 13;
}

/**
 * Mixes up to WINDOW characters from the beginning of a text, or from its end, the last one first then. White
 * space adds nothing, and moves nothing on: there is no branch that a processor could foresee wrongly.
 * @returns how many they are; OTHER, and nothing is mixed, when there is another one among them or right
 *   after them
 */
function mixPlain(mix: Mix, text: string, fromEnd: boolean): number {
  const step = fromEnd ? -1 : 1;
  let low = 0;
  let high = 0;
  let taken = 0;
  let at = fromEnd ? text.length - 1 : 0;
  for (; at >= 0 && at < text.length && taken < WINDOW; at += step) {
    const code = text.charCodeAt(at);
    if (code > 127) return OTHER;
    const sign = SIGN[code] ?? 0;
    low = (low + Math.imul(sign, LOW[taken] ?? 0)) | 0;
    high = (high + Math.imul(sign, HIGH[taken] ?? 0)) | 0;
    taken += (sign + 127) >>> 7;
  }
  if (text.charCodeAt(at) > 127) return OTHER;
  mixIn(mix, low, high);
  return taken;
}

/** The first or the last characters of a text as it is compared, the last one first then. */
function endOf(text: string, fromEnd: boolean): readonly number[] {
  const end = fromEnd ? text.trimEnd().slice(-REACH) : text.trimStart().slice(0, REACH);
  const normal = end.normalize('NFKC').toLowerCase();
  const taken: number[] = [];
  for (let index = 0; index < normal.length && taken.length < WINDOW; index += 1) {
    const code = fold(normal.charCodeAt(fromEnd ? normal.length - 1 - index : index));
    if (code !== SPACE && code !== 0) taken.push(code);
  }
  // Where that is not enough, all of the text is normalised.
  return taken.length < WINDOW && end.length < text.length ? endOf(normalised(text).replaceAll(' ', ''), fromEnd) : taken;
}

/** The same of any text. */
function mixNormalised(mix: Mix, text: string, fromEnd: boolean): number {
  const taken = endOf(text, fromEnd);
  let low = 0;
  let high = 0;
  // By its index: entries would be an object for each character.
  for (let index = 0; index < taken.length; index += 1) {
    low = (low + Math.imul(taken[index] ?? 0, LOW[index] ?? 0)) | 0;
    high = (high + Math.imul(taken[index] ?? 0, HIGH[index] ?? 0)) | 0;
  }
  mixIn(mix, low, high);
  return taken.length;
}

function mixText(mix: Mix, text: string): void {
  let taken = mixPlain(mix, text, false);
  if (taken === OTHER) taken = mixNormalised(mix, text, false);
  // Of a short text the beginning is all of it.
  if (taken === WINDOW && mixPlain(mix, text, true) === OTHER) mixNormalised(mix, text, true);
}

/** The last message of some. */
interface Last {
  /** How many there are. */
  readonly count: number;
  /** The length of its role, which says well enough which one it is. */
  readonly role: number;
  readonly text: string;
}

/** Mixes in what rows that say the same must have in common, and others seldom have. */
function mixLast(mix: Mix, { count, role, text }: Last): void {
  const number = count * 16 + role;
  mixIn(mix, number, number);
  mixText(mix, text);
}

/** Keys of a row by the last message of its prompt, and by its last one. */
export function keysOf(asked: Last | undefined, last: Last | undefined): RowKeys {
  const mix: Mix = { low: SEED, high: SEED };
  if (asked !== undefined) mixLast(mix, asked);
  const prompt = asked === undefined ? 0 : mix.low || 1;
  const promptMore = mix.high;
  if (last !== undefined) mixLast(mix, last);
  return { whole: mix.low || 1, wholeMore: mix.high, prompt, promptMore };
}

function lastOf(messages: readonly Message[], count: number): Last | undefined {
  const last = messages[count - 1];
  return last === undefined ? undefined : { count, role: last.role.length, text: contentKey(last.content) };
}

/** Keys of a row and of its prompt; rows that say the same have the same. */
export function keysOfRow(row: Row): RowKeys {
  const { messages, asked } = comparable(row);
  return keysOf(lastOf(messages, asked), lastOf(messages, messages.length));
}
