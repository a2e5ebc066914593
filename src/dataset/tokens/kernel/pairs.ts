/** What two tokens become together. */
import { PAIR_BITS, PAIRS } from './layout.ts';
import { MIX } from './numbers.ts';
import { NONE, rankOf } from './vocabulary.ts';

/**
 * The rank of two tokens together, which lie side by side; remembered, since few pairs are most of a text. A
 * slot is the two tokens and what they become, of 18 bits each.
 */
export function pairRank(left: u32, right: u32, from: usize, to: usize): u32 {
  const key = (u64(left) << 18) | u64(right);
  const slot = PAIRS + usize((key * MIX) >> (64 - PAIR_BITS)) * 8;
  const known = load<u64>(slot);
  if (known >> 18 === key + 1) return u32(known) & NONE;
  const rank = rankOf(from, to - from);
  store<u64>(slot, ((key + 1) << 18) | rank);
  return rank;
}
