/** Lists that come in pages. */
import * as z from 'zod/mini';
import type { CallContext } from '../port.ts';

/** One page of a list. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly has_more: boolean;
  /** Entries that cannot be read, as they came. */
  readonly unread?: readonly unknown[] | undefined;
}

/** Pages that are read at most, where nothing else ends a list. */
export const MOST_PAGES = 1000;

/** A page. Some servers do not say whether there is more: then there may be after a page that is full. */
export function pageOf<Item extends z.core.$ZodType>(item: Item, limit = Number.POSITIVE_INFINITY) {
  return z.pipe(
    z.looseObject({ data: z.array(z.unknown()), has_more: z.nullish(z.boolean()) }),
    z.transform(({ data, has_more }, context) => {
      const items: z.infer<Item>[] = [];
      const unread: unknown[] = [];
      for (const one of data) {
        const read = z.safeParse(item, one);
        if (read.success) items.push(read.data);
        else unread.push(one);
      }
      // One item that cannot be read is not worth the others; none that can is no list of these.
      if (items.length === 0 && unread.length > 0) context.issues.push({ code: 'custom', input: data, message: 'items' });
      return { data: items, has_more: has_more ?? data.length >= limit, unread };
    }),
  );
}

/**
 * The pages of a list, in order, until it ends or stands still.
 * @returns `whole` when the list ended; `broken` when it says that it goes on, and does not; `cut` after the
 *   most that are read
 * @param read the page after the item of this ID; the first one for undefined
 * @param most pages that are read at most
 * @param unread takes the entries that cannot be read
 */
export async function* pagesOf<Item extends { readonly id: string }>(
  read: (after: string | undefined) => Promise<Page<Item>>,
  most: number,
  unread: unknown[] = [],
): AsyncGenerator<readonly Item[], 'whole' | 'broken' | 'cut'> {
  let after: string | undefined;
  const seen = new Set<string>();
  for (let page = 0; page < most; page += 1) {
    const { data, has_more, unread: unreadable = [] } = await read(after);
    for (const one of unreadable) unread.push(one);
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

/** Says how many entries of a list cannot be read, where there are some. */
export function warnOfUnread(what: string, { length }: readonly unknown[], { warn }: Pick<CallContext, 'warn'>): void {
  if (length === 0) return;
  const are = length === 1 ? 'An entry' : `${length} entries`;
  warn(`${are} of the list of ${what} cannot be read, for want of an ID; the others are.`);
}

/** The pages of a list; what of them cannot be read is said once, when as much as is wanted has been read. */
export async function* readablePages<Item extends { readonly id: string }>(
  what: string,
  read: (after: string | undefined) => Promise<Page<Item>>,
  most: number,
  context: Pick<CallContext, 'warn'>,
): AsyncGenerator<readonly Item[]> {
  const unread: unknown[] = [];
  try {
    yield* pagesOf(read, most, unread);
  } finally {
    warnOfUnread(what, unread, context);
  }
}
