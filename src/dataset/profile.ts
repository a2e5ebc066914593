/** What differs between providers in what they take as training data. */

export type Severity = 'error' | 'warning';

/** What a model takes, where it is known. */
export interface ModelTakes {
  readonly name: string;
  /** Who trains it. */
  readonly title: string;
  /** What it takes under `supervised`. */
  readonly formats: readonly ('chat' | 'completion')[];
  /** Whether it is trained on pictures; undefined when that is not known. */
  readonly pictures: boolean | undefined;
  /** Models of the same platform that are. */
  readonly seeing: readonly string[];
  /** The platform is known to mean this model by the name. */
  readonly certain: boolean;
}

/** The limits of one provider. */
export interface DataProfile {
  readonly minimumRows: number;
  /** The most rows of training data; undefined when there is no known limit. */
  readonly maximumRows?: number;
  /** What a byte order mark is there. */
  readonly bom: Severity;
  readonly imagesPerRow: number;
  /** The largest file, in bytes; undefined when there is no known limit. */
  readonly maximumBytes?: number;
  /** Rows of a text alone are taken. */
  readonly textRows?: true;
  /** Speakers must take turns: no message by whom the one before it is. */
  readonly takesTurns?: true;
  /** A message by the system is the first one, or there is none. */
  readonly systemFirst?: true;
  /** Whether messages may be by a developer, which is what this provider calls the system. */
  readonly developerRole: boolean;
  /** What a fault is there, by the ID of its rule, where it is not what the rule says. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** What the model that is to be trained takes; undefined when nobody knows. */
  readonly model?: ModelTakes | undefined;
  /** Whether embedded pictures seem to be billed as the base64 text in which they stand. */
  readonly picturesAsText?: true;
}

/** A server of which nothing special is known. */
export const USUAL_PROFILE: DataProfile = { minimumRows: 1, bom: 'error', imagesPerRow: 10, developerRole: false };
