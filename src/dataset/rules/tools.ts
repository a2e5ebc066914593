/** Tools: their definitions, the calls of them, the answers to these. */
import * as z from 'zod/mini';
import { words } from '../../words.ts';
import type { Conversation } from '../formats/messages.ts';
import { quote } from '../quote.ts';
import { assistant, call, fine, line, preference, row, tools, user } from './examples.ts';
import { example, rule, SFT } from './rule.ts';

/** Source: FunctionObject in OpenAI's API description. */
const Definition = z.looseObject({
  type: z.literal('function'),
  function: z.looseObject({ name: z.string().check(z.regex(/^[\w-]{1,64}$/)) }),
});

function nameOf(tool: NonNullable<Conversation['tools']>[number]): unknown {
  return typeof tool.function === 'object' && tool.function !== null ? Reflect.get(tool.function, 'name') : undefined;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

interface Call {
  /** Of the message that makes it. */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly args: string;
}

/** A conversation, and the calls that its messages make. */
export interface Calls extends Conversation {
  readonly calls: readonly Call[];
}

/** Looks for all calls once, for all rules. */
export function callsIn({ messages, tools, parallel_tool_calls }: Conversation): Calls {
  const calls: Call[] = [];
  for (const [index, { tool_calls }] of messages.entries())
    for (const { id, function: called } of tool_calls ?? []) calls.push({ index, id, name: called.name, args: called.arguments });
  return { messages, tools, parallel_tool_calls, calls };
}

/** Whether each tool can be called at all. */
export const TOOL_DEFINITION_RULES = [
  rule({
    id: 'chat/tool-definition',
    severity: 'error',
    summary: 'A tool is not defined as the API describes it',
    fix: 'Write {"type": "function", "function": {"name", "parameters"}}, the name of 1 to 64 letters, digits, _ and -.',
    source: SFT,
    breaks: () => [
      line({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'get weather' } }] }),
      line({ messages: [user, assistant], tools: [{ type: 'code_interpreter' }] }),
      line({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'x'.repeat(65) } }] }),
      example(line({ ...preference(1), input: { messages: [user], tools: [{ type: 'function', name: 'get' }] } }), {
        method: 'dpo',
      }),
      example(line({ messages: [user], tools: [{ type: 'function' }] }), { method: 'reinforcement' }),
    ],
    keeps: () => [
      line({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'get-weather_2' } }] }),
      line({ messages: [user, assistant], tools: [] }),
      line({ messages: [user, assistant], tools: [{ type: 'function', function: { name: 'x'.repeat(64) } }] }),
      example(line({ ...preference(1), input: { messages: [user], tools } }), { method: 'dpo' }),
      example(line({ messages: [user], tools }), { method: 'reinforcement' }),
    ],
    check(given: Conversation['tools'], report) {
      for (const [index, tool] of (given ?? []).entries())
        if (!Definition.safeParse(tool).success) report(words`tools[${index}] is ${quote(JSON.stringify(tool))}.`);
    },
  }),
] as const;

