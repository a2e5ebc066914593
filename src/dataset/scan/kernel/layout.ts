/**
 * What lies where in this memory. The records are read from outside: ../row-kernel.ts has the same numbers.
 */

/** Factors of the characters of a window, and what each character of ASCII is there. */
export const LOW: usize = 1024;
export const HIGH: usize = 1152;
export const SIGN: usize = 1280;
/** ASCII folded. */
export const FOLD: usize = 1408;
/** The characters of the window that is looked at. */
export const WINDOW_AT: usize = 1536;
/** For each choice of eight places those that were chosen, one byte each. */
export const CHOSEN: usize = 2048;
/** The lines of a batch. */
export const RECORDS: usize = 4096;
export const MOST: u32 = 1024;
/** The bytes of a chunk. */
export const CHUNK: usize = 64 * 1024;

/** The fields of a line, each a number of 32 bits. Its places count from the beginning of the chunk. */
export const BEGIN: usize = 0;
export const END: usize = 4;
export const STATE: usize = 8;
export const WHOLE: usize = 12;
export const WHOLE_MORE: usize = 16;
export const PROMPT: usize = 20;
export const PROMPT_MORE: usize = 24;
/** Where the last content of what is asked lies, and that of the answer. */
export const ASKED_FROM: usize = 28;
export const ASKED_TO: usize = 32;
export const ANSWER_FROM: usize = 36;
export const ANSWER_TO: usize = 40;
/** The hash of a line that is not long, in two halves; else 0. */
export const LINE_LOW: usize = 44;
export const LINE_HIGH: usize = 48;
export const WIDTH: usize = 56;

/** What is known of a line; 0: that it has to be looked at. */
export const PLAIN: u32 = 1;
/** It holds a sign of credentials. */
export const SECRET: u32 = 2;
/** It holds other characters than those of ASCII, or escapes of them. */
export const OTHER: u32 = 4;
/** Its keys were not taken: such characters are among those that they are made of. */
export const KEYLESS: u32 = 8;
/** Behind these come the length of the role of what is asked last, and how many messages there are. */
export const ROLE_SHIFT: u32 = 4;
export const COUNT_SHIFT: u32 = 8;
