/** An evaluation that is killed, again and again: no answer is paid for twice, and the verdict is the one of a quiet run. */
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { keep } from '../support/keep.ts';
import { type Asked, modelServer, questions, said } from '../support/models.ts';
import { jsonl, write } from '../support/rows.ts';

const ROWS = 120;
const KILLS = 30;
const number = ({ prompt }: Asked) => Number(prompt.slice(1));
const answer = (asked: Asked) =>
  asked.model === 'old' && number(asked) % 6 === 0 ? said('?') : said(asked.prompt.replace('q', 'a'));

async function world(onAnswer: (count: number) => void) {
  const server = await modelServer((asked) => {
    onAnswer(server.asked.length);
    return answer(asked);
  });
  keep(server);
  const workspace = newFolder();
  write(workspace, 'eval.jsonl', jsonl(questions(ROWS)));
  const inputs = { operation: 'evaluate', model: 'new', baseline: 'old', base_url: server.url, api_key: 'none' };
  const more = { evaluation_file: 'eval.jsonl', grader: 'eq', answers_path: 'kept', concurrency: '4', artifact_name: '' };
  return { server, workspace, inputs: { ...inputs, ...more } };
}

/** How many whole answers stand in the folder. */
function keptIn(workspace: string): number {
  const folder = path.join(workspace, 'kept');
  if (!existsSync(folder)) return 0;
  const lines = readdirSync(folder).flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, -1));
  return lines.length;
}

describe('an evaluation that is killed', () => {
  test(`at ${KILLS} points, and run again: the same verdict, and what was kept is not asked again`, async () => {
    let kill: (() => void) | undefined;
    let at = Number.POSITIVE_INFINITY;
    const { server, workspace, inputs } = await world((count) => {
      if (count >= at) kill?.();
    });
    for (let kills = 0; kills < KILLS; kills += 1) {
      at = server.asked.length + 1 + ((kills * 5) % 11);
      await runAction({ workspace, inputs, onStart: (child) => (kill = () => child.kill('SIGKILL')) });
    }
    kill = undefined;
    const killed = await runAction({ workspace, inputs });
    // A call that was in flight at the kill has no answer to keep; only those are asked again.
    const again = server.asked.length - 2 * ROWS;
    expect([again >= 0, again <= KILLS * 4]).toEqual([true, true]);
    const quiet = await world(() => undefined);
    const whole = await runAction({ workspace: quiet.workspace, inputs: quiet.inputs });
    const verdict = ({ outputs }: typeof whole) => [outputs.verdict, outputs.score, outputs.baseline_score, outputs.interval];
    expect(verdict(killed)).toEqual(verdict(whole));
    expect([killed.exitCode, whole.exitCode, quiet.server.asked.length]).toEqual([0, 0, 2 * ROWS]);
    // Once all is kept nothing is asked, and a torn line is asked for alone.
    const before = server.asked.length;
    await runAction({ workspace, inputs });
    expect(server.asked.length).toBe(before);
    const kept = path.join(workspace, 'kept');
    appendFileSync(path.join(kept, readdirSync(kept)[0] ?? ''), '{"question":"torn');
    const torn = await runAction({ workspace, inputs });
    expect([torn.exitCode, server.asked.length, torn.warnings.join()]).toEqual([
      0,
      before,
      expect.stringContaining('1 line under answers_path'),
    ]);
  });

  test('at every tenth answer: a run asks what is not kept, and not one question more', async () => {
    let kill: (() => void) | undefined;
    let at = Number.POSITIVE_INFINITY;
    const { server, workspace, inputs } = await world((count) => {
      if (count >= at) kill?.();
    });
    for (let kept = 0, before = 0; kept < 2 * ROWS; kept = keptIn(workspace), before = server.asked.length) {
      at = before + 10;
      await runAction({ workspace, inputs, onStart: (child) => (kill = () => child.kill('SIGKILL')) });
      const asked = server.asked.slice(before).map(({ model, prompt }) => `${model} ${prompt}`);
      expect(new Set(asked).size).toBe(asked.length);
      // All that were answered are kept, but those that were in flight at the kill.
      expect(keptIn(workspace) - kept).toBeGreaterThanOrEqual(asked.length - 4);
    }
    kill = undefined;
    const asked = server.asked.length;
    const { exitCode } = await runAction({ workspace, inputs });
    expect([exitCode, server.asked.length, keptIn(workspace)]).toEqual([0, asked, 2 * ROWS]);
  });

  test('two at once with one folder: each has its verdict, and the next one asks nothing', async () => {
    const { server, workspace, inputs } = await world(() => undefined);
    const both = await Promise.all([runAction({ workspace, inputs }), runAction({ workspace, inputs })]);
    const asked = server.asked.length;
    const next = await runAction({ workspace, inputs });
    const verdicts = [...both, next].map(({ exitCode, outputs, warnings }) => [
      exitCode,
      outputs.verdict,
      outputs.interval,
      warnings,
    ]);
    expect(verdicts).toEqual([verdicts[2], verdicts[2], [0, 'pass', expect.anything(), []]]);
    expect([asked <= 4 * ROWS, server.asked.length - asked]).toEqual([true, 0]);
  });

  test('a cancelled run keeps what is in flight, and says that it is incomplete', async () => {
    let cancel: (() => void) | undefined;
    const { server, workspace, inputs } = await world((count) => {
      if (count === 50) cancel?.();
    });
    const { exitCode, outputs } = await runAction({
      workspace,
      inputs,
      onStart: (child) => (cancel = () => child.kill('SIGINT')),
    });
    expect([exitCode, outputs.verdict, outputs.promoted_model]).toEqual([1, 'incomplete', 'old']);
    const asked = server.asked.length;
    expect(asked).toBeLessThan(2 * ROWS);
    cancel = undefined;
    const { outputs: then } = await runAction({ workspace, inputs });
    expect([then.verdict, server.asked.length]).toEqual(['pass', 2 * ROWS]);
  });
});
