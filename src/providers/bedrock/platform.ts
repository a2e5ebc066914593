import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import { type Platform, USUAL_POLL } from '../profile.ts';

export const bedrock: Platform = sharedWire({
  name: 'bedrock',
  title: 'Amazon Bedrock',
  missing: 'it trains by reinforcement with Lambda graders only, and that is not built yet',
  exampleUrl: 'https://bedrock-mantle.us-west-2.api.aws/v1',
  hosts: /^bedrock-mantle\.[a-z0-9-]+\.api\.aws$/,
  keyVariable: 'AWS_BEARER_TOKEN_BEDROCK',
  lacks: ['pause', 'resume'],
  pollSeconds: USUAL_POLL,
  data: { ...USUAL_PROFILE, minimumRows: 100 },
  prices: [],
});
