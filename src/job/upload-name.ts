/** Names of uploaded files, which carry the hash of what they hold. Pure. */

/**
 * `data/train.jsonl` and its hash make `train.<sha256>.jsonl`: the name by which the same bytes are found
 * again.
 */
export function uploadName(path: string, sha256: string): string {
  const stem = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9_-]+/g, '-');
  return `${stem.slice(0, 60) || 'data'}.${sha256}.jsonl`;
}

/** The content hash that an uploaded file's name carries: `<stem>.<64 hex digits>.jsonl`. */
export function hashInName(filename: string | null | undefined): string | undefined {
  return /\.([0-9a-f]{64})\.jsonl$/.exec(filename ?? '')?.[1];
}
