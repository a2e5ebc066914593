/**
 * What a data format is: one object that recognises its rows, checks and counts them, and knows what they ask
 * and what they answer.
 */
import type { DataProfile } from '../profile.ts';
import type { Found } from '../rules/found.ts';
import type { RuleSettings } from '../rules/rule.ts';
import type { RowTokens } from '../tokens/tally.ts';
import type { TokenRules } from '../tokens/token-rules.ts';
import type { Message, MethodType } from './messages.ts';
import { hasShape, placeOf, type Shape, type ShapeFault } from './shape.ts';

/** A parsed row before its format is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a row asks and what it answers, as messages in one list. */
export interface Said<Part> {
  readonly messages: readonly Part[];
  /** So many of them are what is asked; the rest is the answer. */
  readonly asked: number;
  /** What the question is asked with, such as tools; undefined for nothing. */
  readonly given: unknown;
  /**
   * What would contradict it: another answer to the same question, the same answers in another order, or
   * nothing.
   */
  readonly contradictedBy: 'answer' | 'order' | 'nothing';
}

/** A row with the name of its format. */
export interface Named<Name extends string, Value> {
  readonly format: Name;
  readonly row: Value;
}

/**
 * A plain row without any fault, how many keys its objects have, and how long it is as compact JSON without
 * escapes.
 */
export interface Plain<Row> {
  readonly row: Row;
  readonly keys: number;
  readonly size: number;
}

/** What one format defines. `Value` is a row of it that has its shape. */
interface Definition<Name extends string, Value> {
  readonly name: Name;
  /** The method that is trained on such rows. */
  readonly method: MethodType;
  /**
   * Whether a row is in this format, by its top-level keys alone. Of several formats the first in the list
   * counts.
   */
  readonly is: (value: Fields, method: MethodType) => boolean;
  /** Whether a platform takes such rows; left out where all do. */
  readonly takenBy?: (profile: DataProfile) => boolean;
  /** Whether a row that another format takes for its own was meant for this one. */
  readonly isMeant?: (value: Fields) => boolean;
  /** Lists of which no server takes more than some thousand entries; looking at each would take long. */
  readonly lists: (value: Fields) => Fields;
  readonly shape: Shape<Value>;
  /** The keys that a row may have, and how a message names them; undefined where it may have any. */
  readonly keys?: { readonly known: ReadonlySet<string>; readonly taken: string };
  /** What is wrong with a row beyond its shape and its keys. */
  readonly check: (row: Value, settings: RuleSettings) => readonly Found[];
  /** What a row asks and answers. */
  readonly saidBy: (row: Value) => Said<Message>;
  /**
   * The same of any row that is recognised, whether or not it has its shape; undefined where that cannot be
   * known.
   */
  readonly saidByAny: (value: Fields) => Said<unknown> | undefined;
  /** All messages, for figures: who speaks, which tools are called. */
  readonly messages: (row: Value) => readonly Message[];
  /** How often a user speaks. */
  readonly turns: (row: Value) => number;
  /** The answer that is learned; undefined where answers are sampled. */
  readonly answer: (row: Value) => Message | undefined;
  /** The messages that supervised training goes over. */
  readonly lesson: (row: Value) => readonly Message[];
  readonly tokens: (row: Value, rules: TokenRules) => RowTokens;
  /**
   * A plain row without fault in its structure; undefined when it has to be looked at closely. `keys`: how
   * many keys it has itself.
   */
  readonly plain?: (value: object, keys: number) => Plain<Named<Name, Value>> | undefined;
}

/**
 * What came of looking at a row: the row and what rules find in it, or what is wrong with its shape.
 */
export type Inspected<Row> =
  | { readonly row: Row; readonly found: readonly Found[]; readonly misshapen?: never }
  | { readonly misshapen: readonly ShapeFault[] };

export interface Format<Name extends string, Value> extends Definition<Name, Value> {
  /** @throws where the value has not the shape of this format */
  readonly read: (value: unknown) => Named<Name, Value>;
  readonly inspect: (value: unknown, settings: RuleSettings) => Inspected<Named<Name, Value>>;
}

/** A format by its definition. */
export function format<const Name extends string, Value>(defined: Definition<Name, Value>): Format<Name, Value> {
  const { name, shape, check } = defined;
  return {
    ...defined,
    read(value) {
      const faults: ShapeFault[] = [];
      if (hasShape(shape, value, faults)) return { format: name, row: value };
      const said = faults.map(({ path, wanted }) => `${placeOf(path) || 'the row'} must be ${wanted}`);
      throw new TypeError(said.join('; '));
    },
    inspect(value, settings) {
      const faults: ShapeFault[] = [];
      if (!hasShape(shape, value, faults)) return { misshapen: faults };
      return { row: { format: name, row: value }, found: check(value, settings) };
    },
  };
}

/** How many keys an object has of its own. */
export function keysOf(value: object): number {
  let count = 0;
  for (const _ in value) count += 1;
  return count;
}

/** More than white space. */
export const hasWords = (text: string) => /\S/.test(text);

/** A list with something in it; undefined for what is none. */
export const filled = (list: unknown): unknown => (Array.isArray(list) && list.length > 0 ? list : undefined);
