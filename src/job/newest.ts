/** The newest of what a platform lists. */

interface Dated {
  readonly id: string;
  readonly created_at?: number | null | undefined;
}

const timeOf = (item: Dated | undefined) => item?.created_at ?? 0;

export interface Wanted<Item> {
  /** How many at most. */
  readonly limit: number;
  readonly accept?: (item: Item) => boolean;
}

/**
 * The newest items that are wanted, newest first, each once, in whatever order the platform keeps them: where
 * it begins with the oldest, everything is read.
 * @param pieces the list as the platform gives it, in pieces
 */
export async function newest<Item extends Dated>(
  pieces: AsyncIterable<readonly Item[]>,
  { limit, accept = () => true }: Wanted<Item>,
): Promise<readonly Item[]> {
  const found = new Map<string, Item>();
  let oldestFirst: boolean | undefined;
  for await (const page of pieces) {
    oldestFirst ??= timeOf(page[0]) < timeOf(page.at(-1));
    for (const item of page) if (accept(item) && !found.has(item.id)) found.set(item.id, item);
    if (!oldestFirst && found.size >= limit) break;
  }
  const items = [...found.values()];
  if (oldestFirst) items.reverse();
  return items.sort((left, right) => timeOf(right) - timeOf(left)).slice(0, limit);
}
