/**
 * Byte-pair encoding of one piece: how many tokens its bytes become. Pairs are merged by rank, the lowest
 * first, of equal ranks the leftmost.
 */
import { BYTES, PARTS } from './layout.ts';
import { mergeMany } from './merge-many.ts';
import { intAt, setInt } from './numbers.ts';
import { pairRank, tokenOf } from './pairs.ts';
import { NONE } from './vocabulary.ts';

/** Above so many bytes places are kept by rank; below, looking at every pair is quicker. */
const FEW: usize = 96;
const STARTS: usize = PARTS;
const TOKENS: usize = PARTS + 0x400;
const RANKS: usize = PARTS + 0x800;

/** The rank of parts `index` and `index + 1` together. */
function rankAt(index: usize): u32 {
  return pairRank(intAt(TOKENS, index), intAt(TOKENS, index + 1), intAt(STARTS, index), intAt(STARTS, index + 2));
}

/** The number of tokens that a piece of at least two bytes becomes; `room` is free memory. */
export function mergedLength(from: usize, to: usize, room: usize): u32 {
  return to - from <= FEW ? mergeFew(from, to) : mergeMany(from, to, room);
}

function mergeFew(from: usize, to: usize): u32 {
  let parts = to - from;
  for (let index: usize = 0; index < parts; index += 1) {
    setInt(STARTS, index, u32(from + index));
    setInt(TOKENS, index, intAt(BYTES, load<u8>(from + index)));
  }
  setInt(STARTS, parts, u32(to));
  for (let index: usize = 0; index < parts - 1; index += 1) setInt(RANKS, index, rankAt(index));
  while (true) {
    let best = NONE;
    let found: usize = 0;
    for (let index: usize = 0; index < parts - 1; index += 1) {
      const rank = intAt(RANKS, index);
      if (rank < best) {
        best = rank;
        found = index;
      }
    }
    if (best === NONE) return u32(parts);
    parts -= 1;
    setInt(TOKENS, found, tokenOf(best));
    for (let index = found + 1; index < parts; index += 1) {
      setInt(STARTS, index, intAt(STARTS, index + 1));
      setInt(TOKENS, index, intAt(TOKENS, index + 1));
      setInt(RANKS, index, intAt(RANKS, index + 1));
    }
    setInt(STARTS, parts, u32(to));
    if (found < parts - 1) setInt(RANKS, found, rankAt(found));
    if (found > 0) setInt(RANKS, found - 1, rankAt(found - 1));
  }
}
