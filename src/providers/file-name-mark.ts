/**
 * The mark in the name of the training file, for platforms that keep nothing else of ours, which only their
 * answers show: a job names its file, and the file its name. Pure.
 */

/** The name with which the training data of a job goes up: its fingerprint before the content hash. */
export function nameWithFingerprint(filename: string, fingerprint: string): string {
  return filename.replace(/\.([0-9a-f]{64}\.jsonl)$/, `.${fingerprint}.$1`);
}

/** The fingerprint in such a name. */
export function fingerprintInName(filename: string): string | undefined {
  return /\.([0-9a-f]{64})\.[0-9a-f]{64}\.jsonl$/.exec(filename)?.[1];
}
