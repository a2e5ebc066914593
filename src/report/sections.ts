/** The parts of the summary, each a piece of Markdown or empty. Pure. */
import { countOf } from '../dataset/dataset.ts';
import type { Findings } from './findings.ts';
import { bestCheckpoint, judgeCheckpoints, lastMetrics, overfitting } from './metrics.ts';
import { rows } from './tables.ts';
import { copyable, dollars, duration, figure, isName, markdownCode, markdownLink, markdownText, whole } from './text.ts';

const ICONS: Readonly<Record<Findings['ending'], string>> = {
  succeeded: '✅',
  valid: '✅',
  failed: '❌',
  stopped: '❌',
  cancelled: '⏹️',
  paused: '⏸️',
  detached: '⏳',
  skipped: '⏭️',
  done: '🔎',
  absent: '🔎',
};

function title(findings: Findings): string {
  const { ending, job, reused } = findings;
  switch (ending) {
    case 'succeeded':
      return reused ? 'Model ready, used again' : 'Model ready';
    case 'valid':
      return 'The data passes';
    case 'failed':
      return 'The training failed';
    case 'cancelled':
      return 'Cancelled';
    case 'paused':
      return 'The job is paused';
    case 'detached':
      return `The job runs on${job === undefined ? '' : ` (${markdownText(job.status)})`}`;
    case 'skipped':
      return 'Checked only: no credential on this pull request';
    case 'absent':
      return 'No job matches';
    case 'done':
      return outcomeTitle(findings);
    case 'stopped':
      return findings.datasets.some((dataset) => countOf(dataset, 'error') > 0)
        ? 'The data does not pass'
        : 'Stopped before the end';
  }
}

/** What an operation on jobs that exist has shown. */
function outcomeTitle({ operation, job, jobs, events, checkpoints }: Findings): string {
  const counted = (count: number, noun: string) => `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
  if (operation === 'list') return counted(jobs.length, 'job');
  if (operation === 'list_events') return counted(events.length, 'event');
  if (operation === 'list_checkpoints') return counted(checkpoints.length, 'checkpoint');
  return `The job is ${markdownText(job?.status ?? 'unknown')}`;
}

/** What a reader must know in ten seconds. */
export function headline(findings: Findings): string {
  const { job, estimate, error, provider, reason } = findings;
  const facts = [
    trained(findings),
    job === undefined ? '' : `job ${copyable(job.id)}`,
    trainingTime(findings),
    estimate?.cost === undefined ? '' : `estimated at ${dollars(estimate.cost.usd)}`,
    provider === undefined ? '' : markdownText(provider.name),
  ].filter((part) => part !== '');
  const lines = [`## ${ICONS[findings.ending]} ${title(findings)}`];
  const model = job?.fine_tuned_model;
  if (model) lines.push(isName(model) ? `\`\`\`text\n${model}\n\`\`\`` : markdownCode(model));
  if (error !== undefined) lines.push(`> **Cause:** ${markdownText(error.message, 1000)}`);
  if (facts.length > 0) lines.push(facts.join(' · '));
  if (reason !== undefined && job !== undefined && findings.reused !== undefined)
    lines.push(`${findings.reused ? 'Attached' : 'Created'}, because ${markdownText(reason, 500)}.`);
  else if (reason !== undefined && job !== undefined) lines.push(`Note: ${markdownText(reason, 500)}.`);
  if (provider?.name === 'sandbox' && job !== undefined) {
    lines.push(
      '_The sandbox is a rehearsal: it trained a tiny model on these rows, at no cost. The name above cannot be called._',
    );
  }
  const turned = overfitting(findings.metrics);
  if (turned !== undefined) {
    const judged = judgeCheckpoints(findings.checkpoints)?.checkpoint;
    const last = Math.max(...findings.checkpoints.map(({ step_number }) => step_number ?? 0));
    const best = (judged?.step_number ?? last) < last ? judged?.fine_tuned_model_checkpoint : undefined;
    lines.push(
      `⚠️ **Overfitting:** the validation loss was lowest at step ${turned.step} (${figure(turned.lowest)}) and has risen to ${figure(turned.last)} since. ${
        best ? `The checkpoint ${copyable(best)} is the better model; fewer` : 'Fewer'
      } epochs, or more data, would help.`,
    );
  }
  return lines.join('\n\n');
}

