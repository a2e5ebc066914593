/** Messages, their tools and parts, and how rows stand to each other: one entry a kind, with rows of our own beside the shared file. */
import { describe } from '@jest/globals';
import { among, type Case, plain, testCases } from './support/cases.ts';

const user = (content: unknown, more: object = {}) => ({ role: 'user', content, ...more });
const assistant = (content: unknown, more: object = {}) => ({ role: 'assistant', content, ...more });
const system = (content: unknown) => ({ role: 'system', content });
const chat = (...messages: readonly object[]) => ({ messages });
const pair = (question: unknown, answer: unknown) => chat(user(question), assistant(answer));
const call = (id: string, args = '{"symbol":"ACME"}', name = 'get_price') => ({
  id,
  type: 'function',
  function: { name, arguments: args },
});
const answer = (id: string, content: unknown = '129') => ({ role: 'tool', tool_call_id: id, content });
const parameters = { type: 'object', properties: { symbol: { type: 'string' } }, required: ['symbol'] };
const definition = { name: 'get_price', description: 'Price of a share', parameters };
const tools = [{ type: 'function', function: definition }];
const calls = (...ids: readonly string[]) => assistant(null, { tool_calls: ids.map((id) => call(id)) });
const withTools = (...messages: readonly object[]) => ({ messages, tools });
const image = (url: unknown) => ({ type: 'image_url', image_url: url });
const text = (content: unknown) => ({ type: 'text', text: content });
const raw = (line: string) =>
  among()
    .map((row, index) => (index === 2 ? line : JSON.stringify(row)))
    .join('\n');
const vision = { model: 'gpt-4o-2024-08-06' };

const preference = (number: number, more: object = {}) => ({
  input: { messages: [user(`Greet guest ${number}`)] },
  preferred_output: [assistant(`Welcome, guest ${number}.`)],
  non_preferred_output: [assistant(`hey ${number}`)],
  ...more,
});
const prompt = (number: number, more: object = {}) => ({
  messages: [user(`Double ${number}.`)],
  reference: { answer: String(number * 2) },
  ...more,
});
const twelve = (build: (number: number) => object, third: object) =>
  Array.from({ length: 12 }, (_, index) => (index === 2 ? third : build(index + 1)));
const prefer = (more: object) => twelve(preference, preference(3, more));
const reinforce = (more: object) => twelve(prompt, prompt(3, more));
const dpo = { method: 'dpo' } as const;
const reinforcement = { method: 'reinforcement' } as const;
const grader = (template: string) => ({ ...reinforcement, graderTemplate: template });

