import { sharedWire } from '../openai-wire/shared-wire.ts';
import { type Platform, USUAL_POLL } from '../profile.ts';
import { MODELS } from './models.ts';

export const azure: Platform = sharedWire(
  {
    name: 'azure',
    title: 'Azure OpenAI',
    exampleUrl: 'https://RESOURCE.openai.azure.com/openai/v1',
    hosts: /^[a-z0-9-]+\.(openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com|openai\.azure\.us)$/,
    rootPath: '/openai/v1',
    keyVariable: 'AZURE_OPENAI_API_KEY',
    keyHeaders: ['api-key'],
    keyForms: 'a key, or an Entra token',
    lacks: [],
    pollSeconds: USUAL_POLL,
    models: MODELS,
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
    beforeUse: 'Deploy the model under this name in Azure before it can be called.',
    prices: [{ model: /^o4-mini/, perMillion: undefined, source: "Microsoft's cost page", date: '2026-03-31' }],
  },
  { authorization: 'header-or-token', keepsMetadata: true },
);
