/** What is a credential and what only looks like one. Keys are drawn here at random, by their shape: none ever opened anything. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { masked, mayHoldSecret, secretsOf } from '../src/dataset/secrets/credentials.ts';
import { looksRandom } from '../src/dataset/secrets/randomness.ts';
import { randomOf } from '../src/sandbox/trainer/random.ts';
import { runs } from './support/runs.ts';

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const LARGE = SMALL.toUpperCase();
const DIGITS = '0123456789';
const BASE62 = SMALL + LARGE + DIGITS;
const BASE64 = `${BASE62}+/`;
const BASE64_URL = `${BASE62}-_`;
const HEX = `${DIGITS}abcdef`;

const random = randomOf(7);
/** The same numbers in every run, each from 0 up to a limit. */
const below = (limit: number) => Math.floor(random() * limit);
const draw = (alphabet: string, length: number) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const pem = (name: string, length: number) =>
  `-----BEGIN ${name}PRIVATE ${'KEY'}-----\n${(draw(BASE64, length).match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${name}PRIVATE ${'KEY'}-----`;

/** One of each kind, as its issuer writes it. */
const ISSUED: readonly (readonly [kind: string, draw: () => string])[] = [
  ['an AWS access key', () => `AKIA${draw(`${LARGE}234567`, 16)}`],
  ['an AWS access key', () => `ASIA${draw(`${LARGE}234567`, 16)}`],
  ['an AWS secret key', () => `aws_secret_access_key = ${draw(BASE64, 40)}`],
  ['an AWS secret key', () => `AWS_SECRET_ACCESS_KEY="${draw(BASE64, 40)}"`],
  ['an AWS secret key', () => `{"SecretAccessKey": "${draw(BASE64, 40)}"}`],
  ['an Azure storage key', () => `AccountName=x;AccountKey=${draw(BASE64, 86)}==;EndpointSuffix=core.windows.net`],
  ['an Azure key', () => `${draw(BASE62, 52)}JQQJ99BA${draw(BASE62, 16)}A${draw(BASE62, 7)}`],
  ['a GitHub token', () => `ghp_${draw(BASE62, 36)}`],
  ['a GitHub token', () => `gho_${draw(BASE62, 36)}`],
  ['a GitHub token', () => `ghs_${draw(BASE62, 36)}`],
  ['a GitHub token', () => `github_pat_${draw(BASE62, 22)}_${draw(BASE62, 59)}`],
  ['a GitLab token', () => `glpat-${draw(BASE64_URL, 20)}`],
  ['an Anthropic key', () => `sk-ant-api03-${draw(BASE64_URL, 93)}AA`],
  ['an OpenAI key', () => `sk-${draw(BASE62, 20)}T3BlbkFJ${draw(BASE62, 20)}`],
  ['an OpenAI key', () => `sk-proj-${draw(BASE64_URL, 74)}T3BlbkFJ${draw(BASE64_URL, 74)}`],
  ['an OpenAI key', () => `sk-svcacct-${draw(BASE64_URL, 74)}T3BlbkFJ${draw(BASE64_URL, 74)}`],
  ['an OpenAI key', () => `sk-${draw(HEX, 32)}`],
  ['an OpenAI key', () => `sk-or-v1-${draw(HEX, 64)}`],
  ['a Google API key', () => `AIza${draw(BASE64_URL, 35)}`],
  ['a Groq key', () => `gsk_${draw(BASE62, 52)}`],
  ['an xAI key', () => `xai-${draw(BASE62, 80)}`],
  ['a Perplexity key', () => `pplx-${draw(BASE62, 48)}`],
  ['a Replicate token', () => `r8_${draw(BASE62, 37)}`],
  ['a Slack token', () => `xoxb-${draw(DIGITS, 12)}-${draw(DIGITS, 13)}-${draw(BASE62, 24)}`],
  ['a Slack token', () => `xoxp-${draw(DIGITS, 12)}-${draw(DIGITS, 12)}-${draw(DIGITS, 12)}-${draw(HEX, 32)}`],
  ['a Stripe key', () => `sk_live_${draw(BASE62, 24)}`],
  ['a Stripe key', () => `rk_live_${draw(BASE62, 99)}`],
  ['an npm token', () => `npm_${draw(BASE62, 36)}`],
  ['a PyPI token', () => `pypi-AgEIcHlwaS5vcmc${draw(BASE64_URL, 150)}`],
  ['a Hugging Face token', () => `hf_${draw(SMALL + LARGE, 34)}`],
  ['a JSON Web Token', () => `${part({ alg: 'HS256' })}.${part({ sub: draw(DIGITS, 9) })}.${draw(BASE64_URL, 43)}`],
  [
    'a JSON Web Token',
    () => `${part({ alg: 'RS256', kid: '1' })}.${part({ iss: 'https://login.acme.dev' })}.${draw(BASE64_URL, 342)}`,
  ],
  ['a private key', () => pem('', 1600)],
  ['a private key', () => pem('RSA ', 1600)],
  ['a private key', () => pem('EC ', 160)],
  ['a private key', () => pem('', 64)],
  ['a private key', () => pem('ENCRYPTED ', 1800)],
  ['a private key', () => pem('RSA ', 1600).replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A1B\n\n')],
  ['a private key', () => `b3Blb ${pem('OPENSSH ', 400)}`.slice(6)],
  ['a password in a URL', () => `postgres://app:${draw(BASE62, 16)}@db.prod.tidewater.io:5432/app`],
  ['a password in a URL', () => `redis://:${draw(HEX, 32)}@cache-7.tidewater.io:6379`],
  ['a password in a URL', () => `mongodb+srv://svc_app:${draw(BASE62, 12)}@cluster0.x8k2p.mongodb.net/db`],
  ['a password in a URL', () => `https://deploy:${draw(`${BASE62}!&~`, 20)}@git.tidewater.io/repo.git`],
  ['a password in a URL', () => `postgres://postgres:${draw(BASE62, 24)}@localhost:5432/app`],
];

/** Where a key may stand. */
const PLACES: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => `Use ${key} from now on.`,
  (key) => `export KEY='${key}'`,
  (key) => `key:\n${key}\n`,
  (key) => `"a\\n${key}"`,
  (key) => `“${key}”`,
];

