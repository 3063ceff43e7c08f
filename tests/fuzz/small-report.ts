// A small report that holds nearly everything a report can, for thousands of changed copies.
import type { Report } from '@shared/report/report';
import { makeReport } from '../helpers/make/report';
import { makeBreakEven } from '../helpers/make/break-even';

/** Samples are cut short: each row is like another. */
function shortened(report: Report): Report {
  const cut = <T extends object>(table: T): T =>
    Object.fromEntries(
      Object.entries(table).map(([name, column]: [string, unknown]) => [
        name,
        (column as number[]).slice(0, 3),
      ]),
    ) as T;
  const { samples } = report;
  const { busy, ...cores } = samples.cores;
  return {
    ...report,
    scaling: report.scaling.slice(0, 1).map(({ curve, ...scaling }) => ({
      ...scaling,
      ...(curve !== undefined && { curve: curve.slice(0, 2) }),
    })),
    samples: {
      coreIds: samples.coreIds,
      cores: { ...cut(cores), busy: busy.map((column) => column.slice(0, 3)) },
      workers: cut(samples.workers),
      processes: cut(samples.processes),
      resident: cut(samples.resident),
      heaps: cut(samples.heaps),
      loop: cut(samples.loop),
    },
  };
}

const breakEven = makeBreakEven();

export const smallReport: Report = {
  ...shortened(
    makeReport({
      experiment: {
        tasks: 2,
        repeats: 1,
        warmup: 0,
        emptyRepeats: 1,
        strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 2 }],
      },
      failing: 'threads-2',
    }),
  ),
  breakEven: { ...breakEven, points: breakEven.points.slice(0, 3) },
};
