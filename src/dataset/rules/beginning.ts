/**
 * What a file is, where it is something else than JSON Lines. Its first bytes tell; the scan asks `kinds/`,
 * which also says what to do.
 */
import { assistant, fine, line, other, row, user } from './examples.ts';
import { example, PRACTICE, rule, SFT } from './rule.ts';

/** They end the reading of the file's rows. */
export const BEGINNING_RULES = [
  rule({
    id: 'file/git-lfs-pointer',
    severity: 'error',
    summary: 'The file is a Git LFS pointer, not the data',
    fix: 'Check out with lfs: true in actions/checkout, or fetch it with git lfs pull.',
    source: PRACTICE,
    whole: true,
    breaks: () => ['version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n'],
    keeps: () => [fine],
  }),
  rule({
    id: 'file/utf16',
    severity: 'error',
    summary: 'The file is UTF-16, or UTF-32',
    fix: 'Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW',
    source: SFT,
    whole: true,
    breaks: () => [
      Buffer.from(`\ufeff${fine}`, 'utf16le'),
      Buffer.from(fine, 'utf16le'),
      Buffer.from(`\ufeff${fine}`, 'utf16le').swap16(),
    ],
    keeps: () => [fine],
  }),
  rule({
    id: 'file/other-format',
    severity: 'error',
    summary: 'The file is not JSON Lines, but of another kind, which is named',
    fix: 'Convert it; the command stands with the name.',
    source: SFT,
    whole: true,
    breaks: () => [
      'prompt,completion\nq,a\n',
      Buffer.from([0x1f, 0x8b, 8, 0, 0, 1, 2]),
      'PK\x03\x04abc',
      'PAR1abc',
      "{'messages': []}",
      `${line([user, assistant])}\n${line([user, assistant])}\n`,
      '<!DOCTYPE html>\n<p>Sign in</p>',
      '/annex/objects/SHA256E-s3--0.jsonl',
      '\0'.repeat(200),
    ],
    keeps: () => [fine, example(`${fine}\n${row(user, { ...assistant, content: 'a, b\nc, d' })}`, {}, ['row/contradiction@2'])],
  }),
  rule({
    id: 'file/json-array',
    severity: 'error',
    summary: 'The file is one JSON array, not lines',
    fix: "Convert it: jq -c '.[]' FILE > NEW",
    source: SFT,
    whole: true,
    breaks: () => [`[${fine}]`, `\n [${fine},\n${other}]`],
    keeps: () => [fine],
  }),
  rule({
    id: 'file/pretty-json',
    severity: 'error',
    summary: 'The objects are spread over several lines, or several stand on one',
    fix: 'Put each on one line: jq -c . FILE > NEW',
    source: SFT,
    whole: true,
    breaks: () => [JSON.stringify({ messages: [user, assistant] }, undefined, 2), `${fine}${other}`],
    keeps: () => [fine],
  }),
] as const;
