/**
 * Proves that the tests see: plants a defect in a copy of the bundle, runs the cells or the test that should
 * notice, and fails when all stay green. The copy is not minified, so that the words of a defect stand in it.
 *
 *     npm run mutate [-- WORDS OF A DEFECT OR OF A PROMISE]
 *     npm run mutate -- --check       plants none, and looks whether each could be
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Bench, inTurns } from '../__tests__/support/matrix.ts';
import { bundled } from './bundle.ts';
import type { Cells, Defect } from './defects/defect.ts';
import { DEFECTS } from './defects/defects.ts';

/** A bundle has ten megabytes, and there is one for each defect. */
const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(beginning: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), beginning));
  folders.push(folder);
  return folder;
}

/** The bundle in words that can be read, with what else stands in dist/. */
async function readableBundle(): Promise<string> {
  const folder = newFolder('readable-');
  await bundled(folder, true);
  for (const name of readdirSync('dist')) if (!name.endsWith('.js')) cpSync(path.join('dist', name), path.join(folder, name));
  return folder;
}

/** The chunks of a bundle in which the words of a defect stand, as they become with it. */
function changed(bundle: string, { from, to }: Defect): [file: string, text: string][] {
  return readdirSync(bundle).flatMap((name) => {
    if (!name.endsWith('.js')) return [];
    const text = readFileSync(path.join(bundle, name), 'utf8');
    const stands = typeof from === 'string' ? text.includes(from) : from.test(text);
    return stands ? [[name, text.replace(from, to)]] : [];
  });
}

function planted(bundle: string, defect: Defect): Bench {
  const folder = newFolder('mutant-');
  cpSync(bundle, folder, { recursive: true });
  for (const [name, text] of changed(bundle, defect)) writeFileSync(path.join(folder, name), text);
  return { entry: path.join(folder, 'index.js') };
}

/** Who noticed in the matrix. */
async function seenInCells(bench: Bench, cells: Cells): Promise<string | undefined> {
  const red = (await inTurns(cells(bench))).find(({ complaint }) => complaint !== undefined);
  return red && `${red.row} × ${red.column}: ${red.complaint?.slice(0, 60)}`;
}

/** Whether a test noticed: it runs the action of this entry. */
function seenByTest({ entry }: Bench, { file, name }: NonNullable<Defect['proof']>): string | undefined {
  const jest = ['--no-warnings', '--experimental-vm-modules', path.join('node_modules', 'jest', 'bin', 'jest.js')];
  const test = [
    path.join('__tests__', 'scenarios', `${file}.test.ts`),
    '--testNamePattern',
    name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  ];
  const { status, stderr } = spawnSync(process.execPath, [...jest, ...test], {
    encoding: 'utf8',
    env: { ...process.env, ACTION_ENTRY: entry },
  });
  if (!/^Tests: .*\b(passed|failed)/m.test(stderr)) throw new Error(`${file} has no test ${name}: ${stderr.slice(-500)}`);
  return status === 0 ? undefined : `${file}: ${name}`;
}

const bundle = await readableBundle();
const homeless = DEFECTS.filter((defect) => changed(bundle, defect).length === 0);
for (const { what, from } of homeless) console.error(`✗ ${what}: ${String(from)} does not stand in the bundle.`);
if (homeless.length > 0) process.exit(1);

const only = process.argv.slice(2).join(' ');
const chosen = only === '--check' ? [] : DEFECTS.filter(({ what, promise }) => what.includes(only) || promise.includes(only));
let survivors = 0;
for (const defect of chosen) {
  const { what, cells, proof } = defect;
  const bench = planted(bundle, defect);
  const seen = (cells && (await seenInCells(bench, cells))) ?? (proof && seenByTest(bench, proof));
  if (seen === undefined) survivors += 1;
  console.log(`${seen === undefined ? '✗ survived' : '✓ caught  '} ${what}${seen === undefined ? '' : ` (${seen})`}`);
}
console.log(`${chosen.length} defects, ${survivors} survived`);
if (survivors > 0) process.exit(1);
