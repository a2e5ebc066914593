/** The size of embedded pictures, and the tokens that they count. */
import { describe, expect, test } from '@jest/globals';
import { isEmbedded, pictureSize } from '../src/dataset/tokens/picture-size.ts';
import { pictureAsText, pictureRule, tilesOf } from '../src/dataset/tokens/pictures.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const big = (value: number) => [value >> 8, value & 255];
const little = (value: number, size = 2) => Array.from({ length: size }, (_, index) => (value >> (8 * index)) & 255);

const PNG = (width: number, height: number) =>
  bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0], big(width), [0, 0], big(height), [8, 2, 0, 0, 0]);
const GIF = (width: number, height: number) => bytes('GIF89a', little(width), little(height), [0xf7, 0, 0]);
const RIFF = (...chunk: (string | readonly number[])[]) => bytes('RIFF', little(99, 4), 'WEBP', ...chunk);
const LOSSY = (width: number, height: number) =>
  RIFF('VP8 ', little(99, 4), [0x10, 0, 0, 0x9d, 1, 0x2a], little(width | 0x4000), little(height), [0, 0]);
const LOSSLESS = (width: number, height: number) =>
  RIFF('VP8L', little(99, 4), [0x2f], little((width - 1) | ((height - 1) << 14) | 0x10000000, 4), [0, 0, 0, 0, 0, 0, 0, 0]);
const EXTENDED = (width: number, height: number) =>
  RIFF('VP8X', little(10, 4), [0x10, 0, 0, 0], little(width - 1, 3), little(height - 1, 3));

/** A segment of a JPEG: its marker, and so many bytes. */
const segment = (marker: number, size: number) => [0xff, marker, ...big(size + 2), ...new Array<number>(size).fill(0xc0)];
const frame = (marker: number, width: number, height: number) => [
  0xff,
  marker,
  ...big(17),
  8,
  ...big(height),
  ...big(width),
  3,
  0,
];
const JPEG = (width: number, height: number, marker = 0xc0, before: readonly number[] = segment(0xe0, 14)) =>
  bytes([0xff, 0xd8], before, frame(marker, width, height), segment(0xda, 10));

const url = (picture: Buffer, type = 'image/png') => `data:${type};base64,${picture.toString('base64')}`;
const size = { width: 640, height: 480 };

