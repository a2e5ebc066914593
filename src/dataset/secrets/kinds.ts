/** The kinds of credentials that are recognised, each by how its issuer writes it. */
import { isPlaceholder } from './placeholders.ts';
import { KEY_BEGINNING, readPrivateKey } from './private-keys.ts';
import { isUneven, looksRandom } from './randomness.ts';
import { URL_MIDDLE, urlWithPassword } from './url-passwords.ts';
import { readWebToken } from './web-tokens.ts';

/** What begins at a place of a text: where it ends, and whether it opens something. */
interface Reading {
  /** Nothing of the kind begins before here. */
  readonly end: number;
  readonly opens: boolean;
  /** Where it begins, when that is before the beginning that was met. */
  readonly start?: number;
}

export interface Kind {
  readonly name: string;
  /** How it begins; global. Nothing in it may be repeated without a bound. */
  readonly begins: RegExp;
  /** @param after behind the beginning */
  readonly read: (text: string, start: number, after: number) => Reading;
}

const WORD = /\w/;

/** Whether a word begins here. The letters of an escape (`\n`, `\u201c`) are no part of the word after it. */
function isWordStart(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === undefined || !WORD.test(before)) return true;
  return /\\(?:[bfnrt]|u[0-9a-fA-F]{4})$/.test(text.slice(Math.max(0, at - 6), at));
}

interface Token {
  /** The characters behind the beginning. */
  readonly of: RegExp;
  readonly least: number;
  readonly most: number;
  /**
   * So many of them must look random; `capitals`: there are no small letters, of which words could be told.
   */
  readonly random?: number | 'capitals';
  /** It may begin within a word, such as a longer name. */
  readonly anywhere?: boolean;
  /** What else has this shape. */
  readonly but?: (body: string) => boolean;
}

/** A token of some characters, behind a beginning of its own. */
function token(name: string, begins: RegExp, { of, least, most, random = least, anywhere = false, but }: Token): Kind {
  const isRandom = (held: string) => (random === 'capitals' ? isUneven(held) : looksRandom(held, random));
  const body = new RegExp(`${of.source}{0,${most + 1}}`, 'y');
  return {
    name,
    begins: new RegExp(begins.source, 'g'),
    read(text, start, after) {
      if (!anywhere && !isWordStart(text, start)) return { end: after, opens: false };
      body.lastIndex = after;
      body.test(text);
      const end = body.lastIndex;
      const held = text.slice(after, end);
      const fits = held.length >= least && held.length <= most && !but?.(held);
      return { end: Math.max(end, after), opens: fits && !isPlaceholder(held) && isRandom(held) };
    },
  };
}

const BASE62 = /[A-Za-z0-9]/;
const BASE64_URL = /[A-Za-z0-9_-]/;
const BASE64 = /[A-Za-z0-9+/]/;
/** Between the name of a value and the value. */
const GIVES = /(?:["'`\\]{0,3}\s{0,3}(?:=>|:=|=|:)\s{0,3}["'`\\]{0,3})/;

/** A key of three kinds of characters: not a path, not a word. */
function isMixed(body: string): boolean {
  return /[a-z]/.test(body) && /[A-Z]/.test(body) && /[0-9]/.test(body);
}

export const KINDS: readonly Kind[] = [
  {
    name: 'a private key',
    begins: KEY_BEGINNING,
    read: (text, _, after) => readPrivateKey(text, after),
  },
  token('an AWS access key', /(?:AKIA|ASIA)/, { of: /[0-9A-Z]/, least: 16, most: 16, random: 'capitals' }),
  token('an AWS secret key', new RegExp(`[Ss](?:ecret_?[Aa]ccess_?[Kk]ey|ECRET_ACCESS_KEY)${GIVES.source}`), {
    of: BASE64,
    least: 40,
    most: 40,
    random: 30,
    anywhere: true,
    but: (body) => !isMixed(body),
  }),
  token('an Azure storage key', /AccountKey=/, { of: BASE64, least: 86, most: 86, random: 60 }),
  {
    name: 'an Azure key',
    begins: /JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{16}[A-Za-z][A-Za-z0-9]{7}/g,
    read(text, start, after) {
      const from = start - 52;
      const held = text.slice(Math.max(0, from), start);
      const opens = /^[A-Za-z0-9]{52}$/.test(held) && isWordStart(text, from) && !isPlaceholder(held) && looksRandom(held, 40);
      return { start: from, end: after, opens };
    },
  },
  token('a GitHub token', /gh[pousr]_/, { of: BASE62, least: 36, most: 255 }),
  token('a GitHub token', /github_pat_/, { of: /\w/, least: 60, most: 255 }),
  token('a GitLab token', /glpat-/, { of: /[A-Za-z0-9_.-]/, least: 20, most: 300, random: 12 }),
  token('an Anthropic key', /sk-ant-/, { of: BASE64_URL, least: 20, most: 200, random: 18 }),
  token('an OpenAI key', /sk-(?!ant-)/, { of: BASE64_URL, least: 32, most: 250, random: 24 }),
  token('a Google API key', /AIza/, { of: BASE64_URL, least: 35, most: 35, random: 20 }),
  token('a Groq key', /gsk_/, { of: BASE62, least: 48, most: 60 }),
  token('an xAI key', /xai-/, { of: BASE62, least: 60, most: 120 }),
  token('a Perplexity key', /pplx-/, { of: BASE62, least: 40, most: 60 }),
  token('a Replicate token', /r8_/, { of: BASE62, least: 37, most: 40 }),
  token('a Slack token', /xox[abeprs]-/, { of: /[0-9A-Za-z-]/, least: 20, most: 250, random: 16 }),
  token('a Stripe key', /[rs]k_live_/, { of: BASE62, least: 20, most: 250 }),
  token('an npm token', /npm_/, { of: BASE62, least: 36, most: 36 }),
  token('a PyPI token', /pypi-AgE/, { of: BASE64_URL, least: 80, most: 400, random: 60 }),
  token('a Hugging Face token', /hf_/, { of: BASE62, least: 34, most: 40 }),
  {
    name: 'a JSON Web Token',
    begins: /eyJ/g,
    read: (text, start, after) => (isWordStart(text, start) ? readWebToken(text, start) : { end: after, opens: false }),
  },
  {
    name: 'a password in a URL',
    begins: URL_MIDDLE,
    read(text, start, after) {
      const url = urlWithPassword(text, start, after);
      return url === undefined ? { end: after, opens: false } : { ...url, opens: true };
    },
  },
];
