/**
 * What Azure takes in a request besides the API's own. Sources: its data-plane specification; Microsoft's
 * pages, 2026-10.
 */
import type { Asked } from '../port.ts';
import { ABOVE_ZERO, numberFrom, type Terms } from '../terms.ts';

const OPEN = /llama|qwen|gpt-oss|ministral|muse|mai-/i;

/** Open models are trained by a type that must be named. */
function withoutTrainingType({ model = '', extra_body }: Partial<Asked>): readonly string[] {
  if (!OPEN.test(model) || extra_body?.trainingType !== undefined) return [];
  return [
    `Azure trains ${model} only by a trainingType, and none is given; without one it says that the model cannot be fine-tuned. Write extra_body: {trainingType: GlobalStandard}.`,
  ];
}

export const TERMS: Terms = {
  settings: { prompt_loss_weight: numberFrom(0, 1), l2_multiplier: ABOVE_ZERO },
  suffix: {
    longest: 40,
    characters: /^[A-Za-z0-9_-]+$/,
    allowed: '1 to 40 letters, digits, hyphens and underscores, without a dot',
  },
  remarks: withoutTrainingType,
};
