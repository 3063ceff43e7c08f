// What a sample costs: the built sampler beside real worker threads, by its own account of its CPU time.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/lib/paths.mjs';
import { interleave } from './lib/interleave.mjs';
import { startChild } from './lib/live-child.mjs';
import { coreShareRow, missingRow, pairedRow, write } from './lib/rows.mjs';
import { runScript } from './lib/run-program.mjs';
import { median } from './lib/stats.mjs';

/**
 * @typedef {import('../src/shared/wire/messages').FromSampler} FromSampler
 * @typedef {import('../src/shared/wire/messages').ToSampler} ToSampler
 * @typedef {import('../src/shared/wire/messages').WorkerIdentity} WorkerIdentity
 * @typedef {import('./lib/live-child.mjs').LiveChild} LiveChild
 */

const ENTRY = join(ROOT, 'out', 'main', 'sampler.js');
const TARGET = join(ROOT, 'bench', 'targets', 'threads.mjs');
const READINGS = join(ROOT, 'bench', 'peers', 'readings.mjs');
const HZ = 50;
const FEW = 8;
const MANY = 64;
const PROCESSES = 8;
/** Numbers in a worker's row, see src/engine/sampler/sample-rows. */
const ROW = 7;
/** The first readings open files and compile code; they are over by then. */
const SETTLE_MS = 500;

const rows = {
  few: {
    name: `sampler-share-${FEW}`,
    title: `the sampler at ${HZ} Hz with ${FEW} workers and the RSS of ${PROCESSES} processes`,
    unit: '% of a core',
  },
  many: {
    name: `sampler-share-${MANY}`,
    title: `the sampler at ${HZ} Hz with ${MANY} workers`,
    unit: '% of a core',
  },
  rss: { name: 'sampler-rss', title: 'one sample of the RSS of one process', unit: 'µs' },
  worker: { name: 'sampler-worker', title: 'one sample of one worker', unit: 'µs' },
  peers: { name: 'sampler-peers', title: 'one reading of one process by pidusage', unit: 'µs' },
};

/**
 * @param {LiveChild} sampler
 * @returns {Promise<Extract<FromSampler, { type: 'batch' }>>}
 */
async function nextBatch(sampler) {
  for (;;) {
    const message = /** @type {FromSampler} */ (await sampler.next());
    if (message.type === 'batch') return message;
  }
}

/**
 * A tick of the sampler: its CPU time, and how many workers it read.
 * @typedef {{ readonly microseconds: number, readonly readings: number }} Taken
 */

/** @param {LiveChild} sampler */
async function ready(sampler) {
  while (/** @type {FromSampler} */ (await sampler.next()).type !== 'ready');
}

/**
 * What sampling takes, by the sampler's own account of its CPU time.
 * @param {readonly WorkerIdentity[]} workers
 * @param {number} seconds
 * @param {readonly number[]} [pids] processes whose RSS is sampled too
 * @returns {Promise<Taken>}
 */
async function sample(workers, seconds, pids = []) {
  const sampler = startChild(process.execPath, [ENTRY], { piped: true });
  const tell = (/** @type {ToSampler} */ message) => sampler.send(message);
  try {
    tell({
      type: 'begin',
      originNs: String(process.hrtime.bigint()),
      hz: HZ,
      // A period of 100 s: RSS is sampled, and no exact reading falls into the time measured.
      memoryHz: 0.01,
      quiet: false,
    });
    await ready(sampler);
    tell({ type: 'watch', trial: 0, workers, processes: pids.map((pid, host) => ({ pid, host })) });
    const began = performance.now();
    let { cost: settled } = await nextBatch(sampler);
    let readings = 0;
    for (;;) {
      const { cost, workers: rows } = await nextBatch(sampler);
      const passed = performance.now() - began;
      readings += rows.length / ROW;
      if (passed < SETTLE_MS) {
        settled = cost;
        readings = 0;
      } else if (passed >= SETTLE_MS + seconds * 1000) {
        const ticks = cost.ticks - settled.ticks;
        const microseconds = (cost.cpuNs - settled.cpuNs) / 1000;
        return { microseconds: microseconds / ticks, readings: readings / ticks };
      }
    }
  } finally {
    await sampler.stop();
  }
}

