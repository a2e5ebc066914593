/**
 * The size of an embedded picture, read from the few bytes in which it stands: of a data URL no more is
 * decoded, however long it is. Pure. Sources: W3C PNG (3rd edition), ITU-T T.81 (JPEG), RFC 9649 (WebP),
 * GIF89a.
 */

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Some bytes of a picture; fewer where it ends. */
type BytesAt = (offset: number, length: number) => Buffer;

const DATA_URL = /^data:[^,]{0,200};base64,/i;
/** Base64 with line breaks is joined first, as far as a size is looked for. In characters. */
const JOINED = 1 << 20;

/** Reads bytes out of base64 text; undefined for what is no data URL in base64. */
function bytesOf(url: string): BytesAt | undefined {
  const head = DATA_URL.exec(url.slice(0, 256))?.[0];
  if (head === undefined) return undefined;
  const broken = /\s/.test(url.slice(head.length, head.length + 200));
  const text = broken ? url.slice(head.length, head.length + JOINED).replace(/\s+/g, '') : url;
  const begin = broken ? 0 : head.length;
  return (offset, length) => {
    // Four characters are three bytes.
    const skipped = offset % 3;
    const from = begin + ((offset - skipped) / 3) * 4;
    const characters = Math.ceil((skipped + length) / 3) * 4;
    return Buffer.from(text.slice(from, from + characters), 'base64').subarray(skipped, skipped + length);
  };
}

function sized(width: number, height: number): PictureSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function pngSize(at: BytesAt): PictureSize | undefined {
  const bytes = at(16, 8);
  return bytes.length < 8 ? undefined : sized(bytes.readUInt32BE(0), bytes.readUInt32BE(4));
}

function gifSize(at: BytesAt): PictureSize | undefined {
  const bytes = at(6, 4);
  return bytes.length < 4 ? undefined : sized(bytes.readUInt16LE(0), bytes.readUInt16LE(2));
}

/** The first chunk of a WebP file: lossy, lossless or extended. */
function webpSize(at: BytesAt): PictureSize | undefined {
  const bytes = at(12, 18);
  if (bytes.length < 18) return undefined;
  switch (bytes.toString('latin1', 0, 4)) {
    case 'VP8 ':
      return sized(bytes.readUInt16LE(14) & 0x3fff, bytes.readUInt16LE(16) & 0x3fff);
    case 'VP8L': {
      const bits = bytes.readUInt32LE(9);
      return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return sized(bytes.readUIntLE(12, 3) + 1, bytes.readUIntLE(15, 3) + 1);
    default:
      return undefined;
  }
}

/**
 * Markers between C0 and CF that begin no frame: tables of Huffman codes, extensions, arithmetic
 * conditioning.
 */
const NO_FRAME = new Set([0xc4, 0xc8, 0xcc]);
/** A picture with more segments before its frame is none. */
const MOST_SEGMENTS = 2000;
const JPEG_START = 2;

/**
 * Goes from segment to segment (Exif, colour profiles, thumbnails are passed over) to the beginning of the
 * frame.
 */
function jpegSize(at: BytesAt): PictureSize | undefined {
  let offset = JPEG_START;
  for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
    const bytes = at(offset, 9);
    if (bytes.length < 9 || bytes[0] !== 0xff) return undefined;
    const marker = bytes.readUInt8(1);
    if (marker === 0xff) {
      // A byte that fills up.
      offset += 1;
    } else if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker)) {
      return sized(bytes.readUInt16BE(7), bytes.readUInt16BE(5));
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      // It stands alone.
      offset += 2;
    } else if (marker === 0xd9 || marker === 0xda) {
      return undefined;
    } else {
      offset += 2 + bytes.readUInt16BE(2);
    }
  }
  return undefined;
}

/** How the files of each type begin, and where their size stands. What the URL calls them does not count. */
const TYPES: readonly (readonly [begins: (bytes: Buffer) => boolean, sizeOf: (at: BytesAt) => PictureSize | undefined])[] = [
  [(bytes) => bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n', pngSize],
  [(bytes) => bytes.toString('latin1', 0, 3) === '\xff\xd8\xff', jpegSize],
  [(bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP', webpSize],
  [(bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6)), gifSize],
];

/**
 * The size of the picture in a data URL; undefined where none can be read, as of any picture that lies
 * elsewhere.
 */
export function pictureSize(url: string): PictureSize | undefined {
  const at = bytesOf(url);
  if (at === undefined) return undefined;
  const beginning = at(0, 12);
  return TYPES.find(([begins]) => begins(beginning))?.[1](at);
}

/** Whether a picture stands in the row itself. */
export function isEmbedded(url: string): boolean {
  return /^data:/i.test(url);
}
