/** What every value takes besides its texts. In bytes. */
const OF_A_VALUE = 16;

/** About how many bytes a value takes, which holds no more than texts, numbers, lists and maps. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return OF_A_VALUE + value.length;
  if (typeof value !== 'object' || value === null) return OF_A_VALUE;
  let weight = OF_A_VALUE;
  for (const [name, inner] of Object.entries(value)) weight += name.length + weightOf(inner);
  return weight;
}
