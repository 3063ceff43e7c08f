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
/** @typedef {{ readonly kind: 'threads' | 'processes', readonly count: number }} Start */

/** @type {readonly Start[]} */
const starts = kinds.flatMap((kind) => COUNTS.map((count) => ({ kind, count })));

/** @param {Start} start */
const rowOf = ({ kind, count }) => ({
  ...{ name: `start-${kind}-${count}`, title: `${count} ${kind} ready`, unit: 'ms' },
});

const idOf = (/** @type {Start} */ { kind, count }) => `${kind}-${count}`;

/**
 * Median time from the decision until all workers may start, by cell, in ms.
 * @param {string} folder
 * @param {readonly Start[]} asked
 * @param {number} repeats
 * @returns {Promise<Map<string, number>>}
 */
async function ownStarts(folder, asked, repeats) {
  const { cells } = await runInCli(folder, {
    workload: { kind: 'empty' },
    tasks: Math.max(...COUNTS),
    strategies: asked.map(({ kind, count }) => ({ kind, workers: count })),
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
 * @param {readonly Start[]} asked
 * @param {number} repeats
 * @returns {Promise<Map<string, number>>}
 */
async function bareStarts(asked, repeats) {
  const starts = new Map();
  for (const start of asked) {
    const each = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      each.push((await runScript(BARE, start.kind, start.count)).ns / 1e6);
    }
    starts.set(idOf(start), median(each));
  }
  return starts;
}

/** @type {import('./benches.mjs').Bench} */
export const start = {
  name: 'start',
  rows: starts.map(rowOf),
  run: ({ short, wants, tell }) =>
    withFolder(async (folder) => {
      const asked = starts.filter((start) => wants(rowOf(start).name));
      const repeats = short ? 1 : 3;
      const { own = [], bare = [] } = await interleave(short ? 1 : 12, {
        own: () => ownStarts(folder, asked, repeats),
        bare: () => bareStarts(asked, repeats),
      });
      for (const start of asked) {
        const pick = (/** @type {Map<string, number>[]} */ all) =>
          all.map((each) => each.get(idOf(start)) ?? NaN);
        tell(
          pairedRow({
            ...{ ...rowOf(start), values: pick(own) },
            against: { name: `an empty file, ${start.count} at once`, values: pick(bare) },
          }),
        );
      }
    }),
};
