/**
 * Rows in the forms of other tools and platforms: how they are recognised, and what makes rows of this API of
 * them.
 */
import { isMap } from '../../api/method.ts';
import type { Fields } from '../formats/format.ts';
import type { DataFormat } from '../formats/formats.ts';

export interface ForeignForm {
  /** Whose rows they are, and what marks them: `ShareGPT (conversations with from and value)`. */
  readonly name: string;
  readonly is: (row: Fields) => boolean;
  /** It is recognised by what stands in, or beside, what this API knows too. */
  readonly besideOwn?: boolean;
  /** The program for `jq -c` that makes rows of it. Nothing in it is from the row. */
  readonly jq: string;
  /** What it asks for besides FILE, such as `-s`, and how it is called. */
  readonly options?: string;
  /** Words before the command, where it needs some. */
  readonly note?: string;
  readonly makes: DataFormat;
  /** Rows in this form. */
  readonly examples: readonly Fields[];
}

const isText = (value: unknown): value is string => typeof value === 'string';
export const texts = (row: Fields, ...keys: readonly string[]): boolean => keys.every((key) => isText(row[key]));

/** Whether a value is a list of objects that have these keys. */
export const objectsWith = (value: unknown, ...keys: readonly string[]): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => isMap(item) && keys.every((key) => key in item));

/** A list of messages as the API takes them, as far as their keys say. */
export const areMessages = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => isMap(item) && isText(item.role));

/** In jq: the row's system message, where it has one. */
export const SYSTEM = '(.system // empty | select(. != "") | {role: "system", content: .})';
/** In jq: what was asked and what was answered, as messages. */
export const asked = (text: string) => `{role: "user", content: ${text}}`;
export const answered = (text: string) => `{role: "assistant", content: ${text}}`;
