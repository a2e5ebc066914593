/** Known secrets in every form in which a text may hold them, and texts that only look alike. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mapTexts, newRedactor } from '../src/redactor.ts';
import { markdownText } from '../src/report/text.ts';

const KEY = 'sk-proj-AbC_d-E+f/9=xyz.0123~"\\\'<&>';
const each = (write: (character: string, code: number) => string) => (text: string) =>
  [...text].map((character) => write(character, character.codePointAt(0) ?? 0)).join('');

const FORMS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'URL-coded': encodeURIComponent,
  'URL-coded whole, in small letters': each((_, code) => `%${code.toString(16)}`),
  'URL-coded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'JSON-escaped': (text) => JSON.stringify(text).slice(1, -1),
  'JSON-escaped twice': (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  'JSON with every sign as a number': each((_, code) => `\\u${code.toString(16).padStart(4, '0')}`),
  'JSON with slashes escaped': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'character references': each((_, code) => `&#${code};`),
  'character references in hexadecimal': each((_, code) => `&#X${code.toString(16).toUpperCase()};`),
  'escaped for XML': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
  "in this action's page": (text) => markdownText(text),
  'Markdown with backslashes': (text) => text.replace(/[^\w\s]/g, '\\$&'),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
};

describe.each(Object.entries(FORMS))('a secret: %s', (_, form) => {
  test('is taken out, and what stands around it stays', () => {
    const secrets = newRedactor();
    secrets.add(KEY);
    expect(secrets.redact(`before ${form(KEY)} after`)).toBe('before *** after');
    expect(secrets.redact(`a=${form(KEY)}\n${form(KEY)}&b`)).toBe('a=***\n***&b');
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, maxLength: 60, unit: 'grapheme-ascii' }), (secret) => {
        if (secret.trim().length < 6) return;
        const secrets = newRedactor();
        secrets.add(secret);
        const written = form(secret.trim());
        const left = secrets.redact(`(${written})`);
        // A beginning may stand by itself where the secret repeats it.
        expect(left.includes('***') && !left.includes(written)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

const RANDOM = 'sk-proj-Zq8_Xr7vLp2TnWb4Kd9mYh3Jc6Fs1Ga5';
const hexOf = (text: string) => Buffer.from(text).toString('hex');
const SPREAD: Readonly<Record<string, (text: string) => string>> = {
  'hexadecimal in capitals': (text) => hexOf(text).toUpperCase(),
  'hexadecimal with colons': (text) => hexOf(text).replace(/(..)(?!$)/g, '$1:'),
  'hexadecimal as a buffer is shown': (text) => hexOf(text).replace(/(..)(?!$)/g, '$1 '),
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'in two lines': (text) => `${text.slice(0, 19)}\n${text.slice(19)}`,
  'in two lines of a text in JSON': (text) => `${text.slice(0, 19)}\\n  ${text.slice(19)}`,
  'wrapped base64': (text) =>
    (
      Buffer.from(text)
        .toString('base64url')
        .slice(0, -1)
        .match(/.{1,10}/g) ?? []
    ).join('\r\n'),
  'with signs that nobody sees': (text) => [...text].join('\u200b'),
};

describe.each(Object.entries(SPREAD))('a secret that is spread: %s', (_, form) => {
  test('is taken out, and what stands around it stays', () => {
    const secrets = newRedactor();
    secrets.add(RANDOM);
    expect(secrets.redact(`before: ${form(RANDOM)} (after)`)).toMatch(/^before: \*\*\*\w? \(after\)$/);
    expect(secrets.redact(`<${form(RANDOM)}>\n<${form(RANDOM)}>`)).toMatch(/^<\*\*\*\w?>\n<\*\*\*\w?>$/);
  });
});

test('one is found wherever it stands in a long text', () => {
  const secrets = newRedactor();
  secrets.add(RANDOM);
  const hidden = RANDOM.toUpperCase();
  for (const before of [65_480, 65_500, 65_536, 65_571, 131_000])
    expect(secrets.redact(`${'x'.repeat(before)} ${hidden} ${'y'.repeat(70_000)}`)).not.toContain(hidden);
});

test('words of a secret that are words are left apart', () => {
  const secrets = newRedactor();
  secrets.add('the-blue-gateway-of-europe');
  expect(secrets.redact('the blue gateway of Europe')).toBe('the blue gateway of Europe');
});

test('JSON in which a secret is spread stays JSON', () => {
  const secrets = newRedactor();
  secrets.add(RANDOM);
  const text = JSON.stringify({
    error: `${RANDOM.slice(0, 19)}\n${RANDOM.slice(19)}`,
    parts: [RANDOM.slice(0, 19), RANDOM.slice(19)],
  });
  expect(JSON.parse(secrets.redact(text)).error).toBe('***');
});

test('the end of a secret is taken out where the text is cut before it', () => {
  const secrets = newRedactor();
  secrets.add(RANDOM);
  for (const [text, left] of [
    [`…${RANDOM.slice(9)} is wrong`, '…*** is wrong'],
    [`key ...${RANDOM.slice(-8)}`, 'key ...***'],
    [`key ****${RANDOM.slice(-12)}`, 'key *******'],
    [RANDOM.slice(-20), '***'],
    [`x${RANDOM.slice(-12)}`, `x${RANDOM.slice(-12)}`],
  ] as const)
    expect(secrets.redact(text)).toBe(left);
});

test('a text of megabytes is looked through once, whatever it repeats', () => {
  const secrets = newRedactor();
  for (let number = 0; number < 20; number += 1) secrets.add(`${number}${RANDOM}`);
  const text = `${RANDOM.slice(0, 12)}…${RANDOM.slice(-7)} `.repeat(100_000);
  expect(secrets.redact(text).length).toBeGreaterThan(1_000_000);
});

test.each([0, 1, 2])('in base64, %d bytes from a border', (offset) => {
  const secrets = newRedactor();
  secrets.add(KEY);
  for (const coding of ['base64', 'base64url'] as const) {
    const text = Buffer.from(`${'xyz'.slice(0, offset)}${KEY} and more`).toString(coding);
    const left = secrets.redact(`data:${text}`);
    expect(left).toContain('***');
    expect(left.length).toBeLessThan(text.length - KEY.length);
  }
});

test('one that a text is cut in is taken out as far as it stands there', () => {
  const secrets = newRedactor();
  secrets.add(KEY);
  expect(secrets.redact(`x ${KEY.slice(0, 12)}…`)).toBe('x ***…');
  expect(secrets.redact(`x ${KEY.slice(0, 12)}`)).toBe('x ***');
  expect(secrets.redact(`x ${KEY.slice(0, 12)} goes on`)).toBe(`x ${KEY.slice(0, 12)} goes on`);
  expect(secrets.redact(`x ${KEY.slice(0, 5)}…`)).toBe(`x ${KEY.slice(0, 5)}…`);
});

test('one of several lines is taken out line by line, and a token without its scheme', () => {
  const secrets = newRedactor();
  secrets.add('-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\r\nhkiG9w0BAQEFAASC\n}\n-----END PRIVATE KEY-----');
  expect(secrets.redact('{ hkiG9w0BAQEFAASC }')).toBe('{ *** }');
  expect(secrets.redact('"MIIEvQIBADANBgkq\\r\\nhkiG9w0BAQEFAASC"')).toBe('"***\\r\\n***"');
  secrets.add('Bearer abcdef123456');
  expect(secrets.redact('token abcdef123456')).toBe('token ***');
  secrets.add('postgres://admin:p%40ssw0rd@db/x');
  expect(secrets.redact('p@ssw0rd, p%40ssw0rd')).toBe('***, ***');
  secrets.add('Endpoint=sb://x;SharedAccessKey=0123456789abcdef=');
  expect(secrets.redact('0123456789abcdef=')).toBe('***');
});

test('short ones tear no holes, and one inside another does not keep it', () => {
  const secrets = newRedactor();
  for (const secret of ['no', 'none', 'train', '', '     ']) secrets.add(secret);
  expect(secrets.redact('no training, none')).toBe('no training, none');
  secrets.add('secret');
  secrets.add('my-secret-key');
  expect(secrets.redact('my-secret-key of a secret')).toBe('*** of a ***');
});

test('what was JSON stays JSON', () => {
  const secrets = newRedactor();
  for (const secret of ['123456', 'null,"b', 'n12345678', '"quoted"', 'back\\slash\\']) secrets.add(secret);
  const values = [
    { a: 123456, b: 91234567, c: [{ d: '123456' }] },
    { a: null, b: '\n12345678', '123456': 1 },
    ['say "quoted"', 'back\\slash\\', '\\n12345678'],
  ];
  for (const value of values) {
    const text = JSON.stringify(value);
    expect(() => JSON.parse(secrets.redact(text))).not.toThrow();
    expect(() => JSON.parse(secrets.redact(JSON.stringify(value, undefined, 2)))).not.toThrow();
    for (const line of secrets.redact(`${text}\n${text}\n`).trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  }
  expect(JSON.parse(secrets.redact(JSON.stringify(values[0])))).toEqual({ a: '***', b: 91_234_567, c: [{ d: '***' }] });
});

test('values: texts, names and numbers, what does not change is the same object, and depth ends', () => {
  const hide = (text: string) => text.replaceAll('123456', '***');
  const value = { plain: { a: 1, b: [true, null, 'x'] }, '123456': 'a 123456', count: 123456 };
  const mapped = mapTexts(value, hide);
  expect(mapped).toEqual({ plain: value.plain, '***': 'a ***', count: '***' });
  expect(mapTexts(value.plain, hide)).toBe(value.plain);
  let deep: unknown = 'x';
  for (let level = 0; level < 100_000; level += 1) deep = { deep };
  expect(() => mapTexts(deep, hide)).not.toThrow();
});

test('hostile texts end soon', () => {
  const secrets = newRedactor();
  secrets.add(`${'a'.repeat(40)} ${'a'.repeat(40)}`);
  for (const sign of ['\\', '%25', '&amp;', 'a', ' ', '&#0', '\\u0'])
    expect(secrets.redact(sign.repeat(300_000)).length).toBeGreaterThan(0);
});
