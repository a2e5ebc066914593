/** Fireworks: a wire of its own, on which a job gets an ID of our choosing, and may be stopped by its deletion alone. */
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome } from '../support/action.ts';
import { type PlatformOptions, paidFor, type RunningPlatform } from '../support/platform.ts';
import { Fireworks, type FireworksOptions } from '../support/platforms/fireworks.ts';
import { onStage, type Stage, workspace } from '../support/platforms/stage.ts';
import { STAGED } from '../support/platforms/staged.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';

write(workspace, 'held.jsonl', jsonl(many(20, (n) => chatRow(n + 1000))));

function on<Result>(options: FireworksOptions, story: (stage: Stage) => Promise<Result>): Promise<Result> {
  const staged = STAGED.find(({ provider }) => provider === 'fireworks');
  if (staged === undefined) throw new Error('Fireworks is not staged.');
  let url = '';
  const make = (all: PlatformOptions) => new Fireworks({ signs: () => new URL(url).origin, ...all, ...options });
  return onStage({ ...staged, make }, options, (stage) => {
    url = stage.platform.url;
    return story(stage);
  });
}

/** Each create call: where it went, and with what. */
const creations = ({ exchanges }: RunningPlatform) =>
  exchanges
    .filter(({ method, path }) => method === 'POST' && /^\/(supervisedFineTuningJobs|dpoJobs)\?/.test(path))
    .map(({ path, sent }) => ({ path, sent }));
const deletions = ({ exchanges }: RunningPlatform) =>
  exchanges.filter(({ method, path }) => method === 'DELETE' && !path.startsWith('/datasets/')).length;
const fine = ({ errors, exitCode }: Outcome) => expect([errors, exitCode]).toEqual([[], 0]);

describe('what is asked, in its names', () => {
  const supervised = {
    method:
      '{type: supervised, supervised: {hyperparameters: {n_epochs: 2, batch_size: 8, learning_rate: 0.0001, lora_rank: 16}}}',
    suffix: 'bot',
    validation_file: 'held.jsonl',
    integrations: '[{type: wandb, wandb: {project: p, entity: e}}]',
    extra_body: '{earlyStop: true, wandbConfig: {apiKey: wandb-k-123456}}',
  };
  test('of a supervised job', () =>
    on({}, async ({ step, platform }) => {
      const outcome = await step({ ...supervised, wait: 'false' });
      fine(outcome);
      const [job] = creations(platform);
      expect(job?.path).toBe(`/supervisedFineTuningJobs?supervisedFineTuningJobId=${outcome.outputs.job_id}`);
      expect(job?.sent).toEqual({
        dataset: `accounts/acc/datasets/${outcome.outputs.training_file_id}`,
        evaluationDataset: `accounts/acc/datasets/${outcome.outputs.validation_file_id}`,
        baseModel: 'accounts/fireworks/models/qwen3-8b',
        outputModel: `bot-${outcome.outputs.job_id?.slice(-12)}`,
        epochs: 2,
        batchSizeSamples: 8,
        learningRate: 0.0001,
        loraRank: 16,
        earlyStop: true,
        displayName: expect.stringMatching(/^octo\/data run \d+\/\d+ \d+$/),
        wandbConfig: { enabled: true, project: 'p', entity: 'e', apiKey: 'wandb-k-123456' },
      });
      expect(platform.faults).toEqual([]);
      // The key of another service is echoed by the platform, and shown nowhere.
      expect(JSON.stringify([outcome.outputs, outcome.log.replace('::add-mask::wandb-k-123456', '')])).not.toContain(
        'wandb-k-123456',
      );
    }));
  test('of a preference job, whose loss is named', () =>
    on({}, async ({ step, platform }) => {
      const method = '{type: dpo, dpo: {hyperparameters: {beta: 0.2, n_epochs: 1}}}';
      const outcome = await step({ method, training_file: 'pairs.jsonl' });
      fine(outcome);
      expect(creations(platform)).toEqual([
        {
          path: `/dpoJobs?dpoJobId=${outcome.outputs.job_id}`,
          sent: expect.objectContaining({
            trainingConfig: { baseModel: 'accounts/fireworks/models/qwen3-8b', epochs: 1 },
            lossConfig: { method: 'DPO', dpo: { beta: 0.2 } },
          }),
        },
      ]);
      expect(outcome.outputs.fine_tuned_model).toBe(`accounts/acc/models/${outcome.outputs.job_id}`);
      expect(platform.faults).toEqual([]);
    }));
  test('a fine-tuned model is trained on from', () =>
    on({}, async ({ step, platform }) => {
      fine(await step({ model: 'accounts/acc/models/mine', wait: 'false' }));
      expect(creations(platform)[0]?.sent).toMatchObject({ warmStartFrom: 'accounts/acc/models/mine' });
      expect(creations(platform)[0]?.sent).not.toHaveProperty('baseModel');
    }));
  test.each([
    ['llama', /Input model is "llama", which Fireworks does not know.*nothing was uploaded/],
    ['flux-1', /Input model is "flux-1", which Fireworks does not train; nothing was uploaded/],
  ])('the model %s is refused before anything is sent', (model, message) =>
    on({}, async ({ step, platform, count }) => {
      expect((await step({ model })).errors.join()).toMatch(message);
      expect([platform.files.length, count('create')]).toEqual([0, 0]);
    }),
  );
});

