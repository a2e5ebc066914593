/** The request for GitHub's identity token: what is asked, and that whatever is no token is said to be none. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { githubIdentityToken } from '../src/adapters/github-identity.ts';

let answer: readonly [status: number, body: string];
let asked: IncomingMessage | undefined;
const service = createServer((request, response) => {
  asked = request;
  response.writeHead(answer[0], { location: '/elsewhere' }).end(answer[1]);
});
beforeAll(async () => {
  await once(service.listen(0, '127.0.0.1'), 'listening');
});
beforeEach(() => {
  const place = service.address();
  if (typeof place !== 'object' || place === null) throw new Error('The service has no port.');
  process.env.ACTIONS_ID_TOKEN_REQUEST_URL = `http://127.0.0.1:${place.port}/token?api-version=2`;
  process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = 'request-token';
});
afterAll(() => {
  service.close();
});

test('it is asked for this audience, with the token of the job', async () => {
  answer = [200, '{"value": "a.b.c", "count": 3}'];
  expect(await githubIdentityToken('api://x y')).toBe('a.b.c');
  expect(asked?.url).toBe('/token?api-version=2&audience=api%3A%2F%2Fx%20y');
  expect(asked?.headers.authorization).toBe('Bearer request-token');
});

test.each<[string, typeof answer, string]>([
  ['a refusal', [403, 'no'], 'it answered 403'],
  ['a map without it', [200, '{}'], 'there is none in its answer'],
  ['an empty one', [200, '{"value": ""}'], 'there is none in its answer'],
  ['no JSON', [200, '<html>'], 'there is none in its answer'],
])('%s is no token', async (_, given, message) => {
  answer = given;
  await expect(githubIdentityToken('x')).rejects.toThrow(`GitHub gave no identity token: ${message}.`);
});

test('the token of the job is carried nowhere else', async () => {
  answer = [302, ''];
  await expect(githubIdentityToken('x')).rejects.toThrow();
  expect(asked?.url).toContain('/token?');
});

test('a job without the permission asks nobody, and is told which one', async () => {
  asked = undefined;
  delete process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  await expect(githubIdentityToken('x')).rejects.toThrow('Give it the permission id-token: write');
  expect(asked).toBeUndefined();
});
