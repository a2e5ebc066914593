/** Where everything lies in the kernel's memory. Fixed places, so that they are constants in its code. */

/** The class of each code point, filled as they are met; 0 is not met yet. */
export const CLASSES: usize = 0x1000;
/** For each size of a short piece the 16 bytes that cut its words to size. */
export const MASKS: usize = 0x112000;
/** The parts of a piece while they are merged: their starts, their tokens, and the ranks of the pairs. */
export const PARTS: usize = 0x113000;
/** The token of each byte alone. */
export const BYTES: usize = 0x115000;
/** For each slot of the vocabulary a part of its token's hash, filled as they are met; 0 is not met yet. */
export const TAGS: usize = 0x120000;
/** Pairs of tokens with what they become. */
export const PAIRS: usize = 0x160000;
export const PAIR_BITS: u64 = 16;
/** Short pieces with their counts: 8 MB, since a word that is not found again is merged again. */
export const SHORT: usize = 0x1e0000;
export const SHORT_BITS: u64 = 19;
/** Longer pieces with their counts. */
export const LONG: usize = 0x9e0000;
export const LONG_BITS: u64 = 13;
/** The list of places for each rank, while a long piece is merged; 0 is none. */
export const HEADS: usize = 0xa60000;
/** The heap of the ranks in those lists. */
export const QUEUE: usize = 0xe60000;
/** The vocabulary's file; or the tokens, the pairs and the results of a tokenizer that was given. */
export const VOCABULARY: usize = 0x1260000;
