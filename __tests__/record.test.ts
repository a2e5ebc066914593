/** The record of a step: facts in, findings out. */
import { describe, expect, test } from '@jest/globals';
import { reportedOperation } from '../src/operations/registry.ts';
import type { RunContext } from '../src/ports.ts';
import { type Fact, findingsOf, newRecord } from '../src/run/record.ts';
import { checkpoint, dataset, event, findings, inPlace, job } from './support/findings.ts';

const context: RunContext = {
  ...findings().run,
  eventName: 'push',
  actor: 'octocat',
  apiUrl: '',
  workspace: '',
  temp: '',
  fork: false,
  withoutSecrets: false,
  privateRepository: true,
  pullRequest: undefined,
  triggeredBy: undefined,
  before: undefined,
};
const frame = { operation: reportedOperation('create'), context, started: 1000, finished: 2000 };
const of = (...facts: Fact[]) => findingsOf(facts, frame);

const takenUp = (id: string, price?: Fact & { kind: 'data' }): Fact => ({
  kind: 'job taken up',
  job: job({ id }),
  jobUrl: `https://platform.example/${id}`,
  origin: undefined,
  price: price?.price,
});
const provider: Fact = {
  kind: 'provider',
  provider: { name: 'compatible', baseUrl: 'https://wire.example/v1', beforeUse: undefined },
};
const price = (perMillion: number) => ({ perMillion, basis: 'as given' });
const data: Fact & { kind: 'data' } = {
  kind: 'data',
  datasets: [dataset()],
  estimate: undefined,
  price: price(5),
  repositoryPaths: inPlace([dataset()]),
};

describe('the record', () => {
  test('takes facts in their order', () => {
    const record = newRecord();
    record.note({ kind: 'fingerprint', fingerprint: 'ab' });
    record.note({ kind: 'warning', text: 'a' });
    expect(record.facts.map(({ kind }) => kind)).toEqual(['fingerprint', 'warning']);
  });
});

describe('findings of facts', () => {
  test('without any: the step was stopped, and shows no rows', () => {
    expect(of()).toMatchObject({ ending: 'stopped', started: 1000, finished: 2000, job: undefined, events: [], warnings: [] });
    expect(of().run).toEqual({ ...findings().run, showRows: false });
  });

  test('a run that stops half-way reports that half', () => {
    const found = of({ kind: 'request', asked: { model: 'm' }, showRows: true }, data, provider, {
      kind: 'error',
      error: { code: undefined, message: 'It broke.' },
    });
    expect(found).toMatchObject({
      asked: { model: 'm' },
      run: { showRows: true },
      datasets: [{ role: 'training_file' }],
      provider: { name: 'compatible', jobUrl: undefined },
      ending: 'stopped',
      error: { message: 'It broke.' },
      reused: undefined,
    });
  });

  test('the job as last seen, at its own page; another one that is taken up takes its place', () => {
    const found = of(
      provider,
      takenUp('ftjob-1'),
      { kind: 'job watched', reused: false },
      { kind: 'job seen', job: job({ id: 'ftjob-1', status: 'running' }) },
      takenUp('ftjob-0'),
      { kind: 'job watched', reused: true },
      { kind: 'job seen', job: job({ id: 'ftjob-0', status: 'failed' }) },
    );
    expect(found).toMatchObject({
      job: { id: 'ftjob-0', status: 'failed' },
      provider: { jobUrl: 'https://platform.example/ftjob-0' },
      reused: true,
    });
  });

  test('the price of the data’s model stays; that of the job is taken where there is none', () => {
    expect(of(data, takenUp('a', { ...data, price: price(7) })).price).toEqual(price(5));
    expect(of(takenUp('a', { ...data, price: price(7) })).price).toEqual(price(7));
  });

  test('events, metrics, checkpoints, files and warnings gather; a checkpoint that is read twice counts once', () => {
    const point = { step: 1, totalSteps: 2, values: { train_loss: 1 } };
    const read = { step: 9, totalSteps: undefined, values: { train_loss: 0.5 } };
    const file: Fact = { kind: 'result file', file: { id: 'f', name: 'f.csv', text: 'step' }, metrics: [read] };
    const found = of(
      { kind: 'event', event: event('a'), metrics: undefined },
      { kind: 'event', event: event('b'), metrics: point },
      { kind: 'checkpoints', checkpoints: [checkpoint(1, {}), checkpoint(2, {})] },
      { kind: 'checkpoints', checkpoints: [checkpoint(2, {}), checkpoint(3, {})] },
      file,
      { kind: 'warning', text: 'one' },
      { kind: 'warning', text: 'two' },
    );
    expect(found.events.map(({ message }) => message)).toEqual(['a', 'b']);
    expect(found.metrics).toEqual([point]);
    expect(found.checkpoints.map(({ step_number }) => step_number)).toEqual([1, 2, 3]);
    expect(found.resultFiles).toHaveLength(1);
    // Where no event measures anything, a result file does.
    expect(of(file, file).metrics).toEqual([read, read]);
    expect(found.warnings).toEqual(['one', 'two']);
  });

  test('lists that were asked for, and the last ending', () => {
    const found = of(
      { kind: 'jobs', jobs: [job()] },
      { kind: 'events', events: [event('x')] },
      { kind: 'changes', changes: findings().changes },
      { kind: 'reason', reason: 'first' },
      { kind: 'reason', reason: 'second' },
      { kind: 'ending', ending: 'detached' },
      { kind: 'ending', ending: 'cancelled' },
    );
    expect(found).toMatchObject({
      jobs: [{ id: 'ftjob-abc123' }],
      events: [{ message: 'x' }],
      reason: 'second',
      ending: 'cancelled',
    });
  });

  test('the same facts give the same findings, and are left as they are', () => {
    const facts = Object.freeze([data, provider, takenUp('a')]);
    expect(findingsOf(facts, frame)).toEqual(findingsOf(facts, frame));
  });
});
