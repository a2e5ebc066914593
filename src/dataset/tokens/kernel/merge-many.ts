/**
 * Merging a long piece in time that hardly grows faster than it does: its parts are a linked list, and for
 * each rank there is a list of the places where a pair of that rank begins. All places of the lowest rank are
 * merged in one round, from left to right. Places count from 2 within the piece, so that 0 is no place.
 */
import { BYTES, HEADS } from './layout.ts';
import { intAt, setInt, sortDown } from './numbers.ts';
import { pairRank, tokenOf } from './pairs.ts';
import { popRank, pushRank, ranksLeft } from './rank-heap.ts';
import { NONE } from './vocabulary.ts';

/** In HEADS: the rank is in the heap, and its list is empty. */
const EMPTY: u32 = 1;
const FIRST: u32 = 2;

/** For each place: the part after it and before it, its token, the rank of its pair; */
let next: usize = 0;
let previous: usize = 0;
let tokens: usize = 0;
let ranks: usize = 0;
/** its neighbours in the list of that rank. */
let below: usize = 0;
let above: usize = 0;
/** The places of one round, the last first, and their rank: they are in no list. */
let round: usize = 0;
let merging: u32 = NONE;
/** Where place 0 would be, and the place after the last. */
let origin: usize = 0;
let finish: u32 = 0;

/** The bytes of free memory that a piece of so many bytes takes. */
export function roomToMerge(size: usize): usize {
  return (size + 3) * 4 * 7;
}

function link(place: u32, rank: u32): void {
  const head = intAt(HEADS, rank);
  if (head === 0) pushRank(rank);
  else if (head !== EMPTY) setInt(above, head, place);
  setInt(below, place, head);
  setInt(above, place, 0);
  setInt(HEADS, rank, place);
}

/** Takes a place off the list of its rank. */
function unlink(place: u32): void {
  const rank = intAt(ranks, place);
  if (rank === NONE || rank === merging) return;
  const after = intAt(below, place);
  const before = intAt(above, place);
  if (before === 0) setInt(HEADS, rank, after === 0 ? EMPTY : after);
  else setInt(below, before, after);
  if (after > EMPTY) setInt(above, after, before);
}

/** Finds the rank of the pair that begins at a place. */
function consider(place: u32): u32 {
  const middle = intAt(next, place);
  const rank =
    middle === finish
      ? NONE
      : pairRank(intAt(tokens, place), intAt(tokens, middle), origin + place, origin + intAt(next, middle));
  setInt(ranks, place, rank);
  if (rank !== NONE) link(place, rank);
  return rank;
}

/** Takes the list of a rank for a round. @returns the number of its places */
function collect(rank: u32): usize {
  let size: usize = 0;
  let sorted = true;
  for (let place = intAt(HEADS, rank); place > EMPTY; place = intAt(below, place)) {
    if (size > 0 && place > intAt(round, size - 1)) sorted = false;
    setInt(round, size, place);
    size += 1;
  }
  setInt(HEADS, rank, 0);
  if (!sorted) sortDown(round, size);
  return size;
}

/** Merges the pair at a place. @returns the lowest rank of the pairs that this makes */
function merge(place: u32, rank: u32): u32 {
  const swallowed = intAt(next, place);
  const after = intAt(next, swallowed);
  unlink(swallowed);
  setInt(ranks, swallowed, NONE);
  setInt(next, place, after);
  setInt(previous, after, place);
  setInt(tokens, place, tokenOf(rank));
  const right = consider(place);
  const before = intAt(previous, place);
  if (before < FIRST) return right;
  unlink(before);
  const left = consider(before);
  return left < right ? left : right;
}

function prepare(from: usize, size: usize, room: usize): void {
  const list = (size + 3) * 4;
  next = room;
  previous = next + list;
  tokens = previous + list;
  ranks = tokens + list;
  below = ranks + list;
  above = below + list;
  round = above + list;
  origin = from - FIRST;
  finish = u32(size) + FIRST;
  for (let place = FIRST; place < finish; place += 1) {
    setInt(next, place, place + 1);
    setInt(previous, place, place - 1);
    setInt(tokens, place, intAt(BYTES, load<u8>(origin + place)));
  }
  for (let place = FIRST; place < finish; place += 1) consider(place);
}

/** The number of tokens that a piece becomes; `room` is free memory. */
export function mergeMany(from: usize, to: usize, room: usize): u32 {
  prepare(from, to - from, room);
  let parts = u32(to - from);
  while (ranksLeft() > 0) {
    const rank = popRank();
    let left = collect(rank);
    merging = rank;
    while (left > 0) {
      left -= 1;
      const place = intAt(round, left);
      if (intAt(ranks, place) !== rank) continue;
      parts -= 1;
      if (merge(place, rank) < rank) break;
    }
    merging = NONE;
    // A pair that comes first was made: the rest of the round waits for its turn.
    while (left > 0) {
      left -= 1;
      const place = intAt(round, left);
      if (intAt(ranks, place) === rank) link(place, rank);
    }
  }
  return parts;
}
