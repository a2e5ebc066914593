import { type Platform, type Profile, USUAL_POLL, withoutLacking } from '../profile.ts';
import { DATA } from './data.ts';
import { billing, PRICES, surcharge } from './prices.ts';

const ACCOUNT = 'FIREWORKS_ACCOUNT_ID';

const profile: Profile = {
  name: 'fireworks',
  title: 'Fireworks AI',
  ownBaseUrl: 'https://api.fireworks.ai/v1',
  inferencePath: (path) => path.replace(/(\/v1)?(\/accounts\/[^/]+)?$/, '/inference/v1'),
  exampleUrl: 'https://api.fireworks.ai/v1/accounts/ACCOUNT',
  hosts: /^api\.fireworks\.ai$/,
  account: {
    pathWith(path, environment) {
      if (/\/accounts\/[^/]+$/.test(path)) return path;
      const account = environment[ACCOUNT]?.trim();
      const isRoot = path === '' || (path.endsWith('/v1') && !path.endsWith('/inference/v1'));
      if (!isRoot || account === undefined || !/^[a-z0-9-]{1,63}$/.test(account)) return undefined;
      return `${path || '/v1'}/accounts/${account}`;
    },
    way: `Write base_url: https://api.fireworks.ai/v1/accounts/ACCOUNT, or leave it out and set the variable ${ACCOUNT} to the account's ID.`,
  },
  keyVariable: 'FIREWORKS_API_KEY',
  lacks: ['pause', 'events', 'checkpoints'],
  terms: async () => (await import('./terms.ts')).TERMS,
  pricesJobs: true,
  pollSeconds: USUAL_POLL,
  data: DATA,
  onResume: 'Fireworks pauses the jobs of a suspended account: what is resumed there runs, and costs, on.',
  beforeUse: 'Deploy it (operation: deploy) before it can be called.',
  serving: { kind: 'deployment', terms: async () => (await import('./deployment-terms.ts')).DEPLOYMENT_TERMS },
  billing,
  prices: PRICES,
  surcharge,
};

/** Its wire is its own. A job gets an ID that is made of its fingerprint. */
export const fireworks: Platform = {
  profile,
  async open(address, options) {
    const { fireworksProvider } = await import('./client.ts');
    return withoutLacking(fireworksProvider(address, options), profile);
  },
};