describe('the size of an embedded picture', () => {
  test.each([
    ['PNG', PNG(640, 480)],
    ['GIF', GIF(640, 480)],
    ['WebP, lossy', LOSSY(640, 480)],
    ['WebP, lossless', LOSSLESS(640, 480)],
    ['WebP, extended', EXTENDED(640, 480)],
    ['JPEG', JPEG(640, 480)],
    ['JPEG behind Exif with bytes that look like markers', JPEG(640, 480, 0xc2, segment(0xe1, 60_000))],
    [
      'JPEG behind a profile in many segments',
      JPEG(640, 480, 0xc0, Array.from({ length: 9 }, () => segment(0xe2, 65_000)).flat()),
    ],
    [
      'JPEG behind tables',
      JPEG(640, 480, 0xc0, [...segment(0xdb, 67), ...segment(0xc4, 30), ...segment(0xcc, 4), ...segment(0xc8, 4)]),
    ],
    ['JPEG with bytes that fill up, and markers that stand alone', JPEG(640, 480, 0xc1, [0xff, 0x01, 0xff, 0xd0, 0xff, 0xff])],
  ])('%s', (_name, picture) => {
    expect(pictureSize(url(picture))).toEqual(size);
  });
  test.each([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])(
    'a JPEG frame of the kind %i',
    (marker) => {
      expect(pictureSize(url(JPEG(640, 480, marker)))).toEqual(size);
    },
  );

  test('the bytes count, not what the address calls them; parameters and line breaks are no trouble', () => {
    const text = JPEG(640, 480).toString('base64');
    for (const head of ['image/png;base64', 'image/jpeg;charset=utf-8;base64', ';base64', 'IMAGE/JPEG;BASE64'])
      expect(pictureSize(`data:${head},${text}`)).toEqual(size);
    expect(pictureSize(`DATA:image/jpeg;base64,${text.replace(/.{20}/g, '$&\r\n')}`)).toEqual(size);
  });

  test('of megabytes no more is read than is needed', () => {
    const long = `data:image/png;base64,${PNG(640, 480).toString('base64')}${'A'.repeat(20_000_000)}`;
    const begun = performance.now();
    for (let round = 0; round < 1000; round += 1) expect(pictureSize(long)).toEqual(size);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test.each([
    ['a remote picture', 'https://x.example/a.png'],
    ['nothing', ''],
    ['text that is no base64', 'data:image/svg+xml,<svg/>'],
    ['another kind of file', url(bytes('%PDF-1.7 and so on, long enough'))],
    ['no bytes', 'data:image/png;base64,'],
    ['a PNG that ends', url(PNG(640, 480).subarray(0, 20))],
    ['a PNG without width', url(PNG(0, 480))],
    ['a GIF that ends', url(GIF(640, 480).subarray(0, 8))],
    ['a WebP that ends', url(LOSSY(640, 480).subarray(0, 20))],
    ['a WebP of another kind', url(RIFF('ALPH', new Array<number>(30).fill(0)))],
    ['a JPEG that ends', url(JPEG(640, 480).subarray(0, 12))],
    ['a JPEG without a frame', url(bytes([0xff, 0xd8], segment(0xe0, 14), segment(0xda, 20)))],
    ['a JPEG of the end alone', url(bytes([0xff, 0xd8, 0xff, 0xd9], new Array<number>(20).fill(0)))],
    ['a JPEG that loses its way', url(bytes([0xff, 0xd8], segment(0xe0, 14), new Array<number>(20).fill(7)))],
    ['a JPEG of segments alone', url(JPEG(640, 480, 0xc0, Array.from({ length: 2001 }, () => segment(0xe0, 0)).flat()))],
  ])('%s has none', (_name, text) => {
    expect(pictureSize(text)).toBeUndefined();
  });
});

describe('tokens of pictures', () => {
  test.each([
    [1, 1, 1],
    [512, 512, 1],
    [513, 512, 2],
    [640, 640, 4],
    [768, 768, 4],
    [1024, 1024, 4],
    [2048, 4096, 6],
    [4096, 768, 4],
    [2048, 768, 8],
    [8000, 3000, 8],
    [1, 5000, 4],
    [65_535, 65_535, 4],
  ])('%i × %i: %i tiles', (width, height, tiles) => {
    expect(tilesOf(width, height)).toBe(tiles);
    expect(tilesOf(height, width)).toBe(tiles);
  });

  const { count } = pictureRule('gpt-4o-2024-08-06');
  const remote = 'https://x.example/a.png';

  test('by detail: low is one number, high and auto are by size', () => {
    expect(count(url(PNG(640, 640)), 'low')).toEqual({ tokens: 85, low: 85, high: 85 });
    for (const detail of ['high', 'auto', undefined, 'other'])
      expect(count(url(PNG(640, 640)), detail)).toEqual({ tokens: 765, low: 765, high: 765 });
    expect(count(url(JPEG(100, 100)), 'auto').tokens).toBe(255);
  });
  test('of unknown size: 85 to 1,445', () => {
    for (const detail of ['high', 'auto', undefined]) expect(count(remote, detail)).toEqual({ tokens: 765, low: 85, high: 1445 });
    expect(count(remote, 'low').high).toBe(85);
  });
  test.each([
    ['gpt-4o-mini-2024-07-18', 2833, 25_501],
    ['gpt-4.1-2025-04-14', 85, 765],
    ['gpt-4o', 85, 765],
    ['o1-2024-12-17', 75, 675],
    ['o3', 75, 675],
    ['gpt-5', 70, 630],
  ])('%s: %i low, %i for 640 × 640', (model, low, high) => {
    const rule = pictureRule(model);
    expect([rule.known, rule.count(remote, 'low').tokens, rule.count(url(PNG(640, 640)), 'high').tokens]).toEqual([
      true,
      low,
      high,
    ]);
  });
  test.each(['gpt-4.1-mini-2025-04-14', 'gpt-4.1-nano', 'o4-mini', 'o3-mini', 'gpt-5-mini', 'meta-llama/Llama-3.2-11B', ''])(
    '%s: no rule, so an interval',
    (model) => {
      const { known, count: of } = pictureRule(model);
      expect([known, of(url(PNG(640, 640)), 'high')]).toEqual([false, { tokens: 765, low: 4, high: 16_384 }]);
    },
  );
  test('as text, at most', () => {
    const picture = { tokens: 765, low: 765, high: 765 };
    expect(pictureAsText(remote, picture)).toBe(picture);
    expect(pictureAsText(url(PNG(640, 640)), picture)).toEqual(picture);
    expect([isEmbedded('DATA:x'), isEmbedded(remote)]).toEqual([true, false]);
  });
});
