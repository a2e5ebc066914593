import type { KnownModels } from '../../models/family.ts';

const stated = {
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/fine-tuning-openai-apis.html',
  read: '2026-11-25',
};
const reinforced = { methods: ['reinforcement'], formats: [], ...stated } as const;

export const MODELS: KnownModels = {
  title: 'Amazon Bedrock',
  certain: true,
  families: [
    { name: 'openai.gpt-oss-20b', base: /^openai\.gpt-oss-20b(-|$)/, ...reinforced },
    { name: 'qwen.qwen3-32b', base: /^qwen\.qwen3-32b(-|$)/, ...reinforced },
  ],
  closings: [],
};
