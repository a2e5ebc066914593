/**
 * Which paths a glob names. Each part of it is compared with a name in time that grows with both, never with
 * a power of them, whatever either holds: the names are those of whoever made the files. Pure.
 */
import { posix } from 'node:path';
import { withoutBraces } from './braces.ts';

/** Any letters, and none. */
const STAR = Symbol('*');
type Sign = typeof STAR | ((letter: string) => boolean);

/** Whether a part of a path is named; `anywhere` where it is `**`, any folders and none. */
interface Part {
  readonly anywhere: boolean;
  readonly names: (name: string) => boolean;
}

/** A glob without braces. */
export interface Pattern {
  /** The folder from which on it says more than a name; a whole path where it is one. */
  readonly base: string;
  readonly parts: readonly Part[];
}

/** The places in the parts of a pattern up to which a path was followed. */
export type Places = ReadonlySet<number>;

const MAGIC = /[*?[]/;

/** The letters that `[a-z_]` stands for. */
function setOf(inside: string): (letter: string) => boolean {
  const isNot = /^[!^]/.test(inside);
  const letters = [...(isNot ? inside.slice(1) : inside)];
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const from = letters[at] ?? '';
    const isRange = letters[at + 1] === '-' && at + 2 < letters.length;
    ranges.push([from, isRange ? (letters[at + 2] ?? from) : from]);
    if (isRange) at += 2;
  }
  return (letter) => ranges.some(([from, to]) => from <= letter && letter <= to) !== isNot;
}

function* signsOf(text: string): Generator<Sign> {
  for (let at = 0; at < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    // What closes at once is a letter of the set.
    const [set, inside = ''] = letter === '[' ? (/^\[([!^]?\]?[^\]]*)\]/.exec(text.slice(at)) ?? []) : [];
    if (letter === '*') yield STAR;
    else if (letter === '?') yield () => true;
    else if (set !== undefined) yield setOf(inside);
    else yield (other) => other === letter;
    at += set?.length ?? letter.length;
  }
}

/** Whether the signs name these letters: after a mismatch only the last star takes one letter more. */
function isNamed(signs: readonly Sign[], letters: readonly string[]): boolean {
  let sign = 0;
  let star = -1;
  let taken = 0;
  for (let at = 0; at < letters.length; ) {
    const test = signs[sign];
    if (test === STAR) {
      star = sign;
      taken = at;
      sign += 1;
    } else if (test?.(letters[at] ?? '') === true) {
      sign += 1;
      at += 1;
    } else if (star >= 0) {
      sign = star + 1;
      taken += 1;
      at = taken;
    } else return false;
  }
  return signs.slice(sign).every((test) => test === STAR);
}

const isHidden = (name: string) => name.startsWith('.');

function partOf(text: string, folded: (text: string) => string): Part {
  if (text === '**') return { anywhere: true, names: (name) => !isHidden(name) };
  const written = folded(text);
  if (!MAGIC.test(text)) return { anywhere: false, names: (name) => folded(name) === written };
  const signs = [...signsOf(written)];
  return { anywhere: false, names: (name) => isHidden(name) === isHidden(text) && isNamed(signs, [...folded(name)]) };
}

/**
 * The patterns that a glob stands for. A `\` parts folders, as on Windows.
 * @param foldCase whether capital and small letters are the same
 */
export function patternsOf(glob: string, foldCase = false): readonly Pattern[] {
  const folded = foldCase ? (text: string) => text.toLowerCase() : (text: string) => text;
  return withoutBraces(glob.replaceAll('\\', '/')).map((text) => {
    const all = posix.normalize(text).split('/');
    const magic = all.findIndex((part) => MAGIC.test(part));
    const base = (magic < 0 ? all : all.slice(0, magic)).join('/');
    const isRoot = base === '' && all[0] === '';
    return { base: isRoot ? '/' : base, parts: magic < 0 ? [] : all.slice(magic).map((part) => partOf(part, folded)) };
  });
}

/** With the places behind each `**`, which may be none; a last one is something. */
function withNone({ parts }: Pattern, places: Iterable<number>): Places {
  const all = new Set<number>();
  for (const place of places) {
    for (let at = place; !all.has(at); at += 1) {
      all.add(at);
      if (parts[at]?.anywhere !== true || at === parts.length - 1) break;
    }
  }
  return all;
}

/** Where a path begins, below the base. */
export const beginningOf = (pattern: Pattern): Places => withNone(pattern, [0]);

/** Where a path has come with one more name. */
export function followed(pattern: Pattern, places: Places, name: string): Places {
  const { parts } = pattern;
  const next = [...places].flatMap((place) => {
    const part = parts[place];
    if (part?.names(name) !== true) return [];
    if (!part.anywhere) return [place + 1];
    return place === parts.length - 1 ? [place, parts.length] : [place];
  });
  return withNone(pattern, next);
}

/** Whether a path is named that has come to these places. */
export const isWhole = ({ parts }: Pattern, places: Places): boolean => places.has(parts.length);

/** Whether something below a path is named that has come to these places. */
export const goesOn = ({ parts }: Pattern, places: Places): boolean => [...places].some((place) => place < parts.length);

/** Whether a `/`-path is one that the pattern names. */
export function namesPath(pattern: Pattern, file: string): boolean {
  const { base, parts } = pattern;
  if (parts.length === 0) return file === base;
  if (base !== '' && !file.startsWith(`${base}/`)) return false;
  const names = file.slice(base === '' ? 0 : base.length + 1).split('/');
  return isWhole(
    pattern,
    names.reduce<Places>((places, name) => followed(pattern, places, name), beginningOf(pattern)),
  );
}
