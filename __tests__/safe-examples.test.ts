/** Whatever a reader may paste: no text that a server, a row or somebody on GitHub wrote becomes a part of a script. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';

const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...readdirSync('docs').map((name) => path.join('docs', name))];
const WORKFLOWS = readdirSync(path.join('examples', 'workflows')).map((name) => path.join('examples', 'workflows', name));

/** The blocks of YAML in a page; a workflow is one itself. */
function blocksOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.md')) return [text];
  return [...text.matchAll(/^( *)```ya?ml\n([\s\S]*?)^ *```/gm)].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

/** The scripts anywhere in a value. */
function scriptsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    (name === 'run' || name === 'script') && typeof inner === 'string' ? [inner] : scriptsOf(inner),
  );
}

/** Expressions whose value the workflow's author does not decide. */
const FOREIGN = /\$\{\{[^}]*\b(steps|needs|inputs|matrix|github\.(event|head_ref|ref_name|actor|base_ref))\b[^}]*\}\}/;
const unsafe = (block: string) =>
  parseAllDocuments(block, { uniqueKeys: false }).flatMap((document) =>
    scriptsOf(document.toJS()).filter((script) => FOREIGN.test(script)),
  );

test.each([...PAGES.filter((name) => name.endsWith('.md')), ...WORKFLOWS])(
  '%s: no script holds an expression that others can write',
  (file) => expect(blocksOf(file).flatMap(unsafe)).toEqual([]),
);

describe('what is looked for', () => {
  test.each([
    'run: echo "${{ steps.train.outputs.fine_tuned_model }}"',
    'jobs: {a: {steps: [{run: "echo ${{ github.event.issue.title }}"}]}}',
    '- run: |\n    x\n    echo ${{ needs.a.outputs.b }}',
    'with: {script: "${{ inputs.name }}"}',
  ])('%s is found', (block) => expect(unsafe(block)).toHaveLength(1));
  test('a variable is none', () => expect(unsafe('run: echo "$MODEL"\nenv: {MODEL: "${{ steps.a.outputs.b }}"}')).toEqual([]));
  test('there are blocks to look at', () =>
    expect(PAGES.filter((name) => name.endsWith('.md')).flatMap(blocksOf).length).toBeGreaterThan(3));
});

test('each promise of the threat model names a test that there is', () => {
  const page = readFileSync(path.join('docs', 'threat-model.md'), 'utf8');
  const rows = [...page.matchAll(/^\| [^|]+ \| `([\w./-]+)`: (.+) \|$/gm)];
  expect(rows.length).toBeGreaterThan(9);
  for (const [, file = '', name = ''] of rows)
    expect([file, name, readFileSync(path.join('__tests__', file), 'utf8').includes(name)]).toEqual([file, name, true]);
});
