/** Credentials in the text of a line. */
import { ours, words } from '../../words.ts';
import { secretsOf } from '../secrets.ts';
import { assistant, line, row, user } from './examples.ts';
import { PRACTICE, rule } from './rule.ts';

/** Also checked on plain rows. */
export const SECRET_RULES = [
  rule({
    id: 'row/secret',
    severity: 'error',
    severityFor: (_, allowSecrets) => (allowSecrets ? 'warning' : 'error'),
    summary: 'The text holds what looks like a credential, which a model memorises',
    fix: 'Remove it, or write allow_secrets: true.',
    source: PRACTICE,
    breaks: () => [
      row(user, { ...assistant, content: `key AKIA${'ABCDEFGHIJKLMNOP'}` }),
      row(user, { ...assistant, content: `key:\nAKIA${'ABCDEFGHIJKLMNOP'}` }),
      row(user, { ...assistant, content: '-----BEGIN RSA PRIVATE KEY-----' }),
      row(user, { ...assistant, content: `see postgres://me:${'hunter22'}@db.example.com` }),
      `{"messages":[${line(user)},{"role":"assistant","content":"\\u201cAKIA${'ABCDEFGHIJKLMNOP'}\\u201d"}]}`,
      `{"messages":[${line(user)},{"role":"assistant","content":"https:\\/\\/me:${'hunter22'}@db.example.com"}]}`,
      row(user, { ...assistant, content: `xoxb-${'1234567890-abcdef'}` }),
      row(user, { ...assistant, content: `sk-proj-${'Ab1'.repeat(14)}` }),
      row(user, { ...assistant, content: `npm_${'a1B2'.repeat(9)}` }),
      row(user, { ...assistant, content: `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(12)}` }),
      row(user, { ...assistant, content: `AIza${'a1B2'.repeat(9).slice(0, 35)}` }),
      row(user, { ...assistant, content: `hf_${'aB'.repeat(17)}` }),
    ],
    keeps: () => [
      row(user, { ...assistant, content: 'key AKIA' }),
      row(user, { ...assistant, content: `key:xAKIA${'ABCDEFGHIJKLMNOP'}` }),
      row(user, { ...assistant, content: '-----BEGIN CERTIFICATE-----' }),
      row(user, { ...assistant, content: 'see https://example.com' }),
      row(user, { ...assistant, content: `AKIA${'IOSFODNN7'}EXAMPLE` }),
      row(user, { ...assistant, content: 'https://db.example.com/@me' }),
      row(user, { ...assistant, content: 'xoxb-1' }),
      row(user, { ...assistant, content: 'a task-oriented-and-quite-long-sentence-here' }),
      row(user, { ...assistant, content: 'npm_install is a word' }),
      row(user, { ...assistant, content: 'eyJ is how it begins' }),
      row(user, { ...assistant, content: 'AIza' }),
      row(user, { ...assistant, content: 'hf_hub is a word' }),
    ],
    check(text: string, report) {
      // Four characters of it are shown wherever its place is: they are no secret, and it is found by them.
      for (const { kind, beginning } of secretsOf(text))
        report(words`The text holds what looks like ${ours(kind)} (${ours(beginning)}…).`);
    },
  }),
] as const;
