/**
 * Proves that the tests see: plants a defect in a copy of dist/, runs the cells or the test that should
 * notice, and fails when all stay green.
 *
 *     npm run mutate [-- WORDS OF A DEFECT OR OF A PROMISE]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Bench, inTurns } from '../__tests__/support/matrix.ts';
import { type Cells, DEFECTS, type Defect } from './defects.ts';

function planted(from: string | RegExp, to: string): Bench {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutant-'));
  cpSync('dist', folder, { recursive: true });
  const hits = readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (!name.endsWith('.js')) return [];
    const text = readFileSync(file, 'utf8');
    if (typeof from === 'string' ? !text.includes(from) : !from.test(text)) return [];
    writeFileSync(file, text.replace(from, to));
    return [name];
  });
  if (hits.length === 0) throw new Error(`${String(from)} does not stand in dist/`);
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

const only = process.argv.slice(2).join(' ');
const chosen = DEFECTS.filter(({ what, promise }) => what.includes(only) || promise.includes(only));
let survivors = 0;
for (const { what, from, to, cells, proof } of chosen) {
  const bench = planted(from, to);
  const seen = (cells && (await seenInCells(bench, cells))) ?? (proof && seenByTest(bench, proof));
  if (seen === undefined) survivors += 1;
  console.log(`${seen === undefined ? '✗ survived' : '✓ caught  '} ${what}${seen === undefined ? '' : ` (${seen})`}`);
}
console.log(`${chosen.length} defects, ${survivors} survived`);
if (survivors > 0) process.exit(1);
