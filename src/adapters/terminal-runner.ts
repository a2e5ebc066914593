/**
 * A terminal in the runner's place: the log goes to standard error, colours and a bar only where somebody
 * looks; outputs and state stay in memory.
 */
import { styleText } from 'node:util';
import type { Place, Runner } from '../ports.ts';
import { newRedactor } from '../redactor.ts';
import { inert } from './commands.ts';
import { readContext } from './context.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Style = Parameters<typeof styleText>[0];

/** A runner that keeps what an action's would hand on. */
export interface TerminalRunner extends Runner {
  readonly outputs: ReadonlyMap<string, string>;
}

const BAR = 30;

/** A line that is written over and over, and gives way to any other. */
function progressBar(stream: NodeJS.WriteStream) {
  let shown = '';
  const clear = () => {
    if (shown !== '') stream.write('\r\u001B[2K');
    shown = '';
  };
  const show = (what: string, done: number, total: number) => {
    const share = total <= 0 ? 0 : Math.min(1, done / total);
    const filled = Math.round(share * BAR);
    const line = `${what} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${Math.floor(share * 100)} %`;
    if (line === shown || !stream.isTTY || process.env.TERM === 'dumb') return;
    stream.write(`\r\u001B[2K${line.slice(0, Math.max(10, (stream.columns || 80) - 1))}`);
    shown = line;
    if (share >= 1) clear();
  };
  return { clear, show };
}

/**
 * The terminal that this process runs in.
 * @param debug whether what only developers want to know is shown
 * @param places whether problems are shown on their lines; not where all of them are printed at the end
 */
export function terminalRunner(environment: Environment, { debug, places }: { debug: boolean; places: boolean }): TerminalRunner {
  const outputs = new Map<string, string>();
  const state = new Map<string, string>();
  const secrets = newRedactor();
  const bar = progressBar(process.stderr);
  const hidden = (text: string) => secrets.redact(text);
  const say = (text: string, style?: Style, label = '') => {
    bar.clear();
    const head = style === undefined ? label : styleText(style, label, { stream: process.stderr });
    process.stderr.write(`${head}${inert(hidden(text))}\n`);
  };
  const finding = (style: Style, label: string) => (text: string, place?: Place) => {
    if (place === undefined || places) say(text, style, label);
  };
  return {
    context: readContext(environment),
    outputs,
    redact: hidden,
    mask: (secret) => secrets.add(secret),
    debug: (text) => (debug ? say(text, 'dim', 'debug: ') : undefined),
    info: (text) => say(text),
    notice: (text) => say(text, 'cyan', 'note: '),
    warning: finding('yellow', 'warning: '),
    error: finding('red', 'error: '),
    progress: (what, done, total) => bar.show(what, done, total),
    startGroup: (title) => say('', 'bold', inert(hidden(title))),
    endGroup: () => undefined,
    setOutput: (name, value) => outputs.set(name, hidden(value)),
    saveState: (name, value) => state.set(name, value),
    getState: (name) => state.get(name) ?? '',
    savedStates: (prefix) => [...state].flatMap(([name, value]) => (name.startsWith(prefix) && value !== '' ? [value] : [])),
    // It stands in the report's folder, too.
    writeSummary: async () => undefined,
    fail(cause) {
      process.exitCode = cause === 'inputs' ? 2 : 1;
    },
  };
}
