// The workloads' input and checksums worked out a second time, in arithmetic of unlimited precision
// and straight from the definitions, so that a slip in the real code cannot agree with itself.

const word = 0xffffffffn;

/** A uint32 drawn by the xorshift generator 13, 17, 5, `count` times in a row. */
export function drawNumbers(state: number, count: number): number[] {
  let x = BigInt(state);
  return Array.from({ length: count }, () => {
    x ^= (x << 13n) & word;
    x ^= x >> 17n;
    x ^= (x << 5n) & word;
    return Number(x);
  });
}

/** Where the generator begins for a variant. */
export function firstState(seed: number, variant: number): number {
  return Number(BigInt(seed) ^ ((BigInt(variant + 1) * 0x9e3779b9n) & word));
}

/** The values as digits of a number in base 31, modulo 2³². */
export function polynomial(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => (sum * 31n + BigInt(value)) & word, 0n));
}

/** Bytes as little-endian words, then the rest one by one: what a checksum over bytes folds. */
export function wordsOf(bytes: readonly number[]): number[] {
  const whole = bytes.length - (bytes.length % 4);
  const words = [];
  for (let at = 0; at < whole; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(at, at + 4);
    words.push(a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24);
  }
  return [...words, ...bytes.slice(whole)];
}

/** The random bytes of a variant's input. */
export function drawBytes(state: number, length: number): number[] {
  return drawNumbers(state, Math.ceil(length / 4))
    .flatMap((drawn) => [0, 8, 16, 24].map((shift) => Math.floor(drawn / 2 ** shift) % 256))
    .slice(0, length);
}
