/**
 * The runner's protocol: INPUT_* and STATE_* in, log lines, commands and the files behind GITHUB_OUTPUT,
 * GITHUB_STATE and GITHUB_STEP_SUMMARY out.
 */
import * as core from '@actions/core';
import type { RawInputs } from '../inputs/inputs.ts';
import type { Place, Runner } from '../ports.ts';
import { inert } from './commands.ts';
import { readContext } from './context.ts';

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

function properties(place: Place | undefined): core.AnnotationProperties {
  if (place === undefined) return {};
  return {
    file: place.file,
    ...(place.line === undefined ? {} : { startLine: place.line }),
    ...(place.column === undefined ? {} : { startColumn: place.column }),
  };
}

/** An annotation longer than this is cut by the platform in the middle of a word. */
const MESSAGE = 4000;

/** The runner that this process runs under. */
export function actionsRunner(environment: Environment): Runner {
  return {
    context: readContext(environment),
    mask(secret) {
      // The log shows a secret also as a server or a serialiser wrote it, and a secret of several lines line
      // by line.
      const forms = new Set([
        secret,
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret.toWellFormed()),
        ...secret.split(/\r?\n/),
      ]);
      for (const form of forms) if (form.trim().length >= 3) core.setSecret(form);
    },
    debug: (text) => core.debug(inert(text)),
    info: (text) => core.info(inert(text)),
    notice: (text) => core.notice(inert(text).slice(0, MESSAGE)),
    warning: (text, place) => core.warning(inert(text).slice(0, MESSAGE), properties(place)),
    error: (text, place) => core.error(inert(text).slice(0, MESSAGE), properties(place)),
    startGroup: (title) => core.startGroup(inert(title)),
    endGroup: () => core.endGroup(),
    setOutput: (name, value) => core.setOutput(name, value),
    saveState: (name, value) => core.saveState(name, value),
    getState: (name) => core.getState(name),
    savedStates: (prefix) =>
      Object.entries(environment).flatMap(([name, value]) => (name.startsWith(`STATE_${prefix}`) && value ? [value] : [])),
    async writeSummary(markdown) {
      if (!environment.GITHUB_STEP_SUMMARY) return core.debug('There is no GITHUB_STEP_SUMMARY to write the summary to.');
      await core.summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
    },
    fail() {
      process.exitCode = core.ExitCode.Failure;
    },
  };
}

/**
 * A fresh OIDC token of GitHub for this audience.
 * @throws when the workflow does not have `permissions: id-token: write`
 */
export function githubIdentityToken(audience: string): Promise<string> {
  return core.getIDToken(audience);
}
