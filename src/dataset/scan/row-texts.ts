/** The texts of a row as the model gets them: escapes read, whatever they hide. What a line is written like is nothing that it gets. */

/** So often the arguments of a call may be a text within a text. */
const MOST_LAYERS = 3;

/** An escape that stands for a character of ASCII. Raw text hides nothing else that a rule looks for by what stands there. */
const ASCII_ESCAPE = /\\u00[0-7]/;

/** Whether the texts of a line may hold characters of ASCII that its bytes do not show. */
export function hidesText(line: string): boolean {
  return ASCII_ESCAPE.test(line);
}

/** What the arguments of a call hold; the text itself where it is no JSON. */
function argumentsOf(text: string): unknown {
  let value: unknown = text;
  try {
    for (let layer = 0; layer < MOST_LAYERS && typeof value === 'string'; layer += 1) value = JSON.parse(value);
  } catch {
    return undefined;
  }
  return value;
}

/** All texts inside a value, keys included, and those inside the arguments of calls, which are JSON in a text. */
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
