/** What must hold of tools: their definitions, the calls of them, the answers to these. Pure. */
import * as z from 'zod/mini';
import type { ChatRow } from '../formats.ts';
import { type Found, quoted } from './rules.ts';

/** Source: FunctionObject in OpenAI's API description. */
const Definition = z.looseObject({
  type: z.literal('function'),
  function: z.looseObject({ name: z.string().check(z.regex(/^[\w-]{1,64}$/)) }),
});

/** Whether each tool can be called at all. */
export function checkToolDefinitions(tools: ChatRow['tools']): Found[] {
  const found: Found[] = [];
  for (const [index, tool] of (tools ?? []).entries()) {
    if (!Definition.safeParse(tool).success)
      found.push({ rule: 'chat/tool-definition', detail: `tools[${index}] is ${quoted(JSON.stringify(tool))}.` });
  }
  return found;
}

function nameOf(tool: NonNullable<ChatRow['tools']>[number]): unknown {
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

/** Calls by their IDs, as the conversation goes on. */
interface Calls {
  readonly made: Set<string>;
  readonly open: Set<string>;
}

function checkCalls(row: ChatRow, index: number, defined: ReadonlySet<unknown>, { made, open }: Calls): Found[] {
  const found: Found[] = [];
  const at = `messages[${index}]`;
  const calls = row.messages[index]?.tool_calls ?? [];
  if (calls.length > 1 && row.parallel_tool_calls === false)
    found.push({ rule: 'chat/parallel-calls', detail: `${at} makes ${calls.length} calls.` });
  for (const { id, function: called } of calls) {
    if (made.has(id)) found.push({ rule: 'chat/tool-call-id-twice', detail: `${at} makes another call ${quoted(id)}.` });
    made.add(id);
    open.add(id);
    if (!isJsonObject(called.arguments))
      found.push({
        rule: 'chat/tool-arguments',
        detail: `${at}: the arguments of ${quoted(called.name)} are ${quoted(called.arguments)}.`,
      });
    if (!defined.has(called.name)) found.push({ rule: 'chat/tool-unknown', detail: `${at} calls ${quoted(called.name)}.` });
  }
  return found;
}

/** Whether each call can be made and is answered, and each answer was asked for. */
export function checkToolCalls(row: ChatRow): Found[] {
  const found: Found[] = [];
  const defined = new Set((row.tools ?? []).map(nameOf));
  const calls: Calls = { made: new Set(), open: new Set() };
  for (const [index, { role, tool_call_id }] of row.messages.entries()) {
    for (const fault of checkCalls(row, index, defined, calls)) found.push(fault);
    if (role !== 'tool') continue;
    if (!calls.made.has(tool_call_id ?? '')) {
      found.push({
        rule: 'chat/tool-answer-without-call',
        detail: `messages[${index}] answers ${quoted(tool_call_id ?? 'no ID')}, which no message before it calls.`,
      });
    }
    calls.open.delete(tool_call_id ?? '');
  }
  // A conversation may end with its calls: then they are what is learned.
  for (const { id } of row.messages.at(-1)?.tool_calls ?? []) calls.open.delete(id);
  for (const id of calls.open) found.push({ rule: 'chat/tool-call-unanswered', detail: `The call ${quoted(id)} has no answer.` });
  return found;
}
