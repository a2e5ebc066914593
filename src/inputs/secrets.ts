/** Which inputs, and which fields inside them, are credentials: found and hidden. */
import { isMap } from '../api/method.ts';
import type { RawInputs } from './inputs.ts';
import { isSecretName } from './secret-names.ts';

/** Deeper than this nobody looks. */
const DEEPEST = 100;
/** Below a credential: of what kind it is. */
const OF_WHAT_KIND = /^(type|kind|scheme|region|in|provider|auth_?type)$/i;
/** Values of inputs and fields that are no secret, whatever the name: the word `none` for no key. */
const NO_SECRET = /^(true|false|none|null|auto|)$/i;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Which field of a pair holds a credential: `{name: Authorization, value: …}`. Of a pair the name is none,
 * though it may stand under `key`.
 */
function isHeldIn(pair: Fields, field: string, value: unknown): boolean {
  const named = [pair.name, pair.key, pair.header].find((name) => typeof name === 'string');
  if (!('value' in pair) || typeof named !== 'string') return isSecretName(field, value);
  return field === 'value' ? isSecretName(named, value) : field !== 'key' && isSecretName(field, value);
}

/** The texts under secret names anywhere inside a value. */
function secretTexts(value: unknown, isSecret: (inner: unknown) => boolean, below = false, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => secretTexts(inner, isSecret, below, depth + 1));
  if (isMap(value)) {
    const inside = below || isSecret(value);
    return Object.entries(value).flatMap(([name, inner]) =>
      inside && OF_WHAT_KIND.test(name) ? [] : secretTexts(inner, (one) => isHeldIn(value, name, one), inside, depth + 1),
    );
  }
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  return below || isSecret(value) ? [String(value)] : [];
}

/** What a text that nobody can parse has under secret names. */
function secretsByEye(text: string): string[] {
  const pairs = text.matchAll(/(["']?)([\w.-]{2,80})\1\s*[:=]\s*(["']?)([^\s"',}\]]{3,})/g);
  return [...pairs].flatMap(([, , name = '', , value = '']) => (isSecretName(name) ? [value] : []));
}

/** Passwords and queries of addresses: they may let in. */
function secretsOfAddresses(text: string): string[] {
  if (!text.includes('://')) return [];
  const passwords = [...text.matchAll(/:\/\/[^\s:@/"']*:([^\s@"']+)@/g)].map(([, password = '']) => password);
  const [, query = ''] = /^\s*[a-z][\w+.-]*:\/\/[^\s?#]*\?(\S+)\s*$/i.exec(text) ?? [];
  return [...passwords, ...query.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1))];
}

/** One or two characters would blacken the whole log. */
const worthHiding = (values: readonly string[]) =>
  [...new Set(values)].filter((value) => value.length >= 3 && !NO_SECRET.test(value));

/**
 * The credentials in the text of a structured value. Read leniently: one that does not parse is searched for
 * names and values.
 */
export async function secretsInside(text: string): Promise<readonly string[]> {
  if (!/[{[]|:\s|=/.test(text)) return [];
  const { parseTextMap } = await import('../structured.ts');
  const parsed = parseTextMap(text);
  return worthHiding('fault' in parsed ? secretsByEye(text) : secretTexts(parsed.value, () => false));
}

/** Parameters that let in without looking like it: a function's key, a signature. */
const LETS_IN = /^(code|sig|signature)$/i;
/** Headers that name a platform, a region, a version or a form, and let nobody in. */
const LETS_NOBODY_IN =
  /^(accept(-language)?|content-type|user-agent|(x-)?([\w-]+-)?(provider|region|version|environment|beta|features?|retry|trace-id))$/i;
/** A value that could be a key is one, whatever its header is called. */
const isPlain = (value: string) => value.length <= 40 && /^[a-z]+([-/.][a-z]+)*$/.test(value);

/**
 * The values of `extra_query` and `extra_headers` that may let in: every header but those that are known to
 * be harmless, as a password may be any word.
 */
async function secretsSent(input: string, text: string): Promise<readonly string[]> {
  if (input !== 'extra_query' && input !== 'extra_headers') return [];
  const { parseTextMap } = await import('../structured.ts');
  const parsed = parseTextMap(text);
  const pairs: readonly (readonly [string, unknown])[] = 'fault' in parsed ? [] : Object.entries(Object(parsed.value));
  return pairs.flatMap(([name, value]) =>
    typeof value === 'string' &&
    (LETS_IN.test(name) || (input === 'extra_headers' && !(LETS_NOBODY_IN.test(name) && isPlain(value))))
      ? [value]
      : [],
  );
}

/** Every credential among the raw inputs, to be masked before anything is logged. */
export async function secretsIn(raw: RawInputs): Promise<readonly string[]> {
  const given = Object.entries(raw).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : []));
  const found = await Promise.all(
    given.map(async ([name, value]) => [
      ...(isSecretName(name) ? [value] : []),
      ...secretsOfAddresses(value),
      ...(await secretsInside(value)),
      ...(await secretsSent(name, value)),
    ]),
  );
  return worthHiding(found.flat());
}

/**
 * Credentials among the variables of the environment: those that the platforms and the runner have, and
 * others that are named like one and look like one. The runner's own folders are none.
 */
export function secretsOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): readonly string[] {
  return Object.entries(environment).flatMap(([name, value = '']) => {
    if (names.includes(name)) return value.trim() === '' ? [] : [value.trim()];
    if (/^(https?|all)_proxy$/i.test(name) || name.endsWith('_URL')) return secretsOfAddresses(value);
    const looks = value.length >= 16 && /\d/.test(value) && /[A-Za-z]/.test(value) && !/^[~./\\]|^[A-Z]:\\/.test(value);
    return looks && !name.startsWith('INPUT_') && isSecretName(name) ? [value] : [];
  });
}

/** A copy in which every credential reads `***`. Shapes, names and other values stay. */
export function withoutSecrets(value: unknown): unknown {
  const hidden = (inner: unknown, isSecret: (one: unknown) => boolean, below: boolean, depth: number): unknown => {
    if (depth > DEEPEST) return '…';
    if (Array.isArray(inner)) return inner.map((one) => hidden(one, isSecret, below, depth + 1));
    if (isMap(inner)) {
      const inside = below || isSecret(inner);
      return Object.fromEntries(
        Object.entries(inner).map(([name, one]) => [
          name,
          hidden(one, (field) => isHeldIn(inner, name, field), inside, depth + 1),
        ]),
      );
    }
    if (inner === null || inner === undefined || typeof inner === 'boolean') return inner;
    return below || isSecret(inner) ? '***' : inner;
  };
  return hidden(value, () => false, false, 0);
}
