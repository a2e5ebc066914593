/**
 * What one pass over a file of training data finds out. Plain values: they cross threads and stand in the
 * report as they are.
 */
import type { Words } from '../words.ts';
import type { DataFormat } from './formats/formats.ts';
import type { Severity } from './profile.ts';
import type { RuleId } from './rules/rules.ts';

export type { Severity } from './profile.ts';

/**
 * One thing that is wrong with the data, at its place. The message is one line: what is wrong, the value,
 * what is allowed, what to do. What it quotes of the row stands apart in it.
 */
export interface Problem {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: Words;
  /** The path as given, also where several files are joined as one. */
  readonly path: string;
  /** Counts from 1 within that file; undefined when the whole file is meant. */
  readonly line: number | undefined;
  /** Counts from 1, in UTF-16 units; known for faults of syntax only. */
  readonly column: number | undefined;
}

/**
 * Tokens of one epoch, rows cut at the model's limit. `exact`: all that was counted is billed truth;
 * `estimated`: something was not; `sampled`: from some rows, with a 95 % interval.
 */
export interface TokenCount {
  readonly kind: 'exact' | 'estimated' | 'sampled';
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  /** How it was counted, in words: the encoding, or the estimate's basis and error. */
  readonly basis: string;
  /** Why these tokens are not to be priced, in words; absent where they may be. */
  readonly unpriced?: string;
}

export interface Distribution {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export interface Statistics {
  /** The rows that the figures are of. */
  readonly rows: number;
  /** Rows that were left out, because the data is large and a sample stands for it. */
  readonly leftOut: number;
  /** Tokens a row (characters a row / 4 where no token was counted). */
  readonly rowTokens: Distribution;
  readonly longest: readonly { readonly path: string; readonly line: number; readonly tokens: number }[];
  /**
   * At most 12 bins of equal width over tokens a row; `from` is inclusive, `to` exclusive but for the last.
   */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly rows: number }[];
  readonly turns: Distribution;
  /** Messages by role. */
  readonly roles: Readonly<Record<string, number>>;
  /** Calls by tool name. */
  readonly tools: Readonly<Record<string, number>>;
  /** 0…1: the part of the tokens that is learned (assistant text of weight 1). */
  readonly trainedShare: number;
  /** Rows whose answer has fewer than 3 characters. */
  readonly nearEmptyAnswers: number;
}

/** One dataset: one path, or several joined as one upload. */
export interface Dataset {
  readonly role: 'training_file' | 'validation_file' | 'evaluation_file';
  readonly paths: readonly string[];
  /** The format of the rows; undefined when none could be read. */
  readonly format: DataFormat | undefined;
  readonly rows: number;
  /** Of the joined bytes, exactly as they would be uploaded. */
  readonly bytes: number;
  /** Lower-case hex over the joined bytes. */
  readonly sha256: string;
  /** The same with CR LF counted as LF: a checkout changes line ends, and not what is trained. */
  readonly contentSha256: string;
  /** In file order. Beyond a cap only the counts go on. */
  readonly problems: readonly Problem[];
  /** Exact counts, whatever was kept in `problems`. By rule, in order of first sight. */
  readonly counts: readonly { readonly rule: RuleId; readonly severity: Severity; readonly count: number }[];
  readonly tokens: TokenCount | undefined;
  readonly statistics: Statistics | undefined;
}

/** The number of problems of one severity. */
export function countOf(dataset: Dataset, severity: Severity): number {
  return dataset.counts.filter((entry) => entry.severity === severity).reduce((sum, entry) => sum + entry.count, 0);
}
