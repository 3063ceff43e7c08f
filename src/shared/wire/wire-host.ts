// Checks a host's messages on arrival. A host is Node.js or Python, with the user's own code in it.
import type { MessageFault } from '../base/problem-schemas';
import { bounds, type ColumnKind } from '../base/data-schemas';
import {
  ownNoteKinds,
  type FromHost,
  type HostCpu,
  type HostMarks,
  type HostSpans,
} from './messages';
import type { Result } from '../base/result';
import { saidReasonSchema, type SaidReason } from '../base/said';
import {
  cleanTree,
  columnsIn,
  flag,
  identitiesIn,
  kinds,
  nameIn,
  numberIn,
  objectIn,
  oneOf,
  optional,
  readMessage,
  refusePart,
  wholeIn,
  words,
  type Raw,
} from './wire';

/** What a host was asked to do: it can report nothing beyond. */
export interface HostBounds {
  /** Tasks of the whole trial. */
  readonly tasks: number;
  /** Workers of the whole trial. */
  readonly workers: number;
}

const anyTime = bounds.figure;
/** Maximum number of characters of a reason, about. */
const maxReason = 4_000;
const faultKinds = ['threw', 'called', 'thread-exited', 'process-ended'] as const;
const stages = ['load', 'setup', 'teardown', 'uncaught', 'unhandled'] as const;

const marksOf = (from: Raw): HostMarks => ({
  ...optional(from, 'decidedNs', time),
  spawnedNs: time(from, 'spawnedNs'),
  goNs: time(from, 'goNs'),
  // A host that got no task has none.
  lastDoneNs: Number.isNaN(from['lastDoneNs']) ? Number.NaN : time(from, 'lastDoneNs'),
  collectedNs: time(from, 'collectedNs'),
});

function time(from: Raw, name: string): number {
  return numberIn(from, name, anyTime);
}

function amount(from: Raw, name: string): number {
  return numberIn(from, name, bounds.exact);
}

/** The system counts CPU time in steps, so that a difference may come out a little below 0. */
function cpuTime(from: Raw, name: string): number {
  return Math.max(0, numberIn(from, name, bounds.figure));
}

function cpuOf(from: Raw): HostCpu {
  return {
    userNs: cpuTime(from, 'userNs'),
    systemNs: cpuTime(from, 'systemNs'),
    warmNs: cpuTime(from, 'warmNs'),
  };
}

function below(count: number): ColumnKind {
  return { range: { min: 0, max: count - 1 }, whole: true };
}

function spansOf(message: Raw, { tasks, workers }: HostBounds): HostSpans {
  const spans = columnsIn(objectIn(message, 'spans'), {
    task: below(tasks),
    worker: below(workers),
    startNs: kinds.amount,
    endNs: kinds.amount,
  });
  const { startNs, endNs } = spans;
  for (let row = 0; row < startNs.length; row += 1) {
    if ((endNs[row] ?? 0) < (startNs[row] ?? 0)) refusePart(`endNs[${row}]`, 'before-start');
  }
  const heaps = columnsIn(objectIn(message, 'heaps'), {
    atNs: kinds.amount,
    worker: below(workers),
    usedBytes: kinds.amount,
    totalBytes: kinds.amount,
  });
  return {
    type: 'spans',
    spans,
    heaps: {
      atNs: Float64Array.from(heaps.atNs),
      worker: Float64Array.from(heaps.worker),
      usedBytes: Float64Array.from(heaps.usedBytes),
      totalBytes: Float64Array.from(heaps.totalBytes),
    },
    last: flag(message, 'last'),
  };
}

/** Own code may give any number as a checksum, also none that is finite. */
function resultsOf(from: Raw, tasks: number): Extract<FromHost, { type: 'finished' }>['results'] {
  const { task } = columnsIn(from, { task: below(tasks) });
  const checksum = from['checksum'];
  const isColumn = Array.isArray(checksum) || checksum instanceof Float64Array;
  if (!isColumn && !(checksum instanceof Uint32Array || checksum instanceof Int32Array)) {
    return refusePart('checksum', 'no-column');
  }
  const column: ArrayLike<unknown> = checksum as ArrayLike<unknown>;
  if (column.length !== task.length) refusePart('checksum', 'not-a-row-each');
  for (let row = 0; row < column.length; row += 1) {
    if (typeof column[row] !== 'number') refusePart(`checksum[${row}]`, 'no-number');
  }
  return { task, checksum: column as ArrayLike<number> };
}

/** What is said beside own code, with its words cleaned and cut. */
function reasonIn(from: Raw, name: string): SaidReason {
  const parsed = saidReasonSchema.safeParse(cleanTree(from[name], { left: maxReason }));
  return parsed.success ? parsed.data : refusePart(name, 'no-reason');
}

function read(message: Raw, limits: HostBounds): FromHost {
  switch (message['type']) {
    // The commonest first: it may come once a task.
    case 'want':
      return { type: 'want', count: wholeIn(message, 'count', bounds.exact) };
    case 'spans':
      return spansOf(message, limits);
    case 'hello':
      return {
        type: 'hello',
        pid: wholeIn(message, 'pid'),
        ...optional(message, 'tid', wholeIn),
        atNs: nameIn(message, 'atNs', 40),
      };
    case 'ready':
      return {
        type: 'ready',
        spawnedNs: time(message, 'spawnedNs'),
        atNs: time(message, 'atNs'),
        workers: identitiesIn(message, 'workers', limits.workers),
      };
    case 'workers':
      return { type: 'workers', workers: identitiesIn(message, 'workers', limits.workers) };
    case 'finished':
      return {
        type: 'finished',
        marks: marksOf(objectIn(message, 'marks')),
        ...optional(message, 'cpu', (from, name) => cpuOf(objectIn(from, name))),
        ...optional(message, 'peakRssBytes', amount),
        ...optional(message, 'parentResult', words),
        ...optional(message, 'closes', flag),
        results: resultsOf(objectIn(message, 'results'), limits.tasks),
      };
    case 'note':
      return {
        type: 'note',
        text: words(message, 'text'),
        ...optional(message, 'reason', reasonIn),
        ...optional(message, 'about', (from, name) => oneOf(from, name, ownNoteKinds)),
        ...optional(message, 'closing', flag),
      };
    case 'printed':
      return { type: 'printed', bytes: wholeIn(message, 'bytes', bounds.exact) };
    case 'joined':
      return { type: 'joined', joinNs: amount(message, 'joinNs') };
    case 'fault':
      return {
        type: 'fault',
        kind: oneOf(message, 'kind', faultKinds),
        message: words(message, 'message'),
        ...optional(message, 'reason', reasonIn),
        ...optional(message, 'stage', (from, name) => oneOf(from, name, stages)),
        ...optional(message, 'worker', wholeIn),
        ...optional(message, 'task', wholeIn),
        ...optional(message, 'pid', wholeIn),
        ...optional(message, 'stack', words),
        ...optional(message, 'exitCode', (from, name) => wholeIn(from, name, bounds.figure)),
        ...optional(message, 'signal', nameIn),
      };
    default:
      return refusePart('type', 'no-host-type');
  }
}

/** Returns what a host says, or what is wrong with it. */
export function parseFromHost(
  message: unknown,
  limits: HostBounds,
): Result<FromHost, MessageFault> {
  return readMessage(message, (raw) => read(raw, limits));
}
