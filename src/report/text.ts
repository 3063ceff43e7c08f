// The results for a terminal: plain text, aligned, at most 100 columns.
import { resultRows, type ResultRow } from '@analysis/views';
import { formatRatio, groupDigits, timeColumn } from '@shared/format';
import type { Report } from '@shared/report';
import { cleanLine } from './clean-text';
import { describeWork } from './describe';

const width = 100;
const none = '-';

interface Column {
  readonly head: string;
  readonly left?: true;
  read(row: ResultRow): string;
}

function columnsFor(report: Report, rows: readonly ResultRow[]): readonly Column[] {
  const { usableCores } = report.environment;
  const cold = timeColumn(rows.map((row) => row.cold?.median ?? 0));
  const cpu = timeColumn(rows.map((row) => row.cpuNs ?? 0));
  const optional = (value: number | undefined, write: (value: number) => string): string =>
    value === undefined ? none : write(value);
  const ratio = ({ strategy }: ResultRow, value: number | undefined): string =>
    strategy === 'serial' && value !== undefined ? '1' : optional(value, formatRatio);
  return [
    { head: 'way', left: true, read: (row) => row.label },
    { head: `cold ${cold.unit}`, read: (row) => optional(row.cold?.median, cold.write) },
    {
      head: '95 % interval',
      read: ({ coldInterval }) =>
        coldInterval === undefined
          ? none
          : `${cold.write(coldInterval.low)}–${cold.write(coldInterval.high)}`,
    },
    { head: 'speed-up', read: (row) => ratio(row, row.speedup) },
    { head: 'when warm', read: (row) => ratio(row, row.speedupWarm) },
    {
      head: `CPU ${cpu.unit}`,
      read: (row) => optional(row.cpuNs, cpu.write),
    },
    {
      head: `of ${usableCores} ${usableCores === 1 ? 'core' : 'cores'}`,
      read: (row) => optional(row.coresBusy, (busy) => busy.toFixed(1)),
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

/** Lines of at most `width` characters, broken between words. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function alignTable(report: Report): readonly string[] {
  const rows = resultRows(report.cells);
  const columns = columnsFor(report, rows);
  const table = [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map((c) => c.read(row))),
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

/** What ran, the results table, the verdict and what limits it; ends with a new line. */
export function renderTable(report: Report): string {
  const { experiment, verdict, warnings } = report;
  const texts = [verdict.text, ...warnings.map(({ text }) => text), ...report.run.notes].map(
    cleanLine,
  );
  const lines = [
    ...wrap(cleanLine(`${experiment.name}: ${describeWork(experiment)}`)),
    '',
    ...alignTable(report),
    '',
    ...texts.flatMap((text, index) => (index === 0 ? wrap(text) : ['', ...wrap(text)])),
  ];
  return `${lines.join('\n')}\n`;
}
