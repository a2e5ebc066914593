import type { Price } from '../profile.ts';

const PAGE = { source: "OpenAI's pricing page", date: '2025-12-31' };
const THIRD_PARTY = { source: 'a third party', date: '2026-04-30' };

export const PRICES: readonly Price[] = [
  { model: /^gpt-4\.1-mini/, perMillion: 5, ...PAGE },
  { model: /^gpt-4\.1-nano/, perMillion: 1.5, ...PAGE },
  { model: /^gpt-4\.1-2/, perMillion: 25, ...PAGE },
  { model: /^gpt-4o-mini/, perMillion: 3, ...THIRD_PARTY },
  { model: /^gpt-4o-2/, perMillion: 25, ...THIRD_PARTY },
  { model: /^o4-mini/, perMillion: undefined, ...PAGE },
];
