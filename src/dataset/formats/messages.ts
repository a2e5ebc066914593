/**
 * What rows of all formats are made of. The schemas hold what every server of the wire asks for; what only
 * some ask for, or what is merely unwise, is the business of the rules. Plain rows, which most are, are known
 * without them, so they are built when they are first asked.
 */
import * as z from 'zod/mini';

export type MethodType = 'supervised' | 'dpo' | 'reinforcement';

const ToolCall = z.lazy(() =>
  z.looseObject({
    id: z.string(),
    type: z.literal('function'),
    function: z.looseObject({ name: z.string(), arguments: z.string() }),
  }),
);

/** A part of a content, null being as good as nothing in it. */
interface Part {
  readonly [name: string]: unknown;
  readonly type: string;
  readonly text?: string;
  readonly refusal?: string;
}

const ContentPart = z.lazy(() =>
  z.pipe(
    z.looseObject({ type: z.string(), text: z.nullish(z.string()), refusal: z.nullish(z.string()) }).check(
      z.refine(({ type, text }) => type !== 'text' || text != null, 'a part of type text with its text'),
      z.refine(({ type, refusal }) => type !== 'refusal' || refusal != null, 'a part of type refusal with its refusal'),
    ),
    z.transform(
      ({ text, refusal, ...part }): Part => ({
        ...part,
        ...(text == null ? {} : { text }),
        ...(refusal == null ? {} : { refusal }),
      }),
    ),
  ),
);

export const ROLES = ['system', 'developer', 'user', 'assistant', 'tool', 'function'] as const;

export const Message = z.lazy(() =>
  z.looseObject({
    role: z.enum(ROLES, { error: `one of ${ROLES.join(', ')}` }),
    content: z.nullish(z.union([z.string(), z.array(ContentPart)], { error: 'a text, a list of parts, or null' })),
    name: z.nullish(z.string({ error: 'a text' })),
    weight: z.nullish(z.union([z.literal(0), z.literal(1)], { error: '0 or 1' })),
    refusal: z.nullish(z.string({ error: 'a text' })),
    tool_calls: z.nullish(z.array(ToolCall, { error: 'a list of tool calls' })),
    tool_call_id: z.nullish(z.string({ error: 'a text' })),
    function_call: z.nullish(z.looseObject({ name: z.string(), arguments: z.string() })),
  }),
);
export type Message = z.infer<typeof Message>;

export const messages = z.lazy(() =>
  z.array(Message, { error: 'a list of messages' }).check(z.minLength(1, 'a list of at least one message')),
);
const Tool = z.lazy(() =>
  z.looseObject({ type: z.optional(z.unknown()), function: z.optional(z.unknown()) }, { error: 'the definition of a tool' }),
);
export const tools = z.nullish(z.lazy(() => z.array(Tool, { error: 'a list of tools' })));
export const parallel_tool_calls = z.nullish(z.boolean({ error: 'true or false' }));
export const functions = z.nullish(
  z.lazy(() => z.array(z.looseObject({ name: z.string() })).check(z.maxLength(128, 'a list of at most 128 functions'))),
);

/** Messages, and the tools that they may call. */
export interface Conversation {
  readonly messages: readonly Message[];
  readonly tools?: z.infer<typeof tools>;
  readonly functions?: z.infer<typeof functions>;
  readonly parallel_tool_calls?: z.infer<typeof parallel_tool_calls>;
}

/** The text of a message; the parts of other kinds left out. */
export function plainText(content: Message['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (typeof part.text === 'string' ? part.text : '')).join('');
}
