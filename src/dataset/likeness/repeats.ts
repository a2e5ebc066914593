/**
 * Rows that seem to be alike by their keys: compared by the hash of their content, then read again, so that a
 * collision of hashes is no finding.
 */
import { createHash } from 'node:crypto';
import { ours, type Words, words } from '../../words.ts';
import type { MethodType } from '../formats/messages.ts';
import { quote } from '../quote.ts';
import type { Found } from '../rules/found.ts';
import type { RangeReader } from '../scan/range-reader.ts';
import { rereadRow } from '../scan/reread.ts';
import { exactContent, type Relation, relationOf } from './comparison.ts';
import { holds } from './key-index.ts';
import type { ContentHash } from './packed-rows.ts';
import { hashContent } from './row-hash.ts';
import type { Meeting, RowPlace, RowTable } from './row-table.ts';

/** Rows that can be read again. */
export interface KnownRows {
  readonly rows: RowTable;
  readonly reader: RangeReader;
  readonly method: MethodType;
}

/** The line of a row: at once where it is kept, else when it is read. */
function lineOf({ rows, reader }: KnownRows, row: number): Buffer | Promise<Buffer> {
  const { path, offset } = rows.place(row);
  return reader.kept(path, offset) ?? reader.line(path, offset);
}

/** No row has this hash. */
const GONE: ContentHash = { whole: 0, prompt: 0 };

/** The hash of a row's content, taken before or now. */
export async function contentHash(known: KnownRows, row: number): Promise<ContentHash> {
  const taken = known.rows.hash(row);
  if (taken !== undefined) return taken;
  // Undefined when the file has changed since, which the hash of what is uploaded will show.
  const read = rereadRow((await lineOf(known, row)).toString('utf8'), known.method);
  const hash = read === undefined ? GONE : hashContent(read, false);
  known.rows.keepHash(row, hash);
  return hash;
}

/** What a row is to another one, both read again. */
export async function relation(left: KnownRows, row: number, right: KnownRows, other: number): Promise<Relation | undefined> {
  const lines = [await lineOf(left, row), await lineOf(right, other)] as const;
  if (lines[0].equals(lines[1])) return { is: 'same' };
  const [one, two] = lines.map((line) => rereadRow(line.toString('utf8'), left.method));
  return one === undefined || two === undefined ? undefined : relationOf(one, two);
}

/** Where a row is, as a message says it. */
export function placeOf({ path, line }: RowPlace): Words {
  return words`${ours(path)}:${line}`;
}

function foundBy(relation: Relation, method: MethodType, other: RowPlace): Found {
  const place = placeOf(other);
  switch (relation.is) {
    case 'same':
      return { rule: 'row/duplicate', detail: words`The row stands already at ${place}.` };
    case 'contradiction': {
      const detail =
        method === 'dpo'
          ? words`The same two outputs are preferred the other way round at ${place}.`
          : words`The same prompt has another answer at ${place}.`;
      return { rule: 'row/contradiction', detail };
    }
    case 'alike': {
      const { here, there } = relation.difference;
      const detail = words`The row equals ${place} but for how it is written: ${quote(here)} here, ${quote(there)} there.`;
      return { rule: 'row/near-duplicate', detail };
    }
    case 'alike-contradiction': {
      const { here, there } = relation.difference;
      const written = words`${quote(here)} here, ${quote(there)} there`;
      const detail = words`The prompt equals that of ${place} but for how it is written (${written}), and has another answer.`;
      return { rule: 'row/near-contradiction', detail };
    }
  }
}

/** So many forms of what is alike are remembered at most, so that memory stays flat. */
const MOST_FORMS = 20_000;

/** Of rows that are alike and not the same, the first row of each form. */
class Forms {
  readonly #rows = new Map<string, number>();

  /**
   * Meets a row.
   * @param first the first of the rows that it is like
   * @returns an earlier row of the same form; -1 when this is the first one
   */
  meet(first: number, form: string, row: number): number {
    const key = `${first} ${createHash('sha256').update(form).digest('base64')}`;
    const earlier = this.#rows.get(key);
    if (earlier === undefined && this.#rows.size < MOST_FORMS) this.#rows.set(key, row);
    return earlier ?? -1;
  }
}

/** What a row is to an earlier one. */
interface Related {
  readonly relation: Relation;
  readonly other: number;
}

/** From so many different answers to one prompt on they are meant. */
const MANY = 5;
/** So many more rows are looked at, because those that seem to ask the same may do so by chance. */
const SPARE = 4;

/** The rows of one dataset against each other. */
class Comparison {
  readonly #known: KnownRows;
  readonly #forms = { whole: new Forms(), prompt: new Forms() };

