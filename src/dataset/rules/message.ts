/**
 * One message: its keys, its name, its weight, its text. The same in a conversation, a preference and a
 * prompt.
 */
import { ours, words } from '../../words.ts';
import type { Message } from '../formats/messages.ts';
import { plainText } from '../formats/messages.ts';
import { quote, quoteKey } from '../quote.ts';
import { assistant, call, fine, line, preference, row, tools, user } from './examples.ts';
import { COOKBOOK, example, FIREWORKS, PRACTICE, rule, SFT, TOGETHER } from './rule.ts';
import { isAnswer, isCall, placeIn, type Talk } from './talk.ts';

const KEYS = new Set(['role', 'content', 'name', 'weight', 'refusal', 'tool_calls', 'tool_call_id', 'function_call', 'audio']);
/** Source: the pattern of a message's name in what OpenAI's API answers to another one. */
const NAME = /^[^\s<|\\/>]+$/;
/** Roles that may have nothing to say; the content of an answer has rules of its own. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['assistant', 'tool', 'function']);

const isEmpty = ({ content }: Message) => content == null || content.length === 0;
const saysNothing = ({ content }: Message) =>
  content === '' ||
  (Array.isArray(content) && content.length > 0 && content.every(({ type, text }) => type === 'text' && text === ''));

/** White space and nothing else. */
function isBlank(content: Message['content']): boolean {
  return typeof content === 'string'
    ? content.trim() === ''
    : (content ?? []).every(({ type, text }) => type === 'text' && typeof text === 'string' && text.trim() === '');
}

/** What must have content has it; a tool may have nothing to say, and says so. */
function lacksContent({ role, content }: Message): boolean {
  if (role === 'assistant') return false;
  return content == null || (Array.isArray(content) && content.length === 0 && role !== 'tool' && role !== 'function');
}

/** Who speaks in turns; tools may answer several calls in a row. */
const TALKERS: ReadonlySet<string> = new Set(['system', 'user', 'assistant']);

const first = { profile: { systemFirst: true } } as const;
const turns = { profile: { takesTurns: true } } as const;
const dpo = { method: 'dpo' } as const;
const reinforcement = { method: 'reinforcement' } as const;
const prefers = (...messages: object[]) => example(line({ ...preference(1), preferred_output: messages }), dpo);
const rejects = (...messages: object[]) => example(line({ ...preference(1), non_preferred_output: messages }), dpo);
const asksFor = (...messages: object[]) => example(line({ ...preference(1), input: { messages } }), dpo);
const prompts = (...messages: object[]) => example(row(...messages), reinforcement);

