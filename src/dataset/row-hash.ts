/**
 * Numbers to find a row's like by. Three of them, because most rows have none, and to know that should cost little:
 * the hash of some bytes of a line; keys of a few characters at the beginnings and ends of its last messages; and, only where such a key was seen before, the hash of all that
 * the row says, after normalisation (NFKC, lower case, runs of white space as one space), because that is how copies of a row differ.
 * A hash only suspects; rows that meet in one are read again and compared.
 */
import type { Message, Row } from './formats.ts';

/** ASCII folded: letters small, white space as a space. */
const FOLD: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  /\s/.test(String.fromCharCode(code)) ? 0x20 : String.fromCharCode(code).toLowerCase().charCodeAt(0),
);
const SPACE = 0x20;

function fold(code: number): number {
  if (code < 128) return FOLD[code] ?? 0;
  return code === 0x85 || code === 0x2028 || code === 0x2029 || code === 0x1680 ? SPACE : code;
}

/** A text as rows are compared: equal but for case, white space or Unicode form. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** Two lanes of 32 bits over the folded characters, four at a time. */
class Hasher {
  #low = 0x2545f491;
  #high = 0x1b873593;
  #word = 0;
  #filled = 0;

  #mix(word: number): void {
    const low = Math.imul(this.#low ^ word, 0x2c1b3c6d);
    this.#low = low ^ (low >>> 15);
    const high = Math.imul(this.#high ^ word, 0x297a2d39);
    this.#high = high ^ (high >>> 13) ^ this.#low;
  }

  /** Adds a text. `ascii`: it is known to have no other characters. */
  text(given: string, ascii: boolean): void {
    const text = ascii ? given : given.normalize('NFKC').toLowerCase();
    let word = this.#word;
    let filled = this.#filled;
    let begun = false;
    let space = false;
    for (let index = 0; index < text.length; index += 1) {
      const code = fold(text.charCodeAt(index));
      if (code === SPACE) {
        space = begun;
        continue;
      }
      begun = true;
      if (space) {
        space = false;
        word = (word << 8) | SPACE;
        filled += 1;
        if (filled === 4) {
          this.#mix(word);
          filled = 0;
        }
      }
      word = (word << 8) ^ code;
      filled += 1;
      if (filled === 4) {
        this.#mix(word);
        filled = 0;
      }
    }
    this.#word = word;
    this.#filled = filled;
  }

  get value(): number {
    return (this.#high & 0x1fffff) * 2 ** 32 + (this.#low >>> 0);
  }

  /** Ends a part, so that what follows is not taken for its rest. */
  mark(): void {
    this.#mix(this.#word ^ (this.#filled << 28));
    this.#word = 0;
    this.#filled = 0;
  }
}

/** Of all that a row says; 53 bits, so that it is a key of a map. */
export interface ContentHash {
  readonly whole: number;
  /** Of the prompt alone; 0 where no other answer would contradict. */
  readonly prompt: number;
}

/** Content as a text to compare by: two images are two contents. */
function contentKey(content: Message['content']): string {
  if (typeof content === 'string') return content;
  return content === null || content === undefined ? '' : JSON.stringify(content);
}

function addMessage(hasher: Hasher, { role, content, tool_calls }: Message, ascii: boolean): void {
  hasher.text(role, true);
  hasher.mark();
  hasher.text(contentKey(content), ascii);
  if (tool_calls) hasher.text(JSON.stringify(tool_calls), ascii);
  hasher.mark();
}

/** What a row holds in its prompt and in its answer, as messages. A prompt that no other answer can contradict is part of the answer. */
function partsOf({ format, row }: Row): { readonly prompt: readonly Message[]; readonly answer: readonly Message[] } {
  switch (format) {
    case 'chat':
      return { prompt: row.messages.slice(0, -1), answer: row.messages.slice(-1) };
    case 'completion': {
      const answer = [{ role: 'assistant', content: row.completion }] as const;
      const prompt = [{ role: 'user', content: row.prompt }] as const;
      return row.prompt.trim() === '' ? { prompt: [], answer } : { prompt, answer };
    }
    case 'preference':
      return { prompt: [], answer: [...row.input.messages, ...row.preferred_output, ...row.non_preferred_output] };
    case 'reinforcement':
      // What the grader sees belongs to the row: the same question may be asked with other answers.
      return { prompt: [], answer: [{ role: 'user', content: JSON.stringify(row) }] };
  }
}

/** The hash of all that a row says. `ascii`: its line is known to have no other characters. */
export function hashContent(row: Row, ascii: boolean): ContentHash {
  const { prompt, answer } = partsOf(row);
  const hasher = new Hasher();
  for (const message of prompt) addMessage(hasher, message, ascii);
  const asked = prompt.length === 0 ? 0 : hasher.value;
  for (const message of answer) addMessage(hasher, message, ascii);
  return { whole: hasher.value, prompt: asked };
}

/** So many characters at each end of a text, white space left out, are its key. */
const WINDOW = 8;
/** They are looked for among so many. */
const REACH = 48;

/** Mixes up to WINDOW characters of a text, from its beginning or from its end, into a number. */
function mixWindow(seed: number, text: string, fromEnd: boolean): number {
  let key = seed;
  const last = text.length - 1;
  let taken = 0;
  for (let index = 0; index <= last && taken < WINDOW; index += 1) {
    const code = fold(text.charCodeAt(fromEnd ? last - index : index));
    if (code === SPACE) continue;
    taken += 1;
    key = Math.imul(key ^ code, 0x01000193);
  }
  return key ^ (key >>> 15);
}

function mixText(seed: number, text: string, ascii: boolean): number {
  if (ascii) return mixWindow(mixWindow(seed, text, false), text, true);
  // Two spellings of one character differ in length; a part of the text that is long enough holds the same first and last ones in each.
  const begin = text.trimStart().slice(0, REACH).normalize('NFKC').toLowerCase();
  const end = text.trimEnd().slice(-REACH).normalize('NFKC').toLowerCase();
  return mixWindow(mixWindow(seed, begin, false), end, true);
}

/** The last message of some, and how many there are: what rows that say the same must have in common, and others seldom have. */
function mixLast(seed: number, messages: readonly Message[], end: number, ascii: boolean): number {
  const last = messages[end - 1];
  return last === undefined ? seed : mixText(mixWindow(seed ^ end, last.role, false), contentKey(last.content), ascii);
}

/** Keys of a row and of its prompt; rows that say the same have the same. The prompt's is 0 where no other answer would contradict. */
export interface RowKeys {
  readonly whole: number;
  readonly prompt: number;
}

export function keysOfRow(row: Row, ascii: boolean): RowKeys {
  const seed = 0x811c9dc5;
  if (row.format === 'chat') {
    const { messages } = row.row;
    const asked = mixLast(seed, messages, messages.length - 1, ascii);
    return { whole: mixLast(asked, messages, messages.length, ascii), prompt: messages.length < 2 ? 0 : asked | 1 };
  }
  const { prompt, answer } = partsOf(row);
  const asked = mixLast(seed, prompt, prompt.length, ascii);
  return { whole: mixLast(asked, answer, answer.length, ascii), prompt: prompt.length === 0 ? 0 : asked | 1 };
}

const SAMPLES = 16;

/** A hash of the length of a line and of some of its bytes, spread over it: equal for equal lines, and seldom for others. */
export function hashLine(view: DataView, from: number, to: number): number {
  const length = to - from;
  let hash = length;
  if (length < 4) return length;
  const stride = Math.max(4, (length - 4) / SAMPLES);
  for (let at = from; at <= to - 4; at += stride) {
    hash = Math.imul(hash ^ view.getInt32(Math.floor(at), true), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** What `hashContent` hashes, as texts that can be compared. */
export function contentOf(row: Row): { readonly prompt: string; readonly whole: string } {
  const { prompt, answer } = partsOf(row);
  const join = (messages: readonly Message[]) =>
    JSON.stringify(
      messages.map(({ role, content, tool_calls }) => [
        role,
        normalised(contentKey(content)),
        normalised(tool_calls ? JSON.stringify(tool_calls) : ''),
      ]),
    );
  return { prompt: join(prompt), whole: join([...prompt, ...answer]) };
}
