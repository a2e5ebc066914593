/**
 * Portkey's gateway in front of another platform, as its source of May 2026 and a run of version 1.15.2 describe it: any POST below a job is carried out as a
 * cancel, any GET as a look, and a list is answered with an error though the platform behind answered it.
 */
import type { IncomingMessage } from 'node:http';
import { type Call, Platform, type PlatformJob, type Reply } from '../platform.ts';

export class Portkey extends Platform {
  override admit(call: Call, { headers }: IncomingMessage): Reply | undefined {
    if (!/^Bearer \S+$/.test(headers.authorization ?? '')) return this.refusal(401, 'Unauthorized');
    return call === 'list jobs' || call === 'model' ? this.refusal(500, 'Something went wrong') : undefined;
  }

  override refusal(status: number, message: string): Reply {
    return { status, body: { status: 'failure', message } };
  }

  override callOf(method: string, path: string): Call {
    const call = super.callOf(method, path);
    if (call === 'pause' || call === 'resume') return 'cancel';
    return call === 'events' || call === 'checkpoints' ? 'job' : call;
  }

  override create(body: Record<string, unknown>): Reply {
    const { metadata: _, method: __, ...kept } = body;
    return super.create(kept);
  }

  override shown(job: PlatformJob): Record<string, unknown> {
    return { ...super.shown(job), metadata: null };
  }
}
