/**
 * The formulas of multi graders: + - * / ^, parentheses, min max abs floor ceil exp sqrt log, numbers and the
 * graders' names, bound as in Python with ^ for its **. Nothing is evaluated as code. A step without a finite
 * value (a division by zero, the root of a negative number) leaves the whole without one.
 */

interface Operation {
  readonly apply: (...values: number[]) => number;
  /** How many values it takes at most. */
  readonly most: number;
}

const FUNCTIONS: ReadonlyMap<string, Operation> = new Map([
  ['min', { apply: Math.min, most: Number.POSITIVE_INFINITY }],
  ['max', { apply: Math.max, most: Number.POSITIVE_INFINITY }],
  ['abs', { apply: Math.abs, most: 1 }],
  ['floor', { apply: Math.floor, most: 1 }],
  ['ceil', { apply: Math.ceil, most: 1 }],
  ['exp', { apply: Math.exp, most: 1 }],
  ['sqrt', { apply: Math.sqrt, most: 1 }],
  ['log', { apply: Math.log, most: 1 }],
]);

type Binary = (left: number, right: number) => number;

const SUMS: ReadonlyMap<string, Binary> = new Map([
  ['+', (left, right) => left + right],
  ['-', (left, right) => left - right],
]);
const PRODUCTS: ReadonlyMap<string, Binary> = new Map([
  ['*', (left, right) => left * right],
  ['/', (left, right) => left / right],
]);

const TOKEN = /\s*((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|[-+*/^(),])/y;
/** Formulas nested deeper are refused, before the stack ends. */
const DEEPEST = 100;

/** What a formula comes to. */
export type Outcome = { readonly value: number } | { readonly fault: string };

type Values = ReadonlyMap<string, number>;
type Node = (values: Values) => Outcome;

export interface Formula {
  /** The names that it uses, each once. */
  readonly names: readonly string[];
  /** Its value, for values of all its names. */
  readonly evaluate: Node;
}

function tokensOf(formula: string): string[] {
  const tokens: string[] = [];
  const text = formula.trimEnd();
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match?.[1] === undefined)
      throw new Error(
        `calculate_output has ${JSON.stringify(text.slice(at, at + 10))} where a number, a name or a sign belongs.`,
      );
    tokens.push(match[1]);
    at = TOKEN.lastIndex;
  }
  return tokens;
}

/** A value, unless it is none that a score can be; `written` is how the step reads. */
const finite = (value: number, written: () => string): Outcome =>
  Number.isFinite(value) ? { value } : { fault: `${written()} has no finite value` };

function call(name: string, { apply }: Operation, parts: readonly Node[]): Node {
  return (values) => {
    const given: number[] = [];
    for (const part of parts) {
      const outcome = part(values);
      if ('fault' in outcome) return outcome;
      given.push(outcome.value);
    }
    return finite(apply(...given), () => `${name}(${given.join(', ')})`);
  };
}

const negative =
  (inner: Node): Node =>
  (values) => {
    const outcome = inner(values);
    return 'fault' in outcome ? outcome : { value: -outcome.value };
  };

interface Step {
  readonly sign: string;
  readonly apply: Binary;
  readonly node: Node;
}

/** Steps from left to right, as one node: a thousand terms are not a thousand deep. */
function chained(first: Node, steps: readonly Step[]): Node {
  return (values) => {
    let left = first(values);
    for (const { sign, apply, node } of steps) {
      if ('fault' in left) return left;
      const before = left.value;
      const right = node(values);
      if ('fault' in right) return right;
      left = finite(apply(before, right.value), () => `${before} ${sign} ${right.value}`);
    }
    return left;
  };
}

/**
 * Reads a formula.
 * @throws when it cannot be read
 */
export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text);
  const names = new Set<string>();
  let at = 0;
  let depth = 0;
  const take = (expected?: string): string => {
    const token = tokens[at];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(
        `calculate_output has ${token === undefined ? 'its end' : JSON.stringify(token)} where ${expected ?? 'a value'} belongs.`,
      );
    }
    at += 1;
    return token;
  };
  const nested = (inner: () => Node): Node => {
    depth += 1;
    if (depth > DEEPEST) throw new Error(`calculate_output is nested more than ${DEEPEST} deep.`);
    const node = inner();
    depth -= 1;
    return node;
  };
  const chain = (inner: () => Node, operations: ReadonlyMap<string, Binary>): Node => {
    const first = inner();
    const steps: Step[] = [];
    for (let apply = operations.get(tokens[at] ?? ''); apply !== undefined; apply = operations.get(tokens[at] ?? '')) {
      const sign = take();
      steps.push({ sign, apply, node: inner() });
    }
    return steps.length === 0 ? first : chained(first, steps);
  };
  const sum = (): Node => nested(() => chain(product, SUMS));
  const product = (): Node => chain(signed, PRODUCTS);
  const signed = (): Node =>
    nested(() => {
      if (tokens[at] !== '-' && tokens[at] !== '+') return powered();
      const sign = take();
      const inner = signed();
      return sign === '-' ? negative(inner) : inner;
    });
  const powered = (): Node => {
    const base = value();
    if (tokens[at] !== '^') return base;
    take('^');
    return chained(base, [{ sign: '^', apply: Math.pow, node: signed() }]);
  };
  const called = (name: string, operation: Operation): Node => {
    take('(');
    const given = [sum()];
    while (tokens[at] === ',') {
      take(',');
      given.push(sum());
    }
    take(')');
    if (given.length > operation.most) throw new Error(`calculate_output gives ${name} ${given.length} values; it takes one.`);
    return call(name, operation, given);
  };
  const value = (): Node => {
    const token = take();
    if (token === '(') {
      const inner = sum();
      take(')');
      return inner;
    }
    if (/^[\d.]/.test(token)) {
      const number = Number(token);
      if (!Number.isFinite(number)) throw new Error(`calculate_output has ${token}, which is too large a number.`);
      return () => ({ value: number });
    }
    if (!/^\w/.test(token)) throw new Error(`calculate_output has ${JSON.stringify(token)} where a value belongs.`);
    const operation = tokens[at] === '(' ? FUNCTIONS.get(token) : undefined;
    if (operation !== undefined) return called(token, operation);
    names.add(token);
    return (values) => {
      const known = values.get(token);
      return known === undefined ? { fault: `${token} has no value` } : { value: known };
    };
  };
  const evaluate = sum();
  if (at < tokens.length) throw new Error(`calculate_output goes on with ${JSON.stringify(tokens[at])} after its end.`);
  return { names: [...names], evaluate };
}
