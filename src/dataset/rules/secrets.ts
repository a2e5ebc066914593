/** Credentials in the texts of a row. What is let pass is listed in `secrets/placeholders.ts`. */
import { ours, words } from '../../words.ts';
import type { LineText } from '../row-texts.ts';
import { mayHoldSecret, secretsOf } from '../secrets/credentials.ts';
import { assistant, call, DRAWN, line, row, tools, user, written } from './examples.ts';
import { PRACTICE, rule } from './rule.ts';

/** A key that nobody was given, in pieces: no source may hold what looks like one. */
const AWS = ['AKIA', 'Q3ZT', 'WPH7', 'LX5M', 'BDJ2'].join('');
const base64Url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

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
      ...[
        `key ${AWS}`,
        `key:\n${AWS}`,
        `-----BEGIN RSA PRIVATE ${'KEY'}-----\n${DRAWN.repeat(4)}\n`,
        `see postgres://me:${'kJ8s'}${'Pq2LmX'}@db.tidewater.io`,
        `ghp_${DRAWN.slice(0, 36)}`,
        `sk-proj-${DRAWN}`,
        `npm_${DRAWN.slice(4, 40)}`,
        `${base64Url({ alg: 'HS256' })}.${base64Url({ sub: 'u-71' })}.${DRAWN.slice(0, 43)}`,
        `AIza${DRAWN.slice(2, 37)}`,
        `hf_${DRAWN.slice(0, 34)}`,
      ].map((content) => row(user, { ...assistant, content })),
      written(`\\u201c${AWS}\\u201d`),
      written(`https:\\/\\/me:${'kJ8s'}${'Pq2LmX'}@db.tidewater.io`),
      written(`\\u0073k-proj-${DRAWN}`),
      line({ messages: [user, { role: 'assistant', tool_calls: [call('1', `{"key":"\\u0041${AWS.slice(1)}"}`)] }], tools }),
    ],
    keeps: () =>
      [
        'postgres://me:${DB_PASSWORD}@db.tidewater.io',
        'key AKIA',
        `key:x${AWS}`,
        `AKIA${'IOSFODNN7'}EXAMPLE`,
        '-----BEGIN CERTIFICATE-----',
        `-----BEGIN PRIVATE ${'KEY'}-----\n...\n-----END PRIVATE ${'KEY'}-----`,
        'see https://example.com',
        'https://db.example.com/@me',
        'postgres://postgres:postgres@db:5432/app',
        'mongodb+srv://<user>:<password>@cluster0.tidewater.io',
        'xoxb-your-slack-token',
        `sk-${'x'.repeat(48)}`,
        'sk-your-api-key-goes-here-and-nowhere-else',
        '<div class="sk-toggleable__content sk-toggleable__label-arrow">',
        'a task-oriented-and-quite-long-sentence-here',
        'npm_install is a word, hf_hub too',
        'eyJ is how a token begins',
        `${base64Url({ alg: 'HS256' })}.${base64Url({ sub: '1234567890', name: 'John Doe' })}.${DRAWN.slice(0, 43)}`,
      ].map((content) => row(user, { ...assistant, content })),
    check(row: LineText, report) {
      if (!mayHoldSecret(row.line) && !row.hides) return;
      const found = new Map(row.texts.flatMap(secretsOf).map((secret) => [secret.kind, secret]));
      // Four characters of it are shown wherever its place is: they are no secret, and it is found by them.
      for (const { kind, beginning } of found.values())
        report(words`The text holds what looks like ${ours(kind)} (${ours(beginning)}…).`);
    },
  }),
] as const;
