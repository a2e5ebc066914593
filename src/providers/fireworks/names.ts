/**
 * Names of this platform's resources: IDs of our choosing, made of a fingerprint or a hash, and the full
 * names that its answers have. Pure.
 */
import type { Origin } from '../../api/objects.ts';
import { sumOf } from '../../api/run.ts';

/** The two kinds of jobs, by the collection in which the platform keeps them. */
export const COLLECTIONS = ['supervisedFineTuningJobs', 'dpoJobs'] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** RFC 4648, in lower case: an ID has 63 characters, in which 64 hex digits do not fit. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS = 5n;

/** A hash of 64 hex digits in the 52 digits of base 32 that hold as much. */
function toBase32(hex: string): string {
  let rest = BigInt(`0x${hex}`);
  let text = '';
  for (let digit = 0; digit < 52; digit += 1) {
    text = `${ALPHABET[Number(rest & 31n)]}${text}`;
    rest >>= BITS;
  }
  return text;
}

function fromBase32(text: string): string {
  let value = 0n;
  for (const letter of text) value = (value << BITS) | BigInt(ALPHABET.indexOf(letter));
  return value.toString(16).padStart(64, '0');
}

/** The ID of the job with this fingerprint; the first has no number, later ones count from 2. */
export function jobIdOf(fingerprint: string, number: number): string {
  return `ft-${toBase32(fingerprint)}${number === 1 ? '' : `-${number}`}`;
}

/** Which of the jobs with this fingerprint an ID names; undefined for a job of another. */
export function numberIn(id: string, fingerprint: string): number | undefined {
  const first = jobIdOf(fingerprint, 1);
  if (id === first) return 1;
  const number = id.startsWith(`${first}-`) ? Number(id.slice(first.length + 1)) : Number.NaN;
  return Number.isInteger(number) && number > 1 ? number : undefined;
}

/** Whether a job's ID is one of ours, whichever its fingerprint. */
export const isMarked = (id: string): boolean => /^ft-[a-z2-7]{52}(-\d+)?$/.test(id);

/** The ID of the dataset that holds what has this hash. */
export const datasetIdOf = (sha256: string): string => `data-${toBase32(sha256)}`;

/** The name of the file that was sent as this dataset, where its ID says what it holds. */
export function filenameOf(datasetId: string): string | undefined {
  const [, digits] = /^data-([a-z2-7]{52})$/.exec(datasetId) ?? [];
  return digits === undefined ? undefined : `data.${fromBase32(digits)}.jsonl`;
}

/** The last part of a name, which is the ID. */
export const idIn = (name: string): string => name.split('/').at(-1) ?? name;

/** The collection that a job's full name has in it. */
export const collectionIn = (name: string): Collection | undefined =>
  COLLECTIONS.find((collection) => name.split('/').includes(collection));

/** The full name of a model: one without an account is the platform's own. */
export function modelName(model: string): string {
  return model.includes('/') ? model : `accounts/fireworks/models/${model}`;
}

/** The full name of something in the account that is given by its ID. */
export function nameIn(account: string, collection: string, id: string): string {
  return id.includes('/') ? id : `accounts/${account}/${collection}/${id}`;
}

/** The ID of what is in this account, the full name of what is in another. */
export function shortName(account: string, name: string): string {
  return name.startsWith(`accounts/${account}/`) ? idIn(name) : name;
}

/** A display name has fewer than 64 characters. */
const LONGEST_LABEL = 63;

/**
 * Who asks, as the display name of a job: the repository where there is room, the run and its attempt, and a
 * sum of the run's whole name.
 */
export function labelOf({ repository, run }: Partial<Origin> = {}): string | undefined {
  if (run === undefined) return undefined;
  const own = `run ${run.split(' ')[0]} ${sumOf(run)}`;
  const whole = repository ? `${repository} ${own}` : own;
  return whole.length <= LONGEST_LABEL ? whole : own;
}

/** What a display name says of who asked. The sum stands for what of the run's name has no room. */
export function originIn(label: unknown): Origin {
  const said = /^(?:(\S+\/\S+) )?run (\d+\/\d+) (\d{1,10})$/.exec(typeof label === 'string' ? label : '');
  if (said === null) return { repository: undefined, commit: undefined, run: undefined };
  const [, repository, run, sum] = said;
  return { repository, commit: undefined, run: `${run} #${sum}`, runSum: Number(sum) };
}
