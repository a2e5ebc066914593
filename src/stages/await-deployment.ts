/** Waiting for a deployment: until the platform has made it, and until its model has answered. */
import { AbortedError, ActionError, ProviderError, unlessMissing } from '../errors.ts';
import { offered, type Work } from '../job/work.ts';
import type { Deployment, DeploymentRequest, Deployments } from '../providers/port.ts';
import type { DeploymentTerms } from '../providers/profile.ts';
import { inertLine } from '../report/text.ts';

/** Between looks, in milliseconds. */
const FIRST_LOOK = 2000;
const LONGEST_LOOK = 30_000;
/** A removal that shows no effect is asked for again after so long, in milliseconds. */
const AGAIN = 2 * 60_000;
/** After so long without an answer it is said what may help, in milliseconds. */
const SLOW = 15 * 60_000;

/** Out of time with a deployment that is not ready. */
export class DeploymentLate extends ActionError {
  override name = 'DeploymentLate';
}

/** @throws AbortedError, or DeploymentLate, when there is no more time to wait in */
async function wait(milliseconds: number, what: string, work: Work): Promise<void> {
  if (work.clock.now() + milliseconds > work.deadline) throw new DeploymentLate(`${what} within timeout_minutes`);
  await work.clock.sleep(milliseconds, work.signal);
  if (work.signal.aborted) throw new AbortedError(`${what} before the workflow run was cancelled`);
}

/**
 * The deployment in the state that it comes to rest in, or undefined when there is none any more.
 * @param seen hears of each change
 */
export async function settled(
  deployments: Deployments,
  request: DeploymentRequest,
  begun: Deployment,
  work: Work,
  seen: (deployment: Deployment) => void,
): Promise<Deployment | undefined> {
  let last = begun;
  for (
    let pause = FIRST_LOOK;
    last.state === 'starting' || last.state === 'leaving';
    pause = Math.min(pause * 1.5, LONGEST_LOOK)
  ) {
    const verb = last.state === 'leaving' ? 'gone' : 'ready';
    await wait(Math.max(pause, last.wait ?? 0), `The deployment ${request.name} was not ${verb} (${last.status})`, work);
    const before = last;
    const next = await work.attempt('watch', () => deployments.follow(request, before, work.signal));
    if (next === undefined) return undefined;
    if (next.status !== last.status) seen(next);
    last = next;
  }
  return last;
}

/**
 * Takes it down, and waits until the platform no longer knows it. One that stands on as if nothing had been
 * asked is asked again: its removal may have failed.
 */
export async function takenDown(deployments: Deployments, request: DeploymentRequest, work: Work): Promise<void> {
  let asked = Number.NEGATIVE_INFINITY;
  for (let pause = FIRST_LOOK; ; pause = Math.min(pause * 1.5, LONGEST_LOOK)) {
    const left = await work.attempt('watch', () => deployments.find(request, work.signal)).catch(unlessMissing);
    if (left === undefined) return;
    let least = left.wait ?? 0;
    if (left.state !== 'leaving' && work.clock.now() - asked >= AGAIN) {
      least = Math.max(least, (await work.attempt('deploy', () => deployments.remove(request, left, work.signal))) ?? 0);
      asked = work.clock.now();
    }
    await wait(Math.max(pause, least), `The deployment ${request.name} was not gone (${left.status})`, work);
  }
}

/** By which names servers limit an answer: newer ones, older ones, and one that takes neither. */
const ONE_TOKEN: readonly Readonly<Record<string, number>>[] = [{ max_completion_tokens: 1 }, { max_tokens: 1 }, {}];

/** An answer was begun and the limit ended it: a model that thinks first says so by a refusal. */
const ENDED_BY_LIMIT = /max_tokens or model output limit|output limit was reached|finish the message because/i;

/** Whether a call that failed may succeed later. Pure. */
function notYet({ facts }: ProviderError, { notReady }: DeploymentTerms): boolean {
  const { kind, fate, status, code, type, detail, final } = facts;
  if (notReady.test(`${code ?? ''} ${type ?? ''} ${detail}`)) return true;
  if (kind === 'missing' || status === 404 || status === 409 || status === 423) return true;
  if (kind === 'credential' || final) return false;
  return kind === 'limited' || fate === 'unsent' || fate === 'unknown';
}

/**
 * Calls the model until it has answered one token.
 * @throws ActionError when it refuses for good; DeploymentLate, AbortedError when there is no more time
 */
export async function answered(deployment: Deployment, terms: DeploymentTerms, work: Work): Promise<void> {
  const ask = offered(work.provider.ask, 'ask');
  const { name, servedModel: model } = deployment;
  const began = work.clock.now();
  let form = 0;
  let slow = false;
  for (let pause = FIRST_LOOK; ; pause = Math.min(pause * 1.5, LONGEST_LOOK)) {
    try {
      await ask({ model, messages: [{ role: 'user', content: 'Hi' }], ...ONE_TOKEN[form] }, work.signal);
      return;
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (ENDED_BY_LIMIT.test(error.facts.detail)) return;
      const later = notYet(error, terms);
      if (!later && error.facts.kind === 'invalid' && form < ONE_TOKEN.length - 1) {
        form += 1;
        continue;
      }
      const why = inertLine(error.message, 300);
      if (!later)
        throw new ActionError(`The deployment ${name} is there, but its model does not answer: ${why}`, { cause: error });
      work.say(`The model does not answer yet: ${why}`);
      if (!slow && work.clock.now() - began > SLOW) {
        slow = true;
        work.warn(
          `The deployment ${name} is there, but its model has not answered for 15 minutes. ${terms.neverReady ?? ''}`.trim(),
        );
      }
      await wait(Math.max(pause, error.facts.retryAfter ?? 0), `The model of ${name} had not answered`, work);
    }
  }
}
