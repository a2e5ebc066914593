/** Modules of WebAssembly: where they lie, and what an instance of one exports. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';

/**
 * They are in dist/ with the vocabularies, beside the bundle; whoever runs from the sources reads them there.
 */
export const FOLDER = import.meta.dirname.replace(/src[\\/]dataset$/, 'dist');

/** Missing where the engine was started without it. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    }
  | undefined;

/** A function that a module exports. */
export const exported = <Call>() => z.custom<Call>((value) => typeof value === 'function');

/** The memory of an instance. One that grew is another buffer. */
export const memory = z.custom<{ readonly buffer: ArrayBuffer }>(
  (value) => typeof value === 'object' && value !== null && 'buffer' in value,
);

/** The bytes of a module. From the sources all is done without, where nothing was built yet. */
export function loadModule(name: 'kernel.wasm' | 'rows.wasm'): Promise<Uint8Array | undefined> {
  return readFile(path.join(FOLDER, name)).catch(() => undefined);
}

/** What an instance of its own exports; undefined where the engine runs none. */
export function exportsOf<Exports>(
  schema: z.ZodMiniType<Exports>,
  module: Uint8Array,
  imports: object = {},
): Exports | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    return schema.parse(new WebAssembly.Instance(new WebAssembly.Module(module), imports).exports);
  } catch {
    // An old processor has not all of its instructions.
    return undefined;
  }
}
