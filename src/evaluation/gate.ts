/**
 * The rows of an evaluation, from question to score: both models are asked row by row in turn, each answer is
 * graded as it comes, and a row counts when all of its answers have a score.
 */
import type { ChatReply, ChatRequest } from '../providers/port.ts';
import type { Asked, Asking, Terms } from './asking/asking.ts';
import type { GraderParts } from './graders.ts';
import { gradeAnswer, type Judge } from './judging.ts';
import type { EvaluationRow } from './rows.ts';

export type Side = 'candidate' | 'baseline';
export const SIDES = ['candidate', 'baseline'] as const;

/** So much of an answer is kept for the report once it is graded, in characters. */
const LONGEST = 4000;

/**
 * One answer with its score: what is shown of it, and not the answer, which may be as long as a server likes.
 */
export interface Graded {
  readonly text: string;
  readonly finishReason: string;
  readonly refused: boolean;
  readonly score: number;
  readonly remarks: readonly string[];
}

/** A row with what became of it: the answers of both models, or why it has no score. */
export interface RowResult {
  readonly row: EvaluationRow;
  readonly candidate: readonly Graded[];
  readonly baseline: readonly Graded[];
  readonly unscored: string | undefined;
}

export interface Gate {
  readonly rows: readonly EvaluationRow[];
  readonly sides: Readonly<Record<Side, Asked>>;
  readonly sampling: Readonly<Record<string, unknown>>;
  readonly repeat: number;
  readonly parts: GraderParts;
  readonly asking: Asking;
  readonly terms: Terms;
  readonly judge: Judge;
  /** So many rows without a score make the rest worthless. */
  readonly mostUnscored: number;
  /** Most calls in flight. */
  readonly concurrency: number;
  /** Hears of each row that is done. */
  readonly onRow: (done: number) => void;
}

/** The request of a row to a model. */
export function requestOf(row: EvaluationRow, model: string, sampling: Gate['sampling']): ChatRequest {
  return { ...row.more, ...sampling, model, messages: row.messages };
}

/** Answers of one row on their way. */
class RowWork {
  readonly row: EvaluationRow;
  readonly answers: Readonly<Record<Side, Graded[]>> = { candidate: [], baseline: [] };
  unscored: string | undefined;
  left: number;

  constructor(row: EvaluationRow, units: number) {
    this.row = row;
    this.left = units;
  }
}

interface Unit {
  readonly work: RowWork;
  readonly side: Side;
  readonly repeat: number;
}

/** A copy of a text's beginning: a part of a long text would keep all of it in memory. */
const beginningOf = (text: string) => Buffer.from(text.slice(0, LONGEST), 'utf16le').toString('utf16le');

function shownOf({ content, refusal, tool_calls, finish_reason }: ChatReply): Omit<Graded, 'score' | 'remarks'> {
  const said = content ?? refusal ?? (tool_calls.length > 0 ? JSON.stringify(tool_calls) : '');
  return { text: beginningOf(said), finishReason: finish_reason, refused: refusal !== null };
}

/** One answer, asked for and graded. @returns whether it came */
async function carryOut({ work, side, repeat }: Unit, gate: Gate): Promise<boolean> {
  const { row } = work;
  const asked = gate.sides[side];
  const answer = await gate.asking.answer(asked, requestOf(row, asked.model, gate.sampling), repeat, gate.terms);
  if (answer === undefined) return false;
  if ('unanswered' in answer) {
    work.unscored ??= `The ${side} did not answer: ${answer.unanswered}.`;
    return true;
  }
  const graded = await gradeAnswer(gate.parts, answer.reply, row.item, gate.judge);
  if (graded === undefined) return false;
  if ('unscored' in graded) work.unscored ??= graded.unscored;
  else work.answers[side][repeat] = { ...shownOf(answer.reply), score: graded.score, remarks: graded.remarks ?? [] };
  return true;
}

const finished = ({ row, answers, unscored }: RowWork): RowResult => ({ row, ...answers, unscored });

/** How many rows share the beginning of the first one's prompt, which a server then reads once for all. */
function sharesBeginning(rows: readonly EvaluationRow[]): boolean {
  const beginning = ({ messages, more }: EvaluationRow) => JSON.stringify([more, messages[0]]);
  const [first, second] = rows;
  return first !== undefined && second !== undefined && first.messages.length > 1 && beginning(first) === beginning(second);
}

/**
 * Carries the evaluation out, until all rows are done or the asking ends.
 * @returns the rows that were finished, in the order of the data
 */
export async function evaluateRows(gate: Gate): Promise<readonly RowResult[]> {
  const works = gate.rows.map((row) => new RowWork(row, gate.repeat * SIDES.length));
  const units = works.flatMap((work) =>
    Array.from({ length: gate.repeat }, (_, repeat) => SIDES.map((side) => ({ work, side, repeat }))).flat(),
  );
  const done = new Set<RowWork>();
  let unscored = 0;
  const carry = async (unit: Unit) => {
    if (gate.asking.stop !== undefined || !(await carryOut(unit, gate))) return;
    const { work } = unit;
    work.left -= 1;
    if (work.left > 0) return;
    done.add(work);
    if (work.unscored !== undefined) unscored += 1;
    if (unscored > gate.mostUnscored)
      gate.asking.end({
        kind: 'coverage',
        words: `${unscored} ${unscored === 1 ? 'row has' : 'rows have'} no score. The last: ${work.unscored ?? ''}`,
      });
    gate.onRow(done.size);
  };
  // What a server refuses by name is known after the first row, and what all prompts share has been read.
  const alone = sharesBeginning(gate.rows) ? gate.repeat * SIDES.length : SIDES.length;
  for (const unit of units.slice(0, alone)) await carry(unit);
  const rest = units.slice(alone).values();
  const worker = async () => {
    for (const unit of rest) await carry(unit);
  };
  await Promise.all(Array.from({ length: gate.concurrency }, worker));
  return works.filter((work) => done.has(work)).map(finished);
}
