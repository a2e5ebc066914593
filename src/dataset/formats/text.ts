/** Supervised fine-tuning on texts without a question, where a platform takes them. */
import { faultsOf } from '../rules/found.ts';
import { TEXT_ROW_RULES } from '../rules/text-row.ts';
import { textTokens } from '../tokens/row-tokens.ts';
import { format, type Said } from './format.ts';
import { text as anyText, objectOf } from './shape.ts';

const textRow = objectOf({ text: anyText });

/** It asks nothing, and to nothing there may be any answer. */
const said = <Text>(text: Text): Said<{ readonly role: 'assistant'; readonly content: Text }> => ({
  messages: [{ role: 'assistant', content: text }],
  asked: 0,
  given: undefined,
  contradictedBy: 'nothing',
});

export const text = format({
  name: 'text',
  method: 'supervised',
  takenBy: ({ textRows }) => textRows === true,
  is: (value) => 'text' in value && !('messages' in value) && !('prompt' in value) && !('input' in value),
  lists: () => ({}),
  shape: textRow,
  keys: { known: new Set(['text']), taken: 'it takes text' },
  check: (row, settings) => faultsOf(TEXT_ROW_RULES, row, settings),
  saidBy: (row) => said(row.text),
  // Where nothing is asked no two versions of a text belong together for what they ask.
  saidByAny: () => undefined,
  messages: () => [],
  turns: () => 0,
  answer: (row) => ({ role: 'assistant', content: row.text }),
  lesson: (row) => said(row.text).messages,
  tokens: textTokens,
});
