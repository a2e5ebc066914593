/**
 * The fault matrix by pairs: each oddity of a server with each act of a story, so that what is borne alone is borne together too. What else varies (the fault,
 * how often it strikes, the signal) goes round from cell to cell.
 */
import type { Outcome, Run } from './action.ts';
import { type Bench, type Cell, creates, on, run, type Stage } from './matrix.ts';
import { type Call, type Fault, type PlatformOptions, paidFor, type RunningPlatform } from './platform.ts';
import { many } from './rows.ts';

/** An oddity of a server, and the jobs of others that it shows it with. */
interface Oddity {
  readonly name: string;
  readonly options: PlatformOptions;
  /** So many jobs of others, as many seconds old. */
  readonly others?: { readonly count: number; readonly age: number };
}

const foreign = { id: 'foreign-odd', model: 'm-9', metadata: { team: null, rows: 12 }, error: 'boom', trained_tokens: '123' };
/** What strangers' jobs may look like. */
const ODD = [
  { ...foreign, status: null, result_files: [{}], created_at: 'soon' },
  { ...foreign, id: null, status: 'failed' },
];

const DROPPED = 'metadata dropped';

const ODDITIES: readonly Oddity[] = [
  {
    name: 'a foreign odd job',
    options: { ignoresFilter: true, page: (page) => ({ ...page, data: [...ODD, ...page.data] }) },
    others: { count: 1, age: 60 },
  },
  {
    name: 'has_more missing',
    options: { ignoresFilter: true, page: ({ object, data }) => ({ object, data }) },
    others: { count: 130, age: -3600 },
  },
  {
    name: 'oldest first',
    options: {
      ignoresFilter: true,
      page: (_, all, after) => {
        const items = all.toReversed();
        const from = items.findIndex(({ id }) => id === after) + 1;
        return { object: 'list', data: items.slice(from, from + 100), has_more: from + 100 < items.length };
      },
    },
    others: { count: 130, age: 100 * 24 * 3600 },
  },
  { name: DROPPED, options: { forgetsMetadata: true } },
];

const hash = 'f'.repeat(64);

/** Jobs that this action created for others. */
function crowd({ platform, time }: Stage, { others }: Oddity): void {
  if (others === undefined) return;
  const created_at = Math.floor(time.now() / 1000) - others.age;
  const filename = `data.${hash}.${hash}.jsonl`;
  platform.files.push({ id: 'file-of-others', filename, bytes: Buffer.from('x'), created_at, status: 'processed' });
  const jobs = many(others.count, (index) => ({
    id: `foreign-${index}`,
    created_at: created_at + index,
    metadata: { finetune_action_fingerprint: hash },
    body: { model: 'm-9', training_file: 'file-of-others' },
    status: 'succeeded',
    life: [],
  }));
  // The server lists what came last first.
  if (others.age < 0) platform.jobs.push(...jobs);
  else platform.jobs.unshift(...jobs);
}

const own = ({ jobs }: RunningPlatform) => jobs.filter(({ id }) => !id.startsWith('foreign'));

/** What a cell turns by. */
interface Turn {
  readonly fault: Fault;
  readonly times: number;
  readonly signal: NodeJS.Signals;
}
const TURNS: readonly Turn[] = [
  { fault: { when: 'before', how: { status: 503 } }, times: 3, signal: 'SIGINT' },
  { fault: { when: 'after', how: 'reset' }, times: 1, signal: 'SIGKILL' },
  { fault: { when: 'before', how: 'reset' }, times: 12, signal: 'SIGTERM' },
  { fault: { when: 'before', how: 'hang' }, times: 1, signal: 'SIGKILL' },
  { fault: { when: 'before', how: { status: 429, headers: { 'retry-after': '7' } } }, times: 3, signal: 'SIGINT' },
];

/** A cell while its story is told. */
class Telling {
  readonly bench: Bench;
  readonly stage: Stage;
  readonly turn: Turn;
  readonly script: Script;

  constructor(bench: Bench, stage: Stage, turn: Turn, script: Script) {
    this.bench = bench;
    this.stage = stage;
    this.turn = turn;
    this.script = script;
  }

  step(inputs: Run['inputs'] = {}, onLine?: Run['onLine'], env: Run['env'] = {}): Promise<Outcome> {
    return run(this.bench, this.stage, onLine, { inputs, env });
  }

  /** From here on the server is away as often as the turn says. */
  post(state: Outcome['state'], inputs: Run['inputs'] = {}): Promise<Outcome> {
    this.script.striking = true;
    return run(this.bench, this.stage, undefined, { state, inputs: { ...inputs, job_status: 'cancelled' } });
  }

  /** A step that is killed as its creation reaches the server. */
  killedInCreating(): Promise<Outcome> {
    return this.step({}, (_, child) => {
      this.script.atCreate = () => {
        this.script.atCreate = undefined;
        child.kill('SIGKILL');
      };
    });
  }
}

/** What the server is told meanwhile. */
interface Script {
  striking: boolean;
  atCreate: (() => void) | undefined;
}

/** A story, how many jobs are to be left to pay for, and what strikes it. */
interface Act {
  readonly name: string;
  readonly left: 0 | 1;
  /** The calls that the turn's fault strikes. */
  readonly strikes?: readonly Call[];
  readonly lives?: PlatformOptions['life'];
  /** @returns what there is to complain of */
  tell(telling: Telling): Promise<string | undefined>;
}

const RUNNING = many(400, () => 'running');
const CANCELLING: readonly Call[] = ['cancel', 'job'];

/** The line of a log by which a job is taken up for good. */
const WATCHED = /^Job \S+ is running\b/;

