/** What pictures count: by tiles of their size, in the way of the model's family. Pure. */
import { isEmbedded, pictureSize } from './picture-size.ts';

/** A number that may be unsure: the likeliest, and what it is at least and at most. */
export interface Range {
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
}

/** Fixed tokens of a picture, and those of each tile of 512 × 512. */
interface TileRule {
  readonly base: number;
  readonly tile: number;
}

/**
 * By the name's beginning, of base models. OpenAI's guide to vision (2025); for gpt-4o and gpt-4o-mini held
 * against the API by third parties: low 85; at auto or high 255 at least, and 765 for 640 × 640.
 */
const FAMILIES: readonly (readonly [name: RegExp, rule: TileRule])[] = [
  [/^gpt-4o-mini/, { base: 2833, tile: 5667 }],
  [/^(gpt-4o|gpt-4\.1-2|gpt-4\.1$|gpt-4\.5|chatgpt-4o|gpt-4-)/, { base: 85, tile: 170 }],
  [/^o[13](-|$)(?!mini)/, { base: 75, tile: 150 }],
  [/^gpt-5(-2|-chat|$)/, { base: 70, tile: 140 }],
];

/**
 * What no known rule covers: 4 is Qwen2-VL's least, 16,384 its most; others (Llama 3.2's four tiles of 1,601,
 * patches of gpt-4.1-mini) lie between.
 */
const UNKNOWN = { low: 4, high: 16_384 };
const COMMON: TileRule = { base: 85, tile: 170 };

const WITHIN = 2048;
const SHORT_SIDE = 768;
const TILE = 512;
/** The most and the usual number of tiles of what fits into those. */
const MOST_TILES = Math.ceil(WITHIN / TILE) * Math.ceil(SHORT_SIDE / TILE);
const USUAL_TILES = 4;

/** Tiles of a picture, which is made smaller where it is too large, and never larger. */
export function tilesOf(width: number, height: number): number {
  const fit = Math.min(1, WITHIN / Math.max(width, height));
  const [long, short] = [Math.floor(Math.max(width, height) * fit), Math.floor(Math.min(width, height) * fit)];
  const shrink = Math.min(1, SHORT_SIDE / short);
  const tiles = (side: number) => Math.max(1, Math.ceil(Math.floor(side * shrink) / TILE));
  return tiles(long) * tiles(short);
}

const sure = (tokens: number): Range => ({ tokens, low: tokens, high: tokens });

function byTiles({ base, tile }: TileRule, url: string, detail: unknown): Range {
  if (detail === 'low') return sure(base);
  const size = pictureSize(url);
  if (size !== undefined) return sure(base + tile * tilesOf(size.width, size.height));
  return { tokens: base + tile * USUAL_TILES, low: base, high: base + tile * MOST_TILES };
}

/** How the pictures of a model count. */
export interface PictureRule {
  /** Whether a rule is known for this model's pictures. */
  readonly known: boolean;
  /** @param detail `low`, `high` or `auto`, which counts as high */
  readonly count: (url: string, detail: unknown) => Range;
}

/** @param base the name of a base model, in lower case */
export function pictureRule(base: string): PictureRule {
  const rule = FAMILIES.find(([name]) => name.test(base))?.[1];
  if (rule !== undefined) return { known: true, count: (url, detail) => byTiles(rule, url, detail) };
  return { known: false, count: (url, detail) => ({ ...UNKNOWN, tokens: byTiles(COMMON, url, detail).tokens }) };
}

/** Tokens of a character of base64: 0.68 in o200k_base, 0.72 in cl100k_base, measured on random bytes. */
const BASE64 = { tokens: 0.7, high: 0.75 };

/**
 * Where embedded pictures seem to be billed as the text that they are written in: 21,581 tokens a row were
 * billed for rows with a JPEG of 24 kB (two public notebooks on Azure OpenAI, 2,000 rows of 3 epochs:
 * 129,488,088). At least they are what a picture is.
 */
export function pictureAsText(url: string, picture: Range): Range {
  if (!isEmbedded(url)) return picture;
  const [tokens, high] = [Math.ceil(url.length * BASE64.tokens), Math.ceil(url.length * BASE64.high)];
  return { tokens: Math.max(tokens, picture.tokens), low: picture.low, high: Math.max(high, picture.high) };
}
