/**
 * What is asked, and by what its answer is found again. A server may refuse parameters by name; what it does
 * not take is renamed or left out for all that are asked, so that they are asked alike. Pure.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';
import type { ProviderFacts } from '../errors.ts';
import type { ChatRequest } from '../providers/port.ts';

type Map = Readonly<Record<string, unknown>>;

/** In what the requests differ from what was asked. */
export interface Adaptation {
  /** The limit of an answer goes out under its other name. */
  readonly renamed: boolean;
  /** Parameters that are left out. */
  readonly dropped: readonly string[];
}

export const AS_ASKED: Adaptation = { renamed: false, dropped: [] };

const LIMIT = 'max_completion_tokens';
const OLD_LIMIT = 'max_tokens';
const otherName: Readonly<Record<string, string>> = { [LIMIT]: OLD_LIMIT, [OLD_LIMIT]: LIMIT };
/** What may be left out without asking for something else. */
const OPTIONAL = ['temperature', 'top_p', 'seed', 'store', 'presence_penalty', 'frequency_penalty', 'parallel_tool_calls'];

/** The body as the server takes it. */
export function adapted(body: ChatRequest, { renamed, dropped }: Adaptation): ChatRequest {
  const entries = Object.entries(body)
    .filter(([name]) => !dropped.includes(name))
    .map(([name, value]) => [renamed ? (otherName[name] ?? name) : name, value]);
  return { ...Object.fromEntries(entries), model: body.model, messages: body.messages };
}

/** The parameter that a refusal is about. */
function refusedName({ status, param, detail }: ProviderFacts, body: Map): string | undefined {
  if (status !== 400 && status !== 422) return undefined;
  const names = Object.keys(body).filter((name) => name !== 'model' && name !== 'messages');
  if (param !== undefined && names.includes(param)) return param;
  return names.find((name) => new RegExp(`(^|[^\\w])${name}([^\\w]|$)`).test(detail));
}

/**
 * What to change after a refusal; undefined where nothing is to be changed.
 * @param optional further parameters that may be left out
 */
export function adaptedTo(
  facts: ProviderFacts,
  sent: ChatRequest,
  now: Adaptation,
  optional: readonly string[] = [],
): Adaptation | undefined {
  const name = refusedName(facts, sent);
  if (name === undefined) return undefined;
  if (name in otherName) return now.renamed ? undefined : { ...now, renamed: true };
  if (![...OPTIONAL, ...optional].includes(name)) return undefined;
  return { ...now, dropped: [...now.dropped, name].sort() };
}

const hash = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** By what the answer to a request is found again, whoever gave it. */
export function questionHash({ model: _, ...request }: ChatRequest, repeat: number): string {
  const { [OLD_LIMIT]: old, ...rest } = request;
  // One limit under two names is one limit, and what is not kept changes no answer.
  const { store: _store, ...counted } = old === undefined || LIMIT in rest ? request : { ...rest, [LIMIT]: old };
  return hash(['answer', 1, counted, repeat]);
}

/** By what a model is known, wherever it stands. */
export const modelHash = (origin: string, model: string) => hash(['model', origin, model]);
