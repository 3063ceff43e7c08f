// What the app costs before it measures anything, against an Electron application with one empty window.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../scripts/lib/paths.mjs';
import { onDisplay } from '../scripts/lib/run-checks.mjs';
import { hasScreen } from '../scripts/lib/system.mjs';
import { interleave } from './lib/interleave.mjs';
import { startChild } from './lib/live-child.mjs';
import { cpuMs, pssBytes, treeOf } from './lib/process-tree.mjs';
import { coreShareRow, missingRow, pairedRow, write } from './lib/rows.mjs';
import { electronCommand } from './lib/run-program.mjs';
import { median } from './lib/stats.mjs';
import { withFolder } from './lib/temp.mjs';

const PROBE = join(ROOT, 'bench', 'lib', 'paint-probe.cjs');
const EMPTY = join(ROOT, 'bench', 'empty-app');

const rows = {
  paint: { name: 'app-first-paint', title: 'from the start to the first paint', unit: 'ms' },
  idle: { name: 'app-idle-cpu', title: 'at rest, all its processes', unit: '% of a core' },
  memory: { name: 'app-memory', title: 'memory at rest, proportional', unit: 'MB' },
};

/**
 * @typedef {object} Look
 * @property {number} paintMs
 * @property {number} idlePercent of a core
 * @property {number} memoryMb
 */

/**
 * Opens an application, waits until it has come to rest, and looks at it for a while.
 * @param {string} electron
 * @param {string} target
 * @param {string} profile
 * @param {Record<string, string | undefined>} env
 * @param {{ settleMs: number, restMs: number }} times
 * @returns {Promise<Look>}
 */
async function look(electron, target, profile, env, { settleMs, restMs }) {
  const command = electronCommand(profile, [target], env);
  const startedMs = performance.timeOrigin + performance.now();
  const app = startChild(electron, ['-r', PROBE, ...command.args], { env: command.env });
  try {
    const { paintedMs } = /** @type {{ paintedMs: number }} */ (await app.next());
    await wait(settleMs);
    const pids = treeOf(app.pid);
    const before = cpuMs(pids);
    const began = performance.now();
    await wait(restMs);
    const used = cpuMs(treeOf(app.pid)) - before;
    return {
      paintMs: paintedMs - startedMs,
      idlePercent: (used / (performance.now() - began)) * 100,
      memoryMb: pssBytes(treeOf(app.pid)) / 1e6,
    };
  } finally {
    await app.stop();
  }
}

/**
 * @param {string} electron
 * @param {Record<string, string | undefined>} env
 * @param {boolean} short
 * @returns {Promise<import('./lib/rows.mjs').Row[]>}
 */
function measure(electron, env, short) {
  return withFolder(async (folder) => {
    const sides = (/** @type {{ settleMs: number, restMs: number }} */ times) => ({
      app: () => look(electron, '.', join(folder, 'app'), env, times),
      empty: () => look(electron, EMPTY, join(folder, 'empty'), env, times),
    });
    const quick = { settleMs: 500, restMs: 0 };
    // Profiles are made at the first start.
    if (!short) await interleave(1, sides(quick));
    const starts = await interleave(short ? 1 : 11, sides(quick));
    const rests = await interleave(
      short ? 1 : 3,
      sides(short ? { settleMs: 500, restMs: 500 } : { settleMs: 5_000, restMs: 20_000 }),
    );
    const pick = (/** @type {Look[] | undefined} */ looks, /** @type {keyof Look} */ figure) =>
      (looks ?? []).map((each) => each[figure]);
    const emptyIdle = write(median(pick(rests.empty, 'idlePercent')));
    return [
      pairedRow({
        ...{ ...rows.paint, values: pick(starts.app, 'paintMs') },
        against: { name: 'an empty window', values: pick(starts.empty, 'paintMs') },
      }),
      coreShareRow({
        ...{ ...rows.idle, values: pick(rests.app, 'idlePercent') },
        note: `over ${short ? 0.5 : 20} s in the Lab; an empty window ${emptyIdle} %`,
      }),
      pairedRow({
        ...{ ...rows.memory, values: pick(rests.app, 'memoryMb') },
        against: { name: 'an empty window', values: pick(rests.empty, 'memoryMb') },
      }),
    ];
  });
}

/** @type {import('./benches.mjs').Bench} */
export const app = {
  name: 'app',
  window: true,
  rows: Object.values(rows),
  run: async ({ short, electron = '' }) => {
    if (process.platform !== 'linux') {
      return Object.values(rows).map((row) =>
        missingRow(row, 'processes are read from /proc, which is Linux.'),
      );
    }
    return onDisplay(!hasScreen(), process.env, (env) => measure(electron, env, short));
  },
};
