/** The data of a pull request against the version before it. */
import path from 'node:path';
import type { Dataset } from '../dataset/dataset.ts';
import { diffRows } from '../dataset/diff.ts';
import { ActionError, messageOf } from '../errors.ts';
import type { BaseVersion } from '../ports.ts';
import type { DataChange } from '../report/findings.ts';
import { check, estimateOf } from './data.ts';
import type { Step } from './step.ts';

/** More than this is not compared row by row. In bytes. */
const LARGEST = 50_000_000;
/** So many files that are gone are looked at for one that was renamed. */
const RENAMED = 10;
const LFS = /^version https:\/\/git-lfs/;

interface Text {
  readonly path: string;
  readonly text: string;
}

/** The files that the input's lines name in the version before. */
async function filesBefore(step: Step, dataset: Dataset, base: BaseVersion): Promise<readonly Text[]> {
  const all = await base.paths();
  const lines = step.inputs[dataset.role].map((line) => line.replace(/^\.\//, ''));
  const named = all.filter((file) => lines.some((line) => line === file || path.posix.matchesGlob(file, line)));
  const read = async (file: string) => ({ path: file, text: await base.read(file) });
  if (named.length > 0) return Promise.all(named.map(read));
  // Nothing had this name: perhaps it had another one.
  const now = await textOf(step, dataset);
  const gone: string[] = [];
  for (const file of all) if (/\.jsonl$/i.test(file) && !(await step.files.exists(file))) gone.push(file);
  for (const file of gone.slice(0, RENAMED)) {
    const before = await read(file);
    const { kept, moved } = diffRows(before.text, now);
    if ((kept + moved) * 2 >= dataset.rows) return [before];
  }
  return [];
}

async function textOf({ files }: Step, dataset: Dataset): Promise<string> {
  const texts = await Promise.all(dataset.paths.map((file) => files.readText(file)));
  return texts.map((text) => (text.endsWith('\n') ? text : `${text}\n`)).join('');
}

/** Files that are in memory, to be checked as those of the workspace are. */
function inMemory(texts: readonly Text[]) {
  const bytes = new Map(texts.map(({ path: file, text }) => [file, Buffer.from(text)]));
  const of = (file: string) => bytes.get(file) ?? Buffer.alloc(0);
  return {
    async *scan(file: string) {
      yield of(file);
    },
    readRange: async (file: string, offset: number, length: number) => of(file).subarray(offset, offset + length),
  };
}

async function changeOf(step: Step, dataset: Dataset, base: BaseVersion): Promise<DataChange> {
  const { role } = dataset;
  const none = { role, diff: undefined, before: undefined, newProblems: [] };
  const short = base.commit.slice(0, 7);
  if (dataset.bytes > LARGEST) return { ...none, note: `${dataset.bytes} bytes are too much to be compared row by row` };
  try {
    const before = await filesBefore(step, dataset, base);
    if (before.some(({ text }) => LFS.test(text)))
      return { ...none, note: `at ${short} the file is a Git LFS pointer, whose content is not read` };
    const diff = diffRows(
      before.map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`)).join(''),
      await textOf(step, dataset),
    );
    if (before.length === 0)
      return { role, diff, before: undefined, newProblems: [...dataset.counts], note: `the file is new since ${short}` };
    const old = (
      await check(
        step,
        role,
        before.map(({ path: file }) => file),
        inMemory(before),
      )
    ).dataset;
    const newProblems = dataset.counts.flatMap(({ rule, severity, count }) => {
      const had = old.counts.find((one) => one.rule === rule)?.count ?? 0;
      return count > had ? [{ rule, severity, count: count - had }] : [];
    });
    const renamed =
      before[0] !== undefined && before.length === 1 && dataset.paths.length === 1 && before[0].path !== dataset.paths[0];
    return {
      role,
      diff,
      before: { rows: old.rows, estimate: role === 'training_file' ? estimateOf(step, old) : undefined },
      newProblems,
      note: renamed ? `the file was ${before[0]?.path} at ${short}` : undefined,
    };
  } catch (error) {
    return {
      ...none,
      note: `the version at ${short} could not be read: ${error instanceof ActionError ? error.message : messageOf(error)}`,
    };
  }
}

/** What the change does to each dataset of this step. Never throws: what cannot be compared is noted. */
export async function compareWithBase(step: Step, base: BaseVersion): Promise<readonly DataChange[]> {
  const changes: DataChange[] = [];
  for (const dataset of step.draft.datasets) changes.push(await changeOf(step, dataset, base));
  return changes;
}