describe('its data', () => {
  test('is sent once, and found by its content', () =>
    on({}, async ({ step, platform, count }) => {
      const first = await step();
      fine(first);
      fine(await step({ suffix: 'other' }));
      expect([count('upload'), platform.files.length, platform.jobs.length]).toEqual([1, 1, 2]);
      const byId = await step({ training_file: first.outputs.training_file_id });
      expect([byId.outputs.job_id, byId.outputs.reused]).toEqual([first.outputs.job_id, 'true']);
    }));
  test('that an earlier run began to send is sent again', () =>
    on({}, async ({ step, platform, count }) => {
      fine(await step({ wait: 'false' }));
      const [file] = platform.files;
      if (file === undefined) throw new Error('no dataset');
      platform.files.splice(0, 1, { ...file, bytes: Buffer.alloc(0), status: 'UPLOADING' });
      fine(await step({ suffix: 'other', wait: 'false' }));
      expect([count('upload'), platform.files.length]).toEqual([2, 1]);
    }));
  test('is not taken for what has another number of rows', () => {
    let rows: number | undefined;
    return on({ rowsShown: () => rows }, async ({ step, count }) => {
      fine(await step({ wait: 'false' }));
      rows = 7;
      const { errors } = await step({ suffix: 'other' });
      expect(errors.join()).toMatch(/The dataset data-\w+ has 7 rows, and the data has 120: someone gave its ID to other data/);
      expect(count('create')).toBe(1);
    });
  });
  const [system, developer] = ['system', 'developer'].map((role) => ({ role, content: 'Be brief.' }));
  const [question, answer] = chatRow(1).messages;
  test.each<[string, object, string]>([
    ['a system message first', { messages: [system, question, answer] }, ''],
    ['a system message later', { messages: [question, system, answer] }, 'chat/system-first'],
    ['a developer', { messages: [developer, question, answer] }, 'chat/developer-role'],
    ['nothing to learn', { messages: [question, { ...answer, weight: 0 }] }, 'chat/nothing-learned'],
    ['a weight on a question', { messages: [{ ...question, weight: 0 }, answer] }, 'chat/weight-role'],
  ])('is checked offline: %s', (name, sample, rule) =>
    on({}, async ({ step, platform }) => {
      const folder = newFolder('fireworks-data-');
      write(folder, 'train.jsonl', jsonl([sample, ...many(3, chatRow)]));
      const { log, exitCode } = await step(
        { operation: 'validate', api_key: undefined, base_url: undefined },
        { workspace: folder },
      );
      expect([name, exitCode, platform.calls]).toEqual([name, rule === '' || rule === 'chat/weight-role' ? 0 : 1, []]);
      expect(log).toContain(rule);
    }),
  );
  test('needs three rows', () =>
    on({}, async ({ step }) => {
      const folder = newFolder('fireworks-few-');
      write(folder, 'train.jsonl', jsonl(many(2, chatRow)));
      const { log, exitCode } = await step(
        { operation: 'validate', api_key: undefined, base_url: undefined },
        { workspace: folder },
      );
      expect([exitCode, log]).toEqual([1, expect.stringContaining('file/too-few-rows')]);
    }));
  test('that it cannot use ends the step with its words', () =>
    on({ datasetFault: { code: 'INVALID_ARGUMENT', message: 'row 3 has no trained token' } }, async ({ step, count }) => {
      const { errors, exitCode } = await step();
      expect(exitCode).toBe(1);
      expect(errors.join()).toMatch(
        /cannot use the dataset data-\w+ \(INVALID_ARGUMENT: row 3 has no trained token\)\. Fix the data/,
      );
      expect(count('create')).toBe(0);
    }));
});

