// What a hand-written script needs of the built product: the same function that does the work.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';

/**
 * @typedef {{ run(task: number): number }} Work
 */

/**
 * The built workload's own function, so that both sides run the same code.
 * @param {number} iterations
 * @returns {Work}
 */
export function loadPowers(iterations) {
  const folder = join(ROOT, 'out', 'main', 'chunks');
  const chunk = readdirSync(folder).find((name) => /^powers-.*\.js$/.test(name));
  if (chunk === undefined) throw new Error(`${folder} has no powers chunk`);
  const { create } = createRequire(import.meta.url)(join(folder, chunk));
  return create({ params: { number: 7, iterations }, seed: 1, surroundings: {} });
}
