/** Who may speak, and what the content of a message may be made of: text and images. Pure. */
import type { Message } from '../formats.ts';
import { type DataProfile, type Found, quoted } from './rules.ts';

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

type Part = Readonly<Record<string, unknown>>;

function imageField(part: Part, name: 'url' | 'detail'): unknown {
  const image = part.image_url;
  if (typeof image === 'object' && image !== null) return Reflect.get(image, name);
  return name === 'url' ? image : undefined;
}

/** What is wrong with a data URL: what it holds is no base64, of another type, or too much. */
function embeddedFault(url: string, type: string): Found | undefined {
  const begin = url.indexOf(',') + 1;
  const size = Math.floor(((url.length - begin) * 3) / 4);
  if (size > LARGEST_IMAGE) return { rule: 'chat/image-too-large', detail: `embeds an image of ${size} bytes` };
  const head = Buffer.from(url.slice(begin, begin + 24), 'base64');
  if (/[^A-Za-z0-9+/=]/.test(url.slice(begin))) return { rule: 'chat/image-data', detail: 'embeds an image that is no base64' };
  if (BEGINNINGS[type]?.(head) !== true) return { rule: 'chat/image-data', detail: `embeds an image that is no ${type}` };
  return undefined;
}

function imageFaults(part: Part, role: Message['role']): Found[] {
  const found: Found[] = [];
  const given = imageField(part, 'url');
  const url = typeof given === 'string' ? given : '';
  const detail = imageField(part, 'detail');
  if (role !== 'user') found.push({ rule: 'chat/image-role', detail: `is by ${quoted(role)} and holds an image` });
  if (!DETAILS.has(detail))
    found.push({ rule: 'chat/image-detail', detail: `has an image of the detail ${quoted(String(detail))}` });
  const known = URL_OF_IMAGE.exec(url.slice(0, 40));
  if (known === null) return [...found, { rule: 'chat/image-url', detail: `has an image at ${quoted(url)}` }];
  const type = known.groups?.type?.toLowerCase();
  const fault = type === undefined ? undefined : embeddedFault(url, type);
  return fault === undefined ? found : [...found, fault];
}

/** What is asked has content; a tool may have nothing to say, and says so. */
function lacksContent(role: Message['role'], content: Message['content']): boolean {
  if (role === 'assistant') return false;
  return content === null || content === undefined || (role !== 'tool' && role !== 'function' && content.length === 0);
}

/** The parts of conversations of any format. */
export function checkParts(messages: readonly Message[], profile: DataProfile): Found[] {
  const found: Found[] = [];
  let images = 0;
  for (const [index, { role, content }] of messages.entries()) {
    const at = (fault: Found): Found => ({ ...fault, detail: `messages[${index}] ${fault.detail}.` });
    if (role === 'developer' && !profile.developerRole)
      found.push(at({ rule: 'chat/developer-role', detail: 'is by "developer"' }));
    if (lacksContent(role, content))
      found.push(at({ rule: 'chat/no-content', detail: `is by ${quoted(role)} and has no content` }));
    if (!Array.isArray(content)) continue;
    for (const part of content) {
      if (!PARTS.has(part.type))
        found.push(at({ rule: 'chat/part-type', detail: `has a part of the type ${quoted(part.type)}` }));
      if (part.type !== 'image_url') continue;
      images += 1;
      found.push(...imageFaults(part, role).map(at));
    }
  }
  if (images > profile.imagesPerRow)
    found.push({ rule: 'chat/too-many-images', detail: `The row has ${images} images; ${profile.imagesPerRow} are allowed.` });
  return found;
}
