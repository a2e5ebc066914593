import { LARGEST_BATCH } from '../../api/limits.ts';
import { type Platform, type Profile, USUAL_POLL, withoutLacking } from '../profile.ts';
import { ABOVE_ZERO, numberFrom, TRUE_OR_FALSE } from '../terms.ts';
import { evaluationNotes, evaluationRemarks, togetherBilling } from './billing.ts';
import { DATA } from './data.ts';

const BATCH = numberFrom(1, 256, true);

const profile: Profile = {
  name: 'together',
  title: 'Together AI',
  ownBaseUrl: 'https://api.together.ai/v1',
  exampleUrl: 'https://api.together.ai/v1',
  hosts: /^api(-inference)?\.together\.(ai|xyz)$/,
  keyVariable: 'TOGETHER_API_KEY',
  lacks: ['pause', 'resume', 'model'],
  terms: {
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
  },
  pricesJobs: true,
  pollSeconds: USUAL_POLL,
  data: DATA,
  beforeUse: 'Deploy it (operation: deploy) before it can be called.',
  serving: { kind: 'deployment', terms: async () => (await import('./deployment-terms.ts')).DEPLOYMENT_TERMS },
  billing: togetherBilling,
  // Its rates are brackets that a third party read: the platform's own price is asked for.
  prices: [],
};

/** Its wire is another one; its calls are put in the place of those of the shared wire. */
export const together: Platform = {
  profile,
  async open(address, options) {
    const { DIALECT, togetherProvider } = await import('./client.ts');
    return withoutLacking(togetherProvider(address, DIALECT, options), profile);
  },
};
