/** The check of the arrows between rooms: what the sources really import, held against a table. Pure; rooms.test.ts has the table. */
import path from 'node:path';

/** `value`: loaded with its importer. `lazy`: loaded when it is needed. `type`: gone when it runs. */
export type Kind = 'value' | 'lazy' | 'type';

export interface Import {
  /** As written. */
  readonly name: string;
  readonly kind: Kind;
}

export interface House {
  /**
   * What each room imports from. A room is a folder or a file of src/; the most exact name counts. `type job` allows types alone,
   * `lazy job` types and what is loaded when it is needed.
   */
  readonly rooms: Readonly<Record<string, readonly string[]>>;
  /** The files that are started, and that nothing but their starter imports. */
  readonly entries: readonly string[];
  /** By library, the one file that imports it; `any` where it is a language rather than a service. */
  readonly libraries: Readonly<Record<string, string>>;
}

/** Text by path below src/. */
export type Sources = Readonly<Record<string, string>>;

const TOKENS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;
const STATEMENT = /^[ \t]*(?:import|export)\b(?:([^'"();=]*?)\bfrom\s*)?\s*(['"])([^'"\n]+)\2/gm;
const CALL = /(\btypeof\s+)?\bimport\(\s*(['"])([^'"\n]+)\2\s*\)/g;

/** Whether what stands between `import` and `from` names types alone. */
function namesTypes(clause: string): boolean {
  if (/^\s*type\s+[\w*{]/.test(clause) && !/^\s*type\s*,/.test(clause)) return true;
  const inside = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1];
  const names = inside?.split(',').filter((name) => name.trim() !== '') ?? [];
  return names.length > 0 && names.every((name) => /^\s*type\s+\w/.test(name));
}

/** All that a source imports, in its order by kind of statement. */
export function importsOf(source: string): Import[] {
  // A string may hold what looks like a comment, and a comment what looks like a string.
  const bare = source.replace(TOKENS, (token) => (token.startsWith('/') ? token.replace(/[^\n]/g, ' ') : token));
  const statements = [...bare.matchAll(STATEMENT)].map(([, clause = '', , name = '']): Import => {
    return { name, kind: namesTypes(clause) ? 'type' : 'value' };
  });
  const calls = [...bare.matchAll(CALL)].map(([, type, , name = '']): Import => {
    return { name, kind: type === undefined ? 'lazy' : 'type' };
  });
  return [...statements, ...calls];
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
}

/** Imports of files of the house. */
function arrowsOf(sources: Sources): Arrow[] {
  return Object.entries(sources).flatMap(([from, source]) =>
    importsOf(source)
      .filter(({ name }) => name.startsWith('.'))
      .map(({ name, kind }) => ({ from, to: path.posix.join(path.posix.dirname(from), name), kind })),
  );
}

/** The room that a file is in. */
function roomOf(file: string, { rooms }: House): string | undefined {
  return Object.keys(rooms)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((left, right) => right.length - left.length)[0];
}

const RANK: Readonly<Record<Kind, number>> = { type: 0, lazy: 1, value: 2 };

/** An allowance as written: `job`, `lazy job`, `type job`. */
function allowance(text: string): { readonly room: string; readonly rank: number } {
  const [, kind = 'value', room = ''] = /^(?:(type|lazy) )?(.*)$/.exec(text) ?? [];
  return { room, rank: kind === 'type' ? RANK.type : kind === 'lazy' ? RANK.lazy : RANK.value };
}

const VERBS: Readonly<Record<Kind, string>> = { value: 'imports', lazy: 'loads', type: 'takes a type from' };

function* againstTheTable(sources: Sources, house: House): Generator<string> {
  const used = new Map<string, number>();
  for (const { from, to, kind } of arrowsOf(sources)) {
    if (!(to in sources)) yield `${from} imports ${to}, which is no file`;
    if (house.entries.includes(to) && !house.entries.includes(from)) yield `${from} ${VERBS[kind]} the entry ${to}`;
    const [here, there] = [roomOf(from, house), roomOf(to, house)];
    if (here === undefined || there === undefined || here === there) continue;
    const allowed = house.rooms[here]?.map(allowance).find(({ room }) => room === there);
    if (allowed === undefined || allowed.rank < RANK[kind]) yield `${from} ${VERBS[kind]} ${to}: ${here} may not`;
    const key = `${here} ${there}`;
    used.set(key, Math.max(used.get(key) ?? 0, RANK[kind]));
  }
  for (const file of Object.keys(sources)) if (roomOf(file, house) === undefined) yield `${file} is in no room`;
  for (const [room, texts] of Object.entries(house.rooms)) {
    if (!Object.keys(sources).some((file) => roomOf(file, house) === room)) yield `the room ${room} has no file`;
    for (const text of texts) {
      const { room: there, rank } = allowance(text);
      const rankUsed = used.get(`${room} ${there}`);
      if (rankUsed === undefined || rankUsed < rank) yield `${room} may import from ${text}, and does not`;
    }
  }
}

function* againstTheLibraries(sources: Sources, { libraries }: House): Generator<string> {
  const importers = new Map<string, string[]>();
  for (const [file, source] of Object.entries(sources)) {
    for (const { name } of importsOf(source)) {
      if (name.startsWith('.') || name.startsWith('node:')) continue;
      importers.set(name, [...(importers.get(name) ?? []), file]);
    }
  }
  for (const [library, files] of importers) {
    const only = libraries[library];
    if (only === undefined) yield `${library} is imported by ${files.join(' and ')}, and is no library of the table`;
    else if (only !== 'any') {
      for (const file of new Set(files)) if (file !== only) yield `${library} is imported by ${file}: ${only} is its importer`;
    }
  }
  for (const [library, only] of Object.entries(libraries))
    if (!importers.has(library) || (only !== 'any' && !importers.get(library)?.includes(only)))
      yield `${library} is not imported by ${only}`;
}

/** Groups of files, or of rooms, each of which reaches each other of its group: Tarjan's algorithm. */
export function circles(arrows: readonly { readonly from: string; readonly to: string }[]): string[][] {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const own = index.size;
    index.set(node, own);
    low.set(node, own);
    stack.push(node);
    for (const { to } of next.get(node) ?? []) {
      const reached = index.has(to) ? (stack.includes(to) ? (index.get(to) ?? own) : own) : visit(to);
      low.set(node, Math.min(low.get(node) ?? own, reached));
    }
    if (low.get(node) === own) {
      const group = stack.splice(stack.indexOf(node));
      if (group.length > 1 || next.get(node)?.some(({ to }) => to === node)) found.push(group.sort());
    }
    return low.get(node) ?? own;
  };
  for (const node of next.keys()) if (!index.has(node)) visit(node);
  return found;
}

/** Everything in the sources that the table does not allow, and everything in the table that the sources do not need. */
export function violations(sources: Sources, house: House): string[] {
  const table = Object.entries(house.rooms).flatMap(([from, texts]) => texts.map((text) => ({ from, to: allowance(text).room })));
  return [
    ...againstTheTable(sources, house),
    ...againstTheLibraries(sources, house),
    ...circles(arrowsOf(sources)).map((files) => `a circle: ${files.join(', ')}`),
    ...circles(table).map((rooms) => `a circle of rooms: ${rooms.join(', ')}`),
  ];
}
