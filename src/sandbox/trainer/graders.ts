/** The API's graders. What a text alone decides is decided as the API does; what needs Python or another model has a stated stand-in. */
import { KnownGrader, type SimpleGrader } from '../../api/requests.ts';
import { evaluate } from './formula.ts';
import { similarity } from './similarity.ts';

export type Item = Readonly<Record<string, unknown>>;

/** Grades an output for a row; higher is better. */
export interface Grading {
  readonly grade: (output: string, item: Item) => number;
  /** What a stand-in does instead, one line for each grader that has one. */
  readonly notices: readonly string[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

function follow(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}

/** Fills `{{ item.x }}`, `{{ sample.output_text }}` and `{{ sample.output_json.x }}`. */
export function fill(template: string, output: string, item: Item): string {
  return template.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, path: string) => {
    if (path === 'sample.output_text') return output;
    if (path.startsWith('sample.output_json'))
      return textOf(follow({ output_json: parseJson(output) }, path.slice('sample.'.length)));
    if (path.startsWith('item.')) return textOf(follow(item, path.slice('item.'.length)));
    return '';
  });
}

const REFERENCES = ['answer', 'reference_answer', 'reference', 'label', 'target', 'expected', 'solution', 'output'];

/** How near the output comes to the field that looks like the right answer. */
function standIn(output: string, item: Item): number {
  const name =
    REFERENCES.find((candidate) => candidate in item) ?? Object.keys(item).find((key) => key !== 'messages' && key !== 'tools');
  return name === undefined ? 0 : similarity('fuzzy_match', output, textOf(item[name]));
}

function gradeSimple(grader: SimpleGrader, output: string, item: Item): number {
  switch (grader.type) {
    case 'string_check': {
      const input = fill(grader.input, output, item);
      const reference = fill(grader.reference, output, item);
      const passes = {
        eq: input === reference,
        ne: input !== reference,
        like: input.includes(reference),
        ilike: input.toLowerCase().includes(reference.toLowerCase()),
      };
      return passes[grader.operation] ? 1 : 0;
    }
    case 'text_similarity':
      return similarity(grader.evaluation_metric, fill(grader.input, output, item), fill(grader.reference, output, item));
    default:
      return standIn(output, item);
  }
}

const isGrader = (value: unknown): value is SimpleGrader =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function noticeFor(name: string, type: string): string[] {
  if (type === 'string_check' || type === 'text_similarity') return [];
  return [
    `The sandbox cannot run the ${type} grader ${JSON.stringify(name)}; it grades by likeness to the field that looks like the answer instead.`,
  ];
}

/** How a grader of the create call grades. @throws for a formula that cannot be read, when it is first used */
export function gradingOf(grader: unknown): Grading {
  const parsed = KnownGrader.safeParse(grader);
  if (!parsed.success) return { grade: standIn, notices: noticeFor('grader', textOf(follow(grader, 'type')) || 'unknown') };
  const known = parsed.data;
  if (known.type !== 'multi')
    return { grade: (output, item) => gradeSimple(known, output, item), notices: noticeFor(known.name, known.type) };
  const graders: [string, SimpleGrader][] = isGrader(known.graders)
    ? [[known.graders.name, known.graders]]
    : Object.entries(known.graders);
  return {
    grade: (output, item) => {
      const scores = Object.fromEntries(graders.map(([name, inner]) => [name, gradeSimple(inner, output, item)]));
      const value = evaluate(known.calculate_output, scores);
      return Number.isFinite(value) ? value : 0;
    },
    notices: graders.flatMap(([name, inner]) => noticeFor(name, inner.type)),
  };
}
