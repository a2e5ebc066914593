/**
 * Families of models: what they take, by which methods, until when. Pure; the tables stand with the
 * platforms.
 */

/** Methods of training, as the input `method` names them. */
type Method = 'supervised' | 'dpo' | 'reinforcement';

/** Where something is written, and when that was read. */
interface Source {
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly read: string;
}

export interface ModelFamily extends Source {
  /** As its vendor writes it. */
  readonly name: string;
  /** The names of its base models, in small letters. */
  readonly base: RegExp;
  /** What it is trained by. Empty: it is not trained at all. */
  readonly methods: readonly Method[];
  /** What it takes under `supervised`. */
  readonly formats: readonly ('chat' | 'completion')[];
  /** Whether it can be trained on pictures; undefined when that is not known. */
  readonly pictures?: boolean;
  /** YYYY-MM-DD: the platform shuts its models down, and all that were trained from them. */
  readonly ends?: string;
}

/** A day from which a platform takes less work than before. */
export interface Closing extends Source {
  /** YYYY-MM-DD, or YYYY-MM. */
  readonly from: string;
  /** What it no longer does, as it follows the platform's name: `creates no jobs for anyone`. */
  readonly what: string;
  /** It holds for everybody; else for some, of whom the step cannot know whether the user is one. */
  readonly forAll: boolean;
}

/** What is known of a platform's models. */
export interface KnownModels {
  /** The title of the platform that means these models by their names. */
  readonly title: string;
  /** False for a server that most likely means them too. */
  readonly certain: boolean;
  readonly families: readonly ModelFamily[];
  readonly closings: readonly Closing[];
}

/**
 * The base model that a name means: `ft:base:org:suffix:id`, with or without a checkpoint, and Azure's
 * `base.ft-…` mean their base.
 */
export function baseOf(model: string): string {
  const name = model.trim();
  const [, tuned] = /^ft:([^:]+)/.exec(name) ?? [];
  if (tuned !== undefined) return tuned;
  return /^(.+?)\.ft-[0-9a-f]/i.exec(name)?.[1] ?? /^([^:]+):ft-/.exec(name)?.[1] ?? name;
}

/** The family of a model; undefined when it is in none of them, so that nothing is guessed. */
export function familyOf(families: readonly ModelFamily[], model: string): ModelFamily | undefined {
  const base = baseOf(model).toLowerCase();
  return families.find((family) => family.base.test(base));
}
