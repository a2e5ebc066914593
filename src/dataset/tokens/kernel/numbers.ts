/** Numbers, and lists of 32-bit ones in memory. */

/** A product with it has of every bit of the other factor something in its upper bits. */
export const MIX: u64 = (u64(0x9e3779b9) << 32) | 0x7f4a7c15;

export function intAt(list: usize, index: usize): u32 {
  return load<u32>(list + index * 4);
}

export function setInt(list: usize, index: usize, value: u32): void {
  store<u32>(list + index * 4, value);
}

/** Sorts numbers in place, the greatest first. By Shell, with the gaps of Tokuda. */
export function sortDown(list: usize, size: usize): void {
  let gap: usize = 1;
  while (gap < size) gap = (gap * 9) / 4 + 1;
  for (; gap > 0; gap = gap === 1 ? 0 : ((gap - 1) * 4) / 9 || 1) {
    for (let index = gap; index < size; index += 1) {
      const moved = intAt(list, index);
      let hole = index;
      for (; hole >= gap && intAt(list, hole - gap) < moved; hole -= gap) setInt(list, hole, intAt(list, hole - gap));
      setInt(list, hole, moved);
    }
  }
}
