/** What the data says, as a message may quote it. */
import { withUnseenWritten } from '../unseen.ts';
import type { Quote } from '../words.ts';
import { masked } from './secrets/credentials.ts';

const QUOTED = 60;
/** A credential that begins within what is quoted ends within so many characters. */
const REACH = 8000;

/** Text of the data: short, on one line, hidden and turning characters written out, credentials masked. */
export function quote(text: string): Quote {
  const safe = masked(text.slice(0, REACH));
  const short = safe.length > QUOTED ? `${safe.slice(0, QUOTED)}…` : safe;
  return { quote: `"${withUnseenWritten(short)}"` };
}

/** A key of the data. What is wrong with one is not what is wrong with another. */
export const quoteKey = (key: string): Quote => ({ ...quote(key), key: true });

/** A value of the data that is no text: a number, true, false or null. */
export const quoteValue = (value: unknown): Quote => ({ quote: String(value) });
