/**
 * Texts that quote the data. Our own words and what the data says stand apart in them, so that the quotes can
 * be left out wherever rows may not be shown. Plain values: they cross threads as they are.
 */

/** What the data says, as it is shown, its quotation marks included. */
export interface Quote {
  readonly quote: string;
  /** It is a key, by which one fault is distinguished from another. */
  readonly key?: true;
}

/** A text in its parts: a string is ours, a quote is the data's. */
export type Words = readonly (string | Quote)[];

const LEFT_OUT = '"…"';

/** Joins neighbours that are ours. */
function joined(parts: Words): Words {
  const all: (string | Quote)[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else if (part !== '') all.push(part);
  }
  return all;
}

/**
 * A text as a template: words`messages[${index}] has the key ${quote(key)}.`
 * A bare string cannot be put in, because it may be the data's: it is either a quote or `ours`.
 */
export function words(texts: TemplateStringsArray, ...inserted: readonly (number | Quote | Words)[]): Words {
  const parts = texts.flatMap((text, index) => {
    const value = inserted[index];
    if (value === undefined) return [text];
    return typeof value === 'number' ? [text, String(value)] : 'quote' in value ? [text, value] : [text, ...value];
  });
  return joined(parts);
}

/** A string that is not the data's, to be put into words: a path, the name of a field. */
export const ours = (text: string): Words => [text];

/** The text as it may be shown. Words alone, without parts, quote nothing. */
export function textOf(text: string | Words, showRows: boolean): string {
  if (typeof text === 'string') return text;
  return text.map((part) => (typeof part === 'string' ? part : showRows ? part.quote : LEFT_OUT)).join('');
}

/**
 * A quotation by somebody else: an object of JSON, or what stands between its signs, of which the second may
 * be cut off.
 */
const QUOTATION =
  /\{[^{}]{0,200}["'][\s\S]{0,4000}(?:\}|$)|(?<!\w)(["'`])([\s\S]{1,4000}?)(?:\1(?!\w)|$)|[\u201C\u2018\u00AB]([\s\S]{1,4000}?)(?:[\u201D\u2019\u00BB]|$)/g;
/** Longer names are none that a server quotes. */
const NAME = 60;
/** Words of the API, and what stands inside them. */
const FIELD =
  /^(?:messages?|role|content|system|developer|user|assistant|tool|tools|tool_calls|function|name|arguments|parameters|weight|prompt|completion|input|text|image_url|detail|model|method|type|supervised|dpo|reinforcement|hyperparameters|beta|seed|suffix|auto|integrations|metadata|grader|status|id|json|jsonl)(?:[.[][\w.[\]]*)?$/;
/** A name as only programs have them: in_snake_case, an ID, a model. */
const OF_PROGRAMS = /^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|(?:ft:|file-|ftjob-|gpt-|o\d)[\w.:-]*|[A-Za-z][\w.-]*\/[\w.-]*\d[\w.-]*)$/;

/**
 * Somebody else's text, such as a server's, about the data. Which of its words are the data's nobody marks:
 * an object of JSON and every quotation are taken for them, but for names of the API and of programs.
 *
 * @param known names that are not the data's, such as the model that was asked for
 */
export function foreignText(text: string, showRows: boolean, known: readonly unknown[] = []): string {
  if (showRows) return text;
  return text.replace(QUOTATION, (whole, _, plain?: string, curly?: string) => {
    const inside = plain ?? curly ?? whole;
    const isName =
      inside !== whole && inside.length <= NAME && (known.includes(inside) || FIELD.test(inside) || OF_PROGRAMS.test(inside));
    return isName ? whole : LEFT_OUT;
  });
}

/** What is said, whatever is quoted but for keys: two faults of one kind say the same. */
export function kindOf(text: Words): string {
  return text.map((part) => (typeof part === 'string' ? part : part.key ? part.quote : LEFT_OUT)).join('');
}

/** At most so many characters, all quotes shown. */
export function cutWords(text: Words, most: number): Words {
  let room = most;
  const kept: (string | Quote)[] = [];
  for (const part of text) {
    if (room <= 0) break;
    const whole = typeof part === 'string' ? part : part.quote;
    kept.push(typeof part === 'string' ? part.slice(0, room) : { ...part, quote: part.quote.slice(0, room) });
    room -= whole.length;
  }
  // What was pushed to has room for sixteen more, and thousands of texts are kept.
  return [...kept];
}
