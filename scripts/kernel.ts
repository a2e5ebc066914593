/** The kernel that counts tokens, compiled from its source. The same source gives the same bytes. */
import { execFileSync } from 'node:child_process';

/** Only what lies there is in it: no runtime, no collector, nothing that ends it. */
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--initialMemory', '1'];

/** Writes the module to this file. */
export function writeKernel(file: string): void {
  const compiler = 'node_modules/assemblyscript/bin/asc.js';
  const source = 'src/dataset/tokens/kernel/kernel.ts';
  execFileSync(process.execPath, [compiler, source, '--outFile', file, ...OPTIONS], { stdio: 'inherit' });
}
