// Repeatable random numbers, so that the same trials always give the same intervals.

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * xoshiro128**, whole numbers from 0 to 2³² − 1: David Blackman and Sebastiano Vigna, "Scrambled
 * linear pseudorandom number generators", ACM Transactions on Mathematical Software 47 (2021);
 * https://prng.di.unimi.it/xoshiro128starstar.c
 * @param state four 32-bit words, not all 0
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

// The 32-bit finaliser of MurmurHash3 (Austin Appleby, public domain): neighbouring seeds give
// unlike states.
function scatter(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Random shares from 0 up to but without 1, the same ones for the same seed. */
export function seededShares(seed: number): () => number {
  const word = (index: number): number => scatter(seed + Math.imul(index, 0x9e3779b9));
  const next = xoshiro128([word(1), word(2), word(3), word(4)]);
  return () => next() / 2 ** 32;
}
