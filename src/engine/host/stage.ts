// What a host holds of one trial from its setup on.
import { runsPrograms } from '@shared/experiment/own-code';
import type { FromHost, HostSetup } from '@shared/wire/messages';
import { createRunClock, type RunClock } from '../clock';
import { CpuMeter } from './cpu-meter';
import { Drain } from './drain';
import { TaskPrefetcher, type PrefetchState } from './task-prefetcher';
import { TaskTable } from './task-table';

export interface Stage {
  readonly setup: HostSetup;
  readonly clock: RunClock;
  readonly table: TaskTable;
  readonly drain: Drain;
  readonly cpu: CpuMeter;
  readonly supply: TaskPrefetcher;
}

/** Makes it; `send` is how the host asks for more tasks. */
export function createStage(setup: HostSetup, send: (message: FromHost) => void): Stage {
  const clock = createRunClock(setup.originNs);
  const count = Math.max(1, setup.threads);
  const table = TaskTable.create(setup.tasks, count, BigInt(setup.originNs));
  return {
    setup,
    clock,
    table,
    drain: new Drain(table, setup.firstWorker),
    cpu: new CpuMeter({ role: setup.role, programs: runsPrograms(setup.workload) }),
    supply: new TaskPrefetcher({
      workers: count,
      ask: (wanted) => send({ type: 'want', count: wanted }),
    }),
  };
}

/** Returns what is known at this moment of the tasks that it holds. */
export function prefetchState({ table, clock }: Stage, published = table.published): PrefetchState {
  const { claimed } = table;
  return { atNs: clock.now(), published, claimed, lastSpanNs: table.lastSpanNs() };
}
