/**
 * Proves every cell of the table of platforms and features against the built action, and prints it: `npm run
 * platforms`. A cell that is not as the table says is red, and the command exits 1.
 */
import { inTurns } from '../__tests__/support/matrix.ts';
import { CELLS } from '../__tests__/support/platforms/feature-proofs.ts';
import { STAGED } from '../__tests__/support/platforms/staged.ts';
import { rowsOf } from '../__tests__/support/platforms/table.ts';

const proofs = CELLS.map(({ feature, provider, prove }) => async () => ({ feature, provider, complaint: await prove() }));
const results = await inTurns(proofs);
const red = results.filter(({ complaint }) => complaint !== undefined);
const isRed = (feature: string, provider: string) =>
  red.some((result) => result.feature === feature && result.provider === provider);
for (const [feature = '', ...cells] of rowsOf((name, provider) => (isRed(name, provider) ? '✗ ' : '✓ '))) {
  console.log(feature);
  for (const [at, cell] of cells.entries()) console.log(`  ${(STAGED[at]?.provider ?? '').padEnd(12)} ${cell}`);
}
console.log(`${results.length} cells, ${red.length} red.`);
for (const { feature, provider, complaint } of red) console.log(`✗ ${feature} × ${provider}: ${complaint}`);
process.exitCode = red.length === 0 ? 0 : 1;
