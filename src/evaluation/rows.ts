/** Rows of an evaluation: the prompt cut from the answer, and what graders read. Pure. */

import { createHash } from 'node:crypto';
import { isMap } from '../api/method.ts';
import { canonicalJson } from '../canonical.ts';
import type { Item } from './grade.ts';

type Map = Readonly<Record<string, unknown>>;

export interface EvaluationRow {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  /** What both models are asked, without the answer. */
  readonly messages: readonly Map[];
  /** What of the row goes out beside them: tools and how they may be called. */
  readonly more: Map;
  /** What a template reads as `item`. */
  readonly item: Item;
  readonly cluster: string | undefined;
  readonly tag: string | undefined;
}

/** Fields of a row that are part of the request. */
const ASKED = ['tools', 'parallel_tool_calls', 'functions', 'response_format'];

/** The fields that sort rows. */
export interface Sorting {
  readonly clusterBy: string | undefined;
  readonly tagBy: string | undefined;
}

/** Content as a text; that of parts is their texts. */
function textOf(content: unknown): string | undefined {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  return content.map((part) => (isMap(part) && typeof part.text === 'string' ? part.text : '')).join('');
}

function fieldOf(row: Map, name: string | undefined): string | undefined {
  const value = name !== undefined && Object.hasOwn(row, name) ? row[name] : undefined;
  return value === undefined || value === null ? undefined : typeof value === 'string' ? value : canonicalJson(value);
}

const messagesOf = (row: Map): readonly Map[] => (Array.isArray(row.messages) ? row.messages.filter(isMap) : []);
/** A weight is for a trainer. */
const asked = ({ weight: _, ...message }: Map): Map => message;

/** A row that passed the check, cut. */
export function evaluationRow(
  row: Map,
  place: { readonly path: string; readonly line: number },
  sorting: Sorting,
): EvaluationRow {
  const all = messagesOf(row);
  const last = all.at(-1);
  const held = last?.role === 'assistant' ? last : undefined;
  const reference = textOf(held?.content);
  return {
    ...place,
    messages: (held === undefined ? all : all.slice(0, -1)).map(asked),
    more: Object.fromEntries(ASKED.flatMap((name) => (row[name] == null ? [] : [[name, row[name]]]))),
    item: reference === undefined || 'reference_answer' in row ? row : { ...row, reference_answer: reference },
    cluster: fieldOf(row, sorting.clusterBy),
    tag: fieldOf(row, sorting.tagBy),
  };
}

/** By what a prompt is recognised wherever it stands. */
export function promptHash(messages: readonly Map[]): string {
  const said = messages.map(({ role, content, name, tool_calls, tool_call_id }) => ({
    role: role === 'developer' ? 'system' : role,
    content: textOf(content)?.trim() ?? content ?? null,
    ...(name == null ? {} : { name }),
    ...(tool_calls == null ? {} : { tool_calls }),
    ...(tool_call_id == null ? {} : { tool_call_id }),
  }));
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

/**
 * The rows that prove something by themselves. A row that asks and is graded as an earlier one is no second
 * piece of evidence, and is left out. Rows that ask the same and are graded otherwise get the same answers,
 * so they belong together, unless it is said already what does.
 * @param reads what the grader reads of a row
 */
export function independentRows(rows: readonly EvaluationRow[], reads: readonly (readonly string[])[]): readonly EvaluationRow[] {
  const asked = rows.map((row) => ({ row, prompt: `${promptHash(row.messages)}${canonicalJson(row.more)}` }));
  const once = new Map<string, (typeof asked)[number]>();
  for (const one of asked) {
    const key = `${one.prompt}${canonicalJson(reads.map((path) => itemAt(one.row.item, path) ?? null))}`;
    if (!once.has(key)) once.set(key, one);
  }
  const kept = [...once.values()];
  const apart = new Set(kept.map(({ prompt }) => prompt)).size === kept.length;
  const sorted = apart || kept.some(({ row }) => row.cluster !== undefined);
  return kept.map(({ row, prompt }) => (sorted ? row : { ...row, cluster: prompt }));
}

/** What a row of training data of any format asks, as messages; empty where it asks nothing. */
export function trainedPrompt(row: unknown): readonly Map[] {
  if (!isMap(row)) return [];
  if (typeof row.prompt === 'string') return [{ role: 'user', content: row.prompt }];
  if (isMap(row.input)) return messagesOf(row.input);
  const all = messagesOf(row);
  const answer = all.findLastIndex(({ role }) => role === 'assistant');
  return answer < 0 ? all : all.slice(0, answer);
}

/** What a grader finds in a row at this place; undefined where there is nothing. */
function itemAt(item: Item, path: readonly string[]): unknown {
  let inner: unknown = item;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    inner = Reflect.get(inner, step);
  }
  return inner;
}

/** Whether a row has what a grader reads of it at this place. */
export function hasItem(item: Item, path: readonly string[]): boolean {
  return (itemAt(item, path) ?? null) !== null;
}
