/**
 * The texts of a row as the model gets them: escapes read, whatever they hide. How a line is written is
 * nothing to it.
 */

/** So often the arguments of a call may be a text within a text. */
const MOST_LAYERS = 3;

/** An escape that stands for a character of ASCII. */
const ASCII_ESCAPE = /\\u00[0-7]/;

/**
 * Whether the texts of a line may hold characters of ASCII that it does not show, other than quotation marks,
 * slashes and white space.
 */
export function hidesText(line: string): boolean {
  return line.includes('\\u00') && ASCII_ESCAPE.test(line);
}

/** What the arguments of a call hold; the text itself where it is not JSON. */
function argumentsOf(text: string): unknown {
  let value: unknown = text;
  try {
    for (let layer = 0; layer < MOST_LAYERS && typeof value === 'string'; layer += 1) value = JSON.parse(value);
  } catch {
    return undefined;
  }
  return value;
}

/**
 * All texts inside a value, keys included, and those inside the arguments of calls, which are JSON in a text.
 */
export function textsOf(row: unknown): string[] {
  const texts: string[] = [];
  // No recursion: arguments may be nested as deep as they like.
  const open: unknown[] = [row];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) for (const inner of value) open.push(inner);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        texts.push(key);
        open.push(inner);
        // Without an escape it shows what it holds.
        if (key === 'arguments' && typeof inner === 'string' && inner.includes('\\')) open.push(argumentsOf(inner));
      }
    }
  }
  return texts;
}

/** The texts of a line: as it is written, and those that it holds where escapes hide something in them. */
export function textsOfLine(line: string): readonly string[] {
  if (!hidesText(line)) return [line];
  try {
    return [line, ...textsOf(JSON.parse(line))];
  } catch {
    return [line];
  }
}

/** A line as it is written, and the texts that it holds, which are gathered when they are asked for. */
export class LineText {
  readonly line: string;
  readonly #row: unknown;
  #texts: readonly string[] | undefined;
  #hides: boolean | undefined;

  /** @param row what the line holds */
  constructor(line: string, row: unknown) {
    this.line = line;
    this.#row = row;
  }

  get texts(): readonly string[] {
    this.#texts ??= textsOf(this.#row);
    return this.#texts;
  }

  /** Whether the texts may hold what the line does not show. */
  get hides(): boolean {
    this.#hides ??= hidesText(this.line);
    return this.#hides;
  }
}
