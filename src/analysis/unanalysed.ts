// What a report says where nothing could be made of its trials: the trials, and that nothing is decided.
import { defined } from '@shared/base/defined';
import { runsPrograms } from '@shared/experiment/own-code';
import type { Analysis } from './analyse';
import type { RunRecords } from './cells/records';

/** Every cell with its trials and no figure; the verdict is that the analysis failed. */
export function unanalysed(records: RunRecords, why: string): Analysis {
  const { cells, trials, emptyTrials, experiment, breakEven } = records;
  const programs = runsPrograms(experiment.workload) ? { programs: true as const } : {};
  return {
    cells: cells.map(({ python, ...cell }) => ({
      ...cell,
      ...defined({ python }),
      ...programs,
      outliers: [],
      trials: [...(trials.get(cell.id) ?? [])],
      emptyTrials: [...(emptyTrials.get(cell.id) ?? [])],
    })),
    scaling: [],
    warnings: [],
    verdict: { kind: 'undecided', basis: 'cold', facts: [{ kind: 'not-analysed', why }] },
    ...defined({ breakEven }),
  };
}
