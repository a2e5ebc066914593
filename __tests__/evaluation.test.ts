/** The gate between its rows and its verdict, over models that answer in memory. */
import { createReadStream, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { answerFolder } from '../src/adapters/answer-folder.ts';
import type { KnownGrader } from '../src/api/requests.ts';
import { ProviderError, type ProviderFacts } from '../src/errors.ts';
import { type Asked, Asking, Terms } from '../src/evaluation/asking/asking.ts';
import { Budget, type Limits } from '../src/evaluation/asking/budget.ts';
import { evaluateRows } from '../src/evaluation/gate.ts';
import { partsOf } from '../src/evaluation/graders.ts';
import { JUDGE_OPTIONAL, sampleOf } from '../src/evaluation/judging.ts';
import { AnswerIndex } from '../src/evaluation/kept/answer-index.ts';
import { KeptAnswers } from '../src/evaluation/kept/kept-answers.ts';
import { AS_ASKED, adapted, adaptedTo, modelHash, questionHash } from '../src/evaluation/questions.ts';
import { evaluationRow, hasItem, independentRows, promptHash, trainedPrompt } from '../src/evaluation/rows.ts';
import { InFlight } from '../src/in-flight.ts';
import type { Clock } from '../src/ports.ts';
import type { ChatReply, ChatRequest } from '../src/providers/port.ts';
import { newFolder } from './support/action.ts';
import { handClock } from './support/clock.ts';

const reply = (content: string | null, more: Partial<ChatReply> = {}): ChatReply => ({
  content,
  tool_calls: [],
  refusal: null,
  finish_reason: 'stop',
  usage: { prompt_tokens: 10, completion_tokens: 2, cached_tokens: 0 },
  system_fingerprint: 'fp',
  ...more,
});
const failed = (facts: Partial<ProviderFacts>) =>
  new ProviderError('The call failed.', { call: 'POST /chat/completions', fate: 'refused', detail: 'no', ...facts });
const PLACE = { path: 'e.jsonl', line: 1 };
const NO_SORTING = { clusterBy: undefined, tagBy: undefined };
const user = (content: unknown) => ({ role: 'user', content });
const assistant = (content: unknown, more: object = {}) => ({ role: 'assistant', content, ...more });

describe('a row', () => {
  test('is cut into what is asked and what was answered', () => {
    const row = {
      messages: [user('q'), assistant('earlier', { weight: 0 }), user('more'), assistant('a')],
      tools: [1],
      topic: 7,
      talk: 'x',
    };
    const cut = evaluationRow(row, PLACE, { clusterBy: 'talk', tagBy: 'topic' });
    expect(cut).toMatchObject({
      messages: [user('q'), assistant('earlier'), user('more')],
      more: { tools: [1] },
      tag: '7',
      cluster: 'x',
    });
    expect(cut.messages[1]).not.toHaveProperty('weight');
    expect(cut.item.reference_answer).toBe('a');
  });
  test('keeps its own reference answer, and has none where nothing was answered', () => {
    const own = { messages: [user('q'), assistant('a')], reference_answer: 'mine' };
    expect(evaluationRow(own, PLACE, NO_SORTING).item.reference_answer).toBe('mine');
    const open = evaluationRow({ messages: [user('q')], answer: 4 }, PLACE, { clusterBy: 'none', tagBy: undefined });
    expect([open.messages, open.item.reference_answer, open.cluster]).toEqual([[user('q')], undefined, undefined]);
    const parts = evaluationRow(
      { messages: [user('q'), assistant([{ type: 'text', text: 'a' }, { type: 'x' }])] },
      PLACE,
      NO_SORTING,
    );
    expect(parts.item.reference_answer).toBe('a');
    expect(evaluationRow({ messages: 'none' }, PLACE, NO_SORTING).messages).toEqual([]);
  });
  test('has what a grader reads, or has it not', () => {
    const item = { a: { b: [null, 'x'] }, n: null };
    expect([['a', 'b', '1'], ['a', 'b', '0'], ['a', 'c'], ['n'], ['a', 'length']].map((steps) => hasItem(item, steps))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
  test('asks the same wherever it stands and in whatever format', () => {
    const hash = promptHash([{ role: 'system', content: 's' }, user('q')]);
    const trained = [
      { messages: [{ role: 'developer', content: 's' }, user(' q\n'), assistant('a')] },
      { input: { messages: [{ role: 'system', content: 's' }, user('q')] }, preferred_output: [], non_preferred_output: [] },
      { messages: [{ role: 'system', content: 's' }, user([{ type: 'text', text: 'q' }])] },
    ];
    expect(trained.map((row) => promptHash(trainedPrompt(row)))).toEqual([hash, hash, hash]);
    expect(promptHash(trainedPrompt({ prompt: 'q', completion: 'a' }))).toBe(promptHash([user('q')]));
    const called = { ...assistant(null), tool_calls: [{ id: 'c' }] };
    expect(promptHash([user('q'), called, { role: 'tool', tool_call_id: 'c', content: '1', name: 'f' }])).not.toBe(hash);
    expect([trainedPrompt(undefined), trainedPrompt({})]).toEqual([[], []]);
  });
});

describe('rows that prove something', () => {
  const rowOf = (row: object, clusterBy?: string) => evaluationRow({ ...row }, PLACE, { clusterBy, tagBy: undefined });
  const reads = [['reference_answer'], ['parts', '0', 'x']];
  const clusters = (rows: Parameters<typeof independentRows>[0]) => rows.map(({ cluster }) => cluster);

  test('one that asks and is graded as an earlier one is left out, however it is written', () => {
    const first = rowOf({ messages: [user('q '), assistant('a')], note: 1 });
    const same = rowOf({ messages: [user([{ type: 'text', text: 'q' }]), assistant('a')], parts: null });
    const other = rowOf({ messages: [user('q2'), assistant('a')] });
    expect(independentRows([first, same, other], reads)).toEqual([first, other]);
    expect(clusters(independentRows([first, same, other], reads))).toEqual([undefined, undefined]);
  });
  test('what stands beside the messages, or deep in the row where a grader reads it, tells them apart', () => {
    const plain = rowOf({ messages: [user('q'), assistant('a')] });
    const tools = rowOf({ messages: [user('q'), assistant('a')], tools: [1] });
    const deep = rowOf({ messages: [user('p'), assistant('a')], parts: [{ x: 1 }] });
    const deeper = rowOf({ messages: [user('p'), assistant('a')], parts: [{ x: 2 }] });
    const found = independentRows([plain, tools, deep, deeper], reads);
    expect(found.map(({ item }) => item)).toEqual([plain, tools, deep, deeper].map(({ item }) => item));
    const [one, two, three, four] = clusters(found);
    expect([one === two, three === four, three === undefined]).toEqual([false, true, false]);
  });
  test('rows of one prompt belong together, unless it is said what does', () => {
    const talk = (answer: string) => ({ messages: [user('q'), assistant(answer)], talk: 't' });
    const [left, right] = clusters(independentRows([rowOf(talk('a')), rowOf(talk('b'))], reads));
    expect(left).toBe(right);
    expect(clusters(independentRows([rowOf(talk('a'), 'talk'), rowOf(talk('b'), 'talk')], reads))).toEqual(['t', 't']);
  });
});

describe('a question', () => {
  const body: ChatRequest = { model: 'm', messages: [user('q')], temperature: 0, max_tokens: 5 };
  test('is one question under either name of its limit, and whoever answers it', () => {
    const hash = questionHash(body, 0);
    expect(questionHash({ model: 'x', messages: [user('q')], max_completion_tokens: 5, temperature: 0, store: false }, 0)).toBe(
      hash,
    );
    expect(questionHash(body, 1)).not.toBe(hash);
    expect(questionHash({ ...body, temperature: 1 }, 0)).not.toBe(hash);
    expect(modelHash('a', 'b')).not.toBe(modelHash('ab', ''));
  });
  test('changes as a server asks for, once, and in nothing that matters', () => {
    const facts = (more: Partial<ProviderFacts>) => failed({ status: 400, ...more }).facts;
    const renamed = adaptedTo(facts({ param: 'max_tokens' }), body, AS_ASKED) ?? AS_ASKED;
    expect(adapted(body, renamed)).toEqual({ model: 'm', messages: body.messages, temperature: 0, max_completion_tokens: 5 });
    expect(adaptedTo(facts({ param: 'max_completion_tokens' }), adapted(body, renamed), renamed)).toBeUndefined();
    const dropped = adaptedTo(facts({ detail: "Unsupported value: 'temperature' must be 1" }), body, AS_ASKED);
    expect(dropped).toEqual({ renamed: false, dropped: ['temperature'] });
    const more = { ...body, response_format: {}, stop: 'x' };
    expect(adaptedTo(facts({ param: 'stop' }), more, AS_ASKED)).toBeUndefined();
    expect(adaptedTo(facts({ param: 'response_format' }), more, AS_ASKED)).toBeUndefined();
    expect(adaptedTo(facts({ param: 'response_format' }), more, AS_ASKED, JUDGE_OPTIONAL)?.dropped).toEqual(['response_format']);
    expect(adaptedTo(facts({ status: 500, param: 'max_tokens' }), body, AS_ASKED)).toBeUndefined();
    expect(adaptedTo(facts({ detail: 'no' }), body, AS_ASKED)).toBeUndefined();
  });
});

describe('the budget', () => {
  const body: ChatRequest = { model: 'm', messages: [user('x'.repeat(4000))], max_completion_tokens: 100 };
  const prices = { input: 1, output: 10 };
  test('holds before a call, with what is in flight', () => {
    const budget = new Budget({ prices, maxCostUsd: 0.0045, maxTokens: undefined });
    const first = budget.claim(body);
    expect(budget.claim(body)).toBeDefined();
    expect([budget.claim(body), budget.exceeded]).toEqual([undefined, 'the next call could pass max_cost_usd: 0.0045']);
    first?.release();
    const again = budget.claim(body);
    again?.settle({ prompt_tokens: 1000, completion_tokens: 100, cached_tokens: 0 });
    expect([budget.promptTokens, budget.completionTokens, budget.usd]).toEqual([1000, 100, 0.002]);
  });
  test('a call of which no answer came counts as what it may have taken', () => {
    const budget = new Budget({ prices, maxCostUsd: 0.0045, maxTokens: undefined });
    budget.claim(body)?.lose();
    expect(budget.usd).toBe(0);
    budget.claim(body)?.lose();
    expect([budget.claim(body), budget.exceeded]).toEqual([
      undefined,
      'the next call could pass max_cost_usd: 0.0045 (2 calls without an answer counted as paid for)',
    ]);
  });
  test('counts what a server does not count', () => {
    const budget = new Budget({ prices: undefined, maxCostUsd: undefined, maxTokens: 2400 });
    budget.claim(body)?.settle(undefined);
    expect([budget.promptTokens > 1000, budget.completionTokens, budget.usd]).toEqual([true, 100, undefined]);
    budget.claim(body);
    expect([budget.claim(body), budget.exceeded]).toEqual([undefined, 'the next call could pass max_tokens: 2400']);
  });
});

describe('kept answers', () => {
  const by = { origin: 'https://a', model: 'm' };
  const hash = (text: string) => questionHash({ model: '', messages: [user(text)] }, 0);
  const opened = (folder: string) => KeptAnswers.open(answerFolder('kept', folder, [folder]));

  test('are found again by the next step, by question and model', async () => {
    const folder = newFolder();
    const first = await opened(folder);
    first.add(hash('q'), by, reply('ü\u2028"\n'));
    first.add(
      hash('q'),
      { ...by, model: 'other' },
      reply(null, { tool_calls: [{ a: 1 }], usage: undefined, system_fingerprint: undefined }),
    );
    expect(first.find(hash('q'), by)?.content).toBe('ü\u2028"\n');
    const second = await opened(folder);
    expect(second.size).toBe(2);
    expect(second.find(hash('q'), by)).toEqual(reply('ü\u2028"\n'));
    expect(second.all(hash('q')).map(({ model }) => model)).toEqual(['m', 'other']);
    expect([second.find(hash('q'), { ...by, origin: 'https://b' }), second.find(hash('other'), by), second.broken]).toEqual([
      undefined,
      undefined,
      0,
    ]);
  });
  test('survive a kill at any byte: a line is whole, or as if it were not there', async () => {
    const folder = newFolder();
    const whole = await opened(folder);
    for (const text of ['a', 'b', 'c']) whole.add(hash(text), by, reply(text));
    const [name = ''] = readdirSync(path.join(folder, 'kept'));
    const bytes = readFileSync(path.join(folder, 'kept', name));
    const lines = bytes.toString().split('\n');
    const lengths = [lines[0]?.length ?? 0, (lines[0]?.length ?? 0) + (lines[1]?.length ?? 0) + 1];
    for (let cut = 0; cut <= bytes.length; cut += 13) {
      writeFileSync(path.join(folder, 'kept', name), bytes.subarray(0, cut));
      const kept = await opened(folder);
      const found = ['a', 'b', 'c'].map((text) => kept.find(hash(text), by)?.content);
      expect(found.slice(0, 2)).toEqual([cut >= (lengths[0] ?? 0) ? 'a' : undefined, cut >= (lengths[1] ?? 0) ? 'b' : undefined]);
      // The next step goes on in a file of its own.
      kept.add(hash('d'), by, reply('d'));
      const next = await opened(folder);
      expect(next.find(hash('d'), by)?.content).toBe('d');
      for (const other of readdirSync(path.join(folder, 'kept')).filter((one) => one !== name))
        writeFileSync(path.join(folder, 'kept', other), '');
    }
  });
  test('lines of anything else are counted, and nothing more', async () => {
    const folder = newFolder();
    const kept = await opened(folder);
    kept.add(hash('q'), by, reply('a'));
    const junk = [
      '',
      '{}',
      'x'.repeat(200),
      `{"question":"${'g'.repeat(64)}","x":1}`,
      `{"question":"${hash('q')}","v":9}`,
      '\u0000',
    ];
    writeFileSync(path.join(folder, 'kept', '0.answers.jsonl'), junk.join('\n'));
    const again = await opened(folder);
    expect([again.find(hash('q'), by)?.content, again.broken]).toEqual(['a', 5]);
  });
  test('only inside the folders that the step may use', () => {
    const [folder, outside] = [newFolder(), newFolder()];
    symlinkSync(outside, path.join(folder, 'link'));
    for (const given of ['../x', outside, 'link/inner'])
      expect(() => answerFolder(given, folder, [folder])).toThrow('lies outside the workspace');
    expect(() => answerFolder(outside, folder, [folder, outside])).not.toThrow();
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => answerFolder('file', folder, [folder])).toThrow('no folder can be made there');
  });
  test('a line longer than any answer is passed over, and what stands around it is found', async () => {
    const folder = newFolder();
    const kept = await opened(folder);
    for (const text of ['a', 'b']) kept.add(hash(text), by, reply(text));
    const [name = ''] = readdirSync(path.join(folder, 'kept'));
    const [first, second] = readFileSync(path.join(folder, 'kept', name), 'utf8').split('\n');
    const long = `{"question":"${hash('long')}","x":"${'x'.repeat(70 * 1024 * 1024)}"}`;
    writeFileSync(path.join(folder, 'kept', name), [first, long, second, long].join('\n'));
    const again = await opened(folder);
    expect([again.find(hash('a'), by)?.content, again.find(hash('b'), by)?.content, again.broken]).toEqual(['a', 'b', 2]);
  });
  test('a long answer is kept, and read by the next step', async () => {
    const folder = newFolder();
    const long = 'x'.repeat(100_000);
    (await opened(folder)).add(hash('q'), by, reply(long));
    expect((await opened(folder)).find(hash('q'), by)?.content).toBe(long);
  });
  test('of one question no more answers are looked through than anybody has models', async () => {
    const index = new AnswerIndex();
    const added = Array.from({ length: 300 }, (_, at) => index.add(1, 2, { file: 0, offset: at, length: 1 }));
    expect([added.filter(Boolean).length, index.size]).toEqual([256, 256]);
    expect(index.add(1, 3, { file: 0, offset: 0, length: 1 })).toBe(true);
    const folder = newFolder();
    const kept = await opened(folder);
    for (let at = 0; at < 260; at += 1) kept.add(hash('q'), { ...by, model: `m${at}` }, reply('a'));
    const again = await opened(folder);
    expect([again.size, again.broken]).toEqual([256, 4]);
  });
  test('two whose hashes begin alike are both found', () => {
    const index = new AnswerIndex();
    for (let line = 0; line < 3000; line += 1) index.add(line % 7, line % 5, { file: 0, offset: line, length: 1 });
    const question = `${(3).toString(16).padStart(8, '0')}${(2).toString(16).padStart(8, '0')}`;
    const expected = Array.from({ length: 3000 }, (_, line) => line).filter((line) => line % 7 === 3 && line % 5 === 2);
    expect([...index.places(question)].map(({ offset }) => offset).sort((a, b) => a - b)).toEqual(expected);
    expect(index.size).toBe(3000);
  });
  test('answers to one question keep their order, wherever they lie in the table', () => {
    const index = new AnswerIndex();
    const places = Array.from({ length: 200 }, (_, line) => line);
    // In the last slot, and so around the end of the table; the others make it grow.
    for (const offset of places) index.add(9, 0xffff_ffff, { file: 0, offset, length: 1 });
    for (let line = 0; line < 3000; line += 1) index.add(line, line * 7919, { file: 1, offset: line, length: 1 });
    expect([...index.places('00000009ffffffff')].map(({ offset }) => offset)).toEqual(places);
  });
  test('a folder of pieces is read as one', async () => {
    const folder = newFolder();
    const kept = await opened(folder);
    for (let count = 0; count < 50; count += 1) kept.add(hash(`q${count}`), by, reply(`${count}`));
    const real = answerFolder('kept', folder, [folder]);
    const slow = { ...real, scan: (name: string) => createReadStream(path.join(folder, 'kept', name), { highWaterMark: 37 }) };
    const read = await KeptAnswers.open(slow);
    expect([read.size, read.find(hash('q31'), by)?.content]).toEqual([50, '31']);
  });
});

const EQ: KnownGrader = {
  type: 'string_check',
  name: 'eq',
  operation: 'eq',
  input: '{{sample.output_text}}',
  reference: '{{item.reference_answer}}',
};
const JUDGE: KnownGrader = {
  type: 'score_model',
  name: 'judge',
  model: 'j',
  input: [{ role: 'user', content: 'Grade {{sample.output_text}}' }],
};

interface Gateway {
  readonly kept?: KeptAnswers;
  readonly grader?: KnownGrader;
  readonly rows?: number;
  readonly repeat?: number;
  readonly limits?: Partial<Limits>;
  readonly deadline?: number;
  readonly signal?: AbortSignal;
  readonly mostUnscored?: number;
  readonly mayBeNew?: boolean;
}

/** A hand clock on which the end of the step does not come by itself. */
function waitingClock(): Clock {
  const clock = handClock();
  return {
    now: clock.now,
    sleep: (milliseconds, signal) =>
      milliseconds < 3_600_000
        ? clock.sleep(milliseconds, signal)
        : new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
  };
}

/** Runs a gate over models that this function answers for. */
async function gated(answer: (request: ChatRequest, calls: number) => ChatReply | Promise<ChatReply>, given: Gateway = {}) {
  const { grader = EQ, rows = 40, repeat = 1, limits = {}, mostUnscored = 1 } = given;
  const clock = waitingClock();
  const sent: ChatRequest[] = [];
  const said: string[] = [];
  const ask = async (request: ChatRequest) => {
    const calls = sent.push(request);
    await new Promise((resolve) => setImmediate(resolve));
    return answer(request, calls);
  };
  const asked = (model: string): Asked => ({ model, origin: 'https://a', ask, mayBeNew: given.mayBeNew ?? false });
  const inFlight = new InFlight(8, 4);
  const budget = new Budget({ prices: undefined, maxCostUsd: undefined, maxTokens: undefined, ...limits });
  const say = (text: string) => said.push(text);
  const deadline = clock.now() + (given.deadline ?? 3_600_000);
  const asking = new Asking(
    { clock, deadline, inFlight, budget, kept: given.kept, say },
    given.signal ?? new AbortController().signal,
  );
  const results = await evaluateRows({
    rows: Array.from({ length: rows }, (_, at) =>
      evaluationRow({ messages: [user(`q${at}`), assistant(`a${at}`)] }, { path: 'e', line: at + 1 }, NO_SORTING),
    ),
    sides: { candidate: asked('new'), baseline: asked('old') },
    sampling: { temperature: 0 },
    repeat,
    parts: partsOf(grader),
    asking,
    terms: new Terms(say),
    judge: { asking, terms: new Terms(say, JUDGE_OPTIONAL), askedOf: asked, grades: new Map() },
    mostUnscored,
    concurrency: 8,
    onRow: () => undefined,
  });
  asking.close();
  return { results, sent, said, asking, inFlight, budget };
}

const echo = ({ messages }: ChatRequest) => reply(String(messages.at(-1)?.content).replace('q', 'a'));

describe('the gate', () => {
  test('asks both models row by row in turn, and grades each answer', async () => {
    const { results, sent, asking } = await gated((request) => (request.model === 'old' ? reply('?') : echo(request)));
    expect(sent.slice(0, 4).map(({ model, messages }) => [model, messages[0]?.content])).toEqual([
      ['new', 'q0'],
      ['old', 'q0'],
      ['new', 'q1'],
      ['old', 'q1'],
    ]);
    expect(results.every(({ candidate, baseline }) => candidate[0]?.score === 1 && baseline[0]?.score === 0)).toBe(true);
    expect([asking.calls, asking.fingerprints.get('new')?.size]).toEqual([80, 1]);
  });
  test('what is kept is found and not asked for, and both are counted', async () => {
    const folder = newFolder();
    const opened = () => KeptAnswers.open(answerFolder('kept', folder, [folder]));
    const first = await gated(echo, { rows: 3, kept: await opened() });
    const second = await gated(echo, { rows: 5, kept: await opened() });
    expect([first, second].map(({ asking }) => [asking.calls, asking.found])).toEqual([
      [6, 0],
      [4, 6],
    ]);
  });
  test('an answer for each repeat', async () => {
    const { results, sent } = await gated(echo, { repeat: 3, rows: 5 });
    expect([sent.length, results.map(({ candidate, baseline }) => candidate.length + baseline.length)]).toEqual([
      30,
      [6, 6, 6, 6, 6],
    ]);
  });
  test.each<[string, ChatReply, number]>([
    ['a refusal', reply(null, { refusal: 'No.' }), 0],
    ['one that was cut', reply('a', { finish_reason: 'length' }), 0],
    ['one that was filtered', reply(null, { finish_reason: 'content_filter' }), 0],
    ['a call of a tool', reply(null, { tool_calls: [{ id: 'c' }], finish_reason: 'tool_calls' }), 0],
  ])('%s is an answer', async (_, one, score) => {
    const { results } = await gated(() => one, { rows: 2 });
    expect(results.map(({ candidate, unscored }) => [candidate[0]?.score, unscored])).toEqual([
      [score, undefined],
      [score, undefined],
    ]);
  });
  test('what graders read of an answer', () => {
    expect(sampleOf(reply(null, { refusal: 'No.' })).output_text).toBe('No.');
    const called = sampleOf(reply(null, { tool_calls: [{ id: 'c' }] }));
    expect(called).toMatchObject({
      output_text: '',
      output_tools: [{ id: 'c' }],
      choices: [{ message: { tool_calls: [{ id: 'c' }] } }],
    });
  });
  test('a question that is refused counts for neither model, and too many of them end it', async () => {
    const refusing = (request: ChatRequest) => {
      if (request.model === 'new' && request.messages[0]?.content === 'q3') throw failed({ kind: 'invalid', status: 400 });
      return echo(request);
    };
    const { results, asking } = await gated(refusing);
    expect([results.filter(({ unscored }) => unscored !== undefined).map(({ row }) => row.line), asking.stop]).toEqual([
      [4],
      undefined,
    ]);
    const all = await gated(() => {
      throw failed({ kind: 'invalid', status: 400, code: 'content_filter' });
    });
    expect(all.asking.stop).toMatchObject({
      kind: 'coverage',
      words: expect.stringContaining('the platform filtered the prompt'),
    });
    expect(all.sent.length).toBeLessThan(20);
  });
  test.each<[string, Partial<ProviderFacts>]>([
    ['a key', { kind: 'credential', status: 401, final: true }],
    ['a quota', { kind: 'limited', status: 429, final: true }],
    ['a model', { kind: 'missing', status: 404, final: true }],
    ['a limit that does not pass', { kind: 'limited', status: 429 }],
    ['a server that stays broken', { fate: 'unknown', status: 500 }],
  ])('%s ends it for good', async (_, facts) => {
    const { results, asking } = await gated((request, calls) => {
      if (calls > 20) throw failed(facts);
      return echo(request);
    });
    expect(asking.stop).toMatchObject({ kind: 'refused', words: 'The call failed.' });
    expect(results.length).toBeLessThan(12);
  });
  test.each<[string, boolean, number, boolean]>([
    ['that never answered, where models answer at once, is not there', false, 0, false],
    ['that never answered, but may be new, is waited for', true, 0, true],
    ['that has answered before is there', false, 20, true],
  ])('a model %s', async (_, mayBeNew, after, waited) => {
    let missed = 0;
    const { asking } = await gated(
      (request, calls) => {
        if (calls <= after || (missed > 0 && waited)) return echo(request);
        missed += 1;
        throw failed({ kind: 'missing', status: 404, final: true });
      },
      { mayBeNew },
    );
    expect(asking.retries > 0).toBe(waited);
    expect(asking.stop?.kind).toBe(waited ? undefined : 'refused');
  });
  test('what fails for a moment is asked again, at a slower pace', async () => {
    const { results, asking, inFlight } = await gated((request, calls) => {
      if (calls === 60) throw failed({ kind: 'limited', status: 429, retryAfter: 2000 });
      return echo(request);
    });
    expect([results.length, asking.retries, asking.stop]).toEqual([40, 1, undefined]);
    expect(inFlight.limit).toBeLessThan(8);
  });
  test('what a server does not take is left out for both models alike', async () => {
    const { sent, said, results } = await gated((request) => {
      if (request.model === 'old' && 'temperature' in request)
        throw failed({ kind: 'invalid', status: 400, param: 'temperature' });
      return echo(request);
    });
    expect(sent.slice(3).every((request) => !('temperature' in request))).toBe(true);
    expect([results.length, said.length, said[0]]).toEqual([40, 1, expect.stringContaining('temperature is left out')]);
  });
  test('budget, time and a cancelled run end it, and what was answered stays', async () => {
    const poor = await gated(echo, { limits: { maxTokens: 600 } });
    expect([poor.asking.stop?.kind, poor.results.length > 2, poor.results.length < 40]).toEqual(['budget', true, true]);
    const abort = new AbortController();
    const cut = await gated(
      (request, calls) => {
        if (calls === 21) abort.abort();
        return echo(request);
      },
      { signal: abort.signal },
    );
    expect([cut.asking.stop?.kind, cut.results.length > 5, cut.results.length < 20]).toEqual(['cancelled', true, true]);
    const late = await gated(echo, { deadline: 0 });
    expect([late.asking.stop?.kind, late.results]).toEqual(['time', []]);
    expect((await gated(echo, { signal: AbortSignal.abort() })).sent).toEqual([]);
  });
  test('a defect is no answer', async () => {
    await expect(
      gated(() => {
        throw new TypeError('broken');
      }),
    ).rejects.toThrow('broken');
  });
});

describe('a model that grades', () => {
  const judged = (answer: (times: number) => string) => {
    const times = new Map<string, number>();
    return gated(
      (request) => {
        if (request.model !== 'j') return echo(request);
        const question = String(request.messages[0]?.content);
        times.set(question, (times.get(question) ?? 0) + 1);
        return reply(answer(times.get(question) ?? 0));
      },
      { grader: JUDGE, rows: 3, mostUnscored: 3 },
    );
  };
  test('is asked for each answer, without chance, for a number', async () => {
    const { results, sent } = await judged(() => '{"steps":[],"result":0.7}');
    // Both models say the same of each row, which is one question to the judge, at once or not.
    expect(sent.filter(({ model }) => model === 'j')).toHaveLength(3);
    expect(results.map(({ candidate }) => candidate[0]?.score)).toEqual([0.7, 0.7, 0.7]);
    expect(sent.find(({ model }) => model === 'j')).toMatchObject({ temperature: 0, response_format: { type: 'json_schema' } });
  });
  test('is asked once more where it cannot be read, and then leaves the row without a score', async () => {
    const second = await judged((times) => (times === 1 ? 'well' : '{"result":1}'));
    expect(second.results.map(({ unscored }) => unscored)).toEqual([undefined, undefined, undefined]);
    const never = await judged(() => 'well');
    expect(never.results.map(({ unscored }) => unscored)).toEqual(
      Array(3).fill('The model of grader judge answered without a number.'),
    );
  });
  test('among others in a formula; one that is not named is not asked', async () => {
    const grader: KnownGrader = {
      type: 'multi',
      graders: { eq: EQ, judge: JUDGE, spare: { ...JUDGE, name: 'spare', model: 'k' } },
      calculate_output: '(eq + judge) / 2',
    };
    const { results, sent } = await gated((request) => (request.model === 'j' ? reply('{"result":0.5}') : echo(request)), {
      grader,
      rows: 2,
    });
    expect([results[0]?.candidate[0]?.score, sent.some(({ model }) => model === 'k')]).toEqual([0.75, false]);
  });
  test('a label, a template that cannot be filled, a judge that refuses the question', async () => {
    const label: KnownGrader = {
      type: 'label_model',
      name: 'l',
      model: 'j',
      labels: ['good', 'bad'],
      passing_labels: ['good'],
      input: [{ role: 'user', content: 'x' }],
    };
    const good = await gated((request) => (request.model === 'j' ? reply('{"result":"good"}') : echo(request)), {
      grader: label,
      rows: 1,
    });
    expect(good.results[0]?.candidate[0]?.score).toBe(1);
    const reads = { ...JUDGE, input: [{ role: 'user', content: '{{item.none}}' }] };
    expect((await gated(echo, { grader: reads, rows: 1 })).results[0]?.unscored).toContain('cannot be filled');
    const refusing = (request: ChatRequest) => {
      if (request.model === 'j') throw failed({ kind: 'invalid', status: 400 });
      return echo(request);
    };
    expect((await gated(refusing, { grader: JUDGE, rows: 1 })).results[0]?.unscored).toContain('did not answer');
    const closed = (request: ChatRequest) => {
      if (request.model === 'j') throw failed({ kind: 'credential', status: 401, final: true });
      return echo(request);
    };
    expect((await gated(closed, { grader: JUDGE, rows: 1 })).asking.stop?.kind).toBe('refused');
  });
});
