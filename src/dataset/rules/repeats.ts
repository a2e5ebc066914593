/** Rows that repeat or contradict others. What compares the rows finds them. */
import { assistant, fine, line, lines, other, preference, reinforcement, row, tools, user } from './examples.ts';
import { example, PRACTICE, rule, SFT } from './rule.ts';

/** One prompt with answers, a line each. */
const answered = (prompt: string, ...answers: readonly string[]) =>
  answers.map((content) => row({ role: 'user', content: prompt }, { role: 'assistant', content })).join('\n');
const BIRDS = ['Crow', 'owl', 'Finch', 'Wren', 'Robin'];
const SHOUTED = row(user, { ...assistant, content: 'ALL RIGHT.' });

/** Rows of one file, and of training and validation data together. */
export const REPEAT_RULES = [
  rule({
    id: 'row/duplicate',
    severity: 'warning',
    summary: 'The row stands in the file already',
    fix: 'Remove it, or raise n_epochs if it is meant to weigh more.',
    source: PRACTICE,
    breaks: () => [
      example(`${fine}\n${fine}`, {}, ['row/duplicate@2']),
      example(`${fine}\n${row(user, { ...assistant, content: 'All right.\n' })}`, {}, ['row/duplicate@2']),
      example(`${fine}\n${fine.replaceAll(':', ': ')}`, {}, ['row/duplicate@2']),
      // The second one is alike, and the third one says exactly what the second one says.
      example(`${fine}\n${SHOUTED}\n${SHOUTED} `, {}, ['row/near-duplicate@2', 'row/duplicate@3']),
      example(`${line(preference(1))}\n${line(preference(1)).replace('"content":"', '"content":" ')}\n`, { method: 'dpo' }, [
        'row/duplicate@2',
      ]),
    ],
    keeps: () => [`${fine}\n${other}`],
  }),
  rule({
    id: 'row/near-duplicate',
    severity: 'warning',
    summary: 'The row equals another one but for case, width or white space',
    fix: 'Remove it, unless the difference is to be learned.',
    source: PRACTICE,
    breaks: () => [
      example(`${fine}\n${row(user, { ...assistant, content: 'all  RIGHT.' })}`, {}, ['row/near-duplicate@2']),
      example(`${fine}\n${row({ ...user, content: 'TELL me.' }, assistant)}`, {}, ['row/near-duplicate@2']),
      example(`${fine}\n${row({ ...user, content: 'Tell\u00a0me.' }, assistant)}`, {}, ['row/near-duplicate@2']),
      example(`${fine}\n${row(user, { ...assistant, content: 'Ａｌｌ right.' })}`, {}, ['row/near-duplicate@2']),
      example(
        `${line(reinforcement(1))}\n${line({ ...reinforcement(1), messages: [{ role: 'user', content: 'say 1.' }] })}`,
        { method: 'reinforcement' },
        ['row/near-duplicate@2'],
      ),
    ],
    keeps: () => [
      example(
        lines(2, (number) => line(preference(number))),
        { method: 'dpo' },
      ),
      `${row(user, assistant)}\n${row({ ...user, name: 'Eve' }, assistant)}`,
      ...[
        ['Write 5 mW in watts.', 'Write 5 MW in watts.'],
        ['Is K more than k?', 'Is k more than K?'],
        ['What is x² for 3?', 'What is x2 for 3?'],
        ['Run `Get-Item`.', 'Run `get-item`.'],
        ['if a:\n  b\nc', 'if a:\n  b\n  c'],
      ].map(([one, another]) => `${row({ ...user, content: one }, assistant)}\n${row({ ...user, content: another }, assistant)}`),
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
      example(answered('Convert 5 W.', '5000 mW', '5000 MW'), {}, ['row/contradiction@2']),
      example(answered('Four?', '1', '2', '3', '4'), {}, ['row/contradiction@2', 'row/contradiction@3', 'row/contradiction@4']),
      // Of the second form of a prompt.
      example(`${row({ ...user, content: 'What is 5 mW?' }, assistant)}\n${answered('What is 5 MW?', 'Much.', 'A lot.')}`, {}, [
        'row/contradiction@3',
      ]),
    ],
    keeps: () => [
      `${fine}\n${row({ ...user, content: 'Go.' }, assistant)}`,
      example(`${line(preference(1))}\n${line({ ...preference(1), preferred_output: [assistant] })}\n`, { method: 'dpo' }),
      `${fine}\n${line({ messages: [user, { ...assistant, content: 'Not so.' }], tools })}`,
      `${answered('Solve x² = 9', '3')}\n${answered('Solve x2 = 9', '4.5')}`,
      `${answered('½ of 10?', '5')}\n${answered('1⁄2 of 10?', 'five')}`,
    ],
  }),
  rule({
    id: 'row/near-contradiction',
    severity: 'warning',
    summary: 'The prompt equals another one but for case, width or white space, and has another answer',
    fix: 'Keep one of the answers, unless the difference is to be learned.',
    source: PRACTICE,
    breaks: () => [
      example(`${answered('Is it late?', 'Yes.')}\n${answered('is it late?', 'No.')}`, {}, ['row/near-contradiction@2']),
      example(`${answered('Name the capital.', 'Oslo')}\n${answered('Name the Capital.', 'Rome')}`, {}, [
        'row/near-contradiction@2',
      ]),
      example(`${answered('Is it  late?', 'Yes.')}\n${answered('Is it late?', 'No.')}`, {}, ['row/near-contradiction@2']),
    ],
    keeps: () => [
      `${answered('Write 5 mW in watts.', '0.005 W')}\n${answered('Write 5 MW in watts.', '5000000 W')}`,
      `${answered('Is IT late?', 'No.')}\n${answered('Is it late?', 'Yes.')}`,
      `${answered('def f():\n  a\n  b', 'Two.')}\n${answered('def f():\n  a\nb', 'One.')}`,
    ],
  }),
  rule({
    id: 'file/many-answers',
    severity: 'warning',
    summary: 'A prompt has five different answers or more',
    fix: 'If all of them are right, leave them; else keep one.',
    source: PRACTICE,
    whole: true,
    breaks: () => [
      answered('Name a bird.', ...BIRDS),
      answered('Name a bird.', ...BIRDS, ...BIRDS.map((bird) => `The ${bird}.`)),
      `${answered('Name a bird.', ...BIRDS)}\n${answered('Name a flying bird.', ...BIRDS)}`,
      lines(7, (number) => line({ prompt: 'Throw a die:', completion: ` ${number}` })),
      example(`${answered('Name a bird.', ...BIRDS, 'Owl', 'crow')}`, {}, [
        'row/near-duplicate@6',
        'row/near-duplicate@7',
        'file/many-answers',
      ]),
    ],
    keeps: () => [
      `${answered('Name a bird.', 'Crow')}\n${answered('Name a fish.', 'Eel')}\n${answered('Name a tree.', 'Oak')}\n${answered('Name a cat.', 'Lynx')}\n${answered('Name a star.', 'Vega')}`,
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
  rule({
    id: 'pair/near-overlap',
    severity: 'warning',
    summary: 'The row stands in the training data too but for case, width or white space',
    fix: 'Remove it from one of the files, unless the difference is to be learned.',
    source: PRACTICE,
    breaks: () => [],
    keeps: () => [],
  }),
] as const;
