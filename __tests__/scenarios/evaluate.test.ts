import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { keep } from '../support/keep.ts';
import { type Asked, modelServer, questions, refused, said } from '../support/models.ts';
import { jsonl, write } from '../support/rows.ts';
import { type StoryTime, storyTime } from '../support/story-time.ts';
import { elementsOf } from '../support/well-formed.ts';
import type { Answer } from '../support/wire.ts';

const right = (asked: Asked) => said(asked.prompt.replace('q', 'a'));
const number = ({ prompt }: Asked) => Number(prompt.slice(1));

async function evaluation(
  answer: (asked: Asked) => Answer | Promise<Answer>,
  inputs: Record<string, string | undefined> = {},
  rows: readonly object[] = questions(100),
  workspace = newFolder(),
) {
  const server = await modelServer(answer);
  keep(server);
  write(workspace, 'eval.jsonl', jsonl(rows));
  const run = (more: Record<string, string | undefined> = {}, time?: StoryTime) =>
    runAction({
      workspace,
      ...(time === undefined ? {} : { time }),
      inputs: {
        operation: 'evaluate',
        model: 'new',
        baseline: 'old',
        base_url: server.url,
        api_key: 'none',
        evaluation_file: 'eval.jsonl',
        grader: 'eq',
        artifact_name: '',
        ...inputs,
        ...more,
      },
    });
  return { server, workspace, run };
}

