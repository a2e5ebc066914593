/** What the examples of the rules are made of. */

export const user = { role: 'user', content: 'Tell me.' };
export const assistant = { role: 'assistant', content: 'All right.' };

/** A conversation on a line. */
export const row = (...messages: object[]) => JSON.stringify({ messages });
/** Any row on a line. */
export const line = (value: object) => JSON.stringify(value);
/** A conversation whose answer is written as given, escapes and all. */
export const written = (answer: string) => `{"messages":[${line(user)},{"role":"assistant","content":"${answer}"}]}`;
/** A conversation without fault, and another one. */
export const fine = row(user, assistant);
export const other = row({ role: 'user', content: 'And then?' }, { role: 'assistant', content: 'Nothing more.' });

export const call = (id: string, args = '{}', name = 'get') => ({ id, type: 'function', function: { name, arguments: args } });
export const tools = [{ type: 'function', function: { name: 'get', parameters: {} } }];

export const image = (url: string, detail?: string) => ({ type: 'image_url', image_url: { url, detail } });
/** A question with parts, and its answer. */
export const asks = (...content: object[]) => row({ role: 'user', content }, assistant);
/** One grey point. */
export const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
export const WEBP = 'UklGRhwAAABXRUJQVlA4TBAAAAAvAAAAEAcQERGIiP4HAA==';

/** Letters and digits as keys are made of, drawn once at random. */
export const DRAWN = ['q7Rk', 'Zp2x', 'VbN8', 'sLd4', 'TgYw', '9MfJ', 'hC3u', 'Xe6K', 'aWzB', 'r5Qt', 'Hn1v', 'Pj8D'].join('');

export const completion = { prompt: 'Count to 1:', completion: '0 1' };
export const preference = (number: number) => ({
  input: { messages: [{ role: 'user', content: `Is ${number} even?` }] },
  preferred_output: [{ role: 'assistant', content: `${number} is ${number % 2 === 0 ? 'even' : 'odd'}.` }],
  non_preferred_output: [{ role: 'assistant', content: `Who knows about ${number}?` }],
});
export const reinforcement = (number: number) => ({
  messages: [{ role: 'user', content: `Say ${number}.` }],
  answer: String(number),
});

/** Rows by their number from 1, a line each. */
export const lines = (count: number, build: (number: number) => string) =>
  `${Array.from({ length: count }, (_, index) => build(index + 1)).join('\n')}\n`;
