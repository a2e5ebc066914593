import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import { type Platform, USUAL_POLL } from '../profile.ts';

/**
 * A gateway to several platforms. Before most of them it takes any POST below a job for a cancel and any GET
 * for a look, and it answers a list of jobs with an error.
 */
export const portkey: Platform = sharedWire(
  {
    name: 'portkey',
    title: 'Portkey',
    ownBaseUrl: 'https://aigw.portkey.ai/v1',
    exampleUrl: 'https://aigw.portkey.ai/v1',
    hosts: /^(aigw|api)\.portkey\.ai$/,
    keyVariable: 'PORTKEY_API_KEY',
    keyHeaders: ['x-portkey-api-key'],
    lacks: ['pause', 'resume', 'events', 'checkpoints', 'model'],
    terms: async () => ({
      methods: {
        names: ['supervised'],
        instead:
          'In front of Azure it drops the method of a request without a word: write method: supervised, or ask the platform behind it directly.',
      },
      lacksSettings: {
        learning_rate_multiplier:
          'In front of Fireworks it becomes the learning rate itself, which ruins the model: leave it out, or, in front of OpenAI or Azure, write it under extra_body.',
      },
      metadata: 'drops metadata in front of most platforms, so they are not sent',
    }),
    pollSeconds: USUAL_POLL,
    data: { ...USUAL_PROFILE, bom: 'warning' },
    serving: {
      kind: 'by hand',
      way: 'Deploy the model on the platform behind it (provider and base_url of that one), and call it through the gateway.',
    },
    prices: [],
  },
  { sendsMetadata: false, takesParts: false, unlisted: 'Portkey hands no list of jobs on' },
);
