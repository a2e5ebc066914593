/**
 * Words and signs as NLTK's NLTKWordTokenizer (3.9) cuts them, in one pass. What it does in about twenty
 * substitutions, one after the other, comes down to: which characters stand alone, which quotes open, where
 * the last period is, and what is cut off the end of a word ('s, n't) or inside it (can not).
 */

/** Stand alone, and what comes before them ends as it does before a space. */
const SIGNS = ';@#$%&?!«“‘„';
/** Stand alone too, but are cut later. */
const BRACKETS = '[](){}<>*»”’';
/** A quote after one of these opens. */
const BEFORE_OPENING = ' ([{<«“‘„`';
const AFTER_PERIOD = '])}>"\'»”’ ';
const WORD = /^[\p{L}\p{N}_]$/u;
const DIGIT = /^\p{Nd}$/u;

/** Whether a character is white space to Python, by its code. */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code >= 0x1c || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  if (code <= 0x2029) return code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code >= 0x2028;
  return code === 0x202f || code === 0x205f || code === 0x3000;
}

/** Characters that may end a word, by code; a word goes on over all others. */
const ENDS = new Uint8Array(0x10000);
for (const sign of `${SIGNS}${BRACKETS}:,.\`"'-`) ENDS[sign.charCodeAt(0)] = 1;
for (let code = 0; code <= 0x3000; code += 1) if (isSpace(code)) ENDS[code] = 1;

const LETTER = '[\\p{L}\\p{N}_]';
const CONTRACTED = /cannot|d'ye|gimme|gonna|gotta|lemme|more'n|wanna|'tis|'twas/i;
const CONTRACTIONS = [
  ...['(can)(not)', "(d)('ye)", '(gim)(me)', '(gon)(na)', '(got)(ta)', '(lem)(me)', "(more)('n)"].map(
    (parts) => `(?<!${LETTER})${parts}(?!${LETTER})`,
  ),
  `(?<!${LETTER})(wan)(na)(?= )`,
  `(?<= )('t)(is)(?!${LETTER})`,
  `(?<= )('t)(was)(?!${LETTER})`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** The whole character at a place; empty at the end. */
function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Whether a double quote, or two single ones, would open at this place, by what stands before it. */
function opensAt(text: string, at: number): boolean {
  return at > 0 && (BEFORE_OPENING.includes(text[at - 1] ?? '') || (at === 1 && text[0] === '"'));
}

/**
 * Where the period that ends the text stands, with at most closing quotes, brackets and space after it; -1
 * where none does.
 */
function lastPeriod(text: string): number {
  const period = text.lastIndexOf('.');
  if (period < 1 || text[period - 1] === '.') return -1;
  let at = period + 1;
  for (; at < text.length && AFTER_PERIOD.includes(text[at] ?? ''); at += 1) {
    const isQuote = text[at] === '"' || (text[at] === "'" && text[at + 1] === "'");
    if (isQuote && opensAt(text, at)) return -1;
  }
  for (; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) return -1;
  return period;
}

/**
 * Whether an apostrophe stands before a single letter that is no ending such as 's: "d'a" is cut after it.
 */
function cutsAfter(text: string, at: number): boolean {
  const letter = characterAt(text, at + 1);
  return (
    letter !== '' && !'mtsdnMTSDN'.includes(letter) && WORD.test(letter) && !WORD.test(characterAt(text, at + 1 + letter.length))
  );
}

/**
 * Cuts what hangs on the end of a chunk with an apostrophe.
 * @param early whether the chunk ended at a space or a sign that is cut before endings are
 */
function cutEnding(chunk: string, early: boolean): string[] {
  let rest = chunk;
  const tail: string[] = [];
  const cut = (length: number) => {
    tail.unshift(rest.slice(-length));
    rest = rest.slice(0, -length);
  };
  if (early && /[^']'$/.test(rest)) cut(1);
  if (/[^']'[sSmMdD]$/.test(rest)) cut(2);
  else if (/[^']'$/.test(rest)) cut(1);
  if (/[^'](?:'ll|'LL|'re|'RE|'ve|'VE|n't|N'T)$/.test(rest)) cut(3);
  return [rest, ...tail];
}

/** The tokens of a text. */
export function wordTokens(text: string): string[] {
  const tokens: string[] = [];
  const period = lastPeriod(text);
  let from = 0;
  let apostrophe = false;
  /** Ends the chunk before a place and goes on at another. */
  const end = (at: number, next: number, early: boolean) => {
    if (at > from) {
      const chunk = text.slice(from, at);
      if (apostrophe) tokens.push(...cutEnding(chunk, early));
      else tokens.push(chunk);
    }
    apostrophe = false;
    from = next;
  };
  /** Makes some characters a token, or tokens of two characters each. */
  const alone = (at: number, length: number, early: boolean, as = text.slice(at, at + length)) => {
    end(at, at + length, early);
    tokens.push(as);
  };
  const runAt = (at: number) => {
    let length = 1;
    while (text[at + length] === text[at]) length += 1;
    return length;
  };
  /** A comma or colon that the cut of the one before it has passed over. */
  let passed = -1;
  for (let at = 0; at < text.length; at = Math.max(at + 1, from)) {
    const code = text.charCodeAt(at);
    if (ENDS[code] === 0) continue;
    const sign = text[at] ?? '';
    if (isSpace(code)) end(at, at + 1, sign === ' ');
    else if (sign === "'") {
      if (text[at + 1] === "'") alone(at, 2, false, opensAt(text, at) ? '``' : "''");
      else {
        apostrophe = true;
        if (cutsAfter(text, at)) end(at + 1, at + 1, true);
      }
    } else if (sign === '"') alone(at, 1, at === 0 || opensAt(text, at), at === 0 || opensAt(text, at) ? '``' : "''");
    else if (sign === ':' || sign === ',') {
      const next = characterAt(text, at + 1);
      const last = next === '' || (next === '\n' && at + 2 === text.length);
      if (at === passed ? last : next === '' || !DIGIT.test(next)) alone(at, 1, true);
      if (at !== passed && (next === ':' || next === ',')) passed = at + 1;
    } else if (sign === '.') {
      const length = runAt(at);
      if (at === period || length > 1) alone(at, length, true);
    } else if (sign === '-') {
      if (text[at + 1] === '-') alone(at, 2, false);
    } else if (sign === '`') {
      const length = runAt(at);
      end(at, at + length, true);
      for (let pair = at; pair < at + length; pair += 2) tokens.push(text.slice(pair, Math.min(pair + 2, at + length)));
    } else alone(at, 1, SIGNS.includes(sign));
  }
  end(text.length, text.length, false);
  return CONTRACTED.test(text) ? tokens.flatMap(cutContraction) : tokens;
}

/** The two words that were drawn together into one. */
function cutContraction(token: string): string[] {
  if (!CONTRACTED.test(token)) return [token];
  const spaced = CONTRACTIONS.reduce((text, pattern) => text.replace(pattern, ' $1 $2 '), ` ${token} `);
  return spaced.split(' ').filter((part) => part !== '');
}
