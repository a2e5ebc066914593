import { describe, expect, test } from '@jest/globals';
import { createdBy } from '../src/job/fingerprint.ts';
import { newest } from '../src/job/newest.ts';
import { originOf } from '../src/providers/openai-wire/metadata-mark.ts';
import { MOST_PAGES, type Page, pagesOf } from '../src/providers/openai-wire/paging.ts';

interface Item {
  readonly id: string;
  readonly created_at?: number | null;
}
/** A list in pages of three. */
const listed =
  (items: readonly Item[], seen: (string | undefined)[] = []) =>
  async (after: string | undefined): Promise<Page<Item>> => {
    seen.push(after);
    const from = after === undefined ? 0 : items.findIndex(({ id }) => id === after) + 1;
    return { data: items.slice(from, from + 3), has_more: from + 3 < items.length };
  };
const item = (number: number): Item => ({ id: `i${number}`, created_at: number });
const items = [1, 2, 3, 4, 5, 6, 7, 8].map(item);
/** As a platform gives it: in pieces. */
const pieces = (read: ReturnType<typeof listed>) => pagesOf(read, MOST_PAGES);
const ids = (found: readonly Item[]) => found.map(({ id }) => id);

describe('pages', () => {
  test('follow one another to the end, or to the most that are wanted', async () => {
    const seen: (string | undefined)[] = [];
    expect(await Array.fromAsync(pagesOf(listed(items, seen), 9))).toEqual([
      items.slice(0, 3),
      items.slice(3, 6),
      items.slice(6),
    ]);
    expect(seen).toEqual([undefined, 'i3', 'i6']);
    expect(await Array.fromAsync(pagesOf(listed(items), 2))).toHaveLength(2);
  });
  test('a list that stands still, or is empty, ends', async () => {
    const still = async () => ({ data: [item(1)], has_more: true });
    expect(await Array.fromAsync(pagesOf(still, 9))).toHaveLength(2);
    expect(await Array.fromAsync(pagesOf(async () => ({ data: [], has_more: true }), 9))).toEqual([[]]);
  });
});

describe('the newest', () => {
  test('from a server that begins with them: no more pages than needed', async () => {
    const seen: (string | undefined)[] = [];
    expect(ids(await newest(pieces(listed(items.toReversed(), seen)), { limit: 4 }))).toEqual(['i8', 'i7', 'i6', 'i5']);
    expect(seen).toHaveLength(2);
  });
  test('from a server that begins with the oldest: all pages', async () => {
    expect(ids(await newest(pieces(listed(items)), { limit: 2 }))).toEqual(['i8', 'i7']);
  });
  test('each once, and only what is accepted', async () => {
    const twice = items.toReversed().flatMap((one) => [one, one]);
    expect(ids(await newest(pieces(listed(twice)), { limit: 9, accept: ({ id }) => id !== 'i7' }))).toEqual([
      'i8',
      'i6',
      'i5',
      'i4',
      'i3',
      'i2',
      'i1',
    ]);
  });
  test('without times the server’s order stands', async () => {
    const timeless = ['a', 'b', 'c'].map((id, index) => (index === 0 ? { id } : { id, created_at: null }));
    expect(ids(await newest(pieces(listed(timeless)), { limit: 9 }))).toEqual(['a', 'b', 'c']);
    expect(await newest(pieces(listed([])), { limit: 9 })).toEqual([]);
  });
});

test('who created a job, as far as it tells', () => {
  const pairs = { finetune_action_repository: 'o/r', finetune_action_commit: '0123456789abcdef', finetune_action_run: '7/1' };
  expect(createdBy(originOf(pairs))).toBe('repository o/r, commit 0123456789ab, run 7/1');
  expect(createdBy(originOf({ finetune_action_run: '7/1' }))).toBe('run 7/1');
  expect(createdBy(originOf({ team: 'x' }))).toBeUndefined();
});
