import { describe, expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { jsonl, write } from '../support/rows.ts';

const sandbox = { provider: 'sandbox', artifact_name: '' };
const TOPICS = ['invoice', 'parcel', 'password', 'refund', 'address', 'warranty', 'voucher', 'newsletter'];
const talk = (question: string, answer: string) => ({
  messages: [
    { role: 'user', content: question },
    { role: 'assistant', content: answer },
  ],
});
const reply = (topic: string) => `Open the page about your ${topic} and choose ${topic} help.`;
const TRAINING = TOPICS.flatMap((topic) =>
  [1, 2, 3].map((turn) => talk(`Question ${turn}: where is my ${topic}, please?`, reply(topic))),
);
const UNSEEN = TOPICS.flatMap((topic) =>
  [1, 2, 3, 4, 5].map((turn) => talk(`Customer ${turn} asks where the ${topic} is.`, reply(topic))),
);
const SHUFFLED = TRAINING.map(({ messages: [question] }, at) =>
  talk(question?.content ?? '', reply(TOPICS[(at + 3) % TOPICS.length] ?? '')),
);

function workspaceOf(training: readonly object[], unseen: readonly object[] = UNSEEN): string {
  const workspace = newFolder();
  write(workspace, 'train.jsonl', jsonl(training));
  write(workspace, 'eval.jsonl', jsonl(unseen));
  return workspace;
}

const CREATE = { ...sandbox, model: 'gpt-4.1-mini-2025-04-14', training_file: 'train.jsonl', seed: '1' };
const GATE = { evaluation_file: 'eval.jsonl', grader: 'eq' };

describe('the gate, rehearsed in the sandbox', () => {
  test('create goes on with it: the trained model against its base', async () => {
    const { exitCode, outputs, summary } = await runAction({ workspace: workspaceOf(TRAINING), inputs: { ...CREATE, ...GATE } });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ status: 'succeeded', verdict: 'pass', passed: 'true', baseline_score: '0', examples: '24' });
    expect(Number(outputs.score)).toBeGreaterThan(0.8);
    expect(outputs.promoted_model).toBe(outputs.fine_tuned_model);
    expect(summary).toContain('Promote (a rehearsal)');
  });

  test('wrong labels move the score, and latest is the model before', async () => {
    const temp = newFolder('temp-');
    const inputs = { ...CREATE, ...GATE, metadata: 'line=help' };
    const good = await runAction({ temp, workspace: workspaceOf(TRAINING), inputs });
    const bad = await runAction({ temp, workspace: workspaceOf(SHUFFLED), inputs: { ...inputs, baseline: 'latest' } });
    expect([good.exitCode, bad.exitCode, bad.outputs.verdict]).toEqual([0, 1, 'fail']);
    // The model exists whatever the verdict, and is not the one that is promoted.
    expect(bad.outputs.fine_tuned_model).toMatch(/^ft:/);
    expect(bad.outputs.promoted_model).toBe(good.outputs.fine_tuned_model);
    const byJob = await runAction({
      temp,
      workspace: workspaceOf(SHUFFLED),
      inputs: { ...sandbox, ...GATE, operation: 'evaluate', job_id: good.outputs.job_id },
    });
    expect([byJob.exitCode, byJob.outputs.verdict, byJob.outputs.job_id]).toEqual([0, 'pass', good.outputs.job_id]);
  });

  test('faults are rehearsed too: limits and broken servers pass, filters and refusals count as they do', async () => {
    const fault = (word: string) => talk(`Where is my parcel? [sandbox: ${word}]`, reply('parcel'));
    const rows = [
      ...UNSEEN,
      ...UNSEEN.map(({ messages: [question, answer] }) => talk(`Please: ${question?.content}`, answer?.content ?? '')),
    ];
    const faults = ['429', '500', 'filter', 'refusal', 'length'].map(fault);
    const { outputs, log } = await runAction({
      workspace: workspaceOf(TRAINING, [...rows, ...faults]),
      inputs: { ...CREATE, ...GATE, min_coverage: '0.95', tag_by: undefined },
    });
    expect([outputs.verdict, outputs.coverage]).toEqual(['pass', String(Number((84 / 85).toFixed(6)))]);
    expect(log).toContain('of 85 rows done');
  });

  test('rows are checked before anything is trained', async () => {
    const { exitCode, errors, outputs } = await runAction({
      workspace: workspaceOf(TRAINING, TRAINING.concat(UNSEEN)),
      inputs: { ...CREATE, ...GATE },
    });
    expect([exitCode, outputs.job_id, errors.at(-1)]).toEqual([
      1,
      undefined,
      expect.stringContaining('The prompt stands in the data of training_file'),
    ]);
  });

  test('models that grade have a stand-in', async () => {
    const grader =
      '{type: score_model, name: judge, model: gpt-4.1, input: [{role: user, content: "{{item.reference_answer}}"}, {role: user, content: "{{sample.output_text}}"}]}';
    const { exitCode, outputs } = await runAction({ workspace: workspaceOf(TRAINING), inputs: { ...CREATE, ...GATE, grader } });
    expect([exitCode, outputs.verdict, Number(outputs.score) > Number(outputs.baseline_score)]).toEqual([0, 'pass', true]);
  });
});
