/** How far a training is, as events and jobs say it. Pure. */
import { isMap } from './method.ts';

export interface Steps {
  readonly step: number;
  /** Undefined where nobody says how many there are. */
  readonly totalSteps: number | undefined;
  /** Which epoch that is, from 1 up, where the platform says it. */
  readonly epoch?: { readonly number: number; readonly of: number } | undefined;
}

/** The step that an event's data is about; undefined for one that is about none. */
export function stepsOf(data: unknown): Steps | undefined {
  if (!isMap(data)) return undefined;
  const { step, total_steps: total } = data;
  if (typeof step !== 'number' || !Number.isFinite(step)) return undefined;
  return { step, totalSteps: typeof total === 'number' && total > 0 ? total : undefined };
}
