// The workloads' own random numbers: quick to make and the same in every process.

/** 2³² divided by the golden ratio, made odd: its multiples are spread evenly over all states. */
const goldenStep = 0x9e3779b9;

/**
 * One step of the 32-bit xorshift generator with the shifts 13, 17, 5 (G. Marsaglia, "Xorshift RNGs",
 * Journal of Statistical Software 8(14), 2003). The new state is also the number drawn, a uint32.
 * A state of 0 stays 0: begin with `taskState`.
 */
export function xorshift32(state: number): number {
  let next = state;
  next ^= next << 13;
  next ^= next >>> 17;
  next ^= next << 5;
  return next >>> 0;
}

/** The generator's first state for one variant of a workload's input, never 0. */
export function taskState(seed: number, variant: number): number {
  const state = (seed ^ Math.imul(variant + 1, goldenStep)) >>> 0;
  return state === 0 ? goldenStep : state;
}

/** Bytes drawn from `state` on, four a step, the lowest first. */
export function randomBytes(length: number, state: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const whole = length - (length % 4);
  let drawn = state;
  for (let offset = 0; offset < whole; offset += 4) {
    drawn = xorshift32(drawn);
    view.setUint32(offset, drawn, true);
  }
  drawn = xorshift32(drawn);
  for (let offset = whole; offset < length; offset += 1) {
    view.setUint8(offset, (drawn >>> (8 * (offset - whole))) & 0xff);
  }
  return bytes;
}
