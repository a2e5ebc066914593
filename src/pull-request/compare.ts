/** The data of a pull request against the version before it. */
import { createHash } from 'node:crypto';
import type { Dataset, TokenCount } from '../dataset/dataset.ts';
import { ChangedTokens, tokensBefore } from '../dataset/diff/changed-tokens.ts';
import { diffData, listRows, type Version } from '../dataset/diff/diff.ts';
import { isOfBoth, overlap, overlapCounts, PAIR_RULES } from '../dataset/likeness/overlap.ts';
import { type RuleId, UNREAD } from '../dataset/rules/rules.ts';
import { type CheckedDataset, joinedBytes } from '../dataset/scan/check.ts';
import { messageOf } from '../errors.ts';
import type { BaseVersion } from '../ports.ts';
import type { DataChange, Estimate, Findings } from '../report/findings.ts';
import type { World } from '../run/step.ts';
import { checkData, givenTokenizer } from '../stages/check-data.ts';
import { estimateOf } from '../stages/estimate.ts';
import { repositoryPath } from '../stages/repository-path.ts';
import { filesBefore, pointsTo, versionOf } from './base-files.ts';

/** What the report says of one dataset, and the check of the version before, for whoever needs it. */
interface Compared {
  readonly change: DataChange;
  readonly checked?: () => Promise<CheckedDataset>;
}

const countIn = (counts: Dataset['counts'], wanted: RuleId) => counts.find(({ rule }) => rule === wanted)?.count ?? 0;

async function isSame({ files }: World, copies: readonly string[], dataset: Dataset): Promise<boolean> {
  const sizes = await Promise.all(copies.map((copy) => files.size(copy)));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  // A newline may have been put between two files.
  if (bytes > dataset.bytes || bytes + copies.length < dataset.bytes) return false;
  const hash = createHash('sha256');
  for await (const piece of joinedBytes(copies, (copy) => files.scan(copy))) hash.update(piece);
  return hash.digest('hex') === dataset.sha256;
}

/** The problems that are more than before, by rule. Pure. */
function newProblems(now: Dataset['counts'], before: (rule: RuleId) => number): DataChange['newProblems'] {
  return now.flatMap(({ rule, severity, count }) =>
    count > before(rule) ? [{ rule, severity, count: count - before(rule) }] : [],
  );
}

/** The comparison of a file that says what it said. */
function unchanged({ role, rows }: Dataset, now: Estimate | undefined, note: string | undefined): DataChange {
  const estimate = role === 'training_file' ? now : undefined;
  const diff = { added: 0, removed: 0, changed: 0, moved: 0, kept: rows, examples: [] };
  return { role, diff, note, before: { rows, estimate }, newProblems: [] };
}

/** What else is known without a check of the version before: these rules go by other means. */
const KNOWN_OTHERWISE: ReadonlySet<RuleId> = new Set<RuleId>(['row/over-limit', ...PAIR_RULES]);

