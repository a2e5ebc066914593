/** A creation that is refused by words: by a server behind the one that was asked, or because its file is not ready. */
import { describe, expect, test } from '@jest/globals';
import { type Call, type Fault, type PlatformOptions, paidFor } from '../support/platform.ts';
import { onStage } from '../support/platforms/stage.ts';
import { MARKED } from '../support/platforms/staged.ts';

const json = (status: number, body: object): Fault['how'] => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
/** The first so many creations. */
const creations =
  (fault: Fault, times = 1): NonNullable<PlatformOptions['fault']> =>
  (call: Call, number: number) =>
    call === 'create' && number <= times ? fault : undefined;

const PASSED_ON: readonly (readonly [string, Fault['how']])[] = [
  [
    '500 with the error of a client in it',
    json(500, {
      error: {
        message: "litellm.BadRequestError: OpenAIException - Error code: 400 - {'error': {'message': 'Invalid suffix'}}",
        type: null,
        param: null,
        code: '500',
      },
    }),
  ],
  ['502 that says what came', json(502, { error: { message: 'upstream responded with 422: Invalid suffix' } })],
];
const EARLY = json(400, {
  error: {
    message: "File 'f' is still being processed and is not ready to be used for fine-tuning. Please try again later.",
    type: 'invalid_request_error',
    param: null,
    code: null,
  },
});

describe.each(MARKED.map((staged) => [staged.provider, staged] as const))('%s', (_, staged) => {
  test.each(PASSED_ON)('%s is a refusal: one request, and no job that may be there', (_name, how) =>
    onStage(staged, { fault: creations({ when: 'before', how }, 9) }, async ({ step, platform, count }) => {
      const { errors, exitCode, log, warnings, outputs } = await step();
      expect([exitCode, count('create'), platform.jobs.length]).toEqual([1, 1, 0]);
      expect(outputs.error_message).toContain('Invalid suffix');
      expect(errors.join()).toMatch(/The server behind it refused the request with 4\d\d, so asking again does not help/);
      expect(`${log}${warnings.join()}`).not.toMatch(/may have created the job|asking once more/);
    }),
  );

  test.each(PASSED_ON)('%s, and the job is there all the same: it is the one', (_name, how) =>
    onStage(staged, { fault: creations({ when: 'after', how }) }, async ({ step, platform, count }) => {
      const { errors, outputs } = await step();
      expect([errors, count('create'), platform.jobs.length]).toEqual([[], 1, 1]);
      expect([outputs.job_id, paidFor(platform.jobs)]).toEqual([platform.jobs[0]?.id, 1]);
    }),
  );

  test('a file that is still being processed is waited for, with a look before each request', () =>
    onStage(staged, { fault: creations({ when: 'before', how: EARLY }, 3) }, async ({ step, platform, count }) => {
      const { errors, log } = await step();
      expect([errors, count('create'), platform.jobs.length]).toEqual([[], 4, 1]);
      expect(log).toMatch(/still being processed.*Trying again in \d+ s/s);
      const calls = platform.calls.filter((call) => ['create', 'list jobs', 'job'].includes(call));
      const [, ...between] = calls.join().split('create');
      expect(between.slice(0, 3).every((looks) => /list jobs|job/.test(looks))).toBe(true);
    }));

  test('a file that is never ready ends the step with the server’s words', () =>
    onStage(staged, { fault: creations({ when: 'before', how: EARLY }, 999) }, async ({ step, platform }) => {
      const { errors, exitCode } = await step({ timeout_minutes: '5' });
      expect([exitCode, platform.jobs.length]).toEqual([1, 0]);
      expect(errors.join()).toMatch(/still being processed/);
    }));
});
