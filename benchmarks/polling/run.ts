/**
 * How late the end of a job is noticed, and at how many requests: the policy of `src/job/polling.ts` beside
 * the one that goes by news alone, over the same courses. It fails where the goals are missed.
 *
 *     npm run polling [-- --courses 200 --seed 1]
 *
 * With `--page` it writes the section of `docs/benchmarks.md`, and with `--check` too compares it.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keepGenerated, placed } from '../../scripts/generated.ts';
import { coursesOf } from './courses.ts';
import { found, GOALS, missed, tableOf } from './table.ts';

const PAGE = 'docs/benchmarks.md';
const { values } = parseArgs({
  options: {
    courses: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    page: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const results = await found(coursesOf(Number(values.courses), Number(values.seed)));
const table = tableOf(results);
if (values.page) keepGenerated(PAGE, placed(PAGE, readFileSync(PAGE, 'utf8'), 'polling', 'benchmarks/polling', table));
else {
  console.log(`From the end of a job until it is noticed, in seconds. Goals: a median of ${GOALS.median}, a 95th percentile of`);
  console.log(`${GOALS.p95}, and no more requests than the peer makes.\n\n${table}`);
}
for (const line of missed(results)) {
  console.error(`\n${line}`);
  process.exitCode = 1;
}
