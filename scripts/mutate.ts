/**
 * Proves that the fault matrix sees: plants a defect in a copy of dist/, runs the cells that should notice,
 * and fails when one stays green.
 *
 *     npm run mutate [-- WORDS OF A DEFECT]
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type Bench,
  CALLS,
  type Cell,
  cancelCell,
  detachedRaceCell,
  droppedMethodCell,
  FAULTS,
  faultCell,
  foreignCell,
  inTurns,
  killCell,
  lostSightCell,
  raceCell,
  refusedAfterCell,
} from '../__tests__/support/matrix.ts';

type Cells = (bench: Bench) => (() => Promise<Cell>)[];

/** The cells of one call. */
const struck =
  (name: string, number: number, ...faults: string[]): Cells =>
  (bench) =>
    CALLS.filter((one) => one.call === name && one.number === number).flatMap((one) =>
      (faults.length === 0 ? Object.keys(FAULTS) : faults).map((fault) => () => faultCell(bench, one, fault)),
    );
const raced: Cells = (bench) => [() => raceCell(bench, 3, 5000), () => raceCell(bench, 3, 60_000)];
const forgetful: Cells = (bench) => [
  ...CALLS.filter(({ call }) => call === 'create').map(
    (one) => () => faultCell(bench, one, 'reset after', { forgetsMetadata: true }),
  ),
  () => killCell(bench, 8, { forgetsMetadata: true }),
];
const killed: Cells = (bench) => [3, 4, 5, 6].map((number) => () => killCell(bench, number));

const cancelled: Cells = (bench) => [() => cancelCell(bench, 12, 'SIGINT'), () => cancelCell(bench, 4, 'SIGKILL')];

