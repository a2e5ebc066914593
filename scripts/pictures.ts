/**
 * Draws the recorded stories as GitHub would show them, in light and dark, into .pictures/, and fails when a diagram is not drawn.
 *
 *     npm run pictures [-- STORY…]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findings, job, PULL_REQUEST, STORIES } from '../__tests__/support/findings.ts';
import { markerOf, renderComment } from '../src/report/comment.ts';
import { renderSummary } from '../src/report/summary.ts';
import { picture, previewHtml, rendered } from './preview.ts';

const folder = '.pictures';
mkdirSync(folder, { recursive: true });
const chosen = process.argv.slice(2);

/** How many diagrams the page holds, how many were drawn, and whether one shows an error. */
function drawn(page: string) {
  const dom = rendered(page).replace(/<script>[\s\S]*?<\/script>/g, '');
  const count = (pattern: RegExp) => dom.match(pattern)?.length ?? 0;
  return {
    asked: count(/class="mermaid"/g),
    done: count(/<pre class="mermaid"[^>]*data-processed="true"/g),
    broken: /aria-roledescription="error"/.test(dom),
  };
}

let failures = 0;
const running = findings({
  ...PULL_REQUEST,
  provider: findings().provider,
  job: job({ status: 'running' }),
  metrics: findings().metrics.slice(0, 40),
});
const pages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(STORIES).map(([name, story]) => [name, renderSummary(story)])),
  'comment-on-a-pull-request': renderComment(PULL_REQUEST, 'done', markerOf(PULL_REQUEST, undefined)),
  'comment-while-training': renderComment(running, 'running', markerOf(running, undefined)),
};
for (const [name, markdown] of Object.entries(pages)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const dark of [false, true]) {
    const base = path.resolve(folder, `${name}-${dark ? 'dark' : 'light'}`);
    const html = previewHtml(markdown, { dark });
    writeFileSync(`${base}.html`, html);
    picture(`${base}.html`, `${base}.png`, 2400);
    const { asked, done, broken } = drawn(`${base}.html`);
    const wrong = broken || asked !== done || asked !== markdown.split('```mermaid').length - 1;
    if (wrong) failures += 1;
    console.log(`${wrong ? '✗' : '✓'} ${path.relative('.', base)}.png (${done} of ${asked} diagrams)`);
  }
}
if (failures > 0) process.exit(1);
