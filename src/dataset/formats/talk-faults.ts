/** What is wrong with the messages of a row, whatever its format. */
import { type Found, faultsOf } from '../rules/found.ts';
import type { RuleSettings } from '../rules/rule.ts';
import { talkOf } from '../rules/talk.ts';
import { TALK_RULES, WRITTEN_RULES } from '../rules/talk-rules.ts';
import type { Conversation, Message } from './messages.ts';

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
