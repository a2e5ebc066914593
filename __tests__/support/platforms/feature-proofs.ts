/** What proves each cell of the table: a story over the built action against the server that stands in for the platform. A complaint says what was otherwise. */
import { resolveConnection } from '../../../src/providers/connection.ts';
import { platformNamed } from '../../../src/providers/registry.ts';
import type { Outcome } from '../action.ts';
import { paidFor } from '../platform.ts';
import { storyTime } from '../story-time.ts';
import { FEATURES, type FeatureName, type Standing } from './features.ts';
import { onStage, type Stage } from './stage.ts';
import { STAGED, type Staged } from './staged.ts';

type Complaint = string | undefined;
type Proof = (standing: Standing, staged: Staged) => Promise<Complaint>;
type Inputs = Readonly<Record<string, string | undefined>>;

const GRADERS: Readonly<Record<string, string>> = {
  lambda: '{type: lambda, lambda: {function: "arn:aws:lambda:us-west-2:1:function:score"}}',
};
const EXACT = '{type: string_check, name: e, input: "{{sample.output_text}}", reference: "{{item.answer}}", operation: eq}';
const EVERY_METHOD: Readonly<Record<string, (staged: Staged) => Inputs | Promise<Inputs>>> = {
  supervised: () => ({ method: 'supervised', training_file: 'train.jsonl' }),
  dpo: () => ({ method: 'dpo', training_file: 'pairs.jsonl' }),
  reinforcement: async ({ provider, reinforced }) => {
    const [type = ''] = (await platformNamed(provider).profile.terms?.())?.graders?.types ?? [];
    return {
      method: `{type: reinforcement, reinforcement: {grader: ${GRADERS[type] ?? EXACT}}}`,
      training_file: 'graded.jsonl',
      validation_file: 'graded.jsonl',
      ...(reinforced === undefined ? {} : { model: reinforced }),
    };
  },
};

const failed = ({ errors, exitCode }: Outcome) => (exitCode === 0 ? undefined : `exit ${exitCode}: ${errors.join()}`);
const forbidden = ({ platform }: Stage) => (platform.faults.length === 0 ? undefined : platform.faults.join('; '));

/** The step succeeds, what `holds` says of it is true, and nothing went out that the platform's description forbids. */
const succeeds =
  (inputs: Inputs, holds: (stage: Stage, outcome: Outcome) => Complaint = () => undefined): Proof =>
  (_, staged) =>
    onStage(staged, {}, async (stage) => {
      const outcome = await stage.step(inputs);
      return failed(outcome) ?? holds(stage, outcome) ?? forbidden(stage);
    });

/** The step ends with a sentence that says so, and no request was made. */
const refuses =
  (inputs: Inputs, said: RegExp): Proof =>
  (_, staged) =>
    onStage(staged, {}, async ({ step, platform }) => {
      const { exitCode, errors } = await step(inputs);
      if (exitCode !== 1 || !said.test(errors.join())) return `exit ${exitCode}: ${errors.join() || 'no error'}`;
      return platform.calls.length === 0 ? undefined : `asked for ${platform.calls.join(', ')}`;
    });

/** The body of the create call. */
function created({ platform }: Stage): Readonly<Record<string, unknown>> {
  const call = platform.exchanges.find(
    ({ method, path }) => method === 'POST' && /^\/(fine_tuning\/jobs|fine-tunes|supervisedFineTuningJobs)(\?|$)/.test(path),
  );
  return typeof call?.sent === 'object' && call.sent !== null ? { ...call.sent } : {};
}

const method =
  (name: string): Proof =>
  async (standing, staged) => {
    const inputs = { ...(await EVERY_METHOD[name]?.(staged)), wait: 'false' };
    const refusal = refuses(inputs, new RegExp(`Input method is ${name}`));
    return standing.kind === 'works'
      ? succeeds(inputs, ({ platform }) => (platform.jobs.length === 1 ? undefined : 'no job'))(standing, staged)
      : refusal(standing, staged);
  };

/** A story that is told once on each platform, for all of the features that it proves. */
function toldOnce<Result>(story: (staged: Staged) => Promise<Result>): (staged: Staged) => Promise<Result> {
  const told = new Map<string, Promise<Result>>();
  return (staged) => {
    const known = told.get(staged.provider) ?? story(staged);
    told.set(staged.provider, known);
    return known;
  };
}

const isThere = (staged: Staged, name: FeatureName) =>
  FEATURES.find((feature) => feature.name === name)?.of(platformNamed(staged.provider).profile, staged).kind === 'works';

const VERBS = {
  '`operation: list_events`': ['list_events'],
  '`operation: list_checkpoints`': ['list_checkpoints'],
  '`operation: pause`, `resume`': ['pause', 'resume'],
} as const;

/** In an order in which each finds the job as it needs it. */
const VERB_FEATURES = ['`operation: list_events`', '`operation: list_checkpoints`', '`operation: pause`, `resume`'] as const;