/** Sends a signal at the first line that shows this. */
function at(shown: RegExp, signal: NodeJS.Signals): Run['onLine'] {
  let sent = false;
  return (line, child) => {
    if (!sent && shown.test(line)) sent = child.kill(signal);
  };
}

const failed = (...outcomes: readonly Outcome[]) => outcomes.find(({ exitCode }) => exitCode !== 0)?.errors.join() ?? undefined;

const ACTS: readonly Act[] = [
  {
    name: 'asked for twice',
    left: 1,
    async tell(telling) {
      const first = await telling.step();
      const again = await telling.step();
      return failed(first, again) ?? (again.outputs.reused === 'true' ? undefined : 'the second was not taken up');
    },
  },
  {
    name: 'the answer to the creation lost',
    left: 1,
    strikes: ['create'],
    async tell(telling) {
      telling.script.striking = true;
      return failed(await telling.step());
    },
  },
  {
    name: 'killed in the creation, run again',
    left: 1,
    async tell(telling) {
      const killed = await telling.killedInCreating();
      return killed.exitCode === null ? failed(await telling.step()) : 'it was not killed';
    },
  },
  {
    name: 'two runs race',
    left: 1,
    lives: [...many(40, () => 'running'), 'succeeded'],
    tell: async (telling) => failed(...(await Promise.all([telling.step(), telling.step()]))),
  },
  {
    name: 'the post step under fault',
    left: 0,
    strikes: CANCELLING,
    lives: RUNNING,
    async tell(telling) {
      const main = await telling.step({}, at(WATCHED, 'SIGKILL'));
      return failed(await telling.post(main.state));
    },
  },
  {
    name: 'the post step under fault, without an ID',
    left: 0,
    strikes: ['list jobs', 'list files', ...CANCELLING],
    lives: RUNNING,
    async tell(telling) {
      const main = await telling.killedInCreating();
      return failed(await telling.post(main.state));
    },
  },
  {
    name: 'attached, on_cancel: cancel',
    left: 0,
    strikes: CANCELLING,
    lives: RUNNING,
    async tell(telling) {
      await telling.step({ wait: 'false' });
      const written = { on_cancel: 'cancel' };
      const main = await telling.step(written, at(WATCHED, telling.turn.signal));
      return failed(await telling.post(main.state, written));
    },
  },
  {
    name: 'a composite twice',
    left: 1,
    strikes: CANCELLING,
    lives: RUNNING,
    async tell(telling) {
      const first = await telling.step({}, at(WATCHED, 'SIGKILL'), { GITHUB_ACTION: 'first' });
      const other = { wait: 'false', training_file: 'others.jsonl' };
      const second = await telling.step(other, undefined, { GITHUB_ACTION: 'second' });
      // The runner gives both post steps what both kept.
      const ended = await telling.post({ ...first.state, ...second.state });
      const live = own(telling.stage.platform).filter(({ status }) => status !== 'cancelled');
      return failed(second, ended) ?? (live[0]?.id === second.outputs.job_id ? undefined : 'the wrong job was cancelled');
    },
  },
  {
    name: 'cancelled, the cancel fails',
    left: 0,
    strikes: CANCELLING,
    lives: RUNNING,
    async tell(telling) {
      telling.script.striking = true;
      const main = await telling.step({}, at(WATCHED, telling.turn.signal));
      return failed(await telling.post(main.state));
    },
  },
];

/** Where nothing but the file's name carries the mark, no job says which run asked for it: it is left, and said. */
const unproved = ({ staged }: Bench, { name }: Oddity) => staged?.mark === 'file name' || name === DROPPED;

function pairCell(bench: Bench, oddity: Oddity, act: Act, turn: Turn): Promise<Cell> {
  const script: Script = { striking: false, atCreate: undefined };
  let left = turn.times;
  const options: PlatformOptions = {
    ...(act.lives === undefined ? {} : { life: act.lives }),
    ...oddity.options,
    onCall: (call) => (call === 'create' ? script.atCreate?.() : undefined),
    fault: (call) => {
      if (!script.striking || act.strikes?.includes(call) !== true || left <= 0) return undefined;
      left -= 1;
      // A creation that is answered is no lost one; the first is done all the same.
      return call === 'create' ? { ...turn.fault, when: 'after' } : turn.fault;
    },
  };
  return on(bench, options, async (stage) => {
    const { platform } = stage;
    crowd(stage, oddity);
    const complaint = await act.tell(new Telling(bench, stage, turn, script));
    const paid = paidFor(own(platform));
    const wanted = act.name.endsWith('without an ID') && unproved(bench, oddity) ? 1 : act.left;
    return {
      row: `${oddity.name}${bench.staged === undefined ? '' : `, ${bench.staged.provider}`}`,
      column: act.name,
      complaint: complaint ?? (paid === wanted ? undefined : `${paid} jobs are paid for, not ${wanted}`),
      paid,
      creates: creates(platform),
    };
  });
}

/**
 * Each oddity with each act; on a platform that keeps no metadata anyway every other of the rest.
 * @param only the acts of these names
 */
export function pairs(bench: Bench, only: readonly string[] = ACTS.map(({ name }) => name)): (() => Promise<Cell>)[] {
  const keepsNone = bench.staged?.mark === 'file name';
  return ODDITIES.flatMap((oddity, row) =>
    ACTS.flatMap((act, column) => {
      const turn = TURNS[(row + column) % TURNS.length];
      const spared = keepsNone && (oddity.name === DROPPED || (row + column) % 2 === 1);
      return turn === undefined || spared || !only.includes(act.name) ? [] : [() => pairCell(bench, oddity, act, turn)];
    }),
  );
}
