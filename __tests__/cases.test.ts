/** Files, joined files, and what the model takes: one entry a kind, with rows of our own beside the shared file. */
import { describe } from '@jest/globals';
import { among, type Case, plain, testCases } from './support/cases.ts';
import { completionRow, jsonl, many } from './support/rows.ts';

const lines = (from: number, count = 8) => jsonl(many(count, (number) => plain(from + number)));
const shards = (first: string, second: string, more: Readonly<Record<string, string>> = {}) => ({
  'a.jsonl': first,
  'b.jsonl': second,
  ...more,
});
const completions = many(12, completionRow);
const picture = { type: 'image_url', image_url: { url: 'https://images.example.org/a.png' } };
const seen = (number: number) => ({
  messages: [
    { role: 'user', content: [{ type: 'text', text: `Card ${number}?` }, picture] },
    { role: 'assistant', content: `Card ${number}.` },
  ],
});

const CASES: Readonly<Record<string, Case>> = {
  'a format that the model does not take': {
    file: '04-prompt-completion-on-chat-model.jsonl',
    says: [['error@file', /takes messages[^']*jq -c '.*' FILE > NEW/]],
    own: [
      ['on a model that was trained before', completions, undefined, { model: 'ft:gpt-4.1-2025-04-14:acme::AbC123' }],
      [
        'on azure, on a model that was trained before',
        completions,
        undefined,
        { provider: 'azure', model: 'gpt-4o-mini-2024-07-18.ft-0a1b2c3d' },
      ],
      ['the other way round', among(), [['error@file', /takes prompt and completion/]], { model: 'davinci-002' }],
      ['the other way round, on babbage-002', among(), [['error@file', /takes prompt and completion/]], { model: 'babbage-002' }],
      ['as the model takes it', completions, [], { model: 'babbage-002' }],
      [
        'on a server that may have a model of its own by this name',
        completions,
        [['warning@file', /takes messages/]],
        { provider: 'compatible' },
      ],
      ['on a model that nobody knows', completions, [], { model: 'acme/coder-7b', provider: 'compatible' }],
    ],
  },
  'pictures for a model of text': {
    file: '05-images-on-text-model.jsonl',
    settings: { model: 'gpt-4o-mini-2024-07-18' },
    says: [['error@file', /gpt-4o-2024-08-06/]],
    own: [
      ['many', among(seen(1), seen(2), seen(3))],
      [
        'on azure',
        among(seen(1)),
        [['error@file', /gpt-4\.1 and gpt-4o/]],
        { provider: 'azure', model: 'gpt-4.1-mini-2025-04-14' },
      ],
      ['on azure, for a model that sees', among(seen(1)), [], { provider: 'azure', model: 'gpt-4.1-2025-04-14' }],
      ['the same model on openai', among(seen(1)), ['error@file'], { model: 'gpt-4.1-2025-04-14' }],
      ['elsewhere', among(seen(1)), ['warning@file'], { provider: 'compatible' }],
      ['for a model that sees', among(seen(1)), [], { model: 'ft:gpt-4o-2024-08-06:acme::x' }],
      ['for a model that nobody knows', among(seen(1)), [], { model: 'acme/eye-7b' }],
    ],
  },
  'byte order marks in the middle of the upload': {
    file: '07-bom-in-second-shard',
    settings: { provider: 'azure' },
    says: ['warning@1', ['error@1', /in the middle of the upload/]],
    own: [
      ['in the second file alone', shards(lines(0), `\ufeff${lines(10)}`), ['error@1']],
      [
        'in the second and the third',
        shards(lines(0), `\ufeff${lines(10)}`, { 'c.jsonl': `\ufeff${lines(20)}` }),
        ['error@1', 'error@1'],
      ],
      ['in the middle of one file', `${lines(0)}\ufeff${lines(10)}`, ['error@9']],
      ['in the first file alone', shards(`\ufeff${lines(0)}`, lines(10)), ['warning@1']],
      ['after an empty file it is the first byte', shards('', `\ufeff${lines(0, 12)}`), ['warning@1']],
      [
        'on openai none is taken',
        shards(`\ufeff${lines(0)}`, `\ufeff${lines(10)}`),
        ['error@1', 'error@1'],
        { provider: 'openai' },
      ],
    ],
  },
  'files that are joined as one': {
    says: [],
    own: [
      ['without a newline at the joint', shards(lines(0).trimEnd(), lines(10).trimEnd())],
      ['a first file without rows', shards('', lines(0, 12))],
      ['files that are too short alone', shards(lines(0, 5), lines(10, 5))],
      ['formats that differ', shards(lines(0), jsonl(completions)), [['error@1', /12 lines/]], { model: 'acme/coder-7b' }],
      ['formats that differ within', `${lines(0)}${jsonl(completions)}`, [['error@9', /12 lines/]], { model: 'acme/coder-7b' }],
      [
        'two shards in another format',
        shards(lines(0), jsonl(completions), { 'c.jsonl': jsonl(many(12, (number) => completionRow(number + 20))) }),
        ['error@1', 'error@1'],
        { model: 'acme/coder-7b' },
      ],
      ['a shard of another kind', shards(lines(0, 12), 'prompt,completion\nq,a\n'), [['error@file', /CSV/]]],
    ],
  },
  'lines that are each a list': {
    file: '21-rows-are-arrays.jsonl',
    says: [['error@file', /jq -c '\{messages: \.\}'/]],
    own: [
      [
        'with system messages',
        jsonl(many(12, (number) => [{ role: 'system', content: 'Be brief.' }, ...plain(number).messages])),
      ],
      ['one line', jsonl([plain(1).messages])],
      ['after blank lines', `\n\n${jsonl(many(3, (number) => plain(number).messages))}`],
      [
        'of ShareGPT',
        jsonl(
          many(3, () => [
            { from: 'human', value: 'a' },
            { from: 'gpt', value: 'b' },
          ]),
        ),
        [['error@file', /gpt: "assistant"/]],
      ],
      ['a list of rows is another thing', JSON.stringify(many(12, plain)), [['error@file', /jq -c '\.\[\]'/]]],
    ],
  },
  'a table': {
    file: '22-table.csv',
    says: [['error@file', /CSV.*csv\.DictReader/]],
    own: [
      ['of questions', 'question,answer\n"Who, me?","Yes, ""you"""\n'],
      ['with semicolons', 'prompt;completion\nq;a\nr;b\n'],
      ['with tabs', 'prompt\tcompletion\nq\ta\n', [['error@file', /TSV.*csv\.DictReader/]]],
    ],
  },
  'an archive': {
    file: '22b-x.jsonl.bz2',
    says: [['error@file', /bzip2 archive.*bunzip2/]],
    own: [
      ['gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 10, 2]), [['error@file', /gzip archive.*gunzip/]]],
      ['xz', Buffer.from('\xfd7zXZ\0\0\x04\n\n', 'latin1'), [['error@file', /xz archive/]]],
      ['Parquet', 'PAR1\n\x15\x04\n\x15\nPAR1', [['error@file', /Parquet/]]],
    ],
  },
  'objects that are spread over lines': {
    file: '22d-pretty-openers.jsonl',
    says: [['error@file', /jq -c \. FILE > NEW/]],
    own: [
      ['each over many', many(12, (number) => JSON.stringify(plain(number), undefined, 2)).join('\n')],
      ['after a byte order mark', `\ufeff${JSON.stringify(plain(1), undefined, 4)}`, [['error@file', /jq/]]],
      [
        'a message on each line',
        many(
          12,
          (number) =>
            `{"messages": [\n${plain(number)
              .messages.map((message) => JSON.stringify(message))
              .join(',\n')}\n]}`,
        ).join('\n'),
      ],
      ['all on one line', many(12, (number) => JSON.stringify(plain(number))).join(' ')],
    ],
  },
  'rows of other tools': {
    says: ['error@1'],
    own: [
      [
        'ShareGPT',
        many(12, (number) => ({
          conversations: [
            { from: 'human', value: `a ${number}` },
            { from: 'gpt', value: 'b' },
          ],
        })),
        [['error@1', /ShareGPT.*12 lines.*jq/]],
      ],
      ['Alpaca', many(12, (number) => ({ instruction: `a ${number}`, input: '', output: 'b' })), [['error@1', /Alpaca.*jq/]]],
      ['TRL', many(12, (number) => ({ prompt: `a ${number}`, chosen: 'b', rejected: 'c' })), [['error@1', /TRL.*dpo.*jq/]]],
      ['Anthropic', many(12, (number) => ({ system: 'Be brief.', ...plain(number) })), [['error@1', /Anthropic.*jq/]]],
      [
        'messages as a text',
        many(12, (number) => ({ messages: JSON.stringify(plain(number).messages) })),
        [['error@1', /messages as a text.*jq/]],
      ],
      [
        'some among others',
        [...many(9, plain), ...many(3, (number) => ({ question: `a ${number}`, answer: 'b' }))],
        [['error@10', /3 lines/]],
      ],
      [
        'two kinds',
        [...many(6, (number) => ({ question: `a ${number}`, answer: 'b' })), ...many(6, (number) => ({ text: `a ${number}` }))],
        ['error@1', 'error@7'],
      ],
    ],
  },
  'rows for another method': {
    says: [['error@1', /method: dpo.*12 lines/]],
    own: [
      [
        'all',
        many(12, (number) => ({
          input: { messages: [{ role: 'user', content: `a ${number}` }] },
          preferred_output: [{ role: 'assistant', content: 'b' }],
          non_preferred_output: [{ role: 'assistant', content: 'c' }],
        })),
      ],
      ['under dpo', many(12, plain), [['error@1', /method: supervised.*12 lines/]], { method: 'dpo' }],
      ['under reinforcement', jsonl(completions), [['error@1', /12 lines/]], { method: 'reinforcement' }],
    ],
  },
  'text that is not UTF-8': {
    says: [],
    own: [
      [
        'one line',
        Buffer.from(`${lines(0, 12)}${JSON.stringify(plain(99)).replace('sides', 'Äcken')}\n`, 'latin1'),
        [['error@13', /WINDOWS-1252/]],
      ],
      ['every line is one fault', Buffer.from(lines(0, 12).replaceAll('sides', 'Äcken'), 'latin1'), [['error@1', /12 lines/]]],
    ],
  },
  'line ends': {
    says: [],
    own: [
      ['a blank last line', `${lines(0, 12)}\n`],
      ['blanks in the last line', `${lines(0, 12)}  \n\n`],
      ['a blank line among rows', `${lines(0)}\n${lines(10)}`, ['warning@9']],
    ],
  },
  'what is no row is said once': {
    says: [],
    own: [
      ['YAML', '- messages:\n  - role: user\n    content: a\n', [['error@file', /YAML/]]],
      ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n', [['error@file', /lfs: true/]]],
      ['Python', "{'messages': []}\n{'messages': []}\n", [['error@file', /Python/]]],
    ],
  },
};

describe('files and models as platforms judge them', () => testCases(CASES));
