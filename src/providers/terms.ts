/**
 * What of a request a platform takes, as data, and whether it takes this one: what has no counterpart there
 * is refused by name before anything is sent. Pure.
 */
import { hyperparametersOf, methodName } from '../api/method.ts';
import type { InputProblem } from '../errors.ts';
import type { Asked } from './port.ts';

/** What of a request its price depends on. */
export interface BilledRequest extends Partial<Asked> {
  readonly hasValidation: boolean;
}

/** What a value may be. */
export interface Setting {
  /** As it follows "it must be". */
  readonly allowed: string;
  readonly passes: (value: unknown) => boolean;
}

export interface SuffixRule {
  readonly longest: number;
  readonly characters: RegExp;
  /** As it follows "it must be". */
  readonly allowed: string;
  /** The platform demands one: where none is given it is made from the fingerprint. */
  readonly required?: true;
}

/** Without an entry a platform takes what the API describes. */
export interface Terms {
  /** Methods of training that it has. */
  readonly methods?: { readonly names: readonly string[]; readonly instead: string };
  /** Kinds of graders that it has. */
  readonly graders?: { readonly types: readonly string[]; readonly instead: string };
  /** Fields of the API that it has not, each with what to write instead. */
  readonly lacksFields?: Readonly<Partial<Record<'seed' | 'suffix' | 'integrations' | 'validation_file', string>>>;
  /** Hyperparameters of the API that it has not, each with what to write instead. */
  readonly lacksSettings?: Readonly<Record<string, string>>;
  /** Hyperparameters that it takes besides those of the API, or within other bounds. */
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Fields of its create call that are nearly named as the API's, and are no slips in `extra_body`. */
  readonly fields?: readonly string[];
  /** Settings of which a request may have one. */
  readonly excludes?: readonly (readonly string[])[];
  /** What the user should know where a setting is left out, as a sentence. */
  readonly unlessSet?: Readonly<Record<string, string>>;
  readonly suffix?: SuffixRule;
  /** Inputs that the API demands and this platform does not. */
  readonly optional?: readonly 'validation_file'[];
  /** What else of this request it does not take. */
  readonly refuses?: (asked: Partial<BilledRequest>) => readonly InputProblem[];
  /** What the user should know of this request before anything is sent, a sentence each. */
  readonly remarks?: (asked: BilledRequest) => readonly string[];
  /** What is filled in for what was left out, a sentence each. */
  readonly notes?: (asked: BilledRequest) => readonly string[];
  /** What becomes of the user's metadata, where they are not kept: it follows the platform's name. */
  readonly metadata?: string;
}

/** What of a platform's profile this depends on. */
interface Taker {
  readonly title: string;
  readonly terms?: Terms | undefined;
}

/** `auto`, or a number in this range. */
export const numberFrom = (low: number, high: number, whole = false): Setting => ({
  allowed: `"auto" or a ${whole ? 'whole ' : ''}number from ${low} to ${high}`,
  passes: (value) => value === 'auto' || (isNumber(value, whole) && value >= low && value <= high),
});

/** `auto`, or a number above zero. */
export const ABOVE_ZERO: Setting = {
  allowed: '"auto" or a number above 0',
  passes: (value) => value === 'auto' || (isNumber(value, false) && value > 0),
};

export const oneOf = (...words: readonly string[]): Setting => ({
  allowed: `one of ${words.join(', ')}`,
  passes: (value) => typeof value === 'string' && words.includes(value),
});

export const TRUE_OR_FALSE: Setting = { allowed: 'true or false', passes: (value) => typeof value === 'boolean' };

function isNumber(value: unknown, whole: boolean): value is number {
  return typeof value === 'number' && Number.isFinite(value) && (!whole || Number.isInteger(value));
}

const shown = (value: unknown) => JSON.stringify(value) ?? String(value);

/** Why the platform does not take this, a sentence for each thing that it does not take. */
export function termProblems(asked: Partial<BilledRequest>, { title, terms }: Taker): readonly InputProblem[] {
  if (terms === undefined) return settingProblems(asked, title, {});
  return [
    ...methodProblems(asked, title, terms),
    ...fieldProblems(asked, title, terms),
    ...settingProblems(asked, title, terms),
    ...exclusionProblems(asked, title, terms),
    ...suffixProblems(asked, title, terms),
    ...(terms.refuses?.(asked) ?? []),
  ];
}

