import { createReadStream, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localFiles } from '../src/adapters/files.ts';
import { type CheckRequest, checkDataset, joinedBytes } from '../src/dataset/check.ts';
import { overlap } from '../src/dataset/compare.ts';
import { countOf } from '../src/dataset/dataset.ts';
import { costOf, defaultEpochs, timesEpochs } from '../src/dataset/estimate.ts';
import { RULES, type RuleId } from '../src/dataset/rules/rules.ts';
import { sourceOf } from '../src/dataset/sources.ts';
import { itemNames, readsOutputJson } from '../src/evaluation/templates.ts';
import { newFolder } from './support/action.ts';
import { chatRow, completionRow, jsonl, many, preferenceRow, reinforcementRow, write } from './support/rows.ts';

type Content = string | Uint8Array;
const readOf = (files: Readonly<Record<string, Content>>, chunk = 7) =>
  async function* (name: string) {
    const bytes = Buffer.from(files[name] ?? '');
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };

async function check(content: Content | Readonly<Record<string, Content>>, more: Partial<CheckRequest> = {}) {
  const files = typeof content === 'string' || content instanceof Uint8Array ? { 'a.jsonl': content } : content;
  return checkDataset({
    role: 'training_file',
    paths: Object.keys(files),
    method: 'supervised',
    model: 'gpt-4.1',
    read: readOf(files, 1000),
    readRange: async (name, offset, length) => Buffer.from(files[name] ?? '').subarray(offset, offset + length),
    rules: { minimumRows: 1, bom: 'error', imagesPerRow: 2, developerRole: false },
    allowSecrets: false,
    countTokens: true,
    exactTokensUpTo: 200_000_000,
    ...more,
  });
}

const user = { role: 'user', content: 'Tell me.' };
const assistant = { role: 'assistant', content: 'All right.' };
const row = (...messages: object[]) => JSON.stringify({ messages });
const call = (id: string, args = '{}', name = 'get') => ({ id, type: 'function', function: { name, arguments: args } });
const tools = [{ type: 'function', function: { name: 'get', parameters: {} } }];
const image = (url: string, detail?: string) => ({ type: 'image_url', image_url: { url, detail } });
/** One grey point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
const WEBP = 'UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAEAcQERGIiP4HAA==';
const asks = (...content: object[]) => row({ role: 'user', content }, assistant);
const deep = (depth: number) =>
  `{"messages":[${JSON.stringify(user)},${JSON.stringify(assistant)}],"tools":[{"type":"function","function":{"name":"f","parameters":${'['.repeat(depth)}${']'.repeat(depth)}}}]}`;
const fine = row(user, assistant);
const other = row({ role: 'user', content: 'And then?' }, { role: 'assistant', content: 'Nothing more.' });

const RULES_OF = { minimumRows: 1, bom: 'error', imagesPerRow: 2, developerRole: false } as const;
/** What a file has beside the rule that it is about, on line 1; or exactly what, where that is something else. */
interface Also {
  readonly breaks?: readonly string[];
  readonly keeps?: readonly string[];
}

