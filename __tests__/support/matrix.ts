/** The fault matrix: every call of the story of `create` under every fault, against the built bundle; then kills and races. What counts is what the server holds. */
import { newFolder, type Outcome, runAction } from './action.ts';
import { type Call, type Fault, type PlatformOptions, paidFor, type RunningPlatform, startPlatform } from './platform.ts';
import type { Staged } from './platforms/staged.ts';
import { chatRow, jsonl, many, preferenceRow, reinforcementRow, write } from './rows.ts';
import { type StoryTime, storyTime } from './story-time.ts';

const html = '<html><body>Bad gateway</body></html>';
const status = (code: number, headers: Record<string, string> = {}, body?: string): Fault['how'] => ({
  status: code,
  headers,
  ...(body === undefined ? {} : { body }),
});
const refusal = (code: string) => JSON.stringify({ error: { message: 'no', type: 'invalid_request_error', param: null, code } });

/** By name. A lasting fault is one that no repetition mends. */
export const FAULTS: Readonly<
  Record<string, { readonly fault: (now: number) => Fault; readonly lasting?: true; readonly waits?: number }>
> = {
  'reset before': { fault: () => ({ when: 'before', how: 'reset' }) },
  'reset after': { fault: () => ({ when: 'after', how: 'reset' }) },
  '429': { fault: () => ({ when: 'before', how: status(429) }) },
  '429, 90 s': { fault: () => ({ when: 'before', how: status(429, { 'retry-after': '90' }) }), waits: 90_000 },
  '429, ms': { fault: () => ({ when: 'before', how: status(429, { 'retry-after-ms': '45000' }) }), waits: 45_000 },
  '429, date': {
    fault: (now) => ({ when: 'before', how: status(429, { 'retry-after': new Date(now + 61_000).toUTCString() }) }),
    waits: 55_000,
  },
  '500 before': { fault: () => ({ when: 'before', how: status(500) }) },
  '500 after': { fault: () => ({ when: 'after', how: status(500) }) },
  '502 HTML': { fault: () => ({ when: 'before', how: status(502, { 'content-type': 'text/html' }, html) }) },
  '503 after': { fault: () => ({ when: 'after', how: status(503) }) },
  truncated: { fault: () => ({ when: 'after', how: 'truncated' }) },
  'malformed JSON': { fault: () => ({ when: 'after', how: status(200, {}, '{"id": ') }) },
  'empty body': { fault: () => ({ when: 'after', how: status(200, {}, '') }) },
  'wrong type': { fault: () => ({ when: 'after', how: status(200, { 'content-type': 'text/html' }, html) }) },
  'hang before': { fault: () => ({ when: 'before', how: 'hang' }) },
  'hang after': { fault: () => ({ when: 'after', how: 'hang' }) },
  drip: { fault: () => ({ when: 'after', how: 'drip' }) },
  redirect: { fault: () => ({ when: 'before', how: status(307, { location: 'http://127.0.0.1:9/v1' }) }), lasting: true },
  '401': { fault: () => ({ when: 'before', how: status(401, {}, refusal('invalid_api_key')) }), lasting: true },
  '403': { fault: () => ({ when: 'before', how: status(403, {}, refusal('training_not_available')) }), lasting: true },
  '404': { fault: () => ({ when: 'before', how: 'vanished' }), lasting: true },
};

/** The calls of the story, the number of the call that is struck, and what a lasting fault of it does: fail the step, or be got over. */
export const CALLS: readonly { readonly call: Call; readonly number: number; readonly lasting: 'fails' | 'passes' }[] = [
  { call: 'list jobs', number: 1, lasting: 'fails' },
  { call: 'model', number: 1, lasting: 'passes' },
  { call: 'list files', number: 1, lasting: 'passes' },
  { call: 'upload', number: 1, lasting: 'fails' },
  { call: 'create', number: 1, lasting: 'fails' },
  { call: 'list jobs', number: 2, lasting: 'passes' },
  { call: 'job', number: 1, lasting: 'passes' },
  { call: 'events', number: 1, lasting: 'passes' },
  { call: 'job', number: 3, lasting: 'fails' },
  { call: 'checkpoints', number: 1, lasting: 'passes' },
];

