/** Removes the temporary folder of the tests. */
import { rmSync } from 'node:fs';

export default function end() {
  const { TESTS_FOLDER: folder } = process.env;
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
