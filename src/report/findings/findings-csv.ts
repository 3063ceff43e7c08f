// A row a value of every figure of every finding, for spreadsheets and statistics programs.
import type { Figure, Finding } from '@shared/claims/claims';
import type { FindingsFile } from '@shared/claims/findings-file';
import { plainCsv, writeCsv, type Field } from '../base/csv-field';

interface Row {
  readonly finding: Finding;
  readonly figure?: Figure;
  readonly value?: number;
  readonly index?: number;
}

const columns: Readonly<Record<string, (row: Row) => Field>> = {
  claim: ({ finding }) => finding.id,
  outcome: ({ finding }) => finding.outcome,
  runtime: ({ figure }) => figure?.runtime,
  variant: ({ figure }) => figure?.variant,
  strategy: ({ figure }) => figure?.strategy,
  quantity: ({ figure }) => figure?.quantity,
  workers_or_bytes: ({ figure }) => figure?.x,
  index: ({ index }) => index,
  value: ({ value }) => value,
  unit: ({ figure }) => figure?.unit,
  measured_at: ({ finding }) => finding.measuredAt,
};

/** Every value as CSV with a header; a claim without figures has one row. */
export function renderFindingsCsv({ findings }: Pick<FindingsFile, 'findings'>): string {
  const rows = findings.flatMap((finding): readonly Row[] =>
    finding.figures.length === 0
      ? [{ finding }]
      : finding.figures.flatMap((figure) =>
          figure.values.map((value, index) => ({ finding, figure, value, index: index + 1 })),
        ),
  );
  return writeCsv(
    [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((read) => read(row)))],
    plainCsv,
  );
}
