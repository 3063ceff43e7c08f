// The same cell in the app's window and in the CLI, in turns, with the same runtime: what the window costs its
// neighbours. Measured once for all that ask.
import { availableParallelism } from 'node:os';
import { onDisplay } from '../../scripts/lib/run-checks.mjs';
import { hasScreen } from '../../scripts/lib/system.mjs';
import { interleave } from './interleave.mjs';
import { runInApp, runInCli } from './run-program.mjs';
import { withFolder } from './temp.mjs';

/**
 * @typedef {import('../../src/shared/report/report').Report} Report
 * @typedef {import('../../src/shared/report/report').TrialReport} TrialReport
 * @typedef {{ app: Report[], cli: Report[] }} Sides
 */

const CORES = availableParallelism();

/** @type {Map<boolean, Promise<Sides>>} */
const measured = new Map();

/**
 * @param {string} electron
 * @param {boolean} short
 * @returns {Promise<Sides>}
 */
export function runAppAndCli(electron, short) {
  const known = measured.get(short);
  if (known !== undefined) return known;
  const sides = measure(electron, short);
  measured.set(short, sides);
  return sides;
}

/**
 * @param {string} electron
 * @param {boolean} short
 * @returns {Promise<Sides>}
 */
function measure(electron, short) {
  // Every core busy for about a second and a half, in which a quiet loop is told of once at least; the picture of the window is taken in the warm-up.
  const experiment = {
    workload: {
      kind: /** @type {const} */ ('mixed'),
      params: { cpuIterations: 1_000_000, waitMs: 0 },
    },
    tasks: 1000 * CORES,
    strategies: [{ kind: /** @type {const} */ ('threads'), workers: CORES }],
    warmup: 1,
    repeats: short ? 2 : 5,
  };
  return withFolder((folder) =>
    onDisplay(!hasScreen(), process.env, async (env) => {
      const { app = [], cli = [] } = await interleave(short ? 1 : 5, {
        app: () => runInApp(folder, experiment, electron, env),
        cli: () => runInCli(folder, experiment, electron),
      });
      return { app, cli };
    }),
  );
}

/**
 * @param {Report} report
 * @returns {TrialReport[]} the trials that count
 */
export function countedTrials(report) {
  return report.cells.flatMap(({ trials }) =>
    trials.filter(({ warmup, status }) => !warmup && status === 'ok'),
  );
}
