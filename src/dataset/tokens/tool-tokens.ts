/** Tokens of the definitions of tools, each distinct one counted once: they mostly repeat on every row. */
import { AROUND, declarationPart } from './declarations.ts';
import type { Range } from './pictures.ts';

/** How far the one bill and the figures of third parties may lead astray, as a part. */
export const TOOLS_MARGIN = 0.05;

/** Longer definitions are counted each time; of the others so many characters are remembered. */
const LONGEST = 1 << 16;
const REMEMBERED = 1 << 21;

interface Counted {
  readonly tokens: number;
  /** With the descriptions of properties inside properties, which the API did not count for older models. */
  readonly described: number;
}

/** The function in a tool; a tool without one is taken for the function itself. */
function functionOf(tool: unknown): unknown {
  return typeof tool === 'object' && tool !== null && 'function' in tool ? tool.function : tool;
}

export class ToolTokens {
  readonly #count: (text: string) => number;
  readonly #around: number;
  readonly #known = new Map<string, Counted>();
  #size = 0;

  constructor(count: (text: string) => number) {
    this.#count = count;
    this.#around = AROUND.reduce((sum, text) => sum + count(text), 0);
  }

  #countAnew(definition: unknown, first: boolean): Counted {
    const text = declarationPart(definition, first);
    const described = declarationPart(definition, first, { everyDescription: true });
    const tokens = this.#count(text);
    return { tokens, described: described === text ? tokens : this.#count(described) };
  }

  #countOne(tool: unknown, first: boolean): Counted {
    const key = `${first ? 'first' : 'next'}${JSON.stringify(tool)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const counted = this.#countAnew(functionOf(tool), first);
    if (key.length > LONGEST) return counted;
    if (this.#size > REMEMBERED) {
      this.#known.clear();
      this.#size = 0;
    }
    this.#known.set(key, counted);
    this.#size += key.length;
    return counted;
  }

  /** @param tools the tools of a row, or its functions in the deprecated form; one at least */
  count(tools: readonly unknown[]): Range {
    let [tokens, described] = [this.#around, this.#around];
    for (const [index, tool] of tools.entries()) {
      const counted = this.#countOne(tool, index === 0);
      tokens += counted.tokens;
      described += counted.described;
    }
    return { tokens, low: tokens * (1 - TOOLS_MARGIN), high: described * (1 + TOOLS_MARGIN) };
  }
}
