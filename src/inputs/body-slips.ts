/**
 * Names in `extra_body` that are nearly one of the API's. Any other name is the server's own and goes out as
 * it is; a slip would go out too, be ignored, and the training that was not meant be paid for. Pure.
 */
import { isMap } from '../api/method.ts';
import type { InputProblem } from '../errors.ts';
import { slipOf } from './nearest.ts';
import { METHOD_NAMES, SETTINGS } from './unknown-names.ts';

/** Fields of the create call that are long enough to be misspelt by a letter or two. */
const FIELDS = ['training_file', 'validation_file', 'hyperparameters', 'integrations', 'metadata'];
/** Maps of the create call that have fields of their own. */
const INSIDE: readonly string[] = ['method', 'hyperparameters', ...METHOD_NAMES];

function* namesIn(value: unknown, path: readonly string[]): Generator<readonly string[]> {
  if (!isMap(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    yield [...path, name];
    if (INSIDE.includes(name)) yield* namesIn(inner, [...path, name]);
  }
}

/**
 * A problem for each of them.
 * @param own what the platform itself takes
 */
export function bodySlips(body: unknown, own: readonly string[]): InputProblem[] {
  const known = [...FIELDS, ...SETTINGS];
  return [...namesIn(body, ['extra_body'])].flatMap((path) => {
    const name = path.at(-1) ?? '';
    const meant = own.includes(name) ? undefined : slipOf(name, known);
    if (meant === undefined) return [];
    const place = path.join('.');
    return [{ place, message: `Input ${place} is no name that the API knows. Did you mean ${meant}?` }];
  });
}