/** What is broken, how, and where it should show. The text must stand in dist/; chunks may share it. */
const DEFECTS: readonly { readonly what: string; readonly from: string | RegExp; readonly to: string; readonly cells: Cells }[] =
  [
    {
      what: 'a creation without an answer is simply sent again',
      from: 'const job = await look(given, work);',
      to: 'const job = undefined;',
      cells: struck('create', 1, 'reset after', '500 after', 'truncated'),
    },
    {
      what: 'the method of a created job is not read back',
      from: 'await holdToMethod(step, held, work);',
      to: '',
      cells: (bench) => [() => droppedMethodCell(bench)],
    },
    {
      what: 'nothing is looked for before creating',
      from: /(const plan = planOf\()await candidates\(jobs[^;]*;/,
      to: '$1[]);',
      cells: killed,
    },
    {
      what: 'a lost reply to a creation is an error',
      from: 'error.facts.fate !== "unknown"',
      to: 'true',
      cells: struck('create', 1, 'reset after'),
    },
    {
      what: 'after a creation nobody looks for twins',
      from: /return await settleRace[^;]*;/,
      to: 'return undefined;',
      cells: raced,
    },
    {
      what: 'of twins none is left: the winner is cancelled with the rest',
      from: /return \{\s*winner,\s*surplus: rest\s*\};/,
      to: 'return { winner, surplus: rest.length > 0 ? [winner, ...rest] : [] };',
      cells: raced,
    },
    {
      what: 'surplus jobs are left running',
      from: /await cancelSurely\(one\.id, work, [^;]*;/,
      to: '',
      cells: raced,
    },
    {
      what: 'the server’s time to wait is not obeyed',
      from: 'chance / 4), retryAfter ?? 0)',
      to: 'chance / 4), 0)',
      cells: struck('list jobs', 1, '429, 90 s', '429, ms', '429, date'),
    },
    {
      what: 'a status of 500 ends the watch',
      from: 'facts.fate === "unknown" && policy.unknown',
      to: 'false',
      cells: struck('job', 3, '500 before', 'reset before'),
    },
    {
      what: 'a job that is not found is lost',
      from: 'return policy.notFound',
      to: 'return false',
      cells: struck('job', 3, '404'),
    },
    {
      what: 'one refusal of the key ends the watch',
      from: '=== "credential" && policy.refused',
      to: '=== "credential" && false',
      cells: struck('job', 3, '401', '403'),
    },
    {
      what: 'events that cannot be read end the watch',
      from: 'if (!eventsFail)',
      to: 'throw error; if (!eventsFail)',
      cells: struck('events', 1, '500 before', '401'),
    },
    {
      what: 'a failing list of twins ends the step',
      from: 'It could not be seen whether another run',
      to: '`); throw error; (`',
      cells: struck('list jobs', 2, '401', '404'),
    },
    {
      what: 'a hanging request is never cut',
      from: /request\.seconds \?\? [\w$]+/,
      to: '4000',
      cells: struck('list jobs', 1, 'hang before'),
    },
    {
      what: 'any job in the list is taken for ours',
      from: /return job\.metadata\?\.\[[^\]]*\] === fingerprint;([\s\S]*?)return carried !== [^;]*;/,
      to: 'return true;$1return false;',
      cells: (bench) => [() => foreignCell(bench, 0)],
    },
    {
      what: 'where no metadata is kept, the name of the training file is not looked at',
      from: /const named = inName === fingerprint;/,
      to: 'const named = false;',
      cells: forgetful,
    },
    {
      what: 'the training file goes up under a common name',
      from: 'fingerprint === void 0 ? given.filename :',
      to: 'true ? given.filename :',
      cells: forgetful,
    },
    {
      what: 'a list that breaks off counts as whole',
      from: 'return "broken"',
      to: 'return "whole"',
      cells: (bench) => [() => lostSightCell(bench, 'the job')],
    },
    {
      what: 'a model that is not found outweighs the job',
      from: 'const gone = succeeded.at(-1);',
      to: 'const gone = undefined;',
      cells: (bench) => [() => lostSightCell(bench, 'the model')],
    },
    {
      what: 'a cancel that failed counts as the end',
      from: 'leave("cancelling")',
      to: 'leave("ended")',
      cells: cancelled,
    },
    {
      what: 'the post step asks for the end once',
      from: /patience,\s+obeys: patience/,
      to: 'patience: 0, obeys: 0',
      cells: cancelled,
    },
    {
      what: 'a creation is repeated after 429 without a look',
      from: 'await beforeAgain?.()',
      to: 'undefined',
      cells: (bench) => [() => refusedAfterCell(bench, 429)],
    },
    {
      what: '409 after a creation is taken for a refusal',
      from: /\[\s*301,[^\]]*\]\.includes\(status\)/,
      to: 'false',
      cells: (bench) => [() => refusedAfterCell(bench, 409), () => refusedAfterCell(bench, 303)],
    },
    {
      what: 'a step that does not wait never looks for twins again',
      from: /LOOKS(\$\d)?\.slice\(0, 3\)/,
      to: '[]',
      cells: (bench) => [() => detachedRaceCell(bench, 3, 5000)],
    },
    {
      what: 'a list is filtered where no metadata is kept',
      from: 'search.through(jobReader(void 0, looking))',
      to: 'search.through(jobReader(filter, looking))',
      cells: forgetful,
    },
  ];

function planted(from: string | RegExp, to: string): Bench {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutant-'));
  cpSync('dist', folder, { recursive: true });
  const hits = readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (!name.endsWith('.js')) return [];
    const text = readFileSync(file, 'utf8');
    if (typeof from === 'string' ? !text.includes(from) : !from.test(text)) return [];
    writeFileSync(file, text.replace(from, to));
    return [name];
  });
  if (hits.length === 0) throw new Error(`${String(from)} does not stand in dist/`);
  return { entry: path.join(folder, 'index.js') };
}

const only = process.argv.slice(2).join(' ');
let survivors = 0;
for (const { what, from, to, cells } of DEFECTS.filter((defect) => defect.what.includes(only))) {
  const red = (await inTurns(cells(planted(from, to)))).filter(({ complaint }) => complaint !== undefined);
  if (red.length === 0) survivors += 1;
  console.log(
    `${red.length === 0 ? '✗ survived' : '✓ caught  '} ${what}${red[0] === undefined ? '' : ` (${red[0].row} × ${red[0].column}: ${red[0].complaint?.slice(0, 60)})`}`,
  );
}
console.log(`${DEFECTS.length} defects, ${survivors} survived`);
if (survivors > 0) process.exit(1);
