/**
 * Numbers to find a row's like by. Two kinds of them, because most rows have none, and to know that should cost little: keys of a few characters at the
 * beginnings and ends of its last messages; and, only where such a key was seen before, the hash of all that the row says, after normalisation (NFKC,
 * lower case, runs of white space as one space), because that is how copies of a row differ.
 * A hash only suspects; rows that meet in one are read again and compared.
 */
import type { Message, Row } from '../formats.ts';
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

/** A text as rows are compared: equal but for case, white space or Unicode form. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** Mixes a text into a hash of 32 bits: its folded characters, a run of white space as one, none at its ends. `ascii`: it is known to have no other characters. */
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
function contentKey(content: Message['content']): string {
  if (typeof content === 'string') return content;
  return content === null || content === undefined ? '' : JSON.stringify(content);
}

/** What a message says beside its content; empty for a plain one. */
function besides({ tool_calls, function_call, refusal, name, weight }: Message): string {
  const said = [tool_calls, function_call, refusal, name, weight === 0 ? 0 : undefined];
  return said.every((one) => one === undefined || one === null) ? '' : JSON.stringify(said);
}

function hashMessage(seed: number, message: Message, ascii: boolean): number {
  const said = hashText(hashText(seed, message.role, true), contentKey(message.content), ascii);
  const more = besides(message);
  return more === '' ? said : hashText(said, more, ascii);
}

/** What a row holds in its prompt and in its answer, as messages. A prompt that no other answer can contradict is part of the answer. */
function partsOf({ format, row }: Row): { readonly prompt: readonly Message[]; readonly answer: readonly Message[] } {
  switch (format) {
    case 'chat': {
      const tools = row.tools ?? row.functions;
      const told = tools && tools.length > 0 ? [{ role: 'system', content: JSON.stringify(tools) } as const] : [];
      // What ends with no answer contradicts none.
      if (row.messages.at(-1)?.role !== 'assistant') return { prompt: [], answer: [...told, ...row.messages] };
      return { prompt: [...told, ...row.messages.slice(0, -1)], answer: row.messages.slice(-1) };
    }
    case 'completion': {
      const answer = [{ role: 'assistant', content: row.completion }] as const;
      const prompt = [{ role: 'user', content: row.prompt }] as const;
      return row.prompt.trim() === '' ? { prompt: [], answer } : { prompt, answer };
    }
    case 'preference': {
      // Two outputs without their order are what is asked; which of them is wanted is the answer.
      const said = (messages: readonly Message[]) => ({ role: 'assistant', content: JSON.stringify(messages) }) as const;
      const preferred = said(row.preferred_output);
      const outputs = [preferred, said(row.non_preferred_output)];
      outputs.sort((left, right) => (left.content < right.content ? -1 : 1));
      return { prompt: [...row.input.messages, ...outputs], answer: [preferred] };
    }
    case 'reinforcement':
      // What the grader sees belongs to the row: the same question may be asked with other answers.
      return { prompt: [], answer: [{ role: 'user', content: JSON.stringify(row) }] };
  }
}

/** The hash of all that a row says. `ascii`: its line is known to have no other characters. */
export function hashContent(row: Row, ascii: boolean): ContentHash {
  const { prompt, answer } = partsOf(row);
  const asked = prompt.reduce((hash, message) => hashMessage(hash, message, ascii), SEED);
  const whole = answer.reduce((hash, message) => hashMessage(hash, message, ascii), asked);
  // 0 is kept for what was not hashed.
  return { whole: whole || 1, prompt: prompt.length === 0 ? 0 : asked || 1 };
}

/** So many characters at each end of a text, white space left out, are its key. */
const WINDOW = 8;
/** Where others than those of ASCII are among them, so much of the text is normalised to find them. */
const REACH = 48;

/**
 * Mixes up to WINDOW characters of a text, from its beginning or from its end, into a number.
 * @returns undefined when there is a character among them, or right after them, that is not of ASCII: it may be another one after normalisation
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

/** The same for any text: an end of it is normalised, and where that does not tell, all of it. */
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

/** The last message of some, and how many there are: what rows that say the same must have in common, and others seldom have. */
function mixLast(seed: number, messages: readonly Message[], end: number): number {
  const last = messages[end - 1];
  if (last === undefined) return seed;
  // A role is told by its length, near enough.
  return mixText(Math.imul(seed ^ (end * 16 + last.role.length), 0x2c1b3c6d), contentKey(last.content));
}

/** Keys of a row and of its prompt; rows that say the same have the same. The prompt's is 0 where no other answer would contradict. */
export interface RowKeys {
  readonly whole: number;
  readonly prompt: number;
}

export function keysOfRow(row: Row): RowKeys {
  if (row.format === 'chat') {
    const { messages } = row.row;
    const asked = mixLast(SEED, messages, messages.length - 1);
    return { whole: mixLast(asked, messages, messages.length), prompt: messages.length < 2 ? 0 : asked | 1 };
  }
  const { prompt, answer } = partsOf(row);
  const asked = mixLast(SEED, prompt, prompt.length);
  return { whole: mixLast(asked, answer, answer.length), prompt: prompt.length === 0 ? 0 : asked | 1 };
}

/** What `hashContent` hashes, as texts that can be compared. */
export function contentOf(row: Row): { readonly prompt: string; readonly whole: string } {
  const { prompt, answer } = partsOf(row);
  const join = (messages: readonly Message[]) =>
    JSON.stringify(
      messages.map((message) => [message.role, normalised(contentKey(message.content)), normalised(besides(message))]),
    );
  return { prompt: join(prompt), whole: join([...prompt, ...answer]) };
}
