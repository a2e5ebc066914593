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

/** Text that is put into a file before a mark that stands in it once. */
interface Insertion {
  readonly before: string;
  readonly text: string;
}

interface Recipe {
  /** As its heading in CONTRIBUTING.md. */
  readonly name: string;
  /** Files by path: what is put into them, or the whole text of a new one. */
  readonly files: Readonly<Record<string, string | readonly Insertion[]>>;
  /** Tests that must pass with it. */
  readonly tests: readonly string[];
  /** Hand-written files, at most. */
  readonly most: number;
}

const RECIPES: readonly Recipe[] = [
  {
    name: 'A rule',
    most: 2,
    files: {
      'src/dataset/rules/chat.ts': [
        {
          before: '] as const;\n',
          text: `  rule({
    id: 'chat/toy',
    severity: 'warning',
    summary: 'The answer is about toys',
    fix: 'Write about something else.',
    source: 'practice',
    breaks: () => [row(user, { role: 'assistant', content: 'toy' })],
    keeps: () => [row(user, { role: 'assistant', content: 'toys' })],
    check({ messages }: Conversation, report) {
      for (const [index, message] of messages.entries())
        if (isAnswer(message) && message.content === 'toy') report(words\`messages[\${index}] is about toys.\`);
    },
  }),
`,
        },
      ],
      'src/dataset/formats/chat.ts': [
        { before: "    answered = message.role === 'assistant';\n", text: "    if (message.content === 'toy') return false;\n" },
      ],
    },
    tests: ['dataset', 'rooms'],
  },
  {
    name: 'An input',
    most: 3,
    files: {
      'action.yml': [
        {
          before: '  allow_secrets:\n',
          text: "  max_rows:\n    description: Refuse training data with more rows than this.\n    default: ''\n",
        },
      ],
      'src/inputs/inputs.ts': [{ before: '  allow_secrets: ', text: '  max_rows: optionalNumber({ low: 1, whole: true }),\n' }],
      'src/stages/limits.ts': [
        {
          before: '/** Data with errors is refused',
          text: `/** More rows than allowed are refused. */
export function rowsVerdict(datasets: readonly Dataset[], { max_rows }: Pick<Inputs, 'max_rows'>): Verdict {
  const rows = datasets.reduce((sum, dataset) => sum + dataset.rows, 0);
  if (max_rows === undefined || rows <= max_rows) return PASSES;
  return refusal(\`The data has \${rows} rows, above max_rows: \${max_rows}; nothing was uploaded. Take rows out.\`);
}

`,
        },
      ],
    },
    tests: ['inputs', 'house', 'limits', 'rooms'],
  },
  {
    name: 'A platform of the shared wire',
    most: 2,
    files: {
      'src/providers/toy/platform.ts': `import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { sharedWire } from '../openai-wire/shared-wire.ts';
import { type Platform, USUAL_POLL } from '../profile.ts';

export const toy: Platform = sharedWire({
  name: 'toy',
  title: 'Toy Trainer',
  ownBaseUrl: 'https://api.toy.example/v1',
  exampleUrl: 'https://api.toy.example/v1',
  hosts: /^api\\.toy\\.example$/,
  keyVariable: 'TOY_API_KEY',
  lacks: ['pause', 'resume'],
  pollSeconds: USUAL_POLL,
  data: USUAL_PROFILE,
  prices: [],
});
`,
      'src/providers/registry.ts': [
        { before: '\n/** In the order in which they are named to users. */', text: "import { toy } from './toy/platform.ts';\n" },
        { before: '\n  compatible,\n  sandbox,\n];', text: '\n  toy,' },
      ],
    },
    tests: ['connection', 'inputs', 'rooms', 'platforms', 'house'],
  },
  {
    name: 'A platform of another wire',
    most: 3,
    files: {
      'src/providers/toy/platform.ts': `import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { type Platform, USUAL_POLL } from '../profile.ts';

export const toy: Platform = {
  profile: {
    name: 'toy',
    title: 'Toy Trainer',
    ownBaseUrl: 'https://api.toy.example/v1',
    exampleUrl: 'https://api.toy.example/v1',
    hosts: /^api\\.toy\\.example$/,
    keyVariable: 'TOY_API_KEY',
    lacks: ['pause', 'resume', 'events', 'checkpoints'],
    pollSeconds: USUAL_POLL,
    data: USUAL_PROFILE,
    prices: [],
  },
  async open(address) {
    const { toyProvider } = await import('./client.ts');
    return toyProvider(address.baseUrl);
  },
};
`,
      'src/providers/toy/client.ts': `import type { Job } from '../../api/objects.ts';
import type { Mark, Provider } from '../port.ts';

/** Jobs by an ID that the mark makes: asking twice is asking once. */
export function toyProvider(baseUrl: string): Provider {
  const jobs = new Map<string, Job>();
  const idOf = ({ fingerprint }: Mark) => \`toy-\${fingerprint.slice(0, 40)}\`;
  const look = async (id: string): Promise<Job> => jobs.get(id) ?? { id, state: 'failed', status: 'failed', platform: {} };
  return {
    baseUrl,
    place: async ({ filename }) => ({ id: filename, uploaded: true, marked: false }),
    async create(_, mark) {
      const job: Job = { id: idOf(mark), state: 'running', status: 'running', platform: {} };
      jobs.set(job.id, job);
      return job;
    },
    find: async (mark) => ({ jobs: [...jobs.values()].filter(({ id }) => id === idOf(mark)), unclear: [] }),
    look,
    cancel: look,
    async *jobs() {
      yield [...jobs.values()];
    },
    file: async (id) => ({ id, filename: id }),
  };
}
`,
      'src/providers/registry.ts': [
        { before: '\n/** In the order in which they are named to users. */', text: "import { toy } from './toy/platform.ts';\n" },
        { before: '\n  compatible,\n  sandbox,\n];', text: '\n  toy,' },
      ],
    },
    tests: ['connection', 'inputs', 'rooms', 'platforms', 'house'],
  },
  {
    name: 'An operation',
    most: 3,
    files: {
      'src/operations/greet.ts': `import type { Step } from '../run/step.ts';

/** Greets whoever reads the log. */
export async function greet({ record, runner, inputs }: Step): Promise<void> {
  record.note({ kind: 'ending', ending: 'done' });
  runner.info(\`Good morning, \${inputs.suffix}.\`);
}
`,
      'src/operations/registry.ts': [
        {
          before: '];\n\n/**\n * The operation as it was asked for',
          text: `  {
    name: 'greet',
    does: 'greets whoever reads the log',
    needs: [{ input: 'suffix', fix: 'Write a name, for example suffix: support-bot' }],
    reads: ['How to train'],
    outputs: [],
    story: async () => (await import('./greet.ts')).greet,
  },
`,
        },
      ],
      '__tests__/greet.test.ts': `import { expect, test } from '@jest/globals';
import { readInputs } from '../src/inputs/read-inputs.ts';
import { OPERATIONS, storyOf } from '../src/operations/registry.ts';

const inputsOf = (given: Record<string, string>) => readInputs(given, async () => '', OPERATIONS);

test('it is offered, and says what it needs', async () => {
  await expect(inputsOf({ operation: 'greet' })).rejects.toThrow('Input suffix is missing; operation greet needs it.');
  expect((await inputsOf({ operation: 'greet', suffix: 'you' })).operation).toBe('greet');
});
test('it has a story', async () => {
  expect((await storyOf('greet')).name).toBe('greet');
});
`,
    },
    tests: ['greet', 'inputs', 'rooms'],
  },
  {
    name: 'A format',
    most: 2,
    files: {
      'src/dataset/formats/riddle.ts': `import * as z from 'zod/mini';
import { completionTokens } from '../tokens/row-tokens.ts';
import { format, type Said } from './format.ts';

const RiddleRow = z.looseObject({ riddle: z.string({ error: 'a text' }), solution: z.string({ error: 'a text' }) });

function said<Text>(riddle: Text, solution: Text): Said<{ readonly role: 'user' | 'assistant'; readonly content: Text }> {
  const messages = [
    { role: 'user', content: riddle },
    { role: 'assistant', content: solution },
  ] as const;
  return { messages, asked: 1, given: undefined, contradictedBy: 'answer' };
}

export const riddle = format({
  name: 'riddle',
  method: 'supervised',
  is: (value) => 'riddle' in value,
  lists: () => ({}),
  schema: RiddleRow,
  keys: { known: new Set(['riddle', 'solution']), taken: 'it takes riddle, solution' },
  check: () => [],
  saidBy: (row) => said(row.riddle, row.solution),
  saidByAny: (value) => said(value.riddle, value.solution),
  messages: () => [],
  turns: () => 1,
  answer: (row) => ({ role: 'assistant', content: row.solution }),
  lesson: (row) => said(row.riddle, row.solution).messages,
  tokens: (row, rules) => completionTokens({ prompt: row.riddle, completion: row.solution }, rules),
});
`,
      'src/dataset/formats/formats.ts': [
        { before: "import { text } from './text.ts'", text: "import { riddle } from './riddle.ts';\n" },
        { before: ' };\n\nexport type DataFormat', text: ', riddle' },
      ],
    },
    tests: ['dataset', 'examine', 'diff', 'rooms'],
  },
];

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

