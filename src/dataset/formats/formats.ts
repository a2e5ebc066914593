/**
 * The formats that a row of training data may have: each is one object in a file of its own; a new one is
 * added to the list here.
 */

import type { RowTokens } from '../tokens/tally.ts';
import type { TokenRules } from '../tokens/token-rules.ts';
import { chat } from './chat.ts';
import { completion } from './completion.ts';
import type { Fields, Format, Named, Plain, Said } from './format.ts';
import type { Message, MethodType } from './messages.ts';
import { preference } from './preference.ts';
import { reinforcement } from './reinforcement.ts';
import type { ShapeOf } from './shape.ts';
import { text } from './text.ts';

const LIST = { preference, chat, reinforcement, completion, text };

export type DataFormat = keyof typeof LIST;
/** What a row of each format holds. */
type Values = { readonly [Name in DataFormat]: ShapeOf<(typeof LIST)[Name]['shape']> };
type RowIn<Name extends DataFormat> = { [One in Name]: Named<One, Values[One]> }[Name];
/** A row that has its shape, with the name of its format. */
export type Row = RowIn<DataFormat>;

const FORMATS: { readonly [Name in DataFormat]: Format<Name, Values[Name]> } = LIST;
const ALL = Object.values(LIST);
/** The names of the formats; a row is marked by the index of its format. */
export const FORMAT_NAMES: readonly DataFormat[] = ALL.map(({ name }) => name);

export type AnyFormat = (typeof ALL)[number];

/** The format of a parsed row; undefined when it is in none. */
export function formatFor(value: Fields, method: MethodType): AnyFormat | undefined {
  return ALL.find(({ is }) => is(value, method));
}

/** The name of the format of a parsed row; undefined when it is in none. */
export function formatOf(value: Fields, method: MethodType): DataFormat | undefined {
  return formatFor(value, method)?.name;
}

/** The format that a row was meant for, which may be another than the one it is taken for. */
export function meantFormat(value: Fields, taken: AnyFormat): AnyFormat {
  return ALL.find(({ isMeant }) => isMeant?.(value) === true) ?? taken;
}

const PLAIN: readonly AnyFormat[] = ALL.filter(({ plain }) => plain !== undefined);

/** A plain row without fault in its structure; undefined when it has to be looked at closely. */
export function plainIn(value: object, keys: number, method: MethodType): Plain<Row> | undefined {
  for (const format of PLAIN) {
    const row = format.method === method ? format.plain?.(value, keys) : undefined;
    if (row !== undefined) return row;
  }
  return undefined;
}

/** What a row asks and what it answers. */
export function saidBy<Name extends DataFormat>(row: RowIn<Name>): Said<Message> {
  return FORMATS[row.format].saidBy(row.row);
}

/** The tokens of one row. */
export function rowTokens<Name extends DataFormat>(row: RowIn<Name>, rules: TokenRules): RowTokens {
  return FORMATS[row.format].tokens(row.row, rules);
}

/** What figures are taken from: all messages, how often a user speaks, and the answer that is learned. */
export function figuresOf<Name extends DataFormat>(row: RowIn<Name>) {
  const format = FORMATS[row.format];
  return { messages: format.messages(row.row), turns: format.turns(row.row), answer: format.answer(row.row) };
}

/** The messages that supervised training goes over. */
export function lessonOf<Name extends DataFormat>(row: RowIn<Name>): readonly Message[] {
  return FORMATS[row.format].lesson(row.row);
}
