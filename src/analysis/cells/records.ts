// Defines the input of the analysis.
import type { BreakEven } from '@shared/report/break-even';
import type { Cell } from '@shared/experiment/cells';
import type { Failure } from '@shared/report/failures';
import type { Experiment } from '@shared/experiment/experiment';
import type { Scaling } from '@shared/report/findings';
import type { MachineInfo } from '@shared/report/machine';
import type { CellReport, Report, ReportSamples, TrialReport } from '@shared/report/report';

/** What a run recorded. */
export interface RunRecords {
  readonly experiment: Experiment;
  readonly machine: MachineInfo;
  readonly cells: readonly Cell[];
  /** Every trial of a cell by the cell's id, warm-up and failed ones too, but none of empty tasks. */
  readonly trials: ReadonlyMap<string, readonly TrialReport[]>;
  /** Trials of empty tasks by the cell's id. */
  readonly emptyTrials: ReadonlyMap<string, readonly TrialReport[]>;
  readonly samples: ReportSamples;
  readonly sampler?: Report['run']['sampler'];
  readonly breakEven?: BreakEven;
  /** Processes of other runs of Corelane that were under way meanwhile. */
  readonly otherRuns?: readonly number[];
  /** Why the run ended early, where nobody stopped it. */
  readonly failure?: Failure;
}

/** A run's records with its cells summarised. */
export interface RunFacts extends Omit<RunRecords, 'cells'> {
  readonly cells: readonly CellReport[];
  readonly scaling: readonly Scaling[];
}