/** Every verb that the platform has, on a job that was left running: what each complains of. */
const leftRunning = toldOnce((staged) =>
  onStage(staged, { life: ['running'] }, async (stage) => {
    const complaints = new Map<FeatureName, Complaint>();
    const left = await stage.step({ wait: 'false' });
    for (const name of VERB_FEATURES) {
      if (!isThere(staged, name)) continue;
      let complaint = failed(left);
      for (const operation of VERBS[name]) complaint ??= failed(await stage.step({ operation, job_id: left.outputs.job_id }));
      complaints.set(name, complaint ?? forbidden(stage));
    }
    return complaints;
  }),
);

const verbs =
  (name: keyof typeof VERBS): Proof =>
  async (standing, staged) => {
    const [operation] = VERBS[name];
    if (standing.kind === 'refused')
      return refuses({ operation, job_id: 'ftjob-1' }, /cannot .*nothing was asked of it/)(standing, staged);
    const complaints = await leftRunning(staged);
    return complaints.has(name) ? complaints.get(name) : 'it was not tried';
  };

const FIELDS = { seed: '7', suffix: 'bot', integrations: '[{type: wandb, wandb: {project: p}}]' } as const;
type Field = keyof typeof FIELDS;

/** A job with all of the fields that the platform has, and with labels. */
const filledIn = toldOnce((staged) => {
  const fields = Object.entries(FIELDS).filter(([name]) =>
    FEATURES.some((one) => one.name === `\`${name}\`` && isThere(staged, one.name)),
  );
  return onStage(staged, {}, async (stage) => {
    const outcome = await stage.step({ ...Object.fromEntries(fields), metadata: 'team=support', wait: 'false' });
    return { body: created(stage), warnings: outcome.warnings, complaint: failed(outcome) ?? forbidden(stage) };
  });
});

const field =
  (name: Field): Proof =>
  async (standing, staged) => {
    if (standing.kind === 'refused') return refuses({ [name]: FIELDS[name] }, new RegExp(`Input ${name}`))(standing, staged);
    const { body, complaint } = await filledIn(staged);
    return complaint ?? (body[staged.fields?.[name] ?? name] === undefined ? `${name} did not go out` : undefined);
  };

const foundAgain: Proof = (standing, staged) =>
  onStage(staged, {}, async (stage) => {
    const { step, count, platform } = stage;
    if (standing.kind === 'refused') {
      const { errors } = await step({ reuse: 'true' });
      return /reuse: false/.test(errors.join()) && count('create') === 0 ? undefined : errors.join();
    }
    const first = await step();
    const again = await step();
    const waited = await step({ operation: 'wait' });
    const same = again.outputs.job_id === first.outputs.job_id && waited.outputs.job_id === first.outputs.job_id;
    return (
      failed(first) ??
      failed(again) ??
      failed(waited) ??
      (same && count('create') === 1 && again.outputs.reused === 'true' ? forbidden(stage) : `${platform.jobs.length} jobs`)
    );
  });

const lostAnswer: Proof = (_, staged) => {
  const fault = (call: string, number: number) =>
    call === 'create' && number === 1 ? ({ when: 'after', how: 'truncated' } as const) : undefined;
  return onStage(staged, { fault }, async ({ step, count, platform }) => {
    const outcome = await step();
    const complaint = staged.mark === 'nothing' ? undefined : failed(outcome);
    return complaint ?? (count('create') === 1 && platform.jobs.length === 1 ? undefined : `${count('create')} requests`);
  });
};

const watched: Proof = (_, staged) =>
  onStage(staged, {}, async (stage) => {
    const outcome = await stage.step();
    const { status, fine_tuned_model, job_id } = outcome.outputs;
    const named = fine_tuned_model !== undefined && fine_tuned_model !== '';
    const nameless = staged.nameless && /names no model/.test(outcome.warnings.join());
    return (
      failed(outcome) ??
      (status === 'succeeded' && job_id !== '' && (named || nameless) ? forbidden(stage) : `${status}, ${fine_tuned_model}`)
    );
  });

const cancelled: Proof = (_, staged) =>
  onStage(staged, { life: ['running'] }, async (stage) => {
    let sent = false;
    const main = await stage.step(
      {},
      {
        onLine: (line, child) => {
          if (sent || !/ is running/.test(line)) return;
          sent = true;
          child.kill('SIGINT');
        },
      },
    );
    await stage.step({ job_status: 'cancelled' }, { state: main.state });
    return paidFor(stage.platform.jobs) === 0 ? forbidden(stage) : 'the job runs on';
  });

