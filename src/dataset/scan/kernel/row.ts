/**
 * A plain conversation in one line of JSON, and what is kept of it: formats/chat.ts says of a value which
 * rows are plain. Whatever is not looks like no row here, and is looked at closely elsewhere.
 */
import { beginHash, beginKeys, hashString, high, low, mixLast } from './keys.ts';
import {
  ANSWER_FROM,
  ANSWER_TO,
  ASKED_FROM,
  ASKED_TO,
  CHUNK,
  COUNT_SHIFT,
  KEYLESS,
  LINE_HIGH,
  LINE_LOW,
  OTHER,
  PLAIN,
  PROMPT,
  PROMPT_MORE,
  ROLE_SHIFT,
  SECRET,
  WHOLE,
  WHOLE_MORE,
} from './layout.ts';
import { hashOf } from './sip-hash.ts';
import { at, begin, hasAddress, hasWords, other, secret, stringEnd } from './text.ts';

const QUOTE: u32 = 0x22;
const COMMA: u32 = 0x2c;
const COLON: u32 = 0x3a;
const OPENS: u32 = 0x7b;
const CLOSES: u32 = 0x7d;
const NEWLINE: u32 = 0x0a;

/** Letters as words of eight bytes, the first one lowest; and how much of a word is looked at. */
const MESSAGES: u64 = (u64(0x73656761) << 32) | 0x7373656d;
const ROLE: u64 = 0x22656c6f72;
const CONTENT: u64 = (u64(0x22746e65) << 32) | 0x746e6f63;
const USER_END: u64 = 0x2272657375;
const SYSTEM_END: u64 = (u64(0x226d65) << 32) | 0x74737973;
const ASSISTAN: u64 = (u64(0x6e617473) << 32) | 0x69737361;
const FIVE: u64 = 0xffffffffff;
const SEVEN: u64 = u64(-1) >> 8;

/** A role is known by how many letters it has. */
const USER: u32 = 4;
const SYSTEM: u32 = 6;
const ASSISTANT: u32 = 9;

/** The message that was read last: its role, and where that and its content lie. */
let role: u32 = 0;
let roleFrom: usize = 0;
let from: usize = 0;
let to: usize = 0;

function afterSpace(given: usize): usize {
  let place = given;
  while (true) {
    const byte: u32 = load<u8>(place);
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return place;
    place += 1;
  }
}

/** Behind a sign and the white space around it; 0 where it does not stand there. */
function after(place: usize, sign: u32): usize {
  const found = afterSpace(place);
  return load<u8>(found) === sign ? afterSpace(found + 1) : 0;
}

/** Reads a role that begins behind its quotation mark. @returns the place behind it; 0 where it is none */
function afterRole(place: usize): usize {
  const letters: u64 = load<u64>(place);
  if ((letters & FIVE) === USER_END) role = USER;
  else if ((letters & SEVEN) === SYSTEM_END) role = SYSTEM;
  else if (letters === ASSISTAN && load<u16>(place, 8) === 0x2274) role = ASSISTANT;
  else return 0;
  roleFrom = place;
  return place + role + 1;
}

/** Reads a content that begins behind its quotation mark. @returns the place behind it; 0 where it is none */
function afterContent(place: usize): usize {
  from = place;
  to = stringEnd(place);
  return to === 0 ? 0 : to + 1;
}

/** Reads a role or a content with its key. @returns the place behind it; 0 where there is none */
function afterPair(place: usize): usize {
  const letters: u64 = load<u64>(place, 1);
  if (load<u8>(place) !== QUOTE) return 0;
  const isRole = (letters & FIVE) === ROLE;
  if (!isRole && letters !== CONTENT) return 0;
  const value = after(place + (isRole ? 6 : 9), COLON);
  if (value === 0 || load<u8>(value) !== QUOTE) return 0;
  return isRole ? afterRole(value + 1) : afterContent(value + 1);
}

/** Reads a message. @returns the place behind it; 0 where it is none */
function afterMessage(place: usize): usize {
  let next = after(place, OPENS);
  role = 0;
  from = 0;
  if (next !== 0) next = afterPair(next);
  if (next !== 0) next = after(next, COMMA);
  if (next !== 0) next = afterPair(next);
  // Each of the two once.
  if (next === 0 || role === 0 || from === 0) return 0;
  const end = afterSpace(next);
  return load<u8>(end) === CLOSES ? end + 1 : 0;
}

