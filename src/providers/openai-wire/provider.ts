/** The port over the shared wire. */
import type { Job } from '../../api/objects.ts';
import type { ProviderError } from '../../errors.ts';
import { failure } from '../failures.ts';
import type { Provider } from '../port.ts';
import type { Address, ClientOptions } from '../profile.ts';
import { asker } from './ask.ts';
import { type WireCalls, wireCalls } from './calls.ts';
import type { Dialect } from './dialect.ts';
import { WireEventLog } from './events.ts';
import { findMarked, listedJobs } from './find.ts';
import { carriesAnother, checkMetadata, markedMetadata } from './metadata-mark.ts';
import { jobOf, type WireJob } from './objects.ts';
import { MOST_PAGES, readablePages } from './paging.ts';
import { createBody } from './requests.ts';
import { type Transport, transportTo } from './transport.ts';
import { placeFile } from './uploads.ts';

const PAGE = 100;

/**
 * An answer that names a job with another mark proves nothing about the one that was asked for: it is looked
 * for.
 */
function namesAnother(id: string): ProviderError {
  const detail = `the answer names the job ${id}, which was asked for by someone else`;
  return failure({ call: 'POST /fine_tuning/jobs', fate: 'unknown', detail });
}

/** The client of one server. */
export function wireProvider(
  address: Address,
  dialect: Dialect,
  options: ClientOptions,
  transport: Transport = transportTo(address, dialect, options),
  calls: WireCalls = wireCalls(transport),
) {
  const inOurWords = async (sent: Promise<WireJob>): Promise<Job> => jobOf(await sent, dialect);
  return {
    baseUrl: address.baseUrl,
    check: ({ metadata }) => {
      if (dialect.sendsMetadata) checkMetadata(metadata);
    },
    place: (upload, context) => placeFile(upload, calls, dialect, context),
    create: async (request, mark, signal) => {
      const metadata = dialect.sendsMetadata ? markedMetadata(request.metadata, mark) : undefined;
      const job = await inOurWords(calls.createJob(createBody(request, metadata, dialect.form), signal));
      if (carriesAnother(job, mark.fingerprint)) throw namesAnother(job.id);
      return job;
    },
    find: (mark, context) => findMarked(mark, { calls, dialect, context }),
    look: (id, signal) => inOurWords(calls.retrieveJob(id, signal)),
    cancel: (id, signal) => inOurWords(calls.cancelJob(id, signal, dialect.cancelBody)),
    pause: (id, signal) => inOurWords(calls.pauseJob(id, signal)),
    resume: (id, signal) => inOurWords(calls.resumeJob(id, signal)),
    jobs: (metadata, context) => listedJobs(metadata, { calls, dialect, context }),
    events: (id) => new WireEventLog(calls, id),
    checkpoints: (id, context) =>
      readablePages(
        'checkpoints',
        (after) => context.attempt('read', () => calls.listCheckpoints(id, { after, limit: PAGE }, context.signal)),
        MOST_PAGES,
        context,
      ),
    result: (id, signal) => calls.fileContent(id, signal),
    file: (id, signal) => calls.retrieveFile(id, signal),
    deleteFile: (id, signal) => calls.deleteFile(id, signal),
    model: (id, signal) => calls.retrieveModel(id, signal),
    ask: asker(address, dialect, options),
  } satisfies Provider;
}
