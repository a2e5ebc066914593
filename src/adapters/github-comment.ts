/**
 * The one comment of a step on a pull request: found by its marker, updated in place, and only where it is
 * our own.
 */
import { ActionError } from '../errors.ts';
import type { GitHub } from './github-client.ts';
import { isFinal, statusOf } from './github-refusal.ts';

const PAGES = 30;
const PER_PAGE = 100;

type Outcome = 'kept' | 'too long' | 'gone' | 'refused';

interface Found {
  readonly id: number;
  readonly body: string;
}

/**
 * Whether GitHub refuses the body itself; it takes no more than so many characters, and says how many in no
 * constant way.
 */
function isTooLong(error: unknown): boolean {
  const status = statusOf(error);
  return status === 413 || status === 422;
}

/** What GitHub's refusal of an update means; anything else is thrown. */
function outcomeOf(error: unknown): Outcome {
  const status = statusOf(error);
  if (isTooLong(error)) return 'too long';
  if (status === 404 || status === 410) return 'gone';
  if (status === 403 && isFinal(error)) return 'refused';
  throw error;
}

/**
 * Whether a comment begins with the marker, as none does that quotes one: what quotes puts a sign before each
 * line, or words of its own before all.
 */
function beginsWith(marker: string, body: string): boolean {
  return body === marker || (body.startsWith(marker) && /^\r?\n/.test(body.slice(marker.length)));
}

interface Author {
  readonly user?: { readonly login?: string } | null;
  readonly performed_via_github_app?: { readonly slug?: string } | null;
}

/** Whether this login wrote it, by itself: an app that acts for a user signs with the user's name. */
function isBy(login: string, { user, performed_via_github_app: app }: Author): boolean {
  return user?.login === login && (app == null || login === `${app.slug}[bot]`);
}

/**
 * Keeps the comment of one step.
 * @returns a function that gives the comment this body, and creates it where there is none
 */
export function commentKeeper({ octokit, place, login }: GitHub, issue: number) {
  const { issues } = octokit.rest;
  /** The comment that this step has written to before. */
  let known: number | undefined;

  /** Our own comments with this marker, the oldest first. */
  async function find(marker: string, signal: AbortSignal): Promise<readonly Found[]> {
    const found: Found[] = [];
    const author = await login(signal);
    for (let page = 1; page <= PAGES; page += 1) {
      const { data } = await issues.listComments({
        ...place,
        issue_number: issue,
        per_page: PER_PAGE,
        page,
        request: { signal },
      });
      for (const { id, body = '', ...by } of data) if (isBy(author, by) && beginsWith(marker, body)) found.push({ id, body });
      if (data.length < PER_PAGE) break;
    }
    return found.sort((left, right) => left.id - right.id);
  }

  async function update(id: number, body: string, signal: AbortSignal): Promise<Outcome> {
    try {
      await issues.updateComment({ ...place, comment_id: id, body, request: { signal } });
      return 'kept';
    } catch (error) {
      return outcomeOf(error);
    }
  }

  /** Writes to the first of some comments that takes it; the others, which a race left, go. */
  async function updateFirst(found: readonly Found[], body: string, signal: AbortSignal): Promise<Outcome> {
    for (const [index, comment] of found.entries()) {
      const outcome = comment.body === body ? 'kept' : await update(comment.id, body, signal);
      if (outcome === 'too long') return outcome;
      if (outcome !== 'kept') continue;
      known = comment.id;
      for (const other of found.slice(index + 1))
        await issues.deleteComment({ ...place, comment_id: other.id, request: { signal } }).catch(() => undefined);
      return outcome;
    }
    return 'gone';
  }

  async function create(marker: string, body: string, signal: AbortSignal): Promise<Outcome> {
    let created: unknown;
    try {
      const { data } = await issues.createComment({ ...place, issue_number: issue, body, request: { signal } });
      created = data.id;
    } catch (error) {
      if (isTooLong(error)) return 'too long';
      // No answer, or a server's failure: perhaps it was created all the same.
      if (isFinal(error) || (await find(marker, signal)).length === 0) throw error;
    }
    // A run that races with this one may have created one too: both see the oldest, and keep that one.
    const outcome = await updateFirst(await find(marker, signal), body, signal);
    if (outcome !== 'gone' || typeof created !== 'number') return outcome;
    // A list may lag behind.
    known = created;
    return 'kept';
  }

  return async (marker: string, body: string, signal: AbortSignal): Promise<'kept' | 'too long'> => {
    const direct = known === undefined ? 'gone' : await update(known, body, signal);
    if (direct === 'kept' || direct === 'too long') return direct;
    known = undefined;
    const updated = await updateFirst(await find(marker, signal), body, signal);
    const outcome = updated === 'gone' ? await create(marker, body, signal) : updated;
    if (outcome !== 'gone') return outcome === 'too long' ? outcome : 'kept';
    throw new ActionError('GitHub took it, but does not have it.');
  };
}
