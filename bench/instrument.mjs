// What measuring costs what is measured: the same work side by side, once with much and once with
// little of the instrument, alternating; printed as ratios of medians. Needs a build.
// Usage: node bench/instrument.mjs [ROUNDS]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const cli = resolve(import.meta.dirname, '../out/main/cli.js');
const rounds = Number(process.argv[2] ?? 7);

/** The most one side may be slower than the other before it is worth a look. */
const budget = 1.02;

const work = {
  version: 1,
  name: 'instrument',
  workload: { kind: 'hash', params: { bytes: 65_536, rounds: 10 } },
  tasks: 2000,
  repeats: 1,
  warmup: 0,
};

const folder = mkdtempSync(join(tmpdir(), 'corelane-bench-'));

/** Warm time of each cell in one run of an experiment, in ns, by the cell's id. */
function measure(experiment) {
  const file = join(folder, 'experiment.json');
  writeFileSync(file, JSON.stringify(experiment));
  execFileSync(
    process.execPath,
    [cli, 'run', file, '--out', folder, '--format', 'json', '--quiet'],
    {
      stdio: 'ignore',
    },
  );
  const { cells } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  return Object.fromEntries(cells.map((cell) => [cell.id, cell.medianWarmNs]));
}

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

function print(name, one, other) {
  const ratio = median(one) / median(other);
  const spread = (values) =>
    `${(median(values) / 1e6).toFixed(1)} ms (${(Math.min(...values) / 1e6).toFixed(1)} to ${(Math.max(...values) / 1e6).toFixed(1)})`;
  const note = ratio > budget ? `  over the budget of ${budget}` : '';
  console.log(
    `${name}\n  ${spread(one)} against ${spread(other)}: ratio ${ratio.toFixed(4)}${note}`,
  );
}

const sampled = { often: { serial: [], threads: [] }, seldom: { serial: [], threads: [] } };
const drained = { self: [], neighbour: [] };
try {
  for (let round = 0; round < rounds; round += 1) {
    const sides = [
      ['often', { hz: 50, memoryHz: 5 }],
      ['seldom', { hz: 1, memoryHz: 0.1 }],
    ];
    for (const [side, sampling] of round % 2 === 0 ? sides : sides.reverse()) {
      const strategies = [{ kind: 'serial' }, { kind: 'threads', workers: 2 }];
      const times = measure({ ...work, strategies, sampling, seed: round });
      sampled[side].serial.push(times['serial-1']);
      sampled[side].threads.push(times['threads-2']);
    }
    const strategies = [
      { kind: 'processes', workers: 1 },
      { kind: 'hybrid', processes: 1, threads: 1 },
    ];
    const times = measure({ ...work, strategies, schedule: 'static', seed: round });
    drained.self.push(times['processes-1']);
    drained.neighbour.push(times['hybrid-1x1']);
  }
  console.log(`${rounds} rounds on ${cpus().length} cores, Node ${process.version}, warm times`);
  print('sampler at 50 Hz against 1 Hz, serial', sampled.often.serial, sampled.seldom.serial);
  print('sampler at 50 Hz against 1 Hz, threads 2', sampled.often.threads, sampled.seldom.threads);
  print(
    'spans sent by the worker itself against by its neighbour',
    drained.self,
    drained.neighbour,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
