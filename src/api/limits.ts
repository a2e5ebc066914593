/** Bounds of `metadata`: pairs, and characters of a key and of a value. */
export const METADATA_PAIRS = 16;
export const METADATA_KEY_LENGTH = 64;
export const METADATA_VALUE_LENGTH = 512;
/** As many rows as the machine holds: a word of some platforms, which the others refuse by name. */
export const LARGEST_BATCH = 'max';
