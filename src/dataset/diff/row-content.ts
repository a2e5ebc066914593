/**
 * What a row says, whatever its spaces and the order of its keys: the whole of it, what it asks, and what it
 * answers.
 */
import { isUtf8 } from 'node:buffer';
import { canonicalJson } from '../../canonical.ts';
import { formatFor } from '../formats/formats.ts';
import { Gathered, type Keys } from './pairing.ts';
import type { RowFinder } from './row-finder.ts';
import type { RowList, RowReader } from './row-list.ts';

/** The part that is asked and the part that is answered; neither where the row is in no known format. */
function parts(value: unknown): { readonly question: unknown; readonly answer: unknown } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const row = { ...value };
  // Whatever the method is, an answer at the end of the messages is the answer.
  const said = formatFor(row, 'supervised')?.saidByAny(row);
  if (said === undefined) return undefined;
  const { messages, asked, given = null } = said;
  return { question: [messages.slice(0, asked), given], answer: messages.slice(asked) };
}

/** Hashes of what some rows ask, and of what they answer; each is kept for the rows that have it. */
export interface Parts {
  readonly question: Keys;
  readonly answer: Keys;
}

/**
 * What the text of a row holds; undefined for what is not UTF-8, whose differences a text would lose, not
 * JSON, or nested too deep to be walked.
 */
function read<Result>(bytes: Buffer, act: (value: unknown, text: string) => Result): Result | undefined {
  if (!isUtf8(bytes)) return undefined;
  try {
    const text = bytes.toString('utf8');
    return act(JSON.parse(text), text);
  } catch {
    return undefined;
  }
}

/** Definitions of tools count as they were written, whatever the order of their keys says. */
const mayHaveTools = (text: string) => text.includes('"tools"') || text.includes('"functions"');

/**
 * Reads some rows again and hashes what each says as a whole. A row that cannot be read is known by its line
 * alone.
 * @returns the hashes, and the rows whose tokens depend on how they are written
 */
export async function contentsOf(
  list: RowList,
  rows: Int32Array,
  reader: RowReader,
  hash: RowFinder,
): Promise<{ readonly contents: Keys; readonly written: ReadonlySet<number> }> {
  const contents = new Gathered(rows.length);
  const written = new Set<number>();
  await reader.read(rows, (bytes, row) => {
    const content = read(bytes, (value, text) => {
      if (mayHaveTools(text)) written.add(row);
      return canonicalJson(value);
    });
    if (content === undefined) return contents.add(row, list.low(row), list.high(row));
    hash.text(content);
    contents.add(row, hash.low, hash.high);
  });
  return { contents: contents.finish(), written };
}

/** Reads some rows again and hashes what each asks and what it answers. */
export async function partsOf(rows: Int32Array, reader: RowReader, hash: RowFinder): Promise<Parts> {
  const [question, answer] = [new Gathered(rows.length), new Gathered(rows.length)];
  const keep = (gathered: Gathered, row: number, part: unknown) => {
    if (part === undefined) return;
    hash.text(canonicalJson(part));
    gathered.add(row, hash.low, hash.high);
  };
  await reader.read(rows, (bytes, row) =>
    read(bytes, (value) => {
      const split = parts(value);
      keep(question, row, split?.question);
      keep(answer, row, split?.answer);
    }),
  );
  return { question: question.finish(), answer: answer.finish() };
}
