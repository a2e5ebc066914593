/** Credentials that may be another one and the training the same: told from settings, and left out. */
import { isSecretName } from './secret-names.ts';

/** `pad_token` and the like: settings of a tokenizer, whose values are texts of the model. */
const TOKENIZER_NAME =
  /(^|[_-])(pad|eos|bos|unk|sep|cls|mask|stop|end|start|begin|system|user|assistant|special|image|tool)[_-]?token$/i;

/**
 * Whether a field holds a credential that may be rotated without asking for another training. A rule for what
 * may be shown would be too wide here: a setting that is forgotten makes two trainings one.
 */
function isRotated(name: string, value: unknown): boolean {
  if (!isSecretName(name, value)) return false;
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
