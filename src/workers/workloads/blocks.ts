// Long loops in blocks, so that their speed does not depend on the figures or on which task is first.

const blockLength = 16_384;

/**
 * Runs `count` iterations, a block at a time; each block is given the value of the one before.
 * V8 compiles a loop that never returns while it runs, and may then keep its variables boxed: with
 * some figures that was five times slower. A function called again and again is compiled whole.
 */
export function inBlocks(
  count: number,
  first: number,
  block: (value: number, length: number) => number,
): number {
  let value = first;
  for (let left = count; left > 0; left -= blockLength) {
    value = block(value, Math.min(left, blockLength));
  }
  return value;
}
