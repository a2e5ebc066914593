/** What a platform would say of a model and a method, as far as its tables know. Pure. */
import { baseOf, familyOf, type KnownModels, type ModelFamily } from './family.ts';

export interface Standing {
  readonly severity: 'error' | 'warning' | 'notice';
  readonly message: string;
}

export interface AskedModel {
  readonly model: string;
  readonly method: ModelFamily['methods'][number];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Refuse a model that lives for less; 0 for any that still lives. */
  readonly minimumDays: number;
}

const DAY = 24 * 3_600_000;
/** Said without being asked when something ends sooner. */
const SOON_DAYS = 90;

/** Whole days from one moment to the beginning of a day (`YYYY-MM-DD`, UTC); undefined for any other text. */
export function daysUntil(date: string | null | undefined, now: number): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}/.test(date ?? '') ? Date.parse((date ?? '').slice(0, 10)) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.floor((time - now) / DAY);
}

const inDays = (days: number) => `in ${days} day${days === 1 ? '' : 's'}`;

/** How long a model lives that is shut down on a day; undefined when there is nothing to be said. */
export function lifeOf(
  { model, now, minimumDays }: Omit<AskedModel, 'method'>,
  date: string | null | undefined,
): Standing | undefined {
  const days = daysUntil(date, now);
  if (days === undefined) return undefined;
  const when = days < 0 ? `was shut down on ${date}` : `is shut down on ${date}, ${inDays(days)}`;
  const base = `The base model ${baseOf(model)} ${when}`;
  if (days < minimumDays)
    return {
      severity: 'error',
      message: `${base}, and min_model_days is ${minimumDays}; nothing was uploaded. Choose a model that lives longer.`,
    };
  return days < SOON_DAYS ? { severity: 'warning', message: `${base}; models trained from it may go with it.` } : undefined;
}

const list = (names: readonly string[]) => names.join(' and ');

/** Whether the platform trains this model by this method. */
export function methodFault({ model, method }: AskedModel, { title, families }: KnownModels): Standing | undefined {
  const family = familyOf(families, model);
  if (family === undefined || family.methods.includes(method)) return undefined;
  const others = families.filter(({ methods, ends }) => methods.includes(method) && ends === undefined).map(({ name }) => name);
  const fix =
    family.methods.length === 0
      ? 'Choose another model.'
      : `Write ${family.methods.map((name) => `method: ${name}`).join(' or ')}, or choose another model${others.length === 0 ? '' : `, such as ${others.slice(0, 3).join(', ')}`}.`;
  const offered = family.methods.length === 0 ? 'it is not trained at all' : `it is trained by ${list(family.methods)}`;
  return { severity: 'error', message: `${title} does not train ${baseOf(model)} by ${method}; ${offered}. ${fix}` };
}

/** What a platform no longer does, or soon will not. */
export function closingsOf({ now }: Pick<AskedModel, 'now'>, { title, closings }: KnownModels): Standing[] {
  const said = closings.flatMap(({ from, what, forAll }): Standing[] => {
    const days = daysUntil(from.length === 7 ? `${from}-01` : from, now) ?? Number.POSITIVE_INFINITY;
    if (days < 0)
      return forAll
        ? [{ severity: 'error', message: `Since ${from} ${title} ${what}; nothing was uploaded. Train on another platform.` }]
        : [{ severity: 'notice', message: `Since ${from} ${title} ${what}.` }];
    return days < SOON_DAYS ? [{ severity: 'warning', message: `From ${from} (${inDays(days)}) ${title} ${what}.` }] : [];
  });
  const closed = said.filter(({ severity }) => severity === 'error');
  return closed.length > 0 ? closed : said;
}
