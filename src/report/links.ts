/** Links to the run, to its job, and to places in the data. Pure. */
import type { Findings } from './findings.ts';
import { markdownLink, markdownText } from './text.ts';

/** Where to look further. */
export function links(findings: Findings): string {
  const { run, provider, job } = findings;
  const base = `${run.serverUrl}/${run.repository}`;
  const found = [
    run.repository === '' || run.runId === '' ? '' : markdownLink('Workflow run', `${base}/actions/runs/${run.runId}`),
    run.repository === '' || run.sha === '' ? '' : markdownLink(`Commit ${run.sha.slice(0, 7)}`, `${base}/commit/${run.sha}`),
    provider?.jobUrl === undefined || job === undefined ? '' : markdownLink('Job at the platform', provider.jobUrl),
  ].filter((link) => link !== '');
  return found.join(' · ');
}

/** Longer addresses lead nowhere, and fill the page. */
const ADDRESS = 2000;

function fileUrl({ run, repositoryPaths }: Findings, path: string, line: number | undefined): string | undefined {
  const plain = repositoryPaths.get(path);
  if (run.repository === '' || run.sha === '' || plain === undefined || plain.length > ADDRESS) return undefined;
  const place = plain.toWellFormed().split('/').map(encodeURIComponent).join('/');
  if (place.length > ADDRESS) return undefined;
  return `${run.serverUrl}/${run.repository}/blob/${run.sha}/${place}${line === undefined ? '' : `#L${line}`}`;
}

/** A place in a file as a link to its line at the commit, where the repository is known. */
export function placed(findings: Findings, path: string, line: number | undefined, text?: string): string {
  const shown = text ?? (line === undefined ? path : `${path}:${line}`);
  const url = fileUrl(findings, path, line);
  return url === undefined ? markdownText(shown) : markdownLink(shown, url);
}

/** Several places, the name of each file once: `data/a.jsonl` line 1, 4, 7. */
export function placesOf(
  findings: Findings,
  places: readonly { readonly path: string; readonly line: number | undefined }[],
): string {
  const files = Map.groupBy(places, ({ path }) => path);
  return [...files]
    .map(([path, found]) => {
      const lines = found.flatMap(({ line }) => (line === undefined ? [] : [placed(findings, path, line, String(line))]));
      const file = lines.length === 0 ? placed(findings, path, undefined) : markdownText(path);
      return lines.length === 0 ? file : `${file} line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
    })
    .join('; ');
}
