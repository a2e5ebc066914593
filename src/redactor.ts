/**
 * Known secrets taken out of texts, in whatever form they stand there: plain, URL-coded, JSON-escaped, as
 * character references, with Markdown's backslashes, in base64 at each alignment, in hexadecimal, or cut. The
 * list grows as secrets are minted. Pure.
 */
import { endRanges, replacedRanges, spreadOf, spreadRanges } from './spread-secret.ts';

/**
 * A shorter secret is hidden by the name of its field and masked in the log, but not looked for in texts: it
 * would tear holes into words that have nothing to do with it.
 */
export const SHORTEST = 6;
/** So long a beginning of a secret is taken for it where the text is cut there. */
const CUT = 8;
/** So long a line of a secret of several lines is one by itself: a brace is none. */
const LINE = 8;
const HIDDEN = '***';

/** Takes secrets out of texts. */
export interface Redactor {
  /** From now on this is a secret. */
  add(secret: string): void;
  /**
   * The text with `***` for each secret. What was JSON stays JSON.
   * @param shortest secrets below this length are left in place
   */
  redact(text: string, shortest?: number): string;
}

/** Characters with names that serialisers write, besides their numbers. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '-': 'hyphen|dash',
  _: 'lowbar',
  '/': 'sol',
  '=': 'equals',
  '+': 'plus',
  '.': 'period',
  ':': 'colon',
  '@': 'commat',
};
/** A number in hexadecimal, in either case. */
const hex = (value: number, digits = 1) =>
  value
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

/** White space, of which one kind may have become another, in any of its forms. */
const SPACE =
  '(?:\\s|\\+|\\\\{1,8}[nrtf]|\\\\{1,8}(?:u\\{?|x)0{0,8}(?:20|[9aAcCdD])\\}?|%(?:25){0,4}(?:20|0[9aAcCdD])|' +
  '&(?:amp;){0,4}(?:#0{0,8}(?:32|9|10|12|13)|#[xX]0{0,8}(?:20|[9aAcCdD])|nbsp);){1,99}';

/**
 * An expression for one character in any of its forms, the longest first. Repetitions are bounded, so that it
 * ends soon everywhere.
 */
function formsOf(character: string): string {
  if (/\s/.test(character)) return SPACE;
  const code = character.codePointAt(0) ?? 0;
  const units = Array.from(
    { length: character.length },
    (_, at) => `\\\\{1,8}(?:u\\{?|x)0{0,8}${hex(character.charCodeAt(at))}\\}?`,
  );
  const bytes = Array.from(new TextEncoder().encode(character), (byte) => `%(?:25){0,4}${hex(byte, 2)}`);
  const name = REFERENCES[character] === undefined ? '' : `|${REFERENCES[character]}`;
  const reference = `&(?:amp;){0,4}(?:#0{0,8}${code}|#[xX]0{0,8}${hex(code)}${name});`;
  const literal = character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  // A backslash before it goes with it, so that no half of an escape is left.
  const plain = character === '\\' ? '\\\\{1,8}' : `\\\\{0,8}${literal}`;
  return `(?:${[units.join(''), bytes.join(''), reference, plain].join('|')})`;
}

/** What must follow: the next character, or where the text is cut. */
function before(next: string | undefined): string {
  return next === undefined ? '' : `(?=${formsOf(next)}|[&%\\\\…]|\\.\\.\\.|$)`;
}

const sticky = new Map<string, RegExp>();

/**
 * The expression for a character at one place, before the next one or where the text is cut: what may be read
 * in two ways is read so that it goes on.
 */
function stickyForms(character: string, next: string | undefined): RegExp {
  const key = `${character}${next ?? ''}`;
  const known = sticky.get(key);
  if (known !== undefined) return known;
  const form = new RegExp(`${formsOf(character)}${before(next)}`, 'uy');
  sticky.set(key, form);
  return form;
}

/** What is looked for: its beginning by one expression, and from there on character by character. */
interface Needle {
  readonly text: string;
  /** The length of the secret that it is a form of. */
  readonly of: number;
  /** Digits amid digits are another number. */
  readonly number: boolean;
  readonly beginning: RegExp;
  readonly rest: readonly string[];
  /** How its beginning reads where nothing is escaped; undefined where that is no one text. */
  readonly plain: string | undefined;
}

function needleOf(text: string, of: number): Needle {
  const characters = [...text.replace(/\s+/g, ' ')];
  const beginning = characters.slice(0, CUT);
  const forms = `${beginning.map(formsOf).join('')}${before(characters[CUT])}`;
  const number = /^\d+$/.test(text);
  return {
    text,
    of,
    number,
    beginning: new RegExp(number ? `(?<![\\d.])${forms}` : forms, 'gu'),
    rest: characters.slice(CUT),
    plain: /\s/.test(text) ? undefined : beginning.join(''),
  };
}

/** Where what has begun ends; undefined where it is something else after all. */
function endOf({ number, rest }: Needle, text: string, from: number): number | undefined {
  let at = from;
  for (const [index, character] of rest.entries()) {
    const form = stickyForms(character, rest[index + 1]);
    form.lastIndex = at;
    if (!form.test(text)) return ENDS.test(text.slice(at, at + 12)) ? at : undefined;
    at = form.lastIndex;
  }
  return number && /\d/.test(text[at] ?? '') ? undefined : at;
}

