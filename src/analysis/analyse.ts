// From everything a run recorded to everything its report says about it. Pure: the same records
// give the same report.
import type { Report } from '@shared/report';
import { summariseCells } from './cells';
import { findLimits } from './limits';
import type { RunRecords } from './records';
import { findScaling } from './scaling';
import { decideVerdict } from './verdict';
import { listWarnings } from './warnings';

/** What the report says of a run's records. */
export type Analysis = Pick<Report, 'cells' | 'scaling' | 'warnings' | 'verdict' | 'breakEven'>;

/** Summarises the cells and names what limits each; then fits, warns and decides from them. */
export function analyseRun(records: RunRecords): Analysis {
  const cells = findLimits(summariseCells(records), records.samples, records.machine);
  const scaling = findScaling(cells, records.machine);
  const facts = { ...records, cells, scaling };
  return {
    cells,
    scaling,
    warnings: listWarnings(facts),
    verdict: decideVerdict(facts),
    ...(records.breakEven === undefined ? {} : { breakEven: records.breakEven }),
  };
}
