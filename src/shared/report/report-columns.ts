// Checks that all columns of a table have equal length, which zod cannot express.
import type { Complaint } from '../base/complaint';
import type { Report } from './report';

type Columns = Readonly<Record<string, ArrayLike<number>>>;

function uneven(path: string, columns: Columns): readonly Complaint[] {
  const [first, ...others] = Object.entries(columns);
  if (first === undefined) return [];
  const [firstName, { length }] = first;
  const odd = others.find(([, column]) => column.length !== length);
  if (odd === undefined) return [];
  return [
    {
      path: `${path}.${odd[0]}`,
      fault: { code: 'other-rows', rows: odd[1].length, first: firstName, length },
    },
  ];
}

/** The first column whose length differs from its table's; absent where the report is sound. */
export function findUnevenColumns({ cells, samples }: Report): Complaint | undefined {
  const { cores, workers, processes, resident, heaps, loop } = samples;
  const busy = cores.busy.map((column, index) => [`busy[${index}]`, column] as const);
  if (samples.coreIds.length !== busy.length) {
    return {
      path: 'samples.cores.busy',
      fault: { code: 'other-cores', cores: busy.length, length: samples.coreIds.length },
    };
  }
  const spans = cells.flatMap((cell, c) =>
    (['trials', 'emptyTrials'] as const).flatMap((list) =>
      cell[list].flatMap((trial, t) => uneven(`cells[${c}].${list}[${t}].spans`, trial.spans)),
    ),
  );
  return [
    ...spans,
    ...uneven('samples.cores', {
      atNs: cores.atNs,
      spanNs: cores.spanNs,
      ...Object.fromEntries(busy),
    }),
    ...uneven('samples.workers', workers),
    ...uneven('samples.processes', processes),
    ...uneven('samples.resident', resident),
    ...uneven('samples.heaps', heaps),
    ...uneven('samples.loop', loop),
  ][0];
}
