/** Lists that come in pages. */

/** One page of a list. Some servers leave `has_more` out. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly has_more: boolean;
}

/** Pages that are read at most, where nothing else ends a list. */
export const MOST_PAGES = 1000;

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
