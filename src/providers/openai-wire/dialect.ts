/** In what servers of the shared wire differ, as data. */
import type { JobState } from '../../api/objects.ts';
import { STATES } from '../../api/statuses.ts';
import type { Explanation } from '../failures.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface Dialect {
  /** `header-or-token`: a key goes into `api-key`, a JSON Web Token into `Authorization`. */
  readonly authorization: 'bearer' | 'header-or-token';
  /**
   * Whether the server is known to filter its list by metadata. What it keeps of them is seen from its
   * answers alone.
   */
  readonly keepsMetadata: boolean;
  /**
   * Whether metadata are sent at all. Where they are not known to be taken, they are not: an unknown field
   * may be refused, and what is dropped marks nothing.
   */
  readonly sendsMetadata: boolean;
  /** Whether the server takes large files in parts. */
  readonly takesParts: boolean;
  /** A job names its model otherwise than it was asked for, so that names are not compared. */
  readonly renamesModels: boolean;
  /** Why its jobs cannot be listed, as a clause; undefined where they can. */
  readonly unlisted: string | undefined;
  /** The fields of the create call in the server's own form; `extra_body` is merged in after it. */
  readonly form: (fields: Fields) => Fields;
  /** What a cancel carries; undefined for a request without a body. */
  readonly cancelBody: Fields | undefined;
  /** A file in one of these states is not usable yet. No state at all means usable. */
  readonly fileWaits: readonly string[];
  readonly fileErrors: readonly string[];
  /** Words for a job's state, in lower case. An unknown word is one of a job that lives. */
  readonly states: Readonly<Record<string, JobState>>;
  /** What its refusals mean, before those that the whole wire shares. */
  readonly explanations: readonly Explanation[];
  /** The headers that the SDK takes from the environment are meant for this server. */
  readonly environmentHeaders: boolean;
}

/** What holds of a server of which nothing else is known. */
const USUAL: Dialect = {
  authorization: 'bearer',
  keepsMetadata: false,
  sendsMetadata: true,
  takesParts: true,
  renamesModels: false,
  unlisted: undefined,
  form: (fields) => fields,
  cancelBody: undefined,
  fileWaits: ['uploaded', 'pending', 'running', 'queued', 'processing', 'importing', 'notRunning'],
  fileErrors: ['error', 'failed', 'deleted', 'deleting'],
  states: STATES,
  explanations: [],
  environmentHeaders: false,
};

/** How a server of the wire speaks, from its differences. */
export function dialectOf(differences: Partial<Dialect> = {}): Dialect {
  return { ...USUAL, ...differences, states: { ...USUAL.states, ...differences.states } };
}
