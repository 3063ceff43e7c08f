// Computes where the cold time goes, as bars: the phases of each cell's median trial, cold and warm. Pure.
import { message } from '../messages/message';
import type { RunSplit } from '@shared/report/findings';
import type { Phases } from '@shared/report/live';
import type { CellReport, TrialReport } from '@shared/report/report';
import type { StrategyKind } from '@shared/experiment/strategies';
import { medianTrial } from '@analysis/cells/cells';
import type { ResultRow } from './views';

/**
 * In the order they happen. What a worker did in the run phase stands there as dispatch, compute
 * and idle; as one `run` where the report does not hold it.
 */
export const phaseNames = [
  'spawn',
  'ready',
  'run',
  'dispatch',
  'compute',
  'idle',
  'collect',
  'join',
] as const;

export type PhaseName = (typeof phaseNames)[number];

/** Returns what a phase is, in a few words. */
export const describePhase = (name: PhaseName): string => message('phase-meaning', { phase: name });

export interface PhaseSegment {
  readonly name: PhaseName;
  readonly ns: number;
  /** Share of the plot's width. */
  readonly share: number;
  /** It is longer than the plot: drawn shortened, with a break mark. */
  readonly broken: boolean;
}

export interface PhaseBar {
  readonly id: string;
  readonly strategy: StrategyKind;
  readonly label: string;
  readonly segments: readonly PhaseSegment[];
  /** The cold time. */
  readonly totalNs: number;
  readonly warmNs: number;
  /** The warm part of the bar, in shares of the plot's width. */
  readonly warm: { readonly from: number; readonly share: number };
  /** All of it but compute; but the run where the report does not hold what it was spent on. */
  readonly otherNs: number;
  /** Whether the report holds what the run phase was spent on. */
  readonly split: boolean;
  /** One of the segments is. */
  readonly broken: boolean;
}

/** A bar this many times the shortest is drawn with a break. */
const beyond = 4;

/** A bar may be shortened by one part of its run alone, and so much of that stays. */
const minLeft = 0.05;

interface Part {
  readonly name: PhaseName;
  readonly ns: number;
}

interface Timed {
  readonly row: ResultRow;
  readonly before: readonly Part[];
  readonly run: readonly Part[];
  readonly after: readonly Part[];
  readonly totalNs: number;
}

const sum = (parts: readonly Part[]): number => parts.reduce((total, { ns }) => total + ns, 0);

function runParts(phases: Phases, split: RunSplit | undefined): readonly Part[] {
  return split === undefined
    ? [{ name: 'run', ns: phases.runNs }]
    : [
        { name: 'dispatch', ns: split.handOutNs },
        { name: 'compute', ns: split.computeNs },
        { name: 'idle', ns: split.idleNs },
      ];
}

function timed(row: ResultRow, trial: TrialReport | undefined): readonly Timed[] {
  const phases = trial?.phases;
  if (phases === undefined) return [];
  const before: readonly Part[] = [
    { name: 'spawn', ns: phases.spawnNs },
    { name: 'ready', ns: phases.readyNs },
  ];
  const run = runParts(phases, trial?.split);
  const after: readonly Part[] = [
    { name: 'collect', ns: phases.collectNs },
    { name: 'join', ns: phases.joinNs },
  ];
  return [{ row, before, run, after, totalNs: sum(before) + sum(run) + sum(after) }];
}

const longest = (parts: readonly Part[]): Part =>
  parts.reduce((most, part) => (part.ns > most.ns ? part : most));

/** Length of the plot in ns: the longest bar within reach of most, and room for what may not be cut. */
function plotNs(bars: readonly Timed[]): number {
  const sorted = bars.map(({ totalNs }) => totalNs).sort((a, b) => a - b);
  // A cell that takes next to nothing would leave every other one broken.
  const measure = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.max(
    ...sorted.filter((total) => total <= measure * beyond),
    ...bars.map(({ run, totalNs }) => totalNs - longest(run).ns * (1 - minLeft)),
    0,
  );
}

function drawBar({ row, before, run, after, totalNs }: Timed, fullNs: number): PhaseBar {
  const cutNs = Math.max(0, totalNs - fullNs);
  const cut = longest(run);
  const segments = [...before, ...run, ...after].map((part): PhaseSegment => {
    const broken = cutNs > 0 && part === cut;
    const drawnNs = broken ? Math.max(0, part.ns - cutNs) : part.ns;
    return { ...part, broken, share: fullNs === 0 ? 0 : drawnNs / fullNs };
  });
  const drawn = (from: number, count: number): number =>
    segments.slice(from, from + count).reduce((total, { share }) => total + share, 0);
  const compute = run.find(({ name }) => name === 'compute');
  const warmNs = sum(run);
  return {
    id: row.id,
    strategy: row.strategy,
    label: row.label,
    segments,
    totalNs,
    warmNs,
    warm: { from: drawn(0, before.length), share: drawn(before.length, run.length) },
    otherNs: totalNs - (compute?.ns ?? warmNs),
    split: compute !== undefined,
    broken: cutNs > 0,
  };
}

/** A bar for each row that has its phases, in the rows' order. */
export function phaseBars(
  rows: readonly ResultRow[],
  cells: readonly CellReport[],
): readonly PhaseBar[] {
  const known = rows.flatMap((row) => {
    const cell = cells.find(({ id }) => id === row.id);
    return cell === undefined ? [] : timed(row, medianTrial(cell));
  });
  const fullNs = plotNs(known);
  return known.map((bar) => drawBar(bar, fullNs));
}

/** The phases that occur in these bars, in their order: what a legend must name. */
export function usedPhases(bars: readonly PhaseBar[]): readonly PhaseName[] {
  const used = new Set(bars.flatMap(({ segments }) => segments.map(({ name }) => name)));
  return phaseNames.filter((name) => used.has(name));
}