describe('an ID that is taken', () => {
  test('is the same job, which another run asked for in between', () => {
    let platform: RunningPlatform | undefined;
    let twin = '';
    // The twin's job comes into being as our own request arrives.
    const onCall = (call: string, number: number) => {
      const [file] = platform?.files ?? [];
      if (call !== 'create' || number !== 1 || file === undefined || platform === undefined) return;
      const body = { collection: 'supervisedFineTuningJobs', dataset: `accounts/acc/datasets/${file.id}`, baseModel: 'm' };
      const displayName = 'octo/demo run 77/1 12';
      platform.jobs.push({
        id: twin,
        created_at: 1_790_000_000,
        metadata: null,
        body: { ...body, displayName },
        status: 'running',
        life: ['running', 'succeeded'],
      });
    };
    return on({ onCall, life: ['running', 'succeeded'] }, async (stage) => {
      // The same inputs have the same ID on every server.
      twin = await on({}, async ({ step }) => (await step({ wait: 'false' })).outputs.job_id ?? '');
      platform = stage.platform;
      const outcome = await stage.step();
      fine(outcome);
      expect(outcome.outputs).toMatchObject({ job_id: twin, status: 'succeeded', reused: 'true' });
      expect([stage.count('create'), platform.jobs.length]).toEqual([1, 1]);
    });
  });
  test('by a job that failed gives way to the next number, which is then the one that is found', () =>
    on({ life: ['failed'] }, async ({ step, platform, count }) => {
      const first = await step();
      expect(first.errors.join()).toContain('It broke.');
      expect((await step()).exitCode).toBe(1);
      const [one, two] = platform.jobs;
      expect(two?.id).toBe(`${one?.id}-2`);
      if (two === undefined) throw new Error('no second job');
      two.status = 'succeeded';
      // A gap before it does not hide it.
      platform.jobs.splice(0, 1);
      const third = await step();
      fine(third);
      expect([third.outputs.job_id, third.outputs.reused, count('create')]).toEqual([two.id, 'true', 2]);
    }));
  test('by jobs that were deleted and are not to be seen, gives way after looks', () =>
    on({ keepsIds: true, lacksCancel: true, life: many(9, () => 'running') }, async ({ step, platform, count }) => {
      const ids = [];
      for (let run = 0; run < 3; run += 1) {
        const { outputs, errors } = await step({ wait: 'false' });
        expect(errors).toEqual([]);
        ids.push(outputs.job_id);
        fine(await step({ operation: 'cancel', job_id: outputs.job_id }));
      }
      expect(ids).toEqual([ids[0], `${ids[0]}-2`, `${ids[0]}-3`]);
      expect([paidFor(platform.jobs), count('create')]).toEqual([0, 1 + 2 + 3]);
    }));
});

describe('a job that only its deletion stops', () => {
  const options = { lacksCancel: true, life: many(99, () => 'running') };
  /** The main step, cancelled while it watches, and its post step. */
  const cancelled = async ({ step }: Stage, inputs: Readonly<Record<string, string>>) => {
    let sent = false;
    const main = await step(inputs, {
      onLine: (line, child) => {
        if (sent || !/ is running/.test(line)) return;
        sent = true;
        child.kill('SIGINT');
      },
    });
    return { main, post: await step({ ...inputs, job_status: 'cancelled' }, { state: main.state }) };
  };
  test('runs on when the run is cancelled, and that is said with the way on', () =>
    on(options, async (stage) => {
      const { main, post } = await cancelled(stage, {});
      expect(main.errors.join()).toMatch(
        /was not cancelled and runs on: .*only its deletion ends it, and its record goes with it.*operation: cancel/,
      );
      expect(post.warnings).toEqual([]);
      expect([deletions(stage.platform), paidFor(stage.platform.jobs)]).toEqual([0, 1]);
      const ended = await stage.step({ operation: 'cancel', job_id: main.outputs.job_id });
      fine(ended);
      expect(ended.log).toContain('was deleted, and its record with it');
      expect([deletions(stage.platform), paidFor(stage.platform.jobs)]).toEqual([1, 0]);
    }));
  test('is deleted where on_cancel: cancel is written out', () =>
    on(options, async (stage) => {
      const { main } = await cancelled(stage, { on_cancel: 'cancel' });
      expect(main.log).toContain('was deleted, and its record with it');
      expect([deletions(stage.platform), paidFor(stage.platform.jobs)]).toEqual([1, 0]);
    }));
  test('is deleted by the post step too, where the main step was killed', () =>
    on(options, async (stage) => {
      let killed = false;
      const inputs = { on_cancel: 'cancel' };
      const main = await stage.step(inputs, {
        onLine: (line, child) => {
          if (killed || !/ is running/.test(line)) return;
          killed = true;
          child.kill('SIGKILL');
        },
      });
      const post = await stage.step({ ...inputs, job_status: 'cancelled' }, { state: main.state });
      expect(post.log).toContain('was deleted, and its record with it');
      expect(paidFor(stage.platform.jobs)).toBe(0);
    }));
});

