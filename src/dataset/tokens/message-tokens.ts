/** Tokens of messages: text as it is billed, and what else a message may hold as far as it is known. */
import type { Message } from '../formats/messages.ts';
import { pictureAsText, type Range } from './pictures.ts';
import { around, type Tally } from './tally.ts';
import type { TokenRules } from './token-rules.ts';
import { TOOLS_MARGIN } from './tool-tokens.ts';

type Part = Exclude<Message['content'], string | null | undefined>[number];

const PER_MESSAGE = 3;
const PER_NAME = 1;
/** A call in the deprecated form, when a model is called. */
const PER_FUNCTION_CALL = 3;
/**
 * Of base64: at 48,000 bytes of raw sound a second and at 4,000 compressed, 10 tokens a second. In characters
 * for a token.
 */
const AUDIO = { most: 6400, least: 533 };

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function addPicture(image: unknown, rules: TokenRules, tally: Tally): void {
  const given = typeof image === 'string' ? image : field(image, 'url');
  const url = typeof given === 'string' ? given : '';
  const picture = rules.pictures.count(url, field(image, 'detail'));
  const counted = rules.picturesAsText ? pictureAsText(url, picture) : picture;
  if (counted !== picture) tally.estimate('pictures-as-text', counted);
  else if (!rules.pictures.known) tally.estimate('unknown-pictures', picture);
  else tally.estimate(picture.low === picture.high ? 'pictures' : 'remote-pictures', picture);
}

/** Audio by its size, which tells little; and parts of which nothing is known. */
function audioTokens(audio: unknown): Range {
  const data = field(audio, 'data');
  const size = typeof data === 'string' ? data.length : 0;
  return { tokens: Math.ceil(size / AUDIO.most), low: Math.floor(size / AUDIO.most), high: Math.ceil(size / AUDIO.least) };
}

function addParts(parts: readonly Part[], rules: TokenRules, tally: Tally): void {
  // Where texts are joined, a token may come or go.
  const joints = Math.max(0, parts.length - 1);
  tally.estimate('parts', around(0, 0, joints));
  for (const { type, text, refusal, image_url, input_audio } of parts) {
    if (typeof text === 'string') tally.add(rules.count(text));
    else if (typeof refusal === 'string') tally.estimate('refusals', around(rules.count(refusal), 0, 0));
    else if (type === 'image_url') addPicture(image_url, rules, tally);
    else tally.estimate('audio', audioTokens(input_audio));
  }
}

/** What only some messages have. */
function addRest(message: Message, { count }: TokenRules, tally: Tally): void {
  const { role, name, refusal, tool_calls, tool_call_id, function_call } = message;
  if (role === 'developer' || role === 'tool') tally.estimate('answers', around(0, 1, 1));
  if (role === 'function') tally.estimate('functions', around(name ? count(name) - PER_NAME : 0, 1, 1));
  else if (name) tally.estimate('names', around(count(name) + PER_NAME, 1, 1));
  if (refusal) {
    const tokens = count(refusal);
    tally.estimate('refusals', around(tokens, tokens, PER_MESSAGE));
  }
  // IDs of calls count nothing in the one bill that is known; those of answers should not either.
  if (tool_call_id) tally.estimate('answers', around(0, 0, count(tool_call_id)));
  for (const { function: called } of tool_calls ?? []) {
    const tokens = count(called.name) + count(called.arguments);
    tally.estimate('tools', around(tokens, tokens * TOOLS_MARGIN, tokens * TOOLS_MARGIN));
  }
  if (function_call) {
    const tokens = count(function_call.name) + count(function_call.arguments);
    tally.estimate('functions', around(tokens + PER_FUNCTION_CALL, PER_FUNCTION_CALL, 1));
  }
}

const isPlain = ({ role, name, refusal, tool_calls, tool_call_id, function_call }: Message) =>
  (role === 'user' || role === 'assistant' || role === 'system') &&
  !name &&
  !refusal &&
  !tool_calls &&
  !tool_call_id &&
  !function_call;

/** Adds messages to a row's tally; those by the assistant are learned unless their weight is 0. */
export function addMessages(messages: readonly Message[], rules: TokenRules, tally: Tally): void {
  for (const message of messages) {
    const before = tally.tokens;
    const { role, content } = message;
    tally.add(PER_MESSAGE + rules.role(role) + (typeof content === 'string' ? rules.count(content) : 0));
    if (typeof content === 'object' && content !== null) addParts(content, rules, tally);
    if (!isPlain(message)) addRest(message, rules, tally);
    if (role === 'assistant' && message.weight !== 0) tally.trained += tally.tokens - before;
  }
}