/** What was trained, beside what was expected. */
function trained({ job, estimate }: Findings): string {
  if (job?.trained_tokens == null) return '';
  const expected = estimate === undefined ? '' : ` (${whole(estimate.tokens.tokens)} expected)`;
  return `**${whole(job.trained_tokens)}** trained tokens${expected}`;
}

function trainingTime({ job, started, finished }: Findings): string {
  if (job?.created_at && job.finished_at) return `took ${duration((job.finished_at - job.created_at) * 1000)}`;
  return finished > started ? `after ${duration(finished - started)}` : '';
}

function flat(value: unknown, prefix: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[prefix, value]];
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, prefix === '' ? name : `${prefix}.${name}`));
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return markdownCode(typeof value === 'string' ? value : JSON.stringify(value), 120);
}

/** What was asked and what the provider used; where they differ, it is said. */
export function request(findings: Findings): string {
  const { asked, job } = findings;
  const { training_file, validation_file, metadata, hyperparameters, method, ...rest } = asked;
  const type = typeof method === 'object' && method !== null ? Reflect.get(method, 'type') : 'supervised';
  const used =
    job === undefined ? undefined : (job.method ?? { type, [String(type)]: { hyperparameters: job.hyperparameters ?? {} } });
  const wanted = new Map<string, unknown>([
    ...flat(rest, ''),
    ...flat(method ?? { type: undefined, supervised: { hyperparameters: hyperparameters ?? {} } }, 'method'),
  ]);
  const got = new Map<string, unknown>(
    flat(
      {
        model: job?.model,
        seed: job?.seed,
        suffix: job?.suffix ?? job?.user_provided_suffix,
        ...(used === undefined ? {} : { method: used }),
      },
      '',
    ),
  );
  const names = [...new Set([...wanted.keys(), ...got.keys()])].filter(
    (name) => shown(wanted.get(name)) !== '' || shown(got.get(name)) !== '',
  );
  const body = names.map((name) => {
    const asks = wanted.get(name);
    const uses = got.get(name);
    const differs =
      asks !== undefined &&
      asks !== 'auto' &&
      uses !== undefined &&
      uses !== null &&
      JSON.stringify(asks) !== JSON.stringify(uses);
    return [
      markdownText(name.replace(/^method\.\w+\.hyperparameters\./, '').replace(/^method\.type$/, 'method')),
      shown(asks) || '–',
      ...(job === undefined ? [] : [`${shown(uses) || '–'}${differs ? ' ⚠️ differs' : ''}`]),
    ];
  });
  const head = ['Parameter', 'Asked', ...(job === undefined ? [] : ['Used'])];
  return body.length === 0 ? '' : `### Request\n\n${rows(head, body)}`;
}

/** The last values, and the checkpoints with the best one marked. */
export function results(findings: Findings): string {
  const last = Object.entries(lastMetrics(findings.metrics));
  const best = bestCheckpoint(findings.checkpoints);
  const judged = judgeCheckpoints(findings.checkpoints);
  const parts: string[] = [];
  if (last.length > 0)
    parts.push(
      `### Final metrics\n\n${rows(
        ['Metric', 'Value'],
        last.slice(0, 20).map(([name, value]) => [markdownText(name), figure(value)]),
      )}`,
    );
  const body = [...findings.checkpoints]
    .sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0))
    .slice(-20)
    .map((checkpoint) => {
      const { metrics } = checkpoint;
      const metric = (...names: string[]) => {
        const value = names.map((name) => metrics?.[name]).find((found) => typeof found === 'number');
        return typeof value === 'number' ? figure(value) : '';
      };
      return [
        checkpoint.id === best?.id && judged !== undefined ? '⭐' : '',
        whole(checkpoint.step_number ?? 0),
        copyable(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id),
        metric('train_loss', 'train_mean_reward'),
        metric('full_valid_loss', 'valid_loss', 'full_valid_mean_reward'),
      ];
    });
  if (body.length > 0) {
    const by = judged === undefined ? '' : `\n\n⭐ best by ${markdownText(judged.metric)}`;
    parts.push(`### Checkpoints\n\n${rows(['', 'Step', 'Model', 'Training', 'Validation'], body)}${by}`);
  }
  return parts.join('\n\n');
}

