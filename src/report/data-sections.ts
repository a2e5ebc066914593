/** The parts of the summary about the data. Pure. */
import { countOf, type Dataset, type Statistics, type TokenCount } from '../dataset/dataset.ts';
import { masked } from '../dataset/secrets/credentials.ts';
import { textOf } from '../words.ts';
import type { Findings } from './findings.ts';
import { placed, placesOf } from './links.ts';
import { estimatedPrice, looksPaid, platformPrice } from './price.ts';
import { rows } from './tables.ts';
import { bytes, counted, dollars, markdownCode, markdownText, whole } from './text.ts';

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** The API's own roles; any other, like the name of a tool, is the data's. */
const ROLES = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function']);
/** So many names of roles and tools are shown. */
const NAMES = 8;
const TITLES = { training_file: 'Training', validation_file: 'Validation', evaluation_file: 'Evaluation' } as const;
const nameOf = ({ role }: Dataset) => TITLES[role];

/** The spread of the rows' lengths on one line, its ends named. */
function spread({ statistics }: Dataset): string {
  const bins = statistics?.histogram ?? [];
  const most = Math.max(1, ...bins.map((bin) => bin.rows));
  const line = bins.map((bin) => (bin.rows === 0 ? '·' : (BLOCKS[Math.min(7, Math.floor((bin.rows / most) * 7.999))] ?? '█')));
  return bins.length === 0
    ? ''
    : `${whole(bins[0]?.from ?? 0)} <code>${line.join('')}</code> ${whole(statistics?.rowTokens.max ?? 0)}`;
}

function verdict(dataset: Dataset): string {
  const errors = countOf(dataset, 'error');
  const warnings = countOf(dataset, 'warning');
  const found = [
    errors > 0 ? `❌ **${counted(errors, 'error')}**` : '',
    warnings > 0 ? `⚠️ ${counted(warnings, 'warning')}` : '',
  ].filter((part) => part !== '');
  return found.length === 0 ? 'none' : found.join(', ');
}

/** `user 1,300, assistant 1,300`, the most frequent first. */
function tally(counts: Readonly<Record<string, number>> | undefined, isShown: (name: string) => boolean): string {
  const named = Object.entries(counts ?? {}).filter(([name]) => isShown(name));
  const others = Object.entries(counts ?? {}).filter(([name]) => !isShown(name));
  const unnamed = others.reduce((sum, [, count]) => sum + count, 0);
  const all = [...named, ...(unnamed === 0 ? [] : [['others', unnamed] as const])].sort(([, left], [, right]) => right - left);
  const shown = all.slice(0, NAMES).map(([name, count]) => `${markdownText(masked(name), 40)} ${whole(count)}`);
  return [...shown, ...(all.length > NAMES ? [`${whole(all.length - NAMES)} more`] : [])].join(', ');
}

/** ` (1,405 to 1,523)`, where a count has an interval. */
function bounds({ low, high }: TokenCount): string {
  return low === high ? '' : ` (${whole(low)} to ${whole(high)})`;
}

/** That figures are of a part of the rows, where they are. */
function sample(statistics: Statistics | undefined): string {
  if (statistics === undefined || statistics.leftOut === 0) return '';
  const { rows: counted, leftOut } = statistics;
  return `the figures from here to the longest rows are of ${whole(counted)} of ${whole(counted + leftOut)} rows`;
}

/** What is said of a dataset, a line a fact; a fact that no dataset has is left out. */
const FACTS: readonly (readonly [name: string, text: (dataset: Dataset, findings: Findings) => string])[] = [
  [
    'File',
    ({ paths }, findings) =>
      `${paths
        .slice(0, 3)
        .map((path) => placed(findings, path, undefined))
        .join('<br>')}${paths.length > 3 ? `<br>and ${whole(paths.length - 3)} more` : ''}`,
  ],
  ['Rows', ({ rows: count, format }) => `${whole(count)}${format === undefined ? '' : ` (${format})`}`],
  ['Problems', (dataset) => verdict(dataset)],
  [
    'Tokens',
    ({ tokens }) =>
      tokens === undefined ? '' : `${tokens.kind === 'exact' ? '' : '≈ '}${whole(tokens.tokens)}${bounds(tokens)}`,
  ],
  ['Sample', ({ statistics }) => sample(statistics)],
  [
    'Tokens per row',
    ({ statistics }) =>
      statistics === undefined
        ? ''
        : `median ${whole(statistics.rowTokens.median)}, 95th percentile ${whole(statistics.rowTokens.p95)}, largest ${whole(statistics.rowTokens.max)}`,
  ],
  ['Spread', (dataset) => spread(dataset)],
  [
    'Trained on',
    // Of other data nothing is learned.
    ({ role, statistics }) =>
      role === 'training_file' && statistics?.trainedShare ? `${Math.round(statistics.trainedShare * 100)} % of the tokens` : '',
  ],
  [
    'Turns per row',
    ({ statistics }) =>
      statistics === undefined ? '' : `median ${whole(statistics.turns.median)}, largest ${whole(statistics.turns.max)}`,
  ],
  ['Messages', ({ statistics }, { run }) => tally(statistics?.roles, (name) => run.showRows || ROLES.has(name))],
  ['Tools called', ({ statistics }, { run }) => tally(statistics?.tools, () => run.showRows)],
  [
    'Answers under 3 characters',
    ({ statistics }) => (statistics?.nearEmptyAnswers ? counted(statistics.nearEmptyAnswers, 'row') : ''),
  ],
  [
    'Longest rows',
    ({ statistics }, findings) =>
      (statistics?.longest ?? [])
        .slice(0, 5)
        .map(({ path, line, tokens }) => `${placed(findings, path, line, `line ${line}`)} (${whole(tokens)})`)
        .join(', '),
  ],
  ['Size', (dataset) => bytes(dataset.bytes)],
  ['SHA-256', ({ sha256 }) => `<code>${sha256.slice(0, 16)}</code>`],
];

