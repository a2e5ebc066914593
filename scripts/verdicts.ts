/**
 * How often the gate is wrong: verdicts on drawn scores whose truth is known, by seeded chance. It fails
 * where equal models fail, or a true drop of exactly the margin passes, more often than the confidence
 * allows.
 *
 *     npm run verdicts [-- SEEDS]
 */
import { judge, type ScoredRow, type Terms } from '../src/evaluation/statistics/verdict.ts';
import { randomOf } from '../src/sandbox/trainer/random.ts';

const SEEDS = Number(process.argv[2] ?? 2000);
const ALLOWED = 0.05;
const DISCORDANCE = 0.15;
const TERMS: Terms = { range: [0, 1], repeat: 1, clustered: false, confidence: 0.95, maxDrop: 0.05 };

/** Rows that are right or wrong, with this true difference between the models. */
function sharesOf(rows: number, difference: number, next: () => number): ScoredRow[] {
  const won = (DISCORDANCE + difference) / 2;
  return Array.from({ length: rows }, () => {
    const draw = next();
    if (draw < won) return { candidate: 1, baseline: 0 };
    if (draw < DISCORDANCE) return { candidate: 0, baseline: 1 };
    const both = next() < 0.8 ? 1 : 0;
    return { candidate: both, baseline: both };
  });
}

/** Scores between, as similarity gives them. */
function similaritiesOf(rows: number, difference: number, next: () => number): ScoredRow[] {
  return Array.from({ length: rows }, () => {
    const baseline = 0.2 + 0.6 * next();
    return { baseline, candidate: baseline + difference + 0.4 * (next() - 0.5) * next() };
  });
}

/** Scores between, of rows that come in conversations. @param talk the conversation of a row, by its place */
function clusteredOf(talk: (index: number, rows: number) => number): typeof similaritiesOf {
  return (rows, difference, next) => {
    let common = 0;
    let last = -1;
    return similaritiesOf(rows, difference, next).map((row, index) => {
      const own = talk(index, rows);
      if (own !== last) common = 0.3 * (next() - 0.5);
      last = own;
      return { ...row, candidate: row.candidate + common, cluster: String(own) };
    });
  };
}

/** Nearly equal scores, but for the few rows that fall from 1 to 0 and carry the whole difference. */
function ruinedOf(rows: number, difference: number, next: () => number): ScoredRow[] {
  return Array.from({ length: rows }, () => {
    const baseline = 1 - 0.001 * next();
    return { baseline, candidate: next() < -difference ? 0 : baseline + 0.001 * (next() - 0.5) };
  });
}

const CLUSTERED = { ...TERMS, clustered: true };
const ROWS = [50, 100, 200, 500];
/** What is held to the confidence, and what is only shown: a t interval knows too little of rare falls. */
const KINDS = [
  { name: 'right or wrong', draw: sharesOf, terms: TERMS, sizes: ROWS, held: true },
  { name: 'similarity', draw: similaritiesOf, terms: TERMS, sizes: ROWS, held: true },
  { name: 'clusters of 5', draw: clusteredOf((index) => Math.floor(index / 5)), terms: CLUSTERED, sizes: ROWS, held: true },
  {
    name: 'clusters of 10',
    draw: clusteredOf((index) => Math.floor(index / 10)),
    terms: CLUSTERED,
    sizes: [30, 40, 60],
    held: true,
  },
  {
    name: 'one cluster of half the rows, others of 5',
    draw: clusteredOf((index, rows) => (index < rows / 2 ? 0 : Math.floor(index / 5))),
    terms: CLUSTERED,
    sizes: ROWS,
    held: true,
  },
  { name: 'similarity, a fall in 5 % of the rows', draw: ruinedOf, terms: TERMS, sizes: [30, ...ROWS], held: false },
] as const;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
/** What chance adds to a share of 5 % in so many draws: three standard deviations. */
const noise = 3 * Math.sqrt((ALLOWED * (1 - ALLOWED)) / SEEDS);
let broken = false;

console.log(`${SEEDS} seeds each; a share may be ${percent(ALLOWED)}, and ${percent(noise)} more by chance.\n`);
console.log('| scores | rows | true difference | pass | fail | inconclusive |\n| --- | --- | --- | --- | --- | --- |');
for (const { name, draw, terms, sizes, held } of KINDS) {
  for (const rows of sizes) {
    for (const difference of [0, -TERMS.maxDrop]) {
      const counts = { pass: 0, fail: 0, inconclusive: 0 };
      for (let seed = 1; seed <= SEEDS; seed += 1)
        counts[judge(draw(rows, difference, randomOf(seed * 7919)), terms).verdict] += 1;
      const share = { pass: counts.pass / SEEDS, fail: counts.fail / SEEDS, inconclusive: counts.inconclusive / SEEDS };
      const wrong = difference === 0 ? share.fail : share.pass;
      if (held && wrong > ALLOWED + noise) broken = true;
      console.log(
        `| ${name} | ${rows} | ${difference === 0 ? 'none' : 'the margin, −5 points'} | ${percent(share.pass)} | ${percent(share.fail)} | ${percent(share.inconclusive)} |`,
      );
    }
  }
}
if (broken) {
  console.error('\nThe gate is wrong more often than it may be.');
  process.exitCode = 1;
}