/** For each rule a text that breaks it and one beside it that does not. */
const CASES: readonly (readonly [rule: RuleId, breaks: Content, keeps: Content, more?: Partial<CheckRequest>, also?: Also])[] = [
  ['file/empty', '', fine],
  ['file/empty', '\n\n', fine, {}, { breaks: ['file/blank-line@1', 'file/blank-line@2', 'file/empty'] }],
  ['file/git-lfs-pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n', fine],
  ['file/utf8-bom', `\ufeff${fine}`, fine],
  ['file/utf16', Buffer.from(`\ufeff${fine}`, 'utf16le'), fine],
  ['file/utf16', Buffer.from(fine, 'utf16le'), fine],
  ['file/utf16', Buffer.from(`\ufeff${fine}`, 'utf16le').swap16(), fine],
  ['file/not-utf8', Buffer.from(fine.replace('All', 'Áll'), 'latin1'), fine.replace('All', 'Áll')],
  ['file/json-array', `[${fine}]`, fine],
  ['file/other-format', Buffer.from([0x1f, 0x8b, 8, 0, 0, 1, 2]), fine],
  ['file/other-format', 'PK\x03\x04abc', fine],
  ['file/other-format', 'PAR1abc', fine],
  ['file/other-format', '<!DOCTYPE html>\n<p>Sign in</p>', fine],
  ['file/other-format', '/annex/objects/SHA256E-s3--0.jsonl', fine],
  ['file/pretty-json', JSON.stringify({ messages: [user, assistant] }, undefined, 2), fine],
  ['file/crlf', `${fine}\r\n${other}\r\n`, `${fine}\n`],
  ['file/blank-line', `${fine}\n \n${other}`, `${fine}\n`, {}, { breaks: ['file/blank-line@2'] }],
  [
    'file/too-few-rows',
    fine,
    `${fine}\n${other}`,
    { rules: { minimumRows: 2, bom: 'error', imagesPerRow: 1, developerRole: false } },
  ],
  [
    'file/some-without-system',
    `${fine}\n${row({ role: 'system', content: 'Be kind.' }, ...JSON.parse(other).messages)}\n`,
    `${row({ role: 'system', content: 'Be kind.' }, ...JSON.parse(fine).messages)}\n${row({ role: 'system', content: 'Be brief.' }, ...JSON.parse(other).messages)}\n`,
  ],
  [
    'file/too-many-rows',
    jsonl(many(1001, reinforcementRow)),
    jsonl(many(3, reinforcementRow)),
    { method: 'reinforcement', role: 'validation_file', countTokens: false },
  ],
  ['row/not-json', '{"messages": [}', fine],
  ['row/not-object', '3', fine],
  ['row/not-object', '"text"', fine],
  ['row/not-object', `${fine}\n[1]`, fine, {}, { breaks: ['row/not-object@2'] }],
  ['row/too-deep', deep(200), deep(90)],
  ['row/duplicate-key', `{"messages":[${JSON.stringify(user)}],"tools":[],"\\"" : 1,"\\"" : 2}`, fine],
  [
    'row/duplicate-key',
    `{"messages":[{"role":"user","role":"user","content":"x"},${JSON.stringify(assistant)}]}`,
    `{"messages":[{"role":"user","content":"{\\"a\\":1,\\"a\\":2}"},${JSON.stringify(assistant)}]}`,
  ],
  ['row/unknown-format', '{"text":"x"}', fine],
  ['row/wrong-format', JSON.stringify(preferenceRow(1)), fine],
  [
    'row/mixed-formats',
    `${fine}\n${JSON.stringify(completionRow(1))}`,
    `${fine}\n${other}`,
    {},
    { breaks: ['row/mixed-formats@2'] },
  ],
  ['row/shape', row({ role: 'bot', content: 'x' }), fine],
  ['row/shape', '{"messages":{}}', fine],
  ['row/shape', asks({ type: 'text', text: 3 }), asks({ type: 'text', text: 'x' })],
  ['row/shape', asks({ type: 'text' }), asks({ type: 'refusal', refusal: 'x' })],
  ['row/shape', row({ ...assistant, weight: 2 }), row(user, { ...assistant, weight: 1 })],
  [
    'row/unknown-key',
    JSON.stringify({ messages: [user, assistant], id: 1 }),
    JSON.stringify({ messages: [user, assistant], parallel_tool_calls: false }),
  ],
  ['row/unknown-key', JSON.stringify({ ...completionRow(1), id: 1 }), JSON.stringify(completionRow(1))],
  [
    'row/special-token',
    row(user, { ...assistant, content: 'x <|endoftext|>' }),
    row(user, { ...assistant, content: 'x <|not_one|>' }),
  ],
  [
    'row/lone-surrogate',
    `{"messages":[{"role":"user","content":"\\ud83d"},${JSON.stringify(assistant)}]}`,
    `{"messages":[{"role":"user","content":"\\ud83d\\ude00"},${JSON.stringify(assistant)}]}`,
  ],
  ['row/nul', row({ ...user, content: 'a\u0000b' }, assistant), fine],
  ['row/over-limit', row(user, { ...assistant, content: 'word '.repeat(9000) }), fine, { model: 'gpt-4-0613' }],
  ['row/duplicate', `${fine}\n${fine}`, `${fine}\n${other}`, {}, { breaks: ['row/duplicate@2'] }],
  [
    'row/near-duplicate',
    `${fine}\n${row(user, { ...assistant, content: 'all  RIGHT.' })}`,
    fine,
    {},
    { breaks: ['row/near-duplicate@2'] },
  ],
  [
    'row/contradiction',
    `${fine}\n${row(user, { ...assistant, content: 'Never.' })}`,
    `${fine}\n${row({ ...user, content: 'Go.' }, assistant)}`,
    {},
    { breaks: ['row/contradiction@2'] },
  ],
  [
    'row/contradiction',
    jsonl([
      preferenceRow(1),
      {
        ...preferenceRow(1),
        preferred_output: preferenceRow(1).non_preferred_output,
        non_preferred_output: preferenceRow(1).preferred_output,
      },
    ]),
    jsonl([preferenceRow(1), { ...preferenceRow(1), preferred_output: [assistant] }]),
    { method: 'dpo' },
    { breaks: ['row/contradiction@2'] },
  ],
  [
    'row/near-duplicate',
    jsonl([preferenceRow(1), JSON.parse(JSON.stringify(preferenceRow(1)).replace('"content":"', '"content":" '))]),
    jsonl([preferenceRow(1), preferenceRow(2)]),
    { method: 'dpo' },
    { breaks: ['row/near-duplicate@2'] },
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: `key AKIA${'ABCDEFGHIJKLMNOP'}` }),
    row(user, { ...assistant, content: 'key AKIA' }),
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: `key:\nAKIA${'ABCDEFGHIJKLMNOP'}` }),
    row(user, { ...assistant, content: `key:xAKIA${'ABCDEFGHIJKLMNOP'}` }),
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: '-----BEGIN RSA PRIVATE KEY-----' }),
    row(user, { ...assistant, content: '-----BEGIN CERTIFICATE-----' }),
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: `see postgres://me:${'hunter22'}@db.example.com` }),
    row(user, { ...assistant, content: 'see https://example.com' }),
  ],
  ['chat/no-assistant-message', row(user), fine],
  ['chat/last-not-assistant', row(user, assistant, user), fine],
  ['chat/weight-role', row({ ...user, weight: 1 }, assistant), fine],
  ['chat/nothing-learned', row(user, { ...assistant, weight: 0 }), row(user, { ...assistant, weight: 0 }, user, assistant)],
  ['chat/empty-answer', row(user, { role: 'assistant', content: '' }), row(user, { role: 'assistant', refusal: 'No.' })],
  [
    'chat/blank-answer',
    row(user, { role: 'assistant', content: ' '.repeat(99) }),
    row(user, { role: 'assistant', content: ' B ' }),
  ],
  ['chat/blank-answer', row(user, { role: 'assistant', content: ' \n' }), row(user, { role: 'assistant', content: 'A' })],
  [
    'chat/blank-answer',
    row(user, { role: 'assistant', content: [{ type: 'text', text: ' ' }] }),
    row(user, { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] }),
  ],
  ['chat/no-content', row({ role: 'user', content: '' }, assistant), row({ role: 'user', content: '?' }, assistant)],
  [
    'chat/no-content',
    row({ role: 'system', content: null }, user, assistant),
    row({ role: 'system', content: 'x' }, user, assistant),
  ],
  ['chat/no-content', row({ role: 'user' }, assistant), fine],
  [
    'chat/no-content',
    JSON.stringify({ ...preferenceRow(1), input: { messages: [{ role: 'user', content: [] }] } }),
    JSON.stringify(preferenceRow(1)),
    { method: 'dpo' },
  ],
  [
    'chat/tool-arguments',
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1', '"Oslo"')] }], tools }),
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1', '{"city":"Oslo"}')] }], tools }),
  ],
  [
    'preference/empty-output',
    JSON.stringify({ ...preferenceRow(1), preferred_output: [{ role: 'assistant', content: '' }] }),
    JSON.stringify({ ...preferenceRow(1), preferred_output: [{ role: 'assistant', tool_calls: [call('1')] }] }),
    { method: 'dpo' },
  ],
  ['row/wrong-format', JSON.stringify({ messages: [user], answer: '4' }), JSON.stringify({ messages: [user, assistant] })],
  ['row/shape', `{"messages":[${'0,'.repeat(200_000)}0]}`, fine],
  [
    'row/near-duplicate',
    `${row(user, assistant)}\n${row(user, { ...assistant, content: 'All right. ' })}`,
    `${row(user, assistant)}\n${row({ ...user, name: 'Eve' }, assistant)}`,
    {},
    { breaks: ['row/near-duplicate@2'] },
  ],
  [
    'row/contradiction',
    `${fine}\n${row(user, { ...assistant, content: 'Not so.' })}`,
    `${fine}\n${JSON.stringify({ messages: [user, { ...assistant, content: 'Not so.' }], tools })}`,
    {},
    { breaks: ['row/contradiction@2'] },
  ],
  [
    'row/secret',
    `{"messages":[${JSON.stringify(user)},{"role":"assistant","content":"\\u201cAKIA${'ABCDEFGHIJKLMNOP'}\\u201d"}]}`,
    row(user, { ...assistant, content: `AKIA${'IOSFODNN7'}EXAMPLE` }),
  ],
  [
    'row/secret',
    `{"messages":[${JSON.stringify(user)},{"role":"assistant","content":"https:\\/\\/me:${'hunter22'}@db.example.com"}]}`,
    row(user, { ...assistant, content: 'https://db.example.com/@me' }),
  ],
  ['chat/missing-user', row({ role: 'system', content: 'x' }, assistant), fine],
  ['chat/unknown-message-key', row(user, { ...assistant, id: 1 }), row(user, { ...assistant, name: 'Bot' })],
  [
    'chat/tool-definition',
    JSON.stringify({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'get weather' } }] }),
    JSON.stringify({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'get-weather_2' } }] }),
  ],
  [
    'chat/tool-definition',
    JSON.stringify({ messages: [user, assistant], tools: [{ type: 'code_interpreter' }] }),
    JSON.stringify({ messages: [user, assistant], tools: [] }),
  ],
  [
    'chat/tool-definition',
    JSON.stringify({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'x'.repeat(65) } }] }),
    JSON.stringify({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'x'.repeat(64) } }] }),
  ],
  [
    'chat/tool-definition',
    JSON.stringify({ ...preferenceRow(1), input: { messages: [user], tools: [{ type: 'function', name: 'get' }] } }),
    JSON.stringify({ ...preferenceRow(1), input: { messages: [user], tools } }),
    { method: 'dpo' },
  ],
  [
    'chat/tool-definition',
    JSON.stringify({ messages: [user], tools: [{ type: 'function' }] }),
    JSON.stringify({ messages: [user], tools }),
    { method: 'reinforcement' },
  ],
  [
    'chat/parallel-calls',
    JSON.stringify({
      messages: [user, { role: 'assistant', tool_calls: [call('1'), call('2')] }],
      tools,
      parallel_tool_calls: false,
    }),
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1'), call('2')] }], tools }),
  ],
  [
    'chat/tool-call-id-twice',
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1'), call('1')] }], tools }),
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1'), call('01')] }], tools }),
  ],
  [
    'chat/tool-arguments',
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1', '{x')] }], tools }),
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1')] }], tools }),
  ],
  [
    'chat/tool-unknown',
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1', '{}', 'put')] }], tools }),
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1')] }], tools }),
  ],
  [
    'chat/tool-answer-without-call',
    row(user, { role: 'tool', tool_call_id: '9', content: 'x' }, assistant),
    JSON.stringify({
      messages: [
        user,
        { role: 'assistant', tool_calls: [call('1')] },
        { role: 'tool', tool_call_id: '1', content: 'x' },
        assistant,
      ],
      tools,
    }),
  ],
  ['chat/tool-answer-without-call', row(user, { role: 'tool', content: 'x' }, assistant), fine],
  [
    'chat/tool-call-unanswered',
    JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1')] }, assistant], tools }),
    fine,
  ],
  [
    'chat/deprecated-functions',
    JSON.stringify({
      messages: [user, { role: 'assistant', function_call: { name: 'f', arguments: '{}' } }],
      functions: [{ name: 'f' }],
    }),
    fine,
  ],
  [
    'chat/image-role',
    row(user, { role: 'assistant', content: [{ type: 'text', text: 'So:' }, image('https://x.y/z.png')] }),
    asks(image('https://x.y/z.png')),
  ],
  ['chat/image-url', asks(image('http://x.y/z.png')), asks(image(`data:image/png;base64,${PNG}`))],
  ['chat/image-url', asks(image(`data:image/gif;base64,${PNG}`)), asks(image(`data:image/webp;base64,${WEBP}`))],
  ['chat/image-data', asks(image(`data:image/png;base64,${WEBP}`)), asks(image(`DATA:image/PNG;base64,${PNG}`))],
  ['chat/image-data', asks(image(`data:image/png;base64,${PNG}\n$`)), asks(image('data:image/jpeg;base64,/9j/4AAQ'))],
  ['chat/image-data', asks(image('data:image/jpg;base64,')), asks(image('data:image/jpg;base64,/9j/4AAQ'))],
  ['chat/image-detail', asks(image('https://x.y/z.png', 'fine')), asks(image('https://x.y/z.png', 'high'))],
  ['chat/image-url', asks({ type: 'image_url' }), asks({ type: 'image_url', image_url: 'https://x.y/z.png' })],
  [
    'chat/too-many-images',
    asks(image('https://x.y/1'), image('https://x.y/2'), image('https://x.y/3')),
    asks(image('https://x.y/1'), image('https://x.y/2')),
  ],
  ['chat/part-type', asks({ type: 'input_audio', input_audio: {} }), asks({ type: 'text', text: 'x' })],
  ['chat/part-type', asks({ type: 'file', file: {} }), asks(image('https://x.y/z.png'))],
  [
    'chat/image-too-large',
    asks(image(`data:image/png;base64,iVBORw0KGgo${'A'.repeat(13_400_000)}`)),
    asks(image(`data:image/png;base64,iVBORw0KGgo${'A'.repeat(13_300_001)}`)),
  ],
  [
    'chat/developer-role',
    row({ role: 'developer', content: 'x y' }, user, assistant),
    row({ role: 'system', content: 'x y' }, user, assistant),
  ],
  ['chat/deprecated-functions', row(user, { role: 'function', name: 'f', content: 'x' }, assistant), fine],
  ['file/too-large', `${fine}\n`, fine, { rules: { ...RULES_OF, maximumBytes: fine.length } }],
  [
    'file/too-many-image-rows',
    jsonl(many(50_001, (number) => JSON.parse(asks(image(`https://x.y/${number}`))))),
    `${asks(image('https://x.y/1'))}\n${fine}\n`,
    { countTokens: false },
  ],
  [
    'row/shape',
    JSON.stringify({ messages: [user, assistant], parallel_tool_calls: 'yes' }),
    JSON.stringify({ messages: [user, assistant], parallel_tool_calls: true }),
  ],
  ['row/shape', JSON.stringify({ messages: [user, assistant], functions: many(129, () => ({ name: 'f' })) }), fine],
  ['row/not-json', `${fine}\n{"messages": [],}\n`, `${fine}\n`, {}, { breaks: ['row/not-json@2'] }],
  ['row/not-json', "{'messages': []}", fine],
  ['row/not-json', '\0'.repeat(200), fine],
  ['row/shape', row(), fine],
  [
    'row/shape',
    row({ role: 'user' }, { ...assistant, content: 3 }),
    row(user, { ...assistant, content: [{ type: 'text', text: 'All right.' }] }),
  ],
  ['row/wrong-format', JSON.stringify(completionRow(1)), JSON.stringify(preferenceRow(1)), { method: 'dpo' }],
  ['row/wrong-format', JSON.stringify(preferenceRow(1)), row(user), { method: 'reinforcement' }],
  [
    'row/special-token',
    row({ ...user, content: '<|im_start|>' }, assistant),
    row({ ...user, content: '<| im_start |>' }, assistant),
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: `xoxb-${'1234567890-abcdef'}` }),
    row(user, { ...assistant, content: 'xoxb-1' }),
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: `sk-proj-${'Ab1'.repeat(14)}` }),
    row(user, { ...assistant, content: 'a task-oriented-and-quite-long-sentence-here' }),
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: `npm_${'a1B2'.repeat(9)}` }),
    row(user, { ...assistant, content: 'npm_install is a word' }),
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(12)}` }),
    row(user, { ...assistant, content: 'eyJ is how it begins' }),
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: `AIza${'a1B2'.repeat(9).slice(0, 35)}` }),
    row(user, { ...assistant, content: 'AIza' }),
  ],
  [
    'row/secret',
    row(user, { ...assistant, content: `hf_${'aB'.repeat(17)}` }),
    row(user, { ...assistant, content: 'hf_hub is a word' }),
  ],
  ['completion/empty', '{"prompt":"x","completion":" "}', '{"prompt":"x","completion":"y"}'],
  [
    'preference/output-role',
    JSON.stringify({ ...preferenceRow(1), preferred_output: [user] }),
    JSON.stringify(preferenceRow(1)),
    { method: 'dpo' },
    { breaks: ['preference/output-role@1', 'preference/output-role@1'] },
  ],
  [
    'preference/output-count',
    JSON.stringify({ ...preferenceRow(1), preferred_output: [assistant, assistant] }),
    JSON.stringify(preferenceRow(1)),
    { method: 'dpo' },
  ],
  [
    'preference/identical',
    JSON.stringify({ ...preferenceRow(1), preferred_output: preferenceRow(1).non_preferred_output }),
    JSON.stringify(preferenceRow(1)),
    { method: 'dpo' },
  ],
  [
    'preference/last-assistant',
    JSON.stringify({ ...preferenceRow(1), input: { messages: [assistant] } }),
    JSON.stringify(preferenceRow(1)),
    { method: 'dpo' },
  ],
  [
    'preference/not-text',
    JSON.stringify({ ...preferenceRow(1), preferred_output: [{ role: 'assistant', content: [image('https://x.y/z')] }] }),
    JSON.stringify({ ...preferenceRow(1), preferred_output: [{ role: 'assistant', content: [{ type: 'text', text: 'x y' }] }] }),
    { method: 'dpo' },
  ],
  ['row/unknown-key', JSON.stringify({ ...preferenceRow(1), id: 1 }), JSON.stringify(preferenceRow(1)), { method: 'dpo' }],
  [
    'preference/not-text',
    JSON.stringify({ ...preferenceRow(1), input: { messages: [{ role: 'user', content: [image('https://x.y/z')] }] } }),
    JSON.stringify({ ...preferenceRow(1), input: { messages: [{ role: 'user', content: [{ type: 'text', text: 'x' }] }] } }),
    { method: 'dpo' },
  ],
  [
    'reinforcement/system-role',
    row({ role: 'system', content: 'x' }, user),
    row({ role: 'developer', content: 'x' }, user),
    { method: 'reinforcement', rules: { ...RULES_OF, developerRole: true } },
  ],
  [
    'reinforcement/system-role',
    row(user, { role: 'system', content: 'x' }, user),
    row(user, assistant, user),
    { method: 'reinforcement', rules: { ...RULES_OF, developerRole: true } },
  ],
  [
    'reinforcement/last-not-user',
    row(user, assistant),
    JSON.stringify({ messages: [user], nums: many(12_000, (number) => number) }),
    { method: 'reinforcement' },
  ],
  ['reinforcement/last-not-user', row(user, assistant), row(user), { method: 'reinforcement' }],
  [
    'reinforcement/missing-item',
    row(user),
    JSON.stringify({ messages: [user], answer: 1 }),
    { method: 'reinforcement', graderItems: ['answer'] },
  ],
];

const rulesOf = async (content: Content, more?: Partial<CheckRequest>) =>
  (await check(content, more)).dataset.counts.map(({ rule }) => rule);
/** Rule and line of everything that was found, in the order of the file. */
const foundIn = async (content: Content, more?: Partial<CheckRequest>) =>
  (await check(content, more)).dataset.problems.map(({ rule, line }) => (line === undefined ? rule : `${rule}@${line}`));

/** Rules that concern a file and not one of its lines. */
const WHOLE: ReadonlySet<RuleId> = new Set([
  'file/empty',
  'file/git-lfs-pointer',
  'file/utf16',
  'file/json-array',
  'file/other-format',
  'file/pretty-json',
  'file/too-few-rows',
  'file/too-many-rows',
  'file/too-large',
  'file/too-many-image-rows',
  'file/some-without-system',
]);

/** Each case is two named files, with everything that is found in each. */
const FILES = CASES.flatMap(([rule, breaks, keeps, more, also], index) => [
  { name: `${index}-${rule}-hit`, content: breaks, more, expected: also?.breaks ?? [WHOLE.has(rule) ? rule : `${rule}@1`] },
  { name: `${index}-${rule}-near-miss`, content: keeps, more, expected: also?.keeps ?? [] },
]);

describe('rules', () => {
  test('at least 150 files are looked at', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(150);
  });
  test.each(FILES)('$name', async ({ content, more, expected }) => {
    expect(await foundIn(content, more)).toEqual(expected);
  });

  test('every rule has a case, but for those of whole inputs', () => {
    const elsewhere = ['row/too-long', 'reinforcement/no-response-format', 'pair/overlap'];
    expect(Object.keys(RULES).filter((rule) => !elsewhere.includes(rule) && !CASES.some(([known]) => known === rule))).toEqual(
      [],
    );
  });

  test('a grader that reads JSON needs a response format', async () => {
    const more = { method: 'reinforcement', usesOutputJson: true } as const;
    expect(await rulesOf(row(user), more)).toContain('reinforcement/no-response-format');
    expect(await rulesOf(row(user), { ...more, hasResponseFormat: true })).toEqual([]);
  });

  test('a line of more than 32 MiB is refused without being held', async () => {
    const piece = Buffer.alloc(1024 * 1024, 0x61);
    const read = async function* () {
      for (let index = 0; index < 40; index += 1) yield piece;
      yield Buffer.from(`\n${fine}\n`);
    };
    const { dataset } = await check(fine, { read });
    expect(dataset.counts).toEqual([{ rule: 'row/too-long', severity: 'error', count: 1 }]);
    expect(dataset.rows).toBe(1);
  });

  test('severity may depend on the provider and on what is allowed', async () => {
    const bom = await check(`\ufeff${fine}`, {
      rules: { minimumRows: 1, bom: 'warning', imagesPerRow: 1, developerRole: false },
    });
    expect(bom.dataset).toMatchObject({ rows: 1, counts: [{ rule: 'file/utf8-bom', severity: 'warning', count: 1 }] });
    const secret = row(user, { ...assistant, content: `ghp_${'a'.repeat(36)}` });
    expect(countOf((await check(secret, { allowSecrets: true })).dataset, 'error')).toBe(0);
    const [problem] = (await check(secret)).dataset.problems;
    expect(problem?.message).toContain('ghp_…');
    expect(problem?.message).not.toContain('ghp_a');
  });

  test('no message shows a credential, whatever it is about', async () => {
    const key = `sk-proj-${'Ab1'.repeat(16)}`;
    const talk = JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1', `{"key": ${key}}`)] }], tools });
    const lines = [
      talk,
      row({ ...user, [key]: 1 }, assistant),
      `{"messages": ${key}}`,
      `{"a": "\\q ${key}"}`,
      row({ role: key, content: 'x' }),
      row({ role: `-----BEGIN RSA PRIVATE KEY-----\n${'Ab1'.repeat(30)}`, content: 'x' }),
    ];
    const { problems } = (await check(lines.join('\n'))).dataset;
    expect(new Set(problems.map(({ line }) => line)).size).toBe(lines.length);
    for (const { message } of problems) expect(message).not.toContain('Ab1Ab1');
    expect(problems.filter(({ message }) => message.includes('sk-p**')).length).toBeGreaterThan(3);
  });

  test('a message is one short line that cannot turn or hide', async () => {
    const hostile = `{"messages":[{"role":"\u202e::error::${'x'.repeat(5000)}","content":"y"}]}`;
    const { problems } = (await check(hostile)).dataset;
    for (const { message } of problems) {
      expect(message.length).toBeLessThan(1000);
      expect(message).not.toMatch(/[\n\u202e]/);
    }
  });

  test('thousands of problems are counted, the first of them kept, and the first of each rule', async () => {
    const { dataset } = await check(`${'{"a":1}\n'.repeat(27_000)}3\n`, { countTokens: false });
    expect(dataset.counts).toEqual([
      { rule: 'row/unknown-format', severity: 'error', count: 27_000 },
      { rule: 'row/not-object', severity: 'error', count: 1 },
    ]);
    expect(dataset.problems).toHaveLength(25_001);
    expect(dataset.problems.at(-1)).toMatchObject({ rule: 'row/not-object', line: 27_001 });
  });
});

describe('what is not JSON is told with its column and its cause', () => {
  test.each([
    ['{"a":1,}', 8, 'a comma stands before "}"'],
    ["{'a':1}", 2, 'single quotes'],
    ['{"a":NaN}', 6, '"NaN" is no JSON value'],
    ['{"a":True}', 6, 'Python'],
    ['{"a":None}', 6, 'Python'],
    ['{"a":1', 7, 'ends in the middle'],
    ['{"a":"x', 8, 'ends in the middle'],
    ['{"a":1}{"b":2}', 8, 'two objects on one line'],
    ['{"a":1}\r{"b":2}', 9, 'lines end in CR alone'],
    ['{"a":1},', 8, 'a comma stands after the object'],
    ['// {"a":1}', 1, 'no comments'],
    ['{"a":"x\ty"}', 8, 'control character (U+0009)'],
    ['{"a":"\\x"}', 7, 'was not expected'],
    ['{"a" 1}', 6, 'was not expected'],
    ['{"a":01}', 6, 'was not expected'],
    ['{"a":[1 2]}', 9, 'was not expected'],
    ['{"a":[1}', 8, 'was not expected'],
    ['{a:1}', 2, 'was not expected'],
    ['[1,]', 4, 'a comma stands before'],
    ['{"a":tru}', 6, 'was not expected'],
    ['{]', 2, 'was not expected'],
    ['{"a":{},"b":[],"c":-1.5e3,"d":null,"e":"\\u00fc\\""', 50, 'ends in the middle'],
  ])('%s at %d', async (line, column, words) => {
    const content = line.startsWith('[') ? `${fine}\n${line}` : line;
    const problem = (await check(content)).dataset.problems.find(({ rule }) => rule === 'row/not-json');
    expect(problem).toMatchObject({ column, line: line.startsWith('[') ? 2 : 1, message: expect.stringContaining(words) });
  });
});

describe('bytes and places', () => {
  test('joined files keep their own lines, and the hash is that of what is uploaded', async () => {
    const files = {
      'a.jsonl': fine,
      'empty.jsonl': '',
      'b.jsonl': `${row(user, { ...assistant, content: 'Two.' })}\n{"a":1}\n`,
      'c.jsonl': '{"b":1}',
    };
    const { dataset } = await check(files);
    expect(dataset.problems.filter(({ rule }) => rule === 'row/unknown-format').map(({ path: at, line }) => [at, line])).toEqual([
      ['b.jsonl', 2],
      ['c.jsonl', 1],
    ]);
    const chunks: Uint8Array[] = [];
    for await (const chunk of joinedBytes(Object.keys(files), readOf(files, 3))) chunks.push(chunk);
    const joined = Buffer.concat(chunks);
    expect(String(joined)).toBe(`${files['a.jsonl']}\n${files['b.jsonl']}${files['c.jsonl']}`);
    expect(dataset.bytes).toBe(joined.length);
    expect((await check(joined)).dataset.sha256).toBe(dataset.sha256);
  });

  test('rows that stand in both files are told on the validation side', async () => {
    const training = await check({ 't.jsonl': `${row(user, { ...assistant, content: 'Other.' })}\n${fine}` });
    const validation = await check({ 'v.jsonl': row(user, { ...assistant, content: 'ALL right.' }) });
    expect(await overlap(training, validation)).toMatchObject([
      { rule: 'pair/overlap', path: 'v.jsonl', line: 1, message: expect.stringContaining('t.jsonl:2') },
    ]);
    expect(await overlap(training, await check(row(user, { ...assistant, content: 'New.' })))).toEqual([]);
  });

  test('a check can be cut short', async () => {
    await expect(check(fine, { signal: AbortSignal.abort(new Error('cut')) })).rejects.toThrow('cut');
  });

  test('random damage gives a verdict, never an exception', async () => {
    const whole = Buffer.from(jsonl([...many(4, chatRow), JSON.parse(JSON.stringify(preferenceRow(1)))]));
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const bytes = Buffer.from(whole);
        for (const [index, value] of changes) bytes[index] = value;
        const { dataset } = await check(bytes.subarray(0, length), { countTokens: false });
        expect(dataset.problems.every(({ message }) => message.length > 0 && message.length < 1000)).toBe(true);
      }),
      { numRuns: 8000, seed: 1 },
    );
  });

  /** Faults that can be planted in any conversation, and what must be found on their line. */
  const PLANTS: readonly (readonly [RuleId, (line: string) => string])[] = [
    ['row/not-json', (line) => line.slice(0, -1)],
    ['row/not-json', (line) => `${line},`],
    ['row/not-json', (line) => line.replace(']}', ',]}')],
    ['row/not-object', () => 'null'],
    ['row/unknown-format', () => '{"text":"x"}'],
    ['row/duplicate-key', (line) => line.replace('"role":"user"', '"role":"user","role":"user"')],
    ['row/unknown-key', (line) => line.replace('{"messages"', '{"id":7,"messages"')],
    ['row/shape', (line) => line.replace('"role":"user"', '"role":"robot"')],
    ['row/shape', (line) => line.replace('"role":"user"', '"rule":"user"')],
    ['row/special-token', (line) => line.replace('"content":"', '"content":"<|im_end|>')],
    ['row/secret', (line) => line.replace('"content":"', `"content":"ghp_${'x'.repeat(36)} `)],
    ['row/lone-surrogate', (line) => line.replace('"content":"', '"content":"\\ud800')],
    ['row/nul', (line) => line.replace('"content":"', '"content":"\\u0000')],
    ['chat/no-assistant-message', (line) => line.replace('"role":"assistant"', '"role":"system"')],
    ['chat/last-not-assistant', (line) => line.replace(/\]\}$/, ',{"role":"user","content":"More?"}]}')],
    ['chat/weight-role', (line) => line.replace('"role":"user"', '"role":"user","weight":0')],
    ['chat/nothing-learned', (line) => line.replace('"role":"assistant"', '"role":"assistant","weight":0')],
    ['chat/unknown-message-key', (line) => line.replace('"role":"user"', '"role":"user","id":1')],
    ['chat/missing-user', (line) => line.replace('"role":"user"', '"role":"system"')],
    ['file/blank-line', () => '  '],
  ];
  const conversation = fc
    .tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme', minLength: 3, maxLength: 60 }))
    .filter(([, answer]) => answer.trim().length >= 3)
    .map(([question, answer]) =>
      JSON.stringify({
        messages: [
          { role: 'user', content: question },
          { role: 'assistant', content: answer },
        ],
      }),
    );
  test('every planted fault is found on its line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(conversation, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(PLANTS.length - 1),
        async (lines, place, plant) => {
          const [rule, change] = PLANTS[plant] ?? ['row/not-json' as const, () => '{'];
          const at = place % lines.length;
          const planted = lines.map((line, index) => (index === at ? change(line) : line));
          expect(await foundIn(planted.join('\n'), { countTokens: false })).toContain(`${rule}@${at + 1}`);
        },
      ),
      { numRuns: 12_000, seed: 2 },
    );
  });
});

