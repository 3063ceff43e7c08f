// What watching costs what is watched: the same cell with everything recorded and with nothing sampled,
// and against a script that does the work and nothing else.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/lib/paths.mjs';
import { interleave } from './lib/interleave.mjs';
import { pairedRow } from './lib/rows.mjs';
import { runInCli, runScript } from './lib/run-program.mjs';
import { withFolder } from './lib/temp.mjs';

const BARE = join(ROOT, 'bench', 'bare');
const CORES = availableParallelism();
/** About a millisecond a task. */
const ITERATIONS = 400_000;
const TASKS = 800;
const ROUNDS = 32;

const ON = {};
const OFF = { hz: 0, memoryHz: 0 };

/**
 * Warm time of one trial, in ms.
 * @param {string} folder
 * @param {'serial' | 'threads'} kind
 * @param {number} tasks
 * @param {{ hz?: number, memoryHz?: number }} sampling
 */
async function measure(folder, kind, tasks, sampling) {
  const { cells } = await runInCli(folder, {
    // Each step of its computing needs the one before: what another machine on the same processor does
    // beside it slows that down least, and little is left that differs from process to process.
    workload: { kind: 'mixed', params: { cpuIterations: ITERATIONS, waitMs: 0 } },
    tasks,
    strategies: [kind === 'serial' ? { kind } : { kind, workers: CORES }],
    repeats: 1,
    sampling,
  });
  const warmNs = cells[0]?.medianWarmNs;
  if (warmNs === undefined) throw new Error('the trial gave no warm time');
  return warmNs / 1e6;
}

const titles = {
  serial: 'all telemetry against none, one busy core',
  threads: 'all telemetry against none, every core busy',
};
const bareTitles = {
  serial: 'all telemetry against a bare loop',
  threads: 'all telemetry against bare threads',
};
const kinds = /** @type {const} */ (['serial', 'threads']);

/** @type {import('./benches.mjs').Bench} */
export const observer = {
  name: 'observer',
  rows: kinds.flatMap((kind) => [
    { name: `observer-${kind}`, title: titles[kind], unit: 'ms' },
    { name: `observer-${kind}-bare`, title: bareTitles[kind], unit: 'ms' },
  ]),
  run: ({ short }) =>
    withFolder(async (folder) => {
      const rows = [];
      for (const kind of kinds) {
        const workers = kind === 'serial' ? 1 : CORES;
        const tasks = (short ? 50 : TASKS) * workers;
        const bare = join(BARE, `${kind}.mjs`);
        const {
          on = [],
          off = [],
          script = [],
        } = await interleave(short ? 1 : ROUNDS, {
          on: () => measure(folder, kind, tasks, ON),
          off: () => measure(folder, kind, tasks, OFF),
          script: async () => (await runScript(bare, tasks, ITERATIONS, workers)).ns / 1e6,
        });
        const note = `${workers} of ${CORES} cores`;
        rows.push(
          pairedRow({
            ...{ name: `observer-${kind}`, title: titles[kind], unit: 'ms', values: on, note },
            against: { name: 'nothing sampled', values: off },
          }),
          pairedRow({
            ...{ name: `observer-${kind}-bare`, title: bareTitles[kind] },
            ...{ unit: 'ms', values: on, note },
            against: { name: 'a bare script', values: script },
          }),
        );
      }
      return rows;
    }),
};