/** What the training is expected to take, and what that rests on. */
function expected(findings: Findings): string {
  const { estimate } = findings;
  if (estimate === undefined) return '';
  const { tokens, epochs, epochsAsked, looks } = estimate;
  const range =
    tokens.kind === 'exact' ? '' : ` (${whole(tokens.low)} to ${whole(tokens.high)}; ${markdownText(tokens.basis, 600)})`;
  const price = estimatedPrice(estimate, markdownText);
  const theirs = platformPrice(findings);
  const usual = epochsAsked ? '' : ' (the default; the platform decides)';
  return `Expected: **${whole(tokens.tokens)}** tokens${range} over ${counted(epochs, 'epoch')}${usual}${looksPaid(looks)}${price === '' ? '' : `; ${price}`}${theirs === undefined ? '' : `; the platform itself estimates ${dollars(theirs)}`}.`;
}

/** The rows' lengths as a histogram to look at, folded. */
function lengths(datasets: readonly Dataset[]): string {
  const charts = datasets.flatMap((dataset) => {
    const bins = dataset.statistics?.histogram ?? [];
    if (bins.length === 0) return [];
    const most = Math.max(...bins.map((bin) => bin.rows));
    const names = bins.map(({ from, to }) => (to - from <= 1 ? whole(from) : `${whole(from)}–${whole(to - 1)}`));
    const width = Math.max(...names.map((name) => name.length));
    const lines = bins.map((bin, index) => {
      const bar = '█'.repeat(Math.round((bin.rows / most) * 40)) || (bin.rows > 0 ? '▏' : '');
      return `${(names[index] ?? '').padStart(width)}  ${bar} ${whole(bin.rows)}`;
    });
    return [`${nameOf(dataset)}, rows by tokens\n${lines.join('\n')}`];
  });
  return charts.length === 0
    ? ''
    : `<details><summary>Length of the rows</summary>\n\n\`\`\`text\n${charts.join('\n\n')}\n\`\`\`\n\n</details>`;
}

/** The data: how much of what, a column a dataset. */
export function data(findings: Findings): string {
  const { datasets } = findings;
  if (datasets.length === 0) return '';
  const body = FACTS.map(([name, text]) => [name, ...datasets.map((dataset) => text(dataset, findings))]).filter((cells) =>
    cells.slice(1).some((cell) => cell !== ''),
  );
  const table = rows(['', ...datasets.map(nameOf)], body);
  return ['### Data', table, expected(findings), lengths(datasets)].filter((part) => part !== '').join('\n\n');
}

/** What is wrong with the data, rolled up by rule, worst and most frequent first. */
export function problems(findings: Findings): string {
  const all = findings.datasets.flatMap((dataset) => dataset.counts.map((entry) => ({ ...entry, dataset })));
  if (all.length === 0) return '';
  const ordered = all.sort((left, right) => left.severity.localeCompare(right.severity) || right.count - left.count);
  const body = ordered.map(({ rule, severity, count, dataset }) => {
    const examples = dataset.problems.filter((problem) => problem.rule === rule);
    const places = examples.slice(0, 5);
    return [
      severity === 'error' ? '❌' : '⚠️',
      markdownCode(rule),
      whole(count),
      examples[0] === undefined ? '' : markdownText(textOf(examples[0].message, findings.run.showRows), 300),
      `${placesOf(findings, places)}${count > places.length ? `${places.length === 0 ? '' : ' and '}${whole(count - places.length)} more` : ''}`,
    ];
  });
  const table = rows(['', 'Rule', 'Count\t', 'For example', 'Where'], body);
  return [`### Problems`, table, ...kept(findings)].join('\n\n');
}

/** Whether places are missing, because there were more problems than are kept. */
function kept({ datasets }: Findings): string[] {
  const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'error') + countOf(dataset, 'warning'), 0);
  const places = datasets.reduce((sum, { problems: list }) => sum + list.length, 0);
  return places >= found
    ? []
    : [
        `_${whole(found)} problems were counted; of ${whole(places)} the places are kept, in \`problems.jsonl\` and \`problems.sarif\` of the report. Fix those, and run again to see the rest._`,
      ];
}
