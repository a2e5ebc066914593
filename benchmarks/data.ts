/**
 * Data to measure with: conversations of several lengths, one row in a hundred bad, each of them in its own
 * way. The same every time.
 */

import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomOf } from '../src/sandbox/trainer/random.ts';

const WORDS =
  'the of and to in is you that it he was for on are with as his they be at one have this from or had by not but some what there we can out other were all your when up use word how said an each she which do their time if will way about many then them would write like so these her long make thing see him two has look more day could go come did my sound no most number who over know water than call first people may down side been now find any new work part take get place made live where after back little only round man year came show every good me give our under name very through just form much great think say help low line before turn cause same mean differ move right boy old too does tell sentence set three want air well also play small end put home read hand port large spell add even land here must big high such follow act why ask men change went light kind off need house picture try us again animal point mother world near build self earth father head stand own page should country found answer school grow study still learn plant cover food sun four thought let keep eye never last door between city tree cross since hard start might story saw far sea draw left late run while press close night real life few stop'.split(
    ' ',
  );

const SYLLABLES = 'ba ken tor mi sul ver an dra lo quin per ta is el co nor gre thi ma ster'.split(' ');

/** Common words are most of a text, and the long tail is most of its vocabulary. */
function wordOf(random: () => number): string {
  if (random() < 0.75) return WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? 'the';
  const parts = Array.from(
    { length: 2 + Math.floor(random() * 3) },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? 'a',
  );
  const word = parts.join('');
  return random() < 0.2 ? `${word[0]?.toUpperCase()}${word.slice(1)},` : word;
}

const BAD: readonly ((row: string) => string)[] = [
  (row) => row.slice(0, -1),
  (row) => row.replace('"assistant"', '"bot"'),
  (row) => row.replace('{"messages"', '{"id":1,"messages"'),
  (row) => row.replace('"content":"', '"content":"<|endoftext|> '),
  (row) => row.replace('"content":"', `"content":"key AKIA${'Q3ZTWPH7'}LX5MBDJ2 `),
  (row) => row.replace('"role":"user"', '"role":"user","role":"user"'),
  (row) => row.replace('"role":"assistant"', '"role":"user"'),
];

/** A row of about 1,900 bytes at the mean, between 200 bytes and 8 kB. */
function rowOf(random: () => number): string {
  const text = (most: number) => {
    const words = Array.from({ length: 5 + Math.floor(random() ** 2 * most) }, () => wordOf(random));
    return `${words.join(' ')}. ${random() < 0.1 ? 'Größe – “quoted” 中文 🙂 ' : ''}${Math.floor(random() * 1e6)}`;
  };
  const turns = 1 + Math.floor(random() * 3);
  const messages = [{ role: 'system', content: 'You are a helpful assistant.' }];
  for (let turn = 0; turn < turns; turn += 1) {
    messages.push({ role: 'user', content: text(150) });
    messages.push({ role: 'assistant', content: text(500) });
  }
  return JSON.stringify({ messages });
}

/** Sixty words, of which clean data may be made: texts that have much in common and are not alike. */
const SIXTY = Array.from({ length: 60 }, (_, number) => {
  const random = randomOf(number + 7);
  return Array.from({ length: 1 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
});

/** Distinct rows, each a question and an answer of so many of the sixty words. */
function* sixtyWords(rows: number, length: number): Generator<string> {
  const random = randomOf(2);
  const text = () => Array.from({ length }, () => SIXTY[Math.floor(random() * SIXTY.length)]).join(' ');
  for (let row = 0; row < rows; row += 1)
    yield JSON.stringify({
      messages: [
        { role: 'user', content: text() },
        { role: 'assistant', content: text() },
      ],
    });
}

async function made(name: string, rows: () => Iterable<string>): Promise<string> {
  const folder = path.join(tmpdir(), 'fine-tune-benchmark');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  if (existsSync(file)) return file;
  const stream = createWriteStream(`${file}.part`);
  for (const row of rows()) if (!stream.write(`${row}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
  renameSync(`${file}.part`, file);
  return file;
}

/** 100 MB of 83,200 clean, distinct rows of sixty words. */
export const sixtyWordsFile = () => made('sixty-words.jsonl', () => sixtyWords(83_200, 95));

/** A million short rows, the second half a copy of the first. */
export const copyFile = () =>
  made('copy.jsonl', function* () {
    yield* sixtyWords(500_000, 9);
    yield* sixtyWords(500_000, 9);
  });

/** The path of a file of about so many megabytes; made once and kept in the system's temporary folder. */
export async function benchmarkFile(megabytes: number): Promise<string> {
  const folder = path.join(tmpdir(), 'fine-tune-benchmark');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `talk-${megabytes}.jsonl`);
  if (existsSync(file) && statSync(file).size >= megabytes * 1e6) return file;
  const random = randomOf(1);
  const stream = createWriteStream(file);
  let written = 0;
  while (written < megabytes * 1e6) {
    const lines: string[] = [];
    for (let line = 0; line < 500; line += 1) {
      const row = rowOf(random);
      lines.push(random() < 0.01 ? (BAD[Math.floor(random() * BAD.length)]?.(row) ?? row) : row);
    }
    const chunk = `${lines.join('\n')}\n`;
    written += Buffer.byteLength(chunk);
    if (!stream.write(chunk)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
  return file;
}