describe('what is a credential', () => {
  test.each(ISSUED)('%s', (kind, key) => {
    for (const place of PLACES) {
      const text = place(key());
      expect([text, secretsOf(text).map((found) => found.kind)]).toEqual([text, expect.arrayContaining([kind])]);
      expect(secretsOf(text).every(({ beginning }) => beginning.length <= 4)).toBe(true);
    }
  });

  const DRAWS = runs(100);
  test('hardly a random key is taken for written words', () => {
    const missed = ISSUED.flatMap(([kind, key]) =>
      Array.from({ length: DRAWS }, key).filter((text) => !secretsOf(text).some((found) => found.kind === kind)),
    );
    expect(missed.length).toBeLessThanOrEqual((ISSUED.length * DRAWS) / 1000);
  });

  test('where it is a part of a longer word, it is none', () => {
    expect(secretsOf(`key:xAKIA${draw(LARGE, 16)}`)).toEqual([]);
    expect(secretsOf(`ta${`sk-${draw(HEX, 32)}`}`)).toEqual([]);
  });
});

/** The certificate-like line of a key, without one. */
const begin = (name = '') => `-----BEGIN ${name}PRIVATE ${'KEY'}-----`;
const end = (name = '') => `-----END ${name}PRIVATE ${'KEY'}-----`;
const token = (header: object, claims: object, signature: string) => `${part(header)}.${part(claims)}.${signature}`;
const HS = { alg: 'HS256', typ: 'JWT' };

