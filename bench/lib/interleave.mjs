// Takes the sides of a comparison in turns, so that whatever drifts hits all of them alike.
import { stopping } from '../../scripts/lib/lifecycle.mjs';

/**
 * Every round has each side once; every second round goes backwards (A B, B A, A B …). Where the run is
 * stopped, the whole rounds there are count.
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
    try {
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        if (stopping.asked) throw new Error('the run was stopped');
        const measure = /** @type {() => Promise<T>} */ (sides[name]);
        taken[name]?.push(await measure());
      }
    } catch (error) {
      if (!stopping.asked || round === 0) throw error;
      for (const side of Object.values(taken)) side.length = round;
      return taken;
    }
  }
  return taken;
}
