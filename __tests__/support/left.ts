/** Everything that a step left for others to read, and what of some secrets stands in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Outcome } from './action.ts';

/** All that left, by where it stands: without the commands that ask the runner to mask. */
export function leftBy({ log, outputs, summary, state, temp }: Outcome, more: readonly string[] = []): Record<string, string> {
  const folders = readdirSync(temp).filter((name) => name.startsWith('fine-tune-report-'));
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(temp, folder)).map((name) => [name, readFileSync(path.join(temp, folder, name), 'utf8')]),
  );
  return {
    log: log.replace(/^::add-mask::.*$/gm, ''),
    ...Object.fromEntries(Object.entries(outputs).map(([name, value]) => [`output ${name}`, value])),
    ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`state ${name}`, value])),
    summary,
    ...Object.fromEntries(files),
    'what went elsewhere': more.join('\n'),
  };
}

const unescaped = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\([^\w])/g, '$1');
const decoded = (text: string) =>
  text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/**
 * Where a secret stands in what was left, as it is, behind escapes, coded or cut: whoever looks need not know
 * how it was written.
 */
export function leaksOf(left: Readonly<Record<string, string>>, secrets: readonly string[]): string[] {
  return Object.entries(left).flatMap(([place, text]) => {
    const readings = [text, unescaped(text), decoded(text), decoded(unescaped(text)), unescaped(unescaped(text))];
    return secrets.flatMap((secret) => {
      // A good part of it is as bad as the whole.
      const parts = secret.length < 16 ? [secret] : [secret.slice(0, 12), secret.slice(-12)];
      const coded = [Buffer.from(secret).toString('base64').slice(0, 16), Buffer.from(secret).toString('hex')];
      return readings.some((reading) => [...parts, ...coded].some((part) => reading.includes(part)))
        ? [`${place} holds ${secret}`]
        : [];
    });
  });
}
