/** The newest of what a platform lists. */
import { weightOf } from '../api/weight.ts';

/** So many bytes of a list are kept at most. */
const MOST_KEPT = 32 * 1024 * 1024;

interface Dated {
  readonly id: string;
  readonly created_at?: number | null | undefined;
}

const timeOf = (item: Dated | undefined) => item?.created_at ?? 0;

export interface Wanted<Item> {
  /** How many at most. */
  readonly limit: number;
  readonly accept?: (item: Item) => boolean;
  /** Hears of a list of which not all that is wanted can be kept. */
  readonly onCut?: (kept: number) => void;
}

/**
 * The newest items that are wanted, newest first, each once, in whatever order the platform keeps them: where
 * it begins with the oldest, everything is read.
 * @param pieces the list as the platform gives it, in pieces
 */
export async function newest<Item extends Dated>(
  pieces: AsyncIterable<readonly Item[]>,
  { limit, accept = () => true, onCut }: Wanted<Item>,
): Promise<readonly Item[]> {
  const found = new Map<string, Item>();
  let oldestFirst: boolean | undefined;
  let bytes = 0;
  let cut = false;
  const isFull = () => bytes > MOST_KEPT && found.size > 1;
  for await (const page of pieces) {
    oldestFirst ??= timeOf(page[0]) < timeOf(page.at(-1));
    for (const item of page) {
      if (!accept(item) || found.has(item.id)) continue;
      found.set(item.id, item);
      bytes += weightOf(item);
      cut ||= isFull();
      // Where the newest come last, the oldest make room for them.
      for (const [id, oldest] of oldestFirst ? found : []) {
        if (!isFull()) break;
        found.delete(id);
        bytes -= weightOf(oldest);
      }
      if (isFull()) break;
    }
    if (!oldestFirst && (found.size >= limit || cut)) break;
  }
  if (cut) onCut?.(found.size);
  const items = [...found.values()];
  if (oldestFirst) items.reverse();
  return items.sort((left, right) => timeOf(right) - timeOf(left)).slice(0, limit);
}
