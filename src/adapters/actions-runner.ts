/**
 * The runner's protocol: INPUT_* and STATE_* in, log lines, commands and the files behind GITHUB_OUTPUT,
 * GITHUB_STATE and GITHUB_STEP_SUMMARY out.
 */
import * as core from '@actions/core';
import type { RawInputs } from '../inputs/inputs.ts';
import type { Place, Runner } from '../ports.ts';
import { newRedactor } from '../redactor.ts';
import { inert } from './commands.ts';
import { readContext } from './context.ts';
import { writeFile } from './file-calls.ts';
import { handOver } from './file-commands.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLE = 'INPUT_';

/**
 * The texts of the inputs, by name, and of whatever else stands under `with:`: the runner hands that over,
 * too. An input that the runner did not name at all is undefined.
 */
export function rawInputs(environment: Environment, names: readonly string[]): RawInputs {
  const all = Object.keys(environment).filter((name) => name.startsWith(VARIABLE));
  const given = all.map((name) => [name.slice(VARIABLE.length).toLowerCase(), environment[name]] as const);
  return Object.fromEntries([...names.map((name) => [name, undefined] as const), ...given]);
}

function properties(place: Place | undefined, redact: Runner['redact']): core.AnnotationProperties {
  if (place?.file === undefined) return {};
  return {
    file: redact(place.file),
    ...(place.line === undefined ? {} : { startLine: place.line }),
    ...(place.column === undefined ? {} : { startColumn: place.column }),
  };
}

/** An annotation longer than this is cut by the platform in the middle of a word. */
const MESSAGE = 4000;
/**
 * State is for the post step, which needs its IDs and addresses whole: a shorter secret may stand in one by
 * accident.
 */
const LONG = 16;

/** Into the file that the runner has for it; what stands in for a runner may have another way. */
function keep(file: string | undefined, otherwise: typeof core.setOutput, name: string, value: string): void {
  if (file) handOver(file, name, value);
  else otherwise(name, value);
}

/**
 * The runner that this process runs under. No text leaves by it but without the secrets that are known by
 * then.
 */
export function actionsRunner(environment: Environment): Runner {
  const secrets = newRedactor();
  const redact = (text: string) => secrets.redact(text);
  const line = (text: string) => inert(redact(text));
  const message = (text: string) => line(text).slice(0, MESSAGE);
  const masked = new Set<string>();
  return {
    context: readContext(environment),
    redact,
    mask(secret) {
      secrets.add(secret);
      // The log shows a secret also as a server or a serialiser wrote it, and a secret of several lines line
      // by line.
      const forms = new Set([
        secret,
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret.toWellFormed()),
        ...secret.split(/\r?\n/),
      ]);
      for (const form of forms) {
        if (form.trim().length >= 3 && !masked.has(form)) core.setSecret(form);
        masked.add(form);
      }
    },
    debug: (text) => core.debug(line(text)),
    info: (text) => core.info(line(text)),
    notice: (text) => core.notice(message(text)),
    warning: (text, place) => core.warning(message(text), properties(place, redact)),
    error: (text, place) => core.error(message(text), properties(place, redact)),
    startGroup: (title) => core.startGroup(line(title)),
    endGroup: () => core.endGroup(),
    setOutput: (name, value) => keep(environment.GITHUB_OUTPUT, core.setOutput, name, redact(value)),
    saveState: (name, value) => keep(environment.GITHUB_STATE, core.saveState, name, secrets.redact(value, LONG)),
    getState: (name) => core.getState(name),
    savedStates: (prefix) =>
      Object.entries(environment).flatMap(([name, value]) => (name.startsWith(`STATE_${prefix}`) && value ? [value] : [])),
    async writeSummary(markdown) {
      const { GITHUB_STEP_SUMMARY: file } = environment;
      if (!file) return core.debug('There is no GITHUB_STEP_SUMMARY to write the summary to.');
      await writeFile(file, redact(markdown));
    },
    fail() {
      process.exitCode = core.ExitCode.Failure;
    },
  };
}