/** Where a text is cut, perhaps within an escape. */
const ENDS = /^(?:&#?[xX]?\w{0,8}|%\w?|\\{1,8}u?\w{0,4})?(?:…|\.\.\.|$)/;

/** Signs that a character may hide behind. */
const ESCAPED = /[\\%&]/;

function without(needle: Needle, text: string, escaped: boolean): string {
  if (!escaped && needle.plain !== undefined && !text.includes(needle.plain)) return text;
  // Of a text that stands there as it is no sign is taken for an escape of another one.
  if (!needle.number && text.includes(needle.text)) return without(needle, text.replaceAll(needle.text, HIDDEN), escaped);
  const kept: string[] = [];
  let from = 0;
  const looking = needle.beginning;
  looking.lastIndex = 0;
  for (let match = looking.exec(text); match !== null; match = looking.exec(text)) {
    const end = endOf(needle, text, looking.lastIndex);
    looking.lastIndex = end ?? match.index + 1;
    if (end === undefined) continue;
    kept.push(text.slice(from, match.index), HIDDEN);
    from = end;
  }
  return from === 0 ? text : [...kept, text.slice(from)].join('');
}

/** What of a secret's bytes is the same in base64 wherever they stand in a text. */
function base64Of(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const coded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const same = coded.slice(offset === 0 ? 0 : offset + 1, Math.floor(((offset + bytes.length) * 8) / 6));
    return [same, same.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/**
 * The texts inside a secret that are secrets by themselves: a line, a password in an address, a token after
 * its scheme.
 */
function partsOf(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  const [, token] = /^(?:bearer|basic|token|apikey|key) +(\S+)$/i.exec(secret) ?? [];
  const [, password = ''] = /^[a-z][\w+.-]*:\/\/[^:@/?#\s]*:([^@/\s]+)@/i.exec(secret) ?? [];
  const named = [...secret.matchAll(/(?:^|[;&?])\s*[\w .-]{2,40}=([^;&\s]{12,})/g)].map(([, value = '']) => value);
  const parts = [...(lines.length > 1 ? lines.filter((line) => line.length >= LINE) : []), token ?? '', password, ...named];
  return [...parts, ...parts.map(decoded)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A step's redactor; it knows nothing yet. */
export function newRedactor(): Redactor {
  const known = new Set<string>();
  let needles: readonly Needle[] = [];
  let spreads: readonly Buffer[] = [];

  const replaced = (text: string, shortest: number) => {
    const escaped = ESCAPED.test(text);
    const plain = needles.reduce((left, needle) => (needle.of < shortest ? left : without(needle, left, escaped)), text);
    const ends = [...known].flatMap((secret) => endRanges(secret, plain));
    return replacedRanges(plain, [...spreadRanges(spreads, plain), ...ends], HIDDEN);
  };
  /** A number in JSON that is a secret is no text: there the values are looked at one by one. */
  const whole = (text: string, changed: string, shortest: number) =>
    changed !== text && isJson(text) && !isJson(changed)
      ? JSON.stringify(mapTexts(JSON.parse(text), (inner) => replaced(inner, shortest)))
      : changed;

  return {
    add(secret) {
      const fresh = [secret.trim(), ...partsOf(secret.trim())].filter((text) => text.length >= SHORTEST && !known.has(text));
      if (fresh.length === 0) return;
      for (const text of fresh) known.add(text);
      const forms = fresh.flatMap((text) =>
        [text, ...base64Of(text), Buffer.from(text).toString('hex')].map((form) => needleOf(form, text.length)),
      );
      spreads = [...spreads, ...forms.flatMap((form) => (form.number ? [] : (spreadOf(form.text) ?? [])))];
      // The longest first: a secret may be a part of another one.
      needles = [...needles, ...forms].sort((left, right) => right.text.length - left.text.length);
    },
    redact(text, shortest = SHORTEST) {
      const changed = replaced(text, shortest);
      if (changed === text) return text;
      const before = text.split('\n');
      const after = changed.split('\n');
      if (isJson(text) || before.length !== after.length) return whole(text, changed, shortest);
      return after.map((line, at) => whole(before[at] ?? '', line, shortest)).join('\n');
    },
  };
}

/** Deeper than this nobody looks, and a stack may end. */
const DEEPEST = 200;

/**
 * The value with every text in it changed, names and numbers included; what nothing changes in is the same
 * object.
 */
export function mapTexts(value: unknown, change: (text: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') return change(String(value)) === String(value) ? value : HIDDEN;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return '…';
  if (Array.isArray(value)) {
    const mapped = value.map((inner) => mapTexts(inner, change, depth + 1));
    return mapped.every((inner, at) => inner === value[at]) ? value : mapped;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value);
  const mapped = entries.map(([name, inner]) => [change(name), mapTexts(inner, change, depth + 1)] as const);
  return mapped.every(([name, inner], at) => name === entries[at]?.[0] && inner === entries[at]?.[1])
    ? value
    : Object.fromEntries(mapped);
}
