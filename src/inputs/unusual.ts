/**
 * Names that the API does not know, in places where a provider may know them. They go out as they are; a
 * likely slip is pointed out.
 */
import { hyperparametersOf } from '../api/method.ts';
import { DpoHyperparameters, ReinforcementHyperparameters, SupervisedHyperparameters } from '../api/requests.ts';
import type { Structures } from './structures.ts';

const KNOWN = {
  supervised: Object.keys(SupervisedHyperparameters.shape),
  dpo: Object.keys(DpoHyperparameters.shape),
  reinforcement: Object.keys(ReinforcementHyperparameters.shape),
};

/** The number of single-character edits between two words. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [above, letter] of [...left].entries()) {
    const next = [above + 1];
    for (const [index, other] of [...right].entries()) {
      next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The known name that a slip of up to three letters was probably meant to be. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((candidate) => ({ candidate, edits: distance(name, candidate) })).sort((a, b) => a.edits - b.edits);
  const [best] = ranked;
  return best !== undefined && best.edits <= Math.min(3, name.length / 2) ? best.candidate : undefined;
}

/** A remark for each name that the API does not name. */
export function unusualNames(inputs: Structures): string[] {
  const { method } = inputs;
  const type = method?.type ?? 'supervised';
  const place = method === undefined ? 'hyperparameters' : `method.${type}.hyperparameters`;
  const given = hyperparametersOf(inputs) ?? {};
  const remarks = Object.keys(given)
    .filter((name) => !KNOWN[type].includes(name))
    .map((name) => remark(`${place}.${name}`, nearest(name, KNOWN[type])));
  const fields = method === undefined ? [] : Object.keys(method).filter((name) => name !== 'type' && name !== type);
  return [...remarks, ...fields.map((name) => remark(`method.${name}`, nearest(name, [type])))];
}

function remark(place: string, meant: string | undefined): string {
  return `${place} is not a field that the API names; it is sent as it is.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}
