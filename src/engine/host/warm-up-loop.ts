// Runs the instrument's own loop once before it counts: a JavaScript engine compiles a function when it
// is first called, and that time belongs to the instrument, not to a task. No code of a workload is
// run. In a worker it falls into the ready phase, some tenths of a millisecond. Apart from the host's
// warm-up, so that a thread loads only what it runs.
import type { HostSetup } from '@shared/wire/messages';
import { paces } from '@shared/experiment/sampling';
import { nowNs } from '../clock';
import { PeriodicTelemetry } from './periodic-telemetry';
import { nothingBetween, runTasks, type TaskRunner } from './task-loop';
import { TaskTable } from './task-table';

/** Few: more would only make workers start later. */
export const warmUpTasks = 2;

export const nothing: TaskRunner = { run: (task) => task };

/** Runs the loop on a table of its own with tasks that do nothing. */
export async function warmUpLoop({
  schedule,
  telemetry,
  pace,
}: Pick<HostSetup, 'schedule' | 'telemetry' | 'pace'>): Promise<void> {
  const table = TaskTable.create(warmUpTasks, 1, nowNs());
  table.publish(0, warmUpTasks, true);
  await runTasks({
    table,
    runner: nothing,
    schedule,
    worker: 0,
    workers: 1,
    concurrency: 1,
    waitForMore: () => undefined,
    onPart: () => undefined,
    betweenTasks: telemetry ? new PeriodicTelemetry(table, 0, paces[pace].drainMs) : nothingBetween,
  });
}
