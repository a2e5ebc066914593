/**
 * Inputs that do not exist. The runner hands an action whatever stands under `with:` and only warns; a
 * setting that shapes the training, misspelt or in the wrong place, would be paid for without it. Pure.
 */
import type { InputProblem } from '../errors.ts';
import { nearest } from './nearest.ts';
import { flow, placeOfSetting, SETTINGS } from './unknown-names.ts';

export interface Strays {
  readonly problems: readonly InputProblem[];
  /** Those of which nobody can say what was meant, a line each. */
  readonly remarks: readonly string[];
}

/** A name longer than this is cut where it is shown. */
const LONGEST = 80;

/** `3` is a number where it stands in YAML. */
function plain(text: string): unknown {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** What was meant by an input that does not exist, as a sentence; undefined where nobody can say. */
function meant(name: string, value: string, type: string, inputs: readonly string[]): string | undefined {
  const setting = SETTINGS.includes(name) ? name : undefined;
  const place = setting === undefined ? undefined : placeOfSetting(setting, type);
  if (place !== undefined) {
    const [, method = type, ...inside] = place;
    return `It belongs to method: {type: ${method}, ${flow([method, ...inside], plain(value)).slice(1)}`;
  }
  const part = (known: string) => name.length > 4 && (name.endsWith(`_${known}`) || known.startsWith(`${name}_`));
  const near = nearest(name, inputs) ?? inputs.find(part);
  if (near !== undefined) return `Did you mean ${near}?`;
  const slip = nearest(name, SETTINGS);
  return slip === undefined ? undefined : `Did you mean ${placeOfSetting(slip, type)?.join('.')}?`;
}

/**
 * What to say of inputs that do not exist. An empty one asks for nothing.
 * @param given all that the runner handed over, by name
 * @param inputs the names that there are
 * @param type the method that is asked for
 */
export function strayInputs(
  given: Readonly<Record<string, string | undefined>>,
  inputs: readonly string[],
  type: string,
): Strays {
  const strays = Object.entries(given).flatMap(([name, value]) => {
    const text = value?.trim() ?? '';
    return inputs.includes(name) || text === '' ? [] : [{ name: name.slice(0, LONGEST), text }];
  });
  const said = strays.map(({ name, text }) => ({ name, advice: meant(name, text, type, inputs) }));
  return {
    problems: said.flatMap(({ name, advice }) =>
      advice === undefined ? [] : [{ place: name, message: `There is no input ${name}. ${advice}` }],
    ),
    remarks: said.flatMap(({ name, advice }) => (advice === undefined ? [`There is no input ${name}, so it is ignored.`] : [])),
  };
}
