/** Tokens of the version before, from those of the version after: only the rows that differ are counted. */
import type { TokenCount } from '../dataset.ts';
import type { MethodType } from '../formats/messages.ts';
import { rereadRow } from '../scan/reread.ts';
import type { GivenTokenizer } from '../tokens/given-tokenizer.ts';
import { patiently } from '../tokens/patience.ts';
import { RowCounter } from '../tokens/row-counter.ts';

/** Counts the rows that only one version has. */
export class ChangedTokens {
  readonly #method: MethodType;
  readonly #counter: RowCounter;
  /** Rows of more tokens than the model takes. */
  overLimit = 0;

  readonly #tokenizer: GivenTokenizer | undefined;

  private constructor(method: MethodType, counter: RowCounter, tokenizer: GivenTokenizer | undefined) {
    this.#method = method;
    this.#counter = counter;
    this.#tokenizer = tokenizer;
  }

  static async for(
    model: string,
    method: MethodType,
    picturesAsText?: boolean,
    tokenizer?: GivenTokenizer,
  ): Promise<ChangedTokens> {
    return new ChangedTokens(method, await RowCounter.for(model, Number.POSITIVE_INFINITY, picturesAsText, tokenizer), tokenizer);
  }

  add(text: string): void {
    if (this.#tokenizer === undefined) this.#add(text);
    else patiently(this.#tokenizer.path, text.length, () => this.#add(text));
  }

  #add(text: string): void {
    const row = rereadRow(text, this.#method);
    const tokens = row === undefined ? undefined : this.#counter.add(row, 0, 0);
    const limit = this.#counter.rowLimit;
    if (tokens !== undefined && limit !== undefined && tokens.total > limit) this.overLimit += 1;
  }

  finish(): TokenCount {
    return this.#counter.finish();
  }
}

/**
 * The count of the version before. It is as sure as that of the version after, and no surer than that of the
 * rows that only the version before has: what differs is counted row by row. Pure.
 */
export function tokensBefore(after: TokenCount, onlyAfter: TokenCount, onlyBefore: TokenCount): TokenCount {
  const shifted = (count: number, gone: number, come: number) => Math.max(0, count - gone + come);
  const { kind, basis } = after.kind === 'exact' ? onlyBefore : after;
  return {
    kind,
    basis,
    tokens: shifted(after.tokens, onlyAfter.tokens, onlyBefore.tokens),
    low: shifted(after.low, onlyAfter.low, onlyBefore.low),
    high: shifted(after.high, onlyAfter.high, onlyBefore.high),
  };
}
