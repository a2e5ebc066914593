/** Tools and their deprecated form, functions: how they are defined, and how the messages call them. */

import { isMap } from '../../api/method.ts';
import { words } from '../../words.ts';
import type { Conversation } from '../formats/messages.ts';
import { quote, quoteKey } from '../quote.ts';
import { assistant, call, fine, line, preference, row, tools, user } from './examples.ts';
import { example, PRACTICE, rule, SFT } from './rule.ts';
import { type Call, isCall, placeIn, type Talk } from './talk.ts';

/** Source: FunctionObject in OpenAI's API description. */
const NAME = /^[\w-]{1,64}$/;
const isDefined = (tool: NonNullable<Conversation['tools']>[number]) =>
  tool.type === 'function' && isMap(tool.function) && typeof tool.function.name === 'string' && NAME.test(tool.function.name);
const CALL_KEYS = new Set(['id', 'type', 'function']);
const FUNCTION_KEYS = new Set(['name', 'arguments']);

function nameOf(tool: NonNullable<Conversation['tools']>[number]): unknown {
  return typeof tool.function === 'object' && tool.function !== null ? Reflect.get(tool.function, 'name') : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObjectInText = (value: unknown) => typeof value === 'string' && isMap(parsed(value));

/** What a call may call: a tool by a tool call, a function by the deprecated form. */
function definedFor({ tools: given, functions }: Conversation, { id }: Call): readonly unknown[] {
  return id === undefined ? (functions ?? []).map(({ name }) => name) : (given ?? []).map(nameOf);
}

const dpo = { method: 'dpo' } as const;
const reinforcement = { method: 'reinforcement' } as const;
const calling = (...calls: object[]) => ({ role: 'assistant', tool_calls: calls });
const calls = (...made: object[]) => line({ messages: [user, calling(...made)], tools });
const prefers = (...messages: object[]) =>
  example(line({ ...preference(1), input: { messages: [user], tools }, preferred_output: messages }), dpo);
const rejects = (...messages: object[]) =>
  example(line({ ...preference(1), input: { messages: [user], tools }, non_preferred_output: messages }), dpo);
const prompts = (...made: object[]) =>
  example(
    line({ messages: [user, calling(...made), { role: 'tool', tool_call_id: '1', content: 'x' }, user], tools }),
    reinforcement,
  );
const functions = [{ name: 'get', parameters: {} }];
/** A row of the deprecated form, which is a fault of its own. */
const callsFunction = (function_call: object, finds: string, defined: readonly object[] = functions) =>
  example(line({ messages: [user, { role: 'assistant', function_call }], functions: defined }), {}, [
    ...(finds === '' ? [] : [`${finds}@1`]),
    'chat/deprecated-functions@1',
  ]);

/** Whether each tool can be called at all, and each call can be made. */
export const TOOL_RULES = [
  rule({
    id: 'chat/tool-definition',
    severity: 'error',
    summary: 'A tool or a function is not defined as the API describes it',
    fix: 'Write {"type": "function", "function": {"name", "parameters"}}, the name of 1 to 64 letters, digits, _ and -.',
    source: SFT,
    breaks: () => [
      line({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'get weather' } }] }),
      line({ messages: [user, assistant], tools: [{ type: 'code_interpreter' }] }),
      line({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'x'.repeat(65) } }] }),
      example(line({ ...preference(1), input: { messages: [user], tools: [{ type: 'function', name: 'get' }] } }), dpo),
      example(line({ messages: [user], tools: [{ type: 'function' }] }), reinforcement),
      callsFunction({ name: 'get it!', arguments: '{}' }, 'chat/tool-definition', [{ name: 'get it!' }]),
    ],
    keeps: () => [
      line({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'get-weather_2' } }] }),
      line({ messages: [user, assistant], tools: [] }),
      line({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'x'.repeat(64) } }] }),
      example(line({ ...preference(1), input: { messages: [user], tools } }), dpo),
      example(line({ messages: [user], tools }), reinforcement),
    ],
    check({ tools: given, functions: old, list, before }: Talk, report) {
      // Outputs of a preference are looked at with the tools of its input, which are looked at with the
      // input.
      if (before.length > 0) return;
      const at = list.slice(0, list.lastIndexOf('messages'));
      for (const [index, tool] of (given ?? []).entries())
        if (!isDefined(tool)) report(words`${[at]}tools[${index}] is ${quote(JSON.stringify(tool))}.`);
      for (const [index, { name }] of (old ?? []).entries())
        if (!NAME.test(name)) report(words`${[at]}functions[${index}].name is ${quote(name)}.`);
    },
  }),
  rule({
    id: 'chat/no-calls',
    severity: 'warning',
    summary: 'A list of tool calls is empty',
    fix: 'Take tool_calls out of messages that call nothing.',
    source: SFT,
    once: 'warning',
    breaks: () => [row(user, { ...assistant, tool_calls: [] }), prefers({ ...assistant, tool_calls: [] })],
    keeps: () => [row(user, { ...assistant, tool_calls: null }), fine],
    check({ messages }: Talk, report) {
      if (messages.some(({ tool_calls }) => tool_calls?.length === 0)) report(words`A message has tool_calls: [].`);
    },
  }),
  rule({
    id: 'chat/caller',
    severity: 'error',
    summary: 'A message that is not by the assistant calls a tool',
    fix: 'Move the call to a message of the assistant.',
    source: SFT,
    breaks: () => [example(line({ messages: [{ ...user, tool_calls: [call('1')] }], tools }), reinforcement)],
    keeps: () => [calls(call('1')), row({ ...user, tool_calls: null }, assistant)],
    check(talk: Talk, report) {
      for (const [index, message] of talk.messages.entries())
        if (message.role !== 'assistant' && isCall(message))
          report(words`${placeIn(talk, index)} is by ${quote(message.role)} and calls a tool.`);
    },
  }),
  rule({
    id: 'chat/unknown-call-key',
    severity: 'warning',
    summary: 'A call has a key that the API does not describe',
    fix: 'Remove it.',
    source: SFT,
    once: 'warning',
    breaks: () => [
      calls({ ...call('1'), index: 0 }),
      calls({ id: '1', type: 'function', function: { name: 'get', arguments: '{}', strict: true } }),
      prefers(calling({ ...call('1'), index: 0 })),
      prompts({ ...call('1'), index: 0 }),
      callsFunction({ name: 'get', arguments: '{}', id: '1' }, 'chat/unknown-call-key'),
    ],
    keeps: () => [calls(call('1')), prefers(calling(call('1')))],
    check({ messages }: Talk, report) {
      const look = (value: object, known: ReadonlySet<string>) => {
        for (const key of Object.keys(value)) if (!known.has(key)) report(words`A call has the key ${quoteKey(key)}.`);
      };
      for (const { tool_calls, function_call } of messages) {
        for (const made of tool_calls ?? []) {
          look(made, CALL_KEYS);
          look(made.function, FUNCTION_KEYS);
        }
        if (function_call != null) look(function_call, FUNCTION_KEYS);
      }
    },
  }),
  rule({
    id: 'chat/tool-arguments',
    severity: 'error',
    summary: 'The arguments of a call are not a JSON object, written as a text',
    fix: 'Write them as the text of a JSON object.',
    source: SFT,
    breaks: () => [
      calls(call('1', '"Oslo"')),
      calls(call('1', '{x')),
      calls(call('1', '')),
      prefers(calling(call('1', "{'city': 'Oslo'}"))),
      rejects(calling(call('1', '[]'))),
      prompts(call('1', '{bad')),
      callsFunction({ name: 'get', arguments: "{'city': 'Oslo'}" }, 'chat/tool-arguments'),
    ],
    keeps: () => [
      calls(call('1', '{"city":"Oslo"}')),
      calls(call('1')),
      prefers(calling(call('1', '{"city":"Oslo"}'))),
      prompts(call('1')),
    ],
    check(talk: Talk, report) {
      for (const { index, at, name, args } of talk.calls) {
        const value = parsed(args);
        if (!isMap(value) && !isObjectInText(value))
          report(words`${placeIn(talk, index, at)}.arguments, of ${quote(name)}, is ${quote(args)}.`);
      }
    },
  }),
  rule({
    id: 'chat/arguments-encoded-twice',
    severity: 'warning',
    summary: 'The arguments of a call are encoded twice, and so the model learns to write them',
    fix: 'Encode them once: they are the text of a JSON object, not the text of such a text.',
    source: PRACTICE,
    once: 'warning',
    breaks: () => [
      calls(call('1', '"{\\"city\\":\\"Oslo\\"}"')),
      calls(call('1', '"{}"')),
      prefers(calling(call('1', '"{ }"'))),
      callsFunction({ name: 'get', arguments: '"{}"' }, 'chat/arguments-encoded-twice'),
    ],
    keeps: () => [calls(call('1', '{"json":"{\\"city\\":\\"Oslo\\"}"}')), calls(call('1'))],
    check({ calls: made }: Talk, report) {
      for (const { name, args } of made)
        if (isObjectInText(parsed(args))) report(words`The arguments of ${quote(name)} are encoded twice: ${quote(args)}.`);
    },
  }),
  rule({
    id: 'chat/call-name',
    severity: 'error',
    summary: 'A call has a name that no tool can have',
    fix: 'Write a name of 1 to 64 letters, digits, _ and -.',
    source: SFT,
    breaks: () => [
      example(calls(call('1', '{}', 'get weather')), {}, ['chat/call-name@1']),
      example(line({ messages: [user, calling(call('1', '{}', ''))] }), {}, ['chat/call-name@1']),
    ],
    keeps: () => [calls(call('1'))],
    check(talk: Talk, report) {
      for (const made of talk.calls) {
        const { index, at, name } = made;
        // One that is defined by that name is a fault of the definition.
        if (!NAME.test(name) && !definedFor(talk, made).includes(name))
          report(words`${placeIn(talk, index, at)}.name is ${quote(name)}.`);
      }
    },
  }),
  rule({
    id: 'chat/tool-unknown',
    severity: 'warning',
    summary: 'A tool is called that tools does not define',
    fix: 'Add it to tools.',
    source: SFT,
    breaks: () => [
      calls(call('1', '{}', 'put')),
      prefers(calling(call('1', '{}', 'put'))),
      prompts(call('1', '{}', 'put')),
      callsFunction({ name: 'put', arguments: '{}' }, 'chat/tool-unknown'),
    ],
    keeps: () => [calls(call('1')), prefers(calling(call('1')))],
    check(talk: Talk, report) {
      for (const made of talk.calls) {
        const defined = definedFor(talk, made);
        if (defined.length > 0 && NAME.test(made.name) && !defined.includes(made.name))
          report(words`${placeIn(talk, made.index)} calls ${quote(made.name)}.`);
      }
    },
  }),
  rule({
    id: 'chat/no-tools',
    severity: 'warning',
    summary: 'Tools are called in rows that define none',
    fix: 'Give each row the tools that it calls.',
    source: SFT,
    once: 'warning',
    breaks: () => [
      row(user, calling(call('1'))),
      `${row(user, calling(call('1')))}\n${row({ ...user, content: 'More.' }, calling(call('2', '{}', 'put')))}`,
    ],
    keeps: () => [calls(call('1'))],
    check(talk: Talk, report) {
      const made = talk.calls.find((one) => NAME.test(one.name) && definedFor(talk, one).length === 0);
      if (made !== undefined) report(words`The row calls ${quote(made.name)} and defines no tools.`);
    },
  }),
  rule({
    id: 'chat/parallel-calls',
    severity: 'warning',
    summary: 'A message makes several calls, but parallel_tool_calls is false',
    fix: 'Make one call in each message, or take parallel_tool_calls out.',
    source: SFT,
    once: 'warning',
    breaks: () => [line({ messages: [user, calling(call('1'), call('2'))], tools, parallel_tool_calls: false })],
    keeps: () => [calls(call('1'), call('2'))],
    check({ messages, parallel_tool_calls }: Talk, report) {
      if (parallel_tool_calls === false && messages.some(({ tool_calls }) => (tool_calls?.length ?? 0) > 1))
        report(words`A message makes several calls.`);
    },
  }),
  rule({
    id: 'chat/deprecated-functions',
    severity: 'warning',
    summary: 'functions and function_call are deprecated',
    fix: 'Write tools and tool_calls.',
    source: SFT,
    once: 'warning',
    breaks: () => [callsFunction({ name: 'get', arguments: '{}' }, ''), line({ messages: [user, assistant], functions })],
    keeps: () => [fine],
    check({ messages, functions: old }: Talk, report) {
      if (old != null || messages.some(({ function_call, role }) => function_call != null || role === 'function'))
        report(words`The row uses functions, function_call or the role function.`);
    },
  }),
] as const;