  constructor(known: KnownRows) {
    this.#known = known;
  }

  /** The first rows of the prompts that have many answers, sorted. */
  async manyAnswers(): Promise<Int32Array> {
    const firsts: number[] = [];
    for (const [first = 0, ...others] of this.#known.rows.crowds(MANY, MANY + SPARE)) {
      let answers = 1;
      for (const other of others) {
        const found = await relation(this.#known, other, this.#known, first);
        if (found?.is === 'contradiction' || found?.is === 'alike-contradiction') answers += 1;
        if (answers === MANY) break;
      }
      if (answers === MANY) firsts.push(first);
    }
    return Int32Array.from(firsts).sort();
  }

  /**
   * An earlier row of the same form as a row; -1 when there is none.
   * @param first the first of the rows that it is like
   */
  async #sameForm(row: number, first: number, part: 'whole' | 'prompt'): Promise<number> {
    const read = rereadRow((await lineOf(this.#known, row)).toString('utf8'), this.#known.method);
    return read === undefined ? -1 : this.#forms[part].meet(first, exactContent(read)[part], row);
  }

  /** What a row is to the first of those that it seems to be like, or to an earlier one of the same form. */
  async #closest(row: number, first: number, part: 'whole' | 'prompt'): Promise<Related | undefined> {
    const found = await relation(this.#known, row, this.#known, first);
    const related = found === undefined ? undefined : { relation: found, other: first };
    if (found?.is === 'same' || (found?.is === 'contradiction' && part === 'prompt')) return related;
    const earlier = await this.#sameForm(row, first, part);
    const exact = earlier < 0 ? undefined : await relation(this.#known, row, this.#known, earlier);
    return exact === undefined ? related : { relation: exact, other: earlier };
  }

  /**
   * What a row is to the earlier rows that it seems to be like.
   * @param isMany whether the prompt has many answers
   */
  async find({ row, alike, asked }: Meeting, isMany: boolean): Promise<Related | 'one of many' | undefined> {
    const near = alike < 0 ? undefined : await this.#closest(row, alike, 'whole');
    if (near?.relation.is === 'same') return near;
    if (near?.relation.is === 'alike') {
      // Another answer to its prompt may come.
      if (asked >= 0 && !isMany) await this.#sameForm(row, asked, 'prompt');
      return near;
    }
    if (isMany) return 'one of many';
    return asked < 0 ? near : await this.#closest(row, asked, 'prompt');
  }
}

/** A finding; the place of its row is undefined where it concerns the file. */
export interface Repeated {
  readonly found: Found;
  readonly place: RowPlace | undefined;
}

/**
 * The rows that repeat or contradict an earlier one, in their order; then, whether there are prompts with
 * many answers.
 * @throws whatever reading throws
 */
export async function* repeated(known: KnownRows): AsyncGenerator<Repeated> {
  const { rows, method } = known;
  for (const { row, alike, asked } of rows.meetings()) {
    // Most were hashed when they were examined: those whose key their thread had met before.
    for (const one of [row, alike, asked]) if (one >= 0 && rows.hash(one) === undefined) await contentHash(known, one);
  }
  const comparison = new Comparison(known);
  const many = await comparison.manyAnswers();
  let answers = many.length;
  for (const meeting of rows.suspects()) {
    const found = await comparison.find(meeting, meeting.asked >= 0 && holds(many, meeting.asked));
    if (found === 'one of many') answers += 1;
    else if (found !== undefined)
      yield { found: foundBy(found.relation, method, rows.place(found.other)), place: rows.place(meeting.row) };
  }
  const [first] = many;
  if (first === undefined) return;
  const place = placeOf(rows.place(first));
  const detail =
    many.length === 1
      ? words`The prompt at ${place} has ${answers} different answers.`
      : words`${many.length} prompts have ${answers} different answers, at least ${MANY} each; the first is at ${place}.`;
  yield { found: { rule: 'file/many-answers', detail }, place: undefined };
}
