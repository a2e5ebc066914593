/** The ranks that are still to be merged in a long piece, the lowest first, each once. */
import { QUEUE } from './layout.ts';
import { intAt, setInt } from './numbers.ts';

let size: usize = 0;

export function ranksLeft(): usize {
  return size;
}

export function pushRank(rank: u32): void {
  let index = size;
  size += 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = intAt(QUEUE, parent);
    if (above <= rank) break;
    setInt(QUEUE, index, above);
    index = parent;
  }
  setInt(QUEUE, index, rank);
}

export function popRank(): u32 {
  const lowest = intAt(QUEUE, 0);
  size -= 1;
  const last = intAt(QUEUE, size);
  let index: usize = 0;
  for (let child: usize = 1; child < size; child = index * 2 + 1) {
    if (child + 1 < size && intAt(QUEUE, child + 1) < intAt(QUEUE, child)) child += 1;
    const below = intAt(QUEUE, child);
    if (below >= last) break;
    setInt(QUEUE, index, below);
    index = child;
  }
  setInt(QUEUE, index, last);
  return lowest;
}
