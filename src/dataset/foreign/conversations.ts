/** Conversations under other keys, roles and forms. */
import { isMap } from '../../api/method.ts';
import type { Fields } from '../formats/format.ts';
import { areMessages, type ForeignForm, objectsWith, SYSTEM } from './form.ts';

/** Keys under which tools keep the messages of a conversation. */
const KEYS = ['conversations', 'conversation', 'dialog', 'dialogue', 'turns', 'chat', 'history', 'chat_history'] as const;

/** Roles by other names, in small letters. */
const ROLES: Readonly<Record<string, string>> = {
  human: 'user',
  prompter: 'user',
  customer: 'user',
  gpt: 'assistant',
  ai: 'assistant',
  bot: 'assistant',
  model: 'assistant',
  chatbot: 'assistant',
  agent: 'assistant',
};
const OWN = ['system', 'developer', 'user', 'assistant', 'tool', 'function'];
const role = (from: string) => `(${from} | ascii_downcase) as $role | ${JSON.stringify(ROLES)}[$role] // $role`;
const toMessage = (from: string, text: string) => `{role: (${role(from)}), content: ${text}}`;
/** In jq: the text of a content that may be a list of parts. */
const TEXT = 'def text: if type == "array" then map(.text // empty) | join("\\n") else . end; ';

const ask = 'What is two and two?';
const say = 'It is four.';
const messages = [
  { role: 'user', content: ask },
  { role: 'assistant', content: say },
];

const isFrom = (value: unknown) => objectsWith(value, 'from', 'value');
const blocks = ({ content }: Fields) => (Array.isArray(content) ? content.filter(isMap) : []);
const haveBlock = (list: unknown, kinds: readonly string[]) =>
  areMessages(list) && list.some((message) => blocks(message).some(({ type }) => kinds.includes(String(type))));
const hasOther = (list: unknown) =>
  areMessages(list) && list.some((message) => !OWN.includes(String(message.role)) && String(message.role).toLowerCase() in known);
const known: Readonly<Record<string, string>> = { ...ROLES, ...Object.fromEntries(OWN.map((name) => [name, name])) };

/** Messages that call tools as Anthropic's API does. */
const ANTHROPIC_TOOLS = `${TEXT}{messages: [(.system // empty | {role: "system", content: text}), (.messages[] | .role as $role | if (.content | type) == "string" then . else (.content[] | select(.type == "tool_result") | {role: "tool", tool_call_id: .tool_use_id, content: (.content | text)}), ([.content[] | select(.type == "tool_use") | {id, type: "function", function: {name, arguments: (.input | tojson)}}] as $calls | (.content | text) as $text | if $calls != [] then {role: $role, content: (if $text == "" then null else $text end), tool_calls: $calls} elif $text != "" then {role: $role, content: $text} else empty end) end)]} + if .tools then {tools: [.tools[] | {type: "function", function: {name, description, parameters: .input_schema}}]} else {} end`;