/** What looks like a credential and is none. */
const NONE: readonly string[] = [
  // Documentation.
  `AKIA${'IOSFODNN7'}EXAMPLE`,
  `AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/${'bPxRfiCY'}EXAMPLEKEY`,
  `${part(HS)}.${part({ sub: '1234567890', name: 'John Doe', iat: 1516239022 })}.${draw(BASE64_URL, 43)}`,
  token(HS, { sub: '1234567890', name: 'John Doe', admin: true }, draw(BASE64_URL, 43)),
  token(HS, { email: 'ada@example.com' }, draw(BASE64_URL, 43)),
  token(HS, { iss: 'https://auth.example.org/' }, draw(BASE64_URL, 43)),
  `sk_${'test_4eC39HqLyjWDarjtT1zdp7dc'}`,
  `gho_${'16C7e42F292c6912E7710c838347Ae178B4a'}`,
  `AIzaSy${'DaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe'}`,
  `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==`,
  // Placeholders.
  `sk-${'x'.repeat(48)}`,
  `sk-${'X'.repeat(48)}`,
  `sk-proj-${'0'.repeat(48)}`,
  `ghp_${'x'.repeat(36)}`,
  `ghp_${'A1b2C3'.repeat(6)}`,
  `hf_${'x'.repeat(34)}`,
  `hf_${'aB'.repeat(17)}`,
  `npm_${'1234'.repeat(9)}`,
  `AKIA${'X'.repeat(16)}`,
  `AKIA${'ABCDEFGHIJKLMNOP'}`,
  `AKIA${'1234567890ABCDEF'}`,
  `AKIA${'YOURACCESSKEYID0'}`,
  `AIza${'a1B2'.repeat(9).slice(0, 35)}`,
  'sk-your-api-key-goes-here-and-nowhere-else',
  'sk-proj-YOUR_OPENAI_API_KEY_GOES_HERE_1234',
  `sk-${'abcdefghijklmnopqrstuvwxyz123456'}`,
  `sk-${'1234567890abcdef1234567890abcdef'}`,
  `sk-ant-api03-${'your-key-here-your-key-here'}`,
  'sk-ant-api03-PLACEHOLDER-0000-1111',
  'ghp_YourPersonalAccessTokenGoesRightHere00',
  'github_pat_11AAAAAAA0xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'xoxb-your-slack-bot-token-goes-here',
  `xoxb-${'1234567890-abcdef'}`,
  `xoxb-${'123456789012'}-${'1234567890123'}-${'x'.repeat(24)}`,
  'glpat-xxxxxxxxxxxxxxxxxxxx',
  `gsk_${'your_groq_api_key'.padEnd(52, '0')}`,
  `sk_live_${'REPLACEME'.padEnd(24, 'x')}`,
  'AWS_SECRET_ACCESS_KEY=<your secret access key>',
  'aws_secret_access_key: ${{ secrets.AWS_SECRET_ACCESS_KEY }}',
  'secret_access_key=my/path/to/some/file/in/another/folder/x',
  `AccountKey=${'A'.repeat(86)}==`,
  'AccountKey=<account-key>;EndpointSuffix=core.windows.net',
  token(HS, { sub: 'u-1' }, 'your-256-bit-signature-goes-here-instead'),
  token(HS, { sub: 'u-1' }, 'x'.repeat(43)),
  `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(40)}`,
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0In0.…',
  'eyJhbGciOi...eyJzdWIi...SflKxwRJ',
  // Keys without a key.
  begin(),
  `${begin()}\n...\n${end()}`,
  `${begin('RSA ')}\nMIIEpAIBAAKCAQEA...\n${end('RSA ')}`,
  `${begin('RSA ')}\n<your private key here>\n${end('RSA ')}`,
  `${begin()}\\nYOUR_PRIVATE_KEY\\n${end()}`,
  `${begin('OPENSSH ')}\nb3BlbnNzaC1rZXktdjEAAAAA[...]\n${end('OPENSSH ')}`,
  `${begin('EC ')}\n${'x'.repeat(64)}\n${'x'.repeat(64)}\n${end('EC ')}`,
  `if (text.includes('${begin()}')) throw new Error('A key must not be committed, whoever it is that owns it and whatever it opens.');`,
  `-----BEGIN CERTIFICATE-----\n${draw(BASE64, 800)}\n-----END CERTIFICATE-----`,
  `-----BEGIN PUBLIC KEY-----\n${draw(BASE64, 392)}\n-----END PUBLIC KEY-----`,
  // Passwords in addresses that everybody knows, or nobody has.
  'postgresql://username:password@localhost:5432/mydb',
  'postgres://postgres:postgres@db:5432/app',
  'postgres://postgres:postgres@localhost',
  'postgres://admin:admin123@db.prod.tidewater.io/app',
  'mysql://root:password@db.tidewater.io/shop',
  'mysql://root:changeme@db.tidewater.io/shop',
  'mysql://root:123456@10.0.0.7/shop',
  'mongodb+srv://<username>:<password>@cluster0.abcde.mongodb.net',
  'postgres://${DB_USER}:${DB_PASSWORD}@db/app',
  'postgres://user:$PASSWORD@db.tidewater.io/app',
  'postgres://{user}:{password}@{host}/{name}',
  'postgres://{{ user }}:{{ password }}@db.tidewater.io',
  'postgres://%s:%s%s%s@db.tidewater.io',
  'https://user:[password]@tidewater.io',
  'https://DB_USER:DB_PASSWORD@tidewater.io',
  'https://user:••••••••@tidewater.io',
  'https://user:********@tidewater.io',
  'https://x-access-token:${{ secrets.GITHUB_TOKEN }}@github.com/acme/app.git',
  'amqp://guest:guest@localhost:5672//',
  'amqp://rabbitmq:rabbitmq@queue.tidewater.io',
  'redis://default:mypassword@redis-123.cloud.tidewater.io:6379',
  'redis://:s3cr3t@cache.tidewater.io',
  'ftp://me:p@ssw0rd@ftp.tidewater.io',
  'postgres://me:my-secret-pw@db.tidewater.io',
  'postgres://app:correct-horse-battery-staple@db.tidewater.io',
  'postgres://app:app_password@db.tidewater.io',
  `postgres://me:${'hunter22'}@db.tidewater.io`,
  `postgres://me:${'kJ8sPq2LmX'}@db.example.com`,
  `postgres://me:${'kJ8sPq2LmX'}@your-server.tidewater.io`,
  `https://user:${'he%2F%2Fo'}@pypi.company.com`,
  `https://user:${'kJ8sPq2LmX'}@git.acme.com`,
  `postgres://me:${'devpass1'}@127.0.0.1/app`,
  'http://localhost:8080/a:b/c@d',
  'see https://tidewater.io/@me and ssh://git@tidewater.io:22/x',
  // Slugs, class names, words.
  'sk-learn-pipelines-and-feature-unions-in-practice',
  '<div class="sk-toggleable__content sk-toggleable__label-arrow fitted">',
  '#sk-container-id-1 div.sk-parallel-item::after',
  'sk-estimator-doc-link-with-a-very-long-suffix-2024',
  'a task-oriented-and-quite-long-sentence-here',
  'a risk-based-approach-to-information-security-management',
  'hf_TransformersPipelineForClassificationTask',
  'hf_hub_download and npm_config_registry are names',
  'npm_config_global_style_and_more_of_the_same',
  'npm_installedPackagesByWorkspaceDirectories',
  'ghp_thisIsNotARealTokenButItIsLongEnough12',
  'gsk_modelcheckpointwithoptimizerandschedulerstatesaved',
  'xai-explainabilityformachinelearningmodelsinproductionenvironments',
  'AKIA is how an access key of AWS begins, ASIA a temporary one',
  'eyJ is how a token begins',
];

