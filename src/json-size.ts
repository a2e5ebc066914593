/** What a text of JSON comes to, seen from its brackets and commas, before it is parsed. Pure. */

export interface JsonSize {
  /** How deep its brackets nest. */
  readonly depth: number;
  /** At most so many values are in it, and not far fewer. */
  readonly values: number;
}

/** Strings are left out. A text that is not JSON comes to something, too. */
export function jsonSize(text: string): JsonSize {
  let [depth, deepest, values] = [0, 0, 1];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== 0x22; at += 1) if (text.charCodeAt(at) === 0x5c) at += 1;
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      values += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (code === 0x2c) values += 1;
  }
  return { depth: deepest, values };
}
