import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import type { Platform } from '../profile.ts';
import { USUAL_POLL } from '../profile.ts';
import { PRICES } from './prices.ts';

export const openai: Platform = sharedWire(
  {
    name: 'openai',
    title: 'OpenAI',
    ownBaseUrl: 'https://api.openai.com/v1',
    exampleUrl: 'https://api.openai.com/v1',
    hosts: /^([a-z]{2}\.)?api\.openai\.com$/,
    keyVariable: 'OPENAI_API_KEY',
    secretVariables: ['OPENAI_ADMIN_KEY'],
    keyless: true,
    tenant: { organization: 'OPENAI_ORG_ID', project: 'OPENAI_PROJECT_ID' },
    lacks: [],
    pollSeconds: USUAL_POLL,
    models: async () => (await import('./models.ts')).MODELS,
    data: {
      ...USUAL_PROFILE,
      minimumRows: 10,
      developerRole: true,
      severities: { 'chat/last-not-assistant': 'error' },
    },
    jobPage: (jobId) => `https://platform.openai.com/finetune/${encodeURIComponent(jobId.toWellFormed())}`,
    prices: PRICES,
  },
  async () => ({
    keepsMetadata: true,
    explanations: (await import('./explanations.ts')).EXPLANATIONS,
    environmentHeaders: true,
  }),
);
