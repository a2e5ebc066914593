import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import { NO_HOST, type Platform, USUAL_POLL } from '../profile.ts';

/**
 * A Kubernetes cluster of one's own. It ignores what it does not know (a method's settings in the usual
 * place, metadata) and answers in protojson: numbers as texts, empty texts for what is not set.
 */
export const llmariner: Platform = sharedWire(
  {
    name: 'llmariner',
    title: 'LLMariner',
    exampleUrl: 'https://llmariner.example.com/v1',
    hosts: NO_HOST,
    servers: 'a Kubernetes cluster of your own, by `base_url`',
    keyVariable: 'LLMARINER_API_KEY',
    selfHosted: true,
    lacks: ['pause', 'resume', 'events', 'checkpoints', 'result'],
    terms: async () => ({
      methods: {
        names: ['supervised', 'dpo'],
        instead: 'Write method: supervised or method: dpo, or train on a platform that trains by reinforcement.',
      },
      suffix: { longest: 18, characters: /^[\s\S]+$/, allowed: 'a text of 1 to 18 characters', required: true },
      metadata: 'keeps no metadata but resources.gpu, so no job can be searched by them',
    }),
    pollSeconds: USUAL_POLL,
    data: { ...USUAL_PROFILE, bom: 'warning' },
    prices: [],
  },
  async () => ({ form: (await import('../openai-wire/requests.ts')).flatMethod, takesParts: false }),
);
