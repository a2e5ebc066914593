/** What was asked, beside what the provider used. Pure. */
import { LARGEST_BATCH } from '../api/limits.ts';
import { methodName } from '../api/method.ts';
import type { Findings } from './findings.ts';
import { rows } from './tables.ts';
import { markdownCode, markdownText, whole } from './text.ts';

/** So many parameters are shown. */
const MOST = 60;

/** Deeper structure is shown as JSON. */
const DEEPEST = 6;

function flat(value: unknown, prefix: string, depth = 0): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST) return [[prefix, value]];
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, prefix === '' ? name : `${prefix}.${name}`, depth + 1));
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return markdownCode(typeof value === 'string' ? value : JSON.stringify(value), 120);
}

/** What was asked and what the provider used; where they differ, it is said. */
export function settings(findings: Findings): string {
  const { asked, job } = findings;
  const { training_file, validation_file, metadata, hyperparameters, method, ...rest } = asked;
  const type = methodName(method);
  const used = job === undefined ? undefined : (job.method ?? { type, [type]: { hyperparameters: job.hyperparameters ?? {} } });
  const wanted = new Map<string, unknown>([
    ...flat(rest, ''),
    ...flat(method ?? { type: undefined, supervised: { hyperparameters: hyperparameters ?? {} } }, 'method'),
  ]);
  const got = new Map<string, unknown>(
    flat(
      {
        model: job?.model,
        seed: job?.seed,
        suffix: job?.suffix,
        ...(used === undefined ? {} : { method: used }),
      },
      '',
    ),
  );
  const names = [...new Set([...wanted.keys(), ...got.keys()])].filter(
    (name) => shown(wanted.get(name)) !== '' || shown(got.get(name)) !== '',
  );
  const body = names.map((name) => {
    const asks = wanted.get(name);
    const uses = got.get(name);
    // A model that is written in full is no other one.
    const inFull = name === 'model' && String(uses).endsWith(`/${String(asks)}`);
    const differs =
      !inFull &&
      asks !== undefined &&
      asks !== 'auto' &&
      asks !== LARGEST_BATCH &&
      uses !== undefined &&
      uses !== null &&
      JSON.stringify(asks) !== JSON.stringify(uses);
    return [
      markdownText(name.replace(/^method\.\w+\.hyperparameters\./, '').replace(/^method\.type$/, 'method')),
      shown(asks) || '–',
      ...(job === undefined ? [] : [`${shown(uses) || '–'}${differs ? ' ⚠️ differs' : ''}`]),
    ];
  });
  const head = ['Parameter', 'Requested', ...(job === undefined ? [] : ['Used'])];
  const more = body.length > MOST ? `\n\n_and ${whole(body.length - MOST)} more in \`result.json\`_` : '';
  return body.length === 0 ? '' : `### Settings\n\n${rows(head, body.slice(0, MOST))}${more}`;
}
