/** The parts of the summary that tell of the data. Pure. */
import { countOf, type Dataset, type Problem } from '../dataset/dataset.ts';
import type { Findings } from './findings.ts';
import { placed, rows } from './tables.ts';
import { bytes, dollars, markdownCode, markdownText, whole } from './text.ts';

function histogram(dataset: Dataset): string {
  const bins = dataset.statistics?.histogram ?? [];
  const most = Math.max(1, ...bins.map((bin) => bin.rows));
  const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
  return bins.map((bin) => (bin.rows === 0 ? ' ' : (blocks[Math.min(7, Math.floor((bin.rows / most) * 7.999))] ?? '█'))).join('');
}

/** The data: how much of what, and what is wrong with it. */
export function data(findings: Findings): string {
  const { datasets, estimate } = findings;
  if (datasets.length === 0) return '';
  const verdict = (dataset: Dataset) => {
    const errors = countOf(dataset, 'error');
    const warnings = countOf(dataset, 'warning');
    if (errors + warnings === 0) return 'none';
    return [
      errors > 0 ? `**${whole(errors)} error${errors === 1 ? '' : 's'}**` : '',
      warnings > 0 ? `${whole(warnings)} warning${warnings === 1 ? '' : 's'}` : '',
    ]
      .filter(Boolean)
      .join(', ');
  };
  const body = datasets.map((dataset) => [
    `${dataset.role === 'training_file' ? 'Training' : 'Validation'}: ${dataset.paths
      .slice(0, 3)
      .map((path) => placed(findings, path, undefined))
      .join(', ')}${dataset.paths.length > 3 ? ` and ${dataset.paths.length - 3} more` : ''}`,
    whole(dataset.rows),
    dataset.tokens === undefined ? '' : `${dataset.tokens.kind === 'exact' ? '' : '≈ '}${whole(dataset.tokens.tokens)}`,
    bytes(dataset.bytes),
    `<code>${dataset.sha256.slice(0, 12)}</code>`,
    verdict(dataset),
  ]);
  const figures = datasets.flatMap((dataset) => {
    const { statistics } = dataset;
    if (statistics === undefined) return [];
    const { rowTokens, turns, trainedShare } = statistics;
    const name = dataset.role === 'training_file' ? 'Training' : 'Validation';
    const longest = statistics.longest[0];
    return [
      [
        name,
        `${whole(rowTokens.median)} / ${whole(rowTokens.p95)} / ${whole(rowTokens.max)}`,
        `<code>${histogram(dataset)}</code>`,
        `${whole(turns.median)} / ${whole(turns.max)}`,
        trainedShare === 0 ? '–' : `${Math.round(trainedShare * 100)} %`,
        longest === undefined ? '' : placed(findings, longest.path, longest.line),
      ],
    ];
  });
  const expected =
    estimate === undefined
      ? ''
      : `\n\nExpected: **${whole(estimate.tokens.tokens)}** tokens over ${estimate.epochs} epoch${estimate.epochs === 1 ? '' : 's'}${estimate.epochsAsked ? '' : ' (the usual number; the provider decides)'}${
          estimate.cost === undefined
            ? estimate.withoutCost === undefined
              ? ''
              : `; ${markdownText(estimate.withoutCost)}`
            : `, ${dollars(estimate.cost.usd)} (${markdownText(estimate.cost.basis)})`
        }.`;
  return (
    [
      '### Data',
      '',
      rows(['File', 'Rows', 'Tokens', 'Size', 'SHA-256', 'Problems'], body),
      ...(figures.length === 0
        ? []
        : [
            '',
            rows(['', 'Tokens a row: median / 95 % / most', 'Spread', 'Turns: median / most', 'Learned', 'Longest row'], figures),
          ]),
    ].join('\n') + expected
  );
}

/** What is wrong with the data, rolled up by rule, worst and most frequent first. */
export function problems(findings: Findings): string {
  const all = findings.datasets.flatMap((dataset) => dataset.counts.map((entry) => ({ ...entry, dataset })));
  if (all.length === 0) return '';
  const ordered = all.sort((left, right) => left.severity.localeCompare(right.severity) || right.count - left.count);
  const body = ordered.map(({ rule, severity, count, dataset }) => {
    const examples = dataset.problems.filter((problem) => problem.rule === rule);
    const places = examples.slice(0, 5).map((problem) => placed(findings, problem.path, problem.line));
    return [
      severity === 'error' ? '❌' : '⚠️',
      markdownCode(rule),
      whole(count),
      markdownText(messageShown(findings, examples[0]), 300),
      `${places.join(', ')}${count > places.length ? ` and ${whole(count - places.length)} more` : ''}`,
    ];
  });
  return `### Problems\n\n${rows(['', 'Rule', 'Count', 'For example', 'Where'], body)}`;
}

/** A message quotes the data; where rows may not be shown, the quotation is left out. */
function messageShown(findings: Findings, problem: Problem | undefined): string {
  const message = problem?.message ?? '';
  return findings.run.showRows ? message : message.replace(/"[^"]*"/g, '"…"');
}
