/** What the words of a failed creation prove beyond its status. */
import { describe, expect, test } from '@jest/globals';
import type { ProviderFacts } from '../src/errors.ts';
import { creationFacts } from '../src/providers/creation-refusals.ts';
import { fateOf } from '../src/providers/failures.ts';

const facts = (status: number, detail: string): ProviderFacts => ({ call: 'POST /jobs', status, fate: fateOf(status), detail });

describe('a fault of a server', () => {
  test.each<[number, string, number, string]>([
    [500, "litellm.BadRequestError: OpenAIException - Error code: 400 - {'error': {'message': 'No'}}", 400, 'invalid'],
    [500, '{"error": {"message": "bad suffix", "type": "invalid_request_error"}}', 400, 'invalid'],
    [502, 'upstream responded with 422: learning_rate is no number', 422, 'invalid'],
    [503, 'HTTP 403 from the provider', 403, 'credential'],
    [500, '{"status_code": 404, "message": "no such model"}', 404, 'unsupported'],
    [500, 'RateLimitError: slow down', 429, 'limited'],
  ])('%d %s passes a refusal on', (status, detail, passedOn, kind) => {
    expect(creationFacts(facts(status, detail))).toMatchObject({ fate: 'refused', passedOn, kind, status });
  });
  test.each([
    [500, 'Internal server error'],
    [500, 'row 400 of the queue could not be written'],
    [500, 'Error code: 409 - it exists already'],
    [502, 'upstream answered 408'],
    [504, 'no answer within 400 ms'],
    [500, 'job ft-400 was created, and could not be read back'],
  ])('%d %s proves nothing', (status, detail) => {
    const given = facts(status, detail);
    expect(creationFacts(given)).toBe(given);
  });
});

describe('a refusal', () => {
  test.each([
    "File 'file-abc' is still being processed and is not ready to be used for fine-tuning. Please try again later.",
    'The training file file-1 is not ready yet.',
    'The specified file file-1 is pending',
    'dataset accounts/a/datasets/d is not READY',
    'training_file has not been validated: the file is currently processing',
  ])('that asks to wait for the file: %s', (detail) => {
    expect(creationFacts(facts(400, detail))).toMatchObject({ fate: 'refused', kind: 'limited' });
  });
  test.each([
    [400, 'The file has an invalid format.'],
    [400, 'n_epochs is not yet supported'],
    [403, 'The file is still being processed.'],
    [400, 'The file is not a JSONL file.'],
  ])('for good: %d %s', (status, detail) => {
    const given = facts(status, detail);
    expect(creationFacts(given)).toBe(given);
  });
});
