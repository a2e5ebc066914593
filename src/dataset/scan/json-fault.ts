/** Where a text stops being JSON (RFC 8259). The engine's own message names the place of some faults only. */

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true(?!\w)|false(?!\w)|null(?!\w)/y;

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Follows a string from its opening quote: where it ends, or where it goes wrong. */
function followText(text: string, from: number): { readonly at: number; readonly ended: boolean } {
  for (let at = from + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { at: at + 1, ended: true };
    if (code < 0x20) return { at, ended: false };
    ESCAPE.lastIndex = at;
    if (code === 0x5c && !ESCAPE.test(text)) return { at, ended: false };
    at = code === 0x5c ? ESCAPE.lastIndex : at + 1;
  }
  return { at: text.length, ended: false };
}

/**
 * The index of the first character that cannot stand where it stands; the text's length when it ends too
 * early. Only for a text that is not JSON.
 */
export function jsonFault(text: string): number {
  /** For each open bracket, whether it is an object. */
  const open: boolean[] = [];
  let at = 0;
  let expects: 'value' | 'key' | 'colon' | 'more' = 'value';
  /** After an opening bracket its end may follow at once. */
  let fresh = false;
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    match(SPACE);
    const character = text[at];
    if (character === undefined) return text.length;
    if (fresh && (character === '}' || character === ']') && (character === '}') === open.at(-1)) {
      open.pop();
      at += 1;
      expects = 'more';
      fresh = false;
      continue;
    }
    if (expects === 'more') {
      const inObject = open.at(-1);
      if (inObject === undefined) return at;
      if (character === ',') expects = inObject ? 'key' : 'value';
      else if ((character === '}') === inObject && (character === '}' || character === ']')) open.pop();
      else return at;
      at += 1;
      continue;
    }
    fresh = false;
    if (expects === 'colon') {
      if (character !== ':') return at;
      at += 1;
      expects = 'value';
      continue;
    }
    if (character === '"') {
      const followed = followText(text, at);
      if (!followed.ended) return followed.at;
      at = followed.at;
      expects = expects === 'key' ? 'colon' : 'more';
      continue;
    }
    if (expects === 'key') return at;
    if (character === '{' || character === '[') {
      open.push(character === '{');
      at += 1;
      fresh = true;
      expects = character === '{' ? 'key' : 'value';
    } else if (match(SCALAR)) expects = 'more';
    else return at;
  }
}
