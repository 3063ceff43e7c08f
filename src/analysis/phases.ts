// Where the cold time goes, as bars: the phases of each cell's median trial. Pure.
import type { Phases } from '@shared/live';
import type { CellReport } from '@shared/report';
import type { StrategyKind } from '@shared/strategies';
import { medianTrialPhases, type ResultRow } from './views';

export const phaseNames = ['spawn', 'ready', 'run', 'collect', 'join'] as const;

export type PhaseName = (typeof phaseNames)[number];

export interface PhaseSegment {
  readonly name: PhaseName;
  readonly ns: number;
  /** Share of the plot's width. */
  readonly share: number;
}

export interface PhaseBar {
  readonly id: string;
  readonly strategy: StrategyKind;
  readonly label: string;
  readonly segments: readonly PhaseSegment[];
  readonly totalNs: number;
  /** All of it but the run itself. */
  readonly otherNs: number;
  /** The bar is longer than the plot: its run is drawn shortened, with a break mark. */
  readonly broken: boolean;
}

/** A bar this many times the shortest is drawn with a break. */
const beyond = 4;

const duration = (phases: Phases, name: PhaseName): number => phases[`${name}Ns`];

const sum = (phases: Phases): number =>
  phaseNames.reduce((total, name) => total + duration(phases, name), 0);

/** A bar may be shortened by its run alone, and so much of that stays. */
const leastRun = 0.05;

interface Timed {
  readonly phases: Phases;
  readonly totalNs: number;
}

/** Length of the plot in ns: the longest bar within reach of most, and room for all but the runs. */
function plotNs(bars: readonly Timed[]): number {
  const sorted = bars.map(({ totalNs }) => totalNs).sort((a, b) => a - b);
  // A cell that takes next to nothing would leave every other one broken.
  const measure = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.max(
    ...sorted.filter((total) => total <= measure * beyond),
    ...bars.map(({ phases, totalNs }) => totalNs - phases.runNs * (1 - leastRun)),
    0,
  );
}

/** A bar for each row that tells its phases, in the rows' order. */
export function phaseBars(
  rows: readonly ResultRow[],
  cells: readonly CellReport[],
): readonly PhaseBar[] {
  const known = rows.flatMap((row) => {
    const cell = cells.find(({ id }) => id === row.id);
    const phases = cell === undefined ? undefined : medianTrialPhases(cell);
    return phases === undefined ? [] : [{ row, phases, totalNs: sum(phases) }];
  });
  const fullNs = plotNs(known);
  return known.map(({ row, phases, totalNs }) => {
    const broken = totalNs > fullNs;
    const cutNs = broken ? totalNs - fullNs : 0;
    return {
      id: row.id,
      strategy: row.strategy,
      label: row.label,
      totalNs,
      otherNs: totalNs - phases.runNs,
      broken,
      segments: phaseNames.map((name) => {
        const ns = duration(phases, name);
        const drawn = name === 'run' ? Math.max(0, ns - cutNs) : ns;
        return { name, ns, share: fullNs === 0 ? 0 : drawn / fullNs };
      }),
    };
  });
}
