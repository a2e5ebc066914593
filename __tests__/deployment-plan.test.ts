import { describe, expect, test } from '@jest/globals';
import { deploymentPlan, nameFromModel } from '../src/job/deployment-plan.ts';
import type { Deployment } from '../src/providers/port.ts';
import { deploymentOutputs, deploymentSection, deploymentTitle } from '../src/report/deployment-section.ts';
import { deploymentLine } from '../src/report/job-log.ts';
import { findings } from './support/findings.ts';

const WANTED = { name: 'bot', model: 'ft:m:o:bot:1' };
const held = (change: Partial<Deployment> = {}): Deployment => ({
  name: 'bot',
  servedModel: 'bot',
  state: 'ready',
  status: 'Succeeded',
  model: WANTED.model,
  asAsked: true,
  ...change,
});

describe('what is done about a deployment', () => {
  test.each<[string, Deployment | undefined, boolean, string, string]>([
    ['none', undefined, false, 'create', 'nothing is deployed as bot'],
    ['the very same', held(), false, 'reuse', 'bot serves ft:m:o:bot:1 already'],
    ['the very same, on its way', held({ state: 'starting' }), false, 'reuse', 'already'],
    ['one on its way out', held({ state: 'leaving', status: 'Deleting' }), true, 'settle', 'is being removed (Deleting)'],
    ['another model, where it gives way', held({ asAsked: false, model: 'old' }), true, 'replace', 'bot serves old'],
    ['another model, where it does not', held({ asAsked: false, model: 'old' }), false, 'refuse', 'bot serves old'],
    ['a model that is not named', held({ asAsked: false, model: undefined }), false, 'refuse', 'another model'],
    ['other settings', held({ asAsked: false }), true, 'replace', 'this model with other settings'],
    ['one that was stopped', held({ state: 'stopped', status: 'stopped' }), false, 'create', 'bot is stopped'],
    ['another that was stopped', held({ state: 'stopped', asAsked: false, model: 'old' }), false, 'refuse', 'bot serves old'],
    ['one that failed', held({ state: 'failed', status: 'Failed' }), true, 'replace', 'bot is Failed'],
  ])('%s', (_, found, replaces, action, reason) => {
    expect(deploymentPlan(found, WANTED, replaces)).toMatchObject({ action, reason: expect.stringContaining(reason) });
  });
});

describe('a name made of the model’s', () => {
  const rule = { longest: 24, characters: /^[A-Za-z0-9][A-Za-z0-9-]*$/ };
  test.each([
    ['short-1', 'short-1'],
    ['ft:gpt:org:bot:1', 'ft-gpt-org-bot-1'],
    ['::x::', 'x'],
  ])('%s is %s', (model, name) => {
    expect(nameFromModel(model, rule)).toBe(name);
  });
  test('two long names that begin alike stay two', () => {
    const names = ['a', 'b'].map((end) => nameFromModel(`gpt-4.1-mini-2025-04-14.ft-0123456789-${end}`, rule));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect([name.length <= rule.longest, rule.characters.test(name)]).toEqual([true, true]);
  });
  test('capitals go where they are not allowed', () => {
    expect(nameFromModel('Meta/Llama-3.3-70B-Instruct-and-more', { longest: 20, characters: /^[a-z0-9-]+$/ })).toMatch(
      /^meta-llama-[0-9a-z-]+$/,
    );
  });
});

describe('what the report says of it', () => {
  const deployment = {
    name: 'bot',
    servedModel: 'bot',
    status: 'answers',
    url: 'https://h/v1',
    hourlyUsd: 1.7,
    outcome: 'created',
  } as const;
  test('its cost and how it is called', () => {
    const text = deploymentSection(findings({ deployment }));
    for (const part of ['US$ 1.70 an hour, used or not', 'curl https://h/v1/chat/completions', '"model": "bot"'])
      expect(text).toContain(part);
    expect(deploymentLine(deployment, 'created')).toBe(
      'Deployment bot: created (answers). It costs US$ 1.70 an hour, used or not.',
    );
    expect(deploymentLine({ name: 'bot', status: 'Creating' }, 'created')).toBe('Deployment bot: created (Creating).');
  });
  test.each([
    [undefined, 'Nothing to take down'],
    [deployment, 'The model is deployed'],
    [{ ...deployment, status: 'Creating' }, 'The deployment is Creating'],
    [{ ...deployment, outcome: 'removed', status: 'removed' } as const, 'The deployment is gone'],
    [{ ...deployment, outcome: 'at once', status: 'callable' } as const, 'The model can be called at once'],
  ])('%j', (found, title) => {
    expect(deploymentTitle(found)).toBe(title);
  });
  test('outputs: none where nothing serves', () => {
    expect(deploymentOutputs(findings({}))).toEqual({});
    expect(deploymentSection(findings({}))).toBe('');
    expect(deploymentOutputs(findings({ deployment: { ...deployment, outcome: 'reused' } }))).toEqual({
      deployment: 'bot',
      served_model: 'bot',
      inference_base_url: 'https://h/v1',
      reused: 'true',
    });
    const gone = { ...deployment, servedModel: '', url: '', outcome: 'removed', hourlyUsd: undefined } as const;
    expect(deploymentOutputs(findings({ deployment: gone }))).toEqual({
      deployment: 'bot',
      served_model: undefined,
      inference_base_url: undefined,
    });
    expect(deploymentSection(findings({ deployment: gone }))).not.toContain('curl');
  });
});