/** The jobs that were listed, newest first. */
export function jobs({ jobs: found }: Findings): string {
  const body = found
    .slice(0, 100)
    .map((job) => [
      copyable(job.id),
      markdownText(job.status),
      job.fine_tuned_model ? copyable(job.fine_tuned_model) : '',
      markdownText(job.model ?? ''),
      job.trained_tokens == null ? '' : whole(job.trained_tokens),
      job.created_at ? new Date(job.created_at * 1000).toISOString().slice(0, 16).replace('T', ' ') : '',
    ]);
  const more = found.length > body.length ? `\n\n_and ${whole(found.length - body.length)} more in the report_` : '';
  return body.length === 0 ? '' : `${rows(['Job', 'Status', 'Model', 'Base', 'Trained tokens', 'Created (UTC)'], body)}${more}`;
}

/** Events that are neither metrics nor small talk. */
export function events(findings: Findings): string {
  const asked = findings.operation === 'list_events';
  const told = findings.events.filter(({ type }) => asked || type !== 'metrics').slice(asked ? -200 : -30);
  if (told.length === 0) return '';
  const body = told.map((event) => [
    new Date(event.created_at * 1000)
      .toISOString()
      .slice(asked ? 0 : 11, 19)
      .replace('T', ' '),
    markdownText(event.level ?? ''),
    markdownText(event.message ?? '', 300),
  ]);
  const table = rows(['UTC', '', 'Message'], body);
  return asked ? table : `<details><summary>Events</summary>\n\n${table}\n\n</details>`;
}

/** What went wrong around the job without losing it. */
export function warnings(findings: Findings): string {
  return findings.warnings.length === 0
    ? ''
    : `### Warnings\n\n${findings.warnings
        .slice(0, 20)
        .map((text) => `- ${markdownText(text, 500)}`)
        .join('\n')}`;
}

/** Where to look further. */
export function links(findings: Findings): string {
  const { run, provider, job } = findings;
  const base = `${run.serverUrl}/${run.repository}`;
  const found = [
    run.repository === '' || run.runId === '' ? '' : markdownLink('Workflow run', `${base}/actions/runs/${run.runId}`),
    run.repository === '' || run.sha === '' ? '' : markdownLink(`Commit ${run.sha.slice(0, 7)}`, `${base}/commit/${run.sha}`),
    provider?.jobUrl === undefined || job === undefined ? '' : markdownLink('Job at the provider', provider.jobUrl),
  ].filter((link) => link !== '');
  return found.join(' · ');
}

/** What to do with the model now. */
export function next(findings: Findings): string {
  const { job, provider } = findings;
  const model = job?.fine_tuned_model;
  if (!model || provider === undefined || provider.name === 'sandbox' || !isName(model)) return '';
  if (provider.name === 'azure') return '### Next\n\nDeploy the model under this name in Azure before it can be called.';
  return [
    '### Next',
    '',
    '```sh',
    `curl ${provider.baseUrl.replace(/[^\w.:/-]/g, '')}/chat/completions \\`,
    '  -H "Authorization: Bearer $API_KEY" -H "Content-Type: application/json" \\',
    `  -d '{"model": "${model}", "messages": [{"role": "user", "content": "Hello"}]}'`,
    '```',
  ].join('\n');
}