/** For the messages of any format. */
export const MESSAGE_RULES = [
  rule({
    id: 'chat/unknown-message-key',
    severity: 'error',
    summary: 'A message has a key that the API does not take',
    fix: 'Remove it.',
    source: COOKBOOK,
    breaks: () => [
      row(user, { ...assistant, id: 1 }),
      // A name like any other in JSON; a copy of the message would have another prototype, and lose it.
      `{"messages":[{"role":"user","content":"Hi","__proto__":{}},${line(assistant)}]}`,
      asksFor({ ...user, lang: 'en' }),
      prefers({ ...assistant, score: 5 }),
      rejects({ ...assistant, score: 1 }),
      prompts({ ...user, difficulty: 3 }),
    ],
    keeps: () => [
      row(user, { ...assistant, name: 'Bot' }),
      prefers({ ...assistant, name: 'Bot' }),
      prompts({ ...user, name: 'Eve' }),
    ],
    check(talk: Talk, report) {
      for (const [index, message] of talk.messages.entries())
        for (const key of Object.keys(message))
          if (!KEYS.has(key)) report(words`${placeIn(talk, index)} has the key ${quoteKey(key)}.`);
    },
  }),
  rule({
    id: 'chat/name',
    severity: 'warning',
    summary: 'A name has a blank or a character that the API refuses',
    fix: 'Write it without blanks and without < | \\ / >.',
    source: SFT,
    once: 'warning',
    breaks: () => [
      row({ ...user, name: 'Anna Maria' }, { ...assistant, name: 'Support Bot' }),
      row({ ...user, name: '' }, assistant),
      prefers({ ...assistant, name: 'a/b' }),
      prompts({ ...user, name: 'a b' }),
    ],
    keeps: () => [
      row({ ...user, name: 'Anna_Maria' }, { ...assistant, name: 'Björn-2' }),
      row({ ...user, name: null }, assistant),
      prompts({ ...user, name: 'a.b' }),
    ],
    check({ messages }: Talk, report) {
      for (const { role, name } of messages)
        if (name != null && role !== 'function' && !NAME.test(name)) report(words`The name of a message is ${quote(name)}.`);
    },
  }),
  rule({
    id: 'chat/weight-role',
    severity: 'error',
    summary: 'A weight stands on a message that is not by the assistant',
    fix: 'Remove the weight.',
    source: SFT,
    breaks: () => [row({ ...user, weight: 1 }, assistant), asksFor({ ...user, weight: 1 }), prompts({ ...user, weight: 0 })],
    keeps: () => [fine, row({ ...user, weight: null }, { ...assistant, weight: 1 })],
    check(talk: Talk, report) {
      for (const [index, { role, weight }] of talk.messages.entries())
        if (role !== 'assistant' && weight != null) report(words`${placeIn(talk, index)} is by ${quote(role)} and has a weight.`);
    },
  }),
  rule({
    id: 'chat/developer-role',
    severity: 'warning',
    summary: 'The role developer is not known to every server of this API',
    fix: 'Write system, unless your server takes developer.',
    source: PRACTICE,
    once: 'warning',
    breaks: () => [
      row({ role: 'developer', content: 'x y' }, user, assistant),
      asksFor({ role: 'developer', content: 'x y' }, user),
    ],
    keeps: () => [row({ role: 'system', content: 'x y' }, user, assistant)],
    check({ messages }: Talk, report, { profile: { developerRole } }) {
      if (!developerRole && messages.some(({ role }) => role === 'developer'))
        report(words`A message is by ${quote('developer')}.`);
    },
  }),
  rule({
    id: 'chat/turns',
    severity: 'warning',
    summary: 'Two messages in a row are by the same speaker, and the platform asks for turns',
    fix: 'Join them, or write what was said between them.',
    source: TOGETHER,
    once: 'warning',
    breaks: () => [
      example(row(user, user, assistant), turns),
      example(row({ role: 'system', content: 'x y' }, { role: 'system', content: 'y x' }, user, assistant), turns),
      example(line({ ...preference(1), input: { messages: [user, user] } }), { ...turns, ...dpo }),
    ],
    keeps: () => [
      example(row(user, assistant, user, assistant), turns),
      example(row({ role: 'system', content: 'x y' }, user, assistant), turns),
      row(user, user, assistant),
    ],
    check(talk: Talk, report, { profile: { takesTurns } }) {
      if (!takesTurns) return;
      const { messages } = talk;
      const at = messages.findIndex(({ role }, index) => TALKERS.has(role) && role === messages[index - 1]?.role);
      if (at > 0) report(words`${placeIn(talk, at)} is by ${quote(messages[at]?.role ?? '')}, as the one before it.`);
    },
  }),
  rule({
    id: 'chat/system-first',
    severity: 'error',
    summary: 'A message by the system is not the first one, and the platform takes it there alone',
    fix: 'Move it to the beginning, or join it with the one that is there.',
    source: FIREWORKS,
    breaks: () => [
      example(row(user, { role: 'system', content: 'x y' }, assistant), first),
      example(row({ role: 'system', content: 'x y' }, user, { role: 'system', content: 'y x' }, assistant), first),
      example(line({ ...preference(1), input: { messages: [user, { role: 'system', content: 'x y' }] } }), { ...first, ...dpo }),
    ],
    keeps: () => [
      example(row({ role: 'system', content: 'x y' }, user, assistant), first),
      example(row(user, assistant), first),
      row(user, { role: 'system', content: 'x y' }, assistant),
    ],
    check(talk: Talk, report, { profile: { systemFirst } }) {
      if (!systemFirst) return;
      const at = talk.messages.findIndex(({ role }, index) => index > 0 && role === 'system');
      if (at > 0) report(words`${placeIn(talk, at)} is by ${quote('system')}.`);
    },
  }),
  rule({
    id: 'chat/no-content',
    severity: 'error',
    summary: 'A message that must have content has none',
    fix: 'Write its content, or remove the message.',
    source: SFT,
    breaks: () => [
      row({ role: 'system', content: null }, user, assistant),
      row({ role: 'user' }, assistant),
      row({ role: 'user', content: [] }, assistant),
      asksFor({ role: 'user', content: [] }),
      prompts({ role: 'user', content: null }),
    ],
    keeps: () => [
      row({ role: 'user', content: '?' }, assistant),
      row({ role: 'system', content: 'x' }, user, assistant),
      fine,
      example(line(preference(1)), dpo),
    ],
    check(talk: Talk, report) {
      for (const [index, message] of talk.messages.entries())
        if (lacksContent(message)) report(words`${placeIn(talk, index)} is by ${quote(message.role)} and has no content.`);
    },
  }),
  rule({
    id: 'chat/empty-message',
    severity: 'warning',
    summary: 'A message has an empty text',
    fix: 'Write its text, or remove the message.',
    source: PRACTICE,
    once: 'warning',
    breaks: () => [
      row({ role: 'user', content: '' }, assistant),
      row({ role: 'system', content: '' }, user, assistant),
      row({ role: 'user', content: [{ type: 'text', text: '' }] }, assistant),
      asksFor({ role: 'user', content: '' }),
      prompts({ role: 'user', content: '' }),
      ['How?', 'What?'].map((content) => row({ role: 'system', content: '' }, { ...user, content }, assistant)).join('\n'),
    ],
    keeps: () => [
      row({ role: 'user', content: '?' }, assistant),
      line({
        messages: [
          user,
          { role: 'assistant', tool_calls: [call('1')] },
          { role: 'tool', tool_call_id: '1', content: '' },
          assistant,
        ],
        tools,
      }),
    ],
    check({ messages }: Talk, report) {
      for (const message of messages)
        if (!MAY_BE_EMPTY.has(message.role) && saysNothing(message))
          report(words`The message of the ${ours(message.role)} is empty.`);
    },
  }),
  rule({
    id: 'chat/empty-answer',
    severity: 'error',
    summary: 'A message of the assistant has neither content nor calls',
    fix: 'Add the answer, or remove the message.',
    source: SFT,
    breaks: () => [
      row(user, { role: 'assistant', content: '' }),
      prefers({ role: 'assistant', content: '' }),
      rejects({ role: 'assistant' }),
      prompts(user, { role: 'assistant', content: null }, user),
    ],
    keeps: () => [
      row(user, { role: 'assistant', refusal: 'No.' }),
      example(
        line({
          ...preference(1),
          input: { messages: [user], tools },
          preferred_output: [{ role: 'assistant', tool_calls: [call('1')] }],
        }),
        dpo,
      ),
    ],
    check(talk: Talk, report) {
      for (const [index, message] of talk.messages.entries())
        if (isAnswer(message) && !isCall(message) && isEmpty(message) && message.refusal == null)
          report(words`${placeIn(talk, index)} has neither content nor calls.`);
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
      rejects({ role: 'assistant', content: ' ' }),
    ],
    keeps: () => [
      row(user, { role: 'assistant', content: ' B ' }),
      row(user, { role: 'assistant', content: 'A' }),
      row(user, { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] }),
    ],
    check(talk: Talk, report) {
      for (const [index, message] of talk.messages.entries())
        if (isAnswer(message) && !isCall(message) && !isEmpty(message) && isBlank(message.content))
          report(words`${placeIn(talk, index)} answers ${quote(plainText(message.content))}.`);
    },
  }),
] as const;
