/** The recipes of CONTRIBUTING.md, each with something that nobody needs: a toy rule, a toy platform. */

/** Text that is put into a file before a mark that stands in it once. */
export interface Insertion {
  readonly before: string;
  readonly text: string;
}

export interface Recipe {
  /** As its heading in CONTRIBUTING.md. */
  readonly name: string;
  /** Files by path: what is put into them, or the whole text of a new one. */
  readonly files: Readonly<Record<string, string | readonly Insertion[]>>;
  /** Tests that must pass with it. */
  readonly tests: readonly string[];
  /** Hand-written files, at most. */
  readonly most: number;
}

/** Where a platform is registered, whatever its wire. */
const TOY_IN_REGISTRY: readonly Insertion[] = [
  { before: '\n/** In the order in which they are named to users. */', text: "import { toy } from './toy/platform.ts';\n" },
  { before: '\n  compatible,\n  sandbox,\n];', text: '\n  toy,' },
];
/** What concerns each platform. */
const TESTS_OF_PLATFORMS = ['connection', 'inputs', 'rooms', 'platforms', 'house'];

export const RECIPES: readonly Recipe[] = [
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
      'src/providers/registry.ts': TOY_IN_REGISTRY,
    },
    tests: TESTS_OF_PLATFORMS,
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
      'src/providers/registry.ts': TOY_IN_REGISTRY,
    },
    tests: TESTS_OF_PLATFORMS,
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
      'src/dataset/formats/riddle.ts': `import { completionTokens } from '../tokens/row-tokens.ts';
import { format, type Said } from './format.ts';
import { objectOf, text } from './shape.ts';

const riddleRow = objectOf({ riddle: text, solution: text });

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
  shape: riddleRow,
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
        { before: "import type { ShapeOf } from './shape.ts'", text: "import { riddle } from './riddle.ts';\n" },
        { before: ' };\n\nexport type DataFormat', text: ', riddle' },
      ],
    },
    tests: ['dataset', 'examine', 'diff', 'rooms'],
  },
];
