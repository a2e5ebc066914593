/** Modules of WebAssembly: where they lie, and what an instance of one exports. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * They are in dist/ with the vocabularies, beside the bundle; whoever runs from the sources reads them there.
 */
export const FOLDER = import.meta.dirname.replace(/src[\\/]dataset$/, 'dist');

/** Missing where the engine was started without it. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: object };
    }
  | undefined;

/** What a module is to export: by each name, whether a value is what is meant. */
type Wanted<Values> = { readonly [Name in keyof Values]: (value: unknown) => value is Values[Name] };
export type Exports<Table> = Table extends Wanted<infer Values> ? Readonly<Values> : never;

/** A function that a module exports. What it takes and returns stands in the kernel's source. */
export const exported =
  <Call>() =>
  (value: unknown): value is Call =>
    typeof value === 'function';

/** The memory of an instance. One that grew is another buffer. */
export const memory = (value: unknown): value is { readonly buffer: ArrayBuffer } =>
  typeof value === 'object' && value !== null && 'buffer' in value;

function holdsAll<Values extends object>(exports: object, wanted: Wanted<Values>): exports is Values {
  for (const name in wanted) if (!wanted[name](Reflect.get(exports, name))) return false;
  return true;
}

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

/** What an instance of its own exports; undefined where the engine runs none, or something is missing. */
export function exportsOf<Values extends object>(
  wanted: Wanted<Values>,
  module: Uint8Array,
  imports: object = {},
): Values | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    const known = compiled.get(module) ?? new WebAssembly.Module(module);
    compiled.set(module, known);
    const { exports } = new WebAssembly.Instance(known, imports);
    return holdsAll(exports, wanted) ? exports : undefined;
  } catch {
    // An old processor has not all of its instructions.
    return undefined;
  }
}
