// Describes the tables of samples: their columns in the order in which the wire's rows have them, and what each
// holds. The report's schema, the live events, the wire's rows, the recorder's and the window's tables follow from
// these. All times are nanoseconds on the run's one clock, counted from the run's origin.
import { z } from 'zod';
import { columns, boundedList } from '../base/data-schemas';
import type { Shape } from '../base/table';

/** More than any machine has. */
const maxCores = 65_536;

export const sampleTables = {
  /** Every row of cores and of workers covers the `spanNs` before `atNs`. */
  cores: {
    atNs: 'ns',
    spanNs: 'ns',
    /** Per usable core, the share of the span it was busy: `busy[core][row]`. */
    busy: ['share'],
  },
  workers: {
    atNs: 'ns',
    spanNs: 'ns',
    trial: 'indexOrNone',
    worker: 'index',
    onCpuNs: 'ns',
    /** Time runnable but waiting for a core. */
    waitNs: 'ns',
    /** The core it last ran on, as the kernel numbers them. */
    core: 'index',
  },
  processes: {
    atNs: 'ns',
    trial: 'indexOrNone',
    pid: 'index',
    rssBytes: 'bytes',
    /** Proportional set size: shared pages divided among their users. */
    pssBytes: 'bytes',
    privateBytes: 'bytes',
  },
  /** What the kernel counts as resident, read as often as the cores; see docs/measuring/sampler.md. */
  resident: {
    atNs: 'ns',
    trial: 'indexOrNone',
    pid: 'index',
    rssBytes: 'bytes',
    /** The part of it that is pages of files and shared memory, whoever else has them or not. */
    sharedBytes: 'bytes',
  },
  /** V8 heap of workers, taken at task boundaries. */
  heaps: {
    trial: 'indexOrNone',
    atNs: 'ns',
    worker: 'index',
    usedBytes: 'bytes',
    totalBytes: 'bytes',
  },
  /** Event-loop delay of the process that leads the run: the worst in each interval. */
  loop: { atNs: 'ns', maxNs: 'ns' },
} as const satisfies Readonly<Record<string, Shape>>;

/** Finished tasks. */
export const spanTable = {
  task: 'index',
  /** Index of the worker in its trial. */
  worker: 'index',
  startNs: 'ns',
  endNs: 'ns',
} as const satisfies Shape;

type ColumnSchema = (typeof columns)[keyof typeof columns];

type SchemasOf<S extends Shape> = {
  [Name in keyof S]: S[Name] extends string ? ColumnSchema : ReturnType<typeof listOfColumns>;
};

const listOfColumns = (column: ColumnSchema) => boundedList(column, maxCores);

/** The schema of a table as a file has it. */
export function tableSchema<S extends Shape>(shape: S): z.ZodObject<SchemasOf<S>> {
  const schemas = Object.entries(shape).map(([name, kind]) => [
    name,
    typeof kind === 'string' ? columns[kind] : listOfColumns(columns[kind[0]]),
  ]);
  return z.object(Object.fromEntries(schemas) as SchemasOf<S>);
}

/** What the sampler may not know: a counter's figures, what other processes used, how little it disturbs. */
export const unknownFigures = [
  'per-core',
  'schedstat',
  'smaps_rollup',
  'statm',
  'others',
  'priority',
  /** Whether it may remove a folder; the folder stands in place of the reason. */
  'folder',
] as const;

export type UnknownFigure = (typeof unknownFigures)[number];
