/**
 * What Azure's refusals mean on its data plane. Sources: Microsoft's limits and fine-tuning pages, 2026-02
 * and 2026-10.
 */
import type { Explanation } from '../failures.ts';

const FILES =
  'A resource holds 100 files and 1 GB in all, and takes files of at most 512 MB. Delete what is no longer trained on; delete_files: after_success does it from now on.';
const JOBS =
  'A resource runs 3 jobs at once (5 of the Developer tier), queues 20 and keeps 100 in all. Wait for one to end; where it is the 100, delete old ones in the portal or train on another resource.';

export const EXPLANATIONS: readonly Explanation[] = [
  {
    call: 'POST /fine_tuning/jobs',
    says: /(cannot|can not|can't|does not|not) .{0,60}fine-?tun/i,
    fix: 'Azure says this of open models where trainingType is missing: write extra_body: {trainingType: GlobalStandard}. Of another model it means that the region or the customer may not train it.',
    final: true,
  },
  {
    call: '/pause',
    status: 400,
    fix: 'Azure pauses a job only while it runs and has finished a step, and not for every model and method.',
    final: true,
  },
  {
    call: '/pause',
    status: 409,
    fix: 'Azure pauses a job only while it runs and has finished a step, and not for every model and method.',
    final: true,
  },
  { call: 'POST /files', says: /limit|quota|exceed|maximum|too many|too large/i, fix: FILES, final: true },
  { call: 'POST /files', status: 413, fix: FILES, final: true },
  { call: 'POST /fine_tuning/jobs', says: /maximum|limit|quota|too many|exceed/i, status: 400, fix: JOBS, final: true },
  { call: 'POST /fine_tuning/jobs', status: 429, fix: JOBS, final: false },
  {
    status: 401,
    fix: 'Azure did not take the key or the token. A key belongs to one resource; a token must be made out to https://cognitiveservices.azure.com, for a project (/api/projects/…) to https://ai.azure.com.',
    final: true,
  },
  {
    status: 403,
    fix: 'Whoever signs in lacks a role on the resource (Cognitive Services OpenAI Contributor trains and calls), or its network rules keep this runner out.',
    final: true,
  },
];
