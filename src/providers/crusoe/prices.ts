import type { Price } from '../profile.ts';

const PAGE = { source: "Crusoe's pricing page, as read by a third party", date: '2026-09-20' };

export const PRICES: readonly Price[] = [
  { model: /llama-3\.1-8b/i, perMillion: 0.4, ...PAGE },
  { model: /gpt-oss-120b/i, perMillion: 6, ...PAGE },
];
