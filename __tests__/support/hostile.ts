/** Foreign text at its worst, and findings in which every text that comes from data, files or servers is such a text. */
import type { Findings } from '../../src/report/findings.ts';
import { inPlace } from './findings.ts';

/** What stands where hostile text could: it is no name either, so it is shown in the same way. */
export const HARMLESS = 'plain words';

export const HOSTILE: readonly string[] = [
  '**bold** _it_ `code` ~~gone~~ [link](https://evil.example) ![img](https://evil.example/x.png)',
  '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><svg onload=alert(1)>',
  '</td></tr></table><h1>owned</h1>',
  '| cell | cell |\n| --- | --- |\n\n# heading\n\n```mermaid\nxychart-beta\n```',
  '```\nclosed\n```\n~~~\n    indented',
  '</details></code></pre></sub><!-- hidden',
  '::error::pwned\n##[error]pwned\n::set-output name=x::y\r::warning::z\n  ::add-mask::e',
  '%0A::error::pwned%0D%0A##[group]x',
  '@everyone #1 acme/other#2 https://evil.example www.evil.example :tada: $x^2$ $$y$$ <https://evil.example>',
  '%%{init: {"theme": "dark"}}%%\n"] --> [1,2] click x href "javascript:alert(1)"',
  '\u202Egnol\u202C \u0000\u0007\u001b[31mred\u001b[0m \u200b\ufeff \ud800 \u2028 \u2029 \u0085 \u{e0041}',
  '=HYPERLINK("https://evil.example","x")',
  '---\ntags: [owned]\n---\n- a: &x *x\n!!python/object:x {{x}} ${{ secrets.KEY }}',
  '../../../etc/passwd\\..\\con.jsonl',
  'EOF\nfine_tuned_model=owned\nghadelimiter_x',
  'x'.repeat(100_000),
  'ж'.repeat(100_000),
  '<'.repeat(100_000),
  '\u0301'.repeat(1000),
  '&lt;b&gt; &#96; &amp;',
  '',
];

/** Fields that are ours: words of a fixed set, hashes, and what the runner itself says. */
const OURS = new Set([
  'rule',
  'state',
  'ending',
  'role',
  'severity',
  'kind',
  'format',
  'sha256',
  'serverUrl',
  'repository',
  'sha',
  'runId',
  'runAttempt',
  'fingerprint',
  'baseUrl',
  'beforeUse',
]);

/** Records whose keys are foreign, too. */
const FOREIGN_KEYS = new Set(['values', 'roles', 'tools', 'asked', 'metrics', 'hyperparameters', 'method']);

function poison(value: object, text: string): void {
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && !OURS.has(name)) Reflect.set(value, name, text);
    else if (typeof inner === 'object' && inner !== null) {
      poison(inner, text);
      if (FOREIGN_KEYS.has(name) && !Array.isArray(inner))
        Reflect.set(inner, text, name === 'asked' || name === 'method' ? text : 1);
    }
  }
}

/** The same findings with this text wherever a text is foreign. The name of the provider stays, as it decides what is shown. */
export function poisoned(story: Findings, text: string): Findings {
  const copy = structuredClone(story);
  poison(copy, text);
  return {
    ...copy,
    operation: story.operation,
    provider: copy.provider === undefined ? undefined : { ...copy.provider, name: story.provider?.name ?? '' },
    origin: { repository: text, commit: text, run: text },
    warnings: [text, text],
    repositoryPaths: inPlace(copy.datasets),
    resultFiles: [{ id: text, name: text, text }],
  };
}

/** The elements of a page with the names of their attributes, as a browser would make them of it. */
export function elementsOf(page: string): string[] {
  return [...page.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/gi)].map(([, name = '', attributes = '']) =>
    [name, ...[...attributes.matchAll(/([a-z-]+)(?:="[^"]*")?/gi)].map((match) => match[1] ?? '').sort()].join(' ').toLowerCase(),
  );
}

/** Elements that one page has more of than another. (Fewer may be right: a path that leads out of the repository is no link.) */
export function surplus(elements: readonly string[], harmless: readonly string[]): string[] {
  const count = (list: readonly string[], one: string) => list.filter((other) => other === one).length;
  return [...new Set(elements)]
    .filter((one) => count(elements, one) > count(harmless, one))
    .map((one) => `${count(elements, one)} × <${one}>, of which harmless text makes ${count(harmless, one)}`);
}
