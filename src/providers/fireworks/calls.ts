/**
 * Requests to this platform: one each, repeated nowhere, their failures as ProviderError. Paths are below the
 * root that has all accounts.
 */
import * as z from 'zod/mini';
import { ActionError } from '../../errors.ts';
import { failure, short } from '../failures.ts';
import { type JsonAnswer, type JsonRequest, jsonCall } from '../json-call.ts';
import { type MultipartBody, multipart } from '../multipart.ts';
import type { Upload } from '../port.ts';
import type { Address } from '../profile.ts';
import { secondsFor } from '../time-limits.ts';
import { EXPLANATIONS } from './explanations.ts';

/** The largest file of metrics that is read, in bytes. */
const LARGEST_FILE = 16 * 1024 * 1024;
/** How long an answer of another form is asked for again, in milliseconds. */
const SETTLED = 5000;

export interface Request {
  readonly method: JsonRequest['method'];
  /** Below the root, each part of it encoded: `/accounts/A/datasets/D`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

export interface Calls {
  /** Whose resources are asked for. */
  readonly account: string;
  send(request: Request): Promise<JsonAnswer>;
  /** @throws ProviderError of unknown fate for an answer of another form */
  ask<Schema extends z.core.$ZodType>(schema: Schema, request: Request): Promise<z.infer<Schema>>;
  /** Sends a file as a form. */
  upload(path: string, file: Upload, signal: AbortSignal): Promise<void>;
  /** Sends a file to a signed address, which gets no credential. */
  putSigned(url: string, file: Upload, signal: AbortSignal): Promise<void>;
  /** Reads a file from a signed address, likewise. */
  getSigned(url: string, call: string, signal: AbortSignal): Promise<Uint8Array>;
}

/** The root of the API and the account in it. */
export function partsOf(baseUrl: string): { readonly root: string; readonly account: string } {
  const [, root = baseUrl, account = ''] = /^(.*)\/accounts\/([^/]+)$/.exec(baseUrl) ?? [];
  return { root, account: decodeURIComponent(account) };
}

function headersOf({ credential, extraHeaders }: Address): Readonly<Record<string, string>> {
  if (credential?.kind === 'none') return { ...extraHeaders };
  if (credential?.kind !== 'key') throw new ActionError('There is no key for Fireworks AI. Write api_key.');
  return { ...extraHeaders, authorization: `Bearer ${credential.key}` };
}

export function callsTo(address: Address): Calls {
  const { root, account } = partsOf(address.baseUrl);
  const urlOf = ({ path, query }: Pick<Request, 'path' | 'query'>) => {
    const pairs = new URLSearchParams({ ...address.extraQuery, ...query }).toString();
    return `${root}${path}${pairs === '' ? '' : `?${pairs}`}`;
  };
  const send = (request: Request) =>
    jsonCall({
      call: `${request.method} ${request.path}`,
      method: request.method,
      url: urlOf(request),
      headers: { ...headersOf(address), ...(request.body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
      signal: request.signal,
      explanations: EXPLANATIONS,
    });

  return {
    account,
    send,
    async ask(schema, request) {
      const { json, text, status } = await send(request);
      const parsed = z.safeParse(schema, json);
      if (parsed.success) return parsed.data;
      const call = `${request.method} ${request.path}`;
      const detail = `the answer is not what the API describes: ${text === '' ? 'it is empty' : short(text, 120)}`;
      // A server that says something whole and else will say it again.
      const patience = json === undefined ? undefined : SETTLED;
      throw failure({ call, fate: 'unknown', status, patience, detail });
    },
    async upload(path, file, signal) {
      const form: MultipartBody = multipart({}, 'file', file);
      await jsonCall({
        call: `POST ${path}`,
        method: 'POST',
        url: urlOf({ path }),
        headers: { ...headersOf(address), 'content-type': form.contentType, 'content-length': String(form.contentLength) },
        body: form.stream(),
        seconds: secondsFor(form.contentLength),
        signal,
        explanations: EXPLANATIONS,
      });
    },
    async putSigned(url, file, signal) {
      await jsonCall({
        call: 'PUT to the signed address',
        method: 'PUT',
        url,
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(file.bytes),
          'x-goog-content-length-range': `${file.bytes},${file.bytes}`,
        },
        body: ReadableStream.from(file.open()),
        seconds: secondsFor(file.bytes),
        signal,
      });
    },
    async getSigned(url, call, signal) {
      const { text } = await jsonCall({ call, method: 'GET', url, headers: { accept: '*/*' }, signal, largest: LARGEST_FILE });
      return Buffer.from(text);
    },
  };
}
