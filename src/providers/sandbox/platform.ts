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
    data: { ...USUAL_PROFILE, developerRole: true },
    prices: [],
    free: 'the sandbox costs nothing',
  },
  { keepsMetadata: true },
);
