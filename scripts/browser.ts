/**
 * A headless Chromium, spoken to over its DevTools protocol: one process for many pages, which says what the
 * pages did and takes their pictures whole.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--remote-debugging-port=0',
];
/** In pixels; a summary is about 880 wide on GitHub, and has its margins. */
const WIDTH = 1000;
/** How long the browser may take to start, and a page to be drawn. In milliseconds. */
const PATIENCE = 60_000;

const Message = z.object({
  id: z.optional(z.number()),
  sessionId: z.optional(z.string()),
  method: z.optional(z.string()),
  params: z.optional(z.looseObject({})),
  result: z.optional(z.looseObject({})),
  error: z.optional(z.looseObject({ message: z.string() })),
});
type Message = z.infer<typeof Message>;

const Target = z.object({ targetId: z.string() });
const Session = z.object({ sessionId: z.string() });
const Value = z.object({ result: z.looseObject({ value: z.optional(z.unknown()) }) });
const Picture = z.object({ data: z.string() });

/** A page that was opened. */
export interface Page {
  /**
   * What it did that a quiet page does not: opened a dialog, wrote to the console, threw, asked the network
   * for something.
   */
  readonly doings: readonly string[];
  /** The value of an expression in the page, as far as JSON holds it. */
  evaluate(expression: string): Promise<unknown>;
  /**
   * A picture of the page, 1,000 pixels wide and as high as its content, or as `most` pixels from its top.
   */
  picture(most?: number): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Browser {
  /** Opens a file, and waits until `window.drawn` is true. */
  open(file: string): Promise<Page>;
  close(): Promise<void>;
}

async function address(profile: string, child: ChildProcess): Promise<string> {
  const file = path.join(profile, 'DevToolsActivePort');
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    if (child.exitCode !== null) throw new Error('Chromium ended before it began.');
    const [port, place] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port && place) return `ws://127.0.0.1:${port}${place}`;
    await sleep(50);
  }
  throw new Error('Chromium did not start.');
}

/** Whatever the page does, said in a line; undefined for what every page does. */
function doing({ method, params = {} }: Message): string | undefined {
  switch (method) {
    case 'Page.javascriptDialogOpening':
    case 'Runtime.exceptionThrown':
    case 'Runtime.consoleAPICalled':
      return `${method} ${JSON.stringify(params).slice(0, 300)}`;
    case 'Network.requestWillBeSent': {
      const url = String(Reflect.get(Object(params.request), 'url'));
      return /^(file|data|blob):/.test(url) ? undefined : `request ${url.slice(0, 300)}`;
    }
    default:
      return undefined;
  }
}

/** Starts the browser with a profile of its own. @throws when chromium is not installed */
export async function startBrowser(): Promise<Browser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'browser-'));
  const child = spawn('chromium', [...FLAGS, `--window-size=${WIDTH},800`, `--user-data-dir=${profile}`], { stdio: 'ignore' });
  // A script that fails half-way leaves no browser behind.
  process.on('exit', () => child.kill());
  const failed = new Promise<never>((_, reject) => child.on('error', reject));
  const socket = new WebSocket(await Promise.race([address(profile, child), failed]));
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const waiting = new Map<number, { resolve(result: object): void; reject(error: Error): void }>();
  const listeners = new Map<string, (message: Message) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = Message.parse(JSON.parse(String(data)));
    if (message.id === undefined) return listeners.get(message.sessionId ?? '')?.(message);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error !== undefined) asked?.reject(new Error(message.error.message));
    else asked?.resolve(message.result ?? {});
  });
  const ask = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<object>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });

  return {
    async open(file) {
      const { targetId } = Target.parse(await ask('Target.createTarget', { url: 'about:blank' }));
      const { sessionId } = Session.parse(await ask('Target.attachToTarget', { targetId, flatten: true }));
      const doings: string[] = [];
      listeners.set(sessionId, (message) => {
        const done = doing(message);
        if (done !== undefined) doings.push(done);
        if (message.method === 'Page.javascriptDialogOpening')
          void ask('Page.handleJavaScriptDialog', { accept: false }, sessionId);
      });
      for (const domain of ['Page', 'Runtime', 'Network']) await ask(`${domain}.enable`, {}, sessionId);
      const evaluate = async (expression: string) =>
        Value.parse(await ask('Runtime.evaluate', { expression, returnByValue: true }, sessionId)).result.value;
      await ask('Page.navigate', { url: pathToFileURL(path.resolve(file)).href }, sessionId);
      for (let waited = 0; (await evaluate('window.drawn')) !== true; waited += 50) {
        if (waited > PATIENCE) throw new Error(`${file} was not drawn.`);
        await sleep(50);
      }
      return {
        doings,
        evaluate,
        async picture(most = Number.MAX_SAFE_INTEGER) {
          const whole = z.number().parse(await evaluate('Math.ceil(document.documentElement.getBoundingClientRect().height)'));
          const height = Math.min(whole, most);
          const clip = { x: 0, y: 0, width: WIDTH, height, scale: 1 };
          const taken = await ask('Page.captureScreenshot', { clip, captureBeyondViewport: true }, sessionId);
          return Buffer.from(Picture.parse(taken).data, 'base64');
        },
        async close() {
          listeners.delete(sessionId);
          await ask('Target.closeTarget', { targetId });
        },
      };
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // The answer may be lost with the connection.
      void ask('Browser.close');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
