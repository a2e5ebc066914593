/** Texts without a question. */
import { words } from '../../words.ts';
import { example, rule, TOGETHER } from './rule.ts';

const taken = { profile: { textRows: true } } as const;

/** What must hold in a row of text alone. */
export const TEXT_ROW_RULES = [
  rule({
    id: 'text/empty',
    severity: 'error',
    summary: 'The text is empty',
    fix: 'Write the text to learn, or remove the row.',
    source: TOGETHER,
    breaks: () => [example('{"text":" "}', taken)],
    keeps: () => [example('{"text":"y"}', taken)],
    check({ text }: { readonly text: string }, report) {
      if (text.trim() === '') report(words`The text is empty.`);
    },
  }),
] as const;
