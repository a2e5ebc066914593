/**
 * A slow way to a server: TCP on loopback, each direction of each connection with its own delay and its own
 * bytes a second, as over a long distance. How many connections there are costs nothing.
 */
import { connect, createServer, type Socket } from 'node:net';

export interface Distance {
  /** One way, in milliseconds. */
  readonly delay: number;
  readonly bytesPerSecond: number;
}

export interface Link {
  readonly port: number;
  close(): Promise<void>;
}

/** Hands on what comes, late and no faster than allowed. What is under way is bounded, as a TCP window is. */
function carry(from: Socket, to: Socket, { delay, bytesPerSecond }: Distance): void {
  const window = bytesPerSecond * ((2 * delay) / 1000) + 65_536;
  const waiting: { readonly chunk: Buffer; readonly at: number }[] = [];
  let bytes = 0;
  let free = 0;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const deliver = () => {
    timer = undefined;
    const now = performance.now();
    for (let next = waiting[0]; next !== undefined && next.at <= now; next = waiting[0]) {
      waiting.shift();
      bytes -= next.chunk.length;
      to.write(next.chunk);
    }
    if (bytes < window && from.isPaused()) from.resume();
    if (waiting[0] !== undefined) timer = setTimeout(deliver, Math.max(1, waiting[0].at - performance.now()));
    else if (ended) to.end();
  };
  from.on('data', (chunk: Buffer) => {
    free = Math.max(free, performance.now()) + (chunk.length / bytesPerSecond) * 1000;
    waiting.push({ chunk, at: free + delay });
    bytes += chunk.length;
    if (bytes >= window) from.pause();
    timer ??= setTimeout(deliver, delay);
  });
  from.on('end', () => {
    ended = true;
    if (timer === undefined) to.end();
  });
  from.on('error', () => to.destroy());
  from.on('close', (failed) => {
    if (!failed) return;
    clearTimeout(timer);
    to.destroy();
  });
}

/** A link to a port of this machine. */
export async function linkTo(port: number, distance: Distance): Promise<Link> {
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    near.setNoDelay();
    far.setNoDelay();
    carry(near, far, distance);
    carry(far, near, distance);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
