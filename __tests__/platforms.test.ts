/** The platforms and their port: what each one offers is known beforehand, and no other place knows them by name. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { RULES } from '../src/dataset/rules/rules.ts';
import type { Capability } from '../src/providers/port.ts';
import { lacking } from '../src/providers/profile.ts';
import { PLATFORM_NAMES, PLATFORMS, platformNamed, platformOfHost, SECRET_VARIABLES } from '../src/providers/registry.ts';
import { sent } from './support/jobs.ts';

const VERBS = {
  check: true,
  prepare: true,
  estimate: true,
  deleteFile: true,
  events: true,
  checkpoints: true,
  result: true,
  pause: true,
  resume: true,
  model: true,
  deployments: true,
  ask: true,
} satisfies Record<Capability, true>;
/** Verbs that an operation asks for by name: a client without them says so in its profile. */
const ASKED_BY_NAME = ['pause', 'resume', 'events', 'checkpoints'] as const;

describe('what a platform offers', () => {
  test.each(PLATFORMS.map((platform) => [platform.profile.name, platform] as const))(
    '%s: what its client lacks, its profile says',
    async (_, { profile, open }) => {
      const address = {
        baseUrl: 'http://127.0.0.1:9/v1',
        credential: { kind: 'none' },
        organization: undefined,
        project: undefined,
      } as const;
      const provider = await open(address, { identityToken: async () => '', mask: () => undefined });
      for (const verb of ASKED_BY_NAME) if (provider[verb] === undefined) expect(profile.lacks).toContain(verb);
      expect(profile.lacks.filter((verb) => !(verb in VERBS))).toEqual([]);
    },
  );
  test('what it lacks is refused by name', () => {
    expect(lacking(platformNamed('bedrock').profile, 'pause')).toBe(
      'Amazon Bedrock cannot pause a job; nothing was asked of it.',
    );
    expect(lacking(platformNamed('openai').profile, 'pause')).toBeUndefined();
  });
});

describe('a job in our words', () => {
  test.each([
    ['validating_files', 'queued', 'validating_files'],
    ['pending', 'queued', 'queued'],
    ['running', 'running', 'running'],
    ['some_new_status', 'running', 'running'],
    ['toString', 'running', 'running'],
    ['pausing', 'pausing', 'running'],
    ['paused', 'paused', 'paused'],
    ['cancel_requested', 'cancelling', 'running'],
    ['succeeded', 'succeeded', 'succeeded'],
    ['failed', 'failed', 'failed'],
    ['cancelled', 'cancelled', 'cancelled'],
  ])('%s', (status, state, shown) => {
    expect(sent({ id: 'j', status })).toMatchObject({ state, status: shown, platform: { id: 'j', status } });
  });
  test('only a job that failed has a failure of ours; whose it is stands in its mark', () => {
    const error = { code: 'moderation', message: null };
    expect(sent({ id: 'j', status: 'failed', error }).error).toMatchObject({
      moderated: true,
      fix: expect.stringContaining('safety check'),
    });
    expect(sent({ id: 'j', status: 'running', error }).error).toEqual(error);
    expect(sent({ id: 'j', status: 'running', metadata: { finetune_action_commit: 'c' } }).origin).toMatchObject({ commit: 'c' });
  });
});

const Action = z.object({ inputs: z.record(z.string(), z.object({ description: z.string() })) });

describe('the registry', () => {
  test('severities are of rules that there are', () => {
    const ids: readonly string[] = RULES.map(({ id }) => id);
    for (const { profile } of PLATFORMS) for (const id of Object.keys(profile.data.severities ?? {})) expect(ids).toContain(id);
  });
  const { inputs } = Action.parse(parse(readFileSync('action.yml', 'utf8')));
  test('each platform is found by its name, and by its own host', () => {
    for (const { profile } of PLATFORMS) expect(platformNamed(profile.name).profile).toBe(profile);
    expect(new Set(PLATFORM_NAMES).size).toBe(PLATFORM_NAMES.length);
    const own = PLATFORMS.flatMap(({ profile }) => (profile.ownBaseUrl === undefined ? [] : [profile]));
    for (const profile of own) expect(platformOfHost(new URL(profile.ownBaseUrl ?? '').hostname).profile).toBe(profile);
    expect(() => platformNamed('nobody')).toThrow('nobody');
  });
  test('action.yml names every platform and every key', () => {
    for (const name of PLATFORM_NAMES) expect(inputs.provider?.description).toContain(`\`${name}\``);
    for (const { keyVariable } of PLATFORMS.map(({ profile }) => profile))
      if (keyVariable !== undefined) expect(inputs.api_key?.description).toContain(`\`${keyVariable}\``);
    expect(SECRET_VARIABLES).toContain('OPENAI_ADMIN_KEY');
  });
});

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
/** Code without its comments. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
const isProvider = (file: string) => file.startsWith(path.join('src', 'providers') + path.sep);

describe('no other place knows a platform', () => {
  const core = [...sources('src')].filter((file) => !isProvider(file));
  /** Names that are words of the language too. */
  const words = ['compatible', 'sandbox'];
  const names = PLATFORM_NAMES.filter((name) => !words.includes(name));

  test.each(core)('%s', (file) => {
    const text = code(readFileSync(file, 'utf8'));
    for (const name of PLATFORM_NAMES) expect(text).not.toMatch(new RegExp(`(['"\`])${name}\\1`));
    // Outside texts: a variable, a property, an import.
    const bare = text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, '');
    for (const name of names) expect(bare).not.toMatch(new RegExp(`\\b${name}\\b`));
  });
  test('only inputs, entries and the connection choose one; a rehearsal asks for the price at home', () => {
    const choosing = core.filter((file) => readFileSync(file, 'utf8').includes('providers/registry.ts'));
    const allowed = /^src[\\/](inputs|run)[\\/]|^src[\\/](main|post|stages[\\/]estimate)\.ts$/;
    expect(choosing.filter((file) => !allowed.test(file))).toEqual([]);
    const reaching = core.filter((file) => /providers\/[\w-]+\/[\w-]+\.ts/.test(readFileSync(file, 'utf8')));
    expect(reaching).toEqual([]);
  });
  test('a profile pulls no client in', () => {
    const eager = (file: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(file)) return seen;
      seen.add(file);
      const imports = [...code(readFileSync(file, 'utf8')).matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)'/gm)];
      for (const [, to = ''] of imports) {
        if (to.startsWith('.')) eager(path.join(path.dirname(file), to), seen);
        else seen.add(to);
      }
      return seen;
    };
    const loaded = [...eager(path.join('src', 'providers', 'registry.ts'))];
    expect(loaded.filter((name) => !name.startsWith('src'))).toEqual([]);
    expect(loaded.some((name) => /[\\/](provider|transport|calls|objects)\.ts$/.test(name))).toBe(false);
  });
});
