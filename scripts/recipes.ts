/**
 * Follows the recipes of CONTRIBUTING.md: in a copy of the project each adds something that nobody needs,
 * runs types, lint and the tests that concern it, and counts the files that had to be written by hand. `npm
 * run recipes`.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { type Insertion, RECIPES, type Recipe } from './recipes/recipes.ts';

/**
 * What a copy needs: everything that is known to git, but for the bundle, which no recipe touches by hand.
 */
const isLeftOut = (file: string) => file.startsWith('dist/');
/** What `npm run docs` writes, and so nobody's hand. */
const isGenerated = (file: string) => file === 'README.md' || file === 'action-types.yml' || file.startsWith('docs/');
/**
 * Of these files a generator writes some lines: what a recipe wrote by hand counts, what the generator wrote
 * does not.
 */
const isPartlyGenerated = (file: string) => file === 'action.yml';
/** What the compiler keeps of one recipe for the next. */
const COMPILED = '.compiled.json';

const execute = promisify(execFile);

async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  try {
    return (await execute(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })).stdout;
  } catch (error) {
    const { stdout, stderr } = z.object({ stdout: z.string(), stderr: z.string() }).parse(error);
    throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

/**
 * A copy of the project as it is now, in which git knows what was there before. One recipe after the other is
 * followed in it: what the compiler knows of all other files stays.
 */
async function copyOf(project: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'recipe-'));
  const known = await run(project, 'git', 'ls-files', '--cached', '--others', '--exclude-standard', '-z');
  for (const file of known.split('\0')) {
    if (file === '' || isLeftOut(file) || !existsSync(path.join(project, file))) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    cpSync(path.join(project, file), path.join(folder, file));
  }
  for (const shared of ['node_modules', 'dist']) symlinkSync(path.join(project, shared), path.join(folder, shared));
  await run(folder, 'git', 'init', '-q');
  writeFileSync(path.join(folder, '.git', 'info', 'exclude'), `node_modules\ndist\n${COMPILED}\n`);
  await run(folder, 'git', 'add', '-A');
  await run(folder, 'git', '-c', 'user.name=r', '-c', 'user.email=r@example.com', 'commit', '-qm', 'Begin');
  return folder;
}

/** The files that are not as they were when the copy was made. */
async function changed(folder: string): Promise<string[]> {
  const status = await run(folder, 'git', 'status', '--porcelain', '--untracked-files=all');
  return status
    .split('\n')
    .map((line) => line.slice(3))
    .filter((file) => file !== '');
}

function write(folder: string, file: string, change: string | readonly Insertion[]): void {
  const place = path.join(folder, file);
  if (typeof change === 'string') {
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, change);
    return;
  }
  let text = readFileSync(place, 'utf8');
  for (const { before, text: added } of change) {
    if (text.split(before).length !== 2) throw new Error(`${JSON.stringify(before)} stands in ${file} not once.`);
    text = text.replace(before, () => `${added}${before}`);
  }
  writeFileSync(place, text);
}

/**
 * The files that CONTRIBUTING.md names in a recipe: those in its numbered list, each at the beginning of its
 * item.
 */
function namedFiles(page: string, { name }: Recipe): string[] {
  const section = page.split(/^## /m).find((one) => one.startsWith(`${name}\n`));
  if (section === undefined) throw new Error(`CONTRIBUTING.md has no recipe "${name}".`);
  return [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file);
}

/** Whether a file is the one that a recipe names: `<name>` stands for any one name. */
function isNamed(file: string, named: string): boolean {
  const pattern = named.split(/<[^>]+>/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[\\w-]+')}$`).test(file);
}

/** Follows one recipe, and takes back what it wrote. @returns the files that were written by hand */
async function follow(recipe: Recipe, folder: string): Promise<string[]> {
  for (const [file, change] of Object.entries(recipe.files)) write(folder, file, change);
  await run(folder, 'npm', 'run', '--silent', 'docs');
  await run(folder, 'npm', 'run', '--silent', 'typecheck', '--', '--incremental', '--tsBuildInfoFile', COMPILED);
  const isPage = (file: string) => file.startsWith('docs/');
  const biome = path.join('node_modules', '.bin', 'biome');
  await run(folder, biome, 'check', '--error-on-warnings', ...(await changed(folder)).filter((file) => !isPage(file)));
  await run(folder, 'npm', 'run', '--silent', 'test:unit', '--', ...recipe.tests.map((name) => `__tests__/${name}.test.ts`));
  const touched = (await changed(folder)).filter((file) => !isGenerated(file));
  await run(folder, 'git', 'reset', '-q', '--hard');
  await run(folder, 'git', 'clean', '-qfd');
  return touched.filter((file) => !isPartlyGenerated(file) || file in recipe.files);
}

const project = process.cwd();
const page = readFileSync('CONTRIBUTING.md', 'utf8');

/** Follows a recipe and says what it found. @returns whether the page was right */
async function holds(recipe: Recipe, folder: string): Promise<boolean> {
  const touched = await follow(recipe, folder);
  const named = namedFiles(page, recipe);
  const unnamed = touched.filter((file) => !named.some((one) => isNamed(file, one)));
  const inVain = named.filter((one) => !touched.some((file) => isNamed(file, one)));
  console.log(`${recipe.name}: ${touched.length} (${touched.join(', ')})`);
  if (touched.length > recipe.most) console.error(`  more than ${recipe.most}`);
  if (unnamed.length > 0) console.error(`  not named in CONTRIBUTING.md: ${unnamed.join(', ')}`);
  if (inVain.length > 0) console.error(`  named in CONTRIBUTING.md in vain: ${inVain.join(', ')}`);
  return touched.length <= recipe.most && unnamed.length === 0 && inVain.length === 0;
}

// Two at a time: most of what one does runs in one process.
const left = RECIPES.values();
const held: boolean[] = [];
const inTurn = async () => {
  const folder = await copyOf(project);
  try {
    for (const recipe of left) held.push(await holds(recipe, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
await Promise.all([inTurn(), inTurn()]);
if (held.includes(false)) process.exitCode = 1;
