/**
 * What an operation cannot do without: inputs as data, from which the check of the inputs and the README's
 * table derive. Pure.
 */
import type { InputProblem } from '../errors.ts';
import type { Inputs } from './inputs.ts';

type Given = Omit<Inputs, 'remarks'>;
type Name = keyof Given;

export interface Need {
  /** The input that is asked for where the need is not met. */
  readonly input: Name;
  /** Groups of inputs, each of which is enough; without them the input itself. */
  readonly enough?: readonly (readonly Name[])[];
  /** Where it is needed at all; without it everywhere. */
  readonly only?: { readonly words: string; readonly method: string };
  /** What to write. */
  readonly fix: string;
}

/** A group of inputs, by its title in action.yml. */
export type InputGroup =
  | 'Model and data'
  | 'How to train'
  | 'Labels of jobs'
  | 'Which server'
  | 'Who signs in'
  | 'Deployments'
  | 'Waiting, and what to do when it ends early'
  | 'Which job'
  | 'Evaluation'
  | 'Limits and prices'
  | 'How data is checked'
  | 'What is kept and shown';

/** An operation as far as its inputs go. */
export interface OperationInputs {
  readonly name: string;
  readonly needs: readonly Need[];
}

export const MODEL: Need = {
  input: 'model',
  fix: 'Write the name of the base model, for example model: gpt-4.1-mini-2025-04-14',
};

export const TRAINING_FILE: Need = {
  input: 'training_file',
  fix: 'Write the path of the training data, for example training_file: data/train.jsonl',
};

export const VALIDATION_FILE: Need = {
  input: 'validation_file',
  only: { words: 'for reinforcement', method: 'reinforcement' },
  fix: 'Reinforcement fine-tuning requires validation data, for example validation_file: data/valid.jsonl',
};

/** One job, by name. */
export const ONE_JOB: Need = {
  input: 'job_id',
  enough: [['job_id'], ['metadata']],
  fix: 'Write job_id, or metadata that the job carries.',
};

/** One job, by name or by what it was asked to do. */
export const ONE_JOB_OR_ITS_INPUTS: Need = {
  input: 'job_id',
  enough: [['job_id'], ['metadata'], ['model', 'training_file']],
  fix: 'Write job_id, or metadata that the job carries, or the same model and training_file as the create step.',
};

/** The model that is judged, by its name or by its job. */
export const CANDIDATE: Need = {
  input: 'model',
  enough: [['model'], ['job_id'], ['metadata']],
  fix: 'Write the name of the model, for example model: ${{ steps.train.outputs.fine_tuned_model }}, or the job_id or metadata of its job.',
};

export const EVALUATION_FILE: Need = {
  input: 'evaluation_file',
  fix: 'Write the path of rows that no model was trained on, for example evaluation_file: data/eval.jsonl',
};

export const GRADER: Need = {
  input: 'grader',
  fix: 'Write how an answer is graded: a word such as ilike or rouge_l, or a grader as the API takes it',
};

/** A model that was trained. */
export const FINE_TUNED_MODEL: Need = {
  input: 'model',
  enough: [['model'], ['job_id'], ['metadata']],
  fix: 'Write model with the name of the fine-tuned model, or job_id, or metadata that its job carries.',
};

/** What makes a model callable, or the model itself. */
export const DEPLOYMENT: Need = {
  input: 'deployment',
  enough: [['deployment'], ['model'], ['job_id'], ['metadata']],
  fix: 'Write deployment with its name, or model, job_id or metadata as the deploy step has them.',
};

const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** What is known of inputs that are not all right. */
export interface Reading {
  /** The method that is asked for, be it right or wrong. */
  readonly type: string;
  /** Inputs that are given and wrong: none of them is missing. */
  readonly wrong: ReadonlySet<string>;
  /** Inputs that the platform does not demand. */
  readonly optional: readonly string[];
}

/** What is missing for the operation, a sentence each. */
export function missingInputs(given: Given, operation: OperationInputs, { type, wrong, optional }: Reading): InputProblem[] {
  return operation.needs
    .filter(({ input, enough = [[input]], only }) => {
      const asked = !optional.includes(input) && (only === undefined || only.method === type);
      return asked && !enough.some((group) => group.every((name) => wrong.has(name) || isGiven(given[name])));
    })
    .map(({ input, fix }) => ({
      place: input,
      message: `Input ${input} is missing; operation ${operation.name} needs it. ${fix}`,
    }));
}

/** A need as a page says it: "`job_id` or `metadata`". */
export function needWords({ input, enough = [[input]], only }: Need): string {
  const groups = enough.map((group) => group.map((name) => `\`${name}\``).join(' and '));
  return `${groups.join(groups.length > 2 ? ', or ' : ' or ')}${only === undefined ? '' : ` (${only.words})`}`;
}
