/** How much memory is held for rows that repeat others, and that it is given back. */
import { describe, expect, jest, test } from '@jest/globals';
import { KEY, NO_LINE, RowBuffer } from '../src/dataset/likeness/packed-rows.ts';
import { Records } from '../src/dataset/likeness/records.ts';
import { RowTable } from '../src/dataset/likeness/row-table.ts';
import { RangeReader } from '../src/dataset/scan/range-reader.ts';
import { many } from './support/rows.ts';

const ROWS = 10_000;

/** Rows whose content was hashed, each of the second half like one of the first; and the bytes that they take. */
function repeatedRows() {
  const table = new RowTable();
  const buffer = new RowBuffer();
  for (let row = 0; row < ROWS; row += 1) {
    const number = Math.imul((row % (ROWS / 2)) + 1, 0x9e3779b1);
    const keys = { whole: number, wholeMore: row, prompt: ~number, promptMore: row };
    buffer.add(keys, { whole: number, prompt: ~number }, NO_LINE, row + 1, 0, 0);
  }
  const rows = buffer.take();
  const bytes = rows.buffer.byteLength;
  table.add(rows, buffer.takeLines(), 'a', 0, 0);
  return { table, bytes };
}

/** The bytes of the buffers that are given back while something is done. */
function givenBack(work: () => void): number {
  const buffers: ArrayBuffer = Object.getPrototypeOf(new Int32Array(0).buffer);
  const { transfer } = buffers;
  let bytes = 0;
  const spy = jest.spyOn(buffers, 'transfer').mockImplementation(function (this: ArrayBuffer, length?: number) {
    bytes += this.byteLength;
    return transfer.call(this, length);
  });
  try {
    work();
  } finally {
    spy.mockRestore();
  }
  return bytes;
}

describe('records', () => {
  test('are copied into segments, none of which is copied again, and what they came in is given back', () => {
    const records = new Records(3);
    const chunks = many(200, (chunk) => Int32Array.from({ length: 3 * (chunk + 1) }, (_, index) => chunk * 1000 + index));
    const numbers = chunks.flatMap((chunk) => [...chunk]);
    const returned = givenBack(() => {
      for (const chunk of chunks) records.add(chunk);
    });
    expect(returned).toBe(numbers.length * 4);
    expect(records.count).toBe(numbers.length / 3);
    expect(numbers.map((_, index) => records.get(Math.floor(index / 3), index % 3))).toEqual(numbers);
    records.set(8191, 2, -7);
    records.set(8192, 0, -8);
    expect([records.get(8191, 2), records.get(8192, 0), records.get(8192, 1)]).toEqual([-7, -8, numbers[8192 * 3 + 1]]);
    const held = givenBack(() => records.free());
    expect(held).toBeGreaterThanOrEqual(returned);
    expect(held).toBeLessThan(returned + 100_000);
  });
});

describe('rows that meet earlier ones', () => {
  test('take 24 bytes each in the table', () => {
    expect(repeatedRows().bytes).toBe(24 * ROWS);
  });

  test.each([
    ['meetings', 11],
    ['suspects', 21],
    ['crowds', 8],
  ] as const)('the tables of %s, at most %i bytes a row in all, are given back', (what, most) => {
    const { table } = repeatedRows();
    let count = 0;
    const bytes = givenBack(() => {
      const all = { meetings: () => table.meetings(KEY), suspects: () => table.suspects(), crowds: () => table.crowds(1, 1) };
      for (const _ of all[what]()) count += 1;
    });
    expect(count).toBe(ROWS / 2);
    expect(bytes).toBeGreaterThan((most - 3) * ROWS);
    expect(bytes).toBeLessThanOrEqual(most * ROWS);
  });
});

describe('lines that are read again', () => {
  const BLOCK = 64 * 1024;
  /** Each block is one line of its own number; the hundredth has no end before the next but one. */
  const fill = (into: Uint8Array, offset: number) => {
    const number = offset / BLOCK;
    into.fill(number % 250 === 10 ? 11 : number % 250);
    if (number % 100 !== 0) into[BLOCK - 1] = 0x0a;
  };

  test('are read into the memory of those that were let go of', async () => {
    const memories = new Set<ArrayBufferLike>();
    const reader = new RangeReader(async (_, offset, length, into = new Uint8Array(length)) => {
      memories.add(into.buffer);
      fill(into, offset);
      return into;
    });
    for (let block = 0; block < 500; block += 1) await reader.line('a', block * BLOCK);
    expect(memories.size).toBeLessThanOrEqual(33);
  });

  test('stay what they are when their memory is read into again', async () => {
    const reader = new RangeReader(async (_, offset, length, into = new Uint8Array(length)) => {
      fill(into, offset);
      return into;
    });
    const first = await reader.line('a', BLOCK);
    const kept = reader.kept('a', BLOCK);
    const long = await reader.line('a', 100 * BLOCK);
    for (let block = 101; block < 400; block += 1) await reader.line('a', block * BLOCK);
    expect(first.equals(Buffer.alloc(BLOCK - 1, 1))).toBe(true);
    expect(kept?.equals(first)).toBe(true);
    expect(long.equals(Buffer.concat([Buffer.alloc(BLOCK, 100), Buffer.alloc(BLOCK - 1, 101)]))).toBe(true);
  });
});
