// Checksums over a task's results: cheap, exact, and different when the order differs.

/** Takes one more whole number into a sum: a polynomial in 31 modulo 2³², kept as an int32. */
export function fold(sum: number, value: number): number {
  return (Math.imul(sum, 31) + value) | 0;
}

/** A uint32 over all bytes: folded as little-endian words, then what is left byte by byte. */
export function foldBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.byteLength - (bytes.byteLength % 4);
  let sum = 0;
  for (let offset = 0; offset < whole; offset += 4) sum = fold(sum, view.getInt32(offset, true));
  for (let offset = whole; offset < bytes.byteLength; offset += 1) {
    sum = fold(sum, view.getUint8(offset));
  }
  return sum >>> 0;
}