const labels: Proof = async (standing, staged) => {
  const { body, warnings, complaint } = await filledIn(staged);
  if (complaint !== undefined) return complaint;
  const said = /Input metadata: /.test(warnings.join());
  const { metadata } = body;
  const kept = typeof metadata === 'object' && metadata !== null && Reflect.get(metadata, 'team') === 'support';
  if (standing.kind === 'works') return kept && !said ? undefined : 'not sent';
  return said ? undefined : 'no warning';
};

/** A price is known of one of the platform's models, or of none. */
const tablePrice: Proof = async (standing, staged) => {
  const { prices } = platformNamed(staged.provider).profile;
  const known = prices.filter(
    ({ perMillion, source, date }) => perMillion !== undefined && source !== '' && !Number.isNaN(Date.parse(date)),
  );
  return known.length > 0 === (standing.kind === 'works') ? undefined : `${known.length} prices`;
};

const ownPrice: Proof = (standing, staged) =>
  standing.kind === 'works'
    ? succeeds({ max_cost_usd: '1' }, (_, { log }) => (/prices this job at US\$/.test(log) ? undefined : 'no price'))(
        standing,
        staged,
      )
    : Promise.resolve(undefined);

const keyless: Proof = async (standing, staged) => {
  const { profile } = platformNamed(staged.provider);
  const none = { allow_http: false, organization: undefined, project: undefined };
  const own = {
    ...none,
    provider: staged.provider,
    base_url: profile.account === undefined ? (profile.ownBaseUrl ?? profile.exampleUrl) : profile.exampleUrl,
  };
  const identity = profile.keyless ? 'x' : undefined;
  const inputs = {
    ...own,
    api_key: profile.keyOptional ? 'none' : undefined,
    identity_provider_id: identity,
    service_account_id: identity,
    audience: identity,
    extra_query: { custom_llm_provider: 'openai' },
    own: Object.fromEntries((profile.inputs ?? []).map((name) => [name, 'x'])),
  };
  const environment = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
  const { credential } = await resolveConnection(inputs, environment);
  return (credential !== undefined && credential.kind !== 'key') === (standing.kind === 'works')
    ? undefined
    : `${credential?.kind}`;
};

/** Deployed until it answers, deployed again without a second one, and taken down until nothing is left to be paid for. */
const deployed: Proof = async (standing, staged) => {
  const model = 'gpt-4.1-mini-2025-04-14.ft-1';
  if (standing.kind === 'refused')
    return refuses({ operation: 'deploy', model }, /Operation deploy is not there for/)(standing, staged);
  const { deploys } = staged;
  if (deploys === undefined)
    return succeeds({ operation: 'deploy', model }, (_, { outputs }) => (outputs.served_model === model ? undefined : 'no name'))(
      standing,
      staged,
    );
  const time = storyTime();
  const around = await deploys(time.now);
  try {
    return await onStage({ ...staged, make: around.make }, {}, async (stage) => {
      const steps = ['deploy', 'deploy', 'undeploy', 'undeploy'];
      const stood: number[] = [];
      for (const operation of steps) {
        const outcome = await stage.step(
          { operation, model, ...around.inputs, ...around.inputsAt?.(stage.platform.url) },
          { time },
        );
        if (failed(outcome) !== undefined) return `${operation}: ${failed(outcome)}`;
        stood.push(around.standing());
      }
      const faults = [...around.faults, ...stage.platform.faults];
      return faults.join('; ') || (stood.join() === '1,1,0,0' ? undefined : `deployments: ${stood.join()}`);
    });
  } finally {
    await around.close();
  }
};

const PROOFS: Readonly<Record<FeatureName, Proof>> = {
  '`method: supervised`': method('supervised'),
  '`method: dpo`': method('dpo'),
  '`method: reinforcement`': method('reinforcement'),
  'the same job is found again': foundAgain,
  'a lost answer makes no second job': lostAnswer,
  'watched to its end': watched,
  'cancelled with the run': cancelled,
  '`operation: pause`, `resume`': verbs('`operation: pause`, `resume`'),
  '`operation: list_events`': verbs('`operation: list_events`'),
  '`operation: list_checkpoints`': verbs('`operation: list_checkpoints`'),
  '`seed`': field('seed'),
  '`suffix`': field('suffix'),
  '`integrations`': field('integrations'),
  '`metadata`': labels,
  'price before the upload': tablePrice,
  'the platform’s own price': ownPrice,
  'without a key of its own': keyless,
  '`operation: deploy`, `undeploy`': deployed,
};

export interface ProvedCell {
  readonly feature: FeatureName;
  readonly provider: string;
  readonly standing: Standing;
  readonly prove: () => Promise<Complaint>;
}

/** Every cell of the table, each with what proves it. */
export const CELLS: readonly ProvedCell[] = STAGED.flatMap((staged) =>
  FEATURES.map((feature) => {
    const standing = feature.of(platformNamed(staged.provider).profile, staged);
    return { feature: feature.name, provider: staged.provider, standing, prove: () => PROOFS[feature.name](standing, staged) };
  }),
);
