/**
 * `npm run fuzz [minutes]`: the built action between servers, inputs, events and data that are changed at
 * random. It may not crash, may let no secret out, and may go beyond no bound of memory or time. Each case
 * follows from its seed alone; one that breaks is printed with how to run it again: `node scripts/fuzz.ts
 * --case SEED`.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { newFolder, type Outcome, type Run, runAction } from '../__tests__/support/action.ts';
import { fakeGitHub } from '../__tests__/support/github.ts';
import { HOSTILE } from '../__tests__/support/hostile.ts';
import { peakOf } from '../__tests__/support/peak.ts';
import { type Fault, Platform, type Reply, startPlatform } from '../__tests__/support/platform.ts';
import { Together } from '../__tests__/support/platforms/together.ts';
import { chatRow, jsonl, many, write } from '../__tests__/support/rows.ts';
import { storyTime } from '../__tests__/support/story-time.ts';
import { randomOf } from '../src/sandbox/trainer/random.ts';

/** In MB, and in milliseconds of the machine. */
const BOUNDS = { memory: 400, time: 60_000 } as const;

/** One case: its choices, and the secrets that it plants. */
class Dice {
  readonly secrets: readonly string[];
  readonly #chance: () => number;

  constructor(seed: number) {
    this.#chance = randomOf(seed);
    this.secrets = ['sk-Key', 'ghs_Token', 'Inner'].map(
      (name) => `${name}${many(24, () => this.of([...'abcdefXYZ0189+/_'])).join('')}=`,
    );
  }

