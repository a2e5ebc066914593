import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readArguments } from '../src/command-line/arguments.ts';
import { Contract, flagsOf, groupsOf } from '../src/command-line/contract.ts';
import { findingLines } from '../src/command-line/finding-lines.ts';
import { helpText } from '../src/command-line/help.ts';
import { OPERATIONS } from '../src/operations/registry.ts';

const text = readFileSync('action.yml', 'utf8');
const contract = Contract.parse(parse(text));
const groups = groupsOf(text, 'inputs');
const read = (...argv: string[]) => readArguments(argv, contract, OPERATIONS);
const inputs = (...argv: string[]) => {
  const request = read(...argv);
  return request.kind === 'run' ? request.inputs : request;
};

describe('arguments', () => {
  test('an operation is a command, inputs are flags, with - or _', () => {
    expect(inputs('create', '--model', 'm', '--training-file', 'a.jsonl', '--max_cost_usd=5')).toEqual({
      operation: 'create',
      model: 'm',
      training_file: 'a.jsonl',
      max_cost_usd: '5',
    });
  });
  test('words without a flag are what the operation is about', () => {
    expect(inputs('validate', 'a.jsonl', 'b.jsonl')).toEqual({ operation: 'validate', training_file: 'a.jsonl\nb.jsonl' });
    expect(inputs('cancel', 'ftjob-1')).toEqual({ operation: 'cancel', job_id: 'ftjob-1' });
  });
  test('a switch needs no value, and can be turned off', () => {
    expect(inputs('validate', 'a', '--strict')).toMatchObject({ strict: 'true' });
    expect(inputs('create', 'a', '--no-wait')).toMatchObject({ wait: 'false' });
  });
  test('a flag given twice is a list', () => {
    expect(inputs('create', '--metadata', 'a=1', '--metadata', 'b=2')).toMatchObject({ metadata: 'a=1\nb=2' });
  });
  test.each([
    [['valdate'], 'Did you mean validate?'],
    [['validate', '--max-cost-us', '3'], 'Did you mean --max_cost_usd?'],
    [['validate', '--zzzzzzzz', '3'], '--zzzzzzzz is no flag. See --help.'],
    [['validate', '--format', 'xml'], 'it is one of text, json, sarif, github'],
    [['validate', 'a', '--training_file', 'b'], 'training_file is given twice'],
    [['validate', '--model'], '--model has no value. Write --model VALUE.'],
    [['validate', '--seed', '-1'], '--seed has no value. Write --seed=VALUE where the value begins with a -, else --seed VALUE.'],
    [['validate', '--strict=yes'], '--strict takes no value. Write --strict, or --no-strict to turn it off.'],
    [[], 'Write what to do: one of create, validate'],
  ])('%j is not understood, and why is said', (argv, message) => {
    expect(read(...argv)).toEqual({ kind: 'usage', message: expect.stringContaining(message) });
    expect(read(...argv)).toEqual({ kind: 'usage', message: expect.not.stringContaining('\n') });
  });
  test('what only a runner fills is no flag', () => {
    expect(read('create', '--matrix', '{}')).toMatchObject({ kind: 'usage' });
  });
});

describe('help', () => {
  const help = helpText(contract, groups, OPERATIONS, undefined);
  test('names every operation and every input that is a flag', () => {
    for (const { name } of OPERATIONS) expect(help).toContain(`\n  ${name}\n`);
    for (const name of ['model', 'training_file', 'max_cost_usd', 'wait']) expect(help).toContain(`\n  --${name}`);
  });
  test('is text, in lines that fit a screen', () => {
    const long = help.split('\n').filter((line) => line.length > 110);
    expect(long.filter((line) => !/https?:|\S{60}/.test(line))).toEqual([]);
    expect(help).not.toContain('`');
  });
  test('of one command is about that command', () => {
    const one = helpText(contract, groups, OPERATIONS, 'cancel');
    expect(one).toContain('Usage: finetune-action cancel [JOB] [flags]');
    expect(one).not.toContain('\n  list_events\n');
  });
  test('of one command shows what it needs, the flags that it reads, and no others', () => {
    const validate = helpText(contract, groups, OPERATIONS, 'validate');
    expect(validate).toContain('\nNeeds FILE … (--training_file).\n');
    for (const name of ['training_file', 'model', 'strict', 'max_cost_usd']) expect(validate).toContain(`\n  --${name}`);
    for (const name of ['api_key', 'deployment', 'max_drop', 'job_id']) expect(validate).not.toContain(`\n  --${name}`);
    expect(helpText(contract, groups, OPERATIONS, 'cancel')).toContain('\nNeeds JOB (--job_id) or --metadata.\n');
    const list = helpText(contract, groups, OPERATIONS, 'list');
    expect([list.includes('\nNeeds'), list.includes('finetune-action list [flags]')]).toEqual([false, true]);
  });
  test.each(OPERATIONS)('$name reads groups that there are, and among them what it needs', ({ needs, reads }) => {
    const titles = groups.map(({ title }) => title);
    expect(reads.filter((title) => !titles.includes(title))).toEqual([]);
    const read = groups.filter(({ title }) => reads.some((one) => one === title)).flatMap(({ names }) => names);
    const needed = needs.flatMap(({ input, enough = [[input]] }) => enough.flat());
    expect(needed.filter((name) => !read.includes(name))).toEqual([]);
  });
  test('each flag is in a group that some operation reads', () => {
    const read = groups.filter(({ title }) => OPERATIONS.some(({ reads }) => reads.some((one) => one === title)));
    const shown = read.flatMap(({ names }) => names);
    expect(flagsOf(contract).filter((name) => !shown.includes(name))).toEqual([]);
  });
});

test('a finding is a line that editors can jump by', () => {
  const result = (uri: string, region: object, level: string) => ({
    ruleId: 'chat/roles',
    level,
    message: { text: 'What is wrong.' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
  });
  const runs = [
    { results: [result('a%20b.jsonl', { startLine: 3, startColumn: 9 }, 'error'), result('c', { startLine: 1 }, 'warning')] },
  ];
  expect(findingLines(JSON.stringify({ runs }), (text) => text)).toEqual([
    'a b.jsonl:3:9: error What is wrong. (chat/roles)',
    'c:1:1: warning What is wrong. (chat/roles)',
  ]);
});
