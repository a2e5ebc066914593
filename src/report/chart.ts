/**
 * Charts in the Mermaid that GitHub runs, which is some versions old: `xychart-beta` knows no legend and no missing point, and draws nothing for one point.
 * So a chart has one metric, its training and validation lines on one grid of steps, the lines named in the title, and the same numbers in a folded table.
 */
import type { MetricPoint } from './findings.ts';
import { figure, markdownText, mermaidText } from './text.ts';

const MOST = 60;
/** Two colours that can be told apart on light and dark ground, also by most people who see colours differently. */
const COLOURS = ['#2f81f7', '#db6d28'];
const COLOUR_NAMES = ['Blue', 'Orange'];
const INIT = `%%{init: {"xyChart": {"height": 320}, "themeVariables": {"xyChart": {"plotColorPalette": "${COLOURS.join(', ')}"}}}}%%`;

interface Series {
  readonly name: string;
  readonly points: readonly { readonly step: number; readonly value: number }[];
}

/** What belongs into one picture: a line for each group of names. */
const CHARTS: readonly { readonly title: string; readonly groups: readonly (readonly string[])[] }[] = [
  { title: 'Loss', groups: [['train_loss'], ['full_valid_loss', 'valid_loss']] },
  {
    title: 'Token accuracy',
    groups: [
      ['train_mean_token_accuracy', 'train_accuracy'],
      ['full_valid_mean_token_accuracy', 'valid_mean_token_accuracy', 'valid_accuracy'],
    ],
  },
  {
    title: 'Mean reward',
    groups: [
      ['train_mean_reward', 'train_reward_mean'],
      ['full_valid_mean_reward', 'valid_reward_mean'],
    ],
  },
  {
    title: 'Preference accuracy',
    groups: [['train_mean_reward_accuracy'], ['full_valid_mean_reward_accuracy', 'valid_mean_reward_accuracy']],
  },
  {
    title: 'Preference margin',
    groups: [['train_mean_reward_margin'], ['full_valid_mean_reward_margin', 'valid_mean_reward_margin']],
  },
];

/** Of several names for one thing the one that was measured most often. */
function seriesOf(points: readonly MetricPoint[], names: readonly string[]): Series | undefined {
  const all = names.map((name) => ({
    name,
    points: points.flatMap(({ step, values }) => (values[name] === undefined ? [] : [{ step, value: values[name] }])),
  }));
  const [best] = all.sort((left, right) => right.points.length - left.points.length);
  return best === undefined || best.points.length === 0 ? undefined : best;
}

/** At most so many points: of each run of steps the mean, so that the line keeps its course. */
export function thinned(points: Series['points'], most = MOST): Series['points'] {
  if (points.length <= most) return points;
  return Array.from({ length: most }, (_, index) => {
    const part = points.slice(Math.floor((index * points.length) / most), Math.floor(((index + 1) * points.length) / most));
    const value = part.reduce((sum, one) => sum + one.value, 0) / part.length;
    return { step: part.at(-1)?.step ?? 0, value };
  });
}

/** The values of a sparse series at the steps of the grid, straight lines between its points, its ends held. */
function onGrid(series: Series, grid: readonly number[]): number[] {
  const { points } = series;
  return grid.map((step) => {
    const after = points.find((point) => point.step >= step);
    const before = points.findLast((point) => point.step <= step);
    if (after === undefined || before === undefined) return (after ?? before)?.value ?? 0;
    return after.step === before.step
      ? after.value
      : before.value + ((step - before.step) / (after.step - before.step)) * (after.value - before.value);
  });
}

function table(all: readonly Series[]): string {
  const steps = [...new Set(all.flatMap(({ points }) => thinned(points).map(({ step }) => step)))].sort(
    (left, right) => left - right,
  );
  const cell = ({ points }: Series, step: number) => {
    const found = points.find((point) => point.step === step);
    return found === undefined ? '' : figure(found.value);
  };
  const rows = steps.map((step) => `| ${step} | ${all.map((series) => cell(series, step)).join(' | ')} |`);
  return [
    `| Step | ${all.map(({ name }) => markdownText(name)).join(' | ')} |`,
    `| --: |${' --: |'.repeat(all.length)}`,
    ...rows,
  ].join('\n');
}

function chart(title: string, all: readonly Series[]): string {
  const [main] = all;
  if (main === undefined) return '';
  const grid = thinned(main.points).map(({ step }) => step);
  if (grid.length < 2) return `**${title}**\n\n${table(all)}\n`;
  const lines = all.map((series, index) =>
    index === 0 ? thinned(series.points).map(({ value }) => value) : onGrid(series, grid),
  );
  const values = lines.flat();
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = high === low ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.05;
  const floor = low >= 0 ? Math.max(0, low - margin) : low - margin;
  const number = (value: number) => String(Number(value.toPrecision(5)));
  const legend = all.map((series, index) => {
    const sparse =
      index > 0 && series.points.length < main.points.length
        ? `, measured at ${series.points.length} steps, drawn straight between them and level before the first`
        : '';
    return `${COLOUR_NAMES[index]}: ${markdownText(series.name)}${sparse}`;
  });
  return [
    `**${title}**`,
    '',
    '```mermaid',
    INIT,
    'xychart-beta',
    `  x-axis "step" ${grid[0]} --> ${grid.at(-1)}`,
    `  y-axis "${mermaidText(title.toLowerCase())}" ${number(floor)} --> ${number(high + margin)}`,
    ...lines.map((line) => `  line [${line.map(number).join(', ')}]`),
    '```',
    '',
    `${legend.join('; ')}.`,
    '',
    '<details><summary>The numbers</summary>',
    '',
    table(all),
    '',
    '</details>',
    '',
  ].join('\n');
}

/** The charts of a run, one for each metric that it has; empty when there is nothing to draw. */
export function charts(points: readonly MetricPoint[]): string[] {
  const ordered = [...points].sort((left, right) => left.step - right.step);
  return CHARTS.flatMap(({ title, groups }) => {
    const all = groups.map((names) => seriesOf(ordered, names)).filter((series) => series !== undefined);
    return all.length === 0 ? [] : [chart(title, all)];
  });
}
