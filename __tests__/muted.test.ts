import { describe, expect, test } from '@jest/globals';
import { countsOf, mutedFiles, warningsOf } from '../scripts/muted.ts';
import { newFolder } from './support/action.ts';
import { chatRow, jsonl, many, write } from './support/rows.ts';

describe('warnings that a user would mute', () => {
  const files = mutedFiles();
  test('the example data is among what is looked at', () => {
    expect(files.filter((file) => file.startsWith('examples')).length).toBeGreaterThan(4);
  });
  // Of real data, too, where it is there.
  test.each(files)('%s has none', async (file) => expect(countsOf(await warningsOf(file))).toEqual({}));
  test('a warning is seen, with its row', async () => {
    const folder = newFolder();
    const rows = [...many(11, (number) => chatRow(number)), chatRow(3)];
    const warnings = await warningsOf(`${folder}/${write(folder, 'a.jsonl', jsonl(rows))}`);
    expect(warnings).toEqual([
      {
        rule: 'row/duplicate',
        place: `${folder}/a.jsonl:12`,
        message: expect.stringContaining('a.jsonl:3'),
        row: JSON.stringify(chatRow(3)),
      },
    ]);
  });
});
