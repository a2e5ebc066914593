/** What a deployment of a fine-tuned model costs while it stands. Pure. */

/** US$ an hour for a model of OpenAI's; Microsoft's pricing page rules. */
const HOSTING = { usd: 1.7, source: "Microsoft's cost page", date: '2026-03-31' };

/** US$ an hour; undefined where it is not known. */
export function hourlyUsd(sku: string, format: string | undefined): number | undefined {
  if (/^developer/i.test(sku)) return 0;
  return format === 'OpenAI' && /^(Standard|GlobalStandard|DataZoneStandard)$/i.test(sku) ? HOSTING.usd : undefined;
}
