/** The story of `operation: evaluate`: is the candidate at least as good as what it is to replace? */
import type { Step } from '../run/step.ts';
import { stage } from '../run/step.ts';
import { evaluateModels, preparedEvaluation } from '../stages/evaluate/evaluate.ts';
import { lacksCredential, openProvider } from '../stages/open-provider.ts';

/** The rows are proved, both models asked, and the verdict is how the step ends. */
export async function evaluate(step: Step): Promise<void> {
  const { runner, record } = step;
  if (lacksCredential(step) && runner.context.withoutSecrets) {
    await stage(step, 'Check the rows', () => preparedEvaluation(step));
    record.note({ kind: 'ending', ending: 'skipped' });
    runner.notice(
      'No credential on a pull request from a fork or by Dependabot: the rows were checked and pass, no model was asked.',
    );
    return;
  }
  const prepared = await stage(step, 'Check the rows', () => preparedEvaluation(step));
  const work = await openProvider(step, 'ask');
  await stage(step, 'Evaluate', () => evaluateModels(step, work, prepared));
}
