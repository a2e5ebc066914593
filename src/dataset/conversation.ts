/** What must hold in a conversation: roles, weights, tools and their answers, images. Pure. */
import type { ChatRow, Message } from './formats.ts';
import { type DataProfile, type Found, quoted } from './rules.ts';

const MESSAGE_KEYS = new Set([
  'role',
  'content',
  'name',
  'weight',
  'refusal',
  'tool_calls',
  'tool_call_id',
  'function_call',
  'audio',
]);
const ROW_KEYS = new Set(['messages', 'tools', 'parallel_tool_calls', 'functions']);
const NEAR_EMPTY = 3;
const LARGEST_IMAGE = 10_000_000;

/** The text of a message; the parts of other kinds left out. */
export function plainText(content: Message['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (typeof part.text === 'string' ? part.text : '')).join('');
}

const at = (index: number) => `messages[${index}]`;

/** A chat row of supervised fine-tuning. */
export function checkChat(row: ChatRow, profile: DataProfile): Found[] {
  const { messages } = row;
  const found: Found[] = Object.keys(row)
    .filter((key) => !ROW_KEYS.has(key))
    .map((key) => ({
      rule: 'row/unknown-key',
      detail: `The row has the key ${quoted(key)}; a chat row takes messages, tools and parallel_tool_calls.`,
    }));
  const answers = messages.filter(({ role }) => role === 'assistant');
  const last = messages.at(-1);
  if (answers.length === 0) found.push({ rule: 'chat/no-assistant-message', detail: 'No message is by the assistant.' });
  else if (last?.role !== 'assistant')
    found.push({ rule: 'chat/last-not-assistant', detail: `The last message is by ${quoted(last?.role ?? '')}.` });
  if (answers.length > 0 && answers.every(({ weight }) => weight === 0))
    found.push({ rule: 'chat/nothing-learned', detail: 'Every answer has weight 0.' });
  if (!messages.some(({ role }) => role === 'user'))
    found.push({ rule: 'chat/missing-user', detail: 'No message is by a user.' });
  if (row.functions != null || messages.some(({ function_call, role }) => function_call != null || role === 'function')) {
    found.push({ rule: 'chat/deprecated-functions', detail: 'The row uses functions, function_call or the role function.' });
  }
  for (const [index, message] of messages.entries()) found.push(...checkMessage(message, index));
  return [...found, ...checkTools(row), ...checkParts(messages, profile)];
}

function checkMessage(message: Message, index: number): Found[] {
  const found: Found[] = Object.keys(message)
    .filter((key) => !MESSAGE_KEYS.has(key))
    .map((key) => ({ rule: 'chat/unknown-message-key', detail: `${at(index)} has the key ${quoted(key)}.` }));
  if (message.role !== 'assistant') {
    if (message.weight != null)
      found.push({ rule: 'chat/weight-role', detail: `${at(index)} is by ${quoted(message.role)} and has a weight.` });
    return found;
  }
  const calls = (message.tool_calls?.length ?? 0) > 0 || message.function_call != null;
  const empty = message.content == null || message.content.length === 0;
  if (empty && !calls && message.refusal == null)
    found.push({ rule: 'chat/empty-answer', detail: `${at(index)} has neither content nor tool calls.` });
  else if (!empty && !calls && plainText(message.content).trim().length < NEAR_EMPTY) {
    found.push({ rule: 'chat/near-empty-answer', detail: `${at(index)} answers ${quoted(plainText(message.content))}.` });
  }
  return found;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function checkTools(row: ChatRow): Found[] {
  const found: Found[] = [];
  const defined = new Set((row.tools ?? []).map((tool) => tool.function?.name));
  const open = new Set<string>();
  const made = new Set<string>();
  for (const [index, message] of row.messages.entries()) {
    for (const { id, function: called } of message.tool_calls ?? []) {
      made.add(id);
      open.add(id);
      if (!isJson(called.arguments))
        found.push({
          rule: 'chat/tool-arguments',
          detail: `${at(index)}: the arguments of ${quoted(called.name)} are ${quoted(called.arguments)}.`,
        });
      if (!defined.has(called.name))
        found.push({ rule: 'chat/tool-unknown', detail: `${at(index)} calls ${quoted(called.name)}.` });
    }
    if (message.role !== 'tool') continue;
    if (!made.has(message.tool_call_id ?? '')) {
      found.push({
        rule: 'chat/tool-answer-without-call',
        detail: `${at(index)} answers ${quoted(message.tool_call_id ?? 'no ID')}, which no message before it calls.`,
      });
    }
    open.delete(message.tool_call_id ?? '');
  }
  // A conversation may end with its calls: then they are what is learned.
  for (const { id } of row.messages.at(-1)?.tool_calls ?? []) open.delete(id);
  for (const id of open) found.push({ rule: 'chat/tool-call-unanswered', detail: `The call ${quoted(id)} has no answer.` });
  return found;
}

function imageUrl(part: Readonly<Record<string, unknown>>): string | undefined {
  const image = part.image_url;
  const url: unknown = typeof image === 'object' && image !== null ? Reflect.get(image, 'url') : image;
  return typeof url === 'string' ? url : undefined;
}

/** Bytes that a data URL of base64 holds. */
const embeddedBytes = (url: string) => Math.floor(((url.length - url.indexOf(',') - 1) * 3) / 4);
const PARTS = new Set(['text', 'refusal', 'image_url']);

/** Who may speak and what content may be made of, in conversations of any format. */
export function checkParts(messages: readonly Message[], profile: DataProfile): Found[] {
  const found: Found[] = [];
  let images = 0;
  for (const [index, message] of messages.entries()) {
    if (message.role === 'developer' && !profile.developerRole)
      found.push({ rule: 'chat/developer-role', detail: `${at(index)} is by "developer".` });
    if (!Array.isArray(message.content)) continue;
    for (const part of message.content) {
      if (!PARTS.has(part.type))
        found.push({ rule: 'chat/part-type', detail: `${at(index)} has a part of the type ${quoted(part.type)}.` });
      if (part.type !== 'image_url') continue;
      images += 1;
      const url = imageUrl(part) ?? '';
      if (message.role !== 'user')
        found.push({ rule: 'chat/image-role', detail: `${at(index)} is by ${quoted(message.role)} and holds an image.` });
      if (!/^(https:\/\/|data:image\/(jpeg|jpg|png|webp);base64,)/i.test(url.slice(0, 40))) {
        found.push({ rule: 'chat/image-url', detail: `${at(index)} has an image at ${quoted(url)}.` });
      } else if (url.startsWith('data:') && embeddedBytes(url) > LARGEST_IMAGE) {
        found.push({ rule: 'chat/image-too-large', detail: `${at(index)} embeds an image of ${embeddedBytes(url)} bytes.` });
      }
    }
  }
  if (images > profile.imagesPerRow)
    found.push({ rule: 'chat/too-many-images', detail: `The row has ${images} images; ${profile.imagesPerRow} are allowed.` });
  return found;
}
