/**
 * The kernels, compiled from their sources: one counts tokens, one reads rows. The same source gives the same
 * bytes.
 */
import { execFileSync } from 'node:child_process';

/** Only what lies there is in it: no runtime, no collector, nothing that ends it. */
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--initialMemory', '1'];

const SOURCES = { 'kernel.wasm': 'src/dataset/tokens/kernel', 'rows.wasm': 'src/dataset/scan/kernel' };
export type KernelName = keyof typeof SOURCES;

/** Writes a module to this file. */
export function writeKernel(file: string, name: KernelName = 'kernel.wasm'): void {
  const compiler = 'node_modules/assemblyscript/bin/asc.js';
  const source = `${SOURCES[name]}/kernel.ts`;
  execFileSync(process.execPath, [compiler, source, '--outFile', file, ...OPTIONS], { stdio: 'inherit' });
}
