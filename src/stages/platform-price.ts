/**
 * The platform's own price of a job, where it prices jobs itself: asked for when the data is there, before
 * the job is created.
 */
import { AbortedError, LimitError, ProviderError } from '../errors.ts';
import type { Work } from '../job/work.ts';
import type { JobRequest, PlatformEstimate } from '../providers/port.ts';
import type { Estimate } from '../report/findings.ts';
import { type World, warn } from '../run/step.ts';

/** Why a price is refused; undefined where it may be paid. Pure. */
function priceProblem({ usd, reason }: PlatformEstimate, most: number, title: string): string | undefined {
  const limit = `max_cost_usd is ${most}`;
  if (usd === undefined)
    return `${title} does not say what this job costs (${reason ?? 'it gives no reason'}), and ${limit}; nothing was created. Take max_cost_usd out, or ask the platform.`;
  return usd <= most
    ? undefined
    : `${title} asks US$ ${usd.toFixed(2)} for this job, and ${limit}; nothing was created. Take fewer epochs or rows, or raise max_cost_usd.`;
}

/** So long a price is waited for that the platform cannot say yet, in milliseconds. */
const PATIENCE = 10 * 60_000;
const FIRST_LOOK = 2000;
const LONGEST_LOOK = 30_000;

/** One look for the price: what it is, or why it is not known. */
async function lookFor(request: JobRequest, limited: boolean, work: Work): Promise<PlatformEstimate | undefined> {
  const ask = work.provider.estimate;
  if (ask === undefined) return undefined;
  try {
    return await work.attempt(limited ? 'read' : 'extra', () => ask(request, work.signal));
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return { usd: undefined, reason: error.message };
  }
}

/** The price, or why it is not known. Without a limit it is worth one look and no more. */
async function priceOf(request: JobRequest, limited: boolean, work: Work): Promise<PlatformEstimate | undefined> {
  const end = Math.min(work.clock.now() + PATIENCE, work.deadline);
  for (let pause = FIRST_LOOK; ; pause = Math.min(pause * 1.5, LONGEST_LOOK)) {
    const price = await lookFor(request, limited, work);
    if (!price?.later || !limited || work.clock.now() + pause > end) return price;
    if (pause === FIRST_LOOK) work.say(`The price is not known yet (${price.reason ?? 'no reason is given'}); waiting for it.`);
    await work.clock.sleep(pause, work.signal);
    if (work.signal.aborted)
      throw new AbortedError('Stopped waiting for the price because the run is being cancelled; nothing was created.');
  }
}

/** What is to be paid for. */
interface Priced {
  readonly request: JobRequest;
  /** The files that were uploaded for this job, which are deleted where it is refused. */
  readonly sent: readonly string[];
  /** What the action reckons itself, which was held against the limit before anything was uploaded. */
  readonly estimate: Estimate | undefined;
}

/** Whether our own figure, which may be paid, is all that can be had. Pure. */
function countsOurs({ never }: PlatformEstimate, estimate: Estimate | undefined): boolean {
  return never === true && (estimate?.cost ?? estimate?.atMost) !== undefined;
}

/**
 * Holds the platform's price against `max_cost_usd`.
 * @throws LimitError when it is above, or not known
 */
export async function holdToPrice(world: World, { request, sent, estimate }: Priced, work: Work): Promise<void> {
  const { max_cost_usd: most } = world.inputs;
  const { title } = world.connection.profile;
  const price = await priceOf(request, most !== undefined, work);
  if (price === undefined) return;
  if (price.usd !== undefined) world.record.note({ kind: 'platform price', usd: price.usd });
  if (price.usd !== undefined) work.say(`${title} prices this job at US$ ${price.usd.toFixed(2)}.`);
  else if (most === undefined) work.say(`${title} does not say what this job costs: ${price.reason ?? 'it gives no reason'}.`);
  const problem = most === undefined || countsOurs(price, estimate) ? undefined : priceProblem(price, most, title);
  if (problem === undefined) return;
  await deleteSent(world, sent, work);
  throw new LimitError(problem);
}

/** What was uploaded for a job that is not created goes again; what cannot be deleted is a warning. */
async function deleteSent(world: World, sent: readonly string[], work: Work): Promise<void> {
  const { deleteFile } = work.provider;
  if (deleteFile === undefined) return;
  for (const id of sent) {
    try {
      await work.attempt('extra', () => deleteFile(id, work.signal));
      work.say(`Deleted the file ${id}, which was uploaded for this job.`);
    } catch (error) {
      if (!(error instanceof ProviderError) && !(error instanceof AbortedError)) throw error;
      warn(world, `The file ${id}, which was uploaded for this job, could not be deleted. ${error.message}`);
    }
  }
}
