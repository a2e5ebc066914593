/** Which rows have been seen, by content, in a few bytes a row. */
import { createHash } from 'node:crypto';
import type { Row } from './formats.ts';
import { promptAndAnswer } from './rows.ts';

export interface RowPlace {
  readonly path: string;
  readonly line: number;
}

/** Rows by the hash of what they hold: as it is, and after normalisation (NFKC, lower case, white space as one space). */
export interface RowIndex {
  readonly exact: ReadonlyMap<string, RowPlace>;
  readonly normalised: ReadonlyMap<string, RowPlace>;
}

/** 96 bits: among a billion rows two different ones meet with a chance of one in 10^11. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, 16);
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

export type Likeness = { readonly kind: 'same' | 'alike' | 'contradiction'; readonly as: RowPlace };

export class RowIndexer implements RowIndex {
  readonly exact = new Map<string, RowPlace>();
  readonly normalised = new Map<string, RowPlace>();
  readonly #prompts = new Map<string, { readonly answer: string; readonly place: RowPlace }>();

  /** Adds a row and tells which earlier one it is like, if any. */
  add(row: Row, place: RowPlace): Likeness | undefined {
    const { prompt, answer } = promptAndAnswer(row);
    const exact = hash(JSON.stringify(row.row));
    const alike = hash(`${normalise(prompt)}\n${normalise(answer)}`);
    const promptKey = hash(normalise(prompt));
    const twin = this.exact.get(exact);
    const near = this.normalised.get(alike);
    const other = this.#prompts.get(promptKey);
    if (twin === undefined) this.exact.set(exact, place);
    if (near === undefined) this.normalised.set(alike, place);
    if (other === undefined) this.#prompts.set(promptKey, { answer: alike, place });
    if (twin !== undefined) return { kind: 'same', as: twin };
    // Rows of reinforcement may ask the same with other fields beside it; their answers are sampled.
    if (row.format === 'reinforcement') return undefined;
    if (near !== undefined && row.format !== 'preference') return { kind: 'alike', as: near };
    if (other !== undefined && other.answer !== alike && row.format !== 'preference' && prompt !== '')
      return { kind: 'contradiction', as: other.place };
    return undefined;
  }
}
