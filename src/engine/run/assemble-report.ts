// The report of what was recorded: the same for a run that ended here and for one that is recovered.
import { defined } from '@shared/base/defined';
import { errorText } from '@shared/base/error-text';
import { analyseRun, type Analysis, unanalysed } from '@analysis/analyse';
import type { RunRecords } from '@analysis/cells/records';
import type { BreakEven } from '@shared/report/break-even';
import type { Cell } from '@shared/experiment/cells';
import type { Experiment } from '@shared/experiment/experiment';
import type { MachineInfo } from '@shared/report/machine';
import type { Interpreter } from '@shared/experiment/python';
import type { Note } from '@shared/report/notes';
import { reportVersion, type Report } from '@shared/report/report';
import { wallClockIso } from '../clock';
import { trialsByCell, type Recorded } from './recorder';

/** What a run was, beside what it recorded. */
export interface RunOutline {
  readonly id: string;
  readonly program: Report['program'];
  readonly machine: MachineInfo;
  readonly interpreters?: readonly Interpreter[] | undefined;
  readonly experiment: Experiment;
  readonly cells: readonly Cell[];
  readonly startedAt: string;
  readonly durationNs: number;
  readonly ownCpuNs?: number | undefined;
  readonly windowCpuNs?: number | undefined;
  readonly breakEven?: BreakEven | undefined;
  /** Processes of other runs that were under way meanwhile. */
  readonly otherRuns?: readonly number[] | undefined;
}

/**
 * The report. Where analysing fails, a bug, the trials are worth more than what is said of them: the
 * report has them all, says so in its notes, and decides nothing.
 */
export function assembleReport(outline: RunOutline, recorded: Recorded): Report {
  const { id, program, machine, experiment, startedAt, durationNs } = outline;
  const { cost, samples, failure, status } = recorded;
  const { ownCpuNs, windowCpuNs, breakEven, otherRuns = [] } = outline;
  const records: RunRecords = {
    experiment,
    machine,
    cells: outline.cells,
    trials: trialsByCell(recorded, 'ordinary'),
    emptyTrials: trialsByCell(recorded, 'empty'),
    samples,
    ...defined({ sampler: cost, breakEven, failure }),
    otherRuns,
  };
  const analysis = analyse(records);
  return {
    schema: 'corelane.report',
    version: reportVersion,
    id,
    createdAt: wallClockIso(),
    program,
    environment: machine,
    ...usedInterpreters(outline),
    experiment,
    run: {
      status,
      ...defined({ failure }),
      startedAt,
      durationNs,
      ...defined({
        ownCpuNs,
        windowCpuNs,
        sampler: cost,
        otherRuns: otherRuns.length === 0 ? undefined : [...otherRuns],
      }),
      notes: [...recorded.notes, ...analysis.notes],
    },
    ...analysis.found,
    samples,
  };
}

function analyse(records: RunRecords): {
  readonly found: Analysis;
  readonly notes: readonly Note[];
} {
  try {
    return { found: analyseRun(records), notes: [] };
  } catch (error) {
    const why = errorText(error);
    const note: Note = { code: 'analysis-failed', args: { why } };
    return { found: unanalysed(records, why), notes: [note] };
  }
}

function usedInterpreters({ cells, interpreters = [] }: RunOutline): Pick<Report, 'interpreters'> {
  const used = new Set(cells.map(({ python }) => python?.interpreter));
  const kept = interpreters.filter(({ id }) => used.has(id));
  return kept.length === 0 ? {} : { interpreters: kept };
}
