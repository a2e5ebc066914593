/** What of a request Together takes. Pure. */
import { LARGEST_BATCH } from '../../api/limits.ts';
import { ABOVE_ZERO, type BilledRequest, numberFrom, type Terms, TRUE_OR_FALSE } from '../terms.ts';
import { countOf, settingsOf } from './billing.ts';

const BATCH = numberFrom(1, 256, true);

/** What the user should know of the evaluations, a sentence each. */
function evaluationRemarks(asked: BilledRequest): readonly string[] {
  const { n_evals, packing } = settingsOf(asked);
  const evals = countOf(n_evals);
  return [
    ...(evals !== undefined && evals > 0 && !asked.hasValidation
      ? [`n_evals is ${evals} and there is no validation_file, so nothing is evaluated. Give one, or take n_evals out.`]
      : []),
    ...(evals === 0 && asked.hasValidation
      ? ['n_evals is 0, so the validation data is never looked at. Take n_evals out, or validation_file.']
      : []),
    ...(packing === false
      ? ['packing: false is billed as the number of rows times the longest sequence (max_seq_length), whatever the rows hold.']
      : []),
  ];
}

/** What is filled in where it is left out, a sentence each. */
function evaluationNotes(asked: BilledRequest): readonly string[] {
  const left = asked.hasValidation && countOf(settingsOf(asked).n_evals) === undefined;
  return left ? ['Together AI looks at the validation data n_evals times, which is left out; it is asked for once.'] : [];
}

export const TERMS: Terms = {
  methods: {
    names: ['supervised', 'dpo'],
    instead: 'Write method: supervised or method: dpo, or train on a platform that trains by reinforcement.',
  },
  lacksSettings: {
    learning_rate_multiplier:
      'Write learning_rate, which is the rate itself and no multiple of one (0.00001 where none is given).',
  },
  settings: {
    batch_size: {
      allowed: `"auto", "${LARGEST_BATCH}" or a whole number from 1 to 256 (more by extra_body)`,
      passes: (value) => value === LARGEST_BATCH || BATCH.passes(value),
    },
    learning_rate: ABOVE_ZERO,
    n_checkpoints: numberFrom(1, 1000, true),
    n_evals: numberFrom(0, 1000, true),
    warmup_ratio: numberFrom(0, 1),
    weight_decay: numberFrom(0, 1),
    max_grad_norm: numberFrom(0, 1000),
    max_seq_length: numberFrom(1, 1_000_000, true),
    packing: TRUE_OR_FALSE,
    train_on_inputs: { allowed: '"auto", true or false', passes: (value) => value === 'auto' || typeof value === 'boolean' },
  },
  remarks: evaluationRemarks,
  notes: evaluationNotes,
  metadata: 'has no metadata, so they are not sent',
};
