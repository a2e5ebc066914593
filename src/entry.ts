/** The bundled entry. It lies beside the entries themselves, in src/ as in dist/. */
import path from 'node:path';

/** Its path: a worker thread starts the same file again, and knows its role by its data. */
export const ENTRY = path.join(import.meta.dirname, `index${path.extname(import.meta.filename)}`);
