/** Runners and GitHubs that are not the usual ones: what a step leaves there, and what it does without. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, runAction } from '../support/action.ts';
import { leftBy } from '../support/left.ts';
import { before, changed, github, MERGE, MODEL, row, step, workspaceOf } from '../support/pull-request.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';

/** A file of the report. */
const reported = ({ outputs }: Outcome, name: string) =>
  readFileSync(path.join(path.dirname(outputs.report_path ?? ''), name), 'utf8');

describe('GitHub Enterprise Server', () => {
  const SERVER = 'https://git.example.com';
  /** As its runner sets them; nobody listens where artifacts would go. */
  const RUNTIME = { ACTIONS_RUNTIME_TOKEN: 'runtime-token-0123456789', ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' };

  async function onEnterprise(inputs: Parameters<typeof step>[2], rows: readonly object[] = changed) {
    const server = await github({ prefix: '/api/v3' });
    const env = { ...RUNTIME, GITHUB_API_URL: server.url, GITHUB_SERVER_URL: SERVER };
    return { server, outcome: await step(server, workspaceOf(rows), inputs, { env }) };
  }

  test('comment, page, evidence and problems are its own: nothing names github.com', async () => {
    const { server, outcome } = await onEnterprise({ operation: 'create', provider: 'sandbox', artifact_name: 'auto' });
    expect([outcome.exitCode, outcome.warnings]).toEqual([0, []]);
    const [comment] = server.comments;
    expect(comment?.body).toContain(`${SERVER}/octo/data/blob/${MERGE}/data/train.jsonl#L3`);
    expect(outcome.summary).toContain(`${SERVER}/octo/data/actions/runs/7`);
    expect(reported(outcome, 'provenance.json')).toContain(`${SERVER}/octo/data`);
    expect(`${leftBy(outcome)}${comment?.body}`).not.toMatch(/https?:\/\/(api\.)?github\.com/);
    expect(server.seen.every((call) => !call.includes('(outside)'))).toBe(true);
  });

  test('problems stand in SARIF by their place in the repository, for its own code scanning', async () => {
    const { outcome } = await onEnterprise({}, [...before, { a: 1 }]);
    expect(reported(outcome, 'problems.sarif')).toContain('"uri":"data/train.jsonl"');
    expect(outcome.summary).toContain(`${SERVER}/octo/data/blob/${MERGE}/data/train.jsonl#L21`);
  });

  test('it takes no artifact: one that is named is missed in a warning, one that nobody named is not', async () => {
    const named = await onEnterprise({ artifact_name: 'report' });
    expect([named.outcome.exitCode, named.outcome.warnings]).toEqual([
      0,
      [expect.stringMatching(/^There is no artifact report\. GitHub Enterprise Server .*report_path.*upload-artifact/)],
    ]);
    expect(reported(named.outcome, 'result.json')).toContain('"version": 2');
  });

  test.each(['https://acme.ghe.com', 'https://github.com'])('%s has artifacts: they are sent', async (GITHUB_SERVER_URL) => {
    const server = await github();
    const env = { ...RUNTIME, GITHUB_API_URL: server.url, GITHUB_SERVER_URL };
    const { warnings, exitCode } = await step(server, workspaceOf(changed), { artifact_name: 'auto' }, { env });
    expect(exitCode).toBe(0);
    expect(warnings.join('\n')).toContain('The artifact could not be uploaded');
    expect(warnings.join('\n')).not.toContain('GHES');
  });
});

describe('a container', () => {
  test('that has no git, no home and no temp folder: the version before is read from GitHub', async () => {
    const server = await github();
    const env = { PATH: '/nonexistent', HOME: '', TMPDIR: '/nonexistent' };
    const { exitCode, warnings } = await step(server, workspaceOf(changed), {}, { env });
    expect([exitCode, warnings]).toEqual([0, []]);
    expect(row(server.comments[0]?.body)).toContain('20 → 21');
  });

  test('that trains has all it needs in RUNNER_TEMP', async () => {
    const workspace = newFolder();
    write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
    const inputs = { provider: 'sandbox', model: MODEL, training_file: 'train.jsonl', artifact_name: '' };
    const env = { PATH: '/nonexistent', HOME: '', TMPDIR: '/nonexistent' };
    const { exitCode, outputs } = await runAction({ workspace, inputs, env });
    expect([exitCode, outputs.status]).toEqual([0, 'succeeded']);
  });
});

describe('a checkout with the line ends of Windows', () => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');

  test('says what the commit says: no row has changed, and the line ends are a warning with its fix', async () => {
    const server = await github();
    await step(server, workspaceOf(windows(jsonl(before))));
    const [comment] = server.comments;
    expect(row(comment?.body)).toContain('| 20 | none |');
    expect(comment?.body).toMatch(/New with this change\*\*\n\n- ⚠️ 1 × <code>file\/crlf<\/code>[\s\S]*eol=lf in \.gitattributes/);
  });

  test('and the same ends in inputs and in the file of a method are none of their values', async () => {
    const workspace = newFolder();
    write(workspace, 'a.jsonl', jsonl(many(12, chatRow)));
    write(workspace, 'b.jsonl', jsonl(many(13, (number) => chatRow(number + 50))));
    write(workspace, 'method.yaml', windows('type: supervised\nsupervised:\n  hyperparameters:\n    n_epochs: 2\n'));
    const inputs = {
      provider: 'sandbox',
      model: MODEL,
      training_file: windows('a.jsonl\nb.jsonl\n'),
      metadata: windows('branch=main\nteam=nlp\n'),
      method: 'method.yaml',
      artifact_name: '',
    };
    const { exitCode, outputs } = await runAction({ workspace, inputs });
    expect([exitCode, outputs.examples]).toEqual([0, '25']);
    expect(JSON.parse(outputs.job ?? '')).toMatchObject({
      metadata: { branch: 'main', team: 'nlp' },
      method: { supervised: { hyperparameters: { n_epochs: 2 } } },
    });
  });
});

test('a path as Windows writes it is explained on another system; a glob is one on all', async () => {
  const server = await github();
  const { errors } = await step(server, workspaceOf(before), { training_file: 'data\\train.jsonl' });
  expect(errors.join()).toContain('Paths are written with / on every system: data/train.jsonl.');
  const globbed = await step(server, workspaceOf(before), { training_file: 'data\\*.jsonl' });
  expect([globbed.exitCode, globbed.outputs.examples]).toEqual([0, '20']);
});
