/** Calls and their answers: each call is followed at once by what answers it, unless it is the end. */
import { words } from '../../words.ts';
import { quote } from '../quote.ts';
import { assistant, call, fine, line, preference, row, tools, user } from './examples.ts';
import { example, PRACTICE, rule, SFT } from './rule.ts';
import { placeIn, type Talk } from './talk.ts';

const calling = (...calls: object[]) => ({ role: 'assistant', tool_calls: calls });
const answer = (id: string) => ({ role: 'tool', tool_call_id: id, content: 'x' });
const talk = (...messages: object[]) => line({ messages: [user, ...messages], tools });
const dpo = { method: 'dpo' } as const;
const reinforcement = { method: 'reinforcement' } as const;
const prefers = (asked: object[], ...messages: object[]) =>
  example(line({ ...preference(1), input: { messages: [user, ...asked], tools }, preferred_output: messages }), dpo);
const functions = [{ name: 'get', parameters: {} }];
const functionTalk = (finds: readonly string[], ...messages: object[]) =>
  example(line({ messages: [user, ...messages], functions }), {}, ['chat/deprecated-functions@1', ...finds]);
const callsGet = { role: 'assistant', function_call: { name: 'get', arguments: '{}' } };

export const TOOL_ANSWER_RULES = [
  rule({
    id: 'chat/tool-call-unanswered',
    severity: 'error',
    summary: 'A tool call is not followed at once by its answer',
    fix: 'Put the message of the tool right after the call, or end the conversation at the call.',
    source: SFT,
    breaks: () => [
      talk(calling(call('1')), assistant),
      talk(calling(call('1')), user, answer('1'), assistant),
      talk(calling(call('1'), call('2')), answer('2'), assistant),
      talk(calling(call('1'), call('2')), answer('1'), user, answer('2'), assistant),
      prefers([calling(call('1')), user], assistant),
      example(line({ messages: [user, calling(call('1')), user], tools }), reinforcement),
    ],
    keeps: () => [
      fine,
      talk(calling(call('1'))),
      talk(calling(call('1'), call('2')), answer('2'), answer('1'), assistant),
      talk(calling(call('1')), answer('1'), calling(call('1')), answer('1'), assistant),
      prefers([calling(call('1')), answer('1')], assistant),
      prefers([], calling(call('1'))),
    ],
    check(given: Talk, report) {
      for (const { kind, index, id, open } of given.breaks) {
        if (kind !== 'unanswered') continue;
        const more = open.length > 1 ? words` and ${open.length - 1} more` : words``;
        report(words`The call ${quote(id ?? '')}${more} has no answer before ${placeIn(given, index)}.`);
      }
    },
  }),
  rule({
    id: 'chat/tool-answer-without-call',
    severity: 'error',
    summary: 'A tool answers a call that was not made, or that is answered already',
    fix: 'Set tool_call_id to the ID of the call before it.',
    source: SFT,
    breaks: () => [
      row(user, { role: 'tool', tool_call_id: '9', content: 'x' }, assistant),
      row(user, { role: 'tool', content: 'x' }, assistant),
      talk(calling(call('1')), answer('9'), assistant),
      talk(calling(call('1')), answer('1'), answer('1'), assistant),
      prefers([answer('9'), user], assistant),
      example(line({ messages: [user, answer('9'), user], tools }), reinforcement),
    ],
    keeps: () => [talk(calling(call('1')), answer('1'), assistant), fine],
    check(given: Talk, report) {
      for (const { kind, index, id, open } of given.breaks) {
        const at = placeIn(given, index);
        if (kind === 'answered-twice') report(words`${at} answers ${quote(id ?? '')} a second time.`);
        if (kind !== 'unasked') continue;
        const [expected] = open;
        const what =
          id === undefined ? words`${at} has no tool_call_id` : words`${at} answers ${quote(id)}, which is not called before it`;
        report(expected === undefined ? words`${what}.` : words`${what}; the call that waits is ${quote(expected)}.`);
      }
    },
  }),
  rule({
    id: 'chat/tool-call-id-twice',
    severity: 'warning',
    summary: 'Two calls of one message have the same ID, so it is not clear which one an answer is for',
    fix: 'Give each call its own ID.',
    source: SFT,
    breaks: () => [talk(calling(call('1'), call('1')))],
    keeps: () => [talk(calling(call('1'), call('01')))],
    check(given: Talk, report) {
      for (const { kind, index, id } of given.breaks)
        if (kind === 'same-id') report(words`${placeIn(given, index)} makes another call ${quote(id ?? '')}.`);
    },
  }),
  rule({
    id: 'chat/function-answer',
    severity: 'warning',
    summary: 'A function is called and not answered at once, or answered and not called',
    fix: 'Put the message of the function right after its call, under its name.',
    source: PRACTICE,
    breaks: () => [
      functionTalk(['chat/function-answer@1'], callsGet, assistant),
      functionTalk(['chat/function-answer@1'], { role: 'function', name: 'get', content: 'x' }, assistant),
      functionTalk(['chat/function-answer@1'], callsGet, { role: 'function', name: 'put', content: 'x' }, assistant),
    ],
    keeps: () => [
      functionTalk([], callsGet),
      functionTalk([], callsGet, { role: 'function', name: 'get', content: 'x' }, assistant),
    ],
    check(given: Talk, report) {
      for (const { index, called } of given.functionBreaks) {
        const what =
          called === undefined ? words`, and no function is called before it` : words`, and ${quote(called)} is called before it`;
        report(words`${placeIn(given, index)} is by ${quote(given.messages[index]?.role ?? '')}${what}.`);
      }
    },
  }),
  rule({
    id: 'chat/tool-content-parts',
    severity: 'warning',
    summary: 'The answer of a tool is a list of parts, which not every platform takes',
    fix: 'Write it as a text.',
    source: PRACTICE,
    once: 'warning',
    breaks: () => [
      talk(calling(call('1')), { ...answer('1'), content: [{ type: 'text', text: 'x' }] }, assistant),
      prefers([calling(call('1')), { ...answer('1'), content: [{ type: 'text', text: 'x' }] }], assistant),
    ],
    keeps: () => [
      talk(calling(call('1')), answer('1'), assistant),
      row({ ...user, content: [{ type: 'text', text: 'x' }] }, assistant),
    ],
    check({ messages }: Talk, report) {
      if (messages.some(({ role, content }) => (role === 'tool' || role === 'function') && Array.isArray(content)))
        report(words`The message of a tool has a list of parts.`);
    },
  }),
] as const;
