/** The figures of the model before, beside those of the new one. Pure. */
import { hyperparametersOf } from '../api/method.ts';
import { type Checkpoint, type Job, timeOf } from '../api/objects.ts';
import { change, priceChange, share } from './change.ts';
import type { Findings } from './findings.ts';
import { realPrice } from './job-price.ts';
import { rows } from './tables.ts';
import { copyable, dollars, figure, markdownText, whole } from './text.ts';

/** A job may measure many things; these are what models are compared by. */
const COMPARED = /(?:loss|accuracy|reward)/;
const METRICS = 8;
/** Those over all of the validation rows first, then those over some. */
const ORDER = ['full_valid', 'valid', ''];

/** What the last checkpoint measured, as that is the model. */
function measured(checkpoint: Checkpoint | undefined): ReadonlyMap<string, number> {
  const rank = (name: string) => ORDER.findIndex((prefix) => name.startsWith(prefix));
  const numbers = Object.entries(checkpoint?.metrics ?? {}).flatMap(([name, value]) =>
    typeof value === 'number' && COMPARED.test(name) ? [[name, value] as const] : [],
  );
  const names = new Set(numbers.map(([name]) => name));
  // What was measured over some of the rows says less than what was measured over all.
  const telling = numbers.filter(([name]) => !names.has(`full_${name}`));
  return new Map(telling.sort(([left], [right]) => rank(left) - rank(right)));
}

/** The last of the checkpoints by step. */
function lastOf(checkpoints: readonly Checkpoint[]): Checkpoint | undefined {
  return checkpoints.toSorted((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0)).at(-1);
}

function epochsOf(job: Job): number | undefined {
  const epochs = hyperparametersOf(job)?.n_epochs;
  return typeof epochs === 'number' ? epochs : undefined;
}

interface Figure {
  readonly name: string;
  readonly before: number | undefined;
  readonly now: number | undefined;
  readonly words: (value: number) => string;
  /** Where it is not simply the difference. */
  readonly changed?: (before: number, now: number) => string;
}

/** What both models have, figure by figure. */
function figuresOf({ job, price, checkpoints }: Findings, previous: NonNullable<Findings['previous']>): Figure[] {
  if (job === undefined) return [];
  const [before, now] = [measured(previous.checkpoint), measured(lastOf(checkpoints))];
  const metrics = [...now].map(([name, value]) => ({ name, before: before.get(name), now: value, words: figure }));
  return [
    { name: 'Epochs', before: epochsOf(previous.job), now: epochsOf(job), words: whole },
    {
      name: 'Trained tokens',
      before: previous.job.trained_tokens ?? undefined,
      now: job.trained_tokens ?? undefined,
      words: whole,
    },
    {
      name: 'Price',
      before: realPrice({ job: previous.job, price }),
      now: realPrice({ job, price }),
      words: dollars,
      changed: priceChange,
    },
    ...metrics,
  ];
}

/** The figures of the model before beside those of this one; nothing where nothing is known of it. */
export function previousModel(findings: Findings): string {
  const { previous, job } = findings;
  if (previous === undefined || job === undefined) return '';
  const body = figuresOf(findings, previous).flatMap(
    ({ name, before, now, words, changed = (one, other) => change(one, other, words) }) => {
      if (before === undefined || now === undefined) return [];
      const changes = [changed(before, now), share(before, now)].filter((text) => text !== '');
      return [[markdownText(name), words(before), words(now), changes.join(' · ') || '–']];
    },
  );
  if (body.length === 0) return '';
  const day = timeOf(previous.job.created_at).slice(0, 10);
  const name = copyable(previous.job.fine_tuned_model ?? previous.job.id);
  const validated = body.some(([metric]) => metric?.includes('valid'));
  const apart = validated && previous.job.validation_file !== job.validation_file;
  return [
    '### Beside the previous model',
    `${name}${day === '' ? '' : ` of ${day}`} was trained before it from the same base, with the same suffix and labels.`,
    rows(['', 'Previous\t', 'This\t', 'Change\t'], body.slice(0, 3 + METRICS)),
    apart ? 'The validation files differ, so their losses compare only as far as the rows are alike.' : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
