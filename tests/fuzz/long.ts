// The long mode: as many inputs as asked for of each parser and exporter, in turns, with figures that stay
// when it is stopped. `npm run fuzz -- 1000000` bundles and starts it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { targetsOf } from './fuzz-targets';
import { shrink, tryOne, type Found, type Target } from './target';

interface Figures {
  readonly target: Target;
  inputs: number;
  taken: number;
  found: number;
  slowestMs: number;
  cpuMs: number;
}

/** Inputs of one target before the next has its turn. */
const turn = 500;
/** Faults of one target that are kept; it goes on beyond. */
const maxKept = 5;
const tellEveryMs = 10_000;

const [wantedText = '1000000', seedText, which = ''] = process.argv.slice(2);
const wanted = Number(wantedText);
const firstSeed = seedText === undefined ? Date.now() % 2 ** 31 : Number(seedText);
if (!Number.isSafeInteger(wanted) || wanted < 1 || !Number.isSafeInteger(firstSeed)) {
  process.stderr.write(
    'usage: npm run fuzz -- [inputs of each] [first seed] [parsers, exporters or part of a name]\n',
  );
  process.exit(2);
}

let folder: string | undefined;

function keep(found: Found, place: number): void {
  folder ??= mkdtempSync(join(tmpdir(), 'corelane-fuzz-'));
  const { input, ...facts } = found;
  const path = join(folder, `${found.target.replace(/[^A-Za-z0-9]+/g, '-')}-${place}.json`);
  writeFileSync(path, `${JSON.stringify({ ...facts, input }, undefined, 1)}\n`);
  process.stdout.write(
    `\n${found.target}, seed ${found.seed}: ${found.fault.slice(0, 500)}\n  ${path}\n`,
  );
}

const all: readonly Figures[] = targetsOf(which).map((target) => ({
  target,
  inputs: 0,
  taken: 0,
  found: 0,
  slowestMs: 0,
  cpuMs: 0,
}));

const count = (value: number): string => value.toLocaleString('en');

function tell(end: string): void {
  const inputs = all.reduce((sum, one) => sum + one.inputs, 0);
  const found = all.reduce((sum, one) => sum + one.found, 0);
  process.stdout.write(
    `${end} ${count(inputs)} inputs, ${count(found)} faults, seeds from ${firstSeed}\n`,
  );
}

function finish(): never {
  const name = Math.max(...all.map(({ target }) => target.name.length));
  process.stdout.write('\n');
  for (const { target, inputs, taken, found, slowestMs, cpuMs } of all) {
    const each = inputs === 0 ? 0 : (1000 * cpuMs) / inputs;
    process.stdout.write(
      `${target.name.padEnd(name)} ${count(inputs).padStart(11)} inputs, ${count(taken).padStart(10)} taken, ${count(found).padStart(4)} faults, slowest ${slowestMs.toFixed(0).padStart(4)} ms, ${each.toFixed(0).padStart(6)} µs of CPU each\n`,
    );
  }
  tell('in all');
  process.exit(all.some(({ found }) => found > 0) ? 1 : 0);
}

let stopped = false;
process.on('SIGINT', () => {
  stopped = true;
});
process.on('SIGTERM', () => {
  stopped = true;
});

function take(figures: Figures): void {
  const start = process.cpuUsage();
  for (let left = turn; left > 0 && figures.inputs < wanted; left -= 1) {
    const seed = (firstSeed + figures.inputs) % 2 ** 32;
    const { taken, ms, found } = tryOne(figures.target, seed);
    figures.inputs += 1;
    figures.taken += Number(taken);
    figures.slowestMs = Math.max(figures.slowestMs, ms);
    if (found === undefined) continue;
    figures.found += 1;
    if (figures.found <= maxKept) keep(shrink(figures.target, found), figures.found);
  }
  const { user, system } = process.cpuUsage(start);
  figures.cpuMs += (user + system) / 1000;
}

let toldMs = performance.now();

/** One turn of the first that has some left; signals are heard between two. */
function next(): void {
  const least = Math.min(...all.map(({ inputs }) => inputs));
  const due = all.find(({ inputs }) => inputs === least);
  if (stopped || due === undefined || least >= wanted) finish();
  take(due);
  if (performance.now() - toldMs > tellEveryMs) {
    toldMs = performance.now();
    tell(`${((100 * least) / wanted).toFixed(1)} %:`);
  }
  setImmediate(next);
}

next();
