// Tests whether figures rise or fall in the order they were taken.
import { upperTail } from './normal';
import { median } from './quantile';
import { rankTies } from './ranks';

/** With fewer figures no trend is reported. */
export const minForDrift = 10;

/** A smaller change from the first third to the last does not matter. */
const minChange = 0.02;

export interface Drift {
  /** Median of the last third over median of the first, less 1: 0.1 where they rose by 10 %. */
  readonly change: number;
  /** Two-sided p of Spearman's rank correlation with the order. */
  readonly p: number;
}

/** Pearson's correlation of the ranks with the order; 0 where all are equal. */
function rankCorrelation(values: readonly number[]): number {
  const { ranks } = rankTies(values);
  const middle = (values.length + 1) / 2;
  let together = 0;
  let ofRanks = 0;
  let ofOrder = 0;
  ranks.forEach((rank, index) => {
    together += (rank - middle) * (index + 1 - middle);
    ofRanks += (rank - middle) ** 2;
    ofOrder += (index + 1 - middle) ** 2;
  });
  return ofRanks === 0 ? 0 : together / Math.sqrt(ofRanks * ofOrder);
}

/**
 * The drift of figures in the order they were taken: C. Spearman, "The Proof and Measurement of
 * Association between Two Things", The American Journal of Psychology 15 (1904), its p from
 * ρ · √(n − 1) as a normal figure. Absent with fewer than 10 figures, where p is not below
 * `significance`, and where the last third is less than 2 % off the first.
 */
export function findDrift(values: readonly number[], significance: number): Drift | undefined {
  if (values.length < minForDrift) return undefined;
  const correlation = rankCorrelation(values);
  const p = 2 * upperTail(Math.abs(correlation) * Math.sqrt(values.length - 1));
  const third = Math.floor(values.length / 3);
  const first = median(values.slice(0, third)) ?? Number.NaN;
  const last = median(values.slice(-third)) ?? Number.NaN;
  const change = last / first - 1;
  const matters = Math.abs(change) >= minChange && Math.sign(change) === Math.sign(correlation);
  return p < significance && matters ? { change, p } : undefined;
}
