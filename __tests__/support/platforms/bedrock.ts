/**
 * Amazon Bedrock's endpoint for OpenAI's wire as its user guide describes it: reinforcement alone, with a Lambda function as the grader. There is no machine
 * specification of it.
 */
import type { IncomingMessage } from 'node:http';
import { type Call, type Exchange, Platform, type PlatformJob, type Reply } from '../platform.ts';

const FIELDS = ['model', 'training_file', 'validation_file', 'method', 'seed'];
const SETTINGS = ['n_epochs', 'batch_size', 'learning_rate_multiplier'];

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const within = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((inner, name) => (isMap(inner) ? inner[name] : undefined), value);

export class Bedrock extends Platform {
  override admit(call: Call, { headers }: IncomingMessage): Reply | undefined {
    if (!/^Bearer \S+$/.test(headers.authorization ?? '')) return this.refusal(401, 'Unauthorized', 'access_denied');
    return ['pause', 'resume', 'other'].includes(call) ? this.refusal(404, 'Not Found', null) : undefined;
  }

  override judge({ method, path, sent }: Exchange): readonly string[] {
    if (method !== 'POST' || path !== '/fine_tuning/jobs' || !isMap(sent)) return [];
    const settings = within(sent, 'method', 'reinforcement', 'hyperparameters');
    return [
      ...Object.keys(sent).flatMap((name) => (FIELDS.includes(name) ? [] : [`${name} is no field of Bedrock`])),
      ...Object.keys(isMap(settings) ? settings : {}).flatMap((name) =>
        SETTINGS.includes(name) ? [] : [`${name} is no setting of Bedrock`],
      ),
    ];
  }

  override create(body: Record<string, unknown>): Reply {
    if ('suffix' in body) return this.refusal(400, 'suffix is not supported', 'validation_error', 'suffix');
    if (within(body, 'method', 'type') !== 'reinforcement')
      return this.refusal(400, 'only reinforcement fine-tuning is supported', 'validation_error', 'method');
    const grader = within(body, 'method', 'reinforcement', 'grader');
    if (within(grader, 'type') !== 'lambda' || typeof within(grader, 'lambda', 'function') !== 'string')
      return this.refusal(400, 'the grader must be a Lambda function', 'validation_error', 'method');
    return super.create({ ...body, metadata: undefined });
  }

  override shown(job: PlatformJob): Record<string, unknown> {
    const { metadata: _, ...shown } = super.shown(job);
    return { ...shown, method: job.body.method };
  }
}
