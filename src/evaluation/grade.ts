/** What a grader says of one answer, and what it reads. */

/** A row of the data, by the names that a template reads as `item.NAME`. */
export type Item = Readonly<Record<string, unknown>>;

/**
 * An answer of a model, by the names that a template reads as `sample.NAME`; beside these `output_json`,
 * which is `output_text` parsed.
 */
export interface Sample {
  /** Empty where the answer has no text, as with tool calls alone. */
  readonly output_text: string;
  readonly output_tools?: readonly unknown[];
  readonly choices?: readonly unknown[];
}

/**
 * A score, with remarks where it stands on something unusual; or why there is none. An answer's own fault (no
 * JSON where JSON is read, no tool call) scores the lowest, since a model must not get rid of a row by
 * answering badly; a fault of the row or the grader leaves the row without a score.
 */
export type Grade = { readonly score: number; readonly remarks?: readonly string[] } | { readonly unscored: string };
