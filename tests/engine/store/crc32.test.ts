// The sum that seals what is kept: without the runtime's help it is the same, or an older app could open nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, crc32ByTable } from '@engine/store/crc32';

describe('CRC-32 by a table', () => {
  it('is 0xcbf43926 of the digits 1 to 9, the check value of its definition', () => {
    expect(crc32ByTable('123456789')).toBe(0xcbf43926);
    expect(crc32('123456789')).toBe(0xcbf43926);
    expect(crc32ByTable('')).toBe(0);
  });

  it("is the runtime's own, of bytes and of text, in pieces or whole", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string({ unit: 'binary' }), (bytes, text) => {
        expect(crc32ByTable(bytes)).toBe(crc32(bytes));
        expect(crc32ByTable(text)).toBe(crc32(text));
        expect(crc32ByTable(text, crc32ByTable(bytes))).toBe(
          crc32(Buffer.concat([bytes, Buffer.from(text)])),
        );
      }),
    );
  });
});
