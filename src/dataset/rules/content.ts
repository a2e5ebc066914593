/** What the content of a message may be made of: text and images. */
import { ours, words } from '../../words.ts';
import { quote, quoteValue } from '../quote.ts';
import { asks, image, PNG, row, user, WEBP } from './examples.ts';
import { example, rule, SFT, VISION } from './rule.ts';
import { type PlacedPart, placeIn, type Talk } from './talk.ts';

/** In bytes. */
const LARGEST_IMAGE = 10_000_000;
const PARTS = new Set(['text', 'refusal', 'image_url']);
const DETAILS = new Set<unknown>([undefined, null, 'auto', 'low', 'high']);
const HTTP = /^http:\/\//i;
const HTTPS_OR_DATA = /^(?:https:\/\/|data:image\/(?:jpe?g|png|webp);base64,)/i;

/** How the files of each type begin. Sources: ITU-T T.81, W3C PNG, RFC 9649. */
const isJpeg = (bytes: Buffer) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff';
const BEGINNINGS: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  jpeg: isJpeg,
  jpg: isJpeg,
  png: (bytes) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
  webp: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};

const partIn = (talk: Talk, { index, at }: PlacedPart, inside = '') => placeIn(talk, index, `content[${at}]${inside}`);

function described(value: unknown) {
  if (value === undefined) return ours('missing');
  if (typeof value === 'string') return quote(value);
  return typeof value === 'object' && value !== null ? ours('an object without it') : quoteValue(value);
}

