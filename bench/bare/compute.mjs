// What a hand-written script needs of the built product: the same function that does the work.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';

/**
 * @typedef {{ run(task: number): Promise<number> }} Work
 */

/**
 * The built workload's own function, so that both sides run the same code.
 * @param {number} iterations
 * @returns {Work}
 */
export function loadCompute(iterations) {
  const folder = join(ROOT, 'out', 'main', 'chunks');
  const chunk = readdirSync(folder).find((name) => /^mixed-.*\.js$/.test(name));
  if (chunk === undefined) throw new Error(`${folder} has no mixed chunk`);
  const { create } = createRequire(import.meta.url)(join(folder, chunk));
  return create({ params: { cpuIterations: iterations, waitMs: 0 }, seed: 1, inputs: {} });
}