const CASES: Readonly<Record<string, Case>> = {
  'special tokens by their meaning': {
    file: '06-special-token-escaped.jsonl',
    says: ['error@3'],
    own: [
      ['in a question', raw('{"messages":[{"role":"user","content":"\\u003c|im_start|>"},{"role":"assistant","content":"b"}]}')],
      [
        'every character escaped',
        raw(
          '{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"\\u003c\\u007cendoftext\\u007c\\u003e"}]}',
        ),
      ],
      [
        'under a key written with escapes',
        raw('{"messages":[{"role":"user","content":"a"},{"role":"assistant","c\\u006fntent":"<|endoftext|>"}]}'),
      ],
      [
        'a token that is none',
        raw('{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"\\u003c|none|>"}]}'),
        [],
      ],
      [
        'the escape itself, spoken of',
        raw('{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"\\\\u003c|endoftext|>"}]}'),
        [],
      ],
    ],
  },
  'NUL by its meaning': {
    file: '19-nul-as-text.jsonl',
    says: [],
    own: [
      ['in a question', among(pair('What is \\u0000?', 'NUL.'))],
      ['beside a real escape', among(pair('What is \\u0000?', 'NUL.\tSo.'))],
      ['with a surrogate spoken of', among(pair('What is \\ud83d?', 'Half.'))],
      ['the character itself', among(pair('a\u0000b', 'c')), ['warning@3']],
    ],
  },
  'empty messages': {
    file: '08-empty-system.jsonl',
    says: [['warning@1', /system is empty.*12 lines/]],
    own: [
      [
        'an empty system message here and there',
        among(chat(system(''), user('a'), assistant('b')), chat(system(''), user('c'), assistant('d'))),
        [['warning@3', /system is empty.*2 lines/]],
      ],
      ['an empty question', among(pair('', 'b')), ['warning@3']],
      ['empty questions', among(chat(user(''), assistant('b')), chat(system('s'), user(''), assistant('c'))), ['warning@3']],
      ['both in one row', among(chat(system(''), user(''), assistant('b'))), ['warning@3', 'warning@3']],
      ['a question that is null', among(pair(null, 'b')), ['error@3']],
      ['a question that is missing', among(chat({ role: 'user' }, assistant('b'))), ['error@3']],
    ],
  },
  'case says something': {
    file: '10-case-matters.jsonl',
    says: [],
    own: [
      ['variables', among(pair('Compute r + R for r=1, R=2.', '3'), pair('Compute R + r for R=1, r=2.', '3.0'))],
      ['units', among(pair('5 mb in bits?', '5e-3'), pair('5 Mb in bits?', '5e6'))],
      ['code', among(pair('const A = 1; A?', '1'), pair('const a = 1; A?', 'ReferenceError'))],
    ],
  },
  'Unicode forms and blanks say something': {
    file: '10b-nfkc-matters.jsonl',
    says: [],
    own: [
      ['subscripts', among(pair('H₂O?', 'Water'), pair('H2O?', 'As typed'))],
      ['indented code', among(pair('if x:\n  y', 'Good.'), pair('if x:\n y', 'Odd.'))],
      ['spaces in code', among(pair('x =  1', 'two'), pair('x = 1', 'one'))],
      // In plain words they are said to be a likeness, with what differs.
      [
        'spaces in words',
        among(pair('Tell  me.', 'two'), pair('Tell me.', 'one')),
        [['warning@4', /equals that of .* but for how it is written/]],
      ],
    ],
  },
  'parts in the answer of a tool': {
    file: '11-tool-content-parts.jsonl',
    says: ['warning@3'],
    own: [
      ['of two parts', among(withTools(user('p?'), calls('c1'), answer('c1', [text('1'), text('2')]), assistant('x')))],
      [
        'in the second answer',
        among(withTools(user('p?'), calls('c1', 'c2'), answer('c1'), answer('c2', [text('2')]), assistant('x'))),
      ],
      [
        'on azure',
        among(withTools(user('p?'), calls('c1'), answer('c1', [text('1')]), assistant('x'))),
        ['warning@3'],
        { provider: 'azure' },
      ],
      ['a text', among(withTools(user('p?'), calls('c1'), answer('c1'), assistant('x'))), []],
    ],
  },
  'calls without their answers': {
    file: '12-call-without-answer.jsonl',
    settings: { provider: 'azure' },
    says: ['error@3'],
    own: [
      ['followed by the user', among(withTools(user('p?'), calls('c1'), user('well?'), assistant('x')))],
      ['one of two', among(withTools(user('p?'), calls('c1', 'c2'), answer('c2'), assistant('x')))],
      ['on openai', among(withTools(user('p?'), calls('c1'), assistant('x'))), ['error@3'], { provider: 'openai' }],
      ['at the end', among(withTools(user('p?'), calls('c1'))), []],
    ],
  },
  'something between a call and its answer': {
    file: '12b-user-between-call-and-answer.jsonl',
    settings: { provider: 'azure' },
    says: ['error@3'],
    own: [
      ['the assistant', among(withTools(user('p?'), calls('c1'), assistant('wait'), answer('c1'), assistant('x')))],
      ['the system', among(withTools(user('p?'), calls('c1'), system('so'), answer('c1'), assistant('x')))],
      [
        'between two answers',
        among(withTools(user('p?'), calls('c1', 'c2'), answer('c1'), user('and?'), answer('c2'), assistant('x'))),
      ],
      [
        'nothing, in another order',
        among(withTools(user('p?'), calls('c1', 'c2'), answer('c2'), answer('c1'), assistant('x'))),
        [],
      ],
    ],
  },
  'tools in preferences': {
    file: '13-dpo-tool-faults.jsonl',
    settings: dpo,
    says: ['error@3'],
    own: [
      [
        'arguments that are no object',
        prefer({
          preferred_output: [assistant(null, { tool_calls: [call('c1', '[]')] })],
          input: { messages: [user('p?')], tools },
        }),
      ],
      [
        'arguments of the output that is not wanted',
        prefer({
          non_preferred_output: [assistant(null, { tool_calls: [call('c1', '{')] })],
          input: { messages: [user('p?')], tools },
        }),
      ],
      [
        'with the place in the row',
        prefer({
          non_preferred_output: [assistant(null, { tool_calls: [call('c1'), call('c2', '{')] })],
          input: { messages: [user('p?')], tools },
        }),
        [['error@3', /non_preferred_output\[0\]\.tool_calls\[1\]\.function\.arguments/]],
      ],
      ['an answer to a call of the input', prefer({ input: { messages: [user('p?'), calls('c1'), answer('c1')], tools } }), []],
      [
        'an answer that no call of the input waits for',
        prefer({ input: { messages: [user('p?'), calls('c1'), answer('c9')], tools } }),
        [['error@3', /input\.messages\[2\] answers "c9".*waits is "c1"/]],
      ],
      ['a blank output', prefer({ non_preferred_output: [assistant(' ')] }), [['warning@3', /non_preferred_output\[0\]/]]],
      [
        'a tool that is not defined',
        prefer({
          preferred_output: [assistant(null, { tool_calls: [call('c1', '{}', 'launch')] })],
          input: { messages: [user('p?')], tools },
        }),
        ['warning@3'],
      ],
      [
        'as it should be',
        prefer({ preferred_output: [assistant(null, { tool_calls: [call('c1')] })], input: { messages: [user('p?')], tools } }),
        [],
      ],
    ],
  },
  'unknown keys in preferences': {
    file: '13b-dpo-unknown-keys.jsonl',
    settings: dpo,
    says: ['error@3', 'error@3', 'error@3'],
    own: [
      ['in the input', prefer({ input: { messages: [user('a', { lang: 'en' })] } }), ['error@3']],
      ['in an output', prefer({ preferred_output: [assistant('Hi.', { score: 5 })] }), ['error@3']],
      ['in the other output', prefer({ non_preferred_output: [assistant('y', { score: 1 })] }), ['error@3']],
    ],
  },
  'tools in prompts for a grader': {
    file: '13d-rft-tool-faults.jsonl',
    settings: reinforcement,
    says: Array.from({ length: 12 }, (_, index) => [`error@${index + 1}`, `error@${index + 1}`, `warning@${index + 1}`]).flat(),
    own: [
      [
        'arguments',
        reinforce({
          messages: [user('q'), assistant(null, { tool_calls: [call('c1', '{bad')] }), answer('c1'), user('so?')],
          tools,
        }),
        ['error@3'],
      ],
      ['an answer to no call', reinforce({ messages: [user('q'), answer('zzz'), user('so?')], tools }), ['error@3']],
      [
        'a tool that is not defined',
        reinforce({
          messages: [user('q'), assistant(null, { tool_calls: [call('c1', '{}', 'launch')] }), answer('c1'), user('so?')],
          tools,
        }),
        ['warning@3'],
      ],
    ],
  },
  'unknown keys in prompts for a grader': {
    file: '13e-rft-unknown-message-key.jsonl',
    settings: reinforcement,
    says: Array.from({ length: 12 }, (_, index) => `error@${index + 1}`),
    own: [
      ['a mark', reinforce({ messages: [user('q', { difficulty: 3 })] }), ['error@3']],
      ['in a message before', reinforce({ messages: [{ role: 'developer', content: 'd', id: 1 }, user('q')] }), ['error@3']],
      ['a name', reinforce({ messages: [user('q', { name: 'Ann' })] }), []],
      ['a field for the grader', reinforce({ difficulty: 3 }), []],
    ],
  },
  'faults of the deprecated form': {
    file: '14-function-call-faults.jsonl',
    says: ['error@3', 'warning@3'],
    own: [
      [
        'arguments that are no object',
        among({
          messages: [user('p?'), assistant(null, { function_call: { name: 'get_price', arguments: '3' } })],
          functions: [definition],
        }),
      ],
      [
        'arguments cut off',
        among({
          messages: [user('p?'), assistant(null, { function_call: { name: 'get_price', arguments: '{"a":' } })],
          functions: [definition],
        }),
      ],
      [
        'a function that is not defined',
        among({
          messages: [user('p?'), assistant(null, { function_call: { name: 'launch', arguments: '{}' } })],
          functions: [definition],
        }),
        ['warning@3', 'warning@3'],
      ],
      [
        'as it should be, but deprecated',
        among({
          messages: [user('p?'), assistant(null, { function_call: { name: 'get_price', arguments: '{}' } })],
          functions: [definition],
        }),
        ['warning@3'],
      ],
    ],
  },
  'names of the deprecated form': {
    file: '14b-functions-bad-name.jsonl',
    says: ['error@3', 'warning@3'],
    own: [
      [
        'a blank',
        among({
          messages: [user('p?'), assistant(null, { function_call: { name: 'get price', arguments: '{}' } })],
          functions: [{ name: 'get price', parameters: {} }],
        }),
      ],
      [
        'too long',
        among({
          messages: [user('p?'), assistant(null, { function_call: { name: 'x'.repeat(65), arguments: '{}' } })],
          functions: [{ name: 'x'.repeat(65), parameters: {} }],
        }),
      ],
      ['empty', among({ messages: [user('p?'), assistant('b')], functions: [{ name: '', parameters: {} }] })],
    ],
  },
  'an end that is not an answer': {
    says: ['error@3'],
    own: [
      ['by the user', among(chat(user('a'), assistant('b'), user('c')))],
      ['on azure', among(chat(user('a'), assistant('b'), user('c'))), undefined, { provider: 'azure' }],
      [
        'of each row',
        among(...Array.from({ length: 10 }, (_, index) => chat(user(`a ${index}`), assistant('b'), user('c')))),
        Array.from({ length: 10 }, (_, index) => `error@${index + 3}`),
      ],
      [
        'elsewhere, once with the number of lines',
        among(...Array.from({ length: 10 }, (_, index) => chat(user(`a ${index}`), assistant('b'), user('c')))),
        [['warning@3', /10 lines/]],
        { provider: 'compatible' },
      ],
    ],
  },
  'system messages in prompts for a grader': {
    settings: reinforcement,
    says: [['warning@1', /12 lines/]],
    own: [
      ['in every row', Array.from({ length: 12 }, (_, index) => prompt(index, { messages: [system('s'), user(`q ${index}`)] }))],
      ['on azure', reinforce({ messages: [system('s'), user('q')] }), ['error@3'], { provider: 'azure' }],
      ['by the developer', reinforce({ messages: [{ role: 'developer', content: 's' }, user('q')] }), []],
    ],
  },
  'prompts for a grader without a method': {
    says: [['error@1', /12 lines/]],
    own: [
      [
        'with a field of their own in the example',
        Array.from({ length: 12 }, (_, index) => ({ messages: [user(`q ${index}`)], solution: String(index) })),
        [['error@1', /type: reinforcement.*grader.*item\.solution.*12 lines.*validation_file/]],
      ],
      ['with other fields', Array.from({ length: 12 }, (_, index) => prompt(index)), [['error@1', /item\.answer/]]],
    ],
  },
  'what a grader reads within': {
    file: '15-rft-nested-missing.jsonl',
    settings: grader('{{item.reference.answer}}'),
    says: ['error@7'],
    own: [
      ['null on the way', reinforce({ reference: null }), ['error@3']],
      ['a text on the way', reinforce({ reference: 'x' }), ['error@3']],
      ['no head', reinforce({ reference: undefined }), ['error@3']],
      ['the value null', reinforce({ reference: { answer: null } }), ['error@3']],
      ['there', reinforce({ reference: { answer: 6, more: 1 } }), []],
    ],
  },
  'a picture as a text': {
    file: '16-image-url-as-text.jsonl',
    settings: vision,
    says: [['error@3', /object|url/]],
    own: [
      ['embedded', among(chat(user([image('data:image/png;base64,AAAA')]), assistant('x')))],
      ['null', among(chat(user([image(null)]), assistant('x')))],
      ['without its url', among(chat(user([image({ detail: 'low' })]), assistant('x')))],
    ],
  },
  'pictures by plain http': {
    file: '17-image-http.jsonl',
    settings: vision,
    says: ['warning@3'],
    own: [
      ['with a port', among(chat(user([image({ url: 'http://a.example:8080/b.png' })]), assistant('x')))],
      ['in capitals', among(chat(user([image({ url: 'HTTP://a.example/b.png' })]), assistant('x')))],
      ['by https', among(chat(user([image({ url: 'https://a.example/b.png' })]), assistant('x'))), []],
      ['from a disk', among(chat(user([image({ url: 'file:///b.png' })]), assistant('x'))), ['error@3']],
    ],
  },
  'placeholders of credentials': {
    file: '18-placeholder-secrets.jsonl',
    says: [],
    own: [
      ['changeme', among(pair('a', 'mysql://root:changeme@localhost/db'))],
      ['user and password the same', among(pair('a', 'amqp://guest:guest@rabbit:5672'))],
      ['words with dashes', among(pair('a', 'sk-your-api-key-goes-here-please-and-thanks'))],
      ['one character again and again', among(pair('a', `AKIA${'X'.repeat(16)}`))],
      ['a real one', among(pair('a', `token ghp_${'a8Kd93LmQz0Xw7Vr2TbYc5Nf1Ge6Hj4Ps9U'}b`)), ['error@3']],
    ],
  },
  'nulls in parts': {
    file: '20-part-fault-hidden.jsonl',
    settings: vision,
    says: [],
    own: [
      ['in a text', among(chat(user([{ ...text('a'), image_url: null }]), assistant('b')))],
      ['in a picture', among(chat(user([{ ...image({ url: 'https://a.example/b.png' }), text: null }]), assistant('b')))],
      ['in a message', among(chat(user('a', { name: null, weight: null, tool_calls: null }), assistant('b', { refusal: null })))],
      ['in the row', among({ ...pair('a', 'b'), tools: null, parallel_tool_calls: null, functions: null })],
    ],
  },
  'the place of a fault in a part': {
    file: '20b-part-number.jsonl',
    settings: vision,
    says: [['error@3', /messages\[0\]\.content\[0\]\.text is 5; it must be a text/]],
    own: [
      [
        'a list',
        among(chat(user([text(['a'])]), assistant('b'))),
        [['error@3', /messages\[0\]\.content\[0\]\.text is a list of 1; it must be a text/]],
      ],
      [
        'the second part',
        among(chat(user([text('a'), text(true)]), assistant('b'))),
        [['error@3', /messages\[0\]\.content\[1\]\.text is true; it must be a text/]],
      ],
      [
        'the second message',
        among(chat(user('a'), assistant([text(7)]))),
        [['error@3', /messages\[1\]\.content\[0\]\.text is 7; it must be a text/]],
      ],
    ],
  },
  'no calls in tool_calls': {
    file: '23-tool-calls-empty-list.jsonl',
    says: ['warning@3'],
    own: [
      ['in the first answer of two', among(chat(user('a'), assistant('b', { tool_calls: [] }), user('c'), assistant('d')))],
      ['with tools', among({ ...chat(user('a'), assistant('b', { tool_calls: [] })), tools })],
      ['null', among(chat(user('a'), assistant('b', { tool_calls: null }))), []],
    ],
  },
  'arguments that are encoded twice': {
    file: '24-arguments-double-encoded.jsonl',
    says: [['warning@3', /twice/]],
    own: [
      ['an empty object', among(withTools(user('p?'), assistant(null, { tool_calls: [call('c1', '"{}"')] })))],
      ['with blanks', among(withTools(user('p?'), assistant(null, { tool_calls: [call('c1', '"{ \\"symbol\\": \\"A\\" }"')] })))],
      [
        'the second call',
        among(withTools(user('p?'), assistant(null, { tool_calls: [call('c1'), call('c2', '"{\\"symbol\\":1}"')] }))),
      ],
      [
        'a text that holds no object',
        among(withTools(user('p?'), assistant(null, { tool_calls: [call('c1', '"Oslo"')] }))),
        ['error@3'],
      ],
    ],
  },
  'many answers to one prompt': {
    file: '25-many-answers.jsonl',
    says: ['warning@file'],
    own: [
      [
        'five',
        [1, 2, 3, 4, 5]
          .map((number) => pair('Name a tree.', `Tree ${number}`))
          .concat(Array.from({ length: 10 }, (_, index) => plain(index))),
      ],
      [
        'two prompts of six',
        [1, 2, 3, 4, 5, 6].flatMap((number) => [pair('Name a tree.', `Tree ${number}`), pair('Name a fish.', `Fish ${number}`)]),
      ],
      ['two answers', among(pair('Name a tree.', 'Oak'), pair('Name a tree.', 'Elm')), ['warning@4']],
    ],
  },
  'names with blanks': {
    file: '27-names.jsonl',
    says: ['warning@3'],
    own: [
      ['by the user', among(chat(user('a', { name: 'Anna Maria' }), assistant('b'))), ['warning@3']],
      ['by the assistant', among(chat(user('a'), assistant('b', { name: 'Support Bot' }))), ['warning@3']],
      ['without blanks', among(chat(user('a', { name: 'anna_maria' }), assistant('b'))), []],
    ],
  },
  'keys that only some servers take': {
    file: '29-extra-key-compatible.jsonl',
    settings: { provider: 'compatible' },
    says: ['warning@3'],
    own: [
      ['another key', among(chat(user('a'), assistant('b', { thinking: 'x' })))],
      ['in a question', among(chat(user('a', { id: 1 }), assistant('b')))],
      ['in the row', among({ ...pair('a', 'b'), id: 7 })],
      ['on openai', among(chat(user('a'), assistant('b', { reasoning_content: 'x' }))), ['error@3'], { provider: 'openai' }],
    ],
  },
};

describe('messages as platforms judge them', () => testCases(CASES));
