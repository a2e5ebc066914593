/** The parts of the summary about jobs, what they have left, and how a model is called. Pure. */
import { type Checkpoint, isTerminal, timeOf } from '../api/objects.ts';
import { charts } from './chart.ts';
import { deploymentSection } from './deployment-section.ts';
import type { Findings } from './findings.ts';
import { bestCheckpoint, judgeCheckpoints, lastMetrics } from './metrics.ts';
import { type Part, part } from './parts.ts';
import { previousModel } from './previous-section.ts';
import { rows } from './tables.ts';
import { copyable, counted, figure, isName, markdownText, whole } from './text.ts';

const METRICS = 20;
const CHECKPOINTS = 20;
/** A longer table is folded. */
const UNFOLDED = 5;
const JOBS = 100;

/** The last values of what was measured; final they are only of a job that was trained to its end. */
function finalMetrics({ metrics, job }: Findings): string {
  const last = Object.entries(lastMetrics(metrics));
  const table = rows(
    ['Metric', 'Last value\t'],
    last.slice(0, METRICS).map(([name, value]) => [markdownText(name), figure(value)]),
  );
  const more = last.length > METRICS ? `\n\n_and ${whole(last.length - METRICS)} more in \`metrics.csv\`_` : '';
  return table === '' ? '' : `### ${job?.state === 'succeeded' ? 'Final' : 'Latest'} metrics\n\n${table}${more}`;
}

function metricOf({ metrics }: Checkpoint, ...names: string[]): string {
  const value = names.map((name) => metrics?.[name]).find((found) => typeof found === 'number');
  return typeof value === 'number' ? figure(value) : '';
}

/** The checkpoints with the best one marked. */
function checkpoints({ checkpoints: all }: Findings): string {
  const best = bestCheckpoint(all);
  // Of one there is no best.
  const judged = all.length > 1 ? judgeCheckpoints(all) : undefined;
  const body = [...all]
    .sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0))
    .slice(-CHECKPOINTS)
    .map((checkpoint) => [
      checkpoint.id === best?.id && judged !== undefined ? '⭐' : '',
      whole(checkpoint.step_number ?? 0),
      copyable(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id),
      metricOf(checkpoint, 'train_loss', 'train_mean_reward', 'train_reward_mean'),
      metricOf(checkpoint, 'full_valid_loss', 'valid_loss', 'full_valid_mean_reward', 'valid_mean_reward', 'valid_reward_mean'),
    ]);
  if (body.length === 0) return '';
  const by = judged === undefined ? '' : `\n\n⭐ the best by ${markdownText(judged.metric)}`;
  const more =
    all.length > body.length ? `\n\n_and ${whole(all.length - body.length)} earlier ones in \`checkpoints.jsonl\`_` : '';
  const validated = body.some((cells) => cells.at(-1) !== '');
  // What no checkpoint was measured by has no column.
  const head = ['', 'Step\t', 'Model', 'Training\t', 'Validation\t'];
  const kept = (_: string, index: number) => index < 3 || body.some((cells) => cells[index] !== '');
  const table = rows(
    head.filter(kept),
    body.map((cells) => cells.filter(kept)),
  );
  const unseen = validated ? '' : '\n\nWithout a validation file, overfitting cannot be seen.';
  const shown =
    body.length > UNFOLDED
      ? `<details><summary>${counted(all.length, 'checkpoint')}</summary>\n\n${table}${by}${more}\n\n</details>`
      : `${table}${by}${more}`;
  return `### Checkpoints\n\n${shown}${unseen}`;
}

/** The jobs that were listed, newest first. */
function jobs({ jobs: found }: Findings): string {
  const body = found
    .slice(0, JOBS)
    .map((job) => [
      copyable(job.id),
      markdownText(job.status),
      job.fine_tuned_model ? copyable(job.fine_tuned_model) : '',
      markdownText(job.model ?? ''),
      job.trained_tokens == null ? '' : whole(job.trained_tokens),
      timeOf(job.created_at).slice(0, 16).replace('T', ' '),
    ]);
  const more =
    found.length > body.length ? `\n\n_and ${whole(found.length - body.length)} more in \`jobs.jsonl\` of the report_` : '';
  return body.length === 0 ? '' : `${rows(['Job', 'Status', 'Model', 'Base', 'Trained tokens\t', 'Created (UTC)'], body)}${more}`;
}

