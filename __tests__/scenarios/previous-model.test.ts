/** The model before, beside the new one: on the page where it can be known, and without a word where not. */
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import type { Call, Fault, PlatformOptions, RunningPlatform } from '../support/platform.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { stories } from '../support/stories.ts';

const told = stories({
  checkpoints: ({ id }) => [
    { id: `ckpt-${id}`, created_at: 1, step_number: 4, metrics: { train_loss: id === 'ftjob-1' ? 0.5 : 0.25 } },
  ],
  more: ({ body }) => ({ suffix: body.suffix }),
});
const HEAD = '### Beside the previous model';

const workspace = newFolder();
for (const [name, rows] of Object.entries({ v1: 12, v2: 16 })) write(workspace, `${name}.jsonl`, jsonl(many(rows, chatRow)));

const run = (number: number): Pick<Run, 'env'> => ({ env: { GITHUB_RUN_ID: String(number) } });

function train(platform: RunningPlatform, inputs: Run['inputs'], more: Partial<Run>): Promise<Outcome> {
  const on = { base_url: platform.url, api_key: 'k', artifact_name: '', model: 'm-1', metadata: 'branch=main' };
  return runAction({ workspace, time: told.time, ...more, inputs: { ...on, ...inputs } });
}

/** What the second training of a line leaves, and how often it was listed. */
async function second(options: PlatformOptions, inputs: Run['inputs'] = {}) {
  const platform = await told.platformOf(options);
  const first = await train(platform, { training_file: 'v1.jsonl' }, run(1));
  const outcome = await train(platform, { training_file: 'v2.jsonl', ...inputs }, run(2));
  expect([first.exitCode, outcome.exitCode]).toEqual([0, 0]);
  expect(first.summary).not.toContain(HEAD);
  return { platform, outcome };
}

test('in the sandbox: the figures that were really trained', async () => {
  const temp = newFolder('temp-');
  const rehearse = (training_file: string, number: number) =>
    runAction({
      workspace,
      temp,
      inputs: {
        provider: 'sandbox',
        model: 'gpt-4.1-mini-2025-04-14',
        training_file,
        validation_file: 'v1.jsonl',
        hyperparameters: 'n_epochs: 3',
        artifact_name: '',
      },
      ...run(number),
    });
  const first = await rehearse('v1.jsonl', 1);
  const { summary } = await rehearse('v2.jsonl', 2);
  const [, section = ''] = summary.split(HEAD);
  expect(section).toContain(`\`${first.outputs.fine_tuned_model}\` of `);
  expect(section).toMatch(/\| Epochs \| 3 \| 3 \| – \|\n\| Trained tokens \| [\d,]+ \| [\d,]+ \| \+[\d,]+ · \+\d+ % \|/);
  expect(section).toMatch(/\| full_valid_loss \| [\d.]+ \| [\d.]+ \| [−+][\d.e-]+/);
  expect(section).not.toContain('The validation files differ');
});

describe('on a platform', () => {
  test('create, wait and retrieve show it, by two more requests', async () => {
    const { platform, outcome } = await second({});
    expect(outcome.summary).toContain(`${HEAD}\n\n\`ft:`);
    expect(outcome.summary).toContain('| train_loss | 0.5 | 0.25 | −0.25 · −50 % |');
    for (const operation of ['wait', 'retrieve']) {
      const before = platform.calls.length;
      const seen = await train(platform, { operation, job_id: outcome.outputs.job_id, metadata: undefined }, run(3));
      expect(seen.summary).toContain('| train_loss | 0.5 | 0.25 | −0.25 · −50 % |');
      expect(platform.calls.slice(before).filter((call) => call === 'list jobs')).toHaveLength(1);
    }
  });

  test.each<[string, PlatformOptions, Run['inputs']]>([
    ['nothing of the jobs says where they come from', { forgetsMetadata: true }, {}],
    ['it is of another branch', {}, { metadata: 'branch=other' }],
    ['it is of another suffix', {}, { suffix: 'other' }],
    [
      'the list is in no known order',
      { page: (page) => ({ ...page, data: page.data.filter(({ id }) => id === 'ftjob-1') }) },
      {},
    ],
  ])('not a word, and no failure, where %s', async (_, options, inputs) => {
    const { outcome } = await second(options, inputs);
    expect(outcome.summary).not.toContain(HEAD);
    expect([outcome.warnings, outcome.errors]).toEqual([[], []]);
  });

  test.each(['list jobs', 'checkpoints'])('nor where the server refuses %s', async (refused) => {
    let refusing = false;
    const fault = (call: Call): Fault | undefined =>
      refusing && call === refused ? { when: 'before', how: { status: 403 } } : undefined;
    const { platform, outcome } = await second({ fault });
    refusing = true;
    const seen = await train(platform, { operation: 'retrieve', job_id: outcome.outputs.job_id, metadata: undefined }, run(3));
    expect([seen.exitCode, seen.errors]).toEqual([0, []]);
    expect(seen.summary).not.toContain(HEAD);
    expect(seen.log).not.toContain('list of jobs');
  });
});
