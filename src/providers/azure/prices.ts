import type { Price } from '../profile.ts';

export const PRICES: readonly Price[] = [
  { model: /^o4-mini/, perMillion: undefined, source: "Microsoft's cost page", date: '2026-03-31' },
];
