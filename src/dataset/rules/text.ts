/**
 * The texts of a row as the model gets them, whatever its format: wherever escapes hide something, and not
 * where a text speaks of them.
 */
import { words } from '../../words.ts';
import { quote } from '../quote.ts';
import type { LineText } from '../row-texts.ts';
import { assistant, call, fine, line, row, tools, user, written } from './examples.ts';
import { example, PRACTICE, RFC, rule } from './rule.ts';

/** Special tokens of the chat and completion formats; a text that holds one fails the job. */
const SPECIAL =
  /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;

const HALF = /\\u[dD][89a-fA-F]/;

/** A row with a key, and one with the arguments of a call, written as given. */
const keyed = (key: string) => `{"messages":[${line(user)},${line(assistant)}],"tools":[],"${key}":1}`;
const calls = (args: string) => line({ messages: [user, { role: 'assistant', tool_calls: [call('1', args)] }], tools });

/** A plain row breaks none of them: the fast path knows by the text alone. */
export const TEXT_RULES = [
  rule({
    id: 'row/special-token',
    severity: 'error',
    summary: 'The text holds a special token of the model, which fails the job',
    fix: 'Remove it, or break it up.',
    source: PRACTICE,
    breaks: () => [
      row(user, { ...assistant, content: 'x <|endoftext|>' }),
      row({ ...user, content: '<|im_start|>' }, assistant),
      written('a \\u003c|fim_suffix|\\u003e b'),
      written('<\\u007Cim_end\\u007C>'),
      written('\\u003c\\u007c\\u0065ndoftext|>'),
      example(keyed('<|im_\\u0073tart|>'), {}, ['row/special-token@1', 'row/unknown-key@1']),
      calls('{"city":"<|endoftext|>"}'),
      calls('{"city":"\\u003c|endoftext|\\u003e"}'),
    ],
    keeps: () => [
      row(user, { ...assistant, content: 'x <|not_one|>' }),
      row({ ...user, content: '<| im_start |>' }, assistant),
      row(user, { ...assistant, content: 'JSON writes it as \\u003c|im_start|\\u003e.' }),
      row(user, { ...assistant, content: 'The text \\u003c\\u007cim_end|> is no token' }),
      calls('{"city":"Oslo \\\\u003c|endoftext|>"}'),
    ],
    check(row: LineText, report) {
      if (!row.line.includes('<|') && !row.hides) return;
      for (const text of row.texts) {
        const special = SPECIAL.exec(text)?.[0];
        if (special === undefined) continue;
        report(words`The text holds ${quote(special)}.`);
        return;
      }
    },
  }),
  rule({
    id: 'row/lone-surrogate',
    severity: 'error',
    summary: 'The text holds half of a surrogate pair',
    fix: 'Write the whole character, or remove it.',
    source: RFC,
    breaks: () => [
      `{"messages":[{"role":"user","content":"\\ud83d"},${line(assistant)}]}`,
      written('\\uDE00\\uD83D'),
      example(keyed('\\ud83d'), {}, ['row/lone-surrogate@1', 'row/unknown-key@1']),
      calls('{"city":"\\ud83d"}'),
    ],
    keeps: () => [
      `{"messages":[{"role":"user","content":"\\ud83d\\ude00"},${line(assistant)}]}`,
      row(user, { ...assistant, content: 'Half of a pair is \\ud83d.' }),
      calls('{"city":"\\ud83d\\ude00"}'),
    ],
    check(row: LineText, report) {
      if (HALF.test(row.line) && !row.texts.every((text) => text.isWellFormed()))
        report(words`The text holds half of a surrogate pair.`);
    },
  }),
  rule({
    id: 'row/nul',
    severity: 'warning',
    summary: 'The text holds a NUL character',
    fix: 'Remove it.',
    source: PRACTICE,
    breaks: () => [
      row({ ...user, content: 'a\u0000b' }, assistant),
      row(user, { ...assistant, content: 'A backslash \\\u0000' }),
      example(keyed('\\u0000'), {}, ['row/nul@1', 'row/unknown-key@1']),
      calls('{"city":"\\u0000"}'),
    ],
    keeps: () => [
      fine,
      row(user, { ...assistant, content: 'Use [\\u0000-\\u001f] in a JavaScript regex.' }),
      row(user, { ...assistant, content: 'In C it is \\\\u0000, in JSON "\\u0000".' }),
      calls('{"regex":"[\\\\u0000]"}'),
    ],
    check(row: LineText, report) {
      if (row.line.includes('\\u0000') && row.texts.some((text) => text.includes('\0')))
        report(words`The text holds a NUL character.`);
    },
  }),
] as const;