export interface Bench {
  /** The built action's entry. */
  readonly entry: string;
  /** The platform; a server of OpenAI's wire without it. */
  readonly staged?: Staged;
}

const workspace = newFolder('matrix-');
write(workspace, 'train.jsonl', jsonl(many(120, chatRow)));
write(workspace, 'others.jsonl', jsonl(many(130, chatRow)));
write(workspace, 'pairs.jsonl', jsonl(many(120, preferenceRow)));
write(workspace, 'graded.jsonl', jsonl(many(120, reinforcementRow)));

/** A platform, and the time that it shares with the runs. */
export interface Stage {
  readonly platform: RunningPlatform;
  readonly time: StoryTime;
}

export function run(
  bench: Bench,
  { platform, time }: Stage,
  onLine?: Parameters<typeof runAction>[0]['onLine'],
  more: Partial<Parameters<typeof runAction>[0]> = {},
): Promise<Outcome> {
  return runAction({
    ...more,
    workspace,
    entry: bench.entry,
    inputs: {
      training_file: 'train.jsonl',
      base_url: platform.url,
      artifact_name: '',
      ...(bench.staged === undefined ? { model: 'm-1', api_key: 'k' } : { provider: bench.staged.provider }),
      ...bench.staged?.inputs,
      ...more.inputs,
    },
    env: { ...bench.staged?.env, ...more.env },
    time,
    ...(onLine === undefined ? {} : { onLine }),
  });
}

/** What became of a cell: nothing to complain of, or what. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly complaint: string | undefined;
  readonly paid: number;
  readonly creates: number;
}

export async function on<Result>(
  { staged }: Bench,
  given: PlatformOptions,
  act: (stage: Stage) => Promise<Result>,
  time = storyTime(),
): Promise<Result> {
  const options = { now: time.now, ...given };
  const platform = await startPlatform(options, staged?.make(options));
  try {
    return await act({ platform, time });
  } finally {
    await platform.close();
  }
}

export const creates = ({ calls }: RunningPlatform) => calls.filter((call) => call === 'create').length;

/** How long the call that was struck waited before it came again, in milliseconds; undefined when it did not. */
function waited({ calls, times }: RunningPlatform, call: Call, number: number): number | undefined {
  const at = calls.flatMap((one, index) => (one === call ? [times[index] ?? 0] : []));
  const [first, second] = [at[number - 1], at[number]];
  return first === undefined || second === undefined ? undefined : second - first;
}

/** Which platform it is, and what is odd about it, for the name of a row. */
function traits({ staged }: Bench, { listLag = 0, forgetsMetadata = false }: PlatformOptions): string {
  return `${staged === undefined ? '' : `, ${staged.provider}`}${listLag === 0 ? '' : `, list lags ${listLag / 1000} s`}${forgetsMetadata ? ', no metadata' : ''}`;
}

/** One fault on one call; where the step fails, the run is repeated, as people do. */
export function faultCell(
  bench: Bench,
  { call, number, lasting }: (typeof CALLS)[number],
  name: string,
  options: PlatformOptions = {},
): Promise<Cell> {
  const { fault, lasting: lasts, waits } = FAULTS[name] ?? { fault: (): Fault => ({ when: 'before', how: 'reset' }) };
  const time = storyTime();
  let once = false;
  const strike = (made: Call, count: number) => {
    if (once || made !== call || count !== number) return undefined;
    once = true;
    return fault(time.now());
  };
  return on(
    bench,
    { ...options, fault: strike },
    async (stage) => {
      const { platform } = stage;
      const complain = async (): Promise<string | undefined> => {
        const first = await run(bench, stage);
        if (platform.struck.length !== 1) return 'the fault did not strike';
        // A job that is paid for is not given up for one answer; of a lost event list no one asks again.
        const passes = lasts === undefined || lasting === 'passes' || (/^40[134]$/.test(name) && call === 'job');
        const wanted = passes ? 0 : 1;
        if (first.exitCode !== wanted)
          return `exit ${first.exitCode}, not ${wanted}: ${first.errors.join() || first.log.slice(-300)}`;
        if (first.errors.length !== wanted) return `${first.errors.length} error lines`;
        if (passes && !first.outputs.fine_tuned_model && !bench.staged?.nameless) return 'no model';
        if (platform.jobs.length > 1) return `${platform.jobs.length} jobs`;
        const wait = waited(platform, call, number);
        if (waits !== undefined && (wait ?? (lasting === 'passes' ? waits : 0)) < waits * 0.98)
          return `waited ${wait} ms, not ${waits}`;
        if (first.exitCode === 0) return undefined;
        const again = await run(bench, stage);
        if (again.exitCode !== 0) return `the re-run: ${again.errors.join()}`;
        return platform.jobs.length === 1 ? undefined : `${platform.jobs.length} jobs after the re-run`;
      };
      const complaint = await complain();
      return {
        row: `${call} ${number}${traits(bench, options)}`,
        column: name,
        complaint,
        paid: paidFor(platform.jobs),
        creates: creates(platform),
      };
    },
    time,
  );
}