describe('what a killed step leaves', () => {
  /** The main step, killed at a line or as a request arrives, and its post step in a cancelled run. */
  const killed = async ({ step }: Stage, at: { readonly line?: RegExp; kill?: () => void }) => {
    const main = await step(
      {},
      {
        onLine: (line, child) => {
          at.kill = () => child.kill('SIGKILL');
          if (at.line?.test(line)) child.kill('SIGKILL');
        },
      },
    );
    expect(main.exitCode).toBeNull();
    return step({ job_status: 'cancelled' }, { state: main.state });
  };
  test('is this run’s own job, and its post step cancels it', () =>
    on({ life: many(99, () => 'running') }, async (stage) => {
      const post = await killed(stage, { line: / is running/ });
      expect(post.warnings).toEqual([]);
      expect(paidFor(stage.platform.jobs)).toBe(0);
    }));
  test('is so too where the answer to its creation never came', () => {
    const at: { kill?: () => void } = {};
    const onCall = (call: string, number: number) => {
      if (call === 'create' && number === 1) at.kill?.();
    };
    return on({ onCall, life: many(99, () => 'running') }, async (stage) => {
      const post = await killed(stage, at);
      expect([post.warnings, stage.platform.jobs.length, paidFor(stage.platform.jobs)]).toEqual([[], 1, 0]);
    });
  });
});

test('a job of a suspended account is paused, and goes on by operation: resume', () =>
  on({ life: many(99, () => 'paused') }, async ({ step, platform }) => {
    const { outputs, errors } = await step();
    expect(errors.join()).toMatch(/is paused, and has been for a quarter of an hour/);
    const [job] = platform.jobs;
    if (job !== undefined) job.life = [];
    const resumed = await step({ operation: 'resume', job_id: outputs.job_id });
    fine(resumed);
    expect(resumed.log).toContain('pauses the jobs of a suspended account');
    expect(['queued', 'running']).toContain(resumed.outputs.status);
  }));

test('jobs of both kinds are listed', () =>
  on({ life: ['succeeded'] }, async ({ step }) => {
    const first = await step();
    const second = await step({ method: 'dpo', training_file: 'pairs.jsonl' });
    const { outputs } = await step({ operation: 'list' });
    const ids = JSON.parse(outputs.jobs ?? '').map(({ id }: { id: string }) => id);
    expect(ids).toEqual([second.outputs.job_id, first.outputs.job_id]);
  }));

test('metrics come by a signed address, which gets no credential and is shown nowhere', () =>
  on({}, async ({ step, platform }) => {
    const outcome = await step();
    fine(outcome);
    expect(JSON.parse(outcome.outputs.metrics ?? '')).toMatchObject({ train_loss: 0.5 });
    expect(platform.faults).toEqual([]);
    expect(JSON.stringify([outcome.outputs, outcome.log, outcome.summary])).not.toMatch(/signature=|s3cret/);
  }));

test('a job can be named by its full name, and its account by a variable', () =>
  on({ life: many(9, () => 'running') }, async ({ step, platform }) => {
    const { outputs } = await step({ wait: 'false' });
    const base_url = platform.url.replace('/accounts/acc', '');
    const job_id = `accounts/acc/supervisedFineTuningJobs/${outputs.job_id}`;
    const unnamed = await step({ operation: 'retrieve', job_id, base_url });
    expect(unnamed.errors.join()).toMatch(/names no account of Fireworks AI\. Write base_url: .*FIREWORKS_ACCOUNT_ID/);
    const seen = await step({ operation: 'retrieve', job_id, base_url }, { env: { FIREWORKS_ACCOUNT_ID: 'acc' } });
    fine(seen);
    expect(seen.outputs).toMatchObject({ job_id: outputs.job_id, status: 'running' });
  }));

