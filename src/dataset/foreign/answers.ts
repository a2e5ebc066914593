/** One question and its answer, in other forms. */
import { answered, areMessages, asked, type ForeignForm, SYSTEM, texts } from './form.ts';

const ask = 'Name the largest planet.';
const say = 'Jupiter.';

/** An instruction and what it is about, under the names of a tool. */
const instruction = (name: string, about: string, answer: string): ForeignForm => ({
  name,
  is: (row) => texts(row, 'instruction', answer) && (about in row || answer === 'output'),
  jq: `{messages: [${SYSTEM}, ${asked(`([.instruction, .${about}] | map(select(. != null and . != "")) | join("\\n\\n"))`)}, ${answered(`.${answer}`)}]}`,
  makes: 'chat',
  examples: [
    { instruction: ask, [about]: '', [answer]: say },
    { instruction: 'Translate.', [about]: 'Haus', [answer]: 'house', category: 'x' },
    { system: 'Be brief.', instruction: ask, [about]: null, [answer]: say },
  ],
});

/** Columns under which a question and its answer stand. */
const COLUMNS: readonly (readonly [question: string, answer: string])[] = [
  ['question', 'answer'],
  ['question', 'response'],
  ['query', 'response'],
  ['query', 'answer'],
  ['prompt', 'response'],
  ['prompt', 'answer'],
  ['prompt', 'output'],
  ['instruction', 'response'],
  ['input', 'output'],
  ['input', 'response'],
  ['input_text', 'output_text'],
  ['user', 'assistant'],
  ['human', 'assistant'],
];

export const answers = (): readonly ForeignForm[] => [
  instruction('Alpaca (instruction, input and output)', 'input', 'output'),
  instruction('Dolly (instruction, context and response)', 'context', 'response'),
  {
    name: 'TRL (prompt and completion as lists of messages)',
    is: (row) => areMessages(row.prompt) && areMessages(row.completion),
    jq: '{messages: (.prompt + .completion)}',
    makes: 'chat',
    examples: [
      { prompt: [{ role: 'user', content: ask }], completion: [{ role: 'assistant', content: say }] },
      {
        prompt: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: ask },
        ],
        completion: [{ role: 'assistant', content: 'Jupiter' }],
      },
    ],
  },
  {
    name: 'OpenAI Evals (input and ideal)',
    is: (row) => areMessages(row.input) && (typeof row.ideal === 'string' || Array.isArray(row.ideal)),
    jq: `{messages: (.input + [${answered('([.ideal] | flatten | .[0])')}])}`,
    makes: 'chat',
    examples: [
      { input: [{ role: 'user', content: ask }], ideal: say },
      {
        input: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: ask },
        ],
        ideal: ['Jupiter', 'It is Jupiter.'],
      },
    ],
  },
  ...COLUMNS.map(
    ([question, answer]): ForeignForm => ({
      name: `a question and its answer (${question} and ${answer} as texts)`,
      is: (row) => texts(row, question, answer),
      jq: `{messages: [${SYSTEM}, ${asked(`.${question}`)}, ${answered(`.${answer}`)}]}`,
      makes: 'chat',
      examples: [
        { [question]: ask, [answer]: say },
        { id: 7, system: 'Be brief.', [question]: ask, [answer]: say },
      ],
    }),
  ),
  {
    name: 'Together and others (text alone)',
    is: (row) => texts(row, 'text') && !('label' in row),
    jq: `{messages: [${answered('.text')}]}`,
    note: 'A text without a question is learned as what the assistant says.',
    makes: 'chat',
    examples: [{ text: 'Jupiter is the largest planet.' }, { text: 'Mars is red.', meta: 'web' }],
  },
];
