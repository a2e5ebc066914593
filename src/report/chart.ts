/**
 * Charts in the Mermaid that GitHub runs, which is some versions old: `xychart-beta` knows no legend, no mark
 * and no missing point, and draws nothing for one point. So a chart has one metric, its training and
 * validation lines on one grid of steps, the lines named below it, and the same numbers in a folded table.
 */
import type { MetricPoint } from './findings.ts';
import { filled, type Grid, gapOf, gridOf, means, placeOf, type Series, stepsOf } from './grid.ts';
import type { Judgement } from './metrics.ts';
import { figure, inertLine, markdownText, whole } from './text.ts';

const MOST = 60;
/** Above this Mermaid reads no number. */
const LARGEST = 1e15;
/**
 * Colours that can be told apart on light and dark ground, also by most people who see colours differently.
 */
const LINES = [
  { colour: '#2f81f7', sign: '🔵' },
  { colour: '#db6d28', sign: '🟠' },
] as const;

/** Text inside the quotes of a Mermaid diagram: letters, digits and a few signs; the rest is left out. */
export function mermaidText(text: string, max = 60): string {
  return inertLine(text, max).replace(/[^\p{L}\p{N} ,.()/_-]/gu, '');
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
      ['full_valid_mean_reward', 'valid_mean_reward', 'valid_reward_mean'],
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

/** A table of the numbers that are drawn, the marked step with a star. */
function table(all: readonly Series[], grid: Grid, marked: number | undefined): string {
  const columns = all.map((series) => means(series, grid));
  // The mean of numbers at the end of all numbers is none.
  const cell = (value: number | undefined) => (value === undefined || !Number.isFinite(value) ? '' : figure(value));
  return [
    `| Step | ${all.map(({ name }) => markdownText(name)).join(' | ')} |`,
    `| --: |${' --: |'.repeat(all.length)}`,
    ...stepsOf(grid).flatMap((step, index) =>
      columns.every((column) => column[index] === undefined)
        ? []
        : [`| ${index === marked ? '⭐ ' : ''}${whole(step)} | ${columns.map((column) => cell(column[index])).join(' | ')} |`],
    ),
  ].join('\n');
}

/** Numbers as Mermaid reads them: no exponents. Five digits of the largest are enough for a picture. */
function decimals(values: readonly number[]): (value: number) => string {
  const largest = Math.max(...values.map(Math.abs));
  const digits = largest === 0 ? 0 : Math.min(15, Math.max(0, 5 - Math.ceil(Math.log10(largest))));
  return (value) =>
    value
      .toFixed(digits)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
}

/** How a line is to be read: its colour, its name, and where it says less than it seems to. */
function legend(series: Series, main: Series, index: number): string {
  const gap = gapOf(series);
  const notes = [
    series.points.length < main.points.length
      ? `measured at ${whole(series.points.length)} steps, drawn straight between them, level before the first and after the last`
      : '',
    gap === undefined ? '' : `nothing between steps ${whole(gap.from)} and ${whole(gap.to)}`,
  ].filter((note) => note !== '');
  return `${LINES[index]?.sign} ${markdownText(series.name)}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}

function chart(title: string, all: readonly Series[], best: Judgement | undefined): string {
  // A grid for the series that was measured most often holds the others, too.
  const main = all.reduce((most, series) => (series.points.length > most.points.length ? series : most));
  const grid = gridOf(main, MOST);
  const last = main.points.at(-1)?.step ?? 0;
  const lines = grid === undefined ? [] : all.map((series) => filled(means(series, grid)));
  const values = lines.flat();
  const tooLarge = [...values, ...main.points.map(({ step }) => step)].some((value) => !(Math.abs(value) < LARGEST));
  if (grid === undefined || tooLarge) {
    return `**${title}**\n\n${table(all, grid ?? { first: last, spacing: 1, count: 1 }, undefined)}\n`;
  }
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = high === low ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.05;
  const floor = low >= 0 ? Math.max(0, low - margin) : low - margin;
  const ceiling = high + margin;
  const number = decimals([floor, ceiling]);
  const step = best?.checkpoint.step_number;
  const marked = step == null || step < grid.first || step > last ? undefined : placeOf(step, grid);
  const colours = LINES.map(({ colour }) => colour).join(', ');
  return [
    `**${title}**`,
    '',
    '```mermaid',
    `%%{init: {"xyChart": {"width": 800, "height": 320}, "themeVariables": {"xyChart": {"backgroundColor": "transparent", "plotColorPalette": "${colours}"}}}}%%`,
    'xychart-beta',
    `  x-axis "step" ${[grid.first, last].map((end) => Number(end.toFixed(3))).join(' --> ')}`,
    `  y-axis "${mermaidText(title.toLowerCase())}" ${number(floor)} --> ${number(ceiling)}`,
    ...lines.map((line) => `  line [${line.map(number).join(', ')}]`),
    '```',
    '',
    [
      ...all.map((series, index) => legend(series, main, index)),
      ...(main.points.length > grid.count ? ['each point is the mean of the steps since the one before it'] : []),
      ...(marked === undefined || best === undefined
        ? []
        : [`⭐ the best checkpoint: step ${whole(step ?? 0)} (${markdownText(best.metric)} ${figure(best.value)})`]),
    ].join(' · '),
    '',
    '<details><summary>The numbers</summary>',
    '',
    table(all, grid, marked),
    '',
    '</details>',
    '',
  ].join('\n');
}

/**
 * The charts of a run, one for each metric that it has; empty when there is nothing to draw.
 * @param best the checkpoint to mark
 */
export function charts(points: readonly MetricPoint[], best?: Judgement): string[] {
  const ordered = [...points].sort((left, right) => left.step - right.step);
  return CHARTS.flatMap(({ title, groups }) => {
    const all = groups.map((names) => seriesOf(ordered, names)).filter((series) => series !== undefined);
    return all.length === 0 ? [] : [chart(title, all, best)];
  });
}