  of<Item>(items: readonly [Item, ...Item[]] | Item[]): Item {
    const item = items[Math.floor(this.#chance() * items.length)];
    if (item === undefined) throw new RangeError('Nothing to choose from.');
    return item;
  }

  is(share: number): boolean {
    return this.#chance() < share;
  }

  /** A text that nobody expects; some hold a secret, as a server may repeat one. */
  text(): string {
    if (this.is(0.4)) return `Denied for ${this.secrets[this.of([0, 1, 2])]} there`;
    return this.is(0.7)
      ? this.of([...HOSTILE])
      : this.of(['', 'null', '..', '%2e%2e', '\u0000', 'x'.repeat(200_000), 'NaN', '-1', '１２']);
  }

  /** A value that nobody expects. */
  value(): unknown {
    const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    return this.of<() => unknown>([
      () => this.text(),
      () => null,
      () => this.of([0, -1, 1e308, -0.5, 2 ** 53, 1_700_000_000]),
      () => this.is(0.5),
      () => [],
      () => ({}),
      () => JSON.parse('{"__proto__": {"x": 1}, "constructor": null}'),
      () => many(300, () => 1),
      () => deep(3000),
      () => ({ [this.text().slice(0, 300)]: this.text() }),
    ])();
  }

  /** The value with some of what is in it changed. */
  changed(value: unknown, share: number): unknown {
    if (this.is(share)) return this.value();
    if (Array.isArray(value)) return value.map((inner) => this.changed(inner, share));
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(() => !this.is(share / 2));
    return Object.fromEntries(kept.map(([name, inner]) => [name, this.changed(inner, share)]));
  }

  /** The text with some of its characters changed. */
  damaged(text: string): string {
    let left = text;
    while (this.is(0.7)) {
      const at = Math.floor(this.#chance() * left.length);
      left =
        left.slice(0, at) +
        this.of(['', '\n', '\r', '"', '{', ']', '\u0000', '\ufeff', '\\u00', this.text().slice(0, 2000)]) +
        left.slice(at + this.of([0, 1, 5]));
    }
    return left;
  }
}

/** The platform with its answers changed. */
function changed(dice: Dice, platform: Platform): Platform {
  const share = dice.of([0, 0.01, 0.05, 0.3]);
  const answer = platform.answer.bind(platform);
  platform.answer = (...given): Reply => {
    const reply = answer(...given);
    return { ...reply, body: Buffer.isBuffer(reply.body) ? reply.body : dice.changed(reply.body, share) };
  };
  return platform;
}

/** GitHub, whose answers are changed likewise. */
async function changedGitHub(dice: Dice) {
  const share = dice.of([0, 0.02, 0.2]);
  const github = await fakeGitHub({ comments: [] });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const sent = ['GET', 'HEAD'].includes(request.method ?? 'GET') ? {} : { body: Buffer.concat(chunks) };
    const { authorization = '', accept = '', 'content-type': type = 'application/json' } = request.headers;
    const headers = { authorization, accept, 'content-type': type };
    const reply = await fetch(`${github.url}${request.url}`, { method: request.method ?? 'GET', headers, ...sent });
    const text = await reply.text();
    const body = /^[[{]/.test(text) ? JSON.stringify(dice.changed(JSON.parse(text), share)) : text;
    response.writeHead(dice.is(share) ? dice.of([200, 401, 403, 404, 422, 500]) : reply.status, {
      'content-type': 'application/json',
    });
    response.end(reply.status === 204 ? undefined : body);
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    bodies: github.bodies,
    async close() {
      server.close();
      server.closeAllConnections();
      await github.close();
    },
  };
}

function faultOf(dice: Dice): Fault | undefined {
  const status = dice.of([200, 201, 301, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 599]);
  const headers = {
    'x-request-id': dice
      .text()
      .replace(/[^ -~]/g, '')
      .slice(0, 900),
    'retry-after': dice.of(['0', '1', '-1', 'x', '1e9']),
  };
  const body = dice.is(0.5)
    ? dice.damaged('{"data":[],"has_more":true}')
    : JSON.stringify({ error: { message: dice.text(), code: dice.text() } });
  return {
    when: dice.of(['before', 'after']),
    how: dice.of<Fault['how']>(['reset', 'truncated', 'hang', { status, headers, body }]),
  };
}

const OPERATIONS = [
  'create',
  'create',
  'create',
  'validate',
  'wait',
  'retrieve',
  'list',
  'list_events',
  'list_checkpoints',
  'cancel',
];

function inputsOf(dice: Dice, url: string, provider: string): Run['inputs'] {
  const [key, token, inner] = dice.secrets;
  const usual: Record<string, string> = {
    operation: dice.of(OPERATIONS),
    ...{ base_url: url, provider, api_key: key ?? '', github_token: token ?? '', artifact_name: '' },
    comment: String(dice.is(0.5)),
    ...{ model: 'gpt-4.1-mini', training_file: 'train.jsonl', timeout_minutes: '20' },
    extra_body: JSON.stringify({ api_key: inner, note: 'n' }),
    ...(dice.is(0.5) ? { method: JSON.stringify({ type: 'supervised', supervised: { hyperparameters: { n_epochs: 2 } } }) } : {}),
    ...(dice.is(0.3) ? { metadata: 'team: a' } : {}),
    ...(dice.is(0.3) ? { job_id: 'ftjob-1' } : {}),
  };
  // A secret under a name that was damaged is none that anybody could know.
  const fixed = new Set(['base_url', 'provider', 'api_key', 'github_token', 'extra_body']);
  return Object.fromEntries(
    Object.entries(usual).map(([name, value]) => {
      if (fixed.has(name) || !dice.is(0.08)) return [name, value];
      return [
        name,
        (dice.is(0.5) ? dice.damaged(value) : JSON.stringify(dice.value())).replaceAll('\u0000', '').slice(0, 60_000),
      ];
    }),
  );
}

/** Everything that left the process. */
function left({ log, outputs, state, summary, temp }: Outcome, comments: readonly string[]): string {
  const files = readdirSync(temp, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const shown = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [
    ...shown,
    summary,
    ...comments,
    JSON.stringify(outputs),
    JSON.stringify(state),
    ...files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8')),
  ].join('\n');
}

/** What went wrong; empty where nothing did. */
function faultsOf(
  outcome: Outcome,
  comments: readonly string[],
  secrets: readonly string[],
  peak: number,
  late: boolean,
): string[] {
  const text = left(outcome, comments);
  const forms = (secret: string) => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  ];
  return [
    ...(late ? [`it took more than ${BOUNDS.time / 1000} s`] : []),
    ...(late || outcome.exitCode === 0 || outcome.exitCode === 1 ? [] : [`it ended with ${outcome.exitCode}`]),
    ...(/^\s+at .+:\d+:\d+\)?$/m.test(outcome.log) ? ['there is a stack trace'] : []),
    ...(outcome.log.includes('failed unexpectedly') ? ['it failed unexpectedly'] : []),
    ...(peak > BOUNDS.memory ? [`it took ${Math.round(peak)} MB`] : []),
    ...secrets.flatMap((secret) => forms(secret).flatMap((form) => (text.includes(form) ? [`it let out ${form}`] : []))),
  ];
}

/** Runs one case. */
async function run(seed: number): Promise<{ readonly faults: readonly string[]; readonly log: string }> {
  const dice = new Dice(seed);
  const time = storyTime();
  const often = dice.of([0, 0.02, 0.2]);
  const options = {
    now: time.now,
    life: dice.of([['succeeded'], ['queued', 'running', 'succeeded'], ['running', 'failed'], ['cancelled']]),
    fault: () => (dice.is(often) ? faultOf(dice) : undefined),
  };
  // The wire, and a platform that speaks another.
  const provider = dice.of(['compatible', 'compatible', 'together']);
  const server = await startPlatform(
    options,
    changed(dice, provider === 'together' ? new Together(options) : new Platform(options)),
  );
  const github = await changedGitHub(dice);
  const workspace = newFolder('fuzz-');
  const rows = jsonl(many(dice.of([12, 12, 200]), chatRow));
  write(workspace, 'train.jsonl', dice.is(0.3) ? dice.damaged(rows) : rows);
  const payload = {
    repository: { full_name: 'octo/data', private: dice.is(0.5) },
    pull_request: { number: 5, head: { sha: 'a'.repeat(40) } },
  };
  let peak = () => 0;
  let late = false;
  let watchdog: NodeJS.Timeout | undefined;
  try {
    const outcome = await runAction({
      workspace,
      time,
      inputs: inputsOf(dice, server.url, provider),
      event: dice.changed(payload, 0.1),
      env: { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: dice.of(['push', 'pull_request', 'workflow_run', 'schedule']) },
      onStart: (child) => {
        peak = peakOf(child);
        watchdog = setTimeout(() => {
          late = true;
          child.kill('SIGKILL');
        }, BOUNDS.time);
      },
    });
    const faults = faultsOf(outcome, github.bodies, dice.secrets, peak(), late);
    rmSync(outcome.temp, { recursive: true, force: true });
    return { faults, log: outcome.log };
  } finally {
    clearTimeout(watchdog);
    rmSync(workspace, { recursive: true, force: true });
    await server.close();
    await github.close();
  }
}

const [first = '10', second] = process.argv.slice(2);
const single = first === '--case' ? Number(second) : undefined;
const begun = Date.now();
const seed = single ?? begun % 1_000_000_000;
let cases = 0;
let broken = 0;
console.log(`Seed ${seed}.`);
do {
  const own = seed + cases;
  const { faults, log } = await run(own);
  cases += 1;
  if (single !== undefined) console.log(log.slice(0, 20_000));
  if (faults.length === 0) continue;
  broken += 1;
  console.log(`✗ ${faults.join('; ')}. Again: node scripts/fuzz.ts --case ${own}`);
} while (single === undefined && Date.now() - begun < Number(first) * 60_000);
console.log(`${cases} cases, ${broken} broken.`);
process.exitCode = broken === 0 ? 0 : 1;
