/** Conversations to learn from: roles, weights, keys, answers. */
import { words } from '../../words.ts';
import { type Conversation, type Message, plainText } from '../formats/messages.ts';
import { quote } from '../quote.ts';
import { assistant, fine, line, row, user } from './examples.ts';
import { COOKBOOK, PRACTICE, rule, SFT } from './rule.ts';

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

const isAnswer = ({ role }: Message) => role === 'assistant';
const isCall = ({ tool_calls, function_call }: Message) => (tool_calls?.length ?? 0) > 0 || function_call != null;
const isEmpty = ({ content }: Message) => content == null || content.length === 0;

/** White space and nothing else. */
function isBlank(content: Message['content']): boolean {
  return typeof content === 'string'
    ? content.trim() === ''
    : (content ?? []).every(({ type, text }) => type === 'text' && typeof text === 'string' && text.trim() === '');
}

/** What must hold in a conversation of supervised fine-tuning. */
export const CHAT_RULES = [
  rule({
    id: 'chat/no-assistant-message',
    severity: 'error',
    summary: 'The conversation has no message of the assistant to learn from',
    fix: 'Add the answer.',
    source: COOKBOOK,
    breaks: () => [row(user)],
    keeps: () => [fine],
    check({ messages }: Conversation, report) {
      if (!messages.some(isAnswer)) report(words`No message is by the assistant.`);
    },
  }),
  rule({
    id: 'chat/last-not-assistant',
    severity: 'warning',
    summary: 'The last message is not by the assistant',
    fix: 'End the conversation with the answer.',
    source: SFT,
    breaks: () => [row(user, assistant, user)],
    keeps: () => [fine],
    check({ messages }: Conversation, report) {
      const role = messages.at(-1)?.role ?? '';
      if (role !== 'assistant' && messages.some(isAnswer)) report(words`The last message is by ${quote(role)}.`);
    },
  }),
  rule({
    id: 'chat/nothing-learned',
    severity: 'warning',
    summary: 'Every message of the assistant has weight 0, so nothing is learned',
    fix: 'Give the answer weight 1, or remove the row.',
    source: SFT,
    breaks: () => [row(user, { ...assistant, weight: 0 })],
    keeps: () => [row(user, { ...assistant, weight: 0 }, user, assistant)],
    check({ messages }: Conversation, report) {
      const answers = messages.filter(isAnswer);
      if (answers.length > 0 && answers.every(({ weight }) => weight === 0)) report(words`Every answer has weight 0.`);
    },
  }),
  rule({
    id: 'chat/missing-user',
    severity: 'warning',
    summary: 'The conversation has no message by a user',
    fix: 'Add the question.',
    source: COOKBOOK,
    breaks: () => [row({ role: 'system', content: 'x' }, assistant)],
    keeps: () => [fine],
    check({ messages }: Conversation, report) {
      if (!messages.some(({ role }) => role === 'user')) report(words`No message is by a user.`);
    },
  }),
  rule({
    id: 'chat/deprecated-functions',
    severity: 'warning',
    summary: 'functions and function_call are deprecated',
    fix: 'Write tools and tool_calls.',
    source: SFT,
    breaks: () => [
      line({
        messages: [user, { role: 'assistant', function_call: { name: 'f', arguments: '{}' } }],
        functions: [{ name: 'f' }],
      }),
      row(user, { role: 'function', name: 'f', content: 'x' }, assistant),
    ],
    keeps: () => [fine],
    check({ messages, functions }: Conversation, report) {
      if (functions != null || messages.some(({ function_call, role }) => function_call != null || role === 'function'))
        report(words`The row uses functions, function_call or the role function.`);
    },
  }),
  rule({
    id: 'chat/unknown-message-key',
    severity: 'error',
    summary: 'A message has a key that the API does not take',
    fix: 'Remove it.',
    source: COOKBOOK,
    breaks: () => [row(user, { ...assistant, id: 1 })],
    keeps: () => [row(user, { ...assistant, name: 'Bot' })],
    check({ messages }: Conversation, report) {
      for (const [index, message] of messages.entries())
        for (const key of Object.keys(message))
          if (!MESSAGE_KEYS.has(key)) report(words`messages[${index}] has the key ${quote(key)}.`);
    },
  }),
  rule({
    id: 'chat/weight-role',
    severity: 'error',
    summary: 'A weight stands on a message that is not by the assistant',
    fix: 'Remove the weight.',
    source: SFT,
    breaks: () => [row({ ...user, weight: 1 }, assistant)],
    keeps: () => [fine],
    check({ messages }: Conversation, report) {
      for (const [index, { role, weight }] of messages.entries())
        if (role !== 'assistant' && weight != null) report(words`messages[${index}] is by ${quote(role)} and has a weight.`);
    },
  }),
  rule({
    id: 'chat/empty-answer',
    severity: 'error',
    summary: 'A message of the assistant has neither content nor tool calls',
    fix: 'Add the answer, or remove the message.',
    source: SFT,
    breaks: () => [row(user, { role: 'assistant', content: '' })],
    keeps: () => [row(user, { role: 'assistant', refusal: 'No.' })],
    check({ messages }: Conversation, report) {
      for (const [index, message] of messages.entries())
        if (isAnswer(message) && !isCall(message) && isEmpty(message) && message.refusal == null)
          report(words`messages[${index}] has neither content nor tool calls.`);
    },
  }),
  rule({
    id: 'chat/blank-answer',
    severity: 'warning',
    summary: 'The answer is white space alone',
    fix: 'Write the answer, or remove the message.',
    source: PRACTICE,
    breaks: () => [
      row(user, { role: 'assistant', content: ' '.repeat(99) }),
      row(user, { role: 'assistant', content: ' \n' }),
      row(user, { role: 'assistant', content: [{ type: 'text', text: ' ' }] }),
    ],
    keeps: () => [
      row(user, { role: 'assistant', content: ' B ' }),
      row(user, { role: 'assistant', content: 'A' }),
      row(user, { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] }),
    ],
    check({ messages }: Conversation, report) {
      for (const [index, message] of messages.entries())
        if (isAnswer(message) && !isCall(message) && !isEmpty(message) && isBlank(message.content))
          report(words`messages[${index}] answers ${quote(plainText(message.content))}.`);
    },
  }),
] as const;
