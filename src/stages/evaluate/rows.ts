/**
 * The rows of an evaluation: checked as data is, cut into prompts and answers, and none of them known to a
 * model beforehand.
 */
import { isMap } from '../../api/method.ts';
import type { Dataset, Problem } from '../../dataset/dataset.ts';
import type { RuleId } from '../../dataset/rules/rules.ts';
import { ruleOf } from '../../dataset/rules/rules.ts';
import { chunksOf } from '../../dataset/scan/chunks.ts';
import { holdsTooMuch } from '../../dataset/scan/json-line.ts';
import { sourceOf } from '../../dataset/sources.ts';
import { ActionError } from '../../errors.ts';
import { itemReads } from '../../evaluation/grader-reads.ts';
import { type EvaluationRow, evaluationRow, hasItem, independentRows, promptHash, trainedPrompt } from '../../evaluation/rows.ts';
import { counted } from '../../report/text.ts';
import { type World, warn } from '../../run/step.ts';
import { ours, type Words, words } from '../../words.ts';
import { checkData } from '../check-data.ts';
import { dataVerdict, enforce } from '../limits.ts';
import { reportData } from '../report-data.ts';

/** What is wrong with rows to learn from, and fine with rows to be asked. */
const FINE: ReadonlySet<RuleId> = new Set([
  'row/unknown-key',
  'chat/no-assistant-message',
  'chat/last-not-assistant',
  'chat/nothing-learned',
  'chat/missing-user',
  'chat/empty-answer',
  'chat/blank-answer',
  'row/contradiction',
  'row/near-contradiction',
  'file/many-answers',
  'row/wrong-format',
  'row/duplicate',
] satisfies RuleId[]);

interface Line {
  readonly path: string;
  readonly line: number;
  readonly value: unknown;
}

/** Every row of the files, parsed; what cannot be parsed the check has found. */
async function* linesOf(world: World, paths: readonly string[]): AsyncGenerator<Line> {
  const before = new Map<string, number>();
  for await (const { path, bytes } of chunksOf(
    paths,
    (name) => world.files.read(name),
    () => undefined,
  )) {
    let line = before.get(path) ?? 0;
    const text = bytes === undefined ? '' : Buffer.from(bytes).toString('utf8');
    for (const one of text.replace(/\n$/, '').split('\n')) {
      line += 1;
      if (one.trim() !== '') yield { path, line, value: parsed(one) };
    }
    before.set(path, line);
  }
}

