import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import { type Platform, USUAL_POLL } from '../profile.ts';
import { ABOVE_ZERO, numberFrom, TRUE_OR_FALSE } from '../terms.ts';

/**
 * Its page says to submit again after a 500. There is no key that would make that safe, so here as everywhere
 * the job is looked for first.
 */
export const nebius: Platform = sharedWire(
  {
    name: 'nebius',
    title: 'Nebius Token Factory',
    ownBaseUrl: 'https://api.tokenfactory.nebius.com/v1',
    exampleUrl: 'https://api.tokenfactory.nebius.com/v1',
    hosts: /^api\.(tokenfactory|studio)\.nebius\.(com|ai)$/,
    keyVariable: 'NEBIUS_API_KEY',
    lacks: ['pause', 'resume'],
    terms: {
      methods: { names: ['supervised'], instead: 'Write method: supervised, or train on a platform that has this method.' },
      lacksSettings: {
        learning_rate_multiplier:
          'Write learning_rate, which is the rate itself and no multiple of one (0.00001 where none is given).',
      },
      settings: {
        learning_rate: ABOVE_ZERO,
        warmup_ratio: numberFrom(0, 1),
        weight_decay: numberFrom(0, 1),
        max_grad_norm: ABOVE_ZERO,
        packing: TRUE_OR_FALSE,
        context_length: numberFrom(1, 131_072, true),
        lora: TRUE_OR_FALSE,
        lora_r: numberFrom(1, 512, true),
        lora_alpha: ABOVE_ZERO,
        lora_dropout: numberFrom(0, 1),
      },
      metadata: 'has no metadata, so they are not sent',
    },
    // Its jobs were seen to end without a name that ever came.
    namedWithin: 60,
    pollSeconds: USUAL_POLL,
    data: { ...USUAL_PROFILE, maximumBytes: 5_000_000_000 },
    beforeUse:
      'Download its weights from its checkpoints, or have Nebius serve them from a dedicated endpoint, before it can be called.',
    // US$ 0.40 in a notebook of 2025-12, US$ 2.00 in the console of 2026-09: too far apart to reckon with.
    serving: { kind: 'by hand', way: "Deploy the model as a dedicated endpoint in Nebius's console, and call it there." },
    prices: [],
  },
  async () => ({
    form: (await import('../openai-wire/requests.ts')).settingsAlone,
    sendsMetadata: false,
    takesParts: false,
  }),
);