/** The step is killed as its n-th request reaches the server, and run again. */
export function killCell(bench: Bench, number: number, options: PlatformOptions = {}): Promise<Cell> {
  let count = 0;
  let kill: (() => void) | undefined;
  const onCall = () => {
    count += 1;
    if (count === number) kill?.();
  };
  return on(bench, { ...options, onCall }, async (stage) => {
    const { platform } = stage;
    const first = await run(bench, stage, (_, child) => {
      kill = () => child.kill('SIGKILL');
    });
    const second = await run(bench, stage);
    const wrong =
      first.exitCode !== null
        ? 'it was not killed'
        : second.exitCode !== 0
          ? second.errors.join()
          : platform.jobs.length !== 1
            ? `${platform.jobs.length} jobs`
            : undefined;
    return {
      row: `kill${traits(bench, options)}`,
      column: `request ${number}`,
      complaint: wrong,
      paid: paidFor(platform.jobs),
      creates: creates(platform),
    };
  });
}

/** The run is cancelled while it watches, and the server cannot be asked for so many requests; then its post step runs. */
export function cancelCell(bench: Bench, unanswered: number, signal: NodeJS.Signals): Promise<Cell> {
  let left = unanswered;
  const fault = (call: Call): Fault | undefined => {
    left -= call === 'cancel' ? 1 : 0;
    return call === 'cancel' && left >= 0 ? { when: 'before', how: { status: 503 } } : undefined;
  };
  return on(bench, { life: ['running'], fault }, async (stage) => {
    const { platform } = stage;
    let sent = false;
    const main = await run(bench, stage, (line, child) => {
      if (sent || !/is running/.test(line)) return;
      sent = true;
      child.kill(signal);
    });
    await run(bench, stage, undefined, { state: main.state, inputs: { job_status: 'cancelled' } });
    const paid = paidFor(platform.jobs);
    return {
      row: `${signal}, then the post step`,
      column: `cancel fails ${unanswered} times`,
      complaint: paid === 0 ? undefined : 'the job runs on',
      paid,
      creates: creates(platform),
    };
  });
}

/** The same is asked for twice, of a server that loses sight of what it sold: its list breaks off, or its model is not found. */
export function lostSightCell(bench: Bench, what: 'the job' | 'the model'): Promise<Cell> {
  let sold = false;
  const options: PlatformOptions = {
    page: (page) => (sold && what === 'the job' ? { ...page, data: [], has_more: true } : page),
    fault: (call) =>
      sold && what === 'the model' && call === 'model'
        ? { when: 'before', how: status(404, {}, refusal('model_not_found')) }
        : undefined,
  };
  return on(bench, options, async (stage) => {
    await run(bench, stage);
    sold = true;
    await run(bench, stage);
    const { jobs } = stage.platform;
    return {
      row: 'twice, the server loses sight',
      column: `of ${what}`,
      complaint: jobs.length === 1 ? undefined : `${jobs.length} jobs`,
      paid: paidFor(jobs),
      creates: creates(stage.platform),
    };
  });
}

