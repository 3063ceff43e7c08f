// Defines the input and the output of measuring a claim.
import type { ClaimNote } from '@shared/claims/claim-notes';
import type { Figure, MeasurementId } from '@shared/claims/claims';
import type { LiveEvent } from '@shared/report/live';
import type { Interpreter } from '@shared/experiment/python';
import type { Report } from '@shared/report/report';
import type { RunReaper } from '../trial/run-reaper';
import type { EntryPaths, Launcher } from '../types';

export interface ClaimContext {
  /** Its children carry the mark. */
  readonly launcher: Launcher;
  /** What trying claims must not leave behind, and the mark by which that is known. */
  readonly reaper: RunReaper;
  readonly entries: EntryPaths;
  readonly program: Report['program'];
  /** Cores that workers may take. */
  readonly cores: number;
  /** The Pythons found: the one that `python3` means first. */
  readonly interpreters: readonly Interpreter[];
  /** Electron and its arguments for this very app; absent where there is none. */
  readonly electron?: ElectronProgram | undefined;
  /** Told everything that happens meanwhile, as in a run. */
  readonly onEvent: (event: LiveEvent) => void;
  /** Memory that can be had now, in bytes. */
  readonly freeMemory: () => number;
  /** Nobody watches. */
  readonly quiet: boolean;
  /** Aborted: end at once. */
  readonly signal: AbortSignal;
}

/** Returns what a measurement may hold at most, in bytes: well below what the machine has free. */
export function memoryLimit({ freeMemory }: Pick<ClaimContext, 'freeMemory'>): number {
  return Math.floor(0.7 * freeMemory());
}

/** How to start Electron with this app. */
export interface ElectronProgram {
  readonly path: string;
  readonly args: readonly string[];
}

export interface Measured {
  readonly figures: readonly Figure[];
  /** What could not be measured, and why. */
  readonly notes: readonly ClaimNote[];
}

/** Makes one measurement; rejects for bugs only. When it resolves, no process of it is left. */
export type Measure = (context: ClaimContext) => Promise<Measured>;

export type Measures = Readonly<Record<MeasurementId, Measure>>;