/** Events that are neither metrics nor small talk: folded, unless one of them is a warning or an error. */
export function events(findings: Findings): string {
  const asked = findings.operation.outputs.includes('events');
  const listed = findings.events.filter(({ type }) => asked || type !== 'metrics').slice(asked ? -200 : -30);
  if (listed.length === 0) return '';
  const alarming = listed.some(({ level }) => level != null && !/^(info|debug)$/i.test(level));
  const body = listed.map((event) => [
    timeOf(event.created_at)
      .slice(asked ? 0 : 11, 19)
      .replace('T', ' '),
    markdownText(event.level ?? '', 40),
    markdownText(event.message ?? '', 300),
  ]);
  const table = rows(['UTC', '', 'Message'], body);
  const hidden = findings.events.length - listed.length;
  const more = hidden > 0 ? `\n\n_and ${whole(hidden)} more in \`events.jsonl\` of the report_` : '';
  return asked
    ? `${table}${more}`
    : `<details${alarming ? ' open' : ''}><summary>Events</summary>\n\n${table}${more}\n\n</details>`;
}

/** What to do now: call the model, or look at the job again. */
function next(findings: Findings): string {
  const { job, provider, run, deployment } = findings;
  if (job === undefined || provider === undefined) return '';
  // What serves it says itself how it is called.
  if (deployment !== undefined && deployment.servedModel !== '') return '';
  const model = job.fine_tuned_model;
  const live = !isTerminal(job.state);
  if (live && (findings.ending === 'detached' || findings.ending === 'paused' || findings.ending === 'stopped') && isName(job.id))
    return `### Next\n\nThe job goes on without this run. A later step of this action watches it to its end with:\n\n\`\`\`yaml\noperation: wait\njob_id: ${job.id}\n\`\`\``;
  if (!model || provider.rehearsal || !isName(model)) return '';
  const step = /^[A-Za-z][\w-]{0,99}$/.test(run.step)
    ? `A later step of this job reads the name as \`\${{ steps.${run.step}.outputs.fine_tuned_model }}\`.`
    : '';
  const call = [
    '```sh',
    `curl ${provider.baseUrl.replace(/[^\w.:/-]/g, '')}/chat/completions \\`,
    '  -H "Authorization: Bearer $API_KEY" -H "Content-Type: application/json" \\',
    `  -d '{"model": "${model}",`,
    `       "messages": [{"role": "user", "content": "Hello"}]}'`,
    '```',
  ].join('\n');
  return ['### Next', provider.beforeUse ?? call, step].filter((part) => part !== '').join('\n\n');
}

/** The charts; none of one step, whose values the final metrics are. */
function chartsOf({ metrics, checkpoints: found }: Findings): readonly string[] {
  if (metrics.every(({ step }) => step === metrics[0]?.step)) return [];
  // Of one checkpoint there is no best.
  return charts(metrics, found.length > 1 ? judgeCheckpoints(found) : undefined);
}

/** What a job or a deployment has to show, in the order in which it is read. */
export function jobParts(findings: Findings): readonly Part[] {
  return [
    part('Deployment', 'result.json', deploymentSection(findings)),
    part('Jobs', 'jobs.jsonl', jobs(findings)),
    part('Previous model', 'result.json', previousModel(findings)),
    ...chartsOf(findings).map((text) => part('Charts', 'metrics.csv', text)),
    part('Checkpoints', 'checkpoints.jsonl', checkpoints(findings)),
    part('Final metrics', 'metrics.csv', finalMetrics(findings)),
    part('Next', 'result.json', next(findings)),
  ];
}
