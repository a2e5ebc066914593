import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ContentHash } from '../src/dataset/scan/content-hash.ts';

const hex = (text: string) => createHash('sha256').update(text).digest('hex');

test('wherever the pieces are cut, CR LF counts as LF and every other CR as itself', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '\r', '\n'), maxLength: 5 }), { maxLength: 8 }), (pieces) => {
      const hash = new ContentHash();
      for (const piece of pieces) hash.update(Buffer.from(piece));
      const text = pieces.join('');
      expect(hash.digest()).toEqual({ sha256: hex(text), contentSha256: hex(text.replaceAll('\r\n', '\n')) });
    }),
  );
});
