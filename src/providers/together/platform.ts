import { type Platform, type Profile, USUAL_POLL, withoutLacking } from '../profile.ts';
import { togetherBilling } from './billing.ts';
import { DATA } from './data.ts';

const profile: Profile = {
  name: 'together',
  title: 'Together AI',
  ownBaseUrl: 'https://api.together.ai/v1',
  exampleUrl: 'https://api.together.ai/v1',
  hosts: /^api(-inference)?\.together\.(ai|xyz)$/,
  keyVariable: 'TOGETHER_API_KEY',
  lacks: ['pause', 'resume', 'model'],
  terms: async () => (await import('./terms.ts')).TERMS,
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
