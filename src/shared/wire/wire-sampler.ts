// Checks the sampler's messages on arrival. A broken one costs samples, never the run: rows that can't be are left
// out and counted.
import { readerFaultSchema, type MessageFault, type ReaderFault } from '../base/problem-schemas';
import { bounds, columnKinds, oddRow, type ColumnKind } from '../base/data-schemas';
import { columnKindsOf } from '../base/table';
import { sampleTables, unknownFigures } from '../report/tables';
import type { OtherProcess, SampleColumns, SamplerCost, Interference } from '../report/live';
import type { FromSampler } from './messages';
import type { Result } from '../base/result';
import {
  columnsIn,
  listIn,
  nameIn,
  numberIn,
  objectIn,
  oneOf,
  optional,
  readMessage,
  refusePart,
  wholeIn,
  type Raw,
} from './wire';

/** How wide its rows are, and what stands in them. */
export interface RowKinds {
  readonly cores: readonly ColumnKind[];
  readonly workers: readonly ColumnKind[];
}

const residentRowKinds = columnKindsOf(sampleTables.resident);

/** A message of the sampler's, and how many rows of it were left out. */
export interface SamplerNews {
  readonly message: FromSampler;
  readonly dropped: number;
}

/** Rows of this many cores. */
export function coreRowKinds(cores: number): readonly ColumnKind[] {
  return columnKindsOf(sampleTables.cores, cores);
}

export const workerRowKinds = columnKindsOf(sampleTables.workers);

const { processes } = sampleTables;
const memoryKinds = {
  atNs: columnKinds[processes.atNs],
  trial: columnKinds[processes.trial],
  pid: columnKinds[processes.pid],
  rssBytes: columnKinds[processes.rssBytes],
  pssBytes: columnKinds[processes.pssBytes],
  privateBytes: columnKinds[processes.privateBytes],
};

function isRow(rows: Float64Array, at: number, row: readonly ColumnKind[]): boolean {
  return row.every(({ range, whole }, place) => {
    const value = rows[at + place] ?? Number.NaN;
    return value >= range.min && value <= range.max && (!whole || Number.isInteger(value));
  });
}

/** The rows that can be, and how many are not. */
function soundRows(
  from: Raw,
  name: string,
  row: readonly ColumnKind[],
): { readonly rows: Float64Array<ArrayBuffer>; readonly dropped: number } {
  const rows = from[name];
  if (!(rows instanceof Float64Array)) return refusePart(name, 'no-number-array');
  const width = row.length;
  if (rows.length % width !== 0) return refusePart(name, { code: 'no-rows', width });
  const kept = new Float64Array(rows.length);
  let used = 0;
  for (let at = 0; at < rows.length; at += width) {
    if (!isRow(rows, at, row)) continue;
    kept.set(rows.subarray(at, at + width), used);
    used += width;
  }
  return { rows: kept.subarray(0, used), dropped: (rows.length - used) / width };
}

/** Readings of memory: the whole of them or none, as those of one moment belong together. */
function memoryOf(from: Raw): SampleColumns['memory'] {
  const columns = columnsIn(from, memoryKinds);
  return {
    atNs: Float64Array.from(columns.atNs),
    trial: Float64Array.from(columns.trial),
    pid: Float64Array.from(columns.pid),
    rssBytes: Float64Array.from(columns.rssBytes),
    pssBytes: Float64Array.from(columns.pssBytes),
    privateBytes: Float64Array.from(columns.privateBytes),
  };
}

const amountIn = (from: Raw, name: string): number => numberIn(from, name, bounds.exact);
const countIn = (from: Raw, name: string): number => wholeIn(from, name, bounds.exact);

function costOf(from: Raw): SamplerCost {
  return {
    cpuNs: amountIn(from, 'cpuNs'),
    ticks: countIn(from, 'ticks'),
    missed: countIn(from, 'missed'),
    worstLateNs: amountIn(from, 'worstLateNs'),
  };
}

/** Returns whether something that hosts had started is in its readings of memory. */
function kinOf({ kin }: Raw): { readonly kin?: true } {
  return kin === true ? { kin } : {};
}

function othersOf(from: Raw, name: string): readonly OtherProcess[] {
  return listIn(from, name, 100).map((one) => {
    const raw = objectIn({ one }, 'one');
    return {
      pid: wholeIn(raw, 'pid'),
      name: nameIn(raw, 'name', 64),
      cpuNs: amountIn(raw, 'cpuNs'),
    };
  });
}

function surroundingsOf(from: Raw): Interference {
  return {
    spanNs: amountIn(from, 'spanNs'),
    ...optional(from, 'othersCpuNs', amountIn),
    ...optional(from, 'others', othersOf),
    ...optional(from, 'stolenNs', amountIn),
    ...optional(from, 'swappedPages', countIn),
    ...optional(from, 'throttledNs', amountIn),
    ...optional(from, 'thermalThrottles', countIn),
    ...optional(from, 'frequencyMhz', amountIn),
  };
}

function coresIn(from: Raw): readonly number[] {
  const cores = listIn(from, 'cores', 65_536) as readonly number[];
  return oddRow(cores, bounds.index, true) === undefined ? cores : refusePart('cores', 'no-cores');
}

function read(message: Raw, row: RowKinds): SamplerNews {
  const whole = (said: FromSampler): SamplerNews => ({ message: said, dropped: 0 });
  switch (message['type']) {
    case 'batch': {
      const cores = soundRows(message, 'cores', row.cores);
      const workers = soundRows(message, 'workers', row.workers);
      const resident = soundRows(message, 'resident', residentRowKinds);
      return {
        message: {
          type: 'batch',
          cores: cores.rows,
          workers: workers.rows,
          memory: memoryOf(objectIn(message, 'memory')),
          resident: resident.rows,
          ...kinOf(message),
          cost: costOf(objectIn(message, 'cost')),
        },
        dropped: cores.dropped + workers.dropped + resident.dropped,
      };
    }
    case 'memory': {
      const { rows, dropped } = soundRows(message, 'resident', residentRowKinds);
      return {
        message: {
          type: 'memory',
          id: countIn(message, 'id'),
          memory: memoryOf(objectIn(message, 'memory')),
          resident: rows,
          ...kinOf(message),
        },
        dropped,
      };
    }
    case 'snapshot':
      return whole({
        type: 'snapshot',
        id: countIn(message, 'id'),
        ...optional(message, 'surroundings', (from, name) => surroundingsOf(objectIn(from, name))),
      });
    case 'ready':
      return whole({ type: 'ready', pid: wholeIn(message, 'pid'), cores: coresIn(message) });
    case 'unknown':
      return whole({
        type: 'unknown',
        what: oneOf(message, 'what', unknownFigures),
        why: faultIn(message, 'why'),
      });
    default:
      return refusePart('type', 'no-sampler-type');
  }
}

/** Said a few times in a run at most: a schema is quick enough. */
function faultIn(from: Raw, name: string): ReaderFault {
  const parsed = readerFaultSchema.safeParse(from[name]);
  return parsed.success ? parsed.data : refusePart(name, 'no-reason');
}

/** Returns what the sampler says, with the rows that can be; or what is wrong with it. */
export function parseFromSampler(
  message: unknown,
  row: RowKinds,
): Result<SamplerNews, MessageFault> {
  return readMessage(message, (raw) => read(raw, row));
}