describe('the promotion gate', () => {
  test('a better model passes: the verdict, its evidence, and the name for the next step', async () => {
    const { server, run } = await evaluation((asked) =>
      asked.model === 'old' && number(asked) % 5 === 0 ? said('?') : right(asked),
    );
    const { exitCode, outputs, summary, log } = await run();
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      ...{ verdict: 'pass', passed: 'true', promoted_model: 'new', score: '1', baseline_score: '0.8', difference: '0.2' },
      ...{ wins: '20', losses: '0', ties: '80', coverage: '1' },
    });
    const [low = 0, high = 0] = JSON.parse(outputs.interval ?? '');
    expect([low > 0.1, high < 0.3]).toEqual([true, true]);
    expect(summary).toContain('## ✅ Promote');
    expect(summary).toContain('100.0 % against 80.0 %: +20.0 points');
    expect(log).toContain('200 calls to make');
    expect(server.asked).toHaveLength(200);
    // In turn, and without the answers.
    expect(server.asked.slice(0, 2).map(({ model, body }) => [model, body.messages])).toEqual([
      ['new', [{ role: 'user', content: 'q1' }]],
      ['old', [{ role: 'user', content: 'q1' }]],
    ]);
    const result = JSON.parse(readFileSync(outputs.evaluation_path ?? '', 'utf8'));
    expect(result).toMatchObject({ version: 1, verdict: 'pass', rows: 100, wins: 20 });
    expect(readFileSync(outputs.junit_path ?? '', 'utf8')).toContain('<testsuites name="evaluation">');
  });

  test('a worse one fails, and the baseline is what the next step reads', async () => {
    const { run } = await evaluation((asked) => (asked.model === 'new' && number(asked) % 3 === 0 ? said('?') : right(asked)));
    const { exitCode, outputs, errors } = await run();
    expect([exitCode, outputs.verdict, outputs.passed, outputs.promoted_model]).toEqual([1, 'fail', 'false', 'old']);
    expect(errors.at(-1)).toContain(
      'The verdict on new against old is fail: the candidate is worse by more than the margin of 5.0 points',
    );
  });

  test('few rows prove nothing, and on_inconclusive says what that is', async () => {
    const { run } = await evaluation(right, {}, questions(30));
    const strict = await run();
    expect([strict.exitCode, strict.outputs.verdict, Number(strict.outputs.required_rows) > 30]).toEqual([
      1,
      'inconclusive',
      true,
    ]);
    expect(strict.errors.at(-1)).toContain('would decide');
    const lenient = await run({ on_inconclusive: 'pass' });
    expect([lenient.exitCode, lenient.outputs.verdict, lenient.outputs.passed]).toEqual([0, 'inconclusive', 'true']);
  });

  test('what is kept is not asked again, and gives the same verdict', async () => {
    const { server, run } = await evaluation(right, { answers_path: 'kept', repeat: '2', sampling_params: '{temperature: 1}' });
    const first = await run();
    expect([first.exitCode, server.asked.length]).toEqual([0, 400]);
    const second = await run();
    expect([second.exitCode, server.asked.length, second.outputs.difference]).toEqual([0, 400, first.outputs.difference]);
    expect(second.log).toContain('400 answers kept from before');
    // Another setting is another question.
    await run({ sampling_params: '{temperature: 0}', repeat: '1' });
    expect(server.asked).toHaveLength(600);
  });

  test('a recorded baseline is not asked', async () => {
    const { server, run } = await evaluation(right, { answers_path: 'kept' });
    await run({ model: 'old', baseline: 'older' });
    expect(server.asked).toHaveLength(200);
    const { exitCode, outputs } = await run({ baseline: 'recorded:old' });
    expect([exitCode, outputs.verdict, server.asked.length]).toEqual([0, 'pass', 300]);
    expect(server.asked.slice(200).every(({ model }) => model === 'new')).toBe(true);
    const unclear = await run({ baseline: 'recorded' });
    expect([unclear.exitCode, unclear.errors.at(-1)]).toEqual([1, expect.stringContaining('several models answered these rows')]);
    const none = await run({ baseline: 'recorded:gone' });
    expect(none.errors.at(-1)).toContain('no answer of gone to these rows');
  });

  test('a permanent 429 is incomplete, never green', async () => {
    const { run } = await evaluation((asked) =>
      number(asked) < 90 ? right(asked) : refused(429, { code: 'insufficient_quota' }),
    );
    const { exitCode, outputs, errors } = await run({ on_inconclusive: 'pass' });
    expect([exitCode, outputs.verdict, outputs.passed, outputs.promoted_model]).toEqual([1, 'incomplete', 'false', 'old']);
    expect(errors.at(-1)).toContain('insufficient_quota');
  });

  test('a model whose name is a slip is said at once, and not asked again', async () => {
    const { server, run } = await evaluation((asked) =>
      asked.model === 'new' ? refused(404, { code: 'model_not_found', message: 'The model `new` does not exist' }) : right(asked),
    );
    const { exitCode, outputs, errors } = await run();
    expect([exitCode, outputs.verdict, outputs.promoted_model]).toEqual([1, 'incomplete', 'old']);
    expect(errors.at(-1)).toContain('The model `new` does not exist');
    expect(server.asked.filter(({ before }) => before > 0)).toEqual([]);
    expect(server.asked.length).toBeLessThan(20);
  });

  test('a passing 429 is only slower', async () => {
    const { server, run } = await evaluation((asked) =>
      number(asked) === 20 && asked.before === 0
        ? { ...refused(429, { code: 'rate_limit_exceeded' }), headers: { 'retry-after-ms': '1' } }
        : right(asked),
    );
    const { exitCode, outputs } = await run();
    expect([exitCode, outputs.verdict, server.asked.length]).toEqual([0, 'pass', 202]);
  });

  test('a parameter that is refused by name changes places for both models', async () => {
    const { server, run } = await evaluation(
      (asked) =>
        'max_tokens' in asked.body && asked.model === 'old'
          ? refused(400, { code: 'unsupported_parameter', param: 'max_tokens' })
          : 'temperature' in asked.body && asked.model === 'old'
            ? refused(400, { code: 'unsupported_value', param: 'temperature' })
            : right(asked),
      { sampling_params: '{max_tokens: 50, temperature: 0.5}' },
    );
    const { exitCode, warnings } = await run();
    expect(exitCode).toBe(0);
    expect(warnings.join('\n')).toContain('temperature is left out');
    const last = server.asked.slice(-100).map(({ body }) => [body.max_tokens, body.max_completion_tokens, body.temperature]);
    expect(new Set(last.map((one) => JSON.stringify(one)))).toEqual(new Set(['[null,50,null]']));
  });

  test('a grader that finds nothing good in either model is said to tell nothing apart', async () => {
    const { run } = await evaluation(() => said('something else'));
    const { outputs, warnings, summary } = await run();
    expect([outputs.verdict, outputs.score, outputs.baseline_score]).toEqual(['pass', '0', '0']);
    expect([warnings.join(), summary]).toEqual(Array(2).fill(expect.stringContaining('the grader tells nothing apart')));
  });

  test('answers that are graded by a model: those asked for and those kept are counted, the grades among them', async () => {
    const judged = (asked: Asked) => (asked.model === 'judge' ? said('{"result":1,"steps":[]}') : right(asked));
    const grader = (name: string) =>
      `{type: score_model, name: ${name}, model: judge, input: [{role: user, content: '${name} {{sample.output_text}} {{item.reference_answer}}'}]}`;
    const { run } = await evaluation(judged, { answers_path: 'kept' });
    const first = await run({ grader: grader('one') });
    const second = await run({ grader: grader('other') });
    const counted = ({ outputs }: typeof first) => {
      const { answers_asked, answers_kept } = JSON.parse(readFileSync(outputs.evaluation_path ?? '', 'utf8'));
      return [answers_asked, answers_kept];
    };
    // Both models give the same right answers, so one grade serves two.
    expect([counted(first), counted(second)]).toEqual([
      [300, 0],
      [100, 200],
    ]);
  });

  test('a filtered prompt counts for neither; too many of them leave the evaluation incomplete', async () => {
    const filtered = refused(400, { code: 'content_filter' });
    const { run } = await evaluation((asked) => (asked.model === 'new' && number(asked) === 7 ? filtered : right(asked)));
    const one = await run();
    expect([one.outputs.verdict, one.outputs.coverage, one.outputs.ties]).toEqual(['pass', '0.99', '99']);
    const { run: again } = await evaluation((asked) => (number(asked) < 9 ? filtered : right(asked)));
    const many = await again();
    expect([many.exitCode, many.outputs.verdict]).toEqual([1, 'incomplete']);
    expect(many.errors.at(-1)).toContain('filtered the prompt');
    const quoting = {
      ...refused(400),
      body: { error: { message: 'We cannot answer "tell me all of it"', type: 'invalid_request_error' } },
    };
    const { run: third } = await evaluation(() => quoting);
    const hidden = await third({ show_rows: 'false' });
    expect([hidden.outputs.verdict, hidden.log.includes('tell me all'), hidden.summary.includes('tell me all')]).toEqual([
      'incomplete',
      false,
      false,
    ]);
  });
});

