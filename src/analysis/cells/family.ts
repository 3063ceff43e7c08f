// Decides which strategies are faster than serial, with one error rate for all of them: of runs whose strategies
// are all equal to serial, at most 5 % name one as faster, however many strategies there are. Each round of a run holds
// each cell once, so a round's times are exchanged among its cells, again and again, and the largest lead over
// serial that chance gives is what a lead has to beat: P. H. Westfall, S. S. Young, "Resampling-Based Multiple
// Testing" (1993), with the single-step maximum.
import type { CellReport } from '@shared/report/report';
import { measuredTrials, type Basis } from './cells';
import { seededShares } from '../stats/random';

/** With fewer rounds that hold every cell there is nothing to exchange. */
const minRounds = 3;
const exchanges = 999;
const seed = 1;

/** Up to so many arrangements all of them are tried, and beyond it `exchanges` drawn ones. */
const allUpTo = 1000;

/** Logarithms of times, one after another: `[round][cell]`. */
type Rounds = readonly Float64Array[];

function timesByRound(cell: CellReport, basis: Basis): ReadonlyMap<number, number> {
  const entries = measuredTrials(cell.trials).map((trial, index): [number, number | undefined] => [
    Number.isInteger(trial.round) ? trial.round : index,
    basis === 'cold' ? trial.coldNs : trial.warmNs,
  ]);
  return new Map(
    entries.flatMap(([round, ns]) => (ns !== undefined && ns > 0 ? [[round, ns]] : [])),
  );
}

/** The rounds in which every one of the cells has a time. */
function completeRounds(cells: readonly CellReport[], basis: Basis): Rounds {
  const times = cells.map((cell) => timesByRound(cell, basis));
  const [first, ...others] = times;
  return [...(first?.keys() ?? [])]
    .filter((round) => others.every((one) => one.has(round)))
    .map((round) => Float64Array.from(times, (one) => Math.log(one.get(round) ?? Number.NaN)));
}

/**
 * Returns how far each cell leads over the first: the difference of their mean logarithms over the spread that
 * is left when cells and rounds are taken out.
 */
function leads(rounds: Rounds, cells: number): Float64Array {
  const count = rounds.length;
  const cellMeans = new Float64Array(cells);
  for (const round of rounds) {
    for (let cell = 0; cell < cells; cell += 1) {
      cellMeans[cell] = (cellMeans[cell] ?? 0) + (round[cell] ?? 0) / count;
    }
  }
  const mean = cellMeans.reduce((sum, value) => sum + value, 0) / cells;
  let squares = 0;
  for (const round of rounds) {
    const roundMean = round.reduce((sum, value) => sum + value, 0) / cells;
    for (let cell = 0; cell < cells; cell += 1) {
      squares += ((round[cell] ?? 0) - (cellMeans[cell] ?? 0) - roundMean + mean) ** 2;
    }
  }
  const spread = Math.sqrt(squares / ((count - 1) * (cells - 1)));
  const [first = 0] = cellMeans;
  return cellMeans.map((value) => (value === first ? 0 : (first - value) / spread));
}

function exchange(round: Float64Array, next: () => number): Float64Array {
  const mixed = round.slice();
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const kept = mixed[last] ?? 0;
    mixed[last] = mixed[other] ?? 0;
    mixed[other] = kept;
  }
  return mixed;
}

/** Every order of a round's times. */
function orders(times: readonly number[]): readonly (readonly number[])[] {
  if (times.length === 0) return [[]];
  return times.flatMap((time, place) =>
    orders([...times.slice(0, place), ...times.slice(place + 1)]).map((rest) => [time, ...rest]),
  );
}

function allArrangements(rounds: Rounds): readonly Rounds[] {
  return rounds.reduce<readonly Rounds[]>(
    (found, round) =>
      orders([...round]).flatMap((order) =>
        found.map((before) => [...before, Float64Array.from(order)]),
      ),
    [[]],
  );
}

/** Returns what chance might have given, the arrangement that was measured among it. */
function arrangements(rounds: Rounds, cells: number): readonly Rounds[] {
  let count = 1;
  for (let factor = 2; factor <= cells; factor += 1) count *= factor;
  if (count ** rounds.length <= allUpTo) return allArrangements(rounds);
  const next = seededShares(seed);
  const drawn = Array.from({ length: exchanges }, () =>
    rounds.map((round) => exchange(round, next)),
  );
  return [rounds, ...drawn];
}

/**
 * For each strategy, how probable it is that chance gives any of them so large a lead over serial where none
 * differs from it; in their order. Absent where fewer than 3 rounds hold a time of every cell.
 */
export function familyP(
  serial: CellReport,
  parallel: readonly CellReport[],
  basis: Basis,
): readonly number[] | undefined {
  const cells = parallel.length + 1;
  const rounds = completeRounds([serial, ...parallel], basis);
  if (parallel.length === 0 || rounds.length < minRounds) return undefined;
  const own = leads(rounds, cells).subarray(1);
  const all = arrangements(rounds, cells);
  const asLarge = new Uint32Array(parallel.length);
  for (const one of all) {
    // The same arrangement's sums may differ in their last digits.
    const largest = Math.max(...leads(one, cells).subarray(1)) * (1 + 1e-9);
    own.forEach((lead, index) => {
      if (largest >= lead) asLarge[index] = (asLarge[index] ?? 0) + 1;
    });
  }
  return [...asLarge].map((count) => count / all.length);
}