/** Behind the beginning of a row; 0 where it is none with messages. */
function afterOpening(place: usize): usize {
  const key = after(place, OPENS);
  if (key === 0 || load<u8>(key) !== QUOTE || load<u64>(key, 1) !== MESSAGES || load<u8>(key, 9) !== QUOTE) return 0;
  const list = after(key + 10, COLON);
  return list === 0 ? 0 : after(list, 0x5b);
}

/** The newline behind the end of a row; 0 where it does not end there. */
function afterClosing(place: usize): usize {
  const list = after(place, 0x5d);
  if (list === 0 || load<u8>(list) !== CLOSES) return 0;
  const end = afterSpace(list + 1);
  return load<u8>(end) === NEWLINE ? end : 0;
}

/** Writes the keys of a row of so many messages into a record. @returns whether that could be done */
function keep(record: usize, count: u32, roleBefore: u32, fromBefore: usize, toBefore: usize): bool {
  store<u32>(record + ASKED_FROM, u32(fromBefore - CHUNK));
  store<u32>(record + ASKED_TO, u32(toBefore - CHUNK));
  store<u32>(record + ANSWER_FROM, u32(from - CHUNK));
  store<u32>(record + ANSWER_TO, u32(to - CHUNK));
  beginKeys();
  if (!mixLast(count - 1, roleBefore, fromBefore, toBefore)) return false;
  store<i32>(record + PROMPT, low === 0 ? 1 : low);
  store<i32>(record + PROMPT_MORE, high);
  if (!mixLast(count, role, from, to)) return false;
  store<i32>(record + WHOLE, low === 0 ? 1 : low);
  store<i32>(record + WHOLE_MORE, high);
  return true;
}

/** A line is hashed up to so many bytes. Longer ones are few, and compared by reading them again. */
const SHORT: usize = 1024;

/** Writes the hash of a short line into a record, without the CR at its end. */
function keepLine(record: usize, first: usize, last: usize): void {
  const size = last - first - usize(load<u8>(last - 1) === 0x0d);
  const hash = size > SHORT ? 0 : hashOf(first, size);
  store<u32>(record + LINE_LOW, u32(hash));
  store<u32>(record + LINE_HIGH, u32(hash >> 32));
}

/** The state of a row that was read, up to the last place of it. */
function stateOf(first: usize, last: usize): u32 {
  let state = PLAIN;
  if (secret || (at && hasAddress(first, last))) state |= SECRET;
  if (other) state |= OTHER;
  return state;
}

/** Where the row ends that `readRow` read. */
export let rowEnd: usize = 0;

/**
 * Reads a row and writes its keys into a record.
 * @returns what is known of it; 0 where it is no plain one
 */
export function readRow(line: usize, record: usize): u32 {
  begin();
  let next = afterOpening(line);
  let roleBefore: u32 = 0;
  let fromBefore: usize = 0;
  let toBefore: usize = 0;
  let asked = false;
  for (let count: u32 = 1; next !== 0; count += 1) {
    next = afterMessage(next);
    if (next === 0 || role === roleBefore || (count > 1 && role === SYSTEM)) return 0;
    if (role === ASSISTANT ? !hasWords(from, to) : from === to) return 0;
    asked = asked || role === USER;
    const more = after(next, COMMA);
    if (more === 0) {
      rowEnd = afterClosing(next);
      if (rowEnd === 0 || !asked || role !== ASSISTANT) return 0;
      const state = stateOf(line, rowEnd) | (roleBefore << ROLE_SHIFT) | (count << COUNT_SHIFT);
      keepLine(record, line, rowEnd);
      return keep(record, count, roleBefore, fromBefore, toBefore) ? state : state | KEYLESS;
    }
    roleBefore = role;
    fromBefore = from;
    toBefore = to;
    next = more;
  }
  return 0;
}

/** The hash of what a row says that `readRow` found plain, of ASCII alone; and of what it asks. */
export let hashed: u32 = 0;
export let hashedPrompt: u32 = 0;

/** Reads such a row again for its hashes. */
export function hashRow(line: usize): void {
  let hash = beginHash();
  for (let next = afterOpening(line); next !== 0; next = after(next, COMMA)) {
    next = afterMessage(next);
    hashedPrompt = hash;
    hash = hashString(hashString(hash, roleFrom, roleFrom + role), from, to);
  }
  hashed = hash === 0 ? 1 : hash;
  if (hashedPrompt === 0) hashedPrompt = 1;
}