describe('what is none', () => {
  test.each(NONE)('%s', (text) => {
    for (const place of PLACES) expect(secretsOf(place(text))).toEqual([]);
  });

  test('of both kinds there are many', () => {
    expect(NONE.length).toBeGreaterThan(90);
    expect(ISSUED.length).toBeGreaterThan(40);
  });

  const file = '../shared/cases/data/18-placeholder-secrets.jsonl';
  test(existsSync(file) ? 'the texts of a real file' : `${file} is not here: its texts are not looked at`, () => {
    if (!existsSync(file)) return expect(existsSync('../shared')).toBe(false);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const texts = lines.flatMap((line): string[] => JSON.parse(line).messages.map(({ content }: { content: string }) => content));
    expect(texts.filter((text) => mayHoldSecret(text)).length).toBeGreaterThan(5);
    expect(texts.flatMap(secretsOf)).toEqual([]);
  });
});

describe('how credentials are shown', () => {
  test('four characters are left, and the length', () => {
    const key = `ghp_${draw(BASE62, 36)}`;
    expect(masked(`a ${key} b, ${key}`)).toBe(`a ghp_${'*'.repeat(36)} b, ghp_${'*'.repeat(36)}`);
    expect(masked('nothing here, not even an @')).toBe('nothing here, not even an @');
  });
  test('of a password in a URL, and of the token that it is', () => {
    const key = `ghp_${draw(BASE62, 36)}`;
    const text = masked(`https://me:${key}@git.tidewater.io/x and more`);
    expect(text).not.toContain(key.slice(4));
    expect(text).toMatch(/^http\*+\/x and more$/);
  });
  test('in JSON that is no JSON, behind escapes', () => {
    const key = `AKIA${draw(LARGE, 16)}`;
    expect(masked(`{"a":"\\n${key}\\u201c${key}`)).toBe(`{"a":"\\nAKIA${'*'.repeat(16)}\\u201cAKIA${'*'.repeat(16)}`);
    expect(masked(`https:\\/\\/me:${'kJ8sPq2LmX'}@db.tidewater.io`)).toMatch(/^http\*+$/);
    const told = pem('', 1600).replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\n');
    for (const key of [pem('', 1600), told]) expect(masked(`x ${key.replaceAll('\n', '\\n')} y`)).not.toMatch(/[\w+/]{30}/);
  });
});

// Were anything here quadratic, it would take hours.
describe('hostile texts', () => {
  const PIECES = [
    ...['eyJ-', 'eyJ.', 'eyJa.eyJ', 'eyJhbGciOiJI.', 'sk-', '-sk-a', 'ghp_', 'AKIA', 'AIza', 'JQQJ9', 'hf_\\n', 'xoxb-'],
    ...['secret_access_key=', 'AccountKey=', '://', 'a://b:', '@a://x:y', `${'a'.repeat(21)}://b:cccccc@`, '-----BEGIN '],
    ...[begin(), `A: b\n${begin()}\n`, `${begin()}${'A1b2/'.repeat(20)}`, 'gsk_a1B2c3D4', '\\u201c', ' - _ I J K @ :// '],
  ];
  test.each(PIECES)('%j', (piece) => {
    const text = `${piece.repeat(Math.ceil(runs(2_000_000) / piece.length))} @://`;
    expect(secretsOf(text).length).toBeLessThan(2);
  });
  test('random text is none', () => {
    expect(secretsOf(draw(`${BASE64_URL}.:@ `, 500_000))).toEqual([]);
    expect(looksRandom('', 1)).toBe(false);
  });
});
