/** What a training run will take: epochs, tokens, money. Pure arithmetic. */
import type { TokenCount } from '../dataset.ts';

/**
 * The number of epochs that OpenAI's cookbook expects where none is asked: 3, more for few rows (at least 100
 * examples seen in all, 25 epochs at most), fewer for very many (25,000 examples seen in all). Source:
 * openai-cookbook, examples/Chat_finetuning_data_prep.ipynb.
 */
export function defaultEpochs(rows: number): number {
  if (rows <= 0) return 1;
  if (rows * 3 < 100) return Math.min(25, Math.floor(100 / rows));
  if (rows * 3 > 25_000) return Math.max(1, Math.floor(25_000 / rows));
  return 3;
}

/** US$ for so many tokens at a price per million tokens. */
export function costOf(tokens: number, pricePerMillion: number): number {
  return (tokens / 1_000_000) * pricePerMillion;
}

/** Tokens of the whole training: those of an epoch, times the epochs. */
export function timesEpochs(count: TokenCount, epochs: number): TokenCount {
  return { ...count, tokens: count.tokens * epochs, low: count.low * epochs, high: count.high * epochs };
}
