/** What Together's refusals mean and what to do about them, as data. Matched from the top. */
import type { Explanation } from '../failures.ts';

export const EXPLANATIONS: readonly Explanation[] = [
  {
    status: 404,
    call: '/fine-tunes/',
    fix: 'The server knows no such job. Check job_id, and that the key belongs to the same account.',
    final: true,
  },
  {
    status: 404,
    call: '/endpoints/',
    fix: 'The server knows no such endpoint. Check its name, and that the key belongs to the same account.',
    final: true,
  },
  {
    status: 401,
    call: 'POST /files',
    fix: 'Together answers so to a wrong key, and where the files would go beyond the free credit. Check the key, then the credit.',
    final: true,
  },
];
