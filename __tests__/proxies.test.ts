/** Which proxy a request goes through: the environment's texts are input, in every spelling that people write. */
import { describe, expect, test } from '@jest/globals';
import { proxyFor } from '../src/adapters/proxies.ts';

const PROXY = 'http://proxy.corp:3128';
const to = (url: string, environment: Record<string, string>) => proxyFor(new URL(url), environment);

describe('the variable that counts', () => {
  test.each<[string, string, Record<string, string>, string | undefined]>([
    ['https by its own', 'https://api.example.com', { HTTPS_PROXY: PROXY, HTTP_PROXY: 'http://other:1' }, PROXY],
    ['https by the other where there is no own one', 'https://api.example.com', { HTTP_PROXY: PROXY }, PROXY],
    ['http never by that of https', 'http://box', { HTTPS_PROXY: PROXY }, undefined],
    ['the lower-case spelling first', 'http://box', { http_proxy: PROXY, HTTP_PROXY: 'http://other:1' }, PROXY],
    ['an empty one is none', 'http://box', { HTTP_PROXY: ' ' }, undefined],
    ['no scheme', 'http://box', { HTTP_PROXY: 'proxy.corp:3128' }, PROXY],
    ['a bare name', 'http://box', { HTTP_PROXY: 'proxy' }, 'http://proxy'],
    ['none at all', 'https://api.example.com', {}, undefined],
  ])('%s', (_, url, environment, expected) => {
    expect(to(url, environment)).toBe(expected);
  });

  test.each(['socks5://proxy:1080', 'http://', 'http://proxy:99999', 'http://user:hush@proxy:99999'])(
    '%s names no proxy: one line with the variable, for requests that need it alone',
    (HTTPS_PROXY) => {
      expect(() => to('https://api.example.com', { HTTPS_PROXY })).toThrow(
        /^The variable HTTPS_PROXY.*Write it as http:\/\/HOST:PORT/,
      );
      expect(() => to('https://api.example.com', { HTTPS_PROXY })).not.toThrow(/hush/);
      expect(to('http://box', { HTTPS_PROXY })).toBeUndefined();
      expect(to('https://127.0.0.1', { HTTPS_PROXY })).toBeUndefined();
      expect(to('https://api.example.com', { HTTPS_PROXY, NO_PROXY: '.example.com' })).toBeUndefined();
    },
  );
});

test.each(['http://127.0.0.1:9', 'http://127.8.9.1', 'http://localhost', 'https://api.localhost', 'http://[::1]:8080'])(
  '%s stays on the machine',
  (url) => {
    expect(to(url, { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY })).toBeUndefined();
  },
);

describe('NO_PROXY', () => {
  test.each<[string, string, boolean]>([
    ['*', 'https://api.example.com', true],
    ['example.com', 'https://api.example.com', true],
    ['.example.com', 'https://api.example.com', true],
    ['*.example.com', 'https://api.example.com', true],
    ['EXAMPLE.com', 'https://example.com', true],
    ['ample.com', 'https://example.com', false],
    ['other.com, api.example.com', 'https://api.example.com', true],
    ['other.com api.example.com', 'https://api.example.com', true],
    ['api.example.com:443', 'https://api.example.com', true],
    ['api.example.com:8443', 'https://api.example.com', false],
    ['box:8000', 'http://box:8000', true],
    ['10.0.0.0/8', 'http://10.1.2.3:8000', true],
    ['10.0.0.0/8', 'http://11.1.2.3', false],
    ['10.0.0.0/8', 'https://api.example.com', false],
    ['10.0.0.0/99', 'http://10.1.2.3', false],
    ['10.1.2.3', 'http://10.1.2.3', true],
    ['0.10.1.2', 'http://10.1.2.3', false],
    ['fd00::/8', 'http://[fd12::7]:80', true],
    ['[fd12::7]:80', 'http://[fd12::7]', true],
    ['fd12::7', 'http://[fd12::7]:8000', true],
    ['', 'https://api.example.com', false],
  ])('%j and %s: straight %s', (NO_PROXY, url, straight) => {
    expect(to(url, { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY, NO_PROXY })).toBe(straight ? undefined : PROXY);
  });
});
