// One row per trial, in the order of the run: for statistics programs (RFC 4180), and for spreadsheets.
import { inLanguage } from '@present/messages/message';
import { failureText } from '@present/words/engine/failures';
import { runtimeOf } from '@shared/experiment/cells';
import type { CellReport, Report, TrialReport } from '@shared/report/report';
import { plainCsv, spreadsheetCsv, writeCsv, type CsvDialect, type Field } from './base/csv-field';

interface Row {
  readonly report: Report;
  readonly cell: CellReport;
  readonly trial: TrialReport;
  /** Its tasks did nothing. */
  readonly empty: boolean;
}

/** In English, as the heads of the columns are. */
const sayFailure = ({ failure }: NonNullable<TrialReport['evidence']>): string =>
  inLanguage('en', () => failureText(failure));

const columns: Readonly<Record<string, (row: Row) => Field>> = {
  trial: ({ trial }) => trial.trial,
  order: ({ trial }) => trial.order,
  round: ({ trial }) => trial.round,
  warmup: ({ trial }) => trial.warmup,
  empty: ({ empty }) => empty,
  cell: ({ cell }) => cell.id,
  strategy: ({ cell }) => cell.strategy,
  workers: ({ cell }) => cell.workers,
  processes: ({ cell }) => cell.topology.processes,
  threads: ({ cell }) => cell.topology.threads,
  concurrency: ({ cell }) => cell.topology.concurrency,
  placement: ({ cell }) => cell.placement,
  runtime: ({ cell }) => runtimeOf(cell),
  start_method: ({ cell }) => cell.python?.startMethod,
  status: ({ trial }) => trial.status,
  outlier: ({ cell, trial }) => cell.outliers.includes(trial.trial),
  cold_ns: ({ trial }) => trial.coldNs,
  warm_ns: ({ trial }) => trial.warmNs,
  spawn_ns: ({ trial }) => trial.phases?.spawnNs,
  ready_ns: ({ trial }) => trial.phases?.readyNs,
  run_ns: ({ trial }) => trial.phases?.runNs,
  hand_out_ns: ({ trial }) => trial.split?.handOutNs,
  compute_ns: ({ trial }) => trial.split?.computeNs,
  idle_ns: ({ trial }) => trial.split?.idleNs,
  collect_ns: ({ trial }) => trial.phases?.collectNs,
  join_ns: ({ trial }) => trial.phases?.joinNs,
  cpu_user_ns: ({ trial }) => trial.cpuUserNs,
  cpu_system_ns: ({ trial }) => trial.cpuSystemNs,
  cpu_warm_ns: ({ trial }) => trial.cpuWarmNs,
  peak_rss_bytes: ({ trial }) => trial.peakRssBytes,
  peak_pss_bytes: ({ trial }) => trial.peakPssBytes,
  peak_private_bytes: ({ trial }) => trial.peakPrivateBytes,
  left_pss_bytes: ({ trial }) => trial.leftPssBytes,
  others_cpu_ns: ({ trial }) => trial.surroundings?.othersCpuNs,
  surroundings_ns: ({ trial }) => trial.surroundings?.spanNs,
  tasks_done: ({ trial }) => trial.taskTimes?.tasks ?? trial.spans.task.length,
  evidence: ({ trial }) => trial.evidence && sayFailure(trial.evidence),
  experiment: ({ report }) => report.experiment.name,
};

function render(report: Report, dialect: CsvDialect): string {
  const rows = report.cells
    .flatMap((cell) => [
      ...cell.trials.map((trial) => ({ report, cell, trial, empty: false })),
      ...cell.emptyTrials.map((trial) => ({ report, cell, trial, empty: true })),
    ])
    .sort((one, other) => one.trial.order - other.trial.order)
    .map((row) => Object.values(columns).map((read) => read(row)));
  return writeCsv([Object.keys(columns), ...rows], dialect);
}

/** The trials as CSV with a header; an empty field is not known. Names end in the figure's unit. */
export function renderCsv(report: Report): string {
  return render(report, plainCsv);
}

/** The same for a spreadsheet where a comma stands before decimals: `;` between fields, marked as UTF-8. */
export function renderSpreadsheet(report: Report): string {
  return render(report, spreadsheetCsv);
}
