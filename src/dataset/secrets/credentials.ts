/**
 * Likely credentials in a text, by their shape, their randomness and what stands around them. In time that
 * grows with the text alone, whatever it holds.
 */
import { KINDS } from './kinds.ts';

/**
 * Whether one of the beginnings may end at this underscore: `gh?_`, `github_pat_`, `gsk_`, `k_live_`, `npm_`,
 * `hf_`, `r8_`, `access_`.
 */
function endsAtUnderscore(text: string, at: number): boolean {
  const before = text[at - 1];
  const second = text[at - 2];
  if (second === 'h') return before === 'f' || text[at - 3] === 'g';
  if (second === 's') return before === 's' || before === 'k';
  if (before === '8') return second === 'r';
  return (
    (second === 'v' && before === 'e') ||
    (second === 'p' && before === 'm') ||
    (second === 'a' && before === 't') ||
    (second === 'S' && before === 'S')
  );
}

/** At this dash: `sk-`, `xox?-`, `xai-`, `pplx-`, `pypi-`, `glpat-`, `-----BEGIN`. */
function endsAtDash(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === '-') return text.startsWith('-BEGIN ', at);
  const second = text[at - 2];
  const third = text[at - 3];
  if (before === 'i') return (second === 'a' && third === 'x') || (second === 'p' && third === 'y');
  if (second === 'l') return before === 'x' && third === 'p';
  if (second === 'a') return before === 't' && third === 'p';
  return (before === 'k' && second === 's') || (second === 'x' && third === 'o');
}

/** At this capital I: `AKI`, `ASI`, `AI`. */
function endsAtI(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === 'A' || ((before === 'K' || before === 'S') && text[at - 2] === 'A');
}

/** At this capital J: `eyJ`, `JQQJ`. */
function endsAtJ(text: string, at: number): boolean {
  const before = text[at - 1];
  return (before === 'y' && text[at - 2] === 'e') || (before === 'Q' && text[at - 2] === 'Q');
}

/** At this capital K: `AccountK`, `AccessK`. */
function endsAtK(text: string, at: number): boolean {
  const before = text[at - 1];
  return (before === 't' && text[at - 2] === 'n') || (before === 's' && text[at - 2] === 's');
}

/**
 * Signs in the beginnings above, each rare in prose, and what stands before it then. Looking for them is many
 * times quicker than the expressions.
 */
const HINTS: readonly (readonly [sign: string, ends: (text: string, at: number) => boolean])[] = [
  ['_', endsAtUnderscore],
  ['-', endsAtDash],
  ['I', endsAtI],
  ['J', endsAtJ],
  ['K', endsAtK],
];

/**
 * Whether a text may hold a credential. It may be JSON, as long as its escapes stand for none of the letters,
 * digits and signs of ASCII but slashes.
 */
export function mayHoldSecret(text: string): boolean {
  for (const [sign, ends] of HINTS)
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (ends(text, at)) return true;
  return text.includes('@') && (text.includes('://') || text.includes(':\\'));
}

export interface Secret {
  readonly kind: string;
  /** Its first four characters; never more. */
  readonly beginning: string;
}

interface Span {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Where the credentials of a text are, kind by kind. */
function* spansOf(text: string): Generator<Span> {
  for (const { name, begins, read } of KINDS) {
    const looking = new RegExp(begins);
    for (let match = looking.exec(text); match !== null; match = looking.exec(text)) {
      const { start = match.index, end, opens } = read(text, match.index, looking.lastIndex);
      looking.lastIndex = Math.max(looking.lastIndex, end);
      if (opens) yield { kind: name, start, end };
    }
  }
}

/** Every kind of credential that a text seems to hold, each once. */
export function secretsOf(text: string): readonly Secret[] {
  if (!mayHoldSecret(text)) return [];
  const found = new Map<string, string>();
  for (const { kind, start } of spansOf(text)) if (!found.has(kind)) found.set(kind, text.slice(start, start + 4));
  return Array.from(found, ([kind, beginning]) => ({ kind, beginning }));
}

/**
 * The text with every credential that it seems to hold made unreadable but for its first four characters; as
 * long as it was.
 */
export function masked(text: string): string {
  if (!mayHoldSecret(text)) return text;
  let rest = text;
  for (const { start, end } of spansOf(text))
    rest = rest.slice(0, start + 4) + '*'.repeat(Math.max(0, end - start - 4)) + rest.slice(end);
  return rest;
}
