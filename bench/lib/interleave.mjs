// Takes the sides of a comparison in turns, so that whatever drifts hits all of them alike.

/**
 * Every round has each side once; every second round goes backwards (A B, B A, A B …).
 * @template T
 * @param {number} rounds
 * @param {Readonly<Record<string, () => Promise<T>>>} sides
 * @returns {Promise<Record<string, T[]>>} by side, in the order of the rounds
 */
export async function interleave(rounds, sides) {
  const names = Object.keys(sides);
  /** @type {Record<string, T[]>} */
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const measure = /** @type {() => Promise<T>} */ (sides[name]);
      taken[name]?.push(await measure());
    }
  }
  return taken;
}
