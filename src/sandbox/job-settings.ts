/** What is read from a job's settings, by the desk that takes them and by the runner that works on them. */
import type { StoredJob } from './journal.ts';

/** The model that a fine-tuned name goes on from, down to the one that was there first. */
export function baseOf(model: string): string {
  return model.startsWith('ft:') ? (model.split(':')[1] ?? model) : model;
}

/** The hyperparameters of a method, wherever they stand. */
export function hyperparametersOf(method: StoredJob['method']): Readonly<Record<string, unknown>> {
  const settings = method[method.type];
  const inner: unknown = typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'hyperparameters') : undefined;
  return typeof inner === 'object' && inner !== null ? { ...inner } : {};
}
