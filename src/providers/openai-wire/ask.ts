/**
 * One chat completion of the shared wire: sent once, where fine-tuned models are called, and read leniently,
 * since servers leave out what they have nothing to say about.
 */
import * as z from 'zod/mini';
import { ActionError } from '../../errors.ts';
import type { ChatReply, ChatRequest } from '../port.ts';
import type { Address, ClientOptions } from '../profile.ts';
import type { Dialect } from './dialect.ts';
import { type Transport, transportTo } from './transport.ts';

/** A model that thinks may take minutes. */
const ANSWER_SECONDS = 600;

const Count = z.catch(z.number().check(z.gte(0)), 0);
const Text = z.catch(z.nullish(z.string()), null);
/** A word of the server's; a longer one is none. */
const Word = z.catch(z.nullish(z.string().check(z.maxLength(200))), null);

const Usage = z.object({
  prompt_tokens: Count,
  completion_tokens: Count,
  prompt_tokens_details: z.catch(z.nullish(z.object({ cached_tokens: Count })), null),
});

/** Content in parts, as some servers give it: their texts in order. */
const Content = z.pipe(
  z.nullish(z.union([z.string(), z.array(z.looseObject({ text: z.optional(z.string()) }))])),
  z.transform((content) => (Array.isArray(content) ? content.map(({ text = '' }) => text).join('') : (content ?? null))),
);

const Completion = z.pipe(
  z.object({
    choices: z
      .array(
        z.object({
          message: z.object({
            content: Content,
            tool_calls: z.catch(z.nullish(z.array(z.unknown())), null),
            refusal: Text,
          }),
          finish_reason: Word,
        }),
      )
      .check(z.minLength(1)),
    usage: z.catch(z.nullish(Usage), null),
    system_fingerprint: Word,
  }),
  z.transform(({ choices, usage, system_fingerprint }, context): ChatReply => {
    const [choice] = choices;
    if (choice === undefined) {
      context.issues.push({ code: 'custom', input: choices, message: 'a choice' });
      return z.NEVER;
    }
    const { content, tool_calls, refusal } = choice.message;
    return {
      content,
      tool_calls: tool_calls ?? [],
      refusal: refusal ?? null,
      finish_reason: choice.finish_reason ?? '',
      usage:
        usage == null
          ? undefined
          : {
              prompt_tokens: usage.prompt_tokens,
              completion_tokens: usage.completion_tokens,
              cached_tokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
            },
      system_fingerprint: system_fingerprint ?? undefined,
    };
  }),
);

/**
 * The address at which models are called, with the credential that may go there.
 * @throws ActionError where the key that there is belongs to another server
 */
export function callAddress(address: Address): Address {
  const { baseUrl, inferenceUrl, credential, inferenceCredential } = address;
  if (inferenceUrl === undefined || inferenceUrl === baseUrl) return address;
  if (credential !== undefined && inferenceCredential === undefined) {
    throw new ActionError(
      `Input inference_base_url is ${JSON.stringify(inferenceUrl)}; the key that was found is for ${new URL(baseUrl).origin} and is not sent elsewhere. Write the input api_key, which serves both.`,
    );
  }
  // Headers and query are for the address that they were written for.
  return {
    ...address,
    baseUrl: inferenceUrl,
    credential: inferenceCredential,
    extraQuery: undefined,
    extraHeaders: undefined,
  };
}

/** The way to the models of one server; opened when it is first asked. */
export function asker(address: Address, dialect: Dialect, options: ClientOptions) {
  let opened: Transport | undefined;
  return async ({ ...body }: ChatRequest, signal: AbortSignal): Promise<ChatReply> => {
    opened ??= transportTo(callAddress(address), dialect, options);
    return opened.ask(Completion, { method: 'post', path: '/chat/completions', body, signal, seconds: ANSWER_SECONDS });
  };
}
