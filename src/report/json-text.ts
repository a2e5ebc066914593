/** Values as the text of a file: JSON to read, and lines of JSON. Pure. */

/** Signs that some readers take for the end of a line, though JSON does not. */
const BREAKS = /[\u0085\u2028\u2029]/g;

/** Lines of JSON, however lines are read. */
export const lines = (items: readonly unknown[]) =>
  items
    .map(
      (item) => `${JSON.stringify(item).replace(BREAKS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`,
    )
    .join('');

/** Indented JSON; empty where there is no value. */
export const pretty = (value: unknown) => (value === undefined ? '' : `${JSON.stringify(value, undefined, 2)}\n`);
