/** What is alike is reported as that, and never where case, width or white space mean something. */
import { describe, expect, test } from '@jest/globals';
import { differenceOf, normalised } from '../src/dataset/likeness/difference.ts';

/** Texts that say the same, and where they differ. */
const TOLD: readonly (readonly [one: string, other: string, here: string, there: string])[] = [
  ['What is the capital of France?', 'what is the capital of france?', 'What', 'what'],
  ['the capital of France', 'The capital of France', 'the', 'The'],
  ['Hello there. it is late', 'Hello there. It is late', 'it', 'It'],
  ['WHERE IS MY ORDER TODAY?', 'Where is my order today?', 'WHERE', 'Where'],
  ['all  right, then', 'all right, then', 'all  right,', 'all right,'],
  ['all right,\nthen', 'all right, then', 'right,\nthen', 'right, then'],
  ['all\u00a0right', 'all right', 'all\u00a0right', 'all right'],
  ['Ｈｅｌｌｏ you', 'Hello you', 'Ｈｅｌｌｏ', 'Hello'],
  ['ｶﾀｶﾅ を', 'カタカナ を', 'ｶﾀｶﾅ', 'カタカナ'],
  ['cafe\u0301 noir', 'café noir', 'cafe\u0301', 'café'],
  ['the ﬁrst one', 'the first one', 'ﬁrst', 'first'],
  ['何ですか？', '何ですか?', '何ですか？', '何ですか?'],
  ['Tell me about Oslo in 2024', 'tell me about Oslo in 2024', 'Tell', 'tell'],
];

/** Texts that are alike and mean something else. */
const MEANT: readonly (readonly [one: string, other: string])[] = [
  ['Write 5 mW in watts.', 'Write 5 MW in watts.'],
  ['How many kb are 3 MB?', 'How many kB are 3 MB?'],
  ['1 Mb in bytes', '1 MB in bytes'],
  ['Is it 5 Grad?', 'Is it 5 grad?'],
  ['Convert pA to Pa', 'Convert Pa to pA'],
  ['What is K?', 'What is k?'],
  ['Is Co a metal?', 'Is CO a metal?'],
  ['Ask IT for help', 'Ask it for help'],
  ['Solve x² = 9', 'Solve x2 = 9'],
  ['½ of 10?', '1⁄2 of 10?'],
  ['10⁶ grams', '106 grams'],
  ['ten μm wide', 'ten µm wide'],
  ['the ℃ sign', 'the °C sign'],
  ['１２３ is what?', '123 is what?'],
  ['𝐱 is bold', 'x is bold'],
  ['the ™ sign', 'the TM sign'],
  ['sum of 1 000', 'sum of 1  000'],
  ['What does getName do?', 'What does getname do?'],
  ['What does MAX_VALUE hold?', 'What does max_value hold?'],
  ['Open README.md now', 'Open readme.md now'],
  ['cd Src/Main please', 'cd src/main please'],
  ['Explain `List` here', 'Explain `list` here'],
  ['def f(x):\n    return x', 'def f(x):\n  return x'],
  ['if a:\n  b\nc', 'if a:\n  b\n  c'],
  ['SELECT name FROM users', 'select name from users'],
  ['const Total = 1;', 'const total = 1;'],
  ['<B>bold</B>', '<b>bold</b>'],
  ['a\tb', 'a b'],
  ['export HOME=x', 'export home=x'],
  ['Write to Ann@X.org', 'write to ann@x.org'],
  ['The iPhone rings', 'The iphone rings'],
  ['|a | b|', '|a  | b|'],
];

describe('the difference of texts that are alike', () => {
  test.each(TOLD)('%j and %j', (one, other, here, there) => {
    expect(normalised(one)).toBe(normalised(other));
    expect(differenceOf(one, other)).toEqual({ here, there });
    expect(differenceOf(other, one)).toEqual({ here: there, there: here });
  });
  test.each(MEANT)('%j is not %j', (one, other) => {
    expect(differenceOf(one, other)).toBeUndefined();
    expect(differenceOf(other, one)).toBeUndefined();
  });
  test('white space around a text is no difference, whatever it holds', () => {
    expect(differenceOf(' 5 mW\n', '5 mW')).toBe('same');
    expect(differenceOf('if (a) {\n}', 'if (a) {\n}\n')).toBe('same');
  });
  test.each([
    ['\n'.repeat(200_000), ''],
    ['-'.repeat(500_000), 'a'],
    ['; '.repeat(200_000), 'a'],
    ["A!' ".repeat(100_000), 'a'],
    ['1- '.repeat(200_000), 'a'],
    ['Word '.repeat(200_000), 'a'],
    ['('.repeat(300_000), 'abcd'],
  ])('hostile texts take time in proportion: %#', (piece, tail) => {
    const begun = performance.now();
    differenceOf(`x${piece}${tail}`, `X${piece}${tail.toUpperCase()}`);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
