import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import { type Platform, USUAL_POLL } from '../profile.ts';

export const nebius: Platform = sharedWire({
  name: 'nebius',
  title: 'Nebius Token Factory',
  missing: 'it keeps no metadata, by which a job is recognised, and its ways are not built yet',
  ownBaseUrl: 'https://api.tokenfactory.nebius.com/v1',
  exampleUrl: 'https://api.tokenfactory.nebius.com/v1',
  hosts: /^api\.(tokenfactory|studio)\.nebius\.(com|ai)$/,
  keyVariable: 'NEBIUS_API_KEY',
  lacks: ['pause', 'resume'],
  pollSeconds: USUAL_POLL,
  data: USUAL_PROFILE,
  prices: [],
});
