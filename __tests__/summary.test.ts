/** The job summary as a page: what it leads with, what it tells, and what it leaves out. */
import { describe, expect, test } from '@jest/globals';
import type { Dataset, Problem } from '../src/dataset/dataset.ts';
import { quote, quoteValue } from '../src/dataset/quote.ts';
import { RULES } from '../src/dataset/rules/rules.ts';
import { reportedOperation } from '../src/operations/registry.ts';
import type { Ending, Findings } from '../src/report/findings.ts';
import { cutOutputs } from '../src/report/job-outputs.ts';
import { cutWords, ours, textOf, type Words, words } from '../src/words.ts';
import { checkpoint, dataset, event, findings, job, lossCurve, withoutJob } from './support/findings.ts';
import { sent } from './support/jobs.ts';
import { html } from './support/page.ts';
import { STORIES } from './support/page-stories.ts';
import { VERDICTS } from './support/verdict-stories.ts';
import { outputsOf, renderResult, renderSummary } from './support/whole-report.ts';

/** The page as GitHub makes it of the Markdown. */

const ruleAt = (index: number) => RULES[index % RULES.length]?.id ?? 'row/shape';

describe('the summary', () => {
  const endings: readonly [Ending, Partial<Findings>, RegExp][] = [
    ['succeeded', {}, /✅ Model ready/],
    ['valid', { job: undefined }, /✅ The data passes/],
    ['failed', { job: job({ status: 'failed' }) }, /❌ The training failed/],
    ['cancelled', {}, /⏹️ Cancelled/],
    ['paused', {}, /⏸️ The job is paused/],
    ['detached', { job: job({ status: 'running' }) }, /⏳ Not finished yet: the job is running$/],
    ['detached', { job: undefined }, /⏳ Not finished yet$/],
    ['skipped', { job: undefined }, /⏭️ Checked only/],
    ['stopped', { job: undefined }, /❌ Stopped before the end/],
  ];
  test.each(endings)('%s says so in its first line', (ending, overrides, headline) => {
    expect(renderSummary(findings({ ending, ...overrides })).split('\n')[0]).toMatch(headline);
  });

  test('leads with the model’s name, ready to copy, and its trained tokens', () => {
    const { price, estimate } = STORIES['supervised-with-validation'] ?? findings();
    const summary = renderSummary(findings({ price, estimate }));
    const [title, , fence, model, end, , head, , facts] = summary.split('\n');
    expect([title, fence, model, end]).toEqual([
      '## ✅ Model ready',
      '```text',
      'ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12',
      '```',
    ]);
    expect(head).toBe('| Status | Training took | Trained tokens | Price | Job |');
    expect(facts).toBe(
      '| succeeded | 1 h 2 min | **450,000**<br>450,000 expected | **$2.25**<br>$2.25 estimated | `ftjob-abc123`<br>openai |',
    );
    expect(summary).toContain(
      '<sub>Price: trained tokens at US&#36; 5 a million tokens, as given. The platform’s bill may differ.</sub>',
    );
  });

  test('the real price stands beside the estimated one; unknown it is left out, free it needs no note', () => {
    const { estimate } = STORIES.dpo ?? findings();
    const price = { perMillion: 5, basis: 'b' };
    expect(renderSummary(findings({ price, estimate, job: job({ trained_tokens: 1_000_000 }) }))).toContain(
      '**$5.00**<br>$2.25 estimated',
    );
    expect(renderSummary(findings({ price, estimate: undefined }))).toContain('| **$2.25** |');
    expect(renderSummary(findings({ price, estimate, job: job({ trained_tokens: null }) }))).toContain('| $2.25 estimated |');
    expect(renderSummary(findings({ price: undefined }))).not.toContain('Price');
    expect(renderSummary(findings({ price: { perMillion: 0, basis: 'free' } }))).not.toContain('may differ');
  });

  test('what the platform itself estimates stands beside ours and beside the bill, the job’s own word first', () => {
    const { estimate } = STORIES.dpo ?? findings();
    const price = { perMillion: 5, basis: 'b' };
    const told = (more: Partial<Findings>) => renderSummary(findings({ price, estimate, platformPrice: 1.2, ...more }));
    expect(told({ job: job({ trained_tokens: 1_000_000 }) })).toContain(
      '**$5.00**<br>$2.25 estimated<br>$1.20 estimated by the platform',
    );
    expect(told({ job: { ...job(), estimated_usd: 1.5 } })).toContain('<br>$1.50 estimated by the platform');
    expect(told({ estimate: undefined, price: undefined })).toContain('| $1.20 estimated by the platform |');
    expect(told({ datasets: [dataset()] })).toContain('; the platform itself estimates $1.20.');
    expect(told({ datasets: [dataset()], platformPrice: undefined })).not.toContain('the platform itself');
  });

  test('a model that was deployed is called as its deployment says, and nothing tells to deploy it', () => {
    const deployment = {
      name: 'support',
      servedModel: 'accounts/a/models/m#accounts/a/deployments/support',
      status: 'answers',
      url: 'https://x.example/v1',
      hourlyUsd: 8,
      outcome: 'created',
    } as const;
    const provider = { name: 'p', baseUrl: 'https://x.example/v1', jobUrl: undefined, beforeUse: 'Deploy it first.' };
    const told = renderSummary(findings({ provider, deployment, reason: 'nothing is deployed as support' }));
    expect(told).toContain('"model": "accounts/a/models/m#accounts/a/deployments/support"');
    expect(told).not.toMatch(/Deploy it first|nothing is deployed/);
    expect(renderSummary(findings({ provider, deployment: { ...deployment, servedModel: '', outcome: 'removed' } }))).toContain(
      'Deploy it first.',
    );
  });

  test('a model whose name was written short is no other one', () => {
    const told = (model: string) => renderSummary(findings({ asked: { model }, job: job({ model: 'accounts/p/models/m-8b' }) }));
    expect(told('m-8b')).not.toContain('differs');
    expect(told('n-8b')).toContain('differs');
  });

  test('a verdict comes before what the training took; judging alone has no price of a training', () => {
    const both = renderSummary(VERDICTS['trained-and-judged'] ?? findings());
    const at = (words: string) => both.indexOf(words);
    expect(at('✅ Promote')).toBeLessThan(at('### Rows that got worse'));
    expect(at('### Rows that got worse')).toBeLessThan(at('### The candidate’s training'));
    expect(at('### The candidate’s training')).toBeLessThan(at('| Status | Training took | Trained tokens | Price | Job |'));
    const pass = renderSummary(VERDICTS['verdict-pass'] ?? findings());
    expect(pass).toContain('/data/support.eval.jsonl#L23">data/support.eval.jsonl:23</a> |');
    expect(pass).not.toMatch(/Trained|\| Price|training|450,000/);
  });

  test('metrics are final of a trained job alone; one checkpoint alone is not the best', () => {
    const [trained, left] = [renderSummary(findings()), renderSummary(STORIES['out-of-time'] ?? findings())];
    expect([trained.includes('### Final metrics'), trained.includes('⭐ the best')]).toEqual([true, true]);
    expect([left.includes('### Latest metrics'), left.includes('ckpt-step-30'), left.includes('⭐')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('of one step the values stand in one place', () => {
    const page = renderSummary(STORIES['one-step'] ?? findings());
    expect(page.split('0.5862')).toHaveLength(2);
    expect(page).toContain('### Final metrics');
  });

  test('a failure leads with its cause', () => {
    const story = STORIES['failed-at-the-provider'];
    expect(story === undefined ? '' : html(renderSummary(story))).toContain('unsafe training file');
  });

  test('bad data leads with its problems, each linked to its line at the commit', () => {
    const story = STORIES['bad-data'];
    const page = html(renderSummary(story ?? findings()));
    expect(page.indexOf('Problems')).toBeLessThan(page.indexOf('>Data<'));
    expect(page).toContain(
      'https://github.com/acme/support-bot/blob/0123456789abcdef0123456789abcdef01234567/data/support.train.jsonl#L1',
    );
    expect(page).toContain('and 135 more');
    expect(page).toContain('The data does not pass');
  });

  test('rows are not quoted where they may not be seen', () => {
    const story = STORIES['bad-data'] ?? findings();
    const closed = { ...story, run: { ...story.run, showRows: false } };
    expect(html(renderSummary(story))).toContain('some text of it');
    expect(html(renderSummary(closed))).not.toContain('some text of it');
  });

  test('what was asked stands beside what was used, and a difference is pointed at', () => {
    const page = html(
      renderSummary(
        findings({
          asked: {
            model: 'gpt-4.1-mini',
            hyperparameters: { n_epochs: 3, batch_size: 'auto' },
            integrations: [{ type: 'wandb' }],
          },
          job: job({ method: null, hyperparameters: { n_epochs: 2, batch_size: 4 } }),
        }),
      ),
    );
    expect(page).toMatch(/<td>n_epochs<\/td>\s*<td><code>3<\/code><\/td>\s*<td><code>2<\/code> ⚠️ differs<\/td>/);
    expect(page).toMatch(/<td>batch_size<\/td>\s*<td><code>auto<\/code><\/td>\s*<td><code>4<\/code><\/td>/);
    expect(page).toContain('wandb');
  });

  test('the sandbox says that it is one; a snippet shows how to call any other model', () => {
    const sandbox = findings({
      provider: { name: 'sandbox', baseUrl: 'http://127.0.0.1:1/v1', jobUrl: undefined, rehearsal: true },
    });
    expect(renderSummary(sandbox)).toContain('rehearsal');
    expect(renderSummary(sandbox)).not.toContain('### Next');
    expect(renderSummary(findings())).toContain('curl https://api.openai.com/v1/chat/completions');
    const later = { name: 'x', baseUrl: 'https://x.example/v1', jobUrl: undefined, beforeUse: 'Deploy the model first.' };
    expect(renderSummary(findings({ provider: later }))).toContain('Deploy the model first.');
    expect(renderSummary(findings({ provider: later }))).not.toContain('curl');
    expect(renderSummary(findings())).toContain('`${{ steps.fine-tune.outputs.fine_tuned_model }}`');
    expect(renderSummary(findings({ run: { ...findings().run, step: '__run' } }))).not.toContain('steps.');
    expect(renderSummary(findings({ job: job({ fine_tuned_model: "x'; rm -rf /" }) }))).not.toContain('### Next');
  });

  test('overfitting names the checkpoint that is better than the last', () => {
    expect(renderSummary(STORIES['supervised-with-validation'] ?? findings())).toMatch(
      /lowest at step 60 .* The checkpoint `ft:.*:ckpt-step-60` is the better model; fewer epochs/,
    );
    expect(renderSummary(findings({ metrics: lossCurve(90, 55), checkpoints: [] }))).toContain('since. Fewer epochs');
  });

  test('what is not known is left out, never "undefined"', () => {
    for (const story of [
      ...Object.values(STORIES),
      withoutJob({ datasets: [], estimate: undefined, asked: {} }),
      withoutJob({ run: { ...findings().run, repository: '', sha: '', runId: '' } }),
      findings({
        started: 0,
        finished: 0,
        job: sent({ id: 'j', status: 'running' }),
        checkpoints: [{ id: 'c' }],
        estimate: undefined,
      }),
      findings({ datasets: [dataset({ tokens: undefined, statistics: undefined, paths: ['a', 'b', 'c', 'd', 'e'] })] }),
      findings({ datasets: [dataset({ paths: ['/outside/of/it.jsonl'] })], warnings: ['a', 'b'] }),
      findings({ events: [event('', { message: null, level: null, data: null })] }),
    ]) {
      expect(renderSummary(story)).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test('figures of a sample are said to be of a sample', () => {
    const { statistics } = dataset();
    const sampled = (rows: number, leftOut: number) => statistics && { ...statistics, rows, leftOut };
    const of = (more: Partial<Dataset>) => renderSummary(findings({ datasets: [dataset(more)] }));
    expect(of({ rows: 84_800, statistics: sampled(5029, 79_771) })).toMatch(
      /\| Tokens \| .*\n\| Sample \| the figures from here to the longest rows are of 5,029 of 84,800 rows \|\n\| Tokens per row/,
    );
    for (const statistics of [sampled(1200, 0), undefined]) expect(of({ statistics })).not.toContain('Sample');
  });

  test('an estimate says what it rests on', () => {
    const tokens = { kind: 'estimated' as const, tokens: 1000, low: 750, high: 1250, basis: 'bytes' };
    const estimate = { epochs: 1, epochsAsked: false, tokens, cost: undefined, withoutCost: undefined };
    expect(renderSummary(findings({ estimate }))).toContain('over 1 epoch (the default; the platform decides).');
    const cost = { usd: 1.5, low: 1, high: 2, basis: 'US$ 3 a million' };
    const priced = renderSummary(findings({ estimate: { ...estimate, cost }, datasets: [dataset({ tokens })] }));
    expect(priced).toContain('$1.50 ($1.00 to $2.00; US&#36; 3 a million)');
    const old = { ...cost, low: 1.5, high: 1.5, old: true } as const;
    expect(renderSummary(findings({ estimate: { ...estimate, cost: old } }))).toContain('$1.50 estimated (old price)');
    expect(priced).toContain('| Tokens | ≈ 1,000 (750 to 1,250) |');
    expect(priced).toContain('$1.50 estimated ($1.00 to $2.00)');
  });

  test('stays below a mebibyte whatever was found', () => {
    const text = '<'.repeat(100_000);
    const list = Array.from({ length: 500 }, () => text);
    const many = findings({
      warnings: list,
      asked: Object.fromEntries(list.map((_, index) => [`parameter_${index}`, text])),
      events: list.map((message) => event(message)),
      checkpoints: list.map((id, step) => ({ ...checkpoint(step, { full_valid_loss: 1 }), id, fine_tuned_model_checkpoint: id })),
      metrics: lossCurve(20_000).map(({ values, ...rest }) => ({ ...rest, values: { ...values, [text]: 1 } })),
      datasets: [
        dataset({
          paths: list,
          counts: list.map((_, index) => ({ rule: ruleAt(index), severity: 'error', count: 9 })),
          problems: list.map((message, index) => ({
            rule: ruleAt(index),
            severity: 'error',
            message: [message],
            path: text,
            line: 1,
            column: 1,
          })),
        }),
      ],
    });
    const summary = renderSummary(many);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toContain('## ✅ Model ready');
    expect(summary).toMatch(/and \d+ more in `result.json`/);
  });

  test('checkpoints have columns for what they were measured by', () => {
    const heads = (metrics: Readonly<Record<string, number>>) =>
      /### Checkpoints\n\n(.*)/.exec(renderSummary(findings({ checkpoints: [checkpoint(3, metrics)] })))?.[1];
    expect(heads({ train_loss: 1, valid_loss: 2 })).toBe('|  | Step | Model | Training | Validation |');
    expect(heads({ train_loss: 1 })).toBe('|  | Step | Model | Training |');
    expect(heads({ valid_mean_reward: 1 })).toBe('|  | Step | Model | Validation |');
    expect(heads({})).toBe('|  | Step | Model |');
  });

  test('parts are shed from the bottom, with a word on where they are', () => {
    const story = STORIES['supervised-with-validation'] ?? findings();
    const whole = renderSummary(story);
    const room = Buffer.byteLength(whole.slice(0, whole.indexOf('### Data'))) + 2100;
    const half = renderSummary(story, room);
    expect(Buffer.byteLength(half)).toBeLessThan(room);
    expect(half).toContain('### Checkpoints');
    expect(half).not.toContain('### Data');
    expect(half).toMatch(/Left out here, and found in the files .*: .*Data \(`result\.json`\), Events \(`events\.jsonl`\)\._\n$/);
  });

  test('a part that is too large by itself takes no other with it', () => {
    const counts = Array.from({ length: 3000 }, (_, index) => ({ rule: ruleAt(index), severity: 'error' as const, count: 1 }));
    const summary = renderSummary(withoutJob({ datasets: [dataset({ counts })] }), 60_000);
    expect(summary).toContain('❌ The data does not pass');
    expect(summary).toContain('### Data');
    expect(summary).not.toContain('not-json');
    expect(summary).toContain('Problems (`problems.jsonl`)');
  });
});

describe('the cause, and what to do', () => {
  const causeOf = (story: Findings) => html(renderSummary(story)).match(/<blockquote>([\s\S]*?)<\/blockquote>/)?.[1] ?? '';
  test('of a job that failed: the fix is told by itself, not twice', () => {
    const cause = causeOf(STORIES['failed-at-the-provider'] ?? findings());
    expect(cause).toContain('due to an unsafe training file.');
    expect(cause.split('Take out the rows')).toHaveLength(2);
    expect(cause.indexOf('Cause:')).toBeLessThan(cause.indexOf('What to do:'));
  });
  test('of a job that failed: its events come before the settings, otherwise last', () => {
    const order = (story: Findings | undefined) => {
      const summary = renderSummary(story ?? findings());
      return summary.indexOf('<summary>Events') < summary.indexOf('### Settings');
    };
    expect([order(STORIES['failed-at-the-provider']), order(STORIES.dpo)]).toEqual([true, false]);
  });
  test('of bad data, of a cancelled job, of one that runs on', () => {
    expect(causeOf(STORIES['bad-data'] ?? findings())).toContain('Fix the rows below');
    const cancelled = STORIES.cancelled ?? findings();
    expect(causeOf(cancelled)).toContain('Run the workflow again');
    expect(causeOf({ ...cancelled, job: job({ status: 'cancelling' }) })).toContain('Run the workflow again');
    expect(causeOf({ ...cancelled, job: job({ status: 'running' }) })).toContain('takes it up and pays nothing twice');
    expect(causeOf({ ...cancelled, job: undefined })).not.toContain('What to do');
  });
  test('of a failed job that was only looked at; none where all is well', () => {
    const failed = job({ status: 'failed', error: { code: 'x', message: 'It broke.' } });
    expect(causeOf(findings({ operation: reportedOperation('retrieve'), ending: 'done', job: failed }))).toContain('It broke.');
    expect(causeOf(findings({ job: job({ status: 'failed', error: null }) }))).toBe('');
    expect(causeOf(findings({ job: job({ error: { code: 'x', message: 'odd' } }) }))).toBe('');
  });
  test('a job that goes on: how to watch it further', () => {
    expect(renderSummary(STORIES['out-of-time'] ?? findings())).toContain('operation: wait\njob_id: ftjob-abc123');
  });
});

describe('a job that was taken up', () => {
  const taken = (origin: Findings['origin']) => renderSummary(findings({ reused: true, reason: 'r', origin }));
  test('says whose run paid for it, with links', () => {
    const summary = renderSummary(STORIES.reused ?? findings());
    expect(html(summary)).toContain(
      '<a href="https://github.com/acme/support-bot/actions/runs/701/attempts/1">701/1 train fine-tune</a>',
    );
    expect(html(summary)).toContain(
      '<a href="https://github.com/acme/support-bot/commit/89abcdef0123456789abcdef0123456789abcdef">89abcde</a>',
    );
    expect(summary).toContain('paid before this run');
  });
  test.each([
    ['777/1 train tune', 'acme/support-bot', 'Model ready', 'another step of this run', /created by another step of this run/],
    ['776/1 train tune', 'acme/support-bot', 'Model ready, used again', undefined, /paid for, by run .*776\/1/],
    ['777/1 train tune', 'other/bot', 'Model ready, used again', undefined, /paid for, by run .*777\/1.*of other\/bot/],
  ])('by %s of %s: the words are those of who pays', (by, repository, title, once, creator) => {
    const { price } = STORIES.reused ?? findings();
    const summary = renderSummary(findings({ price, reused: true, reason: 'r', origin: { repository, commit: 'c', run: by } }));
    expect(summary.split('\n')[0]).toBe(`## ✅ ${title}`);
    expect(summary).toContain(once === undefined ? '<br>paid before this run' : `<br>paid once, by ${once}`);
    expect(summary).toMatch(creator);
  });
  test('what it says of itself is foreign text', () => {
    const origin = { repository: '../x', commit: '<b>', run: 'javascript:1' };
    expect(html(taken(origin))).not.toMatch(/<b>|actions\/runs\/701|href="[^"]*\.\./);
    expect(taken({ repository: undefined, commit: undefined, run: undefined })).not.toContain('paid for');
    expect(taken({ repository: 'a/b', commit: undefined, run: undefined })).toContain('by of a/b'.slice(3));
    expect(taken(undefined)).not.toContain('paid for');
    expect(renderSummary(findings({ reused: false, origin: { repository: 'a/b', commit: 'c', run: '1/1' } }))).not.toContain(
      'paid for',
    );
  });
});

describe('the data table', () => {
  test('roles, tools, near-empty answers and the longest rows, each linked to its line', () => {
    const page = html(renderSummary(findings()));
    expect(page).toContain('user 1,300, assistant 1,300, system 1,200, tool 46');
    expect(page).toContain('lookup_order 40, refund 6');
    expect(page).toContain('2 rows');
    expect(page).toMatch(/support\.train\.jsonl#L77">line 77<\/a> \(911\), <a [^>]*>line 1012/);
    expect(page).toMatch(/24 <code>[▁-█·]{12}<\/code> 911/);
  });
  test('the histogram in full is folded below it', () => {
    expect(renderSummary(findings())).toMatch(
      /<details><summary>Length of the rows<\/summary>\n\n```text\nTraining, rows by tokens\n +24–97 {2}█+ 310\n/,
    );
  });
  test('many roles are told in part; a fact that no dataset has is left out', () => {
    const { statistics } = dataset();
    const roles = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`role${index}`, 20 - index]));
    const story = findings({
      datasets: [
        dataset({
          paths: ['a', 'b', 'c', 'd'],
          statistics: statistics && {
            ...statistics,
            roles,
            tools: {},
            nearEmptyAnswers: 0,
            trainedShare: 0,
            histogram: [{ from: 5, to: 6, rows: 3 }],
          },
        }),
      ],
    });
    const summary = renderSummary(story);
    expect(summary).toContain('role7 13, 4 more');
    expect(summary).toContain('<br>and 1 more');
    expect(summary).not.toMatch(/Tools called|Answers under|Trained on/);
    expect(summary).toMatch(/\n5 {2}█+ 3\n/);
  });
  test('problems beyond those that are kept are counted, and it is said', () => {
    const counts = [{ rule: 'row/not-json' as const, severity: 'error' as const, count: 12_345 }];
    expect(renderSummary(findings({ datasets: [dataset({ counts })] }))).toContain(
      '12,345 problems were counted; of 0 the places are kept',
    );
    expect(renderSummary(STORIES['bad-data'] ?? findings())).not.toContain('were counted');
  });
  test('places of several files, and of a file as a whole', () => {
    const at = (path: string, line: number | undefined): Problem => ({
      rule: 'file/crlf',
      severity: 'warning',
      message: ['m'],
      path,
      line,
      column: undefined,
    });
    const problems = [at('a.jsonl', 3), at('a.jsonl', 4), at('b.jsonl', 1), at('c.jsonl', undefined)];
    const counts = [{ rule: 'file/crlf' as const, severity: 'warning' as const, count: 4 }];
    const page = html(renderSummary(findings({ datasets: [dataset({ problems, counts })] }))).replaceAll(/<\/?a[^>]*>/g, '');
    expect(page).toContain('a.jsonl lines 3, 4; b.jsonl line 1; c.jsonl');
  });
});

describe('rows that may not be seen', () => {
  const closed = (story: Findings): Findings => ({ ...story, run: { ...story.run, showRows: false } });
  const problem = (message: Words): Problem => ({
    rule: 'row/not-object',
    severity: 'error',
    message,
    path: 'a',
    line: 1,
    column: undefined,
  });
  test('are quoted nowhere, also where they hold quotation marks themselves', () => {
    const line = words`The line holds ${quote('say "hello" now')}, not an object. Write one JSON object on each line.`;
    const story = findings({
      datasets: [dataset({ problems: [problem(line)], counts: [{ rule: 'row/not-object', severity: 'error', count: 1 }] })],
      error: { code: 'data', message: words`The first: ${quote('a "b" c')} is ${quoteValue(3)}.` },
    });
    expect(textOf(line, true)).toBe('The line holds "say "hello" now", not an object. Write one JSON object on each line.');
    expect(textOf(line, false)).toBe('The line holds "…", not an object. Write one JSON object on each line.');
    expect(renderResult(story).error?.message).toBe('The first: "a "b" c" is 3.');
    expect(renderResult(closed(story)).error?.message).toBe('The first: "…" is "…".');
    expect(renderResult(closed({ ...story, error: { code: 'x', message: 'Input "a".' } })).error?.message).toBe('Input "a".');
    expect(html(renderSummary(story))).toContain('hello');
    expect(html(renderSummary(closed(story)))).not.toContain('hello');
    expect(html(renderSummary(closed(STORIES['bad-data'] ?? findings())))).not.toContain('some text of it');
  });
  test('words are cut without losing what is a quote', () => {
    const line = words`cut ${quote('off here')} and ${ours('there')}`;
    expect(textOf(cutWords(line, 8), true)).toBe('cut "off');
    expect(textOf(cutWords(line, 8), false)).toBe('cut "…"');
    expect(cutWords(line, 900)).toEqual(line);
    expect(words`${1}${ours('')}${ours('a')}b`).toEqual(['1ab']);
  });
});

describe('what operations on jobs that exist leave', () => {
  const looked = (operation: string, more: Partial<Findings> = {}) =>
    findings({
      operation: reportedOperation(operation),
      ending: 'done',
      reused: undefined,
      reason: undefined,
      datasets: [],
      estimate: undefined,
      metrics: [],
      events: [],
      checkpoints: [],
      ...more,
    });
  test.each<[string, Partial<Findings>, string]>([
    ['retrieve', {}, '## 🔎 The job has succeeded'],
    ['cancel', { job: undefined }, '## 🔎 The job is unknown'],
    ['cancel', { reason: 'cancel was asked for and is pending' }, 'Note: cancel was asked for'],
    ['list', { job: undefined, jobs: [job()] }, '## 🔎 1 job\n'],
    [
      'list',
      {
        job: undefined,
        jobs: [job(), job({ id: 'x', fine_tuned_model: null, model: undefined, trained_tokens: null, created_at: null })],
      },
      '## 🔎 2 jobs',
    ],
    ['list_events', { events: [event('a', { type: 'metrics' }), event('b')] }, '## 🔎 2 events'],
    ['list_checkpoints', { checkpoints: [checkpoint(1, { valid_loss: 1 })] }, '## 🔎 1 checkpoint'],
    ['retrieve', { ending: 'absent', job: undefined }, '## 🔎 No job matches'],
  ])('%s: %o', (operation, more, title) => {
    const summary = renderSummary(looked(operation, more));
    expect(summary).toContain(title);
    expect(summary).not.toContain('### Request');
    expect(renderResult(looked(operation, more)).ending).toBe(more.ending ?? 'done');
  });

  test('a long list of jobs is told in part, and goes out at whole items', () => {
    const many = Array.from({ length: 300 }, (_, index) => job({ id: `ftjob-${index}`, suffix: 'x'.repeat(400) }));
    const found = looked('list', { job: undefined, jobs: many });
    expect(renderSummary(found)).toContain('and 200 more in `jobs.jsonl`');
    const { jobs = '' } = outputsOf(found);
    const kept: unknown[] = JSON.parse(jobs);
    expect(kept).toEqual(JSON.parse(JSON.stringify(many.slice(0, kept.length).map(({ platform }) => platform))));
    expect(cutOutputs(found)).toEqual([expect.stringContaining(`holds the first ${kept.length} of 300 items`)]);
    expect(cutOutputs(looked('list', { jobs: [] }))).toEqual([]);
    expect(outputsOf(looked('list', { job: undefined }))).toMatchObject({ jobs: '[]' });
    expect(outputsOf(looked('list_events'))).toMatchObject({ events: '[]' });
    expect(outputsOf(looked('list_checkpoints'))).toMatchObject({ checkpoints: '[]' });
  });
});

test('several inputs that are wrong stand each by itself', () => {
  const error = { code: undefined, message: '2 inputs are wrong: A. B.', causes: ['Input a is <1>.', 'Input b is 2.'] };
  const page = renderSummary(withoutJob({ ending: 'stopped', datasets: [], estimate: undefined, error }));
  expect(page).toMatch(/^> \*\*Cause:\*\* 2 inputs are wrong\.\n>\n> - Input a is &lt;1&gt;.*\n> - Input b is 2/m);
});
