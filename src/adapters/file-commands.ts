/**
 * What a step hands over by a file of the runner: a name and a value, which may have lines.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';

/** A line that does not stand in the value, which therefore cannot end early. */
function delimiterFor(value: string): string {
  let turn = 0;
  while (value.includes(`ghadelimiter_${turn}`)) turn += 1;
  return `ghadelimiter_${turn}`;
}

/** The command as it stands in the file. Pure. */
export function fileCommand(name: string, value: string): string {
  const delimiter = delimiterFor(value);
  return [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL);
}

/** @throws when the file cannot be written */
export function handOver(file: string, name: string, value: string): void {
  appendFileSync(file, fileCommand(name, value));
}
