/** What the examination of a chunk is given, and what it gives. */
import type { PackedRows } from '../likeness/packed-rows.ts';
import type { RuleSettings } from '../rules/rule.ts';
import type { RuleId } from '../rules/rules.ts';
import type { StatisticsPart } from '../statistics.ts';
import type { GivenTokenizer } from '../tokens/given-tokenizer.ts';
import type { TokenPart } from '../tokens/row-counter.ts';
import type { FoundAt } from './chunk-problems.ts';

export interface ExamineSettings extends RuleSettings {
  /** Sixteen bytes that nobody outside this process knows: lines are hashed under them. */
  readonly key: Uint8Array;
  readonly model: string;
  readonly countTokens: boolean;
  /** Bytes of data above which tokens are counted on a sample of the rows. */
  readonly exactTokensUpTo: number;
  /** What counts, where the user brought a tokenizer along. */
  readonly tokenizer?: GivenTokenizer | undefined;
}

/** Whole lines, and where they are. */
export interface Lines {
  readonly bytes: Uint8Array;
  /** Where they begin in the joined bytes. */
  readonly position: number;
}

export interface Examined {
  readonly lines: number;
  /** Lines that are not blank. */
  readonly rows: number;
  /** The last of them; 0: there is none. */
  readonly lastRow: number;
  readonly imageRows: number;
  /** The line of the first of them; 0: there is none. */
  readonly firstImage: number;
  readonly found: readonly FoundAt[];
  /** How many more of a rule were found, whose places are not kept. */
  readonly more: ReadonlyMap<RuleId, number>;
  /** Of the blank lines among these how many come after the last row. */
  readonly blankAfter: number;
  /** The rows that could be read; their format is an index into FORMAT_NAMES. */
  readonly readable: PackedRows;
  /** Hashes of the lines of some of them. */
  readonly lineHashes: PackedRows;
  /** A bit for each format of theirs, by its index. */
  readonly formats: number;
  readonly tokens: TokenPart | undefined;
  readonly statistics: StatisticsPart | undefined;
}
