/** Conversations to learn from, each as a whole. What holds for their messages holds in every format. */
import { words } from '../../words.ts';
import type { Conversation } from '../formats/messages.ts';
import { quote } from '../quote.ts';
import { assistant, fine, row, user } from './examples.ts';
import { COOKBOOK, rule, SFT } from './rule.ts';
import { isAnswer } from './talk.ts';

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
      if (!messages.some(isAnswer)) report(words`The conversation has no message of the assistant.`);
    },
  }),
  rule({
    id: 'chat/last-not-assistant',
    severity: 'warning',
    summary: 'The last message is not by the assistant',
    fix: 'End the conversation with the answer.',
    source: SFT,
    once: 'warning',
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
    once: 'warning',
    breaks: () => [row({ role: 'system', content: 'x' }, assistant)],
    keeps: () => [fine],
    check({ messages }: Conversation, report) {
      if (!messages.some(({ role }) => role === 'user')) report(words`No message is by a user.`);
    },
  }),
] as const;
