/** Who may speak, and what the content of a message may be made of: text and images. */
import { ours, words } from '../../words.ts';
import type { Message } from '../formats/messages.ts';
import { quote } from '../quote.ts';
import { asks, assistant, fine, image, line, PNG, preference, row, user, WEBP } from './examples.ts';
import { example, PRACTICE, rule, SFT, VISION } from './rule.ts';

/** In bytes. */
const LARGEST_IMAGE = 10_000_000;
const PARTS = new Set(['text', 'refusal', 'image_url']);
const DETAILS = new Set<unknown>([undefined, 'auto', 'low', 'high']);
const URL_OF_IMAGE = /^(?:https:\/\/|data:image\/(?<type>jpe?g|png|webp);base64,)/i;

/** How the files of each type begin. Sources: ITU-T T.81, W3C PNG, RFC 9649. */
const isJpeg = (bytes: Buffer) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff';
const BEGINNINGS: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  jpeg: isJpeg,
  jpg: isJpeg,
  png: (bytes) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
  webp: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};

type Part = Exclude<Message['content'], string | null | undefined>[number];

interface Placed {
  /** Of the message that holds it. */
  readonly index: number;
  readonly role: Message['role'];
}

interface PlacedPart extends Placed {
  readonly part: Part;
}

interface Image extends Placed {
  /** Empty where there is none. */
  readonly url: string;
  readonly detail: unknown;
  /** Where it is inside the row: what its URL promises, what follows in base64, and its size in bytes. */
  readonly embedded: { readonly type: string; readonly data: string; readonly size: number } | undefined;
}

/** The messages of a row, the parts that they are made of, and the images among these. */
export interface Contents {
  readonly messages: readonly Message[];
  readonly parts: readonly PlacedPart[];
  readonly images: readonly Image[];
}

function embeddedIn(url: string): Image['embedded'] {
  const type = URL_OF_IMAGE.exec(url.slice(0, 40))?.groups?.type?.toLowerCase();
  if (type === undefined) return undefined;
  const data = url.slice(url.indexOf(',') + 1);
  return { type, data, size: Math.floor((data.length * 3) / 4) };
}

function imageOf({ index, role, part }: PlacedPart): Image {
  const given = part.image_url;
  const held = typeof given === 'object' && given !== null;
  const found: unknown = held ? Reflect.get(given, 'url') : given;
  const detail: unknown = held ? Reflect.get(given, 'detail') : undefined;
  const url = typeof found === 'string' ? found : '';
  return { index, role, url, detail, embedded: embeddedIn(url) };
}

/** Looks at all contents once, for all rules. */
export function contentsOf(messages: readonly Message[]): Contents {
  const parts: PlacedPart[] = [];
  for (const [index, { role, content }] of messages.entries())
    if (Array.isArray(content)) for (const part of content) parts.push({ index, role, part });
  return { messages, parts, images: parts.filter(({ part }) => part.type === 'image_url').map(imageOf) };
}

/** What is asked has content; a tool may have nothing to say, and says so. */
function lacksContent(role: Message['role'], content: Message['content']): boolean {
  if (role === 'assistant') return false;
  return content === null || content === undefined || (role !== 'tool' && role !== 'function' && content.length === 0);
}

