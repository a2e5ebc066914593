/** The parts of a page, and as many of them as a page holds. Pure. */

/** A piece of the page, and the file of the report that holds the whole of it. */
export interface Part {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** A part; one whose text is empty is not on the page. */
export const part = (name: string, file: string, text: string): Part => ({ name, file, text });

/** Pieces of Markdown, a paragraph each; empty ones are none. */
export const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join('\n\n');

/** What is not on the page, and where it is. */
function shedNote(shed: readonly Part[]): string {
  const names = [...new Set(shed.map(({ name, file }) => `${name} (\`${file}\`)`))].join(', ');
  return `_More was found than a summary can hold. Left out here, and found in the files of the run’s artifact and beside the output \`report_path\`: ${names}._`;
}

/**
 * As many parts from the top as fit. A part that is too large by itself takes none of the others with it.
 * @param largest in bytes
 */
export function fitting(all: readonly Part[], largest: number): string {
  const room = largest - 2000;
  const oversize = all.filter(({ text }) => Buffer.byteLength(text) > room / 2);
  const kept: Part[] = [];
  let size = 0;
  for (const part of all) {
    if (oversize.includes(part)) continue;
    size += Buffer.byteLength(part.text) + 2;
    if (size > room) break;
    kept.push(part);
  }
  const shed = all.filter((part) => !kept.includes(part));
  return `${[...kept.map(({ text }) => text), ...(shed.length === 0 ? [] : [shedNote(shed)])].join('\n\n')}\n`;
}
