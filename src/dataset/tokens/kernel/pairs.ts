/** What two tokens become together. */
import { PAIR_BITS, PAIRS } from './layout.ts';
import { MIX } from './numbers.ts';
import { NONE, rankOf } from './vocabulary.ts';

/** A slot is two tokens of 18 bits, counted from 1 so that 0 is an empty slot, and their rank of 20. */
const RANK_BITS: u64 = 20;

function keyOf(left: u32, right: u32): u64 {
  return ((u64(left) << 18) | u64(right)) + 1;
}

/**
 * The pairs of a tokenizer that was given, all of them; 0: it is none that was given, and two tokens are a
 * pair where their bytes are a token, whose rank is theirs.
 */
let table: usize = 0;
let tableBits: u64 = 0;
/** For each rank the token that its pair becomes. */
let results: usize = 0;

/** Puts the table into free memory. @returns where it ends */
export function placePairs(room: usize, pairs: u32): usize {
  tableBits = 64 - clz(u64(pairs) * 2);
  table = room;
  results = table + (8 << usize(tableBits));
  return results + pairs * 4;
}

/** The slot of a pair in the table, or the empty one where it would be. */
function slotOf(key: u64): usize {
  const mask = (usize(1) << usize(tableBits)) - 1;
  let index = usize((key * MIX) >> (64 - tableBits));
  while (true) {
    const known = load<u64>(table + index * 8) >> RANK_BITS;
    if (known === 0 || known === key) return table + index * 8;
    index = (index + 1) & mask;
  }
}

/** Adds a pair to the table; of two alike the last counts. */
export function addPair(left: u32, right: u32, rank: u32, token: u32): void {
  const key = keyOf(left, right);
  store<u64>(slotOf(key), (key << RANK_BITS) | u64(rank));
  store<u32>(results + rank * 4, token);
}

/** The token that a pair of this rank becomes. */
export function tokenOf(rank: u32): u32 {
  return table === 0 ? rank : load<u32>(results + rank * 4);
}

/** The rank of two tokens together, which lie side by side; NONE when they are no pair. */
export function pairRank(left: u32, right: u32, from: usize, to: usize): u32 {
  const key = keyOf(left, right);
  if (table !== 0) {
    const given = load<u64>(slotOf(key));
    return given === 0 ? NONE : u32(given) & NONE;
  }
  // Remembered, since few pairs are most of a text.
  const slot = PAIRS + usize((key * MIX) >> (64 - PAIR_BITS)) * 8;
  const known = load<u64>(slot);
  if (known >> RANK_BITS === key) return u32(known) & NONE;
  const rank = rankOf(from, to - from);
  store<u64>(slot, (key << RANK_BITS) | u64(rank));
  return rank;
}
