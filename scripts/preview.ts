/**
 * A job summary as GitHub shows it: GitHub-flavoured Markdown with Mermaid, as one HTML page and, where chromium is installed, as a picture.
 *
 *     node scripts/preview.ts summary.md --out summary.html --png summary.png [--dark]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const fromModules = (file: string) => readFileSync(path.join('node_modules', file), 'utf8');

/** The page. Mermaid and the style sheet stand in it, so that it opens anywhere. */
export function previewHtml(markdown: string, { dark }: { readonly dark: boolean }): string {
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }).replaceAll(
    /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
    '<pre class="mermaid">$1</pre>',
  );
  const theme = dark ? 'dark' : 'light';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Job summary</title>
<style>${fromModules(`github-markdown-css/github-markdown-${theme}.css`)}
body { margin: 0; background: ${dark ? '#0d1117' : '#ffffff'}; }
.markdown-body { max-width: 880px; margin: 0 auto; padding: 32px; }
.mermaid { background: transparent !important; text-align: center; }</style></head>
<body><main class="markdown-body">${body}</main>
<script>${fromModules('mermaid/dist/mermaid.min.js').replaceAll('</script', '<\\/script')}</script>
<script>mermaid.initialize({ startOnLoad: true, securityLevel: 'strict', theme: '${dark ? 'dark' : 'default'}' });</script>
</body></html>
`;
}

const HEADLESS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--virtual-time-budget=10000',
];

/** Runs the browser with a profile of its own. @throws when chromium is not installed */
function browse(page: string, ...flags: string[]): string {
  const profile = mkdtempSync(path.join(tmpdir(), 'preview-'));
  try {
    const all = [...HEADLESS, `--user-data-dir=${profile}`, ...flags, pathToFileURL(path.resolve(page)).href];
    return execFileSync('chromium', all, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Takes a picture of a page, 1,000 pixels wide and as high as given. */
export function picture(page: string, png: string, height: number): void {
  browse(page, `--window-size=1000,${height}`, `--screenshot=${path.resolve(png)}`);
}

/** The page's own HTML after its scripts have run. */
export function rendered(page: string): string {
  return browse(page, '--dump-dom');
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      png: { type: 'string' },
      dark: { type: 'boolean', default: false },
      height: { type: 'string', default: '2400' },
    },
  });
  const html = previewHtml(readFileSync(positionals[0] ?? 'summary.md', 'utf8'), { dark: values.dark });
  const page = values.out ?? path.join(mkdtempSync(path.join(tmpdir(), 'preview-')), 'summary.html');
  writeFileSync(page, html);
  if (values.png !== undefined) picture(page, values.png, Number(values.height));
}
