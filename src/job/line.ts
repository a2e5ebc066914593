/**
 * The line of models that a job belongs to: each goes on where the one before it was. It is read from what
 * the jobs say of themselves, and where they say too little there is none. Pure.
 */
import { baseOf, methodName } from '../api/method.ts';
import type { Job } from '../api/objects.ts';
import { canonicalJson } from '../canonical.ts';
import { byAge } from './plan.ts';

type Labels = Readonly<Record<string, string>>;

/** The pairs that the user gave a job, without those that the action itself writes. */
export function ownPairs({ metadata }: Pick<Job, 'metadata'>): Labels {
  return Object.fromEntries(Object.entries(metadata ?? {}).filter(([name]) => !name.startsWith('finetune_action_')));
}

/** A run as its jobs name it: its number, and which step of which workflow job asked. */
const RUN = /^(?<number>\d+)\/\d+\b(?<place>.*?)(?: #\d+)?$/;

/** Pairs that name a commit or a run are others each time, and tell no line from another. */
function lastingPairs(job: Job, number: string): Labels {
  const commit = job.origin?.commit ?? '';
  const passes = (value: string) => value === number || (value.length >= 7 && commit.startsWith(value));
  return Object.fromEntries(Object.entries(ownPairs(job)).filter(([, value]) => !passes(value)));
}

/** By what the jobs of one line are alike; undefined where a job does not say where it comes from. */
function lineOf(job: Job): { readonly number: string; readonly line: string } | undefined {
  const { repository, run = '' } = job.origin ?? {};
  const { number, place } = RUN.exec(run)?.groups ?? {};
  if (repository === undefined || number === undefined || !job.model) return undefined;
  const parts = {
    repository: repository.toLowerCase(),
    place,
    base: baseOf(job.model),
    method: methodName(job.method),
    suffix: job.suffix ?? '',
    pairs: lastingPairs(job, number),
  };
  return { number, line: canonicalJson(parts) };
}

/**
 * The job whose model this job's model follows: the newest of its line that an earlier run asked for and that
 * has a model.
 * @param listed jobs of the platform in any order
 */
export function predecessor(job: Job, listed: readonly Job[]): Job | undefined {
  const own = lineOf(job);
  const created = job.created_at;
  if (own === undefined || created == null) return undefined;
  const earlier = listed.filter((one) => {
    if (one.id === job.id || one.state !== 'succeeded' || !one.fine_tuned_model || (one.created_at ?? Infinity) > created)
      return false;
    const its = lineOf(one);
    return its?.line === own.line && its.number !== own.number;
  });
  return earlier.sort(byAge).at(-1);
}
