/**
 * Text as the tiny model sees it: words with the space before them, numbers, signs; each hashed to one of
 * 4,096 pieces.
 */
import type { Message } from '../../dataset/formats/messages.ts';

export const CLASSES = 64;
export const PER_CLASS = 64;
export const VOCABULARY = CLASSES * PER_CLASS;

const PIECE = / ?\p{L}[\p{L}\p{M}]*|\p{N}{1,3}|\s+|[^\s\p{L}\p{N}]/gu;

/** FNV-1a over UTF-16 units. Source: the FNV Non-Cryptographic Hash Algorithm, IETF draft-eastlake-fnv. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A text's pieces, each a number below 4,096. */
export function piecesOf(text: string): number[] {
  return (text.match(PIECE) ?? []).map((piece) => hashText(piece) % VOCABULARY);
}

/** Pieces in order, and which of them are learned. */
export interface Sequence {
  readonly pieces: Int32Array;
  readonly learned: Uint8Array;
}

/** Everything of a message that has words. */
export function messageText(message: Message): string {
  const { content } = message;
  const parts =
    typeof content === 'string' ? [content] : (content ?? []).map((part) => (typeof part.text === 'string' ? part.text : ''));
  const calls = (message.tool_calls ?? []).map(({ function: called }) => `${called.name}(${called.arguments})`);
  if (message.function_call) calls.push(`${message.function_call.name}(${message.function_call.arguments})`);
  return [...parts, ...calls, message.refusal ?? ''].join(' ');
}

const START = (role: string) => hashText(`<${role}>`) % VOCABULARY;
const END = hashText('<end>') % VOCABULARY;

/** Builds a sequence part by part. */
export class SequenceBuilder {
  readonly #pieces: number[] = [];
  readonly #learned: number[] = [];

  add(role: string, text: string, learned: boolean): this {
    const pieces = piecesOf(text);
    this.#pieces.push(START(role), ...pieces, END);
    this.#learned.push(0, ...pieces.map(() => (learned ? 1 : 0)), learned ? 1 : 0);
    return this;
  }

  build(): Sequence {
    return { pieces: Int32Array.from(this.#pieces), learned: Uint8Array.from(this.#learned) };
  }
}

/** A conversation; what is learned is what the assistant says with a weight other than 0. */
export function conversation(messages: readonly Message[], learn = true): Sequence {
  const builder = new SequenceBuilder();
  for (const message of messages)
    builder.add(message.role, messageText(message), learn && message.role === 'assistant' && message.weight !== 0);
  return builder.build();
}
