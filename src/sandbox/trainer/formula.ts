/** The formulas of multi graders: + - * / ^, parentheses, min max abs floor ceil exp sqrt log, numbers and the graders' names. Nothing is evaluated as code. */

const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  exp: Math.exp,
  sqrt: Math.sqrt,
  log: Math.log,
};
const TOKEN = /\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|[-+*/^(),])/y;

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

/**
 * The value of a formula.
 * @throws when it cannot be read, or uses a name that has no value
 */
export function evaluate(formula: string, values: Readonly<Record<string, number>>): number {
  const tokens = tokensOf(formula);
  let at = 0;
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
  const chain = (inner: () => number, apply: Readonly<Record<string, (left: number, right: number) => number>>): number => {
    let value = inner();
    for (let step = apply[tokens[at] ?? '']; step !== undefined; step = apply[tokens[at] ?? '']) {
      at += 1;
      value = step(value, inner());
    }
    return value;
  };
  const sum = (): number => chain(product, { '+': (left, right) => left + right, '-': (left, right) => left - right });
  const product = (): number => chain(signed, { '*': (left, right) => left * right, '/': (left, right) => left / right });
  const signed = (): number => {
    if (tokens[at] !== '-') return power();
    at += 1;
    return -signed();
  };
  const power = (): number => {
    const base = value();
    if (tokens[at] !== '^') return base;
    at += 1;
    return base ** signed();
  };
  const value = (): number => {
    const token = take();
    if (token === '(') {
      const inner = sum();
      take(')');
      return inner;
    }
    if (/^\d/.test(token)) return Number(token);
    const called = Object.hasOwn(FUNCTIONS, token) && tokens[at] === '(' ? FUNCTIONS[token] : undefined;
    if (called !== undefined) {
      take('(');
      const given = [sum()];
      while (tokens[at] === ',') {
        at += 1;
        given.push(sum());
      }
      take(')');
      return called(...given);
    }
    const known = Object.hasOwn(values, token) ? values[token] : undefined;
    if (known === undefined)
      throw new Error(
        `calculate_output uses ${JSON.stringify(token)}, which is no grader; there are ${Object.keys(values).join(', ')}.`,
      );
    return known;
  };
  const result = sum();
  if (at < tokens.length) throw new Error(`calculate_output goes on with ${JSON.stringify(tokens[at])} after its end.`);
  return result;
}
