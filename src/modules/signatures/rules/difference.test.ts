import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference } from './difference.ts';

describe('the difference between two versions', () => {
  test('names the words that went and the words that came, and leaves the others', () => {
    expect(difference('Ông Trần Văn An chưa kết hôn.', 'Bà Trần Văn Anh chưa kết hôn.')).toEqual([
      { kind: 'removed', text: 'Ông' },
      { kind: 'added', text: 'Bà' },
      { kind: 'same', text: 'Trần Văn' },
      { kind: 'removed', text: 'An' },
      { kind: 'added', text: 'Anh' },
      { kind: 'same', text: 'chưa kết hôn.' },
    ]);
  });

  test('read without what came is the old text, read without what went the new one', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 }).map((list) => list.join(' '));
    const read = (parts: ReturnType<typeof difference>, without: string) =>
      parts.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join(' ');
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = difference(before, after);
        expect(read(parts, 'added')).toBe(before);
        expect(read(parts, 'removed')).toBe(after);
      }),
    );
  });
});
