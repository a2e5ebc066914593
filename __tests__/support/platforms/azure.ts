/** Azure's data plane as far as it is OpenAI's wire: its root, its key, and its machine description of what is asked. */
import type { IncomingMessage } from 'node:http';
import { type Call, type Exchange, Platform, type Reply } from '../platform.ts';
import { describedBy } from './description.ts';

export const AZURE = describedBy('azure-data-plane.json', '', []);

export class Azure extends Platform {
  override get rootPath(): string {
    return '/openai/v1';
  }

  override admit(_: Call, { headers }: IncomingMessage): Reply | undefined {
    return headers['api-key'] ? undefined : this.refusal(401, 'no key', '401');
  }

  override judge({ method, path, sent }: Exchange): readonly string[] {
    return sent === undefined ? [] : AZURE.requestFaults(method, path, sent);
  }
}
