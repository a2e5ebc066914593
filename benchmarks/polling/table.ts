/** What the simulation found, in words and as a table. */
import { guided, type Polling } from '../../src/job/polling.ts';
import { type Course, KINDS } from './courses.ts';
import { newsAlone } from './news-alone.ts';
import { type Sums, simulated, sumsOf, type Watched } from './simulation.ts';

/** In seconds. */
export const GOALS = { median: 5, p95: 15 } as const;

const POLICIES: readonly (readonly [name: string, polling: Polling])[] = [
  ['guided', guided],
  ['news alone', newsAlone],
];

export interface Found {
  readonly name: string;
  readonly all: readonly Watched[];
}

/** The same courses under each policy, ours first. */
export async function found(courses: readonly Course[]): Promise<Found[]> {
  const results: Found[] = [];
  for (const [name, polling] of POLICIES) results.push({ name, all: await simulated(courses, polling) });
  return results;
}

/** What is not as it should be, a line each. */
export function missed([ours, peer]: readonly Found[]): string[] {
  if (ours === undefined || peer === undefined) return ['Nothing was simulated.'];
  const [sums, most] = [sumsOf(ours.all), sumsOf(peer.all)];
  return [
    ...(sums.median > GOALS.median ? [`The median delay is ${seconds(sums.median)} s, and may be ${GOALS.median} s.`] : []),
    ...(sums.p95 > GOALS.p95 ? [`The 95th percentile is ${seconds(sums.p95)} s, and may be ${GOALS.p95} s.`] : []),
    ...(sums.requests > most.requests ? [`It took ${sums.requests} requests, and the peer ${most.requests}.`] : []),
  ];
}

const seconds = (value: number) => value.toFixed(1);
const cells = ({ median, p95, worst, requests }: Sums) =>
  [seconds(median), seconds(p95), seconds(worst), requests.toLocaleString('en')].join(' | ');

/** A line for all, and one for each kind of course; each policy with its own columns. */
export function tableOf(results: readonly Found[]): string {
  const columns = results.map(({ name }) => `${name}: median | 95 % | worst | requests`).join(' | ');
  const lines = [undefined, ...KINDS.map(({ kind }) => kind)].map((kind) => {
    const of = results.map(({ all }) => all.filter(({ course }) => kind === undefined || course.kind === kind));
    return `| ${kind ?? '**all**'} | ${of[0]?.length ?? 0} | ${of.map((part) => cells(sumsOf(part))).join(' | ')} |`;
  });
  const bars = `| --- | --: |${' --: |'.repeat(results.length * 4)}`;
  return [`| a job that | courses | ${columns} |`, bars, ...lines].join('\n');
}
