/**
 * Makes time run faster for a process, from outside: preloaded by `node --import`. Timers fire sooner and the clock goes as much quicker, so that a story with
 * minutes of waiting is told in seconds, and every wait is still as long as it is by the clock of the story. SPEED is the factor, SPEED_FROM the common zero.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const factor = Number(process.env.SPEED);
const zero = Number(process.env.SPEED_FROM);
const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
const realNow = Date.now;
const realSleep = timers.setTimeout;

Date.now = () => zero + (realNow() - zero) * factor;
globalThis.setTimeout = Object.assign((run, delay = 0, ...rest) => realTimeout(run, delay / factor, ...rest), realTimeout);
globalThis.setInterval = (run, delay = 0, ...rest) => realInterval(run, delay / factor, ...rest);
timers.setTimeout = (delay, ...rest) => realSleep(delay / factor, ...rest);
AbortSignal.timeout = (delay) => {
  const controller = new AbortController();
  realTimeout(() => controller.abort(new DOMException('The time is over.', 'TimeoutError')), delay / factor).unref();
  return controller.signal;
};
syncBuiltinESMExports();