export const conversations = (): readonly ForeignForm[] => [
  ...[...KEYS, 'messages'].map(
    (key): ForeignForm => ({
      name: `ShareGPT (${key} with from and value)`,
      is: (row) => isFrom(row[key]),
      jq: `{messages: [${SYSTEM}, (.${key}[] | ${toMessage('.from', '.value')})]}`,
      makes: 'chat',
      examples: [
        {
          [key]: [
            { from: 'human', value: ask },
            { from: 'gpt', value: say },
          ],
        },
        {
          id: 'a1',
          system: 'Be brief.',
          [key]: [
            { from: 'human', value: ask },
            { from: 'gpt', value: say },
          ],
        },
        {
          [key]: [
            { from: 'System', value: 'Be kind.' },
            { from: 'user', value: ask },
            { from: 'assistant', value: say },
          ],
        },
      ],
    }),
  ),
  {
    name: 'messages as a text (a JSON string)',
    is: (row) => typeof row.messages === 'string' && /^\s*\[/.test(row.messages),
    jq: '{messages: (.messages | fromjson)}',
    makes: 'chat',
    examples: [{ messages: JSON.stringify(messages) }, { messages: ` ${JSON.stringify(messages, undefined, 1)}` }],
  },
  ...KEYS.map(
    (key): ForeignForm => ({
      name: `a conversation under another key (${key} with role and content)`,
      is: (row) => areMessages(row[key]),
      jq: `{messages: [${SYSTEM}, (.${key}[] | {role: (${role('.role')}), content})]}`,
      makes: 'chat',
      examples: [
        { [key]: messages },
        { system: 'Be brief.', [key]: messages, source: 'web' },
        {
          [key]: [
            { role: 'human', content: ask },
            { role: 'AI', content: say },
          ],
        },
      ],
    }),
  ),
  ...KEYS.map(
    (key): ForeignForm => ({
      name: `XTuner (${key} with input and output)`,
      is: (row) => objectsWith(row[key], 'input', 'output'),
      jq: `{messages: [.${key}[] | ${SYSTEM}, {role: "user", content: .input}, {role: "assistant", content: .output}]}`,
      makes: 'chat',
      examples: [
        { [key]: [{ system: 'Be brief.', input: ask, output: say }] },
        {
          [key]: [
            { input: ask, output: say },
            { input: 'Sure?', output: 'Yes.' },
          ],
        },
      ],
    }),
  ),
  {
    name: 'Gemini (contents with parts)',
    is: (row) => objectsWith(row.contents, 'parts'),
    jq: '{messages: [(.systemInstruction // .system_instruction // empty | {role: "system", content: ([.parts[].text] | join("\\n"))}), (.contents[] | {role: ({model: "assistant"}[.role // "user"] // .role // "user"), content: ([.parts[].text // empty] | join("\\n"))})]}',
    makes: 'chat',
    examples: [
      {
        contents: [
          { role: 'user', parts: [{ text: ask }] },
          { role: 'model', parts: [{ text: say }] },
        ],
      },
      {
        systemInstruction: { role: 'system', parts: [{ text: 'Be brief.' }] },
        contents: [
          { role: 'user', parts: [{ text: 'What is' }, { text: 'two and two?' }] },
          { role: 'model', parts: [{ text: say }] },
        ],
      },
      {
        system_instruction: { parts: [{ text: 'Be kind.' }] },
        contents: [{ parts: [{ text: ask }] }, { role: 'model', parts: [{ text: say }] }],
      },
    ],
  },
  {
    name: 'PaLM (messages with author and content)',
    is: (row) => objectsWith(row.messages, 'author', 'content'),
    jq: '{messages: [(.context // empty | {role: "system", content: .}), (.messages[] | {role: (if .author == "user" then "user" else "assistant" end), content})]}',
    makes: 'chat',
    examples: [
      {
        context: 'Be brief.',
        messages: [
          { author: 'user', content: ask },
          { author: 'bot', content: say },
        ],
      },
      {
        messages: [
          { author: 'user', content: ask },
          { author: 'assistant', content: say },
        ],
      },
    ],
  },
  {
    name: 'LangChain (messages with type and content)',
    is: (row) => objectsWith(row.messages, 'type') && !areMessages(row.messages),
    jq: `{messages: [.messages[] | (.data // .) as $data | ${toMessage('.type', '$data.content')}]}`,
    makes: 'chat',
    examples: [
      {
        messages: [
          { type: 'human', content: ask },
          { type: 'ai', content: say },
        ],
      },
      {
        messages: [
          { type: 'system', data: { content: 'Be kind.' } },
          { type: 'human', data: { content: ask } },
          { type: 'ai', data: { content: say } },
        ],
      },
    ],
  },
  {
    name: 'Amazon Bedrock (parts of a text without a type)',
    besideOwn: true,
    is: (row) =>
      areMessages(row.messages) &&
      row.messages.every(
        (message) =>
          blocks(message).length > 0 && blocks(message).every((part) => typeof part.text === 'string' && !('type' in part)),
      ),
    jq: `${TEXT}{messages: [(.system // empty | {role: "system", content: text}), (.messages[] | {role, content: (.content | text)})]}`,
    makes: 'chat',
    examples: [
      {
        schemaVersion: 'bedrock-conversation-2024',
        system: [{ text: 'Be brief.' }],
        messages: [
          { role: 'user', content: [{ text: ask }] },
          { role: 'assistant', content: [{ text: say }] },
        ],
      },
      {
        messages: [
          { role: 'user', content: [{ text: ask }] },
          { role: 'assistant', content: [{ text: say }] },
        ],
      },
    ],
  },
  {
    name: 'Anthropic (messages with tool_use and tool_result)',
    besideOwn: true,
    is: (row) => haveBlock(row.messages, ['tool_use', 'tool_result']),
    jq: ANTHROPIC_TOOLS,
    makes: 'chat',
    examples: [
      {
        system: 'Be brief.',
        messages: [
          { role: 'user', content: 'Weather in Oslo?' },
          {
            role: 'assistant',
            content: [
              { type: 'text', text: 'I look.' },
              { type: 'tool_use', id: 't1', name: 'weather', input: { city: 'Oslo' } },
            ],
          },
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't1', content: [{ type: 'text', text: 'Rain' }] }] },
          { role: 'assistant', content: [{ type: 'text', text: 'It rains.' }] },
        ],
        tools: [
          {
            name: 'weather',
            description: 'The weather',
            input_schema: { type: 'object', properties: { city: { type: 'string' } } },
          },
        ],
      },
      {
        messages: [
          { role: 'user', content: [{ type: 'text', text: 'Weather in Rome?' }] },
          { role: 'assistant', content: [{ type: 'tool_use', id: 't2', name: 'weather', input: {} }] },
        ],
        tools: [{ name: 'weather', description: 'The weather', input_schema: { type: 'object' } }],
      },
    ],
  },
  {
    name: 'Anthropic (a system message beside the messages)',
    besideOwn: true,
    is: (row) => 'system' in row && areMessages(row.messages),
    jq: `${TEXT}{messages: [(.system // empty | text | select(. != "") | {role: "system", content: .}), (.messages[] | {role, content: (.content | text)})]}`,
    makes: 'chat',
    examples: [
      { system: 'Be brief.', messages },
      {
        system: [{ type: 'text', text: 'Be kind.' }],
        messages: [
          { role: 'user', content: [{ type: 'text', text: ask }] },
          { role: 'assistant', content: [{ type: 'text', text: say }] },
        ],
      },
      {
        system: '',
        messages: [
          { role: 'user', content: ask },
          { role: 'assistant', content: 'Four.' },
        ],
      },
    ],
  },
  {
    name: 'messages with roles by other names',
    besideOwn: true,
    is: (row) => hasOther(row.messages),
    jq: `.messages |= map(.role |= (${role('.')}))`,
    makes: 'chat',
    examples: [
      {
        messages: [
          { role: 'System', content: 'Be kind.' },
          { role: 'User', content: ask },
          { role: 'Chatbot', content: say },
        ],
      },
      {
        messages: [
          { role: 'human', content: ask },
          { role: 'ai', content: say },
        ],
      },
    ],
  },
];
