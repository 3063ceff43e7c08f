// A million samples of workers from the wire through the recorder into the window's buffer, both ways in turns in one
// process. Prints the milliseconds of each round.
// Usage: node once.mjs BUNDLE SAMPLES ROUNDS
import { pathToFileURL } from 'node:url';

const [bundle = '', samples = '0', rounds = '0'] = process.argv.slice(2);
const { coreRowKinds, emptySamples, parseFromSampler, runBudget, sides, workerRowKinds } =
  await import(pathToFileURL(bundle).href);

const CORES = 8;
const WORKERS = 16;
const STEP_NS = 20e6;
/** Ticks in a batch, a quarter of a second, and samples of the cores in it. */
const TICKS = 12;
const CORE_TICKS = 6;
const BATCHES = Math.ceil(Number(samples) / (WORKERS * TICKS));

const cores = Array.from({ length: CORES }, (_, core) => core);
const kinds = { cores: coreRowKinds(CORES), workers: workerRowKinds };

/** @param {number} batch */
function message(batch) {
  const atNs = (/** @type {number} */ tick) => (batch * TICKS + tick + 1) * STEP_NS;
  const ofCores = Array.from({ length: CORE_TICKS }, (_, row) => [
    ...[atNs(2 * row + 1), 2 * STEP_NS],
    ...cores.map((core) => ((row + core) % 5) / 4),
  ]);
  const ofWorkers = Array.from({ length: TICKS * WORKERS }, (_, row) => {
    const worker = row % WORKERS;
    const tick = Math.floor(row / WORKERS);
    const onCpuNs = ((row * 7) % 19) * 1e6;
    return [atNs(tick), STEP_NS, 0, worker, onCpuNs, STEP_NS - onCpuNs, (worker + tick) % CORES];
  });
  const cost = { cpuNs: batch * 1e6, ticks: batch * TICKS, missed: 0, worstLateNs: 0 };
  const { memory } = emptySamples(0);
  return {
    ...{ type: 'batch', cost, memory },
    cores: Float64Array.from(ofCores.flat()),
    workers: Float64Array.from(ofWorkers.flat()),
    resident: new Float64Array(),
  };
}

const messages = Array.from({ length: Math.min(BATCHES, 64) }, (_, batch) => message(batch));
const cell = {
  ...{ id: 'threads-16', strategy: 'threads', workers: WORKERS, placement: 'host' },
  topology: { processes: 1, threads: WORKERS, concurrency: 1 },
};
const order = [{ trial: 0, cell: cell.id, round: 0, warmup: false }];
const begin = { type: 'run-begin', experiment: { tasks: 1 }, cells: [cell], order, cores };

/** @param {typeof sides.now} side */
function takeIn({ Recorded, Buffer, coreColumns, workerColumns }) {
  const recorded = new Recorded(cores, runBudget, 1, () => 0);
  const buffer = new Buffer();
  const { resident } = emptySamples(0);
  buffer.apply(begin);
  buffer.apply({ type: 'trial-begin', trial: 0, atNs: 0 });
  const began = performance.now();
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const news = parseFromSampler(messages[batch % messages.length], kinds);
    if (!news.ok || news.value.message.type !== 'batch') throw new Error('a batch was refused');
    const { memory, cost, ...rows } = news.value.message;
    const columns = { cores: coreColumns(rows.cores, CORES), workers: workerColumns(rows.workers) };
    const taken = { ...columns, memory, resident };
    recorded.add(taken);
    buffer.apply({ type: 'samples', samples: taken, cost });
  }
  recorded.close();
  recorded.finish();
  return performance.now() - began;
}

/** @type {Record<'now' | 'before', number[]>} */
const took = { now: [], before: [] };
const names = /** @type {const} */ (['now', 'before']);
// The first round compiles both.
for (let round = -1; round < Number(rounds); round += 1) {
  for (const name of round % 2 === 0 ? names : [...names].reverse()) {
    const ms = takeIn(sides[name]);
    if (round >= 0) took[name].push(ms);
  }
}
process.stdout.write(`${JSON.stringify(took)}\n`);
