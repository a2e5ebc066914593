/** How a file begins: what its first line says about the file as a whole. The first rule that it breaks counts. */
import { ours, words } from '../../words.ts';
import { assistant, fine, user } from './examples.ts';
import { PRACTICE, rule, SFT } from './rule.ts';

/** How files of other kinds begin, in small letters. */
const KINDS: readonly (readonly [kind: string, beginnings: readonly string[]])[] = [
  ['a gzip archive', ['\x1f\x8b']],
  ['a ZIP archive, or a spreadsheet', ['pk\x03\x04']],
  ['a Zstandard archive', ['\x28\xb5\x2f\xfd']],
  ['a Parquet file', ['par1']],
  ['an Arrow file', ['arrow1']],
  ['an HTML page', ['<!doctype html', '<html']],
  ['a git-annex pointer', ['/annex/objects/', '.git/annex/objects/', '../.git/annex/objects/']],
];
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

const beginningOf = (bytes: Buffer) => bytes.subarray(0, 64).toString('latin1').trim();

/** Those that concern the whole file end the reading of its rows. */
export const BEGINNING_RULES = [
  rule({
    id: 'file/git-lfs-pointer',
    severity: 'error',
    summary: 'The file is a Git LFS pointer, not the data',
    fix: 'Check out with lfs: true in actions/checkout.',
    source: PRACTICE,
    whole: true,
    breaks: () => ['version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n'],
    keeps: () => [fine],
    check(bytes: Buffer, report) {
      if (bytes.subarray(0, 42).toString('latin1').startsWith('version https://git-lfs.github.com/spec/'))
        report(words`The file is a Git LFS pointer.`);
    },
  }),
  rule({
    id: 'file/utf16',
    severity: 'error',
    summary: 'The file is UTF-16',
    fix: 'Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW',
    source: SFT,
    whole: true,
    breaks: () => [
      Buffer.from(`\ufeff${fine}`, 'utf16le'),
      Buffer.from(fine, 'utf16le'),
      Buffer.from(`\ufeff${fine}`, 'utf16le').swap16(),
    ],
    keeps: () => [fine],
    check(bytes: Buffer, report) {
      const [first, second] = bytes;
      const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
      // Half of the bytes of ASCII are zero then, and always the same half.
      const zeros = [0, 1].map(
        (parity) => bytes.subarray(0, 64).filter((byte, index) => byte === 0 && index % 2 === parity).length,
      );
      const halves = Math.max(...zeros) > 8 && Math.min(...zeros) === 0;
      if (marked || (halves && bytes.length > 16)) report(words`The file is UTF-16.`);
    },
  }),
  rule({
    id: 'file/utf8-bom',
    severity: 'error',
    severityFor: ({ bom }) => bom,
    summary: 'The file begins with a byte order mark',
    fix: "Remove it: sed -i '1s/^\\xEF\\xBB\\xBF//' FILE",
    source: PRACTICE,
    breaks: () => [`\ufeff${fine}`],
    keeps: () => [fine],
    check(bytes: Buffer, report) {
      if (bytes.subarray(0, 3).equals(BOM)) report(words`The file begins with a byte order mark.`);
    },
  }),
  rule({
    id: 'file/other-format',
    severity: 'error',
    summary: 'The file is not JSON Lines, but of another kind',
    fix: 'Unpack or convert it to JSON Lines.',
    source: SFT,
    whole: true,
    breaks: () => [
      Buffer.from([0x1f, 0x8b, 8, 0, 0, 1, 2]),
      'PK\x03\x04abc',
      'PAR1abc',
      '<!DOCTYPE html>\n<p>Sign in</p>',
      '/annex/objects/SHA256E-s3--0.jsonl',
    ],
    keeps: () => [fine],
    check(bytes: Buffer, report) {
      const text = beginningOf(bytes).toLowerCase();
      const kind = KINDS.find(([, beginnings]) => beginnings.some((beginning) => text.startsWith(beginning)));
      if (kind !== undefined) report(words`The file is ${ours(kind[0])}.`);
    },
  }),
  rule({
    id: 'file/json-array',
    severity: 'error',
    summary: 'The file is one JSON array, not lines',
    fix: "Convert it: jq -c '.[]' FILE > NEW",
    source: SFT,
    whole: true,
    breaks: () => [`[${fine}]`],
    keeps: () => [fine],
    check(bytes: Buffer, report) {
      if (beginningOf(bytes).startsWith('[')) report(words`The file begins with [.`);
    },
  }),
  rule({
    id: 'file/pretty-json',
    severity: 'error',
    summary: 'The objects are spread over several lines',
    fix: 'Put each on one line: jq -c . FILE > NEW',
    source: SFT,
    whole: true,
    breaks: () => [JSON.stringify({ messages: [user, assistant] }, undefined, 2)],
    keeps: () => [fine],
    check(bytes: Buffer, report) {
      if (beginningOf(bytes) === '{' && bytes.length < 64) report(words`The first line is { alone.`);
    },
  }),
] as const;
