/** One map laid over another. Pure. */
import { isMap } from './method.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of both; what both have is the upper one's, and maps are laid over each other key by key. */
export function merged(lower: Fields, upper: Fields | undefined): Fields {
  const laid = Object.entries(upper ?? {}).map(([name, value]) => {
    const below = lower[name];
    return [name, isMap(below) && isMap(value) ? merged(below, value) : value] as const;
  });
  return { ...lower, ...Object.fromEntries(laid) };
}
