/** The help of the command line, from the contract. Pure. */

import { needWords } from '../inputs/needs.ts';
import { FORMATS } from './arguments.ts';
import { type Command, type Contract, flagsOf, type Group, isSwitch, placeOf } from './contract.ts';

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

/** The flags in their groups, of a command those that it reads. */
function flags(contract: Contract, groups: readonly Group[], command: Command | undefined): string {
  const known = flagsOf(contract);
  return groups
    .filter(({ title }) => command === undefined || command.reads.includes(title))
    .map(({ title, names }) => ({ title, names: names.filter((name) => known.includes(name)) }))
    .filter(({ names }) => names.length > 0)
    .map(({ title, names }) => `${title}\n${names.map((name) => flag(contract, name)).join('\n')}`)
    .join('\n\n');
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** What stands for words without a flag. */
const placeWord = (command: Command) => (placeOf(command) === 'job_id' ? 'JOB' : 'FILE …');

/** What a command cannot do without: `JOB (--job_id) or --metadata`. */
function needed(command: Command): string {
  const named = (name: string) => (name === placeOf(command) ? `${placeWord(command)} (--${name})` : `--${name}`);
  const words = command.needs.map((need) => needWords(need).replace(/`(\w+)`/g, (_, name: string) => named(name)));
  return words.length === 0 ? '' : `\nNeeds ${words.join('; ')}.\n`;
}

const OVERALL = `Flags are the inputs of the action, under their own names; - and _ are the same; a flag given twice is
a list. finetune-action COMMAND --help shows those that the command reads.`;
const OF_ONE = 'finetune-action --help shows all commands and all flags.';

/**
 * What `--help` prints.
 * @param groups the inputs of the contract, in groups
 * @param name the command that help is asked for; all of them without one
 */
export function helpText(
  contract: Contract,
  groups: readonly Group[],
  commands: readonly Command[],
  name: string | undefined,
): string {
  const command = commands.find((one) => one.name === name);
  const place = command === undefined ? ' [FILE … | JOB]' : command.needs.length === 0 ? '' : ` [${placeWord(command)}]`;
  const about =
    command === undefined
      ? `Commands\n${commands.map((one) => `  ${one.name}\n${wrapped(one.does, 6)}`).join('\n')}\n`
      : `${wrapped(sentence(command.does), 0)}\n${needed(command)}`;
  return `${command === undefined ? `${wrapped(contract.description, 0)}\n\n` : ''}Usage: finetune-action ${command?.name ?? 'COMMAND'}${place} [flags]

${about}
${command === undefined ? OVERALL : OF_ONE}

${flags(contract, groups, command)}

Of the command line itself
  --format ${FORMATS.join('|')} (default: text; github in a workflow)
      How findings are written to standard output. The log goes to standard error.
  --debug
      Says more.
  -h, --help    -V, --version

Keys are best given by their variables (OPENAI_API_KEY, …): other processes can read flags.

Ends with 0 when all is well, 1 when something was found or went wrong, 2 when the command was not understood.
`;
}
