/** A place in the data has one form in annotations, SARIF and links, however its path was written. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, runAction } from '../support/action.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const bad = `${jsonl(many(12, chatRow))}{"a"\n`;

/** A checkout in a folder of the workspace. */
function checkout(workspace: string, folder: string, files: readonly string[]): void {
  mkdirSync(path.join(workspace, folder, '.git'), { recursive: true });
  write(workspace, path.join(folder, '.git', 'HEAD'), SHA);
  for (const file of files) write(workspace, path.join(folder, file), bad);
}

const check = (workspace: string, training_file: string, env: Record<string, string> = {}): Promise<Outcome> =>
  runAction({
    workspace,
    env,
    inputs: { operation: 'validate', provider: 'openai', model: 'gpt-4.1-mini-2025-04-14', training_file },
  });

/** Where the three say that the problem is. */
function placesIn({ log, summary, outputs }: Outcome) {
  const sarif = JSON.parse(readFileSync(path.join(path.dirname(outputs.report_path ?? ''), 'problems.sarif'), 'utf8'));
  return {
    annotation: /^::error file=([^,]*),/m.exec(log)?.[1],
    sarif: sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri,
    link: /blob\/[0-9a-f]{40}\/([^"#]*)#L13/.exec(summary)?.[1],
  };
}
const all = (annotation: string, coded = annotation) => ({ annotation, sarif: coded, link: coded });

describe('where a problem is', () => {
  test.each([
    ['as it stands', '', 'data/x.jsonl', 'data/x.jsonl', all('data/x.jsonl')],
    ['with ./', '', 'data/x.jsonl', './data/./x.jsonl', all('data/x.jsonl')],
    ['with a turn', '', 'data/x.jsonl', 'data/../data/x.jsonl', all('data/x.jsonl')],
    ['in a checkout with path:', 'repo', 'data/x.jsonl', 'repo/data/x.jsonl', all('data/x.jsonl')],
    ['in a checkout with path:, by a glob', 'repo', 'data/x.jsonl', './repo/data/*.jsonl', all('data/x.jsonl')],
    [
      'with letters and signs',
      '',
      'dätä/my 50% x#1.jsonl',
      './dätä/my 50% x#1.jsonl',
      all('dätä/my 50%25 x#1.jsonl', 'd%C3%A4t%C3%A4/my%2050%25%20x%231.jsonl'),
    ],
  ])('%s', async (_, folder, file, written, expected) => {
    const workspace = newFolder();
    checkout(workspace, folder, [file]);
    expect(placesIn(await check(workspace, written))).toEqual(expected);
  });

  test('an absolute path is one of the repository', async () => {
    const workspace = newFolder();
    checkout(workspace, '', ['data/x.jsonl']);
    expect(placesIn(await check(workspace, path.join(workspace, 'data', 'x.jsonl')))).toEqual(all('data/x.jsonl'));
  });

  test('a file outside of the repository is annotated without a place, and leads nowhere', async () => {
    const temp = newFolder();
    write(temp, 'x.jsonl', bad);
    const file = path.join(temp, 'x.jsonl');
    const outcome = await check(newFolder(), file, { RUNNER_TEMP: temp });
    expect(outcome.log).toContain(`::error::${file}:13: `);
    expect(outcome.summary).not.toContain('/blob/');
  });
});

describe('one file under two names is taken once, and said', () => {
  test.each<[string, (workspace: string) => string, RegExp]>([
    ['with ./', () => './x.jsonl', /as x\.jsonl and as \.\/x\.jsonl; it is taken once/],
    ['from the root', (workspace) => path.join(workspace, 'x.jsonl'), /as x\.jsonl and as \/.*x\.jsonl/],
    ['by a glob', () => './*.jsonl\n**/x.jsonl\n./d/../x.jsonl', /as x\.jsonl and as \.\/d\/\.\.\/x\.jsonl/],
    ['through a link', (workspace) => symlinked(workspace, 'y.jsonl', 'x.jsonl'), /as x\.jsonl and as y\.jsonl/],
    ['through a link to a folder', (workspace) => `${symlinked(workspace, 'e', '.')}/x.jsonl`, /and as e\/x\.jsonl/],
  ])('%s', async (_, again, said) => {
    const workspace = newFolder();
    mkdirSync(path.join(workspace, 'd'));
    write(workspace, 'x.jsonl', jsonl(many(12, chatRow)));
    const { exitCode, outputs, warnings } = await check(workspace, `x.jsonl\n${again(workspace)}`);
    expect([exitCode, outputs.examples]).toEqual([0, '12']);
    expect(warnings.filter((text) => said.test(text))).toHaveLength(1);
  });

  test('files of the same rows are two', async () => {
    const workspace = newFolder();
    for (const name of ['x.jsonl', 'y.jsonl']) write(workspace, name, jsonl(many(12, chatRow)));
    expect((await check(workspace, '*.jsonl')).outputs.examples).toBe('24');
  });
});

function symlinked(workspace: string, name: string, target: string): string {
  symlinkSync(target, path.join(workspace, name));
  return name;
}
