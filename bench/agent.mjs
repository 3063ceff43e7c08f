// What the Python agent costs what it runs: a cell with all telemetry, against a bare script of the same work.
import { join } from 'node:path';
import { run } from '../scripts/lib/child.mjs';
import { ROOT } from '../scripts/lib/paths.mjs';
import { interleave } from './lib/interleave.mjs';
import { missingRow, pairedRow } from './lib/rows.mjs';
import { runInCli } from './lib/run-program.mjs';
import { withFolder } from './lib/temp.mjs';

const SCRIPT = join(ROOT, 'bench', 'bare', 'compute.py');
const BUILT = join(ROOT, 'out', 'python');
/** About 3 ms a task. */
const ITERATIONS = 10_000;
const TASKS = 300;

const row = { name: 'agent-python', title: 'a Python cell, against a bare script', unit: 'ms' };

/**
 * Warm time of one trial in the agent, in ms, and the interpreter that ran it.
 * @param {string} folder
 * @param {number} tasks
 */
async function inAgent(folder, tasks) {
  const { cells, interpreters = [] } = await runInCli(folder, {
    workload: { kind: 'mixed', params: { cpuIterations: ITERATIONS, waitMs: 0 } },
    tasks,
    strategies: [{ kind: 'python-serial' }],
    repeats: 1,
  });
  const warmNs = cells[0]?.medianWarmNs;
  return warmNs === undefined ? undefined : { ms: warmNs / 1e6, python: interpreters[0] };
}

/** @type {import('./benches.mjs').Bench} */
export const agent = {
  name: 'agent',
  rows: [row],
  run: ({ short }) =>
    withFolder(async (folder) => {
      const tasks = short ? 20 : TASKS;
      const first = await inAgent(folder, tasks).catch(() => undefined);
      if (first?.python === undefined) return [missingRow(row, 'there is no Python here.')];
      const { path, version } = first.python;
      const bare = async () => {
        const args = [SCRIPT, BUILT, String(tasks), String(ITERATIONS)];
        const { stdout } = await run(path, args, { timeoutMs: 60_000 });
        return JSON.parse(stdout).ns / 1e6;
      };
      const { own = [], script = [] } = await interleave(short ? 1 : 32, {
        own: async () => (await inAgent(folder, tasks))?.ms ?? Number.NaN,
        script: bare,
      });
      const against = { name: 'a bare script', values: script };
      return [pairedRow({ ...row, values: own, against, note: `Python ${version}, one core` })];
    }),
};