describe('tokens and figures', () => {
  test('an unknown model is estimated, and says so', async () => {
    const { tokens } = (await check(fine, { model: 'llama' })).dataset;
    expect(tokens).toMatchObject({ kind: 'estimated', basis: expect.stringContaining('the tokenizer of llama is not at hand') });
    expect(tokens?.low).toBeLessThan(tokens?.tokens ?? 0);
    expect((await check(fine, { model: '' })).dataset.tokens?.basis).toContain('of the model is not');
    expect((await check(fine, { countTokens: false })).dataset).toMatchObject({ tokens: undefined, statistics: undefined });
  });

  test('rows are cut at the limit of the model', async () => {
    const long = row(user, { ...assistant, content: 'word '.repeat(9000) });
    expect((await check(long, { model: 'gpt-4-0613' })).dataset.tokens?.tokens).toBe(8192);
  });

  test('above a size a sample is counted, with an interval that holds the truth', async () => {
    const content = jsonl(many(4000, (number) => chatRow(number, { tools: number % 3 === 0 ? tools : undefined })));
    const exact = (await check(content)).dataset.tokens;
    // One in twenty intervals of 95 % does not hold it.
    let held = 0;
    for (let from = 0; from < 20; from += 1) {
      const sampled = (await check(content, { exactTokensUpTo: 20_000 * from })).dataset.tokens;
      expect(sampled?.kind).toBe('sampled');
      const [low = 0, high = 0, truth = 0] = [sampled?.low, sampled?.high, exact?.tokens];
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(16);
    const tiny = (await check(jsonl(many(30, chatRow)), { exactTokensUpTo: 0 })).dataset.tokens;
    expect(tiny?.kind).toBe('sampled');
  });

  test('figures', async () => {
    const talk = JSON.stringify({
      messages: [
        user,
        { role: 'assistant', tool_calls: [call('1')] },
        { role: 'tool', tool_call_id: '1', content: 'x' },
        assistant,
        user,
        { role: 'assistant', content: 'A' },
      ],
      tools,
    });
    const { statistics } = (await check(`${fine}\n${talk}\n`)).dataset;
    expect(statistics).toMatchObject({
      turns: { median: 1, max: 2 },
      roles: { user: 3, assistant: 4, tool: 1 },
      tools: { get: 1 },
      nearEmptyAnswers: 1,
    });
    expect(statistics?.longest[0]).toMatchObject({ line: 2 });
    expect(statistics?.histogram.reduce((sum, bin) => sum + bin.rows, 0)).toBe(2);
    expect(statistics?.trainedShare).toBeGreaterThan(0);
    const completions = (await check(jsonl(many(20, completionRow)))).dataset.statistics;
    expect(completions).toMatchObject({ roles: {}, turns: { median: 1 } });
    expect(completions?.longest).toHaveLength(5);
    expect((await check(jsonl(many(3, preferenceRow)), { method: 'dpo' })).dataset.statistics?.roles).toEqual({
      user: 3,
      assistant: 6,
    });
    expect((await check(jsonl(many(3, reinforcementRow)), { method: 'reinforcement' })).dataset.statistics).toMatchObject({
      trainedShare: 0,
      nearEmptyAnswers: 0,
    });
  });

  test.each([
    [0, 1],
    [1, 25],
    [10, 10],
    [33, 3],
    [34, 3],
    [1000, 3],
    [8333, 3],
    [8334, 2],
    [30_000, 1],
  ])('%d rows are usually trained for %d epochs', (rows, epochs) => {
    expect(defaultEpochs(rows)).toBe(epochs);
  });

  test('epochs multiply tokens, a price makes them money', () => {
    expect(timesEpochs({ kind: 'exact', tokens: 10, low: 9, high: 11, basis: '' }, 3)).toMatchObject({
      tokens: 30,
      low: 27,
      high: 33,
    });
    expect(costOf(2_000_000, 3)).toBe(6);
  });
});

describe('what the lines of an input name', () => {
  test('paths, globs and IDs', async () => {
    const workspace = newFolder();
    for (const name of ['b.jsonl', 'a.jsonl', 'd/c.jsonl', 'file-abc']) write(workspace, name, 'x');
    const files = localFiles({ workspace, temp: workspace, allowPaths: [], fork: false });
    const source = (...lines: string[]) => sourceOf('training_file', lines, files);
    expect(await source()).toBeUndefined();
    expect(await source('*.jsonl', 'a.jsonl', 'd/c.jsonl')).toEqual({
      kind: 'paths',
      paths: ['a.jsonl', 'b.jsonl', 'd/c.jsonl'],
    });
    expect(await source('file-abc')).toEqual({ kind: 'paths', paths: ['file-abc'] });
    expect(await source('file-xyz')).toEqual({ kind: 'id', id: 'file-xyz' });
    await expect(source('file-xyz', 'file-uvw')).rejects.toThrow('one file');
    await expect(source('a.jsonl', 'file-uvw')).rejects.toThrow('mixes');
    await expect(source('d')).rejects.toThrow('d is a folder. Give its files, for example d/*.jsonl.');
    await expect(source('none/*.jsonl')).rejects.toThrow('no file matches');
    await expect(source('none.jsonl')).rejects.toThrow('there is no file none.jsonl');
  });

  test('what a grader takes from the rows', () => {
    const grader = {
      type: 'multi',
      graders: { a: { input: '{{ sample.output_json.x }}', reference: '{{item.answer}} {{ item.a.b }}' } },
      n: 1,
      none: null,
    };
    expect(itemNames(grader)).toEqual(['answer', 'a']);
    expect(readsOutputJson(grader)).toBe(true);
    expect(readsOutputJson({ input: '{{sample.output_text}}' })).toBe(false);
    expect(readsOutputJson({ source: 'return sample["output_json"]["x"]' })).toBe(true);
    expect(readsOutputJson({ source: 'return sample["output_text"]' })).toBe(false);
  });
});

test('the shared data has no problems', async () => {
  const shared = path.resolve('..', 'shared', 'data');
  if (!existsSync(shared)) return console.log('The shared data is not here; it was not checked.');
  for (const name of readdirSync(shared).filter((file) => file.endsWith('.jsonl'))) {
    const method = name.includes('dpo') ? 'dpo' : name.includes('rft') ? 'reinforcement' : 'supervised';
    const { dataset } = await check(name, {
      paths: [path.join(shared, name)],
      method,
      read: (file) => createReadStream(file),
      rules: { minimumRows: 10, bom: 'error', imagesPerRow: 10, developerRole: false },
    });
    expect([name, dataset.counts]).toEqual([name, []]);
  }
});
