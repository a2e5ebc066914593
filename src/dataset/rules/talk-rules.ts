/** The rules for messages: the same in a conversation, in the three lists of a preference and in a prompt. */
import type { Conversation, Message } from '../formats/messages.ts';
import { CONTENT_RULES } from './content.ts';
import { type Found, faultsOf } from './found.ts';
import { MESSAGE_RULES } from './message.ts';
import type { RuleSettings } from './rule.ts';
import { talkOf } from './talk.ts';
import { TOOL_ANSWER_RULES } from './tool-answers.ts';
import { TOOL_RULES } from './tools.ts';

const WRITTEN_RULES = [...MESSAGE_RULES, ...TOOL_RULES, ...TOOL_ANSWER_RULES];
export const TALK_RULES = [...WRITTEN_RULES, ...CONTENT_RULES];

/** What is wrong with a list of messages, which may hold pictures. */
export function faultsOfTalk(conversation: Conversation, settings: RuleSettings): Found[] {
  return faultsOf(TALK_RULES, talkOf(conversation), settings);
}

/**
 * What is wrong with a list of messages that hold text alone.
 * @param list what it is called in the row
 * @param before what is said before it, in another list
 */
export function faultsOfTexts(
  conversation: Conversation,
  settings: RuleSettings,
  list: string,
  before: readonly Message[],
): Found[] {
  return faultsOf(WRITTEN_RULES, talkOf(conversation, list, before), settings);
}