function methodProblems({ method }: Partial<Asked>, title: string, { methods, graders }: Terms): InputProblem[] {
  const name = methodName(method);
  if (methods !== undefined && !methods.names.includes(name)) {
    const message = `Input method is ${name}; ${title} trains by ${methods.names.join(' and ')} only. ${methods.instead}`;
    return [{ place: 'method', message }];
  }
  const grader = method?.type === 'reinforcement' ? method.reinforcement.grader.type : undefined;
  if (graders === undefined || grader === undefined || graders.types.includes(grader)) return [];
  const place = 'method.reinforcement.grader';
  return [
    { place, message: `Input ${place} is ${grader}; ${title} takes ${graders.types.join(' and ')} only. ${graders.instead}` },
  ];
}

function fieldProblems(asked: Partial<Asked>, title: string, { lacksFields = {} }: Terms): InputProblem[] {
  return Object.entries(lacksFields).flatMap(([place, instead]): InputProblem[] => {
    const value: unknown = Reflect.get(asked, place);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    const given = typeof value === 'object' ? '' : ` is ${shown(value)};`;
    return [{ place, message: `Input ${place}${given} ${title} has no such field. ${instead}` }];
  });
}

/** What of the API's settings has a word that some platforms take and others do not. */
const USUAL_SETTINGS: Readonly<Record<string, Setting>> = { batch_size: numberFrom(1, 256, true) };

function settingProblems(asked: Partial<Asked>, title: string, { lacksSettings = {}, settings = {} }: Terms): InputProblem[] {
  const root = asked.method === undefined ? 'hyperparameters' : `method.${methodName(asked.method)}.hyperparameters`;
  return Object.entries(hyperparametersOf(asked) ?? {}).flatMap(([name, value]): InputProblem[] => {
    const place = `${root}.${name}`;
    const instead = Object.hasOwn(lacksSettings, name) ? lacksSettings[name] : undefined;
    if (instead !== undefined)
      return [{ place, message: `Input ${place} is ${shown(value)}; ${title} has no such setting. ${instead}` }];
    const setting = [settings, USUAL_SETTINGS].find((known) => Object.hasOwn(known, name))?.[name];
    if (setting === undefined || setting.passes(value)) return [];
    return [{ place, message: `Input ${place} is ${shown(value)}; on ${title} it must be ${setting.allowed}.` }];
  });
}

function exclusionProblems(asked: Partial<Asked>, title: string, { excludes = [] }: Terms): InputProblem[] {
  const given = hyperparametersOf(asked) ?? {};
  return excludes.flatMap((names): InputProblem[] => {
    const both = names.filter((name) => Object.hasOwn(given, name) && given[name] !== 'auto');
    if (both.length < 2) return [];
    const place = asked.method === undefined ? 'hyperparameters' : 'method';
    return [{ place, message: `Input ${place} gives ${both.join(' and ')}; ${title} takes one of them. Take the other out.` }];
  });
}

function suffixProblems({ suffix }: Partial<Asked>, title: string, { suffix: rule }: Terms): InputProblem[] {
  if (suffix === undefined || rule === undefined) return [];
  if (suffix.length <= rule.longest && rule.characters.test(suffix)) return [];
  const message = `Input suffix is ${shown(suffix)} (${suffix.length} characters); on ${title} it must be ${rule.allowed}.`;
  return [{ place: 'suffix', message }];
}

/** What the user should know though it stops nothing. */
export function termRemarks(asked: BilledRequest, { title, terms }: Taker): readonly string[] {
  const own = terms?.remarks?.(asked) ?? [];
  if (terms?.metadata === undefined || Object.keys(asked.metadata ?? {}).length === 0) return own;
  return [
    `Input metadata: ${title} ${terms.metadata}. The job itself is not affected, and it is found by its inputs or by job_id.`,
    ...own,
  ];
}

/** What follows from settings that were left out. */
export function omissionRemarks(asked: BilledRequest, { terms }: Taker): readonly string[] {
  const given = hyperparametersOf(asked) ?? {};
  const unset = Object.entries(terms?.unlessSet ?? {}).flatMap(([name, remark]) => (Object.hasOwn(given, name) ? [] : [remark]));
  return [...unset, ...(terms?.notes?.(asked) ?? [])];
}

/** The suffix to ask for: the user's, or, where the platform demands one, one made from the fingerprint. */
export function suffixFor(given: string | undefined, fingerprint: string, { terms }: Pick<Taker, 'terms'>): string | undefined {
  if (given !== undefined || terms?.suffix?.required === undefined) return given;
  return `ft-${fingerprint.slice(0, Math.min(12, terms.suffix.longest - 3))}`;
}
