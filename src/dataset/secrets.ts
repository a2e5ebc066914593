/** Likely credentials in text. Shapes that their issuers document, so that a hit is seldom wrong; every expression is linear. */

/** A shape at the beginning of a word. In JSON the letters of an escape (`\n`, `\u201c`) are no part of the word after it. */
const word = (shape: RegExp) => new RegExp(`(?:(?<!\\w)|(?<=\\\\[bfnrt])|(?<=\\\\u[0-9a-fA-F]{4}))${shape.source}`, shape.flags);

const SHAPES: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY-----[\w+/=\s\\]*/],
  // Keys of documentation end in EXAMPLE.
  ['an AWS access key', word(/(?:AKIA|ASIA)(?![0-9A-Z]{9}EXAMPLE)[0-9A-Z]{16}\b/)],
  ['a GitHub token', word(/(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/)],
  ['an Anthropic key', word(/sk-ant-[A-Za-z0-9_-]{20,200}/)],
  ['an OpenAI key', word(/sk-(?!ant-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{32,200}/)],
  ['a Google API key', word(/AIza[0-9A-Za-z_-]{35}\b/)],
  ['a Slack token', word(/xox[abeprs]-[0-9A-Za-z-]{10,200}/)],
  ['a Stripe key', word(/[rs]k_live_[0-9A-Za-z]{20,200}\b/)],
  ['an npm token', word(/npm_[A-Za-z0-9]{36}\b/)],
  ['a Hugging Face token', word(/hf_[A-Za-z0-9]{34}\b/)],
  ['a JSON Web Token', word(/eyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,1000}/)],
  ['a password in a URL', word(/[a-z][a-z0-9+.-]{1,20}:\\?\/\\?\/[^\s:@/"'\\]{1,100}:[^\s:@/"'\\]{6,100}@[\w.-]{3,100}/i)],
];

/** Whether one of the beginnings above ends at this underscore: `gh?_`, `github_pat_`, `k_live_`, `npm_`, `hf_`. */
function endsAtUnderscore(text: string, at: number): boolean {
  const before = text[at - 1];
  const second = text[at - 2];
  if (second === 'h') return before === 'f' || text[at - 3] === 'g';
  return (second === 'v' && before === 'e') || (second === 'p' && before === 'm') || (second === 'a' && before === 't');
}

/** At this dash: `sk-`, `xox?-`, `-----BEGIN`. */
function endsAtDash(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === '-') return text.startsWith('-BEGIN ', at);
  return (before === 'k' && text[at - 2] === 's') || (text[at - 2] === 'x' && text[at - 3] === 'o');
}

/** At this capital I: `AKI`, `ASI`, `AI`. */
function endsAtI(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === 'A' || ((before === 'K' || before === 'S') && text[at - 2] === 'A');
}

/** The last signs of the beginnings above, each rare in prose, and what stands before it then. Looking for them is many times quicker than the expressions. */
const HINTS: readonly (readonly [sign: string, ends: (text: string, at: number) => boolean])[] = [
  ['_', endsAtUnderscore],
  ['-', endsAtDash],
  ['I', endsAtI],
  ['J', (text, at) => text[at - 1] === 'y' && text[at - 2] === 'e'],
];

/** Whether a text may hold one of the shapes. */
export function mayHoldSecret(text: string): boolean {
  for (const [sign, ends] of HINTS)
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (ends(text, at)) return true;
  return text.includes('@') && (text.includes('://') || text.includes(':\\/\\/'));
}

export interface Secret {
  readonly kind: string;
  /** Its first four characters; never more. */
  readonly beginning: string;
}

/** Every kind of credential that a text seems to hold, each once. */
export function secretsOf(text: string): readonly Secret[] {
  if (!mayHoldSecret(text)) return [];
  return SHAPES.flatMap(([kind, shape]) => {
    const match = shape.exec(text);
    return match === null ? [] : [{ kind, beginning: match[0].slice(0, 4) }];
  });
}

/** The text with every credential that it seems to hold made unreadable but for its first four characters; as long as it was. */
export function masked(text: string): string {
  if (!mayHoldSecret(text)) return text;
  const hide = (found: string) => found.slice(0, 4) + '*'.repeat(found.length - 4);
  return SHAPES.reduce((rest, [, shape]) => rest.replace(new RegExp(shape, `${shape.flags}g`), hide), text);
}
