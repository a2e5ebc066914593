/**
 * A tiny language model: the next piece from the one, two and three pieces before it. Features are hashed
 * into tables; the softmax has two levels (the piece's class, then the piece in its class), so that a step
 * touches 128 scores instead of 4,096. Plain stochastic gradient descent.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { CLASSES, PER_CLASS, type Sequence } from './pieces.ts';

const CLASS_ROWS = 1 << 13;
const PIECE_ROWS = 1 << 14;
const ORDERS = 4;
const MAGIC = 0x46544132;

/**
 * What a pass over pieces came to. `loss` is the sum in nats over `count` learned pieces; `right` counts
 * those that were guessed.
 */
export interface Tally {
  loss: number;
  right: number;
  count: number;
}

function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const value = Math.exp((scores[at] ?? 0) - most);
    scores[at] = value;
    sum += value;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}

function largest(values: Float64Array): number {
  let best = 0;
  for (let at = 1; at < values.length; at += 1) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
  return best;
}

export class LanguageModel {
  readonly #classTable = new Float32Array(CLASS_ROWS * CLASSES);
  readonly #pieceTable = new Float32Array(PIECE_ROWS * PER_CLASS);
  readonly #classRows = new Int32Array(ORDERS);
  readonly #pieceRows = new Int32Array(ORDERS);
  readonly #classScores = new Float64Array(CLASSES);
  readonly #pieceScores = new Float64Array(PER_CLASS);

  /** Probabilities of the classes, and of the pieces in the class of the piece at `at`. */
  #predict(pieces: Int32Array, at: number): void {
    const target = Math.floor((pieces[at] ?? 0) / PER_CLASS);
    let hash = 0x9e3779b1;
    for (let order = 0; order < ORDERS; order += 1) {
      if (order > 0) hash = Math.imul(hash ^ ((pieces[at - order] ?? -1) + 1), 0x85ebca6b) ^ (hash >>> 13);
      const mixed = Math.imul(hash ^ (order * 0x27d4eb2f), 0xc2b2ae35) >>> 0;
      this.#classRows[order] = (mixed % CLASS_ROWS) * CLASSES;
      this.#pieceRows[order] = ((Math.imul(mixed ^ (target * 0x165667b1), 0x85ebca6b) >>> 0) % PIECE_ROWS) * PER_CLASS;
    }
    this.#sum(this.#classTable, this.#classRows, this.#classScores);
    this.#sum(this.#pieceTable, this.#pieceRows, this.#pieceScores);
  }

  #sum(table: Float32Array, rows: Int32Array, scores: Float64Array): void {
    scores.fill(0);
    for (const row of rows) for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (table[row + at] ?? 0);
    softmax(scores);
  }

  /** Moves one table against the gradient of −log p(target), `rate` times; a negative rate moves along it. */
  #move(table: Float32Array, rows: Int32Array, scores: Float64Array, target: number, rate: number): void {
    for (const row of rows) {
      for (let at = 0; at < scores.length; at += 1)
        table[row + at] = (table[row + at] ?? 0) - rate * ((scores[at] ?? 0) - (at === target ? 1 : 0));
    }
  }

  /** Adds a sequence to the tally, and learns from it where the rate is not 0. */
  pass({ pieces, learned }: Sequence, rate: number, tally: Tally): void {
    for (let at = 0; at < pieces.length; at += 1) {
      if (learned[at] !== 1) continue;
      this.#predict(pieces, at);
      const piece = pieces[at] ?? 0;
      const group = Math.floor(piece / PER_CLASS);
      const inner = piece % PER_CLASS;
      tally.loss -= Math.log(Math.max(1e-12, (this.#classScores[group] ?? 0) * (this.#pieceScores[inner] ?? 0)));
      tally.count += 1;
      if (largest(this.#classScores) === group && largest(this.#pieceScores) === inner) tally.right += 1;
      if (rate === 0) continue;
      this.#move(this.#classTable, this.#classRows, this.#classScores, group, rate);
      this.#move(this.#pieceTable, this.#pieceRows, this.#pieceScores, inner, rate);
    }
  }

  /** The log-probability of the learned pieces of a sequence, in nats. */
  logProbability(sequence: Sequence): number {
    const tally: Tally = { loss: 0, right: 0, count: 0 };
    this.pass(sequence, 0, tally);
    return -tally.loss;
  }

  /** Writes the rows that were ever touched. The file appears whole or not at all. */
  save(path: string): void {
    const tables = [
      { table: this.#classTable, width: CLASSES },
      { table: this.#pieceTable, width: PER_CLASS },
    ];
    const parts = tables.flatMap(({ table, width }) => {
      const rows: number[] = [];
      for (let row = 0; row * width < table.length; row += 1)
        if (table.subarray(row * width, (row + 1) * width).some((value) => value !== 0)) rows.push(row);
      const values = new Float32Array(rows.length * width);
      for (const [index, row] of rows.entries()) values.set(table.subarray(row * width, (row + 1) * width), index * width);
      return [Int32Array.of(rows.length), Int32Array.from(rows), values];
    });
    const bytes = Buffer.concat([Int32Array.of(MAGIC), ...parts].map((part) => Buffer.from(part.buffer)));
    writeFileSync(`${path}.part`, bytes);
    renameSync(`${path}.part`, path);
  }

  /** A model with the weights of a file. @throws when the file is none of ours */
  static load(path: string): LanguageModel {
    const file = readFileSync(path);
    const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
    const model = new LanguageModel();
    const head = new Int32Array(bytes);
    const values = new Float32Array(bytes);
    if (head[0] !== MAGIC) throw new Error(`${path} holds no weights of the sandbox.`);
    let at = 1;
    for (const { table, width } of [
      { table: model.#classTable, width: CLASSES },
      { table: model.#pieceTable, width: PER_CLASS },
    ]) {
      const count = head[at] ?? 0;
      const rows = head.subarray(at + 1, at + 1 + count);
      at += 1 + count;
      for (const row of rows) {
        table.set(values.subarray(at, at + width), row * width);
        at += width;
      }
    }
    return model;
  }
}
