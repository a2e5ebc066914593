import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import { NO_HOST, type Platform, USUAL_POLL } from '../profile.ts';

/**
 * Any other server of the wire: gateways, clusters, vendors without a folder of their own. Nothing is taken
 * for granted.
 */
export const compatible: Platform = sharedWire(
  {
    name: 'compatible',
    title: 'a compatible server',
    exampleUrl: 'https://llm.example.com/v1',
    hosts: NO_HOST,
    servers: 'any other server with OpenAI’s fine-tuning API, by `base_url`',
    keyOptional: true,
    tenant: {},
    lacks: [],
    terms: async () => ({ optional: ['validation_file'] }),
    pollSeconds: USUAL_POLL,
    // Who uses its names elsewhere means its models as a rule.
    models: async () => ({ ...(await import('../openai/models.ts')).MODELS, certain: false }),
    data: {
      ...USUAL_PROFILE,
      bom: 'warning',
      // Nobody knows what that server takes.
      severities: { 'row/unknown-key': 'warning', 'chat/unknown-message-key': 'warning' },
    },
    serving: {
      kind: 'by hand',
      way: 'Whether and how its models are made callable is known to the one who runs it: follow its documentation.',
    },
    prices: [],
  },
  // A gateway hands on what the vendor behind it says.
  async () => ({ explanations: (await import('../openai/explanations.ts')).EXPLANATIONS }),
);
