/** Modules of WebAssembly: where they lie, and what an instance of one exports. */
import { readFileSync } from 'node:fs';
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

type ModuleName = 'kernel.wasm' | 'rows.wasm';

/** Each is read and compiled once in a thread, however many files are checked. */
const loaded = new Map<ModuleName, Uint8Array | undefined>();
const compiled = new WeakMap<Uint8Array, object>();

function bytesOf(name: ModuleName): Uint8Array | undefined {
  try {
    // A few kilobytes are here sooner than another thread would hand them over.
    return readFileSync(path.join(FOLDER, name));
  } catch {
    return undefined;
  }
}

/** The bytes of a module. From the sources all is done without, where nothing was built yet. */
export function loadModule(name: ModuleName): Uint8Array | undefined {
  if (!loaded.has(name)) loaded.set(name, bytesOf(name));
  return loaded.get(name);
}

/** What an instance of its own exports; undefined where the engine runs none. */
export function exportsOf<Exports>(
  schema: z.ZodMiniType<Exports>,
  module: Uint8Array,
  imports: object = {},
): Exports | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    const known = compiled.get(module) ?? new WebAssembly.Module(module);
    compiled.set(module, known);
    return schema.parse(new WebAssembly.Instance(known, imports).exports);
  } catch {
    // An old processor has not all of its instructions.
    return undefined;
  }
}
