/**
 * Rewards of the sandbox: graders that texts decide grade as they do anywhere; what needs Python or another
 * model has a stated stand-in.
 */
import { KnownGrader, type SimpleGrader } from '../../api/requests.ts';
import type { Grade, Item } from '../../evaluation/grade.ts';
import { grade, isTextGrader, partsOf } from '../../evaluation/graders.ts';
import { similarity } from '../../evaluation/similarity/similarity.ts';

/** Grades an output for a row; higher is better. */
export interface Grading {
  readonly grade: (output: string, item: Item) => Grade;
  /** What a stand-in does instead, one line for each grader that has one. */
  readonly notices: readonly string[];
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

const REFERENCES = ['answer', 'reference_answer', 'reference', 'label', 'target', 'expected', 'solution', 'output'];

/** How near the output comes to the field that looks like the right answer. */
function standIn(output: string, item: Item): Grade {
  const name =
    REFERENCES.find((candidate) => candidate in item) ?? Object.keys(item).find((key) => key !== 'messages' && key !== 'tools');
  if (name === undefined) return { unscored: 'The row has no field that looks like the answer.' };
  const score = similarity('fuzzy_match', output, textOf(item[name]));
  return score === undefined ? { unscored: 'The answer and the row are too long to be compared.' } : { score };
}

const noticeFor = (name: string, type: string) =>
  `The sandbox cannot run the ${type} grader ${JSON.stringify(name)}; it grades by likeness to the field that looks like the answer instead.`;

/** How a grader of the create call grades. @throws for a formula that cannot be read */
export function gradingOf(grader: unknown): Grading {
  const parsed = KnownGrader.safeParse(grader);
  if (!parsed.success) {
    const type = typeof grader === 'object' && grader !== null && 'type' in grader ? textOf(grader.type) : '';
    return { grade: standIn, notices: [noticeFor('grader', type || 'unknown')] };
  }
  const parts = partsOf(parsed.data);
  const others = [...parts.parts].filter(([, part]: [string, SimpleGrader]) => !isTextGrader(part));
  return {
    grade: (output, item) => grade(parts, { output_text: output }, item, () => standIn(output, item)),
    notices: others.map(([name, { type }]) => noticeFor(name, type)),
  };
}
