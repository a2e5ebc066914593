/**
 * Graders as the API defines them. What texts alone decide is decided here, exactly; who asks models, and
 * what stands in for Python, is for the caller to say: the sandbox has a stand-in, a gate asks models and
 * refuses Python.
 */
import type { KnownGrader, SimpleGrader } from '../api/requests.ts';
import { type Formula, parseFormula } from './formula.ts';
import type { Grade, Item, Sample } from './grade.ts';
import { similarity } from './similarity/similarity.ts';
import { fill } from './templates.ts';

export type TextGrader = Extract<SimpleGrader, { readonly type: 'string_check' | 'text_similarity' }>;
/** A grader that texts alone do not decide. */
export type OtherGrader = Exclude<SimpleGrader, TextGrader>;

/** The graders of a create call with names, and the formula over them; one grader alone has none. */
export interface GraderParts {
  readonly parts: ReadonlyMap<string, SimpleGrader>;
  readonly formula: Formula | undefined;
}

export function isTextGrader(grader: SimpleGrader): grader is TextGrader {
  return grader.type === 'string_check' || grader.type === 'text_similarity';
}

/** Whether the value of `graders` is one grader, not a map of them. */
const isOne = (graders: object): graders is SimpleGrader => 'type' in graders && typeof graders.type === 'string';

function namedParts(graders: (KnownGrader & { readonly type: 'multi' })['graders']): [string, SimpleGrader][] {
  if (Array.isArray(graders)) return graders.map((one) => [one.name, one]);
  return isOne(graders) ? [[graders.name, graders]] : Object.entries(graders);
}

/**
 * Takes a grader apart.
 * @throws for a formula that cannot be read, or that names no grader; for two graders of one name
 */
export function partsOf(grader: KnownGrader): GraderParts {
  if (grader.type !== 'multi') return { parts: new Map([[grader.name, grader]]), formula: undefined };
  const named = namedParts(grader.graders);
  const parts = new Map(named);
  if (parts.size < named.length) throw new Error('Two graders have one name, so calculate_output cannot tell them apart.');
  const formula = parseFormula(grader.calculate_output);
  const unknown = formula.names.find((name) => !parts.has(name));
  if (unknown !== undefined) {
    throw new Error(
      `calculate_output uses ${JSON.stringify(unknown)}, which is no grader; there are ${[...parts.keys()].join(', ')}.`,
    );
  }
  return { parts, formula };
}

function check({ operation }: TextGrader & { readonly type: 'string_check' }, input: string, reference: string): boolean {
  switch (operation) {
    case 'eq':
      return input === reference;
    case 'ne':
      return input !== reference;
    case 'like':
      return input.includes(reference);
    case 'ilike':
      return input.toLowerCase().includes(reference.toLowerCase());
  }
}

/** Grades by texts alone. */
function gradeByText(grader: TextGrader, sample: Sample, item: Item): Grade {
  const input = fill(grader.input, sample, item);
  const reference = fill(grader.reference, sample, item);
  const missing = [input, reference].flatMap((filled) => ('missing' in filled ? [filled] : []));
  const faulty = missing.find(({ fault }) => fault === 'row') ?? missing[0];
  if (faulty !== undefined) {
    return faulty.fault === 'answer' ? { score: 0, remarks: [faulty.missing] } : { unscored: faulty.missing };
  }
  if (!('text' in input) || !('text' in reference)) return { unscored: 'A template cannot be filled.' };
  const score =
    grader.type === 'string_check'
      ? Number(check(grader, input.text, reference.text))
      : similarity(grader.evaluation_metric, input.text, reference.text);
  if (score === undefined) return { unscored: `Both texts of grader ${grader.name} are too long to be compared.` };
  const remarks = [...new Set([...input.remarks, ...reference.remarks])];
  return remarks.length === 0 ? { score } : { score, remarks };
}

/** What Python would grade has no score here. */
export function refuse(grader: OtherGrader): Grade {
  return { unscored: `Grader ${grader.name} of type ${grader.type} cannot be computed here.` };
}

/**
 * Grades an answer. Of several graders, those that the formula names are asked; one without a score leaves
 * the whole without.
 * @param others grades what texts alone do not decide
 * @throws nothing
 */
export function grade(
  { parts, formula }: GraderParts,
  sample: Sample,
  item: Item,
  others: (grader: OtherGrader, sample: Sample, item: Item) => Grade = refuse,
): Grade {
  const gradeOne = (part: SimpleGrader) => (isTextGrader(part) ? gradeByText(part, sample, item) : others(part, sample, item));
  const values = new Map<string, number>();
  const remarks: string[] = [];
  for (const [name, part] of parts) {
    if (formula !== undefined && !formula.names.includes(name)) continue;
    const one = gradeOne(part);
    if (formula === undefined) return one;
    if ('unscored' in one) return { unscored: `Grader ${name}: ${one.unscored}` };
    values.set(name, one.score);
    remarks.push(...(one.remarks ?? []).map((remark) => `Grader ${name}: ${remark}`));
  }
  const outcome = formula?.evaluate(values) ?? { fault: 'there is no grader' };
  if ('fault' in outcome) return { unscored: `calculate_output has no value: ${outcome.fault}.` };
  return remarks.length === 0 ? { score: outcome.value } : { score: outcome.value, remarks };
}
