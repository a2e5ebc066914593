/**
 * Which fields may hold a credential, by their names. Wide, because a name that is missed is a key that
 * leaks, but not so wide that the settings of a tokenizer or the columns of a table are taken for keys. Pure.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Whatever stands under such a name is a secret, and all below it. */
const CERTAIN = words(
  'password passwords passwd pwd passphrase passcode secret secrets credential credentials cred creds auth oauth ' +
    'authorization authentication bearer pat pats sas dsn jwt cookie cookies',
);
/** What makes a key, a token or a string one that lets in. */
const LETS_IN = words(
  'api access auth authorization client private secret bearer refresh id session service account license signing ' +
    'encryption ssh master storage shared admin user bot app webhook deploy registry gateway hf db database',
);
/** A key of these finds something, and opens nothing. */
const FINDS = words(
  'prompt text input inputs output outputs message messages label answer completion content primary sort partition ' +
    'foreign public cache group row column field metric reward reference image tool system role sample item',
);
/** A token of these is a text of the model. */
const SPOKEN = words(
  'pad eos bos unk sep cls mask stop end start begin system user assistant special image audio video tool extra ' +
    'additional added',
);
/** Tokens beside these are counted. */
const COUNTED = words(
  'max min num n no count total limit budget per new prompt completion input output reasoning cached trained train ' +
    'training context sequence target used billable estimated average avg mean all',
);
/** What may stand behind the name proper. */
const TAIL =
  /^(\d+|v\d+|pem|b64|base64|json|raw|value|values|text|string|header|headers|prod|production|dev|staging|test|old|new|primary|secondary|backup)$/;

const COMPOUND = /^(.+?)(keys?|tokens?|secrets?|passwords?|credentials?)$/;

/** The words of a name, however it is written: `apiKey`, `API-KEY`, `apikey`. */
function wordsOf(name: string): string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const [, head = '', noun = ''] = COMPOUND.exec(word) ?? [];
      return LETS_IN.has(head) ? [head, noun] : [word];
    });
}

/** Whether a text looks like a credential, where its name leaves that open. */
function looksRandom(value: unknown): boolean {
  return typeof value === 'string' && /^[\w.~+/=:-]{16,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
}

/**
 * Whether a field of this name holds a credential: `api_key`, `apiKeys`, `client-secret`, `private_key_pem`,
 * `connection_string`; not `pad_token`, `max_tokens`, `prompt_key`.
 * @param value what stands there, where it is known; a number is a secret under few names
 */
export function isSecretName(name: string, value: unknown = ''): boolean {
  if (value === null || value === undefined || typeof value === 'boolean') return false;
  const all = wordsOf(name);
  if (/(^| )(connection strings?|connstr|connectionstrings?|access key id)$/.test(all.join(' '))) return true;
  while (all.length > 1 && TAIL.test(all.at(-1) ?? '')) all.pop();
  const noun = all.at(-1) ?? '';
  const before = all.at(-2) ?? '';
  if (CERTAIN.has(noun)) return true;
  if (typeof value === 'number') return /^(key|token)$/.test(noun) && LETS_IN.has(before);
  switch (noun) {
    case 'key':
      return !FINDS.has(before);
    case 'keys':
      return LETS_IN.has(before) || looksRandom(value);
    case 'token':
      return !SPOKEN.has(before) || looksRandom(value);
    case 'tokens':
      return !all.some((word) => COUNTED.has(word) || SPOKEN.has(word)) || looksRandom(value);
    default:
      return false;
  }
}
