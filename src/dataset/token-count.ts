/** The tokens of a whole dataset: counted, estimated, or, above a size, taken from a sample of the rows. */
import type { TokenCount } from './dataset.ts';
import type { Row } from './formats.ts';
import { type Counter, estimateTokens, loadCounter, modelFacts, type RowTokens, rowTokens } from './tokens.ts';

/** Beyond the exact part, of every so many rows one is counted. */
const EVERY = 20;
/** Two-sided 95 % of the normal distribution. */
const Z = 1.96;

/** What one part of the rows has; parts add up. */
export interface TokenPart {
  /** Tokens that were counted, or estimated, row by row. */
  readonly exact: number;
  /** Bytes of the rows beyond the exact part, and those of them that were counted. */
  readonly restBytes: number;
  readonly sample: readonly { readonly tokens: number; readonly bytes: number }[];
}

/** Adds up rows, each cut at the model's limit. */
export class RowCounter {
  readonly rowLimit: number | undefined;
  readonly #counter: Counter | undefined;
  readonly #model: string;
  readonly #exactUpTo: number;
  #exact = 0;
  #restBytes = 0;
  #sample: { readonly tokens: number; readonly bytes: number }[] = [];

  private constructor(model: string, counter: Counter | undefined, rowLimit: number | undefined, exactUpTo: number) {
    this.#model = model;
    this.#counter = counter;
    this.rowLimit = rowLimit;
    this.#exactUpTo = exactUpTo;
  }

  /** @param exactUpTo bytes of data that are counted row by row */
  static async for(model: string, exactUpTo: number): Promise<RowCounter> {
    const { encoding, rowLimit } = modelFacts(model);
    return new RowCounter(model, encoding === undefined ? undefined : await loadCounter(encoding), rowLimit, exactUpTo);
  }

  /**
   * Adds a row of so many bytes, which end at `end` of the whole data.
   * @returns its tokens before cutting; undefined for a row that was left out of the sample
   */
  add(row: Row, bytes: number, end: number): RowTokens | undefined {
    const sampled = this.#counter !== undefined && end > this.#exactUpTo;
    if (sampled) this.#restBytes += bytes;
    // Spread by where a row ends, so that the sample is the same however the data is cut.
    if (sampled && (Math.imul(end, 0x9e3779b1) >>> 0) % EVERY !== 0) return undefined;
    const tokens = this.#counter === undefined ? { total: estimateTokens(bytes), trained: 0 } : rowTokens(row, this.#counter);
    const cut = Math.min(tokens.total, this.rowLimit ?? Number.POSITIVE_INFINITY);
    if (sampled) this.#sample.push({ tokens: cut, bytes });
    else this.#exact += cut;
    return tokens;
  }

  /** What was added since the last part. */
  part(): TokenPart {
    const part = { exact: this.#exact, restBytes: this.#restBytes, sample: this.#sample };
    this.#exact = 0;
    this.#restBytes = 0;
    this.#sample = [];
    return part;
  }

  merge(part: TokenPart): void {
    this.#exact += part.exact;
    this.#restBytes += part.restBytes;
    for (const one of part.sample) this.#sample.push(one);
  }

  finish(): TokenCount {
    const encoding = this.#counter?.encoding;
    if (encoding === undefined) {
      const tokens = this.#exact;
      const basis = `${this.#model || 'the model'} has no tokenizer here; estimated at 4.2 bytes a token, usually within 25 %`;
      return { kind: 'estimated', tokens, low: Math.round(tokens * 0.75), high: Math.round(tokens * 1.25), basis };
    }
    if (this.#sample.length === 0)
      return { kind: 'exact', tokens: this.#exact, low: this.#exact, high: this.#exact, basis: encoding };
    const { tokens, margin } = this.#ratioEstimate();
    return {
      kind: 'sampled',
      tokens: this.#exact + tokens,
      low: Math.max(this.#exact, this.#exact + tokens - margin),
      high: this.#exact + tokens + margin,
      basis: `${encoding}, one row in ${EVERY} beyond the first ${Math.round(this.#exactUpTo / 1_000_000)} MB`,
    };
  }

  /** Ratio estimate (tokens a byte) over the sampled part, with the margin of its 95 % interval (Cochran, Sampling Techniques, ch. 6). */
  #ratioEstimate(): { readonly tokens: number; readonly margin: number } {
    const sums = this.#sample.reduce((sum, one) => ({ tokens: sum.tokens + one.tokens, bytes: sum.bytes + one.bytes }), {
      tokens: 0,
      bytes: 0,
    });
    const ratio = sums.tokens / sums.bytes;
    const count = this.#sample.length;
    const squares = this.#sample.reduce((sum, one) => sum + (one.tokens - ratio * one.bytes) ** 2, 0);
    const deviation = count < 2 ? sums.tokens : Math.sqrt(squares / (count - 1));
    const rows = this.#restBytes / (sums.bytes / count);
    const margin = Z * (rows / Math.sqrt(count)) * deviation * Math.sqrt(Math.max(0, 1 - count / rows));
    return { tokens: Math.round(ratio * this.#restBytes), margin: Math.ceil(margin) };
  }
}