function parsed(text: string): unknown {
  if (holdsTooMuch(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problem(rule: RuleId, { path, line }: Pick<Line, 'path' | 'line'>, detail: Words): Problem {
  const { severity, fix } = ruleOf(rule);
  return { rule, severity, message: words`${detail} ${ours(fix)}`, path, line, column: undefined };
}

/** What a row lacks of what is read of it. */
function* lacking(row: EvaluationRow, world: World): Generator<Problem> {
  const { grader, cluster_by, tag_by } = world.inputs;
  if (row.messages.length === 0) yield problem('evaluation/no-prompt', row, words`The row has no message before the answer.`);
  for (const { path, optional } of itemReads(grader)) {
    if (optional || hasItem(row.item, path)) continue;
    const name = ours(`{{item.${path.join('.')}}}`);
    yield problem('evaluation/missing-item', row, words`The grader reads ${name}, which the row does not have.`);
  }
  for (const [input, field, value] of [
    ['cluster_by', cluster_by, row.cluster],
    ['tag_by', tag_by, row.tag],
  ] as const) {
    if (field === undefined || value !== undefined) continue;
    yield problem('evaluation/missing-item', row, words`Input ${ours(input)} names ${ours(field)}, which the row does not have.`);
  }
}

/** Rows whose prompt stands in data that a model was trained with. */
async function leaks(world: World, rows: readonly EvaluationRow[]): Promise<Problem[]> {
  const byPrompt = Map.groupBy(rows, ({ messages }) => promptHash(messages));
  const found = new Map<EvaluationRow, Problem>();
  for (const input of ['training_file', 'validation_file'] as const) {
    const source = await sourceOf(input, world.inputs[input], world.files);
    if (source?.kind === 'id')
      world.runner.notice(
        `Input ${input} is the ID of an uploaded file, so nothing says whether its rows are among those of evaluation_file.`,
      );
    if (source?.kind !== 'paths') continue;
    for await (const { path, line, value } of linesOf(world, source.paths)) {
      const prompt = trainedPrompt(value);
      for (const row of (prompt.length > 0 && byPrompt.get(promptHash(prompt))) || []) {
        const detail = words`The prompt stands in the data of ${ours(input)} too (${ours(path)}:${line}).`;
        if (!found.has(row)) found.set(row, problem('evaluation/leak', row, detail));
      }
    }
  }
  return rows.flatMap((row) => found.get(row) ?? []);
}

/** The dataset with what only an evaluation asks of it. */
function judged(dataset: Dataset, more: readonly Problem[]): Dataset {
  const problems = [...dataset.problems.filter(({ rule }) => !FINE.has(rule)), ...more].sort(
    (a, b) => dataset.paths.indexOf(a.path) - dataset.paths.indexOf(b.path) || (a.line ?? 0) - (b.line ?? 0),
  );
  const own = Map.groupBy(more, ({ rule }) => rule);
  const counts = [
    ...dataset.counts.filter(({ rule }) => !FINE.has(rule)),
    ...[...own].map(([rule, all]) => ({ rule, severity: ruleOf(rule).severity, count: all.length })),
  ];
  return { ...dataset, problems, counts };
}

/** The rows that are asked: each once. @throws ActionError where they are too few */
function proving(world: World, rows: readonly EvaluationRow[]): readonly EvaluationRow[] {
  const { grader, min_rows, cluster_by } = world.inputs;
  const kept = independentRows(
    rows,
    itemReads(grader).map(({ path }) => path),
  );
  const again = rows.length - kept.length;
  if (again > 0)
    warn(
      world,
      `${counted(again, 'row')} of evaluation_file ask${again === 1 ? 's' : ''} and ${again === 1 ? 'is' : 'are'} graded as an earlier one; what stands there twice proves nothing twice, so each is asked once.`,
    );
  if (kept.length < min_rows)
    throw new ActionError(
      `Of the ${counted(rows.length, 'row')} of evaluation_file ${kept.length} differ${kept.length === 1 ? 's' : ''} in what is asked or graded, and min_rows is ${min_rows}. Add rows that ask something else.`,
    );
  if (cluster_by === undefined && kept.some(({ cluster }) => cluster !== undefined))
    warn(world, 'Some rows ask the same and differ in what is graded; rows of one prompt are taken for belonging together.');
  return kept;
}

export interface EvaluationData {
  readonly rows: readonly EvaluationRow[];
  readonly dataset: Dataset;
}

/**
 * Reads and checks the rows. What was found stands in log and record in any case.
 * @throws ActionError when the input names nothing; DataError when the rows do not pass
 */
export async function evaluationData(world: World): Promise<EvaluationData> {
  const { inputs, files } = world;
  const source = await sourceOf('evaluation_file', inputs.evaluation_file, files, (text) => warn(world, text));
  if (source?.kind === 'id')
    throw new ActionError(`Input evaluation_file is the file ID ${source.id}; rows are asked from here. Give a path.`);
  if (source === undefined) throw new ActionError('Input evaluation_file is missing.');
  const { dataset } = await checkData(world, 'evaluation_file', source.paths);
  const rows: EvaluationRow[] = [];
  const sorting = { clusterBy: inputs.cluster_by, tagBy: inputs.tag_by };
  for await (const { path, line, value } of linesOf(world, source.paths))
    if (isMap(value)) rows.push(evaluationRow(value, { path, line }, sorting));
  const found = judged(dataset, [...rows.flatMap((row) => [...lacking(row, world)]), ...(await leaks(world, rows))]);
  await reportData(world, { datasets: [found], estimate: undefined, price: undefined });
  enforce(dataVerdict([found], inputs));
  return { rows: proving(world, rows), dataset: found };
}
