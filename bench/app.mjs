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

/** What a look at an application takes: until it has come to rest, and how long it is looked at then. */
const times = {
  start: { settleMs: 0, restMs: 0 },
  profile: { settleMs: 500, restMs: 0 },
  short: { settleMs: 500, restMs: 500 },
  /** Of the empty window the memory is compared; its CPU time is for information. */
  emptyRest: { settleMs: 5_000, restMs: 4_000 },
  rest: { settleMs: 5_000, restMs: 10_000 },
};

/**
 * @param {string} electron
 * @param {Record<string, string | undefined>} env
 * @param {import('./benches.mjs').Around} around
 */
function measure(electron, env, { short, wants, tell }) {
  return withFolder(async (folder) => {
    /** @type {(ours: keyof typeof times, empty?: keyof typeof times) => Record<string, () => Promise<Look>>} */
    const sides = (ours, empty = ours) => ({
      app: () => look(electron, '.', join(folder, 'app'), env, times[ours]),
      empty: () => look(electron, EMPTY, join(folder, 'empty'), env, times[empty]),
    });
    const pick = (/** @type {Look[] | undefined} */ looks, /** @type {keyof Look} */ figure) =>
      (looks ?? []).map((each) => each[figure]);
    if (wants(rows.paint.name)) {
      // Profiles are made at the first start.
      if (!short) await interleave(1, sides('profile'));
      const starts = await interleave(short ? 1 : 11, sides('start'));
      tell(
        pairedRow({
          ...{ ...rows.paint, values: pick(starts.app, 'paintMs') },
          against: { name: 'an empty window', values: pick(starts.empty, 'paintMs') },
        }),
      );
    }
    if (!wants(rows.idle.name) && !wants(rows.memory.name)) return;
    const rests = await interleave(
      short ? 1 : 3,
      short ? sides('short') : sides('rest', 'emptyRest'),
    );
    const emptyIdle = write(median(pick(rests.empty, 'idlePercent')));
    const seconds = (short ? times.short : times.rest).restMs / 1000;
    tell(
      coreShareRow({
        ...{ ...rows.idle, values: pick(rests.app, 'idlePercent') },
        note: `over ${seconds} s in the Lab; an empty window ${emptyIdle} %`,
      }),
    );
    tell(
      pairedRow({
        ...{ ...rows.memory, values: pick(rests.app, 'memoryMb') },
        against: { name: 'an empty window', values: pick(rests.empty, 'memoryMb') },
      }),
    );
  });
}

/** @type {import('./benches.mjs').Bench} */
export const app = {
  name: 'app',
  window: true,
  rows: Object.values(rows),
  run: async (around) => {
    if (process.platform !== 'linux') {
      const why = 'processes are read from /proc, which is Linux.';
      for (const row of Object.values(rows)) around.tell(missingRow(row, why));
      return;
    }
    const { electron = '' } = around;
    await onDisplay(!hasScreen(), process.env, (env) => measure(electron, env, around));
  },
};
