/**
 * What `npm run mutate` breaks: for each promise of docs/promises.md at least one way to break it, and where
 * that should show: in cells of the fault matrix, or in a test of `__tests__/scenarios`.
 */
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
  killCell,
  lostSightCell,
  raceCell,
  refusedAfterCell,
} from '../__tests__/support/matrix.ts';
import { pairs } from '../__tests__/support/matrix-pairs.ts';
import { MARKED } from '../__tests__/support/platforms/staged.ts';

export type Cells = (bench: Bench) => (() => Promise<Cell>)[];

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

/** The same on each platform on which a job gets an ID of our choosing. */
const byJobId =
  (cells: Cells): Cells =>
  (bench) =>
    MARKED.filter(({ mark }) => mark === 'job ID').flatMap((staged) => cells({ ...bench, staged }));

/** A break of the built action. */
export interface Defect {
  readonly what: string;
  /** How the promise begins that it breaks. */
  readonly promise: string;
  /** It must stand in dist/; chunks may share it. */
  readonly from: string | RegExp;
  readonly to: string;
  readonly cells?: Cells;
  /** A file of scenarios, and the words of a test's name. */
  readonly proof?: { readonly file: string; readonly name: string };
}

export const DEFECTS: readonly Defect[] = [
  {
    what: 'a creation without an answer is simply sent again',
    promise: 'A creation is never simply sent again',
    from: 'const job = await look(given, work);',
    to: 'const job = undefined;',
    cells: struck('create', 1, 'reset after', '500 after', 'truncated'),
  },
  {
    what: 'the method of a created job is not read back',
    promise: 'A creation is never simply sent again',
    from: 'await holdToMethod(step, held, work);',
    to: '',
    cells: (bench) => [() => droppedMethodCell(bench)],
  },
  {
    what: 'nothing is looked for before creating',
    promise: 'An identical job that lives',
    from: /(const plan = planOf\()await candidates\(jobs[^;]*;/,
    to: '$1[]);',
    cells: killed,
  },
  {
    what: 'a lost reply to a creation is an error',
    promise: 'A creation is never simply sent again',
    from: 'error.facts.fate !== "unknown"',
    to: 'true',
    cells: struck('create', 1, 'reset after'),
  },
  {
    what: 'after a creation nobody looks for twins',
    promise: 'Of racing runs one job is left',
    from: /return await settleRace[^;]*;/,
    to: 'return undefined;',
    cells: raced,
  },
  {
    what: 'of twins none is left: the winner is cancelled with the rest',
    promise: 'Of racing runs one job is left',
    from: /return \{\s*winner,\s*surplus: rest\s*\};/,
    to: 'return { winner, surplus: rest.length > 0 ? [winner, ...rest] : [] };',
    cells: raced,
  },
  {
    what: 'surplus jobs are left running',
    promise: 'Of racing runs one job is left',
    from: /await cancelSurely\(one\.id, work, [^;]*;/,
    to: '',
    cells: raced,
  },
  {
    what: 'the server’s time to wait is not obeyed',
    promise: 'A paid job is not given up',
    from: 'chance / 4), retryAfter ?? 0)',
    to: 'chance / 4), 0)',
    cells: struck('list jobs', 1, '429, 90 s', '429, ms', '429, date'),
  },
  {
    what: 'a status of 500 ends the watch',
    promise: 'A paid job is not given up',
    from: 'facts.fate === "unknown" && policy.unknown',
    to: 'false',
    cells: struck('job', 3, '500 before', 'reset before'),
  },
  {
    what: 'a job that is not found is lost',
    promise: 'A paid job is not given up',
    from: 'return policy.notFound',
    to: 'return false',
    cells: struck('job', 3, '404'),
  },
  {
    what: 'one refusal of the key ends the watch',
    promise: 'A paid job is not given up',
    from: '=== "credential" && policy.refused',
    to: '=== "credential" && false',
    cells: struck('job', 3, '401', '403'),
  },
  {
    what: 'events that cannot be read end the watch',
    promise: 'A paid job is not given up',
    from: 'if (!eventsFail)',
    to: 'throw error; if (!eventsFail)',
    cells: struck('events', 1, '500 before', '401'),
  },
  {
    what: 'a failing list of twins ends the step',
    promise: 'A paid job is not given up',
    from: 'It could not be seen whether another run',
    to: '`); throw error; (`',
    cells: struck('list jobs', 2, '401', '404'),
  },
  {
    what: 'a hanging request is never cut',
    promise: 'A paid job is not given up',
    from: /request\.seconds \?\? [\w$]+/,
    to: '4000',
    cells: struck('list jobs', 1, 'hang before'),
  },
  {
    what: 'any job in the list is taken for ours',
    promise: 'A job is cancelled only',
    from: /return job\.metadata\?\.\[[^\]]*\] === fingerprint;([\s\S]*?)return carried !== [^;]*;/,
    to: 'return true;$1return false;',
    cells: (bench) => [() => foreignCell(bench, 0)],
  },
  {
    what: 'where no metadata is kept, the name of the training file is not looked at',
    promise: 'An identical job that lives',
    from: /const named = inName === fingerprint;/,
    to: 'const named = false;',
    cells: forgetful,
  },
  {
    what: 'the training file goes up under a common name',
    promise: 'An identical job that lives',
    from: 'fingerprint === void 0 ? given.filename :',
    to: 'true ? given.filename :',
    cells: forgetful,
  },
  {
    what: 'a list that breaks off counts as whole',
    promise: 'What cannot be proved',
    from: 'return "broken"',
    to: 'return "whole"',
    cells: (bench) => [() => lostSightCell(bench, 'the job')],
  },
  {
    what: 'a model that is not found outweighs the job',
    promise: 'What cannot be proved',
    from: 'const gone = succeeded.at(-1);',
    to: 'const gone = undefined;',
    cells: (bench) => [() => lostSightCell(bench, 'the model')],
  },
  {
    what: 'a cancel that failed counts as the end',
    promise: 'A cancelled run ends its job',
    from: 'leave("cancelling")',
    to: 'leave("ended")',
    cells: cancelled,
  },
  {
    what: 'the post step asks for the end once',
    promise: 'A cancelled run ends its job',
    from: /patience,\s+obeys: patience/,
    to: 'patience: 0, obeys: 0',
    cells: cancelled,
  },
  {
    what: 'a creation is repeated after 429 without a look',
    promise: 'A creation is never simply sent again',
    from: 'await beforeAgain?.()',
    to: 'undefined',
    cells: (bench) => [() => refusedAfterCell(bench, 429)],
  },
  {
    what: '409 after a creation is taken for a refusal',
    promise: 'A creation is never simply sent again',
    from: /creates && AMBIGUOUS(\$\d+)?\.includes\(status\)/,
    to: 'false',
    cells: (bench) => [() => refusedAfterCell(bench, 409), () => refusedAfterCell(bench, 303)],
  },
  {
    what: 'a refusal that a gateway passes on as a fault is taken for a lost answer',
    promise: 'A creation is never simply sent again',
    from: 'if (refused !== void 0) return',
    to: 'if (false) return',
    proof: { file: 'create-refused', name: 'is a refusal: one request, and no job that may be there' },
  },
  {
    what: 'a refusal at second hand is believed without a look',
    promise: 'A creation is never simply sent again',
    from: 'error.facts.passedOn === void 0 ? {}',
    to: 'true ? {}',
    proof: { file: 'create-refused', name: 'and the job is there all the same: it is the one' },
  },
  {
    what: 'a job ID that is taken is an error',
    promise: 'A creation is never simply sent again',
    from: /if \(!isTakenAnswer\(error\)\) (?=throw)/,
    to: '',
    proof: { file: 'fireworks', name: 'is the same job, which another run asked for in between' },
  },
  {
    what: 'a job ID that is taken gives way to the next number',
    promise: 'A creation is never simply sent again',
    from: /if \(there !== void 0\) return inOurWords\(there\);([\s\S]*?)if \(!again\) throw unseen\([^;]*;/,
    to: '$1',
    proof: { file: 'fireworks', name: 'is the same job, which another run asked for in between' },
  },
  {
    what: 'a job ID is of no fingerprint',
    promise: 'An identical job that lives',
    from: /return `ft-\$\{toBase32\(fingerprint\)\}/,
    to: 'return `ft-${toBase32(`${Math.floor(Date.now())}`.padStart(64, "0"))}',
    cells: byJobId(struck('create', 1, 'reset after')),
  },
  {
    what: 'a step that does not wait never looks for twins again',
    promise: 'Of racing runs one job is left',
    from: /LOOKS(\$\d)?\.slice\(0, 3\)/,
    to: '[]',
    cells: (bench) => [() => detachedRaceCell(bench, 3, 5000)],
  },
  {
    what: 'a list is filtered where no metadata is kept',
    promise: 'An identical job that lives',
    from: 'search.through(jobReader(void 0, looking))',
    to: 'search.through(jobReader(filter, looking))',
    cells: forgetful,
  },
  {
    what: 'an entry of a list that cannot be read is passed over',
    promise: 'What cannot be proved',
    from: /const doubt = await search\.doubt\(\);/,
    to: 'const doubt = undefined;',
    proof: { file: 'foreign-data', name: 'may be the job: nothing is created beside it' },
  },
  {
    what: 'a job is created after the step’s own time',
    promise: 'No job is created after',
    from: 'holdToTime(world, work);',
    to: '',
    proof: { file: 'twins', name: 'time that is over before the job exists' },
  },
  {
    what: 'line ends are part of identity',
    promise: 'Line ends of a checkout',
    from: /contentSha256: this\.#content\?\.digest\("hex"\) \?\? sha256/,
    to: 'contentSha256: sha256',
    proof: { file: 'identity', name: 'line ends of a checkout' },
  },
  {
    what: 'what extra_body sets is not counted',
    promise: 'Limits count what is sent',
    from: /const epochs = hyperparametersOf\([\s\S]*?\}, extra_body\)\)\?\.n_epochs;/,
    to: 'const epochs = hyperparametersOf({ method, hyperparameters })?.n_epochs;',
    proof: { file: 'refusals', name: 'epochs that extra_body sets count' },
  },
  {
    what: 'the post step gives up with the first look that fails',
    promise: 'A cancelled run ends its job',
    from: '.catch(toLookAgain(work))',
    to: '',
    cells: (bench) => pairs(bench, ['the post step under fault, without an ID']),
  },
  {
    what: 'the post step cancels whatever job was left to it',
    promise: 'A job is cancelled only',
    from: 'if (await isProvedAnothers(id, left, work))',
    to: 'if (false)',
    proof: { file: 'twins', name: 'the post step leaves a job that says' },
  },
  {
    what: 'a file is deleted under another job',
    promise: 'A file is deleted only',
    from: 'if (used.has(id))',
    to: 'if (false)',
    proof: { file: 'twins', name: 'delete_files: a file that another live job trains on' },
  },
  {
    what: 'a killed deploy leaves no word',
    promise: 'A deployment that was asked for',
    from: 'for (const words of leftDeployments(runner)) runner.warning(words);',
    to: '',
    proof: { file: 'deploy', name: 'the post step says what is left' },
  },
  {
    what: 'a twin of an endpoint is not looked for when ours has started',
    promise: 'A deploy that is killed',
    from: /const mayHaveTwin = [^;]*;/,
    to: 'const mayHaveTwin = false;',
    proof: { file: 'deploy-kills', name: 'killed when it is made, and run again, one endpoint stands' },
  },
  {
    what: 'an unknown word beside a time of the end is watched on',
    promise: 'A job that has ended is not watched for ever',
    from: /if \(unclear >= 5\)/,
    to: 'if (false)',
    proof: { file: 'watch', name: 'a job that ended under an unknown word' },
  },
  {
    what: 'a job without a status cannot be read',
    promise: 'One odd field hides nothing',
    from: 'status: _catch(string(), "unknown")',
    to: 'status: string()',
    proof: { file: 'foreign-data', name: 'the answer to the creation gives up its ID' },
  },
  {
    what: 'metadata are looked for before the fingerprint',
    promise: 'By the inputs of `create`',
    from: 'if (!hasRequest(world.inputs)) return',
    to: 'if (true) return',
    proof: { file: 'which-job', name: 'a reverted data set gets the model' },
  },
  {
    what: 'a search takes the jobs of another repository',
    promise: 'Searches by `metadata` keep to this repository',
    from: 'any_repository || !isElsewhere(job, repository)',
    to: 'true',
    proof: { file: 'which-job', name: 'passes over the other one’s jobs' },
  },
  {
    what: 'other labels of a job that is taken up are not spoken of',
    promise: 'A job that was taken up keeps its labels',
    from: 'if (plan.action !== "create") warnOfOtherMetadata(step, job);',
    to: '',
    proof: { file: 'which-job', name: 'create: the difference is said' },
  },
  {
    what: 'the evidence names the run that took the job up',
    promise: 'The evidence names',
    from: 'if (reused === false)',
    to: 'if (true)',
    proof: { file: 'which-job', name: 'the evidence names the run and commit' },
  },
  {
    what: 'two calls of one run are taken for one',
    promise: 'A workflow that is called twice',
    from: '(job) => isSibling(job, mark.origin?.run)',
    to: '() => false',
    proof: { file: 'twins', name: 'without reuse each call gets a job of its own' },
  },
  {
    what: 'a file is taken for ours by its name and size',
    promise: 'A file is used again only',
    from: /if \(await context\.attempt\("extra", \(\) => calls\.fileHash[^;]*\) return true;/,
    to: 'return true;',
    proof: { file: 'identity', name: 'with bytes that someone planted' },
  },
  {
    what: 'a success without a name is a model',
    promise: 'A success without a name',
    from: 'usable.job.fine_tuned_model ?',
    to: 'true ?',
    proof: { file: 'foreign-data', name: 'a success without a name' },
  },
  {
    what: 'names that nobody knows are sent',
    promise: 'A slip is said',
    from: /function unknownNames\(values, own, inputs\) \{/,
    to: '$& return [];',
    proof: { file: 'refusals', name: 'a slip is never paid for: a setting that is misspelt' },
  },
  {
    what: 'a server without the API is not named as one',
    promise: 'An error is of the case',
    from: 'or the server does not offer the fine-tuning API (/fine_tuning/jobs)',
    to: 'or it is down',
    proof: { file: 'reach', name: 'a server without the fine-tuning API' },
  },
];
