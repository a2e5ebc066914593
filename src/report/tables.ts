/** Markdown tables, and places in the data as links. Pure. */
import type { Findings } from './findings.ts';
import { markdownLink, markdownText } from './text.ts';

/** A table; empty when it has no rows. The cells are Markdown already. */
export const rows = (head: readonly string[], body: readonly (readonly string[])[]) =>
  body.length === 0
    ? ''
    : [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...body.map((cells) => `| ${cells.join(' | ')} |`)].join(
        '\n',
      );

function fileUrl({ run }: Findings, path: string, line: number | undefined): string | undefined {
  if (run.repository === '' || run.sha === '' || /^(\/|[A-Za-z]:|\.\.)/.test(path)) return undefined;
  const place = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return `${run.serverUrl}/${run.repository}/blob/${run.sha}/${place}${line === undefined ? '' : `#L${line}`}`;
}

/** A place in a file as a link to its line at the commit, where the repository is known. */
export function placed(findings: Findings, path: string, line: number | undefined): string {
  const text = line === undefined ? path : `${path}:${line}`;
  const url = fileUrl(findings, path, line);
  return url === undefined ? markdownText(text) : markdownLink(text, url);
}
