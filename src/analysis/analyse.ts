// Computes everything that a report says about a run from everything that the run recorded. Pure: the same records
// give the same report.
import { defined } from '@shared/base/defined';
import { runtimeOf, type Cell } from '@shared/experiment/cells';
import type { Experiment } from '@shared/experiment/experiment';
import { runsPrograms } from '@shared/experiment/own-code';
import type { CellReport, Report } from '@shared/report/report';
import { summariseCells } from './cells/cells';
import { findLimits } from './cells/limits';
import type { RunRecords } from './cells/records';
import { findScaling } from './scaling/scaling';
import { decideVerdict, joinVerdicts } from './verdict/verdict';
import { listWarnings } from './warnings/warnings';

/** What the report says of a run's records. */
export type Analysis = Pick<Report, 'cells' | 'scaling' | 'warnings' | 'verdict' | 'breakEven'>;

/**
 * Summarises the cells and names what limits each; then fits, warns and decides from them. Cells of
 * one runtime (Node.js, a Python) are held against that runtime's serial and its best: which language
 * to write in is another question.
 */
export function analyseRun(records: RunRecords): Analysis {
  const runtimes = byRuntime(records.cells).map(({ runtime, cells: planned }) => {
    const own = { ...records, cells: planned };
    const cells = markPrograms(summariseCells(own), records.experiment);
    const summaries = findLimits(cells, records.samples, records.machine);
    const scaling = findScaling(summaries, records.machine);
    return { runtime, facts: { ...own, cells: summaries, scaling } };
  });
  const cells = runtimes.flatMap(({ facts }) => facts.cells);
  const scaling = runtimes.flatMap(({ facts }) => facts.scaling);
  return {
    cells,
    scaling,
    warnings: listWarnings({ ...records, cells, scaling }),
    verdict: joinVerdicts(
      runtimes.map(({ runtime, facts }) => ({ runtime, verdict: decideVerdict(facts) })),
    ),
    ...defined({ breakEven: records.breakEven }),
  };
}

/** The samples are of the hosts, which only wait for the programs that they start. */
function markPrograms(
  cells: readonly CellReport[],
  { workload }: Experiment,
): readonly CellReport[] {
  return runsPrograms(workload) ? cells.map((cell) => ({ ...cell, programs: true })) : cells;
}

/** The cells by what runs their code, in the order in which each comes first. */
function byRuntime(
  cells: readonly Cell[],
): readonly { readonly runtime: string; readonly cells: readonly Cell[] }[] {
  const runtimes = [...new Set(cells.map(runtimeOf))];
  // Without a cell there is still a verdict: that nothing was measured.
  if (runtimes.length === 0) return [{ runtime: 'node', cells }];
  return runtimes.map((runtime) => ({
    runtime,
    cells: cells.filter((cell) => runtimeOf(cell) === runtime),
  }));
}

/** The analysis where nothing could be made of the trials: every cell with its trials and no figure, nothing decided. */
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
