/**
 * Local files, read only where the step may read: the workspace, RUNNER_TEMP, and the folders that
 * `allow_paths` names.
 */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { ActionError } from '../errors.ts';
import type { Files } from '../ports.ts';
import { mkdtemp, type OpenFile, open, realpath, stat, writeFile } from './file-calls.ts';

export interface FilesOptions {
  /** Absolute; paths that a user writes are relative to it. */
  readonly workspace: string;
  /** Absolute; the step's own files go below it. */
  readonly temp: string;
  readonly allowPaths: readonly string[];
  /** The workspace holds content of a fork, whose links are not to be trusted. */
  readonly fork: boolean;
  /** Takes secrets out of what is written for others to read. */
  readonly redact: (text: string) => string;
}

const CHUNK = 1024 * 1024;
/** A vocabulary is the largest text that is read as a whole. In bytes. */
const LARGEST_TEXT = 64 * 1024 * 1024;

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative);
}

/** @returns the folder with its links resolved, or undefined when there is none. */
async function realFolder(folder: string): Promise<string | undefined> {
  return realpath(folder).catch(() => undefined);
}

/** Two buffers in turn: one to look at, one to read into. */
function turning(): () => Uint8Array {
  const buffers = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)] as const;
  let turn = 0;
  return () => {
    turn += 1;
    return buffers[turn % 2] ?? buffers[0];
  };
}

/** Files under the rules of this step. */
export function localFiles(options: FilesOptions): Files {
  const { workspace, temp, allowPaths, fork, redact } = options;
  const absolute = (given: string) => path.resolve(workspace, given);

  let folders: Promise<readonly (string | undefined)[]> | undefined;

  /** The real path of a regular file that may be read. */
  async function resolve(given: string): Promise<string> {
    const asked = absolute(given);
    const real = await realpath(asked).catch(() => undefined);
    if (real === undefined)
      throw new ActionError(
        `There is no file ${given}. Paths are relative to the workspace; check its spelling and the checkout.`,
      );
    folders ??= Promise.all([workspace, temp, ...allowPaths.map(absolute)].map(realFolder));
    const roots = await folders;
    const [realWorkspace] = roots;
    const inWorkspace = realWorkspace !== undefined && isInside(realWorkspace, real);
    if (fork && isInside(workspace, asked) && !inWorkspace) {
      throw new ActionError(
        `${given} is a link that leaves the workspace; with a fork's content it is not followed. Commit the file itself.`,
      );
    }
    if (!roots.some((root) => root !== undefined && isInside(root, real))) {
      throw new ActionError(
        `${given} lies outside the workspace and RUNNER_TEMP. Name its folder in the input allow_paths if it is meant to be read.`,
      );
    }
    // .git holds the checkout's own token.
    if (inWorkspace && path.relative(realWorkspace, real).split(path.sep).includes('.git')) {
      throw new ActionError(`${given} lies in the .git folder, which is never read as data. Give the path of the data file.`);
    }
    const facts = await stat(real);
    if (!facts.isFile())
      throw new ActionError(
        `${given} is ${facts.isDirectory() ? 'a folder' : 'no regular file'}. Give a file, or a glob such as ${given}/*.jsonl.`,
      );
    return real;
  }

  let reportFolder: Promise<string> | undefined;

  return {
    async exists(given) {
      const facts = await stat(absolute(given)).catch(() => undefined);
      return facts?.isFile() ?? false;
    },
    async identity(given) {
      return realpath(absolute(given)).catch(() => absolute(given));
    },
    async glob(pattern) {
      const { globbed } = await import('./globber.ts');
      const found = await globbed(workspace, pattern);
      return [...found].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
    },
    async readText(given, most = LARGEST_TEXT) {
      const chunks: Buffer[] = [];
      // One byte more shows that there are more.
      for await (const chunk of createReadStream(await resolve(given), { end: most })) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      if (bytes.length > most)
        throw new ActionError(
          `${given} is larger than ${Math.round(most / 1024 / 1024)} MiB, which is the most that is read of it.`,
        );
      return bytes.toString('utf8');
    },
    async size(given) {
      return (await stat(await resolve(given))).size;
    },
    async *read(given) {
      yield* createReadStream(await resolve(given), { highWaterMark: CHUNK });
    },
    async *scan(given, take = turning()) {
      const file = await open(await resolve(given));
      let reading: ReturnType<typeof file.read> | undefined;
      try {
        reading = file.read(take());
        for (;;) {
          const { bytesRead, buffer } = await reading;
          if (bytesRead === 0) return;
          reading = file.read(take());
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        // Who stops early leaves a read under way.
        await reading?.catch(() => undefined);
        await file.close();
      }
    },
    ranges() {
      const opened = new Map<string, Promise<OpenFile>>();
      const readRange = async (
        given: string,
        offset: number,
        length: number,
        into: Uint8Array = Buffer.allocUnsafeSlow(length),
      ) => {
        const opening = opened.get(given) ?? resolve(given).then((real) => open(real));
        opened.set(given, opening);
        const { bytesRead, buffer } = await (await opening).read(into, length, offset);
        return buffer.subarray(0, bytesRead);
      };
      const close = async () => {
        const all = [...opened.values()];
        opened.clear();
        await Promise.all(all.map(async (opening) => (await opening.catch(() => undefined))?.close()));
      };
      return Object.assign(readRange, { close });
    },
    async writeReport(name, content) {
      reportFolder ??= mkdtemp(path.join(temp, 'fine-tune-report-'));
      const file = path.join(await reportFolder, redact(name));
      await writeFile(file, redact(content));
      return file;
    },
  };
}
