/**
 * Requests, read strictly: what the API does not know is refused, so that a rehearsal finds what the real
 * thing would trip over.
 */
import type { IncomingMessage } from 'node:http';
import { badRequest } from './errors.ts';

const LARGEST_BODY = 4 * 1024 * 1024;

export interface Call {
  readonly request: IncomingMessage;
  /** What the path's placeholders stand for. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
}

/** The body of a JSON request. @throws ApiError when it is none */
export async function jsonBody({ request }: Call): Promise<Readonly<Record<string, unknown>>> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw badRequest('The content type must be application/json.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw badRequest('The body is too large.');
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw badRequest('We could not parse the JSON body of your request.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest('The body must be a JSON object.');
  return { ...value };
}

/** Refuses query parameters that this call does not take. */
export function onlyQuery(query: URLSearchParams, ...known: string[]): void {
  for (const name of query.keys()) {
    if (!known.includes(name.replace(/\[.*$/, '[]')) && !known.includes(name))
      throw badRequest(`Unknown query parameter: '${name}'.`, name, 'unknown_parameter');
  }
}

/** A page of a list that is sorted already: after a cursor, up to a limit. */
export function page<Item extends { readonly id: string }>(
  items: readonly Item[],
  query: URLSearchParams,
  defaults: { readonly limit: number; readonly most: number },
) {
  const limit = query.has('limit') ? Number(query.get('limit')) : defaults.limit;
  if (!Number.isInteger(limit) || limit < 1 || limit > defaults.most)
    throw badRequest(`limit must be a whole number from 1 to ${defaults.most}.`, 'limit');
  const after = query.get('after');
  const at = after === null ? -1 : items.findIndex(({ id }) => id === after);
  if (after !== null && at < 0) throw badRequest(`No item with the ID '${after}' to begin after.`, 'after');
  const data = items.slice(at + 1, at + 1 + limit);
  return {
    object: 'list',
    data,
    has_more: at + 1 + limit < items.length,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  };
}
