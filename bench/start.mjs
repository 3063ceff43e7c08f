// How much longer Corelane's workers take to be ready than empty ones that a plain script starts.
import { join } from 'node:path';
import { ROOT } from '../scripts/lib/paths.mjs';
import { interleave } from './lib/interleave.mjs';
import { pairedRow } from './lib/rows.mjs';
import { runInCli, runScript } from './lib/run-program.mjs';
import { median } from './lib/stats.mjs';
import { withFolder } from './lib/temp.mjs';

const BARE = join(ROOT, 'bench', 'bare', 'start.cjs');
const COUNTS = [2, 4];
const kinds = /** @type {const} */ (['threads', 'processes']);
const ways = kinds.flatMap((kind) => COUNTS.map((count) => ({ kind, count })));

/** @param {typeof ways[number]} way */
const rowOf = ({ kind, count }) => ({
  ...{ name: `start-${kind}-${count}`, title: `${count} ${kind} ready`, unit: 'ms' },
});

/**
 * Median time from the decision until all workers may start, by cell, in ms.
 * @param {string} folder
 * @param {number} repeats
 * @returns {Promise<Map<string, number>>}
 */
async function ownStarts(folder, repeats) {
  const { cells } = await runInCli(folder, {
    workload: { kind: 'empty' },
    tasks: Math.max(...COUNTS),
    strategies: kinds.map((kind) => ({ kind, workers: COUNTS })),
    repeats,
  });
  return new Map(
    cells.map(({ id, trials }) => [
      id,
      median(
        trials.map(({ phases, status }) => {
          if (phases === undefined) throw new Error(`a trial of ${id} was ${status}`);
          return (phases.spawnNs + phases.readyNs) / 1e6;
        }),
      ),
    ]),
  );
}

/**
 * The same of a plain script, each time in a fresh process.
 * @param {number} repeats
 * @returns {Promise<Map<string, number>>}
 */
async function bareStarts(repeats) {
  const starts = new Map();
  for (const { kind, count } of ways) {
    const each = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      each.push((await runScript(BARE, kind, count)).ns / 1e6);
    }
    starts.set(`${kind}-${count}`, median(each));
  }
  return starts;
}

/** @type {import('./benches.mjs').Bench} */
export const start = {
  name: 'start',
  rows: ways.map(rowOf),
  run: ({ short }) =>
    withFolder(async (folder) => {
      const repeats = short ? 1 : 5;
      const { own = [], bare = [] } = await interleave(short ? 1 : 12, {
        own: () => ownStarts(folder, repeats),
        bare: () => bareStarts(repeats),
      });
      return ways.map((way) => {
        const id = `${way.kind}-${way.count}`;
        const pick = (/** @type {Map<string, number>[]} */ all) =>
          all.map((each) => each.get(id) ?? NaN);
        return pairedRow({
          ...{ ...rowOf(way), values: pick(own) },
          against: { name: `an empty file, ${way.count} at once`, values: pick(bare) },
        });
      });
    }),
};
