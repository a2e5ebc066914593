/** The help of the command line, from the contract. Pure. */
import { FORMATS } from './arguments.ts';
import { type Command, type Contract, flagsOf, isSwitch, placeOf } from './contract.ts';

const WIDTH = 100;

/** Markdown as plain text, in lines of this width behind an indent. */
function wrapped(markdown: string, indent: number): string {
  const text = markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll('`', '');
  const lines = text.split(/\s+/).reduce<string[]>((all, word) => {
    const last = all.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH - indent) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
    return all;
  }, []);
  return lines.map((line) => ' '.repeat(indent) + line).join('\n');
}

function flag(contract: Contract, name: string): string {
  const { description = '', default: otherwise } = contract.inputs[name] ?? {};
  const value = isSwitch(contract, name) ? '' : ' VALUE';
  const usual = otherwise && !otherwise.startsWith('${{') ? ` (default: ${otherwise})` : '';
  return `  --${name}${value}${usual}\n${wrapped(description, 6)}`;
}

/**
 * What `--help` prints.
 * @param name the command that help is asked for; all of them without one
 */
export function helpText(contract: Contract, commands: readonly Command[], name: string | undefined): string {
  const command = commands.find((one) => one.name === name);
  const shown = command === undefined ? commands : [command];
  const place = command === undefined ? 'FILE … | JOB' : placeOf(command) === 'job_id' ? 'JOB' : 'FILE …';
  return `${wrapped(contract.description, 0)}

Usage: finetune-action ${command?.name ?? 'COMMAND'} [${place}] [flags]

Commands
${shown.map((one) => `  ${one.name}\n${wrapped(one.does, 6)}`).join('\n')}

Flags (the inputs of the action, under their own names; - and _ are the same; a flag given twice is a list)
${flagsOf(contract)
  .map((one) => flag(contract, one))
  .join('\n')}

Flags of the command line
  --format ${FORMATS.join('|')} (default: text; github in a workflow)
      How findings are written to standard output. The log goes to standard error.
  --debug
      Says more.
  -h, --help    -V, --version

Keys are best given by their variables (OPENAI_API_KEY, …): other processes can read flags.

Ends with 0 when all is well, 1 when something was found or went wrong, 2 when the command was not understood.
`;
}
