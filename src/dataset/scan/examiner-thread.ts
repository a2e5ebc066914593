/** A second thread that examines chunks: the same bundled entry, started with a role. */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { ActionError } from '../../errors.ts';
import { examinerOf } from './examine.ts';
import type { Examined, ExamineSettings, Lines } from './examined.ts';
import type { ReadBuffers } from './read-buffers.ts';
import { loadRowKernel } from './row-kernel.ts';

interface Start {
  readonly role: 'dataset-examiner';
  readonly settings: ExamineSettings;
  readonly memory: ArrayBufferLike;
  readonly seen: ArrayBufferLike;
  readonly returned: Int32Array<SharedArrayBuffer>;
}

/** Where in the memory a chunk lies. */
interface Request extends Omit<Lines, 'bytes'> {
  readonly from: number;
  readonly size: number;
}

/** Whether this thread was started to examine chunks. */
function isExaminer(data: unknown): data is Start {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === 'dataset-examiner';
}

/** Serves this thread's starter. */
export async function serveExaminer(): Promise<void> {
  if (!isExaminer(workerData) || parentPort === null) throw new Error('This thread was not started as an examiner.');
  const port = parentPort;
  const { settings, memory, seen, returned } = workerData;
  const examiner = await examinerOf(settings, seen, () => loadRowKernel(settings));
  const examine = ({ from, size, ...lines }: Request) => {
    const examined = examiner.examine({ ...lines, bytes: new Uint8Array(memory, from, size) });
    Atomics.add(returned, 0, 1);
    port.postMessage(examined, [examined.readable.buffer, examined.lineHashes.buffer]);
  };
  // Each in a turn of its own: messages that wait are handled one after the other, and the end of a garbage
  // collection would wait for the last of them.
  port.on('message', (request: Request) => setImmediate(examine, request));
}

/** Another thread at work. */
export interface Helper {
  /** Lends it a chunk that lies in the buffers. */
  examine(lines: Lines): Promise<Examined>;
  close(): Promise<void>;
}

/** What the thread may use for new objects, in MB. */
const YOUNG = 12;

interface Waiting {
  readonly resolve: (examined: Examined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Starts a second thread.
 * @param entry the file to start it with, which comes to `serveExaminer`
 */
export function startHelper(entry: string, settings: ExamineSettings, buffers: ReadBuffers, seen: ArrayBufferLike): Helper {
  const { memory, returned } = buffers;
  const start: Start = { role: 'dataset-examiner', settings, memory, seen, returned };
  // Rows live shortly; more room for them would take memory and no less time.
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG };
  const worker = new Worker(entry, { argv: [start.role], workerData: start, resourceLimits });
  const waiting: Waiting[] = [];
  worker.on('message', (examined: Examined) => waiting.shift()?.resolve(examined));
  const fail = (error: unknown) => {
    for (const one of waiting.splice(0)) one.reject(error);
  };
  // What crosses a thread keeps its name and its words, and not its class.
  worker.on('error', (error) =>
    fail(Error.isError(error) && error.name === 'ActionError' ? new ActionError(error.message) : error),
  );
  worker.on('exit', () => fail(new Error('The thread that checks the data ended early.')));
  return {
    examine({ bytes, ...lines }) {
      buffers.lend(bytes);
      const request: Request = { ...lines, from: bytes.byteOffset, size: bytes.length };
      worker.postMessage(request);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
