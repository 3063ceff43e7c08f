// Equal values have equal checksums, and what has none says so.
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ownChecksum } from '@workers/workloads/own-checksum';
import { whyOf } from '../../helpers/said';

describe('ownChecksum', () => {
  it('is 0 for nothing', () => {
    expect([ownChecksum(undefined), ownChecksum(null)]).toEqual([0, 0]);
  });

  it.each([
    ['keys in another order', { a: 1, b: [2, { c: 3, d: 4 }] }, { b: [2, { d: 4, c: 3 }], a: 1 }],
    ['a key without a value', { a: 1, b: undefined }, { a: 1 }],
    ['bytes in a buffer and alone', Buffer.from('bytes'), new Uint8Array(Buffer.from('bytes'))],
    ['a part of a buffer', Buffer.from('xbytesx').subarray(1, 6), Buffer.from('bytes')],
    ['no prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ['dates', new Date(5), new Date(5)],
    ['large numbers', 12n ** 40n, 12n ** 40n],
  ])('is the same for %s', (_, one, other) => {
    expect(ownChecksum(one)).toBe(ownChecksum(other));
  });

  it.each([
    ['numbers', 1, 2],
    ['a number and none', Number.NaN, undefined],
    ['true and false', true, false],
    ['lists in another order', [1, 2], [2, 1]],
    ['bytes within', { a: Buffer.from('x') }, { a: Buffer.from('y') }],
    ['values of a key', { a: 1 }, { a: 2 }],
    ['texts', 'é', 'e'],
  ])('differs for %s', (_, one, other) => {
    expect(ownChecksum(one)).not.toBe(ownChecksum(other));
  });

  it('is a whole number of 32 bits', () => {
    for (const value of ['text', 1.5, { a: 1 }, Buffer.alloc(1000, 255)]) {
      const sum = ownChecksum(value);
      expect(Number.isInteger(sum) && sum >= 0 && sum < 2 ** 32).toBe(true);
    }
  });

  const nested = (levels: number, wrap: (inside: unknown) => unknown): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level += 1) value = wrap(value);
    return value;
  };

  it('is there for what is nested 1000 levels deep', () => {
    expect(ownChecksum(nested(1000, (inside) => [inside]))).toBeGreaterThan(0);
    expect(ownChecksum(nested(1000, (inside) => ({ inside })))).toBeGreaterThan(0);
  });

  it('is the same for a plain object of another realm', () => {
    const foreign: unknown = runInNewContext('({ a: [1, { b: 2 }] })');
    expect(ownChecksum(foreign)).toBe(ownChecksum({ a: [1, { b: 2 }] }));
  });

  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  it.each([
    ['a function', () => 1, /returned a function,/],
    ['a symbol', Symbol('s'), /returned a symbol,/],
    ['an instance', new Map(), /an instance of Map,/],
    ['a function within', { rows: [{ go: () => 1 }] }, /a function at rows\[0\]\.go,/],
    ['itself', circle, /contains itself at self,/],
    ['deep lists', nested(200_000, (inside) => [inside]), /nested more than 1000 levels deep,/],
    ['deep objects', nested(1001, (inside) => ({ inside })), /nested more than 1000 levels deep,/],
  ])('refuses %s', async (_, value, message) => {
    expect(await whyOf(() => ownChecksum(value))).toMatch(message);
  });
});