/** @param {readonly Taken[]} taken */
const shares = (taken) => taken.map(({ microseconds }) => ((microseconds * HZ) / 1e6) * 100);

/**
 * What one reading of one worker adds, in µs.
 * @param {Taken} many
 * @param {Taken} few
 */
const eachReading = (many, few) =>
  (many.microseconds - few.microseconds) / (many.readings - few.readings);

/**
 * @param {readonly WorkerIdentity[]} threads of one process
 * @param {readonly number[]} processes
 * @param {import('./benches.mjs').Around} around
 */
async function measure(threads, processes, { short, wants, tell }) {
  const seconds = short ? 0.5 : 2;
  const {
    few = [],
    full = [],
    many = [],
  } = await interleave(short ? 1 : 7, {
    few: () => sample(threads.slice(0, FEW), seconds),
    full: () => sample(threads.slice(0, FEW), seconds, processes),
    many: () => sample(threads, seconds),
  });
  tell(coreShareRow({ ...rows.few, values: shares(full), note: 'with the cores and all else' }));
  tell(coreShareRow({ ...rows.many, values: shares(many), note: 'with the cores and all else' }));
  // RSS is read where the cores are, at every fourth sample.
  const perSample = full.map((each, round) => {
    const added = each.microseconds - /** @type {Taken} */ (few[round]).microseconds;
    return (4 * added) / PROCESSES;
  });
  tell(
    pairedRow({
      ...{
        ...rows.rss,
        values: perSample,
        against: { name: 'a tick', values: few.map(({ microseconds }) => microseconds) },
      },
      note: `what ${PROCESSES} processes add to ${FEW} workers`,
    }),
  );
  if (!wants(rows.worker.name) && !wants(rows.peers.name)) return;
  const peer = (/** @type {string} */ name) => async () =>
    (await runScript(READINGS, name, seconds, ...processes)).microseconds;
  const { pidusage = [] } = await interleave(few.length, { pidusage: peer('pidusage') });
  const own = many.map((each, round) => eachReading(each, /** @type {Taken} */ (few[round])));
  tell(
    pairedRow({
      ...{ ...rows.worker, values: own, against: { name: 'pidusage', values: pidusage } },
      note: `what a reading of a worker adds, between ${FEW} and ${MANY} of them`,
    }),
  );
  if (!wants(rows.peers.name)) return;
  const { list = [], systeminformation = [] } = await interleave(short ? 1 : 3, {
    list: peer('pidusage-list'),
    systeminformation: peer('systeminformation'),
  });
  tell(
    pairedRow({
      ...{ ...rows.peers, values: pidusage, against: { name: 'the sampler', values: own } },
      note:
        `one process a call; a list of ${PROCESSES} in one call ${write(median(list))} µs a process, ` +
        `systeminformation ${write(median(systeminformation))} µs`,
    }),
  );
}

/** @type {import('./benches.mjs').Bench} */
export const sampler = {
  name: 'sampler',
  rows: Object.values(rows),
  run: async (around) => {
    if (process.platform !== 'linux') {
      const why = 'workers are read from /proc, which is Linux.';
      for (const row of Object.values(rows)) around.tell(missingRow(row, why));
      return;
    }
    /** @type {LiveChild[]} */
    const children = [];
    const target = async (/** @type {number} */ threads, /** @type {number} */ busy) => {
      const child = startChild(process.execPath, [TARGET, String(threads), String(busy)]);
      children.push(child);
      return /** @type {{ pid: number, tids: number[] }} */ (await child.next());
    };
    try {
      const { pid, tids } = await target(MANY, around.short ? 0 : availableParallelism());
      const workers = tids.map((tid, thread) => ({ worker: thread, host: 0, thread, pid, tid }));
      const processes = [];
      for (let index = 0; index < PROCESSES; index += 1) processes.push((await target(0, 0)).pid);
      await measure(workers, processes, around);
    } finally {
      await Promise.all(children.map((child) => child.stop()));
    }
  },
};
