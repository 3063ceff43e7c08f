// Fits of both laws with their intervals: the trials are drawn again, each draw is fitted, and the
// middle 95 % of the draws' figures is the interval.
import { defined } from '@shared/base/defined';
import type { Fitted, Scaling } from '@shared/report/findings';
import { amdahlSpeedup, fitAmdahl, type Scaled } from './amdahl';
import { drawMedians, middleOf } from '../stats/bootstrap';
import { median } from '../stats/quantile';
import { fitUsl, uslBest, uslSpeedup, type UslFit } from './usl';

/** Times of one worker count, in the unit of serial's. */
export interface TimedCount {
  readonly workers: number;
  readonly times: readonly number[];
}

/** The trials a fit rests on: at least three times on each side, and two counts above 1. */
export interface FitData {
  readonly serialTimes: readonly number[];
  readonly counts: readonly TimedCount[];
}

/** Points of speed-ups, the measured ones first, then those of every draw. */
export interface DrawnPoints {
  readonly measured: readonly Scaled[];
  readonly drawn: readonly (readonly Scaled[])[];
}

function toPoints(counts: readonly TimedCount[], medians: readonly number[]): readonly Scaled[] {
  const [serial = Number.NaN, ...others] = medians;
  return counts.map(({ workers }, index) => ({
    workers,
    speedup: serial / (others[index] ?? Number.NaN),
  }));
}

/** The speed-ups of the medians, and of the medians of trials drawn again. */
export function drawPoints({ serialTimes, counts }: FitData): DrawnPoints {
  const lists = [serialTimes, ...counts.map(({ times }) => times)];
  const medians = lists.map((times) => median(times) ?? Number.NaN);
  return {
    measured: toPoints(counts, medians),
    drawn: drawMedians(lists).map((draw) => toPoints(counts, draw)),
  };
}

/** A law fitted to the measured points, and to those of every draw. */
interface DrawnFit<Fit> {
  readonly measured: Fit;
  readonly drawn: readonly Fit[];
}

function fitAll<Fit>(
  { measured, drawn }: DrawnPoints,
  fit: (points: readonly Scaled[]) => Fit,
): DrawnFit<Fit> {
  return { measured: fit(measured), drawn: drawn.map(fit) };
}

function fitted<Fit>({ measured, drawn }: DrawnFit<Fit>, read: (fit: Fit) => number): Fitted {
  return { value: read(measured), ...middleOf(drawn.map(read)) };
}

type Curve = NonNullable<Scaling['curve']>;

const curveSteps = 32;

/** The fitted speed-ups from 1 worker to `upTo` with the middle 95 % of the draws. */
function drawCurve<Fit>(
  fit: DrawnFit<Fit>,
  speedup: (workers: number, fit: Fit) => number,
  upTo: number,
): Curve {
  return Array.from({ length: curveSteps + 1 }, (_, step) => {
    const workers = 1 + ((upTo - 1) * step) / curveSteps;
    const { value, low, high } = fitted(fit, (one) => speedup(workers, one));
    return { workers, speedup: value, low, high };
  });
}

/** Amdahl's law with the interval of its serial part, and its curve up to a count. */
export function amdahlFit(
  points: DrawnPoints,
  upTo: number,
): { readonly amdahl: NonNullable<Scaling['amdahl']>; readonly curve: Curve } {
  const fit = fitAll(points, fitAmdahl);
  return {
    amdahl: { serial: fitted(fit, (serial) => serial) },
    curve: drawCurve(fit, amdahlSpeedup, upTo),
  };
}

/**
 * Returns where the fit is fastest, with its interval. Absent where the fit only rises as far as it holds:
 * the interval of coherency reaches 0, so that of the best count is infinite, or lies beyond the
 * cores.
 */
function bestCount(fit: DrawnFit<UslFit>, cores: number): Fitted | undefined {
  const best = fitted(fit, uslBest);
  return Number.isFinite(best.value + best.high) && best.low <= cores ? best : undefined;
}

/** The Universal Scalability Law with the intervals of its figures, and its curve up to a count. */
export function uslFit(
  points: DrawnPoints,
  upTo: number,
  cores: number,
): { readonly usl: NonNullable<Scaling['usl']>; readonly curve: Curve } {
  const fit = fitAll(points, fitUsl);
  const best = bestCount(fit, cores);
  return {
    usl: {
      contention: fitted(fit, (one) => one.contention),
      coherency: fitted(fit, (one) => one.coherency),
      ...defined({ best }),
    },
    curve: drawCurve(fit, uslSpeedup, upTo),
  };
}