const execute = promisify(execFile);

async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  try {
    return (await execute(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })).stdout;
  } catch (error) {
    const { stdout, stderr } = z.object({ stdout: z.string(), stderr: z.string() }).parse(error);
    throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

/** A copy of the project as it is now, in which git knows what was there before. */
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
  writeFileSync(path.join(folder, '.git', 'info', 'exclude'), 'node_modules\ndist\n');
  await run(folder, 'git', 'add', '-A');
  await run(folder, 'git', '-c', 'user.name=r', '-c', 'user.email=r@example.com', 'commit', '-qm', 'Begin');
  return folder;
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

/** Follows one recipe. @returns the files that were written by hand */
async function follow(recipe: Recipe, project: string): Promise<string[]> {
  const folder = await copyOf(project);
  try {
    for (const [file, change] of Object.entries(recipe.files)) write(folder, file, change);
    await run(folder, 'npm', 'run', '--silent', 'docs');
    await run(folder, 'npm', 'run', '--silent', 'typecheck');
    await run(folder, 'npm', 'run', '--silent', 'lint');
    await run(folder, 'npm', 'run', '--silent', 'test:unit', '--', ...recipe.tests.map((name) => `__tests__/${name}.test.ts`));
    const status = await run(folder, 'git', 'status', '--porcelain', '--untracked-files=all');
    const touched = status
      .split('\n')
      .map((line) => line.slice(3))
      .filter((file) => file !== '' && !isGenerated(file));
    return touched.filter((file) => !isPartlyGenerated(file) || file in recipe.files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const project = process.cwd();
const page = readFileSync('CONTRIBUTING.md', 'utf8');

/** Follows a recipe and says what it found. @returns whether the page was right */
async function holds(recipe: Recipe): Promise<boolean> {
  const touched = await follow(recipe, project);
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
  for (const recipe of left) held.push(await holds(recipe));
};
await Promise.all([inTurn(), inTurn()]);
if (held.includes(false)) process.exitCode = 1;
