/**
 * The verdict on a candidate: whether it is at least as good as what it replaces, from the scores of the rows
 * alone. Pure, and without chance: the same scores give the same verdict.
 */
import { type Evidence, type Interval, meanOf, pairedShares, wilson } from './intervals.ts';
import { normalQuantile } from './quantiles.ts';
import { holm, mcNemarMidP } from './tests.ts';

/** A row that both models answered: the mean score of each. */
export interface ScoredRow {
  readonly candidate: number;
  readonly baseline: number;
  readonly cluster?: string | undefined;
  readonly tag?: string | undefined;
}

/** What was asked of the candidate. Shares count in the score's range. */
export interface Terms {
  readonly range: readonly [lowest: number, highest: number];
  readonly repeat: number;
  /** Whether rows belong together. */
  readonly clustered: boolean;
  readonly confidence: number;
  readonly maxDrop: number;
  readonly minGain?: number | undefined;
  /** In units of the score. */
  readonly minScore?: number | undefined;
  readonly maxRegressions?: number | undefined;
}

/** Whether what was asked is proved, disproved or neither. */
export type Proof = 'proved' | 'disproved' | 'open';

export interface Condition {
  readonly name: 'max_drop' | 'min_gain' | 'min_score' | 'max_regressions';
  readonly proof: Proof;
  /** What had to be passed, and what is known, both in the score's units (or in rows). */
  readonly line: number;
  readonly interval: Interval;
  /** So many rows like these would prove or disprove it; undefined where none would, or none need. */
  readonly requiredRows?: number | undefined;
}

/** The rows of one tag. */
export interface TagResult {
  readonly tag: string;
  readonly rows: number;
  readonly score: number;
  readonly baselineScore: number;
  readonly difference: number;
  readonly interval: Interval;
  /** Its p-value against the margin, after Holm's correction; undefined where the rows are too few. */
  readonly adjusted: number | undefined;
  /** Proved to be worse than the margin. */
  readonly worse: boolean;
}

export interface Judgement {
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  readonly method: 'paired shares' | 't' | 'clustered t';
  readonly rows: number;
  readonly score: number;
  readonly baselineScore: number;
  readonly difference: number;
  /** Two-sided, each side with the asked confidence. */
  readonly interval: Interval;
  readonly scoreInterval: Interval;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** McNemar's mid-p where rows are right or wrong, beside the interval; no part of the verdict. */
  readonly midP: number | undefined;
  readonly conditions: readonly Condition[];
  readonly tags: readonly TagResult[];
  /** Of an inconclusive verdict: so many rows would decide, were they like these. */
  readonly requiredRows: number | undefined;
}

/** Fewer rows than this say nothing of a tag. */
const TAG_ROWS = 10;
/** Differences this small are what adding decimals leaves. */
const SAME = 1e-9;

const width = ({ range: [lowest, highest] }: Terms) => highest - lowest;
const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;
const gain = ({ candidate, baseline }: ScoredRow) => candidate - baseline;
const isRightOrWrong = (score: number) => score === 0 || score === 1;

/** Whether each row is simply right or wrong, for both models. */
function areShares(rows: readonly ScoredRow[], { repeat, clustered, range: [lowest, highest] }: Terms): boolean {
  const simple = repeat === 1 && !clustered && lowest === 0 && highest === 1;
  return simple && rows.every(({ candidate, baseline }) => isRightOrWrong(candidate) && isRightOrWrong(baseline));
}

interface Counts {
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
}

function countsOf(rows: readonly ScoredRow[], terms: Terms): Counts {
  const same = SAME * width(terms);
  const wins = rows.filter((row) => gain(row) > same).length;
  const losses = rows.filter((row) => gain(row) < -same).length;
  return { wins, losses, ties: rows.length - wins - losses };
}

const clustersOf = (rows: readonly ScoredRow[], { clustered }: Terms) =>
  clustered ? rows.map(({ cluster = '' }) => cluster) : undefined;

function differenceOf(rows: readonly ScoredRow[], shares: boolean, terms: Terms): Evidence {
  if (shares) return pairedShares({ rows: rows.length, ...countsOf(rows, terms) });
  return meanOf(rows.map(gain), [-width(terms), width(terms)], clustersOf(rows, terms));
}

/** The interval of the candidate's own score. */
function scoreIntervalOf(rows: readonly ScoredRow[], shares: boolean, terms: Terms): Interval {
  const scores = rows.map(({ candidate }) => candidate);
  if (shares) return wilson(scores.filter((score) => score === 1).length, rows.length, normalQuantile(terms.confidence));
  const [low, high] = meanOf(scores, terms.range, clustersOf(rows, terms)).interval(terms.confidence);
  return [Math.max(terms.range[0], low), Math.min(terms.range[1], high)];
}

