/** A second thread that examines chunks: the same bundled entry, started with a role. */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Examined, type ExamineSettings, examinerOf, type Lines } from './examine.ts';

interface Start {
  readonly role: 'dataset-examiner';
  readonly settings: ExamineSettings;
  /** How many chunks are examined, in memory that both threads see: a busy thread learns it without reading its messages. */
  readonly done: Int32Array<SharedArrayBuffer>;
}

/** A chunk as it goes to the thread. Its memory comes back with the reply, to be filled again. */
interface Request extends Omit<Lines, 'bytes'> {
  readonly memory: ArrayBuffer;
  /** How many bytes of the memory are the chunk's. */
  readonly size: number;
}

interface Reply {
  readonly examined: Examined;
  readonly memory: ArrayBuffer;
}

/** Whether this thread was started to examine chunks. */
function isExaminer(data: unknown): data is Start {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === 'dataset-examiner';
}

/** Serves this thread's starter. */
export async function serveExaminer(): Promise<void> {
  if (!isExaminer(workerData) || parentPort === null) throw new Error('This thread was not started as an examiner.');
  const port = parentPort;
  const { settings, done } = workerData;
  const examiner = await examinerOf(settings);
  port.on('message', ({ memory, size, ...lines }: Request) => {
    const examined = examiner.examine({ ...lines, bytes: new Uint8Array(memory, 0, size) });
    const reply: Reply = { examined, memory };
    port.postMessage(reply, [examined.readable.buffer, memory]);
    Atomics.add(done, 0, 1);
  });
}

/** Most chunks fit into so many bytes. */
const ROOM = 1024 * 1024;

/** Another thread at work. */
export interface Helper {
  /** Chunks that it has not examined yet. */
  readonly pending: number;
  /** Hands a copy of a chunk over. */
  examine(lines: Lines): Promise<Examined>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (examined: Examined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Starts a second thread.
 * @param entry the file to start it with, which comes to `serveExaminer`
 */
export function startHelper(entry: string, settings: ExamineSettings): Helper {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const start: Start = { role: 'dataset-examiner', settings, done };
  let sent = 0;
  const worker = new Worker(entry, { argv: [start.role], workerData: start });
  const waiting: Waiting[] = [];
  const spare: ArrayBuffer[] = [];
  worker.on('message', ({ examined, memory }: Reply) => {
    spare.push(memory);
    waiting.shift()?.resolve(examined);
  });
  const fail = (error: unknown) => {
    for (const one of waiting.splice(0)) one.reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The thread that checks the data ended early.')));
  return {
    get pending() {
      return sent - Atomics.load(done, 0);
    },
    examine({ bytes, ...lines }) {
      sent += 1;
      const kept = spare.pop();
      const memory = kept !== undefined && kept.byteLength >= bytes.length ? kept : new ArrayBuffer(Math.max(bytes.length, ROOM));
      new Uint8Array(memory).set(bytes);
      const request: Request = { ...lines, memory, size: bytes.length };
      worker.postMessage(request, [memory]);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
