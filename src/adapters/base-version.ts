/**
 * The repository at a commit: what the checkout has of it is read by git, the rest comes from GitHub's API.
 * Files are streamed to the step's temp folder.
 */
import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { ActionError } from '../errors.ts';
import type { BaseVersion, RunContext } from '../ports.ts';
import type { GitHub } from './github-client.ts';

const run = promisify(execFile);
/** GitHub's own limit for the raw form of a file. In bytes. */
const LARGEST = 100_000_000;
/** A list of so many bytes names about a million files. */
const LONGEST_LIST = 256 * 1024 * 1024;
/** A link may lead to a link, so often. */
const LINKS = 5;
const LINK = '120000';
const FILE = /^100/;
/** `<mode> <type> <object> <size>\t<path>`, as `git ls-tree -l` has it. */
const ENTRY = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/;

interface Entry {
  readonly mode: string;
  readonly object: string;
  readonly bytes: number | undefined;
}

type Tree = ReadonlyMap<string, Entry>;

/**
 * How git is called. The folder is named, so that no other one is taken for a repository, and nothing is
 * fetched: what a checkout of foreign content has in its configuration, or lacks in its objects, starts no
 * program. Large objects are streamed.
 */
function gitArguments(workspace: string, args: readonly string[]) {
  return {
    args: [`--git-dir=${path.join(workspace, '.git')}`, '-c', 'core.bigFileThreshold=1m', ...args],
    env: { ...process.env, GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  };
}

async function treeByGit(workspace: string, commit: string, signal: AbortSignal): Promise<Tree> {
  const { args, env } = gitArguments(workspace, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
  const { stdout } = await run('git', args, { env, signal, maxBuffer: LONGEST_LIST });
  return new Map(
    stdout.split('\0').flatMap((line) => {
      const [, mode = '', type, object = '', size, name = ''] = ENTRY.exec(line) ?? [];
      return type === 'blob' ? [[name, { mode, object, bytes: size === '-' ? undefined : Number(size) }] as const] : [];
    }),
  );
}

async function treeByApi({ octokit, place }: GitHub, commit: string, signal: AbortSignal): Promise<Tree> {
  const { data } = await octokit.rest.git.getTree({ ...place, tree_sha: commit, recursive: 'true', request: { signal } });
  if (data.truncated)
    throw new ActionError(
      'the repository has more files than GitHub lists at once; with fetch-depth: 2 in actions/checkout it is read from the checkout',
    );
  const entries = data.tree.flatMap(({ path: name, type, mode, sha, size }) =>
    type === 'blob' ? [[name, { mode, object: sha, bytes: size }] as const] : [],
  );
  return new Map(entries);
}

async function copyByGit(workspace: string, { object }: Entry, file: string, signal: AbortSignal): Promise<void> {
  const { args, env } = gitArguments(workspace, ['cat-file', 'blob', object]);
  const handle = await open(file, 'w');
  try {
    // It writes to the file itself: what goes through this process takes longer.
    const git = spawn('git', args, { env, signal, stdio: ['ignore', handle.fd, 'ignore'] });
    await new Promise<void>((resolve, reject) => {
      git.on('error', reject);
      git.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`git ended with ${code}`))));
    });
  } finally {
    await handle.close();
  }
}

/** The same pieces, as long as they are no more than was promised. */
async function* atMost(bytes: number, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of pieces) {
    read += piece.length;
    if (read > bytes) throw new ActionError(`it has more than the ${bytes} bytes that GitHub says`);
    yield piece;
  }
}

async function copyByApi({ octokit, place }: GitHub, { object, bytes }: Entry, file: string, signal: AbortSignal): Promise<void> {
  if ((bytes ?? 0) > LARGEST)
    throw new ActionError(
      `it has ${bytes} bytes, and GitHub's API gives files of at most ${LARGEST}; with fetch-depth: 2 in actions/checkout it is read from the checkout`,
    );
  const response = await octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
    ...place,
    file_sha: object,
    mediaType: { format: 'raw' },
    request: { signal, parseSuccessResponseBody: false },
  });
  const body: unknown = response.data;
  if (body instanceof ReadableStream)
    await pipeline(Readable.fromWeb(body), (pieces) => atMost(bytes ?? LARGEST, pieces), createWriteStream(file), { signal });
  else await pipeline(Readable.from([]), createWriteStream(file));
}

/** The repository at a commit. */
export function baseVersion(github: GitHub, { workspace, temp }: RunContext, commit: string, signal: AbortSignal): BaseVersion {
  let listed: Promise<Tree> | undefined;
  let folder: Promise<string> | undefined;
  let copies = 0;
  const tree = () => {
    listed ??= treeByGit(workspace, commit, signal).catch(() => treeByApi(github, commit, signal));
    return listed;
  };
  async function fetch(entry: Entry): Promise<string> {
    folder ??= mkdtemp(path.join(temp, 'fine-tune-base-'));
    copies += 1;
    const file = path.join(await folder, `${copies}.jsonl`);
    const whole = async () => entry.bytes === undefined || (await stat(file)).size === entry.bytes;
    const byGit = await copyByGit(workspace, entry, file, signal).then(whole, () => false);
    if (byGit) return file;
    signal.throwIfAborted();
    await copyByApi(github, entry, file, signal);
    if (!(await whole())) throw new ActionError(`of its ${entry.bytes} bytes only a part could be read`);
    return file;
  }
  return {
    commit,
    async files() {
      return [...(await tree())].flatMap(([name, { mode, bytes }]) =>
        FILE.test(mode) || mode === LINK ? [{ path: name, bytes: mode === LINK ? undefined : bytes }] : [],
      );
    },
    async copy(asked) {
      const all = await tree();
      let name = asked;
      for (let link = 0; link <= LINKS; link += 1) {
        const entry = all.get(name);
        if (entry === undefined) break;
        if (entry.mode !== LINK) return fetch(entry);
        name = path.posix.join(path.posix.dirname(name), await readFile(await fetch(entry), 'utf8'));
      }
      throw new ActionError(`${asked} is a link that leads to no file of the repository`);
    },
    async close() {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    },
  };
}
