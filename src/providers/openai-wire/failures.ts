/** What a server of the wire answered, read from the errors of the `openai` SDK. */

import * as z from 'zod/mini';
import type { ProviderFacts } from '../../errors.ts';
import { creationFacts } from '../creation-refusals.ts';
import { fateOf, redirected, retryAfterOf } from '../failures.ts';
import { APIError, OAuthError } from './sdk.ts';

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** One fault as FastAPI has it. */
const Fault = z.object({ loc: z.optional(z.array(z.union([z.string(), z.number()]))), msg: z.string() });

/** FastAPI's `detail`: a text, or what is wrong with the request by its places. */
function detailWords(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  const faults = z.array(Fault).safeParse(detail);
  if (!faults.success) return JSON.stringify(detail);
  return faults.data.map(({ loc = [], msg }) => (loc.length === 0 ? msg : `${loc.join('.')}: ${msg}`)).join('; ');
}

/** The server's own words: OpenAI's `error.message`, FastAPI's `detail`, or the beginning of what came. */
function wordsOf(error: APIError): string {
  const body: unknown = error.error;
  const inner = typeof body === 'object' && body !== null ? body : {};
  const message = textOf(Reflect.get(inner, 'message'));
  if (message !== undefined) return message;
  const detail: unknown = Reflect.get(inner, 'detail');
  if (detail !== undefined) return detailWords(detail);
  return error.message.replace(/^\d{3} /, '');
}

/** What a web page says of itself; undefined where the answer is none. */
function pageOf(error: APIError): string | undefined {
  const isPage =
    /text\/html/i.test(error.headers?.get('content-type') ?? '') || /^\d{3} \s*<(!doctype|html)/i.test(error.message);
  if (!isPage || typeof error.error === 'object') return undefined;
  const title = /<title[^>]*>([^<]{1,200})/i.exec(error.message)?.[1]?.trim();
  return title ? `a web page: ${title}` : 'a web page';
}

/** Calls about one job, file or endpoint. */
const WITH_ID = /\/(jobs|files|fine-tunes|endpoints)\/[^/]/;

/** By which servers say that nothing answers under the name of a model. */
const NO_MODEL = /^(model_not_found|DeploymentNotFound|NotFoundError|model_not_available)$/;

/**
 * Whether a 404 says that the thing is not there. For an address without an ID, or of an unknown call, it is
 * the server that lacks the call.
 */
function isMissing(call: string, code: string | undefined, param: string | undefined): boolean {
  if (call.includes('/chat/completions')) return NO_MODEL.test(code ?? '') || param === 'model';
  return call.includes('/models/') ? code === 'model_not_found' || param === 'model' : WITH_ID.test(call);
}

/**
 * Some servers say so after they have created the job: it exists already, or is to be seen elsewhere. A
 * gateway says 499 of what it did not wait for.
 */
const AMBIGUOUS = [301, 302, 303, 409, 499];
const CREATION = /^POST \/(fine_tuning\/jobs|fine-tunes)$/;

/** What was answered; undefined where the error is none of an answer. */
export function answerOf(error: unknown, call: string, now: number): ProviderFacts | undefined {
  if (error instanceof OAuthError) {
    return {
      call,
      fate: 'refused',
      status: error.status,
      code: textOf(error.error_code),
      detail: `the exchange of GitHub's token was refused: ${error.message}`,
    };
  }
  if (!(error instanceof APIError) || error.status === undefined) return undefined;
  const { status, headers } = error;
  const code = textOf(error.code);
  const param = textOf(error.param);
  const page = pageOf(error);
  const creates = CREATION.test(call);
  const facts: ProviderFacts = {
    call,
    fate: creates && AMBIGUOUS.includes(status) ? 'unknown' : fateOf(status),
    kind: status === 404 && isMissing(call, code, param) ? 'missing' : undefined,
    status,
    code,
    type: textOf(error.type),
    param,
    requestId: textOf(error.requestID) ?? textOf(headers?.get('apim-request-id')),
    retryAfter: retryAfterOf(headers, now),
    page: page !== undefined,
    detail: redirected(status, headers) ?? page ?? wordsOf(error),
  };
  return creates ? creationFacts(facts) : facts;
}
