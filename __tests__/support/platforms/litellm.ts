/**
 * LiteLLM's proxy in front of OpenAI's wire, as its source of early 2026 and its documentation of October 2026 describe it. What it hands on is a list of its
 * own; `method` and `metadata` are not on it.
 */
import type { IncomingMessage } from 'node:http';
import { type Call, Platform, type PlatformJob, type Reply } from '../platform.ts';

const HANDED_ON = [
  'model',
  'training_file',
  'validation_file',
  'suffix',
  'seed',
  'hyperparameters',
  'trainingType',
  'custom_llm_provider',
];
const BEHIND = 'custom_llm_provider';

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export class Litellm extends Platform {
  override admit(call: Call, { headers, url = '/' }: IncomingMessage): Reply | undefined {
    if (!/^Bearer \S+$/.test(headers.authorization ?? '')) return this.refusal(401, 'Authentication Error');
    if (['create', 'cancel'].includes(call)) return undefined;
    // `…/events` is taken for the ID of a job: the platform behind has none of that name.
    if (['events', 'checkpoints', 'pause', 'resume', 'model', 'other'].includes(call))
      return this.refusal(call === 'pause' || call === 'resume' ? 405 : 500, `no job ${url} behind`);
    return new URL(url, 'http://x').searchParams.has(BEHIND) ? undefined : this.refusal(400, `${BEHIND} is required`);
  }

  override refusal(status: number, message: string): Reply {
    return { status, body: { error: { message, type: 'None', param: 'None', code: String(status) } } };
  }

  override answer(call: Call, path: string, query: URLSearchParams, body: Buffer, method: string): Reply {
    if (call !== 'cancel') return super.answer(call, path, query, body, method);
    let sent: unknown;
    try {
      sent = JSON.parse(String(body));
    } catch {
      return this.refusal(500, 'Expecting value: line 1 column 1 (char 0)');
    }
    if (!isMap(sent) || typeof sent[BEHIND] !== 'string') return this.refusal(400, `${BEHIND} is required`);
    return super.answer(call, path, query, body, method);
  }

  override create(body: Record<string, unknown>): Reply {
    if (typeof body[BEHIND] !== 'string') return this.refusal(400, `${BEHIND} is required`);
    return super.create(Object.fromEntries(Object.entries(body).filter(([name]) => HANDED_ON.includes(name))));
  }

  /** What the platform behind made of it. */
  override shown(job: PlatformJob): Record<string, unknown> {
    const hyperparameters = job.body.hyperparameters ?? {};
    return {
      ...super.shown(job),
      metadata: null,
      hyperparameters,
      method: { type: 'supervised', supervised: { hyperparameters } },
    };
  }
}
