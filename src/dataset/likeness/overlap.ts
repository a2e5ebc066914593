/** Training data against validation data. */
import { ours, type Words, words } from '../../words.ts';
import type { Dataset, Problem } from '../dataset.ts';
import { quote } from '../quote.ts';
import { type RuleId, ruleOf } from '../rules/rules.ts';
import type { Relation } from './comparison.ts';
import { contentHash, type KnownRows, relation } from './known-rows.ts';
import { placeOf } from './repeats.ts';

/** Of training rows that are alike so many are looked at for one that says exactly the same. */
const MOST_LOOKED_AT = 32;

/** The rules that both files are needed for. */
export const PAIR_RULES = ['pair/overlap', 'pair/near-overlap'] as const satisfies readonly RuleId[];

/** Whether a rule is of rows that training and validation data share. */
export function isOfBoth(rule: RuleId): boolean {
  return PAIR_RULES.some((one) => one === rule);
}

/** How often each of these rules is broken. */
export function overlapCounts(shared: readonly Problem[]): Dataset['counts'] {
  return PAIR_RULES.flatMap((rule) => {
    const count = shared.filter((problem) => problem.rule === rule).length;
    return count === 0 ? [] : [{ rule, severity: ruleOf(rule).severity, count }];
  });
}

interface Twin {
  readonly found: Relation;
  readonly row: number;
}

/** The training row that says the same as a validation row, or else the first that is alike. */
async function twinOf(training: KnownRows, validation: KnownRows, row: number): Promise<Twin | undefined> {
  const hash = validation.rows.hash(validation.rows.original(row));
  if (hash === undefined) return undefined;
  let alike: Twin | undefined;
  let looked = 0;
  for (const other of training.rows.withContent(hash.whole)) {
    const found = await relation(validation, row, training, other);
    if (found?.is === 'same') return { found, row: other };
    if (found?.is === 'alike') alike ??= { found, row: other };
    looked += 1;
    if (looked === MOST_LOOKED_AT) break;
  }
  return alike;
}

function foundBy(found: Relation, there: Words): { readonly rule: RuleId; readonly detail: Words } {
  if (!('difference' in found))
    return { rule: 'pair/overlap', detail: words`The row stands in the training data too (${there}).` };
  const written = words`${quote(found.difference.here)} here, ${quote(found.difference.there)} there`;
  const detail = words`The row equals one of the training data (${there}) but for how it is written: ${written}.`;
  return { rule: 'pair/near-overlap', detail };
}

/**
 * What stands in both, as problems on the lines of the validation data, in their order.
 * @throws whatever reading the rows again throws
 */
export async function overlap(training: KnownRows, validation: KnownRows): Promise<Problem[]> {
  try {
    return await compared(training, validation);
  } finally {
    await Promise.all([training.reader.close(), validation.reader.close()]);
  }
}

async function compared(training: KnownRows, validation: KnownRows): Promise<Problem[]> {
  const problems: Problem[] = [];
  // Of training rows with one key the first is found by it, and the others by their hashes, which were taken
  // when they met.
  for (let row = 0; row < validation.rows.count; row += 1) {
    const first = training.rows.withKey(validation.rows.key(row));
    if (first >= 0) await Promise.all([contentHash(training, first), contentHash(validation, row)]);
  }
  for (let row = 0; row < validation.rows.count; row += 1) {
    const twin = await twinOf(training, validation, row);
    if (twin === undefined) continue;
    const { path, line } = validation.rows.place(row);
    const { rule, detail } = foundBy(twin.found, placeOf(training.rows.place(twin.row)));
    const { severity, fix } = ruleOf(rule);
    problems.push({ rule, severity, message: words`${detail} ${ours(fix)}`, path, line, column: undefined });
  }
  return problems;
}
