/**
 * The number in a cell; 0 past the end. One kind of array everywhere, so that it is inlined where it counts.
 */
export function cell(cells: Int32Array, at: number): number {
  return cells[at] ?? 0;
}
