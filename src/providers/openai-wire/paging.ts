/** Lists that come in pages. */

/** One page of a list. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly has_more: boolean;
}

/** Pages that are read at most, where nothing else ends a list. */
export const MOST_PAGES = 1000;

/**
 * The pages of a list, in order, until it ends or stands still.
 * @returns `whole` when the list ended; `broken` when it says that it goes on, and does not; `cut` after the
 *   most that are read
 * @param read the page after the item of this ID; the first one for undefined
 * @param most pages that are read at most
 */
export async function* pagesOf<Item extends { readonly id: string }>(
  read: (after: string | undefined) => Promise<Page<Item>>,
  most: number,
): AsyncGenerator<readonly Item[], 'whole' | 'broken' | 'cut'> {
  let after: string | undefined;
  const seen = new Set<string>();
  for (let page = 0; page < most; page += 1) {
    const { data, has_more } = await read(after);
    yield data;
    if (!has_more) return 'whole';
    const before = seen.size;
    for (const { id } of data) seen.add(id);
    // Nothing new: the page is empty, or the server does not know how to go on.
    if (seen.size === before) return 'broken';
    after = data.at(-1)?.id;
  }
  return 'cut';
}
