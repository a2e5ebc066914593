/** GitHub's API under the token of a run: patient, but not for long. */
import { setTimeout as sleep } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import * as z from 'zod/mini';
import { bounded, readJson } from '../answer-body.ts';
import { ActionError } from '../errors.ts';
import type { RunContext } from '../ports.ts';
import { pauseBefore, statusOf } from './github-refusal.ts';

/** How long one request may take, in milliseconds: a server that is silent stops nobody. */
const REQUEST = 15_000;

/** Who writes with the token that a workflow is given. */
const WORKFLOW = 'github-actions[bot]';

const Viewer = z.object({ viewer: z.object({ login: z.string() }) });

type Octokit = ReturnType<typeof getOctokit>;

/** A repository on GitHub, and who asks. */
export interface GitHub {
  readonly octokit: Octokit;
  readonly place: { readonly owner: string; readonly repo: string };
  /** Who writes with the token: a user, an app's bot, or the workflow's own. */
  readonly login: (signal: AbortSignal) => Promise<string>;
}

/** A renamed repository answers with one redirect, to the same server. */
const REDIRECTS = 3;
/** A page of comments of 65,536 characters each. In bytes. */
const LARGEST_PAGE = 32 * 1024 * 1024;

/** A file comes as a stream, and whoever saves it knows its size. */
const isFile = (init: RequestInit) => new Headers(init.headers).get('accept')?.includes('.raw') === true;

/** The same answer, as flat and as small as anybody sends one: its client parses whatever comes. */
async function readable(response: Response): Promise<Response> {
  const { ok, status, statusText, headers } = response;
  if (!ok || !/json/.test(headers.get('content-type') ?? '')) return response;
  const text = await response.text();
  const value = readJson(text);
  return new Response(value === undefined ? text : JSON.stringify(value), { status, statusText, headers });
}

/** A request whose redirects stay on their server: neither the token nor what is written goes elsewhere. */
async function fetchFromOrigin(address: string, init: RequestInit, left = REDIRECTS): Promise<Response> {
  const response = await fetch(address, { ...init, redirect: 'manual' });
  const location = response.headers.get('location');
  if (response.status < 301 || response.status > 308 || location === null)
    return response.ok && isFile(init) ? response : readable(await bounded(response, LARGEST_PAGE));
  await response.body?.cancel();
  const target = new URL(location, address);
  if (target.origin !== new URL(address).origin)
    throw new ActionError(`GitHub redirects to another server (${target.origin}), which is not followed.`);
  if (left === 0) throw new ActionError('GitHub redirects again and again.');
  return fetchFromOrigin(target.href, init, left - 1);
}

/** GitHub under this run's token. Each request is repeated, shortly and a few times, where that may help. */
export function gitHubOf({ apiUrl, repository }: RunContext, token: string): GitHub {
  const [owner = '', repo = ''] = repository.split('/');
  // Its own fetch would go past the proxies' dispatcher.
  const octokit = getOctokit(token, { baseUrl: apiUrl, request: { fetch: fetchFromOrigin } });
  octokit.hook.wrap('request', async (request, options) => {
    const { signal } = options.request ?? {};
    for (let attempt = 1; ; attempt += 1) {
      const limit = new AbortController();
      // It ends with the answer: a body that is streamed may take its time.
      const timer = setTimeout(() => limit.abort(new DOMException('GitHub does not answer.', 'TimeoutError')), REQUEST);
      try {
        // The client's own hooks take these options as they are bound to them, not as they are passed on.
        options.request = {
          ...options.request,
          signal: AbortSignal.any([limit.signal, ...(signal === undefined ? [] : [signal])]),
        };
        return await request(options);
      } catch (error) {
        const pause = pauseBefore(error, attempt, options.method !== 'POST');
        // What a silent server was asked is not asked again: a run waits for several answers in turn.
        if (pause === undefined || limit.signal.aborted || signal?.aborted) throw error;
        await sleep(pause, undefined, { signal }).catch(() => {
          throw error;
        });
      } finally {
        clearTimeout(timer);
      }
    }
  });
  let known: Promise<string> | undefined;
  async function login(signal: AbortSignal): Promise<string> {
    const request = { signal };
    // An installation's token has no user; only here it learns which app it belongs to.
    const viewer = async () => Viewer.parse(await octokit.graphql('{ viewer { login } }', { request })).viewer.login;
    const bot = () => viewer().catch(() => WORKFLOW);
    if (token.startsWith('ghs_')) return bot();
    try {
      return (await octokit.rest.users.getAuthenticated({ request })).data.login;
    } catch (error) {
      const status = statusOf(error);
      if (status === 401 || status === 403 || status === 404) return bot();
      known = undefined;
      throw error;
    }
  }
  return {
    octokit,
    place: { owner, repo },
    login: (signal) => {
      known ??= login(signal);
      return known;
    },
  };
}
