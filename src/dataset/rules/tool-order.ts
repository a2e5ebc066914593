/** The order of calls and answers: each call is followed at once by its answers, unless it is the end. */
import type { Message } from '../formats/messages.ts';

/** A message that breaks the order. */
export interface Break {
  /** In the list that is looked at. */
  readonly index: number;
  readonly kind: 'unanswered' | 'unasked' | 'answered-twice' | 'same-id';
  /** What was called; of what a message answers, its ID, if it has one. */
  readonly id: string | undefined;
  /** Calls that wait for their answers. */
  readonly open: readonly string[];
}

/** Follows tool calls through the messages, and through those that come before them. */
export function* breaksIn(before: readonly Message[], messages: readonly Message[]): Generator<Break> {
  const open = new Set<string>();
  const answered = new Set<string>();
  /** Calls that were left without an answer, which may come late. */
  const left = new Set<string>();
  for (const [at, message] of [...before, ...messages].entries()) {
    for (const found of stepOf(message, { open, answered, left }))
      if (at >= before.length) yield { ...found, index: at - before.length };
  }
}

interface Waiting {
  readonly open: Set<string>;
  readonly answered: Set<string>;
  readonly left: Set<string>;
}

function* stepOf(message: Message, { open, answered, left }: Waiting): Generator<Omit<Break, 'index'>> {
  if (message.role === 'tool') {
    const id = message.tool_call_id ?? undefined;
    const [expected] = open;
    if (id !== undefined && (open.delete(id) || left.delete(id))) answered.add(id);
    else if (id !== undefined && answered.has(id)) yield { kind: 'answered-twice', id, open: [] };
    else {
      yield { kind: 'unasked', id, open: [...open] };
      // A wrong ID is one fault, not two: it stands for the call that waits.
      if (expected !== undefined) open.delete(expected);
    }
    return;
  }
  const [waiting] = open;
  if (waiting !== undefined) {
    yield { kind: 'unanswered', id: waiting, open: [...open] };
    for (const id of open) left.add(id);
    open.clear();
  }
  for (const { id } of message.tool_calls ?? []) {
    if (open.has(id)) yield { kind: 'same-id', id, open: [] };
    open.add(id);
    answered.delete(id);
  }
}

/** A message that comes where the answer of a function is due, or an answer where none is. */
export interface FunctionBreak {
  readonly index: number;
  /** What was called. */
  readonly called: string | undefined;
}

/** Functions are answered by name, and by the next message. */
export function* functionBreaksIn(before: readonly Message[], messages: readonly Message[]): Generator<FunctionBreak> {
  let called: string | undefined;
  for (const [at, { role, name, function_call }] of [...before, ...messages].entries()) {
    const answers = role === 'function';
    if ((answers || called !== undefined) && (!answers || called === undefined || name !== called) && at >= before.length)
      yield { index: at - before.length, called };
    called = function_call?.name;
  }
}