/** A gateway that trains otherwise than it was asked, and says so: the run that asked and the one after it pay for nothing. */
export function droppedMethodCell(bench: Bench): Promise<Cell> {
  const inputs = { method: 'dpo', training_file: 'pairs.jsonl' };
  return on(
    bench,
    { life: ['running', 'running', 'succeeded'], more: () => ({ method: { type: 'supervised' } }) },
    async (stage) => {
      await run(bench, stage, undefined, { inputs });
      await run(bench, stage, undefined, { inputs });
      const paid = paidFor(stage.platform.jobs);
      return {
        row: 'the method is dropped',
        column: 'dpo',
        complaint: paid === 0 ? undefined : `${paid} jobs are paid for`,
        paid,
        creates: creates(stage.platform),
      };
    },
  );
}

/** Several runs of the same at once. */
export function raceCell(bench: Bench, runs: number, listLag: number, forgetsMetadata = false): Promise<Cell> {
  const life = [...many(40, () => 'running'), 'succeeded'];
  return on(bench, { listLag, forgetsMetadata, life }, async (stage) => {
    const { platform } = stage;
    const outcomes = await Promise.all(many(runs, () => run(bench, stage)));
    const models = new Set(outcomes.map(({ outputs }) => outputs.fine_tuned_model));
    const failed = outcomes.find(({ exitCode }) => exitCode !== 0);
    const paid = paidFor(platform.jobs);
    const wrong =
      failed !== undefined
        ? failed.errors.join()
        : paid !== 1
          ? `${paid} jobs are paid for`
          : models.size !== 1
            ? 'several models'
            : undefined;
    return {
      row: `${runs} runs race${traits(bench, { forgetsMetadata })}`,
      column: `list lags ${listLag / 1000} s`,
      complaint: wrong,
      paid,
      creates: creates(platform),
    };
  });
}

/** Several runs of the same at once, none of which waits for its job. */
export function detachedRaceCell(bench: Bench, runs: number, listLag: number): Promise<Cell> {
  return on(bench, { listLag, life: many(200, () => 'running') }, async (stage) => {
    const { platform } = stage;
    const outcomes = await Promise.all(many(runs, () => run(bench, stage, undefined, { inputs: { wait: 'false' } })));
    const paid = paidFor(platform.jobs);
    const named = new Set(outcomes.map(({ outputs }) => outputs.job_id)).size;
    return {
      row: `${runs} runs race, none waits`,
      column: `list lags ${listLag / 1000} s`,
      complaint: paid === 1 && named === 1 ? undefined : `${paid} jobs are paid for, ${named} named`,
      paid,
      creates: creates(platform),
    };
  });
}

/** The creation is done, and then answered as if it were refused. */
export function refusedAfterCell(bench: Bench, code: number): Promise<Cell> {
  const how = status(code, { location: '/v1/fine_tuning/jobs/ftjob-1' });
  const fault = (call: Call, number: number): Fault | undefined =>
    call === 'create' && number === 1 ? { when: 'after', how } : undefined;
  return on(bench, { fault }, async (stage) => {
    const { platform } = stage;
    const { exitCode, errors } = await run(bench, stage);
    const made = platform.jobs.length;
    return {
      row: 'create, done and then refused',
      column: String(code),
      complaint: exitCode === 0 && made === 1 ? undefined : `${made} jobs; ${errors.join()}`,
      paid: paidFor(platform.jobs),
      creates: creates(platform),
    };
  });
}

/** A server that ignores the filter of its lists, and has jobs of others. */
export function foreignCell(bench: Bench, listLag: number): Promise<Cell> {
  return on(bench, { ignoresFilter: true, listLag }, async (stage) => {
    const { platform, time } = stage;
    const metadata = { finetune_action_fingerprint: 'of another', team: 'other' };
    for (const status of ['running', 'succeeded', 'failed']) {
      const body = { model: 'm-2', training_file: 'file-x' };
      platform.jobs.push({
        id: `foreign-${status}`,
        created_at: Math.floor(time.now() / 1000) - 600,
        metadata,
        body,
        status,
        life: [],
      });
    }
    const { exitCode, outputs, errors } = await run(bench, stage);
    const own = platform.jobs.filter(({ id }) => !id.startsWith('foreign'));
    const untouched = platform.jobs.find(({ id }) => id === 'foreign-running')?.status === 'running';
    const complaint =
      exitCode !== 0
        ? errors.join()
        : own.length !== 1 || outputs.job_id !== own[0]?.id
          ? `attached to ${outputs.job_id}`
          : untouched
            ? undefined
            : 'the job of another was cancelled';
    return {
      row: 'jobs of others, no filter',
      column: `list lags ${listLag / 1000} s`,
      complaint,
      paid: paidFor(own),
      creates: creates(platform),
    };
  });
}

