/** The model whose answers were recorded: whichever of those that are kept answered these rows. */
import { ActionError } from '../../errors.ts';
import type { Asked } from '../../evaluation/asking/asking.ts';
import { requestOf } from '../../evaluation/gate.ts';
import type { KeptAnswers } from '../../evaluation/kept/kept-answers.ts';
import { questionHash } from '../../evaluation/questions.ts';
import type { EvaluationRow } from '../../evaluation/rows.ts';

/**
 * Who answered these rows before.
 * @param named the model that is meant; empty where it must be the only one
 * @throws ActionError where nobody did, or several
 */
export function recordedModel(
  named: string,
  rows: readonly EvaluationRow[],
  sampling: Readonly<Record<string, unknown>>,
  kept: KeptAnswers | undefined,
  candidate: Asked,
): Asked {
  if (kept === undefined)
    throw new ActionError('Input baseline is recorded; the answers are read from answers_path, which is missing. Write it.');
  const answered = new Map<string, { readonly asked: Asked; count: number }>();
  for (const row of rows) {
    for (const { model, origin } of kept.all(questionHash(requestOf(row, '', sampling), 0))) {
      if (named === '' ? model === candidate.model && origin === candidate.origin : model !== named) continue;
      const id = JSON.stringify([origin, model]);
      const one = answered.get(id) ?? { asked: { model, origin, ask: undefined }, count: 0 };
      one.count += 1;
      answered.set(id, one);
    }
  }
  const found = [...answered.values()].sort((a, b) => b.count - a.count);
  const [only, another] = found;
  const words = named === '' ? 'any model' : named;
  if (only === undefined)
    throw new ActionError(
      `Input baseline is recorded; no answer of ${words} to these rows, asked with these sampling_params, is kept under answers_path. Record it with an evaluation that asks it.`,
    );
  const names = new Set(found.map(({ asked }) => asked.model));
  if (another !== undefined && names.size > 1)
    throw new ActionError(
      `Input baseline is recorded; several models answered these rows: ${[...names].join(', ')}. Write which, as recorded:${only.asked.model}.`,
    );
  return only.asked;
}
