/** Which inputs, and which fields inside them, are credentials. */
import type { RawInputs } from './inputs.ts';

const SECRET_NAME = /(^|[_-])(key|apikey|token|secret|password|passwd|credential|credentials|authorization)$/i;

/** Whether a field of this name holds a credential: `api_key`, `token`, `client-secret`, `apiKey`. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
}

/** The texts under secret names anywhere inside a value. */
function secretTexts(value: unknown, secret: boolean): string[] {
  if (typeof value === 'string') return secret ? [value] : [];
  if (typeof value === 'number') return secret ? [String(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    secretTexts(inner, isSecretName(name) || (secret && Array.isArray(value))),
  );
}

/** The credentials in a structured input. */
async function secretsInside(text: string | undefined): Promise<readonly string[]> {
  if (text === undefined || text.trim() === '') return [];
  const { parseStructured } = await import('../structured.ts');
  const parsed = parseStructured(text);
  return 'fault' in parsed ? [] : secretTexts(parsed.value, false);
}

/** Parameters that let in without looking like it: a function's key, a signature. */
const LETS_IN = /^(code|sig|signature|auth)$/i;

/**
 * The values of `extra_query` and `extra_headers` that may let in. Of a header nobody can say by its name
 * whether it does.
 */
async function textsIn(text: string | undefined, secret: (name: string) => boolean): Promise<readonly string[]> {
  if (text === undefined || text.trim() === '') return [];
  const { parseTextMap } = await import('../structured.ts');
  const parsed = parseTextMap(text);
  const pairs: readonly (readonly [string, unknown])[] = 'fault' in parsed ? [] : Object.entries(Object(parsed.value));
  return pairs.flatMap(([name, value]) =>
    typeof value === 'string' && (secret(name) || LETS_IN.test(name)) && !/^(true|false|null)$/i.test(value) ? [value] : [],
  );
}

/**
 * Every credential among the raw inputs, to be masked before anything is logged. Reads leniently: a text that
 * does not parse holds no named fields.
 */
export async function secretsIn(raw: RawInputs): Promise<readonly string[]> {
  const direct = [raw.api_key, raw.github_token].map((value) => value?.trim());
  const structured = [raw.integrations, raw.extra_body].map(secretsInside);
  const extras = [textsIn(raw.extra_query, isSecretName), textsIn(raw.extra_headers, () => true)];
  const inside = await Promise.all([...structured, ...extras]);
  // One or two characters would blacken the whole log, and "none" is the word for no key.
  return [...direct, ...inside.flat()].filter(
    (value): value is string => value !== undefined && value.length >= 3 && value !== 'none',
  );
}

/** A copy in which every credential reads `***`. Shapes, names and other values stay. */
export function withoutSecrets(value: unknown, secret = false): unknown {
  if (Array.isArray(value)) return value.map((inner) => withoutSecrets(inner, secret));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutSecrets(inner, isSecretName(name))]));
  }
  return secret && value !== null ? '***' : value;
}

/** `pad_token` and the like: settings of a tokenizer, whose values are texts of the model. */
const TOKENIZER_NAME =
  /(^|[_-])(pad|eos|bos|unk|sep|cls|mask|stop|end|start|begin|system|user|assistant|special|image|tool)[_-]?token$/i;

/**
 * Whether a field holds a credential that may be rotated without asking for another training. A rule for what
 * may be shown would be too wide here: a setting that is forgotten makes two trainings one.
 */
function isRotated(name: string, value: unknown): boolean {
  if (!isSecretName(name)) return false;
  const plain = name.replace(/([a-z])([A-Z])/g, '$1_$2');
  if (!/token$/i.test(plain) || /^(api|access|auth|refresh|bearer|id)?[_-]?token$/i.test(plain)) return true;
  // Any other token is a credential where it looks like one.
  return !TOKENIZER_NAME.test(plain) && typeof value === 'string' && /^[\w.~+/=-]{16,}$/.test(value) && /\d/.test(value);
}

/** A copy without the fields that hold credentials. */
export function dropSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name, inner]) => !isRotated(name, inner));
  return Object.fromEntries(kept.map(([name, inner]) => [name, dropSecrets(inner)]));
}
