/**
 * Writes the table of platforms and features into docs/platforms.md. `--check` writes nothing and exits 1
 * when it is out of step.
 */
import { readFileSync } from 'node:fs';
import { featureTable } from '../__tests__/support/platforms/table.ts';
import { keepGenerated, placed } from './generated.ts';

const PAGE = 'docs/platforms.md';
keepGenerated(PAGE, placed(PAGE, readFileSync(PAGE, 'utf8'), 'features', '__tests__/support/platforms', featureTable()));
