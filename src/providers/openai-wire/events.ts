/** A job's events, each once and in order, however the server sorts and pages them. */

import { isMap } from '../../api/method.ts';
import type { JobEvent } from '../../api/objects.ts';
import { weightOf } from '../../api/weight.ts';
import type { CallContext, EventLog } from '../port.ts';
import type { WireCalls } from './calls.ts';
import { MOST_PAGES, pagesOf } from './paging.ts';

const PAGE = 100;
const PAGES = 200;
/** One look reads no more. In bytes. */
const MOST_OF_A_LOOK = 32 * 1024 * 1024;

type Direction = 'newest-first' | 'oldest-first';

function stepOf(event: JobEvent): number | undefined {
  const step = isMap(event.data) ? event.data.step : undefined;
  return typeof step === 'number' ? step : undefined;
}

/**
 * Which way a page is sorted: by its times, or, where it all lies within one second, by its steps. Undefined
 * when neither tells.
 */
function directionOf(events: readonly JobEvent[]): Direction | undefined {
  const steps = events.map(stepOf).filter((step) => step !== undefined);
  const measures = [events.map((event) => event.created_at), steps];
  for (const measure of measures) {
    const first = measure[0];
    const last = measure.at(-1);
    if (first !== undefined && last !== undefined && first !== last) return first > last ? 'newest-first' : 'oldest-first';
  }
  return undefined;
}

/** By time; events of one second stay as they stood, because only the server knows their order. */
export function inOrder(events: readonly JobEvent[]): JobEvent[] {
  return [...events].sort((left, right) => left.created_at - right.created_at);
}

/** Remembers what was seen. One reader for one job. */
export class WireEventLog implements EventLog {
  readonly #calls: Pick<WireCalls, 'listEvents'>;
  readonly #jobId: string;
  readonly #seen = new Set<string>();
  #direction: Direction | undefined;
  #last: string | undefined;

  constructor(calls: Pick<WireCalls, 'listEvents'>, jobId: string) {
    this.#calls = calls;
    this.#jobId = jobId;
  }

  all(context: CallContext): AsyncIterable<readonly JobEvent[]> {
    const read = (after: string | undefined) =>
      context.attempt('read', () => this.#calls.listEvents(this.#jobId, { after, limit: PAGE }, context.signal));
    return pagesOf(read, MOST_PAGES);
  }

  /** One request as long as nothing is new beyond one page. */
  async fresh(signal: AbortSignal): Promise<JobEvent[]> {
    const fresh: JobEvent[] = [];
    let after = this.#direction === 'oldest-first' ? this.#last : undefined;
    let bytes = 0;
    for (let page = 0; page < PAGES && bytes < MOST_OF_A_LOOK; page += 1) {
      const { data, has_more } = await this.#calls.listEvents(this.#jobId, { after, limit: PAGE }, signal);
      bytes += weightOf(data);
      this.#direction ??= directionOf(data);
      const news = data.filter((event) => !this.#seen.has(event.id));
      for (const event of news) {
        if (this.#seen.has(event.id)) continue;
        this.#seen.add(event.id);
        fresh.push(event);
      }
      const last = data.at(-1)?.id;
      if (this.#direction === 'oldest-first' && last !== undefined) this.#last = last;
      // Newest first: a page with something known reaches back to the last look. No news on a page at all:
      // the server pages in circles.
      const reached = this.#direction === 'newest-first' && news.length < data.length;
      if (!has_more || last === undefined || last === after || reached || news.length === 0) break;
      after = last;
    }
    return inOrder(this.#direction === 'oldest-first' ? fresh : fresh.reverse());
  }
}
