/** Findings as they may be shown. Pure. */
import { withoutSecrets } from '../inputs/secrets.ts';
import type { Runner } from '../ports.ts';
import { mapTexts } from '../redactor.ts';
import type { Findings } from '../report/findings.ts';

/**
 * The findings without secrets, before any page is made of them, where a text may be escaped or cut: what a
 * server sends back under a secret name (it knows the keys of integrations, other people's too) and every
 * secret that is known by its value.
 */
export function shownFindings(found: Findings, redact: Runner['redact']): Findings {
  const { job, jobs, events, checkpoints } = found;
  const named = withoutSecrets({ job, jobs, events, checkpoints });
  return { ...found, ...Object(mapTexts({ ...found, ...Object(named) }, redact)) };
}
