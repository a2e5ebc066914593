/** What one row is to another: the same, alike, or another answer to what is asked. Pure. */
import { canonicalJson } from '../../canonical.ts';
import type { Row } from '../formats/formats.ts';
import type { Message } from '../formats/messages.ts';
import { type Difference, differenceOf } from './difference.ts';
import { normalised } from './normal-form.ts';
import { besides, comparable, contentKey } from './row-hash.ts';

/**
 * How two texts are to each other: byte for byte the same but for white space around them; alike but for how
 * they are written, with the first difference; alike, where the difference may be one of meaning; or nothing
 * of it.
 */
type Likeness = 'same' | Difference | 'meant' | 'other';

/** Text that people write. */
function textLikeness(one: string, other: string): Likeness {
  if (one === other) return 'same';
  return normalised(one) === normalised(other) ? (differenceOf(one, other) ?? 'meant') : 'other';
}

/** Text that programs read: every difference means something. */
function codeLikeness(one: string, other: string): Likeness {
  if (one === other) return 'same';
  return normalised(one) === normalised(other) ? 'meant' : 'other';
}

function contentLikeness(one: Message['content'], other: Message['content']): Likeness {
  if (typeof one === 'string' && typeof other === 'string') return textLikeness(one, other);
  return codeLikeness(contentKey(one), contentKey(other));
}

/** The likeness of two things together: that of the one that is least alike. */
function least(one: Likeness, other: Likeness): Likeness {
  if (one === 'other' || other === 'other') return 'other';
  if (one === 'meant' || other === 'meant') return 'meant';
  return one === 'same' ? other : one;
}

function messagesLikeness(one: readonly Message[], other: readonly Message[]): Likeness {
  if (one.length !== other.length) return 'other';
  let all: Likeness = 'same';
  for (const [index, message] of one.entries()) {
    const twin = other[index];
    if (twin === undefined || message.role !== twin.role) return 'other';
    all = least(all, contentLikeness(message.content, twin.content));
    all = least(all, codeLikeness(besides(message), besides(twin)));
    if (all === 'other') return all;
  }
  return all;
}

/** What a row is to another one. */
export type Relation =
  | { readonly is: 'same' | 'contradiction' }
  | { readonly is: 'alike' | 'alike-contradiction'; readonly difference: Difference };

/** What one row is to another; undefined where that is nothing to report. */
export function relationOf(row: Row, other: Row): Relation | undefined {
  const [here, there] = [comparable(row), comparable(other)];
  if (here.asked !== there.asked) return undefined;
  const given = codeLikeness(givenText(here.given), givenText(there.given));
  const prompt = least(given, messagesLikeness(here.messages.slice(0, here.asked), there.messages.slice(0, there.asked)));
  const answer = messagesLikeness(here.messages.slice(here.asked), there.messages.slice(there.asked));
  const whole = least(prompt, answer);
  if (whole === 'same') return { is: 'same' };
  if (typeof whole === 'object') return { is: 'alike', difference: whole };
  if (here.asked === 0) return undefined;
  if (prompt === 'same') return { is: 'contradiction' };
  return typeof prompt === 'object' ? { is: 'alike-contradiction', difference: prompt } : undefined;
}

const givenText = (given: unknown) => (given === undefined ? '' : canonicalJson(given));

/**
 * A row's prompt and all of it, as texts that are equal where nothing but white space around them differs.
 */
export function exactContent(row: Row): { readonly prompt: string; readonly whole: string } {
  const { messages, asked, given } = comparable(row);
  const join = (part: readonly Message[]) =>
    JSON.stringify([
      givenText(given),
      ...part.map((message) => [
        message.role,
        typeof message.content === 'string' ? message.content.trim() : contentKey(message.content),
        besides(message),
      ]),
    ]);
  return { prompt: join(messages.slice(0, asked)), whole: join(messages) };
}
