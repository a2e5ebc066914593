/** Markdown tables, and places in the data as links. Pure. */
import type { Findings } from './findings.ts';
import { markdownLink, markdownText } from './text.ts';

/**
 * A table; empty when it has no rows. The cells are Markdown already. A column whose head ends in a tab is
 * one of numbers, and stands to the right.
 */
export const rows = (head: readonly string[], body: readonly (readonly string[])[]) =>
  body.length === 0
    ? ''
    : [
        `| ${head.map((cell) => cell.trimEnd()).join(' | ')} |`,
        `|${head.map((cell) => (cell.endsWith('\t') ? ' --: |' : ' --- |')).join('')}`,
        ...body.map((cells) => `| ${cells.join(' | ')} |`),
      ].join('\n');

/** A table of one row from what is known: facts that are empty have no column. */
export function factTable(facts: readonly (readonly [name: string, value: string])[]): string {
  const known = facts.filter(([, value]) => value !== '');
  return rows(
    known.map(([name]) => name),
    known.length === 0 ? [] : [known.map(([, value]) => value)],
  );
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
