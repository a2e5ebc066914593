/** What is wrong with a file, or a line, before its format matters. Pure. */
import { type Found, quoted } from './rules.ts';
import { secretsOf } from './secrets.ts';

/** Special tokens of the chat and completion formats; a text that holds one fails the job. */
const SPECIAL =
  /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;

/** How files of other kinds begin, in small letters. */
const OTHERS: readonly (readonly [kind: string, beginnings: readonly string[]])[] = [
  ['a gzip archive', ['\x1f\x8b']],
  ['a ZIP archive, or a spreadsheet', ['pk\x03\x04']],
  ['a Zstandard archive', ['\x28\xb5\x2f\xfd']],
  ['a Parquet file', ['par1']],
  ['an Arrow file', ['arrow1']],
  ['an HTML page', ['<!doctype html', '<html']],
  ['a git-annex pointer', ['/annex/objects/', '.git/annex/objects/', '../.git/annex/objects/']],
];

/** What a file's first line says about the file as a whole; `whole` ends the reading of its rows. */
export function fileFault(bytes: Buffer): (Found & { readonly whole: boolean }) | undefined {
  if (bytes.subarray(0, 42).toString('latin1').startsWith('version https://git-lfs.github.com/spec/'))
    return { rule: 'file/git-lfs-pointer', detail: 'The file is a Git LFS pointer.', whole: true };
  const [first, second] = bytes;
  // Half of the bytes of ASCII are zero then, and always the same half.
  const zeros = [0, 1].map((parity) => bytes.subarray(0, 64).filter((byte, index) => byte === 0 && index % 2 === parity).length);
  const halves = Math.max(...zeros) > 8 && Math.min(...zeros) === 0;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (halves && bytes.length > 16))
    return { rule: 'file/utf16', detail: 'The file is UTF-16.', whole: true };
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    return { rule: 'file/utf8-bom', detail: 'The file begins with a byte order mark.', whole: false };
  const text = bytes.subarray(0, 64).toString('latin1').trim();
  const other = OTHERS.find(([, beginnings]) => beginnings.some((beginning) => text.toLowerCase().startsWith(beginning)));
  if (other !== undefined) return { rule: 'file/other-format', detail: `The file is ${other[0]}.`, whole: true };
  if (text.startsWith('[')) return { rule: 'file/json-array', detail: 'The file begins with [.', whole: true };
  if (text === '{' && bytes.length < 64) return { rule: 'file/pretty-json', detail: 'The first line is { alone.', whole: true };
  return undefined;
}

/** Texts inside a value, keys included. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield key;
      yield* textsOf(inner);
    }
  }
}

/** What is wrong with the text of a line, whatever its format. */
export function textFaults(text: string, value: unknown): Found[] {
  const found: Found[] = [];
  const special = SPECIAL.exec(text)?.[0];
  if (special !== undefined) found.push({ rule: 'row/special-token', detail: `The text holds ${quoted(special)}.` });
  if (/\\ud[89a-f]/i.test(text) && ![...textsOf(value)].every((inner) => inner.isWellFormed()))
    found.push({ rule: 'row/lone-surrogate', detail: 'The text holds half of a surrogate pair.' });
  if (text.includes('\\u0000')) found.push({ rule: 'row/nul', detail: 'The text holds a NUL character.' });
  return [...found, ...secretFaults(text)];
}

/** Likely credentials in a text. */
export function secretFaults(text: string): Found[] {
  return secretsOf(text).map(({ kind, beginning }) => ({
    rule: 'row/secret',
    detail: `The text holds what looks like ${kind} (${beginning}…).`,
  }));
}
