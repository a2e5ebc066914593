/** What to do about a refusal: told at the end of the message, and by itself. */
import { expect, test } from '@jest/globals';
import { explanationOf, failure } from '../src/providers/failures.ts';
import { explainJob } from '../src/providers/openai-wire/explanations.ts';

test.each([
  ['invalid_training_file', 'The job failed due to an unsafe training file.', 'safety check'],
  ['moderation', null, 'safety check'],
  ['invalid_training_file', 'Example 4 is missing key "messages".', 'Fix what its message names'],
  ['invalid_file_format', null, 'Fix what its message names'],
  ['exceeded_quota', null, 'Raise the account’s credit'],
  ['daily_rate_limit_exceeded', null, 'Run again later'],
  ['server_error', 'It broke.', 'The fault is the platform’s'],
  [null, null, 'Look at the events'],
] as const)('a job that failed with %s: %s', (code, message, fix) => {
  expect(explainJob({ code, message })).toContain(fix);
});

test('a failed call: its message ends with the fix, which is also told by itself', () => {
  const error = failure({ call: 'POST /x', fate: 'refused', status: 401, requestId: 'req_1', detail: 'no such key' });
  expect(error.fix).toBe(explanationOf({ call: 'POST /x', status: 401 }, [])?.fix);
  expect(error.message).toBe(`POST /x failed with 401 (request req_1): no such key. ${error.fix}`);
  expect(failure({ call: 'POST /x', fate: 'refused', status: 418, detail: 'a teapot' }).fix).toBeUndefined();
});
