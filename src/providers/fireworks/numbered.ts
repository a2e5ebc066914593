/**
 * Jobs that carry a fingerprint in their ID. An ID is given once, so a job that failed or was deleted keeps
 * its own from the next one, which gets a number: the lowest that nobody has. Whoever else asks for the same
 * number at the same time is answered that it is taken.
 */
import * as z from 'zod/mini';
import { ProviderError, unlessMissing } from '../../errors.ts';
import { segment } from '../address-segment.ts';
import { creationFacts } from '../creation-refusals.ts';
import { failure } from '../failures.ts';
import type { CallContext } from '../port.ts';
import type { Calls } from './calls.ts';
import { EXPLANATIONS } from './explanations.ts';
import { COLLECTIONS, type Collection, idIn, jobIdOf, numberIn } from './names.ts';
import { Named } from './objects.ts';

export type Sent = z.infer<typeof Named>;

/** No job is tried more often; more numbers are those of a server that has every name. */
const MOST_NUMBERS = 50;
const PAGE = '200';
const MOST_JOBS = 2000;

const Page = z.looseObject({ nextPageToken: z.catch(z.nullish(z.string()), undefined) });

/** Where the jobs of a collection are. */
export const jobsPath = ({ account }: Calls, collection: Collection, id?: string, verb = ''): string =>
  `/accounts/${segment(account)}/${collection}${id === undefined ? '' : `/${segment(id)}`}${verb}`;

/** The job of this ID in this collection; undefined where there is none. */
export const jobAt = (calls: Calls, collection: Collection, id: string, signal: AbortSignal): Promise<Sent | undefined> =>
  calls.ask(Named, { method: 'GET', path: jobsPath(calls, collection, id), signal }).catch(unlessMissing);

/** The jobs of a collection, in pages. Those that cannot be read are left out. */
export async function* listedIn(calls: Calls, collection: Collection, context: CallContext): AsyncGenerator<readonly Sent[]> {
  const seen = new Set<string>();
  let token = '';
  for (;;) {
    const query = { pageSize: PAGE, ...(token === '' ? {} : { pageToken: token }) };
    const read = () => calls.ask(Page, { method: 'GET', path: jobsPath(calls, collection), query, signal: context.signal });
    const page = await context.attempt('read', read);
    const items = page[collection];
    const sent = (Array.isArray(items) ? items : []).flatMap((item: unknown) => {
      const one = z.safeParse(Named, item);
      return one.success ? [one.data] : [];
    });
    if (sent.length > 0) yield sent;
    const next = page.nextPageToken ?? '';
    // A token that was there before leads in circles.
    if (next === '' || seen.has(next)) return;
    seen.add(next);
    token = next;
  }
}

/** What one client knows of the numbers that are given away. */
export class Numbers {
  /** The highest number under which a job was seen, by fingerprint. */
  readonly #seen = new Map<string, number>();
  /** The highest number that is taken, and whose job is not to be seen. */
  readonly #taken = new Map<string, number>();

  /** The lowest number that nobody is known to have. */
  next(fingerprint: string): number {
    return Math.max(this.#seen.get(fingerprint) ?? 0, this.#taken.get(fingerprint) ?? 0) + 1;
  }

  /** Whether the platform has said before that a number is taken by a job that cannot be seen. */
  hasTaken(fingerprint: string): boolean {
    return this.#taken.has(fingerprint);
  }

  saw(fingerprint: string, number: number): void {
    this.#seen.set(fingerprint, Math.max(this.#seen.get(fingerprint) ?? 0, number));
  }

  isTaken(fingerprint: string, number: number): void {
    this.#taken.set(fingerprint, Math.max(this.#taken.get(fingerprint) ?? 0, number));
  }

  known(fingerprint: string): number {
    return this.next(fingerprint) - 1;
  }
}

/**
 * The jobs with this fingerprint: asked for by their IDs, one number after the other up to the first that
 * nobody has; then, unless one of them may be gone on with, looked for in the lists, since a job with a lower
 * number may have been deleted.
 */
export async function jobsWith(
  fingerprint: string,
  numbers: Numbers,
  goesOn: (sent: Sent) => boolean,
  calls: Calls,
  context: CallContext,
): Promise<readonly Sent[]> {
  const found = new Map<string, Sent>();
  const note = (sent: Sent, number: number) => {
    found.set(sent.name, sent);
    numbers.saw(fingerprint, number);
  };
  for (let number = 1; number <= MOST_NUMBERS; number += 1) {
    const id = jobIdOf(fingerprint, number);
    const at = (collection: Collection) => context.attempt('read', () => jobAt(calls, collection, id, context.signal));
    const jobs = (await Promise.all(COLLECTIONS.map(at))).filter((job) => job !== undefined);
    for (const job of jobs) note(job, number);
    if (jobs.length === 0 && number > numbers.known(fingerprint)) break;
  }
  if ([...found.values()].some(goesOn)) return [...found.values()];
  for (const collection of COLLECTIONS) {
    let seen = 0;
    for await (const page of listedIn(calls, collection, context)) {
      for (const sent of page) {
        const number = numberIn(idIn(sent.name), fingerprint);
        if (number === undefined || found.has(sent.name)) continue;
        const look = () => jobAt(calls, collection, idIn(sent.name), context.signal);
        const now = await context.attempt('read', look);
        if (now !== undefined) note(now, number);
      }
      seen += page.length;
      if (seen < MOST_JOBS) continue;
      context.say(`Looked through ${seen} jobs in the list; a job whose ID has no gap before it is found without it.`);
      break;
    }
  }
  return [...found.values()];
}

/** Whether a refusal says that the ID is given away. */
export const isTakenAnswer = (error: unknown): boolean => error instanceof ProviderError && error.facts.status === 409;

/** What a failed creation says: some servers redirect to what they have created, or pass a refusal on. */
export function ofCreation(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error;
  if ([301, 302, 303].includes(error.facts.status ?? 0)) return failure({ ...error.facts, fate: 'unknown', kind: undefined });
  const facts = creationFacts(error.facts);
  return facts === error.facts ? error : failure(facts, EXPLANATIONS, error);
}

/** A taken ID whose job is not to be seen proves nothing about the job that was asked for. */
export function unseen(id: string, call: string): ProviderError {
  const detail = `the ID ${id} is taken, and its job is not to be seen: it was deleted, or another run has just asked for it`;
  return failure({ call, fate: 'unknown', status: 409, detail });
}
