// The columns of a break-even map: at one number of tasks, from which to which size of a task which
// strategy is fastest. Only what lies between two measured points is judged.
import type { BreakEvenPoint } from '@shared/report/break-even';

/** `whether`: serial or workers is undecided; `which`: workers pay, threads or processes is. */
export type AreaKind = 'serial' | 'threads' | 'processes' | 'whether' | 'which';

/** A part of a column with one answer, by the measured size of one task. */
export interface Stretch {
  readonly kind: AreaKind;
  readonly fromNs: number;
  readonly toNs: number;
}

export interface MapColumn {
  readonly tasks: number;
  /** By the size of one task. */
  readonly points: readonly BreakEvenPoint[];
  /** One on the other, without a gap; none where only one size was measured. */
  readonly stretches: readonly Stretch[];
}

/** The strategies that may be the fastest at a point. */
function contenders({ winner, between }: BreakEvenPoint): readonly string[] {
  return winner === 'undecided' ? (between ?? ['serial']) : [winner];
}

/** Returns what holds between two neighbours: their answer where they agree, else that it is undecided. */
function kindBetween(below: BreakEvenPoint, above: BreakEvenPoint): AreaKind {
  if (below.winner === above.winner && below.winner !== 'undecided') return below.winner;
  const strategies = [...contenders(below), ...contenders(above)];
  return strategies.includes('serial') ? 'whether' : 'which';
}

function stretchesOf(points: readonly BreakEvenPoint[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  points.forEach((above, index) => {
    const below = points[index - 1];
    if (below === undefined || above.taskNs <= below.taskNs) return;
    const kind = kindBetween(below, above);
    const last = stretches.at(-1);
    if (last?.kind === kind) stretches.pop();
    const fromNs = last?.kind === kind ? last.fromNs : below.taskNs;
    stretches.push({ kind, fromNs, toNs: above.taskNs });
  });
  return stretches;
}

/** The columns of measured points, by their number of tasks. */
export function mapColumns(points: readonly BreakEvenPoint[]): readonly MapColumn[] {
  const counts = [...new Set(points.map(({ tasks }) => tasks))].sort((a, b) => a - b);
  return counts.map((tasks) => {
    const own = points
      .filter((point) => point.tasks === tasks && point.taskNs > 0)
      .sort((a, b) => a.taskNs - b.taskNs);
    return { tasks, points: own, stretches: stretchesOf(own) };
  });
}

/** A stretch and what it becomes in the next column; one that is not there has no height. */
export interface StretchPair {
  readonly kind: AreaKind;
  readonly left: readonly [fromNs: number, toNs: number];
  readonly right: readonly [fromNs: number, toNs: number];
}

/** Longest common subsequence of the kinds, as pairs of positions. */
function matches(left: readonly Stretch[], right: readonly Stretch[]): readonly [number, number][] {
  const lengths = Array.from({ length: left.length + 1 }, () =>
    new Array<number>(right.length + 1).fill(0),
  );
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const same = (i: number, j: number): boolean => left[i]?.kind === right[j]?.kind;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (same(i, j)) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}

/**
 * Returns how one column's stretches go over into the next one's: equal kinds in the same order belong
 * together, the others taper to where their neighbours meet.
 */
export function pairStretches(left: MapColumn, right: MapColumn): readonly StretchPair[] {
  const [first, second] = [left.stretches, right.stretches];
  const pairs: StretchPair[] = [];
  let [i, j] = [0, 0];
  let leftNs = first[0]?.fromNs ?? left.points[0]?.taskNs ?? Number.NaN;
  let rightNs = second[0]?.fromNs ?? right.points[0]?.taskNs ?? Number.NaN;
  const takeUnmatched = (untilI: number, untilJ: number): void => {
    for (const { kind, fromNs, toNs } of first.slice(i, untilI)) {
      pairs.push({ kind, left: [fromNs, toNs], right: [rightNs, rightNs] });
      leftNs = toNs;
    }
    for (const { kind, fromNs, toNs } of second.slice(j, untilJ)) {
      pairs.push({ kind, left: [leftNs, leftNs], right: [fromNs, toNs] });
      rightNs = toNs;
    }
  };
  for (const [atI, atJ] of matches(first, second)) {
    takeUnmatched(atI, atJ);
    const [one, other] = [first[atI], second[atJ]];
    if (one === undefined || other === undefined) continue;
    const { kind } = one;
    pairs.push({ kind, left: [one.fromNs, one.toNs], right: [other.fromNs, other.toNs] });
    [i, j, leftNs, rightNs] = [atI + 1, atJ + 1, one.toNs, other.toNs];
  }
  takeUnmatched(first.length, second.length);
  return pairs;
}

/** Returns whether workers were faster than serial anywhere in the column. */
export function hasCrossing({ points }: MapColumn): boolean {
  return points.some(({ winner, between }) =>
    winner === 'undecided' ? between?.includes('serial') === false : winner !== 'serial',
  );
}
