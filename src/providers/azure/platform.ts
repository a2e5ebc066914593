import { type Platform, type Profile, USUAL_POLL, withoutLacking } from '../profile.ts';
import { PRICES } from './prices.ts';

const profile: Profile = {
  name: 'azure',
  title: 'Azure OpenAI',
  exampleUrl: 'https://RESOURCE.openai.azure.com/openai/v1',
  hosts: /^[a-z0-9-]+\.(openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com|openai\.azure\.us)$/,
  rootPath: '/openai/v1',
  keyVariable: 'AZURE_OPENAI_API_KEY',
  keyHeaders: ['api-key'],
  keyForms: 'a key, or an Entra token',
  inputs: ['azure_tenant_id', 'azure_client_id', 'azure_arm_token'],
  signIn: {
    way: 'keyless by `azure_tenant_id` and `azure_client_id`',
    credential: async (given) => (await import('./address.ts')).keylessAccess(given),
  },
  lacks: [],
  terms: async () => (await import('./terms.ts')).TERMS,
  pollSeconds: USUAL_POLL,
  models: async () => (await import('./models.ts')).MODELS,
  data: {
    minimumRows: 10,
    bom: 'warning',
    imagesPerRow: 64,
    maximumBytes: 512_000_000,
    developerRole: true,
    picturesAsText: true,
    severities: { 'chat/last-not-assistant': 'error', 'reinforcement/system-role': 'error' },
  },
  maximumTrainingTokens: 2_000_000_000,
  jobPage: () => 'https://ai.azure.com',
  onResume:
    'A reinforcement job that Azure paused at its spending limit has no further limit once it is resumed: it runs, and costs, to its end.',
  serving: { kind: 'deployment', terms: async () => (await import('./deployment-terms.ts')).DEPLOYMENT_TERMS },
  beforeUse: 'Deploy the model (`operation: deploy`) before it can be called.',
  prices: PRICES,
};

/** Trained over the shared wire, deployed over Azure's resource manager. Its list takes no filter. */
export const azure: Platform = {
  profile,
  async open(address, options) {
    const { azureProvider } = await import('./client.ts');
    return withoutLacking(azureProvider(address, options), profile);
  },
};
