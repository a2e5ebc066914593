/** Answers that were made to be large or deep: each has a bound, memory stays flat, and a job that succeeded keeps its model. */
import { createServer, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { peakOf } from '../support/peak.ts';
import { type Call, type Fault, type PlatformOptions, type RunningPlatform, startPlatform } from '../support/platform.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { storyTime } from '../support/story-time.ts';

/** No attack may take more. In MB. */
const MOST = 400;

const open: RunningPlatform[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

interface Attacked extends Outcome {
  readonly peak: number;
}

/** A step against a platform that does this. */
async function attacked(
  options: PlatformOptions,
  inputs: Run['inputs'] = {},
  more: Pick<Run, 'event' | 'env'> = {},
): Promise<Attacked> {
  const time = storyTime();
  const server = await startPlatform({ life: ['succeeded'], now: time.now, ...options });
  open.push(server);
  const workspace = newFolder();
  write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
  let peak = () => 0;
  const outcome = await runAction({
    ...more,
    workspace,
    time,
    inputs: {
      ...{ base_url: server.url, provider: 'compatible', api_key: 'secret-key', model: 'gpt-4.1-mini' },
      ...{ training_file: 'train.jsonl', artifact_name: '', ...inputs },
    },
    onStart: (child) => {
      peak = peakOf(child);
    },
  });
  expect(outcome.log).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(outcome.log).not.toMatch(/failed unexpectedly/);
  expect(outcome.errors.length).toBeLessThanOrEqual(1);
  expect(peak()).toBeLessThan(MOST);
  return { ...outcome, peak: peak() };
}

/** The job's own end is not lost by what surrounds it. */
function expectModel({ exitCode, outputs }: Outcome): void {
  expect([exitCode, outputs.status, outputs.fine_tuned_model]).toEqual([0, 'succeeded', 'ft:gpt-4.1-mini:org::ftjob-1']);
}

const on =
  (call: Call, how: Fault['how']): NonNullable<PlatformOptions['fault']> =>
  (asked) =>
    asked === call ? { when: 'after', how } : undefined;

/** Eight gigabytes of blanks, in a few megabytes. */
const member = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
const BOMB = Buffer.concat(many(128, () => member));
const bomb = (status: number) => ({
  write: (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(BOMB),
});
/** Says the same for ever, as fast as it is read. */
const endless = (status: number, piece: string) => ({
  write: (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    const chunk = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)));
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
});

describe('a body without end', () => {
  test.each<[string, Call, Fault['how']]>([
    ['a gzip bomb that refuses', 'events', bomb(500)],
    ['a gzip bomb that does not', 'events', bomb(200)],
    ['a refusal that goes on and on', 'events', endless(403, 'no ')],
    ['a list that goes on and on', 'checkpoints', endless(200, '{"data": [')],
    ['a list of nothing', 'checkpoints', endless(200, '{},')],
    ['a server’s failure that goes on and on', 'checkpoints', endless(502, '<html>')],
  ])('%s, of what surrounds the job: a warning', async (_, call, how) => {
    const outcome = await attacked({ fault: on(call, how) });
    expectModel(outcome);
    expect(outcome.warnings.join()).toMatch(/cannot be read just now|could not be read/);
  });

  test.each<[string, Call, Fault['how'], RegExp]>([
    ['refuses the upload', 'upload', endless(403, 'no '), /failed with 403: no no no/],
    ['refuses the list', 'list jobs', bomb(403), /failed with 403/],
    ['is the list', 'list jobs', endless(200, '{},'), /larger than 16 MiB/],
    ['refuses the creation', 'create', endless(400, 'no '), /failed with 400: no no no/],
  ])('that %s: one line, and nothing is paid for', async (_, call, how, message) => {
    const outcome = await attacked({ fault: (asked) => (asked === call ? { when: 'before', how } : undefined) });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.errors.join()).toMatch(message);
    expect(open.at(-1)?.jobs).toEqual([]);
  });

  test('when the job is looked at: it is looked at again', async () => {
    const fault: PlatformOptions['fault'] = (call, number) =>
      call === 'job' && number <= 2 ? { when: 'after', how: [endless(200, '{'), bomb(503)][number - 1] ?? 'reset' } : undefined;
    expectModel(await attacked({ life: ['running', 'running', 'running', 'succeeded'], fault }));
  });
});

