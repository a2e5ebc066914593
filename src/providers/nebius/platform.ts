import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import { type Platform, USUAL_POLL } from '../profile.ts';

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
    terms: async () => (await import('./terms.ts')).TERMS,
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
