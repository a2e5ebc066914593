/**
 * The four shapes that a row of training data has on this wire, and how to tell which one a row is. The schemas hold what every server of the wire
 * asks for; what only some ask for, or what is merely unwise, is the business of the rules.
 */
import * as z from 'zod/mini';

const ToolCall = z.looseObject({
  id: z.string(),
  type: z.literal('function'),
  function: z.looseObject({ name: z.string(), arguments: z.string() }),
});

const ContentPart = z
  .looseObject({ type: z.string(), text: z.optional(z.string()), refusal: z.optional(z.string()) })
  .check(z.refine(({ type, text }) => type !== 'text' || text !== undefined, 'a part of type text with its text'));

export const ROLES = ['system', 'developer', 'user', 'assistant', 'tool', 'function'] as const;

export const Message = z.looseObject({
  role: z.enum(ROLES, { error: `one of ${ROLES.join(', ')}` }),
  content: z.nullish(z.union([z.string(), z.array(ContentPart)], { error: 'a text, a list of parts, or null' })),
  name: z.nullish(z.string({ error: 'a text' })),
  weight: z.nullish(z.union([z.literal(0), z.literal(1)], { error: '0 or 1' })),
  refusal: z.nullish(z.string({ error: 'a text' })),
  tool_calls: z.nullish(z.array(ToolCall, { error: 'a list of tool calls' })),
  tool_call_id: z.nullish(z.string({ error: 'a text' })),
  function_call: z.nullish(z.looseObject({ name: z.string(), arguments: z.string() })),
});
export type Message = z.infer<typeof Message>;

const messages = z.array(Message, { error: 'a list of messages' }).check(z.minLength(1, 'a list of at least one message'));
const Tool = z.looseObject(
  { type: z.optional(z.unknown()), function: z.optional(z.unknown()) },
  { error: 'the definition of a tool' },
);
const tools = z.nullish(z.array(Tool, { error: 'a list of tools' }));
const parallel_tool_calls = z.nullish(z.boolean({ error: 'true or false' }));
const functions = z.nullish(
  z.array(z.looseObject({ name: z.string() })).check(z.maxLength(128, 'a list of at most 128 functions')),
);

/** Supervised fine-tuning on conversations: the assistant's messages are what is learned. */
export const ChatRow = z.looseObject({
  messages,
  tools,
  parallel_tool_calls,
  functions,
});
export type ChatRow = z.infer<typeof ChatRow>;

/** Supervised fine-tuning on plain text. */
export const CompletionRow = z.looseObject({
  prompt: z.string({ error: 'a text' }),
  completion: z.string({ error: 'a text' }),
});
export type CompletionRow = z.infer<typeof CompletionRow>;

/** Direct preference optimisation: of two answers to one input, which one is wanted. */
export const PreferenceRow = z.looseObject({
  input: z.looseObject({ messages, tools, parallel_tool_calls }),
  preferred_output: messages,
  non_preferred_output: messages,
});
export type PreferenceRow = z.infer<typeof PreferenceRow>;

/** Reinforcement fine-tuning: a prompt; every key but `messages` and `tools` is what the grader sees as `item`. */
export const ReinforcementRow = z.looseObject({ messages, tools });
export type ReinforcementRow = z.infer<typeof ReinforcementRow>;

export type DataFormat = 'chat' | 'completion' | 'preference' | 'reinforcement';
export type MethodType = 'supervised' | 'dpo' | 'reinforcement';

/** A checked row with the format that it is in. */
export type Row =
  | { readonly format: 'chat'; readonly row: ChatRow }
  | { readonly format: 'completion'; readonly row: CompletionRow }
  | { readonly format: 'preference'; readonly row: PreferenceRow }
  | { readonly format: 'reinforcement'; readonly row: ReinforcementRow };

/** The formats that a method can be trained on. */
export const FORMATS_OF: Readonly<Record<MethodType, readonly DataFormat[]>> = {
  supervised: ['chat', 'completion'],
  dpo: ['preference'],
  reinforcement: ['reinforcement'],
};

/**
 * Which format a parsed row is in, by its top-level keys; undefined when it is none of them. A row with `messages` alone cannot say whether it is
 * a conversation to learn or a prompt to answer: `method` decides.
 */
export function formatOf(row: Readonly<Record<string, unknown>>, method: MethodType): DataFormat | undefined {
  if ('input' in row && ('preferred_output' in row || 'non_preferred_output' in row)) return 'preference';
  if ('messages' in row) return method === 'reinforcement' ? 'reinforcement' : 'chat';
  if ('prompt' in row && 'completion' in row) return 'completion';
  return undefined;
}
