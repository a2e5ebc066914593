/**
 * The operations: what each needs, what it shows, and its story. The choice of the input `operation`, the
 * check of the inputs, the summary's title, the outputs that are arrays and the README's table derive from
 * these entries. Nothing but an entry of the action reads them; it hands each room the part that it needs.
 */
import {
  CANDIDATE,
  DEPLOYMENT,
  EVALUATION_FILE,
  FINE_TUNED_MODEL,
  GRADER,
  type InputGroup,
  MODEL,
  ONE_JOB,
  ONE_JOB_OR_ITS_INPUTS,
  type OperationInputs,
  TRAINING_FILE,
  VALIDATION_FILE,
} from '../inputs/needs.ts';
import type { ReportedOperation } from '../report/findings.ts';
import type { Step } from '../run/step.ts';

export type Story = (step: Step) => Promise<void>;

export interface Operation extends OperationInputs, ReportedOperation {
  /** What it does, as the README says it: Markdown. */
  readonly does: string;
  /** The groups of inputs that it reads: its help shows them alone. */
  readonly reads: readonly InputGroup[];
  /** It asks nothing of the platform. */
  readonly offline?: true;
  /** Loaded when it is wanted. */
  readonly story: () => Promise<Story>;
}

const CONNECTING = ['Which server', 'Who signs in'] as const;
const TRAINING = ['Model and data', 'How to train', 'Labels of jobs', 'Limits and prices', 'How data is checked'] as const;
const WAITING = 'Waiting, and what to do when it ends early';
const KEPT = 'What is kept and shown';
/** What an operation on a job that exists reads. */
const OF_A_JOB = ['Labels of jobs', ...CONNECTING, 'Which job', KEPT] as const;
/** What one reads that finds its job by the inputs of `create`, too. */
const OF_A_JOB_BY_INPUTS = [...TRAINING, ...CONNECTING, 'Which job', KEPT] as const;

/** In the order in which they are offered; the first is the default. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'create',
    does: 'checks the data, sends it, creates the job once or takes up the one that exists, watches it',
    needs: [MODEL, TRAINING_FILE, VALIDATION_FILE],
    reads: [...TRAINING, ...CONNECTING, WAITING, 'Evaluation', KEPT],
    outputs: [],
    story: async () => (await import('./create.ts')).create,
  },
  {
    name: 'validate',
    does: 'the offline part of `create`; contacts no platform',
    offline: true,
    needs: [TRAINING_FILE],
    reads: ['Model and data', 'How to train', 'Which server', 'Limits and prices', 'How data is checked', KEPT],
    outputs: [],
    story: async () => (await import('./validate.ts')).validate,
  },
  {
    name: 'wait',
    does: 'watches a job that exists to its end: by `job_id`, by `metadata` (and `status`), or by the same inputs as `create`',
    needs: [ONE_JOB_OR_ITS_INPUTS],
    reads: [...OF_A_JOB_BY_INPUTS, WAITING],
    outputs: [],
    story: async () => (await import('./wait.ts')).wait,
  },
  {
    name: 'retrieve',
    does: 'one look at a job: by `job_id`, by `metadata` (the newest), or by the same inputs as `create`, which finds the model of the data that is checked out, whatever was trained since',
    needs: [ONE_JOB_OR_ITS_INPUTS],
    reads: OF_A_JOB_BY_INPUTS,
    outputs: [],
    story: async () => (await import('./inspect.ts')).retrieve,
  },
  {
    name: 'list',
    does: 'jobs, newest first, up to `limit`; with `metadata` or `status`, `if_not_found` says what it means that none matches',
    needs: [],
    reads: OF_A_JOB,
    outputs: ['jobs'],
    title: '{jobs}',
    story: async () => (await import('./inspect.ts')).list,
  },
  {
    name: 'list_events',
    does: 'what a job reports, newest first, up to `limit`',
    needs: [ONE_JOB],
    reads: OF_A_JOB,
    outputs: ['events'],
    title: '{events}',
    story: async () => (await import('./inspect.ts')).listEvents,
  },
  {
    name: 'list_checkpoints',
    does: 'the models that a job kept on its way, newest first, up to `limit`',
    needs: [ONE_JOB],
    reads: OF_A_JOB,
    outputs: ['checkpoints'],
    title: '{checkpoints}',
    story: async () => (await import('./inspect.ts')).listCheckpoints,
  },
  {
    name: 'cancel',
    does: 'ends a job; one that has ended already is a success that says so',
    needs: [ONE_JOB],
    reads: OF_A_JOB,
    outputs: [],
    story: async () => (await import('./verbs.ts')).cancel,
  },
  {
    name: 'pause',
    does: 'pauses a job; one that is paused already is a success',
    needs: [ONE_JOB],
    reads: OF_A_JOB,
    outputs: [],
    story: async () => (await import('./verbs.ts')).pause,
  },
  {
    name: 'resume',
    does: 'resumes a paused job; one that is under way already is a success',
    needs: [ONE_JOB],
    reads: OF_A_JOB,
    outputs: [],
    story: async () => (await import('./verbs.ts')).resume,
  },
  {
    name: 'evaluate',
    does: 'asks a model and the one that it is to replace the same rows, and says whether it may take its place: the promotion gate',
    needs: [CANDIDATE, EVALUATION_FILE, GRADER],
    reads: [...OF_A_JOB, 'Model and data', WAITING, 'Evaluation', 'Limits and prices', 'How data is checked'],
    outputs: [],
    story: async () => (await import('./evaluate.ts')).evaluate,
  },
  {
    name: 'deploy',
    does: 'makes the fine-tuned model callable where the platform needs that, and ends when the model has answered; the same again is a success',
    needs: [FINE_TUNED_MODEL],
    reads: [...OF_A_JOB, 'Model and data', 'Deployments', WAITING],
    outputs: [],
    title: '{deployment}',
    story: async () => (await import('./deploy.ts')).deploy,
  },
  {
    name: 'undeploy',
    does: 'takes the deployment down, and ends when the platform no longer knows it; an absent one is a success',
    needs: [DEPLOYMENT],
    reads: [...OF_A_JOB, 'Model and data', 'Deployments', WAITING],
    outputs: [],
    title: '{deployment}',
    story: async () => (await import('./deploy.ts')).undeploy,
  },
];

/**
 * The operation as it was asked for, whether or not there is one of this name: a report says what was asked.
 */
export function reportedOperation(name: string | undefined): ReportedOperation {
  const asked = name?.trim() || OPERATIONS[0]?.name || '';
  const { outputs, title } = OPERATIONS.find((operation) => operation.name === asked) ?? { outputs: [], title: undefined };
  return { name: asked, outputs, title };
}

/** The story of an operation. @throws Error for a name that the check of the inputs would have refused */
export async function storyOf(name: string): Promise<Story> {
  const operation = OPERATIONS.find((one) => one.name === name);
  if (operation === undefined) throw new Error(`There is no operation ${name}.`);
  return operation.story();
}
