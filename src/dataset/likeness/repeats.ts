/**
 * Rows that seem to be alike by their keys: compared by the hash of their content, then read again, so that a
 * collision of hashes is no finding.
 */
import { createHash } from 'node:crypto';
import { ours, type Words, words } from '../../words.ts';
import type { MethodType } from '../formats/messages.ts';
import { quote } from '../quote.ts';
import type { Found } from '../rules/found.ts';
import { exactContent, type Relation } from './comparison.ts';
import { holds } from './key-index.ts';
import { compareMeetings, type KnownRows, relation, rowAgain } from './known-rows.ts';
import type { RowPlace, Suspect } from './row-table.ts';

/** Where a row is, as a message says it. */
export function placeOf({ path, line }: RowPlace): Words {
  return words`${ours(path)}:${line}`;
}

/** The rule that a row breaks by what it is to another one. */
const RULE_OF = {
  same: 'row/duplicate',
  contradiction: 'row/contradiction',
  alike: 'row/near-duplicate',
  'alike-contradiction': 'row/near-contradiction',
} as const satisfies Record<Relation['is'], Found['rule']>;

function detailOf(relation: Relation, method: MethodType, other: RowPlace): Words {
  const place = placeOf(other);
  switch (relation.is) {
    case 'same':
      return words`The row is the same as ${place}.`;
    case 'contradiction':
      return method === 'dpo'
        ? words`The same two outputs are preferred the other way round at ${place}.`
        : words`The same prompt has another answer at ${place}.`;
    case 'alike': {
      const { here, there } = relation.difference;
      return words`The row equals ${place} but for how it is written: ${quote(here)} here, ${quote(there)} there.`;
    }
    case 'alike-contradiction': {
      const { here, there } = relation.difference;
      const written = words`${quote(here)} here, ${quote(there)} there`;
      return words`The prompt equals that of ${place} but for how it is written (${written}), and has another answer.`;
    }
  }
}

/** So many forms of what is alike are remembered at most, so that memory stays flat. */
const MOST_FORMS = 20_000;

/** Of rows that are alike and not the same, the first row of each form. */
class Forms {
  readonly #rows = new Map<string, number>();
  /** The first rows of which a form is remembered. */
  readonly #firsts = new Set<number>();

  /** Whether a row may meet one of its form, or be remembered. */
  isOpen(first: number): boolean {
    return this.#rows.size < MOST_FORMS || this.#firsts.has(first);
  }

  /**
   * Meets a row.
   * @param first the first of the rows that it is like
   * @returns an earlier row of the same form; -1 when this is the first one
   */
  meet(first: number, form: string, row: number): number {
    const key = `${first} ${createHash('sha256').update(form).digest('base64')}`;
    const earlier = this.#rows.get(key);
    if (earlier !== undefined) return earlier;
    if (this.#rows.size < MOST_FORMS) {
      this.#rows.set(key, row);
      this.#firsts.add(first);
    }
    return -1;
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
    if (!this.#forms[part].isOpen(first)) return -1;
    const read = await rowAgain(this.#known, row);
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
  async find({ row, alike, asked }: Suspect, isMany: boolean): Promise<Related | 'one of many' | undefined> {
    const near = alike < 0 ? undefined : await this.#closest(row, alike, 'whole');
    if (near?.relation.is === 'same') {
      // So that its copies are found to be those of the other.
      this.#known.rows.keepCopy(row, near.other);
      return near;
    }
    if (near?.relation.is === 'alike') {
      // Another answer to its prompt may come.
      if (asked >= 0 && !isMany) await this.#sameForm(row, asked, 'prompt');
      return near;
    }
    if (isMany) return 'one of many';
    return asked < 0 ? near : await this.#closest(row, asked, 'prompt');
  }
}

/**
 * Hears of a finding. Of a million repeats each is an object less.
 * @param row undefined where it concerns the file
 * @param found says it in words, which is not needed where it is only counted
 */
type Tell = (rule: Found['rule'], row: number | undefined, found: () => Found) => void;

const SAME: Relation = { is: 'same' };

/**
 * Finds the rows that repeat or contradict an earlier one, in their order; then, whether there are prompts
 * with many answers.
 * @throws whatever reading throws
 */
export async function findRepeats(known: KnownRows, tell: Tell): Promise<void> {
  const { rows, method } = known;
  await compareMeetings(known);
  const comparison = new Comparison(known);
  const many = await comparison.manyAnswers();
  let answers = many.length;
  const report = (row: number, relation: Relation, other: number) => {
    const rule = RULE_OF[relation.is];
    tell(rule, row, () => ({ rule, detail: detailOf(relation, method, rows.place(other)) }));
  };
  for (const suspect of rows.suspects()) {
    const { row } = suspect;
    const original = rows.original(row);
    if (original !== row) {
      report(row, SAME, rows.original(original));
      continue;
    }
    const related = await comparison.find(suspect, suspect.asked >= 0 && holds(many, suspect.asked));
    if (related === 'one of many') answers += 1;
    else if (related !== undefined) report(row, related.relation, related.other);
  }
  const [first] = many;
  if (first === undefined) return;
  const place = placeOf(rows.place(first));
  const detail =
    many.length === 1
      ? words`The prompt at ${place} has ${answers} different answers.`
      : words`${many.length} prompts have ${answers} different answers, at least ${MANY} each; the first is at ${place}.`;
  tell('file/many-answers', undefined, () => ({ rule: 'file/many-answers', detail }));
}
