import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { type Platform, type Profile, USUAL_POLL, withoutLacking } from '../profile.ts';
import { ABOVE_ZERO, numberFrom, oneOf, type Setting } from '../terms.ts';
import { PRICES } from './prices.ts';

const UNKNOWN = 'Leave it out; extra_body sends it all the same, should the platform come to take it.';
const BATCHES = [16, 32, 64, 128, 256];
const BATCH: Setting = {
  allowed: '"auto" or a power of two from 16 to 256 (up to 1024 by extra_body)',
  passes: (value) => value === 'auto' || (typeof value === 'number' && BATCHES.includes(value)),
};

const profile: Profile = {
  name: 'crusoe',
  title: 'Crusoe',
  ownBaseUrl: 'https://api.intelligence.crusoecloud.com/v1',
  ownInferenceUrl: 'https://api.inference.crusoecloud.com/v1',
  exampleUrl: 'https://api.intelligence.crusoecloud.com/v1',
  hosts: /^api\.intelligence\.crusoecloud\.com$/,
  keyVariable: 'CRUSOE_API_KEY',
  lacks: ['pause', 'resume', 'model'],
  terms: {
    methods: { names: ['supervised'], instead: 'Write method: supervised, or train on a platform that has this method.' },
    lacksFields: { seed: UNKNOWN, integrations: UNKNOWN },
    settings: {
      batch_size: BATCH,
      learning_rate: ABOVE_ZERO,
      lr_scheduler: oneOf('cosine', 'linear', 'constant', 'constant_with_warmup'),
      lora_variant: oneOf('lora', 'rslora'),
      lora_rank: numberFrom(2, 256, true),
      lora_alpha: numberFrom(1, 512),
      lora_dropout: numberFrom(0, 1),
      warmup_ratio: numberFrom(0, 1),
      weight_decay: numberFrom(0, 1),
      early_stopping_patience: numberFrom(1, 1000, true),
      checkpoint_steps: numberFrom(20, 1_000_000, true),
      eval_steps_per_epoch: numberFrom(1, 1000, true),
      top_k_gating: numberFrom(1, 1000, true),
      overlong_row_behavior: oneOf('error', 'drop'),
    },
    excludes: [['learning_rate', 'learning_rate_multiplier']],
    unlessSet: {
      overlong_row_behavior:
        'One row that is longer than the model takes stops the whole job on Crusoe; overlong_row_behavior: drop leaves such rows out.',
    },
    metadata: 'is not known to keep metadata, so they are not sent',
  },
  pricesJobs: true,
  pollSeconds: USUAL_POLL,
  data: { ...USUAL_PROFILE, maximumBytes: 16 * 1024 ** 3, severities: { 'chat/last-not-assistant': 'error' } },
  beforeUse: 'Load it as an adapter, or deploy it, before it can be called.',
  serving: { kind: 'deployment', terms: async () => (await import('./deployment-terms.ts')).DEPLOYMENT_TERMS },
  prices: PRICES,
};

/** Its models go by IDs that change with each revision of its catalogue, so they are asked for by name. */
export const crusoe: Platform = {
  profile,
  async open(address, options) {
    const { crusoeProvider } = await import('./client.ts');
    return withoutLacking(crusoeProvider(address, options), profile);
  },
};
