import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import { NO_HOST, type Platform } from '../profile.ts';

export const sandbox: Platform = sharedWire(
  {
    name: 'sandbox',
    title: 'the sandbox',
    exampleUrl: 'http://127.0.0.1/v1',
    hosts: NO_HOST,
    servers: 'embedded, on loopback',
    embedded: true,
    rehearsal: true,
    lacks: [],
    pollSeconds: [0.5, 5],
    // Who uses its names elsewhere means its models as a rule.
    models: async () => ({ ...(await import('../openai/models.ts')).MODELS, certain: false }),
    // It trains on fewer rows, and says that the platforms which it rehearses for do not.
    data: { ...USUAL_PROFILE, developerRole: true, minimumRows: 10, severities: { 'file/too-few-rows': 'warning' } },
    prices: [],
    free: 'the sandbox costs nothing',
  },
  { keepsMetadata: true },
);
