import { fold, foldBytes } from '@workers/workloads/checksum';
import { describe, expect, it } from 'vitest';
import { drawBytes, polynomial, wordsOf } from './independent';

describe('fold', () => {
  it('is the polynomial in 31 modulo 2³²', () => {
    const values = [5, 0, 4_294_967_295, 17, 2_147_483_648, 1];
    expect(values.reduce((sum, value) => fold(sum, value), 0) >>> 0).toBe(polynomial(values));
  });
});

describe('foldBytes', () => {
  it.each([0, 1, 3, 4, 6, 1000, 1003])('folds words, then the rest, of %i bytes', (length) => {
    const bytes = drawBytes(99, length);
    expect(foldBytes(Uint8Array.from(bytes))).toBe(polynomial(wordsOf(bytes)));
  });

  it('reads a part of a larger buffer at any offset', () => {
    const bytes = drawBytes(99, 40);
    const part = Uint8Array.from(bytes).subarray(3, 30);
    expect(foldBytes(part)).toBe(polynomial(wordsOf(bytes.slice(3, 30))));
  });

  it('differs when two bytes change places', () => {
    expect(foldBytes(Uint8Array.of(1, 2, 3, 4, 5))).not.toBe(
      foldBytes(Uint8Array.of(1, 2, 3, 5, 4)),
    );
  });
});
