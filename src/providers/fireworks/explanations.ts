/** What this platform's refusals mean and what to do about them. Matched from the top. */
import type { Explanation } from '../failures.ts';

export const EXPLANATIONS: readonly Explanation[] = [
  {
    status: 401,
    fix: 'The key was not accepted. Check that api_key belongs to Fireworks and has not been revoked.',
    final: true,
  },
  {
    status: 403,
    fix: 'A key belongs to one account: check that base_url or FIREWORKS_ACCOUNT_ID names the account of this key, and that the key may do this.',
    final: true,
  },
  {
    status: 429,
    says: /spend|billing|payment|credit/i,
    fix: 'The spending limit of the account is reached. Raise it on Fireworks and run again.',
    final: true,
  },
  {
    status: 429,
    call: '/deployments',
    says: /quota|limit/i,
    fix: 'The account may have no more of these machines. Take another deployment down, ask Fireworks for a higher quota, or choose another acceleratorType or shape.',
    final: true,
  },
  {
    status: 412,
    fix: 'Fireworks cannot do this now: the machines are not there, the account is suspended, or it has no way to pay. Look at the account, choose another machine, or run again later.',
    final: false,
  },
];
