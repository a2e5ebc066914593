/**
 * Draws the recorded stories as GitHub would show them, in light and dark, into .pictures/, and opens hostile
 * ones. Fails when a diagram is not drawn, when a page does what no summary does (asks the network, runs a
 * script), or when hostile text makes another page than harmless text.
 *
 *     npm run pictures [-- STORY…]
 *     npm run pictures -- readme          the README's own, into docs/pictures/
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { findings, job } from '../__tests__/support/findings.ts';
import { HARMLESS, HOSTILE, poisoned, surplus } from '../__tests__/support/hostile.ts';
import { STORIES } from '../__tests__/support/page-stories.ts';
import { PULL_REQUEST, SUBJECT } from '../__tests__/support/pull-request-story.ts';
import { VERDICTS } from '../__tests__/support/verdict-stories.ts';
import { renderComment, renderSummary } from '../__tests__/support/whole-report.ts';
import { markerOf } from '../src/report/comment.ts';
import type { Findings } from '../src/report/findings.ts';
import { type Page, startBrowser } from './browser.ts';
import { previewHtml } from './preview.ts';

const folder = '.pictures';
mkdirSync(folder, { recursive: true });
const chosen = process.argv.slice(2);

const running = findings({
  ...PULL_REQUEST,
  provider: findings().provider,
  job: job({ status: 'running' }),
  metrics: findings().metrics.slice(0, 40),
});
/** The last comment of a story on the pull request that changed the data. */
function commentOf(name: string, stories: Readonly<Record<string, Findings>>): string {
  const story = stories[name] ?? findings();
  const newOf = (role: string) => story.datasets.find((dataset) => dataset.role === role)?.counts ?? [];
  const changes = PULL_REQUEST.changes.map((change) => ({ ...change, newProblems: newOf(change.role) }));
  return renderComment({ ...story, changes }, 'done', markerOf(story, SUBJECT));
}

const pages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries({ ...VERDICTS, ...STORIES }).map(([name, story]) => [name, renderSummary(story)])),
  'pull-request': renderSummary(PULL_REQUEST),
  'comment-on-a-pull-request': renderComment(PULL_REQUEST, 'done', markerOf(PULL_REQUEST, SUBJECT)),
  'comment-while-training': renderComment(running, 'running', markerOf(running, SUBJECT)),
  'comment-after-training': commentOf('supervised-with-validation', STORIES),
  'comment-on-bad-data': commentOf('bad-data', STORIES),
  'comment-with-a-verdict': commentOf('trained-and-judged', VERDICTS),
};

const Seen = z.object({
  /** Diagrams on the page, those that were drawn, and those that show an error. */
  asked: z.number(),
  done: z.number(),
  broken: z.number(),
  /** The elements outside the diagrams, each with the names of its attributes, and where links lead. */
  elements: z.array(z.string()),
  links: z.array(z.string()),
});

const LOOK = `(() => {
  const all = (selector) => [...document.querySelectorAll('main ' + selector)];
  return {
    asked: all('.mermaid').length,
    done: all('.mermaid[data-processed="true"] > svg').length,
    broken: all('[aria-roledescription="error"]').length,
    elements: all('*')
      .filter((element) => element.closest('.mermaid') === null)
      .map((element) => [element.tagName, ...[...element.attributes].map(({ name }) => name).sort()].join(' ')),
    links: all('a').map(({ href }) => href),
  };
})()`;

/** What is wrong with a page that was opened. */
async function faults(page: Page, markdown: string): Promise<string[]> {
  const { asked, done, broken, links } = Seen.parse(await page.evaluate(LOOK));
  const wanted = markdown.split('```mermaid').length - 1;
  return [
    ...page.doings,
    ...(asked !== wanted || done !== asked || broken > 0 ? [`${done} of ${wanted} diagrams were drawn`] : []),
    ...links.filter((link) => !/^https:\/\/(github\.com|platform\.openai\.com)\//.test(link)).map((link) => `a link to ${link}`),
  ];
}

let failures = 0;
function verdict(name: string, found: readonly string[]): void {
  if (found.length > 0) failures += 1;
  console.log(`${found.length > 0 ? '✗' : '✓'} ${name}${found.map((fault) => `\n    ${fault}`).join('')}`);
}

const browser = await startBrowser();
for (const [name, markdown] of Object.entries(pages)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const dark of [false, true]) {
    const base = path.join(folder, `${name}-${dark ? 'dark' : 'light'}`);
    writeFileSync(`${base}.html`, previewHtml(markdown, { dark }));
    const page = await browser.open(`${base}.html`);
    writeFileSync(`${base}.png`, await page.picture());
    verdict(`${base}.png`, await faults(page, markdown));
    await page.close();
  }
}

/** What the README shows: stories, and how much of them from the top. In pixels. */
const README = [
  ['summary', 'supervised-with-validation', 1205],
  ['comment', 'comment-on-a-pull-request', 640],
] as const;

if (chosen.includes('readme')) {
  mkdirSync('docs/pictures', { recursive: true });
  for (const [name, story, height] of README)
    for (const shade of ['light', 'dark']) {
      const file = path.join(folder, `${story}-${shade}.html`);
      writeFileSync(file, previewHtml(pages[story] ?? '', { dark: shade === 'dark' }));
      const page = await browser.open(file);
      writeFileSync(`docs/pictures/${name}-${shade}.png`, await page.picture(height));
      await page.close();
    }
}

/** The summary and the comment of a story in which every foreign text is this one. */
async function hostilePage(text: string, name: string) {
  const story = poisoned(PULL_REQUEST, text);
  const markdown = `${renderSummary(poisoned(STORIES['supervised-with-validation'] ?? PULL_REQUEST, text))}\n\n${renderComment(story, 'done', markerOf(PULL_REQUEST, SUBJECT))}`;
  const file = path.join(folder, `${name}.html`);
  writeFileSync(file, previewHtml(markdown, { dark: false }));
  const page = await browser.open(file);
  const seen = Seen.parse(await page.evaluate(LOOK));
  const found = await faults(page, markdown);
  if (name === 'hostile-1') writeFileSync(path.join(folder, `${name}.png`), await page.picture());
  await page.close();
  return { elements: seen.elements, found };
}

if (chosen.length === 0 || chosen.includes('hostile')) {
  const harmless = await hostilePage(HARMLESS, 'harmless');
  verdict('harmless text', harmless.found);
  for (const [index, text] of HOSTILE.entries()) {
    const { elements, found } = await hostilePage(text, `hostile-${index + 1}`);
    verdict(`hostile text ${index + 1}: ${JSON.stringify(text.slice(0, 50))}`, [
      ...found,
      ...surplus(elements, harmless.elements),
    ]);
  }
}
await browser.close();
if (failures > 0) process.exit(1);
