/**
 * `model-card.md`: what the model is and where it came from, with the front matter that Hugging Face reads.
 * Pure.
 */
import { hyperparametersOf, methodName } from '../api/method.ts';
import { timeOf } from '../api/objects.ts';
import type { Findings } from './findings.ts';
import { links } from './links.ts';
import { bestCheckpoint, lastMetrics } from './metrics.ts';
import { rows } from './tables.ts';
import { bytes, copyable, figure, markdownCode, markdownText, whole } from './text.ts';
import { trainedBy } from './trained-by.ts';

/** What some readers of YAML refuse, or take for a line break, even between quotation marks. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const LONGEST = 500;

/** A YAML scalar that is nothing but this text: JSON is YAML. */
function scalar(text: string): string {
  const short = text.toWellFormed();
  return JSON.stringify(short.length > LONGEST ? `${short.slice(0, LONGEST).toWellFormed()}…` : short).replace(
    UNPRINTABLE,
    (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  );
}

type Asked = Pick<Findings, 'asked' | 'job'>;

/** The method by its name. */
function methodOf({ asked, job }: Asked): string {
  return methodName(job?.method ?? asked.method);
}

function settings({ asked, job }: Asked): [string, string][] {
  const shown = (value: unknown) =>
    value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const pairs: [string, unknown][] = [
    ['method', methodOf({ asked, job })],
    ['seed', job?.seed ?? asked.seed],
    ['suffix', asked.suffix],
    // What the provider says that it used, else what was asked for.
    ...Object.entries(hyperparametersOf(job ?? {}) ?? hyperparametersOf(asked) ?? {}),
  ];
  return pairs.map(([name, value]): [string, string] => [name, shown(value)]).filter(([, value]) => value !== '');
}

function frontMatter(findings: Findings, model: string): string {
  const base = String(findings.job?.model ?? findings.asked.model ?? '');
  return [
    '---',
    `model_name: ${scalar(model)}`,
    `base_model: ${scalar(base)}`,
    'pipeline_tag: text-generation',
    'tags:',
    ...['fine-tuned', methodOf(findings), ...(findings.provider === undefined ? [] : [findings.provider.name])].map(
      (tag) => `- ${scalar(tag)}`,
    ),
    '---',
  ].join('\n');
}

/** The card; empty when there is no model. */
export function renderModelCard(findings: Findings): string {
  const { job, datasets, provider, checkpoints, metrics, fingerprint } = findings;
  const trainer = trainedBy(findings);
  const { repository = '', commit: sha = '', runId = '' } = trainer;
  const trainedIn = { ...findings.run, repository, sha, runId };
  const model = job?.fine_tuned_model;
  if (job === undefined || !model) return '';
  const data = datasets.map(({ role, paths, rows: count, bytes: size, tokens, sha256 }) => [
    role,
    paths.map((path) => markdownText(path)).join(', '),
    whole(count),
    tokens === undefined ? '' : `${tokens.kind === 'exact' ? '' : '≈ '}${whole(tokens.tokens)}`,
    bytes(size),
    copyable(sha256),
  ]);
  const best = bestCheckpoint(checkpoints);
  const measured = Object.entries(lastMetrics(metrics)).map(([name, value]) => [markdownText(name), figure(value)]);
  const facts: [string, string][] = [
    ['Base model', job.model ? copyable(job.model) : ''],
    ['Platform', provider === undefined ? '' : `${markdownText(provider.name)}, ${markdownText(provider.baseUrl)}`],
    ['Job', copyable(job.id)],
    ['Trained tokens', job.trained_tokens == null ? '' : whole(job.trained_tokens)],
    ['Finished', timeOf(job.finished_at)],
    ['Best checkpoint', best === undefined ? '' : copyable(best.fine_tuned_model_checkpoint ?? best.id)],
    ['Fingerprint of the inputs', fingerprint === undefined ? '' : copyable(fingerprint)],
    ['Commit', trainer.commit === undefined ? '' : copyable(`${trainer.repository ?? ''}@${trainer.commit}`)],
  ];
  const sandbox = provider?.rehearsal
    ? ['This model was made by the sandbox, a rehearsal; only later steps of the same workflow job could call it.']
    : [];
  return `${[
    frontMatter(findings, model),
    `# ${copyable(model)}`,
    ...sandbox,
    rows(
      ['Fact', 'Value'],
      facts.filter(([, value]) => value !== ''),
    ),
    ...(data.length === 0 ? [] : [`## Data\n\n${rows(['Role', 'Paths', 'Rows', 'Tokens', 'Size', 'SHA-256'], data)}`]),
    `## Training\n\n${rows(
      ['Setting', 'Value'],
      settings(findings).map(([name, value]) => [markdownText(name), markdownCode(value, 200)]),
    )}`,
    ...(measured.length === 0 ? [] : [`## Final metrics\n\n${rows(['Metric', 'Value'], measured)}`]),
    `## Provenance\n\n${links({ ...findings, run: trainedIn })}`,
  ].join('\n\n')}\n`;
}
