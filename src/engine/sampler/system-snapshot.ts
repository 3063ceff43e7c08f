// The snapshot around a trial: what other processes used, and what else the machine did meanwhile.
import type { ReaderFault } from '@shared/base/problem-schemas';
import { defined } from '@shared/base/defined';
import type { SnapshotMoment } from '@shared/wire/messages';
import type { Interference } from '@shared/report/live';
import type { Reading as Read } from '../machine/reading';
import type { RunClock } from '../clock';
import { countsBetween, type MachineCounts } from '../machine/machine-counters';
import { othersBetween, type Runs } from './others';
import type { ProcessRows } from '../machine/process-table';

/** What a snapshot reads. */
export interface SystemSnapshotReaders {
  processes(): Read<ProcessRows>;
  counts(): MachineCounts;
  frequencyMhz(): number | undefined;
  /** Returns what is known of this and of other runs, by the processes there are. */
  runs(processes: ProcessRows): Runs;
}

export interface SystemSnapshotOptions {
  readonly readers: SystemSnapshotReaders;
  readonly clock: Pick<RunClock, 'now'>;
  /** Told why the processes cannot be read. */
  readonly onUnreadable: (why: ReaderFault) => void;
}

interface Reading {
  readonly atNs: number;
  readonly processes: Read<ProcessRows>;
  readonly counts: MachineCounts;
}

const maxNamed = 3;

export class SystemSnapshot {
  readonly #options: SystemSnapshotOptions;
  #before: Reading | undefined;

  constructor(options: SystemSnapshotOptions) {
    this.#options = options;
  }

  /**
   * Reads everything. `before` sets the base; `after` gives what happened since, or undefined where
   * there was no base.
   * @param leader number of the process that leads the run
   */
  take(moment: SnapshotMoment, leader: number): Interference | undefined {
    const { readers, clock, onUnreadable } = this.#options;
    const atNs = clock.now();
    const processes = readers.processes();
    const reading = { atNs, processes, counts: readers.counts() };
    if (!processes.ok) onUnreadable(processes.problem);
    const before = this.#before;
    this.#before = moment === 'before' ? reading : undefined;
    return moment === 'before' || before === undefined
      ? undefined
      : { ...this.#between(before, reading, leader), ...frequency(readers.frequencyMhz()) };
  }

  #between(before: Reading, after: Reading, leader: number): Interference {
    const spanNs = after.atNs - before.atNs;
    const { stolenNs, ...counts } = countsBetween(before.counts, after.counts);
    return {
      spanNs,
      ...this.#others(before.processes, after.processes, leader),
      ...defined({ stolenNs }),
      ...counts,
    };
  }

  #others(
    before: Read<ProcessRows>,
    after: Read<ProcessRows>,
    leader: number,
  ): Pick<Interference, 'othersCpuNs' | 'others'> {
    if (!before.ok || !after.ok) return {};
    const runs = this.#options.readers.runs(after.value);
    const all = othersBetween(before.value, after.value, leader, runs);
    return {
      othersCpuNs: all.reduce((sum, { cpuNs }) => sum + cpuNs, 0),
      others: all.slice(0, maxNamed),
    };
  }
}

function frequency(mhz: number | undefined): Pick<Interference, 'frequencyMhz'> {
  return defined({ frequencyMhz: mhz });
}
