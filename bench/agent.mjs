// What the Python agent costs what it runs: a cell with all telemetry, against a bare script of the same work.
import { join } from 'node:path';
import { run } from '../scripts/lib/child.mjs';
import { ROOT } from '../scripts/lib/paths.mjs';
import { interleave } from './lib/interleave.mjs';
import { missingRow, pairedRow } from './lib/rows.mjs';
import { runInCli } from './lib/run-program.mjs';
import { median } from './lib/stats.mjs';
import { withFolder } from './lib/temp.mjs';

const SCRIPT = join(ROOT, 'bench', 'bare', 'compute.py');
const BUILT = join(ROOT, 'out', 'python');
/** About 3 ms a task. */
const ITERATIONS = 10_000;
const TASKS = 200;
const ROUNDS = 8;
/** Trials of a side in a round, each in fresh processes, with one start of the CLI. */
const TRIALS = 4;

const row = { name: 'agent-python', title: 'a Python cell, against a bare script', unit: 'ms' };

/**
 * Median warm time of a run's trials in the agent, in ms, and the interpreter that ran them.
 * @param {string} folder
 * @param {number} tasks
 * @param {number} repeats
 */
async function inAgent(folder, tasks, repeats) {
  const { cells, interpreters = [] } = await runInCli(folder, {
    workload: { kind: 'mixed', params: { cpuIterations: ITERATIONS, waitMs: 0 } },
    tasks,
    strategies: [{ kind: 'python-serial' }],
    repeats,
  });
  const warmNs = cells[0]?.medianWarmNs;
  return warmNs === undefined ? undefined : { ms: warmNs / 1e6, python: interpreters[0] };
}

/** @type {import('./benches.mjs').Bench} */
export const agent = {
  name: 'agent',
  rows: [row],
  run: ({ short, tell }) =>
    withFolder(async (folder) => {
      const tasks = short ? 20 : TASKS;
      const repeats = short ? 1 : TRIALS;
      const first = await inAgent(folder, tasks, 1).catch(() => undefined);
      if (first?.python === undefined) {
        tell(missingRow(row, 'there is no Python here.'));
        return;
      }
      const { path, version } = first.python;
      const bare = async () => {
        const args = [SCRIPT, BUILT, String(tasks), String(ITERATIONS)];
        const each = [];
        for (let time = 0; time < repeats; time += 1) {
          const { stdout } = await run(path, args, { timeoutMs: 60_000 });
          each.push(JSON.parse(stdout).ns / 1e6);
        }
        return median(each);
      };
      const { own = [], script = [] } = await interleave(short ? 1 : ROUNDS, {
        own: async () => (await inAgent(folder, tasks, repeats))?.ms ?? Number.NaN,
        script: bare,
      });
      const against = { name: 'a bare script', values: script };
      const note = `Python ${version}, one core; ${repeats} trials a round`;
      tell(pairedRow({ ...row, values: own, against, note }));
    }),
};
