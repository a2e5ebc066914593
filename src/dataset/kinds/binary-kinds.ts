/** Files that are told by their first bytes. */
import type { FileKind } from './kind.ts';

/** Bytes at their place, written in latin1. */
interface Signature {
  readonly begins: readonly string[];
  readonly at?: number;
  /** Texts of which one stands in the first bytes besides. */
  readonly holds?: readonly string[];
  readonly name: string;
  readonly fix: string;
}

/** Reads a table with pandas, and writes its rows. */
const pandas = (read: string) =>
  `python3 -c 'import pandas, sys; pandas.${read}(sys.argv[1]).to_json(sys.argv[2], orient="records", lines=True)' FILE NEW`;
const EXPORT = 'Export its rows as JSON Lines: one JSON object on each line.';

/** The first that fits counts. */
const SIGNATURES: readonly Signature[] = [
  { begins: ['\x1f\x8b'], name: 'a gzip archive', fix: 'Unpack it: gunzip -c FILE > NEW' },
  { begins: ['BZh'], holds: ['1AY&SY', '\x17rE8P\x90'], name: 'a bzip2 archive', fix: 'Unpack it: bunzip2 -c FILE > NEW' },
  { begins: ['\xfd7zXZ\0'], name: 'an xz archive', fix: 'Unpack it: xz -dc FILE > NEW' },
  { begins: ['\x28\xb5\x2f\xfd'], name: 'a Zstandard archive', fix: 'Unpack it: zstd -dc FILE > NEW' },
  { begins: ['\x04\x22\x4d\x18'], name: 'an LZ4 archive', fix: 'Unpack it: lz4 -dc FILE > NEW' },
  { begins: ['ustar'], at: 257, name: 'a tar archive', fix: 'Unpack it: tar -xOf FILE > NEW' },
  {
    begins: ['PK\x03\x04'],
    holds: ['xl/workbook.xml', 'xl/worksheets/', 'xl/styles.xml', 'xl/theme/', 'xl/_rels/'],
    name: 'an Excel workbook (XLSX)',
    fix: `Convert it: ${pandas('read_excel')}`,
  },
  {
    begins: ['PK\x03\x04'],
    holds: ['opendocument.spreadsheet'],
    name: 'an OpenDocument spreadsheet (ODS)',
    fix: `Convert it: ${pandas('read_excel')}`,
  },
  {
    begins: ['PK\x03\x04'],
    holds: ['word/document.xml', 'word/_rels/', 'opendocument.text'],
    name: 'a text document',
    fix: EXPORT,
  },
  { begins: ['PK\x03\x04'], holds: ['data.pkl'], name: 'a PyTorch file', fix: EXPORT },
  { begins: ['PK\x03\x04', 'PK\x05\x06'], name: 'a ZIP archive', fix: 'Unpack it: unzip -p FILE > NEW' },
  { begins: ['7z\xbc\xaf\x27\x1c'], name: 'a 7-Zip archive', fix: 'Unpack it, and give the file that is in it.' },
  { begins: ['Rar!\x1a\x07'], name: 'a RAR archive', fix: 'Unpack it, and give the file that is in it.' },
  {
    begins: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    name: 'an old Excel workbook (XLS)',
    fix: `Convert it: ${pandas('read_excel')}`,
  },
  { begins: ['PAR1', 'PARE'], name: 'a Parquet file', fix: `Convert it: ${pandas('read_parquet')}` },
  { begins: ['ARROW1', 'FEA1'], name: 'an Arrow (Feather) file', fix: `Convert it: ${pandas('read_feather')}` },
  {
    begins: ['\xff\xff\xff\xff'],
    name: 'a stream of Arrow tables',
    fix: `Convert it: python3 -c 'import pyarrow, sys; pyarrow.ipc.open_stream(sys.argv[1]).read_pandas().to_json(sys.argv[2], orient="records", lines=True)' FILE NEW`,
  },
  { begins: ['ORC'], holds: ['\0'], name: 'an ORC file', fix: `Convert it: ${pandas('read_orc')}` },
  { begins: ['Obj\x01'], name: 'an Avro file', fix: EXPORT },
  { begins: ['\x89HDF\r\n\x1a\n'], name: 'an HDF5 file', fix: EXPORT },
  { begins: ['\x93NUMPY'], name: 'a NumPy array', fix: EXPORT },
  {
    begins: ['SQLite format 3\0'],
    name: 'an SQLite database',
    fix: "Export the table that holds the rows: sqlite3 -json FILE 'SELECT * FROM TABLE' | jq -c '.[]' > NEW",
  },
  {
    begins: ['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'],
    name: 'a Python pickle',
    fix: `Convert it, only if you trust it (a pickle runs code when it is read): python3 -c 'import json, pickle, sys; [print(json.dumps(row)) for row in pickle.load(open(sys.argv[1], "rb"))]' FILE > NEW`,
  },
  { begins: ['%PDF-'], name: 'a PDF document', fix: 'Write its text as rows: one JSON object on each line.' },
  { begins: ['{\\rtf'], name: 'an RTF document', fix: EXPORT },
  { begins: ['\x89PNG', '\xff\xd8\xff', 'GIF8'], name: 'a picture', fix: 'Give a file of rows; pictures stand in them as URLs.' },
];

function holds(text: string, { begins, at = 0, holds: wanted }: Signature): boolean {
  if (!begins.some((beginning) => text.startsWith(beginning, at))) return false;
  return wanted === undefined || wanted.some((inner) => text.includes(inner));
}

/** The order of the bytes of a text in UTF-16, by its mark or by the zeros beside ASCII; or in UTF-32. */
function wideKind(bytes: Buffer): FileKind | undefined {
  const begins = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);
  const fix = (encoding: string) => `Convert it: iconv -f ${encoding} -t UTF-8 FILE > NEW`;
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff))
    return { rule: 'file/utf16', what: 'is a text in UTF-32', fix: fix('UTF-32') };
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return { rule: 'file/utf16', what: 'is a text in UTF-16', fix: fix('UTF-16') };
  // Half of the bytes of ASCII are zero then, and always the same half.
  const start = bytes.subarray(0, 64);
  const [even = 0, odd = 0] = [0, 1].map((parity) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length);
  if (start.length <= 16 || Math.max(even, odd) <= 8 || Math.min(even, odd) > 0) return undefined;
  return { rule: 'file/utf16', what: 'is a text in UTF-16', fix: fix(even > 0 ? 'UTF-16BE' : 'UTF-16LE') };
}

/** What begins with these bytes, where it is no text in UTF-8. */
export function binaryKind(bytes: Buffer): FileKind | undefined {
  const text = bytes.toString('latin1');
  const found = SIGNATURES.find((signature) => holds(text, signature));
  if (found !== undefined) return { rule: 'file/other-format', what: `is ${found.name}`, fix: found.fix };
  const wide = wideKind(bytes);
  if (wide !== undefined) return wide;
  if (bytes.subarray(0, 4096).every((byte) => byte === 0))
    return {
      rule: 'file/other-format',
      what: 'is nothing but NUL bytes',
      fix: 'Write it again; it was damaged where it was made, or on its way.',
    };
  // A row may hold a stray control character; the first line of a text has not many.
  const end = bytes.indexOf(0x0a);
  const start = bytes.subarray(0, end < 0 ? 512 : Math.min(end, 512));
  const strange = start.filter((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d).length;
  if (strange > 2 && strange * 20 > start.length)
    return { rule: 'file/other-format', what: 'is a binary file of a kind that is not known', fix: EXPORT };
  return undefined;
}
