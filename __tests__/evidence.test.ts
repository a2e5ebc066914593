/** What a run leaves as evidence: metrics, the model card, the provenance. */
import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { renderMetricsCsv } from '../src/report/metrics-csv.ts';
import { renderModelCard } from '../src/report/model-card.ts';
import { renderPredicate, renderProvenance } from '../src/report/provenance.ts';
import { findings, job, withoutJob } from './support/findings.ts';
import { html } from './support/page.ts';

const front = (card: string): unknown => parse(/^---\n([\s\S]*?)\n---\n/.exec(card)?.[1] ?? '');
const body = (card: string) => card.replace(/^---\n[\s\S]*?\n---\n/, '');

test('metrics.csv: a line a step, a column a metric, result files beside events', () => {
  const text = renderMetricsCsv(
    findings({
      metrics: [
        { step: 2, totalSteps: 3, values: { train_loss: 0.5 } },
        { step: 1, totalSteps: 3, values: { train_loss: 0.75, 'odd,"name': 1 } },
      ],
      resultFiles: [{ id: 'f', name: 'f.csv', text: 'step,train_loss,valid_loss\n1,0.7,\n3,0.4,0.9\n' }],
    }),
  );
  expect(text).toBe('step,train_loss,valid_loss,"odd,""name"\n1,0.75,,1\n2,0.5,,\n3,0.4,0.9,\n');
  expect(renderMetricsCsv(findings({ metrics: [] }))).toBe('');
});

test('the model card says what the model is, from what it was made, and how', () => {
  const card = renderModelCard(findings());
  expect(front(card)).toEqual({
    model_name: 'ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12',
    base_model: 'gpt-4.1-mini-2025-04-14',
    pipeline_tag: 'text-generation',
    tags: ['fine-tuned', 'supervised', 'openai'],
  });
  const page = html(body(card)).replaceAll(/<[^>]+>/g, ' ');
  for (const text of [
    'ab'.repeat(32),
    'data/support.train.jsonl',
    '1,200',
    'n_epochs',
    'train_loss',
    '0123456789abcdef',
    'Workflow run',
  ])
    expect(page).toContain(text);
});

test('a card without data, metrics, provider or settings; none without a model', () => {
  expect(renderModelCard(withoutJob())).toBe('');
  const bare = renderModelCard(
    findings({
      datasets: [],
      metrics: [],
      checkpoints: [],
      provider: undefined,
      fingerprint: undefined,
      asked: {},
      run: { ...findings().run, sha: '' },
      job: job({
        method: undefined,
        hyperparameters: undefined,
        seed: undefined,
        trained_tokens: undefined,
        finished_at: undefined,
        model: undefined,
      }),
    }),
  );
  expect(front(bare)).toMatchObject({ base_model: '', tags: ['fine-tuned', 'supervised'] });
  expect(bare).not.toContain('## Data');
  const sandbox = { name: 'sandbox', baseUrl: 'http://127.0.0.1/v1', jobUrl: undefined, rehearsal: true };
  expect(renderModelCard(findings({ provider: sandbox }))).toContain('a rehearsal');
  const asked = { method: { type: 'dpo', dpo: { hyperparameters: { beta: 0.1 } } } };
  const dpo = renderModelCard(findings({ asked, job: job({ method: undefined, hyperparameters: undefined }) }));
  expect(html(body(dpo))).toMatch(/beta[\s\S]*0\.1/);
  const deprecated = renderModelCard(
    findings({ asked: { hyperparameters: { n_epochs: 9 } }, job: job({ method: undefined, hyperparameters: undefined }) }),
  );
  expect(html(body(deprecated))).toMatch(/n_epochs[\s\S]*9/);
});

test.each(['<script>alert(1)</script>\n---\n# x', '"] \u202E ::error::x `', '\ud800{{x}}'])(
  'foreign text stays text in the card: %j',
  (text) => {
    const card = renderModelCard(
      findings({ job: job({ model: text, fine_tuned_model: text, id: text }), asked: { suffix: text } }),
    );
    expect(front(card)).toMatchObject({ model_name: text.toWellFormed() });
    const tags = (page: string) => [...page.matchAll(/<(\w+)/g)].map((match) => match[1]);
    const plain = renderModelCard(findings({ job: job({ model: 'a', fine_tuned_model: 'a', id: 'a' }), asked: { suffix: 'a' } }));
    expect(tags(html(body(card)))).toEqual(tags(html(body(plain))));
  },
);

test('the provenance binds the name to data, commit, workflow and settings', () => {
  const statement = renderProvenance(findings());
  const name = 'ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12';
  expect(statement).toMatchObject({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name, digest: { sha256: createHash('sha256').update(name).digest('hex') } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        externalParameters: {
          model: 'gpt-4.1-mini-2025-04-14',
          seed: 42,
          workflow: { repository: 'https://github.com/acme/support-bot', name: 'Train' },
        },
        resolvedDependencies: [
          {
            uri: 'git+https://github.com/acme/support-bot@refs/heads/main',
            digest: { gitCommit: '0123456789abcdef0123456789abcdef01234567' },
          },
          { name: 'training_file', digest: { sha256: 'ab'.repeat(32) }, annotations: { paths: ['data/support.train.jsonl'] } },
          { name: 'validation_file', digest: { sha256: 'cd'.repeat(32) } },
          { name: 'base_model' },
        ],
      },
      runDetails: { metadata: { invocationId: 'https://github.com/acme/support-bot/actions/runs/777/attempts/1' } },
    },
  });
  expect(renderPredicate(withoutJob())).toBeUndefined();
  expect(renderProvenance(withoutJob())).toBeUndefined();
  const local = findings({
    run: { ...findings().run, sha: '', runId: '' },
    provider: undefined,
    job: job({ created_at: undefined }),
  });
  expect(renderPredicate(local)).toMatchObject({
    runDetails: { builder: { id: 'unknown' }, metadata: { invocationId: 'ftjob-abc123' } },
  });
});

test('of a job that says little the statement says as little, and invents nothing', () => {
  const bare = { model: null, method: undefined, seed: null, finished_at: null, trained_tokens: null };
  const statement = JSON.parse(
    JSON.stringify(
      renderPredicate(
        findings({ job: job(bare), reused: true, origin: { repository: undefined, commit: undefined, run: '7/1' } }),
      ),
    ),
  );
  expect(statement.runDetails.metadata).not.toHaveProperty('finishedOn');
  expect(statement.buildDefinition.resolvedDependencies).toContainEqual({ name: 'base_model', annotations: { model: null } });
  expect(statement.buildDefinition.externalParameters.workflow).toEqual({});
  expect(JSON.stringify(statement)).not.toContain('git+');
});
