// What watching costs what is watched: the same cell with everything recorded and with nothing sampled,
// and against a script that does the work and nothing else.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/lib/paths.mjs';
import { interleave } from './lib/interleave.mjs';
import { pairedRow } from './lib/rows.mjs';
import { runInCli, runScript } from './lib/run-program.mjs';
import { median } from './lib/stats.mjs';
import { withFolder } from './lib/temp.mjs';

const BARE = join(ROOT, 'bench', 'bare');
const CORES = availableParallelism();
/** About a millisecond a task. */
const ITERATIONS = 400_000;
const TASKS = 800;
const ROUNDS = 8;
/** Trials of a side in a round, each in fresh processes, with one start of the CLI. */
const TRIALS = 4;

const ON = {};
const OFF = { hz: 0, memoryHz: 0 };

/**
 * Median warm time of a run's trials, in ms.
 * @param {string} folder
 * @param {'serial' | 'threads'} kind
 * @param {{ tasks: number, repeats: number, sampling: { hz?: number, memoryHz?: number } }} how
 */
async function measure(folder, kind, { tasks, repeats, sampling }) {
  const { cells } = await runInCli(folder, {
    // Each step of its computing needs the one before: what another machine on the same processor does
    // beside it slows that down least, and little is left that differs from process to process.
    workload: { kind: 'mixed', params: { cpuIterations: ITERATIONS, waitMs: 0 } },
    tasks,
    strategies: [kind === 'serial' ? { kind } : { kind, workers: CORES }],
    repeats,
    sampling,
  });
  const warmNs = cells[0]?.medianWarmNs;
  if (warmNs === undefined) throw new Error('the trial gave no warm time');
  return warmNs / 1e6;
}

/**
 * The same of a plain script, each time in a fresh process.
 * @param {string} file
 * @param {number} times
 * @param {readonly number[]} args
 */
async function measureBare(file, times, args) {
  const each = [];
  for (let time = 0; time < times; time += 1) {
    each.push((await runScript(file, ...args)).ns / 1e6);
  }
  return median(each);
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

/** @param {'serial' | 'threads'} kind */
const rowsOf = (kind) => ({
  off: { name: `observer-${kind}`, title: titles[kind], unit: 'ms' },
  script: { name: `observer-${kind}-bare`, title: bareTitles[kind], unit: 'ms' },
});

/** @type {import('./benches.mjs').Bench} */
export const observer = {
  name: 'observer',
  rows: kinds.flatMap((kind) => Object.values(rowsOf(kind))),
  run: ({ short, wants, tell }) =>
    withFolder(async (folder) => {
      for (const kind of kinds) {
        const rows = rowsOf(kind);
        const compared = /** @type {const} */ (['off', 'script']).filter((side) =>
          wants(rows[side].name),
        );
        if (compared.length === 0) continue;
        const workers = kind === 'serial' ? 1 : CORES;
        const tasks = (short ? 50 : TASKS) * workers;
        const repeats = short ? 1 : TRIALS;
        const bare = join(BARE, `${kind}.mjs`);
        const sides = {
          off: () => measure(folder, kind, { tasks, repeats, sampling: OFF }),
          script: () => measureBare(bare, repeats, [tasks, ITERATIONS, workers]),
        };
        const { on = [], ...others } = await interleave(short ? 1 : ROUNDS, {
          on: () => measure(folder, kind, { tasks, repeats, sampling: ON }),
          ...Object.fromEntries(compared.map((side) => [side, sides[side]])),
        });
        const names = { off: 'nothing sampled', script: 'a bare script' };
        for (const side of compared) {
          tell(
            pairedRow({
              ...rows[side],
              values: on,
              against: { name: names[side], values: others[side] ?? [] },
              note: `${workers} of ${CORES} cores; ${repeats} trials a round`,
            }),
          );
        }
      }
    }),
};
