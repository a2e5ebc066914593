/**
 * Time that waits for work. A story with minutes of waiting must be told in seconds, and as well on a machine that is busy; so its time is not the machine's,
 * only faster, which would run away from a process that gets no turn. It stands still while anybody works, and jumps to the next timer once nobody does:
 *
 * - Each process of the story is preloaded with story-time.mjs, which puts its timers and its `Date.now` under this time and connects to it.
 * - A process says what it waits for: its next timer, and the requests that it sent and that are not over. One that reads a file, runs a thread or awaits a
 *   child process says nothing until that is done.
 * - A request is on its way until it is over, wherever it is: not sent yet, received, being answered, or not read yet. Only one that its server will never
 *   answer, and of which the server says so (`leaveUnanswered`), is no work.
 * - When all processes wait, each is asked again, so that what reached it meanwhile (a signal, an answer) is heard first. If nothing has changed, time jumps to
 *   the earliest timer of all, and to no later one.
 *
 * So the order of what happens in a story does not depend on how fast the machine is, and no wait takes real time.
 */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';

/** What a process waits for; `answers` is the question that it replies to. */
const State = z.object({
  open: z.array(z.string()),
  next: z.nullable(z.number()),
  waits: z.boolean(),
  answers: z.optional(z.number()),
});
type State = z.infer<typeof State>;
const Message = z.union([z.object({ hello: z.string() }), State]);

/** The header by which a process of a story numbers its requests. */
const NUMBER = 'x-story-request';
const unanswered = new Set<string>();
const news = new EventEmitter().setMaxListeners(0);

/** To be called by a server that will never answer this request: no story's time waits for it. */
export function leaveUnanswered(request: IncomingMessage): void {
  const number = request.headers[NUMBER];
  if (typeof number !== 'string') return;
  unanswered.add(number);
  news.emit('unanswered');
}

/** A process of the story, from before it starts until it has ended. */
class Member {
  socket: Socket | undefined;
  /** Unknown while it works. */
  state: State | undefined;

  tell(message: object): void {
    this.socket?.write(`${JSON.stringify(message)}\n`);
  }

  get waits(): boolean {
    return this.state?.waits === true && this.state.open.every((number) => unanswered.has(number));
  }
}

export interface StoryTime {
  /** Milliseconds, as `Date.now` in the processes of the story. */
  now(): number;
  /** Lets one more process take part. Time stands until it has started with these variables. */
  join(): Promise<{ readonly env: Readonly<Record<string, string>>; leave(): void }>;
  /** Calls back when so many milliseconds of the story are over. */
  after(milliseconds: number, run: () => void): void;
}

/** A time of its own for a story: its servers and all its processes. Nothing has to be closed. */
export function storyTime(): StoryTime {
  let now = Date.now();
  let question = 0;
  const members = new Map<string, Member>();
  const timers = new Set<{ readonly due: number; readonly run: () => void }>();

  const nobodyWorks = () => members.size > 0 && [...members.values()].every((member) => member.waits);

  /** Asks everybody again, once what has been written until now is read here. */
  function consider(): void {
    if (!nobodyWorks()) return;
    question += 1;
    const asked = question;
    setImmediate(() =>
      setImmediate(() => {
        if (asked !== question || !nobodyWorks()) return;
        for (const member of members.values()) member.tell({ question });
      }),
    );
  }

  function jump(): void {
    const own = [...timers].map(({ due }) => due);
    const next = Math.min(...own, ...[...members.values()].map(({ state }) => state?.next ?? Number.POSITIVE_INFINITY));
    if (!Number.isFinite(next)) return;
    now = Math.max(now, next);
    for (const timer of [...timers].filter(({ due }) => due <= now)) {
      timers.delete(timer);
      timer.run();
    }
    for (const member of members.values()) {
      member.state = undefined;
      member.tell({ now });
    }
  }

  function hear(member: Member, state: State): void {
    member.state = state;
    if (state.answers === undefined) consider();
    else if ([...members.values()].every((one) => one.waits && one.state?.answers === question)) jump();
  }

  function forget(token: string): void {
    members.get(token)?.socket?.destroy();
    if (members.delete(token)) consider();
  }

  const server = createServer((socket) => {
    socket.unref();
    socket.setNoDelay(true);
    let token: string | undefined;
    const lines = createInterface({ input: socket });
    // A process that is killed resets its connection.
    lines.on('error', () => undefined);
    lines.on('line', (line) => {
      const message = Message.parse(JSON.parse(line));
      if ('hello' in message) {
        token = message.hello;
        const member = members.get(token);
        if (member === undefined) return void socket.destroy();
        member.socket = socket;
        member.tell({ now });
      } else {
        const member = members.get(token ?? '');
        if (member !== undefined) hear(member, message);
      }
    });
    socket.on('close', () => forget(token ?? ''));
  });
  server.unref();
  const listening = new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    }),
  );
  news.on('unanswered', consider);

  return {
    now: () => now,
    async join() {
      const token = randomUUID();
      members.set(token, new Member());
      const preload = path.resolve('__tests__', 'support', 'story-time.mjs');
      const env = {
        NODE_OPTIONS: `--import=${preload}`,
        STORY_TIME: `${await listening} ${token} ${now}`,
      };
      return { env, leave: () => forget(token) };
    },
    after(milliseconds, run) {
      timers.add({ due: now + milliseconds, run });
    },
  };
}
