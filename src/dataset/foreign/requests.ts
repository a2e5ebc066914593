/** Requests, logs, and rows that are packed into others. */
import { isMap } from '../../api/method.ts';
import type { Fields } from '../formats/format.ts';
import { areMessages, type ForeignForm, objectsWith } from './form.ts';

const ask = { role: 'user', content: 'Name a gas.' };
const say = { role: 'assistant', content: 'Helium.' };
const body = { model: 'gpt-4.1-mini', messages: [ask], temperature: 0 };
const choices = [{ index: 0, message: { ...say, refusal: null }, finish_reason: 'stop' }];
const request = (number: number, messages: readonly object[]) => ({
  custom_id: `r${number}`,
  method: 'POST',
  url: '/v1/chat/completions',
  body: { ...body, messages },
});

const inner = (value: unknown, key: string): unknown => (isMap(value) ? value[key] : undefined);
const isBatch = (row: Fields) => 'custom_id' in row && areMessages(inner(row.body, 'messages'));
const endsWithAnswer = (messages: unknown) => areMessages(messages) && messages.at(-1)?.role === 'assistant';

/** Keys under which files keep a list of their rows. */
const LISTS = ['data', 'rows', 'examples', 'items', 'train', 'records', 'samples'] as const;

/** A message of an answer, without what a training row does not take. */
const ANSWER = '({role, content, tool_calls} | with_entries(select(.value != null)))';

export const requests = (): readonly ForeignForm[] => [
  {
    name: 'batch requests (custom_id, method, url and body) with their answers',
    is: (row) => isBatch(row) && endsWithAnswer(inner(row.body, 'messages')),
    jq: '.body | {messages} + if .tools then {tools} else {} end',
    makes: 'chat',
    examples: [request(1, [ask, say]), { ...request(2, [ask, say]), body: { messages: [ask, say], tools: [] } }],
  },
  {
    name: 'batch requests (custom_id, method, url and body)',
    is: isBatch,
    note: 'A request has no answer to learn; OUTPUT is the file that the batch gave back.',
    options: '-n --slurpfile answers OUTPUT',
    jq: `INDEX($answers[]; .custom_id) as $by | inputs | $by[.custom_id].response.body.choices[0].message as $answer | select($answer) | .body | {messages: (.messages + [$answer | ${ANSWER}])} + if .tools then {tools} else {} end`,
    makes: 'chat',
    examples: [request(1, [ask]), request(2, [{ role: 'system', content: 'Be brief.' }, ask])],
  },
  {
    name: 'the output of a batch (custom_id and response)',
    is: (row) => 'custom_id' in row && Array.isArray(inner(inner(row.response, 'body'), 'choices')),
    note: 'An answer stands here without its question; REQUESTS is the file that the batch was given.',
    options: '-n --slurpfile requests REQUESTS',
    jq: `INDEX($requests[]; .custom_id) as $by | inputs | .response.body.choices[0].message as $answer | $by[.custom_id].body | select(. and $answer) | {messages: (.messages + [$answer | ${ANSWER}])} + if .tools then {tools} else {} end`,
    makes: 'chat',
    examples: [1, 2].map((number) => ({
      id: `b${number}`,
      custom_id: `r${number}`,
      response: { status_code: 200, body: { choices } },
      error: null,
    })),
  },
  {
    name: 'logged calls (request and response)',
    is: (row) => areMessages(inner(row.request, 'messages')) && Array.isArray(inner(row.response, 'choices')),
    jq: `{messages: (.request.messages + [.response.choices[0].message | ${ANSWER}])} + if .request.tools then {tools: .request.tools} else {} end`,
    makes: 'chat',
    examples: [
      { request: body, response: { choices } },
      {
        request: { ...body, tools: [{ type: 'function', function: { name: 'f', parameters: {} } }] },
        response: { choices },
        latency: 3,
      },
    ],
  },
  ...LISTS.map(
    (key): ForeignForm => ({
      name: `an object that holds the rows (${key})`,
      is: (row) => objectsWith(row[key]) && !('messages' in row) && !('prompt' in row) && !('input' in row),
      jq: `.${key}[] | if type == "object" and (.row | type) == "object" then .row else . end`,
      makes: 'chat',
      examples: [
        { version: 1, [key]: [{ messages: [ask, say] }, { messages: [ask, { ...say, content: 'Neon.' }] }] },
        { [key]: [{ row_idx: 0, row: { messages: [ask, say] } }] },
      ],
    }),
  ),
  {
    name: 'a table by columns (as pandas writes it without lines=True)',
    is: (row) => {
      const columns = Object.values(row);
      return (
        columns.length > 0 &&
        columns.every((column) => isMap(column) && '0' in column && Object.keys(column).every((key) => /^\d+$/.test(key)))
      );
    },
    jq: '. as $columns | [.[] | keys_unsorted] | .[0][] | . as $row | $columns | map_values(.[$row])',
    makes: 'chat',
    examples: [
      { messages: { 0: [ask, say], 1: [ask, { ...say, content: 'Neon.' }] } },
      { messages: { 0: [ask, say] }, tools: { 0: [] } },
    ],
  },
  {
    name: 'single messages (role and content), a line each',
    is: (row) => typeof row.role === 'string' && 'content' in row && !('messages' in row),
    note: 'If all lines are one conversation:',
    options: '-s',
    jq: '{messages: .}',
    makes: 'chat',
    examples: [ask, say],
  },
];
