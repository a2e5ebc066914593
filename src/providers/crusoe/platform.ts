import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { type Platform, type Profile, USUAL_POLL, withoutLacking } from '../profile.ts';
import { PRICES } from './prices.ts';

const profile: Profile = {
  name: 'crusoe',
  title: 'Crusoe',
  ownBaseUrl: 'https://api.intelligence.crusoecloud.com/v1',
  ownInferenceUrl: 'https://api.inference.crusoecloud.com/v1',
  exampleUrl: 'https://api.intelligence.crusoecloud.com/v1',
  hosts: /^api\.intelligence\.crusoecloud\.com$/,
  keyVariable: 'CRUSOE_API_KEY',
  lacks: ['pause', 'resume', 'model'],
  terms: async () => (await import('./terms.ts')).TERMS,
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
