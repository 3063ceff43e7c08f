// The results for a terminal: plain text, aligned, at most 100 columns.
import { countCores, countTasks } from '@present/words/count';
import { writeDecimals } from '@present/words/figure';
import { parentResultLine } from '@present/words/parent-result';
import { overheadLine } from '@present/figures/overheads';
import { resultRows, writeInterval, type ResultRow } from '@present/figures/views';
import type { Crossing } from '@shared/report/break-even';
import { formatDuration, formatRatio, groupDigits, timeColumn } from '@shared/base/format';
import type { Report } from '@shared/report/report';
import { cleanLine } from './base/clean-text';
import { describeWork } from '@present/words/work';
import { letterClauses } from '@present/words/evidence';
import { verdictClauses } from '@present/words/verdict';
import { wrap } from './base/wrap';
import { baseStrategyOf } from '@shared/experiment/strategies';

const none = '-';
/** What a file calls a way may be of any length. */
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
    { head: 'strategy', left: true, read: (row) => row.label },
    { head: `cold ${cold.unit}`, read: (row) => optional(row.summary?.median, cold.write) },
    {
      head: '95 % interval',
      read: ({ interval }) => (interval === undefined ? none : writeInterval(interval, cold.write)),
    },
    { head: 'speed-up', read: (row) => ratio(row, row.speedup) },
    { head: 'when warm', read: (row) => ratio(row, row.speedupWarm) },
    {
      head: `CPU ${cpu.unit}`,
      read: (row) => optional(row.cpuNs, cpu.write),
    },
    {
      head: `of ${countCores(usableCores)}`,
      read: (row) => optional(row.coresBusy, (busy) => writeDecimals(busy, 1)),
    },
    {
      head: 'peak MB',
      read: (row) => optional(row.peakPssBytes, (bytes) => groupDigits(bytes / 1e6)),
    },
    {
      head: 'trials',
      read: (row) => (row.failed === 0 ? `${row.trials}` : `${row.trials}, ${row.failed} failed`),
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
    Math.max(...table.map((row) => row[index]?.length ?? 0)),
  );
  return table.map((row) =>
    row
      .map((field, index) => {
        const size = widths[index] ?? 0;
        return columns[index]?.left ? field.padEnd(size) : field.padStart(size);
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
  return details.length === 0 ? [text] : [text, details.join(', ')];
}

/** From which size of a task workers pay, a line for each number of tasks; and why it ends there. */
function breakEvenLines({ breakEven }: Report): readonly string[] {
  if (breakEven === undefined) return [];
  const from = ({ strategy, fromNs, belowNs }: Crossing): string =>
    fromNs === undefined
      ? `${strategy} do not up to ${formatDuration(belowNs ?? Number.NaN)}`
      : `${strategy} pay from ${formatDuration(fromNs)} a task on${belowNs === undefined ? ', the least measured' : ''}`;
  const ended = { done: [], budget: ['its time budget'], stopped: ['a stop'] }[breakEven.status];
  return [
    ...breakEven.columns.map(
      ({ tasks, crossings }) => `With ${countTasks(tasks)}, ${crossings.map(from).join('; ')}.`,
    ),
    ...ended.map((by) => `The search for the break-even was ended by ${by}.`),
  ];
}

/** What ran, the results table, the verdict and what limits it; ends with a new line. */
export function renderTable(report: Report): string {
  const { experiment, warnings, run } = report;
  const ending = run.status === 'done' ? '' : `, ${run.status}`;
  const overhead = overheadLine(report);
  const paragraphs = [
    ...(report.run.message === undefined ? [] : [report.run.message]),
    ...verdictLines(report),
    ...breakEvenLines(report),
    ...(overhead === undefined ? [] : [overhead]),
    ...parentResultLine(report.cells),
    ...warnings.map(({ text, advice }) => `Warning: ${text} ${advice}`.trimEnd()),
    ...report.run.notes,
  ].map((text) => cleanLine(text));
  const lines = [
    ...wrap(cleanLine(`${experiment.name}: ${describeWork(experiment)}${ending}`)),
    '',
    ...alignTable(report),
    ...paragraphs.flatMap((text) => ['', ...wrap(text)]),
  ];
  return `${lines.join('\n')}\n`;
}
