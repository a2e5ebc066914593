/** Rows that repeat or contradict others. What compares the rows finds them. */
import { assistant, fine, line, lines, other, preference, row, tools, user } from './examples.ts';
import { example, PRACTICE, rule, SFT } from './rule.ts';

/** Rows of one file, and of training and validation data together. */
export const REPEAT_RULES = [
  rule({
    id: 'row/duplicate',
    severity: 'warning',
    summary: 'The row stands in the file already',
    fix: 'Remove it, or raise n_epochs if it is meant to weigh more.',
    source: PRACTICE,
    breaks: () => [example(`${fine}\n${fine}`, {}, ['row/duplicate@2'])],
    keeps: () => [`${fine}\n${other}`],
  }),
  rule({
    id: 'row/near-duplicate',
    severity: 'warning',
    summary: 'The row equals another one except for case, white space or Unicode form',
    fix: 'Remove it.',
    source: PRACTICE,
    breaks: () => [
      example(`${fine}\n${row(user, { ...assistant, content: 'all  RIGHT.' })}`, {}, ['row/near-duplicate@2']),
      example(`${line(preference(1))}\n${line(preference(1)).replace('"content":"', '"content":" ')}\n`, { method: 'dpo' }, [
        'row/near-duplicate@2',
      ]),
      example(`${row(user, assistant)}\n${row(user, { ...assistant, content: 'All right. ' })}`, {}, ['row/near-duplicate@2']),
    ],
    keeps: () => [
      fine,
      example(
        lines(2, (number) => line(preference(number))),
        { method: 'dpo' },
      ),
      `${row(user, assistant)}\n${row({ ...user, name: 'Eve' }, assistant)}`,
    ],
  }),
  rule({
    id: 'row/contradiction',
    severity: 'warning',
    summary: 'The same prompt has another answer elsewhere in the file, or the same outputs are preferred the other way round',
    fix: 'Keep one of the answers.',
    source: PRACTICE,
    breaks: () => [
      example(`${fine}\n${row(user, { ...assistant, content: 'Never.' })}`, {}, ['row/contradiction@2']),
      example(
        `${line(preference(1))}\n${line({ ...preference(1), preferred_output: preference(1).non_preferred_output, non_preferred_output: preference(1).preferred_output })}\n`,
        { method: 'dpo' },
        ['row/contradiction@2'],
      ),
      example(`${fine}\n${row(user, { ...assistant, content: 'Not so.' })}`, {}, ['row/contradiction@2']),
    ],
    keeps: () => [
      `${fine}\n${row({ ...user, content: 'Go.' }, assistant)}`,
      example(`${line(preference(1))}\n${line({ ...preference(1), preferred_output: [assistant] })}\n`, { method: 'dpo' }),
      `${fine}\n${line({ messages: [user, { ...assistant, content: 'Not so.' }], tools })}`,
    ],
  }),
  rule({
    id: 'pair/overlap',
    severity: 'warning',
    summary: 'The row stands in the training data too, so the validation loss says little',
    fix: 'Remove it from one of the files.',
    source: SFT,
    breaks: () => [],
    keeps: () => [],
  }),
] as const;
