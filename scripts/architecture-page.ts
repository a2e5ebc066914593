/**
 * Writes the table of rooms into docs/ARCHITECTURE.md. `--check` writes nothing and exits 1 when it is out of
 * step.
 */
import { readFileSync } from 'node:fs';
import { HOUSE, PURPOSES } from '../__tests__/support/house.ts';
import { keepGenerated, placed } from './generated.ts';

const PAGE = 'docs/ARCHITECTURE.md';
const code = (text: string) => text.replace(/[^ ]+$/, (room) => `\`${room}\``);

const rows = Object.entries(HOUSE.rooms).map(([room, others]) => {
  const purpose = PURPOSES[room];
  if (purpose === undefined) throw new Error(`__tests__/support/house.ts does not say what ${room} is for.`);
  return `| \`${room}\` | ${purpose} | ${others.map(code).join(', ')} |`;
});
const libraries = Object.entries(HOUSE.libraries).map(
  ([name, importer]) => `| \`${name}\` | ${importer === 'any' ? 'any room' : `\`${importer}\``} |`,
);
const tables = [
  ['rooms', ['| Room | What it is for | May import from |', '| --- | --- | --- |', ...rows].join('\n')],
  ['libraries', ['| Library | Its one importer |', '| --- | --- |', ...libraries].join('\n')],
] as const;

keepGenerated(
  PAGE,
  tables.reduce(
    (page, [name, table]) => placed(PAGE, page, name, '__tests__/support/house.ts', table),
    readFileSync(PAGE, 'utf8'),
  ),
);
