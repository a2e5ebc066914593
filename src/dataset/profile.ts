/** What differs between providers in what they take as training data. */

export type Severity = 'error' | 'warning';

/** The limits of one provider. */
export interface DataProfile {
  readonly minimumRows: number;
  /** What a byte order mark is there. */
  readonly bom: Severity;
  readonly imagesPerRow: number;
  /** The largest file, in bytes; undefined when there is no known limit. */
  readonly maximumBytes?: number;
  /** Whether messages may be by a developer, which is what this provider calls the system. */
  readonly developerRole: boolean;
  /** Whether embedded pictures seem to be billed as the base64 text in which they stand. */
  readonly picturesAsText?: true;
}

/** A server of which nothing special is known. */
export const USUAL_PROFILE: DataProfile = { minimumRows: 1, bom: 'error', imagesPerRow: 10, developerRole: false };
