/** The rules for messages: the same in a conversation, in the three lists of a preference and in a prompt. */
import { CONTENT_RULES } from './content.ts';
import { MESSAGE_RULES } from './message.ts';
import { TOOL_ANSWER_RULES } from './tool-answers.ts';
import { TOOL_RULES } from './tools.ts';

/** For messages that are text alone. */
export const WRITTEN_RULES = [...MESSAGE_RULES, ...TOOL_RULES, ...TOOL_ANSWER_RULES] as const;
export const TALK_RULES = [...WRITTEN_RULES, ...CONTENT_RULES] as const;
