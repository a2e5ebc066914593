/** Gives the tests of a run a temporary folder of their own, which tests-end.mjs removes: they leave much. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export default function begin() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tests-'));
  // What systems call it, and what the end of the run removes.
  for (const name of ['TMPDIR', 'TEMP', 'TMP', 'TESTS_FOLDER']) process.env[name] = folder;
}
