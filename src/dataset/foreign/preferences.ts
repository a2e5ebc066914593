/** Two answers of which one is wanted, in other forms. */
import type { Fields } from '../formats/format.ts';
import { answered, areMessages, asked, type ForeignForm, SYSTEM, texts } from './form.ts';

const ask = [{ role: 'user', content: 'Is four even?' }];
const good = { role: 'assistant', content: 'Yes, it is.' };
const bad = { role: 'assistant', content: 'Who knows.' };
const haveLists = (row: Fields, ...keys: readonly string[]) => keys.every((key) => areMessages(row[key]));

/** One question under a key of its own, and two answers as texts. */
const singleTurn = (name: string, key: string, chosen: string, rejected: string): ForeignForm => ({
  name,
  is: (row) => texts(row, key, chosen, rejected),
  jq: `{input: {messages: [${SYSTEM}, ${asked(`.${key}`)}]}, preferred_output: [${answered(`.${chosen}`)}], non_preferred_output: [${answered(`.${rejected}`)}]}`,
  makes: 'preference',
  examples: [
    { [key]: 'Is four even?', [chosen]: 'Yes, it is.', [rejected]: 'Who knows.' },
    { system: 'Be brief.', [key]: 'Is five even?', [chosen]: 'No, it is odd.', [rejected]: 'Perhaps.', source: 'web' },
  ],
});

/** In jq: the messages of a transcript that is one text. */
const TRANSCRIPT =
  'def turns: [match("\\n\\n(Human|Assistant): ?((?:(?!\\n\\n(?:Human|Assistant):)[\\\\s\\\\S])*)"; "g").captures | {role: (if .[0].string == "Human" then "user" else "assistant" end), content: .[1].string}]; ';

export const preferences = (): readonly ForeignForm[] => [
  singleTurn('TRL (prompt, chosen and rejected as texts)', 'prompt', 'chosen', 'rejected'),
  singleTurn('preferences by question (question, chosen and rejected as texts)', 'question', 'chosen', 'rejected'),
  singleTurn('preferences by instruction (instruction, chosen and rejected as texts)', 'instruction', 'chosen', 'rejected'),
  {
    name: 'TRL (prompt, chosen and rejected as lists of messages)',
    is: (row) => haveLists(row, 'prompt', 'chosen', 'rejected'),
    jq: '{input: {messages: .prompt}, preferred_output: .chosen, non_preferred_output: .rejected}',
    makes: 'preference',
    examples: [
      { prompt: ask, chosen: [good], rejected: [bad] },
      { prompt: [{ role: 'system', content: 'Be brief.' }, ...ask], chosen: [good], rejected: [bad], score: 3 },
    ],
  },
  {
    name: 'TRL (chosen and rejected as whole conversations)',
    is: (row) => haveLists(row, 'chosen', 'rejected'),
    jq: '{input: {messages: .chosen[:-1]}, preferred_output: .chosen[-1:], non_preferred_output: .rejected[-1:]}',
    makes: 'preference',
    examples: [
      { chosen: [...ask, good], rejected: [...ask, bad] },
      { prompt: 'Is four even?', chosen: [...ask, { ...good, content: 'Yes.' }], rejected: [...ask, bad], score_chosen: 9 },
    ],
  },
  {
    name: 'HH-RLHF (chosen and rejected as transcripts)',
    is: (row) => texts(row, 'chosen', 'rejected') && /^\n\nHuman:/.test(String(row.chosen)),
    jq: `${TRANSCRIPT}{input: {messages: (.chosen | turns)[:-1]}, preferred_output: (.chosen | turns)[-1:], non_preferred_output: (.rejected | turns)[-1:]}`,
    makes: 'preference',
    examples: [
      {
        chosen: '\n\nHuman: Is four even?\n\nAssistant: Yes,\nit is.',
        rejected: '\n\nHuman: Is four even?\n\nAssistant: Who knows.',
      },
      {
        chosen: '\n\nHuman: Hi\n\nAssistant: Hello.\n\nHuman: Is five even?\n\nAssistant: No.',
        rejected: '\n\nHuman: Hi\n\nAssistant: Hello.\n\nHuman: Is five even?\n\nAssistant: Maybe.',
      },
    ],
  },
  {
    name: 'the older names of this API (preferred_completion, non_preferred_completion)',
    is: (row) => 'input' in row && haveLists(row, 'preferred_completion', 'non_preferred_completion'),
    jq: '{input, preferred_output: .preferred_completion, non_preferred_output: .non_preferred_completion}',
    makes: 'preference',
    examples: [
      { input: { messages: ask }, preferred_completion: [good], non_preferred_completion: [bad] },
      { input: { messages: ask }, preferred_completion: [{ ...good, content: 'Yes.' }], non_preferred_completion: [bad] },
    ],
  },
  {
    name: 'TRL (KTO: prompt and completion as texts, with a label)',
    besideOwn: true,
    is: (row) => texts(row, 'prompt', 'completion') && typeof row.label === 'boolean',
    jq: `select(.label) | {messages: [${asked('.prompt')}, ${answered('.completion')}]}`,
    note: 'This keeps the rows that are wanted.',
    makes: 'chat',
    examples: [
      { prompt: 'Is four even?', completion: 'Yes, it is.', label: true },
      { prompt: 'Is four even?', completion: 'Who knows.', label: false },
    ],
  },
  {
    name: 'TRL (KTO: prompt and completion as lists of messages, with a label)',
    is: (row) => haveLists(row, 'prompt', 'completion') && typeof row.label === 'boolean',
    jq: 'select(.label) | {messages: (.prompt + .completion)}',
    note: 'This keeps the rows that are wanted.',
    makes: 'chat',
    examples: [
      { prompt: ask, completion: [good], label: true },
      { prompt: ask, completion: [bad], label: false },
    ],
  },
];
