/** Supervised fine-tuning on plain text. */
import { COMPLETION_RULES } from '../rules/completion.ts';
import { faultsOf } from '../rules/found.ts';
import { completionTokens } from '../tokens/row-tokens.ts';
import { format, hasWords, type Plain, type Said } from './format.ts';
import { objectOf, type ShapeOf, text } from './shape.ts';

const completionRow = objectOf({ prompt: text, completion: text });
export type CompletionRow = ShapeOf<typeof completionRow>;

/** The row as a question and its answer. To no question there may be any answer. */
function said<Text>(prompt: Text, completion: Text): Said<{ readonly role: 'user' | 'assistant'; readonly content: Text }> {
  return {
    messages: [
      { role: 'user', content: prompt },
      { role: 'assistant', content: completion },
    ],
    asked: 1,
    given: undefined,
    contradictedBy: typeof prompt === 'string' && prompt.trim() === '' ? 'nothing' : 'answer',
  };
}

const SIZE = '{"prompt":"","completion":""}'.length;

function isPlainCompletion(value: object): value is { prompt: string; completion: string } {
  if (!('prompt' in value) || !('completion' in value)) return false;
  return typeof value.prompt === 'string' && typeof value.completion === 'string' && hasWords(value.completion);
}

function plain(value: object, keys: number): Plain<{ readonly format: 'completion'; readonly row: CompletionRow }> | undefined {
  if (keys !== 2 || !isPlainCompletion(value)) return undefined;
  return { row: { format: 'completion', row: value }, keys, size: SIZE + value.prompt.length + value.completion.length };
}

export const completion = format({
  name: 'completion',
  method: 'supervised',
  is: (value) => 'prompt' in value && 'completion' in value && !('messages' in value),
  lists: () => ({}),
  shape: completionRow,
  keys: { known: new Set(['prompt', 'completion']), taken: 'it takes prompt, completion' },
  check: (row, settings) => faultsOf(COMPLETION_RULES, row, settings),
  saidBy: (row) => said(row.prompt, row.completion),
  saidByAny: ({ prompt, completion: answer }) => said(prompt, answer),
  messages: () => [],
  turns: () => 1,
  answer: (row) => ({ role: 'assistant', content: row.completion }),
  lesson: (row) => said(row.prompt, row.completion).messages,
  tokens: completionTokens,
  plain,
});