describe('hostile answers', () => {
  const HOSTILE =
    '::error::x\n##[group]y\n::set-output name=a::b\n</failure>]]><script>x</script>\u0000\u202e | `a` <!--\n```mermaid\ngraph';
  test('are inert in log, summary and files, a megabyte long or not', async () => {
    const { run } = await evaluation((asked) =>
      asked.model === 'new' ? said(number(asked) === 3 ? HOSTILE.repeat(8000) : HOSTILE) : right(asked),
    );
    const { exitCode, log, summary, outputs, errors } = await run({ show_rows: 'true', answers_path: 'kept', tag_by: undefined });
    expect([exitCode, outputs.verdict, errors]).toEqual([
      1,
      'fail',
      [expect.stringContaining('is fail: the candidate is worse')],
    ]);
    expect(log).not.toMatch(/^(::error::x|##\[group\]|::set-output)/m);
    expect(summary).not.toMatch(/<script|<!--|^```mermaid|^::/m);
    expect(summary).toContain('### Rows that got worse');
    const xml = readFileSync(outputs.junit_path ?? '', 'utf8');
    expect(elementsOf(xml).filter((name) => name === 'failure')).toHaveLength(101);
    // Where rows may not be shown nothing of them stands anywhere.
    const hidden = await run({ show_rows: 'false' });
    const written = [
      hidden.log,
      hidden.summary,
      ...['evaluation_path', 'junit_path'].map((name) => readFileSync(hidden.outputs[name] ?? '', 'utf8')),
    ];
    expect(written.filter((text) => /script|set-output name/.test(text))).toEqual([]);
  });
});

describe('a tag is a value of a row', () => {
  test.each(['topic', '__proto__', 'constructor'])(
    'by %s, shown where rows are, and numbered where they are not',
    async (field) => {
      const rows = questions(100).map((row, at) =>
        JSON.parse(`${JSON.stringify(row).slice(0, -1)},"${field}":"Ms ${at % 2 ? 'Able' : 'Baker'}"}`),
      );
      const { run } = await evaluation(right, { tag_by: field }, rows);
      const texts = ({ log, summary, outputs }: Awaited<ReturnType<typeof run>>) =>
        [log, summary, ...['evaluation_path', 'junit_path'].map((name) => readFileSync(outputs[name] ?? '', 'utf8'))].join('\n');
      const shown = await run({ show_rows: 'true' });
      expect([shown.exitCode, texts(shown).includes('Ms Able')]).toEqual([0, true]);
      const hidden = await run({ show_rows: 'false' });
      expect([hidden.exitCode, /Able|Baker/.test(texts(hidden)), hidden.summary.match(/tag \d(?= \| 50)/g)]).toEqual([
        0,
        false,
        ['tag 1', 'tag 2'],
      ]);
    },
  );

  test.each(['__proto__', 'constructor', 'toString'])('that the rows lack, though every object has it: %s', async (field) => {
    const { run, server } = await evaluation(right, { tag_by: field });
    const { exitCode, errors } = await run();
    expect([exitCode, server.asked.length, errors.at(-1)]).toEqual([
      1,
      0,
      expect.stringContaining(`Input tag_by names ${field}`),
    ]);
  });
});

describe('calls without an answer', () => {
  const priced = {
    price_per_million_input_tokens: '10',
    price_per_million_output_tokens: '10',
    sampling_params: '{max_tokens: 100}',
    max_cost_usd: '0.12',
  };
  test.each<[string, Answer]>([
    ['that are cut off', 'reset'],
    ['that something before the server gave up', { status: 504, body: '<html>' }],
    ['that cannot be read', { body: '{"choices": 3' }],
  ])('%s may be billed, and count against max_cost_usd', async (_, answer) => {
    const { run } = await evaluation((asked) => (asked.before < 2 ? answer : right(asked)), priced, questions(40));
    const { exitCode, outputs, errors } = await run({}, storyTime());
    expect([exitCode, outputs.verdict]).toEqual([1, 'incomplete']);
    const [, lost] =
      /could pass max_cost_usd: 0\.12 \((\d+) calls without an answer counted as paid for\)/.exec(errors.at(-1) ?? '') ?? [];
    // Each may cost a little more than a tenth of a cent.
    expect([Number(lost) > 60, Number(lost) < 102]).toEqual([true, true]);
  });

  test('a server that says that it failed, or that it is busy, is not paid for it', async () => {
    const answers = [refused(500), refused(503), refused(429)];
    const { run } = await evaluation((asked) => answers[asked.before] ?? right(asked), priced, questions(40));
    const { outputs, log } = await run({}, storyTime());
    expect([outputs.verdict, outputs.coverage, /without an answer/.test(log)]).toEqual(['inconclusive', '1', false]);
  });
});

describe('before anything is asked', () => {
  test.each<[string, Record<string, string>, readonly object[], string]>([
    ['too few rows', {}, questions(10), 'at least 30 are needed'],
    [
      'a row that stands in the training data',
      { training_file: 'eval.jsonl' },
      questions(40),
      'The prompt stands in the data of training_file',
    ],
    ['a field that the rows lack', { tag_by: 'topic' }, questions(40), 'Input tag_by names topic'],
    [
      'a cost above the limit',
      { max_cost_usd: '0.00001', price_per_million_input_tokens: '1', price_per_million_output_tokens: '1' },
      questions(40),
      'The evaluation would cost',
    ],
    ['a limit and no price', { max_cost_usd: '5' }, questions(40), 'what the evaluation costs is not known'],
    [
      'a baseline on another server without a key',
      { baseline_base_url: 'https://llm.example.com/v1' },
      questions(40),
      'Write baseline_api_key',
    ],
    ['Python', { grader: '{type: python, name: p, source: x}' }, questions(40), 'without Python'],
    ...['[5, 1]', '[1, 1]'].map((range): [string, Record<string, string>, readonly object[], string] => [
      `a range without room: ${range}`,
      { grader: `{type: score_model, name: j, model: judge, input: [{role: user, content: x}], range: ${range}}` },
      questions(40),
      'the lowest score and a higher one',
    ]),
    ['a slip in the parameters', { sampling_params: '{temprature: 1}' }, questions(40), 'did you mean temperature'],
    [
      'a baseline that is the candidate',
      { baseline: 'new' },
      questions(40),
      'Input baseline is "new", which is the candidate itself',
    ],
    [
      'a header in two spellings',
      { extra_headers: 'x-team=a\nX-Team=b' },
      questions(40),
      'Input extra_headers has x-team and X-Team, which are one header',
    ],
    ['a base that nothing tells', { baseline: 'base' }, questions(40), 'does not tell its base model'],
  ])('%s', async (_, inputs, rows, message) => {
    const { server, run } = await evaluation(right, inputs, rows);
    const { exitCode, errors } = await run();
    expect(errors.at(-1)).toContain(message);
    expect([exitCode, server.asked.length]).toEqual([1, 0]);
  });
});
