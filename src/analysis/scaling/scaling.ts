// Computes how each strategy scales with its workers: speed-ups, what they show, and the laws fitted to them.
import { defined } from '@shared/base/defined';
import type { Scaling } from '@shared/report/findings';
import type { MachineInfo } from '@shared/report/machine';
import type { CellReport } from '@shared/report/report';
import { karpFlatt } from './amdahl';
import { minTrials, ratioOfMedians } from '../stats/bootstrap';
import { trialTimes, type Basis } from '../cells/cells';
import { isFaster } from '../cells/choice';
import { amdahlFit, drawPoints, uslFit } from './fits';
import { groupByVariant } from '@shared/report/variants';
import { baseStrategyOf } from '@shared/experiment/strategies';

/** Each law needs at least one count above 1 more than it has figures. */
const amdahlCounts = 2;
const uslCounts = 4;

type Fits = Pick<Scaling, 'amdahl' | 'usl' | 'curve' | 'refusal'>;

type Point = Scaling['points'][number];

function pointOf(cell: CellReport, serialTimes: readonly number[], basis: Basis): readonly Point[] {
  const speedup = ratioOfMedians(serialTimes, trialTimes(cell.trials, basis));
  if (speedup === undefined || !(speedup.ratio > 0)) return [];
  const { workers } = cell;
  const serialFraction = karpFlatt({ workers, speedup: speedup.ratio });
  return [
    {
      cell: cell.id,
      workers,
      speedup,
      efficiency: speedup.ratio / workers,
      ...defined({ serialFraction }),
    },
  ];
}

function fitLaws(
  cells: readonly CellReport[],
  serialTimes: readonly number[],
  basis: Basis,
  cores: number,
): Fits {
  if (cells.some(({ strategy }) => baseStrategyOf(strategy) === 'async')) {
    return { refusal: { kind: 'async' } };
  }
  const counts = cells
    .map((cell) => ({ workers: cell.workers, times: trialTimes(cell.trials, basis) }))
    .filter(({ workers, times }) => workers <= cores && times.length >= minTrials);
  if (serialTimes.length < minTrials) {
    return { refusal: { kind: 'serial-trials', minTrials } };
  }
  const distinct = new Set(counts.map(({ workers }) => workers));
  const measured = { counts: distinct.size, minTrials, cores };
  const above = [...distinct].filter((workers) => workers > 1).length;
  if (above < amdahlCounts) {
    return {
      refusal: { kind: 'few-counts', ...measured, amdahl: amdahlCounts, usl: uslCounts },
    };
  }
  const points = drawPoints({ serialTimes, counts });
  if (!points.measured.some(({ speedup }) => speedup > 1)) {
    return { refusal: { kind: 'not-faster', cores } };
  }
  const upTo = Math.max(...distinct);
  const { amdahl, curve } = amdahlFit(points, upTo);
  return distinct.size < uslCounts
    ? { amdahl, curve, refusal: { kind: 'few-counts-usl', ...measured, usl: uslCounts } }
    : { amdahl, ...uslFit(points, upTo, cores) };
}

/** The fewest workers than which no larger count is faster; absent where the largest is. */
function findEnough(cells: readonly CellReport[], basis: Basis): Scaling['enough'] {
  const timed = cells.filter(({ trials }) => trialTimes(trials, basis).length >= minTrials);
  const most = timed[timed.length - 1]?.workers;
  const gains = (more: CellReport, cell: CellReport): boolean =>
    more.workers > cell.workers && isFaster(more, cell, basis);
  const enough = timed.find(
    (cell) => cell.workers !== most && !timed.some((more) => gains(more, cell)),
  );
  return enough && { workers: enough.workers, cell: enough.id };
}

/**
 * An entry per strategy and placement with at least two worker counts, cold and then warm; none
 * without a time of serial. The laws are fitted over the counts up to the usable cores.
 */
export function findScaling(
  cells: readonly CellReport[],
  { usableCores }: Pick<MachineInfo, 'usableCores'>,
): Scaling[] {
  const serial = cells.find(({ strategy }) => baseStrategyOf(strategy) === 'serial');
  if (serial === undefined) return [];
  return groupByVariant(cells).flatMap(({ cells: own, ...variant }) =>
    (['cold', 'warm'] as const).flatMap((basis) => {
      const serialTimes = trialTimes(serial.trials, basis);
      const points = own.flatMap((cell) => pointOf(cell, serialTimes, basis));
      if (new Set(points.map(({ workers }) => workers)).size < 2) return [];
      const enough = findEnough(own, basis);
      return [
        {
          ...variant,
          basis,
          points,
          ...fitLaws(own, serialTimes, basis, usableCores),
          ...defined({ enough }),
        },
      ];
    }),
  );
}
