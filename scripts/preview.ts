/**
 * A job summary as GitHub shows it: GitHub-flavoured Markdown with Mermaid, as one HTML page and, where
 * chromium is installed, as a picture.
 *
 *     node scripts/preview.ts summary.md --out summary.html --png summary.png [--dark] [--mermaid
 * mermaid.min.js]
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { startBrowser } from './browser.ts';

const fromModules = (file: string) => path.join('node_modules', file);

interface Look {
  readonly dark: boolean;
  /** Another version of Mermaid than the project's own, as its one-file build: GitHub runs an older one. */
  readonly mermaid?: string | undefined;
}

/**
 * The page. Mermaid and the style sheet stand in it, so that it opens anywhere; `window.drawn` says that its
 * diagrams are drawn.
 */
export function previewHtml(markdown: string, { dark, mermaid = fromModules('mermaid/dist/mermaid.min.js') }: Look): string {
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }).replaceAll(
    /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
    '<pre class="mermaid">$1</pre>',
  );
  const theme = dark ? 'dark' : 'light';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Job summary</title>
<style>${readFileSync(fromModules(`github-markdown-css/github-markdown-${theme}.css`), 'utf8')}
body { margin: 0; background: ${dark ? '#0d1117' : '#ffffff'}; }
.markdown-body { max-width: 880px; margin: 0 auto; padding: 32px; }
.mermaid { background: transparent !important; text-align: center; }</style></head>
<body><main class="markdown-body">${body}</main>
<script>${readFileSync(mermaid, 'utf8').replaceAll('</script', '<\\/script')}</script>
<script>
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${dark ? 'dark' : 'default'}' });
mermaid.run({ querySelector: '.mermaid', suppressErrors: true }).finally(() => { window.drawn = true; });
</script>
</body></html>
`;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      png: { type: 'string' },
      dark: { type: 'boolean', default: false },
      mermaid: { type: 'string' },
    },
  });
  const html = previewHtml(readFileSync(positionals[0] ?? 'summary.md', 'utf8'), values);
  const file = values.out ?? path.join(mkdtempSync(path.join(tmpdir(), 'preview-')), 'summary.html');
  writeFileSync(file, html);
  if (values.png !== undefined) {
    const browser = await startBrowser();
    const page = await browser.open(file);
    writeFileSync(values.png, await page.picture());
    await browser.close();
  }
}
