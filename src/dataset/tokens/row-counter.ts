/** The tokens of a whole dataset: counted, estimated, or, above a size, taken from a sample of the rows. */
import type { TokenCount } from '../dataset.ts';
import { type Row, rowTokens } from '../formats/formats.ts';
import type { GivenTokenizer } from './given-tokenizer.ts';
import { bitOf, estimatedParts } from './grades.ts';
import { modelFacts } from './models.ts';
import type { Range } from './pictures.ts';
import type { RowTokens } from './tally.ts';
import { type TokenRules, tokenRules } from './token-rules.ts';

/** Beyond the exact part, of every so many rows one is counted. */
const EVERY = 20;
/** Two-sided 95 % of the normal distribution. */
const Z = 1.96;

/** How far o200k_base, which stands in for tokenizers that are not shipped, is from others. */
const MEASURED = '9 % on real data';
/** What a price limit reckons with, as a part of the count. */
const UNCERTAIN = 0.25;

interface SampledRow extends Range {
  readonly bytes: number;
}

/** What one part of the rows has; parts add up. */
export interface TokenPart {
  /** Of the rows that were counted one by one. */
  readonly counted: Range;
  /** Bytes of the rows beyond those, and those of them that were counted. */
  readonly restBytes: number;
  readonly sample: readonly SampledRow[];
  /** The rules by which something was estimated, as bits. */
  readonly estimated: number;
}

/** What is said instead of a price. */
const UNPRICED =
  'embedded pictures seem to be billed there as their base64 text and not by their size (two public jobs), so their cost is not known';

const NOTHING: Range = { tokens: 0, low: 0, high: 0 };
const plus = (sum: Range, more: Range): Range => ({
  tokens: sum.tokens + more.tokens,
  low: sum.low + more.low,
  high: sum.high + more.high,
});

/** Adds up rows, each cut at the model's limit. */
export class RowCounter {
  readonly rowLimit: number | undefined;
  readonly #rules: TokenRules;
  /** The model, when another tokenizer only stands in for its own. */
  readonly #unknown: string | undefined;
  readonly #countedUpTo: number;
  #counted = { ...NOTHING };
  #restBytes = 0;
  #sample: SampledRow[] = [];
  #estimated = 0;

  private constructor(model: string, rules: TokenRules, countedUpTo: number, given: boolean) {
    const { encoding, rowLimit } = modelFacts(model);
    this.#unknown = encoding === undefined && !given ? model || 'the model' : undefined;
    this.rowLimit = rowLimit;
    this.#rules = rules;
    this.#countedUpTo = countedUpTo;
  }

  /**
   * @param countedUpTo bytes of data that are counted row by row
   * @param picturesAsText whether embedded pictures seem to be billed as their text
   * @param given the tokenizer that counts, where the user brought one
   */
  static async for(model: string, countedUpTo: number, picturesAsText?: boolean, given?: GivenTokenizer): Promise<RowCounter> {
    return new RowCounter(model, await tokenRules(model, picturesAsText, given), countedUpTo, given !== undefined);
  }

  /** Whether the rows of data up to `end` are counted one by one. */
  countsAll(end: number): boolean {
    return end <= this.#countedUpTo;
  }

  /** Whether a row that ends at `end` of the whole data is counted. */
  counts(end: number): boolean {
    // Spread by where a row ends, so that the sample is the same however the data is cut.
    return end <= this.#countedUpTo || (Math.imul(end, 0x9e3779b1) >>> 0) % EVERY === 0;
  }

  /** Leaves out a row of so many bytes that is not counted. */
  leaveOut(bytes: number): void {
    this.#restBytes += bytes;
  }

  /**
   * Adds a row of so many bytes, which end at `end` of the whole data.
   * @returns its tokens before cutting; undefined for a row that was left out of the sample
   */
  add(row: Row, bytes: number, end: number): RowTokens | undefined {
    const sampled = end > this.#countedUpTo;
    if (sampled) this.#restBytes += bytes;
    if (!this.counts(end)) return undefined;
    const counted = rowTokens(row, this.#rules);
    const most = this.rowLimit ?? Number.POSITIVE_INFINITY;
    const tokens = Math.min(counted.total, most);
    const low = Math.min(counted.low, most);
    const high = Math.min(counted.high, most);
    this.#estimated |= counted.estimated;
    if (sampled) this.#sample.push({ tokens, low, high, bytes });
    else {
      this.#counted.tokens += tokens;
      this.#counted.low += low;
      this.#counted.high += high;
    }
    return counted;
  }

  /** What was added since the last part. */
  part(): TokenPart {
    const part = { counted: this.#counted, restBytes: this.#restBytes, sample: this.#sample, estimated: this.#estimated };
    this.#counted = { ...NOTHING };
    this.#restBytes = 0;
    this.#sample = [];
    this.#estimated = 0;
    return part;
  }

  merge(part: TokenPart): void {
    this.#counted = { ...plus(this.#counted, part.counted) };
    this.#restBytes += part.restBytes;
    this.#estimated |= part.estimated;
    for (const one of part.sample) this.#sample.push(one);
  }

  finish(): TokenCount {
    const sampled = this.#sample.length > 0;
    const rest = sampled ? this.#ratioEstimate() : NOTHING;
    const sum = plus(this.#counted, rest);
    const unsure = this.#unknown === undefined ? 0 : UNCERTAIN;
    return {
      kind: this.#unknown !== undefined || (!sampled && this.#estimated !== 0) ? 'estimated' : sampled ? 'sampled' : 'exact',
      tokens: Math.round(sum.tokens),
      low: Math.floor(Math.max(this.#counted.low, sum.low) * (1 - unsure)),
      high: Math.ceil(sum.high * (1 + unsure)),
      basis: this.#basis(sampled),
      ...((this.#estimated & bitOf('pictures-as-text')) === 0 ? {} : { unpriced: UNPRICED }),
    };
  }

  #basis(sampled: boolean): string {
    const { tokenizer: used } = this.#rules;
    const tokenizer =
      this.#unknown === undefined
        ? used
        : `the tokenizer of ${this.#unknown} is not at hand (input tokenizer takes one); counted with ${used}, which differs from others by up to ${MEASURED}`;
    const sample = sampled ? `, one row in ${EVERY} beyond the first ${Math.round(this.#countedUpTo / 1_000_000)} MB` : '';
    const parts = estimatedParts(this.#estimated);
    return `${tokenizer}${sample}${parts === '' ? '' : `; ${parts}`}`;
  }

  /**
   * Ratio estimate (tokens a byte) over the sampled part, with the margin of its 95 % interval (Cochran,
   * Sampling Techniques, ch. 6).
   */
  #ratioEstimate(): Range {
    const sums = this.#sample.reduce((sum, one) => ({ ...plus(sum, one), bytes: sum.bytes + one.bytes }), {
      ...NOTHING,
      bytes: 0,
    });
    const ratio = sums.tokens / sums.bytes;
    const count = this.#sample.length;
    const squares = this.#sample.reduce((sum, one) => sum + (one.tokens - ratio * one.bytes) ** 2, 0);
    const deviation = count < 2 ? sums.tokens : Math.sqrt(squares / (count - 1));
    const rows = this.#restBytes / (sums.bytes / count);
    const margin = Z * (rows / Math.sqrt(count)) * deviation * Math.sqrt(Math.max(0, 1 - count / rows));
    const tokens = Math.round(ratio * this.#restBytes);
    const [low, high] = [tokens * (sums.low / sums.tokens), tokens * (sums.high / sums.tokens)];
    return { tokens, low: low - margin, high: high + Math.ceil(margin) };
  }
}
