/** Markdown tables. Pure. */

/**
 * A table; empty when it has no rows. The cells are Markdown already. A column whose head ends in a tab is
 * one of numbers, and stands to the right.
 */
export const rows = (head: readonly string[], body: readonly (readonly string[])[]) =>
  body.length === 0
    ? ''
    : [
        `| ${head.map((cell) => cell.trimEnd()).join(' | ')} |`,
        `|${head.map((cell) => (cell.endsWith('\t') ? ' --: |' : ' --- |')).join('')}`,
        ...body.map((cells) => `| ${cells.join(' | ')} |`),
      ].join('\n');

/** A table of one row from what is known: facts that are empty have no column. */
export function factTable(facts: readonly (readonly [name: string, value: string])[]): string {
  const known = facts.filter(([, value]) => value !== '');
  return rows(
    known.map(([name]) => name),
    known.length === 0 ? [] : [known.map(([, value]) => value)],
  );
}
