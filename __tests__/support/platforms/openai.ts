/** OpenAI's own platform, whose wire the server already speaks: what is asked of it is held against its machine description. */
import type { IncomingMessage } from 'node:http';
import { requestFaults } from '../openapi.ts';
import { type Call, type Exchange, Platform, type Reply } from '../platform.ts';

export class OpenAi extends Platform {
  override admit(_: Call, { headers }: IncomingMessage): Reply | undefined {
    return /^Bearer \S+$/.test(headers.authorization ?? '') ? undefined : this.refusal(401, 'no key', 'invalid_api_key');
  }

  override judge({ method, path, sent }: Exchange): readonly string[] {
    return sent === undefined ? [] : requestFaults(method, path, sent);
  }
}
