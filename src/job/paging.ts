/** Lists that come in pages. */
import type { Page } from '../api/objects.ts';

/**
 * The pages of a list, in order, until it ends or stands still.
 * @param read the page after the item of this ID; the first one for undefined
 * @param most pages that are read at most
 */
export async function* pagesOf<Item extends { readonly id: string }>(
  read: (after: string | undefined) => Promise<Page<Item>>,
  most: number,
): AsyncGenerator<readonly Item[]> {
  let after: string | undefined;
  for (let page = 0; page < most; page += 1) {
    const { data, has_more } = await read(after);
    yield data;
    const last = data.at(-1)?.id;
    if (!has_more || last === undefined || last === after) return;
    after = last;
  }
}

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

/** Pages that are read at most. */
const MOST_PAGES = 1000;

/**
 * The newest items that are wanted, newest first, each once, in whatever order the server keeps them: where it begins with the oldest, everything is read.
 * @param read the page after the item of this ID
 */
export async function newest<Item extends Dated>(
  read: (after: string | undefined) => Promise<Page<Item>>,
  { limit, accept = () => true }: Wanted<Item>,
): Promise<readonly Item[]> {
  const found = new Map<string, Item>();
  let oldestFirst: boolean | undefined;
  for await (const page of pagesOf(read, MOST_PAGES)) {
    oldestFirst ??= timeOf(page[0]) < timeOf(page.at(-1));
    for (const item of page) if (accept(item) && !found.has(item.id)) found.set(item.id, item);
    if (!oldestFirst && found.size >= limit) break;
  }
  const items = [...found.values()];
  if (oldestFirst) items.reverse();
  return items.sort((left, right) => timeOf(right) - timeOf(left)).slice(0, limit);
}
