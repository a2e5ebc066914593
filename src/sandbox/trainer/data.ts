/**
 * Rows of a JSONL file, read for training. The server has checked them before; what is wrong all the same is
 * said with its line.
 */
import { readFileSync } from 'node:fs';
import { formatFor, type Row } from '../../dataset/formats/formats.ts';
import type { MethodType } from '../../dataset/formats/messages.ts';

function parse(line: string, method: MethodType): Row {
  const value: unknown = JSON.parse(line);
  const fields = typeof value === 'object' && value !== null ? { ...value } : {};
  const format = formatFor(fields, method);
  if (format === undefined) throw new Error('the row is in no known format');
  return format.read(fields);
}

/** All rows of a file. @throws with the number of a line that is no row */
export function readRows(path: string, method: MethodType): Row[] {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [parse(line, method)];
    } catch (error) {
      throw new Error(
        `Line ${index + 1} is no row for ${method}: ${Error.isError(error) ? error.message.split('\n')[0] : error}`,
      );
    }
  });
}
