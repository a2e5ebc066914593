/** Texts that tokenizers have trouble with. */

/** What splitting rules stumble over. */
const ODD = [
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  '\u0085',
  '\ufeff',
  '\u00a0',
  '\u3000',
  '\u2028',
  "'s",
  "'S",
  "'ll",
  "'LL",
  "'Re",
  "'\u017f",
  '’t',
  '<|endoftext|>',
  '<|im_start|>',
  'a',
  'Z',
  'ß',
  'ǅ',
  'ʰ',
  'é',
  'e\u0301',
  '中',
  '文',
  '\u{20000}',
  'ไทย',
  'العربية',
  'हिन्दी',
  '한국어',
  'ひらがな',
  '0',
  '12',
  '345',
  '٣',
  '½',
  '²',
  '.',
  '/',
  '//',
  '!?',
  '—',
  '🙂',
  '👩‍👩‍👧',
  '\u200d',
  '\ud800',
  '\udc00',
  'Hello',
  'world',
  'CamelCase',
  'snake_case',
  'https://x.y/z?a=1',
  '{"k":[1,2]}',
  'def f(x):\n    return x',
  '\u0000',
  '\u001b[31m',
  'aaaa',
  'zzzzzzzz',
];

/** A text of odd parts, by random numbers between 0 and 1. */
export function oddText(random: () => number): string {
  let text = '';
  for (let part = Math.floor(random() * 14); part >= 0; part -= 1) {
    const odd = ODD[Math.floor(random() * ODD.length)] ?? '';
    text += random() < 0.85 ? odd : String.fromCodePoint(Math.floor(random() * 0x2ffff));
  }
  return text;
}

/** A text of any characters whatever, words of ASCII between them. */
export function unicodeText(random: () => number): string {
  let text = '';
  for (let part = Math.floor(random() * 20); part >= 0; part -= 1) {
    const plane = random();
    const most = plane < 0.3 ? 0x7f : plane < 0.6 ? 0x7ff : plane < 0.9 ? 0xffff : 0x10ffff;
    text += String.fromCodePoint(Math.floor(random() * (most + 1)));
  }
  return text;
}