describe('an answer of a million things', () => {
  const event = (number: number, more: object = {}) => ({
    ...{ id: `ev-${number}`, object: 'fine_tuning.job.event', created_at: 1_700_000_000 + number, level: 'info', message: 'm' },
    ...{ type: 'metrics', ...more },
  });

  test('events with names of their own for every number', async () => {
    const names = (number: number) => Object.fromEntries(many(20, (one) => [`own_${number}_${one}`, 1]));
    const events = many(5000, (number) => event(number, { data: { step: number, train_loss: 1, ...names(number) } }));
    const outcome = await attacked({ events: () => events });
    expectModel(outcome);
    expect(Object.keys(JSON.parse(outcome.outputs.metrics ?? '')).length).toBe(64);
    expect(outcome.warnings).toContain('The job measures more than 64 things; the report has the first 64 of them.');
  });

  test('events at every look, without end', async () => {
    let count = 0;
    const fault: PlatformOptions['fault'] = (call) => {
      if (call !== 'events') return undefined;
      const data = many(100, () => {
        count += 1;
        return event(count, { message: 'x'.repeat(100_000) });
      });
      return { when: 'after', how: { status: 200, body: JSON.stringify({ data, has_more: true }) } };
    };
    const outcome = await attacked({ life: [...many(50, () => 'running'), 'succeeded'], fault });
    expectModel(outcome);
    expect(outcome.warnings.join()).toMatch(/as many as are read; it is watched on without them/);
  });

  test('checkpoints, of which the last is the best', async () => {
    const checkpoints = many(10_000, (number) => ({
      ...{ id: `c-${number}`, step_number: number, fine_tuned_model_checkpoint: `ft:c-${number}` },
      metrics: { full_valid_loss: 10_000 - number },
    }));
    const outcome = await attacked({ checkpoints: () => checkpoints });
    expectModel(outcome);
    expect(JSON.parse(outcome.outputs.best_checkpoint ?? '')).toMatchObject({
      model: checkpoints.at(-1)?.fine_tuned_model_checkpoint,
    });
    expect(outcome.warnings).toContain("The report has 2000 of the job's 10000 checkpoints, the best one of all among them.");
  });

  test('checkpoints without end', async () => {
    let count = 0;
    const fault: PlatformOptions['fault'] = (call) => {
      if (call !== 'checkpoints') return undefined;
      const data = many(100, () => {
        count += 1;
        return { id: `c-${count}`, step_number: count, metrics: { valid_loss: 1 } };
      });
      return { when: 'after', how: { status: 200, body: JSON.stringify({ data, has_more: true }) } };
    };
    const outcome = await attacked({ fault });
    expectModel(outcome);
    expect(outcome.warnings.join()).toMatch(/only the first 20000 were looked at/);
  });

  const results = (count: number, how: Fault['how']): PlatformOptions => ({
    more: ({ status }) => ({ result_files: status === 'succeeded' ? many(count, (number) => `file-r${number}`) : [] }),
    fault: on('content', how),
  });
  const csv = (body: string) => ({ status: 200, headers: { 'content-type': 'text/csv' }, body });

  test('result files, each of them too large', async () => {
    const outcome = await attacked(results(60, endless(200, 'step,train_loss\n1,2\n')));
    expectModel(outcome);
    expect(outcome.warnings.join()).toMatch(/larger than 16 MiB/);
  });

  test('result files, large together', async () => {
    const outcome = await attacked(results(60, csv(`step,train_loss\n${'1,2\n'.repeat(3_000_000)}`)));
    expectModel(outcome);
    expect(outcome.warnings.join()).toMatch(/60 result files 2 were read; at most 20 files and 16 MiB in all are/);
  });

  test('a result file of many rows and many columns', async () => {
    const header = ['step', ...many(29_999, (number) => `m${number}`)].join(',');
    const outcome = await attacked(results(1, csv(`${header}\n${`1${',1'.repeat(29_999)}\n`.repeat(250)}`)));
    expectModel(outcome);
  });

  test('jobs to be listed', async () => {
    const list = many(100, (number) => ({ id: `ftjob-${number}`, status: 'running', model: 'm'.repeat(100_000) }));
    let page = 0;
    const fault: PlatformOptions['fault'] = (call) => {
      page += 1;
      const data = list.map((job, number) => ({ ...job, id: `ftjob-${page}-${number}` }));
      return call === 'list jobs'
        ? { when: 'after', how: { status: 200, body: JSON.stringify({ data, has_more: true }) } }
        : undefined;
    };
    const outcome = await attacked({ fault }, { operation: 'list', limit: '10000' });
    expect(outcome.exitCode).toBe(0);
    expect(outcome.warnings.join()).toMatch(/The list of jobs is larger than the 32 MiB that are kept of it/);
  });
});

describe('GitHub, whose answers are somebody’s too', () => {
  test.each<[string, string]>([
    ['nested without end', '['.repeat(5_000_000) + ']'.repeat(5_000_000)],
    ['of millions of things', `[${'{},'.repeat(3_000_000)}{}]`],
  ])('%s: the comment is given up, and the data is checked', async (_, body) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const sha = 'a'.repeat(40);
    const repo = { full_name: 'octo/data' };
    const outcome = await attacked(
      {},
      { operation: 'validate', comment: 'true', github_token: 'ghs_x' },
      {
        event: { repository: { ...repo, private: true }, pull_request: { number: 5, head: { sha, repo }, base: { sha } } },
        env: {
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_SHA: sha,
          GITHUB_API_URL: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
        },
      },
    );
    server.close();
    server.closeAllConnections();
    expect([outcome.exitCode, outcome.outputs.valid]).toEqual([0, 'true']);
    expect(outcome.warnings.join()).toMatch(/The comment on the pull request could not be kept/);
  });
});

describe('a value that is nested without end', () => {
  const deep = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
  const text = (depth: number) => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;
  const page = (item: string) => ({ status: 200, body: `{"data":[${item}],"has_more":false}` });

  test.each<[string, Call, string]>([
    ['an event', 'events', `{"id":"e","created_at":1,"message":"m","data":${text(6000)}}`],
    ['a checkpoint', 'checkpoints', `{"id":"c","step_number":1,"metrics":{"valid_loss":1,"x":${text(100_000)}}}`],
  ])('%s: the rest of it is there', async (_, call, item) => {
    const outcome = await attacked({ fault: on(call, page(item)) });
    expectModel(outcome);
    expect(outcome.warnings).toEqual([]);
    expect(outcome.outputs.report_path).toMatch(/summary\.md$/);
  });

  test('the job itself', async () => {
    const outcome = await attacked({ more: () => ({ integrations: deep(3000), method: { type: 'supervised', x: deep(3000) } }) });
    expectModel(outcome);
    expect(JSON.parse(outcome.outputs.job ?? '').id).toBe('ftjob-1');
  });

  test('jobs of others', async () => {
    const fault = on('list jobs', page(`{"id":"other","status":"running","metadata":${text(50_000)}}`));
    expectModel(await attacked({ fault }));
  });
});
