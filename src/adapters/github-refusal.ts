import { messageOf } from '../errors.ts';

/** Why GitHub refused, for a person. */
export function refusal(error: unknown): string {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
  return status === 403 || status === 401 || status === 404
    ? `the token may not (${status}). Give the job the permission:\n\n    permissions:\n      contents: read\n      pull-requests: write\n`
    : messageOf(error);
}
