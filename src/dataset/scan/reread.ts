/** A row that is read a second time, without asking what is wrong with it. */
import type { Row } from '../formats/formats.ts';
import type { MethodType } from '../formats/messages.ts';
import { USUAL_PROFILE } from '../profile.ts';
import { checkRow } from './check-row.ts';
import { parseLine } from './json-line.ts';
import { hasNoKeyTwice, plainRow } from './plain-rows.ts';

/** What was taken at the first reading is taken again. */
const ANY_ROW = { ...USUAL_PROFILE, textRows: true } as const;

/** The row of a line as the check reads it; undefined where the check reads none. */
export function rereadRow(line: string, method: MethodType): Row | undefined {
  try {
    const plain = plainRow(JSON.parse(line), method);
    if (plain !== undefined && hasNoKeyTwice(plain, line)) return plain.row;
  } catch {
    return undefined;
  }
  const parsed = parseLine(line);
  return 'found' in parsed ? undefined : checkRow(parsed.value, { method, profile: ANY_ROW, graderItems: [] }).row;
}
