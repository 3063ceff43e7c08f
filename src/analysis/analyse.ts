// From everything a run recorded to everything its report says about it. Pure: the same records
// give the same report.
import type { BreakEven } from '@shared/break-even';
import type { Cell } from '@shared/cells';
import type { Experiment } from '@shared/experiment';
import type { MachineInfo } from '@shared/machine';
import type { Report, ReportSamples, TrialReport } from '@shared/report';
import { summariseCells } from './cells';
import { findScaling } from './scaling';
import { decideVerdict } from './verdict';
import { listWarnings } from './warnings';

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
}

/** What the report says of them. */
export type Analysis = Pick<Report, 'cells' | 'scaling' | 'warnings' | 'verdict' | 'breakEven'>;

/** Summarises the cells, then fits, warns and decides from the summaries. */
export function analyseRun(records: RunRecords): Analysis {
  const cells = summariseCells(records);
  const scaling = findScaling(cells, records.machine);
  const facts = { ...records, cells, scaling };
  const warnings = listWarnings(facts);
  return {
    cells,
    scaling,
    warnings,
    verdict: decideVerdict({ ...facts, warnings }),
    ...(records.breakEven === undefined ? {} : { breakEven: records.breakEven }),
  };
}