/** Whether each call can be made and is answered, and each answer was asked for. */
export const TOOL_CALL_RULES = [
  rule({
    id: 'chat/parallel-calls',
    severity: 'warning',
    summary: 'A message makes several calls, but parallel_tool_calls is false',
    fix: 'Make one call in each message, or take parallel_tool_calls out.',
    source: SFT,
    breaks: () => [
      line({
        messages: [user, { role: 'assistant', tool_calls: [call('1'), call('2')] }],
        tools,
        parallel_tool_calls: false,
      }),
    ],
    keeps: () => [line({ messages: [user, { role: 'assistant', tool_calls: [call('1'), call('2')] }], tools })],
    check({ messages, parallel_tool_calls }: Calls, report) {
      if (parallel_tool_calls !== false) return;
      for (const [index, { tool_calls }] of messages.entries())
        if (tool_calls != null && tool_calls.length > 1) report(words`messages[${index}] makes ${tool_calls.length} calls.`);
    },
  }),
  rule({
    id: 'chat/tool-call-id-twice',
    severity: 'warning',
    summary: 'Two tool calls have the same ID, so it is not clear which one an answer is for',
    fix: 'Give each call its own ID.',
    source: SFT,
    breaks: () => [line({ messages: [user, { role: 'assistant', tool_calls: [call('1'), call('1')] }], tools })],
    keeps: () => [line({ messages: [user, { role: 'assistant', tool_calls: [call('1'), call('01')] }], tools })],
    check({ calls }: Calls, report) {
      const made = new Set<string>();
      for (const { index, id } of calls) {
        if (made.has(id)) report(words`messages[${index}] makes another call ${quote(id)}.`);
        made.add(id);
      }
    },
  }),
  rule({
    id: 'chat/tool-arguments',
    severity: 'error',
    summary: 'The arguments of a tool call are not a JSON object, written as a text',
    fix: 'Write them as a JSON text, such as "{\\"city\\": \\"Oslo\\"}".',
    source: SFT,
    breaks: () => [
      line({ messages: [user, { role: 'assistant', tool_calls: [call('1', '"Oslo"')] }], tools }),
      line({ messages: [user, { role: 'assistant', tool_calls: [call('1', '{x')] }], tools }),
    ],
    keeps: () => [
      line({ messages: [user, { role: 'assistant', tool_calls: [call('1', '{"city":"Oslo"}')] }], tools }),
      line({ messages: [user, { role: 'assistant', tool_calls: [call('1')] }], tools }),
    ],
    check({ calls }: Calls, report) {
      for (const { index, name, args } of calls)
        if (!isJsonObject(args)) report(words`messages[${index}]: the arguments of ${quote(name)} are ${quote(args)}.`);
    },
  }),
  rule({
    id: 'chat/tool-unknown',
    severity: 'warning',
    summary: 'A tool is called that tools does not define',
    fix: 'Add it to tools.',
    source: SFT,
    breaks: () => [line({ messages: [user, { role: 'assistant', tool_calls: [call('1', '{}', 'put')] }], tools })],
    keeps: () => [line({ messages: [user, { role: 'assistant', tool_calls: [call('1')] }], tools })],
    check({ calls, tools: given }: Calls, report) {
      const defined = new Set((given ?? []).map(nameOf));
      for (const { index, name } of calls) if (!defined.has(name)) report(words`messages[${index}] calls ${quote(name)}.`);
    },
  }),
  rule({
    id: 'chat/tool-answer-without-call',
    severity: 'error',
    summary: 'A tool answers a call that was not made',
    fix: 'Set tool_call_id to the ID of an earlier call.',
    source: SFT,
    breaks: () => [
      row(user, { role: 'tool', tool_call_id: '9', content: 'x' }, assistant),
      row(user, { role: 'tool', content: 'x' }, assistant),
    ],
    keeps: () => [
      line({
        messages: [
          user,
          { role: 'assistant', tool_calls: [call('1')] },
          { role: 'tool', tool_call_id: '1', content: 'x' },
          assistant,
        ],
        tools,
      }),
      fine,
    ],
    check({ messages }: Calls, report) {
      const made = new Set<string>();
      for (const [index, { role, tool_calls, tool_call_id }] of messages.entries()) {
        for (const { id } of tool_calls ?? []) made.add(id);
        if (role === 'tool' && !made.has(tool_call_id ?? ''))
          report(words`messages[${index}] answers ${quote(tool_call_id ?? 'no ID')}, which no message before it calls.`);
      }
    },
  }),
  rule({
    id: 'chat/tool-call-unanswered',
    severity: 'warning',
    summary: 'A tool call has no answer',
    fix: 'Add the message of the tool, or end the conversation at the call.',
    source: SFT,
    breaks: () => [line({ messages: [user, { role: 'assistant', tool_calls: [call('1')] }, assistant], tools })],
    keeps: () => [fine],
    check({ messages }: Calls, report) {
      const open = new Set<string>();
      for (const { role, tool_calls, tool_call_id } of messages) {
        for (const { id } of tool_calls ?? []) open.add(id);
        if (role === 'tool') open.delete(tool_call_id ?? '');
      }
      // A conversation may end with its calls: then they are what is learned.
      for (const { id } of messages.at(-1)?.tool_calls ?? []) open.delete(id);
      for (const id of open) report(words`The call ${quote(id)} has no answer.`);
    },
  }),
] as const;
