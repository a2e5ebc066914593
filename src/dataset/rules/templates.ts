/** The names that a grader's templates take from a row: `{{ item.answer }}` takes `answer`. */

const TEMPLATE = /\{\{\s*item\.([A-Za-z_][\w-]*)/g;

/** Every text inside a value. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** The row keys that the templates of a grader name, each once. */
export function itemNames(grader: unknown): readonly string[] {
  return [...new Set(texts(grader).flatMap((text) => [...text.matchAll(TEMPLATE)].map((match) => match[1] ?? '')))];
}

/** Whether a grader reads the answer as JSON, by a template or in Python, which needs a `response_format`. */
export function readsOutputJson(grader: unknown): boolean {
  return texts(grader).some((text) => /\{\{\s*sample\.output_json\b|\bsample\[\s*["']output_json["']\s*\]/.test(text));
}