/** Whether a file begins as one of rows does; another one has to be looked at more closely. */
async function beginsWithRow({ files }: World, copy: string): Promise<boolean> {
  for await (const piece of files.scan(copy)) return /^\{[^\r\n\0]/.test(Buffer.from(piece).toString('latin1', 0, 64));
  return false;
}

/** The tokens of the version before. Pure. */
function countBefore(now: TokenCount, rows: number, tokens: Record<'before' | 'after', ChangedTokens>): TokenCount {
  if (rows === 0) return { ...now, tokens: 0, low: 0, high: 0 };
  return tokensBefore(now, tokens.after.finish(), tokens.before.finish());
}

/** A dataset, with what is asked of the step as a whole. */
interface Comparing {
  readonly world: World;
  readonly dataset: Dataset;
  /** Of all the data as it is now. */
  readonly estimate: Estimate | undefined;
  /** The validation data as it is now: what of it is paid for does not depend on the version. */
  readonly validation: Dataset | undefined;
}

async function rowByRow(
  { world, dataset, validation }: Comparing,
  now: Version,
  { copies, note }: { readonly copies: readonly string[]; readonly note: string | undefined },
): Promise<Compared> {
  const { files, inputs, signal, connection } = world;
  const { role, counts } = dataset;
  const { picturesAsText } = connection.profile.data;
  const tokenizer = await givenTokenizer(world);
  const counter = () => ChangedTokens.for(inputs.model ?? '', inputs.method?.type ?? 'supervised', picturesAsText, tokenizer);
  const tokens = { before: await counter(), after: await counter() };
  const diff = await diffData({ ...versionOf(files, copies), tokens: tokens.before }, { ...now, tokens: tokens.after }, signal);
  let known: Promise<CheckedDataset> | undefined;
  const checked = () => {
    known ??= checkData(world, role, copies, false);
    return known;
  };
  // Where there is no problem now, none is new, and the version before need not be checked.
  const plain = (await Promise.all(copies.map((copy) => beginsWithRow(world, copy)))).every(Boolean);
  const old = plain && counts.every(({ rule }) => KNOWN_OTHERWISE.has(rule)) ? undefined : (await checked()).dataset;
  const rows = old?.rows ?? diff.kept + diff.moved + diff.changed + diff.removed;
  // Where the rows of a file were not read, its tokens say nothing.
  const readable = ![...(old?.counts ?? []), ...counts].some(({ rule }) => UNREAD.has(rule));
  const count = readable && dataset.tokens !== undefined ? countBefore(dataset.tokens, rows, tokens) : undefined;
  // Rows that are too long are known by their tokens, which were counted where the versions differ.
  const longer = tokens.after.overLimit - tokens.before.overLimit;
  const before = (rule: RuleId) => {
    const now = countIn(counts, rule);
    if (rule === 'row/over-limit') return now - Math.max(0, longer);
    // Both roles are needed to know it.
    return isOfBoth(rule) ? now : countIn(old?.counts ?? [], rule);
  };
  const estimate = role === 'training_file' ? estimateOf(world, { rows, tokens: count }, validation) : undefined;
  return { change: { role, diff, note, before: { rows, estimate }, newProblems: newProblems(counts, before) }, checked };
}

async function compared(comparing: Comparing, base: BaseVersion): Promise<Compared> {
  const { world, dataset, estimate } = comparing;
  const { role, rows } = dataset;
  const { files, runner } = world;
  const unknown = (note: string): Compared => ({ change: { role, diff: undefined, before: undefined, newProblems: [], note } });
  const short = base.commit.slice(0, 7);
  if (dataset.paths.every((file) => repositoryPath(file, runner.context.workspace) === undefined))
    return unknown('the data is not part of the checkout, so there is no version before it');
  // The rows of now are listed while git writes the version before.
  const version = versionOf(files, dataset.paths);
  const now = { ...version, listed: listRows(version.paths, version.read, world.signal) };
  // It is awaited where it is needed; until then its failure is no unhandled one.
  now.listed.catch(() => undefined);
  try {
    const found = await filesBefore(world, dataset, base);
    if (found === undefined) {
      const diff = { added: rows, removed: 0, changed: 0, moved: 0, kept: 0, examples: [] };
      const note = `the file is new since ${short}`;
      return { change: { role, diff, before: undefined, newProblems: [...dataset.counts], note } };
    }
    const { copies, renamed } = found;
    const note = renamed === undefined ? undefined : `the file was ${renamed} at ${short}`;
    const pointers = (await Promise.all(copies.map((copy) => pointsTo(files, copy)))).filter((oid) => oid !== undefined);
    if (pointers.length === 1 && copies.length === 1 && pointers[0] === dataset.sha256)
      return { change: unchanged(dataset, estimate, note) };
    if (pointers.length > 0) return unknown(`at ${short} the file is a Git LFS pointer, whose content is not read`);
    if (await isSame(world, copies, dataset))
      return { change: unchanged(dataset, estimate, note), checked: () => checkData(world, role, copies, false) };
    return await rowByRow(comparing, now, { copies, note });
  } catch (error) {
    return unknown(`the version at ${short} could not be read: ${messageOf(error)}`);
  }
}

/** Rows that training and validation data share, as far as they did not before. */
async function newOverlap(all: readonly Compared[], dataset: Dataset): Promise<DataChange['newProblems']> {
  const now = dataset.counts.filter(({ rule }) => isOfBoth(rule));
  const [training, validation] = (['training_file', 'validation_file'] as const).map((role) =>
    all.find(({ change }) => change.role === role),
  );
  // Nothing can be said where one of the versions could not be read; where one is new, so is what they share.
  if (now.length === 0 || training?.change.diff === undefined || validation?.change.diff === undefined) return [];
  if (validation.change.before === undefined) return [];
  const [one, other] = [training.checked, validation.checked];
  const shared = one === undefined || other === undefined ? [] : await overlap(await one(), await other());
  return newProblems(now, (rule) => countIn(overlapCounts(shared), rule));
}

/** What the change does to each dataset. Never throws: what cannot be compared is noted. */
export async function compareWithBase(
  world: World,
  { datasets, estimate }: Pick<Findings, 'datasets' | 'estimate'>,
  base: BaseVersion,
): Promise<readonly DataChange[]> {
  const all: Compared[] = [];
  const validation = datasets.find(({ role }) => role === 'validation_file');
  for (const dataset of datasets) all.push(await compared({ world, dataset, estimate, validation }, base));
  const changes: DataChange[] = [];
  for (const [index, { change }] of all.entries()) {
    const dataset = datasets[index];
    const shared = dataset === undefined ? [] : await newOverlap(all, dataset).catch(() => []);
    changes.push({ ...change, newProblems: [...change.newProblems, ...shared] });
  }
  return changes;
}
