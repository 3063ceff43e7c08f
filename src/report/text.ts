// The results for a terminal: plain text, aligned, at most 100 columns.
import { failureText } from '@present/words/engine/failures';
import { widthInColumns, padLeft, padRight } from '@present/locale/text-columns';
import { message } from '@present/messages/message';
import { noteText } from '@present/words/engine/notes';
import {
  formatDecimals,
  formatDuration,
  formatRatio,
  groupDigits,
  timeColumn,
} from '@present/locale/format';
import { parentResultLine } from '@present/words/parent-result';
import { overheadLine } from '@present/figures/overheads';
import { resultRows, writeInterval, type ResultRow } from '@present/figures/views';
import type { Crossing } from '@shared/report/break-even';
import type { Report } from '@shared/report/report';
import { cleanLine } from './base/clean-text';
import { describeWork } from '@present/words/work';
import { letterClauses } from '@present/words/evidence';
import { verdictClauses } from '@present/words/verdict';
import { sayWarnings } from '@present/words/warnings';
import { wrap } from './base/wrap';
import { baseStrategyOf } from '@shared/experiment/strategies';

const none = '-';
/** What a file calls a strategy may be of any length. */
const widestField = 60;

interface Column {
  readonly head: string;
  readonly left?: true;
  read(row: ResultRow): string;
}

function columnsFor(report: Report, rows: readonly ResultRow[]): readonly Column[] {
  const { usableCores } = report.environment;
  const cold = timeColumn(rows.map((row) => row.summary?.median ?? 0));
  const cpu = timeColumn(rows.map((row) => row.cpuNs ?? 0));
  const optional = (value: number | undefined, write: (value: number) => string): string =>
    value === undefined ? none : write(value);
  const ratio = ({ strategy }: ResultRow, value: number | undefined): string =>
    baseStrategyOf(strategy) === 'serial' && value !== undefined
      ? '1'
      : optional(value, formatRatio);
  return [
    { head: message('results-strategy'), left: true, read: (row) => row.label },
    {
      head: message('results-cold', { unit: cold.unit }),
      read: (row) => optional(row.summary?.median, cold.write),
    },
    {
      head: message('results-interval'),
      read: ({ interval }) => (interval === undefined ? none : writeInterval(interval, cold.write)),
    },
    { head: message('results-speedup'), read: (row) => ratio(row, row.speedup) },
    { head: message('results-speedup-warm'), read: (row) => ratio(row, row.speedupWarm) },
    {
      head: message('results-cpu', { unit: cpu.unit }),
      read: (row) => optional(row.cpuNs, cpu.write),
    },
    {
      head: message('results-cores', { cores: usableCores }),
      read: (row) => optional(row.coresBusy, (busy) => formatDecimals(busy, 1)),
    },
    {
      head: message('results-peak'),
      read: (row) => optional(row.peakPssBytes, (bytes) => groupDigits(bytes / 1e6)),
    },
    {
      head: message('results-trials'),
      read: ({ trials, failed }) =>
        failed === 0 ? groupDigits(trials) : message('results-trials-failed', { trials, failed }),
    },
  ];
}

function alignTable(report: Report): readonly string[] {
  const rows = resultRows(report.cells);
  const columns = columnsFor(report, rows);
  const table = [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map((c) => cleanLine(c.read(row), widestField))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...table.map((row) => widthInColumns(row[index] ?? ''))),
  );
  return table.map((row) =>
    row
      .map((field, index) => {
        const size = widths[index] ?? 0;
        return columns[index]?.left ? padRight(field, size) : padLeft(field, size);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** The verdict, its clauses with letters, and what stands behind each letter. */
function verdictLines(report: Report): readonly string[] {
  const clauses = letterClauses(verdictClauses(report));
  const text = clauses
    .map((clause) =>
      clause.letter === undefined ? clause.text : `${clause.text} [${clause.letter}]`,
    )
    .join('');
  const details = clauses.flatMap(({ evidence, letter }) =>
    evidence === undefined ? [] : [`[${letter}] ${evidence.detail}`],
  );
  return details.length === 0 ? [text] : [text, details.join(message('list-separator'))];
}

function sayCrossing({ strategy, fromNs, belowNs }: Crossing): string {
  if (fromNs === undefined) {
    const size = formatDuration(belowNs ?? Number.NaN);
    return message('break-even-pays-not', { strategy, size });
  }
  const always = belowNs === undefined;
  return message(always ? 'break-even-pays-always' : 'break-even-pays', {
    strategy,
    size: formatDuration(fromNs),
  });
}

/** From which size of a task workers pay, a line for each number of tasks; and why it ends there. */
function breakEvenLines({ breakEven }: Report): readonly string[] {
  if (breakEven === undefined) return [];
  const { columns, status } = breakEven;
  const lines = columns.map(({ tasks, crossings }) =>
    message('break-even-with', {
      tasks,
      crossings: crossings.map(sayCrossing).join(message('break-even-separator')),
    }),
  );
  return status === 'done' ? lines : [...lines, message('break-even-ended', { by: status })];
}

/** Returns what ran, the results table, the verdict and what limits it; ends with a new line. */
export function renderTable(report: Report): string {
  const { experiment, run } = report;
  const what = { name: experiment.name, work: describeWork(experiment) };
  const heading =
    run.status === 'done'
      ? message('report-work', what)
      : message('report-work-ended', {
          ...what,
          status: message('run-ending', { status: run.status }),
        });
  const overhead = overheadLine(report);
  const paragraphs = [
    ...(report.run.failure === undefined ? [] : [failureText(report.run.failure)]),
    ...verdictLines(report),
    ...breakEvenLines(report),
    ...(overhead === undefined ? [] : [overhead]),
    ...parentResultLine(report.cells),
    ...sayWarnings(report).map(({ text, advice }) =>
      message('page-warning', { text, advice }).trimEnd(),
    ),
    ...report.run.notes.map(noteText),
  ].map((text) => cleanLine(text));
  const lines = [
    ...wrap(cleanLine(heading)),
    '',
    ...alignTable(report),
    ...paragraphs.flatMap((text) => ['', ...wrap(text)]),
  ];
  return `${lines.join('\n')}\n`;
}
