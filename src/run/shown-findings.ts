/** Findings as they may be shown. Pure. */
import type { Job } from '../api/objects.ts';
import { withoutSecrets } from '../inputs/secrets.ts';
import type { Runner } from '../ports.ts';
import { mapTexts } from '../redactor.ts';
import type { Findings } from '../report/findings.ts';
import { foreignText } from '../words.ts';

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

/**
 * The findings as log, pages and files may show them: where rows may not be quoted, a server's words about
 * them are without their quotations. (The outputs hold the server's own words, which nobody reads but the
 * workflow.)
 */
export function publicFindings(found: Findings): Findings {
  const { showRows } = found.run;
  if (showRows) return found;
  const { model, suffix, training_file, validation_file } = found.asked;
  const known = [model, suffix, training_file, validation_file];
  const plain = (text: string) => foreignText(text, false, known);
  const within = <Value>(value: Value): Value => (value === undefined ? value : { ...value, ...Object(mapTexts(value, plain)) });
  const ofJob = (job: Job): Job => ({
    ...job,
    error: job.error == null ? job.error : within(job.error),
    platform: 'error' in job.platform ? { ...job.platform, error: mapTexts(job.platform.error, plain) } : job.platform,
  });
  const { error } = found;
  const isForeign = error?.said !== undefined || found.job?.state === 'failed';
  // What to do is ours, and stands behind a quotation that may not be closed.
  const ofError = (message: string, fix = '') =>
    fix !== '' && message.endsWith(fix) ? `${plain(message.slice(0, -fix.length).trimEnd())} ${fix}` : plain(message);
  return {
    ...found,
    job: found.job && ofJob(found.job),
    jobs: found.jobs.map(ofJob),
    events: found.events.map(within),
    error: error && {
      ...error,
      message: isForeign && typeof error.message === 'string' ? ofError(error.message, error.fix) : error.message,
    },
  };
}
