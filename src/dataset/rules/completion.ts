/** Prompt and completion. */
import { words } from '../../words.ts';
import { rule, SFT } from './rule.ts';

/** What must hold in a row of plain text. */
export const COMPLETION_RULES = [
  rule({
    id: 'completion/empty',
    severity: 'error',
    summary: 'The completion is empty',
    fix: 'Add the text to learn.',
    source: SFT,
    breaks: () => ['{"prompt":"x","completion":" "}'],
    keeps: () => ['{"prompt":"x","completion":"y"}'],
    check({ completion: text }: { readonly completion: string }, report) {
      if (text.trim() === '') report(words`The completion is empty.`);
    },
  }),
] as const;
