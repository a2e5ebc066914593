/** The report of a step: outputs, summary, report files, artifact. None of it changes how the step ends. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { messageOf } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { ArtifactStore, Files, RunContext, Runner } from '../ports.ts';
import { chaptersOf } from '../report/chapters.ts';
import type { Findings } from '../report/findings.ts';
import { essentialOutputs, outputsOf } from '../report/outputs.ts';
import { reportFiles } from '../report/report-files.ts';
import { renderSummary } from '../report/summary.ts';
import { inertLine } from '../report/text.ts';
import { publicFindings } from './shown-findings.ts';

export interface ReportPlace {
  readonly runner: Runner;
  readonly files: Pick<Files, 'writeReport'>;
  readonly artifacts: ArtifactStore;
  /** Undefined when the inputs themselves were wrong. */
  readonly inputs: Inputs | undefined;
}

/** A name that no other step, job or matrix leg of this run uses. */
function artifactName(context: RunContext, matrix: string | undefined, check?: string): string {
  const leg = matrix && matrix !== 'null' && matrix !== '{}' ? createHash('sha256').update(matrix).digest('hex').slice(0, 8) : '';
  const attempt = context.runAttempt === '' || context.runAttempt === '1' ? '' : `attempt-${context.runAttempt}`;
  return ['fine-tune', context.job, context.step, leg, attempt, check ?? '']
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^\w.-]+/g, '-');
}

/** Files whose path a later step reads, and the output that holds it. */
const PATHS: Readonly<Record<string, string>> = {
  'summary.md': 'report_path',
  'model-card.md': 'model_card_path',
  'evaluation.json': 'evaluation_path',
  'evaluation.junit.xml': 'junit_path',
};

/**
 * Writes everything, as it may be shown; whatever cannot be written is a warning, and the rest is written all
 * the same.
 */
export async function writeReport(findings: Findings, { runner, files, artifacts, inputs }: ReportPlace): Promise<void> {
  const shown = publicFindings(findings);
  const said = new Set<string>();
  const tolerant = async (what: string, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      // What stops one file stops the next one too: a folder that is not there, a disk that is full.
      const why = messageOf(error);
      if (!said.has(why)) runner.warning(`${what}: ${why}`);
      said.add(why);
    }
  };
  await tolerant('The outputs could not be written', async () => {
    for (const [name, value] of Object.entries(essentialOutputs(findings))) runner.setOutput(name, value);
  });
  const chapters = await chaptersOf(findings);
  await tolerant('Not all outputs could be written', async () => {
    for (const [name, value] of Object.entries(outputsOf(findings, chapters))) runner.setOutput(name, value);
    for (const text of chapters.job?.cutOutputs(findings) ?? []) runner.warning(text);
  });
  let summary = '';
  await tolerant('The summary could not be written', async () => {
    summary = renderSummary(shown, chapters);
    await runner.writeSummary(summary);
  });
  const written: string[] = [];
  for (const [name, render] of Object.entries(reportFiles(shown, chapters, summary))) {
    await tolerant(`The report file ${name} could not be written`, async () => {
      const content = await render();
      if (content === '') return;
      const file = await files.writeReport(name, content);
      written.push(file);
      const output = PATHS[name];
      if (output !== undefined) runner.setOutput(output, file);
    });
  }
  const [first] = written;
  const name = inputs?.artifact_name ?? '';
  if (name === '' || first === undefined) return;
  if (!artifacts.available) {
    // Only who names an artifact counts on it.
    if (artifacts.lacking !== undefined && name !== 'auto')
      runner.warning(`There is no artifact ${inertLine(name, 100)}. ${artifacts.lacking}`);
    return;
  }
  await tolerant('The artifact could not be uploaded', () =>
    artifacts.upload(
      name === 'auto' ? artifactName(runner.context, inputs?.matrix, inputs?.job_check_run_id) : name,
      path.dirname(first),
      written,
    ),
  );
}
