// Memory over time of each cell, in its median trial: what the chart and its table show. Pure.
import { medianTrial } from '@analysis/cells/cells';
import { defined } from '@shared/base/defined';
import type { StrategyKind } from '@shared/experiment/strategies';
import type { Report } from '@shared/report/report';
import { labelCell } from '../names/cells';
import { addMemory, MemoryTrack } from './memory-track';

/** PSS of all processes of a cell's median trial; each point holds until the next. */
export interface CellMemory {
  readonly id: string;
  readonly strategy: StrategyKind;
  readonly label: string;
  readonly trial: number;
  /** From the decision, in ns. */
  readonly points: readonly { readonly atNs: number; readonly bytes: number }[];
  /** Of the points, those that are exact readings of all processes together or of one of them. */
  readonly exact: readonly { readonly atNs: number; readonly bytes: number }[];
  readonly firstBytes: number;
  readonly peakBytes: number;
  /** What was left after the workers ended; absent where it was not read. */
  readonly leftBytes?: number;
}

/** A chart has no more points of a curve. */
const maxPoints = 500;

/** The memory of some trials of a report. */
export function memoryByTrial(
  { samples }: Report,
  trials: Iterable<number>,
): ReadonlyMap<number, MemoryTrack> {
  const tracks = new Map([...trials].map((trial) => [trial, new MemoryTrack()]));
  addMemory({ memory: samples.processes, resident: samples.resident }, (trial) =>
    tracks.get(trial),
  );
  return tracks;
}

/** The curves of all cells whose memory was read in their median trial, in the report's order. */
export function memoryByCell(report: Report): readonly CellMemory[] {
  const medians = report.cells.flatMap((cell) => {
    const trial = medianTrial(cell);
    return trial?.startNs === undefined ? [] : [{ cell, trial, startNs: trial.startNs }];
  });
  const tracks = memoryByTrial(
    report,
    medians.map(({ trial }) => trial.trial),
  );
  return medians.flatMap(({ cell, trial, startNs }): CellMemory[] => {
    const { curve } = tracks.get(trial.trial) ?? new MemoryTrack();
    const at = (moment: number) => ({
      atNs: (curve.atNs[moment] ?? 0) - startNs,
      bytes: curve.totalBytes[moment] ?? 0,
    });
    const all = Array.from(curve.atNs, (_, moment) => at(moment));
    if (all.length === 0) return [];
    const { leftPssBytes } = trial;
    // Its processes are gone: that is known, though nothing is left to be read.
    if (leftPssBytes === 0) all.push({ atNs: trial.endNs - startNs, bytes: 0 });
    return [
      {
        id: cell.id,
        strategy: cell.strategy,
        label: labelCell(cell),
        trial: trial.trial,
        points: fewer(all),
        exact: [...new Set(curve.exact.map(({ moment }) => moment))].map(at),
        firstBytes: all[0]?.bytes ?? 0,
        peakBytes: curve.maxBytes,
        ...defined({ leftBytes: leftPssBytes }),
      },
    ];
  });
}

/** The first, the last and of each part of the others the largest. */
function fewer(points: CellMemory['points']): CellMemory['points'] {
  if (points.length <= maxPoints) return points;
  const kept: CellMemory['points'][number][] = [];
  const each = (points.length - 2) / (maxPoints - 2);
  for (let part = 0; part < maxPoints - 2; part += 1) {
    const from = 1 + Math.floor(part * each);
    const some = points.slice(from, Math.max(from + 1, 1 + Math.floor((part + 1) * each)));
    kept.push(some.reduce((largest, one) => (one.bytes > largest.bytes ? one : largest)));
  }
  const [first, last] = [points[0], points.at(-1)];
  return [...(first ? [first] : []), ...kept, ...(last ? [last] : [])];
}
