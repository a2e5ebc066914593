/** Whose content a step reads, and what of it becomes an address. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readContext } from '../src/adapters/context.ts';
import { PLATFORMS } from '../src/providers/registry.ts';
import { untrustedContent } from '../src/run/untrusted-event.ts';
import { newFolder } from './support/action.ts';
import { wireServer } from './support/wire.ts';
import { bench, closeBenches, page } from './support/work.ts';

const OWN = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);

function contextOf(event: string, head: string | undefined) {
  const workspace = newFolder();
  mkdirSync(path.join(workspace, '.git'));
  if (head !== undefined) writeFileSync(path.join(workspace, '.git', 'HEAD'), `${head}\n`);
  return readContext({ GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: 'a/b', GITHUB_SHA: OWN, GITHUB_WORKSPACE: workspace });
}

describe.each(['issue_comment', 'check_run', 'check_suite'])('on %s', (event) => {
  test("a checkout of something else is refused with the workflow's secrets", () => {
    const context = contextOf(event, OTHER);
    expect(context.fork).toBe(true);
    expect(untrustedContent(context, false)).toMatch(new RegExp(`${event} .*allow_untrusted_data`));
    expect(untrustedContent(context, true)).toBeUndefined();
  });
  test.each([OWN, undefined])('a checkout of the commit of the event is used', (head) => {
    expect(untrustedContent(contextOf(event, head), false)).toBeUndefined();
  });
});

test.each(['push', 'workflow_dispatch', 'schedule'])('on %s any checkout is the choice of the author', (event) => {
  expect(untrustedContent(contextOf(event, OTHER), false)).toBeUndefined();
});

test.each(['', '.', '..', 'x'.repeat(1_000_000)])('an ID that is no part of an address is refused', async (id) => {
  const work = await bench(() => page([]));
  const { wire } = work;
  const asked = await Promise.allSettled([
    (async () => wire.retrieveJob(id))(),
    (async () => wire.cancelJob(id))(),
    (async () => wire.deleteFile(id))(),
    (async () => wire.fileContent(id))(),
  ]);
  for (const outcome of asked) expect(String(outcome.status === 'rejected' && outcome.reason)).toMatch(/is no ID/);
  expect(work.calls()).toEqual([]);
  await closeBenches();
});

const SERVERS = PLATFORMS.filter(({ profile }) => !profile.embedded).map(
  (platform) => [platform.profile.name, platform] as const,
);
test.each(SERVERS)('%s asks nothing for an ID that leads to another address', async (_, platform) => {
  const server = await wireServer(() => page([]));
  const credential = { kind: 'key', key: 'k' } as const;
  const address = { baseUrl: server.url, credential, organization: undefined, project: undefined };
  const provider = await platform.open(address, { identityToken: async () => '', mask: () => undefined });
  for (const id of ['', '.', '..', 'x'.repeat(3000)])
    for (const verb of ['look', 'cancel'] as const)
      await expect((async () => provider[verb](id, AbortSignal.timeout(60_000)))()).rejects.toThrow('is no ID');
  expect(server.seen).toEqual([]);
  await server.close();
});
