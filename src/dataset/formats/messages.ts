/**
 * What rows of all formats are made of. The shapes hold what every server of the wire asks for; what only
 * some ask for, or what is merely unwise, is the business of the rules. Plain rows, which most are, are known
 * without them.
 */
import { anything, either, listOf, objectOf, oneOf, orNothing, type ShapeOf, text, truth, where } from './shape.ts';

export type MethodType = 'supervised' | 'dpo' | 'reinforcement';

/** What is called, with its arguments as the text of a JSON object. */
const called = objectOf({ name: text, arguments: text });
const toolCall = objectOf({ id: text, type: oneOf(['function'], '"function"'), function: called });

const anyPart = objectOf({ type: text, text: orNothing(text), refusal: orNothing(text) });
const refusalPart = where(
  anyPart,
  ({ type, refusal }) => type !== 'refusal' || refusal != null,
  'a part of type refusal with its refusal',
);
const part = where(refusalPart, ({ type, text: said }) => type !== 'text' || said != null, 'a part of type text with its text');

export const ROLES = ['system', 'developer', 'user', 'assistant', 'tool', 'function'] as const;

export const message = objectOf({
  role: oneOf(ROLES, `one of ${ROLES.join(', ')}`),
  content: orNothing(either(text, listOf(part, 'a text, a list of parts, or null'))),
  name: orNothing(text),
  weight: orNothing(oneOf([0, 1], '0 or 1')),
  refusal: orNothing(text),
  tool_calls: orNothing(listOf(toolCall, 'a list of tool calls')),
  tool_call_id: orNothing(text),
  function_call: orNothing(called),
});
export type Message = ShapeOf<typeof message>;

export const messages = where(listOf(message, 'a list of messages'), (all) => all.length > 0, 'a list of at least one message');
const tool = objectOf({ type: anything, function: anything }, 'the definition of a tool');
export const tools = orNothing(listOf(tool, 'a list of tools'));
export const parallel_tool_calls = orNothing(truth);
export const functions = orNothing(
  where(listOf(objectOf({ name: text })), (all) => all.length <= 128, 'a list of at most 128 functions'),
);

/** Messages, and the tools that they may call. */
export interface Conversation {
  readonly messages: readonly Message[];
  readonly tools?: ShapeOf<typeof tools>;
  readonly functions?: ShapeOf<typeof functions>;
  readonly parallel_tool_calls?: ShapeOf<typeof parallel_tool_calls>;
}

/** The text of a message; the parts of other kinds left out. */
export function plainText(content: Message['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (typeof part.text === 'string' ? part.text : '')).join('');
}
