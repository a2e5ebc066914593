/**
 * Answers that were paid for, kept in a folder: each step appends a file of its own, a line an answer. A line
 * that a kill has broken is as if it were not there.
 */
import * as z from 'zod/mini';
import type { AnswerFolder } from '../../ports.ts';
import type { ChatReply } from '../../providers/port.ts';
import { modelHash } from '../questions.ts';
import { AnswerIndex } from './answer-index.ts';

const Line = z.object({
  question: z.string(),
  by: z.string(),
  v: z.literal(1),
  model: z.string(),
  origin: z.string(),
  time: z.string(),
  reply: z.object({
    content: z.nullable(z.string()),
    tool_calls: z.array(z.unknown()),
    refusal: z.nullable(z.string()),
    finish_reason: z.string(),
    usage: z.optional(z.object({ prompt_tokens: z.number(), completion_tokens: z.number(), cached_tokens: z.number() })),
    system_fingerprint: z.optional(z.string()),
  }),
});

/** Whose answer is meant. */
export interface Answerer {
  readonly origin: string;
  readonly model: string;
}

export interface KeptReply extends Answerer {
  readonly reply: ChatReply;
}

const NEWLINE = 0x0a;
/** No answer makes a longer line: its body has at most 16 MiB. In bytes. */
const LONGEST = 32 * 1024 * 1024;
/** An answer that is longer is not held in memory beside its line, in characters. */
const HELD = 64 * 1024;
/** Every line begins so, and its question's hash stands at a place that is known without reading it. */
const BEGINNING = Buffer.from('{"question":"');
/** Beginning, hash, and something after it. */
const SHORTEST = BEGINNING.length + 64 + 2;

/** The value of a hexadecimal digit by its code; 255 for any other. */
const DIGITS = new Uint8Array(256).fill(255);
for (const [value, digit] of [...'0123456789abcdef'].entries()) DIGITS[digit.charCodeAt(0)] = value;

/** 32 bits in hex, from the bytes; -1 where they are no hex. */
function hexAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  let wrong = 0;
  for (let index = at; index < at + 8; index += 1) {
    const digit = DIGITS[bytes[index] ?? 0] ?? 255;
    wrong |= digit;
    value = value * 16 + (digit & 15);
  }
  return wrong > 15 ? -1 : value;
}

function begins(bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < BEGINNING.length; index += 1) if (bytes[at + index] !== BEGINNING[index]) return false;
  return true;
}

export class KeptAnswers {
  readonly #folder: AnswerFolder;
  readonly #index = new AnswerIndex();
  readonly #names: string[] = [];
  /** What this step has added, and its lines as they are not in the table. */
  readonly #own = new Map<string, KeptReply>();
  /** By what models are known; each is asked for at every row. */
  readonly #hashes = new Map<string, string>();
  #broken = 0;

  private constructor(folder: AnswerFolder) {
    this.#folder = folder;
  }

  /** Finds out what is kept, without reading it. */
  static async open(folder: AnswerFolder): Promise<KeptAnswers> {
    const kept = new KeptAnswers(folder);
    for (const name of await folder.names()) await kept.#scan(name);
    return kept;
  }

  /** How many lines there are. */
  get size(): number {
    return this.#index.size;
  }

  /** How many lines were met that cannot be read. */
  get broken(): number {
    return this.#broken;
  }

  /** The answer of this model; undefined where it was never kept. */
  find(question: string, { origin, model }: Answerer): ChatReply | undefined {
    const own = this.#own.get(`${question} ${this.#by({ origin, model })}`);
    return own?.reply ?? this.all(question).find((one) => one.origin === origin && one.model === model)?.reply;
  }

  /** The answers of all models that were kept before this step, the newest last. */
  all(question: string): readonly KeptReply[] {
    return [...this.#index.places(question)].flatMap(({ file, offset, length }) => {
      const line = this.#read(this.#folder.read(this.#names[file] ?? '', offset, length));
      // Another question whose hash begins alike is none of ours, and no broken line either.
      if (line === undefined) this.#broken += 1;
      return line === undefined || line.question !== question ? [] : [line];
    });
  }

  /** Keeps an answer; when this returns, a kill no longer loses it. */
  add(question: string, answerer: Answerer, reply: ChatReply): void {
    const by = this.#by(answerer);
    if ((reply.content?.length ?? 0) <= HELD) this.#own.set(`${question} ${by}`, { ...answerer, reply });
    const line = { question, by, v: 1, ...answerer, time: new Date().toISOString(), reply };
    this.#folder.append(`${JSON.stringify(line)}\n`);
  }

  #by({ origin, model }: Answerer): string {
    const name = `${origin} ${model}`;
    const known = this.#hashes.get(name) ?? modelHash(origin, model);
    this.#hashes.set(name, known);
    return known;
  }

  #read(bytes: Uint8Array): (KeptReply & { readonly question: string }) | undefined {
    try {
      const { question, origin, model, reply } = Line.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      const { usage, system_fingerprint } = reply;
      return { question, origin, model, reply: { ...reply, usage, system_fingerprint } };
    } catch {
      return undefined;
    }
  }

  async #scan(name: string): Promise<void> {
    const file = this.#names.push(name) - 1;
    // What a piece ends with begins the line that the next one goes on with.
    let rest: Uint8Array = new Uint8Array();
    let offset = 0;
    let beyond = false;
    for await (const piece of this.#folder.scan(name)) {
      let from = 0;
      const end = piece.indexOf(NEWLINE);
      if (beyond) {
        // What is left of a line that is too long, which counted when it was found to be.
        beyond = end < 0;
        from = beyond ? piece.length : end + 1;
      } else if (end >= 0 && rest.length > 0) {
        const line = Buffer.concat([rest, piece.subarray(0, end)]);
        this.#note(line, 0, line.length, { file, offset: offset - rest.length });
        rest = new Uint8Array();
        from = end + 1;
      }
      for (let next = piece.indexOf(NEWLINE, from); next >= 0; next = piece.indexOf(NEWLINE, from)) {
        this.#note(piece, from, next - from, { file, offset: offset + from });
        from = next + 1;
      }
      // The piece's memory is used again, so what is left of it is copied.
      rest = Buffer.concat([rest, piece.subarray(from)]);
      offset += piece.length;
      if (rest.length <= LONGEST) continue;
      this.#broken += 1;
      rest = new Uint8Array();
      beyond = true;
    }
    if (rest.length > 0) this.#note(rest, 0, rest.length, { file, offset: offset - rest.length });
  }

  #note(
    bytes: Uint8Array,
    at: number,
    length: number,
    { file, offset }: { readonly file: number; readonly offset: number },
  ): void {
    if (length === 0) return;
    const place = at + BEGINNING.length;
    const [high, low] = length < SHORTEST || !begins(bytes, at) ? [-1, -1] : [hexAt(bytes, place), hexAt(bytes, place + 8)];
    if (high < 0 || low < 0) this.#broken += 1;
    else if (!this.#index.add(high, low, { file, offset, length })) this.#broken += 1;
  }
}