/** For the messages of any format. */
export const CONTENT_RULES = [
  rule({
    id: 'chat/developer-role',
    severity: 'warning',
    summary: 'The role developer is not known to every server of this wire',
    fix: 'Write system, unless your server takes developer.',
    source: PRACTICE,
    breaks: () => [row({ role: 'developer', content: 'x y' }, user, assistant)],
    keeps: () => [row({ role: 'system', content: 'x y' }, user, assistant)],
    check({ messages }: Contents, report, { profile: { developerRole } }) {
      if (developerRole) return;
      for (const [index, { role }] of messages.entries())
        if (role === 'developer') report(words`messages[${index}] is by ${quote(role)}.`);
    },
  }),
  rule({
    id: 'chat/no-content',
    severity: 'error',
    summary: 'A message that must have content has none',
    fix: 'Write its content, or remove the message.',
    source: SFT,
    breaks: () => [
      row({ role: 'user', content: '' }, assistant),
      row({ role: 'system', content: null }, user, assistant),
      row({ role: 'user' }, assistant),
      example(line({ ...preference(1), input: { messages: [{ role: 'user', content: [] }] } }), { method: 'dpo' }),
    ],
    keeps: () => [
      row({ role: 'user', content: '?' }, assistant),
      row({ role: 'system', content: 'x' }, user, assistant),
      fine,
      example(line(preference(1)), { method: 'dpo' }),
    ],
    check({ messages }: Contents, report) {
      for (const [index, { role, content }] of messages.entries())
        if (lacksContent(role, content)) report(words`messages[${index}] is by ${quote(role)} and has no content.`);
    },
  }),
  rule({
    id: 'chat/part-type',
    severity: 'error',
    summary: 'A part of the content is of a type that cannot be trained on',
    fix: 'Keep parts of the types text and image_url.',
    source: SFT,
    breaks: () => [asks({ type: 'input_audio', input_audio: {} }), asks({ type: 'file', file: {} })],
    keeps: () => [asks({ type: 'text', text: 'x' }), asks(image('https://x.y/z.png'))],
    check({ parts }: Contents, report) {
      for (const { index, part } of parts)
        if (!PARTS.has(part.type)) report(words`messages[${index}] has a part of the type ${quote(part.type)}.`);
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
    check({ images }: Contents, report) {
      for (const { index, role } of images)
        if (role !== 'user') report(words`messages[${index}] is by ${quote(role)} and holds an image.`);
    },
  }),
  rule({
    id: 'chat/image-detail',
    severity: 'error',
    summary: 'The detail of an image is not one that the API knows',
    fix: 'Write "auto", "low" or "high", or take detail out.',
    source: VISION,
    breaks: () => [asks(image('https://x.y/z.png', 'fine'))],
    keeps: () => [asks(image('https://x.y/z.png', 'high'))],
    check({ images }: Contents, report) {
      for (const { index, detail } of images)
        if (!DETAILS.has(detail)) report(words`messages[${index}] has an image of the detail ${quote(String(detail))}.`);
    },
  }),
  rule({
    id: 'chat/image-url',
    severity: 'error',
    summary: 'The URL of an image is neither https nor a data URL of a JPEG, PNG or WEBP',
    fix: 'Host it, or embed it in base64.',
    source: VISION,
    breaks: () => [asks(image('http://x.y/z.png')), asks(image(`data:image/gif;base64,${PNG}`)), asks({ type: 'image_url' })],
    keeps: () => [
      asks(image(`data:image/png;base64,${PNG}`)),
      asks(image(`data:image/webp;base64,${WEBP}`)),
      asks({ type: 'image_url', image_url: 'https://x.y/z.png' }),
    ],
    check({ images }: Contents, report) {
      for (const { index, url } of images)
        if (!URL_OF_IMAGE.test(url.slice(0, 40))) report(words`messages[${index}] has an image at ${quote(url)}.`);
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
    check({ images }: Contents, report) {
      for (const { index, embedded } of images)
        if (embedded !== undefined && embedded.size > LARGEST_IMAGE)
          report(words`messages[${index}] embeds an image of ${embedded.size} bytes.`);
    },
  }),
  rule({
    id: 'chat/image-data',
    severity: 'error',
    summary:
      'What an embedded image holds is not the picture that its URL promises; providers leave such pictures out in silence',
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
    check({ images }: Contents, report) {
      for (const { index, embedded } of images) {
        if (embedded === undefined || embedded.size > LARGEST_IMAGE) continue;
        const { type, data } = embedded;
        if (/[^A-Za-z0-9+/=]/.test(data)) report(words`messages[${index}] embeds an image that is not base64.`);
        else if (BEGINNINGS[type]?.(Buffer.from(data.slice(0, 24), 'base64')) !== true)
          report(words`messages[${index}] embeds an image that is not ${ours(type)}.`);
      }
    },
  }),
  rule({
    id: 'chat/too-many-images',
    severity: 'error',
    summary: 'The row has more images than the provider takes',
    fix: 'Take images out.',
    source: VISION,
    breaks: () => [
      example(asks(image('https://x.y/1'), image('https://x.y/2'), image('https://x.y/3')), { profile: { imagesPerRow: 2 } }),
    ],
    keeps: () => [example(asks(image('https://x.y/1'), image('https://x.y/2')), { profile: { imagesPerRow: 2 } })],
    check({ images }: Contents, report, { profile: { imagesPerRow } }) {
      if (images.length > imagesPerRow) report(words`The row has ${images.length} images; ${imagesPerRow} are allowed.`);
    },
  }),
] as const;
