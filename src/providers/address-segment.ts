/** IDs in addresses, alike for every platform. Pure. */
import { ProviderError } from '../errors.ts';

/** Longer ones no server has. */
const LONGEST_ID = 2000;

/**
 * An ID as one part of an address. It comes from a server or a user and may be anything, also half a
 * character, of which no address can be made, or what leads to another address.
 * @throws ProviderError, unsent, for what is no such part
 */
export function segment(id: string): string {
  if (/^\.{0,2}$/.test(id) || id.length > LONGEST_ID) {
    const detail = `${id.length > LONGEST_ID ? `A text of ${id.length} characters` : JSON.stringify(id)} is no ID that can stand in an address.`;
    const facts = { call: 'GET', fate: 'unsent', kind: 'invalid', final: true, detail } as const;
    throw new ProviderError(detail, facts, { fix: 'Give the ID as the platform shows it.' });
  }
  return encodeURIComponent(id.toWellFormed());
}
