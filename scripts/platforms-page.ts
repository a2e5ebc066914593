/**
 * Writes what is proved of the platforms: the table of platforms into README.md, that of their features into
 * docs/platforms.md. `--check` writes nothing and exits 1 when one is out of step.
 */
import { readFileSync } from 'node:fs';
import { featureTable, provedTable } from '../__tests__/support/platforms/table.ts';
import { keepGenerated, placed } from './generated.ts';

const SOURCE = '__tests__/support/platforms';

function keepTable(page: string, name: string, table: string): void {
  keepGenerated(page, placed(page, readFileSync(page, 'utf8'), name, SOURCE, table));
}

keepTable('README.md', 'platforms', provedTable());
keepTable('docs/platforms.md', 'features', featureTable());
