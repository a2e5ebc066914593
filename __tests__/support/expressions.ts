/** Expressions of GitHub Actions, evaluated by GitHub's own library. */
import { data, Evaluator, Lexer, Parser, wellKnownFunctions } from '@actions/expressions';

/** How the job stands, which `success()` and its like ask. */
export type Standing = 'success' | 'failure' | 'cancelled';

export type Contexts = Readonly<Record<string, unknown>>;

function toData(value: unknown): data.ExpressionData {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  return new data.Dictionary(...Object.entries(Object(value)).map(([key, inner]) => ({ key, value: toData(inner) })));
}

const plain = (value: data.ExpressionData): unknown => JSON.parse(JSON.stringify(value, data.replacer));

function statusFunction(name: string, holds: boolean) {
  return { name, minArgs: 0, maxArgs: 10, call: () => new data.BooleanData(holds) };
}

/** The value of an expression, as plain data. @throws when it is none */
export function evaluate(expression: string, contexts: Contexts, standing: Standing = 'success'): unknown {
  const functions = [
    statusFunction('always', true),
    statusFunction('success', standing === 'success'),
    statusFunction('failure', standing === 'failure'),
    statusFunction('cancelled', standing === 'cancelled'),
  ];
  const tokens = new Lexer(expression).lex().tokens;
  const parsed = new Parser(tokens, Object.keys(contexts), [...functions, ...Object.values(wellKnownFunctions)]).parse();
  const own = new Map(functions.map((one) => [one.name, one]));
  return plain(new Evaluator(parsed, new data.Dictionary(...entriesOf(contexts)), own).evaluate());
}

const entriesOf = (contexts: Contexts) => Object.entries(contexts).map(([key, value]) => ({ key, value: toData(value) }));

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A value of a workflow with its expressions evaluated; one that is nothing but an expression keeps its type. */
export function filled(value: unknown, contexts: Contexts, standing?: Standing): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, contexts, standing));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, contexts, standing)]));
  if (typeof value !== 'string') return value;
  const whole = /^\$\{\{((?:(?!\}\})[\s\S])*)\}\}$/.exec(value)?.[1];
  if (whole !== undefined) return evaluate(whole.trim(), contexts, standing);
  return value.replace(/\$\{\{([\s\S]*?)\}\}/g, (_, inner: string) => asText(evaluate(inner.trim(), contexts, standing)));
}

/** Whether a condition holds. One that asks for no standing asks for success, too. */
export function holds(condition: unknown, contexts: Contexts, standing: Standing): boolean {
  const text = condition === undefined ? 'success()' : String(condition).replace(/^\$\{\{([\s\S]*)\}\}$/, '$1');
  const asks = /\b(?:always|success|failure|cancelled)\(/.test(text);
  const value = evaluate(asks ? text : `success() && (${text})`, contexts, standing);
  return value !== null && value !== false && value !== 0 && value !== '';
}
