/**
 * Secrets whose letters and digits stand in a text in their order, with other signs between them or in the
 * other case: wrapped lines, bytes in hexadecimal with their colons, characters that nobody sees. And secrets
 * of which a text that was cut has the end. Pure.
 */

/** Fewer letters and digits may stand in some text by accident. */
const FEWEST = 16;
/** So long an end of a secret is taken for it where the text is cut before it. */
const END = 8;
/** What a cut, or a mask, leaves before an end. */
const CUT = /(?:^|…|\.{3}|[*•]{2})$/;

/** Where a secret stands in a text. */
export type Range = readonly [from: number, to: number];

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isSmall = (code: number) => code >= 0x61 && code <= 0x7a;
const BACKSLASH = 0x5c;
/** Letters that stand for white space behind a backslash: n, r, t, b, f. */
const BLANKS = new Set([0x6e, 0x72, 0x74, 0x62, 0x66]);
const U = 0x75;

/** How many signs behind a backslash stand for another sign, which is none of a secret. */
function escapedAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code === U ? 5 : BLANKS.has(code) ? 1 : 0;
}

/** Hears of each letter and digit of a text, in small letters, and where it stands. */
function eachSign(text: string, hear: (sign: number, at: number) => void): void {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += escapedAt(text, at + 1);
    else {
      const small = code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
      if (isDigit(small) || isSmall(small)) hear(small, at);
    }
  }
}

/** What of a secret is looked for wherever it is spread; undefined where that may be an accident. */
export function spreadOf(secret: string): Buffer | undefined {
  const signs: number[] = [];
  eachSign(secret.replaceAll('\\', ''), (sign) => signs.push(sign));
  return signs.length >= FEWEST && signs.some(isDigit) && signs.some(isSmall) ? Buffer.from(signs) : undefined;
}

/** So many signs are looked through at once: a text may be large, and is not to be held once more. */
const WINDOW = 64 * 1024;

/** Where the secrets stand among a text's letters and digits, counted from the first of these. */
function spreadAmong(spreads: readonly Buffer[], text: string): readonly Range[] {
  const carried = Math.max(...spreads.map(({ length }) => length)) - 1;
  const window = Buffer.allocUnsafe(Math.min(WINDOW, text.length) + carried);
  const found: Range[] = [];
  let size = 0;
  let before = 0;
  const look = () => {
    const signs = window.subarray(0, size);
    for (const spread of spreads)
      for (let at = signs.indexOf(spread); at >= 0; at = signs.indexOf(spread, at + spread.length))
        found.push([before + at, before + at + spread.length - 1]);
    // A secret may begin in this window and end in the next.
    const kept = Math.min(size, carried);
    window.copyWithin(0, size - kept, size);
    before += size - kept;
    size = kept;
  };
  eachSign(text, (sign) => {
    window[size] = sign;
    size += 1;
    if (size === window.length) look();
  });
  look();
  return found;
}

/** Where the secrets stand spread in a text. */
export function spreadRanges(spreads: readonly Buffer[], text: string): readonly Range[] {
  if (text.length < FEWEST || spreads.length === 0) return [];
  const found = spreadAmong(spreads, text);
  if (found.length === 0) return [];
  const places = new Map(found.flat().map((count) => [count, 0]));
  let count = 0;
  eachSign(text, (_, at) => {
    if (places.has(count)) places.set(count, at);
    count += 1;
  });
  return found.map(([first, last]) => [places.get(first) ?? 0, (places.get(last) ?? 0) + 1]);
}

/** Where the text has the end of a secret, of which a cut took the beginning. */
export function endRanges(secret: string, text: string): readonly Range[] {
  if (secret.length < FEWEST) return [];
  const end = secret.slice(-END);
  const found: Range[] = [];
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + END)) {
    let more = 0;
    while (more < secret.length - END && text[at - more - 1] === secret[secret.length - END - more - 1]) more += 1;
    if (CUT.test(text.slice(Math.max(0, at - more - 3), at - more))) found.push([at - more, at + END]);
  }
  return found;
}

/** The text with a word in the place of each range. */
export function replacedRanges(text: string, ranges: readonly Range[], word: string): string {
  let left = '';
  let from = 0;
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    if (end <= from) continue;
    left += start < from ? '' : text.slice(from, start) + word;
    from = end;
  }
  return left + text.slice(from);
}