/** Does some work side by side. */
export async function inTurns<Result>(tasks: readonly (() => Promise<Result>)[], atOnce = 3): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...tasks.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results[next[0]] = await next[1]();
  };
  await Promise.all(many(atOnce, work));
  return results;
}

/** After these nobody knows whether the server has acted. */
const ambiguous = [
  'reset after',
  '500 after',
  '503 after',
  'truncated',
  'malformed JSON',
  'empty body',
  'wrong type',
  'hang after',
];

/** What a platform's own way of carrying the mark must stand: lost answers, a list that lags, kills, a race. */
export function cellsOfPlatform(bench: Bench): (() => Promise<Cell>)[] {
  const create = { call: 'create', number: 1, lasting: 'fails' } as const;
  return [
    ...ambiguous.map((name) => () => faultCell(bench, create, name)),
    ...['reset after', 'hang after'].map((name) => () => faultCell(bench, create, name, { listLag: 60_000 })),
    ...many(9, (number) => () => killCell(bench, number)),
    ...[0, 60_000].map((lag) => () => raceCell(bench, 2, lag)),
  ];
}

/** All cells of the matrix. */
export function allCells(bench: Bench): (() => Promise<Cell>)[] {
  const create = CALLS.filter(({ call }) => call === 'create');
  return [
    ...CALLS.flatMap((call) => Object.keys(FAULTS).map((name) => () => faultCell(bench, call, name))),
    ...create.flatMap((call) =>
      [{ listLag: 5000 }, { listLag: 60_000 }, { forgetsMetadata: true }, { forgetsMetadata: true, listLag: 60_000 }].flatMap(
        (options) => ambiguous.map((name) => () => faultCell(bench, call, name, options)),
      ),
    ),
    ...many(12, (number) => () => killCell(bench, number)),
    ...many(10, (number) => () => killCell(bench, number, { forgetsMetadata: true })),
    ...(['SIGINT', 'SIGKILL'] as const).flatMap((signal) => [0, 12].map((count) => () => cancelCell(bench, count, signal))),
    ...(['the job', 'the model'] as const).map((what) => () => lostSightCell(bench, what)),
    () => droppedMethodCell(bench),
    ...[0, 5000, 60_000].map((lag) => () => foreignCell(bench, lag)),
    ...[2, 5].flatMap((runs) => [0, 5000, 60_000].map((lag) => () => raceCell(bench, runs, lag))),
    () => raceCell(bench, 2, 5000, true),
    ...[0, 5000, 14_000].map((lag) => () => detachedRaceCell(bench, 3, lag)),
    ...[429, 409, 499, 301, 302, 303].map((code) => () => refusedAfterCell(bench, code)),
  ];
}

/** The matrix as a table: a row a call, a column a fault; `✓`, or the number of its complaint. */
export function matrixTable(cells: readonly Cell[]): string {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const complaints = cells.filter(({ complaint }) => complaint !== undefined);
  const lines = rows.map((row) => {
    const own = cells.filter((cell) => cell.row === row);
    const bad = own.filter(({ complaint }) => complaint !== undefined).map(({ column }) => column);
    return `${row.padEnd(34)} ${String(own.length - bad.length).padStart(3)} of ${String(own.length).padStart(3)} ✓ ${bad.length === 0 ? '' : `✗ ${bad.join(', ')}`}`;
  });
  const most = Math.max(...cells.map(({ paid }) => paid));
  return [
    ...lines,
    `${cells.length} cells, ${complaints.length} red; the most jobs left live or succeeded in any cell: ${most}`,
    ...complaints.map(({ row, column, complaint }) => `✗ ${row} × ${column}: ${complaint}`),
  ].join('\n');
}
