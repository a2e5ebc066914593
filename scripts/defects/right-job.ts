/** Breaks of what finds the right job and the right model. */
import type { Defect } from './defect.ts';

export const RIGHT_JOB: readonly Defect[] = [
  {
    what: 'metadata are looked for before the fingerprint',
    promise: 'By the inputs of `create`',
    from: 'if (!hasRequest(world.inputs)) return',
    to: 'if (true) return',
    proof: { file: 'which-job', name: 'a reverted data set gets the model' },
  },
  {
    what: 'a search takes the jobs of another repository',
    promise: 'Searches by `metadata` keep to this repository',
    from: 'any_repository || !isElsewhere(job, repository)',
    to: 'true',
    proof: { file: 'which-job', name: 'passes over the other one’s jobs' },
  },
  {
    what: 'other labels of a job that is taken up are not spoken of',
    promise: 'A job that was taken up keeps its labels',
    from: 'if (plan.action !== "create") warnOfOtherMetadata(step, job);',
    to: '',
    proof: { file: 'which-job', name: 'create: the difference is said' },
  },
  {
    what: 'the evidence names the run that took the job up',
    promise: 'The evidence names',
    from: 'if (reused === false)',
    to: 'if (true)',
    proof: { file: 'which-job', name: 'the evidence names the run and commit' },
  },
  {
    what: 'two calls of one run are taken for one',
    promise: 'A workflow that is called twice',
    from: '(job) => isSibling(job, mark.origin?.run)',
    to: '() => false',
    proof: { file: 'twins', name: 'without reuse each call gets a job of its own' },
  },
  {
    what: 'a file is taken for ours by its name and size',
    promise: 'A file is used again only',
    from: /if \(await context\.attempt\("extra", \(\) => calls\.fileHash[^;]*\) return true;/,
    to: 'return true;',
    proof: { file: 'identity', name: 'with bytes that someone planted' },
  },
  {
    what: 'a success without a name is a model',
    promise: 'A success without a name',
    from: 'usable.job.fine_tuned_model ?',
    to: 'true ?',
    proof: { file: 'foreign-data', name: 'a success without a name' },
  },
];