/** A line that is to be below an interval. */
function above(name: Condition['name'], line: number, interval: Interval, at: number, rows: number): Condition {
  const [low, high] = interval;
  const proof = low > line ? 'proved' : high < line ? 'disproved' : 'open';
  if (proof !== 'open') return { name, proof, line, interval };
  const requiredRows = Math.ceil(rows * ((high - low) / 2 / Math.abs(at - line)) ** 2);
  return { name, proof, line, interval, requiredRows: Number.isSafeInteger(requiredRows) ? requiredRows : undefined };
}

function conditionsOf(found: Omit<Judgement, 'verdict' | 'conditions' | 'tags' | 'requiredRows'>, terms: Terms): Condition[] {
  const { interval, difference, score, scoreInterval, losses, rows } = found;
  const { maxDrop, minGain, minScore, maxRegressions } = terms;
  const conditions = [above('max_drop', -maxDrop * width(terms), interval, difference, rows)];
  if (minGain !== undefined) conditions.push(above('min_gain', minGain * width(terms), interval, difference, rows));
  if (minScore !== undefined) conditions.push(above('min_score', minScore, scoreInterval, score, rows));
  if (maxRegressions !== undefined) {
    const proof = losses <= maxRegressions ? 'proved' : 'disproved';
    conditions.push({ name: 'max_regressions', proof, line: maxRegressions, interval: [losses, losses] });
  }
  return conditions;
}

/** What each tag shows, the worst first. One can only count against the candidate, after correction. */
function tagsOf(rows: readonly ScoredRow[], shares: boolean, terms: Terms): TagResult[] {
  const line = -terms.maxDrop * width(terms);
  const groups = Map.groupBy(rows, ({ tag }) => tag);
  const found = [...groups].flatMap(([tag, own]) => {
    if (tag === undefined) return [];
    const evidence = differenceOf(own, shares, terms);
    const p = own.length < TAG_ROWS ? undefined : evidence.chanceOfAtLeast(line);
    return [{ tag, own, evidence, p }];
  });
  const adjusted = holm(found.flatMap(({ p }) => (p === undefined ? [] : [p]))).values();
  return found
    .map(({ tag, own, evidence, p }) => {
      const corrected = p === undefined ? undefined : adjusted.next().value;
      return {
        tag,
        rows: own.length,
        score: mean(own.map(({ candidate }) => candidate)),
        baselineScore: mean(own.map(({ baseline }) => baseline)),
        difference: evidence.mean,
        interval: evidence.interval(terms.confidence),
        adjusted: corrected,
        worse: corrected !== undefined && corrected < 1 - terms.confidence,
      };
    })
    .sort((a, b) => a.difference - b.difference || (a.tag < b.tag ? -1 : 1));
}

/** Judges rows that were scored for both models. There is at least one. */
export function judge(rows: readonly ScoredRow[], terms: Terms): Judgement {
  const shares = areShares(rows, terms);
  const evidence = differenceOf(rows, shares, terms);
  const counts = countsOf(rows, terms);
  const found = {
    method: shares ? ('paired shares' as const) : terms.clustered ? ('clustered t' as const) : ('t' as const),
    rows: rows.length,
    score: mean(rows.map(({ candidate }) => candidate)),
    baselineScore: mean(rows.map(({ baseline }) => baseline)),
    difference: evidence.mean,
    interval: evidence.interval(terms.confidence),
    scoreInterval: scoreIntervalOf(rows, shares, terms),
    ...counts,
    midP: shares ? mcNemarMidP(counts.losses, counts.wins) : undefined,
  };
  const conditions = conditionsOf(found, terms);
  const tags = tagsOf(rows, shares, terms);
  const failed = conditions.some(({ proof }) => proof === 'disproved') || tags.some(({ worse }) => worse);
  const verdict = failed ? 'fail' : conditions.every(({ proof }) => proof === 'proved') ? 'pass' : 'inconclusive';
  const open = conditions.flatMap(({ proof, requiredRows }) => (proof === 'open' ? [requiredRows] : []));
  const decides = open.every((count) => count !== undefined);
  return {
    ...found,
    verdict,
    conditions,
    tags,
    requiredRows: verdict === 'inconclusive' && decides ? Math.max(...open.flatMap((count) => count ?? [])) : undefined,
  };
}
