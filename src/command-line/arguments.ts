/** The arguments of a command line, read. Pure. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { nearest } from '../inputs/nearest.ts';
import { type Command, type Contract, flagsOf, isSwitch, placeOf } from './contract.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** What is asked for. */
export type Request =
  | {
      readonly kind: 'run';
      /** The texts of the inputs, by name. */
      readonly inputs: Readonly<Record<string, string>>;
      readonly format: Format;
      readonly debug: boolean;
    }
  | { readonly kind: 'help'; readonly command: string | undefined }
  | { readonly kind: 'version' }
  /** What is wrong with it, in a line. */
  | { readonly kind: 'usage'; readonly message: string };

const usage = (message: string): Request => ({ kind: 'usage', message });

/** Flags of the command line itself. */
const OWN = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  format: { type: 'string' },
  debug: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

/** `--training-file` is the same as `--training_file`: people write either. */
function spelled(argument: string): string {
  const [, name, rest = ''] = /^--((?:no-)?[\w-]+)(=[\s\S]*)?$/.exec(argument) ?? [];
  if (name === undefined) return argument;
  const negative = name.startsWith('no-') ? 'no-' : '';
  return `--${negative}${name.slice(negative.length).replaceAll('-', '_')}${rest}`;
}

/** What Node says of a flag that it knows, in a line. */
function inOurWords(fault: string): string {
  const [, flag] = /^Option '(?:-\w, )?(--\w+)/.exec(fault) ?? [];
  if (flag === undefined) return fault.replace(/\s+/g, ' ');
  if (/argument is ambiguous/.test(fault))
    return `${flag} has no value. Write ${flag}=VALUE where the value begins with a -, else ${flag} VALUE.`;
  return /argument missing/.test(fault)
    ? `${flag} has no value. Write ${flag} VALUE.`
    : `${flag} takes no value. Write ${flag}, or --no-${flag.slice(2)} to turn it off.`;
}

/** A flag that nobody knows, and what was meant. */
function unknownFlag(flag: string, known: readonly string[]): Request {
  const near = nearest(flag.replace(/^(?:no-)?/, '').replaceAll('-', '_'), known);
  return usage(`--${flag} is no flag.${near === undefined ? '' : ` Did you mean --${near}?`} See --help.`);
}

/**
 * Reads the arguments after the program's name. A flag that is given twice is a list, a line each.
 * @param contract the inputs that there are
 * @param commands the operations that there are
 * @param format the form of the findings where none is asked for
 */
export function readArguments(
  argv: readonly string[],
  contract: Contract,
  commands: readonly Command[],
  format: Format = 'text',
): Request {
  const flags = flagsOf(contract);
  const switches = new Set(flags.filter((name) => isSwitch(contract, name)));
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(
      flags.map((name) => [
        name,
        switches.has(name) ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true },
      ]),
    ),
    ...OWN,
  };
  const parsed = parsedOrFault(argv.map(spelled), options);
  if ('fault' in parsed) {
    const flag = /^Unknown option '-{1,2}([^']+)'/.exec(parsed.fault)?.[1];
    return flag === undefined ? usage(inOurWords(parsed.fault)) : unknownFlag(flag, [...flags, ...Object.keys(OWN)]);
  }
  const { values, positionals } = parsed;
  const [name, ...words] = positionals;
  if (values.help === true) return { kind: 'help', command: name };
  if (values.version === true) return { kind: 'version' };
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return wrongCommand(name, commands);
  const wanted = FORMATS.find((one) => one === (values.format ?? format));
  if (wanted === undefined) return usage(`--format is "${String(values.format)}"; it is one of ${FORMATS.join(', ')}.`);
  const own = new Set<string>(Object.keys(OWN));
  const given = Object.entries(values).flatMap(([input, value]) =>
    own.has(input) || value === undefined ? [] : [[input, Array.isArray(value) ? value.join('\n') : String(value)] as const],
  );
  const inputs: Record<string, string> = { operation: command.name, ...Object.fromEntries(given) };
  if (words.length > 0) {
    const place = placeOf(command);
    if (inputs[place] !== undefined) return usage(`${place} is given twice: by --${place}, and as "${words[0]}" without a flag.`);
    inputs[place] = words.join('\n');
  }
  return { kind: 'run', inputs, format: wanted, debug: values.debug === true };
}

function wrongCommand(name: string | undefined, commands: readonly Command[]): Request {
  const names = commands.map((one) => one.name);
  if (name === undefined) return usage(`Write what to do: one of ${names.join(', ')}. See --help.`);
  const near = nearest(name, names);
  return usage(`"${name}" is no command; it is one of ${names.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`);
}

function parsedOrFault(args: string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args, options, allowPositionals: true, allowNegative: true, strict: true });
  } catch (error) {
    return { fault: Error.isError(error) ? error.message : String(error) };
  }
}
