/**
 * What stands where a credential will be, or is printed in documentation: let pass, because nobody can use
 * it. All of it is listed here.
 */

/** Words that no random key of its length holds but once in millions, wherever they stand. */
const ANYWHERE =
  /example|sample|placeholder|change[-_]?me|redacted|removed|hidden|dummy|replace|insert|foobar|invalid|revoked|expired|secret|token|passw|qwerty|asdfgh|deadbeef|cafebabe|letmein|my[-_]?(?:api|key)|(?:your|my|the)[-_]?(?:own|real|actual|api|access|account|open|key|github|stripe|google|personal)|(?:api|access)[-_]?key/i;
/** Shorter ones, between dashes or at an end. */
const BETWEEN_DASHES = /(?:^|[-_])(?:your|yours|fake|mock|test|here|todo|demo|temp|none|null)(?:[-_]|$)/i;
/** A long run of one character. */
const FILLING = /([\w*.#•…-])\1{5}/;

/**
 * Keys that documentation prints and everybody copies, by a piece of each from behind its prefix: of GitHub,
 * Google, Slack, jwt.io, and of the emulators of Azure's storage and of its database.
 */
const PRINTED = [
  '16C7e42F292c6912E7',
  'DaGmWKa4JsXZ-HjGw7',
  'pdFZKVeTuE8sk7oOcH',
  'SflKxwRJSMeKKF2QT4',
  'AAoIBAQC7VJTUt9Us8cKj',
  'Eby8vdM02xNOcqFlqU',
  'C2y6yDjf5/R+ob0N8A',
  'wJalrXUtnFEMI',
] as const;

/** Whether a key, or what stands in its place, is none that opens anything. */
export function isPlaceholder(key: string): boolean {
  return ANYWHERE.test(key) || BETWEEN_DASHES.test(key) || FILLING.test(key) || isPrinted(key);
}

/** Whether documentation prints the key. */
export function isPrinted(key: string): boolean {
  return PRINTED.some((piece) => key.includes(piece));
}

/** Signs of a template: `<…>`, `${…}`, `{{…}}`, `[…]`, `%s`, `***`. */
const TEMPLATE = /[<>{}[\]$*…•]|%(?![0-9A-Fa-f]{2})|\.{3}/;

/** Words that people write for a password or a user whom they do not know, or that a product begins with. */
const ORDINARY = new Set(
  `abc admin administrator alice and api app application backend bar base baz bob change changeit changeme client com db
  database default demo dev development docker dummy example fake foo foobar for guest hello here hidden host hunter in
  insert is it john key letmein local localhost login long me mongo mongodb my mypass mypassword mysql name none null
  of omitted or oracle owner pass passphrase passw passwd password pg placeholder please postgres postgresql prod
  production pw pwd qwerty rabbit rabbitmq random read readonly real redacted redis replace replaceme root safe sample
  secret secure server service some somepass strong super supersecret sys system test tester testing testpass testuser the
  this to todo token use user username value very w welcome with word world write x xx xxx xxxx xyz you your yourpass
  yourpassword yours`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Letters that digits and signs are written for: `p@ssw0rd`, `s3cr3t`. */
const DISGUISED: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

function isOrdinary(text: string): boolean {
  const pieces = text.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? [];
  return pieces.some(({ length }) => length > 2) && pieces.every((piece) => ORDINARY.has(piece.toLowerCase()));
}

/** Whether a password is none: a template, a name of a variable, ordinary words, digits in a row. */
export function isNoPassword(password: string): boolean {
  if (TEMPLATE.test(password) || FILLING.test(password)) return true;
  // The name of a variable: DB_PASSWORD.
  if (/^[A-Z]+(?:_[A-Z]+)*$/.test(password)) return true;
  // 123456, 000000, 2024.
  if (/^\d{1,6}$/.test(password) || '01234567890123456789'.includes(password) || '9876543210'.includes(password)) return true;
  // Ordinary words, whatever digits and signs are between them: password123, my-secret-pw, s3cr3t.
  const letters = password.replace(/[01345@7$]/g, (sign) => DISGUISED[sign] ?? sign);
  const bare = password.replace(/[\d!?.]+$/, '');
  return [password, bare, letters, bare.replace(/[01345@7$]/g, (sign) => DISGUISED[sign] ?? sign)].some(isOrdinary);
}

/** Whether a host is nobody's: a name that is kept for examples, or that says what to write there. */
export function isExampleHost(host: string): boolean {
  return (
    /(?:^|\.)(?:example(?:\.[a-z]+)?|test|invalid)$/i.test(host) ||
    /^(?:your|some)[-_]?[a-z]/i.test(host) ||
    /^(?:[\w-]+\.)?(?:my)?(?:host|hostname|domain|server|company|site|acme|database)\.(?:com|org|net|io)$/i.test(host)
  );
}

/**
 * Whether a host is reached only from where it stands, or within one network of containers: defaults do for
 * passwords there.
 */
export function isLocalHost(host: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0|host\.docker\.internal|[^.]*|.*\.(?:localhost|local))$/i.test(host);
}
