/**
 * The two ends of a grader that asks a model: the question for one answer, and the score in the model's
 * reply. Who asks, and how often, is the business of the gate; the reply's shape is the one that the API's
 * own graders ask for as structured output.
 */
import * as z from 'zod/mini';
import type { SimpleGrader } from '../api/requests.ts';
import type { Grade, Item, Sample } from './grade.ts';
import { fill } from './templates.ts';

export type ScoreModelGrader = Extract<SimpleGrader, { readonly type: 'score_model' }>;
export type LabelModelGrader = Extract<SimpleGrader, { readonly type: 'label_model' }>;
export type ModelGrader = ScoreModelGrader | LabelModelGrader;

/** A message whose templates are filled. */
export interface Question {
  readonly role: string;
  readonly content: unknown;
}

/** The lowest and the highest score of a grader; from 0 to 1 unless it says otherwise. */
export function rangeOf(grader: SimpleGrader): readonly [number, number] {
  return grader.type === 'score_model' ? (grader.range ?? [0, 1]) : [0, 1];
}

/** A copy of a value whose texts are replaced. */
function mapTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, replace)]));
}

/** The messages to ask the model with; a grade where they cannot be filled, and nothing is to be asked. */
export function questionOf(grader: ModelGrader, sample: Sample, item: Item): { readonly messages: readonly Question[] } | Grade {
  const [lowest] = rangeOf(grader);
  const failures: Grade[] = [];
  const replace = (template: string): string => {
    const filled = fill(template, sample, item);
    if ('text' in filled) return filled.text;
    failures.push(filled.fault === 'answer' ? { score: lowest, remarks: [filled.missing] } : { unscored: filled.missing });
    return '';
  };
  const messages = grader.input.map(({ role, content }) => ({ role, content: mapTexts(content, replace) }));
  return failures.find((failure) => 'unscored' in failure) ?? failures[0] ?? { messages };
}

const Reply = z.object({ result: z.unknown() });

/** What a reply gives as its `result`; undefined for one that is not as asked. */
function resultOf(reply: string): unknown {
  try {
    return Reply.safeParse(JSON.parse(reply)).data?.result;
  } catch {
    return undefined;
  }
}

/**
 * The grade in a model's reply: a number cut to the range, or whether the label is one that passes. A reply
 * that cannot be read is no score, and 1e400, which no number holds, is not the highest one.
 */
export function gradeOfReply(grader: ModelGrader, reply: string): Grade {
  const result = resultOf(reply);
  if (grader.type === 'label_model') {
    if (typeof result === 'string' && grader.labels.includes(result))
      return { score: grader.passing_labels.includes(result) ? 1 : 0 };
    return { unscored: `The model of grader ${grader.name} answered with none of its labels.` };
  }
  if (typeof result !== 'number' || !Number.isFinite(result))
    return { unscored: `The model of grader ${grader.name} answered without a number.` };
  const [lowest, highest] = rangeOf(grader);
  return { score: Math.min(highest, Math.max(lowest, result)) };
}
