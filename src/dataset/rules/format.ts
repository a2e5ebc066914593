/** Which format a row is in, and whether it has its form. The scan finds it with the objects of the formats. */
import { asks, assistant, completion, fine, line, other, preference, row, user } from './examples.ts';
import { example, PRACTICE, rule, SFT } from './rule.ts';

/** What is asked of a row by its format. */
export const FORMAT_RULES = [
  rule({
    id: 'row/unknown-format',
    severity: 'error',
    summary: 'The row is in no format of this API',
    fix: 'Write {"messages": […]}, {"prompt", "completion"} or {"input", "preferred_output", "non_preferred_output"}.',
    source: SFT,
    breaks: () => ['{"text":"x"}'],
    keeps: () => [fine],
  }),
  rule({
    id: 'row/wrong-format',
    severity: 'error',
    summary: 'The row is in the format of another method',
    fix: 'Change the row, or the input method.',
    source: SFT,
    breaks: () => [
      line(preference(1)),
      line({ messages: [user], answer: '4' }),
      example(line(completion), { method: 'dpo' }),
      example(line(preference(1)), { method: 'reinforcement' }),
    ],
    keeps: () => [
      fine,
      line({ messages: [user, assistant] }),
      example(line(preference(1)), { method: 'dpo' }),
      example(row(user), { method: 'reinforcement' }),
    ],
  }),
  rule({
    id: 'row/mixed-formats',
    severity: 'error',
    summary: 'The row is in another format than the rows before it',
    fix: 'Keep one format in a file.',
    source: SFT,
    breaks: () => [example(`${fine}\n${line(completion)}`, {}, ['row/mixed-formats@2'])],
    keeps: () => [`${fine}\n${other}`],
  }),
  rule({
    id: 'row/shape',
    severity: 'error',
    summary: 'A field has a wrong form',
    fix: 'Write it as the API describes it.',
    source: SFT,
    breaks: () => [
      row({ role: 'bot', content: 'x' }),
      '{"messages":{}}',
      asks({ type: 'text', text: 3 }),
      asks({ type: 'text' }),
      row({ ...assistant, weight: 2 }),
      `{"messages":[${'0,'.repeat(200_000)}0]}`,
      line({ messages: [user, assistant], parallel_tool_calls: 'yes' }),
      line({ messages: [user, assistant], functions: Array.from({ length: 129 }, () => ({ name: 'f' })) }),
      row(),
      row({ role: 'user' }, { ...assistant, content: 3 }),
    ],
    keeps: () => [
      fine,
      asks({ type: 'text', text: 'x' }),
      asks({ type: 'refusal', refusal: 'x' }),
      row(user, { ...assistant, weight: 1 }),
      line({ messages: [user, assistant], parallel_tool_calls: true }),
      row(user, { ...assistant, content: [{ type: 'text', text: 'All right.' }] }),
    ],
  }),
  rule({
    id: 'row/unknown-key',
    severity: 'error',
    summary: 'The row has a key that the API does not take',
    fix: 'Remove it.',
    source: PRACTICE,
    breaks: () => [
      line({ messages: [user, assistant], id: 1 }),
      line({ ...completion, id: 1 }),
      example(line({ ...preference(1), id: 1 }), { method: 'dpo' }),
    ],
    keeps: () => [
      line({ messages: [user, assistant], parallel_tool_calls: false }),
      line(completion),
      example(line(preference(1)), { method: 'dpo' }),
    ],
  }),
] as const;
