/** Reads what is right of a map of inputs, and says what is wrong with the others. */
import * as z from 'zod/mini';

export interface Read<Value> {
  /** A field that is wrong reads as if it were not given. */
  readonly value: Value;
  readonly issues: readonly z.core.$ZodIssue[];
}

/** @param schema of a map each of whose fields may be undefined */
export function leniently<Shape extends z.core.$ZodShape>(
  schema: z.ZodMiniObject<Shape>,
  given: Readonly<Record<string, unknown>>,
): Read<z.infer<z.ZodMiniObject<Shape>>> {
  const read = z.safeParse(schema, given);
  if (read.success) return { value: read.data, issues: [] };
  const wrong = read.error.issues.map(({ path }) => [String(path[0]), undefined] as const);
  return { value: z.parse(schema, { ...given, ...Object.fromEntries(wrong) }), issues: read.error.issues };
}
