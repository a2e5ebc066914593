/** The side of a process in the time of a story; story-time.ts says what that is. Preloaded by `node --import`; STORY_TIME is `port token milliseconds`. */
import diagnostics from 'node:diagnostics_channel';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { createInterface } from 'node:readline';
import timersPromises from 'node:timers/promises';
import threads from 'node:worker_threads';

/** What the process does by itself until it is done; all else that it can wait for is a timer or a request. */
const WORK = /^(FSReq|CloseReq|Process|GetAddrInfo|GetNameInfo)/;

// A thread computes; it has the machine's time, and the process is at work as long as it lives.
if (threads.isMainThread) takePart();

function takePart() {
  const [port, token, start] = (process.env.STORY_TIME ?? '').split(' ');
  const real = {
    setTimeout: globalThis.setTimeout,
    setImmediate: globalThis.setImmediate,
    clearTimeout: globalThis.clearTimeout,
  };
  let now = Number(start);
  let made = 0;
  /** Timers that run, in the order in which they were made. */
  const pending = new Map();
  /** Requests that are not over, by number. */
  const open = new Map();
  let threadsAlive = 0;
  let firing = false;
  let looking = false;
  const questions = [];

  const socket = net.connect(Number(port), '127.0.0.1');
  socket.setNoDelay(true);
  const say = (message) => socket.write(`${JSON.stringify(message)}\n`);
  say({ hello: token });
  // Only a timer that keeps its process alive keeps this connection, which lets it fire.
  const hold = () => ([...pending.values()].some((timer) => timer.hasRef()) ? socket.ref() : socket.unref());

  const working = () => firing || threadsAlive > 0 || process.getActiveResourcesInfo().some((name) => WORK.test(name));
  const next = () => pending.values().reduce((least, { due }) => Math.min(least, due), Number.POSITIVE_INFINITY);
  function state(waits) {
    const due = next();
    return { open: [...open.values()], next: Number.isFinite(due) ? due : null, waits };
  }

  /** Says what the process waits for as soon as it does nothing but wait: two turns later nothing is left of what woke it. */
  function look() {
    if (looking) return;
    looking = true;
    real.setImmediate(() =>
      real.setImmediate(() => {
        looking = false;
        if (working()) real.setTimeout(look, 2).unref();
        else say(state(true));
      }),
    );
  }

  function answer() {
    const question = questions.pop();
    questions.length = 0;
    if (question === undefined) return;
    const waits = !working() && !looking;
    say({ ...state(waits), answers: question });
    if (!waits) look();
  }

  /** Each timer in a turn of its own, as Node does it. */
  function fire() {
    const due = [...pending.values()].filter((timer) => timer.due <= now).sort((a, b) => a.due - b.due || a.number - b.number);
    firing = due.length > 0;
    if (!firing) return look();
    due[0].fire();
    return real.setImmediate(fire);
  }

  const lines = createInterface({ input: socket });
  // A time that is gone leaves nothing to wait for.
  lines.on('error', () => process.exit(70));
  lines.on('line', (line) => {
    const message = JSON.parse(line);
    if (message.now !== undefined) {
      now = message.now;
      fire();
    } else {
      questions.push(message.question);
      real.setImmediate(() => real.setImmediate(answer));
    }
  });
  socket.unref();

  class Timer {
    #run;
    #delay;
    #again;
    #ref = true;

    constructor(run, delay, again) {
      this.number = made += 1;
      this.#run = run;
      this.#delay = Math.max(1, Number(delay) || 0);
      this.#again = again;
      this.refresh();
    }

    refresh() {
      this.due = now + this.#delay;
      pending.set(this.number, this);
      hold();
      look();
      return this;
    }

    fire() {
      if (this.#again) this.due = now + this.#delay;
      else this.close();
      this.#run();
    }

    close() {
      pending.delete(this.number);
      hold();
      return this;
    }

    ref() {
      this.#ref = true;
      hold();
      return this;
    }

    unref() {
      this.#ref = false;
      hold();
      return this;
    }

    hasRef() {
      return this.#ref;
    }

    [Symbol.toPrimitive]() {
      return this.number;
    }

    [Symbol.dispose]() {
      this.close();
    }
  }

  const clear = (timer) => {
    if (timer instanceof Timer) timer.close();
    else if (typeof timer === 'number' || typeof timer === 'string') pending.get(Number(timer))?.close();
    else real.clearTimeout(timer);
  };
  Date.now = () => now;
  globalThis.setTimeout = (run, delay, ...rest) => new Timer(() => run(...rest), delay, false);
  globalThis.setInterval = (run, delay, ...rest) => new Timer(() => run(...rest), delay, true);
  globalThis.clearTimeout = clear;
  globalThis.clearInterval = clear;
  timersPromises.setTimeout = (delay, value, { signal, ref = true } = {}) =>
    new Promise((resolve, reject) => {
      const abort = () => reject(new DOMException('The operation was aborted', 'AbortError'));
      if (signal?.aborted) return abort();
      const timer = new Timer(
        () => {
          signal?.removeEventListener('abort', onAbort);
          resolve(value);
        },
        delay,
        false,
      );
      const onAbort = () => {
        timer.close();
        abort();
      };
      if (!ref) timer.unref();
      return signal?.addEventListener('abort', onAbort, { once: true });
    });
  AbortSignal.timeout = (delay) => {
    const controller = new AbortController();
    const end = () => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    new Timer(end, delay, false).unref();
    return controller.signal;
  };
  threads.Worker = class extends threads.Worker {
    constructor(...given) {
      super(...given);
      threadsAlive += 1;
      this.once('exit', () => {
        threadsAlive -= 1;
        look();
      });
    }
  };
  syncBuiltinESMExports();

  let sent = 0;
  const over = ({ request }) => {
    if (open.delete(request)) look();
  };
  diagnostics.subscribe('undici:request:create', ({ request }) => {
    sent += 1;
    const number = `${token}-${sent}`;
    open.set(request, number);
    request.addHeader('x-story-request', number);
    look();
  });
  diagnostics.subscribe('undici:request:trailers', over);
  diagnostics.subscribe('undici:request:error', over);
}
