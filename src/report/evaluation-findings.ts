/** What an evaluation has found out: the only input of its pages and files. */
import type { Judgement } from '../evaluation/statistics/verdict.ts';

export type EvaluationVerdict = Judgement['verdict'] | 'incomplete';

/** A model that was asked. */
export interface EvaluatedModel {
  readonly model: string;
  /** Where, without credentials. */
  readonly origin: string;
  /** Its answers came from what was kept, and it was not asked. */
  readonly recorded: boolean;
  /** Of the rows answered more than once, the share whose answers differ; undefined where none was. */
  readonly flipRate: number | undefined;
  /** How many states of the server answered. */
  readonly fingerprints: number;
  /** Answers that ended otherwise than by themselves, by how they ended; refusals among them. */
  readonly endings: Readonly<Record<string, number>>;
}

/** What a model said to a row. */
export interface EvaluatedAnswer {
  readonly text: string;
  readonly score: number;
  readonly finishReason: string;
}

export interface EvaluatedRow {
  readonly path: string;
  readonly line: number;
  readonly tag: string | undefined;
  /** The last message of the prompt. */
  readonly prompt: string;
  readonly reference: string | undefined;
  readonly candidate: readonly EvaluatedAnswer[];
  readonly baseline: readonly EvaluatedAnswer[];
  /** Mean scores; undefined for a row without a score. */
  readonly score: number | undefined;
  readonly baselineScore: number | undefined;
  readonly unscored: string | undefined;
}

export interface Evaluation {
  readonly verdict: EvaluationVerdict;
  readonly passed: boolean;
  /** Of an incomplete one: what ended it, as a sentence. */
  readonly stopped: string | undefined;
  /** The models are made for practice. */
  readonly rehearsal: boolean;
  readonly candidate: EvaluatedModel;
  readonly baseline: EvaluatedModel;
  readonly grader: string;
  readonly range: readonly [number, number];
  readonly repeat: number;
  readonly maxDrop: number;
  readonly confidence: number;
  readonly onInconclusive: 'fail' | 'pass';
  readonly clusterBy: string | undefined;
  readonly tagBy: string | undefined;
  /** Rows of the file. */
  readonly total: number;
  readonly minCoverage: number;
  /** Of the rows that have a score for both models; undefined where none has. */
  readonly judgement: Judgement | undefined;
  /** The difference that so many rows show as a rule, as a share of the range. */
  readonly detectable: number;
  /** Of the rows that were finished, in the order of the data. */
  readonly rows: readonly EvaluatedRow[];
  /** US$; undefined without prices. */
  readonly usd: number | undefined;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Answers that were asked for, and those that were kept from before. */
  readonly asked: number;
  readonly kept: number;
  readonly retries: number;
}

/** The share of the rows that have a score for both models. */
export const coverageOf = ({ judgement, total }: Evaluation) => (judgement?.rows ?? 0) / total;

/** The name that the next step reads. */
export const promotedOf = ({ passed, candidate, baseline }: Evaluation) => (passed ? candidate.model : baseline.model);