test('how far it is stands in the log, once for each percent, with the time that is left', () =>
  on({ life: many(999, () => 'running'), trainsFor: 1200 }, async ({ step }) => {
    const outcome = await step({ method: '{type: supervised, supervised: {hyperparameters: {n_epochs: 2}}}' });
    fine(outcome);
    const lines = outcome.log.match(/\d+ % trained · epoch \d of 2( · about .* left)?/g) ?? [];
    expect(lines.length).toBeGreaterThan(5);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.at(-1)).toMatch(/^9\d % trained · epoch 2 of 2/);
    expect(outcome.summary).toContain('| n_epochs | <code>2</code> | <code>2</code> |');
    expect(outcome.summary).not.toContain('⚠️ differs');
  }));

describe('its price', () => {
  const above = { estimatedCost: { currencyCode: 'USD', units: '30', nanos: 0 } };
  test.each<[string, FireworksOptions, Readonly<Record<string, string>>, RegExp]>([
    [
      'above the limit',
      { price: above },
      {},
      /Fireworks AI asks US\$ 30.00 for this job, and max_cost_usd is 1; nothing was created/,
    ],
    [
      'in another currency',
      { price: { estimatedCost: { currencyCode: 'EUR', units: '1' } } },
      {},
      /its answer has no price in US\$ that can be read/,
    ],
    [
      'that nobody knows',
      { lacksPrice: true },
      { model: 'accounts/acc/models/mine' },
      /does not say what this job costs \(it prices no such job beforehand\)/,
    ],
  ])('%s is refused after the upload, and what was uploaded goes again', (_, options, inputs, message) =>
    on(options, async ({ step, platform, count }) => {
      const { errors } = await step({ max_cost_usd: '1', ...inputs });
      expect(errors.join()).toMatch(message);
      expect([count('create'), platform.files.length, platform.faults]).toEqual([0, 0, []]);
    }),
  );
  test('is not asked for with what only names the job', () =>
    on({}, async ({ step, platform }) => {
      const { log } = await step({
        max_cost_usd: '1',
        suffix: 'bot',
        extra_body: '{wandbConfig: {apiKey: k-1234567890}}',
        wait: 'false',
      });
      expect(log).toContain('Fireworks AI prices this job at US$ 0.12.');
      const asked = platform.exchanges.find(({ path }) => path.endsWith(':estimateCost'));
      expect(Object.keys(asked?.sent ?? {}).toSorted()).toEqual(['baseModel', 'dataset']);
    }));
  test('by the job itself stands on the page of whoever takes the job up', () =>
    on({ lacksPrice: true }, async ({ step }) => {
      const made = await step({ price_per_million_tokens: '100' });
      fine(made);
      expect(made.summary).toMatch(/\*\*\$0\.10\*\*<br>\$\d+\.\d\d estimated[^|]*<br>\$0\.12 estimated by the platform/);
      const seen = await step({ operation: 'retrieve', job_id: made.outputs.job_id });
      expect(seen.log).toContain('Estimated by the platform: US$ 0.12');
      expect(seen.summary).toContain('$0.12 estimated by the platform');
      expect(JSON.parse(seen.outputs.job ?? '')).toMatchObject({ estimated_usd: 0.12 });
    }));
  test('is ours where it has no call for it: by the size of the model, one epoch unless more are asked for', () =>
    on({ lacksPrice: true }, async ({ step }) => {
      const { log, errors } = await step({ max_cost_usd: '1', wait: 'false' });
      expect(errors).toEqual([]);
      expect(log).toMatch(/over an epoch|over 1 epoch/);
      expect(log).toMatch(/US\$ 0.5 a million tokens by Fireworks' pricing page/);
    }));
  test('is twice as much for preferences, which it never prices itself', () =>
    on({}, async ({ step, platform }) => {
      const { log, errors } = await step({ max_cost_usd: '1', wait: 'false', method: 'dpo', training_file: 'pairs.jsonl' });
      expect(errors).toEqual([]);
      expect(log).toMatch(/2 times for dpo/);
      expect(platform.exchanges.some(({ path }) => path.endsWith(':estimateCost'))).toBe(false);
    }));
});