/** For the contents of every format but preferences, which are texts alone. */
export const CONTENT_RULES = [
  rule({
    id: 'chat/part-type',
    severity: 'error',
    summary: 'A part of the content is of a type that cannot be trained on',
    fix: 'Keep parts of the types text and image_url.',
    source: SFT,
    breaks: () => [asks({ type: 'input_audio', input_audio: {} }), asks({ type: 'file', file: {} })],
    keeps: () => [asks({ type: 'text', text: 'x' }), asks(image('https://x.y/z.png'))],
    check(talk: Talk, report) {
      for (const placed of talk.parts)
        if (!PARTS.has(placed.part.type)) report(words`${partIn(talk, placed)} is of the type ${quote(placed.part.type)}.`);
    },
  }),
  rule({
    id: 'chat/image-role',
    severity: 'error',
    summary: 'An image stands in a message that is not by the user',
    fix: 'Move it to a message of the user.',
    source: VISION,
    breaks: () => [row(user, { role: 'assistant', content: [{ type: 'text', text: 'So:' }, image('https://x.y/z.png')] })],
    keeps: () => [asks(image('https://x.y/z.png'))],
    check(talk: Talk, report) {
      for (const { index, role } of talk.images)
        if (role !== 'user') report(words`${placeIn(talk, index)} is by ${quote(role)} and holds an image.`);
    },
  }),
  rule({
    id: 'chat/image-detail',
    severity: 'error',
    summary: 'The detail of an image is not one that the API knows',
    fix: 'Write "auto", "low" or "high", or take detail out.',
    source: VISION,
    breaks: () => [asks(image('https://x.y/z.png', 'fine'))],
    keeps: () => [
      asks(image('https://x.y/z.png', 'high')),
      asks({ type: 'image_url', image_url: { url: 'https://x.y/z.png', detail: null } }),
    ],
    check(talk: Talk, report) {
      for (const placed of talk.images)
        if (!DETAILS.has(placed.detail))
          report(words`${partIn(talk, placed, '.image_url.detail')} is ${quote(String(placed.detail))}.`);
    },
  }),
  rule({
    id: 'chat/image-url',
    severity: 'error',
    summary: 'An image has no URL that is read: neither https nor a data URL of a JPEG, PNG or WEBP, in an object',
    fix: 'Write {"type": "image_url", "image_url": {"url": "https://…"}}, or embed it in base64.',
    source: VISION,
    breaks: () => [
      asks(image('ftp://x.y/z.png')),
      asks(image(`data:image/gif;base64,${PNG}`)),
      asks({ type: 'image_url' }),
      asks({ type: 'image_url', image_url: null }),
      asks({ type: 'image_url', image_url: { detail: 'low' } }),
      asks({ type: 'image_url', image_url: 'https://x.y/z.png' }),
      asks({ type: 'image_url', image_url: `data:image/png;base64,${PNG}` }),
    ],
    keeps: () => [asks(image(`data:image/png;base64,${PNG}`)), asks(image(`data:image/webp;base64,${WEBP}`))],
    check(talk: Talk, report) {
      for (const placed of talk.images) {
        const { url, part } = placed;
        if (url === undefined)
          report(words`${partIn(talk, placed, '.image_url')} is ${described(part.image_url)}; it must be an object with url.`);
        else if (!HTTPS_OR_DATA.test(url.slice(0, 40)) && !HTTP.test(url))
          report(words`${partIn(talk, placed, '.image_url.url')} is ${quote(url)}.`);
      }
    },
  }),
  rule({
    id: 'chat/image-http',
    severity: 'warning',
    summary: 'The URL of an image is plain http, which not every platform fetches',
    fix: 'Write https.',
    source: VISION,
    once: 'warning',
    breaks: () => [asks(image('http://x.y/z.png')), asks(image('HTTP://x.y/z.png'))],
    keeps: () => [asks(image('https://x.y/z.png?from=http://x.y'))],
    check({ images }: Talk, report) {
      for (const { url } of images) if (url !== undefined && HTTP.test(url)) report(words`An image is at ${quote(url)}.`);
    },
  }),
  rule({
    id: 'chat/image-too-large',
    severity: 'error',
    summary: 'An embedded image has more than 10 MB',
    fix: 'Make it smaller.',
    source: VISION,
    breaks: () => [asks(image(`data:image/png;base64,iVBORw0KGgo${'A'.repeat(13_400_000)}`))],
    keeps: () => [asks(image(`data:image/png;base64,iVBORw0KGgo${'A'.repeat(13_300_001)}`))],
    check(talk: Talk, report) {
      for (const placed of talk.images)
        if (placed.embedded !== undefined && placed.embedded.size > LARGEST_IMAGE)
          report(words`${partIn(talk, placed)} embeds an image of ${placed.embedded.size} bytes.`);
    },
  }),
  rule({
    id: 'chat/image-data',
    severity: 'error',
    summary:
      'What an embedded image holds is not the picture that its URL promises; platforms leave such pictures out in silence',
    fix: 'Encode the file in base64 again, under its own type.',
    source: VISION,
    breaks: () => [
      asks(image(`data:image/png;base64,${WEBP}`)),
      asks(image(`data:image/png;base64,${PNG}\n$`)),
      asks(image('data:image/jpg;base64,')),
    ],
    keeps: () => [
      asks(image(`DATA:image/PNG;base64,${PNG}`)),
      asks(image('data:image/jpeg;base64,/9j/4AAQ')),
      asks(image('data:image/jpg;base64,/9j/4AAQ')),
    ],
    check(talk: Talk, report) {
      for (const placed of talk.images) {
        const { embedded } = placed;
        if (embedded === undefined || embedded.size > LARGEST_IMAGE) continue;
        const { type, data } = embedded;
        if (/[^A-Za-z0-9+/=]/.test(data)) report(words`${partIn(talk, placed)} embeds an image that is not base64.`);
        else if (BEGINNINGS[type]?.(Buffer.from(data.slice(0, 24), 'base64')) !== true)
          report(words`${partIn(talk, placed)} embeds an image that is not ${ours(type)}.`);
      }
    },
  }),
  rule({
    id: 'chat/too-many-images',
    severity: 'error',
    summary: 'The row has more images than the platform takes',
    fix: 'Take images out.',
    source: VISION,
    breaks: () => [
      example(asks(image('https://x.y/1'), image('https://x.y/2'), image('https://x.y/3')), { profile: { imagesPerRow: 2 } }),
    ],
    keeps: () => [example(asks(image('https://x.y/1'), image('https://x.y/2')), { profile: { imagesPerRow: 2 } })],
    check({ images }: Talk, report, { profile: { imagesPerRow } }) {
      if (images.length > imagesPerRow) report(words`The row has ${images.length} images; ${imagesPerRow} are allowed.`);
    },
  }),
] as const;
