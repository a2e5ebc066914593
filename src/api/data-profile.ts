/** What a platform asks of training data. */
export interface DataProfile {
  readonly minimumRows: number;
  /** What a byte order mark is. */
  readonly bom: 'error' | 'warning';
  readonly imagesPerRow: number;
  /** The largest file, in bytes; undefined when there is no known limit. */
  readonly maximumBytes?: number;
  /** Whether messages may be by a developer, which is what this platform calls the system. */
  readonly developerRole: boolean;
}
