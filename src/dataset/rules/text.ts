/** The text of a line, whatever its format. */
import { words } from '../../words.ts';
import { quote } from '../quote.ts';
import { assistant, fine, line, row, user } from './examples.ts';
import { PRACTICE, RFC, rule } from './rule.ts';

/** Special tokens of the chat and completion formats; a text that holds one fails the job. */
const SPECIAL =
  /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;

/** A line as it is written, and the value that it holds. */
interface LineText {
  readonly text: string;
  readonly value: unknown;
}

/** Texts inside a value, keys included. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield key;
      yield* textsOf(inner);
    }
  }
}

/** A plain row breaks none of them: the fast path knows by the text alone. */
export const TEXT_RULES = [
  rule({
    id: 'row/special-token',
    severity: 'error',
    summary: 'The text holds a special token of the model, which fails the job',
    fix: 'Remove it, or break it up.',
    source: PRACTICE,
    breaks: () => [row(user, { ...assistant, content: 'x <|endoftext|>' }), row({ ...user, content: '<|im_start|>' }, assistant)],
    keeps: () => [row(user, { ...assistant, content: 'x <|not_one|>' }), row({ ...user, content: '<| im_start |>' }, assistant)],
    check({ text }: LineText, report) {
      const special = SPECIAL.exec(text)?.[0];
      if (special !== undefined) report(words`The text holds ${quote(special)}.`);
    },
  }),
  rule({
    id: 'row/lone-surrogate',
    severity: 'error',
    summary: 'The text holds half of a surrogate pair',
    fix: 'Write the whole character, or remove it.',
    source: RFC,
    breaks: () => [`{"messages":[{"role":"user","content":"\\ud83d"},${line(assistant)}]}`],
    keeps: () => [`{"messages":[{"role":"user","content":"\\ud83d\\ude00"},${line(assistant)}]}`],
    check({ text, value }: LineText, report) {
      if (/\\ud[89a-f]/i.test(text) && ![...textsOf(value)].every((inner) => inner.isWellFormed()))
        report(words`The text holds half of a surrogate pair.`);
    },
  }),
  rule({
    id: 'row/nul',
    severity: 'warning',
    summary: 'The text holds a NUL character',
    fix: 'Remove it.',
    source: PRACTICE,
    breaks: () => [row({ ...user, content: 'a\u0000b' }, assistant)],
    keeps: () => [fine],
    check({ text }: LineText, report) {
      if (text.includes('\\u0000')) report(words`The text holds a NUL character.`);
    },
  }),
] as const;
