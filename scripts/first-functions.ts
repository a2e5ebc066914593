/**
 * Has the functions that every start runs compiled while their chunk is parsed. V8 only looks over a function
 * that may never run, and reads it again when it is called; one in parentheses it compiles at once. Which
 * functions run first was seen when they ran (`npm run first-functions`): one that is missing in that list,
 * or too many, costs some time and nothing else.
 */
import { readFileSync } from 'node:fs';
import { type Plugin, RolldownMagicString } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';

/** A function a line: its chunk, and its name in it. */
export const LIST = 'scripts/first-functions.txt';
/** The chunks that a start loads. */
export const FIRST_CHUNKS = ['start', 'main', 'data'];

/** A function of a chunk as a whole. */
export interface NamedFunction {
  readonly name: string;
  /** Where it begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Where its name is, where it is declared and not the value of a variable. */
  readonly declared?: { readonly start: number; readonly end: number };
}

type Statements = ReturnType<typeof parseAst>['body'];

function* namedIn(statements: Statements): Generator<NamedFunction> {
  for (const statement of statements) {
    if (statement.type === 'FunctionDeclaration' && statement.id !== null) {
      const { id, start, end } = statement;
      yield { name: id.name, start, end, declared: id };
    }
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations)
      if (id.type === 'Identifier' && (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression'))
        yield { name: id.name, start: init.start, end: init.end };
  }
}

/** The functions that have a name in a chunk. */
export const namedFunctions = (code: string): Iterable<NamedFunction> => namedIn(parseAst(code).body);

/** The code of a chunk, with these functions in parentheses. */
export function compiledAtOnce(code: string, names: ReadonlySet<string>): string {
  const text = new RolldownMagicString(code);
  const { body } = parseAst(code);
  const begin = body.findLast(({ type }) => type === 'ImportDeclaration')?.end ?? 0;
  for (const { name, start, end, declared } of namedIn(body)) {
    if (!names.has(name)) continue;
    if (declared === undefined) text.appendRight(start, '(').appendLeft(end, ')');
    // What is declared is there from the beginning: there it is to be defined.
    else
      text.appendRight(start, `var ${name}=(`).appendLeft(end, ');').remove(declared.start, declared.end).move(start, end, begin);
  }
  return text.toString();
}

/** The same for the chunks of a start. */
export const firstFunctions: Plugin = {
  name: 'first-functions',
  generateBundle(_, bundle) {
    const listed = readFileSync(LIST, 'utf8').split('\n');
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || !FIRST_CHUNKS.includes(file.name)) continue;
      const names = listed.flatMap((line) => (line.startsWith(`${file.name} `) ? [line.slice(file.name.length + 1)] : []));
      file.code = compiledAtOnce(file.code, new Set(names));
    }
  },
};
